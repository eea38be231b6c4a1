"""``bongsu assess``."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bongsu.answers import ASSESS_FORMS, Assessed, answer_assess
from bongsu.cases import answer_in, problems_in
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import (
    at_option,
    case_or_file,
    format_option,
    language_option,
    output_option,
    parse_at,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.screen import finding_line, screen, spoken_in
from bongsu.cli.terminal import clean, echo, one_line

if TYPE_CHECKING:
    from bongsu.cases import Assessment

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
@language_option
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
    language: str,
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
        if Path(name).suffix.lower().removeprefix(".") not in ASSESS_FORMS:
            raise click.UsageError(
                f"-o {name}: write .html or .pdf (report), .svg or .png (map), .json, .geojson, .czml, .kml or .ics"
            )
    if interactive and not any(Path(name).suffix.lower() == ".html" for name in outputs):
        raise click.UsageError("--interactive belongs to -o PAGE.html")
    refuse_unwritable(outputs, force=force)
    started = time.perf_counter()
    with _Progress(quiet) as progress:
        asked = answer_assess(
            case=case_or_file(case_name),
            site=site or "",
            falls=falls,
            marking=marking,
            at=at,
            progress=progress,
            lang=language,
        )
    took = time.perf_counter() - started
    found = asked.found
    if not quiet:
        _say_taken(found)
        echo_problems(problems_in(asked.problems, language))
    for name in outputs:
        suffix = Path(name).suffix.lower()
        if interactive and suffix == ".html":
            called = case_name if found.bundled else "pasted"
            content: str | bytes = _page(found.answer, called, found.text, site, quiet)
        else:
            content = asked.file(suffix.removeprefix("."))
        write_new(name, content, force=force)
        if not quiet:
            echo(f"wrote {name}", err=True)
    if form == "json":
        echo(str(asked.file("json")), nl=False)
    elif not outputs or verbose:
        said = answer_in(found.answer, language)
        with spoken_in(language):
            if found.pasted:
                for finding in said.findings:
                    echo(finding_line(finding))
                return _fail(fail_on, found.answer)
            # A fixed --at asks for the same bytes each time, so the time taken is left out.
            shown = took if at_text.strip().lower() == "now" else None
            echo(screen(said, verbose=verbose, took_s=shown, bundled=found.bundled))
    _fail(fail_on, found.answer)


def _say_taken(found: Assessed) -> None:
    """What pasted text was taken for, and what would help."""
    if found.took_for:
        echo(f"took it for: {found.took_for}", err=True)
    if found.site_helps:
        echo("tip: add --site LAT,LON (the launch site) to see which orbits the areas imply", err=True)


def _fail(fail_on: str | None, answer: Assessment) -> None:
    if fail_on and any(item.verdict == fail_on for item in answer.findings):
        raise click.exceptions.Exit(1)


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


def _page(answer: Assessment, called: str, text: str, site: str | None, quiet: bool) -> str:
    """The answer with the console around it, in one file."""
    from bongsu.console import static_page  # noqa: PLC0415 - only when asked

    with _Progress(quiet) as progress:
        return static_page(answer, called=called, text=text, at=answer.at, site=site or "", say=progress)
