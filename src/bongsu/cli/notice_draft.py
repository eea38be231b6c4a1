"""``bongsu notice draft``: the outgoing text of one's own series, for a person to sign."""

from __future__ import annotations

import click

from bongsu.answers import answer_notice_draft
from bongsu.cli.notice_options import year_option
from bongsu.cli.options import (
    at_option,
    case_or_file,
    format_option,
    output_option,
    parse_at,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.terminal import echo, paint, plain

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
    refuse_unwritable(outputs, force=force)
    answer = answer_notice_draft(
        case=case_or_file(file),
        series=series,
        number=number,
        cancels=cancels,
        kind=kind or "",
        notam=notam,
        fir=fir,
        places=places,
        area=labels,
        launch=launch,
        year=year,
        at=at,
    )
    made = answer.found
    for name in outputs:
        write_new(name, plain(made.text), force=force)
        echo(f"wrote {name}", err=True)
    if form == "json":
        echo(str(answer.file("json")), nl=False)
    elif not outputs:
        echo(made.text, nl=False)
    for check in made.checks:
        echo(paint("check: ", "yellow") + check, err=True)
