"""Which orbits a launch's areas imply: the geometry, the known misreadings, and the shape of the answer."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from bongsu.assessment import areas_of_ascent, implied_distribution, implied_finding, launch_span
from bongsu.assessment.ascent_track import CIRCULAR_SPEED_M_S, burnout_speed_m_s, fall_offset_deg, turn_cost_m_s
from bongsu.assessment.inclination_prior import GRID_DEG, history_at, inclination_prior
from bongsu.earth import bundled_orientation, constants, geodesic_direct, geodesic_inverse
from bongsu.errors import InputError
from bongsu.notices import ApproximateArea, parse_notice
from bongsu.overflight import Site

SOHAE = (39.6596, 124.7057)
CAPE = (28.46, -80.54)


def circle(label, latitude, longitude, km):
    return ApproximateArea(label=label, latitude_deg=latitude, longitude_deg=longitude, uncertainty_m=km * 1e3)


# facts of the bundled cases: centres from published distances
AREAS_2023 = (circle("A", 36.1, 123.5, 25), circle("B", 33.4, 123.2, 25), circle("C", 12.5, 128.9, 150))
AREAS_2012 = (circle("stage 1", 35.5, 124.8, 40), circle("stage 2", 17.3, 124.2, 200))


def ahead(site, azimuth, *kilometres, half_km=20.0):
    """Circles along a straight line over the ground."""
    places = [geodesic_direct(*site, azimuth, each * 1e3)[:2] for each in kilometres]
    return [circle(str(index), float(a), float(b), half_km) for index, (a, b) in enumerate(places)]


# ── Geometry ──────────────────────────────────────────────────────────────────────────────────────────


def flown(latitude, heading, distance):
    """The same fall by small steps in a frame that does not turn: azimuth seen from where it began."""
    reach = distance / constants.EARTH_MEAN_RADIUS_M
    angle = 0.8 * (np.pi / 4 - reach / 4)
    speed = float(burnout_speed_m_s(distance))
    phi, way = np.radians(latitude), np.radians(heading)
    radius = constants.EARTH_MEAN_RADIUS_M
    position = radius * np.array([np.cos(phi), 0.0, np.sin(phi)])
    up, east, north = position / radius, np.array([0.0, 1.0, 0.0]), np.array([-np.sin(phi), 0.0, np.cos(phi)])
    velocity = speed * (np.sin(angle) * up + np.cos(angle) * (np.sin(way) * east + np.cos(way) * north))
    velocity += constants.EARTH_ROTATION_RAD_S * radius * np.cos(phi) * east
    time, step = 0.0, 0.5
    pull = lambda r: -constants.EARTH_GM_M3_S2 * r / np.linalg.norm(r) ** 3  # noqa: E731
    while time < 10.0 or np.linalg.norm(position) > radius:
        velocity = velocity + 0.5 * step * pull(position)
        position = position + step * velocity
        velocity = velocity + 0.5 * step * pull(position)
        time += step
    longitude = np.degrees(np.arctan2(position[1], position[0]) - constants.EARTH_ROTATION_RAD_S * time)
    down = np.degrees(np.arcsin(position[2] / np.linalg.norm(position)))
    cosine = np.cos(np.radians(down)) * np.sin(np.radians(longitude))
    return float(
        np.degrees(
            np.arctan2(
                cosine,
                np.cos(phi) * np.sin(np.radians(down))
                - np.sin(phi) * np.cos(np.radians(down)) * np.cos(np.radians(longitude)),
            )
        )
        % 360.0
    )


@pytest.mark.parametrize("latitude", [39.66, 5.2, -39.3])
@pytest.mark.parametrize("heading", [45.0, 90.0, 190.0])
@pytest.mark.parametrize("distance", [400e3, 2400e3])
def test_the_turn_of_the_earth_during_a_fall(latitude, heading, distance):
    """Against the same fall by leap-frog steps."""
    expected = (flown(latitude, heading, distance) - heading + 180.0) % 360.0 - 180.0
    assert float(fall_offset_deg(latitude, heading, distance)[0]) == approx(expected, abs=0.02)


def test_a_coasting_turn_costs_what_the_books_say():
    assert float(turn_cost_m_s(27.0, 6000.0, 6000.0)) == approx(2 * 6000.0 * np.sin(np.radians(13.5)))
    assert float(turn_cost_m_s(0.0, 3000.0)) == approx(0.0, abs=1e-9)


def test_mcdowells_extra_speeds_lie_within_a_stage():
    """facts 3: from a 73 deg to a 97 deg orbit south of Korea is a turn of 27 deg; +0.6 km/s (C) and +1.9 km/s (B)."""
    assert float(turn_cost_m_s(27.0, 3_300.0)) == approx(600.0, abs=50.0)
    assert float(turn_cost_m_s(27.0, 6_000.0)) == approx(1900.0, abs=100.0)


# ── The misreadings of 2012 and 2023 ─────────────────────────────────────────────────────────────────


def test_2012_is_not_read_as_polar_alone():
    """Flown straight the areas give 82 to 90 deg, 7 to 15 short of what was claimed; the set holds both."""
    found = implied_distribution(*SOHAE, AREAS_2012, year=2012)
    straight = next(each for each in found.hypotheses if each.kind == "direct")
    assert straight.inclination.low > 82.0 and straight.inclination.high < 91.0
    assert found.holds(97.4) and found.holds(88.0)
    assert found.probability(96.0, 100.0) > 0.15


def test_2023_is_not_read_as_73_alone():
    """The stage-2 area implies 73 deg flown straight; 97 was flown. The set holds both, and not everything."""
    found = implied_distribution(*SOHAE, AREAS_2023, year=2023)
    bent = next(each for each in found.hypotheses if each.kind == "dog-leg")
    assert bent.inclination.low < 73.0 < bent.inclination.high
    assert found.holds(97.4) and found.holds(73.0)
    assert found.probability(96.0, 100.0) > found.probability(71.0, 75.0)
    assert found.width_deg < 35.0


def told_2023():
    lift_off = datetime(2023, 11, 21, 13, 42, 28, tzinfo=UTC)
    return implied_finding(
        "2023",
        Site(latitude_deg=SOHAE[0], longitude_deg=SOHAE[1], name="Sohae"),
        implied_distribution(*SOHAE, AREAS_2023, year=2023),
        launch_span((), lift_off),
        orientation=bundled_orientation(),
    )


def outcome(kind, inclination):
    return next(
        row
        for row in told_2023().details["outcomes"]
        if row["kind"] == kind and row["inclination_deg"]["low"] <= inclination <= row["inclination_deg"]["high"]
    )


def test_2023_scenarios_cross_the_equator_where_mcdowell_has_them():
    """facts 3: scenario A (73 deg) at 132 E, C (97 deg) at 122 E, +0.6 km/s; flown at 120.0 E, node at 10.0 h local."""
    straight, turned = outcome("dog-leg", 73.0), outcome("onward", 97.4)
    assert straight["equator_longitude_deg"]["low"] <= 132.0 <= straight["equator_longitude_deg"]["high"]
    crossing, hours, speed = (turned[name] for name in ("equator_longitude_deg", "node_mean_time_h", "extra_speed_m_s"))
    assert crossing["low"] <= 120.05 <= crossing["high"] and crossing["low"] <= 122.0 <= crossing["high"]
    assert hours["low"] <= 10.0 <= hours["high"]
    assert speed["low"] <= 600.0 <= speed["high"]


# ── Shape ─────────────────────────────────────────────────────────────────────────────────────────────


def test_due_east_from_the_cape():
    found = implied_distribution(*CAPE, ahead(CAPE, 90.0, 700, half_km=30.0), year=2018)
    assert found.hypotheses[0].kind in ("direct", "coast")
    assert found.holds(28.5) and found.holds(27.0)
    assert found.width_deg < 12.0


def test_north_east_from_the_cape_is_the_station():
    found = implied_distribution(*CAPE, ahead(CAPE, 43.0, 780), year=2018)
    assert found.hypotheses[0].kind == "direct" and found.hypotheses[0].weight > 0.8
    assert found.holds(51.6) and found.width_deg < 8.0


@settings(max_examples=15, deadline=None)
@given(st.floats(0.0, 359.0), st.floats(8.0, 55.0), st.integers(1964, 2030))
def test_weights_are_probabilities(azimuth, latitude, year):
    site = (latitude, -150.0)
    found = implied_distribution(*site, ahead(site, azimuth, 500, 2500), year=year)
    assert found.density.sum() == approx(1.0)
    assert (found.density >= 0.0).all()
    assert sum(share for *_, share in found.intervals) >= 0.9 - 1e-9
    assert sum(each.weight for each in found.hypotheses) == approx(1.0, abs=0.01)
    assert sum(each.weight for each in found.outcomes) <= 1.0 + 1e-9
    assert found.holds(float(GRID_DEG[int(np.argmax(found.density))]))


def test_south_mirrors_north():
    """A site without a history, mirrored at the equator, sees the mirrored flight."""
    north, south = (30.0, -150.0), (-30.0, -150.0)
    one = implied_distribution(*north, ahead(north, 140.0, 500, 2500), year=2020)
    other = implied_distribution(*south, ahead(south, 40.0, 500, 2500), year=2020)
    assert one.density == approx(other.density, abs=1e-3)


def test_areas_that_show_no_direction_are_refused():
    with pytest.raises(InputError, match="no area says where"):
        implied_distribution(*CAPE, [circle("A", *CAPE, 30.0)], year=2018)
    with pytest.raises(InputError, match="too far"):
        implied_distribution(*CAPE, [circle("A", -28.0, 95.0, 30.0)], year=2018)
    with pytest.raises(InputError, match="none given"):
        implied_distribution(*CAPE, [], year=2018)


def test_the_area_around_the_pad_is_left_out_with_a_reason():
    found = implied_distribution(*CAPE, [circle("A", 28.5, -80.3, 40.0), *ahead(CAPE, 43.0, 780)], year=2018)
    assert [label for label, _ in found.left_out] == ["A"]
    assert len(found.legs) == 1


def test_a_second_copy_of_an_area_counts_once():
    once = implied_distribution(*CAPE, ahead(CAPE, 43.0, 780), year=2018)
    twice = implied_distribution(*CAPE, [*ahead(CAPE, 43.0, 780), *ahead(CAPE, 43.0, 785)], year=2018)
    assert once.density == approx(twice.density)


WARNING = """NAVAREA XII 417/18.
EASTERN NORTH PACIFIC.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 080151Z TO 080306Z OCT
   IN AREA BOUND BY 33-03N 121-07W, 32-37N 120-35W, 31-14N 121-41W, 32-20N 122-34W.
2. HAZARDOUS OPERATIONS, SPACE DEBRIS 080407Z TO 080422Z OCT
   IN AREA BOUND BY 00-52S 152-42W, 07-06N 158-07W, 19-27N 153-30W, 14-23N 147-19W.
3. CANCEL THIS MSG 120522Z OCT 18.
"""


def test_an_upper_stages_debris_is_no_area_of_the_ascent():
    (notice,) = parse_notice(WARNING, year=2018)
    kept, left = areas_of_ascent(notice)
    assert len(kept) == 1 and len(left) == 1
    assert float(geodesic_inverse(34.63, -120.61, *kept[0].region().centroid)[0]) < 400e3


# ── Counts of launches ────────────────────────────────────────────────────────────────────────────────


def test_only_periods_before_the_year_count():
    assert history_at(*SOHAE).site == "SOHAE"
    early, late = (inclination_prior(*SOHAE, year) for year in (2011, 2025))
    sun = (GRID_DEG > 96.5) & (GRID_DEG < 98.5)
    assert late[sun].sum() > 1.5 * early[sun].sum()
    for prior in (early, late, inclination_prior(0.0, -150.0, 2026)):
        assert prior.sum() == approx(1.0) and (prior >= 0.0).all()


def test_a_place_without_history():
    assert history_at(45.0, -140.0) is None


def test_the_speed_of_a_circular_orbit():
    speed = CIRCULAR_SPEED_M_S
    assert speed == approx(7612.6, abs=0.1)  # sqrt(398600.44 / 6878.137)
