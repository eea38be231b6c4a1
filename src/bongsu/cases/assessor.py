"""Ask a case every question it can answer."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import numpy as np

from bongsu import __version__
from bongsu.assessment import (
    Finding,
    add_ways,
    check_falls,
    check_flight,
    check_lift_off,
    check_notice_orbit,
    check_plane,
    flight_report,
    implied_distribution,
    judge_claim,
    launch_span,
    orbit_from_words,
)
from bongsu.cases import picture, questions, summary
from bongsu.cases.answer import Assessment, InputRecord
from bongsu.cases.attempts import attempt_of_flight, attempt_of_launch, legal_of_case
from bongsu.cases.case import Case, Launch, Notice, Observation
from bongsu.cases.flight_distances import distance_of_observation
from bongsu.cases.whom import told_finding
from bongsu.earth import EarthOrientation, Estimate, Window, bundled_orientation, format_utc
from bongsu.errors import BongsuError, InputError, Problem
from bongsu.notices import ApproximateArea, NotifiedArea
from bongsu.orbit import carry_plane, inclination_rate_deg_day
from bongsu.overflight import Site
from bongsu.provenance import Evidence
from bongsu.wording import joined, phrase

__all__ = ["SEED", "assess"]

SEED = 20231121  # any fixed number: the same case, time and seed give the same answer to the last digit
_LATEST_YEAR = 9999  # of a launch without a time: every counted launch came before
_PLANE_REACH_DAYS = 500.0  # a plane carried further than this says little (our choice)


def assess(
    case: Case,
    *,
    at: datetime,
    text: str = "",
    read_file: Callable[[str], bytes] | None = None,
    orientation: EarthOrientation | None = None,
    seed: int = SEED,
    progress: Callable[[str, int, int], None] | None = None,
    only: str = "",
    called: str = "",
    falls: int = 0,
) -> Assessment:
    """Everything that follows from a case.

    Parameters
    ----------
    case : Case
    at : datetime
        When the question is asked: ages are counted to it. Aware.
    text : str
        The case file's text, for its hash.
    read_file : callable, optional
        Gives the bytes of element-set files that the case names.
    orientation : EarthOrientation, optional
        The bundled snapshot unless given.
    seed : int
        Of the samples that carry the uncertainty.
    progress : callable, optional
        Called with what is being done, how many steps are done, and of how many.
    only : str
        Id of one claim: nothing but that is asked.
    called : str
        What the caller types to name the case, for the commands to try next: its file, say.
    falls : int
        Flights by which each launch's falls are worked out (findings ``fall:<launch>``); 0 leaves them out.

    Returns
    -------
    Assessment
        One bad item (an unreadable notice, a claim before launch) becomes a problem; the rest stands.
    """
    table = orientation or bundled_orientation()
    elements = questions.read_elements(case, at, read_file)
    problems: list[Problem] = list(elements.problems)
    flown = case.launch if falls and not only else []
    steps = 3 + len(case.claim) + len(case.observation) + len(flown)
    done = 0

    def step(what: str) -> None:
        nonlocal done
        if progress is not None:
            progress(what, done, steps)
        done += 1

    findings: list[Finding] = []
    primary = questions.primary_launch(case)
    if not only:
        step("launches and notices")
        for launch in sorted(case.launch, key=lambda item: primary is None or item.id != primary.id):
            findings += _launch_findings(case, launch, elements, primary, problems, table, seed, at)
    modelled: dict[str, Any] = {"regions": (), "tracks": ()}
    if flown:
        from bongsu.cases.fall_finding import falls_of_launches  # noqa: PLC0415 - the ascent room, only when asked

        more, modelled = falls_of_launches(
            case, flown, primary, flights=falls, seed=seed, read_file=read_file, step=step
        )
        findings += more
    step("claims")
    findings += _claims(case, elements, problems, table, seed, step, only)
    if not only:
        step("timed claims alone")
        findings += _words(case, elements, table, seed)
        for observation in case.observation:
            step(observation.name)
            findings += _flight(observation, problems)
            taken = any(launch.id == observation.id for launch in case.launch)
            findings += [each for each in (attempt_of_flight(observation, problems, taken=taken, seed=seed),) if each]
        findings += [each for each in (legal_of_case(case, primary),) if each]
    if progress is not None:
        progress("done", steps, steps)
    digest = hashlib.sha256(text.encode()).hexdigest() if text else ""
    inputs = [
        InputRecord(id=phrase("case {name}", name=case.case.name), source="case file", sha256=digest),
        *elements.inputs,
        InputRecord(id="Earth orientation", source=table.name),
    ]
    draft = Assessment(
        case=case,
        at=at,
        version=__version__,
        sha256=digest,
        summary=(),
        findings=tuple(findings),
        inputs=tuple(inputs),
        problems=tuple(problems),
    )
    if only:
        return draft
    drawn = picture.drawn(case, primary, findings, elements, table, _draws(seed, "picture"))
    drawn["tracks"] += modelled["tracks"]
    regions = modelled["regions"]
    return summary.completed(
        draft, primary=primary, element_sets=elements.sets, called=called, regions=regions, **drawn
    )


def _draws(seed: int, *key: object) -> np.random.Generator:
    """Random numbers of one question's own, so that its answer is the same whatever else is asked with it."""
    return np.random.default_rng([seed, zlib.crc32("|".join(map(str, key)).encode())])


def _notices_of(case: Case, launch: Launch) -> list[Notice]:
    named = [notice for notice in case.notice if launch.id in notice.launch]
    if named:
        return named
    return [notice for notice in case.notice if not notice.launch] if len(case.launch) == 1 else []


def _launch_findings(
    case: Case,
    launch: Launch,
    elements: questions.CaseElements,
    primary: Launch | None,
    problems: list[Problem],
    table: EarthOrientation,
    seed: int,
    at: datetime,
) -> list[Finding]:
    """Notice, lift-off, falls, orbit, notice against orbit, who must be told, and plane of one launch."""
    notices = _notices_of(case, launch)
    site = questions.launch_site(case, launch)
    areas = questions.best_areas(notices, problems)
    windows = [window for notice in notices for window in questions.safe_windows(notice, problems)]
    notice_sources = tuple(dict.fromkeys(s for notice in notices for s in notice.source))
    named = launch.payload[:1].isupper()  # else it only says what kind of load was aboard
    label = (launch.payload if named else "") or launch.vehicle or launch.payload or launch.id
    is_primary = primary is not None and launch.id == primary.id
    short = "stages" if is_primary else _short_date(launch)
    found: list[Finding | None] = [
        _notice_finding(launch, notices, areas, windows, notice_sources),
        check_lift_off(
            launch.id,
            label,
            [(item.party, item.time, item.precision_s, tuple(item.source)) for item in launch.lift_off],
            windows,
            notice_sources,
        ),
        check_falls(launch.id, questions.falls_of(launch), areas, site, label=short),
        _orbit_finding(case, launch),
    ]
    stated = _stated_orbit(launch)
    if site is not None and stated is not None and areas:
        inclination, altitude_m, reached, sources = stated
        answer = check_notice_orbit(
            launch.id, site, areas, inclination, altitude_m, reached=reached, sources=(*sources, *notice_sources)
        )
        if answer is not None:
            found.append(_with_ways(answer[0], launch, site, areas, windows, inclination, table))
    has_elements = launch.norad_id is not None and bool(elements.of(launch.norad_id))
    found.append(
        attempt_of_launch(case, launch, notices, areas, windows, problems, has_elements=has_elements, seed=seed)
    )
    if is_primary:
        found.append(told_finding(case, launch.id, notice_sources, at=at))
    if launch.norad_id is not None and site is not None and launch.lift_off:
        found.append(_plane_finding(case, launch, elements, table, _draws(seed, "plane", launch.id)))
    return [item for item in found if item is not None]


def _with_ways(
    finding: Finding,
    launch: Launch,
    site: Site,
    areas: Sequence[NotifiedArea | ApproximateArea],
    windows: Sequence[Window],
    inclination: Estimate,
    table: EarthOrientation,
) -> Finding:
    """A finding about notice and orbit, with the ways of flying there; as it was where the areas show no direction."""
    lift_off = launch.lift_off[0].time if launch.lift_off else None
    span = launch_span(windows, lift_off)
    try:
        implied = implied_distribution(
            site.latitude_deg, site.longitude_deg, areas, year=span.start.year if span else _LATEST_YEAR
        )
    except InputError:
        return finding
    return add_ways(finding, implied, inclination, span, orientation=table)


def _short_date(launch: Launch) -> str:
    if not launch.lift_off:
        return launch.id
    moment = launch.lift_off[0].time
    return phrase("{moment:%-d %b %Y}", moment=moment)


def _stated_orbit(launch: Launch) -> tuple[Estimate, float, bool, tuple[str, ...]] | None:
    """Inclination with its rounding, mean altitude, whether it was reached, and the sources."""
    if not launch.orbit:
        return None
    reached = [item for item in launch.orbit if item.reached]
    orbits = reached or launch.orbit
    values = [item.inclination_deg for item in orbits]
    half = max(0.5 * 10.0 ** -_decimals(value) for value in values)
    first = orbits[0]
    inclination = Estimate(value=values[0], low=min(values) - half, high=max(values) + half, level=1.0, unit="deg")
    altitude_m = 500.0 * (first.perigee_km + first.apogee_km)
    return inclination, altitude_m, bool(reached), tuple(dict.fromkeys(s for item in orbits for s in item.source))


def _decimals(value: float) -> int:
    text = f"{value:.6f}".rstrip("0")
    return len(text.split(".")[1]) if "." in text else 0


def _notice_finding(
    launch: Launch,
    notices: list[Notice],
    areas: list[NotifiedArea | ApproximateArea],
    windows: list[Window],
    sources: tuple[str, ...],
) -> Finding | None:
    if not notices:
        return None
    first = notices[0]
    labels = joined(" ", (area.label for area in areas if area.label)) if areas else ""
    starts = [w.start for w in windows if w.start]
    ends = [w.end for w in windows if w.end]
    issued = questions.issued_words(first)
    span = (
        phrase("for {starts:%d %b %H:%M} to {ends:%d %b %H:%M}", starts=min(starts), ends=max(ends))
        if starts and ends
        else "no window known"
    )
    if len(windows) > 1 and all(_slot(window) == _slot(windows[0]) for window in windows):
        span += phrase(", daily {slot}", slot=_slot(windows[0]))
    where = (
        phrase("areas {labels}", labels=labels)
        if labels
        else phrase("{count} areas", count=len(areas))
        if areas
        else "areas unknown"
    )
    approximate = any(notice.approximate and not notice.text for notice in notices)
    return Finding(
        id=f"notice:{launch.id}",
        topic="notice",
        question="What was announced, and when?",
        verdict="reported",
        statement=(
            phrase(
                "{publisher} published a warning{issued} {span} UTC ({series}{where}{approximate}).",
                publisher=first.publisher,
                issued=" on " + issued if issued else "",
                span=span,
                series=joined("", (first.series, ", ")) if first.series else "",
                where=where,
                approximate=", known only by published distances" if approximate else "",
            )
        ),
        label="notice",
        brief=phrase("{issued}{span}; {where}", issued=issued + ", " if issued else "", span=span, where=where),
        sign="=",
        mark="received",
        sources=sources,
        evidence=(Evidence(what="the warning as published", sources=sources),),
        method="As published; daily windows expanded." if len(windows) > 1 else "As published.",
        caveats=("The areas are known only by published distances.",) if approximate else (),
        would_change=("The text of the warning: bongsu case add CASE --notice FILE",) if approximate else (),
        say="was announced with these windows and areas",
        do_not_say="that the announcement was complete",
        details={
            "windows": [
                [format_utc(w.start) if w.start else None, format_utc(w.end) if w.end else None] for w in windows
            ],
            "areas": [area.label for area in areas],
        },
    )


def _slot(window: Window) -> str:
    """Hours of a window, as a warning repeats them from day to day."""
    return f"{window.start:%H:%M}-{window.end:%H:%M}" if window.start and window.end else ""


def _orbit_finding(case: Case, launch: Launch) -> Finding | None:
    if not launch.orbit:
        return None
    reached = [item for item in launch.orbit if item.reached]
    orbit = (reached or launch.orbit)[0]
    satellite = next((item for item in case.satellite if item.norad_id == launch.norad_id), None)
    short = (
        phrase("; {norad_id} ({designator})", norad_id=satellite.norad_id, designator=satellite.designator)
        if satellite and reached
        else ""
    )
    catalogue = (
        phrase(
            ", catalogued as {norad_id} ({designator})", norad_id=satellite.norad_id, designator=satellite.designator
        )
        if satellite and reached
        else ""
    )
    size = phrase(
        "{perigee_km:g} x {apogee_km:g} km, {inclination_deg:g} deg",
        perigee_km=orbit.perigee_km,
        apogee_km=orbit.apogee_km,
        inclination_deg=orbit.inclination_deg,
    )
    others = joined(
        "; ",
        (
            phrase(
                "{party} {perigee_km:g} x {apogee_km:g}",
                party=item.party,
                perigee_km=item.perigee_km,
                apogee_km=item.apogee_km,
            )
            for item in (reached or launch.orbit)[1:]
        ),
    )
    sources = tuple(dict.fromkeys(s for item in launch.orbit for s in item.source))
    return Finding(
        id=f"orbit:{launch.id}",
        topic="orbit",
        question="Which orbit was reached?" if reached else "Which orbit was stated?",
        verdict="reported",
        statement=(
            phrase(
                "{payload} reached {size} by the {party}{catalogue}.",
                payload=launch.payload or launch.id,
                size=size,
                party=orbit.party,
                catalogue=catalogue,
            )
            if reached
            else phrase("{party} stated {size}; no orbit was reached.", party=orbit.party, size=size)
        ),
        label="orbit",
        brief=size + short + (phrase("; {others}", others=others) if others else "") + ("" if reached else " (stated)"),
        sign="=" if reached else "!",
        mark="reached" if reached else "not reached",
        estimates={
            "perigee_km": _span([item.perigee_km for item in (reached or launch.orbit)], "km"),
            "apogee_km": _span([item.apogee_km for item in (reached or launch.orbit)], "km"),
            "inclination_deg": _span([item.inclination_deg for item in (reached or launch.orbit)], "deg", 0.05),
        },
        sources=sources,
        evidence=(Evidence(what="orbit as stated", sources=sources),),
        method="As catalogued: heights above 6378.137 km from the mean motion by Kepler's law."
        if reached
        else "As stated by its owner.",
        caveats=("Catalogue heights by Kepler's law lie about 3 km above SGP4's own mean axis.",) if reached else (),
        say="reached orbit" if reached else "did not reach orbit",
        do_not_say="that the payload works",
    )


def _span(values: list[float], unit: str, half: float = 0.5) -> Estimate:
    return Estimate(value=values[0], low=min(values) - half, high=max(values) + half, level=1.0, unit=unit)


def _plane_finding(
    case: Case,
    launch: Launch,
    elements: questions.CaseElements,
    table: EarthOrientation,
    rng: np.random.Generator,
) -> Finding | None:
    """The plane of the nearest element set carried to the launch."""
    assert launch.norad_id is not None
    sets = elements.of(launch.norad_id)
    site = questions.launch_site(case, launch)
    stated = _stated_orbit(launch)
    if not sets or site is None or stated is None:
        return None
    lift_off = launch.lift_off[0].time
    insertion = launch.insertion[0].time if launch.insertion else None
    target = insertion or lift_off
    nearest = min(sets, key=lambda item: abs(item.age_days(target)))
    if abs(nearest.age_days(target)) > _PLANE_REACH_DAYS:
        return None
    plane = carry_plane(
        nearest,
        target,
        semi_major_axis_m=questions.axis_at_launch_m(launch, nearest),
        inclination_rate=inclination_rate_deg_day(sets),
        rng=rng,
    )
    label = next((item.name for item in case.satellite if item.norad_id == launch.norad_id), launch.payload)
    return check_plane(
        launch.id,
        label,
        site,
        plane,
        lift_off,
        insertion,
        stated[0],
        southbound=_southbound(case, launch),
        orientation=table,
        sources=tuple(s for entry in case.elements for s in entry.source),
    )


def _southbound(case: Case, launch: Launch) -> bool:
    """Which way it flew: towards its notified areas, else south."""
    site = questions.launch_site(case, launch)
    latitudes = [area.latitude for notice in _notices_of(case, launch) for area in notice.approximate]
    return site is None or not latitudes or float(np.mean(latitudes)) < site.latitude_deg


def _claims(
    case: Case,
    elements: questions.CaseElements,
    problems: list[Problem],
    table: EarthOrientation,
    seed: int,
    step: Callable[[str], None],
    only: str,
) -> list[Finding]:
    known = {item.norad_id: questions.knowledge_of(case, item, elements) for item in case.satellite}
    findings = []
    for question, satellite in questions.claim_questions(case):
        if only and question.id != only:
            continue
        step(question.label)
        if satellite is None:
            problems.append(
                Problem(
                    where=phrase("claim {id}", id=question.id),
                    what="the case names no satellite for it",
                    advice="add [[satellite]] with norad_id, or the claim's norad_id",
                )
            )
            continue
        try:
            site, moment = question.sites[0], question.moment or question.interval
            rng = _draws(seed, question.kind, site.latitude_deg, site.longitude_deg, _instant(moment))
            findings.append(judge_claim(question, known[satellite.norad_id], orientation=table, rng=rng))
        except BongsuError as error:
            problems.append(
                Problem(
                    where=phrase("claim {id}", id=question.id), what=str(error), advice=getattr(error, "advice", "")
                )
            )
    return findings


def _instant(moment: datetime | Window | None) -> str:
    """A claim's time in UTC, the same text whatever zone it was stated in."""
    start = moment.start if isinstance(moment, Window) else moment
    return "" if start is None else format_utc(start, digits=3)


def _words(case: Case, elements: questions.CaseElements, table: EarthOrientation, seed: int) -> list[Finding]:
    findings = []
    for satellite in case.satellite:
        known = questions.knowledge_of(case, satellite, elements)
        if len(known.timed) < 2:
            continue
        sites = [question.control for question, about in questions.claim_questions(case) if about is satellite]
        sources = tuple(dict.fromkeys(s for claim in case.claim if claim.time for s in claim.source))
        findings.append(
            orbit_from_words(
                known.timed,
                orientation=table,
                rng=_draws(seed, "words", satellite.norad_id),
                name=satellite.name,
                predict=[site for site in sites[:1] if site is not None],
                sources=sources,
            )
        )
    return findings


def _flight(observation: Observation, problems: list[Problem]) -> list[Finding]:
    try:
        reports = [
            flight_report(
                item.party,
                item.apogee_km,
                item.ground_range_km,
                item.flight_time_min,
                sources=tuple(item.source or observation.source),
            )
            for item in observation.reported
        ]
        return [
            check_flight(
                reports,
                id=observation.id,
                name=observation.name,
                kind=observation.kind,
                latitude_deg=observation.latitude,
                longitude_deg=observation.longitude,
                azimuth_deg=observation.azimuth_deg,
            ),
            distance_of_observation(observation, reports),
        ]
    except BongsuError as error:
        problems.append(
            Problem(
                where=phrase("observation {id}", id=observation.id),
                what=str(error),
                advice=getattr(error, "advice", ""),
            )
        )
        return []
