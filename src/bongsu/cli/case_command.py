"""``bongsu case``."""

from __future__ import annotations

import re

import click

from bongsu.answers import answer_case_check, answer_case_list, answer_case_show
from bongsu.cases import (
    append_notice,
    bundled_case_names,
    bundled_text,
    case_template,
    parse_case,
    parse_notices,
)
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import (
    at_option,
    format_option,
    given_file,
    parse_at,
    read_words,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.terminal import echo, paint
from bongsu.errors import CaseError, InputError


@click.group("case")
def command() -> None:
    """List, show, start, check and extend cases."""


@command.command("list")
@at_option
@format_option("table", "json")
def list_cases(at_text: str, form: str) -> None:
    """Bundled cases, one line each."""
    answer = answer_case_list(at=parse_at(at_text))
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    for row in answer.found:
        echo(f"{row['name']:<22} {row['title'] or row['summary']}")


@command.command("show")
@click.argument("name", metavar="CASE")
@at_option
@format_option("toml", "json")
def show(name: str, at_text: str, form: str) -> None:
    """The case file itself: every value with its source."""
    echo(str(answer_case_show(case=name, at=parse_at(at_text)).file(form)), nl=False)


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
@at_option
@format_option("table", "json")
def check(file: str, at_text: str, form: str) -> None:
    """Say exactly what is wrong with a case file, every fault with its line."""
    given = file if file in bundled_case_names() else given_file(file)
    answer = answer_case_check(case=given, at=parse_at(at_text))
    case = answer.found.case
    if form == "json":
        echo(str(answer.file("json")), nl=False)
    elif case is None:
        for problem in answer.problems:
            echo(str(problem))
        echo(paint(f"{len(answer.problems)} fault(s)", "red", "bold"), err=True)
    else:
        shown = ", ".join(f"{count} {name}" for name, count in answer.found.parts.items() if count)
        echo(paint("= good", "green", "bold") + f"  {case.case.name}: {shown or 'only a name so far'}")
    if case is None:
        raise click.exceptions.Exit(3)


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
