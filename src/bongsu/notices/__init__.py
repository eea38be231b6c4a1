"""Launch warnings: text to values, and the azimuths and inclinations that fit their areas."""

from bongsu.notices.corridor import (
    ApproximateArea,
    AreaAzimuth,
    implied_orbits,
    inclination_deg,
    launch_azimuth_deg,
)
from bongsu.notices.navarea import kind_hint, looks_like_notice, parse_notice
from bongsu.notices.notice import KIND_HINTS, Notice, NotifiedArea, notice_to_json
from bongsu.notices.position_text import (
    Position,
    find_decimal_positions,
    find_positions,
    format_position,
    read_number,
)

__all__ = [
    "KIND_HINTS",
    "ApproximateArea",
    "AreaAzimuth",
    "Notice",
    "NotifiedArea",
    "Position",
    "find_decimal_positions",
    "find_positions",
    "format_position",
    "implied_orbits",
    "inclination_deg",
    "kind_hint",
    "launch_azimuth_deg",
    "looks_like_notice",
    "notice_to_json",
    "parse_notice",
    "read_number",
]
