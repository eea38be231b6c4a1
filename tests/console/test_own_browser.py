"""Own FIRs, routes and ports in the browser: dropped or chosen, drawn, listed, told of, taken away, refused in words."""

from __future__ import annotations

import json

import pytest
from looks import address_says, expect, settle, until
from test_launch import FIRST  # tests/console/test_launch.py
from test_own_layers import MINE, box, collection, feature

pytestmark = pytest.mark.browser

DROP = """([name, text]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([typeof text === 'string' ? text : new Uint8Array(text)], name));
  dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, cancelable: true}));
}"""
LAID = "bongsu.scene().filter((item) => item.role === 'own').map(({type, id, selected}) => [type, id, selected])"
SCRIPT = "<img src=x onerror=\"document.title='x'\">"


def test_a_dropped_map_is_drawn_listed_told_of_and_taken_away(visit):
    page = visit(f"#text={FIRST.replace(chr(10), '%0A')}")
    page.wait_for_selector("#told")
    assert page.evaluate(LAID) == []  # the shipped FIR is drawn when it is asked for
    page.evaluate(DROP, ["mine.geojson", MINE])
    until(page, f"{LAID}.length === 5")
    assert [(kind, name) for kind, name, _ in page.evaluate(LAID)] == [
        ("region", "fir:Incheon FIR (RKRR)"),
        ("region", "fir:Sample FIR (ZZZZ)"),
        ("way", "route:Coastal"),
        ("point", "port:Port Canaveral"),
        ("point", "port:own ship"),
    ]
    address_says(page, "show=firs%2Croutes%2Cports")
    expect(page.locator("#told")).to_contain_text("Sample FIR (ZZZZ)")
    expect(page.locator("#toldroutes")).to_contain_text("Coastal")
    expect(page.locator("#ownlayers")).to_contain_text("FIRs: 1 · routes: 1 · ports and positions: 2")
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: (text) => { globalThis.copied = text; }}})"
    )
    page.click("details[data-key='export:told'] > summary")
    page.click("details[data-key='export:told'] button:text-is('Copy the bongsu command')")
    until(page, "globalThis.copied === 'bongsu notice whom - --own mine.geojson'")
    # one selection: who must be told, the map, and the table beside it
    page.click("#told button:text-is('Sample FIR (ZZZZ)')")
    until(page, f"{LAID}.some(([, id, selected]) => selected && id === 'fir:Sample FIR (ZZZZ)')")
    page.click("#onmap > summary")
    row = page.locator("#onmap tr[aria-selected='true']")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Sample ACC; mine.geojson")
    page.click("#onmap button:text-is('Coastal')")
    until(page, f"{LAID}.some(([, id, selected]) => selected && id === 'route:Coastal')")
    expect(page.locator("#toldroutes tr[aria-selected='true']").first).to_contain_text("Coastal")
    # a layer is switched off, and Back brings it again
    page.click("details.layers > summary")
    page.uncheck("#layer-routes")
    until(page, f"!{LAID}.some(([type]) => type === 'way')")
    page.go_back()
    until(page, f"{LAID}.some(([type]) => type === 'way')")
    page.click("#ownlayers button[data-id='own:0']")
    until(page, f"{LAID}.map(([, id]) => id).join() === 'fir:Incheon FIR (RKRR)'")
    expect(page.locator("#told")).not_to_contain_text("Sample FIR")


def test_the_map_chooses_what_lies_over_it(visit):
    """A click near a route chooses it; inside nested FIRs the smaller; what is behind the globe is not named."""
    page = visit("#view=help&c=127.00,30.00,4.00&show=firs,routes")
    nested = [
        box(115, 20, 140, 40, name="outer"),
        box(124, 27, 130, 33, name="inner"),
        box(-60, 20, -40, 40, name="behind"),
    ]
    page.click("#ownlayers > summary")
    page.set_input_files(
        "#ownfile",
        [
            {"name": "n.geojson", "mimeType": "", "buffer": collection(*nested).encode()},
            {"name": "r.geojson", "mimeType": "", "buffer": collection(feature("LineString", [[118, 22], [138, 22]], name="way")).encode("utf-16")},
        ],
    )  # fmt: skip
    until(page, f"{LAID}.length === 5")
    spot = """async ([x, y]) => {
      const {geoOrthographic} = await import('/vendor/geo.js');
      const canvas = document.getElementById('map');
      const [w, h] = [canvas.clientWidth, canvas.clientHeight];
      const box = canvas.getBoundingClientRect();
      const at = geoOrthographic().scale((Math.min(w, h) / 2 - 14) * 4).translate([w / 2, h / 2]).rotate([-127, -30])([x, y]);
      return [at[0] + box.left, at[1] + box.top];
    }"""
    settle(page)
    for place, wanted in (((125, 28), "fir:inner"), ((121.5, 25), "fir:outer"), ((130.3, 22.02), "route:way")):
        page.mouse.click(*page.evaluate(spot, place))
        until(page, "(wanted) => bongsu.state().sel === wanted", wanted)
    written = page.evaluate(
        """async () => {
          const kind = CanvasRenderingContext2D.prototype, write = kind.fillText, words = [];
          kind.fillText = function (text, ...rest) { words.push(text); write.call(this, text, ...rest); };
          bongsu.set({sel: ''});
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
          kind.fillText = write;
          return words;
        }"""
    )
    assert {"inner", "outer"} <= set(written) and "behind" not in written


@pytest.mark.parametrize("projection", ["globe", "flat"])
def test_lines_drawn_by_hand_lie_where_d3_has_them(visit, projection):
    """Over 180 degrees, around a pole, at the map's own edge: each corner that is drawn is a corner as d3 projects it."""
    page = visit("#view=help")
    shapes = [
        box(170, -20, 190, 20, name="over 180"),
        feature("Polygon", [[*[[x, 72.0] for x in range(-180, 180, 15)], [-180, 72.0]]], name="around a pole"),
        feature("LineString", [[-170, 5], [160, 45]], name="way"),
    ]
    page.evaluate(DROP, ["s.geojson", collection(*shapes)])
    page.wait_for_selector("#ownlayers li", state="attached")
    worst, drawn, jumps = page.evaluate(
        """async ([flat, items]) => {
          const {geoEquirectangular, geoOrthographic} = await import('/vendor/geo.js');
          const {makePen, overlay, edges} = await import('/app/overlay.js');
          const [w, h, centre] = [800, 600, [175, 40]];
          const got = (await (await fetch('/api/layers', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({own: [{name: 's', text: items}]})})).json()).items;
          const p = (flat ? geoEquirectangular() : geoOrthographic()).scale(flat ? 200 : 9000).translate([w / 2, h / 2]).rotate(flat ? [-centre[0], 0] : [-centre[0], -centre[1]]);
          const pen = makePen({flat, centre, scale: p.scale(), middle: p.translate(), size: [1e9, 1e9]});
          let [worst, drawn, jumps] = [0, 0, 0];
          for (const item of overlay(got, '').filter((one) => one.type !== 'point')) {
            const corners = edges(item.geometry).flat().map((at) => p(at));
            let from = null;
            const to = (x, y, begins) => {
              drawn++;
              if (!begins && from) jumps = Math.max(jumps, Math.hypot(x - from[0], y - from[1]));
              from = [x, y];
              const turn = 2 * Math.PI * 200;
              worst = Math.max(worst, Math.min(...corners.map(([a, b]) => Math.min(...(flat ? [0, turn, -turn] : [0]).map((by) => Math.hypot(a - x + by, b - y))))));
            };
            pen.trace({moveTo: (x, y) => to(x, y, true), lineTo: (x, y) => to(x, y, false)}, item);
          }
          return [worst, drawn, jumps];
        }""",
        [projection == "flat", collection(*shapes)],
    )
    assert drawn > 60 and worst < 1e-6
    assert jumps < (10 if projection == "flat" else 400)  # no line across the map: pieces of a degree


def test_hostile_files_are_refused_in_words_and_the_rest_stands(visit):
    """Too large, wrong charset, broken, too many corners: refused; script in a name is text; a million corners are not read."""
    page = visit("#case=nuri-2021")
    for name, content, words in (
        ("huge.geojson", "x" * 4_000_001, "4.0 MB; up to 4 MB are read"),
        ("korean.geojson", list('{"type":"FeatureCollection","features":[],"name":"한국"}'.encode("euc-kr")), "is not UTF-8"),
        ("deep.geojson", '{"type":"FeatureCollection","features":' + "[" * 50_000, "nested or written too deep"),
        ("thorny.geojson", collection(feature("Polygon", [[[n * 1e-3, n % 2] for n in range(20_002)]])), "corners"),
    ):  # fmt: skip
        page.evaluate(DROP, [name, content])
        expect(page.locator("#ownlayers .state.error").filter(has_text=words)).to_have_count(1)
    page.evaluate(DROP, ["<b>n.geojson", collection(box(125, 33, 130, 38, name=SCRIPT, who=SCRIPT + "\u202eabc"))])
    until(page, f"{LAID}.some(([, id]) => id.includes('onerror'))")
    page.click("#onmap > summary")
    expect(page.locator("#onmap")).to_contain_text("onerror")
    assert page.locator("#panel img, #panel ul b > b").count() == 0 and page.title() != "x"
    assert "\u202e" not in page.text_content("#panel")
    assert page.locator("#ownlayers li").count() == 3  # two that could not be read were never taken


def test_many_ports_are_a_cloud_and_every_one_is_a_row(visit):
    page = visit("#view=help")
    ports = "name,latitude,longitude\n" + "".join(f"port {n},{n % 120 - 60},{n % 359 - 179}\n" for n in range(2000))
    page.set_input_files("#ownfile", {"name": "ports.csv", "mimeType": "text/csv", "buffer": ports.encode()})
    until(page, "bongsu.scene().some((item) => item.type === 'points' && item.positions.length === 2000)")
    page.fill("#find", "port 1999")
    page.press("#find", "Enter")
    until(page, "bongsu.scene().some((item) => item.id === 'port:port 1999' && item.selected)")
    page.click("#onmap > summary")
    expect(page.locator("#onmap tr[aria-selected='true']").first).to_contain_text("port 1999")


def test_on_sites_points_are_places_and_lines_are_a_layer(visit):
    page = visit("#view=sites&over=Seoul&from=2024-06-07T00:00Z&hours=12")
    page.evaluate(DROP, ["r.geojson", json.dumps(feature("LineString", [[124, 33], [128, 30]], name="way"))])
    until(page, f"{LAID}.some(([, id]) => id === 'route:way')")
    page.evaluate(DROP, ["p.geojson", json.dumps(feature("Point", [129.05, 35.1], name="Busan"))])
    until(page, "bongsu.scene().some((item) => item.name === 'Busan' && item.role === 'claim')")
    assert not page.evaluate(f"{LAID}.some(([, id]) => id === 'port:Busan')")
