"""Parts that a launcher drops, and the bodies they are in their fall."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.ascent.flight import Flight, State
from bongsu.ascent.forces import NO_WIND, Wind
from bongsu.ascent.impact import FALL_LEVELS_M, Fall, fall, tumbling_coefficient_kg_m2
from bongsu.errors import InputError
from bongsu.wording import phrase

__all__ = [
    "FAIRING_KG_M2",
    "FALL_DRAG_MIDDLE",
    "FALL_DRAG_SPREAD",
    "dropped_parts",
    "fall_drag",
    "falls_of_parts",
    "part_body",
]

Array = NDArray[np.float64]

# Drag coefficient of a spent stage on the mean area it would show when tumbling. Tumbling: 1.1 to 1.4 (Hoerner 1965,
# Fluid-Dynamic Drag, ch. 3 and 16). Falling end on, as empty stages with heavy engines may: 0.8 on the end's area, which is
# 1/7 of that mean for a stage seven times as long as wide. Which of them a stage does is not known beforehand.
FALL_DRAG_MIDDLE = 0.45
FALL_DRAG_SPREAD = 0.7  # of its logarithm: 5-95 % is 0.14 to 1.42
FAIRING_KG_M2 = 30.0  # halves of a fairing, middle of 10 to 95: a prior (P)


def fall_drag(deviations: ArrayLike) -> Array:
    """Drag coefficients at standard deviations (n,) of the logarithm from the middle."""
    return np.asarray(FALL_DRAG_MIDDLE * np.exp(FALL_DRAG_SPREAD * np.asarray(deviations, dtype=float)))


def dropped_parts(flight: Flight) -> tuple[str, ...]:
    """Parts that come down by themselves: every stage that separates, and the fairing."""
    known = {event.label for event in flight.events}
    stages = [stage.name for stage in flight.craft.stages[:-1] if f"stage {stage.name} separation" in known]
    return (
        *(phrase("stage {stage}", stage=name) for name in stages),
        *(("fairing",) if flight.fairing is not None else ()),
    )


def falls_of_parts(
    flight: Flight,
    parts: tuple[str, ...],
    *,
    drag: Mapping[str, ArrayLike] | None = None,
    wind: Wind = NO_WIND,
    levels_m: tuple[float, ...] = FALL_LEVELS_M,
    tolerance_m: float = 0.5,
    engine: str = "auto",
) -> dict[str, Fall]:
    """The falls of parts from where they were dropped, worked together.

    Parameters
    ----------
    flight : Flight
        One or many.
    parts : tuple of str
        ``stage NAME`` or ``fairing``; see :func:`dropped_parts`.
    drag : mapping, optional
        Drag coefficient of each part on its mean area, number or (n,) (see :func:`fall_drag`); its middle unless
        given. A fairing's ballistic coefficient goes with its inverse.
    wind, levels_m, tolerance_m, engine
        As in :func:`~bongsu.ascent.impact.fall`; wind the same for every part.

    Raises
    ------
    InputError
        When no such part is dropped.
    """
    if not parts:
        return {}
    count = flight.craft.count
    bodies = [part_body(flight, part, (drag or {}).get(part, FALL_DRAG_MIDDLE)) for part in parts]
    together = State(
        label="parts",
        time=np.concatenate([state.time for state, _ in bodies]),
        state=np.concatenate([state.state for state, _ in bodies], axis=1),
        mass_kg=np.concatenate([state.mass_kg for state, _ in bodies]),
    )
    coefficient = np.concatenate([np.broadcast_to(each, (count,)) for _, each in bodies])
    fallen = fall(
        together,
        coefficient,
        wind=wind.repeated(len(parts)),
        levels_m=levels_m,
        tolerance_m=tolerance_m,
        engine=engine,
    )
    return {part: fallen.take(slice(n * count, (n + 1) * count)) for n, part in enumerate(parts)}


def part_body(flight: Flight, part: str, drag: ArrayLike) -> tuple[State, Array]:
    """Where a part starts to fall, and its ballistic coefficient."""
    if part == "fairing":
        if flight.fairing is None:
            raise InputError("the fairing stays on in this flight")
        return flight.fairing, np.asarray(FAIRING_KG_M2 * FALL_DRAG_MIDDLE / np.asarray(drag, dtype=float))
    for stage in flight.craft.stages[:-1]:
        if part == f"stage {stage.name}":
            body = tumbling_coefficient_kg_m2(stage.inert_kg, stage.diameter_m, stage.length_m, drag)
            return flight.event(f"{part} separation"), body
    raise InputError(f"no part {part!r} is dropped; there are {', '.join(dropped_parts(flight))}")
