"""What an assessment draws, and where a satellite flies, as CZML for a globe with heights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from bongsu.earth import Region, format_utc, region_from_circle
from bongsu.errors import InputError
from bongsu.exchange.czml_parts import dot, ground_polygon, head, label, lon_lat_height, named_at_middle, solid
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
        head(
            answer.case.case.title or answer.case.case.name,
            min(times, default=answer.at),
            max(times, default=answer.at),
            credit=CREDIT,
        )
    ]
    for number, area in enumerate(answer.areas, start=1):
        packets += _area(area, number)
    packets += [_line(track, number) for number, track in enumerate(answer.tracks, start=1) if len(track.points) > 1]
    for number, point in enumerate(answer.points, start=1):
        packets += _place(point, number)
    return packets


def track_to_czml(track: dict[str, Any]) -> list[dict[str, Any]]:
    """CZML packets of a satellite on its way, with half an hour of path before and behind it, and its camera's reach.

    Parameters
    ----------
    track : dict
        As :func:`bongsu.cases.ground_track` gives it, with or without reach.

    Returns
    -------
    list of dict
        The ``document`` packet and one for the satellite: position in Earth-fixed degrees and metres above the
        ellipsoid, to be interpolated by Lagrange's polynomial of degree 5; path, point and label. With reach, for
        each limit and strip ``reach NORAD LIMIT N``: the plane of view from the satellite to the strip's two edges, and the
        edges themselves (``... left``, ``... right`` or ``near``, ``far``), five minutes of path to either side.
        Only the document where the track is empty.
    """
    start = datetime.fromisoformat(track["start"])
    seconds: Sequence[float] = track["time"]
    if not seconds:
        return [head(track["name"], start, start, credit=CREDIT)]
    first, last = (start + timedelta(seconds=seconds[index]) for index in (0, -1))
    words = f"elements of {track['epoch']}, {track['age_days']:.1f} days old at the start; timing to {track['timing_s']:g} s at the end"
    satellite: dict[str, Any] = {
        "id": f"satellite:{track['norad_id']}",
        "name": track["name"],
        "description": escape(f"{words}. {CREDIT}"),
        "availability": f"{format_utc(first)}/{format_utc(last)}",
        "position": _samples(track, track, track["height_m"]),
        "path": {"width": 2, "leadTime": 1800, "trailTime": 1800, "resolution": 30, "material": solid(_WHITE, 200)},
        "point": dot(_WHITE, 9),
        "label": label(track["name"]),
    }
    return [head(track["name"], first, last, credit=CREDIT), satellite, *_reach(track, satellite)]


def _samples(track: dict[str, Any], places: dict[str, Any], heights: Sequence[float]) -> dict[str, Any]:
    rows = zip(track["time"], places["longitude_deg"], places["latitude_deg"], heights, strict=True)
    return {
        "epoch": track["start"],
        "cartographicDegrees": [round(number, 7) for row in rows for number in row],
        "interpolationAlgorithm": "LAGRANGE",
        "interpolationDegree": 5,
    }


def _reach(track: dict[str, Any], satellite: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What the camera can be turned to: sure is bold, possible is thin."""
    reach: dict[str, Any] = track.get("reach") or {"limits": ()}
    on_ground = [0.0] * len(track["time"])
    for limit in reach["limits"]:
        sure = limit["name"] == "sure"
        name = f"{track['name']}, camera's {'' if sure else 'possible '}reach ({reach['basis']})"
        shared = {
            "description": escape(f"Straight across the track. {CREDIT}"),
            "availability": satellite["availability"],
        }
        names = ("left", "right") if len(limit["bands"]) == 1 else ("near", "far")
        for number, band in enumerate(limit["bands"], start=1):
            identity = f"reach {track['norad_id']} {limit['name']} {number}"
            edges = [f"{identity} {side}" for side in names]
            yield {
                "id": identity, "name": name, **shared,
                "polygon": {
                    "positions": {"references": [f"{each}#position" for each in (satellite["id"], *edges)]},
                    "perPositionHeight": True,
                    "material": solid(_GREEN, 90 if sure else 40),
                },
            }  # fmt: skip
            for each, side, edge in zip(edges, names, band, strict=True):
                yield {
                    "id": each, "name": f"{name}, {side} edge", **shared,
                    "position": _samples(track, edge, on_ground),
                    "point": dot(_GREEN, 5),
                    "path": {
                        "width": 3 if sure else 2, "leadTime": 300, "trailTime": 300, "resolution": 15,
                        "material": solid(_GREEN, 255 if sure else 150),
                    },
                }  # fmt: skip


def _area(area: MapArea, number: int) -> list[dict[str, Any]]:
    try:
        rings = Region.from_ring(area.ring).polygons
    except InputError:
        return []
    shared = {"name": area.label, "description": escape(f"{area.remark} {CREDIT}".strip())}
    return [
        {
            **named_at_middle(area.label if part == 1 else "", lon_lat_height(ring)),
            "id": f"area:{number}.{part}",
            **shared,
            "polygon": ground_polygon(lon_lat_height(ring), _ORANGE, 40 if area.approximate else 70),
        }
        for part, ring in enumerate(rings, start=1)
    ]


def _line(track: MapTrack, number: int) -> dict[str, Any]:
    return {
        "id": f"line:{number}",
        "name": track.label,
        "description": escape(f"{track.kind}, on the ground. {CREDIT}"),
        "polyline": {
            "positions": {"cartographicDegrees": lon_lat_height(track.points)},
            "arcType": "GEODESIC",
            "width": 2,
            "material": solid(_TRACK_COLOURS.get(track.kind, _ORANGE), 230),
        },
    }


def _place(point: MapPoint, number: int) -> list[dict[str, Any]]:
    colour = _GREEN if point.kind == "claim" else _WHITE
    packets: list[dict[str, Any]] = [
        {
            "id": f"launch-site:{number}" if point.kind == "site" else f"place:{number}",
            "name": point.label,
            "description": escape(f"{point.remark} {CREDIT}".strip()),
            "position": {"cartographicDegrees": lon_lat_height([(point.latitude_deg, point.longitude_deg)])},
            "point": dot(colour, 8),
            "label": label(point.label, up_to_m=_NEAR_M if point.kind != "site" else None),
        }
    ]  # fmt: skip
    if point.radius_km > 0.0:
        circle = region_from_circle(point.latitude_deg, point.longitude_deg, point.radius_km * 1000.0)
        packets += [
            {"id": f"place:{number}.{part}", "name": f"{point.label}, within {point.radius_km:g} km", "polygon": ground_polygon(lon_lat_height(ring), _WHITE, 30)}
            for part, ring in enumerate(circle.polygons, start=1)
        ]  # fmt: skip
    return packets
