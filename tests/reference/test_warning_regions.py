"""Shipped limits: 21 NAVAREAs and a few FIRs, held against places known and against other people's maps."""

import gzip
import json
import sqlite3

import pytest
import shapely

from bongsu.earth import ChartShape
from bongsu.notices import publisher
from bongsu.reference import flight_information_regions, navareas


def chart(region):
    return ChartShape.from_rings([[ring] for ring in region.rings])


def test_there_are_21_with_coordinators():
    assert len({each.id for each in navareas()}) == 21
    assert all(publisher(each.id) for each in navareas())


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((35.5, 124.5), "NAVAREA XI"),  # Yellow Sea
        ((26.0, 150.0), "NAVAREA XI"),
        ((21.3, -158.0), "NAVAREA XII"),  # Honolulu
        ((28.5, -80.0), "NAVAREA IV"),  # off Cape Canaveral
        ((50.0, -5.0), "NAVAREA I"),
        ((-35.0, 18.0), "NAVAREA VII"),
        ((10.0, 72.0), "NAVAREA VIII"),
        ((-36.0, 175.0), "NAVAREA XIV"),
        ((71.0, 13.0), "NAVAREA XIX"),  # off Andoya
        ((52.0, 158.0), "NAVAREA XIII"),
        ((89.9, 60.0), "NAVAREA XX"),
        ((-89.0, 0.0), "NAVAREA VII"),
    ],
)
def test_known_places(place, expected):
    assert [each.id for each in navareas() if chart(each).contains(*place)] == [expected]


@pytest.mark.reference
def test_navareas_against_the_file_they_come_from(reference_data):
    """The coordinators' own map in GeoPackage form: areas agree to 0.2 % up to its end at 85 degrees."""
    path = reference_data / "nga-broadcast-warnings" / "navigation_areas.gpkg"
    rows = sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute("select Name, geometry from navigation_areas")
    ours = {each.id: chart(each).geometry for each in navareas()}
    inside = shapely.box(-180, -85, 180, 85)
    for name, blob in rows:
        extra = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
        theirs = shapely.make_valid(shapely.from_wkb(blob[8 + extra :])).intersection(inside)
        mine = ours[f"NAVAREA {name}"].intersection(inside)
        assert mine.symmetric_difference(theirs).area / theirs.area < 2e-3, name


@pytest.mark.reference
def test_firs_against_a_simulation_map(reference_data):
    """Gross errors only: that map is made for flight simulation. Shared over either is above 0.97."""
    text = gzip.decompress((reference_data / "geo" / "fir_boundaries_w_pacific.geojson.gz").read_bytes())
    theirs = {
        each["properties"]["id"]: shapely.geometry.shape(each["geometry"]) for each in json.loads(text)["features"]
    }
    for region in flight_information_regions():
        mine, other = chart(region).geometry, theirs[region.id]
        assert mine.intersection(other).area / mine.union(other).area > 0.97, region.id
