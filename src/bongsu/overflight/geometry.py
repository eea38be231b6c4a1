"""Angles and distances between a satellite and a site, and ground sample distance."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth import fixed_to_geodetic, geodetic_to_fixed
from bongsu.overflight.site import Site

__all__ = ["gsd_m", "look_angles", "look_angles_from", "site_axes"]

_ROUNDING_DEG = 1e-6  # a rise or set found at the horizon lies up to 0.1 m under it, and is seen


def site_axes(site: Site) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Earth-fixed position [m], shape (3,), and east, north, up unit vectors as rows, shape (3, 3)."""
    latitude, longitude = np.radians(site.latitude_deg), np.radians(site.longitude_deg)
    position = geodetic_to_fixed(site.latitude_deg, site.longitude_deg, site.height_m).reshape(3)
    sin_lat, cos_lat, sin_lon, cos_lon = np.sin(latitude), np.cos(latitude), np.sin(longitude), np.cos(longitude)
    axes = np.array(
        [
            [-sin_lon, cos_lon, 0.0],
            [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat],
            [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat],
        ]
    )
    return position, axes


def look_angles(site: Site, position_m: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """How a satellite and a site see each other.

    Parameters
    ----------
    site : Site
    position_m : array (n, 3)
        Satellite, Earth-fixed. [m]

    Returns
    -------
    dict of arrays (n,)
        ``elevation_deg`` above the site's ellipsoidal horizon, no refraction; ``azimuth_deg`` from north
        through east; ``range_m``; ``off_nadir_deg`` at the satellite, from the ellipsoid's normal;
        ``incidence_deg`` at the ground, 90 minus elevation; ``altitude_m`` of the satellite. Off-nadir
        and incidence are NaN where the satellite is below the horizon: it cannot see the site then.
    """
    return look_angles_from(*site_axes(site), position_m)


def look_angles_from(
    origin_m: NDArray[np.float64], axes: NDArray[np.float64], position_m: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
    """As :func:`look_angles`, from :func:`site_axes`: of one site, or one a row with shapes (n, 3) and (n, 3, 3)."""
    offset = position_m - origin_m
    east, north, up = np.einsum("...ij,...j->...i", axes, offset).T
    distance = np.linalg.norm(offset, axis=1)
    elevation = np.degrees(np.arcsin(np.clip(up / distance, -1.0, 1.0)))
    latitude, longitude, altitude = fixed_to_geodetic(position_m)
    latitude, longitude = np.radians(latitude), np.radians(longitude)
    normal = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )
    cosine = np.einsum("ij,ij->i", normal, offset) / distance
    visible = elevation > -_ROUNDING_DEG
    return {
        "elevation_deg": elevation,
        "azimuth_deg": np.mod(np.degrees(np.arctan2(east, north)), 360.0),
        "range_m": distance,
        "off_nadir_deg": np.where(visible, np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))), np.nan),
        "incidence_deg": np.where(visible, 90.0 - elevation, np.nan),
        "altitude_m": altitude,
    }


def gsd_m(
    nadir_gsd_m: ArrayLike, range_m: ArrayLike, altitude_m: ArrayLike, elevation_deg: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Ground sample distance across and along the line of sight, for a camera known by its nadir figure.

    Parameters
    ----------
    nadir_gsd_m : float or array
        Ground sample distance straight down from ``altitude_m``. [m]
    range_m, altitude_m : float or array (n,)
        Satellite to site, and satellite above the ellipsoid. [m]
    elevation_deg : float or array (n,)
        Satellite above the site's horizon. [deg]

    Returns
    -------
    (across, along) : arrays
        Away from the satellite (stretched by 1/sin elevation), and at right angles to that. NaN at or
        below the horizon. [m]

    Notes
    -----
    A pixel's angle is the nadir figure over the altitude; flat ground. Leachtenauer and Driggers,
    Surveillance and Reconnaissance Imaging Systems (2001), chapter 4.
    """
    sine = np.sin(np.radians(np.asarray(elevation_deg, dtype=float)))
    along = (
        np.asarray(nadir_gsd_m, dtype=float) * np.asarray(range_m, dtype=float) / np.asarray(altitude_m, dtype=float)
    )
    along = np.where(sine > 0.0, along, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        return along / np.where(sine > 0.0, sine, np.nan), along
