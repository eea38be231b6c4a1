"""How the shapes of a warning are drawn and checked: rings, circles, sectors, bands, boxes, lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bongsu.earth import Region, geodesic_direct, geodesic_inverse, region_from_circle, region_from_line, untangle_ring
from bongsu.errors import InputError

__all__ = [
    "LARGEST_RADIUS_M",
    "Arc",
    "Place",
    "Span",
    "arc_sizes",
    "box_ring",
    "drawn_ring",
    "line_geojson",
    "ordered_ring",
    "ring_with_arcs",
]

Place = tuple[float, float]  # latitude, longitude [deg]
Span = tuple[int, int]  # characters of the notice's text

LARGEST_RADIUS_M = 9_000_000.0  # the limit of a region
_ARC_STEP_DEG = 2.0  # as the polygon of a circle: within 0.02 % of its radius
_PLAIN_CORNERS = 40  # rings up to this are tried in plain numbers first
_CLEAR = 2e-3  # an edge must pass another's end by this part of its own length to be clearly apart
_NARROWEST_COSINE = math.cos(math.radians(60.0))


@dataclass(frozen=True, slots=True)
class Arc:
    """An edge of an area that is an arc of a circle: from corner ``after`` (0 is the first) to the next one.

    ``centre`` is (latitude, longitude) in degrees, ``radius_m`` as said or as its ends lie, ``clockwise`` seen from
    above, ``centre_span`` the characters of the centre in the notice's text.
    """

    after: int
    centre: Place
    radius_m: float
    clockwise: bool
    centre_span: Span


def arc_sizes(centre: Place, start: Place, end: Place) -> tuple[tuple[float, float], float]:
    """Distances of an arc's ends from its centre [m], and how far it turns clockwise from start to end [deg]."""
    (first, azimuth, _), (last, other, _) = geodesic_inverse(*centre, *start), geodesic_inverse(*centre, *end)
    return (float(first), float(last)), (float(other) - float(azimuth)) % 360.0 or 360.0


def ring_with_arcs(vertices: Sequence[Place], arcs: Sequence[Arc]) -> tuple[Place, ...]:
    """Corners with points along their arcs, every 2 deg or less; the corners themselves stay as stated.

    Where the ends lie at slightly different distances from the centre the points go over from one to the other.
    """
    by_corner = {arc.after: arc for arc in arcs}
    ring: list[Place] = []
    for index, corner in enumerate(vertices):
        ring.append(corner)
        arc = by_corner.get(index)
        if arc is not None:
            ring += _arc_points(arc, corner, vertices[(index + 1) % len(vertices)])
    return tuple(ring)


def _arc_points(arc: Arc, start: Place, end: Place) -> list[Place]:
    (first, last), turn = arc_sizes(arc.centre, start, end)
    turn = turn if arc.clockwise else turn - 360.0
    steps = max(2, math.ceil(abs(turn) / _ARC_STEP_DEG))
    azimuth = float(geodesic_inverse(*arc.centre, *start)[1])
    points = []
    for step in range(1, steps):
        part = step / steps
        latitude, longitude = geodesic_direct(*arc.centre, azimuth + turn * part, first + (last - first) * part)
        points.append((float(latitude), float(longitude)))
    return points


def drawn_ring(
    kind: str,
    vertices: tuple[Place, ...],
    radius_m: float,
    bearings_deg: tuple[float, float] | None,
    along_parallels: bool,
    arcs: Sequence[Arc] = (),
) -> tuple[Place, ...]:
    """Ring of an area from what its warning states; arguments as the fields of ``NotifiedArea``.

    Raises
    ------
    InputError
        When a band closes around a hole, or a radius is out of range.
    """
    if kind == "circle":
        return region_from_circle(*vertices[0], radius_m).corners
    if kind == "sector" and bearings_deg is not None:
        return _sector_ring(vertices[0], radius_m, bearings_deg)
    if kind == "band":
        return region_from_line(vertices, radius_m).corners
    if arcs:
        return ring_with_arcs(vertices, arcs)
    return box_ring(vertices) if along_parallels else vertices


def _sector_ring(centre: Place, radius_m: float, bearings_deg: tuple[float, float]) -> tuple[Place, ...]:
    """The centre and points on the arc, clockwise, every 2 deg or less."""
    first, second = bearings_deg
    width = (second - first) % 360.0 or 360.0
    steps = max(2, math.ceil(width / _ARC_STEP_DEG))
    azimuth = [first + width * step / steps for step in range(steps + 1)]
    latitude, longitude = geodesic_direct(centre[0], centre[1], azimuth, radius_m)
    return (centre, *zip(latitude.tolist(), longitude.tolist(), strict=True))


def box_ring(corners: Sequence[Place]) -> tuple[Place, ...]:
    """A box from its corners (two on each parallel) with points along the parallels at a degree or less."""
    first, second, third, fourth = corners
    turn = (second[1] - first[1] + 180.0) % 360.0 - 180.0
    steps = max(1, math.ceil(abs(turn)))
    between = [(first[1] + turn * step / steps + 180.0) % 360.0 - 180.0 for step in range(1, steps)]
    south = [(first[0], longitude) for longitude in between]
    north = [(third[0], longitude) for longitude in reversed(between)]
    return (first, *south, second, third, *north, fourth)


def ordered_ring(corners: tuple[Place, ...], *, untangle: bool) -> tuple[tuple[Place, ...], bool]:
    """Corners of a ring that bounds an area, and whether they had to be re-ordered.

    Parameters
    ----------
    corners : tuple of (latitude, longitude)
        In the order published; a closing corner and doubled ones are dropped. [deg]
    untangle : bool
        Whether crossing edges may be undone (:func:`~bongsu.earth.untangle_ring`).

    Raises
    ------
    InputError
        As :class:`~bongsu.earth.Region`.

    Notes
    -----
    Rings whose edges are clearly apart are known so by plain numbers (90 % of those in warnings, 20 times as fast);
    the others go through the region.
    """
    ring = tuple(corner for index, corner in enumerate(corners) if index == 0 or corner != corners[index - 1])
    if len(ring) > 1 and ring[0] == ring[-1]:
        ring = ring[:-1]
    if 3 <= len(ring) <= _PLAIN_CORNERS and _clearly_simple(ring):
        return ring, False
    reordered = False
    if untangle:
        ring, reordered = untangle_ring(ring)
    Region.from_ring(ring)
    return ring, reordered


def _clearly_simple(ring: Sequence[Place]) -> bool:
    """Whether no edge comes near another, no corner turns back, and the ring is neither slim nor wide.

    On the gnomonic plane of normal vectors, where great circles are straight.
    """
    vectors = []
    for latitude, longitude in ring:
        phi, lam = math.radians(latitude), math.radians(longitude)
        vectors.append((math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)))
    middle = [sum(vector[axis] for vector in vectors) for axis in range(3)]
    length = math.sqrt(sum(part * part for part in middle))
    if length < 0.5:
        return False
    ux, uy, uz = (part / length for part in middle)
    flat = math.hypot(ux, uy)
    if flat < 1e-3:
        return False
    ex, ey = -uy / flat, ux / flat  # east
    nx, ny, nz = -uz * ux / flat, -uz * uy / flat, flat  # north
    plane = []
    for x, y, z in vectors:
        up = x * ux + y * uy + z * uz
        if up < _NARROWEST_COSINE:
            return False
        plane.append(((x * ex + y * ey) / up, (x * nx + y * ny + z * nz) / up))
    return _clearly_apart(plane)


def _clearly_apart(plane: Sequence[tuple[float, float]]) -> bool:
    count = len(plane)
    edges = [
        (x, y, plane[(index + 1) % count][0] - x, plane[(index + 1) % count][1] - y)
        for index, (x, y) in enumerate(plane)
    ]
    squares = [dx * dx + dy * dy for _, _, dx, dy in edges]
    if min(squares) < 1e-16:  # 0.06 m
        return False
    area = sum(x * dy - y * dx for x, y, dx, dy in edges) / 2.0
    if abs(area) < 1e-4 * max(squares):
        return False
    for first in range(count):
        x, y, dx, dy = edges[first]
        _, _, fx, fy = edges[(first + 1) % count]
        turn = dx * fy - dy * fx
        if dx * fx + dy * fy < 0.0 and turn * turn < 1e-4 * squares[first] * squares[(first + 1) % count]:
            return False
        clear = _CLEAR * squares[first]
        for second in range(first + 2, count if first else count - 1):
            ox, oy, odx, ody = edges[second]
            near = dx * (oy - y) - dy * (ox - x)
            far = near + dx * ody - dy * odx
            if (near > clear and far > clear) or (near < -clear and far < -clear):
                continue
            near = odx * (y - oy) - ody * (x - ox)
            far = near + odx * dy - ody * dx
            apart = _CLEAR * squares[second]
            if not ((near > apart and far > apart) or (near < -apart and far < -apart)):
                return False
    return True


def line_geojson(vertices: Sequence[Place]) -> dict[str, Any]:
    """RFC 7946 geometry of a line: LineString, or MultiLineString where it is cut at 180 deg.

    Positions are (longitude, latitude) rounded to 1e-7 deg; legs are drawn as given, without points between.
    """
    parts: list[list[list[float]]] = [[]]
    before: Place | None = None
    for latitude, longitude in vertices:
        if before is not None and abs(longitude - before[1]) > 180.0:
            edge = 180.0 if before[1] > 0.0 else -180.0
            step = (longitude - before[1] + 180.0) % 360.0 - 180.0
            crossing = before[0] + (latitude - before[0]) * ((edge - before[1]) / step if step else 0.0)
            parts[-1].append([edge, round(crossing, 7)])
            parts.append([[-edge, round(crossing, 7)]])
        parts[-1].append([round(longitude, 7), round(latitude, 7)])
        before = latitude, longitude
    parts = [part for part in parts if len(part) > 1]
    if not parts:
        raise InputError("line has one place only")
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}
