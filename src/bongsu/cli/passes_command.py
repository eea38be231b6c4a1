"""``bongsu passes``."""

from __future__ import annotations

import shutil
from typing import Any

import click

from bongsu.answers import answer_passes
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
from bongsu.cli.screen import spoken_in, t
from bongsu.cli.terminal import echo, plain
from bongsu.cli.wide import wrapped
from bongsu.errors import InputError
from bongsu.wording import joined, phrase


@click.command("passes")
@click.argument("satellite")
@click.argument("site")
@click.option(
    "--for", "length", default="3d", show_default=True, metavar="LENGTH", help="How long: 90min, 48h, 3d, 1w."
)
@at_option
@click.option("--min-elevation", default=10.0, show_default=True, metavar="DEG", help="Horizon limit, 0 to 90.")
@click.option("--elements", metavar="FILE", help="TLE, OMM or OEM file (- for standard input); bundled sets else.")
@click.option("--from-claims", metavar="CASE", help="Use the orbit fitted to a case's timed claims instead.")
@click.option("--tolerant", is_flag=True, help="Accept element sets with wrong checksums and the like, and say so.")
@click.option("--gsd", metavar="M[,M...]", help="Nadir ground sample distance(s) of a camera, in metres.")
@click.option("--max-off-nadir", type=float, metavar="DEG", help="Only passes that come this near to overhead.")
@click.option("--threads", default=1, show_default=True, type=click.IntRange(1, 256), help="For all and @FILE.")
@click.option("--on", metavar="WHERE", help="Share all or @FILE out: local, or a Dask scheduler tcp://host:8786.")
@click.option("--workers", type=click.IntRange(1, 1024), help="Processes for --on local; one a core else.")
@click.option("--daylight", is_flag=True, help="Only passes with the Sun up at the site.")
@language_option
@format_option("table", "json", "jsonl", "csv", "geojson", "czml", "kml")
@output_option(
    f"Write {PICTURE_WORDS}, .json, .jsonl, .csv, .geojson, .czml, .kml, .ics, else a table; may be repeated."
)
def command(
    satellite: str,
    site: str,
    length: str,
    at_text: str,
    min_elevation: float,
    elements: str | None,
    from_claims: str | None,
    tolerant: bool,
    gsd: str | None,
    max_off_nadir: float | None,
    threads: int,
    on: str | None,
    workers: int | None,
    daylight: bool,
    language: str,
    form: str,
    outputs: tuple[str, ...],
    force: bool,
) -> None:
    """When SATELLITE is over SITE, and what it could see.

    SATELLITE is a catalogue number or a bundled name; SITE is latitude,longitude[,height] in degrees and
    metres. Times are UTC. A pass cut by the span is shown open (<, >). SATELLITE may be "all" (every object of
    --elements), and SITE @FILE, a CSV table with the columns name, latitude, longitude and height_m.

    \b
    bongsu passes 58400 35.10,129.10 --at 2024-06-07T00:00Z --for 2d
    bongsu passes 25544 37.567,126.978 --elements active.tle
    bongsu passes all @places.csv --elements active.csv --for 1d --daylight --max-off-nadir 30 -o passes.csv
    """
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    if satellite.strip().lower() == "all" or site.startswith("@"):
        from bongsu.cli.catalogue_passes import answer_catalogue  # noqa: PLC0415 - not on the fast path

        _refuse_picture(form, outputs)
        if gsd or from_claims:
            raise InputError(
                f"{'--gsd' if gsd else '--from-claims'} is for one satellite over one place",
                advice="leave it out, or ask for one",
            )
        answer_catalogue(
            satellite,
            site,
            at=at,
            length=length,
            min_elevation=min_elevation,
            max_off_nadir=max_off_nadir,
            elements=elements,
            tolerant=tolerant,
            daylight=daylight,
            threads=threads,
            on=on,
            workers=workers,
            form=form,
            outputs=outputs,
        )
        return
    if on or workers:
        raise InputError(
            f"{'--on' if on else '--workers'} is for many satellites or places",
            advice="leave it out, or ask for all or @FILE",
        )
    answer = answer_passes(
        satellite=satellite,
        site=site,
        at=at,
        for_=length,
        min_elevation=min_elevation,
        elements=given_file(elements) if elements else None,
        from_claims=from_claims or "",
        tolerant=tolerant,
        gsd=gsd or "",
        max_off_nadir=max_off_nadir,
        daylight=daylight,
        lang=language,
    )
    rows = answer.found.rows
    echo_problems(answer.problems)

    def written(own: str) -> str | bytes:
        if own != "table":
            return answer.file(own)
        with spoken_in(language):
            return f"{_table(rows)}\n{_foot(answer.found.answer, len(rows))}\n"

    for name in outputs:
        own = form_of(name, form)
        content = written(own)
        write_new(name, content if own == "ics" or isinstance(content, bytes) else plain(content), force=force)
        echo(f"wrote {name} ({len(rows)} passes)", err=True)
    if not outputs:
        echo(str(written(form)), nl=False)


def _refuse_picture(form: str, outputs: tuple[str, ...]) -> None:
    """A whole catalogue is written as rows only."""
    for name in outputs or ("",):
        own = form_of(name, form)
        if own not in ("table", "json", "jsonl", "csv"):
            raise InputError(
                f"a whole catalogue is not written as {own}",
                advice="write .csv or .jsonl, or ask for one satellite and place",
            )


def _range(value: dict[str, Any] | None) -> str:
    if value is None:
        return "-"
    low, high = f"{value['low']:.1f}", f"{value['high']:.1f}"
    return low if low == high else f"{low}-{high}"


_HEADS = (
    "RISE UTC", "CLOSEST", "SET", "MAX EL", "OFF-NADIR", "INCID", "RANGE km", "GSD across x along m", "SUN", "LIGHT", "",
)  # fmt: skip
_LEFT = (0, 1, 2, 9)
_LOSE = (10, 5, 6, 7, 8, 2)  # what a narrow terminal loses, in this order


def _cells(row: dict[str, Any]) -> list[str]:
    left, right = ("<" if row["open_start"] else ""), (">" if row["open_end"] else "")
    grazing = row["incidence_deg"] > 75.0
    gsd = t("grazing") if grazing else "-"
    if row["gsd_across_m"] and not grazing:
        gsd = f"{_range(row['gsd_across_m'])} x {_range(row['gsd_along_m'])}"
    return [
        f"{row['rise'][:10]} {row['rise'][11:19]}{left}",
        f"{'N' if row['northbound'] else 'S'} {row['closest'][11:19]}",
        f"{row['set'][11:19]}{right}",
        f"{row['max_elevation_deg']:.1f}",
        f"{row['off_nadir_deg']:.1f}",
        f"{row['incidence_deg']:.1f}",
        f"{row['range_m'] / 1e3:.0f}",
        gsd,
        f"{row['sun_elevation_deg']:+.0f}",
        t("day" if row["sun_elevation_deg"] > 0.0 else "twilight" if row["sun_elevation_deg"] > -6.0 else "night"),
        "" if row["sunlit"] else t("satellite dark"),
    ]


def _table(rows: list[dict[str, Any]]) -> str:
    width = shutil.get_terminal_size((130, 30)).columns
    heads = [t(head) for head in _HEADS]
    lines, lost = laid_out(heads, [_cells(row) for row in rows], width=width, left=_LEFT, lose=_LOSE, indent=0)
    if rows and any(lost):
        note = phrase("no room for {columns} (-f csv has all)", columns=joined(", ", (head for head in lost if head)))
        lines += wrapped(t(note), max(60, width))
    return "\n".join(lines)


def _foot(answer: Any, count: int) -> str:
    chosen, age = answer.element_sets[0], answer.age_days[0]
    timing = max((float(value) for value in answer.table.timing_s), default=0.0)
    sides = "N, S: north- or southbound."
    if age is not None:
        aged = "{days:.1f} d before" if age < 0 else "{days:.1f} d old"
        known = phrase(
            "{name}: element set of {epoch:%Y-%m-%d %H:%M} UTC, {age}; times ±{timing:.1f} s (90 %).",
            name=str(chosen.name or chosen.norad_id), epoch=chosen.epoch, age=phrase(aged, days=abs(age)), timing=timing,
        )  # fmt: skip
        sides = joined(" ", (known, sides))
    lines = ["" if count else "no pass in this span", sides]
    if answer.nadir_gsd_m:
        scenarios = ", ".join(f"{value:g}" for value in answer.nadir_gsd_m)
        camera = phrase("GSD for a camera of {nadir} m at nadir ({basis}).", nadir=scenarios, basis=answer.gsd_basis)
        lines.append(joined(" ", (camera, "In view is not photographed.")))
    lines += [phrase("note: {note}", note=note) for note in answer.notes]
    width = max(60, shutil.get_terminal_size((130, 30)).columns)
    return "\n".join(row for line in lines if line for row in wrapped(t(line), width))
