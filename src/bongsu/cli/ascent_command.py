"""``bongsu ascent``."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from bongsu.answers import (
    Answer,
    answer_ascent_fail,
    answer_ascent_list,
    answer_ascent_show,
    answer_ascent_simulate,
    compared_words,
)
from bongsu.cases import ASCENT_LIMITS, compile_ascent
from bongsu.cli.ascent_fit_command import fit
from bongsu.cli.ascent_loading import say, vehicle_given
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import (
    at_option,
    format_option,
    given_file,
    output_option,
    parse_at,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import echo, one_line, paint, plain, show_bar

_FORMS = {
    ".json": "json", ".geojson": "geojson", ".kml": "kml", ".czml": "czml", ".svg": "svg", ".png": "png", ".txt": "table"
}  # fmt: skip
_WHEN = {"early cut": "before its planned end", "thrust loss": "after ignition", "burst": "after lift-off"}
_KINDS = ("none", "no-ignition", "early-cut", "thrust-loss", "burst", "no-separation")


@click.group("ascent")
def command() -> None:
    """Fly a described launcher forwards: its way, its failures, and where and when its parts fall.

    VEHICLE is a shipped one (bongsu ascent list) or a vehicle file. Only launchers to orbit are modelled.
    """


@command.command("list")
@format_option("table", "json")
@at_option
def list_(form: str, at_text: str) -> None:
    """Shipped vehicles and their known flights."""
    answer = answer_ascent_list(at=parse_at(at_text))
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    items = answer.found
    rows = [
        [
            item["id"],
            item["name"],
            ", ".join(flight["id"] for flight in item["flights"]) or "-",
            str(len(item["figures"])),
        ]
        for item in items
    ]
    table, _ = laid_out(["ID", "VEHICLE", "KNOWN FLIGHTS", "FIGURES"], rows, width=width_of_terminal(), left=(0, 1, 2))
    echo("\n".join(table))
    echo("  The vehicle of May 2024 is not among them: no figure of it was found.")


@command.command("show")
@click.argument("vehicle")
@format_option("table", "json", "toml")
@at_option
def show(vehicle: str, form: str, at_text: str) -> None:
    """Every figure of VEHICLE with its range, its mark and its sources; -f toml gives the file to begin your own from."""
    answer = answer_ascent_show(vehicle=vehicle_given(vehicle), at=parse_at(at_text))
    if form != "table":
        echo(str(answer.file(form)), nl=False)
        return
    item = answer.found.item
    rows = [
        [
            row["name"],
            f"{row['low']:,.6g}",
            f"{row['value']:,.6g}",
            f"{row['high']:,.6g}",
            row["mark"],
            ", ".join(row["sources"]),
        ]
        for row in item["figures"]
    ]
    table, _ = laid_out(
        ["FIGURE (SI)", "LOW", "VALUE", "HIGH", "MARK", "SOURCES"],
        rows,
        width=width_of_terminal(),
        left=(0, 4, 5),
        lose=(5,),
    )
    echo(paint(one_line(f"{item['name']}. {item['summary']}"), "bold"))
    echo("\n".join(table))
    echo("  S sourced, D arithmetic from sourced figures, F fitted (5-95 %), P assumed. Fitted figures hang together.")
    for flight in item["flights"]:
        told = ", ".join(
            dict.fromkeys([*flight["sources"], *(each for row in flight["stated"] for each in row["sources"])])
        )
        words = f"flight {flight['id']}, {flight['name']}: an orbit and {len(flight['stated'])} stated figures ({told})"
        echo(
            "\n".join(
                textwrap.wrap(one_line(words), width_of_terminal(), initial_indent="  ", subsequent_indent="    ")
            )
        )
    for source in item["sources"]:
        of = f", passing on {source['of']}" if source["of"] else ""
        words = f"{source['id']}: {source['publisher']}{of} (grade {source['grade']}) {source['address']}"
        echo(
            "\n".join(
                textwrap.wrap(one_line(words), width_of_terminal(), initial_indent="  ", subsequent_indent="    ")
            )
        )


@command.command("simulate")
@click.argument("vehicle")
@click.option("--flight", "flight_id", default="", metavar="ID", help="Which known flight; the first unless given.")
@click.option("--lift-off", metavar="TIME", help="Another time of lift-off.")
@format_option("table", "json", "geojson", "kml", "czml", "svg")
@output_option("Write to a file instead (.png, .svg, .json, .geojson, .kml, .czml); may be given again.")
@at_option
def simulate(
    vehicle: str, flight_id: str, lift_off: str | None, form: str, outputs: tuple[str, ...], force: bool, at_text: str
) -> None:
    """Fit VEHICLE to the stated orbit of a flight of its, and fly it.

    \b
    bongsu ascent simulate nuri
    bongsu ascent simulate chollima-1 -o flight.png -o flight.kml
    """
    at = parse_at(at_text)
    _refuse_unknown(outputs)
    refuse_unwritable(outputs, force=force)
    answer = answer_ascent_simulate(
        vehicle=vehicle_given(vehicle), flight=flight_id, lift_off=lift_off or "", at=at, progress=say
    )
    _put(answer, form, outputs, force, lambda: _flight_table(answer.found))


@command.command("fail")
@click.argument("vehicle")
@click.option("--failure", type=click.Choice(_KINDS), default="none", show_default=True, help="What goes wrong.")
@click.option("--stage", default="", metavar="NAME", help="The stage it befalls.")
@click.option("--after", default="0", metavar="S[,S]", help="When (early-cut: before the planned end; thrust-loss: after ignition; burst: from lift-off); a range.")  # fmt: skip
@click.option("--share", default=0.5, show_default=True, help="Thrust left after a thrust-loss.")
@click.option("--flights", "count", default=2000, show_default=True, help="How many are flown.")
@click.option("--seed", default=20231121, show_default=True, help="Of the random draws.")
@click.option("--compare", metavar="CASE|FILE", help="Hold the falls against the notified areas and reported falls of a case, or the areas of a warning or NOTAM.")  # fmt: skip
@click.option("--launch", default="", metavar="ID", help="Which launch of that case; its primary one unless given.")
@click.option("--still-air", is_flag=True, help="Without wind (drawn for each flight unless given).")
@click.option("--flight", "flight_id", default="", metavar="ID", help="Which known flight; the first unless given.")
@click.option("--lift-off", metavar="TIME", help="Another time of lift-off.")
@format_option("table", "json", "geojson", "kml", "czml", "svg")
@output_option("Write to a file instead (.png, .svg, .json, .geojson, .kml, .czml); may be given again.")
@at_option
def fail(
    vehicle: str,
    failure: str,
    stage: str,
    after: str,
    share: float,
    count: int,
    seed: int,
    compare: str | None,
    launch: str,
    still_air: bool,
    flight_id: str,
    lift_off: str | None,
    form: str,
    outputs: tuple[str, ...],
    force: bool,
    at_text: str,
) -> None:
    """Where and when parts of VEHICLE come down: as planned, or after a failure.

    \b
    bongsu ascent fail nuri
    bongsu ascent fail chollima-1 --failure no-ignition --stage 2 --lift-off 2023-05-30T21:27:00Z \\
        --compare malligyong-1 --launch flight-1
    bongsu ascent fail nuri --compare warning.txt -o falls.png
    bongsu ascent fail chollima-1 --failure burst --after 80,120 -o burst.kml
    """
    at = parse_at(at_text)
    _refuse_unknown(outputs)
    refuse_unwritable(outputs, force=force)
    answer = answer_ascent_fail(
        vehicle=vehicle_given(vehicle),
        failure=failure,
        stage=stage,
        after=after,
        share=share,
        flights=count,
        seed=seed,
        compare=None if compare is None else compare if compare in _case_names() else given_file(compare),
        launch=launch,
        still_air=still_air,
        flight=flight_id,
        lift_off=lift_off or "",
        at=at,
        progress=say,
        warm=warm_flights,
    )
    echo_problems(answer.problems)
    found = answer.found
    words = compared_words(found.head.get("compared", []))
    _put(answer, form, outputs, force, lambda: _fall_table(found.head, found.items, words))


def _case_names() -> Sequence[str]:
    from bongsu.cases import bundled_case_names  # noqa: PLC0415 - a fall without a case needs no schema

    return bundled_case_names()


def _refuse_unknown(outputs: tuple[str, ...]) -> None:
    for name in outputs:
        if Path(name).suffix.lower() not in _FORMS:
            raise click.UsageError(f"-o {name}: the ending says the form; use {', '.join(_FORMS)}")


def warm_flights(flights: int = 10_000) -> float:
    """Compile the engine of so many flights, or load it; says so on standard error where it takes long. Seconds taken."""
    began = time.perf_counter()
    said: list[bool] = []

    def report(name: str, share: float, compiling: bool) -> None:
        if compiling and not said:
            echo("compiling the engine of flights: once after installation, about 10 s of a processor", err=True)
            said.append(True)
        if compiling:
            show_bar(share, name)

    compile_ascent(flights, report)
    return time.perf_counter() - began


def _put(answer: Answer[Any], form: str, outputs: tuple[str, ...], force: bool, table: Callable[[], str]) -> None:
    """Write the answer in its form, to files or to the screen."""
    for name in outputs:
        own = _FORMS.get(Path(name).suffix.lower(), form)
        write_new(name, plain(table()) + "\n" if own == "table" else answer.file(own), force=force)
        echo(f"wrote {name}", err=True)
    if not outputs:
        echo(table() if form == "table" else str(answer.file(form)), nl=form == "table")


def _flight_table(item: dict[str, Any]) -> str:
    rows = [
        [
            row["label"],
            f"{row['t_s']:.1f}",
            row["time"][11:19],
            f"{row['height_m'] / 1e3:.1f}",
            f"{row['ground_speed_m_s']:.0f}",
            f"{row['inertial_speed_m_s']:.0f}",
            f"{row['climb_angle_deg']:.1f}",
            "-" if row["heading_deg"] is None else f"{row['heading_deg']:.0f}",
            f"{row['latitude']:.2f}",
            f"{row['longitude']:.2f}",
        ]
        for row in item["events"]
    ]
    rows += [
        [f"{row['label']} falls", f"{row['t_s']:.0f}", row["time"][11:19], "0", "", "", "", "", f"{row['latitude']:.2f}", f"{row['longitude']:.2f}"]
        for row in item["falls"]
    ]  # fmt: skip
    heads = ["EVENT", "T+ s", "UTC", "HEIGHT km", "OVER GROUND m/s", "INERTIAL m/s", "CLIMB", "HEADING", "LAT", "LON"]
    table, _ = laid_out(heads, rows, width=width_of_terminal(), left=(0, 2), lose=(7, 6, 5))
    orbit = item["orbit"]
    lines = [
        paint(f"{item['name']}, lift-off {item['lift_off']}", "bold"),
        f"  orbit at the end of thrust {orbit['perigee_km']:.0f} x {orbit['apogee_km']:.0f} km, {orbit['inclination_deg']:.1f} deg",
        *table,
        "  Fitted to what was stated (flown less stated; these figures are no check):",
    ]
    lines += [
        f"    {row['what']:<38}{row['flown_less_stated']:>+12,.1f}  of +-{row['error']:,.6g}"
        + ("" if abs(row["flown_less_stated"]) <= 3 * row["error"] else "   NOT MET")
        for row in item["stated"]
    ]
    lines += _known(item["free"])
    if not item["converged"]:
        lines.append("  No programme within the vehicle's ranges meets every stated figure: see NOT MET.")
    return "\n".join([*lines, *(f"  {words}" for words in ASCENT_LIMITS)])


def _known(free: dict[str, int]) -> list[str]:
    """How much of what is free the stated figures can tell."""
    unknown = free["programme"] + free["vehicle"]
    said = f"  {free['stated']} stated figures for {unknown} free ones ({free['programme']} of the programme, {free['vehicle']} of the vehicle):"
    if free["stated"] < free["programme"]:
        return [said, "  FEWER THAN THE PROGRAMME ALONE HAS: the way is held by what is assumed, and is one of many."]
    return [said + " the rest is held by its ranges."]


def _fall_table(head: dict[str, Any], falls: list[dict[str, Any]], compared: list[str]) -> str:
    rows = [
        [
            row["label"] if row["probability"] == 0.5 else "",
            f"{row['probability']:.0%}",
            row["start"][11:19],
            row["surface_start"][11:19],
            row["end"][11:19],
            f"{row['area_km2']:,.0f}",
            f"{row['semi_major_km']:.0f} x {row['semi_minor_km']:.0f}",
            f"{row['median_latitude']:.2f}, {row['median_longitude']:.2f}" if row["probability"] == 0.5 else "",
        ]
        for row in falls
    ]
    heads = [
        "FALLS OF",
        "HOLDS",
        "FROM FL600",
        "SURFACE FROM",
        "CLEAR AFTER",
        "AREA km2",
        "SEMI-AXES km",
        "MEDIAN PLACE",
    ]
    table, _ = laid_out(heads, rows, width=width_of_terminal(), left=(0, 2, 3, 4, 7), lose=(5, 3))
    failure = head["failure"]
    what = failure["kind"] if failure["kind"] != "none" else "as planned"
    if failure["kind"] in _WHEN:
        first, last = failure["at_s"]
        what += f" {first:g} s" if first == last else f" {first:g} to {last:g} s"
        what += f" {_WHEN[failure['kind']]}"
    stage = f" of stage {failure['stage']}" if failure["stage"] else ""
    lines = [
        paint(f"{head['vehicle']}, lift-off {head['lift_off']}: {what}{stage}", "bold"),
        f"  {head['flights']:,} flights of {head['sets']} whole sets fitted to flight {head['flight']}, seed {head['seed']}; UTC",
        *table,
    ]
    lines += compared
    for body in head["bodies"]:
        if body["share_of_flights"] < 0.999:
            lines.append(f"  {body['label']}: comes down in {body['share_of_flights']:.1%} of the flights")
    return "\n".join([*lines, *(f"  {words}" for words in ASCENT_LIMITS)])


command.add_command(fit)
