"""The edges of the ground that a satellite's camera can be turned to, beside its track."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.cases.imaging import entry_for, imager_of, mean_height_m
from bongsu.earth import fixed_to_geodetic
from bongsu.orbit import ElementSet
from bongsu.overflight import Reach, swath_edges

__all__ = ["reach_edges"]

Vector = NDArray[np.float64]


def reach_edges(item: ElementSet, position_m: Vector, velocity_m_s: Vector) -> dict[str, Any] | None:
    """Where the limits of an imager's reach meet the ground, straight across its track.

    Parameters
    ----------
    item : ElementSet
        Whose it is; its height counts.
    position_m, velocity_m_s : array (n, 3)
        Earth-fixed.

    Returns
    -------
    dict or None
        ``basis``: ``published`` or ``assumed``; ``limits``: for ``sure`` and, where it is wider, ``possible`` a ``name`` and
        ``bands``: pairs of edges, each with ``latitude_deg`` and ``longitude_deg``, lists of length n. None where the table of
        imagers does not have the satellite.
    """
    entry = entry_for(item.norad_id, item.name)
    if entry is None:
        return None
    imager = imager_of(entry, mean_height_m(item))
    limits = [("sure", imager.sure)] + ([("possible", imager.possible)] if imager.possible != imager.sure else [])
    return {
        "basis": "published" if imager.reach_known else "assumed",
        "limits": [{"name": name, "bands": _bands(reach, position_m, velocity_m_s)} for name, reach in limits],
    }


def _bands(reach: Reach, position: Vector, velocity: Vector) -> list[list[dict[str, list[float]]]]:
    return [[_edge(edge) for edge in band] for band in swath_edges(reach, position, velocity)] if len(position) else []


def _edge(ground: Vector) -> dict[str, list[float]]:
    latitude, longitude, _ = fixed_to_geodetic(ground)
    return {"latitude_deg": np.round(latitude, 4).tolist(), "longitude_deg": np.round(longitude, 4).tolist()}
