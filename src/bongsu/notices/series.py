"""Series, numbers and publishers of warnings, and how they refer to one another: headers, cancel lines, lists in force."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bongsu.errors import InputError
from bongsu.notices.local_text import local_header

__all__ = ["SERIES", "CancelLine", "Header", "cancel_lines", "find_headers", "in_force", "publisher", "series_name"]

_ROMAN = {"ONE": "I", "TWO": "II", "THREE": "III", "FOUR": "IV", "FIVE": "V", "ELEVEN": "XI", "TWELVE": "XII"}
SERIES = rf"NAVAREA\s{{1,4}}(?:[IVX]{{1,5}}|{'|'.join(_ROMAN)})\b|HYDROPAC|HYDROLANT|HYDROARC"
_NUMBER = (
    r"(?:-\s?)?(?:WARNINGS?\s{1,4})?(?:(?:NR|NO|NUM(?:BER)?|N)\b[.:]?\s{0,4})?"
    r"(?:(?P<jyear>\d{2})-(?P<jnumber>\d{4})|(?P<number>\d{1,5})\s?(?:/|OF|-)\s?(?P<year>\d{4}|\d{2}))(?!\d)"
)
_HEADER = re.compile(rf"(?<![\w-])(?P<series>{SERIES})\s{{0,4}}{_NUMBER}(?:\s{{0,3}}\([^()\n]{{0,40}}\))?")
_OTHER_HEADER = re.compile(  # the coast guards' own series
    r"(?<!\w)(?P<series>(?:(?:JAPAN|KOREA|NORWEGIAN)\s{1,4})?(?:NAVIGATIONAL|NAV\.?|COASTAL|LOCAL)\s{1,4}WARNINGS?|NAVTEX"
    r"|AUSCOAST(?:\s{1,4}WARNING)?|AVURNAV\s{1,4}[A-Z]{3,12}|WZ|RADIOAVISO\s{1,4}(?:COSTERO|LOCAL|NAUTICO))\s{0,4}"
    + _NUMBER
)
_NO_YEAR = re.compile(  # as the UK writes them: "NAVAREA I 317" on a line of its own
    r"^[ \t]{0,4}(?P<series>NAVAREA\s{1,4}[IVX]{1,5})[ \t]{1,4}(?:(?:NR|NO)\.? ?)?(?P<bare>\d{1,6})\.?[ \t]{0,4}(?:\r?$|//)",
    re.MULTILINE,
)
_NAVTEX = re.compile(r"(?<!\w)ZCZC\s{1,8}(?P<id>[A-Z]{2}\d{2})(?!\w)")
_GROUP = r"\d{6}\s?(?:Z|UTC)?\s{1,3}[A-Z]{3,9}\s{1,3}(?:\d{4}|\d{2})(?!\d)"
_ISSUED_BEFORE = re.compile(rf"(?<!MSG )(?<!MSG\n)(?<!MESSAGE )(?<!AS OF )(?<!NOTICE )({_GROUP})[\s.,/|]{{0,8}}$")
_ISSUED_AFTER = re.compile(rf"[\s.,/|:]{{0,8}}({_GROUP})")
_REFERENCE_WORDS = frozenset(
    {
        "CANCEL",
        "CANCELS",
        "CANCELLED",
        "CANCELAR",
        "CANCELA",
        "AND",
        "OR",
        "SEE",
        "REFER",
        "REFERENCE",
        "REF",
        "IN",
        "BY",
    }
    | {"PER", "AUTHORITY", "WARNING", "MSG", "Y", "FROM"}
)
_CANCEL = re.compile(
    rf"\b(?:CANCEL(?:S|LED|AR|ESE|A|LING)?)\s{{1,12}}(?=(?:EL\s{{1,4}}|LOS\s{{1,4}}|THE\s{{1,4}})?(?:{SERIES}|THIS\b|EST[EA]\b))"
)
_CANCELLED = re.compile(
    rf"[\s,.&]{{0,12}}(?:(?:AND|Y)\s{{1,12}})?(?:(?P<series>{SERIES})\s{{1,12}})?"
    r"(?:(?P<jnumber>\d{2}-\d{4})(?!\d)|(?P<number>\d{1,5}/(?:\d{4}|\d{2}))(?!\d)|(?P<bare>\d{1,4})(?![\d/-])"
    r"|(?P<this>(?:THIS|EST[EA])(?:\s{1,12}(?:MSG|MESSAGE|WARNING|MENSAJE|AVISO|PARAGRAPH|PARRAFO))?\b))"
)
_IN_FORCE = re.compile(
    rf"(?P<series>{SERIES})?\s{{0,4}}(?:WARNINGS\s{{1,12}})?(?:IN\s{{1,12}}FORCE|EN\s{{1,12}}VIGOR)\s{{1,12}}(?:AS\s{{1,12}}OF|ON|AT|EL)\b"
)
_NUMBER_BEFORE = re.compile(r"\d[/-]\d{2,4},\s{0,60}$")
_LISTED = re.compile(r"(?<![\d/-])(?P<number>\d{1,5})/(?P<year>\d{4}|\d{2})(?![\d/])")
_LISTED_BY_YEAR = re.compile(r"(?<!\d)(?P<year>20\d{2}):\s{0,4}(?P<numbers>\d{4}(?:,\s{1,4}\d{4}){0,200})(?!\d)")

_PUBLISHERS = {  # IMO/IHO World-Wide Navigational Warning Service, NAVAREA coordinators
    "I": "UK Hydrographic Office",
    "II": "Shom (France)",
    "III": "Instituto Hidrografico de la Marina (Spain)",
    "IV": "NGA (United States)",
    "V": "Diretoria de Hidrografia e Navegacao (Brazil)",
    "VI": "Servicio de Hidrografia Naval (Argentina)",
    "VII": "SAN Hydrographic Office (South Africa)",
    "VIII": "National Hydrographic Office (India)",
    "IX": "Pakistan Navy Hydrographic Department",
    "X": "Australian Maritime Safety Authority",
    "XI": "Japan Coast Guard",
    "XII": "NGA (United States)",
    "XIII": "Department of Navigation and Oceanography (Russia)",
    "XIV": "Maritime New Zealand",
    "XV": "SHOA (Chile)",
    "XVI": "Direccion de Hidrografia y Navegacion (Peru)",
    "XVII": "Canadian Coast Guard",
    "XVIII": "Canadian Coast Guard",
    "XIX": "Norwegian Coastal Administration",
    "XX": "Department of Navigation and Oceanography (Russia)",
    "XXI": "Department of Navigation and Oceanography (Russia)",
}

_LONGEST_FRAME = 400  # characters from ZCZC to the header
_COAST_GUARDS = {
    "Korea Navigational Warning": "Korea Hydrographic and Oceanographic Agency",
    "Japan Navigational Warning": "Japan Coast Guard",
    "Norwegian Navigational Warning": "Norwegian Coastal Administration",
    "AUSCOAST": "Australian Maritime Safety Authority",
    "WZ": "UK Hydrographic Office",
}


def publisher(series: str) -> str:
    """Who publishes a series, "" where it is not known."""
    if series in _COAST_GUARDS:
        return _COAST_GUARDS[series]
    if series.startswith("NAVAREA"):
        return _PUBLISHERS.get(series.removeprefix("NAVAREA "), "")
    return "NGA (United States)" if series.startswith("HYDRO") else ""


def series_name(text: str) -> str:
    """A series as it is written here: ``NAVAREA XI`` of ``navarea eleven``.

    Raises
    ------
    InputError
        When it is none of the NAVAREAs, HYDROPAC, HYDROLANT or HYDROARC.
    """
    name = _series(" ".join(text.upper().split()))
    if name not in {f"NAVAREA {number}" for number in _PUBLISHERS} | {"HYDROPAC", "HYDROLANT", "HYDROARC"}:
        raise InputError(f"series {text[:40]!r} is not one", advice="write NAVAREA XI, HYDROPAC, HYDROLANT or HYDROARC")
    return name


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a warning: ``start`` with an issue time before its series, ``body`` what follows."""

    start: int
    series_start: int
    body: int
    series: str
    number: str
    year: int | None
    issued: str

    def shifted(self) -> Header:
        """With positions counted from the notice's own start."""
        return replace(self, start=0, series_start=self.series_start - self.start, body=self.body - self.start)

    @property
    def id(self) -> str:
        return f"{self.series} {self.number}"


def find_headers(plain: str) -> list[Header]:
    """Headers of warnings, not references to other warnings; a header said twice counts once."""
    heads: list[Header] = []
    for match in _HEADER.finditer(plain):
        before = plain[max(0, match.start() - 60) : match.start()]
        words = re.findall(r"[A-Z]+|[^\sA-Z]", before[-30:])
        own_line = "\n" in before[len(before.rstrip()) :] or not before.strip()
        if words and (
            words[-1] in _REFERENCE_WORDS
            or (words[-1] == "," and (not own_line or _NUMBER_BEFORE.search(before)))
            or words[-2:] == ["AUTHORITY", ":"]
        ):
            continue
        issued_before = _ISSUED_BEFORE.search(before)
        sentence_end = before.rstrip()[-1:] in {"", ".", "/", ":", ";", "+", "|"}
        if not (own_line or issued_before or sentence_end):
            continue
        issued_after = None if issued_before else _ISSUED_AFTER.match(plain, match.end())
        head = _header(match, issued_before, issued_after)
        if heads and heads[-1].id == head.id and _only_a_frame(plain[heads[-1].body : head.start]):
            heads[-1] = replace(heads[-1], body=head.body, issued=heads[-1].issued or head.issued)
        else:
            heads.append(head)
    return _from_frames(plain, heads) if "ZCZC" in plain else heads or _other_headers(plain)


def _from_frames(plain: str, heads: list[Header]) -> list[Header]:
    """Headers that begin at the ZCZC of their transmission, where the issue time may stand."""
    heads = heads or _other_headers(plain)
    framed, reached = [], 0
    for head in heads:
        start = plain.rfind("ZCZC", max(reached, head.start - _LONGEST_FRAME), head.start)
        framed.append(replace(head, start=start) if start >= 0 else head)
        reached = head.body
    return framed


def _other_headers(plain: str) -> list[Header]:
    """Where no NAVAREA or HYDRO series stands: national series, else NAVTEX frames."""
    local = None if plain.isascii() else local_header(plain)
    if local:
        series, number, start, end = local
        return [
            Header(0 if not plain[:start].strip() else start, start, end, series, number, 2000 + int(number[:2]), "")
        ]
    heads = []
    for match in _OTHER_HEADER.finditer(plain):
        words = re.findall(r"[A-Z]+", plain[max(0, match.start() - 30) : match.start()])
        if not (words and words[-1] in _REFERENCE_WORDS):
            before = _ISSUED_BEFORE.search(plain[max(0, match.start() - 60) : match.start()])
            heads.append(_header(match, before, None if before else _ISSUED_AFTER.match(plain, match.end())))
    if heads:
        return heads
    for match in _NO_YEAR.finditer(plain):
        before = _ISSUED_BEFORE.search(plain[max(0, match.start() - 60) : match.start()])
        after = None if before else _ISSUED_AFTER.match(plain, match.end())
        start = match.start("series") if before is None else match.start() - (len(before.string) - before.start())
        issued = before[1] if before else after[1] if after else ""
        number = str(int(match["bare"]))
        body = after.end() if after else match.end()
        heads.append(Header(start, match.start("series"), body, _series(match["series"]), number, None, issued))
    if heads:
        return heads
    return [
        Header(match.start(), match.start(), match.end(), "NAVTEX", match["id"], None, after[1] if after else "")
        for match in _NAVTEX.finditer(plain)
        for after in [_ISSUED_AFTER.match(plain, match.end())]
    ]


_YEARS = range(1950, 2200)  # that a warning may have


def _only_a_frame(between: str) -> bool:
    """Whether a header said twice has nothing but a transmission frame between."""
    return len(between) < 160 and re.search(r"\d-\d|\d\d?\.\s", between) is None


def _header(match: re.Match[str], before: re.Match[str] | None, after: re.Match[str] | None) -> Header:
    series = _series(match["series"])
    if match["number"]:
        digits = match["year"]
        number = f"{int(match['number'])}/{digits[-2:]}"
    else:
        digits = match["jyear"]
        number = f"{digits}-{match['jnumber']}"
    year: int | None = int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 70 else 1900)
    if year not in _YEARS:
        year = None  # an hour or a number run into the header: 1931/1815Z
    start = match.start() if before is None else match.start() - (len(before.string) - before.start())
    issued = before[1] if before else after[1] if after else ""
    return Header(start, match.start(), after.end() if after else match.end(), series, number, year, issued)


def _series(words: str) -> str:
    """A series' name: numbers of NAVAREAs in Roman figures."""
    if "WARNING" in words or words.startswith(("AVURNAV", "RADIOAVISO")):
        name = re.sub(r"\bNAV\.?(?=\s)", "NAVIGATIONAL", " ".join(words.split())).removesuffix("S")
        return name.title() if not name.startswith("AUSCOAST") else "AUSCOAST"
    first, _, rest = " ".join(words.split()).partition(" ")
    return f"{first} {_ROMAN.get(rest, rest)}".strip()


@dataclass(frozen=True, slots=True)
class CancelLine:
    """``CANCEL NAVAREA IV 1/23 AND THIS MSG``: ids, whether itself, and its characters."""

    ids: tuple[str, ...]
    this: bool
    start: int
    end: int


def cancel_lines(plain: str, body: int) -> list[CancelLine]:
    """Lines of a warning that cancel others or itself."""
    lines = []
    for start in _CANCEL.finditer(plain, body):
        series, reached, this = "", start.end(), False
        ids: list[str] = []
        while (match := _CANCELLED.match(plain, reached)) is not None and (match["series"] or series or match["this"]):
            series = _series(match["series"]) if match["series"] else series
            if match["this"]:
                this, reached = True, match.end()
                break
            if match["bare"] and not match["series"]:
                break  # the number of the next paragraph
            if match["bare"]:
                ids.append(f"{series} {int(match['bare'])}")
            elif match["jnumber"]:
                ids.append(f"{series} {match['jnumber']}")
            else:
                number, digits = match["number"].split("/")
                ids.append(f"{series} {int(number)}/{digits[-2:]}")
            reached = match.end()
        lines.append(CancelLine(tuple(ids), this, start.start(), reached))
    return lines


def in_force(plain: str, body: int, series: str) -> tuple[str, ...]:
    """Warnings that a list of those in force names: ``695/2026, 694/2026`` or ``2025:0137 2026:0015, 0034``."""
    found = _IN_FORCE.search(plain, body) if "FORCE" in plain or "VIGOR" in plain else None
    if found is None:
        return ()
    name = _series(found["series"]) if found["series"] else series
    end = plain.find("CANCEL", found.end())
    end = len(plain) if end < 0 else end
    ids = [
        f"{name} {int(each['number'])}/{each['year'][-2:]}".strip()
        for each in _LISTED.finditer(plain, found.end(), end)
    ]
    for match in _LISTED_BY_YEAR.finditer(plain, found.end(), end):
        ids += [f"{name} {int(each)}/{match['year'][-2:]}".strip() for each in match["numbers"].split(",")]
    return tuple(dict.fromkeys(ids))
