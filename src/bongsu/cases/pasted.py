"""Pasted text: what it is, and a case made of it so that the usual questions can be asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from bongsu.assessment import (
    Finding,
    FlightReport,
    StatedFigure,
    check_flight,
    looks_like_flight_figures,
    parse_flight_text,
)
from bongsu.cases.bundled_elements import bundled_satellites
from bongsu.cases.case import Case, CaseHead, Claim, Elements, Satellite
from bongsu.cases.case_file import bundled_case, bundled_case_names, parse_case
from bongsu.cases.element_findings import element_set_finding, notice_findings
from bongsu.errors import InputError, Problem
from bongsu.notices import looks_like_notice, parse_notice
from bongsu.orbit import ElementSet, looks_like_element_sets, read_element_sets
from bongsu.overflight import Site
from bongsu.rawtext import refuse_html

__all__ = ["Pasted", "claim_case", "read_pasted"]

_SHOWN_SETS = 20  # element sets described one by one; the rest are counted
_TIME = re.compile(
    r"(?<!\d)(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)"
    r"\s*(Z|UTC|GMT|KST|JST|EST|EDT|PST|PDT|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<![\d.])([+-]?\d{1,2}(?:\.\d+)?)\s*°?\s*([NS])?\s*[, ]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW])?(?![\d.])"
)
_NUMBER = re.compile(r"(?<![\d.,:+-])(\d{5,9})(?![\d.,:-])")
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
        (_looks_like_case, lambda: Pasted(kind="case", words="a case file", case=parse_case(text, where=where))),
        (looks_like_element_sets, lambda: _elements(text, at, where)),
        (looks_like_notice, lambda: _notice(text, at, site)),
        (_looks_like_claim, lambda: _claim(text)),
        (looks_like_flight_figures, lambda: _flight(text)),
    ]
    for looks, read in readers:
        if looks(text):
            return read()
    raise InputError(
        f"{where}: {text.strip()[:60]!r} is no case, element set, launch notice, flight figures or timed claim",
        advice=(
            "paste a TLE or OMM, a NAVAREA or HYDROPAC warning, figures such as"
            ' "6,248.5 km, 1,090 km, 67.5 min", or a claim such as "58400 35.10,129.10 2023-11-25T10:01:10+09:00"'
        ),
    )


def _looks_like_case(text: str) -> bool:
    return re.search(r"^\s*\[case\]", text, re.MULTILINE) is not None


def _looks_like_claim(text: str) -> bool:
    return _TIME.search(text) is not None and (_find_place(text) is not None or _named_place(text) is not None)


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
        problems.append(Problem(where=where, what=f"{len(newest) - len(shown)} more objects are not shown one by one"))
    return Pasted(
        kind="element sets",
        words=f"{len(found.sets)} element set(s) of {len(newest)} object(s), as {found.form}",
        findings=tuple(element_set_finding(item, at, found.sha256) for item in shown),
        problems=tuple(problems),
    )


def _notice(text: str, at: datetime, site: Site | None) -> Pasted:
    notices = parse_notice(text, year=at.year)
    areas = sum(len(item.areas) for item in notices)
    return Pasted(
        kind="notice",
        words=f"{len(notices)} launch notice(s) with {areas} area(s)",
        findings=tuple(finding for item in notices for finding in notice_findings(item, site)),
        problems=tuple(problem for item in notices for problem in item.problems),
    )


def _flight(text: str) -> Pasted:
    figures = parse_flight_text(text)
    time = f", {_with_unit(figures.flight_time)}" if figures.flight_time else ", no time"
    report = FlightReport(
        party="as given", apogee=figures.apogee, ground_range=figures.ground_range, flight_time=figures.flight_time
    )
    return Pasted(
        kind="flight figures",
        words=f"a flight: apogee {_with_unit(figures.apogee)}, ground range {_with_unit(figures.ground_range)}{time}",
        findings=(check_flight([report], id="pasted", name="the flight", kind="unknown"),),
    )


def _with_unit(figure: StatedFigure) -> str:
    text = figure.text.strip()
    return text if text[-1:].isalpha() else f"{text} {figure.unit}"


def _find_place(text: str) -> tuple[float, float] | None:
    bare = _TIME.sub(lambda found: " " * len(found.group()), text)
    for found in _PLACE.finditer(bare):
        first, north, second, east = found.groups()
        if "." not in first + second and not (north and east):
            continue
        latitude = float(first) * (-1.0 if north == "S" else 1.0)
        longitude = float(second) * (-1.0 if east == "W" else 1.0)
        if abs(latitude) <= 90.0 and abs(longitude) <= 180.0:
            return latitude, longitude
    return None


def _named_place(text: str) -> tuple[str, float, float] | None:
    """A place of a bundled case named in the text, the longest name first."""
    lowered = text.lower()
    places = {}
    for name in bundled_case_names():
        for place in bundled_case(name).site:
            places[place.name.lower()] = (place.name, place.latitude, place.longitude)
            places[place.name.split(",")[0].lower()] = (place.name, place.latitude, place.longitude)
    for key in sorted(places, key=len, reverse=True):
        if re.search(rf"\b{re.escape(key)}\b", lowered):
            return places[key]
    return None


def _claim(text: str) -> Pasted:
    found = _TIME.search(text)
    assert found is not None
    day, clock, zone = found.groups()
    if zone is None:
        raise InputError(
            f"claim: the time {found.group().strip()!r} has no time zone", advice="add Z, KST or an offset as +09:00"
        )
    moment = datetime.fromisoformat(f"{day}T{clock:0>5}").replace(tzinfo=_zone(zone))
    place = _find_place(text)
    name = ""
    if place is None:
        named = _named_place(text)
        assert named is not None
        name, place = named[0], (named[1], named[2])
    norad_id = _satellite_in(text)
    kind = "received" if re.search(r"\breceiv", text, re.IGNORECASE) else "imaged"
    case = claim_case(norad_id, place[0], place[1], moment, kind=kind, label=name, seconds=clock.count(":") == 2)
    return Pasted(
        kind="claim",
        words=(
            f"a claim that {norad_id} {'sent down a picture of' if kind == 'received' else 'saw'}"
            f" {name or f'{place[0]:g},{place[1]:g}'} at {moment.isoformat()}"
        ),
        case=case,
    )


def _zone(text: str) -> timezone:
    upper = text.upper()
    if upper in _ZONES:
        return timezone(timedelta(minutes=_ZONES[upper]))
    sign = -1 if text.startswith("-") else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:4] or 0)))


def _satellite_in(text: str) -> int:
    found = _NUMBER.search(text)
    if found:
        return int(found.group(1))
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
        satellites.append(Satellite(norad_id=norad_id, name=f"object {norad_id}", source=[]))
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
