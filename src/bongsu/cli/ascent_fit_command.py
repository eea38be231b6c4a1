"""``bongsu ascent fit``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bongsu.cases import (
    ascent_to_json,
    find_flight,
    fit_to_json,
    known_vehicle_ids,
    orbit_from_words,
    read_telemetry,
    residuals_csv,
    rise_from,
    run_ascent,
    run_telemetry_fit,
    until_from_words,
)
from bongsu.cli.ascent_fit import known_table, telemetry_table
from bongsu.cli.ascent_loading import loaded, say
from bongsu.cli.envelope import envelope
from bongsu.cli.options import (
    at_option,
    format_option,
    output_option,
    parse_at,
    read_bytes,
    read_words,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.terminal import dump_json, echo, plain
from bongsu.errors import InputError, Problem


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
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    described, flights = loaded(vehicle)
    if telemetry_file is None:
        _refuse_without_telemetry(orbit_text, until, pad, azimuth, flights)
        _fit_known(described, find_flight(described, flights, flight_id), form, outputs, force, at)
        return
    if not source.strip():
        raise InputError(
            "--source is missing: only a sourced flight is fitted",
            advice='say who showed it: --source "webcast of ..."',
        )
    orbit = orbit_from_words(orbit_text) if orbit_text else None
    where = "standard input" if telemetry_file == "-" else Path(telemetry_file).name
    telemetry = read_telemetry(read_bytes(telemetry_file), where=where)
    rise = rise_from(
        vehicle,
        None if vehicle in known_vehicle_ids() else read_words(vehicle),
        pad=pad,
        azimuth_deg=azimuth,
        inclination_deg=None if orbit is None else orbit.inclination_deg,
    )
    seconds = until_from_words(until, telemetry) if until else None
    say(f"fitting {described.name} to {len(telemetry.time_s):,} samples")
    run = run_telemetry_fit(
        described, telemetry, rise, source=source.strip(), where=where, stated=orbit, until_s=seconds
    )
    item = fit_to_json(run)
    _write_fit(item, telemetry.problems, form, outputs, force, at, lambda: telemetry_table(item, telemetry.problems))


def _refuse_without_telemetry(orbit: str, until: str, pad: str, azimuth: float | None, flights: Any) -> None:
    """Options that are for telemetry only, and vehicles without a known flight."""
    given = [name for name, value in (("--orbit", orbit), ("--until", until), ("--pad", pad)) if value]
    given += ["--azimuth"] if azimuth is not None else []
    if given or not flights:
        what = f"{given[0]} goes with telemetry" if given else "the vehicle has no known flight in its file"
        raise InputError(
            f"{what}, and --telemetry is missing", advice='give --telemetry FILE --source "..." (time, speed, altitude)'
        )


def _fit_known(described: Any, known: Any, form: str, outputs: tuple[str, ...], force: bool, at: datetime) -> None:
    """The fit to a known flight's stated figures, as simulate makes it."""
    if form == "csv" or any(Path(name).suffix.lower() in (".csv", ".svg") for name in outputs):
        raise InputError("residuals by time are there only for telemetry", advice="use -f table or json")
    run = run_ascent(described, known, progress=say)
    item = ascent_to_json(run)
    figures = [{"name": name, "value": value, "error": error} for name, (value, error) in run.fit.figures().items()]
    item = {key: item[key] for key in ("vehicle", "flight", "name", "converged", "orbit", "stated")} | {
        "figures": figures
    }
    _write_fit(item, (), form, outputs, force, at, lambda: known_table(item, figures))


def _write_fit(
    item: dict[str, Any],
    problems: Sequence[Problem],
    form: str,
    outputs: tuple[str, ...],
    force: bool,
    at: datetime,
    table: Callable[[], str],
) -> None:
    """A fit to files or to the screen."""

    def written(own: str) -> str:
        if own == "svg":
            from bongsu.reports import telemetry_svg  # noqa: PLC0415

            return telemetry_svg(item)
        if own == "csv":
            return residuals_csv(item)
        if own == "json":
            return dump_json(envelope("ascent-fit", [item], at=at, problems=problems)) + "\n"
        return plain(table()) + "\n"

    for name in outputs:
        own = {".json": "json", ".csv": "csv", ".svg": "svg", ".txt": "table"}.get(Path(name).suffix.lower(), form)
        write_new(name, written(own), force=force)
        echo(f"wrote {name}", err=True)
    if not outputs:
        echo(table() if form == "table" else written(form), nl=form == "table")
