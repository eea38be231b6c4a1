"""Free flight over the rotating Earth, and the check of reported figures against it."""

from __future__ import annotations

import csv
import json
import math
import re
from collections import Counter

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from bongsu.assessment import free_flight
from bongsu.assessment.finding import finding_to_json
from bongsu.assessment.flight_figures import MODEL_ALLOWANCE_MIN, check_flight, flight_report
from bongsu.assessment.free_flight import (
    free_flight_interval_s,
    free_flight_time_s,
    spherical_arc_time_s,
)
from bongsu.earth import geodesic_direct, geodesic_inverse
from bongsu.errors import InputError
from bongsu.reference.missile_tests import missile_test_sources, missile_tests

# Reference data: table of missile tests (compiled facts), column "Arc": spherical, not rotating, R = 6371 km.
ARC_COLUMN_MIN = [
    (1413, 400, 21.2),
    (550, 500, 12.0),
    (2111.5, 787, 27.9),
    (2802, 933, 34.4),
    (550, 2700, 13.4),
    (4475, 955, 50.3),
    (910, 450, 16.1),
    (2000, 800, 26.9),
    (620, 300, 12.8),
    (560, 270, 12.1),
    (6248.5, 1090, 67.9),
    (5768.5, 989, 63.0),
    (6045, 1000.2, 65.8),
    (3000, 1000, 36.3),
    (6518.2, 1002.3, 70.7),
]
PYONGYANG = {"latitude_deg": 39.200, "longitude_deg": 125.673}


@pytest.mark.parametrize(("apogee_km", "range_km", "minutes"), ARC_COLUMN_MIN)
def test_spherical_arc_is_that_of_the_compiled_table(apogee_km, range_km, minutes):
    assert spherical_arc_time_s(apogee_km * 1e3, range_km * 1e3) / 60 == pytest.approx(minutes, abs=0.1)


# ── independent numerical integration ────────────────────────────────────────────────────────────────

GM, OMEGA, A, E2, J2 = 3.986004418e14, 7.292115e-5, 6378137.0, 0.00669437999014, 1.08262668e-3


def _acceleration(position, oblate):
    r = np.linalg.norm(position)
    pull = -GM * position / r**3
    if oblate:
        z2 = (position[2] / r) ** 2
        factor = 1.5 * J2 * GM * A**2 / r**5
        pull = pull + factor * position * np.array([5 * z2 - 1, 5 * z2 - 1, 5 * z2 - 3])
    return pull


def _step(state, dt, oblate):
    def rate(s):
        return np.concatenate([s[3:], _acceleration(s[:3], oblate)])

    k1 = rate(state)
    k2 = rate(state + dt / 2 * k1)
    k3 = rate(state + dt / 2 * k2)
    k4 = rate(state + dt * k3)
    return state + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


def _geodetic(position):
    """Latitude, longitude, height by plain iteration (Bowring-free, independent of the package)."""
    p, z = math.hypot(position[0], position[1]), position[2]
    latitude = math.atan2(z, p * (1 - E2))
    for _ in range(30):
        n = A / math.sqrt(1 - E2 * math.sin(latitude) ** 2)
        latitude = math.atan2(z + E2 * n * math.sin(latitude), p)
    n = A / math.sqrt(1 - E2 * math.sin(latitude) ** 2)
    height = p * math.cos(latitude) + z * math.sin(latitude) - A * A / n
    return latitude, math.atan2(position[1], position[0]), height


def fly(latitude_deg, speed_m_s, elevation_deg, azimuth_deg, *, oblate=False):
    """Forward RK4 flight from the turning ground until it meets the ellipsoid again.

    Returns time [s], apogee above the ellipsoid [m], geodesic ground range [m] and its azimuth [deg].
    """
    phi = math.radians(latitude_deg)
    n = A / math.sqrt(1 - E2 * math.sin(phi) ** 2)
    position = np.array([n * math.cos(phi), 0.0, n * (1 - E2) * math.sin(phi)])
    east, up = np.array([0.0, 1.0, 0.0]), np.array([math.cos(phi), 0.0, math.sin(phi)])
    north = np.cross(up, east)
    el, az = math.radians(elevation_deg), math.radians(azimuth_deg)
    level = math.cos(az) * north + math.sin(az) * east
    velocity = speed_m_s * (math.sin(el) * up + math.cos(el) * level) + OMEGA * position[0] * east
    state, time, dt = np.concatenate([position, velocity]), 0.0, 2.0
    apogee, radius = 0.0, 0.0
    while True:
        before = state
        state = _step(state, dt, oblate)
        time += dt
        if np.linalg.norm(state[:3]) > radius:
            radius, apogee = np.linalg.norm(state[:3]), _geodetic(state[:3])[2]
        if _geodetic(state[:3])[2] < 0.0:
            break
    low, high = 0.0, dt
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _geodetic(_step(before, middle, oblate)[:3])[2] > 0 else (low, middle)
    time = time - dt + low
    lat2, lon2, _ = _geodetic(_step(before, low, oblate)[:3])
    line = Geodesic.WGS84.Inverse(latitude_deg, 0.0, math.degrees(lat2), math.degrees(lon2 - OMEGA * time))
    return time, apogee, line["s12"], line["azi1"]


FLIGHTS = [
    (39.2, 7200.0, 84.0, 72.0),  # lofted, east, as in March 2022
    (39.2, 6900.0, 84.0, 270.0),  # westward
    (39.2, 6500.0, 80.0, 180.0),  # southward
    (0.0, 6800.0, 75.0, 90.0),  # along the equator
    (78.0, 6500.0, 70.0, 10.0),  # high latitude, across the pole
    (-89.0, 5500.0, 60.0, 45.0),  # nearly from the pole
    (39.2, 6000.0, 89.99, 90.0),  # near-vertical
    (39.2, 4200.0, 45.0, 73.0),  # normal arc
    (39.2, 5500.0, 40.0, 300.0),
    (20.0, 6600.0, 35.0, 60.0),  # long
]


@pytest.mark.parametrize("flight", FLIGHTS)
def test_free_flight_is_that_of_numerical_integration(flight):
    """RK4, two bodies, 2 s steps: the same time within 0.1 s."""
    time, apogee, ground_range, azimuth = fly(*flight)
    ours = free_flight_time_s(apogee, ground_range, latitude_deg=flight[0], azimuth_deg=azimuth)
    assert float(ours) == pytest.approx(time, abs=0.1)


@pytest.mark.parametrize("flight", FLIGHTS)
def test_oblateness_stays_inside_the_allowance(flight):
    """The same with J2: what the model leaves out is less than the allowance of the verdict."""
    time, apogee, ground_range, azimuth = fly(*flight, oblate=True)
    ours = free_flight_time_s(apogee, ground_range, latitude_deg=flight[0], azimuth_deg=azimuth)
    assert abs(float(ours) - time) / 60 < MODEL_ALLOWANCE_MIN


def test_thrust_on_the_way_up_never_makes_a_flight_shorter_than_the_arc():
    """400 point masses with random thrust and turning, flown forwards over a sphere: none beats the arc."""
    rng, n, radius = np.random.default_rng(6), 400, 6371e3
    burn, start, end = rng.uniform(40, 330, n), rng.uniform(1.15, 2.5, n), rng.uniform(3, 12, n)
    turn = np.radians(rng.uniform(20, 89, n)) - np.pi / 2

    def rate(s, t):
        thrust = np.where(t < burn, start * 9.8 / (1 - (1 - start / end) * np.minimum(t / burn, 1)), 0.0)
        angle = np.pi / 2 + turn * np.clip((t - 10) / (0.6 * burn - 10), 0, 1)
        pull = GM / np.hypot(s[0], s[1]) ** 3
        return np.array([s[2], s[3], thrust * np.cos(angle) - pull * s[0], thrust * np.sin(angle) - pull * s[1]])

    state = np.array([np.zeros(n), np.full(n, radius), np.zeros(n), np.zeros(n)])
    time, apogee, ground_range = np.full(n, np.nan), np.zeros(n), np.full(n, np.nan)
    flying, dt = np.ones(n, bool), 1.0
    for t in np.arange(0.0, 6000.0, dt):
        k1 = rate(state, t)
        k2 = rate(state + dt / 2 * k1, t + dt / 2)
        k3 = rate(state + dt / 2 * k2, t + dt / 2)
        after = state + dt / 6 * (k1 + 2 * k2 + 2 * k3 + rate(state + dt * k3, t + dt))
        height, before = np.hypot(after[0], after[1]) - radius, np.hypot(state[0], state[1]) - radius
        down = flying & (height < 0) & (t > 2)
        share = np.where(down, before / np.maximum(before - height, 1e-9), 0.0)
        place = state[:2] + share * (after[:2] - state[:2])
        time[down] = (t + share * dt)[down]
        ground_range[down] = (radius * np.arctan2(place[0], place[1]))[down]
        apogee = np.where(flying, np.maximum(apogee, height), apogee)
        flying, state = flying & ~down, after
    landed = np.isfinite(time) & (time > burn) & (ground_range > 50e3) & (ground_range < 15e6)
    extra = (time - spherical_arc_time_s(apogee, ground_range))[landed] / 60
    assert landed.sum() > 200
    assert extra.min() > 0.2
    assert extra.max() < 5.0


# ── properties ───────────────────────────────────────────────────────────────────────────────────────

apogees = st.floats(min_value=300e3, max_value=9000e3)
ranges = st.floats(min_value=50e3, max_value=4000e3)
latitudes = st.floats(min_value=-89.0, max_value=89.0)
azimuths = st.floats(min_value=0.0, max_value=360.0)


@settings(max_examples=60)
@given(apogees, ranges, latitudes, azimuths)
def test_time_grows_with_apogee(apogee, ground_range, latitude, azimuth):
    place = {"latitude_deg": latitude, "azimuth_deg": azimuth}
    low, high = free_flight_time_s(np.array([apogee, apogee + 1e3]), ground_range, **place)
    assert high > low


@settings(max_examples=60)
@given(apogees, ranges, latitudes, azimuths)
def test_mirror_image_takes_the_same_time(apogee, ground_range, latitude, azimuth):
    one = free_flight_time_s(apogee, ground_range, latitude_deg=latitude, azimuth_deg=azimuth)
    two = free_flight_time_s(apogee, ground_range, latitude_deg=-latitude, azimuth_deg=180.0 - azimuth)
    assert float(one) == pytest.approx(float(two), abs=1e-3)


@settings(max_examples=60)
@given(apogees, ranges, st.floats(min_value=-70, max_value=70))
def test_eastward_takes_longer_than_westward(apogee, ground_range, latitude):
    east = free_flight_time_s(apogee, ground_range, latitude_deg=latitude, azimuth_deg=90.0)
    west = free_flight_time_s(apogee, ground_range, latitude_deg=latitude, azimuth_deg=270.0)
    assert east > west


@settings(max_examples=20, deadline=None)
@given(apogees, ranges, latitudes, azimuths)
def test_interval_holds_every_direction(apogee, ground_range, latitude, azimuth):
    low, high = free_flight_interval_s(apogee, ground_range)
    time = free_flight_time_s(apogee, ground_range, latitude_deg=latitude, azimuth_deg=azimuth)
    assert low - 0.5 <= time <= high + 0.5


def test_limits_give_nan_and_arrays_keep_their_shape():
    place = {"latitude_deg": 10.0, "azimuth_deg": 90.0}
    assert np.isnan(free_flight_time_s(20e6, 19e6, **place))
    assert free_flight_time_s(np.full((3, 1), 1e6), np.full(4, 5e5), **place).shape == (3, 4)
    assert float(free_flight_time_s(1e6, 0.0, **place)) > 0


# ── the check ────────────────────────────────────────────────────────────────────────────────────────


def _check_row(row):
    reports = [
        flight_report(one.party, one.apogee_km, one.ground_range_km, one.flight_time_min, sources=one.sources)
        for one in row.reported
    ]
    return check_flight(
        reports,
        id=row.id,
        name=row.name,
        kind=row.kind,
        latitude_deg=row.latitude_deg,
        longitude_deg=row.longitude_deg,
        azimuth_deg=row.azimuth_deg,
    )


def test_24_march_2022():
    """State media's 67.5 min cannot be right, by about a minute; Japan's 71 min agrees."""
    reports = [
        flight_report("KCNA", "6,248.5", "1,090", "67.5", sources=["kcna"]),
        flight_report("Japan", "6,000+", "1,080", "71", sources=["mod"]),
    ]
    finding = check_flight(reports, id="hwasong-2022-03-24", name="24 March 2022", azimuth_deg=72.0, **PYONGYANG)
    assert finding.id == "flight:hwasong-2022-03-24"
    assert finding.verdict == "cannot both be right"
    margin = finding.estimates["margin_min"]
    assert (margin.value, margin.level) == (pytest.approx(-1.0, abs=0.05), 1.0)
    assert margin.low < margin.value < margin.high < 0
    kcna, japan = finding.details["parties"]
    assert (kcna["verdict"], japan["verdict"]) == ("cannot both be right", "agree")
    assert japan["arc_min"]["high"] is None
    assert finding.details["between_parties"][0]["meet"]["flight time"] is False
    assert finding.sources == ("kcna", "mod")
    assert "KCNA" in finding.statement
    assert "Japan" in finding.statement
    assert finding.say
    assert finding.do_not_say
    json.dumps(finding_to_json(finding), allow_nan=False)


def test_24_march_2022_needs_no_launch_point():
    """Even in the most favourable direction from the most favourable latitude the time is too short."""
    finding = check_flight([flight_report("KCNA", "6,248.5", "1,090", "67.5")], id="pasted")
    assert finding.verdict == "cannot both be right"
    assert -0.3 < finding.estimates["margin_min"].high < -MODEL_ALLOWANCE_MIN


def test_direction_that_decides_leaves_it_open():
    finding = check_flight([flight_report("A", "6,248.5", "1,090", "68.2")], id="pasted")
    assert finding.verdict == "undetermined"
    assert any("bearing" in change for change in finding.would_change)


def test_every_row_of_the_table():
    findings = {row.id: _check_row(row) for row in missile_tests()}
    counts = Counter("refused" if one.mark == "refused" else one.verdict for one in findings.values())
    print(dict(counts))
    assert counts == {"agree": 11, "undetermined": 6, "cannot both be right": 1, "refused": 2}
    assert [key for key, one in findings.items() if one.verdict == "cannot both be right"] == ["2022-03-24"]
    for row in missile_tests():
        parties = findings[row.id].details["parties"]
        for figures, party in zip(row.reported, parties, strict=True):
            wrong = row.id == "2022-03-24" and figures.party == "North Korean state media"
            assert (party["verdict"] == "cannot both be right") == wrong
            if row.kind == "glide":
                assert party["refused"]
                assert party["arc_min"] is None
            elif not figures.flight_time_min:
                assert party["verdict"] == "undetermined"
        json.dumps(finding_to_json(findings[row.id]), allow_nan=False)


def test_table_names_its_sources():
    sources = missile_test_sources()
    for row in missile_tests():
        named = {*row.sources, *(source for one in row.reported for source in one.sources)}
        assert named
        assert named <= set(sources)


@pytest.mark.parametrize(
    ("apogee", "ground_range"), [("101", "1,000"), ("100", "1,100"), ("60", "1,000"), ("300", "9,000")]
)
def test_gliders_are_refused_by_their_figures(apogee, ground_range):
    finding = check_flight([flight_report("A", apogee, ground_range, "12")], id="x", kind="unknown")
    assert (finding.verdict, finding.mark, dict(finding.estimates)) == ("undetermined", "refused", {})
    assert finding.check_by_hand == ""
    assert not re.search(r"\d min", finding.statement)


@pytest.mark.parametrize(
    ("apogee", "ground_range"), [("90", "300"), ("550", "2,700"), ("1,300", "10,000"), ("101", "600")]
)
def test_ballistic_figures_are_not_refused(apogee, ground_range):
    finding = check_flight([flight_report("A", apogee, ground_range)], id="x", kind="unknown")
    assert finding.mark == "undetermined"
    assert "arc_min" in finding.estimates


def test_a_time_far_too_long_cannot_be_right():
    finding = check_flight([flight_report("A", "2,000", "800", "40")], id="x", azimuth_deg=75.0, **PYONGYANG)
    assert finding.verdict == "cannot both be right"
    assert "more than 10 min longer" in finding.statement
    bound = check_flight([flight_report("A", ">2000", "800", "40")], id="x", azimuth_deg=75.0, **PYONGYANG)
    assert bound.verdict == "agree"  # a lower bound on the apogee bounds the free flight from below only


def test_printed_arithmetic_is_right():
    """Each line 'name = formula = numbers = result unit' is evaluated as a reader would."""
    scope = {name: getattr(math, name) for name in ("sqrt", "cos", "sin", "acos", "pi")}
    for row in missile_tests():
        text = _check_row(row).check_by_hand
        lines = [line for line in text.splitlines() if line.count("=") == 3]
        assert len(lines) == (0 if row.kind == "glide" else 5)
        for line in lines:
            _, _, arithmetic, result = (part.strip() for part in line.split("="))
            printed = result.split()[0]
            half = 0.5 * 10.0 ** -len(printed.partition(".")[2])
            value = eval(arithmetic.replace("^", "**"), {"__builtins__": {}}, scope)
            assert value == pytest.approx(float(printed), abs=1.6 * half), line


@pytest.mark.parametrize("figure", ["0", "-3", "1e12", "nan", "", "1.090,5", "99,999,999", "inf", "1,0"])
@pytest.mark.parametrize("place", [0, 1])
def test_hostile_figures_are_refused_clearly(figure, place):
    figures = ["6,248.5", "1,090"]
    figures[place] = figure
    with pytest.raises(InputError, match="KCNA"):
        check_flight([flight_report("KCNA", *figures, "67.5")], id="x")


@pytest.mark.parametrize(
    "bad", [{"latitude_deg": 91.0}, {"azimuth_deg": math.nan}, {"longitude_deg": 1e9}, {"kind": "x"}]
)
def test_hostile_places_are_refused_clearly(bad):
    with pytest.raises(InputError, match="flight: "):
        check_flight([flight_report("KCNA", "6,248.5", "1,090", "67.5")], id="x", **bad)


def test_numbers_are_read_as_their_shortest_text():
    report = flight_report("A", 6248.5, 1090.0, 30)
    assert (report.apogee.low, report.ground_range.low) == (6248.45, 1085.0)
    assert report.flight_time is not None
    with pytest.raises(InputError, match="A, apogee"):
        flight_report("A", math.nan, 1090.0)


def test_no_report_is_refused():
    with pytest.raises(InputError, match="no report"):
        check_flight([], id="x")


@pytest.mark.reference
def test_every_recorded_test_is_answered(reference_data):
    """Every row of the compiled test table with an apogee and a distance gets an answer; none raises."""
    folder = reference_data / "nk-missile-tests"
    places = json.loads((folder / "facilities.json").read_text("utf-8"))["facilities"]
    counts: Counter[str] = Counter()
    with (folder / "tests_1984_2023H1.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if not (re.fullmatch(r"[\d.]+", row["apogee"]) and re.fullmatch(r"[\d.]+", row["distance"])):
                continue
            place = places.get(row["facility"])
            finding = check_flight(
                [flight_report("table", row["apogee"], row["distance"])],
                id=row["date"],
                kind="glide" if row["glide"] else "unknown",
                latitude_deg=place["lat"] if place else None,
                azimuth_deg=float(row["bearing"]) if row["bearing"].isdigit() else None,
            )
            counts[finding.mark] += 1
            assert finding.verdict == "undetermined"
    print(dict(counts))
    assert counts.total() >= 140


def test_many_directions_at_once_equal_the_geodesics_of_earth():
    """Karney's geodesics (geographiclib), one by one: 1 mm, Vincenty's own figure."""
    rng = np.random.default_rng(7)
    latitude, azimuth = rng.uniform(-80.0, 80.0, 200), rng.uniform(0.0, 360.0, 200)
    distance = rng.uniform(1e4, 9e6, 200)
    end, turn = free_flight._destination(np.radians(latitude), np.radians(azimuth), distance)
    for k in range(200):
        true_latitude, true_longitude = geodesic_direct(latitude[k], 0.0, azimuth[k], distance[k])
        gap, _, _ = geodesic_inverse(
            true_latitude, true_longitude, float(np.degrees(end[k])), float(np.degrees(turn[k]))
        )
        assert gap < 1e-3
