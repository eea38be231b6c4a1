"""The console's answers: the command line's own, with the picture; nothing from or to anywhere else."""

from __future__ import annotations

import json
import logging
import socket
import struct
import subprocess
import sys
import time
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from bongsu.console import create_app, loopback_address
from bongsu.errors import InputError

# facts.md section 2b, as published.
NOTICE = """NAVAREA IV 1177/22(11,26).
WESTERN NORTH ATLANTIC. FLORIDA.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING
121606Z TO 121854Z NOV, ALTERNATE 131606Z TO 131854Z
AND 1607Z TO 1854Z DAILY 14 THRU 18 NOV IN AREAS BOUND BY:
A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W, 28-40.00N 071-21.00W,
28-13.00N 069-58.00W, 27-31.00N 069-58.00W, 27-21.00N 071-43.00W.
2. CANCEL NAVAREA IV 1165/22.
3. CANCEL THIS MSG 181954Z NOV 22."""
PASSES = {"satellites": ["58400"], "sites": ["Seoul", "36.95,-76.33"], "at": "2024-06-07T00:00:00Z", "hours": 48}


def test_a_case_is_answered_as_on_the_command_line(console):
    body = console.post("/api/assess", json={"case": "nuri-2021", "at": "2026-11-25T00:00:00Z"}).json()
    program = [
        sys.executable,
        "-c",
        "from bongsu.cli import main; main()",
        "assess",
        "nuri-2021",
        "--at",
        "2026-11-25T00:00Z",
        "-q",
        "-f",
        "json",
    ]
    printed = json.loads(subprocess.run(program, capture_output=True, check=True, text=True).stdout)
    assert body["answer"] == printed
    assert {f["properties"]["layer"] for f in body["scene"]["features"]} >= {"place"}


def test_the_first_case_is_the_same_for_all_within_the_hour(console):
    one, two = (console.post("/api/assess", json={"case": "malligyong-1"}).json() for _ in range(2))
    assert one == two
    assert one["answer"]["generated"] == "2026-11-25T00:00:00Z"
    areas = [f for f in one["scene"]["features"] if f["properties"]["layer"] == "area"]
    assert [f["properties"]["name"] for f in areas] == ["A", "B", "C"]
    assert all(f["properties"]["approximate"] and f["geometry"]["type"] == "Polygon" for f in areas)


def test_a_notice_comes_with_its_words_and_its_areas(console):
    body = console.post("/api/assess", json={"text": NOTICE, "site": "28.6,-80.6"}).json()
    assert body["kind"] == "notice" and body["text"] == NOTICE
    areas = body["notices"][0]["areas"]
    for area in areas:
        words = NOTICE[slice(*area["text_span"])]
        assert words.count("N ") == len(area["geometry"]["coordinates"][0]) - 1 or len(words) > 40
    assert [f["properties"]["layer"] for f in body["scene"]["features"]] == ["area", "area", "place"]
    assert len(body["timeline"]) == 7  # 12 and 13 November, and daily on the 14th to the 18th


def test_progress_comes_before_the_answer(console):
    with console.stream(
        "POST", "/api/assess/stream", json={"case": "nuri-2021", "at": "2026-11-25T00:00:00Z"}
    ) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        events = [line.removeprefix("event: ") for line in reply.iter_lines() if line.startswith("event: ")]
    assert events[-1] == "answer" and set(events[:-1]) == {"progress"}


def test_an_error_is_an_event_too(console):
    with console.stream("POST", "/api/assess/stream", json={"text": "hello there"}) as reply:
        lines = list(reply.iter_lines())
    assert lines[0] == "event: error"
    assert "is no case, element set" in json.loads(lines[1].removeprefix("data: "))["error"]


def test_passes_of_a_pair_that_cannot_be_answered_are_a_problem_and_the_rest_is_answered(console):
    body = console.post("/api/passes", json={**PASSES, "sites": ["Seoul", "Atlantis"]}).json()
    assert {row["site"] for row in body["items"]} == {"Seoul"}
    assert [problem["where"] for problem in body["problems"]] == ["58400 over Atlantis"]


def test_a_track_goes_over_the_place_when_the_passes_say_so(console):
    rows = console.post("/api/passes", json=PASSES).json()["items"]
    track = console.post(
        "/api/track", json={"satellite": "58400", "at": PASSES["at"], "hours": 24, "step_s": 10}
    ).json()
    seoul = [row for row in rows if row["site"] == "Seoul" and row["closest"].startswith("2024-06-07")]
    best = max(seoul, key=lambda row: row["max_elevation_deg"])
    hours = [int(part) for part in best["closest"][11:19].split(":")]
    seconds = hours[0] * 3600 + hours[1] * 60 + hours[2]
    index = min(range(len(track["time"])), key=lambda i: abs(track["time"][i] - seconds))
    assert abs(track["latitude_deg"][index] - 37.57) < 4.0 and abs(track["longitude_deg"][index] - 126.98) < 6.0
    assert 480_000 < track["height_m"][index] < 530_000


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("svg", b"<svg"),
        ("png", b"\x89PNG"),
        ("kml", b"<?xml"),
        ("ics", b"BEGIN:VCALENDAR"),
        ("geojson", b'{\n  "type"'),
    ],
)
def test_a_pasted_notice_can_be_taken_away(console, form, start):
    reply = console.post(f"/api/assess/{form}", json={"text": NOTICE})
    assert reply.status_code == 200 and reply.content.startswith(start)
    assert reply.headers["content-disposition"] == f'attachment; filename="bongsu-pasted.{form}"'


def test_the_report_is_the_command_lines(console):
    reply = console.post("/api/assess/html", json={"case": "nuri-2021", "at": "2026-11-25T00:00:00Z"})
    assert b"<!doctype html>" in reply.content[:200].lower() and b"Nuri" in reply.content


@pytest.mark.parametrize("path", ["/", "/app/main.js", "/api/status", "/nothing/here", "/api/openapi.json"])
def test_every_reply_forbids_what_is_not_ours(console, path):
    headers = console.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"] and "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_another_name_for_this_machine_and_another_sites_page_are_refused(console):
    assert console.get("/api/status", headers={"Host": "attacker.example"}).status_code == 400
    assert console.get("/api/status", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert console.get("/../../pyproject.toml").status_code == 404


@pytest.mark.parametrize(
    ("path", "asked", "code", "words"),
    [
        ("/api/assess", {}, 422, "nothing was asked"),
        ("/api/assess", {"case": "no-such"}, 422, "no bundled case"),
        ("/api/assess", {"text": "NAVAREA IV 1/22 " + "x" * 50, "site": "91,0"}, 422, "latitude"),
        ("/api/assess", {"case": "nuri-2021", "at": "2026-11-25T00:00:00"}, 422, "has no zone"),
        ("/api/assess", {"case": "nuri-2021", "at": "9999-11-25T00:00:00Z"}, 422, "outside 1957 to 2199"),
        ("/api/passes", {**PASSES, "hours": 1e9}, 422, "not a span"),
        ("/api/passes", {**PASSES, "sites": ["0,0"] * 400, "satellites": ["58400", "25544"]}, 422, "800 pairs"),
        ("/api/track", {"satellite": "58400", "hours": 72, "step_s": 1}, 422, "20,000 points"),
        ("/api/track", {"satellite": "58400", "at": "1990-01-01T00:00:00Z"}, 409, "element set"),
        ("/api/assess/doc", {"case": "nuri-2021"}, 404, "there are json, html"),
    ],
)
def test_mistakes_are_said_in_words(console, path, asked, code, words):
    reply = console.post(path, json=asked)
    assert reply.status_code == code
    assert words in reply.text


def test_texts_too_long_are_refused_before_work_begins(console):
    reply = console.post("/api/assess", json={"text": "A" * 4_000_001})
    assert reply.status_code == 422 and "4000000" in reply.text


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.5", "::", "example.org", ""])
def test_it_listens_to_this_machine_only(address):
    with pytest.raises(InputError, match=r"accounts|not an address"):
        loopback_address(address)


def test_loopback_addresses():
    assert [loopback_address(text) for text in ("localhost", "127.0.0.1", "::1")] == ["127.0.0.1", "127.0.0.1", "::1"]


def test_a_closed_connection_ends_the_work(monkeypatch):
    import threading  # noqa: PLC0415

    from bongsu.console import app as module  # noqa: PLC0415

    ended = threading.Event()

    def slow(progress):
        try:
            for step in range(1000):
                progress("step", step, 1000)
                threading.Event().wait(0.005)
        finally:
            ended.set()
        return {}

    events = module._streamed(slow)
    assert next(events).startswith("event: progress")
    events.close()
    assert ended.wait(5.0)
    assert create_app is module.create_app


@pytest.mark.parametrize("path", ["/", "/app/main.js", "/api/status"])
def test_a_page_that_leaves_before_its_answer_leaves_no_trace(address, path):
    """Closing a tab breaks its connection while an answer is worked out: the server's window must not fill with errors."""
    host, port = urlsplit(address).hostname, urlsplit(address).port
    asked = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    said: list[str] = []
    listener = logging.Handler()
    listener.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("uvicorn.error")
    log.addHandler(listener)
    try:
        for after in range(20):
            with socket.create_connection((host, port)) as page:
                page.sendall(asked)
                time.sleep(0.0007 * after)
                page.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # broken, not ended
        with urlopen(f"{address}api/status") as answer:  # asked after them, so answered after them
            assert answer.status == 200
        time.sleep(0.3)
    finally:
        log.removeHandler(listener)
    assert not said
