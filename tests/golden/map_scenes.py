"""Shapes that maps get wrong, what each should paint, and the file that both map codes are held against.

``map_scenes.json`` beside this is read by ``tests/reports/test_golden_scenes.py`` (the report's SVG map) and by
``tests/console/test_golden_map.py`` (the console's canvas, in a browser). Its figures come from neither: a pixel is painted
when the place under it, by the projection's inverse, lies inside the shape by its definition below (a cap, half spaces
whose edges are great circles, a belt between parallels, or several of them).

Usage: python tests/golden/map_scenes.py        writes the file anew; a test holds that it is what this writes
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_name("map_scenes.json")
EARTH_KM = 6371.0088  # mean radius R1 of GRS 80 (Moritz 2000), as in both map codes
SIZE = {"globe": (400, 400), "flat": (800, 400), "report": (400, 400)}  # of the pictures, in pixels
MARGIN = 14  # the console's globe leaves so many pixels around it
NINE_NM_DEG = 9 * 1.852 / EARTH_KM * 180 / np.pi  # the usual radius round a launch pad, 16.668 km

Vectors = NDArray[np.float64]


def vectors(longitude: Any, latitude: Any) -> Vectors:
    """Unit vectors of places in degrees, shape (..., 3)."""
    x, y = np.radians(np.asarray(longitude, dtype=float)), np.radians(np.asarray(latitude, dtype=float))
    return np.stack([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)], axis=-1)


def inside(truth: dict[str, Any], longitude: Any, latitude: Any) -> NDArray[np.bool_]:
    """Whether places lie in a shape, by its definition; NaN lies in none."""
    place = vectors(longitude, latitude)
    if "any" in truth:
        return np.logical_or.reduce([inside(part, longitude, latitude) for part in truth["any"]])
    with np.errstate(invalid="ignore"):
        if "cap" in truth:
            x, y, radius = truth["cap"]
            return np.asarray(place @ vectors(x, y) >= np.cos(np.radians(radius)))
        if "belt" in truth:
            west, east, south, north = truth["belt"]
            turn = (np.asarray(longitude) - west) % 360.0
            return (turn <= (east - west)) & (np.asarray(latitude) >= south) & (np.asarray(latitude) <= north)
        corner = vectors(*np.array(truth["corners"], dtype=float).T)  # convex, counter-clockwise seen from above
        edges = np.cross(corner, np.roll(corner, -1, axis=0))
        return np.asarray((place @ edges.T >= 0.0).all(axis=-1))


def places(kind: str, view: dict[str, Any]) -> tuple[Vectors, Vectors]:
    """Longitude and latitude under every pixel's middle, shape (height, width); NaN off the Earth."""
    width, height = SIZE[kind]
    x, y = np.meshgrid(np.arange(width) + 0.5 - width / 2, height / 2 - np.arange(height) - 0.5)
    lon0, lat0 = view["centre"]
    if kind == "flat":
        scale = max(width / (2 * np.pi), height / np.pi) * view["zoom"]
        lon, lat = np.degrees(x / scale) + lon0, np.degrees(y / scale) + lat0
        off = (np.abs(lat) > 90) | (np.abs(np.degrees(x / scale)) > 180)
        return np.where(off, np.nan, (lon + 180) % 360 - 180), np.where(off, np.nan, lat)
    if kind == "globe":
        rho = np.hypot(x, y) / ((min(width, height) / 2 - MARGIN) * view["zoom"])
        with np.errstate(invalid="ignore"):
            angle = np.arcsin(rho)  # Snyder 1987, chapter 20
    else:
        rho = np.hypot(x, y) * view["reach_km"] / (width / 2) / EARTH_KM
        angle = np.where(rho <= np.pi, rho, np.nan)  # Snyder 1987, chapter 25
    turn, up = np.arctan2(x, y), np.radians(lat0)
    with np.errstate(invalid="ignore"):
        sine = np.sin(up) * np.cos(angle) + np.cos(up) * np.sin(angle) * np.cos(turn)
        lat = np.arcsin(np.clip(sine, -1, 1))
        lon = np.radians(lon0) + np.arctan2(
            np.sin(turn) * np.sin(angle) * np.cos(up), np.cos(angle) - np.sin(up) * sine
        )
    return (np.degrees(lon) + 180) % 360 - 180, np.degrees(lat)


def painted(truth: dict[str, Any], kind: str, view: dict[str, Any]) -> tuple[float, float]:
    """Shares of the picture's pixels: within the shape, and at its edge (another pixel beside them is of the other kind)."""
    found = inside(truth, *places(kind, view))
    apart = np.zeros_like(found)
    for axis in (0, 1):
        step = np.diff(found, axis=axis)
        pad = np.zeros((1, found.shape[1]) if axis == 0 else (found.shape[0], 1), dtype=bool)
        apart |= np.concatenate([step, pad], axis=axis) | np.concatenate([pad, step], axis=axis)
    return round(float(found.mean()), 5), round(float(apart.mean()), 5)


def sees(kind: str, view: dict[str, Any], longitude: float, latitude: float) -> bool:
    """Whether a place is in the picture: on the near side, and not beyond an edge."""
    x, y = spot(kind, view, longitude, latitude)
    width, height = SIZE[kind]
    near = kind != "globe" or vectors(longitude, latitude) @ vectors(*view["centre"]) > 0
    return bool(near and 0 <= x <= width and 0 <= y <= height)


def spot(kind: str, view: dict[str, Any], longitude: float, latitude: float) -> tuple[float, float]:
    """Pixel of a place; of the globe also of one behind it."""
    width, height = SIZE[kind]
    lon0, lat0 = view["centre"]
    turn, up, up0 = np.radians((longitude - lon0 + 180) % 360 - 180), np.radians(latitude), np.radians(lat0)
    if kind == "flat":
        scale = max(width / (2 * np.pi), height / np.pi) * view["zoom"]
        return float(width / 2 + scale * turn), float(height / 2 - scale * (up - up0))
    across = np.cos(up) * np.sin(turn)
    along = np.cos(up0) * np.sin(up) - np.sin(up0) * np.cos(up) * np.cos(turn)
    if kind == "globe":
        scale = (min(width, height) / 2 - MARGIN) * view["zoom"]
    else:
        chord = np.hypot(across, along)
        angle = np.arctan2(chord, np.sin(up0) * np.sin(up) + np.cos(up0) * np.cos(up) * np.cos(turn))
        across, along = (
            (across / chord, along / chord) if chord > 1e-12 else (0.0, 1.0)
        )  # the antipode is the whole rim
        scale = EARTH_KM * angle * (width / 2) / view["reach_km"]
    return float(width / 2 + scale * across), float(height / 2 - scale * along)


def parallel(west: float, east: float, latitude: float, step: float) -> list[list[float]]:
    """Corners along a parallel."""
    count = round(abs(east - west) / step)
    return [[(west + (east - west) * i / count + 180) % 360 - 180, latitude] for i in range(count + 1)]


def cap_ring(longitude: float, latitude: float, radius: float, corners: int = 180) -> list[list[float]]:
    """A circle's corners, counter-clockwise."""
    middle, arc = vectors(longitude, latitude), np.radians(radius)
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)[:, None]
    east = vectors(longitude + 90, 0)
    ring = np.cos(arc) * middle + np.sin(arc) * (np.cos(turn) * east + np.sin(turn) * np.cross(middle, east))
    lon, lat = np.degrees(np.arctan2(ring[:, 1], ring[:, 0])), np.degrees(np.arctan2(ring[:, 2], np.hypot(*ring.T[:2])))
    return [[round(float(x), 7), round(float(y), 7)] for x, y in zip(lon, lat, strict=True)]


def views(*centres: tuple[float, float], zoom: float = 1.0) -> list[dict[str, Any]]:
    """A globe, a flat map and a report about each centre."""
    found: list[dict[str, Any]] = []
    for centre in centres:
        reach = EARTH_KM * (np.pi if zoom == 1.0 else 186**-1 * 200 / zoom)
        found.append({"map": "globe", "centre": list(centre), "zoom": zoom})
        found.append({"map": "flat", "centre": list(centre), "zoom": zoom})
        found.append({"map": "report", "centre": list(centre), "reach_km": round(float(reach), 3)})
    return found


OCTANTS = [[[x, 0], [x + 90, 0], [x, 90]] for x in (-180, -90, 0, 90)] + [
    [[x + 90, 0], [x, 0], [x, -90]] for x in (0, 90)
]


def octant(ring: list[list[float]]) -> dict[str, Any]:
    """An octant's definition: its pole belongs to no longitude, so it stands for one between."""
    return {"corners": ring}


# name, rings (each [longitude, latitude], open), its definition, where its middle is, views, probes inside and outside
SHAPES: list[dict[str, Any]] = [
    {"name": "box across the 180th meridian", "rings": [[[170, 30], [-170, 30], [-170, 50], [170, 50]]],
     "truth": {"corners": [[170, 30], [-170, 30], [-170, 50], [170, 50]]}, "middle": [180, 40.5],
     "views": views((180, 30), (127, 35), (0, 0)),
     "inside": [[175, 41], [-175, 41], [180, 41], [180, 33], [180, 48]], "outside": [[165, 41], [-165, 41], [0, 41], [180, 25], [-5, -40]]},
    {"name": "box with its edge on the 180th meridian", "rings": [[[150, 10], [180, 10], [180, 30], [150, 30]]],
     "truth": {"corners": [[150, 10], [180, 10], [180, 30], [150, 30]]}, "middle": [165, 20],
     "views": views((165, 20)), "inside": [[165, 22], [155, 15], [178, 25]], "outside": [[-178, 20], [145, 20]]},
    {"name": "ring round the North Pole", "rings": [parallel(-180, 160, 60, 20)],
     "truth": {"corners": parallel(-180, 160, 60, 20)}, "middle": [0, 90],
     "views": views((0, 89), (30, 20), (-100, -50)),
     "inside": [[0, 89], [180, 75], [-180, 75], [95, 75], [-95, 65]], "outside": [[0, 55], [175, 55], [-95, 50], [45, -80]]},
    {"name": "triangle round the North Pole", "rings": [[[0, 55], [120, 55], [-120, 55]]],
     "truth": {"corners": [[0, 55], [120, 55], [-120, 55]]}, "middle": [0, 90],
     "views": views((60, 60), (0, 0)), "inside": [[60, 73], [180, 73], [-61, 73], [0, 58]], "outside": [[60, 66], [175, 66], [0, 50]]},
    {"name": "ring round the South Pole", "rings": [parallel(-180, 170, -70, 10)[::-1]],
     "truth": {"corners": parallel(-180, 170, -70, 10)[::-1]}, "middle": [0, -90],
     "views": views((0, -60), (120, 10)), "inside": [[0, -89], [180, -75], [-175, -80], [65, -78]], "outside": [[0, -65], [175, -65], [-95, 50]]},
    {"name": "belt wider than 180 degrees", "rings": [[*parallel(-150, 150, -10, 2), *parallel(150, -150, 10, 2)]],
     "truth": {"belt": [-150, 150, -10, 10]}, "middle": [0, 0],
     "views": views((0, 0), (180, 0), (90, 30)), "inside": [[5, 5], [-5, -5], [95, 5], [-145, 3], [145, -3]], "outside": [[180, 3], [155, 3], [-155, 3], [5, 15], [95, -15]]},
    {"name": "edges that are great circles", "rings": [[[20, 20], [110, 20], [110, 50], [20, 50]]],
     "truth": {"corners": [[20, 20], [110, 20], [110, 50], [20, 50]]}, "middle": [65, 43],
     "views": views((65, 40), (65, 0)), "inside": [[65, 57], [65, 45], [65, 30], [25, 35]], "outside": [[65, 62], [65, 24], [15, 35]]},
    {"name": "octant to the pole", "rings": [[[0, 0], [90, 0], [0, 90]]], "truth": {"corners": [[0, 0], [90, 0], [0, 90]]},
     "middle": [45, 35.26], "views": views((45, 35), (-45, 10)), "inside": [[45, 45], [25, 75], [65, 75], [80, 8]], "outside": [[-5, 45], [95, 45], [45, -5]]},
    {"name": "ring of which the other side is the larger", "rings": [parallel(-180, 175, -20, 5)],
     "truth": {"cap": [0, -90, 70]}, "middle": [0, -90],
     "views": views((0, -40), (0, 40)), "inside": [[5, -25], [175, -45], [95, -85]], "outside": [[5, -15], [175, 5], [95, 85]]},
    {"name": "six octants: more than a hemisphere", "rings": OCTANTS, "truth": {"any": [octant(ring) for ring in OCTANTS]},
     "middle": None, "views": views((45, 10), (-90, -45)),
     "inside": [[45, 45], [-45, 45], [135, 45], [-135, 45], [45, -45], [135, -45]], "outside": [[-45, -45], [-135, -45], [-20, -70]]},
    {"name": "circle across the 180th meridian", "rings": [cap_ring(180, 0, 18)], "circle": [180, 0, 18],
     "truth": {"cap": [180, 0, 18]}, "middle": [180, 0], "views": views((180, 10), (90, 0), (0, 0)),
     "inside": [[175, 5], [-175, 5], [180, 15], [165, 5]], "outside": [[155, 5], [-155, 5], [180, 25], [5, 5]]},
    {"name": "9 nautical miles round the pole", "rings": [cap_ring(0, 90, NINE_NM_DEG)], "circle": [0, 90, NINE_NM_DEG],
     "truth": {"cap": [0, 90, NINE_NM_DEG]}, "middle": [0, 90], "views": [view for view in views((0, 89.9), zoom=60.0) if view["map"] != "flat"],
     "inside": [[0, 89.99], [120, 89.9], [-120, 89.9]], "outside": [[0, 89.8], [120, 89.8], [-120, 89.8]]},
    {"name": "9 nautical miles that hold the pole", "rings": [cap_ring(100, -89.95, NINE_NM_DEG)], "circle": [100, -89.95, NINE_NM_DEG],
     "truth": {"cap": [100, -89.95, NINE_NM_DEG]}, "middle": [100, -89.95], "views": [view for view in views((100, -89.9), zoom=60.0) if view["map"] != "flat"],
     "inside": [[100, -89.85], [-80, -89.95], [10, -89.95], [100, -89.99]], "outside": [[100, -89.75], [-80, -89.85]]},
]  # fmt: skip

# Places with names: drawn and named only where they are seen.
POINTS: dict[str, Any] = {
    "views": [*views((127, 37.5), (-75, -37.5), (0, 89)), {"map": "report", "centre": [127, 37.5], "reach_km": 3000.0}],
    "places": {"near": [129, 36], "limb, this side": [127, -51], "limb, far side": [127, -58], "antipode": [-53, -37.5],
               "across 180": [-175, 40], "pole": [0, 90], "other pole": [10, -90], "Atlantic": [-30, 10]},
}  # fmt: skip

# Lines, by their corners: great circles between them.
LINES: list[dict[str, Any]] = [
    {"name": "over the pole", "line": [[10, 60], [10, 75], [-170, 75], [-170, 60]], "views": views((10, 80)),
     "on": [[10, 66], [10, 83], [-170, 83], [-170, 66]], "off": [[100, 75], [-80, 75], [10, 50]]},
    {"name": "across the 180th meridian", "line": [[160, 12], [-160, 12]], "views": views((180, 5)),
     "on": [[165, 12.405], [180, 12.745], [-165, 12.405]], "off": [[180, 5], [180, 20], [5, 12], [-150, 12]]},
    {"name": "behind the globe", "line": [[-60, -36], [-46, -36]], "views": views((127, 37.5)),
     "on": [[-53, -36.21]], "off": [[127, 37.5], [127, 36.21]]},
]  # fmt: skip


def expected() -> dict[str, Any]:
    """The file's content."""
    shapes = []
    for shape in SHAPES:
        seen = []
        for view in shape["views"]:
            kind = view["map"]
            share, edge = painted(shape["truth"], kind, view)
            # Named where its middle is seen, not where nothing of it is; between the two either will do.
            middle = shape["middle"]
            clear = middle is not None and sees(kind, view, *middle) and not _at_limb(kind, view, middle)
            label = True if clear else False if share == 0.0 else None
            probes = {
                group: [place for place in shape[group] if sees(kind, view, *place) and not _at_limb(kind, view, place)]
                for group in ("inside", "outside")
            }
            seen.append({**view, "painted": share, "edge": edge, "label": label, **probes})
        shapes.append(
            {key: shape[key] for key in ("name", "rings", "circle", "middle") if key in shape} | {"views": seen}
        )
    points = [
        {**view, "seen": [name for name, place in POINTS["places"].items() if sees(view["map"], view, *place)]}
        for view in POINTS["views"]
    ]
    lines = [
        {
            "name": line["name"],
            "line": line["line"],
            "views": [
                {**view, **{group: [p for p in line[group] if sees(view["map"], view, *p)] for group in ("on", "off")}}
                for view in line["views"]
            ],
        }
        for line in LINES
    ]
    return {
        "made_by": "tests/golden/map_scenes.py",
        "size": SIZE,
        "shapes": shapes,
        "points": {"places": POINTS["places"], "views": points},
        "lines": lines,
    }


def _at_limb(kind: str, view: dict[str, Any], place: list[float]) -> bool:
    """Too near the globe's edge, or the picture's, to be told from it."""
    x, y = spot(kind, view, *place)
    width, height = SIZE[kind]
    cosine = float(vectors(*place) @ vectors(*view["centre"]))
    return (
        min(x, y, width - x, height - y) < 6
        or (kind == "globe" and cosine < 0.12)
        or (kind == "report" and cosine < -0.97)
    )


def written() -> str:
    """The file's text: one line for each shape, line and view of points."""

    def lines(value: Any, depth: int) -> str:
        compact = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
        if depth == 0 or not isinstance(value, dict | list):
            return compact
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        inner = [
            (f"{json.dumps(key)}: " if isinstance(value, dict) else "") + lines(item, depth - 1) for key, item in pairs
        ]
        left, right = "{}" if isinstance(value, dict) else "[]"
        return left + "\n" + ",\n".join(inner) + "\n" + right

    return lines(expected(), 2) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
    print(f"{FILE.name}: {FILE.stat().st_size} bytes")
