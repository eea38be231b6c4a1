"""What a face draws of an answer: points, areas, tracks and the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import Any

import numpy as np

from bongsu.assessment import Finding, Knowledge, orbit_basis
from bongsu.cases import questions
from bongsu.cases.answer import MapArea, MapPoint, MapTrack, TimelineMark
from bongsu.cases.case import Case, Launch
from bongsu.earth import (
    EarthOrientation,
    fixed_to_geodetic,
    geodesic_inverse,
    geodesic_points,
    region_from_circle,
    time_grid,
    to_datetime64,
)
from bongsu.errors import BongsuError, Problem
from bongsu.notices import ApproximateArea, NotifiedArea
from bongsu.overflight import Site
from bongsu.wording import phrase

__all__ = ["drawn"]

Areas = Sequence[NotifiedArea | ApproximateArea]


def drawn(
    case: Case,
    primary: Launch | None,
    findings: Sequence[Finding],
    elements: questions.CaseElements,
    table: EarthOrientation,
    rng: np.random.Generator,
) -> dict[str, Any]:
    """Fields ``points``, ``areas``, ``tracks`` and ``timeline`` of the assessment."""
    areas = _primary_areas(case, primary)
    points = _points(case, primary, findings)
    tracks: list[MapTrack] = []
    if primary is not None:
        site = questions.launch_site(case, primary)
        if site is not None:
            tracks += _direct_track(site, primary, findings)
            tracks += _notified_track(site, areas)
        tracks += _first_orbit(case, primary, elements, table, rng)
    return {
        "points": tuple(points),
        "areas": tuple(_map_area(area) for area in areas),
        "tracks": tuple(tracks),
        "timeline": tuple(_timeline(case, primary, findings)),
    }


def _primary_areas(case: Case, primary: Launch | None) -> Areas:
    ignored: list[Problem] = []
    notices = [item for item in case.notice if primary is None or not item.launch or primary.id in item.launch]
    return questions.best_areas(notices, ignored)


def _map_area(area: NotifiedArea | ApproximateArea) -> MapArea:
    if isinstance(area, NotifiedArea):
        return MapArea(label=area.label, ring=tuple(area.region_ring))
    ring = region_from_circle(area.latitude_deg, area.longitude_deg, area.uncertainty_m).corners
    return MapArea(
        label=area.label,
        ring=tuple(ring),
        approximate=True,
        uncertainty_km=area.uncertainty_m / 1000.0,
        remark="published distances only",
    )


def _points(case: Case, primary: Launch | None, findings: Sequence[Finding]) -> list[MapPoint]:
    points = []
    places = case.places
    used = {launch.site for launch in case.launch}
    for key in used:
        if key in places:
            place = places[key]
            points.append(
                MapPoint(label=place.name, kind="site", latitude_deg=place.latitude, longitude_deg=place.longitude)
            )
    for satellite in case.satellite:
        if satellite.control in places:
            place = places[satellite.control]
            points.append(
                MapPoint(
                    label="control centre", kind="control", latitude_deg=place.latitude, longitude_deg=place.longitude
                )
            )
    for observation in case.observation:
        if observation.latitude is not None and observation.longitude is not None:
            points.append(
                MapPoint(
                    label=phrase("launch point, {name}", name=observation.name),
                    kind="site",
                    latitude_deg=observation.latitude,
                    longitude_deg=observation.longitude,
                )
            )
    for launch in case.launch:
        for fall in launch.fall:
            if fall.latitude is not None and fall.longitude is not None:
                when = launch.lift_off[0].time if launch.lift_off else None
                mine = primary is not None and launch.id == primary.id
                date = "" if mine or when is None else phrase(", {day:%-d %b %Y}", day=when)
                points.append(
                    MapPoint(
                        label=phrase("fall: {label}{date}", label=fall.label, date=date),
                        kind="fall",
                        latitude_deg=fall.latitude,
                        longitude_deg=fall.longitude,
                        radius_km=fall.uncertainty_km or 0.0,
                        remark=fall.remark,
                    )
                )
    seen: set[tuple[float, float]] = set()
    for finding in findings:
        if finding.topic == "claim" and finding.details.get("sites"):
            for place in finding.details["sites"]:
                where = (round(place["latitude"], 1), round(place["longitude"], 1))
                if where not in seen:
                    seen.add(where)
                    points.append(
                        MapPoint(
                            label=place["name"],
                            kind="claim",
                            latitude_deg=place["latitude"],
                            longitude_deg=place["longitude"],
                            remark=finding.verdict,
                        )
                    )
    return points


def _direct_track(site: Site, launch: Launch, findings: Sequence[Finding]) -> list[MapTrack]:
    """A straight flight's track over the ground: the geodesic at the azimuth the stated orbit needs."""
    finding = next((item for item in findings if item.id == f"notice-orbit:{launch.id}"), None)
    needed = finding.estimates.get("azimuth_needed_deg") if finding else None
    inclination = finding.estimates.get("inclination_deg") if finding else None
    if needed is None or needed.value is None or inclination is None or inclination.value is None:
        return []
    latitude, longitude = geodesic_points(site.latitude_deg, site.longitude_deg, needed.value, 3_600_000.0, 61)
    return [
        MapTrack(
            label=phrase(
                "direct ascent for {value:g}°, azimuth {value_2:.0f}°", value=inclination.value, value_2=needed.value
            ),
            kind="direct",
            points=tuple(zip(latitude.tolist(), longitude.tolist(), strict=True)),
        )
    ]


def _notified_track(site: Site, areas: Areas) -> list[MapTrack]:
    """The line from the pad through the notified areas, nearest first."""
    centres = []
    for area in areas:
        if isinstance(area, ApproximateArea):
            centres.append((area.latitude_deg, area.longitude_deg))
        else:
            centres.append(area.region().centroid)
    if not centres:
        return []
    here = (site.latitude_deg, site.longitude_deg)
    centres.sort(key=lambda place: float(geodesic_inverse(*here, *place)[0]))
    points: list[tuple[float, float]] = [here]
    for place in centres:
        distance, azimuth, _ = geodesic_inverse(*here, *place)
        latitude, longitude = geodesic_points(here[0], here[1], azimuth, distance, 31)
        points += list(zip(latitude.tolist(), longitude.tolist(), strict=True))[1:]
        here = place
    return [MapTrack(label="line through the notified areas", kind="notified", points=tuple(points))]


def _first_orbit(
    case: Case, launch: Launch, elements: questions.CaseElements, table: EarthOrientation, rng: np.random.Generator
) -> list[MapTrack]:
    """Ground track from insertion on, one revolution, where an orbit is known for that time."""
    satellite = next((item for item in case.satellite if item.norad_id == launch.norad_id), None)
    moments = launch.insertion or launch.lift_off
    if satellite is None or not moments:
        return []
    start = moments[0]
    known: Knowledge = questions.knowledge_of(case, satellite, elements)
    try:
        basis = orbit_basis(known, start.time.astimezone(UTC), orientation=table, rng=rng, members=21)
    except BongsuError:
        return []
    begin = to_datetime64(start.time)
    times = time_grid(begin, begin + np.timedelta64(95, "m"), 30.0)
    position, _ = basis.sample.fixed_states(times, table)
    latitude, longitude, _ = fixed_to_geodetic(position[len(position) // 2])
    return [
        MapTrack(
            label="first orbit",
            kind="orbit",
            points=tuple(zip(latitude.tolist(), longitude.tolist(), strict=True)),
        )
    ]


def _timeline(case: Case, primary: Launch | None, findings: Sequence[Finding]) -> list[TimelineMark]:
    marks: list[TimelineMark] = []
    ignored: list[Problem] = []
    for notice in case.notice:
        if primary is not None and notice.launch and primary.id not in notice.launch:
            continue
        issued = questions.latest_moment(notice.issued, UTC)
        if issued is not None:
            if len(notice.issued) == 10:
                issued -= timedelta(hours=12)
            marks.append(TimelineMark(label="notice", kind="notice", start=issued))
        for window in questions.safe_windows(notice, ignored):
            if window.start and window.end:
                marks.append(TimelineMark(label="notified window", kind="window", start=window.start, end=window.end))
    if primary is not None:
        for item in primary.lift_off[:1]:
            marks.append(TimelineMark(label="lift-off", kind="launch", start=item.time))
        for fall in primary.fall:
            if fall.time is not None:
                marks.append(
                    TimelineMark(label=phrase("{label} falls", label=fall.label), kind="fall", start=fall.time)
                )
        for item in primary.insertion[:1]:
            marks.append(TimelineMark(label="insertion", kind="insertion", start=item.time))
    verdicts = {finding.id: finding.verdict for finding in findings}
    for claim in case.claim:
        start = claim.time or claim.start
        if start is not None and f"claim:{claim.id}" in verdicts:
            marks.append(TimelineMark(label=claim.label or claim.id, kind="claim", start=start, end=claim.end))
    return sorted(marks, key=lambda mark: mark.start)
