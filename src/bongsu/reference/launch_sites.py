"""Where rockets rise: the shipped table ``launch_sites.toml``, with the Korean sites of ``launches.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from bongsu.provenance import Source
from bongsu.reference.launches import LaunchSite, korean_sites

__all__ = ["launch_site_names", "launch_site_sources", "launch_sites"]


def launch_sites() -> tuple[LaunchSite, ...]:
    """Every known site, those of Korea first."""
    rows = _table()["site"]
    others = [
        LaunchSite(
            id=row["id"],
            name=row["name"],
            latitude_deg=row["latitude_deg"],
            longitude_deg=row["longitude_deg"],
            sources=tuple(row["source"]),
        )
        for row in rows
    ]
    return (*korean_sites(), *others)


def launch_site_names() -> dict[str, tuple[str, ...]]:
    """By site's id: words by which the authority line of a warning means it."""
    return {row["id"]: tuple(row.get("names", ())) for row in _table()["site"]}


def launch_site_sources() -> dict[str, Source]:
    """The table's sources by id."""
    return {row["id"]: Source(**row) for row in _table()["source"]}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("bongsu.reference").joinpath("launch_sites.toml").read_text("utf-8"))
