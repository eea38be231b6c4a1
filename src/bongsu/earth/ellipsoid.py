"""The WGS 84 ellipsoid: geodetic coordinates, and the shortest lines on it.

The coordinate kernels are NumPy; geodesics are Karney's, through ``geographiclib``, which is imported
at the first call only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth.constants import WGS84_ECCENTRICITY_SQUARED, WGS84_EQUATORIAL_RADIUS_M, WGS84_FLATTENING
from bongsu.errors import InputError

__all__ = [
    "fixed_to_geodetic",
    "geodesic_direct",
    "geodesic_inverse",
    "geodesic_points",
    "geodetic_to_fixed",
    "wrap_longitude_deg",
]

_EVOLUTE_LIMIT_M = 100_000.0  # within 43 km of the centre latitude has no single meaning; with a margin
_ITERATIONS = 6  # two suffice from -10 km to 50,000 km; six hold down to the limit above


def geodetic_to_fixed(latitude_deg: ArrayLike, longitude_deg: ArrayLike, height_m: ArrayLike) -> NDArray[np.float64]:
    """Earth-fixed position of a place given by geodetic coordinates.

    Parameters
    ----------
    latitude_deg, longitude_deg : float or array (n,)
        Geodetic, WGS 84. [deg]
    height_m : float or array (n,)
        Above the ellipsoid. [m]

    Returns
    -------
    array (n, 3), or (3,) for scalars
        Earth-fixed: x to the prime meridian, z to the north pole. NaN where an input is NaN. [m]

    Notes
    -----
    Closed form: NGA.STND.0036 (WGS 84), equation 4-14.
    """
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    height = np.asarray(height_m, dtype=float)
    sine = np.sin(latitude)
    normal = WGS84_EQUATORIAL_RADIUS_M / np.sqrt(1.0 - WGS84_ECCENTRICITY_SQUARED * sine**2)
    across = (normal + height) * np.cos(latitude)
    along = (normal * (1.0 - WGS84_ECCENTRICITY_SQUARED) + height) * sine
    x, y, z = np.broadcast_arrays(across * np.cos(longitude), across * np.sin(longitude), along)
    return np.stack([x, y, z], axis=-1)


def fixed_to_geodetic(
    position_m: ArrayLike,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Geodetic coordinates of an Earth-fixed position.

    Parameters
    ----------
    position_m : array (n, 3) or (3,)
        Earth-fixed. [m]

    Returns
    -------
    latitude_deg, longitude_deg, height_m : array (n,), or scalars for (3,)
        Geodetic, WGS 84; longitude in [-180, 180), 0 on the axis. NaN within 100 km of Earth's
        centre and where an input is NaN. [deg, deg, m]

    Raises
    ------
    InputError
        When the last axis is not of length 3.

    Notes
    -----
    Bowring's iteration on the parametric latitude (Survey Review 23 (1976) 323); within 1e-9 deg and
    1e-4 m from 6,000 km below the surface to 50,000 km above it, poles and axis included.
    """
    position = np.asarray(position_m, dtype=float)
    if position.shape[-1:] != (3,):
        raise InputError(f"Earth-fixed position has shape {position.shape}; expected (n, 3) or (3,)")
    x, y, z = position[..., 0], position[..., 1], position[..., 2]
    a, e2, b = WGS84_EQUATORIAL_RADIUS_M, WGS84_ECCENTRICITY_SQUARED, _POLAR_RADIUS_M
    across, radius = np.hypot(x, y), np.sqrt(x * x + y * y + z * z)
    parametric = np.arctan2(z, across * (1.0 - WGS84_FLATTENING))
    latitude = parametric
    for _ in range(_ITERATIONS):
        up = z + e2 / (1.0 - e2) * b * np.sin(parametric) ** 3
        latitude = np.arctan2(up, np.maximum(across - e2 * a * np.cos(parametric) ** 3, 0.0))
        parametric = np.arctan2((1.0 - WGS84_FLATTENING) * np.sin(latitude), np.cos(latitude))
    sine, cosine = np.sin(latitude), np.cos(latitude)
    height = across * cosine + z * sine - a * np.sqrt(1.0 - e2 * sine**2)
    usable = radius >= _EVOLUTE_LIMIT_M
    longitude = wrap_longitude_deg(np.degrees(np.arctan2(y, x)))
    return (
        np.where(usable, np.degrees(latitude), np.nan)[()],
        np.where(usable, longitude, np.nan)[()],
        np.where(usable, height, np.nan)[()],
    )


def wrap_longitude_deg(longitude_deg: ArrayLike) -> NDArray[np.float64]:
    """The same longitude in [-180, 180). Takes a scalar or an array. [deg]"""
    longitude = np.asarray(longitude_deg, dtype=float)
    inside = (longitude >= -180.0) & (longitude < 180.0)
    wrapped = np.mod(longitude + 180.0, 360.0) - 180.0
    return np.where(inside, longitude, np.where(wrapped >= 180.0, -180.0, wrapped))[()]


@overload
def geodesic_inverse(
    latitude1_deg: float, longitude1_deg: float, latitude2_deg: float, longitude2_deg: float
) -> tuple[float, float, float]: ...


@overload
def geodesic_inverse(
    latitude1_deg: ArrayLike, longitude1_deg: ArrayLike, latitude2_deg: ArrayLike, longitude2_deg: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]: ...


def geodesic_inverse(latitude1_deg: Any, longitude1_deg: Any, latitude2_deg: Any, longitude2_deg: Any) -> Any:
    """Shortest line between two places: its length and its direction at either end.

    Parameters
    ----------
    latitude1_deg, longitude1_deg, latitude2_deg, longitude2_deg : float or array (n,)
        Geodetic; arrays are broadcast. [deg]

    Returns
    -------
    distance_m, azimuth_deg, back_azimuth_deg : float or array (n,)
        ``azimuth_deg`` at the first place towards the second, ``back_azimuth_deg`` at the second
        towards the first, both in [0, 360) clockwise from true north. NaN where an input is NaN.

    Raises
    ------
    InputError
        When a latitude lies beyond 90 deg.

    Notes
    -----
    Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43; 15 nm. Between a place and itself the
    direction has no meaning.
    """
    solve, mask = _geodesic().Inverse, _geodesic().DISTANCE | _geodesic().AZIMUTH

    def one(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float, float]:
        _require_latitude(lat1, lat2)
        line = solve(lat1, lon1, lat2, lon2, mask)
        return line["s12"], _turn(line["azi1"]), _turn(line["azi2"] + 180.0)

    return _over(one, 3, latitude1_deg, longitude1_deg, latitude2_deg, longitude2_deg)


@overload
def geodesic_direct(
    latitude_deg: float, longitude_deg: float, azimuth_deg: float, distance_m: float
) -> tuple[float, float]: ...


@overload
def geodesic_direct(
    latitude_deg: ArrayLike, longitude_deg: ArrayLike, azimuth_deg: ArrayLike, distance_m: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...


def geodesic_direct(latitude_deg: Any, longitude_deg: Any, azimuth_deg: Any, distance_m: Any) -> Any:
    """The place reached from another along a shortest line.

    Parameters
    ----------
    latitude_deg, longitude_deg : float or array (n,)
        The start; arrays are broadcast. [deg]
    azimuth_deg : float or array (n,)
        Direction at the start, clockwise from true north. [deg]
    distance_m : float or array (n,)
        Length; negative runs backwards. [m]

    Returns
    -------
    latitude_deg, longitude_deg : float or array (n,)
        Longitude in [-180, 180). NaN where an input is NaN.

    Raises
    ------
    InputError
        When a latitude lies beyond 90 deg.

    Notes
    -----
    Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43.
    """
    solve, mask = _geodesic().Direct, _geodesic().LATITUDE | _geodesic().LONGITUDE

    def one(latitude: float, longitude: float, azimuth: float, distance: float) -> tuple[float, float]:
        _require_latitude(latitude)
        end = solve(latitude, longitude, azimuth, distance, mask)
        longitude2 = end["lon2"]
        return end["lat2"], -180.0 if longitude2 >= 180.0 else longitude2

    return _over(one, 2, latitude_deg, longitude_deg, azimuth_deg, distance_m)


def geodesic_points(
    latitude_deg: float, longitude_deg: float, azimuth_deg: float, distance_m: float, count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Places evenly spaced along a shortest line, both ends included.

    Parameters
    ----------
    latitude_deg, longitude_deg : float
        The start. [deg]
    azimuth_deg : float
        Direction at the start. [deg]
    distance_m : float
        Length of the line. [m]
    count : int
        How many places, at least 2.

    Returns
    -------
    latitude_deg, longitude_deg : array (count,)
        Longitude in [-180, 180). [deg]

    Raises
    ------
    InputError
        When ``count`` is below 2 or the latitude lies beyond 90 deg.
    """
    if count < 2:
        raise InputError(f"count {count} is too few for a line; at least 2")
    _require_latitude(latitude_deg)
    line = _geodesic().Line(latitude_deg, longitude_deg, azimuth_deg)
    mask = _geodesic().LATITUDE | _geodesic().LONGITUDE
    ends = [line.Position(step, mask) for step in np.linspace(0.0, distance_m, count).tolist()]
    return np.array([end["lat2"] for end in ends]), wrap_longitude_deg([end["lon2"] for end in ends])


_POLAR_RADIUS_M = WGS84_EQUATORIAL_RADIUS_M * (1.0 - WGS84_FLATTENING)


@lru_cache(maxsize=1)
def _geodesic() -> Any:
    from geographiclib.geodesic import Geodesic  # noqa: PLC0415 - costs import time, few commands need it

    return Geodesic(WGS84_EQUATORIAL_RADIUS_M, WGS84_FLATTENING)


def _require_latitude(*latitudes_deg: float) -> None:
    for latitude in latitudes_deg:
        if abs(latitude) > 90.0:
            raise InputError(f"latitude {latitude} lies beyond 90 deg", advice="latitude comes before longitude")


def _turn(azimuth_deg: float) -> float:
    """The azimuth in [0, 360)."""
    turned = azimuth_deg % 360.0
    return 0.0 if turned >= 360.0 else turned


def _over(function: Any, outputs: int, *arguments: Any) -> Any:
    """Apply a scalar function over broadcast arguments; plain floats give plain floats."""
    if all(np.ndim(argument) == 0 for argument in arguments):
        return function(*(float(argument) for argument in arguments))
    broadcast = np.broadcast_arrays(*(np.asarray(argument, dtype=float) for argument in arguments))
    results = np.empty((outputs, *broadcast[0].shape))
    flat = results.reshape(outputs, -1)
    for index, values in enumerate(zip(*(array.ravel().tolist() for array in broadcast), strict=True)):
        flat[:, index] = function(*values)
    return tuple(results)
