"""The report's map paints what the golden scenes say; the console's is held against the same file (tests/console)."""

from __future__ import annotations

import io
import json
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pytest import approx

from bongsu.cases import MapArea, MapPoint, MapTrack
from bongsu.reports.labels import Obstacles
from bongsu.reports.map_marks import draw_content
from bongsu.reports.map_view import View
from bongsu.reports.projection import AzimuthalEquidistant, Frame
from bongsu.reports.raster import map_png
from bongsu.reports.svg import Drawing

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
SCENES = json.loads((GOLDEN / "map_scenes.json").read_text())
KM_PER_DEG = 6371.0088 * np.pi / 180
SIDE = SCENES["size"]["report"][0]


def view_of(golden: dict[str, Any]) -> View:
    longitude, latitude = golden["centre"]
    return View(
        projection=AzimuthalEquidistant(latitude_deg=latitude, longitude_deg=longitude),
        per_km=SIDE / 2 / golden["reach_km"],
        x=SIDE / 2,
        y=SIDE / 2,
        frame=Frame(left=0.0, top=0.0, right=float(SIDE), bottom=float(SIDE)),
        unit=SIDE / 1600,
    )


def drawn(view: View, **content: Any) -> tuple[np.ndarray, list[Any]]:
    """How far areas, tracks and points change each pixel, and the labels they ask for."""
    drawing = Drawing(SIDE, SIDE, title="", description="", prefix="golden")
    drawing.raw(f'<clipPath id="all"><rect width="{SIDE}" height="{SIDE}"/></clipPath>')
    what = SimpleNamespace(**{"areas": (), "tracks": (), "points": (), "regions": ()} | content)
    labels = draw_content(drawing, view, what, "all", Obstacles())
    pixels = np.asarray(Image.open(io.BytesIO(map_png(drawing.render(), width=SIDE))).convert("RGB"), dtype=int)
    return np.abs(pixels - 255).sum(axis=2), labels


def share(change: np.ndarray) -> float:
    """Share of the picture that is painted; a pixel at an edge counts by how much of it is."""
    return float(np.minimum(change / np.median(change[change > 0]), 1.0).mean()) if change.any() else 0.0


def at(view: View, place: list[float]) -> tuple[int, int]:
    x, y = view.at(place[1], place[0])
    return int(y), int(x)


CASES = [
    pytest.param(shape, golden, turned, id=f"{shape['name']}-{golden['centre']}-{'back' if turned else 'given'}")
    for shape in SCENES["shapes"]
    for golden in shape["views"]
    if golden["map"] == "report"
    for turned in (False, True)
]


def test_the_file_is_what_its_script_writes():
    """Figures come from definitions of the shapes (``map_scenes.py``), not from a map."""
    assert (GOLDEN / "map_scenes.json").read_text() == runpy.run_path(str(GOLDEN / "map_scenes.py"))["written"]()


@pytest.mark.parametrize(("shape", "golden", "turned"), CASES)
def test_shapes(shape, golden, turned):
    view = view_of(golden)
    rings = [ring[::-1] if turned else ring for ring in shape["rings"]]
    areas = [MapArea(label=str(i), ring=tuple((y, x) for x, y in ring)) for i, ring in enumerate(rings)]
    seen, labels = drawn(view, areas=areas)
    assert share(seen) == approx(golden["painted"], abs=0.5 * golden["edge"] + 0.001)  # the outline has a width
    assert all(seen[at(view, place)] for place in golden["inside"]), golden["inside"]
    assert not any(seen[at(view, place)] for place in golden["outside"])
    if golden["label"] is not None:
        assert bool(labels) == golden["label"]
    for label in labels:
        x, y = label.anchors[0]
        assert seen[min(int(y), SIDE - 1), min(int(x), SIDE - 1)], "the name points at a place outside its shape"


@pytest.mark.parametrize("shape", [s for s in SCENES["shapes"] if "circle" in s], ids=lambda shape: shape["name"])
def test_how_uncertain_a_place_is_is_drawn_round_it(shape):
    """The same circles, by their centre and radius; they are lines, and what they hold is not filled."""
    longitude, latitude, radius = shape["circle"]
    view = view_of(next(v for v in shape["views"] if v["map"] == "report"))
    point = MapPoint(
        label="", kind="fall", latitude_deg=latitude, longitude_deg=longitude, radius_km=radius * KM_PER_DEG
    )
    seen, _ = drawn(view, points=[point])
    ring = np.array([view.at(y, x) for x, y in shape["rings"][0]])
    around = [seen[int(y) - 2 : int(y) + 3, int(x) - 2 : int(x) + 3].any() for x, y in ring]
    assert np.mean(around) > 0.6  # the line has gaps
    far = np.argwhere(seen)[:, ::-1][:, None, :] - ring[None, :, :]
    apart = np.hypot(far[..., 0], far[..., 1]).min(axis=1)
    centre = np.hypot(*(np.argwhere(seen)[:, ::-1] - view.at(latitude, longitude)).T)
    assert np.minimum(apart, centre - 8).max() < 4  # nothing but the circle and the mark


@pytest.mark.parametrize("golden", [v for v in SCENES["points"]["views"] if v["map"] == "report"], ids=str)
def test_places(golden):
    view = view_of(golden)
    for name, (longitude, latitude) in SCENES["points"]["places"].items():
        point = MapPoint(label=name, kind="claim", latitude_deg=latitude, longitude_deg=longitude)
        seen, labels = drawn(view, points=[point])
        assert [label.lines[0] for label in labels] == ([name] if name in golden["seen"] else [])
        assert seen.any() == (name in golden["seen"])


@pytest.mark.parametrize("line", SCENES["lines"], ids=lambda line: line["name"])
def test_lines(line):
    golden = next(v for v in line["views"] if v["map"] == "report")
    view = view_of(golden)
    track = MapTrack(label="", kind="line", points=tuple((y, x) for x, y in line["line"]))
    seen, _ = drawn(view, tracks=[track])
    around = lambda place: seen[tuple(slice(max(n - 5, 0), n + 6) for n in at(view, place))]  # noqa: E731 - it has gaps
    assert all(around(place).any() for place in golden["on"]), golden["on"]
    assert not any(around(place).any() for place in golden["off"])
