"""Flight without thrust: closed forms, constants of the motion, and the order of the integrator."""

from __future__ import annotations

import numpy as np
import pytest
from ascent_samples import thrown

from bongsu.ascent import State, coast, fall, vacuum_impact
from bongsu.ascent.forces import Burn, Forces, height_m, local_axes
from bongsu.ascent.runge_kutta import integrate
from bongsu.earth import (
    POINT_MASS,
    constants,
    fixed_to_geodetic,
    geodesic_inverse,
    geodetic_to_fixed,
    gravity_potential_m2_s2,
)


def energy(state: State) -> np.ndarray:
    return 0.5 * np.sum(state.state[3:] ** 2, axis=0) - gravity_potential_m2_s2(state.state[:3])


def axial_momentum(state: State) -> np.ndarray:
    return state.state[0] * state.state[4] - state.state[1] * state.state[3]


def low_orbit() -> State:
    state = np.array([[7.0e6, 0.0, 0.0, 0.0, 1000.0, 7500.0]]).T
    return State(label="orbit", time=np.zeros(1), state=state, mass_kg=np.ones(1))


def test_flown_impact_is_keplers():
    """The figure: within 10 m of the closed form. Two bodies only, as the closed form is."""
    start = thrown(200, seed=1)
    latitude, longitude, time = vacuum_impact(start)
    flown = fall(start, np.inf, zonal=POINT_MASS, tolerance_m=1e-3, levels_m=())
    assert np.isfinite(latitude).all()
    away = geodesic_inverse(latitude, longitude, flown.latitude_deg, flown.longitude_deg)[0]
    assert np.max(away) < 0.1
    assert np.max(np.abs(time - flown.time_s)) < 1e-4


def test_impact_lies_on_the_ellipsoid():
    start = thrown(50, seed=2)
    flown = fall(start, 300.0, levels_m=(6_096.0,))
    assert np.all(flown.level_time_s[0] < flown.time_s)
    assert np.all(flown.speed_m_s < 1000.0)
    place = geodetic_to_fixed(flown.latitude_deg, flown.longitude_deg, 0.0).T
    assert np.max(np.abs(height_m(place))) < 1e-6


def test_vacuum_impact_of_an_orbit_is_none():
    latitude, longitude, time = vacuum_impact(low_orbit())
    assert np.isnan(latitude).all() and np.isnan(longitude).all() and np.isnan(time).all()


def test_energy_and_axial_momentum_in_coast():
    start = low_orbit()
    later = coast(start, 6_000.0)
    assert energy(later) == pytest.approx(energy(start), rel=1e-9)
    assert axial_momentum(later) == pytest.approx(axial_momentum(start), rel=1e-9)


def test_j2_turns_the_plane_as_the_secular_formula_says():
    """Vallado 2013, eq. 9-37: node rate -1.5 n J2 (R/p)^2 cos i; over ten orbits within 1 % (J2 squared, J4)."""
    radius, inclination = 7.0e6, np.radians(60.0)
    speed = np.sqrt(constants.EARTH_GM_M3_S2 / radius)
    state = np.array([[radius, 0.0, 0.0, 0.0, speed * np.cos(inclination), speed * np.sin(inclination)]]).T
    start = State(label="", time=np.zeros(1), state=state, mass_kg=np.ones(1))
    motion = np.sqrt(constants.EARTH_GM_M3_S2 / radius**3)
    seconds = 10 * 2 * np.pi / motion
    end = coast(start, seconds)
    spin = np.cross(end.state[:3].T, end.state[3:].T)[0]
    turned = np.arctan2(spin[0], -spin[1])
    rate = (
        -1.5 * motion * constants.EARTH_J2 * (constants.WGS84_EQUATORIAL_RADIUS_M / radius) ** 2 * np.cos(inclination)
    )
    assert turned == pytest.approx(rate * seconds, rel=0.01)


def test_order_of_convergence_is_five():
    zero = np.zeros(1)
    burn = Burn(start=zero, mass_kg=np.ones(1), thrust_n=zero, flow_kg_s=zero, pressure_area_m2=zero)
    forces = Forces(burn=burn, drag_area_m2=zero)
    start, end = low_orbit().state, np.array([2000.0])
    exact = integrate(forces, zero, start, end, tolerance_m=1e-8, largest_step_s=10.0).state
    off = [
        float(np.linalg.norm(integrate(forces, zero, start, end, step_s=step).state[:3, 0] - exact[:3, 0]))
        for step in (200.0, 100.0, 50.0)
    ]
    assert np.log2(off[0] / off[1]) > 4.7
    assert np.log2(off[1] / off[2]) > 4.7


def test_terminal_speed_at_the_surface():
    """A body long in fall has the speed at which drag is its weight: sqrt(2 g beta / rho)."""
    position = geodetic_to_fixed(10.0, 20.0, 20_000.0)
    velocity = constants.EARTH_ROTATION_RAD_S * np.array([-position[1], position[0], 0.0])
    start = State(label="", time=np.zeros(1), state=np.concatenate([position, velocity])[:, None], mass_kg=np.ones(1))
    flown = fall(start, 50.0)
    assert flown.speed_m_s[0] == pytest.approx(np.sqrt(2 * 9.78 * 50.0 / 1.225), rel=0.01)


def test_height_and_axes_against_geodetic():
    rng = np.random.default_rng(4)
    latitude, longitude, height = rng.uniform(-90, 90, 300), rng.uniform(-180, 180, 300), rng.uniform(0, 150e3, 300)
    position = geodetic_to_fixed(latitude, longitude, height).T
    assert np.max(np.abs(height_m(position) - height)) < 1.0
    up, north, east = local_axes(position)
    step = (geodetic_to_fixed(latitude, longitude, height + 1.0) - geodetic_to_fixed(latitude, longitude, height)).T
    assert np.min(np.sum(up * step, axis=0)) > 1.0 - 1e-8
    assert np.max(np.abs(np.sum(up * north, axis=0))) < 1e-12
    assert np.max(np.abs(np.sum(up * east, axis=0))) < 1e-12


def test_fixed_frame_of_a_state_at_rest_on_the_ground():
    position = geodetic_to_fixed(35.0, 128.0, 0.0)
    latitude, longitude, height = fixed_to_geodetic(position)
    assert (float(latitude), float(longitude), float(height)) == pytest.approx((35.0, 128.0, 0.0), abs=1e-6)
