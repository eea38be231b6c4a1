"""Shapes as a chart draws them: straight lines in longitude and latitude, cut at 180 degrees (RFC 7946).

Limits of NAVAREAs, FIRs and a user's GeoJSON run along parallels and meridians, which a :class:`Region`, whose edges are
geodesics, would bend. What touches what is asked on the plane of longitude and latitude (GEOS); lengths, distances and
areas are those of the ellipsoid.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth.constants import WGS84_ECCENTRICITY_SQUARED, WGS84_EQUATORIAL_RADIUS_M
from bongsu.earth.ellipsoid import fixed_to_geodetic, geodesic_inverse, geodesic_points, geodetic_to_fixed
from bongsu.earth.region import Region
from bongsu.errors import InputError

__all__ = ["LEGS", "ChartShape", "route_points", "stretches_m"]

LEGS = ("rhumb", "great circle")

Places = Sequence[Sequence[float]]  # (latitude, longitude) [deg]

_PIECE_M = 25_000.0  # pieces for distances: a chord lies 12 m under its arc
_ROUTE_PIECE_M = 10_000.0
_LARGEST = 200_000  # corners of one shape
_LARGEST_CROSSED = 300  # corners of a ring that crosses itself and is put right; costs as their square
_POLAR_DEG = 89.999  # beyond this a step in longitude is no way
_CHUNK = 2_000_000  # distances worked out at once


@dataclass(frozen=True, kw_only=True)
class ChartShape:
    """Areas, lines or points on the chart.

    ``geometry`` is a shapely geometry of (longitude, latitude) within [-180, 180] and [-90, 90], valid. Not slotted:
    what is worked out is kept.
    """

    geometry: Any

    @classmethod
    def from_rings(cls, polygons: Iterable[Sequence[Places]]) -> ChartShape:
        """Polygons, each an outer ring and holes of (latitude, longitude); longitudes may run past 180.

        A ring that goes once around a pole holds that pole, on the side of its mean latitude.

        Raises
        ------
        InputError
            For fewer than 3 corners, coordinates not on Earth, or no area left.
        """
        import shapely  # noqa: PLC0415 - 0.1 s to import

        parts = []
        for outer, *holes in polygons:
            area = _on_chart(outer)
            for hole in holes:
                area = area.difference(_on_chart(hole))
            parts.append(area)
        return cls(geometry=_areas_only(shapely.union_all(parts)))

    @classmethod
    def from_line(cls, places: Places) -> ChartShape:
        """A line through places, straight on the chart, the shorter way round.

        Raises
        ------
        InputError
            For fewer than 2 different places, or coordinates not on Earth.
        """
        import shapely  # noqa: PLC0415

        longitude, latitude = _unwrapped(_checked(places))
        if len(longitude) < 2:
            raise InputError("line has one place only; at least 2")
        return cls(geometry=_brought_in(shapely.LineString(np.column_stack([longitude, latitude]))))

    @classmethod
    def from_points(cls, places: Places) -> ChartShape:
        """Single places.

        Raises
        ------
        InputError
            For none, or coordinates not on Earth.
        """
        import shapely  # noqa: PLC0415

        corners = _checked(places)
        if not len(corners):
            raise InputError("no place given")
        return cls(geometry=shapely.MultiPoint([(_turned(x), y) for y, x in corners.tolist()]))

    @classmethod
    def from_region(cls, region: Region) -> ChartShape:
        """A region; its geodesic edges are drawn in pieces of 50 km, within 90 m at 60 degrees of latitude."""
        import shapely  # noqa: PLC0415

        return cls(geometry=shapely.make_valid(shapely.geometry.shape(region.to_geojson())))

    @property
    def is_area(self) -> bool:
        return "Polygon" in self.geometry.geom_type

    @cached_property
    def area_km2(self) -> float:
        """Area on the ellipsoid, 0 for lines and points. [km2] Exact on the equal-area cylinder."""
        return _equal_area_km2(self.geometry)

    def touches(self, other: ChartShape) -> bool:
        """Whether both share a place."""
        return bool(self.geometry.intersects(other.geometry))

    def covers(self, other: ChartShape) -> bool:
        """Whether the other lies wholly in this one."""
        return bool(self.geometry.covers(other.geometry))

    def shared_km2(self, other: ChartShape) -> float:
        """Area that both have. [km2]"""
        return _equal_area_km2(self.geometry.intersection(other.geometry))

    def contains(self, latitude_deg: float, longitude_deg: float) -> bool:
        """Whether a place lies in the shape, its edge included."""
        import shapely  # noqa: PLC0415

        return bool(shapely.intersects_xy(self.geometry, _turned(longitude_deg), latitude_deg))

    def distance_m(self, other: ChartShape) -> float:
        """Shortest distance on the ellipsoid to another shape, 0 where they share a place. [m]

        Notes
        -----
        Between the corners of either, at 25 km or less, and the pieces of the other; within 0.01 % or 15 m.
        """
        if self.touches(other):
            return 0.0
        return _between(self._pieces, other._pieces)

    def surely_beyond(self, other: ChartShape, distance_m: float) -> bool:
        """Whether another shape is certainly farther than a distance; False where that takes a closer look. Cheap."""
        if self.touches(other):
            return False
        (middle1, radius1), (middle2, radius2) = self._ball, other._ball
        return bool(float(np.linalg.norm(middle1 - middle2)) - radius1 - radius2 > distance_m)

    @cached_property
    def _ball(self) -> tuple[NDArray[np.float64], float]:
        """A ball that holds every edge: its middle, Earth-fixed, and radius. [m]"""
        start, step = self._pieces
        middle = start.mean(axis=0)
        reach = np.linalg.norm(start - middle, axis=1) + np.linalg.norm(step, axis=1)
        return middle, float(reach.max())

    def edge_distance_m(self, latitude_deg: float, longitude_deg: float) -> float:
        """Shortest distance from a place to the edge of an area, from inside or outside. [m]"""
        place = geodetic_to_fixed(latitude_deg, longitude_deg, 0.0)[None, :]
        start, step = self._pieces
        return _to_pieces(place, start, step)

    def in_pieces(self, piece_deg: float) -> ChartShape:
        """The same shape with a corner at least every so many degrees of its edges, for maps that are no chart. [deg]"""
        import shapely  # noqa: PLC0415

        return ChartShape(geometry=shapely.segmentize(self.geometry, piece_deg))

    @property
    def corners(self) -> int:
        """How many corners it has."""
        import shapely  # noqa: PLC0415

        return int(shapely.get_num_coordinates(self.geometry))

    def named_at(self) -> tuple[float, float]:
        """Where its name belongs: (latitude, longitude) in the largest area, on the longest line, at the first point. [deg]"""
        parts = getattr(self.geometry, "geoms", [self.geometry])
        part = max(parts, key=lambda each: (each.area, each.length))
        place = (
            part.interpolate(0.5, normalized=True) if part.geom_type == "LineString" else part.representative_point()
        )
        return float(place.y), float(place.x)

    def to_geojson(self) -> dict[str, Any]:
        """RFC 7946 geometry: (longitude, latitude) rounded to 1e-7 deg, outer rings counter-clockwise."""
        import shapely  # noqa: PLC0415

        geometry = self.geometry
        parts = getattr(geometry, "geoms", None)
        if parts is not None and len(parts) == 1:
            geometry = parts[0]
        body = shapely.geometry.mapping(_counter_clockwise(geometry))
        return {"type": body["type"], "coordinates": _rounded(body["coordinates"])}

    @cached_property
    def _pieces(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Start and step of every piece of edge or line, Earth-fixed, shapes (n, 3). [m]"""
        starts, steps = [], []
        for line in _lines_of(self.geometry):
            latitude, longitude = _cut_fine(line[:, 1], line[:, 0], _PIECE_M)
            fixed = geodetic_to_fixed(latitude, longitude, 0.0)
            if len(fixed) == 1:
                starts.append(fixed)
                steps.append(np.zeros_like(fixed))
                continue
            polar = np.abs(latitude) > _POLAR_DEG
            seam = (polar[:-1] & polar[1:]) | self._is_cut(latitude, longitude)
            starts.append(fixed[:-1][~seam])
            steps.append(np.diff(fixed, axis=0)[~seam])
        if not starts or not sum(len(each) for each in starts):
            raise InputError("shape has no edge to measure from")
        return np.concatenate(starts), np.concatenate(steps)

    def _is_cut(self, latitude: NDArray[np.float64], longitude: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Pieces along 180 degrees that have the shape on both sides: no edge on Earth."""
        import shapely  # noqa: PLC0415

        at = np.abs(longitude) > 180.0 - 1e-9
        seam = at[:-1] & at[1:] & (np.sign(longitude[:-1]) == np.sign(longitude[1:]))
        for index in np.flatnonzero(seam).tolist():
            middle = float(latitude[index] + latitude[index + 1]) / 2.0
            seam[index] = shapely.intersects_xy(self.geometry, -math.copysign(180.0, float(longitude[index])), middle)
        return np.asarray(seam)


def route_points(
    places: Places, *, legs: str = "rhumb", piece_m: float = _ROUTE_PIECE_M
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """A route in short pieces, with the distance run.

    Parameters
    ----------
    places : sequence of (latitude, longitude)
        Two or more waypoints. [deg]
    legs : str
        ``rhumb`` (constant course, as ships steer) or ``great circle`` (as aircraft fly; the geodesic).
    piece_m : float
        Longest piece. [m]

    Returns
    -------
    latitude_deg, longitude_deg, run_m : array (n,)
        Longitudes are unwrapped: they may run past 180. [deg, deg, m]

    Raises
    ------
    InputError
        For fewer than 2 different places, coordinates not on Earth, or more than 200,000 pieces.

    Notes
    -----
    Rhumb lines are straight in longitude and isometric latitude of the ellipsoid (Snyder 1987, equation 7-7).
    """
    if legs not in LEGS:
        raise InputError(f"legs {legs!r}; expected {' or '.join(LEGS)}")
    longitude, latitude = _unwrapped(_checked(places))
    if len(longitude) < 2:
        raise InputError("route has one place only; at least 2")
    lats, lons = [latitude[:1]], [longitude[:1]]
    count = 0
    for index in range(len(latitude) - 1):
        ends = (latitude[index], longitude[index], latitude[index + 1], longitude[index + 1])
        distance, azimuth, _ = geodesic_inverse(*(float(each) for each in ends))
        pieces = max(1, math.ceil(1.2 * distance / piece_m))
        count += pieces
        if count > _LARGEST:
            raise InputError(f"route is longer than {_LARGEST * piece_m / 1e6:,.0f} thousand km")
        if legs == "rhumb":
            lat, lon = _rhumb(*ends, pieces)
        else:
            lat, lon = geodesic_points(float(ends[0]), float(ends[1]), azimuth, distance, pieces + 1)
            lon = np.degrees(np.unwrap(np.radians(lon)))
            lon = lon + 360.0 * np.round((lons[-1][-1] - lon[0]) / 360.0)
        lats.append(lat[1:])
        lons.append(lon[1:])
    lat, lon = np.concatenate(lats), np.concatenate(lons)
    steps, _, _ = geodesic_inverse(lat[:-1], lon[:-1], lat[1:], lon[1:])
    return lat, lon, np.concatenate([[0.0], np.cumsum(steps)])


def stretches_m(
    area: ChartShape, latitude_deg: NDArray[np.float64], longitude_deg: NDArray[np.float64], run_m: NDArray[np.float64]
) -> list[tuple[float, float]]:
    """Stretches of a route inside an area, as distances run at entry and at exit. [m]

    Parameters
    ----------
    area : ChartShape
        An area.
    latitude_deg, longitude_deg, run_m : array (n,)
        As :func:`route_points` gives them.

    Returns
    -------
    list of (float, float)
        In order; a route that only touches the edge gives none. Within 20 m where edges were cut to 50 km.
    """
    import shapely  # noqa: PLC0415

    ends = np.stack([longitude_deg, latitude_deg], axis=1)
    pieces = np.stack([ends[:-1], ends[1:]], axis=1)
    spans: list[tuple[float, float]] = []
    first, last = (math.floor((each + 180.0) / 360.0) for each in (longitude_deg.min(), longitude_deg.max()))
    for turn in range(first, last + 1):
        lines = shapely.linestrings(pieces - [360.0 * turn, 0.0])
        for index in np.flatnonzero(shapely.intersects(lines, area.geometry)).tolist():
            start, step = pieces[index, 0] - [360.0 * turn, 0.0], pieces[index, 1] - pieces[index, 0]
            squared = float(step @ step)
            for part in shapely.get_parts(lines[index].intersection(area.geometry)):
                if part.geom_type != "LineString" or squared == 0.0:
                    continue
                shares = sorted(float((np.asarray(xy) - start) @ step) / squared for xy in part.coords)
                length = run_m[index + 1] - run_m[index]
                spans.append((float(run_m[index] + shares[0] * length), float(run_m[index] + shares[-1] * length)))
    joined: list[tuple[float, float]] = []
    for begin, end in sorted(spans):
        if joined and begin - joined[-1][1] < 1.0:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif end - begin > 1e-3:
            joined.append((begin, end))
    return joined


def _rhumb(
    latitude1: float, longitude1: float, latitude2: float, longitude2: float, pieces: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    share = np.linspace(0.0, 1.0, pieces + 1)
    latitude = latitude1 + share * (latitude2 - latitude1)
    if abs(latitude2 - latitude1) < 1e-9 or max(abs(latitude1), abs(latitude2)) > _POLAR_DEG:
        return latitude, longitude1 + share * (longitude2 - longitude1)
    isometric = _isometric(latitude)
    along = (isometric - isometric[0]) / (isometric[-1] - isometric[0])
    return latitude, longitude1 + along * (longitude2 - longitude1)


def _isometric(latitude_deg: NDArray[np.float64]) -> NDArray[np.float64]:
    sine = np.sin(np.radians(latitude_deg))
    e = math.sqrt(WGS84_ECCENTRICITY_SQUARED)
    return np.asarray(np.arctanh(sine) - e * np.arctanh(e * sine))


def _checked(places: Places) -> NDArray[np.float64]:
    """(n, 2) latitudes and longitudes on Earth, doubled ones dropped."""
    corners = np.asarray(places, dtype=float).reshape(-1, 2) if len(places) else np.empty((0, 2))
    if len(corners) > _LARGEST:
        raise InputError(f"shape has {len(corners):,} corners; at most {_LARGEST:,}")
    if not np.all(np.isfinite(corners)):
        raise InputError("a coordinate is not a finite number")
    wrong = np.flatnonzero((np.abs(corners[:, 0]) > 90.0) | (np.abs(corners[:, 1]) > 540.0))
    if len(wrong):
        latitude, longitude = corners[wrong[0]]
        raise InputError(
            f"latitude {latitude:g}, longitude {longitude:g} is not on Earth",
            advice="GeoJSON has longitude first, then latitude",
        )
    if len(corners) > 1:
        corners = corners[np.concatenate([[True], np.any(np.abs(np.diff(corners, axis=0)) > 1e-12, axis=1)])]
    return corners


def _unwrapped(corners: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Longitudes without jumps over 180 degrees, and latitudes.

    Steps along a pole stay as drawn, and so do whole turns from edge to edge of the chart where nothing else jumps: the
    sides of a belt.
    """
    latitude, longitude = corners[:, 0], corners[:, 1].copy()
    if len(longitude) < 2:
        return longitude, latitude
    step = np.diff(longitude)
    drawn = (np.abs(latitude[:-1]) > _POLAR_DEG) & (np.abs(latitude[1:]) > _POLAR_DEG)
    edge = (np.abs(longitude[:-1]) == 180.0) & (longitude[1:] == -longitude[:-1])
    if not np.any((np.abs(step) > 180.0) & ~edge & ~drawn):
        drawn |= edge
    turns = np.where(drawn, 0.0, np.round(step / 360.0 - np.sign(step) * 1e-9))
    longitude[1:] -= 360.0 * np.cumsum(turns)
    return longitude, latitude


def _on_chart(ring: Places) -> Any:
    """One ring as areas on the chart."""
    import shapely  # noqa: PLC0415

    corners = _checked(ring)
    if len(corners) > 1 and np.all(np.abs(corners[0] - corners[-1]) < 1e-12):
        corners = corners[:-1]
    if len(corners) < 3:
        raise InputError(f"area has {len(corners)} different corners; at least 3")
    longitude, latitude = _unwrapped(np.vstack([corners, corners[:1]]))
    turned = longitude[-1] - longitude[0]
    if abs(turned) > 180.0:  # once around a pole
        pole = math.copysign(90.0, float(np.mean(latitude)))
        longitude = np.append(longitude, [longitude[-1], longitude[0]])
        latitude = np.append(latitude, [pole, pole])
    area = shapely.Polygon(np.column_stack([longitude, latitude]))
    if not area.is_valid:
        if len(corners) > _LARGEST_CROSSED:
            reason = shapely.is_valid_reason(area).split("[")[0].lower()
            raise InputError(f"area of {len(corners):,} corners has edges that meet or cross ({reason})")
        area = shapely.make_valid(area)
    return _areas_only(_brought_in(area))


def _brought_in(geometry: Any) -> Any:
    """Cut at 180 degrees, each part moved into [-180, 180]."""
    import shapely  # noqa: PLC0415

    west, _, east, _ = geometry.bounds
    if west >= -180.0 and east <= 180.0:
        return geometry
    parts = []
    for turn in range(math.floor((west + 180.0) / 360.0), math.floor((east + 180.0) / 360.0) + 1):
        box = shapely.box(360.0 * turn - 180.0, -90.0, 360.0 * turn + 180.0, 90.0)
        part = geometry.intersection(box)
        if not part.is_empty:
            parts.append(shapely.transform(part, lambda xy, by=360.0 * turn: xy - [by, 0.0]))
    return shapely.union_all(parts)


def _areas_only(geometry: Any) -> Any:
    import shapely  # noqa: PLC0415

    parts: list[Any] = []
    for part in getattr(geometry, "geoms", [geometry]):
        parts += [each for each in getattr(part, "geoms", [part]) if each.geom_type == "Polygon" and each.area > 0.0]
    if not parts:
        raise InputError("corners lie on one line: no area")
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def _counter_clockwise(geometry: Any) -> Any:
    import shapely  # noqa: PLC0415

    if geometry.geom_type == "Polygon":
        return shapely.geometry.polygon.orient(geometry)
    if geometry.geom_type == "MultiPolygon":
        return shapely.MultiPolygon([shapely.geometry.polygon.orient(part) for part in geometry.geoms])
    return geometry


def _rounded(value: Any) -> Any:
    return [_rounded(each) for each in value] if isinstance(value, tuple | list) else round(float(value), 7)


def _turned(longitude: float) -> float:
    return (longitude + 180.0) % 360.0 - 180.0 if abs(longitude) > 180.0 else longitude


def _lines_of(geometry: Any) -> list[NDArray[np.float64]]:
    """Coordinates (n, 2) of every ring, line and point, longitude first."""
    lines: list[NDArray[np.float64]] = []
    for part in getattr(geometry, "geoms", [geometry]):
        if hasattr(part, "geoms"):
            lines += _lines_of(part)
        elif part.geom_type == "Polygon":
            lines += [np.asarray(ring.coords) for ring in (part.exterior, *part.interiors)]
        else:
            lines.append(np.asarray(part.coords))
    return lines


def _cut_fine(
    latitude: NDArray[np.float64], longitude: NDArray[np.float64], piece_m: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Places at ``piece_m`` or less along straight lines of the chart."""
    if len(latitude) < 2:
        return latitude, longitude
    metre = math.radians(1.0) * WGS84_EQUATORIAL_RADIUS_M
    north = np.diff(latitude)
    widest = np.minimum(np.abs(latitude[:-1]), np.abs(latitude[1:]))
    east = np.diff(longitude) * np.cos(np.radians(widest))
    count = np.maximum(1, np.ceil(np.hypot(north, east) * metre / piece_m)).astype(int)
    index = np.repeat(np.arange(len(count)), count)
    share = (np.arange(len(index)) - np.repeat(np.cumsum(count) - count, count)) / count[index]
    lat = latitude[index] + share * north[index]
    lon = longitude[index] + share * np.diff(longitude)[index]
    return np.append(lat, latitude[-1]), np.append(lon, longitude[-1])


def _between(
    one: tuple[NDArray[np.float64], NDArray[np.float64]], two: tuple[NDArray[np.float64], NDArray[np.float64]]
) -> float:
    ends = [np.concatenate([start, (start + step)[_is_last(start, step)]]) for start, step in (one, two)]
    return min(_to_pieces(ends[0], *two), _to_pieces(ends[1], *one))


def _is_last(start: NDArray[np.float64], step: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Pieces whose end is no other's start: the ends of lines."""
    following = np.roll(start, -1, axis=0)
    return np.asarray(np.any(np.abs(start + step - following) > 1e-3, axis=1))


def _to_pieces(places: NDArray[np.float64], start: NDArray[np.float64], step: NDArray[np.float64]) -> float:
    """Shortest geodesic from places (n, 3) to pieces (m, 3), by their straight-line distances. [m]"""
    squared = np.maximum(np.sum(step * step, axis=1), 1e-12)
    best: list[tuple[float, NDArray[np.float64], NDArray[np.float64]]] = []
    rows = max(1, _CHUNK // len(start))
    for first in range(0, len(places), rows):
        some = places[first : first + rows]
        along = np.clip(((some @ step.T) - np.sum(start * step, axis=1)) / squared, 0.0, 1.0)
        foot = start[None] + along[..., None] * step[None]
        chord = np.linalg.norm(foot - some[:, None], axis=2)
        limit = chord.min() * 1.003 + 1e-3  # ellipsoid against sphere
        near = np.argwhere(chord <= limit)
        near = near[np.argsort(chord[tuple(near.T)])][:8]
        best += [(float(chord[i, j]), some[i], foot[i, j]) for i, j in near.tolist()]
    best.sort(key=lambda item: item[0])
    here = np.array([item[1] for item in best[:8]])
    there = np.array([item[2] for item in best[:8]])
    lat1, lon1, _ = fixed_to_geodetic(here)
    lat2, lon2, _ = fixed_to_geodetic(there)
    distance, _, _ = geodesic_inverse(lat1, lon1, lat2, lon2)
    return float(np.min(distance))


def _equal_area_km2(geometry: Any) -> float:
    """Area of a chart geometry on Lambert's equal-area cylinder of the ellipsoid (Snyder 1987, equations 3-12, 10-14)."""
    import shapely  # noqa: PLC0415

    if geometry.is_empty or ("Polygon" not in geometry.geom_type and not hasattr(geometry, "geoms")):
        return 0.0
    fine = shapely.segmentize(geometry, 0.25)

    def flat(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        sine = np.sin(np.radians(xy[:, 1]))
        e = math.sqrt(WGS84_ECCENTRICITY_SQUARED)
        q = (1.0 - e * e) * (sine / (1.0 - (e * sine) ** 2) + np.arctanh(e * sine) / e)
        return np.column_stack([np.radians(xy[:, 0]), q / 2.0])

    return float(shapely.transform(fine, flat).area) * WGS84_EQUATORIAL_RADIUS_M**2 / 1e6
