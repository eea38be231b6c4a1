"""States in a named frame: what element sets, ephemerides and ascents all give."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.errors import InputError

__all__ = ["FRAMES", "Trajectory"]

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
