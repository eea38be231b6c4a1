"""Coasts by country, from which 200 NM bands are measured: Natural Earth 1:50 million, public domain.

Whose coast is whose is Natural Earth's, and no opinion of ours. Islets are missing, and some of them carry zones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import ChartShape, geodetic_to_fixed

__all__ = ["COAST_ERROR_M", "coasts_near"]

COAST_ERROR_M = 8_000.0  # 90 % of 405 ports of the World Port Index lie nearer (scripts/figures who-is-warned)
_CHORD_SPARE_M = 60_000.0  # between points of a coast, and chord against arc within 3,000 km


@dataclass(frozen=True, slots=True)
class _Coasts:
    name: tuple[str, ...]
    country: NDArray[np.int64]  # of each line
    start: NDArray[np.int64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    fixed: NDArray[np.float64]  # (n, 3)


def coasts_near(latitude_deg: float, longitude_deg: float, reach_m: float) -> list[tuple[str, ChartShape]]:
    """Countries with a coast within a distance of a place, each with the lines of its coast near there.

    Parameters
    ----------
    latitude_deg, longitude_deg : float
        [deg]
    reach_m : float
        Up to about 3,000 km. Lines a little farther away may be among them. [m]

    Returns
    -------
    list of (name, ChartShape)
        In the alphabet's order.
    """
    import shapely  # noqa: PLC0415 - 0.1 s to import

    table = _load()
    chord = np.linalg.norm(table.fixed - geodetic_to_fixed(latitude_deg, longitude_deg, 0.0), axis=1)
    near = chord <= reach_m + _CHORD_SPARE_M
    lines: dict[int, list[NDArray[np.float64]]] = {}
    for index in np.flatnonzero(np.add.reduceat(near, table.start[:-1])).tolist():
        part = slice(table.start[index], table.start[index + 1])
        keep = near[part]
        first, last = int(np.argmax(keep)), len(keep) - int(np.argmax(keep[::-1]))
        line = np.column_stack([table.longitude[part], table.latitude[part]])[max(0, first - 1) : last + 1]
        if len(line) > 1:
            lines.setdefault(int(table.country[index]), []).append(line)
    shapes = [
        (table.name[country], ChartShape(geometry=shapely.MultiLineString(parts))) for country, parts in lines.items()
    ]
    return sorted(shapes, key=lambda item: item[0])


@cache
def _load() -> _Coasts:
    with (files("bongsu.notices") / "data" / "coasts.npz").open("rb") as stream, np.load(stream) as data:
        latitude, longitude = (
            np.cumsum(data[axis], dtype=np.int16).astype(float) / 100.0 for axis in ("latitude", "longitude")
        )
        return _Coasts(
            name=tuple(data["name"].tolist()),
            country=data["country"].astype(np.int64),
            start=data["start"].astype(np.int64),
            latitude=latitude,
            longitude=longitude,
            fixed=geodetic_to_fixed(latitude, longitude, 0.0),
        )
