"""What the Launch view asks besides the assessment: the command line's answers, part by part."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

# facts.md section 2b, cut to two areas, and a second warning that cancels the first.
FIRST = """NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 121606Z TO 121854Z NOV IN AREAS BOUND BY:
A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W, 28-40.00N 071-21.00W, 28-13.00N 069-58.00W.
2. CANCEL THIS MSG 181954Z NOV 22.
"""
SECOND = """
NAVAREA IV 1180/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 131606Z TO 131854Z NOV IN AREAS BOUND BY:
A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
2. CANCEL NAVAREA IV 1177/22.
3. CANCEL THIS MSG 181954Z NOV 22.
"""
AT = "2022-11-10T00:00:00Z"


def printed(*arguments: str, text: str = "") -> dict:
    """What ``bongsu … -f json`` prints."""
    program = [sys.executable, "-c", "from bongsu.cli import main; main()", *arguments, "--at", AT, "-f", "json"]
    return json.loads(subprocess.run(program, input=text, capture_output=True, check=True, text=True).stdout)


def test_a_pasted_notice_has_the_answers_of_three_commands(console):
    body = console.post("/api/announced", json={"text": FIRST + SECOND, "at": AT}).json()
    assert body["site"]["name"] == "Cape Canaveral Air Station"
    for key, command in (("implied", "imply"), ("told", "whom"), ("events", "list")):
        theirs = printed("notice", command, "-", text=FIRST + SECOND)
        ours = body["parts"][key]["answer"]
        assert ours["items"] == json.loads(json.dumps(theirs["items"]).replace("standard input", "pasted text")), key
        assert body["parts"][key]["command"].startswith(f"bongsu notice {command} -")
    event = body["parts"]["events"]["answer"]["items"]
    assert len(event) == 1 and len(event[0]["members"]) == 2
    assert (
        body["parts"]["told"]["answer"]["statement"] == printed("notice", "whom", "-", text=FIRST + SECOND)["statement"]
    )


def test_a_case_has_its_launches_and_what_each_implies(console):
    body = console.post("/api/announced", json={"case": "malligyong-1", "launch": "flight-1", "at": AT}).json()
    assert [item["id"] for item in body["launches"]][:3] == ["flight-1", "flight-2", "flight-3"]
    flown = {item["id"]: item["flown"] for item in body["launches"]}
    assert flown["flight-3"]["own"] and not flown["flight-1"]["own"] and flown["flight-2024"] is None
    theirs = printed("notice", "imply", "malligyong-1")["items"]
    assert body["parts"]["implied"]["answer"]["items"] == [each for each in theirs if each["id"] == "implies:flight-1"]
    told = printed("notice", "whom", "malligyong-1", "--launch", "flight-1")
    assert body["parts"]["told"]["answer"]["items"] == told["items"]


def test_a_part_without_an_answer_says_why_and_the_others_stand(console):
    body = console.post("/api/announced", json={"case": "nuri-2021", "at": AT}).json()
    assert "no launch of it has a site and notified areas" in body["parts"]["implied"]["error"]
    assert body["launches"][0]["flown"]["vehicle"] == "nuri"


def test_an_ascent_is_the_command_lines(console):
    asked = {"vehicle": "nuri", "at": AT}
    with console.stream("POST", "/api/ascent/stream", json=asked) as reply:
        lines = list(reply.iter_lines())
    answer = json.loads(lines[lines.index("event: answer") + 1].removeprefix("data: "))
    assert answer["command"] == "bongsu ascent simulate nuri"
    assert answer["answer"] == printed("ascent", "simulate", "nuri")
    assert "<LineString>" in console.post("/api/ascent/simulate/kml", json=asked).text
    assert console.post("/api/ascent/simulate/czml", json=asked).json()[0]["id"] == "document"


def test_falls_of_a_failure_are_the_command_lines(console):
    asked = {"vehicle": "nuri", "failure": "no-ignition", "stage": "3", "flights": 200, "at": AT}
    with console.stream("POST", "/api/falls/stream", json=asked) as reply:
        lines = list(reply.iter_lines())
    assert lines[0] == "event: progress"
    answer = json.loads(lines[lines.index("event: answer") + 1].removeprefix("data: "))
    command = answer["command"].split()[1:]
    assert command == ["ascent", "fail", "nuri", "--flights", "200", "--failure", "no-ignition", "--stage", "3"]
    assert answer["answer"] == printed(*command)
    assert len(answer["scene"]["features"]) == len(answer["answer"]["items"])


@pytest.mark.parametrize(
    ("path", "asked", "words"),
    [
        ("/api/announced", {"case": "apollo"}, "no bundled case"),
        ("/api/announced", {"case": "malligyong-1", "launch": "flight-9"}, "no launch"),
        ("/api/announced", {"text": "hello"}, "no area"),
        ("/api/ascent/simulate", {"vehicle": "secret"}, "no vehicle"),
        ("/api/ascent/simulate", {"vehicle": "../pyproject.toml"}, "vehicle"),
        ("/api/ascent/fail/kml", {"vehicle": "nuri", "failure": "sabotage"}, "is none of none, no-ignition"),
        ("/api/ascent/fail/kml", {"vehicle": "nuri", "flights": 100000}, "100,000 flights; answered are 2,000"),
        ("/api/ascent/fail", {"vehicle": "nuri", "failure": "early-cut", "flights": 200}, "of which stage"),
        ("/api/ascent/simulate", {"vehicle": "nuri", "lift_off": "2021-10-21T08:00:00"}, "no time zone"),
    ],
)
def test_mistakes_are_said_in_words(console, path, asked, words):
    reply = console.post(path, json=asked)
    assert reply.status_code == 422
    assert words in reply.json()["error"]


def test_names_cover_what_can_be_looked_for(console):
    items = console.get("/api/names").json()["items"]
    kinds = {item["kind"] for item in items}
    assert kinds == {"case", "launch", "satellite", "site", "notice", "test"}
    by_name = {name: item for item in items for name in [item["name"], *item["also"]]}
    assert by_name["58400"]["satellite"] == "58400"
    assert by_name["malligyong-1 flight-1"]["launch"] == "flight-1"
    assert by_name["kp-2012-12"]["command"] == "bongsu notice show kp-2012-12"
    assert all(item.get("case") or item.get("satellite") or item.get("place") or item.get("card") for item in items)


@pytest.mark.parametrize("form", ["kml", "ics"])
def test_a_case_goes_out_in_every_form(console, form):
    text = console.post(f"/api/assess/{form}", json={"case": "nuri-2021", "at": AT}).text
    assert text.startswith({"kml": "<?xml", "ics": "BEGIN:VCALENDAR"}[form])


def areas_text(count: int) -> str:
    """A notice of as many square areas, half a degree apart, north-east of 10 N 120 E."""
    rows = [
        f"{n + 1}. {a}-{b:02d}N {o}-{p:02d}E, {a}-{b + 18:02d}N {o}-{p:02d}E, {a}-{b + 18:02d}N {o}-{p + 18:02d}E."
        for n in range(count)
        for a, b, o, p in [(10 + n % 60 // 2, n % 2 * 30, 120 + n // 60 // 2, n // 60 % 2 * 30)]
    ]
    return "NAVAREA XI 123/24\nROCKET LAUNCHING 010000Z TO 020000Z JUN 24\nIN AREAS BOUNDED BY:\n" + "\n".join(rows)


def test_a_notice_of_very_many_areas_is_answered_or_refused_with_the_limit(console, monkeypatch):
    """Regions are made once for each area, and what grows faster than the areas is refused before it is begun."""
    from bongsu.earth import Region  # noqa: PLC0415

    made = []
    from_ring = Region.from_ring
    monkeypatch.setattr(Region, "from_ring", lambda ring: made.append(1) or from_ring(ring))
    text = areas_text(600)
    body = console.post("/api/assess", json={"text": text, "site": "34.4,127.5", "at": "2024-05-30T00:00:00Z"}).json()
    assert [len(notice["areas"]) for notice in body["notices"]] == [600]
    assert len(made) <= 3 * 600  # the text is read three times: for the answer, its items and the page
    implies = next(item for item in body["answer"]["items"] if item["id"].startswith("implies:"))
    assert implies["sign"] == "?" and "at most 24 are weighed together" in implies["statement"]
    parts = console.post(
        "/api/announced", json={"text": text, "site": "34.4,127.5", "at": "2024-05-30T00:00:00Z"}
    ).json()["parts"]
    assert "250 areas at most, and these are 600" in parts["told"]["error"]
    assert "notice whom" in parts["told"]["advice"]


def test_a_flight_for_a_globe_is_the_flight_of_the_plots(console):
    asked = {"vehicle": "nuri", "flight": "2021-10-21"}
    packets = {packet["id"]: packet for packet in console.post("/api/ascent/simulate/czml", json=asked).json()}
    table = console.post("/api/ascent/stream", json=asked).text.split("event: answer\ndata: ")[1]
    rows = json.loads(table)["answer"]["items"][0]["trajectory"]
    numbers = packets["vehicle"]["position"]["cartographicDegrees"]
    assert numbers[3::4] == [row["height_m"] for row in rows]
    failed = console.post(
        "/api/ascent/fail/czml", json={**asked, "failure": "no-ignition", "stage": "2", "flights": 200}
    ).json()  # fmt: skip
    assert {"way", "vehicle", "arc stage 2 and all above", "fall 1.1"} <= {packet["id"] for packet in failed}
