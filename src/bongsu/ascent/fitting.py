"""A vehicle and its programme fitted to what was stated of one flight; whole sets drawn from the fit.

Free are the lean and the turns, and every figure of the vehicle within its range. What was stated pulls with its
error, the ranges pull with theirs. Sets drawn from the fit keep what hangs together: a heavier stage comes with the
thrust that lifts it. A figure that was fitted is no longer a check. No place on the ground enters, and a fit without a
source is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.flight import Flight, LaunchPad, fly
from bongsu.ascent.forces import NO_WIND, Wind
from bongsu.ascent.least_squares import solve
from bongsu.ascent.parts import fall_drag, falls_of_parts
from bongsu.ascent.stated import Orbit, StatedFlight, misses, orbit_of
from bongsu.ascent.steering import Steering
from bongsu.ascent.vehicle import Craft, Vehicle, craft_at
from bongsu.errors import InputError, ModelError

__all__ = ["FlightFit", "Sets", "fit_at", "fit_flight", "sets_at"]

Array = NDArray[np.float64]
_SMOOTH_DEG = 8.0  # first pitch of a stage against the last of the stage before: a prior
_SLOPE_DEG = 30.0  # change of pitch within a stage: a prior
_TURN_DEG = 30.0  # a free yaw: a prior
_KICK_DEG = 4.0  # the kick about its first value: a prior
_AT_LEAST, _REFINEMENTS = 4, 16  # rounds for every set, and for those that do not come to rest
_FEWEST_KEPT = 0.4
_LOWEST_ORBIT_M = 100e3
_LOOSE = 6.0  # standard deviations of a sum of squares: sets beyond have not come to rest
_SETTLED = 3.0  # standard errors: the most by which a stated figure may be missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Whole sets drawn from a fit: vehicles, programmes and the drag of parts in their fall, side by side.

    ``kept`` is the share of draws that came to rest.
    """

    craft: Craft
    steering: Steering
    fall_drag: dict[str, Array]
    kept: float


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
    jacobian: Array  # (m, p), of stated figures and ranges, in standard errors
    residuals: Callable[[Array], Array]
    dials: _Dials

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the free figures."""
        return self.dials.names

    def figures(self) -> dict[str, tuple[float, float]]:
        """Each free figure and its standard error: the programme's in degrees, the vehicle's in its own unit."""
        errors = np.sqrt(np.diag(self.covariance))
        programme = self.dials.programme
        found = {name: (float(self.values[n]), float(errors[n])) for n, name in enumerate(self.names[:programme])}
        known = dict(self.vehicle.figures())
        for n, name in enumerate(self.dials.figures, start=programme):
            middle, aside = known[name].before_flight().at(np.array([self.values[n], self.values[n] + errors[n]]))
            found[name] = (float(middle), abs(float(aside - middle)))
        return found

    def fall_drag(self) -> dict[str, Array]:
        """Drag coefficient of each part in its fall, most likely, (1,)."""
        return self.dials.fall_drag(self.values[:, None])

    def draw(self, count: int, rng: np.random.Generator) -> Sets:
        """Whole sets, each of which meets the stated figures within their errors; see :meth:`draw_values`."""
        values, kept = self.draw_values(count, rng)
        return self.dials.sets(values, kept)

    def draw_values(self, count: int, rng: np.random.Generator) -> tuple[Array, float]:
        """The free figures (p, k) of whole sets, and the share of the draws that came to rest.

        Every set is fitted to stated figures and ranges that are shifted by their own errors, from the most likely set
        and by its derivatives: randomised maximum likelihood (Kitanidis 1995, Water Resour. Res. 31, 2411), exact where
        the flight depends linearly on the figures. Sets that do not come to rest are left out; where more than 60 % are,
        the fit is too loose to be drawn from.

        Raises
        ------
        ModelError
            When fewer than 40 % of the sets come to rest.
        """
        shift = rng.standard_normal((len(self.jacobian), count))
        inverse = self.covariance @ self.jacobian.T
        values = self.values[:, None] + inverse @ shift
        low, high = self.dials.low[:, None], self.dials.high[:, None]
        values = np.clip(values, low, high)
        off = np.nan_to_num(self.residuals(values) - shift, nan=1e6)
        share = np.ones(count)
        enough = len(self.jacobian) + _LOOSE * np.sqrt(2.0 * len(self.jacobian))
        for turn in range(_REFINEMENTS):
            still = np.flatnonzero((np.sum(off**2, axis=0) >= enough) | (turn < _AT_LEAST))
            if not len(still):
                break
            step = share[still] * (inverse @ np.clip(off[:, still], -30.0, 30.0))
            trial = np.clip(values[:, still] - step, low, high)
            found = np.nan_to_num(self.residuals(trial) - shift[:, still], nan=1e6)
            better = np.sum(found**2, axis=0) < np.sum(off[:, still] ** 2, axis=0)
            values[:, still] = np.where(better, trial, values[:, still])
            off[:, still] = np.where(better, found, off[:, still])
            share[still] *= np.where(better, 1.5, 0.4)
            share = np.minimum(share, 1.0)
        good = np.sum(off**2, axis=0) < enough
        if np.mean(good) < _FEWEST_KEPT:
            raise ModelError(f"only {np.mean(good):.0%} of the sets drawn meet the stated figures")
        return values[:, np.flatnonzero(good)], float(np.mean(good))


def fit_flight(
    vehicle: Vehicle,
    pad: LaunchPad,
    stated: StatedFlight,
    start: Steering,
    *,
    turns: tuple[int, ...] = (),
    azimuth_error_deg: float = 0.0,
    wind: Wind = NO_WIND,
    rounds: int = 40,
    engine: str = "auto",
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
        Where the search begins; the vertical rise stays as given.
    turns : tuple of int
        Upper stages (1 is the second stage) whose yaw is free: dog-legs.
    azimuth_error_deg : float
        Standard error of the launch azimuth; 0 holds it. [deg]
    engine : str
        Of its trial flights, as in :func:`~bongsu.ascent.flight.fly`.

    Returns
    -------
    FlightFit
        ``converged`` is False where a stated figure is missed by more than three of its errors.

    Raises
    ------
    InputError
        Without a stated orbit: falls of spent stages are fitted only beside one.
    """
    question = _Question.of(vehicle, pad, stated, start, turns, azimuth_error_deg, wind, engine)
    dials = question.dials
    found = solve(question.residuals, dials.start, low=dials.low, high=dials.high, step=dials.step, rounds=rounds)
    return question.answer(found.values, found.jacobian)


def fit_at(
    vehicle: Vehicle,
    pad: LaunchPad,
    stated: StatedFlight,
    start: Steering,
    values: Array,
    jacobian: Array,
    *,
    turns: tuple[int, ...] = (),
    azimuth_error_deg: float = 0.0,
    wind: Wind = NO_WIND,
    engine: str = "auto",
) -> FlightFit:
    """The fit that :func:`fit_flight` once found at ``values`` (p,) with ``jacobian`` (m, p), flown anew without a search.

    Raises
    ------
    InputError
        Where values are not those of this vehicle and programme.
    """
    question = _Question.of(vehicle, pad, stated, start, turns, azimuth_error_deg, wind, engine)
    if values.shape != question.dials.start.shape or jacobian.shape[1:] != values.shape:
        raise InputError(
            f"{values.shape} values and derivatives {jacobian.shape} for {len(question.dials.start)} figures"
        )
    return question.answer(values, jacobian)


def sets_at(
    vehicle: Vehicle,
    start: Steering,
    values: Array,
    kept: float,
    *,
    turns: tuple[int, ...] = (),
    azimuth_error_deg: float = 0.0,
) -> Sets:
    """The whole sets of values (p, k) that :meth:`FlightFit.draw_values` once gave; nothing is flown."""
    return _Dials(vehicle, start, turns, azimuth_error_deg).sets(values, kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What is fitted to what."""

    vehicle: Vehicle
    pad: LaunchPad
    stated: StatedFlight
    dials: _Dials
    wind: Wind
    engine: str

    @classmethod
    def of(
        cls,
        vehicle: Vehicle,
        pad: LaunchPad,
        stated: StatedFlight,
        start: Steering,
        turns: tuple[int, ...],
        azimuth_error_deg: float,
        wind: Wind,
        engine: str,
    ) -> _Question:
        if stated.perigee_m is None or stated.perigee_m < _LOWEST_ORBIT_M:
            raise InputError(
                "the fit needs an orbit, reached or announced, with a perigee of 100 km or more",
                advice="only launches to orbit are fitted; other flights are judged by their reported figures alone",
            )
        dials = _Dials(vehicle, start, turns, azimuth_error_deg)
        return cls(vehicle=vehicle, pad=pad, stated=stated, dials=dials, wind=wind, engine=engine)

    def rows(self, values: Array, tolerance_m: float) -> tuple[Flight, dict[str, tuple[Array, float]]]:
        """Flights of values (p, k), and how far each is from what was stated."""
        craft, steering = self.dials.craft(values), self.dials.steering(values)
        marks_s = self.stated.marks_s
        flight = fly(
            craft, steering, self.pad, wind=self.wind, marks_s=marks_s, tolerance_m=tolerance_m, engine=self.engine
        )
        drag = self.dials.fall_drag(values)
        falls = falls_of_parts(
            flight, self.stated.parts(), drag=drag, wind=self.wind, levels_m=(), tolerance_m=10.0, engine=self.engine
        )
        return flight, misses(flight, falls, self.stated, self.pad)

    def residuals(self, values: Array) -> Array:
        """Misses and pulls of values (p, k), in standard errors."""
        off = self.rows(values, 0.1)[1]
        return np.stack([*(value / error for value, error in off.values()), *self.dials.pulls(values)])

    def answer(self, values: Array, jacobian: Array) -> FlightFit:
        """The fit at values (p,)."""
        flight, off = self.rows(values[:, None], 0.01)
        sizes = [abs(float(value[0])) / error for value, error in off.values()]
        return FlightFit(
            vehicle=self.vehicle,
            pad=self.pad,
            craft=flight.craft,
            steering=self.dials.steering(values[:, None]),
            flight=flight,
            orbit=orbit_of(flight.events[-1]),
            misses={name: (float(value[0]), error) for name, (value, error) in off.items()},
            converged=bool(max(sizes) <= _SETTLED),
            values=values,
            covariance=np.asarray(np.linalg.inv(jacobian.T @ jacobian + 1e-9 * np.eye(len(values)))),
            jacobian=jacobian,
            residuals=self.residuals,
            dials=self.dials,
        )


class _Dials:
    """The free figures as one vector: the programme's in degrees, the vehicle's in standard deviations."""

    def __init__(
        self, vehicle: Vehicle, start: Steering, turns: tuple[int, ...], azimuth_error_deg: float = 0.0
    ) -> None:
        self.vehicle, self.base, self.turns = vehicle, start, turns
        self.azimuth_error_deg = azimuth_error_deg
        kick = _number(start.kick_deg)
        rows: list[tuple[str, float, float, float, float]] = [("kick_deg", kick, 0.02, 25.0, 0.01)]
        if azimuth_error_deg > 0.0:
            azimuth = _number(start.azimuth_deg)
            rows.append(("azimuth_deg", azimuth, azimuth - 90.0, azimuth + 90.0, 0.05))
        for number, pitch in enumerate(start.upper, start=1):
            rows.append((f"pitch_start_deg {number}", _number(pitch.pitch_start_deg), -75.0, 85.0, 0.05))
            rows.append((f"pitch_end_deg {number}", _number(pitch.pitch_end_deg), -75.0, 85.0, 0.05))
            if number in turns:
                rows.append((f"yaw_deg {number}", _number(pitch.yaw_start_deg), -80.0, 80.0, 0.05))
        self.programme = len(rows)
        self.figures = [name for name, figure in vehicle.figures() if figure.estimate.high > figure.estimate.low]
        self.parts = (*(f"stage {stage.name}" for stage in vehicle.stages[:-1]), "fairing")
        falls = (f"fall drag of {part}" for part in self.parts)
        rows += [(name, 0.0, -3.0, 3.0, 0.05) for name in (*self.figures, *falls)]
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
        azimuth = row.get("azimuth_deg", self.base.azimuth_deg)
        return replace(self.base, kick_deg=row["kick_deg"], azimuth_deg=azimuth, upper=tuple(upper))

    def craft(self, values: Array) -> Craft:
        """The vehicles of values (p, k)."""
        count = values.shape[1]
        craft = craft_at(self.vehicle, dict(zip(self.figures, values[self.programme : -len(self.parts)], strict=True)))
        return craft if craft.count == count else craft.take(np.zeros(count, dtype=np.intp))

    def fall_drag(self, values: Array) -> dict[str, Array]:
        """Drag coefficient of each part in its fall, (k,)."""
        return {part: fall_drag(row) for part, row in zip(self.parts, values[-len(self.parts) :], strict=True)}

    def sets(self, values: Array, kept: float) -> Sets:
        """Whole sets of values (p, k)."""
        return Sets(
            craft=self.craft(values), steering=self.steering(values), fall_drag=self.fall_drag(values), kept=kept
        )

    def pulls(self, values: Array) -> list[Array]:
        """What the ranges and the priors of the programme say, in standard errors; rows (k,)."""
        steering = self.steering(values)
        rows: list[Any] = [(values[0] - self.start[0]) / _KICK_DEG]
        if self.azimuth_error_deg > 0.0:
            rows.append((values[1] - self.start[1]) / self.azimuth_error_deg)
        for before, after in zip(steering.upper, steering.upper[1:], strict=False):
            rows.append((np.asarray(after.pitch_start_deg) - np.asarray(before.pitch_end_deg)) / _SMOOTH_DEG)
        for number, pitch in enumerate(steering.upper, start=1):
            rows.append((np.asarray(pitch.pitch_end_deg) - np.asarray(pitch.pitch_start_deg)) / _SLOPE_DEG)
            if number in self.turns:
                rows.append(np.asarray(pitch.yaw_start_deg) / _TURN_DEG)
        return [*(np.asarray(row) for row in rows), *values[self.programme :]]


def _number(value: Any) -> float:
    return float(np.asarray(value, dtype=float).reshape(-1)[0])
