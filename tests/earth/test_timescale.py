"""Julian dates, leap seconds and time grids against published dates and Skyfield."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx
from skyfield.api import load

from bongsu.earth import (
    LEAP_SECONDS_VALID_UNTIL,
    from_datetime64,
    julian_date,
    tai_minus_utc_s,
    time_grid,
    to_datetime64,
)
from bongsu.earth.timescale import tt_julian_date
from bongsu.errors import InputError

moments = st.datetimes(datetime(1958, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2000-01-01T12:00:00", 2451545.0),
        ("1999-01-01T00:00:00", 2451179.5),
        ("1987-01-27T00:00:00", 2446822.5),
        ("1987-06-19T12:00:00", 2446966.0),
        ("1988-01-27T00:00:00", 2447187.5),
        ("1988-06-19T12:00:00", 2447332.0),
        ("1900-01-01T00:00:00", 2415020.5),
        ("1600-01-01T00:00:00", 2305447.5),
        ("1600-12-31T00:00:00", 2305812.5),
    ],
)
def test_julian_date_of_published_dates(text, expected):
    """Meeus, Astronomical Algorithms, 2nd ed., chapter 7, table of examples; exact in binary."""
    day, fraction = julian_date(np.datetime64(text))
    assert day + fraction == expected
    assert day % 1.0 == 0.5


def test_sputnik_1_by_meeus():
    """Meeus, example 7.a: 1957 October 4.81 is JD 2436116.31."""
    day, fraction = julian_date(np.datetime64("1957-10-04T19:26:24"))
    assert float(day) == 2436115.5
    assert float(fraction) == approx(0.81, abs=1e-12)


@given(moments)
def test_split_julian_date_keeps_the_microsecond(moment):
    """The fraction of a day resolves 1e-16 day, so that the microsecond comes back exactly."""
    day, fraction = julian_date(to_datetime64(moment))
    whole = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(days=float(day) - 2451544.5)
    assert 0.0 <= fraction < 1.0
    assert whole + timedelta(microseconds=round(float(fraction) * 86_400e6)) == moment


def test_a_single_float_would_not_keep_it():
    """One float64 Julian date resolves 40 us (2^-31 day): a microsecond is lost there and kept in the split."""
    one, other = np.datetime64("2023-11-25T01:01:10.000000"), np.datetime64("2023-11-25T01:01:10.000001")
    (day, fraction), (next_day, next_fraction) = julian_date(one), julian_date(other)
    assert day + fraction == next_day + next_fraction
    assert (next_fraction - fraction) * 86_400e6 == approx(1.0, abs=1e-4)


@given(moments)
def test_datetime_and_back(moment):
    assert from_datetime64(to_datetime64(moment)) == moment


def test_another_zone_is_turned_into_utc():
    """Pyongyang Time was UTC+9 in November 2023 (facts of the case): 10:01:10 there is 01:01:10 UTC."""
    moment = datetime(2023, 11, 25, 10, 1, 10, tzinfo=timezone(timedelta(hours=9)))
    assert to_datetime64(moment) == np.datetime64("2023-11-25T01:01:10")


def test_a_time_without_zone_is_refused():
    with pytest.raises(InputError, match=r"2023-11-25T10:01:10 has no time zone") as caught:
        to_datetime64(datetime(2023, 11, 25, 10, 1, 10))
    assert "add Z" in caught.value.advice


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1972-01-01T00:00:00", 10),
        ("1972-06-30T23:59:59.999999", 10),
        ("1972-07-01T00:00:00", 11),
        ("2015-06-30T23:59:59", 35),
        ("2015-07-01T00:00:00", 36),
        ("2016-12-31T23:59:59.999999", 36),
        ("2017-01-01T00:00:00", 37),
        ("2026-11-23T00:00:00", 37),
    ],
)
def test_leap_seconds(text, seconds):
    """IERS Bulletin C numbers 1, 49 and 52, and IERS Leap_Second.dat (valid until 28 June 2027)."""
    assert tai_minus_utc_s(np.datetime64(text)) == seconds


def test_leap_seconds_are_those_of_skyfield():
    """Skyfield's own table, at every leap second of 1972 to today, a microsecond before and at it."""
    timescale = load.timescale(builtin=True)
    own = timescale.from_datetime
    for year in range(1973, 2027):
        for month in (1, 7):
            at = datetime(year, month, 1, tzinfo=UTC)
            for moment in (at - timedelta(seconds=1), at):
                when = own(moment)
                day, fraction = julian_date(to_datetime64(moment))
                utc_days = (float(day) - 2451545.0) + float(fraction)
                theirs = ((when.whole - 2451545.0) + when.tai_fraction - utc_days) * 86_400
                assert float(tai_minus_utc_s(to_datetime64(moment))) == approx(theirs, abs=1e-3)


def test_table_ends_after_the_bundled_snapshot():
    assert LEAP_SECONDS_VALID_UNTIL == "2027-06-28"


def test_terrestrial_time():
    """TT - TAI is 32.184 s by definition (IAU 1991): 69.184 s ahead of UTC in 2023; 40 us is a float's step."""
    day, fraction = julian_date(np.datetime64("2023-11-25T01:01:10"))
    ahead = (tt_julian_date(np.datetime64("2023-11-25T01:01:10")) - (day + fraction)) * 86_400
    assert float(ahead) == approx(69.184, abs=1e-4)


@given(moments, st.floats(0.0, 3e5), st.floats(0.5, 600.0))
def test_grid_has_both_ends_and_no_wider_step(start, span_s, step_s):
    begin = to_datetime64(start)
    end = begin + np.timedelta64(round(span_s * 1e6), "us")
    grid = time_grid(begin, end, step_s)
    assert grid[0] == begin
    assert grid[-1] == end
    steps = np.diff(grid) / np.timedelta64(1, "us")
    assert np.all(steps >= 0)
    assert steps.max() <= step_s * 1e6 + 1  # whole microseconds


def test_grid_of_a_day_by_minutes():
    grid = time_grid(np.datetime64("2017-01-01"), np.datetime64("2017-01-02"), 60.0)
    assert grid.size == 1441
    assert np.all(np.diff(grid) == np.timedelta64(60, "s"))
    assert grid.dtype == np.dtype("datetime64[us]")
