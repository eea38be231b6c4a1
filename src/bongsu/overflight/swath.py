"""Swaths: the ground that an imager's limits reach from a stretch of its path, as Regions; areas as sites."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import (
    EarthOrientation,
    Region,
    constants,
    fixed_to_geodetic,
    geodesic_inverse,
    geodesic_points,
    time_grid,
    to_fixed,
)
from bongsu.errors import InputError
from bongsu.orbit import ElementSet, Ephemeris, states_of
from bongsu.overflight.imager import Reach, horizon_off_nadir_deg
from bongsu.overflight.site import Site

__all__ = ["area_sites", "find_swaths", "sub_satellite_point", "swath_edges"]

Vector = NDArray[np.float64]
_STEP_S = 10.0
_LONGEST_S = 1200.0  # a longer strip would wrap around the globe's side (our choice)
_OFF_HORIZON_DEG = 0.05
_MOST_POINTS = 4000
_METRES_A_DEGREE = 111_000.0


def find_swaths(
    item: ElementSet | Ephemeris, reach: Reach, start: np.datetime64, end: np.datetime64, table: EarthOrientation
) -> tuple[Region, ...]:
    """Ground within an imager's limits, looking straight across the track, between two moments.

    Parameters
    ----------
    item : ElementSet or Ephemeris
    reach : Reach
        Off-nadir limit or incidence band; the side counts. Sun and squint do not.
    start, end : datetime64
        UTC, at most 20 minutes apart.
    table : EarthOrientation

    Returns
    -------
    tuple of Region
        One strip for an off-nadir limit to both sides, one for each side of an incidence band. Ends are cut straight across; the edges
        are the ellipsoid's, without terrain. Empty where there is no state, or the strip crosses itself near a pole.

    Raises
    ------
    InputError
        A stretch longer than 20 minutes, or a reach with neither limit.
    """
    length = float((end - start) / np.timedelta64(1, "s"))
    if not 0.0 <= length <= _LONGEST_S:
        raise InputError(f"swath of {length:g} s; expected 0 to {_LONGEST_S:g}", advice="ask for each access by itself")
    if reach.max_off_nadir_deg is None and reach.incidence_deg is None:
        raise InputError("a swath needs an off-nadir limit or an incidence band")
    if length < 2.0:  # an instant still has a strip of two seconds
        start, end = start - np.timedelta64(1, "s"), end + np.timedelta64(1, "s")
    states = to_fixed(states_of(item, time_grid(start, end, _STEP_S)), table)
    if np.any(states.error != 0):
        return ()
    position, velocity = states.position_m, states.velocity_m_s
    regions = []
    for near, far in swath_edges(reach, position, velocity):
        ring = np.concatenate([near, far[::-1]])
        latitude, longitude, _ = fixed_to_geodetic(ring)
        try:
            regions.append(Region.from_ring(zip(latitude.tolist(), longitude.tolist(), strict=True)))
        except InputError:
            continue
    return tuple(regions)


def swath_edges(reach: Reach, position: Vector, velocity: Vector) -> list[tuple[Vector, Vector]]:
    """The two edges of every strip of :func:`find_swaths`, left one first for an off-nadir limit, near one first for a band.

    Parameters
    ----------
    reach : Reach
    position, velocity : array (n, 3)
        Earth-fixed. [m, m/s]

    Returns
    -------
    list of pairs of array (n, 3)
        On the ellipsoid, straight across the track. [m]
    """
    n = position.shape[0]
    if reach.incidence_deg is None:
        assert reach.max_off_nadir_deg is not None
        angle = np.full(n, reach.max_off_nadir_deg)
        nadir = np.zeros(n)
        edges = {side: _ground(position, velocity, angle, side) for side in (-1.0, 1.0)}
        middle = _ground(position, velocity, nadir, 1.0)
        pairs = {"both": (edges[-1.0], edges[1.0]), "left": (edges[-1.0], middle), "right": (middle, edges[1.0])}
        return [pairs[reach.side]]
    sides = {"both": (-1.0, 1.0), "left": (-1.0,), "right": (1.0,)}[reach.side]
    near, far = (
        [_ground(position, velocity, _off_nadir(position, velocity, angle, side), side) for side in sides]
        for angle in reach.incidence_deg
    )
    return list(zip(near, far, strict=True))


def _frame(position: Vector, velocity: Vector) -> tuple[Vector, Vector, Vector]:
    """Unit vectors down (the ellipsoid's normal) and right of the track, and the height."""
    latitude, longitude, altitude = fixed_to_geodetic(position)
    lat, lon = np.radians(latitude), np.radians(longitude)
    down = -np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    right = np.cross(down, velocity)
    return down, right / np.linalg.norm(right, axis=1)[:, None], altitude


def _ground(position: Vector, velocity: Vector, off_nadir_deg: Vector, side: float) -> Vector:
    """Where a view at an angle across the track meets the ellipsoid; just inside the horizon where it would pass it."""
    down, right, altitude = _frame(position, velocity)
    # The flattened Earth's horizon lies up to 0.3 deg beyond or short of the sphere's.
    limit = np.array([horizon_off_nadir_deg(height) for height in altitude.tolist()]) - _OFF_HORIZON_DEG
    scale = np.array([1.0, 1.0, 1.0 / (1.0 - constants.WGS84_FLATTENING)])
    angle = np.minimum(off_nadir_deg, limit)
    for _ in range(60):
        radians = np.radians(angle)[:, None]
        direction = (np.cos(radians) * down + side * np.sin(radians) * right) * scale
        origin = position * scale
        a = np.einsum("ij,ij->i", direction, direction)
        b = np.einsum("ij,ij->i", direction, origin)
        c = np.einsum("ij,ij->i", origin, origin) - constants.WGS84_EQUATORIAL_RADIUS_M**2
        root = b**2 - a * c
        if np.all(root >= 0.0):
            break
        angle = np.where(root < 0.0, angle - 0.02, angle)
    distance = (-b - np.sqrt(np.maximum(root, 0.0))) / a
    ground: Vector = position + distance[:, None] * direction / scale
    return ground


def _off_nadir(position: Vector, velocity: Vector, incidence_deg: float, side: float) -> Vector:
    """Off-nadir angle at which the incidence at the ground has a value, by correcting the sphere's. [deg]"""
    radius = np.linalg.norm(position, axis=1)
    latitude, longitude, altitude = fixed_to_geodetic(position)
    angle = np.degrees(np.arcsin((radius - altitude) / radius * math.sin(math.radians(incidence_deg))))
    for _ in range(3):
        ground = _ground(position, velocity, angle, side)
        latitude, longitude, _h = fixed_to_geodetic(ground)
        lat, lon = np.radians(latitude), np.radians(longitude)
        up = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
        view = position - ground
        cosine = np.einsum("ij,ij->i", view, up) / np.linalg.norm(view, axis=1)
        angle = angle + (incidence_deg - np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))) * 0.9
    return np.asarray(angle, dtype=float)


def sub_satellite_point(
    item: ElementSet | Ephemeris, moment: np.datetime64, table: EarthOrientation
) -> tuple[float, float, float] | None:
    """Latitude, longitude [deg] and height [m] of the point under a satellite; None where there is no state."""
    states = to_fixed(states_of(item, np.array([moment], "datetime64[us]")), table)
    if states.error[0] != 0:
        return None
    latitude, longitude, height = fixed_to_geodetic(states.position_m)
    return float(latitude[0]), float(longitude[0]), float(height[0])


def area_sites(region: Region, *, name: str, spacing_m: float = 20_000.0) -> tuple[tuple[Site, ...], float]:
    """Sites that stand for an area: along its edge and over its inside, no farther apart than a spacing.

    Parameters
    ----------
    region : Region
    name : str
        Given to every site.
    spacing_m : float
        Wanted distance between neighbours. [m] Widened where more than 4000 sites would be needed.

    Returns
    -------
    (sites, spacing) : tuple
        An access of the area begins when the first of its sites is reached: late by no more than the spacing over the speed on the
        ground (3 s for 20 km).

    Raises
    ------
    InputError
        For a spacing that is not above 0.
    """
    if not spacing_m > 0.0:
        raise InputError(f"spacing {spacing_m!r} m is not above 0")
    perimeter = 4.0 * math.sqrt(region.area_km2) * 1e3
    least = math.sqrt(region.area_km2 * 1e6 / (0.8 * _MOST_POINTS))
    spacing = max(spacing_m, least, perimeter / (0.1 * _MOST_POINTS))
    places: list[tuple[float, float]] = []
    for ring in region.polygons:
        for (lat1, lon1), (lat2, lon2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            distance, azimuth, _ = geodesic_inverse(lat1, lon1, lat2, lon2)
            count = max(2, math.ceil(distance / spacing) + 1)
            latitude, longitude = geodesic_points(lat1, lon1, azimuth, distance, count)
            places += list(zip(latitude[:-1].tolist(), longitude[:-1].tolist(), strict=True))
    if len(places) > _MOST_POINTS:
        places = places[:: math.ceil(len(places) / _MOST_POINTS)]
    places += [region.centroid, *_inside(region, spacing)]
    return tuple(Site(latitude_deg=lat, longitude_deg=lon, name=name) for lat, lon in places), spacing


def _inside(region: Region, spacing_m: float) -> list[tuple[float, float]]:
    """A grid of places inside the region, about ``spacing_m`` apart."""
    latitudes, _ = region.boundary
    found: list[tuple[float, float]] = []
    for latitude in np.arange(latitudes.min(), latitudes.max(), spacing_m / _METRES_A_DEGREE).tolist():
        step = spacing_m / _METRES_A_DEGREE / max(math.cos(math.radians(latitude)), 0.02)
        longitude = np.arange(-180.0, 180.0, step)
        inside = region.contains(np.full(longitude.size, latitude), longitude)
        found += [(latitude, float(value)) for value in longitude[inside]]
    return found
