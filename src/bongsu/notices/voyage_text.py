"""Places that a sentence joins without a phrase such as TRACKLINE: from one port to another, between two places.

``OVERDUE EXUMA (23-32.0N 075-50.0W) TO KEY LARGO (25-06.4N 080-25.8W). LAST KNOWN POSITION IN ...``
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bongsu.notices.position_text import Position

__all__ = ["Track", "find_tracks"]

_TO = re.compile(r"[\s,)]{0,8}TO(?:[\s,(][A-Z0-9 .,'()/\s-]{0,60}+)?")
_AND = re.compile(r"[\s,)]{0,8}AND(?:[\s,(][A-Z0-9 .,'()/\s-]{0,60}+)?")
_BARE_AND = re.compile(r"[\s,]{0,8}AND\s{1,8}")
_SENTENCE_END = re.compile(r"\.(?<!\bST\.)(?<!\bNO\.)(?<!\bMT\.)(?<!\bPT\.)\s{1,40}[A-Z0-9]{3}|\n\s{0,40}\n|//")
_VOYAGE = re.compile(
    r"\b(?:OVERDUE|UNREPORTED|MISSING|EN\s?ROUTE|DEPARTED|SAILED|FROM|BETWEEN|DRIFTING|TRANSIT\w*|PASSAGE|TOW)\b"
)
_LATE = re.compile(r"\b(?:OVERDUE|UNREPORTED|MISSING|REQUESTING\s+ASSISTANCE|DISABLED|DISTRESS)\b")
_BETWEEN = re.compile(r"\bBETWEEN\b")
_LAST_KNOWN = re.compile(r"\bLAST\s+(?:KNOWN|REPORTED)\s+(?:POSITION|LOCATION)\b[^.\d]{0,40}$")
_LOOK_BACK = 240  # characters of a sentence


@dataclass(frozen=True, slots=True)
class Track:
    """Positions ``first`` to ``last`` of a list belong to a track; ``order`` are those joined, in that order."""

    first: int
    last: int
    order: tuple[int, ...]


def find_tracks(plain: str, group: list[Position]) -> list[Track]:
    """Tracks among the positions of a list, in order, not overlapping.

    A position whose sentence speaks of a voyage and goes on "TO place (position)", or "BETWEEN a AND b". The last
    known position of an overdue vessel lies on its track, after the port it left.
    """
    tracks: list[Track] = []
    index = 0
    while index < len(group):
        before = _sentence_before(plain, group[index].start, group[index - 1].end if index else 0)
        gap = plain[group[index].end : group[index + 1].start] if index + 1 < len(group) else ""
        order: tuple[int, ...] = ()
        if gap and _is_leg(gap, before):
            order = (index, index + 1)
        following = order[-1] + 1 if order else index + 1
        if following < len(group) and _LATE.search(before) and not _LAST_KNOWN.search(before):
            last_known = plain[group[following - 1].end : group[following].start]
            if len(last_known) < _LOOK_BACK and _LAST_KNOWN.search(last_known):
                order = (index, following, *order[1:])
        if order:
            tracks.append(Track(index, max(order), order))
            index = max(order) + 1
        else:
            index += 1
    return tracks


def _is_leg(gap: str, before: str) -> bool:
    if len(gap) > 100 or _SENTENCE_END.search(gap):
        return False
    if _TO.fullmatch(gap):
        return _VOYAGE.search(before) is not None
    if _AND.fullmatch(gap):
        return _BETWEEN.search(before) is not None or (
            _BARE_AND.fullmatch(gap) is not None and _LATE.search(before) is not None
        )
    return False


def _sentence_before(plain: str, start: int, reached: int) -> str:
    """The sentence up to a position, not past the position before it."""
    text = plain[max(reached, start - _LOOK_BACK) : start]
    cut = 0
    for match in _SENTENCE_END.finditer(text):
        cut = match.start() + 1
    return text[cut:]
