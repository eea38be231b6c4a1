"""Missile tests known by reported figures: the shipped table ``missile_tests.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from bongsu.provenance import Source

__all__ = ["MissileTest", "PublishedEstimate", "ReportedFigures", "missile_test_sources", "missile_tests"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigures:
    """One party's figures as written; ``flight_time_min`` is empty where none was given."""

    party: str
    apogee_km: str
    ground_range_km: str
    flight_time_min: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEstimate:
    """What one party said the flight would reach on a standard trajectory, as written."""

    party: str
    distance_km: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissileTest:
    """One flight. ``date`` is the local day in Korea, ``kind`` ballistic or glide; unknown places are None.

    ``remark`` says what is known of the flight that bears on a distance told from it.
    """

    id: str
    name: str
    date: str
    kind: str = "ballistic"
    place: str = ""
    latitude_deg: float | None = None
    longitude_deg: float | None = None
    azimuth_deg: float | None = None
    remark: str = ""
    reported: tuple[ReportedFigures, ...]
    estimates: tuple[PublishedEstimate, ...] = ()
    sources: tuple[str, ...] = ()


def missile_tests() -> tuple[MissileTest, ...]:
    """Every flight of the shipped table, in order of date."""
    return tuple(_test(dict(row)) for row in _table()["test"])


def missile_test_sources() -> dict[str, Source]:
    """The table's sources by id."""
    return {row["id"]: Source(**row) for row in _table()["source"]}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("bongsu.reference").joinpath("missile_tests.toml").read_text("utf-8"))


def _test(row: dict[str, Any]) -> MissileTest:
    reported = tuple(_figures(dict(report)) for report in row.pop("report"))
    estimates = tuple(
        PublishedEstimate(party=one["party"], distance_km=one["distance_km"], sources=tuple(one["source"]))
        for one in row.pop("estimate", ())
    )
    return MissileTest(reported=reported, estimates=estimates, sources=tuple(row.pop("source")), **row)


def _figures(row: dict[str, Any]) -> ReportedFigures:
    return ReportedFigures(sources=tuple(row.pop("source")), **row)
