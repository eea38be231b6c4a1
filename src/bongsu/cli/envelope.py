"""What was wrong with single items of an answer, said beside it."""

from __future__ import annotations

from collections.abc import Sequence

from bongsu.cli.terminal import echo, paint
from bongsu.errors import Problem

__all__ = ["echo_problems"]


def echo_problems(problems: Sequence[Problem], *, limit: int = 10) -> None:
    """Say on stderr what was wrong with single items; the rest was answered."""
    for problem in problems[:limit]:
        echo(paint("note: ", "yellow") + str(problem), err=True)
    if len(problems) > limit:
        echo(f"      and {len(problems) - limit} more (see them with -f json)", err=True)
