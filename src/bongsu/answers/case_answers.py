"""Answers about cases: everything that follows from one, a finding of it, its file, how to cite it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from bongsu import __version__
from bongsu.answers.answer import Answer, CaseGiven, Given, Progress, is_case_text
from bongsu.answers.writing import json_text
from bongsu.cases import (
    Assessment,
    Case,
    ask_pasted,
    assess,
    assessment_to_json,
    bundled_case,
    bundled_case_names,
    bundled_name_of,
    bundled_text,
    envelope,
    finding_json,
    parse_case,
    read_notice_text,
    site_from_text,
)
from bongsu.errors import CaseError, InputError, Problem, UseError

if TYPE_CHECKING:
    from bongsu.answers.answer import Written

__all__ = [
    "ASSESS_FORMS",
    "Assessed",
    "Explained",
    "GivenCase",
    "answer_assess",
    "answer_case_check",
    "answer_case_list",
    "answer_case_show",
    "answer_cite",
    "answer_explain",
    "assess_files",
    "case_digest",
    "given_case",
]

ASSESS_FORMS = ("html", "pdf", "svg", "png", "json", "geojson", "czml", "kml", "ics")
_FLIGHTS = 1000  # of each launch whose falls are asked for
_DATA = (
    "Earth orientation: IERS Bulletins A and B (finals2000A), by astropy-iers-data.",
    "Element sets: 18th Space Defense Squadron, by CelesTrak (celestrak.org).",
    "Coastlines and borders: Natural Earth (public domain), by world-atlas. No opinion on boundaries.",
    "SGP4: Vallado, Crawford, Hujsak and Kelso, AIAA 2006-6753, by the sgp4 library (B. Rhodes).",
    "Geodesics: C. F. F. Karney, J. Geodesy 87, 43 (2013), by geographiclib.",
)

Finding = Any  # a value of the assessment room, passed through unread by type


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCase:
    """A case, its text, what reads the files that it names, and what commands call it."""

    case: Case
    text: str
    beside: Callable[[str], bytes] | None
    called: str


def given_case(given: CaseGiven) -> GivenCase:
    """A bundled case by name, or the case file given.

    Raises
    ------
    InputError
        No such case; CaseError with every fault of the file.
    """
    if isinstance(given, Given):
        text = given.words()
        return GivenCase(
            case=parse_case(text, where=given.short_name), text=text, beside=given.beside, called=given.name
        )
    refuse_unknown(given)
    return GivenCase(case=bundled_case(given), text=bundled_text(given), beside=None, called=given)


def refuse_unknown(name: str) -> None:
    """Refuse a name that no bundled case has, and none at all."""
    if not name:
        raise UseError("no case was given", advice=f"name one of {', '.join(bundled_case_names())}, or give a text")
    if name not in bundled_case_names():
        raise InputError(
            f'no bundled case is called "{name[:60]}"', advice=f"bundled: {', '.join(bundled_case_names())}"
        )


def case_digest(text: str) -> str:
    """SHA-256 of a case's text."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


# -- assess ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """An assessment, and what the text was taken for where it was pasted."""

    answer: Assessment
    bundled: bool
    pasted: bool  # to be shown finding by finding, for it is no case
    took_for: str
    text: str
    site_helps: bool

    def shaped(self) -> Assessment:
        """The answer with what a map draws of pasted notices."""
        if not self.pasted or not any(finding.topic == "notice" for finding in self.answer.findings):
            return self.answer
        from bongsu.reports import with_notice_shapes  # noqa: PLC0415 - only for a file

        read = read_notice_text(self.text, where="pasted text", year=self.answer.at.year)
        return with_notice_shapes(self.answer, read.notices)


def answer_assess(
    *,
    case: CaseGiven = "",
    at: datetime,
    site: str = "",
    falls: bool = False,
    marking: str | None = None,
    lang: str = "en",
    progress: Progress | None = None,
) -> Answer[Assessed]:
    """Everything that follows from a case, or from a pasted notice, claim, element set or set of flight figures.

    Raises
    ------
    InputError, NoDataError
        When it is nothing Bongsu knows, or cannot be answered.
    """
    if not case:
        raise UseError("nothing was asked", advice="name a bundled case, or give a text")
    found = _assessed(case, at, site, _FLIGHTS if falls else 0, progress)
    shaped: list[Assessment] = []

    def drawn() -> Assessment:
        if not shaped:
            shaped.append(found.shaped())
        return shaped[0]

    return Answer(
        found=found,
        body=lambda: assessment_to_json(found.answer, language=lang),
        files=assess_files(drawn, marking, lang),
        problems=found.answer.problems,
    )


def _assessed(case: CaseGiven, at: datetime, site: str, falls: int, progress: Progress | None) -> Assessed:
    place = site_from_text(site) if site.strip() else None
    text = case.words() if isinstance(case, Given) else ""
    by_name = not isinstance(case, Given) or case.beside is not None
    if not isinstance(case, Given) or ((by_name or falls) and is_case_text(case, text)):
        one = given_case(case)
        called = one.called if by_name else "FILE.toml"
        answer = assess(
            one.case, at=at, text=one.text, read_file=one.beside, progress=progress, called=called, falls=falls
        )
        bundled = not isinstance(case, Given)
        return Assessed(answer=answer, bundled=bundled, pasted=False, took_for="", text=text, site_helps=False)
    where = "pasted text" if case.beside is None else case.name
    pasted, answer = ask_pasted(text, at=at, site=place, where=where)
    told = any(finding.topic == "notice-orbit" for finding in pasted.findings)
    helps = place is None and not told and any(_may_be_a_launch(finding.details) for finding in pasted.findings)
    return Assessed(
        answer=answer, bundled=False, pasted=pasted.kind != "case", took_for=pasted.words, text=text, site_helps=helps
    )


def _may_be_a_launch(details: Mapping[str, object]) -> bool:
    """Whether a finding tells of a notice with areas whose kind leaves a launch open."""
    return bool(details.get("areas")) and details.get("kind") in {"space launch", "undetermined"}


def assess_files(
    drawn: Callable[[], Assessment], marking: str | None = None, language: str = "en"
) -> dict[str, Callable[[], Written]]:
    """An assessment as report, map and data; ``drawn`` gives it with what maps need."""
    forms = [form for form in ASSESS_FORMS if form != "json"]
    return {form: partial(_assess_file, form, drawn, marking, language) for form in forms}


def _assess_file(form: str, drawn: Callable[[], Assessment], marking: str | None, language: str) -> Written:
    from bongsu.exchange import (  # noqa: PLC0415 - heavy, only when asked
        assessment_to_czml,
        assessment_to_geojson,
        assessment_to_icalendar,
        assessment_to_kml,
    )
    from bongsu.reports import MARKING, map_png, map_svg, report_html, report_pdf  # noqa: PLC0415

    answer = drawn()
    if form in ("geojson", "czml"):
        return json_text(assessment_to_geojson(answer) if form == "geojson" else assessment_to_czml(answer))
    if form in ("kml", "ics"):
        return assessment_to_kml(answer) if form == "kml" else assessment_to_icalendar(answer)
    if form == "html":
        return report_html(answer, language=language)
    if form == "pdf":
        return report_pdf(answer, marking=MARKING if marking is None else marking, language=language)
    drawing = map_svg(answer, language=language)
    return drawing if form == "svg" else map_png(drawing)


# -- explain ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One finding, and the case it belongs to."""

    case: str
    answer: Assessment
    finding: Finding


def answer_explain(
    *, id: str, at: datetime, case: CaseGiven | None = None, progress: Progress | None = None
) -> Answer[Explained]:
    """One finding whole, worked out again from its case; found among the bundled cases unless one is given.

    Raises
    ------
    InputError
        When no finding, or the findings of several cases, have that id.
    """
    seen: list[str] = []
    problems: list[Problem] = []
    answers: list[Explained] = []
    kind, _, key = id.partition(":")
    cases: Sequence[CaseGiven] = bundled_name_of(id) if case is None else [case]
    if kind == "fall" and len(cases) > 1:
        _refuse_many(id, [str(each) for each in cases])  # before each is flown
    for each in cases:
        one = given_case(each)
        claims = [item.id for item in one.case.claim]
        if kind == "claim" and key not in claims:
            seen += [f"claim:{item}" for item in claims]
            continue
        # One claim alone is asked for by itself, for that is faster.
        answer = assess(
            one.case,
            at=at,
            text=one.text,
            read_file=one.beside,
            only=key if kind == "claim" else "",
            falls=1000 if kind == "fall" else 0,
            progress=progress,
        )
        seen += [item.id for item in answer.findings]
        problems += answer.problems
        answers += [
            Explained(case=one.called, answer=answer, finding=item) for item in answer.findings if item.id == id
        ]
    if not answers:
        _refuse_unknown_finding(id, key, seen, problems)
    if len(answers) > 1:
        _refuse_many(id, [found.case for found in answers])
    (found,) = answers

    def body() -> dict[str, Any]:
        inputs = [
            {"id": i.id, "source": i.source, "sha256": i.sha256, "age_days": i.age_days} for i in found.answer.inputs
        ]
        return envelope("explain", [finding_json(found.finding)], at=at, inputs=inputs, case=found.case)

    return Answer(found=found, body=body, files={})


def _refuse_unknown_finding(id: str, key: str, seen: Sequence[str], problems: Sequence[Problem]) -> NoReturn:
    fault = next((item for item in problems if item.where == f"claim {key}"), None)
    if fault is not None:
        raise InputError(f"{id}: {fault.what}", advice=fault.advice)
    near = get_close_matches(id, seen, n=1)
    known = list(dict.fromkeys(seen))
    listed = ", ".join(known[:24]) + (f" and {len(known) - 24} more" if len(known) > 24 else "")
    raise InputError(
        f'no finding is called "{id}"',
        advice=(f"did you mean {near[0]}? " if near else "") + f"findings there are: {listed or 'none'}",
    )


def _refuse_many(id: str, names: Sequence[str]) -> NoReturn:
    raise InputError(
        f'{len(names)} bundled cases have a finding "{id}": {", ".join(names)}',
        advice=f"say which: bongsu explain {id} --case {names[0]}",
    )


# -- case, cite ------------------------------------------------------------------------------------


def answer_case_list(*, at: datetime) -> Answer[list[dict[str, str]]]:
    """Bundled cases: name, title, one line."""
    heads = [(name, bundled_case(name).case) for name in bundled_case_names()]
    rows = [{"name": name, "title": head.title or "", "summary": head.summary or ""} for name, head in heads]
    return Answer(found=rows, body=lambda: envelope("case-list", rows, at=at), files={})


def answer_case_show(*, case: str, at: datetime) -> Answer[str]:
    """The file of a bundled case: every value with its source.

    Raises
    ------
    InputError
        When no bundled case has that name.
    """
    refuse_unknown(case)
    text = bundled_text(case)

    def body() -> dict[str, Any]:
        return envelope("case", [{"name": case, "sha256": case_digest(text), "toml": text}], at=at)

    return Answer(found=text, body=body, files={"toml": lambda: text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A case file looked at: its case, or every fault with its line."""

    case: Case | None
    parts: dict[str, int]


def answer_case_check(*, case: CaseGiven = "", at: datetime) -> Answer[Checked]:
    """What is wrong with a case file, every fault with its line; a faulty file is an answer here, not an error."""
    if not isinstance(case, Given):
        refuse_unknown(case)
    text = case.words() if isinstance(case, Given) else bundled_text(case)
    where = case.short_name if isinstance(case, Given) else case
    problems: tuple[Problem, ...] = ()
    found: Case | None = None
    try:
        found = parse_case(text, where=where)
    except CaseError as error:
        problems = error.problems
    parts = {} if found is None else _parts(found)

    def body() -> dict[str, Any]:
        row = {"name": None if found is None else found.case.name, "good": found is not None, "parts": parts}
        inputs = [{"id": where, "source": "as given", "sha256": case_digest(text), "age_days": None}]
        return envelope("case-check", [row], at=at, inputs=inputs, problems=problems)

    return Answer(found=Checked(case=found, parts=parts), body=body, files={}, problems=problems)


def _parts(case: Case) -> dict[str, int]:
    return {
        "launches": len(case.launch),
        "notices": len(case.notice),
        "claims": len(case.claim),
        "observations": len(case.observation),
        "element entries": len(case.elements),
        "sources": len(case.source),
    }


def answer_cite(*, at: datetime, case: CaseGiven | None = None) -> Answer[dict[str, Any]]:
    """How to cite Bongsu, a case and its sources with their grades."""
    one = None if case is None else given_case(case).case
    item: dict[str, Any] = {
        "software": f"Bongsu {__version__}, open software (Apache-2.0), used {at:%Y-%m-%d}. See CITATION.cff.",
        "case": None,
        "data": list(_DATA),
    }
    if one is not None:
        item["case"] = {
            "name": one.case.name,
            "title": one.case.title or one.case.name,
            "compiled": str(one.case.compiled or ""),
            "sources": [
                {
                    "id": key,
                    "grade": source.grade,
                    "publisher": source.publisher,
                    "of": source.of or "",
                    "published": str(source.published or ""),
                    "title": source.title,
                    "address": source.address,
                }
                for key, source in one.sources.items()
            ],
        }
    return Answer(found=item, body=lambda: envelope("cite", [item], at=at), files={})
