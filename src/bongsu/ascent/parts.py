"""Parts that a launcher drops, and the bodies they are in their fall."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.ascent.flight import Flight, State
from bongsu.ascent.forces import NO_WIND, Wind
from bongsu.ascent.impact import FALL_LEVELS_M, Fall, fall, tumbling_coefficient_kg_m2
from bongsu.ascent.vehicle import Figure
from bongsu.earth import Estimate
from bongsu.errors import InputError

__all__ = ["FAIRING_KG_M2", "FALL_DRAG", "dropped_parts", "fall_of_part"]

Array = NDArray[np.float64]

# Drag coefficient of tumbling cylinders on their mean area: Hoerner 1965, ch. 3 and 16; NASA TN D-4018 (1967) gives much
# the same for spent stages at high speed.
FALL_DRAG = Figure(estimate=Estimate(value=1.1, low=0.8, high=1.5), mark="P", note="tumbling cylinder")
FAIRING_KG_M2 = Figure(estimate=Estimate(value=30.0, low=15.0, high=60.0), mark="P", note="halves of a fairing")


def dropped_parts(flight: Flight) -> tuple[str, ...]:
    """Parts that come down by themselves: every stage that separates, and the fairing."""
    stages = [stage.name for stage in flight.craft.stages[:-1]]
    return (*(f"stage {name}" for name in stages), *(("fairing",) if flight.fairing is not None else ()))


def fall_of_part(
    flight: Flight,
    part: str,
    *,
    drag: ArrayLike | None = None,
    wind: Wind = NO_WIND,
    levels_m: tuple[float, ...] = FALL_LEVELS_M,
    tolerance_m: float = 0.5,
) -> Fall:
    """The fall of a part from where it was dropped.

    Parameters
    ----------
    flight : Flight
        One or many.
    part : str
        ``stage NAME`` or ``fairing``.
    drag : float or array (n,), optional
        Drag coefficient of a tumbling stage; the middle of :data:`FALL_DRAG` unless given. A fairing's ballistic
        coefficient goes with its inverse.
    wind, levels_m, tolerance_m
        As in :func:`~bongsu.ascent.impact.fall`.

    Raises
    ------
    InputError
        When no such part is dropped.
    """
    coefficient = np.asarray(FALL_DRAG.middle if drag is None else drag, dtype=float)
    if part == "fairing":
        if flight.fairing is None:
            raise InputError("the fairing stays on in this flight")
        body = FAIRING_KG_M2.middle * FALL_DRAG.middle / coefficient
        return fall(flight.fairing, body, wind=wind, levels_m=levels_m, tolerance_m=tolerance_m)
    for stage in flight.craft.stages[:-1]:
        if part == f"stage {stage.name}":
            start: State = flight.event(f"{part} separation")
            body = tumbling_coefficient_kg_m2(stage.inert_kg, stage.diameter_m, stage.length_m, coefficient)
            return fall(start, body, wind=wind, levels_m=levels_m, tolerance_m=tolerance_m)
    raise InputError(f"no part {part!r} is dropped; there are {', '.join(dropped_parts(flight))}")
