"""From a reported flight to the distance that the same boost would give on a standard trajectory.

A lofted flight spends more of its thrust on holding itself up than a standard one, and its engines stop higher.
So the speed at burn-out, moved to a flatter path, says too little. Here generic boosts are flown so that each meets the
reported apogee, range and bearing; then each is flown again, flatter, over an Earth that does not turn.

The calculation runs from reported figures to a distance, and in no other direction.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.powered_flight import (
    COUNT,
    SPHERE_RADIUS_M,
    Boosts,
    PoweredFlights,
    draw_boosts,
    fly_boosts,
    normal_draws,
    reach_rad,
    some_of,
    uniform_draws,
)
from bongsu.earth import constants

__all__ = [
    "ILL_CONDITIONED_M",
    "BoostFit",
    "Spread",
    "equal_speed_distance_m",
    "fit_boosts",
    "ground_speed_m_s",
    "standard_apogee_m",
    "standard_distances_m",
]

Array = NDArray[np.float64]
Span = tuple[float, float]

ILL_CONDITIONED_M = 12_000e3  # beyond, 1 % of speed is 1,000 km and more: only a lower bound is given
HALF_EARTH_M = math.pi * SPHERE_RADIUS_M
# What the generic boost leaves out, as a share of the speed: reserve, back pressure, coasts between stages, masses that
# differ from flight to flight. (P); with it the published estimates of one flight lie about as far apart as our interval.
SPEED_SPREAD = 0.015
STEERING_SPREAD = 0.1  # a real standard flight tips up to this share more or less than the best one (P)

_TIPS = np.radians([0.3, 0.6, 1.0, 1.5, 2.2, 3.0, 4.0, 5.5, 7.0, 9.0, 12.0, 15.0, 19.0, 24.0, 30.0, 40.0])
_STANDARD_TIPS = np.radians(np.concatenate([np.linspace(0.5, 10.0, 20), np.linspace(11.0, 45.0, 18)]))
_ROUNDS = 12
_MEETS_M = 1000.0  # a boost counts when it meets apogee and range this well


@dataclass(frozen=True, slots=True)
class Spread:
    """Reported figures as the spans that hold them: apogee and ground range [m], latitude and azimuth [deg]."""

    apogee_m: Span
    ground_range_m: Span
    latitude_deg: Span
    azimuth_deg: Span


@dataclass(frozen=True, slots=True)
class BoostFit:
    """Boosts that meet the reported flight, one column each, with what their thrust gave and how they flew."""

    boosts: Boosts
    speed_m_s: Array
    azimuth_rad: Array
    latitude_rad: Array
    flights: PoweredFlights
    speed_share: Array  # standard normal
    steering_share: Array  # -1 to 1

    @property
    def count(self) -> int:
        """How many met it."""
        return len(self.speed_m_s)


def ground_speed_m_s(apogee_m: float, ground_range_m: float) -> float:
    """Speed at the ground of the arc with that apogee and range; sphere of 6371 km that does not turn. [m/s]"""
    half = ground_range_m / (2.0 * SPHERE_RADIUS_M)
    e = apogee_m / (apogee_m + 2.0 * SPHERE_RADIUS_M * math.sin(half / 2.0) ** 2)
    axis = (SPHERE_RADIUS_M + apogee_m) / (1.0 + e)
    return math.sqrt(constants.EARTH_GM_M3_S2 * (2.0 / SPHERE_RADIUS_M - 1.0 / axis))


def equal_speed_distance_m(apogee_m: float, ground_range_m: float) -> float:
    """Farthest fall of a throw from the ground with that arc's speed: a baseline, below what a rocket does. [m]

    s = 2 R asin(Q / (2 - Q)), Q = v^2 R / GM (Bate, Mueller & White 1971, ch. 6); infinite where Q reaches 1.
    """
    q = ground_speed_m_s(apogee_m, ground_range_m) ** 2 * SPHERE_RADIUS_M / constants.EARTH_GM_M3_S2
    return math.inf if q >= 1.0 else 2.0 * SPHERE_RADIUS_M * math.asin(q / (2.0 - q))


def standard_apogee_m(ground_range_m: float) -> float:
    """Apogee of the arc that needs the least speed for a range, from the ground. [m]

    The elevation there is 45 deg less a quarter of the range angle (Bate, Mueller & White 1971, ch. 6).
    """
    half = min(ground_range_m / (2.0 * SPHERE_RADIUS_M), math.pi / 2.0)
    q = 2.0 * math.sin(half) / (1.0 + math.sin(half))
    elevation = math.pi / 4.0 - half / 2.0
    e = math.sqrt(1.0 - q * (2.0 - q) * math.cos(elevation) ** 2)
    return SPHERE_RADIUS_M * ((1.0 + e) / (2.0 - q) - 1.0)


@lru_cache(maxsize=64)
def fit_boosts(spread: Spread, count: int = COUNT) -> BoostFit:
    """Generic boosts that fly the reported flight, over the turning Earth.

    Parameters
    ----------
    spread : Spread
        The reported figures; each boost meets one reading of them, evenly drawn.
    count : int
        Boosts drawn. Those that cannot meet the figures are left out.

    Notes
    -----
    Three unknowns for each boost (speed, tip towards east and north) meet three figures (apogee, range, bearing) by
    Newton's method with differences, from the nearest of sixteen trial tips.
    """
    draws = uniform_draws(count)

    def reading(column: int, span: Span) -> Array:
        return np.asarray(span[0] + (span[1] - span[0]) * draws[column])

    apogee, ground_range = reading(8, spread.apogee_m), reading(9, spread.ground_range_m)
    azimuth, latitude = np.radians(reading(10, spread.azimuth_deg)), np.radians(reading(11, spread.latitude_deg))
    throw = ground_speed_m_s(float(np.mean(spread.apogee_m)), float(np.mean(spread.ground_range_m)))
    boosts = draw_boosts(throw + 1200.0, draws)  # m/s of losses, to tell the number of stages
    reported = np.stack([apogee, ground_range * np.sin(azimuth), ground_range * np.cos(azimuth)])
    begin = _first_guess(boosts, throw, apogee / ground_range, apogee, azimuth, latitude)
    found = _newton(boosts, begin, reported, latitude)
    flights = _fly(boosts, found, latitude)
    miss = np.abs(np.stack([flights.apogee_m, flights.east_m, flights.north_m]) - reported)
    with np.errstate(invalid="ignore"):
        meets = np.all(miss < np.maximum(_MEETS_M, 2e-3 * reported[0]), axis=0) & flights.flew
    columns = {name: getattr(flights, name)[meets] for name in PoweredFlights.__slots__}
    return BoostFit(
        boosts=some_of(boosts, meets),
        speed_m_s=found[0][meets],
        azimuth_rad=azimuth[meets],
        latitude_rad=latitude[meets],
        flights=PoweredFlights(**columns),
        speed_share=normal_draws(draws[12][meets]),
        steering_share=2.0 * draws[13][meets] - 1.0,
    )


def standard_distances_m(fit: BoostFit, *, turning: bool = False) -> Array:
    """Distance of each fitted boost on its standard (farthest) trajectory, at most half the Earth, (n,). [m]

    With ``turning`` on the bearing that was flown, over the turning Earth; else over one that does not turn, which
    is the mean over bearings that published estimates and a circle on a map stand for.
    """
    tips, count = len(_STANDARD_TIPS), fit.count
    flights = fly_boosts(
        fit.boosts.repeated(tips),
        np.tile(fit.speed_m_s * (1.0 + SPEED_SPREAD * fit.speed_share), tips),
        np.repeat(_STANDARD_TIPS, count),
        azimuth_rad=np.tile(fit.azimuth_rad, tips),
        latitude_rad=np.tile(fit.latitude_rad, tips),
        turning=turning,
    )
    reach = reach_rad(flights).reshape(tips, count)
    if turning:
        ground = np.hypot(flights.east_m, flights.north_m).reshape(tips, count) / SPHERE_RADIUS_M
        reach = np.where((reach > 0.0) & (reach < np.pi) & np.isfinite(ground), ground, reach)
    best = np.argmax(reach, axis=0)
    steered = np.log(_STANDARD_TIPS[best]) + np.log1p(STEERING_SPREAD * fit.steering_share)
    ladder = np.log(_STANDARD_TIPS)
    flown = [np.interp(steered[column], ladder, reach[:, column]) for column in range(count)]
    return np.asarray(SPHERE_RADIUS_M * np.array(flown))


def _fly(boosts: Boosts, unknowns: Array, latitude: Array) -> PoweredFlights:
    return fly_boosts(
        boosts,
        unknowns[0],
        np.minimum(np.hypot(unknowns[1], unknowns[2]), 1.2),
        azimuth_rad=np.arctan2(unknowns[1], unknowns[2]),
        latitude_rad=latitude,
    )


def _first_guess(
    boosts: Boosts, throw: float, steepness: Array, apogee: Array, azimuth: Array, latitude: Array
) -> Array:
    """Speed and tips (3, n): the trial tip whose apogee over range is nearest, the speed scaled to the apogee."""
    tips, count = len(_TIPS), len(azimuth)
    speed = np.full(count, 1.18 * throw + 300.0)  # m/s: what climbs cost, within a tenth
    trial = fly_boosts(
        boosts.repeated(tips),
        np.tile(speed, tips),
        np.repeat(_TIPS, count),
        azimuth_rad=np.tile(azimuth, tips),
        latitude_rad=np.tile(latitude, tips),
        turning=False,
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        miss = np.abs(np.log(trial.apogee_m / (SPHERE_RADIUS_M * trial.angle)).reshape(tips, count) - np.log(steepness))
    best = np.argmin(np.where(np.isfinite(miss), miss, np.inf), axis=0)
    reached = np.clip(trial.apogee_m.reshape(tips, count)[best, np.arange(count)] / apogee, 0.3, 3.0)
    tip = _TIPS[best]
    return np.stack([speed * (1.0 - 0.42 * np.log(reached)), tip * np.sin(azimuth), tip * np.cos(azimuth)])


def _newton(boosts: Boosts, unknowns: Array, reported: Array, latitude: Array) -> Array:
    """Bring apogee and fall of each boost to those reported; ``unknowns`` and ``reported`` (3, n)."""
    steps = np.array([[0.0, 5.0, 0.0, 0.0], [0.0, 0.0, 1e-4, 0.0], [0.0, 0.0, 0.0, 1e-4]])
    four, latitudes = boosts.repeated(4), np.tile(latitude, 4)
    for _ in range(_ROUNDS):
        flights = _fly(four, np.concatenate([unknowns + steps[:, [k]] for k in range(4)], axis=1), latitudes)
        found = np.stack([flights.apogee_m, flights.east_m, flights.north_m]).reshape(3, 4, -1)
        miss = found[:, 0] - reported
        slope = np.stack([(found[:, k] - found[:, 0]) / steps[k - 1, k] for k in (1, 2, 3)], axis=1)
        with np.errstate(invalid="ignore"):
            whole = np.isfinite(miss).all(axis=0) & (np.abs(np.linalg.det(np.moveaxis(slope, 2, 0))) > 1.0)
        slope[:, :, ~whole] = np.eye(3)[:, :, None]
        miss[:, ~whole] = 0.0
        change = np.linalg.solve(np.moveaxis(slope, 2, 0), miss.T[..., None])[..., 0].T
        most = np.maximum(0.4 * np.hypot(unknowns[1], unknowns[2]), 0.01)
        turn = np.maximum(np.hypot(change[1], change[2]), 1e-9)
        unknowns = unknowns - change * np.minimum(
            1.0, np.minimum(400.0 / np.maximum(np.abs(change[0]), 1.0), most / turn)
        )
        if np.quantile(np.abs(miss), 0.98) < 50.0:  # m
            break
    return unknowns
