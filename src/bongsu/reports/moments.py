"""Times as text and as seconds, over the whole calendar (years 1 to 9999) and without overflow."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from bongsu.reports.spoken import language_now, t

__all__ = ["at_seconds", "day_text", "offset_minutes", "seconds_of", "zone_name"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LAST_S = datetime.max.toordinal() * 86400.0 + 86399.0


def seconds_of(moment: datetime) -> float:
    """Seconds of UTC since the day before 1 January of year 1; a time without zone counts as UTC."""
    offset = moment.utcoffset() or timedelta(0)
    day = moment.toordinal() * 86400.0 - offset.total_seconds()
    return day + moment.hour * 3600.0 + moment.minute * 60.0 + moment.second + moment.microsecond / 1e6


def at_seconds(seconds: float, offset_min: int = 0) -> datetime | None:
    """The time on the clock of a zone, as UTC-labelled value; None outside the years 1 to 9999."""
    shifted = round(seconds) + offset_min * 60
    if not 86400.0 <= shifted <= _LAST_S:
        return None
    day, rest = divmod(shifted, 86400)
    return datetime.fromordinal(int(day)).replace(tzinfo=UTC) + timedelta(seconds=int(rest))


def day_text(moment: datetime | None, pattern: str = "D M H:N") -> str:
    """A time by a small pattern: Y year, M month's name, D day, H hour, N minute, S second."""
    if moment is None:
        return t("outside the calendar")
    fields = {
        "Y": f"{moment.year:04d}",
        "M": MONTHS[moment.month - 1] if language_now() == "en" else str(moment.month),
        "D": str(moment.day),
        "H": f"{moment.hour:02d}",
        "N": f"{moment.minute:02d}",
        "S": f"{moment.second:02d}",
    }
    return re.sub("[YMDHNS]", lambda match: fields[match.group()], t(pattern))


def offset_minutes(zone: str) -> int:
    """Minutes east of UTC of an offset such as ``+09:00``; 0 where the text is none."""
    match = re.fullmatch(r"\s*(?:UTC)?\s*([+-−])?(\d{1,2})(?::?(\d{2}))?\s*", zone.replace("−", "-"))
    if not match or int(match.group(2)) > 15:
        return 0
    minutes = int(match.group(2)) * 60 + int(match.group(3) or 0)
    return -minutes if match.group(1) == "-" else minutes


def zone_name(zone: str) -> str:
    """``UTC+9`` for ``+09:00``."""
    minutes = offset_minutes(zone)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
