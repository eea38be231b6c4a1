"""Swaths against the angles they are made of; areas as sites; revisit by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import (
    Region,
    Window,
    bundled_orientation,
    geodetic_to_fixed,
    region_from_circle,
    to_datetime64,
    to_fixed,
)
from bongsu.errors import InputError
from bongsu.orbit import parse_tle, propagate
from bongsu.overflight import (
    Reach,
    Site,
    area_sites,
    find_access,
    find_passes,
    find_swaths,
    horizon_off_nadir_deg,
    look_angles,
    merge_intervals,
    off_nadir_for_ground_range_deg,
    revisit_of,
    sub_satellite_point,
)

SET = parse_tle(
    """\
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
"""
)[0][0]
START = to_datetime64(datetime(2024, 6, 6, 6, tzinfo=UTC))
TABLE = bundled_orientation()


def swath(reach: Reach, minutes: float = 3.0, after_s: int = 0) -> tuple[Region, ...]:
    begin = START + np.timedelta64(after_s, "s")
    return find_swaths(SET, reach, begin, begin + np.timedelta64(round(minutes * 60), "s"), TABLE)


def corner_angles(region: Region, minutes: float) -> tuple[np.ndarray, np.ndarray]:
    """Off-nadir and incidence of every corner from the position that saw it square across the track."""
    moments = START + (np.arange(0.0, minutes * 60.0 + 0.1, 0.25) * 1e6).astype("timedelta64[us]")
    states = to_fixed(propagate(SET, moments), TABLE)
    off, incidence = [], []
    for latitude, longitude in region.corners:
        place = geodetic_to_fixed(latitude, longitude, 0.0).reshape(3)
        ahead = np.einsum("ij,ij->i", states.velocity_m_s, place - states.position_m)
        row = int(np.argmin(np.abs(ahead)))
        angles = look_angles(Site(latitude_deg=latitude, longitude_deg=longitude), states.position_m[row : row + 1])
        off.append(float(angles["off_nadir_deg"][0]))
        incidence.append(float(angles["incidence_deg"][0]))
    return np.array(off), np.array(incidence)


def test_the_edges_of_an_off_nadir_swath_lie_at_its_angle():
    (region,) = swath(Reach(max_off_nadir_deg=30.0))
    off, _ = corner_angles(region, 3.0)
    assert off == approx(30.0, abs=0.05)


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_edges_of_a_radar_s_strip_lie_at_its_incidences(side):
    (region,) = swath(Reach(incidence_deg=(25.0, 45.0), side=side))
    _, incidence = corner_angles(region, 3.0)
    half = len(incidence) // 2
    assert sorted({round(float(value)) for value in incidence}) == [25, 45]
    assert np.sort(incidence)[:half] == approx(25.0, abs=0.1) and np.sort(incidence)[half:] == approx(45.0, abs=0.1)


def test_a_radar_to_both_sides_has_two_strips_and_its_track_lies_between():
    left, right = swath(Reach(incidence_deg=(25.0, 45.0)))
    place = sub_satellite_point(SET, START + np.timedelta64(90, "s"), TABLE)
    assert place is not None and 480e3 < place[2] < 530e3
    assert not left.contains(*place[:2]) and not right.contains(*place[:2])
    assert swath(Reach(max_off_nadir_deg=30.0))[0].contains(*place[:2])


def test_a_place_in_access_lies_in_the_swath_of_its_access():
    site = Site(latitude_deg=35.1, longitude_deg=129.1)
    from_ = datetime(2024, 6, 6, tzinfo=UTC)
    passes = find_passes([SET], [site], Window(start=from_, end=from_ + timedelta(days=3)), min_elevation_deg=0.0)
    reach = Reach(incidence_deg=(20.0, 60.0), max_squint_deg=2.0)
    access = find_access(passes, [reach])
    assert len(access) >= 3
    for row in range(len(access)):
        regions = find_swaths(SET, reach, access.start[row], access.end[row], TABLE)
        assert any(region.contains(site.latitude_deg, site.longitude_deg) for region in regions)


def test_a_swath_past_the_horizon_ends_at_it():
    (region,) = swath(Reach(max_off_nadir_deg=85.0), minutes=0.5)
    off, incidence = corner_angles(region, 0.5)
    assert np.all(off < horizon_off_nadir_deg(505e3) + 0.5) and np.all(incidence < 90.0) and np.all(incidence > 80.0)


@pytest.mark.parametrize("after_s", range(0, 6000, 600))
def test_swaths_are_drawn_everywhere_or_left_out(after_s):
    """Over a whole turn, poles and date line included, nothing raises."""
    for reach in (Reach(max_off_nadir_deg=45.0), Reach(incidence_deg=(20.0, 50.0), side="right")):
        for region in swath(reach, 2.0, after_s):
            assert region.area_km2 > 1e4


def test_a_swath_of_an_hour_is_refused():
    with pytest.raises(InputError, match="3600"):
        find_swaths(SET, Reach(max_off_nadir_deg=30.0), START, START + np.timedelta64(1, "h"), TABLE)


def test_off_nadir_of_a_ground_range_on_the_sphere():
    """Law of sines: sin(off-nadir) = R/(R+h) sin(incidence), with incidence = off-nadir + arc."""
    for ground, height in ((92.5e3, 705e3), (450e3, 496e3), (1500e3, 600e3)):
        angle = off_nadir_for_ground_range_deg(ground, height)
        arc = np.degrees(ground / 6371008.8)
        assert np.sin(np.radians(angle)) == approx(6371008.8 / (6371008.8 + height) * np.sin(np.radians(angle + arc)))


def test_an_area_is_covered_by_its_sites():
    region = region_from_circle(37.0, 127.0, 60_000.0)
    sites, spacing = area_sites(region, name="around", spacing_m=20_000.0)
    assert spacing == 20_000.0 and {site.name for site in sites} == {"around"}
    rng = np.random.default_rng(7)
    for latitude, longitude in zip(36.6 + 0.8 * rng.random(40), 126.5 + rng.random(40), strict=True):
        if region.contains(latitude, longitude):
            apart = min(
                np.hypot((site.latitude_deg - latitude) * 111e3, (site.longitude_deg - longitude) * 89e3)
                for site in sites
            )
            assert apart < 20_000.0


def test_a_large_area_is_coarser_and_says_so():
    sites, spacing = area_sites(region_from_circle(0.0, 179.0, 2_000_000.0), name="ocean", spacing_m=5_000.0)
    assert spacing > 30_000.0 and len(sites) < 6000


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 60)), max_size=20))
def test_merged_intervals_hold_the_same_moments(pairs):
    start = START + np.array([one for one, _ in pairs], dtype="timedelta64[s]")
    end = start + np.array([two for _, two in pairs], dtype="timedelta64[s]")
    begin, finish = merge_intervals(start, end)
    seen = {second for one, two in pairs for second in range(one, one + two + 1)}
    merged = {
        second
        for one, two in zip(begin, finish, strict=True)
        for second in range(
            int((one - START) / np.timedelta64(1, "s")), int((two - START) / np.timedelta64(1, "s")) + 1
        )
    }
    assert merged == seen
    assert np.all(begin[1:] > finish[:-1])


def hours(*values: float) -> np.ndarray:
    return START + (np.array(values) * 3.6e9).astype("timedelta64[us]")


def test_gaps_by_hand():
    """Seen 1-2, 4-5 and 4.5-6 of ten hours: one closed gap of 2 h, open ones of 1 and 4 h."""
    found = revisit_of(hours(4.0, 1.0, 4.5), hours(5.0, 2.0, 6.0), hours(0.0, 10.0))
    assert (found.exposures, found.mean_gap_s, found.p90_gap_s) == (2, 7200.0, 7200.0)
    assert (found.max_gap_s, found.max_is_open) == (4 * 3600.0, True)
    assert found.seen_share == approx(0.3)


def test_never_seen_is_one_open_gap():
    found = revisit_of(hours(), hours(), hours(0.0, 10.0))
    assert found.exposures == 0 and found.max_gap_s == 36_000.0 and found.max_is_open and np.isnan(found.mean_gap_s)


def test_a_span_without_length_is_refused():
    with pytest.raises(InputError):
        revisit_of(hours(1.0), hours(2.0), hours(3.0, 3.0))
