"""Lines and areas of NGA's warnings of 2018, read from their texts and compared with the geometry NGA published.

1,915 messages (``navwarn_2018_text_geometry.jsonl.gz``, see its SOURCE.md) with 1,352 LineStrings in 1,347 features:
those that are cut at 180 degrees are joined. Each version of a message's text is read once; each of its features must
have one shape of ours, and each shape of ours one feature. How a feature is compared:

- ring: every stated corner within 20 m of a drawn one and the other way round (NGA rounds to 1e-6 deg);
- circle (a polyline of 32 places): its centre, where the polyline is widest, within 20 m; its radius within 0.5 %
  (NGA draws it on a sphere, on the Mercator chart);
- sector: its centre within 20 m, the arc's ends within 0.5 % of the radius and 0.5 deg of the bearings;
- band (a polyline of 39 to 41 places around a line): no place of the polyline farther than 2 % of the half width from
  the line that we read moved out by its half width; the line itself is not in NGA's file;
- line: the same places in the same order, or the other way round. Where NGA closes a line that the text leaves open,
  the places count and the shape is listed.
"""

from __future__ import annotations

import gzip
import html
import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from bongsu.earth import geodesic_inverse
from bongsu.notices import NotifiedArea, NotifiedLine, parse_notice

from ._inputs import REFERENCE_DATA

TITLE = "Lines and areas of 1,915 NGA warnings of 2018 against NGA's own geometry: at least 99.5 % found, none invented"
EXPECTED_TIME = "about 10 s; a small share 1 s"
DATA = "nga-broadcast-warnings/navwarn_2018_text_geometry.jsonl.gz"
LEAST_FOUND = 0.995
VERTEX_M = 20.0
RADIUS_PART = 0.005
BAND_PART = 0.02
BEARING_DEG = 0.5
UNEXPLAINED = "not explained"
CIRCLE_PLACES = 32  # different places of NGA's circles; bands have 39 to 41

# Each disagreement with its reason, as found by reading the text. All are slips in NGA's drawing.
_TRIANGLE = (
    "theirs: a voyage's two ports and its last known position closed to a triangle; ours is the track through them"
)
_CORNER = 'theirs: corner "33-25N 119 30W" (no hyphen) left out of the drawing; ours reads it and says so'
_MERGED = 'theirs: entries "B." and "c." drawn as one line, for want of a capital; ours are two'
EXPLAINED = {
    "HYDROLANT 1893/18": _TRIANGLE,
    "HYDROLANT 2870/18": _TRIANGLE,
    "HYDROPAC 2088/18": _TRIANGLE,
    "HYDROLANT 2381/18": 'theirs: "WITHIN 1000 METERS" drawn with a radius of 100 m',
    "NAVAREA IV 468/18": _MERGED,
    "NAVAREA XII 337/18": _CORNER,
    "HYDROPAC 1048/18": 'theirs: "IN AREA WITHIN 0.15 MILES OF" drawn as a point',
}

Place = tuple[float, float]  # latitude, longitude [deg]


@dataclass(frozen=True)
class Drawn:
    """One feature of NGA's: its LineStrings joined, as (latitude, longitude)."""

    name: str
    places: tuple[Place, ...]
    closed: bool
    cut: bool  # at 180 deg: a place at 180 may be one of the cut


def text_of(text_html: str) -> str:
    """A message's text without marks of the page, and without NGA's lines about it."""
    plain = html.unescape(re.sub(r"</?[bB]>", "", text_html.replace("<br>", "")))
    return plain.split("Authority:")[0]


def issued_of(text_html: str) -> str:
    """The date-time group that NGA's page gives beside the text, "" where there is none."""
    found = re.search(r"Date: (\d{6}Z [A-Z]{3} \d{2})", text_html)
    return found[1] if found else ""


def drawn_of(feature: dict[str, Any]) -> Drawn | None:
    """The line of a feature, None for a point."""
    geometry = feature["geometry"] or {}
    parts = [part for part in geometry.get("geometries", [geometry]) if part.get("type") == "LineString"]
    if not parts:
        return None
    lines = [[(point[1], point[0]) for point in part["coordinates"]] for part in parts]
    places = list(dict.fromkeys(place for line in lines for place in line))
    return Drawn(
        name=feature["name"],
        places=tuple(places),
        closed=len(parts) > 1 or lines[0][0] == lines[0][-1],
        cut=len(parts) > 1 or any(abs(abs(place[1]) - 180.0) < 1e-9 for place in places),
    )


def near(one: Place, other: Place) -> bool:
    """Within 20 m."""
    if abs(one[0] - other[0]) > 1e-3:
        return False
    return float(geodesic_inverse(*one, *other)[0]) <= VERTEX_M


def same_places(drawn: Drawn, ours: tuple[Place, ...]) -> bool:
    """Whether two sets of places are the same, places at 180 deg of a cut shape apart."""
    theirs = drawn.places
    if drawn.cut:
        theirs = tuple(place for place in theirs if abs(abs(place[1]) - 180.0) > 1e-9)
        ours = tuple(place for place in ours if abs(abs(place[1]) - 180.0) > 1e-9)
    return all(any(near(one, other) for other in ours) for one in theirs) and all(
        any(near(one, other) for other in theirs) for one in ours
    )


def same_line(drawn: Drawn, ours: tuple[Place, ...]) -> bool:
    """Whether a line has the same places in one order or the other."""
    theirs = drawn.places
    if drawn.cut:
        return same_places(drawn, ours)
    ours = tuple(place for index, place in enumerate(ours) if index == 0 or place != ours[index - 1])
    return len(ours) == len(theirs) and (all(map(near, theirs, ours)) or all(map(near, theirs, reversed(ours))))


def same_circle(drawn: Drawn, area: NotifiedArea) -> bool:
    """Whether a polyline of 32 places is our circle, by its own centre and radius."""
    if len(drawn.places) != CIRCLE_PLACES:
        return False
    eastern = max(drawn.places, key=lambda place: (place[1] - area.vertices[0][1] + 180.0) % 360.0)
    western = min(drawn.places, key=lambda place: (place[1] - area.vertices[0][1] + 180.0) % 360.0)
    half = ((eastern[1] - western[1] + 180.0) % 360.0 - 180.0) / 2.0
    centre = eastern[0], (western[1] + half + 180.0) % 360.0 - 180.0
    radius = sum(float(geodesic_inverse(*centre, *place)[0]) for place in drawn.places) / len(drawn.places)
    return near(centre, area.vertices[0]) and abs(radius / area.radius_m - 1.0) <= RADIUS_PART


def same_sector(drawn: Drawn, area: NotifiedArea) -> bool:
    """Whether a polyline holds our sector's centre and, on its arc, both sides."""
    assert area.bearings_deg is not None
    centre = area.vertices[0]
    if not any(near(centre, place) for place in drawn.places):
        return False
    arc = [geodesic_inverse(*centre, *place)[:2] for place in drawn.places if not near(centre, place)]
    width = (area.bearings_deg[1] - area.bearings_deg[0]) % 360.0
    along = [(float(azimuth) - area.bearings_deg[0] + 180.0) % 360.0 - 180.0 for _, azimuth in arc]
    return (
        all(abs(float(distance) / area.radius_m - 1.0) <= RADIUS_PART for distance, _ in arc)
        and abs(min(along)) <= BEARING_DEG
        and abs(max(along) - width) <= BEARING_DEG
    )


def same_band(drawn: Drawn, area: NotifiedArea) -> bool:
    """Whether every place of a polyline lies at our half width from our line."""
    if len(drawn.places) <= CIRCLE_PLACES or not drawn.closed:
        return False
    return all(
        abs(min(_distance_m(place, *leg) for leg in pairwise(area.vertices)) / area.radius_m - 1.0) <= BAND_PART
        for place in drawn.places
    )


def _distance_m(place: Place, start: Place, end: Place) -> float:
    """Distance of a place from a leg; on a sphere of the leg's size, within 0.5 %."""
    length, azimuth, _ = geodesic_inverse(*start, *end)
    away, towards, _ = geodesic_inverse(*start, *place)
    radius = 6_371_000.0
    across = math.asin(math.sin(away / radius) * math.sin(math.radians(towards - azimuth)))
    cosine = math.cos(away / radius) / math.cos(across)
    along = math.acos(max(-1.0, min(1.0, cosine))) * radius
    if math.cos(math.radians(towards - azimuth)) < 0.0:
        return float(away)
    if along > length:
        return float(geodesic_inverse(*end, *place)[0])
    return abs(across) * radius


def agrees(drawn: Drawn, shape: NotifiedArea | NotifiedLine) -> bool:
    """Whether a shape of ours is the one NGA drew."""
    if isinstance(shape, NotifiedLine):
        return not drawn.closed and same_line(drawn, shape.vertices)
    if shape.kind == "circle":
        return same_circle(drawn, shape)
    if shape.kind == "sector":
        return same_sector(drawn, shape)
    if shape.kind == "band":
        return same_band(drawn, shape)
    return (drawn.closed or drawn.cut) and same_places(drawn, shape.vertices)


def shape_name(shape: NotifiedArea | NotifiedLine) -> str:
    """The kind of a shape."""
    return "line" if isinstance(shape, NotifiedLine) else shape.kind


def compare(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Counts and disagreements over messages."""
    found: Counter[str] = Counter()
    missed: list[tuple[str, str]] = []
    extra: list[tuple[str, str]] = []
    invented: list[str] = []
    closed: list[str] = []
    without = total = strings = 0
    for record in records:
        versions: dict[tuple[str, int], list[dict[str, Any]]] = {}
        seen: Counter[tuple[str, str]] = Counter()
        for feature in record["features"]:  # a feature said again with the same words is another day's edition
            text = text_of(feature["text_html"])
            versions.setdefault((text, seen[text, feature["name"]]), []).append(feature)
            seen[text, feature["name"]] += 1
        bare = True
        read: list[str] = []
        for (text, _), features in versions.items():
            shapes = shapes_of(record["id"], text, issued_of(features[0]["text_html"]))
            for drawn in filter(None, map(drawn_of, features)):
                bare = False
                parts = features_parts(features, drawn.name)
                total += 1
                strings += parts
                match = next((shape for shape in shapes if agrees(drawn, shape)), None)
                if match is None:  # the same places, but NGA closes what the text does not
                    lines = [shape for shape in shapes if isinstance(shape, NotifiedLine)]
                    match = next((line for line in lines if drawn.closed and same_places(drawn, line.vertices)), None)
                    closed += [drawn.name] if match else []
                if match is None:
                    missed.append((drawn.name, text))
                else:
                    found[shape_name(match)] += 1
                    shapes.remove(match)
            read += [f"{shape_name(shape)} {shape.vertices}" for shape in shapes]
            if any(drawn_of(feature) for feature in features):
                extra += [(record["id"], shape_name(shape)) for shape in shapes]
        if bare:
            without += 1
            invented += [f"{record['id']}: {each}" for each in read]
    return {
        "found": found, "missed": missed, "extra": extra, "invented": invented, "without": without, "total": total,
        "strings": strings, "messages": len(records), "closed": closed,
    }  # fmt: skip


def features_parts(features: list[dict[str, Any]], name: str) -> int:
    """How many LineStrings the feature of that name has."""
    geometry = next(feature["geometry"] for feature in features if feature["name"] == name)
    return sum(part.get("type") == "LineString" for part in geometry.get("geometries", [geometry]))


def shapes_of(identity: str, text: str, issued: str) -> list[NotifiedArea | NotifiedLine]:
    """Our areas and lines of one message."""
    notices = parse_notice(f"{issued}\n{identity}.\n{text}", year=2018)
    return [shape for notice in notices for shape in (*notice.areas, *notice.lines)]


def messages(path: Path) -> list[dict[str, Any]]:
    """The messages of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def run(seed: int, share: str) -> dict[str, Any]:
    """Compare every message, or every tenth from one chosen by the seed."""
    path = REFERENCE_DATA / DATA
    if not path.exists():
        return {"lines": ["the reference data is not beside the checkout: nothing compared"], "holds": True}
    records = messages(path)
    if share == "small":
        records = records[seed % 10 :: 10]
    result = compare(records)
    hits = sum(result["found"].values())
    strict = hits - len(result["closed"])
    stated = [each for each in result["invented"] if each.split(":")[0] in EXPLAINED]
    lines = [
        f"{result['messages']:,} messages, {result['strings']:,} LineStrings in {result['total']:,} shapes:"
        f" {hits:,} found ({hits / result['total']:.2%}), {strict:,} ({strict / result['total']:.2%}) of the same kind too",
        "by kind: " + ", ".join(f"{count} {kind}" for kind, count in result["found"].most_common()),
        f"in the {result['without']:,} messages without any: {len(result['invented']) - len(stated)} invented,"
        f" {len(stated)} that the text states",
        *(f"  {each}: {EXPLAINED.get(each.split(':')[0], 'not explained')}" for each in result["invented"]),
        f"not found: {len(result['missed'])}; found, of another kind: {len(result['closed'])}",
        *(f"  {name}: {explained(name)}" for name, _ in result["missed"]),
        *(f"  {name}: {explained(name)}" for name in result["closed"]),
        f"ours beside NGA's in the other messages: {len(result['extra'])}",
        *(f"  {name}, {kind}: {explained(name)}" for name, kind in result["extra"]),
    ]
    known = all(explained(name) != UNEXPLAINED for name, _ in (*result["missed"], *result["extra"]))
    enough = hits / result["total"] >= LEAST_FOUND or share == "small"  # in a tenth one message is over half a per cent
    holds = enough and len(stated) == len(result["invented"]) and known
    return {"lines": lines, "holds": holds}


def explained(name: str) -> str:
    """Why a message's shape and NGA's differ."""
    return EXPLAINED.get(name.partition(" [")[0], UNEXPLAINED)
