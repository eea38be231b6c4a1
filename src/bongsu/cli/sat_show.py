"""``bongsu sat show``: one satellite, as the console's Satellite view has it."""

from __future__ import annotations

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
from bongsu.cli.screen import spoken_in, t, width_of_terminal
from bongsu.cli.terminal import echo, paint, plain
from bongsu.cli.wide import left_of, wrapped
from bongsu.wording import joined, phrase

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
        if own != "table":
            return answer.file(own)
        with spoken_in(language):
            return _screen(answer.found)

    for name in outputs:
        content = written(form_of(name, form))
        write_new(name, plain(content) if isinstance(content, str) else content, force=force)
        echo(f"wrote {name}", err=True)
    if not outputs:
        echo(str(written(form)), nl=False)


def _screen(answer: SatelliteAnswer) -> str:
    item, width = answer.item, width_of_terminal()
    head = f"{t(item['name'])} ({', '.join(filter(None, (str(item['norad_id']), item['designator'])))})"
    lines = [paint(head, "bold") + f"  {answer.at:%Y-%m-%d %H:%M:%S} UTC", ""]
    for label, words in _facts(answer):
        first, *rest = wrapped(t(words), max(30, width - 15))
        lines += [f"  {left_of(t(label), 11)}  {first}", *(f"{'':15}{row}" for row in rest)]
    lines += ["", *_sets(item, width), ""]
    notes = [*answer.finding.caveats, "Decay is not told."]
    for note in dict.fromkeys(notes):
        if note != item["jump"]:
            lines += wrapped(t(note), max(40, width))
    return "\n".join(lines) + "\n"


def _facts(answer: SatelliteAnswer) -> list[tuple[str, str]]:
    item = answer.item
    used, here = item["elements"], item["here"]
    late = answer.finding.estimates["along_track_s"].high
    age = phrase(
        "{days:.1f} d old" if used["age_days"] >= 0.0 else "{days:.1f} d later than the moment asked",
        days=abs(used["age_days"]),
    )
    rows = [
        (
            "orbit",
            phrase(
                "{perigee:.0f} x {apogee:.0f} km, {inclination:.3f}°, {period:.3f} min",
                perigee=used["perigee_km"], apogee=used["apogee_km"], inclination=used["inclination_deg"], period=used["period_min"],
            ),
        ),
        (
            "elements",
            phrase(
                "of {epoch} UTC, {age}{old}; {source}",
                epoch=_spaced(used["epoch"]), age=age, old=": OLD" if item["old"] else "", source=used["source"],
            ),
        ),
        (
            "timing",
            phrase(
                "±{late:.1f} s along its track (90 %), some {distance:.0f} km", late=late, distance=late * _SPEED_KM_S
            ),
        ),
        ("over", _over(here)),
        ("camera", _camera(item)),
    ]  # fmt: skip
    return rows + ([("manoeuvre", item["jump"])] if item["jump"] else [])


def _over(here: dict[str, Any] | None) -> str:
    if here is None:
        return "the model gives no place for this moment"
    light = "sunlit" if here["sunlit"] else "in the Earth's shadow"
    up = phrase("{height:.0f} km up, {light}", height=here["height_m"] / 1000.0, light=light)
    return joined(", ", (f"{here['latitude_deg']:.2f}", f"{here['longitude_deg']:.2f}", up))


def _camera(item: dict[str, Any]) -> str:
    reach, imager = item["reach"], item["imager"]
    if reach is None or imager is None:
        return "not in the imager table"
    known = ASSUMED_WORDS["assumed"] if reach["basis"] == "assumed" else "as published"
    return phrase(
        "{sure}, at most {possible} ({known}); {imager}",
        sure=_limit(reach["sure"]), possible=_limit(reach["possible"]), known=known,
        imager=joined(", ", (imager["name"], imager["kind"], imager["owner"])),
    )  # fmt: skip


def _limit(limits: dict[str, Any]) -> str:
    if limits["incidence_deg"]:
        low, high = limits["incidence_deg"]
        return phrase("{low:.0f} to {high:.0f}° incidence", low=low, high=high)
    return phrase("{angle:.1f}° off-nadir", angle=limits["off_nadir_deg"])


def _sets(item: dict[str, Any], width: int) -> list[str]:
    newest = list(reversed(item["sets"]))
    rows = [
        [
            _spaced(row["epoch"]),
            f"{row['age_days']:.1f}".replace("-0.0", "0.0"),
            f"{row['perigee_km']:.1f} x {row['apogee_km']:.1f}",
            f"{row['inclination_deg']:.3f}°",
            f"{row['period_min']:.3f}",
            t(row["source"]),
            t(joined(", ", row["flags"])),
        ]
        for row in newest[:_SHOWN]
    ]
    lines, lost = laid_out([t(head) for head in _HEADS], rows, width=width, left=_LEFT, lose=_LOSE)
    if len(newest) > _SHOWN:
        lines.append(t(phrase("  and {count} older sets (-f csv has all)", count=len(newest) - _SHOWN)))
    if lost:
        note = phrase("no room for {columns} (-f csv has all)", columns=joined(", ", lost))
        lines += wrapped(t(note), max(40, width), indent="  ")
    return lines


def _spaced(text: str) -> str:
    return text[:16].replace("T", " ")
