"""Orbit mean-elements messages (OMM): text to values and back, in JSON, CSV, XML and KVN.

Fields and KVN are those of CCSDS 502.0-B-3, section 4, XML that of CCSDS 505.0-B-3 (NDM/XML); JSON and CSV carry the
same field names as CelesTrak and Space-Track publish them, without header and metadata.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, NamedTuple, NoReturn, get_args

from bongsu.errors import ElementSetError, Problem
from bongsu.orbit.elements import ElementSet

__all__ = ["OmmForm", "format_omm", "omm_form", "parse_omm"]

OmmForm = Literal["json", "csv", "xml", "kvn"]


class _Number(NamedTuple):
    """A numeric field: its name here, its limits, the units it may carry in XML and KVN, whether it may be absent."""

    name: str
    low: float
    high: float
    units: tuple[str, ...] = ()
    optional: bool = False
    whole: bool = False


_DEG = ("deg",)
_NUMBERS = {
    "MEAN_MOTION": _Number("mean_motion_rev_day", 1e-8, 20.0, ("rev/day", "REV/DAY")),
    "ECCENTRICITY": _Number("eccentricity", 0.0, 0.999999999),
    "INCLINATION": _Number("inclination_deg", 0.0, 180.0, _DEG),
    "RA_OF_ASC_NODE": _Number("node_deg", -360.0, 360.0, _DEG),
    "ARG_OF_PERICENTER": _Number("perigee_argument_deg", -360.0, 360.0, _DEG),
    "MEAN_ANOMALY": _Number("mean_anomaly_deg", -360.0, 360.0, _DEG),
    "EPHEMERIS_TYPE": _Number("ephemeris_type", 0, 9, optional=True, whole=True),
    "NORAD_CAT_ID": _Number("norad_id", 0, 999_999_999, whole=True),
    "ELEMENT_SET_NO": _Number("element_number", 0, 999_999_999, optional=True, whole=True),
    "REV_AT_EPOCH": _Number("revolution", 0, 999_999_999, optional=True, whole=True),
    "BSTAR": _Number("bstar", -1e9, 1e9, ("1/ER", "1/er")),
    "MEAN_MOTION_DOT": _Number("mean_motion_dot", -1e9, 1e9, ("rev/day**2", "REV/DAY**2"), optional=True),
    "MEAN_MOTION_DDOT": _Number("mean_motion_ddot", -1e9, 1e9, ("rev/day**3", "REV/DAY**3"), optional=True),
}
_TEXTS = {"OBJECT_NAME": "name", "OBJECT_ID": "designator", "CLASSIFICATION_TYPE": "classification"}
_FIXED = {  # metadata that may stand in one way only, for SGP4 elements of an Earth satellite
    "CENTER_NAME": ("EARTH",),
    "REF_FRAME": ("TEME",),
    "TIME_SYSTEM": ("UTC",),
    "MEAN_ELEMENT_THEORY": ("SGP4", "SGP/SGP4"),  # the second as in the examples of CCSDS 502.0
}
_COLUMNS = (  # the order of CelesTrak and Space-Track
    "OBJECT_NAME",
    "OBJECT_ID",
    "EPOCH",
    "MEAN_MOTION",
    "ECCENTRICITY",
    "INCLINATION",
    "RA_OF_ASC_NODE",
    "ARG_OF_PERICENTER",
    "MEAN_ANOMALY",
    "EPHEMERIS_TYPE",
    "CLASSIFICATION_TYPE",
    "NORAD_CAT_ID",
    "ELEMENT_SET_NO",
    "REV_AT_EPOCH",
    "BSTAR",
    "MEAN_MOTION_DOT",
    "MEAN_MOTION_DDOT",
)
_SGP4_XP = 4  # ephemeris type: space-track.org/documentation
_LONGEST_NUMBER = 64  # characters
_LONGEST_TEXT = 256
_DEEPEST_XML = 32  # an NDM needs 7
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_WHOLE = re.compile(r"[0-9]+")
_EPOCH = re.compile(
    r"([0-9]{4})-(?:([0-9]{2})-([0-9]{2})|([0-9]{3}))[T ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{0,64}))?Z?"
)
_NOT_JSON_NUMBER = re.compile(r"[:\[,]\s*-?(?:NaN|Infinity)\b")
_JSON_START = re.compile(r"\{|\[\s*(?:[\[\]{\"0-9-]|$)")
_KVN_START = re.compile(r"\s*(?:COMMENT\b[^\n]*\n\s*)*CCSDS_OMM_VERS\s*=")
_KVN_LINE = re.compile(r"\s*([A-Za-z0-9_]+)\s*=\s*(.*?)\s*(?:\[([^\[\]]*)\])?\s*")


class _Record(NamedTuple):
    """Fields of one message as written; ``where`` for messages, ``lines`` of single fields where known."""

    where: str
    values: Mapping[str, Any]
    units: Mapping[str, str] = {}
    lines: Mapping[str, int] = {}
    repeated: str = ""

    def at(self, field: str) -> str:
        return f"{f'line {self.lines[field]}' if field in self.lines else self.where}, {field}"


def omm_form(text: str) -> OmmForm | None:
    """Which OMM form the text has by its beginning, None for any other text.

    JSON and XML are told by their first characters alone; what they hold is for :func:`parse_omm` to see.
    """
    start = text[:65536].removeprefix("\ufeff").lstrip()
    if _JSON_START.match(start):
        return "json"
    if start[:1] == "<":
        return "xml"
    if _KVN_START.match(start):
        return "kvn"
    header = set(_header(start.split("\n", 1)[0]))
    return "csv" if "NORAD_CAT_ID" in header or {"EPOCH", "MEAN_MOTION"} <= header else None


def parse_omm(
    text: str, *, origin: str = "", only: Collection[int] | None = None
) -> tuple[list[ElementSet], list[Problem]]:
    """Read orbit mean-elements messages in JSON, CSV, XML or KVN, told apart by their beginning.

    Parameters
    ----------
    text : str
        JSON: one object or a list; CSV: a header line with field names; XML: ``<omm>``, alone or in ``<ndm>``;
        KVN: messages one after another, each beginning with ``CCSDS_OMM_VERS``.
    origin : str
        Where the text came from, kept in each set.
    only : collection of int, optional
        Catalogue numbers to read; records of other numbers are passed over unread, with their faults.

    Returns
    -------
    sets : list of ElementSet
        In the order of the text. Epochs to the microsecond.
    problems : list of Problem
        Every fault that cost a record, by field and by line (CSV, KVN) or record number (JSON, XML), from 1.

    Raises
    ------
    ElementSetError
        The text is in none of these forms, or breaks the grammar of its form, so that no record can be told.

    Notes
    -----
    A record must give EPOCH, MEAN_MOTION, ECCENTRICITY, INCLINATION, RA_OF_ASC_NODE, ARG_OF_PERICENTER,
    MEAN_ANOMALY, NORAD_CAT_ID and BSTAR; theory, centre, frame and time system, where given, must be SGP4, EARTH,
    TEME and UTC; ephemeris type 4 (SGP4-XP) is refused. Fields without a use here (covariance, user-defined ones) are
    passed over. Source: CCSDS 502.0-B-3, section 4.
    """
    form = omm_form(text)
    if form is None:
        raise ElementSetError(
            f"the text begins {_shown(text.strip()[:60])} and is no OMM in JSON, CSV, XML or KVN",
            advice="an OMM begins with '[', '{', '<', 'CCSDS_OMM_VERS =' or a CSV header with NORAD_CAT_ID",
        )
    readers = {"json": _json_records, "csv": _csv_records, "xml": _xml_records, "kvn": _kvn_records}
    wanted = None if only is None else {str(number) for number in only}
    sets: list[ElementSet] = []
    problems: list[Problem] = []
    for record in readers[form](text.removeprefix("\ufeff")):
        if isinstance(record, Problem):
            problems.append(record)
            continue
        if wanted is not None and (str(record.values.get("NORAD_CAT_ID")).strip().lstrip("0") or "0") not in wanted:
            continue
        element_set, faults = _element_set(record, origin)
        problems += faults
        if element_set is not None:
            sets.append(element_set)
    return sets, problems


def _element_set(record: _Record, origin: str) -> tuple[ElementSet | None, list[Problem]]:
    if not record.values.keys() & _NUMBERS.keys():
        names = ", ".join(list(record.values)[:6]) or "none"
        what = f"no field of an OMM; its fields are {_shown(names)}"
        return None, [Problem(where=record.where, what=what, advice="save the OMM data itself")]
    read: dict[str, Any] = {}
    faults = [*_metadata_faults(record), *_read_numbers(record, read), *_read_texts(record, read)]
    epoch = record.values.get("EPOCH")
    moment = _moment(epoch) if isinstance(epoch, str) else None
    if epoch is None or epoch == "":
        faults.append(_missing(record, "EPOCH"))
    elif moment is None:
        what = f"{_shown(epoch)} is not a UTC time"
        faults.append(Problem(where=record.at("EPOCH"), what=what, advice="write it as 2026-07-10T07:13:07.451616"))
    if faults or moment is None:
        return None, faults
    return ElementSet(epoch=moment, origin=origin, **read), []


def _read_numbers(record: _Record, read: dict[str, Any]) -> Iterator[Problem]:
    """Put every number into ``read``, and give those that are missing or wrong."""
    for field, number in _NUMBERS.items():
        found = record.values.get(field)
        if found is None or found == "":
            if not number.optional:
                yield _missing(record, field)
            continue
        value = _value(found, number)
        if isinstance(value, str):
            yield Problem(where=record.at(field), what=f"{_shown(found)} {value}", advice=_SEE_SOURCE)
        else:
            read[number.name] = value
    if read.get("ephemeris_type") == _SGP4_XP:
        what = "4 is SGP4-XP, another theory than SGP4"
        yield Problem(where=record.at("EPHEMERIS_TYPE"), what=what, advice="fetch the SGP4 elements of this object")


def _read_texts(record: _Record, read: dict[str, Any]) -> Iterator[Problem]:
    for field, name in _TEXTS.items():
        found = record.values.get(field)
        text = "" if found is None else str(found).strip() if isinstance(found, str | int | float) else None
        if text is None or len(text) > _LONGEST_TEXT:
            what = f"{_shown(found)} is not a text of at most {_LONGEST_TEXT} characters"
            yield Problem(where=record.at(field), what=what, advice=_SEE_SOURCE)
        else:
            read[name] = _printable(text) or ("U" if field == "CLASSIFICATION_TYPE" else "")


_SEE_SOURCE = "compare it with the source"


def _metadata_faults(record: _Record) -> list[Problem]:
    """Repeated fields, metadata and units under which the numbers would mean something else."""
    faults = []
    if record.repeated:
        faults.append(Problem(where=record.at(record.repeated), what="given twice", advice="keep the right one"))
    for field, allowed in _FIXED.items():
        found = record.values.get(field)
        if found is not None and found != "" and str(found).strip().upper() not in allowed:
            what = f"{_shown(found)} is not {allowed[0]}"
            advice = "only SGP4 mean elements of Earth satellites, in TEME and UTC, can be used"
            faults.append(Problem(where=record.at(field), what=what, advice=advice))
    for field, unit in record.units.items():
        number = _NUMBERS.get(field)
        if number is not None and unit.strip() not in ("", *number.units):
            what = f"unit {_shown(unit.strip())} is not {number.units[0] if number.units else 'expected: it has none'}"
            faults.append(Problem(where=record.at(field), what=what, advice="convert the value"))
    return faults


def _missing(record: _Record, field: str) -> Problem:
    advice = "give the mean motion in rev/day" if field == "MEAN_MOTION" else "an SGP4 element set needs it"
    return Problem(where=record.at(field), what="is missing", advice=advice)


def _value(found: object, number: _Number) -> float | int | str:
    """The number, or the words that say what is wrong with it."""
    if isinstance(found, str):
        found = found.strip()
        pattern = _WHOLE if number.whole else _DECIMAL
        if len(found) > _LONGEST_NUMBER or not pattern.fullmatch(found):
            return f"is not a {'whole ' if number.whole else ''}number"
        value: float | int = int(found) if number.whole else float(found)
    elif isinstance(found, bool) or not isinstance(found, int | float) or (number.whole and isinstance(found, float)):
        return f"is not a {'whole ' if number.whole else ''}number"
    else:
        value = found
    if not number.low <= value <= number.high:
        unit = f" {number.units[0]}" if number.units else ""
        return f"is outside {number.low:.9g} to {number.high:.9g}{unit}"
    return value if number.whole else float(value)


def _moment(text: str) -> datetime | None:
    """UTC to the nearest microsecond of a CCSDS calendar or day-of-year time, None where it is none."""
    parts = _EPOCH.fullmatch(text.strip())
    if parts is None:
        return None
    year, month, day, day_of_year, hour, minute, second, fraction = parts.groups()
    microseconds = (int((fraction or "").ljust(7, "0")[:7]) + 5) // 10
    try:
        start = datetime(int(year), int(month or 1), int(day or 1), int(hour), int(minute), int(second), tzinfo=UTC)
        moment = start + timedelta(days=int(day_of_year or 1) - 1, microseconds=microseconds)
    except (ValueError, OverflowError):
        return None
    return moment if day_of_year is None or (moment.year == start.year and day_of_year != "000") else None


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(character for character in text if character.isprintable())


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _json_records(text: str) -> Iterator[_Record | Problem]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        record = dict(pairs)
        if len(record) != len(pairs):
            names = [name for name, _ in pairs]
            record[""] = next(name for name in names if names.count(name) > 1)
        return record

    def refuse(constant: str) -> NoReturn:
        place = _NOT_JSON_NUMBER.search(text)
        line = text.count("\n", 0, place.end()) + 1 if place else 1
        raise ElementSetError(
            f"line {line}: {constant} is no number in JSON", advice="give the value, or drop the record"
        )

    try:
        data = json.loads(
            text,
            object_pairs_hook=unique,
            parse_constant=refuse,
            parse_float=lambda digits: float(digits) if len(digits) <= _LONGEST_NUMBER else digits,
            parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST_NUMBER else digits,
        )
    except RecursionError:
        raise ElementSetError("the JSON is nested too deeply to be an OMM", advice=_ONE_LIST) from None
    except json.JSONDecodeError as error:
        raise ElementSetError(
            f"line {error.lineno}, column {error.colno}: not JSON: {error.msg}", advice="save the reply again, whole"
        ) from None
    for index, record in enumerate(data if isinstance(data, list) else [data], start=1):
        if isinstance(record, dict):
            yield _Record(f"record {index}", record, repeated=record.pop("", ""))
        else:
            yield Problem(where=f"record {index}", what=f"{_shown(record)} is not an object", advice=_ONE_LIST)


_ONE_LIST = "an OMM in JSON is one object, or a list of objects"


def _separator(header: str) -> str:
    return max(",;\t", key=header.count)


def _header(line: str) -> list[str]:
    return [name.strip().strip('"').upper() for name in line.strip().split(_separator(line))]


def _csv_records(text: str) -> Iterator[_Record | Problem]:
    start = text.lstrip()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(start.split("\n", 1)[0]))
    names: list[str] = []
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if not names:
                names = [name.strip().upper() for name in row]
                yield from _header_faults(names, rows.line_num)
                if _REQUIRED - set(names):
                    return
            elif len(row) != len(names):
                what = f"{len(row)} cells under a header of {len(names)}"
                yield Problem(where=f"line {rows.line_num}", what=what, advice="complete the line")
            else:
                yield _Record(f"line {rows.line_num}", dict(zip(names, row, strict=True)))
    except csv.Error as error:
        raise ElementSetError(f"line {rows.line_num}: not CSV: {error}", advice="save the reply again, whole") from None


_REQUIRED = {name for name, number in _NUMBERS.items() if not number.optional} | {"EPOCH"}


def _header_faults(names: list[str], line: int) -> Iterator[Problem]:
    repeated = next((name for name in names if name in _NUMBERS and names.count(name) > 1), "")
    if repeated:
        raise ElementSetError(f"line {line}: the header names {repeated} twice", advice="keep the right column")
    for field in (name for name in _COLUMNS if name in _REQUIRED and name not in names):
        yield Problem(where=f"line {line}, {field}", what="is missing from the header", advice="every set needs it")


class _XmlMessages:
    """Target of an XML parser: gathers the leaves of each ``<omm>``."""

    def __init__(self) -> None:
        self.records: list[_Record] = []
        self.root = ""
        self._depth = 0
        self._values: dict[str, str] | None = None
        self._units: dict[str, str] = {}
        self._repeated = ""
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._depth += 1
        self.root = self.root or name
        if self._depth > _DEEPEST_XML:
            raise ElementSetError(f"XML is nested deeper than {_DEEPEST_XML} levels: no OMM", advice=_SEE_SOURCE)
        if name == "omm":
            self._values, self._units, self._repeated = {}, {}, ""
        elif "units" in attributes:
            self._units[name] = attributes["units"]
        self._text = []

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        self._depth -= 1
        if self._values is None:
            return
        if name == "omm":
            where = f"record {len(self.records) + 1}"
            self.records.append(_Record(where, self._values, self._units, repeated=self._repeated))
            self._values = None
        elif name in _NUMBERS or name in _TEXTS or name in _FIXED or name == "EPOCH":
            if name in self._values:
                self._repeated = self._repeated or name
            self._values[name] = "".join(self._text).strip()
        self._text = []

    def close(self) -> list[_Record]:
        return self.records


def _xml_records(text: str) -> Iterator[_Record | Problem]:
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415

    from defusedxml import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import DefusedXMLParser  # noqa: PLC0415

    messages = _XmlMessages()
    parser = DefusedXMLParser(target=messages, forbid_dtd=True)
    try:
        parser.feed(text.lstrip())
        parser.close()
    except DefusedXmlException as error:
        kind = type(error).__name__.removesuffix("Forbidden")
        raise ElementSetError(
            f"the XML declares {_XML_DANGERS.get(kind, kind)}, which an OMM never does", advice="do not trust this file"
        ) from None
    except ParseError as error:
        blanks = text[: len(text) - len(text.lstrip())].count("\n")
        raise ElementSetError(
            f"line {error.position[0] + blanks}, column {error.position[1] + 1}: not XML: {str(error).split(':')[0]}",
            advice="save the reply again, whole",
        ) from None
    if not messages.records:
        raise ElementSetError(f"the XML is <{messages.root}> without any <omm>", advice="save the OMM data itself")
    yield from messages.records


_XML_DANGERS = {"DTD": "a document type", "Entities": "entities", "ExternalReference": "an external reference"}


def _kvn_records(text: str) -> Iterator[_Record | Problem]:
    values: dict[str, str] = {}
    units: dict[str, str] = {}
    lines: dict[str, int] = {}
    repeated, where = "", ""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        stripped = line.strip()
        if not stripped or stripped == "COMMENT" or stripped.startswith("COMMENT "):
            continue
        parts = _KVN_LINE.fullmatch(line) if len(line) <= 1024 else None
        if parts is None:
            yield Problem(
                where=f"line {number}",
                what=f"{_shown(stripped)} is not of the form KEYWORD = value",
                advice=_SEE_SOURCE,
            )
            continue
        field, value, unit = parts.group(1).upper(), parts.group(2), parts.group(3)
        if unit is not None and field in _TEXTS:  # brackets belong to the name
            value, unit = stripped.partition("=")[2].strip(), None
        if field == "CCSDS_OMM_VERS":
            if where:
                yield _Record(where, values, units, lines, repeated)
            values, units, lines, repeated, where = {}, {}, {}, "", f"line {number}"
        elif field in values and not repeated and field in (*_COLUMNS, *_FIXED):
            repeated = field
        values[field], lines[field] = value, number
        if unit is not None:
            units[field] = unit
    yield _Record(where, values, units, lines, repeated)


def format_omm(
    sets: Sequence[ElementSet], form: OmmForm = "json", *, created: datetime | None = None, originator: str = ""
) -> str:
    """Write element sets as orbit mean-elements messages.

    Parameters
    ----------
    sets : sequence of ElementSet
        At least one for KVN, which has no empty form.
    form : {"json", "csv", "xml", "kvn"}
        JSON (a list, one record per line) and CSV as CelesTrak publishes them; XML (NDM) and KVN of version 2.0.
    created, originator : datetime and str, optional
        CREATION_DATE and ORIGINATOR of XML and KVN; left empty, as CelesTrak does, when not given.

    Returns
    -------
    str
        Ends with a line feed. Numbers are the shortest that read back as the same value.

    Raises
    ------
    ElementSetError
        Another form, or no set for KVN.

    Notes
    -----
    Source: CCSDS 502.0-B-3, section 4; CCSDS 505.0-B-3 for XML.
    """
    if form not in get_args(OmmForm):
        raise ElementSetError(f"form {form!r} is none of {', '.join(get_args(OmmForm))}")
    records = [_fields(element_set) for element_set in sets]
    stamp = {"CREATION_DATE": _time_text(created) if created else "", "ORIGINATOR": _printable(originator)}
    if form == "json":
        return "[" + ",\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "]\n"
    if form == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(record.values() for record in records)
        return out.getvalue()
    if form == "xml":
        return _XML_START + "".join(_xml_message(record, stamp) for record in records) + "</ndm>\n"
    if not records:
        raise ElementSetError("no element set to write as KVN", advice="give at least one")
    return "\n".join(_kvn_message(record, stamp) for record in records)


_XML_START = '<?xml version="1.0" encoding="UTF-8"?>\n<ndm>\n'


def _fields(element_set: ElementSet) -> dict[str, str | float | int]:
    names = {field: number.name for field, number in _NUMBERS.items()} | _TEXTS
    record: dict[str, str | float | int] = {}
    for field in _COLUMNS:
        value = _time_text(element_set.epoch) if field == "EPOCH" else getattr(element_set, names[field])
        record[field] = _printable(value.strip()) if isinstance(value, str) else value
    return record


def _time_text(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def _metadata(record: Mapping[str, object]) -> dict[str, object]:
    named = {name: record[name] for name in ("OBJECT_NAME", "OBJECT_ID")}
    return named | {field: allowed[0] for field, allowed in _FIXED.items()}


def _xml_message(record: Mapping[str, object], stamp: Mapping[str, str]) -> str:
    def leaves(fields: Mapping[str, object]) -> str:
        return "".join(f"<{name}>{html.escape(str(value), quote=False)}</{name}>" for name, value in fields.items())

    mean = {name: record[name] for name in _COLUMNS[2:9]}
    tle = {name: record[name] for name in _COLUMNS[9:]}
    return (
        f'<omm id="CCSDS_OMM_VERS" version="2.0"><header>{leaves(stamp)}</header><body><segment>'
        f"<metadata>{leaves(_metadata(record))}</metadata><data><meanElements>{leaves(mean)}</meanElements>"
        f"<tleParameters>{leaves(tle)}</tleParameters></data></segment></body></omm>\n"
    )


def _kvn_message(record: Mapping[str, object], stamp: Mapping[str, str]) -> str:
    fields = {"CCSDS_OMM_VERS": "2.0", **stamp} | _metadata(record) | {name: record[name] for name in _COLUMNS[2:]}
    return "".join(f"{name} = {value}".rstrip() + "\n" for name, value in fields.items())
