"""The timeline of an assessment: UTC above, the zone the claims were stated in below, the launch enlarged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bongsu.reports.moments import at_seconds, day_text, offset_minutes, seconds_of, zone_name
from bongsu.reports.spoken import t
from bongsu.reports.svg import Drawing, fit, markup, text_width
from bongsu.wording import joined, phrase

if TYPE_CHECKING:
    from bongsu.cases import Assessment, TimelineMark

__all__ = ["timeline_span", "timeline_svg", "timeline_text"]

_DAY = 86400.0
_STEPS = (
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 432000, 864000,
    2592000, 7776000, 31557600, 315576000, 3155760000, 31557600000, 315576000000,
)  # fmt: skip
_LAUNCH_KINDS = ("launch", "fall", "insertion")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    label: str
    kind: str
    start: float  # seconds
    end: float | None

    @property
    def edges(self) -> list[float]:
        """Its moments."""
        return [self.start] if self.end is None else [self.start, self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Seconds to picture, and the band of time shown."""

    start: float
    end: float
    left: float
    right: float

    def x(self, seconds: float) -> float:
        """Picture coordinate, kept within the band."""
        share = (seconds - self.start) / (self.end - self.start)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def shows(self, mark: _Mark) -> bool:
        """Whether any of a mark lies in the band."""
        return mark.start <= self.end and (mark.start if mark.end is None else mark.end) >= self.start


def _marks(marks: Sequence[TimelineMark]) -> list[_Mark]:
    found = [
        _Mark(
            label=mark.label,
            kind=mark.kind,
            start=seconds_of(mark.start),
            end=None if mark.end is None else max(seconds_of(mark.end), seconds_of(mark.start)),
        )
        for mark in marks
    ]
    return sorted(found, key=lambda mark: mark.start)


def _cluster(marks: list[_Mark]) -> tuple[float, float] | None:
    """First and last moment of the events around the launch, where they crowd on the long scale."""
    edges = sorted(edge for mark in marks for edge in mark.edges)
    span = edges[-1] - edges[0]
    cores = [mark.start for mark in marks if mark.kind in _LAUNCH_KINDS]
    if len(cores) < 2 or max(cores) - min(cores) > span * 0.05:
        return None
    low, high = min(cores), max(cores)
    gap = max(6.0 * (high - low), 60.0)
    near = [edge for edge in edges if low - gap <= edge <= high + gap and edge - high < span * 0.02]
    low, high = min(near), max(near)
    return None if span < 15.0 * (high - low) else (low, high)


def _tick_text(seconds: float, step: float, minutes: int) -> str:
    moment = at_seconds(seconds, minutes)
    if moment is None:
        return ""
    if step >= 31557600:
        return day_text(moment, "Y")
    if step >= 2592000:
        return day_text(moment, "M Y")
    if step >= _DAY:
        return day_text(moment, "D M")
    return day_text(moment, "H:N:S" if step < 60 else "H:N")


def _axis(drawing: Drawing, scale: _Scale, y: float, minutes: int, name: str, u: float, *, above: bool) -> None:
    """One labelled axis of a zone, its ticks at that zone's round times."""
    size = 17.0 * u
    count = max(2.0, (scale.right - scale.left) / (86.0 * u))
    step = next((step for step in _STEPS if (scale.end - scale.start) / step <= count), _STEPS[-1])
    shift = minutes * 60.0
    drawing.element("path", "axis", d=f"M{scale.left:.1f} {y:.1f}H{scale.right:.1f}", stroke_width=1.6 * u)
    tick = -(-(scale.start + shift) // step) * step - shift
    text_y = y - 11 * u if above else y + 24 * u
    while tick <= scale.end:
        x, words = scale.x(tick), _tick_text(tick, step, minutes)
        reach = 7 * u if above else -7 * u
        drawing.element("path", "axis", d=f"M{x:.1f} {y:.1f}v{-reach:.1f}", stroke_width=1.6 * u)
        half = text_width(words, size) / 2.0
        if words and x - half > scale.left - 8 * u and x + half < scale.right + 8 * u:
            drawing.text(x, text_y, words, size=size, name="soft", anchor="middle")
        tick += step
    drawing.text(scale.left - 12 * u, text_y, name, size=size, bold=True, anchor="end")


def _lanes(spans: list[tuple[float, float]]) -> list[int]:
    """For each span in turn, the first lane in which it is free."""
    ends: list[list[tuple[float, float]]] = []
    out = []
    for low, high in spans:
        lane = next(
            (i for i, taken in enumerate(ends) if all(high <= a or low >= b for a, b in taken)),
            len(ends),
        )
        if lane == len(ends):
            ends.append([])
        ends[lane].append((low, high))
        out.append(lane)
    return out


def _clock(mark: _Mark, *, fine: bool) -> str:
    """The mark's UTC, to the second where it has seconds."""
    moment = at_seconds(mark.start)
    seconds = bool(moment and moment.second)
    text = day_text(moment, ("" if fine else "D ") + ("H:N:S" if seconds else "H:N"))
    if mark.end is not None and mark.end > mark.start:
        last = at_seconds(mark.end)
        same = bool(moment and last and moment.date() == last.date())
        text += "–" + day_text(last, "H:N" if same else "D H:N")
    return text


def _symbol(kind: str, x: float, y: float, u: float) -> str:
    """A mark by shape: square notice, triangle launch, cross fall, diamond insertion, disc claim."""
    r = 7.5 * u
    if kind == "launch":
        d = f"M{x:.1f} {y - r * 1.2:.1f}l{r * 1.15:.1f} {r * 2.1:.1f}h{-2.3 * r:.1f}z"
        return markup("path", "tick-launch", d=d, stroke_width=1.4 * u)
    if kind == "fall":
        d = f"M{x - r:.1f} {y - r:.1f}l{2 * r:.1f} {2 * r:.1f}m0 {-2 * r:.1f}l{-2 * r:.1f} {2 * r:.1f}"
        return markup("path", "tick-fall", d=d, stroke_width=3.4 * u)
    if kind == "insertion":
        s = r * 1.25
        d = f"M{x:.1f} {y - s:.1f}l{s:.1f} {s:.1f}l{-s:.1f} {s:.1f}l{-s:.1f} {-s:.1f}z"
        return markup("path", "tick-insertion", d=d, stroke_width=1.4 * u)
    if kind in ("notice", "window"):
        return markup(
            "rect", "tick-notice", x=x - r * 0.85, y=y - r * 0.85, width=1.7 * r, height=1.7 * r, stroke_width=2.6 * u
        )
    return markup("circle", "tick-claim", cx=round(x, 1), cy=round(y, 1), r=r, stroke_width=1.6 * u)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A mark laid out: its place, its text and on which side that stands."""

    mark: _Mark
    x: float
    end: float
    text: str
    clock: str
    side: str
    lane: int


def _rows(marks: list[_Mark], scale: _Scale, u: float, *, fine: bool) -> list[_Row]:
    size = 17.5 * u
    laid: list[tuple[_Mark, float, float, str, str, str]] = []
    spans = []
    for mark in marks:
        x = scale.x(mark.start)
        end = x if mark.end is None else scale.x(mark.end)
        text, clock = fit(mark.label, size, 330 * u), _clock(mark, fine=fine)
        width = text_width(text + clock, size) + 34 * u
        long = mark.end is not None and end - x > width
        side = "inside" if long else "right"
        right = max(end + (0 if long else width), end + 10 * u)
        if not long and end + width > scale.right + 20 * u and x - width > scale.left - 60 * u:
            side, right = "left", end + 12 * u
        spans.append((x - width if side == "left" else x - 12 * u, right + 6 * u))
        laid.append((mark, x, end, text, clock, side))
    return [
        _Row(mark=mark, x=x, end=end, text=text, clock=clock, side=side, lane=lane)
        for (mark, x, end, text, clock, side), lane in zip(laid, _lanes(spans), strict=True)
    ]


def _panel(drawing: Drawing, rows: list[_Row], scale: _Scale, top: float, minutes: int, zone: str, u: float) -> float:
    """Both axes and the rows between them; returns where the panel ends."""
    size, pitch = 17.5 * u, 29.0 * u
    lanes = 1 + max((row.lane for row in rows), default=0)
    first = top + 62 * u
    bottom = first + pitch * lanes
    _axis(drawing, scale, top + 34 * u, 0, "UTC", u, above=True)
    if minutes:
        _axis(drawing, scale, bottom, minutes, zone, u, above=False)
    for row in rows:
        y = first + pitch * row.lane
        drawing.element("path", "rule", d=f"M{row.x:.1f} {top + 34 * u:.1f}V{bottom:.1f}", stroke_width=1.0 * u)
        if row.end - row.x > 3 * u:
            name = "tick-window" if row.mark.kind in ("window", "notice") else "tick-claim"
            drawing.element("rect", name, x=row.x, y=y - 11 * u, width=row.end - row.x, height=22 * u,
                            rx=3 * u, fill_opacity=0.2, stroke_width=0)  # fmt: skip
    for row in rows:
        y = first + pitch * row.lane
        drawing.raw(
            '<g class="mark">' + drawing.title(f"{row.text} {row.clock}") + _symbol(row.mark.kind, row.x, y, u) + "</g>"
        )
        if row.side == "left":
            drawing.text(
                row.x - 15 * u, y + 6 * u, row.text, size=size, name="label", anchor="end", halo=4 * u, tail=row.clock
            )
        else:
            x = row.x if row.side == "inside" else row.end
            drawing.text(x + 15 * u, y + 6 * u, row.text, size=size, name="label", halo=4 * u, tail=row.clock)
    return bottom + (38 * u if minutes else 16 * u)


def _scale(edges: list[float], left: float, right: float) -> _Scale:
    low, high = min(edges), max(edges)
    pad = max((high - low) * 0.03, 30.0)
    return _Scale(start=low - pad, end=high + pad, left=left, right=right)


def timeline_span(assessment: Assessment) -> str:
    """First and last day of the timeline, UTC, with their year."""
    edges = [edge for mark in _marks(assessment.timeline) for edge in mark.edges]
    if not edges:
        return ""
    first, last = (day_text(at_seconds(edge), "D M Y") for edge in (min(edges), max(edges)))
    return first if first == last else t(phrase("{start} to {end}", start=first, end=last))


def timeline_text(assessment: Assessment) -> str:
    """The timeline in words, one moment after the other."""
    parts = []
    for mark in _marks(assessment.timeline):
        text = f"{mark.label} {day_text(at_seconds(mark.start), 'D M Y H:N:S')}"
        if mark.end is not None:
            text = t(phrase("{start} to {end}", start=text, end=day_text(at_seconds(mark.end), "D M Y H:N:S")))
        parts.append(text)
    return t(phrase("Times in UTC: {parts}.", parts=joined("; ", parts))) if parts else t("No times.")


def timeline_svg(assessment: Assessment, *, width: float = 1600, prefix: str = "timeline") -> str:
    """The timeline as SVG, or an empty text without two moments. Text keeps its share of the width below 1000."""
    marks = _marks(assessment.timeline)
    if len({edge for mark in marks for edge in mark.edges}) < 2:
        return ""
    u = width / (720.0 if width < 1000 else 1600.0)
    zone = assessment.case.case.zone
    minutes, name = offset_minutes(zone), zone_name(zone)
    left, right = 96 * u, width - 24 * u
    scale = _scale([edge for mark in marks for edge in mark.edges], left, right)
    crowd = _cluster(marks)
    whole, detail = marks, None
    if crowd is not None:
        detail = _scale(list(crowd), left, right)
        inner = [mark for mark in marks if mark.kind in _LAUNCH_KINDS and crowd[0] <= mark.start <= crowd[1]]
        below = t(phrase("{label} (enlarged below)", label=inner[0].label))
        joint = _Mark(label=below, kind="launch", start=inner[0].start, end=None)
        whole = sorted([mark for mark in marks if mark not in inner] + [joint], key=lambda mark: mark.start)
    drawing = Drawing(width, 10, title=t("Timeline"), description=timeline_text(assessment), prefix=prefix)
    drawing.element("rect", "page", x=0, y=0, width=width, height="100%")
    end = _panel(drawing, _rows(whole, scale, u, fine=False), scale, 0.0, minutes, name, u)
    if detail is not None:
        day = day_text(at_seconds(detail.start), "D M Y")
        drawing.text(left, end + 24 * u, t(phrase("{day}, enlarged", day=day)), size=18 * u, bold=True)
        shown = [mark for mark in marks if detail.shows(mark)]
        end = _panel(drawing, _rows(shown, detail, u, fine=True), detail, end + 24 * u, minutes, name, u)
    drawing.height = round(end, 1)
    return drawing.render()
