"""How often each feature was seen of each kind of flight: the shipped table ``attempt_counts.toml``.

Written by ``scripts/make_attempt_counts`` from public records; the counts are ours, and no text of a source is in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from bongsu.provenance import Source

__all__ = ["FLIGHT_KINDS", "AttemptFeature", "AttemptTable", "attempt_sources", "attempt_table"]

FLIGHT_KINDS = ("orbital launch", "lofted ballistic test", "standard ballistic test", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptFeature:
    """One feature: its categories, and how often each was seen of each kind of flight.

    ``counts`` and ``judged`` hold a row for each of :data:`FLIGHT_KINDS`, a figure for each category: what was counted
    (in ``unit``, so that a row may hold fractions) and what we judge it to be worth where nothing could be counted.
    ``family`` names features that one decision or one measurement gives together. ``states`` is the state whose flights
    were counted, empty where the feature holds of any. ``mark`` is ``counted``, ``judged`` or both.
    """

    id: str
    name: str
    family: str
    states: str
    categories: tuple[str, ...]
    counts: tuple[tuple[float, ...], ...]
    judged: tuple[tuple[float, ...], ...]
    unit: str
    note: str
    sources: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Where the figures are from: ``counted``, ``judged``, or ``counted and judged``."""
        words = [word for word, rows in (("counted", self.counts), ("judged", self.judged)) if any(map(any, rows))]
        return " and ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptTable:
    """All features; ``days`` of flights of each kind, ``quiet_years`` in which no test was dressed up as a launch.

    ``held_out`` says what was not counted.
    """

    features: tuple[AttemptFeature, ...]
    days: tuple[int, ...]
    quiet_years: int
    held_out: str


@cache
def attempt_table() -> AttemptTable:
    """The shipped table."""
    about = _table()["about"]
    return AttemptTable(
        features=tuple(_feature(row) for row in _table()["feature"]),
        days=tuple(about["days"]),
        quiet_years=about["quiet_years"],
        held_out=about["held_out"],
    )


def attempt_sources() -> dict[str, Source]:
    """The table's sources by id."""
    return {row["id"]: Source(**row) for row in _table()["source"]}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("bongsu.reference").joinpath("attempt_counts.toml").read_text("utf-8"))


def _feature(row: Mapping[str, Any]) -> AttemptFeature:
    width = len(row["categories"])
    nothing = [[0.0] * width] * len(FLIGHT_KINDS)

    def rows(name: str) -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(float(value) for value in each) for each in row.get(name, nothing))

    return AttemptFeature(
        id=row["id"],
        name=row["name"],
        family=row["family"],
        states=row["states"],
        categories=tuple(row["categories"]),
        counts=rows("counts"),
        judged=rows("judged"),
        unit=row["unit"],
        note=row["note"],
        sources=tuple(row["source"]),
    )
