"""Shipped tables: one file and one loader each, every figure with its source."""

from bongsu.reference.imagers import (
    FIGURES,
    ImagerEntry,
    ImagerFigure,
    RadarMode,
    imager_sources,
    imagers,
    may_have_imager,
)
from bongsu.reference.launch_inclinations import LaunchCount, LaunchHistory, launch_histories, launch_history_source
from bongsu.reference.launch_sites import launch_site_names, launch_site_sources, launch_sites
from bongsu.reference.launches import Launch, LaunchNotice, launch_sources, launches
from bongsu.reference.missile_tests import MissileTest, missile_test_sources, missile_tests
from bongsu.reference.vehicle_files import kept_fit_text, vehicle_ids, vehicle_text
from bongsu.reference.warning_regions import WarningRegion, flight_information_regions, navareas

__all__ = [
    "FIGURES",
    "ImagerEntry",
    "ImagerFigure",
    "Launch",
    "LaunchCount",
    "LaunchHistory",
    "LaunchNotice",
    "MissileTest",
    "RadarMode",
    "WarningRegion",
    "flight_information_regions",
    "imager_sources",
    "imagers",
    "kept_fit_text",
    "launch_histories",
    "launch_history_source",
    "launch_site_names",
    "launch_site_sources",
    "launch_sites",
    "launch_sources",
    "launches",
    "may_have_imager",
    "missile_test_sources",
    "missile_tests",
    "navareas",
    "vehicle_ids",
    "vehicle_text",
]
