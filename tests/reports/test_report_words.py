"""Reports, maps, timelines and plots in Korean and Japanese: no word of ours stays English, inside pictures neither."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from bongsu.cases import (
    Filters,
    ask_satellite,
    assess,
    bundled_case,
    bundled_case_names,
    bundled_element_sets,
    bundled_text,
    choose_satellites,
    passes_over,
    passes_to_json,
    picture_of_passes,
    picture_of_plan,
    picture_of_satellite,
    places_from_sites,
    plan_warnings,
    site_from_text,
    span_of,
)
from bongsu.reports import map_svg, report_html, with_pass_tables, with_plan_tables, with_satellite_tables
from bongsu.reports.svg import wrap
from bongsu.wording import LANGUAGES, render

AT = datetime(2024, 6, 3, tzinfo=UTC)
OTHERS = LANGUAGES[1:]
# hashes, names of cases and sources, a data set's title
NAME = re.compile(r"[0-9a-f]{12}|[a-z]+(-[a-z0-9]+)+|Earth orientation, IERS .*")
TOP = ("meta", "link", "br", "path", "rect", "circle", "ellipse", "stop", "col", "img", "input")
# Written in Latin letters in all three languages: units, signs, names of programs and publishers.
LATIN = re.compile(
    r"(?<![A-Za-z])(UTC|GSD|Bongsu|Natural Earth|MALLIGYONG-1|SGP4|WGS|sha256|GCAT|FIR|NATA|log10|rad|sin|cos|asin|sqrt|tan"
    r"|finals2000A|IERS)(?![A-Za-z])"
)


@cache
def answers() -> dict[str, Any]:
    """Of each kind of report one answer, as a face hands it over."""
    found = {
        name: assess(bundled_case(name), at=datetime(2026, 11, 25, tzinfo=UTC), text=bundled_text(name), called=name)
        for name in bundled_case_names()
    }
    window = span_of(AT, timedelta(hours=72))
    places = places_from_sites(("Seoul", "Busan"))
    chosen, _ = choose_satellites(
        None, window, Filters(numbers=frozenset({58400})), origin="the bundled sets", bundled=bundled_element_sets()
    )
    plan = plan_warnings(places, chosen, window, min_sun_deg=10.0)
    found["plan"] = with_plan_tables(
        picture_of_plan(plan, plan.exposures, at=AT), plan, plan.exposures, command="bongsu warn plan"
    )
    over = passes_over(58400, site_from_text("Seoul"), window, nadir_gsd_m=(1.0, 3.0))
    pairs = [(over, over.table.sites[0], passes_to_json(over))]
    found["passes"] = with_pass_tables(
        picture_of_passes(pairs, at=AT, hours=72.0), pairs, start=AT, end=AT + timedelta(hours=72)
    )
    satellite = ask_satellite("58400", AT, hours=3.0)
    found["satellite"] = with_satellite_tables(picture_of_satellite(satellite), satellite)
    return found


NAMES = (*bundled_case_names(), "plan", "passes", "satellite")


@pytest.fixture
def unsaid(monkeypatch) -> dict[str, None]:
    """Every text that was asked for in another language and is in no table."""
    missing: dict[str, None] = {}

    def told(text: str, language: str) -> Any:
        found = render(text, language)
        missing.update(dict.fromkeys(found.missing))
        return found

    for room in ("wording.voice", "reports.report_table", "cases.languages"):
        monkeypatch.setattr(f"bongsu.{room}.render", told)
    return missing


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_report_is_covered(unsaid, name, language):
    page = report_html(answers()[name], language=language)
    assert f'<html lang="{language}">' in page
    assert not [text for text in unsaid if not NAME.fullmatch(text)]


class Visible(HTMLParser):
    """Texts of a page that are not marked as English, titles and descriptions of its pictures among them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in TOP:
            self.open.append(dict(attrs).get("lang") == "en" or tag in ("code", "style"))

    def handle_endtag(self, tag: str) -> None:
        if self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.found.append(data)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", ["plan", "passes", "satellite"])
def test_no_english_word_is_in_sight(name, language):
    """The words themselves, whether or not they went through the tables."""
    page = Visible()
    page.feed(report_html(answers()[name], language=language))
    page.feed(map_svg(answers()[name], language=language))
    left = [text for text in page.found if re.search("[A-Za-z]{3,}", NAME.sub("", LATIN.sub("", text)))]
    assert len(page.found) > 100
    assert not left


def test_a_map_alone_comes_in_the_language_too():
    drawn = map_svg(answers()["malligyong-1"], language="ko")
    assert "범례" in drawn and "Legend" not in drawn and "구역 A" in drawn
    assert "Legend" in map_svg(answers()["malligyong-1"])
    assert map_svg(answers()["plan"], language="en") == map_svg(answers()["plan"])


def test_lines_break_between_letters_of_japanese_and_words_of_korean():
    japanese = wrap("海岸線：Natural Earth（パブリックドメイン）。中心とする正距方位図法。", 10, 120, lines=9)
    assert (
        len(japanese) > 2
        and "".join(japanese).replace(" ", "") == "海岸線：NaturalEarth（パブリックドメイン）。中心とする正距方位図法。"
    )
    assert not [line for line in japanese if line[0] in "。、）ー"]
    korean = wrap("경계선은 어떤 주장에 대한 의견도 아닙니다", 10, 120, lines=9)
    assert " ".join(korean) == "경계선은 어떤 주장에 대한 의견도 아닙니다"


def test_the_sheets_of_a_pdf_have_their_head_and_foot_in_the_language():
    from bongsu.reports.pdf import _pages  # noqa: PLC0415 - of this test alone

    assert _pages("en") == '"Page " counter(page) " of " counter(pages)'
    assert _pages("ko") == 'counter(page) "/" counter(pages) "쪽"'
    for text in ("PUBLIC SOURCES · NOT AN OFFICIAL WARNING",):
        assert not render(text, "ko").missing and not render(text, "ja").missing
