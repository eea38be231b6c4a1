"""Notices as CZML, for CesiumJS: a document packet, then a packet for each shape, shown while it is in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bongsu.earth import Window, format_utc
from bongsu.errors import InputError
from bongsu.exchange.ascents import rings_of
from bongsu.exchange.czml_parts import ground_polygon, head, named_at_middle
from bongsu.exchange.named_shapes import CREDIT, NamedShape, closed_windows, limit_words, named_shapes, window_words
from bongsu.notices import Notice, NotifiedArea, NotifiedLine

if TYPE_CHECKING:
    from bongsu.cases import WatchedNotice

__all__ = ["notices_to_czml", "watched_to_czml"]

_FIRST, _LAST = "0000-01-01T00:00:00Z", "9999-12-31T24:00:00Z"  # Cesium's Iso8601.MINIMUM_VALUE and MAXIMUM_VALUE
_ORANGE, _GREY = (230, 102, 26), (136, 136, 136)
_MOST_LISTED = 60  # windows in a description


def notices_to_czml(notices: Sequence[Notice], *, at: datetime) -> list[dict[str, Any]]:
    """CZML packets.

    Parameters
    ----------
    notices : sequence of Notice
        As read.
    at : datetime
        When it is made; also the clock's time where no window has both ends.

    Returns
    -------
    list of dict
        The ``document`` packet with a clock over all windows, then one packet for each polygon or line: id, name,
        description, ``availability`` (every window; an open end reaches Cesium's last date; none where no
        window was read), and geometry in degrees, longitude first, with geodesic edges on the ground. Rings are not cut at 180:
        a globe has no edge. Shapes that cannot be drawn are left out.
    """
    shapes = named_shapes(notices)
    ends = [moment for shape in shapes for window in shape.windows for moment in (window.start, window.end) if moment]
    document: dict[str, Any] = {"id": "document", "name": "Notices", "version": "1.0", "description": CREDIT}
    first, last = min(ends, default=at), max(ends, default=at)
    if last > first:
        document["clock"] = {
            "interval": f"{format_utc(first)}/{format_utc(last)}",
            "currentTime": format_utc(first),
            "multiplier": 60,
        }
    return [document, *(packet for shape in shapes for packet in _packets(shape))]


def watched_to_czml(notices: Sequence[WatchedNotice], *, at: datetime) -> list[dict[str, Any]]:
    """CZML packets of the areas that listed notices have themselves, each available in its notice's windows.

    Parameters
    ----------
    notices : sequence of WatchedNotice
        As :func:`bongsu.cases.archived_in_force` gives them; those read from a text have none and are written by
        :func:`notices_to_czml`.
    at : datetime
        When it is made; also the clock's time where no window has both ends.
    """
    ends = [
        moment for notice in notices for window in notice.windows for moment in (window.start, window.end) if moment
    ]
    packets = [head("Notices in force", min(ends, default=at), max(ends, default=at), credit=CREDIT)]
    for notice in notices:
        spans = [_interval(window) for window in closed_windows(notice.windows)]
        for label, geometry, approximate in notice.areas:
            name = f"{notice.id} {label}".strip()
            words = [notice.name, "published distances only" if approximate else "corners as published"]
            for part, ring in enumerate(rings_of(geometry), start=1):
                positions = [number for x, y in ring for number in (x, y, 0.0)]
                packet: dict[str, Any] = {
                    **named_at_middle(name if part == 1 else "", positions),
                    "id": f"{name} ({part})",
                    "name": name,
                    "description": _html([*words, CREDIT]),
                    "polygon": ground_polygon(positions, _ORANGE, 40 if approximate else 70),
                }
                if spans:
                    packet["availability"] = spans if len(spans) > 1 else spans[0]
                packets.append(packet)
    return packets


def _packets(shape: NamedShape) -> list[dict[str, Any]]:
    windows = closed_windows(shape.windows)
    lines = [
        shape.notice.kind,
        limit_words(shape.notice),
        *(window_words(each) for each in windows[:_MOST_LISTED]),
    ]
    if len(windows) > _MOST_LISTED:
        lines.append(f"and {len(windows) - _MOST_LISTED} more windows")
    shared: dict[str, Any] = {"name": shape.name, "description": _html([*filter(None, lines), CREDIT])}
    if windows:
        spans = [_interval(window) for window in windows]
        shared["availability"] = spans if len(spans) > 1 else spans[0]
    drawings = _drawings(shape)
    return [
        {"id": shape.key if len(drawings) == 1 else f"{shape.key} ({number})", **shared, **drawing}
        for number, drawing in enumerate(drawings, start=1)
    ]


def _interval(window: Window) -> str:
    start = format_utc(window.start) if window.start else _FIRST
    return f"{start}/{format_utc(window.end) if window.end else _LAST}"


def _drawings(shape: NamedShape) -> list[dict[str, Any]]:
    """The graphics of a shape: polygons, a polyline or a point."""
    colour = _GREY if shape.approximate else _ORANGE
    if isinstance(shape.shape, NotifiedArea):
        try:
            rings = shape.shape.region().polygons
        except InputError:
            return []
        return [
            {
                **named_at_middle(shape.name if number == 0 else "", _degrees(ring)),
                "polygon": {
                    "positions": {"cartographicDegrees": _degrees(ring)},
                    "arcType": "GEODESIC",
                    "height": 0,
                    "material": {"solidColor": {"color": {"rgba": [*colour, 70]}}},
                    "outline": True,
                    "outlineColor": {"rgba": [*colour, 255]},
                },
            }
            for number, ring in enumerate(rings)
        ]
    if isinstance(shape.shape, NotifiedLine):
        return [
            {
                "polyline": {
                    "positions": {"cartographicDegrees": _degrees(shape.shape.vertices)},
                    "arcType": "GEODESIC",
                    "clampToGround": True,
                    "width": 2,
                    "material": {"solidColor": {"color": {"rgba": [*colour, 255]}}},
                }
            }
        ]
    place = _degrees([(shape.shape.latitude_deg, shape.shape.longitude_deg)])
    return [{"position": {"cartographicDegrees": place}, "point": {"pixelSize": 7, "color": {"rgba": [*colour, 255]}}}]


def _degrees(places: Sequence[tuple[float, float]]) -> list[float]:
    return [number for latitude, longitude in places for number in (round(longitude, 7), round(latitude, 7), 0.0)]


def _html(lines: Sequence[str]) -> str:
    """Lines for Cesium's description, which is HTML."""
    safe = (line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in lines)
    return "<br>".join(safe)
