"""The stage for every room: time, frames, the ellipsoid, the Sun, and the shared nouns."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bongsu.earth import constants
from bongsu.earth.atmosphere import AIR_LOWEST_M, AIR_STEP_M, Air, air_at, air_table, standard_atmosphere
from bongsu.earth.ellipsoid import (
    fixed_to_geodetic,
    geodesic_direct,
    geodesic_inverse,
    geodesic_points,
    geodetic_to_fixed,
    wrap_longitude_deg,
)
from bongsu.earth.estimate import Estimate, estimate_from_samples
from bongsu.earth.frames import fixed_to_teme, sidereal_time_rad, teme_to_fixed, to_fixed, turning_table
from bongsu.earth.gravity import POINT_MASS, ZONAL, gravity_m_s2, gravity_potential_m2_s2
from bongsu.earth.orientation import EarthOrientation, bundled_orientation, parse_orientation
from bongsu.earth.sun import (
    apparent_solar_time_h,
    equation_of_time_s,
    is_sunlit,
    mean_solar_time_h,
    node_mean_solar_time_h,
    sun_azimuth_elevation_deg,
    sun_position_m,
)
from bongsu.earth.timescale import (
    LEAP_SECONDS_VALID_UNTIL,
    from_datetime64,
    julian_date,
    tai_minus_utc_s,
    time_grid,
    to_datetime64,
)
from bongsu.earth.trajectory import FRAMES, Trajectory, between_states
from bongsu.earth.window import Window, format_utc, parse_time

if TYPE_CHECKING:
    from bongsu.earth.chart import LEGS, ChartShape, route_points, stretches_m
    from bongsu.earth.inertial import eme2000_to_teme, tod_to_teme
    from bongsu.earth.region import LARGEST_REACH_M, Region, region_from_circle, region_from_line, untangle_ring

# Loaded when first used: `bongsu passes` answers in a tenth of a second and needs no region.
_LATER = {
    "LEGS": "chart",
    "ChartShape": "chart",
    "route_points": "chart",
    "stretches_m": "chart",
    "LARGEST_REACH_M": "region",
    "Region": "region",
    "eme2000_to_teme": "inertial",
    "region_from_circle": "region",
    "region_from_line": "region",
    "tod_to_teme": "inertial",
    "untangle_ring": "region",
}

__all__ = [
    "AIR_LOWEST_M",
    "AIR_STEP_M",
    "FRAMES",
    "LARGEST_REACH_M",
    "LEAP_SECONDS_VALID_UNTIL",
    "LEGS",
    "POINT_MASS",
    "ZONAL",
    "Air",
    "ChartShape",
    "EarthOrientation",
    "Estimate",
    "Region",
    "Trajectory",
    "Window",
    "air_at",
    "air_table",
    "apparent_solar_time_h",
    "between_states",
    "bundled_orientation",
    "constants",
    "eme2000_to_teme",
    "equation_of_time_s",
    "estimate_from_samples",
    "fixed_to_geodetic",
    "fixed_to_teme",
    "format_utc",
    "from_datetime64",
    "geodesic_direct",
    "geodesic_inverse",
    "geodesic_points",
    "geodetic_to_fixed",
    "gravity_m_s2",
    "gravity_potential_m2_s2",
    "is_sunlit",
    "julian_date",
    "mean_solar_time_h",
    "node_mean_solar_time_h",
    "parse_orientation",
    "parse_time",
    "region_from_circle",
    "region_from_line",
    "route_points",
    "sidereal_time_rad",
    "standard_atmosphere",
    "stretches_m",
    "sun_azimuth_elevation_deg",
    "sun_position_m",
    "tai_minus_utc_s",
    "teme_to_fixed",
    "time_grid",
    "to_datetime64",
    "to_fixed",
    "tod_to_teme",
    "turning_table",
    "untangle_ring",
    "wrap_longitude_deg",
]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"bongsu.earth.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
