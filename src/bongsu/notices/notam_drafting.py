"""NOTAMs drafted for a person to sign: Q line and items A to G, read back before they are given.

Items as in ICAO Annex 15 and Doc 10066, appendix 3; the Q code is WM LW (missile, gun or rocket firing will take place) of
Doc 8400 for launches and firings, XX XX (plain language) for everything else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from bongsu.earth import Window, constants, geodesic_inverse
from bongsu.errors import InputError
from bongsu.notices.drafting import NO_NUMBER, Draft, Shape, draft_source, framed, kind_to_draft, same_shapes
from bongsu.notices.notam import Notam, NotamQualifier, VerticalLimit, format_notam
from bongsu.notices.notam_items import parse_notam
from bongsu.notices.notice import Notice, NotifiedArea
from bongsu.notices.time_tokens import MONTHS

__all__ = ["draft_notams"]

_HEADINGS = {
    "space launch": "ROCKET LAUNCH WILL TAKE PLACE",
    "re-entry": "SPACECRAFT RE-ENTRY EXPECTED",
    "missile test": "MISSILE FIRING WILL TAKE PLACE",
    "gunnery": "GUN FIRING WILL TAKE PLACE",
    "debris": "FALLING SPACE DEBRIS EXPECTED",
    "hazardous operations": "HAZARDOUS OPERATIONS WILL TAKE PLACE",
}
_CODES = {"space launch": "QWMLW", "missile test": "QWMLW"}
_NUMBER = re.compile(r"[A-Z]\d{4}/\d{2}")
_FIR = re.compile(r"[A-Z]{4}")
_LONGEST_SCHEDULE = 200  # characters of item D (ICAO Doc 8126)
_WIDEST_NM = 998  # 999 means the whole FIR


def draft_notams(
    notices: Sequence[Notice],
    *,
    fir: str,
    number: str = "",
    replaces: str = "",
    at: datetime,
    kind: str = "",
    labels: Sequence[str] = (),
) -> Draft:
    """One NOTAM for each set of windows, from the surface up without limit.

    Parameters
    ----------
    notices : sequence of Notice
        What they say, read from other texts.
    fir : str
        The FIR's four letters.
    number, replaces : str
        ``A0123/26``; without a number a placeholder. Both go to the first NOTAM; more get placeholders.
    at : datetime
        What "over" is judged by. Aware.
    kind, labels
        As in :func:`~bongsu.notices.draft_warning`.

    Raises
    ------
    InputError
        As :func:`~bongsu.notices.draft_warning`; also for lines and places, which item E does not draw, and areas wider
        than a Q line can say.
    """
    fir = fir.strip().upper()
    if not _FIR.fullmatch(fir):
        raise InputError(f"FIR {fir[:20]!r} is not four letters", advice="write --fir RKRR")
    for name, given in (("number", number), ("replaced number", replaces)):
        if given and not _NUMBER.fullmatch(given.upper()):
            raise InputError(f"{name} {given[:20]!r} is not one", advice="write A0123/26")
    kind = kind or kind_to_draft(notices)
    if kind not in _HEADINGS:
        raise InputError(
            "it is not said what kind of warning this is",
            advice=f"add --kind: one of {', '.join(_HEADINGS)}",
        )
    shapes, checks = draft_source(notices, at=at, labels=labels)
    if not all(isinstance(shape, NotifiedArea) and shape.kind in {"area", "circle"} for shape in shapes):
        raise InputError("a NOTAM is drafted from rings and circles only", advice="draft the rest by hand")
    areas = [shape for shape in shapes if isinstance(shape, NotifiedArea)]
    groups: dict[tuple[Window, ...], list[NotifiedArea]] = {}
    for area in areas:
        groups.setdefault(_in_minutes(area.windows), []).append(area)
    messages = []
    for index, (windows, own) in enumerate(groups.items()):
        first = index == 0
        notam = _notam(own, windows, fir, kind, replaces.upper() if first else "")
        text = format_notam(replace(notam, id=number.upper() if number and first else "X0000/00"))
        _require_same(text, own, windows)
        messages.append(text if number and first else text.replace("X0000/00", NO_NUMBER, 1))
    if not number or len(groups) > 1:
        checks.insert(0, "assign the numbers that are missing, and put them where the brackets stand")
    checks.append("the vertical limits are SFC to UNL: narrow them if the source does")
    message = "\n\n".join(messages) + "\n"
    return Draft(message=message, text=framed(message, checks, notices), checks=tuple(checks))


def _in_minutes(windows: Sequence[Window]) -> tuple[Window, ...]:
    """Windows to the whole minute, outwards: a NOTAM has no seconds."""
    found = []
    for window in windows:
        assert window.start is not None and window.end is not None
        end = window.end if not (window.end.second or window.end.microsecond) else window.end + timedelta(minutes=1)
        found.append(
            Window(start=window.start.replace(second=0, microsecond=0), end=end.replace(second=0, microsecond=0))
        )
    return tuple(found)


def _notam(areas: Sequence[NotifiedArea], windows: tuple[Window, ...], fir: str, kind: str, replaces: str) -> Notam:
    start, end = windows[0].start, max(window.end for window in windows if window.end)
    assert start is not None
    latitude, longitude, radius_nm = _around(areas)
    words = [_area_words(area, index, len(areas)) for index, area in enumerate(areas, start=1)]
    return Notam(
        raw="", id="", series="", publisher="", issued=None, areas=(), windows=windows, cancels=(), expires=end,
        kind=kind, problems=(),
        action="R" if replaces else "N", refers_to=replaces,
        qualifier=NotamQualifier(fir=fir, code=_CODES.get(kind, "QXXXX"), traffic="IV", purpose="BO", scope="W",
                                 lower_level=0, upper_level=999, latitude_deg=latitude, longitude_deg=longitude,
                                 radius_nm=radius_nm),
        locations=(fir,), start=start, end=end, schedule=_schedule(windows),
        text=f"{_HEADINGS[kind]}. {' '.join(words)}",
        lower=VerticalLimit(reference="SFC", altitude_m=None, item="F", text="SFC"),
        upper=VerticalLimit(reference="UNL", altitude_m=None, item="G", text="UNL"),
    )  # fmt: skip


def _around(areas: Sequence[NotifiedArea]) -> tuple[float, float, int]:
    """Centre to the whole minute, and the radius in whole miles that holds every area."""
    corners = [corner for area in areas for corner in area.region().corners]
    x = sum(math.cos(math.radians(lat)) * math.cos(math.radians(lon)) for lat, lon in corners)
    y = sum(math.cos(math.radians(lat)) * math.sin(math.radians(lon)) for lat, lon in corners)
    z = sum(math.sin(math.radians(lat)) for lat, _ in corners)
    latitude = round(math.degrees(math.atan2(z, math.hypot(x, y))) * 60.0) / 60.0
    longitude = round(math.degrees(math.atan2(y, x)) * 60.0) / 60.0
    radius = max(geodesic_inverse(latitude, longitude, *corner)[0] for corner in corners)
    miles = math.ceil(radius / constants.NAUTICAL_MILE_M + 0.1)
    if miles > _WIDEST_NM:
        raise InputError(
            f"the areas reach {miles:,} NM from their centre; a Q line says {_WIDEST_NM} at most",
            advice="draft a NOTAM for each area from a text with that area alone",
        )
    return latitude, longitude, miles


def _area_words(area: NotifiedArea, index: int, count: int) -> str:
    name = f"DANGER AREA {index}" if count > 1 else "DANGER AREA"
    places = "-".join(_place(*vertex) for vertex in area.vertices)
    if area.kind == "circle":
        miles = area.radius_m / constants.NAUTICAL_MILE_M
        return f"{name}: WITHIN {round(miles, 2):g}NM RADIUS OF {places}."
    return f"{name} BOUNDED BY: {places}-{_place(*area.vertices[0])}."


def _place(latitude_deg: float, longitude_deg: float) -> str:
    """``354406N1243030E``."""
    parts = []
    for value, width, letters in ((latitude_deg, 2, "NS"), (longitude_deg, 3, "EW")):
        whole = round(abs(value) * 3600.0)
        degrees, rest = divmod(whole, 3600)
        parts.append(f"{degrees:0{width}d}{rest // 60:02d}{rest % 60:02d}{letters[value < 0 and whole > 0]}")
    return "".join(parts)


def _schedule(windows: Sequence[Window]) -> str:
    """Item D: "" for one window, daily hours, or each day with its hours."""
    if len(windows) == 1:
        return ""
    starts = [window.start.astimezone(UTC) for window in windows if window.start]
    ends = [window.end.astimezone(UTC) for window in windows if window.end]
    day = timedelta(days=1)
    even = all(b - a == day for a, b in (*pairwise(starts), *pairwise(ends)))
    if even and ends[0] - starts[0] < day:
        return f"DAILY {starts[0]:%H%M}-{ends[0]:%H%M}"
    rows = []
    for start, end in zip(starts, ends, strict=True):
        last = f"{MONTHS[end.month - 1]} {end:%d} {end:%H%M}" if end - start >= day else f"{end:%H%M}"
        rows.append(f"{MONTHS[start.month - 1]} {start:%d} {start:%H%M}-{last}")
    text = ", ".join(rows)
    if len(text) > _LONGEST_SCHEDULE:
        raise InputError(
            f"its {len(rows)} windows need {len(text):,} characters; item D takes {_LONGEST_SCHEDULE}",
            advice="draft it in parts",
        )
    return text


def _require_same(text: str, areas: Sequence[NotifiedArea], windows: tuple[Window, ...]) -> None:
    """Refuse a draft that does not read back as what it was written from."""
    again = parse_notam(text)
    wanted: list[Shape] = [replace(area, windows=windows) for area in areas]
    if (
        len(again) != 1
        or tuple(again[0].windows) != windows
        or not same_shapes([replace(area, windows=windows) for area in again[0].areas], wanted)
    ):
        raise InputError(
            "the NOTAM would not read back with the same areas and windows",
            advice="write this one by hand, and report the source text",
        )
