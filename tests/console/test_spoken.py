"""What a screen reader gets: landmarks, headings and controls as kept, an order of tabs, and tables that hold the picture.

The kept outlines are tests/golden/spoken/VIEW.txt; BONGSU_UPDATE_SPOKEN=1 writes them anew. Rows and running text are left
out of them: those are answers, and have tests of their own.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from looks import ASKED, VIEWS, address_says, expect, settle, until

pytestmark = pytest.mark.browser

KEPT = Path(__file__).resolve().parents[1] / "golden" / "spoken"
LEFT_OUT = re.compile(
    r"^- (row|cell|rowgroup|text|paragraph|listitem|list|option|strong|code|term|definition|/|img|deletion|emphasis)\b"
)
FOCUSABLE = """[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((e) => !e.disabled && e.checkVisibility() && !(e.closest('details:not([open])') && e.tagName !== 'SUMMARY'))"""
NAMED = (
    f"{FOCUSABLE}.map((e) => e.id || e.textContent.trim().slice(0, 40) || e.getAttribute('aria-label') || e.tagName)"
)


def outline(page: Any) -> str:
    """The page's accessibility tree without what stands in rows and running text; numbers as `#`."""
    kept, skip = [], None
    for line in page.locator("body").aria_snapshot().splitlines():
        depth = len(line) - len(line.lstrip())
        if skip is not None and depth > skip:
            continue
        skip = depth if LEFT_OUT.match(line.lstrip()) else None
        if skip is None:
            kept.append(re.sub(r"(?<!level=)\d[\d,.:]*", "#", line).rstrip())
    return "\n".join(kept) + "\n"


def opened(visit: Any, view: str) -> Any:
    page = visit(f"#view={view}{ASKED.get(view, '')}")
    page.wait_for_selector("#panel progress", state="detached")
    page.wait_for_load_state("networkidle")  # tracks come in after the answer
    if view == "launch":
        page.wait_for_selector("#plots")  # the last of the parts that follow the answer
        page.wait_for_selector("#panel progress", state="detached")
    settle(page)
    return page


@pytest.mark.parametrize("view", VIEWS)
def test_outline(visit, view):
    page = opened(visit, view)
    found = outline(page)
    path = KEPT / f"{view}.txt"
    if os.environ.get("BONGSU_UPDATE_SPOKEN"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
    assert found.count("- banner") == found.count("- main") == found.count("- contentinfo") == 1
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("view", VIEWS)
def test_tabs_go_through_every_control_in_its_order(visit, view):
    page = opened(visit, view)
    page.evaluate("document.activeElement.blur()")
    wanted = page.evaluate(NAMED)
    assert (
        page.evaluate('document.querySelectorAll(\'[tabindex]:not([tabindex="0"]):not([tabindex="-1"])\').length') == 0
    )
    assert page.evaluate(f"{FOCUSABLE}[0].id") == "skip"
    nameless = f"{FOCUSABLE}.filter((e) => !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length || e.title)).length"
    assert page.evaluate(nameless) == 0
    met = []
    for _ in wanted[:30]:
        page.keyboard.press("Tab")
        met.append(page.evaluate(
            "((e) => e.id || e.textContent.trim().slice(0, 40) || e.getAttribute('aria-label') || e.tagName)(document.activeElement)"
        ))  # fmt: skip
    assert met == wanted[:30]
    outlined = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outlined != "none"


def test_skip_leads_past_the_map(visit):
    page = visit()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'panel'")


@pytest.mark.parametrize("view", VIEWS)
def test_everything_on_the_map_is_in_a_table(visit, view):
    page = opened(visit, view)
    drawn = page.evaluate(
        "bongsu.scene().flatMap((item) => item.type === 'points' ? item.positions.map(() => '') : [item.name || item.id])"
    )
    page.click("#onmap summary")
    expect(page.locator("#onmap tbody tr")).to_have_count(min(len(drawn), 300))
    words = page.locator("#onmap tbody").inner_text()
    assert not [name for name in drawn[:300] if name and " ".join(name.split()) not in words]
    assert f"({len(drawn):,})" in page.text_content("#onmap summary")


def test_the_map_and_its_table_have_one_selection(visit):
    page = visit()
    page.click("#onmap summary")
    page.click('#onmap button:text-is("Kadena AB")')
    page.wait_for_selector("#why")
    address_says(page, "sel=claim%3Akadena")
    expect(page.locator('#onmap tr[aria-selected="true"]')).to_contain_text("Kadena AB")
    expect(page.locator("#onmap[open]")).to_have_count(1)
    page.click("details.layers summary")
    page.uncheck("#layer-places")
    until(page, "!bongsu.scene().some((item) => item.type === 'point')")
    expect(page.locator("#onmap tbody")).not_to_contain_text("Kadena AB")


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_spoken_words_are_of_the_language(visit, language):
    """Controls are named in the page's language; what is English says so by `lang`."""
    page = visit(f"#lang={language}")
    assert page.get_attribute("html", "lang") == language
    names = page.evaluate(
        "[...document.querySelectorAll('header button, header a, #mapbuttons button, footer button, summary')].map((e) => e.getAttribute('aria-label') || e.textContent)"
    )
    letters = r"[\uac00-\ud7a3]" if language == "ko" else r"[\u3040-\u30ff\u4e00-\u9fff]"
    assert not [name for name in names if re.search("[a-z]{3,}", name) and not re.search(letters, name)]
