"""The drift of a plane from launch times that slip, and the inclination it means."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pytest import approx

from bongsu.errors import InputError, ModelError
from bongsu.orbit import ElementSet, inclination_of_drift_deg, mean_motion_rev_day, node_rate_deg_day, planar_window

NROL_71 = [
    datetime(2018, 12, 8, 4, 19, tzinfo=UTC),
    datetime(2018, 12, 9, 4, 6, tzinfo=UTC),
    datetime(2018, 12, 19, 1, 57, tzinfo=UTC),
    datetime(2018, 12, 20, 1, 44, tzinfo=UTC),
    datetime(2018, 12, 21, 1, 31, tzinfo=UTC),
    datetime(2019, 1, 19, 19, 5, tzinfo=UTC),
]


def test_nrol_71():
    """T. Molczan, SeeSat-L, 15 January 2019: 554 min over 43 days, -2.27 deg/day (from 12.9 min/day, rounded)."""
    found = planar_window(NROL_71)
    assert found.days == (0, 1, 11, 12, 13, 43)
    assert found.slip.value == approx(-554.0 / 43.0, abs=0.01)
    assert found.node_rate.value == approx(-2.27, abs=0.01)
    assert found.node_rate.low < 360.0 * (1.00273790934 - 1440.0 / (1440.0 - 554.0 / 43.0)) < found.node_rate.high
    assert found.residual_s < 30.0


@pytest.mark.parametrize(("stated", "apogee_km"), [(73.5, 564.0), (74.0, 446.0), (74.5, 325.0)])
def test_nrol_71_candidates(stated, apogee_km):
    """The same message's orbits that drift so: 73.5/259x564, 74.0/259x446, 74.5/259x325 km."""
    rate = planar_window(NROL_71).node_rate
    assert inclination_of_drift_deg(rate.value, 259e3, apogee_km * 1e3) == approx(stated, abs=0.15)


@pytest.mark.parametrize(("height_m", "inclination"), [(400e3, 51.6), (300e3, 74.0), (700e3, 98.2)])
def test_inclination_against_sgp4(height_m, inclination):
    """SGP4's own rate of a circular orbit gives its inclination back."""
    element_set = ElementSet(
        norad_id=1,
        designator="",
        name="",
        epoch=datetime(2018, 12, 8, tzinfo=UTC),
        inclination_deg=inclination,
        node_deg=0.0,
        eccentricity=1e-5,
        perigee_argument_deg=0.0,
        mean_anomaly_deg=0.0,
        mean_motion_rev_day=mean_motion_rev_day(6_378_137.0 + height_m, inclination),
    )
    assert inclination_of_drift_deg(node_rate_deg_day(element_set), height_m, height_m) == approx(inclination, abs=0.1)


def test_a_fixed_clock_time_is_sun_synchronous():
    """The same minute every day turns with the mean Sun: 360 deg in a year."""
    times = [datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(days=n) for n in range(5)]
    found = planar_window(times)
    assert found.slip.value == approx(0.0, abs=1e-6)
    assert found.node_rate.value == approx(360.0 / 365.2422, abs=1e-4)


def test_refusals():
    with pytest.raises(InputError, match="one launch time"):
        planar_window(NROL_71[:1])
    with pytest.raises(InputError, match="neighbouring days"):
        planar_window([NROL_71[0], NROL_71[5]])
    with pytest.raises(ModelError, match="steady slip"):
        planar_window([*NROL_71[:2], NROL_71[2] + timedelta(hours=3), NROL_71[3]])
    with pytest.raises(ModelError, match="no orbit of"):
        inclination_of_drift_deg(-12.0, 400e3, 400e3)
    with pytest.raises(InputError, match="500 x 300"):
        inclination_of_drift_deg(-2.0, 500e3, 300e3)
