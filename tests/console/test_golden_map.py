"""The console's map paints what the golden scenes say; the report's is held against the same file (tests/reports)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest import approx

from bongsu.earth import Region
from bongsu.errors import InputError

pytestmark = pytest.mark.browser

SCENES = json.loads((Path(__file__).resolve().parents[1] / "golden" / "map_scenes.json").read_text())

# Draws a scene on a canvas of its own, with and without what is asked about, and tells what became different.
STAGE = """async () => {
  const {makeGlobe} = await import('/app/globe.js');
  const {scene} = await import('/app/scene.js');
  document.documentElement.style.setProperty('--grid', getComputedStyle(document.documentElement).getPropertyValue('--sea'));
  globalThis.stage = ({map, centre, zoom, size, features, places, probes}) => {
    const [width, height] = size;
    const canvas = document.createElement('canvas');
    canvas.style.cssText = `position: fixed; top: 0; left: 0; width: ${width}px; height: ${height}px`;
    document.body.append(canvas);
    const globe = makeGlobe(canvas, {onPick() {}, onView() {}});
    globe.setFlat(map === 'flat');
    globe.setView({centre, zoom});
    const pixels = (list) => {
      globe.setScene(list);
      globe.redraw();
      return canvas.getContext('2d').getImageData(0, 0, width, height).data;
    };
    const written = [];
    const kind = CanvasRenderingContext2D.prototype;
    const write = kind.fillText;
    kind.fillText = function (words, x, y) { written.push([words, [x + this.measureText(words).width / 2, x - 14, x + this.measureText(words).width + 14], y]); write.call(this, words, x, y); };
    let list = scene({features, sites: places, tracks: [], time: null}, {sel: ''});
    pixels(list);
    kind.fillText = write;
    list = list.map((item) => ({...item, name: ''}));
    const [before, after] = [pixels([]), pixels(list)];
    const changes = new Uint16Array(width * height);
    for (let i = 0; i < changes.length; i++) for (const part of [0, 1, 2]) changes[i] += Math.abs(after[4 * i + part] - before[4 * i + part]);
    canvas.remove();
    const some = changes.filter(Boolean).sort();
    const full = some[some.length >> 1] || 1;
    const at = (x, y) => changes[Math.min(Math.floor(y), height - 1) * width + Math.min(Math.floor(x), width - 1)];
    const near = ([x, y]) => { for (let i = -3; i < 4; i++) for (let j = -3; j < 4; j++) if (at(x + i, y + j) > 12) return true; return false; };
    return {written: written.map(([words]) => words), share: changes.reduce((sum, value) => sum + Math.min(1, value / full), 0) / changes.length,
            named: written.map(([, spots, y]) => spots.some((x) => near([Math.max(3, x), y]))), at: probes.map(([x, y]) => at(x, y)), near: probes.map(near), any: some.length > 0};
  };
}"""


@pytest.fixture(scope="module")
def stage(browser, address, truth) -> Iterator[Any]:
    """Draws a scene in one page: ``stage(view, features=...)``."""
    context = browser.new_context(viewport={"width": 1000, "height": 700}, locale="en-US")
    page = context.new_page()
    page.goto(address + "#view=help")
    page.wait_for_selector("#sentence")
    page.evaluate(STAGE)

    def drawn(golden: dict[str, Any], **content: Any) -> dict[str, Any]:
        size = SCENES["size"][golden["map"]]
        probes = [list(truth["spot"](golden["map"], golden, *place)) for place in content.pop("probes", [])]
        asked = {"features": [], "places": [], "size": size, **golden, **content, "probes": probes}
        return page.evaluate("(asked) => stage(asked)", asked)

    yield drawn
    context.close()


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    import runpy  # noqa: PLC0415

    return runpy.run_path(str(Path(__file__).resolve().parents[1] / "golden" / "map_scenes.py"))


def area(geometry: dict[str, Any], name: str = "NAME") -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": {"layer": "area", "name": name}}


def closed(ring: list[list[float]]) -> list[list[float]]:
    return [*ring, ring[0]]


def raw(rings: list[list[list[float]]]) -> dict[str, Any]:
    """As typed: not cut at 180 degrees."""
    polygons = [[closed(ring)] for ring in rings]
    return {"type": "MultiPolygon", "coordinates": polygons}


def cut(rings: list[list[list[float]]]) -> dict[str, Any] | None:
    """As `exchange` writes it (RFC 7946), or None where a region cannot hold it."""
    try:
        return Region(polygons=tuple(tuple((y, x) for x, y in ring) for ring in rings)).to_geojson()
    except InputError:
        return None


FORMS = {
    "as given": raw,
    "the other way round": lambda rings: raw([ring[::-1] for ring in rings]),
    "cut at 180": cut,
}
CASES = [
    pytest.param(shape, golden, form, id=f"{shape['name']}-{golden['map']}-{golden['centre']}-{form}")
    for shape in SCENES["shapes"]
    for golden in shape["views"]
    if golden["map"] != "report"
    for form in FORMS
]
LARGE = {"belt wider than 180 degrees", "octant to the pole"}  # regions reach 9,000 km at most


@pytest.mark.parametrize(("shape", "golden", "form"), CASES)
def test_shapes(stage, shape, golden, form):
    geometry = FORMS[form](shape["rings"])
    if geometry is None:
        assert shape["name"] in LARGE
        return
    found = stage(golden, features=[area(geometry)], probes=golden["inside"] + golden["outside"])
    inside, outside = found["at"][: len(golden["inside"])], found["at"][len(golden["inside"]) :]
    assert found["share"] == approx(golden["painted"], abs=0.8 * golden["edge"] + 0.001)  # the outline has a width
    assert max(outside, default=0) <= 12
    assert not inside or (min(inside) > 12 and max(inside) - min(inside) <= 3), "seams are no edges"
    if golden["label"] is not None:
        assert bool(found["written"]) == golden["label"]
    assert all(found["named"]), "the name stands neither in its shape nor beside its middle"


@pytest.mark.parametrize("golden", [v for v in SCENES["points"]["views"] if v["map"] != "report"], ids=str)
def test_places_and_their_names(stage, golden):
    for name, (longitude, latitude) in SCENES["points"]["places"].items():
        found = stage(golden, places=[{"name": name, "longitude": longitude, "latitude": latitude}])
        assert found["written"] == ([name] if name in golden["seen"] else [])
        assert found["any"] == (name in golden["seen"])


@pytest.mark.parametrize(
    ("line", "golden"),
    [
        pytest.param(line, golden, id=f"{line['name']}-{golden['map']}")
        for line in SCENES["lines"]
        for golden in line["views"]
        if golden["map"] != "report"
    ],
)
def test_lines(stage, line, golden):
    properties = {"layer": "track", "name": "", "kind": "direct"}
    feature = {"geometry": {"type": "LineString", "coordinates": line["line"]}, "properties": properties}
    near = stage(golden, features=[feature], probes=golden["on"] + golden["off"])["near"]
    assert near == [True] * len(golden["on"]) + [False] * len(golden["off"])


@pytest.mark.parametrize("shape", [s for s in SCENES["shapes"] if s["middle"]], ids=lambda shape: shape["name"])
def test_the_middle_is_the_same_whichever_way_a_ring_runs(browser, address, shape, truth):
    page = browser.new_page()
    page.goto(address + "#view=help")
    geometries = [geometry for form in FORMS.values() if (geometry := form(shape["rings"]))]
    ask = "async (all) => { const {middle} = await import('/app/scene.js'); return all.map(middle); }"
    wanted = truth["vectors"](*shape["middle"])
    for found in page.evaluate(ask, geometries):
        assert truth["vectors"](*found) @ wanted > 0.99, (found, shape["middle"])  # 8 deg
    page.close()


def test_a_hole_is_left_out(stage):
    golden = {"map": "globe", "centre": [180, 20], "zoom": 1}
    outer, inner = (
        [[x, y] for x, y in ((180 - r, 20 - r), (180 + r - 360, 20 - r), (180 + r - 360, 20 + r), (180 - r, 20 + r))]
        for r in (20, 8)
    )
    for first in (outer, outer[::-1]):
        for second in (inner, inner[::-1]):
            geometry = {"type": "Polygon", "coordinates": [closed(first), closed(second)]}
            seen = stage(golden, features=[area(geometry)], probes=[[180, 22], [167, 22], [-167, 22]])["at"]
            assert [change > 12 for change in seen] == [False, True, True]
