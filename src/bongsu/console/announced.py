"""What the notices of a launch announce: the event they are, the orbits they imply, who is to be told.

Each part is the answer of one command (``notice list``, ``notice imply``, ``notice whom``); a part that cannot be
answered says why, and the others stand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bongsu.answers import CaseGiven, Given, given_text
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
    site_from_text,
    site_of_areas,
    subject_of_case,
)
from bongsu.console.ascents import flown_by
from bongsu.console.commands import whom_command
from bongsu.errors import BongsuError, InputError
from bongsu.wording import phrase

__all__ = ["announced_by_case", "announced_by_case_text", "announced_by_text"]

MOST_AREAS = 250  # whose parties a page waits for, at some 40 ms of a processor each (our choice)

Part = dict[str, Any]


def announced_by_case(
    name: str, *, launch: str, at: datetime, own: Sequence[Given] = (), only: Sequence[str] = ()
) -> Part:
    """Parts for one launch of a bundled case; its primary launch unless named.

    ``own`` are the reader's own maps for who must be told; ``only`` names the parts that are wanted, all else.

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
    asked: dict[str, Any] = {"called": name, "launch": launch, "at": at, "own": own, "only": only}
    return _of_case(bundled_case(name), name, bundled_text(name), **asked)


def announced_by_case_text(
    text: str, *, launch: str, at: datetime, own: Sequence[Given] = (), only: Sequence[str] = ()
) -> Part:
    """The same for the text of a case file."""
    given = given_text("pasted text", text)
    asked: dict[str, Any] = {"called": "FILE.toml", "launch": launch, "at": at, "own": own, "only": only}
    return _of_case(case_from_text(text, "pasted text"), given, text, **asked)


def _of_case(
    case: Case,
    given: CaseGiven,
    text: str,
    *,
    called: str,
    launch: str,
    at: datetime,
    own: Sequence[Given],
    only: Sequence[str],
) -> Part:
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
    texts = "\n\n".join(item.text for item in case.notice if item.text and (not item.launch or chosen in item.launch))

    def implied() -> Part:
        found, problems = implied_by_case(case)
        items = [finding_json(item) for item in found if item.id == f"implies:{chosen}"]
        if not items:
            raise InputError("no area of this launch is known well enough to imply an orbit")
        return {"answer": envelope("imply", items, at=at, inputs=record, problems=problems)}

    def told() -> Part:
        _bounded(len(subject_of_case(case, text=text, launch=chosen).areas))
        return _told(given, launch=chosen, at=at, own=own)

    made = {
        "implied": (implied, phrase("bongsu notice imply {called}", called=called)),
        "told": (told, whom_command(called, launch=launch, own=[each.name for each in own])),
    }
    if texts:
        made["events"] = (
            lambda: _events(read_notice_text(texts, where="pasted text", year=at.year), at),
            "bongsu notice list -",
        )
    place = here["place"] if here else None
    return {"launches": launches, "launch": chosen, "site": place, "parts": _parts(made, only)}


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


def announced_by_text(
    text: str, *, site: str, at: datetime, own: Sequence[Given] = (), only: Sequence[str] = ()
) -> Part:
    """Parts for a pasted notice; the site is told from the areas where none is given."""
    read = read_notice_text(text, where="pasted text", year=at.year)
    place = site_from_text(site) if site.strip() else site_of_areas([a for n in read.notices for a in n.areas])
    option = phrase(" --site {site}", site=site.strip()) if site.strip() else ""

    def implied() -> Part:
        found, problems = implied_by_notices(read.notices, where="pasted text", year=at.year, site=place)
        items = [finding_json(item) for item in found]
        return {"answer": envelope("imply", items, at=at, inputs=[read.input()], problems=problems)}

    def told() -> Part:
        _bounded(sum(len(notice.areas) for notice in read.notices))  # before the areas are prepared
        return _told(given_text("pasted text", text), launch="", at=at, own=own)

    made = {
        "events": (lambda: _events(read, at), "bongsu notice list -"),
        "implied": (implied, phrase("bongsu notice imply -{option}", option=option)),
        "told": (told, whom_command("-", launch="", own=[each.name for each in own])),
    }
    where = None if place is None else _place(place.label, place.latitude_deg, place.longitude_deg)
    return {"launches": [], "launch": "", "site": where, "parts": _parts(made, only)}


def _parts(made: dict[str, tuple[Callable[[], Part], str]], only: Sequence[str]) -> Part:
    return {key: _part(answer, command) for key, (answer, command) in made.items() if not only or key in only}


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


def _told(given: CaseGiven, *, launch: str, at: datetime, own: Sequence[Given]) -> Part:
    from bongsu.answers import answer_notice_whom  # noqa: PLC0415 - a command's part is loaded when it is asked

    answer = answer_notice_whom(case=given, launch=launch, at=at, own=own)
    assert answer.body is not None
    return {"answer": answer.body()}


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
