"""``bongsu passes all``: every object of a file over one place or many."""

from __future__ import annotations

import csv
import io
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from bongsu.cases import (
    CATALOGUE_COLUMNS,
    bulk_installed,
    catalogue_question,
    catalogue_rows,
    catalogue_tables,
    compile_bulk,
    find_norad_id,
    span_of,
)
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_problems, envelope
from bongsu.cli.options import parse_length, read_bytes
from bongsu.cli.terminal import clean, dump_json, echo, plain
from bongsu.errors import InputError, Problem

__all__ = ["answer_catalogue", "warm_bulk"]

_JSON_ROWS = 200_000
_SHOWN = 40
_FORMS = {".json": "json", ".jsonl": "jsonl", ".csv": "csv"}


def warm_bulk() -> float:
    """Compile the bulk engine, or load it; says so on standard error only where it takes long. Seconds taken."""
    began = time.perf_counter()
    said: list[bool] = []

    def report(name: str, share: float, compiling: bool) -> None:
        if compiling and not said:
            echo("compiling the bulk engine: once after installation, about 10 s of a processor", err=True)
            said.append(True)
        if compiling:
            _bar(share, name)

    compile_bulk(report)
    return time.perf_counter() - began


def _bar(share: float, words: str) -> None:
    """A bar on standard error, where that is a terminal; overwritten by the next, ended at 100 %."""
    if sys.stderr.isatty():
        filled = round(share * 24)
        end = "\n" if share >= 1.0 else ""
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (24 - filled)}] {share:4.0%}  {words:<48.48}{end}")
        sys.stderr.flush()


def answer_catalogue(
    satellite: str,
    site: str,
    *,
    at: datetime,
    length: str,
    min_elevation: float,
    max_off_nadir: float | None,
    elements: str | None,
    tolerant: bool,
    daylight: bool,
    threads: int,
    form: str,
    outputs: tuple[str, ...],
) -> None:
    """Search, and write as the parts come in."""
    if not elements:
        raise InputError(
            "a whole catalogue needs a file of element sets",
            advice="add --elements FILE (TLE or OMM; - for standard input)",
        )
    if len(outputs) > 1:
        raise InputError("a catalogue is written to one file at a time", advice="give one -o")
    everyone = satellite.strip().lower() == "all"
    question = catalogue_question(
        read_bytes(elements),
        elements,
        read_bytes(site[1:]) if site.startswith("@") else site,
        span_of(at, parse_length(length)),
        places_origin=site[1:],
        min_elevation_deg=min_elevation,
        max_off_nadir_deg=max_off_nadir,
        daylight=daylight,
        strict=not tolerant,
        only=None if everyone else {find_norad_id(satellite)},
    )
    pair_days = len(question.element_sets) * len(question.sites)
    if bulk_installed() and pair_days > _SHOWN:
        warm_bulk()
    elif pair_days > 10_000:
        echo("note: this goes a hundred times faster with the bulk engine: pip install 'bongsu[bulk]'", err=True)
    failed: dict[int, str] = {}
    count = [0]

    def parts() -> Iterator[Any]:
        def progress(done: int, total: int) -> None:
            _bar(done / total, f"{done:,} of {total:,} satellites, {count[0]:,} passes")

        for table in catalogue_tables(question, threads=threads, progress=progress):
            failed.update(table.failed)
            count[0] += len(table)
            yield table

    own = _FORMS.get(Path(outputs[0]).suffix.lower(), form) if outputs and form == "table" else form
    writer: Callable[..., None] = {"csv": _csv, "jsonl": _jsonl, "json": _json, "table": _table}[own]
    with ExitStack() as stack:
        stream: IO[str] = (
            stack.enter_context(Path(outputs[0]).open("w", encoding="utf-8", newline="")) if outputs else sys.stdout
        )
        writer(question, parts(), stream, at, failed)
    problems = [*question.problems, *_as_problems(failed)]
    echo_problems(problems)
    if outputs:
        echo(f"wrote {outputs[0]} ({count[0]:,} passes)", err=True)


def _as_problems(failed: dict[int, str]) -> list[Problem]:
    return [
        Problem(where=f"object {reason.split(':')[0]}", what=f"cut short: {reason.split(': ', 1)[-1]}")
        for reason in failed.values()
    ]


def _csv(question: Any, parts: Iterator[Any], stream: IO[str], at: datetime, failed: dict[int, str]) -> None:
    del at, failed
    head = io.StringIO()
    csv.writer(head, lineterminator="\n").writerow(CATALOGUE_COLUMNS)
    stream.write(head.getvalue())
    for table in parts:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(catalogue_rows(question, table))
        stream.write(clean(out.getvalue()))


def _jsonl(question: Any, parts: Iterator[Any], stream: IO[str], at: datetime, failed: dict[int, str]) -> None:
    del at, failed
    for table in parts:
        for row in catalogue_rows(question, table):
            stream.write(dump_json(dict(zip(CATALOGUE_COLUMNS, row, strict=True)), indent=None) + "\n")


def _json(question: Any, parts: Iterator[Any], stream: IO[str], at: datetime, failed: dict[int, str]) -> None:
    rows: list[dict[str, Any]] = []
    for table in parts:
        rows += [dict(zip(CATALOGUE_COLUMNS, row, strict=True)) for row in catalogue_rows(question, table)]
        if len(rows) > _JSON_ROWS:
            raise InputError(
                f"more than {_JSON_ROWS:,} passes do not go into one JSON document", advice="use -f jsonl or -f csv"
            )
    inputs = [{"id": "elements", "source": question.origin, "sha256": question.sha256, "age_days": None}]
    problems = [*question.problems, *_as_problems(failed)]
    stream.write(dump_json(envelope("passes", rows, at=at, inputs=inputs, problems=problems)) + "\n")


def _table(question: Any, parts: Iterator[Any], stream: IO[str], at: datetime, failed: dict[int, str]) -> None:
    """A line per place: passes, satellites, the first."""
    del at
    places: list[dict[str, Any]] = [{"passes": 0, "who": set(), "first": "", "of": ""} for _ in question.sites]
    for table in parts:
        first_seen: set[int] = set()
        for row in range(len(table)):
            index = int(table.site[row])
            place, who = places[index], int(table.satellite[row])
            place["passes"] += 1
            place["who"].add(who)
            if index not in first_seen:
                first_seen.add(index)
                rise = str(table.rise[row])[:19].replace("T", " ")
                if not place["first"] or rise < place["first"]:
                    chosen = question.element_sets[who]
                    place["first"], place["of"] = rise, chosen.name or str(chosen.norad_id)
    rows = [
        [site.label, f"{p['passes']:,}", f"{len(p['who']):,}", p["first"] or "-", p["of"] or "-"]
        for site, p in zip(question.sites, places, strict=True)
    ]
    lines, _ = laid_out(
        ("PLACE", "PASSES", "SATELLITES", "FIRST RISE UTC", "OF"),
        rows[:_SHOWN],
        width=_width(),
        left=(0, 3, 4),
        lose=(4, 2),
        indent=0,
    )
    if len(rows) > _SHOWN:
        lines.append(f"and {len(rows) - _SHOWN} more places (-f csv has every pass)")
    total = sum(p["passes"] for p in places)
    lines.append(
        f"{total:,} passes of {len(question.element_sets):,} satellites over {len(question.sites):,} places;"
        f" {len(failed):,} satellites cut short. In view is not photographed."
    )
    if stream is sys.stdout:
        echo("\n".join(lines))
    else:
        stream.write(plain("\n".join(lines)) + "\n")


def _width() -> int:
    import shutil  # noqa: PLC0415 - only for a terminal

    return shutil.get_terminal_size((130, 30)).columns
