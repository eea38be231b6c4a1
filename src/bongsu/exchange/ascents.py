"""Ascents and falls as GeoJSON and KML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from bongsu.earth import format_utc

__all__ = ["ASCENT_CREDIT", "ascent_to_geojson", "ascent_to_kml", "launch_falls_to_geojson"]

ASCENT_CREDIT = "Computed by Bongsu from public figures. Not an official warning."


def ascent_to_geojson(
    flight: dict[str, Any] | None, falls: Sequence[dict[str, Any]], *, at: datetime
) -> dict[str, Any]:
    """A FeatureCollection: the track and places of a simulated flight, and the areas of falls.

    Parameters
    ----------
    flight : dict or None
        As :func:`bongsu.cases.ascent_to_json` gives it.
    falls : sequence of dict
        As :func:`bongsu.cases.fall_items` gives them.
    at : datetime
        When it is made.
    """
    features: list[dict[str, Any]] = []
    if flight is not None:
        line = [[row["longitude"], row["latitude"], row["height_m"]] for row in flight["trajectory"]]
        geometry = _line(line)
        features.append(
            _feature(geometry, {"name": flight["name"], "kind": "trajectory", "lift_off": flight["lift_off"]})
        )
        trace = [[row["longitude"], row["latitude"]] for row in flight["trace"]]
        if len(trace) > 1:
            features.append(_feature(_line(trace), {"name": "falls if thrust ended", "kind": "trace"}))
        for row in [*flight["events"], *flight["falls"]]:
            point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
            features.append(_feature(point, {"name": row["label"], "kind": "event", "time": row["time"]}))
    for item in falls:
        features.append(
            _feature(
                item["geometry"], {key: value for key, value in item.items() if key != "geometry"} | {"kind": "fall"}
            )
        )
    return {"type": "FeatureCollection", "generated": format_utc(at), "credit": ASCENT_CREDIT, "features": features}


def launch_falls_to_geojson(item: dict[str, Any], *, at: datetime) -> dict[str, Any]:
    """A FeatureCollection of a launch of a case as flown.

    Parameters
    ----------
    item : dict
        As :func:`bongsu.cases.ask_falls` gives it.
    at : datetime
        When it is made.

    Returns
    -------
    dict
        Features of ``kind``: ``trajectory`` and, for each body, ``path``, with heights and ``times`` for each position;
        ``event``; ``fall``: a region with ``label, probability, start, end, surface_start, surface_end``; ``area``: as
        notified; ``reported``: a fall that was reported with its place.
    """
    name = item["title"]
    features = [_way(item["track"], {"name": name, "kind": "trajectory", "lift_off": item["lift_off"]})]
    features += [
        _way(path["points"], {"name": path["label"], "kind": "path"})
        for path in item["paths"]
        if len(path["points"]) > 1
    ]
    for row in item["events"]:
        point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"], row["height_m"]]}
        features.append(_feature(point, {"name": row["label"], "kind": "event", "time": row["time"]}))
    for region in item["regions"]:
        more = {key: value for key, value in region.items() if key != "geometry"}
        features.append(_feature(region["geometry"], {"name": fall_name(region), **more, "kind": "fall"}))
    for area in item["areas"]:
        more = {key: value for key, value in area.items() if key != "geometry"}
        features.append(_feature(area["geometry"], {"name": area["label"], **more, "kind": "area"}))
    for fall in item["reported"]:
        if fall["latitude"] is not None and fall["longitude"] is not None:
            point = {"type": "Point", "coordinates": [fall["longitude"], fall["latitude"]]}
            features.append(_feature(point, {"name": fall["label"], **fall, "kind": "reported"}))
    return {"type": "FeatureCollection", "generated": format_utc(at), "credit": ASCENT_CREDIT, "features": features}


def _way(rows: Sequence[dict[str, Any]], properties: dict[str, Any]) -> dict[str, Any]:
    """A line with heights, and the time of each position."""
    line = _line([[row["longitude"], row["latitude"], row["height_m"]] for row in rows])
    return _feature(line, {**properties, "times": [row["time"] for row in rows]})


def _feature(geometry: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _line(points: list[list[float]]) -> dict[str, Any]:
    """A line, cut where it crosses 180 degrees."""
    parts: list[list[list[float]]] = [[]]
    for point in points:
        if parts[-1] and abs(point[0] - parts[-1][-1][0]) > 180.0:
            parts.append([])
        parts[-1].append(point)
    parts = [part for part in parts if len(part) > 1]
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}


def ascent_to_kml(flight: dict[str, Any] | None, falls: Sequence[dict[str, Any]], *, at: datetime) -> str:
    """A KML document: the trajectory at its height, and the areas of falls with their interval of time."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
        f"<name>Ascent</name><description>{escape(f'Made {format_utc(at)}. {ASCENT_CREDIT}')}</description>",
        '<Style id="fall"><LineStyle><color>ff2222b2</color><width>2</width></LineStyle>'
        "<PolyStyle><color>332222b2</color></PolyStyle></Style>"
        '<Style id="way"><LineStyle><color>ffa05a1e</color><width>3</width></LineStyle></Style>',
    ]
    if flight is not None:
        places = " ".join(f"{row['longitude']},{row['latitude']},{row['height_m']}" for row in flight["trajectory"])
        parts.append(
            f"<Placemark><name>{escape(flight['name'])}</name><styleUrl>#way</styleUrl><LineString>"
            f"<altitudeMode>absolute</altitudeMode><coordinates>{places}</coordinates></LineString></Placemark>"
        )
        parts += [
            f"<Placemark><name>{escape(row['label'])}</name><TimeStamp><when>{row['time']}</when></TimeStamp>"
            f"<Point><coordinates>{row['longitude']},{row['latitude']}</coordinates></Point></Placemark>"
            for row in [*flight["events"], *flight["falls"]]
        ]
    for item in falls:
        rings = "".join(
            "<Polygon><tessellate>1</tessellate><outerBoundaryIs><LinearRing><coordinates>"
            + " ".join(f"{x},{y},0" for x, y in ring)
            + "</coordinates></LinearRing></outerBoundaryIs></Polygon>"
            for ring in rings_of(item["geometry"])
        )
        span = f"<TimeSpan><begin>{item['start']}</begin><end>{item['end']}</end></TimeSpan>"
        parts.append(
            f"<Placemark><name>{escape(fall_name(item))}</name><description>{escape(fall_words(item))}</description>{span}"
            f"<styleUrl>#fall</styleUrl><MultiGeometry>{rings}</MultiGeometry></Placemark>"
        )
    return "\n".join([*parts, "</Document></kml>", ""])


def rings_of(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    yield from (polygon[0] for polygon in polygons)


def fall_name(item: dict[str, Any]) -> str:
    return f"{item['label']}, {item['probability']:.0%}"


def fall_words(item: dict[str, Any]) -> str:
    return (
        f"{item['probability']:.0%} of the falls of {item['label']}; {item['start']} to {item['end']}, at the surface"
        f" {item['surface_start']} to {item['surface_end']}. {ASCENT_CREDIT}"
    )
