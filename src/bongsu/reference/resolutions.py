"""What the UN Security Council demands of North Korea's launches: the shipped table ``resolutions.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from bongsu.provenance import Source

__all__ = ["CouncilStatement", "Resolution", "council_statement", "resolution_sources", "resolutions", "state_outline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One resolution. ``adopted`` is an ISO day; ``paragraph`` and its grade, ``covers`` as the table's head explains."""

    number: str
    adopted: str
    covers: str
    demands: str
    paragraph: str = ""
    paragraph_grade: str = ""
    quotation: str = ""
    sources: tuple[str, ...]

    @property
    def title(self) -> str:
        """``1874 (2009)``."""
        return f"{self.number} ({self.adopted[:4]})"


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilStatement:
    """A statement of the Council's President: no resolution, but how the Council reads its own words."""

    name: str
    adopted: str
    quotation: str
    sources: tuple[str, ...]


def resolutions() -> tuple[Resolution, ...]:
    """Every resolution of the table, in order of adoption."""
    return tuple(
        Resolution(**{key: value for key, value in row.items() if key != "source"}, sources=tuple(row["source"]))
        for row in _table()["resolution"]
    )


def council_statement() -> CouncilStatement:
    """The President's statement of April 2012 on satellite launches."""
    row = dict(_table()["statement"])
    return CouncilStatement(sources=tuple(row.pop("source")), **row)


def resolution_sources() -> dict[str, Source]:
    """The table's sources by id."""
    return {row["id"]: Source(**row) for row in _table()["source"]}


def state_outline() -> tuple[str, tuple[tuple[float, float], ...]]:
    """The state that the resolutions bind, and a coarse outline of it with the sea just off it. [deg]"""
    row = _table()["state"]
    return row["name"], tuple((float(latitude), float(longitude)) for latitude, longitude in row["outline"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("bongsu.reference").joinpath("resolutions.toml").read_text("utf-8"))
