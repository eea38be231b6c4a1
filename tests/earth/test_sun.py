"""The Sun against published examples, almanac values, and the local times of known orbits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import (
    apparent_solar_time_h,
    bundled_orientation,
    equation_of_time_s,
    fixed_to_teme,
    geodetic_to_fixed,
    is_sunlit,
    mean_solar_time_h,
    node_mean_solar_time_h,
    sun_azimuth_elevation_deg,
    sun_position_m,
)

AU_M = 149_597_870_700.0
TABLE = bundled_orientation()


def _right_ascension_declination_distance(time: str) -> tuple[float, float, float]:
    x, y, z = sun_position_m(np.array([time], dtype="datetime64[us]"))[0]
    distance = np.sqrt(x * x + y * y + z * z)
    return float(np.degrees(np.arctan2(y, x)) % 360), float(np.degrees(np.arcsin(z / distance))), float(distance / AU_M)


def test_meeus_low_accuracy_example():
    """Meeus, Astronomical Algorithms, 2nd ed., example 25.a: 1992 October 13, 0 h TD (59.184 s before 0 h UTC).

    Apparent right ascension 198.38083 deg, declination -7.78507 deg, R = 0.99766: the same theory, so to its digits.
    """
    right_ascension, declination, distance = _right_ascension_declination_distance("1992-10-12T23:59:00.816")
    assert right_ascension == approx(198.38083, abs=2e-5)
    assert declination == approx(-7.78507, abs=2e-5)
    assert distance == approx(0.99766, abs=1e-5)


def test_meeus_high_accuracy_example():
    """Meeus, example 25.b (VSOP87): 13h13m30.749s, -7 deg 47' 01.74", 0.99760775 au; the docstring promises 0.01 deg."""
    right_ascension, declination, distance = _right_ascension_declination_distance("1992-10-12T23:59:00.816")
    assert right_ascension == approx(198.378121, abs=0.01)
    assert declination == approx(-7.783817, abs=0.01)
    assert distance == approx(0.99760775, abs=1e-4)


@pytest.mark.parametrize(
    ("time", "declination", "tolerance"),
    [
        ("2024-03-20T03:06", 0.0, 0.005),
        ("2024-09-22T12:44", 0.0, 0.005),
        ("2023-06-21T14:58", 23.438, 0.003),
        ("2023-12-22T03:27", -23.438, 0.003),
    ],
)
def test_equinoxes_and_solstices(time, declination, tolerance):
    """Times to the minute: US Naval Observatory, Earth's Seasons. The declination moves 0.0002 deg in half a minute;
    the rest is the theory's 0.01 deg of longitude (0.004 deg of declination). 23.438 deg: true obliquity of 2023.
    """
    assert _right_ascension_declination_distance(time)[1] == approx(declination, abs=tolerance)


@pytest.mark.parametrize(
    ("time", "distance"), [("2023-01-04T16:17", 0.98330), ("2023-07-06T20:06", 1.01668), ("2024-01-03T00:38", 0.98331)]
)
def test_perihelion_and_aphelion(time, distance):
    """US Naval Observatory, Earth's Seasons: times and distances. Planets shift them by up to 5e-5 au."""
    assert _right_ascension_declination_distance(time)[2] == approx(distance, abs=5e-5)


def test_example_of_the_solar_position_algorithm():
    """NREL/TP-560-34302, appendix A.5: 2003-10-17 19:30:30 UTC, 39.742476 N 105.1786 W.

    Azimuth 194.34024 deg, elevation without refraction 39.872046 deg (topocentric, 0.002 deg of parallax),
    equation of time 14.641503 min; 0.01 deg and 1 s are what the low-accuracy Sun allows.
    """
    azimuth, elevation = sun_azimuth_elevation_deg(39.742476, -105.1786, ["2003-10-17T19:30:30"], TABLE)
    assert float(azimuth[0]) == approx(194.34024, abs=0.01)
    assert float(elevation[0]) == approx(39.872046, abs=0.01)
    assert float(equation_of_time_s(["2003-10-17T19:30:30"], TABLE)[0]) == approx(14.641503 * 60, abs=1.0)


def test_sunrise_of_the_solar_position_algorithm():
    """The same example (spa_tester.c of NREL): sunrise at 06:12:43 local, defined at -0.8333 deg.

    The Sun climbs 0.003 deg a second there; 0.01 deg is 4 s.
    """
    azimuth, elevation = sun_azimuth_elevation_deg(39.742476, -105.1786, ["2003-10-17T13:12:43"], TABLE)
    assert float(elevation[0]) == approx(-0.8333, abs=0.01)
    assert 90.0 < float(azimuth[0]) < 110.0  # in the morning in the east, south of it in October


def test_midnight_sun_and_polar_night():
    """At a pole the Sun's elevation is its declination with the pole's sign, at any hour."""
    times = np.arange("2024-06-20", "2024-06-21", 3, dtype="datetime64[h]")
    _, north = sun_azimuth_elevation_deg(90.0, 0.0, times, TABLE)
    _, south = sun_azimuth_elevation_deg(-90.0, 0.0, times, TABLE)
    assert north == approx(np.full(times.size, 23.437), abs=0.005)
    assert south == approx(-north, abs=1e-9)


@pytest.mark.parametrize(
    ("date", "seconds", "tolerance"),
    [
        ("2011-02-11", -(14 * 60 + 15), 1.0),
        ("2011-05-14", 3 * 60 + 39, 3.0),
        ("2011-07-26", -(6 * 60 + 33), 3.0),
        ("2011-11-03", 16 * 60 + 25, 1.0),
        ("2023-11-25", 13 * 60 + 6, 10.0),
        ("2011-04-15", 0.0, 15.0),
        ("2011-06-13", 0.0, 15.0),
        ("2011-09-01", 0.0, 20.0),
        ("2011-12-25", 0.0, 30.0),
    ],
)
def test_equation_of_time(date, seconds, tolerance):
    """Extremes and zeros as almanacs print them: -14 min 15 s about 11 February, +16 min 25 s about 3 November,
    zero about 15 April, 13 June, 1 September and 25 December (the day's own change, up to 30 s, is the tolerance).
    """
    assert float(equation_of_time_s([f"{date}T12:00"], TABLE)[0]) == approx(seconds, abs=tolerance)


def test_equation_of_time_averages_out():
    """Over four years the true Sun is as often ahead as behind, by construction of the mean Sun (some seconds)."""
    times = np.arange("2020-01-01T12", "2024-01-01T12", 24, dtype="datetime64[h]")
    values = equation_of_time_s(times, TABLE)
    assert abs(values.mean()) < 5.0
    assert values.min() == approx(-855, abs=5)
    assert values.max() == approx(987, abs=5)


@pytest.mark.parametrize(
    ("node_deg", "time", "hours", "tolerance"),
    [
        (213.9, "2023-11-25T00:00", 10.0, 0.05),
        (45.2326, "2024-06-06T04:41:46", 10.01, 0.006),
        (159.0831, "2025-10-02T12:51:49", 9.84, 0.006),
        (72.1946, "2026-07-10T07:13:07", 9.60, 0.006),
        (36.0317, "2012-12-12T02:18:22", 21.0, 0.1),
    ],
)
def test_local_mean_time_of_known_nodes(node_deg, time, hours, tolerance):
    """Malligyong-1's and Kwangmyongsong-3-2's ascending nodes (facts.md sections 1 and 3), mean Sun, printed to 0.01 h."""
    assert float(node_mean_solar_time_h(node_deg, [time], TABLE)[0]) == approx(hours, abs=tolerance)


def test_the_true_sun_would_invent_a_drift():
    """facts.md section 3: the node of November 2023 reads 10.0 h by the mean Sun and 10.2 h by the true one."""
    time = ["2023-11-25T00:00"]
    mean = float(node_mean_solar_time_h(213.9, time, TABLE)[0])
    apparent = mean + float(equation_of_time_s(time, TABLE)[0]) / 3600.0
    assert apparent == approx(10.2, abs=0.05)
    assert apparent - mean == approx(13 / 60, abs=0.01)


def test_mean_and_apparent_time_at_places():
    """Korea keeps the mean time of 135 E; Seoul (126.978 E) is 32 min 5 s behind it, and UT1 within 0.9 s of UTC."""
    time = ["2023-11-24T01:15:00"]
    assert float(mean_solar_time_h(135.0, time, TABLE)[0]) == approx(10.25, abs=0.9 / 3600)
    assert float(mean_solar_time_h(126.978, time, TABLE)[0]) == approx(10.25 - 8.022 / 15, abs=0.9 / 3600)
    ahead = apparent_solar_time_h(126.978, time, TABLE) - mean_solar_time_h(126.978, time, TABLE)
    assert float(ahead[0]) * 3600 == approx(float(equation_of_time_s(time, TABLE)[0]), abs=1e-3)


@given(st.floats(-180, 180), st.integers(0, 34 * 365 * 86_400))
def test_the_sun_stands_highest_at_apparent_noon(longitude, second):
    """At 12 h apparent time on the equator the Sun is due north, due south or overhead: azimuth's sine vanishes."""
    moment = np.array([np.datetime64("1992-06-01", "us") + np.timedelta64(second, "s")])
    hours = float(apparent_solar_time_h(longitude, moment, TABLE)[0])
    noon = moment + np.timedelta64(round((12.0 - hours) * 3.6e9), "us")
    azimuth, elevation = sun_azimuth_elevation_deg(0.0, longitude, noon, TABLE)
    # up to 12 h away the equation of time itself moves by 15 s (0.06 deg)
    east = np.sin(np.radians(azimuth)) * np.cos(np.radians(elevation))
    assert abs(float(np.degrees(east[0]))) < 0.07
    declination = _right_ascension_declination_distance(str(noon[0]))[1]
    assert float(elevation[0]) == approx(90.0 - abs(declination), abs=0.02)


def _circle(radius_m: float, count: int, time: np.ndarray, *, edge_on: bool) -> np.ndarray:
    """Positions around a circle whose plane holds the Sun (edge-on) or stands square to it."""
    sun = sun_position_m(time[:1])[0]
    toward = sun / np.linalg.norm(sun)
    side = np.cross(toward, [0.0, 0.0, 1.0])
    side /= np.linalg.norm(side)
    first, second = (toward, side) if edge_on else (side, np.cross(toward, side))
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return radius_m * (np.cos(angle)[:, None] * first + np.sin(angle)[:, None] * second)


@pytest.mark.parametrize(("altitude_km", "period_min", "minutes"), [(35_786, 1436.07, 69.4), (420, 92.8, 36.1)])
def test_longest_eclipses(altitude_km, period_min, minutes):
    """Geostationary 69.4 min in the umbra's cylinder at an equinox, the space station 36 min: standard figures
    (Wertz, Space Mission Engineering, chapter 10); the finite Sun changes them by 2 min and 10 s.
    """
    count = 20_000
    time = np.repeat(np.array(["2024-03-20T03:06"], dtype="datetime64[us]"), count)
    lit = is_sunlit(_circle((6378.137 + altitude_km) * 1000, count, time, edge_on=True), time)
    assert (1.0 - lit.mean()) * period_min == approx(minutes, abs=0.3)


def test_a_dawn_dusk_orbit_sees_no_eclipse_and_noon_is_lit():
    time = np.repeat(np.array(["2024-03-20T03:06"], dtype="datetime64[us]"), 360)
    assert is_sunlit(_circle(6.878e6, 360, time, edge_on=False), time).all()
    ring = is_sunlit(_circle(6.878e6, 360, time, edge_on=True), time)
    assert ring[0]  # towards the Sun
    assert not ring[180]  # behind the Earth


def test_sunlit_in_the_frame_of_the_earth():
    """Over Busan by day and by night (sunset there on 24 Nov 2023 was 17:13 KST), 500 km up."""
    times = np.array(["2023-11-24T03:00", "2023-11-24T15:00"], dtype="datetime64[us]")
    above = np.repeat(np.atleast_2d(geodetic_to_fixed(35.10, 129.10, 500_000.0)), 2, axis=0)
    assert is_sunlit(fixed_to_teme(above, times, TABLE), times).tolist() == [True, False]
