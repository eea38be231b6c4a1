"""What each feature adds, as the report's rows: order, side in words, bars that stay in their room."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest

from bongsu.assessment import AttemptFacts, flight_report, judge_attempt
from bongsu.cases import assess, bundled_case
from bongsu.reports import report_html
from bongsu.reports.attempt_rows import attempt_rows, share_rows

AT = datetime(2026, 11, 25, tzinfo=UTC)


def test_rows_are_ordered_and_say_their_side():
    facts = AttemptFacts(
        state="North Korea",
        place=(39.2, 125.673),
        azimuth_deg=(70.0, 70.0),
        warned=True,
        reports=(flight_report("x", "2,000", "800"),),
    )
    finding = judge_attempt(facts, id="x", name="the flight", of="flight")
    assert finding is not None
    rows = attempt_rows(finding)
    by_name = {row.feature: row for row in rows}
    assert by_name["place and direction"].side == "against"
    assert by_name["warning beforehand"].side == "for"
    sizes = [abs(each["log10_factor"]["value"]) for each in finding.details["contributions"]]
    assert len(rows) == len(sizes) and rows[0].feature == "place and direction"
    for row in rows:
        assert row.side in re.sub(r"<[^>]+>", " ", row.bar)  # the bar's own title says it too
        for x in re.findall(r' x="(-?[\d.]+)"', row.bar):
            assert 0.0 <= float(x) <= 132.0


def test_the_shares_of_the_kinds_are_words_and_bars_of_their_length():
    facts = AttemptFacts(state="North Korea", warned=True)
    finding = judge_attempt(facts, id="x", name="the flight", of="flight")
    assert finding is not None
    rows = share_rows(finding)
    assert [row.kind for row in rows] == list(finding.details["posterior"])
    for row, shares in zip(rows, finding.details["posterior"].values(), strict=True):
        share = shares["equal_prior"]
        low = f"{share['low']:.2f}" if share["low"] >= 0.005 else "<0.01"
        assert row.share == f"{share['value']:.2f} ({low} to {share['high']:.2f})"
        assert row.share in html.unescape(re.sub(r"<[^>]+>", " ", row.bar))  # a screen reader gets the same
        room, part = (float(width) for width in re.findall(r'<rect[^>]* width="([\d.]+)"', row.bar))
        assert part / room == pytest.approx(share["value"], abs=0.005)
    nothing = judge_attempt(AttemptFacts(), id="x", name="the launch", of="launch")
    assert nothing is not None and share_rows(nothing) == []


def test_report_shows_them_once():
    page = report_html(assess(bundled_case("hwasong-2022-03-24"), at=AT))
    assert page.count('<table class="added kinds">') == 1
    assert page.count('<table class="added">') == 1
    assert "Was an orbital launch attempted?" in page and "What do Security Council resolutions say" in page
    page = report_html(assess(bundled_case("nuri-2021"), at=AT))
    assert '<table class="added">' not in page


def test_the_report_of_a_past_episode_tells_its_nearest_set_and_claims_nothing_current():
    page = report_html(assess(bundled_case("malligyong-1"), at=AT))
    assert re.search(r"nearest set 1\d\d\.\d days after the episode", page)
    assert "days old" not in page
