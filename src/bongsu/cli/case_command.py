"""``bongsu case``."""

from __future__ import annotations

import re
from pathlib import Path

import click

from bongsu.cases import (
    append_notice,
    bundled_case,
    bundled_case_names,
    bundled_text,
    case_template,
    parse_case,
    parse_notices,
)
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import at_option, parse_at, read_words, refuse_unwritable, write_new
from bongsu.cli.terminal import echo, paint
from bongsu.errors import CaseError, InputError


@click.group("case")
def command() -> None:
    """List, show, start, check and extend cases."""


@command.command("list")
def list_cases() -> None:
    """Bundled cases, one line each."""
    for name in bundled_case_names():
        head = bundled_case(name).case
        echo(f"{name:<22} {head.title or head.summary}")


@command.command("show")
@click.argument("name", metavar="CASE")
def show(name: str) -> None:
    """The case file itself: every value with its source."""
    _require(name)
    echo(bundled_text(name), nl=False)


def _require(name: str) -> None:
    if name not in bundled_case_names():
        raise InputError(f'no bundled case is called "{name}"', advice=f"bundled: {', '.join(bundled_case_names())}")


@command.command("new")
@click.argument("name")
@click.option("--title", default="", help="Title of the episode.")
@click.option("-o", "--output", metavar="FILE", help="Where to write it; NAME.toml else.")
@click.option("--force", is_flag=True, help="Write over an existing file.")
def new(name: str, title: str, output: str | None, force: bool) -> None:
    """Start a case file with every part explained."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", name):
        raise InputError(
            f"{name[:40]!r} cannot name a case", advice="use letters, digits, dots and dashes, as shahab-2009"
        )
    file = output or f"{name}.toml"
    write_new(file, case_template(name, title), force=force)
    echo(f"wrote {file}")
    echo(f"next: edit it · bongsu case check {file} · bongsu assess {file}")


@command.command("check")
@click.argument("file", metavar="FILE")
def check(file: str) -> None:
    """Say exactly what is wrong with a case file, every fault with its line."""
    text = bundled_text(file) if file in bundled_case_names() else read_words(file)
    try:
        case = parse_case(text, where=Path(file).name)
    except CaseError as error:
        for problem in error.problems:
            echo(str(problem))
        echo(paint(f"{len(error.problems)} fault(s)", "red", "bold"), err=True)
        raise click.exceptions.Exit(3) from None
    parts = {
        "launches": len(case.launch),
        "notices": len(case.notice),
        "claims": len(case.claim),
        "observations": len(case.observation),
        "element entries": len(case.elements),
        "sources": len(case.source),
    }
    shown = ", ".join(f"{count} {name}" for name, count in parts.items() if count)
    echo(paint("= good", "green", "bold") + f"  {case.case.name}: {shown or 'only a name so far'}")


@command.command("add")
@click.argument("name", metavar="CASE|FILE")
@click.option("--notice", required=True, metavar="FILE", help="Text of a warning (- for standard input).")
@click.option("--publisher", default="unknown", show_default=True)
@click.option("--launch", multiple=True, help="Id of a launch it announced.")
@click.option("--issued", default="", metavar="DATE")
@click.option("-o", "--output", metavar="FILE", help="Where to write the extended case.")
@click.option("--force", is_flag=True, help="Write over an existing file.")
@at_option
def add(
    name: str,
    notice: str,
    publisher: str,
    launch: tuple[str, ...],
    issued: str,
    output: str | None,
    force: bool,
    at_text: str,
) -> None:
    """File a warning's text in a case; a bundled case is copied beside you first."""
    at = parse_at(at_text)
    bundled = name in bundled_case_names()
    target = output or (f"{name}.toml" if bundled else name)
    in_place = not bundled and output is None
    refuse_unwritable([target], force=force or in_place)
    text = bundled_text(name) if bundled else read_words(name)
    case = parse_case(text, where=name)
    known = [item.id for item in case.launch]
    for wanted in launch:
        if wanted not in known:
            raise InputError(
                f"--launch {wanted!r}: the case has no such launch",
                advice=f"its launches: {', '.join(known) or 'none'}",
            )
    if not launch and len(known) > 1:
        reached = [item.id for item in case.launch if item.outcome == "orbit"]
        launch = (case.case.primary or (reached or known)[-1],)
        echo(f"taken as the warning of {launch[0]} (--launch ID to say otherwise)", err=True)
    warning = read_words(notice)
    year = int(issued[:4]) if re.match(r"\d{4}", issued) else at.year
    echo_problems(parse_notices(warning, year=year)[2])
    try:
        extended = append_notice(text, warning, publisher, issued, launch=list(launch))
    except CaseError as error:
        raise InputError(
            f"the warning cannot be added to {name}: " + "; ".join(problem.what for problem in error.problems),
            advice=error.problems[0].advice if error.problems else error.advice,
        ) from None
    write_new(target, extended, force=force or in_place)
    echo(f"wrote {target}")
    echo(f"next: bongsu case check {target} · bongsu assess {target}")
