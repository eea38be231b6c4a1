"""Two engines behind one function: NumPy for few flights, compiled kernels for many.

Both solve the same equations by the same steps. Which one answered is a matter of time only.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.forces import Forces, height_m
from bongsu.ascent.runge_kutta import Arrival, Step, integrate
from bongsu.errors import InputError

__all__ = ["BULK_FROM_FLIGHTS", "compile_flights", "travel", "use_bulk"]

Array = NDArray[np.float64]
BULK_FROM_FLIGHTS = 500  # fewer are flown before numba is loaded


def use_bulk(engine: str, flights: int) -> bool:
    """Whether the bulk engine is to fly: asked for, or many flights and installed.

    Raises
    ------
    InputError
        Unknown engine, or the bulk engine where it is not installed.
    """
    if engine not in ("auto", "small", "bulk"):
        raise InputError(f"unknown engine {engine!r}", advice="use auto, small or bulk")
    if engine == "small" or (engine == "auto" and flights < BULK_FROM_FLIGHTS):
        return False
    installed = find_spec("numba") is not None
    if engine == "bulk" and not installed:
        raise InputError("the bulk engine is not installed", advice="in the checkout: pip install '.[bulk]'")
    return installed


def compile_flights(report: Callable[[str, float, bool], None]) -> None:
    """Compile the bulk engine, or load it; ``report`` is told what comes next, the share done, and whether it compiles."""
    import_module("bongsu.ascent.bulk").compile_flights(report)


def travel(
    forces: Forces,
    start: Array,
    state: Array,
    end: Array,
    *,
    tolerance_m: float,
    to_ground: bool = False,
    levels: tuple[float, ...] = (),
    keep: list[Step] | None = None,
    engine: str = "auto",
) -> Arrival:
    """Fly every flight from its start to its end, or until it comes down to the ellipsoid.

    Parameters
    ----------
    forces : Forces
        Its arrays match the flights.
    start, end : array (n,)
        Times. [s]
    state : array (6, n)
        Position and velocity at the start. [m], [m/s]
    tolerance_m : float
        Error allowed in one step. [m]
    to_ground : bool
        A flight ends where it comes down through the ellipsoid.
    levels : tuple
        Heights whose passing on the way down is noted. [m]
    keep : list, optional
        Steps of a single flight; only the small engine keeps them.
    engine : str
        ``small`` (NumPy), ``bulk`` (compiled; needs the extra ``bulk``), or ``auto``: bulk for 500 flights and more
        where it is installed.
    """
    if keep is None and use_bulk(engine, state.shape[1]):
        bulk = import_module("bongsu.ascent.bulk")
        if bulk.is_covered(forces):
            arrival: Arrival = bulk.travel_compiled(
                forces, start, state, end, tolerance_m=tolerance_m, to_ground=to_ground, levels=levels
            )
            return arrival
    above = (lambda each: height_m(each[:3])) if to_ground else None
    return integrate(forces, start, state, end, tolerance_m=tolerance_m, above=above, levels=levels, keep=keep)
