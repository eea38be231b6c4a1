"""Who is overhead, when, and what can be seen."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bongsu.overflight.geometry import gsd_m, look_angles, site_axes
from bongsu.overflight.pass_table import Pass, PassTable
from bongsu.overflight.passes import find_passes
from bongsu.overflight.site import Site, parse_site, parse_sites

if TYPE_CHECKING:
    from bongsu.overflight.bulk import compile_search
    from bongsu.overflight.stream import PassLimits, passes_in_parts, within_limits

# Loaded when first used: a single question needs neither.
_LATER = {
    "PassLimits": "stream",
    "compile_search": "bulk",
    "passes_in_parts": "stream",
    "within_limits": "stream",
}

__all__ = [
    "Pass",
    "PassLimits",
    "PassTable",
    "Site",
    "compile_search",
    "find_passes",
    "gsd_m",
    "look_angles",
    "parse_site",
    "parse_sites",
    "passes_in_parts",
    "site_axes",
    "within_limits",
]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"bongsu.overflight.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
