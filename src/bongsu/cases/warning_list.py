"""Warning lists: when the imagers of a catalogue have many places within reach, by level, with what the answer rests on.

Known satellites only: outside the intervals others may see a place, and nothing here says how to avoid being seen.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.cases.imaging import imager_of, mean_height_m, unknown_imager, with_sun
from bongsu.cases.satellite_choice import Chosen
from bongsu.cases.site_list import Place
from bongsu.earth import Estimate, Window, bundled_orientation, from_datetime64, to_datetime64
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.overflight import (
    AccessTable,
    Imager,
    PassTable,
    Reach,
    Revisit,
    Site,
    find_access,
    find_passes,
    imager_gsd_m,
    merge_intervals,
    niirs_at_most,
    niirs_of,
    revisit_of,
)
from bongsu.wording import phrase

__all__ = ["LEVELS", "Exposure", "Manoeuvre", "SitePlan", "WarningPlan", "plan_warnings", "week_cells"]

# Word, sign (a shape, for those who see no colours), and what it means.
LEVELS = {
    "WARN": ("▲", "within reach as stated (or 30 deg where nothing is), light enough"),
    "watch": ("◆", "only within the farther reach, or with a low Sun"),
    "night": ("○", "within reach of a camera for visible light, in the dark"),
}
_RANK = {"WARN": 0, "watch": 1, "night": 2}
_CHUNK = 64  # satellites searched at a time: enough for the bulk search, few enough for small tables and progress
MOST_PAIR_DAYS = 1_000_000.0  # satellites x sites x days: hours on one core (our choice)
_JOIN_S = 60.0  # accesses of the points of one area this near each other are one
_SLOT_S = 1800  # of an identifier: two passes of one satellite over a place are never this close
_MARGIN_DEG = 3.0  # between the lowest elevation of a reach on the sphere and that asked of the search
_MEAN_RADIUS_M = 6371e3


@dataclass(frozen=True, slots=True, kw_only=True)
class Manoeuvre:
    """A manoeuvre known to have happened: of which object, and from when."""

    norad_id: int
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One stretch in which one imager has one place within reach.

    ``id`` stays the same when newer element sets move the times a little. ``best`` is the least off-nadir; the angles and
    figures are those at ``best``. ``reach`` is published or assumed. ``share`` is the part of an area's points that are
    reached. ``notes`` are what stands in the way of trusting the line, such as an epoch before a manoeuvre.
    """

    id: str
    level: str
    why: str
    place: str
    satellite: int  # index into the plan's satellites
    start: datetime
    end: datetime
    best: datetime
    open_start: bool
    open_end: bool
    off_nadir_deg: float
    incidence_deg: float
    range_m: float
    sun_elevation_deg: float
    side: str
    gsd_across_m: Estimate | None
    gsd_along_m: Estimate | None
    niirs: Estimate | None
    niirs_at_most: float | None
    timing_s: float | None
    reach: str
    share: float
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """One place over the span: its exposures in order, gaps by levels, and the next exposure after the start."""

    place: Place
    exposures: tuple[Exposure, ...]
    revisit: Revisit  # of WARN and watch together
    revisit_warn: Revisit
    intervals: tuple[tuple[datetime, datetime, bool], ...]  # start, end, whether a known imager can see it then
    next: Exposure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningPlan:
    """Everything that a warning list is written from."""

    window: Window
    min_sun_deg: float
    satellites: tuple[Chosen, ...]
    imagers: tuple[Imager, ...]
    plans: tuple[SitePlan, ...]
    problems: tuple[Problem, ...]

    @property
    def exposures(self) -> tuple[Exposure, ...]:
        """Those of all places, in order of time."""
        every = [exposure for plan in self.plans for exposure in plan.exposures]
        return tuple(sorted(every, key=lambda item: (item.start, item.place, item.satellite)))


def plan_warnings(
    places: Sequence[Place],
    satellites: Sequence[Chosen],
    window: Window,
    *,
    min_sun_deg: float = 10.0,
    manoeuvres: Iterable[Manoeuvre] = (),
    engine: str = "auto",
    progress: Callable[[int, int], None] | None = None,
) -> WarningPlan:
    """Exposures of every place to every satellite within a window.

    Parameters
    ----------
    places, satellites : sequences
        From :func:`bongsu.cases.read_places` and :func:`bongsu.cases.choose_satellites`.
    window : Window
        Both ends given.
    min_sun_deg : float
        The Sun's elevation from which a picture in visible light counts as usual. [deg] Between 0 and this it is ``watch``,
        below the horizon ``night``.
    manoeuvres : iterable of Manoeuvre
        Known ones: lines after one whose element set lies before it say so.
    engine : str
        Of the search, as in :func:`bongsu.overflight.find_passes`.
    progress : callable, optional
        Called with satellites done and their number.

    Returns
    -------
    WarningPlan

    Raises
    ------
    InputError
        For an open or empty window, a Sun limit outside 0 to 60, no place or no satellite, or more than 1,000,000
        satellite-site-days, before any work.
    """
    if window.start is None or window.end is None or not window.end > window.start:
        raise InputError("a warning list needs a window with both ends and a length")
    if not 0.0 <= min_sun_deg <= 60.0:
        raise InputError(phrase("Sun limit {min_sun_deg!r} deg is outside 0 to 60", min_sun_deg=min_sun_deg))
    if not places or not satellites:
        raise InputError("a warning list needs at least one place and one satellite")
    sites = [site for place in places for site in place.sites]
    pair_days = len(sites) * len(satellites) * (window.end - window.start).total_seconds() / 86400.0
    if pair_days > MOST_PAIR_DAYS:
        raise InputError(
            phrase(
                "{count:,} satellites x {count_2:,} points x {end:g} days is {pair_days:,.0f}"
                " satellite-site-days; at most {most_pair_days:,.0f}",
                count=len(satellites),
                count_2=len(sites),
                end=(window.end - window.start).total_seconds() / 86400.0,
                pair_days=pair_days,
                most_pair_days=MOST_PAIR_DAYS,
            ),
            advice="ask for fewer days, places or satellites, and put the lists together",
        )
    owner = np.repeat(np.arange(len(places)), [len(place.sites) for place in places])
    imagers = tuple(_imager(one) for one in satellites)
    known = defaultdict(list)
    for each in manoeuvres:
        known[each.norad_id].append(each.start)
    exposures: dict[int, list[Exposure]] = defaultdict(list)
    problems: list[Problem] = []
    # Satellites whose reach asks for about the same elevation are searched together.
    order = sorted(range(len(satellites)), key=lambda index: _least_elevation(satellites[index], imagers[index]))
    for first in range(0, len(order), _CHUNK):
        chunk = order[first : first + _CHUNK]
        passes = _passes(satellites, imagers, chunk, sites, window, problems, engine)
        if passes is not None:
            for place, found in _exposures(passes, chunk, satellites, imagers, places, owner, min_sun_deg, known):
                exposures[place].append(found)
        if progress is not None:
            progress(min(first + _CHUNK, len(order)), len(order))
    span = (to_datetime64(window.start), to_datetime64(window.end))
    plans = tuple(_site_plan(place, exposures[index], span) for index, place in enumerate(places))
    return WarningPlan(
        window=window,
        min_sun_deg=min_sun_deg,
        satellites=tuple(satellites),
        imagers=imagers,
        plans=plans,
        problems=tuple(problems),
    )


def _imager(one: Chosen) -> Imager:
    return imager_of(one.entry, mean_height_m(one.item)) if one.entry else unknown_imager(one.name)


def _least_elevation(one: Chosen, imager: Imager) -> float:
    """Elevation above which every access of the imager lies, less a margin for the sphere. [deg]"""
    reach = imager.possible
    least = 0.0
    if reach.incidence_deg is not None:
        least = 90.0 - reach.incidence_deg[1]
    elif reach.max_off_nadir_deg is not None:
        ratio = (1.0 + mean_height_m(one.item) / _MEAN_RADIUS_M) * np.sin(np.radians(reach.max_off_nadir_deg))
        least = float(np.degrees(np.arccos(ratio))) if ratio < 1.0 else 0.0
    return max(0.0, least - _MARGIN_DEG - 0.1 * (90.0 - least))


def _passes(
    satellites: Sequence[Chosen],
    imagers: Sequence[Imager],
    chunk: Sequence[int],
    sites: Sequence[Site],
    window: Window,
    problems: list[Problem],
    engine: str,
) -> PassTable | None:
    least = min(_least_elevation(satellites[index], imagers[index]) for index in chunk)
    try:
        table = find_passes(
            [satellites[index].item for index in chunk],
            sites,
            window,
            min_elevation_deg=min(least, 85.0),
            engine=engine,
        )
    except NoDataError as error:
        problems.append(
            Problem(where=", ".join(satellites[index].name for index in chunk), what=str(error), advice=error.advice)
        )
        return None
    problems.extend(
        Problem(where=satellites[chunk[index]].name, what=phrase("cut short: {reason}", reason=reason))
        for index, reason in table.failed.items()
    )
    return table


_Columns = dict[str, Any]


def _exposures(
    passes: PassTable,
    chunk: Sequence[int],
    satellites: Sequence[Chosen],
    imagers: Sequence[Imager],
    places: Sequence[Place],
    owner: NDArray[np.int64],
    min_sun_deg: float,
    known: dict[int, list[datetime]],
) -> list[tuple[int, Exposure]]:
    """Exposures of one chunk, each with the index of its place: each pass by its highest level."""
    table = bundled_orientation()
    # What is not known to carry an imager is never more than watched.
    sure = [None if satellites[i].entry is None else with_sun(imagers[i].sure, imagers[i], min_sun_deg) for i in chunk]
    runs: list[tuple[str, Sequence[Reach | None]]] = [
        ("WARN", sure),
        ("watch", [with_sun(imagers[i].possible, imagers[i], 0.0) for i in chunk]),
        ("night", [imagers[i].possible for i in chunk]),
    ]
    taken: set[tuple[int, int, int]] = set()
    found = []
    for level, reaches in runs:
        access = find_access(passes, reaches, orientation=table)
        mine: set[tuple[int, int, int]] = set()
        for rows in _grouped(access, owner):
            satellite, place = chunk[int(access.satellite[rows[0]])], int(owner[access.site[rows[0]]])
            slot = int(passes.culmination[access.pass_index[rows[0]]].astype("int64") // (_SLOT_S * 1_000_000))
            key = (satellite, place, slot)
            # The points of an area culminate at slightly different times: look one slot to either side as well.
            if any((satellite, place, slot + near) in taken for near in (-1, 0, 1)):
                continue
            mine.add(key)
            item = _exposure(
                access, rows, level, satellite, satellites[satellite], imagers[satellite], places[place], min_sun_deg,
                known.get(satellites[satellite].item.norad_id, []),
            )  # fmt: skip
            found.append((place, item))
        taken |= mine
    return found


def _grouped(access: AccessTable, owner: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Rows of the same satellite and place whose times join: one row each for points, several for areas."""
    if len(access) == 0:
        return []
    place = owner[access.site]
    order = np.lexsort((access.start, place, access.satellite))
    satellite, place = access.satellite[order], place[order]
    start = access.start[order]
    fresh = np.concatenate([[True], (satellite[1:] != satellite[:-1]) | (place[1:] != place[:-1])])
    join = np.timedelta64(int(_JOIN_S), "s")
    groups: list[list[int]] = []
    latest = start[0]
    for position, row in enumerate(order.tolist()):
        if fresh[position] or start[position] > latest + join:
            groups.append([row])
            latest = access.end[row]
        else:
            groups[-1].append(row)
            latest = max(latest, access.end[row])
    return [np.array(group) for group in groups]


def _exposure(
    access: AccessTable,
    rows: NDArray[np.int64],
    level: str,
    satellite: int,
    chosen: Chosen,
    imager: Imager,
    place: Place,
    min_sun_deg: float,
    manoeuvres: Sequence[datetime],
) -> Exposure:
    best = rows[int(np.argmin(access.off_nadir_deg[rows]))]
    distance, incidence = float(access.range_m[best]), float(access.incidence_deg[best])
    across, along = _gsd(imager, distance, incidence)
    moment = from_datetime64(access.best[best])
    niirs = niirs_of(imager, distance, incidence)
    most = None if niirs else niirs_at_most(imager, distance, incidence)
    timing = float(access.passes.timing_s[access.pass_index[best]])
    sun = float(access.sun_elevation_deg[best])
    return Exposure(
        id=_identifier(chosen.item.norad_id, chosen.name, place, moment),
        level=level,
        why=_why(level, imager, sun, min_sun_deg) if chosen.entry else "not known to be an imager",
        place=place.name,
        satellite=satellite,
        start=from_datetime64(access.start[rows].min()),
        end=from_datetime64(access.end[rows].max()),
        best=moment,
        open_start=bool(access.open_start[rows].any()),
        open_end=bool(access.open_end[rows].any()),
        off_nadir_deg=float(access.off_nadir_deg[best]),
        incidence_deg=incidence,
        range_m=distance,
        sun_elevation_deg=sun,
        side="right" if access.right[best] else "left",
        gsd_across_m=across,
        gsd_along_m=along,
        niirs=niirs,
        niirs_at_most=most,
        timing_s=None if not np.isfinite(timing) else max(timing, chosen.jump_s),
        reach="published" if imager.reach_known else "assumed",
        share=np.unique(access.site[rows]).size / len(place.sites),
        notes=_notes(chosen, moment, manoeuvres),
    )


def _gsd(imager: Imager, range_m: float, incidence_deg: float) -> tuple[Estimate | None, Estimate | None]:
    pair = imager_gsd_m(imager, range_m, incidence_deg)
    if pair is None or not np.isfinite(float(pair[0][1])):
        return None, None
    across, along = (
        Estimate(
            value=float(low) if float(low) == float(high) else None,
            low=float(low),
            high=float(high),
            level=1.0,
            unit="m",
        )
        for low, high in pair
    )
    return across, along


def _why(level: str, imager: Imager, sun_deg: float, min_sun_deg: float) -> str:
    if level == "night":
        return "dark at the place"
    if level == "watch":
        low_sun = imager.kind == "optical" and sun_deg < min_sun_deg
        return "low Sun" if low_sun else "farther reach"
    return "radar, day and night" if imager.kind == "radar" else "in daylight"


def _notes(chosen: Chosen, moment: datetime, manoeuvres: Sequence[datetime]) -> tuple[str, ...]:
    notes = list(chosen.notes)
    epoch = getattr(chosen.item, "epoch", None)
    later = [each for each in manoeuvres if epoch is not None and epoch < each <= moment]
    if later:
        notes.append(phrase("epoch before the manoeuvre of {later:%Y-%m-%d %H:%M}", later=max(later)))
    if chosen.jump:
        notes.append("epoch before a manoeuvre, or after: the history jumps")
    return tuple(notes)


def _identifier(norad_id: int, name: str, place: Place, moment: datetime) -> str:
    """Stable while newer sets move the time by seconds: object, place and the half hour of the pass."""
    latitude, longitude = place.centre
    who = str(norad_id) if norad_id else name
    slot = round(moment.timestamp() / _SLOT_S)
    text = f"{who}|{place.name}|{latitude:.4f}|{longitude:.4f}|{slot}"
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _site_plan(place: Place, exposures: list[Exposure], span: tuple[np.datetime64, np.datetime64]) -> SitePlan:
    exposures.sort(key=lambda item: (item.start, _RANK[item.level]))
    seen = [item for item in exposures if item.level != "night"]
    times = _times(seen)
    warn = _times([item for item in seen if item.level == "WARN"])
    return SitePlan(
        place=place,
        exposures=tuple(exposures),
        revisit=revisit_of(*times, span),
        revisit_warn=revisit_of(*warn, span),
        intervals=_intervals(*times, span),
        next=next((item for item in seen if to_datetime64(item.end) >= span[0]), None),
    )


def _times(exposures: Sequence[Exposure]) -> tuple[NDArray[np.datetime64], NDArray[np.datetime64]]:
    start = np.array([to_datetime64(item.start) for item in exposures], dtype="datetime64[us]")
    end = np.array([to_datetime64(item.end) for item in exposures], dtype="datetime64[us]")
    return start, end


def _intervals(
    start: NDArray[np.datetime64], end: NDArray[np.datetime64], span: tuple[np.datetime64, np.datetime64]
) -> tuple[tuple[datetime, datetime, bool], ...]:
    """The span cut into stretches with and without a known imager in reach, one after the other."""
    begin, finish = merge_intervals(start, end, within=span)
    pieces, at = [], span[0]
    for one, other in zip(begin, finish, strict=True):
        if one > at:
            pieces.append((from_datetime64(at), from_datetime64(one), False))
        pieces.append((from_datetime64(one), from_datetime64(other), True))
        at = other
    if at < span[1]:
        pieces.append((from_datetime64(at), from_datetime64(span[1]), False))
    return tuple(pieces)


def week_cells(plan: SitePlan, start: datetime, days: int, slots: int) -> list[list[str]]:
    """Level of every slot of every day: rows of days, ``slots`` a day; empty where no known imager is in reach."""
    length = timedelta(days=1) / slots
    cells = [[""] * slots for _ in range(days)]
    for item in plan.exposures:
        first = int((item.start - start) / length)
        last = int((item.end - start) / length)
        for slot in range(max(first, 0), min(last, days * slots - 1) + 1):
            day, place = divmod(slot, slots)
            now = cells[day][place]
            if not now or _RANK[item.level] < _RANK[now]:
                cells[day][place] = item.level
    return cells
