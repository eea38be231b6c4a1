"""From the sphere to a flat picture: the azimuthal equidistant projection, and cutting shapes to a frame.

The projection maps the sphere without one point, the antipode of its centre, onto a disc. A closed
line therefore bounds the same region in the picture as on Earth, unless the region holds the
antipode; then it is everything between the line and the disc's rim. That one rule serves rings of
either winding, over a pole, across the 180th meridian and wider than 180 degrees: a ring always
bounds the smaller of the two regions it could mean. Distances are spherical (mean Earth radius),
which is within 0.6 per cent of WGS 84 and finer than a map of this size shows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "RIM_KM",
    "SPHERE_RADIUS_KM",
    "AzimuthalEquidistant",
    "Frame",
    "circle",
    "clip_line",
    "clip_ring",
    "densify",
    "mean_direction",
    "project_line",
    "project_ring",
    "simplify",
]

Points = NDArray[np.float64]

SPHERE_RADIUS_KM = 6371.0088  # IUGG mean radius R1 of GRS 80 (Moritz 2000)
RIM_KM = float(np.pi * SPHERE_RADIUS_KM)  # radius of the disc: half way round the Earth
_LEAST_CLEAR_DEG = (
    0.05  # of a ring from the centre's antipode: 5.6 km, under a tenth of a pixel where the rim is in sight
)
_LONGEST_EDGE_KM = 900.0  # of a drawn edge; longer ones are cut so that they bend as they should


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Frame:
        """The frame with a margin on every side."""
        return Frame(left=self.left - by, top=self.top - by, right=self.right + by, bottom=self.bottom + by)

    def holds(self, x: ArrayLike, y: ArrayLike) -> NDArray[np.bool_]:
        """Whether points lie inside."""
        x, y = np.asarray(x), np.asarray(y)
        return (x >= self.left) & (x <= self.right) & (y >= self.top) & (y <= self.bottom)

    @property
    def width(self) -> float:
        """Right less left."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Bottom less top."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class AzimuthalEquidistant:
    """The projection about a centre; distances and directions from the centre are true.

    Source: Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), chapter 25.
    """

    latitude_deg: float
    longitude_deg: float

    def forward(self, latitude_deg: ArrayLike, longitude_deg: ArrayLike) -> tuple[Points, Points]:
        """East and north of the centre, in km, of points given in degrees (any longitude)."""
        lat0, lon0 = np.radians(self.latitude_deg), np.radians(self.longitude_deg)
        lat = np.radians(np.asarray(latitude_deg, dtype=float))
        difference = np.radians(np.asarray(longitude_deg, dtype=float)) - lon0
        across = np.cos(lat) * np.sin(difference)
        along = np.cos(lat0) * np.sin(lat) - np.sin(lat0) * np.cos(lat) * np.cos(difference)
        up = np.sin(lat0) * np.sin(lat) + np.cos(lat0) * np.cos(lat) * np.cos(difference)
        chord = np.hypot(across, along)
        angle = np.arctan2(chord, up)
        with np.errstate(invalid="ignore", divide="ignore"):
            scale = np.where(chord > 1e-12, angle / chord, np.where(up > 0, 1.0, 0.0))
        at_antipode = (chord <= 1e-12) & (up < 0)
        east = SPHERE_RADIUS_KM * scale * across
        north = np.where(at_antipode, RIM_KM, SPHERE_RADIUS_KM * scale * along)
        return east, north

    def inverse(self, east_km: ArrayLike, north_km: ArrayLike) -> tuple[Points, Points]:
        """Latitude and longitude, in degrees, of points in km east and north of the centre."""
        east, north = np.asarray(east_km, dtype=float), np.asarray(north_km, dtype=float)
        angle = np.hypot(east, north) / SPHERE_RADIUS_KM
        azimuth = np.arctan2(east, north)
        return _destination(self.latitude_deg, self.longitude_deg, angle, azimuth)


def _destination(latitude: float, longitude: float, angle: ArrayLike, azimuth: ArrayLike) -> tuple[Points, Points]:
    """Points at an angular distance and azimuth, both in radians, from a point in degrees; at a pole, 0 is along 180 deg."""
    lat0, lon0 = np.radians(latitude), np.radians(longitude)
    angle, azimuth = np.asarray(angle)[..., None], np.asarray(azimuth)[..., None]
    up = np.array([np.cos(lat0) * np.cos(lon0), np.cos(lat0) * np.sin(lon0), np.sin(lat0)])
    north = np.array([-np.sin(lat0) * np.cos(lon0), -np.sin(lat0) * np.sin(lon0), np.cos(lat0)])
    east = np.array([-np.sin(lon0), np.cos(lon0), 0.0])
    place = np.cos(angle) * up + np.sin(angle) * (np.cos(azimuth) * north + np.sin(azimuth) * east)
    lat = np.degrees(np.arctan2(place[..., 2], np.hypot(place[..., 0], place[..., 1])))
    return lat, (np.degrees(np.arctan2(place[..., 1], place[..., 0])) + 180.0) % 360.0 - 180.0


def circle(latitude_deg: float, longitude_deg: float, radius_km: float, *, points: int = 72) -> tuple[Points, Points]:
    """Latitudes and longitudes of a closed circle about a point."""
    azimuth = np.linspace(0.0, 2.0 * np.pi, points + 1)
    return _destination(latitude_deg, longitude_deg, np.full(azimuth.shape, radius_km / SPHERE_RADIUS_KM), azimuth)


def _vectors(latitude: ArrayLike, longitude: ArrayLike) -> Points:
    lat, lon = np.radians(np.asarray(latitude, dtype=float)), np.radians(np.asarray(longitude, dtype=float))
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


def mean_direction(latitude_deg: ArrayLike, longitude_deg: ArrayLike) -> tuple[float, float]:
    """The point in the middle of points on a sphere; the first of them where they cancel out."""
    vectors = _vectors(latitude_deg, longitude_deg)
    middle = vectors.mean(axis=0)
    if np.linalg.norm(middle) < 1e-6:
        middle = vectors[0]
    return (
        float(np.degrees(np.arctan2(middle[2], np.hypot(middle[0], middle[1])))),
        float(np.degrees(np.arctan2(middle[1], middle[0]))),
    )


def densify(latitude_deg: ArrayLike, longitude_deg: ArrayLike, step_deg: float) -> tuple[Points, Points]:
    """A line with points added along great circles, so that no step is longer than ``step_deg``."""
    lat, lon = np.asarray(latitude_deg, dtype=float), np.asarray(longitude_deg, dtype=float)
    if lat.size < 2:
        return lat, lon
    vectors = _vectors(lat, lon)
    dots = np.sum(vectors[:-1] * vectors[1:], axis=1)
    angle = np.degrees(np.arctan2(np.linalg.norm(np.cross(vectors[:-1], vectors[1:]), axis=1), dots))
    pieces = np.maximum(1, np.ceil(angle / step_deg)).astype(int)
    if int(pieces.max()) == 1:
        return lat, lon
    edge = np.repeat(np.arange(pieces.size), pieces)
    first = np.cumsum(pieces) - pieces
    share = (np.arange(edge.size) - first[edge]) / pieces[edge]
    arc = np.radians(angle)[edge]
    with np.errstate(invalid="ignore", divide="ignore"):
        a = np.where(arc > 1e-9, np.sin((1 - share) * arc) / np.sin(arc), 1 - share)[:, None]
        b = np.where(arc > 1e-9, np.sin(share * arc) / np.sin(arc), share)[:, None]
    mixed = a * vectors[edge] + b * vectors[edge + 1]
    new_lat = np.degrees(np.arctan2(mixed[:, 2], np.hypot(mixed[:, 0], mixed[:, 1])))
    new_lon = np.degrees(np.arctan2(mixed[:, 1], mixed[:, 0]))
    given = share == 0.0
    new_lat[given], new_lon[given] = lat[:-1], lon[:-1]
    return np.append(new_lat, lat[-1]), np.append(new_lon, lon[-1])


def _projected(projection: AzimuthalEquidistant, latitude: ArrayLike, longitude: ArrayLike) -> Points:
    """Points in km, with more of them where the picture stretches an edge near the rim."""
    lat, lon = densify(latitude, longitude, 2.0)
    points = np.stack(projection.forward(lat, lon), axis=1)
    for _ in range(8):
        if len(points) < 2:
            break
        long = np.hypot(*np.diff(points, axis=0).T) >= _LONGEST_EDGE_KM
        if not long.any():
            break
        pieces = [np.stack([lat[:1], lon[:1]])]
        for run in np.split(np.arange(long.size), np.flatnonzero(np.diff(long)) + 1):
            span = slice(int(run[0]), int(run[-1]) + 2)
            finer = densify(lat[span], lon[span], _longest_step(lat[span], lon[span]) / 3.0) if long[run[0]] else None
            pieces.append(np.stack(finer or (lat[span], lon[span]))[:, 1:])
        lat, lon = np.concatenate(pieces, axis=1)
        points = np.stack(projection.forward(lat, lon), axis=1)
    return points


def _longest_step(latitude: Points, longitude: Points) -> float:
    """The longest of a line's edges, in degrees of arc; at least a metre's."""
    vectors = _vectors(latitude, longitude)
    return float(max(np.degrees(np.max(np.linalg.norm(np.diff(vectors, axis=0), axis=1))), 1e-5))


def _clear_of_antipode(projection: AzimuthalEquidistant, latitude: Points, longitude: Points) -> AzimuthalEquidistant:
    """The projection, or one whose centre lies 0.1 deg aside where a ring would pass through its antipode.

    A ring through that point has no picture: its two ends there lie anywhere on the rim.
    """

    def nearest(centre: AzimuthalEquidistant) -> float:
        antipode = -_vectors(centre.latitude_deg, centre.longitude_deg)
        vectors = _vectors(latitude, longitude)
        start, end = vectors[:-1], vectors[1:]
        normal = np.cross(start, end)
        length = np.linalg.norm(normal, axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            normal = np.where(length[:, None] > 1e-12, normal / length[:, None], 0.0)
        foot = antipode - (normal @ antipode)[:, None] * normal
        between = (np.sum(np.cross(start, foot) * normal, axis=1) >= 0) & (
            np.sum(np.cross(foot, end) * normal, axis=1) >= 0
        )
        across = np.where(between & (length > 1e-12), np.abs(normal @ antipode), np.inf)
        return float(np.degrees(min(np.min(np.linalg.norm(vectors - antipode, axis=1)), np.min(across))))

    if nearest(projection) >= _LEAST_CLEAR_DEG:
        return projection
    places = _destination(projection.latitude_deg, projection.longitude_deg, np.full(8, np.radians(2 * _LEAST_CLEAR_DEG)),
                          np.arange(8) * np.pi / 4 + 0.1)  # fmt: skip
    moved = [AzimuthalEquidistant(latitude_deg=float(y), longitude_deg=float(x)) for y, x in zip(*places, strict=True)]
    return max(moved, key=nearest)


def _enclosed(points: Points) -> float:
    """Solid angle, in steradians, that a closed projected ring bounds away from the antipode."""
    angle = np.hypot(points[:, 0], points[:, 1]) / SPHERE_RADIUS_KM
    azimuth = np.arctan2(points[:, 0], points[:, 1])
    turn = (np.diff(azimuth) + np.pi) % (2.0 * np.pi) - np.pi
    return float(abs(np.sum((1.0 - np.cos((angle[1:] + angle[:-1]) / 2.0)) * turn)))


def project_ring(projection: AzimuthalEquidistant, ring_deg: ArrayLike) -> list[Points]:
    """A ring of (latitude, longitude) as closed rings in km, to be filled by the even-odd rule.

    Either winding, closed or not. A second ring, the rim, is added where the smaller region that the
    ring bounds holds the centre's antipode. Fewer than three points give an empty list.
    """
    ring = np.asarray(ring_deg, dtype=float).reshape(-1, 2)
    if len(ring) and np.any(ring[0] != ring[-1]):
        ring = np.concatenate([ring, ring[:1]])
    if len(ring) < 4:
        return []
    points = _projected(_clear_of_antipode(projection, ring[:, 0], ring[:, 1]), ring[:, 0], ring[:, 1])
    if _enclosed(points) <= 2.0 * np.pi:
        return [points]
    turn = np.linspace(0.0, 2.0 * np.pi, 181)
    return [points, np.stack([RIM_KM * np.sin(turn), RIM_KM * np.cos(turn)], axis=1)]


def project_line(projection: AzimuthalEquidistant, line_deg: ArrayLike) -> list[Points]:
    """A line of (latitude, longitude) as lines in km, cut where it passes the centre's antipode."""
    line = np.asarray(line_deg, dtype=float).reshape(-1, 2)
    if len(line) < 2:
        return []
    points = _projected(projection, line[:, 0], line[:, 1])
    breaks = np.flatnonzero(np.hypot(*np.diff(points, axis=0).T) > 2.0 * _LONGEST_EDGE_KM) + 1
    return [part for part in np.split(points, breaks) if len(part) > 1]


def clip_ring(points: Points, frame: Frame) -> Points:
    """A closed ring cut to a frame (Sutherland and Hodgman 1974); parts may join along the frame's edge."""
    for axis, limit, keep_above in (
        (0, frame.left, True),
        (0, frame.right, False),
        (1, frame.top, True),
        (1, frame.bottom, False),
    ):
        if len(points) < 3:
            return np.empty((0, 2))
        inside = points[:, axis] >= limit if keep_above else points[:, axis] <= limit
        if inside.all():
            continue
        following, next_inside = np.roll(points, -1, axis=0), np.roll(inside, -1)
        crosses = inside != next_inside
        with np.errstate(invalid="ignore", divide="ignore"):
            share = (limit - points[:, axis]) / (following[:, axis] - points[:, axis])
        cut = points + np.where(crosses, share, 0.0)[:, None] * (following - points)
        # Per edge: the crossing if there is one, then the edge's end if that lies inside.
        both = np.stack([cut, following], axis=1)
        points = both[np.stack([crosses, next_inside], axis=1)]
    return points


def clip_line(points: Points, frame: Frame) -> list[Points]:
    """The parts of a line whose edges may touch a frame; each keeps one point beyond it."""
    if len(points) < 2:
        return []
    low, high = np.minimum(points[:-1], points[1:]), np.maximum(points[:-1], points[1:])
    near = (
        (high[:, 0] >= frame.left)
        & (low[:, 0] <= frame.right)
        & (high[:, 1] >= frame.top)
        & (low[:, 1] <= frame.bottom)
    )
    edges = np.flatnonzero(near)
    if edges.size == 0:
        return []
    return [points[run[0] : run[-1] + 2] for run in np.split(edges, np.flatnonzero(np.diff(edges) > 1) + 1)]


def simplify(points: Points, tolerance: float) -> Points:
    """A line with fewer points: each pass drops every other point that lies within ``tolerance`` of its chord."""
    for _ in range(4):
        if len(points) < 5:
            break
        a, b, p = points[:-2], points[2:], points[1:-1]
        chord = b - a
        length = np.hypot(chord[:, 0], chord[:, 1])
        offset = np.abs(chord[:, 0] * (p[:, 1] - a[:, 1]) - chord[:, 1] * (p[:, 0] - a[:, 0]))
        with np.errstate(invalid="ignore", divide="ignore"):
            distance = np.where(length > 0, offset / length, np.hypot(*(p - a).T))
        keep = np.ones(len(points), dtype=bool)
        keep[1:-1] = distance > tolerance
        keep[::2] = True
        keep[-1] = True
        if keep.all():
            break
        points = points[keep]
    return points
