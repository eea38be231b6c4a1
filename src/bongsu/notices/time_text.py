"""How warnings write times: groups such as ``121606Z TO 121854Z NOV`` or ``1607Z TO 1854Z DAILY 14 THRU 18 NOV``.

A group may leave the month to the next one, the year to the message, hours to one line and days to
another. Daily windows become single intervals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bongsu.earth import Window
from bongsu.errors import NoticeError, Problem
from bongsu.notices.daily_windows import LONGEST_DAILY_DAY, MOST_WINDOWS, at_minute, by_weekday, expand_daily, parted
from bongsu.notices.time_tokens import MONTHS, Token, clock_minutes, month_number, tokens_of
from bongsu.notices.year_anchor import YearAnchor, day_of
from bongsu.wording import phrase

__all__ = ["Times", "YearAnchor", "month_number", "read_group", "read_times", "times_begin"]

_SAYS_TIMES = re.compile(
    r"\d{4}|(?<![\d-])\d{1,2}\s{1,12}(?:THRU|AND|TO|HASTA|AL\b|AU\b|DE\b|[A-Z]{3,4}\b)|SUNRISE|SUNSET|DAWN|DUSK|DAYLIGHT|EXCEPT|DAYS\b"
    r"|\d{1,2}\s?[,&]\s?\d{1,2}\s|\d\s{1,12}(?:JANUARY|FEBRUARY|MARCH|APRIL|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_WORDS_BEFORE = 24  # characters before a figure that belong to it: UNTIL, COMMENCING DAILY
_BY_SUN = "hours given by the Sun are not worked out: whole days are given"
_WHOLE_DAY = (0, 0)  # hours that end when they begin, a day later
_STARTS = frozenset({"except", "sun", "until", "to", "clock", "group", "day", "weekday"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What a stretch of text says of times.

    ``windows`` are complete, ``spans`` the characters of each one's words; ``hours`` (minutes from 00:00 UTC:
    start, end) wait for days given elsewhere, ``days`` (first, last) for hours; ``words`` are the characters from
    the first to the last time; ``problems`` quote what was not understood.
    """

    windows: tuple[Window, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    words: tuple[int, int] = (0, 0)
    hours: tuple[tuple[int, int], ...] = ()
    days: tuple[tuple[date, date], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Moment:
    """A day, perhaps with its minute, month and year, as written."""

    day: int
    minute: int | None = None
    month: int | None = None
    year: int | None = None
    date: date | None = None


@dataclass(slots=True)
class _Item:
    """One group: an interval, a daily span (``hours`` set), a span of days, or an ``until``."""

    start: _Moment | None
    end: _Moment
    words: tuple[int, int]
    hours: tuple[tuple[int, int], ...] = ()
    until: bool = False
    lone: bool = False  # a single day in prose; counts only where nothing else is said


@dataclass(slots=True)
class _Reading:
    tokens: list[Token]
    text: str
    items: list[_Item] = field(default_factory=list)
    hours: list[tuple[int, int]] = field(default_factory=list)
    hours_at: list[tuple[int, int]] = field(default_factory=list)  # tokens of the hours
    excluded: list[tuple[_Moment, _Moment]] = field(default_factory=list)
    weekdays: set[int] = field(default_factory=set)  # not in force on these
    only: set[int] = field(default_factory=set)  # in force on these
    bound: list[tuple[tuple[tuple[int, int], ...], frozenset[int]]] = field(
        default_factory=list
    )  # hours and their weekdays
    problems: list[Problem] = field(default_factory=list)

    def kind(self, index: int) -> str:
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "end"

    def complain(self, first: int, last: int, what: str, advice: str = "") -> None:
        words = " ".join(self.text[self.tokens[first].start : self.tokens[last].end].split())[:80]
        self.problems.append(Problem(where=f"{words!r}", what=what, advice=advice))


def read_group(text: str, anchor: YearAnchor) -> datetime | None:
    """One date-time group, ``181954Z NOV 22``; None where it is not one or no such time."""
    reading = _Reading(tokens_of(text, ()), text)
    found = _moment(reading, 0)
    if found is None or found[0].minute is None or found[0].month is None:
        return None
    moment = found[0]
    try:
        day = day_of(moment.year, moment.month or 1, moment.day) if moment.year else None
        return at_minute(day or anchor.resolve(moment.month or 1, moment.day), moment.minute or 0)
    except (ValueError, OverflowError):
        return None


def times_begin(text: str, start: int, end: int) -> int | None:
    """Where the words of times begin in a stretch of plain text, or a little before; None where there are none."""
    found = _SAYS_TIMES.search(text, start, end)
    if found is None:
        return None
    blank = text.rfind(" ", start, max(start, found.start() - _WORDS_BEFORE))
    return start if blank < 0 else blank + 1


def read_times(text: str, anchor: YearAnchor, *, offset: int = 0) -> Times:
    """Windows, hours and days a text gives.

    Parameters
    ----------
    text : str
        Plain text in capitals, positions blanked out.
    anchor : YearAnchor
        What the message says of its year.
    offset : int
        Added to the spans: where the text begins in the notice. [characters]

    Raises
    ------
    NoticeError
        When a day and month are given and no year is known from anywhere.
    """
    reading = _Reading(tokens_of(text, _context_months(anchor)), text)
    index = 0
    while index < len(reading.tokens):
        index = max(_group(reading, index), index + 1) if reading.tokens[index].kind in _STARTS else index + 1
    if not (reading.items or reading.hours or reading.problems):
        return Times()
    for index, token in enumerate(reading.tokens):
        if token.text == "T0":
            reading.complain(index, index, "read as TO")
    if any(not item.lone for item in reading.items):
        reading.items = [item for item in reading.items if not item.lone]
    _report_misspelt(reading)
    _pass_on_months(reading.items)
    _months_from_message(reading, anchor)
    return _finish(reading, anchor, offset)


def _context_months(anchor: YearAnchor) -> list[int]:
    return [moment.month for moment in (anchor.issued, anchor.expires) if moment is not None]


def _month_year(reading: _Reading, index: int, moment: _Moment) -> int:
    """Take a month and year that follow; the index after them."""
    if reading.kind(index) in {"month", "misspelt"}:
        moment.month = reading.tokens[index].value or None
        index += 1
        if reading.kind(index) == "year":
            moment.year = reading.tokens[index].value
            index += 1
    return index


def _moment(reading: _Reading, index: int) -> tuple[_Moment, int] | None:  # noqa: PLR0911 - one return for each form
    """``DDHHMMZ [MON [YY]]``, ``HHMMZ DD MON [YY]`` or ``DD MON [YY] HHMMZ``."""
    kind = reading.kind(index)
    if kind == "group":
        text = reading.tokens[index].text
        minute = clock_minutes(text[2:6])
        if minute is None or not 1 <= int(text[:2]) <= 31:
            return None
        moment = _Moment(int(text[:2]), minute)
        return moment, _month_year(reading, index + 1, moment)
    if kind == "clock" and reading.kind(index + 1) == "day" and reading.kind(index + 2) in {"month", "misspelt"}:
        moment = _Moment(reading.tokens[index + 1].value, clock_minutes(reading.tokens[index].text))
        return moment, _month_year(reading, index + 2, moment)
    if kind == "clock" and [reading.kind(index + step) for step in range(1, 5)] == ["day", "to", "clock", "day"]:
        moment = _Moment(reading.tokens[index + 1].value, clock_minutes(reading.tokens[index].text))
        return moment, index + 2  # "2200Z 05 TO 0100Z 06 JUL"
    if kind == "day" and reading.kind(index + 1) in {"month", "misspelt"}:
        moment = _Moment(reading.tokens[index].value)
        after = _month_year(reading, index + 1, moment)
        if reading.kind(after) == "clock" and reading.kind(after + 1) != "to":
            moment.minute = clock_minutes(reading.tokens[after].text)
            return moment, after + 1
        if reading.kind(after) == "clock" and _starts_moment(reading, after + 2):
            moment.minute = clock_minutes(reading.tokens[after].text)
            return moment, after + 1
    return None


def _starts_moment(reading: _Reading, index: int) -> bool:
    """Whether ``DD MON .. HHMMZ`` begins here."""
    return reading.kind(index) == "day" and reading.kind(index + 1) in {"month", "misspelt"}


def _group(reading: _Reading, index: int) -> int:  # noqa: PLR0911 - one return for each form
    """Read the group that starts here, if one does; the index after it."""
    kind = reading.kind(index)
    if kind == "except":
        return _exception(reading, index)
    if kind == "weekday":
        return _weekdays(reading, index, reading.only if _recurs(reading, index) else set())
    if kind == "sun":
        last = min(index + 3, len(reading.tokens) - 1)
        reading.complain(index, last, _BY_SUN)
        both = reading.kind(index + 1) == "to" and reading.kind(index + 2) in {"clock", "sun"}
        after = index + (3 if both else 1)
        _bind(reading, after, [_WHOLE_DAY])
        return after
    if kind == "until" or (kind == "to" and reading.kind(index - 1) not in {"group", "clock", "day", "other"}):
        return _until(reading, index)
    if (
        kind == "clock"
        and reading.kind(index + 1) == "to"
        and reading.kind(index + 2) in {"clock", "sun", "four", "year"}
    ):
        return _daily(reading, index)
    found = _moment(reading, index)
    if found is not None and reading.kind(found[1]) == "to":
        return _interval(reading, index, found[0], found[1] + 1)
    if found is not None and found[0].minute is not None:
        return _single(reading, index, *found)
    if kind == "group" and found is None and reading.tokens[index].text[-1] in "ZC":  # else a telephone number
        reading.complain(index, index, "no such day or time of day")
    if kind == "day":
        days, after = _days(reading, index)
        misspelt = any(each.kind == "misspelt" for each in reading.tokens[index:after])
        lone = len(days) == 1 and days[0][0] is days[0][1]
        if any(each[1].month for each in days) and not (lone and misspelt):
            reading.items += [_Item(first, last, (index, after - 1), lone=lone) for first, last in days]
            return after
    return index + 1


def _exception(reading: _Reading, index: int) -> int:
    """``EXCEPT SUNDAYS``, ``EXCEPT 14 AND 16 APR``; the index after it."""
    after = index + 1
    while reading.kind(after) in {"filler", "join"} and after < index + 4:
        after += 1
    if reading.kind(after) == "weekday":
        return _weekdays(reading, after, reading.weekdays)
    days, last = _days(reading, after)
    if days and (month := next((each[1].month for each in reversed(days) if each[1].month), None)):
        for moment in (moment for each in days for moment in each):
            moment.month = moment.month or month
        reading.excluded += days
        return last
    what = "exception not applied: windows on these days are given too"
    reading.complain(index, min(index + 3, len(reading.tokens) - 1), what)
    return after


def _weekdays(reading: _Reading, index: int, chosen: set[int]) -> int:
    """``SATURDAYS AND SUNDAYS``, ``MONDAY TO FRIDAY``, added to ``chosen``; the index after them."""
    while reading.kind(index) == "weekday":
        first = last = reading.tokens[index].value
        if reading.kind(index + 1) == "to" and reading.kind(index + 2) == "weekday":
            last = reading.tokens[index + 2].value
            index += 2
        chosen.update((first + step) % 7 for step in range((last - first) % 7 + 1))
        index += 1
        if reading.kind(index) == "join" and reading.kind(index + 1) == "weekday":
            index += 1
    return index


def _bind(reading: _Reading, index: int, hours: Sequence[tuple[int, int]]) -> None:
    """Note weekdays that follow hours: ``0600Z TO 1500Z MONDAY, 0600Z TO 2100Z TUESDAY THRU THURSDAY``."""
    chosen: set[int] = set()
    _weekdays(reading, index, chosen)
    if chosen:
        reading.bound.append((tuple(hours), frozenset(chosen)))


def _recurs(reading: _Reading, index: int) -> bool:
    """Whether a weekday means every such day: ``SUNDAYS``, ``EVERY SUNDAY``, ``MONDAY TO FRIDAY``."""
    before = reading.tokens[index - 1].text if index else ""
    spans = reading.kind(index + 1) == "to" and reading.kind(index + 2) == "weekday"
    return reading.tokens[index].text.endswith("S") or before in {"EVERY", "EACH"} or spans


def _single(reading: _Reading, index: int, start: _Moment, after: int) -> int:
    """A time alone is no window, but two in a row lack their TO."""
    if reading.kind(index) == "group" == reading.kind(after) and start.month is None:
        items = len(reading.items)
        last = _interval(reading, index, start, after)
        if len(reading.items) > items:
            reading.complain(index, last - 1, "TO is missing between two times; read as if it stood there")
        return last
    return after


def _interval(reading: _Reading, index: int, start: _Moment, after: int) -> int:
    found = _moment(reading, after)
    if found is not None and found[0].minute is not None:
        end, last = found
    elif reading.kind(after) == "clock" and reading.kind(after + 1) == "day" and start.month is None:
        end, last = _Moment(reading.tokens[after + 1].value, clock_minutes(reading.tokens[after].text)), after + 2
    elif reading.kind(after) == "clock":
        end, last = replace(start, minute=clock_minutes(reading.tokens[after].text)), after + 1
        last = _month_year(reading, last, end)
        start.month, start.year = start.month or end.month, start.year or end.year
    elif start.minute is None:  # "14 APR THRU 07 MAY"
        days, last = _days(reading, index)
        reading.items += [_Item(first, final, (index, last - 1)) for first, final in days]
        return last
    else:
        reading.complain(index, min(after, len(reading.tokens) - 1), "the end of this window was not understood")
        return after
    if start.minute is None or end.minute is None:
        reading.complain(index, last - 1, "no such time of day")
    else:
        reading.items.append(_Item(start, end, (index, last - 1)))
    return last


def _until(reading: _Reading, index: int) -> int:
    found = _moment(reading, index + 1)
    if found is None and reading.kind(index + 1) == "day":
        moment = _Moment(reading.tokens[index + 1].value)
        found = moment, _month_year(reading, index + 2, moment)
    if found is None or (found[0].month is None and found[0].minute is None):
        return index + 1
    reading.items.append(_Item(None, found[0], (index, found[1] - 1), until=True))
    return found[1]


def _daily(reading: _Reading, index: int) -> int:
    """``HHMMZ TO HHMMZ [AND HHMMZ TO HHMMZ] [DAILY] days``; hours without days wait."""
    first, hours = index, []
    while reading.kind(index) in {"clock", "four"} and reading.kind(index + 1) == "to":  # the first is a clock
        start, end = reading.tokens[index], reading.tokens[index + 2] if _is_end(reading, index + 2) else None
        if end is None:
            by_sun = reading.kind(index + 2) == "sun"
            what = _BY_SUN if by_sun else "the end of these hours was not understood"
            reading.complain(index, min(index + 2, len(reading.tokens) - 1), what)
        else:
            pair = clock_minutes(start.text), clock_minutes(end.text)
            if pair[0] is None or pair[1] is None:
                reading.complain(index, index + 2, "no such time of day")
            else:
                hours.append((pair[0], pair[1]))
        index = min(index + 3, len(reading.tokens))  # a text may be cut off after TO
        step = index + 1 if reading.kind(index) == "join" else index
        step = step + 1 if reading.kind(step) == "join" else step
        bare = reading.kind(step) == "four" and [reading.kind(step + 1), reading.kind(step + 2)] == ["to", "four"]
        if reading.kind(step) != "clock" and not bare:
            break
        index = step
    ahead = index
    while reading.kind(ahead) in {"filler", "join"} and ahead < index + 4:
        ahead += 1
    _bind(reading, ahead, hours or [_WHOLE_DAY])
    if not hours:
        return index
    if reading.kind(ahead) == "until":
        after = _until(reading, ahead)
        if after > ahead + 1:
            reading.items[-1].hours = tuple(hours)
            return after
    days, after = _days(reading, ahead)
    if not days:
        reading.hours += hours
        reading.hours_at.append((first, index - 1))
        return index
    reading.items += [_Item(start, end, (first, after - 1), tuple(hours)) for start, end in days]
    return after


def _is_end(reading: _Reading, index: int) -> bool:
    """Whether hours end here: ``1530Z``, or ``1530`` where only the first has its zone, which is said."""
    if reading.kind(index) in {"four", "year"} and clock_minutes(reading.tokens[index].text) is not None:
        reading.complain(index - 2, index, "the zone of these hours is missing; read as that of the hours before")
        return True
    return reading.kind(index) == "clock"


def _days(reading: _Reading, index: int) -> tuple[list[tuple[_Moment, _Moment]], int]:
    """``DD [MON] [THRU DD [MON]]``, several of them; single days as a span of the same moment."""
    spans: list[tuple[_Moment, _Moment]] = []
    after = index
    while reading.kind(index) == "day":
        first = _Moment(reading.tokens[index].value)
        index = _month_year(reading, index + 1, first)
        last = first
        if reading.kind(index) == "to" and reading.kind(index + 1) == "day":
            last = _Moment(reading.tokens[index + 1].value)
            index = _month_year(reading, index + 2, last)
        spans.append((first, last))
        after = index
        while reading.kind(index) in {"join", "filler"} and index < after + 3:
            index += 1
        if index == after and not _lists_days(reading, index):
            break
    return spans, after


def _lists_days(reading: _Reading, index: int) -> bool:
    """Whether a day follows another without a word between: ``20 21 22 AUG``, each the day after the one before it."""
    one, two = reading.tokens[index - 1], reading.tokens[index] if index < len(reading.tokens) else None
    return two is not None and two.kind == "day" == one.kind and len(one.text) == 2 and two.value == one.value + 1


def _pass_on_months(items: list[_Item]) -> None:
    """Months left out are those of the next day written, or the one before where the day would be later."""
    moments: list[_Moment] = []
    for item in items:
        for moment in (item.start, item.end):
            if moment is not None and all(moment is not each for each in moments[-2:]):
                moments.append(moment)
    following: _Moment | None = None
    for moment in reversed(moments):
        if moment.month is None and following is not None and following.month is not None:
            back = moment.day > following.day
            moment.month = (following.month - 2) % 12 + 1 if back else following.month
            if following.year is not None:
                moment.year = following.year - (1 if back and following.month == 1 else 0)
        following = moment
    before: _Moment | None = None
    for moment in moments:
        if moment.month is None and before is not None and before.month is not None:
            moment.month = before.month % 12 + 1 if moment.day < before.day else before.month
        before = moment


def _report_misspelt(reading: _Reading) -> None:
    """Problems for the misspelt months that a group uses."""
    for item in reading.items:
        for token in reading.tokens[item.words[0] : item.words[1] + 1]:
            if token.kind == "misspelt":
                read_as = f"read as {MONTHS[token.value - 1]}" if token.value else "which is meant is not clear"
                what = phrase("{text!r} is not a month; {read_as}", text=token.text, read_as=read_as)
                reading.problems.append(Problem(where=f"{token.text!r}", what=what, advice="compare with another copy"))


def _months_from_message(reading: _Reading, anchor: YearAnchor) -> None:
    """Where no month is written at all, that of the cancel or issue time, and a problem that says so."""
    message = anchor.expires or anchor.issued
    bare = [item for item in reading.items if item.end.month is None]
    if message is None or not bare or any(token.kind == "misspelt" for token in reading.tokens):
        return
    for item in bare:
        for moment in (item.start, item.end):
            if moment is not None and moment.month is None:
                late, early = moment.day > message.day, moment.day < message.day
                step = (-1 if late else 0) if anchor.expires else (1 if early else 0)
                moment.month = (message.month - 1 + step) % 12 + 1
    source = "cancel" if anchor.expires else "issue"
    reading.complain(
        bare[0].words[0], bare[-1].words[1], phrase("no month is written; taken from the {source} time", source=source)
    )


def _finish(reading: _Reading, anchor: YearAnchor, offset: int) -> Times:
    """Dates put to the items, and the items expanded."""
    windows: list[Window] = []
    spans: list[tuple[int, int]] = []
    days: list[tuple[date, date]] = []
    each_its_own = len(reading.bound) > 1 and any(not item.hours and not item.until for item in reading.items)
    if each_its_own:
        reading.only = set()
    kept = _kept_days(reading, anchor)
    for item in reading.items:
        if len(windows) >= MOST_WINDOWS:
            break
        try:
            found = _windows(item, anchor, days, kept)
        except NoticeError:
            raise
        except ValueError as error:
            reading.complain(*item.words, phrase("times not read: {error}", error=error))
            continue
        windows += found
        spans += [_span(reading, item.words, offset)] * len(found)
    if len(windows) >= MOST_WINDOWS:
        what = phrase("the first {most_windows:,} windows are kept, the rest is left out", most_windows=MOST_WINDOWS)
        reading.problems.append(Problem(where="windows", what=what))
    used = [item.words for item in reading.items] + reading.hours_at
    words = (min((each[0] for each in used), default=0), max((each[1] for each in used), default=0))
    whole = _span(reading, words, offset) if used else (offset, offset)
    if each_its_own and days:
        windows = by_weekday(reading.bound, days)
        spans = [whole] * len(windows)
        reading.hours = []
    elif reading.hours and days:
        windows = list(expand_daily(reading.hours, days))
        spans = [whole] * len(windows)
        reading.hours = []
    return Times(
        windows=tuple(windows[:MOST_WINDOWS]),
        spans=tuple(spans[:MOST_WINDOWS]),
        words=whole,
        hours=tuple(dict.fromkeys(reading.hours)),
        days=tuple(days),
        problems=tuple(reading.problems),
    )


def _span(reading: _Reading, words: tuple[int, int], offset: int) -> tuple[int, int]:
    return offset + reading.tokens[words[0]].start, offset + reading.tokens[words[1]].end


def _kept_days(reading: _Reading, anchor: YearAnchor) -> Callable[[date], bool] | None:
    """Which days of a span are in force, by weekdays and exceptions (days by UTC); None: all."""
    if not (reading.weekdays or reading.only or reading.excluded):
        return None
    left_out: set[date] = set()
    for first, last in reading.excluded:
        try:
            start = _resolve(first, anchor, None)
            end = start if last is first else _resolve(last, anchor, start)
        except ValueError as error:
            reading.problems.append(
                Problem(where="exception", what=phrase("exception not applied: {error}", error=error))
            )
            continue
        left_out.update(start + timedelta(days=step) for step in range(min((end - start).days, 366) + 1))
    weekdays, only = frozenset(reading.weekdays), frozenset(reading.only)
    return lambda day: day not in left_out and day.weekday() not in weekdays and (not only or day.weekday() in only)


def _windows(
    item: _Item, anchor: YearAnchor, days: list[tuple[date, date]], kept: Callable[[date], bool] | None
) -> Sequence[Window]:
    """Windows of one item; spans of days alone are noted too."""
    if item.until:
        return _until_windows(item, anchor, kept)
    start, end = item.start or item.end, item.end
    first, last = _first_and_last(start, end, anchor)
    if (last - first).days > LONGEST_DAILY_DAY and (item.hours or kept):
        raise ValueError(
            phrase(
                "from {first} to {last} is more than {longest_daily_day} days",
                first=first,
                last=last,
                longest_daily_day=LONGEST_DAILY_DAY,
            )
        )
    if item.hours:
        return expand_daily(item.hours, parted(first, last, kept))
    if start.minute is None or end.minute is None:
        spans = parted(first, last, kept)
        days += spans
        return [Window(start=at_minute(one, 0), end=at_minute(other, 1440)) for one, other in spans]
    begin, finish = at_minute(first, start.minute), at_minute(last, end.minute)
    if finish < begin:
        if end.day == start.day and end.month == start.month and end.year == start.year:
            raise ValueError("the end comes before the start")
        finish = at_minute(_resolve(end, anchor, first + timedelta(days=1)), end.minute)
    return [Window(start=begin, end=finish)]


def _first_and_last(start: _Moment, end: _Moment, anchor: YearAnchor) -> tuple[date, date]:
    """Days of an interval. A year written at its end only is the start's too, or the next;
    without an issue time no interval ends after the message cancels itself."""
    if end is not start and start.year is None and end.year is not None and start.month is not None:
        back = (start.month, start.day) > (end.month or 12, end.day)
        start = replace(start, year=end.year - (1 if back else 0))
    first = _resolve(start, anchor, None)
    last = first if end is start else _resolve(end, anchor, first)
    if anchor.issued is None and anchor.expires is not None and last > anchor.expires.date() and start.year is None:
        earlier = day_of(first.year - 1, first.month, first.day), day_of(last.year - 1, last.month, last.day)
        if earlier[0] is not None and earlier[1] is not None:
            return earlier[0], earlier[1]
    return first, last


def _until_windows(item: _Item, anchor: YearAnchor, kept: Callable[[date], bool] | None) -> Sequence[Window]:
    issued = anchor.issued.date() if anchor.issued else None
    last = _resolve(item.end, anchor, issued)
    if item.hours:
        if issued is None:
            raise ValueError("the first day is not given")
        return expand_daily(item.hours, parted(issued, last, kept))
    end = at_minute(last, 1440 if item.end.minute is None else item.end.minute)
    return [Window(start=min(anchor.issued, end) if anchor.issued else None, end=end)]


def _resolve(moment: _Moment, anchor: YearAnchor, not_before: date | None) -> date:
    if moment.month is None:
        raise ValueError("the month is not given or not clear")
    if moment.year is not None:
        day = day_of(moment.year, moment.month, moment.day)
        if day is None:
            raise ValueError(
                phrase(
                    "no day {day} in {months} {year}", day=moment.day, months=MONTHS[moment.month - 1], year=moment.year
                )
            )
        if not_before is not None and day < not_before:
            raise ValueError("the end comes before the start")
        return day
    return anchor.resolve(moment.month, moment.day, not_before=not_before)
