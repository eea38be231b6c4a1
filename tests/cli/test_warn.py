"""``bongsu warn``, ``imager`` and ``claim coverage`` as a user sees them."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "cases"))
from imager_samples import CATALOGUE, DATA, WINDOW

from bongsu.earth import time_grid, to_datetime64
from bongsu.orbit import propagate

AT = ("--at", "2026-07-01T00:00Z")
ON = ("--elements", "made.tle", *AT)


@pytest.fixture
def here(tmp_path):
    (tmp_path / "made.tle").write_bytes(DATA)
    (tmp_path / "places.csv").write_text("name,latitude,longitude\nBusan,35.10,129.10\nGuam,13.58,144.93\nbad,95,0\n")
    return tmp_path


def test_a_list_names_satellite_owner_level_and_limits(bongsu, here):
    ran = bongsu("warn", "list", "35.10,129.10", *ON, "--for", "1d", columns=130)
    assert ran.code == 0 and ran.widest <= 130
    assert "▲ WARN" in ran.out and "PLEIADES 1A" in ran.out and "radar" in ran.out
    assert "others may see it" in ran.out and "By country: " in ran.out
    assert "SPOT 7" not in ran.out and "ISS" not in ran.out


@pytest.mark.parametrize("columns", [60, 80, 100, 130])
def test_tables_keep_within_the_terminal(bongsu, here, columns):
    for command in (("warn", "list", "busan"), ("warn", "plan", "--sites", "places.csv")):
        ran = bongsu(*command, *ON, "--for", "1d", columns=columns)
        assert ran.code == 0 and ran.widest <= columns, ran.out


def test_a_bad_place_is_said_and_the_others_are_answered(bongsu, here):
    ran = bongsu("warn", "plan", "--sites", "places.csv", *ON, "--for", "1d")
    assert ran.code == 0 and "line 4" in ran.err and "latitude 95.0" in ran.err
    assert "Busan" in ran.out and "Guam" in ran.out and "EVERY 3 HOURS" in ran.out


def test_json_has_the_envelope_and_the_intervals(bongsu, here):
    body = bongsu("warn", "plan", "busan", *ON, "--for", "1d", "-f", "json").json
    assert body["schema"] == "bongsu/warn-plan/1" and body["generated"] == "2026-07-01T00:00:00Z"
    (item,) = body["items"]
    assert {"revisit", "intervals", "exposures", "next", "counts"} <= set(item)
    assert {each["known_imager"] for each in item["intervals"]} == {True, False}
    assert all(each["age_days"] is not None for each in body["inputs"])


def test_the_same_question_gives_the_same_bytes(bongsu, here):
    runs = [bongsu("warn", "list", "busan", *ON, "-f", "json").out for _ in range(2)]
    assert runs[0] == runs[1]


def test_every_form_is_written_by_its_suffix(bongsu, here):
    names = ("a.csv", "a.json", "a.jsonl", "a.geojson", "a.czml", "a.ics")
    ran = bongsu("warn", "list", "busan", *ON, *(part for name in names for part in ("-o", name)))
    assert ran.code == 0 and ran.out == ""
    rows = list(csv.DictReader(io.StringIO((here / "a.csv").read_text())))
    items = json.loads((here / "a.json").read_text())["items"]
    lines = (here / "a.jsonl").read_text().splitlines()
    assert len(rows) == len(items) == len(lines) > 3
    assert (here / "a.ics").read_bytes().count(b"BEGIN:VEVENT") == len(rows)
    assert json.loads((here / "a.geojson").read_text())["type"] == "FeatureCollection"
    assert json.loads((here / "a.czml").read_text())[0]["id"] == "document"


def test_a_calendar_with_reminders(bongsu, here):
    ran = bongsu("warn", "calendar", "busan", *ON, "--for", "1d", "--lead", "30min", "--level", "WARN", "-o", "w.ics")
    text = (here / "w.ics").read_text()
    assert ran.code == 0 and "wrote w.ics" in ran.err
    assert text.count("TRIGGER:-PT1800S") == text.count("BEGIN:VEVENT") > 0 and "SUMMARY:watch" not in text


def test_a_calendar_on_standard_output_is_the_files_own(bongsu, here, monkeypatch):
    """RFC 5545, 3.1: lines end with CR and LF; nothing is shown as an escape."""
    ask = ("warn", "calendar", "busan", *ON, "--for", "1d", "--level", "WARN")
    assert bongsu(*ask, "-o", "w.ics").code == 0
    printed = io.BytesIO()
    screen = io.TextIOWrapper(printed)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", screen)
        bongsu(*ask)
    assert printed.getvalue() == (here / "w.ics").read_bytes()
    assert printed.getvalue().startswith(b"BEGIN:VCALENDAR\r\n") and b"u000d" not in printed.getvalue()


def test_levels_can_be_widened_and_narrowed(bongsu, here):
    counts = [
        len(bongsu("warn", "list", "busan", *ON, "--level", level, "-f", "json").json["items"])
        for level in ("WARN", "watch", "night")
    ]
    assert counts[0] <= counts[1] <= counts[2] and counts[0] < counts[2]


def test_the_bundled_satellite_needs_no_file(bongsu):
    ran = bongsu("warn", "list", "busan", "--at", "2026-07-05T00:00Z", "--for", "3d")
    assert ran.code == 0 and "Malligyong-1" in ran.out and "scenario" not in ran.err


def test_by_latitude(bongsu, here):
    ran = bongsu("warn", "plan", "busan", *ON, "--for", "12h", "--by-latitude", "--purpose", "radar")
    assert ran.code == 0 and "BY LATITUDE" in ran.out and "75 N" in ran.out and "75 S" in ran.out


def test_coverage_says_that_a_picture_may_exist(bongsu, here):
    ran = bongsu(
        "claim", "coverage", "busan", "2026-07-01T10:01:10+09:00", "--elements", "made.tle", "--without", "40115", *AT
    )
    assert ran.code == 0 and "not that one does" in ran.out and "WORLDVIEW" not in ran.out
    body = bongsu(
        "claim", "coverage", "busan", "2026-07-01T10:01:10+09:00", "--elements", "made.tle", *AT, "-f", "json"
    ).json
    assert body["schema"] == "bongsu/claim-coverage/1" and body["asked"] == 5
    apart = [abs(item["from_claim_s"]) for item in body["items"]]
    assert apart == sorted(apart)


def test_imagers_with_their_sources(bongsu):
    ran = bongsu("imager", "list", columns=130)
    assert ran.code == 0 and "malligyong-1" in ran.out and "scenario" in ran.out
    ran = bongsu("imager", "show", "58400")
    assert "NIIRS: none" in ran.out and "PIXELS OF 3 m" in ran.out and "SOURCES" in ran.out
    body = bongsu("imager", "list", "-f", "json").json
    for item in body["items"]:
        assert item["sources"] and all(figure["sources"] for figure in item["figures"])


def test_a_picture_that_says_what_it_is(bongsu, tmp_path):
    ran = bongsu("imager", "show", "malligyong-1", "--gsd", "3", "-o", "grid.svg", "-o", "grid.png")
    assert ran.code == 0
    svg = (tmp_path / "grid.svg").read_text()
    assert "SCHEMATIC, NOT A PHOTOGRAPH" in svg and "<image" not in svg and "a scenario" in svg
    assert (tmp_path / "grid.png").read_bytes().startswith(b"\x89PNG")


MISTAKES = [
    (("warn", "list", *ON), 3, "no place was given"),
    (("warn", "list", "129.10,95.2", *ON), 3, "latitude"),
    (("warn", "list", "busan", "--elements", "none.tle", *AT), 3, "No such file"),
    (("warn", "list", "busan", *ON, "--for", "3x"), 3, "write 90min, 48h, 3d or 1w"),
    (("warn", "list", "busan", *ON, "--owner", "atlantis"), 4, "no satellite of the imager table passes the filters"),
    (("warn", "list", "busan", *ON, "--sun", "nan"), 3, "Sun limit"),
    (("warn", "list", "busan", *ON, "--class", "low"), 2, "leo"),
    (("warn", "plan", "--sites", "made.tle", *ON), 3, "names no latitude and longitude"),
    (("warn", "plan", "busan", "--elements", "made.tle", "--at", "2036-07-01T00:00Z"), 4, "none has a set that serves the time"),
    (("warn", "calendar", "busan", *ON, "--lead", "soon"), 3, "is not a length of time"),
    (("warn", "lists", "busan"), 2, "list"),
    (("imager", "show", "worldview9"), 3, "did you mean worldview-"),
    (("imager", "show", "pleiades", "-o", "a.jpg"), 3, "neither .svg nor .png"),
    (("imager", "show", "pleiades", "--gsd", "nan"), 3, "outside 0 to 1000"),
    (("imager", "show", "rcm", "-o", "a.png"), 3, "no ground sample distance is known"),
    (("claim", "coverage", "busan", "2026-07-01T10:01:10"), 3, "add Z for UTC"),
    (("claim", "coverage", "busan", "2026-07-01T10:01:10Z"), 4, "give a catalogue"),
    (("claim", "coverage", "atlantis", "2026-07-01T10:01:10Z", "--elements", "made.tle"), 3, "no place in the bundled cases"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "code", "words"), MISTAKES, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_a_mistake_is_named_with_what_to_do(bongsu, here, args, code, words):
    ran = bongsu(*args)
    assert ran.code == code, ran.err
    assert words in ran.err and "Traceback" not in ran.err and ran.out == ""
    assert not list(here.glob("*.part"))


OEM = """\
CCSDS_OEM_VERS = 2.0
CREATION_DATE = 2026-07-01T00:00:00
ORIGINATOR = TEST
META_START
OBJECT_NAME = MADE
OBJECT_ID = 2023-179A
CENTER_NAME = EARTH
REF_FRAME = TEME
TIME_SYSTEM = UTC
START_TIME = {first}
STOP_TIME = {last}
META_STOP
"""


def test_an_ephemeris_works_where_element_sets_do(bongsu, here):
    """The states of a set of the catalogue, as OEM: the same passes to a hundredth of a second, with no margin of time."""
    item = next(each for each in CATALOGUE if each.norad_id == 40115)
    grid = time_grid(to_datetime64(WINDOW.start), to_datetime64(WINDOW.end), 60.0)
    states = propagate(item, grid)
    rows = [
        f"{moment} " + " ".join(f"{value:.9f}" for value in (*position / 1e3, *velocity / 1e3))
        for moment, position, velocity in zip(grid, states.position_m, states.velocity_m_s, strict=True)
    ]
    (here / "made.oem").write_text(OEM.format(first=grid[0], last=grid[-1]) + "\n".join(rows) + "\n")
    both = []
    for name in ("made.tle", "made.oem"):
        ran = bongsu("passes", "40115", "busan", "--elements", name, *AT, "--for", "1d", "-f", "json")
        assert ran.code == 0, ran.err
        both.append(ran.json["items"])
    assert [row["rise"][:21] for row in both[0]] == [row["rise"][:21] for row in both[1]] and len(both[0]) > 2
    assert all(row["timing_s"] is None for row in both[1])
    lists = [
        bongsu(
            "warn", "list", "busan", "--elements", name, "--sat", "40115", *AT, "--level", "night", "-f", "json"
        ).json["items"]
        for name in ("made.tle", "made.oem")
    ]
    assert [row["id"] for row in lists[0]] == [row["id"] for row in lists[1]] and lists[1]
    assert "accuracy is not stated" in lists[1][0]["notes"][0]


def test_passes_take_the_ground_sample_distance_of_the_table(bongsu, here):
    """WorldView-3 has 0.31 m from 617 km; no scenario is asked for, and the ISS has no camera of the table."""
    body = bongsu("passes", "40115", "busan", *ON, "--for", "1d", "-f", "json").json
    for row in body["items"]:
        if row["incidence_deg"] < 75.0:
            assert row["gsd_along_m"]["value"] == pytest.approx(0.31 * row["range_m"] / 617e3, rel=0.03)
    assert "imager table" in bongsu("passes", "40115", "busan", *ON, "--for", "1d").out
    assert all(
        row["gsd_across_m"] is None
        for row in bongsu("passes", "25544", "busan", *ON, "--for", "1d", "-f", "json").json["items"]
    )


def test_plan_json_keeps_to_the_level_asked(bongsu, here):
    (item,) = bongsu("warn", "plan", "busan", *ON, "--for", "1d", "--level", "WARN", "-f", "json").json["items"]
    assert {row["level"] for row in item["exposures"]} == {"WARN"} and item["counts"]["watch"] > 0
