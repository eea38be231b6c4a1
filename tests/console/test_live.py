"""What the page is told without asking: that the engine is there, and which of one's own files has changed."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import anyio
import pytest
from starlette.testclient import TestClient

from bongsu.cases import bundled_text, kind_of_file
from bongsu.console import OwnFiles, create_app
from bongsu.console import live as live_module
from bongsu.console.live import live_events
from bongsu.errors import InputError

NOW = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
CASE = bundled_text("nuri-2021")
NOTICE = """NAVAREA XI 1234/26.
SEA OF JAPAN.
1. ROCKET LAUNCHING 270000Z NOV TO 300900Z NOV IN AREA BOUND BY
36-00N 130-00E, 36-00N 131-00E, 35-00N 131-00E, 35-00N 130-00E.
2. CANCEL THIS MSG 301000Z NOV 26."""
PLACES = "name,latitude,longitude\nSeoul,37.57,126.98\n"
FORMS = {"case": CASE, "notices": NOTICE, "places": PLACES}


def rewritten(path: Path, text: str) -> None:
    """Write, and let the file be a second younger: file systems keep times in coarse steps."""
    stamp = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(stamp + 10**9, stamp + 10**9))


@pytest.fixture
def own(tmp_path):
    for name, text in FORMS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return OwnFiles([tmp_path / f"{name}.txt" for name in FORMS], still_s=0.0)


def test_each_file_is_taken_for_what_it_is(own):
    assert [each.kind for each in own.look()] == list(FORMS)
    assert kind_of_file("1 58400U 23179A   24158.0\n2 58400") == "sets"
    assert kind_of_file("CCSDS_OEM_VERS = 2.0\n") == "sets"
    assert kind_of_file('{"type": "Feature", "geometry": {"type": "LineString"}}') == "maps"
    assert kind_of_file("dear diary") == ""


def test_a_file_is_read_again_once_it_stands_still(own, tmp_path):
    path = tmp_path / "places.txt"
    rewritten(path, PLACES + "Kadena,26.36,127.77\n")
    assert own.look()[2].reading == 1  # perhaps still being written
    again = own.look()[2]
    assert again.reading == 2 and "Kadena" in again.text
    assert own.look()[2] == again


def test_many_pages_that_look_do_not_hurry_the_reading(tmp_path):
    path = tmp_path / "places.txt"
    path.write_text(PLACES)
    own = OwnFiles([path], still_s=3600.0)
    rewritten(path, PLACES + "Kadena,26.36,127.77\n")
    assert {own.look()[0].reading for _ in range(20)} == {1}


def test_what_was_read_stays_when_the_file_goes_bad_or_away(own, tmp_path):
    path = tmp_path / "places.txt"
    rewritten(path, "dear diary")
    own.look()
    bad = own.look()[2]
    assert bad.text == PLACES and "no case, no element sets" in bad.problem
    assert own.look()[2].problem == bad.problem  # until it is another file
    path.unlink()
    assert "cannot be read" in own.look()[2].problem
    rewritten(path, PLACES)
    own.look()
    good = own.look()[2]
    assert good.problem == "" and good.text == PLACES


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.toml", None, "cannot be read"),
        ("diary.txt", b"dear diary", "no case, no element sets"),
        ("page.html", b"<!doctype html><html><body>1 58400U</body></html>", "no case, no element sets"),
        ("folder", "folder", "cannot be read"),
        ("big.toml", b"[case]\n" + b"#" * 5_000_000, "the console takes"),
    ],
)
def test_a_file_that_is_none_of_them_is_refused_at_the_start(tmp_path, name, content, words):
    if content == "folder":
        (tmp_path / name).mkdir()
    elif content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=words):
        OwnFiles([tmp_path / name])


def test_the_page_may_ask_for_the_named_files_and_no_others(own):
    with TestClient(create_app(lambda: NOW, own), base_url="http://127.0.0.1") as console:
        heads = console.get("/api/own").json()["files"]
        assert [head["name"] for head in heads] == ["case.txt", "notices.txt", "places.txt"]
        assert "text" not in heads[0]
        assert console.get("/api/own/1").json()["text"] == NOTICE
        assert console.get("/api/own/3").status_code == 422
        assert console.get("/api/own/-1").status_code == 422


def heard(own, monkeypatch, *, then, events):
    """The first so many events; ``then`` is called after the first."""
    monkeypatch.setattr(live_module, "LOOK_S", 0.01)
    monkeypatch.setattr(live_module, "BEAT_S", 0.5)
    got: list[tuple[str, dict]] = []

    async def listen():
        async for text in live_events(lambda: datetime(2026, 11, 25, tzinfo=UTC), own, lambda: len(got) >= events):
            name, data = text.removeprefix("event: ").split("\ndata: ")
            got.append((name, json.loads(data)))
            if len(got) == 1:
                then()

    anyio.run(listen)
    return got


def test_the_page_is_told_which_file_has_changed(own, tmp_path, monkeypatch):
    got = heard(own, monkeypatch, then=lambda: rewritten(tmp_path / "notices.txt", NOTICE + "\n"), events=3)
    assert [name for name, _ in got] == ["hello", "file", "beat"]
    assert len(got[0][1]["files"]) == 3 and got[0][1]["version"]
    assert got[1][1] == {**got[1][1], "number": 1, "name": "notices.txt", "reading": 2, "problem": ""}


def test_the_connection_ends_when_the_server_stops(own, monkeypatch):
    assert [name for name, _ in heard(own, monkeypatch, then=lambda: None, events=1)] == ["hello"]
