"""Hours repeated over days: daily windows, and those of hours that have weekdays of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from bongsu.earth import Window

__all__ = ["LONGEST_DAILY_DAY", "MOST_WINDOWS", "at_minute", "by_weekday", "expand_daily", "parted"]

MOST_WINDOWS = 2000  # of one group; a year of two windows a day is 730
LONGEST_DAILY_DAY = 800
_ONE_DAY = timedelta(days=1)


def expand_daily(hours: Sequence[tuple[int, int]], days: Iterable[tuple[date, date]]) -> tuple[Window, ...]:
    """Single windows of hours on every day of the spans, in order; hours over midnight end next day.

    At most 2,000 are given.
    """
    windows: list[Window] = []
    pairs = [
        (timedelta(minutes=start), timedelta(minutes=start + ((end - start) % 1440 or 1440))) for start, end in hours
    ]
    for first, last in days:
        day = at_minute(first, 0)
        for _ in range(min((last - first).days, LONGEST_DAILY_DAY) + 1):
            windows += [Window(start=day + opens, end=day + closes) for opens, closes in pairs]
            if len(windows) >= MOST_WINDOWS:
                return tuple(windows[:MOST_WINDOWS])
            day += _ONE_DAY
    return tuple(windows)


def parted(first: date, last: date, kept: Callable[[date], bool] | None) -> list[tuple[date, date]]:
    """Spans of the days that are in force."""
    if kept is None:
        return [(first, last)]
    spans: list[tuple[date, date]] = []
    for step in range((last - first).days + 1):
        day = first + timedelta(days=step)
        if kept(day):
            if spans and spans[-1][1] == day - timedelta(days=1):
                spans[-1] = (spans[-1][0], day)
            else:
                spans.append((day, day))
    return spans


def by_weekday(
    bound: Sequence[tuple[tuple[tuple[int, int], ...], frozenset[int]]], days: Sequence[tuple[date, date]]
) -> list[Window]:
    """Windows of hours that have weekdays of their own, on those of the spans of days, one span after the other."""
    windows: list[Window] = []
    for first, last in days:
        for step in range((last - first).days + 1):
            day = first + timedelta(days=step)
            for hours, weekdays in bound:
                if day.weekday() in weekdays:
                    windows += expand_daily(hours, [(day, day)])
            if len(windows) >= MOST_WINDOWS:
                return windows[:MOST_WINDOWS]
    return windows


def at_minute(day: date, minute: int) -> datetime:
    """The moment so many minutes after 00:00 UTC of a day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute)
