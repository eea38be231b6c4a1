"""What each feature adds, as the report's rows: order, side in words, bars that stay in their room."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from bongsu.assessment import AttemptFacts, flight_report, judge_attempt
from bongsu.cases import assess, bundled_case
from bongsu.reports import report_html
from bongsu.reports.attempt_rows import attempt_rows

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


def test_report_shows_them_once():
    page = report_html(assess(bundled_case("hwasong-2022-03-24"), at=AT))
    assert page.count('<table class="added">') == 1
    assert "Was an orbital launch attempted?" in page and "What do Security Council resolutions say" in page
    page = report_html(assess(bundled_case("nuri-2021"), at=AT))
    assert '<table class="added">' not in page
