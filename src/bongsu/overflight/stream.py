"""Passes of a whole catalogue, part by part, within limits: memory stays bounded whatever is asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import EarthOrientation, Window, bundled_orientation, sun_azimuth_elevation_deg, to_datetime64
from bongsu.errors import InputError, NoDataError
from bongsu.orbit import ElementSet, perigee_apogee_km, use_bulk
from bongsu.overflight.pass_table import PassTable, no_passes
from bongsu.overflight.passes import BULK_FROM_PAIR_DAYS, find_passes
from bongsu.overflight.site import Site

__all__ = ["PassLimits", "part_search", "parts_of_catalogue", "passes_in_parts", "within_limits"]

_MOST_ROWS_OF_ONE = 2e7  # 5 GB with all details (our choice)
_MOST_PAIR_DAYS = 2e10  # two days of a processor (our choice)
_ROWS_IN_PART = 250_000  # some 60 MB with all details
_PASSES_A_DAY = 8.0  # of a low satellite over a place, on the high side
_SUN_DEG_S = 15.1 / 3600.0  # the Sun's elevation changes by no more
_EARTH_RADIUS_KM = 6378.137  # WGS 84


@dataclass(frozen=True, slots=True, kw_only=True)
class PassLimits:
    """What a pass must fulfil at its closest approach; ``None`` is no limit.

    Line of sight is always included: a satellite under the horizon is in no pass.
    """

    max_off_nadir_deg: float | None = None
    min_sun_elevation_deg: float | None = None  # at the site
    max_sun_elevation_deg: float | None = None
    sunlit: bool | None = None  # the satellite
    max_range_m: float | None = None

    def __post_init__(self) -> None:
        if self.max_off_nadir_deg is not None and not 0.0 < self.max_off_nadir_deg <= 90.0:
            raise InputError(f"off-nadir limit {self.max_off_nadir_deg:g} deg is outside 0 to 90")


def passes_in_parts(
    element_sets: Sequence[ElementSet],
    sites: Sequence[Site],
    window: Window,
    *,
    min_elevation_deg: float = 10.0,
    limits: PassLimits | None = None,
    orientation: EarthOrientation | None = None,
    engine: str = "auto",
    threads: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[PassTable]:
    """The passes of :func:`find_passes`, a table for some satellites at a time.

    Parameters
    ----------
    element_sets, sites, window, min_elevation_deg, orientation, engine
        As there. The indices of every table count through all element sets.
    limits : PassLimits, optional
        Rows that do not fulfil them are left out.
    threads : int
        Parts are shared among threads; their order stays.
    progress : function of (satellites done, satellites in all), optional

    Yields
    ------
    PassTable
        Ordered by rise within itself. ``failed`` holds those of its own satellites.

    Raises
    ------
    InputError
        As :func:`find_passes`, when the first part is asked for.
    """
    parts = parts_of_catalogue(element_sets, sites, window, min_elevation_deg=min_elevation_deg)
    if not _by_bulk(engine, element_sets, sites, window):
        threads = 1
    work = part_search(
        element_sets,
        sites,
        window,
        min_elevation_deg=min_elevation_deg,
        limits=limits,
        orientation=orientation,
        engine=engine,
    )
    done = 0
    for part, found in zip(parts, _in_order(work, parts, threads), strict=True):
        done += len(part)
        if progress:
            progress(done, len(element_sets))
        yield found


def parts_of_catalogue(
    element_sets: Sequence[ElementSet], sites: Sequence[Site], window: Window, *, min_elevation_deg: float = 10.0
) -> list[range]:
    """The parts of :func:`passes_in_parts`: indices of the element sets that are searched together.

    Raises
    ------
    InputError
        When the question cannot be answered at all, as :func:`find_passes`, or would take days.
    """
    if window.start is None or window.end is None or not 0.0 <= min_elevation_deg < 90.0 or not sites:
        find_passes(element_sets, sites, window, min_elevation_deg=min_elevation_deg)  # says what is wrong
    if not element_sets:
        raise InputError("passes need at least one element set and one site")
    days = max(_days(window), 1e-3)
    _refuse_hopeless(len(element_sets), len(sites), days)
    step = int(max(1.0, min(_ROWS_IN_PART / (_PASSES_A_DAY * days * len(sites)), 512.0)))
    return [range(begin, min(begin + step, len(element_sets))) for begin in range(0, len(element_sets), step)]


def part_search(
    element_sets: Sequence[ElementSet],
    sites: Sequence[Site],
    window: Window,
    *,
    min_elevation_deg: float = 10.0,
    limits: PassLimits | None = None,
    orientation: EarthOrientation | None = None,
    engine: str = "auto",
) -> Callable[[range], PassTable]:
    """The search of one part, laid out once for all: a pure function of the part, whoever calls it and in which order.

    Arguments as :func:`passes_in_parts`.
    """
    assert window.start is not None and window.end is not None
    table = orientation or bundled_orientation()
    wanted = limits or PassLimits()
    if not _by_bulk(engine, element_sets, sites, window):
        return lambda part: within_limits(
            _small(element_sets, part, sites, window, min_elevation_deg, table), wanted, table
        )
    start, end = to_datetime64(window.start), to_datetime64(window.end)
    bulk = import_module("bongsu.overflight.bulk")
    prepared = import_module("bongsu.orbit.bulk").prepare_sets(element_sets)
    search = bulk.search_of(prepared, sites, start, end, min_elevation_deg, table)
    return lambda part: within_limits(bulk.passes_of(search, part), wanted, table)


def _days(window: Window) -> float:
    assert window.start is not None and window.end is not None
    return float((to_datetime64(window.end) - to_datetime64(window.start)) / np.timedelta64(1, "D"))


def _by_bulk(engine: str, element_sets: Sequence[ElementSet], sites: Sequence[Site], window: Window) -> bool:
    pair_days = len(element_sets) * len(sites) * max(_days(window), 1e-3)
    return use_bulk(engine, pair_days >= BULK_FROM_PAIR_DAYS)


def _refuse_hopeless(satellites: int, sites: int, days: float) -> None:
    """Refuse what would take days or not fit, before any work."""
    rows = sites * days * _PASSES_A_DAY
    if rows > _MOST_ROWS_OF_ONE:
        raise InputError(
            f"{sites:,} sites over {days:,.0f} days may give {rows:,.0f} passes of a single satellite",
            advice="ask for a shorter span or fewer sites at a time",
        )
    if satellites * sites * days > _MOST_PAIR_DAYS:
        hours = satellites * sites * days * 8e-6 / 3600.0
        raise InputError(
            f"{satellites:,} satellites x {sites:,} sites x {days:,.0f} days would take some {hours:,.0f} hours of a processor",
            advice="ask for a shorter span, fewer sites or fewer satellites at a time",
        )


def _small(
    element_sets: Sequence[ElementSet],
    part: range,
    sites: Sequence[Site],
    window: Window,
    limit_deg: float,
    orientation: EarthOrientation,
) -> PassTable:
    own = element_sets[part.start : part.stop]
    try:
        found = find_passes(own, sites, window, min_elevation_deg=limit_deg, orientation=orientation, engine="small")
    except NoDataError:
        words = "no state in the window: decayed, or the set is too old"
        return no_passes(element_sets, sites, {index: f"{element_sets[index].norad_id}: {words}" for index in part})
    return replace(
        found,
        element_sets=tuple(element_sets),
        satellite=found.satellite + part.start,
        failed={index + part.start: reason for index, reason in found.failed.items()},
    )


def _in_order(work: Callable[[range], PassTable], parts: Sequence[range], threads: int) -> Iterator[PassTable]:
    """Results in order, never more of them waiting than threads and two."""
    if threads <= 1:
        yield from map(work, parts)
        return
    with ThreadPoolExecutor(threads) as pool:
        rest = iter(parts)
        waiting: deque[Future[PassTable]] = deque(pool.submit(work, part) for part in islice(rest, threads + 2))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(work, part) for part in islice(rest, 1))


def within_limits(table: PassTable, limits: PassLimits, orientation: EarthOrientation) -> PassTable:
    """The rows of a table that fulfil the limits at their closest approach."""
    for cheap in (_high_enough, _light_enough):
        keep = cheap(table, limits, orientation)
        if keep is not None and not keep.all():
            table = table.select(keep)
    keep = np.ones(len(table), dtype=bool)
    if len(table):
        if limits.max_off_nadir_deg is not None:
            keep &= table.off_nadir_deg <= limits.max_off_nadir_deg
        if limits.min_sun_elevation_deg is not None:
            keep &= table.sun_elevation_deg >= limits.min_sun_elevation_deg
        if limits.max_sun_elevation_deg is not None:
            keep &= table.sun_elevation_deg <= limits.max_sun_elevation_deg
        if limits.sunlit is not None:
            keep &= table.sunlit == limits.sunlit
        if limits.max_range_m is not None:
            keep &= table.range_m <= limits.max_range_m
    return table if keep.all() else table.select(keep)


def _high_enough(table: PassTable, limits: PassLimits, _: EarthOrientation) -> NDArray[np.bool_] | None:
    """Whether a pass may come under the off-nadir limit, from its greatest elevation alone; on the safe side.

    Law of sines: sin(off-nadir) = R cos(elevation) / r, with the least R and the greatest r; half a degree covers the
    ellipsoid's normals.
    """
    if limits.max_off_nadir_deg is None or limits.max_off_nadir_deg >= 89.0 or not len(table):
        return None
    own = np.unique(table.satellite)
    farthest = np.zeros(len(table.element_sets))
    farthest[own] = [perigee_apogee_km(table.element_sets[index])[1] for index in own.tolist()]
    cosine = (farthest[table.satellite] + _EARTH_RADIUS_KM + 30.0) / 6350.0
    cosine *= np.sin(np.radians(limits.max_off_nadir_deg + 0.5))
    least = np.degrees(np.arccos(np.clip(cosine, 0.0, 1.0))) - 0.5
    return np.asarray(table.max_elevation_deg >= least, dtype=bool)


def _light_enough(table: PassTable, limits: PassLimits, orientation: EarthOrientation) -> NDArray[np.bool_] | None:
    """Whether the Sun may stand as wanted at the closest approach, from where it stands at culmination."""
    low, high = limits.min_sun_elevation_deg, limits.max_sun_elevation_deg
    if (low is None and high is None) or not len(table):
        return None
    latitude, longitude = np.array([(site.latitude_deg, site.longitude_deg) for site in table.sites]).T
    _, elevation = sun_azimuth_elevation_deg(
        latitude[table.site], longitude[table.site], table.culmination, orientation
    )
    room = (table.set - table.rise) / np.timedelta64(1_000_000, "us") * _SUN_DEG_S
    keep = np.ones(len(table), dtype=bool)
    if low is not None:
        keep &= elevation + room >= low
    if high is not None:
        keep &= elevation - room <= high
    return keep
