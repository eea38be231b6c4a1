"""Dormand and Prince's pair of orders 5 and 4, for many flights at once, each with a step of its own.

A flight that has arrived waits with a step of zero; the arrays shrink when a third of them have. A crossing of a
stop surface is found on the step's own curve of order 4 and then flown to by a shorter step of order 5.
Source: Dormand & Prince (1980), J. Comp. Appl. Math. 6, 19; curve: Hairer, Norsett & Wanner (1993), II.6.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from bongsu.errors import ModelError

__all__ = ["CURVE", "ERROR", "MOST_STEPS", "STAGES", "TIMES", "Arrival", "Motion", "Step", "control", "integrate"]

Array = NDArray[np.float64]

TIMES = (0.0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1.0, 1.0)
STAGES = (
    (),
    (1 / 5,),
    (3 / 40, 9 / 40),
    (44 / 45, -56 / 15, 32 / 9),
    (19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729),
    (9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656),
    (35 / 384, 0.0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84),
)
ERROR = (71 / 57600, 0.0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40)  # order 5 minus order 4
CURVE = (  # Hairer, Norsett & Wanner's dopri5: the curve's last coefficient
    -12715105075 / 11282082432, 0.0, 87487479700 / 32700410799, -10690763975 / 1880347072,
    701980252875 / 199316789632, -1453857185 / 822651844, 69997945 / 29380423,
)  # fmt: skip
_SAFETY, _SLOWEST, _FASTEST = 0.9, 0.2, 5.0
_ANYWHERE = np.array([[7e6], [0.0], [0.0], [0.0], [7e3], [0.0]])
MOST_STEPS = 20_000
_FIRST_STEP_S, LARGEST_STEP_S = 1.0, 120.0
_SPEED_SHARE = 0.005  # 1/s: a velocity may be off by this share of the tolerance in position; it acts for minutes


def control(tolerance_m: float, largest_step_s: float = LARGEST_STEP_S) -> Array:
    """What steers the steps: tolerance, share of it in velocity, safety, slowest, fastest, largest and first step."""
    return np.array([tolerance_m, _SPEED_SHARE, _SAFETY, _SLOWEST, _FASTEST, largest_step_s, _FIRST_STEP_S])


class Motion(Protocol):
    """What moves: rates of (time (n,), state (6, n)), and the same for some of the flights."""

    def rates(self, time: Array, state: Array) -> Array: ...

    def take(self, index: NDArray[np.intp]) -> Self: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One accepted step of flights, kept to read states between its ends."""

    time: Array  # (n,) start [s]
    width: Array  # (n,) [s]; 0 where the step was refused or the flight waits
    state: Array  # (6, n) start
    curve: tuple[Array, ...]  # coefficients of the curve

    def at(self, share: Array) -> Array:
        """State at a share (n,) of the step, 0 to 1; shape (6, n)."""
        rest = 1.0 - share
        c1, c2, c3, c4 = self.curve
        return self.state + share * (c1 + rest * (c2 + share * (c3 + rest * c4)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Where each flight ended: time (n,), state (6, n), whether it met the stop surface (n,), and the levels passed."""

    time: Array
    state: Array
    stopped: NDArray[np.bool_]
    level_time: Array  # (k, n): when each came down through a level; NaN where it did not
    level_state: Array  # (k, 6, n)


def integrate(
    motion: Motion,
    start: Array,
    state: Array,
    end: Array,
    *,
    tolerance_m: float = 1e-3,
    step_s: float | None = None,
    largest_step_s: float = LARGEST_STEP_S,
    above: Callable[[Array], Array] | None = None,
    levels: tuple[float, ...] = (),
    keep: list[Step] | None = None,
) -> Arrival:
    """Fly every flight from its start to its end, or until it comes down through a surface.

    Parameters
    ----------
    motion : Motion
        The rates; its arrays match the flights.
    start, end : array (n,)
        Times. [s]
    state : array (6, n)
        Position and velocity at the start. [m], [m/s]
    tolerance_m : float
        Error allowed in one step's position; 1/200 of it per second in velocity. [m]
    step_s : float, optional
        A fixed step instead (the last one shorter), to see the order of convergence. [s]
    largest_step_s : float
        Upper limit of a step. [s]
    above : function, optional
        Height above the stop surface of states (6, n), [m]; a flight ends where it turns from positive to negative.
    levels : tuple
        Heights above the stop surface whose passing on the way down is noted. [m]
    keep : list, optional
        Every step is appended; only while no flight is dropped (one flight).

    Raises
    ------
    ModelError
        When a flight needs more than 20,000 steps, or a state is no longer finite.

    Flights whose first state is NaN stay NaN; with ``above``, those that begin below the surface stop at once.
    """
    flights = _Flights(motion, start, state, end, step_s, largest_step_s, above, levels)
    for _ in range(MOST_STEPS):
        if not flights.open.any():
            return flights.arrival()
        flights.step(tolerance_m, keep)
    raise ModelError(f"{int(flights.open.sum())} flights need more than {MOST_STEPS:,} steps")


class _Flights:
    """The flights still flying, in arrays that shrink; and where the others ended."""

    def __init__(
        self,
        motion: Motion,
        start: Array,
        state: Array,
        end: Array,
        step_s: float | None,
        largest_step_s: float,
        above: Callable[[Array], Array] | None,
        levels: tuple[float, ...],
    ) -> None:
        count = state.shape[1]
        self.motion: Motion = motion
        self.index = np.arange(count)
        self.time: Array = np.array(np.broadcast_to(start, (count,)), dtype=float)
        self.end: Array = np.array(np.broadcast_to(end, (count,)), dtype=float)
        self.state: Array = np.array(state, dtype=float)
        self.fixed, self.largest, self.above = step_s, largest_step_s, above
        self.width: Array = np.full(count, step_s or min(_FIRST_STEP_S, largest_step_s))
        known = np.isfinite(self.state).all(axis=0) & np.isfinite(self.time)
        self.open: NDArray[np.bool_] = (self.end > self.time) & known
        self.done_stopped = np.zeros(count, dtype=bool)
        self.last_above: Array = above(self.state) if above else np.zeros(count)
        if above:
            self.done_stopped = known & (self.last_above < -1.0)
            self.open &= ~self.done_stopped
        self.done_time, self.done_state = self.time.copy(), self.state.copy()
        self.time = np.where(known, self.time, 0.0)
        self.state = np.where(known, self.state, _ANYWHERE)  # waits there and is never read
        self.known = known
        self.rate: Array = motion.rates(self.time, self.state)
        self.levels = levels
        self.level_time: Array = np.full((len(levels), count), np.nan)
        self.level_state: Array = np.full((len(levels), 6, count), np.nan)

    def arrival(self) -> Arrival:
        self._store(self.known[self.index])
        return Arrival(
            time=self.done_time, state=self.done_state, stopped=self.done_stopped,
            level_time=self.level_time, level_state=self.level_state,
        )  # fmt: skip

    def step(self, tolerance_m: float, keep: list[Step] | None) -> None:
        """One step of every open flight."""
        left = self.end - self.time
        last = self.open & (self.width >= left * (1.0 - 1e-12))
        width = np.where(self.open, np.minimum(self.width, left), 0.0)
        stages = [self.rate]
        new = self.state
        for number in range(1, 7):
            new = self.state + width * sum(a * k for a, k in zip(STAGES[number], stages, strict=True) if a)
            stages.append(self.motion.rates(self.time + TIMES[number] * width, new))
        error = np.abs(width * sum(e * k for e, k in zip(ERROR, stages, strict=True) if e))
        ratio = np.maximum(error[:3].max(axis=0), error[3:].max(axis=0) / _SPEED_SHARE) / tolerance_m
        ratio = np.where(self.open, ratio, 0.0)
        if not np.isfinite(ratio).all():
            self._refuse(ratio)
        good = self.open & ((ratio <= 1.0) | (self.fixed is not None))
        step = None
        if keep is not None or self.above is not None:
            step = self._curve(width, new, stages)
            if keep is not None and good.all():
                keep.append(step)
        crossed = self._crossings(good, new, step) if step is not None and self.above is not None else None
        self.time = np.where(good, np.where(last, self.end, self.time + width), self.time)
        before = self.state
        self.state = np.where(good, new, self.state)
        self.rate = np.where(good, stages[6], self.rate)
        if crossed is not None and crossed.any() and step is not None:
            self._land(crossed, step, before, stages[0])
        self.open &= ~(good & last)
        if self.fixed is None:
            factor = _SAFETY * np.maximum(ratio, 1e-10) ** -0.2
            grown = width * np.clip(factor, _SLOWEST, _FASTEST)
            # a last step cut short by the end says nothing against the wider one
            self.width = np.where(last & good, self.width, np.minimum(grown, self.largest))
        self._shrink(keep)

    def _refuse(self, ratio: Array) -> None:
        bad = self.index[~np.isfinite(ratio)]
        raise ModelError(
            f"flight {int(bad[0])} (of {len(bad)}) has no finite state after {float(self.time[~np.isfinite(ratio)][0]):.1f} s"
        )

    def _curve(self, width: Array, new: Array, stages: list[Array]) -> Step:
        rise = new - self.state
        bend = width * stages[0] - rise
        fourth = rise - width * stages[6] - bend
        last = width * sum(d * k for d, k in zip(CURVE, stages, strict=True) if d)
        return Step(time=self.time, width=width, state=self.state, curve=(rise, bend, fourth, last))

    def _crossings(self, good: NDArray[np.bool_], new: Array, step: Step) -> NDArray[np.bool_]:
        """Which flights came down through the stop surface; the levels they passed are noted."""
        assert self.above is not None
        height, before = self.above(new), self.last_above
        for number, level in enumerate(self.levels):
            index = np.flatnonzero(good & (before > level) & (height <= level))
            if len(index):
                part = _part(step, index)
                share = self._share(part, level)
                self.level_time[number, self.index[index]] = part.time + share * part.width
                self.level_state[number][:, self.index[index]] = part.at(share)
        self.last_above = np.where(good, height, before)
        return np.asarray(good & (before > 0.0) & (height <= 0.0))

    def _share(self, step: Step, level: float) -> Array:
        """Where on its curve each flight comes down through a level: bisection, to 1e-12 of the step."""
        assert self.above is not None
        low, high = np.zeros(len(step.time)), np.ones(len(step.time))
        for _ in range(40):
            middle = 0.5 * (low + high)
            over = self.above(step.at(middle)) > level
            low, high = np.where(over, middle, low), np.where(over, high, middle)
        return 0.5 * (low + high)

    def _land(self, crossed: NDArray[np.bool_], step: Step, before: Array, rate: Array) -> None:
        """Fly from the step's start to the crossing itself, by a step of order 5."""
        index = np.flatnonzero(crossed)
        part = _part(step, index)
        motion = self.motion.take(index)
        width = part.width * self._share(part, 0.0)
        for _ in range(2):  # the curve's own error, taken out
            state = _one_step(motion, part.time, before[:, index], rate[:, index], width)
            width = width + self._correction(state)
        self.time[index] = part.time + width
        self.state[:, index] = _one_step(motion, part.time, before[:, index], rate[:, index], width)
        self.done_stopped[self.index[index]] = True
        self.open[index] = False

    def _correction(self, state: Array) -> Array:
        assert self.above is not None
        height = self.above(state)
        ahead = state.copy()
        ahead[:3] += 1e-3 * state[3:]
        sink = (self.above(ahead) - height) / 1e-3
        return np.where(np.abs(sink) > 1e-3, -height / np.where(sink == 0.0, 1.0, sink), 0.0)

    def _store(self, which: NDArray[np.bool_]) -> None:
        self.done_time[self.index[which]] = self.time[which]
        self.done_state[:, self.index[which]] = self.state[:, which]

    def _shrink(self, keep: list[Step] | None) -> None:
        flying = self.open
        if keep is not None or flying.all() or flying.sum() > 0.67 * len(flying):
            return
        self._store(~flying & self.known[self.index])
        chosen = np.flatnonzero(flying)
        self.motion = self.motion.take(chosen)
        self.index = self.index[chosen]
        self.time, self.end, self.width = self.time[chosen], self.end[chosen], self.width[chosen]
        self.state, self.rate = self.state[:, chosen], self.rate[:, chosen]
        self.last_above, self.open = self.last_above[chosen], self.open[chosen]


def _part(step: Step, index: NDArray[np.intp]) -> Step:
    """The step of some of the flights."""
    return Step(
        time=step.time[index],
        width=step.width[index],
        state=step.state[:, index],
        curve=tuple(each[:, index] for each in step.curve),
    )


def _one_step(motion: Motion, time: Array, state: Array, rate: Array, width: Array) -> Array:
    """State after one step of order 5."""
    stages = [rate]
    new = state
    for number in range(1, 7):
        new = state + width * sum(a * k for a, k in zip(STAGES[number], stages, strict=True) if a)
        if number < 6:
            stages.append(motion.rates(time + TIMES[number] * width, new))
    return new
