"""The command that a view copies, run as it is in a shell, gives the numbers of the view; its files hold them too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))
from tables import tables_of
from test_watch import NOTICE

THEN = "2024-06-07T00:00:00Z"
SETS = """ODD ONE
1 58400U 23179A   26185.97809597  .00004231  00000+0  18409-3 0  9999
2 58400  97.2992  67.0225 0007506 337.9436  22.1477 15.22750963145465
"""


@pytest.fixture
def shell(tmp_path):
    """Runs lines in a shell, in an empty folder, with ``-f json`` for an answer: what each ``bongsu`` of them printed."""
    script = tmp_path / "bin" / "bongsu"
    script.parent.mkdir()
    script.write_text(f"#!{sys.executable}\nfrom bongsu.cli import main\nif __name__ == '__main__':\n    main()\n")
    script.chmod(0o755)
    places = os.pathsep.join([str(script.parent), os.environ["PATH"]])

    def run(lines: str) -> list[dict]:
        env = {**os.environ, "PATH": places, "BONGSU_FORMAT": "json", "PYTHONUTF8": "1"}
        ran = subprocess.run(
            ["bash", "-e", "-c", lines], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        decoder, found, text = json.JSONDecoder(), [], ran.stdout.strip()
        while text:
            item, end = decoder.raw_decode(text)
            found.append(item)
            text = text[end:].strip()
        return found

    run.folder = tmp_path
    return run


def same_plan(columns: dict, printed: dict) -> int:
    """Whether both tell the same exposures down to ``watch``; how many there are."""
    rows = {row["id"]: row for item in printed["items"] for row in item["exposures"]}
    held = [n for n, level in enumerate(columns["columns"]["level"]) if level < 2]
    assert {columns["columns"]["id"][n] for n in held} == set(rows) and len(held) == len(rows)
    for n in held:
        row = rows[columns["columns"]["id"][n]]
        for name in ("off_nadir_deg", "incidence_deg", "sun_elevation_deg", "timing_s"):
            assert columns["columns"][name][n] == pytest.approx(row[name], abs=0.051), name
        assert row["site"] == columns["places"][columns["columns"]["place"][n]]["name"]
    gaps = {place["name"]: place["revisit"] for place in columns["places"]}
    assert gaps == {item["site"]: item["revisit"] for item in printed["items"]}
    return len(held)


def test_sites_by_reach(console, shell):
    sites = ["Seoul", "base=35.10,129.10", "-33.86,151.21", "Seoul", "$(touch it)'s=20.0,120.0", "--sites=36.0,120.0"]
    asked = {"sites": [*sites, "Atlantis"], "satellites": ["malligyong-1"], "at": THEN, "hours": 36.5, "min_sun_deg": 5}
    body = console.post("/api/plan", json=asked).json()
    (printed,) = shell(body["command"])
    assert same_plan(body["plan"], printed) > 5 and not (shell.folder / "it").exists()
    assert [place["name"] for place in body["plan"]["places"]][3] == "Seoul (2)"


def test_sites_of_files(console, shell):
    places = "name,latitude,longitude\nbase,37.5,127.0\nbad,97,0\nbase,35.1,129.1\n"
    asked = {"places": places, "elements": SETS, "at": "2026-07-05T00:00:00Z", "hours": 48}
    body = console.post("/api/plan", json={**asked, "elements_name": "my sets.tle", "places_name": "p.csv"}).json()
    (shell.folder / "my sets.tle").write_text(SETS)
    (shell.folder / "p.csv").write_text(places)
    (printed,) = shell(body["command"])
    assert same_plan(body["plan"], printed) == 2


def test_sites_by_horizon(console, shell):
    asked = {"sites": ["Seoul", "-33.86,151.21"], "satellites": ["58400"], "at": THEN, "hours": 30}
    body = console.post("/api/passes", json=asked).json()
    printed = [row for answer in shell(body["command"]) for row in answer["items"]]
    assert sorted(printed, key=lambda row: row["rise"]) == body["items"] and len(printed) > 4
    page = console.post("/api/passes/export/html", json=asked).text
    assert len(tables_of(page)["passes"]) == len(printed) and body["command"].splitlines()[0] in page


@pytest.mark.parametrize("asked", [{}, {"notices": NOTICE, "at": "2024-06-03T00:00:00Z", "sites": ["Seoul"]}])
def test_watch(console, shell, asked):
    body = console.post("/api/watch", json=asked).json()
    archive, *pasted, plan = shell(body["command"])
    of_archive = {item["id"]: item["windows"] for item in body["items"] if item["origin"] == "archive"}
    assert of_archive == {item["id"]: item["windows"] for item in archive["items"]}
    told = [(item["id"], item["state"]) for item in body["items"] if item["origin"] == "pasted"]
    assert told == [
        (one["id"], one["state"]) for answer in pasted for item in answer["items"] for one in item["members"]
    ]
    assert len(told) == ("notices" in asked) and same_plan(body["plan"], plan) >= 2


def test_a_satellite(console, shell):
    for asked in ({}, {"elements": SETS, "elements_name": "s.tle", "at": "2026-07-05T00:00:00Z", "hours": 6}):
        body = console.post("/api/satellite", json=asked).json()
        (shell.folder / "s.tle").write_text(SETS)
        (printed,) = shell(body["command"])
        for name in ("elements", "here", "reach", "sets", "jump", "name"):
            item = printed["items"][0][name]
            wanted = body["items"][0][name]
            if asked and name in ("elements", "sets"):  # a file is called by the reader's own name for it
                item = [{**row, "source": ""} for row in (item if name == "sets" else [item])]
                wanted = [{**row, "source": ""} for row in (wanted if name == "sets" else [wanted])]
            assert item == wanted
        assert printed["track"] == body["track"] and printed["finding"]["estimates"] == body["finding"]["estimates"]


def test_a_command_carries_no_control_characters(console):
    asked = {"sites": ["a\x03b\rc=35.1,129.1"], "satellites": ["58400"], "at": THEN, "hours": 24}
    command = console.post("/api/plan", json=asked).json()["command"]
    assert "'a b c=35.1,129.1'" in command and command.isprintable()
    told = console.post("/api/watch", json={"notices": NOTICE + "\nNOTICES\n\x1b[2J", "at": THEN}).json()
    lines = told["notices_command"].splitlines()
    assert lines[1].endswith("<<'NOTICES_'") and lines[-1] == "NOTICES_" and all(line.isprintable() for line in lines)


def test_the_report_of_watch_has_notices_and_passes(console):
    asked = {"at": "2024-06-03T00:00:00Z", "notices": NOTICE}
    body = console.post("/api/watch", json=asked).json()
    page = console.post("/api/watch/export/html", json=asked).text
    tables = tables_of(page)
    assert [row[0] for row in tables["notices"]] == [item["name"] for item in body["items"]]
    levels = body["plan"]["columns"]["level"]
    assert len(tables["exposures"]) == sum(level < 2 for level in levels)
    assert body["finding"]["statement"] in page and "1 notice in force." in page
    drawing = console.post("/api/watch/export/svg", json=asked).text
    assert drawing.count('data-kind="own"') == len(body["plan"]["places"])
    assert drawing.count("data-approximate=") == sum(
        "Polygon" in f["geometry"]["type"] for f in body["scene"]["features"]
    )
    assert 'data-approximate="yes"' in drawing or 'data-approximate="no"' in drawing


@pytest.mark.parametrize(
    ("path", "asked", "start"),
    [
        ("plan", {"sites": ["Seoul"], "at": THEN, "level": "WARN"}, {"kml": b"<?xml", "png": b"\x89PNG", "svg": b"<svg"}),
        ("watch", {"at": THEN}, {"geojson": b'{"type": "FeatureCollection"', "kml": b"<?xml"}),
        ("passes", {"satellites": ["58400"], "sites": ["Seoul"], "at": THEN, "hours": 24},
         {"csv": b"norad_id,site,rise", "ics": b"BEGIN:VCALENDAR", "czml": b'[{"id": "document"', "svg": b"<svg"}),
        ("satellite", {"satellite": "58400", "at": THEN},
         {"csv": b"norad_id,epoch", "json": b'{"schema": "bongsu/satellite/1"', "czml": b"[{", "kml": b"<?xml", "png": b"\x89PNG"}),
    ],
)  # fmt: skip
def test_every_form_of_a_view(console, path, asked, start):
    for form, first in start.items():
        reply = console.post(f"/api/{path}/export/{form}", json=asked)
        assert reply.status_code == 200 and reply.content.startswith(first), (form, reply.content[:200])
        assert reply.headers["content-disposition"].endswith(f'.{form}"')
    assert console.post(f"/api/{path}/export/docx", json=asked).status_code == 422
