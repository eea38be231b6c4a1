"""UTC, UT1 and TT as arrays, split Julian dates, and leap seconds.

Arrays of UTC are ``datetime64[us]``. Like POSIX time they have no label for the leap second itself.
"""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.errors import InputError

__all__ = [
    "LEAP_SECONDS_VALID_UNTIL",
    "from_datetime64",
    "julian_date",
    "tai_minus_utc_s",
    "time_grid",
    "to_datetime64",
    "tt_julian_date",
]

# IERS Bulletin C: UTC date from which TAI-UTC holds, and its value in seconds.
_LEAP_SECONDS = (
    ("1972-01-01", 10), ("1972-07-01", 11), ("1973-01-01", 12), ("1974-01-01", 13), ("1975-01-01", 14),
    ("1976-01-01", 15), ("1977-01-01", 16), ("1978-01-01", 17), ("1979-01-01", 18), ("1980-01-01", 19),
    ("1981-07-01", 20), ("1982-07-01", 21), ("1983-07-01", 22), ("1985-07-01", 23), ("1988-01-01", 24),
    ("1990-01-01", 25), ("1991-01-01", 26), ("1992-07-01", 27), ("1993-07-01", 28), ("1994-07-01", 29),
    ("1996-01-01", 30), ("1997-07-01", 31), ("1999-01-01", 32), ("2006-01-01", 33), ("2009-01-01", 34),
    ("2012-07-01", 35), ("2015-07-01", 36), ("2017-01-01", 37),
)  # fmt: skip
LEAP_SECONDS_VALID_UNTIL = "2027-06-28"  # IERS Leap_Second.dat in astropy-iers-data 0.2026.11.2
_LEAP_DATES = np.array([date for date, _ in _LEAP_SECONDS], dtype="datetime64[us]")
_LEAP_VALUES = np.array([10, *[value for _, value in _LEAP_SECONDS]], dtype=float)
_J2000 = np.datetime64("2000-01-01T12:00:00", "us")
_J2000_JD = 2451545.0
_DAY_US = 86_400_000_000


def to_datetime64(moment: datetime) -> np.datetime64:
    """An aware time as ``datetime64[us]`` in UTC.

    Raises
    ------
    InputError
        When the time carries no zone.
    """
    if moment.tzinfo is None:
        raise InputError(f"time {moment.isoformat()} has no time zone", advice="add Z for UTC or an offset")
    return np.datetime64(moment.astimezone(UTC).replace(tzinfo=None), "us")


def from_datetime64(moment: np.datetime64) -> datetime:
    """A ``datetime64`` in UTC as an aware datetime, to the microsecond."""
    value: datetime = moment.astype("datetime64[us]").item()
    return value.replace(tzinfo=UTC)


def time_grid(start: np.datetime64, end: np.datetime64, step_s: float) -> NDArray[np.datetime64]:
    """Evenly spaced UTC from ``start`` to ``end``, both included, no further apart than ``step_s`` seconds."""
    span_us = int((end - start) / np.timedelta64(1, "us"))
    count = max(2, int(np.ceil(span_us / (step_s * 1e6))) + 1)
    offsets = np.rint(np.linspace(0.0, span_us, count)).astype("timedelta64[us]")
    grid: NDArray[np.datetime64] = start.astype("datetime64[us]") + offsets
    return grid


def julian_date(time: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Julian date (UTC) of ``datetime64`` times, split into a day ending in .5 and a fraction in [0, 1).

    The split keeps microseconds: one float64 Julian date resolves only 40 us.
    """
    offset_us = (np.asarray(time, dtype="datetime64[us]") - _J2000).astype(np.int64) + _DAY_US // 2
    day, rest = np.divmod(offset_us, _DAY_US)
    return day + (_J2000_JD - 0.5), rest / _DAY_US


def tai_minus_utc_s(time: ArrayLike) -> NDArray[np.float64]:
    """TAI-UTC in seconds for ``datetime64`` times; 10 s before 1972 (IERS Bulletin C)."""
    moment = np.asarray(time, dtype="datetime64[us]")
    values: NDArray[np.float64] = _LEAP_VALUES[np.searchsorted(_LEAP_DATES, moment, side="right")]
    return values


def tt_julian_date(time: ArrayLike) -> NDArray[np.float64]:
    """Julian date (TT) of UTC times as one float, good to 40 us: enough for the Sun, not for sidereal time."""
    day, fraction = julian_date(time)
    return day + (fraction + (tai_minus_utc_s(time) + 32.184) / 86400.0)
