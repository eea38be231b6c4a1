"""Tables that fit the terminal: columns are left out in a stated order before a line would wrap."""

from __future__ import annotations

from collections.abc import Sequence

from bongsu.cli.terminal import clean, paint, plain
from bongsu.cli.wide import cut, left_of, right_of
from bongsu.cli.wide import width as columns_of

__all__ = ["laid_out"]

_LEAST = 14  # characters that the first column keeps when all else has been left out


def laid_out(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    width: int,
    left: Sequence[int],
    lose: Sequence[int] = (),
    indent: int = 2,
    gap: int = 2,
) -> tuple[list[str], list[str]]:
    """Head and rows of a table as lines, and the heads of columns that found no room.

    Parameters
    ----------
    heads, rows : texts, one per column
        The last column may be painted; it is never padded.
    width : int
        Of the terminal, in characters.
    left : sequence of int
        Columns that stand at the left of their room; the others stand at the right.
    lose : sequence of int
        Columns that may be left out, the first to go first. After them the first column is cut short.
    """
    heads, rows = [clean(head) for head in heads], [[clean(cell) for cell in row] for row in rows]
    sizes = [max(columns_of(plain(row[n])) for row in [heads, *rows]) for n in range(len(heads))]
    shown = list(range(len(heads)))

    def total() -> int:
        return indent + sum(sizes[n] for n in shown) + gap * (len(shown) - 1)

    for column in lose:
        if total() <= width:
            break
        shown.remove(column)
    sizes[0] -= min(max(total() - width, 0), max(sizes[0] - _LEAST, 0))

    def line(cells: Sequence[str]) -> str:
        parts = []
        for n in shown:
            cell = cut(cells[n], sizes[n]) if n == 0 else cells[n]
            parts.append(cell if n == shown[-1] else left_of(cell, sizes[n]) if n in left else right_of(cell, sizes[n]))
        return (" " * indent + (" " * gap).join(parts)).rstrip()

    lines = [paint(line(heads), "bold"), *(line(row) for row in rows)]
    return lines, [heads[n].strip() for n in range(len(heads)) if n not in shown]
