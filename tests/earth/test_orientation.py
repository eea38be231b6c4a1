"""Earth orientation against rows of the IERS table finals2000A, as printed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

import bongsu.earth
from bongsu.earth import bundled_orientation, parse_orientation
from bongsu.errors import InputError

ARCSEC = np.pi / 648_000.0
SMALL = """\
# a table for a test
# last observed MJD 57754; later rows are predictions
57753 8132 26299 -407760
57754 8045 26307 591298
57755 8028 26360 590215
"""


@pytest.mark.parametrize(
    ("date", "x", "y", "ut1_minus_utc"),
    [
        ("1992-01-01", 0.182400, 0.167900, -0.1253000),
        ("1997-06-30", 0.014850, 0.535860, -0.4721370),
        ("1997-07-01", 0.019150, 0.536250, 0.5268940),
        ("2016-12-31", 0.081318, 0.262990, -0.4077600),
        ("2017-01-01", 0.080450, 0.263074, 0.5912975),
        ("2023-11-25", 0.239692, 0.230833, 0.0095577),
        ("2026-10-22", 0.149159, 0.317685, -0.0428601),
        ("2027-10-29", 0.179319, 0.276208, -0.2081431),
    ],
)
def test_rows_of_the_iers_table(date, x, y, ut1_minus_utc):
    """IERS finals2000A.all of November 2026, Bulletin B columns where filled, else Bulletin A.

    The snapshot keeps 1e-5 arcsec (0.3 mm on the ground) and 1 us (0.5 mm).
    """
    got = bundled_orientation().at(np.datetime64(date))
    assert float(got[0]) == approx(x * ARCSEC, abs=0.6e-5 * ARCSEC)
    assert float(got[1]) == approx(y * ARCSEC, abs=0.6e-5 * ARCSEC)
    assert float(got[2]) == approx(ut1_minus_utc, abs=1.1e-6)
    assert bundled_orientation().covers(np.datetime64(date))


def test_ut1_does_not_jump_at_a_leap_second():
    """UT1-TAI runs on through 2017-01-01 (-36.4077600 to -36.4087025 s, finals2000A); UT1-UTC jumps by 1 s.

    Halfway UT1-UTC is -0.40823 s; interpolating UT1-UTC itself would give +0.09 s, 40 m at the equator.
    """
    times = np.array(
        ["2016-12-31T00", "2016-12-31T12:00", "2016-12-31T23:59:59.999999", "2017-01-01T00"], dtype="datetime64[us]"
    )
    ut1_minus_utc = bundled_orientation().at(times)[2]
    assert ut1_minus_utc == approx([-0.4077600, -0.40823125, -0.4087025, 0.5912975], abs=2e-6)


def test_values_stay_within_what_the_definitions_allow():
    """UTC is kept within 0.9 s of UT1 (ITU-R TF.460-6); the pole has stayed within 0.7 arcsec since 1900 (IERS)."""
    times = np.arange("1992-01-01", "2026-10-22", 7, dtype="datetime64[D]")
    x, y, ut1_minus_utc = bundled_orientation().at(times)
    assert np.all(np.abs(ut1_minus_utc) < 0.9)
    assert np.all(np.hypot(x, y) < 0.7 * ARCSEC)
    assert np.all(y > 0.0)  # the mean pole has been on this side all the time


@pytest.mark.parametrize("date", ["1957-10-04", "1991-12-31T23:59:59", "2027-10-29T00:00:01", "2040-01-01"])
def test_outside_the_table_all_is_zero_and_said_so(date):
    table = bundled_orientation()
    assert not table.covers(np.datetime64(date))
    assert [float(value) for value in table.at(np.datetime64(date))] == [0.0, 0.0, 0.0]


def test_both_sides_of_an_end_in_one_call():
    table = bundled_orientation()
    times = np.array(["1991-12-31", "1992-01-01", "2027-10-29", "2027-10-30"], dtype="datetime64[us]")
    assert table.covers(times).tolist() == [False, True, True, False]
    assert (table.at(times)[2] != 0.0).tolist() == [False, True, True, False]


def test_snapshot_says_what_it_is():
    table = bundled_orientation()
    assert "IERS finals2000A" in table.name
    assert table.last_observed_mjd == 61335.0  # 22 October 2026: the last row marked I of the source file


@given(st.floats(0.0, 2.0))
def test_between_days_values_lie_between_the_rows(days):
    table = parse_orientation(SMALL)
    moment = np.datetime64("2016-12-31", "us") + np.timedelta64(int(days * 86_400e6), "us")
    x, y, _ = table.at(moment)
    first = min(int(days), 1)
    assert table.x_arcsec[first : first + 2].min() - 1e-12 <= float(x) / ARCSEC <= table.x_arcsec[first] + 1e-12
    assert table.y_arcsec[first] - 1e-12 <= float(y) / ARCSEC <= table.y_arcsec[first : first + 2].max() + 1e-12


def test_a_small_table():
    table = parse_orientation(SMALL)
    assert table.name == "a table for a test"
    assert table.last_observed_mjd == 57754.0
    assert table.mjd.tolist() == [57753.0, 57754.0, 57755.0]
    assert table.ut1_minus_tai_s == approx([-36.407760, -36.408702, -36.409785], abs=1e-9)
    assert parse_orientation(SMALL, name="mine").name == "mine"
    assert parse_orientation("57753 1 2 3\n").last_observed_mjd == 57753.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Earth orientation table has 0 numbers, not four to a row"),
        ("# only a comment\n", "Earth orientation table has 0 numbers, not four to a row"),
        ("57753 1 2\n", "Earth orientation table has 3 numbers, not four to a row"),
        ("57753 1 2 3\n57753 1 2 3\n", "Earth orientation table's days do not rise"),
        ("57754 1 2 3\n57753 1 2 3\n", "Earth orientation table's days do not rise"),
        ("57753 1 2 nan\n", "Earth orientation table holds something else than finite numbers"),
        (
            "57753 1 2 x3\n",
            "Earth orientation table holds something else than numbers: could not convert string to float: 'x3'",
        ),
    ],
)
def test_a_table_that_does_not_fit_is_refused(text, message):
    with pytest.raises(InputError) as caught:
        parse_orientation(text)
    assert str(caught.value) == message


def test_the_fast_table_is_the_readable_one():
    """Two files of the same numbers: the text for people, the array for a fast start."""
    folder = Path(bongsu.earth.__file__).parent / "data"
    read = parse_orientation((folder / "earth_orientation.txt").read_text(encoding="ascii"))
    fast = bundled_orientation()
    assert (fast.name, fast.last_observed_mjd) == (read.name, read.last_observed_mjd)
    for column in ("mjd", "x_arcsec", "y_arcsec", "ut1_minus_tai_s"):
        assert np.array_equal(getattr(fast, column), getattr(read, column))
