"""Shipped tables: one file and one loader each, every figure with its source."""

from bongsu.reference.attempt_counts import (
    FLIGHT_KINDS,
    AttemptFeature,
    AttemptTable,
    attempt_sources,
    attempt_table,
)
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
from bongsu.reference.missile_tests import MissileTest, PublishedEstimate, missile_test_sources, missile_tests
from bongsu.reference.resolutions import (
    CouncilStatement,
    Resolution,
    council_statement,
    resolution_sources,
    resolutions,
    state_outline,
)
from bongsu.reference.vehicle_files import kept_fit_text, vehicle_ids, vehicle_text
from bongsu.reference.warning_regions import WarningRegion, flight_information_regions, navareas

__all__ = [
    "FIGURES",
    "FLIGHT_KINDS",
    "AttemptFeature",
    "AttemptTable",
    "CouncilStatement",
    "ImagerEntry",
    "ImagerFigure",
    "Launch",
    "LaunchCount",
    "LaunchHistory",
    "LaunchNotice",
    "MissileTest",
    "PublishedEstimate",
    "RadarMode",
    "Resolution",
    "WarningRegion",
    "attempt_sources",
    "attempt_table",
    "council_statement",
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
    "resolution_sources",
    "resolutions",
    "state_outline",
    "vehicle_ids",
    "vehicle_text",
]
