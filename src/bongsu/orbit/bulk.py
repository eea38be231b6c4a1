"""The bulk path of propagation: many satellites at many times, compiled, over all processors.

Needs the extra ``bulk`` (numba). Positions are those of the ``sgp4`` library within 1 mm, codes are its codes. What the
compiled kernels do not cover (orbits through the Earth, hundreds of years from the epoch) the library answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sgp4.api import SatrecArray

from bongsu.earth import EarthOrientation, julian_date, to_datetime64, turning_table
from bongsu.errors import InputError
from bongsu.orbit import bulk_kernels
from bongsu.orbit.bulk_coefficients import Coefficients, coefficients_of, kernel_constants
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.propagation import as_times, satrec_of
from bongsu.orbit.wgs72 import WGS72_RADIUS_KM

__all__ = [
    "FixedClock",
    "PreparedSets",
    "compile_propagation",
    "fixed_clock",
    "fixed_states_at",
    "mean_motion_at",
    "needs_small_path",
    "prepare_sets",
    "propagate_prepared",
    "propagation_is_compiled",
    "states_at",
]

_CARE_BELOW_KM = 130.0  # mean perigee: above the 80 km at which `propagate` gives no answer, with room (our choice)
_LUNAR_SOLAR_SHARE = 0.004  # eccentricity that Sun and Moon may take within months (our choice, on the safe side)
_CHUNK = 32  # satellites a thread takes at a time: 1,440 minutes of them are 2 MB
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PreparedSets:
    """Element sets with what SGP4 keeps of each; prepare once, propagate often."""

    element_sets: tuple[ElementSet, ...]
    coefficients: Coefficients

    def __len__(self) -> int:
        return len(self.element_sets)


def prepare_sets(element_sets: Sequence[ElementSet]) -> PreparedSets:
    """Initialise SGP4 for all sets at once (10,000 in some 30 ms)."""
    return PreparedSets(element_sets=tuple(element_sets), coefficients=coefficients_of(element_sets))


def propagate_prepared(
    prepared: PreparedSets,
    times: ArrayLike,
    *,
    velocities: bool = True,
    out: tuple[Vector, Vector, NDArray[np.uint8]] | None = None,
    threads: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Vector, Vector, NDArray[np.uint8]]:
    """States of every satellite at every time, in TEME.

    Parameters
    ----------
    prepared : PreparedSets
        Of m satellites.
    times : array (n,) of datetime64, or a sequence of aware datetimes
        UTC, in any order.
    velocities : bool
        False leaves velocities out; their array then has no element.
    out : (position, velocity, code), optional
        Arrays to write to and give back: an earlier result of the same shape. Fresh memory costs a quarter of the time.
    threads : int
        Satellites are shared among this many threads.
    progress : function of (satellites done, satellites in all), optional

    Returns
    -------
    (position, velocity, code)
        [m] and [m/s], shape (m, n, 3); codes as in ``SGP4_ERRORS`` 0 to 6, shape (m, n). States with an error are NaN.
        As in ``propagate_many`` decay before a time is not looked for: an object may be given past it.

    Raises
    ------
    InputError
        Times of a wrong type, or ``out`` of a wrong shape.
    """
    moments = as_times(times)
    day, fraction = (np.ascontiguousarray(part, dtype=float) for part in julian_date(moments))
    position, velocity, code = out or _fresh(len(prepared), moments.size, velocities=velocities)
    _refuse_shape(position, velocity, code, (len(prepared), moments.size), velocities=velocities)
    table, epoch = prepared.coefficients.table, prepared.coefficients.epoch
    constants = kernel_constants()
    unwanted = np.empty((0, 0, 3))

    def work(begin: int) -> int:
        part = slice(begin, begin + _CHUNK)
        into = velocity[part] if velocities else unwanted
        bulk_kernels.states_of_many(
            table[part], epoch[part], constants, day, fraction, position[part], into, code[part]
        )
        return len(table[part])

    _share(work, range(0, len(prepared), _CHUNK), threads, progress, len(prepared))
    strange = np.flatnonzero((code == bulk_kernels.ASK_THE_LIBRARY).any(axis=1))
    for index in np.union1d(strange, _beyond(prepared, day, fraction)):
        code[index], position[index], fast = _by_library(prepared.element_sets[index], day, fraction)
        if velocities:
            velocity[index] = fast
    return position, velocity, code


def _fresh(rows: int, columns: int, *, velocities: bool) -> tuple[Vector, Vector, NDArray[np.uint8]]:
    shape = (rows, columns, 3)
    return np.empty(shape), np.empty(shape if velocities else (0, 0, 3)), np.empty(shape[:2], dtype=np.uint8)


def _refuse_shape(
    position: Vector, velocity: Vector, code: NDArray[np.uint8], shape: tuple[int, int], *, velocities: bool
) -> None:
    fits = position.shape == (*shape, 3) and code.shape == shape and (not velocities or velocity.shape == (*shape, 3))
    plain = all(item.flags.c_contiguous for item in (position, velocity, code))
    if not (fits and plain and position.dtype == velocity.dtype == float and code.dtype == np.uint8):
        raise InputError(
            f"out has shapes {position.shape}, {velocity.shape}, {code.shape}; expected {(*shape, 3)} twice and {shape}",
            advice="give an earlier result of as many satellites and times, or leave it out",
        )


def _share(
    work: Callable[[int], int],
    starts: Sequence[int],
    threads: int,
    progress: Callable[[int, int], None] | None,
    total: int,
) -> None:
    """Run ``work`` over all starts, by threads where there are several, and report after each."""
    done = 0
    if threads <= 1:
        for start in starts:
            done += work(start)
            if progress:
                progress(done, total)
        return
    with ThreadPoolExecutor(threads) as pool:
        for count in pool.map(work, starts):
            done += count
            if progress:
                progress(done, total)


def _beyond(prepared: PreparedSets, day: Vector, fraction: Vector) -> NDArray[np.int64]:
    """Satellites for which some time lies beyond what the kernels cover."""
    if day.size == 0 or len(prepared) == 0:
        return np.empty(0, dtype=np.int64)
    moment = day + fraction
    epoch = prepared.coefficients.epoch.sum(axis=1)
    farthest = np.maximum(np.abs(moment.max() - epoch), np.abs(moment.min() - epoch)) * 1440.0
    return np.flatnonzero(farthest > prepared.coefficients.bounds_min)


def _by_library(element_set: ElementSet, day: Vector, fraction: Vector) -> tuple[NDArray[np.uint8], Vector, Vector]:
    error, position, velocity = SatrecArray([satrec_of(element_set)]).sgp4(day, fraction)
    code = error[0].astype(np.uint8)
    bad = (code != 0)[:, None]
    return code, np.where(bad, np.nan, position[0] * 1000.0), np.where(bad, np.nan, velocity[0] * 1000.0)


def states_at(
    prepared: PreparedSets, index: int, start: np.datetime64, seconds: Vector
) -> tuple[Vector, NDArray[np.uint8]]:
    """One satellite's states as rows x, y, z, vx, vy, vz [m, m/s], shape (6, n), and codes, at seconds after ``start``.

    For searches: times need not be whole microseconds, and states with an error are kept as SGP4 leaves them.
    """
    day, fraction = julian_date(start)
    epoch = prepared.coefficients.epoch[index]
    offset_min = (float(day - epoch[0]) + float(fraction - epoch[1])) * 1440.0
    minutes = offset_min + seconds / 60.0
    states, code = np.empty((6, seconds.size)), np.empty(seconds.size, dtype=np.uint8)
    inside = not seconds.size or float(np.abs(minutes).max()) <= prepared.coefficients.bounds_min[index]
    if inside:
        bulk_kernels.states_of(prepared.coefficients.table[index], kernel_constants(), minutes, states, code)
    if not inside or (code == bulk_kernels.ASK_THE_LIBRARY).any():
        error, position, velocity = satrec_of(prepared.element_sets[index]).sgp4_array(
            np.full(seconds.size, float(day)), float(fraction) + seconds / 86400.0
        )
        states[:3], states[3:] = position.T * 1000.0, velocity.T * 1000.0
        code = error.astype(np.uint8)
    return states, code


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FixedClock:
    """Second 0 of a search and how the Earth turns from then on, for :func:`fixed_states_at`."""

    day: float  # split Julian date of second 0
    fraction: float
    turning: Vector


def fixed_clock(start: np.datetime64, end: np.datetime64, orientation: EarthOrientation) -> FixedClock:
    """The clock of a search from ``start`` (second 0) to ``end``."""
    day, fraction = julian_date(start)
    return FixedClock(day=float(day), fraction=float(fraction), turning=turning_table(start, end, orientation))


def fixed_states_at(
    prepared: PreparedSets, index: int, clock: FixedClock, seconds: Vector
) -> tuple[Vector, NDArray[np.uint8]]:
    """One satellite's Earth-fixed states, as :func:`states_at` else; velocity is relative to the turning Earth."""
    epoch = prepared.coefficients.epoch[index]
    offset_min = ((clock.day - epoch[0]) + (clock.fraction - epoch[1])) * 1440.0
    states, code = np.empty((6, seconds.size)), np.empty(seconds.size, dtype=np.uint8)
    bulk_kernels.fixed_states_of(
        prepared.coefficients.table[index], kernel_constants(), offset_min, seconds, clock.turning,
        clock.fraction * 86400.0, states, code,
    )  # fmt: skip
    return states, code


def mean_motion_at(prepared: PreparedSets, start: np.datetime64) -> tuple[Vector, Vector, Vector]:
    """Mean motion [rad/s], eccentricity, and mean anomaly at ``start`` [rad], shape (m,) each: for choosing time steps."""
    day, fraction = julian_date(start)
    epoch, table = prepared.coefficients.epoch, prepared.coefficients.table
    minutes = ((float(day) - epoch[:, 0]) + (float(fraction) - epoch[:, 1])) * 1440.0
    column = bulk_kernels.COLUMNS
    motion = table[:, column["mdot"]]
    anomaly = np.mod(table[:, column["mo"]] + motion * minutes, 2.0 * np.pi)
    return motion / 60.0, table[:, column["ecco"]], anomaly


def needs_small_path(prepared: PreparedSets, start: np.datetime64, end: np.datetime64) -> NDArray[np.bool_]:
    """Whether a satellite may be past decay, or SGP4 not to be asked, somewhere from ``start`` to ``end``; shape (m,).

    A quick look at mean perigee and axis, on the safe side: whoever is marked, ``propagate`` decides.
    """
    if len(prepared) == 0:
        return np.empty(0, dtype=bool)
    table, epoch = prepared.coefficients.table, prepared.coefficients.epoch.sum(axis=1)
    limits = np.stack([np.sum(julian_date(moment)) - epoch for moment in (start, end)]) * 1440.0

    def of(name: str) -> Vector:
        return table[:, bulk_kernels.COLUMNS[name], None]

    marked = np.abs(limits).max(axis=0) > prepared.coefficients.bounds_min
    share = np.linspace(0.0, 1.0, 25)
    # Forwards as far as the end, and backwards as far as the start; either way beginning at the epoch.
    for limit in (np.maximum(limits[1], 0.0), np.minimum(limits[0], 0.0)):
        if limit.any():
            with np.errstate(all="ignore"):
                marked |= _may_fail(of, limit[:, None] * share)
    return np.asarray(marked, dtype=bool)


def _may_fail(of: Callable[[str], Vector], minutes: Vector) -> NDArray[np.bool_]:
    """Whether mean perigee, eccentricity or axis come near to where SGP4 fails, at minutes of shape (m, n)."""
    tempa = 1.0 - minutes * (of("cc1") + minutes * (of("d2") + minutes * (of("d3") + minutes * of("d4"))))
    axis = of("a0") * tempa * tempa
    shape = of("ecco") + (of("dedt") - of("bcc4")) * minutes
    near = of("kind") == 0.0
    spread = np.abs(of("bcc5")) * 2.0 + np.where(near, 0.0, _LUNAR_SOLAR_SHARE)
    perigee_km = (axis * (1.0 - np.maximum(shape, 0.0) - spread) - 1.0) * WGS72_RADIUS_KM
    low = (perigee_km < _CARE_BELOW_KM) | ~np.isfinite(perigee_km) | (near & (shape - spread < -0.0009))
    # Against its drag a near orbit rises away from the epoch; where the polynomial turns round it falls.
    falling = near[:, :1] & (np.diff(axis, axis=1) < -1e-10) & (minutes[:, 1:] * of("cc1") < 0.0)
    return np.asarray(low.any(axis=1) | falling.any(axis=1), dtype=bool)


def propagation_is_compiled() -> bool:
    """Whether the kernels lie in the file cache; looked up by the smallest of them, which is compiled else."""
    bulk_kernels.resonance_steps(np.ones(len(bulk_kernels.NAMES)), 0, 0)
    return not sum(bulk_kernels.resonance_steps.stats.cache_misses.values())


def compile_propagation() -> None:
    """Compile the kernels, or load them from the file cache (6 s of a processor once, then a fraction of one)."""
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    moment = datetime(2024, 1, 1, tzinfo=UTC)
    values: dict[str, Any] = {
        "norad_id": 1, "designator": "", "name": "", "epoch": moment, "inclination_deg": 63.4, "node_deg": 0.0,
        "eccentricity": 0.7, "perigee_argument_deg": 270.0, "mean_anomaly_deg": 0.0, "mean_motion_rev_day": 2.006,
    }  # fmt: skip
    prepared = prepare_sets([ElementSet(**values)])
    at = to_datetime64(moment)
    propagate_prepared(prepared, [at])
    states_at(prepared, 0, at, np.zeros(1))
    fixed_states_at(prepared, 0, FixedClock(day=0.0, fraction=0.0, turning=np.ones((1, 7))), np.zeros(1))
