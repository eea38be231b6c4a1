"""``bongsu notice list`` and ``bongsu notice show``: several notices at once, as the events they announce."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import click

from bongsu.answers import Given, answer_notice_list, answer_notice_show
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_problems
from bongsu.cli.notice_archive_commands import folder_option, show_archived
from bongsu.cli.notice_shelf import filed_texts, shelf_folder
from bongsu.cli.notice_table import fitted, when, wrapped
from bongsu.cli.options import at_option, format_option, given_file, parse_at
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import echo, one_line, paint
from bongsu.rawtext import counted

__all__ = ["list_notices", "show"]

_YEAR = click.option("--year", type=click.IntRange(1950, 2199), help="Year of the warnings, where their text has none.")
_COLOURS = {"in force": "green", "not yet issued": "yellow"}


@click.command("list")
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@_YEAR
@click.option("-v", "--verbose", is_flag=True, help="Why notices are joined, and all areas.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only events of this kind: 'space launch'.")
@click.option("--in-force", is_flag=True, help="Only events in force at --at.")
@at_option
@format_option("table", "json")
def list_notices(
    files: tuple[str, ...],
    year: int | None,
    verbose: bool,
    kinds: tuple[str, ...],
    in_force: bool,
    at_text: str,
    form: str,
) -> None:
    """Group the notices of all FILEs to events: what, when, where, by whom, and whether in force at --at.

    Notices are joined by number, window, area and ground track. Experimental: the weights are set by hand.
    """
    at = parse_at(at_text)
    answer = answer_notice_list(text=_given(files), year=year, kind=kinds, in_force=in_force, at=at)
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    _show_events(answer.found.items, answer.found.count, at, verbose=verbose)
    echo_problems(answer.problems)


@click.command("show")
@click.argument("name", metavar="ID")
@click.argument("files", nargs=-1, metavar="[FILE...|-]")
@_YEAR
@folder_option
@at_option
@format_option("table", "json")
def show(name: str, files: tuple[str, ...], year: int | None, folder: str, at_text: str, form: str) -> None:
    """One notice whole: by its number (1177/22) among FILEs, or by its id in the archive.

    With FILEs its event is shown too: who else gives it, and what it revises, extends or cancels.
    """
    at = parse_at(at_text)
    filed = ((), ()) if files else filed_texts(shelf_folder(folder))
    answer = answer_notice_show(id=name, text=_given(files), year=year, filed=filed, at=at)
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    shown = answer.found
    if shown.entry is not None:
        show_archived(shown.entry, answer.problems)
        return
    from bongsu.reports import notice_rows  # noqa: PLC0415 - only when asked

    for notice, where in shown.notices:
        head, *rows = notice_rows(notice)
        echo(paint(head, "bold") + f"  in {where}")
        for line in fitted(rows, width_of_terminal()):
            echo(line)
        for problem in notice.problems:
            echo(f"  note: {problem}")
    echo()
    _show_events(shown.items, sum(len(item["members"]) for item in shown.items), at, verbose=True)
    echo_problems(answer.problems)


def _given(files: Sequence[str]) -> list[Given]:
    if files.count("-") > 1:
        raise click.UsageError("- (standard input) can be given once")
    return [given_file(name) for name in files]


def _show_events(items: Sequence[dict[str, Any]], count: int, at: datetime, *, verbose: bool) -> None:
    """One row an event; below it its notices, where there are several, and why they are joined."""
    columns = width_of_terminal()
    signs = "; x3: so many windows; +2: so many more areas" if len(items) > 1 else ""
    shown = counted(len(items), "event")
    echo(f"{counted(count, 'notice')}, {shown}; state at {at:%Y-%m-%d %H:%M} UTC{signs}")
    rows = [_event_row(n, item, at) for n, item in enumerate(items, 1)]
    heads = ["EVENT", "KIND", "WHEN (UTC)", "WHERE", "STATE"]
    table, _ = laid_out(heads, rows, width=columns, left=(0, 1, 2, 3), lose=(3,))
    if not items:
        return
    echo(table[0])
    for line, item in zip(table[1:], items, strict=True):
        echo(line)
        for under in _under(item, columns, verbose=verbose):
            echo(under)


def _event_row(number: int, item: dict[str, Any], at: datetime) -> list[str]:
    state = item["state"]
    return [
        f"{number} {one_line(item['id'])[:26]}",
        item["kind"],
        when(item["windows"], year=at.year),
        _where(item["areas"]),
        paint(state, *([_COLOURS[state]] if state in _COLOURS else []), "bold"),
    ]


def _where(areas: Sequence[dict[str, Any]]) -> str:
    """Centre of the first area, and how many more there are."""
    if not areas:
        return "-"
    latitude, longitude = areas[0]["centre"]["latitude_deg"], areas[0]["centre"]["longitude_deg"]
    place = f"{abs(latitude):.1f}{'S' if latitude < 0 else 'N'} {abs(longitude):.1f}{'W' if longitude < 0 else 'E'}"
    return place + (f" +{len(areas) - 1}" if len(areas) > 1 else "")


def _under(item: dict[str, Any], columns: int, *, verbose: bool) -> list[str]:
    """The notices of an event and why they are one; what it repeats."""
    lines: list[str] = []
    members = item["members"]
    if len(members) > 1:
        shown = f"{item['certainty']} ({item['probability']:.2f})"
        lines += wrapped(f"{shown}: {_why(item)}", columns)
        for member in members:
            state = member["state"] + (f" by {member['cancelled_by']}" if member["state"] == "cancelled" else "")
            issued = f", issued {member['issued'][:16].replace('T', ' ')}" if member["issued"] else ""
            lines += wrapped(f"- {one_line(member['id'])}: {state}{issued}", columns)
        for link in item["links"]:
            revision = link["revision"]
            if revision and _worth_saying(link):
                lines += wrapped(
                    f"{link['second']} is {_article(revision['word'])} of {link['first']}: {revision['statement']}",
                    columns,
                )
    for area in item["areas"]:
        names = ", ".join(f"{each['notice']} {each['label']}".strip() for each in area["sources"])
        if verbose:
            lines += wrapped(
                f"area {area['label'] or '-'} {_where([area])}, {area['area_km2']:,.0f} km2: {names}", columns
            )
        lines += [line for words in area["differences"] for line in wrapped(f"{names} {words}", columns)]
    for repeat in item["repeats"]:
        lines += wrapped(f"{repeat['word']} of {repeat['notice']}: {repeat['statement']}", columns)
    if verbose:
        for link in item["links"]:
            reasons = "; ".join(f"{each['statement']} ({each['weight']:+.1f})" for each in link["reasons"])
            lines += wrapped(f"{link['first']} + {link['second']} ({link['probability']:.2f}): {reasons}", columns)
    return lines


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"


def _worth_saying(link: dict[str, Any]) -> bool:
    """Whether the later does something to the earlier; areas that differ between publishers are listed with the areas."""
    word = link["revision"]["word"]
    cancels = any(reason["sign"] == "reference" for reason in link["reasons"])
    return word in ("extension", "shortening", "revision", "repeat") or (word == "change of areas" and cancels)


def _why(item: dict[str, Any]) -> str:
    """The weightiest reason of each sort over all joins."""
    best: dict[str, dict[str, Any]] = {}
    for link in item["links"]:
        for reason in link["reasons"]:
            if reason["weight"] > 0 and reason["weight"] > best.get(reason["sign"], {"weight": 0.0})["weight"]:
                best[reason["sign"]] = reason
    ordered = sorted(best.values(), key=lambda each: -each["weight"])
    return "; ".join(each["statement"] for each in ordered[:4])
