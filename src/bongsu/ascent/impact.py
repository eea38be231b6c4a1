"""What comes down: spent stages, fairings and pieces, to the surface in place and time.

Without air a fall has a closed form (a Kepler arc to the ellipsoid that turns beneath it). With air it is flown, for a
body known only by its ballistic coefficient: mass over drag coefficient times area, the same at every speed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.ascent.engine import travel
from bongsu.ascent.flight import Flight, State, inertial_to_fixed
from bongsu.ascent.forces import NO_WIND, Burn, Forces, Wind, height_m
from bongsu.earth import ZONAL, constants, fixed_to_geodetic, wrap_longitude_deg

__all__ = [
    "FALL_LEVELS_M",
    "Fall",
    "fall",
    "if_thrust_ended",
    "joined_falls",
    "tumbling_coefficient_kg_m2",
    "vacuum_impact",
]

Array = NDArray[np.float64]

FALL_LEVELS_M = (18_288.0, 12_192.0, 6_096.0)  # flight levels 600, 400 and 200
_LONGEST_FALL_S = 6.0 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """Where and when bodies come down: (n,) each, NaN where one does not within six hours. [deg], [s]

    ``levels_m`` with ``level_time_s`` and the places (k, n): when each passes a height on its way down.
    """

    latitude_deg: Array
    longitude_deg: Array
    time_s: Array  # from lift-off
    speed_m_s: Array  # at the surface
    entered_s: Array  # when each is first at or below the highest level: at its start, where that lies below
    levels_m: tuple[float, ...] = ()
    level_time_s: Array
    level_latitude_deg: Array
    level_longitude_deg: Array

    def take(self, which: slice | NDArray[np.intp] | NDArray[np.bool_]) -> Fall:
        """The falls of some of the bodies."""
        parts = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "levels_m"}
        return Fall(levels_m=self.levels_m, **{name: value[..., which] for name, value in parts.items()})


def joined_falls(falls: Sequence[Fall]) -> Fall:
    """The falls of several blocks of bodies as one."""
    parts = {
        field.name: np.concatenate([getattr(each, field.name) for each in falls], axis=-1)
        for field in fields(Fall)
        if field.name != "levels_m"
    }
    return Fall(levels_m=falls[0].levels_m, **parts)


def tumbling_coefficient_kg_m2(
    mass_kg: ArrayLike, diameter_m: ArrayLike, length_m: ArrayLike, drag_coefficient: ArrayLike = 1.1
) -> Array:
    """Ballistic coefficient of a tumbling cylinder.

    Parameters
    ----------
    mass_kg, diameter_m, length_m : float or array (n,)
        Of the body. [kg], [m]
    drag_coefficient : float or array (n,)
        On the mean area that it shows: 0.8 to 1.4 for cylinders from broadside to end on (Hoerner 1965,
        *Fluid-Dynamic Drag*, ch. 3 and 16).

    Returns
    -------
    array (n,)
        Mass over drag coefficient times a quarter of the surface, the mean area of a convex body over all
        attitudes (Cauchy 1832). [kg/m2]
    """
    diameter, length = np.asarray(diameter_m, dtype=float), np.asarray(length_m, dtype=float)
    surface = np.pi * diameter * length + 0.5 * np.pi * diameter**2
    return np.asarray(np.asarray(mass_kg, dtype=float) / (np.asarray(drag_coefficient) * 0.25 * surface))


def fall(
    state: State,
    ballistic_coefficient_kg_m2: ArrayLike,
    *,
    wind: Wind = NO_WIND,
    levels_m: tuple[float, ...] = FALL_LEVELS_M,
    tolerance_m: float = 0.5,
    zonal: tuple[float, float, float] = ZONAL,
    engine: str = "auto",
) -> Fall:
    """Fly bodies without thrust to the surface of the ellipsoid.

    Parameters
    ----------
    state : State
        Where each starts.
    ballistic_coefficient_kg_m2 : float or array (n,)
        Mass over drag coefficient times area; ``inf`` for no drag. [kg/m2]
    wind : Wind
        By height.
    levels_m : tuple
        Heights whose passing is timed, from the highest down. [m]
    tolerance_m : float
        Error of one step. [m]
    engine : str
        ``small``, ``bulk`` or ``auto``, as in :func:`~bongsu.ascent.flight.fly`.

    Returns
    -------
    Fall
        Time and place of the surface and of each level; NaN where a body is still up after six hours.
    """
    count = state.state.shape[1]
    coefficient = np.broadcast_to(np.asarray(ballistic_coefficient_kg_m2, dtype=float), (count,))
    unit, zero = np.ones(1), np.zeros(1)
    burn = Burn(start=state.time, mass_kg=unit, thrust_n=zero, flow_kg_s=zero, pressure_area_m2=zero)
    forces = Forces(burn=burn, drag_area_m2=1.0 / coefficient, blunt=True, wind=wind, zonal=zonal)
    arrived = travel(
        forces,
        state.time,
        state.state,
        state.time + _LONGEST_FALL_S,
        tolerance_m=tolerance_m,
        to_ground=True,
        levels=levels_m,
        engine=engine,
    )
    time = np.where(arrived.stopped, arrived.time, np.nan)
    latitude, longitude = _place(time, arrived.state)
    velocity = inertial_to_fixed(time, arrived.state)[1]
    levels = [_place(when, where) for when, where in zip(arrived.level_time, arrived.level_state, strict=True)]
    return Fall(
        latitude_deg=latitude,
        longitude_deg=longitude,
        time_s=time,
        speed_m_s=np.linalg.norm(velocity, axis=0),
        entered_s=_entered(state, arrived.level_time, levels_m),
        levels_m=levels_m,
        level_time_s=arrived.level_time,
        level_latitude_deg=np.array([each[0] for each in levels]).reshape(len(levels_m), count),
        level_longitude_deg=np.array([each[1] for each in levels]).reshape(len(levels_m), count),
    )


def _entered(state: State, level_time: Array, levels_m: tuple[float, ...]) -> Array:
    if not levels_m:
        return state.time
    return np.where(height_m(state.state[:3]) <= levels_m[0], state.time, level_time[0])


def _place(time: Array, state: Array) -> tuple[Array, Array]:
    position, _ = inertial_to_fixed(time, state)
    latitude, longitude, _ = fixed_to_geodetic(position.T)
    return np.asarray(latitude), np.asarray(longitude)


def vacuum_impact(state: State) -> tuple[Array, Array, Array]:
    """Where and when bodies would meet the ellipsoid without air and thrust: closed form.

    Parameters
    ----------
    state : State
        Where each starts, above the surface.

    Returns
    -------
    latitude_deg, longitude_deg, time_s : array (n,)
        Time from lift-off. NaN where the orbit does not come down. [deg], [deg], [s]

    Notes
    -----
    The conic through the state (Bate, Mueller & White 1971, ch. 4) met with the ellipsoid: Newton's rule in the
    angle from perigee, on the descending side; the ground turns by the time of Kepler's equation. Point mass:
    J2 to J4 move an impact 1,000 km away by a few hundred metres.
    """
    r, v = state.state[:3], state.state[3:]
    gm = constants.EARTH_GM_M3_S2
    radius, square = np.sqrt(np.sum(r * r, axis=0)), np.sum(v * v, axis=0)
    rise = np.sum(r * v, axis=0)
    axis_vector = np.cross(r.T, v.T).T
    parameter = np.sum(axis_vector**2, axis=0) / gm
    eccentric = ((square - gm / radius) * r - rise * v) / gm
    e = np.sqrt(np.sum(eccentric**2, axis=0))
    towards = eccentric / e
    across = np.cross(axis_vector.T, towards.T).T
    across /= np.sqrt(np.sum(across**2, axis=0))
    start = np.arctan2(np.sum(r * across, axis=0), np.sum(r * towards, axis=0))
    with np.errstate(invalid="ignore", divide="ignore"):
        # the far side of the conic at the mean radius of the surface, then Newton to the ellipsoid
        angle = 2.0 * np.pi - np.arccos((parameter / 6.371e6 - 1.0) / e)
        for _ in range(12):
            gap = _above(angle, parameter, e, towards, across)
            slope = (_above(angle + 1e-7, parameter, e, towards, across) - gap) / 1e-7
            angle = angle - gap / slope
        where = parameter / (1.0 + e * np.cos(angle)) * (np.cos(angle) * towards + np.sin(angle) * across)
        flight = _kepler_time(angle, e, parameter) - _kepler_time(start % (2.0 * np.pi), e, parameter)
    good = np.isfinite(angle) & (flight > 0.0)
    time = np.where(good, state.time + flight, np.nan)
    latitude, longitude, _ = fixed_to_geodetic(where.T)
    turned = wrap_longitude_deg(longitude - np.degrees(constants.EARTH_ROTATION_RAD_S * time))
    return np.where(good, latitude, np.nan), np.asarray(turned), time


def _above(angle: Array, parameter: Array, e: Array, towards: Array, across: Array) -> Array:
    where = parameter / (1.0 + e * np.cos(angle)) * (np.cos(angle) * towards + np.sin(angle) * across)
    return height_m(where)


def _kepler_time(angle: Array, e: Array, parameter: Array) -> Array:
    """Time from perigee to an angle between 0 and a turn, on an ellipse. [s]"""
    semi_major = parameter / (1.0 - e * e)
    anomaly = 2.0 * np.arctan2(np.sqrt(1.0 - e) * np.sin(angle / 2.0), np.sqrt(1.0 + e) * np.cos(angle / 2.0))
    return np.asarray(np.sqrt(semi_major**3 / constants.EARTH_GM_M3_S2) * (anomaly - e * np.sin(anomaly)))


def if_thrust_ended(
    flight: Flight, *, every_s: float = 5.0, ballistic_coefficient_kg_m2: float = 500.0, wind: Wind = NO_WIND
) -> tuple[Array, tuple[Array, Array, Array], Fall]:
    """Where the remains would fall if thrust ended, at times along a single flight: the trace of range safety.

    Parameters
    ----------
    flight : Flight
        A single flight.
    every_s : float
        Step along it. [s]
    ballistic_coefficient_kg_m2 : float
        Of the remains. [kg/m2]

    Returns
    -------
    times, vacuum, air : array (m,); latitude, longitude, time (m,) each without air; and a Fall of m bodies
        NaN from where the remains would stay in orbit.
    """
    end = float(flight.events[-1].time[0])
    times = np.append(np.arange(every_s, end, every_s), end)
    states = State(label="if thrust ended", time=times, state=flight.states_at(times), mass_kg=flight.mass_at(times))
    return times, vacuum_impact(states), fall(states, ballistic_coefficient_kg_m2, wind=wind, levels_m=())
