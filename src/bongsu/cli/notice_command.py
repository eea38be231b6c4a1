"""``bongsu notice``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bongsu.cases import (
    bundled_case,
    bundled_case_names,
    compare_notice_texts,
    finding_json,
    implied_by_case,
    implied_by_text,
    implied_by_times,
    read_notice_text,
    revision_item,
    revision_of_texts,
    site_from_text,
)
from bongsu.cli.envelope import echo_json, echo_problems, envelope
from bongsu.cli.implied_text import implied_text
from bongsu.cli.notice_archive_commands import archive
from bongsu.cli.notice_draft import command as draft
from bongsu.cli.notice_event_commands import list_notices, show
from bongsu.cli.notice_options import called, read_notice_file, wording_of, wording_options, year_option
from bongsu.cli.notice_table import fitted
from bongsu.cli.notice_whom import command as whom
from bongsu.cli.options import (
    at_option,
    format_option,
    output_option,
    parse_at,
    parse_length,
    parse_moment,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.screen import finding_text, width_of_terminal
from bongsu.cli.terminal import dump_json, echo, paint
from bongsu.errors import BongsuError, Problem

if TYPE_CHECKING:
    from bongsu.cases import NoticeText
    from bongsu.reports import Wording


@click.group("notice")
def command() -> None:
    """What a launch warning or NOTAM says and implies."""


@command.command("parse")
@click.argument("names", metavar="FILE|- ...", nargs=-1, required=True)
@year_option
@wording_options
@click.option(
    "--lang", type=click.Choice(["en", "ko", "ja"]), default="en", help="Of the sentence; ko and ja are drafts."
)
@click.option("--alarm", "alarm_text", default="", metavar="LENGTH", help="Reminder before each window in ics: 2h.")
@at_option
@format_option("table", "json", "geojson", "kml", "czml", "ics", "sentence")
def parse(
    names: tuple[str, ...],
    year: int | None,
    audience: str | None,
    zone: str,
    lang: str,
    alarm_text: str,
    at_text: str,
    form: str,
) -> None:
    """Areas and windows of the warnings and NOTAMs in each FILE, and what was not understood.

    Of several files one that cannot be read is reported, and the others are answered.
    """
    at = parse_at(at_text)
    wording = wording_of(audience, zone, lang)
    alarm = parse_length(alarm_text) if alarm_text else None
    reads, problems = _read_all(names, year or at.year)
    notices = [notice for read in reads for notice in read.notices]
    if form == "json":
        items = [item for read in reads for item in read.items()]
        echo_json(envelope("notice", items, at=at, inputs=[read.input() for read in reads], problems=problems))
        return
    if form in {"geojson", "kml", "czml", "ics"}:
        _export(notices, form, at, alarm)
    else:
        _show(notices, form, wording)
    echo_problems(problems)


def _read_all(names: Sequence[str], year: int) -> tuple[list[NoticeText], list[Problem]]:
    """Every file that can be read, and what was wrong with the others and within them.

    Raises
    ------
    BongsuError
        When there is one file, or none of several can be read.
    """
    reads: list[NoticeText] = []
    problems: list[Problem] = []
    faults: list[BongsuError] = []
    for name in dict.fromkeys(names):
        try:
            reads.append(_read(name, year))
        except BongsuError as error:
            faults.append(error)
            what = str(error).removeprefix(f"{called(name)}: ")
            problems.append(Problem(where=called(name), what=what, advice=getattr(error, "advice", "")))
        else:
            beside = f"{called(name)}, " if len(names) > 1 else ""
            problems += [replace(each, where=f"{beside}{each.where}") for each in reads[-1].problems]
    if not reads:
        raise faults[0]
    return reads, problems


def _export(notices: Sequence[Any], form: str, at: datetime, alarm: timedelta | None) -> None:
    """A file of a public format on standard output."""
    from bongsu.exchange import (  # noqa: PLC0415 - only when asked
        notices_to_czml,
        notices_to_geojson,
        notices_to_icalendar,
        notices_to_kml,
    )

    if form == "geojson":
        echo_json(notices_to_geojson(notices, at=at))
    elif form == "czml":
        echo(dump_json(notices_to_czml(notices, at=at)))
    elif form == "kml":
        echo(notices_to_kml(notices, at=at), nl=False)
    else:
        calendar = notices_to_icalendar(notices, at=at, alarm=alarm)
        sys.stdout.buffer.write(calendar.encode())


def _show(notices: Sequence[Any], form: str, wording: Wording) -> None:
    from bongsu.reports import notice_rows, notice_sentence  # noqa: PLC0415 - only when asked

    for notice in notices:
        if form == "sentence":
            echo(notice_sentence(notice, wording=wording))
            continue
        head, *rows = notice_rows(notice, wording=wording)
        echo(paint(head, "bold"))
        for line in fitted(rows, width_of_terminal()):
            echo(line)


@command.command("map")
@click.argument("file", metavar="FILE|-")
@year_option
@wording_options
@output_option("Write .svg or .png; may be given several times.")
@at_option
def draw(
    file: str,
    year: int | None,
    audience: str | None,
    zone: str,
    outputs: tuple[str, ...],
    force: bool,
    at_text: str,
) -> None:
    """The notices of FILE as a picture ready to post, with source and date inside."""
    at = parse_at(at_text)
    if not outputs:
        raise click.UsageError("where to? add -o areas.svg or -o areas.png")
    for name in outputs:
        if Path(name).suffix.lower() not in {".svg", ".png"}:
            raise click.UsageError(f"-o {name}: the ending says the form; use .svg or .png")
    refuse_unwritable(outputs, force=force)
    read = _read(file, year or at.year)
    from bongsu.reports import map_png, notice_map_svg  # noqa: PLC0415 - heavy, only when asked

    drawing = notice_map_svg(read.notices, at=at, sha256=read.sha256, wording=wording_of(audience, zone))
    for name in outputs:
        write_new(name, drawing if Path(name).suffix.lower() == ".svg" else map_png(drawing), force=force)
        echo(f"wrote {name}", err=True)
    echo_problems(read.problems)


@command.command("diff")
@click.argument("first", metavar="FIRST")
@click.argument("second", metavar="SECOND|-")
@year_option
@wording_options
@at_option
@format_option("table", "json")
def diff(first: str, second: str, year: int | None, audience: str | None, zone: str, at_text: str, form: str) -> None:
    """What changed from the notices in FIRST to those in SECOND: areas moved, windows added or shifted."""
    at = parse_at(at_text)
    one, two = (_read(name, year or at.year) for name in (first, second))
    changes, items, problems = compare_notice_texts(one, two)
    problems = [*one.problems, *two.problems, *problems]
    revision = revision_of_texts(one, two, changes)
    if form == "json":
        named = revision_item(revision)
        inputs = [one.input(), two.input()]
        echo_json(envelope("notice-diff", items, at=at, inputs=inputs, problems=problems, revision=named))
        return
    wording = wording_of(audience, zone)
    echo(paint(revision.word, "bold") + f": {revision.statement}")
    for change in changes:
        name = f"area {change.label}" if change.label else "area"
        echo(paint(f"{name}: {change.verdict}", "bold") + _moved(change, wording))
        for line in _windows_changed(change.windows, wording):
            echo(f"  {line}")
    echo_problems(problems)


def _moved(change: Any, wording: Wording) -> str:
    if change.first is None or change.second is None:
        return ""
    distance = change.centre_distance_m
    way = f" towards {change.bearing_deg:03.0f}°" if distance > 200.0 else ""
    return f"  centres {wording.length(distance)} apart{way}, {change.shared:.0%} shared"


def _windows_changed(windows: Any, wording: Wording) -> Sequence[str]:
    """What is kept, shifted, gone and new."""
    from bongsu.reports import windows_in_words  # noqa: PLC0415 - only when asked

    if not (windows.removed or windows.added):
        return [f"windows: the same {len(windows.kept)}" if windows.kept else "windows: none read"]
    lines = [f"windows: {len(windows.kept)} kept, {len(windows.removed)} gone, {len(windows.added)} new"]
    if windows.shift is not None:
        lines.append(f"every window {_length(windows.shift)}")
    lines += [f"gone: {windows_in_words(windows.removed, wording)}"] if windows.removed else []
    lines += [f"new:  {windows_in_words(windows.added, wording)}"] if windows.added else []
    return lines


def _length(shift: timedelta) -> str:
    """``14 d 0 h 20 min later``."""
    minutes = abs(round(shift.total_seconds() / 60.0))
    days, hours = divmod(minutes // 60, 24)
    parts = [f"{days} d"] if days else []
    parts += [f"{hours} h", f"{minutes % 60} min"]
    return f"{' '.join(parts)} {'later' if shift > timedelta(0) else 'earlier'}"


@command.command("imply")
@click.argument("file", metavar="FILE|-|CASE", required=False)
@click.option(
    "--site", metavar="LAT,LON", help="Launch site, or its name ('Cape Canaveral'); else told from the areas."
)
@click.option("--launched", "launched_text", default="", metavar="TIME", help="Lift-off, if known: it gives the node.")
@click.option("--time", "times", multiple=True, metavar="TIME", help="Launch time of one day; several give a drift.")
@year_option
@click.option("-v", "--verbose", is_flag=True, help="The whole finding.")
@at_option
@format_option("table", "json")
def imply(
    file: str | None,
    site: str | None,
    launched_text: str,
    times: tuple[str, ...],
    year: int | None,
    verbose: bool,
    at_text: str,
    form: str,
) -> None:
    """Which orbits the areas imply: launch azimuth, ways of flying with weight and cost, inclination, node.

    FILE holds warnings or NOTAMs; the name of a bundled case stands for its notices. Launch times of several days, without
    FILE, give the drift of the plane that they wait for.

    \b
    bongsu notice imply warning.txt --site 28.46,-80.54
    bongsu notice imply malligyong-1
    bongsu notice imply --time 2018-12-08T04:19Z --time 2018-12-09T04:06Z --time 2019-01-19T19:05Z
    """
    at = parse_at(at_text)
    if (file is None) == (not times):
        raise click.UsageError("give a file or a case, or --time for launch times of two or more days")
    launched = parse_moment(launched_text, "--launched") if launched_text else None
    inputs: list[dict[str, Any]] = []
    problems: Sequence[Problem] = ()
    if file is None:
        findings = [implied_by_times([parse_moment(text, "--time") for text in times])]
    elif file in bundled_case_names():
        if site:
            raise click.UsageError("a case has its launch sites; leave --site out")
        inputs = [{"id": file, "source": "bundled case", "sha256": "", "age_days": None}]
        findings, problems = implied_by_case(bundled_case(file), launched=launched)
    else:
        text, place = read_notice_file(file), site_from_text(site) if site else None
        inputs = [read_notice_text(text, where=called(file), year=year or at.year).input()]
        findings, problems = implied_by_text(
            text, where=called(file), year=year or at.year, site=place, launched=launched
        )
    if form == "json":
        echo_json(envelope("imply", [finding_json(item) for item in findings], at=at, inputs=inputs, problems=problems))
        return
    echo_problems(problems)
    for index, finding in enumerate(findings):
        echo(("\n" if index else "") + (finding_text(finding) if verbose else implied_text(finding)))


def _read(file: str, year: int) -> NoticeText:
    return read_notice_text(read_notice_file(file), where=called(file), year=year)


for _each in (list_notices, show, archive, draft, whom):
    command.add_command(_each)
