"""``bongsu assess``."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import click

from bongsu.cases import (
    Assessment,
    ask_pasted,
    assess,
    assessment_to_json,
    bundled_case,
    bundled_case_names,
    bundled_text,
    parse_case,
    site_from_text,
)
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import (
    at_option,
    file_reader,
    format_option,
    output_option,
    parse_at,
    read_words,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.screen import finding_line, screen
from bongsu.cli.terminal import clean, dump_json, echo, one_line
from bongsu.errors import InputError

_CASE = re.compile(r"^\s*\[case\]", re.MULTILINE)
_FORMS = (".html", ".pdf", ".svg", ".png", ".json", ".geojson", ".czml", ".kml", ".ics")
_FLIGHTS = 1000  # of each launch, for --falls
_FAIL_WORDS = ("impossible", "cannot both be right", "not as announced", "undetermined")


@click.command("assess")
@click.argument("case_name", metavar="CASE|FILE|-")
@click.option("--site", metavar="LAT,LON", help="Launch site, for a pasted notice.")
@click.option("--fail-on", type=click.Choice(_FAIL_WORDS), help="Exit 1 when any finding has this verdict.")
@click.option("--falls", is_flag=True, help="Fly each launch too: where and until when its parts fall (10 s or more).")
@click.option("-v", "--verbose", count=True, help="Sources and method under every line.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no notes.")
@at_option
@format_option("table", "json")
@click.option(
    "--interactive", is_flag=True, help="Write .html with map, clock and tables to use, for a desk without Bongsu."
)
@click.option("--marking", metavar="TEXT", help="At the head of every sheet of a .pdf [PUBLIC SOURCES ...].")
@output_option(
    "Write .html or .pdf (report), .svg or .png (map), .json, .geojson, .czml, .kml or .ics; may be given several times."
)
def command(
    case_name: str,
    site: str | None,
    fail_on: str | None,
    falls: bool,
    verbose: int,
    quiet: bool,
    at_text: str,
    form: str,
    interactive: bool,
    marking: str | None,
    outputs: tuple[str, ...],
    force: bool,
) -> None:
    """Everything that follows from a CASE (bundled name), a case FILE, or text pasted on standard input (-).

    \b
    bongsu assess malligyong-1
    bongsu assess malligyong-1 -o report.html -o map.png
    bongsu assess malligyong-1 --falls
    bongsu assess malligyong-1 -o page.html --interactive
    bongsu assess -            paste a notice, a claim, element sets or flight figures, then Ctrl-D
    """
    at = parse_at(at_text)
    for name in outputs:
        if Path(name).suffix.lower() not in _FORMS:
            raise click.UsageError(
                f"-o {name}: write .html or .pdf (report), .svg or .png (map), .json, .geojson, .czml, .kml or .ics"
            )
    if interactive and not any(Path(name).suffix.lower() == ".html" for name in outputs):
        raise click.UsageError("--interactive belongs to -o PAGE.html")
    refuse_unwritable(outputs, force=force)
    started = time.perf_counter()
    answer, bundled, pasted, text = _answer(case_name, site, at, quiet, _FLIGHTS if falls else 0)
    took = time.perf_counter() - started
    if not quiet:
        echo_problems(answer.problems)
    if outputs and pasted:
        answer = _with_shapes(answer, text)
    for name in outputs:
        if interactive and Path(name).suffix.lower() == ".html":
            content: str | bytes = _page(answer, case_name if bundled else "pasted", text, site, quiet)
        else:
            content = _file(name, answer, marking)
        write_new(name, content, force=force)
        if not quiet:
            echo(f"wrote {name}", err=True)
    if form == "json":
        echo(dump_json(assessment_to_json(answer)))
    elif not outputs or verbose:
        if pasted:
            for finding in answer.findings:
                echo(finding_line(finding))
            return _fail(fail_on, answer)
        # A fixed --at asks for the same bytes each time, so the time taken is left out.
        echo(
            screen(answer, verbose=verbose, took_s=took if at_text.strip().lower() == "now" else None, bundled=bundled)
        )
    _fail(fail_on, answer)


def _fail(fail_on: str | None, answer: Assessment) -> None:
    if fail_on and any(item.verdict == fail_on for item in answer.findings):
        raise click.exceptions.Exit(1)


def _answer(name: str, site: str | None, at: datetime, quiet: bool, falls: int) -> tuple[Assessment, bool, bool, str]:
    """The answer, whether the case is bundled, whether it is to be shown finding by finding, and its text."""
    place = site_from_text(site) if site else None
    if name in bundled_case_names():
        with _Progress(quiet) as progress:
            case = bundled_case(name)
            answer = assess(case, at=at, text=bundled_text(name), progress=progress, called=name, falls=falls)
            return answer, True, False, ""
    path = Path(name)
    if name != "-" and not path.exists():
        raise InputError(
            f'no bundled case and no file is called "{name}"',
            advice=f"bundled: {', '.join(bundled_case_names())}; or give a file, or - to paste",
        )
    text = read_words(name)
    if name != "-" and (path.suffix == ".toml" or _CASE.search(text) is not None):
        with _Progress(quiet) as progress:
            case, reader = parse_case(text, where=path.name), file_reader(path.parent)
            answer = assess(case, at=at, text=text, read_file=reader, progress=progress, called=name, falls=falls)
            return answer, False, False, text
    pasted, answer = ask_pasted(text, at=at, site=place, where="pasted text" if name == "-" else name)
    if not quiet:
        echo(f"took it for: {pasted.words}", err=True)
        told = any(finding.topic == "notice-orbit" for finding in pasted.findings)
        if place is None and not told and any(_may_be_a_launch(finding.details) for finding in pasted.findings):
            echo("tip: add --site LAT,LON (the launch site) to see which orbits the areas imply", err=True)
    return answer, False, pasted.kind != "case", text


def _may_be_a_launch(details: Mapping[str, object]) -> bool:
    """Whether a finding tells of a notice with areas whose kind leaves a launch open."""
    return bool(details.get("areas")) and details.get("kind") in {"space launch", "undetermined"}


class _Progress:
    """A progress line on a terminal, once the work has taken half a second."""

    def __init__(self, quiet: bool) -> None:
        self.shown = False
        self.quiet = quiet or not sys.stderr.isatty()
        self.started = time.perf_counter()

    def __enter__(self) -> _Progress:
        return self

    def __call__(self, what: str, done: int, steps: int) -> None:
        if self.quiet or time.perf_counter() - self.started < 0.5:
            return
        filled = round(20 * done / max(steps, 1))
        label = clean(one_line(what))[:40]
        click.echo(f"\r  [{'#' * filled}{'-' * (20 - filled)}] {done}/{steps}  {label:<40}", err=True, nl=False)
        self.shown = True

    def __exit__(self, *_: object) -> None:
        if self.shown:
            click.echo("\r" + " " * 76 + "\r", err=True, nl=False)


def _with_shapes(answer: Assessment, text: str) -> Assessment:
    """The answer to pasted notices with what a map draws of them; any other answer as it is."""
    from bongsu.cases import read_notice_text  # noqa: PLC0415 - only for a file
    from bongsu.reports import with_notice_shapes  # noqa: PLC0415

    if not any(finding.topic == "notice" for finding in answer.findings):
        return answer
    return with_notice_shapes(answer, read_notice_text(text, where="pasted text", year=answer.at.year).notices)


def _page(answer: Assessment, called: str, text: str, site: str | None, quiet: bool) -> str:
    """The answer with the console around it, in one file."""
    from bongsu.console import static_page  # noqa: PLC0415 - only when asked

    with _Progress(quiet) as progress:
        return static_page(answer, called=called, text=text, at=answer.at, site=site or "", say=progress)


def _file(name: str, answer: Assessment, marking: str | None) -> str | bytes:
    from bongsu.exchange import (  # noqa: PLC0415 - heavy, only when asked
        assessment_to_czml,
        assessment_to_geojson,
        assessment_to_icalendar,
        assessment_to_kml,
    )
    from bongsu.reports import MARKING, map_png, map_svg, report_html, report_pdf  # noqa: PLC0415

    suffix = Path(name).suffix.lower()
    if suffix in (".geojson", ".czml"):
        return dump_json(assessment_to_geojson(answer) if suffix == ".geojson" else assessment_to_czml(answer))
    if suffix in (".kml", ".ics"):
        return assessment_to_kml(answer) if suffix == ".kml" else assessment_to_icalendar(answer)
    if suffix == ".json":
        return dump_json(assessment_to_json(answer))
    if suffix == ".html":
        return report_html(answer)
    if suffix == ".pdf":
        return report_pdf(answer, marking=MARKING if marking is None else marking)
    drawing = map_svg(answer)
    return drawing if suffix == ".svg" else map_png(drawing)
