"""What acts on a body in flight: gravity, thrust with back pressure, drag in moving air.

States are (6, n), position and velocity in the inertial frame whose axes are the Earth-fixed ones at lift-off; times
count from lift-off. Components come first because thousands of flights are worked at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import ZONAL, air_at, constants, gravity_m_s2

__all__ = [
    "AIRLESS_M",
    "DRAG_MACH",
    "DRAG_SHAPE",
    "NO_WIND",
    "Burn",
    "Forces",
    "Wind",
    "drag_shape",
    "height_m",
    "local_axes",
    "relative_velocity",
    "take",
]

Array = NDArray[np.float64]
Direction = Callable[[Array, Array, Array], Array]

_OMEGA = constants.EARTH_ROTATION_RAD_S
_A, _E2 = constants.WGS84_EQUATORIAL_RADIUS_M, constants.WGS84_ECCENTRICITY_SQUARED
AIRLESS_M = 1_000_000.0  # the standard atmosphere ends there
# Slender body of revolution with a pointed nose, zero incidence, power on: the usual shape of the curve, as drawn for
# the V-2 in Sutton & Biblarz, Rocket Propulsion Elements, 9th ed. 2017, fig. 4-3. Read off; a prior (P), not a measurement.
DRAG_MACH = np.array([0.0, 0.6, 0.8, 0.95, 1.05, 1.2, 1.5, 2.0, 3.0, 4.0, 5.0, 8.0, 30.0])
DRAG_SHAPE = np.array([0.15, 0.15, 0.18, 0.28, 0.38, 0.41, 0.36, 0.29, 0.21, 0.18, 0.16, 0.15, 0.15])


def take(value: Any, index: NDArray[np.intp]) -> Any:
    """Some of the flights of an array whose last axis counts them; other values as they are."""
    if isinstance(value, np.ndarray) and value.ndim and value.shape[-1] > 1:
        return value[..., index]
    return value


def height_m(position: Array) -> Array:
    """Height of positions (3, n) above the ellipsoid, along the geocentric radius. [m]

    Zero exactly on the ellipsoid; within 1 m of the geodetic height up to 150 km and 5 m up to 1,000 km.
    """
    square = position[0] ** 2 + position[1] ** 2
    radius = np.sqrt(square + position[2] ** 2)
    return np.asarray(radius - _A * np.sqrt((1.0 - _E2) / (1.0 - _E2 * square / radius**2)))


def relative_velocity(state: Array) -> Array:
    """Velocity against the turning Earth, in the inertial axes, (3, n). [m/s]"""
    result = state[3:].copy()
    result[0] += _OMEGA * state[1]
    result[1] -= _OMEGA * state[0]
    return result


def local_axes(position: Array) -> tuple[Array, Array, Array]:
    """Up (geodetic), north and east at positions (3, n), as unit vectors (3, n)."""
    height = np.maximum(height_m(position), 0.0)
    up = position.copy()
    up[2] *= (_A + height) / (_A * (1.0 - _E2) + height)
    up /= np.sqrt(np.sum(up * up, axis=0))
    east = np.zeros_like(position)
    across = np.maximum(np.hypot(position[0], position[1]), 1e-6)
    east[0], east[1] = -position[1] / across, position[0] / across
    return up, _cross(up, east), east


def _cross(a: Array, b: Array) -> Array:
    return np.stack([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])


def drag_shape(mach: Array) -> Array:
    """Drag coefficient of a slender launcher by Mach number (n,), on its frontal area."""
    return np.asarray(np.interp(mach, DRAG_MACH, DRAG_SHAPE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wind:
    """Wind by height, linear between heights ``height_m`` (k,) and the end's outside them.

    ``east_m_s`` and ``north_m_s`` (k,) hold for every flight. Where flights differ, ``spread_m_s`` (k,) times the draws
    of each, ``east_draw`` and ``north_draw`` (n,), is added.
    """

    height_m: Array
    east_m_s: Array
    north_m_s: Array
    spread_m_s: Array | None = None
    east_draw: Array = field(default_factory=lambda: np.zeros(1))
    north_draw: Array = field(default_factory=lambda: np.zeros(1))

    def at(self, height: Array) -> tuple[Array, Array]:
        """East and north components at heights (n,). [m/s]"""
        east, north = (np.interp(height, self.height_m, each) for each in (self.east_m_s, self.north_m_s))
        if self.spread_m_s is None:
            return east, north
        spread = np.interp(height, self.height_m, self.spread_m_s)
        return east + spread * self.east_draw, north + spread * self.north_draw

    def repeated(self, times: int) -> Wind:
        """The winds of the flights, once more for each of several bodies of theirs."""
        if len(self.east_draw) == 1:
            return self
        return replace(self, east_draw=np.tile(self.east_draw, times), north_draw=np.tile(self.north_draw, times))

    def take(self, index: NDArray[np.intp]) -> Wind:
        """The wind of some of the flights."""
        if self.spread_m_s is None:
            return self
        return replace(self, east_draw=take(self.east_draw, index), north_draw=take(self.north_draw, index))


NO_WIND = Wind(height_m=np.array([0.0, 1.0]), east_m_s=np.zeros(2), north_m_s=np.zeros(2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Burn:
    """Thrust over one stretch, and the mass that it leaves: closed forms, so that burn-out is an exact time.

    ``limited``: thrust follows the mass at constant acceleration, and the mass falls exponentially; else thrust and
    flow are constant. Arrays (n,) or scalars in arrays (1,).
    """

    start: Array  # [s]
    mass_kg: Array  # at the start
    thrust_n: Array  # in vacuum, at the start
    flow_kg_s: Array  # at the start
    pressure_area_m2: Array  # thrust falls by this times the pressure of the air
    limited: bool = False

    def mass_at(self, time: Array) -> Array:
        """Mass at times (n,). [kg]"""
        since = time - self.start
        if self.limited:
            return np.asarray(self.mass_kg * np.exp(-self.flow_kg_s / self.mass_kg * since))
        return np.asarray(self.mass_kg - self.flow_kg_s * since)

    def acceleration(self, mass: Array, pressure: Array | float) -> Array:
        """Thrust over mass. [m/s2]"""
        push = self.thrust_n * (mass / self.mass_kg) if self.limited else self.thrust_n
        return np.asarray(np.maximum(push - self.pressure_area_m2 * pressure, 0.0) / mass)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forces:
    """The rates of flights over one stretch; see :class:`~bongsu.ascent.runge_kutta.Motion`.

    ``drag_area_m2`` times the shape by Mach number is the drag area of a launcher; with ``blunt`` the drag area is
    constant, as for tumbling bodies. ``direction`` gives the unit vector of thrust from (time, state, up-north-east).
    """

    burn: Burn
    drag_area_m2: Array
    blunt: bool = False
    direction: Any = None  # an object with (time, state) -> (3, n) and take(index)
    wind: Wind = NO_WIND
    zonal: tuple[float, float, float] = field(default=ZONAL)

    def take(self, index: NDArray[np.intp]) -> Self:
        """The same for some of the flights."""
        parts = {name: take(getattr(self.burn, name), index) for name in _BURN_ARRAYS}
        return replace(
            self,
            burn=replace(self.burn, **parts),
            drag_area_m2=take(self.drag_area_m2, index),
            direction=self.direction.take(index) if self.direction is not None else None,
            wind=self.wind.take(index),
        )

    def rates(self, time: Array, state: Array) -> Array:
        """Velocity and acceleration, (6, n)."""
        position = state[:3]
        pull = gravity_m_s2(position, self.zonal)
        mass = self.burn.mass_at(time)
        pressure: Array | float = 0.0
        height = height_m(position)
        in_air = not (height > AIRLESS_M).all()  # so asked, a flight that has crashed (NaN) takes the air from no other
        if in_air and np.any(self.drag_area_m2 > 0.0):
            density, pressure, sound = air_at(height)
            pull += self._drag(state, height, density, sound) / mass
        elif in_air and self.direction is not None:
            pressure = air_at(height)[1]
        if self.direction is not None:
            pull += self.burn.acceleration(mass, pressure) * self.direction.at(time, state)
        return np.concatenate([state[3:], pull])

    def _drag(self, state: Array, height: Array, density: Array, sound: Array) -> Array:
        """Force of the air, (3, n). [N]"""
        through = relative_velocity(state)
        if self.wind is not NO_WIND:
            _, north, east = local_axes(state[:3])
            blows_east, blows_north = self.wind.at(height)
            through -= blows_east * east + blows_north * north
        speed = np.sqrt(np.sum(through * through, axis=0))
        area = self.drag_area_m2 if self.blunt else self.drag_area_m2 * drag_shape(speed / sound)
        return np.asarray(-0.5 * density * area * speed * through)


_BURN_ARRAYS = ("start", "mass_kg", "thrust_n", "flow_kg_s", "pressure_area_m2")
