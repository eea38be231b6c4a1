"""Answers about imaging satellites that have places in reach: list, plan, calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bongsu.answers.answer import Answer, Given, Progress
from bongsu.answers.bounds import UNBOUNDED, Bounds
from bongsu.answers.picture_files import picture_files
from bongsu.answers.times import parse_length
from bongsu.answers.writing import clean, json_lines, json_text
from bongsu.cases import (
    LEVELS,
    Filters,
    WarningPlan,
    bundled_element_sets,
    choose_satellites,
    exposure_row,
    exposures_csv,
    find_norad_id,
    latitude_profile,
    picture_of_plan,
    places_apart,
    places_from_sites,
    plan_warnings,
    read_listing,
    read_manoeuvres,
    read_places,
    span_of,
    warnings_to_json,
)
from bongsu.errors import InputError, Problem

if TYPE_CHECKING:
    from bongsu.answers.answer import Written

__all__ = [
    "WarnAsked",
    "Warned",
    "answer_warn_calendar",
    "answer_warn_list",
    "answer_warn_plan",
]

Announce = Callable[[int, int, int], None]  # satellites, places, points: before the search begins


@dataclass(frozen=True, slots=True, kw_only=True)
class WarnAsked:
    """Which satellites over which places, from when and how long."""

    places: Sequence[str] = ()
    sites: Given | None = None
    elements: Given | None = None
    sat: Sequence[str] = ()
    name: Sequence[str] = ()
    owner: Sequence[str] = ()
    class_: Sequence[str] = ()
    purpose: str = "imaging"
    over: Given | None = None
    satcat: Given | None = None
    manoeuvres: Given | None = None
    tolerant: bool = False
    at: datetime
    for_: str
    sun: float = 10.0
    level: str = "watch"
    lang: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A plan, what of it is shown, and how often places at other latitudes are seen where that was asked."""

    plan: WarningPlan
    shown: Sequence[Any]
    profile: Sequence[dict[str, Any]] = ()


def answer_warn_list(
    asked: WarnAsked,
    *,
    bounds: Bounds = UNBOUNDED,
    progress: Progress | None = None,
    announce: Announce | None = None,
) -> Answer[Warned]:
    """One row for each time that an imaging satellite has a place in reach."""
    plan, problems = _planned(asked, bounds, progress, announce)
    return _answer(asked, Warned(plan=plan, shown=_shown(plan, asked.level)), problems, by_place=False)


def answer_warn_plan(
    asked: WarnAsked,
    *,
    by_latitude: bool = False,
    bounds: Bounds = UNBOUNDED,
    progress: Progress | None = None,
    announce: Announce | None = None,
) -> Answer[Warned]:
    """For each place: the next exposure, gaps, and every exposure."""
    plan, problems = _planned(asked, bounds, progress, announce)
    profile: Sequence[dict[str, Any]] = []
    if by_latitude:
        step = None if progress is None else lambda done, steps: progress("by latitude", done, steps)
        profile = latitude_profile(plan.satellites, plan.window, min_sun_deg=asked.sun, progress=step)
    found = Warned(plan=plan, shown=_shown(plan, asked.level), profile=profile)
    return _answer(asked, found, problems, by_place=True)


def answer_warn_calendar(
    asked: WarnAsked,
    *,
    lead: Sequence[str] = (),
    bounds: Bounds = UNBOUNDED,
    progress: Progress | None = None,
    announce: Announce | None = None,
) -> Answer[Warned]:
    """An iCalendar file of exposures; written again later it replaces its own events."""
    before = [parse_length(text) for text in lead]
    plan, problems = _planned(asked, bounds, progress, announce)
    shown = _shown(plan, asked.level)
    return Answer(
        found=Warned(plan=plan, shown=shown),
        files={"ics": lambda: _calendar(plan, shown, asked.at, before)},
        problems=problems,
    )


def _planned(
    asked: WarnAsked, bounds: Bounds, progress: Progress | None, announce: Announce | None
) -> tuple[WarningPlan, list[Problem]]:
    """The plan that is asked for, and everything that was wrong with single inputs."""
    length = parse_length(asked.for_)
    bounds.check_span(length)
    places, problems = _places(asked.places, asked.sites)
    window = span_of(asked.at, length)
    chosen, more = _satellites(asked, window)
    if not chosen:
        raise InputError(
            "no satellite is above that area at the start", advice="ask with another --at, or without --over"
        )
    points = sum(len(place.sites) for place in places)
    bounds.check_pair_days(len(chosen), points, length)
    if announce is not None:
        announce(len(chosen), len(places), points)
    words = f"{len(chosen)} satellites x {len(places)} places"
    plan = plan_warnings(
        places,
        chosen,
        window,
        min_sun_deg=asked.sun,
        manoeuvres=read_manoeuvres(asked.manoeuvres.read(), where=asked.manoeuvres.name) if asked.manoeuvres else [],
        progress=None if progress is None else lambda done, steps: progress(words, done, steps),
    )
    return plan, [*problems, *more, *plan.problems]


def _places(texts: Sequence[str], sites: Given | None) -> tuple[list[Any], list[Problem]]:
    found = places_from_sites(tuple(texts))
    problems: list[Problem] = []
    if sites:
        more, problems = read_places(sites.read(), where=sites.name)
        found += more
    if not found:
        raise InputError(
            "no place was given", advice="write SITE as 35.10,129.10 or base=35.10,129.10, or --sites FILE"
        )
    return places_apart(found), problems


def _satellites(asked: WarnAsked, window: Any) -> tuple[list[Any], list[Problem]]:
    filters = Filters(
        numbers=frozenset(find_norad_id(text) for text in asked.sat),
        names=tuple(asked.name),
        owners=tuple(asked.owner),
        classes=tuple(asked.class_),
        purpose=asked.purpose,
        over=_area(asked.over),
    )
    data = asked.elements.read() if asked.elements else None
    return choose_satellites(
        data,
        window,
        filters,
        origin=asked.elements.name if asked.elements else "the bundled sets",
        listing=read_listing(asked.satcat.read(), where=asked.satcat.name) if asked.satcat else None,
        bundled=() if data is not None else bundled_element_sets(),
        strict=not asked.tolerant,
    )


def _area(given: Given | None) -> Any:
    if given is None:
        return None
    places, _ = read_places(given.read(), where=given.name)
    region = next((place.region for place in places if place.region is not None), None)
    if region is None:
        raise InputError(f"{given.name} holds no area", advice="--over needs a GeoJSON Polygon")
    return region


def _shown(plan: WarningPlan, least: str) -> list[Any]:
    wanted = list(LEVELS)[: list(LEVELS).index(least) + 1]
    return [item for item in plan.exposures if item.level in wanted]


def _answer(asked: WarnAsked, found: Warned, problems: Sequence[Problem], *, by_place: bool) -> Answer[Warned]:
    plan, shown, at = found.plan, found.shown, asked.at

    def rows() -> list[dict[str, Any]]:
        return [exposure_row(item, plan) for item in shown]

    def shapes(form: str) -> str:
        from bongsu.exchange import exposures_to_czml, exposures_to_geojson  # noqa: PLC0415 - only where it is asked

        writer: Any = exposures_to_geojson if form == "geojson" else exposures_to_czml
        return json_text(writer(plan, shown, at=at), indent=None)

    def report(drawn: Any) -> Any:
        from bongsu.reports import with_plan_tables  # noqa: PLC0415 - only for a report

        return with_plan_tables(drawn, plan, shown)

    files: dict[str, Callable[[], Written]] = {
        **picture_files(lambda: picture_of_plan(plan, shown, at=at, problems=problems), report, language=asked.lang),
        "jsonl": lambda: json_lines(rows()),
        "csv": lambda: clean(exposures_csv(rows())),
        "geojson": lambda: shapes("geojson"),
        "czml": lambda: shapes("czml"),
        "ics": lambda: _calendar(plan, shown, at, ()),
    }
    return Answer(
        found=found,
        body=lambda: warnings_to_json(plan, shown, problems, at=at, by_place=by_place, profile=found.profile),
        files=files,
        problems=problems,
    )


def _calendar(plan: WarningPlan, shown: Sequence[Any], at: datetime, leads: Sequence[timedelta]) -> str:
    from bongsu.exchange import exposures_to_icalendar  # noqa: PLC0415 - only where it is asked

    return exposures_to_icalendar(plan, shown, at=at, leads=leads)
