"""``bongsu notice parse``, ``map`` and ``diff``: every form, for warnings and NOTAMs."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest
from cli_samples import NAVAREA

NOTAM = """(A0001/23 NOTAMN
Q) RKRR/QWMLW/IV/NBO/W/000/999/3543N12430E060
A) RKRR B) 2305301500 C) 2306101700
D) 1500-1700
E) ROCKET LAUNCH. DANGER AREA BOUNDED BY 3500N12400E-3600N12400E-3600N12500E-3500N12500E
F) SFC G) FL200)
"""
LAUNCH = """NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 121606Z TO 121854Z NOV IN AREAS BOUND BY:
A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W, 28-40.00N 071-21.00W, 28-13.00N 069-58.00W.
2. CANCEL THIS MSG 181954Z NOV 22.
"""
AT = ("--at", "2026-11-25T00:00Z")


def test_a_notam_is_known_as_one(bongsu, write):
    """Sky and sea in one command: A0001/23 has 12 days of one window."""
    item = bongsu("notice", "parse", write("n.txt", NOTAM), *AT, "-f", "json").json["items"][0]
    assert (item["id"], item["notam"]["action"], item["notam"]["fir"]) == ("A0001/23", "N", "RKRR")
    assert len(item["windows"]) == 12
    assert item["areas"][0]["approximate"] is False
    ran = bongsu("notice", "imply", "n.txt", "--site", "39.66,124.705", *AT)
    assert ran.code == 0


@pytest.mark.parametrize("text", [NAVAREA, NOTAM], ids=["warning", "notam"])
def test_every_form(bongsu, write, text):
    name = write("x.txt", text)
    forms = {form: bongsu("notice", "parse", name, *AT, "-f", form) for form in
             ("table", "json", "geojson", "kml", "czml", "ics", "sentence")}  # fmt: skip
    assert {ran.code for ran in forms.values()} == {0}
    assert forms["geojson"].json["type"] == "FeatureCollection"
    assert forms["czml"].json[0]["id"] == "document"
    assert ET.fromstring(forms["kml"].out.encode()).tag.endswith("}kml")
    assert forms["ics"].out.startswith("BEGIN:VCALENDAR")
    assert len(forms["sentence"].out.strip().splitlines()) == 1
    for form, ran in forms.items():
        assert bongsu("notice", "parse", name, *AT, "-f", form).out == ran.out


def test_calendars_keep_their_line_ends(bongsu, write):
    """RFC 5545: CRLF, which text mode would hide."""
    ran = bongsu("notice", "parse", write("x.txt", NAVAREA), *AT, "-f", "ics", "--alarm", "2h")
    assert ran.code == 0
    assert ran.out.count("BEGIN:VALARM") == ran.out.count("BEGIN:VEVENT") == 6


@pytest.mark.parametrize(
    ("audience", "words"), [("sea", "24-40.00N 164-32.00W"), ("air", "244000N1643200W"), ("press", "24.7°N 164.5°W")]
)
def test_units_of_each_reader(bongsu, write, audience, words):
    """24-40N is 24.67 degrees; UTC+9 is stated as such."""
    out = bongsu("notice", "parse", write("x.txt", NAVAREA), *AT, "--for", audience, "--tz", "+09:00").out
    assert words in out
    assert "UTC+9" in out


def test_a_zone_that_is_none(bongsu, write):
    ran = bongsu("notice", "parse", write("x.txt", NAVAREA), "--tz", "Mars/Olympus")
    assert ran.code == 3
    assert "--tz 'Mars/Olympus' is not a time zone here" in ran.err


def test_the_map_is_a_picture(bongsu, write, tmp_path):
    assert bongsu("notice", "map", write("x.txt", NAVAREA), *AT, "-o", "a.svg", "-o", "a.png").code == 0
    assert "NAVAREA XII 841/23" in (tmp_path / "a.svg").read_text()
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    for args, words in [((), "where to?"), (("-o", "a.gif"), "use .svg or .png"), (("-o", "a.svg"), "exists already")]:
        assert words in bongsu("notice", "map", "x.txt", *args).err
    assert bongsu("notice", "map", write("y.txt", "HYDROPAC 1/23. LIGHT OUT."), "-o", "y.svg").code == 4


def test_the_same_areas_a_day_later(bongsu, write):
    later = NAVAREA.replace("11 THRU 16 DEC", "12 THRU 17 DEC").replace("841/23", "842/23")
    names = write("a.txt", NAVAREA), write("b.txt", later)
    ran = bongsu("notice", "diff", *names, *AT)
    assert ran.code == 0
    assert "area A: same" in ran.out
    assert "every window 1 d 0 h 0 min later" in ran.out
    body = bongsu("notice", "diff", *names, *AT, "-f", "json").json
    assert body["schema"] == "bongsu/notice-diff/1"
    assert [item["verdict"] for item in body["items"]] == ["same", "same"]
    assert body["items"][0]["windows"]["shift_s"] == 86400.0
    assert len(body["inputs"]) == 2
    assert json.dumps(body, allow_nan=False)


def test_a_place_alone_is_read(bongsu, write):
    ran = bongsu("notice", "parse", write("x.txt", "MAN OVERBOARD FROM VESSEL IN 05-03.35S 035-08.74W."), *AT)
    assert ran.code == 0 and "place 05-03.35S 035-08.74W" in ran.out


@pytest.mark.parametrize("command", ["parse", "list", "imply", "whom"])
def test_a_feed_in_json_is_refused_before_it_is_misread(bongsu, write, command):
    """Its line ends are two characters, so the first hours of each line would be lost."""
    feed = (
        '{"broadcast-warn": [{"msgNumber": 1, "text": "ROCKET LAUNCHING\\n121606Z TO 121854Z NOV IN 28-39N 080-38W"}]}'
    )
    ran = bongsu("notice", command, write("feed.json", feed), *AT)
    assert ran.code == 3 and "this is JSON" in ran.err and "series and number" in ran.err


def test_reasons_and_repairs_fit_the_page(bongsu, write):
    text = "NAVAREA IV 1/26.\nROCKET LAUNCHING 121606Z TO 121854Z NOV IN AREAS BOUND BY:\n"
    text += "A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.\n"
    text += "B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W, 28-40.00N 071-21.00W, 28-13.00N 069-58.00W."
    out = bongsu("notice", "parse", write("x.txt", text), *AT).out
    assert "  because: ROCKET LAUNCHING; area A 4 km from Cape Canaveral; " in out
    assert max(map(len, out.splitlines())) <= 100


def test_several_files_lose_only_the_bad_one(bongsu, write):
    good = write("n.txt", LAUNCH)
    other = write("m.txt", LAUNCH.replace("1177/22", "1178/22"))
    ran = bongsu("notice", "parse", good, "nofile.txt", write("bad.txt", "hello world"), other, *AT, "-f", "json")
    assert ran.code == 0
    assert [item["id"] for item in ran.json["items"]] == ["NAVAREA IV 1177/22", "NAVAREA IV 1178/22"]
    assert [item["id"] for item in ran.json["inputs"]] == ["n.txt", "m.txt"]
    lost = [problem["where"] for problem in ran.json["problems"]]
    assert "nofile.txt" in lost and "bad.txt" in lost
    assert bongsu("notice", "parse", "nofile.txt", "bad.txt").code == 3


def test_a_pasted_launch_names_its_site(bongsu):
    """Area A lies at the pads of Cape Canaveral, so no site need be given."""
    ran = bongsu("assess", "-", *AT, stdin=LAUNCH.encode())
    assert ran.code == 0 and "From Cape Canaveral" in ran.out and "--site" not in ran.err
