"""The JSON envelope every face shares (design, section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bongsu import __version__
from bongsu.errors import Problem

__all__ = ["envelope"]


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
