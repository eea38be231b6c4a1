"""Reported figures as written: the interval each stands for, and what is refused."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.assessment.stated import looks_like_flight_figures, parse_flight_text, parse_stated
from bongsu.errors import InputError


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("6,248.5", "km", 6248.45, 6248.55),
        ("6248.50", "km", 6248.495, 6248.505),
        ("1,090", "km", 1085, 1095),
        ("4,475", "km", 4474.5, 4475.5),
        ("950", "km", 945, 955),
        ("2,000", "km", 1950, 2050),
        ("10,000", "km", 9950, 10050),
        ("550", "km", 545, 555),
        ("950-960", "km", 945, 965),
        ("600 to 650", "km", 550, 655),
        (">6000", "km", 6000, math.inf),
        ("6,000+", "km", 6000, math.inf),
        ("more than 6,000 km", "km", 6000, math.inf),
        ("6,000km以上", "km", 6000, math.inf),
        ("<500", "km", 0, 500),
        ("~2,000", "km", 1900, 2100),
        ("about 1,100 km", "km", 1000, 1200),
        ("１，０９０㎞", "km", 1085, 1095),
        ("4,100 miles", "km", 4050 * 1.609344, 4150 * 1.609344),
        ("100 NM", "km", 50 * 1.852, 150 * 1.852),
        ("787,000 m", "km", 786.5, 787.5),
        ("67.5", "min", 67.45, 67.55),
        ("30", "min", 29.5, 30.5),
        ("71", "min", 70.5, 71.5),
        ("37-39", "min", 36.5, 39.5),
        ("37–39 min", "min", 36.5, 39.5),
        ("~30", "min", 27.5, 32.5),
        ("c. 30", "min", 27.5, 32.5),
        ("약 71분", "min", 70, 72),
        ("4,015 s", "min", 4014.5 / 60, 4015.5 / 60),
        ("53 min 49 s", "min", 53 + 48.5 / 60, 53 + 49.5 / 60),
        ("1 h 7 min", "min", 66.5, 67.5),
    ],
)
def test_interval_of_a_figure(text, unit, low, high):
    figure = parse_stated(text, unit)
    assert (figure.low, figure.high) == (pytest.approx(low), pytest.approx(high))
    assert figure.low <= figure.value <= figure.high
    assert figure.text == text
    assert figure.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "0",
        "-5",
        "nan",
        "inf",
        "1e12",
        "1e3",
        "1,09",
        "1.090,5",
        "1.2.3",
        "12 apples",
        "39-37",
        "5 km 6",
        "67 min",
        "1.090",
        "6.248",
        "999999999999",
        "><5",
        "1,0900",
        "0.0",
        "x" * 5000,
    ],
)
def test_what_is_no_figure_is_refused_by_name(text):
    with pytest.raises(InputError, match="apogee"):
        parse_stated(text, "km", where="apogee")


def test_thousands_point_is_refused_with_advice():
    with pytest.raises(InputError, match=r"may mean 1,090 or 1\.09") as caught:
        parse_stated("1.090", "km")
    assert "comma" in caught.value.advice
    assert parse_stated("67.533", "min").value == 67.533  # no one flies 67 thousand minutes


@pytest.mark.parametrize(
    ("text", "apogee", "ground_range", "time"),
    [
        ("6,248.5 km, 1,090 km, 67.5 min", 6248.5, 1090, 67.5),
        ("6,248.5 km / 1,090 km / 67.5 min", 6248.5, 1090, 67.5),
        ("apogee 6248.5 km range 1090 km time 67.5 min", 6248.5, 1090, 67.5),
        ("time: 67.5 min; range: 1090km; altitude: 6,248.5km", 6248.5, 1090, 67.5),
        ("6,248.5 km apogee, 1,090 km range, 71 minutes", 6248.5, 1090, 71),
        ("1,090 km range, 6248 km", 6248, 1090, None),
        ("flew a distance of 1,090 km at a maximum altitude of 6,248.5 km for 4,052s", 6248.5, 1090, 4052 / 60),
        (
            "travelled up to a maximum altitude of 6,248.5 km and flew a distance of 1,090 km for 4,052s",
            6248.5,
            1090,
            None,
        ),
        ("4,475km 950km 53 min 49 s", 4475, 950, 53 + 49 / 60),
        ("최고고도 6,248.5km, 거리 1,090km, 비행시간 71분", 6248.5, 1090, 71),
        ("最高高度は約6,000km以上、飛翔距離は約1,100km、約71分間", 6000, 1100, 71),
        ("about 6,000+ km, 1,080 km, 71 min", 6000, 1080, 71),
        ("1,736 mi, 580 mi, 37 min", 1736 * 1.609344, 580 * 1.609344, 37),
    ],
)
def test_flight_text(text, apogee, ground_range, time):
    figures = parse_flight_text(text)
    assert figures.apogee.value == pytest.approx(apogee)
    assert figures.ground_range.value == pytest.approx(ground_range)
    if time is not None:
        assert figures.flight_time is not None
        assert figures.flight_time.value == pytest.approx(time)
    assert looks_like_flight_figures(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("6,248.5 km, 1,090 km, 67.5 parsecs", "'67.5', 'parsecs'"),
        ("6,248.5 km", "no range"),
        ("67.5 min", "no apogee"),
        ("6248.5, 1090", "cannot read"),
        ("1.090,5 km, 6 km", r"'1\.090,5' is not a number"),
        ("6.248 km, 1.090 km", "may mean"),
        ("apogee 67 min, range 5 km", "cannot be the apogee"),
        ("6 km, 7 km, 8 km", "two figures for the range"),
        ("apogee 5 km apogee 6 km range 7 km", "two figures for the apogee"),
        ("range apogee 5 km 6 km", "'range' has no figure"),
        ("5 km, 6 km, 7 min, 8 min", "two figures for the time"),
        ("", "no apogee"),
        ("NaN km, inf km", "cannot read"),
        ("-5 km, 6 km", "cannot read"),
    ],
)
def test_flight_text_refusals_name_the_words(text, words):
    with pytest.raises(InputError, match=words):
        parse_flight_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "1 58400U 23179A   23331.50000000  .00010000  00000-0  50000-3 0  9990",
        "HYDROPAC 1779/23. HAZARDOUS OPERATIONS 211500Z TO 302100Z NOV IN AREA BOUND BY 36-05N 123-32E, 50 NM.",
        "Kadena was imaged at 23:36 on 27 November 2023",
        "67.5 min",
    ],
)
def test_other_texts_do_not_look_like_flight_figures(text):
    assert not looks_like_flight_figures(text)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text):
    looks_like_flight_figures(text)
    try:
        figures = parse_flight_text(text)
    except InputError:
        return
    assert figures.apogee.low <= figures.apogee.high


@given(st.floats(min_value=0.05, max_value=9e6), st.integers(min_value=0, max_value=3))
def test_rounding_holds_the_rounded(value, places):
    """Whatever was rounded to the text lies in the interval read from it."""
    text = f"{value:,.{places}f}"
    if float(text.replace(",", "")) == 0.0:
        return
    figure = parse_stated(text, "min")
    assert figure.low - 1e-9 <= value <= figure.high + 1e-9
