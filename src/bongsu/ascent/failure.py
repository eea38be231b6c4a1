"""What can go wrong, and which bodies then come down.

A failure stops the flight at a moment of its own; what is left falls as one body, or as pieces after a burst. Parts
that were dropped before it come down as planned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.ascent.flight import Flight, LaunchPad, State, fly
from bongsu.ascent.forces import NO_WIND, Wind
from bongsu.ascent.impact import tumbling_coefficient_kg_m2
from bongsu.ascent.parts import FALL_DRAG_MIDDLE, dropped_parts, fall_drag, part_body
from bongsu.ascent.steering import Steering
from bongsu.ascent.timeline import timeline
from bongsu.ascent.vehicle import Craft, Throttle
from bongsu.errors import InputError
from bongsu.wording import phrase

__all__ = ["FAILURES", "PIECES", "Body", "Failure", "Piece", "falling_bodies"]

Array = NDArray[np.float64]

FAILURES = {
    "none": "everything as planned: dropped parts only",
    "no ignition": "a stage does not light after the separation before it; all above falls together",
    "early cut": "a stage stops early; it and all above fall together",
    "thrust loss": "a stage goes on with part of its thrust to the end of its propellant",
    "burst": "the vehicle comes apart at a time; pieces by ballistic coefficient",
    "no separation": "a spent stage stays on, and the next does not light; all falls together",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A class of pieces after a burst: ballistic coefficients and the speed given to them (standard deviation)."""

    label: str
    low_kg_m2: float
    high_kg_m2: float
    speed_m_s: float


# Classes by decades of ballistic coefficient, lighter ones thrown faster, as debris lists for range safety are laid out
# (FAA AC 450.115-1A; RCC 321-20, ch. 6). The bounds and speeds are ours (P).
PIECES = (
    Piece(label="pieces of 3-10 kg/m2 (skin, insulation)", low_kg_m2=3.0, high_kg_m2=10.0, speed_m_s=60.0),
    Piece(label="pieces of 10-50 kg/m2 (panels)", low_kg_m2=10.0, high_kg_m2=50.0, speed_m_s=40.0),
    Piece(label="pieces of 50-200 kg/m2 (tank parts)", low_kg_m2=50.0, high_kg_m2=200.0, speed_m_s=25.0),
    Piece(label="pieces of 200-1,000 kg/m2 (stages, engines)", low_kg_m2=200.0, high_kg_m2=1000.0, speed_m_s=15.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One failure: its kind (a key of :data:`FAILURES`), the stage it befalls, and when.

    ``at_s`` is a range: seconds before the planned end of thrust for an early cut, seconds after ignition for a loss of
    thrust, seconds from lift-off for a burst. ``share`` is the thrust left after a loss.
    """

    kind: str = "none"
    stage: str = ""
    at_s: tuple[float, float] = (0.0, 0.0)
    share: float = 0.5

    def __post_init__(self) -> None:
        if self.kind not in FAILURES:
            raise InputError(f"failure {self.kind!r}", advice=f"one of: {', '.join(FAILURES)}")
        if self.kind not in ("none", "burst") and not self.stage:
            raise InputError(f"failure {self.kind!r} of which stage?", advice="name the stage")
        if not 0.0 <= self.at_s[0] <= self.at_s[1] < 1e5:
            raise InputError(f"time {self.at_s[0]:g} to {self.at_s[1]:g} s", advice="seconds, the earlier first")
        if not 0.0 < self.share < 1.0:
            raise InputError(f"share of thrust {self.share:g}", advice="above 0 and below 1; 50 % is 0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What comes down: a label, the stage it was (empty for pieces), where each starts, and its coefficient (n,)."""

    label: str
    stage: str
    state: State
    coefficient_kg_m2: Array


def falling_bodies(
    craft: Craft,
    steering: Steering,
    pad: LaunchPad,
    failure: Failure,
    rng: np.random.Generator,
    *,
    drag: Mapping[str, ArrayLike] | None = None,
    wind: Wind = NO_WIND,
    tolerance_m: float = 0.02,
    engine: str = "auto",
) -> tuple[Flight, list[Body]]:
    """Fly craft until a failure, and name what falls.

    Parameters
    ----------
    craft, steering, pad, wind, tolerance_m, engine
        As in :func:`~bongsu.ascent.flight.fly`.
    failure : Failure
        What goes wrong, in every flight at a moment drawn from its range.
    rng : Generator
        Draws moments, attitudes of bodies and speeds of pieces.
    drag : mapping, optional
        Drag coefficient of dropped parts by name; their middle unless given.

    Returns
    -------
    flight, bodies
        Bodies of flights that do not get so far have NaN states.
    """
    changed = _weakened(craft, failure) if failure.kind == "thrust loss" else craft
    until = _moment(changed, failure, rng)
    flight = fly(changed, steering, pad, wind=wind, until=until, tolerance_m=tolerance_m, engine=engine)
    bodies = []
    for part in dropped_parts(flight):
        state, coefficient = part_body(flight, part, (drag or {}).get(part, FALL_DRAG_MIDDLE))
        bodies.append(
            Body(
                label=part,
                stage=part.removeprefix("stage ") if part.startswith("stage ") else "",
                state=state,
                coefficient_kg_m2=np.broadcast_to(coefficient, (craft.count,)),
            )
        )
    if failure.kind == "none":
        return flight, bodies
    last = replace(flight.events[-1], label="remains")
    if failure.kind == "burst":
        return flight, [*bodies, *(_piece(last, piece, rng) for piece in PIECES)]
    first = _stage_number(craft, failure.stage)
    length = sum((stage.length_m for stage in craft.stages[first:]), start=np.zeros(1)) + _NOSE_M
    coefficient = tumbling_coefficient_kg_m2(
        last.mass_kg, craft.stages[first].diameter_m, length, fall_drag(rng.standard_normal(craft.count))
    )
    named = "stage {stage} and all above" if first + 1 < len(craft.stages) else "stage {stage}"
    label = phrase(named, stage=failure.stage)
    return flight, [*bodies, Body(label=label, stage=failure.stage, state=last, coefficient_kg_m2=coefficient)]


_NOSE_M = 3.0  # payload under its fairing, beside the stages: a prior


def _stage_number(craft: Craft, name: str) -> int:
    for number, stage in enumerate(craft.stages):
        if stage.name == name:
            return number
    raise InputError(f"no stage {name!r}", advice=f"there are {', '.join(stage.name for stage in craft.stages)}")


def _weakened(craft: Craft, failure: Failure) -> Craft:
    """The craft whose stage loses thrust in the middle of the range of times."""
    number = _stage_number(craft, failure.stage)
    stage = craft.stages[number]
    after = 0.5 * (failure.at_s[0] + failure.at_s[1])
    kept = tuple(step for step in stage.throttle if step.after_s < after)
    stages = list(craft.stages)
    stages[number] = replace(stage, throttle=(*kept, Throttle(after_s=after, share=failure.share)))
    return replace(craft, stages=tuple(stages))


def _moment(craft: Craft, failure: Failure, rng: np.random.Generator) -> Array | None:
    """When each flight stops, (n,); None for those that go on to the end."""
    if failure.kind == "none":
        return None
    drawn = rng.uniform(failure.at_s[0], failure.at_s[1], craft.count)
    if failure.kind == "burst":
        return drawn
    number = _stage_number(craft, failure.stage)
    if failure.kind == "no separation" and number + 1 == len(craft.stages):
        raise InputError(f"stage {failure.stage} is the last: it does not separate", advice="name one below it")
    if failure.kind == "no ignition" and number == 0:
        raise InputError(
            "the first stage that does not light leaves the vehicle on the pad", advice="name one above it"
        )
    times = {event: each.start for each in timeline(craft) for event in each.events}
    if failure.kind == "no ignition":
        return times[f"stage {failure.stage} ignition"]
    if failure.kind == "no separation":
        return np.asarray(times[f"stage {failure.stage} separation"] - 1e-6)
    end = times[f"stage {failure.stage} end of thrust"] - 1e-6  # before it separates
    return np.asarray(np.maximum(end - drawn, 0.0)) if failure.kind == "early cut" else end


def _piece(last: State, piece: Piece, rng: np.random.Generator) -> Body:
    """A piece of a class from each flight: its coefficient and its push drawn."""
    count = len(last.time)
    logs = rng.uniform(np.log(piece.low_kg_m2), np.log(piece.high_kg_m2), count)
    state = last.state.copy()
    state[3:] += piece.speed_m_s * rng.standard_normal((3, count))
    return Body(label=piece.label, stage="", state=replace(last, state=state), coefficient_kg_m2=np.exp(logs))
