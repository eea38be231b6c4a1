"""Who is overhead, when, and what can be seen."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bongsu.overflight.geometry import gsd_m, look_angles, site_axes
from bongsu.overflight.pass_table import Pass, PassTable, columns_of, table_of_columns
from bongsu.overflight.passes import find_passes
from bongsu.overflight.site import Site, parse_site, parse_sites

if TYPE_CHECKING:
    from bongsu.overflight.access import AccessLimits, accesses_of
    from bongsu.overflight.bulk import compile_search
    from bongsu.overflight.imager import (
        SIDES,
        Imager,
        Reach,
        horizon_off_nadir_deg,
        off_nadir_for_ground_range_deg,
    )
    from bongsu.overflight.imager_access import AccessTable, find_access, view_of
    from bongsu.overflight.imaging import (
        OBJECTS,
        ObjectSize,
        ObjectStep,
        giqe5_niirs,
        ideal_mtf_nyquist,
        imager_gsd_m,
        niirs_at_most,
        niirs_of,
        object_ladder,
        rer_from_mtf_nyquist,
    )
    from bongsu.overflight.intervals import IntervalTable, all_of, any_of, none_of
    from bongsu.overflight.revisit import Revisit, merge_intervals, revisit_of
    from bongsu.overflight.stream import PassLimits, part_search, parts_of_catalogue, passes_in_parts, within_limits
    from bongsu.overflight.swath import area_sites, find_swaths, sub_satellite_point, swath_edges

# Loaded when first used: a single question needs neither.
_LATER = {
    "AccessTable": "imager_access",
    "find_access": "imager_access",
    "view_of": "imager_access",
    "SIDES": "imager",
    "Imager": "imager",
    "Reach": "imager",
    "horizon_off_nadir_deg": "imager",
    "off_nadir_for_ground_range_deg": "imager",
    "OBJECTS": "imaging",
    "ObjectSize": "imaging",
    "ObjectStep": "imaging",
    "giqe5_niirs": "imaging",
    "ideal_mtf_nyquist": "imaging",
    "imager_gsd_m": "imaging",
    "niirs_at_most": "imaging",
    "niirs_of": "imaging",
    "object_ladder": "imaging",
    "rer_from_mtf_nyquist": "imaging",
    "Revisit": "revisit",
    "merge_intervals": "revisit",
    "revisit_of": "revisit",
    "area_sites": "swath",
    "find_swaths": "swath",
    "sub_satellite_point": "swath",
    "swath_edges": "swath",
    "AccessLimits": "access",
    "IntervalTable": "intervals",
    "PassLimits": "stream",
    "accesses_of": "access",
    "all_of": "intervals",
    "any_of": "intervals",
    "compile_search": "bulk",
    "none_of": "intervals",
    "part_search": "stream",
    "parts_of_catalogue": "stream",
    "passes_in_parts": "stream",
    "within_limits": "stream",
}

__all__ = [
    "OBJECTS",
    "SIDES",
    "AccessLimits",
    "AccessTable",
    "Imager",
    "IntervalTable",
    "ObjectSize",
    "ObjectStep",
    "Pass",
    "PassLimits",
    "PassTable",
    "Reach",
    "Revisit",
    "Site",
    "accesses_of",
    "all_of",
    "any_of",
    "area_sites",
    "columns_of",
    "compile_search",
    "find_access",
    "find_passes",
    "find_swaths",
    "giqe5_niirs",
    "gsd_m",
    "horizon_off_nadir_deg",
    "ideal_mtf_nyquist",
    "imager_gsd_m",
    "look_angles",
    "merge_intervals",
    "niirs_at_most",
    "niirs_of",
    "none_of",
    "object_ladder",
    "off_nadir_for_ground_range_deg",
    "parse_site",
    "parse_sites",
    "part_search",
    "parts_of_catalogue",
    "passes_in_parts",
    "rer_from_mtf_nyquist",
    "revisit_of",
    "site_axes",
    "sub_satellite_point",
    "swath_edges",
    "table_of_columns",
    "view_of",
    "within_limits",
]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"bongsu.overflight.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
