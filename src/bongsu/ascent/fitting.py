"""A vehicle and its programme fitted to what was stated of one flight; whole sets drawn from the fit.

Free are the lean and the turns, and every figure of the vehicle within its range. What was stated pulls with its
error, the ranges pull with theirs. Sets drawn from the fit keep what hangs together: a heavier stage comes with the
thrust that lifts it. A figure that was fitted is no longer a check. No place on the ground enters, and a fit without a
source is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.flight import Flight, LaunchPad, fly
from bongsu.ascent.forces import NO_WIND, Wind
from bongsu.ascent.impact import Fall
from bongsu.ascent.least_squares import solve
from bongsu.ascent.parts import FALL_DRAG, fall_of_part
from bongsu.ascent.stated import Orbit, StatedFlight, misses, orbit_of
from bongsu.ascent.steering import Steering
from bongsu.ascent.vehicle import Craft, Vehicle, craft_at
from bongsu.errors import InputError

__all__ = ["FlightFit", "fit_flight"]

Array = NDArray[np.float64]
_SMOOTH_DEG = 8.0  # first pitch of a stage against the last of the stage before: a prior
_SLOPE_DEG = 30.0  # change of pitch within a stage: a prior
_TURN_DEG = 30.0  # a free yaw: a prior
_KICK_DEG = 4.0  # the kick about its first value: a prior
_SETTLED = 3.0  # standard errors: the most by which a stated figure may be missed


@dataclass(frozen=True, slots=True, kw_only=True)
class FlightFit:
    """The most likely vehicle and programme, and how uncertain both are together.

    ``misses`` holds, for each stated figure, flown less stated and the standard error that it was given.
    """

    vehicle: Vehicle
    pad: LaunchPad
    craft: Craft
    steering: Steering
    flight: Flight
    orbit: Orbit
    misses: dict[str, tuple[float, float]]
    converged: bool
    values: Array  # (p,) the free figures
    covariance: Array  # (p, p)
    names: tuple[str, ...]
    base: Steering
    turns: tuple[int, ...]

    def draw(self, count: int, rng: np.random.Generator) -> tuple[Craft, Steering, Array]:
        """Whole sets: craft, programme, and the factor on the drag of what falls (count,).

        Drawn from the normal distribution about the most likely set (Laplace's approximation); sets whose figures lie
        past twice a range are brought to its end.
        """
        spread = np.linalg.cholesky(self.covariance + 1e-12 * np.eye(len(self.values)))
        values = self.values[:, None] + spread @ rng.standard_normal((len(self.values), count))
        dials = _Dials(self.vehicle, self.base, self.turns)
        low, high = dials.low[:, None], dials.high[:, None]
        values = np.clip(values, low, high)
        return dials.craft(values), dials.steering(values), dials.fall_drag(values)


def fit_flight(
    vehicle: Vehicle,
    pad: LaunchPad,
    stated: StatedFlight,
    start: Steering,
    *,
    turns: tuple[int, ...] = (),
    wind: Wind = NO_WIND,
    rounds: int = 40,
) -> FlightFit:
    """Vehicle and programme such that the flight is the stated one.

    Parameters
    ----------
    vehicle : Vehicle
        Its ranges bound the fit.
    pad, wind
        Where from, and through which air.
    stated : StatedFlight
        What to reproduce, with sources.
    start : Steering
        Where the search begins; azimuth and vertical rise stay as given.
    turns : tuple of int
        Upper stages (1 is the second stage) whose yaw is free: dog-legs.

    Returns
    -------
    FlightFit
        ``converged`` is False where a stated figure is missed by more than three of its errors.

    Raises
    ------
    InputError
        Fewer stated figures than are needed: an orbit, or three figures.
    """
    if stated.perigee_m is None and len(stated.figures) < 3:
        raise InputError(
            f"{len(stated.figures)} stated figures and no orbit do not fix a programme",
            advice="give the orbit reached, or heights and times",
        )
    dials = _Dials(vehicle, start, turns)

    def rows(values: Array, tolerance_m: float) -> tuple[Flight, dict[str, tuple[Array, float]]]:
        craft, steering = dials.craft(values), dials.steering(values)
        flight = fly(craft, steering, pad, wind=wind, marks_s=stated.marks_s, tolerance_m=tolerance_m)
        falls: dict[str, Fall] = {
            part: fall_of_part(flight, part, drag=dials.fall_drag(values), wind=wind, tolerance_m=5.0)
            for part in stated.parts()
        }
        return flight, misses(flight, falls, stated, pad)

    def residuals(values: Array) -> Array:
        off = rows(values, 0.1)[1]
        return np.stack([*(value / error for value, error in off.values()), *dials.pulls(values)])

    found = solve(residuals, dials.start, low=dials.low, high=dials.high, step=dials.step, rounds=rounds)
    flight, off = rows(found.values[:, None], 0.01)
    sizes = [abs(float(value[0])) / error for value, error in off.values()]
    return FlightFit(
        vehicle=vehicle,
        pad=pad,
        craft=flight.craft,
        steering=dials.steering(found.values[:, None]),
        flight=flight,
        orbit=orbit_of(flight.events[-1]),
        misses={name: (float(value[0]), error) for name, (value, error) in off.items()},
        converged=bool(max(sizes) <= _SETTLED),
        values=found.values,
        covariance=np.asarray(np.linalg.inv(found.jacobian.T @ found.jacobian + 1e-9 * np.eye(len(found.values)))),
        names=dials.names,
        base=start,
        turns=turns,
    )


class _Dials:
    """The free figures as one vector: the programme's in degrees, the vehicle's in standard deviations."""

    def __init__(self, vehicle: Vehicle, start: Steering, turns: tuple[int, ...]) -> None:
        self.vehicle, self.base, self.turns = vehicle, start, turns
        kick = _number(start.kick_deg)
        rows: list[tuple[str, float, float, float, float]] = [("kick_deg", kick, 0.02, 25.0, 0.01)]
        for number, pitch in enumerate(start.upper, start=1):
            rows.append((f"pitch_start_deg {number}", _number(pitch.pitch_start_deg), -75.0, 85.0, 0.05))
            rows.append((f"pitch_end_deg {number}", _number(pitch.pitch_end_deg), -75.0, 85.0, 0.05))
            if number in turns:
                rows.append((f"yaw_deg {number}", _number(pitch.yaw_start_deg), -80.0, 80.0, 0.05))
        self.programme = len(rows)
        self.figures = [name for name, figure in vehicle.figures() if figure.estimate.high > figure.estimate.low]
        rows += [(name, 0.0, -3.0, 3.0, 0.05) for name in (*self.figures, "fall drag")]
        self.names = tuple(row[0] for row in rows)
        self.start, self.low, self.high, self.step = (np.array([row[n] for row in rows]) for n in range(1, 5))

    def steering(self, values: Array) -> Steering:
        """The programme of values (p, k)."""
        row = dict(zip(self.names[: self.programme], values, strict=False))
        upper = []
        for number, pitch in enumerate(self.base.upper, start=1):
            changed: dict[str, Any] = {
                "pitch_start_deg": row[f"pitch_start_deg {number}"],
                "pitch_end_deg": row[f"pitch_end_deg {number}"],
            }
            if number in self.turns:
                changed |= {"yaw_start_deg": row[f"yaw_deg {number}"], "yaw_end_deg": row[f"yaw_deg {number}"]}
            upper.append(replace(pitch, **changed))
        return replace(self.base, kick_deg=row["kick_deg"], upper=tuple(upper))

    def craft(self, values: Array) -> Craft:
        """The vehicles of values (p, k)."""
        count = values.shape[1]
        craft = craft_at(self.vehicle, dict(zip(self.figures, values[self.programme : -1], strict=True)))
        return craft if craft.count == count else craft.take(np.zeros(count, dtype=np.intp))

    def fall_drag(self, values: Array) -> Array:
        """Drag coefficient of what tumbles down, (k,)."""
        return FALL_DRAG.at(values[-1])

    def pulls(self, values: Array) -> list[Array]:
        """What the ranges and the priors of the programme say, in standard errors; rows (k,)."""
        steering = self.steering(values)
        rows: list[Any] = [(values[0] - self.start[0]) / _KICK_DEG]
        for before, after in zip(steering.upper, steering.upper[1:], strict=False):
            rows.append((np.asarray(after.pitch_start_deg) - np.asarray(before.pitch_end_deg)) / _SMOOTH_DEG)
        for number, pitch in enumerate(steering.upper, start=1):
            rows.append((np.asarray(pitch.pitch_end_deg) - np.asarray(pitch.pitch_start_deg)) / _SLOPE_DEG)
            if number in self.turns:
                rows.append(np.asarray(pitch.yaw_start_deg) / _TURN_DEG)
        return [*(np.asarray(row) for row in rows), *values[self.programme :]]


def _number(value: Any) -> float:
    return float(np.asarray(value, dtype=float).reshape(-1)[0])
