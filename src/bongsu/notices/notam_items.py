"""Reading NOTAMs: from one text to its NOTAMs, from each to its items, from items to a value.

Understood are ICAO form with or without the brackets, several in one text, and the form of notice services that
write ``A0508/20 - ... 0945-1345, 05 MAR 09:45 2020 UNTIL 03 APR 13:45 2020. CREATED: 24 FEB 11:13 2020``.
What is not understood stands in ``problems`` with its words.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bongsu.earth import Window, constants
from bongsu.errors import NoticeError, Problem
from bongsu.notices.kinds import KindJudgement, judge_kind
from bongsu.notices.notam import Notam, NotamArea, NotamQualifier, VerticalLimit
from bongsu.notices.notam_parts import NotamBudget, find_notam_positions, read_zones
from bongsu.notices.notam_schedule import expand_schedule, month_number
from bongsu.notices.notice import NotifiedPoint
from bongsu.notices.position_text import excerpt, plain_text
from bongsu.notices.shapes import Place
from bongsu.notices.sun_hours import says_sun
from bongsu.wording import phrase

__all__ = ["looks_like_notam", "notam_starts", "parse_notam"]

_LONGEST_TEXT = 8_000_000  # characters
_MOST_NOTAMS = 20_000
_LONGEST_NOTAM = 200_000  # characters of one; real ones stay under 10,000
_MOST_PROBLEMS = 100  # listed for one NOTAM

_NUMBER = r"[A-Z]\d{1,4}/\d{2}"
_HEADER = re.compile(
    rf"\(?(?<![A-Z0-9/])(?P<number>{_NUMBER})\s{{1,4}}NOTAM(?P<action>[NRC])(?![A-Z])(?:[ \t]{{1,4}}(?P<refers>{_NUMBER}))?"
    rf"|^[ \t]{{0,8}}(?P<listed>{_NUMBER})[ \t]{{0,3}}-[ \t]{{1,3}}(?=[A-Z])",
    re.MULTILINE,
)
_BARE = re.compile(
    r"(?<![A-Z0-9])Q\)\s{0,8}[A-Z]{4}\s{0,2}/\s{0,2}Q[A-Z]{4}\s{0,2}/|(?<![A-Z0-9])B\)\s{0,4}\d{10}(?!\d)"
)
_ITEM = re.compile(r"(?<![A-Z0-9(])(?P<letter>[QABCDEFG])\)[ \t]{0,8}")
_Q_LINE = re.compile(
    r"(?P<fir>[A-Z]{4})?\s{0,4}/\s{0,4}(?P<code>Q[A-Z]{4})?\s{0,4}/\s{0,4}(?P<traffic>[A-Z]{0,3})\s{0,4}/\s{0,4}(?P<purpose>[A-Z]{0,5})\s{0,4}/"
    r"\s{0,4}(?P<scope>[A-Z]{0,3})\s{0,4}/\s{0,4}(?P<lower>\d{3})?\s{0,4}/\s{0,4}(?P<upper>\d{3})?\s{0,4}/?\s{0,4}"
    r"(?:(?P<lat>\d{4})(?P<ns>[NS])(?P<lon>\d{5})(?P<ew>[EW])(?P<radius>\d{3})?)?\s{0,4}"
)
_TIME = re.compile(r"(?P<stamp>\d{10})(?!\d)\s{0,3}(?P<est>EST)?")
_LONG_TIME = re.compile(
    r"(?P<day>\d{1,2}) (?P<month>[A-Z]{3})[A-Z]{0,6},? (?:(?P<year1>\d{4}) (?P<hm1>\d{2}:?\d{2})|(?P<hm2>\d{2}:\d{2}) (?P<year2>\d{4}))"
    r"(?:\s{0,3}(?P<est>EST))?"
)
_ISO_TIME = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})[T ](?P<hm>\d{2}:\d{2})\s{0,2}(?:UTC|Z)?\s{0,3}(?P<est>EST)?")
_TAIL = re.compile(
    r"(?P<start>\d{1,2} [A-Z]{3} \d{2}:\d{2} \d{4}) UNTIL (?:(?P<end>\d{1,2} [A-Z]{3} \d{2}:\d{2} \d{4})(?P<est> ESTIMATED)?|(?P<perm>PERM))"
)
_CREATED = re.compile(r"CREATED:\s{0,3}(\d{1,2} [A-Z]{3} \d{2}:\d{2} \d{4})")
_LIMIT = (
    r"SFC|GND|UNL(?:IMITED|TD)?|FL ?\d{2,3}|\d{1,3}(?:[ ,]?\d{3}){0,2}+ ?(?:M|FT)(?:,? {0,2}\(?\d{1,3}(?:[ ,]?\d{3}){0,2}+ ?(?:M|FT)\)?)?"
    r"(?: ?(?:AMSL|MSL|AGL|ASFC|STD))?"
)
_HIGH_M = 18_288.0  # FL600: above it flies no traffic, so that a limit there means rockets
_LIMIT_ONLY = re.compile(_LIMIT)
_LIMITS_IN_TEXT = re.compile(rf"(?<![A-Z0-9])(?P<lower>{_LIMIT}) ?(?:-|TO|UP TO) ?(?P<upper>{_LIMIT})(?![A-Z0-9])")
_PART = re.compile(r"PART (\d{1,2}) OF (\d{1,2})")
_TIMES_IN_TEXT = re.compile(
    r"(?<![A-Z0-9./])(?:\d{4} ?(?:Z|UTC)? ?(?:-|TO) ?\d{4} ?(?:Z|UTC)|\d{10} ?(?:-|TO) ?\d{10}|\d{6}Z)(?![A-Z0-9])"
)
_TIMES_TO_COME = re.compile(r"(?:TO|WILL)\s{1,4}BE\s{1,4}(?:DETERMINED|NOTIFIED|INTIMATED|ANNOUNCED|ADVISED)")


def parse_notam(text: str, *, issued: datetime | None = None) -> list[Notam]:
    """Read the NOTAMs in a text.

    Parameters
    ----------
    text : str
        One NOTAM or several, as distributed, listed or pasted.
    issued : datetime, optional
        When they were issued, with zone, where the text does not say.

    Returns
    -------
    list of Notam
        In the order written; one, without id, where the text has no number. Spans count characters of each
        NOTAM's ``raw``.

    Raises
    ------
    NoticeError
        When the text is empty, longer than 8 million characters or holds more than 20,000 NOTAMs.
    """
    if not text.strip():
        raise NoticeError("the NOTAM is empty", advice="paste its text")
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
    heads = list(_HEADER.finditer(plain))
    if len(heads) > _MOST_NOTAMS:
        raise NoticeError(
            phrase("{count:,} NOTAMs in one text; at most {most_notams:,}", count=len(heads), most_notams=_MOST_NOTAMS),
            advice="give it in parts",
        )
    budget = NotamBudget(zones=500 + len(text) // 4000, windows=20_000 + len(text) // 20)
    if not heads:
        return [_read(text, plain, None, issued, budget)]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    notams = [
        _read(text[head.start() : end], plain[head.start() : end], head, issued, budget)
        for head, end in zip(heads, ends, strict=True)
    ]
    lost, _, _ = find_notam_positions(plain[: heads[0].start()])
    if lost:
        what = phrase("{count} positions before the first NOTAM's number are not read", count=len(lost))
        notams[0] = replace(notams[0], problems=(Problem(where="before the number", what=what), *notams[0].problems))
    return notams


def looks_like_notam(text: str) -> bool:
    """Whether a text is likely a NOTAM: it has a number with NOTAMN, R or C, a Q line, or item B. Cheap."""
    plain = plain_text(text[:200_000])
    if re.search(r"NOTAM[NRC]\b", plain) and _HEADER.search(plain):
        return True
    return _BARE.search(plain) is not None or (_HEADER.search(plain) is not None and _TAIL.search(plain) is not None)


def notam_starts(plain: str) -> list[int]:
    """Where each NOTAM with a number begins in a plain text."""
    return [match.start() for match in _HEADER.finditer(plain)]


@dataclass(slots=True)
class _Draft:
    """A NOTAM being read: its items as spans of its text."""

    raw: str
    plain: str
    items: dict[str, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def words(self, letter: str, *, raw: bool = False) -> str:
        start, end = self.items.get(letter, (0, 0))
        return (self.raw if raw else self.plain)[start:end]

    def complain(self, where: str, what: str, advice: str = "") -> None:
        self.problems.append(Problem(where=where, what=what, advice=advice))


def _read(raw: str, plain: str, head: re.Match[str] | None, issued: datetime | None, budget: NotamBudget) -> Notam:
    """One NOTAM from its text."""
    whole = raw
    raw, plain = raw[:_LONGEST_NOTAM], plain[:_LONGEST_NOTAM]
    draft = _Draft(raw, plain)
    if len(whole) > len(raw):
        draft.complain(
            "text",
            phrase("only the first {longest_notam:,} characters of the NOTAM are read", longest_notam=_LONGEST_NOTAM),
        )
    number = (head["number"] or head["listed"]) if head else ""
    action = (head["action"] or "") if head else ""
    refers = (head["refers"] or "") if head else ""
    _find_items(draft, head.end() - head.start() if head else 0)
    start, end, end_kind = _times(draft, action)
    qualifier = _qualifier(draft)
    if action in {"R", "C"} and not refers:
        draft.complain(
            "header",
            phrase(
                "NOTAM{action} without the number it {action_2}",
                action=action,
                action_2="replaces" if action == "R" else "cancels",
            ),
        )
    windows = _windows(draft, start, end, end_kind, budget, qualifier)
    areas, points = _areas(draft, qualifier, windows, budget)
    lower, upper = _limits(draft, qualifier)
    judged = _kind(draft, qualifier, areas, windows, upper)
    part = _PART.search(plain)
    if part is not None and part[2] != "1":
        draft.complain(
            "text",
            phrase("this is part {part} of {part_2}; the others are not here", part=int(part[1]), part_2=int(part[2])),
        )
    if not number and "E" not in draft.items:
        draft.complain("text", "no item of a NOTAM was found", "check that it is a NOTAM")
    created = _CREATED.search(plain)
    return Notam(
        raw=whole,
        id=number,
        series=f"NOTAM {number[:1]}".strip(),
        publisher=f"NOTAM office, {qualifier.fir}" if qualifier and qualifier.fir else "",
        issued=(_long_time(created[1]) if created else None) or issued,
        areas=areas,
        points=points,
        windows=windows,
        cancels=(refers,) if refers else (),
        expires=end,
        kind=judged.kind,
        kind_probability=judged.probability,
        kind_probabilities=judged.probabilities,
        kind_reasons=judged.reasons,
        problems=_shortened(draft.problems),
        action=action,
        refers_to=refers,
        qualifier=qualifier,
        locations=tuple(re.findall(r"(?<![A-Z])[A-Z]{4}(?![A-Z])", draft.words("A"))),
        start=start,
        end=end,
        end_kind=end_kind,
        schedule=draft.words("D", raw=True),
        text=draft.words("E", raw=True),
        lower=lower,
        upper=upper,
    )


def _shortened(problems: list[Problem]) -> tuple[Problem, ...]:
    unique = list(dict.fromkeys(problems))
    if len(unique) <= _MOST_PROBLEMS:
        return tuple(unique)
    more = Problem(where="problems", what=phrase("{count:,} more are not listed", count=len(unique) - _MOST_PROBLEMS))
    return (*unique[:_MOST_PROBLEMS], more)


def _find_items(draft: _Draft, body: int) -> None:
    """Items in ICAO order; within E only a closing ``F) limit G) limit`` counts, letters of its lists do not."""
    order = "QABCDEFG"
    marks: list[tuple[str, int, int]] = []
    for match in _ITEM.finditer(draft.plain, body):
        letter = match["letter"]
        last = marks[-1][0] if marks else ""
        if last and order.index(letter) <= order.index(last) and not (last == "F" and letter == "F"):
            continue
        if last in {"E", "F", "G"} or letter in "FG":
            if not _LIMIT_ONLY.match(draft.plain, match.end()):
                continue
            if last == "F" and letter == "F":
                marks.pop()
        marks.append((letter, match.start(), match.end()))
    stop = len(draft.plain.rstrip())
    for index, (letter, _, after) in enumerate(marks):
        until = marks[index + 1][1] if index + 1 < len(marks) else stop
        draft.items[letter] = _trimmed(draft.plain, after, until)
    if marks:
        letter = marks[-1][0]
        start, end = draft.items[letter]
        if draft.plain[start:end].endswith(")") and _opens(draft.plain, start, end) < 0:
            draft.items[letter] = _trimmed(draft.plain, start, end - 1)
        before = draft.plain[body : marks[0][1]].strip(" \r\n\t-")
        if before and marks[0][0] in "QAB":
            draft.complain(
                "header", phrase("{excerpt!r} was not understood", excerpt=excerpt(draft.raw, body, marks[0][1]))
            )
    else:
        _listed_form(draft, body)


def _opens(plain: str, start: int, end: int) -> int:
    return plain.count("(", start, end) - plain.count(")", start, end)


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    words = plain[start:end]
    return start + len(words) - len(words.lstrip()), max(start, start + len(words.rstrip()))


def _listed_form(draft: _Draft, body: int) -> None:
    """``... 0945-1345, 05 MAR 09:45 2020 UNTIL 03 APR 13:45 2020.``: items B, C and D stand behind the text."""
    tail = _TAIL.search(draft.plain, body)
    if tail is None:
        draft.items["E"] = _trimmed(draft.plain, body, len(draft.plain))
        return
    draft.items["B"] = tail.span("start")
    draft.items["C"] = (tail.start("end") if tail["end"] else tail.start("perm"), tail.end())
    lead = draft.plain[body : tail.start()]
    text = lead.rstrip(" ,\r\n")
    cut = max(text.rfind(". "), text.rfind(".\n"), text.rfind("\n"))
    schedule = text[cut + 1 :].strip()
    if schedule and len(lead.rstrip()) > len(text) and re.search(r"\d{4}|H24", schedule):
        draft.items["D"] = _trimmed(draft.plain, body + cut + 1, body + len(text))
        text = text[: cut + 1]
    draft.items["E"] = _trimmed(draft.plain, body, body + len(text))


def _times(draft: _Draft, action: str) -> tuple[datetime | None, datetime | None, str]:
    """Items B and C, and what C says of itself."""
    words = draft.words("B")
    start = _time(words)
    if start is None and action != "C":
        said = phrase("{words!r} was not understood", words=words[:40]) if words else "is missing"
        draft.complain("item B", said, "the start is open")
    words = draft.words("C")
    if re.match(r"PERM", words):
        return start, None, "PERM"
    if re.match(r"UFN", words):
        return start, None, "UFN"
    end = _time(words)
    if end is None and (words or action != "C"):
        said = phrase("{words!r} was not understood", words=words[:40]) if words else "is missing"
        draft.complain("item C", said, "the end is open")
    if start is not None and end is not None and end < start:
        draft.complain(
            "items B and C",
            phrase("the end {end:%Y-%m-%d %H:%M} comes before the start {start:%Y-%m-%d %H:%M}", end=end, start=start),
        )
        return start, None, ""
    return start, end, "EST" if end is not None and re.search(r"EST", words) else ""


def _time(words: str) -> datetime | None:
    """``2305301500``, ``30 MAY 2023 15:00``, ``30 MAY 15:00 2023`` or ISO 8601, as UTC."""
    match = _TIME.match(words)
    if match is not None:
        stamp = match["stamp"]
        year = int(stamp[:2])
        return _moment(
            year + (2000 if year < 70 else 1900), int(stamp[2:4]), int(stamp[4:6]), int(stamp[6:8]), int(stamp[8:])
        )
    iso = _ISO_TIME.match(words)
    if iso is not None:
        year, month, day = (int(part) for part in iso["date"].split("-"))
        return _moment(year, month, day, int(iso["hm"][:2]), int(iso["hm"][3:]))
    return _long_time(words)


def _long_time(words: str) -> datetime | None:
    match = _LONG_TIME.match(words)
    if match is None:
        return None
    clock = (match["hm1"] or match["hm2"]).replace(":", "")
    year = int(match["year1"] or match["year2"])
    return _moment(year, month_number(match["month"]), int(match["day"]), int(clock[:2]), int(clock[2:]))


def _moment(year: int, month: int, day: int, hour: int, minute: int) -> datetime | None:
    """A time; 24:00 is the next midnight. None where there is no such time."""
    try:
        if (hour, minute) == (24, 0):
            return datetime(year, month, day, tzinfo=UTC) + timedelta(days=1)
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _qualifier(draft: _Draft) -> NotamQualifier | None:
    words = draft.words("Q")
    if not words:
        return None
    match = _Q_LINE.fullmatch("".join(words[:120].split()))
    if match is None:
        draft.complain("item Q", phrase("{words!r} was not understood", words=" ".join(words.split())[:80]))
        return None
    latitude = longitude = None
    if match["lat"]:
        latitude = (int(match["lat"][:2]) + int(match["lat"][2:]) / 60.0) * (-1.0 if match["ns"] == "S" else 1.0)
        longitude = (int(match["lon"][:3]) + int(match["lon"][3:]) / 60.0) * (-1.0 if match["ew"] == "W" else 1.0)
        if abs(latitude) > 90.0 or abs(longitude) > 180.0 or int(match["lat"][2:]) > 59 or int(match["lon"][3:]) > 59:
            draft.complain(
                "item Q",
                phrase(
                    "centre {lat}{ns}{lon}{ew} is no position",
                    lat=match["lat"],
                    ns=match["ns"],
                    lon=match["lon"],
                    ew=match["ew"],
                ),
            )
            latitude = longitude = None
        longitude = -180.0 if longitude == 180.0 else longitude
    return NotamQualifier(
        fir=match["fir"] or "",
        code=match["code"] or "",
        traffic=match["traffic"],
        purpose=match["purpose"],
        scope=match["scope"],
        lower_level=int(match["lower"]) if match["lower"] else None,
        upper_level=int(match["upper"]) if match["upper"] else None,
        latitude_deg=latitude,
        longitude_deg=longitude,
        radius_nm=int(match["radius"]) if match["radius"] else None,
    )


def _windows(
    draft: _Draft,
    start: datetime | None,
    end: datetime | None,
    end_kind: str,
    budget: NotamBudget,
    qualifier: NotamQualifier | None,
) -> tuple[Window, ...]:
    if start is None and end is None:
        return ()
    whole = (Window(start=start, end=end),)
    schedule = draft.words("D")
    if not schedule:
        return whole
    if start is None or end is None:
        said = phrase("without an end ({end_kind})", end_kind=end_kind) if end_kind else "without a start or an end"
        draft.complain(
            "item D",
            phrase(
                "schedule {schedule!r} {said} is given as one open window",
                schedule=" ".join(schedule.split())[:80],
                said=said,
            ),
        )
        return whole
    if budget.windows <= 0:
        draft.complain("item D", "too many windows in one text; given as one window from B to C")
        return whole
    by_sun = says_sun(schedule)
    windows, problems = expand_schedule(schedule, start, end, _middle(draft, qualifier) if by_sun else None)
    budget.windows -= len(windows)
    draft.problems += problems
    return windows


def _middle(draft: _Draft, q: NotamQualifier | None) -> Place | None:
    """The centre of the Q line, else the first position of item E."""
    if q is not None and q.latitude_deg is not None and q.longitude_deg is not None and q.radius_nm != 999:
        return q.latitude_deg, q.longitude_deg
    places, _, _ = find_notam_positions(draft.words("E")[:4000])
    return places[0].place if places else None


def _areas(
    draft: _Draft, qualifier: NotamQualifier | None, windows: tuple[Window, ...], budget: NotamBudget
) -> tuple[tuple[NotamArea, ...], tuple[NotifiedPoint, ...]]:
    """Areas of item E, or the circle of the Q line, and positions that belong to no area."""
    offset, end = draft.items.get("E", (0, 0))
    zones, loose, problems = read_zones(draft.plain[offset:end], budget, offset=offset)
    draft.problems += problems
    points = tuple(
        NotifiedPoint(
            label="",
            latitude_deg=place.latitude_deg,
            longitude_deg=place.longitude_deg,
            windows=windows,
            text_span=(offset + place.start, offset + place.end),
            repaired=place.repaired,
        )
        for place in loose
    )
    areas = tuple(
        NotamArea(
            label=zone.label,
            kind=zone.kind,
            vertices=tuple(place.place for place in zone.places),
            radius_m=zone.radius_m,
            windows=windows,
            text_span=(offset + zone.span[0], offset + zone.span[1]),
            vertex_spans=tuple((offset + place.start, offset + place.end) for place in zone.places),
            repaired=zone.repaired,
            note=zone.note,
            arcs=tuple(
                replace(arc, centre_span=(offset + arc.centre_span[0], offset + arc.centre_span[1]))
                for arc in zone.arcs
            ),
        )
        for zone in sorted(zones, key=lambda zone: zone.span)
    )
    if (come := _TIMES_TO_COME.search(draft.plain, offset, end)) is not None:
        begin = max(draft.plain.rfind(" ", offset, max(offset, come.start() - 12)) + 1, offset)
        words = excerpt(draft.raw, begin, come.end())
        draft.complain(
            "item E", phrase("{words!r}: exact times are still to come; windows are those of items B to D", words=words)
        )
    if areas:
        _compare_with_q(draft, qualifier, areas)
        for match in list(_TIMES_IN_TEXT.finditer(draft.plain, offset, end))[:20]:
            what = phrase(
                "time {excerpt!r} in the text was not applied to the areas", excerpt=excerpt(draft.raw, *match.span())
            )
            draft.complain("item E", what, "check which area it belongs to")
        return areas, points
    circle = _q_circle(draft, qualifier, windows)
    return ((circle,) if circle else ()), points


def _compare_with_q(draft: _Draft, q: NotamQualifier | None, areas: tuple[NotamArea, ...]) -> None:
    """Say where every place of item E lies well outside the Q line's circle: one of the two is misprinted."""
    if q is None or q.latitude_deg is None or q.longitude_deg is None or not q.radius_nm or q.radius_nm == 999:
        return
    latitude, longitude = q.latitude_deg, q.longitude_deg
    nearest = min(
        _apart_nm(latitude, longitude, *place) - area.radius_m / constants.NAUTICAL_MILE_M
        for area in areas
        for place in area.vertices
    )
    if nearest > 2.0 * q.radius_nm + 10.0:
        what = phrase(
            "its places lie {nearest:.0f} NM or more from the centre of the Q line, whose radius is {radius_nm} NM",
            nearest=nearest,
            radius_nm=q.radius_nm,
        )
        draft.complain("item E", what, "one of the two is misprinted; compare with another copy")


def _apart_nm(latitude1_deg: float, longitude1_deg: float, latitude2_deg: float, longitude2_deg: float) -> float:
    """Distance on the mean sphere, by the haversine formula; within 0.6 %. [NM]"""
    phi1, phi2 = math.radians(latitude1_deg), math.radians(latitude2_deg)
    half = math.radians(longitude2_deg - longitude1_deg) / 2.0
    square = math.sin((phi2 - phi1) / 2.0) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half) ** 2
    return 2.0 * constants.EARTH_MEAN_RADIUS_M * math.asin(min(1.0, math.sqrt(square))) / constants.NAUTICAL_MILE_M


def _q_circle(draft: _Draft, q: NotamQualifier | None, windows: tuple[Window, ...]) -> NotamArea | None:
    """The circle of the Q line; None where it has none, or a radius of 999, which stands for the whole FIR."""
    if q is None or q.latitude_deg is None or q.longitude_deg is None or not q.radius_nm or q.radius_nm == 999:
        return None
    return NotamArea(
        label="",
        kind="circle",
        vertices=((q.latitude_deg, q.longitude_deg),),
        radius_m=q.radius_nm * constants.NAUTICAL_MILE_M,
        windows=windows,
        text_span=draft.items["Q"],
        vertex_spans=(draft.items["Q"],),
        approximate=True,
    )


def _limits(draft: _Draft, q: NotamQualifier | None) -> tuple[VerticalLimit | None, VerticalLimit | None]:
    """Items F and G; where they are missing, what item E says, else the levels of the Q line."""
    lower, upper = (_limit(draft, letter, draft.words(letter)) for letter in "FG")
    start, end = draft.items.get("E", (0, 0))
    if lower is None and upper is None and (said := _LIMITS_IN_TEXT.search(draft.plain, start, end)):
        lower, upper = (_limit(draft, "E", said[name]) for name in ("lower", "upper"))
        if not _is_layer(lower, upper):
            lower = upper = None
    if q is not None:
        lower = lower or _level(q.lower_level)
        upper = upper or _level(q.upper_level)
    return lower, upper


def _is_layer(lower: VerticalLimit | None, upper: VerticalLimit | None) -> bool:
    """Whether the first lies under the second; a change "41,000FT TO 37,000FT" is no layer."""
    if lower is None or upper is None or lower.reference == "UNL" or upper.reference == "SFC":
        return False
    return lower.altitude_m is None or upper.altitude_m is None or lower.altitude_m < upper.altitude_m


def _level(level: int | None) -> VerticalLimit | None:
    if level is None:
        return None
    reference = "SFC" if level == 0 else "UNL" if level == 999 else "FL"
    altitude = None if reference != "FL" else level * 30.48
    return VerticalLimit(reference=reference, altitude_m=altitude, item="Q", text=f"{level:03d}")


def _limit(draft: _Draft, item: str, words: str) -> VerticalLimit | None:
    if not words:
        return None
    words = " ".join(words[:80].split())
    match = _LIMIT_ONLY.match(words)
    if match is None:
        draft.complain(phrase("item {item}", item=item), phrase("limit {words!r} was not understood", words=words[:40]))
        return None
    if words[match.end() :].strip(" .)/"):
        draft.complain(
            phrase("item {item}", item=item),
            phrase("{words!r} after the limit was not understood", words=words[match.end() :].strip()[:40]),
        )
    said = match.group()
    if said[:3] in {"SFC", "GND"}:
        return VerticalLimit(reference="SFC", altitude_m=None, item=item, text=said)
    if said[:3] == "UNL":
        return VerticalLimit(reference="UNL", altitude_m=None, item=item, text=said)
    if said[:2] == "FL":
        return VerticalLimit(reference="FL", altitude_m=int(said[2:]) * 30.48, item=item, text=said)
    figures = re.match(r"[\d ,]+", said)
    value = float(re.sub(r"[ ,]", "", figures.group())) if figures else 0.0
    metres = re.match(r"[\d ,]+M", said) is not None
    reference = "AGL" if re.search(r"AGL|ASFC", said) else "AMSL" if "MSL" in said else ""
    return VerticalLimit(reference=reference, altitude_m=value * (1.0 if metres else 0.3048), item=item, text=said)


def _kind(
    draft: _Draft,
    q: NotamQualifier | None,
    areas: tuple[NotamArea, ...],
    windows: tuple[Window, ...],
    upper: VerticalLimit | None,
) -> KindJudgement:
    """The kind by item E, its areas and windows, the Q line's code and the upper limit."""
    start, end = draft.items.get("E", (0, len(draft.plain)))
    unlimited = upper is not None and (upper.reference == "UNL" or (upper.altitude_m or 0.0) > _HIGH_M)
    stated = [area for area in areas if not area.approximate]
    return judge_kind(draft.plain[:end], start, stated, windows, code=q.code if q else "", unlimited=unlimited)
