"""What the commands under ``bongsu notice`` share: reading the text, the year, units and zone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Any

import click

from bongsu.cli.options import read_words
from bongsu.errors import InputError
from bongsu.rawtext import refuse_html, refuse_json

if TYPE_CHECKING:
    from bongsu.reports import Wording

__all__ = ["called", "read_notice_file", "wording_of", "wording_options", "year_option"]

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


def called(file: str) -> str:
    """What a file is called in messages."""
    return "standard input" if file == "-" else file


def read_notice_file(file: str) -> str:
    """A notice's text; a page of HTML or JSON that came instead is refused."""
    text = read_words(file)
    refuse_html(text, called(file))
    refuse_json(text, called(file))
    return text


def wording_of(audience: str | None, zone: str, language: str = "en") -> Wording:
    """How to put places, lengths and times."""
    from bongsu.reports import Wording  # noqa: PLC0415 - only when asked

    return Wording(audience or "", _zone(zone) if zone else None, language)


def _zone(text: str) -> tzinfo:
    """``Asia/Seoul`` or ``+09:00``.

    Raises
    ------
    InputError
        When it is neither.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - only when asked

    offset = re.fullmatch(r"([+-])(\d{2}):?(\d{2})", text.strip())
    if offset and int(offset[2]) <= 14 and int(offset[3]) < 60:
        length = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(-length if offset[1] == "-" else length)
    if text.strip().upper() in {"UTC", "Z"}:
        return UTC
    try:
        return ZoneInfo(text.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InputError(f"--tz {text[:40]!r} is not a time zone here", advice="write Asia/Seoul or +09:00") from None
