"""Notices as iCalendar (RFC 5545): one event for each window, with a UID that stays the same from run to run.

Written here in full rather than with the library ``icalendar``, which brings two further packages for the forty
lines that it would save; the tests read every calendar back with that library.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from bongsu.earth import Window
from bongsu.errors import InputError
from bongsu.exchange.calendar_lines import escaped, folded, stamp
from bongsu.exchange.named_shapes import CREDIT, NamedShape, closed_windows, limit_words, named_shapes
from bongsu.notices import Notice, NotifiedArea, format_position

__all__ = ["notices_to_icalendar"]


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
    return "".join(f"{folded(line)}\r\n" for line in lines)


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
        f"DTSTAMP:{stamp(at)}",
        f"DTSTART:{stamp(moment)}",
    ]
    if window.start and window.end and window.end > window.start:
        lines.append(f"DTEND:{stamp(window.end)}")
    lines += [f"SUMMARY:{escaped(title)}", f"DESCRIPTION:{escaped(text)}"]
    lines += _place(shapes)
    lines += [f"CATEGORIES:{escaped(notice.kind)}", "TRANSP:TRANSPARENT", "CLASS:PUBLIC"]
    if alarm is not None:
        seconds = round(alarm.total_seconds())
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-PT{seconds}S",
            f"DESCRIPTION:{escaped(title)}",
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
    return [f"LOCATION:{escaped(f'centre {words}')}", f"GEO:{centres[0][0]:.5f};{centres[0][1]:.5f}"]


def _uid(notice: Notice, window: Window, labels: str) -> str:
    name = notice.id or hashlib.sha256(" ".join(notice.raw.split()).encode(errors="replace")).hexdigest()
    ends = [stamp(moment) if moment else "open" for moment in (window.start, window.end)]
    publisher = notice.publisher if notice.id else ""
    digest = hashlib.sha256("\n".join([name, publisher, labels, *ends]).encode(errors="replace")).hexdigest()
    return f"{digest[:32]}@bongsu"
