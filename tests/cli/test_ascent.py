"""`bongsu ascent`: its table, its forms, and what it refuses."""

from __future__ import annotations

import json

import pytest
from defusedxml.ElementTree import fromstring

NOW = ("--at", "2026-11-26T00:00:00Z")


def test_list_names_the_vehicles_and_the_missing_one(bongsu):
    ran = bongsu("ascent", "list")
    assert ran.code == 0
    assert all(name in ran.out for name in ("chollima-1", "falcon-9", "nuri", "unha-3"))
    assert "May 2024" in ran.out


def test_show_gives_every_figure_with_its_mark(bongsu):
    ran = bongsu("ascent", "show", "unha-3", "-f", "json", *NOW)
    figures = ran.json["items"][0]["figures"]
    assert {row["mark"] for row in figures} == {"S", "F", "P"}
    assert all(row["low"] <= row["value"] <= row["high"] for row in figures)


def test_simulate_writes_every_form(bongsu, tmp_path):
    names = [str(tmp_path / f"nuri.{end}") for end in ("json", "geojson", "kml", "czml")]
    ran = bongsu("ascent", "simulate", "nuri", *NOW, *(word for name in names for word in ("-o", name)))
    assert ran.code == 0
    body = json.loads((tmp_path / "nuri.json").read_text())
    assert body["schema"] == "bongsu/ascent/1"
    item = body["items"][0]
    assert item["converged"] and item["orbit"]["inclination_deg"] == pytest.approx(98.2, abs=0.1)
    assert item["orbit"]["perigee_km"] == pytest.approx(700, abs=10)
    assert item["events"][0]["label"] == "lift-off" and item["events"][-1]["label"] == "stage 3 end of thrust"
    assert item["trajectory"][0]["height_m"] == pytest.approx(0.0, abs=1.0)
    assert all(row["fitted"] for row in item["stated"])
    assert [fall["label"] for fall in item["falls"]] == ["stage 1", "stage 2", "fairing"]
    kinds = {
        feature["properties"]["kind"] for feature in json.loads((tmp_path / "nuri.geojson").read_text())["features"]
    }
    assert kinds == {"trajectory", "trace", "event"}
    assert fromstring((tmp_path / "nuri.kml").read_text()).tag.endswith("kml")
    packets = json.loads((tmp_path / "nuri.czml").read_text())
    assert packets[0]["id"] == "document"
    vehicle = next(packet for packet in packets if packet["id"] == "vehicle")
    assert vehicle["position"]["epoch"] == "2021-10-21T08:00:00Z"
    assert {"arc stage 1", "body stage 1", "planned stage 1", "arc fairing"} <= {packet["id"] for packet in packets}


def test_fail_gives_regions_with_containment_and_interval(bongsu, tmp_path):
    names = [str(tmp_path / f"falls.{end}") for end in ("json", "geojson", "kml", "czml")]
    outputs = [word for name in names for word in ("-o", name)]
    ran = bongsu(
        "ascent", "fail", "nuri", "--flights", "300", "--lift-off", "2021-10-21T17:00:00+09:00", *NOW, *outputs
    )
    assert ran.code == 0
    body = json.loads((tmp_path / "falls.json").read_text())
    items = body["items"]
    assert {item["label"] for item in items} == {"stage 1", "stage 2", "fairing"}
    assert sorted({item["probability"] for item in items}) == [0.5, 0.9, 0.97, 0.99]
    for item in items:
        assert item["start"] <= item["surface_start"] <= item["surface_end"] == item["end"]
        assert item["geometry"]["type"] == "Polygon" and item["area_km2"] > 0
        assert [level["flight_level"] for level in item["levels"]] == [600, 400, 200]
    assert items[0]["start"].startswith("2021-10-21T08:")
    assert body["run"]["seed"] == 20231121 and body["run"]["flights"] == 300
    assert len(json.loads((tmp_path / "falls.geojson").read_text())["features"]) == 12
    assert fromstring((tmp_path / "falls.kml").read_text()).tag.endswith("kml")
    named = {packet["id"] for packet in json.loads((tmp_path / "falls.czml").read_text())}
    assert len([name for name in named if name.startswith("fall ")]) == 12
    assert {"way", "vehicle", "arc stage 2", "body stage 2"} <= named


def test_falls_are_held_against_a_case(bongsu):
    """The second stage of May 2023 was found at 36.10 N 123.75 E (case malligyong-1); nothing was fitted to it."""
    ran = bongsu(
        "ascent", "fail", "chollima-1", "--failure", "no-ignition", "--stage", "2", "--flights", "400", "-f", "json",
        "--compare", "malligyong-1", "--launch", "flight-1", "--still-air", *NOW,
    )  # fmt: skip
    rows = ran.json["run"]["compared"]
    found = next(row for row in rows if row["body"] == "stage 2 and all above" and "reported fall" in row["with"])
    assert found["containment"] < 0.9 and found["away_km"] < 50.0
    area = next(row for row in rows if row["body"] == "stage 1" and "notified area A" in row["with"])
    assert 0.05 < area["share_inside"] < 0.9
    refused = bongsu("ascent", "fail", "nuri", "--flights", "200", "--compare", "nuri-2021", "--launch", "flight-9")
    assert refused.code == 3 and "there are flight-1" in refused.err


def test_the_same_seed_gives_the_same_bytes(bongsu):
    words = ("ascent", "fail", "nuri", "--flights", "200", "-f", "json", "--seed", "5", *NOW)
    assert bongsu(*words).out == bongsu(*words).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("ascent", "simulate", "saturn"), 3, "shipped: chollima-1, falcon-9, nuri, unha-3"),
        (("ascent", "simulate", "falcon-9"), 3, "has no known flight"),
        (("ascent", "simulate", "nuri", "--flight", "2030"), 3, "there are 2021-10-21"),
        (("ascent", "simulate", "nuri", "--lift-off", "noon"), 3, "is not a time"),
        (("ascent", "fail", "nuri", "--failure", "no-ignition"), 3, "of which stage?"),
        (("ascent", "fail", "nuri", "--failure", "comet"), 2, "no-ignition"),
        (("ascent", "fail", "nuri", "--flights", "3"), 3, "200 to 200,000"),
        (("ascent", "fail", "nuri", "--failure", "burst", "--after", "soon"), 3, "write 46 or 80,120"),
    ],
)
def test_what_is_refused(bongsu, words, code, said):
    ran = bongsu(*words)
    assert ran.code == code
    assert said in ran.err and "Traceback" not in ran.err


def test_a_vehicle_file_of_ones_own_and_its_faults(bongsu, tmp_path):
    from bongsu.reference import vehicle_text  # noqa: PLC0415

    good = tmp_path / "mine.toml"
    good.write_text(vehicle_text("nuri").replace('id = "nuri"', 'id = "mine"'))
    assert bongsu("ascent", "show", str(good)).code == 0
    bad = tmp_path / "bad.toml"
    bad.write_text(vehicle_text("nuri").replace('unit = "t"', 'unit = "lb"'))
    ran = bongsu("ascent", "show", str(bad))
    assert ran.code == 3 and "unit 'lb' is not one of mass" in ran.err


def test_fewer_stated_figures_than_free_ones_are_flagged(bongsu, tmp_path):
    """Nuri without its heights: an orbit and an inclination cannot tell six figures of a programme."""
    from bongsu.reference import vehicle_text  # noqa: PLC0415

    text = vehicle_text("nuri")
    first, *heights, last = text.split("[[flight.stated]]")
    (tmp_path / "mine.toml").write_text(f"{first}[[flight.stated]]{last}")
    ran = bongsu("ascent", "simulate", str(tmp_path / "mine.toml"), *NOW)
    assert len(heights) == 3
    assert "4 stated figures for" in ran.out
    assert "FEWER THAN THE PROGRAMME ALONE HAS" in ran.out
    assert "FEWER THAN" not in bongsu("ascent", "simulate", "nuri", *NOW).out


def test_impossible_input_is_refused_before_any_flight(bongsu):
    ran = bongsu("ascent", "fail", "nuri", "--failure", "early-cut", "--stage", "3", "--after", "900", *NOW)
    assert ran.code == 3
    assert "stage 3 burns 521 s" in ran.err
    assert "fitting" not in ran.err
    assert bongsu("ascent", "fail", "nuri", "-o", "falls.gif", *NOW).code == 2


def test_compare_reads_a_warning_and_says_inside_or_not(bongsu, tmp_path):
    warning = tmp_path / "warning.txt"
    warning.write_text(
        "NAVAREA XI 1/21. HAZARDOUS OPERATIONS 0700Z TO 0900Z 21 OCT IN AREAS BOUND BY:\n"
        "A. 32-00N 127-15E, 32-00N 128-15E, 30-30N 128-15E, 30-30N 127-15E.\n"
        "B. WITHIN 200 MILES OF 10-30N 133-50E."
    )
    names = [str(tmp_path / f"falls.{end}") for end in ("json", "svg", "txt")]
    outputs = [word for name in names for word in ("-o", name)]
    ran = bongsu("ascent", "fail", "nuri", "--flights", "300", "--compare", str(warning), *NOW, *outputs)
    assert ran.code == 0, ran.err
    table = (tmp_path / "falls.txt").read_text()
    assert "stage 1 inside area A: yes" in table
    assert "stage 2 inside area B: yes" in table
    rows = json.loads((tmp_path / "falls.json").read_text())["run"]["compared"]
    assert {row["area"] for row in rows} == {"A", "B"}
    assert all(row["in_window"] for row in rows if row["share_inside"] > 0.5)
    picture = (tmp_path / "falls.svg").read_text()
    assert "Area A" in picture and "Parts may fall, and clear after" in picture
