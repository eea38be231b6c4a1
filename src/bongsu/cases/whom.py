"""Who must be told of a notice's areas, and what we advise: from texts and cases to one answer."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bongsu.assessment import Finding
from bongsu.cases import questions
from bongsu.cases.case import Case
from bongsu.cases.notice_texts import NoticeText
from bongsu.earth import ChartShape, Estimate, Window, format_utc
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.notices import (
    RELATIONS,
    ApproximateArea,
    AreaToWarn,
    Crossing,
    Notam,
    NotamArea,
    Notice,
    NotifiedArea,
    Party,
    Passage,
    Route,
    bands_crossed,
    passage,
    publisher,
    relation_to,
)
from bongsu.provenance import Evidence
from bongsu.reference import flight_information_regions, launches, navareas
from bongsu.wording import joined, phrase

__all__ = [
    "Subject",
    "Told",
    "parties_with",
    "shipped_parties",
    "subject_of_case",
    "subject_of_text",
    "told_finding",
    "who_is_told",
    "whom_to_json",
]

_NAVAREA_LOOSE_M = 2_500.0  # thinned to 0.02 degree
_FIR_LOOSE_M = 100.0  # published to the minute of arc or better; drawn straight on a chart
_FAR_M, _NEAR_M = 2e6, 1e5  # a route with exchanged coordinates is that far from all areas, and near one when put right
_ORDER = ("NAVAREA", "FIR", "200 NM band", "port", "position")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is asked about: areas, all windows, who published, FIRs that the text names, its hash."""

    name: str
    areas: tuple[AreaToWarn, ...]
    windows: tuple[Window, ...]
    publishers: tuple[str, ...] = ()
    firs_named: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    input: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The answer: crossings (touched, and those within the margin), passages of routes, advice and what to keep in mind."""

    subject: Subject
    crossings: tuple[Crossing, ...]
    passages: tuple[Passage, ...]
    margin_m: float
    speed_m_s: tuple[float, float] | None
    advice: tuple[str, ...]
    caveats: tuple[str, ...]
    problems: tuple[Problem, ...]

    def without_fir(self) -> list[AreaToWarn]:
        """Areas that no FIR known here touches."""
        told = {id(each.area) for each in self.crossings if each.party.kind == "FIR" and each.touched}
        return [area for area in self.subject.areas if id(area) not in told]

    def of_kind(self, kind: str) -> list[Crossing]:
        """Crossings of one kind of party, nearest first, one for each party: its closest relation to any area."""
        best: dict[str, Crossing] = {}
        for each in self.crossings:
            if each.party.kind == kind and (
                each.party.name not in best or _closeness(each) < _closeness(best[each.party.name])
            ):
                best[each.party.name] = each
        return sorted(best.values(), key=lambda each: (*_closeness(each), each.party.name))


def shipped_parties() -> list[Party]:
    """The 21 NAVAREAs with their coordinators, and the FIRs whose published coordinates are shipped."""
    regions = [
        Party(
            kind="NAVAREA",
            name=each.name,
            who=publisher(each.id),
            shape=ChartShape.from_rings([[ring] for ring in each.rings]),
            source=each.source,
            loose_m=_NAVAREA_LOOSE_M,
        )
        for each in navareas()
    ]
    return regions + [
        Party(
            kind="FIR",
            name=phrase("{name} ({id})", name=each.name, id=each.id),
            who=each.unit,
            shape=ChartShape.from_rings([[ring] for ring in each.rings]),
            source=each.source,
            note=each.note,
            loose_m=_FIR_LOOSE_M,
        )
        for each in flight_information_regions()
    ]


def parties_with(own: Sequence[Party]) -> list[Party]:
    """The shipped parties and one's own; a shipped FIR whose designator stands in the name of an own one gives way to it."""
    names = [each.name for each in own if each.kind == "FIR"]
    gone = {
        phrase("{name} ({id})", name=each.name, id=each.id)
        for each in flight_information_regions()
        if any(each.id in name for name in names)
    }
    return [each for each in shipped_parties() if each.kind != "FIR" or each.name not in gone] + list(own)


def subject_of_text(read: NoticeText) -> Subject:
    """The areas of a text's notices; the circle of a NOTAM's Q line stands in as the area it is.

    Raises
    ------
    NoDataError
        When no area was read.
    """
    areas: list[AreaToWarn] = []
    problems: list[Problem] = list(read.problems)
    for notice in read.notices:
        several = len(read.notices) > 1
        for area in notice.areas:
            try:
                shape = ChartShape.from_region(area.region())
            except InputError as error:
                problems.append(
                    Problem(
                        where=phrase("area {label}", label=area.label or "(no letter)"),
                        what=str(error),
                        advice=error.advice,
                    )
                )
                continue
            areas.append(
                AreaToWarn(
                    notice=notice.id if several else "",
                    label=_label(area),
                    shape=shape,
                    windows=area.windows or notice.windows,
                )
            )
    if not areas:
        raise NoDataError(
            phrase("{where}: no area was read, so it cannot be said who is touched", where=read.where),
            advice="bongsu notice parse FILE says what was read",
        )
    return Subject(
        name=joined(", ", dict.fromkeys(each.id for each in read.notices if each.id)) or "the notice",
        areas=tuple(areas),
        windows=tuple(dict.fromkeys(window for area in areas for window in area.windows)),
        publishers=tuple(dict.fromkeys(each.publisher for each in read.notices if each.publisher)),
        firs_named=_firs_named(read.notices),
        problems=tuple(problems),
        input=read.input(),
    )


def _label(area: NotifiedArea) -> str:
    rough = isinstance(area, NotamArea) and area.approximate
    name = phrase("area {label}", label=area.label) if area.label else "area"
    return phrase("{name} (circle of the Q line)", name=name) if rough else name


def _firs_named(notices: Sequence[Notice]) -> tuple[str, ...]:
    named: list[str] = []
    for notice in notices:
        if isinstance(notice, Notam):
            named += [notice.qualifier.fir] if notice.qualifier else []
            named += notice.locations
    return tuple(dict.fromkeys(each for each in named if each))


def subject_of_case(case: Case, *, text: str = "", launch: str = "") -> Subject:
    """The notified areas of a case's launch, approximate ones with their uncertainty.

    Raises
    ------
    InputError
        When no launch has that id.
    NoDataError
        When the case has no notified area.
    """
    chosen, notices = questions.launch_with_notices(case, launch)
    problems: list[Problem] = []
    windows = tuple(dict.fromkeys(window for each in notices for window in questions.safe_windows(each, problems)))
    areas = []
    for each in questions.best_areas(notices, problems):
        label = phrase("area {label}", label=each.label) if each.label else "area"
        if isinstance(each, ApproximateArea):
            point = ChartShape.from_points([(each.latitude_deg, each.longitude_deg)])
            areas.append(
                AreaToWarn(notice="", label=label, shape=point, windows=windows, uncertainty_m=each.uncertainty_m)
            )
        else:
            shape = ChartShape.from_region(each.region())
            areas.append(AreaToWarn(notice="", label=label, shape=shape, windows=each.windows or windows))
    if not areas:
        raise NoDataError(
            phrase(
                "case {name}: no notified area of {id} is known",
                name=case.case.name,
                id=chosen.id if chosen else "a launch",
            ),
            advice="file the warning's text: bongsu case add CASE --notice FILE",
        )
    digest = hashlib.sha256(text.encode()).hexdigest() if text else ""
    return Subject(
        name=phrase("{name}, {id}", name=case.case.name, id=chosen.id) if chosen else case.case.name,
        areas=tuple(areas),
        windows=windows,
        publishers=tuple(dict.fromkeys(each.publisher for each in notices if each.publisher)),
        problems=tuple(problems),
        input={
            "id": phrase("case {name}", name=case.case.name),
            "source": "case file",
            "sha256": digest,
            "age_days": None,
        },
    )


def told_finding(case: Case, launch: str, sources: tuple[str, ...], *, at: datetime) -> Finding | None:
    """Who had to be told of a launch's areas, as a finding; None where no area is known. Id ``told:<launch>``."""
    try:
        told = who_is_told(subject_of_case(case, launch=launch), shipped_parties(), at=at, margin_m=0.0)
    except (NoDataError, InputError):
        return None
    kinds = {kind: [each for each in told.of_kind(kind) if each.touched] for kind in ("NAVAREA", "FIR", "200 NM band")}
    if not any(kinds.values()):
        return None
    areas = [
        phrase("{name} ({who})", name=each.party.name, who=each.party.who) if each.party.who else each.party.name
        for each in kinds["NAVAREA"]
    ]
    coasts = [
        (each.party.name.removeprefix("200 NM band of "), each.relation == "may be inside")
        for each in kinds["200 NM band"]
    ]
    sure = [phrase("perhaps {name}", name=name) if perhaps else name for name, perhaps in coasts]
    firs = [each.party.name for each in kinds["FIR"]]
    said = [
        phrase("the coordinator{s} of {areas}", s="s" if len(areas) > 1 else "", areas=joined(", ", areas))
        if areas
        else "",
        phrase("air traffic services of {firs}", firs=joined(", ", firs)) if firs else "",
        phrase("coasts within 200 NM: {coasts}", coasts=joined(", ", sure)) if coasts else "no coast within 200 NM",
    ]
    codes = [phrase("FIR {code}", code=name.rpartition("(")[2].rstrip(")")) for name in firs]
    short = joined(", ", [each.party.name for each in kinds["NAVAREA"]] + codes)
    near = joined(", ", (phrase("{name}?", name=name) if perhaps else name for name, perhaps in coasts))
    return Finding(
        id=f"told:{launch}",
        topic="told",
        question="Who must be told of the areas?",
        verdict="computed",
        statement=phrase(
            "To be told of the notified areas: {said}.", said=joined("; ", (part for part in said if part))
        ),
        label="to tell",
        brief=phrase("{short}; coasts {near}", short=short, near=near)
        if near
        else phrase("{short}; no coast within 200 NM", short=short),
        mark="computed",
        sources=sources,
        evidence=(Evidence(what="the notified areas", sources=sources),),
        method="Areas held against the limits of NAVAREAs, the FIRs known here and Natural Earth's coasts.",
        reference="IMO/IHO World-Wide Navigational Warning Service; Natural Earth 1:50 million",
        caveats=told.caveats,
        would_change=(
            "Your own FIRs, ports and routes: bongsu notice whom CASE --firs FILE --ports FILE --routes FILE",
        ),
        say="these were the coordinators and coasts concerned",
        do_not_say="that they were told, or that a 200 NM band is a legal boundary",
        details={"advice": list(told.advice)},
    )


def who_is_told(
    subject: Subject,
    parties: Sequence[Party],
    routes: Sequence[Route] = (),
    *,
    at: datetime,
    margin_m: float,
    speed_m_s: tuple[float, float] | None = None,
) -> Told:
    """Hold every area against every party, 200 NM band and route.

    Parameters
    ----------
    subject : Subject
    parties : sequence of Party
        NAVAREAs, FIRs, ports and positions; see :func:`shipped_parties`.
    routes : sequence of Route
    at : datetime
        When it is asked; says whether windows are over.
    margin_m : float
        Parties this near an area are listed too. [m]
    speed_m_s : (float, float), optional
        Least and greatest speed of positions, for the time to an edge.
    """
    crossings: list[Crossing] = []
    problems = list(subject.problems)
    for area in subject.areas:
        found = [
            relation_to(area, party)
            for party in parties
            if not party.shape.surely_beyond(area.shape, margin_m + area.uncertainty_m + party.loose_m)
        ]
        try:
            found += bands_crossed(area, margin_m=margin_m)
        except InputError as error:
            problems.append(Problem(where=area.name, what=str(error)))
        crossings += [each for each in found if each.touched or each.distance_m.low <= margin_m]
    problems += [problem for route in routes if (problem := _exchanged(route, subject.areas)) is not None]
    passages = tuple(passage(area, route) for route in routes for area in subject.areas)
    return Told(
        subject=subject,
        crossings=tuple(
            sorted(crossings, key=lambda each: (_ORDER.index(each.party.kind), *_closeness(each), each.party.name))
        ),
        passages=passages,
        margin_m=margin_m,
        speed_m_s=speed_m_s,
        advice=_advice(subject, at),
        caveats=_caveats(subject, crossings, parties),
        problems=tuple(problems),
    )


def _exchanged(route: Route, areas: Sequence[AreaToWarn]) -> Problem | None:
    """A route far from every area that would be near one with latitude and longitude exchanged."""
    if any(abs(longitude) > 90.0 for _, longitude in route.places):
        return None
    given = ChartShape.from_points(route.places)
    turned = ChartShape.from_points([(longitude, latitude) for latitude, longitude in route.places])
    far = all(given.surely_beyond(area.shape, _FAR_M) for area in areas)
    if not far or all(turned.surely_beyond(area.shape, _NEAR_M) for area in areas):
        return None
    return Problem(
        where=route.name,
        what="far from every area, and near one if latitude and longitude are exchanged",
        advice="longitude comes first in GeoJSON: look whether this route is where it should be",
    )


def _closeness(each: Crossing) -> tuple[int, float]:
    return RELATIONS.index(each.relation), each.distance_m.low


def _advice(subject: Subject, at: datetime) -> tuple[str, ...]:
    """Ours, not the authority's: nothing here restates its times."""
    count, early = _launches_before_their_window()
    lines = []
    if early:
        name, lead = early[0]
        minutes = int(lead.total_seconds() // 60)
        lines.append(
            phrase(
                "Treat it as in force from receipt, not only in its windows: {count} of {count_2} North"
                " Korean launches with a notice came before the window ({name}: {minutes} minutes"
                " before).",
                count=len(early),
                count_2=count,
                name=name,
                minutes=minutes,
            )
        )
    outside, told = _falls_outside()
    if told:
        lines.append(
            phrase(
                "Leave room around the areas: of {told} falls that a party placed, {outside} were"
                " outside the notified areas.",
                told=told,
                outside=outside,
            )
        )
    ends = [window.end for window in subject.windows if window.end]
    if ends and max(ends) < at and len(ends) == len(subject.windows):
        lines.append(
            "All its windows ended before the time asked: ask the authority whether it was extended or cancelled."
        )
    if not subject.windows:
        lines.append("No window was read: ask the authority for its times.")
    lines.append(
        "Times and limits are the authority's alone. A change of them comes from the authority, not from here."
    )
    return tuple(lines)


def _launches_before_their_window() -> tuple[int, list[tuple[str, timedelta]]]:
    """North Korean launches with a notice, and those that lifted off before the last notice's window, by how long."""
    count, early = 0, []
    for launch in launches():
        starts = [notice.start for notice in launch.notices if notice.start]
        if launch.number is None or not starts or not launch.lift_offs:
            continue
        count += 1
        lead = starts[-1] - max(each.time for each in launch.lift_offs)
        if lead > timedelta(0):
            early.append((phrase("{name}, {date}", name=launch.name, date=launch.date), lead))
    return count, early


def _falls_outside() -> tuple[int, int]:
    """Reported falls of North Korean launches said to lie outside the notified area, and those said either way."""
    said = [fall.inside for launch in launches() if launch.number is not None for fall in launch.falls if fall.inside]
    return said.count("outside"), len(said)


def _caveats(subject: Subject, crossings: Sequence[Crossing], parties: Sequence[Party]) -> tuple[str, ...]:
    lines = []
    if any(area.approximate for area in subject.areas):
        lines.append(
            "Only centres of areas are known here, from published distances; an area's own extent comes on top of the ranges."
        )
    if any(each.party.kind == "200 NM band" for each in crossings):
        lines.append(
            "200 NM bands are distances from a drawn coast (Natural Earth 1:50 million, 90 % of ports within 8 km of it), no legal"
            " boundaries: islets are missing, and whose coast it is is that map's."
        )
    firs = [party.name for party in parties if party.kind == "FIR"]
    shipped = {each.source for each in flight_information_regions()}
    mixed = any(party.source in shipped for party in parties if party.kind == "FIR")
    many = phrase("{count}, yours among them" if mixed else "{count} of your file", count=len(firs))
    known = joined(", ", firs) if len(firs) <= 3 else many
    lines.append(phrase("FIRs known here: {known}. For others give --firs FILE.", known=known or "none"))
    lines += [
        phrase("{name}: {note}.", name=each.party.name, note=each.party.note)
        for each in crossings
        if each.party.note and each.party.kind == "FIR"
    ]
    return tuple(dict.fromkeys(lines))


def whom_to_json(told: Told) -> list[dict[str, Any]]:
    """Items as ``notice whom`` prints them: one for each area and party, and for each area and route."""
    items: list[dict[str, Any]] = []
    for each in told.crossings:
        items.append(
            {
                "area": _area(each.area),
                "party": {
                    "kind": each.party.kind,
                    "name": each.party.name,
                    "who": each.party.who,
                    "source": each.party.source,
                    "note": each.party.note,
                },
                "relation": each.relation,
                "share": None if each.share is None else round(each.share, 4),
                "shared_km2": round(each.shared_km2, 1),
                "distance_m": _estimate(each.distance_m),
                "edge_m": None if each.edge_m is None else _estimate(each.edge_m),
            }
        )
    for way in told.passages:
        items.append(
            {
                "area": _area(way.area),
                "route": {
                    "name": way.route.name,
                    "legs": way.route.legs,
                    "length_m": round(way.route.length_m),
                    "speed_m_s": [round(each, 3) for each in way.route.speed_m_s],
                    "departs": format_utc(way.route.departs) if way.route.departs else None,
                },
                "relation": way.relation,
                "distance_m": _estimate(way.distance_m),
                "stretches": [
                    {
                        "enter_m": round(each.enter_m),
                        "leave_m": round(each.leave_m),
                        "enter_s": _estimate(each.enter_s),
                        "leave_s": _estimate(each.leave_s),
                        "windows": None if each.windows is None else [_window(window) for window in each.windows],
                        "before_window_s": None if each.before is None else each.before.total_seconds(),
                    }
                    for each in way.stretches
                ],
            }
        )
    return items


def _area(area: AreaToWarn) -> dict[str, Any]:
    return {"notice": area.notice, "label": area.label, "uncertainty_m": area.uncertainty_m or None}


def _estimate(value: Estimate) -> dict[str, Any]:
    return {
        "value": None if value.value is None else round(value.value, 1),
        "low": round(value.low, 1),
        "high": round(value.high, 1),
        "level": value.level,
        "unit": value.unit,
    }


def _window(window: Window) -> dict[str, str | None]:
    return {
        "start": format_utc(window.start) if window.start else None,
        "end": format_utc(window.end) if window.end else None,
    }
