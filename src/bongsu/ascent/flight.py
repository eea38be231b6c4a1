"""A launcher's flight: from lift-off to the last end of thrust, forwards.

Three degrees of freedom on the turning WGS 84 Earth. One function flies one craft or thousands; a single flight keeps
its steps, so that its trajectory can be read at any time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.ascent.engine import travel, use_bulk
from bongsu.ascent.forces import NO_WIND, Burn, Forces, Wind, height_m, local_axes, relative_velocity
from bongsu.ascent.runge_kutta import Step
from bongsu.ascent.steering import Steering, first_direction, upper_direction
from bongsu.ascent.timeline import Stretch, timeline
from bongsu.ascent.vehicle import Craft
from bongsu.earth import (
    ZONAL,
    Trajectory,
    constants,
    fixed_to_geodetic,
    geodetic_to_fixed,
    to_datetime64,
)
from bongsu.errors import InputError

__all__ = ["Flight", "LaunchPad", "State", "coast", "fly", "inertial_to_fixed"]

Array = NDArray[np.float64]
_OMEGA = constants.EARTH_ROTATION_RAD_S
_CRASHED_M = -1_000.0  # a flight below it at an event has met the ground
_SLOW_S, _SLOW_SHARE = 30.0, 1e-2  # after the kick; share of the tolerance until then


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchPad:
    """Where it rises from. [deg], [m]"""

    latitude_deg: float
    longitude_deg: float
    height_m: float = 0.0

    def __post_init__(self) -> None:
        if not (
            abs(self.latitude_deg) <= 90.0 and abs(self.longitude_deg) <= 360.0 and -500.0 < self.height_m < 9000.0
        ):
            raise InputError(
                f"launch pad {self.latitude_deg}, {self.longitude_deg}, {self.height_m} m is not on the ground",
                advice="latitude, longitude in degrees, height in metres",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Flights at one event: times (n,) from lift-off, inertial states (6, n) and masses (n,)."""

    label: str
    time: Array
    state: Array
    mass_kg: Array

    def geodetic(self) -> tuple[Array, Array, Array]:
        """Latitude, longitude [deg] and height [m], each (n,)."""
        position, _ = inertial_to_fixed(self.time, self.state)
        return fixed_to_geodetic(position.T)

    def relative_speed_m_s(self) -> Array:
        """Against the turning Earth, (n,)."""
        return np.asarray(np.linalg.norm(relative_velocity(self.state), axis=0))

    def heading_deg(self) -> Array:
        """Direction of the way over the ground, clockwise from north, (n,)."""
        _, north, east = local_axes(self.state[:3])
        along = relative_velocity(self.state)
        turn = np.arctan2(np.sum(along * east, axis=0), np.sum(along * north, axis=0))
        return np.asarray(np.degrees(turn) % 360.0)

    def inertial_speed_m_s(self) -> Array:
        """In inertial space, (n,)."""
        return np.asarray(np.linalg.norm(self.state[3:], axis=0))

    def climb_angle_deg(self) -> Array:
        """Inertial velocity above the local horizontal (geocentric), (n,)."""
        rise = np.sum(self.state[:3] * self.state[3:], axis=0)
        rise = rise / (np.linalg.norm(self.state[:3], axis=0) * self.inertial_speed_m_s())
        return np.asarray(np.degrees(np.arcsin(np.clip(rise, -1.0, 1.0))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """What was flown: the states at its events, and the steps of a single flight."""

    craft: Craft
    stretches: tuple[Stretch, ...]
    events: tuple[State, ...]
    fairing: State | None  # where the fairing came off; None where it never did
    marks: tuple[State, ...] = ()  # at the times asked for
    steps: tuple[Step, ...] = ()
    ends: tuple[State, ...] = ()  # of every stretch

    def event(self, label: str) -> State:
        """The event of that label.

        Raises
        ------
        InputError
            When there is none; the message lists those there are.
        """
        for each in self.events:
            if each.label == label:
                return each
        raise InputError(f"no event {label!r}; there are {', '.join(each.label for each in self.events)}")

    def states_at(self, times: ArrayLike) -> Array:
        """Inertial states (6, m) of a single flight at times (m,) between lift-off and the end. [s]"""
        if not self.steps:
            raise InputError("states between events are kept for a single flight only", advice="fly with keep=True")
        wanted = np.atleast_1d(np.asarray(times, dtype=float))
        starts = np.array([float(step.time[0]) for step in self.steps])
        result = np.full((6, len(wanted)), np.nan)
        chosen = np.clip(np.searchsorted(starts, wanted, side="right") - 1, 0, len(starts) - 1)
        for place, (number, moment) in enumerate(zip(chosen, wanted, strict=True)):
            step = self.steps[number]
            share = (moment - step.time) / step.width
            if -1e-9 <= share[0] <= 1.0 + 1e-9:
                result[:, place] = step.at(np.clip(share, 0.0, 1.0))[:, 0]
        return result

    def mass_at(self, times: ArrayLike) -> Array:
        """Mass (m,) of a single flight at times (m,). [kg]"""
        wanted = np.atleast_1d(np.asarray(times, dtype=float))
        result = np.full(len(wanted), np.nan)
        for stretch in self.stretches:
            inside = (wanted >= stretch.start[0]) & (wanted <= stretch.end[0])
            result[inside] = stretch.burn.mass_at(wanted[inside])
        return result

    def trajectory(self, lift_off: datetime, *, step_s: float = 1.0, label: str = "") -> Trajectory:
        """A single flight as Earth-fixed states every ``step_s`` and at its end."""
        if lift_off.tzinfo is None:
            raise InputError(f"lift-off {lift_off} has no time zone", advice="give it in UTC")
        end = float(self.events[-1].time[0])
        times = np.unique(np.append(np.arange(0.0, end, step_s), end))
        position, velocity = inertial_to_fixed(times, self.states_at(times))
        start = to_datetime64(lift_off.astimezone(UTC))
        return Trajectory(
            time=start + np.round(times * 1e6).astype("timedelta64[us]"),
            position_m=np.ascontiguousarray(position.T),
            velocity_m_s=np.ascontiguousarray(velocity.T),
            frame="ITRS",
            error=np.zeros(len(times), dtype=np.uint8),
            label=label,
        )


def inertial_to_fixed(time: Array, state: Array) -> tuple[Array, Array]:
    """Earth-fixed position and velocity, (3, n) each, of inertial states (6, n) at times (n,) from lift-off."""
    cosine, sine = np.cos(_OMEGA * time), np.sin(_OMEGA * time)
    along = relative_velocity(state)
    parts = []
    for x, y, z in (state[:3], along):
        parts.append(np.stack([cosine * x + sine * y, cosine * y - sine * x, z]))
    return parts[0], parts[1]


def fly(
    craft: Craft,
    steering: Steering,
    pad: LaunchPad,
    *,
    wind: Wind = NO_WIND,
    until: ArrayLike | None = None,
    marks_s: tuple[float, ...] = (),
    tolerance_m: float = 1e-2,
    zonal: tuple[float, float, float] = ZONAL,
    engine: str = "auto",
) -> Flight:
    """Fly craft from a pad by a programme to the last end of thrust.

    Parameters
    ----------
    craft : Craft
        One or many; a single one keeps its steps.
    steering : Steering
        Numbers, or arrays (n,). One :class:`~bongsu.ascent.steering.StagePitch` for each stage after the first.
    pad : LaunchPad
        Where from.
    wind : Wind
        By height; none unless given.
    until : float or array (n,), optional
        Stop there, whatever burns. [s]
    marks_s : tuple of float
        Further times whose states are kept. [s]
    tolerance_m : float
        Error of one step. [m]
    engine : str
        ``small`` (NumPy), ``bulk`` (compiled; needs the extra ``bulk``), or ``auto``: bulk for 500 flights and more
        where it is installed. A single flight keeps its steps and is always flown by ``small``.

    Returns
    -------
    Flight
        States at every event; NaN for those of many that met the ground before it. Forwards only: nothing here looks
        for a place.

    Raises
    ------
    InputError
        When the programme has not one part for each upper stage; unknown engine, or one that is not installed.
    """
    use_bulk(engine, craft.count)  # refuses
    if len(steering.upper) != len(craft.stages) - 1:
        raise InputError(f"programme for {len(steering.upper)} upper stages; the craft has {len(craft.stages) - 1}")
    stretches = timeline(craft)
    stop = np.broadcast_to(np.asarray(np.inf if until is None else until, dtype=float), (craft.count,))
    for mark in marks_s:
        stretches = _split(stretches, mark)
    first = first_direction(steering)
    for corner in (first.vertical_s, first.vertical_s + first.kick_s):  # of the programme: they end a step
        stretches = _split(stretches, corner)
    count = craft.count
    state = np.repeat(_on_pad(pad), count, axis=1)
    keep: list[Step] | None = [] if count == 1 else None
    events, fairing = [], _Watch("fairing off", np.asarray(craft.fairing_s, dtype=float), count)
    marks = [_Watch(f"{mark:g} s", np.array([mark]), count) for mark in marks_s]
    mass = np.zeros(count) + stretches[0].burn.mass_kg
    flown: list[Stretch] = []
    ends: list[State] = []
    burning, ignition = None, state
    for planned in stretches:
        if np.all(planned.start > stop):
            break
        came = planned.start <= stop
        stretch = replace(planned, start=np.minimum(planned.start, stop), end=np.minimum(planned.end, stop))
        flown.append(stretch)
        mass = np.where(came, stretch.burn.mass_at(stretch.start), mass)
        here = State(
            label="", time=np.where(came, stretch.start, np.nan), state=np.where(came, state, np.nan), mass_kg=mass
        )
        events += [replace(here, label=label) for label in stretch.events]
        if np.any(stretch.end > stretch.start):
            area = craft.drag * 0.25 * np.pi * stretch.diameter_m**2
            direction: Any = None
            if stretch.thrusting:
                direction = first.during(stretch.end)
                if stretch.stage > 0:
                    pitch = steering.upper[stretch.stage - 1]
                    if stretch.burn_start is not burning:
                        burning, ignition = stretch.burn_start, state
                    direction = upper_direction(pitch, stretch.burn_start, stretch.burn_length, ignition)
            forces = Forces(burn=stretch.burn, drag_area_m2=area, direction=direction, wind=wind, zonal=zonal)
            # at low speed a small error turns the whole flight
            closely = _SLOW_SHARE if np.any(stretch.start < first.vertical_s + first.kick_s + _SLOW_S) else 1.0
            arrived = travel(
                forces, stretch.start, state, stretch.end, tolerance_m=closely * tolerance_m, keep=keep, engine=engine
            )
            state = arrived.state
            if count > 1:
                state = np.where(height_m(state[:3]) < _CRASHED_M, np.nan, state)
        mass = np.where(came, stretch.burn.mass_at(stretch.end), mass)
        ends.append(State(label="", time=stretch.end, state=state, mass_kg=mass))
        for watch in (fairing, *marks):
            watch.look(stretch.end, state, mass)
    if until is not None:
        events.append(State(label="stopped", time=flown[-1].end, state=state, mass_kg=mass))
    return Flight(
        craft=craft,
        stretches=tuple(flown),
        events=tuple(events),
        fairing=None if fairing.open.all() else fairing.found(),
        marks=tuple(watch.found() for watch in marks),
        steps=tuple(keep or ()),
        ends=tuple(ends),
    )


def coast(
    state: State,
    seconds: ArrayLike,
    *,
    tolerance_m: float = 1e-4,
    zonal: tuple[float, float, float] = ZONAL,
    engine: str = "auto",
) -> State:
    """The flights without thrust and air for a while longer."""
    count = state.state.shape[1]
    end = state.time + np.broadcast_to(np.asarray(seconds, dtype=float), (count,))
    forces = Forces(burn=_no_burn(state), drag_area_m2=np.zeros(1), zonal=zonal)
    arrived = travel(forces, state.time, state.state, end, tolerance_m=tolerance_m, engine=engine)
    return replace(state, label="coast", time=arrived.time, state=arrived.state)


def _no_burn(state: State) -> Burn:
    zero = np.zeros_like(state.mass_kg)
    return Burn(start=state.time, mass_kg=state.mass_kg, thrust_n=zero, flow_kg_s=zero, pressure_area_m2=zero)


def _on_pad(pad: LaunchPad) -> Array:
    position = geodetic_to_fixed(pad.latitude_deg, pad.longitude_deg, pad.height_m)
    velocity = _OMEGA * np.array([-position[1], position[0], 0.0])
    return np.concatenate([position, velocity])[:, None]


def _split(stretches: tuple[Stretch, ...], mark: float | Array) -> tuple[Stretch, ...]:
    """Every stretch that holds a time, in two."""
    parts: list[Stretch] = []
    for each in stretches:
        if np.any((each.start < mark) & (mark < each.end)):
            cut = np.asarray(np.clip(mark, each.start, each.end))
            parts += [replace(each, end=cut), replace(each, start=cut, events=())]
        else:
            parts.append(each)
    return tuple(parts)


class _Watch:
    """Catches the state of each flight at a time of its own."""

    def __init__(self, label: str, time: Array, count: int) -> None:
        self.label, self.time = label, np.broadcast_to(time, (count,))
        self.state, self.mass = np.full((6, count), np.nan), np.full(count, np.nan)
        self.open = np.ones(count, dtype=bool)

    def look(self, end: Array, state: Array, mass: Array) -> None:
        here = self.open & (np.abs(end - self.time) < 1e-6)
        self.state[:, here], self.mass[here] = state[:, here], mass[here]
        self.open &= ~here

    def found(self) -> State:
        return State(label=self.label, time=self.time, state=self.state, mass_kg=self.mass)
