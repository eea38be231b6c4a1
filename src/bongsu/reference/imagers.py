"""Imaging satellites and what is published of their cameras and radars: the shipped table ``imagers.toml``.

A figure that no source gives is absent, never filled in. Where sources differ, or where a figure has a standard and
a greatest value, it is a range.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from bongsu.provenance import Source

__all__ = ["FIGURES", "ImagerEntry", "ImagerFigure", "RadarMode", "imager_sources", "imagers", "may_have_imager"]

# Name of a figure: its unit and least and greatest sensible value, which a test holds the table to.
FIGURES: dict[str, tuple[str, float, float]] = {
    "nadir_gsd_m": ("m", 0.1, 100.0),
    "altitude_m": ("m", 200e3, 900e3),
    "swath_m": ("m", 1e3, 500e3),
    "aperture_m": ("m", 0.05, 3.0),
    "focal_length_m": ("m", 0.3, 30.0),
    "pixel_m": ("m", 2e-6, 40e-6),
    "max_off_nadir_deg": ("deg", 1.0, 65.0),
    "incidence_min_deg": ("deg", 5.0, 60.0),
    "incidence_max_deg": ("deg", 10.0, 75.0),
    "look_min_deg": ("deg", 1.0, 60.0),
    "look_max_deg": ("deg", 5.0, 65.0),
    "mtf_nyquist": ("", 0.02, 0.6),
    "snr": ("", 5.0, 1000.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagerFigure:
    """One figure, in the unit of its name: equal ``low`` and ``high`` where the source gives one value."""

    what: str
    low: float
    high: float
    mark: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RadarMode:
    """A radar's mode in its publisher's words."""

    name: str
    resolution: str
    swath: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagerEntry:
    """One kind of imaging satellite.

    ``norad`` lists catalogue numbers; ``names`` beginnings of catalogue names, for large fleets. ``kind`` is optical
    or radar; ``pointing`` agile, fixed or side; ``side`` right, left or both for radars. ``scenario`` says that the
    figures describe no known camera; ``retired`` that it takes no pictures any more.
    """

    id: str
    name: str
    kind: str
    owner: str
    country: str
    bands: str
    pointing: str
    figures: tuple[ImagerFigure, ...]
    sources: tuple[str, ...]
    norad: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    side: str = ""
    modes: tuple[RadarMode, ...] = ()
    scenario: str = ""
    retired: str = ""
    remark: str = ""

    def figure(self, what: str) -> ImagerFigure | None:
        """The first figure of that name, or None where none is known."""
        return next((item for item in self.figures if item.what == what), None)


def imagers() -> tuple[ImagerEntry, ...]:
    """Every entry of the shipped table, in its order."""
    return tuple(_entry(dict(row)) for row in _table()["imager"])


def imager_sources() -> dict[str, Source]:
    """The table's sources by id."""
    return {row["id"]: Source(**row) for row in _table()["source"]}


def may_have_imager(norad_id: int) -> bool:
    """Whether the number stands anywhere in the table's text: a quick look before it is read."""
    return str(norad_id) in _text()


@cache
def _text() -> str:
    return resources.files("bongsu.reference").joinpath("imagers.toml").read_text("utf-8")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_text())


def _entry(row: dict[str, Any]) -> ImagerEntry:
    figures = tuple(_figure(dict(figure)) for figure in row.pop("figure"))
    modes = tuple(RadarMode(**mode) for mode in row.pop("mode", ()))
    lists: dict[str, Any] = {name: tuple(row.pop(name, ())) for name in ("norad", "names")}
    return ImagerEntry(figures=figures, modes=modes, sources=tuple(row.pop("source")), **lists, **row)


def _figure(row: dict[str, Any]) -> ImagerFigure:
    if "value" in row:
        row["low"] = row["high"] = row.pop("value")
    return ImagerFigure(sources=tuple(row.pop("source")), **row)
