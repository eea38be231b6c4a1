"""What a duty room asks first: which notices are in force, and when a known imager next has its places in reach."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bongsu.assessment import Finding
from bongsu.cases import questions
from bongsu.cases.imaging import mean_height_m
from bongsu.cases.notice_archive import ArchivedNotice, archived_notices
from bongsu.cases.notice_events import event_items, join_texts
from bongsu.cases.notice_texts import NoticeText
from bongsu.cases.warning_json import SAY_OF_GAPS
from bongsu.cases.warning_list import Exposure, WarningPlan
from bongsu.earth import Estimate, Window, format_utc, region_from_circle
from bongsu.errors import Problem
from bongsu.notices import windows_of
from bongsu.provenance import Evidence
from bongsu.reference import launch_sources
from bongsu.wording import joined, phrase

__all__ = ["WatchedNotice", "archived_in_force", "next_warning", "pasted_notices"]

_REPLACES = ("extension", "revision")  # words of a revision after which the earlier notice no longer counts
_MEAN_RADIUS_M = 6371e3  # of a sphere, as reaches are computed on


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedNotice:
    """A notice as a duty room lists it.

    ``state`` is a word of :func:`bongsu.notices.notice_state`; ``is_open`` says that one of its windows is open at the
    moment asked. ``areas`` are (label, GeoJSON geometry, approximate); empty where they are known in words only, or where
    the face draws them from the text itself.
    """

    id: str
    origin: str  # "archive" or "pasted"
    name: str
    publisher: str
    state: str
    is_open: bool
    issued: str
    windows: tuple[Window, ...]
    areas_known: str
    in_words: str = ""
    areas: tuple[tuple[str, dict[str, Any], bool], ...] = ()
    sources: tuple[dict[str, str], ...] = ()

    @property
    def ends(self) -> datetime | None:
        """The last end of its windows; None where one is open or there is none."""
        ends = [window.end for window in self.windows]
        return None if not ends or None in ends else max(end for end in ends if end is not None)

    def next_window(self, at: datetime) -> Window | None:
        """The window that is open, or the first to open later."""
        left = [window for window in self.windows if window.end is None or window.end > at]
        return min(left, key=lambda window: window.start or at) if left else None

    def to_json(self, at: datetime) -> dict[str, Any]:
        """Plain JSON values."""
        following = self.next_window(at)
        return {
            "id": self.id,
            "origin": self.origin,
            "name": self.name,
            "publisher": self.publisher,
            "state": self.state,
            "open": self.is_open,
            "issued": self.issued or None,
            "ends": None if self.ends is None else format_utc(self.ends),
            "next_window": None if following is None else _window_json(following),
            "windows": [_window_json(window) for window in self.windows],
            "areas_known": self.areas_known,
            "in_words": self.in_words,
            "sources": list(self.sources),
        }


def _window_json(window: Window) -> dict[str, str | None]:
    return {
        "start": None if window.start is None else format_utc(window.start),
        "end": None if window.end is None else format_utc(window.end),
    }


def archived_in_force(at: datetime) -> list[WatchedNotice]:
    """Notices of the archive of past launches that were in force at a moment, as they were known then.

    Parameters
    ----------
    at : datetime
        Aware.

    Returns
    -------
    list of WatchedNotice
        Issued by then, not ended, and not yet extended or revised by a later one.
    """
    known = [entry for entry in archived_notices() if _issued(entry) <= at]
    replaced = {entry.before for entry in known if entry.revision is not None and entry.revision.word in _REPLACES}
    found = []
    for entry in known:
        last = max((window.end for window in entry.windows if window.end), default=None)
        if entry.id in replaced or last is None or last <= at:
            continue
        found.append(_archived(entry, at))
    return found


def _issued(entry: ArchivedNotice) -> datetime:
    """When it was known for certain: the end of the day of issue, or its first opening; that of a revision is another's."""
    stated = questions.latest_moment(entry.said.issued, UTC)
    opening = entry.said.start.astimezone(UTC)
    if stated is None:
        return opening
    return stated.astimezone(UTC) if entry.before else min(stated.astimezone(UTC), opening)


def _archived(entry: ArchivedNotice, at: datetime) -> WatchedNotice:
    areas = [(label, region.to_geojson(), False) for label, region in entry.exact]
    areas += [
        (area.label, region_from_circle(area.latitude_deg, area.longitude_deg, area.uncertainty_m).to_geojson(), True)
        for area in entry.approximate
    ]
    cited = launch_sources()
    return WatchedNotice(
        id=entry.id,
        origin="archive",
        name=phrase("{name} ({party})", name=entry.launch.name, party=entry.said.party),
        publisher=entry.said.party,
        state="in force",
        is_open=_is_open(entry.windows, at),
        issued=entry.said.issued,
        windows=entry.windows,
        areas_known=entry.areas_known,
        in_words=entry.said.areas,
        areas=tuple(areas),
        sources=tuple(
            {"id": name, "publisher": cited[name].publisher, "address": cited[name].address}
            for name in entry.said.sources
        ),
    )


def _is_open(windows: Sequence[Window], at: datetime) -> bool:
    return any((each.start is None or each.start <= at) and (each.end is None or at < each.end) for each in windows)


def pasted_notices(texts: Sequence[NoticeText], at: datetime) -> tuple[list[WatchedNotice], list[Problem]]:
    """Notices of texts, each with its state at a moment: cancelled and expired ones too, so that none is lost in silence.

    Raises
    ------
    InputError
        As :func:`bongsu.cases.join_texts`.
    """
    notices, wheres, events = join_texts(texts)
    items, problems = event_items(notices, wheres, events, at=at)
    problems += [problem for text in texts for problem in text.problems]
    found = []
    for event, item in zip(events, items, strict=True):
        for notice, member in zip(event.notices, item["members"], strict=True):
            windows = tuple(windows_of([notice]))
            state = member["state"]
            found.append(
                WatchedNotice(
                    id=member["id"],
                    origin="pasted",
                    name=phrase("{id} ({kind})", id=member["id"], kind=item["kind"]),
                    publisher=notice.publisher or notice.authority or notice.series,
                    state=state,
                    is_open=state == "in force" and _is_open(windows, at),
                    issued=member["issued"] or "",
                    windows=windows,
                    areas_known="exactly" if notice.areas else "no area",
                )
            )
    return found, problems


def next_warning(plan: WarningPlan, at: datetime) -> tuple[Finding, Exposure | None]:
    """When an imager that is known next has one of the places in reach in usual light.

    Parameters
    ----------
    plan : WarningPlan
    at : datetime
        Exposures that ended before it do not count.

    Returns
    -------
    (finding, exposure) : tuple
        ``possible`` with the time until the best moment, or ``undetermined`` and None where there is none in the span.
    """
    item = next((each for each in plan.exposures if each.level == "WARN" and each.end > at), None)
    assert plan.window.start is not None and plan.window.end is not None
    hours = (plan.window.end - at) / timedelta(hours=1)
    number = len(plan.satellites)
    asked = phrase(
        "{number} satellite{s} over {count} place{s_2}",
        number=number,
        s="" if number == 1 else "s",
        count=len(plan.plans),
        s_2="" if len(plan.plans) == 1 else "s",
    )
    common: dict[str, Any] = {
        "id": "next-warning",
        "topic": "warning",
        "question": "When does a known imager next have one of these places within reach in usual light?",
        "label": "next warning pass",
        "method": "SGP4 from the element set nearest the time; reach by the imager table's off-nadir or incidence limits.",
        "reference": "Vallado et al. 2006, AIAA 2006-6753; docs/methods/imaging.md",
        "would_change": (
            "a newer element set, or a manoeuvre since its epoch",
            "a published limit where one is assumed",
            "satellites that were not asked about",
        ),
        "say": "the place is within reach of the satellite's camera at that time",
        "do_not_say": "the place is photographed then, or nobody sees it outside these times",
    }
    if item is None:
        finding = Finding(
            verdict="undetermined",
            statement=phrase(
                "None of {asked} is within reach as stated and in light in the {hours:.0f} h asked.",
                asked=asked,
                hours=hours,
            ),
            brief=phrase("none in {hours:.0f} h", hours=hours),
            sign="?",
            mark="none",
            caveats=(SAY_OF_GAPS,),
            evidence=_evidence(plan, range(len(plan.satellites))),
            **common,
        )
        return finding, None
    return _possible(plan, item, at, asked, common), item


def _possible(plan: WarningPlan, item: Exposure, at: datetime, asked: str, common: dict[str, Any]) -> Finding:
    chosen = plan.satellites[item.satellite]
    minutes = (item.best - at) / timedelta(minutes=1)
    estimates: dict[str, Estimate] = {}
    if item.timing_s is not None:
        margin = item.timing_s / 60.0
        estimates["time_until_best_min"] = Estimate(
            value=minutes, low=minutes - margin, high=minutes + margin, level=0.9, unit="min"
        )
    if item.gsd_across_m is not None:
        estimates["gsd_across_m"] = item.gsd_across_m
    assumed = ("No angle is published for this camera: the reach is assumed.",) if item.reach == "assumed" else ()
    return Finding(
        verdict="possible",
        statement=phrase(
            "{name} has {place} within reach from {start:%H:%M:%S} to {end:%H:%M:%S} UTC on"
            " {start:%Y-%m-%d}, best at {best:%H:%M:%S}, {off_nadir_deg:.0f} deg off-nadir, Sun"
            " {sun_elevation_deg:+.0f} deg: the first of {asked}.",
            name=chosen.name,
            place=item.place,
            start=item.start,
            end=item.end,
            best=item.best,
            off_nadir_deg=item.off_nadir_deg,
            sun_elevation_deg=item.sun_elevation_deg,
            asked=asked,
        ),
        brief=phrase("{best:%H:%M:%S} UTC over {place}", best=item.best, place=item.place),
        sign="!",
        mark="WARN",
        estimates=estimates,
        evidence=_evidence(plan, [item.satellite]),
        caveats=(*assumed, *item.notes, SAY_OF_GAPS),
        check_by_hand=_by_hand(item, (_MEAN_RADIUS_M + mean_height_m(chosen.item)) / _MEAN_RADIUS_M),
        details={"exposure": item.id, "utc": format_utc(item.best)},
        **common,
    )


def _by_hand(item: Exposure, ratio: float) -> str:
    """The law of sines in the triangle Earth's centre, place, satellite."""
    sine = min(1.0, ratio * math.sin(math.radians(item.off_nadir_deg)))
    return phrase(
        "sin(incidence) = (R + h)/R x sin(off-nadir) = {ratio:.4f} x sin({off_nadir_deg:.1f}"
        " deg): an incidence of {math:.1f} deg on a sphere; {incidence_deg:.1f} deg was computed"
        " on the ellipsoid.",
        ratio=ratio,
        off_nadir_deg=item.off_nadir_deg,
        math=math.degrees(math.asin(sine)),
        incidence_deg=item.incidence_deg,
    )


def _evidence(plan: WarningPlan, satellites: Sequence[int] | range) -> tuple[Evidence, ...]:
    rows = []
    for index in list(satellites)[:20]:
        one = plan.satellites[index]
        epoch = getattr(one.item, "epoch", None)
        what = (
            phrase("element set of {name} of {epoch:%Y-%m-%d %H:%M} UTC", name=one.name, epoch=epoch)
            if epoch
            else phrase("ephemeris of {name}", name=one.name)
        )
        rows.append(
            Evidence(
                what=joined(", ", (part for part in (what, getattr(one.item, "origin", "")) if part)),
                age_days=one.age_days,
            )
        )
    return tuple(rows)
