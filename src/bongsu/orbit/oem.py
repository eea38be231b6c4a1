"""Orbit ephemeris messages (OEM): CCSDS 502.0-B-3, section 5 (KVN), and 505.0-B-3 (XML), text to :class:`Ephemeris`.

Strict: every line is a field of the standard, a state, a comment or an error with its line. Covariances are read over
and said so. Times in UTC, TAI, TT and GPS become UTC; states in EME2000, ICRF, GCRF and TOD become TEME (within 5 m in
low orbit), those in an ITRF stay Earth-fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import eme2000_to_teme, tai_minus_utc_s, tod_to_teme
from bongsu.errors import ElementSetError, InputError, Problem
from bongsu.orbit.ephemeris import Ephemeris, EphemerisSegment
from bongsu.rawtext import decode_text
from bongsu.wording import phrase

__all__ = ["looks_like_oem", "parse_oem"]

_FIELD = re.compile(r"\s*([A-Z][A-Z0-9_]{1,40})\s*=\s*(.{0,1000}?)\s*")
_EPOCH = re.compile(
    r"(\d{4})-(?:(\d\d)-(\d\d)|(\d{3}))T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,15}))?Z?"  # calendar or day of year
)
_META = {
    "OBJECT_NAME", "OBJECT_ID", "CENTER_NAME", "REF_FRAME", "REF_FRAME_EPOCH", "TIME_SYSTEM", "START_TIME", "STOP_TIME",
    "USEABLE_START_TIME", "USEABLE_STOP_TIME", "INTERPOLATION", "INTERPOLATION_DEGREE",
}  # fmt: skip
_NEEDED = ("OBJECT_NAME", "OBJECT_ID", "CENTER_NAME", "REF_FRAME", "TIME_SYSTEM", "START_TIME", "STOP_TIME")
_HEADER = {"CCSDS_OEM_VERS", "CREATION_DATE", "ORIGINATOR", "MESSAGE_ID", "CLASSIFICATION"}
_EME2000, _TOD, _TEME = ("EME2000", "J2000", "ICRF", "GCRF"), ("TOD",), ("TEME", "TEMEOFDATE")
_TAI_MINUS = {
    "TAI": 0.0,
    "GPS": 19.0,
    "TT": -32.184,
}  # TAI minus the system, in seconds (IERS Conventions 2010, chapter 10)
_NEAREST_M, _FARTHEST_M = 6.0e6, 1.0e9
_MOST_STATES = 2_000_000
_MOST_DEGREE = 25
_DEFAULT_DEGREE = 7  # where the message names no interpolation: Hermite over 4 states (our choice)
_SEE = "compare with the source; nothing of the file was used"


@dataclass(slots=True)
class _Block:
    """Metadata and states of one segment while they are read; values with their lines."""

    line: int
    meta: dict[str, tuple[str, int]] = field(default_factory=dict)
    epochs: list[np.datetime64] = field(default_factory=list)
    numbers: list[tuple[float, ...]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def add(self, epoch: str, numbers: list[str], line: int) -> None:
        if len(self.epochs) >= _MOST_STATES:
            raise _error(
                line,
                phrase("more than {most_states:,} states", most_states=_MOST_STATES),
                "cut the ephemeris to the span that is needed",
            )
        values = []
        for place, text in enumerate(numbers[:6]):
            try:
                value = float(text) if len(text) <= 64 else float("nan")
            except ValueError:
                value = float("nan")
            if not abs(value) < 1e12:
                raise _error(
                    line,
                    phrase(
                        "component {place} of the state, {shown}, is not a number", place=place + 1, shown=_shown(text)
                    ),
                )
            values.append(value)
        moment = _moment(epoch, line)
        if self.epochs and moment <= self.epochs[-1]:
            raise _error(
                line, phrase("time {epoch} does not come after that of line {lines}", epoch=epoch, lines=self.lines[-1])
            )
        radius = 1e3 * float(np.linalg.norm(values[:3]))
        if not _NEAREST_M <= radius <= _FARTHEST_M:
            raise _error(
                line,
                phrase("the position is {radius:,.6g} km from the Earth's centre", radius=radius / 1000.0),
                "an OEM holds kilometres and kilometres a second; is this in metres?",
            )
        self.epochs.append(moment)
        self.numbers.append(tuple(values))
        self.lines.append(line)


def _error(line: int, what: str, advice: str = _SEE) -> ElementSetError:
    where = f"line {line}"
    return ElementSetError(
        f"{where}: {what}", advice=advice, problems=(Problem(where=where, what=what, advice=advice),)
    )


def _shown(text: str) -> str:
    shown = repr(text)
    return shown if len(shown) <= 60 else shown[:57] + "..."


def _moment(text: str, line: int) -> np.datetime64:
    """A CCSDS calendar or day-of-year time, in the message's own system, to the microsecond."""
    found = _EPOCH.fullmatch(text.strip()) if len(text) < 60 else None
    if found is None:
        raise _error(line, phrase("{shown} is not a time", shown=_shown(text)), "write it as 2024-06-07T05:01:07.000")
    year, month, day, day_of_year, hour, minute, second, fraction = found.groups()
    micro = int(((fraction or "") + "000000")[:6])
    try:
        start = np.datetime64(f"{year}-{month or '01'}-{day or '01'}T{hour}:{minute}:{min(int(second), 59):02d}", "us")
    except ValueError:
        raise _error(line, phrase("{shown} is no day or hour of the calendar", shown=_shown(text))) from None
    if int(second) > 60 or (day_of_year is not None and not 1 <= int(day_of_year) <= 366):
        raise _error(line, phrase("{shown} is no day or hour of the calendar", shown=_shown(text)))
    extra = np.timedelta64(int(day_of_year) - 1, "D") if day_of_year else np.timedelta64(0, "D")
    leap = np.timedelta64(1_000_000 if int(second) == 60 else 0, "us")
    moment: np.datetime64 = start + extra + leap + np.timedelta64(micro, "us")
    return moment


def looks_like_oem(data: bytes | str) -> bool:
    """Whether a file begins as an OEM does, in KVN or XML."""
    text = data[:4000] if isinstance(data, str) else data[:4000].decode("utf-8", "replace")
    return "CCSDS_OEM_VERS" in text or re.search(r"<(?:\w{1,20}:)?oem[\s>]", text) is not None


def parse_oem(data: bytes | str, *, norad_id: int | None = None, origin: str = "") -> tuple[Ephemeris, ...]:
    """Read an OEM in KVN or XML.

    Parameters
    ----------
    data : bytes or str
        The whole message.
    norad_id : int, optional
        Catalogue number to give the object, which an OEM does not carry; else the digits of OBJECT_ID where it is a
        number, else 0.
    origin : str
        File name or address, used in messages.

    Returns
    -------
    tuple of Ephemeris
        One for each object, in order of appearance, each with its segments. What was read over stands in ``notes``.

    Raises
    ------
    ElementSetError
        For anything that is not of the standard, with its line; a centre other than the Earth, a frame or time system that is not
        known; positions that cannot be kilometres.
    """
    where = origin or "the input"
    text = data if isinstance(data, str) else decode_text(data, where=where)
    notes: list[Problem] = []
    try:
        is_xml = text.lstrip()[:1] == "<"
        blocks = list(_xml_blocks(text, notes) if is_xml else _kvn_blocks(text, notes))
        if not blocks:
            raise ElementSetError("the message holds no segment", advice=_SEE)
        return _gathered(blocks, norad_id, origin, tuple(notes))
    except ElementSetError as error:
        raise ElementSetError(f"{where}: {error}", advice=error.advice, problems=error.problems) from None


def _gathered(
    blocks: list[_Block], norad_id: int | None, origin: str, notes: tuple[Problem, ...]
) -> tuple[Ephemeris, ...]:
    objects: dict[tuple[str, str, str], list[EphemerisSegment]] = {}
    for block in blocks:
        frame, segment = _segment(block)
        key = (block.meta["OBJECT_NAME"][0], block.meta["OBJECT_ID"][0], frame)
        objects.setdefault(key, []).append(segment)
    return tuple(
        Ephemeris(
            norad_id=norad_id
            if norad_id is not None
            else int(designator)
            if designator.isdigit() and len(designator) <= 9
            else 0,
            designator="" if designator.isdigit() else designator[:20],
            name=name[:60],
            frame=frame,
            segments=tuple(segments),
            origin=origin,
            notes=notes,
        )
        for (name, designator, frame), segments in objects.items()
    )


def _segment(block: _Block) -> tuple[str, EphemerisSegment]:
    """Frame and states of a segment, in UTC and metres."""
    for name in _NEEDED:
        if name not in block.meta:
            raise _error(block.line, phrase("the segment's metadata have no {name}", name=name))
    centre, line = block.meta["CENTER_NAME"]
    if centre.upper() != "EARTH":
        raise _error(line, phrase("CENTER_NAME is {shown}; only EARTH is known", shown=_shown(centre)))
    if len(block.epochs) < 2:
        raise _error(block.line, phrase("the segment holds {count} states; at least 2", count=len(block.epochs)))
    time = _to_utc(np.array(block.epochs), block)
    states = np.array(block.numbers) * 1000.0
    frame, position, velocity = _to_known_frame(block, time, states[:, :3].copy(), states[:, 3:].copy())
    interpolation, degree = _interpolation(block)
    span = []
    for name, edge, fallback in (
        ("USEABLE_START_TIME", "START_TIME", time[0]),
        ("USEABLE_STOP_TIME", "STOP_TIME", time[-1]),
    ):
        text, line = block.meta.get(name, block.meta[edge])
        span.append(_to_utc(np.array([_moment(text, line)]), block)[0] if name in block.meta else fallback)
    start, stop = max(span[0], time[0]), min(span[1], time[-1])
    if stop <= start:
        raise _error(block.line, "the segment's usable span is empty")
    return frame, EphemerisSegment(
        time=time,
        position_m=position,
        velocity_m_s=velocity,
        start=start,
        stop=stop,
        interpolation=interpolation,
        degree=degree,
    )


def _to_utc(moments: NDArray[np.datetime64], block: _Block) -> NDArray[np.datetime64]:
    system, line = block.meta["TIME_SYSTEM"]
    if system.upper() == "UTC":
        return moments
    if system.upper() not in _TAI_MINUS:
        raise _error(
            line,
            phrase(
                "TIME_SYSTEM {shown} is none of UTC, {tai_minus}", shown=_shown(system), tai_minus=", ".join(_TAI_MINUS)
            ),
            "export it in UTC",
        )
    tai = moments + np.timedelta64(round(_TAI_MINUS[system.upper()] * 1e6), "us")
    utc = tai - (tai_minus_utc_s(tai) * 1e6).astype("timedelta64[us]")
    return np.asarray(tai - (tai_minus_utc_s(utc) * 1e6).astype("timedelta64[us]"))


def _to_known_frame(
    block: _Block, time: NDArray[np.datetime64], position: NDArray[np.float64], velocity: NDArray[np.float64]
) -> tuple[str, NDArray[np.float64], NDArray[np.float64]]:
    name, line = block.meta["REF_FRAME"]
    frame = name.upper()
    if frame in _TEME:
        return "TEME", position, velocity
    if frame in _EME2000:
        return "TEME", eme2000_to_teme(position, time), eme2000_to_teme(velocity, time)
    if frame in _TOD:
        return "TEME", tod_to_teme(position, time), tod_to_teme(velocity, time)
    if frame.startswith(("ITRF", "ITRS")):
        return "ITRS", position, velocity
    known = ", ".join((*_EME2000, *_TOD, *_TEME, "ITRF"))
    raise _error(
        line,
        phrase("REF_FRAME {shown} is none of {known}", shown=_shown(name), known=known),
        "export the ephemeris in EME2000 or an ITRF",
    )


def _interpolation(block: _Block) -> tuple[Any, int]:
    name, line = block.meta.get("INTERPOLATION", ("HERMITE", block.line))
    degree_text, degree_line = block.meta.get("INTERPOLATION_DEGREE", (str(_DEFAULT_DEGREE), line))
    kind = {"HERMITE": "hermite", "LAGRANGE": "lagrange", "LINEAR": "lagrange"}.get(name.upper())
    if kind is None:
        raise _error(line, phrase("INTERPOLATION {shown} is none of HERMITE, LAGRANGE, LINEAR", shown=_shown(name)))
    if not (degree_text.isdigit() and 1 <= int(degree_text[:6]) <= _MOST_DEGREE):
        raise _error(
            degree_line,
            phrase(
                "INTERPOLATION_DEGREE {shown} is not a whole number of 1 to {most_degree}",
                shown=_shown(degree_text),
                most_degree=_MOST_DEGREE,
            ),
        )
    return kind, 1 if name.upper() == "LINEAR" else int(degree_text)


def _kvn_blocks(text: str, notes: list[Problem]) -> Iterator[_Block]:
    block: _Block | None = None
    state = "header"
    covariances = 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        stripped = line.strip()
        if not stripped or stripped.split(None, 1)[0] == "COMMENT":
            continue
        if stripped == "META_START":
            if block is not None:
                yield block
            block, state = _Block(number), "meta"
        elif stripped == "META_STOP" and state == "meta":
            state = "data"
        elif stripped == "COVARIANCE_START" and state == "data":
            state, covariances = "covariance", covariances + 1
        elif state == "covariance":
            state = "data" if stripped == "COVARIANCE_STOP" else state
        elif state == "data" and block is not None:
            words = stripped.split()
            if len(words) not in (7, 10):
                raise _error(
                    number,
                    phrase("{shown} is no state: a time and 6 numbers (or 9) are expected", shown=_shown(stripped)),
                )
            block.add(words[0], words[1:], number)
        else:
            _kvn_field(line, number, state, block)
    if state in ("meta", "covariance") and block is not None:
        raise _error(
            block.line,
            phrase(
                "the segment that begins here has no {state}",
                state="META_STOP" if state == "meta" else "COVARIANCE_STOP",
            ),
        )
    if covariances:
        notes.append(
            Problem(
                where="covariance",
                what=phrase("{covariances} covariance blocks were read over", covariances=covariances),
            )
        )
    if block is not None:
        yield block


def _kvn_field(line: str, number: int, state: str, block: _Block | None) -> None:
    found = _FIELD.fullmatch(line) if len(line) <= 1100 else None
    if found is None:
        raise _error(number, phrase("{shown} is not of the form KEYWORD = value", shown=_shown(line.strip())))
    name, value = found.groups()
    known = _META if state == "meta" else _HEADER
    if name not in known:
        raise _error(
            number,
            phrase(
                "{shown} is no field of an OEM's {state}",
                shown=_shown(name),
                state="metadata" if state == "meta" else "header",
            ),
        )
    if block is not None and state == "meta":
        if name in block.meta:
            raise _error(
                number, phrase("{name} stands twice, here and in line {meta}", name=name, meta=block.meta[name][1])
            )
        block.meta[name] = (value, number)


class _XmlMessage:
    """Target of the XML parser: gathers segments with the lines of their elements."""

    def __init__(self) -> None:
        self.parser: Any = None
        self.blocks: list[_Block] = []
        self.covariances = 0
        self.path: list[str] = []
        self.words: list[str] = []
        self.state: dict[str, str] = {}
        self.state_line = 0

    @property
    def line(self) -> int:
        return int(self.parser.parser.CurrentLineNumber)

    def start(self, tag: str, _: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self.path.append(name)
        if len(self.path) > 12:
            raise _error(self.line, "elements lie deeper than in any OEM")
        self.words = []
        if name == "segment":
            self.blocks.append(_Block(self.line))
        elif name == "stateVector":
            self.state, self.state_line = {}, self.line
        elif name == "covarianceMatrix":
            self.covariances += 1

    def data(self, text: str) -> None:
        self.words.append(text)

    def end(self, _: str) -> None:
        name, text = self.path.pop(), "".join(self.words).strip()
        parent = self.path[-1] if self.path else ""
        self.words = []
        if parent == "metadata" and self.blocks and name != "COMMENT":
            if name not in _META:
                raise _error(self.line, phrase("{shown} is no field of an OEM's metadata", shown=_shown(name)))
            self.blocks[-1].meta[name] = (text, self.line)
        elif parent == "stateVector":
            self.state[name] = text
        elif name == "stateVector" and self.blocks:
            names = ("X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT")
            missing = [each for each in ("EPOCH", *names) if each not in self.state]
            if missing:
                raise _error(self.state_line, phrase("the stateVector has no {missing}", missing=", ".join(missing)))
            self.blocks[-1].add(self.state["EPOCH"], [self.state[each] for each in names], self.state_line)

    def close(self) -> None:
        return None


def _xml_blocks(text: str, notes: list[Problem]) -> Iterator[_Block]:
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - only for XML

    from defusedxml import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import DefusedXMLParser  # noqa: PLC0415

    message = _XmlMessage()
    message.parser = parser = DefusedXMLParser(target=message, forbid_dtd=True)
    try:
        parser.feed(text)
        parser.close()
    except DefusedXmlException:
        raise ElementSetError(
            "the XML declares a document type or entities, which an OEM never does", advice="do not trust this file"
        ) from None
    except ParseError as error:
        line, column = error.position
        raise _error(
            line,
            phrase("column {column}: not XML: {error}", column=column + 1, error=str(error).split(":")[0]),
            "save it again, whole",
        ) from None
    except InputError:
        raise
    if message.covariances:
        notes.append(
            Problem(
                where="covariance",
                what=phrase("{covariances} covariance matrices were read over", covariances=message.covariances),
            )
        )
    yield from message.blocks
