"""What Security Council resolutions say: dates, states, and that it does not depend on the kind of flight."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from bongsu.assessment import OTHER_STATE, legal_finding, state_of
from bongsu.reference import council_statement, resolution_sources, resolutions

STATE = "North Korea"


def test_every_launch_since_2009():
    finding = legal_finding(STATE, "2023-11-21")
    assert finding is not None and finding.id == "legal" and finding.verdict == "reported"
    assert '1874 (2009), paragraph 2 (number not seen in a source), "any launch using' in finding.statement
    assert "2087 (2013), paragraph 3" in finding.statement
    assert "does not depend on the answer" in finding.statement
    assert len(finding.details["resolutions"]) == len(resolutions())


def test_only_what_was_in_force():
    """5 April 2009: two months before 1874. 31 August 1998: nothing yet."""
    then = legal_finding(STATE, "2009-04-05")
    assert then is not None and then.mark == "missiles"
    assert "1718 (2006)" in then.statement and "came with 1874 of 12 June 2009" in then.statement
    assert "2087" not in then.statement
    first = legal_finding(STATE, "1998-08-31")
    assert first is not None and first.mark == "none yet" and "1695 (2006)" in first.statement
    april = legal_finding(STATE, "2012-04-12")
    assert april is not None and "S/PRST/2012/13" not in april.statement  # made four days later


def test_day_known_to_the_year_only():
    finding = legal_finding(STATE, "2009")
    assert finding is not None and finding.mark == "any launch"  # some of that year's days came after it


def test_other_states_and_unknown_ones():
    finding = legal_finding(OTHER_STATE, "2021-10-21")
    assert finding is not None and finding.mark == "none known"
    assert "known to Bongsu" in finding.statement and "permitted" in finding.do_not_say
    assert legal_finding("", "2021-10-21") is None


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ((39.6596, 124.7057), STATE),  # Sohae
        ((40.85, 129.6667), STATE),  # Tonghae
        ((38.9908, 127.6236), STATE),  # Kittaeryong
        ((34.43, 127.53), OTHER_STATE),  # Naro
        ((37.55, 126.99), OTHER_STATE),  # Seoul
        ((38.21, 128.59), OTHER_STATE),  # Sokcho
        ((40.12, 124.39), STATE),  # Sinuiju
        ((42.89, 131.36), OTHER_STATE),  # Slavyanka, Russia
        ((41.73, 123.43), OTHER_STATE),  # Shenyang
        ((30.4, 130.97), OTHER_STATE),  # Tanegashima
    ],
)
def test_state_of_a_place(place: tuple[float, float], state: str):
    assert state_of(*place) == state


@pytest.mark.reference
def test_every_place_of_a_known_test_lies_in_the_outline(reference_data: Path):
    folder = reference_data / "nk-missile-tests"
    places = json.loads((folder / "facilities.json").read_text("utf-8"))["facilities"]
    with (folder / "tests_1984_2023H1.csv").open(encoding="utf-8", newline="") as file:
        used = {row["facility"] for row in csv.DictReader(file)}
    outside = [name for name in used & set(places) if state_of(places[name]["lat"], places[name]["lon"]) != STATE]
    assert not outside


def test_table_is_sourced_and_in_order():
    sources = resolution_sources()
    found = resolutions()
    assert [each.adopted for each in found] == sorted(each.adopted for each in found)
    for each in found:
        assert each.demands and each.sources and set(each.sources) <= set(sources)
        assert bool(each.paragraph) == bool(each.paragraph_grade)
        assert each.covers in ("technology", "missiles", "cited")
        assert each.covers != "technology" or "ballistic missile technology" in each.quotation
        assert each.paragraph_grade != "M" or "general" in each.sources
    assert set(council_statement().sources) <= set(sources)
