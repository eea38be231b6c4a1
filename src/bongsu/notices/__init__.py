"""Launch warnings: text to values, and the azimuths and inclinations that fit their areas."""

from bongsu.notices.coasts import off_shore_m
from bongsu.notices.comparison import AreaChange, WindowChange, area_change_to_json, compare_notices
from bongsu.notices.corridor import (
    ApproximateArea,
    AreaAzimuth,
    implied_orbits,
    inclination_deg,
    launch_azimuth_deg,
    launch_azimuths_deg,
)
from bongsu.notices.crossings import (
    BAND_M,
    PARTY_KINDS,
    RELATIONS,
    AreaToWarn,
    Crossing,
    Party,
    Passage,
    Route,
    Stretch,
    bands_crossed,
    passage,
    relation_to,
)
from bongsu.notices.drafting import Draft, draft_warning
from bongsu.notices.event import CERTAINTIES, EventArea, NoticeEvent, NoticeLink, join_notices, notice_state
from bongsu.notices.ground_track import LaunchOrigin
from bongsu.notices.likeness import JoinReason
from bongsu.notices.navarea import looks_like_notice, parse_notice
from bongsu.notices.notam import Notam, NotamArea, NotamQualifier, VerticalLimit, format_notam, notam_to_json
from bongsu.notices.notam_drafting import draft_notams
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
from bongsu.notices.revision import REVISIONS, Revision, describe_revision, name_revision, windows_of
from bongsu.notices.series import publisher
from bongsu.notices.shapes import line_geojson
from bongsu.notices.writing import format_notice, format_shape, format_window

__all__ = [
    "AREA_KINDS",
    "BAND_M",
    "CERTAINTIES",
    "KINDS",
    "PARTY_KINDS",
    "RELATIONS",
    "REVISIONS",
    "ApproximateArea",
    "AreaAzimuth",
    "AreaChange",
    "AreaToWarn",
    "Crossing",
    "Draft",
    "EventArea",
    "JoinReason",
    "KindReason",
    "LaunchOrigin",
    "Notam",
    "NotamArea",
    "NotamQualifier",
    "Notice",
    "NoticeEvent",
    "NoticeLink",
    "NotifiedArea",
    "NotifiedLine",
    "NotifiedPoint",
    "Party",
    "Passage",
    "Position",
    "Revision",
    "Route",
    "Stretch",
    "VerticalLimit",
    "WindowChange",
    "any_notice_to_json",
    "area_change_to_json",
    "bands_crossed",
    "compare_notices",
    "describe_revision",
    "draft_notams",
    "draft_warning",
    "find_decimal_positions",
    "find_positions",
    "format_notam",
    "format_notice",
    "format_position",
    "format_shape",
    "format_window",
    "implied_orbits",
    "inclination_deg",
    "join_notices",
    "launch_azimuth_deg",
    "launch_azimuths_deg",
    "line_geojson",
    "looks_like_notam",
    "looks_like_notice",
    "name_revision",
    "notam_to_json",
    "notice_state",
    "notice_to_json",
    "off_shore_m",
    "parse_notam",
    "parse_notice",
    "passage",
    "publisher",
    "read_notices",
    "read_number",
    "relation_to",
    "windows_of",
]
