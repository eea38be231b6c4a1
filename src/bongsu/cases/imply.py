"""Which orbits a warning, or the notices of a case, imply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np

from bongsu.assessment import (
    Finding,
    areas_of_ascent,
    drift_finding,
    history_at,
    implied_distribution,
    implied_finding,
    launch_span,
)
from bongsu.cases import questions
from bongsu.cases.case import Case
from bongsu.earth import Window, bundled_orientation, geodetic_to_fixed
from bongsu.errors import InputError, ModelError, NoticeError, Problem
from bongsu.notices import ApproximateArea, Notice, NotifiedArea, read_notices
from bongsu.orbit import PlanarWindow, planar_window
from bongsu.overflight import Site
from bongsu.reference import launch_histories
from bongsu.wording import joined, phrase

__all__ = [
    "implied_by_case",
    "implied_by_notice",
    "implied_by_notices",
    "implied_by_text",
    "implied_by_times",
    "site_of_areas",
]

_AT_THE_PAD_M = 60_000.0
_PIECE_M = 50_000.0  # points of a region's boundary lie no farther apart (Region.boundary)


def implied_by_text(
    text: str, *, where: str, year: int, site: Site | None = None, launched: datetime | None = None
) -> tuple[list[Finding], list[Problem]]:
    """What each warning of a text implies, and what could not be read or asked.

    The site is told from the areas where none is given.

    Raises
    ------
    NoticeError
        When no area was read, or no site is given and none can be told.
    """
    return implied_by_notices(read_notices(text, year=year), where=where, year=year, site=site, launched=launched)


def implied_by_notices(
    notices: Sequence[Notice], *, where: str, year: int, site: Site | None = None, launched: datetime | None = None
) -> tuple[list[Finding], list[Problem]]:
    """The same of warnings that were read already.

    Raises
    ------
    NoticeError
        As :func:`implied_by_text`.
    """
    problems = [problem for notice in notices for problem in notice.problems]
    wanted = [notice for notice in notices if notice.areas]
    if not wanted:
        raise NoticeError(
            phrase("{where}: no area was read, so nothing is implied", where=where),
            advice="bongsu notice parse FILE says what was read",
            problems=tuple(problems),
        )
    site = site or site_of_areas([area for notice in wanted for area in notice.areas])
    if site is None:
        raise NoticeError(
            phrase(
                "{where}: no area lies at one of the counted launch sites, so the site must be given{other_kinds}",
                where=where,
                other_kinds=_other_kinds(wanted),
            ),
            advice="add --site LAT,LON, or a launch site's name: --site 'Cape Canaveral'",
        )
    findings = []
    for notice in wanted:
        finding = implied_by_notice(notice, site, year=year, launched=launched)
        findings.append(finding)
    return findings, problems


def implied_by_notice(
    notice: Notice, site: Site, *, year: int | None = None, launched: datetime | None = None
) -> Finding:
    """What one warning implies for a launch from a site; undetermined where its areas show no direction."""
    areas, later = areas_of_ascent(notice)
    windows = [window for area in areas for window in area.windows] or list(notice.windows)
    finding = _implied(
        notice.id or "pasted",
        site,
        areas,
        windows,
        year=_year_of(notice.issued, windows, launched, year),
        launched=launched,
        drift=_drift_of(areas, notice.windows),
        left_out=later,
    )
    if notice.kind in {"space launch", "undetermined"}:
        return finding
    doubt = phrase(
        "The warning reads as {kind_in_full}: what follows holds only if it is a space launch after all.",
        kind_in_full=notice.kind_in_full,
    )
    return replace(
        finding,
        statement=phrase("{doubt} {statement}", doubt=doubt, statement=finding.statement),
        caveats=(doubt, *finding.caveats),
    )


def _other_kinds(notices: Sequence[Notice]) -> str:
    """``"; it reads as missile test (probability 0.89)"`` where no notice reads as a launch."""
    if any(notice.kind in {"space launch", "undetermined"} for notice in notices):
        return ""
    return "; it reads as " + joined(", ", dict.fromkeys(notice.kind_in_full for notice in notices[:3]))


def implied_by_case(case: Case, *, launched: datetime | None = None) -> tuple[list[Finding], list[Problem]]:
    """What the notices of each launch of a case imply; the site is the launch's.

    Raises
    ------
    NoticeError
        When no launch of the case has a site and areas.
    """
    findings: list[Finding] = []
    problems: list[Problem] = []
    for launch in case.launch:
        named = [notice for notice in case.notice if launch.id in notice.launch]
        notices = named or ([each for each in case.notice if not each.launch] if len(case.launch) == 1 else [])
        site, areas = questions.launch_site(case, launch), questions.best_areas(notices, problems)
        if site is None or not areas:
            continue
        windows = [window for notice in notices for window in questions.safe_windows(notice, problems)]
        lift_off = launched or (launch.lift_off[0].time if launch.lift_off else None)
        found = _implied(
            launch.id,
            site,
            areas,
            windows,
            year=_year_of(None, windows, lift_off, None),
            launched=lift_off,
            sources=tuple(dict.fromkeys(source for notice in notices for source in notice.source)),
        )
        which = phrase("launch {id}", id=launch.id) + (
            phrase(" of {lift_off:%Y-%m-%d %H:%M} UTC", lift_off=lift_off.astimezone(UTC)) if lift_off else ""
        )
        findings.append(
            replace(
                found,
                question=phrase(
                    "Which orbits do the areas of {name} imply, for a launch from {label}?",
                    name=which,
                    label=site.label,
                ),
            )
        )
    if not findings:
        raise NoticeError(phrase("case {name}: no launch of it has a site and notified areas", name=case.case.name))
    return findings, problems


def implied_by_times(times: Sequence[datetime]) -> Finding:
    """What launch times on different days imply, when they wait for one plane.

    Raises
    ------
    InputError, ModelError
        As :func:`bongsu.orbit.planar_window`.
    """
    return drift_finding(planar_window(times), len(times))


def site_of_areas(areas: Sequence[NotifiedArea]) -> Site | None:
    """The counted launch site that an area holds or begins at; None where there is none or several."""
    histories = launch_histories()
    latitude = np.array([item.latitude_deg for item in histories])
    longitude = np.array([item.longitude_deg for item in histories])
    places = geodetic_to_fixed(latitude, longitude, 0.0)
    found: set[int] = set()
    for area in areas:
        try:
            region = area.region()
        except InputError:
            continue
        found |= set(np.flatnonzero(region.contains(latitude, longitude)).tolist())
        corners = geodetic_to_fixed(*region.boundary, 0.0)
        apart = np.linalg.norm(places[:, None] - corners[None], axis=2).min(axis=1)
        for index in np.flatnonzero(apart < _AT_THE_PAD_M + _PIECE_M).tolist():  # elsewhere it cannot be so near
            if index not in found and region.distance_m(latitude[index], longitude[index]) < _AT_THE_PAD_M:
                found.add(index)
    if len(found) != 1:
        return None
    history = histories[found.pop()]
    return Site(latitude_deg=history.latitude_deg, longitude_deg=history.longitude_deg, name=history.name)


def _implied(
    name: str,
    site: Site,
    areas: Sequence[NotifiedArea | ApproximateArea],
    windows: Sequence[Window],
    *,
    year: int,
    launched: datetime | None,
    drift: PlanarWindow | None = None,
    left_out: Sequence[tuple[str, str]] = (),
    sources: tuple[str, ...] = (),
) -> Finding:
    try:
        implied = implied_distribution(
            site.latitude_deg, site.longitude_deg, areas, year=year, left_out=tuple(left_out)
        )
    except InputError as error:
        return Finding(
            id=f"implies:{name}",
            topic="notice-orbit",
            question=phrase(
                "Which orbits do the areas of {name} imply, for a launch from {label}?", name=name, label=site.label
            ),
            verdict="undetermined",
            statement=phrase("From {label}: {error}.", label=site.label, error=error),
            label="implies",
            brief=str(error),
            sign="?",
            mark="no direction",
            sources=sources,
            would_change=(error.advice,) if error.advice else (),
            say="the areas do not show which way the flight goes",
            do_not_say="which orbit is meant",
        )
    return implied_finding(
        name,
        site,
        implied,
        launch_span(windows, launched),
        orientation=bundled_orientation(),
        planar=drift,
        approximate=any(isinstance(area, ApproximateArea) for area in areas),
        counted=history_at(site.latitude_deg, site.longitude_deg) is not None,
        sources=sources,
    )


def _drift_of(areas: Sequence[NotifiedArea], windows: Sequence[Window]) -> PlanarWindow | None:
    """Drift of a plane from windows that move by the same time each day; None where they stay or jump."""
    for group in [area.windows for area in areas] + [tuple(windows)]:
        starts = [window.start for window in group if window.start is not None]
        if len(set(starts)) < 2:
            continue
        try:
            found = planar_window(starts)
        except (InputError, ModelError):
            continue
        if found.slip.high < -0.5 or found.slip.low > 0.5:
            return found
    return None


def _year_of(issued: datetime | None, windows: Sequence[Window], launched: datetime | None, year: int | None) -> int:
    first = next((window.start for window in windows if window.start is not None), None)
    for moment in (launched, issued, first):
        if moment is not None:
            return moment.year
    return year or 9999
