"""Many satellites over many places, and notices in force: what the Watch and Sites views ask for."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from bongsu.cases import (
    LEVELS,
    SAY_OF_GAPS,
    Assessment,
    Case,
    Exposure,
    Filters,
    WarningPlan,
    WatchedNotice,
    archived_in_force,
    bundled_element_sets,
    bundled_places,
    choose_satellites,
    envelope,
    exposure_row,
    exposures_csv,
    finding_json,
    next_warning,
    objects_of,
    pasted_notices,
    places_apart,
    places_from_sites,
    plan_columns,
    plan_in_parts,
    read_notice_text,
    read_places,
    satellites_named,
    span_of,
    too_old,
    warnings_to_json,
)
from bongsu.console.commands import notices_command, plan_command
from bongsu.console.view_files import plan_picture
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.exchange import (
    exposures_to_czml,
    exposures_to_geojson,
    exposures_to_icalendar,
    notices_to_czml,
    notices_to_geojson,
    watched_to_czml,
)
from bongsu.rawtext import refuse_html
from bongsu.reports import with_notice_shapes
from bongsu.wording import phrase

__all__ = [
    "DEMO_AT",
    "FIRST_SATELLITE",
    "MAX_ELEMENTS",
    "KeptPlans",
    "PlanAsked",
    "plan_answer",
    "plan_file",
    "watch_answer",
    "watch_czml",
    "watch_file",
]

Step = Callable[[str, int, int], None]

MAX_ELEMENTS = 16_000_000  # characters of element sets: the public catalogue as OMM in JSON
MAX_PAIR_DAYS = 200_000.0  # some 20 minutes on one core; the command line takes five times as many
MAX_SHOWN = 200_000  # exposures sent to a page
MAX_HOURS = 24.0 * 31.0
DEMO_AT = datetime.fromisoformat("2024-06-03T00:00:00+00:00")  # a notice in force, and bundled sets of those days
FIRST_SATELLITE = 58400  # the bundled sets are its
_KEPT = 3  # plans kept for their exports
_NO_DEMO_ROLES = ("launch", "control")  # the demonstration's places are those that were claimed to be seen
_EVENTS = 12
_MOST_EXPOSURES = 2000  # looked at for what comes next
_ONE_PASS = timedelta(minutes=15)  # over one group of places


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAsked:
    """Which satellites over which places, from when and how long.

    ``satellites`` are numbers or names (or beginnings of names); none takes all of ``elements`` that serve ``purpose``.
    ``places`` are as on the command line, ``places_file`` is CSV or GeoJSON. Without ``at`` it is asked at ``now``.
    """

    satellites: tuple[str, ...] = ()
    purpose: str = "imaging"
    places: tuple[str, ...] = ()
    places_file: str = ""
    elements: str = ""
    elements_name: str = ""  # what the files are called, for the command
    places_name: str = ""
    at: datetime | None = None
    hours: float = 48.0
    min_sun_deg: float = 10.0

    @property
    def key(self) -> str:
        """The same for the same question."""
        return hashlib.sha256(json.dumps(asdict(self), default=str).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan with what was wrong with single inputs, and the command that gives it."""

    at: datetime
    demo: bool
    plan: WarningPlan
    problems: tuple[Problem, ...]
    sha256: str
    command: str


class KeptPlans:
    """The last few plans, so that a file of one is not worked out again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Planned] = OrderedDict()
        self._lock = threading.Lock()

    def plan(self, asked: PlanAsked, now: datetime, progress: Step | None = None) -> Planned:
        """The plan of a question; a question without a time is never taken from what is kept.

        Raises
        ------
        InputError, NoDataError
            As :func:`planned`.
        """
        with self._lock:
            held = self._kept.get(asked.key) if asked.at is not None else None
        if held is not None:
            return held
        made = planned(asked, now, progress)
        with self._lock:
            self._kept[_dated(asked, made.at).key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made


def _dated(asked: PlanAsked, at: datetime) -> PlanAsked:
    return PlanAsked(**{**asdict(asked), "at": at})


def planned(asked: PlanAsked, now: datetime, progress: Step | None = None) -> Planned:
    """Work out a plan.

    Without sets of the reader's own and without a time, and when the bundled sets no longer serve ``now``, it is asked as of
    :data:`DEMO_AT`, and says so. Bundled sets without places are asked over the places of the bundled case.

    Raises
    ------
    InputError
        Nothing or too much is asked, or a time, satellite or file cannot be read.
    NoDataError
        No element set serves the time.
    """
    if not 0.0 < asked.hours <= MAX_HOURS:
        raise InputError(
            phrase("{hours:g} hours is not a span the console answers", hours=asked.hours),
            advice="ask for up to 31 days",
        )
    data = asked.elements.encode() if asked.elements.strip() else None
    at, demo = moment_of(asked.at, now, has_sets=data is not None)
    places, written, problems = _places(asked)
    origin = "your element sets" if data is not None else "bundled sets"
    numbers, more = _numbers(asked.satellites, data, origin)
    window = span_of(at, timedelta(hours=asked.hours))
    satellites, other = choose_satellites(
        data,
        window,
        Filters(numbers=numbers, purpose=asked.purpose),
        origin=origin,
        bundled=() if data is not None else bundled_element_sets(),
        strict=False,
    )
    missing = numbers - {one.item.norad_id for one in satellites}
    named = " ".join(problem.where for problem in other)
    more += [
        Problem(
            where=str(number), what=phrase("{origin} hold no set of it", origin=origin), advice="give a file that does"
        )
        for number in sorted(missing)
        if f"({number})" not in named
    ]
    points = sum(len(place.sites) for place in places)
    pair_days = points * len(satellites) * asked.hours / 24.0
    if pair_days > MAX_PAIR_DAYS:
        raise InputError(
            phrase(
                "{count:,} satellites x {points:,} points x {hours:g} days is {pair_days:,.0f}"
                " satellite-site-days; the console answers {max_pair_days:,.0f}",
                count=len(satellites),
                points=points,
                hours=asked.hours / 24.0,
                pair_days=pair_days,
                max_pair_days=MAX_PAIR_DAYS,
            ),
            advice="ask for fewer hours, places or satellites, or use bongsu warn plan --sites FILE --elements FILE",
        )
    words = phrase("{count:,} x {count_2:,}", count=len(satellites), count_2=len(places))
    plan = plan_in_parts(
        places, satellites, window, min_sun_deg=asked.min_sun_deg,
        progress=None if progress is None else lambda done, steps: progress(words, done, steps),
    )  # fmt: skip
    return Planned(
        at=at,
        demo=demo,
        plan=plan,
        problems=(*problems, *more, *other, *plan.problems),
        sha256="" if data is None else hashlib.sha256(data).hexdigest(),
        command=plan_command(
            plan,
            at=at,
            hours=asked.hours,
            places=written,
            named=bool(numbers),
            purpose=asked.purpose,
            min_sun_deg=asked.min_sun_deg,
            elements=None if data is None else asked.elements_name,
            places_file=asked.places_name if asked.places_file.strip() else None,
        ),
    )


def moment_of(given: datetime | None, now: datetime, *, has_sets: bool) -> tuple[datetime, bool]:
    """When a question is asked, and whether that is the demonstration's moment."""
    if given is not None:
        return given, False
    if not has_sets and too_old(FIRST_SATELLITE, now):
        return DEMO_AT, True
    return now, False


def _places(asked: PlanAsked) -> tuple[list[Any], list[str], list[Problem]]:
    """Places of the box and of the file, and how those of the box are written; with bundled sets and no place named, those
    of the bundled case.
    """
    places: list[Any] = []
    written: list[str] = []
    problems: list[Problem] = []
    for text in asked.places:
        try:
            places += places_from_sites((text,))
            written.append(text)
        except InputError as error:
            problems.append(Problem(where=text[:60], what=str(error), advice=error.advice))
    if asked.places_file.strip():
        more, other = read_places(asked.places_file, where="your places")
        places, problems = places + more, problems + other
    if not places and problems:
        raise InputError(problems[0].what, advice=problems[0].advice)
    if not places and not asked.elements.strip():
        wanted = [item for item in bundled_places() if item.get("role") not in _NO_DEMO_ROLES]
        written = [f"{item['name']}={item['latitude']},{item['longitude']}" for item in wanted]
        places = places_from_sites(tuple(written))
    if not places:
        raise InputError("no place was given", advice="write places one a line, as Seoul or base=35.10,129.10")
    return places_apart(places), written, problems


def _numbers(texts: Sequence[str], data: bytes | None, origin: str) -> tuple[frozenset[int], list[Problem]]:
    """Catalogue numbers of what was asked for; a name that is nobody's is a problem, not the end, while others are known."""
    wanted = [text.strip() for text in texts if text.strip() and text.strip() != "*"]
    if not wanted:
        return frozenset(), []
    named = any(not text.isdigit() for text in wanted)
    objects = objects_of(data, origin=origin) if named else []
    numbers: set[int] = set()
    problems: list[Problem] = []
    for text in wanted:
        try:
            numbers |= satellites_named(text, objects, origin=origin)
        except InputError as error:
            problems.append(Problem(where=text[:60], what=str(error), advice=error.advice))
    if not numbers:
        raise InputError(problems[0].what, advice=problems[0].advice)
    return frozenset(numbers), problems


def plan_answer(kept: KeptPlans, asked: PlanAsked, now: datetime, progress: Step | None = None) -> dict[str, Any]:
    """A plan for the Sites view: the envelope ``warn-screen`` with a finding, and the exposures as columns.

    Raises
    ------
    InputError, NoDataError
        As :func:`planned`.
    """
    made = kept.plan(asked, now, progress)
    return _plan_body(made, "warn-screen", [], made.problems)


def _plan_body(made: Planned, kind: str, items: list[dict[str, Any]], problems: Sequence[Problem]) -> dict[str, Any]:
    exposures = made.plan.exposures
    problems = list(problems)
    if len(exposures) > MAX_SHOWN:
        problems.append(
            Problem(
                where="exposures", what=phrase("{count:,} were found; the first {max_shown:,} are shown", count=len(exposures), max_shown=MAX_SHOWN),
                advice="export them, or ask for fewer hours",
            )
        )  # fmt: skip
    finding, _ = next_warning(made.plan, made.at)
    return envelope(
        kind,
        items,
        at=made.at,
        inputs=[
            {
                "id": str(one.item.norad_id), "name": one.name, "source": getattr(one.item, "origin", ""),
                "sha256": made.sha256, "age_days": None if one.age_days is None else round(one.age_days, 3),
            }
            for one in made.plan.satellites
        ],
        problems=problems,
        say=SAY_OF_GAPS,
        demo=made.demo,
        command=made.command,
        finding=finding_json(finding),
        plan=plan_columns(made.plan, exposures[:MAX_SHOWN]),
    )  # fmt: skip


def watch_answer(
    kept: KeptPlans, asked: PlanAsked, notices: str, now: datetime, progress: Step | None = None
) -> dict[str, Any]:
    """Notices in force and the warning passes of the reader's places: the envelope ``watch``.

    ``items`` are notices; ``finding`` is when a known imager next has a place in reach; ``plan`` is as in
    :func:`plan_answer`, None where there is nothing to ask (``problems`` says why); ``scene`` are the notices' areas as
    GeoJSON; ``events`` what comes next, in order.

    Raises
    ------
    InputError
        A notice text that is none, or as :func:`planned` when only passes were asked.
    """
    has_notices = bool(notices.strip())
    asked, at, demo = _watched_at(asked, notices, now)
    listed = archived_in_force(at)
    features = [_area_feature(notice, *area) for notice in listed for area in notice.areas]
    problems: list[Problem] = []
    if has_notices:
        refuse_html(notices, "pasted notices")
        text = read_notice_text(notices, where="pasted notices", year=at.year)
        pasted, odd = pasted_notices([text], at)
        listed = [*pasted, *listed]
        problems += odd
        drawn = notices_to_geojson(text.notices, at=at)["features"]
        features += [
            {**each, "properties": {**each["properties"], "layer": _layer(each["geometry"])}} for each in drawn
        ]
    body: dict[str, Any]
    try:
        made = kept.plan(asked, now, progress)
    except (InputError, NoDataError) as error:
        if not has_notices and (asked.places or asked.places_file.strip()):
            raise
        problems.append(Problem(where="passes", what=str(error), advice=getattr(error, "advice", "")))
        body = envelope(
            "watch", [], at=at, problems=problems, demo=demo, command="", finding=None, plan=None, say=SAY_OF_GAPS
        )
        exposures: Sequence[dict[str, Any]] = ()
    else:
        body = _plan_body(made, "watch", [], [*problems, *made.problems])
        rows = (each for each in made.plan.exposures if each.level != "night" and each.end > at)
        exposures = [exposure_row(each, made.plan) for each, _ in zip(rows, range(_MOST_EXPOSURES), strict=False)]
    listed.sort(key=lambda notice: _urgency(notice, at))
    body["notices_command"] = notices_command(at, notices)
    body["command"] = "\n".join(filter(None, (body["notices_command"], body["command"])))
    body["items"] = [notice.to_json(at) for notice in listed]
    body["scene"] = {"type": "FeatureCollection", "features": features}
    body["events"] = _events(listed, exposures, at, at + timedelta(hours=asked.hours))
    return body


def _watched_at(asked: PlanAsked, notices: str, now: datetime) -> tuple[PlanAsked, datetime, bool]:
    """The question with its moment, the moment, and whether that is the demonstration's."""
    if notices.strip() and asked.at is None and not asked.elements.strip():
        asked = _dated(asked, now)  # the reader's notices are of now, whatever the bundled sets are of
    return asked, *moment_of(asked.at, now, has_sets=bool(asked.elements.strip()))


def _urgency(notice: WatchedNotice, at: datetime) -> tuple[bool, bool, datetime]:
    """For sorting: what is in force first, then what is open, then by its first opening."""
    if not notice.windows:
        return True, True, at
    return notice.state != "in force", not notice.is_open, notice.windows[0].start or at


def watch_czml(kept: KeptPlans, asked: PlanAsked, notices: str, least: str, now: datetime) -> list[dict[str, Any]]:
    """What the Watch view has on its map, as CZML: areas of the notices in their windows, places, and exposures.

    Raises
    ------
    InputError
        As :func:`watch_answer`, or an unknown level.
    """
    if notices.strip() and asked.at is None and not asked.elements.strip():
        asked = _dated(asked, now)
    at, _ = moment_of(asked.at, now, has_sets=bool(asked.elements.strip()))
    areas = watched_to_czml(archived_in_force(at), at=at)[1:]
    if notices.strip():
        refuse_html(notices, "pasted notices")
        areas += notices_to_czml(read_notice_text(notices, where="pasted notices", year=at.year).notices, at=at)[1:]
    try:
        packets = json.loads(plan_file(kept, asked, "czml", least, now))
    except (InputError, NoDataError):
        if not notices.strip() and (asked.places or asked.places_file.strip()):
            raise
        packets = []
    first, last = (f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in (at, at + timedelta(hours=asked.hours)))
    clock = {"interval": f"{first}/{last}", "currentTime": first, "multiplier": 60}
    head = {"id": "document", "name": "Watch", "version": "1.0", "clock": clock}
    return [head, *areas, *packets[1:]]


def _layer(geometry: dict[str, Any] | None) -> str:
    kind = (geometry or {}).get("type", "")
    return "area" if "Polygon" in kind else "track" if "Line" in kind else "place"


def _area_feature(notice: WatchedNotice, label: str, geometry: dict[str, Any], approximate: bool) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{notice.id} {label}".strip(),
        "geometry": geometry,
        "properties": {
            "layer": "area", "kind": "approximate" if approximate else "stated", "name": f"{notice.id} {label}".strip(),
            "label": label, "notice": notice.id, "approximate": approximate,
            "remark": f"{notice.name}: {'published distances only' if approximate else 'corners as published'}",
        },
    }  # fmt: skip


def _events(
    notices: Sequence[WatchedNotice], exposures: Sequence[dict[str, Any]], at: datetime, until: datetime
) -> list[dict[str, Any]]:
    """What comes next until the span's end: windows that open and close, and exposures."""
    found: list[dict[str, Any]] = []
    for notice in notices:
        if notice.state != "in force":
            continue
        for window in notice.windows:
            for kind, moment in (("opens", window.start), ("closes", window.end)):
                if moment is not None and at < moment <= until:
                    found.append(
                        {"kind": kind, "time": f"{moment:%Y-%m-%dT%H:%M:%SZ}", "id": notice.id, "what": notice.name}
                    )
    found += _passes_over(exposures)
    return sorted(found, key=lambda event: (event["time"], event["id"]))[:_EVENTS]


def _passes_over(exposures: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry for each pass of a satellite over a group of places: those reached within a quarter of an hour are one."""
    found: list[dict[str, Any]] = []
    latest: dict[int, dict[str, Any]] = {}
    for row in exposures:
        level = list(LEVELS).index(row["level"])
        held = latest.get(row["norad_id"])
        start = datetime.fromisoformat(row["start"])
        if held is not None and start - held["_start"] < _ONE_PASS:
            held["more"] += 1
            if level < held["level"]:
                held.update(level=level, id=row["id"], what=row["site"])
            continue
        latest[row["norad_id"]] = held = {
            "kind": "exposure", "time": row["start"], "id": row["id"], "what": row["site"], "who": row["satellite"],
            "level": level, "more": 0, "_start": start,
        }  # fmt: skip
        found.append(held)
    return [{name: value for name, value in each.items() if name != "_start"} for each in found]


def watch_file(
    kept: KeptPlans, asked: PlanAsked, notices: str, form: str, least: str, now: datetime, *, language: str = "en"
) -> str | bytes:
    """A report, the map or its shapes of Watch: those of the plan with the notices in force; in the language.

    Raises
    ------
    InputError, NoDataError
        As :func:`watch_answer`, or where no plan can be made.
    """
    asked, at, _ = _watched_at(asked, notices, now)
    listed = archived_in_force(at)
    drawn: Assessment | None = None
    problems: list[Problem] = []
    if notices.strip():
        refuse_html(notices, "pasted notices")
        text = read_notice_text(notices, where="pasted notices", year=at.year)
        pasted, problems = pasted_notices([text], at)
        listed = [*pasted, *listed]
        case = Case.model_validate({"case": {"name": "watch"}})
        empty = Assessment(case=case, at=at, version="", sha256="", summary=(), findings=())
        drawn = with_notice_shapes(empty, text.notices)
    listed.sort(key=lambda notice: _urgency(notice, at))
    _levels(least)
    made = kept.plan(asked, now)
    command = "\n".join((notices_command(at, ""), made.command))
    return plan_picture(
        form,
        made,
        _shown(made, least),
        notices=listed,
        more=drawn,
        problems=(*problems, *made.problems),
        command=command,
        language=language,
    )


def _shown(made: Planned, least: str) -> list[Exposure]:
    """Exposures down to a level."""
    wanted = _levels(least)
    return [item for item in made.plan.exposures if item.level in wanted]


def _levels(least: str) -> list[str]:
    """Levels down to one.

    Raises
    ------
    InputError
        An unknown level.
    """
    if least not in LEVELS:
        raise InputError(phrase("level {least!r} is none of {levels}", least=least[:20], levels=", ".join(LEVELS)))
    return list(LEVELS)[: list(LEVELS).index(least) + 1]


def plan_file(
    kept: KeptPlans, asked: PlanAsked, form: str, least: str, now: datetime, *, language: str = "en"
) -> str | bytes:
    """A file of a plan, as ``bongsu warn plan`` and ``bongsu warn calendar`` write them; reports and maps in the language.

    Raises
    ------
    InputError
        An unknown level, or as :func:`planned`.
    """
    _levels(least)
    made = kept.plan(asked, now)
    shown = _shown(made, least)
    writers: dict[str, Callable[[], str]] = {
        "json": lambda: json.dumps(
            warnings_to_json(made.plan, shown, made.problems, at=made.at, by_place=True), ensure_ascii=False
        ),
        "csv": lambda: exposures_csv([exposure_row(item, made.plan) for item in shown]),
        "geojson": lambda: json.dumps(exposures_to_geojson(made.plan, shown, at=made.at), ensure_ascii=False),
        "czml": lambda: json.dumps(exposures_to_czml(made.plan, shown, at=made.at), ensure_ascii=False),
        "ics": lambda: exposures_to_icalendar(made.plan, shown, at=made.at),
    }
    if form not in writers:
        return plan_picture(form, made, shown, problems=made.problems, command=made.command, language=language)
    return writers[form]()
