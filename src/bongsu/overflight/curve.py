"""One satellite's Earth-fixed path as a curve in time, and roots of functions along it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import EarthOrientation, between_states, time_grid, to_fixed
from bongsu.errors import NoDataError
from bongsu.orbit import STATE_ERRORS, ElementSet, Ephemeris, states_of

__all__ = ["STEP_S", "Curve", "Vector", "curve_of", "roots"]

Vector = NDArray[np.float64]
STEP_S = 60.0


class Curve:
    """A piecewise cubic through positions and velocities, Earth-fixed; time in seconds from ``start``."""

    def __init__(self, start: np.datetime64, seconds: Vector, position: Vector, velocity: Vector) -> None:
        self.start, self.seconds, self.position, self.velocity = start, seconds, position, velocity

    def at(self, seconds: Vector) -> tuple[Vector, Vector]:
        """Position [m] and velocity [m/s], shape (n, 3), at times within the grid."""
        index = np.clip(np.searchsorted(self.seconds, seconds, side="right") - 1, 0, self.seconds.size - 2)
        width = self.seconds[index + 1] - self.seconds[index]
        width = np.where(width > 0.0, width, 1.0)
        return between_states(
            self.position[index],
            self.position[index + 1],
            self.velocity[index],
            self.velocity[index + 1],
            (seconds - self.seconds[index]) / width,
            width,
        )

    def moment(self, seconds: Vector) -> NDArray[np.datetime64]:
        """UTC of times in seconds, to the microsecond."""
        moments: NDArray[np.datetime64] = self.start + np.rint(seconds * 1e6).astype("timedelta64[us]")
        return moments

    def seconds_of(self, moments: NDArray[np.datetime64]) -> Vector:
        """Seconds from the start of UTC times."""
        return np.asarray((moments - self.start) / np.timedelta64(1, "s"), dtype=float)


def curve_of(item: ElementSet | Ephemeris, start: np.datetime64, end: np.datetime64, table: EarthOrientation) -> Curve:
    """The path between two moments, on whole minutes around them. Moments without a state are left out.

    The grid does not depend on what else is asked, so that another site changes no digit of an answer.

    Raises
    ------
    NoDataError
        Fewer than two states.
    """
    minute = np.timedelta64(round(STEP_S * 1e6), "us")
    zero = np.datetime64(0, "us")
    start = zero + (start.astype("datetime64[us]") - zero) // minute * minute
    end = zero - (zero - end.astype("datetime64[us]")) // minute * minute
    trajectory = states_of(item, time_grid(start, max(end, start + minute), STEP_S))
    good = trajectory.error == 0
    if np.count_nonzero(good) < 2:
        code = int(trajectory.error[~good][0]) if np.any(~good) else 0
        raise NoDataError(
            f"{trajectory.label}: {STATE_ERRORS.get(code, 'fewer than two states')} between these moments"
        )
    fixed = to_fixed(trajectory, table)
    seconds = (fixed.time[good] - start) / np.timedelta64(1, "s")
    return Curve(start, seconds, fixed.position_m[good], fixed.velocity_m_s[good])


def roots(function: Callable[[Vector], Vector], low: Vector, high: Vector) -> Vector:
    """Roots of a function of opposite sign at both ends, shape (n,) each, to a microsecond.

    Regula falsi with the Illinois step (Dowell and Jarratt 1971, BIT 11, 168), halved now and then so that
    a bracket always closes.
    """
    if low.size == 0:
        return low
    low, high = low.copy(), high.copy()
    value_low, value_high = function(low), function(high)
    root, kept = low, np.zeros(low.size)
    for step in range(100):
        slope = value_high - value_low
        chord = low - value_low * (high - low) / np.where(slope == 0.0, 1.0, slope)
        middle = (low + high) / 2.0
        within = (slope != 0.0) & (chord > np.minimum(low, high)) & (chord < np.maximum(low, high))
        after = np.where(within & (step % 4 != 3), chord, middle)
        value = function(after)
        done = (np.abs(after - root) < 1e-6) | (value == 0.0)
        root = after
        if done.all():
            break
        right = (value < 0.0) == (value_low < 0.0)  # the root lies on the far side
        low, high = np.where(right, after, low), np.where(right, high, after)
        # Illinois: an end kept twice has its value halved.
        value_high = np.where(right, np.where(kept == 1, value_high / 2.0, value_high), value)
        value_low = np.where(right, value, np.where(kept == -1, value_low / 2.0, value_low))
        kept = np.where(right, 1, -1)
    return root
