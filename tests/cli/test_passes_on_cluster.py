"""``bongsu passes all --on``: the same bytes as alone, with a worker killed in the middle; what cannot be used is refused."""

from __future__ import annotations

import json
import logging
from functools import partial
from pathlib import Path

import cluster_hooks
import pytest
from distributed import LocalCluster

import bongsu
from bongsu.cli import catalogue_passes
from bongsu.cluster import session, work
from bongsu.overflight import stream

ASKED = ["--elements", "sets.tle", "--at", "2024-06-07T00:00Z", "--for", "1d"]
LEN = 64


def lines() -> str:
    """64 satellites in one plane of Malligyong-1's kind, evenly spread."""
    out = []
    for n in range(LEN):
        pair = (
            f"1 {70000 + n:05d}U 24001A   24158.50000000  .00000871  00000-0  41535-4 0  999",
            f"2 {70000 + n:05d}  97.4052  45.2326 0002221 305.1745 {n * 360 / LEN:8.4f} 15.21704003 3005",
        )
        out += [row + str(sum(int(c) if c.isdigit() else c == "-" for c in row) % 10) for row in pair]
    return "\n".join(out) + "\n"


@pytest.fixture
def asked(bongsu, monkeypatch):
    """Ask over 60 places, in parts of 10 satellites."""
    Path("sets.tle").write_text(lines())
    places = [f"p{n},{-88 + n * 3 - 0.5},{(n * 137) % 360 - 180}" for n in range(60)]
    Path("places.csv").write_text("name,latitude,longitude\n" + "\n".join(places) + "\n")
    monkeypatch.setattr(stream, "_ROWS_IN_PART", 8.0 * 60 * 10)

    def ask(*words, code=0):
        done = bongsu("passes", "all", "@places.csv", *ASKED, *words)
        assert done.code == code, done.err
        return done

    return ask


@pytest.fixture(scope="module")
def scheduler():
    quiet = {"dashboard_address": ":0", "silence_logs": logging.CRITICAL + 1}
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", **quiet) as local:
        yield local.scheduler_address


def test_a_killed_worker_loses_nothing(asked, monkeypatch, tmp_path):
    flag = tmp_path / "killed"
    monkeypatch.setattr(catalogue_passes, "catalogue_part_search", partial(cluster_hooks.dies_once, str(flag), 30))
    words = ["--max-off-nadir", "45", "-o"]
    asked(*words, "on.csv", "--on", "local", "--workers", "2")
    assert flag.read_text().isdigit()
    asked(*words, "alone.csv")
    assert len(Path("alone.csv").read_text().splitlines()) > 1_000
    assert Path("on.csv").read_bytes() == Path("alone.csv").read_bytes()


def test_a_scheduler_gives_the_same_bytes_in_every_form(asked, scheduler):
    for form in ("json", "jsonl", "table"):
        words = ["-f", form, "--max-off-nadir", "20", "--daylight"]
        assert asked(*words, "--on", scheduler).out == asked(*words).out, form


def test_a_failed_part_is_reported_with_its_satellites(asked, scheduler, monkeypatch):
    monkeypatch.setattr(catalogue_passes, "catalogue_part_search", partial(cluster_hooks.fails_at, 30))
    words = ["-f", "json", "--max-off-nadir", "20"]
    body = asked(*words, "--on", scheduler).json
    assert [problem["where"] for problem in body["problems"]] == ["10 objects"]
    lost = set(range(70030, 70040))
    assert all(str(number) in body["problems"][0]["what"] for number in lost)
    assert "MemoryError in each of 3 tries: no room" in body["problems"][0]["what"]
    assert body["items"] == [row for row in asked(*words).json["items"] if row["norad_id"] not in lost]
    done = asked("--on", scheduler)
    assert "! not all were answered: 10 satellites failed on the cluster" in done.out


def test_another_version_on_the_workers_is_refused(asked, scheduler, monkeypatch):
    version = bongsu.__version__
    monkeypatch.setattr(bongsu, "__version__", "0.0.9")
    work.versions_here.cache_clear()
    try:
        done = asked("-o", "on.csv", "--on", scheduler, code=69)
    finally:
        work.versions_here.cache_clear()
    assert f"has other versions: bongsu {version} (" in done.err
    assert "there, 0.0.9 (" in done.err
    assert "install the same versions on every worker" in done.err
    assert not Path("on.csv").exists()


def test_no_scheduler_at_the_address(asked, monkeypatch):
    monkeypatch.setattr(session, "_REACH_S", 1.0)
    done = asked("-f", "json", "--on", "tcp://127.0.0.1:1", code=69)
    body = json.loads(done.err.splitlines()[-1])
    assert body["error"].startswith("no Dask scheduler answers at tcp://127.0.0.1:1 within 1 s")
    assert "dask scheduler" in body["advice"]


def test_wrong_use(asked, bongsu):
    assert "with --on local say --workers N" in asked("--on", "local", "--threads", "2", code=3).err
    assert "--workers is for --on local" in asked("--workers", "2", code=3).err
    assert "neither local nor an address" in asked("--on", "host:8786", code=3).err
    assert "--on is for many satellites or places" in bongsu("passes", "58400", "1,2", "--on", "local").err
