"""``bongsu flight``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import click

from bongsu.cases import (
    ask_flight,
    ask_range,
    ask_recorded_flight,
    ask_recorded_range,
    finding_json,
    site_from_text,
)
from bongsu.cli.envelope import echo_json, envelope
from bongsu.cli.options import at_option, format_option, parse_at
from bongsu.cli.screen import finding_line, finding_text
from bongsu.cli.terminal import echo
from bongsu.errors import InputError
from bongsu.exchange import scale_circles_to_geojson


class Reported(NamedTuple):
    """A flight as given on the command line."""

    figures: str | None
    apogee_km: str | None
    range_km: str | None
    time_min: str
    party: str
    site: str | None
    azimuth: float | None
    kind: str
    test: str | None


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
    at, reported = parse_at(at_text), _reported(given)
    finding = ask_recorded_flight(reported.test) if reported.test else ask_flight(_report(reported), **_place(reported))
    _show(finding, verbose, form, at)


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
    at, reported = parse_at(at_text), _reported(given)
    if form == "geojson" and not (reported.site or reported.test):
        raise click.UsageError("a circle needs the launch point: --site LAT,LON")
    finding = ask_recorded_range(reported.test) if reported.test else ask_range(_report(reported), **_place(reported))
    if form == "geojson":
        echo_json(_circles(finding, reported, at))
    else:
        _show(finding, verbose, form, at)


def _reported(given: dict[str, Any]) -> Reported:
    """The options, refused where they say too much or too little."""
    reported = Reported(**given)
    options = bool(reported.apogee_km or reported.range_km or reported.time_min)
    if reported.test and (reported.figures is not None or options or reported.site or reported.azimuth is not None):
        raise click.UsageError("--test takes figures and place from the record: give nothing beside it")
    if reported.figures is not None and options:
        raise click.UsageError("give the figures as one text, or by options, not both")
    if not reported.test and reported.figures is None and not (reported.apogee_km and reported.range_km):
        raise click.UsageError('give the figures: "6,248.5 km, 1,090 km, 67.5 min", or --apogee-km and --range-km')
    return reported


def _report(reported: Reported) -> list[tuple[str, ...]]:
    if reported.figures is not None:
        return [(reported.party, reported.figures)]
    return [(reported.party, reported.apogee_km or "", reported.range_km or "", reported.time_min)]


def _place(reported: Reported) -> dict[str, Any]:
    site = site_from_text(reported.site) if reported.site else None
    return {"kind": reported.kind, "site": site, "azimuth_deg": reported.azimuth}


def _show(finding: Any, verbose: bool, form: str, at: Any) -> None:
    if form == "json":
        echo_json(envelope("flight", [finding_json(finding)], at=at))
    elif verbose:
        echo(finding_text(finding))
    else:
        echo(finding_line(finding, caveats=2 if finding.topic == "range" else 1))


def _circles(finding: Any, reported: Reported, at: Any) -> dict[str, Any]:
    """The answer's distances as circles about the launch point."""
    place = finding.details["launch"]
    if place["latitude_deg"] is None or place["longitude_deg"] is None:
        raise click.UsageError("the record has no launch point of that flight: no circle can be drawn")
    distance = finding.estimates.get("distance_km")
    if distance is None:
        raise InputError(f"no circle: {finding.statement}", advice="without -f geojson the whole answer is shown")
    if distance.value is None:
        radii = [("at least", distance.low)]
    else:
        radii = [("low", distance.low), ("median", distance.value), ("high", min(distance.high, 19_900.0))]
    name = reported.test or "the flight"
    return scale_circles_to_geojson(place["latitude_deg"], place["longitude_deg"], radii, name=name, at=at)
