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
)
from bongsu.cli.options import at_option, parse_at, read_words, write_new
from bongsu.errors import CaseError, InputError


@click.group("case")
def command() -> None:
    """List, show, start, check and extend cases."""


@command.command("list")
def list_cases() -> None:
    """Bundled cases, one line each."""
    for name in bundled_case_names():
        head = bundled_case(name).case
        click.echo(f"{name:<22} {head.title or head.summary}")


@command.command("show")
@click.argument("name", metavar="CASE")
def show(name: str) -> None:
    """The case file itself: every value with its source."""
    _require(name)
    click.echo(bundled_text(name), nl=False)


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
    click.echo(f"wrote {file}")
    click.echo(f"next: edit it · bongsu case check {file} · bongsu assess {file}")


@command.command("check")
@click.argument("file", metavar="FILE")
def check(file: str) -> None:
    """Say exactly what is wrong with a case file, every fault with its line."""
    text = bundled_text(file) if file in bundled_case_names() else read_words(file)
    try:
        case = parse_case(text, where=Path(file).name)
    except CaseError as error:
        for problem in error.problems:
            click.echo(str(problem))
        click.echo(click.style(f"{len(error.problems)} fault(s)", fg="red", bold=True), err=True)
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
    click.echo(click.style("= good", fg="green", bold=True) + f"  {case.case.name}: {shown or 'only a name so far'}")


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
    parse_at(at_text)
    bundled = name in bundled_case_names()
    text = bundled_text(name) if bundled else read_words(name)
    extended = append_notice(text, read_words(notice), publisher, issued, launch=list(launch))
    parse_case(extended, where=name)
    target = output or (f"{name}.toml" if bundled else name)
    write_new(target, extended, force=force or (not bundled and output is None))
    click.echo(f"wrote {target}")
    click.echo(f"next: bongsu case check {target} · bongsu assess {target}")
