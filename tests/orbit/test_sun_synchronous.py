"""Sun-synchronous orbits."""

import math

import pytest
from pytest import approx

from bongsu.errors import InputError, ModelError
from bongsu.orbit import sun_synchronous_inclination_deg


def test_sun_synchronous_at_500_km():
    """facts.md 3: 500 km needs 97.42 deg (J2 alone 97.40); Vallado 2013, example 11-2: 800 km, 98.6 deg."""
    assert 97.40 <= sun_synchronous_inclination_deg(500e3) <= 97.42
    assert sun_synchronous_inclination_deg(800e3) == approx(98.6, abs=0.05)


def test_no_sun_synchronous_orbit_above_6000_km():
    """Vallado 2013, section 11.4.1: the limit is about 5,974 km, at 180 deg."""
    assert sun_synchronous_inclination_deg(5_970e3) > 175.0
    with pytest.raises(ModelError, match="no sun-synchronous"):
        sun_synchronous_inclination_deg(5_990e3)


@pytest.mark.parametrize("altitude_m", [math.nan, 0.0, -5e5])
def test_altitudes_that_are_none(altitude_m):
    with pytest.raises(InputError, match="altitude"):
        sun_synchronous_inclination_deg(altitude_m)
