"""Pasted text: what it is, and a case made of it so that the usual questions can be asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache

from bongsu.assessment import (
    Finding,
    FlightReport,
    StatedFigure,
    check_flight,
    looks_like_flight_figures,
    parse_flight_text,
)
from bongsu.cases.attempts import attempt_of_figures, attempt_of_notice
from bongsu.cases.bundled_sets import bundled_satellites
from bongsu.cases.case import Case, CaseHead, Claim, Elements, Satellite
from bongsu.cases.case_file import bundled_case, bundled_case_names, parse_case
from bongsu.cases.element_findings import element_set_finding, notice_findings
from bongsu.errors import InputError, Problem
from bongsu.notices import looks_like_notam, looks_like_notice, read_notices
from bongsu.orbit import ElementSet, looks_like_element_sets, read_element_sets
from bongsu.overflight import Site
from bongsu.rawtext import counted, refuse_html, refuse_json
from bongsu.wording import phrase

__all__ = ["Pasted", "claim_case", "flight_in_words", "looks_like_case", "read_pasted"]

_SHOWN_SETS = 20  # element sets described one by one; the rest are counted
_TIME = re.compile(
    r"(?<!\d)(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)"
    r"\s*(Z|UTC|GMT|KST|JST|EST|EDT|PST|PDT|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_PAIR = r"[+-]?\d{1,2}(?:\.\d+)?\s*,\s*[+-]?\d{1,3}(?:\.\d+)?"
_PLACE = re.compile(
    r"(?<![\d.])([+-]?\d{1,2}(?:\.\d+)?)\s*°?\s*([NS])?\s*[, ]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW])?(?![\d.])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d.,:+-])(\d{5,9})(?![\d.,:-])")
_SHORT_CLAIM = re.compile(rf"\s*\d{{1,9}}\s+{_PAIR}\s+{_TIME.pattern}\s*$", re.IGNORECASE)
_SEEING = re.compile(
    r"\b(?:satellites?|photograph\w*|pictur\w*|imag(?:e[sd]?|ing|ery)|overfl\w+|overhead|reconnaissance)\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^\s*(?:import|from \w+ import|def|class|function|return|var|let|const|#include|public|private)\b|[{};]\s*$|[=!]=|=>",
    re.MULTILINE,
)
_CLAIM_LENGTH = 2000  # a claim stands in a paragraph, not somewhere in a book
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "KST": 540, "JST": 540, "EST": -300, "EDT": -240, "PST": -480, "PDT": -420}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a text was taken for, and either a case to assess or findings made already."""

    kind: str  # "case", "notice", "element sets", "flight figures" or "claim"
    words: str  # what it was taken for, with the reason
    case: Case | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_pasted(text: str, *, at: datetime, site: Site | None = None, where: str = "pasted text") -> Pasted:
    """Say what a text is and make it answerable.

    Tried in this order: a case file, element sets, a launch notice, flight figures, a claim about a place
    and a time.

    Parameters
    ----------
    text : str
    at : datetime
        When the question is asked; ages count to it, and it gives the year of a notice that has none.
    site : Site, optional
        Launch site a notice is about.

    Raises
    ------
    InputError
        When it is none of them; says what was looked for.
    """
    refuse_html(text, where)
    readers: list[tuple[Callable[[str], bool], Callable[[], Pasted]]] = [
        (looks_like_case, lambda: Pasted(kind="case", words="a case file", case=parse_case(text, where=where))),
        (looks_like_element_sets, lambda: _elements(text, at, where)),
        (
            lambda text: (looks_like_notice(text) or looks_like_notam(text)) and _says_something(text, at),
            lambda: _notice(text, at, site),
        ),
        (_looks_like_claim, lambda: _claim(text)),
        (looks_like_flight_figures, lambda: _flight(text)),
    ]
    for looks, read in readers:
        if looks(text):
            return read()
    raise InputError(
        phrase(
            "{where}: {text!r} is no case, element set, launch notice, flight figures or timed claim",
            where=where,
            text=text.strip()[:60],
        ),
        advice=(
            "paste a TLE or OMM, a NAVAREA or HYDROPAC warning, figures such as"
            ' "6,248.5 km, 1,090 km, 67.5 min", or a claim such as "58400 35.10,129.10 2023-11-25T10:01:10+09:00"'
        ),
    )


def looks_like_case(text: str) -> bool:
    """Whether a text is worth reading as a case file: it has the table ``[case]``."""
    return re.search(r"^\s*\[case\]", text, re.MULTILINE) is not None


def _looks_like_claim(text: str) -> bool:
    """A time and a place stand together in many texts: a claim also names a satellite, says what one does, or is bare.

    Tables, programs and texts longer than a paragraph are none.
    """
    if len(text) > _CLAIM_LENGTH or _TIME.search(text) is None or _CODE.search(text) or _is_table(text):
        return False
    if _SHORT_CLAIM.match(text):
        return True
    place, named = _find_place(text), _named_place(text)
    if place is None and named is None:
        return False
    lowered = text.lower()
    if _number_in(text) is not None or _SEEING.search(text) or any(name in lowered for name in bundled_satellites()):
        return True
    rest = (
        _PLACE.sub(" ", _TIME.sub(" ", text))
        if place
        else _TIME.sub(" ", lowered).replace(named[3] if named else "", "")
    )
    return re.search(r"\w", rest) is None


def _is_table(text: str) -> bool:
    """Two or more lines with the same number of separators, two at least."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and any(lines[0].count(sign) == lines[1].count(sign) >= 2 for sign in (",", ";", "\t", "|"))


def _number_in(text: str) -> int | None:
    """A catalogue number that stands by itself, outside times."""
    found = _NUMBER.search(_TIME.sub(" ", text))
    return int(found.group(1)) if found else None


def _elements(text: str, at: datetime, where: str) -> Pasted:
    found = read_element_sets(text, origin=where, strict=False)
    newest: dict[int, ElementSet] = {}
    for item in found.sets:
        kept = newest.get(item.norad_id)
        if kept is None or item.epoch > kept.epoch:
            newest[item.norad_id] = item
    shown = sorted(newest.values(), key=lambda item: item.norad_id)[:_SHOWN_SETS]
    problems = list(found.problems)
    problems += [problem for item in shown for problem in item.notes]
    if len(newest) > len(shown):
        problems.append(
            Problem(
                where=where,
                what=phrase("{count} more objects are not shown one by one", count=len(newest) - len(shown)),
            )
        )
    return Pasted(
        kind="element sets",
        words=phrase(
            "{counted} of {counted_2}, as {form}",
            counted=counted(len(found.sets), "element set"),
            counted_2=counted(len(newest), "object"),
            form=found.form,
        ),
        findings=tuple(element_set_finding(item, at, found.sha256) for item in shown),
        problems=tuple(problems),
    )


def _says_something(text: str, at: datetime) -> bool:
    """Whether a text that has a warning's words also has an area, a time or a number of one."""
    return any(item.areas or item.windows or item.cancels for item in read_notices(text, year=at.year))


def _notice(text: str, at: datetime, site: Site | None) -> Pasted:
    refuse_json(text, "pasted text")
    notices = read_notices(text, year=at.year)
    areas = sum(len(item.areas) for item in notices)
    return Pasted(
        kind="notice",
        words=phrase(
            "{counted} with {counted_2}", counted=counted(len(notices), "notice"), counted_2=counted(areas, "area")
        ),
        findings=tuple(
            finding for item in notices for finding in (*notice_findings(item, site), *attempt_of_notice(item, site))
        ),
        problems=tuple(problem for item in notices for problem in item.problems),
    )


def _flight(text: str) -> Pasted:
    figures = parse_flight_text(text)
    time = f", {_with_unit(figures.flight_time)}" if figures.flight_time else ", no time"
    report = flight_in_words("the report", text)
    check = check_flight([report], id="pasted", name="the flight", kind="unknown")
    attempt = attempt_of_figures(report)
    return Pasted(
        kind="flight figures",
        words=phrase(
            "a flight: apogee {with_unit}, ground range {with_unit_2}{time}",
            with_unit=_with_unit(figures.apogee),
            with_unit_2=_with_unit(figures.ground_range),
            time=time,
        ),
        findings=(check, attempt) if attempt else (check,),
    )


def flight_in_words(party: str, text: str) -> FlightReport:
    """One party's report from figures in words: "apogee 6,248.5 km, range 1,090 km, 67.5 min".

    Raises
    ------
    InputError
        When the words are not understood.
    """
    figures = parse_flight_text(text)
    return FlightReport(
        party=party, apogee=figures.apogee, ground_range=figures.ground_range, flight_time=figures.flight_time
    )


def _with_unit(figure: StatedFigure) -> str:
    text = figure.text.strip()
    return text if text[-1:].isalpha() else f"{text} {figure.unit}"


def _find_place(text: str) -> tuple[float, float] | None:
    """The first pair of numbers that can be latitude and longitude; whole degrees only where nothing else is meant."""
    short = _SHORT_CLAIM.match(text)
    bare = _TIME.sub(lambda found: " " * len(found.group()), text)
    if short:
        bare = re.sub(r"^\s*\d+", "", bare)
    for found in _PLACE.finditer(bare):
        first, north, second, east = found.groups()
        if "." not in first + second and not (north and east) and not short:
            continue
        latitude = float(first) * (-1.0 if (north or "").upper() == "S" else 1.0)
        longitude = float(second) * (-1.0 if (east or "").upper() == "W" else 1.0)
        if abs(latitude) <= 90.0 and abs(longitude) <= 180.0:
            return latitude, longitude
    return None


@cache
def _places() -> dict[str, tuple[str, float, float, str]]:
    """Places of the bundled cases by what people call them: id, name, its parts, without what a base is."""
    places: dict[str, tuple[str, float, float, str]] = {}
    for case in bundled_case_names():
        for place in bundled_case(case).site:
            parts = [place.id.replace("-", " "), place.name, *place.name.split(",")]
            for part in parts:
                word = re.sub(r"\s+(?:ab|afb|air base|launch site)$", "", part.strip().lower())
                if len(word) > 3:
                    places.setdefault(word, (place.name, place.latitude, place.longitude, word))
    return places


def _named_place(text: str) -> tuple[str, float, float, str] | None:
    """The first place of a bundled case named in the text: name, latitude, longitude, as written."""
    lowered = text.lower()
    found = [(match.start(), -len(key), key) for key in _places() for match in _whole_word(key).finditer(lowered)]
    return _places()[min(found)[2]] if found else None


@cache
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b")


def _claim(text: str) -> Pasted:
    times = list(_TIME.finditer(text))
    day, clock, zone = times[0].groups()
    written = times[0].group().strip()
    if zone is None:
        raise InputError(
            phrase("claim: the time {written!r} has no time zone", written=written),
            advice="add Z, KST or an offset as +09:00",
        )
    try:
        moment = datetime.fromisoformat(f"{day}T{clock.zfill(8 if clock.count(':') == 2 else 5)}")
        moment = moment.replace(tzinfo=_zone(zone))
    except ValueError as error:
        raise InputError(
            phrase("claim: {written!r} is not a time ({error})", written=written, error=error),
            advice="write 2023-11-25T10:01:10+09:00",
        ) from None
    if not 1957 < moment.year < 2200:
        raise InputError(
            phrase("claim: {written!r} lies outside the years 1958 to 2199", written=written), advice="check the year"
        )
    place = _find_place(text)
    name = ""
    if place is None:
        named = _named_place(text)
        assert named is not None
        name, place = named[0], (named[1], named[2])
    norad_id = _satellite_in(text)
    kind = "received" if re.search(r"\breceiv", text, re.IGNORECASE) else "imaged"
    case = claim_case(norad_id, place[0], place[1], moment, kind=kind, label=name, seconds=clock.count(":") == 2)
    problems: tuple[Problem, ...] = ()
    if len(times) > 1:
        what = phrase(
            "{count} more time(s) stand in the text; only {written!r} was asked", count=len(times) - 1, written=written
        )
        problems = (Problem(where="claim", what=what, advice="give one claim at a time, or a case file"),)
    return Pasted(
        kind="claim",
        words=(
            phrase(
                "a claim that {norad_id} {kind} {name} at {moment}",
                norad_id=norad_id,
                kind="sent down a picture of" if kind == "received" else "saw",
                name=name or f"{place[0]:g},{place[1]:g}",
                moment=moment.isoformat(),
            )
        ),
        case=case,
        problems=problems,
    )


def _zone(text: str) -> timezone:
    upper = text.upper()
    if upper in _ZONES:
        return timezone(timedelta(minutes=_ZONES[upper]))
    sign = -1 if text.startswith("-") else 1
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:4] or 0)
    if hours > 14 or minutes > 59:
        raise ValueError("no zone is further than 14 hours from UTC")
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _satellite_in(text: str) -> int:
    short = _SHORT_CLAIM.match(text)
    number = int(text.split(maxsplit=1)[0]) if short else _number_in(text)
    if number is not None:
        return number
    names = bundled_satellites()
    for name in sorted(names, key=len, reverse=True):
        if name in text.lower():
            return names[name]
    if len(set(names.values())) == 1:
        return next(iter(names.values()))
    raise InputError("claim: it names no satellite", advice="add the catalogue number, such as 58400")


def claim_case(
    norad_id: int,
    latitude: float,
    longitude: float,
    moment: datetime,
    *,
    kind: str = "imaged",
    label: str = "",
    seconds: bool = True,
    imager: str = "",
    base: Case | None = None,
    tle: str = "",
) -> Case:
    """A case that asks one claim: everything a base case knows of the satellite, with this claim alone asked.

    ``base`` is the bundled case of the satellite unless given. ``tle`` adds element sets as text. A claim of
    the base that is the same (within 60 s and 100 km) is not used to judge this one.
    """
    base = base or _case_of(norad_id) or Case(case=CaseHead(name="pasted"))
    satellites = list(base.satellite)
    if not any(item.norad_id == norad_id for item in satellites):
        satellites.append(Satellite(norad_id=norad_id, name=phrase("object {norad_id}", norad_id=norad_id), source=[]))
    if imager:
        satellites = [
            item.model_copy(update={"imager": imager}) if item.norad_id == norad_id else item for item in satellites
        ]
    elements = list(base.elements)
    if tle:
        elements.append(
            Elements(omm=tle, source=[])
            if tle.lstrip()[:1] in "{[<" or "," in tle[:200]
            else Elements(tle=tle, source=[])
        )
    taken = {claim.id for claim in base.claim}
    claim = Claim(
        id=next(f"asked{k}" for k in range(1, len(taken) + 2) if f"asked{k}" not in taken),
        who="you",
        kind="received" if kind == "received" else "imaged",
        label=label,
        norad_id=norad_id,
        latitude=latitude,
        longitude=longitude,
        time=moment,
        precision_s=0.5 if seconds else 30.0,
        source=[],
    )
    return base.model_copy(update={"satellite": satellites, "elements": elements, "claim": [*base.claim, claim]})


def _case_of(norad_id: int) -> Case | None:
    for name in bundled_case_names():
        case = bundled_case(name)
        if any(item.norad_id == norad_id for item in case.satellite):
            return case
    return None
