"""Land or sea, by the coasts that are shipped."""

from __future__ import annotations

import pytest

from bongsu.notices import off_shore_m

# Places of an atlas.
LAND = [
    (55.75, 37.62),
    (39.74, -104.98),
    (41.1, 100.3),
    (-15.79, -47.88),
    (-23.7, 133.88),
    (72.0, -40.0),
    (-75.0, 10.0),
]
SEA = [(30.0, -40.0), (35.5, 123.0), (40.0, -160.0), (-20.0, 80.0), (35.0, 18.0), (0.0, -154.0), (0.0, 179.99)]


@pytest.mark.parametrize("place", LAND)
def test_inland_is_no_sea(place):
    assert off_shore_m(*place) == 0.0


@pytest.mark.parametrize("place", SEA)
def test_open_sea(place):
    assert off_shore_m(*place) > 50_000.0


@pytest.mark.parametrize("turn", [-360.0, 360.0])
def test_longitudes_may_turn(turn):
    assert off_shore_m(35.5, 123.0 + turn) == pytest.approx(off_shore_m(35.5, 123.0))


def test_distance_is_that_of_the_coast():
    """Yellow Sea at 35.5 N 123 E: 155 to 175 km from the coasts of Shandong and Jeolla's isles, by chart."""
    assert 120_000.0 < off_shore_m(35.5, 123.0) < 200_000.0


@pytest.mark.parametrize("place", [(28.46, -80.54), (39.6596, 124.7057), (-39.2609, 177.8655), (13.621, 80.303)])
def test_launch_sites_on_coasts_lie_near_them(place):
    """Canaveral, Sohae, Mahia, Sriharikota: within the coasts' error."""
    assert off_shore_m(*place) < 20_000.0
