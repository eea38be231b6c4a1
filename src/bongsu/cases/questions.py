"""From what a case holds to the questions the assessment can answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from bongsu.assessment import ClaimQuestion, Knowledge, ReportedFall, mean_axis_m
from bongsu.cases.answer import InputRecord
from bongsu.cases.case import Case, Claim, Launch, Notice, Satellite
from bongsu.earth import Window
from bongsu.errors import ElementSetError, InputError, NoticeError, Problem
from bongsu.notices import ApproximateArea, NotifiedArea, read_notices
from bongsu.notices import Notice as ParsedNotice
from bongsu.orbit import ElementSet, TimedPlace, read_element_sets
from bongsu.overflight import Site
from bongsu.wording import joined, phrase

__all__ = [
    "CaseElements",
    "areas_of",
    "best_areas",
    "claim_questions",
    "falls_of",
    "knowledge_of",
    "latest_moment",
    "launch_site",
    "launch_with_notices",
    "primary_launch",
    "read_elements",
    "windows_of",
]

_PRESENT_DAYS = 3.0  # an episode that ended longer ago is past; element sets are called old from the same age on


@dataclass(slots=True, kw_only=True)
class CaseElements:
    """Element sets of a case, with what could not be read and where each text came from."""

    sets: list[ElementSet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    inputs: list[InputRecord] = field(default_factory=list)

    def of(self, norad_id: int) -> tuple[ElementSet, ...]:
        """Sets of one object, oldest first."""
        return tuple(sorted((item for item in self.sets if item.norad_id == norad_id), key=lambda item: item.epoch))


def read_elements(case: Case, at: datetime, read_file: Callable[[str], bytes] | None) -> CaseElements:
    """Every element set of a case; one that cannot be read is a problem, not the end.

    ``read_file`` gives the bytes of a file named in the case; without it such entries are problems.
    """
    out = CaseElements()
    for index, entry in enumerate(case.elements, start=1):
        where = phrase("elements[{index}]", index=index)
        try:
            if entry.file:
                if read_file is None:
                    raise ElementSetError(
                        phrase("file {file!r} is not at hand", file=entry.file), advice="run from the case's folder"
                    )
                data: bytes | str = read_file(entry.file)
            else:
                data = entry.tle or entry.omm
            found = read_element_sets(data, origin=entry.file or where, strict=False)
        except (InputError, OSError) as error:
            out.problems.append(Problem(where=where, what=str(error), advice=getattr(error, "advice", "")))
            continue
        out.sets.extend(found.sets)
        out.problems.extend(
            Problem(
                where=phrase("{where}, {where_2}", where=where, where_2=item.where), what=item.what, advice=item.advice
            )
            for item in found.problems
        )
        out.problems.extend(
            Problem(
                where=phrase("{where}, {where_2}", where=where, where_2=note.where), what=note.what, advice=note.advice
            )
            for item in found.sets
            for note in item.notes
        )
        newest = max((item.epoch for item in found.sets), default=None)
        out.inputs.append(
            InputRecord(
                id=where,
                source=joined(", ", entry.source) or entry.file or "the case",
                sha256=found.sha256,
                age_days=None if newest is None else round((at - newest).total_seconds() / 86400.0, 2),
                nearest_days=_nearest_days(case, found.sets, at),
            )
        )
    return out


def _nearest_days(case: Case, sets: Sequence[ElementSet], at: datetime) -> float | None:
    """From the set nearest a past episode to its launch and claims; None while the episode is of the present."""
    launch = primary_launch(case)
    times = [item.time for item in (launch.lift_off if launch else ())]
    times += [time for claim in case.claim for time in (claim.time, claim.start, claim.end) if time is not None]
    if not times or not sets or (at - max(times)).total_seconds() <= _PRESENT_DAYS * 86400.0:
        return None
    first, last = min(times), max(times)
    ages = [item.age_days(first if item.epoch < first else last if item.epoch > last else item.epoch) for item in sets]
    nearest: float = min(ages, key=abs)
    return round(nearest, 2)


def primary_launch(case: Case) -> Launch | None:
    """The launch the case is about: the one named, else the last that reached orbit, else the last."""
    if case.case.primary:
        return next((item for item in case.launch if item.id == case.case.primary), None)
    orbit = [item for item in case.launch if item.outcome == "orbit"]
    candidates = orbit or case.launch
    return candidates[-1] if candidates else None


def launch_with_notices(case: Case, launch: str = "") -> tuple[Launch | None, list[Notice]]:
    """The launch of that id, else the one the case is about, and its notices, with those that name no launch.

    Raises
    ------
    InputError
        When no launch has that id.
    """
    chosen = next((each for each in case.launch if each.id == launch), None) if launch else primary_launch(case)
    if launch and chosen is None:
        raise InputError(
            phrase("case {name} has no launch {launch!r}", name=case.case.name, launch=launch),
            advice=phrase("it has {value}", value=joined(", ", (each.id for each in case.launch)) or "none"),
        )
    return chosen, [each for each in case.notice if chosen is None or not each.launch or chosen.id in each.launch]


def launch_site(case: Case, launch: Launch) -> Site | None:
    """The launch's site as a place."""
    place = case.places.get(launch.site)
    if place is None:
        return None
    return Site(latitude_deg=place.latitude, longitude_deg=place.longitude, height_m=place.height_m, name=place.name)


def _case_zone(case: Case) -> timezone:
    text = case.case.zone
    sign = -1 if text.startswith("-") else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[4:6])))


def latest_moment(text: str, zone: tzinfo) -> datetime | None:
    """The latest moment a date known to the year, month, day or better can mean, in a zone."""
    if not text:
        return None
    if len(text) > 10:
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    parts = [int(part) for part in text.split("-")]
    year, month, day = [*parts, 0, 0][:3]
    if not month:
        return datetime(year + 1, 1, 1, tzinfo=zone)
    if not day:
        return datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone)
    return datetime(year, month, day, tzinfo=zone) + timedelta(days=1)


def windows_of(notice: Notice) -> list[Window]:
    """The notice's windows: from its text where there is one, else from its fields, daily slots expanded."""
    if notice.text:
        return [window for item in _parsed(notice) for window in _all_windows(item)]
    if notice.start is None or notice.end is None:
        return []
    start, end = notice.start.astimezone(UTC), notice.end.astimezone(UTC)
    if not notice.daily:
        return [Window(start=start, end=end)]
    length = timedelta(seconds=(end - start).total_seconds() % 86400.0)
    days = int((end - start - length).total_seconds() // 86400) + 1
    return [Window(start=start + timedelta(days=k), end=start + timedelta(days=k) + length) for k in range(days)]


def _all_windows(item: ParsedNotice) -> list[Window]:
    windows = list(item.windows)
    for area in item.areas:
        windows.extend(window for window in area.windows if window not in windows)
    return windows


def issued_words(notice: Notice) -> str:
    """When a notice was issued, in short words and as precisely as the case knows it, UTC."""
    text = notice.issued
    if not text:
        return ""
    if len(text) > 10:
        moment = datetime.fromisoformat(text)
        return phrase("{moment:%d %b %H:%M}", moment=moment.astimezone(UTC) if moment.tzinfo else moment)
    return phrase("{day:%d %b}", day=datetime.fromisoformat(text)) if len(text) == 10 else text


def axis_at_launch_m(launch: Launch, nearest: ElementSet) -> tuple[float, float]:
    """Mean semi-major axis just after launch and its standard deviation. [m]"""
    orbit = next((item for item in launch.orbit if item.reached), None)
    heights = (orbit.perigee_km, orbit.apogee_km) if orbit else None
    return mean_axis_m(heights, nearest)


def _parsed(notice: Notice) -> list[ParsedNotice]:
    return read_notices(notice.text, year=int(notice.issued[:4]) if notice.issued else None)


def areas_of(notice: Notice) -> list[NotifiedArea | ApproximateArea]:
    """Notified areas: from the text's own coordinates, else the approximate ones.

    Raises
    ------
    NoticeError
        When the text cannot be read.
    """
    if notice.text:
        return [area for item in _parsed(notice) for area in item.areas]
    return [
        ApproximateArea(
            label=area.label,
            latitude_deg=area.latitude,
            longitude_deg=area.longitude,
            uncertainty_m=area.uncertainty_km * 1000.0,
        )
        for area in notice.approximate
    ]


def falls_of(launch: Launch) -> list[ReportedFall]:
    """Reported falls of a launch."""
    return [
        ReportedFall(
            label=fall.label,
            party=fall.party,
            time=fall.time,
            latitude_deg=fall.latitude,
            longitude_deg=fall.longitude,
            uncertainty_m=(fall.uncertainty_km or 20.0) * 1000.0,
            area=fall.area,
            sources=tuple(fall.source),
        )
        for fall in launch.fall
    ]


def _claim_site(case: Case, claim: Claim) -> tuple[Site, ...]:
    if claim.latitude is not None and claim.longitude is not None:
        return (Site(latitude_deg=claim.latitude, longitude_deg=claim.longitude, name=claim.label),)
    places = case.places
    return tuple(
        Site(latitude_deg=places[k].latitude, longitude_deg=places[k].longitude, name=places[k].name)
        for k in claim.site
        if k in places
    )


def _satellite_of(case: Case, claim: Claim) -> Satellite | None:
    wanted = claim.norad_id
    if wanted is None:
        return case.satellite[0] if case.satellite else None
    return next((item for item in case.satellite if item.norad_id == wanted), None)


def knowledge_of(case: Case, satellite: Satellite, elements: CaseElements) -> Knowledge:
    """What a case knows of one satellite's orbit."""
    launch = next((item for item in case.launch if item.norad_id == satellite.norad_id), None)
    orbit = next((item for item in launch.orbit if item.reached), None) if launch else None
    timed = []
    for claim in case.claim:
        sites = _claim_site(case, claim)
        mine = _satellite_of(case, claim)
        if claim.kind == "imaged" and claim.time and claim.precision_s <= 5.0 and sites and mine is satellite:
            timed.append(
                TimedPlace(
                    id=claim.id,
                    latitude_deg=sites[0].latitude_deg,
                    longitude_deg=sites[0].longitude_deg,
                    time=claim.time.astimezone(UTC),
                )
            )
    return Knowledge(
        norad_id=satellite.norad_id,
        name=satellite.name,
        element_sets=elements.of(satellite.norad_id),
        timed=tuple(timed),
        heights_km=(orbit.perigee_km, orbit.apogee_km) if orbit else None,
        launched=min((item.time.astimezone(UTC) for item in launch.lift_off), default=None) if launch else None,
        decayed=latest_moment(satellite.decayed, timezone.utc),  # noqa: UP017
    )


def claim_questions(case: Case) -> Iterator[tuple[ClaimQuestion, Satellite | None]]:
    """Every claim of a case as a question, with the satellite it is about."""
    zone = _case_zone(case)
    public = next((item for item in case.remark if item.topic == "public" and item.date), None)
    sources = case.sources
    for claim in case.claim:
        satellite = _satellite_of(case, claim)
        control = case.places.get(satellite.control) if satellite else None
        sites = _claim_site(case, claim)
        if not sites:
            continue
        interval = Window(start=claim.start, end=claim.end) if claim.start and claim.end else None
        of = next((sources[key].of for key in claim.source if key in sources and sources[key].of), "")
        yield (
            ClaimQuestion(
                id=claim.id,
                who=claim.who,
                label=claim.label or joined(", ", (site.label for site in sites)),
                kind=claim.kind,
                sites=sites,
                moment=claim.time,
                interval=interval,
                precision_s=claim.precision_s,
                said=latest_moment(claim.said, zone),
                imager=satellite.imager if satellite else "unknown",
                nadir_gsd_m=tuple(satellite.nadir_gsd_m) if satellite else (),
                control=Site(latitude_deg=control.latitude, longitude_deg=control.longitude, name=control.name)
                if control
                else None,
                public_from=_earliest(public.date, zone) if public else None,
                sources=tuple(claim.source),
                second_hand=of,
                remark=claim.remark,
            ),
            satellite,
        )


def _earliest(text: str, zone: tzinfo) -> datetime:
    latest = latest_moment(text, zone)
    assert latest is not None
    return latest - timedelta(days=1) if len(text) == 10 else latest


def notice_areas(notice: Notice, problems: list[Problem]) -> list[NotifiedArea | ApproximateArea]:
    """Areas of a notice, a text that cannot be read being set down as a problem."""
    try:
        return areas_of(notice)
    except NoticeError as error:
        problems.append(Problem(where=phrase("notice {id}", id=notice.id), what=str(error), advice=error.advice))
        return []


def best_areas(notices: Iterable[Notice], problems: list[Problem]) -> list[NotifiedArea | ApproximateArea]:
    """Areas of several notices of one launch: published coordinates, where there are any, stand for the rest."""
    areas = [area for notice in notices for area in notice_areas(notice, problems)]
    published = [area for area in areas if isinstance(area, NotifiedArea)]
    return list(published) or areas


def safe_windows(notice: Notice, problems: list[Problem]) -> list[Window]:
    """Windows of a notice, a text that cannot be read being set down as a problem."""
    try:
        return windows_of(notice)
    except NoticeError as error:
        problems.append(Problem(where=phrase("notice {id}", id=notice.id), what=str(error), advice=error.advice))
        return []
