"""Who must be told, as GeoJSON: areas, the regions and places they touch, and the stretches of routes inside."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np

from bongsu.cases import Told, whom_to_json
from bongsu.earth import ChartShape, format_utc
from bongsu.exchange.named_shapes import CREDIT
from bongsu.notices import Passage

__all__ = ["told_to_geojson"]


def told_to_geojson(told: Told, *, at: datetime) -> dict[str, Any]:
    """A FeatureCollection: ``role`` is ``area``, ``party`` or ``stretch``; advice and caveats are foreign members.

    Areas known only by their centre are drawn as the disc that holds it, ``approximate`` true. 200 NM bands have no
    geometry: they are a distance from a coast.
    """
    features: list[dict[str, Any]] = []
    for area in told.subject.areas:
        said = {"role": "area", "name": area.name, "approximate": area.approximate, "uncertainty_m": area.uncertainty_m}
        features.append(_feature(area.extent, said))
    items = whom_to_json(told)
    for crossing, item in zip(told.crossings, items, strict=False):
        shape = None if crossing.party.kind == "200 NM band" else crossing.party.shape
        features.append(_feature(shape, {"role": "party", **item}))
    for way in told.passages:
        for number, stretch in enumerate(way.stretches, start=1):
            said = {"role": "stretch", "route": way.route.name, "area": way.area.name, "number": number}
            said |= {"enter_m": round(stretch.enter_m), "leave_m": round(stretch.leave_m), "relation": way.relation}
            features.append(_feature(_part(way, stretch.enter_m, stretch.leave_m), said))
    return {
        "type": "FeatureCollection",
        "generated": format_utc(at),
        "credit": CREDIT,
        "advice": list(told.advice),
        "caveats": list(told.caveats),
        "features": features,
    }


def _part(way: Passage, enter_m: float, leave_m: float) -> ChartShape:
    latitude, longitude, run = way.route.pieces
    inner = run[(run > enter_m) & (run < leave_m)]
    marks = np.concatenate([[enter_m], inner, [leave_m]])
    places = np.column_stack([np.interp(marks, run, latitude), np.interp(marks, run, longitude)])
    return ChartShape.from_line(places.tolist())


def _feature(shape: ChartShape | None, said: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": None if shape is None else shape.to_geojson(), "properties": said}
