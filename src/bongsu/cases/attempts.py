"""Was an orbital launch attempted: what a case, a warning or reported figures hold for that question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from bongsu.assessment import (
    AttemptFacts,
    BurnOut,
    Finding,
    FlightReport,
    flight_report,
    judge_attempt,
    legal_finding,
    state_of,
)
from bongsu.cases import questions
from bongsu.cases.case import Case, Launch, Notice, Observation, ReportedBurnOut
from bongsu.earth import Window, geodesic_inverse
from bongsu.errors import BongsuError, InputError, Problem
from bongsu.notices import ApproximateArea, NotifiedArea
from bongsu.notices import Notice as ParsedNotice
from bongsu.overflight import Site
from bongsu.provenance import Evidence
from bongsu.wording import joined, phrase

__all__ = ["attempt_of_figures", "attempt_of_flight", "attempt_of_launch", "attempt_of_notice", "legal_of_case"]

_KINDS_ASKED = frozenset({"space launch", "missile test", "undetermined", "debris", "re-entry"})
_NEAR_PAD_M = 50_000.0  # an area this near the pad shows no direction
_MAX_LEAD_DAYS = 366.0  # more is a misread year
_FALLS = "falls of stages and debris, which are not the range of a flight"
_WORDS_AFTER = "what a party called its flight afterwards"

Areas = Sequence[NotifiedArea | ApproximateArea]


def attempt_of_launch(
    case: Case,
    launch: Launch,
    notices: Sequence[Notice],
    areas: Areas,
    windows: Sequence[Window],
    problems: list[Problem],
    *,
    has_elements: bool,
    seed: int,
) -> Finding | None:
    """The question of one launch of a case; a fault becomes a problem and no finding."""
    site = questions.launch_site(case, launch)
    lift_off = min((item.time for item in launch.lift_off), default=None)
    sources = tuple(dict.fromkeys((*launch.source, *(s for notice in notices for s in notice.source))))
    facts = AttemptFacts(
        state=_state(site),
        place=(site.latitude_deg, site.longitude_deg) if site else None,
        azimuth_deg=_azimuth(site, areas, launch),
        warned=True if _beforehand(notices, lift_off) else launch.warned,
        notice_words=joined(
            " ", (phrase("{heading} {text}", heading=notice.heading, text=notice.text) for notice in notices)
        ),
        area_centres=_centres(areas),
        area_names=tuple(area.label for area in areas),
        lead_days=_lead(notices, windows, lift_off),
        burn_out=_burn_out(launch.burn_out),
        failed=launch.outcome == "failed",
        catalogued=_catalogued(launch, has_elements=has_elements),
    )
    unused = [_FALLS] if launch.fall else []
    name = (
        phrase("the launch of {lift_off:%d %b %Y}", lift_off=lift_off.astimezone(UTC))
        if lift_off
        else phrase("launch {id}", id=launch.id)
    )
    evidence = (Evidence(what="launch and warnings as the case holds them", sources=sources),)
    return _judged(
        phrase("launch {id}", id=launch.id), problems, facts, launch.id, name, "launch", sources, evidence, unused, seed
    )


def attempt_of_flight(observation: Observation, problems: list[Problem], *, taken: bool, seed: int) -> Finding | None:
    """The question of one reported flight. ``taken``: a launch of the case has the same id."""
    sources = tuple(dict.fromkeys((*observation.source, *(s for item in observation.reported for s in item.source))))
    place = (
        (observation.latitude, observation.longitude)
        if observation.latitude is not None and observation.longitude is not None
        else None
    )
    try:
        reports = tuple(
            flight_report(item.party, item.apogee_km, item.ground_range_km, item.flight_time_min)
            for item in observation.reported
        )
    except InputError:
        return None  # the flight's own check tells the fault
    azimuth = observation.azimuth_deg
    facts = AttemptFacts(
        state=state_of(*place) if place else "",
        place=place,
        azimuth_deg=None if azimuth is None else (azimuth, azimuth),
        warned=observation.warned,
        reports=reports,
        glides=True if observation.kind == "glide" else None,
        burn_out=_burn_out(observation.burn_out),
    )
    id = phrase("{id}-flight", id=observation.id) if taken else observation.id
    evidence = (Evidence(what="figures as reported", sources=sources),)
    return _judged(
        phrase("observation {id}", id=observation.id), problems, facts, id, observation.name, "flight", sources, evidence,
        [_WORDS_AFTER], seed,
    )  # fmt: skip


def attempt_of_figures(report: FlightReport) -> Finding | None:
    """The question of figures pasted by themselves."""
    facts = AttemptFacts(reports=(report,))
    return judge_attempt(
        facts, id="pasted", name="the flight", of="flight", evidence=(Evidence(what="figures as given"),)
    )


def attempt_of_notice(notice: ParsedNotice, site: Site | None) -> list[Finding]:
    """The question of a warning by itself, and with its launch site the legal one; none for firings and wrecks."""
    if not notice.areas or notice.kind not in _KINDS_ASKED:
        return []
    windows = [window for area in notice.areas for window in area.windows] or list(notice.windows)
    starts = [window.start for window in windows if window.start]
    lead = (min(starts) - notice.issued).total_seconds() / 86400.0 if starts and notice.issued else None
    facts = AttemptFacts(
        state=_state(site),
        place=(site.latitude_deg, site.longitude_deg) if site else None,
        azimuth_deg=_azimuth(site, notice.areas, None),
        warned=True,
        notice_words=notice.raw,
        area_centres=_centres(notice.areas),
        area_names=(notice.raw,),
        lead_days=lead if lead is not None and abs(lead) <= _MAX_LEAD_DAYS else None,
    )
    try:
        found = judge_attempt(
            facts,
            id=notice.id or "pasted",
            name=notice.id or "the warning",
            of="notice",
            evidence=(Evidence(what="the text as pasted"),),
        )
    except InputError:
        return []  # an area or time that cannot be is told where the warning is read
    legal = legal_finding(_state(site), f"{min(starts):%Y-%m-%d}" if starts else "")
    return [each for each in (found, legal) if each is not None]


def legal_of_case(case: Case, primary: Launch | None) -> Finding | None:
    """The legal question, of the launch the case is about, else of its first flight whose launch point is known."""
    if primary is not None:
        moment = min((item.time for item in primary.lift_off), default=None)
        place = case.places.get(primary.site)
        sources = (*(place.source if place else ()), *(s for item in primary.lift_off for s in item.source))
        return legal_finding(
            _state(questions.launch_site(case, primary)),
            f"{moment.astimezone(UTC):%Y-%m-%d}" if moment else "",
            sources=tuple(dict.fromkeys(sources)),
        )
    for each in case.observation:
        if each.latitude is not None and each.longitude is not None:
            return legal_finding(state_of(each.latitude, each.longitude), each.date[:10], sources=tuple(each.source))
    return None


def _judged(
    where: str,
    problems: list[Problem],
    facts: AttemptFacts,
    id: str,
    name: str,
    of: str,
    sources: tuple[str, ...],
    evidence: tuple[Evidence, ...],
    unused: Sequence[str],
    seed: int,
) -> Finding | None:
    try:
        return judge_attempt(
            facts, id=id, name=name, of=of, sources=sources, evidence=evidence, unused=unused, seed=seed
        )
    except InputError as error:
        problems.append(Problem(where=where, what=str(error), advice=error.advice))
        return None


def _state(site: Site | None) -> str:
    return state_of(site.latitude_deg, site.longitude_deg) if site else ""


def _centres(areas: Areas) -> tuple[tuple[float, float], ...]:
    """Middles of the areas; an area whose corners make no region is left out."""
    found = []
    for area in areas:
        try:
            found.append(_centre(area))
        except BongsuError:
            continue
    return tuple(found)


def _centre(area: NotifiedArea | ApproximateArea) -> tuple[float, float]:
    if isinstance(area, ApproximateArea):
        return area.latitude_deg, area.longitude_deg
    latitude, longitude = area.region().centroid
    return float(latitude), float(longitude)


def _azimuth(site: Site | None, areas: Areas, launch: Launch | None) -> tuple[float, float] | None:
    """The direction at the start: to the nearest reported fall that has a place, else to the nearest notified area."""
    if site is None:
        return None
    spots = [
        (fall.latitude, fall.longitude, 1000.0 * (fall.uncertainty_km or 20.0))
        for fall in (launch.fall if launch else [])
        if fall.latitude is not None and fall.longitude is not None
    ]
    spots = spots or [(*place, _wide_m(area)) for area in areas for place in _centres([area])]
    found = []
    for latitude, longitude, wide in spots:
        distance, azimuth, _ = geodesic_inverse(site.latitude_deg, site.longitude_deg, latitude, longitude)
        if float(distance) > max(_NEAR_PAD_M, wide):
            half = math.degrees(math.asin(wide / float(distance)))
            found.append((float(distance), float(azimuth) - half, float(azimuth) + half))
    return min(found)[1:] if found else None


def _wide_m(area: NotifiedArea | ApproximateArea) -> float:
    """How far off the middle the area reaches, half of it: half an area's width says enough of its direction."""
    if isinstance(area, ApproximateArea):
        return area.uncertainty_m
    corners = list(area.region().corners)
    longest = max(float(geodesic_inverse(*one, *two)[0]) for one, two in pairwise([*corners, corners[0]]))
    return 0.25 * longest


def _beforehand(notices: Sequence[Notice], lift_off: datetime | None) -> bool:
    """Whether any of the warnings may have come before lift-off."""
    issued = [_issued(notice) for notice in notices]
    return any(moment is None or lift_off is None or moment - timedelta(hours=12) < lift_off for moment in issued)


def _lead(notices: Sequence[Notice], windows: Sequence[Window], lift_off: datetime | None) -> float | None:
    """Days from the first issue to the first window, else to lift-off; a date known only to the day at its noon."""
    issued = [moment for notice in notices if (moment := _issued(notice)) is not None]
    starts = [window.start for window in windows if window.start]
    end = min(starts) if starts else lift_off
    if not issued or end is None:
        return None
    days = (end - min(issued)).total_seconds() / 86400.0
    return days if abs(days) <= _MAX_LEAD_DAYS else None


def _issued(notice: Notice) -> datetime | None:
    if len(notice.issued) < 10:
        return None
    moment = datetime.fromisoformat(notice.issued)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment + timedelta(hours=12) if len(notice.issued) == 10 else moment


def _catalogued(launch: Launch, *, has_elements: bool) -> bool | None:
    """An object of it in a catalogue: it has element sets, or a number and an orbit; none where it is known to have failed."""
    if launch.norad_id is not None and (has_elements or launch.outcome == "orbit"):
        return True
    return False if launch.outcome == "failed" else None


def _burn_out(reported: Sequence[ReportedBurnOut]) -> BurnOut | None:
    """The first party's burn-out state: others stand beside it in the case."""
    if not reported:
        return None
    first = reported[0]
    return BurnOut(
        height_m=1000.0 * first.height_km,
        speed_m_s=None if first.speed_km_s is None else 1000.0 * first.speed_km_s,
        angle_deg=first.angle_deg,
    )
