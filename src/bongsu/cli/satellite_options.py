"""Options of the commands that ask a whole catalogue: which file, which satellites, which places."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import click

from bongsu.cases import (
    ORBIT_CLASSES,
    PURPOSES,
    Filters,
    bundled_element_sets,
    choose_satellites,
    find_norad_id,
    places_apart,
    places_from_sites,
    read_listing,
    read_manoeuvres,
    read_places,
    span_of,
)
from bongsu.cli.options import read_bytes
from bongsu.cli.terminal import echo
from bongsu.errors import BongsuError, InputError, Problem

__all__ = ["chosen_from", "place_options", "places_from", "progress_on_terminal", "satellite_options"]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def satellite_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--elements`` and the filters over it."""
    for option in (
        click.option("--tolerant", is_flag=True, help="Accept element sets with wrong checksums and the like."),
        click.option("--manoeuvres", metavar="FILE", help="Known manoeuvres: CSV or JSON with norad_id, start."),
        click.option("--satcat", metavar="FILE", help="Satellite catalogue (CelesTrak CSV or JSON) for owners."),
        click.option("--over", metavar="FILE", help="GeoJSON area: only satellites above it at the start."),
        click.option(
            "--purpose",
            type=click.Choice(PURPOSES),
            default="imaging",
            show_default=True,
            help="Imagers of the table, of one kind, or any object.",
        ),
        click.option(
            "--class", "classes", type=click.Choice(list(ORBIT_CLASSES)), multiple=True, help="Orbit class; repeatable."
        ),
        click.option("--owner", "owners", multiple=True, metavar="TEXT", help="Owner or country; repeatable."),
        click.option("--name", "names", multiple=True, metavar="TEXT", help="Part of the name; repeatable."),
        click.option("--sat", "numbers", multiple=True, metavar="NUMBER|NAME", help="Satellite; repeatable."),
        click.option(
            "--elements", metavar="FILE", help="TLE, OMM or OEM file (- for standard input); bundled sets else."
        ),
    ):
        function = option(function)
    return function


def place_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Places on the line, ``--sites FILE``."""
    function = click.option("--sites", metavar="FILE", help="Places: CSV (name,latitude,longitude) or GeoJSON.")(
        function
    )
    return click.argument("places", nargs=-1, metavar="[NAME=]SITE...")(function)


def places_from(texts: tuple[str, ...], sites: str | None) -> tuple[list[Any], list[Problem]]:
    """Places of the line and of the file, and what was wrong with single ones.

    Raises
    ------
    InputError
        When there is none.
    """
    found = places_from_sites(texts)
    problems: list[Problem] = []
    if sites:
        more, problems = read_places(read_bytes(sites), where=sites)
        found += more
    if not found:
        raise InputError(
            "no place was given", advice="write SITE as 35.10,129.10 or base=35.10,129.10, or --sites FILE"
        )
    return places_apart(found), problems


def chosen_from(
    options: dict[str, Any], at: datetime, length: timedelta
) -> tuple[list[Any], list[Problem], Any, list[Any]]:
    """Satellites chosen by the options, problems, the window, and known manoeuvres."""
    window = span_of(at, length)
    numbers = frozenset(find_norad_id(text) for text in options["numbers"])
    filters = Filters(
        numbers=numbers,
        names=options["names"],
        owners=options["owners"],
        classes=options["classes"],
        purpose=options["purpose"],
        over=_area(options["over"]),
    )
    listing = read_listing(read_bytes(options["satcat"]), where=options["satcat"]) if options["satcat"] else None
    known = (
        read_manoeuvres(read_bytes(options["manoeuvres"]), where=options["manoeuvres"]) if options["manoeuvres"] else []
    )
    data = read_bytes(options["elements"]) if options["elements"] else None
    chosen, problems = choose_satellites(
        data,
        window,
        filters,
        origin=options["elements"] or "the bundled sets",
        listing=listing,
        bundled=() if data is not None else bundled_element_sets(),
        strict=not options["tolerant"],
    )
    return chosen, problems, window, known


def _area(name: str | None) -> Any:
    if not name:
        return None
    places, _ = read_places(read_bytes(name), where=name)
    region = next((place.region for place in places if place.region is not None), None)
    if region is None:
        raise InputError(f"{name} holds no area", advice="--over needs a GeoJSON Polygon")
    return region


@contextmanager
def progress_on_terminal(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error while it is a terminal; nothing else."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1000, label=label, file=sys.stderr, show_pos=False) as bar:
        shown = 0

        def update(done: int, total: int) -> None:
            nonlocal shown
            now = round(1000 * done / max(total, 1))
            bar.update(now - shown)
            shown = now

        try:
            yield update
        except BongsuError:
            echo(err=True)
            raise
