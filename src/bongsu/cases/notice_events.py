"""Notices of one or many texts grouped to events, as faces show them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from bongsu.cases.notice_texts import NoticeText
from bongsu.earth import format_utc
from bongsu.errors import InputError, Problem
from bongsu.notices import EventArea, LaunchOrigin, Notice, NoticeEvent, any_notice_to_json, join_notices
from bongsu.reference import launch_site_names, launch_sites
from bongsu.wording import phrase

__all__ = ["event_items", "join_texts", "launch_origins", "notice_called"]


@cache
def launch_origins() -> tuple[LaunchOrigin, ...]:
    """The shipped launch sites, as the join takes them."""
    names = launch_site_names()
    return tuple(
        LaunchOrigin(
            name=site.name,
            latitude_deg=site.latitude_deg,
            longitude_deg=site.longitude_deg,
            names=names.get(site.id, ()),
        )
        for site in launch_sites()
    )


def join_texts(texts: Sequence[NoticeText]) -> tuple[list[Notice], list[str], list[NoticeEvent]]:
    """Notices of several texts in order, what each one's text is called, and their events.

    A notice that stands word for word in two texts is taken once.

    Raises
    ------
    InputError
        When there are too many at once.
    """
    notices: dict[tuple[str, str], tuple[Notice, str]] = {}
    for text in texts:
        for notice in text.notices:
            notices.setdefault((notice.id, " ".join(notice.raw.split())), (notice, text.where))
    read = [notice for notice, _ in notices.values()]
    return read, [where for _, where in notices.values()], join_notices(read, sites=launch_origins())


def event_items(
    notices: Sequence[Notice], wheres: Sequence[str], events: Sequence[NoticeEvent], *, at: datetime
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Events as JSON, with the state of each and of its members at a moment; areas that cannot be drawn as problems."""
    names = [_name(notice) for notice in notices]
    problems: list[Problem] = []
    return [_item(event, names, wheres, at, problems) for event in events], problems


def notice_called(
    name: str, notices: Sequence[Notice], events: Sequence[NoticeEvent]
) -> tuple[list[int], list[NoticeEvent]]:
    """Places of the notices of that number, and the events they belong to.

    Raises
    ------
    InputError
        When there is none; the message names what there is.
    """
    wanted = "".join(name.upper().split())
    places = [n for n, notice in enumerate(notices) if "".join(_name(notice).upper().split()) == wanted]
    if not places and "/" in wanted:  # a number without its series
        places = [n for n, notice in enumerate(notices) if _name(notice).upper().split()[-1] == wanted]
    if not places:
        there = ", ".join(_name(notice) for notice in notices[:8])
        more = phrase(" and {count} more", count=len(notices) - 8) if len(notices) > 8 else ""
        raise InputError(
            phrase("no notice is called {name!r}", name=name.strip()[:60]),
            advice=phrase("there are: {there}{more}", there=there, more=more),
        )
    return places, [event for event in events if set(event.members) & set(places)]


def _name(notice: Notice) -> str:
    """Its number; the first figures of its text's hash where it has none."""
    return notice.id or f"unnumbered-{hashlib.sha256(notice.raw.encode(errors='surrogatepass')).hexdigest()[:8]}"


def _item(
    event: NoticeEvent, names: Sequence[str], wheres: Sequence[str], at: datetime, problems: list[Problem]
) -> dict[str, Any]:
    return {
        "id": names[event.members[0]],
        "kind": event.kind,
        "certainty": event.certainty,
        "probability": round(event.probability, 3),
        "experimental": True,
        "state": event.state(at),
        "windows": [_window(each.start, each.end) for each in event.windows],
        "members": [
            _member(event, member, notice, names, wheres, at)
            for member, notice in zip(event.members, event.notices, strict=True)
        ],
        "areas": [item for area in event.areas for item in [_area(area, problems)] if item],
        "links": [
            {
                "first": names[link.first],
                "second": names[link.second],
                "probability": round(link.probability, 3),
                "reasons": [
                    {"sign": each.sign, "weight": round(each.weight, 2), "statement": each.statement}
                    for each in link.reasons
                ],
                "revision": link.revision and {"word": link.revision.word, "statement": link.revision.statement},
            }
            for link in event.links
        ],
        "repeats": [
            {"notice": names[earlier], "word": named.word, "statement": named.statement}
            for earlier, named in event.repeats
        ],
    }


def _member(
    event: NoticeEvent, member: int, notice: Notice, names: Sequence[str], wheres: Sequence[str], at: datetime
) -> dict[str, Any]:
    by = event.cancelled.get(member)
    return {
        "id": names[member],
        "series": notice.series,
        "publisher": notice.publisher,
        "authority": notice.authority,
        "where": wheres[member],
        "kind": any_notice_to_json(notice)["kind"],
        "issued": _time(notice.issued),
        "expires": _time(notice.expires),
        "state": event.member_state(member, at),
        "cancelled_by": None if by is None else names[by],
        "cancels": list(notice.cancels),
    }


def _area(entry: EventArea, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        region = entry.area.region()
    except InputError as error:
        problems.append(
            Problem(
                where=phrase(
                    "{sources}, area {label}",
                    sources=entry.sources[0][0] or "notice",
                    label=entry.area.label or "(no letter)",
                ),
                what=str(error),
                advice=error.advice,
            )
        )
        return None
    latitude, longitude = region.centroid
    return {
        "label": entry.area.label,
        "geometry": region.to_geojson(),
        "centre": {"latitude_deg": round(latitude, 4), "longitude_deg": round(longitude, 4)},
        "area_km2": round(region.area_km2, 1),
        "sources": [{"notice": notice, "label": label} for notice, label in entry.sources],
        "differences": list(entry.differences),
        "windows": [_window(each.start, each.end) for each in entry.area.windows],
    }


def _window(start: datetime | None, end: datetime | None) -> dict[str, str | None]:
    return {"start": _time(start), "end": _time(end)}


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else format_utc(moment)
