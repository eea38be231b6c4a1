"""``bongsu notice``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bongsu.answers import (
    answer_notice_diff,
    answer_notice_imply,
    answer_notice_map,
    answer_notice_parse,
    wording_of,
)
from bongsu.cases import bundled_case_names
from bongsu.cli.envelope import echo_problems
from bongsu.cli.implied_text import implied_text
from bongsu.cli.notice_archive_commands import archive
from bongsu.cli.notice_draft import command as draft
from bongsu.cli.notice_event_commands import list_notices, show
from bongsu.cli.notice_options import wording_options, year_option
from bongsu.cli.notice_table import fitted
from bongsu.cli.notice_whom import command as whom
from bongsu.cli.options import (
    at_option,
    format_option,
    given_file,
    output_option,
    parse_at,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.screen import finding_text, width_of_terminal
from bongsu.cli.terminal import echo, echo_file, paint

if TYPE_CHECKING:
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
    answer = answer_notice_parse(
        text=[given_file(name) for name in names],
        year=year,
        for_=audience or "",
        tz=zone,
        lang=lang,
        alarm=alarm_text,
        at=parse_at(at_text),
    )
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    if form == "ics":
        echo_file(str(answer.file("ics")))
    elif form == "table":
        _show(answer.found.notices, wording_of(audience or "", zone, lang))
    else:
        echo(str(answer.file(form)), nl=False)
    echo_problems(answer.problems)


def _show(notices: Sequence[Any], wording: Wording) -> None:
    from bongsu.reports import notice_rows  # noqa: PLC0415 - only when asked

    for notice in notices:
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
    answer = answer_notice_map(text=given_file(file), year=year, for_=audience or "", tz=zone, at=at)
    for name in outputs:
        write_new(name, answer.file(Path(name).suffix.lower().removeprefix(".")), force=force)
        echo(f"wrote {name}", err=True)
    echo_problems(answer.problems)


@command.command("diff")
@click.argument("first", metavar="FIRST")
@click.argument("second", metavar="SECOND|-")
@year_option
@wording_options
@at_option
@format_option("table", "json")
def diff(first: str, second: str, year: int | None, audience: str | None, zone: str, at_text: str, form: str) -> None:
    """What changed from the notices in FIRST to those in SECOND: areas moved, windows added or shifted."""
    answer = answer_notice_diff(first=given_file(first), second=given_file(second), year=year, at=parse_at(at_text))
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    wording = wording_of(audience or "", zone)
    revision = answer.found.revision
    echo(paint(revision.word, "bold") + f": {revision.statement}")
    for change in answer.found.changes:
        name = f"area {change.label}" if change.label else "area"
        echo(paint(f"{name}: {change.verdict}", "bold") + _moved(change, wording))
        for line in _windows_changed(change.windows, wording):
            echo(f"  {line}")
    echo_problems(answer.problems)


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
    answer = answer_notice_imply(
        case=None if file is None else file if file in bundled_case_names() else given_file(file),
        site=site or "",
        launched=launched_text,
        time=times,
        year=year,
        at=parse_at(at_text),
    )
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    echo_problems(answer.problems)
    for index, finding in enumerate(answer.found.findings):
        echo(("\n" if index else "") + (finding_text(finding) if verbose else implied_text(finding)))


for _each in (list_notices, show, archive, draft, whom):
    command.add_command(_each)
