"""Shapes of positions that belong together: rings, circles, sectors, bands, lines, points; each checked or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bongsu.errors import InputError
from bongsu.notices.arc_text import ArcWords, edge_notes, placed_arcs, ring_of_arcs, told_gaps
from bongsu.notices.draft import MOST_AREAS, Draft
from bongsu.notices.notice import NotifiedArea, NotifiedLine, NotifiedPoint
from bongsu.notices.phrases import JOINING, Mode, radius_after, sector_after
from bongsu.notices.position_text import Position, excerpt
from bongsu.notices.shapes import LARGEST_RADIUS_M, Arc, Span, ordered_ring
from bongsu.notices.time_text import Times
from bongsu.notices.voyage_text import Track, find_tracks

__all__ = ["draw"]

_CIRCLE_COST = 3
_LONGEST_RING = 1_000  # corners
_SENTENCE = re.compile(r"[.:]\s|\n\s*\n|//")
_DIGIT = re.compile(r"\d")


def draw(draft: Draft, label: str, mode: Mode, found: list[Position], times: Times, span: Span) -> None:
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
    elif draft.lost(line[0].start, line[-1].end):
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
        if mode.name == "between" and len(ring) == 2 and not draft.lost(span[0], ring[-1].end):
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
    if draft.lost(*span):
        draft.complain(where, "left out: one of its positions cannot be read")
        _points(draft, label, group, times)
        return
    arcs = placed_arcs(draft.arcs, group) if draft.arcs else []
    told = told_gaps(arcs)
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
        draft.complain("areas", f"more than {MOST_AREAS:,} areas in one text; the rest is left out")
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
    where = f"line {label}" if label[:1] != "#" else "line"
    if len({each.place for each in group}) < 2:
        draft.complain(where, "left out: line has 1 different place; at least 2", "compare with another copy")
        _points(draft, label, group[:1], times)
        return
    if note:
        draft.complain(where, note)
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
