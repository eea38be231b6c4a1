"""Windows: intervals of UTC, open ends allowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bongsu.errors import InputError

__all__ = ["Window", "format_utc", "parse_time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """An interval of UTC; ``None`` at an end means that end is open.

    Raises
    ------
    InputError
        When a time carries no zone or the end comes before the start.
    """

    start: datetime | None
    end: datetime | None

    def __post_init__(self) -> None:
        if self.start is not None and self.start.tzinfo is not UTC:
            object.__setattr__(self, "start", _in_utc("start", self.start))
        if self.end is not None and self.end.tzinfo is not UTC:
            object.__setattr__(self, "end", _in_utc("end", self.end))
        if self.start is not None and self.end is not None and self.end < self.start:
            raise InputError(f"window ends {format_utc(self.end)} before it starts {format_utc(self.start)}")

    @property
    def duration(self) -> timedelta | None:
        """Length, or None where an end is open."""
        return None if self.start is None or self.end is None else self.end - self.start

    def contains(self, moment: datetime) -> bool:
        """Whether a moment lies in the window, its ends included."""
        return (self.start is None or self.start <= moment) and (self.end is None or moment <= self.end)

    def overlaps(self, other: Window) -> bool:
        """Whether two windows share a moment."""
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )


def _in_utc(name: str, moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise InputError(
            f"window {name} {moment.isoformat()} has no time zone",
            advice="write it with Z or an offset, as 2023-11-21T15:00Z",
        )
    return moment.astimezone(UTC)


def format_utc(moment: datetime, *, digits: int = 0) -> str:
    """ISO 8601 in UTC with Z; ``digits`` decimals of a second (0 to 6), rounded."""
    moment = moment.astimezone(UTC)
    unit = 10 ** (6 - digits)
    micro = moment.microsecond
    moment = moment.replace(microsecond=0) + timedelta(microseconds=round(micro / unit) * unit)
    text = moment.strftime("%Y-%m-%dT%H:%M:%S")
    return text + (f".{moment.microsecond:06d}"[: digits + 1] if digits else "") + "Z"


def parse_time(text: str, *, where: str = "time") -> datetime:
    """Read an ISO 8601 time that carries its zone; the zone is kept.

    Raises
    ------
    InputError
        When the text is not a time, or carries no zone.
    """
    stripped = text.strip()
    try:
        moment = datetime.fromisoformat(stripped)
    except ValueError:
        raise InputError(
            f"{where}: {stripped[:60]!r} is not a time",
            advice="write it as 2023-11-25T10:01:10+09:00 or 2023-11-25T01:01:10Z",
        ) from None
    if moment.tzinfo is None:
        raise InputError(
            f"{where}: {stripped[:60]!r} has no time zone",
            advice=f"add Z for UTC or an offset, as {stripped[:40]}+09:00",
        )
    return moment
