"""Pasted text: each kind is known for what it is, and what is none of them is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from bongsu.cases import ask_flight, ask_pasted
from bongsu.cases.pasted import Pasted, read_pasted
from bongsu.errors import BongsuError, InputError

AT = datetime(2026, 7, 5, tzinfo=UTC)
KST = timezone(timedelta(hours=9))
TLE = """MALLIGYONG-1
1 58400U 23179A   26185.97809597  .00004231  00000+0  18409-3 0  9999
2 58400  97.2992  67.0225 0007506 337.9436  22.1477 15.22750963145465
"""
# Fact sheet, section 5d.
OMM_CSV = (
    "OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,"
    "EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,ELEMENT_SET_NO,REV_AT_EPOCH,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT\n"
    "MALLIGYONG-1,2023-179A,2026-07-10T07:13:07.451616,15.22776275,.00069828,97.2993,72.1946,316.6351,43.4336,0,U,58400,"
    "999,14627,.84425395E-4,.1904E-4,0\n"
)
OMM_JSON = (
    '[{"OBJECT_NAME":"MALLIGYONG-1","OBJECT_ID":"2023-179A","EPOCH":"2026-07-10T07:13:07.451616","MEAN_MOTION":15.22776275,'
    '"ECCENTRICITY":0.00069828,"INCLINATION":97.2993,"RA_OF_ASC_NODE":72.1946,"ARG_OF_PERICENTER":316.6351,'
    '"MEAN_ANOMALY":43.4336,"EPHEMERIS_TYPE":0,"CLASSIFICATION_TYPE":"U","NORAD_CAT_ID":58400,"ELEMENT_SET_NO":999,'
    '"REV_AT_EPOCH":14627,"BSTAR":8.4425395e-05,"MEAN_MOTION_DOT":1.904e-05,"MEAN_MOTION_DDOT":0}]'
)
# Section 2b.
NAVAREA = """NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 121606Z TO 121854Z NOV, ALTERNATE 131606Z TO 131854Z
   AND 1607Z TO 1854Z DAILY 14 THRU 18 NOV IN AREAS BOUND BY:
   A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
   B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W, 28-40.00N 071-21.00W,
      28-13.00N 069-58.00W, 27-31.00N 069-58.00W, 27-21.00N 071-43.00W.
2. CANCEL NAVAREA IV 1165/22.
3. CANCEL THIS MSG 181954Z NOV 22.
"""
HYDROARC = """HYDROARC 34/26(43).
HAZARDOUS OPERATIONS, 1930Z TO 0100Z DAILY 06 THRU 15 MAR IN AREAS BOUND BY
A. 71-01.00N 011-54.00E, 69-45.00N 014-19.00E, 70-10.00N 016-21.00E, 70-40.00N 016-53.00E, 71-21.00N 016-05.00E.
CANCEL THIS MSG 160200Z MAR 26.
"""

KINDS = [
    ('[case]\nname = "x"\n', "case"),
    ('# a remark\n\n  [case]\nname = "x"\n', "case"),
    (TLE, "element sets"),
    (TLE.split("\n", 1)[1], "element sets"),
    ("2024-06-06 set:\n" + TLE, "element sets"),
    (OMM_CSV, "element sets"),
    (OMM_JSON, "element sets"),
    (NAVAREA, "notice"),
    (HYDROARC, "notice"),
    (NAVAREA.lower(), "notice"),
    ("6,248.5 km, 1,090 km, 67.5 min", "flight figures"),
    ("apogee 6248.5 km, range 1090 km, flight time 67.5 minutes", "flight figures"),
    ("The missile flew 1,090 km to an altitude of 6,248.5 km for 4,052 s", "flight figures"),
    ("4,475 km, 950 km", "flight figures"),
    ("58400 35.10,129.10 2023-11-25T10:01:10+09:00", "claim"),
    ("58400 -33.9,151.2 2023-11-25T10:01:10Z", "claim"),
    ("58400 35,129 2023-11-25T10:01:10Z", "claim"),
    ("58400 35.10N 129.10E 2023-11-25 10:01:10 KST", "claim"),
    ("Busan 2023-11-25 10:01:10 KST", "claim"),
    ("35.10,129.10 2023-11-25 10:01:10 KST", "claim"),
    ("KCNA says the satellite photographed Kadena at 2023-11-29 10:16:42 KST.", "claim"),
    ("malligyong-1 over Norfolk, 2023-11-27 23:35:53+0900", "claim"),
    ("A picture of Guam was received at 2023-11-22 09:21 KST", "claim"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=lambda value: str(value)[:30])
def test_each_kind_is_known(text, kind):
    pasted, answer = ask_pasted(text, at=AT)
    assert pasted.kind == kind
    assert pasted.words
    if kind != "case":
        assert answer.findings
        assert answer.inputs[0].sha256 or answer.sha256
    for ending in ("\r\n", "\n\n"):
        assert read_pasted(text.replace("\n", ending) + ending, at=AT).kind == kind


NONE_OF_THEM = {
    "prose": "The quick brown fox jumps over the lazy dog.",
    "prose with a time and two numbers": "On 2023-11-25 10:01:10Z we had lunch at 12.5, 13.5 euros each.",
    "prose with a time and a place we know": "On 2023-11-25 10:01:10Z we had lunch in Busan with the whole office.",
    "a launch, not a claim": "launch at 2023-11-21T13:42:28Z from 39.66,124.7",
    "prices": "date,open,close\n2023-11-25 10:01:10Z,12.5,14.7\n2023-11-26 10:01:10Z,12.6,14.9\n",
    "positions of a ship": "time,lat,lon,mmsi\n2023-11-25T01:01:10Z,35.1,129.1,440000001\n2023-11-25T01:02:10Z,35.2,129.1,440000001\n",
    "places": "name,lat,lon\nBusan,35.1,129.1\nKadena,26.35,127.77\n",
    "a program": 'import datetime\n\ndef satellite():\n    return "58400 35.10,129.10 2023-11-25T10:01:10+09:00"\n',
    "JSON of something else": '{"time": "2023-11-25T01:01:10Z", "lat": 35.1, "lon": 129.1, "satellite": "x"}',
    "a list": "[]",
    "a comment": "# [case]",
    "a table of contents": "1 Introduction\n2 Methods\n3 Results\n",
    "a phone number": "+82 51 123 4567",
    "one figure": "67.5 min",
    "a log": "2023-11-25 10:01:10Z INFO worker 12345 done in 12.5 s\n2023-11-25 10:01:11Z INFO worker 12346 done\n",
    "SQL": "SELECT * FROM satellites WHERE time > '2023-11-25 10:01:10Z' AND lat = 35.1;",
}


@pytest.mark.parametrize("what", NONE_OF_THEM)
def test_what_is_none_of_them(what):
    with pytest.raises(InputError) as caught:
        ask_pasted(NONE_OF_THEM[what], at=AT)
    assert str(caught.value)
    assert caught.value.advice


@pytest.mark.parametrize(
    "name", ["src/bongsu/cases/pasted.py", "src/bongsu/notices/navarea.py", "pyproject.toml", "LICENSE"]
)
def test_our_own_sources_are_none_of_them(checkout: Path, name):
    """Code that speaks of warnings, claims and element sets is none of them."""
    path = checkout / name
    with pytest.raises(BongsuError):
        ask_pasted(path.read_text(encoding="utf-8"), at=AT)


def test_the_refusal_says_what_was_looked_for():
    with pytest.raises(InputError) as caught:
        read_pasted("hello world", at=AT, where="x.txt")
    assert str(caught.value).startswith("x.txt: 'hello world' is no case, element set, launch notice, flight figures")
    for word in ("TLE", "OMM", "NAVAREA", "HYDROPAC", "67.5 min", "+09:00"):
        assert word in caught.value.advice


def test_html_is_refused_first():
    with pytest.raises(InputError, match="HTML page, its title is 'Log in'"):
        read_pasted(f"<html><title>Log in</title>{TLE}</html>", at=AT)


# -- claims -----------------------------------------------------------------------------------------


def the_claim(text: str):
    pasted = read_pasted(text, at=AT)
    assert pasted.kind == "claim" and pasted.case is not None
    return pasted, pasted.case.claim[-1]


@pytest.mark.parametrize(
    ("text", "place", "when"),
    [
        ("58400 35.10,129.10 2023-11-25T10:01:10+09:00", (35.1, 129.1), datetime(2023, 11, 25, 10, 1, 10, tzinfo=KST)),
        ("58400 -33.9,-151.2 2023-11-25T10:01:10Z", (-33.9, -151.2), datetime(2023, 11, 25, 10, 1, 10, tzinfo=UTC)),
        ("58400 33.9S 151.2W 2023-11-25 10:01:10 UTC", (-33.9, -151.2), datetime(2023, 11, 25, 10, 1, 10, tzinfo=UTC)),
        ("58400 33.9° s, 151.2° w 2023-11-25 1:01 JST", (-33.9, -151.2), datetime(2023, 11, 25, 1, 1, tzinfo=KST)),
        ("58400 35,129 2023-11-25T10:01:10Z", (35.0, 129.0), datetime(2023, 11, 25, 10, 1, 10, tzinfo=UTC)),
        (
            "58400 0.0,180.0 2023-11-25T10:01:10.25Z",
            (0.0, 180.0),
            datetime(2023, 11, 25, 10, 1, 10, 250000, tzinfo=UTC),
        ),
        ("Busan 2023-11-25 10:01:10 KST", (35.1, 129.1), datetime(2023, 11, 25, 10, 1, 10, tzinfo=KST)),
        ("pearl harbor 2023-11-25 05:13:22 KST", (21.35, -157.95), datetime(2023, 11, 25, 5, 13, 22, tzinfo=KST)),
    ],
)
def test_place_and_time_of_a_claim(text, place, when):
    _, claim = the_claim(text)
    assert (claim.latitude, claim.longitude) == pytest.approx(place)
    assert claim.time == when
    assert claim.norad_id == 58400
    assert claim.precision_s == (30.0 if when.second == 0 else 0.5)


def test_the_first_place_goes_with_the_first_time():
    pasted, claim = the_claim("58400 saw Busan 2023-11-25 10:01:10 KST and Kadena 2023-11-29 10:16:42 KST")
    assert (claim.latitude, claim.longitude) == pytest.approx((35.10, 129.10))
    [problem] = pasted.problems
    assert "1 more time(s)" in problem.what


def test_a_picture_received():
    pasted, claim = the_claim("58400: picture of Guam received at 2023-11-22 09:21 KST")
    assert claim.kind == "received"
    assert "sent down a picture of Andersen AFB, Guam" in pasted.words


def test_another_satellite_by_number():
    _, claim = the_claim("25544 35.10,129.10 2023-11-25T10:01:10Z")
    assert claim.norad_id == 25544
    _, answer = ask_pasted("25544 35.10,129.10 2023-11-25T10:01:10Z", at=AT)
    assert answer.findings[0].verdict == "undetermined"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("58400 35.10,129.10 2023-11-25 10:01:10", "no time zone"),
        ("58400 35.10,129.10 2023-13-45 10:01:10Z", "month must be in 1..12"),
        ("58400 35.10,129.10 2023-11-25 25:01:10Z", "hour must be in 0..23"),
        ("58400 35.10,129.10 2023-11-25T10:01:10+99:00", "no zone is further than 14 hours"),
        ("58400 35.10,129.10 0023-11-25T10:01:10Z", "outside the years 1958 to 2199"),
        ("58400 35.10,129.10 2023-11-20T10:01:10Z", "is before the launch of MALLIGYONG-1"),
    ],
)
def test_bad_times_of_a_claim(text, words):
    with pytest.raises(InputError, match=words):
        ask_pasted(text, at=AT)


# -- the others -------------------------------------------------------------------------------------


def test_element_sets_one_by_one_up_to_twenty():
    many = "".join(
        f"1 {n}U 23179A   26185.97809597  .00004231  00000+0  18409-3 0  999\n"
        f"2 {n}  97.2992  67.0225 0007506 337.9436  22.1477 15.2275096314546\n"
        for n in range(10000, 10025)
    )
    pasted = read_pasted(many, at=AT)
    assert pasted.words.startswith("25 element sets of 25 objects")
    assert len(pasted.findings) == 20
    assert any("5 more objects are not shown" in problem.what for problem in pasted.problems)
    assert any("checksum" in problem.what for problem in pasted.problems)  # none is there: read, and said


@pytest.mark.parametrize(
    ("days", "mark"),
    [(0.0, "usable"), (2.0, "usable"), (-30.0, "future epoch"), (60.0, "too old"), (9000.0, "decayed")],
)
def test_an_element_set_at_a_time(days, mark):
    """Usable, from the future, too old, or past its own decay: said for the time that was asked."""
    pasted = read_pasted(TLE, at=AT + timedelta(days=days))
    [finding] = pasted.findings
    assert finding.mark == mark
    assert "489 x 500 km, 97.30 deg" in finding.statement
    assert "node 09:36 local mean time" in finding.statement  # fact sheet, section 3: 9.60 h on 10 July 2026


def test_a_notice_and_its_year():
    pasted = read_pasted(NAVAREA, at=AT)
    assert pasted.words == "1 notice with 2 areas"
    assert "2022-11-12T16:06:00Z" in pasted.findings[0].statement


def test_flight_figures_keep_their_words():
    pasted, answer = ask_pasted("6,248.5 km, 1,090 km, 67.5 min", at=AT)
    assert pasted.words == "a flight: apogee 6,248.5 km, ground range 1,090 km, 67.5 min"
    assert answer.findings[0].verdict == "cannot both be right"


def test_flight_figures_by_options_and_as_text_are_one():
    figures = ask_flight([("x", "4475", "950", "53")])
    text = ask_flight([("x", "4,475 km, 950 km, 53 min")])
    assert figures.verdict == text.verdict == "agree"
    assert dict(figures.estimates) == dict(text.estimates)
    assert ask_flight([("x", "101 km, 1000 km, 12 min")], kind="glide").details["parties"][0]["refused"]


def test_pasted_is_a_value():
    assert Pasted(kind="claim", words="x") == Pasted(kind="claim", words="x")


def test_the_site_of_areas_is_the_one_that_is_near_or_inside():
    """The quick search against the plain one: every site, every area."""
    from types import SimpleNamespace  # noqa: PLC0415

    from bongsu.cases import site_of_areas  # noqa: PLC0415
    from bongsu.earth import geodesic_direct, region_from_circle  # noqa: PLC0415
    from bongsu.errors import InputError  # noqa: PLC0415
    from bongsu.reference import launch_histories  # noqa: PLC0415

    def broken():
        raise InputError("no ring")

    for history in launch_histories():
        place = (history.latitude_deg, history.longitude_deg)
        for away_m in (0.0, 79_000.0, 81_500.0, 400_000.0):
            latitude, longitude = geodesic_direct(*place, 37.0, away_m)
            region = region_from_circle(float(latitude), float(longitude), 20_000.0)
            near = {
                item
                for item in launch_histories()
                if region.contains(item.latitude_deg, item.longitude_deg)
                or region.distance_m(item.latitude_deg, item.longitude_deg) < 60_000.0
            }
            found = site_of_areas(
                [SimpleNamespace(region=broken), SimpleNamespace(region=lambda region=region: region)]
            )
            assert (found.name if found else None) == (next(iter(near)).name if len(near) == 1 else None)
