"""What Watch, Sites and Satellite ask of the engine: the command line's own answers, as columns and files."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

PLAN = {"sites": ["Seoul", "36.95,-76.33"], "satellites": ["58400"], "at": "2024-06-07T00:00:00Z", "hours": 72}
# facts.md section 2b, as published.
NOTICE = """NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 121606Z TO 121854Z NOV IN AREAS BOUND BY:
A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
2. CANCEL THIS MSG 181954Z NOV 22."""


def printed(*words: str) -> str:
    program = [sys.executable, "-c", "from bongsu.cli import main; main()", *words]
    return subprocess.run(program, capture_output=True, check=True, text=True).stdout


def test_watch_begins_with_a_marked_demonstration(console):
    body = console.post("/api/watch", json={}).json()
    assert body["schema"] == "bongsu/watch/1" and body["demo"] is True
    assert body["generated"] == "2024-06-03T00:00:00Z"
    assert [(item["id"], item["state"], item["open"]) for item in body["items"]] == [("kp-2024-05", "in force", True)]
    first = body["plan"]["columns"]
    assert body["finding"]["details"]["exposure"] in first["id"]
    assert [event["time"] for event in body["events"]] == sorted(event["time"] for event in body["events"])
    assert {event["kind"] for event in body["events"]} == {"closes", "exposure"}
    assert "Sohae launch site" not in {place["name"] for place in body["plan"]["places"]}


def test_one_pass_over_many_places_is_one_event(console):
    events = console.post("/api/watch", json={}).json()["events"]
    passes = [event for event in events if event["kind"] == "exposure"]
    assert passes[0]["more"] >= 5 and passes[0]["level"] == 0
    assert len({event["time"][:13] for event in passes}) == len(passes)


def test_pasted_notices_are_watched_even_without_sets_for_now(console):
    body = console.post("/api/watch", json={"notices": NOTICE}).json()
    assert body["generated"] == "2026-11-25T00:30:00Z" and body["demo"] is False and body["plan"] is None
    assert [(item["origin"], item["state"]) for item in body["items"]] == [("pasted", "expired")]
    assert any("days old" in problem["what"] for problem in body["problems"])
    then = console.post("/api/watch", json={"notices": NOTICE, "at": "2022-11-12T17:00:00Z"}).json()
    assert [(item["state"], item["open"]) for item in then["items"]] == [("in force", True)]
    assert [feature["properties"]["layer"] for feature in then["scene"]["features"]] == ["area"]


def test_a_plan_is_the_command_lines(console):
    body = console.post("/api/plan/export/json", json={**PLAN, "level": "watch"}).json()
    asked = ("Seoul", "36.95,-76.33", "--sat", "58400", "--at", "2024-06-07T00:00Z", "--for", "72h", "-f", "json")
    command = json.loads(printed("warn", "plan", *asked))
    assert body["items"] == command["items"]
    rows = [row["id"] for item in command["items"] for row in item["exposures"]]
    screen = console.post("/api/plan", json=PLAN).json()["plan"]
    levels = screen["columns"]["level"]
    assert sorted(rows) == sorted(one for one, level in zip(screen["columns"]["id"], levels, strict=True) if level < 2)


@pytest.mark.parametrize(
    ("form", "start"),
    [("csv", "id,level,why"), ("ics", "BEGIN:VCALENDAR"), ("geojson", '{"type"'), ("czml", '[{"id": "document"')],
)
def test_a_plan_can_be_taken_away(console, form, start):
    reply = console.post(f"/api/plan/export/{form}", json=PLAN)
    assert reply.status_code == 200 and reply.text.startswith(start)
    assert reply.headers["content-disposition"] == f'attachment; filename="bongsu-warn.{form}"'


def test_the_calendar_is_the_command_lines(console, tmp_path):
    text = console.post("/api/plan/export/ics", json=PLAN).text
    asked = ("Seoul", "36.95,-76.33", "--sat", "58400", "--at", "2024-06-07T00:00Z", "--for", "72h")
    printed("warn", "calendar", *asked, "-o", str(tmp_path / "warn.ics"))
    assert text == (tmp_path / "warn.ics").read_bytes().decode()


def test_bad_places_and_satellites_are_problems_and_the_rest_is_answered(console):
    body = console.post(
        "/api/plan", json={**PLAN, "sites": ["Seoul", "Atlantis"], "satellites": ["58400", "nobody", "25544"]}
    ).json()
    assert [place["name"] for place in body["plan"]["places"]] == ["Seoul"]
    assert [problem["where"] for problem in body["problems"]] == ["Atlantis", "nobody", "25544"]


def test_a_table_of_places_loses_only_its_bad_row(console):
    table = "name,latitude,longitude\nbase,37.5,127.0\nbad,97,0\nbase,35.1,129.1\n"
    body = console.post("/api/plan", json={**PLAN, "sites": [], "places": table}).json()
    assert [place["name"] for place in body["plan"]["places"]] == ["base", "base (2)"]
    assert [problem["where"] for problem in body["problems"]] == ["your places, line 3"]


def test_progress_comes_before_a_plan(console):
    with console.stream("POST", "/api/plan/stream", json={**PLAN, "hours": 46}) as reply:
        events = [line.removeprefix("event: ") for line in reply.iter_lines() if line.startswith("event: ")]
    assert events[-1] == "answer" and set(events[:-1]) == {"progress"}


def test_a_satellite_whole(console):
    body = console.post("/api/satellite", json={"satellite": "malligyong-1"}).json()
    (item,) = body["items"]
    assert body["schema"] == "bongsu/satellite/1" and body["demo"] is True
    assert (item["norad_id"], item["name"], len(item["sets"])) == (58400, "MALLIGYONG-1", 11)
    assert item["reach"]["basis"] == "assumed"
    assert body["generated"] == "2026-07-10T07:13:00Z"  # epoch of the newest bundled set, to the minute
    assert body["track"]["start"] == "2026-07-10T05:33:00Z"
    assert len(body["track"]["time"]) == (24 * 60 + 100) * 2 + 1
    assert body["finding"]["estimates"]["height_km"]["low"] == pytest.approx(item["elements"]["perigee_km"], abs=0.01)


@pytest.mark.parametrize(
    ("path", "asked", "code", "words"),
    [
        ("/api/plan", {**PLAN, "hours": 1e6}, 422, "not a span"),
        ("/api/plan", {**PLAN, "sites": ["Atlantis"]}, 422, "no place in the bundled cases"),
        ("/api/plan", {**PLAN, "at": "2024-06-07T00:00:00"}, 422, "has no zone"),
        ("/api/plan", {**PLAN, "at": "2026-11-25T00:00:00Z"}, 409, "days old"),
        ("/api/plan", {**PLAN, "purpose": "weather"}, 422, "imaging"),
        ("/api/plan", {**PLAN, "places": "no header\n1,2"}, 422, "names no latitude"),
        ("/api/plan", {**PLAN, "elements": "rubbish"}, 422, "your element sets"),
        ("/api/plan/export/doc", PLAN, 422, "geojson"),
        ("/api/watch", {"notices": "hello there"}, 422, "of a notice was found"),
        ("/api/satellite", {"satellite": "nobody"}, 422, "no satellite is called"),
        ("/api/satellite", {"satellite": "25544"}, 409, "no element set of object 25544"),
        ("/api/satellite", {"satellite": "58400", "hours": 9999}, 422, "up to 72 hours"),
        ("/api/satellite", {"satellite": "58400", "at": "2030-01-01T00:00:00Z"}, 409, "days old"),
    ],
)
def test_mistakes_are_said_in_words(console, path, asked, code, words):
    reply = console.post(path, json=asked)
    assert reply.status_code == code, reply.text
    assert words in reply.text


def test_too_much_is_refused_before_work_begins(console):
    table = "latitude,longitude\n" + "\n".join(f"{n % 80},{n % 170}" for n in range(19_000))
    reply = console.post("/api/plan", json={**PLAN, "sites": [], "places": table, "hours": 744})
    assert reply.status_code == 422 and "589,000 satellite-site-days; the console answers 200,000" in reply.text


def test_a_file_of_a_plan_is_not_worked_out_again(console, monkeypatch):
    from bongsu.console import watching  # noqa: PLC0415

    body = console.post("/api/plan", json={**PLAN, "hours": 47}).json()
    monkeypatch.setattr(watching, "plan_in_parts", None)
    reply = console.post("/api/plan/export/csv", json={**PLAN, "hours": 47, "at": body["generated"]})
    assert reply.status_code == 200


def test_the_watch_on_a_globe_has_places_and_passes(console):
    """The exposures of the plan's own file; the notice in force then is known in words only."""
    packets = console.post("/api/watch/czml", json={"level": "WARN"}).json()
    plan = console.post("/api/plan/export/czml", json={"level": "WARN", "hours": 48}).json()
    places = console.post("/api/watch", json={}).json()["plan"]["places"]
    assert {f"site {place['name']}" for place in places} <= {packet["id"] for packet in packets}
    assert packets[1:] == plan[1:] and len(plan) > len(places) + 1
    assert packets[0]["clock"]["interval"] == "2024-06-03T00:00:00Z/2024-06-05T00:00:00Z"


def test_areas_in_force_are_on_the_globe_in_their_windows(console):
    """The three areas of the notice of November 2023, as the map has them; no bundled set serves that day."""
    asked = {"at": "2023-11-21T12:00:00Z"}
    areas = console.post("/api/watch/czml", json=asked).json()[1:]
    body = console.post("/api/watch", json=asked).json()
    assert [area["name"] for area in areas] == [each["properties"]["name"] for each in body["scene"]["features"]]
    (window,) = body["items"][0]["windows"]
    assert len(areas) == 3 and {area["availability"] for area in areas} == {f"{window['start']}/{window['end']}"}


def test_pasted_notices_are_on_the_globe_without_a_pass(console):
    packets = console.post("/api/watch/czml", json={"notices": NOTICE}).json()
    assert [packet["availability"] for packet in packets[1:]] == ["2022-11-12T16:06:00Z/2022-11-12T18:54:00Z"]


def test_a_track_for_a_globe_has_the_camera_s_reach_where_it_is_asked(console):
    asked = {"satellite": "58400", "at": "2024-06-07T00:00:00Z", "hours": 1, "step_s": 60}
    bare = console.post("/api/track/czml", json=asked).json()
    reached = console.post("/api/track/czml", json={**asked, "reach": True}).json()
    assert reached[: len(bare)] == bare and len(bare) == 2
    assert {packet["id"].split()[0] for packet in reached[2:]} == {"reach"}
    assert "reach" not in console.post("/api/track", json=asked).json()
