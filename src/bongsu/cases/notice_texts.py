"""Texts of notices as faces ask about them: read whole, and one against another."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bongsu.errors import NoticeError, Problem
from bongsu.notices import (
    AreaChange,
    Notice,
    Revision,
    any_notice_to_json,
    area_change_to_json,
    compare_notices,
    describe_revision,
    read_notices,
)
from bongsu.wording import phrase

__all__ = ["NoticeText", "compare_notice_texts", "read_notice_text", "revision_item", "revision_of_texts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeText:
    """The notices of one text: what it is called, the hash of its words, its notices, and what was not understood."""

    where: str
    sha256: str
    notices: tuple[Notice, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Of all notices, each named where there are several."""
        if len(self.notices) == 1:
            return self.notices[0].problems
        return tuple(
            Problem(where=f"{notice.id or 'notice'}, {each.where}", what=each.what, advice=each.advice)
            for notice in self.notices
            for each in notice.problems
        )

    def items(self) -> list[dict[str, Any]]:
        """Every notice as JSON."""
        return [any_notice_to_json(notice) for notice in self.notices]

    def input(self) -> dict[str, Any]:
        """Its entry among the ``inputs`` of an answer."""
        return {"id": self.where, "source": "as given", "sha256": self.sha256, "age_days": None}


def read_notice_text(text: str, *, where: str, year: int | None = None, issued: datetime | None = None) -> NoticeText:
    """Warnings and NOTAMs of a text, whichever they are.

    Raises
    ------
    NoticeError
        When nothing of a notice was found in it, or as :func:`bongsu.notices.read_notices`.
    """
    notices = tuple(read_notices(text, year=year, issued=issued))
    if not any(each.id or each.areas or each.lines or each.points or each.windows or each.cancels for each in notices):
        raise NoticeError(
            phrase("{where}: no area, position or time of a notice was found", where=where),
            advice="check that it is a warning or a NOTAM",
        )
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    return NoticeText(where=where, sha256=digest, notices=notices)


def compare_notice_texts(
    first: NoticeText, second: NoticeText
) -> tuple[Sequence[AreaChange], list[dict[str, Any]], list[Problem]]:
    """Changes from one text to another, as values and as JSON, and areas that could not be drawn.

    Raises
    ------
    InputError
        When neither has an area.
    """
    changes, problems = compare_notices(first.notices, second.notices)
    return changes, [area_change_to_json(change) for change in changes], problems


def revision_of_texts(first: NoticeText, second: NoticeText, changes: Sequence[AreaChange]) -> Revision:
    """What the later text does to the earlier: restates, extends, shortens, revises or repeats it."""
    return describe_revision(first.notices, second.notices, changes)


def revision_item(revision: Revision) -> dict[str, Any]:
    """A revision as JSON; lengths in seconds, None where an end is open or not read."""
    opens, ends = revision.opens_later, revision.ends_later
    return {
        "word": revision.word,
        "statement": revision.statement,
        "opens_later_s": None if opens is None else opens.total_seconds(),
        "ends_later_s": None if ends is None else ends.total_seconds(),
    }
