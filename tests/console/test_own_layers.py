"""Own maps: what is drawn is what is told of, by the reader of the command line; bad files are refused in its words."""

from __future__ import annotations

import itertools
import json
import math
import shlex

import pytest
from test_copied import shell  # noqa: F401 - a fixture
from test_launch import FIRST  # tests/console/test_launch.py

AT = "2022-11-10T00:00:00Z"


def feature(kind, coordinates, /, **properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": features})


def box(west, south, east, north, **properties):
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return feature("Polygon", [ring], **properties)


MINE = collection(
    box(-83, 27, -78, 30, name="Sample FIR", designator="ZZZZ", unit="Sample ACC"),
    feature("LineString", [[-80.5, 29.5], [-79.0, 27.5]], name="Coastal", speed_kn=14),
    feature("Point", [-80.61, 28.41], name="Port Canaveral"),
    feature("Point", [-80.3, 28.5], name="own ship", kind="position"),
)


def layers(console, *files):
    return console.post("/api/layers", json={"own": [{"name": name, "text": text} for name, text in files]}).json()


def test_the_shipped_fir_is_a_layer(console):
    (item,) = layers(console)["items"]
    assert (item["id"], item["kind"], item["file"]) == ("fir:Incheon FIR (RKRR)", "FIR", None)
    assert item["geometry"]["type"] == "Polygon" and "Korea" in item["source"]


def test_own_features_by_their_geometry(console):
    body = layers(console, ("mine.geojson", MINE), ("p.csv", "name,latitude,longitude\nBusan,35.1,129.05\n"))
    assert [(item["id"], item["kind"], item["file"]) for item in body["items"]] == [
        ("fir:Incheon FIR (RKRR)", "FIR", None),
        ("fir:Sample FIR (ZZZZ)", "FIR", 0),
        ("route:Coastal", "route", 0),
        ("port:Port Canaveral", "port", 0),
        ("port:own ship", "position", 0),
        ("port:Busan", "port", 1),
    ]
    assert [(each["firs"], each["routes"], each["ports"]) for each in body["files"]] == [(1, 1, 2), (0, 0, 1)]
    assert body["said"]["ko"]


def test_names_that_are_alike_stay_apart(console):
    body = layers(console, ("a.geojson", collection(*[feature("Point", [1, n], name="x") for n in range(3)])))
    assert [item["id"] for item in body["items"][1:]] == ["port:x", "port:x (2)", "port:x (3)"]


def test_an_own_fir_replaces_the_shipped_one_of_its_designator(console):
    body = layers(console, ("a.geojson", collection(box(124, 33, 130, 38, name="Incheon", icao="RKRR"))))
    assert [item["name"] for item in body["items"]] == ["Incheon (RKRR)"]


def test_edges_are_straight_on_the_chart_and_windings_do_not_matter(console):
    """A parallel stays one; either winding, and a ring over 180 degrees or around a pole, bounds the same area."""
    there = box(120, 60, 140, 65, name="a")
    back = feature("Polygon", [there["geometry"]["coordinates"][0][::-1]], name="b")
    over = box(175, 10, 185, 20, name="c")
    polar = feature("Polygon", [[[x, 75.0] for x in [*range(-180, 180, 20), -180]]], name="d")
    a, b, c, d = layers(console, ("f.geojson", collection(there, back, over, polar)))["items"][1:]
    ring = a["geometry"]["coordinates"][0]
    north = sorted(x for x, y in ring if y == 65.0)
    assert len(set(north)) == 21 and all(later - x <= 1.0 for x, later in itertools.pairwise(north))
    assert sorted(map(tuple, ring)) == sorted(map(tuple, b["geometry"]["coordinates"][0]))
    assert c["geometry"]["type"] == "MultiPolygon" and len(c["geometry"]["coordinates"]) == 2
    assert abs(c["at"][0]) > 175 and 10 < c["at"][1] < 20
    assert max(y for x, y in d["geometry"]["coordinates"][0]) == 90.0 and d["at"][1] > 75


def test_a_route_is_a_rhumb_line_over_the_180th_meridian(console):
    body = layers(console, ("r.geojson", collection(feature("LineString", [[170, 0], [-170, 40]], name="r"))))
    lines = body["items"][1]["geometry"]["coordinates"]
    assert body["items"][1]["geometry"]["type"] == "MultiLineString" and len(lines) == 2
    tangent = [
        (math.asinh(math.tan(math.radians(y1))) - math.asinh(math.tan(math.radians(y0)))) / math.radians(x1 - x0)
        for line in lines
        for (x0, y0), (x1, y1) in itertools.pairwise(line)
    ]
    assert (
        max(tangent) - min(tangent) < 0.02
    )  # constant course; on the ellipsoid it differs from the sphere's by so much


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.kml", "<kml/>", "columns are"),
        ("a.geojson", "{", "line 1, column 2: not JSON"),
        ("a.geojson", "[" * 100_000, "nested"),
        ("a.geojson", '{"type": "Topology"}', "not GeoJSON"),
        ("a.geojson", collection(), "no feature in it"),
        ("a.geojson", collection(feature("Point", [35.1, 129.05])), "latitude beyond 90"),
        ("a.geojson", " ", "is empty"),
        ("a.geojson", collection(feature("Polygon", [[[n * 1e-3, (n % 2) * 1.0] for n in range(20_002)]])), "corners"),
        ("a.geojson", collection(*[feature("Point", [0, 0])] * 5_001), "5,001 features"),
        ("a.geojson", collection(*[feature("LineString", [[n % 90, n % 7] for n in range(9_000)])] * 3), "26,997 legs"),
        ("a.geojson", collection(*[feature("LineString", [[-170, -60], [0, 60], [170, -60]])] * 50), "km in all"),
        ("a.geojson", json.dumps({"type": "Point", "coordinates": [1, 2], "crs": {"name": "EPSG:3857"}}), "EPSG:3857"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_in_words_and_the_others_stand(console, name, text, words):
    body = layers(console, (name, text), ("mine.geojson", MINE))
    bad, good = body["files"]
    assert words in bad["error"] and bad["error"].startswith(name) and good["firs"] == 1
    assert all(bad["error"] in body["said"][code] for code in ("ko", "ja")) or words in ("columns are", "is empty")
    assert {item["file"] for item in body["items"]} == {None, 1}


def test_what_the_map_cannot_draw_fast_is_refused(console):
    turn = [2 * math.pi * n / 18_000 for n in range(18_000)]
    rings = [[[x + round(8 * math.cos(at), 4), round(8 * math.sin(at), 4)] for at in turn] for x in range(0, 120, 10)]
    text = collection(*[feature("Polygon", [[*ring, ring[0]]]) for ring in rings]).replace(", ", ",")
    body = layers(console, ("many.geojson", text[:4_000_000]), ("few.geojson", MINE))
    assert "corners as drawn" in body["files"][0]["error"] and "simplify" in body["files"][0]["advice"]
    assert body["files"][1]["firs"] == 1


def test_one_bad_feature_is_told_and_the_rest_stands(console):
    text = collection(feature("Point", [1, 2], name="ok"), *[feature("Point", [1, 99])] * 25)
    (told,) = layers(console, ("a.geojson", text))["files"]
    assert told["ports"] == 1 and len(told["problems"]) == 21
    assert told["problems"][0]["where"] == "a.geojson, feature 2" and told["problems"][-1]["where"] == "5 more"


def test_a_file_over_the_bound_is_refused(console):
    reply = console.post("/api/layers", json={"own": [{"name": "a", "text": "x" * 4_000_001}]})
    assert reply.status_code == 422 and "4000000" in reply.json()["error"]


@pytest.mark.parametrize("asked", [{"text": FIRST}, {"case": "malligyong-1", "launch": "flight-1"}])
def test_who_must_be_told_as_the_copied_command_tells_it(console, shell, asked):  # noqa: F811
    """The command names the files; beside them it gives the same parties, routes and sentence."""
    names = ["my firs; $(touch it).geojson", "-p.csv"]
    texts = [MINE, "name,latitude,longitude\nMokpo,34.78,126.38\n"]
    for name, text in zip(names, texts, strict=True):
        (shell.folder / name).write_text(text)
    own = [{"name": name, "text": text} for name, text in zip(names, texts, strict=True)]
    body = console.post("/api/announced", json={**asked, "own": own, "only": ["told"], "at": AT}).json()
    assert list(body["parts"]) == ["told"]
    part = body["parts"]["told"]
    assert shlex.split(part["command"])[-4:] == ["--own", names[0], "--own", names[1]]
    (shell.folder / "w.txt").write_text(asked.get("text", ""))
    (printed,) = shell(f"{part['command']} --at {AT}{' --year 2022 < w.txt' if 'text' in asked else ''}")
    assert part["answer"]["items"] == printed["items"] and part["answer"]["statement"] == printed["statement"]
    assert part["answer"]["inputs"][1:] == printed["inputs"][1:] and len(printed["inputs"]) == 3
    assert not (shell.folder / "it").exists()
    found = {item["party"]["name"]: item for item in printed["items"] if "party" in item}
    if "text" in asked:
        assert found["Sample FIR (ZZZZ)"]["party"]["source"] == names[0]
        assert next(item["route"]["name"] for item in printed["items"] if "route" in item) == "Coastal"
    shapes = {"own": own, "at": AT, **({"text": FIRST, "year": 2022} if "text" in asked else asked)}
    drawn = console.post("/api/notice/whom/geojson", json=shapes).json()
    assert [f["properties"]["party"]["source"] for f in drawn["features"] if f["properties"]["role"] == "party" and f["properties"]["party"]["kind"] == "FIR"] == [
        item["party"]["source"] for item in printed["items"] if item.get("party", {}).get("kind") == "FIR"
    ]  # fmt: skip


def test_texts_may_have_names(console):
    own = [{"name": "mine.geojson", "text": MINE}]
    ask = {"text": FIRST, "year": 2022, "at": AT}
    items = console.post("/api/notice/whom", json={**ask, "own": own}).json()["items"]
    assert "mine.geojson" in {item["party"]["source"] for item in items if "party" in item}
    for wrong in ([{"name": 3, "text": MINE}], [{"path": "/etc/passwd"}], [{"name": "x"}]):
        if wrong == [{"name": 3, "text": MINE}]:
            continue  # a number is text
        reply = console.post("/api/notice/whom", json={**ask, "own": wrong})
        assert reply.status_code == 422, wrong
