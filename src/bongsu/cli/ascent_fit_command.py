"""``bongsu ascent fit``."""

from __future__ import annotations

from pathlib import Path

import click

from bongsu.answers import answer_ascent_fit
from bongsu.cli.ascent_fit import known_table, telemetry_table
from bongsu.cli.ascent_loading import say, vehicle_given
from bongsu.cli.options import (
    at_option,
    format_option,
    given_file,
    output_option,
    parse_at,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.terminal import echo, plain
from bongsu.errors import InputError


@click.command("fit")
@click.argument("vehicle")
@click.option("--telemetry", "telemetry_file", metavar="FILE", help="Time, speed, altitude of one launch: CSV or JSON, also .gz, or -.")  # fmt: skip
@click.option("--orbit", "orbit_text", default="", metavar="P,A[,I]", help="Stated orbit at the end of the first burn: perigee, apogee in km, inclination.")  # fmt: skip
@click.option("--source", default="", metavar="WORDS", help="Who showed the telemetry; needed.")
@click.option("--until", default="", metavar="SHARE|S", help="Fit only so much of it (0.5, 50% or seconds), and predict the rest.")  # fmt: skip
@click.option("--pad", default="", metavar="LAT,LON|ID", help="Where from; by the inclination unless given.")
@click.option("--azimuth", type=float, metavar="DEG", help="Of the launch; from the inclination unless given.")
@click.option("--flight", "flight_id", default="", metavar="ID", help="Without telemetry: a known flight, by its stated figures.")  # fmt: skip
@format_option("table", "json", "csv")
@output_option("Write to a file instead (.json, .csv, .svg); may be given again.")
@at_option
def fit(
    vehicle: str,
    telemetry_file: str | None,
    orbit_text: str,
    source: str,
    until: str,
    pad: str,
    azimuth: float | None,
    flight_id: str,
    form: str,
    outputs: tuple[str, ...],
    force: bool,
    at_text: str,
) -> None:
    """Unknown figures of VEHICLE and its programme from telemetry of a launch to orbit, or from stated figures.

    \b
    bongsu ascent fit falcon-9 --telemetry launch.csv --orbit 165,190,28 --source "webcast, 4 March 2016"
    bongsu ascent fit falcon-9 --telemetry launch.json.gz --orbit 514,514,97.4 --source "webcast" --until 0.5
    bongsu ascent fit nuri
    """
    refuse_unwritable(outputs, force=force)
    by_name = {".json": "json", ".csv": "csv", ".svg": "svg", ".txt": "table"}
    forms = {name: by_name.get(Path(name).suffix.lower(), form) for name in outputs}
    if telemetry_file is None and {"csv", "svg"} & {form, *forms.values()}:
        raise InputError("residuals by time are there only for telemetry", advice="use -f table or json")
    answer = answer_ascent_fit(
        vehicle=vehicle_given(vehicle),
        telemetry=given_file(telemetry_file) if telemetry_file else None,
        orbit=orbit_text,
        source=source,
        until=until,
        pad=pad,
        azimuth=azimuth,
        flight=flight_id,
        at=parse_at(at_text),
        progress=say,
    )
    found = answer.found

    def table() -> str:
        if found.figures is not None:
            return known_table(found.item, found.figures)
        return telemetry_table(found.item, answer.problems)

    for name, own in forms.items():
        write_new(name, plain(table()) + "\n" if own == "table" else answer.file(own), force=force)
        echo(f"wrote {name}", err=True)
    if not outputs:
        echo(table() if form == "table" else str(answer.file(form)), nl=form == "table")
