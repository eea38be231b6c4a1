"""Item D of a NOTAM: the hours within items B and C at which it is active, expanded to single windows.

Forms as in Eurocontrol's OPADD, section 2.3.16, and as states write them: ``0330-0530``, ``DAILY 0500-1550``,
``SUN-THU 0300-1900, FRI 0300-1300``, ``18-19 DAILY 0725-1015 1130-1425, 22 0725-1015``, ``SEP 10-30 OCT 01-24
DAILY 0500-1620``, ``BTN 2100-2200 ON 17 JUL``, ``15 1600-17 0800``, ``H24``, ``EXC SAT``; hours by the Sun as in
:mod:`bongsu.notices.sun_hours`, worked out for one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bongsu.earth import Window
from bongsu.errors import Problem
from bongsu.notices.shapes import Place
from bongsu.notices.sun_hours import SUN_HOURS, SunHours, says_sun, sun_hours, sun_span
from bongsu.wording import phrase

__all__ = ["expand_schedule", "month_number"]

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_MOST_WINDOWS = 2000  # as in warnings: a year of two windows a day is 730
_MOST_DAYS = 3700  # ten years
_LONGEST_TEXT = 2000  # characters; real ones stay under 400
_PLAIN_TOKENS = (
    r"(?P<span>(?<!\d)\d{4} ?Z?\s{0,3}(?:-|TO)\s{0,3}\d{4} ?Z?(?![\dA-Z]))|(?P<clock>(?<!\d)\d{4}Z?(?!\d))"
    r"|(?P<days>(?<!\d)\d{1,2} ?- ?\d{1,2}(?!\d))|(?P<day>(?<!\d)\d{1,2}(?!\d))|(?P<h24>\bH ?24\b|\bHR24\b)"
    r"|(?P<word>[A-Z]+)|(?P<dash>-)|(?P<stop>[,;.:/&+()])|(?P<other>\S)"
)
_TOKEN = re.compile(_PLAIN_TOKENS)
_TOKEN_OR_SUN = re.compile(rf"(?P<sun>{SUN_HOURS})|{_PLAIN_TOKENS}")  # dearer
_FILLER = frozenset(
    [
        "DAILY",
        "DLY",
        "EVERY",
        "EACH",
        "DAY",
        "DAYS",
        "ON",
        "BTN",
        "BETWEEN",
        "AND",
        "FROM",
        "FM",
        "UTC",
        "Z",
        "DATES",
        "DATE",
        "OF",
        "THE",
        "TIME",
        "TIMES",
        "AT",
        "DURING",
        "DRG",
    ]
)
_LAST_MINUTE = 1439  # 2359 stands for the end of the day


@dataclass(slots=True)
class _Clause:
    """Days and the hours that go with them."""

    days: list[tuple[date, date]] = field(default_factory=list)
    weekdays: set[int] = field(default_factory=set)
    hours: list[tuple[int, int]] = field(default_factory=list)
    sun: list[SunHours] = field(default_factory=list)

    def has_days(self) -> bool:
        return bool(self.days or self.weekdays)


@dataclass(slots=True)
class _Day:
    """One day or span of days as written: (month or 0, day) each."""

    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(slots=True)
class _Schedule:
    """Item D being read."""

    start: datetime
    end: datetime
    tokens: list[tuple[str, str]]
    place: Place | None = None
    index: int = 0
    month: int = 0
    clauses: list[_Clause] = field(default_factory=lambda: [_Clause()])
    pending: list[_Day] = field(default_factory=list)
    spans: list[tuple[datetime, datetime]] = field(default_factory=list)
    excluded_days: list[tuple[date, date]] = field(default_factory=list)
    excluded_weekdays: set[int] = field(default_factory=set)
    excluding: bool = False
    unread: list[str] = field(default_factory=list)
    no_sun: list[str] = field(default_factory=list)  # days on which the Sun gives no such hours
    unapplied: list[str] = field(default_factory=list)
    cursor: date | None = None
    hours_first: bool = False
    day_first: bool = False

    def kind(self, ahead: int = 0) -> str:
        index = self.index + ahead
        return self.tokens[index][0] if index < len(self.tokens) else "end"

    def text(self, ahead: int = 0) -> str:
        index = self.index + ahead
        return self.tokens[index][1] if index < len(self.tokens) else ""


def month_number(word: str) -> int:
    """1 to 12 of an English month's first three letters, 0 for another word."""
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS and len(word) in {3, 4, 5, 6, 7, 8, 9} else 0


def expand_schedule(
    text: str, start: datetime, end: datetime, place: Place | None = None
) -> tuple[tuple[Window, ...], list[Problem]]:
    """Single windows of a schedule between the start and the end of a NOTAM.

    Parameters
    ----------
    text : str
        Item D in capitals.
    start, end : datetime
        Items B and C; windows are cut to them.
    place : (latitude, longitude), optional
        Where hours by the Sun are worked out; without it they are not understood. [deg]

    Returns
    -------
    windows, problems : tuple of Window, list of Problem
        Where words are not understood, one window from start to end, never a narrower one, and a
        problem that quotes them. At most 2,000 windows.
    """
    whole = (Window(start=start, end=end),)
    if len(text) > _LONGEST_TEXT:
        what = phrase("schedule of {count:,} characters is not read; given as one window from B to C", count=len(text))
        return whole, [Problem(where="item D", what=what)]
    if (end - start).days > _MOST_DAYS:
        what = phrase(
            "from {start:%Y-%m-%d} to {end:%Y-%m-%d} is too long to expand; given as one window", start=start, end=end
        )
        return whole, [Problem(where="item D", what=what)]
    reading = _Schedule(start, end, list(_tokens(text)), place)
    _orders(reading)
    while reading.index < len(reading.tokens):
        _step(reading)
    _settle(reading)
    problems = [
        Problem(
            where="item D",
            what=phrase("exception {word!r} not applied: windows on these days are given too", word=word),
        )
        for word in dict.fromkeys(reading.unapplied)
    ]
    if reading.unread:
        words = " ".join(dict.fromkeys(reading.unread))[:60]
        what = phrase(
            "{words!r} in {text!r} was not understood; given as one window from B to C",
            words=words,
            text=" ".join(text.split())[:80],
        )
        return whole, [Problem(where="item D", what=what), *problems]
    windows = _windows(reading)
    problems += _about_the_sun(reading)
    if not windows:
        what = phrase("{text!r} gives no time between B and C; given as one window", text=" ".join(text.split())[:80])
        return whole, [Problem(where="item D", what=what), *problems]
    if len(windows) > _MOST_WINDOWS:
        problems.append(
            Problem(
                where="item D", what=phrase("the first {most_windows:,} windows are kept", most_windows=_MOST_WINDOWS)
            )
        )
    return windows[:_MOST_WINDOWS], problems


def _about_the_sun(reading: _Schedule) -> list[Problem]:
    """Where hours by the Sun were worked out, how good they are, and the days without such hours."""
    if reading.place is None or not any(clause.sun for clause in reading.clauses):
        return []
    latitude, longitude = reading.place
    what = phrase(
        "hours by the Sun are worked out at {latitude:.2f}{value} {longitude:.2f}{value_2}, good"
        " to about 2 minutes there; a degree of longitude is 4 minutes",
        latitude=abs(latitude),
        value="NS"[latitude < 0],
        longitude=abs(longitude),
        value_2="EW"[longitude < 0],
    )
    problems = [Problem(where="item D", what=what)]
    if reading.no_sun:
        days = ", ".join(dict.fromkeys(reading.no_sun[:5]))
        what = phrase(
            "the Sun gives no such hours there on {days}{count}; whole days are given",
            days=days,
            count=" and more days" if len(reading.no_sun) > 5 else "",
        )
        problems.append(Problem(where="item D", what=what))
    return problems


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for match in (_TOKEN_OR_SUN if says_sun(text) else _TOKEN).finditer(text):
        kind, word = match.lastgroup or "other", match.group()
        if kind == "word":
            name = word[:3]
            if month_number(word) and (len(word) == 3 or word not in _FILLER):
                kind = "month"
            elif name in _WEEKDAYS and word.rstrip("S") in {name, *_FULL_WEEKDAYS}:
                kind = "weekday"
            elif word in _FILLER:
                continue
            elif word in {"TO", "TIL", "TILL", "THRU"}:
                kind = "dash"
            elif word in {"EXC", "EXCEPT", "EXCLUDING"}:
                kind = "except"
        elif kind == "h24":
            kind, word = "span", "0000-2400"
        elif kind == "other":
            continue
        yield kind, word


_FULL_WEEKDAYS = frozenset(
    {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "TUES", "WEDNES", "THUR"}
)


def _orders(reading: _Schedule) -> None:
    """Whether hours stand before their days, and days before their month."""
    kinds = [kind for kind, _ in reading.tokens]
    dated = [index for index, kind in enumerate(kinds) if kind in {"day", "days", "weekday"}]
    hours = [index for index, kind in enumerate(kinds) if kind in {"span", "sun"}]
    months = [index for index, kind in enumerate(kinds) if kind == "month"]
    numbered = [index for index in dated if kinds[index] != "weekday"]
    reading.hours_first = bool(dated and hours and hours[0] < dated[0] and (not months or hours[0] < months[0]))
    reading.day_first = bool(months and numbered and numbered[0] < months[0])


def _step(reading: _Schedule) -> None:
    """Take one token, or the few that belong together."""
    kind, text = reading.kind(), reading.text()
    if _dated_span(reading):
        return
    if kind == "span":
        _hours(reading, text)
    elif kind == "sun":
        _by_sun(reading, text)
    elif kind in {"day", "days"}:
        _numbered(reading)
        return
    elif kind == "month":
        reading.month = month_number(text)
        if reading.day_first:
            _settle(reading)
    elif kind == "weekday":
        _weekday(reading)
        return
    elif kind == "except":
        _settle(reading)
        reading.excluding = True
    elif kind == "stop":
        if reading.excluding and text in ";.":
            reading.excluding = False
    elif kind == "word" and reading.excluding:
        reading.unapplied.append(text)
    elif kind in {"word", "clock", "dash"}:
        reading.unread.append(text)
    reading.index += 1


def _clause(reading: _Schedule, *, for_hours: bool) -> _Clause:
    """The clause that takes the next days or hours; a new one where the order says so."""
    last = reading.clauses[-1]
    fresh = (
        (last.has_days() or bool(reading.pending)) and for_hours
        if reading.hours_first
        else bool(last.hours or last.sun) and not for_hours
    )
    if fresh:
        if reading.hours_first:
            _settle(reading)
        last = _Clause()
        reading.clauses.append(last)
    return last


def _hours(reading: _Schedule, text: str) -> None:
    if not reading.day_first:
        _settle(reading)
    reading.excluding = False
    first, last = (_minute(part) for part in re.findall(r"\d{4}", text))
    if first is None or last is None:
        reading.unread.append(text)
        return
    last = 1440 if last == _LAST_MINUTE else last
    _clause(reading, for_hours=True).hours.append((first, last))


def _by_sun(reading: _Schedule, text: str) -> None:
    if not reading.day_first:
        _settle(reading)
    reading.excluding = False
    hours = sun_hours(text)
    if hours is None or reading.place is None:
        reading.unread.append(text)
    else:
        _clause(reading, for_hours=True).sun.append(hours)


def _minute(text: str) -> int | None:
    hour, minute = int(text[:2]), int(text[2:4])
    return hour * 60 + minute if minute < 60 and (hour < 24 or (hour == 24 and minute == 0)) else None


def _numbered(reading: _Schedule) -> None:
    """``18``, ``18-31``, ``10-OCT 12`` or ``18 JUL-02 AUG``."""
    if not reading.excluding:
        _clause(reading, for_hours=False)
    numbers = [int(part) for part in re.findall(r"\d{1,2}", reading.text())]
    month = 0 if reading.day_first else reading.month
    day = _Day((month, numbers[0]), (month, numbers[-1]))
    step = 1
    if len(numbers) == 1 and reading.kind(1) == "dash" and reading.kind(2) == "month" and reading.kind(3) == "day":
        reading.month = month_number(reading.text(2))
        day.last, step = (reading.month, int(reading.text(3))), 4
    elif (
        len(numbers) == 1
        and [reading.kind(ahead) for ahead in range(1, 5)] == ["month", "dash", "day", "month"]
        and reading.day_first
    ):
        day.first = (month_number(reading.text(1)), numbers[0])
        day.last, step = (month_number(reading.text(4)), int(reading.text(3))), 5
    elif len(numbers) == 1 and reading.kind(1) == "dash" and reading.kind(2) == "day":
        day.last, step = (month, int(reading.text(2))), 3
    reading.pending.append(day)
    reading.index += step


def _weekday(reading: _Schedule) -> None:
    first = _WEEKDAYS.index(reading.text()[:3])
    step, last = 1, first
    if reading.kind(1) == "dash" and reading.kind(2) == "weekday":
        last, step = _WEEKDAYS.index(reading.text(2)[:3]), 3
    days = {(first + offset) % 7 for offset in range((last - first) % 7 + 1)}
    if reading.excluding:
        reading.excluded_weekdays |= days
    else:
        _clause(reading, for_hours=False).weekdays |= days
    reading.index += step


def _settle(reading: _Schedule) -> None:
    """Dates put to the days written since, with the month last read where they have none."""
    for day in reading.pending:
        found = _dates(reading, day)
        if found is None:
            reading.unread.append(f"{day.first[1]:02d}")
        elif reading.excluding:
            reading.excluded_days.append(found)
        else:
            reading.clauses[-1].days.append(found)
    reading.pending = []


def _dates(reading: _Schedule, day: _Day) -> tuple[date, date] | None:
    month = reading.month if reading.day_first else 0
    first = _find(reading, day.first[0] or month, day.first[1], reading.cursor)
    first = first or _find(reading, day.first[0] or month, day.first[1], None)
    if first is None:
        return None
    last = _find(reading, day.last[0] or month or 0, day.last[1], first)
    if last is None:
        return None
    reading.cursor = last
    return first, last


def _find(reading: _Schedule, month: int, number: int, after: date | None) -> date | None:
    """The first such day from ``after`` on, within B and C."""
    low, high = reading.start.date(), reading.end.date()
    year, each = (after or low).year, (after or low).month
    while (year, each) <= (high.year, high.month):
        if month in (0, each):
            try:
                found = date(year, each, number)
            except ValueError:
                found = None
            if found is not None and max(low, after or low) <= found <= high:
                return found
        year, each = (year, each + 1) if each < 12 else (year + 1, 1)
    return None


def _dated_span(reading: _Schedule) -> bool:
    """``15 1600-17 0800``, ``JAN 15 1600-JAN 17 0800``, ``MON 2200-TUE 0600``: one stretch over midnight or days."""
    kinds = [reading.kind(ahead) for ahead in range(6)]
    if kinds[:5] == ["day", "clock", "dash", "day", "clock"]:
        places = (0, 1, 3, 4)
    elif kinds == ["day", "clock", "dash", "month", "day", "clock"]:
        places = (0, 1, 4, 5)
    elif kinds[:5] == ["weekday", "clock", "dash", "weekday", "clock"]:
        return _weekly_span(reading)
    else:
        return False
    day, clock, last_day, last_clock = (reading.text(place) for place in places)
    first = _find(reading, reading.month, int(day), reading.cursor) or _find(reading, reading.month, int(day), None)
    if places[2] == 4:
        reading.month = month_number(reading.text(3))
    last = _find(reading, reading.month, int(last_day), first) if first else None
    begin, finish = _minute(clock), _minute(last_clock)
    if first is None or last is None or begin is None or finish is None or _at(last, finish) <= _at(first, begin):
        reading.unread.append(f"{day} {clock}-{last_day} {last_clock}")
    else:
        reading.cursor = last
        reading.spans.append((_at(first, begin), _at(last, finish)))
    reading.index += places[3] + 1
    return True


def _weekly_span(reading: _Schedule) -> bool:
    first, last = (_WEEKDAYS.index(reading.text(ahead)[:3]) for ahead in (0, 3))
    begin, finish = _minute(reading.text(1)), _minute(reading.text(4))
    if begin is None or finish is None:
        reading.unread.append(f"{reading.text(1)}-{reading.text(4)}")
    else:
        days = (last - first) % 7 or (7 if finish <= begin else 0)
        for day in _all_days(reading):
            if day.weekday() == first and len(reading.spans) <= _MOST_WINDOWS:
                reading.spans.append((_at(day, begin), _at(day + timedelta(days=days), finish)))
    reading.index += 5
    return True


def _all_days(reading: _Schedule) -> list[date]:
    low = reading.start.date()
    return [low + timedelta(days=offset) for offset in range((reading.end.date() - low).days + 1)]


def _windows(reading: _Schedule) -> tuple[Window, ...]:
    spans = list(reading.spans)
    days = _all_days(reading)
    clauses = [clause for clause in reading.clauses if clause.has_days() or clause.hours or clause.sun]
    for clause in clauses:
        hours = [
            (timedelta(minutes=first), timedelta(minutes=last if last > first else last + 1440))
            for first, last in clause.hours or ([] if clause.sun else [(0, 1440)])
        ]
        for day in _days_of(clause, days):
            if reading.excluded_weekdays and day.weekday() in reading.excluded_weekdays:
                continue
            if reading.excluded_days and any(first <= day <= last for first, last in reading.excluded_days):
                continue
            midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
            for first, last in hours:
                spans.append((midnight + first, midnight + last))
            if clause.sun:
                spans += _sun_spans(reading, clause, day, midnight)
            if len(spans) > 2 * _MOST_WINDOWS:
                break
    return _cut(spans, reading.start, reading.end)


def _sun_spans(
    reading: _Schedule, clause: _Clause, day: date, midnight: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Hours by the Sun that touch one day of UTC; the whole day where the Sun gives none."""
    assert reading.place is not None
    before = day - timedelta(days=1)
    for hours in clause.sun:
        early = sun_span(hours, before, *reading.place)
        if early is not None and early[1] > midnight:  # east of 90 deg E the Sun rises on the day before, by UTC
            yield early
        span = sun_span(hours, day, *reading.place)
        if span is None:
            reading.no_sun.append(f"{day:%d %b %Y}")
        yield span or (midnight, midnight + timedelta(days=1))


def _days_of(clause: _Clause, days: Sequence[date]) -> Iterator[date]:
    if not clause.days:
        yield from [day for day in days if day.weekday() in clause.weekdays] if clause.weekdays else days
        return
    for first, last in clause.days:
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            if not clause.weekdays or day.weekday() in clause.weekdays:
                yield day


def _cut(spans: Sequence[tuple[datetime, datetime]], start: datetime, end: datetime) -> tuple[Window, ...]:
    """Spans within B and C, each once, in order."""
    inside = {
        (first if first > start else start, last if last < end else end)
        for first, last in spans
        if first < end and start < last
    }
    return tuple([Window(start=first, end=last) for first, last in sorted(inside) if first < last])


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute)
