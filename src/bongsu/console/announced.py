"""What the notices of a launch announce: the event they are, the orbits they imply, who is to be told.

Each part is the answer of one command (``notice list``, ``notice imply``, ``notice whom``); a part that cannot be
answered says why, and the others stand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bongsu.cases import (
    Case,
    NoticeText,
    bundled_case,
    bundled_case_names,
    bundled_text,
    case_from_text,
    envelope,
    event_items,
    finding_json,
    implied_by_case,
    implied_by_notices,
    join_texts,
    read_notice_text,
    shipped_parties,
    site_from_text,
    site_of_areas,
    subject_of_case,
    subject_of_text,
    who_is_told,
    whom_to_json,
)
from bongsu.console.ascents import flown_by
from bongsu.errors import BongsuError, InputError
from bongsu.reports import told_sentence
from bongsu.wording import phrase

__all__ = ["announced_by_case", "announced_by_case_text", "announced_by_text"]

WITHIN_M = 185_200.0  # 100 NM, as `bongsu notice whom` lists by default
MOST_AREAS = 250  # whose parties a page waits for, at some 40 ms of a processor each (our choice)

Part = dict[str, Any]


def announced_by_case(name: str, *, launch: str, at: datetime) -> Part:
    """Parts for one launch of a bundled case; its primary launch unless named.

    Raises
    ------
    InputError
        When no case or no launch has that name.
    """
    if name not in bundled_case_names():
        raise InputError(
            phrase('no bundled case is called "{name}"', name=name[:60]),
            advice=phrase("there are {bundled_case_names}", bundled_case_names=", ".join(bundled_case_names())),
        )
    return _of_case(bundled_case(name), bundled_text(name), called=name, launch=launch, at=at)


def announced_by_case_text(text: str, *, launch: str, at: datetime) -> Part:
    """The same for the text of a case file."""
    return _of_case(case_from_text(text, "pasted text"), text, called="FILE.toml", launch=launch, at=at)


def _of_case(case: Case, text: str, *, called: str, launch: str, at: datetime) -> Part:
    launches = [_launch(case, item) for item in case.launch]
    names = [item["id"] for item in launches]
    chosen = launch or case.case.primary or (names[-1] if names else "")
    if launch and launch not in names:
        raise InputError(
            phrase("the case has no launch {launch!r}", launch=launch[:60]),
            advice=phrase("it has {names}", names=", ".join(names) or "none"),
        )
    here = next((item for item in launches if item["id"] == chosen), None)
    record = [{"id": phrase("case {name}", name=case.case.name), "source": "case file", "sha256": "", "age_days": None}]
    option = phrase(" --launch {chosen}", chosen=chosen) if launch else ""
    texts = "\n\n".join(item.text for item in case.notice if item.text and (not item.launch or chosen in item.launch))

    def implied() -> Part:
        found, problems = implied_by_case(case)
        items = [finding_json(item) for item in found if item.id == f"implies:{chosen}"]
        if not items:
            raise InputError("no area of this launch is known well enough to imply an orbit")
        return {"answer": envelope("imply", items, at=at, inputs=record, problems=problems)}

    parts = {
        "implied": _part(implied, phrase("bongsu notice imply {called}", called=called)),
        "told": _part(lambda: _told(subject_of_case(case, text=text, launch=chosen), at), phrase("bongsu notice whom {called}{option}", called=called, option=option)),
    }  # fmt: skip
    if texts:
        parts["events"] = _part(
            lambda: _events(read_notice_text(texts, where="pasted text", year=at.year), at), "bongsu notice list -"
        )
    return {"launches": launches, "launch": chosen, "site": here["place"] if here else None, "parts": parts}


def _launch(case: Case, launch: Any) -> Part:
    place = case.places.get(launch.site)
    times = [item.time for item in launch.lift_off]
    return {
        "id": launch.id,
        "label": ", ".join(filter(None, [launch.payload or launch.id, f"{min(times):%Y-%m-%d}" if times else ""])),
        "vehicle": launch.vehicle,
        "outcome": launch.outcome,
        "place": None if place is None else _place(place.name, place.latitude, place.longitude),
        "flown": flown_by(launch.vehicle, min(times) if times else None),
    }


def _place(name: str, latitude: float, longitude: float) -> Part:
    return {"name": name, "latitude": latitude, "longitude": longitude}


def announced_by_text(text: str, *, site: str, at: datetime) -> Part:
    """Parts for a pasted notice; the site is told from the areas where none is given."""
    read = read_notice_text(text, where="pasted text", year=at.year)
    place = site_from_text(site) if site.strip() else site_of_areas([a for n in read.notices for a in n.areas])
    option = phrase(" --site {site}", site=site.strip()) if site.strip() else ""

    def implied() -> Part:
        found, problems = implied_by_notices(read.notices, where="pasted text", year=at.year, site=place)
        items = [finding_json(item) for item in found]
        return {"answer": envelope("imply", items, at=at, inputs=[read.input()], problems=problems)}

    parts = {
        "events": _part(lambda: _events(read, at), "bongsu notice list -"),
        "implied": _part(implied, phrase("bongsu notice imply -{option}", option=option)),
        "told": _part(lambda: _told(_small_subject(read), at), "bongsu notice whom -"),
    }
    where = None if place is None else _place(place.label, place.latitude_deg, place.longitude_deg)
    return {"launches": [], "launch": "", "site": where, "parts": parts}


def _part(answer: Callable[[], Part], command: str) -> Part:
    """A part with its command, or why there is none."""
    try:
        return {**answer(), "command": command}
    except BongsuError as error:
        return {"error": str(error), "advice": getattr(error, "advice", ""), "command": command}


def _events(read: NoticeText, at: datetime) -> Part:
    notices, wheres, events = join_texts([read])
    items, problems = event_items(notices, wheres, events, at=at)
    return {"answer": envelope("notice-events", items, at=at, inputs=[read.input()], problems=problems)}


def _told(subject: Any, at: datetime) -> Part:
    _bounded(len(subject.areas))
    told = who_is_told(subject, shipped_parties(), at=at, margin_m=WITHIN_M)
    answer = envelope(
        "whom", whom_to_json(told), at=at, inputs=[subject.input], problems=told.problems,
        statement=told_sentence(told), advice=list(told.advice), caveats=list(told.caveats), margin_m=told.margin_m,
    )  # fmt: skip
    return {"answer": answer}


def _small_subject(read: Any) -> Any:
    _bounded(sum(len(notice.areas) for notice in read.notices))  # before the areas are prepared
    return subject_of_text(read)


def _bounded(count: int) -> None:
    """Refuse at once what would take minutes; the command line has no such bound.

    Raises
    ------
    InputError
        For more than ``MOST_AREAS`` areas.
    """
    if count > MOST_AREAS:
        raise InputError(
            f"who must be told is worked out here for {MOST_AREAS} areas at most, and these are {count:,}",
            advice="paste fewer at a time, or ask bongsu notice whom, which takes as long as it needs",
        )
