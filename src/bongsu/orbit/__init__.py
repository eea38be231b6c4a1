"""Element sets and what follows from them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bongsu.orbit.elements import ElementSet
from bongsu.orbit.ephemeris import STATE_ERRORS, Ephemeris, EphemerisSegment, states_of
from bongsu.orbit.propagation import (
    SGP4_ERRORS,
    decay_time,
    mean_semi_major_axis_m,
    node_rate_deg_day,
    perigee_apogee_km,
    propagate,
    propagate_many,
    use_bulk,
)
from bongsu.orbit.reading import (
    ElementSetFile,
    drop_shared_epochs,
    looks_like_element_sets,
    read_element_sets,
)
from bongsu.orbit.timing import MAX_TIMING_S, select_element_set, timing_error_s, timing_gap_s
from bongsu.orbit.tle import format_tle, parse_tle

if TYPE_CHECKING:
    from bongsu.orbit.bulk import (
        FixedClock,
        PreparedSets,
        compile_propagation,
        fixed_clock,
        fixed_states_at,
        mean_motion_at,
        needs_small_path,
        prepare_sets,
        propagate_prepared,
        propagation_is_compiled,
        states_at,
    )
    from bongsu.orbit.near_circular import (
        OrbitSample,
        TimedPlace,
        find_planes,
        fit_orbit,
        sample_element_set,
    )
    from bongsu.orbit.oem import looks_like_oem, parse_oem
    from bongsu.orbit.omm import OmmForm, format_omm, parse_omm
    from bongsu.orbit.plane import (
        Plane,
        carry_plane,
        direct_ascent_node_deg,
        inclination_rate_deg_day,
        mean_motion_rev_day,
    )
    from bongsu.orbit.plane_slip import PlanarWindow, inclination_of_drift_deg, planar_window
    from bongsu.orbit.proxy import SearchElements, search_elements, search_sets
    from bongsu.orbit.sun_synchronous import sun_synchronous_inclination_deg

# Loaded when first used: `bongsu passes` answers in a tenth of a second and needs none of it.
_LATER = {
    "FixedClock": "bulk",
    "OmmForm": "omm",
    "OrbitSample": "near_circular",
    "PlanarWindow": "plane_slip",
    "Plane": "plane",
    "SearchElements": "proxy",
    "PreparedSets": "bulk",
    "TimedPlace": "near_circular",
    "carry_plane": "plane",
    "compile_propagation": "bulk",
    "direct_ascent_node_deg": "plane",
    "find_planes": "near_circular",
    "fit_orbit": "near_circular",
    "fixed_clock": "bulk",
    "fixed_states_at": "bulk",
    "format_omm": "omm",
    "inclination_rate_deg_day": "plane",
    "inclination_of_drift_deg": "plane_slip",
    "mean_motion_at": "bulk",
    "mean_motion_rev_day": "plane",
    "needs_small_path": "bulk",
    "looks_like_oem": "oem",
    "parse_oem": "oem",
    "parse_omm": "omm",
    "planar_window": "plane_slip",
    "prepare_sets": "bulk",
    "propagate_prepared": "bulk",
    "sample_element_set": "near_circular",
    "search_elements": "proxy",
    "search_sets": "proxy",
    "propagation_is_compiled": "bulk",
    "states_at": "bulk",
    "sun_synchronous_inclination_deg": "sun_synchronous",
}

__all__ = [
    "MAX_TIMING_S",
    "SGP4_ERRORS",
    "STATE_ERRORS",
    "ElementSet",
    "ElementSetFile",
    "Ephemeris",
    "EphemerisSegment",
    "FixedClock",
    "OmmForm",
    "OrbitSample",
    "PlanarWindow",
    "Plane",
    "PreparedSets",
    "SearchElements",
    "TimedPlace",
    "carry_plane",
    "compile_propagation",
    "decay_time",
    "direct_ascent_node_deg",
    "drop_shared_epochs",
    "find_planes",
    "fit_orbit",
    "fixed_clock",
    "fixed_states_at",
    "format_omm",
    "format_tle",
    "inclination_of_drift_deg",
    "inclination_rate_deg_day",
    "looks_like_element_sets",
    "looks_like_oem",
    "mean_motion_at",
    "mean_motion_rev_day",
    "mean_semi_major_axis_m",
    "needs_small_path",
    "node_rate_deg_day",
    "parse_oem",
    "parse_omm",
    "parse_tle",
    "perigee_apogee_km",
    "planar_window",
    "prepare_sets",
    "propagate",
    "propagate_many",
    "propagate_prepared",
    "propagation_is_compiled",
    "read_element_sets",
    "sample_element_set",
    "search_elements",
    "search_sets",
    "select_element_set",
    "states_at",
    "states_of",
    "sun_synchronous_inclination_deg",
    "timing_error_s",
    "timing_gap_s",
    "use_bulk",
]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"bongsu.orbit.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
