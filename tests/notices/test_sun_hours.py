"""Hours by the Sun: published times of sunrise and sunset, and the Sun's own height at them."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.earth import bundled_orientation, sun_azimuth_elevation_deg
from bongsu.notices import parse_notam
from bongsu.notices.sun_hours import SunEdge, sun_hours, sun_span

NOTAM = (
    "(A0001/23 NOTAMN\nQ) RJJJ/QWMLW/IV/BO/W/000/999/{}\nA) RJJJ B) 2306010000 C) 2306052359\nD) {}\n"
    "E) AREA BOUNDED BY 354400N1243000E 354400N1245400E 345800N1245600E 345800N1243200E)"
)


@pytest.mark.parametrize(
    ("latitude", "longitude", "day", "rise", "set_"),
    [
        # national almanac offices, to the minute: Tokyo on 1 January is 06:51 to 16:38 JST (NAOJ); Greenwich at midsummer
        # 04:43 to 21:21 BST (HMNAO); New York on 21 December 07:16 to 16:32 EST (USNO)
        (35.6581, 139.7414, date(2022, 12, 31), "2150-2151", "0738-0739"),
        (51.4779, 0.0, date(2023, 6, 21), "0342-0343", "2021-2022"),
        (40.71, -74.01, date(2023, 12, 21), "1216-1217", "2131-2132"),
    ],
)
def test_published_times(latitude, longitude, day, rise, set_):
    span = sun_span(sun_hours("SR-SS"), day, latitude, longitude)
    assert f"{span[0]:%H%M}" in rise.split("-") and f"{span[1]:%H%M}" in set_.split("-")


@given(st.floats(-60, 60), st.floats(-180, 180), st.dates(date(1970, 1, 1), date(2049, 12, 31)))
def test_the_sun_stands_at_the_horizon_then(latitude, longitude, day):
    """Outwards to the whole minute: from 0.833 deg under the horizon to what a minute makes of it."""
    start, end = sun_span(sun_hours("HJ"), day, latitude, longitude)
    times = [np.datetime64(moment.replace(tzinfo=None)) for moment in (start, end)]
    heights = sun_azimuth_elevation_deg(latitude, longitude, times, bundled_orientation())[1]
    assert all(-1.12 < height < -0.80 for height in heights)
    assert start.date() == day and timedelta(hours=5) < end - start < timedelta(hours=19.5)


def test_words():
    assert sun_hours("SR MINUS30-SS PLUS30").start == SunEdge(-0.833, True, -30)
    assert sun_hours("SR-30-SS+30") == sun_hours("SR MINUS30-SS PLUS30")
    assert sun_hours("SUNRISE TO SUNSET") == sun_hours("SR-SS") == sun_hours("HJ")
    assert sun_hours("0500-SS").start == 300 and sun_hours("SR-2500") is None
    assert sun_hours("BCMT-ECET").end.height_deg == -6.0


def test_no_sunset_in_the_polar_summer():
    assert sun_span(sun_hours("SR-SS"), date(2023, 6, 21), 69.65, 18.96) is None


@pytest.mark.parametrize(
    ("schedule", "first", "count"),
    [
        ("SR-SS", ("010000", "011053"), 6),  # 35.72 N 124.50 E: the Sun rises at 20:27 UTC of the day before
        ("DAILY SR MINUS30-SS PLUS30", ("010000", "011123"), 6),
        ("JUN 02 04 0500-SS", ("020500", "021053"), 2),
        ("HN", ("011052", "012028"), 5),
        ("SR-SS EXC SAT SUN HOL", ("010000", "011053"), 5),  # those that touch Thursday, Friday or Monday
    ],
)
def test_a_schedule_at_the_centre_of_the_q_line(schedule, first, count):
    (notam,) = parse_notam(NOTAM.format("3543N12430E025", schedule))
    spans = [(f"{window.start:%d%H%M}", f"{window.end:%d%H%M}") for window in notam.windows]
    assert spans[0] == first and len(spans) == count
    said = [problem.what for problem in notam.problems]
    assert any("35.72N 124.50E, good to about 2 minutes" in what for what in said)
    assert any("'HOL' not applied" in what for what in said) == ("HOL" in schedule)


def test_the_first_position_stands_in_for_a_q_line_without_centre():
    (notam,) = parse_notam(NOTAM.format("", "SR-SS"))
    assert notam.windows[0].end == datetime(2023, 6, 1, 10, 53, tzinfo=UTC)


def test_whole_days_where_the_sun_does_not_set():
    (notam,) = parse_notam(NOTAM.format("7043N02430E025", "SR-SS"))
    assert len(notam.windows) == 5 and any(
        "gives no such hours there on 01 Jun 2023" in each.what for each in notam.problems
    )
