"""The main job, end to end: every finding of every bundled case is whole, sourced and careful with its words."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bongsu.assessment import Finding
from bongsu.cases import (
    Assessment,
    assess,
    assessment_to_json,
    bundled_case,
    bundled_case_names,
    bundled_text,
    finding_json,
)

AT = datetime(2026, 11, 25, tzinfo=UTC)
COMPUTED = ("possible", "impossible", "agree", "cannot both be right", "computed")
FORBIDDEN = re.compile(
    r"\b(confirm\w*|prove[dns]?|proof|true|truth|verified|certainly|definitely|obviously)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def answers() -> dict[str, Assessment]:
    return {name: assess(bundled_case(name), at=AT, text=bundled_text(name)) for name in bundled_case_names()}


@pytest.fixture(scope="module")
def findings(answers: dict[str, Assessment]) -> list[tuple[str, Finding]]:
    return [(name, item) for name, answer in answers.items() for item in answer.findings]


def test_what_is_asked(answers):
    ids = {name: {item.id for item in answer.findings} for name, answer in answers.items()}
    assert {"notice:flight-3", "launch:flight-3", "stages:flight-3", "stages:flight-1", "orbit:flight-3"} <= ids[
        "malligyong-1"
    ]
    assert {"notice-orbit:flight-3", "plane:flight-3", "words-orbit"} <= ids["malligyong-1"]
    assert len([name for name in ids["malligyong-1"] if name.startswith("claim:")]) == 9
    assert {"notice-orbit:flight-1", "launch:flight-1", "stages:flight-1"} <= ids["kwangmyongsong-3"]
    assert "told:flight-3" in ids["malligyong-1"] and "told:flight-1" in ids["kwangmyongsong-3"]
    assert not any(name.startswith("told:") for name in ids["nuri-2021"])  # its areas are not known
    assert ids["hwasong-2022-03-24"] == {"flight:flight", "range:flight", "attempt:flight", "legal"}
    assert any(name.startswith("launch:") for name in ids["nuri-2021"])
    for name, answer in answers.items():
        assert len(ids[name]) == len(answer.findings), "an id stands twice"
        assert answer.problems == ()


def test_who_is_told_and_the_advice_beside(answers):
    """Area C, 237 NM off Samar by its edge, may reach the Philippines' band; the advice is no part of the statement."""
    (told,) = [item for item in answers["malligyong-1"].findings if item.id == "told:flight-3"]
    assert "NAVAREA XI (Japan Coast Guard)" in told.statement
    assert "China, North Korea, South Korea, perhaps Philippines" in told.statement
    assert "77 minutes before" in told.details["advice"][0] and "minutes" not in told.statement


def test_every_finding_is_whole(findings):
    for name, item in findings:
        where = f"{name} {item.id}"
        for field in ("question", "statement", "method", "say", "do_not_say", "label", "brief", "mark", "sign"):
            assert getattr(item, field), f"{where}: no {field}"
        assert item.question.endswith("?"), where
        assert item.evidence, where
        if item.estimates and item.verdict in COMPUTED:
            assert item.check_by_hand, f"{where}: nothing to check by hand"
            assert item.reference or item.topic == "launch", f"{where}: no reference"
        if item.verdict in COMPUTED and item.topic in ("claim", "flight", "plane", "words"):
            assert item.caveats, where


def test_a_statement_is_one_sentence(findings):
    for name, item in findings:
        text = item.statement
        assert text.endswith("."), f"{name} {item.id}: {text}"
        assert not text.endswith(".."), text
        assert not re.search(r"[.!?]\s+[A-Z]", text), f"{name} {item.id}: {text}"
        assert text[:1].isupper() or text[:1].isdigit(), text
        assert "  " not in text and "\n" not in text, text
        assert " nan" not in text and "None" not in text and "inf " not in text, text


def test_no_word_too_many(findings, answers):
    for name, item in findings:
        for field in ("statement", "say", "brief", "mark", "label"):
            found = FORBIDDEN.search(getattr(item, field))
            assert found is None, f"{name} {item.id} {field}: {found and found.group()}"
    for answer in answers.values():
        for text in (*answer.summary, *answer.say):
            assert not FORBIDDEN.search(text), text


def test_every_source_exists(findings, answers):
    for name, item in findings:
        known = set(answers[name].case.sources)
        for key in [*item.sources, *(key for part in item.evidence for key in part.sources)]:
            assert key in known, f"{name} {item.id}: {key}"
        assert item.sources, f"{name} {item.id}: no source"


def test_every_number_has_a_range_and_a_unit(findings):
    for name, item in findings:
        for key, value in item.estimates.items():
            where = f"{name} {item.id} {key}"
            assert value.low <= value.high, where
            if value.value is not None:
                assert value.low - 1e-9 <= value.value <= value.high + 1e-9, where
                assert math.isfinite(value.value), where
            assert 0.0 < value.level <= 1.0, where
            unit = "m/s" if key.endswith("_m_s") else key.rsplit("_", 1)[-1]
            if unit in ("deg", "km", "m", "s", "min", "h", "m/s"):
                assert value.unit == unit, where


def strict(value: Any) -> None:
    """Plain JSON values only, no NaN."""
    if isinstance(value, dict):
        assert all(isinstance(key, str) for key in value)
        for item in value.values():
            strict(item)
    elif isinstance(value, list):
        for item in value:
            strict(item)
    elif isinstance(value, float):
        assert math.isfinite(value)
    else:
        assert value is None or isinstance(value, str | int | bool), type(value)


def test_findings_are_plain_json(findings):
    for name, item in findings:
        body = finding_json(item)
        strict(body)
        assert json.loads(json.dumps(body, allow_nan=False)) == body, f"{name} {item.id}"
        assert {"id", "question", "verdict", "statement", "estimates", "evidence", "method", "caveats"} <= set(body)
        assert {"check_by_hand", "say", "do_not_say"} <= set(body)


def test_fields_that_others_rely_on(answers):
    """Design, section 4: of a claim timed to an instant, of an interval, and of a picture received."""
    claims = {item.id: item for item in answers["malligyong-1"].findings if item.topic == "claim"}
    shared = {"off_nadir_deg", "incidence_deg", "sun_elevation_deg", "ground_range_m"}
    for name, item in claims.items():
        assert shared <= set(item.estimates), name
        kind = item.details["kind"]
        assert ("closest_difference_s" in item.estimates) == (kind != "received"), name
        assert ("chance_match" in item.estimates) == (kind == "instant"), name
        if kind == "interval":
            assert item.estimates["closest_difference_s"].value == 0.0


def test_summaries(answers):
    """First-screen: short sentences, and the last says what is not shown."""
    last = {
        "malligyong-1": "That shows that the orbit was known, not that a picture was taken.",
        "kwangmyongsong-3": "That says where the words and the physics meet, not what was intended.",
        "hwasong-2022-03-24": "That says which figures fit together, not what was flown or why.",
        "nuri-2021": "That says where the words and the physics meet, not what was intended.",
    }
    for name, answer in answers.items():
        assert 2 <= len(answer.summary) <= 4
        assert answer.summary[-1] == last[name]
    assert answers["malligyong-1"].summary[:2] == (
        "A satellite reached a sun-synchronous orbit.",
        "At each time North Korea stated, it had the named place in view, in daylight.",
    )


def test_kwangmyongsong_3_says_what_does_not_fit(answers):
    assert "cannot both be right unless a dog-leg is flown" in " ".join(answers["kwangmyongsong-3"].summary)


def test_hwasong_names_who_is_wrong_with_itself(answers):
    text = " ".join(answers["hwasong-2022-03-24"].summary)
    assert "The figures of KCNA cannot all be right" in text
    assert "Japan Ministry of Defense agree" in text


def test_since_and_unknown(answers):
    """Fact sheet, section 5d: the axis rose between the sets of 2 October 2025 and 19 March 2026; none since."""
    [since] = answers["malligyong-1"].since
    assert since.startswith("last raise between 2 Oct 2025 and 19 Mar 2026, 4.3 km or more")
    assert since.endswith("last set 10 Jul 2026")
    assert "any image" in answers["malligyong-1"].unknown
    assert all(answer.unknown for answer in answers.values())


def test_inputs_are_named_with_hashes(answers):
    for name, answer in answers.items():
        assert answer.inputs[0].id == f"case {name}"
        assert answer.inputs[0].sha256 == answer.sha256
        assert re.fullmatch(r"[0-9a-f]{64}", answer.sha256)
        assert any(item.id == "Earth orientation" for item in answer.inputs)
    ages = [item.age_days for item in answers["malligyong-1"].inputs if item.age_days is not None]
    assert min(ages) == pytest.approx(137.7, abs=0.1)  # 10 July to 25 November 2026


def test_ages_count_to_the_time_asked(answers):
    later = assess(bundled_case("nuri-2021"), at=datetime(2027, 1, 1, tzinfo=UTC))
    assert later.at > answers["nuri-2021"].at
    assert [item.statement for item in later.findings] == [item.statement for item in answers["nuri-2021"].findings]


def test_a_past_episode_says_how_far_its_nearest_set_is(answers):
    """The first bundled sets are of 3 June 2024, half a year after the last claim of 2023; of the present, age alone counts."""
    from bongsu.cases.questions import read_elements  # noqa: PLC0415

    near = [item.nearest_days for item in answers["malligyong-1"].inputs if item.id.startswith("elements")]
    assert min(near, key=abs) == max(near) and -191.0 < max(near) < -190.0
    case = bundled_case("malligyong-1")
    last = max(time for claim in case.claim for time in (claim.time, claim.end) if time)
    present = read_elements(case, last + timedelta(days=2), None)
    assert {item.nearest_days for item in present.inputs} == {None}
    assert all("nearest_days" not in item for item in assessment_to_json(answers["nuri-2021"])["inputs"][:1])


def test_what_a_face_draws(answers):
    answer = answers["malligyong-1"]
    assert {"site", "fall", "claim", "control"} <= {point.kind for point in answer.points}
    assert [area.label for area in answer.areas] == ["A", "B", "C"]
    assert all(area.approximate and area.uncertainty_km > 0 for area in answer.areas)
    assert {"direct", "notified", "orbit"} == {track.kind for track in answer.tracks}
    assert {"notice", "window", "launch", "fall", "insertion", "claim"} <= {mark.kind for mark in answer.timeline}
    assert [mark.start for mark in answer.timeline] == sorted(mark.start for mark in answer.timeline)


def test_first_orbit_runs_where_it_was_seen(answers):
    """Fact sheet, section 3: at 13:54:13 over 17.5 N 123.6 E southbound; equator at 120.0 to 120.1 E."""
    [track] = [item for item in answers["malligyong-1"].tracks if item.kind == "orbit"]
    latitude, longitude = track.points[0]
    assert latitude == pytest.approx(17.5, abs=1.5)
    assert longitude == pytest.approx(123.6, abs=1.0)
    for (north, east), (south, west) in zip(track.points, track.points[1:], strict=False):
        if north > 0.0 >= south:
            crossing = east + (west - east) * north / (north - south)
            assert crossing == pytest.approx(120.05, abs=1.0)  # its plane was another, some 0.5 deg of node away
            return
    pytest.fail("the track does not cross the equator")


def test_published_coordinates_stand_for_approximate_areas():
    """Adding the warning's text to the case replaces the areas known only by distances."""
    from bongsu.cases import append_notice, parse_case  # noqa: PLC0415

    text = (
        "HYDROPAC 1/23.\nROCKET LAUNCHING 211500Z TO 301500Z NOV 23 IN AREAS BOUND BY\n"
        "A. 36-20.00N 123-20.00E, 36-20.00N 123-40.00E, 35-50.00N 123-40.00E, 35-50.00N 123-20.00E.\n"
        "B. 33-40.00N 123-00.00E, 33-40.00N 123-20.00E, 33-10.00N 123-20.00E, 33-10.00N 123-00.00E.\n"
    )
    longer = append_notice(bundled_text("malligyong-1"), text, "NGA", "2023-11-21", launch=["flight-3"])
    answer = assess(parse_case(longer).model_copy(update={"claim": []}), at=AT)
    assert [(area.label, area.approximate) for area in answer.areas] == [("A", False), ("B", False)]
    finding = next(item for item in answer.findings if item.id == "notice-orbit:flight-3")
    assert [item["label"] for item in finding.details["areas"]] == ["A", "B"]
    assert not any("only by published distances" in text for text in finding.caveats)


def test_progress_counts_up_to_its_end():
    seen = []
    assess(
        bundled_case("hwasong-2022-03-24"), at=AT, progress=lambda what, done, steps: seen.append((what, done, steps))
    )
    assert [done for _, done, _ in seen] == sorted(done for _, done, _ in seen)
    assert seen[-1][0] == "done" and seen[-1][1] == seen[-1][2]
