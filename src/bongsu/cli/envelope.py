"""The JSON envelope every command shares (design, section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bongsu import __version__
from bongsu.cli.terminal import dump_json, echo, paint
from bongsu.errors import Problem

__all__ = ["echo_json", "echo_problems", "envelope"]


def envelope(
    kind: str,
    items: Sequence[dict[str, Any]],
    *,
    at: datetime,
    inputs: Sequence[dict[str, Any]] = (),
    problems: Sequence[Problem] = (),
    **more: Any,
) -> dict[str, Any]:
    """``schema``, ``generated``, ``version``, ``inputs``, ``items`` and ``problems``.

    ``generated`` is the time asked with ``--at``, so that the same question gives the same bytes.
    """
    return {
        "schema": f"bongsu/{kind}/1",
        "generated": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "version": __version__,
        "inputs": list(inputs),
        **more,
        "items": list(items),
        "problems": [{"where": p.where, "what": p.what, "advice": p.advice} for p in problems],
    }


def echo_json(body: dict[str, Any]) -> None:
    """Print an envelope, indented, signs as they are."""
    echo(dump_json(body))


def echo_problems(problems: Sequence[Problem], *, limit: int = 10) -> None:
    """Say on stderr what was wrong with single items; the rest was answered."""
    for problem in problems[:limit]:
        echo(paint("note: ", "yellow") + str(problem), err=True)
    if len(problems) > limit:
        echo(f"      and {len(problems) - limit} more (see them with -f json)", err=True)
