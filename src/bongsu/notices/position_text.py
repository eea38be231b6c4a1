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
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from bongsu.errors import InputError, Problem
from bongsu.notices.shapes import box_ring
from bongsu.wording import phrase

__all__ = [
    "MOST_POSITIONS",
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
_ALIKE |= {code: chr(code - 0xFEE0).upper() for code in range(0xFF01, 0xFF5F)}  # full-width forms, Unicode FF01-FF5E
_ALIKE |= {0x3000: " ", 0x3001: ",", 0x30FB: ",", 0xFF64: ",", 0x301C: "~", 0xFF5E: "~"}
_PAGE_MARK = re.compile(r"</?[A-Za-z!][^<>]{0,400}>|&[A-Za-z#0-9]{2,8};")
_ENTITIES = {"&deg;": "°", "&#176;": "°", "&quot;": '"', "&#39;": "'", "&amp;": "&", "&prime;": "'", "&ndash;": "-"}
_TWICE_ENCODED = (  # UTF-8 that someone took for Latin-1 or Windows-1252; as long as what takes its place
    *((f"Â{sign}", f" {sign}") for sign in "°º´"),
    *((f"â{end}", f"{sign}  ") for end, sign in (("€²", "'"), ("\x80\xb2", "'"), ("€™", "'"), ("\x80\x99", "'"))),
    *((f"â{end}", f"{sign}  ") for end, sign in (("€³", '"'), ("\x80\xb3", '"'), ("€“", "-"), ("\x80\x93", "-"))),
)
_EAST_ASIAN_DEGREES = re.compile(
    r"\d{1,3}(?:\.\d{1,6})? ?[도度](?: ?\d{1,2}(?:\.\d{1,6})? ?[분分])?(?: ?\d{1,2}(?:\.\d{1,6})? ?[초秒])?"
)
_DEGREE_SIGNS = str.maketrans("도度분分초秒", "°°''\"\"")
_EAST_ASIAN_HEMISPHERES = (  # two letters each, as long as what stands for them
    *((word, "N ") for word in ("북위", "北緯", "北纬")),
    *((word, "S ") for word in ("남위", "南緯", "南纬")),
    *((word, "E ") for word in ("동경", "東経", "東經", "东经")),
    *((word, "W ") for word in ("서경", "西経", "西經", "西经")),
)
_HEMISPHERE = {"N": 1, "S": -1, "E": 1, "W": -1, "С": 1, "Ю": -1, "В": 1, "З": -1, "\u0415": 1}  # last: Cyrillic Е
_LATITUDE_LETTERS = "NSСЮ"
_LETTER = "[NSEWСЮВЗ\u0415]"
_PART = r"\d{1,2}(?:\.\d{1,12})?"
_FIGURES = (  # dashes, signs, blanks, or one figure: not mixed, so that "BUOY 3 18-13N" is not 3 degrees
    rf"(?:(?P<deg1>\d{{1,3}}) ?- ?(?P<min1>{_PART})(?: ?- ?(?P<sec1>{_PART}))?"
    rf"|(?P<deg2>\d{{1,3}}) ?° {{0,5}}(?:(?P<min2>{_PART}) ?'? {{0,5}}(?:(?P<sec2>{_PART}) ?(?:\"|'')?)?)?"
    rf"|(?P<deg3>\d{{2,3}}) (?P<min3>\d\d(?:\.\d{{1,12}})?)(?: (?P<sec3>\d\d(?:\.\d{{1,12}})?))?"
    r"|(?P<deg4>\d{1,3}(?:\.\d{1,12})?) ?°?)"
)
_TRAILING = re.compile(rf"(?<![\w.-]){_FIGURES} ?(?P<letter>{_LETTER})(?![A-Z])(?P<tail>\.\d{{1,6}})?")
_LEADING = re.compile(rf"(?<![\w.-])(?P<letter>[NSEW]) {{0,3}}{_FIGURES}(?![\w.]?\d)")
_COMPACT = re.compile(r"(?<!\w)(?P<lat>\d{4}(?:\d\d)?)(?P<ns>[NS]) ?(?P<lon>\d{5}(?:\d\d)?)(?P<ew>[EW])(?!\w)")
_GAP = re.compile(r"[ \r\n]{0,12}[,;/-]?[ \r\n]{0,12}(?:LONG?(?:ITUDE)?[.:]?)?[ \r\n]{0,12}")
_BOX_GAP = re.compile(r"[\s,]{0,12}(?:AND\s{1,12})?(?:LONGITUDES?\s{1,12})?(?:BETWEEN\s{1,12})?")
_DECIMAL_PAIR = re.compile(
    r"(?<![\w.+-])(?P<lat>[+-]?\d{1,2}\.\d{2,12})°?(?: {0,3}[,;] {0,3}| {1,3})"
    r"(?P<lon>[+-]?\d{1,3}\.\d{2,12})(?![\w.]?\d)"
)
_FIGURE_GROUPS = ("deg1", "min1", "sec1", "deg2", "min2", "sec2", "deg3", "min3", "sec3", "deg4")
_LONGEST_EXCERPT = 40
MOST_POSITIONS = 15_000  # of a million characters; the warnings of 2018 have 12,000


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
    box_corner: bool = False  # of a box between two latitudes and two longitudes, all four with its span

    @property
    def place(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return self.latitude_deg, self.longitude_deg


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A problem with the words ``text[start:end]``; ``lost`` where no position came of them."""

    start: int
    end: int
    lost: bool
    problem: Problem


@dataclass(slots=True)
class _Angle:
    value_deg: float  # NaN where impossible
    is_latitude: bool
    start: int
    end: int
    fault: str = ""
    repaired: str = ""
    form: int = 0  # 1 hyphens, 2 signs, 3 blanks, 4 one figure; 0 run together


def plain_text(text: str) -> str:
    """The text in capitals with plain figures, dashes, quotes and blanks, letter for letter, so that spans hold.

    Full-width figures become plain ones, signs of degrees in Korean, Chinese and Japanese those of Europe, their words
    for the hemispheres letters; marks of web pages become blanks, and UTF-8 taken for Latin-1 its signs again.
    """
    if "<" in text or "&" in text:
        text = _PAGE_MARK.sub(_blank_mark, text)
    if "Â" in text or "â" in text:
        for garbled, sign in _TWICE_ENCODED:
            text = text.replace(garbled, sign)
    plain = text.translate(_ALIKE)
    if not plain.isascii():
        plain = _EAST_ASIAN_DEGREES.sub(_degree_signs, plain)
        for word, letter in _EAST_ASIAN_HEMISPHERES:
            plain = plain.replace(word, letter)
    return plain


def _blank_mark(match: re.Match[str]) -> str:
    """A tag as blanks, an entity as its letter and blanks; line breaks are kept."""
    mark = match.group()
    sign = _ENTITIES.get(mark.lower(), "")
    if "\n" not in mark:
        return sign + " " * (len(mark) - len(sign))
    return sign + re.sub(r"[^\n]", " ", mark[len(sign) :])


def _degree_signs(match: re.Match[str]) -> str:
    return match.group().translate(_DEGREE_SIGNS)


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
    scanned, faults = scan_positions(text, plain_text(text))
    positions: list[Position] = []
    for index, position in enumerate(scanned):
        if not position.box_corner:
            positions.append(position)
        elif not positions or (positions[-1].start, positions[-1].end) != (position.start, position.end):
            ring = box_ring([each.place for each in scanned[index : index + 4]])
            positions += [replace(position, latitude_deg=place[0], longitude_deg=place[1]) for place in ring]
    return positions, [fault.problem for fault in faults]


def scan_positions(text: str, plain: str, most: int = MOST_POSITIONS) -> tuple[list[Position], list[Fault]]:
    """As :func:`find_positions`, with the span of every problem; ``plain`` is the text's plain form.

    At most twice ``most`` angles are read; a fault says so.
    """
    positions: list[Position] = []
    faults: list[Fault] = []
    angles = list(islice(_angles(plain, 2 * most + 1), 2 * most + 1))
    if len(angles) > 2 * most:
        rest = angles.pop()
        faults.append(
            _fault(rest.start, len(text), phrase("more than {most:,} positions; the rest is not read", most=most))
        )
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
            alone = angles[index]
            if alone.form != 4 or plain[alone.start] not in "NSEW":  # "FL W 1.2 S" is a light
                faults.append(_half(alone, text))
            index += 1
    return positions, faults


def find_decimal_positions(text: str) -> list[Position]:
    """Pairs of signed decimal degrees without letters, ``39.6600, 124.7053``: latitude first, two decimals or more."""
    found = []
    for match in islice(_DECIMAL_PAIR.finditer(plain_text(text)), MOST_POSITIONS):
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


def format_position(latitude_deg: float, longitude_deg: float, *, digits: int = 2) -> str:
    """A position as NGA writes it, ``28-39.92N 080-38.33W``, to 0.01 minute (19 m) or ``digits`` after the point.

    Raises
    ------
    InputError
        When the place is not on Earth.
    """
    if not (abs(latitude_deg) <= 90.0 and abs(longitude_deg) <= 180.0):
        raise InputError(
            phrase(
                "position ({latitude_deg}, {longitude_deg}) is not on Earth",
                latitude_deg=latitude_deg,
                longitude_deg=longitude_deg,
            )
        )
    north_south, east_west = ("S" if latitude_deg < 0 else "N"), ("W" if longitude_deg < 0 else "E")
    unit = 10**digits
    latitude, longitude = round(abs(latitude_deg) * 60 * unit), round(abs(longitude_deg) * 60 * unit)
    if longitude == 180 * 60 * unit:
        east_west = "W"  # longitude lies in [-180, 180)
    if latitude == 0:
        north_south = "N"
    if longitude == 0:
        east_west = "E"
    return f"{_minutes(latitude, 2, digits)}{north_south} {_minutes(longitude, 3, digits)}{east_west}"


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
        raise InputError(phrase("{text!r} is not a number", text=text.strip()[:_LONGEST_EXCERPT]))
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


def _angles(plain: str, most: int) -> Iterator[_Angle]:
    """Angles with their letters, in order, run-together pairs included."""
    matches = [(match.start(), match.end(), match) for match in islice(_TRAILING.finditer(plain), most)]
    taken = {start for start, _, _ in matches}
    for match in islice(_LEADING.finditer(plain), most):
        degrees, minutes, _, _ = _figures(match)
        if minutes or "." in degrees:
            matches.append((match.start(), match.end(), match))
    matches += [
        (match.start(), match.end(), match)
        for match in islice(_COMPACT.finditer(plain), most)
        if match.start() not in taken
    ]
    matches.sort(key=lambda each: (each[0], -each[1]))
    reached = -1
    for start, end, match in matches:
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
    return _assemble((degrees, minutes, seconds, 0), letter, start, end, "")


def _figures(match: re.Match[str]) -> tuple[str, str, str, int]:
    """Degrees, minutes and seconds as written, "" where absent, and the way of writing."""
    one, two, three, four, five, six, seven, eight, nine, ten = match.group(*_FIGURE_GROUPS)
    if one:
        return one, two, three or "", 1
    if four:
        return four, five or "", six or "", 2
    return (seven, eight, nine or "", 3) if seven else (ten, "", "", 4)


def _angle(match: re.Match[str], start: int, end: int) -> _Angle:
    figures, letter = _figures(match), match["letter"]
    tail = match["tail"] if match.re is _TRAILING else None
    if tail is None:
        return _assemble(figures, letter, start, end, "")
    degrees, minutes, seconds, form = figures
    part = seconds or minutes or degrees
    if "." in part:
        return _Angle(
            value_deg=math.nan,
            is_latitude=letter in _LATITUDE_LETTERS,
            start=start,
            end=end,
            fault="decimals on both sides of the letter",
        )
    repaired = phrase(
        "decimals stand behind the letter, read as if before it ({part}{tail}{letter})",
        part=part,
        tail=tail,
        letter=letter,
    )
    if seconds:
        seconds += tail
    elif minutes:
        minutes += tail
    else:
        degrees += tail
    return _assemble((degrees, minutes, seconds, form), letter, start, end, repaired)


def _assemble(figures: tuple[str, str, str, int], letter: str, start: int, end: int, repaired: str) -> _Angle:
    degrees, minutes, seconds, form = figures
    is_latitude = letter in _LATITUDE_LETTERS
    limit = 90.0 if is_latitude else 180.0
    minute, second = float(minutes) if minutes else 0.0, float(seconds) if seconds else 0.0
    value = float(degrees) + minute / 60.0 + second / 3600.0
    fault = ""
    if ("." in degrees and minutes) or ("." in minutes and seconds):
        fault = "decimals before the last figure"
    elif minute > 60.0 or second > 60.0:
        fault = "60 or more minutes or seconds"
    elif minute == 60.0 or second == 60.0:
        repaired = repaired or "60 minutes or seconds, read as the next degree or minute"
    if value > limit:
        fault = phrase("beyond {limit:.0f} degrees", limit=limit)
    signed = math.nan if fault else _HEMISPHERE[letter] * value
    return _Angle(signed, is_latitude, start, end, fault, repaired, form)


def _is_pair(angles: list[_Angle], index: int, plain: str) -> bool:
    if index + 1 >= len(angles):
        return False
    first, second = angles[index], angles[index + 1]
    apart = _GAP.fullmatch(plain, first.end, second.start)
    return first.is_latitude != second.is_latitude and apart is not None


def _is_box(angles: list[_Angle], plain: str) -> bool:
    """Whether four angles are two latitudes and two longitudes, ``24-29S 23-49S AND 043-27W 042-44W``."""
    return (
        len(angles) == 4
        and angles[0].is_latitude
        and angles[1].is_latitude
        and not (angles[2].is_latitude or angles[3].is_latitude)
        and not any(angle.fault or angle.repaired for angle in angles)
        and all(_BOX_GAP.fullmatch(plain, one.end, two.start) is not None for one, two in pairwise(angles))
    )


def _box(angles: list[_Angle]) -> list[Position]:
    """Corners of a box between two parallels and two meridians."""
    south, north, west, east = (angle.value_deg for angle in angles)
    return [
        Position(
            latitude_deg=latitude,
            longitude_deg=-180.0 if longitude == 180.0 else longitude,
            start=angles[0].start,
            end=angles[-1].end,
            box_corner=True,
        )
        for latitude, longitude in ((south, west), (south, east), (north, east), (north, west))
    ]


def _pair(first: _Angle, second: _Angle, text: str, positions: list[Position], faults: list[Fault]) -> None:
    """Two angles as a position, or the fault with them."""
    latitude, longitude = (first, second) if first.is_latitude else (second, first)
    words = excerpt(text, first.start, second.end)
    fault = latitude.fault or longitude.fault
    if fault:
        what, advice = (
            phrase("position {words!r} refused: {fault}", words=words, fault=fault),
            "compare with another copy",
        )
        faults.append(_fault(first.start, second.end, what, advice))
        return
    repaired = latitude.repaired or longitude.repaired
    if not repaired and {latitude.form, longitude.form} == {1, 3}:  # "33-25N 119 30W", NAVAREA XII 337/18
        blank = latitude if latitude.form == 3 else longitude
        repaired = phrase("a blank stands for a hyphen in {excerpt!r}", excerpt=excerpt(text, blank.start, blank.end))
    if repaired:
        what = phrase("position {words!r} repaired: {repaired}", words=words, repaired=repaired)
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
    return _fault(
        angle.start,
        angle.end,
        phrase(
            "{name} {excerpt!r} without its {other}",
            name=name,
            excerpt=excerpt(text, angle.start, angle.end),
            other=other,
        ),
    )


def _fault(start: int, end: int, what: str, advice: str = "", *, lost: bool = True) -> Fault:
    where = f"characters {start}-{end}"
    return Fault(start=start, end=end, lost=lost, problem=Problem(where=where, what=what, advice=advice))


def excerpt(text: str, start: int, end: int) -> str:
    """Words of a text on one line, cut short, for a message."""
    return " ".join(text[start : min(end, start + 4 * _LONGEST_EXCERPT)].split())[:_LONGEST_EXCERPT]


def _minutes(count: int, width: int, digits: int) -> str:
    """Degrees and minutes of so many parts of a minute."""
    minutes, parts = divmod(count, 10**digits)
    return f"{minutes // 60:0{width}d}-{minutes % 60:02d}.{parts:0{digits}d}"
