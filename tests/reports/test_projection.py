"""Shapes on the sphere become the right shapes in the picture."""

from __future__ import annotations

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from pytest import approx

from bongsu.reports.projection import (
    RIM_KM,
    AzimuthalEquidistant,
    Frame,
    circle,
    clip_line,
    clip_ring,
    densify,
    mean_direction,
    project_line,
    project_ring,
    simplify,
)

KOREA = AzimuthalEquidistant(latitude_deg=38.0, longitude_deg=127.0)


def shoelace_km2(rings):
    """Area by the even-odd rule of rings that do not cross: the rim, if there is one, holds the others."""
    areas = [abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2.0 for x, y in (ring.T for ring in rings)]
    return max(areas) - sum(sorted(areas)[:-1]) if len(areas) > 1 else areas[0]


def filled(rings, east, north):
    """Whether a point lies in rings by the even-odd rule (ray to the east)."""
    hits = 0
    for ring in rings:
        a, b = ring[:-1], ring[1:]
        across = (a[:, 1] > north) != (b[:, 1] > north)
        with np.errstate(divide="ignore", invalid="ignore"):
            x = a[:, 0] + (north - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
        hits += int(np.sum(across & (x > east)))
    return hits % 2 == 1


def test_published_example():
    """Snyder 1987, numerical example for the sphere: centre 40 N 100 W, point 20 S 100 E, R = 3.0 units."""
    projection = AzimuthalEquidistant(latitude_deg=40.0, longitude_deg=-100.0)
    east, north = projection.forward(-20.0, 100.0)
    assert float(east) * 3.0 / 6371.0088 == approx(-5.8311398, abs=1e-6)
    assert float(north) * 3.0 / 6371.0088 == approx(5.5444634, abs=1e-6)


@pytest.mark.parametrize("place", [(37.57, 126.98), (13.44, 144.79), (-33.9, 151.2), (38.9, -77.0), (89.9, 0.0)])
def test_distance_and_direction_from_the_centre_meet_the_geodesic(place):
    """WGS 84 by geographiclib; the sphere is within 0.6 per cent and 0.3 deg."""
    line = Geodesic.WGS84.Inverse(38.0, 127.0, *place)
    east, north = (float(value) for value in KOREA.forward(*place))
    assert np.hypot(east, north) == approx(line["s12"] / 1000.0, rel=0.006)
    assert (np.degrees(np.arctan2(east, north)) - line["azi1"] + 180) % 360 - 180 == approx(0.0, abs=0.3)


def test_forward_and_inverse_agree_everywhere():
    rng = np.random.default_rng(7)
    latitude, longitude = np.degrees(np.arcsin(rng.uniform(-1, 1, 2000))), rng.uniform(-180, 180, 2000)
    back_lat, back_lon = KOREA.inverse(*KOREA.forward(latitude, longitude))
    assert back_lat == approx(latitude, abs=1e-6)
    assert (back_lon - longitude + 180) % 360 - 180 == approx(np.zeros(2000), abs=1e-4)


def test_centre_and_antipode_are_finite():
    assert np.hypot(*KOREA.forward(38.0, 127.0)) == approx(0.0, abs=1e-9)
    assert np.hypot(*KOREA.forward(-38.0, -53.0)) == approx(RIM_KM, rel=1e-9)


BOX = [(30.0, 170.0), (30.0, -170.0), (50.0, -170.0), (50.0, 170.0)]  # across the 180th meridian
CAP = [(60.0, float(lon)) for lon in range(-180, 180, 20)]  # round the pole
BELT = [(10.0, float(lon)) for lon in range(-150, 151, 50)] + [(-10.0, float(lon)) for lon in range(150, -151, -50)]


@pytest.mark.parametrize("ring", [BOX, CAP], ids=["antimeridian", "pole"])
@pytest.mark.parametrize("centre", [(38.0, 127.0), (0.0, 180.0), (-40.0, 0.0), (90.0, 0.0), (-90.0, 0.0)])
def test_either_winding_and_either_writing_of_longitude_give_the_same_shape(ring, centre):
    projection = AzimuthalEquidistant(latitude_deg=centre[0], longitude_deg=centre[1])
    area = shoelace_km2(project_ring(projection, ring))
    assert shoelace_km2(project_ring(projection, ring[::-1])) == approx(area, rel=1e-6)
    assert shoelace_km2(project_ring(projection, [(lat, lon % 360.0) for lat, lon in ring])) == approx(area, rel=1e-6)
    assert shoelace_km2(project_ring(projection, [*ring, ring[0]])) == approx(area, rel=1e-9)


@pytest.mark.parametrize(
    ("ring", "inside", "outside"),
    [
        (
            BOX,
            [(40.0, 179.9), (40.0, -179.9), (40.0, 175.0)],
            [(40.0, 160.0), (40.0, 0.0), (-40.0, 0.0), (20.0, 180.0)],
        ),
        (CAP, [(90.0, 0.0), (85.0, 100.0), (75.0, -179.0)], [(40.0, 0.0), (0.0, 100.0), (-89.0, 0.0)]),
        (BELT, [(0.0, 0.0), (0.0, 120.0), (0.0, -120.0)], [(0.0, 180.0), (60.0, 0.0), (-60.0, 0.0)]),
    ],
    ids=["antimeridian", "pole", "wider than 180 deg"],
)
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "centre", [(38.0, 127.0), (-38.0, -53.0), (40.1, -0.1), (-40.1, 0.1), (89.0, 5.0), (-89.0, 5.0)]
)
def test_what_is_inside_on_earth_is_inside_in_the_picture(ring, inside, outside, turned, centre):
    """Also where the centre's antipode lies in the shape, as it does for some of these centres."""
    projection = AzimuthalEquidistant(latitude_deg=centre[0], longitude_deg=centre[1])
    rings = project_ring(projection, ring[::-1] if turned else ring)
    for place in inside:
        assert filled(rings, *(float(value) for value in projection.forward(*place))), place
    for place in outside:
        assert not filled(rings, *(float(value) for value in projection.forward(*place))), place


def test_a_shape_over_the_antipode_is_the_disc_less_its_outline():
    ring = np.stack(circle(-38.0, -53.0, 800.0), axis=1)
    rings = project_ring(KOREA, ring)
    assert len(rings) == 2
    assert np.hypot(*rings[1].T) == approx(np.full(181, RIM_KM))


def test_a_line_over_the_antipode_is_cut_not_drawn_across():
    line = [(-38.0 + offset, -53.0) for offset in np.linspace(-20.0, 20.0, 41)]
    parts = project_line(KOREA, line)
    assert all(np.hypot(*np.diff(part, axis=0).T).max() < 2000.0 for part in parts)


def test_densify_keeps_the_given_points_and_follows_the_great_circle():
    latitude, longitude = densify([0.0, 0.0], [-170.0, 170.0], 1.0)
    assert latitude.size == 21
    assert np.abs(longitude).min() >= 170.0 - 1e-9
    assert (latitude[0], longitude[0], latitude[-1], longitude[-1]) == (0.0, -170.0, 0.0, 170.0)


def test_clipping_keeps_parity_and_limits():
    frame = Frame(left=0.0, top=0.0, right=10.0, bottom=10.0)
    square = np.array([[-5.0, -5.0], [15.0, -5.0], [15.0, 15.0], [-5.0, 15.0], [-5.0, -5.0]])
    cut = clip_ring(square, frame)
    assert cut.min() == 0.0
    assert cut.max() == 10.0
    assert not len(clip_ring(square + 100.0, frame))
    parts = clip_line(np.array([[-5.0, 5.0], [5.0, 5.0], [50.0, 5.0], [50.0, 60.0], [5.0, 60.0], [5.0, 5.0]]), frame)
    assert len(parts) == 2


def test_simplify_stays_within_its_tolerance_and_keeps_the_ends():
    x = np.linspace(0.0, 100.0, 1001)
    line = np.stack([x, np.sin(x / 5.0)], axis=1)
    short = simplify(line, 0.01)
    assert len(short) < 400
    assert np.interp(x, short[:, 0], short[:, 1]) == approx(line[:, 1], abs=0.05)
    assert short[0] == approx(line[0])
    assert short[-1] == approx(line[-1])


def test_mean_direction_of_points_that_cancel():
    assert mean_direction([0.0, 0.0], [0.0, 180.0]) == approx((0.0, 0.0))


def test_many_vertices():
    """A ring of 100,000 points is projected and clipped whole."""
    turn = np.linspace(0.0, 2.0 * np.pi, 100_000)
    ring = np.stack([30.0 + 5.0 * np.sin(turn) + 0.1 * np.sin(900 * turn), 130.0 + 5.0 * np.cos(turn)], axis=1)
    frame = Frame(left=-500.0, top=-1500.0, right=900.0, bottom=500.0)
    clipped = [piece for part in project_ring(KOREA, ring) for piece in clip_ring(part, frame)]
    assert clipped
