"""What a face draws and prints of satellites over places: points, ground tracks and times, as of any other answer.

Each function gives an :class:`~bongsu.cases.Assessment`, so that the map, the report and the public formats that a case has
serve a list of passes, a warning plan and a single satellite too.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from bongsu import __version__
from bongsu.cases.answer import Assessment, MapArea, MapPoint, MapTrack, TimelineMark
from bongsu.cases.case import Case, CaseHead
from bongsu.cases.overhead import PassAnswer
from bongsu.cases.satellite_answer import SatelliteAnswer
from bongsu.cases.warning_json import SAY_OF_GAPS
from bongsu.cases.warning_list import LEVELS, Exposure, WarningPlan
from bongsu.cases.watch import WatchedNotice, next_warning
from bongsu.earth import bundled_orientation, fixed_to_geodetic, geodesic_points, time_grid, to_datetime64, to_fixed
from bongsu.errors import Problem
from bongsu.orbit import ElementSet, Ephemeris, states_of
from bongsu.overflight import Site
from bongsu.wording import joined, phrase

__all__ = ["picture_of_passes", "picture_of_plan", "picture_of_satellite"]

_MOST_TRACKS = 6  # drawn of a list: those that come first; more lie over each other
_MOST_POINTS = 300  # drawn; all are in the tables
_AROUND = timedelta(minutes=5)  # of track before and after what is within reach
_ONE_PASS = timedelta(minutes=15)  # of one satellite over a group of places
_STEP_S = 20.0
_REVOLUTION = timedelta(minutes=50)  # drawn before and after the moment asked
_MEAN_RADIUS_M = 6371e3  # of a sphere, for the horizon's circle


def picture_of_plan(
    plan: WarningPlan,
    shown: Sequence[Exposure],
    *,
    at: datetime,
    problems: Sequence[Problem] = (),
    sha256: str = "",
    notices: Sequence[WatchedNotice] | None = None,
) -> Assessment:
    """A warning plan: its places, the tracks of the passes that come first, and when each pass has places in reach.

    Parameters
    ----------
    plan : WarningPlan
    shown : sequence of Exposure
        Those of the plan that are told of.
    at : datetime
        When it is asked.
    problems : sequence of Problem
        What was wrong with single inputs.
    sha256 : str
        Of the reader's element sets, where they are known.
    notices : sequence of WatchedNotice, optional
        Notices in force then: their areas are drawn, and their windows stand on the timeline.

    Returns
    -------
    Assessment
        ``findings`` is the one of :func:`bongsu.cases.next_warning`.
    """
    finding, _ = next_warning(plan, at)
    hours = _hours(plan.window.start, plan.window.end)
    names = [one.place.name for one in plan.plans]
    counts = joined(
        ", ",
        (phrase("{n} {level}", n=sum(item.level == word for item in plan.exposures), level=word) for word in LEVELS),
    )
    said = phrase(
        "{satellites} over {places} in {span}: {counts}.",
        satellites=_count(len(plan.satellites), "satellite"), places=_count(len(names), "place"), span=hours, counts=counts,
    )  # fmt: skip
    groups = _by_pass(shown)
    tracks = [_track_of_exposure(plan, group[0]) for group in _first(groups)]
    watched = list(notices or ())
    in_force = sum(one.state == "in force" for one in watched)
    told = [phrase("{notices} in force.", notices=_count(in_force, "notice"))] if notices is not None else []
    title = phrase("Imaging satellites over {places}", places=_named(names, "place"))
    return Assessment(
        case=_case("watch" if notices is not None else "warn-plan", title),
        at=at,
        version=__version__,
        sha256=sha256,
        summary=(*told, finding.statement, said, SAY_OF_GAPS),
        findings=(finding,),
        points=tuple(_place(one.place.name, *one.place.centre) for one in plan.plans[:_MOST_POINTS]),
        areas=tuple(_areas(watched)),
        tracks=tuple(track for track in tracks if len(track.points) > 1),
        timeline=(*_windows(watched), *(_mark_of_exposures(plan, group) for group in groups)),
        problems=tuple(problems),
        say=(finding.say,) if finding.say else (),
        do_not_say=(finding.do_not_say,) if finding.do_not_say else (),
        extras={"map_notes": _plan_notes(plan, groups, at)},
    )


def picture_of_passes(
    answers: Sequence[tuple[PassAnswer, Site, Sequence[dict[str, Any]]]],
    *,
    at: datetime,
    hours: float,
    problems: Sequence[Problem] = (),
) -> Assessment:
    """Passes of satellites over sites: the sites, the tracks of the passes that come first, and when each is.

    Parameters
    ----------
    answers : sequence of (PassAnswer, Site, rows)
        Each pair of satellite and site with the rows told of, as of :func:`bongsu.cases.passes_to_json`.
    at : datetime
        Start of the span.
    hours : float
        Its length.
    problems : sequence of Problem
        What was wrong with single inputs.
    """
    names = list(dict.fromkeys(_called(answer) for answer, _, _ in answers))
    sites = {(site.label, site.latitude_deg, site.longitude_deg): site for _, site, _ in answers}
    rows = sorted(
        ((row, answer) for answer, _, found in answers for row in found), key=lambda pair: str(pair[0]["rise"])
    )
    lit = sum(row["sun_elevation_deg"] > 0.0 for row, _ in rows)
    title = phrase(
        "{satellites} over {places}",
        satellites=_named(names, "satellite"),
        places=_named([site.label for site in sites.values()], "place"),
    )
    tracks = [
        _track(answer.element_sets[0], _called(answer), row["rise"], row["set"], "pass", around=timedelta(0))
        for row, answer in rows[:_MOST_TRACKS]
    ]
    marks = [
        TimelineMark(
            label=phrase("{satellite} over {place}", satellite=_called(answer), place=row["site"]), kind="pass",
            start=_moment(row["rise"]), end=_moment(row["set"]),
        )
        for row, answer in rows
    ]  # fmt: skip
    notes = dict.fromkeys(note for answer, _, _ in answers for note in answer.notes)
    return Assessment(
        case=_case("passes", title),
        at=at,
        version=__version__,
        sha256=next((answer.sha256 for answer, _, _ in answers), ""),
        summary=(
            phrase(
                "{passes} of {title} in {span}, {lit} of them with the Sun up at the place.",
                passes=_count(len(rows), "pass"),
                title=title,
                span=_hours_words(hours),
                lit=lit,
            ),
            "A pass is not a picture: in view is not photographed.",
        ),
        findings=(),
        points=tuple(_place(*key) for key in list(sites)[:_MOST_POINTS]),
        tracks=tuple(track for track in tracks if len(track.points) > 1),
        timeline=tuple(marks),
        problems=tuple(problems),
        unknown=tuple(notes),
        extras={"map_notes": _pass_notes(rows, [age for answer, _, _ in answers for age in answer.age_days])},
    )


def picture_of_satellite(answer: SatelliteAnswer, *, whole: bool = False) -> Assessment:
    """One satellite: where it is, its horizon, and its track: about a revolution around the moment asked, or the ``whole``."""
    item, here = answer.item, answer.item["here"]
    points: list[MapPoint] = []
    tracks = _satellite_tracks(answer, whole)
    said = [answer.finding.statement]
    if here is not None:
        points.append(
            MapPoint(
                label=item["name"],
                kind="satellite",
                latitude_deg=here["latitude_deg"],
                longitude_deg=here["longitude_deg"],
                remark=phrase(
                    "{height:.0f} km up, {light}",
                    height=here["height_m"] / 1000.0,
                    light="sunlit" if here["sunlit"] else "in the Earth’s shadow",
                ),
            )
        )
        tracks.append(_horizon(here))
        said.append(phrase("At that moment it stands over {where}, {how}.", where=_where(here), how=points[0].remark))
    return Assessment(
        case=_case(
            f"satellite-{item['norad_id']}", phrase("{name} ({number})", name=item["name"], number=item["norad_id"])
        ),
        at=answer.at,
        version=__version__,
        sha256=item["sha256"],
        summary=(*said, "A manoeuvre since the epoch would not show, and decay is not told."),
        findings=(answer.finding,),
        points=tuple(points),
        tracks=tuple(tracks),
        problems=answer.problems,
        unknown=(phrase("Manoeuvre: {jump}", jump=item["jump"]),) if item["jump"] else (),
        extras={
            "map_notes": (
                phrase("As of {moment:%d %b %Y %H:%M:%S} UTC", moment=answer.at),
                *said[1:],
                _ages([item["elements"]["age_days"]], "that"),
            )
        },
    )


def _plan_notes(plan: WarningPlan, groups: Sequence[Sequence[Exposure]], at: datetime) -> tuple[str, ...]:
    """What stands in the map: the passes whose tracks are drawn, and how old the element sets are."""
    drawn = _first(groups)
    lines = []
    for group in drawn:
        mark = _mark_of_exposures(plan, group)
        lines.append(phrase("{moment:%d %b %H:%M:%S} {label}", moment=mark.start, label=mark.label))
    head = phrase("From {moment:%d %b %Y %H:%M} UTC" if drawn else "From {moment:%d %b %Y %H:%M} UTC: none", moment=at)
    return (head, *lines, _ages([one.age_days for one in plan.satellites], "the middle of the span"))


def _pass_notes(rows: Sequence[tuple[dict[str, Any], PassAnswer]], ages: Sequence[float | None]) -> tuple[str, ...]:
    lines = [
        phrase(
            "{rise:%d %b %H:%M:%S} to {set}, {high:.0f}° high",
            rise=_moment(row["rise"]), set=row["set"][11:19], high=row["max_elevation_deg"],
        )
        for row, _ in rows[:_MOST_TRACKS]
    ]  # fmt: skip
    return ("First passes, UTC" if lines else "No pass in this span", *lines, _ages(ages, "the middle of the span"))


def _ages(ages: Sequence[float | None], moment: str) -> str:
    """Ages of the element sets in words, so that a map that is passed on says them."""
    known = sorted(abs(age) for age in ages if age is not None)
    if not known:
        return "From an ephemeris: its age is not stated."
    same = known[-1] - known[0] < 0.05
    span = f"{known[0]:.1f}" if same else phrase("{low} to {high}", low=f"{known[0]:.1f}", high=f"{known[-1]:.1f}")
    return phrase("Element sets {span} d from {moment}.", span=span, moment=moment)


def _satellite_tracks(answer: SatelliteAnswer, whole: bool) -> list[MapTrack]:
    track = answer.track
    zero = datetime.fromisoformat(track["start"])
    away = [abs(zero + timedelta(seconds=seconds) - answer.at) for seconds in track["time"]]
    near = [n for n, apart in enumerate(away) if whole or apart <= _REVOLUTION]
    if len(near) < 2:
        return []
    points = tuple((track["latitude_deg"][n], track["longitude_deg"][n]) for n in near)
    first, last = (zero + timedelta(seconds=track["time"][n]) for n in (near[0], near[-1]))
    label = phrase("ground track, {first:%H:%M} to {last:%H:%M} UTC", first=first, last=last)
    return [MapTrack(label=label, kind="track", points=points)]


def _horizon(here: dict[str, Any]) -> MapTrack:
    """Where it stands on the horizon: a circle, on a sphere."""
    ratio = _MEAN_RADIUS_M / (_MEAN_RADIUS_M + max(here["height_m"], 0.0))
    reach = _MEAN_RADIUS_M * math.acos(min(1.0, ratio))
    ring = []
    for azimuth in range(0, 361, 4):
        latitude, longitude = geodesic_points(here["latitude_deg"], here["longitude_deg"], float(azimuth), reach, 2)
        ring.append((float(latitude[-1]), float(longitude[-1])))
    return MapTrack(label="its horizon", kind="horizon", points=tuple(ring))


def _case(name: str, title: str) -> Case:
    head = CaseHead(name=name, title=title)
    return Case(case=head.model_copy(update={"title": title}))  # a title that is checked is plain text again


def _place(name: str, latitude: float, longitude: float) -> MapPoint:
    return MapPoint(label=name, kind="own", latitude_deg=latitude, longitude_deg=longitude)


def _named(names: Sequence[str], thing: str) -> str:
    """Up to three names, else how many."""
    if not 0 < len(names) <= 3:
        return _count(len(names), thing)
    if len(names) == 1:
        return names[0]
    return joined(" and ", (joined(", ", names[:-1]), names[-1]))


def _count(number: int, thing: str) -> str:
    more = "" if number == 1 else "es" if thing.endswith("s") else "s"
    return phrase("{count:,} {noun}", count=number, noun=thing + more)


def _hours(start: datetime | None, end: datetime | None) -> str:
    assert start is not None and end is not None
    return _hours_words((end - start).total_seconds() / 3600.0)


def _hours_words(hours: float) -> str:
    if hours >= 72.0 and hours % 24.0 == 0.0:
        return phrase("{days:g} days", days=hours / 24.0)
    return phrase("{hours:g} h", hours=hours)


def _where(here: dict[str, Any]) -> str:
    latitude, longitude = here["latitude_deg"], here["longitude_deg"]
    return f"{abs(latitude):.1f}°{'N' if latitude >= 0 else 'S'} {abs(longitude):.1f}°{'E' if longitude >= 0 else 'W'}"


def _called(answer: PassAnswer) -> str:
    chosen = answer.element_sets[0]
    return chosen.name or str(chosen.norad_id)


def _by_pass(shown: Iterable[Exposure]) -> list[list[Exposure]]:
    """Exposures of one satellite that begin within a quarter of an hour of the first: one pass over a group of places."""
    groups: list[list[Exposure]] = []
    latest: dict[int, list[Exposure]] = {}
    for item in shown:
        held = latest.get(item.satellite)
        if held is not None and item.start - held[0].start < _ONE_PASS:
            held.append(item)
        else:
            latest[item.satellite] = group = [item]
            groups.append(group)
    ranks = list(LEVELS)
    return [sorted(group, key=lambda item: (ranks.index(item.level), item.start)) for group in groups]


def _first(groups: Sequence[Sequence[Exposure]]) -> list[Sequence[Exposure]]:
    """The passes whose tracks are drawn: the first that are not in the dark."""
    return [group for group in groups if group[0].level != "night"][:_MOST_TRACKS]


def _mark_of_exposures(plan: WarningPlan, group: Sequence[Exposure]) -> TimelineMark:
    first = group[0]
    more = f" +{len(group) - 1}" if len(group) > 1 else ""
    satellite = plan.satellites[first.satellite].name
    return TimelineMark(
        label=phrase(
            "{level} {satellite}: {place}{more}", level=first.level, satellite=satellite, place=first.place, more=more
        ),
        kind="exposure",
        start=min(item.start for item in group),
        end=max(item.end for item in group),
    )


def _track_of_exposure(plan: WarningPlan, item: Exposure) -> MapTrack:
    one = plan.satellites[item.satellite]
    return _track(one.item, one.name, item.start, item.end, "pass", around=_AROUND)


def _track(
    item: ElementSet | Ephemeris, name: str, start: datetime | str, end: datetime | str, kind: str, *, around: timedelta
) -> MapTrack:
    """The ground under a satellite from a time before to a time after, as far as its model reaches."""
    first, last = _moment(start), _moment(end)
    times = time_grid(to_datetime64(first - around), to_datetime64(last + around), _STEP_S)
    states = to_fixed(states_of(item, times), bundled_orientation())
    latitude, longitude, _ = fixed_to_geodetic(states.position_m[states.error == 0])
    points = tuple(zip(np.round(latitude, 4).tolist(), np.round(longitude, 4).tolist(), strict=True))
    return MapTrack(label=phrase("{name} {moment:%-d %b %H:%M}", name=name, moment=first), kind=kind, points=points)


def _moment(value: datetime | str) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def _areas(notices: Sequence[WatchedNotice]) -> list[MapArea]:
    """Areas of notices as rings; outer ones only, for a notified area has no hole."""
    drawn = []
    for notice in notices:
        for label, shape, approximate in notice.areas:
            polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            for polygon in polygons:
                ring = tuple((float(y), float(x)) for x, y in polygon[0])
                drawn.append(MapArea(label=label or notice.id, ring=ring, approximate=approximate))
    return drawn


def _windows(notices: Sequence[WatchedNotice]) -> list[TimelineMark]:
    return [
        TimelineMark(label=notice.name, kind="window", start=window.start, end=window.end)
        for notice in notices
        for window in notice.windows
        if window.start and window.end
    ]
