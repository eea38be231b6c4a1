"""States in a named frame: what element sets, ephemerides and ascents all give."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.errors import InputError

__all__ = ["FRAMES", "Trajectory", "between_states"]

FRAMES = {
    "TEME": "true equator, mean equinox of date, as SGP4 gives it",
    "ITRS": "Earth-fixed, rotating with the Earth",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectory:
    """Positions and velocities of one object over time, in one frame.

    ``time`` is UTC, ``datetime64[us]`` of shape (n,); ``position_m`` and ``velocity_m_s`` have shape
    (n, 3). ``error`` has shape (n,): 0 where the state holds, else the model's code (SGP4: 1 to 6;
    ours are 7, "past decay", and 8, "too far from the epoch"), and the state there is NaN. ``label`` names the object.
    """

    time: NDArray[np.datetime64]
    position_m: NDArray[np.float64]
    velocity_m_s: NDArray[np.float64]
    frame: str
    error: NDArray[np.uint8]
    label: str = ""

    def __post_init__(self) -> None:
        n = self.time.shape
        if len(n) != 1 or self.position_m.shape != (*n, 3) or self.velocity_m_s.shape != (*n, 3):
            raise InputError(
                f"trajectory shapes do not match: time {self.time.shape}, position {self.position_m.shape},"
                f" velocity {self.velocity_m_s.shape}; expected (n,), (n, 3), (n, 3)"
            )
        if self.frame not in FRAMES:
            raise InputError(f"unknown frame {self.frame!r}; known: {', '.join(FRAMES)}")


def between_states(
    position0: NDArray[np.float64],
    position1: NDArray[np.float64],
    velocity0: NDArray[np.float64],
    velocity1: NDArray[np.float64],
    share: NDArray[np.float64],
    width_s: NDArray[np.float64] | float,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Position and velocity between two states, on the cubic Hermite curve through them.

    Parameters
    ----------
    position0, position1, velocity0, velocity1 : arrays (n, 3)
        States at the two ends, in one frame. [m], [m/s]
    share : array (n,)
        Place between them, 0 to 1.
    width_s : float or array (n,)
        Time between them. [s]

    Returns
    -------
    (position, velocity) : arrays (n, 3)
        [m], [m/s]; in low orbit under a metre off at 60 s (width^4 / 384 times the fourth derivative).
    """
    s, width = share[:, None], np.reshape(width_s, (-1, 1))
    v0, v1 = velocity0 * width, velocity1 * width
    position = (
        position0 * (1 + 2 * s) * (1 - s) ** 2
        + v0 * s * (1 - s) ** 2
        + position1 * s**2 * (3 - 2 * s)
        + v1 * s**2 * (s - 1)
    )
    velocity = (
        6 * s * (s - 1) * (position0 - position1) + v0 * (3 * s**2 - 4 * s + 1) + v1 * (3 * s**2 - 2 * s)
    ) / width
    return position, velocity
