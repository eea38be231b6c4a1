"""Time of a free flight from the ground to an apogee and back, over the turning Earth."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth import constants

__all__ = [
    "directions_of",
    "free_flight_interval_s",
    "free_flight_time_s",
    "launch_elevation_deg",
    "spherical_arc_time_s",
]

SPHERE_RADIUS_M = 6_371_000.0  # of the formula for checking by hand, as in the tables it is compared with

Array = NDArray[np.float64]


def spherical_arc_time_s(apogee_m: ArrayLike, ground_range_m: ArrayLike) -> Array:
    """Time of the free flight over a sphere that does not rotate: the formula to check by hand.

    Parameters
    ----------
    apogee_m : float or array (n,)
        Height of the apogee above a sphere of 6371 km. [m]
    ground_range_m : float or array (n,)
        Distance on that sphere between the two ends. [m]

    Returns
    -------
    array, same shape
        Time from the surface to the surface. [s]
    """
    apogee, ground_range = np.broadcast_arrays(np.asarray(apogee_m, float), np.asarray(ground_range_m, float))
    half = ground_range / (2.0 * SPHERE_RADIUS_M)
    return 2.0 * _time_to_apogee_s(SPHERE_RADIUS_M + apogee, np.full(apogee.shape, SPHERE_RADIUS_M), half)


def launch_elevation_deg(apogee_m: ArrayLike, ground_range_m: ArrayLike) -> Array:
    """Elevation at which a ballistic arc with this apogee and range leaves a non-rotating sphere. [deg]

    Used only to tell whether figures can belong to a ballistic arc at all.
    """
    apogee, ground_range = np.asarray(apogee_m, float), np.asarray(ground_range_m, float)
    half = ground_range / (2.0 * SPHERE_RADIUS_M)
    eccentricity = apogee / (apogee + 2.0 * SPHERE_RADIUS_M * np.sin(half / 2.0) ** 2)
    angle = np.arctan2(eccentricity * np.sin(half), 1.0 - eccentricity * np.cos(half))
    return np.asarray(np.degrees(angle))


def free_flight_time_s(
    apogee_m: ArrayLike, ground_range_m: ArrayLike, *, latitude_deg: ArrayLike, azimuth_deg: ArrayLike
) -> Array:
    """Time on the Kepler arc from the ground back to the ground, over the rotating ellipsoid.

    Parameters
    ----------
    apogee_m : float or array (n,)
        Height of the apogee above the ellipsoid beneath it. [m]
    ground_range_m : float or array (n,)
        Geodesic between the launch point and the point of fall, both fixed to the ground. [m]
    latitude_deg, azimuth_deg : float or array (n,)
        Geodetic latitude of the launch point; direction of the geodesic there, clockwise from north. [deg]

    Returns
    -------
    array, broadcast shape
        Time from lift-off to fall. [s] NaN where no arc exists, or where the arc may pass half way round
        the Earth.

    Notes
    -----
    While the body flies, the ground turns east beneath it: the angle that the arc spans in inertial space
    runs from the launch point at lift-off to the point of fall at its own time. That angle depends on the
    time and the time on the angle; eight rounds of fixed-point iteration leave less than 1 ms. Point-mass
    gravity: oblateness changes the time by less than 2 s. Within 0.1 s of numerical integration (tests).
    Bate, Mueller & White (1971), ch. 6.
    """
    apogee, ground_range, latitude, azimuth = (
        np.asarray(value, float)
        for value in np.broadcast_arrays(apogee_m, ground_range_m, np.radians(latitude_deg), np.radians(azimuth_deg))
    )
    latitude_end, longitude_end = _destination(latitude, azimuth, ground_range)
    start = _surface_point(latitude, np.zeros_like(latitude))
    start_radius = np.linalg.norm(start, axis=-1)
    time = spherical_arc_time_s(apogee, ground_range)
    for _ in range(8):
        end = _surface_point(latitude_end, longitude_end + constants.EARTH_ROTATION_RAD_S * time)
        end_radius = np.linalg.norm(end, axis=-1)
        angle = np.arctan2(np.linalg.norm(np.cross(start, end), axis=-1), np.sum(start * end, axis=-1))
        apogee_radius = apogee + _radius_towards(start / start_radius[..., None], end / end_radius[..., None], angle)
        up = _angle_to_apogee(angle, apogee_radius, start_radius, end_radius)
        time = _time_to_apogee_s(apogee_radius, start_radius, up)
        time = time + _time_to_apogee_s(apogee_radius, end_radius, angle - up)
        reach = ground_range / SPHERE_RADIUS_M + constants.EARTH_ROTATION_RAD_S * time
        time = np.where(reach < np.pi, time, np.nan)
    return np.asarray(time)


def free_flight_interval_s(
    apogee_m: float,
    ground_range_m: float,
    *,
    latitude_deg: float | None = None,
    azimuth_deg: float | None = None,
) -> tuple[float, float]:
    """Shortest and longest free flight over the directions and latitudes that are not given. [s]

    Latitudes are taken every 10 deg and directions every 15 deg; the answer lies within 0.2 s of
    that of a grid of 2 deg, because the time is flat where it is least. NaN as in :func:`free_flight_time_s`.
    """
    latitude, azimuth = directions_of(latitude_deg, azimuth_deg, tolerance_deg=0.0)
    times = free_flight_time_s(apogee_m, ground_range_m, latitude_deg=latitude, azimuth_deg=azimuth)
    if not np.isfinite(times).any():
        return math.nan, math.nan
    return float(np.nanmin(times)), float(np.nanmax(times))


def _time_to_apogee_s(apogee_radius: Array, radius: Array, angle: Array) -> Array:
    """From a radius up to the apogee, ``angle`` before it, by Kepler's equation."""
    with np.errstate(invalid="ignore", divide="ignore"):
        drop = apogee_radius - radius
        eccentricity = drop / (drop + 2.0 * radius * np.sin(angle / 2.0) ** 2)
        semi_major = apogee_radius / (1.0 + eccentricity)
        cosine = np.clip((1.0 - radius / semi_major) / eccentricity, -1.0, 1.0)
        anomaly = np.arccos(cosine)
        time = np.sqrt(semi_major**3 / constants.EARTH_GM_M3_S2) * (np.pi - anomaly + eccentricity * np.sin(anomaly))
    return np.asarray(np.where(drop > 0.0, time, np.nan))


def _angle_to_apogee(angle: Array, apogee_radius: Array, start_radius: Array, end_radius: Array) -> Array:
    """Part of the arc's angle before the apogee: half of it but for the two radii, which differ a little."""

    def flatness(part: Array, radius: Array) -> Array:  # (1 - e) of the ellipse through that end
        sagitta = 2.0 * radius * np.sin(part / 2.0) ** 2
        return np.asarray(sagitta / (apogee_radius - radius + sagitta))

    low, high = np.zeros_like(angle), np.array(angle, dtype=float)
    for _ in range(40):
        middle = 0.5 * (low + high)
        above = flatness(middle, start_radius) > flatness(angle - middle, end_radius)
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    return np.asarray(0.5 * (low + high))


def _surface_point(latitude: Array, longitude: Array) -> Array:
    """Geocentric position of a point on the ellipsoid, radians to metres, shape (..., 3)."""
    normal = constants.WGS84_EQUATORIAL_RADIUS_M / np.sqrt(
        1.0 - constants.WGS84_ECCENTRICITY_SQUARED * np.sin(latitude) ** 2
    )
    x = normal * np.cos(latitude) * np.cos(longitude)
    y = normal * np.cos(latitude) * np.sin(longitude)
    return np.stack([x, y, (1.0 - constants.WGS84_ECCENTRICITY_SQUARED) * normal * np.sin(latitude)], axis=-1)


def _radius_towards(start: Array, end: Array, angle: Array) -> Array:
    """Radius of the ellipsoid beneath the middle of the arc between two unit vectors. [m]"""
    middle = start + end
    length = np.maximum(np.linalg.norm(middle, axis=-1), 1e-9)
    cosine_squared = 1.0 - (middle[..., 2] / length) ** 2
    polar = constants.WGS84_EQUATORIAL_RADIUS_M * (1.0 - constants.WGS84_FLATTENING)
    return np.asarray(polar / np.sqrt(1.0 - constants.WGS84_ECCENTRICITY_SQUARED * cosine_squared))


def _destination(latitude: Array, azimuth: Array, distance_m: Array) -> tuple[Array, Array]:
    """End of a geodesic: latitude and change of longitude, radians. Vincenty (1975), direct, within 1 mm.

    For thousands of directions at once, where ``earth.geodesic_direct`` goes one by one; a test holds them equal.
    """
    f = constants.WGS84_FLATTENING
    b = constants.WGS84_EQUATORIAL_RADIUS_M * (1.0 - f)
    tan_u1 = (1.0 - f) * np.tan(latitude)
    cos_u1 = 1.0 / np.sqrt(1.0 + tan_u1**2)
    sin_u1 = tan_u1 * cos_u1
    sin_az, cos_az = np.sin(azimuth), np.cos(azimuth)
    sigma1 = np.arctan2(tan_u1, cos_az)
    sin_alpha = cos_u1 * sin_az
    cos2_alpha = 1.0 - sin_alpha**2
    u2 = cos2_alpha * constants.WGS84_ECCENTRICITY_SQUARED / (1.0 - constants.WGS84_ECCENTRICITY_SQUARED)
    big_a = 1.0 + u2 / 16384.0 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)))
    big_b = u2 / 1024.0 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)))
    first = distance_m / (b * big_a)
    sigma = first
    for _ in range(8):
        c2m = np.cos(2.0 * sigma1 + sigma)
        s, c = np.sin(sigma), np.cos(sigma)
        last = big_b / 6.0 * c2m * (-3.0 + 4.0 * s**2) * (-3.0 + 4.0 * c2m**2)
        sigma = first + big_b * s * (c2m + big_b / 4.0 * (c * (-1.0 + 2.0 * c2m**2) - last))
    s, c, c2m = np.sin(sigma), np.cos(sigma), np.cos(2.0 * sigma1 + sigma)
    across = np.hypot(sin_alpha, sin_u1 * s - cos_u1 * c * cos_az)
    end = np.arctan2(sin_u1 * c + cos_u1 * s * cos_az, (1.0 - f) * across)
    turn = np.arctan2(s * sin_az, cos_u1 * c - sin_u1 * s * cos_az)
    big_c = f / 16.0 * cos2_alpha * (4.0 + f * (4.0 - 3.0 * cos2_alpha))
    bend = sigma + big_c * s * (c2m + big_c * c * (-1.0 + 2.0 * c2m**2))
    return np.asarray(end), np.asarray(turn - (1.0 - big_c) * f * sin_alpha * bend)


def directions_of(
    latitude_deg: float | None, azimuth_deg: float | None, *, tolerance_deg: float
) -> tuple[Array, Array]:
    """Latitudes and azimuths to try, flat and of one length; the first is the one given where both are."""
    if latitude_deg is not None:
        latitudes = np.array([latitude_deg])
    elif azimuth_deg is not None:
        latitudes = np.arange(-90.0, 91.0, 10.0)
    else:
        latitudes = np.arange(0.0, 91.0, 10.0)  # the south mirrors the north over all directions
    if azimuth_deg is None:
        azimuths = np.arange(0.0, 360.0, 15.0)
    elif tolerance_deg > 0.0:
        azimuths = azimuth_deg + np.array([0.0, -tolerance_deg, tolerance_deg])
    else:
        azimuths = np.array([azimuth_deg])
    grid = np.meshgrid(latitudes, azimuths, indexing="ij")
    return grid[0].ravel(), grid[1].ravel()
