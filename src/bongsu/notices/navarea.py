"""A reader of maritime warnings: NAVAREA of all coordinators, HYDROPAC, HYDROLANT, HYDROARC, NAVTEX, coast guards' own.

It reads header, issue time, windows, lettered areas, circles, sectors, bands, lines, points, cancellations and lists
in force. Anything else that lists positions gives areas without letters. Miles are nautical,
as these series use them. What is not understood stands in ``problems`` with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bongsu.earth import Window
from bongsu.errors import NoticeError, Problem
from bongsu.notices.area_text import read_shapes
from bongsu.notices.draft import Budget, Draft
from bongsu.notices.kinds import judge_kind
from bongsu.notices.local_text import local_times
from bongsu.notices.notice import Notice
from bongsu.notices.position_text import excerpt, find_decimal_positions, plain_text, scan_positions
from bongsu.notices.series import Header, cancel_lines, find_headers, in_force, publisher
from bongsu.notices.time_text import YearAnchor, read_group
from bongsu.wording import phrase

__all__ = ["looks_like_notice", "parse_notice"]

_LONGEST_TEXT = 8_000_000  # characters; the whole broadcast in force is about 300,000
_MOST_NOTICES = 5_000  # of a million characters; in broadcasts 3,300
_LONGEST_WARNING = 200_000  # characters of one; real ones stay under 20,000
_MOST_PROBLEMS = 200  # listed for one warning

_TIME_AFTER = re.compile(
    r"(?:\s{1,12}+|ON\s{1,4}+|EL\s{1,4}+|AT\s{1,4}+){1,3}+"
    r"(?P<group>(?:\d{6}\s?(?:Z|UTC)?|(?P<day>\d{1,2}))\s{1,6}(?P<rest>[A-Z]{3,9}(?:\s{1,6}(?:\d{4}|\d{2})(?!\d))?))"
)
_AUTHORITY = re.compile(r"\bAUTHORITY:[^\n]{0,200}")
_DATE_LINE = re.compile(r"\bDATE:\s{0,4}(?P<group>\d{6}Z? [A-Z]{3} \d{2,4})")
_PERU_DATE = re.compile(
    r"\bDATE:\s{0,4}(?P<month>[A-Z]{3}) (?P<day>\d{1,2}) (?P<year>\d{4}) TIME (?P<time>\d{4}) ?(?:UTC|Z)"
)
_IN_FORCE_DATE = re.compile(
    r"\b(?:IN\s{1,12}FORCE|EN\s{1,12}VIGOR)\s{1,12}(?:AS\s{1,12}OF|ON|AT|EL)\s{1,12}(?:\d{1,2}\s[A-Z]{3}\s\d{2,4}|\d{6}\s?Z?)"
    r"(?:\s{1,12}(?:A|AT)\s{1,12}\d{4}\s?(?:UTC|Z)?)?"
)
_SAYS_HOURS = re.compile(  # times of any kind, where none was read
    r"(?<![\d-])\d{4} ?(?:Z|UTC|GMT|HRS|HOURS|LT|LOCAL)\b|(?<!\d)\d{1,2}[:H.]\d\d ?(?:-|Z|UTC|HRS)|SUNRISE|SUNSET|DAYLIGHT"
    r"|(?<!\d)\d{1,2} (?:DE )?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|ENE|ABR|AGO|DIC)[A-Z]{0,7}\b"
    r"|(?<!\d)\d{1,2} (?:ЯНВ|ФЕВ|МАР|АПР|МА[ЯЙ]|ИЮН|ИЮЛ|АВГ|СЕН|ОКТ|НОЯ|ДЕК|янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)"
)
_FOOTER = re.compile(r"\bCANCEL:\s{0,4}\d{8} [A-Z]{3} \d{2}|\bNNNN\b")


def parse_notice(text: str, *, year: int | None = None, issued: datetime | None = None) -> list[Notice]:
    """Read the warnings in a text.

    Parameters
    ----------
    text : str
        One warning or several run together, as broadcast, quoted or pasted; or any text that lists
        positions.
    year : int, optional
        Of the warning, where neither its header nor a date-time group in it says so.
    issued : datetime, optional
        When it was issued, with zone, where the text does not say (feeds give it beside the text).

    Returns
    -------
    list of Notice
        In the order written; one, without id, where the text has no header. Spans count characters of
        each notice's ``raw``.

    Raises
    ------
    NoticeError
        When the text is empty or longer than 8 million characters, holds more than 5,000 warnings in a million characters, or
        gives days and months without any year.

    Notes
    -----
    Years left out are those of the header, the issue time or the cancel time, in the sense of
    :meth:`~bongsu.notices.time_text.YearAnchor.resolve`.
    """
    if not text.strip():
        raise NoticeError("the warning is empty", advice="paste its text")
    if len(text) > _LONGEST_TEXT:
        raise NoticeError(
            phrase(
                "text of {count:,} characters; at most {longest_text:,}", count=len(text), longest_text=_LONGEST_TEXT
            ),
            advice="give it in parts",
        )
    if issued is not None and issued.tzinfo is None:
        raise NoticeError(phrase("issued {issued} has no time zone", issued=issued.isoformat()))
    plain = plain_text(text)
    heads = find_headers(plain)
    most = _MOST_NOTICES * (1 + len(text) // 1_000_000)
    if len(heads) > most:
        raise NoticeError(
            phrase("{count:,} warnings in one text; at most {most:,}", count=len(heads), most=most),
            advice="give it in parts",
        )
    budget = Budget.of(text)
    given = YearAnchor(year=year, issued=issued)
    if not heads:
        return [_read(text, plain, None, given, budget)]
    ends = [head.start for head in heads[1:]] + [len(text)]
    notices = [
        _read(text[head.start : end], plain[head.start : end], head.shifted(), given, budget)
        for head, end in zip(heads, ends, strict=True)
    ]
    lost, _ = scan_positions(text[: heads[0].start], plain[: heads[0].start]) if heads[0].start else ([], [])
    if lost:
        what = phrase("{count} positions before the first warning's header are not read", count=len(lost))
        notices[0] = replace(notices[0], problems=(Problem(where="before the header", what=what), *notices[0].problems))
    return notices


def looks_like_notice(text: str) -> bool:
    """Whether a text is likely a warning: it has a series name, or a date-time group or two positions. Cheap."""
    plain = plain_text(text[:20_000])
    if re.search(r"CANCEL\s{1,12}THIS\s{1,12}MSG|NAVAREA|HYDROPAC|HYDROLANT|HYDROARC|\bZCZC\b", plain):
        return True
    positions, _ = scan_positions(plain, plain)
    return len(positions) >= 3 or (len(positions) >= 1 and re.search(r"\b\d{4,6}\s?(?:Z|UTC)\b", plain) is not None)


def _read(raw: str, plain: str, head: Header | None, given: YearAnchor, budget: Budget) -> Notice:
    """One warning from its text."""
    whole = raw
    raw, plain = raw[:_LONGEST_WARNING], plain[:_LONGEST_WARNING]
    body = min(head.body, len(plain)) if head else 0
    positions, faults = scan_positions(raw, plain, budget.positions)
    if not positions and not head:
        positions = find_decimal_positions(plain)
    budget.positions = max(0, budget.positions - len(positions) - len(faults))
    draft = Draft(raw, plain, positions, faults, given, budget, starts=[each.start for each in positions])
    frames = _issue(draft, head, given)
    issued = draft.anchor.issued
    lines = cancel_lines(plain, body)
    spans = [(line.start, _expiry(draft, line.end) if line.this else line.end) for line in lines]
    draft.timed = _blanked(plain, [*frames, *spans, *((each.start, each.end) for each in positions)])
    read_shapes(draft, body)
    if not plain.isascii():
        _add_local_times(draft)
    draft.problems[:0] = [fault.problem for fault in faults if fault.start >= body]
    listed = in_force(plain, body, head.series if head else "")
    cancels = tuple(dict.fromkeys(each for line in lines for each in line.ids))
    said = {id(each.windows): each.windows for kind in (draft.areas, draft.lines, draft.points) for each in kind}
    windows = _in_order([*draft.loose, *(window for each in said.values() for window in each)])
    judged = judge_kind(plain, body, draft.areas, windows)
    _report_what_is_missing(draft, head, windows, bool(cancels or listed), judged.kind)
    if len(whole) > len(raw):
        draft.complain(
            "text",
            phrase(
                "only the first {longest_warning:,} characters of the warning are read",
                longest_warning=_LONGEST_WARNING,
            ),
        )
    authority = _AUTHORITY.search(plain) if "AUTHORITY:" in plain else None
    return Notice(
        raw=whole,
        id=head.id if head else "",
        series=head.series if head else "",
        publisher=publisher(head.series) if head else "",
        issued=issued,
        areas=tuple(draft.areas),
        windows=windows,
        cancels=cancels,
        expires=draft.anchor.expires,
        kind=judged.kind,
        kind_probability=judged.probability,
        kind_probabilities=judged.probabilities,
        kind_reasons=judged.reasons,
        problems=_shortened(draft.problems),
        lines=tuple(draft.lines),
        points=tuple(draft.points),
        in_force=listed,
        authority=" ".join(raw[authority.start() + len("AUTHORITY:") : authority.end()].split()) if authority else "",
        cancels_itself=draft.anchor.expires is None and any(line.this for line in lines),
    )


def _add_local_times(draft: Draft) -> None:
    """Windows of Korean and Japanese dates, given to every area and line that has none."""
    if draft.budget.windows <= 0:
        return
    times = local_times(draft.timed, draft.anchor)
    draft.budget.windows -= len(times.windows)
    draft.problems += times.problems
    draft.loose += times.windows
    if not times.windows:
        return
    draft.areas = [
        area if area.windows else replace(area, windows=times.windows, window_spans=times.spans) for area in draft.areas
    ]
    draft.lines = [
        line if line.windows else replace(line, windows=times.windows, window_spans=times.spans) for line in draft.lines
    ]


def _issue(draft: Draft, head: Header | None, given: YearAnchor) -> list[tuple[int, int]]:
    """The issue time, put into the anchor; the spans of lines about the message itself, which give no windows."""
    plain = draft.plain
    year = head.year if head and head.year else given.year
    draft.anchor = YearAnchor(year=year, issued=given.issued)
    group = head.issued if head else ""
    frames = []
    if "AUTHORITY:" in plain or "CANCEL:" in plain or "NNNN" in plain:
        frames = [(match.start(), match.end()) for each in (_AUTHORITY, _FOOTER) for match in each.finditer(plain)]
    if "FORCE" in plain or "VIGOR" in plain:
        frames += [(match.start(), match.end()) for match in _IN_FORCE_DATE.finditer(plain)]
    for pattern in (_DATE_LINE, _PERU_DATE) if "DATE:" in plain else ():
        for match in pattern.finditer(plain):
            frames.append((match.start(), match.end()))
            if not group and pattern is _DATE_LINE:
                group = match["group"]
            elif not group:
                group = f"{int(match['day']):02d}{match['time']}Z {match['month']} {match['year']}"
    if group:
        issued = read_group(group, draft.anchor)
        if issued is None:
            draft.complain(head.id if head else "text", phrase("issue time {group!r} was not understood", group=group))
        draft.anchor = replace(draft.anchor, issued=issued or given.issued)
    return frames


def _report_what_is_missing(
    draft: Draft, head: Header | None, windows: tuple[Window, ...], listed: bool, kind: str
) -> None:
    """Problems for a text that gave less than it should."""
    where = head.id if head else "text"
    shapes = draft.areas or draft.lines or draft.points
    if draft.no_year is not None:
        if not shapes:
            raise draft.no_year
        draft.complain(
            "windows", phrase("{no_year}: no window could be made", no_year=draft.no_year), draft.no_year.advice
        )
    if not (shapes or draft.loose or listed or draft.anchor.expires or head or draft.positions):
        draft.complain("text", "no area, position or time was found", "check that it is a warning")
    if (draft.areas or draft.lines) and not windows and draft.no_year is None:
        said = _SAYS_HOURS.search(draft.timed, head.body if head else 0)
        if said is not None:
            what = phrase(
                "{excerpt!r}: times are said, no window was read",
                excerpt=excerpt(draft.raw, said.start(), said.end() + 30),
            )
            draft.complain(where, what, "compare with the text")
        elif kind != "other" and draft.areas:
            draft.complain(where, "no window was read for its areas")


def _shortened(problems: list[Problem]) -> tuple[Problem, ...]:
    """Problems once each, at most 200 and the number of those left out."""
    unique = list(dict.fromkeys(problems))
    if len(unique) <= _MOST_PROBLEMS:
        return tuple(unique)
    more = Problem(where="problems", what=phrase("{count:,} more are not listed", count=len(unique) - _MOST_PROBLEMS))
    return (*unique[:_MOST_PROBLEMS], more)


def _blanked(plain: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spans overwritten by ``#``, length unchanged."""
    parts: list[str] = []
    reached = 0
    for start, end in sorted(spans):
        if end > reached:
            parts += [plain[reached : max(start, reached)], "#" * (end - max(start, reached))]
            reached = end
    return "".join([*parts, plain[reached:]])


def _in_order(windows: Iterable[Window]) -> tuple[Window, ...]:
    unique = dict.fromkeys(windows)
    return tuple(sorted(unique, key=lambda each: (each.start is not None, each.start, each.end)))


def _expiry(draft: Draft, reached: int) -> int:
    """The time after CANCEL THIS MSG, put into the anchor; the index after it."""
    match = _TIME_AFTER.match(draft.plain, reached)
    if match is None:
        return reached
    # a day alone is its beginning: NGA's own field says so ("CANCEL THIS MSG 22 AUG 18" is "22000000 Aug 18")
    group = f"{match['day']:0>2}0000Z {match['rest']}" if match["day"] else match["group"]
    expires = read_group(group, draft.anchor)
    if expires is None:
        draft.complain(
            "cancel line",
            phrase("time {excerpt!r} was not understood", excerpt=excerpt(draft.raw, match.start(), match.end())),
        )
    else:
        draft.anchor = replace(draft.anchor, expires=expires)
    return match.end()
