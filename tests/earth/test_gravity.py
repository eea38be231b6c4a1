"""Gravity: the gradient of its own potential, and the ellipsoid's published gravity."""

from __future__ import annotations

import numpy as np
import pytest

from bongsu.earth import POINT_MASS, constants, geodetic_to_fixed, gravity_m_s2, gravity_potential_m2_s2


def test_acceleration_is_the_gradient_of_the_potential():
    rng = np.random.default_rng(3)
    direction = rng.normal(size=(3, 50))
    position = direction / np.linalg.norm(direction, axis=0) * rng.uniform(6.4e6, 9e6, 50)
    step = 10.0
    gradient = np.empty_like(position)
    for axis in range(3):
        away = np.zeros((3, 1))
        away[axis] = step
        gradient[axis] = (gravity_potential_m2_s2(position + away) - gravity_potential_m2_s2(position - away)) / (
            2 * step
        )
    assert np.max(np.abs(gradient - gravity_m_s2(position))) < 1e-7


@pytest.mark.parametrize(("latitude", "normal_gravity"), [(0.0, 9.7803253359), (90.0, 9.8321849378)])
def test_normal_gravity_of_wgs84(latitude, normal_gravity):
    """NGA.STND.0036, table 3.4: normal gravity at the equator and the pole, rotation taken off."""
    place = geodetic_to_fixed(latitude, 20.0, 0.0)
    turning = constants.EARTH_ROTATION_RAD_S**2 * np.array([place[0], place[1], 0.0])
    pull = gravity_m_s2(place[:, None])[:, 0] + turning
    assert np.linalg.norm(pull) == pytest.approx(normal_gravity, abs=1e-4)  # J3, odd, is not in normal gravity


def test_point_mass():
    pull = gravity_m_s2(np.array([[7e6], [0.0], [0.0]]), POINT_MASS)
    assert pull[0, 0] == pytest.approx(-constants.EARTH_GM_M3_S2 / 49e12, rel=1e-15)
