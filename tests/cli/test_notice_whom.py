"""``bongsu notice whom``: who must be told, for notices and cases."""

import json

import pytest
from cli_samples import NAVAREA

AT = ("--at", "2023-12-10T00:00Z")
YELLOW_SEA = """NAVAREA XI 900/12.
1. ROCKET LAUNCHING 2200Z TO 0300Z DAILY 10 THRU 22 DEC IN AREA BOUND BY
   35-44.10N 124-30.50E, 35-44.12N 124-54.38E, 34-58.72N 124-56.18E, 34-58.60N 124-32.53E.
"""
ROUTES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "Incheon to Jeju"},
            "geometry": {"type": "LineString", "coordinates": [[124.7, 37.0], [124.7, 34.0]]},
        },
        {"type": "Feature", "properties": {"name": "own"}, "geometry": {"type": "Point", "coordinates": [124.7, 35.4]}},
    ],
}
FIR = {
    "type": "Feature",
    "properties": {"name": "Sample FIR"},
    "geometry": {
        "type": "Polygon",
        "coordinates": [[[123, 33], [124.7, 33], [124.7, 38], [123, 38], [123, 33]]],
    },
}


def whom(bongsu, write, *args, text=YELLOW_SEA):
    return bongsu("notice", "whom", write("w.txt", text), "--year", "2012", *AT, *args)


def test_the_first_sentence_answers(bongsu, write):
    out = whom(bongsu, write).out
    first = " ".join(out.split("\n\n")[0].split())
    for words in (
        "coordinator of NAVAREA XI (Japan Coast Guard, who published it)",
        "Incheon FIR (RKRR)",
        "China",
        "South Korea",
    ):
        assert words in first
    assert "Not an official warning." in out


def test_advice_stands_apart_and_restates_no_time(bongsu, write):
    """One launch of eight came 77 minutes before its window (21 November 2023)."""
    out = whom(bongsu, write).out
    head, advice = out.split("Our advice, not the authority's words")
    advice = " ".join(advice.split("Keep in mind")[0].split())
    assert "in force from receipt" in advice and "in force from receipt" not in head
    assert "1 of 8 North Korean launches" in advice and "77 minutes before" in advice
    assert "2200Z" not in advice and "DEC" not in advice


def test_routes_positions_and_speed(bongsu, write):
    write("r.geojson", json.dumps(ROUTES))
    out = whom(bongsu, write, "--routes", "r.geojson", "--speed-kn", "10", "--for", "sea").out
    # From 37-00N down 124-42E to 35-44.1N: 75.9 minutes of latitude of 1,850 m, 75.8 NM, at 10 kn.
    assert "edge after 76 NM (455 min)" in out
    assert "INSIDE THE AREA, 8.7 NM to the nearest edge (52 min at 10 kn)" in out
    body = whom(bongsu, write, "--routes", "r.geojson", "--speed-kn", "10", "-f", "json").json
    (way,) = [item for item in body["items"] if "route" in item]
    assert way["stretches"][0]["enter_s"]["low"] == pytest.approx(455 * 60, rel=2e-3)
    assert (body["schema"], way["relation"]) == ("bongsu/whom/1", "inside")


def test_windows_with_a_departure(bongsu, write):
    write("r.geojson", json.dumps(ROUTES))
    early = whom(bongsu, write, "--routes", "r.geojson", "--speed-kn", "10", "--depart", "2012-12-10T06:00Z").out
    assert "h before the first window: keep clear all the same" in early
    inside = whom(bongsu, write, "--routes", "r.geojson", "--speed-kn", "10", "--depart", "2012-12-10T15:00Z").out
    assert "while in force: 10 Dec 2012, 22:00 to 11 Dec 2012, 03:00 UTC" in inside


def test_own_firs_take_the_place_of_ours(bongsu, write):
    write("f.geojson", json.dumps(FIR))
    out = whom(bongsu, write, "--firs", "f.geojson").out
    assert "Sample FIR" in out and "partly inside" in out and "Incheon FIR" not in out


def test_no_fir_known_is_said(bongsu, write):
    out = whom(bongsu, write, text=NAVAREA).out
    assert "FIR of areas A, B not known here (--firs FILE)" in " ".join(out.split())
    assert "NAVAREA XII (NGA, United States, who published it)" in " ".join(out.split())


def test_a_bundled_case_gives_ranges(bongsu):
    ran = bongsu("notice", "whom", "malligyong-1", *AT, "--firs", "/dev/null")
    assert ran.code == 3
    ran = bongsu("notice", "whom", "malligyong-1", *AT)
    assert ran.code == 0
    assert "centre may be inside" in ran.out and "Only centres of areas are known here" in ran.out
    assert "All its windows ended before the time asked" in " ".join(ran.out.split())


def test_geojson(bongsu, write):
    write("r.geojson", json.dumps(ROUTES))
    body = whom(bongsu, write, "--routes", "r.geojson", "-f", "geojson").json
    roles = [each["properties"]["role"] for each in body["features"]]
    assert {"area", "party", "stretch"} == set(roles)
    assert body["advice"] and "Not an official warning" in body["credit"]


def test_press_reads_kilometres(bongsu, write):
    write("p.csv", "name,latitude,longitude\nMokpo,34.78,126.38\n")
    out = whom(bongsu, write, "--ports", "p.csv", "--for", "press").out
    # Nearest corner 34-58.72N 124-56.18E: 22.0 km north and 131.8 km west, 133.7 km.
    assert "ports within 185 km: Mokpo 134 km" in " ".join(out.split())


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--routes", "none.geojson"), "none.geojson: No such file"),
        (("--speed-kn", "fast"), "--speed-kn 'fast' is no speed"),
        (("--speed-kn", "20-10"), "is no speed"),
        (("--depart", "noon", "--routes", "r.geojson"), "--depart 'noon' is not a time"),
        (("--launch", "flight-3"), "--launch flight-3 belongs to a case"),
        (("--ports", "w.txt"), "expected name,latitude,longitude"),
        (("--firs", "w.txt"), "not JSON"),
    ],
)
def test_mistakes(bongsu, write, args, words):
    write("r.geojson", json.dumps(ROUTES))
    ran = whom(bongsu, write, *args)
    assert ran.code == 3
    assert words in ran.err


def test_exchanged_coordinates_are_named(bongsu, write):
    wrong = json.loads(json.dumps(ROUTES))
    wrong["features"][0]["geometry"]["coordinates"] = [[37.0, 124.7], [34.0, 124.7]]
    write("r.geojson", json.dumps(wrong))
    ran = whom(bongsu, write, "--routes", "r.geojson")
    assert ran.code == 0
    assert "these look exchanged" in ran.err


def test_no_such_case_or_file(bongsu):
    ran = bongsu("notice", "whom", "maligyong-1")
    assert ran.code == 3 and "no bundled case and no file" in ran.err


def test_no_area_no_answer(bongsu, write):
    ran = bongsu("notice", "whom", write("x.txt", "HYDROPAC 1/23. LIGHT OUT."), *AT)
    assert ran.code == 4 and "no area was read" in ran.err


def test_firs_that_a_notam_names(bongsu, write):
    """Its Q line and item A; the circle of the Q line is the area it is, and says so."""
    text = "(A0001/23 NOTAMN\nQ) RJJJ/QWMLW/IV/NBO/W/000/999/3543N14430E060\nA) RJJJ B) 2312101500 C) 2312201700\nE) ROCKET LAUNCH)"
    out = " ".join(whom(bongsu, write, text=text).out.split())
    assert "FIRs that the text names: RJJJ" in out
    assert "circle of the Q line" in out and "coast of Japan" in out


def test_over_the_pole_and_across_180(bongsu, write):
    """A cap around the north pole lies in five NAVAREAs: XVII to XXI meet there."""
    cap = """HYDROARC 1/23. HAZARDOUS OPERATIONS 10 THRU 12 DEC IN AREA WITHIN 60 MILES OF 90-00N 000-00E."""
    out = " ".join(whom(bongsu, write, text=cap).out.split())
    for number in ("XVII", "XVIII", "XIX", "XX", "XXI"):
        assert f"NAVAREA {number} (" in out
    line = """HYDROPAC 1/23. HAZARDOUS OPERATIONS 10 THRU 12 DEC IN AREA BOUND BY
    30-00N 179-00E, 31-00N 179-00E, 31-00N 179-00W, 30-00N 179-00W."""
    items = whom(bongsu, write, "-f", "json", text=line).json["items"]
    shares = {item["party"]["name"]: item["share"] for item in items if item["party"]["kind"] == "NAVAREA"}
    assert shares == {"NAVAREA XI": pytest.approx(0.5, abs=1e-3), "NAVAREA XII": pytest.approx(0.5, abs=1e-3)}


def test_a_route_that_lies_near_only_when_turned_is_named(bongsu, write):
    """Off Florida both numbers are latitudes: nothing is beyond 90 degrees, and the ship would be told it is clear."""
    text = "NAVAREA IV 1/23.\n1. HAZARDOUS OPERATIONS 111606Z TO 111854Z DEC IN AREA BOUND BY\n"
    text += "   28-40N 080-38W, 28-40N 079-44W, 28-28N 079-40W, 28-30N 080-32W."
    for corners, told in (([[28.6, -81.0], [28.5, -78.0]], True), ([[-81.0, 28.6], [-78.0, 28.5]], False)):
        feature = {
            "type": "Feature",
            "properties": {"name": "own"},
            "geometry": {"type": "LineString", "coordinates": corners},
        }
        ran = whom(bongsu, write, "--routes", write("r.geojson", json.dumps(feature)), text=text)
        assert ran.code in {0, 1} and ("latitude and longitude are exchanged" in ran.err) is told


def test_own_maps_stand_beside_what_is_shipped(bongsu, write):
    """The same answer as from one file for each kind, but for the shipped FIR, which stays."""
    port = {
        "type": "Feature",
        "properties": {"name": "Mokpo"},
        "geometry": {"type": "Point", "coordinates": [126.4, 34.8]},
    }
    mixed = {"type": "FeatureCollection", "features": [FIR, ROUTES["features"][0], port]}
    a = write("a.geojson", json.dumps(mixed))
    b = write("b.geojson", json.dumps({**ROUTES["features"][1], "properties": {"name": "own", "kind": "position"}}))
    answer = json.loads(whom(bongsu, write, "--own", a, "--own", b, "-f", "json").out)
    split = json.loads(
        whom(
            bongsu, write, "-f", "json", "--firs", write("f.geojson", json.dumps(FIR)),
            "--routes", write("r.geojson", json.dumps(ROUTES)), "--ports", write("p.geojson", json.dumps(port)),
        ).out
    )  # fmt: skip

    def told(items):
        return [{**item, "party": {**item["party"], "source": ""}} if "party" in item else item for item in items]

    shipped = [item for item in answer["items"] if item.get("party", {}).get("name") == "Incheon FIR (RKRR)"]
    assert len(shipped) == 1 and shipped[0]["relation"] == "inside"
    assert told([item for item in answer["items"] if item not in shipped]) == told(split["items"])
    assert "Sample FIR" in answer["statement"] and "Mokpo" in answer["statement"] and "own" in answer["statement"]
    assert [each["source"] for each in answer["inputs"]][1:] == ["own map", "own map"]


def test_an_own_fir_of_the_same_designator_takes_the_place_of_the_shipped_one(bongsu, write):
    mine = {**FIR, "properties": {"name": "Incheon, mine", "icao": "RKRR"}}
    answer = json.loads(whom(bongsu, write, "--own", write("a.geojson", json.dumps(mine)), "-f", "json").out)
    names = [item["party"]["name"] for item in answer["items"] if item["party"]["kind"] == "FIR"]
    assert names == ["Incheon, mine (RKRR)"]
