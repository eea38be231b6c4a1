"""Who is overhead, when, and what can be seen."""

from bongsu.overflight.geometry import gsd_m, look_angles, site_axes
from bongsu.overflight.pass_table import Pass, PassTable
from bongsu.overflight.passes import find_passes
from bongsu.overflight.site import Site, parse_site

__all__ = [
    "Pass",
    "PassTable",
    "Site",
    "find_passes",
    "gsd_m",
    "look_angles",
    "parse_site",
    "site_axes",
]
