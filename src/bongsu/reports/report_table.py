"""Tables of a report that its template sets as they stand: heads with units, cells, signs with their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bongsu.wording import phrase, render

__all__ = ["Cell", "Column", "Marked", "ReportTable", "cut_table", "table_in"]

MOST_ROWS = 500  # of one table: some ten sheets; files of rows hold all


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it holds, in which unit, whether its cells are numbers (set at the right) or long text (``wide``)."""

    name: str
    unit: str = ""
    number: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A cell with a sign and a word; ``tone`` is fits, against, look or open, and only repeats them in colour."""

    sign: str
    word: str
    tone: str


Cell = str | Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """One section of a report: its heading, a line over the table, columns and rows, and lines under it.

    The first cell of a row names it and is text.
    """

    id: str
    title: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


def cut_table(
    name: str,
    title: str,
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    notes: Sequence[str] = (),
    most: int = MOST_ROWS,
) -> ReportTable:
    """A table of at most ``most`` rows; what is left out is counted under it."""
    every = [tuple(row) for row in rows]
    left = len(every) - most
    template = "{left:,} more rows are not printed; the files of rows (-o FILE.csv, .json) hold all."
    more = [phrase(template, left=left)] if left > 0 else []
    return ReportTable(
        id=name,
        title=title,
        caption=caption,
        columns=tuple(columns),
        rows=tuple(every[:most]),
        notes=(*more, *notes),
    )


def table_in(table: ReportTable, language: str) -> ReportTable:
    """The table with its words in the language; names and figures stay as they are."""
    if language == "en":
        return table

    def said(text: str) -> str:
        return render(text, language).text

    def cell(held: Cell) -> Cell:
        return said(held) if isinstance(held, str) else replace(held, word=said(held.word))

    return replace(
        table,
        title=said(table.title),
        caption=said(table.caption),
        columns=tuple(replace(each, name=said(each.name), unit=said(each.unit)) for each in table.columns),
        rows=tuple(tuple(cell(held) for held in row) for row in table.rows),
        notes=tuple(said(text) for text in table.notes),
    )
