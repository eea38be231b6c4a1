"""A warning as read: its areas, windows and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bongsu.earth import Region, Window, format_utc
from bongsu.errors import InputError, Problem

__all__ = ["KIND_HINTS", "Notice", "NotifiedArea", "notice_to_json"]

KIND_HINTS = ("space launch", "re-entry", "missile test", "hazardous operations", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifiedArea:
    """An area as a warning gives it.

    ``label`` is its letter or number, "" where it has none. ``region_ring`` holds the corners as
    (latitude, longitude) in degrees, in the order published unless ``repaired`` says otherwise, not
    closed; a circle is given by the corners of its polygon. ``text_span`` is the place of its words in
    the notice's ``raw``. ``repaired`` says what was changed, "" where nothing was.
    """

    label: str
    region_ring: tuple[tuple[float, float], ...]
    windows: tuple[Window, ...]
    text_span: tuple[int, int]
    repaired: str = ""

    def region(self) -> Region:
        """The area as a :class:`~bongsu.earth.Region`."""
        return Region.from_ring(self.region_ring)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One warning, its text kept as published.

    ``id`` is as published (``NAVAREA IV 1177/22``), "" where the text has no header; ``issued`` and
    ``expires`` are UTC or None. ``windows`` are all windows of the warning, in order, those without an
    area too. ``cancels`` lists other warnings it cancels. ``kind_hint`` is one of ``KIND_HINTS``, by
    plain words only. ``problems`` lists what could not be read, or was read with a repair.
    """

    raw: str
    id: str
    series: str
    publisher: str
    issued: datetime | None
    areas: tuple[NotifiedArea, ...]
    windows: tuple[Window, ...]
    cancels: tuple[str, ...]
    expires: datetime | None
    kind_hint: str
    problems: tuple[Problem, ...]


def notice_to_json(notice: Notice) -> dict[str, Any]:
    """A notice as the item ``notice parse`` prints.

    Returns
    -------
    dict
        ``id, series, publisher, kind, kind_probability, issued, areas, windows, cancels, cancelled_by,
        expires, problems, text``; each area ``label, geometry (GeoJSON), windows, text_span, repaired``.
        ``kind_probability`` is None: plain words give none. Times are ISO 8601 with Z.
    """
    problems = list(notice.problems)
    areas = [_area_to_json(area, problems) for area in notice.areas]
    return {
        "id": notice.id,
        "series": notice.series,
        "publisher": notice.publisher,
        "kind": notice.kind_hint,
        "kind_probability": None,
        "issued": _time(notice.issued),
        "areas": areas,
        "windows": [_window(window) for window in notice.windows],
        "cancels": list(notice.cancels),
        "cancelled_by": None,
        "expires": _time(notice.expires),
        "problems": [{"where": each.where, "what": each.what, "advice": each.advice} for each in problems],
        "text": notice.raw,
    }


def _area_to_json(area: NotifiedArea, problems: list[Problem]) -> dict[str, Any]:
    geometry = None
    try:
        geometry = area.region().to_geojson()
    except InputError as error:
        problems.append(Problem(where=f"area {area.label or '(no letter)'}", what=str(error), advice=error.advice))
    return {
        "label": area.label,
        "geometry": geometry,
        "windows": [_window(window) for window in area.windows],
        "text_span": list(area.text_span),
        "repaired": area.repaired,
    }


def _window(window: Window) -> dict[str, str | None]:
    return {"start": _time(window.start), "end": _time(window.end)}


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else format_utc(moment)
