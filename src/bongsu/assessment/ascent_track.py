"""How a flight's heading shows in where its stages fall, and what a turn costs.

Closed forms on a sphere: a stage leaves the powered flight near the place where its leg begins, heading over the ground
as the orbit needs, and falls on a Kepler arc while the Earth turns below it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth import constants

__all__ = ["CIRCULAR_SPEED_M_S", "burnout_speed_m_s", "fall_offset_deg", "turn_cost_m_s"]

_R = constants.EARTH_MEAN_RADIUS_M
_GM = constants.EARTH_GM_M3_S2
CIRCULAR_SPEED_M_S = float(np.sqrt(_GM / (constants.WGS84_EQUATORIAL_RADIUS_M + 500_000.0)))  # at 500 km
_FLATTER = 0.8  # of the angle of least energy: rockets leave flatter than a thrown stone


def _angle_and_speed(distance_m: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Flight-path angle [rad] and speed [m/s] of an arc that comes down at a distance, Earth at rest."""
    reach = np.clip(np.asarray(distance_m, dtype=float), 1_000.0, 15e6) / _R
    angle = _FLATTER * (np.pi / 4.0 - reach / 4.0)
    half = np.tan(reach / 2.0)
    ratio = half / (np.cos(angle) * (np.sin(angle) + half * np.cos(angle)))
    return angle, np.sqrt(ratio * _GM / _R)


def burnout_speed_m_s(distance_m: ArrayLike) -> NDArray[np.float64]:
    """Speed over the ground with which a stage is left that falls at a distance. [m/s]

    Parameters
    ----------
    distance_m : float or array (n,)
        From the place where it is left. [m]

    Notes
    -----
    Range of a Kepler arc from the ground (Bate, Mueller and White 1971, section 6.2), at 0.8 of the angle of least
    energy. A real stage is left 50 to 200 km up and part of the way along: within about 15 % from 300 to 5,000 km.
    """
    return _angle_and_speed(np.asarray(distance_m, dtype=float))[1]


def fall_offset_deg(latitude_deg: float, heading_deg: ArrayLike, distance_m: float) -> NDArray[np.float64]:
    """How far from its heading over the ground a stage is seen to fall, since the Earth turns meanwhile.

    Parameters
    ----------
    latitude_deg : float
        Where it is left. [deg]
    heading_deg : float or array (n,)
        Over the ground, clockwise from north. [deg]
    distance_m : float
        To where it falls. [m]

    Returns
    -------
    array (n,)
        Azimuth of the fall minus the heading, positive clockwise. [deg]
    """
    heading = np.atleast_1d(np.radians(np.asarray(heading_deg, dtype=float)))
    angle, speed = (float(each) for each in _angle_and_speed(np.asarray(distance_m)))
    latitude = np.radians(latitude_deg)
    east = speed * np.cos(angle) * np.sin(heading) + constants.EARTH_ROTATION_RAD_S * _R * np.cos(latitude)
    north = speed * np.cos(angle) * np.cos(heading)
    level, up = np.hypot(east, north), speed * np.sin(angle)
    total = level**2 + up**2
    ratio = total * _R / _GM
    path = np.arctan2(up, level)
    reach = 2.0 * np.arctan2(ratio * np.sin(path) * np.cos(path), 1.0 - ratio * np.cos(path) ** 2)
    time = _arc_time_s(ratio, path)
    sideways = np.arctan2(east, north)  # azimuth in the frame that does not turn
    down = np.arcsin(
        np.clip(np.sin(latitude) * np.cos(reach) + np.cos(latitude) * np.sin(reach) * np.cos(sideways), -1.0, 1.0)
    )
    along = np.arctan2(
        np.sin(sideways) * np.sin(reach) * np.cos(latitude), np.cos(reach) - np.sin(latitude) * np.sin(down)
    )
    along -= constants.EARTH_ROTATION_RAD_S * time
    seen = np.arctan2(
        np.sin(along) * np.cos(down), np.cos(latitude) * np.sin(down) - np.sin(latitude) * np.cos(down) * np.cos(along)
    )
    return np.asarray((np.degrees(seen - heading) + 180.0) % 360.0 - 180.0, dtype=float)


def _arc_time_s(ratio: NDArray[np.float64], path: NDArray[np.float64]) -> NDArray[np.float64]:
    """Time from the ground back to the ground on a Kepler arc; ``ratio`` is v^2 R / GM. [s]"""
    axis = _R / (2.0 - ratio)
    eccentricity = np.sqrt(np.maximum(1.0 - ratio * (2.0 - ratio) * np.cos(path) ** 2, 1e-12))
    rise = np.arccos(np.clip((1.0 - _R / axis) / eccentricity, -1.0, 1.0))  # eccentric anomaly at launch, before apogee
    return np.asarray(2.0 * np.sqrt(axis**3 / _GM) * (np.pi - rise + eccentricity * np.sin(rise)), dtype=float)


def turn_cost_m_s(turn_deg: ArrayLike, from_m_s: ArrayLike, to_m_s: float = CIRCULAR_SPEED_M_S) -> NDArray[np.float64]:
    """Extra speed of a turn made while a flight speeds up. [m/s]

    Parameters
    ----------
    turn_deg : float or array
        Change of heading. [deg]
    from_m_s, to_m_s : float or array
        Speed before and after. [m/s] With both alike it is the turn of a coasting craft, ``2 v sin(turn / 2)``.

    Notes
    -----
    The shortest way from one velocity to the other (law of cosines) less the speed gained. A real stage turns as it
    thrusts and loses more: a lower bound.
    """
    before = np.asarray(from_m_s, dtype=float)
    square = before**2 + to_m_s**2 - 2.0 * before * to_m_s * np.cos(np.radians(np.asarray(turn_deg, dtype=float)))
    return np.asarray(np.sqrt(np.maximum(square, 0.0)) - np.abs(to_m_s - before), dtype=float)
