"""Was an orbital launch attempted? Features, their weighing, the traps, and hostile input.

Expected kinds are those of the shipped record and of docs/methods (f): what every source says was flown. Shares of rows
are worked out by hand from attempt_counts.toml as it is written in the tests' own small table.
"""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.assessment import (
    AttemptAnswer,
    AttemptFacts,
    BurnOut,
    attempt_answer,
    flight_report,
    judge_attempt,
    read_attempt,
    share_words,
)
from bongsu.assessment.attempt_categories import arc_speed_m_s, layout_weights, word_weights
from bongsu.earth import Estimate
from bongsu.errors import InputError
from bongsu.reference import FLIGHT_KINDS, AttemptFeature, AttemptTable, attempt_sources, attempt_table

SOHAE, SUNAN = (39.6596, 124.7057), (39.200, 125.673)
AREAS_2023 = ((36.1, 123.5), (33.4, 123.2), (12.5, 128.9))  # facts of the bundled case malligyong-1
MAY_2023 = AttemptFacts(
    state="North Korea",
    place=SOHAE,
    azimuth_deg=(190.0, 195.0),
    warned=True,
    notice_words="SATELLITE ROCKET LAUNCHING",
    area_centres=AREAS_2023,
    area_names=("A", "B", "C"),
    lead_days=1.6,
    failed=True,
    catalogued=False,
)
LOFTED = (flight_report("KCNA", "6,248.5", "1,090", "67.5"),)


def shares(answer: AttemptAnswer) -> dict[str, float]:
    return {kind: share.value or 0.0 for kind, share in zip(FLIGHT_KINDS, answer.equal, strict=True)}


def one_feature(counts: tuple[tuple[float, ...], ...], quiet_years: int = 11) -> AttemptTable:
    """A table of one feature, the glide's, of a family of its own."""
    feature = AttemptFeature(
        id="glide", name="reported manner of flight", family="flight", states="", categories=("glides", "does not"),
        counts=counts, judged=((0.0, 0.0),) * 4, unit="years", note="", sources=(),
    )  # fmt: skip
    return AttemptTable(features=(feature,), days=(1, 1, 1, 1), quiet_years=quiet_years, held_out="")


def test_one_feature_by_hand():
    """Rows (9, 1), (1, 9), (1, 9), (1, 9): with half a count each, the row's mean is 9.5/11 or 1.5/11."""
    table = one_feature(((9.0, 1.0), (1.0, 9.0), (1.0, 9.0), (1.0, 9.0)))
    answer = attempt_answer(AttemptFacts(glides=True), table=table, draws=20_000)
    assert answer.contributions[0].by_kind == pytest.approx((9.5 / 11, 1.5 / 11, 1.5 / 11, 1.5 / 11))
    # The share with fixed rows is (9.5 / 11) / (9.5 / 11 + 3 x 1.5 / 11) = 0.679; drawing the rows moves it little.
    assert answer.equal[0].value == pytest.approx(0.679, abs=0.03)
    assert answer.equal[0].low < 0.55
    assert answer.equal[0].high > 0.8


def test_more_counts_give_narrower_answers():
    few, many = (
        attempt_answer(AttemptFacts(glides=True), table=one_feature(((9.0 * n, 1.0 * n), *[(1.0 * n, 9.0 * n)] * 3)))
        for n in (1.0, 100.0)
    )
    assert many.equal[0].half_width < 0.3 * few.equal[0].half_width


def test_shares_sum_to_one_and_nothing_known_says_nothing():
    for facts in (MAY_2023, AttemptFacts(reports=LOFTED), AttemptFacts(catalogued=True, state="North Korea")):
        assert sum(shares(attempt_answer(facts)).values()) == pytest.approx(1.0)
    nothing = attempt_answer(AttemptFacts())
    assert not nothing.contributions
    assert {name for name, _ in nothing.missing} == {feature.name for feature in attempt_table().features}
    assert [share.value for share in nothing.equal] == pytest.approx([0.25] * 4)
    assert judge_attempt(AttemptFacts(), id="x", name="it", of="flight") is None


def test_the_same_answer_each_time():
    assert attempt_answer(MAY_2023) == attempt_answer(MAY_2023)


def test_failed_launch_is_no_missile_test():
    """31 May 2023: it never reached speed; a low apogee and a short distance of what fell say nothing."""
    plain = attempt_answer(MAY_2023)
    assert plain.equal[0].low > 0.8
    low = replace(MAY_2023, reports=(flight_report("observers", "60", "402"),))
    assert shares(attempt_answer(low)) == pytest.approx(shares(plain))
    assert dict(attempt_answer(low).missing)["apogee and range"].startswith("it failed in powered flight")


def test_satellite_tests_so_called_are_lofted():
    """27 February and 5 March 2022: no warning, no pad, lofted arcs; the words of the owner are not asked."""
    for apogee, ground_range in (("620", "300"), ("560", "270")):
        facts = AttemptFacts(
            state="North Korea",
            place=SUNAN,
            azimuth_deg=(70.0, 70.0),
            warned=False,
            reports=(flight_report("CNS/NTI database", apogee, ground_range),),
        )
        found = shares(attempt_answer(facts))
        assert max(found, key=lambda kind: found[kind]) == "lofted ballistic test"
        assert found["orbital launch"] < 0.1


def test_warning_alone_is_a_claim():
    """Words, areas and lead all like a launch's: without anything else it stays open, because a test may be dressed up."""
    warning = AttemptFacts(
        state="North Korea",
        warned=True,
        notice_words="SATELLITE LAUNCH",
        area_centres=AREAS_2023,
        area_names=("stage 1", "fairing", "stage 2"),
        lead_days=5.0,
    )
    answer = attempt_answer(warning)
    assert answer.equal[0].low < 0.95
    each = sum(part.factor.value or 0.0 for part in answer.contributions)
    assert (answer.families["notice"].value or 0.0) < each - 0.5  # bounded: less than the features multiplied
    assert answer.families["notice"].low < math.log10(2.0 * attempt_table().quiet_years)


def test_warning_against_figures_is_told():
    """Announced as a satellite, flown on a lofted arc from an airfield: named by neither, and said to disagree."""
    facts = replace(MAY_2023, failed=False, catalogued=None, place=SUNAN, azimuth_deg=(70.0, 70.0), reports=LOFTED)
    finding = judge_attempt(facts, id="x", name="the flight", of="flight")
    assert finding is not None and finding.details["disagree"]
    assert any("disagree" in text for text in finding.caveats)
    assert 0.02 < (finding.estimates["orbital_launch"].value or 0.0) < 0.9


def test_glider_is_other_and_no_arc_is_laid_through_it():
    facts = AttemptFacts(state="North Korea", glides=True, reports=(flight_report("state media", "101", "1,000"),))
    answer = attempt_answer(facts)
    found = shares(answer)
    assert max(found, key=lambda kind: found[kind]) == "other"
    assert "the flight is reported to glide" in dict(answer.missing)["apogee and range"]


def test_reentry_warning_is_other():
    """NAVAREA XII 656/2019, Starliner's service module: facts, section 2b."""
    facts = AttemptFacts(
        warned=True,
        notice_words="HAZARDOUS OPERATIONS, SPACE VEHICLE RE-ENTRY",
        area_centres=((12.4, -126.7), (48.9, -138.9)),
        area_names=("A", "B"),
    )
    answer = attempt_answer(facts)
    assert shares(answer)["other"] > 0.7
    assert "areas of debris" in dict(answer.missing)["how the areas lie"]


def test_object_in_orbit_decides():
    assert attempt_answer(AttemptFacts(state="North Korea", catalogued=True)).equal[0].low > 0.9
    assert attempt_answer(AttemptFacts(state="another state", catalogued=True)).equal[0].low > 0.95


def test_parties_of_one_flight_are_averaged_not_multiplied():
    """The same figures from three parties say no more than from one."""
    report = flight_report("one", "2,000", "800")
    alone = attempt_answer(AttemptFacts(reports=(report,)))
    thrice = attempt_answer(AttemptFacts(reports=(report, report, report)))
    assert shares(thrice) == pytest.approx(shares(alone))


def test_burn_out_stands_for_the_arc():
    level = BurnOut(height_m=700_000.0, speed_m_s=6_500.0, angle_deg=1.0)
    alone = attempt_answer(AttemptFacts(burn_out=level))
    both = attempt_answer(AttemptFacts(burn_out=level, reports=LOFTED))
    assert shares(both) == pytest.approx(shares(alone))
    assert dict(both.missing)["apogee and range"] == "the burn-out state already says it"
    assert shares(alone)["orbital launch"] > 0.6
    steep = shares(attempt_answer(AttemptFacts(burn_out=BurnOut(height_m=200_000.0, angle_deg=80.0))))
    assert max(steep, key=lambda kind: steep[kind]) == "lofted ballistic test"


def test_impossible_time_says_nothing():
    """KCNA's 67.5 min is shorter than the free flight: it contradicts its own figures and is left out."""
    assert "time" not in read_attempt(AttemptFacts(reports=LOFTED))
    assert "time" in read_attempt(AttemptFacts(reports=(flight_report("Japan", "4,475", "950", "53"),)))


def test_counts_of_one_state_are_not_used_for_another():
    naro = AttemptFacts(state="another state", place=(34.43, 127.53), azimuth_deg=(170.0, 170.0), warned=True)
    missing = dict(attempt_answer(naro).missing)
    assert missing["place and direction"] == missing["warning beforehand"] == "not counted for this state"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("SATELLITE ROCKET LAUNCHING", 0),
        ("인공위성 발사", 0),
        ("HAZARDOUS OPERATIONS, ROCKET LAUNCHING", 1),
        ("MISSILE FIRING EXERCISE", 2),
        ("HAZARDOUS OPERATIONS, SPACE DEBRIS", 3),
        ("SATELLITE RE-ENTRY", 3),
        ("SATELLITE NAVIGATION SYSTEM UNRELIABLE", 4),
        ("GUNNERY EXERCISES", 4),
        ("", 4),
    ],
)
def test_words_of_a_warning(text: str, category: int):
    assert word_weights(text).index(1.0) == category


def test_layouts():
    pad, north = (28.5, -80.5), (38.0, -70.0)
    assert layout_weights([pad]).index(1.0) == 0
    assert layout_weights([pad, (29.0, -80.0)]).index(1.0) == 1
    assert layout_weights([pad, (33.4, -75.8), north]).index(1.0) == 2
    assert layout_weights([pad, (28.5, -70.0), north]).index(1.0) == 3
    assert layout_weights([(10.0, 179.5), (10.0, -170.0)]).index(1.0) == 2  # over the 180th meridian


def test_arc_speed():
    """Straight up to 6371 km from a sphere of 6371 km: v^2 = GM / R, 7.91 km/s; a flat arc of least energy, 1000 km: 3.04."""
    assert arc_speed_m_s(6_371_000.0, 1.0) == pytest.approx(7_909.8, abs=1.0)
    assert arc_speed_m_s(240_700.0, 1_000_000.0) == pytest.approx(3_020.0, abs=30.0)


@pytest.mark.parametrize(
    "facts",
    [
        AttemptFacts(place=(math.nan, 125.0)),
        AttemptFacts(place=(39.0, 1e9)),
        AttemptFacts(azimuth_deg=(math.nan, 10.0)),
        AttemptFacts(azimuth_deg=(190.0, 180.0)),
        AttemptFacts(lead_days=math.inf),
        AttemptFacts(burn_out=BurnOut(height_m=-1.0)),
        AttemptFacts(burn_out=BurnOut(height_m=7e5, speed_m_s=math.nan)),
        AttemptFacts(burn_out=BurnOut(height_m=7e5, speed_m_s=26_000.0)),  # km/h given as m/s
        AttemptFacts(area_centres=((91.0, 0.0),)),
        AttemptFacts(area_centres=((math.nan, 0.0),)),
        AttemptFacts(area_centres=((10.0, 20.0),) * 1000),
        AttemptFacts(reports=(replace(LOFTED[0], apogee=replace(LOFTED[0].apogee, value=math.nan)),)),
        AttemptFacts(reports=(replace(LOFTED[0], ground_range=replace(LOFTED[0].ground_range, value=40_000.0)),)),
    ],
)
def test_impossible_facts_are_refused(facts: AttemptFacts):
    with pytest.raises(InputError, match=r"attempt: |notice: "):
        attempt_answer(facts)


@given(st.text(max_size=300))
def test_any_words_are_read(text: str):
    assert sum(word_weights(text)) == 1.0


@given(
    st.floats(1.0, 40_000.0), st.floats(1.0, 14_000.0),
    st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=6),
)  # fmt: skip
def test_any_possible_facts_are_answered(apogee: float, ground_range: float, centres: list[tuple[float, float]]):
    facts = AttemptFacts(
        state="North Korea",
        warned=True,
        area_centres=tuple(centres),
        reports=(flight_report("a", f"{apogee:.1f}", f"{ground_range:.1f}"),),
    )
    answer = attempt_answer(facts, draws=200)
    assert all(0.0 <= share.low <= (share.value or 0.0) <= share.high <= 1.0 for share in answer.equal)
    assert all(math.isfinite(part.factor.value or 0.0) for part in answer.contributions)


def test_finding_shows_every_contribution_and_what_is_missing():
    finding = judge_attempt(MAY_2023, id="flight-1", name="the launch of 30 May 2023", of="launch", sources=("a",))
    assert finding is not None
    assert finding.id == "attempt:flight-1" and finding.experimental and finding.mark == "orbital"
    known = {feature.name for feature in attempt_table().features}
    told = {each["feature"] for each in finding.details["contributions"]}
    told |= {each["feature"] for each in finding.details["missing"]}
    assert told == known
    sources = attempt_sources()
    for each in finding.details["contributions"]:
        assert each["mark"] and each["note"] and set(each["sources"]) <= set(sources)
        factor = each["log10_factor"]
        assert factor["low"] <= factor["value"] <= factor["high"]
    assert "equally likely beforehand" in finding.statement and "without any prior" in finding.statement
    posterior = finding.details["posterior"]["orbital launch"]
    assert posterior["counted_prior"]["value"] < posterior["equal_prior"]["value"]


def test_shares_are_never_printed_as_certain():
    def estimate(value: float, low: float, high: float) -> Estimate:
        return Estimate(value=value, low=low, high=high)

    assert share_words(estimate(0.9994, 0.997, 1.0)) == "over 0.99"
    assert share_words(estimate(0.97, 0.88, 0.999)) == "0.97 (0.88 to >0.99)"
    assert share_words(estimate(0.001, 0.0, 0.004)) == "under 0.01"
    assert share_words(estimate(0.02, 0.001, 0.08)) == "0.02 (<0.01 to 0.08)"


def test_table_is_whole():
    """A row for each kind and a figure for each category; what is judged has a reason; sources are listed."""
    table = attempt_table()
    sources = attempt_sources()
    for feature in table.features:
        for rows in (feature.counts, feature.judged):
            assert len(rows) == 4 and all(len(row) == len(feature.categories) for row in rows)
            assert all(value >= 0.0 for row in rows for value in row)
        assert feature.mark and feature.note and set(feature.sources) <= set(sources)
        assert "judged" not in feature.mark or "judged" in feature.sources
    assert table.days[0] == 10  # North Korea's attempts, 1998 to 2024
    assert "third" in table.held_out
