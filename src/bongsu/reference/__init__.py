"""Shipped tables: one file and one loader each, every figure with its source."""

from bongsu.reference.launches import Launch, launch_sources, launches
from bongsu.reference.missile_tests import MissileTest, missile_test_sources, missile_tests
from bongsu.reference.warning_regions import WarningRegion, flight_information_regions, navareas

__all__ = [
    "Launch",
    "MissileTest",
    "WarningRegion",
    "flight_information_regions",
    "launch_sources",
    "launches",
    "missile_test_sources",
    "missile_tests",
    "navareas",
]
