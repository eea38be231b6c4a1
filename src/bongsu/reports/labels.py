"""Placing labels so that they cover neither one another nor the marks they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bongsu.reports.projection import Frame
from bongsu.reports.svg import Drawing, path_data, text_width

__all__ = ["Label", "Obstacles", "draw_labels"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One to three lines of text that name the mark at one of ``anchors``; the first anchor is preferred."""

    lines: tuple[str, ...]
    anchors: tuple[tuple[float, float], ...]
    name: str = "label"
    size: float = 20.0
    bold: bool = False
    gap: float = 10.0  # free space between mark and text
    subdued: bool = False  # lines after the first are smaller and grey
    rank: int = 5  # lower ranks choose first


@dataclass(slots=True)
class Obstacles:
    """Rectangles to keep clear of, each with the price of covering one unit of its area."""

    boxes: list[tuple[float, float, float, float, float]] = field(default_factory=list)

    def add(self, left: float, top: float, right: float, bottom: float, price: float = 1.0) -> None:
        """Add one rectangle."""
        self.boxes.append((left, top, right, bottom, price))

    def add_line(self, points: NDArray[np.float64], half_width: float, price: float, step: float = 8.0) -> None:
        """Add a line as a chain of small squares."""
        if len(points) < 2:
            return
        length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
        along = np.linspace(0.0, length[-1], min(600, max(2, int(length[-1] / step))))
        for x, y in zip(np.interp(along, length, points[:, 0]), np.interp(along, length, points[:, 1]), strict=True):
            self.add(x - half_width, y - half_width, x + half_width, y + half_width, price)

    def cost(self, candidates: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each candidate rectangle, (n, 4), would cover, in priced area."""
        if not self.boxes:
            return np.zeros(len(candidates))
        boxes = np.array(self.boxes)
        wide = np.minimum(candidates[:, None, 2], boxes[:, 2]) - np.maximum(candidates[:, None, 0], boxes[:, 0])
        high = np.minimum(candidates[:, None, 3], boxes[:, 3]) - np.maximum(candidates[:, None, 1], boxes[:, 1])
        covered: NDArray[np.float64] = (np.maximum(wide, 0.0) * np.maximum(high, 0.0)) @ boxes[:, 4]
        return covered


def _candidates(label: Label, width: float, height: float) -> NDArray[np.float64]:
    """Rows of left, top, right, bottom, distance from the mark, anchor index."""
    rows = []
    for place, (x, y) in enumerate(label.anchors):
        for ring, gap in enumerate(label.gap + label.size * np.array([0.0, 0.7, 1.6, 2.8, 4.2, 6.0, 8.0])):
            for turn, (cx, cy) in enumerate(_AROUND):
                left = x + cx * gap + (0 if cx > 0.3 else -width if cx < -0.3 else -width / 2)
                top = y + cy * gap + (0 if cy > 0.3 else -height if cy < -0.3 else -height / 2)
                price = ring * 60.0 + turn * 3.0 + place * 12.0
                rows.append((left, top, left + width, top + height, price, place))
    return np.array(rows, dtype=float)


_AROUND = ((1, 0), (-1, 0), (0.8, -0.6), (0.8, 0.6), (-0.8, -0.6), (-0.8, 0.6), (0, -1), (0, 1))


@dataclass(slots=True)
class _Place:
    """Where a label stands: its box, and the anchor it belongs to."""

    left: float
    top: float
    right: float
    bottom: float
    anchor: tuple[float, float]
    lead: NDArray[np.float64] | None


def draw_labels(drawing: Drawing, labels: Sequence[Label], obstacles: Obstacles, frame: Frame) -> int:
    """Write each label at its cheapest free place, with a lead line where it stands off; returns how many were.

    Labels choose in order of rank, then twice more with all the others in place.
    """
    ordered = sorted(labels, key=lambda item: item.rank)
    places: list[_Place | None] = [None] * len(ordered)
    fixed = list(obstacles.boxes)
    for _ in range(3):
        for number, label in enumerate(ordered):
            obstacles.boxes = list(fixed)
            for other, place in enumerate(places):
                if place is not None and other != number:
                    obstacles.add(place.left, place.top, place.right, place.bottom, 4.0)
                    if place.lead is not None:
                        obstacles.add_line(place.lead, label.size * 0.15, 3.0)
            places[number] = _best(label, obstacles, frame)
    obstacles.boxes = fixed
    for label, place in zip(ordered, places, strict=True):
        if place is not None:
            _write(drawing, label, place)
            obstacles.add(place.left, place.top, place.right, place.bottom, 4.0)
    return sum(place is not None for place in places)


def _line_size(label: Label, row: int) -> float:
    return label.size * (0.8 if row and label.subdued else 1.0)


def _best(label: Label, obstacles: Obstacles, frame: Frame) -> _Place | None:
    """The cheapest place, or None where the frame is too small."""
    widths = [
        text_width(line, _line_size(label, row), bold=label.bold and not row) for row, line in enumerate(label.lines)
    ]
    options = _candidates(label, max(widths) + label.size * 0.2, label.size * 1.18 * len(label.lines))
    inner = frame.grown(-label.size * 0.3)
    options = options[inner.holds(options[:, 0], options[:, 1]) & inner.holds(options[:, 2], options[:, 3])]
    if not len(options):
        return None
    price = options[:, 4] + obstacles.cost(options[:, :4]) * 2.0
    likely = np.argsort(price, kind="stable")[:24]  # lead lines only add to the price; the rest stays dearer
    options, price = options[likely], price[likely] + _lead_cost(label, options[likely], obstacles)
    left, top, right, bottom, _, number = (float(value) for value in options[int(np.argmin(price))])
    anchor = label.anchors[int(number)]
    return _Place(left, top, right, bottom, anchor, _lead(label, (left, top, right, bottom), anchor))


def _write(drawing: Drawing, label: Label, place: _Place) -> None:
    """The lead line, then the lines of text set towards the mark."""
    if place.lead is not None:
        data = path_data(place.lead)
        drawing.element("path", "lead", d=data, stroke_width=round(label.size * 0.06, 2))
    x, _ = place.anchor
    anchor = "start" if place.left >= x else "end" if place.right <= x else "middle"
    at = {"start": place.left, "end": place.right, "middle": (place.left + place.right) / 2}[anchor]
    for row, line in enumerate(label.lines):
        drawing.text(
            at,
            place.top + label.size * (1.18 * row + 0.93),
            line,
            size=_line_size(label, row),
            name="label-soft" if row and label.subdued else label.name,
            bold=label.bold and row == 0,
            anchor=anchor,
            halo=label.size * 0.22,
        )


def _lead_cost(label: Label, options: NDArray[np.float64], obstacles: Obstacles) -> NDArray[np.float64]:
    """What a lead line from each option to its mark would cross."""
    anchors = np.array(label.anchors)[options[:, 5].astype(int)]
    ends = np.clip(anchors, options[:, :2], options[:, 2:4])
    half = label.size * 0.12
    share = np.linspace(0.15, 0.95, 9)[:, None, None]
    spots = (anchors + (ends - anchors) * share).reshape(-1, 2)
    beyond = np.hypot(*(spots - np.tile(anchors, (9, 1))).T) > label.gap
    total = np.zeros(len(spots))
    if beyond.any():
        boxes = np.concatenate([spots[beyond] - half, spots[beyond] + half], axis=1)
        total[beyond] = obstacles.cost(boxes)
    cost: NDArray[np.float64] = total.reshape(9, -1).sum(axis=0) * 1.5
    return cost


def _lead(
    label: Label, box: tuple[float, float, float, float], anchor: tuple[float, float]
) -> NDArray[np.float64] | None:
    """A line from the mark to the text, where they stand apart."""
    left, top, right, bottom = box
    x, y = anchor
    to_x, to_y = min(max(x, left), right), min(max(y, top + 0.25 * (bottom - top)), bottom - 0.25 * (bottom - top))
    distance = float(np.hypot(to_x - x, to_y - y))
    if distance < label.gap + label.size * 0.9:
        return None
    start = min(0.9, label.gap * 0.7 / distance)
    return np.array([[x + (to_x - x) * start, y + (to_y - y) * start], [to_x, to_y]])
