"""``bongsu flight``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from bongsu.answers import Answer, answer_flight_check, answer_flight_range
from bongsu.cli.options import at_option, format_option, parse_at
from bongsu.cli.screen import finding_line, finding_text
from bongsu.cli.terminal import echo


def report_options(function: Callable[..., None]) -> Callable[..., None]:
    """The ways to give one flight's figures."""
    options: list[Callable[[Callable[..., None]], Callable[..., None]]] = [
        click.argument("figures", required=False),
        click.option("--apogee-km", metavar="KM"),
        click.option("--range-km", metavar="KM", help="Ground range flown."),
        click.option("--time-min", metavar="MIN", default=""),
        click.option("--party", default="the report", help="Who reports it."),
        click.option("--site", metavar="LAT,LON", help="Launch point, if known."),
        click.option(
            "--azimuth",
            type=click.FloatRange(0.0, 360.0, max_open=True),
            metavar="DEG",
            help="Direction flown, clockwise from true north.",
        ),
        click.option(
            "--kind", type=click.Choice(["ballistic", "glide", "unknown"]), default="unknown", show_default=True
        ),
        click.option("--test", metavar="ID", help="A flight of the record instead (bongsu record list)."),
        click.option("-v", "--verbose", is_flag=True, help="The whole finding."),
        at_option,
    ]
    for option in reversed(options):
        function = option(function)
    return function


@click.group("flight")
def command() -> None:
    """Do an apogee, a range and a flight time agree? How far would that speed carry?"""


@command.command("check")
@report_options
@format_option("table", "json")
def check(verbose: bool, at_text: str, form: str, **given: Any) -> None:
    """Hold reported FIGURES against the free flight they need. Rounding counts, so write them as reported.

    \b
    bongsu flight check "6,248.5 km, 1,090 km, 67.5 min"
    bongsu flight check --apogee-km 4475 --range-km 950 --time-min 53 --site 39.282,125.869 --azimuth 80
    bongsu flight check --test 2022-03-24
    """
    _show(answer_flight_check(at=parse_at(at_text), **_told(given)), verbose, form)


@command.command("range")
@report_options
@format_option("table", "json", "geojson")
def range_(verbose: bool, at_text: str, form: str, **given: Any) -> None:
    """How far the speed of reported FIGURES would carry on a standard trajectory: a distance, or a lower bound.

    \b
    bongsu flight range "2,802 km, 933 km, 37-39 min" --site 39.872,125.269 --azimuth 86
    bongsu flight range --test 2017-07-04

    A distance and no place; -f geojson draws it as a circle for scale.
    """
    _show(answer_flight_range(at=parse_at(at_text), **_told(given)), verbose, form)


def _told(given: dict[str, Any]) -> dict[str, Any]:
    """The options that were given."""
    return {name: value for name, value in given.items() if value is not None}


def _show(answer: Answer[Any], verbose: bool, form: str) -> None:
    finding = answer.found
    if form != "table":
        echo(str(answer.file(form)), nl=False)
    elif verbose:
        echo(finding_text(finding))
    else:
        echo(finding_line(finding, caveats=2 if finding.topic == "range" else 1))
