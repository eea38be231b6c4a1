"""Answers about notices: what each says, what changed, what they imply, which events they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bongsu.answers.answer import Answer, CaseGiven, Given
from bongsu.answers.case_answers import given_case
from bongsu.answers.times import parse_length, parse_moment
from bongsu.answers.wording import wording_of
from bongsu.answers.writing import json_text
from bongsu.cases import (
    FiledText,
    NoticeText,
    archive_items,
    archived_in_force,
    archived_notice,
    compare_notice_texts,
    envelope,
    event_items,
    finding_json,
    implied_by_case,
    implied_by_text,
    implied_by_times,
    join_texts,
    notice_called,
    read_notice_text,
    revision_item,
    revision_of_texts,
    site_from_text,
)
from bongsu.errors import BongsuError, InputError, Problem, UseError

if TYPE_CHECKING:
    from bongsu.answers.answer import Written

__all__ = [
    "Events",
    "Implied",
    "ReadNotices",
    "Revised",
    "ShownNotice",
    "answer_notice_archive",
    "answer_notice_archived",
    "answer_notice_diff",
    "answer_notice_imply",
    "answer_notice_list",
    "answer_notice_map",
    "answer_notice_parse",
    "answer_notice_show",
]

Filed = tuple[Sequence[FiledText], Sequence[Problem]]  # texts of the archive that are at hand, and damaged ones
NONE_FILED: Filed = ((), ())


def read_given(given: Given, year: int) -> NoticeText:
    """One text of notices."""
    return read_notice_text(given.notice_words(), where=given.name, year=year)


def read_all(texts: Sequence[Given], year: int) -> tuple[list[NoticeText], list[Problem]]:
    """Every text that can be read, and what was wrong with the others.

    Raises
    ------
    BongsuError
        When there is one text, or none of several can be read.
    """
    reads: list[NoticeText] = []
    problems: list[Problem] = []
    faults: list[BongsuError] = []
    for given in {each.name: each for each in texts}.values():
        try:
            reads.append(read_given(given, year))
        except BongsuError as error:
            faults.append(error)
            what = str(error).removeprefix(f"{given.name}: ")
            problems.append(Problem(where=given.name, what=what, advice=getattr(error, "advice", "")))
    if not reads:
        raise faults[0] if faults else UseError("no text was given", advice="give the text of a notice")
    return reads, problems


# -- parse, map ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNotices:
    """Notices as read from one text or several."""

    reads: tuple[NoticeText, ...]

    @property
    def notices(self) -> list[Any]:
        """All of them."""
        return [notice for read in self.reads for notice in read.notices]


def answer_notice_parse(
    *,
    text: Sequence[Given],
    at: datetime,
    year: int | None = None,
    for_: str = "",
    tz: str = "",
    lang: str = "en",
    alarm: str = "",
) -> Answer[ReadNotices]:
    """Areas and windows of the warnings and NOTAMs in each text, and what was not understood."""
    wording = wording_of(for_, tz, lang)
    before = parse_length(alarm) if alarm else None
    reads, unread = read_all(text, year or at.year)
    found = ReadNotices(reads=tuple(reads))
    problems = list(unread)
    for read in reads:
        beside = f"{read.where}, " if len(text) > 1 else ""
        problems += [replace(each, where=f"{beside}{each.where}") for each in read.problems]

    def body() -> dict[str, Any]:
        items = [item for read in reads for item in read.items()]
        return envelope("notice", items, at=at, inputs=[read.input() for read in reads], problems=problems)

    def exported(name: str, **more: Any) -> Any:
        from bongsu import exchange  # noqa: PLC0415 - only when asked

        return getattr(exchange, name)(found.notices, at=at, **more)

    def sentences() -> str:
        from bongsu.reports import notice_sentence  # noqa: PLC0415 - only when asked

        return "".join(notice_sentence(notice, wording=wording) + "\n" for notice in found.notices)

    files: dict[str, Callable[[], Written]] = {
        "geojson": lambda: json_text(exported("notices_to_geojson")),
        "kml": lambda: str(exported("notices_to_kml")),
        "czml": lambda: json_text(exported("notices_to_czml")),
        "ics": lambda: str(exported("notices_to_icalendar", alarm=before)),
        "sentence": sentences,
    }
    return Answer(found=found, body=body, files=files, problems=problems)


def answer_notice_map(
    *, text: Given, at: datetime, year: int | None = None, for_: str = "", tz: str = ""
) -> Answer[NoticeText]:
    """The notices of a text as a picture, with source and date inside."""
    wording = wording_of(for_, tz)
    read = read_given(text, year or at.year)
    drawn: list[str] = []

    def drawing() -> str:
        from bongsu.reports import notice_map_svg  # noqa: PLC0415 - heavy, only when asked

        if not drawn:
            drawn.append(notice_map_svg(read.notices, at=at, sha256=read.sha256, wording=wording))
        return drawn[0]

    def picture() -> bytes:
        from bongsu.reports import map_png  # noqa: PLC0415 - heavy, only when asked

        return map_png(drawing())

    return Answer(found=read, files={"svg": drawing, "png": picture}, problems=read.problems)


# -- diff ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What one text does to another, and each change."""

    revision: Any
    changes: Sequence[Any]


def answer_notice_diff(*, first: Given, second: Given, at: datetime, year: int | None = None) -> Answer[Revised]:
    """What changed from the notices in one text to those in another: areas moved, windows added or shifted."""
    one, two = (read_given(given, year or at.year) for given in (first, second))
    changes, items, more = compare_notice_texts(one, two)
    problems = [*one.problems, *two.problems, *more]
    revision = revision_of_texts(one, two, changes)

    def body() -> dict[str, Any]:
        named = revision_item(revision)
        inputs = [one.input(), two.input()]
        return envelope("notice-diff", items, at=at, inputs=inputs, problems=problems, revision=named)

    return Answer(found=Revised(revision=revision, changes=changes), body=body, files={}, problems=problems)


# -- imply -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """Findings about the orbits that areas, or launch times, imply."""

    findings: Sequence[Any]


def answer_notice_imply(
    *,
    at: datetime,
    case: CaseGiven | None = None,
    site: str = "",
    launched: str = "",
    time: Sequence[str] = (),
    year: int | None = None,
) -> Answer[Implied]:
    """Which orbits the areas imply: launch azimuth, ways of flying with weight and cost, inclination, node.

    ``case`` is the name of a bundled case, or the text of warnings or NOTAMs; without it the launch times of several days
    give the drift of the plane that they wait for.
    """
    if (case is None) == (not time):
        raise UseError("give a file or a case, or --time for launch times of two or more days")
    moment = parse_moment(launched, "--launched") if launched else None
    inputs: list[dict[str, Any]] = []
    problems: Sequence[Problem] = ()
    if case is None:
        findings: Sequence[Any] = [implied_by_times([parse_moment(text, "--time") for text in time])]
    elif not isinstance(case, Given):
        if site:
            raise UseError("a case has its launch sites; leave --site out")
        inputs = [{"id": case, "source": "bundled case", "sha256": "", "age_days": None}]
        findings, problems = implied_by_case(given_case(case).case, launched=moment)
    else:
        text, place = case.notice_words(), site_from_text(site) if site else None
        inputs = [read_notice_text(text, where=case.name, year=year or at.year).input()]
        findings, problems = implied_by_text(text, where=case.name, year=year or at.year, site=place, launched=moment)

    def body() -> dict[str, Any]:
        return envelope("imply", [finding_json(item) for item in findings], at=at, inputs=inputs, problems=problems)

    return Answer(found=Implied(findings=findings), body=body, files={}, problems=problems)


# -- list, show ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """Events that notices announce, and of how many notices."""

    items: list[dict[str, Any]]
    count: int


def answer_notice_list(
    *,
    text: Sequence[Given],
    at: datetime,
    year: int | None = None,
    kind: Sequence[str] = (),
    in_force: bool = False,
) -> Answer[Events]:
    """The notices of all texts as the events they announce: what, when, where, by whom, and whether in force."""
    texts, problems = read_all(text, year or at.year)
    notices, wheres, events = join_texts(texts)
    items, undrawn = event_items(notices, wheres, events, at=at)
    problems += [problem for each in texts for problem in each.problems] + undrawn
    items = _chosen(items, kind, in_force=in_force)

    def body() -> dict[str, Any]:
        inputs = [each.input() for each in texts]
        return envelope("notice-events", items, at=at, inputs=inputs, problems=problems)

    return Answer(found=Events(items=items, count=len(notices)), body=body, files={}, problems=problems)


def _chosen(items: list[dict[str, Any]], kinds: Sequence[str], *, in_force: bool) -> list[dict[str, Any]]:
    """Events of the kinds asked for; InputError where there are none of such a kind."""
    wanted = {" ".join(kind.lower().split()) for kind in kinds}
    there = sorted({item["kind"] for item in items})
    for kind in wanted:
        if kind not in there:
            raise InputError(f"--kind {kind[:40]!r}: no event is of that kind", advice=f"there are: {', '.join(there)}")
    chosen = [item for item in items if not wanted or item["kind"] in wanted]
    return [item for item in chosen if not in_force or item["state"] == "in force"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNotice:
    """One notice: as an entry of the archive, or as read from texts with the event it belongs to."""

    entry: dict[str, Any] | None = None
    notices: Sequence[tuple[Any, str]] = ()  # each with the text it stands in
    items: Sequence[dict[str, Any]] = ()


def answer_notice_show(
    *, id: str, at: datetime, text: Sequence[Given] = (), year: int | None = None, filed: Filed = NONE_FILED
) -> Answer[ShownNotice]:
    """One notice whole: by its number among texts, or by its id in the archive of past ones where no text is given."""
    if not text:
        return answer_notice_archived(id=id, at=at, filed=filed)
    texts, problems = read_all(text, year or at.year)
    notices, wheres, events = join_texts(texts)
    places, found = notice_called(id, notices, events)
    items, undrawn = event_items(notices, wheres, found, at=at)
    problems += undrawn

    def body() -> dict[str, Any]:
        inputs = [each.input() for each in texts]
        raw = [{"id": notices[place].id, "where": wheres[place], "text": notices[place].raw} for place in places]
        return envelope("notice-events", items, at=at, inputs=inputs, problems=problems, texts=raw)

    shown = ShownNotice(notices=[(notices[place], wheres[place]) for place in places], items=items)
    return Answer(found=shown, body=body, files={}, problems=problems)


def answer_notice_archive(
    *, at: datetime, in_force: bool = False, filed: Filed = NONE_FILED
) -> Answer[list[dict[str, Any]]]:
    """Past North Korean notices, or those ``in_force`` then: what is known of each, and which texts are wanted."""
    texts, damaged = filed
    items, odd = archive_items(texts)
    if in_force:
        known = {notice.id for notice in archived_in_force(at)}
        items = [item for item in items if item["id"] in known]
    problems = [*damaged, *odd]
    return Answer(
        found=items,
        body=lambda: envelope("notice-archive", items, at=at, problems=problems),
        files={},
        problems=problems,
    )


def answer_notice_archived(*, id: str, at: datetime, filed: Filed = NONE_FILED) -> Answer[ShownNotice]:
    """One entry of the archive: everything known, and the command that files its text."""
    entry = archived_notice(id)
    texts, damaged = filed
    items, odd = archive_items([text for text in texts if text.id == entry.id])
    (item,) = (each for each in items if each["id"] == entry.id)
    problems = [*(each for each in damaged if entry.id in each.where.replace("\\", "/").split("/")), *odd]
    return Answer(
        found=ShownNotice(entry=item),
        body=lambda: envelope("notice-archive", [item], at=at, problems=problems),
        files={},
        problems=problems,
    )
