"""Who must be told of a notice, and the outgoing text of one's own series."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bongsu.answers.answer import Answer, CaseGiven, Given, is_case_text
from bongsu.answers.case_answers import case_digest, given_case, refuse_unknown
from bongsu.answers.notice_answers import read_given
from bongsu.answers.times import parse_moment
from bongsu.answers.wording import wording_of
from bongsu.answers.writing import json_text
from bongsu.cases import (
    Told,
    draft_text,
    envelope,
    notices_of_case,
    parse_case,
    parties_with,
    read_notice_text,
    shipped_parties,
    subject_of_case,
    subject_of_text,
    who_is_told,
    whom_to_json,
)
from bongsu.errors import InputError, Problem, UseError

if TYPE_CHECKING:
    from bongsu.cases import Subject
    from bongsu.reports import Wording

__all__ = ["WhomTold", "answer_notice_draft", "answer_notice_whom"]

_MILE_M = 1852.0
_SPEEDS = {"sea": (8.0, 24.0), "air": (400.0, 520.0)}  # knots, slow and fast ships and airliners: our choice
_RANGE = re.compile(r"\s*(\d{1,4}(?:\.\d{1,3})?)\s*(?:(?:-|to)\s*(\d{1,4}(?:\.\d{1,3})?)\s*)?")


# -- whom ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WhomTold:
    """Who is to be told, and in whose words."""

    told: Told
    wording: Wording


def answer_notice_whom(
    *,
    case: CaseGiven = "",
    at: datetime,
    firs: Given | None = None,
    ports: Given | None = None,
    routes: Given | None = None,
    own: Sequence[Given] = (),
    speed_kn: str = "",
    depart: str = "",
    within_nm: float = 100.0,
    launch: str = "",
    year: int | None = None,
    for_: str = "",
    tz: str = "",
) -> Answer[WhomTold]:
    """Who must be told: NAVAREA coordinators, FIRs, coasts within 200 NM, ports, your routes and positions.

    ``case`` is a bundled case, the text of a case file, or that of a warning or NOTAM.
    """
    subject = _subject(case, launch, year or at.year)
    wording = wording_of(for_, tz)
    speed = _speed(speed_kn, for_)
    parties, ways, problems = _parties(firs, ports, routes, own, speed, for_, depart)
    told = who_is_told(subject, parties, ways, at=at, margin_m=within_nm * _MILE_M, speed_m_s=speed)
    problems = [*told.problems, *problems]

    def body() -> dict[str, Any]:
        from bongsu.reports import told_sentence  # noqa: PLC0415 - only when asked

        return envelope(
            "whom",
            whom_to_json(told),
            at=at,
            inputs=[subject.input, *map(_map_input, own)],
            problems=problems,
            statement=told_sentence(told, wording=wording),
            advice=list(told.advice),
            caveats=list(told.caveats),
            margin_m=told.margin_m,
        )

    def shapes() -> str:
        from bongsu.exchange import told_to_geojson  # noqa: PLC0415 - only when asked

        return json_text(told_to_geojson(told, at=at))

    return Answer(found=WhomTold(told=told, wording=wording), body=body, files={"geojson": shapes}, problems=problems)


def _parties(
    firs: Given | None,
    ports: Given | None,
    routes: Given | None,
    maps: Sequence[Given],
    speed: tuple[float, float],
    audience: str,
    depart: str,
) -> tuple[list[Any], list[Any], list[Problem]]:
    """Parties, ways, and what was wrong with single ones."""
    from bongsu.exchange import read_own_map, read_parties, read_routes  # noqa: PLC0415 - only when asked

    problems: list[Problem] = []
    given: list[Any] = []
    legs = "great circle" if audience == "air" else "rhumb"
    departs = parse_moment(depart, "--depart").astimezone(UTC) if depart else None
    sailed: dict[str, Any] = {"speed_m_s": speed, "legs": legs, "departs": departs}
    for each in maps:
        features, found = read_own_map(each.words(), where=each.name, **sailed)
        given += features
        problems += found
    mine = [each for each in given if not hasattr(each, "places")]
    parties: list[Any] = parties_with(mine)
    if firs:
        own, found = read_parties(firs.words(), kind="FIR", where=firs.name)
        parties = [each for each in shipped_parties() if each.kind != "FIR"] + mine + own
        problems += found
    if ports:
        own, found = read_parties(ports.words(), kind="port", where=ports.name)
        parties += own
        problems += found
    if routes:
        own_routes, found = read_routes(routes.words(), where=routes.name, **sailed)
        given += own_routes
        parties += [each for each in own_routes if not hasattr(each, "places")]
        problems += found
    return parties, [each for each in given if hasattr(each, "places")], problems


def _map_input(own: Given) -> dict[str, Any]:
    """The entry of an own map among the inputs."""
    return {"id": own.name, "source": "own map", "sha256": hashlib.sha256(own.read()).hexdigest(), "age_days": None}


def _subject(case: CaseGiven, launch: str, year: int) -> Subject:
    if not isinstance(case, Given):
        one = given_case(case)
        return subject_of_case(one.case, text=one.text, launch=launch)
    text = case.notice_words()
    if is_case_text(case, text):
        return subject_of_case(parse_case(text, where=case.short_name), text=text, launch=launch)
    if launch:
        raise InputError(f"--launch {launch} belongs to a case, and {case.name} is a notice", advice="leave it out")
    return subject_of_text(read_notice_text(text, where=case.name, year=year))


def _speed(text: str, audience: str) -> tuple[float, float]:
    """Least and greatest speed. [m/s]"""
    slow, fast = _SPEEDS["air" if audience == "air" else "sea"]
    if text:
        found = _RANGE.fullmatch(text)
        slow, fast = (float(found[1]), float(found[2] or found[1])) if found else (0.0, 0.0)
        if not 0.0 < slow <= fast <= 2000.0:
            raise InputError(f"--speed-kn {text[:30]!r} is no speed", advice="write --speed-kn 14 or --speed-kn 10-18")
    return slow * _MILE_M / 3600.0, fast * _MILE_M / 3600.0


# -- draft -----------------------------------------------------------------------------------------


def answer_notice_draft(
    *,
    case: CaseGiven = "",
    at: datetime,
    series: str = "",
    number: str = "",
    cancels: Sequence[str] = (),
    kind: str = "",
    notam: bool = False,
    fir: str = "",
    places: str = "minutes",
    area: Sequence[str] = (),
    launch: str = "",
    year: int | None = None,
) -> Answer[Any]:
    """The outgoing text of one's own series from the areas and windows of a case or text, for a person to sign."""
    if notam and (series or places == "seconds"):
        raise UseError("--notam has no --series, and its places are in seconds already")
    if fir and not notam:
        raise UseError("--fir belongs to --notam")
    notices, source = _notices(case, launch, year or at.year)
    made = draft_text(
        notices,
        at=at,
        series=series,
        number=number,
        cancels=tuple(cancels),
        kind=kind,
        notam=notam,
        fir=fir,
        seconds=places == "seconds",
        labels=tuple(area),
    )

    def body() -> dict[str, Any]:
        item = {"message": made.message, "text": made.text, "checks": list(made.checks), "status": "draft"}
        return envelope("draft", [item], at=at, inputs=[source])

    return Answer(found=made, body=body, files={"text": lambda: made.text})


def _notices(given: CaseGiven, launch: str, year: int) -> tuple[Sequence[Any], dict[str, Any]]:
    """Notices of a text or a case, and the entry among the inputs."""
    if isinstance(given, Given):
        text = given.notice_words()
        if not is_case_text(given, text):
            read = read_given(given, year)
            return read.notices, read.input()
        case = parse_case(text, where=given.short_name)
    else:
        refuse_unknown(given)
        one = given_case(given)
        case, text = one.case, one.text
    entry = {"id": f"case {case.case.name}", "source": "case file", "sha256": case_digest(text), "age_days": None}
    return notices_of_case(case, launch=launch), entry
