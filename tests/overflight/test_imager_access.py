"""Access against every second of two days by another route: the SGP4 library, Skyfield's sidereal time, angles written here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sgp4.api import Satrec
from skyfield.sgp4lib import theta_GMST1982

from bongsu.earth import Window, bundled_orientation, sun_azimuth_elevation_deg, to_datetime64
from bongsu.errors import InputError
from bongsu.orbit import ElementSet, format_tle, mean_motion_rev_day, parse_tle
from bongsu.overflight import Reach, Site, find_access, find_passes

START = datetime(2024, 6, 6, tzinfo=UTC)
START_JD = 2460467.5
SECONDS = np.arange(0.0, 2 * 86_400.0 + 1.0)
WINDOW = Window(start=START, end=START + timedelta(days=2))
MALLIGYONG_1 = """\
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
"""
SITES = (
    Site(latitude_deg=35.10, longitude_deg=129.10, name="Busan"),
    Site(latitude_deg=-52.0, longitude_deg=179.99, name="date line"),
    Site(latitude_deg=89.0, longitude_deg=0.0, name="near the pole"),
    Site(latitude_deg=0.0, longitude_deg=-78.5, height_m=2850.0, name="equator"),
)


def printed(element_set: ElementSet) -> ElementSet:
    return parse_tle(format_tle(element_set, name=False), strict=False)[0][0]


def circular(number: int, height_km: float, inclination: float) -> ElementSet:
    return printed(
        ElementSet(
            norad_id=number, designator="", name=f"test {number}", epoch=datetime(2024, 6, 5, 12, tzinfo=UTC),
            inclination_deg=inclination, node_deg=40.0, eccentricity=0.0008, perigee_argument_deg=270.0,
            mean_anomaly_deg=10.0, bstar=1e-5,
            mean_motion_rev_day=mean_motion_rev_day((6378.137 + height_km) * 1000.0, inclination),
        )
    )  # fmt: skip


SATELLITES = (
    parse_tle(MALLIGYONG_1)[0][0],
    circular(90001, 220.0, 89.0),
    circular(90002, 780.0, 98.5),
    circular(90003, 550.0, 45.0),
)
REACHES = {
    "agile camera, any light": Reach(max_off_nadir_deg=45.0),
    "narrow, in daylight": Reach(max_off_nadir_deg=8.0, min_sun_deg=10.0),
    "past the horizon": Reach(max_off_nadir_deg=89.0),
    "scanner that does not turn": Reach(max_off_nadir_deg=10.0, max_squint_deg=1.0),
    "radar to the right": Reach(incidence_deg=(20.0, 45.0), side="right", max_squint_deg=2.0),
    "radar to the left, wide": Reach(incidence_deg=(15.0, 60.0), side="left"),
    "radar to both sides": Reach(incidence_deg=(29.0, 46.0), max_squint_deg=0.5),
}


def no_orientation():
    table = bundled_orientation()
    zeros = np.zeros_like(table.mjd)
    return replace(table, x_arcsec=zeros, y_arcsec=zeros, ut1_minus_tai_s=np.full(zeros.size, -37.0))


def fixed(element_set: ElementSet, seconds: np.ndarray) -> np.ndarray:
    """Earth-fixed positions in km by the library and Skyfield's sidereal time."""
    satrec = Satrec.twoline2rv(*format_tle(element_set, name=False).splitlines())
    error, position, _ = satrec.sgp4_array(np.full(seconds.size, START_JD), seconds / 86_400.0)
    assert not error.any()
    theta, _ = theta_GMST1982(START_JD, seconds / 86_400.0)
    x, y, z = position.T
    return np.stack([np.cos(theta) * x + np.sin(theta) * y, np.cos(theta) * y - np.sin(theta) * x, z], axis=1)


def geodetic_normal(position: np.ndarray) -> np.ndarray:
    """The ellipsoid's normal under points, by iterating the latitude (Hofmann-Wellenhof, GPS, 10.2)."""
    e2 = 0.0066943799901413165
    p = np.hypot(position[:, 0], position[:, 1])
    phi = np.arctan2(position[:, 2], p * (1 - e2))
    for _ in range(8):
        n = 6378.137 / np.sqrt(1 - e2 * np.sin(phi) ** 2)
        phi = np.arctan2(position[:, 2] + e2 * n * np.sin(phi), p)
    lam = np.arctan2(position[:, 1], position[:, 0])
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=1)


def inside(satellite: ElementSet, site: Site, reach: Reach) -> np.ndarray:
    """Whether the limits hold at every second."""
    position = fixed(satellite, SECONDS)
    velocity = (fixed(satellite, SECONDS + 0.5) - fixed(satellite, SECONDS - 0.5)) / 1.0
    e2, phi, lam = 0.0066943799901413165, np.radians(site.latitude_deg), np.radians(site.longitude_deg)
    n = 6378.137 / np.sqrt(1 - e2 * np.sin(phi) ** 2)
    up = np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
    place = (n + site.height_m / 1000.0) * up - np.array([0.0, 0.0, e2 * n * np.sin(phi)])
    view = place - position
    view /= np.linalg.norm(view, axis=1)[:, None]
    elevation = np.degrees(np.arcsin(-view @ up))
    normal = geodetic_normal(position)
    ok = elevation > 0.0
    if reach.max_off_nadir_deg is not None:
        ok &= np.degrees(np.arccos(np.einsum("ij,ij->i", -normal, view))) < reach.max_off_nadir_deg
    if reach.incidence_deg is not None:
        ok &= (90.0 - elevation > reach.incidence_deg[0]) & (90.0 - elevation < reach.incidence_deg[1])
    if reach.max_squint_deg is not None:
        ahead = np.einsum("ij,ij->i", velocity, view) / np.linalg.norm(velocity, axis=1)
        ok &= np.abs(np.degrees(np.arcsin(ahead))) < reach.max_squint_deg
    if reach.side != "both":
        right = np.einsum("ij,ij->i", np.cross(velocity, normal), view) > 0.0  # forwards x up is right
        ok &= right == (reach.side == "right")
    if reach.min_sun_deg is not None:
        moments = to_datetime64(START) + (SECONDS * 1e6).astype("timedelta64[us]")
        sun = sun_azimuth_elevation_deg(site.latitude_deg, site.longitude_deg, moments, no_orientation())[1]
        ok &= sun > reach.min_sun_deg
    return ok


def stretches(ok: np.ndarray) -> list[tuple[int, int]]:
    edge = np.flatnonzero(np.diff(np.concatenate([[0], ok.astype(int), [0]])))
    return list(zip(edge[::2].tolist(), (edge[1::2] - 1).tolist(), strict=True))


@pytest.fixture(scope="module")
def passes():
    return find_passes(SATELLITES, SITES, WINDOW, min_elevation_deg=0.0, orientation=no_orientation())


@pytest.mark.parametrize("name", REACHES)
def test_every_access_is_found_within_a_second(passes, name):
    reach = REACHES[name]
    access = find_access(passes, [reach] * len(SATELLITES), orientation=no_orientation())
    start = (access.start - to_datetime64(START)) / np.timedelta64(1, "s")
    end = (access.end - to_datetime64(START)) / np.timedelta64(1, "s")
    matched = 0
    for satellite, item in enumerate(SATELLITES):
        for place, site in enumerate(SITES):
            expected = stretches(inside(item, site, reach))
            mine = np.flatnonzero((access.satellite == satellite) & (access.site == place))
            for first, last in expected:
                near = [row for row in mine if abs(start[row] - first) <= 1.05 and abs(end[row] - last) <= 1.05]
                assert len(near) == 1, f"{name}: {item.name} over {site.name}, {first} to {last} s was missed"
                matched += 1
            for row in mine:  # nothing besides, but what is shorter than the scan's second
                seen = any(first <= end[row] + 1.0 and last >= start[row] - 1.0 for first, last in expected)
                assert seen or end[row] - start[row] < 1.0
    assert matched >= (3 if "narrow" in name else 6)


def test_the_far_side_of_the_earth_is_not_seen(passes):
    """A cone of 89 deg about nadir holds the whole globe, its far side too: only what rises above the horizon counts."""
    access = find_access(passes, [Reach(max_off_nadir_deg=89.0)] * len(SATELLITES))
    assert len(access) == len(passes)
    assert np.all(access.incidence_deg < 90.0)
    assert np.array_equal(np.sort(access.start), np.sort(passes.rise))


def test_sides_divide_the_accesses_of_a_radar(passes):
    both, left, right = (
        find_access(passes, [Reach(incidence_deg=(20.0, 50.0), side=side, max_squint_deg=1.0)] * 4)
        for side in ("both", "left", "right")
    )
    assert len(both) == len(left) + len(right) > 20
    assert np.all(right.right) and not np.any(left.right)


def test_an_access_cut_by_the_span_is_open():
    everything = find_passes(SATELLITES[:1], SITES[:1], WINDOW, min_elevation_deg=0.0)
    whole = find_access(everything, [Reach(max_off_nadir_deg=60.0)])
    middle = whole.start[0] + (whole.end[0] - whole.start[0]) / 2
    cut = Window(start=middle.item().replace(tzinfo=UTC), end=WINDOW.end)
    rest = find_access(
        find_passes(SATELLITES[:1], SITES[:1], cut, min_elevation_deg=0.0), [Reach(max_off_nadir_deg=60.0)]
    )
    assert rest.open_start[0] and not rest.open_end[0]
    assert abs(rest.end[0] - whole.end[0]) < np.timedelta64(5, "ms")


@settings(max_examples=15)
@given(limit=st.floats(5.0, 60.0), wider=st.floats(0.5, 20.0))
def test_a_wider_reach_holds_the_narrower(limit, wider):
    table = find_passes(
        SATELLITES[:1], SITES[:1], Window(start=START, end=START + timedelta(days=1)), min_elevation_deg=0.0
    )
    narrow, wide = (find_access(table, [Reach(max_off_nadir_deg=angle)]) for angle in (limit, limit + wider))
    for row in range(len(narrow)):
        assert np.any((wide.start <= narrow.start[row]) & (wide.end >= narrow.end[row]))


def test_a_reach_of_none_leaves_the_satellite_out(passes):
    access = find_access(passes, [None, None, Reach(max_off_nadir_deg=30.0), None])
    assert set(access.satellite.tolist()) == {2}
    assert len(find_access(passes, [None] * 4)) == 0


def test_the_number_of_reaches_is_that_of_the_satellites(passes):
    with pytest.raises(InputError, match="1 reaches for 4 satellites"):
        find_access(passes, [None])


@pytest.mark.parametrize(
    "wrong",
    [
        {"max_off_nadir_deg": float("nan")}, {"max_off_nadir_deg": 91.0}, {"incidence_deg": (50.0, 20.0)},
        {"incidence_deg": (float("nan"), 20.0)}, {"side": "up"}, {"max_squint_deg": -1.0}, {"min_sun_deg": float("inf")},
    ],
)  # fmt: skip
def test_limits_that_are_none_are_refused(wrong):
    with pytest.raises(InputError):
        Reach(**wrong)
