"""Times and lengths of time as people write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from bongsu.errors import InputError

__all__ = ["parse_at", "parse_length", "parse_moment"]

_LENGTH = re.compile(r"^\s*(\d{1,9}(?:\.\d{1,9})?)\s*(s|m|min|h|d|w)\s*$")
_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400, "w": 604800}


def parse_at(text: str, now: datetime) -> datetime:
    """``now``, ``+48h``, ``-2d`` or an ISO time with its zone, as UTC.

    Raises
    ------
    InputError
        When it is none of these, has no zone, or lies outside the years 1958 to 2199.
    """
    stripped = text.strip()
    if stripped.lower() == "now":
        return now
    if stripped[:1] in ("+", "-") and stripped[1:2].isdigit():
        sign = -1 if stripped[0] == "-" else 1
        return now + sign * parse_length(stripped[1:])
    return parse_moment(stripped, "--at").astimezone(UTC)


def parse_moment(text: str, where: str) -> datetime:
    """An ISO time with its zone, which it keeps.

    Raises
    ------
    InputError
        When it is no time, has no zone, or lies outside the years 1958 to 2199.
    """
    stripped = text.strip()
    try:
        moment = datetime.fromisoformat(stripped)
    except ValueError:
        raise InputError(
            f"{where} {stripped[:40]!r} is not a time",
            advice="write 2023-11-25T10:01:10+09:00 or 2023-11-25T01:01:10Z"
            + (", now, +48h or -2d" if where == "--at" else ""),
        ) from None
    if moment.tzinfo is None:
        raise InputError(f"{where} {stripped!r} has no time zone", advice="add Z for UTC or an offset such as +09:00")
    if not 1957 < moment.year < 2200:
        raise InputError(f"{where} {stripped!r} lies outside the years 1958 to 2199", advice="check the year")
    return moment


def parse_length(text: str) -> timedelta:
    """``90min``, ``48h``, ``3d`` or ``1w``.

    Raises
    ------
    InputError
        When it is no such length, or over ten years.
    """
    found = _LENGTH.match(text)
    if not found:
        raise InputError(f"{text[:30]!r} is not a length of time", advice="write 90min, 48h, 3d or 1w")
    seconds = float(found.group(1)) * _UNITS[found.group(2)]
    if not 0.0 < seconds <= 3653 * 86400:
        raise InputError(f"length {text.strip()!r} is outside 0 to 10 years")
    return timedelta(seconds=seconds)
