"""``bongsu notice list``, ``show`` and ``archive``: several notices at once, and those of the past."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bongsu.cases import (
    FiledText,
    NoticeText,
    archive_items,
    archived_notice,
    check_filed,
    event_items,
    join_texts,
    notice_called,
    read_notice_text,
)
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_json, echo_problems, envelope
from bongsu.cli.notice_shelf import file_text, filed_texts, shelf_folder
from bongsu.cli.options import at_option, format_option, parse_at, read_bytes, read_words
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import echo, one_line, paint
from bongsu.errors import InputError, NoticeError, Problem
from bongsu.rawtext import decode_text, refuse_html

_YEAR = click.option("--year", type=click.IntRange(1950, 2199), help="Year of the warnings, where their text has none.")
_FOLDER = click.option(
    "--folder", default="", metavar="FOLDER", help="Where filed texts are kept; BONGSU_NOTICES, or ./bongsu-notices."
)
_LONG_DAYS = 60  # of a window's length: beyond, the table gives dates without hours
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
    texts, problems = _read_all(files, year or at.year)
    notices, wheres, events = join_texts(texts)
    items, undrawn = event_items(notices, wheres, events, at=at)
    problems += [problem for text in texts for problem in text.problems] + undrawn
    items = _chosen(items, kinds, in_force=in_force)
    if form == "json":
        inputs = [text.input() for text in texts]
        echo_json(envelope("notice-events", items, at=at, inputs=inputs, problems=problems))
        return
    _show_events(items, len(notices), at, verbose=verbose)
    echo_problems(problems)


def _chosen(items: list[dict[str, Any]], kinds: tuple[str, ...], *, in_force: bool) -> list[dict[str, Any]]:
    """Events of the kinds asked for; InputError where there are none of such a kind."""
    wanted = {" ".join(kind.lower().split()) for kind in kinds}
    there = sorted({item["kind"] for item in items})
    for kind in wanted:
        if kind not in there:
            raise InputError(f"--kind {kind[:40]!r}: no event is of that kind", advice=f"there are: {', '.join(there)}")
    chosen = [item for item in items if not wanted or item["kind"] in wanted]
    return [item for item in chosen if not in_force or item["state"] == "in force"]


@click.command("show")
@click.argument("name", metavar="ID")
@click.argument("files", nargs=-1, metavar="[FILE...|-]")
@_YEAR
@_FOLDER
@at_option
@format_option("table", "json")
def show(name: str, files: tuple[str, ...], year: int | None, folder: str, at_text: str, form: str) -> None:
    """One notice whole: by its number among FILEs, or by its id in the archive.

    With FILEs its event is shown too: who else gives it, and what it revises, extends or cancels.
    """
    at = parse_at(at_text)
    if not files:
        _show_archived(name, folder, at, form)
        return
    texts, problems = _read_all(files, year or at.year)
    notices, wheres, events = join_texts(texts)
    places, found = notice_called(name, notices, events)
    items, undrawn = event_items(notices, wheres, found, at=at)
    from bongsu.reports import notice_rows  # noqa: PLC0415 - only when asked

    if form == "json":
        inputs = [text.input() for text in texts]
        raw = [{"id": notices[place].id, "where": wheres[place], "text": notices[place].raw} for place in places]
        echo_json(envelope("notice-events", items, at=at, inputs=inputs, problems=[*problems, *undrawn], texts=raw))
        return
    for place in places:
        head, *rows = notice_rows(notices[place])
        echo(paint(head, "bold") + f"  in {wheres[place]}")
        for row in rows:
            echo(row)
        for problem in notices[place].problems:
            echo(f"  note: {problem}")
    echo()
    _show_events(items, sum(len(item["members"]) for item in items), at, verbose=True)
    echo_problems([*problems, *undrawn])


@click.group("archive", invoke_without_command=True)
@_FOLDER
@at_option
@format_option("table", "json")
@click.pass_context
def archive(context: click.Context, folder: str, at_text: str, form: str) -> None:
    """Past North Korean notices: what is known of each, and which texts are wanted."""
    if context.invoked_subcommand is not None:
        return
    at = parse_at(at_text)
    texts, damaged = filed_texts(shelf_folder(folder))
    items, problems = archive_items(texts)
    problems = [*damaged, *problems]
    if form == "json":
        echo_json(envelope("notice-archive", items, at=at, problems=problems))
        return
    _show_archive(items)
    echo_problems(problems)


@archive.command("add")
@click.argument("entry", metavar="ID")
@click.argument("file", metavar="FILE|-")
@click.option("--publisher", default="", help="Who published it: Japan Coast Guard, NGA.")
@click.option("--unread", is_flag=True, help="File it even where nothing of a notice can be read in it.")
@_FOLDER
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


def _read_all(files: Sequence[str], year: int) -> tuple[list[NoticeText], list[Problem]]:
    """Texts of all files; a file that cannot be read is a problem, unless none can."""
    texts: list[NoticeText] = []
    problems: list[Problem] = []
    first: InputError | None = None
    if files.count("-") > 1:
        raise click.UsageError("- (standard input) can be given once")
    for name in files:
        try:
            words = read_words(name)
            refuse_html(words, _called(name))
            texts.append(read_notice_text(words, where=_called(name), year=year))
        except InputError as error:
            first = first or error
            what = str(error).removeprefix(f"{_called(name)}: ")
            problems.append(Problem(where=_called(name), what=what, advice=error.advice))
    if first is not None and not texts:
        raise first
    return texts, problems


def _show_events(items: Sequence[dict[str, Any]], count: int, at: datetime, *, verbose: bool) -> None:
    """One row an event; below it its notices, where there are several, and why they are joined."""
    columns = width_of_terminal()
    signs = "; x3: so many windows; +2: so many more areas" if len(items) > 1 else ""
    shown = _counted(len(items), "event")
    echo(f"{_counted(count, 'notice')}, {shown}; state at {at:%Y-%m-%d %H:%M} UTC{signs}")
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


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def _event_row(number: int, item: dict[str, Any], at: datetime) -> list[str]:
    state = item["state"]
    return [
        f"{number} {one_line(item['id'])[:26]}",
        item["kind"],
        _when(item["windows"], year=at.year),
        _where(item["areas"]),
        paint(state, *([_COLOURS[state]] if state in _COLOURS else []), "bold"),
    ]


def _when(windows: Sequence[dict[str, str | None]], *, year: int = 0) -> str:
    """``2023-05-30 15:00 to 06-10 15:00``; without the year where it is ``year``; how many where there are several."""
    if not windows:
        return "no time read"
    start, end = windows[0]["start"], max(each["end"] or "9999" for each in windows)
    many = f" x{len(windows)}" if len(windows) > 1 else ""
    if start and _days_between(start, end) > _LONG_DAYS:
        return f"{start[:10]} to {end[:10] if end != '9999' else 'open'}{many}"
    cut = 5 if start and start[:4] == end[:4] == f"{year:04d}" else 0
    first = "open" if start is None else f"{start[cut:10]} {start[11:16]}"
    last = "open" if end == "9999" else f"{end[5:10]} {end[11:16]}"
    if start and end[:10] == start[:10]:
        last = end[11:16]
    return f"{first} to {last}{many}"


def _days_between(start: str, end: str) -> int:
    return 10_000 if end == "9999" else (datetime.fromisoformat(end) - datetime.fromisoformat(start)).days


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
        lines += _wrapped(f"{shown}: {_why(item)}", columns)
        for member in members:
            state = member["state"] + (f" by {member['cancelled_by']}" if member["state"] == "cancelled" else "")
            issued = f", issued {member['issued'][:16].replace('T', ' ')}" if member["issued"] else ""
            lines += _wrapped(f"- {one_line(member['id'])}: {state}{issued}", columns)
        for link in item["links"]:
            revision = link["revision"]
            if revision and _worth_saying(link):
                lines += _wrapped(
                    f"{link['second']} is a {revision['word']} of {link['first']}: {revision['statement']}", columns
                )
    for area in item["areas"]:
        names = ", ".join(f"{each['notice']} {each['label']}".strip() for each in area["sources"])
        if verbose:
            lines += _wrapped(
                f"area {area['label'] or '-'} {_where([area])}, {area['area_km2']:,.0f} km2: {names}", columns
            )
        lines += [line for words in area["differences"] for line in _wrapped(f"{names} {words}", columns)]
    for repeat in item["repeats"]:
        lines += _wrapped(f"{repeat['word']} of {repeat['notice']}: {repeat['statement']}", columns)
    if verbose:
        for link in item["links"]:
            reasons = "; ".join(f"{each['statement']} ({each['weight']:+.1f})" for each in link["reasons"])
            lines += _wrapped(f"{link['first']} + {link['second']} ({link['probability']:.2f}): {reasons}", columns)
    return lines


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


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(one_line(text), columns, initial_indent="    ", subsequent_indent="      ")


def _show_archive(items: Sequence[dict[str, Any]]) -> None:
    columns = width_of_terminal()
    rows = []
    for item in items:
        number = one_line(item["numbers"][0]) if item["numbers"] else "-"
        wanted = item["text"] == "wanted"
        mark = paint("text wanted", "yellow", "bold") if wanted else paint(_verdicts(item), "bold")
        rows.append(
            [item["id"], f"#{item['launch_number']}" if item["launch_number"] else "", _when(item["windows"]), item["publisher"][:24],
             number, _known(item), mark]
        )  # fmt: skip
    heads = ["NOTICE", "LAUNCH", "WINDOW (UTC)", "PUBLISHER", "NUMBER", "AREAS KNOWN", "TEXT"]
    table, _ = laid_out(heads, rows, width=columns, left=(0, 1, 2, 3, 4, 5), lose=(3, 4, 1))
    echo(table[0])
    for line, item in zip(table[1:], items, strict=True):
        echo(line)
        if item["revision"]:
            words = f"{item['revision']['word']} of {item['follows']}, as reported: {item['revision']['statement']}"
            for under in _wrapped(words, columns):
                echo(under)
    wanted = [item for item in items if item["text"] == "wanted"]
    if wanted:
        echo()
        echo(f"{_counted(len(wanted), 'text')} wanted. To file one: bongsu notice archive add ID FILE")
        echo("More on one: bongsu notice show ID")


def _known(item: dict[str, Any]) -> str:
    """How many areas are known exactly, or about."""
    exact, rough = len(item["exact"]), len(item["approximate"])
    if not exact and not rough:
        return "in words"
    return f"{exact} exactly" if exact else f"{rough} about"


def _verdicts(item: dict[str, Any]) -> str:
    verdicts = [text["verdict"] for text in item["texts"]]
    return ", ".join(dict.fromkeys(verdicts)) + (f" ({len(verdicts)})" if len(verdicts) > 1 else "")


def _show_archived(name: str, folder: str, at: datetime, form: str) -> None:
    """One entry of the archive: everything known, and the command that files its text."""
    entry = archived_notice(name)
    texts, damaged = filed_texts(shelf_folder(folder))
    items, problems = archive_items([text for text in texts if text.id == entry.id])
    (item,) = (each for each in items if each["id"] == entry.id)
    problems = [*(each for each in damaged if f"{entry.id}" in Path(each.where).parts), *problems]
    if form == "json":
        echo_json(envelope("notice-archive", [item], at=at, problems=problems))
        return
    columns = width_of_terminal()
    echo(paint(f"{item['id']}: {item['name']}, launch of {item['launch']}", "bold"))
    rows = [
        f"published by {item['publisher']}, issued {item['issued']}" + "".join(f", {each}" for each in item["numbers"]),
        f"window: {_when(item['windows'])} UTC" + (f", daily {item['daily']}" if item["daily"] else ""),
        f"areas known {item['areas_known']}: {item['in_words']}",
        item["remark"],
        *(f"area {_named(area)}, exactly: {area['corners']} corners" for area in item["exact"]),
        *(
            f"area {_named(area)}, about {area['latitude_deg']:.2f} {area['longitude_deg']:.2f},"
            f" within {area['uncertainty_m'] / 1000.0:.0f} km"
            for area in item["approximate"]
        ),
    ]
    if item["revision"]:
        rows.append(f"{item['revision']['word']} of {item['follows']}, as reported: {item['revision']['statement']}")
    for text in item["texts"]:
        rows.append(
            f"text {text['sha256'][:12]} {text['publisher']}, filed {text['filed']}: {_signed(text['verdict'])}"
        )
        rows += text["compared"]
    rows.append("sources: " + ", ".join(f"{name} ({each['grade']})" for name, each in item["sources"].items()))
    for row in rows:
        for line in _wrapped(row, columns) if row else []:
            echo(line)
    if item["text"] == "wanted":
        echo(paint("text wanted", "yellow", "bold") + f": {item['command']}")
    echo_problems(problems)


def _named(area: dict[str, Any]) -> str:
    return str(area["label"]).removeprefix("area ")
