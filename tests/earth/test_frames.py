"""Sidereal time and TEME to Earth-fixed against published examples and Skyfield."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx
from skyfield.api import EarthSatellite, load
from skyfield.framelib import itrs
from skyfield.sgp4lib import TEME

from bongsu.earth import (
    EarthOrientation,
    Trajectory,
    bundled_orientation,
    fixed_to_teme,
    sidereal_time_rad,
    tai_minus_utc_s,
    teme_to_fixed,
    to_fixed,
    turning_table,
)
from bongsu.orbit import parse_tle, propagate

LINE_1 = "1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999"
LINE_2 = "2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052"


def _table(x_arcsec: float, y_arcsec: float, ut1_minus_utc_s: float, tai_minus_utc_s: float) -> EarthOrientation:
    """Constant orientation from 1990 to 2030."""
    return EarthOrientation(
        mjd=np.array([47892.0, 62502.0]),
        x_arcsec=np.array([x_arcsec] * 2),
        y_arcsec=np.array([y_arcsec] * 2),
        ut1_minus_tai_s=np.array([ut1_minus_utc_s - tai_minus_utc_s] * 2),
        last_observed_mjd=62502.0,
        name="constant",
    )


def _without_polar_motion() -> EarthOrientation:
    table = bundled_orientation()
    return replace(table, x_arcsec=np.zeros_like(table.mjd), y_arcsec=np.zeros_like(table.mjd))


def _skyfield_times(times):
    return load.timescale(builtin=True).from_datetimes([time.item().replace(tzinfo=UTC) for time in times])


@pytest.mark.parametrize(
    ("time", "hours"),
    [
        ("1987-04-10T00:00:00", 13 + 10 / 60 + 46.3668 / 3600),
        ("1987-04-10T19:21:00", 8 + 34 / 60 + 57.0896 / 3600),
    ],
)
def test_sidereal_time_of_meeus(time, hours):
    """Meeus, Astronomical Algorithms, examples 12.a and 12.b, printed to 0.1 ms.

    The bundled table begins in 1992, so that UT1 is UTC here as Meeus has it.
    """
    theta = sidereal_time_rad(np.array([time], dtype="datetime64[us]"), bundled_orientation())
    assert float(theta[0]) * 12 / np.pi * 3600 == approx(hours * 3600, abs=1e-4)


def test_sidereal_time_reads_ut1():
    """The Earth turns 15.041 arcsec in a second of UT1 (Aoki et al. 1982)."""
    time = np.array(["2023-11-25T01:01:10"], dtype="datetime64[us]")
    late = sidereal_time_rad(time, _table(0, 0, 0.5, 37)) - sidereal_time_rad(time, _table(0, 0, 0.0, 37))
    assert float(late[0]) * 648_000 / np.pi == approx(0.5 * 15.041067, abs=1e-5)


def test_the_worked_example_of_the_sgp4_paper():
    """AIAA 2006-6753, appendix C: TEME to ITRF on 2004-04-06, with its own UT1-UTC and pole.

    Positions are printed to 0.1 mm for ITRF's metres; the paper's time is 9 ns finer than a microsecond.
    A pole taken with the wrong sign moves the point by 30 m, the velocity by 20 mm/s.
    """
    time = np.array(["2004-04-06T07:51:28.386009"], dtype="datetime64[us]")
    table = _table(-0.140682, 0.333309, -0.4399619, 32)
    position, velocity = teme_to_fixed(
        np.array([[5094180.16210, 6127644.65950, 6380344.53270]]),
        np.array([[-4746.131487, 785.818041, 5531.931288]]),
        time,
        table,
    )
    assert position[0] == approx(np.array([-1033479.3830, 7901295.2754, 6380356.5958]), abs=0.01)
    assert velocity[0] == approx(np.array([-3225.636520, -2872.451450, 5531.924446]), abs=1e-4)
    back = fixed_to_teme(np.array([[-1033479.3830, 7901295.2754, 6380356.5958]]), time, table)
    assert back[0] == approx(np.array([5094180.16210, 6127644.65950, 6380344.53270]), abs=0.01)


def test_skyfield_agrees_from_1993_to_2026():
    """Skyfield's TEME and ITRS frames by way of GCRS (IAU 2000A nutation), 800 times and random points.

    Skyfield leaves polar motion out, and its built-in UT1 ends in predictions: the same UT1 is given to both here,
    sampled daily. What is left, some centimetres, is UT1 within a day and the two nutation models.
    """
    rng = np.random.default_rng(20231121)
    count = 800
    table = _without_polar_motion()
    days = np.arange("1993-01-01", "2026-11-01", dtype="datetime64[D]").astype("datetime64[us]")
    table = replace(
        table,
        mjd=48_988.0 + np.arange(days.size),
        x_arcsec=np.zeros(days.size),
        y_arcsec=np.zeros(days.size),
        ut1_minus_tai_s=_skyfield_times(days).dut1 - tai_minus_utc_s(days),
    )
    span_us = (np.datetime64("2026-10-01") - np.datetime64("1993-01-01")) / np.timedelta64(1, "us")
    times = np.datetime64("1993-01-01", "us") + rng.uniform(0, span_us, count).astype("timedelta64[us]")
    point = rng.normal(size=(count, 3))
    point *= (6.878e6 / np.linalg.norm(point, axis=1))[:, None]
    when = _skyfield_times(times)
    turn = np.einsum("ijn,kjn->ikn", itrs.rotation_at(when), TEME.rotation_at(when))
    theirs = np.einsum("ikn,nk->ni", turn, point)
    ours, _ = teme_to_fixed(point, np.zeros_like(point), times, table)
    away = np.linalg.norm(ours - theirs, axis=1)
    assert away.max() < 0.1


def test_ut1_is_that_of_skyfield_while_both_are_measured():
    """Skyfield 1.55 carries finals2000A of 2025 packed to 0.2 ms; 0.5 ms is 0.25 m at 500 km over the equator."""
    times = np.arange("1993-01-01T06", "2025-01-01T06", 5 * 24 + 7, dtype="datetime64[h]").astype("datetime64[us]")
    apart = bundled_orientation().at(times)[2] - _skyfield_times(times).dut1
    assert np.abs(apart).max() < 5e-4


def test_skyfield_agrees_on_a_satellite():
    """EarthSatellite of Skyfield in its ITRS over two days, set 24158 of 58400: same SGP4, other frames."""
    times = np.datetime64("2024-06-06T00:00:00", "us") + np.arange(0, 2 * 86_400, 613) * np.timedelta64(1, "s")
    when = _skyfield_times(times)
    satellite = EarthSatellite(LINE_1, LINE_2, None, when.ts).at(when)
    position, velocity = satellite.frame_xyz_and_velocity(itrs)
    (element_set,), _ = parse_tle(f"{LINE_1}\n{LINE_2}\n")
    ours = to_fixed(propagate(element_set, times), _without_polar_motion())
    assert ours.frame == "ITRS"
    assert np.abs(ours.position_m - position.m.T).max() < 0.25
    assert np.abs(ours.velocity_m_s - velocity.m_per_s.T).max() < 1e-3


def test_the_pole_moves_a_point_by_metres():
    """0.24 and 0.23 arcsec (finals2000A, 2023-11-25) at 6,878 km are up to 11 m."""
    time = np.array(["2023-11-25"], dtype="datetime64[us]")
    north = np.array([[0.0, 0.0, 6.878e6]])
    with_pole, _ = teme_to_fixed(north, np.zeros((1, 3)), time, bundled_orientation())
    arcsec = np.pi / 648_000
    assert with_pole[0, :2] == approx(np.array([0.239692 * arcsec, -0.230833 * arcsec]) * 6.878e6, abs=0.001)


states = st.tuples(*[st.floats(-4.2e7, 4.2e7) for _ in range(3)])
seconds = st.integers(0, 34 * 31_557_600)


@given(states, seconds)
def test_fixed_to_teme_and_back(point, second):
    time = np.array([np.datetime64("1992-06-01", "us") + np.timedelta64(second, "s")])
    position = np.array([point])
    back, _ = teme_to_fixed(
        fixed_to_teme(position, time, bundled_orientation()), np.zeros((1, 3)), time, bundled_orientation()
    )
    assert np.abs(back - position).max() < 0.001  # second order of the pole: 5e-12 of the radius


def test_velocity_is_the_change_of_the_fixed_position():
    """Central differences over 0.2 s of points that move straight in TEME, as SGP4's own velocity would not.

    Sidereal time runs 7e-12 rad/s faster than the Earth in inertial space (precession): 5e-5 m/s at 7,000 km.
    A forgotten Earth rotation would be 500 m/s.
    """
    rng = np.random.default_rng(7)
    start = rng.normal(size=(50, 3)) * 4e6
    velocity = rng.normal(size=(50, 3)) * 4e3
    times = np.datetime64("2024-06-06T06:00:00", "us") + np.arange(50) * np.timedelta64(7919, "s")
    table = bundled_orientation()
    tick = np.timedelta64(100_000, "us")
    before, _ = teme_to_fixed(start - 0.1 * velocity, velocity, times - tick, table)
    after, _ = teme_to_fixed(start + 0.1 * velocity, velocity, times + tick, table)
    _, moving = teme_to_fixed(start, velocity, times, table)
    assert np.abs((after - before) / 0.2 - moving).max() < 2e-4


def test_a_point_of_the_ground_stands_still():
    """Carried into TEME at two moments, a site's TEME velocity comes back as rest relative to the Earth.

    Its speed is the Earth's rate times its distance from the axis; the pole's 10 m are 1e-5 of that.
    """
    site = np.array([[-3041e3, 4053e3, 3860e3]])
    time = np.array(["2023-11-25T01:01:10"], dtype="datetime64[us]")
    table = bundled_orientation()
    tick = np.timedelta64(500_000, "us")
    velocity = fixed_to_teme(site, time + tick, table) - fixed_to_teme(site, time - tick, table)
    assert np.linalg.norm(velocity) == approx(np.hypot(3041e3, 4053e3) * 7.292115e-5, rel=1e-5)
    _, rest = teme_to_fixed(fixed_to_teme(site, time, table), velocity, time, table)
    assert np.abs(rest).max() < 1e-4


def test_a_fixed_trajectory_is_left_alone_and_nan_stays():
    time = np.array(["2023-11-25", "2023-11-26"], dtype="datetime64[us]")
    states = np.array([[7e6, 0.0, 0.0], [np.nan] * 3])
    given_fixed = Trajectory(
        time=time, position_m=states, velocity_m_s=states, frame="ITRS", error=np.array([0, 6], dtype=np.uint8)
    )
    assert to_fixed(given_fixed, bundled_orientation()) is given_fixed
    turned = to_fixed(replace(given_fixed, frame="TEME"), bundled_orientation())
    assert np.isfinite(turned.position_m[0]).all()
    assert np.isnan(turned.position_m[1]).all()
    assert np.isnan(turned.velocity_m_s[1]).all()
    assert turned.error.tolist() == [0, 6]


def test_turning_table_is_the_sidereal_time_and_polar_motion_of_any_moment():
    """Over the end of 2016 with its leap second, and past the table's end: within 1e-11 rad, a tenth of a millimetre."""
    orientation = bundled_orientation()
    for first, days in (("2016-12-30T07:13:00", 4), ("2024-07-05", 1), ("2150-01-01T23:59:00", 2)):
        start = np.datetime64(first, "us")
        end = start + np.timedelta64(days * 86_400_000_000, "us")
        table = turning_table(start, end, orientation)
        times = start + np.linspace(0, days * 86_400_000_000 - 1, 301).astype("timedelta64[us]")
        since = (times - times.astype("datetime64[D]")) / np.timedelta64(1_000_000, "us")
        day = (times.astype("datetime64[D]") - start.astype("datetime64[D]")).astype(int)
        angle = table[day, 0] + table[day, 1] * since
        away = np.angle(np.exp(1j * (angle - sidereal_time_rad(times, orientation))))
        # In the last second before a leap second the table of orientation itself jumps.
        late = since < 86_399.0
        assert np.abs(away[late]).max() < 1e-11
        x, y, _ = orientation.at(times)
        assert np.abs(table[day, 2] + table[day, 4] * since - x)[late].max() < 1e-13
        assert np.abs(table[day, 3] + table[day, 5] * since - y)[late].max() < 1e-13
