"""GeoJSON by the rules of RFC 7946."""

from __future__ import annotations

import json

import pytest
import shapely
from samples import AT, antimeridian, galaxy, open_ended

from bongsu.exchange import CREDIT, notices_to_geojson


def rings(geometry):
    """Every ring of a polygon or multipolygon."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for part in parts for ring in part]


@pytest.mark.parametrize("make", [galaxy, antimeridian, open_ended])
def test_rules_of_rfc_7946(make):
    """Section 3.1.6: closed, counter-clockwise; 3.1.9: cut at 180; 4: longitude first, within +-180."""
    body = notices_to_geojson(make(), at=AT)
    assert (body["type"], body["generated"], body["credit"]) == ("FeatureCollection", "2026-11-25T00:00:00Z", CREDIT)
    assert len({feature["id"] for feature in body["features"]}) == len(body["features"])
    for feature in body["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert shapely.is_valid(shapely.geometry.shape(feature["geometry"]))
        for ring in rings(feature["geometry"]):
            assert ring[0] == ring[-1]
            assert shapely.LinearRing(ring).is_ccw
            assert all(-180 <= longitude <= 180 and -90 <= latitude <= 90 for longitude, latitude in ring)
    assert json.dumps(body, allow_nan=False)


def test_the_first_corner_of_galaxy_is_longitude_first():
    """28-39.92N 080-38.33W by hand: -80.638833, 28.665333."""
    feature = notices_to_geojson(galaxy(), at=AT)["features"][0]
    assert [-80.6388333, 28.6653333] in feature["geometry"]["coordinates"][0]
    assert feature["properties"]["notice"] == "NAVAREA IV 1177/22"
    assert len(feature["properties"]["windows"]) == 7
    assert feature["properties"]["windows"][0] == {"start": "2022-11-12T16:06:00Z", "end": "2022-11-12T18:54:00Z"}


def test_the_cut_and_the_pole():
    across, polar = notices_to_geojson(antimeridian(), at=AT)["features"]
    west, east = (shapely.geometry.shape(across["geometry"]).geoms[n].bounds for n in (0, 1))
    assert {west[0], west[2], east[0], east[2]} == {-180.0, -179.0, 179.0, 180.0}
    assert shapely.geometry.shape(polar["geometry"]).covers(shapely.Point(-170.0, 89.9))
    assert shapely.geometry.shape(polar["geometry"]).bounds[3] == 90.0


def test_what_a_notam_adds():
    (feature,) = notices_to_geojson(open_ended(), at=AT)["features"]
    assert feature["properties"]["approximate"] is True
    assert feature["properties"]["limits"] == "SFC to FL200"
    assert feature["properties"]["windows"] == [{"start": "2023-05-30T15:00:00Z", "end": None}]
