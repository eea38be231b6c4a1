"""Regions: areas on the ellipsoid, safe across the 180th meridian and over the poles.

Edges are geodesics. Inside, a region is seen from its own centre in the gnomonic projection of its
normal vectors, where great circles are straight; geodesic edges are cut into pieces of 50 km first,
which keeps the boundary within 0.2 m. The projection shows less than a hemisphere, so a region may
reach no farther than 9,000 km from its centre; larger ones are refused.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth.constants import EARTH_MEAN_RADIUS_M
from bongsu.earth.ellipsoid import (
    _geodesic,
    fixed_to_geodetic,
    geodesic_direct,
    geodesic_inverse,
    geodesic_points,
    geodetic_to_fixed,
    wrap_longitude_deg,
)
from bongsu.errors import InputError

__all__ = [
    "LARGEST_REACH_M",
    "Region",
    "region_from_circle",
    "region_from_line",
    "untangle_ring",
]

Ring = tuple[tuple[float, float], ...]

LARGEST_REACH_M = 9_000_000.0  # what the gnomonic projection still shows well: 81 of 90 deg
_PIECE_M = 50_000.0  # pieces of an edge: great circle and geodesic part by less than 0.2 m
_CIRCLE_CORNERS = 180  # the polygon lies within 0.02 % of the circle's radius
_LARGEST_RING = 100_000  # corners
_UNTANGLE_LIMIT = 40  # corners; untangling compares every edge with every other
_TURN_DEG = 2.0  # longitude per step of a flat ring near a pole
_HALVINGS = 14  # of a piece near a pole: 3 m
_SAME_PLACE_DEG = 1e-9  # 0.1 mm: closing and doubled corners


@dataclass(frozen=True, kw_only=True)
class Region:
    """An area on the ellipsoid: one or more polygons with geodesic edges.

    ``polygons`` holds outer rings of (latitude, longitude) in degrees, not closed, counter-clockwise
    seen from above; other orders and longitudes are brought to that form. The inside is the smaller
    side, so a ring around a pole holds the pole. Polygons of one region must not overlap, and have no
    holes. Not slotted: what is worked out from the rings is kept.

    Raises
    ------
    InputError
        For fewer than 3 different corners, coordinates that are not finite or not on Earth, a ring
        that crosses itself (see :func:`untangle_ring`), holds no area, or reaches more than 9,000 km
        from its centre.
    """

    polygons: tuple[Ring, ...]

    def __post_init__(self) -> None:
        if not self.polygons:
            raise InputError("region has no polygon")
        faces = [_Face.of(ring) for ring in self.polygons]
        object.__setattr__(self, "polygons", tuple(face.ring for face in faces))
        self.__dict__["_faces"] = faces

    @classmethod
    def from_ring(cls, ring: Iterable[Sequence[float]]) -> Region:
        """Region of one polygon from its corners as (latitude, longitude); a closing corner is dropped."""
        return cls(polygons=(tuple((float(corner[0]), float(corner[1])) for corner in ring),))

    @cached_property
    def _faces(self) -> list[_Face]:
        return [_Face.of(ring) for ring in self.polygons]

    @cached_property
    def area_km2(self) -> float:
        """Area on the ellipsoid. [km2] Karney (2013), section 6."""
        total = 0.0
        for ring in self.polygons:
            polygon = _geodesic().Polygon()
            for latitude, longitude in ring:
                polygon.AddPoint(latitude, longitude)
            total += abs(polygon.Compute(False, True)[2])
        return total / 1e6

    @cached_property
    def centroid(self) -> tuple[float, float]:
        """Centre of area as (latitude, longitude). [deg]

        Normal vector of the summed area, ``sum(angle * edge normal) / 2``, exact on the sphere
        (Brock 1975); about 1e-3 of the region's size from the ellipsoid's.
        """
        total = np.sum([face.moment() for face in self._faces], axis=0)
        latitude, longitude = _place(total / np.linalg.norm(total))
        return float(latitude), float(longitude)

    @property
    def corners(self) -> Ring:
        """Corners of every polygon, one after another, as (latitude, longitude). [deg]"""
        return tuple(corner for ring in self.polygons for corner in ring)

    @cached_property
    def boundary(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Latitudes and longitudes, shape (n,), along every edge at 50 km or less. [deg]"""
        return (
            np.concatenate([face.latitude for face in self._faces]),
            np.concatenate([face.longitude for face in self._faces]),
        )

    @overload
    def contains(self, latitude_deg: float, longitude_deg: float) -> bool: ...

    @overload
    def contains(self, latitude_deg: ArrayLike, longitude_deg: ArrayLike) -> NDArray[np.bool_]: ...

    def contains(self, latitude_deg: Any, longitude_deg: Any) -> Any:
        """Whether places lie in the region, its boundary included.

        Parameters
        ----------
        latitude_deg, longitude_deg : float or array (n,)
            Geodetic. [deg]

        Returns
        -------
        bool or array (n,)
            False where an input is NaN.
        """
        latitude, longitude = np.broadcast_arrays(np.asarray(latitude_deg, float), np.asarray(longitude_deg, float))
        vectors = _normal(latitude, longitude)
        inside = np.zeros(latitude.shape, dtype=bool)
        for face in self._faces:
            inside |= face.contains(vectors)
        return bool(inside) if inside.ndim == 0 else inside

    @overload
    def distance_m(self, latitude_deg: float, longitude_deg: float) -> float: ...

    @overload
    def distance_m(self, latitude_deg: ArrayLike, longitude_deg: ArrayLike) -> NDArray[np.float64]: ...

    def distance_m(self, latitude_deg: Any, longitude_deg: Any) -> Any:
        """Shortest distance on the ellipsoid to the region, 0 inside.

        Parameters
        ----------
        latitude_deg, longitude_deg : float or array (n,)
            Geodetic. [deg]

        Returns
        -------
        float or array (n,)
            Within 0.01 % up to 10,000 km. NaN where an input is NaN. [m]

        Notes
        -----
        Geodesic to the foot found by straight-line distance on the boundary's pieces.
        """
        latitude, longitude = np.broadcast_arrays(np.asarray(latitude_deg, float), np.asarray(longitude_deg, float))
        inside = np.atleast_1d(self.contains(latitude, longitude))
        result = np.zeros(inside.shape)
        flat, places = result.reshape(-1), zip(latitude.ravel().tolist(), longitude.ravel().tolist(), strict=True)
        for index, (place, within) in enumerate(zip(places, inside.ravel().tolist(), strict=True)):
            if not within:
                flat[index] = min(face.distance(*place) for face in self._faces)
        return float(result[0]) if latitude.ndim == 0 else result

    def to_geojson(self) -> dict[str, Any]:
        """RFC 7946 geometry: Polygon, or MultiPolygon where there are several or the region is cut at 180.

        Positions are (longitude, latitude) rounded to 1e-7 deg; outer rings run counter-clockwise;
        edges longer than 50 km carry points between, since readers draw straight lines.
        """
        pieces = [piece for face in self._faces for piece in face.flat_polygons()]
        rings = [[[[round(x, 7), round(y, 7)] for x, y in piece]] for piece in pieces]
        if len(rings) == 1:
            return {"type": "Polygon", "coordinates": rings[0]}
        return {"type": "MultiPolygon", "coordinates": rings}


def region_from_circle(latitude_deg: float, longitude_deg: float, radius_m: float) -> Region:
    """Region within a distance of a place, as a polygon of 180 corners on the circle.

    Parameters
    ----------
    latitude_deg, longitude_deg : float
        Centre. [deg]
    radius_m : float
        Geodesic distance, above 0 up to 9,000 km. [m]

    Raises
    ------
    InputError
        When the radius is out of that range or the centre is not on Earth.
    """
    if not 0.0 < radius_m <= LARGEST_REACH_M:
        raise InputError(f"radius {radius_m / 1e3:g} km; expected above 0 and up to {LARGEST_REACH_M / 1e3:,.0f} km")
    _require_place(latitude_deg, longitude_deg)
    azimuth = np.arange(0.0, 360.0, 360.0 / _CIRCLE_CORNERS)
    latitude, longitude = geodesic_direct(latitude_deg, longitude_deg, azimuth, radius_m)
    return Region.from_ring(zip(latitude.tolist(), longitude.tolist(), strict=True))


def region_from_line(points: Iterable[Sequence[float]], half_width_m: float) -> Region:
    """Region within a distance of a line.

    Parameters
    ----------
    points : sequence of (latitude, longitude)
        Two or more places, joined by geodesics. [deg]
    half_width_m : float
        Geodesic distance to either side and around the ends. [m]

    Raises
    ------
    InputError
        For fewer than 2 different places, a width that is not positive, a line longer than 9,000 km
        from its centre allows, or a line that closes around a hole.
    """
    import shapely  # noqa: PLC0415 - 0.1 s to import

    places = _clean_ring(points, closed=False)
    if len(places) < 2:
        raise InputError(f"line has {len(places)} different places; at least 2")
    if not 0.0 < half_width_m <= LARGEST_REACH_M:
        raise InputError(f"half width {half_width_m / 1e3:g} km; expected above 0 and up to 9,000 km")
    legs = [_leg_outline(*start, *end, half_width_m) for start, end in pairwise(places)]
    view = _View.of(np.concatenate([_normal(*np.array(leg).T) for leg in legs]))
    union = shapely.union_all([shapely.Polygon(view.plane(_normal(*np.array(leg).T))) for leg in legs])
    if union.geom_type != "Polygon" or len(union.interiors):
        raise InputError("line closes around a hole; a region has none", advice="give the line in parts")
    latitude, longitude = _place(view.vectors(np.asarray(union.exterior.coords)))
    return Region.from_ring(zip(latitude.tolist(), longitude.tolist(), strict=True))


def untangle_ring(ring: Iterable[Sequence[float]]) -> tuple[Ring, bool]:
    """Order the corners of a ring so that no two edges cross.

    Parameters
    ----------
    ring : sequence of (latitude, longitude)
        3 to 40 corners in the order published; a closing corner is dropped. [deg]

    Returns
    -------
    ring, changed : tuple of (latitude, longitude), bool
        Crossing pairs of edges are reconnected until none is left (2-opt, Croes 1958), each of which
        shortens the ring; four corners written row by row, as in the notice of December 2012, become
        the box. Untouched where nothing crosses, beyond 40 corners, and where four steps for every
        corner are not enough.

    Raises
    ------
    InputError
        As :class:`Region`, but for crossing.
    """
    corners = _clean_ring(ring)
    if len(corners) < 4 or len(corners) > _UNTANGLE_LIMIT:
        return corners, False
    vectors = _normal(*np.array(corners).T)
    plane = _View.of(vectors).plane(vectors)
    order = np.arange(len(corners))
    for step in range(4 * len(corners)):
        crossing = _first_crossing(plane[order])
        if crossing is None:
            return (tuple(corners[index] for index in order), True) if step else (corners, False)
        first, second = crossing
        order[first + 1 : second + 1] = order[first + 1 : second + 1][::-1]
    return corners, False


@dataclass(frozen=True, slots=True)
class _View:
    """The sphere of normal vectors seen from one place: x east, y north."""

    axes: NDArray[np.float64]  # (3, 3): east, north, up

    @classmethod
    def of(cls, vectors: NDArray[np.float64]) -> _View:
        """View from the middle of vectors (n, 3); refuses what lies too far from it."""
        middle = vectors.sum(axis=0)
        length = float(np.linalg.norm(middle))
        if length > 1e-9 * len(vectors):
            up = middle / length
            pole = np.array([0.0, 0.0, 1.0]) if abs(up[2]) < 0.9 else np.array([1.0, 0.0, 0.0])
            east = np.cross(pole, up)
            east /= np.linalg.norm(east)
            if float(np.min(vectors @ up)) >= math.cos(LARGEST_REACH_M / EARTH_MEAN_RADIUS_M):
                return cls(np.stack([east, np.cross(up, east), up]))
        raise InputError(
            f"area reaches more than {LARGEST_REACH_M / 1e3:,.0f} km from its centre, the limit of a region",
            advice="check hemisphere letters, or divide the area",
        )

    def local(self, vectors: NDArray[np.float64]) -> NDArray[np.float64]:
        """Vectors (n, 3) on the axes east, north, up."""
        return vectors @ self.axes.T

    def plane(self, vectors: NDArray[np.float64]) -> NDArray[np.float64]:
        """Gnomonic plane (n, 2), radii; meaningful where ``up`` is positive."""
        east, north, up = np.moveaxis(self.local(vectors), -1, 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.stack([east / up, north / up], axis=-1)

    def vectors(self, plane: NDArray[np.float64]) -> NDArray[np.float64]:
        """Unit vectors of gnomonic points (n, 2)."""
        local = np.column_stack([plane, np.ones(len(plane))])
        return np.asarray((local / np.linalg.norm(local, axis=1, keepdims=True)) @ self.axes)


@dataclass(frozen=True)
class _Face:
    """One polygon of a region with what is worked out from it."""

    ring: Ring
    latitude: NDArray[np.float64]  # (n,) along the edges
    longitude: NDArray[np.float64]
    view: _View
    shape: Any  # shapely polygon in the gnomonic plane

    @classmethod
    def of(cls, ring: Ring) -> _Face:
        import shapely  # noqa: PLC0415 - 0.1 s to import

        ring = _clean_ring(ring)
        if len(ring) < 3:
            raise InputError(f"area has {len(ring)} different corners; at least 3")
        if len(ring) > _LARGEST_RING:
            raise InputError(f"area has {len(ring)} corners; at most {_LARGEST_RING:,}")
        view = _View.of(_normal(*np.array(ring).T))
        latitude, longitude = _along_edges(ring)
        shape = shapely.Polygon(view.plane(_normal(latitude, longitude)))
        if not shape.is_valid:
            reason = shapely.is_valid_reason(shape).split("[")[0].lower()
            raise InputError(f"area's edges meet or cross ({reason})", advice="give the corners in order")
        if not shape.area > 1e-14:  # radii squared: 0.4 m2
            raise InputError("area's corners lie on one line: no area")
        if not shape.exterior.is_ccw:
            return cls.of((ring[0], *ring[:0:-1]))
        shapely.prepare(shape)
        return cls(ring, latitude, longitude, view, shape)

    def contains(self, vectors: NDArray[np.float64]) -> NDArray[np.bool_]:
        import shapely  # noqa: PLC0415

        plane = self.view.plane(vectors)
        ahead = vectors @ self.view.axes[2] > 0.01
        with np.errstate(invalid="ignore"):
            return np.asarray(ahead & shapely.intersects_xy(self.shape, plane[..., 0], plane[..., 1]))

    def moment(self) -> NDArray[np.float64]:
        """Area's normal vector, length its area on the unit sphere."""
        local = self.view.local(_normal(self.latitude, self.longitude))
        following = np.roll(local, -1, axis=0)
        normal = np.cross(local, following)
        sine = np.linalg.norm(normal, axis=1)
        angle = np.arctan2(sine, np.sum(local * following, axis=1))
        factor = np.divide(angle, sine, out=np.ones_like(sine), where=sine > 0.0)
        return np.asarray((normal * factor[:, None]).sum(axis=0) / 2.0 @ self.view.axes)

    @cached_property
    def _pieces(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        start = geodetic_to_fixed(self.latitude, self.longitude, 0.0)
        step = np.roll(start, -1, axis=0) - start
        return start, step, np.maximum(np.sum(step * step, axis=1), 1e-12)

    def distance(self, latitude_deg: float, longitude_deg: float) -> float:
        """Geodesic distance to the boundary; tries the best foot of each stretch of boundary."""
        if not (math.isfinite(latitude_deg) and math.isfinite(longitude_deg)):
            return math.nan
        start, step, squared = self._pieces
        place = geodetic_to_fixed(latitude_deg, longitude_deg, 0.0)
        along = np.clip(np.sum((place - start) * step, axis=1) / squared, 0.0, 1.0)
        foot = start + along[:, None] * step
        chord = np.linalg.norm(foot - place, axis=1)
        nearby = np.flatnonzero(chord <= chord.min() * 1.003 + 1e-3)
        nearby = nearby[np.argsort(chord[nearby])][:8]
        feet_latitude, feet_longitude, _ = fixed_to_geodetic(foot[nearby])
        distance, _, _ = geodesic_inverse(latitude_deg, longitude_deg, feet_latitude, feet_longitude)
        return float(np.min(distance))

    def flat_polygons(self) -> list[list[tuple[float, float]]]:
        """Closed counter-clockwise rings of (longitude, latitude), cut at 180 deg."""
        import antimeridian  # noqa: PLC0415 - brings shapely
        import shapely  # noqa: PLC0415

        longitude, latitude = _with_poles(*_eased(self.longitude, self.latitude))
        unwrapped = np.degrees(np.unwrap(np.radians(longitude)))
        closing = (longitude[0] - unwrapped[-1] + 180.0) % 360.0 - 180.0
        winds = abs(unwrapped[-1] + closing - unwrapped[0]) > 180.0
        shift = 360.0 * round((unwrapped.min() + unwrapped.max()) / 720.0)
        if not winds and unwrapped.min() - shift >= -180.0 and unwrapped.max() - shift <= 180.0:
            pieces = [shapely.Polygon(np.column_stack([unwrapped - shift, latitude]))]
        else:
            fixed = antimeridian.fix_polygon(shapely.Polygon(np.column_stack([longitude, latitude])), fix_winding=True)
            pieces = list(getattr(fixed, "geoms", [fixed]))
        pieces = [shapely.remove_repeated_points(shapely.geometry.polygon.orient(piece)) for piece in pieces]
        return [[(x, y) for x, y in piece.exterior.coords] for piece in pieces if piece.area > 0.0]


def _require_place(latitude_deg: float, longitude_deg: float) -> None:
    if not (math.isfinite(latitude_deg) and math.isfinite(longitude_deg)):
        raise InputError(f"place ({latitude_deg}, {longitude_deg}) is not finite")
    if abs(latitude_deg) > 90.0 or abs(longitude_deg) > 540.0:
        raise InputError(
            f"place ({latitude_deg}, {longitude_deg}) is not on Earth", advice="latitude comes before longitude"
        )


def _clean_ring(ring: Iterable[Sequence[float]], *, closed: bool = True) -> Ring:
    """Corners on Earth with longitude in [-180, 180), without doubled ones and the closing one."""
    corners: list[tuple[float, float]] = []
    for corner in ring:
        latitude, longitude = float(corner[0]), float(corner[1])
        _require_place(latitude, longitude)
        place = (latitude, longitude if -180.0 <= longitude < 180.0 else float(wrap_longitude_deg(longitude)))
        if not corners or not _same_place(corners[-1], place):
            corners.append(place)
    while closed and len(corners) > 1 and _same_place(corners[0], corners[-1]):
        corners.pop()
    return tuple(corners)


def _same_place(one: tuple[float, float], other: tuple[float, float]) -> bool:
    turn = abs((one[1] - other[1] + 180.0) % 360.0 - 180.0) * math.cos(math.radians(one[0]))
    return abs(one[0] - other[0]) <= _SAME_PLACE_DEG and turn <= _SAME_PLACE_DEG


def _normal(latitude_deg: ArrayLike, longitude_deg: ArrayLike) -> NDArray[np.float64]:
    """Unit normal vectors of the ellipsoid (..., 3)."""
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    return np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=-1
    )


def _place(vectors: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Latitude and longitude of normal vectors (..., 3). [deg]"""
    x, y, z = np.moveaxis(vectors, -1, 0)
    return np.degrees(np.arctan2(z, np.hypot(x, y))), wrap_longitude_deg(np.degrees(np.arctan2(y, x)))


def _along_edges(ring: Ring) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Corners and points between them at 50 km or less."""
    corners = np.array(ring)
    fixed = geodetic_to_fixed(corners[:, 0], corners[:, 1], 0.0)
    chords = np.linalg.norm(np.roll(fixed, -1, axis=0) - fixed, axis=1)
    latitudes: list[float] = []
    longitudes: list[float] = []
    for index, corner in enumerate(ring):
        latitudes.append(corner[0])
        longitudes.append(corner[1])
        if chords[index] > _PIECE_M:
            distance, azimuth, _ = geodesic_inverse(*corner, *ring[(index + 1) % len(ring)])
            between = geodesic_points(*corner, azimuth, distance, math.ceil(distance / _PIECE_M) + 1)
            latitudes += between[0][1:-1].tolist()
            longitudes += between[1][1:-1].tolist()
    return np.array(latitudes), np.array(longitudes)


def _leg_outline(
    latitude1_deg: float, longitude1_deg: float, latitude2_deg: float, longitude2_deg: float, half_width_m: float
) -> list[tuple[float, float]]:
    """Outline of one leg with round ends, as (latitude, longitude)."""
    distance, azimuth, back = geodesic_inverse(latitude1_deg, longitude1_deg, latitude2_deg, longitude2_deg)
    count = max(2, math.ceil(distance / _PIECE_M) + 1)
    latitude, longitude = geodesic_points(latitude1_deg, longitude1_deg, azimuth, distance, count)
    _, towards_end, _ = geodesic_inverse(latitude[:-1], longitude[:-1], latitude2_deg, longitude2_deg)
    heading = np.append(towards_end, back + 180.0)
    turn = np.linspace(-90.0, 90.0, _CIRCLE_CORNERS // 2 + 1)[1:-1]
    direct: Callable[..., Any] = geodesic_direct
    parts = [
        direct(latitude, longitude, heading - 90.0, half_width_m),
        direct(latitude2_deg, longitude2_deg, back + 180.0 + turn, half_width_m),
        direct(latitude[::-1], longitude[::-1], heading[::-1] + 90.0, half_width_m),
        direct(latitude1_deg, longitude1_deg, azimuth + 180.0 + turn, half_width_m),
    ]
    return [(float(lat), float(lon)) for part in parts for lat, lon in zip(*part, strict=True)]


def _first_crossing(plane: NDArray[np.float64]) -> tuple[int, int] | None:
    """Indices of the first two edges that properly cross, in a closed ring (n, 2)."""
    count = len(plane)
    start, step = plane, np.roll(plane, -1, axis=0) - plane
    for first in range(count - 2):
        others = np.arange(first + 2, count if first else count - 1)
        if len(others) == 0:
            continue
        end = start[first] + step[first]
        side1 = _cross(step[first], start[others] - start[first])
        side2 = _cross(step[first], start[others] + step[others] - start[first])
        side3 = _cross(step[others], start[first] - start[others])
        side4 = _cross(step[others], end - start[others])
        hits = np.flatnonzero((side1 * side2 < 0.0) & (side3 * side4 < 0.0))
        if len(hits):
            return first, int(others[hits[0]])
    return None


def _cross(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0])


def _eased(
    longitude: NDArray[np.float64], latitude: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Longitudes and latitudes with points added near the poles, until a step turns by 2 deg or less."""
    turn = np.abs((np.roll(longitude, -1) - longitude + 180.0) % 360.0 - 180.0)
    polar = np.abs(latitude) > 90.0 - 1e-9
    steep = (turn > _TURN_DEG) & ~polar & ~np.roll(polar, -1)
    if not steep.any():
        return longitude, latitude
    vectors = _normal(latitude, longitude)
    eased: list[NDArray[np.float64]] = []
    for index in range(len(vectors)):
        eased.append(vectors[index])
        if steep[index]:
            eased += _halved(vectors[index], vectors[(index + 1) % len(vectors)], _HALVINGS)
    new_latitude, new_longitude = _place(np.array(eased))
    return new_longitude, new_latitude


def _halved(start: NDArray[np.float64], end: NDArray[np.float64], depth: int) -> list[NDArray[np.float64]]:
    """Vectors between two, by halving where the longitude still turns too far."""
    middle = start + end
    middle /= np.linalg.norm(middle)
    ends = _place(np.stack([start, end]))[1]
    if depth == 0 or abs((ends[1] - ends[0] + 180.0) % 360.0 - 180.0) <= _TURN_DEG or math.hypot(*middle[:2]) < 1e-11:
        return [middle] if math.hypot(*middle[:2]) < 1e-11 else []
    return [*_halved(start, middle, depth - 1), middle, *_halved(middle, end, depth - 1)]


def _with_poles(
    longitude: NDArray[np.float64], latitude: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Longitudes and latitudes with each touch of a pole drawn along it, the region on the left."""
    flat: list[tuple[float, float]] = []
    count = len(latitude)
    polar = np.abs(latitude) > 90.0 - 1e-9
    for index in range(count):
        if not polar[index]:
            flat.append((float(longitude[index]), float(latitude[index])))
        following = (index + 1) % count
        leap = abs(longitude[following] - longitude[index])
        through = not polar[index] and not polar[following] and abs(leap - 180.0) < 1e-9
        if polar[index] or through:
            arriving = float(longitude[index if through else index - 1])
            leaving = float(longitude[following])
            pole = math.copysign(90.0, float(latitude[index]))
            way = -1.0 if pole > 0.0 else 1.0
            sweep = (way * (leaving - arriving)) % 360.0
            flat += [(float(wrap_longitude_deg(arriving + way * sweep * part / 4)), pole) for part in range(5)]
    return np.array([place[0] for place in flat]), np.array([place[1] for place in flat])
