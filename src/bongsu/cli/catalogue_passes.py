"""``bongsu passes all``: every object of a file over one place or many."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from bongsu.answers import CatalogueShort, ask_catalogue, write_catalogue
from bongsu.cases import (
    bulk_installed,
    catalogue_part_search,
    catalogue_parts,
    catalogue_table,
    catalogue_tables,
    compile_bulk,
)
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import given_file, written_whole
from bongsu.cli.terminal import echo, plain, show_bar
from bongsu.errors import InputError
from bongsu.rawtext import counted

__all__ = ["answer_catalogue", "warm_bulk"]

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
            show_bar(share, name)

    compile_bulk(report)
    return time.perf_counter() - began


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
    on: str | None,
    workers: int | None,
    form: str,
    outputs: tuple[str, ...],
) -> None:
    """Search, and write as the parts come in."""
    if len(outputs) > 1:
        raise InputError("a catalogue is written to one file at a time", advice="give one -o")
    _refuse_mixed(threads, on, workers)
    question = ask_catalogue(
        satellite,
        given_file(site[1:]) if site.startswith("@") else site,
        at=at,
        for_=length,
        min_elevation=min_elevation,
        elements=given_file(elements) if elements else None,
        tolerant=tolerant,
        max_off_nadir=max_off_nadir,
        daylight=daylight,
    )
    pair_days = len(question.element_sets) * len(question.sites)
    if on not in (None, "local"):
        pass  # the workers search
    elif bulk_installed() and pair_days > _SHOWN:
        warm_bulk()
    elif pair_days > 10_000:
        echo("note: this goes a hundred times faster with the bulk engine: pip install '.[bulk]'", err=True)
    short = CatalogueShort()
    count = [0]

    own = _FORMS.get(Path(outputs[0]).suffix.lower(), form) if outputs and form == "table" else form
    with ExitStack() as stack:
        if on:
            tables = _on_cluster(question, stack.enter_context(_cluster(on, workers)), short)
        else:
            tables = _here(question, threads, count)

        def parts() -> Iterator[Any]:
            for table in tables:
                short.cut.update(table.failed)
                count[0] += len(table)
                yield table

        stream: IO[str] = stack.enter_context(written_whole(outputs[0])) if outputs else sys.stdout
        if own == "table":
            _table(question, parts(), stream, short)
        else:
            write_catalogue(own, question, parts(), stream, at, short)
    echo_problems([*question.problems, *short.problems(question)])
    if outputs:
        echo(f"wrote {outputs[0]} ({count[0]:,} passes)", err=True)


def _refuse_mixed(threads: int, on: str | None, workers: int | None) -> None:
    if on and threads != 1:
        raise InputError("--threads is for this process alone", advice="with --on local say --workers N")
    if workers and on != "local":
        raise InputError("--workers is for --on local", advice="a scheduler has the workers it has")


def _here(question: Any, threads: int, count: list[int]) -> Iterator[Any]:
    """The tables, searched in this process."""

    def progress(done: int, total: int) -> None:
        show_bar(done / total, f"{done:,} of {total:,} satellites, {count[0]:,} passes")

    return catalogue_tables(question, threads=threads, progress=progress)


def _cluster(on: str, workers: int | None) -> AbstractContextManager[Any]:
    try:
        from bongsu.cluster import open_cluster  # noqa: PLC0415 - an extra, and heavy
    except ModuleNotFoundError as missing:
        raise InputError(
            f"--on needs {missing.name}, which is not installed", advice='in the checkout: pip install ".[dask]"'
        ) from None
    show_bar(0.0, "starting workers" if on == "local" else f"looking for {on}")
    return open_cluster(on, workers=workers)


def _on_cluster(question: Any, cluster: Any, short: CatalogueShort) -> Iterator[Any]:
    """The same tables, searched by a cluster's workers."""
    from bongsu.cluster import NotComputed  # noqa: PLC0415 - loaded by then

    total = len(question.element_sets)

    def progress(done: int, workers: int) -> None:
        show_bar(done / total, f"{done:,} of {total:,} satellites on {workers:,} worker{'s' * (workers != 1)}")

    parts = catalogue_parts(question)
    for part, found in cluster.in_order(catalogue_part_search, question, parts, progress=progress):
        if isinstance(found, NotComputed):
            short.lost.append((part, found.reason))
        else:
            yield catalogue_table(question, found)


def _table(question: Any, parts: Iterator[Any], stream: IO[str], short: CatalogueShort) -> None:
    """A line per place: passes, satellites, the first."""
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
        f"{total:,} pass{'' if total == 1 else 'es'} of {counted(len(question.element_sets), 'satellite')} over {counted(len(question.sites), 'place')};"
        f" {len(short.cut):,} satellites cut short. In view is not photographed."
    )
    if short.lost:
        lines.append(f"! not all were answered: {short.missing:,} satellites failed on the cluster, see the notes")
    if stream is sys.stdout:
        echo("\n".join(lines))
    else:
        stream.write(plain("\n".join(lines)) + "\n")


def _width() -> int:
    import shutil  # noqa: PLC0415 - only for a terminal

    return shutil.get_terminal_size((130, 30)).columns
