"""The compiled engine against the small one: the same steps, so the same flights and falls within rounding's reach.

Where a step's error lies at its limit, rounding decides whether it is tried again; then two runs differ by what the
tolerance allows, and not by more. So distances are held to a multiple of the tolerance, and shrink with it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from ascent_samples import NARO, PROGRAMME, nuri, nuri_craft, thrown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bongsu.ascent import (
    FAILURES,
    NO_WIND,
    Dispersion,
    Failure,
    Sets,
    StagePitch,
    State,
    Steering,
    Wind,
    coast,
    disperse,
    draw_craft,
    fall,
    fallen_bodies,
    falling_bodies,
    fly,
    parse_flights,
    parse_vehicle,
    random_wind,
)
from bongsu.ascent import engine as engine_module
from bongsu.errors import InputError, ModelError
from bongsu.reference import vehicle_ids, vehicle_text

FINE_M = 1e-4  # tolerance of a step at which rounding's reach is under a metre at the end of a three-stage flight


def apart_m(a: State, b: State) -> float:
    """Largest distance between the positions of two runs; NaN must stand in the same places."""
    assert np.array_equal(np.isnan(a.state), np.isnan(b.state))
    away = np.linalg.norm(a.state[:3] - b.state[:3], axis=0)
    return float(np.nanmax(away)) if np.isfinite(away).any() else 0.0


def programme_for(vehicle) -> Steering:
    """The first guess of the vehicle's first known flight."""
    flights = parse_flights(vehicle_text(vehicle.id), vehicle)
    upper = PROGRAMME.upper[: len(vehicle.stages) - 1]
    return flights[0].start if flights else replace(PROGRAMME, upper=upper)


def both(*arguments, **named):
    return (fly(*arguments, engine=engine, **named) for engine in ("small", "bulk"))


def assert_same_flight(small, bulk, within_m: float) -> None:
    assert [each.label for each in small.events] == [each.label for each in bulk.events]
    for a, b in zip(small.events, bulk.events, strict=True):
        assert np.array_equal(a.time, b.time, equal_nan=True), a.label  # closed forms: no engine has a share in them
        assert np.array_equal(a.mass_kg, b.mass_kg, equal_nan=True), a.label
        assert apart_m(a, b) <= within_m, a.label
    assert (small.fairing is None) == (bulk.fairing is None)
    if small.fairing is not None and bulk.fairing is not None:
        assert apart_m(small.fairing, bulk.fairing) <= within_m


def assert_same_falls(a, b, within_m: float, within_s: float) -> None:
    for field in ("latitude_deg", "longitude_deg", "time_s", "speed_m_s", "level_time_s", "level_latitude_deg"):
        assert np.array_equal(np.isnan(getattr(a, field)), np.isnan(getattr(b, field))), field
    for field in ("latitude_deg", "level_latitude_deg"):
        assert np.nanmax(np.abs(getattr(a, field) - getattr(b, field)), initial=0.0) * 111e3 <= within_m
    turn = (a.longitude_deg - b.longitude_deg + 180.0) % 360.0 - 180.0
    assert np.nanmax(np.abs(turn * np.cos(np.radians(a.latitude_deg))), initial=0.0) * 111e3 <= within_m
    assert np.nanmax(np.abs(a.time_s - b.time_s), initial=0.0) <= within_s
    assert np.nanmax(np.abs(a.level_time_s - b.level_time_s), initial=0.0) <= within_s


@pytest.mark.parametrize("name", vehicle_ids())
@pytest.mark.parametrize("windy", [True, False])
def test_every_shipped_vehicle_flies_the_same(name, windy):
    vehicle = parse_vehicle(vehicle_text(name))
    rng = np.random.default_rng(5)
    craft, wind = draw_craft(vehicle, 40, rng), random_wind(40, rng) if windy else NO_WIND
    small, bulk = both(craft, programme_for(vehicle), NARO, wind=wind, marks_s=(60.0, 200.0), tolerance_m=FINE_M)
    assert_same_flight(small, bulk, 1.0)
    for a, b in zip(small.marks, bulk.marks, strict=True):
        assert apart_m(a, b) <= 0.2


def test_both_come_together_as_the_tolerance_shrinks():
    rng = np.random.default_rng(6)
    craft, wind = draw_craft(nuri(), 60, rng), random_wind(60, rng)
    apart = []
    for tolerance_m in (1e-2, 1e-5):
        small, bulk = both(craft, PROGRAMME, NARO, wind=wind, tolerance_m=tolerance_m)
        apart.append(apart_m(small.events[-1], bulk.events[-1]))
    assert apart[1] <= 0.05
    assert apart[0] <= 5.0


def test_the_tolerance_of_the_figures_is_within_5_m_of_a_converged_run():
    rng = np.random.default_rng(8)
    craft, wind = draw_craft(nuri(), 200, rng), random_wind(200, rng)
    rough, fine = (fly(craft, PROGRAMME, NARO, wind=wind, tolerance_m=t, engine="bulk") for t in (1e-2, 1e-6))
    assert apart_m(rough.events[-1], fine.events[-1]) <= 5.0


@pytest.mark.parametrize("kind", FAILURES)
def test_every_failure_leaves_the_same_bodies_where_they_fall(kind):
    stage, at_s = ("" if kind in ("none", "burst") else "2"), (60.0, 90.0)
    failure = Failure(kind=kind, stage=stage, at_s=(10.0, 40.0) if kind == "early cut" else at_s)
    found = []
    for engine in ("small", "bulk"):
        rng = np.random.default_rng(9)
        craft, wind = draw_craft(nuri(), 40, rng), random_wind(40, rng)
        flight, bodies = falling_bodies(
            craft, PROGRAMME, NARO, failure, rng, wind=wind, tolerance_m=FINE_M, engine=engine
        )
        found.append((flight, bodies, fallen_bodies(bodies, wind=wind, tolerance_m=0.01, engine=engine)))
    (small, a, falls_a), (bulk, b, falls_b) = found
    assert_same_flight(small, bulk, 1.0)
    assert [(body.label, body.stage) for body in a] == [(body.label, body.stage) for body in b]
    for one, other in zip(falls_a, falls_b, strict=True):
        assert_same_falls(one, other, within_m=2.0, within_s=0.05)


def test_falls_and_the_levels_they_pass_agree():
    rng = np.random.default_rng(10)
    count = 300
    coefficient = np.exp(rng.uniform(np.log(3.0), np.log(1000.0), count))
    coefficient[:5] = np.inf
    wind = random_wind(count, rng)
    small, bulk = (fall(thrown(count, 3), coefficient, wind=wind, engine=engine) for engine in ("small", "bulk"))
    assert np.isfinite(small.time_s).sum() > 250
    assert_same_falls(small, bulk, within_m=1.0, within_s=0.01)


def test_a_wind_by_height_alone_is_the_same_for_both():
    height = np.array([0.0, 2e3, 2.01e3, 9e3, 11e3, 30e3])
    wind = Wind(
        height_m=height,
        east_m_s=np.array([3.0, 10.0, -4.0, 40.0, 55.0, 5.0]),
        north_m_s=np.array([-2.0, 0.0, 8.0, -20.0, -25.0, 0.0]),
    )
    small, bulk = (fall(thrown(60, 4), 60.0, wind=wind, tolerance_m=0.01, engine=each) for each in ("small", "bulk"))
    assert_same_falls(small, bulk, within_m=0.5, within_s=0.01)


def test_bodies_that_start_nowhere_below_ground_or_stay_up():
    start = thrown(40, 6)
    state = start.state.copy()
    state[:, 0] = np.nan
    state[:3, 1] *= 6.3e6 / np.linalg.norm(state[:3, 1])
    radius = np.linalg.norm(state[:3, 2])
    aside = np.cross(state[:3, 2], [0.0, 0.0, 1.0])
    state[3:, 2] = 7.8e3 * aside / np.linalg.norm(aside)  # near circular: it stays up for hours
    state[:3, 2] *= 7.2e6 / radius
    odd = replace(start, state=state)
    small, bulk = (fall(odd, 100.0, engine=engine) for engine in ("small", "bulk"))
    for each in (small, bulk):
        assert np.isnan(each.time_s[[0, 2]]).all()
        assert each.time_s[1] == start.time[1]
    assert_same_falls(small, bulk, within_m=1.0, within_s=0.01)


@pytest.mark.parametrize("engine", ["small", "bulk"])
def test_a_body_without_a_state_takes_the_air_from_no_other(engine):
    """A flight that has met the ground is NaN from there on; the small engine once flew all others without drag then."""
    start = thrown(12, 8)
    state, time = start.state.copy(), start.time.copy()
    state[:, 0], time[0] = np.nan, np.nan
    lost = fall(replace(start, state=state, time=time), 20.0, engine=engine)
    alone = fall(start, 20.0, engine=engine)
    assert np.isnan(lost.time_s[0])
    assert lost.time_s[1:] == pytest.approx(alone.time_s[1:], abs=0.01)


def test_a_coast_is_the_same():
    start = thrown(40, 7)
    small, bulk = (coast(start, np.linspace(0.0, 300.0, 40), engine=engine) for engine in ("small", "bulk"))
    assert apart_m(small, bulk) <= 1e-4


def test_a_flight_does_not_depend_on_its_neighbours():
    rng = np.random.default_rng(12)
    craft, wind = draw_craft(nuri(), 100, rng), random_wind(100, rng)
    whole = fly(craft, PROGRAMME, NARO, wind=wind, engine="bulk")
    some = np.array([3, 50, 98])
    few = fly(craft.take(some), PROGRAMME, NARO, wind=wind.take(some), engine="bulk")
    assert np.array_equal(whole.events[-1].state[:, some], few.events[-1].state)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 2**31),
    kick=st.floats(0.2, 12.0),
    kick_s=st.floats(0.0, 25.0),
    vertical=st.floats(0.0, 15.0),
    azimuth=st.floats(0.0, 360.0),
    pitch=st.tuples(*[st.floats(-20.0, 60.0)] * 4),
    yaw=st.tuples(*[st.floats(-60.0, 60.0)] * 4),
    until=st.none() | st.floats(1.0, 900.0),
    limit=st.booleans(),
)
def test_drawn_vehicles_and_programmes_fly_the_same(seed, kick, kick_s, vertical, azimuth, pitch, yaw, until, limit):
    rng = np.random.default_rng(seed)
    craft = draw_craft(nuri(), 12, rng)
    if limit:
        first = replace(craft.stages[0], acceleration_limit_m_s2=rng.uniform(25.0, 60.0, 12))
        craft = replace(craft, stages=(first, *craft.stages[1:]))
    upper = tuple(
        StagePitch(pitch_start_deg=pitch[n], pitch_end_deg=pitch[n + 1], yaw_start_deg=yaw[n], yaw_end_deg=yaw[n + 1])
        for n in (0, 2)
    )
    steering = Steering(azimuth_deg=azimuth, kick_deg=kick, vertical_s=vertical, kick_s=kick_s, upper=upper)
    sets = Sets(craft=craft, steering=steering, fall_drag={}, kept=1.0)
    craft, steering, _ = disperse(sets, 12, rng, Dispersion())
    small, bulk = both(craft, steering, NARO, wind=random_wind(12, rng), until=until, tolerance_m=FINE_M)
    assert_same_flight(small, bulk, 5.0)


def test_auto_is_small_for_few_and_bulk_for_many(monkeypatch):
    used = []
    monkeypatch.setattr(
        engine_module, "import_module", lambda name: used.append(name) or __import__("sys").modules[name]
    )
    import bongsu.ascent.bulk  # noqa: F401, PLC0415 - so that the stand-in finds it

    fall(thrown(engine_module.BULK_FROM_FLIGHTS - 1, 1), 100.0, levels_m=())
    assert used == []
    fall(thrown(engine_module.BULK_FROM_FLIGHTS, 1), 100.0, levels_m=())
    assert used == ["bongsu.ascent.bulk"]


def test_without_numba_auto_is_small_and_bulk_is_refused(monkeypatch):
    monkeypatch.setattr(engine_module, "find_spec", lambda _: None)
    assert not engine_module.use_bulk("auto", 10_000)
    with pytest.raises(InputError, match="not installed"):
        fly(nuri_craft(), PROGRAMME, NARO, engine="bulk")
    with pytest.raises(InputError, match="unknown engine 'fast'"):
        fly(nuri_craft(), PROGRAMME, NARO, engine="fast")


def test_a_single_flight_keeps_its_steps_whatever_the_engine():
    flight = fly(nuri_craft(), PROGRAMME, NARO, engine="bulk")
    assert np.isfinite(flight.states_at([100.0])).all()


@pytest.mark.parametrize("engine", ["small", "bulk"])
def test_a_state_that_is_not_finite_is_named(engine):
    craft = draw_craft(nuri(), 3, np.random.default_rng(1))
    broken = replace(craft, drag=np.array([1.0, np.nan, 1.0]))
    with pytest.raises(ModelError, match="flight 1 "):
        fly(broken, PROGRAMME, NARO, engine=engine)
