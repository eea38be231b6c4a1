"""One run of the notice readers on one text, and what must hold of whatever they answer."""

from __future__ import annotations

import json

from bongsu.errors import BongsuError, InputError
from bongsu.notices import Notam, Notice, any_notice_to_json, format_notam, format_notice, read_notices
from bongsu.rawtext import decode_text


def read(given: str | bytes, *, thorough: bool) -> str:
    """Read a text or bytes; "refused" or "read".

    Thorough also writes JSON and text. Raises AssertionError where an answer breaks its promise, and whatever the readers let
    through that is no refusal.
    """
    try:
        text = decode_text(given, where="fuzz") if isinstance(given, bytes) else given
        notices = read_notices(text, year=2023)
    except BongsuError:
        return "refused"
    for notice in notices:
        size = len(notice.raw)
        for shape in notice.shapes:
            spans = [shape.text_span, *getattr(shape, "vertex_spans", ()), *getattr(shape, "window_spans", ())]
            assert all(0 <= start <= end <= size for start, end in spans), "a span lies outside the text"
            for latitude, longitude in getattr(shape, "vertices", ()):
                assert -90.0 <= latitude <= 90.0 and -180.0 <= longitude < 180.0, "a vertex is not on Earth"
        for window in notice.windows:
            assert window.start is None or window.end is None or window.start <= window.end, "a window ends too early"
        if thorough:
            json.dumps(any_notice_to_json(notice))
            if isinstance(notice, Notam):
                format_notam(notice)
            else:
                _written_and_read(notice)
    return "read"


def _written_and_read(notice: Notice) -> None:
    """Text -> value -> text: what is written of a warning reads back to the same words."""
    try:
        once = format_notice(notice)
    except InputError:
        return
    if not once.strip("/\n"):
        return
    again = read_notices(once, year=2023)
    assert len(again) == 1, "a warning written out reads as several"
    twice = format_notice(again[0])
    assert twice == once, f"not stable: {once!r} then {twice!r}"
