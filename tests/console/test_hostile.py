"""What strangers may send: it stays text, is bounded on the page, and the page goes on. Structure is asserted, not times."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from looks import expect, settle, until

pytestmark = pytest.mark.browser

SCRIPT = "<img src=x onerror=\"document.title='x'\"><script>document.title='x'</script>"
TURNED = "\u202egnp.exe\u2066 \u200b\x00\x07\x1b[31m\ufeff"  # right-to-left override, isolates, control characters
UNWANTED = "[...document.querySelectorAll('body *')].flatMap((e) => [...e.childNodes]).filter((n) => n.nodeType === 3 && /[\\u202a-\\u202e\\u2066-\\u2069\\u200b\\u0000-\\u0008\\u001b\\ufeff]/.test(n.data) && n.parentElement.tagName !== 'TEXTAREA').length"
ELEMENTS = "document.querySelectorAll('#panel *, footer *').length"
NAMES = {
    "title",
    "question",
    "label",
    "name",
    "statement",
    "brief",
    "remark",
    "publisher",
    "words",
    "what",
    "where",
}  # shown


def answered(console: Any) -> dict[str, Any]:
    return console.post("/api/assess", json={"case": "malligyong-1"}).json()


def dressed(value: Any, key: str = "") -> Any:
    """An answer whose every shown word carries markup and marks that turn the writing direction."""
    if isinstance(value, dict):
        return {name: dressed(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [dressed(item, key) for item in value]
    return f"{value}{SCRIPT}{TURNED}" if isinstance(value, str) and key in NAMES else value


def serve(page: Any, path: str, body: Any) -> None:
    """Give an answer of our own from now on; a stream where the page asks for one."""
    text = json.dumps(body)
    stream = path.endswith("/stream")
    page.route(
        f"**{path}",
        lambda route: route.fulfill(
            content_type="text/event-stream" if stream else "application/json",
            body=f"event: answer\ndata: {text}\n\n" if stream else text,
        ),
    )


def show(visit: Any, body: Any) -> Any:
    page = visit("#view=help")
    serve(page, "/api/assess/stream", body)
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#view=launch'")
    page.wait_for_selector("#panel #number, #panel .state.error")
    return page


def test_markup_and_turned_text_in_every_name(visit, console):
    body = dressed(answered(console))
    for source in body["sources"]:
        source["address"] = "javascript:document.title='x'"
    page = show(visit, body)
    page.click("#number button")
    page.wait_for_selector("#why")
    assert page.locator("#panel img, #panel script, main script, footer script").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.title() != "x"
    assert page.evaluate(UNWANTED) == 0
    expect(page.locator("#panel")).to_contain_text("onerror")  # shown as the text that it is
    until(page, "bongsu.scene().some((item) => (item.name ?? '').includes('onerror'))")


def test_ten_thousand_findings(visit, console):
    body = answered(console)
    claim = next(item for item in body["answer"]["items"] if item["topic"] == "claim")
    other = next(item for item in body["answer"]["items"] if item["topic"] != "claim")
    body["answer"]["items"] += [
        {**copy.deepcopy(model), "id": f"made:{n}", "label": f"finding {n}"}
        for n in range(5000)
        for model in (claim, other)
    ]
    page = show(visit, body)
    assert 600 <= page.locator("#claims tbody tr, #findings tbody tr").count() <= 602
    assert "4,7" in page.text_content("#panel")  # "and 4,7.. more"
    assert page.evaluate(ELEMENTS) < 20_000
    page.evaluate("location.hash = '#sel=made:4999'")  # one that the first rows do not hold
    page.wait_for_selector("#why")
    page.wait_for_selector('#panel tr[aria-selected="true"]')


def test_five_thousand_areas_of_one_notice(visit, console):
    """Three hundred rows and what is chosen; each row knows its own shape on the map, also where labels are alike."""
    text = (
        "NAVAREA XI 123/24\nROCKET LAUNCHING 010000Z TO 020000Z JUN 24\nIN AREAS BOUNDED BY\n"
        "A. 36-00N 123-00E, 36-30N 123-00E, 36-30N 124-00E\nB. 34-00N 123-00E, 34-30N 123-00E, 34-30N 124-00E"
    )
    body = console.post("/api/assess", json={"text": text}).json()
    area, feature = body["notices"][0]["areas"][0], body["scene"]["features"][0]
    body["notices"][0]["areas"] = [{**area, "label": ""} for _ in range(5000)]
    body["scene"]["features"] = [{**feature, "id": f"made {n}"} for n in range(5000)]
    page = show(visit, body)
    assert page.locator("#panel table.shapes tbody tr").count() == 300
    assert "4,700" in page.text_content("#panel")
    keys = page.locator("#panel table.shapes button").evaluate_all("list => list.map((e) => e.dataset.id)")
    assert keys == [f"made {n}" for n in range(300)]
    page.evaluate("location.hash = '#view=launch&sel=made 4321'")
    page.wait_for_selector('#panel table.shapes tr[aria-selected="true"] [data-id="made 4321"]')
    assert page.locator("#panel table.shapes tbody tr").count() == 301
    assert page.evaluate(ELEMENTS) < 20_000


def test_a_million_corners(visit, console):
    """They are thinned once, the drawable says so, and what is drawn afterwards is the same shape."""
    page = visit("#view=help")
    found = page.evaluate(
        """async () => {
          const {scene} = await import('/app/scene.js');
          const {makeGlobe} = await import('/app/globe.js');
          const ring = Array.from({length: 1000000}, (_, i) => [20 * Math.cos(i / 159155), 20 * Math.sin(i / 159155)]);
          ring.push(ring[0]);
          const data = {features: [{geometry: {type: 'Polygon', coordinates: [ring]}, properties: {layer: 'area', name: 'x'}}]};
          const [one, two] = [scene(data, {sel: ''}), scene(data, {sel: ''})];
          const canvas = document.createElement('canvas');
          canvas.style.cssText = 'position: fixed; width: 400px; height: 400px';
          document.body.append(canvas);
          const globe = makeGlobe(canvas, {onPick() {}, onView() {}});
          globe.setView({centre: [0, 0], zoom: 1});
          globe.setScene(one);
          globe.redraw();
          canvas.remove();
          return {corners: one[0].geometry.coordinates[0].length, thinning: one[0].thinning, remark: one[0].remark,
                  again: one[0].geometry === two[0].geometry, reach: Math.max(...one[0].geometry.coordinates[0].map(([x]) => x))};
        }"""
    )
    assert found["corners"] <= 4001
    assert found["thinning"]["corners"] == 1_000_001
    assert 0 < found["thinning"]["within_deg"] < 0.1
    assert found["remark"] == ""
    assert found["again"]
    assert abs(found["reach"] - 20) < 0.1


def test_a_hundred_thousand_corners_in_an_answer(visit, console):
    body = answered(console)
    ring = [[130 + 8 * ((n * 7919) % 100_000) / 100_000, 30 + 8 * n / 100_000] for n in range(100_000)]
    shape = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    body["scene"]["features"][0] |= {"geometry": shape}
    page = show(visit, body)
    assert page.evaluate("bongsu.scene().find((item) => item.type === 'area').geometry.coordinates[0].length") <= 4001
    page.keyboard.press("2")
    page.wait_for_selector("#panel")


@pytest.mark.parametrize("year", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_the_first_and_the_last_year(visit, console, year):
    body = answered(console)
    body["timeline"] = [{"label": "far", "kind": "launch", "start": year, "end": None}]
    page = show(visit, body)
    assert page.evaluate("bongsu.time()")[:4] in (year[:4], "0001", "9999")
    assert "night" not in [
        item["type"] for item in page.evaluate("bongsu.scene()")
    ]  # the Sun's formula does not reach it
    for key in ("Shift+ArrowLeft", "Shift+ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    page.click('footer button[aria-label="Play"]')
    expect(page.locator("footer .time")).to_contain_text("UTC")
    assert page.locator("footer svg text").count() < 60


@pytest.mark.parametrize(
    "fragment",
    [
        "#" + "view=launch&" * 3 + "sel=" + "x" * 100_000,
        "#%E0%A4%A&%%%=%&view=%00",
        "#t=-0001-01-01T00:00Z&c=1e999,1,1&hours=1e9",
        "#c=-,1,1&hide=" + "night," * 40,
        "#sel=%E2%80%AE%3Cscript%3E&__proto__=1&constructor=2",
        "#&&&===&view",
    ],
    ids=["huge", "malformed", "numbers", "signs", "turned", "empty"],
)
def test_addresses_that_mean_nothing(visit, fragment):
    page = visit(fragment)
    state = page.evaluate("bongsu.state()")
    assert state["view"] in ("launch", "watch")
    assert len(state["sel"]) <= 200
    assert page.locator("#sentence").count() == 1
    assert page.evaluate("bongsu.scene().length") > 0


def test_a_file_of_another_charset(visit):
    """Bytes that are no UTF-8: answered or refused in words, and the page goes on."""
    page = visit()
    for payload in (
        "NAVAREA XI 24-1 발사".encode("euc-kr"),
        b"\xff\xfe\x00\xd8" * 50,
        b"\x00" * 3000,
        "海上".encode("utf-16"),
    ):
        with page.expect_request("**/api/assess/stream"):  # the file is read first; then it is asked
            page.evaluate(
                """(bytes) => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([new Uint8Array(bytes)], '\\u202e<b>.txt', {type: 'text/plain'}));
                  dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, cancelable: true}));
                }""",
                list(payload),
            )
        settle(page)
        page.wait_for_selector("#panel progress", state="detached")
        page.wait_for_selector("#panel .state.error, #panel #sentence")
    assert page.locator("#panel b").evaluate_all("list => list.filter((e) => e.textContent === '.txt').length") == 0
    assert page.evaluate(UNWANTED) == 0
