"""Passes of mixed satellites over sites of the whole globe, beside Skyfield's ``find_events``.

Skyfield (rhodesmill.org/skyfield) shares only the SGP4 library with Bongsu: time scales, frames, site and search are
its own. It is asked for six hours more at either end and its passes are cut to the window, since at the ends of
its own window it loses passes (python-skyfield issue 996). Its times are good to half a second by construction. Where
the two disagree about a pass, Skyfield's own elevation decides: between two highs ``find_events`` looks at one moment
only, so that it takes two passes of an elongated orbit for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from skyfield.api import EarthSatellite, load, wgs84
from skyfield.timelib import Time, Timescale

from bongsu.earth import Window, to_datetime64
from bongsu.orbit import ElementSet, parse_tle
from bongsu.overflight import Site, find_passes
from figures._inputs import satellites, sites

TITLE = "Passes above 10 degrees beside Skyfield find_events: none missed, none extra, rise and set within 0.3 s"
EXPECTED_TIME = "15 to 40 s; a small share 1 to 3 s"
LIMIT_DEG = 10.0
TOLERANCE_S = 0.3
MARGIN_H = 6.0
# Where a satellite creeps along the limit, metres are many seconds: there the elevation at our time counts instead.
ELEVATION_DEG = 0.002  # about 20 m at 600 km, the size of what Skyfield leaves out (polar motion) and of UT1 tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Above the limit, seconds from the window's start; an open end is cut by the window."""

    start: float
    end: float
    open_start: bool
    open_end: bool


def skyfield_stretches(
    satellite: EarthSatellite, site: Site, begin: datetime, span_s: float, timescale: Timescale
) -> list[Stretch]:
    """Skyfield's passes of one satellite over one site, cut to the window."""
    place = wgs84.latlon(site.latitude_deg, site.longitude_deg, elevation_m=site.height_m)
    margin = timedelta(hours=MARGIN_H)
    first = timescale.from_datetime(begin - margin)
    last = timescale.from_datetime(begin + timedelta(seconds=span_s) + margin)
    times, events = satellite.find_events(place, first, last, altitude_degrees=LIMIT_DEG)
    whole = span_s + MARGIN_H * 3600.0
    moments = [(when - begin).total_seconds() for when in times.utc_datetime()] if len(times) else []
    up = (satellite - place).at(first).altaz()[0].degrees > LIMIT_DEG
    rise, found = (-MARGIN_H * 3600.0 if up else None), []
    for moment, event in zip(moments, events, strict=True):
        if event == 0:
            rise = moment
        elif event == 2 and rise is not None:
            found.append((rise, moment))
            rise = None
    if rise is not None:
        found.append((rise, whole))
    return [
        Stretch(start=max(a, 0.0), end=min(b, span_s), open_start=a <= 0.0, open_end=b >= span_s)
        for a, b in found
        if b > 0.0 and a < span_s
    ]


def elevation_deg(satellite: EarthSatellite, site: Site, times: Time) -> np.ndarray:
    """Skyfield's elevation at its times."""
    place = wgs84.latlon(site.latitude_deg, site.longitude_deg, elevation_m=site.height_m)
    degrees: np.ndarray = (satellite - place).at(times).altaz()[0].degrees
    return degrees


def sampled_stretches(
    satellite: EarthSatellite, site: Site, begin: datetime, span_s: float, timescale: Timescale
) -> list[Stretch]:
    """Passes from Skyfield's elevation alone, every 10 s (0.1 s where it turns near the limit), then bisected."""
    start = timescale.from_datetime(begin)

    def over(seconds: np.ndarray) -> np.ndarray:
        return elevation_deg(satellite, site, timescale.tt_jd(start.tt + seconds / 86_400.0)) - LIMIT_DEG

    grid = np.linspace(0.0, span_s, int(span_s / 10.0) + 1)
    value = over(grid)
    turns = 1 + np.flatnonzero((np.diff(value)[1:] * np.diff(value)[:-1] <= 0.0) & (np.abs(value[1:-1]) < 1.0))
    fine = [np.arange(grid[i - 1], grid[i + 1], 0.1) for i in turns]  # a pass or a gap under 10 s hides at a turn
    grid = np.unique(np.concatenate([grid, *fine]))
    above = over(grid) > 0.0
    change = np.flatnonzero(above[1:] != above[:-1])
    low, high = grid[change], grid[change + 1]
    for _ in range(14 if change.size else 0):
        middle = (low + high) / 2.0
        before = (over(middle) > 0.0) == above[change]
        low, high = np.where(before, middle, low), np.where(before, high, middle)
    rises = [float(t) for t, was_up in zip(high, above[change], strict=True) if not was_up]
    falls = [float(t) for t, was_up in zip(high, above[change], strict=True) if was_up]
    rises, falls = [0.0] * bool(above[0]) + rises, falls + [span_s] * bool(above[-1])
    return [
        Stretch(start=a, end=b, open_start=a == 0.0, open_end=b == span_s) for a, b in zip(rises, falls, strict=True)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How ours and theirs meet: passes of theirs, lost by us, more than theirs; ends apart [s], and our ends [s]."""

    passes: int
    lost: int
    more: int
    apart: list[float]
    ours: list[float]


def compare(mine: list[Stretch], theirs: list[Stretch]) -> Comparison:
    """Pair overlapping stretches one to one; an end that the window cuts in both has no time to compare."""
    lost, left, apart, ours = 0, list(mine), [], []
    for peer in theirs:
        own = next((item for item in left if item.start <= peer.end and peer.start <= item.end), None)
        if own is None:
            lost += 1
            continue
        left.remove(own)
        ends = [(own.start, peer.start)] * (not (own.open_start and peer.open_start))
        ends += [(own.end, peer.end)] * (not (own.open_end and peer.open_end))
        apart += [abs(here - there) for here, there in ends]
        ours += [here for here, _ in ends]
    return Comparison(passes=len(theirs), lost=lost, more=len(left), apart=apart, ours=ours)


def bongsu_stretches(
    sets: list[ElementSet], places: list[Site], begin: datetime, span_s: float
) -> dict[tuple[int, int], list[Stretch]]:
    """Bongsu's passes by satellite and site."""
    window = Window(start=begin, end=begin + timedelta(seconds=span_s))
    table = find_passes(sets, places, window, min_elevation_deg=LIMIT_DEG)
    origin, second = to_datetime64(begin), np.timedelta64(1, "s")
    found: dict[tuple[int, int], list[Stretch]] = {}
    for index in range(len(table)):
        found.setdefault((int(table.satellite[index]), int(table.site[index])), []).append(
            Stretch(
                start=float((table.rise[index] - origin) / second),
                end=float((table.set[index] - origin) / second),
                open_start=bool(table.open_start[index]),
                open_end=bool(table.open_end[index]),
            )
        )
    return found


def run(seed: int, share: str) -> dict[str, Any]:
    """Compare all passes of a window that begins at random within two days after the newest epoch."""
    rng = np.random.default_rng(seed)
    origin, pairs = satellites(rng)
    places = sites(rng, 20)
    if share == "small":
        pairs, places = pairs[::4], places[::4]
    sets, problems = parse_tle("\n".join(line for pair in pairs for line in pair), strict=False)
    if len(sets) != len(pairs):
        return {"lines": [f"{len(problems)} element sets not read: {problems[:3]}"], "holds": False}
    begin = max(item.epoch for item in sets).replace(microsecond=0) + timedelta(seconds=int(rng.integers(0, 172_800)))
    span_s = 86_400.0
    ours = bongsu_stretches(sets, places, begin, span_s)
    timescale = load.timescale(builtin=True)
    total, missed, extra, mended, errors, slow, over, unlike = 0, 0, 0, 0, [], [], [], []
    for number, (first, second) in enumerate(pairs):
        satellite = EarthSatellite(first, second, None, timescale)
        for place, site in enumerate(places):
            mine = ours.get((number, place), [])
            compared = compare(mine, skyfield_stretches(satellite, site, begin, span_s, timescale))
            if compared.lost or compared.more or max(compared.apart, default=0.0) > TOLERANCE_S:
                # Who is right? Skyfield's elevation decides, not its search.
                mended += 1
                compared = compare(mine, sampled_stretches(satellite, site, begin, span_s, timescale))
            total, missed, extra = total + compared.passes, missed + compared.lost, extra + compared.more
            if compared.lost or compared.more:
                unlike.append((sets[number].norad_id, place))
            for apart, own in zip(compared.apart, compared.ours, strict=True):
                if apart <= TOLERANCE_S:
                    errors.append(apart)
                    continue
                when = timescale.from_datetime(begin + timedelta(seconds=own))
                height = float(elevation_deg(satellite, site, when)) - LIMIT_DEG
                row = (sets[number].norad_id, place, round(apart, 3), round(height, 5))
                (slow if abs(height) <= ELEVATION_DEG else over).append(row)
    lines = [
        f"{total:,} passes of {len(pairs)} satellites over {len(places)} sites in 24 h from {begin:%Y-%m-%dT%H:%M:%SZ};"
        f" {origin}",
        f"missed {missed}, extra {extra}",
        f"rise and set: median {np.median(errors):.3f} s, 99 % within {np.quantile(errors, 0.99):.3f} s,"
        f" largest {max(errors):.3f} s, over {len(errors):,} times (Skyfield searches to 0.5 s)",
        f"slow crossings: {len(slow)} times up to {max((row[2] for row in slow), default=0.0):.1f} s apart, all within"
        f" {ELEVATION_DEG} deg of the limit by Skyfield's elevation at our time",
        f"find_events was set aside for {mended} pairs of satellite and site, where it lost a crossing or was over"
        f" {TOLERANCE_S} s away: there Skyfield's elevation every 10 s, bisected, is the judge",
    ]
    lines += [f"missed or extra: satellite {number}, site {place}" for number, place in unlike[:5]]
    lines += [f"satellite, site, seconds apart, degrees from the limit: {item}" for item in over[:5]]
    enough = total >= (1_000 if share == "full" else 20)
    return {"lines": lines, "holds": enough and not (missed or extra or over)}
