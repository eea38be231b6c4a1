"""The console in a real browser: what it draws, what it asks for, what a person can do. Run by ``.ci/run``.

Content, counts and requests are asserted; times and frame rates belong to ``benchmarks/console.py``.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from looks import address_says, expect, fragment_of, settle, until

pytestmark = pytest.mark.browser

PASSES = "#view=sites&by=horizon&over=Seoul;Kadena;36.95,-76.33&from=2024-06-07T00:00Z"
NOTICE = """NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 121606Z TO 121854Z NOV IN AREAS BOUND BY:
A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W, 28-40.00N 071-21.00W, 28-13.00N 069-58.00W.
2. CANCEL THIS MSG 181954Z NOV 22."""

OLD_SET = """1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
"""
WHOLE = "[...document.querySelectorAll('.whole')].every((e) => e.getClientRects().length < 2)"  # names do not break
# A table that is wider than its place scrolls there, can be reached by keyboard and says so; no other does.
SIGNED = """[...document.querySelectorAll('#panel .scroll')].every((e) => e.scrollWidth > e.clientWidth + 1
  ? e.tabIndex === 0 && e.previousElementSibling.classList.contains('more-columns') : !e.classList.contains('wide'))"""


def scene(page: Any) -> list[dict[str, Any]]:
    return page.evaluate(
        "bongsu.scene().map(({type, id, name, selected, soft, role, height_m}) => ({type, id, name, selected, soft, role, height_m}))"
    )


def test_the_bundled_case_is_on_screen_with_a_sentence_and_a_number(visit):
    page = visit()
    assert "sun-synchronous" in page.text_content("#sentence")
    assert "192.2" in page.text_content("#number") and "not straight" in page.text_content("#number")
    drawn = scene(page)
    assert [item["name"] for item in drawn if item["type"] == "area" and item["role"] == "area"] == ["A", "B", "C"]
    assert sum(item["type"] == "point" for item in drawn) >= 12
    assert page.locator("#claims tbody tr").count() == 9
    assert "BUNDLED CASE" in page.text_content("#bar")
    expect(page.locator("#age-elements")).to_have_text(re.compile(r"^Nearest elements \d+ d after it$"))
    assert page.locator("h1 .whole").all_inner_texts() == ["MALLIGYONG-1", "Chollima-1"]


def test_why_shows_the_finding_whole_and_back_closes_it(visit):
    page = visit()
    page.click("#number button")
    expect(page.locator("#why")).to_contain_text("Check it by hand")
    address_says(page, "sel=notice-orbit")
    page.go_back()
    page.wait_for_selector("#why", state="detached")


def test_a_row_sets_the_clock_and_the_map_and_the_map_sets_the_row(visit):
    page = visit()
    page.click('[data-id="claim:kadena"]')
    page.wait_for_selector("#why")
    until(page, "bongsu.time() === '2023-11-29 01:16:42'")
    until(
        page,
        "bongsu.scene().filter((item) => item.type === 'point' && item.selected).map((item) => item.name).join() === 'Kadena AB'",
    )
    expect(page.locator('#claims tr[aria-selected="true"]')).to_have_count(1)


def test_a_pasted_notice_shows_its_areas_and_the_words_that_gave_them(visit):
    page = visit()
    page.fill("#paste", NOTICE)
    page.fill("#pastesite", "28.6,-80.6")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#noticetext")
    expect(page.locator("#noticetext mark")).to_have_count(2)
    assert [item["name"] for item in scene(page) if item["role"] == "area"] == ["A", "B"]  # the fan comes later
    page.locator("#noticetext mark").nth(1).click()
    until(
        page,
        "bongsu.scene().filter((item) => item.type === 'area' && item.selected).map((item) => item.name).join() === 'B'",
    )
    assert page.input_value("#paste") == NOTICE


def test_text_from_strangers_stays_text(visit):
    page = visit()
    page.fill(
        "#paste",
        NOTICE.replace("ROCKET LAUNCHING", "<img src=x onerror=alert(1)><script>document.title='x'</script> ROCKET"),
    )
    page.click("form.paste button")
    expect(page.locator("#noticetext")).to_contain_text("onerror")
    assert page.locator("#panel img, #panel script").count() == 0


def test_a_text_that_is_nothing_says_so_and_is_kept(visit):
    page = visit()
    page.fill("#paste", "what is this?")
    page.click("form.paste button")
    expect(page.locator(".state.error")).to_contain_text("is no case, element set")
    assert page.input_value("#paste") == "what is this?"


def test_passes_as_bars_table_and_map(visit):
    page = visit(PASSES)
    rows = page.locator("#passes tbody tr").count()
    assert rows > 10
    assert page.locator(".bars rect.pass, .bars rect.dark").count() == rows
    page.locator("#passes tbody button").first.click()
    page.wait_for_selector("svg.sky")
    page.click("#why details.export > summary")
    with page.expect_download() as handed:
        page.click("#why details.export button:has-text('SVG')")
    drawn = Path(handed.value.path()).read_text()
    assert "Kadena AB, 58400" in drawn or "Seoul, 58400" in drawn  # a picture for others says of what it is
    for kind in ("night", "circle", "line", "point"):  # tracks come after the answer
        until(page, "(kind) => bongsu.scene().some((item) => item.type === kind)", kind)
    assert {"Seoul", "Kadena AB"} <= {item["name"] for item in scene(page)}


def test_the_address_is_the_state(visit):
    page = visit(PASSES + "&lang=ja&theme=dark&proj=flat&hours=24&c=100.00,20.00,2.00")
    state = page.evaluate("bongsu.state()")
    assert (state["view"], state["hours"], state["proj"], state["lang"]) == ("sites", "24", "flat", "ja")
    assert page.get_attribute("html", "lang") == "ja" and page.get_attribute("html", "data-theme") == "dark"
    again = visit(fragment_of(page))
    until(again, "(other) => JSON.stringify(bongsu.state()) === other", page.evaluate("JSON.stringify(bongsu.state())"))


def test_what_an_address_cannot_mean_is_dropped(visit):
    page = visit("#view=secret&t=9999-01-01T00:00Z&lang=xx&c=NaN,1,1&hours=-5&unknown=1&theme=%3Cb%3E")
    state = page.evaluate("bongsu.state()")
    assert (state["view"], state["t"], state["lang"], state["hours"]) == ("launch", "", "", "72")
    assert "NaN" not in state["c"]


def test_keys_do_what_the_help_says(visit):
    page = visit(PASSES)
    page.evaluate("document.activeElement.blur()")
    before = page.evaluate("bongsu.time()")
    page.keyboard.press("Shift+ArrowRight")
    after = page.evaluate("bongsu.time()")
    assert datetime.fromisoformat(after) - datetime.fromisoformat(before) == datetime(1, 1, 1, 0, 10) - datetime(
        1, 1, 1
    )
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    page.keyboard.press("5")
    page.wait_for_selector("text=Bundled tables")
    page.keyboard.press("g")
    assert page.evaluate("document.activeElement.id") == "map"
    centre = page.evaluate("bongsu.state().c")
    page.keyboard.press("ArrowRight")
    until(page, "(centre) => bongsu.state().c !== centre", centre)


def test_the_clock_plays_and_stops(visit):
    page = visit()
    page.click('footer button[aria-label="Play"]')
    until(page, "bongsu.time() > '2023-11-21 13:42:28'")
    page.click('footer button[aria-label="Pause"]')
    settle(page)
    moved = page.evaluate("bongsu.time()")
    page.wait_for_timeout(300)
    assert page.evaluate("bongsu.time()") == moved


def test_the_clock_stops_at_the_end_and_begins_again(visit):
    page = visit()
    page.select_option("footer select", "21600")
    page.locator("footer input[type=range]").fill("1000")
    end = page.evaluate("bongsu.time()")
    page.click('footer button[aria-label="Play"]')  # from the start
    until(page, "(end) => bongsu.time() < end", end)
    page.locator("footer input[type=range]").fill("980")  # the rest of the way is enough
    page.wait_for_selector('footer button[aria-label="Play"]')  # it came to the end by itself
    until(page, "(end) => bongsu.time() === end", end)


def test_search_finds_a_finding_and_a_case(visit):
    page = visit()
    page.fill("#find", "Norfolk")
    page.press("#find", "Enter")
    page.wait_for_selector("#why")
    address_says(page, "sel=claim%3Anorfolk")
    page.fill("#find", "nuri-2021")
    page.press("#find", "Enter")
    page.wait_for_selector("h1:has-text('NURI')")
    address_says(page, "case=nuri-2021")


def test_exports_are_files(visit):
    page = visit(PASSES)
    page.click("details.export summary")
    with page.expect_download() as download:
        page.click("details.export button:has-text('CSV')")
    lines = download.value.path().read_text().splitlines()
    assert lines[0].startswith("norad_id,site,rise") and len(lines) > 10


def test_a_menu_stays_open_while_answers_come_in(visit):
    page = visit()
    page.click("details.export summary")
    page.click('footer button[aria-label="Play"]')
    page.click('[data-id="claim:guam"]')  # draws the panel anew
    page.wait_for_selector("#why")
    expect(page.locator("details.export[open]")).to_have_count(1)


@pytest.mark.parametrize("language", ["en", "ko", "ja"])
@pytest.mark.parametrize(
    ("fragment", "theme"), [("", "light"), (PASSES, "dark"), ("#view=help", "light"), ("#view=data", "dark")]
)
def test_a_telephone_shows_it_without_scrolling_sideways(visit, language, fragment, theme):
    joint = "&" if fragment else "#"
    page = visit(f"{fragment}{joint}lang={language}&theme={theme}", width=390, height=844)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    assert page.evaluate(WHOLE) and page.evaluate(SIGNED)
    cut = page.evaluate(
        "[...document.querySelectorAll('button, nav a, h1, h2, label')].filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 2 &&"
        " getComputedStyle(e).display !== 'inline').map(e => e.textContent)"
    )
    assert not cut


@pytest.mark.parametrize(
    "fragment", ["", PASSES, "#view=data&theme=dark", "#view=help&lang=ko", "#sel=claim:kadena&theme=dark"]
)
def test_axe_finds_nothing(visit, fragment):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    page = visit(fragment)
    settle(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_only_a_seam_is_no_edge(visit):
    """The 180th meridian is an edge of a shape that ends there, and none of one that was cut there."""
    page = visit()
    found = page.evaluate(
        """async () => {
          const {outline} = await import('/app/scene.js');
          const east = [[170, 10], [180, 10], [180, 20], [170, 20], [170, 10]];
          const west = [[-180, 10], [-170, 10], [-170, 20], [-180, 20], [-180, 10]];
          const edges = (geometry) => outline(geometry).coordinates.reduce((sum, line) => sum + line.length - 1, 0);
          return [edges({type: 'Polygon', coordinates: [east]}), edges({type: 'MultiPolygon', coordinates: [[east], [west]]})];
        }"""
    )
    assert found == [4, 6]


def test_many_points_fall_where_d3_puts_them(visit):
    """The quick projection of a cloud against d3's own, by the pixels it colours."""
    page = visit("#c=100.00,35.00,1.00")
    apart = page.evaluate(
        """async () => {
          const {makeGlobe} = await import('/app/globe.js');
          const {geoOrthographic} = await import('/vendor/geo.js');
          const canvas = document.createElement('canvas');
          canvas.style.width = canvas.style.height = '400px';
          document.body.append(canvas);
          const globe = makeGlobe(canvas, {onPick() {}, onView() {}});
          globe.setView({centre: [100, 35], zoom: 1});
          globe.setScene([{type: 'points', id: 'c', role: 'area', positions: [[130, 60], [-80, -35], [60, 10]]}]);
          globe.redraw();
          const d3 = geoOrthographic().scale(186).translate([200, 200]).rotate([-100, -35]);
          const seen = (at) => {
            const [x, y] = d3(at);
            const [r, g, b] = canvas.getContext('2d').getImageData(Math.round(x) - 1, Math.round(y) - 1, 2, 2).data;
            return r > g + 60 && r > b + 60;
          };
          const result = [seen([130, 60]), seen([60, 10]), seen([-80, -35])];
          canvas.remove();
          return result;
        }"""
    )
    assert apart == [True, True, False]


def test_offline_is_said(visit, browser, address):
    context = browser.new_context(viewport={"width": 1000, "height": 700}, locale="en-US")
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#sentence")
    page.route("**/api/**", lambda route: route.abort())
    page.select_option("#cases", "nuri-2021")
    expect(page.locator(".state.error")).to_contain_text("The engine does not answer")
    context.close()


# --- the Launch view whole -----------------------------------------------------------------------------------------

SLOW_MS = 180_000  # parts that are worked out, on a machine that has other work


def test_the_map_begins_where_the_areas_are(visit):
    page = visit()
    until(page, "bongsu.state().c !== ''")
    longitude, latitude, _ = map(float, page.evaluate("bongsu.state().c").split(","))
    assert 110 < longitude < 140 and 10 < latitude < 45


def test_the_notice_shows_kind_event_orbits_and_parties(visit):
    page = visit()
    page.fill("#paste", NOTICE)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#told", timeout=SLOW_MS)
    assert page.locator("#implied tbody tr").count() >= 4
    expect(page.locator("#told")).to_contain_text("NAVAREA IV")
    expect(page.locator("#events tbody tr")).to_have_count(1)
    until(page, "['fan', 'fan:middle'].every((id) => bongsu.scene().some((item) => item.id === id))")
    page.locator("details[data-key^='kind:'] summary").click()
    page.locator("details[data-key^='kind:'] button").first.click()
    until(page, "(text) => getSelection().toString() && text.includes(getSelection().toString())", NOTICE)


def test_the_flight_sets_the_clock_and_the_vehicle_flies(visit):
    page = visit("#case=nuri-2021")
    page.wait_for_selector("#plots", timeout=SLOW_MS)
    assert page.locator("#plots svg.plot path.line").count() == 3
    page.click('[data-id="event:stage 2 separation"]')
    until(page, "bongsu.scene().some((item) => item.id === 'vehicle')")
    expect(page.locator("#mapsays")).to_have_text(re.compile(r"^T\+"))
    here = next(item for item in scene(page) if item["id"] == "vehicle")
    assert 100_000 < here["height_m"] < 400_000


def test_a_failure_case_has_regions_with_times_and_an_address(visit):
    page = visit("#case=nuri-2021")
    page.wait_for_selector("#failkind", timeout=SLOW_MS)
    page.select_option("#failkind", "no-ignition")
    page.select_option("#failstage", "3")
    page.evaluate("bongsu.set({hide: 'grid'})")  # draws the panel anew, as an answer that comes in does
    settle(page)
    assert page.evaluate("[failkind.value, failstage.value]") == ["no-ignition", "3"]
    page.click("#failform button")
    page.wait_for_selector("#falls", timeout=SLOW_MS)
    address_says(page, "fail=no-ignition%2C3%2C0%2C0")
    page.locator("#falls tbody button").first.click()
    page.wait_for_selector("#fallcard")
    expect(page.locator("#falls thead")).to_contain_text("UTC")
    until(page, "bongsu.scene().some((item) => item.id.startsWith('fall:') && item.selected)")


def test_whether_a_launch_was_attempted_is_told_by_words_and_bars(visit, console):
    """Shares and what each feature adds: the same figures in words, in the bars' lengths, and of the engine."""
    from bongsu.assessment import share_words  # noqa: PLC0415
    from bongsu.earth import Estimate  # noqa: PLC0415

    answer = console.post("/api/assess", json={"case": "malligyong-1"}).json()["answer"]
    finding = next(item for item in answer["items"] if item["id"] == "attempt:flight-3")
    page = visit("#lang=en")
    page.wait_for_selector("#told", timeout=SLOW_MS)  # the launch that the case is about is known by then
    expect(page.locator(".row:has(#part-attempt) + p")).to_contain_text("flight-3")
    for place, shares in enumerate(finding["details"]["posterior"].values()):
        row = page.locator("#hypotheses tbody tr").nth(place)
        words = share_words(Estimate(**shares["equal_prior"], level=0.9, unit=""))
        assert row.locator("td").first.inner_text().replace("–", " to ").replace("< ", "<").replace("> ", ">") == words
        width, room = (float(row.locator(f"rect.{part}").get_attribute("width")) for part in ("part", "ground"))
        assert width / room == pytest.approx(max(shares["equal_prior"]["value"], 0.8 / 96), abs=1e-6)
    told = {item["feature"]: item["log10_factor"]["value"] for item in finding["details"]["contributions"]}
    rows = page.locator("#evidence tbody tr").all()
    assert [row.locator("th").inner_text() for row in rows] == sorted(told, key=lambda name: -abs(told[name]))
    for row in rows:
        value = told[row.locator("th").inner_text()]
        side = "neither" if abs(value) < 0.1 else "for" if value > 0 else "against"
        assert row.locator("td").last.inner_text().strip() == side
        assert row.locator(f"rect.{side}").count() == 1
    assert page.locator("#hypotheses svg:not([aria-hidden]), #evidence svg:not([aria-hidden])").count() == 0
    expect(page.locator("#legal")).to_contain_text("does not depend on the answer to that")
    page.click("#legal button")
    expect(page.locator("#why")).to_contain_text("What do Security Council resolutions say")


def test_search_finds_a_past_notice_and_a_launch(visit):
    page = visit()
    page.fill("#find", "kp-2012-12-extension")
    until(page, "document.getElementById('find').value")
    page.press("#find", "Enter")
    expect(page.locator("dialog[open]")).to_contain_text("bongsu notice show kp-2012-12-extension")
    page.keyboard.press("Escape")
    page.fill("#find", "Malligyong-1 (first)")
    page.press("#find", "Enter")
    until(page, "location.hash.includes('launch=flight-1')")


def test_back_brings_a_long_text_again(visit):
    page = visit()
    long = NOTICE + "\n" + "X" * 1600
    page.fill("#paste", long)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#noticetext")
    page.fill("#paste", NOTICE)
    page.keyboard.press("Control+Enter")
    until(page, "!document.getElementById('noticetext')?.textContent.includes('XXXX')")
    page.go_back()
    until(page, "document.getElementById('paste').value.includes('XXXX')")


def test_a_page_by_itself_works_from_a_disk_without_network(browser, tmp_path):
    from bongsu.cases import ask_pasted  # noqa: PLC0415
    from bongsu.console import static_page  # noqa: PLC0415

    at = datetime(2022, 11, 10, tzinfo=UTC)
    file = tmp_path / "page.html"
    file.write_text(static_page(ask_pasted(NOTICE, at=at)[1], called="pasted", text=NOTICE, at=at), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US", offline=True)
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(file.as_uri())
    page.wait_for_selector("#told", timeout=SLOW_MS)
    assert [item["name"] for item in scene(page) if item["type"] == "area" and item["role"] == "area"] == ["A", "B"]
    page.locator("#noticetext mark").nth(1).click()
    until(page, "bongsu.scene().some((item) => item.type === 'area' && item.selected)")
    page.fill("#paste", "58400 35.10,129.10 2023-11-25T10:01:10+09:00")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".state.error")).to_contain_text("cannot read another text")
    assert all(url.startswith(("file:", "blob:")) for url in asked)
    assert not faults
    context.close()


@pytest.mark.parametrize("fragment", ["#case=nuri-2021", "#case=nuri-2021&lang=ja&theme=dark", "notice"])
def test_axe_finds_nothing_in_the_whole_launch_view(visit, fragment):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    page = visit("" if fragment == "notice" else fragment)
    if fragment == "notice":
        page.fill("#paste", NOTICE)
        page.keyboard.press("Control+Enter")
    page.wait_for_selector("#told" if fragment == "notice" else "#plots", timeout=SLOW_MS)
    settle(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_pasted_notice_says_what_when_and_whom_first(visit):
    """The duty officer's questions: answered before the kind of flight is, with local time, and read out."""
    page = visit("", timezone_id="Asia/Tokyo")
    page.click("form.paste button")
    expect(page.locator("#paste")).to_have_js_property("validationMessage", "Paste a text first.")
    page.fill("#paste", NOTICE)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#sentence")).to_contain_text("NAVAREA")
    assert page.text_content("#sentence").count("2 areas") == 1
    brief = page.locator("#brief")
    expect(brief).to_contain_text("Tell of")  # comes a moment later
    for words in ("over since", "UTC", "UTC+09:00"):
        expect(brief).to_contain_text(words)
    expect(page.locator("#said")).to_contain_text("NAVAREA")
    expect(page.locator("#paste")).to_have_attribute("rows", "2")  # the answer has the room
    expect(page.locator("footer small")).to_contain_text("UTC+09:00")
    first, second = NOTICE.index("A. "), NOTICE.index("B. ")
    page.fill("#paste", NOTICE[:first] + NOTICE[second : NOTICE.index("28-13.00N")])  # no pad in an area; cut off
    page.keyboard.press("Control+Enter")
    page.click("button:has-text('Give the launch site')")
    expect(page.locator("#pastesite")).to_be_focused()
    expect(page.locator("#panel details[open] li").first).to_contain_text("stops in the middle")
    page.fill("#pastesite", "28.6,-80.6")
    page.keyboard.press("Enter")
    page.wait_for_selector("table#implied")
    page.go_back()  # Back undoes the launch site, too
    expect(page.locator("#pastesite")).to_have_value("")
    page.wait_for_selector("button:has-text('Give the launch site')")


def test_how_long_until_a_window_opens_goes_on(visit):
    """A page left open through the night must not go on saying what was true in the evening."""
    page = visit()
    page.clock.install(time=datetime(2022, 11, 12, 15, 0, tzinfo=UTC))
    page.fill("#paste", NOTICE)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#brief")).to_contain_text("opens in 1 h 6 min")
    page.clock.run_for("01:10:00")
    expect(page.locator("#brief")).to_contain_text("open now, for 2 h 4")


def test_a_dropped_file_is_told_by_what_is_in_it(visit):
    """A notice on Sites is answered where notices are; the element sets in use stay as they were."""
    page = visit("#view=sites&over=Seoul")
    drop = """(files) => {
      const transfer = new DataTransfer();
      for (const [name, text] of files) transfer.items.add(new File([text], name));
      dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, cancelable: true}));
    }"""
    page.evaluate(drop, [["a notice.txt", NOTICE], ["another.txt", NOTICE]])
    expect(page.locator("#mapsays, #said").first).to_contain_text("a notice.txt")
    expect(page.locator("#noticetext")).to_contain_text("NAVAREA")
    page.go_back()
    expect(page.locator("#sentence")).to_contain_text("passes in the next 72 h")
    page.click("#views a:has-text('Satellite')")
    expect(page.locator("#bar")).to_contain_text("DEMO DATA")
    page.evaluate(drop, [["old.tle", OLD_SET]])
    expect(page.locator("#bar")).to_contain_text("YOUR ELEMENT SETS (old.tle)")  # not those that came with Bongsu
    expect(page.locator("#bar")).not_to_contain_text("DEMO")
