"""``bongsu sat show``: one satellite, as the console's Satellite view has it."""

from __future__ import annotations

import textwrap
from typing import Any

import click

from bongsu.answers import answer_sat_show
from bongsu.cases import ASSUMED_WORDS, SatelliteAnswer
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import (
    at_option,
    format_option,
    given_file,
    language_option,
    output_option,
    parse_at,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.picture_files import PICTURE_WORDS, form_of
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import echo, paint, plain

__all__ = ["show"]

_HEADS = ("EPOCH UTC", "AGE d", "PERIGEE x APOGEE km", "INCLINATION", "PERIOD min", "SOURCE", "")
_LEFT = (0, 5, 6)
_LOSE = (5, 4, 3)
_SHOWN = 20  # element sets of the table; files have all
_SPEED_KM_S = 7.6  # along a low orbit: to say an error of time as a length


@click.command("show")
@click.argument("satellite")
@click.option(
    "--for", "length", default="24h", show_default=True, metavar="LENGTH", help="Of the track: 90min, 48h; up to 72h."
)
@at_option
@click.option("--elements", metavar="FILE", help="TLE or OMM file (- for standard input); bundled sets else.")
@language_option
@format_option("table", "json", "csv", "geojson", "czml", "kml")
@output_option(f"Write {PICTURE_WORDS}, .json, .csv (element sets), .geojson, .czml or .kml (track); may be repeated.")
def show(
    satellite: str,
    length: str,
    at_text: str,
    elements: str | None,
    language: str,
    form: str,
    outputs: tuple[str, ...],
    force: bool,
) -> None:
    """One SATELLITE: its orbit, where it is at --at, its camera's reach, its element sets, its track.

    SATELLITE is a catalogue number, or a name (or its beginning) of the element sets. Heights are those of mean elements over
    6378.137 km. A manoeuvre since the epoch would not show, and decay is not told.

    \b
    bongsu sat show 58400 --at 2026-07-10T07:13Z
    bongsu sat show iss --elements active.tle -o iss.html -o iss.kml
    """
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    answer = answer_sat_show(
        satellite=satellite, at=at, for_=length, elements=given_file(elements) if elements else None, lang=language
    )
    echo_problems(answer.problems)

    def written(own: str) -> str | bytes:
        return _screen(answer.found) if own == "table" else answer.file(own)

    for name in outputs:
        content = written(form_of(name, form))
        write_new(name, plain(content) if isinstance(content, str) else content, force=force)
        echo(f"wrote {name}", err=True)
    if not outputs:
        echo(str(written(form)), nl=False)


def _screen(answer: SatelliteAnswer) -> str:
    item, width = answer.item, width_of_terminal()
    head = f"{item['name']} ({', '.join(filter(None, (str(item['norad_id']), item['designator'])))})"
    lines = [paint(head, "bold") + f"  {answer.at:%Y-%m-%d %H:%M:%S} UTC", ""]
    for label, words in _facts(answer):
        first, *rest = textwrap.wrap(words, max(30, width - 15))
        lines += [f"  {label:<11}  {first}", *(f"{'':15}{row}" for row in rest)]
    lines += ["", *_sets(item, width), ""]
    notes = [*answer.finding.caveats, "Decay is not told."]
    for note in dict.fromkeys(notes):
        if note != item["jump"]:
            lines += textwrap.wrap(note, max(40, width))
    return "\n".join(lines) + "\n"


def _facts(answer: SatelliteAnswer) -> list[tuple[str, str]]:
    item = answer.item
    used, here = item["elements"], item["here"]
    late = answer.finding.estimates["along_track_s"].high
    age = "old" if used["age_days"] >= 0.0 else "later than the moment asked"
    rows = [
        (
            "orbit",
            f"{used['perigee_km']:.0f} x {used['apogee_km']:.0f} km, {used['inclination_deg']:.3f}°, {used['period_min']:.3f} min",
        ),
        (
            "elements",
            f"of {_spaced(used['epoch'])} UTC, {abs(used['age_days']):.1f} d {age}{': OLD' if item['old'] else ''}; {used['source']}",
        ),
        ("timing", f"±{late:.1f} s along its track (90 %), some {late * _SPEED_KM_S:.0f} km"),
        ("over", _over(here)),
        ("camera", _camera(item)),
    ]
    return rows + ([("manoeuvre", item["jump"])] if item["jump"] else [])


def _over(here: dict[str, Any] | None) -> str:
    if here is None:
        return "the model gives no place for this moment"
    light = "sunlit" if here["sunlit"] else "in the Earth's shadow"
    return f"{here['latitude_deg']:.2f}, {here['longitude_deg']:.2f}, {here['height_m'] / 1000.0:.0f} km up, {light}"


def _camera(item: dict[str, Any]) -> str:
    reach, imager = item["reach"], item["imager"]
    if reach is None or imager is None:
        return "not in the imager table"
    known = ASSUMED_WORDS["assumed"] if reach["basis"] == "assumed" else "as published"
    return f"{_limit(reach['sure'])}, at most {_limit(reach['possible'])} ({known}); {imager['name']}, {imager['kind']}, {imager['owner']}"


def _limit(limits: dict[str, Any]) -> str:
    if limits["incidence_deg"]:
        low, high = limits["incidence_deg"]
        return f"{low:.0f} to {high:.0f}° incidence"
    return f"{limits['off_nadir_deg']:.1f}° off-nadir"


def _sets(item: dict[str, Any], width: int) -> list[str]:
    newest = list(reversed(item["sets"]))
    rows = [
        [
            _spaced(row["epoch"]),
            f"{row['age_days']:.1f}".replace("-0.0", "0.0"),
            f"{row['perigee_km']:.1f} x {row['apogee_km']:.1f}",
            f"{row['inclination_deg']:.3f}°",
            f"{row['period_min']:.3f}",
            row["source"],
            ", ".join(row["flags"]),
        ]
        for row in newest[:_SHOWN]
    ]
    lines, lost = laid_out(_HEADS, rows, width=width, left=_LEFT, lose=_LOSE)
    if len(newest) > _SHOWN:
        lines.append(f"  and {len(newest) - _SHOWN} older sets (-f csv has all)")
    if lost:
        note = f"no room for {', '.join(lost)} (-f csv has all)"
        lines += textwrap.wrap(note, max(40, width), initial_indent="  ", subsequent_indent="  ")
    return lines


def _spaced(text: str) -> str:
    return text[:16].replace("T", " ")
