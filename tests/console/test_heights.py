"""The 3-D view in a real browser with software WebGL: what it has drawn is counted, because a missing asset is silent."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from looks import expect, until
from test_own_layers import MINE

pytestmark = pytest.mark.browser

QUIET = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
WEBGL = [*QUIET, "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
NO_WEBGL = [*QUIET, "--disable-gpu", "--disable-3d-apis"]
# Vanguard 1, AIAA 2006-6753, verification set.
VANGUARD = (
    "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753",
    "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667",
)
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


def held(page: Any, path: str, question: dict[str, Any]) -> list[dict[str, Any]]:
    """The packets of one of the engine's documents, without its head."""
    return json.loads(page.request.post(path, data=question, timeout=LONGEST_MS).text())[1:]


FLIGHT = {"vehicle": "chollima-1", "flight": "2023-11-21", "lift_off": "2023-11-21T13:42:28Z"}


def the_vehicle_is_where_the_ascent_s_table_has_it(page: Any, address: str) -> None:
    """At T+127 s, within 1 km: in the picture, in the words under it, in the table beside it; five seconds later higher."""
    told = page.request.post(f"{address}api/ascent/stream", data=FLIGHT, timeout=LONGEST_MS).text()
    rows = json.loads(told.split("event: answer\ndata: ")[1])["answer"]["items"][0]["trajectory"]
    before, after = (next(row for row in rows if row["t_s"] == second) for second in (125.0, 130.0))
    mixed = {key: before[key] + 0.4 * (after[key] - before[key]) for key in before}
    at = page.evaluate("bongsu3d.at('vehicle')")
    assert at["height_m"] == pytest.approx(mixed["height_m"], abs=1000.0)
    assert [at["latitude"], at["longitude"]] == pytest.approx([mixed["latitude"], mixed["longitude"]], abs=0.01)
    assert page.inner_text("#mapsays").startswith(f"T+02:07 {at['latitude']:.1f}°N")
    cells = page.locator("#drawn tr:has([data-id=vehicle]) td").all_inner_texts()
    assert cells[2] == f"{at['height_m'] / 1000:.0f}" and cells[3] == "T+00:00 – T+11:45"
    page.locator("body").press("ArrowRight")
    until(page, "document.querySelector('#mapsays').textContent.startsWith('T+02:12')")
    assert page.evaluate("bongsu3d.at('vehicle').height_m") > at["height_m"] + 1000.0
    assert "t=2023-11-21T13%3A44%3A40Z" in page.get_attribute("#back", "href")


def test_every_shape_of_the_case_its_flight_and_its_falls_comes_to_be_drawn(drawing, address):
    """Counts the renderer's own bounding volumes, which exist only once a shape's geometry was made."""
    drawing.goto(f"{address}globe.html#fail=none&t=2023-11-21T13:44:35Z")  # T+127 s: the first stage falls
    shown, done = drawn(drawing)
    scene = held(drawing, f"{address}api/assess/czml", {"case": "malligyong-1"})
    flight = held(drawing, f"{address}api/ascent/fail/czml", {**FLIGHT, "flights": 500, "failure": "none"})
    wanted = {packet["id"] for packet in [*scene, *flight]}
    assert len(wanted) == len(scene) + len(flight)
    assert set(drawing.evaluate("bongsu3d.ids()")) == wanted
    kinds = {kind for packet in flight for kind in ("polygon", "polyline", "wall", "point", "label") if kind in packet}
    assert kinds == {"polygon", "polyline", "wall", "point", "label"}
    later = {"body stage 2", "body fairing"}  # not in the air yet
    assert shown == done == len(wanted - later)
    assert drawing.locator("#drawn tbody tr").count() == len(wanted)
    assert -0.8 < drawing.evaluate("bongsu3d.camera().pitch") < 0.0  # from the side
    the_vehicle_is_where_the_ascent_s_table_has_it(drawing, address)
    drawing.evaluate("bongsu3d.setTime('2023-11-21T13:48:00Z')")
    drawn(drawing)
    assert set(drawing.evaluate("bongsu3d.ever()")) == wanted
    assert not drawing.faults
    assert not drawing.elsewhere


def test_a_missing_asset_is_seen(drawing, address):
    """Without the table of heights the globe appears and the shapes do not: the count tells."""
    drawing.route("**/approximateTerrainHeights.json", lambda route: route.abort())
    drawing.goto(f"{address}globe.html")
    drawing.wait_for_timeout(8000)
    assert drawing.get_attribute("body", "data-state") != "drawn"


def test_places_passes_and_the_camera_s_reach_are_drawn_and_the_clock_moves_them(drawing, address):
    asked = {"satellites": ["58400"], "sites": ["Seoul"], "at": "2024-06-07T00:00:00Z", "hours": 24}
    drawing.goto(f"{address}globe.html#view=sites&over=Seoul&from=2024-06-07T00:00Z&hours=24")
    shown, done = drawn(drawing)
    plan = held(drawing, f"{address}api/plan/export/czml", asked)
    track = {"satellite": "58400", "at": "2024-06-07T00:00:00Z", "hours": 24, "step_s": 60, "reach": True}
    satellite = held(drawing, f"{address}api/track/czml", track)
    assert set(drawing.evaluate("bongsu3d.ids()")) == {packet["id"] for packet in [*plan, *satellite]}
    passes = [packet for packet in plan if "path" in packet]
    assert shown == done == len(plan) - len(passes) + 1 + len(satellite)  # the clock stands at the next pass
    before = drawing.inner_text("#mapsays")
    assert 480 < int(before.split()[-2]) < 530
    assert drawing.evaluate("bongsu3d.at('reach 58400 sure 1 left').height_m") == pytest.approx(0.0, abs=2000.0)
    drawing.locator("body").press("Shift+ArrowRight")
    expect(drawing.locator("#mapsays")).not_to_have_text(before)
    assert not drawing.faults


def test_a_file_goes_with_the_reader_to_the_globe_and_back(drawing, address, tmp_path):
    """Within the browser: the server gets it with the questions only. Without a time the file's own object is shown.

    An own map goes with it: its FIR, route and port, and the shipped FIR, are drawn with heights too.
    """
    sets = tmp_path / "mine.tle"
    sets.write_text(f"OF MY FILE\n{VANGUARD[0]}\n{VANGUARD[1]}\n")
    drawing.goto(f"{address}#view=satellite&lang=en")
    drawing.wait_for_selector("html[data-ready]")
    drawing.locator("#inputs").evaluate("e => { e.open = true; }")
    drawing.set_input_files("#s-sets", sets)
    until(drawing, "document.querySelector('#sentence')?.textContent.includes('OF MY FILE')")
    drawing.locator("#ownlayers").evaluate("e => { e.open = true; }")
    drawing.set_input_files("#ownfile", {"name": "m.geojson", "mimeType": "", "buffer": MINE.encode()})
    laid = "bongsu.scene().filter((item) => item.role === 'own').length === 5"
    until(drawing, laid)
    drawing.click("#heights")
    shown, done = drawn(drawing)
    assert shown == done >= 1
    assert drawing.evaluate("bongsu3d.ids()")[0] == "satellite:5"
    assert "OF MY FILE" in drawing.inner_text("#drawn")
    over = {"fir:Incheon FIR (RKRR)", "fir:Sample FIR (ZZZZ)", "route:Coastal", "port:Port Canaveral", "port:own ship"}
    assert over <= set(drawing.evaluate("bongsu3d.ids()")) and shown >= 6
    drawing.uncheck("#legend [data-layer='routes']")
    until(drawing, "location.hash.includes('show=firs%2Cports')")
    drawing.click("#back")
    until(drawing, "document.querySelector('#sentence')?.textContent.includes('OF MY FILE')")
    until(drawing, "!location.hash.includes('own=')")
    until(drawing, laid.replace("5", "4"))  # without the routes, as they were left
    assert not drawing.faults


def test_a_link_says_what_it_does_not_hold(drawing, address):
    drawing.goto(f"{address}globe.html#view=sites&over=Seoul&lang=en&own=abcdef123456:sets,places")
    drawing.wait_for_selector("#bar strong", timeout=LONGEST_MS)
    assert "element sets, places" in drawing.inner_text("#bar")


def test_axe_finds_nothing_and_a_phone_reaches_everything(drawing, address):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    drawing.set_viewport_size({"width": 390, "height": 844})
    drawing.goto(f"{address}globe.html#view=sites&over=Seoul&from=2024-06-07T00:00Z&lang=ja&theme=dark")
    drawn(drawing)
    found = Axe().run(drawing)
    assert found.violations_count == 0, found.generate_report()
    assert drawing.evaluate("document.documentElement.scrollWidth") <= 390
    small = """() => [...document.querySelectorAll('#mapbuttons button, footer button, footer select')].filter((e) => {
      const box = e.getBoundingClientRect(); return box.height < 44 || box.width < 44 || box.right > innerWidth; }).map((e) => e.id || e.textContent)"""
    assert drawing.evaluate(small) == []
    drawing.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert drawing.evaluate("innerHeight - document.querySelector('footer').getBoundingClientRect().bottom") <= 1
    reached = set()
    for _ in range(40):
        drawing.keyboard.press("Tab")
        reached |= {drawing.evaluate("document.activeElement.id || document.activeElement.tagName")}
    assert {"CANVAS", "side", "above", "follow", "zoomin", "zoomout", "back"} <= reached


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
