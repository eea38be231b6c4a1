"""Windows of UTC and how times are read and written (ISO 8601; RFC 3339)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.earth import Window, format_utc, parse_time
from bongsu.errors import InputError

KST = timezone(timedelta(hours=9))
moments = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
ends = st.one_of(st.none(), moments)


def _window(start, end):
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Window(start=start, end=end)


def test_times_are_turned_into_utc():
    """The notified window of November 2023: 22 November 0 h to 1 December 0 h Korean time."""
    window = Window(start=datetime(2023, 11, 22, tzinfo=KST), end=datetime(2023, 12, 1, tzinfo=KST))
    assert window.start == datetime(2023, 11, 21, 15, tzinfo=UTC)
    assert window.start.tzinfo is UTC
    assert window.duration == timedelta(days=9)


def test_lift_off_of_malligyong_1_came_before_its_window():
    """Lift-off 2023-11-21 13:42:28 UTC, an hour and 17 minutes before the window opened (facts.md section 8)."""
    window = Window(start=datetime(2023, 11, 21, 15, tzinfo=UTC), end=datetime(2023, 11, 30, 15, tzinfo=UTC))
    lift_off = datetime(2023, 11, 21, 22, 42, 28, tzinfo=KST)
    assert not window.contains(lift_off)
    assert timedelta(hours=1, minutes=17) < window.start - lift_off < timedelta(hours=1, minutes=18)
    assert window.contains(window.start)
    assert window.contains(window.end)
    assert not window.contains(window.end + timedelta(microseconds=1))


def test_open_ends():
    from_then_on = Window(start=datetime(2023, 11, 21, tzinfo=UTC), end=None)
    assert from_then_on.duration is None
    assert from_then_on.contains(datetime(2100, 1, 1, tzinfo=UTC))
    assert not from_then_on.contains(datetime(2023, 11, 20, tzinfo=UTC))
    assert Window(start=None, end=None).contains(datetime(1957, 10, 4, tzinfo=UTC))


@given(ends, ends, ends, ends)
def test_overlap_is_mutual_and_means_a_shared_moment(a, b, c, d):
    one, other = _window(a, b), _window(c, d)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)
    edges = [edge for edge in (one.start, one.end, other.start, other.end) if edge is not None]
    shared = any(one.contains(edge) and other.contains(edge) for edge in edges)
    assert one.overlaps(other) == (shared or not edges)


def test_windows_that_touch_overlap():
    noon = datetime(2024, 1, 1, 12, tzinfo=UTC)
    before = Window(start=noon - timedelta(hours=1), end=noon)
    after = Window(start=noon, end=noon + timedelta(hours=1))
    assert before.overlaps(after)
    assert not before.overlaps(Window(start=noon + timedelta(microseconds=1), end=None))


def test_a_time_without_zone_is_refused():
    with pytest.raises(InputError) as caught:
        Window(start=datetime(2023, 11, 21, 15), end=None)
    assert str(caught.value) == "window start 2023-11-21T15:00:00 has no time zone"
    assert "Z or an offset" in caught.value.advice


def test_an_end_before_the_start_is_refused():
    with pytest.raises(InputError) as caught:
        Window(start=datetime(2023, 11, 22, tzinfo=UTC), end=datetime(2023, 11, 22, tzinfo=KST))
    assert str(caught.value) == "window ends 2023-11-21T15:00:00Z before it starts 2023-11-22T00:00:00Z"


@pytest.mark.parametrize(
    ("microsecond", "digits", "text"),
    [
        (0, 0, "2023-11-25T01:01:10Z"),
        (499_999, 0, "2023-11-25T01:01:10Z"),
        (500_001, 0, "2023-11-25T01:01:11Z"),
        (123_456, 3, "2023-11-25T01:01:10.123Z"),
        (123_456, 6, "2023-11-25T01:01:10.123456Z"),
        (999_960, 4, "2023-11-25T01:01:11.0000Z"),
        (50_001, 1, "2023-11-25T01:01:10.1Z"),
    ],
)
def test_written_times_are_rounded(microsecond, digits, text):
    moment = datetime(2023, 11, 25, 10, 1, 10, microsecond, tzinfo=KST)
    assert format_utc(moment, digits=digits) == text


def test_rounding_carries_into_the_next_year():
    assert format_utc(datetime(2016, 12, 31, 23, 59, 59, 700_000, tzinfo=UTC)) == "2017-01-01T00:00:00Z"


@given(moments, st.integers(0, 6))
def test_written_and_read_back_within_half_a_digit(moment, digits):
    back = parse_time(format_utc(moment, digits=digits))
    assert abs(back - moment) <= timedelta(seconds=0.5 * 10**-digits) + timedelta(microseconds=digits == 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-11-25T10:01:10+09:00", datetime(2023, 11, 25, 1, 1, 10, tzinfo=UTC)),
        (" 2023-11-25T01:01:10Z\n", datetime(2023, 11, 25, 1, 1, 10, tzinfo=UTC)),
        ("2016-02-07T09:00:00+08:30", datetime(2016, 2, 7, 0, 30, tzinfo=UTC)),
        ("2023-11-24T20:13:22.5Z", datetime(2023, 11, 24, 20, 13, 22, 500_000, tzinfo=UTC)),
    ],
)
def test_read_times(text, expected):
    """ISO 8601 with a zone; Pyongyang Time was UTC+8:30 in February 2016."""
    assert parse_time(text) == expected


def test_the_zone_is_kept():
    assert parse_time("2023-11-25T10:01:10+09:00").utcoffset() == timedelta(hours=9)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("yesterday", "lift-off: 'yesterday' is not a time"),
        ("", "lift-off: '' is not a time"),
        ("2023-13-01T00:00Z", "lift-off: '2023-13-01T00:00Z' is not a time"),
        ("2023-11-31T00:00Z", "lift-off: '2023-11-31T00:00Z' is not a time"),
        ("2016-12-31T23:59:60Z", "lift-off: '2016-12-31T23:59:60Z' is not a time"),
        ("2023-11-25T10:01:10", "lift-off: '2023-11-25T10:01:10' has no time zone"),
        ("2023-11-25", "lift-off: '2023-11-25' has no time zone"),
        ("x" * 200, f"lift-off: {'x' * 60!r} is not a time"),
    ],
)
def test_what_is_no_time_is_refused(text, message):
    with pytest.raises(InputError) as caught:
        parse_time(text, where="lift-off")
    assert str(caught.value) == message
    assert caught.value.advice
