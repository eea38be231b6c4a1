"""One event from several notices: joined by number, window, launch site and ground track, across publishers.

Pairs that share time, or whose numbers refer to one another, are scored (:mod:`bongsu.notices.likeness`); those more
likely than not join, the surest first, unless that would bring together two that contradict each other. *Experimental*:
no published method was found.
"""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from bongsu.earth import Window
from bongsu.errors import InputError
from bongsu.notices.comparison import AreaChange
from bongsu.notices.ground_track import LaunchOrigin
from bongsu.notices.likeness import (
    FOLLOWS_S,
    MOST_AREA_PAIRS,
    PRIOR,
    JoinReason,
    Marks,
    changes_between,
    marks_of,
    reasons_for,
    same_outlines,
)
from bongsu.notices.notice import Notice, NotifiedArea
from bongsu.notices.revision import Revision, describe_revision, name_revision, windows_of

__all__ = ["CERTAINTIES", "EventArea", "NoticeEvent", "NoticeLink", "join_notices", "notice_state"]

CERTAINTIES = ("probably one event", "may be one event", "one notice")
PROBABLY = 0.9  # below: may be
JOINED = 0.5
_AGAINST = 0.01  # two that are this unlikely to be one event are never brought together by a third
_MOST_NOTICES = 20_000
_LONGEST_CHAIN = 60  # of notices that cancel one another, put in order without times of issue
_MOST_CANDIDATES = 100_000  # pairs: hostile texts of thousands of open-ended windows


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLink:
    """Two notices and why they are taken to be of one event: the places of both in the list given.

    ``revision`` says what the later does to the earlier; None where they give different areas of one event.
    """

    first: int
    second: int
    probability: float
    reasons: tuple[JoinReason, ...]
    revision: Revision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventArea:
    """An area of an event, once, with everyone who gives it.

    ``sources`` are (notice id, label); ``differences`` says where another notice's area comes close but differs.
    """

    area: NotifiedArea
    sources: tuple[tuple[str, str], ...]
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NoticeEvent:
    """What several notices announce together; or one notice that fits no other. Not slotted: states are kept.

    Attributes
    ----------
    members : tuple of int
        Places in the list given, by time of issue, then as given.
    notices : tuple of Notice
        The same as values.
    probability : float
        Of its weakest join; 1.0 for one notice. An order of trust by hand-set weights, measured but not calibrated.
    certainty : str
        One of ``CERTAINTIES``.
    kind : str
        That of most members, launches before hazards.
    links : tuple of NoticeLink
        The joins that hold it together, and others between its members.
    areas : tuple of EventArea
        Of members that no other member cancels, or of all where all are cancelled.
    windows : tuple of Window
        Of the same members. UTC.
    repeats : tuple of (int, Revision)
        Earlier notices outside the event whose areas it gives again, and how.
    """

    members: tuple[int, ...]
    notices: tuple[Notice, ...]
    probability: float
    certainty: str
    kind: str
    links: tuple[NoticeLink, ...]
    areas: tuple[EventArea, ...]
    windows: tuple[Window, ...]
    repeats: tuple[tuple[int, Revision], ...] = ()

    @cached_property
    def cancelled(self) -> dict[int, int]:
        """Place of a member that is cancelled: place of the member that cancels it."""
        return _cancelled(self.members, self.notices)

    def state(self, at: datetime) -> str:
        """One of ``in force``, ``not yet issued``, ``undetermined``, ``expired``, ``cancelled``, at a moment.

        That of the member that counts most, in this order: an event is cancelled where all its members are.
        """
        states = {self.member_state(member, at) for member in self.members}
        order = ("in force", "not yet issued", "undetermined", "expired", "cancelled")
        return next(word for word in order if word in states)

    def member_state(self, member: int, at: datetime) -> str:
        """As :func:`notice_state`, for one member by its place; a cancel counts from when it was issued."""
        by = self.cancelled.get(member)
        return notice_state(self._by_place[member], at, canceller=None if by is None else self._by_place[by])

    @cached_property
    def _by_place(self) -> dict[int, Notice]:
        return dict(zip(self.members, self.notices, strict=True))


def notice_state(notice: Notice, at: datetime, *, canceller: Notice | None = None) -> str:
    """Whether a notice is in force at a moment: from its issue until it is cancelled, expires or its windows end.

    ``undetermined`` where it gives neither end nor window.
    """
    if notice.issued is not None and notice.issued > at:
        return "not yet issued"
    if canceller is not None and (canceller.issued is None or canceller.issued <= at):
        return "cancelled"
    if notice.expires is not None:
        return "expired" if notice.expires <= at else "in force"
    ends = [window.end for window in windows_of([notice])]
    if not ends:
        return "undetermined"
    return "in force" if None in ends or max(end for end in ends if end) > at else "expired"


def join_notices(notices: Sequence[Notice], *, sites: Sequence[LaunchOrigin] = ()) -> list[NoticeEvent]:
    """Group notices of any publishers to the events they announce.

    Parameters
    ----------
    notices : sequence of Notice
        Warnings and NOTAMs, in any order.
    sites : sequence of LaunchOrigin
        Known launch sites; without them areas are joined along great circles only.

    Returns
    -------
    list of NoticeEvent
        Every notice in exactly one, in order of the first window; a notice that fits no other stands alone.

    Raises
    ------
    InputError
        More than 20,000 notices, or more than 100,000 pairs that share time.
    """
    if len(notices) > _MOST_NOTICES:
        raise InputError(f"{len(notices):,} notices at once; at most {_MOST_NOTICES:,}", advice="give them in parts")
    budget = [MOST_AREA_PAIRS]
    marks = _with_shifts([marks_of(notice, sites, budget) for notice in notices])
    scored = {}
    for first, second in sorted(_candidates(marks)):
        reasons = reasons_for(marks[first], marks[second])
        if reasons:
            scored[first, second] = (_probability(reasons), reasons)
    groups = _groups(len(notices), scored)
    belongs = {n: place for place, group in enumerate(groups) for n in group}
    within: list[list[tuple[int, int]]] = [[] for _ in groups]
    for first, second in scored:
        if belongs[first] == belongs[second]:
            within[belongs[first]].append((first, second))
    events = [_event(group, marks, scored, pairs) for group, pairs in zip(groups, within, strict=True)]
    events = _with_repeats(events, marks)
    return sorted(events, key=lambda event: (_first(event), event.members))


def _with_shifts(marks: Sequence[Marks]) -> list[Marks]:
    """Marks with how far each moved the first opening of the notice that it cancels."""
    openings = {each.notice.id: each.start for each in marks if each.spans and each.notice.id}
    return [
        replace(each, shift_s=each.start - before)
        if each.spans
        and math.isfinite(each.start)
        and (before := next((openings[n] for n in each.notice.cancels if n in openings), -math.inf)) > -math.inf
        else each
        for each in marks
    ]


def _probability(reasons: Iterable[JoinReason]) -> float:
    return 1.0 / (1.0 + math.exp(-(PRIOR + sum(reason.weight for reason in reasons))))


def _candidates(marks: Sequence[Marks]) -> set[tuple[int, int]]:
    """Pairs whose spans come within three hours, both of hazards, or whose numbers refer to one another."""
    found = set(_referring(marks))
    active: list[tuple[float, int]] = []
    timed = [n for n, each in enumerate(marks) if each.spans and each.kind != "other"]
    for n in sorted(timed, key=lambda n: marks[n].start):
        while active and active[0][0] + FOLLOWS_S < marks[n].start:
            active.pop(0)
        found.update((min(n, other), max(n, other)) for _, other in active)
        if len(found) > _MOST_CANDIDATES:
            raise InputError(
                f"more than {_MOST_CANDIDATES:,} pairs of notices share time", advice="give fewer months at once"
            )
        insort(active, (marks[n].end, n))
    return found


def _referring(marks: Sequence[Marks]) -> Iterable[tuple[int, int]]:
    """Pairs of which one cancels the other, both cancel a third, or both bear one number."""
    by_id: dict[str, list[int]] = {}
    for n, each in enumerate(marks):
        for number in {each.notice.id, *each.notice.cancels} - {""}:
            by_id.setdefault(number, []).append(n)
    for places in by_id.values():
        for at, first in enumerate(places[:50]):
            yield from ((first, second) for second in places[at + 1 : 50])


def _groups(count: int, scored: dict[tuple[int, int], tuple[float, tuple[JoinReason, ...]]]) -> list[tuple[int, ...]]:
    """Places that belong together: joined by the surest pair first, never against a pair that contradicts."""
    group = {n: [n] for n in range(count)}
    for (first, second), (probability, _) in sorted(scored.items(), key=lambda item: (-item[1][0], item[0])):
        if probability < JOINED:
            break
        one, two = group[first], group[second]
        if one is two:
            continue
        across = (scored.get((min(a, b), max(a, b))) for a in one for b in two)
        if probability < PROBABLY and any(pair is not None and pair[0] < _AGAINST for pair in across):
            continue
        large, small = (one, two) if len(one) >= len(two) else (two, one)
        large += small
        for member in small:
            group[member] = large
    return list({id(members): tuple(sorted(members)) for members in group.values()}.values())


def _event(
    group: tuple[int, ...],
    marks: Sequence[Marks],
    scored: dict[tuple[int, int], tuple[float, tuple[JoinReason, ...]]],
    pairs: Sequence[tuple[int, int]],
) -> NoticeEvent:
    notices = {n: marks[n].notice for n in group}
    depth = _depths(notices)
    members = tuple(sorted(group, key=lambda n: (_issued(notices[n]), depth[n], n)))
    chosen = tuple(notices[n] for n in members)
    order = {n: place for place, n in enumerate(members)}
    changes: dict[tuple[int, int], tuple[AreaChange, ...]] = {}
    links = []
    for pair in sorted(pairs, key=lambda pair: sorted(order[n] for n in pair)):
        first, second = sorted(pair, key=lambda n: order[n])
        probability, reasons = scored[pair]
        if any(reason.sign in ("areas", "reference") for reason in reasons):
            changes[first, second] = changes_between(marks[first], marks[second])
        links.append(
            NoticeLink(
                first=first,
                second=second,
                probability=probability,
                reasons=reasons,
                revision=_revision(notices[first], notices[second], changes.get((first, second))),
            )
        )
    weakest = _weakest(members, links)
    standing = _standing(members, chosen)
    certainty = CERTAINTIES[2] if len(members) == 1 else CERTAINTIES[0] if weakest >= PROBABLY else CERTAINTIES[1]
    return NoticeEvent(
        members=members,
        notices=chosen,
        probability=weakest,
        certainty=certainty,
        kind=_kind_of([marks[n].kind for n in members]),
        links=tuple(links),
        areas=_merged(standing, notices, changes),
        windows=windows_of(notices[n] for n in standing),
    )


def _revision(first: Notice, second: Notice, changes: Sequence[AreaChange] | None) -> Revision | None:
    return None if changes is None else describe_revision([first], [second], changes)


def _weakest(members: Sequence[int], links: Sequence[NoticeLink]) -> float:
    """Probability of the weakest join on the surest tree through the members."""
    reached = {member: {member} for member in members}
    weakest = 1.0
    for link in sorted(links, key=lambda each: -each.probability):
        one, two = reached[link.first], reached[link.second]
        if one is not two:
            weakest = min(weakest, link.probability)
            large, small = (one, two) if len(one) >= len(two) else (two, one)
            large |= small
            for member in small:
                reached[member] = large
    return weakest


def _cancelled(members: Sequence[int], notices: Sequence[Notice]) -> dict[int, int]:
    by_id = {notice.id: member for member, notice in zip(members, notices, strict=True) if notice.id}
    found = {}
    for member, notice in zip(members, notices, strict=True):
        for number in notice.cancels:
            if number in by_id and by_id[number] != member:
                found[by_id[number]] = member
    return found


def _standing(members: Sequence[int], notices: Sequence[Notice]) -> list[int]:
    """Members that none of the others cancels; all of them where that leaves none."""
    cancelled = _cancelled(members, notices)
    return [member for member in members if member not in cancelled] or list(members)


def _merged(
    standing: Sequence[int],
    notices: Mapping[int, Notice],
    changes: Mapping[tuple[int, int], Sequence[AreaChange]],
) -> tuple[EventArea, ...]:
    """Areas of the members that stand: the same area once, with all who give it."""
    entries: list[EventArea] = []
    at: dict[int, int] = {}  # id of an area: place in entries
    for n in standing:
        for area in notices[n].areas:
            source = (notices[n].id, area.label)
            twin, near = _twin(area, n, standing, changes, at)
            if twin is not None:
                at[id(area)] = twin
                entries[twin] = replace(entries[twin], sources=(*entries[twin].sources, source))
                continue
            at[id(area)] = len(entries)
            entries.append(EventArea(area=area, sources=(source,), differences=near))
    return tuple(entries)


def _twin(
    area: NotifiedArea,
    n: int,
    standing: Sequence[int],
    changes: Mapping[tuple[int, int], Sequence[AreaChange]],
    at: dict[int, int],
) -> tuple[int | None, tuple[str, ...]]:
    """The entry that an area is the same as; else how it differs from those it overlaps."""
    near = []
    for other in standing:
        for change in changes.get((other, n), ()):
            if change.first is None or change.second is None or change.second[1] is not area:
                continue
            if change.verdict == "same" and id(change.first[1]) in at:
                return at[id(change.first[1])], ()
            if change.verdict == "overlaps":
                name = f"{change.first[0] or 'another notice'} {change.first[1].label}".strip()
                near.append(
                    f"differs from {name}: {change.shared:.0%} of both shared,"
                    f" corners up to {change.corner_shift_m / 1000.0:.1f} km apart"
                )
    return None, tuple(near)


def _with_repeats(events: Sequence[NoticeEvent], marks: Sequence[Marks]) -> list[NoticeEvent]:
    """Events with the earlier notices whose areas they give again: found by rounded centres, then measured."""
    belongs = {member: place for place, event in enumerate(events) for member in event.members}
    by_cell: dict[tuple[int, ...], list[int]] = {}
    found: dict[int, list[tuple[int, Revision]]] = {}
    dated = [
        n
        for n, each in enumerate(marks)
        if each.kind != "other" and len(each.centres) and each.spans and math.isfinite(each.start)
    ]
    for n in sorted(dated, key=lambda n: (marks[n].start, n)):
        cells = {tuple(round(float(value) * 250.0) for value in centre) for centre in marks[n].centres}  # some 25 km
        earlier = dict.fromkeys(other for cell in cells for other in by_cell.get(cell, [])[-3:])
        for other in earlier:
            if belongs[other] != belongs[n] and same_outlines(marks[other], marks[n]):
                named = name_revision(marks[other].windows, marks[n].windows, same_areas=True)
                found.setdefault(belongs[n], []).append((other, named))
        for cell in cells:
            by_cell.setdefault(cell, []).append(n)
    return [replace(event, repeats=tuple(found.get(place, ()))) for place, event in enumerate(events)]


def _kind_of(kinds: Sequence[str]) -> str:
    """The kind of most members; launches and tests before falls and hazards where equal."""
    order = ("space launch", "missile test", "re-entry", "debris")
    return max(dict.fromkeys(kinds), key=lambda kind: (kinds.count(kind), -(order.index(kind) if kind in order else 9)))


def _depths(notices: Mapping[int, Notice]) -> dict[int, int]:
    """How many of the others each follows by its cancel lines: an order for those without a time of issue."""
    by_id = {notice.id: n for n, notice in notices.items() if notice.id}
    before = {n: [by_id[each] for each in notice.cancels if by_id.get(each, n) != n] for n, notice in notices.items()}
    depth = dict.fromkeys(notices, 0)
    for _ in range(min(len(notices), _LONGEST_CHAIN)):  # a ring of notices that cancel one another ends here too
        deeper = {n: max((depth[each] + 1 for each in before[n]), default=0) for n in notices}
        if deeper == depth:
            break
        depth = deeper
    return depth


def _issued(notice: Notice) -> float:
    return math.inf if notice.issued is None else notice.issued.timestamp()


def _first(event: NoticeEvent) -> float:
    starts = [window.start.timestamp() for window in event.windows if window.start is not None]
    return min(starts) if starts else math.inf
