"""Who is overhead, when, and what can be seen."""

from bongsu.overflight.site import Site, parse_site

__all__ = ["Site", "parse_site"]
