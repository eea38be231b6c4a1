"""``bongsu record``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import click

from bongsu.answers import answer_record_list, answer_record_show, record_minutes, record_moment
from bongsu.cases import RECORD_KINDS
from bongsu.cli.columns import laid_out
from bongsu.cli.options import at_option, format_option, parse_at
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import echo, paint

# As the table writes long names of parties.
_SHORT = {
    "ROK Joint Chiefs of Staff": "JCS",
    "ROK Ministry of National Defense": "ROK MND",
    "Japan Ministry of Defense": "Japan",
    "North Korean state media": "state media",
    "North Korean state television": "state TV",
    "US Strategic Command": "STRATCOM",
    "South Korea": "ROK",
    "South Korea, United States": "ROK, US",
    "press reports": "press",
}
_LAUNCH_HEADS = ("DATE UTC", "VEHICLE", "PAYLOAD", "OUTCOME", "LIFT-OFF UTC, BY PARTY")
_TEST_HEADS = ("DATE KST", "NAME", "APOGEE km", "RANGE km", "TIME min")


@click.group("record")
def command() -> None:
    """Launches and missile tests: what each party said, side by side, with sources."""


@command.command("list")
@click.option("--kind", type=click.Choice(RECORD_KINDS), help="Only launches, or only missile tests.")
@at_option
@format_option("table", "json", "csv")
def list_record(kind: str | None, at_text: str, form: str) -> None:
    """One line per launch and per missile test."""
    answer = answer_record_list(kind=kind or "", at=parse_at(at_text))
    if form == "table":
        echo("\n".join(_tables(answer.found)))
    else:
        echo(str(answer.file(form)), nl=False)


@command.command("show")
@click.argument("name", metavar="ID")
@at_option
@format_option("table", "json")
def show(name: str, at_text: str, form: str) -> None:
    """All that is recorded of one launch or test. ID is a date, a name or a catalogue number.

    \b
    bongsu record show 2023-11-21
    bongsu record show 39026
    """
    answer = answer_record_show(id=name, at=parse_at(at_text))
    if form == "table":
        echo("\n".join(_whole(answer.found)))
    else:
        echo(str(answer.file(form)), nl=False)


def _tables(rows: Sequence[dict[str, Any]]) -> list[str]:
    width, lines = width_of_terminal(), []
    flights = [row for row in rows if row["kind"] == "launch"]
    tests = [row for row in rows if row["kind"] == "test"]
    if flights:
        cells = [[row["id"], row["vehicle"], row["payload"], row["outcome"], _lift_off_cell(row)] for row in flights]
        lines += _table(_LAUNCH_HEADS, cells, width, left=(0, 1, 2, 3, 4), lose=(1, 3))
        lines += _wrapped(
            "≠ parties differ by more than rounding; +n others said the same; all in: bongsu record show DATE",
            width,
            "",
        )
    if tests:
        lines += ["", *_table(_TEST_HEADS, [_test_cells(row) for row in tests], width, left=(0, 1), lose=(1,))]
        lines += _wrapped(
            "/ parts the parties' figures, - not given; who said them: bongsu record show DATE", width, ""
        )
    return lines


def _table(
    heads: Sequence[str], cells: Sequence[Sequence[str]], width: int, *, left: Sequence[int], lose: Sequence[int]
) -> list[str]:
    lines, lost = laid_out(heads, cells, width=width, left=left, lose=lose, indent=0)
    if lost:
        lines += _wrapped(f"no room for {', '.join(lost)} (-f csv has all)", width, "")
    return lines


def _lift_off_cell(row: dict[str, Any]) -> str:
    """Times in order, each with its first party and how many more gave it; marked times are left to ``show``."""
    parties: dict[str, list[str]] = {}
    for time in sorted(row["lift_offs"], key=lambda item: str(item["time"])):
        if not time["mark"]:
            parties.setdefault(record_moment(time)[11:], []).append(_SHORT.get(time["party"], time["party"]))
    said = [f"{text} {who[0]}" + (f"+{len(who) - 1}" if who[1:] else "") for text, who in parties.items()]
    return ("≠ " if row["lift_offs_differ"] else "  ") + ", ".join(said)


def _test_cells(row: dict[str, Any]) -> list[str]:
    reports = row["reported"]
    name = row["name"].split(", ")[0].removeprefix("the ")[:24].strip()
    return [
        row["id"],
        name + (" (glide)" if row["flight"] == "glide" else ""),
        *("/".join(report[key] or "-" for report in reports) for key in ("apogee_km", "ground_range_km")),
        "/".join(report["flight_time_min"] or "-" for report in reports),
    ]


def _whole(entry: dict[str, Any]) -> list[str]:
    width = width_of_terminal()
    grades = {name: source["grade"] for name, source in entry["sources"].items()}
    lines = [paint(_title(entry), "bold"), *_wrapped(_place(entry), width, "")]
    sections = _launch_sections(entry) if entry["kind"] == "launch" else _test_sections(entry)
    for head, values in sections:
        if values:
            lines += ["", paint(head, "bold")]
            for text, sources in values:
                named = ", ".join(f"{grades[name]} {name}" for name in sources)
                lines += _wrapped(f"{text}  [{named}]" if named else text, width, "  ")
    lines += ["", paint("sources", "bold")]
    for name, source in entry["sources"].items():
        of = f", passing on {source['of']}" if source["of"] else ""
        date = f" ({source['published']})" if source["published"] else ""
        text = f"{source['grade']} {name}: {source['publisher']}{of}{date}. {source['title']} {source['address']}"
        lines += _wrapped(text.rstrip(), width, "  ")
    return lines


def _title(entry: dict[str, Any]) -> str:
    if entry["kind"] == "test":
        return f"{entry['name']} ({entry['flight']})"
    outcome = "reached orbit" if entry["outcome"] == "orbit" else entry["outcome"]
    return f"{entry['name']}, {entry['vehicle']}, {entry['date']} UTC: {outcome}"


def _place(entry: dict[str, Any]) -> str:
    if entry["kind"] == "test":
        point = "" if entry["latitude_deg"] is None else f", {_point(entry)}"
        azimuth = "" if entry["azimuth_deg"] is None else f", azimuth {entry['azimuth_deg']:g} deg"
        return f"{entry['date']} in Korea, {entry['place'] or 'place not kept'}{point}{azimuth}"
    number = f"attempt {entry['number']} of North Korea, " if entry["number"] else ""
    case = f". More: bongsu assess {entry['case']}" if entry["case"] else ""
    return f"{number}{entry['site']}, {_point(entry)}; {entry['local_date']} in Korea{case}"


def _point(row: dict[str, Any]) -> str:
    latitude, longitude = row["latitude_deg"], row["longitude_deg"]
    return f"{abs(latitude):.3f} {'N' if latitude >= 0 else 'S'} {abs(longitude):.3f} {'E' if longitude >= 0 else 'W'}"


Section = tuple[str, list[tuple[str, list[str]]]]


def _launch_sections(entry: dict[str, Any]) -> Iterator[Section]:
    differ = "  ≠ they differ by more than rounding" if entry["lift_offs_differ"] else ""
    yield f"lift-off, UTC{differ}", [(_time_words(row), row["sources"]) for row in entry["lift_offs"]]
    yield "insertion, UTC", [(_time_words(row), row["sources"]) for row in entry["insertions"]]
    yield "notices, UTC", [(_notice_words(row), row["sources"]) for row in entry["notices"]]
    yield "orbits", [(_orbit_words(row), row["sources"]) for row in entry["orbits"]]
    yield "falls", [(_fall_words(row), row["sources"]) for row in entry["falls"]]
    yield (
        "said",
        [(f"{row['what']}, {row['party']}: {row['text']}{_flag(row)}", row["sources"]) for row in entry["statements"]],
    )
    yield (
        "catalogued",
        [(" ".join(filter(None, (str(row["norad_id"]), row["designator"], row["name"]))), row["sources"])
         for row in entry["objects"]],
    )  # fmt: skip
    yield (
        "decay",
        [(f"{row['norad_id']}: {row['date']}, {row['party']}{_flag(row)}", row["sources"]) for row in entry["decays"]],
    )
    yield (
        "first element set, as printed",
        [pair for row in entry["element_sets"] for pair in _line_pairs(row)],
    )
    yield (
        f"claims in the case {entry['case']}",
        [(f"{row['id']}: {row['label']}, {row['party']}, {row['kind']} {_span(row)}", []) for row in entry["claims"]],
    )


def _test_sections(entry: dict[str, Any]) -> Iterator[Section]:
    for row in entry["reported"]:
        figures = [f"apogee {row['apogee_km']} km", f"ground range {row['ground_range_km']} km"]
        figures += [f"flight time {record_minutes(row)}"] if row["flight_time_min"] else []
        yield row["party"], [(", ".join(figures), row["sources"])]


def _line_pairs(row: dict[str, Any]) -> list[tuple[str, list[str]]]:
    first, second = row["tle"].strip().splitlines()
    return [(first, []), (second, []), ("", row["sources"])]


def _span(row: dict[str, Any]) -> str:
    start, end = row["start"][:19].replace("T", " "), row["end"][11:19]
    return start if row["start"] == row["end"] else f"{start} to {end}"


def _flag(row: dict[str, Any]) -> str:
    return f" ! {row['mark']}" if row["mark"] else ""


def _time_words(row: dict[str, Any]) -> str:
    zone = row["time_as_given"][19:]
    given = (
        "" if zone == "+00:00" else f" (given as {row['time_as_given'][11 : 11 + len(record_moment(row)) - 11]} {zone})"
    )
    about = " give or take a minute" if row["precision_s"] > 30 else ""
    return f"{record_moment(row)}{about}  {row['party']}{given}{_flag(row)}"


def _notice_words(row: dict[str, Any]) -> str:
    start, end = (row[key][:16].replace("T", " ") for key in ("start", "end"))
    words = f"{row['party']}, issued {row['issued']}: {start} to {end}"
    words += f", daily {row['daily']}" if row["daily"] else ""
    hours = row["lift_off_after_opening_h"]
    if hours is not None:
        length = f"{abs(hours):.1f} h" if abs(hours) < 24 else f"{abs(hours) / 24:.1f} d"
        words += f"; lift-off {length} {'after' if hours >= 0 else 'BEFORE'} it opened"
    parts = [part.rstrip(".") for part in (words, row["areas"], row["remark"]) if part]
    return ". ".join([parts[0], *(part[0].upper() + part[1:] for part in parts[1:])]) + "."


def _orbit_words(row: dict[str, Any]) -> str:
    words = f"{row['perigee_km']} x {row['apogee_km']} km"
    words += f", {row['inclination_deg']} deg" if row["inclination_deg"] else ""
    words += f", {row['period']}" if row["period"] else ""
    return f"{words}  {row['kind']}, {row['party']}{_flag(row)}"


def _fall_words(row: dict[str, Any]) -> str:
    parts = [row["time"][11:16]] if row.get("time") else []
    parts += [row["text"]] if row["text"] else []
    parts += [f"{row['distance_km']} km from the site"] if row["distance_km"] else []
    if row["latitude_deg"] is not None:
        within = f" ± {row['uncertainty_km']:g} km" if row["uncertainty_km"] else ""
        parts.append(_point(row) + within)
    parts += [f"{row['inside']} the notified area"] if row["inside"] else []
    return f"{row['label']}, {row['party']}: {'; '.join(parts)}{_flag(row)}"


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + "    ",
        drop_whitespace=True,
        break_long_words=False,
        break_on_hyphens=False,
    )
