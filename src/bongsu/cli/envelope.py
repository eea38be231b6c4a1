"""Answers in the JSON envelope, and what was wrong, on the terminal's two streams."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bongsu.cases import envelope
from bongsu.cli.terminal import dump_json, echo, paint
from bongsu.errors import Problem

__all__ = ["echo_json", "echo_problems", "envelope"]


def echo_json(body: dict[str, Any]) -> None:
    """Print an envelope, indented, signs as they are."""
    echo(dump_json(body))


def echo_problems(problems: Sequence[Problem], *, limit: int = 10) -> None:
    """Say on stderr what was wrong with single items; the rest was answered."""
    for problem in problems[:limit]:
        echo(paint("note: ", "yellow") + str(problem), err=True)
    if len(problems) > limit:
        echo(f"      and {len(problems) - limit} more (see them with -f json)", err=True)
