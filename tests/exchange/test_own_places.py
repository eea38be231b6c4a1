"""A user's own files: right, slightly wrong, and hostile."""

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.errors import InputError
from bongsu.exchange import read_own_map, read_parties, read_routes
from bongsu.notices import Party, Route

SQUARE = [[[124.0, 35.0], [125.0, 35.0], [125.0, 36.0], [124.0, 36.0], [124.0, 35.0]]]
SPEED = (5.0, 10.0)


def feature(kind, coordinates, /, **properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": features})


def firs(text):
    return read_parties(text, kind="FIR", where="f.geojson")


def routes(text, **more):
    return read_routes(text, **({"where": "r.geojson", "speed_m_s": SPEED, "legs": "rhumb", "departs": None} | more))


def test_firs():
    (one, two), problems = firs(
        collection(
            feature("Polygon", SQUARE, name="X", unit="X ACC"),
            feature("MultiPolygon", [SQUARE, [[[179, 0], [181, 0], [181, 1], [179, 1], [179, 0]]]], id="Y"),
        )
    )
    assert (one.name, one.who, one.source, problems) == ("X", "X ACC", "f.geojson", [])
    assert two.name == "Y" and two.shape.contains(0.5, -179.5)


def test_ports_of_both_forms():
    (busan,), _ = read_parties("name,latitude,longitude\nBusan,35.1,129.05\n", kind="port", where="p.csv")
    (again,), _ = read_parties(collection(feature("Point", [129.05, 35.1], name="Busan")), kind="port", where="p")
    assert busan.name == again.name == "Busan"
    assert busan.shape.distance_m(again.shape) == 0.0


def test_routes_and_positions():
    found, _ = routes(
        collection(
            feature("LineString", [[170, 0], [-170, 0]], name="r", speed_kn=12, departs="2026-03-10T09:00+09:00"),
            feature("Point", [124.5, 35.5], name="own"),
        )
    )
    assert isinstance(found[0], Route) and isinstance(found[1], Party)
    assert found[0].speed_m_s[0] == found[0].speed_m_s[1] == pytest.approx(12 * 1852 / 3600)
    assert found[0].departs == datetime(2026, 3, 10, tzinfo=UTC)
    assert found[0].length_m == pytest.approx(2_226_390.0, rel=1e-4)


def test_one_bad_feature_loses_only_itself():
    found, problems = firs(collection(feature("Polygon", SQUARE, name="X"), feature("Point", [1, 2]), {"type": "x"}, 7))
    assert len(found) == 1
    assert [each.where for each in problems] == [f"f.geojson, feature {n}" for n in (2, 3, 4)]
    assert "expected a Polygon" in problems[0].what


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("<html>", "not JSON"),
        ("[1, 2]", "not GeoJSON"),
        ('{"type": "Topology"}', "not GeoJSON"),
        (collection(), "no feature in it"),
        (collection(feature("Polygon", [[[35.0, 124.0], [35.0, 125.0], [36.0, 125.0]]])), "look exchanged"),
        (collection(feature("Polygon", SQUARE)).replace("124.0", "NaN"), "NaN stands where a number should"),
        (collection(feature("Polygon", SQUARE)).replace("124.0", "1e999"), "not a number"),
        (collection(feature("Polygon", SQUARE)).replace("124.0", "9" * 500), "not a number"),
        (collection(feature("Polygon", SQUARE)).replace("124.0", '"here"'), "not a number"),
        (collection(feature("Polygon", SQUARE)).replace("124.0", "true"), "not a number"),
        (collection(feature("Polygon", 7)), "expected a list"),
        (collection(feature("Polygon", [[7, 8, 9]])), "is not [longitude, latitude]"),
        (collection(feature("Polygon", [[[1, 1]] * 30_000])), "at most 20,000"),
        ("[" * 100_000 + "]" * 100_000, "too deep"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "too deep"),
        (json.dumps({"type": "FeatureCollection", "features": [{}] * 30_000}), "at most 5,000"),
        (
            json.dumps(
                {
                    "type": "FeatureCollection",
                    "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}},
                    "features": [feature("Polygon", SQUARE)],
                }
            ),
            "3857",
        ),
    ],
)
def test_refused(text, words):
    with pytest.raises(InputError) as error:
        firs(text)
    told = " ".join([str(error.value), error.value.advice, *(str(each) for each in error.value.problems)])
    assert words in told


def test_a_tangle_of_edges_is_refused_fast():
    """Twenty thousand edges that all cross: 2e8 crossings, had they been put right."""
    zigzag = [[(n * 7919.0) % 80, (n * 104729.0) % 80] for n in range(19_000)]
    with pytest.raises(InputError, match="meet or cross"):
        firs(collection(feature("Polygon", [zigzag])))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,2\n", "expected name,latitude,longitude"),
        ("name,latitude,longitude\n", "no feature"),
        ("name,latitude,longitude\nX,north,1\n", "not a number"),
        ("name,latitude,longitude\nX,129.05,35.1\n", "not on Earth"),
        ("name,latitude,longitude\nX," + "9" * 200_000 + ",1\n", "CSV"),
    ],
)
def test_bad_tables(text, words):
    with pytest.raises(InputError) as error:
        read_parties(text, kind="port", where="p.csv")
    assert words in f"{error.value} {error.value.advice}"


@pytest.mark.parametrize(
    "properties",
    [{"speed_kn": "fast"}, {"speed_kn": 0}, {"speed_kn": -4}, {"departs": "noon"}, {"departs": "2026-03-10"}],
)
def test_bad_properties_of_a_route(properties):
    with pytest.raises(InputError, match="nothing in it can be used"):
        routes(collection(feature("LineString", [[124, 35], [125, 36]], **properties)))


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(),
                    lambda inner: st.lists(inner, max_size=4)
                    | st.dictionaries(st.sampled_from(["type", "features", "geometry", "coordinates", "properties"]), inner)))  # fmt: skip
def test_anything_is_read_or_refused(body):
    with suppress(InputError):
        routes(json.dumps({"type": "FeatureCollection", "features": [body, {"type": "Feature", "geometry": body}]}))


def own_map(text):
    return read_own_map(text, where="m.geojson", speed_m_s=SPEED, legs="rhumb")


def test_a_map_of_everything():
    """Told by geometry: areas, lines, points; one bad feature is a problem and the rest stands."""
    found, problems = own_map(
        collection(
            feature("Polygon", SQUARE, name="Sample FIR", designator="zzzz", unit="Sample ACC"),
            feature("Polygon", SQUARE, name="Other (YYYY)", icao="YYYY"),
            feature("LineString", [[170, 0], [-170, 0]], name="r", speed_kn=12),
            feature("Point", [129.05, 35.1], name="Busan"),
            feature("Point", [129.05, 35.1], name="own ship", kind="Position"),
            feature("MultiLineString", [[[1, 1], [2, 2]], [[3, 3], [4, 4]]], name="two"),
            feature("GeometryCollection", [], name="more"),
            feature("Point", [35.1, 129.05], name="turned"),
        )
    )
    assert [(type(each).__name__, getattr(each, "kind", ""), each.name) for each in found] == [
        ("Party", "FIR", "Sample FIR (ZZZZ)"),
        ("Party", "FIR", "Other (YYYY)"),
        ("Route", "", "r"),
        ("Party", "port", "Busan"),
        ("Party", "position", "own ship"),
    ]
    assert found[0].who == "Sample ACC" and found[2].speed_m_s[0] == pytest.approx(12 * 1852 / 3600)
    assert [problem.where for problem in problems] == [f"m.geojson, feature {number}" for number in (6, 7, 8)]
    assert "expected areas, one LineString or points" in problems[0].what
    assert problems[2].advice == "longitude comes first in GeoJSON: these look exchanged"
    (busan,), _ = own_map("name,latitude,longitude\nBusan,35.1,129.05\n")
    assert busan.kind == "port"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(("type", "coordinates", "geometry", "properties", "features", "name", "crs", "id", "kind")), inner, max_size=5),
        max_leaves=30,
    )
)  # fmt: skip
def test_whatever_is_in_a_map_is_read_or_refused_in_words(body):
    with suppress(InputError):
        own_map(json.dumps({"type": "FeatureCollection", "features": [body, {"type": "Feature", "geometry": body}]}))
    with suppress(InputError):
        own_map(json.dumps(body))


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"crs":' * 900 + "1" + "}" * 900, '{"type":"Feature","geometry":' * 5_000, "", "\x00", '{"a": NaN}',
     '{"type":"Point","coordinates":[' + "9" * 5_000 + ",1]}", collection(*[feature("Point", [1, 1])] * 5_001)],
)  # fmt: skip
def test_hostile_maps_are_refused(text):
    with pytest.raises(InputError):
        own_map(text)
