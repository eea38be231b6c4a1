"""Options of the commands that ask a whole catalogue: which file, which satellites, which places."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import click

from bongsu.answers import Given, WarnAsked
from bongsu.cases import ORBIT_CLASSES, PURPOSES
from bongsu.cli.options import given_file
from bongsu.cli.terminal import echo
from bongsu.errors import BongsuError

__all__ = [
    "asked_of",
    "place_options",
    "progress_on_terminal",
    "satellite_options",
    "steps_on_terminal",
]

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


def asked_of(options: dict[str, Any], at: datetime, length: str, language: str = "en") -> WarnAsked:
    """The question that the options of ``warn`` make."""

    def file(name: str) -> Given | None:
        return given_file(options[name]) if options[name] else None

    return WarnAsked(
        places=options["places"],
        sites=file("sites"),
        elements=file("elements"),
        sat=options["numbers"],
        name=options["names"],
        owner=options["owners"],
        class_=options["classes"],
        purpose=options["purpose"],
        over=file("over"),
        satcat=file("satcat"),
        manoeuvres=file("manoeuvres"),
        tolerant=options["tolerant"],
        at=at,
        for_=length,
        sun=options["min_sun"],
        level=options["level"],
        lang=language,
    )


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


@contextmanager
def steps_on_terminal(label: str) -> Iterator[Callable[[str, int, int], None]]:
    """The same for answers, which also say what they do."""
    with progress_on_terminal(label) as update:
        yield lambda what, done, steps: update(done, steps)
