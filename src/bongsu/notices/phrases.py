"""Words that say how the positions after them are meant: BOUND BY, WITHIN n MILES OF, TRACKLINE, BETWEEN degrees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bongsu.earth import constants
from bongsu.errors import InputError
from bongsu.notices.position_text import NUMBER_WORD, read_number

__all__ = ["JOINING", "Mode", "Phrase", "find_phrases", "radius_after", "sector_after"]

_NUMBER = (
    rf"(?>\d{{1,7}}(?:\.\d{{1,4}})?)|\.\d{{1,4}}|(?:{NUMBER_WORD})(?:[\s-]{{1,4}}(?:AND\s{{1,4}})?(?:A\s{{1,4}})?"
    rf"(?:{NUMBER_WORD})){{0,6}}"
)
_UNITS = {
    "MILE": constants.NAUTICAL_MILE_M,
    "NAUTICALMILE": constants.NAUTICAL_MILE_M,
    "NM": constants.NAUTICAL_MILE_M,
    "NMI": constants.NAUTICAL_MILE_M,
    "M": constants.NAUTICAL_MILE_M,  # IHO S-4 B-130: M is the nautical mile; metres are written METERS
    "CABLE": constants.NAUTICAL_MILE_M / 10.0,
    "METER": 1.0,
    "METRE": 1.0,
    "METRO": 1.0,
    "KILOMETER": 1000.0,
    "KILOMETRE": 1000.0,
    "KM": 1000.0,
    "YARD": 0.9144,
    "MILLA": constants.NAUTICAL_MILE_M,
    "MN": constants.NAUTICAL_MILE_M,
}
_LENGTH = (
    rf"(?P<length>{_NUMBER})[\s-]{{0,12}}"
    r"(?P<unit>NAUTICAL\s{1,4}MILES?|MILES?|NMI?|KMS?|(?:KILO)?MET(?:ER|RE)S?|METROS?|YARDS?|CABLES?|MILLAS?|MN|M)\b"
)
_SIDES = r"(?:ON\s{1,12})?(?:EITHER|EACH|BOTH)\s{1,12}SIDES?(?:\s{1,12}OF)?"
_PHRASE = re.compile(
    r"(?<!\w)(?=[ABCDEFHLNOPRSTWZ.]|\d{1,7}+(?:\.\d{1,4})?+[\s-]{0,12}+[NMKCY])"  # may begin here: the rest is dear
    r"(?:(?P<bound>\b(?:BOUND(?:ED)?|ENCLOSED|DELIMITED|LIMITED|FORMED)\s{1,12}(?:BY|WITHIN)\b"
    r"|\b(?:AREAS?|ZONES?)\s{1,12}BOUND(?:ED)?\b"
    r"|\bAREAS?:?\s{1,12}(?:JOINING|CONNECTING)\b"
    r"|\b(?:DELIMITAD|LIMITAD|COMPRENDID|FORMAD)[OA]S?\s{1,12}(?:POR|ENTRE)\b)"
    r"|(?P<between>\bAREAS?:?\s{1,12}BETWEEN\b)"
    rf"|(?P<circle>(?P<within>\bWITHIN:?\s{{1,12}}(?:A\s{{1,12}})?(?:RADIUS\s{{1,12}}OF\s{{1,12}})?"
    r"|\bRADI(?:US|O)\s{1,12}(?:OF\s{1,12}|DE\s{1,12})?|\bDENTRO\s{1,12}DE\s{1,12}|\bA\s{1,12})?"
    rf"(?<![\w.-]){_LENGTH}(?:\s{{1,12}}RADIUS)?\s{{1,12}}"
    rf"(?:{_SIDES}|OF|FROM|WITHIN|AROUND|ABOUT|DE|CENT(?:ER|RE)D(?:\s{{1,12}}(?:ON|AT|IN|OF))?|CENTRAD[OA]\s{{1,12}}EN)\b)"
    rf"|(?P<strip>(?<![\w.-]){_LENGTH.replace('length', 'width').replace('<unit', '<wide')}\s{{1,12}}"
    r"(?:WIDE|BROAD)\s{1,12}(?:BAND|STRIP|LANE|CORRIDOR|AREA)\b)"
    r"|(?P<line>\bTRACK\s?LINES?\b|\bLINES?\s{1,12}(?:JOINING|BETWEEN|CONNECTING|FROM)\b"
    r"|\b(?:CABLES?|PIPELINES?|ROUTES?)\s{1,12}(?:JOINING|BETWEEN|CONNECTING|FROM)\b"
    r"|\bALONG\s{1,12}(?:AN?\s{1,12}|THE\s{1,12})?(?:ROUTE|LINE)\b))"
)
_FAST = re.compile(
    r"BOUND|ENCLOS|LIMIT|FORMED|AREA|WITHIN|RADI|MIL|LINE|ROUTE|CABLE|DENTRO|COMPREND|FORMAD|SIDE|NM|M |KM|YARD"
)
_RADIUS_AFTER = re.compile(
    rf"[\s,.:;)]{{0,6}}(?:WITH\s{{1,12}})?(?:IN\s{{1,4}})?(?:AN?\s{{1,4}})?(?:RADI(?:US|O):?\s{{1,12}}(?:OF\s{{1,12}}|DE\s{{1,12}})?{_LENGTH}"
    rf"|{_LENGTH.replace('length', 'before').replace('<unit', '<prior')}\s{{1,12}}(?:IN\s{{1,4}})?RADI(?:US|O)\b)"
)


def _bearing(name: str) -> str:
    return rf"(?P<{name}>\d{{1,3}}(?:\.\d{{1,3}})?)\s{{0,12}}(?:DEGREES?|DEGS?|°)?\s{{0,12}}(?:T(?:RUE)?\b)?\s{{0,12}}"


_SECTOR = re.compile(
    r"[\s,.]{0,12}(?:(?:AND|IN)\s{1,12})?(?:THE\s{1,12})?(?:SECTOR\s{1,12})?(?:BETWEEN|FROM|SECTOR|BEARINGS?)\s{1,12}"
    r"(?:(?:TRUE\s{1,12})?BEARINGS?\s{1,12})?(?:OF\s{1,12})?"
    rf"{_bearing('first')}(?:AND|TO|THRU|THROUGH|-)\s{{0,12}}{_bearing('second')}(?P<seaward>FROM\s{{1,12}}SEAWARD\b)?"
)
JOINING = re.compile(  # possessive: never tried again in another way
    r"(?>\(?\b[A-Z0-9]\b[).]?|\b(?:AND|TO|THENCE|THEN|POSITIONS?|POINTS?|BACK|NO|HASTA)\b|[\s,;.:/()-])*+"
)


@dataclass(frozen=True, slots=True)
class Mode:
    """How positions are meant: "bound", "between", "circle", "line" or "list", with a length for circle and line."""

    name: str
    length_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase at ``text[start:end]``; ``alone`` where a length has no WITHIN and counts only beside a position."""

    start: int
    end: int
    mode: Mode | None  # None: its number is not one
    alone: bool = False


def find_phrases(plain: str, start: int, end: int) -> Iterator[Phrase]:
    """Phrases of a stretch of plain text, in order."""
    if _FAST.search(plain, start, end) is None:
        return
    for match in _PHRASE.finditer(plain, start, end):
        if match["bound"]:
            mode: Mode | None = Mode("bound")
        elif match["between"]:
            mode = Mode("between")
        elif match["line"]:
            mode = Mode("line")
        elif match["strip"]:
            length = _length_m(match["width"], match["wide"])
            mode = Mode("circle", length / 2.0) if length else None
        else:
            length = _length_m(match["length"], match["unit"])
            mode = Mode("circle", length) if length else None
        alone = match["circle"] is not None and match["within"] is None and "SIDE" not in match["circle"]
        yield Phrase(match.start(), match.end(), mode, alone)


def radius_after(plain: str, end: int) -> float:
    """Radius given behind a position, ``... RADIUS 5 NM`` or ``5 NM RADIUS``. [m], 0 where there is none."""
    match = _RADIUS_AFTER.match(plain, end)
    if match is None:
        return 0.0
    return _length_m(match["length"] or match["before"], match["unit"] or match["prior"]) or 0.0


def sector_after(plain: str, end: int) -> tuple[tuple[float, float] | None, int, bool]:
    """Bearings given behind a position, where they end, and whether they are impossible.

    ``BETWEEN 270 DEGREES AND 360 DEGREES``: true bearings, clockwise from the first to the second; those FROM SEAWARD
    are turned round (NGA Pub. 117: lights' sectors are given so, areas' are not).
    """
    match = _SECTOR.match(plain, end)
    if match is None:
        return None, end, False
    first, second = float(match["first"]), float(match["second"])
    if first > 360.0 or second > 360.0 or first == second:
        return None, match.end(), True
    if match["seaward"]:
        first, second = (first + 180.0) % 360.0, (second + 180.0) % 360.0
    return (first, second), match.end(), False


def _length_m(number: str, unit: str) -> float | None:
    name = re.sub(r"\s", "", unit)
    try:
        value = float(number) if number[0] == "." else read_number(number)
    except InputError:
        return None
    scale = _UNITS.get(name) or _UNITS.get(name.removesuffix("S"))
    return value * scale if scale and value > 0.0 else None
