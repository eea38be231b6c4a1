"""How a warning's body gives its areas: paragraphs, lettered entries, and phrases such as BOUND BY.

Works on a :class:`Draft`, the notice being read, and leaves areas, loose windows and problems in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bongsu.earth import Region, Window, constants, region_from_circle, region_from_line, untangle_ring
from bongsu.errors import InputError, Problem
from bongsu.notices.notice import NotifiedArea
from bongsu.notices.position_text import NUMBER_WORD, Fault, Position, excerpt, read_number
from bongsu.notices.time_text import Times, YearAnchor, expand_daily, read_times

__all__ = ["Budget", "Draft", "read_areas"]

_MOST_AREAS = 3_000  # of one text, circles counting for three
_CIRCLE_COST = 3
_MOST_UNTANGLED = 20  # of one text: hostile rings are slow
_LONGEST_RING = 1_000  # corners

_NUMBER_MARK = re.compile(r"(?<!\S)(\d{1,2})\.(?=\s)")
_LETTER_MARK = re.compile(r"(?<!\S)(?:([A-Z]{1,2})\.|\(([A-Z])\)|([A-Z])\))(?=\s|\d)")
_NUMBER = (
    rf"\d{{1,5}}(?:\.\d{{1,4}})?|(?:{NUMBER_WORD})(?:[\s-]{{1,4}}(?:AND\s{{1,4}})?(?:A\s{{1,4}})?"
    rf"(?:{NUMBER_WORD})){{0,6}}"
)
_UNITS = {
    "MILE": constants.NAUTICAL_MILE_M,
    "NAUTICALMILE": constants.NAUTICAL_MILE_M,
    "NM": constants.NAUTICAL_MILE_M,
    "NMI": constants.NAUTICAL_MILE_M,
    "METER": 1.0,
    "METRE": 1.0,
    "KILOMETER": 1000.0,
    "KILOMETRE": 1000.0,
    "KM": 1000.0,
    "YARD": 0.9144,
}
_LENGTH = (
    rf"(?P<length>{_NUMBER})[\s-]{{0,4}}"
    r"(?P<unit>NAUTICAL\s{1,4}MILES?|MILES?|NMI?|KMS?|(?:KILO)?MET(?:ER|RE)S?|YARDS?)\b"
)
_PHRASE = re.compile(
    r"(?P<bound>\b(?:BOUND(?:ED)?|ENCLOSED|DELIMITED)\s{1,12}BY\b|\bAREAS?:?\s{1,12}(?:JOINING|CONNECTING|BETWEEN)\b)"
    rf"|(?P<circle>(?P<within>\bWITHIN:?\s{{1,12}}|\bRADIUS\s{{1,12}}(?:OF\s{{1,12}})?|\bA\s{{1,12}})?(?<![\w.-]){_LENGTH}"
    r"(?:\s{1,12}RADIUS)?\s{1,12}(?:OF|FROM|WITHIN|AROUND|ABOUT|CENT(?:ER|RE)D(?:\s{1,12}(?:ON|AT|IN))?)\b)"
    r"|(?P<line>\bTRACK\s?LINES?\b|\bLINES?\s{1,12}JOINING\b|\bROUTE\b|\bCABLE\b)"
)
_RADIUS_AFTER = re.compile(
    rf"[\s,.:;]{{0,6}}(?:WITH\s{{1,12}})?(?:IN\s{{1,4}})?(?:A\s{{1,4}})?RADIUS:?\s{{1,12}}(?:OF\s{{1,12}})?{_LENGTH}"
)
_SECTOR = re.compile(r"\s{0,12}BETWEEN\s{1,12}\d{1,3}(?:\.\d)?\s{0,4}(?:DEGREES?|°)?\s{1,12}(?:AND|TO)\s{1,12}\d{1,3}")
_JOINING = re.compile(r"(?:[\s,;.:/]|\b(?:AND|TO|THENCE|THEN|POSITIONS?|POINT|BACK|NO)\b|\(?\b[A-Z0-9]\b[).])*")


@dataclass(slots=True)
class Budget:
    """What one text may still cost."""

    areas: int = _MOST_AREAS
    untangled: int = _MOST_UNTANGLED


@dataclass(frozen=True, slots=True)
class _Mode:
    """How positions are meant: "bound", "circle", "line" or "list", with a length for circle and line."""

    name: str
    length_m: float = 0.0


@dataclass(slots=True)
class Draft:
    """A notice being read."""

    raw: str
    plain: str
    positions: list[Position]
    faults: list[Fault]
    anchor: YearAnchor
    budget: Budget
    areas: list[NotifiedArea] = field(default_factory=list)
    loose: list[Window] = field(default_factory=list)  # windows without an area
    problems: list[Problem] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    timed: str = ""  # plain text with positions and cancel lines blanked, for times

    def between(self, start: int, end: int) -> list[Position]:
        return self.positions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def complain(self, where: str, what: str, advice: str = "") -> None:
        self.problems.append(Problem(where=where, what=what, advice=advice))


def read_areas(draft: Draft, body: int) -> tuple[NotifiedArea, ...]:
    """Areas of a draft from its character ``body`` on, labelled; ``draft.loose`` and ``.problems`` are filled.

    Labels are the letters; paragraphs without letters are known by their number where there are several.
    """
    for label, start, end in _paragraphs(draft.plain, body):
        _paragraph(draft, label, start, end)
    several = len({area.label for area in draft.areas if area.label[:1] == "#"}) > 1
    return tuple(
        replace(area, label=area.label[1:] if several else "") if area.label[:1] == "#" else area
        for area in draft.areas
    )


def _paragraphs(plain: str, body: int) -> Iterator[tuple[str, int, int]]:
    """Numbered paragraphs as (number, start, end), and what stands before the first."""
    marks: list[tuple[str, int, int]] = []
    last = 0
    for match in _NUMBER_MARK.finditer(plain, body):
        before = plain[max(body, match.start() - 12) : match.start()].rstrip(" \r")[-1:]
        if before in {"", "\n", ".", ":", ";", ",", "/", "|"} and last < int(match[1]) <= last + 8:
            last = int(match[1])
            marks.append((match[1], match.start(), match.end()))
    yield from _stretches(marks, body, len(plain))


def _stretches(marks: list[tuple[str, int, int]], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """(label, start, end) of what each mark opens; "" for what comes before the first."""
    yield "", start, marks[0][1] if marks else end
    for index, (label, _, after) in enumerate(marks):
        yield label, after, marks[index + 1][1] if index + 1 < len(marks) else end


def _letters(plain: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Lettered entries in order A, B, ..., Z, AA; other single letters are words."""
    marks: list[tuple[str, int, int]] = []
    expected = "A"
    for match in _LETTER_MARK.finditer(plain, start, end):
        label = match[1] or match[2] or match[3]
        if label in (expected, "A"):
            marks.append((label, match.start(), match.end()))
            expected = _next_label(label)
    return marks


def _next_label(label: str) -> str:
    if label == "Z":
        return "AA"
    return label[:-1] + chr(ord(label[-1]) + 1) if label[-1] != "Z" else chr(ord(label[0]) + 1) + "A"


def _paragraph(draft: Draft, number: str, start: int, end: int) -> None:
    """Areas and windows of one paragraph; lettered entries take over what its opening says."""
    (_, first, opened), *entries = _stretches(_letters(draft.plain, start, end), start, end)
    before = len(draft.areas)
    times, mode = _section(draft, f"#{number}", first, opened, Times(), None)
    for label, entry, after in entries:
        _section(draft, label, entry, after, times, mode)
    if len(draft.areas) == before:
        draft.loose += times.windows
    elif times.hours and not times.windows and any(not area.windows for area in draft.areas[before:]):
        draft.complain("windows", "hours of the day are given without days: no window could be made")


def _section(
    draft: Draft, label: str, start: int, end: int, inherited: Times, mode: _Mode | None
) -> tuple[Times, _Mode | None]:
    """Areas of one stretch; gives its times and way of drawing for the entries under it."""
    times = inherited
    chunks = list(_chunks(draft, start, end, mode))
    for index, (chunk_start, chunk_end, spoken_mode, found) in enumerate(chunks):
        mode = spoken_mode
        last = index + 1 == len(chunks)
        spoken = _times(draft, chunk_start, end if last else chunk_end, times)
        if spoken is not None:
            times = spoken
        if found or _lost(draft, chunk_start, chunk_end):
            _draw(draft, label, mode or _Mode("list"), found, times, (chunk_start, chunk_end))
    return times, mode


def _times(draft: Draft, start: int, end: int, inherited: Times) -> Times | None:
    """Times in a stretch joined with those inherited; None where it has none."""
    times = read_times(draft.timed[start:end], draft.anchor)
    draft.problems += times.problems
    if times.hours and not times.windows and inherited.days:
        return replace(times, windows=expand_daily(times.hours, inherited.days), hours=(), days=inherited.days)
    if times.days and inherited.hours and not inherited.windows:
        return replace(times, windows=expand_daily(inherited.hours, times.days))
    return times if times.windows or times.hours else None


def _chunks(
    draft: Draft, start: int, end: int, mode: _Mode | None
) -> Iterator[tuple[int, int, _Mode | None, list[Position]]]:
    """Parts of a stretch that each begin with a phrase such as BOUND BY: (start, end, mode, positions)."""
    phrases = [match for match in _PHRASE.finditer(draft.plain, start, end) if _counts(draft, match, end)]
    reached = start
    pending = mode
    for index, match in enumerate(phrases):
        head = draft.between(reached, match.start())
        if head:
            yield reached, head[-1].end, pending, head
            reached, pending = head[-1].end, mode
        pending = _phrase_mode(match, pending if index and not head else None)
        if pending is None:
            draft.complain(
                f"characters {match.start()}-{match.end()}",
                f"{excerpt(draft.raw, match.start(), match.end())!r} was not understood",
            )
            pending = _Mode("unread")
        following = phrases[index + 1].start() if index + 1 < len(phrases) else end
        found = draft.between(match.end(), following)
        if found:
            yield reached, found[-1].end, pending, found
            reached = found[-1].end
    rest = draft.between(reached, end)
    yield reached, rest[-1].end if rest else end, pending, rest


def _counts(draft: Draft, match: re.Match[str], end: int) -> bool:
    """A length counts only with WITHIN or RADIUS before it, or a position right after it."""
    if match["circle"] is None or match["within"]:
        return True
    following = draft.between(match.end(), end)
    return bool(following) and not draft.plain[match.end() : following[0].start].strip(" \r\n:")


def _phrase_mode(match: re.Match[str], before: _Mode | None) -> _Mode | None:
    """What a phrase says; "WITHIN n MILES OF" before a line or an area belongs to it."""
    if match["bound"]:
        return None if before is not None and before.name == "circle" else _Mode("bound")
    if match["line"]:
        return _Mode("line", before.length_m if before is not None and before.name == "circle" else 0.0)
    length = _length_m(match)
    return None if length is None else _Mode("circle", length)


def _length_m(match: re.Match[str]) -> float | None:
    unit = re.sub(r"\s", "", match["unit"])
    try:
        value = read_number(match["length"])
    except InputError:
        return None
    scale = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("S"))
    return value * scale if scale and value > 0.0 else None


def _lost(draft: Draft, start: int, end: int) -> bool:
    return any(fault.lost and start <= fault.start < end for fault in draft.faults)


def _draw(draft: Draft, label: str, mode: _Mode, found: list[Position], times: Times, span: tuple[int, int]) -> None:
    """Areas of positions that belong together."""
    where = f"area {label}" if label[:1] != "#" else "area"
    if mode.name == "list" and len(found) == 1 and (radius := _RADIUS_AFTER.match(draft.plain, found[0].end)):
        mode = _Mode("circle", _length_m(radius) or 0.0)
    if mode.name == "circle":
        for position in found:
            if _SECTOR.match(draft.plain, position.end):
                draft.complain(where, "a sector of a circle is not read", "draw it by hand")
            else:
                _add(draft, label, where, [position], times, mode)
    elif mode.name == "line" and mode.length_m > 0.0:
        _add(draft, label, where, found, times, mode)
    elif mode.name in {"bound", "list"}:
        for group in _groups(draft, found, split=mode.name == "list"):
            if mode.name == "bound" or len(group) >= 3:
                _polygon(draft, label, where, group, times, mode, span)


def _groups(draft: Draft, found: list[Position], *, split: bool) -> Iterator[list[Position]]:
    """Positions ring by ring: a ring ends where it returns to its first corner, and at prose in a bare list."""
    group: list[Position] = []
    for position in found:
        gap = draft.plain[group[-1].end : position.start] if group else ""
        if split and group and (not _JOINING.fullmatch(gap[:200]) or gap.count("\n") > 1):
            yield group
            group = []
        group.append(position)
        first = group[0]
        if len(group) > 3 and (first.latitude_deg, first.longitude_deg) == (
            position.latitude_deg,
            position.longitude_deg,
        ):
            yield group
            group = []
    if group:
        yield group


def _polygon(
    draft: Draft, label: str, where: str, group: list[Position], times: Times, mode: _Mode, span: tuple[int, int]
) -> None:
    start, end = (
        (min(span[0], group[0].start), max(span[1], group[-1].end))
        if mode.name == "bound"
        else (group[0].start, group[-1].end)
    )
    if _lost(draft, start, end):
        draft.complain(where, "left out: one of its positions cannot be read")
        return
    for one, two in pairwise(group):
        gap = draft.plain[one.end : two.start]
        if mode.name == "bound" and not _JOINING.fullmatch(gap[:400]):
            words = excerpt(draft.raw, one.end, two.start)
            if re.search(r"\d", gap):
                draft.complain(where, f"left out: {words!r} between its corners was not understood")
                return
            draft.complain(where, f"{words!r} between its corners was passed over; the edge is drawn straight")
    if len(group) < 3:
        draft.complain(where, f"left out: {len(group)} positions bound no area", "compare with another copy")
        return
    _add(draft, label, where, group, times, mode)


def _add(draft: Draft, label: str, where: str, group: list[Position], times: Times, mode: _Mode) -> None:
    """One area, checked, or the problem with it."""
    if draft.budget.areas <= 0:
        draft.complain("areas", f"more than {_MOST_AREAS:,} areas in one text; the rest is left out")
        return
    if not group:
        return
    repaired = "; ".join(dict.fromkeys(each.repaired for each in group if each.repaired))
    try:
        ring, reordered = _ring(draft, group, mode)
    except InputError as error:
        draft.complain(where, f"left out: {error}", error.advice)
        return
    if reordered:
        draft.complain(where, "its edges crossed in the order published; the corners were re-ordered")
        repaired = "; ".join(filter(None, [repaired, "corners re-ordered: edges crossed in the order published"]))
    draft.budget.areas -= _CIRCLE_COST if mode.name in {"circle", "line"} else 1
    span = (group[0].start, group[-1].end)
    draft.areas.append(
        NotifiedArea(label=label, region_ring=ring, windows=times.windows, text_span=span, repaired=repaired)
    )


def _ring(draft: Draft, group: list[Position], mode: _Mode) -> tuple[tuple[tuple[float, float], ...], bool]:
    corners = tuple((each.latitude_deg, each.longitude_deg) for each in group)
    if len(corners) > _LONGEST_RING:
        raise InputError(f"{len(corners)} corners; at most {_LONGEST_RING:,}")
    if mode.name == "circle":
        return region_from_circle(*corners[0], mode.length_m).corners, False
    if mode.name == "line":
        return region_from_line(corners, mode.length_m).corners, False
    reordered = False
    if draft.budget.untangled > 0:
        corners, reordered = untangle_ring(corners)
        draft.budget.untangled -= reordered
    try:
        Region.from_ring(corners)
    except InputError:
        draft.budget.untangled -= 1  # hostile rings cost the time and give nothing
        raise
    return corners, reordered
