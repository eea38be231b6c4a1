"""Failures name the right bodies; regions hold what they say; times are intervals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from ascent_samples import NARO, PROGRAMME, nuri, nuri_craft, thrown

from bongsu.ascent import (
    CONTAINMENTS,
    Body,
    Failure,
    Fall,
    draw_craft,
    fall_area,
    falling_bodies,
    footprints,
    parse_flights,
    parse_vehicle,
    random_wind,
)
from bongsu.errors import InputError
from bongsu.reference import vehicle_text

RNG = 11


def bodies_of(failure: Failure, count: int = 60):
    rng = np.random.default_rng(RNG)
    return falling_bodies(draw_craft(nuri(), count, rng), PROGRAMME, NARO, failure, rng)


@pytest.mark.parametrize(
    ("failure", "labels"),
    [
        (Failure(), ["stage 1", "stage 2", "fairing"]),
        (Failure(kind="no ignition", stage="2"), ["stage 1", "stage 2 and all above"]),
        (Failure(kind="early cut", stage="3", at_s=(46.0, 46.0)), ["stage 1", "stage 2", "fairing", "stage 3"]),
        (Failure(kind="no separation", stage="1"), ["stage 1 and all above"]),
        (Failure(kind="thrust loss", stage="1", at_s=(60.0, 60.0), share=0.75), ["stage 1 and all above"]),
    ],
)
def test_what_falls_after_each_failure(failure, labels):
    _, bodies = bodies_of(failure)
    assert [body.label for body in bodies] == labels


def test_an_unlit_stage_falls_with_everything_above_it():
    flight, bodies = bodies_of(Failure(kind="no ignition", stage="2"))
    stages = flight.craft.stages
    expected = stages[1].full_mass_kg + stages[2].full_mass_kg + flight.craft.payload_kg + flight.craft.fairing_kg
    assert bodies[-1].state.mass_kg == pytest.approx(expected)


def test_a_stage_that_stays_on_falls_with_the_rest():
    flight, bodies = bodies_of(Failure(kind="no separation", stage="1"))
    expected = flight.craft.lift_off_kg() - flight.craft.stages[0].propellant_kg
    assert bodies[-1].state.mass_kg == pytest.approx(expected)


def test_an_early_cut_leaves_the_propellant_in():
    flight, bodies = bodies_of(Failure(kind="early cut", stage="3", at_s=(46.0, 46.0)))
    stage = flight.craft.stages[2]
    assert bodies[-1].state.mass_kg == pytest.approx(
        stage.inert_kg + 46.0 * stage.flow_kg_s + flight.craft.payload_kg, rel=1e-6
    )


def test_less_thrust_reaches_less_far():
    full, _ = bodies_of(Failure(kind="early cut", stage="1", at_s=(0.0, 0.0)))
    weak, _ = bodies_of(Failure(kind="thrust loss", stage="1", at_s=(60.0, 60.0), share=0.75))
    assert np.median(weak.events[-1].time) > np.median(full.events[-1].time)
    assert np.median(weak.events[-1].relative_speed_m_s()) < np.median(full.events[-1].relative_speed_m_s())


def test_a_burst_throws_pieces_of_every_class_from_one_place():
    flight, bodies = bodies_of(Failure(kind="burst", at_s=(80.0, 120.0)))
    assert len(bodies) == 4
    at = flight.events[-1]
    assert np.all((at.time >= 80.0) & (at.time <= 120.0))
    for body in bodies:
        assert np.array_equal(body.state.state[:3], at.state[:3])
    light, heavy = (footprints([body])[0] for body in (bodies[0], bodies[-1]))
    assert np.median(light.fall.time_s) > np.median(heavy.fall.time_s) + 300.0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "meteor"}, "failure 'meteor'"),
        ({"kind": "early cut"}, "of which stage"),
        ({"kind": "burst", "at_s": (120.0, 80.0)}, "the earlier first|120 to 80"),
        ({"kind": "thrust loss", "stage": "1", "share": 0.0}, "share of thrust"),
    ],
)
def test_failures_that_make_no_sense(given, words):
    with pytest.raises(InputError, match=words):
        Failure(**given)


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (Failure(kind="no ignition", stage="1"), "on the pad"),
        (Failure(kind="no separation", stage="3"), "is the last"),
        (Failure(kind="early cut", stage="7"), "no stage '7'"),
    ],
)
def test_failures_of_the_wrong_stage(failure, words):
    with pytest.raises(InputError, match=words):
        bodies_of(failure, count=2)


def scattered(count: int, seed: int, *, latitude: float = 36.0, longitude: float = 123.5, bend: float = 0.0) -> Fall:
    """Falls along a line of 60 km by 8 km (standard deviations), bent if asked."""
    rng = np.random.default_rng(seed)
    along, across = 0.55 * rng.standard_normal(count), 0.08 * rng.standard_normal(count)
    time = 450.0 + 60.0 * along
    return Fall(
        latitude_deg=latitude + along,
        longitude_deg=(longitude + across + bend * along**2 + 180.0) % 360.0 - 180.0,
        time_s=time,
        speed_m_s=np.full(count, 90.0),
        entered_s=time - 100.0,
        levels_m=(18_288.0,),
        level_time_s=time[None] - 100.0,
        level_latitude_deg=latitude + along[None],
        level_longitude_deg=np.full((1, count), longitude),
    )


@pytest.mark.parametrize("share", CONTAINMENTS)
@pytest.mark.parametrize("longitude", [123.5, 179.9])
def test_a_region_holds_its_share_of_falls_of_the_same_kind(share, longitude):
    """Counted on 20,000 falls that the region was not made from."""
    area = fall_area(scattered(4000, seed=1, longitude=longitude), share)
    fresh = scattered(20_000, seed=2, longitude=longitude)
    assert np.mean(area.region.contains(fresh.latitude_deg, fresh.longitude_deg)) == pytest.approx(share, abs=0.02)
    assert area.major_m > 4.0 * area.minor_m


def test_a_bent_footprint_is_held_by_a_bent_region():
    fallen = scattered(4000, seed=3, bend=0.5)
    area = fall_area(fallen, 0.9)
    assert np.mean(area.region.contains(fallen.latitude_deg, fallen.longitude_deg)) == pytest.approx(0.9, abs=0.02)
    straight = fall_area(scattered(4000, seed=3), 0.9)
    assert area.region.area_km2 < 1.4 * straight.region.area_km2


def test_the_interval_runs_from_the_highest_level_to_the_surface():
    fallen = scattered(5000, seed=4)
    area = fall_area(fallen, 0.9)
    assert np.mean((fallen.time_s >= area.surface_s[0]) & (fallen.time_s <= area.surface_s[1])) == pytest.approx(
        0.9, abs=0.01
    )
    assert area.start_s == pytest.approx(area.surface_s[0] - 100.0, abs=1e-6)
    assert area.end_s == area.surface_s[1]


def test_pieces_of_a_burst_below_the_highest_level_count_from_the_burst():
    """Nuri is under 18 km until after T+70 s: what bursts there is in the air below flight level 600 at once."""
    flight, bodies = bodies_of(Failure(kind="burst", at_s=(55.0, 65.0)))
    assert np.max(flight.events[-1].geodetic()[2]) < 18_288.0
    found = footprints(bodies[-1:])[0]
    assert 55.0 <= found.areas[1].start_s <= 65.0
    assert np.array_equal(found.fall.entered_s, flight.events[-1].time)


def test_regions_nest():
    areas = [fall_area(scattered(2000, seed=5), share) for share in CONTAINMENTS]
    sizes = [area.region.area_km2 for area in areas]
    assert sizes == sorted(sizes)


def test_bodies_that_stay_up_are_counted_not_mapped():
    start = thrown(100, seed=6)
    state = start.state.copy()
    state[3:, :40] *= 8000.0 / np.linalg.norm(state[3:, :40], axis=0)  # near orbit or beyond, whichever way
    state[:3, :20] = state[3:, :20] = np.nan
    body = Body(label="x", stage="", state=replace(start, state=state), coefficient_kg_m2=np.full(100, 300.0))
    found = footprints([body])[0]
    assert found.count == len(found.fall.time_s) and 0.5 < found.share <= 0.8
    few = Body(
        label="x", stage="", state=replace(start, state=np.where(np.arange(100) < 20, start.state, np.nan)),
        coefficient_kg_m2=np.full(100, 300.0),
    )  # fmt: skip
    assert footprints([few])[0].areas == ()


def test_wind_widens_a_footprint():
    flight, bodies = bodies_of(Failure(kind="burst", at_s=(100.0, 100.0)), count=200)
    del flight
    still = footprints(bodies[:1])[0].areas[1]
    blown = footprints(bodies[:1], wind=random_wind(200, np.random.default_rng(1)))[0].areas[1]
    assert blown.region.area_km2 > still.region.area_km2


def test_known_flights_are_read_and_refused():
    text = vehicle_text("nuri")
    vehicle = parse_vehicle(text)
    (flight,) = parse_flights(text, vehicle)
    assert flight.lift_off == datetime(2021, 10, 21, 8, tzinfo=UTC)
    assert flight.turns == (2,)
    assert nuri_craft().count == 1
    for old, new, words in (
        ("perigee_km = 700", "", "perigee_km is missing"),
        ("lift_off = 2021-10-21T08:00:00Z", "lift_off = 2021-10-21", "no time with a zone"),
        ('turns = ["3"]', 'turns = ["1"]', "does not turn"),
        ("pitch = [[35.5, 32.2], [26.7, -8.7]]", "pitch = [[35.5, 32.2]]", "2 upper stages"),
        ('unit = "deg"', 'unit = "nmi"', "unit 'nmi'"),
        ('what = "inclination"', 'what = "aim"', "no stated figure"),
        ("kick = 1.64", "kick = nan", "no finite number"),
        ("azimuth = 170", "azimuth = true", "no finite number"),
        ("latitude = 34.4318", "latitude = 134.4", "not on the ground"),
        ("value = 98.2\nerror = 0.1", "value = 98.2\nerror = 0", "no stated figure"),
        ("yaw = [0, 46]", "yaw = [0, 46]\nsurprise = 1", "unknown fields surprise"),
    ):
        assert old in text
        with pytest.raises(InputError, match=words):
            parse_flights(text.replace(old, new), vehicle)
