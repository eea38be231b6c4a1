"""Notices as iCalendar (RFC 5545): one event for each window, with a UID that stays the same from run to run.

Written here in full rather than with the library ``icalendar``, which brings two further packages for the forty
lines that it would save; the tests read every calendar back with that library.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bongsu.earth import Window
from bongsu.errors import InputError
from bongsu.exchange.named_shapes import CREDIT, NamedShape, closed_windows, limit_words, named_shapes
from bongsu.notices import Notice, NotifiedArea, format_position

__all__ = ["notices_to_icalendar"]

_MOST_OCTETS = 75  # of a line, RFC 5545, section 3.1


def notices_to_icalendar(notices: Sequence[Notice], *, at: datetime, alarm: timedelta | None = None) -> str:
    """A calendar of windows.

    Parameters
    ----------
    notices : sequence of Notice
        As read.
    at : datetime
        When it is made: DTSTAMP of every event.
    alarm : timedelta, optional
        How long before the start of each window a reminder comes.

    Returns
    -------
    str
        RFC 5545 text with CRLF. Areas of one notice that share a window share its event. A window without an end is
        an event at its start, one without a start an event at its end; the summary says so. The UID is made
        of the notice's number (or the hash of its text), the areas' labels and the window.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bongsu//Notices//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Launch notices",
    ]
    for notice in notices:
        shapes = [shape for shape in named_shapes([notice]) if isinstance(shape.shape, NotifiedArea)]
        windows = closed_windows({*notice.windows, *(window for shape in shapes for window in shape.windows)})
        for window in windows:
            inside = [shape for shape in shapes if window in shape.windows]
            lines += _event(notice, window, inside, at, alarm)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(
    notice: Notice, window: Window, shapes: Sequence[NamedShape], at: datetime, alarm: timedelta | None
) -> list[str]:
    moment = window.start or window.end
    if moment is None:
        return []
    labels = ", ".join(filter(None, (shape.shape.label for shape in shapes)))
    open_words = (
        " (begins; no end stated)" if window.end is None else " (ends; no start stated)" if not window.start else ""
    )
    title = f"{notice.id or 'Notice'}: {notice.kind_words}" + (f", area {labels}" if labels else "") + open_words
    limits = limit_words(notice)
    text = "\n".join(filter(None, [CREDIT, limits and f"Limits: {limits}", "", notice.raw.strip()[:4000]]))
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_uid(notice, window, labels)}",
        f"DTSTAMP:{_stamp(at)}",
        f"DTSTART:{_stamp(moment)}",
    ]
    if window.start and window.end and window.end > window.start:
        lines.append(f"DTEND:{_stamp(window.end)}")
    lines += [f"SUMMARY:{_escaped(title)}", f"DESCRIPTION:{_escaped(text)}"]
    lines += _place(shapes)
    lines += [f"CATEGORIES:{_escaped(notice.kind)}", "TRANSP:TRANSPARENT", "CLASS:PUBLIC"]
    if alarm is not None:
        seconds = round(alarm.total_seconds())
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-PT{seconds}S",
            f"DESCRIPTION:{_escaped(title)}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _place(shapes: Sequence[NamedShape]) -> list[str]:
    """LOCATION: the centres of the areas; GEO: the first of them."""
    centres = []
    for shape in shapes:
        if isinstance(shape.shape, NotifiedArea):
            try:
                centres.append(shape.shape.region().centroid)
            except InputError:
                continue
    if not centres:
        return []
    words = "; ".join(format_position(*centre) for centre in centres[:12])
    return [f"LOCATION:{_escaped(f'centre {words}')}", f"GEO:{centres[0][0]:.5f};{centres[0][1]:.5f}"]


def _uid(notice: Notice, window: Window, labels: str) -> str:
    name = notice.id or hashlib.sha256(" ".join(notice.raw.split()).encode(errors="replace")).hexdigest()
    ends = [_stamp(moment) if moment else "open" for moment in (window.start, window.end)]
    publisher = notice.publisher if notice.id else ""
    digest = hashlib.sha256("\n".join([name, publisher, labels, *ends]).encode(errors="replace")).hexdigest()
    return f"{digest[:32]}@bongsu"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
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


def _folded(line: str) -> str:
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
