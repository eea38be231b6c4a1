"""Passes of many satellites over many sites: the bulk path, with the same answers as the small one.

Needs the extra ``bulk`` (numba). One satellite at a time: states at nodes that lie close at perigee and wide at apogee,
all sites searched at once (:mod:`bongsu.overflight.bulk_kernels` says why none is missed), then every rise and set
brought onto the satellite's true states by Newton's method, all of a satellite's together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import (
    EarthOrientation,
    bundled_orientation,
    constants,
    fixed_to_teme,
    is_sunlit,
    sun_azimuth_elevation_deg,
    time_grid,
    to_fixed,
)
from bongsu.orbit import (
    SGP4_ERRORS,
    ElementSet,
    FixedClock,
    PreparedSets,
    compile_propagation,
    fixed_clock,
    fixed_states_at,
    mean_motion_at,
    needs_small_path,
    prepare_sets,
    propagate,
    propagation_is_compiled,
    timing_error_s,
)
from bongsu.overflight import bulk_kernels
from bongsu.overflight.geometry import look_angles_from, site_axes
from bongsu.overflight.pass_table import PassTable, no_passes
from bongsu.overflight.site import Site

__all__ = [
    "OfSatellite",
    "Search",
    "bulk_passes",
    "compile_search",
    "details_of",
    "passes_of",
    "search_all",
    "search_of",
]

Vector = NDArray[np.float64]

_NODES_PER_TURN = 56.0  # 100 s in low orbit: the curve is a few metres off, which is then polished away
_LONGEST_S = 600.0
_NORMAL_ASIDE_RAD = 0.0034  # between the ellipsoid's normal and the direction from its centre: 0.1925 deg at most
_POLISH_S = 1e-4
_ROUNDS = 6
_CHUNK = 16  # satellites a thread takes at a time
_LONG_PASS_S = 1200.0
_SMALL_PATH_STEP_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OfSatellite:
    """Passes of one satellite, shape (n,), in order of their sets; and what kept SGP4 from carrying it through, if anything."""

    micro: NDArray[np.int64]  # (3, n): rise, culmination, set; microseconds after the start
    site: NDArray[np.int64]
    mark: NDArray[np.uint8]  # 1 where open at the start, plus 2 where open at the end
    elevation_deg: Vector  # greatest
    reason: str

    def __len__(self) -> int:
        return int(self.site.size)


def _nothing(reason: str) -> OfSatellite:
    numbers = np.empty(0, dtype=np.int64)
    return OfSatellite(
        micro=np.empty((3, 0), dtype=np.int64),
        site=numbers,
        mark=np.empty(0, dtype=np.uint8),
        elevation_deg=np.empty(0),
        reason=reason,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Search:
    """What all satellites of one search share."""

    prepared: PreparedSets
    sites: tuple[Site, ...]
    start: np.datetime64
    length_s: float
    sine: float
    cos_low: float
    sin_low: float
    direction: Vector  # (3, m)
    place: Vector  # (m, 6): position [m], normal
    site_low_m: float
    site_high_m: float
    clock: FixedClock
    orientation: EarthOrientation
    motion: tuple[Vector, Vector, Vector]
    careful: NDArray[np.bool_]


def search_of(
    prepared: PreparedSets,
    sites: Sequence[Site],
    start: np.datetime64,
    end: np.datetime64,
    limit_deg: float,
    orientation: EarthOrientation,
) -> Search:
    """Lay out a search: sites as columns, the Earth's turning, who needs the small path's care."""
    axes = [site_axes(item) for item in sites]
    position = np.array([item[0] for item in axes]).T
    normal = np.array([item[1][2] for item in axes]).T
    distance = np.linalg.norm(position, axis=0)
    low = np.radians(limit_deg) - _NORMAL_ASIDE_RAD
    return Search(
        prepared=prepared,
        sites=tuple(sites),
        start=start,
        length_s=float((end - start) / np.timedelta64(1, "us")) * 1e-6,
        sine=float(np.sin(np.radians(limit_deg))),
        cos_low=float(np.cos(low)),
        sin_low=float(np.sin(low)),
        direction=np.ascontiguousarray(position / distance),
        place=np.ascontiguousarray(np.concatenate([position, normal]).T),
        site_low_m=float(distance.min()),
        site_high_m=float(distance.max()),
        clock=fixed_clock(start, end, orientation),
        orientation=orientation,
        motion=mean_motion_at(prepared, start),
        careful=needs_small_path(prepared, start, end),
    )


class _Room:
    """Arrays that one thread uses for satellite after satellite."""

    def __init__(self, sites: int) -> None:
        self.times = np.empty(4096)
        self.rows = np.empty((8192, 5))
        self.doubtful = np.empty((64, 2))
        self.scratch = np.empty((sites, 8))
        self.stack, self.roots = np.empty((40, 4)), np.empty(32)


def _nodes(search: Search, index: int, room: _Room) -> Vector:
    motion, eccentricity, anomaly = (float(part[index]) for part in search.motion)
    per_turn = _NODES_PER_TURN / np.sqrt(1.0 - eccentricity)
    while True:
        count = bulk_kernels.node_times(
            search.length_s, motion, eccentricity, anomaly, per_turn, _LONGEST_S, room.times
        )
        if count:
            return room.times[:count].copy()
        room.times = np.empty(2 * room.times.size)


def _scan(search: Search, times: Vector, states: Vector, only: slice, room: _Room) -> tuple[Vector, Vector]:
    """Rows of passes and of doubtful places (site, piece) on one path, for all or some sites."""
    direction, place = np.ascontiguousarray(search.direction[:, only]), search.place[only]
    path = np.empty((bulk_kernels.PATH_ROWS, times.size))
    bulk_kernels.prepare_path(
        times, states, search.sine, search.cos_low, search.sin_low, search.site_low_m, search.site_high_m,
        constants.EARTH_GM_M3_S2, constants.EARTH_ROTATION_RAD_S, path,
    )  # fmt: skip
    while True:
        found, doubts = bulk_kernels.scan(
            times,
            states,
            path,
            direction,
            place,
            search.sine,
            room.rows,
            room.doubtful,
            room.scratch,
            room.stack,
            room.roots,
        )
        if found <= len(room.rows) and doubts <= len(room.doubtful):
            return room.rows[:found].copy(), room.doubtful[:doubts].copy()
        room.rows = np.empty((max(found, len(room.rows)), 5))
        room.doubtful = np.empty((max(doubts, len(room.doubtful)), 2))


def _resolved(
    search: Search, states_of: Callable[[Vector], Vector], times: Vector, states: Vector, room: _Room
) -> Vector:
    """Rows of passes; where the curve's own error could decide, its pieces are divided until it cannot."""
    rows, doubts = _scan(search, times, states, slice(None), room)
    if len(doubts) == 0:
        return rows
    for place in np.unique(doubts[:, 0]).astype(np.int64).tolist():
        own_times, own_states = times, states
        pieces = doubts[doubts[:, 0] == place, 1].astype(np.int64)
        for _ in range(3):
            inner = [np.linspace(own_times[k], own_times[k + 1], 33)[1:-1] for k in pieces.tolist()]
            more = np.concatenate(inner)
            merged = np.concatenate([own_times, more])
            order = np.argsort(merged, kind="stable")
            own_times = merged[order]
            own_states = np.ascontiguousarray(np.concatenate([own_states, states_of(more)], axis=1)[:, order])
            own_rows, own_doubts = _scan(search, own_times, own_states, slice(place, place + 1), _Room(1))
            pieces = own_doubts[:, 1].astype(np.int64)
            if pieces.size == 0:
                break
        own_rows[:, 0] = place
        rows = np.concatenate([rows[rows[:, 0] != place], own_rows])
    return rows


def _polished(
    search: Search, states_of: Callable[[Vector], Vector], rows: Vector, least_m: float, reason: str
) -> OfSatellite:
    """Passes brought onto true states.

    Rises and sets move by Newton's method until the next step would be 0.1 ms at most, culminations by one step.
    """
    count = len(rows)
    bound = _second_derivative(search, least_m)
    seconds, left, elevation = np.empty(3 * count), np.empty(2 * count), np.empty(count)
    bulk_kernels.moments_of(rows, seconds)
    gm, spin = constants.EARTH_GM_M3_S2, constants.EARTH_ROTATION_RAD_S
    again = bulk_kernels.polish(
        rows, seconds, states_of(seconds), search.place, search.sine, bound, search.length_s, gm, spin, left, elevation
    )
    for _ in range(_ROUNDS):
        if not again:
            break
        which = np.flatnonzero(left > _POLISH_S)
        states = states_of(seconds[which])
        again = bulk_kernels.polish_again(
            seconds, which, rows, states, search.place, search.sine, bound, search.length_s, left
        )
    micro, site = np.empty((3, count), dtype=np.int64), np.empty(count, dtype=np.int64)
    mark, degrees = np.empty(count, dtype=np.uint8), np.empty(count)
    bulk_kernels.hand_over(rows, seconds, elevation, micro, site, mark, degrees)
    return OfSatellite(micro=micro, site=site, mark=mark, elevation_deg=degrees, reason=reason)


def _second_derivative(search: Search, least_m: float) -> float:
    """A bound of the second derivative of f for a satellite never nearer to the centre than ``least_m``. [m/s^2]"""
    speed = np.sqrt(2.0 * constants.EARTH_GM_M3_S2 / least_m) + constants.EARTH_ROTATION_RAD_S * least_m
    pull = constants.EARTH_GM_M3_S2 / least_m**2 + constants.EARTH_ROTATION_RAD_S * 3.0 * speed
    return float(2.0 * pull + search.sine * speed**2 / max(least_m - search.site_high_m, 1e5))


def _of_satellite(search: Search, index: int, room: _Room) -> OfSatellite:
    reason = ""
    begin, end = 0.0, search.length_s
    if not search.careful[index]:
        times = _nodes(search, index, room)
        states, code = fixed_states_at(search.prepared, index, search.clock, times)
    if search.careful[index] or code.any():
        times, states, reason = _by_small_path(search, index)
        if times.size < 2:
            return _nothing(reason)
        begin, end = float(times[0]), float(times[-1])

    def states_of(seconds: Vector) -> Vector:
        inside = np.clip(seconds, begin, end)
        return fixed_states_at(search.prepared, index, search.clock, inside)[0]

    rows = _resolved(search, states_of, times, states, room)
    if len(rows) == 0:
        return _nothing(reason)
    least_m = float(np.sqrt(np.einsum("ij,ij->j", states[:3], states[:3]).min()))
    return _polished(search, states_of, rows, least_m, reason)


def _by_small_path(search: Search, index: int) -> tuple[Vector, Vector, str]:
    """The first unbroken run of good states as ``propagate`` gives them: times, Earth-fixed rows, and why it ended."""
    end = search.start + np.timedelta64(round(search.length_s * 1e6), "us")
    grid = time_grid(search.start, end, _SMALL_PATH_STEP_S)
    trajectory = propagate(search.prepared.element_sets[index], grid)
    fixed = to_fixed(trajectory, search.orientation)
    good = np.flatnonzero(trajectory.error == 0)
    bad = np.flatnonzero(trajectory.error)
    reason = (
        f"{trajectory.label}: {SGP4_ERRORS.get(int(trajectory.error[bad[0]]), 'unknown error')}" if bad.size else ""
    )
    if good.size < 2:
        return np.empty(0), np.empty((6, 0)), reason
    breaks = np.flatnonzero(np.diff(good) > 1)
    part = slice(int(good[0]), int(good[breaks[0]] if breaks.size else good[-1]) + 1)
    seconds = (grid[part] - search.start) / np.timedelta64(1, "s")
    states = np.concatenate([fixed.position_m[part].T, fixed.velocity_m_s[part].T])
    return np.asarray(seconds, dtype=float), np.ascontiguousarray(states), reason


def bulk_passes(
    element_sets: Sequence[ElementSet],
    sites: Sequence[Site],
    start: np.datetime64,
    end: np.datetime64,
    *,
    limit_deg: float,
    orientation: EarthOrientation,
    threads: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> PassTable:
    """Every pass, ordered by rise, as ``find_passes`` gives them; details are computed when asked for."""
    search = search_of(prepare_sets(element_sets), sites, start, end, limit_deg, orientation)
    return passes_of(search, range(len(search.prepared)), threads=threads, progress=progress)


def passes_of(
    search: Search,
    satellites: range,
    *,
    threads: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> PassTable:
    """Every pass of some of a search's satellites, ordered by rise."""
    found = search_all(search, satellites, threads=threads, progress=progress)
    failed = {index: part.reason for index, part in zip(satellites, found, strict=True) if part.reason}
    counts = [len(part) for part in found]
    if not sum(counts):
        return no_passes(search.prepared.element_sets, search.sites, failed)
    site = np.concatenate([part.site for part in found])
    satellite = np.repeat(np.arange(satellites.start, satellites.stop), counts)
    micro = np.concatenate([part.micro for part in found], axis=1)
    pairs = len(search.prepared) * len(search.sites)
    order = _by_time(micro[0], satellite * len(search.sites) + site, pairs)
    rise, culmination, fall = (search.start + row[order].view("timedelta64[us]") for row in micro)
    mark = np.concatenate([part.mark for part in found])[order]
    return PassTable(
        element_sets=search.prepared.element_sets,
        sites=search.sites,
        failed=failed,
        satellite=satellite[order],
        site=site[order],
        rise=rise,
        culmination=culmination,
        set=fall,
        open_start=(mark & 1) > 0,
        open_end=(mark & 2) > 0,
        max_elevation_deg=np.concatenate([part.elevation_deg for part in found])[order],
        details=lambda table: details_of(search, table),
    )


def _by_time(micro: NDArray[np.int64], pair: NDArray[np.int64], pairs: int) -> NDArray[np.int64]:
    """Indices in order of time; those of equal time by satellite, then site."""
    if int(micro.max()) < 2**62 // pairs:
        return np.argsort(micro * pairs + pair)  # no two are equal, so the fastest sort will do
    return np.lexsort((pair, micro))


def search_all(
    search: Search,
    satellites: range,
    *,
    threads: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> list[OfSatellite]:
    """Passes of each of some satellites, in their order."""
    rooms = [_Room(len(search.place)) for _ in range(max(threads, 1))]
    found: list[OfSatellite] = []

    def work(indices: range) -> list[OfSatellite]:
        room = rooms.pop()
        result = [_of_satellite(search, index, room) for index in indices]
        rooms.append(room)
        return result

    def keep(result: list[OfSatellite]) -> None:
        found.extend(result)
        if progress:
            progress(len(found), len(satellites))

    chunks = [satellites[begin : begin + _CHUNK] for begin in range(0, len(satellites), _CHUNK)]
    if threads > 1:
        with ThreadPoolExecutor(threads) as pool:
            for result in pool.map(work, chunks):
                keep(result)
    else:
        for chunk in chunks:
            keep(work(chunk))
    return found


def details_of(search: Search, table: PassTable) -> dict[str, NDArray[Any]]:
    """What belongs to the closest approach of each pass of a table, as columns."""
    since = np.stack([table.rise, table.culmination, table.set]) - search.start
    low, seconds, high = since / np.timedelta64(1, "us") * 1e-6
    state = np.empty((6, len(table)))
    for rows in np.split(*_groups(table.satellite)):
        index = int(table.satellite[rows[0]])
        state[:, rows], seconds[rows] = _closest(search, index, table.site[rows], low[rows], seconds[rows], high[rows])
    when = search.start + np.rint(seconds * 1e6).astype("timedelta64[us]")
    position = np.ascontiguousarray(state[:3].T)
    axes = [site_axes(site) for site in table.sites]
    origin, turned = np.array([item[0] for item in axes])[table.site], np.array([item[1] for item in axes])[table.site]
    angles = look_angles_from(origin, turned, position)
    latitude, longitude = np.array([(site.latitude_deg, site.longitude_deg) for site in table.sites]).T
    azimuth, elevation = sun_azimuth_elevation_deg(
        latitude[table.site], longitude[table.site], when, search.orientation
    )
    timing = np.empty(len(table))
    for rows in np.split(*_groups(table.satellite)):
        item = table.element_sets[int(table.satellite[rows[0]])]
        assert isinstance(item, ElementSet)  # ephemerides take the small path
        timing[rows] = timing_error_s(item, when[rows])
    return {
        "closest": when,
        **{name: angles[name] for name in ("azimuth_deg", "range_m", "altitude_m", "off_nadir_deg", "incidence_deg")},
        "sun_elevation_deg": elevation,
        "sun_azimuth_deg": azimuth,
        "sunlit": is_sunlit(fixed_to_teme(position, when, search.orientation), when),
        "northbound": state[5] > 0.0,
        "timing_s": timing,
    }


def _groups(satellite: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows ordered by satellite, and where each satellite but the first begins, for ``np.split``."""
    order = np.argsort(satellite, kind="stable")
    return order, np.flatnonzero(np.diff(satellite[order])) + 1


def _closest(
    search: Search, index: int, site: NDArray[np.int64], low: Vector, top: Vector, high: Vector
) -> tuple[Vector, Vector]:
    """States (6, n) and times of least range within each pass of one satellite."""

    def states_of(seconds: Vector) -> Vector:
        return fixed_states_at(search.prepared, index, search.clock, seconds)[0]

    seconds = top.copy()
    long = np.flatnonzero(high - low > _LONG_PASS_S)
    if long.size:  # there the least range may be far from the culmination
        share = np.linspace(0.0, 1.0, 65)[:, None]
        trial = low[long] + share * (high - low)[long]
        offset = states_of(trial.ravel())[:3].T - np.tile(search.place[site[long], :3], (len(share), 1))
        best = np.linalg.norm(offset, axis=1).reshape(trial.shape).argmin(axis=0)
        seconds[long] = trial[best, np.arange(long.size)]
    gm, spin = constants.EARTH_GM_M3_S2, constants.EARTH_ROTATION_RAD_S
    for _ in range(12):
        states = states_of(seconds)
        if bulk_kernels.approach(seconds, low, high, site, states, search.place, gm, spin) < 1e-4:
            break
    return states_of(seconds), seconds


def compile_search(report: Callable[[str, float, bool], None] = lambda _name, _share, _compiling: None) -> None:
    """Compile the kernels, or load them from the file cache (10 s of a processor once, then a fraction of one).

    ``report`` is told what comes next, which share is done, and whether the kernels are being compiled.
    """
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    sets = [
        ElementSet(
            norad_id=1, designator="", name="", epoch=moment, inclination_deg=97.0, node_deg=0.0, eccentricity=0.001,
            perigee_argument_deg=0.0, mean_anomaly_deg=0.0, mean_motion_rev_day=15.0,
        )
    ]  # fmt: skip
    start = np.datetime64("2024-01-01", "us")
    end = start + np.timedelta64(86_400_000_000, "us")
    sites = [Site(latitude_deg=latitude, longitude_deg=0.0) for latitude in (80.0, 70.0)]
    bulk_kernels.node_times(60.0, 1e-3, 0.0, 0.0, 56.0, 600.0, np.empty(64))
    compiling = bool(sum(bulk_kernels.node_times.stats.cache_misses.values())) or not propagation_is_compiled()
    report("propagation", 0.05, compiling)
    compile_propagation()
    report("search", 0.65, compiling)
    table = bulk_passes(sets, sites, start, end, limit_deg=10.0, orientation=bundled_orientation())
    report("closest approach", 0.97, compiling)
    table.select(np.arange(len(table))).closest  # noqa: B018 - computes the details
    report("done", 1.0, compiling)
