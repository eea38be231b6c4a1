"""Shapes and whole warnings written as NGA writes them: value to text, and read back to the same value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from bongsu.earth import Window, constants
from bongsu.notices.notice import Notice, NotifiedArea, NotifiedLine, NotifiedPoint
from bongsu.notices.position_text import format_position
from bongsu.notices.shapes import Place
from bongsu.notices.time_tokens import MONTHS

__all__ = ["format_notice", "format_shape", "format_window"]

_WIDTH = 48  # characters of a line, as in NGA's broadcasts


def format_shape(shape: NotifiedArea | NotifiedLine | NotifiedPoint) -> str:
    """The words of a shape, without its label and times.

    ``IN AREA BOUND BY ...``, ``IN AREA WITHIN 33 MILES OF ...``, ``... BETWEEN 270 DEGREES AND 360 DEGREES``, ``IN AREA
    WITHIN 5 MILES EITHER SIDE OF TRACKLINE JOINING ...``, ``ALONG TRACKLINE JOINING ...``, ``IN ...``. Places are given
    to 0.01 minute (19 m), lengths in nautical miles where two decimals hold them and in metres elsewhere. Reading the
    words gives the shape again, and writing that gives the words again.
    """
    if isinstance(shape, NotifiedPoint):
        return f"IN {format_position(shape.latitude_deg, shape.longitude_deg)}"
    places = ", ".join(_places(shape.vertices, ring=isinstance(shape, NotifiedArea) and shape.kind == "area"))
    if isinstance(shape, NotifiedLine):
        return f"ALONG TRACKLINE JOINING {places}"
    if shape.kind in {"circle", "sector"}:
        return f"IN AREA WITHIN {_length(shape.radius_m)} OF {places}{_sector(shape)}"
    if shape.kind == "band":
        return f"IN AREA WITHIN {_length(shape.radius_m)} EITHER SIDE OF TRACKLINE JOINING {places}"
    if shape.arcs:
        return f"IN AREA BOUND BY {_with_arcs(shape)}"
    return f"IN AREA BETWEEN {_box(shape.vertices)}" if shape.along_parallels else f"IN AREA BOUND BY {places}"


def format_window(window: Window) -> str:
    """A window as date-time groups, ``121606Z NOV 22 TO 121854Z NOV 22``; seconds are cut off.

    An open start gives ``UNTIL ...``, an open end ``FROM ...``, which is not read back.
    """
    if window.start is None:
        return f"UNTIL {_group(window.end)}" if window.end else "UNTIL FURTHER NOTICE"
    if window.end is None:
        return f"FROM {_group(window.start)}"
    return f"{_group(window.start)} TO {_group(window.end)}"


def format_notice(notice: Notice) -> str:
    """A warning in NGA's manner: header, issue time, one numbered paragraph for each label with its times, cancel lines.

    Free text is not repeated: it stands in ``raw``. Reading gives the same shapes to 0.01 minute, windows, ids and
    times; writing that gives the same text. Labels become A, B, ... in order.
    """
    lines = (
        [_group(notice.issued)] if notice.issued and notice.id else []
    )  # without a number below it is read as nothing
    if notice.series == "NAVTEX" and "/" not in notice.id:  # known by its frame alone, which opens the message
        lines.insert(0, notice.id.replace("NAVTEX", "ZCZC"))
    elif notice.id:
        lines.append(f"{notice.id}.")
    shapes = notice.shapes
    number = 1
    loose = [window for window in notice.windows if not any(window in shape.windows for shape in shapes)]
    if loose:
        lines += _wrapped(f"{number}. OPERATIONS {_windows(loose)}.")
        number += 1
    if shapes:
        lines.append(f"{number}. OPERATIONS:")
        for index, shape in enumerate(shapes):
            times = f"{_windows(shape.windows)} " if shape.windows else ""
            lines += _wrapped(f"{_letter(index)}. {times}{format_shape(shape)}.", indent=3)
        number += 1
    if notice.in_force and notice.issued:
        listed = ", ".join(each.split()[-1] for each in notice.in_force)
        lines += _wrapped(f"{number}. {notice.series} WARNINGS IN FORCE AS OF {_group(notice.issued)}. {listed}.")
        number += 1
    if notice.cancels:
        lines += _wrapped(f"{number}. CANCEL {', '.join(notice.cancels)}.")
        number += 1
    if notice.expires:
        lines.append(f"{number}. CANCEL THIS MSG {_group(notice.expires)}.")
    elif notice.cancels_itself:
        lines.append(f"{number}. CANCEL THIS MSG.")
    return "\n".join(lines) + "//\n"


def _places(vertices: Sequence[Place], *, ring: bool = False) -> list[str]:
    """Places to 0.01 minute; to 0.001 where neighbours would else be one, for of two equal ones one is read back."""
    finely = _apart([(format_position(*vertex, digits=3), vertex) for vertex in vertices], ring)
    plain = [(format_position(*vertex), vertex) for _, vertex in finely]
    return [words for words, _ in (plain if len(_apart(plain, ring)) == len(plain) else finely)]


def _apart(places: list[tuple[str, Place]], ring: bool) -> list[tuple[str, Place]]:
    """Without places whose words are those of the one before; in a ring the first comes after the last."""
    kept = [each for index, each in enumerate(places) if index == 0 or each[0] != places[index - 1][0]]
    while ring and len(kept) > 1 and kept[-1][0] == kept[0][0]:
        kept.pop()
    return kept


def _sector(shape: NotifiedArea) -> str:
    if shape.bearings_deg is None:
        return ""
    first, second = (f"{bearing:07.3f}".rstrip("0").rstrip(".") for bearing in shape.bearings_deg)
    return f" BETWEEN {first} DEGREES AND {second} DEGREES"


def _with_arcs(area: NotifiedArea) -> str:
    """Corners with the words of each arc before the corner that it leads to."""
    arcs = {arc.after: arc for arc in area.arcs}
    last = len(area.vertices) - 1
    words = ""
    for index, vertex in enumerate(area.vertices):
        words += format_position(*vertex)
        arc = arcs.get(index)
        if arc is not None:
            turn = "CLOCKWISE" if arc.clockwise else "COUNTERCLOCKWISE"
            words += f", THENCE {turn} ALONG ARC OF CIRCLE RADIUS {_length(round(arc.radius_m))}"
            words += f" CENTERED ON {format_position(*arc.centre)} TO "
            words += format_position(*area.vertices[0]) if index == last else ""
        elif index < last:
            words += ", "
    return words


def _box(corners: tuple[Place, ...]) -> str:
    (south, west), (_, east), (north, _), _ = corners
    latitudes = [format_position(each, 0.0).split()[0] for each in (south, north)]
    longitudes = [format_position(0.0, each).split()[1] for each in (west, east)]
    return f"{' '.join(latitudes)} AND {' '.join(longitudes)}"


def _length(metres: float) -> str:
    miles = round(metres / constants.NAUTICAL_MILE_M, 2)
    if miles and abs(miles * constants.NAUTICAL_MILE_M - metres) < 1e-3:
        return f"{miles:g} MILES"
    return f"{metres:.3f}".rstrip("0").rstrip(".") + " METERS"


def _windows(windows: Iterable[Window]) -> str:
    """In order of time, as they are read back."""
    return ", ".join(format_window(window) for window in sorted(windows, key=_when))


def _when(window: Window) -> tuple[datetime, datetime]:
    return window.start or datetime.min.replace(tzinfo=UTC), window.end or datetime.max.replace(tzinfo=UTC)


def _group(moment: datetime) -> str:
    moment = moment.astimezone(UTC)
    year = f"{moment:%y}" if 1970 <= moment.year < 2070 else f"{moment.year:04d}"  # what two digits are read as
    return f"{moment:%d%H%M}Z {MONTHS[moment.month - 1]} {year}"


def _letter(index: int) -> str:
    letter = chr(ord("A") + index % 26)
    return letter if index < 26 else chr(ord("A") + (index // 26 - 1) % 26) + letter


def _wrapped(text: str, indent: int = 0) -> list[str]:
    """Lines of at most 48 characters, cut at blanks; later ones three characters further in."""
    lines: list[str] = []
    line = " " * indent
    for word in text.split(" "):
        if len(line) + len(word) > _WIDTH and line.strip():
            lines.append(line.rstrip())
            line = " " * (indent + 3)
        line += word + " "
    return [*lines, line.rstrip()]
