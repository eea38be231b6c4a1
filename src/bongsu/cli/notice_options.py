"""Options that the commands under ``bongsu notice`` share: the year, units and zone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

__all__ = ["wording_options", "year_option"]

_AUDIENCES = ("sea", "air", "press")

year_option = click.option(
    "--year", type=click.IntRange(1950, 2199), help="Year of the warning, where its text has none; NOTAMs have theirs."
)


def wording_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--for`` and ``--tz``."""
    function = click.option(
        "--tz", "zone", default="", metavar="ZONE", help="Local time besides UTC: Asia/Seoul or +09:00."
    )(function)
    return click.option(
        "--for",
        "audience",
        type=click.Choice(_AUDIENCES),
        help="Whose units: NM and decimal minutes, flight levels, or km and local time.",
    )(function)
