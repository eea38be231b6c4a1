"""The outgoing text of one's own series, for a person to sign: a warning in NGA's manner, or NOTAMs.

A draft is read back by the same readers as any other text, and is given only where the reading has the same areas and
windows. What is known only roughly, has no end or lies in the past is refused. Without a number a draft keeps a placeholder
that no reader takes for one.

The warning cancels itself one hour after its last window: so do 83 % of NGA's hazardous operations with a window and a cancel
time (437 of 526 in the 2018 and 2023 sets, scripts/figures who-is-warned).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from bongsu.earth import Window, format_utc
from bongsu.errors import InputError
from bongsu.notices.navarea import parse_notice
from bongsu.notices.notam import NotamArea
from bongsu.notices.notice import Notice, NotifiedArea, NotifiedLine, NotifiedPoint
from bongsu.notices.position_text import format_position
from bongsu.notices.series import series_name
from bongsu.notices.time_tokens import MONTHS
from bongsu.notices.writing import _group, _letter, _wrapped, format_shape, format_window

__all__ = ["HEADINGS", "Draft", "draft_source", "draft_warning", "framed", "kind_to_draft", "same_shapes"]

HEADINGS = {  # what kind of warning: words that NGA uses
    "space launch": "HAZARDOUS OPERATIONS, ROCKET LAUNCHING",
    "re-entry": "HAZARDOUS OPERATIONS, SPACECRAFT RE-ENTRY",
    "missile test": "HAZARDOUS OPERATIONS, MISSILE FIRING",
    "gunnery": "HAZARDOUS OPERATIONS, GUNNERY EXERCISES",
    "debris": "HAZARDOUS OPERATIONS, FALLING SPACE DEBRIS",
    "hazardous operations": "HAZARDOUS OPERATIONS",
}
SELF_CANCEL = timedelta(hours=1)  # NGA's habit, see above
NO_NUMBER = "[NUMBER NOT YET ASSIGNED]"
_NUMBER = re.compile(r"\d{1,5}/(?:\d{4}|\d{2})")
_SAME_DEG = 1.5e-4  # half a second of arc, or half a hundredth of a minute, and a little
_GLUE = "\u00a0"  # keeps the two halves of a position on one line
_PAIR = re.compile(r"(?<=[NS]) (?=\d)")
_LEAST_DAILY = 3  # windows worth a phrase

Shape = NotifiedArea | NotifiedLine | NotifiedPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text for a person to sign.

    ``message`` is the message alone; ``text`` has the marks of a draft, what to check and the line to sign around it.
    ``checks`` is what the signer must look at.
    """

    message: str
    text: str
    checks: tuple[str, ...]


def draft_source(
    notices: Sequence[Notice], *, at: datetime, labels: Sequence[str] = ()
) -> tuple[list[Shape], list[str]]:
    """Shapes with their windows that a draft may be written from, and what its signer must check.

    ``labels`` are the shapes wanted; all unless given.

    Raises
    ------
    InputError
        When there is none, one is known only roughly, has no window or one without an end, or all windows are over.
    """
    shapes: list[Shape] = []
    checks: list[str] = []
    for notice in notices:
        name = notice.id or "the notice"
        for shape in notice.shapes:
            if labels and shape.label.upper() not in {each.upper() for each in labels}:
                continue
            label = f"{name}, {shape.label or 'its only shape'}"
            if isinstance(shape, NotamArea) and shape.approximate:
                raise InputError(
                    f"{label} is only the circle of a Q line: no outgoing warning can be drafted from it",
                    advice="get the coordinates from the authority, or draft from a text that has them",
                )
            if shape.repaired:
                checks.append(f"{label} was read with a repair ({shape.repaired}): compare it with the source")
            if not shape.windows and not notice.windows:
                raise InputError(f"{label} has no window", advice="an outgoing warning needs one; get its times first")
            shapes.append(replace(shape, windows=shape.windows or notice.windows))
        checks += [
            f"not understood in {name}, {each.where}: {each.what}"
            for each in notice.problems
            if "repair" not in each.what
        ]
    if labels and not shapes:
        known = ", ".join(shape.label for notice in notices for shape in notice.shapes if shape.label)
        raise InputError(
            f"there is no area {', '.join(labels)}", advice=f"there are {known}" if known else "none has a letter"
        )
    if not shapes:
        raise InputError("no area, line or place was read", advice="bongsu notice parse FILE says what was read")
    windows = [window for shape in shapes for window in shape.windows]
    if any(window.start is None or window.end is None for window in windows):
        raise InputError(
            "a window has no start or no end", advice="an outgoing warning needs both; get its times first"
        )
    ends = [window.end for window in windows if window.end]
    if max(ends) <= at:
        raise InputError(
            f"every window is over: the last ended {format_utc(max(ends))}, and this is asked for {format_utc(at)}",
            advice="a warning for the past is not drafted; to rehearse, give --at a time before it",
        )
    over = sum(end <= at for end in ends)
    if over:
        checks.append(f"{over} of {len(ends)} windows are already over")
    return shapes, checks


def draft_warning(
    notices: Sequence[Notice],
    *,
    series: str,
    number: str = "",
    cancels: Sequence[str] = (),
    at: datetime,
    kind: str = "",
    seconds: bool = False,
    labels: Sequence[str] = (),
) -> Draft:
    """A warning of one's own series: number, heading, lettered areas with their windows, cancel lines.

    Parameters
    ----------
    notices : sequence of Notice
        What it says, read from other texts.
    series : str
        ``NAVAREA XI``, ``HYDROPAC``, ...
    number : str
        ``123/26``; without it a placeholder stands there.
    cancels : sequence of str
        Warnings it cancels: ``120/26`` of the same series, or with a series of their own.
    at : datetime
        Issue time; also what "over" is judged by. Aware.
    kind : str
        One of ``HEADINGS``; that of the first notice unless given.
    seconds : bool
        Places in degrees, minutes and seconds instead of minutes to a hundredth.
    labels : sequence of str
        Areas to put in, by their letters; all unless given.

    Raises
    ------
    InputError
        As :func:`draft_source`; for a series, number or kind that is none; and when the draft would not read back as
        the same areas and windows.
    """
    series = series_name(series)
    numbers = [_number(each, series) for each in cancels]
    own = _number(number, series) if number else f"{series} {NO_NUMBER}"
    kind = kind or kind_to_draft(notices)
    if kind not in HEADINGS:
        raise InputError(
            "it is not said what kind of warning this is",
            advice=f"add --kind: one of {', '.join(HEADINGS)}",
        )
    shapes, checks = draft_source(notices, at=at, labels=labels)
    last = max(window.end for shape in shapes for window in shape.windows if window.end)
    lines = [_group(at), f"{own}."]
    lines += [line.replace(_GLUE, " ") for line in _body(shapes, HEADINGS[kind], seconds)]
    step = 2
    if numbers:
        lines += _wrapped(f"{step}. CANCEL {', '.join(numbers)}.")
        step += 1
    lines.append(f"{step}. CANCEL THIS MSG {_group(last + SELF_CANCEL)}.")
    message = "\n".join(lines) + "\n"
    _require_same(message, shapes, id=own if number else "", cancels=numbers, at=at)
    if not number:
        checks.insert(0, "it has no number yet: assign one, and put it where the brackets stand")
    return Draft(message=message, text=framed(message, checks, notices), checks=tuple(checks))


def _number(text: str, series: str) -> str:
    """A number with its series."""
    stripped = " ".join(text.upper().split())
    own, _, figures = stripped.rpartition(" ")
    if not _NUMBER.fullmatch(figures):
        raise InputError(f"number {text[:30]!r} is not one", advice="write it as 123/26")
    first, year = figures.split("/")
    return f"{series_name(own) if own else series} {int(first)}/{year[-2:]}"


def _body(shapes: Sequence[Shape], heading: str, seconds: bool) -> list[str]:
    """Paragraph 1: the heading with common windows, then each shape under its letter."""
    common = shapes[0].windows if len({shape.windows for shape in shapes}) == 1 else ()
    when = f" {_windows(common)}" if common else ""
    if len(shapes) == 1:
        return _wrapped(f"1. {heading}{when} {_shape(shapes[0], seconds)}.")
    rings = all(isinstance(each, NotifiedArea) and each.kind == "area" and not each.along_parallels for each in shapes)
    lines = _wrapped(f"1. {heading}{when}{' IN AREAS BOUND BY' if rings else ''}:")
    for index, shape in enumerate(shapes):
        own = "" if common else f"{_windows(shape.windows)} "
        if rings and own:
            own = f"{own.rstrip()}: "
        words = _shape(shape, seconds)
        lines += _wrapped(
            f"{_letter(index)}. {own}{words.removeprefix('IN AREA BOUND BY ') if rings else words}.", indent=3
        )
    return lines


def _shape(shape: Shape, seconds: bool) -> str:
    words = format_shape(shape)
    if isinstance(shape, NotifiedArea) and shape.along_parallels:
        return words
    return _PAIR.sub(_GLUE, _with_seconds(shape, words) if seconds else words)


def _with_seconds(shape: Shape, words: str) -> str:
    for place in _places(shape):
        words = words.replace(format_position(*place), _in_seconds(*place), 1)
    return words


def _in_seconds(latitude_deg: float, longitude_deg: float) -> str:
    """``35-44-06N 124-30-30E``."""
    parts = []
    for value, width, letters in ((latitude_deg, 2, "NS"), (longitude_deg, 3, "EW")):
        whole = round(abs(value) * 3600.0)
        degrees, rest = divmod(whole, 3600)
        sign = value < 0 and whole > 0
        parts.append(f"{degrees:0{width}d}-{rest // 60:02d}-{rest % 60:02d}{letters[sign]}")
    return " ".join(parts)


def _windows(windows: Sequence[Window]) -> str:
    """``2200Z TO 0300Z DAILY 10 DEC THRU 22 DEC`` where they are the same hours of days in a row, else each in full."""
    daily = _daily(windows)
    return daily or ", ".join(format_window(window) for window in windows)


def _daily(windows: Sequence[Window]) -> str:
    first, last = windows[0], windows[-1]
    if len(windows) < _LEAST_DAILY or first.start is None or first.end is None or last.start is None:
        return ""
    day = timedelta(days=1)
    for one, two in pairwise(windows):
        if not (one.start and one.end and two.start and two.end):
            return ""
        if two.start - one.start != day or two.end - one.end != day:
            return ""
    if first.end - first.start >= day or first.start.astimezone(UTC).year != last.start.astimezone(UTC).year:
        return ""
    start, end = first.start.astimezone(UTC), last.start.astimezone(UTC)
    hours = f"{start:%H%M}Z TO {first.end.astimezone(UTC):%H%M}Z DAILY"
    if start.month == end.month:
        return f"{hours} {start:%d} THRU {end:%d} {MONTHS[end.month - 1]}"
    return f"{hours} {start:%d} {MONTHS[start.month - 1]} THRU {end:%d} {MONTHS[end.month - 1]}"


def kind_to_draft(notices: Sequence[Notice]) -> str:
    """The first kind that has a heading; the general one where the source's words do not tell; else ""."""
    kinds = [each.kind for each in notices]
    return next((kind for kind in kinds if kind in HEADINGS), "hazardous operations" if "undetermined" in kinds else "")


def _require_same(message: str, shapes: Sequence[Shape], *, id: str, cancels: Sequence[str], at: datetime) -> None:
    """Refuse a draft that does not read back as what it was written from."""
    again = parse_notice(message, issued=at)
    faults = []
    if len(again) != 1:
        faults.append(f"{len(again)} warnings")
    read = again[0]
    if not same_shapes(read.shapes, shapes):
        faults.append("other areas or windows")
    if read.id != id:
        faults.append(read.id or "no number")
    if list(read.cancels) != list(cancels) or read.expires is None:
        faults.append("other cancel lines")
    if faults:
        raise InputError(
            f"the draft would not read back as its source: {'; '.join(faults)}",
            advice="write this one by hand, and report the source text",
        )


def same_shapes(one: Sequence[Shape], other: Sequence[Shape]) -> bool:
    """Whether shapes are the same to half a second of arc, with the same windows."""
    return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))


def _same(one: Shape, other: Shape) -> bool:
    if _drawn_as(one) != _drawn_as(other) or tuple(one.windows) != tuple(other.windows):
        return False
    if isinstance(one, NotifiedArea) and isinstance(other, NotifiedArea) and abs(one.radius_m - other.radius_m) > 10.0:
        return False
    places = [_places(one), _places(other)]
    return len(places[0]) == len(places[1]) and all(
        abs(lat1 - lat2) <= _SAME_DEG and abs((lon1 - lon2 + 180.0) % 360.0 - 180.0) <= _SAME_DEG
        for (lat1, lon1), (lat2, lon2) in zip(*places, strict=True)
    )


def _drawn_as(shape: Shape) -> tuple[object, ...]:
    if isinstance(shape, NotifiedArea):
        return shape.kind, shape.bearings_deg
    return ("line",) if isinstance(shape, NotifiedLine) else ("point",)


def _places(shape: Shape) -> Sequence[tuple[float, float]]:
    return [(shape.latitude_deg, shape.longitude_deg)] if isinstance(shape, NotifiedPoint) else shape.vertices


def framed(message: str, checks: Sequence[str], notices: Sequence[Notice]) -> str:
    """The message between the marks of a draft; the frame has no word that a reader takes for the message's own."""
    origin = ", ".join(dict.fromkeys(each.id for each in notices if each.id)) or "text as given"
    lines = [
        "*** DRAFT - NOT TO BE SENT BEFORE A PERSON HAS SIGNED ***",
        "",
        message.rstrip(),
        "",
        "*** END OF DRAFT ***",
        "",
    ]
    lines += [f"Bongsu drew this up from {origin}. Compare every figure with that text."]
    lines += [f"Check: {each}" for each in checks]
    lines += [
        "",
        "Released by (name, office): ______________________________",
        "Date and time, UTC: ______________________________",
        "",
    ]
    return "\n".join(lines)
