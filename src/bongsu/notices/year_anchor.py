"""The year of a day and month that a warning writes without one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bongsu.errors import NoticeError
from bongsu.notices.time_tokens import MONTHS
from bongsu.wording import phrase

__all__ = ["YearAnchor", "day_of"]

_BACK_DAYS = 90  # a window may have begun this long before the message


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
                phrase("{day:02d} {months}: the year is not in the text", day=day, months=MONTHS[month - 1]),
                advice="give the year of the warning",
            )
        dates = [each for year in range(near - 1, near + 5) if (each := day_of(year, month, day))]
        if not dates:
            raise ValueError(phrase("no day {day} in {months}", day=day, months=MONTHS[month - 1]))
        earliest = not_before or (self.issued.date() - timedelta(days=_BACK_DAYS) if self.issued else None)
        if earliest is not None:
            return next((each for each in dates if each >= earliest), dates[-1])
        if self.expires is not None:
            return next((each for each in reversed(dates) if each <= self.expires.date()), dates[0])
        if not any(each.year == near for each in dates):
            raise ValueError(phrase("no day {day} in {months} {near}", day=day, months=MONTHS[month - 1], near=near))
        return next(each for each in dates if each.year == near)


def day_of(year: int, month: int, day: int) -> date | None:
    """A day, None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
