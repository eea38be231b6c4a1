"""Geodetic coordinates and geodesics against published values and their own inverses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import (
    fixed_to_geodetic,
    geodesic_direct,
    geodesic_inverse,
    geodesic_points,
    geodetic_to_fixed,
    wrap_longitude_deg,
)
from bongsu.errors import InputError

latitudes = st.floats(-90.0, 90.0)
longitudes = st.floats(-180.0, 180.0, exclude_max=True)


def test_ends_of_the_axes_are_the_radii_of_wgs_84():
    """NGA.STND.0036, table 3.1: a = 6378137.0 m; table 3.5: b = 6356752.3142 m."""
    positions = geodetic_to_fixed([0.0, 0.0, 90.0, -90.0], [0.0, 90.0, 0.0, 0.0], 0.0)
    assert positions == approx(
        np.array([[6378137.0, 0, 0], [0, 6378137.0, 0], [0, 0, 6356752.3142], [0, 0, -6356752.3142]]), abs=1e-4
    )


def test_position_of_epsg_example():
    """EPSG Guidance Note 7-2, geographic to geocentric, WGS 84: 53d48'33.820"N 2d07'46.380"E, 73.0 m."""
    latitude, longitude = 53 + 48 / 60 + 33.820 / 3600, 2 + 7 / 60 + 46.380 / 3600
    assert geodetic_to_fixed(latitude, longitude, 73.0) == approx([3771793.968, 140253.342, 5124304.349], abs=2e-3)
    back = fixed_to_geodetic([3771793.968, 140253.342, 5124304.349])
    assert back == approx((latitude, longitude, 73.0), abs=2e-3)


@given(latitudes, longitudes, st.floats(-10_000.0, 50_000_000.0))
def test_geodetic_round_trip(latitude, longitude, height):
    """To 1e-9 deg and 1e-4 m, poles included; longitude counts as far as it moves the place."""
    back_latitude, back_longitude, back_height = fixed_to_geodetic(geodetic_to_fixed(latitude, longitude, height))
    turn = (back_longitude - longitude + 180.0) % 360.0 - 180.0
    assert back_latitude == approx(latitude, abs=1e-9)
    assert turn * np.cos(np.radians(latitude)) == approx(0.0, abs=1e-9)
    assert back_height == approx(height, abs=1e-4)


@pytest.mark.parametrize("sign", [1.0, -1.0])
@pytest.mark.parametrize("height", [-6_000_000.0, -10_000.0, 0.0, 50_000_000.0])
def test_the_axis_has_a_latitude_and_a_height(sign, height):
    """On the axis the latitude is that of the pole and the height is over the polar radius, 6356752.3142 m."""
    latitude, longitude, found = fixed_to_geodetic([0.0, 0.0, sign * (6356752.314245 + height)])
    assert (latitude, longitude) == (sign * 90.0, 0.0)
    assert found == approx(height, abs=1e-4)


def test_no_latitude_at_the_centre_and_none_from_nan():
    latitude, _, height = fixed_to_geodetic([[0.0, 0.0, 0.0], [np.nan, 0.0, 7e6], [7e6, 0.0, 0.0]])
    assert np.isnan(latitude).tolist() == [True, True, False]
    assert np.isnan(height).tolist() == [True, True, False]


def test_wrong_shape_is_refused():
    with pytest.raises(InputError, match="shape"):
        fixed_to_geodetic([1.0, 2.0])


def test_jfk_to_singapore():
    """GeodSolve(1), examples: JFK 40:38:23N 73:46:44W to SIN 1:21:33N 103:59:22E is 15,347,628 m at 3:18:29.9.

    The far azimuth is printed as 177:29:09.2, onwards; ours looks back.
    """
    distance, azimuth, back = geodesic_inverse(
        40 + 38 / 60 + 23 / 3600, -(73 + 46 / 60 + 44 / 3600), 1 + 21 / 60 + 33 / 3600, 103 + 59 / 60 + 22 / 3600
    )
    assert distance == approx(15_347_628, abs=0.5)
    assert azimuth == approx(3 + 18 / 60 + 29.9 / 3600, abs=0.05 / 3600)
    assert back == approx(177 + 29 / 60 + 9.2 / 3600 + 180.0, abs=0.05 / 3600)


def test_quarter_meridian():
    """The meridian quadrant of WGS 84 is 10,001,965.729 m (Karney 2013; Rapp 1991)."""
    distance, azimuth, back = geodesic_inverse(0.0, 10.0, 90.0, 10.0)
    assert distance == approx(10_001_965.729, abs=1e-3)
    assert azimuth == approx(0.0, abs=1e-12)
    assert back == approx(180.0, abs=180.0)  # at the pole every direction is south


def test_vincenty_anti_meridian_line():
    """Karney (2013), table 4, the direct problem: lat 40, azimuth 30, 10,000 km ends at 41.79331020506 N 137.84490004377."""
    latitude, longitude = geodesic_direct(40.0, 0.0, 30.0, 10_000_000.0)
    assert latitude == approx(41.79331020506, abs=1e-10)
    assert longitude == approx(137.84490004377, abs=1e-10)


@given(st.floats(-89.0, 89.0), longitudes, st.floats(0.0, 360.0, exclude_max=True), st.floats(1.0, 15_000_000.0))
def test_inverse_undoes_direct(latitude, longitude, azimuth, distance):
    """The line found back has the same length and direction, as far as the direction moves its end."""
    end_latitude, end_longitude = geodesic_direct(latitude, longitude, azimuth, distance)
    found, direction, back = geodesic_inverse(latitude, longitude, end_latitude, end_longitude)
    assert found == approx(distance, abs=1e-6)
    assert np.radians((direction - azimuth + 180.0) % 360.0 - 180.0) * min(distance, 6e6) == approx(0.0, abs=1e-4)
    start = geodesic_direct(end_latitude, end_longitude, back, distance)
    assert geodesic_inverse(latitude, longitude, *start)[0] == approx(0.0, abs=1e-6)


@given(longitudes, st.floats(1.0, 15_000_000.0))
def test_longitudes_stay_in_range(longitude, distance):
    assert -180.0 <= geodesic_direct(10.0, longitude, 90.0, distance)[1] < 180.0


def test_arrays_broadcast_and_carry_nan():
    distance, azimuth, _ = geodesic_inverse(39.66, 124.7, [36.1, np.nan], [[123.5], [124.0]])
    assert distance.shape == azimuth.shape == (2, 2)
    assert np.isnan(distance[:, 1]).all()
    assert distance[0, 0] == geodesic_inverse(39.66, 124.7, 36.1, 123.5)[0]


def test_points_lie_on_the_line_at_even_steps():
    latitude, longitude = geodesic_points(39.66, 124.7, 171.0, 3_000_000.0, 7)
    distance, azimuth, _ = geodesic_inverse(39.66, 124.7, latitude[1:], longitude[1:])
    assert distance == approx(np.arange(1, 7) * 500_000.0, abs=1e-6)
    assert azimuth == approx(171.0, abs=1e-9)


@pytest.mark.parametrize(
    "call", [lambda: geodesic_inverse(91.0, 0.0, 0.0, 0.0), lambda: geodesic_direct(-90.5, 0, 0, 1)]
)
def test_latitude_beyond_the_pole_is_refused(call):
    with pytest.raises(InputError, match="beyond 90 deg"):
        call()


def test_a_line_needs_two_points():
    with pytest.raises(InputError, match="at least 2"):
        geodesic_points(0.0, 0.0, 0.0, 1000.0, 1)


def test_longitude_wrap_is_half_open():
    assert wrap_longitude_deg([180.0, -180.0, 540.0, -180.5, 179.5, 360.0]).tolist() == [
        -180,
        -180,
        -180,
        179.5,
        179.5,
        0,
    ]
