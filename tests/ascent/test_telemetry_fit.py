"""Fits to telemetry that this program flew itself: the true figures come back inside their ranges."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from ascent_samples import nuri, nuri_craft
from telemetry_samples import CAPE, TRUTH, as_csv, falcon, flown

from bongsu.ascent import StatedOrbit, fit_telemetry, nominal_craft, parse_telemetry
from bongsu.ascent.telemetry_dials import MOST_FREE, propellant_used_kg
from bongsu.ascent.telemetry_start import look_at
from bongsu.ascent.timeline import timeline
from bongsu.errors import InputError

SCREEN = ("flown by this program",)


def seen(time, speed, altitude):
    return parse_telemetry(as_csv(time, speed, altitude))


@cache
def fitted():
    """The whole flight, with a bent reading and a stretch in which the screen stood still."""
    time, speed, altitude = (each.copy() for each in flown())
    speed[250] += 400.0
    speed[350:358], altitude[350:358] = speed[350], altitude[350]
    return fit_telemetry(falcon(), CAPE, seen(time, speed, altitude), azimuth_deg=90.0, sources=SCREEN)


def test_true_figures_come_back_inside_their_ranges():
    fit = fitted()
    assert fit.converged
    speed, altitude = fit.rms()
    assert speed < 3.0
    assert altitude < 100.0
    assert fit.free_count <= MOST_FREE
    for figure in fit.figures:
        if figure.name in TRUTH and figure.free:
            wide = 1.5 * max(figure.estimate.half_width, 1e-9)
            assert figure.estimate.value == pytest.approx(TRUTH[figure.name], abs=wide), figure.name


def test_what_speed_and_altitude_cannot_tell_is_said():
    """Thrust over mass is all that shows: both together are held apart by their priors alone."""
    figures = {figure.name: figure for figure in fitted().figures}
    for name in ("mass at lift-off", "mass at upper ignition", "stage 1 specific impulse"):
        assert not figures[name].determined
    assert figures["stage 2 thrust"].partner == "mass at upper ignition"
    assert figures["stage 2 thrust"].correlation > 0.9
    assert figures["stage 1 end of thrust"].determined
    impulse = figures["stage 2 specific impulse"].estimate
    assert 0.98 * 348.0 - 1e-6 <= impulse.low <= impulse.high <= 1.02 * 348.0 + 1e-6


def test_the_first_look_finds_what_the_accelerations_show():
    """Cut-offs to 2 s, thrust over mass to 2 %: 9.35e5 N over 118.4 t is 7.9 m/s2."""
    look = look_at(seen(*flown()), nominal_craft(falcon()), 28.46, 90.0)
    assert look.cut_off_s == pytest.approx(158.6, abs=2.0)
    assert look.end_s == pytest.approx(531.4, abs=2.0)
    assert look.acceleration_m_s2 == pytest.approx(9.35e5 / 118.4e3, rel=0.02)
    assert look.tangents == pytest.approx((0.47, 0.33, -0.03), abs=0.06)
    assert look.step is None
    assert look.clock_s == 0.0


@pytest.mark.parametrize(("aside", "clock"), [(6.0, 6.0), (-9.0, -9.0)])
def test_a_clock_that_runs_late_or_early_is_seen(aside, clock):
    """The screen shows t when t + aside has passed."""
    time, speed, altitude = flown()
    then = np.arange(0.0, 530.0)
    text = as_csv(then, np.interp(then + aside, time, speed), np.interp(then + aside, time, altitude))
    assert look_at(parse_telemetry(text), nominal_craft(falcon()), 28.46, 90.0).clock_s == pytest.approx(clock, abs=2.0)


def test_half_a_flight_and_its_orbit_predict_the_rest():
    time, speed, altitude = flown()
    orbit = fitted().orbit
    radius_km = 0.5 * float(orbit.perigee_m[0] + orbit.apogee_m[0]) / 1e3
    stated = StatedOrbit(perigee_m=float(orbit.perigee_m[0]), apogee_m=float(orbit.apogee_m[0]), inclination_deg=28.5)
    fit = fit_telemetry(
        falcon(), CAPE, seen(time, speed, altitude), azimuth_deg=90.0, sources=SCREEN, stated=stated, until_s=272.0
    )
    assert radius_km > 100.0
    assert fit.used.sum() == 273
    assert fit.speed_m_s[-20] == pytest.approx(speed[-20], rel=0.05)
    assert np.max(np.abs(fit.altitude_m - altitude)[273:] / altitude[273:]) < 0.05


def test_only_sourced_launches_to_orbit_are_fitted():
    time, speed, altitude = (each.copy() for each in flown())
    good = seen(time, speed, altitude)
    with pytest.raises(InputError, match="no source"):
        fit_telemetry(falcon(), CAPE, good, azimuth_deg=90.0, sources=(" ",))
    with pytest.raises(InputError, match="perigee of 60 km is none"):
        StatedOrbit(perigee_m=60e3, apogee_m=900e3)
    with pytest.raises(InputError, match="perigee 300 km, apogee 200 km"):
        StatedOrbit(perigee_m=300e3, apogee_m=200e3)
    lofted = altitude.copy()
    lofted[200:] += np.cumsum(np.full(346, 2_500.0))
    with pytest.raises(InputError, match="climbs at"):
        fit_telemetry(falcon(), CAPE, seen(time, np.maximum(speed, 4000.0 * (time > 240)), lofted), azimuth_deg=90.0, sources=SCREEN)  # fmt: skip
    speed[300:], altitude[300:] = np.linspace(speed[300], 90.0, 246), np.linspace(altitude[300], 500.0, 246)
    with pytest.raises(InputError, match="follows stage 1 to its landing"):
        fit_telemetry(falcon(), CAPE, seen(time, speed, altitude), azimuth_deg=90.0, sources=SCREEN)


def test_too_little_of_a_flight_and_other_vehicles_are_refused():
    good = seen(*flown())
    with pytest.raises(InputError, match="too few for 14 unknowns"):
        fit_telemetry(falcon(), CAPE, good, azimuth_deg=90.0, sources=SCREEN, until_s=20.0)
    with pytest.raises(InputError, match="no end of the first stage's thrust"):
        fit_telemetry(falcon(), CAPE, good, azimuth_deg=90.0, sources=SCREEN, until_s=120.0)
    with pytest.raises(InputError, match="has 3 stages"):
        fit_telemetry(nuri(), CAPE, good, azimuth_deg=90.0, sources=SCREEN)


def test_propellant_used_is_the_timeline_s():
    """The closed form against the stretches of the timeline, throttle, limit and fairing included."""
    craft = nuri_craft()
    stretches = timeline(craft)
    for number, stage in enumerate(craft.stages):
        mine = [each for each in stretches if each.stage == number and each.thrusting]
        start, end = float(mine[0].start[0]), float(mine[-1].end[0])
        dropped = (craft.fairing_s - start, craft.fairing_kg * (craft.fairing_s > start))
        used = propellant_used_kg(stage, mine[0].burn.mass_kg, np.array([end - start]), dropped=dropped)
        assert float(used[0]) == pytest.approx(float(stage.propellant_kg[0]), rel=1e-9)
