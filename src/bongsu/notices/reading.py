"""One reader for every kind of notice: warnings and NOTAMs, also where both stand in one text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from bongsu.errors import Problem
from bongsu.notices.navarea import parse_notice
from bongsu.notices.notam import Notam, notam_to_json
from bongsu.notices.notam_items import looks_like_notam, notam_starts, parse_notam
from bongsu.notices.notice import Notice, notice_to_json
from bongsu.notices.position_text import plain_text

__all__ = ["any_notice_to_json", "read_notices"]

_WARNING_HEAD = re.compile(
    r"^[ \t]{0,8}(?:\d{6}Z [A-Z]{3,9} (?:\d{4}|\d{2})[ \t.]{1,3})?(?:NAVAREA [IVX]{1,5}|HYDRO(?:PAC|LANT|ARC))"
    r"(?: WARNING)? \d",
    re.MULTILINE,
)

# How a text ends that was cut while its positions were listed: at a comma or a word that leads on, at a label with nothing
# or a figure behind it, after a latitude, or inside a position. None of the 2,460 warnings of 2018 and 2023 in the reference
# data ends so.
_CUT_OFF = re.compile(
    r"(?:[,;:]|[ \n](?:AND|TO|BY|THENCE|BOUND)|[.,:]\s{1,9}(?:[A-Z]|\d{1,2})[.)](?:\s{1,3}\d[\d .-]{0,12})?"
    r"|\d[NS]|\d[NS][ ,/\n]{1,12}\d[\d .-]{0,12}|\d[EW]\s{0,3},\s{0,9}\d[\d .-]{0,12})\Z"
)
_ENDS = 80  # characters looked at


def read_notices(text: str, *, year: int | None = None, issued: datetime | None = None) -> list[Notice]:
    """Read the warnings and NOTAMs in a text, whichever they are.

    Parameters
    ----------
    text : str
        As for :func:`~bongsu.notices.parse_notice` and :func:`~bongsu.notices.parse_notam`.
    year : int, optional
        Of warnings, where their text does not say.
    issued : datetime, optional
        When they were issued, with zone, where the text does not say.

    Returns
    -------
    list of Notice
        In the order written; NOTAMs among them are :class:`~bongsu.notices.Notam`. The last one says among its problems
        where the text stops in the middle of a list: a ring of three of four corners would look like an area.

    Raises
    ------
    NoticeError
        As the two readers.
    """
    notices = _read(text, year, issued)
    if notices and _CUT_OFF.search(plain_text(text[-_ENDS:]).rstrip()):
        cut = Problem(
            where="end of the text",
            what="the text stops in the middle of a list: corners or areas may be missing",
            advice="paste the whole notice",
        )
        notices[-1] = replace(notices[-1], problems=(*notices[-1].problems, cut))
    return notices


def _read(text: str, year: int | None, issued: datetime | None) -> list[Notice]:
    """The notices of a text by the reader of their kind."""
    if not looks_like_notam(text):
        return parse_notice(text, year=year, issued=issued)
    plain = plain_text(text)
    heads = [(match.start(), False) for match in _WARNING_HEAD.finditer(plain)]
    if not heads:
        return list(parse_notam(text, issued=issued))
    heads = sorted([*heads, *((start, True) for start in notam_starts(plain))])
    turns = [head for index, head in enumerate(heads) if index == 0 or head[1] != heads[index - 1][1]]
    turns[0] = (0, turns[0][1])
    notices: list[Notice] = []
    for (start, is_notam), (end, _) in zip(turns, [*turns[1:], (len(text), False)], strict=True):
        part = text[start:end]
        if is_notam:
            notices += parse_notam(part, issued=issued)
        else:
            notices += parse_notice(part, year=year, issued=issued)
    return notices


def any_notice_to_json(notice: Notice) -> dict[str, Any]:
    """A warning or a NOTAM as the item ``notice parse`` prints."""
    return notam_to_json(notice) if isinstance(notice, Notam) else notice_to_json(notice)
