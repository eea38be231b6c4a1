"""Flights and falls by the compiled kernels: what the small engine holds in objects, laid out as tables.

Needs the extra ``bulk`` (numba). Called by :func:`bongsu.ascent.engine.travel` only.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent import bulk_kernels as kernels
from bongsu.ascent import runge_kutta as pair
from bongsu.ascent.forces import AIRLESS_M, DRAG_MACH, DRAG_SHAPE, NO_WIND, Burn, Forces, Wind
from bongsu.ascent.runge_kutta import Arrival
from bongsu.ascent.steering import KickAndTurn, Programme
from bongsu.earth import AIR_LOWEST_M, AIR_STEP_M, air_table, constants
from bongsu.errors import ModelError

__all__ = ["compile_flights", "is_covered", "travel_compiled"]

Array = NDArray[np.float64]
_FEWEST_A_THREAD = 300  # flights; fewer are not worth a thread


def is_covered(forces: Forces) -> bool:
    """Whether the kernels know this way of steering; what they do not know the small engine flies."""
    return forces.direction is None or type(forces.direction) in (KickAndTurn, Programme)


def travel_compiled(
    forces: Forces,
    start: Array,
    state: Array,
    end: Array,
    *,
    tolerance_m: float,
    to_ground: bool = False,
    levels: tuple[float, ...] = (),
) -> Arrival:
    """As :func:`bongsu.ascent.runge_kutta.integrate`, by the compiled kernels.

    Raises
    ------
    ModelError
        When a flight needs more than 20,000 steps, or a state is no longer finite.
    """
    count = state.shape[1]
    starts = np.ascontiguousarray(np.broadcast_to(np.asarray(start, dtype=float), (count,)))
    time, code = np.empty(count), np.zeros(count, dtype=np.uint8)
    arrived, stopped = np.empty((count, 6)), np.zeros(count, dtype=np.bool_)
    level_time, level_state = np.full((count, len(levels)), np.nan), np.full((count, len(levels), 6), np.nan)
    ends = np.ascontiguousarray(np.broadcast_to(np.asarray(end, dtype=float), (count,)))
    states, owns = np.ascontiguousarray(np.asarray(state, dtype=float).T), _own_figures(forces, count)
    tables = (_mode(forces), _constants(forces), _air(), _drag_table(), _wind_table(forces.wind))
    heights = np.array(levels, dtype=float)

    def work(part: slice) -> None:
        kernels.travel_all(
            starts[part], ends[part], states[part], owns[part], *tables,
            pair.control(tolerance_m), pair.MOST_STEPS, to_ground, heights,
            time[part], arrived[part], stopped[part], level_time[part], level_state[part], code[part],
        )  # fmt: skip

    _in_parts(work, count)
    if code.any():
        _refuse(code, time)
    return Arrival(
        time=time,
        state=np.ascontiguousarray(arrived.T),
        stopped=stopped,
        level_time=np.ascontiguousarray(level_time.T),
        level_state=np.ascontiguousarray(level_state.transpose(1, 2, 0)),
    )


def _in_parts(work: Callable[[slice], None], count: int) -> None:
    """Over all processors: the kernel lets other threads run, and a flight is the same whatever flies beside it."""
    threads = max(1, min(os.cpu_count() or 1, count // _FEWEST_A_THREAD))
    edges = np.linspace(0, count, threads + 1).astype(int)
    parts = [slice(int(low), int(high)) for low, high in pairwise(edges)]
    if threads == 1:
        work(parts[0])
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, parts))


def _refuse(code: NDArray[np.uint8], time: Array) -> None:
    bad = np.flatnonzero(code == kernels.NOT_FINITE)
    if len(bad):
        raise ModelError(f"flight {int(bad[0])} (of {len(bad)}) has no finite state after {float(time[bad[0]]):.1f} s")
    raise ModelError(f"{int(np.sum(code == kernels.TOO_MANY))} flights need more than {pair.MOST_STEPS:,} steps")


def _own_figures(forces: Forces, count: int) -> Array:
    """What differs from flight to flight, (count, columns)."""
    burn, wind = forces.burn, forces.wind
    rows: dict[int, Any] = {
        kernels.START: burn.start,
        kernels.MASS: burn.mass_kg,
        kernels.THRUST: burn.thrust_n,
        kernels.FLOW: burn.flow_kg_s,
        kernels.PRESSURE_AREA: burn.pressure_area_m2,
        kernels.DRAG_AREA: forces.drag_area_m2,
        kernels.EAST_DRAW: wind.east_draw,
        kernels.NORTH_DRAW: wind.north_draw,
    }
    way = forces.direction
    if isinstance(way, KickAndTurn):
        azimuth = np.radians(way.azimuth_deg)
        rows |= {
            kernels.VERTICAL: way.vertical_s,
            kernels.KICK_TIME: way.kick_s,
            kernels.LEAN: np.radians(way.kick_deg),
            kernels.COS_AZIMUTH: np.cos(azimuth),
            kernels.SIN_AZIMUTH: np.sin(azimuth),
            kernels.LEANING: way.leaning,
        }
    elif isinstance(way, Programme):
        rows |= {
            kernels.BURN_START: way.start,
            kernels.BURN_LENGTH: way.length,
            **{kernels.NORMAL + axis: way.normal[axis] for axis in range(3)},
            kernels.TANGENT: way.tangent_start,
            kernels.TANGENT_END: way.tangent_end,
            kernels.YAW: way.yaw_start,
            kernels.YAW_END: way.yaw_end,
        }
    table = np.zeros((count, kernels.COLUMNS))
    for column, values in rows.items():
        table[:, column] = values
    return table


def _mode(forces: Forces) -> NDArray[np.int64]:
    direction = kernels.NO_THRUST
    if isinstance(forces.direction, KickAndTurn):
        direction = kernels.KICK if forces.direction.leaning.any() else kernels.ALONG
    elif isinstance(forces.direction, Programme):
        direction = kernels.PROGRAMME
    return np.array([forces.burn.limited, forces.blunt, direction, forces.wind is not NO_WIND], dtype=np.int64)


def _constants(forces: Forces) -> Array:
    return np.array(
        [
            constants.EARTH_ROTATION_RAD_S, constants.WGS84_EQUATORIAL_RADIUS_M, constants.WGS84_ECCENTRICITY_SQUARED,
            constants.EARTH_GM_M3_S2, *forces.zonal,
            AIR_LOWEST_M, AIR_STEP_M, AIRLESS_M,
        ]
    )  # fmt: skip


@cache
def _air() -> Array:
    """The standard atmosphere with one height to a row, eight numbers wide: a line of the processor's cache.

    Density, the step of its logarithm to the next row, the same of pressure, the speed of sound and its step.
    """
    values, steps = air_table()
    table = np.zeros((values.shape[1], 8))
    table[:, 0], table[:, 1] = np.exp(values[0]), steps[0]
    table[:, 2], table[:, 3] = np.exp(values[1]), steps[1]
    table[:, 4], table[:, 5] = values[2], steps[2]
    return table


def _drag_table() -> Array:
    """Mach number of each corner, the bend there, and the first coefficient."""
    first = np.full_like(DRAG_SHAPE, DRAG_SHAPE[0])
    return np.stack([DRAG_MACH, _bends(DRAG_MACH, DRAG_SHAPE), first], axis=1)


def _wind_table(wind: Wind) -> Array:
    """Height of each corner, the bends of east, north and spread there, and the first value of each."""
    height = np.asarray(wind.height_m, dtype=float)
    spread = np.zeros_like(height) if wind.spread_m_s is None else wind.spread_m_s
    columns = [np.asarray(each, dtype=float) for each in (wind.east_m_s, wind.north_m_s, spread)]
    firsts = [np.full_like(height, each[0]) for each in columns]
    return np.ascontiguousarray(np.stack([height, *(_bends(height, each) for each in columns), *firsts], axis=1))


def _bends(corner: Array, value: Array) -> Array:
    """By how much the slope of a broken line changes at each of its corners; flat outside them."""
    slope = np.diff(value) / np.diff(corner)
    return np.diff(slope, prepend=0.0, append=0.0)


def compile_flights(report: Callable[[str, float, bool], None] = lambda _name, _share, _compiling: None) -> None:
    """Compile the kernel, or load it from the file cache (10 s of a processor once, then a third of a second).

    ``report`` is told what comes next, which share is done, and whether the kernel is being compiled.
    """
    kernels.probe()
    compiling = bool(sum(kernels.probe.stats.cache_misses.values()))
    report("flights and falls", 0.05, compiling)
    zero, one = np.zeros(1), np.ones(1)
    burn = Burn(start=zero, mass_kg=one, thrust_n=zero, flow_kg_s=zero, pressure_area_m2=zero)
    state = np.array([[7e6], [0.0], [0.0], [0.0], [7e3], [0.0]])
    travel_compiled(Forces(burn=burn, drag_area_m2=zero), zero, state, one, tolerance_m=1.0, to_ground=True)
    report("done", 1.0, compiling)
