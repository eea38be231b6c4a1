"""Orbits from timed places: the published claims on Malligyong-1, and synthetic orbits whose truth is known.

Truth is made with the ``sgp4`` library and Skyfield's sidereal time, without any function of Bongsu but UT1-UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

import numpy as np
import pytest
from pytest import approx
from sgp4.api import WGS72, Satrec
from skyfield.sgp4lib import theta_GMST1982

from bongsu.earth import Window, bundled_orientation
from bongsu.errors import ModelError, NoDataError
from bongsu.orbit import (
    ElementSet,
    OrbitSample,
    Plane,
    TimedPlace,
    carry_plane,
    find_planes,
    fit_orbit,
    node_rate_deg_day,
    parse_tle,
    sample_element_set,
    sun_synchronous_inclination_deg,
    timing_error_s,
)
from bongsu.overflight import Site, find_passes

TABLE = bundled_orientation()
SET_24158 = """\
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
"""


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


# facts.md 5b: places and times claimed by state media, converted to UTC.
CLAIMS = (
    TimedPlace(id="pearl-harbor", latitude_deg=21.35, longitude_deg=-157.95, time=utc(2023, 11, 24, 20, 13, 22)),
    TimedPlace(id="carl-vinson", latitude_deg=35.10, longitude_deg=129.10, time=utc(2023, 11, 25, 1, 1, 10)),
    TimedPlace(id="guam", latitude_deg=13.584, longitude_deg=144.930, time=utc(2023, 11, 27, 0, 17, 7)),
    TimedPlace(id="norfolk", latitude_deg=36.95, longitude_deg=-76.33, time=utc(2023, 11, 27, 14, 35, 53)),
    TimedPlace(id="pentagon", latitude_deg=38.871, longitude_deg=-77.056, time=utc(2023, 11, 27, 14, 36, 25)),
    TimedPlace(id="kadena", latitude_deg=26.35, longitude_deg=127.77, time=utc(2023, 11, 29, 1, 16, 42)),
)


@cache
def malligyong_1_plane() -> Plane:
    """The plane of June 2024 carried back; 493 x 512 km at launch, as in test_plane.py."""
    (element_set,), _ = parse_tle(SET_24158)
    return carry_plane(
        element_set, utc(2023, 11, 27), semi_major_axis_m=(6_876_000.0, 1_500.0), rng=np.random.default_rng(1)
    )


def fitted(places, seed: int = 2) -> OrbitSample:
    return fit_orbit(places, malligyong_1_plane(), orientation=TABLE, rng=np.random.default_rng(seed), norad_id=58400)


def predicted_range(sample: OrbitSample, place: TimedPlace, seed: int = 3) -> tuple[float, float, float]:
    """Low, median and high [s] of a stated time, closest approach and scatter together."""
    offset, _ = sample.closest(place.latitude_deg, place.longitude_deg, place.time, TABLE)
    spread = offset + np.random.default_rng(seed).normal(size=offset.size) * sample.scatter_s
    low, high = np.quantile(spread, [0.05, 0.95])
    return float(low), float(np.median(offset)), float(high)


def test_each_claim_is_predicted_by_the_other_five():
    """facts.md 5b: fitted without the claim itself the differences are 0 to 12 s. 20 s is asked; of six 90 % ranges five
    hold at least (with a true 90 % that happens in 89 % of cases; the seed is fixed).
    """
    inside, off = 0, []
    for claim in CLAIMS:
        low, middle, high = predicted_range(fitted([item for item in CLAIMS if item is not claim]), claim)
        off.append(abs(middle))
        inside += low <= 0.0 <= high
        assert high - low < 40.0, claim.id
    assert max(off) < 20.0
    assert inside >= 5


def test_all_six_fit_within_seconds():
    """In-sample differences of a circular J2 orbit are 0 to 4 s there; its axis 6880.3 km is the osculating one."""
    sample = fitted(CLAIMS)
    assert set(sample.residual_s) == {claim.id for claim in CLAIMS} == set(sample.used)
    assert max(abs(value) for value in sample.residual_s.values()) < 6.0
    assert 490 < float(np.median(sample.altitude_km)) < 506  # 493 x 512 km less the J2 term of 5 km
    assert sample.span == (CLAIMS[0].time, CLAIMS[-1].time)
    assert 3.0 < float(np.median(sample.scatter_s)) < 8.0


def test_seoul_passes_that_a_tracker_listed():
    """OrbTrack, by Yonhap on 24 Nov 2023 (chosunonline.com 2023112480098): Seoul at 10:15, 21:47 and 23:20 KST.

    Printed to the minute. The orbit knows nothing but the six claims and the plane of June 2024.
    """
    sample = fitted(CLAIMS)
    window = Window(start=utc(2023, 11, 23, 15), end=utc(2023, 11, 24, 15))
    seoul = [Site(latitude_deg=37.567, longitude_deg=126.978, name="Seoul")]
    rises: dict[int, list[float]] = {}
    for member in sample.members[:40]:
        for item in find_passes([member], seoul, window, min_elevation_deg=0.0).rows():
            if item.max_elevation_deg > 10.0:
                rises.setdefault(item.rise.hour, []).append((item.rise - window.start).total_seconds())
    listed = [timedelta(hours=10, minutes=15), timedelta(hours=21, minutes=47), timedelta(hours=23, minutes=20)]
    for local in listed:
        found = [seconds for group in rises.values() for seconds in group if abs(seconds - local.total_seconds()) < 300]
        assert len(found) == 40, local
        assert abs(float(np.median(found)) - local.total_seconds()) < 60.0


def test_the_pass_over_the_control_centre_that_langbroek_named():
    """SatTrackCam, November 2023: closest to 39.0425 N 125.7100 E on 22 November at 00:25:27, two days before the first
    of the claims. 30 s is what three days of the period's uncertainty allow.
    """
    near = utc(2023, 11, 22, 0, 25, 27)
    offset, position = fitted(CLAIMS).closest(39.0425, 125.7100, near, TABLE)
    assert abs(float(np.median(offset))) < 30.0
    assert np.isfinite(offset).all()
    assert np.linalg.norm(position, axis=1) / 1000 == approx(np.full(offset.size, 6871), abs=25)


@pytest.mark.parametrize("wrong", range(6))
def test_a_claim_five_minutes_off_is_not_fitted_in_silence(wrong):
    """One of the six moved by 300 s: no plane brings all in step, and a fit in the known plane says how badly it goes."""
    places = [
        replace(claim, time=claim.time + timedelta(seconds=300)) if index == wrong else claim
        for index, claim in enumerate(CLAIMS)
    ]
    with pytest.raises(ModelError, match=r"no period brings the places in step: the best plane leaves \d+ s"):
        find_planes(places, orientation=TABLE)
    try:
        sample = fitted(places)
    except ModelError:
        return
    assert float(np.median(sample.scatter_s)) > 40.0
    assert max(abs(value) for value in sample.residual_s.values()) > 40.0


def test_too_few_places():
    with pytest.raises(NoDataError, match="2 timed places do not fix a period"):
        fitted(CLAIMS[:2])
    with pytest.raises(NoDataError, match="3 timed places do not fix an orbit"):
        find_planes(CLAIMS[:3], orientation=TABLE)


def test_planes_found_from_the_words_alone():
    """facts.md 5b: over 5 deg of node the fit stays as good. The scan's planes hold the true one (213.9 on 25 November,
    215.9 two days later) and are as wide as that; all are morning planes ascending (claims are northbound, 9:28-10:00).
    """
    plane = find_planes(CLAIMS, orientation=TABLE)
    days = (plane.epoch - utc(2023, 11, 25)).total_seconds() / 86_400
    off = (plane.node_deg - (213.9 + 0.9856 * days) + 180) % 360 - 180
    assert np.abs(off).min() <= 0.25
    assert 5.0 < np.ptp(off) < 25.0
    assert np.abs(off).max() < 20.0


def test_a_narrow_camera_bounds_the_plane():
    """Fewer planes serve all places when the camera may look less to the side."""
    wide = find_planes(CLAIMS, orientation=TABLE, max_off_nadir_deg=45.0)
    narrow = find_planes(CLAIMS, orientation=TABLE, max_off_nadir_deg=30.0)
    assert 0 < narrow.node_deg.size < wide.node_deg.size
    assert set(narrow.node_deg.tolist()) <= set(wide.node_deg.tolist())
    with pytest.raises(ModelError, match="no sun-synchronous plane has all the places within 2 deg off-nadir"):
        find_planes(CLAIMS, orientation=TABLE, max_off_nadir_deg=2.0)


@pytest.mark.parametrize(("altitude_km", "inclination"), [(500, 97.4), (600, 97.8), (700, 98.2), (800, 98.6)])
def test_sun_synchronous_inclinations(altitude_km, inclination):
    """Wertz, Space Mission Engineering, table of sun-synchronous orbits: to a tenth of a degree."""
    assert sun_synchronous_inclination_deg(altitude_km * 1000.0) == approx(inclination, abs=0.05)


def test_sun_synchronous_by_sgp4_s_own_rate():
    """0.98565 deg a day; J2 squared and J4, which the closed form leaves out, are 0.2 %."""
    for altitude_km in (400.0, 600.0, 800.0):
        axis = 6378.135 + altitude_km
        element_set = ElementSet(
            norad_id=1,
            designator="",
            name="",
            epoch=utc(2024, 1, 1),
            inclination_deg=sun_synchronous_inclination_deg(altitude_km * 1000.0),
            node_deg=0.0,
            eccentricity=0.0,
            perigee_argument_deg=0.0,
            mean_anomaly_deg=0.0,
            mean_motion_rev_day=float(np.sqrt(398600.8 / axis**3) * 86400 / (2 * np.pi)),
        )
        assert node_rate_deg_day(element_set) == approx(360 / 365.2422, abs=0.003)


# ── Synthetic truth ──────────────────────────────────────────────────────────────────────────────────────────────────

EPOCH, EPOCH_JD = utc(2024, 3, 1), 2460370.5
SPAN_DAYS, NOISE_S, PLACES = 7.0, 3.0, 7


@dataclass(frozen=True)
class Kind:
    """An orbit and what places are named: latitudes, northbound or southbound, only near 180 deg or anywhere."""

    name: str
    altitude_km: float
    node_deg: float
    latitudes: tuple[float, float]
    northbound: bool
    date_line: bool = False


KINDS = (
    Kind("500 km, morning, northbound", 500.0, 214.0, (10.0, 45.0), northbound=True),
    Kind("600 km, daylight descending", 600.0, 25.0, (10.0, 45.0), northbound=False),
    Kind("southern places", 500.0, 30.0, (-50.0, -10.0), northbound=True),
    Kind("high latitudes, northbound", 500.0, 300.0, (70.0, 80.0), northbound=True),
    Kind("high latitudes, southbound", 500.0, 300.0, (70.0, 80.0), northbound=False),
    Kind("across 180 deg", 500.0, 359.0, (-50.0, 50.0), northbound=True, date_line=True),
)


@cache
def truth(kind: Kind) -> Satrec:
    """e = 0.001, drag term 2e-4, perigee at 70 deg, sun-synchronous."""
    satrec = Satrec()
    axis = 6378.135 + kind.altitude_km
    inclination = 97.40 if kind.altitude_km == 500.0 else 97.79
    satrec.sgp4init(
        WGS72,
        "i",
        1,
        EPOCH_JD - 2433281.5,
        2e-4,
        0.0,
        0.0,
        0.001,
        np.radians(70.0),
        np.radians(inclination),
        np.radians(10.0),
        float(np.sqrt(398600.8 / axis**3) * 60.0),
        np.radians(kind.node_deg),
    )
    return satrec


def fixed_km(satrec: Satrec, seconds: np.ndarray) -> np.ndarray:
    """Earth-fixed positions after EPOCH by the library and Skyfield's sidereal time; no polar motion (10 m)."""
    error, position, _ = satrec.sgp4_array(np.full(seconds.size, EPOCH_JD), seconds / 86_400.0)
    assert not error.any()
    times = np.datetime64("2024-03-01", "us") + np.rint(seconds * 1e6).astype("timedelta64[us]")
    theta, _ = theta_GMST1982(EPOCH_JD, (seconds + TABLE.at(times)[2]) / 86_400.0)
    cosine, sine = np.cos(theta), np.sin(theta)
    x, y, z = position.T
    return np.stack([cosine * x + sine * y, cosine * y - sine * x, z], axis=1)


def site_km(latitude: float, longitude: float) -> np.ndarray:
    """WGS 84 ellipsoid."""
    e2, phi, lam = 0.00669437999014, np.radians(latitude), np.radians(longitude)
    normal = 6378.137 / np.sqrt(1 - e2 * np.sin(phi) ** 2)
    return normal * np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), (1 - e2) * np.sin(phi)])


def true_closest(satrec: Satrec, latitude: float, longitude: float, around: float) -> float:
    """Seconds after EPOCH of the least distance, to 0.01 s."""
    site = site_km(latitude, longitude)
    coarse = around + np.arange(-400.0, 401.0, 5.0)
    coarse = coarse[np.linalg.norm(fixed_km(satrec, coarse) - site, axis=1).argmin()] + np.arange(-6.0, 6.01, 0.02)
    return float(coarse[np.linalg.norm(fixed_km(satrec, coarse) - site, axis=1).argmin()])


@dataclass(frozen=True)
class Trial:
    places: tuple[TimedPlace, ...]  # stated times, with noise, to the second
    true_s: tuple[float, ...]  # seconds after EPOCH
    plane: Plane  # known to 0.3 deg of node and 0.02 deg of inclination


def trial(kind: Kind, seed: int, *, count: int = PLACES, members: int = 60) -> Trial:
    """Places within 2.5 deg of the ground track at random times, and the times of closest approach stated with noise."""
    rng = np.random.default_rng(seed)
    satrec = truth(kind)
    places, true_s = [], []
    seconds = rng.uniform(0.0, SPAN_DAYS * 86_400, 1500)
    position, later = fixed_km(satrec, seconds), fixed_km(satrec, seconds + 10.0)
    latitude = np.degrees(np.arctan2(position[:, 2], np.hypot(position[:, 0], position[:, 1]) * (1 - 0.00669437999)))
    longitude = np.degrees(np.arctan2(position[:, 1], position[:, 0]))
    wanted = (latitude >= kind.latitudes[0]) & (latitude <= kind.latitudes[1])
    wanted &= (later[:, 2] > position[:, 2]) == kind.northbound
    if kind.date_line:
        wanted &= np.abs(longitude) > 172.0
    for index in np.flatnonzero(wanted)[:count]:
        east = longitude[index] + rng.uniform(-2.5, 2.5) / np.cos(np.radians(latitude[index]))
        east = (east + 180.0) % 360.0 - 180.0
        when = true_closest(satrec, float(latitude[index]), float(east), float(seconds[index]))
        stated = EPOCH + timedelta(seconds=round(when + rng.normal(0.0, NOISE_S)))
        places.append(
            TimedPlace(id=str(len(places)), latitude_deg=float(latitude[index]), longitude_deg=float(east), time=stated)
        )
        true_s.append(when)
    assert len(places) == count
    middle = SPAN_DAYS / 2
    plane = Plane(
        epoch=EPOCH + timedelta(days=middle),
        node_deg=kind.node_deg + true_node_rate(kind) * middle + rng.normal(0.0, 0.3, members),
        inclination_deg=np.degrees(satrec.inclo) + rng.normal(0.0, 0.02, members),
        origin="truth, spread",
    )
    return Trial(places=tuple(places), true_s=tuple(true_s), plane=plane)


def true_node_rate(kind: Kind) -> float:
    return float(np.degrees(truth(kind).nodedot) * 1440.0)


TRIALS_A_KIND = 17


@cache
def outcomes() -> dict[str, np.ndarray]:
    """Per kind and trial: stated time in the 90 % range, its width, error against the truth, error of the mean motion."""
    result = {}
    for number, kind in enumerate(KINDS):
        rows = []
        for repeat in range(TRIALS_A_KIND):
            case = trial(kind, 1000 * number + repeat)
            left_out = repeat % PLACES
            place = case.places[left_out]
            sample = fit_orbit(
                [item for item in case.places if item is not place],
                case.plane,
                orientation=TABLE,
                rng=np.random.default_rng(repeat),
            )
            low, middle, high = predicted_range(sample, place, seed=repeat)
            true_offset = case.true_s[left_out] - (place.time - EPOCH).total_seconds()
            first, last = (moment - EPOCH for moment in sample.span)
            satrec = truth(kind)
            satrec.sgp4_tsince((first + last).total_seconds() / 2 / 60.0)
            kozai = satrec.nm * satrec.no_kozai / (satrec.xke / satrec.a**1.5) * 1440 / (2 * np.pi)
            motion = float(np.median(sample.mean_motion_rev_day))
            rows.append((low <= 0.0 <= high, high - low, middle - true_offset, motion - kozai))
        result[kind.name] = np.array(rows, dtype=float)
    return result


def test_ninety_per_cent_ranges_hold_in_about_ninety_per_cent():
    """102 left-out places over six kinds of orbit, times stated with 3 s of noise and rounded to the second.

    If 90 % is true, 102 trials give 84 to 98 hits in 98 of 100 cases (binomial). Measured: 99 here, 273 of 300 with other
    seeds. The prior is 4 s, so that this holds for times stated about that well: with 6 s of noise 241 of 300 are held,
    with 10 s 232. The width is bounded, so that a range cannot hold by being idle.
    """
    rows = np.concatenate(list(outcomes().values()))
    assert len(rows) == 102
    hits = int(rows[:, 0].sum())
    assert 82 <= hits <= 101
    assert 9.0 < float(np.median(rows[:, 1])) < 22.0  # 3.29 sigma of 3 s noise alone would be 10 s


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_left_out_place_is_predicted_and_the_period_found(kind):
    """Six places with 3 s of noise over a week, and e = 0.001 seen as circular (2 e / n = 1.8 s).

    The true closest approach within 8 s; the mean motion within 6e-4 rev/day: 3 s against the days between places.
    """
    rows = outcomes()[kind.name]
    assert np.abs(rows[:, 2]).max() < 8.0
    assert np.sqrt((rows[:, 2] ** 2).mean()) < 4.0
    assert np.abs(rows[:, 3]).max() < 6e-4
    assert abs(rows[:, 3].mean()) < 1e-4
    assert rows[:, 0].mean() >= 0.7  # of 17: under 12 has a probability of 0.5 % at 90 %


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_scan_holds_the_true_plane(kind):
    """Every scan holds a member within a step of the true node, whatever the latitudes and direction."""
    for repeat in range(4):
        places = trial(kind, 5000 + repeat).places
        plane = find_planes(places, orientation=TABLE)
        days = (plane.epoch - EPOCH).total_seconds() / 86_400
        off = (plane.node_deg - (kind.node_deg + true_node_rate(kind) * days) + 180) % 360 - 180
        assert np.abs(off).min() <= 0.25


def test_a_shifted_time_is_refused_or_shows():
    """One of seven times moved by 300 s: most scans refuse. Where one passes (a period that fits it, and the plane of a
    neighbouring day) the fit in the true plane still leaves more scatter than three times the noise.
    """
    refused = total = 0
    for kind in KINDS:
        for repeat in range(2):
            case = trial(kind, 7000 + repeat)
            wrong = [
                replace(item, time=item.time + timedelta(seconds=300)) if index == repeat + 1 else item
                for index, item in enumerate(case.places)
            ]
            total += 1
            try:
                find_planes(wrong, orientation=TABLE)
            except ModelError:
                refused += 1
            try:
                sample = fit_orbit(wrong, case.plane, orientation=TABLE, rng=np.random.default_rng(repeat))
            except ModelError:
                continue
            assert float(np.median(sample.scatter_s)) > 3 * NOISE_S
    assert refused >= 0.75 * total


def test_the_answer_does_not_hang_on_the_order_of_places():
    case = trial(KINDS[0], 42)
    one = fit_orbit(case.places, case.plane, orientation=TABLE, rng=np.random.default_rng(1))
    other = fit_orbit(case.places[::-1], case.plane, orientation=TABLE, rng=np.random.default_rng(1))
    assert other.residual_s == approx(one.residual_s, abs=0.05)
    assert float(np.median(other.altitude_km)) == approx(float(np.median(one.altitude_km)), abs=0.01)


def test_closest_is_least_distance_and_nan_where_there_is_none():
    """Against distances every 0.1 s; a member's closest approach within an hour exists for any place in view."""
    (element_set,), _ = parse_tle(SET_24158)
    at = utc(2024, 6, 7, 5, 1, 7)
    sample = sample_element_set(element_set, at, rng=np.random.default_rng(1), members=3)
    offset, position = sample.closest(31.45, -100.6, at, TABLE)
    times = np.datetime64("2024-06-07T05:01:07", "us") + (np.arange(-300, 300) * 100_000).astype("timedelta64[us]")
    states, _ = sample.fixed_states(times, TABLE)
    distance = np.linalg.norm(states / 1000 - site_km(31.45, -100.6), axis=2)
    assert offset == approx((distance.argmin(axis=1) - 300) * 0.1, abs=0.06)
    assert np.linalg.norm(position / 1000 - site_km(31.45, -100.6), axis=1) == approx(distance.min(axis=1), abs=0.01)
    geostationary = replace(
        element_set, mean_motion_rev_day=1.0027, inclination_deg=0.1, eccentricity=0.0001, bstar=0.0
    )
    far, _ = sample_element_set(geostationary, at, rng=np.random.default_rng(1), members=3).closest(
        31.45, -100.6, at, TABLE
    )
    assert np.isnan(far).all()


def test_a_set_as_a_sample_is_spread_by_its_age():
    """Half the width of the 90 % range of times is what the age of the set says; a gap makes it one-sided."""
    (element_set,), _ = parse_tle(SET_24158)
    at = element_set.epoch + timedelta(days=5)
    expected = float(timing_error_s(element_set, at)[0])
    sample = sample_element_set(element_set, at, rng=np.random.default_rng(2), members=4000)
    shift = [(m.mean_anomaly_deg - element_set.mean_anomaly_deg + 180) % 360 - 180 for m in sample.members]
    seconds = np.array(shift) / 360 * 86_400 / element_set.mean_motion_rev_day
    low, high = np.quantile(seconds, [0.05, 0.95])
    assert (high - low) / 2 == approx(expected, rel=0.06)
    assert abs(seconds.mean()) < 0.1 * expected
    moved = sample_element_set(element_set, at, rng=np.random.default_rng(2), members=4000, gap_s=20.0 * expected)
    shift = [(m.mean_anomaly_deg - element_set.mean_anomaly_deg + 180) % 360 - 180 for m in moved.members]
    assert np.mean(shift) / 360 * 86_400 / element_set.mean_motion_rev_day == approx(10.0 * expected, rel=0.05)
    assert sample.span == (element_set.epoch, element_set.epoch)
    assert not sample.scatter_s.any()
