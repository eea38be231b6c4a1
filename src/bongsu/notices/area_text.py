"""How a warning's body gives its shapes: paragraphs, lettered entries, and phrases such as BOUND BY.

Works on a :class:`Draft`, the notice being read, and leaves areas, lines, points, loose windows and problems in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bongsu.earth import Window
from bongsu.errors import NoticeError
from bongsu.notices.arc_text import find_arcs
from bongsu.notices.area_drawing import draw
from bongsu.notices.daily_windows import expand_daily
from bongsu.notices.draft import Draft
from bongsu.notices.notice import NotifiedArea, NotifiedLine, NotifiedPoint
from bongsu.notices.phrases import Mode, Phrase, find_phrases
from bongsu.notices.position_text import Position, excerpt
from bongsu.notices.shapes import Span
from bongsu.notices.time_text import Times, read_times, times_begin
from bongsu.wording import phrase as worded

__all__ = ["read_shapes"]

_LONGEST_TIMED = 40_000  # characters of one stretch read for times

_NUMBER_MARK = re.compile(r"(?<!\S)(\d{1,2})\.(?:-(?=\s?\D)|(?=\s))")
_LETTER_MARK = re.compile(r"(?<!\S)(?:([A-Z]{1,2})\.|\(([A-Z])\)|([A-Z])\))(?=\s|\d|\()")
_NESTED_MARK = re.compile(r"(?<![\w)])(?<!\w )\((\d{1,2})\)(?=\s|\d)")  # not "FL (2) 20 SEC"
_BEFORE_CORNERS = re.compile(
    r"\b(?:BOUND(?:ED)?|ENCLOSED|DELIMITED|LIMITED|DELIMITADA|LIMITADA|JOINING|AREA)\b[^.]{0,80}$"
)
_FEWEST_CORNERS = 3
_LONGEST_CORNER_TAIL = 12  # characters behind a corner, as "AND" or "THENCE TO"
_Shape = TypeVar("_Shape", NotifiedArea, NotifiedLine, NotifiedPoint)


def read_shapes(draft: Draft, body: int) -> None:
    """Shapes of a draft from its character ``body`` on, labelled; fills the draft's lists.

    Labels are the letters; paragraphs without letters are known by their number where there are several.
    """
    if "ARC" in draft.plain:
        _set_arcs_apart(draft, body)
    for label, start, end in _joined_paragraphs(draft, list(_paragraphs(draft.plain, body))):
        _paragraph(draft, label, start, end)
    _share_windows(draft)
    for arc in draft.arcs:
        if arc.start not in draft.arcs_drawn:
            words = excerpt(draft.raw, arc.start, arc.end)
            draft.complain(
                "arc",
                worded("{words!r} was not drawn: it belongs to no area that was read", words=words),
                "draw it by hand",
            )
    labels = [area.label for area in draft.areas] + [line.label for line in draft.lines]
    several = len({label for label in labels if label[:1] == "#"}) > 1
    draft.areas = [_labelled(each, several) for each in draft.areas]
    draft.lines = [_labelled(each, several) for each in draft.lines]
    draft.points = [_labelled(each, several) for each in draft.points]


def _joined_paragraphs(draft: Draft, paragraphs: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Paragraphs; three numbered ones or more that are a position each are the corners of the one before them."""
    first = next((index for index in range(1, len(paragraphs)) if _is_corner(draft, paragraphs[index])), 0)
    last = first
    while first and last < len(paragraphs) and _is_corner(draft, paragraphs[last]):
        last += 1
    label, start, end = paragraphs[first - 1]
    if last - first < _FEWEST_CORNERS or not _BEFORE_CORNERS.search(draft.plain, max(start, end - 160), end):
        return paragraphs
    return [*paragraphs[: first - 1], (label, start, paragraphs[last - 1][2]), *paragraphs[last:]]


def _is_corner(draft: Draft, paragraph: tuple[str, int, int]) -> bool:
    _, start, end = paragraph
    found = draft.between(start, end)
    return len(found) == 1 and not draft.plain[start : found[0].start].strip(" \r\n")


def _share_windows(draft: Draft) -> None:
    """Windows with hours in a paragraph of their own go to the areas of the others where none of those has any.

    A day alone may be when something was seen ("ICEBERG SIGHTED 07 JUN"): it goes to none.
    """
    if not draft.loose or len(draft.loose) != len(draft.loose_spans) or any(area.windows for area in draft.areas):
        return
    if any(window.start is None or (window.start.hour, window.start.minute) == (0, 0) for window in draft.loose):
        return
    windows, spans = tuple(draft.loose), tuple(draft.loose_spans)
    draft.areas = [replace(area, windows=windows, window_spans=spans) for area in draft.areas]


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
        draft.loose_spans += times.spans
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
    before = len(draft.areas), len(draft.lines), len(draft.points)
    chunks = list(_chunks(draft, start, end, mode))
    for index, (chunk_start, chunk_end, spoken_mode, found) in enumerate(chunks):
        mode = spoken_mode
        last = index + 1 == len(chunks)
        spoken = _times(draft, chunk_start, end if last else chunk_end, times)
        if spoken is not None:
            times = spoken
        if found or draft.lost(chunk_start, chunk_end):
            draw(draft, label, mode or Mode("list"), found, times, (chunk_start, chunk_end))
    if times.windows and times is not inherited and not chunks[-1][3]:
        _give_windows(draft, before, times)
    return times, mode


def _give_windows(draft: Draft, before: tuple[int, int, int], times: Times) -> None:
    """Times said behind the last position go to the shapes of their stretch that have none."""
    areas, lines, points = before
    windows, spans = times.windows, times.spans
    for index in range(areas, len(draft.areas)):
        if not draft.areas[index].windows:
            draft.areas[index] = replace(draft.areas[index], windows=windows, window_spans=spans)
    for index in range(lines, len(draft.lines)):
        if not draft.lines[index].windows:
            draft.lines[index] = replace(draft.lines[index], windows=windows, window_spans=spans)
    for index in range(points, len(draft.points)):
        if not draft.points[index].windows:
            draft.points[index] = replace(draft.points[index], windows=windows)


def _times(draft: Draft, start: int, end: int, inherited: Times) -> Times | None:
    """Times in a stretch joined with those inherited; None where it has none."""
    begin = times_begin(draft.timed, start, end)
    if begin is None:
        return None
    if end - begin > _LONGEST_TIMED:
        draft.complain(
            "times",
            worded("read in the first {longest_timed:,} characters of a stretch only", longest_timed=_LONGEST_TIMED),
        )
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
                worded("characters {start}-{end}", start=phrase.start, end=phrase.end),
                worded("{excerpt!r} was not understood", excerpt=excerpt(draft.raw, phrase.start, phrase.end)),
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
