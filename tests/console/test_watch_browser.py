"""Watch, Sites and Satellite in a real browser: what they draw, what a person can do, and a hundred thousand passes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from looks import address_says, expect, fragment_of, settle, until
from test_browser import SIGNED, WHOLE, scene

from bongsu.cases.bundled_sets import bundled_elements
from bongsu.earth import bundled_orientation
from bongsu.orbit import read_element_sets, select_element_set
from bongsu.overflight import Reach, find_swaths

pytestmark = pytest.mark.browser

SITES = "#view=sites&over=Seoul;Kadena;36.95,-76.33&from=2024-06-07T00:00Z"
NOTICE = """NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 121606Z TO 121854Z NOV IN AREAS BOUND BY:
A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
2. CANCEL THIS MSG 181954Z NOV 22."""


TLE = "\n".join(text for _, text in bundled_elements(58400) if text.startswith("1 "))
TRACK = {"norad_id": 1, "name": "X", "start": "2026-11-25T00:30:00Z", "time": []}


def unit(latitude: Any, longitude: Any) -> Any:
    """Directions of places, shape (n, 3)."""
    lat, lon = np.radians(np.atleast_1d(latitude)), np.radians(np.atleast_1d(longitude))
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def synthetic(count: int, places: int, *, kind: str = "warn-screen") -> str:
    """An answer of the engine's form with ``count`` invented exposures, as server-sent events."""
    rng = np.random.default_rng(20231121)
    start = np.sort(rng.uniform(0, 7 * 86400, count)).round(1)
    columns: dict[str, list[Any]] = {
        "id": [f"{n:024x}" for n in range(count)],
        "place": rng.integers(0, places, count).tolist(),
        "satellite": [0] * count,
        "level": rng.integers(0, 3, count).tolist(),
        "why": [0] * count,
        "notes": [[]] * count,
        "start": start.tolist(),
        "best": (start + 30).tolist(),
        "end": (start + 60).tolist(),
        "open": [0] * count,
        "assumed": [1] * count,
        "right": [1] * count,
        "gsd_across_m": [[1.0, 2.0]] * count,
        "gsd_along_m": [[1.0, 2.0]] * count,
        **{name: [10.0] * count for name in ("off_nadir_deg", "incidence_deg", "sun_elevation_deg", "timing_s")},
        "range_m": [500_000] * count,
    }
    named = [f"place {n}" for n in range(places)]
    revisit = {"mean_gap_h": 1.0, "max_gap_h": 2.0, "max_is_open": False}
    body = {
        "schema": f"bongsu/{kind}/1", "generated": "2026-11-25T00:30:00Z", "version": "0", "problems": [], "demo": False,
        "inputs": [{"id": "1", "name": "X", "source": "file", "sha256": "", "age_days": 0.1}], "items": [], "events": [],
        "scene": {"type": "FeatureCollection", "features": []}, "finding": None,
        "plan": {
            "start": "2026-11-25T00:30:00Z", "levels": [], "words": ["in daylight"], "columns": columns,
            "satellites": [{"norad_id": 1, "name": "X", "owner": "", "age_days": 0.1}],
            "places": [
                {"name": name, "latitude": n % 80, "longitude": n % 170, "counts": [1, 2, 3], "revisit": revisit}
                for n, name in enumerate(named)
            ],
        },
    }  # fmt: skip
    return f"event: answer\ndata: {json.dumps(body)}\n\n"


def test_watch_answers_first(visit):
    page = visit("#view=watch")
    assert page.text_content("#sentence") == (
        "1 notice in force; next warning pass 2024-06-03 01:03 UTC over Kadena AB."
    )
    assert "± < 1 s" in page.text_content("#number") and "WARN" in page.text_content("#number")
    assert page.get_attribute("#number .sign", "data-sign") == "▲"
    assert "DEMO DATA" in page.text_content("#bar") and "2024-06-03" in page.text_content("#bar")
    assert "2.2 d later" in page.text_content("#age-elements") and "d" in page.text_content("#age-tables")
    assert "open now" in page.text_content("#notices") and page.locator("#notices tbody tr").count() == 1
    until(page, "bongsu.scene().some((item) => item.id === 'satellite:58400')")
    assert {item["type"] for item in scene(page)} >= {"night", "line", "circle", "point"}
    rows = page.locator("#passes tbody tr").count()
    assert rows == page.locator(".bars rect").count() > 20
    assert page.locator("footer .warnmark").count() >= 1 and page.locator("footer .window").count() == 1


def test_why_shows_the_finding_and_back_closes_it(visit):
    page = visit("#view=watch")
    page.click("#number button:has-text('Why?')")
    expect(page.locator("#why")).to_contain_text("Check it by hand")
    page.go_back()
    page.wait_for_selector("#why", state="detached")


def test_a_bar_a_row_and_an_event_are_the_same_thing(visit):
    page = visit("#view=watch")
    page.click("#events button >> nth=0")
    chosen = page.evaluate("bongsu.state().sel")
    expect(page.locator("#passes tr[aria-selected=true]")).to_have_count(1)
    expect(page.locator(".bars rect.picked")).to_have_count(1)
    first = page.evaluate("bongsu.time()")
    page.locator(".bars rect").last.dispatch_event("click")
    until(page, f"bongsu.state().sel !== '{chosen}'")
    until(page, "(first) => bongsu.time() > first", first)
    expect(page.locator("#passes tr[aria-selected=true]")).to_have_count(1)
    until(page, "bongsu.scene().some((item) => item.id.startsWith('site:') && item.selected)")


def test_a_notice_goes_to_the_map_and_the_map_to_the_notice(visit):
    page = visit("#view=watch&from=2023-11-25T00:00Z")
    assert page.text_content("#sentence") == "1 notice in force; passes are not known: see the remarks."
    areas = [item["id"] for item in scene(page) if item["type"] == "area"]
    assert areas == ["kp-2023-11 A", "kp-2023-11 B", "kp-2023-11 C"]
    page.click("#notices button")
    expect(page.locator("#notice")).to_contain_text("Nippon TV News")
    until(
        page,
        "bongsu.scene().filter((item) => item.type === 'area' && item.selected).map((item) => item.id).join() === 'kp-2023-11 A'",
    )


def test_places_notices_and_sets_from_files(visit, tmp_path):
    page = visit("#view=watch")
    (tmp_path / "mine.csv").write_text("name,latitude,longitude\nNorth <b>,37.9,126.8\nHarbour,35.1,129.1\n")
    page.click("#inputs > summary")
    page.set_input_files("#w-placesfile", tmp_path / "mine.csv")
    page.wait_for_selector("#sentence:has-text('Harbour')")
    assert page.evaluate("bongsu.state().over") == "North <b>=37.9,126.8;Harbour=35.1,129.1"
    assert page.locator("#panel b:has-text('North')").count() == 0
    assert {"North <b>", "Harbour"} <= {item["name"] for item in scene(page)}
    (tmp_path / "mine.tle").write_text(TLE)
    page.set_input_files("#w-sets", tmp_path / "mine.tle")
    expect(page.locator(".state.error")).to_contain_text("days old")  # the sets are too old for now, and that is said
    page.fill("#w-from", "2024-06-07T00:00Z")
    page.fill("#w-notices", NOTICE)
    page.click("#inputs button.main")
    page.wait_for_selector("#sentence")
    expect(page.locator("#bar")).to_contain_text("YOUR ELEMENT SETS (mine.tle)")
    assert "expired" not in page.text_content("#notices") or page.locator("#notices tbody tr").count() == 1
    again = visit(fragment_of(page))
    until(again, "(other) => JSON.stringify(bongsu.state()) === other", page.evaluate("JSON.stringify(bongsu.state())"))


def test_old_elements_are_amber_and_say_so(visit):
    page = visit("#view=sites&over=Seoul&from=2024-06-20T00:00Z&hours=24")
    assert "old" in page.text_content("#age-elements")
    assert page.locator("#age-elements .sign.look").count() == 1
    assert page.locator("#ages-table .sign.look").count() == 1


def test_sites_by_reach_and_by_horizon(visit):
    page = visit(SITES)
    assert page.text_content("#sentence").startswith("3 WARN and 2 watch passes in the next 72 h")
    assert page.locator("#passes tbody tr").count() == 5
    page.click("#inputs > summary")
    page.select_option("#level", "night")
    until(page, "document.querySelectorAll('#passes tbody tr').length === 10")
    address_says(page, "level=night")
    page.select_option("#by", "horizon")
    page.click("#inputs button.main")
    until(page, "document.querySelectorAll('#passes tbody tr').length > 20")
    page.go_back()
    until(page, "bongsu.state().by === 'reach'")
    until(page, "document.querySelectorAll('#passes tbody tr').length === 10")  # asked again


def test_one_place_alone(visit):
    page = visit(SITES)
    page.locator(".bars text.place", has_text="Kadena").dispatch_event("click")
    page.wait_for_selector("text=Only Kadena AB is shown.")
    expect(page.locator("#passes tbody tr")).to_have_count(2)
    page.click("text=Show all")
    until(page, "document.querySelectorAll('#passes tbody tr').length === 5")


def test_sites_take_away_a_calendar(visit):
    page = visit(SITES)
    page.click("details.export summary")
    with page.expect_download() as download:
        page.click("details.export button:has-text('Calendar')")
    text = download.value.path().read_text()
    assert text.count("BEGIN:VEVENT") == 5 and download.value.suggested_filename == "bongsu-warn.ics"
    page.click("details.export summary")
    with page.expect_download() as download:
        page.click("details.export button:has-text('Report (HTML)')")
    text = download.value.path().read_text()
    assert "3 WARN, 2 watch, 5 night" in text and copied(page) in text.replace("&#39;", "'")


def copied(page) -> str:
    """What the first menu's command puts on the clipboard."""
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (words) => { window.kept = words; } } })"
    )
    page.click("details.export summary")
    page.click("details.export button:has-text('Copy the bongsu command')")
    until(page, "Boolean(window.kept)")
    return page.evaluate("window.kept")


@pytest.mark.parametrize(("view", "path"), [("sites", "plan"), ("watch", "watch")])
def test_a_hundred_thousand_passes_do_not_freeze_the_page(visit, view, path):
    page = visit("#view=help")
    page.route(
        f"**/api/{path}/stream",
        lambda route: route.fulfill(body=synthetic(100_000, 500), content_type="text/event-stream"),
    )
    page.route("**/api/track", lambda route: route.fulfill(json=TRACK))
    page.evaluate("location.hash = '#view=" + view + "&level=night&over=1,1&hours=168'")
    page.wait_for_selector("#passes tbody tr")
    assert page.locator("#passes tbody tr").count() == 100
    assert page.get_attribute("#passes", "aria-rowcount") == "100001"
    assert page.locator(".bars rect").count() < 16_000 and page.locator(".bars text.place").count() == 40
    assert [item["type"] for item in scene(page)].count("points") == 1
    before = page.evaluate_handle("document.querySelector('.bars rect')")
    page.click("#rows-on")
    page.wait_for_selector("text=101–200 of 100,000")
    until(page, "document.activeElement.id === 'rows-on'")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("(bar) => bar === document.querySelector('.bars rect')", before)  # not drawn anew
    page.click("#places-on")
    page.wait_for_selector("text=41–80 of 500")
    page.evaluate("bongsu.set({sel: '" + f"{54321:024x}" + "'})")
    page.wait_for_selector("text=54,301–54,400 of 100,000")
    expect(page.locator("#passes tr[aria-selected=true]")).to_have_count(1)


def test_long_work_is_cancelled(visit):
    page = visit("#view=help")
    page.route("**/api/plan/stream", lambda route: None)
    page.evaluate("location.hash = '#view=sites&over=1,1'")
    page.click(".state button:has-text('Cancel')")
    page.wait_for_selector(".state.error:has-text('Cancelled.')")


def test_an_answer_for_now_grows_stale(visit):
    page = visit("#view=help")
    page.clock.install()
    page.route(
        "**/api/watch/stream",
        lambda route: route.fulfill(body=synthetic(20, 2, kind="watch"), content_type="text/event-stream"),
    )
    page.route("**/api/track", lambda route: route.fulfill(json=TRACK))
    page.evaluate("location.hash = '#view=watch'")
    page.clock.run_for(1000)
    page.wait_for_selector("#passes")
    assert page.locator(".state.stale").count() == 0
    page.evaluate("location.hash = '#view=help'")
    page.clock.run_for(20 * 60_000)
    page.evaluate("location.hash = '#view=watch'")
    page.clock.run_for(1000)
    page.wait_for_selector(".state.stale:has-text('min old')")


def test_offline_is_said_on_these_views(visit, browser, address):
    context = browser.new_context(viewport={"width": 1000, "height": 700}, locale="en-US")
    page = context.new_page()
    page.goto(address + "#view=help")
    page.wait_for_selector("#sentence")
    page.route("**/api/**", lambda route: route.abort())
    for view in ("watch", "sites&over=Seoul", "satellite"):
        page.evaluate(f"location.hash = '#view={view}'")
        page.wait_for_selector(".state.error:has-text('The engine does not answer')")
    context.close()


def test_a_satellite_its_track_and_its_sets(visit):
    page = visit("#view=satellite")
    assert page.text_content("#sentence") == "MALLIGYONG-1, 490 × 499 km, 97.3°, element set 0.0 d old."
    assert "along its track" in page.text_content("#number")
    assert (
        page.locator("#elementsets .sign.look").count() == 10
    )  # every set but the one in use is over three days from it
    assert page.locator("#elementsets tbody tr").count() == 11 and page.locator("#history svg").count() == 3
    assert page.locator("#history circle").count() == 33
    assert "assumed" in page.text_content("#reach")
    drawn = [item["id"] for item in scene(page)]
    assert {"swath:58400:possible:0", "swath:58400:sure:0", "footprint:58400", "satellite:58400"} <= set(drawn)
    assert copied(page) == "bongsu sat show 58400 --at 2026-07-10T07:13:00Z"
    here = page.text_content("#here")
    page.locator("#track tbody button").nth(5).click()
    expect(page.locator("#here")).not_to_have_text(here)
    page.locator("#elementsets tbody button").last.click()
    page.wait_for_selector("#sentence:has-text('496 × 499 km')")
    address_says(page, "from=2024-06-06T04%3A41%3A46Z")


def test_the_swath_is_the_engines(visit):
    """The strip on the map, worked out on a sphere, beside the engine's on the ellipsoid: its sides within 5 km."""
    page = visit("#view=satellite&from=2024-06-07T00:00:00Z")
    at = datetime(2024, 6, 7, tzinfo=UTC)
    sets = read_element_sets(TLE, origin="bundled").sets
    for name, angle in (("sure", 30.0), ("possible", 45.0)):
        ring = page.evaluate(
            "(name) => bongsu.scene().find((item) => item.id === `swath:58400:${name}:0`).geometry.coordinates[0]", name
        )
        begin, end = (np.datetime64((at + timedelta(minutes=m)).replace(tzinfo=None)) for m in (-5, 5))
        (region,) = find_swaths(
            select_element_set(sets, at), Reach(max_off_nadir_deg=angle), begin, end, bundled_orientation()
        )
        corners = unit(*region.boundary)
        shares = np.linspace(0.0, 1.0, 200)[:, None, None]
        edge = (corners[:-1] * (1.0 - shares) + corners[1:] * shares).reshape(-1, 3)
        edge /= np.linalg.norm(edge, axis=1)[:, None]
        places = unit([y for _, y in ring], [x for x, _ in ring])
        apart_km = 6371.0 * np.arccos(np.clip((places @ edge.T).max(axis=1), -1.0, 1.0))
        sides = np.delete(apart_km, [0, len(ring) // 2 - 1, len(ring) // 2, len(ring) - 2, len(ring) - 1])
        assert sides.max() < 5.0, (name, sides.max())
        assert apart_km.max() < 20.0, (name, apart_km.max())  # the corners, along the track: 2 s of flight


def test_keys_and_search_reach_the_new_views(visit):
    page = visit("#view=watch")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("3")
    page.wait_for_selector("#elementsets")
    page.keyboard.press("1")
    page.wait_for_selector("#events")
    page.fill("#find", "Pearl Harbor")
    page.press("#find", "Enter")
    until(page, "bongsu.state().sel === 'site:Pearl Harbor'")
    page.fill("#find", "58400")
    page.press("#find", "Enter")
    page.wait_for_selector("#elementsets")


@pytest.mark.parametrize("language", ["en", "ko", "ja"])
@pytest.mark.parametrize(
    ("fragment", "theme"), [("#view=watch", "dark"), ("#view=satellite", "light"), (SITES, "light")]
)
def test_a_telephone_shows_it_without_scrolling_sideways(visit, language, fragment, theme):
    page = visit(f"{fragment}&lang={language}&theme={theme}", width=390, height=844)
    page.click("#inputs > summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    settle(page)
    assert page.evaluate(WHOLE) and page.evaluate(SIGNED)
    cut = page.evaluate(
        "[...document.querySelectorAll('button, nav a, h1, h2, label, select')].filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 2 &&"
        " getComputedStyle(e).display !== 'inline').map(e => e.textContent)"
    )
    assert not cut


@pytest.mark.parametrize(
    "fragment",
    [
        "#view=watch",
        "#view=watch&theme=dark&lang=ko&sel=next-warning",
        SITES,
        SITES + "&theme=dark&lang=ja",
        "#view=satellite",
        "#view=satellite&theme=dark&sel=orbit:58400",
    ],
)
def test_axe_finds_nothing(visit, fragment):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    page = visit(fragment)
    page.click("#inputs > summary")
    settle(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
