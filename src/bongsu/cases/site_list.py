"""Lists of places: CSV, GeoJSON or text, points and areas; a bad one is named and the others are kept."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bongsu.cases.overhead import site_from_text
from bongsu.earth import Region
from bongsu.errors import BongsuError, InputError, Problem, SiteError
from bongsu.overflight import Site, area_sites
from bongsu.rawtext import decode_text
from bongsu.wording import phrase

__all__ = ["MOST_PLACES", "Place", "places_apart", "places_from_sites", "read_places"]

MOST_PLACES = 20_000  # of one file (our choice); an area counts as many as the points that stand for it
_LATITUDES, _LONGITUDES = ("latitude", "lat", "latitude_deg"), ("longitude", "lon", "lng", "longitude_deg")
_HEIGHTS, _NAMES = ("height", "height_m", "altitude_m", "alt"), ("name", "site", "id", "label")
_SPACING_M = 20_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a list: a name, the sites that stand for it (one for a point), and its Region where it is an area."""

    name: str
    sites: tuple[Site, ...]
    region: Region | None = field(default=None)

    @property
    def centre(self) -> tuple[float, float]:
        """Latitude and longitude of the point, or of the area's centre. [deg]"""
        return self.region.centroid if self.region else (self.sites[0].latitude_deg, self.sites[0].longitude_deg)


def places_from_sites(texts: tuple[str, ...]) -> list[Place]:
    """Places from ``[name=]latitude,longitude[,height]`` or names of bundled places.

    Raises
    ------
    SiteError
        When one is neither.
    """
    places = []
    for text in texts:
        name, sign, rest = text.partition("=")
        site = site_from_text(rest if sign else text)
        label = name.strip()[:60] if sign else site.label
        places.append(_point(site, label))
    return places


def _point(site: Site, name: str) -> Place:
    named = Site(
        latitude_deg=site.latitude_deg, longitude_deg=site.longitude_deg, height_m=site.height_m, name=name[:60]
    )
    return Place(name=named.label, sites=(named,))


def read_places(data: bytes | str, *, where: str) -> tuple[list[Place], list[Problem]]:
    """Places of a CSV or GeoJSON file.

    Parameters
    ----------
    data : bytes or str
        CSV with a header that names latitude and longitude (name and height may stand beside them), or GeoJSON with
        Points, Polygons and MultiPolygons whose properties may hold ``name``.
    where : str
        File name, for messages.

    Returns
    -------
    (places, problems) : tuple of lists
        Names that stand twice are numbered. A row that cannot be read is a problem and is left out.

    Raises
    ------
    SiteError
        When nothing can be read, or there are more than 20,000 places.
    """
    text = data if isinstance(data, str) else decode_text(data, where=where)
    problems: list[Problem] = []
    begins = text.lstrip()[:1]
    places = _from_geojson(text, where, problems) if begins == "{" else _from_csv(text, where, problems)
    if not places:
        first = f": {problems[0]}" if problems else ""
        raise SiteError(
            phrase("{where} holds no place that can be read{first}", where=where, first=first),
            advice="give CSV with a header name,latitude,longitude, or GeoJSON",
        )
    return places_apart(places), problems


def _too_many(where: str, count: int) -> SiteError:
    return SiteError(
        phrase(
            "{where} holds more than {most_places:,} places ({count:,} at least)",
            where=where,
            most_places=MOST_PLACES,
            count=count,
        ),
        advice=phrase("give it in parts of at most {most_places:,}", most_places=MOST_PLACES),
    )


def places_apart(places: Sequence[Place]) -> list[Place]:
    """Places with names that stand twice numbered, so that a name is one place."""
    seen: dict[str, int] = {}
    out = []
    for place in places:
        count = seen[place.name] = seen.get(place.name, 0) + 1
        name = place.name if count == 1 else f"{place.name} ({count})"
        out.append(place if count == 1 else Place(name=name, sites=place.sites, region=place.region))
    return out


def _column(header: list[str], wanted: tuple[str, ...]) -> int | None:
    return next((header.index(name) for name in wanted if name in header), None)


def _from_csv(text: str, where: str, problems: list[Problem]) -> list[Place]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    first = lines.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = csv.reader(io.StringIO(lines), delimiter=delimiter)
        header = [cell.strip().lower().lstrip("\ufeff") for cell in next(rows, [])]
        columns = [_column(header, names) for names in (_LATITUDES, _LONGITUDES, _HEIGHTS, _NAMES)]
        if columns[0] is None or columns[1] is None:
            raise SiteError(
                phrase(
                    "{where}, line 1: the header {first!r} names no latitude and longitude",
                    where=where,
                    first=first[:60],
                ),
                advice="begin the file with name,latitude,longitude",
            )
        return _csv_places(rows, columns, where, problems)
    except csv.Error as error:
        raise SiteError(
            phrase("{where}: not CSV: {error}", where=where, error=error),
            advice="save it as plain comma-separated text",
        ) from None


def _csv_places(rows: Any, columns: list[int | None], where: str, problems: list[Problem]) -> list[Place]:
    places: list[Place] = []
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        line = phrase("{where}, line {line_num}", where=where, line_num=rows.line_num)
        if len(places) + len(problems) >= MOST_PLACES:
            raise _too_many(where, MOST_PLACES + 1)
        cells = [row[at].strip() if at is not None and at < len(row) else "" for at in columns]
        try:
            latitude, longitude = (
                _number(cell, what) for cell, what in zip(cells, ("latitude", "longitude"), strict=False)
            )
            height = _number(cells[2], "height") if cells[2] else 0.0
            places.append(
                _point(
                    Site(latitude_deg=latitude, longitude_deg=longitude, height_m=height),
                    cells[3] or phrase("line {line_num}", line_num=rows.line_num),
                )
            )
        except SiteError as error:
            problems.append(Problem(where=line, what=str(error), advice=error.advice or "the row was left out"))
    return places


def _number(text: str, what: str) -> float:
    try:
        value = float(text) if len(text) <= 40 and text.isascii() else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise SiteError(
            phrase("{what} {text!r} is not a number", what=what, text=text[:30]),
            advice="write decimal degrees, as 35.10",
        )
    return value


def _from_geojson(text: str, where: str, problems: list[Problem]) -> list[Place]:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SiteError(
            phrase("{where}: not JSON: {error}", where=where, error=str(error)[:80]), advice="save it again, whole"
        ) from None
    features = body.get("features") if isinstance(body, dict) and body.get("type") == "FeatureCollection" else [body]
    if not isinstance(features, list):
        raise SiteError(
            phrase("{where}: its features are no list", where=where), advice="give a GeoJSON FeatureCollection"
        )
    if len(features) > MOST_PLACES:
        raise _too_many(where, len(features))
    places: list[Place] = []
    total = 0
    for number, feature in enumerate(features, start=1):
        label = phrase("{where}, feature {number}", where=where, number=number)
        try:
            found = _feature(feature, phrase("feature {number}", number=number))
        except BongsuError as error:
            problems.append(Problem(where=label, what=str(error), advice="the feature was left out"))
            continue
        total += len(found.sites)
        if total > MOST_PLACES:
            raise _too_many(where, total)
        places.append(found)
    return places


def _feature(feature: Any, fallback: str) -> Place:
    """One feature, or a bare geometry."""
    if not isinstance(feature, dict):
        raise InputError("it is no feature")
    geometry = feature.get("geometry") if feature.get("type") == "Feature" else feature
    stated = feature.get("properties")
    properties = stated if isinstance(stated, dict) else {}
    name = str(properties.get("name") or feature.get("id") or fallback)[:60]
    if not isinstance(geometry, dict):
        raise InputError("it has no geometry")
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Point":
        longitude, latitude, *more = _position(coordinates)
        return _point(Site(latitude_deg=latitude, longitude_deg=longitude, height_m=more[0] if more else 0.0), name)
    if kind in ("Polygon", "MultiPolygon") and isinstance(coordinates, list):
        polygons = [coordinates] if kind == "Polygon" else coordinates
        if any(isinstance(rings, list) and len(rings) > 1 for rings in polygons):
            raise InputError("an area with holes is not read")
        rings = tuple(
            tuple((y, x) for x, y, *_ in (_position(corner) for corner in rings[0])) for rings in polygons if rings
        )
        region = Region(polygons=rings)
        sites, _ = area_sites(region, name=name, spacing_m=_SPACING_M)
        return Place(name=name, sites=sites, region=region)
    raise InputError(
        phrase("a geometry of type {kind!r} is not read", kind=str(kind)[:30]), advice="give Points and Polygons"
    )


def _position(value: Any) -> list[float]:
    good = isinstance(value, list) and 2 <= len(value) <= 4
    if not good or not all(isinstance(part, int | float) and math.isfinite(part) for part in value):
        raise InputError(phrase("{value} is no position [longitude, latitude]", value=str(value)[:40]))
    return [float(part) for part in value[:3]]
