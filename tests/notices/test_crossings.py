"""Who is touched: regions, places and routes against areas, sure and unsure."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import ChartShape, Window, geodesic_direct, geodesic_inverse
from bongsu.errors import InputError
from bongsu.notices import RELATIONS, AreaToWarn, Party, Route, passage, relation_to

KNOT = 1852.0 / 3600.0


def box(south, north, west, east):
    return ChartShape.from_rings([[[(south, west), (south, east), (north, east), (north, west)]]])


def area(shape, **more):
    return AreaToWarn(notice="", label="area A", shape=shape, **more)


def centre(latitude, longitude, uncertainty_m):
    return area(ChartShape.from_points([(latitude, longitude)]), uncertainty_m=uncertainty_m)


REGION = Party(kind="FIR", name="X", shape=box(30, 40, 120, 130))


def test_inside_partly_and_outside():
    assert relation_to(area(box(32, 33, 122, 123)), REGION).relation == "inside"
    half = relation_to(area(box(32, 33, 129, 131)), REGION)
    assert (half.relation, half.share) == ("partly inside", approx(0.5, abs=1e-6))
    away = relation_to(area(box(32, 33, 131, 132)), REGION)
    assert (away.relation, away.share) == ("outside", None)
    assert away.distance_m.low == approx(geodesic_inverse(33, 130, 33, 131)[0], rel=1e-4)


def test_across_180_and_over_the_pole():
    region = Party(kind="NAVAREA", name="Y", shape=box(0, 60, 170, 190))
    split = relation_to(area(box(10, 12, 178, 182)), region)
    assert split.relation == "inside"
    cap = ChartShape.from_rings([[[(80.0, longitude) for longitude in range(-180, 180, 30)]]])
    assert relation_to(area(cap), Party(kind="NAVAREA", name="Z", shape=box(60, 90, -180, 180))).relation == "inside"


@settings(max_examples=60)
@given(st.floats(28, 42), st.floats(118, 132), st.floats(1_000, 200_000), st.floats(0, 1), st.floats(0, 360))
def test_a_range_holds_the_truth(latitude, longitude, uncertainty, share, azimuth):
    """Wherever the centre really is within its uncertainty, the answer allows for it."""
    said = relation_to(centre(latitude, longitude, uncertainty), REGION)
    truth = ChartShape.from_points([geodesic_direct(latitude, longitude, azimuth, share * uncertainty)])
    inside = REGION.shape.touches(truth)
    distance = REGION.shape.distance_m(truth)
    assert said.distance_m.low - 20.0 <= distance <= said.distance_m.high + 20.0
    assert said.relation in RELATIONS
    if said.relation == "inside":
        assert inside or distance < 20.0
    if said.relation == "outside":
        assert not inside


def test_loose_limits_give_a_range():
    loose = Party(kind="NAVAREA", name="X", shape=REGION.shape, loose_m=50_000.0)
    near = relation_to(area(box(32, 33, 130.2, 131)), loose)
    assert near.relation == "may be inside"
    assert near.distance_m.low == 0.0


def test_a_position_inside_has_its_edge():
    """20 NM in from the west edge of a box of two degrees."""
    ship = Party(kind="position", name="own", shape=ChartShape.from_points([geodesic_direct(36, 124, 90, 37_040.0)]))
    found = relation_to(area(box(35, 37, 124, 126)), ship)
    assert found.relation == "inside"
    assert found.edge_m is not None and found.edge_m.low == approx(37_040.0, rel=1e-3)


WINDOWS = (
    Window(start=datetime(2026, 3, 10, 6, tzinfo=UTC), end=datetime(2026, 3, 10, 8, tzinfo=UTC)),
    Window(start=datetime(2026, 3, 11, 6, tzinfo=UTC), end=datetime(2026, 3, 11, 8, tzinfo=UTC)),
)


def route(**more):
    """Along 36 N from 123 E: the area's edge at 124 E is 48.7 NM away, its far side 97.3 NM."""
    return Route(
        **({"name": "r", "places": ((36.0, 123.0), (36.0, 127.0)), "speed_m_s": (10 * KNOT, 20 * KNOT)} | more)
    )


def test_minutes_to_the_edge():
    found = passage(area(box(35, 37, 124, 125), windows=WINDOWS), route())
    (stretch,) = found.stretches
    miles = geodesic_inverse(36, 123, 36, 124)[0] / 1852.0
    assert stretch.enter_m / 1852.0 == approx(miles, rel=1e-4)
    assert (stretch.enter_s.low, stretch.enter_s.high) == (
        approx(miles / 20 * 3600, rel=1e-3),
        approx(miles / 10 * 3600, rel=1e-3),
    )
    assert stretch.windows is None and stretch.before is None


@pytest.mark.parametrize(
    ("departs", "windows", "before"),
    [
        (datetime(2026, 3, 10, 2, tzinfo=UTC), 1, True),  # enters between 04:26 and 06:52
        (datetime(2026, 3, 9, 18, tzinfo=UTC), 0, True),  # out by 03:44
        (datetime(2026, 3, 12, 0, tzinfo=UTC), 0, False),
    ],
)
def test_windows_of_a_stretch(departs, windows, before):
    (stretch,) = passage(area(box(35, 37, 124, 125), windows=WINDOWS), route(departs=departs)).stretches
    assert len(stretch.windows) == windows
    assert (stretch.before is not None and stretch.before > timedelta(0)) == before


def test_a_route_that_passes_by():
    found = passage(area(box(37, 38, 124, 125)), route())
    assert found.relation == "outside"
    assert found.distance_m.low == approx(geodesic_inverse(36, 124.5, 37, 124.5)[0], rel=1e-3)


def test_an_unsure_area_may_be_crossed():
    found = passage(centre(36.2, 125.0, 40_000.0), route())
    assert found.relation == "may be inside"
    assert len(found.stretches) == 1


@pytest.mark.parametrize("speed", [(0.0, 1.0), (5.0, 4.0), (-1.0, 2.0)])
def test_a_speed_that_is_none(speed):
    with pytest.raises(InputError, match="speed"):
        route(speed_m_s=speed)
