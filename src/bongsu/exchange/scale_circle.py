"""A distance as a plain circle on a map, for scale: GeoJSON lines (RFC 7946), never an area that something reaches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np

from bongsu.earth import format_utc, geodesic_direct
from bongsu.errors import InputError
from bongsu.notices import line_geojson

__all__ = ["SCALE_REMARK", "scale_circles_to_geojson"]

SCALE_REMARK = (
    "Circle for scale only: the distance that the reported flight's speed would give on a standard trajectory, as a mean "
    "over bearings. It shows no place that was or could be reached."
)
_CORNERS = 181  # every 2 deg, closed
_FARTHEST_M = 19_900e3  # nearly half the Earth: beyond, a circle is a point on the other side


def scale_circles_to_geojson(
    latitude_deg: float, longitude_deg: float, radii_km: Sequence[tuple[str, float]], *, name: str, at: datetime
) -> dict[str, Any]:
    """Circles about a launch point as a FeatureCollection of lines, and the point itself.

    Parameters
    ----------
    latitude_deg, longitude_deg : float
        Launch point. [deg]
    radii_km : sequence of (str, float)
        What each radius is (``median``, ``low``, ``high``, ``at least``) and how long it is. [km]
    name : str
        What the flight is called.
    at : datetime
        When it is made; stands in ``generated``.

    Raises
    ------
    InputError
        When a radius is not above 0 and at most 19,900 km.
    """
    features = [
        _feature(
            {"type": "Point", "coordinates": [longitude_deg, latitude_deg]}, f"launch point of {name}", "launch point"
        )
    ]
    bearings = np.linspace(0.0, 360.0, _CORNERS)
    for what, radius_km in radii_km:
        if not 0.0 < radius_km * 1e3 <= _FARTHEST_M:
            raise InputError(f"circle of {radius_km:g} km; expected above 0 and up to {_FARTHEST_M / 1e3:,.0f} km")
        latitude, longitude = geodesic_direct(latitude_deg, longitude_deg, bearings, radius_km * 1e3)
        line = line_geojson(list(zip(latitude.tolist(), longitude.tolist(), strict=True)))
        features.append(_feature(line, f"{name}: {radius_km:,.0f} km ({what})", what, radius_km=round(radius_km, 1)))
    return {
        "type": "FeatureCollection",
        "generated": format_utc(at),
        "credit": f"Made by Bongsu from public sources. Not an official warning. {SCALE_REMARK}",
        "features": features,
    }


def _feature(geometry: dict[str, Any], name: str, kind: str, **more: Any) -> dict[str, Any]:
    properties = {"name": name, "layer": "scale", "kind": kind, "remark": SCALE_REMARK, **more}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
