"""Who is responsible for warnings where: the shipped tables ``navareas.toml`` and ``firs.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["ChartRing", "WarningRegion", "flight_information_regions", "navareas"]

ChartRing = tuple[tuple[float, float], ...]  # (latitude, longitude) [deg]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningRegion:
    """A NAVAREA or FIR.

    ``id`` is ``NAVAREA XI`` or a designator (``RKRR``); ``rings`` are its parts, straight lines on a chart, not closed;
    ``unit`` who answers for it, "" where the table does not say; ``source`` where its limits come from; ``note`` what is
    not right about them.
    """

    id: str
    name: str
    rings: tuple[ChartRing, ...]
    unit: str = ""
    source: str
    note: str = ""


@cache
def navareas() -> tuple[WarningRegion, ...]:
    """The 21 NAVAREAs in order."""
    table = _table("navareas.toml")
    source = f"{table['source']['publisher']}: {table['source']['title']}"
    return tuple(
        WarningRegion(
            id=f"NAVAREA {row['number']}", name=f"NAVAREA {row['number']}", rings=_rings(row["limits"]), source=source
        )
        for row in table["navarea"]
    )


@cache
def flight_information_regions() -> tuple[WarningRegion, ...]:
    """The few FIRs whose published coordinates are shipped."""
    return tuple(
        WarningRegion(
            id=row["designator"],
            name=row["name"],
            rings=_rings(row["limits"]),
            unit=row["unit"],
            source=f"{row['publisher']}, {row['published']}",
            note=row["note"],
        )
        for row in _table("firs.toml")["fir"]
    )


def _rings(limits: list[list[list[float]]]) -> tuple[ChartRing, ...]:
    return tuple(tuple((float(latitude), float(longitude)) for latitude, longitude in ring) for ring in limits)


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("bongsu.reference").joinpath(name).read_text("utf-8"))
