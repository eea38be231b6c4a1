"""Shapes of a chart: what touches what, areas and distances on the ellipsoid, routes."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import (
    ChartShape,
    Region,
    geodesic_direct,
    geodesic_inverse,
    region_from_circle,
    route_points,
    stretches_m,
)
from bongsu.errors import InputError

BOX = [[(10.0, 170.0), (10.0, -170.0), (-10.0, -170.0), (-10.0, 170.0)]]  # across 180 degrees


def test_an_area_across_the_180th_meridian():
    """Its two halves are one: the cut is no edge."""
    shape = ChartShape.from_rings([BOX])
    assert shape.geometry.bounds == (-180.0, -10.0, 180.0, 10.0)
    assert shape.contains(0.0, 180.0) and shape.contains(0.0, -175.0) and not shape.contains(0.0, 160.0)
    assert shape.edge_distance_m(0.0, 180.0) == approx(geodesic_inverse(0.0, 180.0, 0.0, 170.0)[0], rel=1e-2)
    assert shape.edge_distance_m(0.0, 180.0) > 1_000_000.0


def test_doubled_corners_at_180_and_a_belt():
    """A naive ring that names both edges, and a belt whose sides are the chart's edges."""
    naive = ChartShape.from_rings([[[(0, 170), (0, 180), (0, -180), (0, -170), (10, -170), (10, 170)]]])
    assert naive.contains(5, 180) and naive.contains(5, -175) and not naive.contains(5, 0)
    belt = ChartShape.from_rings([[[(-10, -180), (-10, 180), (10, 180), (10, -180)]]])
    assert belt.contains(0, 0) and belt.contains(0, 180)
    assert belt.edge_distance_m(0, 180) == approx(1_105_854.8, rel=1e-4)  # 10 deg of latitude from the equator


@pytest.mark.parametrize("sign", [1, -1])
def test_an_area_around_a_pole(sign):
    """The cap beyond 80 degrees: 3.9 million km2 by the ellipsoid's closed form."""
    ring = [(sign * 80.0, longitude) for longitude in range(-180, 180, 20)]
    shape = ChartShape.from_rings([[ring]])
    assert shape.contains(sign * 90.0, 0.0) and shape.contains(sign * 85.0, 123.0) and not shape.contains(0.0, 0.0)
    assert shape.edge_distance_m(sign * 90.0, 0.0) == approx(geodesic_inverse(90, 0, 80, 0)[0], rel=1e-3)
    e2, a = 0.00669437999014, 6378.137
    e = math.sqrt(e2)

    def q(degrees):
        sine = math.sin(math.radians(degrees))
        return (1 - e2) * (sine / (1 - e2 * sine * sine) + math.atanh(e * sine) / e)

    assert shape.area_km2 == approx(math.pi * a * a * (q(90) - q(80)), rel=1e-6)


def test_edges_follow_parallels():
    """NAVAREA XI ends at 45 N between 138 and 180 E: a geodesic there would bulge 2 degrees north."""
    chart = ChartShape.from_rings([[[(45, 180), (45, 138.33), (0, 141), (0, 180)]]])
    bent = Region.from_ring([(45, 180), (45, 138.33), (0, 141), (0, 180)])
    assert not chart.contains(46.5, 160.0) and bent.contains(46.5, 160.0)
    assert chart.distance_m(ChartShape.from_points([(46.0, 160.0)])) == approx(111_147.0, abs=200.0)


@settings(max_examples=25)
@given(st.floats(-85, 85), st.floats(-180, 179.9), st.floats(0, 359.9), st.floats(2e5, 5e6))
def test_distance_to_a_circle(latitude, longitude, azimuth, distance):
    """A place at a known distance from a circle's centre is that less the radius away."""
    circle = ChartShape.from_region(region_from_circle(latitude, longitude, 100_000.0))
    place = ChartShape.from_points([geodesic_direct(latitude, longitude, azimuth, distance)])
    assert circle.distance_m(place) == approx(distance - 100_000.0, rel=3e-4, abs=60.0)


@settings(max_examples=25)
@given(st.floats(-80, 80), st.floats(-180, 179.9), st.floats(20e3, 400e3))
def test_area_of_a_region(latitude, longitude, radius):
    region = region_from_circle(latitude, longitude, radius)
    shape = ChartShape.from_region(region)
    assert shape.area_km2 == approx(region.area_km2, rel=2e-4)
    half = ChartShape.from_rings([[[(-90, -180), (latitude, -180), (latitude, 180), (-90, 180)]]])
    assert shape.shared_km2(half) == approx(region.area_km2 / 2, rel=0.1)


def test_rhumb_and_great_circle_legs():
    """Bowditch: a rhumb along a parallel is longer than the great circle, and both meet the ends."""
    lat, lon, rhumb = route_points([(40, 140), (40, -130)])
    assert np.allclose(lat, 40.0) and lon[-1] == approx(230.0)
    lat, _, great = route_points([(40, 140), (40, -130)], legs="great circle")
    assert great[-1] == approx(geodesic_inverse(40, 140, 40, -130)[0], rel=1e-6)
    assert rhumb[-1] > great[-1] and lat.max() > 49.0


def test_stretches_through_an_area_across_180():
    lat, lon, run = route_points([(0, 160), (0, -160)])
    ((enter, leave),) = stretches_m(ChartShape.from_rings([BOX]), lat, lon, run)
    assert enter == approx(geodesic_inverse(0, 160, 0, 170)[0], abs=1.0)
    assert leave - enter == approx(geodesic_inverse(0, 170, 0, -170)[0], abs=1.0)


def test_a_route_over_the_pole():
    cap = ChartShape.from_rings([[[(85.0, longitude) for longitude in range(-180, 180, 20)]]])
    lat, lon, run = route_points([(80, 10), (80, -169)], legs="great circle")
    ((enter, leave),) = stretches_m(cap, lat, lon, run)
    assert lat.max() > 89.8
    assert enter == approx(geodesic_inverse(80, 0, 85, 0)[0], rel=2e-3)
    assert leave - enter == approx(2 * geodesic_inverse(85, 0, 90, 0)[0], rel=2e-3)


@pytest.mark.parametrize(
    ("rings", "words"),
    [
        ([[[(0, 0), (0, 1)]]], "2 different corners"),
        ([[[(0, 0), (0, 1), (0, 2)]]], "no area"),
        ([[[(0, 0), (math.nan, 1), (0, 2)]]], "not a finite number"),
        ([[[(124, 36), (125, 36), (125, 37)]]], "longitude first"),
        ([[[((n * 7919) % 80, (n * 104729) % 170) for n in range(2000)]]], "edges that meet or cross"),
    ],
)
def test_what_is_no_area(rings, words):
    with pytest.raises(InputError) as error:
        ChartShape.from_rings(rings)
    assert words in f"{error.value} {error.value.advice}"


def test_a_hole_is_left_out():
    shape = ChartShape.from_rings([[[(0, 0), (0, 10), (10, 10), (10, 0)], [(4, 4), (4, 6), (6, 6), (6, 4)]]])
    assert shape.contains(2, 2) and not shape.contains(5, 5)
    assert shape.edge_distance_m(5, 5) == approx(110_575.0, rel=0.01)


def test_geojson_is_rfc_7946():
    body = ChartShape.from_rings([BOX]).to_geojson()
    assert body["type"] == "MultiPolygon"
    for ((*ring,),) in body["coordinates"]:
        twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
        assert twice > 0.0
