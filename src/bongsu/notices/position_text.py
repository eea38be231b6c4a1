"""How warnings write places and numbers.

Read are ``28-39.92N 080-38.33W`` (degrees, minutes), ``35-44-06N 124-30-30E`` (and seconds), degree
and minute signs, decimal degrees with a hemisphere letter, letters in front, the run-together
``3939N12442E``, and the Cyrillic letters С Ю В З. Nothing is guessed in silence: a repaired figure
carries the reason, an impossible one becomes a problem.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bongsu.errors import InputError, Problem

__all__ = [
    "NUMBER_WORD",
    "Fault",
    "Position",
    "excerpt",
    "find_decimal_positions",
    "find_positions",
    "format_position",
    "plain_text",
    "read_number",
    "scan_positions",
]

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2032\u2019\u2018\u00b4`", "'"),
        **dict.fromkeys("\u2033\u201d\u201c", '"'),
        **dict.fromkeys("\u00ba\u02da", "\u00b0"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " "),
        **{chr(code): chr(code - 32) for code in range(ord("a"), ord("z") + 1)},
        **dict(zip("сювз", "СЮВЗ", strict=True)),
    }
)
_HEMISPHERE = {"N": 1, "S": -1, "E": 1, "W": -1, "С": 1, "Ю": -1, "В": 1, "З": -1, "\u0415": 1}  # last: Cyrillic Е
_LATITUDE_LETTERS = "NSСЮ"
_LETTER = "[NSEWСЮВЗ\u0415]"
_PART = r"\d{1,2}(?:\.\d{1,12})?"
_FIGURES = (  # dashes, signs, blanks, or one figure: not mixed, so that "BUOY 3 18-13N" is not 3 degrees
    rf"(?:(?P<deg1>\d{{1,3}}) ?- ?(?P<min1>{_PART})(?: ?- ?(?P<sec1>{_PART}))?"
    rf"|(?P<deg2>\d{{1,3}}) ?° ?(?:(?P<min2>{_PART}) ?'? ?(?:(?P<sec2>{_PART}) ?(?:\"|'')?)?)?"
    rf"|(?P<deg3>\d{{2,3}}) (?P<min3>\d\d(?:\.\d{{1,12}})?)(?: (?P<sec3>\d\d(?:\.\d{{1,12}})?))?"
    r"|(?P<deg4>\d{1,3}(?:\.\d{1,12})?) ?°?)"
)
_TRAILING = re.compile(rf"(?<![\w.-]){_FIGURES} ?(?P<letter>{_LETTER})(?![A-Z])(?P<tail>\.\d{{1,6}})?")
_LEADING = re.compile(rf"(?<![\w.-])(?P<letter>[NSEW]) ?{_FIGURES}(?![\w.]?\d)")
_COMPACT = re.compile(r"(?<!\w)(?P<lat>\d{4}(?:\d\d)?)(?P<ns>[NS]) ?(?P<lon>\d{5}(?:\d\d)?)(?P<ew>[EW])(?!\w)")
_GAP = re.compile(r"[ \r\n]{0,12}[,;/]?[ \r\n]{0,12}(?:LONG?\.?)?[ \r\n]{0,12}")
_BOX_GAP = re.compile(r"[\s,]{0,12}(?:AND\s{1,12})?")
_DECIMAL_PAIR = re.compile(
    r"(?<![\w.+-])(?P<lat>[+-]?\d{1,2}\.\d{2,12})°?(?: {0,3}[,;] {0,3}| {1,3})"
    r"(?P<lon>[+-]?\d{1,3}\.\d{2,12})(?![\w.]?\d)"
)
_LONGEST_EXCERPT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place read from a text: where it says it, and what was repaired ("" where nothing was).

    Latitude and longitude in degrees, longitude in [-180, 180); ``text[start:end]`` are its words.
    """

    latitude_deg: float
    longitude_deg: float
    start: int
    end: int
    repaired: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A problem with the words ``text[start:end]``; ``lost`` where no position came of them."""

    start: int
    end: int
    lost: bool
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class _Angle:
    value_deg: float  # NaN where impossible
    is_latitude: bool
    start: int
    end: int
    fault: str = ""
    repaired: str = ""


def plain_text(text: str) -> str:
    """The text in capitals with plain dashes, quotes and blanks, letter for letter, so that spans hold."""
    return text.translate(_ALIKE)


def find_positions(text: str) -> tuple[list[Position], list[Problem]]:
    """Every position a text gives with hemisphere letters.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    positions, problems : list of Position, list of Problem
        In the order written. A box between two latitudes and two longitudes gives its outline, all with
        the box's span. Problems name what looks like half a position, is out of range, or was
        repaired; their ``where`` is ``characters a-b``, counted from 0 as the spans are.
    """
    positions, faults = scan_positions(text, plain_text(text))
    return positions, [fault.problem for fault in faults]


def scan_positions(text: str, plain: str) -> tuple[list[Position], list[Fault]]:
    """As :func:`find_positions`, with the span of every problem; ``plain`` is the text's plain form."""
    positions: list[Position] = []
    faults: list[Fault] = []
    angles = list(_angles(plain))
    index = 0
    while index < len(angles):
        box = angles[index : index + 4]
        if _is_box(box, plain):
            positions += _box(box)
            index += 4
        elif _is_pair(angles, index, plain):
            _pair(angles[index], angles[index + 1], text, positions, faults)
            index += 2
        else:
            faults.append(_half(angles[index], text))
            index += 1
    return positions, faults


def find_decimal_positions(text: str) -> list[Position]:
    """Pairs of signed decimal degrees without letters, ``39.6600, 124.7053``: latitude first, two decimals or more."""
    found = []
    for match in _DECIMAL_PAIR.finditer(plain_text(text)):
        latitude, longitude = float(match["lat"]), float(match["lon"])
        if abs(latitude) <= 90.0 and abs(longitude) <= 180.0:
            found.append(
                Position(
                    latitude_deg=latitude,
                    longitude_deg=-180.0 if longitude == 180.0 else longitude,
                    start=match.start(),
                    end=match.end(),
                )
            )
    return found


def format_position(latitude_deg: float, longitude_deg: float) -> str:
    """A position as NGA writes it, ``28-39.92N 080-38.33W``, to 0.01 minute (19 m).

    Raises
    ------
    InputError
        When the place is not on Earth.
    """
    if not (abs(latitude_deg) <= 90.0 and abs(longitude_deg) <= 180.0):
        raise InputError(f"position ({latitude_deg}, {longitude_deg}) is not on Earth")
    north_south, east_west = ("S" if latitude_deg < 0 else "N"), ("W" if longitude_deg < 0 else "E")
    latitude, longitude = _hundredths(latitude_deg), _hundredths(longitude_deg)
    if longitude == 180 * 6000:
        east_west = "W"  # longitude lies in [-180, 180)
    if latitude == 0:
        north_south = "N"
    if longitude == 0:
        east_west = "E"
    return f"{_minutes(latitude, 2)}{north_south} {_minutes(longitude, 3)}{east_west}"


_UNITS = {
    **{"ZERO": 0, "ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5, "SIX": 6, "SEVEN": 7, "EIGHT": 8, "NINE": 9},
    **{"TEN": 10, "ELEVEN": 11, "TWELVE": 12, "THIRTEEN": 13, "FOURTEEN": 14, "FIFTEEN": 15, "SIXTEEN": 16},
    **{"SEVENTEEN": 17, "EIGHTEEN": 18, "NINETEEN": 19},
}
_TENS = {
    **{"TWENTY": 20, "THIRTY": 30, "FORTY": 40, "FIFTY": 50},
    **{"SIXTY": 60, "SEVENTY": 70, "EIGHTY": 80, "NINETY": 90},
}
NUMBER_WORD = "|".join(sorted([*_UNITS, *_TENS, "HUNDRED", "THOUSAND", "HALF"], key=len, reverse=True))


def read_number(text: str) -> float:
    """A number in figures or English words: ``12.5``, ``NINE``, ``TWENTY-FIVE``, ``ONE HUNDRED AND FIFTY``.

    Single figures in a row are read as digits (``ONE FIVE`` is 15); ``HALF`` and ``ONE AND A HALF`` are known.

    Raises
    ------
    InputError
        When a word is not part of a number.
    """
    plain = plain_text(text).strip()
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", plain):
        return float(plain)
    words = [word for word in re.split(r"[\s-]+", plain) if word not in {"AND", "A", ""}]
    if not words or any(word not in _UNITS and word not in _TENS and word not in _SCALES for word in words):
        raise InputError(f"{text.strip()[:_LONGEST_EXCERPT]!r} is not a number")
    if len(words) > 1 and all(_UNITS.get(word, 10) < 10 for word in words):
        return float("".join(str(_UNITS[word]) for word in words[:9]))
    total = current = 0.0
    for word in words:
        if word == "HALF":
            current += 0.5
        elif word == "HUNDRED":
            current = max(current, 1.0) * 100.0
        elif word == "THOUSAND":
            total, current = total + max(current, 1.0) * 1000.0, 0.0
        else:
            current += _UNITS.get(word, 0) + _TENS.get(word, 0)
    return total + current


_SCALES = frozenset({"HUNDRED", "THOUSAND", "HALF"})


def _angles(plain: str) -> Iterator[_Angle]:
    """Angles with their letters, in order, run-together pairs included."""
    matches = [(match.start(), match.end(), match) for match in _TRAILING.finditer(plain)]
    taken = {start for start, _, _ in matches}
    matches += [
        (match.start(), match.end(), match)
        for match in _LEADING.finditer(plain)
        if _figures(match)[1] or "." in _figures(match)[0]
    ]
    matches += [(match.start(), match.end(), match) for match in _COMPACT.finditer(plain) if match.start() not in taken]
    reached = -1
    for start, end, match in sorted(matches, key=lambda each: (each[0], -each[1])):
        if start < reached:
            continue
        reached = end
        if match.re is _COMPACT:
            split = match.end("ns")
            yield _compact(match["lat"], 2, match["ns"], start, split)
            yield _compact(match["lon"], 3, match["ew"], match.start("lon"), end)
        else:
            yield _angle(match, start, end)


def _compact(figures: str, width: int, letter: str, start: int, end: int) -> _Angle:
    degrees, minutes, seconds = figures[:width], figures[width : width + 2], figures[width + 2 :]
    return _assemble(degrees, minutes, seconds, letter, start, end, "")


def _figures(match: re.Match[str]) -> tuple[str, str, str]:
    """Degrees, minutes and seconds as written, "" where absent."""
    groups = match.groupdict()
    one, two, three = (
        "".join(groups.get(f"{name}{form}") or "" for form in range(1, 5)) for name in ("deg", "min", "sec")
    )
    return one, two, three


def _angle(match: re.Match[str], start: int, end: int) -> _Angle:
    (degrees, minutes, seconds), letter = _figures(match), match["letter"]
    repaired = ""
    tail = match["tail"] if match.re is _TRAILING else None
    if tail is not None:
        part = seconds or minutes or degrees
        if "." in part:
            return _Angle(
                value_deg=math.nan,
                is_latitude=letter in _LATITUDE_LETTERS,
                start=start,
                end=end,
                fault="decimals on both sides of the letter",
            )
        repaired = f"decimals stand behind the letter; read as if before it ({part}{tail}{letter})"
        if seconds:
            seconds += tail
        elif minutes:
            minutes += tail
        else:
            degrees += tail
    return _assemble(degrees, minutes, seconds, letter, start, end, repaired)


def _assemble(degrees: str, minutes: str, seconds: str, letter: str, start: int, end: int, repaired: str) -> _Angle:
    is_latitude = letter in _LATITUDE_LETTERS
    limit = 90.0 if is_latitude else 180.0
    value = float(degrees) + float(minutes or 0) / 60.0 + float(seconds or 0) / 3600.0
    fault = ""
    if ("." in degrees and minutes) or ("." in minutes and seconds):
        fault = "decimals before the last figure"
    elif float(minutes or 0) > 60.0 or float(seconds or 0) > 60.0:
        fault = "60 or more minutes or seconds"
    elif float(minutes or 0) == 60.0 or float(seconds or 0) == 60.0:
        repaired = repaired or "60 minutes or seconds; read as the next degree or minute"
    if value > limit:
        fault = f"beyond {limit:.0f} degrees"
    return _Angle(
        value_deg=math.nan if fault else _HEMISPHERE[letter] * value,
        is_latitude=is_latitude,
        start=start,
        end=end,
        fault=fault,
        repaired=repaired,
    )


def _is_pair(angles: list[_Angle], index: int, plain: str) -> bool:
    if index + 1 >= len(angles):
        return False
    first, second = angles[index], angles[index + 1]
    apart = _GAP.fullmatch(plain, first.end, second.start)
    return first.is_latitude != second.is_latitude and apart is not None


def _is_box(angles: list[_Angle], plain: str) -> bool:
    """Whether four angles are two latitudes and two longitudes, ``24-29S 23-49S AND 043-27W 042-44W``."""
    return (
        [angle.is_latitude for angle in angles] == [True, True, False, False]
        and not any(angle.fault or angle.repaired for angle in angles)
        and all(_BOX_GAP.fullmatch(plain, one.end, two.start) is not None for one, two in pairwise(angles))
    )


def _box(angles: list[_Angle]) -> list[Position]:
    """Corners of a box on parallels, with points between at a degree or less, since edges are geodesics."""
    south, north, west, east = (angle.value_deg for angle in angles)
    turn = (east - west + 180.0) % 360.0 - 180.0
    steps = max(1, math.ceil(abs(turn)))
    longitudes = [(west + turn * step / steps + 180.0) % 360.0 - 180.0 for step in range(steps + 1)]
    outline = [(south, each) for each in longitudes] + [(north, each) for each in reversed(longitudes)]
    start, end = angles[0].start, angles[-1].end
    return [Position(latitude_deg=lat, longitude_deg=lon, start=start, end=end) for lat, lon in outline]


def _pair(first: _Angle, second: _Angle, text: str, positions: list[Position], faults: list[Fault]) -> None:
    """Two angles as a position, or the fault with them."""
    latitude, longitude = (first, second) if first.is_latitude else (second, first)
    words = excerpt(text, first.start, second.end)
    fault = latitude.fault or longitude.fault
    if fault:
        what, advice = f"position {words!r} refused: {fault}", "compare with another copy"
        faults.append(_fault(first.start, second.end, what, advice))
        return
    repaired = latitude.repaired or longitude.repaired
    if repaired:
        what = f"position {words!r} repaired: {repaired}"
        faults.append(_fault(first.start, second.end, what, "compare with another copy", lost=False))
    positions.append(
        Position(
            latitude_deg=latitude.value_deg,
            longitude_deg=-180.0 if longitude.value_deg == 180.0 else longitude.value_deg,
            start=first.start,
            end=second.end,
            repaired=repaired,
        )
    )


def _half(angle: _Angle, text: str) -> Fault:
    name, other = ("latitude", "longitude") if angle.is_latitude else ("longitude", "latitude")
    return _fault(angle.start, angle.end, f"{name} {excerpt(text, angle.start, angle.end)!r} without its {other}")


def _fault(start: int, end: int, what: str, advice: str = "", *, lost: bool = True) -> Fault:
    where = f"characters {start}-{end}"
    return Fault(start=start, end=end, lost=lost, problem=Problem(where=where, what=what, advice=advice))


def excerpt(text: str, start: int, end: int) -> str:
    """Words of a text on one line, cut short, for a message."""
    return " ".join(text[start : min(end, start + 4 * _LONGEST_EXCERPT)].split())[:_LONGEST_EXCERPT]


def _hundredths(value_deg: float) -> int:
    return round(abs(value_deg) * 6000.0)


def _minutes(hundredths: int, width: int) -> str:
    return f"{hundredths // 6000:0{width}d}-{hundredths % 6000 // 100:02d}.{hundredths % 100:02d}"
