"""Answers about claims and reported flights: could it be seen, do the figures agree, how far would that carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bongsu.answers.answer import Answer, CaseGiven, Given, Progress
from bongsu.answers.bounds import UNBOUNDED, Bounds
from bongsu.answers.case_answers import given_case
from bongsu.answers.times import parse_length, parse_moment
from bongsu.answers.writing import json_text
from bongsu.cases import (
    Assessment,
    WarningPlan,
    ask_claim,
    ask_flight,
    ask_range,
    ask_recorded_flight,
    ask_recorded_range,
    coverage_of_claim,
    envelope,
    exposure_row,
    find_norad_id,
    finding_json,
    places_from_sites,
    read_listing,
    site_from_text,
)
from bongsu.errors import InputError, UseError

__all__ = [
    "COVERAGE_CAVEAT",
    "ClaimChecked",
    "Coverage",
    "answer_claim_check",
    "answer_claim_coverage",
    "answer_flight_check",
    "answer_flight_range",
    "apart_words",
]

COVERAGE_CAVEAT = (
    "Had it in reach: geometry and light only. Cloud, orders and other work of the satellite are not known, so that a picture"
    " may exist, not that one does. Satellites outside the table are not counted."
)
_TO_THE_SECOND = re.compile(r"[T ]\d\d:?\d\d:?\d\d")
Finding = Any  # a value of the assessment room, passed through unread by type


# -- claim check -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChecked:
    """The finding about a claim, and the case it was asked in."""

    finding: Finding
    answer: Assessment


def answer_claim_check(
    *,
    satellite: str,
    site: str,
    time: str,
    at: datetime,
    kind: str = "imaged",
    imager: str = "",
    elements: Given | None = None,
    case: CaseGiven | None = None,
) -> Answer[ClaimChecked]:
    """Could a satellite see a site at a time? Geometry and light only, by an orbit that does not use the claim."""
    answer = ask_claim(
        find_norad_id(satellite),
        site_from_text(site),
        parse_moment(time, "time"),
        at=at,
        kind=kind,
        imager=imager,
        base=None if case is None else given_case(case).case,
        elements=elements.words() if elements else "",
        seconds=_TO_THE_SECOND.search(time) is not None,
    )
    finding = answer.findings[0]

    def body() -> dict[str, Any]:
        inputs = [{"id": i.id, "source": i.source, "sha256": i.sha256, "age_days": i.age_days} for i in answer.inputs]
        return envelope("claim", [finding_json(finding)], at=at, inputs=inputs, problems=answer.problems)

    return Answer(found=ClaimChecked(finding=finding, answer=answer), body=body, files={}, problems=answer.problems)


# -- claim coverage --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Exposures that could have given a picture, the nearest in time first, and one sentence about them."""

    plan: WarningPlan
    rows: Sequence[dict[str, Any]]
    statement: str


def answer_claim_coverage(
    *,
    site: str,
    time: str,
    at: datetime,
    within: str = "24h",
    without: Sequence[str] = (),
    elements: Given | None = None,
    satcat: Given | None = None,
    tolerant: bool = False,
    bounds: Bounds = UNBOUNDED,
    progress: Progress | None = None,
) -> Answer[Coverage]:
    """Which other imaging satellites could have seen a site near a time: where independent pictures may exist.

    Rows carry ``from_claim_s``, seconds after the stated time.
    """
    stated = parse_moment(time, "time")
    length = parse_length(within)
    bounds.check_span(2 * length)
    plan, problems = coverage_of_claim(
        places_from_sites((site,))[0],
        stated,
        elements.read() if elements else None,
        origin=elements.name if elements else "",
        within=length,
        leave_out=frozenset(find_norad_id(text) for text in without),
        listing=read_listing(satcat.read(), where=satcat.name) if satcat else None,
        strict=not tolerant,
        progress=None if progress is None else lambda done, steps: progress("other satellites", done, steps),
    )
    every = [*problems, *plan.problems]
    rows = _coverage_rows(plan, stated)
    statement = _coverage_statement(plan, rows, length)

    def body() -> dict[str, Any]:
        return envelope(
            "claim-coverage", rows, at=at, problems=every, statement=statement, asked=len(plan.satellites),
            caveats=[COVERAGE_CAVEAT],
        )  # fmt: skip

    return Answer(found=Coverage(plan=plan, rows=rows, statement=statement), body=body, files={}, problems=every)


def _coverage_rows(plan: WarningPlan, moment: datetime) -> list[dict[str, Any]]:
    """Exposures that could have given a picture (no dark ones), the nearest in time first."""
    rows = []
    for item in plan.exposures:
        if item.level != "night":
            apart = (item.best - moment).total_seconds()
            rows.append({**exposure_row(item, plan), "from_claim_s": round(apart, 1)})
    return sorted(rows, key=lambda row: abs(row["from_claim_s"]))


def _coverage_statement(plan: WarningPlan, rows: Sequence[dict[str, Any]], length: timedelta) -> str:
    within = f"{length.total_seconds() / 3600.0:g} h"
    place = plan.plans[0].place.name
    names = {row["satellite"] for row in rows}
    sure = {row["satellite"] for row in rows if row["level"] == "WARN"}
    asked = len(plan.satellites)
    if not rows:
        return (
            f"None of {asked} other imaging satellites of the table had {place} in reach within {within} of the time."
        )
    return (
        f"{len(names)} of {asked} other imaging satellites of the table had {place} in reach within {within} of the time,"
        f" {len(sure)} of them well within it; the nearest {apart_words(rows[0]['from_claim_s'])}."
    )


def apart_words(seconds: float) -> str:
    """``0:12:30 before``, ``1:02:03 after``."""
    text = str(timedelta(seconds=round(abs(seconds))))
    return f"{text} {'before' if seconds < 0 else 'after'}"


# -- flight check, flight range --------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reported:
    """A flight as given: figures in one text or one by one, or a flight of the record."""

    figures: str
    apogee_km: str
    range_km: str
    time_min: str
    party: str
    site: str
    azimuth: float | None
    kind: str
    test: str

    def __post_init__(self) -> None:
        """Refuse what says too much or too little."""
        single = bool(self.apogee_km or self.range_km or self.time_min)
        if self.test and (self.figures or single or self.site or self.azimuth is not None):
            raise UseError("--test takes figures and place from the record: give nothing beside it")
        if self.figures and single:
            raise UseError("give the figures as one text, or by options, not both")
        if not self.test and not self.figures and not (self.apogee_km and self.range_km):
            raise UseError('give the figures: "6,248.5 km, 1,090 km, 67.5 min", or --apogee-km and --range-km')

    @property
    def report(self) -> list[tuple[str, ...]]:
        if self.figures:
            return [(self.party, self.figures)]
        return [(self.party, self.apogee_km, self.range_km, self.time_min)]

    @property
    def place(self) -> dict[str, Any]:
        site = site_from_text(self.site) if self.site else None
        return {"kind": self.kind, "site": site, "azimuth_deg": self.azimuth}


def answer_flight_check(
    *,
    at: datetime,
    figures: str = "",
    apogee_km: str = "",
    range_km: str = "",
    time_min: str = "",
    party: str = "the report",
    site: str = "",
    azimuth: float | None = None,
    kind: str = "unknown",
    test: str = "",
) -> Answer[Finding]:
    """Reported figures against the free flight they need. Rounding counts, so they are written as reported."""
    told = _Reported(
        figures=figures, apogee_km=apogee_km, range_km=range_km, time_min=time_min, party=party, site=site,
        azimuth=azimuth, kind=kind, test=test,
    )  # fmt: skip
    finding = ask_recorded_flight(told.test) if told.test else ask_flight(told.report, **told.place)
    return Answer(found=finding, body=lambda: envelope("flight", [finding_json(finding)], at=at), files={})


def answer_flight_range(
    *,
    at: datetime,
    figures: str = "",
    apogee_km: str = "",
    range_km: str = "",
    time_min: str = "",
    party: str = "the report",
    site: str = "",
    azimuth: float | None = None,
    kind: str = "unknown",
    test: str = "",
) -> Answer[Finding]:
    """How far the speed of reported figures would carry on a standard trajectory: a distance, or a lower bound."""
    told = _Reported(
        figures=figures, apogee_km=apogee_km, range_km=range_km, time_min=time_min, party=party, site=site,
        azimuth=azimuth, kind=kind, test=test,
    )  # fmt: skip
    finding = ask_recorded_range(told.test) if told.test else ask_range(told.report, **told.place)
    return Answer(
        found=finding,
        body=lambda: envelope("flight", [finding_json(finding)], at=at),
        files={"geojson": lambda: json_text(_circles(finding, told, at))},
    )


def _circles(finding: Finding, told: _Reported, at: datetime) -> dict[str, Any]:
    """The answer's distances as circles about the launch point."""
    from bongsu.exchange import scale_circles_to_geojson  # noqa: PLC0415 - only when asked

    if not (told.site or told.test):
        raise UseError("a circle needs the launch point: --site LAT,LON")
    place = finding.details["launch"]
    if place["latitude_deg"] is None or place["longitude_deg"] is None:
        raise UseError("the record has no launch point of that flight: no circle can be drawn")
    distance = finding.estimates.get("distance_km")
    if distance is None:
        raise InputError(f"no circle: {finding.statement}", advice="without -f geojson the whole answer is shown")
    if distance.value is None:
        radii = [("at least", distance.low)]
    else:
        radii = [("low", distance.low), ("median", distance.value), ("high", min(distance.high, 19_900.0))]
    name = told.test or "the flight"
    return scale_circles_to_geojson(place["latitude_deg"], place["longitude_deg"], radii, name=name, at=at)
