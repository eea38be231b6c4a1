"""How tables of notices write counts, windows and wrapped lines."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import datetime

from bongsu.cli.terminal import one_line

__all__ = ["fitted", "when", "wrapped"]

_LONG_DAYS = 60  # of a window's length: beyond, the table gives dates without hours


def when(windows: Sequence[dict[str, str | None]], *, year: int = 0) -> str:
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


def wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(one_line(text), columns, initial_indent="    ", subsequent_indent="      ")


def fitted(rows: Sequence[str], columns: int) -> list[str]:
    """Rows of a notice cut to the width of the page at blanks, each kept at its own indent."""
    lines: list[str] = []
    for row in rows:
        indent = " " * (len(row) - len(row.lstrip()))
        lines += (
            [row]
            if len(row) <= columns
            else textwrap.wrap(row.strip(), columns, initial_indent=indent, subsequent_indent=f"{indent}  ")
        )
    return lines
