"""``bongsu ascent``."""

from __future__ import annotations

import re
import textwrap
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bongsu.cases import (
    ASCENT_LIMITS,
    ascent_to_json,
    compile_ascent,
    failure_from_words,
    failure_to_json,
    fall_items,
    find_flight,
    known_vehicle_ids,
    load_vehicle,
    run_ascent,
    run_failure,
    vehicle_file,
    vehicle_to_json,
)
from bongsu.cli.ascent_fit_command import fit
from bongsu.cli.ascent_loading import loaded, say
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_json, echo_problems, envelope
from bongsu.cli.options import (
    at_option,
    format_option,
    output_option,
    parse_at,
    parse_moment,
    read_words,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import dump_json, echo, one_line, paint, plain, show_bar
from bongsu.errors import InputError, Problem

_FORMS = {
    ".json": "json", ".geojson": "geojson", ".kml": "kml", ".czml": "czml", ".svg": "svg", ".png": "png", ".txt": "table"
}  # fmt: skip
_CASE = re.compile(r"^\s*\[case\]", re.MULTILINE)
_WHEN = {"early cut": "before its planned end", "thrust loss": "after ignition", "burst": "after lift-off"}
_NEAR_KM = 200.0  # areas further from a part's median fall than this belong to another part
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
    at = parse_at(at_text)
    items = [vehicle_to_json(*load_vehicle(name)) for name in known_vehicle_ids()]
    if form == "json":
        echo_json(envelope("ascent-vehicles", items, at=at))
        return
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
    at = parse_at(at_text)
    if form == "toml":
        loaded(vehicle)
        echo(vehicle_file(vehicle) if vehicle in known_vehicle_ids() else read_words(vehicle), nl=False)
        return
    item = vehicle_to_json(*loaded(vehicle))
    if form == "json":
        echo_json(envelope("ascent-vehicle", [item], at=at))
        return
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
    moment = parse_moment(lift_off, "--lift-off") if lift_off else None
    described, flights = loaded(vehicle)
    run = run_ascent(described, find_flight(described, flights, flight_id), lift_off=moment, progress=say)
    item = ascent_to_json(run)

    def picture() -> str:
        from bongsu.reports import ascent_map_svg  # noqa: PLC0415 - heavy, only when asked

        return ascent_map_svg(run, at=at)

    _put(item, [], form, outputs, force, at, lambda: _flight_table(item), picture, kind="ascent", items=[item])


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
    moment = parse_moment(lift_off, "--lift-off") if lift_off else None
    described, flights = loaded(vehicle)
    known = find_flight(described, flights, flight_id)
    problems: list[Problem] = []
    areas, told = _compared_with(compare, launch, problems) if compare else ([], None)
    event = failure_from_words(failure, stage, _times(after), share)
    warm_flights(count)
    run = run_failure(
        described,
        known,
        event,
        flights=count,
        seed=seed,
        lift_off=moment,
        still_air=still_air,
        progress=say,
        flown=lambda done, whole: show_bar(done / whole, f"{done:,} of {whole:,} flights"),
    )
    falls, head = fall_items(run), failure_to_json(run)
    if compare:
        from bongsu.cases import compare_falls  # noqa: PLC0415 - a fall without a case needs no schema

        head["compared"] = compare_falls(run, areas, told.fall if told else ())
    words = _compared(head.get("compared", []))
    echo_problems(problems)

    def picture() -> str:
        from bongsu.reports import fall_map_svg  # noqa: PLC0415 - heavy, only when asked

        return fall_map_svg(run, at=at, areas=areas, launch=told, notes=[each.strip() for each in words])

    _put(
        None,
        falls,
        form,
        outputs,
        force,
        at,
        lambda: _fall_table(head, falls, words),
        picture,
        kind="ascent-falls",
        items=falls,
        run=head,
    )


def _compared_with(name: str, launch_id: str, problems: list[Problem]) -> tuple[list[Any], Any]:
    """Areas to compare with, and the launch whose reported falls are; of a case, or of the text of a notice."""
    from bongsu.cases import (  # noqa: PLC0415 - a fall without a case needs no schema
        areas_of_case,
        areas_of_notices,
        bundled_case,
        bundled_case_names,
        case_from_text,
        launch_of,
        read_notice_text,
    )

    if name in bundled_case_names():
        case = bundled_case(name)
    else:
        text = read_words(name)
        if Path(name).suffix != ".toml" and not _CASE.search(text):
            read = read_notice_text(text, where=name)
            problems += read.problems
            return areas_of_notices(read.notices, problems), None
        case = case_from_text(text, where=name)
    launch = launch_of(case, launch_id)
    return areas_of_case(case, launch, problems), launch


def _refuse_unknown(outputs: tuple[str, ...]) -> None:
    for name in outputs:
        if Path(name).suffix.lower() not in _FORMS:
            raise click.UsageError(f"-o {name}: the ending says the form; use {', '.join(_FORMS)}")


def _times(text: str) -> tuple[float, float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) not in (1, 2):
        raise InputError(f"--after {text[:30]!r} is no time in seconds or range of them", advice="write 46 or 80,120")
    return numbers[0], numbers[-1]


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


def _put(
    flight: dict[str, Any] | None,
    falls: list[dict[str, Any]],
    form: str,
    outputs: tuple[str, ...],
    force: bool,
    at: datetime,
    table: Callable[[], str],
    picture: Callable[[], str],
    *,
    kind: str,
    items: list[dict[str, Any]],
    **more: Any,
) -> None:
    """Write the answer in its form, to files or to the screen."""

    def written(own: str) -> str | bytes:
        if own in ("svg", "png"):
            from bongsu.reports import map_png  # noqa: PLC0415 - heavy, only when asked

            return picture() if own == "svg" else map_png(picture())
        from bongsu.exchange import ascent_to_czml, ascent_to_geojson, ascent_to_kml  # noqa: PLC0415

        if own == "json":
            return dump_json(envelope(kind, items, at=at, **more)) + "\n"
        if own == "geojson":
            return dump_json(ascent_to_geojson(flight, falls, at=at)) + "\n"
        if own == "kml":
            return ascent_to_kml(flight, falls, at=at)
        if own == "czml":
            lift_off = flight["lift_off"] if flight is not None else more["run"]["lift_off"]
            return dump_json(ascent_to_czml(flight, falls, lift_off=lift_off)) + "\n"
        return plain(table()) + "\n"

    for name in outputs:
        own = _FORMS.get(Path(name).suffix.lower(), form)
        write_new(name, written(own), force=force)
        echo(f"wrote {name}", err=True)
    if not outputs:
        echo(table() if form == "table" else str(written(form)), nl=form == "table")


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


def _compared(rows: list[dict[str, Any]]) -> list[str]:
    """What was notified and reported, in words; another part's area, far away, is left to -f json."""
    lines = []
    for row in rows:
        if "problem" in row:
            lines.append(f"  {row['with']} is left out: {row['problem']}")
            continue
        if "share_inside" in row:
            if row["share_inside"] == 0.0 and row["away_km"] > _NEAR_KM:
                continue
            if row["share_inside"] == 0.0:
                said = f"no, none of the falls; {row['away_km']:.0f} km from the median place"
            else:
                where = (
                    "the median place too" if row["median_inside"] else f"the median place {row['away_km']:.0f} km off"
                )
                said = f"{'yes' if row['share_inside'] >= 0.5 else 'in part'}, {row['share_inside']:.0%} of the falls; {where}"
            if row["in_window"] is False:
                said += "; NOT WITHIN ITS WINDOW"
            said = f"inside {row['with'].removeprefix('notified ')}: {said}"
        else:
            said = f"against {row['with']}: {_reported(row)}"
        lines.append(f"  {row['body']} {said}" + (" (fitted: no check)" if row["fitted"] else ""))
    if rows and not lines:
        lines.append(f"  No notified area has a fall inside or lies within {_NEAR_KM:g} km of a part's median place.")
    return lines


def _reported(row: dict[str, Any]) -> str:
    parts = []
    if "containment" in row:
        inside = (
            f"inside the {row['containment']:.0%} region"
            if row["containment"] < 0.999
            else "outside every fall modelled"
        )
        parts.append(f"{inside}; {row['away_km']:.0f} km from the median place")
    if "early_s" in row:
        less = row["early_s"]
        parts.append(
            f"{abs(less)} s {'after' if less >= 0 else 'before'} the median fall"
            + ("" if row["in_time"] else ", outside the 99 % interval")
        )
    return "; ".join(parts)


command.add_command(fit)
