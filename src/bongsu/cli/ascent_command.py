"""``bongsu ascent``."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bongsu.cases import (
    ASCENT_LIMITS,
    areas_of_case,
    areas_of_notices,
    ascent_to_json,
    bundled_case,
    bundled_case_names,
    case_from_text,
    compare_falls,
    failure_from_words,
    failure_to_json,
    fall_items,
    find_flight,
    fit_to_json,
    known_vehicle_ids,
    launch_of,
    load_vehicle,
    orbit_from_words,
    read_notice_text,
    read_telemetry,
    residuals_csv,
    rise_from,
    run_ascent,
    run_failure,
    run_telemetry_fit,
    until_from_words,
    vehicle_file,
    vehicle_to_json,
)
from bongsu.cli.ascent_fit import known_table, telemetry_table
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_json, echo_problems, envelope
from bongsu.cli.options import (
    at_option,
    format_option,
    output_option,
    parse_at,
    parse_moment,
    read_bytes,
    read_words,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import dump_json, echo, one_line, paint, plain
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
        _loaded(vehicle)
        echo(vehicle_file(vehicle) if vehicle in known_vehicle_ids() else read_words(vehicle), nl=False)
        return
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
    described, flights = _loaded(vehicle)
    run = run_ascent(described, find_flight(described, flights, flight_id), lift_off=moment, progress=_say)
    item = ascent_to_json(run)

    def picture() -> str:
        from bongsu.reports import ascent_map_svg  # noqa: PLC0415 - heavy, only when asked

        return ascent_map_svg(run, at=at)

    _put(item, [], form, outputs, force, at, lambda: _flight_table(item), picture, kind="ascent", items=[item])


@command.command("fit")
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
    described, flights = _loaded(vehicle)
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
    _say(f"fitting {described.name} to {len(telemetry.time_s):,} samples")
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
    run = run_ascent(described, known, progress=_say)
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
    described, flights = _loaded(vehicle)
    known = find_flight(described, flights, flight_id)
    problems: list[Problem] = []
    areas, told = _compared_with(compare, launch, problems) if compare else ([], None)
    event = failure_from_words(failure, stage, _times(after), share)
    run = run_failure(
        described, known, event, flights=count, seed=seed, lift_off=moment, still_air=still_air, progress=_say
    )
    falls, head = fall_items(run), failure_to_json(run)
    if compare:
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


def _loaded(name: str) -> Any:
    if name in known_vehicle_ids():
        return load_vehicle(name)
    if name != "-" and not Path(name).exists():
        unknown = "; of the vehicle of May 2024 no figure is known" if "2024" in name else ""
        raise InputError(
            f"no vehicle {name!r}", advice=f"shipped: {', '.join(known_vehicle_ids())}; or name a file{unknown}"
        )
    return load_vehicle(name, read_words(name))


def _compared_with(name: str, launch_id: str, problems: list[Problem]) -> tuple[list[Any], Any]:
    """Areas to compare with, and the launch whose reported falls are; of a case, or of the text of a notice."""
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
