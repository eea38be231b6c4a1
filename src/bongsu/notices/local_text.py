"""Times and numbers on the Korean and Japanese coast guards' own pages: local dates, nine hours ahead of UTC.

``2023年11月22日00時00分から12月1日00時00分まで``, ``11월 22일 00:00 ~ 12월 1일 00:00``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice

from bongsu.earth import Window
from bongsu.errors import NoticeError, Problem
from bongsu.notices.shapes import Span
from bongsu.notices.time_text import YearAnchor
from bongsu.wording import phrase

__all__ = ["LocalTimes", "local_header", "local_times"]

_AHEAD = timezone(timedelta(hours=9))  # KST and JST, no summer time since 1988 and 1951 (IANA tz database)
_CHINA = timezone(timedelta(hours=8))  # China Standard Time, no summer time since 1991 (IANA tz database)
_CHINESE = re.compile(r"\d时|海事局|辽航警|连线|各点|军事任务")
_FOUR_FIGURES = re.compile(r"(?<!\d)(\d\d)(\d\d)[时時]")  # as long as what takes its place
_MOST_DAYS = 800
_MOST_MOMENTS = 500  # of one page
_MOST_WINDOWS = 2_000
_CLOCK = r"(?:(?P<half>午前|午後|오전|오후) {0,2})?(?P<hour>\d{1,2}) {0,2}(?:[時시]|:) {0,2}(?:(?P<minute>\d{1,2}) {0,2}[分분]?)?"
_MOMENT = re.compile(
    r"(?:(?P<year>20\d{2}) {0,2}[年년.] {0,2})?(?P<month>\d{1,2}) {0,2}[月월.] {0,2}(?P<day>\d{1,2}) {0,2}(?:[日일.]|(?=[ (]))"
    rf"(?:[(][^()\n]{{1,4}}[)])?(?: {{0,3}}{_CLOCK})?"
)
_CLOCKS = re.compile(
    r"(?<![\d:])(?P<h1>\d{1,2}) {0,2}(?:[時시]|:) {0,2}(?:(?P<m1>\d{1,2}) {0,2}[分분]?)? {0,2}(?:~|-|から|부터|至|到) {0,2}"
    r"(?:翌日? {0,2}|다음 ?날 {0,2}|익일 {0,2})?(?P<h2>\d{1,2}) {0,2}(?:[時시]|:) {0,2}(?:(?P<m2>\d{1,2}) {0,2}[分분]?)?(?!\d)"
)
_DAY_ONLY = re.compile(  # "12月10日~22日": the month is the first's
    rf"[ \n]{{0,4}}(?:から|より|~|-|부터)[ \n]{{0,4}}(?P<day>\d{{1,2}}) {{0,2}}[日일](?: {{0,3}}{_CLOCK})?(?P<year>)(?P<month>)"
)
_HAS_DATES = re.compile(r"[月월]|20\d{2}\. ?\d{1,2}\. ?\d")
_TO = re.compile(r"[ \n]{0,4}(?:から|より|~|-|―|부터|에서|至)[ \n]{0,4}")
_DAILY = re.compile(r"毎日|每日|매일|の間|일간")
_UTC_SAID = re.compile(r"UTC|GMT|協定世界時|협정세계시|世界時|세계시")
_LOCAL_SAID = re.compile(r"JST|KST|日本時間|日本標準時|한국시간|한국표준시")
_HEADER = re.compile(
    r"(?P<name>(?:NAVAREA {0,2}XI|ナバリア {0,2}XI) {0,2}航行警報|日本航行警報|航行警報|(?:수로)?항행경보|항행경보)"
    r"[ (（]{0,3}(?:第|제|NR|NO)?[ .]{0,2}(?P<year>\d{2})[-‐](?P<number>\d{1,4})(?: {0,2}[号호])?"
)


@dataclass(frozen=True, slots=True)
class LocalTimes:
    """Windows of a page, with the characters of each and what to know of them."""

    windows: tuple[Window, ...]
    spans: tuple[Span, ...]
    problems: tuple[Problem, ...]


def local_header(plain: str) -> tuple[str, str, int, int] | None:
    """Series, number, start and end of a Korean or Japanese header; None where there is none."""
    found = _HEADER.search(plain)
    if found is None:
        return None
    name = found["name"]
    if "XI" in name:
        series = "NAVAREA XI"
    else:
        series = "Korea Navigational Warning" if "항행" in name else "Japan Navigational Warning"
    return series, f"{found['year']}-{found['number']}", found.start(), found.end()


def local_times(plain: str, anchor: YearAnchor) -> LocalTimes:
    """Windows of Korean and Japanese dates.

    Parameters
    ----------
    plain : str
        Plain text of the notice, positions blanked out.
    anchor : YearAnchor
        What is known of its year; a year on the page goes before.

    Notes
    -----
    Read as nine hours ahead of UTC unless UTC is said and no local time is. A date without hours is the whole day.
    Daily hours on a span of days give single windows.
    """
    if not _HAS_DATES.search(plain):
        return LocalTimes((), (), ())
    chinese = _CHINESE.search(plain) is not None and not _LOCAL_SAID.search(plain)
    if chinese:
        plain = _FOUR_FIGURES.sub(r"\1:\2", plain).replace("时", "時")
    problems: list[Problem] = []
    zone = UTC if _UTC_SAID.search(plain) and not _LOCAL_SAID.search(plain) else _CHINA if chinese else _AHEAD
    moments = list(islice(_MOMENT.finditer(plain), _MOST_MOMENTS))
    windows: list[Window] = []
    spans: list[Span] = []
    year = next((int(found["year"]) for found in moments if found["year"]), None)
    index = 0
    while index < len(moments) and len(windows) < _MOST_WINDOWS:
        first = moments[index]
        pair = index + 1 < len(moments) and _TO.fullmatch(plain, first.end(), moments[index + 1].start()) is not None
        short = None if pair else _DAY_ONLY.match(plain, first.end())
        last = moments[index + 1] if pair else short or first
        index += 2 if pair else 1
        if last is first and first["hour"] and not _CLOCKS.match(plain, first.start("hour")):
            continue  # a moment alone: when the page was written
        try:
            found, end = _windows(plain, first, last, anchor, year, zone)
        except (ValueError, NoticeError) as error:
            words = " ".join(plain[first.start() : last.end()].split())
            problems.append(Problem(where=f"{words!r}", what=phrase("times not read: {error}", error=error)))
            continue
        windows += found
        spans += [(first.start(), end)] * len(found)
    if windows and zone is _CHINA:
        what = "dates are read as Chinese time, eight hours ahead of UTC"
        problems.append(Problem(where="windows", what=what))
    if windows and zone is _AHEAD:
        what = "dates are read as Korean or Japanese time, nine hours ahead of UTC"
        problems.append(Problem(where="windows", what=what))
    return LocalTimes(tuple(windows), tuple(spans), tuple(problems))


def _windows(
    plain: str, first: re.Match[str], last: re.Match[str], anchor: YearAnchor, year: int | None, zone: timezone
) -> tuple[list[Window], int]:
    """Windows from a first to a last moment, and where their words end."""
    start = _date(first, anchor, year, None)
    end = _date(last, anchor, int(first["year"]) if first["year"] else year, start)
    if (end - start).days > _MOST_DAYS:
        raise ValueError(
            phrase("from {start} to {end} is more than {most_days} days", start=start, end=end, most_days=_MOST_DAYS)
        )
    if last["hour"]:
        hours = _CLOCKS.match(plain, last.start("hour"))
    else:
        hours = _CLOCKS.search(plain, last.end(), last.end() + 24)
    if hours:
        opens, closes = _minutes(hours["h1"], hours["m1"], None), _minutes(hours["h2"], hours["m2"], None)
        closes += 1440 if closes <= opens else 0
        days = [start + timedelta(days=step) for step in range((end - start).days + 1)]
        return [_window(day, opens, day, closes, zone) for day in days], hours.end()
    opens = _minutes(first["hour"], first["minute"], first["half"]) if first["hour"] else 0
    closes = _minutes(last["hour"], last["minute"], last["half"]) if last["hour"] else 1440
    if _DAILY.search(plain, max(0, first.start() - 12), last.end() + 8) and first["hour"] and last["hour"]:
        closes += 1440 if closes <= opens else 0
        days = [start + timedelta(days=step) for step in range((end - start).days + 1)]
        return [_window(day, opens, day, closes, zone) for day in days], last.end()
    return [_window(start, opens, end, closes, zone)], last.end()


def _date(found: re.Match[str], anchor: YearAnchor, year: int | None, not_before: date | None) -> date:
    month = int(found["month"]) if found["month"] else not_before.month if not_before else 0
    day = int(found["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError(phrase("no day {day} in month {month}", day=day, month=month))
    if found["year"]:
        return date(int(found["year"]), month, day)
    if year is not None and not_before is None:
        return date(year, month, day)
    return anchor.resolve(month, day, not_before=not_before)


def _minutes(hour: str, minute: str | None, half: str | None) -> int:
    value = int(hour)
    if half in {"午後", "오후"} and value < 12:
        value += 12
    elif half in {"午前", "오전"} and value == 12:
        value = 0
    if value > 24 or int(minute or 0) > 59:
        raise ValueError(phrase("no time of day {hour}:{minute}", hour=hour, minute=minute or "00"))
    return value * 60 + int(minute or 0)


def _window(first: date, opens: int, last: date, closes: int, zone: timezone) -> Window:
    start = datetime(first.year, first.month, first.day, tzinfo=zone) + timedelta(minutes=opens)
    end = datetime(last.year, last.month, last.day, tzinfo=zone) + timedelta(minutes=closes)
    if end < start:
        raise ValueError("the end comes before the start")
    return Window(start=start.astimezone(UTC), end=end.astimezone(UTC))
