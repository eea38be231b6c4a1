"""Lines of an iCalendar text (RFC 5545): times, escaped text, folding."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["escaped", "folded", "stamp"]

_MOST_OCTETS = 75  # of a line, RFC 5545, section 3.1


def stamp(moment: datetime) -> str:
    """A time in UTC."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """TEXT of RFC 5545, section 3.3.11, without control characters."""
    clean = "".join(
        letter for letter in text.replace("\r\n", "\n").replace("\r", "\n") if letter == "\n" or _shown(letter)
    )
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _shown(letter: str) -> bool:
    """Whether a letter may stand in the text: no control characters, none that reorder or break lines."""
    code = ord(letter)
    if code in (0x061C, 0x200E, 0x200F) or 0x2028 <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return False
    return letter == "\t" or (code >= 0x20 and not 0x7F <= code <= 0x9F and not 0xD800 <= code <= 0xDFFF)


def folded(line: str) -> str:
    """A line of at most 75 octets, the rest on lines that begin with a blank; letters are not cut."""
    parts, current, room = [], "", _MOST_OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(current)
            current, room = "", _MOST_OCTETS - 1
        current += letter
        room -= size
    return "\r\n ".join([*parts, current])
