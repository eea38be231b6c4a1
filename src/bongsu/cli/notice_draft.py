"""``bongsu notice draft``: the outgoing text of one's own series, for a person to sign."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from bongsu.cases import (
    bundled_case,
    bundled_case_names,
    bundled_text,
    draft_text,
    notices_of_case,
    parse_case,
    read_notice_text,
)
from bongsu.cli.envelope import echo_json, envelope
from bongsu.cli.notice_options import called, read_notice_file, year_option
from bongsu.cli.options import at_option, format_option, output_option, parse_at, refuse_unwritable, write_new
from bongsu.cli.terminal import echo, paint, plain
from bongsu.errors import InputError

_KINDS = ("space launch", "re-entry", "missile test", "gunnery", "debris", "hazardous operations")


@click.command("draft")
@click.argument("file", metavar="FILE|-|CASE")
@click.option(
    "--series", default="", metavar="SERIES", help="NAVAREA XI, HYDROPAC, ...; that of the notice unless given."
)
@click.option("--number", default="", metavar="NUMBER", help="123/26, or A0123/26 of a NOTAM; a placeholder stands in.")
@click.option(
    "--cancels", multiple=True, metavar="NUMBER", help="A warning it cancels or a NOTAM it replaces; repeatable."
)
@click.option("--kind", type=click.Choice(_KINDS), help="Its heading; read from the notice unless given.")
@click.option("--notam", is_flag=True, help="A NOTAM (Q line, items A to G) instead of a warning.")
@click.option("--fir", default="", metavar="FIR", help="Of the NOTAM: four letters.")
@click.option(
    "--places",
    type=click.Choice(["minutes", "seconds"]),
    default="minutes",
    show_default=True,
    help="How places are written.",
)
@click.option("--area", "labels", multiple=True, metavar="LETTER", help="Only this area; repeatable.")
@click.option("--launch", default="", metavar="ID", help="Which launch of a case.")
@year_option
@output_option("Write the draft to a file.")
@at_option
@format_option("text", "json")
def command(
    file: str,
    series: str,
    number: str,
    cancels: tuple[str, ...],
    kind: str | None,
    notam: bool,
    fir: str,
    places: str,
    labels: tuple[str, ...],
    launch: str,
    year: int | None,
    outputs: tuple[str, ...],
    force: bool,
    at_text: str,
    form: str,
) -> None:
    """The outgoing text of your own series from the areas and windows of FILE, for a person to sign.

    It is read back before it is given, and cancels itself one hour after its last window. --at is its issue time.
    Areas known only roughly and windows that are over are refused.

    \b
    bongsu notice draft warning.txt --series "NAVAREA XI" --number 123/26 --cancels 120/26
    bongsu notice draft warning.txt --notam --fir RKRR
    """
    at = parse_at(at_text)
    if notam and (series or places == "seconds"):
        raise click.UsageError("--notam has no --series, and its places are in seconds already")
    if fir and not notam:
        raise click.UsageError("--fir belongs to --notam")
    refuse_unwritable(outputs, force=force)
    notices, source = _notices(file, launch, year or at.year)
    made = draft_text(
        notices,
        at=at,
        series=series,
        number=number,
        cancels=cancels,
        kind=kind or "",
        notam=notam,
        fir=fir,
        seconds=places == "seconds",
        labels=labels,
    )
    for name in outputs:
        write_new(name, plain(made.text), force=force)
        echo(f"wrote {name}", err=True)
    if form == "json":
        item = {"message": made.message, "text": made.text, "checks": list(made.checks), "status": "draft"}
        echo_json(envelope("draft", [item], at=at, inputs=[source]))
    elif not outputs:
        echo(made.text, nl=False)
    for check in made.checks:
        echo(paint("check: ", "yellow") + check, err=True)


def _notices(file: str, launch: str, year: int) -> tuple[Sequence[Any], dict[str, Any]]:
    """Notices of a text or a case, and the entry among the inputs."""
    path = Path(file)
    if file in bundled_case_names():
        case, text = bundled_case(file), bundled_text(file)
    elif file != "-" and not path.exists():
        raise InputError(
            f'no bundled case and no file is called "{file}"',
            advice=f"bundled: {', '.join(bundled_case_names())}; or give a file, or - to paste",
        )
    else:
        text = read_notice_file(file)
        if file == "-" or path.suffix != ".toml":
            read = read_notice_text(text, where=called(file), year=year)
            return read.notices, read.input()
        case = parse_case(text, where=path.name)
    digest = hashlib.sha256(text.encode()).hexdigest()
    entry = {"id": f"case {case.case.name}", "source": "case file", "sha256": digest, "age_days": None}
    return notices_of_case(case, launch=launch), entry
