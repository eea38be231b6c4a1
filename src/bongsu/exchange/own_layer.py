"""A party or route as it is drawn on a map that is no chart: in short pieces, with the place of its name."""

from __future__ import annotations

from typing import Any

import numpy as np

from bongsu.earth import ChartShape, route_points
from bongsu.notices import Party, Route

__all__ = ["drawn_of"]

_PIECE_DEG = 1.0  # a parallel cut so is within 121 m of great circles, worst at 45 degrees
_PIECE_M = 111_000.0


def drawn_of(each: Party | Route) -> dict[str, Any]:
    """``geometry`` (GeoJSON, cut at 180 degrees), ``at`` (longitude, latitude of its name) [deg] and ``corners``.

    Edges of areas are straight on the chart, as they are held against notices; legs of routes as the route says.
    """
    if isinstance(each, Route):
        latitude, longitude, _ = route_points(each.places, legs=each.legs, piece_m=_PIECE_M)
        shape = ChartShape.from_line(np.column_stack([latitude, longitude]).tolist())
    else:
        shape = each.shape.in_pieces(_PIECE_DEG) if each.shape.is_area else each.shape
    latitude_deg, longitude_deg = shape.named_at()
    return {
        "geometry": shape.to_geojson(),
        "at": [round(longitude_deg, 5), round(latitude_deg, 5)],
        "corners": shape.corners,
    }
