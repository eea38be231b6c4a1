"""``bongsu assess``."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bongsu.cases import (
    Assessment,
    ask_pasted,
    assess,
    bundled_case,
    bundled_case_names,
    bundled_text,
    finding_json,
    parse_case,
    site_from_text,
)
from bongsu.cli.envelope import echo_problems, envelope
from bongsu.cli.options import at_option, format_option, output_option, parse_at, read_words, write_new
from bongsu.cli.screen import finding_line, screen
from bongsu.errors import InputError

_FAIL_WORDS = ("impossible", "cannot both be right", "undetermined")


@click.command("assess")
@click.argument("case_name", metavar="CASE|FILE|-")
@click.option("--site", metavar="LAT,LON", help="Launch site, for a pasted notice.")
@click.option("--fail-on", type=click.Choice(_FAIL_WORDS), help="Exit 1 when any finding has this verdict.")
@click.option("-v", "--verbose", count=True, help="Sources and method under every line.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no notes.")
@at_option
@format_option("table", "json")
@output_option("Write .html (report), .svg or .png (map), or .json; may be given several times.")
def command(
    case_name: str,
    site: str | None,
    fail_on: str | None,
    verbose: int,
    quiet: bool,
    at_text: str,
    form: str,
    outputs: tuple[str, ...],
    force: bool,
) -> None:
    """Everything that follows from a CASE (bundled name), a case FILE, or text pasted on standard input (-).

    \b
    bongsu assess malligyong-1
    bongsu assess malligyong-1 -o report.html -o map.png
    bongsu assess -            paste a notice, a claim, element sets or flight figures, then Ctrl-D
    """
    at = parse_at(at_text)
    for name in outputs:
        if Path(name).suffix.lower() not in (".html", ".svg", ".png", ".json"):
            raise click.UsageError(f"-o {name}: write .html (report), .svg or .png (map), or .json")
    started = time.perf_counter()
    answer, bundled, pasted = _answer(case_name, site, at, quiet)
    took = time.perf_counter() - started
    if not quiet:
        echo_problems(answer.problems)
    for name in outputs:
        write_new(name, _file(name, answer), force=force)
        if not quiet:
            click.echo(f"wrote {name}", err=True)
    if form == "json":
        click.echo(_json(answer))
    elif not outputs or verbose:
        if pasted:
            for finding in answer.findings:
                click.echo(finding_line(finding))
            return _fail(fail_on, answer)
        # A fixed --at asks for the same bytes each time, so the time taken is left out.
        click.echo(screen(answer, verbose=verbose, took_s=took if at_text == "now" else None, bundled=bundled))
    _fail(fail_on, answer)


def _fail(fail_on: str | None, answer: Assessment) -> None:
    if fail_on and any(item.verdict == fail_on for item in answer.findings):
        raise click.exceptions.Exit(1)


def _answer(name: str, site: str | None, at: datetime, quiet: bool) -> tuple[Assessment, bool, bool]:
    """The answer, whether the case is bundled, and whether it is to be shown finding by finding."""
    place = site_from_text(site) if site else None
    if name in bundled_case_names():
        with _Progress(quiet) as progress:
            return assess(bundled_case(name), at=at, text=bundled_text(name), progress=progress), True, False
    path = Path(name)
    if name != "-" and not path.exists():
        raise InputError(
            f'no bundled case and no file is called "{name}"',
            advice=f"bundled: {', '.join(bundled_case_names())}; or give a file, or - to paste",
        )
    text = read_words(name)
    if name != "-" and path.suffix == ".toml":
        with _Progress(quiet) as progress:
            case = parse_case(text, where=path.name)
            return assess(case, at=at, text=text, read_file=_reader(path.parent), progress=progress), False, False
    pasted, answer = ask_pasted(text, at=at, site=place, where="pasted text" if name == "-" else name)
    if not quiet:
        click.echo(f"took it for: {pasted.words}", err=True)
        if pasted.kind == "notice" and place is None:
            click.echo("tip: add --site LAT,LON (the launch site) to see which orbits the areas imply", err=True)
    return answer, False, pasted.kind != "case"


def _reader(folder: Path) -> Callable[[str], bytes]:
    """Reads files that a case names, from its own folder only."""

    def read(name: str) -> bytes:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise InputError(f"{name} lies outside the case's folder", advice="copy it beside the case file")
        return path.read_bytes()

    return read


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
        click.echo(f"\r  [{'#' * filled}{'-' * (20 - filled)}] {done}/{steps}  {what[:40]:<40}", err=True, nl=False)
        self.shown = True

    def __exit__(self, *_: object) -> None:
        if self.shown:
            click.echo("\r" + " " * 76 + "\r", err=True, nl=False)


def _json(answer: Assessment) -> str:
    inputs: list[dict[str, Any]] = [
        {"id": item.id, "source": item.source, "sha256": item.sha256, "age_days": item.age_days}
        for item in answer.inputs
    ]
    body = envelope(
        "assess",
        [finding_json(item) for item in answer.findings],
        at=answer.at,
        inputs=inputs,
        problems=answer.problems,
        case=answer.case.case.name,
        summary=list(answer.summary),
        unknown=list(answer.unknown),
        since=list(answer.since),
    )
    return json.dumps(body, indent=2, ensure_ascii=False, allow_nan=False)


def _file(name: str, answer: Assessment) -> str | bytes:
    from bongsu.reports import map_png, map_svg, report_html  # noqa: PLC0415 - heavy, only when asked

    suffix = Path(name).suffix.lower()
    if suffix == ".json":
        return _json(answer)
    if suffix == ".html":
        return report_html(answer)
    drawing = map_svg(answer)
    return drawing if suffix == ".svg" else map_png(drawing)
