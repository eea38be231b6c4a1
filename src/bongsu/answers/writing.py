"""JSON and tables as text that is safe to print: control characters of strangers are shown, never sent."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["clean", "csv_text", "dump_json", "json_lines", "json_text"]

# C0 (but line feed and tab), DEL, C1, and the characters that reorder or break lines (Unicode UAX 9, section 2).
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Text with control and reordering characters shown as ``\\u001b`` is, which JSON reads as the same character."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def dump_json(body: Any, *, indent: int | None = 2) -> str:
    """JSON text: signs as they are, no NaN, control characters escaped (those above ASCII too)."""
    return clean(json.dumps(body, indent=indent, ensure_ascii=False, allow_nan=False))


def json_text(body: Any, *, indent: int | None = 2) -> str:
    """The same as a file: it ends its line."""
    return dump_json(body, indent=indent) + "\n"


def json_lines(rows: Iterable[dict[str, Any]]) -> str:
    """One JSON value a line."""
    return "".join(json_text(row, indent=None) for row in rows)


def csv_text(rows: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> str:
    """A table with its head; a field that a row lacks stays empty."""
    import csv  # noqa: PLC0415 - `bongsu --help` writes no table

    out = io.StringIO()
    writer = csv.DictWriter(out, fields, lineterminator="\n", extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return clean(out.getvalue())
