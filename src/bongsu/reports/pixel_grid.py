"""A schematic grid of pixels with familiar outlines: how coarse a ground sample distance is, in a picture of no place.

Flat grey squares, drawn outlines and words in the picture itself: it cannot pass for a photograph.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bongsu.errors import InputError
from bongsu.overflight import object_ladder
from bongsu.reports.svg import Drawing, markup

__all__ = ["pixel_grid_svg"]

_WIDTH, _HEIGHT = 1200.0, 675.0
_TOP, _BOTTOM, _SIDE = 104.0, 118.0, 34.0
_FINEST_CELLS = 20_000  # of one panel; finer pixels are drawn as an even grey (our choice)
_SUBSAMPLES = 4  # in each direction, for the share of a pixel that an outline covers
Outline = NDArray[np.float64]

# Outlines from above in shares of length and width, bow or nose up; drawn here, of no particular type.
_SHIP = [
    (0.5, 0.0),
    (0.8, 0.14),
    (0.98, 0.38),
    (1.0, 0.75),
    (0.9, 1.0),
    (0.1, 1.0),
    (0.0, 0.75),
    (0.02, 0.38),
    (0.2, 0.14),
]
_AIRLINER = [
    (0.5, 0.0), (0.54, 0.08), (0.54, 0.34), (1.0, 0.6), (1.0, 0.66), (0.54, 0.55), (0.53, 0.85), (0.68, 0.95), (0.68, 1.0),
    (0.5, 0.97), (0.32, 1.0), (0.32, 0.95), (0.47, 0.85), (0.46, 0.55), (0.0, 0.66), (0.0, 0.6), (0.46, 0.34), (0.46, 0.08),
]  # fmt: skip
_LORRY = [
    (0.1, 0.0), (0.9, 0.0), (1.0, 0.03), (1.0, 0.17), (0.7, 0.17), (0.7, 0.21), (1.0, 0.21), (1.0, 1.0), (0.0, 1.0),
    (0.0, 0.21), (0.3, 0.21), (0.3, 0.17), (0.0, 0.17), (0.0, 0.03),
]  # fmt: skip
_PANELS = (  # name in the ladder, outline, heading
    ("frigate", _SHIP, "ship, 130 x 15 m"),
    ("airliner", _AIRLINER, "airliner, 40 x 36 m"),
    ("bus or lorry", _LORRY, "bus or lorry, 12 x 2.5 m"),
)


def pixel_grid_svg(gsd_m: float, *, title: str = "", source: str = "") -> str:
    """Three outlines at a ground sample distance: left as they are, right as pixels of that size.

    Parameters
    ----------
    gsd_m : float
        Ground sample distance, above 0 and up to 1000. [m] Square pixels, no blur, no noise, full contrast.
    title : str
        What the distance belongs to, for the heading.
    source : str
        For the foot of the picture.

    Raises
    ------
    InputError
        For a distance out of that range.
    """
    if not 0.0 < gsd_m <= 1000.0:
        raise InputError(f"ground sample distance {gsd_m!r} m is outside 0 to 1000")
    ladder = {step.object.name: step for step in object_ladder(gsd_m)}
    about = f"Outlines of a ship, an airliner and a lorry, and the pixels of {gsd_m:g} m that would hold them."
    drawing = Drawing(
        _WIDTH, _HEIGHT, title=f"Schematic pixel grid, {gsd_m:g} m", description=about, prefix="pixel-grid"
    )
    drawing.element("rect", "page", x=0, y=0, width=_WIDTH, height=_HEIGHT)
    drawing.text(
        _SIDE, 40, f"Pixels of {gsd_m:g} m on the ground" + (f": {title}" if title else ""), size=25, bold=True
    )
    drawing.text(
        _SIDE, 70, "SCHEMATIC, NOT A PHOTOGRAPH: invented outlines, no place, each at its own scale, no blur.", size=17
    )
    room = (_WIDTH - 2 * _SIDE) / len(_PANELS)
    for place, (name, outline, heading) in enumerate(_PANELS):
        step = ladder[name]
        x = _SIDE + place * room
        length, width = step.object.length_m, step.object.width_m
        _panel(drawing, x, room - 26.0, np.array(outline) * [width, length], gsd_m)
        drawing.text(x, _HEIGHT - _BOTTOM + 34, heading, size=18, bold=True)
        count = f"{step.pixels_long:.3g} x {step.pixels_wide:.2g} pixels"
        drawing.text(x, _HEIGHT - _BOTTOM + 60, count, size=16, name="soft")
        drawing.text(x, _HEIGHT - _BOTTOM + 83, step.words, size=16)
    foot = "Words: half of observers, Johnson (1958). Bongsu" + (f"; {source}" if source else "")
    drawing.text(_SIDE, _HEIGHT - 10, foot, size=13, name="soft")
    return drawing.render()


def _panel(drawing: Drawing, left: float, room: float, outline: Outline, gsd_m: float) -> None:
    """One object twice at the same scale: its outline, and the pixels that it fills."""
    half = (room - 18.0) / 2.0
    height = _HEIGHT - _TOP - _BOTTOM
    size = outline.max(axis=0)
    pad = max(gsd_m, 0.08 * float(size.max()))
    span = np.maximum(size + 2 * pad, [float(size.max()) * 0.5, 0.0])
    scale = min(half / float(span[0]), height / float(span[1]))
    frame = span * scale
    top = _TOP + (height - float(frame[1])) / 2.0
    corner = (span - size) / 2.0
    shape = outline + corner
    for number in range(2):
        x = left + number * (half + 18.0) + (half - float(frame[0])) / 2.0
        drawing.element("rect", "panel", x=round(x, 1), y=round(top, 1), width=float(frame[0]), height=float(frame[1]))
        if number == 0:
            points = " ".join(f"{x + px * scale:.1f},{top + py * scale:.1f}" for px, py in shape.tolist())
            drawing.element("polygon", "lead", points=points, stroke_width=2)
        else:
            _pixels(drawing, x, top, span, shape, gsd_m, scale)
        drawing.element(
            "rect",
            "frame",
            x=round(x, 1),
            y=round(top, 1),
            width=float(frame[0]),
            height=float(frame[1]),
            stroke_width=1,
        )


def _pixels(
    drawing: Drawing, left: float, top: float, span: Outline, shape: Outline, gsd_m: float, scale: float
) -> None:
    columns, rows = (max(1, int(np.ceil(float(value) / gsd_m))) for value in span)
    if columns * rows > _FINEST_CELLS:
        points = " ".join(f"{left + px * scale:.1f},{top + py * scale:.1f}" for px, py in shape.tolist())
        drawing.element("polygon", "soft", points=points)
        drawing.text(left + 6, top + 18, "pixels too fine to draw", size=12, name="label-soft", halo=3)
        return
    grid = _covered(shape, columns, rows, gsd_m)
    cell = gsd_m * scale
    right, bottom = left + float(span[0]) * scale, top + float(span[1]) * scale
    parts = []
    for row, column in zip(*np.nonzero(grid > 0.02), strict=True):
        x, y = left + column * cell, top + row * cell
        width, height = min(cell, right - x), min(cell, bottom - y)
        if width > 0.0 and height > 0.0:
            parts.append(
                markup(
                    "rect", "soft", x=round(x, 2), y=round(y, 2), width=round(width, 2), height=round(height, 2),
                    fill_opacity=round(float(grid[row, column]), 2),
                )
            )  # fmt: skip
    drawing.raw("".join(parts))
    if cell >= 5.0:
        for column in range(1, columns):
            x = left + column * cell
            if x < right:
                drawing.element("path", "rule", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}", stroke_width=0.6)
        for row in range(1, rows):
            y = top + row * cell
            if y < bottom:
                drawing.element("path", "rule", d=f"M{left:.1f} {y:.1f}H{right:.1f}", stroke_width=0.6)


def _covered(shape: Outline, columns: int, rows: int, gsd_m: float) -> NDArray[np.float64]:
    """Share of every pixel that lies within the outline, shape (rows, columns), by even-odd counting of points."""
    step = gsd_m / _SUBSAMPLES
    x = (np.arange(columns * _SUBSAMPLES) + 0.5) * step
    y = (np.arange(rows * _SUBSAMPLES) + 0.5) * step
    inside = np.zeros((y.size, x.size), dtype=bool)
    for (x1, y1), (x2, y2) in zip(shape, np.roll(shape, -1, axis=0), strict=True):
        if y1 == y2:
            continue
        crosses = (y1 <= y) != (y2 <= y)
        at = x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        inside ^= crosses[:, None] & (x[None, :] < at[:, None])
    shares: NDArray[np.float64] = inside.reshape(rows, _SUBSAMPLES, columns, _SUBSAMPLES).mean(axis=(1, 3))
    return shares
