"""The stage for every room: time, frames, the ellipsoid, the Sun, and the shared nouns."""

from bongsu.earth.estimate import Estimate, estimate_from_samples
from bongsu.earth.trajectory import FRAMES, Trajectory
from bongsu.earth.window import Window, format_utc, parse_time

__all__ = [
    "FRAMES",
    "Estimate",
    "Trajectory",
    "Window",
    "estimate_from_samples",
    "format_utc",
    "parse_time",
]
