"""``bongsu ascent``."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bongsu.cases import (
    ASCENT_LIMITS,
    ascent_to_json,
    compare_with_case,
    compile_ascent,
    failure_from_words,
    failure_to_json,
    fall_items,
    find_flight,
    known_vehicle_ids,
    load_vehicle,
    run_ascent,
    run_failure,
    vehicle_to_json,
)
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_json, envelope
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
from bongsu.errors import InputError

_FORMS = {".json": "json", ".geojson": "geojson", ".kml": "kml", ".czml": "czml", ".txt": "table"}
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
@format_option("table", "json")
@at_option
def show(vehicle: str, form: str, at_text: str) -> None:
    """Every figure of VEHICLE with its range, its mark and its sources."""
    at = parse_at(at_text)
    item = vehicle_to_json(*_loaded(vehicle))
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


@command.command("simulate")
@click.argument("vehicle")
@click.option("--flight", "flight_id", default="", metavar="ID", help="Which known flight; the first unless given.")
@click.option("--lift-off", metavar="TIME", help="Another time of lift-off.")
@format_option("table", "json", "geojson", "kml", "czml")
@output_option("Write to a file instead (.json, .geojson, .kml, .czml); may be given again.")
@at_option
def simulate(
    vehicle: str, flight_id: str, lift_off: str | None, form: str, outputs: tuple[str, ...], force: bool, at_text: str
) -> None:
    """Fit VEHICLE to the stated orbit of a flight of its, and fly it.

    \b
    bongsu ascent simulate nuri
    bongsu ascent simulate chollima-1 -o flight.kml -o flight.json
    """
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    moment = parse_moment(lift_off, "--lift-off") if lift_off else None
    described, flights = _loaded(vehicle)
    run = run_ascent(described, find_flight(described, flights, flight_id), lift_off=moment, progress=_say)
    item = ascent_to_json(run)
    _put(item, [], form, outputs, force, at, lambda: _flight_table(item), kind="ascent", items=[item])


@command.command("fail")
@click.argument("vehicle")
@click.option("--failure", type=click.Choice(_KINDS), default="none", show_default=True, help="What goes wrong.")
@click.option("--stage", default="", metavar="NAME", help="The stage it befalls.")
@click.option("--after", default="0", metavar="S[,S]", help="When (early-cut: before the planned end; thrust-loss: after ignition; burst: from lift-off); a range.")  # fmt: skip
@click.option("--share", default=0.5, show_default=True, help="Thrust left after a thrust-loss.")
@click.option("--flights", "count", default=2000, show_default=True, help="How many are flown.")
@click.option("--seed", default=20231121, show_default=True, help="Of the random draws.")
@click.option(
    "--compare", metavar="CASE", help="Hold the falls against those reported, and the areas notified, in a case."
)
@click.option("--launch", default="", metavar="ID", help="Which launch of that case; its primary one unless given.")
@click.option("--still-air", is_flag=True, help="Without wind (drawn for each flight unless given).")
@click.option("--flight", "flight_id", default="", metavar="ID", help="Which known flight; the first unless given.")
@click.option("--lift-off", metavar="TIME", help="Another time of lift-off.")
@format_option("table", "json", "geojson", "kml", "czml")
@output_option("Write to a file instead (.json, .geojson, .kml, .czml); may be given again.")
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
    bongsu ascent fail chollima-1 --failure burst --after 80,120 -o burst.kml
    """
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    moment = parse_moment(lift_off, "--lift-off") if lift_off else None
    described, flights = _loaded(vehicle)
    known = find_flight(described, flights, flight_id)
    case = _case(compare) if compare else None
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
        progress=_say,
        flown=lambda done, whole: show_bar(done / whole, f"{done:,} of {whole:,} flights"),
    )
    falls, head = fall_items(run), failure_to_json(run)
    if case is not None:
        head["compared"] = compare_with_case(run, case, launch or case.case.primary)
    _put(
        None,
        falls,
        form,
        outputs,
        force,
        at,
        lambda: _fall_table(head, falls),
        kind="ascent-falls",
        items=falls,
        run=head,
    )


def _loaded(name: str) -> Any:
    if name in known_vehicle_ids():
        return load_vehicle(name)
    if name != "-" and not Path(name).exists():
        raise InputError(f"no vehicle {name!r}", advice=f"shipped: {', '.join(known_vehicle_ids())}; or name a file")
    return load_vehicle(name, read_words(name))


def _case(name: str) -> Any:
    from bongsu.cases import bundled_case, bundled_case_names, case_from_text  # noqa: PLC0415 - only where asked for

    if name in bundled_case_names():
        return bundled_case(name)
    return case_from_text(read_words(name), where=name)


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


def _say(words: str) -> None:
    echo(paint(f"{words} ...", "dim"), err=True)


def _put(
    flight: dict[str, Any] | None,
    falls: list[dict[str, Any]],
    form: str,
    outputs: tuple[str, ...],
    force: bool,
    at: datetime,
    table: Callable[[], str],
    *,
    kind: str,
    items: list[dict[str, Any]],
    **more: Any,
) -> None:
    """Write the answer in its form, to files or to the screen."""

    def written(own: str) -> str:
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
        echo(table() if form == "table" else written(form), nl=form == "table")


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
    if not item["converged"]:
        lines.append("  No programme within the vehicle's ranges meets every stated figure: see NOT MET.")
    return "\n".join([*lines, *(f"  {words}" for words in ASCENT_LIMITS)])


def _fall_table(head: dict[str, Any], falls: list[dict[str, Any]]) -> str:
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
    stage = f" of stage {failure['stage']}" if failure["stage"] else ""
    lines = [
        paint(f"{head['vehicle']}, lift-off {head['lift_off']}: {what}{stage}", "bold"),
        f"  {head['flights']:,} flights of {head['sets']} whole sets fitted to flight {head['flight']}, seed {head['seed']}; UTC",
        *table,
    ]
    for row in head.get("compared", []):
        if "containment" in row:
            said = (
                f"inside the {row['containment']:.0%} region"
                if row["containment"] < 0.999
                else "outside every fall modelled"
            )
        elif row["share_inside"] > 0.0 or row["away_km"] < 200.0:
            said = f"{row['share_inside']:.0%} of the falls inside"
        else:  # another part's area; -f json has it
            continue
        lines.append(f"  {row['body']} against {row['with']}: {said}; {row['away_km']:.0f} km from the median")
    for body in head["bodies"]:
        if body["share_of_flights"] < 0.999:
            lines.append(f"  {body['label']}: comes down in {body['share_of_flights']:.1%} of the flights")
    return "\n".join([*lines, *(f"  {words}" for words in ASCENT_LIMITS)])
