"""Pieces that every CZML document of ours is made of: its head, lines, areas, labels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any

from bongsu.earth import format_utc

__all__ = ["Colour", "dot", "ground_polygon", "head", "label", "lon_lat_height", "named_at_middle", "solid"]

Colour = tuple[int, int, int]
_DARK = (16, 24, 32, 255)
_ORIGINS = {"right": "LEFT", "left": "RIGHT"}
_OFFSETS = {"right": (10, -4), "left": (-10, -4), "above": (0, -18), "below": (0, 20)}  # pixels


def head(
    name: str, first: datetime, last: datetime, *, credit: str, multiplier: int = 60, now: datetime | None = None
) -> dict[str, Any]:
    """The ``document`` packet, with a clock from first to last where that is a stretch of time."""
    packet: dict[str, Any] = {"id": "document", "name": name, "version": "1.0", "description": credit}
    if last > first:
        packet["clock"] = {
            "interval": f"{format_utc(first)}/{format_utc(last)}",
            "currentTime": format_utc(now or first),
            "multiplier": multiplier,
        }
    return packet


def solid(colour: Colour, strength: int) -> dict[str, Any]:
    """A material of one colour; strength from 0 to 255."""
    return {"solidColor": {"color": {"rgba": [*colour, strength]}}}


def dot(colour: Colour, size: int) -> dict[str, Any]:
    """A point with a dark edge, so that it is seen on any ground. [pixels]"""
    return {
        "pixelSize": size,
        "color": {"rgba": [*colour, 255]},
        "outlineWidth": 1,
        "outlineColor": {"rgba": [*_DARK]},
    }


def label(words: str | list[dict[str, Any]], *, up_to_m: float | None = None, at: str = "right") -> dict[str, Any]:
    """A name beside its place; of the many, only from near, so that they do not cover one another.

    ``words`` may be a list of intervals with a ``string`` each. ``at`` is ``right`` or ``left`` of the place, ``above`` or ``below`` it.
    """
    packet: dict[str, Any] = {
        "text": words,
        "font": "14px sans-serif",
        "style": "FILL_AND_OUTLINE",
        "outlineWidth": 3,
        "outlineColor": {"rgba": [*_DARK]},
        "fillColor": {"rgba": [255, 255, 255, 255]},
        "horizontalOrigin": _ORIGINS.get(at, "CENTER"),
        "pixelOffset": {"cartesian2": list(_OFFSETS[at])},
    }
    if up_to_m is not None:
        packet["distanceDisplayCondition"] = {"distanceDisplayCondition": [0.0, up_to_m]}
    return packet


def ground_polygon(positions: Sequence[float], colour: Colour, strength: int) -> dict[str, Any]:
    """A polygon on the ellipsoid with geodesic edges; ``positions`` are longitude, latitude, height in turn. 0: edge alone."""
    polygon: dict[str, Any] = {
        "positions": {"cartographicDegrees": list(positions)},
        "arcType": "GEODESIC",
        "height": 0,
        "outline": True,
        "outlineColor": {"rgba": [*colour, 255]},
    }
    return polygon | ({"material": solid(colour, strength)} if strength else {"fill": False})


def named_at_middle(words: str, positions: Sequence[float]) -> dict[str, Any]:
    """``position`` and ``label`` for an area's name in the middle of its corners; nothing for an area without a name.

    The middle is the mean of the corners' directions: not the centre of area, and outside of a strongly hollow one.
    """
    corners = list(zip(positions[0::3], positions[1::3], strict=True))
    if not words or not corners:
        return {}
    ways = [(radians(x), radians(y)) for x, y in corners]
    mean = [sum(each) for each in zip(*((cos(y) * cos(x), cos(y) * sin(x), sin(y)) for x, y in ways), strict=True)]
    place = [
        round(degrees(atan2(mean[1], mean[0])), 5),
        round(degrees(atan2(mean[2], hypot(mean[0], mean[1]))), 5),
        0.0,
    ]
    return {
        "position": {"cartographicDegrees": place},
        "label": label(words, at="below"),
    }


def lon_lat_height(places: Sequence[tuple[float, float]]) -> list[float]:
    """(latitude, longitude) pairs as CZML has positions on the ground."""
    return [number for latitude, longitude in places for number in (round(longitude, 7), round(latitude, 7), 0.0)]
