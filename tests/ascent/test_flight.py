"""Powered flight: mass and events by hand, the rocket equation, convergence, and the Trajectory."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from ascent_samples import NARO, PROGRAMME, nuri, nuri_craft

from bongsu.ascent import (
    CraftStage,
    LaunchPad,
    StagePitch,
    Steering,
    Throttle,
    Wind,
    draw_craft,
    fly,
    if_thrust_ended,
    orbit_of,
    timeline,
)
from bongsu.ascent.vehicle import Craft
from bongsu.earth import POINT_MASS, fixed_to_geodetic, standard_atmosphere
from bongsu.errors import InputError

G0 = 9.80665


def one(value: float) -> np.ndarray:
    return np.array([value])


def craft(**changed) -> Craft:
    """A made-up single stage: 100 kN, 250 s, 6 t of propellant in 8 t, so that a second uses 40.79 kg."""
    stage = CraftStage(
        name="1", thrust_n=one(100e3), specific_impulse_s=one(250.0), propellant_kg=one(6000.0), inert_kg=one(1500.0),
        pressure_area_m2=one(0.0), ignition_delay_s=one(0.0), separation_delay_s=one(0.0), diameter_m=one(1.5),
        length_m=one(10.0), acceleration_limit_m_s2=one(np.inf),
    )  # fmt: skip
    return Craft(
        count=1, stages=(replace(stage, **changed),), payload_kg=one(400.0), fairing_kg=one(100.0), fairing_s=one(60.0), drag=one(1.0),
    )  # fmt: skip


def burn_out(stretches) -> float:
    return float(stretches[-1].start[0])


def test_burn_out_is_where_the_propellant_ends():
    assert burn_out(timeline(craft())) == pytest.approx(6000.0 * 250.0 * G0 / 100e3, rel=1e-12)


def test_throttle_prolongs_the_burn_by_what_it_saves():
    stretches = timeline(craft(throttle=(Throttle(after_s=20.0, share=0.6), Throttle(after_s=40.0, share=1.0))))
    assert burn_out(stretches) == pytest.approx(6000.0 * 250.0 * G0 / 100e3 + 20.0 * 0.4, rel=1e-12)


def test_acceleration_limit_by_hand():
    """At 25 m/s2 the limit begins at 4,000 kg; from there the mass falls exponentially to 1,900 kg (fairing gone)."""
    stretches = timeline(craft(acceleration_limit_m_s2=one(25.0)))
    flow = 100e3 / (250.0 * G0)
    begins = (8000.0 - 100.0 - 4000.0) / flow
    lasts = 250.0 * G0 / 25.0 * np.log(4000.0 / 1900.0)
    assert burn_out(stretches) == pytest.approx(begins + lasts, rel=1e-12)
    limited = [each for each in stretches if each.burn.limited]
    assert len(limited) == 1
    mass = limited[0].burn.mass_at(limited[0].end)
    assert float(mass[0]) == pytest.approx(1900.0, rel=1e-12)
    assert float(limited[0].burn.acceleration(mass, 0.0)[0]) == pytest.approx(25.0, rel=1e-12)


def test_two_burns_share_the_propellant():
    stretches = timeline(craft(burns=((0.0, 0.75), (300.0, 0.25))))
    assert burn_out(stretches) == pytest.approx(6000.0 * 250.0 * G0 / 100e3 + 300.0, rel=1e-12)
    assert sum(float((each.end - each.start)[0]) for each in stretches if not each.thrusting) == pytest.approx(300.0)


def test_mass_is_continuous_but_for_what_is_dropped():
    stretches = timeline(nuri_craft())
    drops = []
    for before, after in itertools.pairwise(stretches):
        drop = float((before.burn.mass_at(before.end) - after.burn.mass_at(after.start))[0])
        if abs(drop) > 1e-6:
            drops.append(drop)
    assert drops == pytest.approx([17_000.0, 900.0, 3_300.0])


def test_rocket_equation_without_air_and_weight():
    """From rest along a straight line far from Earth's pull the speed gained is Isp g0 ln(m0/m1): checked by losses.

    Vertical flight in the point-mass field: speed gained equals the ideal less the integral of gravity.
    """
    vehicle = replace(craft(), drag=one(0.0), fairing_kg=one(1e-9))
    up = Steering(azimuth_deg=90.0, kick_deg=0.0, vertical_s=1e4, upper=())
    pad = LaunchPad(latitude_deg=90.0, longitude_deg=0.0)
    flight = fly(vehicle, up, pad, tolerance_m=1e-6, zonal=POINT_MASS)
    end = flight.events[-1]
    times = np.linspace(0.0, float(end.time[0]), 2001)
    radius = np.linalg.norm(flight.states_at(times)[:3], axis=0)
    loss = np.trapezoid(3.986004418e14 / radius**2, times)
    ideal = 250.0 * G0 * np.log(7900.0 / 1900.0)
    assert float(end.relative_speed_m_s()[0]) == pytest.approx(ideal - loss, abs=0.01)


def test_back_pressure_takes_its_share():
    """Straight up without drag: the speed lost is the integral of pressure times exit area over mass."""
    up = Steering(azimuth_deg=90.0, kick_deg=0.0, vertical_s=1e4)
    plain = replace(craft(), drag=one(0.0))
    pressed = replace(craft(pressure_area_m2=one(0.1)), drag=one(0.0))
    flight, full = fly(pressed, up, NARO), fly(plain, up, NARO)
    times = np.linspace(0.0, float(flight.events[-1].time[0]), 4001)
    height = np.linalg.norm(flight.states_at(times)[:3], axis=0)
    height -= height[0]
    loss = np.trapezoid(standard_atmosphere(height).pressure_pa * 0.1 / flight.mass_at(times), times)
    lost = float(full.events[-1].relative_speed_m_s()[0] - flight.events[-1].relative_speed_m_s()[0])
    assert lost == pytest.approx(loss, rel=0.02)  # the lower flight is pulled a little harder


def test_flights_side_by_side_are_the_single_flight():
    single = fly(nuri_craft(), PROGRAMME, NARO)
    many = fly(nuri_craft().take(np.zeros(7, dtype=int)), PROGRAMME, NARO)
    assert [each.label for each in many.events if each.label != "fairing off"] == [
        each.label for each in single.events if each.label != "fairing off"
    ]
    assert many.events[-1].state == pytest.approx(np.repeat(single.events[-1].state, 7, axis=1), abs=1e-3)


def test_bulk_tolerance_is_within_5_m_of_a_converged_run():
    drawn = draw_craft(nuri(), 40, np.random.default_rng(5))
    rough = fly(drawn, PROGRAMME, NARO, tolerance_m=0.01).events[-1]
    fine = fly(drawn, PROGRAMME, NARO, tolerance_m=1e-5).events[-1]
    assert np.max(np.linalg.norm(rough.state[:3] - fine.state[:3], axis=0)) < 5.0


def test_wind_pushes_the_way_it_blows():
    blow = Wind(height_m=np.array([0.0, 20e3]), east_m_s=np.array([40.0, 40.0]), north_m_s=np.zeros(2))
    straight = Steering(azimuth_deg=0.0, kick_deg=0.0, vertical_s=1e4)
    still, blown = (fly(craft(), straight, NARO, wind=each).events[-1] for each in (Wind(height_m=np.array([0.0, 1.0]), east_m_s=np.zeros(2), north_m_s=np.zeros(2)), blow))  # fmt: skip
    assert blown.geodetic()[1][0] > still.geodetic()[1][0]


def test_until_stops_whatever_burns_and_keeps_the_mass():
    flight = fly(nuri_craft(), PROGRAMME, NARO, until=200.0)
    assert flight.events[-1].label == "stopped"
    assert float(flight.events[-1].time[0]) == 200.0
    stage = nuri_craft().stages[1]
    ignition = float(flight.event("stage 2 ignition").time[0])
    expected = flight.event("stage 2 ignition").mass_kg - (200.0 - ignition) * stage.flow_kg_s
    assert flight.events[-1].mass_kg == pytest.approx(expected)


def test_trajectory_is_fixed_to_the_ground_and_to_utc():
    lift_off = datetime(2021, 10, 21, 8, 0, tzinfo=UTC)
    flight = fly(nuri_craft(), PROGRAMME, NARO)
    trajectory = flight.trajectory(lift_off, label="Nuri")
    assert trajectory.frame == "ITRS"
    assert trajectory.time[0] == np.datetime64("2021-10-21T08:00:00", "us")
    latitude, longitude, height = fixed_to_geodetic(trajectory.position_m)
    assert (latitude[0], longitude[0], height[0]) == pytest.approx((34.4318, 127.5363, 0.0), abs=1e-6)
    assert np.linalg.norm(trajectory.velocity_m_s[0]) < 1e-6
    difference = np.linalg.norm(np.diff(trajectory.position_m[:700], axis=0), axis=1)
    middle = 0.5 * np.linalg.norm(trajectory.velocity_m_s[:699] + trajectory.velocity_m_s[1:700], axis=1)
    assert difference == pytest.approx(middle, abs=6.0)  # a second apart, thrust ending between


def test_trace_of_falls_runs_ahead_until_it_would_stay_up():
    flight = fly(nuri_craft(), PROGRAMME, NARO)
    times, vacuum, air = if_thrust_ended(flight, every_s=20.0)
    assert np.all(np.diff(air.latitude_deg[:20]) < 0.0)  # southwards, ever farther
    assert abs(air.latitude_deg[0] - NARO.latitude_deg) < 0.01
    assert np.all(np.abs(vacuum[0][1:12] - NARO.latitude_deg) >= np.abs(air.latitude_deg[1:12] - NARO.latitude_deg))
    orbit = orbit_of(flight.events[-1])
    assert orbit.perigee_m[0] > 0.0 and np.isnan(vacuum[0][-1]) and np.isnan(air.latitude_deg[-1])
    assert len(times) == len(air.time_s)


def test_programme_must_fit_the_stages():
    with pytest.raises(InputError, match="0 upper stages; the craft has 2"):
        fly(nuri_craft(), Steering(azimuth_deg=170.0, kick_deg=2.0), NARO)


def test_pad_must_be_on_the_ground():
    with pytest.raises(InputError, match="not on the ground"):
        LaunchPad(latitude_deg=134.0, longitude_deg=34.0)


def test_a_programme_can_turn_the_plane():
    turned = replace(
        PROGRAMME, upper=(PROGRAMME.upper[0], StagePitch(pitch_start_deg=25, pitch_end_deg=-10, yaw_start_deg=30, yaw_end_deg=30))
    )  # fmt: skip
    straight, right = (orbit_of(fly(nuri_craft(), each, NARO).events[-1]) for each in (PROGRAMME, turned))
    assert right.inclination_deg[0] - straight.inclination_deg[0] > 10.0  # southbound, to the right is westward
