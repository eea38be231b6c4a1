"""NOTAMs in ICAO form: items Q and A to G, new, replacing and cancelling ones, as values and back to text.

Items as in ICAO Annex 15 and Doc 10066, appendix 3. Hours of item D become single windows. Areas come from the
free text of item E; only where it gives none, the circle of the Q line stands in, marked approximate. Reading:
:mod:`bongsu.notices.notam_items`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bongsu.notices.notice import Notice, NotifiedArea, notice_to_json

__all__ = ["Notam", "NotamArea", "NotamQualifier", "VerticalLimit", "format_notam", "notam_to_json"]

_FOOT_M = 0.3048  # exact, international agreement of 1959


@dataclass(frozen=True, slots=True, kw_only=True)
class VerticalLimit:
    """A lower or upper limit.

    ``reference`` is ``SFC``, ``UNL``, ``FL`` (pressure altitude), ``AMSL`` or ``AGL``, "" where the text does not
    say. ``altitude_m`` is None for ``SFC`` and ``UNL``. ``item`` is where it stands: F, G, E, or Q, whose levels
    are rounded outwards. ``text`` is as written.
    """

    reference: str
    altitude_m: float | None
    item: str
    text: str

    @property
    def words(self) -> str:
        """``SFC``, ``FL200``, ``3,000 ft AMSL`` or ``UNL``."""
        if self.altitude_m is None:
            return self.reference
        feet = round(self.altitude_m / _FOOT_M)
        if self.reference == "FL":
            return f"FL{round(feet / 100):03d}"
        return f"{feet:,} ft {self.reference}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotamQualifier:
    """The Q line: FIR, five-letter code, traffic, purpose, scope, levels, and a circle around all of it.

    Levels are in hundreds of feet, 0 for the surface and 999 for unlimited. Latitude, longitude and radius are
    None where the line leaves them out; the radius is in whole nautical miles, rounded up.
    """

    fir: str
    code: str
    traffic: str
    purpose: str
    scope: str
    lower_level: int | None
    upper_level: int | None
    latitude_deg: float | None
    longitude_deg: float | None
    radius_nm: int | None


@dataclass(frozen=True, kw_only=True)
class NotamArea(NotifiedArea):
    """An area of a NOTAM; ``approximate`` where it is only the circle of the Q line."""

    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notam(Notice):
    """One NOTAM, also a :class:`~bongsu.notices.Notice`.

    ``id`` is its number (``A1550/19``); ``action`` is N (new), R (replaces) or C (cancels), "" where the text does
    not say; ``refers_to`` the number replaced or cancelled. ``locations`` is item A; ``start`` and ``end`` items B
    and C; ``end_kind`` is ``EST`` where the end is an estimate, ``PERM`` or ``UFN`` where there is none, else "".
    ``schedule`` and ``text`` are items D and E as written. ``expires`` equals ``end``.
    """

    action: str = ""
    refers_to: str = ""
    qualifier: NotamQualifier | None = None
    locations: tuple[str, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    end_kind: str = ""
    schedule: str = ""
    text: str = ""
    lower: VerticalLimit | None = None
    upper: VerticalLimit | None = None


def notam_to_json(notam: Notam) -> dict[str, Any]:
    """A NOTAM as the item ``notice parse`` prints: that of any notice, ``approximate`` on each area, and ``notam``.

    Returns
    -------
    dict
        ``notam`` holds ``action, refers_to, fir, code, traffic, purpose, scope, locations, end_kind, schedule,
        lower, upper``; limits are ``{reference, altitude_m, item, text}`` or None.
    """
    body = notice_to_json(notam)
    for area, item in zip(notam.areas, body["areas"], strict=True):
        item["approximate"] = isinstance(area, NotamArea) and area.approximate
    q = notam.qualifier
    body["notam"] = {
        "action": notam.action,
        "refers_to": notam.refers_to,
        "fir": q.fir if q else "",
        "code": q.code if q else "",
        "traffic": q.traffic if q else "",
        "purpose": q.purpose if q else "",
        "scope": q.scope if q else "",
        "locations": list(notam.locations),
        "end_kind": notam.end_kind,
        "schedule": notam.schedule,
        "lower": _limit(notam.lower),
        "upper": _limit(notam.upper),
    }
    return body


def _limit(limit: VerticalLimit | None) -> dict[str, Any] | None:
    if limit is None:
        return None
    return {
        "reference": limit.reference,
        "altitude_m": limit.altitude_m,
        "item": limit.item,
        "text": limit.text,
    }


def format_notam(notam: Notam) -> str:
    """A NOTAM's items in ICAO order, as ``parse_notam`` reads them back.

    Between brackets and with its number, N where its text does not say which action; the items alone where it has
    no number. Items D and E keep their words; limits of items F and G keep theirs, those of the Q line stay there.
    """
    lines = [f"({notam.id} NOTAM{notam.action or 'N'} {notam.refers_to}".rstrip()] if notam.id else []
    if notam.qualifier is not None:
        lines.append(f"Q) {_qualifier_text(notam.qualifier)}")
    times = f"A) {' '.join(notam.locations)}" if notam.locations else ""
    if notam.start is not None:
        times += f" B) {notam.start:%y%m%d%H%M}"
    if notam.end_kind in {"PERM", "UFN"}:
        times += f" C) {notam.end_kind}"
    elif notam.end is not None:
        times += f" C) {notam.end:%y%m%d%H%M}{notam.end_kind}"
    lines += [times.strip()] if times.strip() else []
    lines += [f"D) {notam.schedule}"] if notam.schedule else []
    lines += [f"E) {notam.text}"] if notam.text else []
    limits = [f"{limit.item}) {limit.text}" for limit in (notam.lower, notam.upper) if limit and limit.item in "FG"]
    lines += [" ".join(limits)] if limits else []
    return "\n".join(lines) + (")" if notam.id else "")


def _qualifier_text(q: NotamQualifier) -> str:
    levels = ["" if level is None else f"{level:03d}" for level in (q.lower_level, q.upper_level)]
    place = ""
    if q.latitude_deg is not None and q.longitude_deg is not None:
        radius = "" if q.radius_nm is None else f"{q.radius_nm:03d}"
        place = f"{_minutes(q.latitude_deg, 2, 'NS')}{_minutes(q.longitude_deg, 3, 'EW')}{radius}"
    return "/".join([q.fir, q.code, q.traffic, q.purpose, q.scope, *levels, place])


def _minutes(value_deg: float, width: int, letters: str) -> str:
    minutes = round(abs(value_deg) * 60.0)
    return f"{minutes // 60:0{width}d}{minutes % 60:02d}{letters[value_deg < 0]}"
