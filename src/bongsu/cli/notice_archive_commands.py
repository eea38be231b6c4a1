"""``bongsu notice archive``: past North Korean notices, and the texts that are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from bongsu.answers import answer_notice_archive
from bongsu.cases import FiledText, NoticeText, archived_notice, check_filed, read_notice_text
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_problems
from bongsu.cli.notice_shelf import file_text, filed_texts, shelf_folder
from bongsu.cli.notice_table import when, wrapped
from bongsu.cli.options import at_option, format_option, parse_at, read_bytes
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import echo, one_line, paint
from bongsu.errors import InputError, NoticeError, Problem
from bongsu.rawtext import counted, decode_text, refuse_html, refuse_json

__all__ = ["archive", "folder_option", "show_archived"]

folder_option = click.option(
    "--folder", default="", metavar="FOLDER", help="Where filed texts are kept; BONGSU_NOTICES, or ./bongsu-notices."
)


@click.group("archive", invoke_without_command=True)
@folder_option
@click.option("--in-force", is_flag=True, help="Only those that were in force at --at, as they were known then.")
@at_option
@format_option("table", "json")
@click.pass_context
def archive(context: click.Context, folder: str, in_force: bool, at_text: str, form: str) -> None:
    """Past North Korean notices: what is known of each, and which texts are wanted."""
    if context.invoked_subcommand is not None:
        return
    at = parse_at(at_text)
    answer = answer_notice_archive(filed=filed_texts(shelf_folder(folder)), at=at, in_force=in_force)
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    if answer.found:
        _show_archive(answer.found)
    else:
        echo(f"none of the archive's notices was in force at {at:%Y-%m-%d %H:%M} UTC")
    echo_problems(answer.problems)


@archive.command("add")
@click.argument("entry", metavar="ID")
@click.argument("file", metavar="FILE|-")
@click.option("--publisher", default="", help="Who published it: Japan Coast Guard, NGA.")
@click.option("--unread", is_flag=True, help="File it even where nothing of a notice can be read in it.")
@folder_option
@at_option
def add(entry: str, file: str, publisher: str, unread: bool, folder: str, at_text: str) -> None:
    """File the text of a past notice: kept as it is for ever, then compared with what is known of it."""
    at = parse_at(at_text)
    known = archived_notice(entry)
    raw = read_bytes(file)
    where = _called(file)
    text: NoticeText | None = None
    try:
        words = decode_text(raw, where=where)
        refuse_html(words, where)
        refuse_json(words, where)
        text = read_notice_text(words, where=where, year=known.said.start.year)
    except InputError as error:
        if not unread:
            advice = f"{error.advice}; " if error.advice else ""
            raise NoticeError(str(error), advice=f"{advice}--unread files it all the same") from None
        echo_problems([Problem(where=where, what=str(error).removeprefix(f"{where}: "), advice=error.advice)])
    place = shelf_folder(folder)
    new = file_text(place, known.id, raw, publisher=publisher, at=at)
    digest = FiledText(id=known.id, raw=raw).sha256
    echo(f"{'filed' if new else 'was filed before'}: {known.id}, {len(raw):,} bytes, sha256 {digest[:12]}, in {place}")
    if text is not None:
        verdict, rows = check_filed(known, text)
        echo(paint(_signed(verdict), "bold") + ": against what was known of it")
        for row in rows:
            echo(f"  {row}")
        echo_problems(text.problems)
    if known.launch.case:
        echo(
            f"next: bongsu notice show {known.id} · bongsu case add {known.launch.case} --notice {file}"
            f" --launch {known.launch.case_launch}"
        )


def _signed(verdict: str) -> str:
    return {"fits": "= fits", "does not fit": "≠ does not fit"}.get(verdict, f"? {verdict}")


def _called(file: str) -> str:
    return "standard input" if file == "-" else file


def _show_archive(items: Sequence[dict[str, Any]]) -> None:
    columns = width_of_terminal()
    rows = []
    for item in items:
        number = one_line(item["numbers"][0]) if item["numbers"] else "-"
        wanted = item["text"] == "wanted"
        found = "filed: " + _verdicts(item) if item["texts"] else ""
        mark = paint(f"text wanted ({found})" if wanted and found else "text wanted" if wanted else found, "bold")
        rows.append(
            [item["id"], f"#{item['launch_number']}" if item["launch_number"] else "", when(item["windows"]), item["publisher"][:24],
             number, _known(item), mark]
        )  # fmt: skip
    heads = ["NOTICE", "LAUNCH", "WINDOW (UTC)", "PUBLISHER", "NUMBER", "AREAS KNOWN", "TEXT"]
    table, _ = laid_out(heads, rows, width=columns, left=(0, 1, 2, 3, 4, 5), lose=(3, 4, 1))
    echo(table[0])
    for line, item in zip(table[1:], items, strict=True):
        echo(line)
        for words in _revisions(item):
            for under in wrapped(words, columns):
                echo(under)
    wanted = [item for item in items if item["text"] == "wanted"]
    if wanted:
        echo()
        echo(f"{counted(len(wanted), 'text')} wanted. To file one: bongsu notice archive add ID FILE")
        echo("More on one: bongsu notice show ID")


def _revisions(item: dict[str, Any]) -> list[str]:
    """What it does to the notice before it: as reported, and as measured on the texts where both are filed."""
    found = [("as reported", item["revision"]), ("by the filed texts", item["measured"])]
    return [f"{said['word']} of {item['follows']}, {how}: {said['statement']}" for how, said in found if said]


def _known(item: dict[str, Any]) -> str:
    """How many areas are known exactly, or about."""
    exact, rough = len(item["exact"]), len(item["approximate"])
    if not exact and not rough:
        return "in words"
    return f"{exact} exactly" if exact else f"{rough} about"


def _verdicts(item: dict[str, Any]) -> str:
    verdicts = [text["verdict"] for text in item["texts"]]
    return ", ".join(dict.fromkeys(verdicts)) + (f" ({len(verdicts)})" if len(verdicts) > 1 else "")


def show_archived(item: dict[str, Any], problems: Sequence[Problem]) -> None:
    """One entry of the archive: everything known, and the command that files its text."""
    columns = width_of_terminal()
    echo(paint(f"{item['id']}: {item['name']}, launch of {item['launch']}", "bold"))
    rows = [
        f"published by {item['publisher']}, issued {item['issued']}" + "".join(f", {each}" for each in item["numbers"]),
        f"window: {when(item['windows'])} UTC" + (f", daily {item['daily']}" if item["daily"] else ""),
        f"areas known {item['areas_known']}: {item['in_words']}",
        item["remark"],
        *(f"area {_named(area)}, exactly: {area['corners']} corners" for area in item["exact"]),
        *(
            f"area {_named(area)}, about {area['latitude_deg']:.2f} {area['longitude_deg']:.2f},"
            f" within {area['uncertainty_m'] / 1000.0:.0f} km"
            for area in item["approximate"]
        ),
    ]
    rows += _revisions(item)
    for text in item["texts"]:
        rows.append(
            f"text {text['sha256'][:12]} {text['publisher']}, filed {text['filed']}: {_signed(text['verdict'])}"
        )
        rows += text["compared"]
    rows.append("sources: " + ", ".join(f"{name} ({each['grade']})" for name, each in item["sources"].items()))
    for row in rows:
        for line in wrapped(row, columns) if row else []:
            echo(line)
    if item["text"] == "wanted":
        echo(paint("text wanted", "yellow", "bold") + f": {item['command']}")
    echo_problems(problems)


def _named(area: dict[str, Any]) -> str:
    return str(area["label"]).removeprefix("area ")
