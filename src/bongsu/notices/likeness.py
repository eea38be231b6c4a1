"""How likely two notices speak of one event: reasons that add up, each with its weight.

A weight is the natural logarithm of how much more often the sign is seen between notices of one event than between any
two notices in force at the same time. They are set by hand, not fitted; ``scripts/figures notice-events`` measures what
they give. No published method was found for this: *experimental*.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import Window, constants
from bongsu.errors import InputError
from bongsu.notices.comparison import AreaChange, compare_notices
from bongsu.notices.ground_track import (
    AZIMUTHS,
    LaunchOrigin,
    TrackFit,
    fit_circle_m,
    fit_track,
    nearest_origins,
    unit_vector,
)
from bongsu.notices.notice import Notice
from bongsu.notices.revision import windows_of

__all__ = ["JoinReason", "Marks", "changes_between", "marks_of", "reasons_for", "same_outlines"]

PRIOR = -4.0  # of two notices in force at one time: one pair in fifty or so is of one event
FOLLOWS_S = 3 * 3600.0  # stages and upper stages come down within two revolutions
_ANCHOR_M = 1_500_000.0  # an area this near to a site may be of a launch from there
_SLACK_S = 2700.0  # windows are padded; upper stages coast before they are brought down
_LONG_M = 800_000.0  # areas of gunnery and rocket ranges stay within this
_SAME_M = 200.0  # as comparison.py
_SHOT_H = 12.0  # a missile's notice or hazard's notice of no more hours is of one shot, not of a range in use
_MOST_WINDOWS = 400  # of one notice are compared
_MOST_AREAS = 30
_MOST_PAIRS_AT_ONCE = 900
MOST_AREA_PAIRS = 4_000  # compared in full, about a millisecond each; beyond, by their corners alone
_LAUNCH = frozenset({"space launch", "re-entry", "debris", "missile test"})
_HAZARD = frozenset({"hazardous operations", "gunnery", "undetermined"})
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_NUMBERED = re.compile(r"([A-Z][A-Z .'-]{2,60}?) (\d{1,5})/\d{2,4}\b")
_TIME_BEHIND = re.compile(r" \d{6}Z .{0,20}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinReason:
    """One sign that two notices are, or are not, of one event: what it is, its weight, and a sentence.

    ``sign`` is one of reference, areas, windows, track, circle, place, source, kind.
    """

    sign: str
    weight: float
    statement: str


@dataclass(frozen=True)
class Marks:
    """What of a notice is compared, worked out once. Times are seconds since 1970; lengths metres."""

    notice: Notice
    windows: tuple[Window, ...]
    spans: tuple[tuple[float, float], ...]
    rings: tuple[NDArray[np.float64], ...]  # corners of each area as drawn, unit vectors (n, 3)
    centres: NDArray[np.float64]
    reaches_m: NDArray[np.float64]
    near: tuple[int, ...]  # sites near an area
    named: tuple[int, ...]  # sites that its authority line names
    origins: Sequence[LaunchOrigin]
    shift_s: float = 0.0  # how far it moved the windows of the notice that it cancels
    tracks: dict[int, TrackFit] = field(default_factory=dict)
    compared: dict[int, tuple[AreaChange, ...]] = field(default_factory=dict)
    budget: list[int] = field(default_factory=lambda: [MOST_AREA_PAIRS])  # area pairs still compared in full; shared

    @property
    def kind(self) -> str:
        """Of the notice, by its words; Korean and Japanese words that none of ours are among say nothing."""
        kind = self.notice.kind
        return "undetermined" if kind == "other" and _EAST_ASIAN.search(self.notice.raw) else kind

    @property
    def start(self) -> float:
        """First opening; -inf where open."""
        return self.spans[0][0]

    @cached_property
    def end(self) -> float:
        """Last end; inf where open."""
        return max(end for _, end in self.spans)

    @cached_property
    def days(self) -> frozenset[int]:
        """Days of UTC on which a window opens."""
        return frozenset(int(start // 86400) for start, _ in self.spans if math.isfinite(start))

    @cached_property
    def hours(self) -> float:
        """All windows together. [h]"""
        return sum(end - start for start, end in self.spans) / 3600.0

    @cached_property
    def is_launch(self) -> bool:
        """Whether its words are those of a launch, a test or a re-entry."""
        return self.kind in _LAUNCH

    @cached_property
    def is_flight(self) -> bool:
        """Whether its words are of a launch, a fall from orbit or one short test, or its areas form one long line."""
        if self.kind in _LAUNCH and (self.kind != "missile test" or self.hours <= _SHOT_H):
            return True
        if len(self.centres) < 3:
            return False
        off, length = fit_circle_m(self.centres, self.reaches_m)
        return length >= _LONG_M and off <= 50_000.0

    def track(self, index: int) -> TrackFit:
        """Directions from a site that pass over its areas, kept."""
        if index not in self.tracks:
            self.tracks[index] = fit_track(self.origins[index], self.centres, self.reaches_m)
        return self.tracks[index]


def marks_of(notice: Notice, origins: Sequence[LaunchOrigin], budget: list[int] | None = None) -> Marks:
    """What of a notice is compared; areas that cannot be drawn are left out.

    ``budget`` is one number that all notices of a join share: how many pairs of areas may still be compared in full.
    """
    windows = windows_of([notice])[:_MOST_WINDOWS]
    centres, reaches, rings = [], [], []
    for area in notice.areas[:_MOST_AREAS]:
        try:
            ring = np.array([unit_vector(*place) for place in area.region_ring])
        except InputError:
            continue
        middle = ring.mean(axis=0)
        length = float(np.linalg.norm(middle))
        if length < 1e-6:
            continue
        centre = middle / length
        centres.append(centre)
        reaches.append(math.acos(max(-1.0, min(1.0, float(np.min(ring @ centre))))) * constants.EARTH_MEAN_RADIUS_M)
        rings.append(ring)
    places = np.array(centres).reshape(-1, 3)
    words = notice.authority.upper()
    return Marks(
        notice=notice,
        windows=windows,
        spans=tuple((_stamp(each.start, -math.inf), _stamp(each.end, math.inf)) for each in windows),
        rings=tuple(rings),
        centres=places,
        reaches_m=np.array(reaches),
        near=nearest_origins(origins, places, np.array(reaches), _ANCHOR_M),
        named=tuple(n for n, each in enumerate(origins) if words and any(name in words for name in each.names)),
        origins=origins,
        budget=[MOST_AREA_PAIRS] if budget is None else budget,
    )


def reasons_for(one: Marks, two: Marks) -> tuple[JoinReason, ...]:
    """Signs for and against that two notices are of one event; none where nothing ties them in time or by number."""
    reference = _reference(one.notice, two.notice)
    windows = _windows(one, two)
    if reference is None and windows is None:
        return ()
    found = [reference, windows, _moved(one, two), *_areas(one, two, apart=windows is None)]
    found += [_source(one.notice, two.notice), None if reference else _kind(one, two)]
    return tuple(each for each in found if each is not None)


def _reference(one: Notice, two: Notice) -> JoinReason | None:
    for first, second in ((one, two), (two, one)):
        if second.id and second.id in first.cancels:
            return JoinReason(sign="reference", weight=9.0, statement=f"{first.id or 'one'} cancels {second.id}")
    shared = [number for number in one.cancels if number in two.cancels]
    if shared:
        return JoinReason(sign="reference", weight=5.0, statement=f"both cancel {shared[0]}")
    if one.id and one.id == two.id:
        return JoinReason(sign="reference", weight=9.0, statement=f"both are {one.id}")
    return None


def _moved(one: Marks, two: Marks) -> JoinReason | None:
    """Both moved the windows of what they cancel by the same amount: they follow one plan."""
    if not one.shift_s or one.shift_s != two.shift_s:
        return None
    days = one.shift_s % 86_400.0 == 0.0
    statement = f"both moved their windows by {one.shift_s / 3600.0:+.2f} h"
    return JoinReason(sign="windows", weight=1.0 if days else 4.0, statement=statement)


def _windows(one: Marks, two: Marks) -> JoinReason | None:
    """Shared windows; None where none overlap or follow within three hours."""
    if not one.spans or not two.spans or one.start - two.end > FOLLOWS_S or two.start - one.end > FOLLOWS_S:
        return None
    shared_h, gap_s = _overlap(one.spans, two.spans)
    if gap_s > FOLLOWS_S:
        return None
    same = [span for span in one.spans if span in set(two.spans)]
    alike = _alike(one, two)
    shorter_h = min(one.hours, two.hours)
    long = shorter_h > 336.0 or max(end - start for start, end in (*one.spans, *two.spans)) > 259_200.0
    if same and 2 * len(same) >= max(len(one.spans), len(two.spans)):
        odd = any(edge % 1800.0 for edge in same[0])
        weight = 2.0 + (1.5 if odd else 0.0) + (0.5 if same[0][1] - same[0][0] < 43_200.0 else 0.0)
        statement = (
            "the same "
            + (f"{len(same)} windows" if len(same) > 1 else "window")
            + (", to an odd minute" if odd else "")
        )
    elif math.isfinite(one.start) and (one.start, one.end) == (two.start, two.end):
        weight, statement = 2.0, "the same first opening and last end"
        long = False
    elif shared_h >= 0.8 * shorter_h and alike >= 0.8:
        weight, statement = 1.5, f"windows share {shared_h / max(shorter_h, 1e-9):.0%} of the shorter, on the same days"
    elif shared_h > 0.0:
        weight, statement = 0.7 if alike >= 0.5 else -0.3, f"windows share {shared_h:.1f} h"
    else:
        brief = shorter_h <= 4.0 * max(len(one.days), len(two.days))
        weight = -0.3 if alike < 0.5 else 1.5 if brief else 0.7
        statement = f"one's window follows the other's after {gap_s / 60.0:.0f} min"
    return JoinReason(sign="windows", weight=weight - (1.0 if long else 0.0), statement=statement)


def _alike(one: Marks, two: Marks) -> float:
    """Days on which both have a window, of all days on which either has."""
    days = one.days | two.days
    return len(one.days & two.days) / len(days) if days else 0.0


def _overlap(one: Sequence[tuple[float, float]], two: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Hours in both, and the smallest gap in seconds (0 where they overlap)."""
    shared, gap = 0.0, math.inf
    starts = [start for start, _ in two]
    for start, end in one:
        at = max(bisect_left(starts, start) - 1, 0)
        for other_start, other_end in two[at:]:
            shared += max(min(end, other_end) - max(start, other_start), 0.0)
            gap = min(gap, max(other_start - end, start - other_end, 0.0))
            if other_start > end:
                break
    return shared / 3600.0, gap


def _areas(one: Marks, two: Marks, *, apart: bool) -> list[JoinReason | None]:
    """The same areas; else one ground track or great circle; else neighbours or strangers."""
    if not len(one.centres) or not len(two.centres):
        return []
    distance = np.arccos(np.clip(one.centres @ two.centres.T, -1.0, 1.0)) * constants.EARTH_MEAN_RADIUS_M
    same = _same(one, two) if np.any(distance <= np.minimum(one.reaches_m[:, None], two.reaches_m[None, :])) else None
    if same is not None:
        return [same]
    if not apart and (one.is_flight or two.is_flight):
        track = _track(one, two)
        if track:
            return track
    edge = float(np.min(distance - one.reaches_m[:, None] - two.reaches_m[None, :]))
    if edge <= 300_000.0:
        return [JoinReason(sign="place", weight=0.5, statement="areas lie side by side")]
    return [JoinReason(sign="place", weight=-1.5, statement="areas lie far apart on no common ground track")]


def _same(one: Marks, two: Marks) -> JoinReason | None:
    """Areas that both give, whole or in large part."""
    changes = changes_between(one, two)
    if not changes and same_outlines(one, two):
        return JoinReason(sign="areas", weight=6.0, statement=f"the same {len(one.rings)} areas, by their corners")
    pairs = [change for change in changes if change.first is not None and change.second is not None]
    same = [change for change in pairs if change.verdict == "same"]
    much = [change for change in pairs if change.verdict == "overlaps" and change.shared >= 0.5]
    if same:
        names = ", ".join(change.label for change in same[:6] if change.label)
        count = f"{len(same)} areas" if len(same) > 1 else "area"
        return JoinReason(sign="areas", weight=6.0, statement=f"the same {count}" + (f" ({names})" if names else ""))
    if much:
        share = max(change.shared for change in much)
        return JoinReason(sign="areas", weight=4.0, statement=f"an area of each overlaps: {share:.0%} of both together")
    return None


def changes_between(one: Marks, two: Marks) -> tuple[AreaChange, ...]:
    """As :func:`compare_notices`, worked out once for a pair in this order; none where it would take too long."""
    if id(two) not in one.compared:
        pairs = len(one.notice.areas) * len(two.notice.areas)
        one.compared[id(two)] = ()
        if pairs <= min(one.budget[0], _MOST_PAIRS_AT_ONCE):
            one.budget[0] -= pairs
            with suppress(InputError):
                one.compared[id(two)] = tuple(compare_notices([one.notice], [two.notice])[0])
    return one.compared[id(two)]


def same_outlines(one: Marks, two: Marks) -> bool:
    """Whether every area of each has a corner within 200 m for each corner of one of the other's: a quick test."""
    if len(one.centres) != len(two.centres) or not len(one.centres):
        return False
    near = one.centres @ two.centres.T > 1.0 - 0.5 * (2.0 * _SAME_M / constants.EARTH_MEAN_RADIUS_M) ** 2
    return all(
        any(_rings_match(ring, two.rings[other]) for other in np.flatnonzero(row))
        for ring, row in zip(one.rings, near, strict=True)
    )


def _rings_match(ring: NDArray[np.float64], other: NDArray[np.float64]) -> bool:
    apart = np.linalg.norm(ring[:, None] - other[None, :], axis=-1) * constants.EARTH_MEAN_RADIUS_M
    return bool(np.max(np.min(apart, axis=0)) <= _SAME_M and np.max(np.min(apart, axis=1)) <= _SAME_M)


def _track(one: Marks, two: Marks) -> list[JoinReason | None]:
    """All areas on one ground track from a site near them or named; else along one great circle."""
    ours, theirs = (
        {*each.near, *each.named} if each.is_flight or each.hours <= _SHOT_H else set() for each in (one, two)
    )
    if one.named and two.named and not {*one.named} & {*two.named}:
        return [JoinReason(sign="track", weight=-6.0, statement="their authorities are of different launch sites")]
    if ours and theirs and not ours & theirs:
        return [JoinReason(sign="track", weight=-2.5, statement="their areas point to different launch sites")]
    candidates = sorted({*one.named, *two.named} or ours & theirs or ours | theirs)
    best: tuple[float, int, NDArray[np.bool_]] | None = None
    for index in candidates:
        fits = one.track(index).fits & two.track(index).fits
        if not fits.any():
            continue
        room = int(one.track(index).fits.sum()) + int(two.track(index).fits.sum())
        ratio = AZIMUTHS / min(room, AZIMUTHS) / (0.5 + 0.5 * len(candidates))  # one of several fits sooner by chance
        if best is None or ratio > best[0]:
            best = (ratio, index, fits)
    if best is not None:
        ratio, index, fits = best
        azimuths = np.flatnonzero(fits)
        chance = f", by chance one time in {ratio:.0f}" if ratio > 1.5 else ", which such wide areas often are"
        statement = f"all areas on one ground track from {one.origins[index].name}{chance}"
        track = JoinReason(sign="track", weight=min(max(math.log(ratio), 0.0), 3.0), statement=statement)
        return [track, _flight_time(one, two, index, int(azimuths[len(azimuths) // 2]))]
    return _circle(one, two)


def _flight_time(one: Marks, two: Marks, index: int, column: int) -> JoinReason | None:
    """Whether one lift-off window explains the windows of both after the flight time to each area."""
    bounds = []
    for each in (one, two):
        track = each.track(index)
        first, last = float(np.min(track.after_s[:, column])), float(np.max(track.latest_s[:, column]))
        bounds.append([(start - last - _SLACK_S, end - first + _SLACK_S) for start, end in each.spans])
    meets = any(a <= d and c <= b for a, b in bounds[0] for c, d in bounds[1])
    if not meets:
        return JoinReason(sign="track", weight=-2.0, statement="no one lift-off time explains both windows")
    short = max(each.hours / len(each.spans) for each in (one, two)) <= 6.0 and _alike(one, two) >= 0.5
    return JoinReason(sign="track", weight=1.0, statement="one lift-off time explains both windows") if short else None


def _circle(one: Marks, two: Marks) -> list[JoinReason | None]:
    """All areas along one great circle, without a site: the line of one, drawn on, meets the other's."""
    long, other = sorted((one, two), key=_stretch_m, reverse=True)
    centres = np.concatenate([long.centres, other.centres])
    stretch = _stretch_m(long)
    if stretch < _LONG_M / 2.0:
        return []
    off, length = fit_circle_m(centres, np.concatenate([long.reaches_m, other.reaches_m]))
    if off > 50_000.0 + 0.02 * length:
        return []
    away = np.arccos(np.clip(np.max(other.centres @ long.centres.T, axis=1), -1.0, 1.0))
    index = int(np.argmax(away))
    blur = float(np.mean(long.reaches_m)) / stretch * float(away[index]) * constants.EARTH_MEAN_RADIUS_M
    width = off + 50_000.0 + float(other.reaches_m[index]) + blur
    ratio = math.pi * constants.EARTH_MEAN_RADIUS_M * math.sin(float(away[index])) / (2.0 * width)
    if ratio < 4.0:
        return []
    statement = (
        f"{len(centres)} areas along one great circle of {length / 1000.0:,.0f} km, by chance one time in {ratio:.0f}"
    )
    return [JoinReason(sign="circle", weight=min(math.log(ratio), 3.0), statement=statement)]


def _stretch_m(each: Marks) -> float:
    """Greatest distance between two of its areas. [m]"""
    return float(np.arccos(np.clip(np.min(each.centres @ each.centres.T), -1.0, 1.0))) * constants.EARTH_MEAN_RADIUS_M


def _source(one: Notice, two: Notice) -> JoinReason | None:
    """The same first publisher, or neighbouring numbers of one series."""
    first, second = " ".join(one.authority.split()).rstrip("."), " ".join(two.authority.split()).rstrip(".")
    if len(first) > 8 and first == second:
        return JoinReason(sign="source", weight=5.0, statement=f"both relay one message: {first[:60]}")
    origins = [_TIME_BEHIND.sub("", each) for each in (first, second)]
    if len(origins[0]) > 8 and origins[0] == origins[1] and origins[0] != first:
        weight = 3.0 if _NUMBERED.match(origins[0]) else 1.0
        return JoinReason(sign="source", weight=weight, statement=f"both relay {origins[0][:60]}")
    for name_one, name_two, most in ((first, second, 3), (one.id, two.id, 5)):
        found = [_NUMBERED.match(each) for each in (name_one, name_two)]
        if found[0] and found[1] and found[0][1] == found[1][1]:
            apart = abs(int(found[0][2]) - int(found[1][2]))
            if 0 < apart <= most:
                return JoinReason(sign="source", weight=1.0, statement=f"numbers {apart} apart in {found[0][1]}")
    if one.issued and two.issued and abs((one.issued - two.issued).total_seconds()) <= 172_800.0:
        return JoinReason(sign="source", weight=0.5, statement="issued within two days of each other")
    return None


def _kind(one: Marks, two: Marks) -> JoinReason | None:
    kinds = {one.kind, two.kind}
    if one.is_launch and two.is_launch:
        if kinds == {"missile test"}:
            return None  # ranges are used every week, by several at a time
        if "missile test" in kinds:
            return JoinReason(sign="kind", weight=-1.5, statement="one speaks of missiles, the other does not")
        words = (
            f"both speak of a {min(kinds)}" if len(kinds) == 1 else f"one is of a {min(kinds)}, one of a {max(kinds)}"
        )
        brief = max(one.hours, two.hours) <= 72.0  # few such stand at one time; those for weeks meet many
        return JoinReason(sign="kind", weight=2.0 if brief else 1.0, statement=words)
    if kinds <= _LAUNCH | _HAZARD:
        if one.is_flight or two.is_flight:
            return None
        return JoinReason(
            sign="kind", weight=-1.0, statement="neither speaks of a launch, nor do its areas form a line"
        )
    return JoinReason(sign="kind", weight=-4.0, statement="not both are of hazardous operations")


def _stamp(moment: datetime | None, open_end: float) -> float:
    return open_end if moment is None else moment.timestamp()
