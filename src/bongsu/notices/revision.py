"""What a later notice does to an earlier one: restates, repeats, extends, shortens, moves or revises it.

The words are about windows and areas only. That two notices speak of one launch is another question
(:mod:`bongsu.notices.event`); here the earlier and the later are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bongsu.earth import Window
from bongsu.notices.comparison import AreaChange
from bongsu.notices.notice import Notice

__all__ = ["REVISIONS", "Revision", "describe_revision", "name_revision", "windows_of"]

REVISIONS = (
    "restatement",  # same areas, same windows
    "extension",  # same areas; every window kept, later ones added
    "shortening",  # same areas; some windows kept, none added
    "revision",  # same areas; windows moved, and both spans share time; or a cancel line ties the two
    "repeat",  # same areas; the later begins after the earlier has ended, and no cancel line ties them
    "change of areas",  # areas differ in part
    "no relation",  # no area in common, or nothing to compare
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How the later of two notices stands to the earlier.

    ``word`` is one of :data:`REVISIONS`; ``statement`` one sentence; ``opens_later`` and ``ends_later`` are how much
    the whole span moved at either end, negative for earlier, None where an end is open or not read.
    """

    word: str
    statement: str
    opens_later: timedelta | None
    ends_later: timedelta | None


def windows_of(notices: Iterable[Notice]) -> tuple[Window, ...]:
    """Every window once, in order: those of the areas, or of the whole notice where its areas have none."""
    found: dict[Window, None] = {}
    for notice in notices:
        own = [window for shape in notice.shapes for window in shape.windows]
        found.update(dict.fromkeys(own or notice.windows))
    return tuple(sorted(found, key=lambda each: (_key(each.start), _key(each.end))))


def name_revision(
    first: Sequence[Window], second: Sequence[Window], *, same_areas: bool, cancels: bool = False
) -> Revision:
    """Name what the later windows are to the earlier ones.

    Parameters
    ----------
    first, second : sequence of Window
        The earlier notice's and the later's. UTC.
    same_areas : bool
        Whether every area of one stands in the other.
    cancels : bool
        Whether the later cancels the earlier, or takes its place by its own words.

    Returns
    -------
    Revision
        ``no relation`` without windows on both sides.
    """
    one, two = _span(first), _span(second)
    opens, ends = _later(one[0], two[0]), _later(one[1], two[1])
    if not first or not second:
        word, statement = "no relation", "windows were read on one side only"
    elif not same_areas:
        word, statement = "change of areas", f"the areas differ in part; {_moves(opens, ends)}"
    elif set(first) == set(second):
        word, statement = "restatement", "the same areas in the same windows"
    elif not cancels and one[1] is not None and two[0] is not None and two[0] > one[1]:
        word = "repeat"
        statement = f"the same areas; its windows open {_amount(two[0] - one[1])} after the earlier ended"
    elif _extends(first, second):
        word, statement = "extension", f"the same areas and windows, and later ones: {_moves(opens, ends)}"
    elif set(second) < set(first):
        word, statement = "shortening", f"the same areas in fewer windows: {_moves(opens, ends)}"
    else:
        word, statement = "revision", f"the same areas in other windows: {_moves(opens, ends)}"
    return Revision(word=word, statement=statement, opens_later=opens, ends_later=ends)


def describe_revision(first: Sequence[Notice], second: Sequence[Notice], changes: Sequence[AreaChange]) -> Revision:
    """Name what the later notices are to the earlier, from the changes of :func:`compare_notices` between them."""
    pairs = [change for change in changes if change.first is not None and change.second is not None]
    cancelled = {number for notice in second for number in notice.cancels}
    cancels = any(notice.id and notice.id in cancelled for notice in first)
    one, two = windows_of(first), windows_of(second)
    if not cancels and not any(change.verdict in ("same", "overlaps") for change in pairs):
        named = name_revision(one, two, same_areas=False)
        return Revision(
            word="no relation",
            statement="no area of one meets an area of the other, and no cancel line ties them",
            opens_later=named.opens_later,
            ends_later=named.ends_later,
        )
    same = len(pairs) == len(changes) and all(change.verdict == "same" for change in changes)
    return name_revision(one, two, same_areas=same, cancels=cancels)


def _extends(first: Sequence[Window], second: Sequence[Window]) -> bool:
    """Every window kept, or one long window whose end alone moved; and what is added lies later."""
    before, after = set(first), set(second)
    if before < after:
        last = max(_key(each.start) for each in first)
        return all(_key(each.start) > last for each in after - before)
    one, two = _span(first), _span(second)
    single = len(first) == len(second) == 1
    return single and one[0] == two[0] and one[1] is not None and (two[1] is None or two[1] > one[1])


def _span(windows: Sequence[Window]) -> tuple[datetime | None, datetime | None]:
    """First opening and last end; None where open or where there are none."""
    starts, ends = [each.start for each in windows], [each.end for each in windows]
    return (
        None if not starts or None in starts else min(each for each in starts if each),
        None if not ends or None in ends else max(each for each in ends if each),
    )


def _key(moment: datetime | None) -> float:
    return float("-inf") if moment is None else moment.timestamp()


def _later(one: datetime | None, two: datetime | None) -> timedelta | None:
    return None if one is None or two is None else two - one


def _moves(opens: timedelta | None, ends: timedelta | None) -> str:
    """``opens 1 d earlier, ends 11 d earlier``."""
    parts = []
    for name, moved in (("opens", opens), ("ends", ends)):
        if moved is None:
            parts.append(f"{name} at a time not given")
        elif moved:
            parts.append(f"{name} {_amount(moved)} {'later' if moved > timedelta(0) else 'earlier'}")
        else:
            parts.append(f"{name} as before")
    return ", ".join(parts)


def _amount(length: timedelta) -> str:
    """``14 d 3 h``, ``77 min``."""
    minutes = abs(round(length.total_seconds() / 60.0))
    days, rest = divmod(minutes, 1440)
    if not days and rest < 180:
        return f"{rest} min"
    hours, minutes = divmod(rest, 60)
    parts = [f"{days} d"] if days else []
    parts += [f"{hours} h"] if hours else []
    parts += [f"{minutes} min"] if minutes and not days else []
    return " ".join(parts)
