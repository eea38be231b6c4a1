"""The plot of a fit to telemetry: what was shown and flown, and flown less shown, against time."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from bongsu.reports.plots import round_ticks
from bongsu.reports.svg import Drawing, path_data

__all__ = ["telemetry_svg"]

_LEFT, _RIGHT, _TOP, _GAP, _HIGH, _LOW = 92.0, 24.0, 96.0, 52.0, 190.0, 120.0
_SIZE = 16.0


def telemetry_svg(item: dict[str, Any], *, prefix: str = "telemetry", width: float = 980) -> str:
    """Four panels for an item of a fit to telemetry: speed, its residual, altitude, its residual.

    Samples are dots, the flight is a line; the part that was predicted lies on a darker ground, and ends of thrust are
    upright lines. Values that are not told leave a gap.
    """
    rows = item["residuals"]
    rms = item["rms"]
    time = np.array([row["t_s"] for row in rows])
    title = f"{item['name']} fitted to telemetry"
    description = (
        f"{item['free']} figures fitted to {item['readings']} readings; RMS {rms['speed_m_s']:.1f} m/s and"
        f" {rms['altitude_m'] / 1e3:.2f} km."
    )
    height = _TOP + 2 * (_HIGH + _LOW) + 3 * _GAP + 62.0
    drawing = Drawing(width, height, title=title, description=description, prefix=prefix)
    drawing.element("rect", "page", x=0, y=0, width=width, height=height)
    drawing.text(16, 30, title, size=20, bold=True)
    drawing.text(16, 54, description, size=_SIZE, name="soft")
    top = _TOP
    for name, unit, scale in (("speed", "m_s", 1.0), ("altitude", "m", 1e-3)):
        shown, flown, off = (
            scale * np.array([math.nan if row[key] is None else row[key] for row in rows])
            for key in (f"{name}_{unit}", f"flown_{name}_{unit}", f"{name}_off_{unit}")
        )
        sign = "m/s" if name == "speed" else "km"
        panel = _Panel(drawing, time, top, _HIGH, _reach(shown, flown), f"{name}, {sign}", item)
        panel.dots(shown)
        panel.line(flown)
        top += _HIGH + _GAP
        panel = _Panel(drawing, time, top, _LOW, _about_zero(off), f"{name}: flown less shown, {sign}", item)
        panel.dots(off)
        top += _LOW + _GAP
    drawing.text(width - _RIGHT, height - 14, "seconds on the screen's clock", size=_SIZE, name="soft", anchor="end")
    drawing.element("circle", "bar", cx=_LEFT + 6, cy=height - 19, r=3)
    drawing.text(_LEFT + 18, height - 14, "shown", size=_SIZE, name="soft")
    drawing.element("path", "notified", d=f"M{_LEFT + 92:.0f} {height - 19:.0f}h34", stroke_width=2)
    drawing.text(_LEFT + 134, height - 14, "flown", size=_SIZE, name="soft")
    return drawing.render()


def _reach(*series: Any) -> tuple[float, float]:
    known = np.concatenate([each[np.isfinite(each)] for each in series])
    return (min(0.0, float(known.min())), 1.05 * float(known.max())) if len(known) else (0.0, 1.0)


def _about_zero(off: Any) -> tuple[float, float]:
    """Reach of residuals, zero and some room included."""
    known = off[np.isfinite(off)]
    if not len(known):
        return -1.0, 1.0
    low, high = min(0.0, float(known.min())), max(0.0, float(known.max()))
    room = 0.12 * max(high - low, 1e-3)
    return low - room, high + room


class _Panel:
    """One panel: its axes, and readings in it."""

    def __init__(
        self,
        drawing: Drawing,
        time: Any,
        top: float,
        height: float,
        reach: tuple[float, float],
        name: str,
        item: dict[str, Any],
    ) -> None:
        self.drawing, self.time, self.top, self.height = drawing, time, top, height
        self.low, self.high = reach if reach[1] > reach[0] else (reach[0], reach[0] + 1.0)
        self.right = drawing.width - _RIGHT
        self.first, self.last = 0.0, float(time[-1])
        predicted = item["prediction"]
        if predicted is not None:
            x = self.x(predicted["until_s"])
            drawing.element("rect", "band", x=x, y=top, width=self.right - x, height=height)
            if name.startswith("speed,"):
                drawing.text(x + 6, top + height - 8, "predicted", size=14, name="soft")
        for tick in round_ticks(self.low, self.high, 5 if height > 150.0 else 4):
            y = self.y(tick)
            drawing.element("path", "rule", d=f"M{_LEFT:.1f} {y:.1f}H{self.right:.1f}", stroke_width=1)
            drawing.text(_LEFT - 8, y + 5, f"{tick:,.6g}", size=14, name="soft", anchor="end")
        for tick in round_ticks(self.first, self.last, 9):
            x = self.x(tick)
            drawing.element("path", "rule", d=f"M{x:.1f} {top:.1f}V{top + height:.1f}", stroke_width=1)
            drawing.text(x, top + height + 18, f"{tick:g}", size=14, name="soft", anchor="middle")
        for event in item["events"]:
            if event["label"].endswith("end of thrust") and event["t_s"] <= self.last:
                x = self.x(event["t_s"])
                line = f"M{x:.1f} {top:.1f}V{top + height:.1f}"
                drawing.element("path", "axis", d=line, stroke_width=1.2, stroke_dasharray="6 4")
                if name.startswith("speed,"):
                    drawing.text(x - 6, top + 16, event["label"], size=13, name="soft", anchor="end")
        drawing.element("rect", "frame", x=_LEFT, y=top, width=self.right - _LEFT, height=height, stroke_width=1.2)
        drawing.text(_LEFT, top - 8, name, size=_SIZE, bold=True)

    def x(self, value: float) -> float:
        """Picture coordinate of a time."""
        return _LEFT + (value - self.first) / (self.last - self.first) * (self.right - _LEFT)

    def y(self, value: float) -> float:
        """Picture coordinate of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.top + self.height * (1.0 - min(max(share, 0.0), 1.0))

    def dots(self, values: Any) -> None:
        """Each reading as a small dot; at most some 400 are drawn."""
        known = np.flatnonzero(np.isfinite(values))
        for n in known[:: max(1, len(known) // 400)]:
            self.drawing.element(
                "circle", "bar", cx=round(self.x(self.time[n]), 1), cy=round(self.y(values[n]), 1), r=1.6
            )

    def line(self, values: Any) -> None:
        """The flight as a line, broken where it is not told."""
        known = np.isfinite(values)
        edges = np.flatnonzero(np.diff(known.astype(int))) + 1
        for part in np.split(np.arange(len(values)), edges):
            if known[part[0]] and len(part) > 1:
                points = np.array([[self.x(self.time[n]), self.y(values[n])] for n in part])
                self.drawing.element("path", "notified", d=path_data(points), stroke_width=1.6)
