"""Regions anywhere on Earth: inside, distance, area, centre, and their flat form."""

import itertools
import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import (
    LARGEST_REACH_M,
    Region,
    constants,
    geodesic_direct,
    geodesic_inverse,
    geodesic_points,
    region_from_circle,
    region_from_line,
    untangle_ring,
)
from bongsu.errors import InputError

# facts.md 2a: stage-1 box of December 2012 in the order published, whose edges cross
DECEMBER_2012 = [
    (35 + 44 / 60 + 6 / 3600, 124 + 30 / 60 + 30 / 3600),
    (35 + 44 / 60 + 7 / 3600, 124 + 54 / 60 + 23 / 3600),
    (34 + 58 / 60 + 36 / 3600, 124 + 32 / 60 + 32 / 3600),
    (34 + 58 / 60 + 43 / 3600, 124 + 56 / 60 + 11 / 3600),
]
places = st.tuples(
    st.one_of(st.sampled_from([90.0, -90.0, 89.9, -89.9, 0.0]), st.floats(-90.0, 90.0)),
    st.one_of(st.sampled_from([-180.0, 179.99, -179.99, 0.0]), st.floats(-180.0, 180.0, exclude_max=True)),
)


@st.composite
def convex_rings(draw):
    """Corners on a circle about a place, which is then inside: (place, radius, ring)."""
    latitude, longitude = draw(places)
    radius = 10.0 ** draw(st.floats(3.0, 6.6))
    count = draw(st.integers(3, 8))
    shares = np.cumsum([draw(st.floats(0.6, 1.0)) for _ in range(count)])
    azimuths = shares / shares[-1] * 360.0
    assume(np.max(np.diff(np.append(azimuths, azimuths[0] + 360.0))) < 160.0)
    ring = list(zip(*geodesic_direct(latitude, longitude, azimuths, radius), strict=True))
    return (latitude, longitude), radius, ring


def flat_area_km2(geometry):
    """Area of a GeoJSON geometry drawn with straight edges in longitude and latitude, on the ellipsoid.

    Snyder, Map Projections (USGS PP 1395), equation 3-12, with the trapezoid rule; clockwise rings are negative.
    """
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    e2, a = constants.WGS84_ECCENTRICITY_SQUARED, constants.WGS84_EQUATORIAL_RADIUS_M
    e, total = math.sqrt(e2), 0.0
    for polygon in polygons:
        ring = np.array(polygon[0])
        for one, two in itertools.pairwise(ring):
            longitude, latitude = np.linspace(one, two, 40).T
            sine = np.sin(np.radians(latitude))
            height = a * a * (1 - e2) / 2 * (sine / (1 - e2 * sine**2) + np.arctanh(e * sine) / e)
            total -= np.sum(np.diff(np.radians(longitude)) * (height[1:] + height[:-1]) / 2)
    return total / 1e6


@given(convex_rings())
@example(((90.0, 0.0), 5e5, [(85.0, 0.0), (85.0, 120.0), (85.0, -120.0)]))
@settings(max_examples=60, deadline=None)
def test_convex_region_holds_its_centre_and_centroid_anywhere(case):
    place, _, ring = case
    region = Region.from_ring(ring)
    assert region.contains(*place)
    assert region.contains(*region.centroid)
    assert region.distance_m(*region.centroid) == 0.0


@given(convex_rings())
@settings(max_examples=40, deadline=None)
def test_flat_form_keeps_area_range_and_winding(case):
    """RFC 7946: longitude within +-180, outer rings counter-clockwise. Area within 1 %: edges are cut at 50 km."""
    _, radius, ring = case
    assume(radius > 5_000.0)  # below, the coordinates' 1e-7 deg at a pole is itself a percent
    region = Region.from_ring(ring)
    geometry = region.to_geojson()
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        outline = np.array(polygon[0])
        assert (outline[0] == outline[-1]).all()
        assert (np.abs(outline[:, 0]) <= 180.0).all() and (np.abs(outline[:, 1]) <= 90.0).all()
        assert flat_area_km2({"type": "Polygon", "coordinates": polygon}) > 0.0
    assert flat_area_km2(geometry) == approx(region.area_km2, rel=0.01)


@given(convex_rings())
@settings(max_examples=30, deadline=None)
def test_corners_lie_on_the_boundary_and_the_far_side_outside(case):
    (latitude, longitude), radius, ring = case
    region = Region.from_ring(ring)
    assert np.max(region.distance_m(*np.array(ring).T)) < 1e-3
    far = geodesic_direct(latitude, longitude, np.arange(0.0, 360.0, 30.0), radius * 1.05)
    assert not region.contains(*far).any()
    assert not region.contains(*geodesic_direct(latitude, longitude, 0.0, 19_900_000.0))


def test_box_of_december_2012_is_untangled():
    """facts.md 3: centre 478 km at 179.8 deg from Sohae (39.6596 N 124.7057 E); the box is 36 x 84 km."""
    with pytest.raises(InputError, match="cross"):
        Region.from_ring(DECEMBER_2012)
    ring, changed = untangle_ring(DECEMBER_2012)
    assert changed
    assert set(ring) == set(DECEMBER_2012)
    region = Region.from_ring(ring)
    distance, azimuth, _ = geodesic_inverse(39.6596, 124.7057, *region.centroid)
    assert distance / 1e3 == approx(478, abs=0.5)
    assert azimuth == approx(179.8, abs=0.05)
    assert region.area_km2 == approx(36 * 84, rel=0.01)


def test_simple_rings_are_left_alone():
    ring = ((0.0, 0.0), (0.0, 2.0), (1.0, 1.0), (2.0, 2.0), (2.0, 0.0))  # not convex, but simple
    assert untangle_ring(ring) == (ring, False)
    assert untangle_ring([*ring, ring[0]]) == (ring, False)


@given(st.permutations(range(6)))
@settings(max_examples=40, deadline=None)
def test_any_order_of_convex_corners_untangles(order):
    corners = list(zip(*geodesic_direct(-18.0, 180.0, np.arange(0.0, 360.0, 60.0), 80_000.0), strict=True))
    ring, _ = untangle_ring([corners[index] for index in order])
    assert Region.from_ring(ring).area_km2 == approx(Region.from_ring(corners).area_km2, rel=1e-9)


def test_octant_has_an_eighth_of_the_ellipsoid():
    """The surface of WGS 84 is 510,065,621.7 km2 (Moritz 2000 for GRS 80: 510,065,621.7)."""
    region = Region.from_ring([(0.0, 0.0), (0.0, 90.0), (90.0, 0.0)])
    assert region.area_km2 == approx(510_065_621.7 / 8, rel=1e-8)
    assert region.centroid == approx((35.26, 45.0), abs=0.1)  # (1, 1, 1) on a sphere
    assert flat_area_km2(region.to_geojson()) == approx(region.area_km2, rel=1e-3)


def test_ring_around_a_pole_holds_the_pole():
    for pole in (90.0, -90.0):
        region = Region.from_ring([(pole * 8 / 9, longitude) for longitude in (0.0, 90.0, 180.0, -90.0)])
        assert region.contains(pole, 33.0)
        assert not region.contains(pole * 0.8, 0.0)
        outline = np.array(region.to_geojson()["coordinates"][0])
        assert pole in outline[:, 1] and {-180.0, 180.0} <= set(outline[:, 0])


def test_corner_at_the_pole_and_edge_over_the_pole_draw_right():
    wide = Region.from_ring([(80.0, 0.0), (80.0, -100.0), (90.0, 5.0), (80.0, 100.0)])  # 200 deg at the pole
    half = Region.from_ring([(-80.0, 0.0), (-80.0, 180.0), (-70.0, 90.0)])  # one edge goes over the pole
    for region in (wide, half):
        assert flat_area_km2(region.to_geojson()) == approx(region.area_km2, rel=1e-3)
    assert wide.contains(85.0, 0.0) and not wide.contains(89.0, 180.0)
    assert half.contains(-85.0, 90.0) and not half.contains(-85.0, -90.0)


def test_area_across_180_is_cut_there():
    """NAVAREA XII 191/23 ran from 178-52W to 173-24E; a small box of that kind."""
    region = Region.from_ring([(10.0, 170.0), (10.0, -170.0), (20.0, -170.0), (20.0, 170.0)])
    geometry = region.to_geojson()
    assert geometry["type"] == "MultiPolygon"
    sides = sorted(
        (min(p[0] for p in polygon[0]), max(p[0] for p in polygon[0])) for polygon in geometry["coordinates"]
    )
    assert sides == [(-180.0, -170.0), (170.0, 180.0)]
    assert region.contains([15.0, 15.0, 15.0], [180.0, -179.0, 0.0]).tolist() == [True, True, False]


def test_area_that_ends_at_180_is_not_cut():
    for west, east in ((170.0, 180.0), (-180.0, -170.0)):
        region = Region.from_ring([(10.0, west), (10.0, east), (20.0, east), (20.0, west)])
        outline = np.array(region.to_geojson()["coordinates"][0])
        assert (outline[:, 0].min(), outline[:, 0].max()) == (west, east)


def test_ring_is_kept_counter_clockwise_without_closing_corner():
    clockwise = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    region = Region.from_ring(clockwise)
    assert region.polygons == (((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)),)
    assert region == Region.from_ring(clockwise[:-1])
    assert hash(region) == hash(Region.from_ring(clockwise[:-1]))


def test_several_polygons_make_one_region():
    region = Region(polygons=(((0, 0), (0, 1), (1, 1), (1, 0)), ((10, 10), (10, 11), (11, 11), (11, 10))))
    parts = [Region.from_ring(ring) for ring in region.polygons]
    assert region.area_km2 == approx(sum(part.area_km2 for part in parts))
    assert region.contains([0.5, 10.5, 5.0], [0.5, 10.5, 5.0]).tolist() == [True, True, False]
    assert region.distance_m(5.0, 5.0) == min(part.distance_m(5.0, 5.0) for part in parts)
    assert region.to_geojson()["type"] == "MultiPolygon"
    assert len(region.corners) == 8


@given(st.floats(-85.0, 85.0), st.floats(-180.0, 180.0, exclude_max=True))
@settings(max_examples=40, deadline=None)
def test_distance_is_that_of_the_nearest_edge_point(latitude, longitude):
    """Against 2,000 points along every edge, spaced at most 4.2 km: one lies within 2.1 km of the foot."""
    ring = [(10.0, -30.0), (60.0, -20.0), (50.0, 40.0), (-10.0, 50.0)]
    region = Region.from_ring(ring)
    nearest = math.inf
    for one, two in zip(ring, ring[1:] + ring[:1], strict=True):
        length, azimuth, _ = geodesic_inverse(*one, *two)
        nearest = min(
            nearest, geodesic_inverse(latitude, longitude, *geodesic_points(*one, azimuth, length, 2000))[0].min()
        )
    found = region.distance_m(latitude, longitude)
    if region.contains(latitude, longitude):
        assert found == 0.0
    else:
        assert found == approx(nearest, rel=2e-5, abs=2_100.0)


def test_circle():
    """Corners lie at the radius; the polygon's area is the cap's less 0.02 % (180 corners)."""
    region = region_from_circle(33.25, -120.2166667, 33 * 1852.0)
    distance, _, _ = geodesic_inverse(33.25, -120.2166667, *np.array(region.corners).T)
    assert distance == approx(33 * 1852.0, abs=1e-6)
    assert region.area_km2 == approx(math.pi * (33 * 1.852) ** 2, rel=4e-4)
    assert region.centroid == approx((33.25, -120.2166667), abs=1e-4)
    assert region.distance_m(33.25, 0.0) == approx(
        geodesic_inverse(33.25, -120.2166667, 33.25, 0.0)[0] - 33 * 1852.0, rel=1e-4
    )


def test_small_circle_keeps_its_centre():
    region = region_from_circle(39.66, 124.7, 5.0)
    assert geodesic_inverse(*region.centroid, 39.66, 124.7)[0] < 0.01
    assert region.area_km2 == approx(math.pi * 25e-6, rel=1e-3)


def test_line():
    """A strip about a line: 2 w L + pi w2 for one straight leg, within the sphere's curvature of so short a leg."""
    end = geodesic_direct(19.0, 85.0, 40.0, 100_000.0)
    region = region_from_line([(19.0, 85.0), end], 20_000.0)
    assert region.area_km2 == approx(2 * 20 * 100 + math.pi * 20**2, rel=1e-3)
    assert region.contains(*end)
    beside = geodesic_direct(*geodesic_direct(19.0, 85.0, 40.0, 50_000.0), 130.0, [19_900.0, 20_100.0])
    assert region.contains(*beside).tolist() == [True, False]


def test_line_with_a_bend_across_180():
    points = [(10.0, 170.0), (15.0, 178.0), (12.0, -172.0)]
    region = region_from_line(points, 50_000.0)
    assert all(region.contains(*point) for point in points)
    assert region.to_geojson()["type"] == "MultiPolygon"


def test_line_that_closes_around_a_hole_is_refused():
    with pytest.raises(InputError, match="hole"):
        region_from_line([(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)], 10_000.0)


@pytest.mark.parametrize(
    ("ring", "message"),
    [
        ([(0, 0), (0, 1)], "2 different corners; at least 3"),
        ([(0, 0), (0, 1), (0, 0), (0, 1)], "meet or cross|no area|at least 3"),
        ([(0, 0), (0, 1), (0, 2)], "no area|meet or cross"),
        ([(0, 0), (math.nan, 1), (1, 1)], "not finite"),
        ([(0, 0), (math.inf, 1), (1, 1)], "not finite"),
        ([(0, 0), (120, 1), (1, 1)], "not on Earth"),
        ([(-5, 0), (-5, 120), (-5, -120)], "9,000 km from its centre"),
        ([(0, 0), (0, 120), (0, -120)], "9,000 km from its centre"),
        ([(0, 0), (1, 1), (0, 1), (1, 0)], "cross"),
    ],
)  # fmt: skip
def test_what_is_no_region_is_refused(ring, message):
    with pytest.raises(InputError, match=message):
        Region.from_ring(ring)


@pytest.mark.parametrize("radius", [0.0, -1.0, math.nan, LARGEST_REACH_M * 1.001])
def test_radius_out_of_range_is_refused(radius):
    with pytest.raises(InputError, match="radius"):
        region_from_circle(0.0, 0.0, radius)


def test_region_without_polygon_is_refused():
    with pytest.raises(InputError, match="no polygon"):
        Region(polygons=())


def test_nan_is_never_inside_and_has_no_distance():
    region = region_from_circle(0.0, 0.0, 1e5)
    assert region.contains([0.0, math.nan], 0.0).tolist() == [True, False]
    assert math.isnan(region.distance_m(math.nan, 0.0))


def test_importing_the_room_costs_no_geometry_library():
    code = (
        "import bongsu.earth, sys; print([m for m in ('shapely', 'antimeridian', 'geographiclib') if m in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"
