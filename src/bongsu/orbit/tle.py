"""Two-line element sets: text to values and back.

The form is that of Space-Track ("Basic Description of the Two Line Element (TLE) Format",
space-track.org/documentation) and of AIAA 2006-6753, appendix; numbers from 100000 to 339999 are written in Alpha-5.

*Strict* accepts what Space-Track and CelesTrak publish today, column by column. *Tolerant* also accepts what older
or hand-made text does without changing a value: zeros in front of angles and plus signs (Space-Track until about
2018), a missing or wrong checksum, indentation, text after column 69. Each such departure is then a note of the set.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from bongsu.errors import ElementSetError, Problem
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.tle_problems import shown, spot, stray_problem, unpaired_problem
from bongsu.wording import phrase

__all__ = ["format_tle", "parse_tle"]

_ALPHA_5 = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # 10 to 33; no I and no O: space-track.org/documentation#tle-alpha5
_LARGEST_NUMBER = 339_999  # Z9999
_TICK_US = 864  # 1e-8 day, the last digit of an epoch
_SGP4_XP = "4"  # ephemeris type of another theory: space-track.org/documentation, "SGP4-XP"
_CHECK_VALUES = bytes(byte - 48 if 48 <= byte < 58 else int(byte == 45) for byte in range(256))  # '-' counts 1
_AS_DIGITS = str.maketrans("OoIl", "0011")
_TYPOGRAPHIC = {"\u00a0": " ", "\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2013": "-"}
_AS_TYPED = str.maketrans({"\u00a0": " ", "\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2013": "-"})
_DATA_LINE = re.compile(r"\s*([12])\s[ 0-9A-Za-z][ 0-9OoIl]{3}[0-9OoIl]")
_OR_TOLERANT = "or accept it with --tolerant (in Python strict=False)"
_OLD_FORM = f"correct it, {_OR_TOLERANT}"


class _Column(NamedTuple):
    """One field of a line: columns (from 1, inclusive), the form published today, other readable forms, limits."""

    term: str
    first: int
    last: int
    form: str
    readable: str = ""
    limits: tuple[float, float] | None = None
    unit: str = ""


def _padded(width: int) -> str:
    """Pattern of a whole number right-aligned in ``width`` columns, blanks or zeros in front."""
    return "|".join(" " * blanks + f"[0-9]{{{width - blanks}}}" for blanks in range(width))


_NUMBER = _Column("catalogue number", 3, 7, "[A-HJ-NP-Z][0-9]{4}|" + _padded(5))
_ANGLE = r"(?:  [0-9]| [1-9][0-9]|[1-9][0-9]{2})\.[0-9]{4}"
_ANY_ANGLE = r"(?:" + _padded(3) + r"|   )\.[0-9]{4}"
_MEAN_MOTION = r"(?: [0-9]|[1-9][0-9])\.[0-9]{8}"
_ANY_MEAN_MOTION = r"(?:[ 0][0-9]|  )\.[0-9]{8}"
_EXPONENT = r"[ -][0-9]{5}[+-][0-9]"
_ANY_EXPONENT = r"[ +-][0-9]{5}[+ -][0-9]| {8}"
_LINE_1 = (
    _NUMBER,
    _Column("classification", 8, 8, r"[A-Z ]"),
    _Column("international designator", 10, 17, r"[0-9]{5}(?:[A-Z]  |[A-Z]{2} |[A-Z]{3})| {8}", r"[0-9A-Z ]{8}"),
    _Column("epoch year", 19, 20, r"[0-9]{2}", r" [0-9]"),
    _Column("epoch day", 21, 32, r"[0-9]{3}\.[0-9]{8}", r"(?: [0-9]{2}|  [0-9])\.[0-9]{8}"),
    _Column("first derivative of the mean motion", 34, 43, r"[ -]\.[0-9]{8}", r"\+\.[0-9]{8}| {10}"),
    _Column("second derivative of the mean motion", 45, 52, _EXPONENT, _ANY_EXPONENT),
    _Column("BSTAR", 54, 61, _EXPONENT, _ANY_EXPONENT),
    _Column("ephemeris type", 63, 63, r"[0-35-9 ]"),
    _Column("element set number", 65, 68, _padded(4) + r"| {4}"),
)
_LINE_2 = (
    _NUMBER,
    _Column("inclination", 9, 16, _ANGLE, _ANY_ANGLE, (0.0, 180.0), " deg"),
    _Column("right ascension of the node", 18, 25, _ANGLE, _ANY_ANGLE, (0.0, 360.0), " deg"),
    _Column("eccentricity", 27, 33, r"[0-9]{7}"),
    _Column("argument of perigee", 35, 42, _ANGLE, _ANY_ANGLE, (0.0, 360.0), " deg"),
    _Column("mean anomaly", 44, 51, _ANGLE, _ANY_ANGLE, (0.0, 360.0), " deg"),
    _Column("mean motion", 53, 63, _MEAN_MOTION, _ANY_MEAN_MOTION, (1e-8, 20.0), " rev/day"),
    _Column("revolution number", 64, 68, _padded(5) + r"| {5}"),
)
_CHECKSUM_COLUMN = 69


def _line_pattern(number: str, columns: tuple[_Column, ...]) -> re.Pattern[str]:
    """A whole line as published today, one group per field."""
    pattern, at = number, 2
    for column in columns:
        pattern += " " * (column.first - at) + f"({column.form})"
        at = column.last + 1
    return re.compile(pattern + "[0-9]")


_PATTERN_1, _PATTERN_2 = _line_pattern("1", _LINE_1), _line_pattern("2", _LINE_2)
_YEAR_START = [datetime(1900 + yy + 100 * (yy < 57), 1, 1, tzinfo=UTC) for yy in range(100)]


class _Pair(NamedTuple):
    """Lines of one set by index; one of them may be absent."""

    name: str
    first: int | None
    second: int | None


class _Fault(NamedTuple):
    problem: Problem
    fatal: bool  # refused in the tolerant reading too
    place: tuple[int, int]  # line and column


def parse_tle(
    text: str, *, strict: bool = True, origin: str = "", only: Collection[int] | None = None
) -> tuple[list[ElementSet], list[Problem]]:
    """Read element sets of two lines, or of three with a name.

    Parameters
    ----------
    text : str
        One or many sets, with or without names (``0 NAME`` too), blank lines and ``#`` comments; any line ends.
    strict : bool
        True refuses every departure from the form published today; False accepts those that leave the values
        clear, and keeps them in ``ElementSet.notes``.
    origin : str
        Where the text came from, kept in each set.
    only : collection of int, optional
        Catalogue numbers to read. Other sets are passed over unread, with their faults and with stray lines.

    Returns
    -------
    sets : list of ElementSet
        In the order of the text. Epochs to the microsecond; years 57-99 are 1957-1999, 00-56 are 2000-2056.
    problems : list of Problem
        Every fault that cost a set, and stray lines, by line of the text and column (both from 1), in order.

    Notes
    -----
    Refused in both modes: numbers that cannot be read, letters for digits, truncated or unpaired lines, two
    catalogue numbers in one set, an epoch day outside 1 to 366, values outside their range, and ephemeris type 4
    (SGP4-XP, another theory). Form: Space-Track TLE description; AIAA 2006-6753, appendix.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    wanted = None if only is None else _written_numbers(only)
    sets: list[ElementSet] = []
    problems: list[Problem] = []
    for group in _groups(lines):
        if wanted is not None and not _is_wanted(lines, group, wanted):
            continue
        if isinstance(group, range):
            problems.append(stray_problem(lines, group))
            continue
        name, first, second = group
        if first is None or second is None:
            problems.append(unpaired_problem(lines, group.first, group.second))
            continue
        element_set = _read_published(name, lines[first], lines[second], origin)
        if element_set is None:
            element_set, faults = _read_carefully(name, lines, (first, second), strict, origin)
            problems += faults
        if element_set is not None:
            sets.append(element_set)
    return sets, problems


def _groups(lines: list[str]) -> Iterator[_Pair | range]:
    """Sets by their lines, and runs of text lines that name nothing by their indices."""
    texts: list[int] = []  # text lines since the last set; the last of them names the next
    name, first = "", None
    for index, line in enumerate(lines):
        kind = line[0] if len(line) >= 68 and line[:2] in ("1 ", "2 ") else _kind(line)
        if not kind:
            continue
        if first is not None:
            yield _Pair(name, first, index if kind == "2" else None)
            first = None
            if kind == "2":
                continue
        if kind == "text":
            texts.append(index)
            continue
        if len(texts) > 1:
            yield range(texts[0], texts[-2] + 1)
        name = _object_name(lines[texts[-1]]) if texts else ""
        texts.clear()
        if kind == "1":
            first = index
        else:
            yield _Pair(name, None, index)
    if first is not None:
        yield _Pair(name, first, None)
    if texts:
        yield range(texts[0], texts[-1] + 1)


def _kind(line: str) -> str:
    """``1`` or ``2`` for a line of elements, ``text`` for a name or prose, empty for blanks and comments."""
    stripped = line.strip()
    if not stripped or stripped[0] == "#":
        return ""
    data = _DATA_LINE.match(line)
    return data.group(1) if data else "text"


def _object_name(line: str) -> str:
    name = line.strip().removeprefix("0 ").strip()
    return name if name.isprintable() else "".join(c for c in name if c.isprintable())


def _written_numbers(only: Collection[int]) -> set[str]:
    """Every way the five columns can hold the numbers of ``only``; numbers beyond Alpha-5 have none."""
    held = [number for number in only if 0 <= number <= _LARGEST_NUMBER]
    return {_number_text(number) for number in held} | {f"{number:5d}" for number in held if number < 100_000}


def _is_wanted(lines: list[str], group: _Pair | range, wanted: set[str]) -> bool:
    if isinstance(group, range):
        return False
    for index in (group.first, group.second):
        if index is not None:
            field = lines[index][2:7]
            if field in wanted or (not field.isdigit() and lines[index].lstrip()[2:7].translate(_AS_DIGITS) in wanted):
                return True
    return False


def _read_published(name: str, line_1: str, line_2: str, origin: str) -> ElementSet | None:
    """The set, where both lines have the form published today; None where anything is unusual."""
    line_1, line_2 = line_1.rstrip(), line_2.rstrip()
    match_1, match_2 = _PATTERN_1.fullmatch(line_1), _PATTERN_2.fullmatch(line_2)
    if match_1 is None or match_2 is None or line_1[2:7] != line_2[2:7]:
        return None
    if _checksum(line_1) != int(line_1[68]) or _checksum(line_2) != int(line_2[68]):
        return None
    fields_1, fields_2 = match_1.groups(), match_2.groups()
    if not "001" <= fields_1[4] < "366" or fields_2[6] <= " 0.00000000":
        return None
    try:
        return _element_set(name, fields_1, fields_2, origin, ())
    except ElementSetError:
        return None


def _checksum(line: str) -> int:
    """Last digit of the sum over columns 1-68: digits count themselves, ``-`` counts 1, all else 0."""
    return sum(line[:68].encode("ascii", "replace").translate(_CHECK_VALUES)) % 10


def _element_set(
    name: str, fields_1: tuple[str, ...], fields_2: tuple[str, ...], origin: str, notes: tuple[Problem, ...]
) -> ElementSet:
    """Values of fields that have the published form, in the order of ``_LINE_1`` and ``_LINE_2``."""
    number, classification, designator, year, day, dot, ddot, bstar, ephemeris_type, element_number = fields_1
    inclination, node, eccentricity, perigee_argument, mean_anomaly, mean_motion, revolution = fields_2[1:]
    return ElementSet(
        norad_id=_number_value(number),
        designator=_designator_value(designator),
        name=name,
        epoch=_YEAR_START[int(year)] + timedelta(int(day[:3]) - 1, 0, int(day[4:]) * _TICK_US),
        inclination_deg=float(inclination),
        node_deg=float(node),
        eccentricity=int(eccentricity) / 1e7,
        perigee_argument_deg=float(perigee_argument),
        mean_anomaly_deg=float(mean_anomaly),
        mean_motion_rev_day=float(mean_motion),
        bstar=_exponent_value(bstar),
        mean_motion_dot=float(dot),
        mean_motion_ddot=_exponent_value(ddot),
        classification="U" if classification == " " else classification,
        element_number=int(element_number.strip() or 0),
        revolution=int(revolution.strip() or 0),
        ephemeris_type=int(ephemeris_type.strip() or 0),
        origin=origin,
        notes=notes,
    )


def _exponent_value(field: str) -> float:
    """`` 41535-4`` is 0.41535e-4: sign, five decimals behind an assumed point, exponent."""
    return float(f"{field[0]}.{field[1:6]}e{field[6:]}")


def _number_value(field: str) -> int:
    if field[0] in _ALPHA_5:
        return (_ALPHA_5.index(field[0]) + 10) * 10_000 + int(field[1:])
    return int(field)


def _designator_value(field: str) -> str:
    """``23179A`` is 2023-179A."""
    century = "19" if field[:2] >= "57" else "20"
    return "" if field[0] == " " else f"{century}{field[:2]}-{field[2:].rstrip()}"


def _read_carefully(
    name: str, lines: list[str], pair: tuple[int, int], strict: bool, origin: str
) -> tuple[ElementSet | None, list[Problem]]:
    """The set with its departures as notes, or None and the faults of its two lines that cost it."""
    fields_1, faults_1 = _examine_line(lines[pair[0]], pair[0] + 1, _LINE_1)
    fields_2, faults_2 = _examine_line(lines[pair[1]], pair[1] + 1, _LINE_2)
    faults = faults_1 + _epoch_faults(fields_1, pair[0] + 1) + faults_2
    if fields_1.get(3) and fields_2.get(3) and _number_value(fields_1[3]) != _number_value(fields_2[3]):
        what = f"catalogue number '{fields_2[3]}' differs from '{fields_1[3]}' in line {pair[0] + 1}"
        faults.append(_fault(pair[1] + 1, 3, 7, what, "these two lines are no set; copy both of one set", fatal=True))
    faults.sort(key=lambda fault: fault.place)
    costly = [fault.problem for fault in faults if fault.fatal or strict]
    if costly:
        return None, costly
    notes = tuple(replace(fault.problem, advice="") for fault in faults)
    values_1 = tuple(fields_1[column.first] for column in _LINE_1)
    values_2 = tuple(fields_2[column.first] for column in _LINE_2)
    try:
        return _element_set(name, values_1, values_2, origin, notes), []
    except ElementSetError as error:  # a limit of ElementSet that no column names
        return None, [Problem(where=f"lines {pair[0] + 1}-{pair[1] + 1}", what=str(error), advice=error.advice)]


def _fault(line: int, first: int, last: int, what: str, advice: str, *, fatal: bool) -> _Fault:
    return _Fault(Problem(where=spot(line, first, last), what=what, advice=advice), fatal, (line, first))


def _examine_line(raw: str, line: int, columns: tuple[_Column, ...]) -> tuple[dict[int, str], list[_Fault]]:
    """Readable fields of a line by first column, each in its published form, and what is wrong with the line."""
    text, faults = _straightened(raw, line)
    fields: dict[int, str] = {}
    if len(text) < _CHECKSUM_COLUMN - 1:
        what = f"line {text[0]} of the set ends after column {len(text)} of 69"
        advice = "copy the whole line; text copied from a page may have lost its double blanks"
        return fields, [*faults, _fault(line, len(text) + 1, _CHECKSUM_COLUMN, what, advice, fatal=True)]
    at = 2
    for column in columns:
        gap = text[at - 1 : column.first - 1]
        if gap.strip(" "):
            what = f"'{gap}' stands where a blank belongs, before the {column.term}"
            advice = "the line is shifted from here on or before; count its columns"
            return fields, [*faults, _fault(line, at, at, what, advice, fatal=True)]
        field, found = _examine_field(text[column.first - 1 : column.last], line, column)
        faults += found
        if field is not None:
            fields[column.first] = field
        at = column.last + 1
    if len(fields) == len(columns):  # a letter for a digit spoils the sum as well
        faults += _checksum_faults(text, line)
    return fields, faults


def _straightened(raw: str, line: int) -> tuple[str, list[_Fault]]:
    """The line from its first digit to column 69, without typographic blanks and dashes."""
    faults = []
    for sign in sorted(set(raw) & set(_TYPOGRAPHIC)):
        column = raw.index(sign) + 1
        what = f"character U+{ord(sign):04X} stands for '{_TYPOGRAPHIC[sign]}'"
        faults.append(_fault(line, column, column, what, _OLD_FORM, fatal=False))
    text = raw.translate(_AS_TYPED).rstrip()
    indent = len(text) - len(text.lstrip())
    if indent:
        what = f"the line is indented by {indent}; its columns are counted from the first digit"
        faults.append(_fault(line, 1, indent, what, _OLD_FORM, fatal=False))
    text = text[indent:]
    if len(text) > _CHECKSUM_COLUMN:
        what = f"text after the checksum: {shown(text[_CHECKSUM_COLUMN:].strip())}"
        faults.append(_fault(line, _CHECKSUM_COLUMN + 1, len(text), what, _OLD_FORM, fatal=False))
    return text[:_CHECKSUM_COLUMN], faults


def _examine_field(field: str, line: int, column: _Column) -> tuple[str | None, list[_Fault]]:
    """The field in its published form, None where it cannot be read; and its fault, if any."""
    faults = []
    if not re.fullmatch(column.form, field):
        readable = bool(column.readable) and re.fullmatch(column.readable, field) is not None
        what, advice = _departure(field, column) if readable else _unreadable(field, column)
        faults.append(_fault(line, column.first, column.last, what, advice, fatal=not readable))
        if not readable:
            return None, faults
        field = _republished(field, column)
    if column.limits is not None and not column.limits[0] <= float(field) <= column.limits[1]:
        low, high = column.limits
        what = f"{column.term} '{field}' is outside {low:g} to {high:g}{column.unit}"
        faults.append(_fault(line, column.first, column.last, what, "compare it with the source", fatal=True))
    return field, faults


def _departure(field: str, column: _Column) -> tuple[str, str]:
    """What is unusual in a field that can still be read, and what to do."""
    if field.isspace():
        return f"{column.term} is blank", _OLD_FORM
    if "+" in field[:1]:
        return (
            f"{column.term} '{field}' has an explicit plus sign",
            f"write '{_republished(field, column)}', {_OR_TOLERANT}",
        )
    if column.unit and field.lstrip()[0] == "0":
        plain = field.lstrip("0 ")
        plain = ("0" + plain if plain[0] == "." else plain).rjust(len(field))
        return f"{column.term} '{field}' has a leading zero", f"write '{plain}', {_OR_TOLERANT}"
    return f"{column.term} '{field}' is not in the published form", _OLD_FORM


def _unreadable(field: str, column: _Column) -> tuple[str, str]:
    """Why a field cannot be read, and what to do."""
    if column.term == "ephemeris type" and field == _SGP4_XP:
        return "ephemeris type 4 is SGP4-XP, another theory than SGP4", "fetch the SGP4 elements of this object"
    kind = "a number" if column.term not in ("classification", "international designator") else "in the published form"
    what = f"{column.term} '{field}' is not {kind}"
    if column.term == "catalogue number" and field[:1] in ("I", "O") and field[1:].isdigit():
        return (
            f"{what}: Alpha-5 has no letter {field[0]}",
            f"write the digit {field[0].translate(_AS_DIGITS)}, or the right letter",
        )
    letter = re.search("[OoIl]", field)
    if letter and kind == "a number":
        what += f": column {column.first + letter.start()} holds the letter '{letter[0]}'"
        return what, f"write the digit {letter[0].translate(_AS_DIGITS)} there"
    return what, "compare it with the source, column by column"


def _republished(field: str, column: _Column) -> str:
    """A readable field rewritten so that it is read like a published one."""
    if column.term == "international designator":
        return " " * len(field)
    if column.term.startswith("epoch"):
        return field.replace(" ", "0")
    if field.isspace():
        return " 00000+0" if len(field) == 8 else " .00000000"
    if column.unit:
        return field
    field = " " + field[1:] if field[0] == "+" else field
    return field[:6] + field[6:].replace(" ", "+") if len(field) == 8 else field


def _checksum_faults(text: str, line: int) -> list[_Fault]:
    expected, found = _checksum(text), text[_CHECKSUM_COLUMN - 1 :]
    if found == str(expected):
        return []
    what, advice = "the checksum is missing", _OLD_FORM
    if found.strip():
        what, advice = (
            phrase("checksum is '{found}'", found=found),
            f"a character of the line is wrong; copy it again, {_OR_TOLERANT}",
        )
    return [
        _fault(
            line,
            _CHECKSUM_COLUMN,
            _CHECKSUM_COLUMN,
            phrase("{what}, columns 1-68 give {expected}", what=what, expected=expected),
            advice,
            fatal=False,
        )
    ]


def _epoch_faults(fields: dict[int, str], line: int) -> list[_Fault]:
    """Days that the year does not have: fatal outside 1 to 366, a departure for 366 of a common year."""
    if 19 not in fields or 21 not in fields:
        return []
    day, year = int(fields[21][:3]), _YEAR_START[int(fields[19])].year
    if 1 <= day <= 365 or (day == 366 and year % 4 == 0):  # 1957 to 2056: every fourth year is a leap year
        return []
    days = 366 if year % 4 == 0 else 365
    what = f"epoch day '{fields[21]}' is outside 1 to {days}, the days of {year}"
    return [_fault(line, 21, 32, what, "compare it with the source", fatal=day != 366)]


def format_tle(element_set: ElementSet, *, name: bool = True) -> str:
    """Write an element set in two lines, or three with its name.

    Parameters
    ----------
    element_set : ElementSet
        Values finer than the columns are rounded: epoch to 1e-8 day, angles to 1e-4 deg, eccentricity to 1e-7.
    name : bool
        Put the name, where there is one, on a line before.

    Returns
    -------
    str
        Lines of 69 columns joined by line feeds, none at the end. Angles are brought into 0 to 360; the revolution
        number keeps its last five digits, as published sets do; a designator that is none stays blank.

    Raises
    ------
    ElementSetError
        A catalogue number above 339999, an epoch outside 1957-2056, or any other value the columns cannot hold.

    Notes
    -----
    Form: Space-Track TLE description; AIAA 2006-6753, appendix; Alpha-5 as at space-track.org/documentation.
    """
    if element_set.norad_id > _LARGEST_NUMBER:
        raise ElementSetError(
            f"catalogue number {element_set.norad_id} is above {_LARGEST_NUMBER}, the largest a TLE can hold",
            advice="write the set as OMM",
        )
    number = _number_text(element_set.norad_id)
    line_1 = (
        f"1 {number}{_classification_text(element_set)} {_designator_text(element_set.designator)}"
        f" {_epoch_text(element_set)} {_derivative_text(element_set)}"
        f" {_exponent_text(element_set.mean_motion_ddot, 'second derivative of the mean motion', element_set)}"
        f" {_exponent_text(element_set.bstar, 'BSTAR', element_set)}"
        f" {_fitting(f'{element_set.ephemeris_type:1d}', 1, 'ephemeris type', element_set)}"
        f" {_fitting(f'{element_set.element_number:4d}', 4, 'element set number', element_set)}"
    )
    line_2 = (
        f"2 {number} {element_set.inclination_deg:8.4f} {_angle_text(element_set.node_deg)}"
        f" {_fitting(f'{element_set.eccentricity:.7f}'.removeprefix('0.'), 7, 'eccentricity', element_set)}"
        f" {_angle_text(element_set.perigee_argument_deg)} {_angle_text(element_set.mean_anomaly_deg)}"
        f" {_fitting(f'{element_set.mean_motion_rev_day:11.8f}', 11, 'mean motion', element_set)}"
        f"{element_set.revolution % 100_000:5d}"
    )
    lines = [f"{line}{_checksum(line)}" for line in (line_1, line_2)]
    title = _object_name(element_set.name)
    if name and title:
        unclear = title[0] == "#" or title.startswith("0 ") or _DATA_LINE.match(title)
        lines.insert(0, f"0 {title}" if unclear else title)
    return "\n".join(lines)


def _number_text(number: int) -> str:
    return f"{number:05d}" if number < 100_000 else f"{_ALPHA_5[number // 10_000 - 10]}{number % 10_000:04d}"


def _fitting(text: str, width: int, term: str, element_set: ElementSet) -> str:
    if len(text) != width:
        raise ElementSetError(
            f"{term} {text.strip()} of object {element_set.norad_id} does not fit the {width} columns of a TLE",
            advice="write the set as OMM",
        )
    return text


def _classification_text(element_set: ElementSet) -> str:
    text = element_set.classification or " "
    return text if re.fullmatch("[A-Z ]", text) else _fitting(f"{text!r}", 1, "classification", element_set)


def _designator_text(designator: str) -> str:
    parts = re.fullmatch(r"(?:19(?=[5-9])|20(?=[0-5]))([0-9]{2})-([0-9]{3}[A-Z]{1,3})", designator)
    return (parts.group(1) + parts.group(2) if parts else "").ljust(8)


def _epoch_text(element_set: ElementSet) -> str:
    """Year and day to 1e-8 day, rounded to the nearest in whole microseconds."""
    start = datetime(element_set.epoch.year, 1, 1, tzinfo=UTC)
    ticks = ((element_set.epoch - start) // timedelta(microseconds=1) + _TICK_US // 2) // _TICK_US
    moment = start + timedelta(microseconds=ticks * _TICK_US)  # rounding may reach the next year
    if not 1957 <= moment.year <= 2056:
        raise ElementSetError(
            f"epoch {moment.isoformat()} of object {element_set.norad_id} is outside 1957 to 2056, the years of a TLE",
            advice="write the set as OMM",
        )
    ticks = (moment - datetime(moment.year, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) // _TICK_US
    return f"{moment.year % 100:02d}{ticks // 10**8 + 1:03d}.{ticks % 10**8:08d}"


def _angle_text(angle_deg: float) -> str:
    text = f"{angle_deg % 360.0:8.4f}"
    return "  0.0000" if text == "360.0000" else text


def _derivative_text(element_set: ElementSet) -> str:
    value = element_set.mean_motion_dot
    digits = _fitting(f"{abs(value):.8f}".removeprefix("0"), 9, "first derivative of the mean motion", element_set)
    return ("-" if math.copysign(1.0, value) < 0 else " ") + digits


def _exponent_text(value: float, term: str, element_set: ElementSet) -> str:
    """0.41535e-4 is `` 41535-4``; below 1e-10 the decimals begin with zeros."""
    sign = "-" if value < 0 else " "
    if not math.isfinite(value):
        return _fitting(str(value), 8, term, element_set)
    mantissa, _, exponent = f"{abs(value):.4e}".partition("e")
    digits, power = mantissa.replace(".", ""), int(exponent) + 1
    if power < -9:
        digits, power = f"{round(abs(value) * 1e14):05d}", -9
    if int(digits) == 0:
        sign, power = " ", 0
    return _fitting(f"{sign}{digits}{power:+d}", 8, term, element_set)
