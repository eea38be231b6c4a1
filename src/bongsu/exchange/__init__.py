"""Public formats that carry several subjects, for and from other people's programs: GeoJSON, KML, CZML, iCalendar."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bongsu.exchange.ascent_czml import ascent_to_czml
from bongsu.exchange.ascents import (
    ASCENT_CREDIT,
    ascent_to_geojson,
    ascent_to_kml,
    launch_falls_to_geojson,
)
from bongsu.exchange.assessment_geojson import assessment_to_geojson
from bongsu.exchange.assessment_kml import assessment_to_icalendar, assessment_to_kml
from bongsu.exchange.czml import notices_to_czml, watched_to_czml
from bongsu.exchange.geojson import notices_to_geojson
from bongsu.exchange.icalendar import notices_to_icalendar
from bongsu.exchange.kml import notices_to_kml
from bongsu.exchange.named_shapes import CREDIT
from bongsu.exchange.own_layer import drawn_of
from bongsu.exchange.own_places import read_own_map, read_parties, read_routes
from bongsu.exchange.scale_circle import SCALE_REMARK, scale_circles_to_geojson
from bongsu.exchange.scene_czml import assessment_to_czml, track_to_czml
from bongsu.exchange.told_geojson import told_to_geojson

if TYPE_CHECKING:
    from bongsu.exchange.exposures import (
        EXPOSURE_CREDIT,
        exposures_to_czml,
        exposures_to_geojson,
        exposures_to_icalendar,
    )

_LATER = {"EXPOSURE_CREDIT", "exposures_to_czml", "exposures_to_geojson", "exposures_to_icalendar"}

__all__ = [
    "ASCENT_CREDIT",
    "CREDIT",
    "EXPOSURE_CREDIT",
    "SCALE_REMARK",
    "ascent_to_czml",
    "ascent_to_geojson",
    "ascent_to_kml",
    "assessment_to_czml",
    "assessment_to_geojson",
    "assessment_to_icalendar",
    "assessment_to_kml",
    "drawn_of",
    "exposures_to_czml",
    "exposures_to_geojson",
    "exposures_to_icalendar",
    "launch_falls_to_geojson",
    "notices_to_czml",
    "notices_to_geojson",
    "notices_to_icalendar",
    "notices_to_kml",
    "read_own_map",
    "read_parties",
    "read_routes",
    "scale_circles_to_geojson",
    "told_to_geojson",
    "track_to_czml",
    "watched_to_czml",
]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module("bongsu.exchange.exposures"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
