"""Passes of satellites over sites; for a few pairs the small path below, with nothing compiled.

Every satellite is propagated once on an even grid; between grid points its Earth-fixed position is the
cubic Hermite curve through position and velocity (under a metre off in low orbit at 60 s). All local
highs and lows of the elevation are refined, so that a pass shorter than the grid is not missed and a
dip below the limit is not jumped over. Rises and sets are then brought onto SGP4's own states. Large questions go to :mod:`bongsu.overflight.bulk` where that is installed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import (
    EarthOrientation,
    Window,
    bundled_orientation,
    fixed_to_teme,
    is_sunlit,
    sun_azimuth_elevation_deg,
    teme_to_fixed,
    time_grid,
    to_datetime64,
    to_fixed,
)
from bongsu.errors import InputError, NoDataError
from bongsu.orbit import STATE_ERRORS, ElementSet, Ephemeris, propagate_many, states_of, timing_error_s, use_bulk
from bongsu.overflight.curve import STEP_S, Curve, Vector, roots
from bongsu.overflight.geometry import look_angles, site_axes
from bongsu.overflight.pass_table import DETAILS, PassTable, no_passes
from bongsu.overflight.site import Site
from bongsu.wording import phrase

__all__ = ["BULK_FROM_PAIR_DAYS", "find_passes"]

# Satellites x sites x days. The small path takes some 3.6 ms of a processor for each, so 11 s; the bulk engine 0.1 s for
# ten times as many, 0.5 s to load its kernels and, once, 11 s to compile them (B3 of benchmarks/overflight.py). Our choice.
BULK_FROM_PAIR_DAYS = 3000.0
_MOST_PAIR_DAYS = 2e7  # 160 million passes of low satellites: 10 GB (our choice)
_LONGEST_STEP_S = 0.5
_REFINE_BELOW_DEG = 40.0  # a local high this far under a low limit at a grid point cannot reach it between two


def _turns(slope: Callable[[Vector], Vector], low: Vector, high: Vector) -> Vector:
    """Where a function turns within each bracket, by the root of its slope; the better end where it does not."""
    if low.size == 0:
        return low
    at_low, at_high = slope(low), slope(high)
    turning = (at_low > 0.0) != (at_high > 0.0)
    out = np.where(at_low > 0.0, high, low)
    out[turning] = roots(slope, low[turning], high[turning])
    return out


def _stretches(curve: Curve, site: Site, limit_deg: float) -> tuple[Vector, Vector, Vector, Vector]:
    """Rise, set, culmination and closest approach [s] of each stretch above the limit, shape (n,) each."""
    origin, axes = site_axes(site)
    up = axes[2]

    def over(position: Vector) -> Vector:
        offset = position - origin
        sine = np.clip((offset @ up) / np.linalg.norm(offset, axis=1), -1.0, 1.0)
        return np.asarray(np.degrees(np.arcsin(sine)) - limit_deg, dtype=float)

    def over_at(seconds: Vector) -> Vector:
        return over(curve.at(seconds)[0])

    def climb_at(seconds: Vector) -> Vector:
        """Rate of the sine of the elevation, times the cube of the range."""
        position, velocity = curve.at(seconds)
        offset = position - origin
        along = np.einsum("ij,ij->i", offset, velocity)
        return np.asarray((velocity @ up) * np.einsum("ij,ij->i", offset, offset) - (offset @ up) * along, dtype=float)

    def approach_at(seconds: Vector) -> Vector:
        position, velocity = curve.at(seconds)
        offset = position - origin
        return np.asarray(np.einsum("ij,ij->i", offset, velocity) / np.linalg.norm(offset, axis=1), dtype=float)

    grid, value = curve.seconds, over(curve.position)
    before, after = np.concatenate([[-np.inf], value[:-1]]), np.concatenate([value[1:], [-np.inf]])
    # Half a minute off the zenith a satellite at 160 km stands 50 deg lower, but never under the horizon.
    high = (value >= before) & (value >= after) & (value <= 0.0) & (value > -max(_REFINE_BELOW_DEG, limit_deg))
    before[0] = after[-1] = np.inf
    low = (value <= before) & (value <= after) & (value > 0.0) & (value < _REFINE_BELOW_DEG)
    last = grid.size - 1
    hidden = np.concatenate([np.flatnonzero(high), np.flatnonzero(low)])
    left, right = np.maximum(hidden - 1, 0), np.minimum(hidden + 1, last)
    # Between its neighbours a high or low turns once on either side of the grid point at most.
    extra = np.concatenate([_turns(climb_at, grid[left], grid[hidden]), _turns(climb_at, grid[hidden], grid[right])])
    extra = np.sort(extra[(extra > grid[0]) & (extra < grid[-1])])
    extra = extra[np.diff(extra, prepend=-np.inf) > 0.0]
    if extra.size:
        grid = np.concatenate([grid, extra])
        order = np.argsort(grid, kind="stable")
        grid, value = grid[order], np.concatenate([value, over_at(extra)])[order]
    above = value > 0.0
    change = np.flatnonzero(above[1:] != above[:-1])
    crossing = roots(over_at, grid[change], grid[change + 1])
    rising = above[change + 1]
    rise, fall = crossing[rising], crossing[~rising]
    if above[0]:
        rise = np.concatenate([grid[:1], rise])
    if above[-1]:
        fall = np.concatenate([fall, grid[-1:]])
    if rise.size == 0:
        return rise, fall, rise, rise
    nodes, first = _nodes_within(grid, rise, fall)
    culmination = _highest(over_at, climb_at, nodes, first)
    distance = np.linalg.norm(curve.at(nodes)[0] - origin, axis=1)
    best = _best_of_each(-distance, first)
    left, right = nodes[np.maximum(best - 1, first[:-1])], nodes[np.minimum(best + 1, first[1:] - 1)]
    closest = nodes[best]
    turning = np.flatnonzero((approach_at(left) < 0.0) & (approach_at(right) > 0.0))
    closest[turning] = roots(approach_at, left[turning], right[turning])
    return rise, fall, culmination, closest


def _nodes_within(grid: Vector, rise: Vector, fall: Vector) -> tuple[Vector, NDArray[np.int64]]:
    """Grid points of every stretch with its two ends, one after the other, and where each stretch begins."""
    parts = [
        np.concatenate(
            [[start], grid[np.searchsorted(grid, start, "right") : np.searchsorted(grid, end, "left")], [end]]
        )
        for start, end in zip(rise, fall, strict=True)
    ]
    first = np.cumsum([0, *(part.size for part in parts)])
    return (np.concatenate(parts) if parts else np.empty(0)), first


def _best_of_each(values: Vector, first: NDArray[np.int64]) -> NDArray[np.int64]:
    """Index of the greatest value of each stretch."""
    starts = [start + int(np.argmax(values[start:end])) for start, end in pairwise(first.tolist())]
    return np.array(starts, dtype=np.int64)


def _highest(
    function: Callable[[Vector], Vector], slope: Callable[[Vector], Vector], nodes: Vector, first: NDArray[np.int64]
) -> Vector:
    """Where a function is greatest over each stretch, refined on both sides of its best node."""
    values = function(nodes)
    best = _best_of_each(values, first)
    left, right = nodes[np.maximum(best - 1, first[:-1])], nodes[np.minimum(best + 1, first[1:] - 1)]
    trials = np.stack([nodes[best], _turns(slope, left, nodes[best]), _turns(slope, nodes[best], right)])
    heights = np.stack([function(trial) for trial in trials])
    return np.asarray(trials[heights.argmax(axis=0), np.arange(best.size)], dtype=float)


def _usable(curve_error: NDArray[np.uint8], label: str) -> tuple[slice, str]:
    """The first unbroken run of good states, and what ended or preceded it."""
    bad = np.flatnonzero(curve_error != 0)
    if bad.size == 0:
        return slice(0, curve_error.size), ""
    good = np.flatnonzero(curve_error == 0)
    reason = f"{label}: {STATE_ERRORS.get(int(curve_error[bad[0]]), 'unknown error')}"
    if good.size < 2:
        return slice(0, 0), reason
    breaks = np.flatnonzero(np.diff(good) > 1)
    end = good[breaks[0]] if breaks.size else good[-1]
    return slice(int(good[0]), int(end) + 1), reason


def find_passes(
    element_sets: Sequence[ElementSet | Ephemeris],
    sites: Sequence[Site],
    window: Window,
    *,
    min_elevation_deg: float = 10.0,
    orientation: EarthOrientation | None = None,
    engine: str = "auto",
    threads: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> PassTable:
    """Every pass of every satellite over every site within a window.

    Parameters
    ----------
    element_sets, sites : sequences
        Ephemerides (OEM) may stand among the element sets: then the small path answers, and their passes carry no
        ``timing_s`` (NaN).
    window : Window
        Both ends given.
    min_elevation_deg : float
        Horizon limit above the ellipsoidal horizon, no refraction, 0 to 90. [deg] Below 0 is refused: a
        satellite below the horizon is never seen.
    orientation : EarthOrientation, optional
        The bundled snapshot unless given.
    engine : str
        ``small``, ``bulk`` (compiled; needs the extra ``bulk``), or ``auto``: bulk for large questions where it is
        installed. Both find the same passes; their times agree within a millisecond, but for crossings so slow that the
        small path's metre counts (docs/methods/overflight.md).
    threads : int
        For the bulk engine.
    progress : function of (satellites done, satellites in all), optional

    Returns
    -------
    PassTable
        Ordered by rise. Passes cut by the window are kept and marked open. An element set that SGP4
        cannot carry through the window is named in ``failed``; the others are not touched by it.

    Raises
    ------
    InputError
        Open window, limit outside 0 to 90, no element set or no site, unknown engine.
    NoDataError
        When no element set at all gives a state in the window.
    """
    if window.start is None or window.end is None:
        raise InputError("passes need a window with both ends")
    if not 0.0 <= min_elevation_deg < 90.0:
        raise InputError(
            phrase(
                "minimum elevation {min_elevation_deg:g} deg is outside 0 to 90", min_elevation_deg=min_elevation_deg
            ),
            advice="a satellite below the horizon is never seen",
        )
    if not element_sets or not sites:
        raise InputError("passes need at least one element set and one site")
    table = orientation or bundled_orientation()
    start, end = to_datetime64(window.start), to_datetime64(window.end)
    pair_days = len(element_sets) * len(sites) * float((end - start) / np.timedelta64(1, "D"))
    if pair_days > _MOST_PAIR_DAYS:
        raise InputError(
            phrase(
                "{count:,} satellites x {count_2:,} sites over this window may give {pair_days:,.0f}"
                " passes, more than a table in memory should hold",
                count=len(element_sets),
                count_2=len(sites),
                pair_days=pair_days * 8,
            ),
            advice="use passes_in_parts, or ask for less at a time",
        )
    plain = [item for item in element_sets if isinstance(item, ElementSet)]
    if use_bulk(engine, pair_days >= BULK_FROM_PAIR_DAYS) and len(plain) == len(element_sets):
        found: PassTable = import_module("bongsu.overflight.bulk").bulk_passes(
            plain, sites, start, end, limit_deg=min_elevation_deg, orientation=table, threads=threads,
            progress=progress,
        )  # fmt: skip
    else:
        found = _small_passes(element_sets, sites, start, end, min_elevation_deg, table, progress)
    if len(found.failed) == len(element_sets) and not len(found):
        raise NoDataError(
            "; ".join(list(found.failed.values())[:3]), advice="give element sets from nearer the time asked"
        )
    return found


def _small_passes(
    element_sets: Sequence[ElementSet | Ephemeris],
    sites: Sequence[Site],
    start: np.datetime64,
    end: np.datetime64,
    limit_deg: float,
    table: EarthOrientation,
    progress: Callable[[int, int], None] | None,
) -> PassTable:
    even = time_grid(start, end, STEP_S)
    failed: dict[int, str] = {}
    parts: list[dict[str, NDArray[Any]]] = []
    for index, element_set in enumerate(element_sets):
        if progress:
            progress(index, len(element_sets))
        grid = _with_ends(even, element_set) if isinstance(element_set, Ephemeris) else even
        seconds = (grid - start) / np.timedelta64(1, "s")
        trajectory = states_of(element_set, grid)
        good, reason = _usable(trajectory.error, trajectory.label)
        if reason:
            failed[index] = reason
        if good.stop - good.start < 2:
            continue
        fixed = to_fixed(trajectory, table)
        curve = Curve(start, seconds[good], fixed.position_m[good], fixed.velocity_m_s[good])
        own = []
        for place, site in enumerate(sites):
            part = _passes_of(curve, element_set, site, start, limit_deg, table)
            part["satellite"] = np.full(part["rise"].size, index)
            part["site"] = np.full(part["rise"].size, place)
            own.append(part)
        joined = {name: np.concatenate([part[name] for part in own]) for name in own[0]}
        parts.append(_on_true_states(joined, element_set, sites, limit_deg, table))
    if progress:
        progress(len(element_sets), len(element_sets))
    if not parts:
        return no_passes(element_sets, sites, failed)
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    order = np.argsort(columns["rise"], kind="stable")
    columns = {name: column[order] for name, column in columns.items()}
    details = {name: columns.pop(name) for name in DETAILS}
    return PassTable(element_sets=tuple(element_sets), sites=tuple(sites), failed=failed, details=details, **columns)


def _on_true_states(
    part: dict[str, NDArray[Any]],
    element_set: ElementSet | Ephemeris,
    sites: Sequence[Site],
    limit_deg: float,
    table: EarthOrientation,
) -> dict[str, NDArray[Any]]:
    """Rises and sets after two steps of Newton's method on SGP4's states: the curve between grid points is a metre off."""
    sine = np.sin(np.radians(limit_deg))
    axes = [site_axes(site) for site in sites]
    for name, opened in (("rise", "open_start"), ("set", "open_end")):
        free = np.flatnonzero(~part[opened])
        place = part["site"][free]
        origin, up = np.array([item[0] for item in axes])[place], np.array([item[1][2] for item in axes])[place]
        for _ in range(2 if free.size else 0):
            moments = part[name][free]
            if isinstance(element_set, Ephemeris):
                fixed = to_fixed(element_set.states(moments), table)
                position, velocity = fixed.position_m, fixed.velocity_m_s
            else:
                states = propagate_many([element_set], moments, engine="small")
                position, velocity = teme_to_fixed(states[0][0], states[1][0], moments, table)
            offset = position - origin
            distance = np.linalg.norm(offset, axis=1)
            over = np.einsum("ij,ij->i", offset, up) - sine * distance
            rate = np.einsum("ij,ij->i", velocity, up) - sine * np.einsum("ij,ij->i", offset, velocity) / distance
            # A touch of the limit has no rate to divide by: what is left then is the curve's.
            step = np.where(
                np.abs(over) < np.abs(rate) * _LONGEST_STEP_S, -over / np.where(rate == 0.0, 1.0, rate), 0.0
            )
            part[name][free] = moments + np.rint(np.nan_to_num(step) * 1e6).astype("timedelta64[us]")
    for name in ("culmination", "closest"):
        part[name] = np.minimum(np.maximum(part[name], part["rise"]), part["set"])
    return part


def _with_ends(grid: NDArray[np.datetime64], ephemeris: Ephemeris) -> NDArray[np.datetime64]:
    """The grid with the ends of every usable span that lie in it."""
    ends = np.array([end for segment in ephemeris.segments for end in (segment.start, segment.stop)])
    return np.union1d(grid, ends[(ends > grid[0]) & (ends < grid[-1])])


def _passes_of(
    curve: Curve,
    element_set: ElementSet | Ephemeris,
    site: Site,
    start: np.datetime64,
    limit_deg: float,
    table: EarthOrientation,
) -> dict[str, NDArray[Any]]:
    """One satellite over one site, as columns."""
    rise, fall, culmination, closest = _stretches(curve, site, limit_deg)

    def moment(seconds: Vector) -> NDArray[np.datetime64]:
        return start + np.rint(seconds * 1e6).astype("timedelta64[us]")

    position, velocity = curve.at(closest)
    angles = look_angles(site, position)
    top = look_angles(site, curve.at(culmination)[0])["elevation_deg"]
    when = moment(closest)
    azimuth, elevation = sun_azimuth_elevation_deg(site.latitude_deg, site.longitude_deg, when, table)
    return {
        "rise": moment(rise),
        "culmination": moment(culmination),
        "closest": when,
        "set": moment(fall),
        "open_start": rise <= curve.seconds[0],
        "open_end": fall >= curve.seconds[-1],
        "max_elevation_deg": top,
        "azimuth_deg": angles["azimuth_deg"],
        "range_m": angles["range_m"],
        "altitude_m": angles["altitude_m"],
        "off_nadir_deg": angles["off_nadir_deg"],
        "incidence_deg": angles["incidence_deg"],
        "sun_elevation_deg": elevation,
        "sun_azimuth_deg": azimuth,
        "sunlit": is_sunlit(fixed_to_teme(position, when, table), when),
        "northbound": velocity[:, 2] > 0.0,
        "timing_s": np.full(when.size, np.nan)
        if isinstance(element_set, Ephemeris)
        else timing_error_s(element_set, when),
    }
