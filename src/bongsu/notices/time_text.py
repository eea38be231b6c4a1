"""How warnings write times: groups such as ``121606Z TO 121854Z NOV`` or ``1607Z TO 1854Z DAILY 14 THRU 18 NOV``.

A group may leave the month to the next one, the year to the message, hours to one line and days to
another. Daily windows become single intervals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from bongsu.earth import Window
from bongsu.errors import NoticeError, Problem

__all__ = ["Times", "YearAnchor", "expand_daily", "month_number", "read_group", "read_times"]

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_FULL_MONTHS = {
    **{"JANUARY": 1, "FEBRUARY": 2, "MARCH": 3, "APRIL": 4, "JUNE": 6, "JULY": 7, "AUGUST": 8},
    **{"SEPT": 9, "SEPTEMBER": 9, "OCTOBER": 10, "NOVEMBER": 11, "DECEMBER": 12},
}
_MOST_WINDOWS = 2000  # of one group; a year of two windows a day is 730
_LONGEST_DAILY_DAY = 800
_BACK_DAYS = 90  # a window may have begun this long before the message
_TOKEN = re.compile(
    r"(?P<group>(?<![\w.-])\d{6}(?: ?Z| ?UTC)?(?!\w))|(?P<clock>(?<![\w.-])\d{4} ?(?:Z|UTC)(?!\w))"
    r"|(?P<number>(?<![\w.])\d{1,4}(?!\w))|(?P<word>[A-Z]+)|(?P<join>[,;&+])|(?P<dash>-)|(?P<other>[^\s])"
)
_TO = frozenset({"TO", "THRU", "THROUGH", "TILL"})
_SUN = frozenset({"SUNRISE", "SUNSET", "DAWN", "DUSK"})
_FILLER = frozenset({"DAILY", "FROM", "ON", "COMMENCING", "EACH", "DAY", "EVERY", "BETWEEN", "DATES"})
_NOT_MONTHS = frozenset({"DAY", "DAYS", "MAX", "NM", "SEA", "OFF", "RUN", "SUN", "MAP", "FAR", "MAN", "BAY", "SET"})


@dataclass(frozen=True, slots=True, kw_only=True)
class YearAnchor:
    """What tells the year of a day and month: the message's year, issue and cancel time, as known."""

    year: int | None = None
    issued: datetime | None = None
    expires: datetime | None = None

    def resolve(self, month: int, day: int, *, not_before: date | None = None) -> date:
        """The date meant: at or after ``not_before``, else from 90 days before the issue on,
        else the last before the cancel time, else in the message's year.

        Raises
        ------
        NoticeError
            When no year is known.
        ValueError
            When there is no such day.
        """
        base = self.issued or self.expires
        near = not_before.year if not_before else base.year if base else self.year
        if near is None:
            raise NoticeError(
                f"{day:02d} {MONTHS[month - 1]}: the year is not in the text", advice="give the year of the warning"
            )
        dates = [each for year in range(near - 1, near + 5) if (each := _date(year, month, day))]
        if not dates:
            raise ValueError(f"no day {day} in {MONTHS[month - 1]}")
        earliest = not_before or (self.issued.date() - timedelta(days=_BACK_DAYS) if self.issued else None)
        if earliest is not None:
            return next((each for each in dates if each >= earliest), dates[-1])
        if self.expires is not None:
            return next((each for each in reversed(dates) if each <= self.expires.date()), dates[0])
        if not any(each.year == near for each in dates):
            raise ValueError(f"no day {day} in {MONTHS[month - 1]} {near}")
        return next(each for each in dates if each.year == near)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What a stretch of text says of times.

    ``windows`` are complete; ``hours`` (minutes from 00:00 UTC: start, end) wait for days given
    elsewhere, ``days`` (first, last) for hours; ``problems`` quote what was not understood.
    """

    windows: tuple[Window, ...] = ()
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
class _Token:
    kind: str
    text: str
    start: int
    end: int
    value: int = 0


@dataclass(slots=True)
class _Reading:
    tokens: list[_Token]
    text: str
    items: list[_Item] = field(default_factory=list)
    hours: list[tuple[int, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def kind(self, index: int) -> str:
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "end"

    def complain(self, first: int, last: int, what: str, advice: str = "") -> None:
        words = " ".join(self.text[self.tokens[first].start : self.tokens[last].end].split())[:80]
        self.problems.append(Problem(where=f"{words!r}", what=what, advice=advice))


def month_number(word: str) -> int | None:
    """Month of an English name or its three letters, None for another word."""
    return MONTHS.index(word) + 1 if word in MONTHS else _FULL_MONTHS.get(word)


def read_group(text: str, anchor: YearAnchor) -> datetime | None:
    """One date-time group, ``181954Z NOV 22``; None where it is not one or no such time."""
    reading = _Reading(_tokens(text, ()), text)
    found = _moment(reading, 0)
    if found is None or found[0].minute is None or found[0].month is None:
        return None
    moment = found[0]
    try:
        day = _date(moment.year, moment.month or 1, moment.day) if moment.year else None
        return _at(day or anchor.resolve(moment.month or 1, moment.day), moment.minute or 0)
    except (ValueError, OverflowError):
        return None


def read_times(text: str, anchor: YearAnchor) -> Times:
    """Windows, hours and days a text gives.

    Parameters
    ----------
    text : str
        Plain text in capitals, positions blanked out.
    anchor : YearAnchor
        What the message says of its year.

    Raises
    ------
    NoticeError
        When a day and month are given and no year is known from anywhere.
    """
    reading = _Reading(_tokens(text, _context_months(anchor)), text)
    index = 0
    while index < len(reading.tokens):
        index = max(_group(reading, index), index + 1)
    if any(not item.lone for item in reading.items):
        reading.items = [item for item in reading.items if not item.lone]
    _report_misspelt(reading)
    _pass_on_months(reading.items)
    _months_from_message(reading, anchor)
    return _finish(reading, anchor)


def expand_daily(hours: Sequence[tuple[int, int]], days: Iterable[tuple[date, date]]) -> tuple[Window, ...]:
    """Single windows of hours on every day of the spans, in order; hours over midnight end next day.

    At most 2,000 are given.
    """
    windows: list[Window] = []
    for first, last in days:
        for offset in range(min((last - first).days, _LONGEST_DAILY_DAY) + 1):
            day = first + timedelta(days=offset)
            for start, end in hours:
                if len(windows) >= _MOST_WINDOWS:
                    return tuple(windows)
                windows.append(Window(start=_at(day, start), end=_at(day, end if end > start else end + 1440)))
    return tuple(windows)


def _tokens(text: str, context: Sequence[int]) -> list[_Token]:
    """Tokens with their meaning; words that stand for months, well or badly spelt, are numbered."""
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "other", match.group()
        token = _Token(kind, word, match.start(), match.end())
        if kind == "word":
            _classify(token, tokens[-1] if tokens else None)
        elif kind == "dash":
            token.kind = "to"
        elif kind == "number":
            token.value = int(word)
            after_month = bool(tokens) and tokens[-1].kind in {"month", "misspelt"}
            token.kind = (
                "year" if len(word) == 4 and 1990 <= token.value <= 2100 else
                "maybe year" if after_month and len(word) == 2 else
                "day" if len(word) <= 2 and 1 <= token.value <= 31 else "other"
            )  # fmt: skip
        tokens.append(token)
    known = {token.value for token in tokens if token.kind == "month"} | set(context)
    for index, token in enumerate(tokens):
        if token.kind == "misspelt":
            token.value = _meant_month(_near_months(token.text), known, context)
        elif token.kind == "maybe year":  # "30 APR 23", but "14 APR 15 APR"
            following = tokens[index + 1].kind if index + 1 < len(tokens) else "end"
            token.kind = "day" if following in {"month", "misspelt"} and token.value <= 31 else "year"
            token.value += 0 if token.kind == "day" else 2000 if token.value < 70 else 1900
    return tokens


def _classify(token: _Token, before: _Token | None) -> None:
    word = token.text
    month = month_number(word)
    if month:
        token.kind, token.value = "month", month
    elif word in _TO:
        token.kind = "to"
    elif word in {"AND", "ALTERNATE", "ALTERNATIVE", "ALTERNATES", "OR"}:
        token.kind = "join"
    elif word == "UNTIL":
        token.kind = "until"
    elif word in _SUN:
        token.kind = "sun"
    elif word in {"EXCEPT", "EXCLUDING"}:
        token.kind = "except"
    elif word in _FILLER:
        token.kind = "filler"
    elif before is not None and before.kind in {"day", "group"} and word not in _NOT_MONTHS and _near_months(word):
        token.kind = "misspelt"


def _near_months(word: str) -> list[int]:
    """Months one wrong, missing, doubled or swapped letter away."""
    if not 2 <= len(word) <= 10:
        return []
    names = [*zip(MONTHS, range(1, 13), strict=True), *_FULL_MONTHS.items()]
    return sorted({month for name, month in names if _one_slip(word, name)})


def _meant_month(near: Sequence[int], known: set[int], context: Sequence[int]) -> int:
    """Of several months near a word, the one named elsewhere or at most two after the message's; else 0."""
    for allowed in (set(near), known, {(month + step - 1) % 12 + 1 for month in context[:1] for step in range(3)}):
        sure = [month for month in near if month in allowed]
        if len(sure) == 1:
            return sure[0]
    return 0


def _one_slip(word: str, name: str) -> bool:
    if len(word) == len(name):
        wrong = [index for index in range(len(name)) if word[index] != name[index]]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return word[wrong[0]] == name[wrong[1]] and word[wrong[1]] == name[wrong[0]]
        return len(wrong) == 1
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    if len(longer) != len(shorter) + 1 or len(shorter) < 3:
        return False
    return any(longer[:cut] + longer[cut + 1 :] == shorter for cut in range(len(longer)))


def _context_months(anchor: YearAnchor) -> list[int]:
    return [moment.month for moment in (anchor.issued, anchor.expires) if moment is not None]


def _clock(text: str) -> int | None:
    """Minutes of ``HHMM``, 2400 included."""
    hour, minute = int(text[:2]), int(text[2:4])
    return hour * 60 + minute if minute < 60 and (hour < 24 or (hour == 24 and minute == 0)) else None


def _month_year(reading: _Reading, index: int, moment: _Moment) -> int:
    """Take a month and year that follow; the index after them."""
    if reading.kind(index) in {"month", "misspelt"}:
        moment.month = reading.tokens[index].value or None
        index += 1
        if reading.kind(index) == "year":
            moment.year = reading.tokens[index].value
            index += 1
    return index


def _moment(reading: _Reading, index: int) -> tuple[_Moment, int] | None:
    """``DDHHMMZ [MON [YY]]``, ``HHMMZ DD MON [YY]`` or ``DD MON [YY] HHMMZ``."""
    kind = reading.kind(index)
    if kind == "group":
        text = reading.tokens[index].text
        minute = _clock(text[2:6])
        if minute is None or not 1 <= int(text[:2]) <= 31:
            return None
        moment = _Moment(int(text[:2]), minute)
        return moment, _month_year(reading, index + 1, moment)
    if kind == "clock" and reading.kind(index + 1) == "day" and reading.kind(index + 2) in {"month", "misspelt"}:
        moment = _Moment(reading.tokens[index + 1].value, _clock(reading.tokens[index].text))
        return moment, _month_year(reading, index + 2, moment)
    if kind == "day" and reading.kind(index + 1) in {"month", "misspelt"}:
        moment = _Moment(reading.tokens[index].value)
        after = _month_year(reading, index + 1, moment)
        if reading.kind(after) == "clock" and reading.kind(after + 1) != "to":
            moment.minute = _clock(reading.tokens[after].text)
            return moment, after + 1
        if reading.kind(after) == "clock" and _starts_moment(reading, after + 2):
            moment.minute = _clock(reading.tokens[after].text)
            return moment, after + 1
    return None


def _starts_moment(reading: _Reading, index: int) -> bool:
    """Whether ``DD MON .. HHMMZ`` begins here."""
    return reading.kind(index) == "day" and reading.kind(index + 1) in {"month", "misspelt"}


def _group(reading: _Reading, index: int) -> int:  # noqa: PLR0911 - one return for each form
    """Read the group that starts here, if one does; the index after it."""
    kind = reading.kind(index)
    if kind in {"except", "sun"}:
        last = min(index + 3, len(reading.tokens) - 1)
        exception = "exception not applied: windows on these days are given too"
        reading.complain(index, last, exception if kind == "except" else "hours given by the Sun are not read")
        both = kind == "sun" and reading.kind(index + 1) == "to" and reading.kind(index + 2) in {"clock", "sun"}
        return index + (3 if both else 1)
    if kind == "until" or (kind == "to" and reading.kind(index - 1) not in {"group", "clock", "day", "other"}):
        return _until(reading, index)
    if kind == "clock" and reading.kind(index + 1) == "to" and reading.kind(index + 2) in {"clock", "sun"}:
        return _daily(reading, index)
    found = _moment(reading, index)
    if found is not None and reading.kind(found[1]) == "to":
        return _interval(reading, index, found[0], found[1] + 1)
    if found is not None and found[0].minute is not None:
        return _single(reading, index, *found)
    if kind == "group" and found is None:
        reading.complain(index, index, "no such day or time of day")
    if kind == "day":
        days, after = _days(reading, index)
        misspelt = any(each.kind == "misspelt" for each in reading.tokens[index:after])
        lone = len(days) == 1 and days[0][0] is days[0][1]
        if any(each[1].month for each in days) and not (lone and misspelt):
            reading.items += [_Item(first, last, (index, after - 1), lone=lone) for first, last in days]
            return after
    return index + 1


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
    elif reading.kind(after) == "clock":
        end, last = replace(start, minute=_clock(reading.tokens[after].text)), after + 1
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
    while reading.kind(index) == "clock" and reading.kind(index + 1) == "to":
        start, end = reading.tokens[index], reading.tokens[index + 2] if reading.kind(index + 2) == "clock" else None
        if end is None:
            reading.complain(index, min(index + 2, len(reading.tokens) - 1), "hours given by the Sun are not read")
        else:
            pair = _clock(start.text), _clock(end.text)
            if pair[0] is None or pair[1] is None:
                reading.complain(index, index + 2, "no such time of day")
            else:
                hours.append((pair[0], pair[1]))
        index += 3
        step = index + 1 if reading.kind(index) == "join" else index
        step = step + 1 if reading.kind(step) == "join" else step
        if reading.kind(step) != "clock":
            break
        index = step
    ahead = index
    while reading.kind(ahead) in {"filler", "join"} and ahead < index + 4:
        ahead += 1
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
        return index
    reading.items += [_Item(start, end, (first, after - 1), tuple(hours)) for start, end in days]
    return after


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
        if index == after:
            break
    return spans, after


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
                what = f"{token.text!r} is not a month; {read_as}"
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
    reading.complain(bare[0].words[0], bare[-1].words[1], f"no month is written; taken from the {source} time")


def _finish(reading: _Reading, anchor: YearAnchor) -> Times:
    """Dates put to the items, and the items expanded."""
    windows: list[Window] = []
    days: list[tuple[date, date]] = []
    for item in reading.items:
        if len(windows) >= _MOST_WINDOWS:
            break
        try:
            windows += _windows(item, anchor, days)
        except NoticeError:
            raise
        except ValueError as error:
            reading.complain(*item.words, f"times not read: {error}")
    if len(windows) >= _MOST_WINDOWS:
        reading.problems.append(
            Problem(where="windows", what=f"the first {_MOST_WINDOWS:,} windows are kept, the rest is left out")
        )
    if reading.hours and days:
        windows = list(expand_daily(reading.hours, days))
        reading.hours = []
    return Times(
        windows=tuple(windows[:_MOST_WINDOWS]),
        hours=tuple(dict.fromkeys(reading.hours)),
        days=tuple(days),
        problems=tuple(reading.problems),
    )


def _windows(item: _Item, anchor: YearAnchor, days: list[tuple[date, date]]) -> Sequence[Window]:
    """Windows of one item; spans of days alone are noted too."""
    if item.until:
        return _until_windows(item, anchor)
    start, end = item.start or item.end, item.end
    first = _resolve(start, anchor, None)
    last = first if end is start else _resolve(end, anchor, first)
    if (last - first).days > _LONGEST_DAILY_DAY:
        raise ValueError(f"from {first} to {last} is more than {_LONGEST_DAILY_DAY} days")
    if item.hours:
        return expand_daily(item.hours, [(first, last)])
    if start.minute is None or end.minute is None:
        days.append((first, last))
        return [Window(start=_at(first, 0), end=_at(last, 1440))]
    begin, finish = _at(first, start.minute), _at(last, end.minute)
    if finish < begin:
        if end.day == start.day and end.month == start.month and end.year == start.year:
            raise ValueError("the end comes before the start")
        finish = _at(_resolve(end, anchor, first + timedelta(days=1)), end.minute)
    return [Window(start=begin, end=finish)]


def _until_windows(item: _Item, anchor: YearAnchor) -> Sequence[Window]:
    issued = anchor.issued.date() if anchor.issued else None
    last = _resolve(item.end, anchor, issued)
    if item.hours:
        if issued is None:
            raise ValueError("the first day is not given")
        return expand_daily(item.hours, [(issued, last)])
    end = _at(last, 1440 if item.end.minute is None else item.end.minute)
    return [Window(start=min(anchor.issued, end) if anchor.issued else None, end=end)]


def _resolve(moment: _Moment, anchor: YearAnchor, not_before: date | None) -> date:
    if moment.month is None:
        raise ValueError("the month is not given or not clear")
    if moment.year is not None:
        day = _date(moment.year, moment.month, moment.day)
        if day is None:
            raise ValueError(f"no day {moment.day} in {MONTHS[moment.month - 1]} {moment.year}")
        if not_before is not None and day < not_before:
            raise ValueError("the end comes before the start")
        return day
    return anchor.resolve(moment.month, moment.day, not_before=not_before)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute)
