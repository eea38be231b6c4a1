"""Hours given by the Sun, ``SR-SS``, ``SR MINUS30-SS PLUS30``, ``0500-SS``, ``HJ``, worked out for a place.

Sunrise and sunset are where the Sun's upper limb meets a sea horizon: 0.833 deg under it at the centre (34' of refraction and
16' of radius, as in the Nautical Almanac); BCMT and ECET, civil twilight, 6 deg. The Sun is that of
:func:`~bongsu.earth.sun_position_m`. Good to about two minutes: what refraction does on the day. Farther from the equator
than 60 deg more, and none where the Sun does not rise or set. A degree of longitude is four minutes.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import numpy as np

from bongsu.earth import bundled_orientation, equation_of_time_s, sun_position_m

__all__ = ["SUN_HOURS", "SunEdge", "SunHours", "says_sun", "sun_hours", "sun_span"]

_EVENT = r"(?:SR|SUNRISE|SS|SUNSET|BCMT|ECET)(?: ?(?:MINUS|PLUS) ?\d{1,3}(?:MIN)?| ?[-+] ?\d{1,3}(?!\d)(?: ?MIN)?)?"
SUN_HOURS = rf"\b(?:{_EVENT} {{0,2}}(?:-|TO|/) {{0,2}}(?:{_EVENT}|\d{{4}}Z?)|\d{{4}} ?Z? {{0,2}}(?:-|TO) {{0,2}}{_EVENT}|HJ|HN)(?![A-Z0-9])"
_EDGE = re.compile(
    r"(?P<event>SR|SUNRISE|SS|SUNSET|BCMT|ECET)(?: ?(?P<sign>MINUS|PLUS|[-+]) ?(?P<minutes>\d{1,3})(?!\d))?|(?P<clock>\d{4})"
)
_KINDS = {"SR": (-0.833, True), "SS": (-0.833, False), "BCMT": (-6.0, True), "ECET": (-6.0, False)}
_WORDS = ("SR", "SS", "SUN", "HJ", "HN", "BCMT", "ECET")
_STEPS = 3  # of the iteration: the Sun moves 0.02 deg in a step of a minute
_WHOLE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SunEdge:
    """A sunrise, a sunset or a twilight and minutes after it."""

    height_deg: float
    rising: bool
    minutes: int


@dataclass(frozen=True, slots=True)
class SunHours:
    """Hours of which at least one end is by the Sun; the other may be minutes from 00:00 UTC."""

    start: SunEdge | int
    end: SunEdge | int


def says_sun(schedule: str) -> bool:
    """Whether a schedule may hold hours by the Sun; quick, most do not."""
    return any(word in schedule for word in _WORDS)


def sun_hours(words: str) -> SunHours | None:
    """Hours by the Sun as a schedule writes them; None where a clock in them is none."""
    if words in {"HJ", "HN"}:
        words = "SR-SS" if words == "HJ" else "SS-SR"
    edges: list[SunEdge | int] = []
    for match in _EDGE.finditer(words):
        if match["clock"]:
            hour, minute = int(match["clock"][:2]), int(match["clock"][2:])
            if hour > 24 or minute > 59 or (hour == 24 and minute):
                return None
            edges.append(hour * 60 + minute)
        else:
            event = {"SUNRISE": "SR", "SUNSET": "SS"}.get(match["event"], match["event"])
            sign = -1 if match["sign"] in {"MINUS", "-"} else 1
            edges.append(SunEdge(*_KINDS[event], sign * int(match["minutes"] or 0)))
    return SunHours(edges[0], edges[1]) if len(edges) == 2 else None


def sun_span(hours: SunHours, day: date, latitude_deg: float, longitude_deg: float) -> tuple[datetime, datetime] | None:
    """Start on a day of UTC, and the next end after it, to whole minutes outwards; None where the Sun gives none."""
    start = _moment(hours.start, day, latitude_deg, longitude_deg)
    if start is None:
        return None
    for step in range(-1, 3):
        end = _moment(hours.end, day + timedelta(days=step), latitude_deg, longitude_deg)
        if end is not None and start < end <= start + _WHOLE_DAY:
            first = start.replace(second=0, microsecond=0)
            last = end.replace(second=0, microsecond=0)
            return first, last if last == end else last + timedelta(minutes=1)
    return None


def _moment(edge: SunEdge | int, day: date, latitude_deg: float, longitude_deg: float) -> datetime | None:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if isinstance(edge, int):
        return midnight + timedelta(minutes=edge)
    hours = _event_h(edge, day, latitude_deg, longitude_deg)
    return None if hours is None else midnight + timedelta(hours=hours, minutes=edge.minutes)


def _event_h(edge: SunEdge, day: date, latitude_deg: float, longitude_deg: float) -> float | None:
    """Hours from 00:00 UTC of the event in that day of UTC; None where the Sun stays above or below."""
    latitude, height = math.radians(latitude_deg), math.radians(edge.height_deg)
    for turn in (0.0, 24.0, -24.0):  # the event of the neighbouring solar day may fall into this day of UTC
        hours = 12.0 - longitude_deg / 15.0 + turn
        for _ in range(_STEPS):
            declination, equation_h = _sun(day, hours)
            over = math.cos(latitude) * math.cos(declination)
            cosine = (math.sin(height) - math.sin(latitude) * math.sin(declination)) / over if over > 1e-9 else 2.0
            if abs(cosine) > 1.0:
                return None
            away = math.degrees(math.acos(cosine)) / 15.0
            hours = 12.0 - longitude_deg / 15.0 + turn - equation_h + (-away if edge.rising else away)
        if 0.0 <= hours < 24.0:
            return hours
    return None


def _sun(day: date, hours: float) -> tuple[float, float]:
    """Declination [rad] and equation of time [h], between the days of the year's table."""
    declinations, equations = _year(day.year)
    place = day.timetuple().tm_yday + hours / 24.0 + 1.0
    index = int(place)
    part = place - index
    return (
        declinations[index] + part * (declinations[index + 1] - declinations[index]),
        equations[index] + part * (equations[index + 1] - equations[index]),
    )


@lru_cache(maxsize=16)
def _year(year: int) -> tuple[list[float], list[float]]:
    """Declination [rad] and equation of time [h] at 0 h UTC from 30 December before to 3 January after."""
    days = np.datetime64(f"{year:04d}-01-01") + np.arange(-2, 369).astype("timedelta64[D]")
    moments = days.astype("datetime64[us]")
    sun = sun_position_m(moments)
    declination = np.arcsin(sun[:, 2] / np.linalg.norm(sun, axis=1))
    return declination.tolist(), (equation_of_time_s(moments, bundled_orientation()) / 3600.0).tolist()
