"""What the report tabulates of an assessment, as plain text: claims, findings, sources, methods."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bongsu.earth import Estimate
from bongsu.reports.moments import at_seconds, day_text, offset_minutes, seconds_of
from bongsu.reports.plots import Bar, Dot
from bongsu.reports.spoken import t
from bongsu.wording import joined, names_of, phrase

if TYPE_CHECKING:
    from bongsu.assessment import Finding
    from bongsu.cases import Assessment

__all__ = [
    "ClaimRow",
    "by_hand",
    "claim_rows",
    "estimate_name",
    "figure_name",
    "figure_text",
    "methods",
    "miss_dots",
    "off_nadir_bars",
    "shared_caveats",
    "unique",
]

NOTHING = "–"
GSD_NADIR = ("1", "3", "5")  # metres at nadir: the scenarios a claim's `gsd_m` may hold

_METHOD_HEAD = re.compile(": |：")  # before the orbit that a claim was held against


def unique(texts: Iterable[str]) -> list[str]:
    """Texts without empty ones and repeats, in order."""
    return list(dict.fromkeys(text for text in texts if text))


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) else None


def _pair(value: Any) -> tuple[float, float] | None:
    """A range as (low, high); None where it is none."""
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 2:
        low, high = _number(value[0]), _number(value[1])
        if low is not None and high is not None:
            return min(low, high), max(low, high)
    return None


def figure_text(value: Any, digits: int = 0) -> str:
    """A range as :meth:`Estimate.format` prints it, a number to ``digits``, text as it is, else a dash."""
    pair, number = _pair(value), _number(value)
    if pair is not None:
        return Estimate(value=None, low=pair[0], high=pair[1]).format(unit=False)
    if number is not None:
        text = f"{number:.{digits}f}"
        return text.replace("-0", "0") if float(text) == 0 else text
    return str(value) if isinstance(value, str) and value else NOTHING


def _moment(value: Any) -> datetime | None:
    """A time, from ISO text or as it is."""
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, datetime) else None


def _time_text(value: Any) -> str:
    """``24 Nov 20:13:22``, from ISO text or a time on its own clock, or two of them; other text stays."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "–".join(_time_text(part) for part in value) or NOTHING
    moment = _moment(value)
    if moment is None:
        return value if isinstance(value, str) and value else NOTHING
    return day_text(moment, "D M H:N:S" if moment.second else "D M H:N")


def _miss_text(details: Mapping[str, Any]) -> str:
    """The miss, no finer than two standard deviations of its prediction allow."""
    miss, two_sigma = _number(details.get("miss_s")), _number(details.get("sigma_s"))
    if miss is None:
        return NOTHING
    digits = 0
    if two_sigma:
        digits = Estimate(value=miss, low=miss - abs(two_sigma), high=miss + abs(two_sigma)).digits()
    return figure_text(miss, digits)


def _gsd_text(value: Any) -> str:
    """``1.0 × 1.1``: across and along the line of sight, each a number or a range."""
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 2:
        return " × ".join(figure_text(part, 1 if (_number(part) or 0.0) < 10 else 0) for part in value)
    return figure_text(value, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One line of the claims table, ready to print."""

    id: str
    place: str
    note_sign: str
    note: str
    stated: str
    utc: str
    miss: str
    off_nadir: str
    sun: str
    sun_azimuth: str
    ground_range: str
    gsd: tuple[str, ...]
    sign: str
    overflight: str
    statement: str
    caveats: tuple[str, ...]
    sources: tuple[str, ...]
    details: Mapping[str, Any] = field(repr=False)
    off_nadir_range: tuple[float, float] | None


def claim_rows(assessment: Assessment) -> list[ClaimRow]:
    """A row for each finding on a claim; what its details lack is a dash."""
    rows = []
    letters: dict[str, str] = {}
    shared = set(shared_caveats(assessment))
    zone = offset_minutes(assessment.case.case.zone)
    for finding in assessment.findings:
        if finding.topic != "claim":
            continue
        details = finding.details
        note = _note(finding, assessment)
        if note and note not in letters:
            letters[note] = _letters(len(letters) + 1)
        gsd = details.get("gsd_m")
        gsd = gsd if isinstance(gsd, Mapping) else {}
        rows.append(
            ClaimRow(
                id=finding.id,
                place=str(details.get("place") or finding.label or finding.id),
                note_sign=letters.get(note, ""),
                note=note,
                stated=_stated_text(details, zone),
                utc=_span_text(details.get("utc"), details.get("utc_end")),
                miss=_miss_text(details),
                off_nadir=_range_text(finding, "off_nadir", "off_nadir_deg"),
                sun=_range_text(finding, "sun_elevation_deg", "sun_elevation_deg", coarse=1.0),
                sun_azimuth=figure_text(details.get("sun_azimuth_deg")),
                ground_range=_range_text(finding, "ground_range_km", "ground_range_m", scale=1e-3),
                gsd=tuple(_gsd_text(gsd.get(key, gsd.get(float(key)))) for key in GSD_NADIR),
                sign=finding.sign,
                overflight=str(details.get("overflight") or finding.mark or finding.verdict),
                statement=finding.statement,
                caveats=tuple(text for text in finding.caveats if text not in shared),
                sources=finding.sources,
                details=details,
                off_nadir_range=_pair(details.get("off_nadir")) or _estimate_pair(finding, "off_nadir_deg"),
            )
        )
    return rows


def shared_caveats(assessment: Assessment) -> list[str]:
    """Caveats that two claims or more have, to be said once."""
    found = Counter(
        text for finding in assessment.findings if finding.topic == "claim" for text in set(finding.caveats)
    )
    ordered = unique(text for finding in assessment.findings for text in finding.caveats)
    return [text for text in ordered if found[text] > 1]


def _estimate_pair(finding: Finding, name: str) -> tuple[float, float] | None:
    estimate = finding.estimates.get(name)
    return None if estimate is None else (estimate.low, estimate.high)


def _range_text(finding: Finding, detail: str, name: str, *, scale: float = 1.0, coarse: float = 0.0) -> str:
    """A figure from the details, else from an estimate; one narrower than ``coarse`` as its middle alone."""
    value = finding.details.get(detail)
    if _number(value) is not None or _pair(value) is not None:
        return figure_text(value)
    pair = _estimate_pair(finding, name)
    if pair is None:
        return NOTHING
    low, high = pair[0] * scale, pair[1] * scale
    return figure_text((low + high) / 2.0) if high - low < coarse else figure_text((low, high))


def _span_text(start: Any, end: Any) -> str:
    """A time, or the two ends of an interval, the day said once."""
    first, last = _time_text(start), _time_text(end)
    if last in {NOTHING, first}:
        return first
    same_day = first.rsplit(" ", 1)[0] == last.rsplit(" ", 1)[0]
    return f"{first}–{last.split(' ')[-1] if same_day else last}"


def _stated_text(details: Mapping[str, Any], zone_min: int) -> str:
    """The time as stated, on the clock of its own zone; an interval from its UTC on the clock of the case's zone."""
    stated = details.get("stated")
    if stated is not None:
        return _span_text(stated, details.get("stated_end"))
    ends = [_moment(details.get(key)) for key in ("utc", "utc_end")]
    if ends[0] is None:
        return NOTHING
    clock = [None if end is None else at_seconds(seconds_of(end), zone_min) for end in ends]
    return _span_text(clock[0], clock[1])


def _letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


def _note(finding: Finding, assessment: Assessment) -> str:
    """The footnote of a claim: whose words a second-hand source passes on, and the case's remark."""
    parts = []
    passed_on = finding.details.get("second_hand")
    if passed_on:
        known = assessment.case.sources
        spoken = (
            [passed_on]
            if isinstance(passed_on, str)
            else unique(known[key].of for key in finding.sources if key in known)
        )
        named = joined(", ", spoken)
        parts.append(t(phrase("second-hand, in the words of {named}", named=named) if spoken else "second-hand"))
    parts.append(str(finding.details.get("note") or ""))
    return "; ".join(part.rstrip(".") for part in parts if part)


def miss_dots(rows: Sequence[ClaimRow]) -> list[Dot]:
    """The claims that have a miss."""
    dots = []
    for row in rows:
        miss, two_sigma = _number(row.details.get("miss_s")), _number(row.details.get("sigma_s"))
        if miss is not None:
            two_sigma = None if two_sigma is None else abs(two_sigma)
            dots.append(Dot(label=row.place, value=miss, two_sigma=two_sigma, text=row.miss))
    return dots


def off_nadir_bars(rows: Sequence[ClaimRow]) -> list[Bar]:
    """The claims that have an off-nadir range."""
    return [
        Bar(label=row.place, low=row.off_nadir_range[0], high=row.off_nadir_range[1], text=row.off_nadir)
        for row in rows
        if row.off_nadir_range is not None
    ]


def methods(assessment: Assessment) -> list[tuple[str, str, bool]]:
    """Each method once with its references, and whether it is experimental; what is only reported has none.

    Methods that differ only after a colon, where a claim names the orbit it was held against, stand as one.
    """
    used = [
        finding
        for finding in assessment.findings
        if finding.method and (finding.reference or finding.verdict != "reported")
    ]
    heads = Counter(head for head, _ in {(_METHOD_HEAD.split(finding.method)[0], finding.method) for finding in used})
    found: dict[str, tuple[list[str], bool]] = {}
    for finding in used:
        head = _METHOD_HEAD.split(finding.method)[0]
        text = (head if heads[head] > 1 else finding.method).rstrip(".。")
        references, experimental = found.get(text, ([], False))
        found[text] = ([*references, finding.reference.rstrip(".")], experimental or finding.experimental)
    return [(text, "; ".join(unique(references)), mark) for text, (references, mark) in found.items()]


def by_hand(assessment: Assessment) -> list[str]:
    """Sums to check by hand; of those that differ only in their figures, the first."""
    found: dict[str, str] = {}
    for finding in assessment.findings:
        if finding.check_by_hand:
            same = finding.topic == "attempt"  # of each launch the same sum over other features
            key = finding.topic if same else re.sub(r"[\d.,:-]+", "#", finding.check_by_hand)
            found.setdefault(key, finding.check_by_hand)
    return list(found.values())


def estimate_name(name: str, estimate: Estimate) -> str:
    """An estimate's name in words, without the unit that its figure carries."""
    text = name.removesuffix(f"_{estimate.unit}") if estimate.unit else name
    return _named(re.sub(r"[_\s]+", " ", text).strip())


def figure_name(key: str) -> str:
    """The same where the unit is not known but by the key's ending, as the console's page has it."""
    return _named(_UNIT_END.sub("", key).replace("_", " "))


_UNIT_END = re.compile(r"_(?:s|deg|km|m|h|d|min)$")
_OF_AREA = ("azimuth {area}", "inclination {area}", "leg to {area}")  # of each notified area
_OF_PART = ("{part} distance", "{part} azimuth", "{part} fall")  # of each part that fell


def _named(text: str) -> str:
    """A figure of one area or one part, as a phrase with that name in it; other names as they are."""
    if text in names_of("ko"):
        return text
    for template in _OF_AREA:
        before = template.removesuffix("{area}")
        if text.startswith(before):
            return phrase(template, area=text.removeprefix(before))
    for template in _OF_PART:
        after = template.removeprefix("{part}")
        if text.endswith(after):
            return phrase(template, part=text.removesuffix(after))
    return text
