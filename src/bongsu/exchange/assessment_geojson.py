"""What an assessment draws as GeoJSON (RFC 7946): areas, tracks and places, each with its kind and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bongsu.earth import Region, format_utc, region_from_circle
from bongsu.errors import InputError
from bongsu.notices import line_geojson

if TYPE_CHECKING:
    from bongsu.cases import Assessment, MapArea, MapPoint, MapTrack

__all__ = ["assessment_to_geojson"]


def assessment_to_geojson(answer: Assessment) -> dict[str, Any]:
    """A FeatureCollection of an assessment's areas, tracks and places.

    Returns
    -------
    dict
        Features carry ``name, layer, kind, remark`` and, of areas, ``approximate, uncertainty_km``; of places
        ``radius_km``. ``layer`` is ``area``, ``track`` or ``place``. Tracks are cut at 180 degrees. A shape that
        cannot be drawn has geometry null. ``generated`` and ``credit`` are foreign members (RFC 7946, section 6.1).
    """
    features = [_area(item) for item in answer.areas]
    features += [_track(item) for item in answer.tracks]
    features += [_place(item) for item in answer.points]
    return {
        "type": "FeatureCollection",
        "generated": format_utc(answer.at),
        "credit": "Made by Bongsu from public sources. Not an official warning.",
        "features": features,
    }


def _area(area: MapArea) -> dict[str, Any]:
    try:
        geometry: dict[str, Any] | None = Region.from_ring(area.ring).to_geojson()
    except InputError:
        geometry = None
    return _feature(
        geometry, area.label, "area", "approximate" if area.approximate else "stated", area.remark,
        approximate=area.approximate, uncertainty_km=area.uncertainty_km,
    )  # fmt: skip


def _track(track: MapTrack) -> dict[str, Any]:
    try:
        geometry: dict[str, Any] | None = line_geojson(track.points)
    except InputError:
        geometry = None
    return _feature(geometry, track.label, "track", track.kind, "")


def _place(point: MapPoint) -> dict[str, Any]:
    position = [round(point.longitude_deg, 7), round(point.latitude_deg, 7)]
    more: dict[str, Any] = {"radius_km": point.radius_km}
    if point.radius_km > 0.0:
        try:
            circle = region_from_circle(point.latitude_deg, point.longitude_deg, point.radius_km * 1000.0)
            more["circle"] = circle.to_geojson()
        except InputError:  # wider than a region can be: the place is drawn without it
            more["circle"] = None
    return _feature({"type": "Point", "coordinates": position}, point.label, "place", point.kind, point.remark, **more)


def _feature(
    geometry: dict[str, Any] | None, name: str, layer: str, kind: str, remark: str, **more: Any
) -> dict[str, Any]:
    properties = {"name": name, "layer": layer, "kind": kind, "remark": remark, **more}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
