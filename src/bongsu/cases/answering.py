"""One-line questions: a claim, a flight, a notice, pasted text. Each becomes a case and is asked as one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bongsu import __version__
from bongsu.assessment import Finding, check_flight, finding_to_json, flight_report
from bongsu.cases.answer import Assessment, InputRecord
from bongsu.cases.assessor import assess
from bongsu.cases.bundled_sets import bundled_texts
from bongsu.cases.case import Case, CaseHead
from bongsu.cases.case_file import bundled_case_names, parse_case
from bongsu.cases.element_findings import notice_findings
from bongsu.cases.json_envelope import envelope
from bongsu.cases.pasted import Pasted, claim_case, flight_in_words, read_pasted
from bongsu.earth import LEAP_SECONDS_VALID_UNTIL, bundled_orientation
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.notices import any_notice_to_json, read_notices
from bongsu.orbit import read_element_sets
from bongsu.overflight import Site
from bongsu.wording import phrase, said_in

__all__ = [
    "ask_claim",
    "ask_flight",
    "ask_pasted",
    "assessment_to_json",
    "bundled_name_of",
    "case_from_text",
    "finding_json",
    "orientation_age_days",
    "parse_notices",
    "table_ages",
]

_MJD_EPOCH = datetime(1858, 11, 17, tzinfo=UTC)  # modified Julian date 0, IAU 1973


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as plain JSON values."""
    return finding_to_json(finding)


def assessment_to_json(answer: Assessment, *, language: str = "en") -> dict[str, Any]:
    """An assessment as ``bongsu assess -f json`` prints it.

    In another language the English stays and ``said`` holds, by the English text, the same text in that language with
    the template and the values it was made of.
    """
    inputs: list[dict[str, Any]] = [
        {"id": item.id, "source": item.source, "sha256": item.sha256, "age_days": item.age_days}
        | ({} if item.nearest_days is None else {"nearest_days": item.nearest_days})
        for item in answer.inputs
    ]
    body = envelope(
        "assess",
        [finding_to_json(item) for item in answer.findings],
        at=answer.at,
        inputs=inputs,
        problems=answer.problems,
        case=answer.case.case.name,
        summary=list(answer.summary),
        unknown=list(answer.unknown),
        since=list(answer.since),
    )
    if language != "en":
        body |= {"language": language, "said": said_in(body, language)}
    return body


def case_from_text(text: str, where: str) -> Case:
    """A case from TOML text; see :func:`bongsu.cases.parse_case`."""
    return parse_case(text, where=where)


def ask_claim(
    norad_id: int,
    site: Site,
    moment: datetime,
    *,
    at: datetime,
    kind: str = "imaged",
    imager: str = "",
    base: Case | None = None,
    elements: str = "",
    read_file: Callable[[str], bytes] | None = None,
    seconds: bool = True,
) -> Assessment:
    """Whether one claim was possible, by everything a case (the satellite's bundled one unless given) knows.

    ``elements`` is the text of element sets near the time.

    Raises
    ------
    InputError
        When the claim lies before launch, or ``elements`` cannot be read.
    NoDataError
        When ``elements`` holds none of this satellite.
    """
    if elements:
        given = "the element sets given"
        if not read_element_sets(elements, origin=given, strict=False, only={norad_id}).sets:
            raise NoDataError(
                phrase("{given} hold none of object {norad_id}", given=given, norad_id=norad_id),
                advice="check the number, or give others",
            )
    case = claim_case(
        norad_id,
        site.latitude_deg,
        site.longitude_deg,
        moment,
        kind=kind,
        label=site.label,
        imager=imager,
        base=base,
        tle=elements,
        seconds=seconds,
    )
    return _ask_last(case, at, read_file)


def _ask_last(case: Case, at: datetime, read_file: Callable[[str], bytes] | None) -> Assessment:
    asked = case.claim[-1].id
    answer = assess(case, at=at, read_file=read_file, only=asked)
    if not answer.findings:
        fault = next((item for item in answer.problems if item.where == phrase("claim {asked}", asked=asked)), None)
        raise InputError(fault.what if fault else "the claim could not be asked", advice=fault.advice if fault else "")
    return answer


def ask_flight(
    reports: Sequence[tuple[str, ...]],
    *,
    kind: str = "unknown",
    site: Site | None = None,
    azimuth_deg: float | None = None,
) -> Finding:
    """Whether reported figures of one flight agree.

    Each report is (party, apogee in km, ground range in km, time in min or ""), or (party, all the figures as one
    text with their units).
    """
    return check_flight(
        [flight_in_words(*item) if len(item) == 2 else flight_report(*item) for item in reports],
        id="asked",
        name="the flight",
        kind=kind,
        latitude_deg=site.latitude_deg if site else None,
        longitude_deg=site.longitude_deg if site else None,
        azimuth_deg=azimuth_deg,
    )


def ask_pasted(
    text: str, *, at: datetime, site: Site | None = None, where: str = "pasted text"
) -> tuple[Pasted, Assessment]:
    """What pasted text was taken for, and the answer."""
    pasted = read_pasted(text, at=at, site=site, where=where)
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    given = InputRecord(id=where, source="as given", sha256=digest)
    if pasted.case is not None and pasted.kind == "claim":
        answer = _ask_last(pasted.case, at, None)
        return pasted, replace(answer, inputs=(given, *answer.inputs), problems=(*pasted.problems, *answer.problems))
    if pasted.case is not None:
        return pasted, assess(pasted.case, at=at, text=text, called="FILE.toml")
    return pasted, Assessment(
        case=Case(case=CaseHead(name="pasted", title=phrase("Pasted: {words}", words=pasted.words))),
        at=at,
        version=__version__,
        sha256=digest,
        inputs=(given,),
        summary=(),
        findings=pasted.findings,
        problems=pasted.problems,
    )


def parse_notices(
    text: str, *, year: int | None, site: Site | None = None
) -> tuple[list[dict[str, Any]], list[Finding], list[Problem]]:
    """Notices in a text as JSON values, what they imply from a launch site, and what was not understood."""
    notices = read_notices(text, year=year)
    findings = [finding for notice in notices for finding in notice_findings(notice, site)]
    return (
        [any_notice_to_json(notice) for notice in notices],
        findings,
        [problem for notice in notices for problem in notice.problems],
    )


def bundled_name_of(finding_id: str) -> list[str]:
    """Bundled cases that may hold a finding of that id: those that use the id, all where none does."""
    _, _, key = finding_id.partition(":")
    names = list(bundled_case_names())
    return [name for name in names if phrase('id = "{key}"', key=key) in bundled_texts()[name]] or names


def orientation_age_days(at: datetime) -> int:
    """Whole days since the last observed value of the bundled Earth orientation."""
    return (at - (_MJD_EPOCH + timedelta(days=bundled_orientation().last_observed_mjd))).days


def table_ages(at: datetime) -> list[tuple[str, str, bool]]:
    """Bundled tables with what they cover, and whether they are good at a time: (label, words, good)."""
    table = bundled_orientation()
    observed = _MJD_EPOCH + timedelta(days=table.last_observed_mjd)
    end = _MJD_EPOCH + timedelta(days=float(table.mjd[-1]))
    age = (at - observed).days
    return [
        (
            "Earth orientation",
            phrase(
                "{name}; observed to {observed:%Y-%m-%d} ({age} d ago), predicted to {end:%Y-%m-%d}",
                name=table.name.removeprefix("Earth orientation, "),
                observed=observed,
                age=age,
                end=end,
            ),
            at <= end,
        ),
        (
            "leap seconds",
            phrase(
                "none announced until {leap_seconds_valid_until}", leap_seconds_valid_until=LEAP_SECONDS_VALID_UNTIL
            ),
            f"{at:%Y-%m-%d}" <= LEAP_SECONDS_VALID_UNTIL,
        ),
    ]
