"""Where a warning's areas lie: beside launch sites and ranges, and beside one another.

Distances are those of a sphere; they only sort near from far.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from bongsu.notices.kind_places import (
    LAUNCH,
    MISSILE,
    NAVAL,
    PLACE_MATRIX,
    PLACE_VECTORS,
    PLACES,
    SOUNDING,
    Vector,
    unit_vector,
)
from bongsu.notices.kind_words import Evidence
from bongsu.notices.notice import NotifiedArea
from bongsu.notices.shapes import Place

__all__ = ["where_areas_lie"]

_EARTH_RADIUS_KM = 6371.0  # mean radius
_MOST_AREAS = 50
_AT_KM = 60.0
_NAVAL_KM = 400.0  # of submarine launch areas, which the list knows to a degree or two
_ROUND_RANGE_KM = (200.0, 800.0)  # a target's or interceptor's fall around a range, clear of its own waters
_FAR_KM = 1500.0
_APART_KM = 300.0
_VAST_KM = 200.0  # from the middle to the farthest corner
_IN_LINE_DEG = 8.0
_IN_LINE_FROM_KM = 1500.0
_IN_LINE_KM = 8000.0
_POINTS_DEG = 12.0
_LONGWISE = 1.5  # length over width
_WESTWARD_DEG = (225.0, 315.0)  # against Earth's rotation: no launcher but Palmachim's flies so
_FLIES_WEST = "Palmachim"

_COLUMNS = {
    use: tuple(column for column, place in enumerate(PLACES) if place[1] == use)
    for use in (LAUNCH, SOUNDING, MISSILE, NAVAL)
}


@dataclass(frozen=True, slots=True)
class _Layout:
    """Middles of areas as unit vectors, their sizes, and how far every place is."""

    areas: Sequence[NotifiedArea]
    middles: list[Vector]
    sizes_km: list[float]  # from the middle to the farthest corner, or the radius
    nearest_km: list[float]  # by place: from the nearest corner or edge of a circle of any area
    nearest_row: list[int]  # by place: that area

    def name(self, row: int) -> str:
        """``area A``."""
        return f"area {self.areas[row].label}".strip()


def where_areas_lie(areas: Sequence[NotifiedArea]) -> list[Evidence]:
    """Evidence from the first 50 areas of a warning, each with at least one corner."""
    layout = _layout(areas[:_MOST_AREAS])
    found = list(_near(layout))
    if len(areas) == 1 and areas[0].kind == "circle":
        found.append(Evidence("one circle", f"one circle of {areas[0].radius_m / 1852.0:.0f} NM", areas[0].text_span))
    largest = max(layout.sizes_km)
    if largest > _VAST_KM:
        row = layout.sizes_km.index(largest)
        words = f"{layout.name(row)} reaches {largest:,.0f} km from its middle"
        found.append(Evidence("a vast area", words, areas[row].text_span))
    apart, one, other = max(
        ((_km(layout.middles[one], layout.middles[other]), one, other) for one, other in _pairs(layout)),
        default=(0.0, 0, 0),
    )
    if apart > _APART_KM:
        words = f"{layout.name(one)} and {layout.name(other)} are {apart:,.0f} km apart"
        found.append(Evidence("areas far apart", words, areas[other].text_span))
        found += _round_range(layout, largest)
    return [*found, *_downrange(layout)]


def _pairs(layout: _Layout) -> Iterator[tuple[int, int]]:
    return combinations(range(len(layout.areas)), 2)


def _layout(areas: Sequence[NotifiedArea]) -> _Layout:
    corners = [[unit_vector(*place) for place in area.vertices] for area in areas]
    middles = [_middle(each) for each in corners]
    radii_km = [area.radius_m / 1000.0 for area in areas]
    cosines = np.array([corner for each in corners for corner in each]) @ PLACE_MATRIX  # corners by places
    firsts = [sum(len(each) for each in corners[:row]) for row in range(len(corners))]
    closest = np.maximum.reduceat(cosines, firsts, axis=0)
    away = _EARTH_RADIUS_KM * np.arccos(np.minimum(np.maximum(closest, -1.0), 1.0)) - np.array(radii_km)[:, None]
    return _Layout(
        areas=areas,
        middles=middles,
        sizes_km=[
            max(radius, *(_km(middle, corner) for corner in each))
            for radius, middle, each in zip(radii_km, middles, corners, strict=True)
        ],
        nearest_km=np.maximum(away.min(axis=0), 0.0).tolist(),
        nearest_row=away.argmin(axis=0).tolist(),
    )


def _middle(corners: Sequence[Vector]) -> Vector:
    x, y, z = (sum(axis) for axis in zip(*corners, strict=True))
    size = max(math.sqrt(x * x + y * y + z * z), 1e-12)
    return x / size, y / size, z / size


def _nearest(layout: _Layout, use: str) -> tuple[int, int, float]:
    """Area, place of that use, and distance between them, the smallest. [km]"""
    column = min(_COLUMNS[use], key=layout.nearest_km.__getitem__)
    return layout.nearest_row[column], column, layout.nearest_km[column]


def _near(layout: _Layout) -> Iterator[Evidence]:
    """The nearest place of each use, where it is near; or that none is."""
    least = math.inf
    for use, name, within in (
        (LAUNCH, "at a launch site", _AT_KM),
        (SOUNDING, "at a research rocket range", _AT_KM),
        (MISSILE, "at a missile range", _AT_KM),
        (NAVAL, "missile waters", _NAVAL_KM),
    ):
        row, column, km = _nearest(layout, use)
        least = min(least, km)
        if km <= within:
            words = f"{layout.name(row)} {km:,.0f} km from {PLACES[column][0]}"
            yield Evidence(name, words, layout.areas[row].text_span)
    if least > _FAR_KM:
        words = f"{least:,.0f} km from the nearest launch site or range"
        yield Evidence("far from every launch site and range", words, layout.areas[0].text_span)


def _round_range(layout: _Layout, largest_km: float) -> Iterator[Evidence]:
    """Small areas far apart, clear of a missile range but within its reach, and no launch site that could be meant."""
    row, column, km = _nearest(layout, MISSILE)
    if (
        _ROUND_RANGE_KM[0] < km <= _ROUND_RANGE_KM[1]
        and largest_km <= _VAST_KM
        and _nearest(layout, LAUNCH)[2] > _FAR_KM
    ):
        words = f"small areas far apart, {layout.name(row)} {km:,.0f} km from {PLACES[column][0]}, no launch site within 1,500 km"
        yield Evidence("small areas far apart around a missile range", words, layout.areas[row].text_span)


def _downrange(layout: _Layout) -> Iterator[Evidence]:
    """How the areas lie as seen from the nearest launch sites and research ranges: each finding once."""
    seen: set[str] = set()
    for column in sorted((*_COLUMNS[LAUNCH], *_COLUMNS[SOUNDING]), key=layout.nearest_km.__getitem__):
        if layout.nearest_km[column] > _IN_LINE_FROM_KM:
            return
        for each in _seen_from(layout, column):
            if each.name not in seen:
                seen.add(each.name)
                yield each


def _seen_from(layout: _Layout, column: int) -> Iterator[Evidence]:
    """What one site's view of the areas shows."""
    name, _, _, _ = PLACES[column]
    site = PLACE_VECTORS[column]
    at_site = layout.nearest_row[column] if layout.nearest_km[column] <= _AT_KM else None
    km = [_km(middle, site) for middle in layout.middles]
    beyond = [row for row in range(len(km)) if row != at_site and _AT_KM < km[row] < _IN_LINE_KM]
    azimuths = {row: _azimuth_deg(site, layout.middles[row]) % 360.0 for row in beyond}
    west = [row for row in beyond if _WESTWARD_DEG[0] < azimuths[row] < _WESTWARD_DEG[1] and name != _FLIES_WEST]
    if at_site is not None and west and km[west[-1]] > _APART_KM:
        words = f"from {name} westward to {layout.name(west[-1])}, against Earth's rotation"
        yield Evidence("westward from a launch site", words, layout.areas[west[-1]].text_span)
        return
    ahead = [row for row in beyond if row not in west]
    if at_site is not None and ahead:
        words = f"{layout.name(at_site)} at {name}, {layout.name(ahead[0])} beyond"
        yield Evidence("one area at a launch site and one beyond", words, layout.areas[ahead[0]].text_span)
    for one, other in pairwise(ahead):
        if abs(_turn(azimuths[one] - azimuths[other])) <= _IN_LINE_DEG and abs(km[one] - km[other]) > _APART_KM:
            words = f"{layout.name(one)} and {layout.name(other)} in line with {name}"
            yield Evidence("in line with a launch site", words, layout.areas[other].text_span)
            break
    for row in ahead:
        if len(layout.areas[row].vertices) >= 4 and _points_at(layout.areas[row].vertices, PLACES[column][2:]):
            words = f"{layout.name(row)} lies lengthwise, {km[row]:,.0f} km from {name}"
            yield Evidence("a long side towards a launch site", words, layout.areas[row].text_span)
            break


def _points_at(ring: Sequence[Place], site: Place) -> bool:
    """Whether an area's long axis points at a site: the axis of its corners on a flat map around their middle."""
    latitude = sum(corner[0] for corner in ring) / len(ring)
    shrunk = math.cos(math.radians(latitude))
    east = [_turn(corner[1] - ring[0][1]) * shrunk for corner in ring]
    middle = sum(east) / len(ring)
    east = [each - middle for each in east]
    north = [corner[0] - latitude for corner in ring]
    across, along = sum(each * each for each in east), sum(each * each for each in north)
    mixed = sum(one * two for one, two in zip(east, north, strict=True))
    half, lean = (across + along) / 2.0, math.hypot((along - across) / 2.0, mixed)
    if lean <= 0.0 or half + lean < _LONGWISE**2 * (half - lean):
        return False
    axis = math.degrees(math.atan2(2.0 * mixed, along - across)) / 2.0  # from north, clockwise
    longitude = ring[0][1] + middle / max(shrunk, 1e-6)
    away = abs(_turn(axis - _azimuth_deg(unit_vector(latitude, longitude), unit_vector(*site))))
    return min(away, abs(away - 180.0)) <= _POINTS_DEG


def _azimuth_deg(one: Vector, other: Vector) -> float:
    east = one[0] * other[1] - one[1] * other[0]
    north = other[2] - one[2] * _cosine(one, other)
    return math.degrees(math.atan2(east, north))


def _turn(angle_deg: float) -> float:
    return (angle_deg + 180.0) % 360.0 - 180.0


def _cosine(one: Vector, other: Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _km(one: Vector, other: Vector) -> float:
    return _EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, _cosine(one, other))))
