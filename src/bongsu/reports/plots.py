"""Two small plots of the claims: how far each missed, and how far from straight down each place stood."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bongsu.reports.spoken import t
from bongsu.reports.svg import Drawing, fit, text_width
from bongsu.wording import joined, phrase

__all__ = ["Bar", "Dot", "miss_svg", "off_nadir_svg", "round_ticks"]

_ROW, _SIZE = 31.0, 18.0
USUAL_LIMIT_DEG = 30.0  # off-nadir to which imagers of this class are usually tilted; a reference line, not a limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One claim's miss in seconds, and two standard deviations of its prediction where known."""

    label: str
    value: float
    two_sigma: float | None
    text: str  # the miss as the table prints it


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One claim's off-nadir range in degrees, as the table prints it."""

    label: str
    low: float
    high: float
    text: str


def round_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers from ``low`` to ``high``."""
    rough = max(high - low, 1e-9) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(digit * power for digit in (1, 2, 5, 10) if digit * power >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [number * step for number in range(first, math.floor(high / step + 1e-9) + 1)]


class _Plot:
    """Rows of names at the left, a horizontal axis below."""

    def __init__(self, drawing: Drawing, names: Sequence[str], low: float, high: float, unit: str, top: float) -> None:
        self.drawing, self.low, self.high, self.top = drawing, low, high, top
        room = drawing.width * 0.4
        self.left = min(room, max(text_width(name, _SIZE) for name in names)) + 18.0
        self.right = drawing.width - 74.0
        self.bottom = top + _ROW * len(names) + 4.0
        for tick in round_ticks(low, high, 7):
            x = self.x(tick)
            drawing.element("path", "rule", d=f"M{x:.1f} {top:.1f}V{self.bottom:.1f}", stroke_width=1.0)
            drawing.text(x, self.bottom + 22, f"{tick:g}", size=16, name="soft", anchor="middle")
        drawing.text(self.right + 16, self.bottom + 22, unit, size=16, name="soft")
        drawing.element("path", "axis", d=f"M{self.left:.1f} {self.bottom:.1f}H{self.right:.1f}", stroke_width=1.5)
        for row, name in enumerate(names):
            drawing.text(self.left - 12, self.y(row) + 6, fit(name, _SIZE, room), size=_SIZE, anchor="end")

    def x(self, value: float) -> float:
        """Picture coordinate of a value, kept on the axis."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def y(self, row: int) -> float:
        """Middle of a row."""
        return self.top + _ROW * (row + 0.5)


def miss_svg(dots: Sequence[Dot], *, prefix: str = "miss", width: float = 780) -> str:
    """Each miss as a dot, the two standard deviations of its prediction as a band; empty without any."""
    if not dots:
        return ""
    reach = max([1.0, *(abs(dot.value) for dot in dots), *(dot.two_sigma or 0.0 for dot in dots)]) * 1.12
    low = -reach if any(dot.value < 0 for dot in dots) else 0.0
    parts = []
    for dot in dots:
        parts.append(phrase("{label} {figure} s", label=dot.label, figure=dot.text))
        if dot.two_sigma:
            parts[-1] += phrase(" (two standard deviations {seconds:.0f} s)", seconds=dot.two_sigma)
    title, said = t("Miss of each claim against an orbit fitted without it"), t(joined("; ", parts) + ".")
    drawing = Drawing(width, 70 + _ROW * len(dots), title=title, description=said, prefix=prefix)
    drawing.element("rect", "page", x=0, y=0, width=width, height=drawing.height)
    plot = _Plot(drawing, [dot.label for dot in dots], low, reach, t("s"), 40.0)
    if any(dot.two_sigma for dot in dots):
        drawing.element("rect", "band", x=plot.left, y=10, width=34, height=18, rx=2)
        deviations = t("two standard deviations")
        drawing.text(plot.left + 44, 25, deviations, size=16, name="soft")
        x = plot.left + 60 + text_width(deviations, 16)
        drawing.element("circle", "dot", cx=x, cy=19, r=7, stroke_width=2)
        drawing.text(x + 14, 25, t("miss"), size=16, name="soft")
    for row, dot in enumerate(dots):
        y = plot.y(row)
        if dot.two_sigma:
            a, b = plot.x(max(low, -dot.two_sigma)), plot.x(dot.two_sigma)
            drawing.element("rect", "band", x=a, y=y - 10, width=max(b - a, 1.0), height=20, rx=2)
        drawing.raw(
            '<g class="dot">' + drawing.title(t(phrase("{label}: {figure} s", label=dot.label, figure=dot.text)))
        )
        drawing.element("circle", "dot", cx=plot.x(dot.value), cy=y, r=7, stroke_width=2)
        drawing.raw("</g>")
        drawing.text(plot.right + 16, y + 6, dot.text, size=_SIZE, bold=True)
    return drawing.render()


def off_nadir_svg(bars: Sequence[Bar], *, prefix: str = "off-nadir", width: float = 780) -> str:
    """Each off-nadir range as a bar against 30 degrees; empty without any."""
    if not bars:
        return ""
    reach = max(USUAL_LIMIT_DEG * 1.2, *(bar.high * 1.06 for bar in bars))
    told = joined("; ", (phrase("{label} {figure} deg", label=bar.label, figure=bar.text) for bar in bars))
    description = t(phrase("{told}. The line stands at 30 deg.", told=told))
    title, height = t("Off-nadir angle of each claimed place"), 70 + _ROW * len(bars)
    drawing = Drawing(width, height, title=title, description=description, prefix=prefix)
    drawing.element("rect", "page", x=0, y=0, width=width, height=drawing.height)
    plot = _Plot(drawing, [bar.label for bar in bars], 0.0, reach, t("deg"), 40.0)
    x = plot.x(USUAL_LIMIT_DEG)
    drawing.element("path", "notified", d=f"M{x:.1f} 34V{plot.bottom:.1f}", stroke_width=2.4, stroke_dasharray="8 5")
    drawing.text(x, 25, t("30 deg"), size=16, name="label-area", anchor="middle", halo=3)
    for row, bar in enumerate(bars):
        y, a, b = plot.y(row), plot.x(bar.low), plot.x(bar.high)
        drawing.raw(
            '<g class="bar">' + drawing.title(t(phrase("{label}: {figure} deg", label=bar.label, figure=bar.text)))
        )
        drawing.element("rect", "bar", x=a, y=y - 7, width=max(b - a, 3.0), height=14, rx=2)
        drawing.raw("</g>")
        drawing.text(plot.right + 16, y + 6, bar.text, size=_SIZE, bold=True)
    return drawing.render()
