"""What is wrong with lines of a TLE file that belong to no whole set, in words."""

from __future__ import annotations

import re

from bongsu.errors import Problem
from bongsu.wording import phrase

__all__ = ["shown", "spot", "stray_problem", "unpaired_problem"]

_JOINED_LINE_2 = re.compile(r"\s2 [ 0-9A-Z][ 0-9]{3}[0-9] ")


def spot(line: int, first: int, last: int) -> str:
    return f"line {line}, column{f' {first}' if first == last else f's {first}-{last}'}"


def unpaired_problem(lines: list[str], first: int | None, second: int | None) -> Problem:
    index, missing = (first, "2 after") if first is not None else (second, "1 before")
    assert index is not None
    text = lines[index].rstrip()
    joined = _JOINED_LINE_2.search(text, 60) if first is not None else None
    return Problem(
        where=spot(index + 1, 1, len(text)),
        what=f"line {text.lstrip()[0]} of '{text.lstrip()[2:7]}' has no line {missing} it",
        advice=f"break the line before column {joined.start() + 2}" if joined else "copy both lines of the set",
    )


def stray_problem(lines: list[str], strays: range) -> Problem:
    first, last = strays.start + 1, strays.stop
    return Problem(
        where=f"line {first}" if first == last else f"lines {first}-{last}",
        what=phrase(
            "{shown} is neither an element line nor the name before one", shown=shown(lines[strays.start].strip())
        ),
        advice="put # before comments; element lines begin with '1 ' or '2 ' and a catalogue number",
    )


def shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
