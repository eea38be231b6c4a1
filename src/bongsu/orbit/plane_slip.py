"""A launch window that moves by a steady number of minutes a day: the drift of the plane it waits for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from bongsu.earth import Estimate, constants
from bongsu.errors import InputError, ModelError

__all__ = ["PlanarWindow", "inclination_of_drift_deg", "planar_window"]

_TURN_DEG_DAY = math.degrees(constants.EARTH_ROTATION_RAD_S) * 86_400.0  # of the Earth against the stars
_FIRST_GAP_DAY = 1.6  # two times so near each other fix the number of days between the others
_STEADY_S = 600.0  # times that lie farther off a straight line are no one plane's


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanarWindow:
    """What times on different days, meant for one plane, say of it.

    ``slip`` is how much later (negative: earlier) the window lies each calendar day [min/day], ``node_rate`` the drift of the
    plane's node against the stars [deg/day]; both with their 90 % range. ``days`` are the passes of the site under the
    plane counted from the first time, ``residual_s`` the largest distance of a time from the straight line.
    """

    slip: Estimate
    node_rate: Estimate
    days: tuple[int, ...]
    residual_s: float


def planar_window(times: Sequence[datetime], *, precision_s: float = 30.0) -> PlanarWindow:
    """Drift of the plane for which a launch is timed, from its times on different days.

    Parameters
    ----------
    times : sequence of datetime
        Lift-off times, or the same point of each window, one for each attempt; two of them at most 38 h apart.
    precision_s : float
        Half the step in which they are given. [s]

    Raises
    ------
    InputError
        Fewer than two times, or none near enough to another to count the days between.
    ModelError
        The times do not lie on one line: they are not for one plane.

    Notes
    -----
    The site passes under the plane once per turn of the Earth against the node: with ``P`` days between passes,
    ``node rate = 360.98565 - 360 / P`` (T. Molczan, SeeSat-L, 15 January 2019, for NROL-71). What is computed is the
    plane's drift only when the launch is timed for a plane; a window set by light or by the Sun drifts, too (-0 and
    +0.99 deg/day).
    """
    ordered = sorted(set(times))
    if len(ordered) < 2:
        raise InputError("one launch time shows no drift", advice="give times of two or more days")
    first = ordered[0]
    day = np.array([(moment - first).total_seconds() / 86_400.0 for moment in ordered])
    gaps = np.diff(day)
    near = gaps[(gaps > 0.5) & (gaps < _FIRST_GAP_DAY)]
    if not near.size:
        raise InputError(
            "no two launch times lie on neighbouring days, so the days between cannot be counted",
            advice="add a time of the day before or after one of them",
        )
    period = float(near.mean())
    passes = np.zeros(day.size)
    for index in np.argsort(gaps):  # from near pairs to far ones, each time with a better period
        passes[1:] = np.cumsum(np.maximum(1.0, np.round(gaps / period)))
        known = gaps <= gaps[index]
        if known.any():
            period = float(gaps[known].sum() / np.maximum(1.0, np.round(gaps[known] / period)).sum())
    slope, start = (float(each) for each in np.polyfit(passes, day, 1))
    residual = (day - (start + slope * passes)) * 86_400.0
    if float(np.abs(residual).max()) > _STEADY_S:
        raise ModelError(
            f"the times lie up to {np.abs(residual).max() / 60.0:.0f} min off a steady slip: not a window for one plane"
        )
    spread = max(precision_s / math.sqrt(3.0), float(np.sqrt((residual**2).sum() / max(1, day.size - 2))))
    error = spread / 86_400.0 / float(np.sqrt(((passes - passes.mean()) ** 2).sum()))
    return PlanarWindow(
        slip=_around((slope - 1.0) * 1440.0, error * 1440.0, "min/day"),
        node_rate=_around(_TURN_DEG_DAY - 360.0 / slope, 360.0 / slope**2 * error, "deg/day"),
        days=tuple(int(each) for each in passes),
        residual_s=float(np.abs(residual).max()),
    )


def inclination_of_drift_deg(node_rate_deg_day: float, perigee_m: float, apogee_m: float) -> float:
    """Inclination at which an orbit's node drifts so fast.

    Parameters
    ----------
    node_rate_deg_day : float
        Against the stars, positive eastward. [deg/day]
    perigee_m, apogee_m : float
        Over the equatorial radius. [m]

    Raises
    ------
    InputError
        Heights out of order or below 100 km.
    ModelError
        No orbit of that size drifts so fast.

    Notes
    -----
    J2 only, first order (Vallado 2013, equation 9-37); within 0.1 deg of SGP4's rate in low orbit.
    """
    if not 100_000.0 <= perigee_m <= apogee_m:
        raise InputError(f"an orbit of {perigee_m / 1e3:g} x {apogee_m / 1e3:g} km", advice="give perigee, then apogee")
    axis = constants.WGS84_EQUATORIAL_RADIUS_M + (perigee_m + apogee_m) / 2.0
    eccentricity = (apogee_m - perigee_m) / 2.0 / axis
    parameter = axis * (1.0 - eccentricity**2)
    motion = math.sqrt(constants.EARTH_GM_M3_S2 / axis**3)
    most = 1.5 * motion * constants.EARTH_J2 * (constants.WGS84_EQUATORIAL_RADIUS_M / parameter) ** 2
    cosine = -math.radians(node_rate_deg_day) / 86_400.0 / most
    if abs(cosine) > 1.0:
        raise ModelError(
            f"no orbit of {perigee_m / 1e3:.0f} x {apogee_m / 1e3:.0f} km drifts by {node_rate_deg_day:.2f} deg/day;"
            f" the most is {math.degrees(most) * 86_400.0:.2f}"
        )
    return math.degrees(math.acos(cosine))


def _around(value: float, sigma: float, unit: str) -> Estimate:
    return Estimate(value=value, low=value - 1.645 * sigma, high=value + 1.645 * sigma, unit=unit)
