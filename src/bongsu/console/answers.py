"""What the console's pages ask for, as plain JSON: an assessment with its picture, passes, a track."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any

from bongsu import __version__
from bongsu.cases import (
    Assessment,
    PassAnswer,
    ask_pasted,
    assess,
    assessment_to_json,
    bundled_case,
    bundled_case_names,
    bundled_places,
    bundled_satellites,
    bundled_text,
    envelope,
    find_norad_id,
    ground_track,
    orientation_age_days,
    passes_over,
    passes_to_json,
    read_notice_text,
    site_from_text,
    span_of,
    table_ages,
)
from bongsu.console.commands import passes_commands
from bongsu.errors import BongsuError, InputError, Problem
from bongsu.exchange import assessment_to_geojson, notices_to_geojson
from bongsu.rawtext import refuse_html
from bongsu.wording import capital, phrase

__all__ = [
    "MAX_PAIRS",
    "MAX_TEXT",
    "KeptAnswers",
    "answer_case",
    "answer_text",
    "assessment_body",
    "case_list",
    "pass_answers",
    "pass_table",
    "status",
    "track",
    "with_notices",
]

MAX_PAIRS = 400  # satellite and site pairs in one question; more belongs to `bongsu passes` on the command line
MAX_TEXT = 4_000_000  # characters pasted; whole catalogues are read from files by the command line

Progress = Callable[[str, int, int], None]


def status(at: datetime) -> dict[str, Any]:
    """Version, the age of bundled tables, and what is bundled."""
    age = orientation_age_days(at)  # leap seconds have no age of their own: they hold until a date
    return {
        "version": __version__,
        "at": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "tables": [
            {"label": label, "words": words, "good": good, "age_days": age} for label, words, good in table_ages(at)
        ],
        "satellites": [{"name": name, "norad_id": number} for name, number in sorted(bundled_satellites().items())],
        "places": [
            {"id": item["id"], "name": item["name"], "latitude": item["latitude"], "longitude": item["longitude"]}
            for item in bundled_places()
        ],
    }


def case_list() -> list[dict[str, str]]:
    """Bundled cases: name, title, one line."""
    heads = [(name, bundled_case(name).case) for name in bundled_case_names()]
    return [{"name": name, "title": head.title or name, "summary": head.summary or ""} for name, head in heads]


def answer_case(name: str, *, at: datetime, progress: Progress | None = None) -> dict[str, Any]:
    """A bundled case, answered.

    Raises
    ------
    InputError
        When no bundled case has that name.
    """
    if name not in bundled_case_names():
        raise InputError(
            phrase('no bundled case is called "{name}"', name=name[:60]),
            advice=phrase("there are {bundled_case_names}", bundled_case_names=", ".join(bundled_case_names())),
        )
    answer = assess(bundled_case(name), at=at, text=bundled_text(name), progress=progress, called=name)
    return assessment_body(answer, took_for="", command=phrase("bongsu assess {name}", name=name))


class KeptAnswers:
    """Bundled cases as of the whole hour, worked out once; a case asked as of a time of its own is not kept.

    Parameters
    ----------
    now : callable
        Gives the time; aware.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self._kept: dict[tuple[str, datetime], Future[dict[str, Any]]] = {}
        self._lock = threading.Lock()

    def case(self, name: str, progress: Progress | None = None) -> dict[str, Any]:
        """As :func:`answer_case`; whoever asks while it is worked out waits for the same answer."""
        hour = self.now().replace(minute=0, second=0, microsecond=0)
        with self._lock:
            for key in [key for key in self._kept if key[1] != hour]:
                del self._kept[key]
            mine = (name, hour) not in self._kept
            waiting = self._kept.setdefault((name, hour), Future())
        if mine:
            try:
                waiting.set_result(answer_case(name, at=hour, progress=progress))
            except BaseException as error:
                with self._lock:
                    self._kept.pop((name, hour), None)
                waiting.set_exception(error)
                raise
        try:
            return waiting.result()
        except BongsuError:
            raise
        except Exception:  # another reader cancelled it, or it failed in another's hands: asked again here
            return answer_case(name, at=hour, progress=progress)


def answer_text(text: str, *, at: datetime, site: str = "", year: int | None = None) -> dict[str, Any]:
    """Pasted text, answered: what it was taken for comes first.

    Raises
    ------
    InputError
        When it is nothing Bongsu knows, or too long.
    """
    if len(text) > MAX_TEXT:
        raise InputError(
            phrase(
                "the text has {count:,} characters; the console reads {max_text:,}", count=len(text), max_text=MAX_TEXT
            ),
            advice="use the command line: bongsu assess FILE",
        )
    place = site_from_text(site) if site.strip() else None
    pasted, answer = ask_pasted(text, at=at, site=place)
    body = assessment_body(
        answer,
        took_for=pasted.words,
        command="bongsu assess -" + (phrase(" --site {site}", site=site.strip()) if place else ""),
    )
    body["kind"] = pasted.kind
    if pasted.kind == "case":
        body["heading"] = body["title"]
    if pasted.kind == "notice":
        with_notices(body, text, place, at=at, year=year)
    return body


def with_notices(body: dict[str, Any], text: str, place: Any, *, at: datetime, year: int | None = None) -> None:
    """Add to an answer what a pasted notice shows besides: its fields, its text, its shapes and windows."""
    refuse_html(text, "pasted text")
    read = read_notice_text(text, where="pasted text", year=year or at.year)
    body["notices"] = read.items()
    body["text"] = text
    body["scene"] = notices_to_geojson(read.notices, at=at)
    for feature in body["scene"]["features"]:
        feature["properties"]["layer"] = _layer_of(feature["geometry"])
    if place is not None:
        body["scene"]["features"].append(_place_feature(place.label, place.latitude_deg, place.longitude_deg))
    body["timeline"] = _windows(body["notices"])


def _layer_of(geometry: dict[str, Any] | None) -> str:
    kind = (geometry or {}).get("type", "")
    return "area" if "Polygon" in kind else "track" if "Line" in kind else "place"


def _place_feature(name: str, latitude: float, longitude: float) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {
            "name": name,
            "layer": "place",
            "kind": "site",
            "remark": "launch site as given",
            "radius_km": 0.0,
        },
    }


def _windows(notices: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    marks = []
    for notice in notices:
        seen = set()
        for window in [*notice.get("windows", ()), *(w for area in notice["areas"] for w in area["windows"])]:
            key = (window["start"], window["end"])
            if key not in seen and window["start"]:
                seen.add(key)
                marks.append({"label": notice["id"] or "notified window", "kind": "window", **window})
    return marks


def assessment_body(answer: Assessment, *, took_for: str, command: str) -> dict[str, Any]:
    """An assessment with its picture and timeline, as the page shows it."""
    head = answer.case.case
    return {
        "answer": assessment_to_json(answer),
        "title": head.title or head.name,
        "heading": capital(took_for) if took_for else head.title or head.name,
        "question": head.summary or "",
        "zone": head.zone or "",
        "took_for": took_for,
        "kind": "case",
        "command": command,
        "next": list(answer.next_commands),
        "say": list(answer.say),
        "do_not_say": list(answer.do_not_say),
        "sources": [
            {
                "id": item.id,
                "publisher": item.publisher,
                "address": item.address,
                "published": str(item.published or ""),
            }
            for item in answer.case.source
        ],
        "sites": [
            {"name": item.name, "latitude": item.latitude, "longitude": item.longitude, "role": item.role}
            for item in answer.case.site
        ],
        "satellites": [{"norad_id": item.norad_id, "name": item.name} for item in answer.case.satellite],
        "scene": assessment_to_geojson(answer),
        "timeline": [
            {
                "label": mark.label,
                "kind": mark.kind,
                "start": _utc(mark.start),
                "end": _utc(mark.end) if mark.end else None,
            }
            for mark in answer.timeline
        ],
    }


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def pass_table(
    satellites: Sequence[str],
    sites: Sequence[str],
    *,
    at: datetime,
    hours: float,
    min_elevation_deg: float = 10.0,
    elements: str = "",
    from_claims: str = "",
    elements_name: str = "",
) -> dict[str, Any]:
    """Passes of several satellites over several sites; a pair that cannot be answered is a problem, not the end.

    Raises
    ------
    InputError
        As :func:`pass_answers`.
    """
    pairs, problems = pass_answers(
        satellites, sites, at=at, hours=hours, min_elevation_deg=min_elevation_deg, elements=elements, from_claims=from_claims
    )  # fmt: skip
    inputs: dict[str, dict[str, Any]] = {}
    notes: list[str] = []
    for answer, _, _ in pairs:
        notes += [note for note in answer.notes if note not in notes]
        for item, age in zip(answer.element_sets, answer.age_days, strict=True):
            inputs[str(item.norad_id)] = {
                "id": str(item.norad_id), "source": answer.origin, "sha256": answer.sha256,
                "age_days": None if age is None else round(age, 3),
            }  # fmt: skip
    rows = sorted((row for _, _, found in pairs for row in found), key=lambda row: str(row["rise"]))
    command = passes_commands(
        [(answer.element_sets[0].norad_id, written) for answer, written, _ in pairs], at=at, hours=hours,
        min_elevation_deg=min_elevation_deg, elements=elements_name if elements.strip() else None, from_claims=from_claims,
    )  # fmt: skip
    return envelope(
        "passes", rows, at=at, inputs=list(inputs.values()), problems=problems, notes=notes, command=command
    )


def pass_answers(
    satellites: Sequence[str],
    sites: Sequence[str],
    *,
    at: datetime,
    hours: float,
    min_elevation_deg: float = 10.0,
    elements: str = "",
    from_claims: str = "",
) -> tuple[list[tuple[PassAnswer, str, list[dict[str, Any]]]], list[Problem]]:
    """The pairs that can be answered, each with the site as it was written and its rows, and what was wrong.

    Raises
    ------
    InputError
        When nothing is asked, or too much.
    """
    if not satellites or not sites:
        raise InputError("name a satellite and a site", advice="for example 58400 and Seoul")
    if len(satellites) * len(sites) > MAX_PAIRS:
        raise InputError(
            phrase(
                "{count} satellites over {count_2} sites are {count_3} pairs; the console answers {max_pairs}",
                count=len(satellites),
                count_2=len(sites),
                count_3=len(satellites) * len(sites),
                max_pairs=MAX_PAIRS,
            ),
            advice="use the command line for more",
        )
    if not 0.0 < hours <= 24.0 * 31.0:
        raise InputError(
            phrase("{hours:g} hours is not a span the console answers", hours=hours), advice="ask for up to 31 days"
        )
    data = elements.encode() if elements.strip() else None
    pairs: list[tuple[PassAnswer, str, list[dict[str, Any]]]] = []
    problems: list[Problem] = []
    window = span_of(at, timedelta(hours=hours))
    for satellite in satellites:
        for site in sites:
            try:
                answer = passes_over(
                    find_norad_id(satellite), site_from_text(site), window, data=data,
                    origin="pasted sets" if data else "bundled sets", from_claims=from_claims,
                    min_elevation_deg=min_elevation_deg,
                )  # fmt: skip
            except BongsuError as error:
                problems.append(
                    Problem(
                        where=phrase("{satellite} over {site}", satellite=satellite, site=site),
                        what=str(error),
                        advice=getattr(error, "advice", ""),
                    )
                )
                continue
            pairs.append((answer, site, passes_to_json(answer)))
            problems += [problem for problem in answer.problems if problem not in problems]
    return pairs, problems


def track(
    satellite: str, *, at: datetime, hours: float, step_s: float, elements: str = "", with_reach: bool = False
) -> dict[str, Any]:
    """Where a satellite is, for the map: times, latitudes, longitudes, heights, and whether it is sunlit.

    Raises
    ------
    InputError, NoDataError
        As ``passes`` does.
    """
    if not 0.0 < hours <= 72.0 or not 1.0 <= step_s <= 600.0 or hours * 3600.0 / step_s > 20_000:
        raise InputError("ask for up to 72 hours in steps of 1 to 600 s, 20,000 points at most")
    data = elements.encode() if elements.strip() else None
    return ground_track(
        find_norad_id(satellite),
        span_of(at, timedelta(hours=hours)),
        step_s=step_s,
        data=data,
        origin="pasted sets" if data else "bundled sets",
        with_reach=with_reach,
    )
