"""The coasts and borders that maps are drawn on: Natural Earth 1:50 million, public domain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

__all__ = ["Lines", "World", "load_world"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Many lines as one: line ``i`` holds the points ``start[i]`` up to ``start[i + 1]``, in degrees."""

    latitude_deg: NDArray[np.float64]
    longitude_deg: NDArray[np.float64]
    start: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Closed outlines of land (to be filled by the even-odd rule) and borders between two countries."""

    land: Lines
    border: Lines


@cache
def load_world() -> World:
    """The shipped file, read once (``scripts/make_world`` says how it is laid out)."""
    with (files("bongsu.reports") / "data" / "world.npz").open("rb") as stream, np.load(stream) as data:
        parts = {}
        for name in ("land", "border"):
            latitude, longitude = (
                np.cumsum(data[f"{name}_{axis}"], dtype=np.int16).astype(float) / 100.0
                for axis in ("latitude", "longitude")
            )
            parts[name] = Lines(
                latitude_deg=latitude, longitude_deg=longitude, start=data[f"{name}_start"].astype(np.int64)
            )
    return World(land=parts["land"], border=parts["border"])
