"""Arcs between the corners of an area, and edges along a coast, a border or a limit, as notices write them.

``34-00S 152-00E, THENCE CLOCKWISE ALONG ARC OF CIRCLE RADIUS 10 MILES CENTERED ON 34-10S 152-00E TO 34-20S 152-00E``;
``ARC OF CIRCLE RADIUS 5NM CENTRED ON c FROM a TO b``; ``a TO b ALONG AN ARC CENTRED ON c``; ``THENCE ALONG THE COAST``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from bongsu.earth import Region, constants
from bongsu.errors import InputError
from bongsu.notices.position_text import Position, read_number
from bongsu.notices.shapes import Arc, arc_sizes, ring_with_arcs
from bongsu.wording import phrase

__all__ = ["ArcWords", "edge_notes", "find_arcs", "placed_arcs", "ring_of_arcs", "told_gaps"]

_ARC = re.compile(r"\bARC\b")
_TURN = re.compile(r"(?P<counter>COUNTER\s?-?\s?|ANTI\s?-?\s?)?CLOCKWISE")
_CENTRE = re.compile(r"\bCENT(?:ERED|RED|ER|RE)\b|\bCENTRADO\b|\bCENTRO\b")
_RADIUS = re.compile(
    r"(?P<length>\d{1,4}(?:\.\d{1,3})?|[A-Z]{3,9})[ -]{0,3}"
    r"(?P<unit>NAUTICAL\s{1,3}MILES?|MILES?|NMI?|M|KMS?|KILOMET(?:ER|RE)S?|MET(?:ER|RE)S?|MILLAS|MN)\b"
)
_ONWARDS = re.compile(
    r"[\s,.;)]{0,6}(?:(?:IN\s)?(?:AN?\s)?(?:COUNTER|ANTI)?\s?-?\s?CLOCKWISE\s{1,3}(?:DIRECTION\s{1,3})?)?(?:BACK\s{1,3})?TO\b"
)
_FROM = re.compile(r"[\s,.;)]{0,6}(?:AND\s{1,3})?(?:FROM|BETWEEN)\b")
_ALONG_IT = re.compile(r"\s{1,6}(?:ALONG|BY|ON|VIA)\b")  # "... TO b ALONG AN ARC": no comma after b
_LOOK = 90  # characters to either side of the word ARC
_ALONG = re.compile(
    r"\b(?:COAST(?:LINE)?|SHORE(?:LINE)?|COSTA|COTE|LITTORAL|BORDER|BO?U?NDA?RY|LIMITS?|LAND|BANK|RIVER|FIR|TMA|CTR)\b"
)
_CLOSING = re.compile(r"[\s,;.]{0,6}(?:AND\s{1,4})?(?:THENCE|THEN|BACK)\b[^.\d/]{0,60}")
_FITS_M = 1.0 * constants.NAUTICAL_MILE_M  # an arc's ends may lie this far from its radius, or a twentieth of it
_FITS_PART = 0.05
_FAR = 160  # characters from an arc's words to the corners behind them


@dataclass(frozen=True, slots=True)
class ArcWords:
    """An arc in ``text[start:end]``, its centre included.

    ``first`` is "before" where it runs from the position before its words to the one behind, "after" between the two
    behind them, "both before" between the two before. ``radius_m`` is 0 and ``clockwise`` None where not said.
    """

    start: int
    end: int
    centre: Position
    radius_m: float
    clockwise: bool | None
    first: str


def find_arcs(plain: str, positions: Sequence[Position], start: int, end: int) -> list[ArcWords]:
    """Arcs of a stretch of plain text, in order; ``positions`` are those of the whole text."""
    starts = [position.start for position in positions]
    found: list[ArcWords] = []
    for word in _ARC.finditer(plain, start, end):
        if found and word.start() < found[-1].end:
            continue
        index = bisect_left(starts, word.end())
        if index == len(positions) or positions[index].end > end or positions[index].start - word.end() > _LOOK:
            continue
        centre = positions[index]
        if not _CENTRE.search(plain, word.end(), centre.start):
            continue
        begin = max(start, word.start() - _LOOK, positions[index - 1].end if index else 0)
        until = min(end, positions[index + 1].start if index + 1 < len(positions) else end, centre.end + _LOOK)
        lead, tail = plain[begin : word.start()], plain[centre.end : until]
        turn = (
            _TURN.search(lead) or _TURN.search(plain, word.end(), centre.start) or _TURN.match(tail.lstrip(" ,.;)\n"))
        )
        if turn is None and (behind := re.search(r"CLOCKWISE", tail)) is not None:
            turn = _TURN.search(tail, max(0, behind.start() - 10))
        if _FROM.match(tail):
            first = "after"
            if turn is None and index + 2 < len(positions):
                turn = _TURN.search(plain, positions[index + 1].end, min(positions[index + 2].start, end))
        elif _ONWARDS.match(tail) or not _ALONG_IT.match(lead):
            first = "before"
        else:
            first = "both before"
        size = _RADIUS.search(plain, word.end(), until)
        radius = _length_m(size) if size else 0.0
        stop = size.end() if size and size.start() > centre.end else centre.end
        clockwise = None if turn is None else turn["counter"] is None
        found.append(ArcWords(begin, stop, centre, radius, clockwise, first))
    return found


def _length_m(size: re.Match[str]) -> float:
    try:
        value = read_number(size["length"])
    except InputError:
        return 0.0
    unit = size["unit"]
    if unit[0] == "K":
        return value * 1000.0
    return value if unit.startswith("MET") else value * constants.NAUTICAL_MILE_M


def fitted_arc(words: ArcWords, index: int, start: tuple[float, float], end: tuple[float, float]) -> tuple[Arc, str]:
    """The arc from corner ``index`` at ``start`` to the next at ``end``, and what was assumed ("" where nothing).

    Raises
    ------
    InputError
        When its ends do not lie on it: more than a mile and 5 % from its radius, or from one another's distance.
    """
    sizes, clockwise_deg = arc_sizes(words.centre.place, start, end)
    radius = words.radius_m or sum(sizes) / 2.0
    if max(abs(size - radius) for size in sizes) > max(_FITS_M, _FITS_PART * radius):
        miles = " and ".join(f"{size / constants.NAUTICAL_MILE_M:.1f}" for size in sizes)
        said = (
            phrase("; its radius is {radius:.1f} NM", radius=radius / constants.NAUTICAL_MILE_M)
            if words.radius_m
            else ""
        )
        raise InputError(
            phrase("the ends of its arc lie {miles} NM from the arc's centre{said}", miles=miles, said=said),
            advice="draw it by hand",
        )
    assumed = ""
    clockwise = words.clockwise
    if clockwise is None:
        clockwise, assumed = clockwise_deg <= 180.0, "which way its arc turns is not said: drawn the shorter way"
    return Arc(index, words.centre.place, radius, clockwise, (words.centre.start, words.centre.end)), assumed


def edge_kind(words: str) -> str:
    """What an edge follows by its words: ``COAST``; "" where that is not said."""
    match = _ALONG.search(words)
    return match.group() if match else ""


def closing_note(plain: str, end: int, until: int) -> str:
    """What is said of the edge from the last corner back to the first, "" where it is straight."""
    match = _CLOSING.match(plain, end, min(until, end + 100))
    kind = edge_kind(match.group()) if match else ""
    return f"closed along {kind}: the edge from the last corner to the first is drawn straight" if kind else ""


def placed_arcs(arcs: Sequence[ArcWords], corners: Sequence[Position]) -> list[tuple[int, ArcWords]]:
    """Which of the arcs belong to a ring of corners as written: each with the index of the corner that it begins at."""
    placed = []
    for arc in arcs:
        if not corners[0].start - _FAR <= arc.start <= corners[-1].end:
            continue
        passed = sum(corner.end <= arc.start for corner in corners)
        after = passed + {"before": -1, "after": 0, "both before": -2}[arc.first]
        if 0 <= after < len(corners):
            placed.append((after, arc))
    return placed


def told_gaps(placed: Sequence[tuple[int, ArcWords]]) -> set[int]:
    """Gaps between corners (1 is that after the first) that hold words of arcs."""
    gaps = set()
    for after, arc in placed:
        gaps |= {after + 1, after + {"before": 1, "after": 0, "both before": 2}[arc.first]}
    return gaps


def ring_of_arcs(
    corners: Sequence[Position], placed: Sequence[tuple[int, ArcWords]]
) -> tuple[list[Position], tuple[Arc, ...], str]:
    """Corners without the closing one, their arcs, and what was assumed of them.

    Raises
    ------
    InputError
        When an arc does not fit its corners, when a corner beside one is said twice, or when the edges cross.
    """
    ring = list(corners)
    if len(ring) > 1 and ring[0].place == ring[-1].place:
        ring.pop()
    if len(ring) < 2 or len({corner.place for corner in ring}) < len(ring):
        raise InputError(
            phrase("{count} different corners beside an arc", count=len(ring)), advice="compare with another copy"
        )
    arcs, assumed = [], []
    for after, words in placed:
        if after >= len(ring):
            raise InputError("its arc begins at the corner that closes the ring", advice="draw it by hand")
        arc, said = fitted_arc(words, after, ring[after].place, ring[(after + 1) % len(ring)].place)
        arcs.append(arc)
        assumed += [said] if said else []
    drawn = ring_with_arcs([corner.place for corner in ring], arcs)
    Region.from_ring(drawn)
    return ring, tuple(arcs), "; ".join(dict.fromkeys(assumed))


def edge_notes(plain: str, corners: Sequence[Position], placed: Sequence[tuple[int, ArcWords]], until: int) -> str:
    """What is to be said of edges along a coast or a border, "" where there are none."""
    notes = []
    arcs = {after for after, _ in placed}
    for index in range(1, len(corners)):
        kind = "" if index - 1 in arcs else edge_kind(plain[corners[index - 1].end : corners[index].start])
        if kind:
            notes.append(f"along {kind} between corners {index} and {index + 1}: drawn straight")
    closed = closing_note(plain, corners[-1].end, until)
    return "; ".join([*notes, closed] if closed else notes)
