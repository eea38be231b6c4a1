"""What changed between two notices: "the same areas as May", moved by how much, at which new times.

Areas are paired by how much of them is shared, then by the distance between their centres. Shares are measured
on Lambert's equal-area plane of the mean sphere about both areas; within 0.3 % of those on the ellipsoid.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import Region, Window, constants, format_utc, geodesic_inverse
from bongsu.errors import InputError, Problem
from bongsu.notices.notice import Notice, NotifiedArea

__all__ = ["AreaChange", "WindowChange", "area_change_to_json", "compare_notices"]

_SAME_M = 200.0  # a tenth of a minute of latitude, the coarsest rounding of restated corners, is 185 m
_MOST_AREAS = 200  # of either side; pairs cost as their product


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowChange:
    """Windows of an area in two notices.

    ``kept`` stand in both; ``removed`` only in the first, ``added`` only in the second. ``shift`` is how much later
    every window of the second is, where both have as many windows of the same lengths and one shift fits all.
    """

    kept: tuple[Window, ...]
    removed: tuple[Window, ...]
    added: tuple[Window, ...]
    shift: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChange:
    """One area in two notices.

    ``verdict`` is ``same`` (every corner within 200 m of the other's boundary), ``overlaps``, ``elsewhere``,
    ``only in the first`` or ``only in the second``. ``centre_distance_m`` and ``bearing_deg`` lead from the first's
    centre to the second's; ``shared`` is the area in both over the area in either; ``corner_shift_m`` the farthest
    that a corner of one lies from the other's boundary. NaN where there is no pair. The first and last are
    (notice id, area).
    """

    verdict: str
    first: tuple[str, NotifiedArea] | None
    second: tuple[str, NotifiedArea] | None
    centre_distance_m: float
    bearing_deg: float
    shared: float
    corner_shift_m: float
    windows: WindowChange

    @property
    def label(self) -> str:
        """Label of the area, the first notice's where they differ."""
        either = self.first or self.second
        return either[1].label if either else ""


def compare_notices(first: Sequence[Notice], second: Sequence[Notice]) -> tuple[list[AreaChange], list[Problem]]:
    """Areas of one notice, or of several, against those of another.

    Parameters
    ----------
    first, second : sequence of Notice
        The earlier and the later.

    Returns
    -------
    changes, problems : list of AreaChange, list of Problem
        Paired areas in the order of the first, then those without a pair. Problems name areas that cannot be drawn.

    Raises
    ------
    InputError
        When neither has an area, or one has more than 200.
    """
    problems: list[Problem] = []
    one, two = (_drawable(notices, problems) for notices in (first, second))
    if not one and not two:
        raise InputError("neither notice has an area to compare", advice="bongsu notice parse FILE says what was read")
    for drawn in (one, two):
        if len(drawn) > _MOST_AREAS:
            raise InputError(f"{len(drawn)} areas in one of the notices; at most {_MOST_AREAS}")
    pairs = _pairs([drawn.region for drawn in one], [drawn.region for drawn in two])
    changes = [_paired(one[a], two[b], shared) for a, (b, shared) in sorted(pairs.items())]
    taken = {b for b, _ in pairs.values()}
    changes += [_alone(drawn, first=True) for index, drawn in enumerate(one) if index not in pairs]
    changes += [_alone(drawn, first=False) for index, drawn in enumerate(two) if index not in taken]
    return changes, problems


def area_change_to_json(change: AreaChange) -> dict[str, Any]:
    """A change as the item ``notice diff`` prints; NaN becomes None."""

    def side(of: tuple[str, NotifiedArea] | None) -> dict[str, Any] | None:
        return None if of is None else {"notice": of[0], "label": of[1].label}

    def number(value: float) -> float | None:
        return round(value, 4) if math.isfinite(value) else None

    windows = change.windows
    return {
        "label": change.label,
        "verdict": change.verdict,
        "first": side(change.first),
        "second": side(change.second),
        "centre_distance_m": number(change.centre_distance_m),
        "bearing_deg": number(change.bearing_deg),
        "shared": number(change.shared),
        "corner_shift_m": number(change.corner_shift_m),
        "windows": {
            **{name: [_window(each) for each in getattr(windows, name)] for name in ("kept", "removed", "added")},
            "shift_s": None if windows.shift is None else windows.shift.total_seconds(),
        },
    }


@dataclass(frozen=True, slots=True)
class _Drawn:
    notice: str
    area: NotifiedArea
    region: Region


def _drawable(notices: Sequence[Notice], problems: list[Problem]) -> list[_Drawn]:
    drawn = []
    for notice in notices:
        for area in notice.areas:
            try:
                drawn.append(_Drawn(notice.id, area, area.region()))
            except InputError as error:
                where = f"{notice.id or 'notice'}, area {area.label or '(no letter)'}"
                problems.append(Problem(where=where, what=str(error), advice=error.advice))
    return drawn


def _pairs(one: Sequence[Region], two: Sequence[Region]) -> dict[int, tuple[int, float]]:
    """Index of the first: (index of the second, share); the largest share first, then the nearest centres."""
    options = []
    for a, region in enumerate(one):
        for b, other in enumerate(two):
            distance = float(geodesic_inverse(*region.centroid, *other.centroid)[0])
            options.append((-_shared(region, other, distance), distance, a, b))
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for minus_shared, _, a, b in sorted(options):
        if a not in pairs and b not in taken:
            pairs[a] = (b, -minus_shared)
            taken.add(b)
    return pairs


def _paired(one: _Drawn, two: _Drawn, shared: float) -> AreaChange:
    distance, bearing, _ = geodesic_inverse(*one.region.centroid, *two.region.centroid)
    shift = max(_farthest(one.region, two.region), _farthest(two.region, one.region))
    verdict = "same" if shift <= _SAME_M else "overlaps" if shared > 0.0 else "elsewhere"
    return AreaChange(
        verdict=verdict,
        first=(one.notice, one.area),
        second=(two.notice, two.area),
        centre_distance_m=float(distance),
        bearing_deg=float(bearing),
        shared=shared,
        corner_shift_m=shift,
        windows=_window_change(one.area.windows, two.area.windows),
    )


def _alone(drawn: _Drawn, *, first: bool) -> AreaChange:
    side = (drawn.notice, drawn.area)
    windows = drawn.area.windows
    return AreaChange(
        verdict="only in the first" if first else "only in the second",
        first=side if first else None,
        second=None if first else side,
        centre_distance_m=math.nan,
        bearing_deg=math.nan,
        shared=math.nan,
        corner_shift_m=math.nan,
        windows=WindowChange(kept=(), removed=windows if first else (), added=() if first else windows, shift=None),
    )


def _farthest(region: Region, other: Region) -> float:
    """Farthest that a corner of one region lies from the other's boundary, at most 60 corners tried. [m]"""
    corners = region.corners[:: max(1, len(region.corners) // 60)]
    outside = [float(other.distance_m(*corner)) for corner in corners]
    inside = [
        _depth(other, corner) if distance == 0.0 else 0.0 for corner, distance in zip(corners, outside, strict=True)
    ]
    return max(*outside, *inside)


def _depth(region: Region, corner: tuple[float, float]) -> float:
    """Distance from a place inside a region to its boundary, on the equal-area plane about the place. [m]"""
    import shapely  # noqa: PLC0415 - 0.1 s to import

    plane = _plane(*region.boundary, *corner)
    return float(shapely.distance(shapely.LinearRing(plane), shapely.Point(0.0, 0.0)))


def _shared(one: Region, two: Region, distance_m: float) -> float:
    """Area in both over area in either, 0 to 1."""
    import shapely  # noqa: PLC0415 - 0.1 s to import

    if distance_m > 4_000_000.0 and distance_m > _reach(one) + _reach(two):
        return 0.0
    latitude, longitude = _between(one.centroid, two.centroid)
    shapes = []
    for region in (one, two):
        rings = [Region(polygons=(ring,)).boundary for ring in region.polygons]
        parts = [shapely.make_valid(shapely.Polygon(_plane(*ring, latitude, longitude))) for ring in rings]
        shapes.append(shapely.union_all(parts))
    both = float(shapes[0].intersection(shapes[1]).area)
    either = float(shapes[0].area + shapes[1].area) - both
    return both / either if either > 0.0 else 0.0


def _reach(region: Region) -> float:
    distance, _, _ = geodesic_inverse(*region.centroid, *np.array(region.corners).T)
    return float(np.max(distance))


def _between(one: tuple[float, float], two: tuple[float, float]) -> tuple[float, float]:
    vectors = [
        np.array([math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)])
        for a, b in (np.radians(one), np.radians(two))
    ]
    x, y, z = vectors[0] + vectors[1]
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _plane(
    latitude_deg: NDArray[np.float64], longitude_deg: NDArray[np.float64], latitude0_deg: float, longitude0_deg: float
) -> NDArray[np.float64]:
    """Lambert azimuthal equal-area plane (n, 2), metres on the mean sphere (Snyder 1987, equations 24-2 to 24-4)."""
    phi, lam = np.radians(latitude_deg), np.radians(longitude_deg - longitude0_deg)
    phi0 = math.radians(latitude0_deg)
    cosine = math.sin(phi0) * np.sin(phi) + math.cos(phi0) * np.cos(phi) * np.cos(lam)
    scale = constants.EARTH_MEAN_RADIUS_M * np.sqrt(2.0 / np.maximum(1.0 + cosine, 1e-9))
    x = scale * np.cos(phi) * np.sin(lam)
    y = scale * (math.cos(phi0) * np.sin(phi) - math.sin(phi0) * np.cos(phi) * np.cos(lam))
    return np.stack([x, y], axis=-1)


def _window_change(one: Sequence[Window], two: Sequence[Window]) -> WindowChange:
    first, second = set(one), set(two)
    shift = None
    if len(one) == len(two) and one and first != second:
        shifts = {
            (b.start - a.start, b.end - a.end) if a.start and b.start and a.end and b.end else None
            for a, b in zip(one, two, strict=True)
        }
        only = shifts.pop() if len(shifts) == 1 else None
        shift = only[0] if only is not None and only[0] == only[1] else None
    return WindowChange(
        kept=tuple(each for each in one if each in second),
        removed=tuple(each for each in one if each not in second),
        added=tuple(each for each in two if each not in first),
        shift=shift,
    )


def _window(window: Window) -> dict[str, str | None]:
    return {
        "start": None if window.start is None else format_utc(window.start),
        "end": None if window.end is None else format_utc(window.end),
    }
