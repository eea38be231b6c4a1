"""``bongsu sat show``, and the reports, maps and shapes of passes and warning lists, as a user sees them."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))
from tables import tables_of

AT = ("--at", "2026-07-10T07:13Z")
THEN = ("--at", "2024-06-07T00:00Z", "--for", "2d")
PNG = b"\x89PNG\r\n\x1a\n"


def made(bongsu, *command: str) -> str:
    ran = bongsu(*command)
    assert ran.code == 0, ran.err
    return ran.err


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_satellite_on_screen(bongsu, columns):
    ran = bongsu("sat", "show", "malligyong-1", *AT, columns=columns)
    assert ran.code == 0 and ran.widest <= columns, ran.out
    assert ran.out.startswith("MALLIGYONG-1 (58400, 2023-179A)  2026-07-10 07:13:00 UTC")
    for words in ("490 x 499 km", "±0.2 s", "30.0° off-nadir", "in use", "no angle is published", "Decay is not told."):
        assert words in " ".join(ran.out.split()), words


def test_json_has_the_orbit_the_place_and_every_set_with_its_flags(bongsu):
    body = bongsu("sat", "show", "58400", *AT, "-f", "json").json
    (item,) = body["items"]
    assert body["schema"] == "bongsu/satellite/1" and body["inputs"][0]["age_days"] == item["elements"]["age_days"]
    assert [row["epoch"] for row in item["sets"]] == sorted(row["epoch"] for row in item["sets"])
    assert [row["flags"] for row in item["sets"][-2:]] == [["old"], ["in use"]]
    zero = body["track"]["time"].index(6000.0)  # 100 minutes after the track's start: the moment asked
    assert item["here"]["latitude_deg"] == body["track"]["latitude_deg"][zero]
    rows = list(csv.DictReader(io.StringIO(bongsu("sat", "show", "58400", *AT, "-f", "csv").out)))
    assert [float(row["perigee_km"]) for row in rows] == [row["perigee_km"] for row in item["sets"]]


def test_a_track_as_shapes_is_the_tracks(bongsu):
    body = bongsu("sat", "show", "58400", *AT, "-f", "json", "--for", "6h").json
    track = body["track"]
    shapes = bongsu("sat", "show", "58400", *AT, "-f", "geojson", "--for", "6h").json
    line = next(each for each in shapes["features"] if each["properties"]["kind"] == "track")
    assert line["geometry"]["type"] == "MultiLineString"  # cut at 180 degrees: RFC 7946, section 3.1.9
    given = [tuple(point) for part in line["geometry"]["coordinates"] for point in part if abs(point[0]) < 180.0]
    wanted = list(zip(track["longitude_deg"], track["latitude_deg"], strict=True))
    assert [point for point in wanted if point not in given] == [] and len(wanted) == (100 + 6 * 60) * 2 + 1
    czml = bongsu("sat", "show", "58400", *AT, "-f", "czml", "--for", "6h").json
    assert czml[1]["position"]["cartographicDegrees"][1] == track["longitude_deg"][0]
    kml = ElementTree.fromstring(bongsu("sat", "show", "58400", *AT, "-f", "kml", "--for", "6h").out)
    assert len(kml.findall(".//{http://www.opengis.net/kml/2.2}Placemark")) == 3


@pytest.mark.parametrize(
    ("asked", "code", "words"),
    [
        (("nobody",), 3, "no satellite is called"),
        (("25544",), 4, "no element set of object 25544"),
        (("58400", "--at", "2030-01-01T00:00Z"), 4, "give newer sets"),
        (("58400", *AT, "--for", "100h"), 3, "up to 72 hours"),
        (("58400", *AT, "--elements", "none.tle"), 3, "none.tle"),
    ],
)
def test_mistakes_are_said(bongsu, asked, code, words):
    ran = bongsu("sat", "show", *asked)
    assert ran.code == code and words in ran.err and not ran.out


def test_a_satellites_report_has_the_figures_of_the_json(bongsu, tmp_path):
    made(bongsu, "sat", "show", "58400", *AT, "-o", "a.html", "-o", "a.json", "-o", "a.svg")
    page, body = (tmp_path / "a.html").read_text(), json.loads((tmp_path / "a.json").read_text())
    (item,) = body["items"]
    rows = tables_of(page)["sets"]
    assert [float(row[2]) for row in rows] == [round(each["perigee_km"], 1) for each in reversed(item["sets"])]
    assert [float(row[5]) for row in rows] == [round(each["period_min"], 3) for each in reversed(item["sets"])]
    facts = {row[0]: row[1] for row in tables_of(page)["facts"]}
    assert facts["Where it is then"] == f"{item['here']['latitude_deg']:.2f}, {item['here']['longitude_deg']:.2f}"
    assert body["finding"]["statement"] in page and item["sha256"][:12] in page and "Element sets 0.0 d" in page
    drawing = (tmp_path / "a.svg").read_text()
    assert re.findall(r'data-kind="(\w+)"', drawing) == ["track", "horizon", "satellite"]


def test_a_plans_report_has_the_figures_of_the_json(bongsu, tmp_path):
    asked = ("warn", "plan", "Seoul", "Busan=35.10,129.10", *THEN)
    made(bongsu, *asked, "-o", "a.html", "-o", "a.json", "-o", "a.svg", "-o", "a.kml", "-o", "a.png")
    page, body = (tmp_path / "a.html").read_text(), json.loads((tmp_path / "a.json").read_text())
    found = {(row[0][:14], row[3]): row for row in tables_of(page)["exposures"]}
    exposures = [row for item in body["items"] for row in item["exposures"]]
    assert len(exposures) == len(found) > 2
    for row in exposures:
        cells = found[f"{row['start'][5:10]} {row['start'][11:19]}", row["site"]]
        assert [cells[1], cells[2]] == [row["best"][11:19], row["end"][11:19]]
        assert float(cells[5].split()[0]) == pytest.approx(row["off_nadir_deg"], abs=0.051)
        assert float(cells[9]) == row["timing_s"] and row["level"] in cells[10]
        assert f"{row['gsd_across_m']['low']:.1f}–{row['gsd_across_m']['high']:.1f}" in cells[7]
    for row, item in zip(tables_of(page)["places"], body["items"], strict=True):
        assert row[0] == item["site"] and [int(cell) for cell in row[3:6]] == list(item["counts"].values())
    assert float(tables_of(page)["sets"][0][3]) == round(abs(body["inputs"][0]["age_days"]), 1)
    drawing = (tmp_path / "a.svg").read_text()
    assert drawing.count('data-kind="own"') == 2 and drawing.count('data-kind="pass"') == 2
    assert "Element sets" in drawing and "Natural Earth" in drawing and drawing in page.replace("map-wide", "map")
    assert (tmp_path / "a.png").read_bytes().startswith(PNG)
    assert {"Seoul", "Busan"} <= {
        each.text for each in ElementTree.parse(tmp_path / "a.kml").iter("{http://www.opengis.net/kml/2.2}name")
    }


def test_passes_as_a_report_a_map_and_a_calendar(bongsu, tmp_path):
    asked = ("passes", "58400", "35.10,129.10", *THEN, "--daylight")
    made(bongsu, *asked, "-o", "a.html", "-o", "a.json", "-o", "a.ics", "-o", "a.geojson", "-o", "a.png")
    page, body = (tmp_path / "a.html").read_text(), json.loads((tmp_path / "a.json").read_text())
    rows = tables_of(page)["passes"]
    assert len(rows) == len(body["items"]) == 2
    for cells, row in zip(rows, body["items"], strict=True):
        assert cells[0] == f"{row['rise'][5:10]} {row['rise'][11:19]}"
        assert float(cells[5]) == round(row["max_elevation_deg"], 1) and float(cells[8]) == round(row["range_m"] / 1000)
        assert float(cells[11]) == round(row["timing_s"], 1) and "day" in cells[12]
    assert (tmp_path / "a.ics").read_bytes().count(b"BEGIN:VEVENT\r\n") == 2
    kinds = [each["properties"]["kind"] for each in json.loads((tmp_path / "a.geojson").read_text())["features"]]
    assert kinds == ["pass", "pass", "own"]
    ran = bongsu("passes", "all", "35.10,129.10", *THEN, "--elements", "x.tle", "-o", "b.pdf")
    assert ran.code == 3 and "not written as pdf" in ran.err


def test_a_hostile_name_stays_text(bongsu, tmp_path):
    name = "<script>alert(1)</script>"
    made(bongsu, "warn", "list", f"{name}=35.10,129.10", *THEN, "-o", "a.html", "-o", "a.svg", "-o", "a.kml")
    for file in ("a.html", "a.svg", "a.kml"):
        text = (tmp_path / file).read_text()
        assert "<script" not in text and "&lt;script&gt;" in text


def test_nothing_within_reach_has_a_report_too(bongsu, tmp_path):
    made(bongsu, "warn", "list", "0,0", "--at", "2024-06-07T00:00Z", "--for", "30min", "-o", "a.html", "-o", "a.svg")
    page = (tmp_path / "a.html").read_text()
    assert "None of 1 satellite over 1 place" in page and "exposures" not in tables_of(page)
