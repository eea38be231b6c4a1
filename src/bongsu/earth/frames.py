"""Between SGP4's frame (TEME) and the Earth-fixed frame (ITRS).

TEME turns into the pseudo-Earth-fixed frame by Greenwich mean sidereal time of 1982 at UT1, and that
into ITRS by polar motion: Vallado, Crawford, Hujsak and Kelso, "Revisiting Spacetrack Report #3",
AIAA 2006-6753, appendix C.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth.constants import EARTH_ROTATION_RAD_S
from bongsu.earth.orientation import EarthOrientation
from bongsu.earth.timescale import julian_date
from bongsu.earth.trajectory import Trajectory

__all__ = ["fixed_to_teme", "sidereal_time_rad", "teme_to_fixed", "to_fixed", "turning_table"]


def sidereal_time_rad(time: ArrayLike, orientation: EarthOrientation) -> NDArray[np.float64]:
    """Greenwich mean sidereal time (IAU 1982) of UTC times, shape (n,), in [0, 2 pi).

    Source: Aoki et al. 1982, A&A 105, 359; the polynomial is in seconds of UT1.
    """
    day, fraction = julian_date(time)
    fraction = fraction + orientation.at(time)[2] / 86400.0
    century = ((day - 2451545.0) + fraction) / 36525.0
    seconds = 67310.54841 + century * (8640184.812866 + century * (0.093104 - century * 6.2e-6))
    # 876600 h per century is whole turns but for the fraction of the day, kept apart for its digits;
    # the integer part of the day ends in .5, which is half a turn.
    turns = seconds / 86400.0 + np.mod(day - 2451545.0, 1.0) + fraction
    return np.mod(turns, 1.0) * (2.0 * np.pi)


def _polar_motion(position: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    # First order in x, y (5e-7 rad and less): the second order is under 2 micrometres at the surface.
    out = position.copy()
    out[:, 0] += x * position[:, 2]
    out[:, 1] -= y * position[:, 2]
    out[:, 2] += y * position[:, 1] - x * position[:, 0]
    return out


def _turn(vectors: NDArray[np.float64], angle: NDArray[np.float64]) -> NDArray[np.float64]:
    cosine, sine = np.cos(angle), np.sin(angle)
    out = vectors.copy()
    out[:, 0] = cosine * vectors[:, 0] + sine * vectors[:, 1]
    out[:, 1] = cosine * vectors[:, 1] - sine * vectors[:, 0]
    return out


def teme_to_fixed(
    position_m: NDArray[np.float64],
    velocity_m_s: NDArray[np.float64],
    time: ArrayLike,
    orientation: EarthOrientation,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Earth-fixed position [m] and velocity relative to the turning Earth [m/s], shape (n, 3) each.

    Parameters
    ----------
    position_m, velocity_m_s : array (n, 3)
        State in TEME. [m], [m/s]
    time : array (n,) of datetime64
        UTC.
    orientation : EarthOrientation
        UT1-UTC and polar motion; see there for what holds outside its span.
    """
    theta = sidereal_time_rad(time, orientation)
    x, y, _ = orientation.at(time)
    position = _turn(position_m, theta)
    velocity = _turn(velocity_m_s, theta)
    velocity[:, 0] += EARTH_ROTATION_RAD_S * position[:, 1]
    velocity[:, 1] -= EARTH_ROTATION_RAD_S * position[:, 0]
    return _polar_motion(position, x, y), _polar_motion(velocity, x, y)


def turning_table(start: np.datetime64, end: np.datetime64, orientation: EarthOrientation) -> NDArray[np.float64]:
    """How the Earth turns from ``start`` to ``end``, one row a UTC day, from the midnight before ``start``.

    Parameters
    ----------
    start, end : datetime64
        UTC.
    orientation : EarthOrientation

    Returns
    -------
    array (days, 7)
        At midnight: sidereal time [rad], its rate [rad/s], polar motion x and y [rad], their rates [rad/s]; then Earth's
        rotation [rad/s]. Linear within a day, which is what the table of orientation is: sidereal time within 1e-14 rad.
    """
    day = np.timedelta64(86_400_000_000, "us")
    first, last = start.astype("datetime64[D]"), end.astype("datetime64[D]")
    midnight = np.arange(first, last + np.timedelta64(1, "D")).astype("datetime64[us]")
    # The day's end is looked at a second before midnight: a leap second may follow.
    late = midnight + day - np.timedelta64(1_000_000, "us")
    before, after = sidereal_time_rad(midnight, orientation), sidereal_time_rad(late, orientation)
    x0, y0, _ = orientation.at(midnight)
    x1, y1, _ = orientation.at(late)
    # In a day less a second it turns once and by 0.017 rad more.
    turned = np.mod(after - before + np.pi, 2.0 * np.pi) - np.pi + 2.0 * np.pi
    spin = np.full(midnight.size, EARTH_ROTATION_RAD_S)
    width = 86399.0
    return np.stack([before, turned / width, x0, y0, (x1 - x0) / width, (y1 - y0) / width, spin], axis=1)


def fixed_to_teme(
    position_m: NDArray[np.float64], time: ArrayLike, orientation: EarthOrientation
) -> NDArray[np.float64]:
    """Position of Earth-fixed points [m], shape (n, 3), in TEME at UTC times of shape (n,)."""
    x, y, _ = orientation.at(time)
    return _turn(_polar_motion(position_m, -x, -y), -sidereal_time_rad(time, orientation))


def to_fixed(trajectory: Trajectory, orientation: EarthOrientation) -> Trajectory:
    """The trajectory in ITRS; unchanged if it is there already."""
    if trajectory.frame == "ITRS":
        return trajectory
    position, velocity = teme_to_fixed(trajectory.position_m, trajectory.velocity_m_s, trajectory.time, orientation)
    return replace(trajectory, position_m=position, velocity_m_s=velocity, frame="ITRS")
