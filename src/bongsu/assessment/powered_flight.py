"""Generic powered flights, forwards only: what a climb under thrust does to a speed, whoever built the rocket.

No vehicle is modelled. A boost is a point mass with drawn accelerations that leaves the ground upright, tips over a
little and then lets gravity turn it (thrust along the path), burns its speed and coasts. The ranges below are wide
enough for single-stage missiles of 300 km and for missiles of three stages, liquid or solid.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import pairwise
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import constants

__all__ = [
    "COUNT",
    "SPHERE_RADIUS_M",
    "Boosts",
    "PoweredFlights",
    "draw_boosts",
    "fly_boosts",
    "normal_draws",
    "reach_rad",
    "some_of",
    "uniform_draws",
]

Array = NDArray[np.float64]

COUNT = 96  # boosts drawn; the median moves by less than 1 % against 768 (tests)
SPHERE_RADIUS_M = 6_371_000.0  # mean radius, IUGG 1980
STANDARD_GRAVITY_M_S2 = 9.80665  # CGPM 1901

# Ranges of the generic boost. (P): a prior of ours that spans public figures, no measurement of any missile.
EXHAUST_M_S = (
    2300.0,
    2900.0,
)  # solids and storable liquids, 235 to 295 s: Sutton & Biblarz, 9th ed. 2017, ch. 5, 7, 13
STAGE_SPEED_M_S = (4000.0, 7200.0)  # most that one stage gives, as a mass ratio of 4 to 15 (P)
LIFT_OFF_WEIGHTS = (1.35, 2.4)  # thrust over weight: 1.3 of liquid launchers (Unha-3, Schiller) to 2.4 of solids (P)
UPPER_WEIGHTS = (1.0, 2.6)  # the same when an upper stage lights (P)
UPRIGHT_S = (4.0, 12.0)  # time straight up before it tips (P)
TIPPING_S = (8.0, 16.0)  # time over which it tips before gravity turns it (P)
BALLISTIC_KG_M2 = (25_000.0, 80_000.0)  # lift-off mass over subsonic drag area: 6 t on 0.9 m to 70 t on 2.2 m (P)

_DRAG_MACH = np.array([0.0, 0.8, 1.1, 1.5, 3.0, 6.0])  # the usual shape: Sutton & Biblarz, fig. 4-3, read off
_DRAG_SHAPE = np.array([1.0, 1.1, 2.6, 2.4, 1.4, 1.0])  # relative to the subsonic coefficient
_SOUND_M_S = 300.0  # middle of 340 (ground) to 295 (tropopause), US Standard Atmosphere 1976
_SCALE_HEIGHT_M, _GROUND_DENSITY = 7200.0, 1.225  # [m], [kg/m3] exponential fit to US Standard Atmosphere 1976, 0-50 km
_MOST_PRESSURE_PA = 150e3  # a missile in flight meets 30 to 100 kPa of dynamic pressure; flatter ones break or burn (P)
_FIRST, _LATER = 40, 8  # Runge-Kutta steps of the first stage (closer at its start) and of each later one
_CROWDED = 2.0  # power by which the first stage's steps crowd towards lift-off, where it tips and the air is dense
_STAGES = 3
_PRIMES = np.array([2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53], dtype=float)


@dataclass(frozen=True, slots=True)
class Boosts:
    """Drawn boosts, one column each: ``stages`` (n,), ``weights`` (3, n) thrust over weight as each stage lights."""

    stages: Array
    exhaust_m_s: Array
    weights: Array
    upright_s: Array
    tipping_s: Array
    ballistic_kg_m2: Array

    def repeated(self, times: int) -> Boosts:
        """All of them, several times in a row."""
        return Boosts(*(np.tile(getattr(self, part.name), times) for part in fields(self)))


@dataclass(frozen=True, slots=True)
class PoweredFlights:
    """What flew, one column each. Angles [rad], heights and distances [m], times [s], speeds [m/s].

    ``angle`` is what the flight spans at the Earth's centre in inertial space, boost included; ``east_m`` and
    ``north_m`` lead from the launch point to the point of fall over the turned ground. ``flew`` is False where the
    boost came down before its end or met more air than a missile stands; NaN where there is no fall.
    """

    apogee_m: Array
    angle: Array
    east_m: Array
    north_m: Array
    time_s: Array
    burn_s: Array
    burn_out_height_m: Array
    burn_out_speed_m_s: Array
    flew: NDArray[np.bool_]


def uniform_draws(count: int = COUNT, columns: int = len(_PRIMES)) -> Array:
    """Evenly spread numbers in (0, 1), shape (columns, count), the same each time.

    Richtmyer's sequence, multiples of the square roots of primes (Niederreiter 1978, Bull. AMS 84, 957).
    """
    steps = np.arange(1, count + 1, dtype=float)
    return np.asarray(np.mod(0.5 + np.outer(np.sqrt(_PRIMES[:columns]), steps), 1.0))


def draw_boosts(speed_m_s: float, draws: Array) -> Boosts:
    """Generic boosts that could give about this speed, losses included; ``draws`` (8, n) as of :func:`uniform_draws`.

    The speed decides only how many stages (one to three) are likely.
    """

    def between(column: int, ends: tuple[float, float]) -> Array:
        return np.asarray(ends[0] + (ends[1] - ends[0]) * draws[column])

    stages = np.clip(np.ceil(speed_m_s / between(0, STAGE_SPEED_M_S)), 1, _STAGES)
    weights = np.stack([between(2, LIFT_OFF_WEIGHTS), between(3, UPPER_WEIGHTS), between(4, UPPER_WEIGHTS)])
    return Boosts(
        stages=stages,
        exhaust_m_s=between(1, EXHAUST_M_S),
        weights=weights,
        upright_s=between(5, UPRIGHT_S),
        tipping_s=between(6, TIPPING_S),
        ballistic_kg_m2=between(7, BALLISTIC_KG_M2),
    )


def normal_draws(draws: Array) -> Array:
    """Standard normal numbers from even ones (n,)."""
    normal = NormalDist()
    return np.array([normal.inv_cdf(min(max(float(value), 1e-3), 1.0 - 1e-3)) for value in draws])


def fly_boosts(
    boosts: Boosts, speed_m_s: Array, tip_rad: Array, *, azimuth_rad: Array, latitude_rad: Array, turning: bool = True
) -> PoweredFlights:
    """Fly each boost from the ground through burn-out to its fall.

    Parameters
    ----------
    boosts : Boosts
        One column for each flight.
    speed_m_s, tip_rad : array (n,)
        Speed that the thrust alone gives, shared evenly by the stages; angle from upright to which it tips. [m/s], [rad]
    azimuth_rad, latitude_rad : array (n,)
        Direction in which it tips, clockwise from north; latitude of the launch point. [rad]
    turning : bool
        Whether the Earth turns.

    Notes
    -----
    Spherical Earth, point-mass gravity; no wind, no back pressure, no air on the way down. Oblateness changes the
    distance by under 0.3 %. The coast is Kepler's, exact. Gravity turn: Forden (2007), Science & Global Security 15, 133.
    """
    axes = _axes(latitude_rad)
    spin = constants.EARTH_ROTATION_RAD_S if turning else 0.0
    state, burn_s, flew = _climb(boosts, speed_m_s, tip_rad, azimuth_rad, axes, spin)
    apogee, arc, coast_s, end = _coast(state)
    time = burn_s + coast_s
    turned = -spin * time
    cosine, sine = np.cos(turned), np.sin(turned)
    end = np.stack([cosine * end[0] - sine * end[1], sine * end[0] + cosine * end[1], end[2]])
    up, north, east = axes
    ahead_east, ahead_north = np.sum(end * east, axis=0), np.sum(end * north, axis=0)
    across = np.maximum(np.hypot(ahead_east, ahead_north), 1e-9)
    ground = SPHERE_RADIUS_M * np.arctan2(across, np.sum(end * up, axis=0))
    radius = np.sqrt(np.sum(state[:3] ** 2, axis=0))
    climbed = np.arccos(np.clip(np.sum(state[:3] * up, axis=0) / radius, -1.0, 1.0))
    return PoweredFlights(
        apogee_m=apogee,
        angle=climbed + arc,
        east_m=ground * ahead_east / across,
        north_m=ground * ahead_north / across,
        time_s=time,
        burn_s=burn_s,
        burn_out_height_m=radius - SPHERE_RADIUS_M,
        burn_out_speed_m_s=np.sqrt(np.sum(state[3:] ** 2, axis=0)),
        flew=flew,
    )


def reach_rad(flights: PoweredFlights) -> Array:
    """Angle that each flight spans, half the Earth where it spans more or goes into orbit, 0 where it crashed."""
    circular = np.sqrt(constants.EARTH_GM_M3_S2 / (SPHERE_RADIUS_M + np.maximum(flights.burn_out_height_m, 0.0)))
    orbit = np.where(flights.burn_out_speed_m_s > 0.97 * circular, np.pi, 0.0)
    angle = np.where(np.isfinite(flights.angle), flights.angle, orbit)
    return np.asarray(np.where(flights.flew, np.minimum(angle, np.pi), 0.0))


def _axes(latitude: Array) -> tuple[Array, Array, Array]:
    """Up, north and east at longitude 0, (3, n) each."""
    zero, one = np.zeros_like(latitude), np.ones_like(latitude)
    up = np.stack([np.cos(latitude), zero, np.sin(latitude)])
    return up, np.stack([-np.sin(latitude), zero, np.cos(latitude)]), np.stack([zero, one, zero])


def _climb(
    boosts: Boosts, speed: Array, tip: Array, azimuth: Array, axes: tuple[Array, Array, Array], spin: float
) -> tuple[Array, Array, NDArray[np.bool_]]:
    """State (6, n) at burn-out, time of the burn, and whether it stayed above the ground."""
    up, north, east = axes
    tipped = np.cos(tip) * up + np.sin(tip) * (np.cos(azimuth) * north + np.sin(azimuth) * east)
    state = np.concatenate([SPHERE_RADIUS_M * up, spin * SPHERE_RADIUS_M * np.sum(up[:2] ** 2, axis=0) ** 0.5 * east])
    exhaust, share = boosts.exhaust_m_s, speed / boosts.stages
    time, flew = np.zeros_like(speed), np.ones(speed.shape, dtype=bool)
    for stage in range(int(boosts.stages.max())):
        burns = stage < boosts.stages
        empty_s = exhaust / (boosts.weights[stage] * STANDARD_GRAVITY_M_S2)  # when the stage would have burned itself
        burn = np.where(burns, empty_s * -np.expm1(-share / exhaust), 0.0)
        push = np.where(burns, exhaust, 0.0)
        lighter = np.exp(np.where(burns, stage * share, 0.0) / exhaust)
        marks = np.linspace(0.0, 1.0, _LATER + 1) if stage else np.linspace(0.0, 1.0, _FIRST + 1) ** _CROWDED
        for begin, end in pairwise(marks.tolist()):
            step = (end - begin) * burn
            pieces = _Pieces(boosts, up, tipped, spin, time + begin * burn, begin * burn, step, empty_s, push, lighter)
            state = _runge_kutta(pieces, state, step)
            flew &= _whole(state, spin)
        time = time + burn
    return state, time, flew


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What the rates of one step need, (n,) or (3, n)."""

    boosts: Boosts
    up: Array
    tipped: Array
    spin: float
    time: Array
    since: Array
    step: Array
    empty_s: Array
    push: Array
    lighter: Array

    def rates(self, state: Array, later: Array | float) -> Array:
        """Velocity and acceleration, (6, n), ``later`` seconds into the step."""
        position, through = state[:3], state[3:].copy()
        through[0] += self.spin * position[1]
        through[1] -= self.spin * position[0]
        radius = np.sqrt(np.sum(position * position, axis=0))
        speed = np.sqrt(np.sum(through * through, axis=0))
        left = np.maximum(self.empty_s - self.since - later, 1e-3)
        density = _density(radius)
        shape = np.interp(speed / _SOUND_M_S, _DRAG_MACH, _DRAG_SHAPE)
        drag = 0.5 * density * speed * shape / self.boosts.ballistic_kg_m2 * self.lighter * self.empty_s / left
        drag = np.minimum(drag, 1.0 / np.maximum(self.step, 1e-3))  # those it slows so much are not whole; see _whole
        tips = np.clip((self.time + later - self.boosts.upright_s) / 2.0, 0.0, 1.0)  # over 2 s
        turns = np.clip((self.time + later - self.boosts.upright_s - self.boosts.tipping_s) / 4.0, 0.0, 1.0)  # over 4 s
        along = (1.0 - tips) * self.up + tips * ((1.0 - turns) * self.tipped + turns * through / np.maximum(speed, 1.0))
        along /= np.sqrt(np.sum(along * along, axis=0))
        pull = -constants.EARTH_GM_M3_S2 / radius**3 * position
        return np.concatenate([state[3:], pull + self.push / left * along - drag * through])


def _density(radius: Array) -> Array:
    return np.asarray(_GROUND_DENSITY * np.exp(-np.maximum(radius - SPHERE_RADIUS_M, 0.0) / _SCALE_HEIGHT_M))


def _whole(state: Array, spin: float) -> NDArray[np.bool_]:
    """Whether flights are above the ground and within the dynamic pressure that a missile stands."""
    radius = np.sqrt(np.sum(state[:3] ** 2, axis=0))
    through = state[3:].copy()
    through[0] += spin * state[1]
    through[1] -= spin * state[0]
    pressure = 0.5 * _density(radius) * np.sum(through**2, axis=0)
    return np.asarray((radius > SPHERE_RADIUS_M - 100.0) & (pressure < _MOST_PRESSURE_PA))


def _runge_kutta(pieces: _Pieces, state: Array, step: Array) -> Array:
    """One step of the classical method of order four."""
    first = pieces.rates(state, 0.0)
    second = pieces.rates(state + 0.5 * step * first, 0.5 * step)
    third = pieces.rates(state + 0.5 * step * second, 0.5 * step)
    fourth = pieces.rates(state + step * third, step)
    return state + step / 6.0 * (first + 2.0 * second + 2.0 * third + fourth)


def _coast(state: Array) -> tuple[Array, Array, Array, Array]:
    """Apogee height, angle and time from burn-out down to the sphere, and the point of fall, by Kepler's laws.

    Bate, Mueller & White (1971), ch. 2 and 4; NaN where the path does not meet the ground.
    """
    position, velocity = state[:3], state[3:]
    gm = constants.EARTH_GM_M3_S2
    radius = np.sqrt(np.sum(position**2, axis=0))
    outward = np.sum(position * velocity, axis=0) / radius
    momentum = np.cross(position.T, velocity.T).T
    spin = np.maximum(np.sqrt(np.sum(momentum**2, axis=0)), 1e-3)
    axis = 1.0 / (2.0 / radius - np.sum(velocity**2, axis=0) / gm)
    parameter = spin**2 / gm
    along, across = parameter / radius - 1.0, spin * outward / gm  # e cos and e sin of the true anomaly
    e = np.hypot(along, across)
    with np.errstate(invalid="ignore", divide="ignore"):
        start = np.mod(np.arctan2(across, along), 2.0 * np.pi)
        cosine = (parameter / SPHERE_RADIUS_M - 1.0) / e
        arc = 2.0 * np.pi - np.arccos(np.where(np.abs(cosine) <= 1.0, cosine, np.nan)) - start
        before, after = _mean_anomaly(start, e), _mean_anomaly(start + arc, e)
        time = np.sqrt(axis**3 / gm) * np.mod(after - before, 2.0 * np.pi)
        apogee = np.where(start <= np.pi, axis * (1.0 + e), radius) - SPHERE_RADIUS_M
    outwards = position / radius
    ahead = np.cross((momentum / spin).T, outwards.T).T
    return apogee, arc, time, np.cos(arc) * outwards + np.sin(arc) * ahead


def _mean_anomaly(true: Array, e: Array) -> Array:
    eccentric = 2.0 * np.arctan2(np.sqrt(1.0 - e) * np.sin(true / 2.0), np.sqrt(1.0 + e) * np.cos(true / 2.0))
    return np.asarray(eccentric - e * np.sin(eccentric))


def some_of(boosts: Boosts, keep: NDArray[np.bool_]) -> Boosts:
    """The boosts of some columns."""
    return replace(boosts, **{part.name: getattr(boosts, part.name)[..., keep] for part in fields(boosts)})
