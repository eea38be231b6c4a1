"""Satellite launches and what each party said of them: the shipped table ``launches.toml``.

Values that disagree stand side by side and none is preferred; ``mark`` says why one should not be used as it stands.
Figures are kept as written, because the rounding counts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any, TypeVar

from bongsu.provenance import Source

__all__ = [
    "CataloguedObject",
    "FirstElementSet",
    "Launch",
    "LaunchNotice",
    "LaunchSite",
    "ReportedDecay",
    "ReportedFall",
    "ReportedOrbit",
    "ReportedTime",
    "Statement",
    "korean_sites",
    "launch_sources",
    "launches",
]

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchSite:
    """Where it rose, on WGS 84. [deg]"""

    id: str
    name: str
    latitude_deg: float
    longitude_deg: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedTime:
    """One party's time in the zone it used; ``precision_s`` is half the step it was given in (30 for a minute)."""

    party: str
    time: datetime
    precision_s: float = 0.5
    mark: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFall:
    """Where a party says something came down. ``inside`` the notified area: inside, outside or not said (empty)."""

    label: str
    party: str
    text: str = ""
    time: datetime | None = None
    latitude_deg: float | None = None
    longitude_deg: float | None = None
    uncertainty_km: float | None = None
    distance_km: str = ""  # from the site, as written
    inside: str = ""
    mark: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedOrbit:
    """An orbit as written. ``kind``: claimed, announced, announced beforehand, catalogued or computed."""

    party: str
    kind: str
    perigee_km: str
    apogee_km: str
    inclination_deg: str = ""
    period: str = ""
    mark: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchNotice:
    """A warning or its revision: when issued, its window, the daily slot (UTC) if it has one, its areas in words.

    ``id`` names it in the archive; ``numbers`` are those under which it was published, where known; ``areas_of`` is the
    id of the notice whose areas it is reported to give again.
    """

    id: str
    party: str
    issued: str
    start: datetime
    end: datetime
    daily: str = ""
    areas: str = ""
    remark: str = ""
    numbers: tuple[str, ...] = ()
    areas_of: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Anything else that a party said, under the heading ``what``."""

    what: str
    party: str
    text: str
    mark: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguedObject:
    """An object of the launch in the US catalogue; ``designator`` is empty where no source gives it."""

    norad_id: int
    designator: str
    name: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDecay:
    """When a party says an object came down; ``date`` as known, for example ``not before 2023-09-30``."""

    norad_id: int
    party: str
    date: str
    mark: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstElementSet:
    """The first element set published of an object, as printed: two lines, which may need a tolerant reader."""

    tle: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """One attempt. ``id`` and ``date`` are the UTC day; ``number`` counts North Korea's, None for others.

    ``outcome`` is orbit or failed; ``case`` and ``case_launch`` name the bundled case that treats it, if any.
    """

    id: str
    number: int | None = None
    name: str
    date: str
    local_date: str
    country: str
    site: LaunchSite
    vehicle: str
    payload: str
    outcome: str
    case: str = ""
    case_launch: str = ""
    lift_offs: tuple[ReportedTime, ...]
    insertions: tuple[ReportedTime, ...] = ()
    falls: tuple[ReportedFall, ...] = ()
    orbits: tuple[ReportedOrbit, ...] = ()
    notices: tuple[LaunchNotice, ...] = ()
    statements: tuple[Statement, ...] = ()
    objects: tuple[CataloguedObject, ...] = ()
    decays: tuple[ReportedDecay, ...] = ()
    element_sets: tuple[FirstElementSet, ...] = ()
    sources: tuple[str, ...]


def launches() -> tuple[Launch, ...]:
    """Every launch of the shipped table, in order of date."""
    sites = {site.id: site for site in korean_sites()}
    return tuple(sorted((_launch(row, sites) for row in _table()["launch"]), key=lambda item: item.date))


def korean_sites() -> tuple[LaunchSite, ...]:
    """The launch sites that the table names."""
    return tuple(_one(row, LaunchSite) for row in _table()["site"])


def launch_sources() -> dict[str, Source]:
    """The table's sources by id."""
    return {row["id"]: Source(**row) for row in _table()["source"]}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("bongsu.reference").joinpath("launches.toml").read_text("utf-8"))


# Name in the table, name and kind of its field.
_PARTS: tuple[tuple[str, str, type[Any]], ...] = (
    ("lift_off", "lift_offs", ReportedTime),
    ("insertion", "insertions", ReportedTime),
    ("fall", "falls", ReportedFall),
    ("orbit", "orbits", ReportedOrbit),
    ("notice", "notices", LaunchNotice),
    ("statement", "statements", Statement),
    ("object", "objects", CataloguedObject),
    ("decay", "decays", ReportedDecay),
    ("element_set", "element_sets", FirstElementSet),
)


def _launch(row: dict[str, Any], sites: dict[str, LaunchSite]) -> Launch:
    row = dict(row)
    parts = {field: tuple(_one(part, kind) for part in row.pop(name, ())) for name, field, kind in _PARTS}
    return _one({**row, "site": sites[row["site"]], **parts}, Launch)


def _one(row: dict[str, Any], kind: Callable[..., _Row]) -> _Row:
    """A row as a value, its lists as tuples; ``source`` becomes ``sources``."""
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items() if name != "source"
    }
    return kind(**values, sources=tuple(row["source"]))
