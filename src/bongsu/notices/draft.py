"""A notice being read: what is known of it so far, and what its text may still cost."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from bongsu.earth import Window
from bongsu.errors import NoticeError, Problem
from bongsu.notices.arc_text import ArcWords
from bongsu.notices.notice import NotifiedArea, NotifiedLine, NotifiedPoint
from bongsu.notices.position_text import MOST_POSITIONS, Fault, Position
from bongsu.notices.shapes import Span
from bongsu.notices.year_anchor import YearAnchor

__all__ = ["MOST_AREAS", "Budget", "Draft"]

MOST_AREAS = 3_000  # of one text, circles counting for three
_MOST_UNTANGLED = 20  # of one text: hostile rings are slow
_MOST_WINDOWS = 15_000  # of a million characters; the warnings of 2018 have 9,200
_MOST_TIMED = 600_000  # characters read for times, of a million


@dataclass(slots=True)
class Budget:
    """What one text may still cost, so that any text is answered in time."""

    areas: int = MOST_AREAS
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
    loose_spans: list[Span] = field(default_factory=list)
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

    def lost(self, start: int, end: int) -> bool:
        """Whether a position in that stretch could not be read."""
        return any(fault.lost and start <= fault.start < end for fault in self.faults)
