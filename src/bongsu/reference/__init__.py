"""Shipped tables: one file and one loader each, every figure with its source."""

from bongsu.reference.launch_inclinations import LaunchCount, LaunchHistory, launch_histories, launch_history_source
from bongsu.reference.launch_sites import launch_site_names, launch_site_sources, launch_sites
from bongsu.reference.launches import Launch, LaunchNotice, launch_sources, launches
from bongsu.reference.missile_tests import MissileTest, missile_test_sources, missile_tests

__all__ = [
    "Launch",
    "LaunchCount",
    "LaunchHistory",
    "LaunchNotice",
    "MissileTest",
    "launch_histories",
    "launch_history_source",
    "launch_site_names",
    "launch_site_sources",
    "launch_sites",
    "launch_sources",
    "launches",
    "missile_test_sources",
    "missile_tests",
]
