"""The Sun: direction, elevation at a place, shadow, and solar time (mean and apparent kept apart)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth.constants import ASTRONOMICAL_UNIT_M, EARTH_MEAN_RADIUS_M
from bongsu.earth.frames import sidereal_time_rad
from bongsu.earth.orientation import EarthOrientation
from bongsu.earth.timescale import julian_date, tt_julian_date

__all__ = [
    "apparent_solar_time_h",
    "equation_of_time_s",
    "is_sunlit",
    "mean_solar_time_h",
    "node_mean_solar_time_h",
    "sun_azimuth_elevation_deg",
    "sun_position_m",
]


def sun_position_m(time: ArrayLike) -> NDArray[np.float64]:
    """Sun's geocentric position, true equator and equinox of date, shape (n, 3). [m]

    Within 0.01 deg from 1950 to 2050 (Meeus, Astronomical Algorithms, 2nd ed., chapter 25, low
    accuracy). Used as if it were TEME: the equation of the equinoxes, at most 0.005 deg, is left out.
    """
    century = (tt_julian_date(np.atleast_1d(np.asarray(time, dtype="datetime64[us]"))) - 2451545.0) / 36525.0
    longitude = 280.46646 + century * (36000.76983 + century * 0.0003032)
    anomaly = np.radians(357.52911 + century * (35999.05029 - century * 0.0001537))
    centre = (
        (1.914602 - century * (0.004817 + century * 0.000014)) * np.sin(anomaly)
        + (0.019993 - century * 0.000101) * np.sin(2 * anomaly)
        + 0.000289 * np.sin(3 * anomaly)
    )
    eccentricity = 0.016708634 - century * 0.000042037
    true_anomaly = anomaly + np.radians(centre)
    distance = 1.000001018 * (1 - eccentricity**2) / (1 + eccentricity * np.cos(true_anomaly))
    moon_node = np.radians(125.04 - 1934.136 * century)
    apparent = np.radians(longitude + centre - 0.00569 - 0.00478 * np.sin(moon_node))
    obliquity = np.radians(23.439291 - century * 0.0130042 + 0.00256 * np.cos(moon_node))
    direction = np.stack(
        [np.cos(apparent), np.cos(obliquity) * np.sin(apparent), np.sin(obliquity) * np.sin(apparent)], axis=1
    )
    return np.asarray(direction * (distance * ASTRONOMICAL_UNIT_M)[:, None], dtype=float)


def sun_azimuth_elevation_deg(
    latitude_deg: ArrayLike, longitude_deg: ArrayLike, time: ArrayLike, orientation: EarthOrientation
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Azimuth from north through east, and elevation, of the Sun's centre at places and times. [deg]

    Geometric: no refraction (0.6 deg at the horizon) and no parallax (0.002 deg). Arguments broadcast
    to shape (n,); latitude is geodetic.
    """
    moment = np.atleast_1d(np.asarray(time, dtype="datetime64[us]"))
    sun = sun_position_m(moment)
    right_ascension = np.arctan2(sun[:, 1], sun[:, 0])
    declination = np.arcsin(sun[:, 2] / np.linalg.norm(sun, axis=1))
    latitude = np.radians(np.asarray(latitude_deg, dtype=float))
    hour = sidereal_time_rad(moment, orientation) + np.radians(np.asarray(longitude_deg, dtype=float)) - right_ascension
    sine = np.sin(latitude) * np.sin(declination) + np.cos(latitude) * np.cos(declination) * np.cos(hour)
    azimuth = np.arctan2(
        -np.cos(declination) * np.sin(hour),
        np.sin(declination) * np.cos(latitude) - np.cos(declination) * np.cos(hour) * np.sin(latitude),
    )
    return np.mod(np.degrees(azimuth), 360.0), np.degrees(np.arcsin(np.clip(sine, -1.0, 1.0)))


def is_sunlit(position_m: NDArray[np.float64], time: ArrayLike) -> NDArray[np.bool_]:
    """Whether the Sun's centre is seen from positions in TEME, shape (n, 3), over a spherical Earth.

    The sphere has Earth's mean radius and no air; entry and exit are within about 10 s in low orbit.
    """
    sun = sun_position_m(time)
    distance = np.linalg.norm(position_m, axis=1)
    cosine = np.einsum("ij,ij->i", position_m, sun) / (distance * np.linalg.norm(sun, axis=1))
    horizon = np.arcsin(np.clip(EARTH_MEAN_RADIUS_M / distance, -1.0, 1.0))
    sunlit: NDArray[np.bool_] = np.arccos(np.clip(-cosine, -1.0, 1.0)) > horizon
    return sunlit


def mean_solar_time_h(longitude_deg: ArrayLike, time: ArrayLike, orientation: EarthOrientation) -> NDArray[np.float64]:
    """Local mean solar time: UT1 plus east longitude, in hours [0, 24). A uniform clock."""
    moment = np.atleast_1d(np.asarray(time, dtype="datetime64[us]"))
    hours = julian_date(moment)[1] * 24.0 + orientation.at(moment)[2] / 3600.0
    return np.mod(hours + np.asarray(longitude_deg, dtype=float) / 15.0, 24.0)


def equation_of_time_s(time: ArrayLike, orientation: EarthOrientation) -> NDArray[np.float64]:
    """Apparent minus mean solar time, shape (n,): -860 to +990 s over the year. [s]"""
    moment = np.atleast_1d(np.asarray(time, dtype="datetime64[us]"))
    sun = sun_position_m(moment)
    hour_angle = np.degrees(sidereal_time_rad(moment, orientation) - np.arctan2(sun[:, 1], sun[:, 0]))
    apparent = hour_angle / 15.0 + 12.0
    return (np.mod(apparent - mean_solar_time_h(0.0, moment, orientation) + 12.0, 24.0) - 12.0) * 3600.0


def apparent_solar_time_h(
    longitude_deg: ArrayLike, time: ArrayLike, orientation: EarthOrientation
) -> NDArray[np.float64]:
    """Local apparent solar time, as a sundial shows it, in hours [0, 24)."""
    mean = mean_solar_time_h(longitude_deg, time, orientation)
    return np.mod(mean + equation_of_time_s(time, orientation) / 3600.0, 24.0)


def node_mean_solar_time_h(node_deg: ArrayLike, time: ArrayLike, orientation: EarthOrientation) -> NDArray[np.float64]:
    """Local *mean* solar time under a node of right ascension ``node_deg`` (TEME), in hours [0, 24).

    The mean, not the apparent, Sun: with the true Sun the same node would seem to drift by up to
    half an hour over the year.
    """
    moment = np.atleast_1d(np.asarray(time, dtype="datetime64[us]"))
    longitude = np.asarray(node_deg, dtype=float) - np.degrees(sidereal_time_rad(moment, orientation))
    return mean_solar_time_h(longitude, moment, orientation)
