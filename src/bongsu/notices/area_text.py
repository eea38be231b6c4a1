"""How a warning's body gives its shapes: paragraphs, lettered entries, and phrases such as BOUND BY.

Works on a :class:`Draft`, the notice being read, and leaves areas, lines, points, loose windows and problems in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from bongsu.earth import Window
from bongsu.errors import InputError, NoticeError, Problem
from bongsu.notices.arc_text import ArcWords, edge_notes, find_arcs, placed_arcs, ring_of_arcs
from bongsu.notices.notice import NotifiedArea, NotifiedLine, NotifiedPoint
from bongsu.notices.phrases import JOINING, Mode, Phrase, find_phrases, radius_after, sector_after
from bongsu.notices.position_text import MOST_POSITIONS, Fault, Position, excerpt
from bongsu.notices.shapes import LARGEST_RADIUS_M, Arc, Span, ordered_ring
from bongsu.notices.time_text import Times, YearAnchor, expand_daily, read_times, times_begin
from bongsu.notices.voyage_text import Track, find_tracks

__all__ = ["Budget", "Draft", "read_shapes"]

_MOST_AREAS = 3_000  # of one text, circles counting for three
_CIRCLE_COST = 3
_MOST_UNTANGLED = 20  # of one text: hostile rings are slow
_LONGEST_RING = 1_000  # corners
_MOST_WINDOWS = 15_000  # of a million characters; the warnings of 2018 have 9,200
_MOST_TIMED = 600_000  # characters read for times, of a million
_LONGEST_TIMED = 40_000  # characters of one stretch read for times

_NUMBER_MARK = re.compile(r"(?<!\S)(\d{1,2})\.(?:-(?=\s?\D)|(?=\s))")
_LETTER_MARK = re.compile(r"(?<!\S)(?:([A-Z]{1,2})\.|\(([A-Z])\)|([A-Z])\))(?=\s|\d|\()")
_NESTED_MARK = re.compile(r"(?<![\w)])(?<!\w )\((\d{1,2})\)(?=\s|\d)")  # not "FL (2) 20 SEC"
_FEWEST_CORNERS = 3
_LONGEST_CORNER_TAIL = 12  # characters behind a corner, as "AND" or "THENCE TO"
_SENTENCE = re.compile(r"[.:]\s|\n\s*\n|//")
_DIGIT = re.compile(r"\d")


_Shape = TypeVar("_Shape", NotifiedArea, NotifiedLine, NotifiedPoint)


@dataclass(slots=True)
class Budget:
    """What one text may still cost, so that any text is answered in time."""

    areas: int = _MOST_AREAS
    untangled: int = _MOST_UNTANGLED
    windows: int = _MOST_WINDOWS
    timed: int = _MOST_TIMED
    positions: int = MOST_POSITIONS

    @classmethod
    def of(cls, text: str) -> Budget:
        """Windows, times and positions for each million characters begun."""
        size = 1 + len(text) // 1_000_000
        return cls(windows=_MOST_WINDOWS * size, timed=_MOST_TIMED * size, positions=MOST_POSITIONS * size)


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
    lines: list[NotifiedLine] = field(default_factory=list)
    points: list[NotifiedPoint] = field(default_factory=list)
    loose: list[Window] = field(default_factory=list)  # windows without an area
    problems: list[Problem] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    timed: str = ""  # plain text with positions and cancel lines blanked, for times
    no_year: NoticeError | None = None
    arcs: list[ArcWords] = field(default_factory=list)
    arcs_drawn: set[int] = field(default_factory=set)  # their starts

    def between(self, start: int, end: int) -> list[Position]:
        return self.positions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def complain(self, where: str, what: str, advice: str = "") -> None:
        self.problems.append(Problem(where=where, what=what, advice=advice))


def read_shapes(draft: Draft, body: int) -> None:
    """Shapes of a draft from its character ``body`` on, labelled; fills the draft's lists.

    Labels are the letters; paragraphs without letters are known by their number where there are several.
    """
    if "ARC" in draft.plain:
        _set_arcs_apart(draft, body)
    for label, start, end in _paragraphs(draft.plain, body):
        _paragraph(draft, label, start, end)
    for arc in draft.arcs:
        if arc.start not in draft.arcs_drawn:
            words = excerpt(draft.raw, arc.start, arc.end)
            draft.complain("arc", f"{words!r} was not drawn: it belongs to no area that was read", "draw it by hand")
    labels = [area.label for area in draft.areas] + [line.label for line in draft.lines]
    several = len({label for label in labels if label[:1] == "#"}) > 1
    draft.areas = [_labelled(each, several) for each in draft.areas]
    draft.lines = [_labelled(each, several) for each in draft.lines]
    draft.points = [_labelled(each, several) for each in draft.points]


def _set_arcs_apart(draft: Draft, body: int) -> None:
    """Arcs of the text; their centres are no corners."""
    draft.arcs = find_arcs(draft.plain, draft.positions, body, len(draft.plain))
    centres = {arc.centre.start for arc in draft.arcs}
    draft.positions = [position for position in draft.positions if position.start not in centres]
    draft.starts = [position.start for position in draft.positions]


def _labelled(shape: _Shape, several: bool) -> _Shape:
    """A shape with its label as published: a paragraph's number only where there are several such."""
    return replace(shape, label=shape.label[1:] if several else "") if shape.label[:1] == "#" else shape


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
    """Shapes and windows of one paragraph; lettered entries take over what its opening says."""
    (_, first, opened), *entries = _stretches(_letters(draft.plain, start, end), start, end)
    areas = len(draft.areas)
    times, mode = _section(draft, f"#{number}", first, opened, Times(), None)
    if mode is not None and mode.name in {"bound", "line"} and _are_corners(draft, entries):
        _section(draft, f"#{number}", entries[0][1], end, times, mode)  # "(A) 17-01N 083-19E (B) ..."
    else:
        for label, entry, after in entries:
            _entry(draft, label, entry, after, times, mode)
    if len(draft.areas) == areas:
        draft.loose += times.windows
    elif times.hours and not times.windows and any(not area.windows for area in draft.areas[areas:]):
        draft.complain("windows", "hours of the day are given without days: no window could be made")


def _are_corners(draft: Draft, entries: Sequence[tuple[str, int, int]]) -> bool:
    """Whether each of three entries or more is one position and begins with it: letters of corners, not of areas."""
    if len(entries) < _FEWEST_CORNERS:
        return False
    for index, (_, start, end) in enumerate(entries):
        found = draft.between(start, end)
        last = index + 1 == len(entries)
        if not found or (len(found) > 1 and not last) or draft.plain[start : found[0].start].strip(" \r\n"):
            return False
        if not last and len(draft.plain[found[0].end : end].strip()) > _LONGEST_CORNER_TAIL:
            return False
    return True


def _entry(draft: Draft, label: str, start: int, end: int, inherited: Times, mode: Mode | None) -> None:
    """A lettered entry, and those numbered (1), (2) within it."""
    marks = _nested_marks(draft.plain, start, end)
    if len(marks) < 2:
        _section(draft, label, start, end, inherited, mode)
        return
    (_, first, opened), *entries = _stretches(marks, start, end)
    times, inner = _section(draft, label, first, opened, inherited, mode)
    if inner is not None and inner.name in {"bound", "line"} and _are_corners(draft, entries):
        _section(draft, label, entries[0][1], end, times, inner)
        return
    for number, entry, after in entries:
        _section(draft, f"{label}({number})", entry, after, times, inner)


def _nested_marks(plain: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """``(1)``, ``(2)``, ... in order, each at the beginning of an entry."""
    if "(1)" not in plain[start:end]:
        return []
    marks: list[tuple[str, int, int]] = []
    for match in _NESTED_MARK.finditer(plain, start, end):
        if int(match[1]) == len(marks) + 1:
            marks.append((match[1], match.start(), match.end()))
    return marks


def _section(
    draft: Draft, label: str, start: int, end: int, inherited: Times, mode: Mode | None
) -> tuple[Times, Mode | None]:
    """Shapes of one stretch; gives its times and way of drawing for the entries under it."""
    times = inherited
    chunks = list(_chunks(draft, start, end, mode))
    for index, (chunk_start, chunk_end, spoken_mode, found) in enumerate(chunks):
        mode = spoken_mode
        last = index + 1 == len(chunks)
        spoken = _times(draft, chunk_start, end if last else chunk_end, times)
        if spoken is not None:
            times = spoken
        if found or _lost(draft, chunk_start, chunk_end):
            _draw(draft, label, mode or Mode("list"), found, times, (chunk_start, chunk_end))
    return times, mode


def _times(draft: Draft, start: int, end: int, inherited: Times) -> Times | None:
    """Times in a stretch joined with those inherited; None where it has none."""
    begin = times_begin(draft.timed, start, end)
    if begin is None:
        return None
    if end - begin > _LONGEST_TIMED:
        draft.complain("times", f"read in the first {_LONGEST_TIMED:,} characters of a stretch only")
        end = begin + _LONGEST_TIMED
    draft.budget.timed -= end - begin
    if draft.budget.windows <= 0 or draft.budget.timed <= 0:
        draft.complain("windows", "too many in one text; the rest is left out")
        return None
    try:
        times = read_times(draft.timed[begin:end], draft.anchor, offset=begin)
    except NoticeError as error:  # no year from anywhere: the places are given all the same
        draft.no_year = draft.no_year or error
        return None
    draft.problems += times.problems
    draft.budget.windows -= len(times.windows)
    if times.hours and not times.windows and inherited.days:
        windows, spans = _expanded(draft, times.hours, inherited.days, times.words)
        return replace(times, windows=windows, spans=spans, hours=(), days=inherited.days)
    if times.days and inherited.hours and not inherited.windows:
        windows, spans = _expanded(draft, inherited.hours, times.days, times.words)
        return replace(times, windows=windows, spans=spans)
    return times if times.windows or times.hours else None


def _expanded(
    draft: Draft, hours: tuple[tuple[int, int], ...], days: tuple[tuple[date, date], ...], words: Span
) -> tuple[tuple[Window, ...], tuple[Span, ...]]:
    windows = expand_daily(hours, days)
    draft.budget.windows -= len(windows)
    return windows, (words,) * len(windows)


def _chunks(
    draft: Draft, start: int, end: int, mode: Mode | None
) -> Iterator[tuple[int, int, Mode | None, list[Position]]]:
    """Parts of a stretch that each begin with a phrase such as BOUND BY: (start, end, mode, positions)."""
    phrases = [phrase for phrase in find_phrases(draft.plain, start, end) if _counts(draft, phrase, end)]
    reached = start
    pending = mode
    for index, phrase in enumerate(phrases):
        head = draft.between(reached, phrase.start)
        if head:
            yield reached, head[-1].end, pending, head
            reached, pending = head[-1].end, mode
        pending = _joined_mode(phrase.mode, pending if index and not head else None)
        if pending is None:
            draft.complain(
                f"characters {phrase.start}-{phrase.end}",
                f"{excerpt(draft.raw, phrase.start, phrase.end)!r} was not understood",
            )
            pending = Mode("unread")
        following = phrases[index + 1].start if index + 1 < len(phrases) else end
        found = draft.between(phrase.end, following)
        if found:
            yield reached, found[-1].end, pending, found
            reached = found[-1].end
    rest = draft.between(reached, end)
    yield reached, rest[-1].end if rest else end, pending, rest


def _counts(draft: Draft, phrase: Phrase, end: int) -> bool:
    """A length counts only with WITHIN or RADIUS before it, or a position right after it; none of an arc does."""
    if any(arc.start <= phrase.start < arc.end for arc in draft.arcs):
        return False
    if not phrase.alone:
        return True
    following = draft.between(phrase.end, end)
    return bool(following) and not draft.plain[phrase.end : following[0].start].strip(" \r\n:(")


def _joined_mode(spoken: Mode | None, before: Mode | None) -> Mode | None:
    """What a phrase says; "WITHIN n MILES OF" before a line belongs to it, before an area it cannot be read."""
    if spoken is not None and before is not None and (before.name, spoken.name) == ("bound", "line"):
        return before  # "BOUNDED BY LINES JOINING"
    if spoken is None or before is None or before.name != "circle":
        return spoken
    if spoken.name in {"bound", "between"}:
        return None
    return Mode("line", before.length_m) if spoken.name == "line" else spoken


def _lost(draft: Draft, start: int, end: int) -> bool:
    return any(fault.lost and start <= fault.start < end for fault in draft.faults)


def _draw(draft: Draft, label: str, mode: Mode, found: list[Position], times: Times, span: Span) -> None:
    """Shapes of positions that belong together."""
    where = f"area {label}" if label[:1] != "#" else "area"
    for group in _boxes(found):
        if group[0].box_corner:
            _add(draft, label, where, group, times, Mode("box"))
        elif mode.name == "circle":
            _circles(draft, label, where, group, times, mode)
        elif mode.name == "line":
            _line(draft, label, where, group, times, mode)
        elif mode.name in {"bound", "between"}:
            _bound(draft, label, where, group, times, mode, span)
        elif mode.name == "unread":
            _points(draft, label, group, times)
        else:
            _list(draft, label, where, group, times)
    if not found and mode.name in {"bound", "circle", "line"}:
        draft.complain(where, "left out: one of its positions cannot be read")


def _boxes(found: list[Position]) -> Iterator[list[Position]]:
    """The positions of each box together, and those between boxes together."""
    group: list[Position] = []
    for position in found:
        same = not group or (
            (group[0].start, group[0].end) == (position.start, position.end)
            if position.box_corner or group[0].box_corner
            else True
        )
        if not same:
            yield group
            group = []
        group.append(position)
    if group:
        yield group


def _circles(draft: Draft, label: str, where: str, group: list[Position], times: Times, mode: Mode) -> None:
    """A circle or sector around each position."""
    for index, position in enumerate(group):
        gap = draft.plain[group[index - 1].end : position.start] if index else ""
        if index and _SENTENCE.search(gap) and not JOINING.fullmatch(gap[:200]):
            _list(draft, label, where, group[index:], times)
            return
        bearings, _, impossible = sector_after(draft.plain, position.end)
        if impossible:
            draft.complain(where, "left out: the bearings of its sector cannot be read", "compare with another copy")
            _points(draft, label, [position], times)
        elif bearings:
            _add(draft, label, where, [position], times, Mode("sector", mode.length_m), bearings)
        else:
            _add(draft, label, where, [position], times, mode)


def _line(draft: Draft, label: str, where: str, group: list[Position], times: Times, mode: Mode) -> None:
    """A trackline, or a band where a width was said; what follows its sentence is read as a list."""
    count = _sentence_length(draft, group)
    line, rest = group[:count], group[count:]
    if len(line) < 2:
        if mode.length_m > 0.0:
            draft.complain(where, "left out: its line has one position only", "compare with another copy")
        _points(draft, label, line, times)
    elif _lost(draft, line[0].start, line[-1].end):
        draft.complain(where, "left out: one of its positions cannot be read")
        _points(draft, label, line, times)
    elif mode.length_m > 0.0:
        _add(draft, label, where, line, times, Mode("band", mode.length_m))
    else:
        _add_line(draft, label, line, times)
    if rest:
        _list(draft, label, where, rest, times)


def _sentence_length(draft: Draft, group: list[Position]) -> int:
    """How many positions come before a sentence ends between them."""
    for index in range(1, len(group)):
        gap = draft.plain[group[index - 1].end : group[index].start]
        if not JOINING.fullmatch(gap[:400]) and _SENTENCE.search(gap):
            return index
    return len(group)


def _bound(draft: Draft, label: str, where: str, group: list[Position], times: Times, mode: Mode, span: Span) -> None:
    """Rings after BOUND BY; two places after AREA BETWEEN are a line."""
    count = _sentence_length(draft, group)
    for ring in _rings(group[:count]):
        if mode.name == "between" and len(ring) == 2 and not _lost(draft, span[0], ring[-1].end):
            note = "an area between two places: only the line that joins them is known"
            _add_line(draft, label, ring, times, note)
            continue
        _polygon(draft, label, where, ring, times, (min(span[0], ring[0].start), max(group[count - 1].end, span[1])))
    if group[count:]:
        _list(draft, label, where, group[count:], times)


def _rings(group: list[Position]) -> Iterator[list[Position]]:
    """Positions ring by ring: a ring ends where it returns to its first corner."""
    ring: list[Position] = []
    for position in group:
        ring.append(position)
        if len(ring) > 3 and ring[0].place == position.place:
            yield ring
            ring = []
    if ring:
        yield ring


def _list(draft: Draft, label: str, where: str, group: list[Position], times: Times) -> None:
    """Positions without a phrase: tracks of voyages, rings of three or more side by side, circles with a radius
    behind them, and points."""
    reached = 0
    for track in find_tracks(draft.plain, group):
        _stretch(draft, label, where, group[reached : track.first], times)
        _add_track(draft, label, group, track, times)
        reached = track.last + 1
    _stretch(draft, label, where, group[reached:], times)


def _stretch(draft: Draft, label: str, where: str, group: list[Position], times: Times) -> None:
    for run in _runs(draft, group):
        radius = radius_after(draft.plain, run[0].end) if len(run) == 1 else 0.0
        if radius:
            _add(draft, label, where, run, times, Mode("circle", radius))
        elif len(run) >= 3:
            _polygon(draft, label, where, run, times, (run[0].start, run[-1].end))
        else:
            _points(draft, label, run, times)


def _runs(draft: Draft, group: list[Position]) -> Iterator[list[Position]]:
    """Positions with nothing but joining words between; a blank line or a closed ring ends them."""
    run: list[Position] = []
    for position in group:
        gap = draft.plain[run[-1].end : position.start] if run else ""
        if run and (not JOINING.fullmatch(gap[:200]) or gap.count("\n") > 1):
            yield run
            run = []
        run.append(position)
        if len(run) > 3 and run[0].place == position.place:
            yield run
            run = []
    if run:
        yield run


def _polygon(draft: Draft, label: str, where: str, group: list[Position], times: Times, span: Span) -> None:
    if _lost(draft, *span):
        draft.complain(where, "left out: one of its positions cannot be read")
        _points(draft, label, group, times)
        return
    arcs = placed_arcs(draft.arcs, group) if draft.arcs else []
    told = {after + {"before": 1, "after": 0, "both before": 2}[arc.first] for after, arc in arcs}
    for index in range(1, len(group)):
        one, two = group[index - 1], group[index]
        gap = draft.plain[one.end : two.start]
        if index not in told and not JOINING.fullmatch(gap[:400]):
            words = excerpt(draft.raw, one.end, two.start)
            if _DIGIT.search(gap):
                draft.complain(where, f"left out: {words!r} between its corners was not understood")
                _points(draft, label, group, times)
                return
            draft.complain(where, f"{words!r} between its corners was passed over; the edge is drawn straight")
    if len(group) < 3:
        draft.complain(where, f"left out: {len(group)} positions bound no area", "compare with another copy")
        _points(draft, label, group, times)
        return
    note = edge_notes(draft.plain, group, arcs, len(draft.plain))
    if note and not arcs and note.startswith("closed"):
        draft.complain(where, note)
    _add(draft, label, where, group, times, Mode("area"), note=note, arcs=arcs)


def _add(
    draft: Draft,
    label: str,
    where: str,
    group: list[Position],
    times: Times,
    mode: Mode,
    bearings: tuple[float, float] | None = None,
    note: str = "",
    arcs: Sequence[tuple[int, ArcWords]] = (),
) -> None:
    """One area, checked, or the problem with it."""
    if draft.budget.areas <= 0:
        draft.complain("areas", f"more than {_MOST_AREAS:,} areas in one text; the rest is left out")
        return
    repaired = "; ".join(dict.fromkeys(each.repaired for each in group if each.repaired))
    vertices = tuple(each.place for each in group)
    spans = tuple((each.start, each.end) for each in group)
    drawn: tuple[Arc, ...] = ()
    try:
        if arcs:
            draft.arcs_drawn.update(arc.start for _, arc in arcs)
            ring, drawn, assumed = ring_of_arcs(group, arcs)
            vertices, spans = tuple(each.place for each in ring), tuple((each.start, each.end) for each in ring)
            note = "; ".join(filter(None, [note, assumed]))
            if assumed:
                draft.complain(where, assumed, "compare with another copy")
        elif mode.name == "area":
            vertices, spans, reordered = _checked_ring(draft, vertices, spans)
            if reordered:
                draft.complain(where, "its edges crossed in the order published; the corners were re-ordered")
                reason = "corners re-ordered: edges crossed in the order published"
                repaired = "; ".join(filter(None, [repaired, reason]))
        elif mode.name != "box" and mode.length_m > LARGEST_RADIUS_M:
            raise InputError(f"radius {mode.length_m / 1e3:g} km; expected up to {LARGEST_RADIUS_M / 1e3:,.0f} km")
        elif mode.name == "box" and (vertices[0][0] == vertices[2][0] or vertices[0][1] == vertices[2][1]):
            raise InputError("its parallels or its meridians are the same: no area")
        elif mode.name == "band" and len(set(vertices)) < 2:
            raise InputError("line has 1 different place; at least 2")
    except InputError as error:
        draft.complain(where, f"left out: {error}", error.advice)
        _points(draft, label, group, times)
        return
    draft.budget.areas -= 1 if mode.name in {"area", "box"} else _CIRCLE_COST
    draft.areas.append(
        NotifiedArea(
            label=label,
            vertices=vertices,
            windows=times.windows,
            text_span=(group[0].start, group[-1].end),
            kind="area" if mode.name == "box" else mode.name,
            radius_m=mode.length_m,
            bearings_deg=bearings,
            vertex_spans=spans,
            window_spans=times.spans,
            repaired=repaired,
            along_parallels=mode.name == "box",
            note=note,
            arcs=drawn,
        )
    )


def _checked_ring(
    draft: Draft, vertices: tuple[tuple[float, float], ...], spans: tuple[Span, ...]
) -> tuple[tuple[tuple[float, float], ...], tuple[Span, ...], bool]:
    """A ring's corners with the spans of each, and whether they were re-ordered."""
    if len(vertices) > _LONGEST_RING:
        raise InputError(f"{len(vertices)} corners; at most {_LONGEST_RING:,}")
    try:
        ring, reordered = ordered_ring(vertices, untangle=draft.budget.untangled > 0)
    except InputError:
        draft.budget.untangled -= 1  # hostile rings cost the time and give nothing
        raise
    draft.budget.untangled -= reordered
    if ring == vertices:
        return vertices, spans, False
    said = dict(zip(reversed(vertices), reversed(spans), strict=True))  # a corner said twice: its first place
    return ring, tuple(said.get(corner, spans[0]) for corner in ring), reordered


def _add_line(draft: Draft, label: str, group: list[Position], times: Times, note: str = "") -> None:
    if note:
        draft.complain(f"line {label}" if label[:1] != "#" else "line", note)
    draft.lines.append(
        NotifiedLine(
            label=label,
            vertices=tuple(each.place for each in group),
            windows=times.windows,
            text_span=(min(each.start for each in group), max(each.end for each in group)),
            vertex_spans=tuple((each.start, each.end) for each in group),
            window_spans=times.spans,
            repaired="; ".join(dict.fromkeys(each.repaired for each in group if each.repaired)),
            note=note,
        )
    )


def _add_track(draft: Draft, label: str, group: list[Position], track: Track, times: Times) -> None:
    _add_line(draft, label, [group[index] for index in track.order], times, "")
    used = set(track.order)
    rest = [group[index] for index in range(track.first, track.last + 1) if index not in used]
    _points(draft, label, rest, times)


def _points(draft: Draft, label: str, group: list[Position], times: Times) -> None:
    for position in group:
        draft.points.append(
            NotifiedPoint(
                label=label,
                latitude_deg=position.latitude_deg,
                longitude_deg=position.longitude_deg,
                windows=times.windows,
                text_span=(position.start, position.end),
                repaired=position.repaired,
            )
        )
