"""``bongsu flight``."""

from __future__ import annotations

import click

from bongsu.cases import ask_flight, finding_json, site_from_text
from bongsu.cli.envelope import echo_json, envelope
from bongsu.cli.options import at_option, format_option, parse_at
from bongsu.cli.screen import finding_line, finding_text
from bongsu.cli.terminal import echo


@click.group("flight")
def command() -> None:
    """Do an apogee, a range and a flight time agree?"""


@command.command("check")
@click.argument("figures", required=False)
@click.option("--apogee-km", metavar="KM")
@click.option("--range-km", metavar="KM", help="Ground range.")
@click.option("--time-min", metavar="MIN", default="")
@click.option("--party", default="the report", help="Who reports it.")
@click.option("--site", metavar="LAT,LON", help="Launch point, if known.")
@click.option("--azimuth", type=click.FloatRange(0.0, 360.0, max_open=True), metavar="DEG", help="Direction flown.")
@click.option("--kind", type=click.Choice(["ballistic", "glide", "unknown"]), default="unknown", show_default=True)
@click.option("-v", "--verbose", is_flag=True, help="The whole finding.")
@at_option
@format_option("table", "json")
def check(
    figures: str | None,
    apogee_km: str | None,
    range_km: str | None,
    time_min: str,
    party: str,
    site: str | None,
    azimuth: float | None,
    kind: str,
    verbose: bool,
    at_text: str,
    form: str,
) -> None:
    """Hold reported FIGURES against the free flight they need. Rounding counts, so write them as reported.

    \b
    bongsu flight check "6,248.5 km, 1,090 km, 67.5 min"
    bongsu flight check --apogee-km 4475 --range-km 950 --time-min 53 --site 39.282,125.869 --azimuth 80
    """
    at = parse_at(at_text)
    if figures is not None and (apogee_km or range_km or time_min):
        raise click.UsageError("give the figures as one text, or by options, not both")
    if figures is None and not (apogee_km and range_km):
        raise click.UsageError('give the figures: "6,248.5 km, 1,090 km, 67.5 min", or --apogee-km and --range-km')
    finding = ask_flight(
        [(party, apogee_km or "", range_km or "", time_min)] if figures is None else [(party, figures)],
        kind=kind,
        site=site_from_text(site) if site else None,
        azimuth_deg=azimuth,
    )
    if form == "json":
        echo_json(envelope("flight", [finding_json(finding)], at=at))
    elif verbose:
        echo(finding_text(finding))
    else:
        echo(finding_line(finding, caveats=1))
