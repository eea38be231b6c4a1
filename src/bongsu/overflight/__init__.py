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
    from bongsu.overflight.intervals import IntervalTable, all_of, any_of, none_of
    from bongsu.overflight.stream import PassLimits, part_search, parts_of_catalogue, passes_in_parts, within_limits

# Loaded when first used: a single question needs neither.
_LATER = {
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
    "AccessLimits",
    "IntervalTable",
    "Pass",
    "PassLimits",
    "PassTable",
    "Site",
    "accesses_of",
    "all_of",
    "any_of",
    "columns_of",
    "compile_search",
    "find_passes",
    "gsd_m",
    "look_angles",
    "none_of",
    "parse_site",
    "parse_sites",
    "part_search",
    "parts_of_catalogue",
    "passes_in_parts",
    "site_axes",
    "table_of_columns",
    "within_limits",
]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"bongsu.overflight.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
