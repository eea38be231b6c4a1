"""What an assessment draws, and where a satellite flies, as CZML for a globe with heights."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from bongsu.earth import Region, format_utc, region_from_circle
from bongsu.errors import InputError
from bongsu.exchange.named_shapes import CREDIT

if TYPE_CHECKING:
    from bongsu.cases import Assessment, MapArea, MapPoint, MapTrack

__all__ = ["assessment_to_czml", "track_to_czml"]

_ORANGE, _BLUE, _GREEN, _WHITE = (230, 102, 26), (72, 146, 214), (64, 190, 172), (240, 244, 248)
_NEAR_M = 2.5e6  # from farther away the names of places are left out
_TRACK_COLOURS = {"direct": _BLUE, "orbit": _WHITE}


def assessment_to_czml(answer: Assessment) -> list[dict[str, Any]]:
    """CZML packets of an assessment's areas, ground tracks and places.

    Returns
    -------
    list of dict
        The ``document`` packet, with a clock over the timeline, then a packet for each ring, line and place: id,
        name, description, and geometry in degrees on the ground, longitude first. A shape that cannot be drawn is
        left out.
    """
    times = [moment for mark in answer.timeline for moment in (mark.start, mark.end) if moment]
    packets = [
        _document(
            answer.case.case.title or answer.case.case.name,
            min(times, default=answer.at),
            max(times, default=answer.at),
        )
    ]
    for number, area in enumerate(answer.areas, start=1):
        packets += _area(area, number)
    packets += [_line(track, number) for number, track in enumerate(answer.tracks, start=1) if len(track.points) > 1]
    for number, point in enumerate(answer.points, start=1):
        packets += _place(point, number)
    return packets


def track_to_czml(track: dict[str, Any]) -> list[dict[str, Any]]:
    """CZML packets of a satellite on its way, with half an hour of path before and behind it.

    Parameters
    ----------
    track : dict
        As :func:`bongsu.cases.ground_track` gives it.

    Returns
    -------
    list of dict
        The ``document`` packet and one for the satellite: position in Earth-fixed degrees and metres above the
        ellipsoid, to be interpolated by Lagrange's polynomial of degree 5; path, point and label. Only the document
        where the track is empty.
    """
    start = datetime.fromisoformat(track["start"])
    seconds: Sequence[float] = track["time"]
    if not seconds:
        return [_document(track["name"], start, start)]
    first, last = (start + timedelta(seconds=seconds[index]) for index in (0, -1))
    samples = [
        round(number, 7)
        for row in zip(seconds, track["longitude_deg"], track["latitude_deg"], track["height_m"], strict=True)
        for number in row
    ]
    words = f"elements of {track['epoch']}, {track['age_days']:.1f} days old at the start; timing to {track['timing_s']:g} s at the end"
    return [
        _document(track["name"], first, last),
        {
            "id": f"satellite:{track['norad_id']}",
            "name": track["name"],
            "description": escape(f"{words}. {CREDIT}"),
            "availability": f"{format_utc(first)}/{format_utc(last)}",
            "position": {
                "epoch": format_utc(start),
                "cartographicDegrees": samples,
                "interpolationAlgorithm": "LAGRANGE",
                "interpolationDegree": 5,
            },
            "path": {"width": 2, "leadTime": 1800, "trailTime": 1800, "resolution": 30, "material": _solid(_WHITE, 200)},
            "point": {"pixelSize": 9, "color": {"rgba": [*_WHITE, 255]}, "outlineWidth": 1, "outlineColor": {"rgba": [16, 24, 32, 255]}},
            "label": _label(track["name"]),
        },
    ]  # fmt: skip


def _document(name: str, first: datetime, last: datetime) -> dict[str, Any]:
    packet: dict[str, Any] = {"id": "document", "name": name, "version": "1.0", "description": CREDIT}
    if last > first:
        interval = f"{format_utc(first)}/{format_utc(last)}"
        packet["clock"] = {"interval": interval, "currentTime": format_utc(first), "multiplier": 60}
    return packet


def _area(area: MapArea, number: int) -> list[dict[str, Any]]:
    try:
        rings = Region.from_ring(area.ring).polygons
    except InputError:
        return []
    shared = {"name": area.label, "description": escape(f"{area.remark} {CREDIT}".strip())}
    return [
        {"id": f"area:{number}.{part}", **shared, "polygon": _polygon(ring, 40 if area.approximate else 70)}
        for part, ring in enumerate(rings, start=1)
    ]


def _polygon(
    ring: Sequence[tuple[float, float]], strength: int, colour: tuple[int, int, int] = _ORANGE
) -> dict[str, Any]:
    return {
        "positions": {"cartographicDegrees": _degrees(ring)},
        "arcType": "GEODESIC",
        "height": 0,
        "material": _solid(colour, strength),
        "outline": True,
        "outlineColor": {"rgba": [*colour, 255]},
    }


def _line(track: MapTrack, number: int) -> dict[str, Any]:
    return {
        "id": f"line:{number}",
        "name": track.label,
        "description": escape(f"{track.kind}, on the ground. {CREDIT}"),
        "polyline": {
            "positions": {"cartographicDegrees": _degrees(track.points)},
            "arcType": "GEODESIC",
            "width": 2,
            "material": _solid(_TRACK_COLOURS.get(track.kind, _ORANGE), 230),
        },
    }


def _place(point: MapPoint, number: int) -> list[dict[str, Any]]:
    colour = _GREEN if point.kind == "claim" else _WHITE
    packets: list[dict[str, Any]] = [
        {
            "id": f"launch-site:{number}" if point.kind == "site" else f"place:{number}",
            "name": point.label,
            "description": escape(f"{point.remark} {CREDIT}".strip()),
            "position": {"cartographicDegrees": _degrees([(point.latitude_deg, point.longitude_deg)])},
            "point": {"pixelSize": 8, "color": {"rgba": [*colour, 255]}, "outlineWidth": 1, "outlineColor": {"rgba": [16, 24, 32, 255]}},
            "label": _label(point.label, up_to_m=_NEAR_M if point.kind != "site" else None),
        }
    ]  # fmt: skip
    if point.radius_km > 0.0:
        circle = region_from_circle(point.latitude_deg, point.longitude_deg, point.radius_km * 1000.0)
        packets += [
            {"id": f"place:{number}.{part}", "name": f"{point.label}, within {point.radius_km:g} km", "polygon": _polygon(ring, 30, _WHITE)}
            for part, ring in enumerate(circle.polygons, start=1)
        ]  # fmt: skip
    return packets


def _label(words: str, up_to_m: float | None = None) -> dict[str, Any]:
    """A name beside its place; of the many, only from near, so that they do not cover one another."""
    label: dict[str, Any] = {
        "text": words,
        "font": "14px sans-serif",
        "style": "FILL_AND_OUTLINE",
        "outlineWidth": 3,
        "outlineColor": {"rgba": [16, 24, 32, 255]},
        "fillColor": {"rgba": [255, 255, 255, 255]},
        "horizontalOrigin": "LEFT",
        "pixelOffset": {"cartesian2": [10, -4]},
    }
    if up_to_m is not None:
        label["distanceDisplayCondition"] = {"distanceDisplayCondition": [0.0, up_to_m]}
    return label


def _solid(colour: tuple[int, int, int], strength: int) -> dict[str, Any]:
    return {"solidColor": {"color": {"rgba": [*colour, strength]}}}


def _degrees(places: Sequence[tuple[float, float]]) -> list[float]:
    return [number for latitude, longitude in places for number in (round(longitude, 7), round(latitude, 7), 0.0)]
