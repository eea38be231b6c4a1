"""The list of what a person expects of such a page (what the good ones do), one test each where none is elsewhere.

Elsewhere: search, Why?, rows and map, paste, exports, keys, play, address, telephone (test_browser); passes, sky plot, footprint,
swath (test_browser, and the views' own files); languages, themes, widths and states (test_looks); tables (test_spoken).
"""

from __future__ import annotations

import re

import pytest
from looks import ASKED, address_says, expect, fragment_of, settle, until

pytestmark = pytest.mark.browser

PASSES = "#view=sites" + ASKED["sites"]


def names(page, kind):
    return [
        item["name"]
        for item in page.evaluate("bongsu.scene().map(({type, name}) => ({type, name}))")
        if item["type"] == kind
    ]


def test_a_click_on_the_map_opens_what_was_clicked(visit):
    page = visit("#c=127.00,37.50,14.00")
    settle(page)  # the map is drawn a frame after the panel, and only what is drawn can be clicked
    spot = page.evaluate(
        """async () => {
          const {geoOrthographic} = await import('/vendor/geo.js');
          const canvas = document.getElementById('map');
          const [w, h] = [canvas.clientWidth, canvas.clientHeight];
          const item = bongsu.scene().find((entry) => entry.type === 'point' && entry.name === 'Seoul');
          const box = canvas.getBoundingClientRect();
          const [x, y] = geoOrthographic().scale((Math.min(w, h) / 2 - 14) * 14).translate([w / 2, h / 2]).rotate([-127, -37.5])(item.geometry.coordinates);
          return [x + box.left, y + box.top];
        }"""
    )
    page.mouse.click(*spot)
    page.wait_for_selector("#why")
    address_says(page, "sel=claim%3Aseoul")


def test_dragging_turns_the_map_and_the_wheel_zooms(visit):
    page = visit("#c=127.00,37.50,2.00")
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y, steps=3)
    page.mouse.up()
    page.mouse.wheel(0, -300)
    until(page, "bongsu.state().c !== '127.00,37.50,2.00' && +bongsu.state().c.split(',')[2] > 2.1")
    longitude, latitude, zoom = (float(part) for part in page.evaluate("bongsu.state().c").split(","))
    assert longitude < 125 and latitude == pytest.approx(37.5, abs=0.2) and zoom > 2.1
    assert "sel=" not in page.evaluate("location.hash")  # a drag is no click


def test_the_timeline_is_scrubbed_and_clicked(visit):
    page = visit(PASSES)
    slider = page.locator("footer input[type=range]")
    slider.fill("0")
    start = page.evaluate("bongsu.time()")
    slider.fill("500")
    middle = page.evaluate("bongsu.time()")
    assert start.startswith("2024-06-07 00:00") and middle > start
    before = list(names(page, "point"))
    page.locator("footer svg").click(position={"x": 5, "y": 20})
    until(page, "(middle) => bongsu.time() < middle", middle)
    assert before
    until(page, "location.hash.includes('t=2024-06-07')")


def test_speed_and_now(visit):
    page = visit()
    assert page.locator("footer select option").count() == 6
    page.click("footer button:text-is('Now')")
    until(page, "Math.abs(Date.now() - new Date(`${bongsu.time()}Z`)) < 600000")


def test_day_and_night_follow_the_clock(visit):
    page = visit()
    night = "bongsu.scene().find((item) => item.type === 'night').geometry.coordinates[0][0]"
    before = page.evaluate(night)
    page.locator("footer input[type=range]").fill("100")
    until(page, f"(before) => JSON.stringify({night}) !== JSON.stringify(before)", before)


@pytest.mark.parametrize(
    "moment",
    [
        "1905-03-21T04:00",
        "1957-10-04T19:28",
        "2000-01-01T12:00",
        "2023-11-21T13:42",
        "2050-06-21T00:00",
        "2099-12-22T06:00",
    ],
)
def test_where_the_sun_stands(visit, moment):
    """The page's short formula against the engine's (Meeus, chapter 25): within 0.02 deg, as it says."""
    import numpy as np  # noqa: PLC0415

    from bongsu.earth import bundled_orientation, sidereal_time_rad, sun_position_m  # noqa: PLC0415

    page = visit("#view=help")
    longitude, latitude = page.evaluate(
        "async (m) => (await import('/app/scene.js')).subsolar(new Date(`${m}Z`))", moment
    )
    time = np.array([moment], dtype="datetime64[us]")
    x, y, z = sun_position_m(time)[0]
    there = np.degrees(np.arctan2(y, x) - sidereal_time_rad(time, bundled_orientation())[0])
    assert latitude == pytest.approx(np.degrees(np.arctan2(z, np.hypot(x, y))), abs=0.02)
    assert (longitude - there + 180) % 360 - 180 == pytest.approx(0, abs=0.02)


def test_layers_are_switched_and_kept_in_the_address(visit):
    page = visit(PASSES)
    until(page, "bongsu.scene().some((item) => item.type === 'circle')")
    page.click("details.layers summary")
    for layer, kind in (("footprints", "circle"), ("tracks", "line"), ("night", "night")):
        page.uncheck(f"#layer-{layer}")
        until(page, "(kind) => !bongsu.scene().some((item) => item.type === kind)", kind)
        expect(page.locator("details.layers[open]")).to_have_count(1)
    address_says(page, "hide=tracks%2Cfootprints%2Cnight")
    page.go_back()
    until(page, "bongsu.scene().some((item) => item.type === 'night')")
    page.wait_for_selector("#layer-night:checked")  # the menu is drawn with the next frame


def test_the_theme_goes_light_dark_and_back_to_the_systems(visit):
    page = visit("", color_scheme="dark")
    assert page.get_attribute("html", "data-theme") == "dark"  # the system's
    seen = []
    for _ in range(3):
        page.click("#theme")
        seen.append(tuple(page.evaluate("[document.documentElement.dataset.theme, bongsu.state().theme]")))
    assert seen == [("light", "light"), ("dark", "dark"), ("dark", "")]
    page.emulate_media(color_scheme="light")
    page.wait_for_selector('html[data-theme="light"]')


def test_print_is_dark_on_light_and_leaves_the_controls_out(visit):
    page = visit("#theme=dark")
    page.emulate_media(media="print")
    page.wait_for_selector('html[data-theme="light"]')
    assert page.is_visible("#map") and page.is_visible("#sentence") and page.is_visible("#claims")
    for control in ("#views", "#search", "#mapbuttons", "footer", ".paste", "details.export"):
        assert not page.is_visible(control), control
    assert page.is_visible('[data-id="claim:kadena"]')  # a row's own name, though it is a button
    printed = page.evaluate("getComputedStyle(document.getElementById('mapside'), '::after').content")
    assert printed == '"2023-11-21 13:42:28 UTC"'  # the moment of the map
    assert page.pdf()[:5] == b"%PDF-"
    page.emulate_media(media="screen")
    page.wait_for_selector('html[data-theme="dark"]')


def test_a_link_carries_what_is_chosen_and_shown(visit):
    page = visit()
    page.click('[data-id="claim:kadena"]')
    page.wait_for_selector("#why")
    again = visit(fragment_of(page))
    again.wait_for_selector("#why")
    until(again, "(time) => bongsu.time() === time", page.evaluate("bongsu.time()"))
    expect(again.locator("#why")).to_have_text(page.text_content("#why"))


def test_utc_is_named_and_local_time_stands_beside_it(visit):
    page = visit()
    expect(page.locator("footer .time")).to_have_text(re.compile(r"UTC.*UTC\+09:00"))


def test_every_choice_is_undone_by_back(visit):
    page = visit()
    page.click('[data-id="claim:guam"]')
    page.click("#flat")
    page.keyboard.press("Escape")
    page.select_option("#lang", "ko")
    page.wait_for_selector("html[lang=ko]")
    for _ in range(8):
        if not page.evaluate("location.hash.replace(/[#&]?(t|c)=[^&]*/g, '')"):
            break
        page.go_back()
    page.wait_for_selector("html[lang=en]")
    state = page.evaluate("bongsu.state()")
    assert (state["sel"], state["proj"], state["lang"]) == ("", "globe", "")


def test_the_page_works_where_webgl_is_off_and_nothing_inline_may_run(visit, browser, address, console):
    """Every test here runs so; this one says that it is so."""
    page = visit()
    assert page.evaluate("document.createElement('canvas').getContext('webgl') === null")
    assert page.evaluate("document.createElement('canvas').getContext('webgl2') === null")
    policy = console.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    until(
        page,
        "(() => { const c = document.getElementById('map'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; return new Set(Array.from({length: 4000}, (_, i) => d.slice(i * 400, i * 400 + 3).join())).size > 4; })()",
    )
    context = browser.new_context()  # of its own: what is refused is told in the console
    bare = context.new_page()
    bare.goto(address + "#view=help")
    later = "new Promise((done) => setTimeout(() => { try { new Function('return 1')(); done('ran'); } catch (error) { done(error.name); } }))"
    assert bare.evaluate(later) == "EvalError"
    context.close()


def test_what_is_pressed_or_composed_is_not_drawn_anew(visit):
    page = visit(PASSES)
    settle(page)
    # Each answer and each change of the state draws the panel anew; a row marked here is gone once that has happened.
    mark = "document.querySelector('#passes tbody tr').dataset.old = 'yes'"
    old = "!!document.querySelector('#passes tbody tr[data-old]')"
    frames = (
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
    )
    page.locator("#passes tbody button").first.hover()
    page.mouse.down()
    page.evaluate(mark)  # from here on nothing is drawn anew, whatever still comes in
    page.evaluate("bongsu.set({hide: 'night'})")
    page.evaluate(frames)
    assert page.evaluate(old), "drawn anew under the pointer"
    page.mouse.up()
    page.wait_for_selector("svg.sky")  # so the click was not lost
    until(page, f"!({old})")
    for begin, end in (("compositionstart", "compositionend"), ("keydown", "keyup")):
        event = (
            "new KeyboardEvent(name, {key: ' ', bubbles: true})"
            if begin == "keydown"
            else "new CompositionEvent(name, {bubbles: true})"
        )
        fire = f"(name) => document.getElementById('panel').dispatchEvent({event})"
        page.evaluate(fire, begin)
        page.evaluate(mark)
        page.evaluate("bongsu.set({hide: bongsu.state().hide ? '' : 'night'})")
        page.evaluate(frames)
        assert page.evaluate(old), begin
        page.evaluate(fire, end)
        until(page, f"!({old})")
