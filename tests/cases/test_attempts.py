"""What cases, warnings and pasted figures hold for the question of an attempt, and what becomes of faults."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bongsu.cases import ask_pasted, assess, bundled_case, bundled_text, parse_case
from bongsu.overflight import Site

AT = datetime(2026, 11, 25, tzinfo=UTC)
FLIGHT = """
[case]
name = "flight"
[[site]]
id = "field"
name = "Pyongyang airport"
latitude = 39.2
longitude = 125.673
role = "launch"
[[observation]]
id = "one"
name = "the flight"
date = "2022-02-27"
latitude = 39.2
longitude = 125.673
azimuth_deg = 70
{more}
[[observation.reported]]
party = "observers"
apogee_km = "620"
ground_range_km = "300"
"""
REENTRY = """NAVAREA XII 656/19(17,83).
HAZARDOUS OPERATIONS, SPACE VEHICLE RE-ENTRY
A. 221223Z TO 221312Z DEC IN AREA BOUND BY 08-10.42N 126-49.22W, 14-39.10N 122-02.28W, 16-43.41N 124-59.39W, 10-12.18N 129-44.25W.
B. ALTERNATE 222012Z TO 222258Z DEC IN AREA BOUND BY 49-18.12N 145-12.23W, 47-02.48N 133-53.14W, 48-44.00N 132-43.20W, 51-35.22N 144-23.29W.
"""
GUNNERY = """HYDROPAC 1/18(97).
GUNNERY EXERCISES 010100Z TO 010500Z JUN IN AREA BOUND BY 30-00.00N 140-00.00E, 30-00.00N 141-00.00E, 29-00.00N 141-00.00E.
"""


def findings(text: str) -> dict[str, object]:
    return {item.id: item for item in assess(parse_case(text), at=AT).findings}


def test_every_launch_of_a_case_is_asked():
    answer = assess(bundled_case("malligyong-1"), at=AT, text=bundled_text("malligyong-1"))
    found = {item.id: item for item in answer.findings if item.topic == "attempt"}
    assert set(found) == {"attempt:flight-1", "attempt:flight-2", "attempt:flight-3", "attempt:flight-2024"}
    # 31 May and 24 August 2023 failed early and stayed low: an attempt all the same.
    assert [found[f"attempt:flight-{n}"].mark for n in (1, 2, 3)] == ["orbital"] * 3
    assert found["attempt:flight-3"].estimates["orbital_launch"].low > 0.99
    # Of May 2024 the case knows neither areas nor a warning's words.
    assert found["attempt:flight-2024"].estimates["orbital_launch"].low < 0.9
    assert sum(item.id == "legal" for item in answer.findings) == 1


def test_words_of_the_owner_afterwards_are_not_used():
    found = findings(FLIGHT.format(more='remark = "said to have tested parts of a satellite"'))
    attempt = found["attempt:one"]
    shares = {name: each.value for name, each in attempt.estimates.items() if name != "log10_factor"}
    assert max(shares, key=lambda name: shares[name]) == "lofted_test"
    assert attempt.estimates["orbital_launch"].high < 0.3
    assert any("afterwards" in text for text in attempt.caveats)


def test_a_source_that_says_no_warning_was_given():
    silent = findings(FLIGHT.format(more=""))["attempt:one"]
    told = findings(FLIGHT.format(more="warned = false"))["attempt:one"]
    assert "warning beforehand" in {each["feature"] for each in silent.details["missing"]}
    assert "warning beforehand" in {each["feature"] for each in told.details["contributions"]}
    assert told.estimates["log10_factor"].value < silent.estimates["log10_factor"].value


def test_burn_out_of_a_flight():
    found = findings(
        FLIGHT.format(more="").replace("[[observation.reported]]", "[[observation.burn_out]]\nparty = 'x'\nheight_km = 200\nangle_deg = 75\n\n[[observation.reported]]")
    )  # fmt: skip
    assert "burn-out" in {each["feature"] for each in found["attempt:one"].details["contributions"]}


@pytest.mark.parametrize("fault", ["height_km = nan", "height_km = -1", "height_km = 200\nspeed_km_s = 7600"])
def test_impossible_burn_out_is_refused_with_its_field(fault: str):
    text = FLIGHT.format(more="").replace(
        "[[observation.reported]]", f"[[observation.burn_out]]\nparty = 'x'\n{fault}\n\n[[observation.reported]]"
    )
    with pytest.raises(Exception, match="burn_out"):
        parse_case(text)


def test_warning_pasted():
    _, answer = ask_pasted(REENTRY, at=AT)
    attempt = next(item for item in answer.findings if item.topic == "attempt")
    assert attempt.mark == "other kind"
    assert not any(item.id == "legal" for item in answer.findings)  # whose it is, is not known
    _, answer = ask_pasted(REENTRY, at=AT, site=Site(latitude_deg=39.66, longitude_deg=124.71))
    assert any(item.id == "legal" for item in answer.findings)
    _, answer = ask_pasted(GUNNERY, at=AT)
    assert not any(item.topic == "attempt" for item in answer.findings)


def test_figures_pasted():
    _, answer = ask_pasted("apogee 6,248.5 km, range 1,090 km, 67.5 min", at=AT)
    attempt = next(item for item in answer.findings if item.topic == "attempt")
    assert attempt.mark == "lofted test"
    assert {each["feature"] for each in attempt.details["contributions"]} == {"apogee and range"}


def test_a_flight_and_a_launch_of_one_name():
    text = FLIGHT.format(more="") + '\n[[launch]]\nid = "one"\nsite = "field"\n'
    ids = [item.id for item in assess(parse_case(text), at=AT).findings]
    assert "attempt:one" in ids and "attempt:one-flight" in ids
