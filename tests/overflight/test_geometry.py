"""Angles and distances between satellite and site against Skyfield, spheres and closed forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx
from skyfield.api import EarthSatellite, load, wgs84

from bongsu.earth import bundled_orientation, geodetic_to_fixed, to_fixed
from bongsu.orbit import parse_tle, propagate
from bongsu.overflight import Site, gsd_m, look_angles, site_axes

LINE_1 = "1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999"
LINE_2 = "2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052"
MEAN_RADIUS_M = 6_371_008.8


@pytest.mark.parametrize(
    ("latitude", "longitude", "height"),
    [(37.567, 126.978, 40.0), (0.0, 180.0, 0.0), (-33.9, 18.4, 0.0), (90.0, 0.0, 0.0), (-89.99, 0.0, 2800.0)],
)
def test_skyfield_sees_the_satellite_where_we_do(latitude, longitude, height):
    """Skyfield's altaz of the same set over a day at ten-second steps: its own time, frames and site.

    Polar motion is left out by Skyfield and by the table used here; 0.2 ms of UT1 are 0.1 m, 0.00001 deg.
    """
    table = bundled_orientation()
    table = replace(table, x_arcsec=np.zeros_like(table.mjd), y_arcsec=np.zeros_like(table.mjd))
    times = np.datetime64("2024-06-06T00:00:00", "us") + np.arange(0, 86_400, 61) * np.timedelta64(1, "s")
    when = load.timescale(builtin=True).from_datetimes([time.item().replace(tzinfo=UTC) for time in times])
    place = wgs84.latlon(latitude, longitude, elevation_m=height)
    altitude, azimuth, distance = (EarthSatellite(LINE_1, LINE_2, None, when.ts) - place).at(when).altaz()
    (element_set,), _ = parse_tle(f"{LINE_1}\n{LINE_2}\n")
    position = to_fixed(propagate(element_set, times), table).position_m
    angles = look_angles(Site(latitude_deg=latitude, longitude_deg=longitude, height_m=height), position)
    assert np.abs(angles["elevation_deg"] - altitude.degrees).max() < 1e-4
    assert np.abs(angles["range_m"] - distance.m).max() < 0.5
    sideways = (angles["azimuth_deg"] - azimuth.degrees + 180) % 360 - 180
    assert np.abs(sideways * np.cos(np.radians(angles["elevation_deg"]))).max() < 1e-4


def test_off_nadir_on_a_sphere():
    """sin(eta) = R / (R + h) cos(elevation), law of sines (methods.md g): on WGS 84 within 0.05 deg at 300 to 800 km
    and elevations of 20 deg and more; the satellite's nadir is taken along the ellipsoid's normal.
    """
    rng = np.random.default_rng(11)
    worst = 0.0
    for _ in range(60):
        site = Site(latitude_deg=float(rng.uniform(-89, 89)), longitude_deg=float(rng.uniform(-180, 180)))
        origin, (east, north, up) = site_axes(site)
        count = 200
        azimuth, elevation = rng.uniform(0, 2 * np.pi, count), np.radians(rng.uniform(20, 90, count))
        distance = rng.uniform(3e5, 1.6e6, count)
        direction = np.outer(np.sin(elevation), up) + np.cos(elevation)[:, None] * (
            np.outer(np.sin(azimuth), east) + np.outer(np.cos(azimuth), north)
        )
        angles = look_angles(site, origin + distance[:, None] * direction)
        fitting = (angles["altitude_m"] >= 3e5) & (angles["altitude_m"] <= 8e5)
        ratio = MEAN_RADIUS_M / (MEAN_RADIUS_M + angles["altitude_m"])
        sphere = np.degrees(np.arcsin(ratio * np.cos(np.radians(angles["elevation_deg"]))))
        worst = max(worst, float(np.abs(angles["off_nadir_deg"] - sphere)[fitting].max(initial=0.0)))
        assert angles["elevation_deg"] == approx(np.degrees(elevation), abs=1e-9)
        assert angles["range_m"] == approx(distance)
        assert (angles["azimuth_deg"] - np.degrees(azimuth) + 180) % 360 - 180 == approx(np.zeros(count), abs=1e-6)
    assert 0.0 < worst < 0.05


def test_straight_overhead():
    site = Site(latitude_deg=-33.9, longitude_deg=151.2, height_m=25.0)
    above = np.atleast_2d(geodetic_to_fixed(-33.9, 151.2, 500_025.0))
    angles = look_angles(site, above)
    assert float(angles["elevation_deg"][0]) == approx(90.0, abs=1e-5)
    assert float(angles["off_nadir_deg"][0]) == approx(0.0, abs=1e-5)
    assert float(angles["incidence_deg"][0]) == approx(0.0, abs=1e-5)
    assert float(angles["range_m"][0]) == approx(500_000.0, abs=1e-3)
    assert float(angles["altitude_m"][0]) == approx(500_025.0, abs=1e-3)


@pytest.mark.parametrize(
    ("latitude", "longitude", "azimuth"), [(1.0, 0.0, 0.0), (0.0, 1.0, 90.0), (-1.0, 0.0, 180.0), (0.0, -1.0, 270.0)]
)
def test_azimuth_goes_from_north_through_east(latitude, longitude, azimuth):
    angles = look_angles(
        Site(latitude_deg=0.0, longitude_deg=0.0), np.atleast_2d(geodetic_to_fixed(latitude, longitude, 5e5))
    )
    assert float(angles["azimuth_deg"][0]) % 360 == approx(azimuth, abs=1e-9)


def test_below_the_horizon_nothing_is_seen():
    """The horizon of a satellite at 500 km is 22 deg of arc away (R/(R+h) = cos 22.0 deg); the antipode is far below."""
    site = Site(latitude_deg=0.0, longitude_deg=0.0)
    longitudes = np.array([0.0, 21.9, 22.2, 90.0, 180.0])
    angles = look_angles(site, geodetic_to_fixed(np.zeros(5), longitudes, np.full(5, 5e5)))
    assert (angles["elevation_deg"] >= 0).tolist() == [True, True, False, False, False]
    assert np.isnan(angles["off_nadir_deg"]).tolist() == [False, False, True, True, True]
    assert np.isnan(angles["incidence_deg"]).tolist() == [False, False, True, True, True]
    assert np.isfinite(angles["azimuth_deg"]).all()
    assert float(angles["elevation_deg"][4]) == approx(-90.0, abs=1e-6)


def test_the_three_angles_close_the_triangle():
    """Off-nadir, elevation and the arc at the Earth's centre add to 90 deg on a sphere; incidence is 90 - elevation."""
    site = Site(latitude_deg=0.0, longitude_deg=0.0)
    arcs = np.array([1.0, 5.0, 10.0, 15.0])
    angles = look_angles(site, geodetic_to_fixed(np.zeros(4), arcs, np.full(4, 5e5)))
    assert angles["off_nadir_deg"] + angles["elevation_deg"] + arcs == approx(np.full(4, 90.0), abs=1e-6)
    assert angles["incidence_deg"] == approx(90.0 - angles["elevation_deg"])


def test_axes_are_a_right_handed_triad():
    for latitude in (-90.0, -40.0, 0.0, 67.0, 90.0):
        position, axes = site_axes(Site(latitude_deg=latitude, longitude_deg=33.0, height_m=100.0))
        assert axes @ axes.T == approx(np.eye(3), abs=1e-12)
        assert np.linalg.det(axes) == approx(1.0)
        higher = site_axes(Site(latitude_deg=latitude, longitude_deg=33.0, height_m=1100.0))[0]
        assert higher - position == approx(1000.0 * axes[2], abs=1e-6)


def test_ground_sample_distance_straight_down_is_the_camera_s():
    across, along = gsd_m(0.5, 500_000.0, 500_000.0, 90.0)
    assert (float(across), float(along)) == (approx(0.5), approx(0.5))


def test_ground_sample_distance_of_a_known_triangle():
    """Flat ground, 45 deg: the range is sqrt(2) h, so 1 m becomes 1.414 m along and 2 m across (methods.md g)."""
    across, along = gsd_m(1.0, 500_000.0 * np.sqrt(2.0), 500_000.0, 45.0)
    assert float(along) == approx(np.sqrt(2.0))
    assert float(across) == approx(2.0)


@given(st.floats(0.1, 20), st.floats(2, 89), st.floats(3e5, 8e5))
def test_ground_sample_distance_by_the_footprint_of_a_pixel(nadir_gsd, elevation, altitude):
    """Closed form on flat ground: a beam of angle g / h at depression e covers g r/h sideways and g r/(h sin e) away."""
    distance = altitude / np.sin(np.radians(elevation))
    across, along = gsd_m(nadir_gsd, distance, altitude, elevation)
    angle = nadir_gsd / altitude
    near = altitude / np.tan(np.radians(elevation) + angle / 2)
    far = altitude / np.tan(np.radians(elevation) - angle / 2)
    assert float(across) == approx(far - near, rel=1e-3)
    assert float(along) == approx(angle * distance, rel=1e-9)
    assert float(across) >= float(along) >= nadir_gsd * 0.999999


def test_no_ground_sample_distance_at_or_below_the_horizon():
    across, along = gsd_m(1.0, np.array([2e6, 2.5e6, 3e6]), 5e5, np.array([5.0, 0.0, -3.0]))
    assert np.isnan(across).tolist() == [False, True, True]
    assert np.isnan(along).tolist() == [False, True, True]
