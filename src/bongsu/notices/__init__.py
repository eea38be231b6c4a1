"""Launch warnings: text to values, and the azimuths and inclinations that fit their areas."""

from bongsu.notices.comparison import AreaChange, WindowChange, area_change_to_json, compare_notices
from bongsu.notices.corridor import (
    ApproximateArea,
    AreaAzimuth,
    implied_orbits,
    inclination_deg,
    launch_azimuth_deg,
)
from bongsu.notices.navarea import looks_like_notice, parse_notice
from bongsu.notices.notam import Notam, NotamArea, NotamQualifier, VerticalLimit, format_notam, notam_to_json
from bongsu.notices.notam_items import looks_like_notam, parse_notam
from bongsu.notices.notice import (
    AREA_KINDS,
    KINDS,
    KindReason,
    Notice,
    NotifiedArea,
    NotifiedLine,
    NotifiedPoint,
    notice_to_json,
)
from bongsu.notices.position_text import (
    Position,
    find_decimal_positions,
    find_positions,
    format_position,
    read_number,
)
from bongsu.notices.reading import any_notice_to_json, read_notices
from bongsu.notices.shapes import line_geojson
from bongsu.notices.writing import format_notice, format_shape, format_window

__all__ = [
    "AREA_KINDS",
    "KINDS",
    "ApproximateArea",
    "AreaAzimuth",
    "AreaChange",
    "KindReason",
    "Notam",
    "NotamArea",
    "NotamQualifier",
    "Notice",
    "NotifiedArea",
    "NotifiedLine",
    "NotifiedPoint",
    "Position",
    "VerticalLimit",
    "WindowChange",
    "any_notice_to_json",
    "area_change_to_json",
    "compare_notices",
    "find_decimal_positions",
    "find_positions",
    "format_notam",
    "format_notice",
    "format_position",
    "format_shape",
    "format_window",
    "implied_orbits",
    "inclination_deg",
    "launch_azimuth_deg",
    "line_geojson",
    "looks_like_notam",
    "looks_like_notice",
    "notam_to_json",
    "notice_to_json",
    "parse_notam",
    "parse_notice",
    "read_notices",
    "read_number",
]
