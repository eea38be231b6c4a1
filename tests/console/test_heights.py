"""The 3-D view in a real browser with software WebGL: what it has drawn is counted, because a missing asset is silent."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from looks import expect

pytestmark = pytest.mark.browser

QUIET = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
WEBGL = [*QUIET, "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
NO_WEBGL = [*QUIET, "--disable-gpu", "--disable-3d-apis"]
LONGEST_MS = 240_000  # software rendering on a busy machine; some 15 s on a quiet one


def opened(play: Any, flags: list[str]) -> Iterator[Any]:
    browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
    page = browser.new_page(viewport={"width": 640, "height": 400})
    page.faults, page.elsewhere = [], []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.faults.append(said.text))
    page.on(
        "request",
        lambda asked: (
            "127.0.0.1" in asked.url or asked.url.startswith(("blob:", "data:")) or page.elsewhere.append(asked.url)
        ),
    )
    yield page
    browser.close()


@pytest.fixture
def drawing(play) -> Iterator[Any]:
    yield from opened(play, WEBGL)


@pytest.fixture
def without_webgl(play) -> Iterator[Any]:
    yield from opened(play, NO_WEBGL)


def drawn(page: Any) -> tuple[int, int]:
    page.wait_for_selector("body[data-state]", timeout=LONGEST_MS)
    assert page.get_attribute("body", "data-state") == "drawn", page.inner_text("#bar")
    return int(page.get_attribute("body", "data-shown")), int(page.get_attribute("body", "data-drawn"))


def test_every_shape_of_the_case_comes_to_be_drawn(drawing, address):
    """Counts the renderer's own bounding volumes, which exist only once a shape's geometry was made."""
    packets = json.loads(
        drawing.request.post(f"{address}api/assess/czml", data={"case": "malligyong-1"}, timeout=LONGEST_MS).text()
    )
    drawing.goto(f"{address}globe.html")
    shown, done = drawn(drawing)
    assert shown == done == len(packets) - 1
    expect(drawing.locator("#panel tbody tr")).to_have_count(len(packets) - 1)
    assert not drawing.faults
    assert not drawing.elsewhere


def test_a_missing_asset_is_seen(drawing, address):
    """Without the table of heights the globe appears and the shapes do not: the count tells."""
    drawing.route("**/approximateTerrainHeights.json", lambda route: route.abort())
    drawing.goto(f"{address}globe.html")
    drawing.wait_for_timeout(8000)
    assert drawing.get_attribute("body", "data-state") != "drawn"


def test_a_satellite_flies_at_its_height_and_the_clock_moves_it(drawing, address):
    drawing.goto(f"{address}globe.html#view=sites&over=Seoul&from=2024-06-07T00:00Z")
    assert drawn(drawing) == (1, 1)
    before = drawing.inner_text("#mapsays")
    assert before.startswith("MALLIGYONG-1") and 480 < int(before.split()[-2]) < 530
    drawing.locator("body").press("Shift+ArrowRight")
    expect(drawing.locator("#mapsays")).not_to_have_text(before)
    assert not drawing.faults


def test_the_satellite_view_s_own_object_is_drawn(drawing, address):
    """Without a time in the address it is as of the newest set, as that view answers; ``sats`` belongs to other views."""
    drawing.goto(f"{address}globe.html#view=satellite&sats=25544")
    assert drawn(drawing) == (1, 1)
    assert drawing.inner_text("#mapsays").startswith("MALLIGYONG-1")
    assert not drawing.faults


def test_axe_finds_nothing(drawing, address):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    drawing.goto(f"{address}globe.html#view=sites&over=Seoul&from=2024-06-07T00:00Z&lang=ja&theme=dark")
    drawn(drawing)
    found = Axe().run(drawing)
    assert found.violations_count == 0, found.generate_report()


def test_without_webgl_it_says_so_and_leads_back(without_webgl, address):
    without_webgl.goto(f"{address}globe.html#lang=en&theme=dark")
    without_webgl.wait_for_selector("body[data-state=refused]", timeout=LONGEST_MS)
    assert "no WebGL" in without_webgl.inner_text("#bar")
    assert without_webgl.get_attribute("#back", "href") == "/#lang=en&theme=dark"
    assert not without_webgl.faults


def test_the_globe_page_alone_has_the_looser_policy(console):
    strict = console.get("/").headers["content-security-policy"]
    loose = console.get("/globe.html").headers["content-security-policy"]
    assert "unsafe" not in strict and "worker-src" not in strict
    assert "unsafe-eval" not in loose and "script-src 'self';" in loose and "worker-src 'self' blob:" in loose
    assert console.get("/app/globe3d.js").headers["content-security-policy"] == strict
