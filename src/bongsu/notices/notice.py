"""A warning as read: its areas, lines, points, windows and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from bongsu.earth import Region, Window, format_utc
from bongsu.errors import InputError, Problem
from bongsu.notices.shapes import Arc, Place, Span, drawn_ring, line_geojson
from bongsu.wording import joined, phrase

__all__ = [
    "AREA_KINDS",
    "KINDS",
    "KindReason",
    "Notice",
    "NotifiedArea",
    "NotifiedLine",
    "NotifiedPoint",
    "notice_to_json",
]

KINDS = ("space launch", "re-entry", "missile test", "gunnery", "debris", "other", "undetermined")
_ALMOST_SURE = 0.99
_MOST_SURE = 0.999  # more than a few hundred labels can bear out
_WORTH_NAMING = 0.15  # probability of a kind beside "undetermined"
AREA_KINDS = ("area", "circle", "sector", "band")


@dataclass(frozen=True, kw_only=True)
class NotifiedArea:
    """An area as a warning gives it.

    ``kind`` is one of ``AREA_KINDS``: a ring of corners; a circle around one place; a sector of a circle
    between two bearings; a band to either side of a line. ``vertices`` are the places stated, as (latitude,
    longitude) in degrees, in the order published unless ``repaired`` says otherwise, not closed: corners,
    the centre, or the line. ``radius_m`` is a circle's or sector's radius or a band's half width, 0 for a ring;
    ``bearings_deg`` are a sector's sides, clockwise from the first to the second, from the centre and from true
    north. ``label`` is its letter or number, "" where it has none. ``text_span`` is the place of its words in the
    notice's ``raw``; ``vertex_spans`` and ``window_spans`` belong to each vertex and window. ``repaired`` says
    what was changed, "" where nothing was; ``note`` what the words leave open, such as an edge along a coast, drawn
    straight. ``arcs`` are edges that are arcs of circles. Not slotted: the ring is drawn when asked for.
    """

    label: str
    vertices: tuple[Place, ...]
    windows: tuple[Window, ...]
    text_span: Span
    kind: str = "area"
    radius_m: float = 0.0
    bearings_deg: tuple[float, float] | None = None
    vertex_spans: tuple[Span, ...] = ()
    window_spans: tuple[Span, ...] = ()
    repaired: str = ""
    along_parallels: bool = False  # a box between two latitudes: its long sides are no geodesics
    note: str = ""
    arcs: tuple[Arc, ...] = ()

    @cached_property
    def region_ring(self) -> tuple[Place, ...]:
        """Corners of the area as drawn, (latitude, longitude) in degrees, not closed.

        Those stated, or the polygon of a circle, sector or band, or a box with points along its parallels.

        Raises
        ------
        InputError
            When it cannot be drawn: a band that closes around a hole.
        """
        return drawn_ring(self.kind, self.vertices, self.radius_m, self.bearings_deg, self.along_parallels, self.arcs)

    @property
    def confidence(self) -> float:
        """1.0 as published, 0.8 with one repair or note, 0.5 with several: an order of trust, not a probability."""
        return _confidence("; ".join(filter(None, [self.repaired, self.note])))

    def region(self) -> Region:
        """The area as a :class:`~bongsu.earth.Region`; made once."""
        return self._region

    @cached_property
    def _region(self) -> Region:
        return Region.from_ring(self.region_ring)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifiedLine:
    """A line as a warning gives it: a trackline, a cable, an ice limit, a voyage.

    Fields as in :class:`NotifiedArea`; ``vertices`` are two or more places, joined in that order. ``note`` says
    what the words leave open, "" where nothing.
    """

    label: str
    vertices: tuple[Place, ...]
    windows: tuple[Window, ...]
    text_span: Span
    vertex_spans: tuple[Span, ...] = ()
    window_spans: tuple[Span, ...] = ()
    repaired: str = ""
    note: str = ""

    @property
    def confidence(self) -> float:
        """As :attr:`NotifiedArea.confidence`."""
        return _confidence(self.repaired)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifiedPoint:
    """A place that a warning names and that belongs to no area or line. Fields as in :class:`NotifiedArea`."""

    label: str
    latitude_deg: float
    longitude_deg: float
    windows: tuple[Window, ...]
    text_span: Span
    repaired: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindReason:
    """One reason why a warning is taken for its kind, or for another.

    ``name`` is that of the evidence in the table of weights; ``found`` says what was found; ``text_span`` is where in
    the notice's ``raw``, (0, 0) where no words stand for it. ``kind`` is the kind it moves most, ``weight`` by how
    much: natural log-odds, below 0 where it speaks against.
    """

    name: str
    found: str
    text_span: Span
    kind: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One warning, its text kept as published.

    ``id`` is as published (``NAVAREA IV 1177/22``), "" where the text has no header; ``issued`` and
    ``expires`` are UTC or None. ``areas``, ``lines`` and ``points`` are in the order of the text. ``windows`` are
    all windows of the warning, in order, those without an area too. ``cancels`` lists other warnings it cancels;
    ``in_force`` those it lists as in force; ``authority`` is the line that names the first publisher, "" where
    there is none. ``kind`` is one of ``KINDS``: ``kind_probability`` its
    probability, None where undetermined; ``kind_probabilities`` those of all, in the order of ``KINDS``;
    ``kind_reasons`` why, as :func:`~bongsu.notices.kinds.judge_kind`. ``problems`` lists what could not be read, or
    was read with a repair.
    """

    raw: str
    id: str
    series: str
    publisher: str
    issued: datetime | None
    areas: tuple[NotifiedArea, ...]
    windows: tuple[Window, ...]
    cancels: tuple[str, ...]
    expires: datetime | None
    kind: str
    problems: tuple[Problem, ...]
    lines: tuple[NotifiedLine, ...] = ()
    points: tuple[NotifiedPoint, ...] = ()
    in_force: tuple[str, ...] = ()
    authority: str = ""
    kind_probability: float | None = None
    kind_probabilities: tuple[float, ...] = ()
    kind_reasons: tuple[KindReason, ...] = ()
    cancels_itself: bool = False  # "CANCEL ... AND THIS MSG", without a time

    @property
    def kind_words(self) -> str:
        """The kind as a title has it: ``space launch``, ``kind undetermined``."""
        return "kind undetermined" if self.kind == "undetermined" else self.kind

    @property
    def kind_in_full(self) -> str:
        """With its probability, or with the two likeliest: ``kind undetermined (missile test 0.41, re-entry 0.30)``."""
        if self.kind_probability is not None:
            sure = f"{self.kind_probability:.2f}" if self.kind_probability < _ALMOST_SURE else "over 0.99"
            return phrase("{kind} (probability {sure})", kind=self.kind, sure=sure)
        likely = sorted(zip(self.kind_probabilities, KINDS, strict=False), reverse=True)
        some = [
            phrase("{kind} {each:.2f}", kind=kind, each=each)
            for each, kind in likely
            if kind != "undetermined" and each >= _WORTH_NAMING
        ]
        return phrase("{kind} ({some})", kind=self.kind_words, some=joined(", ", some[:2])) if some else self.kind_words

    @property
    def shapes(self) -> tuple[NotifiedArea | NotifiedLine | NotifiedPoint, ...]:
        """Areas, lines and points in the order of the text."""
        return tuple(sorted((*self.areas, *self.lines, *self.points), key=lambda shape: shape.text_span))


def notice_to_json(notice: Notice) -> dict[str, Any]:
    """A notice as the item ``notice parse`` prints.

    Returns
    -------
    dict
        ``id, series, publisher, kind, kind_probability, kind_probabilities, kind_reasons (name, found, kind, weight,
        text_span), issued, areas, lines, points, windows, cancels, cancelled_by, cancels_itself, in_force, authority,
        expires, problems, text``; each area ``label, shape, geometry (GeoJSON),
        vertices, radius_m, bearings_deg, arcs, note, windows, text_span, repaired, confidence``. Times are ISO 8601 with Z.
    """
    problems = list(notice.problems)
    areas = [_area_to_json(area, problems) for area in notice.areas]
    return {
        "id": notice.id,
        "series": notice.series,
        "publisher": notice.publisher,
        "kind": notice.kind,
        "kind_probability": _rounded(notice.kind_probability),
        "kind_probabilities": {
            kind: _rounded(each) for kind, each in zip(KINDS, notice.kind_probabilities, strict=False)
        },
        "kind_reasons": [
            {
                "name": each.name,
                "found": each.found,
                "kind": each.kind,
                "weight": round(each.weight, 2),
                "text_span": list(each.text_span),
            }
            for each in notice.kind_reasons
        ],
        "issued": _time(notice.issued),
        "areas": areas,
        "lines": [_line_to_json(line) for line in notice.lines],
        "points": [
            {
                "label": point.label,
                "geometry": {
                    "type": "Point",
                    "coordinates": [round(point.longitude_deg, 7), round(point.latitude_deg, 7)],
                },
                "windows": [_window(window) for window in point.windows],
                "text_span": list(point.text_span),
                "repaired": point.repaired,
            }
            for point in notice.points
        ],
        "windows": [_window(window) for window in notice.windows],
        "cancels": list(notice.cancels),
        "cancelled_by": None,
        "cancels_itself": notice.cancels_itself,
        "in_force": list(notice.in_force),
        "authority": notice.authority,
        "expires": _time(notice.expires),
        "problems": [{"where": each.where, "what": each.what, "advice": each.advice} for each in problems],
        "text": notice.raw,
    }


def _area_to_json(area: NotifiedArea, problems: list[Problem]) -> dict[str, Any]:
    geometry = None
    try:
        geometry = area.region().to_geojson()
    except InputError as error:
        problems.append(
            Problem(
                where=phrase("area {label}", label=area.label or "(no letter)"), what=str(error), advice=error.advice
            )
        )
    return {
        "label": area.label,
        "shape": area.kind,
        "geometry": geometry,
        "vertices": _vertices(area),
        "radius_m": area.radius_m or None,
        "bearings_deg": list(area.bearings_deg) if area.bearings_deg else None,
        "arcs": [
            {
                "after_vertex": arc.after,
                "centre": {"latitude_deg": arc.centre[0], "longitude_deg": arc.centre[1]},
                "radius_m": round(arc.radius_m, 1),
                "clockwise": arc.clockwise,
                "text_span": list(arc.centre_span),
            }
            for arc in area.arcs
        ],
        "note": area.note,
        **_timed(area),
    }


def _line_to_json(line: NotifiedLine) -> dict[str, Any]:
    return {
        "label": line.label,
        "geometry": line_geojson(line.vertices),
        "vertices": _vertices(line),
        "note": line.note,
        **_timed(line),
    }


def _vertices(shape: NotifiedArea | NotifiedLine) -> list[dict[str, Any]]:
    return [
        {"latitude_deg": latitude, "longitude_deg": longitude, "text_span": list(span)}
        for (latitude, longitude), span in zip(shape.vertices, shape.vertex_spans, strict=True)
    ]


def _timed(shape: NotifiedArea | NotifiedLine) -> dict[str, Any]:
    return {
        "windows": [_window(window) for window in shape.windows],
        "window_spans": [list(span) for span in shape.window_spans],
        "text_span": list(shape.text_span),
        "repaired": shape.repaired,
        "confidence": shape.confidence,
    }


def _confidence(repaired: str) -> float:
    return 1.0 if not repaired else 0.5 if ";" in repaired else 0.8


def _rounded(probability: float | None) -> float | None:
    return None if probability is None else round(min(probability, _MOST_SURE), 3)


def _window(window: Window) -> dict[str, str | None]:
    return {"start": _time(window.start), "end": _time(window.end)}


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else format_utc(moment)
