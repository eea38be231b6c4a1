"""A user's own places as GeoJSON or CSV: FIRs, ports, positions and routes, read strictly.

One bad feature is a problem and the rest stands; a file that is no such file is refused.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TypeVar

import numpy as np

from bongsu.earth import ChartShape, parse_time
from bongsu.errors import BongsuError, InputError, Problem
from bongsu.notices import Party, Route
from bongsu.wording import joined, phrase

__all__ = ["read_own_map", "read_parties", "read_routes"]

_T = TypeVar("_T")
Place = tuple[float, float]  # latitude, longitude [deg]

_MOST_FEATURES = 5_000
_MOST_CORNERS = 20_000  # of one feature; distances cost as their number
_MOST_LEGS = 20_000  # of all routes of a map, at some 0.15 ms each
_LONGEST_KM = 1_000_000  # of all routes of a map, 25 times around the Earth, at some 2 us a kilometre
_LONGEST_NAME = 80
_NAMES = ("name", "designator", "id", "ident", "title", "label")
_WHO = ("who", "unit", "authority", "operator")
_DESIGNATORS = ("designator", "icao", "ident", "id", "fir")
_FOUR_LETTERS = re.compile(r"[A-Z]{4}")
_LATITUDE, _LONGITUDE = ("latitude", "lat"), ("longitude", "lon", "lng", "long")


def read_parties(text: str, *, kind: str, where: str) -> tuple[list[Party], list[Problem]]:
    """Regions or ports of a user's file.

    Parameters
    ----------
    text : str
        GeoJSON (a FeatureCollection, a Feature or a geometry), or for ports CSV with the columns name, latitude and
        longitude. Of each feature's properties ``name`` (or ``designator``, ``id``) and ``who`` (or ``unit``) are used.
    kind : str
        ``FIR`` (areas) or ``port`` (points).
    where : str
        What the file is called.

    Returns
    -------
    parties, problems : list of Party, list of Problem

    Raises
    ------
    InputError
        When it is no such file, holds over 5,000 features, or none of them can be used.
    """
    area = kind == "FIR"
    if kind == "port" and not text.lstrip().startswith(("{", "[")):
        return _each(_csv_rows(text, where), lambda row: _port(row, where), where)

    def one(feature: dict[str, Any]) -> Party:
        polygons, points = _polygons(feature), _points(feature)
        if (area and not polygons) or (not area and not points):
            wanted = "a Polygon or MultiPolygon" if area else "a Point or MultiPoint"
            raise InputError(phrase("geometry is {found}; expected {wanted}", found=_kind_of(feature), wanted=wanted))
        shape = ChartShape.from_rings(polygons) if area else ChartShape.from_points(points)
        return Party(kind=kind, name=_named(feature, kind), who=_said(feature, _WHO), shape=shape, source=where)

    return _each(_features(text, where), one, where)


def read_routes(
    text: str, *, where: str, speed_m_s: tuple[float, float], legs: str, departs: datetime | None
) -> tuple[list[Route | Party], list[Problem]]:
    """Routes (LineString) and positions (Point) of a user's GeoJSON.

    ``speed_m_s``, ``legs`` and ``departs`` stand where a feature does not say itself: its properties ``speed_kn`` (a
    number) and ``departs`` (ISO time with zone) go before.

    Raises
    ------
    InputError
        As :func:`read_parties`.
    """

    def one(feature: dict[str, Any]) -> Route | Party:
        if _points(feature):
            return _position(feature, where)
        return _route(feature, speed_m_s, legs, departs, wanted="one LineString or a Point")

    return _each(_features(text, where), one, where)


def read_own_map(
    text: str, *, where: str, speed_m_s: tuple[float, float], legs: str, departs: datetime | None = None
) -> tuple[list[Party | Route], list[Problem]]:
    """Everything of a user's own map, told by its geometry: areas are FIRs, lines routes, points ports.

    A point whose property ``kind`` is ``position`` is a position. An FIR whose designator (four letters in ``designator``,
    ``icao``, ``ident``, ``id`` or ``fir``) is not in its name has it added. CSV with the columns name, latitude and
    longitude holds ports. ``speed_m_s``, ``legs`` and ``departs`` as in :func:`read_routes`.

    Raises
    ------
    InputError
        As :func:`read_parties`.
    """
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return _each(_csv_rows(text, where), lambda row: _port(row, where), where)

    def one(feature: dict[str, Any]) -> Party | Route:
        polygons, points = _polygons(feature), _points(feature)
        if polygons:
            name, code = _named(feature, "FIR"), _designator(feature)
            full = name if not code or code in name else f"{name} ({code})"
            shape = ChartShape.from_rings(polygons)
            return Party(kind="FIR", name=full, who=_said(feature, _WHO), shape=shape, source=where)
        if points and _said(feature, ("kind",)).lower() == "position":
            return _position(feature, where)
        if points:
            shape = ChartShape.from_points(points)
            return Party(kind="port", name=_named(feature, "port"), who=_said(feature, _WHO), shape=shape, source=where)
        return _route(feature, speed_m_s, legs, departs, wanted="areas, one LineString or points")

    features = list(_features(text, where))
    _refuse_endless([feature for _, feature in features], where)
    return _each(iter(features), one, where)


def _refuse_endless(features: list[dict[str, Any]], where: str) -> None:
    """Refuse at once routes that would take minutes; what is wrong with a single one is said later."""
    legs, degrees = 0, 0.0
    for feature in features:
        try:
            places = np.asarray([row[:2] for row in _coordinates(feature, "LineString")[1]], dtype=float).reshape(-1, 2)
        except (TypeError, ValueError, OverflowError):
            continue
        legs += max(0, len(places) - 1)
        step = np.abs(np.diff(places, axis=0))
        across = np.minimum(step[:, 0], np.abs(360.0 - step[:, 0])) * np.cos(np.radians(places[1:, 1]))
        degrees += float(np.nansum(np.hypot(across, step[:, 1])))
    if legs > _MOST_LEGS:
        raise InputError(
            phrase(
                "{where}: routes of {legs:,} legs in all; at most {most:,}", where=where, legs=legs, most=_MOST_LEGS
            ),
            advice="simplify it",
        )
    if not degrees * 111.0 < _LONGEST_KM:
        raise InputError(
            phrase(
                "{where}: routes of {km:,.0f} km in all; at most {most:,}",
                where=where,
                km=degrees * 111.0,
                most=_LONGEST_KM,
            ),
            advice="give fewer",
        )


def _position(feature: dict[str, Any], where: str) -> Party:
    shape = ChartShape.from_points(_points(feature)[:1])
    return Party(kind="position", name=_named(feature, "position"), shape=shape, source=where)


def _route(
    feature: dict[str, Any], speed_m_s: tuple[float, float], legs: str, departs: datetime | None, *, wanted: str
) -> Route:
    lines = _lines(feature)
    if len(lines) != 1:
        raise InputError(phrase("geometry is {found}; expected {wanted}", found=_kind_of(feature), wanted=wanted))
    said = feature.get("properties") or {}
    speed = said.get("speed_kn")
    own = (_number(speed, "speed_kn") * 1852.0 / 3600.0,) * 2 if speed is not None else speed_m_s
    leaves = parse_time(str(said["departs"]), where="departs") if said.get("departs") else departs
    route = Route(name=_named(feature, "route"), places=tuple(lines[0]), legs=legs, speed_m_s=own, departs=leaves)
    _ = route.pieces  # refuses what cannot be drawn
    return route


def _designator(feature: dict[str, Any]) -> str:
    """The first property that is a designator of four letters; "" where none is."""
    return next((code for key in _DESIGNATORS if _FOUR_LETTERS.fullmatch(code := _said(feature, (key,)).upper())), "")


def _each(rows: Iterator[tuple[str, Any]], one: Callable[[Any], _T], where: str) -> tuple[list[_T], list[Problem]]:
    found: list[_T] = []
    problems: list[Problem] = []
    for place, row in rows:
        try:
            found.append(one(row))
        except BongsuError as error:
            problems.append(
                Problem(
                    where=joined(", ", [where, place]),
                    what=str(error),
                    advice=getattr(error, "advice", "") or "left out",
                )
            )
    if not found:
        first = problems[0] if problems else Problem(where=where, what="no feature in it")
        raise InputError(
            phrase("{where}: nothing in it can be used: {what}", where=where, what=first.what),
            advice=first.advice if first.advice != "left out" else "",
            problems=tuple(problems),
        )
    return found, problems


def _features(text: str, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    body = _json(text, where)
    crs = json.dumps(body.get("crs", "")).upper()
    if body.get("crs") and not any(code in crs for code in ("CRS84", "4326", "4979")):
        raise InputError(
            phrase("{where}: its coordinates are in {crs}", where=where, crs=crs[:80]),
            advice="save it in WGS 84 (EPSG:4326)",
        )
    kind = body.get("type")
    rows = body.get("features") if kind == "FeatureCollection" else [body]
    if kind not in ("FeatureCollection", "Feature"):
        rows = [{"type": "Feature", "geometry": body, "properties": {}}]
    if not isinstance(rows, list):
        raise InputError(f"{where}: 'features' is no list", advice="give a GeoJSON FeatureCollection")
    if len(rows) > _MOST_FEATURES:
        raise InputError(
            phrase("{where}: {count:,} features; at most {most:,}", where=where, count=len(rows), most=_MOST_FEATURES)
        )
    for number, row in enumerate(rows, start=1):
        feature = row if isinstance(row, dict) else {}
        said = feature.get("properties")
        yield (
            phrase("feature {number}", number=number),
            {**feature, "properties": said if isinstance(said, dict) else {}},
        )


def _json(text: str, where: str) -> dict[str, Any]:
    def refuse(word: str) -> None:
        raise InputError(f"{where}: {word} stands where a number should", advice="JSON has no such number")

    try:
        body = json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise InputError(
            phrase(
                "{where}, line {line}, column {column}: not JSON ({found})",
                where=where,
                line=error.lineno,
                column=error.colno,
                found=error.msg.lower(),
            ),
            advice="give GeoJSON; from a shapefile or KML: ogr2ogr -f GeoJSON out.geojson FILE",
        ) from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(phrase("{where}: JSON nested or written too deep to read", where=where)) from None
    if not isinstance(body, dict) or body.get("type") == "Topology":
        raise InputError(
            phrase("{where}: JSON, but not GeoJSON", where=where), advice="give a GeoJSON FeatureCollection"
        )
    return body


def _kind_of(feature: dict[str, Any]) -> str:
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    return f"a {kind}"[:40] if isinstance(kind, str) else "missing"


def _coordinates(feature: dict[str, Any], *kinds: str) -> tuple[str, Any]:
    geometry = feature.get("geometry")
    if not isinstance(geometry, dict) or geometry.get("type") not in kinds:
        return "", []
    return str(geometry["type"]), geometry.get("coordinates")


def _polygons(feature: dict[str, Any]) -> list[list[list[Place]]]:
    kind, given = _coordinates(feature, "Polygon", "MultiPolygon")
    if not kind:
        return []
    polygons = [given] if kind == "Polygon" else _list(given)
    rings = [[_places(ring) for ring in _list(polygon)] for polygon in polygons]
    if sum(len(ring) for polygon in rings for ring in polygon) > _MOST_CORNERS:
        raise InputError(phrase("over {most:,} corners", most=_MOST_CORNERS), advice="simplify it")
    return [polygon for polygon in rings if polygon]


def _lines(feature: dict[str, Any]) -> list[list[Place]]:
    kind, given = _coordinates(feature, "LineString", "MultiLineString")
    return [] if not kind else [_places(line) for line in ([given] if kind == "LineString" else _list(given))]


def _points(feature: dict[str, Any]) -> list[Place]:
    kind, given = _coordinates(feature, "Point", "MultiPoint")
    return [] if not kind else _places([given] if kind == "Point" else given)


def _places(given: Any) -> list[Place]:
    """Positions (longitude, latitude, anything else) as (latitude, longitude)."""
    rows = _list(given)
    if len(rows) > _MOST_CORNERS:
        raise InputError(
            phrase("{count:,} corners; at most {most:,}", count=len(rows), most=_MOST_CORNERS), advice="simplify it"
        )
    places = []
    for row in rows:
        if not isinstance(row, list) or len(row) < 2:
            raise InputError(f"position {str(row)[:40]} is not [longitude, latitude]")
        longitude, latitude = _number(row[0], "longitude"), _number(row[1], "latitude")
        if abs(latitude) > 90.0 or abs(longitude) > 540.0:
            turned = abs(longitude) <= 90.0 and abs(latitude) <= 180.0
            raise InputError(
                phrase(
                    "position [{longitude:g}, {latitude:g}]: latitude beyond 90 degrees"
                    if abs(latitude) > 90.0
                    else "position [{longitude:g}, {latitude:g}] is not on Earth",
                    longitude=longitude,
                    latitude=latitude,
                ),
                advice="longitude comes first in GeoJSON: these look exchanged" if turned else "",
            )
        places.append((latitude, longitude))
    return places


def _list(given: Any) -> list[Any]:
    if not isinstance(given, list):
        raise InputError(f"coordinates are {str(given)[:40]!r}; expected a list")
    return given


def _number(given: Any, name: str) -> float:
    try:
        value = float(given) if not isinstance(given, bool) else math.nan
    except (TypeError, ValueError, OverflowError):
        value = math.nan
    if not math.isfinite(value) or (isinstance(given, str) and name == "speed_kn" and not given.strip()):
        raise InputError(f"{name} {str(given)[:30]!r} is not a number")
    return value


def _said(feature: dict[str, Any], keys: tuple[str, ...]) -> str:
    said = {str(key).lower(): value for key, value in feature["properties"].items()}
    for key in keys:
        if isinstance(said.get(key), str | int | float) and str(said[key]).strip():
            return " ".join(str(said[key]).split())[:_LONGEST_NAME]
    return ""


def _named(feature: dict[str, Any], kind: str) -> str:
    name = _said(feature, _NAMES) or (str(feature["id"])[:_LONGEST_NAME] if feature.get("id") else "")
    return name or f"{kind} without a name"


def _csv_rows(text: str, where: str) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        reader = csv.DictReader(io.StringIO(text))
        heads = {(head or "").strip().lower() for head in reader.fieldnames or ()}
        if not (heads & {"name", "port"} and heads & set(_LATITUDE) and heads & set(_LONGITUDE)):
            raise InputError(
                phrase("{where}: columns are {found!r}", where=where, found=", ".join(sorted(heads))[:80]),
                advice="expected name,latitude,longitude",
            )
        for number, row in enumerate(reader, start=2):
            if number > _MOST_FEATURES:
                raise InputError(f"{where}: over {_MOST_FEATURES:,} lines")
            yield (
                phrase("line {number}", number=number),
                {str(key).strip().lower(): str(value or "") for key, value in row.items()},
            )
    except csv.Error as error:
        raise InputError(f"{where}: not CSV ({error})", advice="expected name,latitude,longitude") from None


def _port(row: dict[str, str], where: str) -> Party:
    latitude = _number(next((row[key] for key in _LATITUDE if key in row), ""), "latitude")
    longitude = _number(next((row[key] for key in _LONGITUDE if key in row), ""), "longitude")
    name = " ".join((row.get("name") or row.get("port") or "").split())[:_LONGEST_NAME] or "port without a name"
    return Party(kind="port", name=name, who=row.get("who", "")[:_LONGEST_NAME],
                 shape=ChartShape.from_points([(latitude, longitude)]), source=where)  # fmt: skip
