"""How places, lengths and times are put for people at sea, in the air and in the press."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from bongsu.errors import InputError

if TYPE_CHECKING:
    from bongsu.reports import Wording

__all__ = ["wording_of"]


def wording_of(audience: str = "", zone: str = "", language: str = "en") -> Wording:
    """How to put places, lengths and times.

    Raises
    ------
    InputError
        When there is no such time zone.
    """
    from bongsu.reports import Wording  # noqa: PLC0415 - only when asked

    return Wording(audience, _zone(zone) if zone else None, language)


def _zone(text: str) -> tzinfo:
    """``Asia/Seoul`` or ``+09:00``."""
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
