"""What the answers to "who must be warned" and the outgoing drafts rest on, measured against data from outside.

Self-cancel times of NGA's messages of 2018 and 2023; every message with shapes and closed windows drafted again and read
back, as a warning in both ways of writing places and as a NOTAM; ports of the World Port Index against the coasts of the
200 NM bands; shipped limits of NAVAREAs and FIRs against other people's maps; and distances of random places from random
circles, which are known.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import numpy as np
import shapely

from bongsu.earth import ChartShape, geodesic_direct, region_from_circle
from bongsu.errors import InputError
from bongsu.notices import Notice, draft_notams, draft_warning, parse_notice
from bongsu.notices.coasts import COAST_ERROR_M, coasts_near
from bongsu.reference import flight_information_regions, navareas

from ._inputs import REFERENCE_DATA

TITLE = "Who is warned: self-cancel habit, drafts read back, coasts against ports, limits against other maps, distances"
EXPECTED_TIME = "about 30 s; a small share 6 s"
NGA = REFERENCE_DATA / "nga-broadcast-warnings"


def run(seed: int, share: str) -> dict[str, Any]:
    """All messages, or every tenth from a random one on; 2,000 distances, or 200."""
    rng = np.random.default_rng(seed)
    step = 10 if share == "small" else 1
    if not NGA.exists():
        return {"lines": ["the reference data is not beside the checkout: nothing measured"], "holds": True}
    notices = [
        notice for year, text in list(_texts())[rng.integers(step) :: step] for notice in parse_notice(text, year=year)
    ]
    parts = [
        _self_cancel(notices, 0.75 if step == 1 else 0.6),  # a tenth scatters by 5 %
        _drafts(notices),
        _ports(),
        _limits(),
        _distances(rng, 2000 // step),
    ]
    return {"lines": [line for lines, _ in parts for line in lines], "holds": all(holds for _, holds in parts)}


def _texts() -> Iterator[tuple[int, str]]:
    rows = gzip.decompress((NGA / "navwarn_2018_text_geometry.jsonl.gz").read_bytes()).decode().splitlines()
    for row in rows:
        text = html.unescape(re.sub(r"<br\s*/?>", "\n", json.loads(row)["features"][0]["text_html"]))
        yield 2018, re.sub(r"<[^>]+>", "", text)
    body = json.loads(gzip.decompress((NGA / "broadcast-warn_2023-04.json.gz").read_bytes()))
    for row in body if isinstance(body, list) else next(iter(body.values())):
        yield 2023, f"{row.get('issueDate', '')}\n{row['text']}"


def _self_cancel(notices: list[Notice], least: float) -> tuple[list[str], bool]:
    waits = [
        (each.expires - max(window.end for window in each.windows if window.end)).total_seconds() / 60.0
        for each in notices
        if re.search("HAZARDOUS OPERATIONS|GUNNERY|ROCKET|MISSILE|FIRING", each.raw)
        and each.expires
        and each.windows
        and all(window.end for window in each.windows)
    ]
    hours = sum(wait == 60.0 for wait in waits)
    said = f"self-cancel one hour after the last window: {hours} of {len(waits)} hazardous operations ({hours / len(waits):.0%})"
    return [said], hours / len(waits) > least


def _drafts(notices: list[Notice]) -> tuple[list[str], bool]:
    made: Counter[str] = Counter()
    why: Counter[str] = Counter()
    count = 0
    for each in notices:
        windows = [window for shape in each.shapes for window in shape.windows or each.windows]
        starts = [window.start for window in windows if window.start and window.end]
        if not windows or len(starts) < len(windows):
            continue
        count += 1
        at = min(starts) - timedelta(days=1)
        kind = each.kind if each.kind not in {"other", "undetermined"} else "hazardous operations"
        for name, seconds in (("minutes", False), ("seconds", True)):
            try:
                draft_warning([each], series="NAVAREA XI", number="1/18", at=at, kind=kind, seconds=seconds)
                made[name] += 1
            except InputError:
                continue
        try:
            draft_notams([each], fir="RKRR", number="A0001/18", at=at, kind=kind)
            made["notam"] += 1
        except InputError as error:
            why[re.sub(r"[\d,]+", "N", str(error)).partition(";")[0]] += 1
    lines = [
        f"messages with shapes and closed windows: {count}; drafted as a warning and read back the same:"
        f" {made['minutes']} in minutes, {made['seconds']} in seconds",
        f"drafted as NOTAMs and read back the same: {made['notam']}; refused: "
        + "; ".join(f"{number} {reason}" for reason, number in why.most_common()),
    ]
    return lines, made["minutes"] == made["seconds"] == count


def _ports() -> tuple[list[str], bool]:
    ports = json.loads((REFERENCE_DATA / "geo" / "wpi_ports_nw_pacific.json").read_text())
    distances = []
    for port in ports:
        place = ChartShape.from_points([(port["lat"], port["lon"])])
        near = [coast.distance_m(place) for _, coast in coasts_near(port["lat"], port["lon"], 50_000.0)]
        distances.append(min(near, default=99_000.0))
    within = float(np.mean(np.array(distances) <= COAST_ERROR_M))
    said = f"ports within {COAST_ERROR_M / 1e3:.0f} km of a drawn coast: {within:.0%} of {len(ports)}"
    return [f"{said}; median {np.median(distances) / 1e3:.1f} km (river ports lie farther)"], within >= 0.9


def _limits() -> tuple[list[str], bool]:
    ours = {each.id: ChartShape.from_rings([[ring] for ring in each.rings]).geometry for each in navareas()}
    seen = shapely.box(-180, -85, 180, 85)
    worst = 0.0
    rows = sqlite3.connect(f"file:{NGA / 'navigation_areas.gpkg'}?mode=ro", uri=True)
    for name, blob in rows.execute("select Name, geometry from navigation_areas"):
        extra = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
        theirs = shapely.make_valid(shapely.from_wkb(blob[8 + extra :])).intersection(seen)
        mine = ours[f"NAVAREA {name}"].intersection(seen)
        worst = max(worst, mine.symmetric_difference(theirs).area / theirs.area)
    text = gzip.decompress((REFERENCE_DATA / "geo" / "fir_boundaries_w_pacific.geojson.gz").read_bytes())
    maps = {each["properties"]["id"]: shapely.geometry.shape(each["geometry"]) for each in json.loads(text)["features"]}
    lines = [f"NAVAREA limits against the file they come from: {worst:.2%} of the area differs at most"]
    least = 1.0
    for region in flight_information_regions():
        mine = ChartShape.from_rings([[ring] for ring in region.rings]).geometry
        least = mine.intersection(maps[region.id]).area / mine.union(maps[region.id]).area
        lines.append(f"{region.id} against the flight simulators' map: {least:.1%} shared over either")
    return lines, worst < 2e-3 and least > 0.95


def _distances(rng: np.random.Generator, count: int) -> tuple[list[str], bool]:
    """Places at a known distance from the centre of a circle of 100 km, everywhere on Earth."""
    worst = 0.0
    for _ in range(count):
        latitude, longitude = np.degrees(np.arcsin(rng.uniform(-1, 1))), rng.uniform(-180, 180)
        distance = float(10 ** rng.uniform(5.3, 6.9))
        circle = ChartShape.from_region(region_from_circle(float(latitude), float(longitude), 100_000.0))
        place = geodesic_direct(float(latitude), float(longitude), rng.uniform(0, 360), distance)
        found = circle.distance_m(ChartShape.from_points([place]))
        worst = max(worst, abs(found - (distance - 100_000.0)))
    return [
        f"distances from {count:,} circles of 100 km to places 200 to 8,000 km away: off by {worst:.0f} m at most"
    ], worst < 100.0
