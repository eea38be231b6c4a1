"""Windows as warnings write them; texts from facts.md 2b and broadcasts of 2018 and 2023."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.errors import NoticeError
from bongsu.notices.time_text import YearAnchor, read_group, read_times


def windows(text, **anchor):
    """Windows as ``MMDD.HHMM-MMDD.HHMM``, and the problems' words."""
    times = read_times(text, YearAnchor(**({"year": 2023} | anchor)))
    return [f"{w.start:%m%d.%H%M}-{w.end:%m%d.%H%M}" for w in times.windows], [p.what for p in times.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("171355Z TO 171752Z DEC, ALTERNATE 181355Z TO 181752Z DEC", ["1217.1355-1217.1752", "1218.1355-1218.1752"]),
        ("010800Z APR\n   TO 010800Z MAY", ["0401.0800-0501.0800"]),
        ("1200Z TO 2300Z DAILY 19, 21 AND 24 APR", ["0419.1200-0419.2300", "0421.1200-0421.2300", "0424.1200-0424.2300"]),
        ("2200Z TO 0800Z DAILY 14 AND 16 THRU 17 APR", ["0414.2200-0415.0800", "0416.2200-0417.0800", "0417.2200-0418.0800"]),
        ("0430Z TO 0630Z AND 0830Z TO 1030Z DAILY 20 AND 21 APR",
         ["0420.0430-0420.0630", "0420.0830-0420.1030", "0421.0430-0421.0630", "0421.0830-0421.1030"]),
        ("201100Z TO 201500Z APR, 0500Z TO 0900Z DAILY 21 AND 22 APR AND 0500Z TO 1500Z DAILY 25 APR",
         ["0420.1100-0420.1500", "0421.0500-0421.0900", "0422.0500-0422.0900", "0425.0500-0425.1500"]),
        ("290933Z TO 291014Z JUN, ALTERNATE 300911Z TO 300951Z JUN AND 010844Z TO 010925Z JUL",
         ["0629.0933-0629.1014", "0630.0911-0630.0951", "0701.0844-0701.0925"]),
        ("121900Z TO 130500Z AND 131000Z TO 140100Z JUN", ["0612.1900-0613.0500", "0613.1000-0614.0100"]),
        ("302330Z TO 010100Z OCT", ["0930.2330-1001.0100"]),  # the month is the end's
        ("2330Z TO 0030Z DAILY 30 THRU 01 MAY", ["0430.2330-0501.0030", "0501.2330-0502.0030"]),
        ("1500Z 30 MAY TO 1500Z 10 JUN", ["0530.1500-0610.1500"]),
        ("0800Z TO 2400Z 14 JUN", ["0614.0800-0615.0000"]),
        ("GUNNERY EXERCISES 25 JUN IN AREA", ["0625.0000-0626.0000"]),
        ("0500Z TO 1700Z DAILY 01 THRU 04 SEP EXCEPT SUNDAYS",
         ["0901.0500-0901.1700", "0902.0500-0902.1700", "0904.0500-0904.1700"]),
        ("0500Z TO 1700Z DAILY 01 THRU 04 SEP EXCEPT 02 AND 03 SEP", ["0901.0500-0901.1700", "0904.0500-0904.1700"]),
        ("0500Z TO 1700Z DAILY MONDAY TO FRIDAY 01 THRU 04 SEP", ["0901.0500-0901.1700", "0904.0500-0904.1700"]),
        ("0500Z TO 1700Z 01 SEP, A FRIDAY", ["0901.0500-0901.1700"]),
        ("ENTRE EL 01 ABR 23 AL 03 ABR 23", ["0401.0000-0404.0000"]),  # NAVAREA III, samples of 2026
        ("0400Z TO 0900Z DAUKY 16 AND 17 AUG", ["0816.0400-0816.0900", "0817.0400-0817.0900"]),  # HYDROPAC 2924/18
    ],
)  # fmt: skip
def test_groups(text, expected):
    assert windows(text) == (expected, [])


def test_year_turns_within_a_window():
    times = read_times("281200Z DEC TO 031200Z JAN", YearAnchor(year=2023))
    assert times.windows[0].end == datetime(2024, 1, 3, 12, tzinfo=UTC)


def test_january_in_a_message_of_december_is_next_year():
    times = read_times("051200Z TO 051400Z JAN", YearAnchor(issued=datetime(2022, 12, 28, tzinfo=UTC)))
    assert times.windows[0].start == datetime(2023, 1, 5, 12, tzinfo=UTC)


def test_cancel_time_gives_the_year_where_no_issue_does():
    times = read_times("301200Z TO 301400Z DEC", YearAnchor(year=2024, expires=datetime(2024, 1, 1, tzinfo=UTC)))
    assert times.windows[0].start == datetime(2023, 12, 30, 12, tzinfo=UTC)


def test_leap_day_without_year_is_found():
    times = read_times("291200Z TO 291400Z FEB", YearAnchor(issued=datetime(2024, 2, 1, tzinfo=UTC)))
    assert times.windows[0].start == datetime(2024, 2, 29, 12, tzinfo=UTC)
    assert windows("291200Z TO 291400Z FEB", year=2023)[0] == []


@pytest.mark.parametrize(
    "text", ["1247Z TO 0826Z AND 0100Z TO", "1247Z TO", "121011Z TO", "1247Z TO 0826Z DAILY 04 THRU"]
)
def test_a_text_cut_off_after_to_is_read(text):
    """Found by scripts/figures notice-fuzz: the first of these ended in an IndexError."""
    assert read_times(text, YearAnchor(year=2023)).windows == ()


def test_until_opens_at_the_issue_time():
    times = read_times("IN PROGRESS UNTIL 30 SEP", YearAnchor(issued=datetime(2026, 7, 19, 13, 20, tzinfo=UTC)))
    assert times.windows[0].start == datetime(2026, 7, 19, 13, 20, tzinfo=UTC)
    assert times.windows[0].end == datetime(2026, 10, 1, tzinfo=UTC)
    assert read_times("IN PROGRESS UNTIL 30 SEP", YearAnchor(year=2026)).windows[0].start is None


def test_hours_and_days_wait_for_each_other():
    """NAVAREA XII 845/23: "11 THRU 16 DEC:" above, "1400Z TO 1805Z DAILY" in each area."""
    assert read_times("HAZARDOUS OPERATIONS 11 THRU 16 DEC:", YearAnchor(year=2023)).days == (
        (date(2023, 12, 11), date(2023, 12, 16)),
    )
    hours = read_times("1400Z TO 1805Z DAILY IN AREA BOUND BY", YearAnchor(year=2023))
    assert (hours.hours, hours.windows) == (((840, 1085),), ())


@pytest.mark.parametrize(
    ("text", "context", "start"),
    [
        ("161200Z TO 161400Z SEB", datetime(2018, 9, 1, tzinfo=UTC), datetime(2018, 9, 16, 12, tzinfo=UTC)),
        ("161200Z TO 161400Z SEB", datetime(2018, 2, 1, tzinfo=UTC), datetime(2018, 2, 16, 12, tzinfo=UTC)),
        ("161200Z TO 161400Z SEB", datetime(2018, 8, 20, tzinfo=UTC), datetime(2018, 9, 16, 12, tzinfo=UTC)),
        ("161200Z TO 161400Z NVO", datetime(2018, 8, 20, tzinfo=UTC), datetime(2018, 11, 16, 12, tzinfo=UTC)),
    ],
)
def test_misspelt_month_is_repaired_by_what_else_the_message_says(text, context, start):
    """facts.md 2b, traps seen: "16 SEB", one letter from SEP and from FEB."""
    times = read_times(text, YearAnchor(issued=context))
    assert times.windows[0].start == start
    assert any("is not a month; read as" in problem.what for problem in times.problems)


def test_misspelt_month_that_could_be_two_is_not_guessed():
    found, problems = windows("161200Z TO 161400Z SEB")
    assert found == []
    assert any("which is meant is not clear" in problem for problem in problems)


def test_words_like_months_outside_a_group_are_no_problem():
    """NAVAREA IV lights: "CHANGED TO FL W 5 SEC"; "USCG DISTRICT 17 SAR PHONE"."""
    assert windows("CHANGED TO FL W 5 SEC 11 METERS. DISTRICT 17 SAR PHONE") == ([], [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("321606Z TO 121854Z NOV", "no such day"),
        ("121606Z TO 122554Z NOV", "not understood"),
        ("310000Z TO 310100Z NOV", "no day 31"),
        ("SUNRISE TO SUNSET 01 THRU 03 JAN", "by the Sun"),
        ("0500Z TO 1700Z DAILY 01 THRU 03 SEP EXCEPT HOLIDAYS", "exception not applied"),
        ("121400Z TO 121300Z NOV", "end comes before the start"),
        ("211200Z TO 211400Z", "month is not given"),
        ("0000Z TO 0100Z DAILY 01 JAN 2020 THRU 31 DEC 2090", "more than 800 days"),
        ("030500Z 031200Z OCT", "TO is missing"),
        ("201900Z T0 202300Z JUN", "read as TO"),  # NAVAREA XII 245/18
    ],
)
def test_what_is_not_understood_is_said(text, words):
    assert any(words in problem for problem in windows(text)[1])


def test_month_from_the_cancel_time_is_said():
    """HYDROPAC, Sep 2018: "231400Z TO 231500Z" without a month, CANCEL THIS MSG 232130Z SEP 18."""
    found, problems = windows("231400Z TO 231500Z", expires=datetime(2018, 9, 23, 21, 30, tzinfo=UTC))
    assert found == ["0923.1400-0923.1500"]
    assert any("taken from the cancel time" in problem for problem in problems)


def test_no_year_at_all_is_refused():
    with pytest.raises(NoticeError, match="year is not in the text"):
        read_times("121606Z TO 121854Z NOV", YearAnchor())


def test_group_with_year():
    assert read_group("181954Z NOV 22", YearAnchor()) == datetime(2022, 11, 18, 19, 54, tzinfo=UTC)
    assert read_group("120839Z APR 2023", YearAnchor()) == datetime(2023, 4, 12, 8, 39, tzinfo=UTC)
    assert read_group("311954Z NOV 22", YearAnchor()) is None
    assert read_group("NOTHING", YearAnchor(year=2020)) is None


moments = st.datetimes(datetime(2001, 1, 1), datetime(2060, 1, 1)).map(lambda m: m.replace(second=0, microsecond=0))


@given(moments, st.integers(1, 60 * 24 * 20))
def test_any_written_window_reads_back(start, minutes):
    end = start + timedelta(minutes=minutes)
    text = f"{start:%d%H%MZ %b} TO {end:%d%H%MZ %b}".upper()
    (window,) = read_times(text, YearAnchor(issued=start.replace(tzinfo=UTC) - timedelta(days=3))).windows
    assert (window.start, window.end) == (start.replace(tzinfo=UTC), end.replace(tzinfo=UTC))


@given(moments, st.integers(0, 20), st.integers(0, 1439), st.integers(1, 1439))
def test_any_daily_window_reads_back(first, days, minute, length):
    """One window for each day, each ``length`` long, over midnight too."""
    end_minute = (minute + length) % 1440
    last = first + timedelta(days=days)
    hours = f"{minute // 60:02d}{minute % 60:02d}Z TO {end_minute // 60:02d}{end_minute % 60:02d}Z"
    text = f"{hours} DAILY {first:%d %b} THRU {last:%d %b}".upper()
    found = read_times(text, YearAnchor(issued=first.replace(tzinfo=UTC) - timedelta(days=3))).windows
    assert len(found) == days + 1
    assert {window.duration for window in found} == {timedelta(minutes=length)}
    assert found[0].start.date() == first.date() and found[-1].start.date() == last.date()


@given(st.lists(st.sampled_from(
    ["121606Z", "TO", "NOV", "THRU", "14", "18", "DAILY", "1607Z", "AND", ",", "UNTIL", "SEB", "SUNSET", "2400Z", "99",
     "EXCEPT", "2023", "23", "AREA", "310000Z"]
), max_size=30))  # fmt: skip
def test_any_order_of_words_gives_windows_or_problems(words):
    for window in read_times(" ".join(words), YearAnchor(year=2023)).windows:
        assert window.end is not None and (window.start is None or window.start <= window.end)


def test_hours_with_weekdays_of_their_own_hold_on_those_days():
    """As HYDROLANT 4195/17 writes them, with hours by the clock: Mondays and Fridays are not lost."""
    text = "0600Z TO 1500Z MONDAY, 0600Z TO 2100Z TUESDAY THRU THURSDAY AND 0600Z TO 1000Z FRIDAY 01 THRU 08 JAN"
    times = read_times(text, YearAnchor(year=2018))  # the 1st is a Monday
    assert [f"{each.start:%d}-{each.end:%H}" for each in times.windows] == [
        "01-15", "02-21", "03-21", "04-21", "05-10", "08-15",
    ]  # fmt: skip
    by_sun = read_times("SUNRISE TO SUNSET MONDAY AND SUNRISE TO 1000Z FRIDAY 01 THRU 08 JAN", YearAnchor(year=2018))
    assert [f"{each.start:%d}-{each.end:%d}" for each in by_sun.windows] == ["01-02", "05-06", "08-09"]
    assert len(by_sun.problems) == 2
    pair = read_times("0600Z TO 1500Z MONDAY 15 JAN AND 0700Z TO 0900Z TUESDAY 16 JAN", YearAnchor(year=2018))
    assert [f"{each.start:%d.%H}" for each in pair.windows] == ["15.06", "16.07"]


def test_a_year_at_the_end_is_that_of_the_start():
    times = read_times("01 JAN THRU 31 JAN 18", YearAnchor(year=2017))
    assert [(f"{each.start:%Y%m%d}", f"{each.end:%Y%m%d}") for each in times.windows] == [("20180101", "20180201")]
    times = read_times("201200Z DEC TO 051200Z JAN 18", YearAnchor(year=2018))
    assert [f"{each.start:%Y%m%d}" for each in times.windows] == ["20171220"]


def test_without_an_issue_time_no_span_ends_after_the_message_cancels_itself():
    anchor = YearAnchor(year=2023, expires=datetime(2024, 1, 1, 0, 1, tzinfo=UTC))
    times = read_times("01 JAN THRU 14 JUN AND 16 SEP THRU 31 DEC", anchor)
    assert [f"{each.start:%Y%m%d}" for each in times.windows] == ["20230101", "20230916"]
