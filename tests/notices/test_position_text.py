"""Positions as warnings write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.errors import InputError
from bongsu.notices import find_decimal_positions, find_positions, format_position, read_number


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("28-39.92N 080-38.33W", 28 + 39.92 / 60, -(80 + 38.33 / 60)),  # NAVAREA IV 1177/22
        ("35-44-06N 124-30-30E", 35 + 44 / 60 + 6 / 3600, 124 + 30 / 60 + 30 / 3600),  # December 2012
        ("47-27N 153-52E", 47.45, 153 + 52 / 60),  # HYDROPAC 3404/18
        ("13-30.00S\n   130-00.00W", -13.5, -130.0),
        ("39°39'36\"N 124°42'18\"E", 39.66, 124.705),
        ("39º39.6’N, 124º42.3’E", 39.66, 124.705),
        ("39.66N 124.705E", 39.66, 124.705),
        ("39.66°N, 124.705°E", 39.66, 124.705),
        ("N39.66 E124.705", 39.66, 124.705),
        ("N 39 39 36 E 124 42 18", 39.66, 124.705),
        ("3939N12442E", 39.65, 124.7),
        ("393936N1244218E", 39.66, 124.705),
        ("35-44.5С 124-30.6В", 35 + 44.5 / 60, 124.51),  # Cyrillic letters
        ("10-30Ю 020-15З", -10.5, -20.25),
        ("28-39.92n 080-38.33w", 28 + 39.92 / 60, -(80 + 38.33 / 60)),
        ("00-00N 180-00E", 0.0, -180.0),
        ("124-30E 36-04N", 36 + 4 / 60, 124.5),
    ],
)
def test_one_position(text, latitude, longitude):
    (position,), problems = find_positions(f"AT {text}.")
    assert (position.latitude_deg, position.longitude_deg) == (approx(latitude, abs=1e-9), approx(longitude, abs=1e-9))
    assert f"AT {text}."[position.start : position.end] == text
    assert problems == []


def test_figures_beside_a_position_stay_out_of_it():
    """NAVAREA IV 695/26: "LATERAL BUOY NO. 3 18-13.56N 070-32.64W"."""
    (position,), problems = find_positions("LATERAL BUOY NO. 3 18-13.56N 070-32.64W OFF STATION, DNC 08")
    assert position.latitude_deg == approx(18 + 13.56 / 60)
    assert problems == []


def test_misprint_is_repaired_and_said():
    """NAVAREA XII 845/23 as broadcast: "34-45.00N 120-29W.00"."""
    (position,), (problem,) = find_positions("34-45.00N 120-29W.00, ")
    assert position.longitude_deg == approx(-(120 + 29 / 60))
    assert "behind the letter" in position.repaired
    assert "34-45.00N 120-29W.00" in problem.what and "repaired" in problem.what


def test_sixty_minutes_are_the_next_degree_and_said():
    """NAVAREA IV 410/23: "JOE DOUGLAS 09-60.0N 060-31.9W"."""
    (position,), (problem,) = find_positions("09-60.0N 060-31.9W")
    assert position.latitude_deg == 10.0
    assert "60 minutes" in problem.what


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("91-00N 100-00W", "beyond 90"),
        ("20-00N 181-00W", "beyond 180"),
        ("90-00.1N 100-00W", "beyond 90"),
        ("20-61N 100-00W", "60 or more minutes"),
        ("20-10-75N 100-00W", "60 or more minutes or seconds"),
        ("20-10.5N 100-29.0W.50", "both sides of the letter"),
        ("20-10.5-30N 100-00W", "decimals before the last figure"),
    ],
)
def test_impossible_positions_are_refused_with_their_words(text, reason):
    positions, (problem,) = find_positions(text)
    assert positions == []
    assert reason in problem.what and text.split()[0] in problem.what


def test_half_a_position_is_a_problem():
    positions, problems = find_positions("VESSELS TO TRANSIT WEST OF 017-58.1W. BUOY 10-00N 020-00W")
    assert len(positions) == 1
    assert [problem.what for problem in problems] == ["longitude '017-58.1W' without its latitude"]


def test_box_between_parallels_and_meridians():
    """HYDROPAC 2707/18: "IN AREA BETWEEN 30-30S 50-00S AND 130-00W 160-00W"."""
    positions, problems = find_positions("IN AREA BETWEEN 30-30S 50-00S AND 130-00W 160-00W.")
    assert problems == []
    assert {position.latitude_deg for position in positions} == {-30.5, -50.0}
    assert (min(p.longitude_deg for p in positions), max(p.longitude_deg for p in positions)) == (-160.0, -130.0)
    assert len(positions) == 62  # a corner at every degree of both parallels
    assert {(position.start, position.end) for position in positions} == {(16, 49)}


def test_decimal_pairs_need_no_letters():
    found = find_decimal_positions("39.6600, 124.7053 and -12.55 -170.22; not 3.5 4.5 nor 95.00, 10.00")
    assert [(position.latitude_deg, position.longitude_deg) for position in found] == [
        (39.66, 124.7053),
        (-12.55, -170.22),
    ]


@given(st.floats(-90.0, 90.0), st.floats(-180.0, 180.0, exclude_max=True))
def test_formatted_positions_read_back(latitude, longitude):
    """Text to value to text is unchanged; the value is within half of 0.01 minute, 8.4e-5 deg."""
    text = format_position(latitude, longitude)
    (position,), problems = find_positions(text)
    assert problems == []
    assert position.latitude_deg == approx(latitude, abs=8.4e-5)
    assert (position.longitude_deg - longitude + 180.0) % 360.0 - 180.0 == approx(0.0, abs=8.4e-5)
    assert format_position(position.latitude_deg, position.longitude_deg) == text


def test_format_is_that_of_the_warnings():
    """NAVAREA IV 1177/22, first corner."""
    assert format_position(28 + 39.92 / 60, -(80 + 38.33 / 60)) == "28-39.92N 080-38.33W"
    assert format_position(-0.00001, 179.99999) == "00-00.00N 180-00.00W"
    with pytest.raises(InputError, match="not on Earth"):
        format_position(91.0, 0.0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5", 12.5),
        ("NINE", 9),
        ("twenty-five", 25),
        ("TWENTY FIVE", 25),
        ("ONE HUNDRED AND FIFTY", 150),
        ("ONE FIVE", 15),
        ("ONE AND A HALF", 1.5),
        ("TWO THOUSAND FIVE HUNDRED", 2500),
    ],
)
def test_numbers_in_figures_and_words(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["", "MANY", "ONE MANY", "1.2.3", "-5", "1e3"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(InputError, match="not a number"):
        read_number(text)


@given(st.text(alphabet="0123456789-. NSEWnsewСЮВЗ°'\"\n,", max_size=200))
def test_any_text_gives_places_on_earth_or_problems(text):
    positions, problems = find_positions(text)
    for position in positions:
        assert abs(position.latitude_deg) <= 90.0 and -180.0 <= position.longitude_deg < 180.0
        assert 0 <= position.start < position.end <= len(text)
    assert all(problem.what and problem.where for problem in problems)
