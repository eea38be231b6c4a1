"""A vehicle and its programme fitted to the telemetry of one launch to orbit.

At most fourteen figures are free. Residuals are weighed by what a model of this kind leaves (8 m/s, 200 m) and pull less
beyond three of that. Errors of the figures count one independent sample for each length over which residuals hang
together. A small residual proves nothing about the vehicle: only thrust over mass shows in speed and altitude.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.flight import Flight, LaunchPad, coast, fly, inertial_to_fixed
from bongsu.ascent.forces import height_m, relative_velocity
from bongsu.ascent.least_squares import Solution, solve
from bongsu.ascent.stated import Orbit, orbit_of
from bongsu.ascent.telemetry import Telemetry
from bongsu.ascent.telemetry_dials import MOST_FREE, TelemetryDials
from bongsu.ascent.telemetry_start import FirstLook, look_at
from bongsu.ascent.vehicle import Vehicle, nominal_craft
from bongsu.earth import Estimate, constants, fixed_to_geodetic, geodesic_inverse
from bongsu.errors import InputError, ModelError

__all__ = ["FittedFigure", "StatedOrbit", "TelemetryFit", "fit_telemetry"]

Array = NDArray[np.float64]
_SPEED_M_S, _ALTITUDE_M = 8.0, 200.0  # what such a model leaves: its residuals of the shared flights have this size
_DERIVATIVE = 5.0  # steps to either side, for derivatives that rounding does not blur
_SOFT = 3.0  # from so many of them a residual pulls by its size, not its square (Huber 1964)
_NODE_S = 20.0  # between states that the cubic joins: under 2 m and 0.5 m/s at 40 m/s2
_NEAR_CIRCULAR_M = 120_000.0  # apogee less perigee below which insertion may be anywhere on the orbit
_LOWEST_ORBIT_M = 100e3
_INSERTION = (600.0, 2.0, 0.02)  # height [m], speed [m/s], climb [deg]: a stated orbit is met so well
_BEND = 0.15  # tangent: how far a programme seen only in part may bend (P)
_STEEPEST_DEG = 15.0  # climb at the last sample; launchers to orbit fly level by then, ballistic flights do not
_UNDETERMINED = 0.5  # share of the prior's width left, from which the data are said not to tell


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedOrbit:
    """The orbit at the end of the first burn of the upper stage, as announced or observed. [m], [deg]"""

    perigee_m: float
    apogee_m: float
    inclination_deg: float | None = None

    def __post_init__(self) -> None:
        if not self.perigee_m >= _LOWEST_ORBIT_M:
            raise InputError(
                f"a stated orbit with a perigee of {self.perigee_m / 1e3:g} km is none",
                advice="only launches to orbit are fitted: perigee 100 km or more; for a transfer orbit state the parking orbit",
            )
        if not self.perigee_m <= self.apogee_m < 5e8:
            raise InputError(f"perigee {self.perigee_m / 1e3:g} km, apogee {self.apogee_m / 1e3:g} km is no orbit")
        if self.inclination_deg is not None and not 0.0 <= self.inclination_deg <= 180.0:
            raise InputError(f"inclination {self.inclination_deg:g} deg; expected 0 to 180")

    def insertion(self) -> tuple[float, float]:
        """Radius at insertion and semi-major axis: anywhere on a nearly circular orbit, else at perigee. [m]"""
        equator = constants.WGS84_EQUATORIAL_RADIUS_M
        semi_major = 0.5 * (self.perigee_m + self.apogee_m) + equator
        near = self.apogee_m - self.perigee_m < _NEAR_CIRCULAR_M
        return (semi_major if near else self.perigee_m + equator), semi_major


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedFigure:
    """One figure of the fit: its posterior, and the share of its prior's width that the data leave.

    ``free`` where it was fitted; the others were held, and are here because the data might have said something of them.
    ``partner`` is the figure that it stands in for most, with the correlation.
    """

    name: str
    estimate: Estimate
    free: bool
    left: float
    partner: str
    correlation: float

    @property
    def determined(self) -> bool:
        """Whether the data say more than the prior did."""
        return self.left < _UNDETERMINED


@dataclass(frozen=True, slots=True, kw_only=True)
class TelemetryFit:
    """The most likely flight, its residuals, and how far the data tell its figures.

    Residuals are flown less shown, (n,), over all samples; ``used`` marks those that were fitted.
    """

    vehicle: Vehicle
    pad: LaunchPad
    look: FirstLook
    flight: Flight
    figures: tuple[FittedFigure, ...]
    telemetry: Telemetry
    used: NDArray[np.bool_]
    speed_m_s: Array
    altitude_m: Array
    downrange_m: Array
    until_s: float | None
    stated: StatedOrbit | None
    orbit: Orbit | None  # at the end of thrust; None where the data end before it and none was stated
    converged: bool
    correlation_s: float
    azimuth_deg: float

    def rms(self, *, rest: bool = False) -> tuple[float, float]:
        """Root mean squares of speed [m/s] and altitude [m], of what was fitted or of the rest."""
        chosen = ~self.used if rest else self.used
        return _rms((self.speed_m_s - self.telemetry.speed_m_s)[chosen]), _rms(
            (self.altitude_m - self.telemetry.altitude_m)[chosen]
        )

    @property
    def free_count(self) -> int:
        """How many figures were free."""
        return sum(figure.free for figure in self.figures)


def _rms(values: Array) -> float:
    known = values[np.isfinite(values)]
    return float(np.sqrt(np.mean(known**2))) if len(known) else float("nan")


def fit_telemetry(
    vehicle: Vehicle,
    pad: LaunchPad,
    telemetry: Telemetry,
    *,
    azimuth_deg: float,
    sources: tuple[str, ...],
    stated: StatedOrbit | None = None,
    until_s: float | None = None,
    rounds: int = 30,
) -> TelemetryFit:
    """Vehicle and programme whose flight shows the speed and altitude of the telemetry.

    Parameters
    ----------
    vehicle : Vehicle
        Of two stages; its ranges are the priors.
    pad : LaunchPad
        Where from.
    telemetry : Telemetry
        That follows the upper stage.
    azimuth_deg : float
        Of the launch, over the ground. [deg]
    sources : tuple of str
        Who showed the flight; without one the fit is refused.
    stated : StatedOrbit, optional
        Needed to predict altitude; not used where the telemetry shows the end of thrust.
    until_s : float, optional
        Fit only the samples so far, and predict the rest. [s]
    rounds : int
        Of the search, at most.

    Raises
    ------
    InputError
        No source; telemetry that follows the first stage to its landing, climbs too steeply for a launch to orbit, has
        fewer samples than unknowns or ends before the first stage does.
    ModelError
        Where no flight of the vehicle comes near.
    """
    if not any(source.strip() for source in sources):
        raise InputError("the telemetry has no source", advice="only a sourced flight is fitted: say who showed it")
    if len(vehicle.stages) != 2:
        raise InputError(
            f"{vehicle.name} has {len(vehicle.stages)} stages; a fit to telemetry is for launchers of two",
            advice=f"with more, {MOST_FREE} figures do not describe the flight",
        )
    _refuse_other_flights(telemetry)
    seen = telemetry if until_s is None else telemetry.until(until_s)
    if seen.count < 4 * MOST_FREE or len(seen.time_s) < 30:
        raise InputError(f"{seen.count} readings up to {until_s} s are too few for {MOST_FREE} unknowns")
    look = look_at(seen, nominal_craft(vehicle), pad.latitude_deg, azimuth_deg)
    predict = until_s is not None and look.end_s is None
    dials = TelemetryDials(vehicle, look, azimuth_deg, predict=predict)
    model = _Model(dials, pad, seen, stated if predict else None, predict)
    if predict:
        values = model.search(np.array([dial.start for dial in dials.free]), 10.0, 3.0, rounds // 2, only="stage 2")
    else:
        values = np.array([dial.start for dial in dials.free])
    values = model.search(values, 4.0, 5.0 / 3.0, rounds // 2, only="not times")
    found = model.solve(values, 1.0, 1.0, rounds)
    return _answer(found.values, found.converged, model, vehicle, pad, look, telemetry, stated, until_s)


def _refuse_other_flights(telemetry: Telemetry) -> None:
    """Only the way of an upper stage towards an orbit is fitted."""
    if telemetry.lands:
        raise InputError(
            "the telemetry follows stage 1 to its landing: it slows and comes down, and shows nothing of the way to orbit",
            advice="give telemetry that follows the upper stage",
        )
    known = np.isfinite(telemetry.speed_m_s) & np.isfinite(telemetry.altitude_m)
    t, v, h = telemetry.time_s[known], telemetry.speed_m_s[known], telemetry.altitude_m[known]
    late = t > t[-1] - 20.0
    if late.sum() >= 3 and v[-1] > 1000.0:
        rise = float(np.polyfit(t[late] - t[-1], h[late], 1)[0])
        climb = float(np.degrees(np.arcsin(np.clip(rise / np.median(v[late]), -1.0, 1.0))))
        if abs(climb) > _STEEPEST_DEG:
            raise InputError(
                f"at the last sample ({t[-1]:.0f} s) the flight climbs at {climb:.0f} deg: this is no way into an orbit yet",
                advice="only launches to orbit are fitted; give telemetry that goes on until the flight is level",
            )


class _Model:
    """Residuals of flights against the telemetry that is fitted."""

    def __init__(
        self, dials: TelemetryDials, pad: LaunchPad, seen: Telemetry, stated: StatedOrbit | None, predict: bool
    ) -> None:
        self.dials, self.pad, self.seen, self.stated, self.predict = dials, pad, seen, stated, predict
        self.low = np.array([dial.low for dial in dials.free])
        self.high = np.array([dial.high for dial in dials.free])
        self.step = np.array([dial.step for dial in dials.free])

    def fly(self, row: dict[str, Array], count: int, to_s: float, tolerance_m: float) -> Flight:
        """Flights of figures by name, with states at least every 20 s."""
        craft, steering = self.dials.craft(row, count), self.dials.steering(row)
        return fly(craft, steering, self.pad, marks_s=self._marks(to_s), tolerance_m=tolerance_m)

    def _marks(self, to_s: float) -> tuple[float, ...]:
        """Every 20 s; every 40 s in the first part of the upper burn, where the acceleration grows slowly."""
        ignition, burn = self.dials.ignition_s, self.dials.upper_burn_s
        slow = np.arange(ignition + _NODE_S, ignition + 0.6 * burn, 2.0 * _NODE_S)
        fast = np.concatenate([np.arange(_NODE_S, ignition, _NODE_S), np.arange(ignition + 0.6 * burn, to_s, _NODE_S)])
        return tuple(float(each) for each in np.sort(np.concatenate([slow, fast])) if each < to_s)

    def off(
        self, values: Array, extra: dict[str, Array] | None = None, tolerance_m: float = 1.0
    ) -> tuple[Array, Array]:
        """Of values (p, k), in standard errors: speed and altitude, (m, k); the stated orbit and the bend, (q, k)."""
        row, count = self.dials.row(values, extra), values.shape[1]
        flight = self.fly(row, count, float(self.seen.time_s[-1]), tolerance_m)
        speed, altitude = shown(flight, self.seen.time_s, row["clock"], self.pad)
        data = np.concatenate(
            [
                (speed - self.seen.speed_m_s[:, None]) / _SPEED_M_S,
                (altitude - self.seen.altitude_m[:, None]) / _ALTITUDE_M,
            ]
        )
        known = np.isfinite(np.concatenate([self.seen.speed_m_s, self.seen.altitude_m]))
        if not self.predict:
            return data[known], np.zeros((0, count))
        bend = row["stage 2 tangent middle"] - 0.5 * (row["stage 2 tangent start"] + row["stage 2 tangent end"])
        return data[known], np.stack([*self._orbit(flight), np.broadcast_to(bend / _BEND, (count,))])

    def residuals(self, wide: float, soft: float) -> Callable[[Array], Array]:
        """Of values (p, k): speed and altitude, ``wide`` times less weighed; the stated orbit; the priors, (m, k)."""

        def rows(values: Array) -> Array:
            data, others = self.off(values)
            data, limit = data / wide, _SOFT * soft
            flat = np.sign(data) * np.sqrt(np.maximum(2.0 * limit * np.abs(data) - limit**2, 0.0))
            data = np.where(np.abs(data) > limit, flat, data)
            every = np.concatenate([data, others, np.stack(self.dials.pulls(values))])
            return np.asarray(np.nan_to_num(every, nan=1e3))

        return rows

    def _orbit(self, flight: Flight) -> list[Array]:
        if self.stated is None:
            return []
        end = flight.events[-1]
        radius, semi_major = self.stated.insertion()
        here = np.linalg.norm(end.state[:3], axis=0)
        speed = np.sqrt(constants.EARTH_GM_M3_S2 * np.maximum(2.0 / here - 1.0 / semi_major, 1e-9))
        off = (here - radius, end.inertial_speed_m_s() - speed, end.climb_angle_deg())
        return [each / error for each, error in zip(off, _INSERTION, strict=True)]

    def search(self, values: Array, wide: float, soft: float, rounds: int, *, only: str) -> Array:
        """A first search among some of the figures, with residuals weighed less."""
        names = self.dials.names
        times = {"stage 1 end of thrust", "stage 1 throttle start", "stage 2 throttle step", "clock"}
        times |= set() if self.predict else {"stage 2 end of thrust"}
        if only == "stage 2":
            chosen = [n for n, name in enumerate(names) if name.startswith("stage 2")]
        else:
            chosen = [n for n, name in enumerate(names) if name not in times]
        whole = self.residuals(wide, soft)

        def part(some: Array) -> Array:
            every = np.repeat(values[:, None], some.shape[1], axis=1)
            every[chosen] = some
            return whole(every)

        found = solve(
            part, values[chosen], low=self.low[chosen], high=self.high[chosen], step=self.step[chosen],
            rounds=rounds, rest=1e-2, least=1.0, careful=True,
        )  # fmt: skip
        result = values.copy()
        result[chosen] = found.values
        return result

    def solve(self, values: Array, wide: float, soft: float, rounds: int) -> Solution:
        """The search among all of them."""
        whole = self.residuals(wide, soft)
        return solve(
            whole,
            values,
            low=self.low,
            high=self.high,
            step=self.step,
            rounds=rounds,
            rest=1e-3,
            least=0.3,
            careful=True,
        )


def states_shown(flight: Flight, time_s: Array, clock_s: Array) -> tuple[Array, list[Array]]:
    """Times from lift-off (m, k) of screen times, and the inertial states (6, m) of each flight then.

    States at the ends of stretches are joined by cubics; after the last end of thrust it coasts.
    """
    count = flight.craft.count
    when = np.maximum(time_s[:, None] + np.broadcast_to(clock_s, (count,))[None, :], 0.0)
    nodes = [flight.events[0], *flight.ends]
    last = nodes[-1]
    beyond = float(np.nanmax(when) - np.nanmin(last.time))
    while beyond > 0.0:
        last = coast(last, 2.0 * _NODE_S)
        nodes.append(last)
        beyond -= 2.0 * _NODE_S
    times = np.stack([np.broadcast_to(node.time, (count,)) for node in nodes])
    states = np.stack([np.broadcast_to(node.state, (6, count)) for node in nodes])
    return when, [_joined(times[:, k], states[:, :, k], when[:, k]) for k in range(count)]


def shown(flight: Flight, time_s: Array, clock_s: Array, pad: LaunchPad) -> tuple[Array, Array]:
    """Speed over the turning Earth and altitude above the pad's level of flights at screen times, (m, k) each."""
    _, states = states_shown(flight, time_s, clock_s)
    speed = [np.linalg.norm(relative_velocity(each), axis=0) for each in states]
    altitude = [height_m(each[:3]) - pad.height_m for each in states]
    return np.stack(speed, axis=1), np.stack(altitude, axis=1)


def _joined(times: Array, states: Array, when: Array) -> Array:
    """States (6, m) at times (m,) on the cubics between nodes: times (j,), states (j, 6)."""
    place = np.clip(np.searchsorted(times, when, side="right") - 1, 0, len(times) - 2)
    width = np.maximum(times[place + 1] - times[place], 1e-9)
    s = np.clip((when - times[place]) / width, 0.0, 1.0)
    a, b = states[place], states[place + 1]
    rise = (b[:, :3] - a[:, :3]) / width[:, None]
    bend, fourth = a[:, 3:] - rise, b[:, 3:] - rise
    s, rest = s[:, None], 1.0 - s[:, None]
    position = a[:, :3] + width[:, None] * s * (rise + rest * (rest * bend - s * fourth))
    velocity = rise + (rest * (rest - 2.0 * s)) * bend + (s * (s - 2.0 * rest)) * fourth
    return np.asarray(np.concatenate([position, velocity], axis=1).T)


def _answer(
    values: Array,
    converged: bool,
    model: _Model,
    vehicle: Vehicle,
    pad: LaunchPad,
    look: FirstLook,
    telemetry: Telemetry,
    stated: StatedOrbit | None,
    until_s: float | None,
) -> TelemetryFit:
    """Flight, residuals and posteriors at the values found."""
    row = model.dials.row(values[:, None])
    flight = model.fly(row, 1, float(telemetry.time_s[-1]), 0.1)
    speed, altitude = shown(flight, telemetry.time_s, row["clock"], pad)
    if not np.isfinite(speed).all():
        raise ModelError("no flight of this vehicle comes near the telemetry")
    used = np.ones(len(telemetry.time_s), dtype=bool) if until_s is None else telemetry.time_s <= until_s
    length = _correlation_length(
        (speed[:, 0] - telemetry.speed_m_s)[used], (altitude[:, 0] - telemetry.altitude_m)[used]
    )
    known = model.predict and stated is not None
    return TelemetryFit(
        vehicle=vehicle,
        pad=pad,
        look=look,
        flight=flight,
        figures=_figures(values, model, length),
        telemetry=telemetry,
        used=used,
        speed_m_s=speed[:, 0],
        altitude_m=altitude[:, 0],
        downrange_m=_downrange(flight, telemetry.time_s, row["clock"], pad),
        until_s=until_s,
        stated=stated,
        orbit=orbit_of(flight.events[-1]) if look.end_s is not None or known else None,
        converged=converged,
        correlation_s=length,
        azimuth_deg=model.dials.azimuth_deg,
    )


def _downrange(flight: Flight, time_s: Array, clock_s: Array, pad: LaunchPad) -> Array:
    """Distance over the ground from the pad, (n,). [m]"""
    when, states = states_shown(flight, time_s, clock_s)
    position, _ = inertial_to_fixed(when[:, 0], states[0])
    latitude, longitude, _ = fixed_to_geodetic(position.T)
    return np.asarray(geodesic_inverse(pad.latitude_deg, pad.longitude_deg, latitude, longitude)[0])


def _correlation_length(*series: Array) -> float:
    """Samples over which residuals hang together: twice the sum of their autocorrelation to its first zero, less one."""
    lengths = []
    for each in series:
        off = each[np.isfinite(each)]
        off = off - np.mean(off)
        square = float(off @ off)
        if len(off) < 10 or square <= 0.0:
            continue
        whole = np.correlate(off, off, mode="full")[len(off) - 1 :] / square
        negative = np.flatnonzero(whole <= 0.0)
        lengths.append(2.0 * float(np.sum(whole[: int(negative[0]) if len(negative) else len(whole)])) - 1.0)
    return max([1.0, *lengths])


def _figures(values: Array, model: _Model, length: float) -> tuple[FittedFigure, ...]:
    """Posteriors of the free figures and of those that the data might have told, from the derivatives of both."""
    dials, p = model.dials, len(values)
    every = [*dials.free, *dials.doubtful]
    steps = _DERIVATIVE * np.array([dial.step for dial in every])
    starts = np.array([*values, *(dial.start for dial in dials.doubtful)])
    trials = starts[:, None] + np.concatenate([np.diag(steps), -np.diag(steps)], axis=1)
    extra = {dial.name: trials[p + n] for n, dial in enumerate(dials.doubtful)}
    aside = model.off(trials[:p], extra, 0.02)
    data, others = (np.nan_to_num((each[:, : len(every)] - each[:, len(every) :]) / (2.0 * steps)) for each in aside)
    scatter = max(1.0, float(np.mean(np.mean(aside[0], axis=1) ** 2)))  # where the model misses by more than assumed
    prior = np.array([1.0 / dial.error**2 for dial in every])
    normal = data.T @ data / (length * scatter) + others.T @ others
    scale = np.array(
        [dial.error if dial.error < 1e2 * max(abs(dial.start), 1.0) else dial.high - dial.low for dial in every]
    )
    both = normal * scale[:, None] * scale[None, :] + np.diag(prior * scale**2)
    covariance = np.linalg.pinv(both, hermitian=True)
    errors = np.sqrt(np.maximum(np.diag(covariance), 1e-30))
    correlation = covariance / errors[:, None] / errors[None, :]
    np.fill_diagonal(correlation, 0.0)
    found = []
    for n, dial in enumerate(every):
        middle = float(values[n]) if n < p else dial.start
        partner = int(np.argmax(np.abs(correlation[n])))
        left = float(errors[n])
        width = 1.6449 * float(errors[n] * scale[n])
        low, high = max(middle - width, dial.low), min(middle + width, dial.high)
        found.append(
            FittedFigure(
                name=dial.name,
                estimate=Estimate(
                    value=middle, low=min(low, middle), high=max(high, middle), level=0.9, unit=dial.unit
                ),
                free=n < p,
                left=min(left, 1.0),
                partner=every[partner].name,
                correlation=float(correlation[n, partner]),
            )
        )
    return tuple(found)
