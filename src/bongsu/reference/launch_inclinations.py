"""Inclinations that launches of each site reached, counted: the shipped table ``launch_inclinations.tsv``.

Made by ``scripts/make_launch_inclinations``, whose words stand at its head. Facts of GCAT (Jonathan McDowell,
planet4589.org, CC-BY) and of the public catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from bongsu.provenance import Source

__all__ = ["LaunchCount", "LaunchHistory", "launch_histories", "launch_history_source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchCount:
    """Launches of a period that reached one inclination, to 0.5 deg; None for a transfer orbit not known."""

    until_year: int  # last year of the period
    inclination_deg: float | None
    launches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchHistory:
    """What is counted of one site; ``state`` is GCAT's code of the state it lies in."""

    site: str
    name: str
    state: str
    latitude_deg: float
    longitude_deg: float
    counts: tuple[LaunchCount, ...]


@cache
def launch_histories() -> tuple[LaunchHistory, ...]:
    """Every site of the table."""
    text = resources.files(__package__).joinpath("launch_inclinations.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    heads: dict[str, tuple[str, str, float, float]] = {}
    counts: dict[str, list[LaunchCount]] = {}
    for site, name, state, latitude, longitude, until, inclination, launches in rows:
        heads[site] = (name, state, float(latitude), float(longitude))
        counts.setdefault(site, []).append(
            LaunchCount(
                until_year=int(until),
                inclination_deg=None if inclination == "transfer" else float(inclination),
                launches=int(launches),
            )
        )
    return tuple(
        LaunchHistory(
            site=site,
            name=name,
            state=state,
            latitude_deg=latitude,
            longitude_deg=longitude,
            counts=tuple(counts[site]),
        )
        for site, (name, state, latitude, longitude) in heads.items()
    )


def launch_history_source() -> Source:
    """Where the counts come from."""
    return Source(
        id="launch-inclinations",
        publisher="Jonathan McDowell, GCAT launch log of December 2024 (CC-BY); public catalogue of 2013, 2021 and 2025",
        address="https://planet4589.org/space/gcat",
        grade="A",
    )
