"""Azimuths and inclinations against what analysts published of Sohae."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import geodesic_direct
from bongsu.errors import InputError, ModelError
from bongsu.notices import (
    ApproximateArea,
    implied_orbits,
    inclination_deg,
    launch_azimuth_deg,
    parse_notice,
)

SOHAE = (39.6596, 124.7057)  # facts.md 1
# facts.md 2a: approximate centres of 2023, +-25 km for A and B, +-150 km for C (12-13 N)
AREAS_2023 = [
    ApproximateArea(label="A", latitude_deg=36.1, longitude_deg=123.5, uncertainty_m=25_000.0),
    ApproximateArea(label="B", latitude_deg=33.4, longitude_deg=123.2, uncertainty_m=25_000.0),
    ApproximateArea(label="C", latitude_deg=12.8, longitude_deg=128.9, uncertainty_m=150_000.0),
]


def test_azimuth_from_sohae_to_97_degrees():
    """satobs.org/seesat/Apr-2012/0017.html: 97.42 deg from Sohae, 500 km, needs 192.3 deg; inertial 189.7 deg."""
    relative = launch_azimuth_deg(97.42, SOHAE[0], 500e3, southbound=True, earth_relative=True)
    inertial = launch_azimuth_deg(97.42, SOHAE[0], 500e3, southbound=True, earth_relative=False)
    assert relative == approx(192.3, abs=0.3)  # the source's orbit speed and site are not stated
    assert inertial == approx(189.7, abs=0.1)  # geocentric latitude; geodetic as is gives 189.66


def test_weedens_pair():
    """facts.md 3: 192.3 deg read without Earth's rotation gives 99.44 deg, with it 97.42 deg.

    0.05 deg is the rounding of the azimuth carried through (0.04 deg) and the geocentric latitude (0.03 deg).
    """
    assert inclination_deg(192.3, SOHAE[0], 500e3, earth_relative=False) == approx(99.44, abs=0.05)
    assert inclination_deg(192.3, SOHAE[0], 500e3, earth_relative=True) == approx(97.42, abs=0.05)


def test_due_east_reaches_the_least_inclination():
    """Eastwards the inclination is the geocentric latitude: 28.4 deg from Cape Canaveral at 28.5 deg geodetic."""
    for relative in (True, False):
        assert inclination_deg(90.0, 28.5, 300e3, earth_relative=relative) == approx(28.34, abs=0.01)
    assert inclination_deg(270.0, 28.5, 300e3, earth_relative=False) == approx(180 - 28.34, abs=0.01)


@given(
    st.floats(-80.0, 80.0), st.floats(0.0, 360.0, exclude_max=True), st.floats(150e3, 2_000e3), st.booleans()
)  # fmt: skip
def test_azimuth_and_inclination_are_inverses(latitude, azimuth, altitude, relative):
    """Away from due east and west, where the inclination hardly changes with the azimuth."""
    if abs(math.cos(math.radians(azimuth))) < 0.1:
        azimuth += 20.0
    inclination = inclination_deg(azimuth, latitude, altitude, earth_relative=relative)
    south = math.cos(math.radians(azimuth)) < 0.0
    back = launch_azimuth_deg(inclination, latitude, altitude, southbound=south, earth_relative=relative)
    assert (back - azimuth + 180.0) % 360.0 - 180.0 == approx(0.0, abs=1e-6)


def test_orbit_below_the_latitude_is_refused():
    with pytest.raises(ModelError, match="does not pass over latitude"):
        launch_azimuth_deg(30.0, SOHAE[0], 500e3, southbound=True, earth_relative=True)


@pytest.mark.parametrize(
    "call",
    [
        lambda: inclination_deg(math.nan, 39.0, 5e5, earth_relative=True),
        lambda: inclination_deg(90.0, 91.0, 5e5, earth_relative=True),
        lambda: inclination_deg(90.0, 39.0, -5e5, earth_relative=True),
        lambda: launch_azimuth_deg(190.0, 39.0, 5e5, southbound=True, earth_relative=True),
    ],
)
def test_out_of_range_is_refused(call):
    with pytest.raises(InputError):
        call()


def test_areas_of_2023_from_sohae():
    """facts.md 3 (X): A 409 km az 195, B 706 km az 191, C 3,005 km az 171, leg B to C az 165.

    Figures are rounded, and C's latitude is known to half a degree, which turns the leg by 0.3 deg.
    """
    first, second, third = implied_orbits(*SOHAE, AREAS_2023)
    assert (first.distance_m / 1e3, first.azimuth.value) == (approx(409, abs=1), approx(195.4, abs=0.5))
    assert (second.distance_m / 1e3, second.azimuth.value) == (approx(706, abs=2), approx(191.4, abs=0.5))
    assert (third.distance_m / 1e3, third.azimuth.value) == (approx(3005, abs=2), approx(171.0, abs=0.5))
    assert first.leg_azimuth is None
    assert third.leg_azimuth is not None and third.leg_azimuth.value == approx(165, abs=0.7)


def test_range_of_an_approximate_area_is_that_of_its_circle():
    """On a sphere the half width is asin(sin r / sin d): 25 km at 409 km is 3.5 deg."""
    first, _, third = implied_orbits(*SOHAE, AREAS_2023)
    assert first.azimuth.half_width == approx(
        math.degrees(math.asin(math.sin(25 / 6371) / math.sin(409 / 6371))), abs=0.02
    )
    assert first.farthest_m - first.nearest_m == approx(50_000, abs=100)
    assert third.inclination.low < third.inclination.value < third.inclination.high


def test_2023_areas_straddle_the_claimed_orbit():
    """facts.md 3 (McDowell): the stage-2 area implies a much lower inclination than the 97 deg wanted."""
    first, second, third = implied_orbits(*SOHAE, AREAS_2023)
    assert first.inclination.low < 97.42 < first.inclination.high
    assert second.inclination.low < 97.42 < second.inclination.high
    assert third.inclination.high < 90.0


def test_notified_area_that_holds_the_site_allows_any_direction():
    """NAVAREA IV 1177/22, area A, begins at Cape Canaveral; the pad stands inside a box drawn around it."""
    (notice,) = parse_notice("28-40N 080-38W, 28-40N 080-30W, 28-30N 080-30W, 28-30N 080-38W")
    (found,) = implied_orbits(28.56, -80.577, notice.areas)
    assert found.nearest_m == 0.0
    assert found.azimuth.high - found.azimuth.low == 360.0
    assert found.inclination.low == approx(28.4, abs=0.05)
    assert found.inclination.high == approx(180 - 28.4, abs=1.0)


def test_azimuth_range_stays_beside_its_value_across_north():
    area = ApproximateArea(label="N", latitude_deg=60.0, longitude_deg=10.0, uncertainty_m=100_000.0)
    (found,) = implied_orbits(50.0, 10.0, [area])
    assert found.azimuth.low <= found.azimuth.value <= found.azimuth.high
    assert found.azimuth.high - found.azimuth.low < 12.0


def test_near_the_antipode_no_direction_is_given():
    latitude, longitude = geodesic_direct(*SOHAE, 10.0, 19_800e3)
    area = ApproximateArea(label="X", latitude_deg=latitude, longitude_deg=longitude, uncertainty_m=10_000.0)
    with pytest.raises(ModelError, match="antipode"):
        implied_orbits(*SOHAE, [area])


def test_december_2012_box_points_due_south():
    """facts.md 3 (X): centre 478 km, azimuth 179.8 deg: a straight flight would give about 88 deg, not 97."""
    text = "35-44-06N 124-30-30E; 35-44-07N 124-54-23E; 34-58-36N 124-32-32E; 34-58-43N 124-56-11E"
    (found,) = implied_orbits(*SOHAE, parse_notice(text)[0].areas)
    assert found.distance_m / 1e3 == approx(478, abs=0.5)
    assert found.azimuth.value == approx(179.8, abs=0.05)
    assert np.isclose(found.inclination.value, 88.0, atol=1.0)
    assert found.inclination.high < 97.0
