"""What item E of a NOTAM says in free text: positions, danger zones, circles, bands beside a line.

Positions stand as ``3543N12430E``, ``354412N1243030E``, ``134312.00N 0801348.00E``, ``N354412 E1243030``,
``35-44-12N 124-30-30E`` or decimal degrees with letters. Corners count as an area only where words such as
AREA, ZONE or BOUNDED announce one: lists of cranes and parking stands are points.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bongsu.earth import constants
from bongsu.errors import InputError, Problem
from bongsu.notices.arc_text import ArcWords, edge_notes, find_arcs, placed_arcs, ring_of_arcs, told_gaps
from bongsu.notices.position_text import Position
from bongsu.notices.shapes import LARGEST_RADIUS_M, Arc, ordered_ring
from bongsu.wording import phrase as worded

__all__ = ["NotamBudget", "Zone", "find_notam_positions", "read_zones"]

_LONGEST_RING = 1_000  # corners
_FARTHEST_CENTRE = 2_000  # characters from a length to the last centre of a list

_LAT = (
    r"\d{6}(?:\.\d{1,6})?|\d{4}(?:\.\d{1,6})?|\d{1,2}\.\d{1,8} ?°?"
    r"|\d{1,2} ?[-° ] ?\d{1,2}(?:\.\d{1,6})?(?: ?[-' ] ?\d{1,2}(?:\.\d{1,6})?)? ?[\"']{0,2}"
)
_LON = (
    r"\d{7}(?:\.\d{1,6})?|\d{5,6}(?:\.\d{1,6})?|\d{1,3}\.\d{1,8} ?°?"
    r"|\d{1,3} ?[-° ] ?\d{1,2}(?:\.\d{1,6})?(?: ?[-' ] ?\d{1,2}(?:\.\d{1,6})?)? ?[\"']{0,2}"
)
_PAIR = re.compile(
    rf"(?<![A-Z0-9])(?<!\d\.)(?:(?P<ns1>[NS]) ?(?P<lat1>{_LAT})|(?P<lat2>{_LAT}) ?(?P<ns2>[NS]))"
    r"[ \t\r\n]{0,12}[,;/-]?[ \t\r\n]{0,12}"
    rf"(?:(?P<ew1>[EW]) ?(?P<lon1>{_LON})|(?P<lon2>{_LON}|\d{{4}}) ?(?P<ew2>[EW]))(?![A-Z0-9])"
)
_HALF = re.compile(
    r"(?<![A-Z0-9.])(?:\d{4,6}(?:\.\d{1,6})?[NS]|\d{5,8}(?:\.\d{1,6})?[EW]|[NS]\d{4,6}(?:\.\d{1,6})?"
    r"|[EW]\d{5,8}(?:\.\d{1,6})?)(?![A-Z0-9])"
)
_LONGEST_GAP = 300  # characters between corners, an arc's words among them
_SHORTEST_HALF = 5  # characters
_HEADING = re.compile(
    r"(?<![A-Z0-9])(?:AREA|ZONE|DNG|DANGER)S?(?: {1,6}[-#:]?|[-#:(]) {0,6}(?:(?:NR|NO)\.? {0,3})?[('\"]?"
    r"(?P<label>\d{1,2}|[IVX]{2,4}|[B-Z]|A(?=[ \r]{0,6}(?:[:.()\n'\"-]|IS\b|ARE\b|BOUND|ENCL|WI\b|CIRCLE)))"
    r"(?![A-Z0-9./])(?! ?(?:NM|KM|M|FT|MILES?|NAUTICAL)\b)"
)
_STAGE = re.compile(
    r"\b(?:(?P<word>FIRST|SECOND|THIRD|FOURTH|1ST|2ND|3RD|4TH)[ -]STAGE|STAGE[ -]?(?P<figure>[1-4]|I{1,3}|IV)\b"
    r"|(?P<part>FAIRING|BOOSTER))"
)
_STAGES = {
    **{"FIRST": "1", "SECOND": "2", "THIRD": "3", "FOURTH": "4", "1ST": "1", "2ND": "2", "3RD": "3", "4TH": "4"},
    **{"I": "1", "II": "2", "III": "3", "IV": "4"},
}
_LENGTH = re.compile(
    r"(?<![\w.])(?P<figure>\d{1,4}(?:\.\d{1,3})?)[ -]{0,3}"
    r"(?P<unit>NM|KM|NAUTICAL\s{1,3}MILES?|KILOMET(?:ER|RE)S?|MET(?:ER|RE)S?|MTRS?|MILES?|M|FT)(?![A-Z])"
)
_UNITS_M = {
    "N": constants.NAUTICAL_MILE_M,
    "K": 1000.0,
    "F": 0.3048,
    "MI": constants.NAUTICAL_MILE_M,
}  # foot exact, international agreement of 1959
_BEFORE_RADIUS = re.compile(r"(?:RADIUS|CIRCLE)[:\s]{0,4}(?:(?:OF|WITH|IS)\s{1,3})?(?:A\s{1,3})?$")
_BEFORE_WITHIN = re.compile(r"(?:WITHIN|WI)\s{1,4}(?:A\s{1,3})?(?:RADIUS\s{1,3}OF\s{1,3})?$")
_AFTER_RADIUS = re.compile(r"[\s-]{0,4}(?:RADIUS|AROUND|RAD\b)")
_AFTER_WITHIN = re.compile(r"\s{1,4}(?:OF|FROM|FM|CENT)")
_AFTER_SIDE = re.compile(
    r"\s{1,4}(?:ON\s{1,3})?(?:EITHER|EACH|BOTH)\s{1,3}SIDES?|\s{1,4}(?:OF|FROM)\s{1,3}(?:A\s|THE\s)?LINE"
)
_PLURAL = re.compile(r"\b(?:PSNS|POSITIONS|POINTS|COORDINATES|COORDS)\b")
_PAD = re.compile(r"LAUNCH\s{0,3}(?:PAD|SITE|POINT|PSN|POSITION)[\sA-Z]{0,16}[:\s-]{0,4}$")
_ROUND_PAD = re.compile(
    r"[\s-]{0,3}(?:RADIUS\s{1,3})?(?:AROUND|OF|FROM|CENT[A-Z]{2,4}(?:\s{1,3}(?:ON|AT))?)\s{1,3}(?:THE\s{1,3})?"
    r"LAUNCH\s{0,3}(?:PAD|SITE|POINT|PSN|POSITION)"
)
_AREA_WORD = re.compile(
    r"AREA|ZONE|BOUND(?!ARY)|ENCLOSED|POLYGON|COORD|LATERAL|JOINING|CONNECTING|CLOSED|WITHIN|\bWI\b"
)
_JOIN = re.compile(
    r"(?:[\s,;:?/&+-]|\.(?![A-Z0-9])|\b(?:AND|TO|THENCE|THEN|PSN|POINT|BACK|NEXT)\b|\(?\b(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)])*"
)
_MARK = re.compile(r"(?<![A-Z0-9])\(?(?P<label>[A-Z]|[IVX]{1,4}|\d{1,2})[.)]")
_ARC = re.compile(r"\bARC\b|CLOCKWISE")
_ALONG = re.compile(r"\bALONG\b|BORDER|B(?:OUN)?DA?RY|COAST")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """An area of item E: its shape and places as in :class:`~bongsu.notices.NotifiedArea`, spans in item E."""

    label: str
    kind: str
    places: tuple[Position, ...]
    radius_m: float
    span: tuple[int, int]
    repaired: str = ""
    note: str = ""
    arcs: tuple[Arc, ...] = ()


@dataclass(slots=True)
class NotamBudget:
    """What one text of NOTAMs may still cost."""

    zones: int = 1_000
    untangled: int = 20  # hostile rings are slow
    windows: int = 100_000


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A length that says how to draw: a circle's radius, or how far to either side of a line."""

    start: int
    end: int
    length_m: float
    side: bool
    bare_miles: bool


@dataclass(slots=True)
class _Reader:
    """Item E being read; positions count from its own start."""

    plain: str
    places: list[Position]
    lost: list[int]  # where unreadable positions stand
    budget: NotamBudget
    zones: list[Zone] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    used: set[int] = field(default_factory=set)  # starts of places that became part of an area
    pad: Position | None = None
    starts: list[int] = field(default_factory=list)
    arcs: list[ArcWords] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[Position]:
        return self.places[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def complain(self, where: str, what: str, advice: str = "") -> None:
        self.problems.append(Problem(where=where, what=what, advice=advice))

    def words(self, start: int, end: int) -> str:
        return " ".join(self.plain[start : min(end, start + 160)].split())[:40]


def find_notam_positions(text: str, *, offset: int = 0) -> tuple[list[Position], list[Problem], list[int]]:
    """Positions in the forms NOTAMs use.

    Parameters
    ----------
    text : str
        Plain text in capitals.
    offset : int
        Where it begins in its notice, for the messages.

    Returns
    -------
    places, problems, lost : list of Position, list of Problem, list of int
        In the order written. Problems name what is out of range, repaired or half a position;
        ``lost`` holds where those stand that gave no place.
    """
    places: list[Position] = []
    problems: list[Problem] = []
    lost: list[int] = []
    reached = 0
    for match in _PAIR.finditer(text):
        _halves(text, reached, match.start(), offset, problems, lost)
        reached = match.end()
        latitude, fault1, repaired1 = _angle(match["lat1"] or match["lat2"], match["ns1"] or match["ns2"], 2)
        longitude, fault2, repaired2 = _angle(match["lon1"] or match["lon2"], match["ew1"] or match["ew2"], 3)
        if fault1 or fault2 or repaired1 or repaired2:
            where, words = _where(match, offset), " ".join(match.group().split())
        if fault1 or fault2:
            what = worded("position {words!r} refused: {fault1}", words=words, fault1=fault1 or fault2)
            problems.append(Problem(where=where, what=what, advice="compare with another copy"))
            lost.append(match.start())
            continue
        repaired = repaired1 or repaired2
        if repaired:
            what = worded("position {words!r} repaired: {repaired}", words=words, repaired=repaired)
            problems.append(Problem(where=where, what=what, advice="compare with another copy"))
        longitude = -180.0 if longitude == 180.0 else longitude
        places.append(
            Position(
                latitude_deg=latitude, longitude_deg=longitude, start=match.start(), end=match.end(), repaired=repaired
            )
        )
    _halves(text, reached, len(text), offset, problems, lost)
    return places, problems, lost


def _halves(text: str, start: int, end: int, offset: int, problems: list[Problem], lost: list[int]) -> None:
    if end - start < _SHORTEST_HALF:
        return
    for match in _HALF.finditer(text, start, end):
        what = worded("{match!r} looks like half a position", match=match.group())
        problems.append(Problem(where=_where(match, offset), what=what))
        lost.append(match.start())


def _where(match: re.Match[str], offset: int) -> str:
    return f"characters {offset + match.start()}-{offset + match.end()}"


def _angle(figures: str, letter: str, width: int) -> tuple[float, str, str]:
    """Degrees, fault and repair of one angle; ``width`` is the number of figures of its degrees."""
    limit = 90.0 if width == 2 else 180.0
    if figures.isdigit() and len(figures) - width in {2, 4}:  # run together, as most are
        minutes, seconds = int(figures[width : width + 2]), int(figures[width + 2 :] or 0)
        if minutes >= 60 or seconds >= 60:
            return math.nan, "60 or more minutes or seconds", ""
        value = int(figures[:width]) + minutes / 60.0 + seconds / 3600.0
        if value > limit:
            return math.nan, f"beyond {limit:.0f} degrees", ""
        return (-value if letter in "SW" else value), "", ""
    parts = [part for part in re.split(r"[^0-9.]+", figures) if part]
    repaired = ""
    if len(parts) == 1:
        whole, dot, rest = parts[0].partition(".")
        if len(whole) <= width and dot:
            parts = [parts[0]]
        else:
            if width == 3 and len(whole) in {4, 6}:
                repaired = worded(
                    "{count} figures of longitude, its leading zero left out: read as 0{whole}{dot}{rest}",
                    count=len(whole),
                    whole=whole,
                    dot=dot,
                    rest=rest,
                )
                whole = f"0{whole}"
            cut = [whole[:width], whole[width : width + 2], whole[width + 2 :]]
            parts = [part for part in cut if part]
            parts[-1] += dot + rest
    value = sum(float(part) / scale for part, scale in zip(parts, (1.0, 60.0, 3600.0), strict=False))
    if any(float(part) >= 60.0 for part in parts[1:]):
        return math.nan, "60 or more minutes or seconds", ""
    if value > limit:
        return math.nan, f"beyond {limit:.0f} degrees", ""
    return (-value if letter in "SW" else value), "", repaired


def read_zones(plain: str, budget: NotamBudget, *, offset: int = 0) -> tuple[list[Zone], list[Position], list[Problem]]:
    """Areas of item E, positions that belong to none, and what in it was not understood.

    Parameters
    ----------
    plain : str
        Item E in capitals.
    budget : NotamBudget
        Of the whole text.
    offset : int
        Where item E begins in its notice, for the messages.
    """
    places, faults, lost = find_notam_positions(plain, offset=offset)
    reader = _Reader(plain, places, lost, budget, problems=faults, starts=[place.start for place in places])
    if not places:
        return [], [], reader.problems
    if "ARC" in plain:
        reader.arcs = find_arcs(plain, places, 0, len(plain))
        centres = {arc.centre.start for arc in reader.arcs}
        reader.places = [place for place in places if place.start not in centres]
        reader.starts = [place.start for place in reader.places]
    reader.pad = next((place for place in places if _PAD.search(plain[max(0, place.start - 48) : place.start])), None)
    for label, start, end in _sections(plain):
        _section(reader, label, start, end)
    loose = [place for place in reader.places if place.start not in reader.used]
    return reader.zones, loose, reader.problems


def _sections(plain: str) -> Iterator[tuple[str, int, int]]:
    """(label, start, end) of what each heading such as ``DANGER ZONE -2:`` opens; "" for what comes before."""
    heads = list(_HEADING.finditer(plain))
    yield "", 0, heads[0].start() if heads else len(plain)
    for index, head in enumerate(heads):
        yield head["label"], head.start(), heads[index + 1].start() if index + 1 < len(heads) else len(plain)


def _section(reader: _Reader, label: str, start: int, end: int) -> None:
    """Circles and bands first, where a length says so; then what is left as polygons."""
    places = reader.between(start, end)
    phrases = [
        phrase
        for phrase in _phrases(reader.plain, start, end)
        if not any(arc.start <= phrase.start < arc.end for arc in reader.arcs)
    ]
    runs = list(_runs(reader, places))
    starts = [run[0].start for run in runs]
    for index, phrase in enumerate(phrases):
        following = phrases[index + 1].start if index + 1 < len(phrases) else end
        last = bisect_left(starts, min(following, phrase.end + _FARTHEST_CENTRE))
        nearby = runs[max(0, bisect_left(starts, phrase.start) - 1) : last]
        _measured(reader, label, phrase, nearby)
        if reader.budget.zones <= 0:
            break
    opening = start
    for run in runs:
        if len(run) >= 3 and not any(place.start in reader.used for place in run):
            _polygons(reader, label, run, opening)
        opening = run[-1].end


def _phrases(plain: str, start: int, end: int) -> list[_Phrase]:
    found = []
    for match in _LENGTH.finditer(plain, start, end):
        before, after = plain[max(start, match.start() - 40) : match.start()], plain[match.end() : match.end() + 40]
        side = _AFTER_SIDE.match(after) is not None
        radius = _BEFORE_RADIUS.search(before) or _AFTER_RADIUS.match(after)
        within = _BEFORE_WITHIN.search(before) and (_AFTER_WITHIN.match(after) or _AFTER_RADIUS.match(after))
        if side or radius or within:
            unit = match["unit"]
            scale = _UNITS_M.get(unit[:2], _UNITS_M.get(unit[:1], 1.0))
            miles = unit in {"MILE", "MILES"}
            length = float(match["figure"]) * scale
            if length > 0.0:
                found.append(_Phrase(match.start(), match.end(), length, side, miles))
    return found


def _runs(reader: _Reader, places: Sequence[Position]) -> Iterator[list[Position]]:
    """Positions with nothing but joiners, corner marks or an edge along a border between them."""
    run: list[Position] = []
    for place in places:
        if run:
            gap = reader.plain[run[-1].end : place.start]
            joined = len(gap) <= (_LONGEST_GAP if reader.arcs else 160) and (
                _JOIN.fullmatch(gap) is not None or _ARC.search(gap) is not None or _ALONG.search(gap) is not None
            )
            if not joined:
                yield run
                run = []
        run.append(place)
    if run:
        yield run


def _measured(reader: _Reader, label: str, phrase: _Phrase, nearby: list[list[Position]]) -> None:
    """Circles or a band of one length, from the run just before it and those up to the next length."""
    free = [run for run in nearby if run[0].start not in reader.used]
    behind = [run for run in free if len(run) == 1 and 0 <= phrase.start - run[0].end <= 40]
    ahead = [run for run in free if phrase.end <= run[0].start]
    ahead = ahead if ahead and ahead[0][0].start - phrase.end <= 400 else []
    if phrase.bare_miles:
        reader.complain(
            "item E", worded("{reader!r} is read as nautical miles", reader=reader.words(phrase.start, phrase.end))
        )
    if phrase.side:
        if ahead and len(ahead[0]) >= 2:
            _add(reader, label, ahead[0], phrase)
        return
    if _ROUND_PAD.match(reader.plain, phrase.end) and reader.pad is not None:
        _add(reader, label, [reader.pad], phrase, span=(phrase.start, phrase.end))
    elif behind:
        _add(reader, label, behind[-1], phrase)
    elif ahead and _PLURAL.search(reader.plain[phrase.end : ahead[0][0].start + 1]):
        for run in ahead:
            for place in run:
                _add(reader, label, [place], phrase)
    elif ahead and ahead[0][0].start - phrase.end <= 120:
        _add(reader, label, ahead[0][:1], phrase)
    else:
        reader.complain(
            worded("area {label}", label=label) if label else "item E",
            worded(
                "{reader!r}: the centre of this circle was not found",
                reader=reader.words(max(0, phrase.start - 12), phrase.end + 14),
            ),
        )


def _polygons(reader: _Reader, label: str, run: list[Position], opening: int) -> None:
    """Areas of one run of three positions or more."""
    lead = reader.plain[max(opening, run[0].start - 400) : run[0].start]
    if not label and not _AREA_WORD.search(lead):
        return
    for name, ring in _divided(reader, run):
        _polygon(reader, label or name or _stage(lead), ring)


def _stage(words: str) -> str:
    stages = list(_STAGE.finditer(words))
    if not stages:
        return ""
    found = stages[-1]
    if found["part"]:
        return str(found["part"].lower())
    figure = found["word"] or found["figure"]
    return f"stage {_STAGES.get(figure, figure)}"


def _divided(reader: _Reader, run: list[Position]) -> Iterator[tuple[str, list[Position]]]:
    """A run cut where ``2.`` or ``B.`` opens another area, and where a ring comes back to its first corner."""
    plain = reader.plain
    marks = {}
    for index in range(1, len(run)):
        mark = _MARK.search(plain, run[index - 1].end, run[index].start)
        if mark is not None:
            marks[index] = mark["label"]
    cuts = sorted(marks) if len(marks) < len(run) - 1 else []
    edges = [0, *cuts, len(run)]
    if any(after - before < 3 for before, after in pairwise(edges)):
        edges, marks = [0, len(run)], {}
    elif cuts:
        line = plain[max(0, run[0].start - 12) : run[0].start]
        first = _MARK.search(line)
        marks[0] = first["label"] if first else ""
    for before, after in pairwise(edges):
        ring: list[Position] = []
        for place in run[before:after]:
            ring.append(place)
            closed = ring[0].place == place.place
            if len(ring) > 3 and closed:
                yield marks.get(before, "") if cuts else "", ring
                ring = []
        if ring:
            yield marks.get(before, "") if cuts else "", ring


def _polygon(reader: _Reader, label: str, ring: list[Position]) -> None:
    where = f"area {label}" if label else "area"
    reader.used.update(place.start for place in ring)
    span = (ring[0].start, ring[-1].end)
    first = bisect_left(reader.lost, span[0])
    if first < len(reader.lost) and reader.lost[first] < span[1]:
        reader.complain(where, "left out: one of its positions cannot be read")
        return
    arcs = placed_arcs(reader.arcs, ring) if reader.arcs else []
    told = told_gaps(arcs)
    for index, (one, two) in enumerate(pairwise(ring), start=1):
        gap = reader.plain[one.end : two.start]
        if index not in told and _JOIN.fullmatch(gap) is None:
            words = reader.words(one.end, two.start)
            if _ARC.search(gap):
                reader.complain(
                    where,
                    worded("left out: the arc {words!r} between its corners is not read", words=words),
                    "draw it by hand",
                )
                return
            reader.complain(
                where, worded("{words!r} between its corners was passed over; the edge is drawn straight", words=words)
            )
    if len(ring) < 3:
        reader.complain(
            where, worded("left out: {count} positions bound no area", count=len(ring)), "compare with another copy"
        )
        return
    note = edge_notes(reader.plain, ring, arcs, len(reader.plain))
    if note.startswith("closed"):
        reader.complain(where, note)
    _add(reader, label, ring, None, note=note, arcs=arcs)


def _add(
    reader: _Reader,
    label: str,
    places: list[Position],
    phrase: _Phrase | None,
    span: tuple[int, int] | None = None,
    note: str = "",
    arcs: Sequence[tuple[int, ArcWords]] = (),
) -> None:
    """One zone, checked, or the problem with it."""
    where = f"area {label}" if label else "area"
    reader.used.update(place.start for place in places)
    if reader.budget.zones <= 0:
        reader.complain("areas", "too many areas in one text; the rest is left out")
        return
    reader.budget.zones -= 1
    repaired = "; ".join(dict.fromkeys(place.repaired for place in places if place.repaired))
    drawn: tuple[Arc, ...] = ()
    try:
        if arcs:
            ring, drawn, assumed = ring_of_arcs(places, arcs)
            kind, ordered, reordered = "area", tuple(ring), False
            note = "; ".join(filter(None, [note, assumed]))
            if assumed:
                reader.complain(where, assumed, "compare with another copy")
        else:
            kind, ordered, reordered = _shape(reader, places, phrase)
    except InputError as error:
        reader.budget.untangled -= 1
        reader.budget.zones -= 10  # a ring that is none costs as much as ten
        reader.complain(where, worded("left out: {error}", error=error), error.advice)
        return
    if reordered:
        reader.complain(where, "its edges crossed in the order published; the corners were re-ordered")
        repaired = "; ".join(filter(None, [repaired, "corners re-ordered: edges crossed in the order published"]))
    reader.zones.append(
        Zone(
            label=label,
            kind=kind,
            places=ordered,
            radius_m=phrase.length_m if phrase else 0.0,
            span=span or (places[0].start, places[-1].end),
            repaired=repaired,
            note=note,
            arcs=drawn,
        )
    )


def _shape(reader: _Reader, places: list[Position], phrase: _Phrase | None) -> tuple[str, tuple[Position, ...], bool]:
    """Kind of a zone, its places in an order whose edges do not cross, and whether that changed them."""
    if len(places) > _LONGEST_RING:
        raise InputError(
            worded("{count} corners; at most {longest_ring:,}", count=len(places), longest_ring=_LONGEST_RING)
        )
    if phrase is not None:
        if phrase.length_m > LARGEST_RADIUS_M:
            raise InputError(
                worded(
                    "length of {length_m:,.0f} km; at most {largest_radius_m:,.0f} km",
                    length_m=phrase.length_m / 1000.0,
                    largest_radius_m=LARGEST_RADIUS_M / 1000.0,
                )
            )
        return ("band" if phrase.side else "circle"), tuple(places), False
    by_corner = {place.place: place for place in reversed(places)}
    ring, reordered = ordered_ring(tuple(place.place for place in places), untangle=reader.budget.untangled > 0)
    reader.budget.untangled -= reordered
    return "area", tuple(by_corner[corner] for corner in ring), reordered
