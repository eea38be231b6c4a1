"""A plain reader of NAVAREA, HYDROPAC, HYDROLANT and HYDROARC warnings.

It reads what launch warnings hold: header, issue time, windows, lettered areas, circles, strips along a
line, cancellations. Anything else that lists positions gives areas without letters. Miles are nautical,
as these series use them. What is not understood stands in ``problems`` with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bongsu.earth import Window
from bongsu.errors import NoticeError, Problem
from bongsu.notices.area_text import Budget, Draft, read_areas
from bongsu.notices.notice import Notice
from bongsu.notices.position_text import excerpt, find_decimal_positions, plain_text, scan_positions
from bongsu.notices.time_text import YearAnchor, read_group

__all__ = ["kind_hint", "looks_like_notice", "parse_notice"]

_LONGEST_TEXT = 8_000_000  # characters; the whole broadcast in force is about 300,000
_MOST_NOTICES = 20_000  # of one text

_LONGEST_WARNING = 1_000_000  # characters of one; real ones stay under 20,000
_MOST_PROBLEMS = 200  # listed for one warning

_SERIES = r"NAVAREA\s{1,4}[IVX]{1,5}|HYDROPAC|HYDROLANT|HYDROARC"
_HEADER = re.compile(
    rf"(?<![\w-])(?P<series>{_SERIES})(?:\s{{1,4}}WARNING)?\s{{1,4}}"
    r"(?:(?P<number>\d{1,5})/(?P<year>\d{4}|\d{2})|(?P<jyear>\d{2})-(?P<jnumber>\d{4}))(?!\d)"
    r"(?:\s{0,3}\([^()\n]{0,40}\))?"
)
_GROUP = r"\d{6}\s?Z?\s{1,3}[A-Z]{3,9}\s{1,3}(?:\d{4}|\d{2})(?!\d)"
_ISSUED_BEFORE = re.compile(rf"(?<!MSG )(?<!MSG\n)(?<!MESSAGE )(?<!AS OF )(?<!NOTICE )({_GROUP})[\s.,/|]{{0,8}}$")
_ISSUED_AFTER = re.compile(rf"[\s.,/|:]{{0,8}}({_GROUP})")
_REFERENCE_WORDS = frozenset({"CANCEL", "CANCELS", "AND", "OR", "SEE", "REFER", "REFERENCE", "REF", "IN", "BY", "PER"})
_CANCEL = re.compile(rf"\bCANCEL(?:S|LED)?\s{{1,12}}(?={_SERIES}|THIS\b)")
_CANCELLED = re.compile(
    rf"[\s,.&]{{0,12}}(?:AND\s{{1,12}})?(?:(?P<series>{_SERIES})\s{{1,12}})?"
    r"(?:(?P<number>\d{1,5}/(?:\d{4}|\d{2}))(?!\d)|(?P<this>THIS(?:\s{1,12}(?:MSG|MESSAGE|WARNING))?\b))"
)
_KINDS = (
    ("re-entry", r"RE-?\s?ENTRY|RE-?ENTER|DE-?ORBIT|SPLASHDOWN"),
    ("space launch", r"(?:ROCKET|SATELLITE|SPACE)[\s,]+(?:(?:ROCKET|VEHICLE)[\s,]+)?LAUNCH|LAUNCH\s+VEHICLE"),
    ("re-entry", r"SPACE\s+(?:DEBRIS|OBJECT)"),
    ("missile test", r"MISSILE"),
    ("space launch", r"\bROCKETS?\b|\bLAUNCH(?:ING)?\b"),
    ("hazardous operations", r"HAZARDOUS\s+OP|GUNNERY|FIRING|BOMBING|WEAPON"),
)  # fmt: skip
_KIND_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)

_PUBLISHERS = {  # IMO/IHO World-Wide Navigational Warning Service, NAVAREA coordinators
    "I": "UK Hydrographic Office",
    "II": "Shom (France)",
    "III": "Instituto Hidrografico de la Marina (Spain)",
    "IV": "NGA (United States)",
    "V": "Diretoria de Hidrografia e Navegacao (Brazil)",
    "VI": "Servicio de Hidrografia Naval (Argentina)",
    "VII": "SAN Hydrographic Office (South Africa)",
    "VIII": "National Hydrographic Office (India)",
    "IX": "Pakistan Navy Hydrographic Department",
    "X": "Australian Maritime Safety Authority",
    "XI": "Japan Coast Guard",
    "XII": "NGA (United States)",
    "XIII": "Department of Navigation and Oceanography (Russia)",
    "XIV": "Maritime New Zealand",
    "XV": "SHOA (Chile)",
    "XVI": "Direccion de Hidrografia y Navegacion (Peru)",
    "XVII": "Canadian Coast Guard",
    "XVIII": "Canadian Coast Guard",
    "XIX": "Norwegian Coastal Administration",
    "XX": "Department of Navigation and Oceanography (Russia)",
    "XXI": "Department of Navigation and Oceanography (Russia)",
}


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
        When the text is empty or longer than 8 million characters, holds more than 20,000 warnings, or
        gives days and months without any year.

    Notes
    -----
    Years left out are those of the header, the issue time or the cancel time, in the sense of
    :meth:`~bongsu.notices.time_text.YearAnchor.resolve`. ``kind_hint`` goes by plain words.
    """
    if not text.strip():
        raise NoticeError("the warning is empty", advice="paste its text")
    if len(text) > _LONGEST_TEXT:
        raise NoticeError(f"text of {len(text):,} characters; at most {_LONGEST_TEXT:,}", advice="give it in parts")
    if issued is not None and issued.tzinfo is None:
        raise NoticeError(f"issued {issued.isoformat()} has no time zone")
    plain = plain_text(text)
    heads = _headers(plain)
    if len(heads) > _MOST_NOTICES:
        raise NoticeError(f"{len(heads):,} warnings in one text; at most {_MOST_NOTICES:,}", advice="give it in parts")
    budget = Budget()
    given = YearAnchor(year=year, issued=issued)
    if not heads:
        return [_read(text, plain, None, given, budget)]
    ends = [head.start for head in heads[1:]] + [len(text)]
    notices = [
        _read(text[head.start : end], plain[head.start : end], head.shifted(), given, budget)
        for head, end in zip(heads, ends, strict=True)
    ]
    lost, _ = scan_positions(text[: heads[0].start], plain[: heads[0].start])
    if lost:
        what = f"{len(lost)} positions before the first warning's header are not read"
        notices[0] = replace(notices[0], problems=(Problem(where="before the header", what=what), *notices[0].problems))
    return notices


def looks_like_notice(text: str) -> bool:
    """Whether a text is likely a warning: it has a series name, or a date-time group or two positions. Cheap."""
    plain = plain_text(text[:20_000])
    if _HEADER.search(plain) or re.search(r"CANCEL\s+THIS\s+MSG|NAVAREA|HYDROPAC|HYDROLANT|HYDROARC", plain):
        return True
    positions, _ = scan_positions(plain, plain)
    return len(positions) >= 3 or (len(positions) >= 1 and re.search(r"\b\d{4,6}\s?(?:Z|UTC)\b", plain) is not None)


def kind_hint(text: str) -> str:
    """What a warning is about, one of ``KIND_HINTS``, by the first plain word that says so.

    Only words count: a launch announced as "HAZARDOUS OPERATIONS" gets that hint. A classifier that
    weighs areas, series and windows is to come and will give a probability.
    """
    plain = plain_text(text)
    return next((kind for kind, pattern in _KIND_PATTERNS if pattern.search(plain)), "other")


@dataclass(frozen=True, slots=True)
class _Header:
    start: int  # of the notice: the issue time before the series, where there is one
    series_start: int
    body: int
    series: str
    number: str
    year: int
    issued: str

    def shifted(self) -> _Header:
        """With positions counted from the notice's own start."""
        return replace(self, start=0, series_start=self.series_start - self.start, body=self.body - self.start)

    @property
    def id(self) -> str:
        return f"{self.series} {self.number}"


def _headers(plain: str) -> list[_Header]:
    """Headers of warnings, not references to other warnings; a header said twice counts once."""
    heads: list[_Header] = []
    for match in _HEADER.finditer(plain):
        before = plain[max(0, match.start() - 60) : match.start()]
        words = re.findall(r"[A-Z]+|[^\sA-Z]", before[-30:])
        own_line = "\n" in before[len(before.rstrip()) :] or not before.strip()
        if words and (words[-1] in _REFERENCE_WORDS or (words[-1] == "," and not own_line)):
            continue
        issued_before = _ISSUED_BEFORE.search(before)
        sentence_end = before.rstrip()[-1:] in {"", ".", "/", ":", ";", "+", "|"}
        if not (own_line or issued_before or sentence_end):
            continue
        issued_after = None if issued_before else _ISSUED_AFTER.match(plain, match.end())
        head = _header(match, issued_before, issued_after)
        if heads and heads[-1].id == head.id and _only_a_frame(plain[heads[-1].body : head.start]):
            heads[-1] = replace(heads[-1], body=head.body, issued=heads[-1].issued or head.issued)
        else:
            heads.append(head)
    return heads


def _only_a_frame(between: str) -> bool:
    """Whether a header said twice has nothing but a transmission frame between."""
    return len(between) < 160 and re.search(r"\d-\d|\d\d?\.\s", between) is None


def _header(match: re.Match[str], before: re.Match[str] | None, after: re.Match[str] | None) -> _Header:
    series = " ".join(match["series"].split())
    if match["number"]:
        digits = match["year"]
        number = f"{int(match['number'])}/{digits[-2:]}"
    else:
        digits = match["jyear"]
        number = f"{digits}-{match['jnumber']}"
    year = int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 70 else 1900)
    start = match.start() if before is None else match.start() - (len(before.string) - before.start())
    issued = before[1] if before else after[1] if after else ""
    return _Header(start, match.start(), after.end() if after else match.end(), series, number, year, issued)


def _read(raw: str, plain: str, head: _Header | None, given: YearAnchor, budget: Budget) -> Notice:
    """One warning from its text."""
    whole = raw
    raw, plain = raw[:_LONGEST_WARNING], plain[:_LONGEST_WARNING]
    body = head.body if head else 0
    anchor = YearAnchor(year=head.year if head else given.year, issued=given.issued)
    issued = read_group(head.issued, anchor) if head and head.issued else given.issued
    anchor = replace(anchor, issued=issued)
    positions, faults = scan_positions(raw, plain)
    if not positions and not head:
        positions = find_decimal_positions(plain)
    draft = Draft(raw, plain, positions, faults, anchor, budget, starts=[each.start for each in positions])
    if head and head.issued and issued is None:
        draft.complain(head.id, f"issue time {head.issued!r} was not understood")
    cancels, spans = _cancellations(draft, body)
    draft.timed = _blanked(plain, [*spans, *((each.start, each.end) for each in positions)])
    areas = read_areas(draft, body)
    draft.problems[:0] = [fault.problem for fault in faults if fault.start >= body]
    if not (areas or draft.loose or cancels or draft.anchor.expires or head or positions):
        draft.complain("text", "no area, position or time was found", "check that it is a warning")
    hint = kind_hint(plain[body:])
    if hint != "other" and areas and not any(area.windows for area in areas):
        draft.complain(head.id if head else "text", "no window was read for its areas")
    if len(whole) > len(raw):
        draft.complain("text", f"only the first {_LONGEST_WARNING:,} characters of the warning are read")
    return Notice(
        raw=whole,
        id=head.id if head else "",
        series=head.series if head else "",
        publisher=_publisher(head.series) if head else "",
        issued=issued,
        areas=areas,
        windows=_in_order([*draft.loose, *(window for area in areas for window in area.windows)]),
        cancels=cancels,
        expires=draft.anchor.expires,
        kind_hint=hint,
        problems=_shortened(draft.problems),
    )


def _shortened(problems: list[Problem]) -> tuple[Problem, ...]:
    """Problems once each, at most 200 and the number of those left out."""
    unique = list(dict.fromkeys(problems))
    if len(unique) <= _MOST_PROBLEMS:
        return tuple(unique)
    more = Problem(where="problems", what=f"{len(unique) - _MOST_PROBLEMS:,} more are not listed")
    return (*unique[:_MOST_PROBLEMS], more)


def _publisher(series: str) -> str:
    return (
        _PUBLISHERS.get(series.removeprefix("NAVAREA "), "") if series.startswith("NAVAREA") else "NGA (United States)"
    )


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


def _cancellations(draft: Draft, body: int) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Warnings cancelled and the spans of their lines; sets the anchor's cancel time."""
    cancels: list[str] = []
    spans: list[tuple[int, int]] = []
    for start in _CANCEL.finditer(draft.plain, body):
        series, reached = "", start.end()
        while (match := _CANCELLED.match(draft.plain, reached)) is not None and (
            match["series"] or series or match["this"]
        ):
            series = " ".join((match["series"] or series).split())
            reached = match.end()
            if match["this"]:
                reached = _expiry(draft, reached)
                break
            number, digits = match["number"].split("/")
            cancels.append(f"{series} {int(number)}/{digits[-2:]}")
        spans.append((start.start(), reached))
    return tuple(dict.fromkeys(cancels)), spans


def _expiry(draft: Draft, reached: int) -> int:
    """The time after CANCEL THIS MSG, put into the anchor; the index after it."""
    match = re.compile(r"\s{1,12}\d{6}\s?Z?\s{1,6}[A-Z]{3,9}(?:\s{1,6}(?:\d{4}|\d{2})(?!\d))?").match(
        draft.plain, reached
    )
    if match is None:
        return reached
    expires = read_group(match.group().strip(), draft.anchor)
    if expires is None:
        draft.complain("cancel line", f"time {excerpt(draft.raw, match.start(), match.end())!r} was not understood")
    else:
        draft.anchor = replace(draft.anchor, expires=expires)
    return match.end()
