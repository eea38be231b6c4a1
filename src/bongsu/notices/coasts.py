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

__all__ = ["COAST_ERROR_M", "coasts_near", "off_shore_m"]

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


def off_shore_m(latitude_deg: float, longitude_deg: float) -> float:
    """How far out at sea a place lies from the nearest coast; 0 on land. [m]

    Land is where a line to the north pole, which lies in the sea, crosses coasts an odd number of times; of three such
    lines the majority counts. South of 60 S, whose coasts are not in the table, 0. To some 8 km; islets are missing.
    """
    if latitude_deg < _SOUTHERNMOST_DEG:
        return 0.0
    table = _load()
    if sum(_crosses_odd(table, latitude_deg, longitude_deg + aside) for aside in _ASIDE_DEG) >= 2:
        return 0.0
    chord = np.linalg.norm(table.fixed - geodetic_to_fixed(latitude_deg, longitude_deg, 0.0), axis=1)
    return float(chord.min())


_SOUTHERNMOST_DEG = -60.0
_ASIDE_DEG = (-0.0011, 0.0007, 0.0013)  # none on a corner: these lie at hundredths of a degree


def _crosses_odd(table: _Coasts, latitude_deg: float, longitude_deg: float) -> bool:
    """Whether the meridian from a place to the north pole crosses coasts an odd number of times."""
    longitude = (longitude_deg + 180.0) % 360.0 - 180.0
    x, y = table.longitude, table.latitude
    inside = np.ones(len(x) - 1, dtype=bool)
    inside[table.start[1:-1] - 1] = False  # from the end of one line to the start of the next
    hit = inside & ((x[:-1] <= longitude) != (x[1:] <= longitude)) & (np.abs(np.diff(x)) < 180.0)
    where = np.flatnonzero(hit)
    share = (longitude - x[where]) / (x[where + 1] - x[where])
    return bool(np.sum(y[where] + share * (y[where + 1] - y[where]) > latitude_deg) % 2)


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
