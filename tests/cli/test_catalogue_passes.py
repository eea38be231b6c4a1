"""``bongsu passes all``: a file of objects over a table of places, in every form; bad items are listed, not fatal."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

LINES = """\
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
1 58400U 23179A   24159.97159215  .00006581  00000+0  30025-3 0  9991
2 58400  97.4051  46.9797 0001572 158.6830 201.4471 15.20948569 30329
1 41332U 16009A   22125.21808161  .00030905  00000+0  73442-3 0  9997
2 41332  97.2450 200.8790 0019764 121.8738 238.4436 15.41408035349170
1 99999U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9990
2 99999  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30051
"""
PLACES = "name,latitude,longitude\nPyongyang,39.03,125.75\nPearl Harbor,21.35,-157.95\nnowhere,99,0\n"
ASKED = ["--at", "2024-06-07T00:00Z", "--for", "1d"]


@pytest.fixture
def asked(bongsu):
    """Ask over the table of places; the files lie in the folder the command runs in."""
    Path("sets.tle").write_text(LINES)
    Path("places.csv").write_text(PLACES)

    def ask(satellite, *words, site="@places.csv", code=0):
        done = bongsu("passes", satellite, site, "--elements", "sets.tle", *ASKED, *words)
        assert done.code == code, done.err
        return done

    return ask


def test_every_object_over_every_place_as_csv(asked):
    """58400 has two sets, the nearer is taken; 41332 is two years old and listed; a bad checksum and a bad place too."""
    done = asked("all", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert {row["norad_id"] for row in rows} == {"58400"}
    assert {row["site"] for row in rows} == {"Pyongyang", "Pearl Harbor"}
    assert "object 41332: its nearest set" in done.err
    assert "line 7, column 69: checksum" in done.err
    assert "line 4: latitude 99.0 is outside -90 to 90" in done.err


def test_one_object_over_many_places_is_as_asked_one_by_one(asked):
    many = list(csv.DictReader(io.StringIO(asked("58400", "-f", "csv").out)))
    one = list(csv.DictReader(io.StringIO(asked("58400", "-f", "csv", site="39.03,125.75").out)))
    mine = [row for row in many if row["site"] == "Pyongyang"]
    assert len(mine) == len(one) == 3
    for name in ("rise", "culmination", "closest", "set", "max_elevation_deg", "off_nadir_deg", "sunlit", "range_m"):
        assert [row[name] for row in mine] == [row[name] for row in one], name


def test_forms_agree_and_limits_cut(asked):
    lines = asked("all", "-f", "jsonl").out.splitlines()
    body = asked("all", "-f", "json").json
    assert [json.loads(line) for line in lines] == body["items"]
    assert body["schema"] == "bongsu/passes/1"
    assert len(body["problems"]) == 4  # both checksums of the bad set
    near = asked("all", "-f", "json", "--max-off-nadir", "45", "--daylight").json["items"]
    wanted = [row for row in body["items"] if row["off_nadir_deg"] <= 45.0 and row["sun_elevation_deg"] >= 0.0]
    assert near == wanted
    assert 0 < len(near) < len(body["items"])


def test_the_table_counts_by_place_and_a_file_gets_all(asked):
    done = asked("all")
    assert "PLACE" in done.out
    assert "Pearl Harbor" in done.out
    assert "passes of 1 satellite over 2 places; 0 satellites cut short" in done.out
    done = asked("all", "-o", "out.csv", "--threads", "2")
    assert "wrote out.csv" in done.err
    assert Path("out.csv").read_text() == asked("all", "-f", "csv").out


def test_wrong_use_is_named(bongsu):
    done = bongsu("passes", "all", "39.03,125.75")
    assert done.code == 3
    assert "a whole catalogue needs a file of element sets" in done.err
    done = bongsu("passes", "all", "1,2", "--elements", "x", "--gsd", "1")
    assert "--gsd is for one satellite over one place" in done.err


def test_the_doctor_warms_the_bulk_engine(bongsu):
    done = bongsu("doctor", "--warm")
    assert done.code == 0
    assert "the bulk engine is compiled and ready" in done.out
    assert "numba" in done.out


def test_an_answer_that_fails_half_way_leaves_no_file(asked, monkeypatch):
    from bongsu.cli import catalogue_passes  # noqa: PLC0415

    def broken(question, threads, count):
        yield from list(catalogue_passes.catalogue_tables(question))[:1]
        raise KeyboardInterrupt

    monkeypatch.setattr(catalogue_passes, "_here", broken)
    asked("all", "-o", "out.csv", code=130)
    assert not list(Path().glob("out.csv*"))
