"""What a map is drawn on: the view, its coasts and graticule, scale bar and north mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bongsu.reports.labels import Obstacles
from bongsu.reports.projection import (
    RIM_KM,
    AzimuthalEquidistant,
    Frame,
    circle,
    clip_line,
    clip_ring,
    mean_direction,
    project_line,
    project_ring,
    simplify,
)
from bongsu.reports.svg import Drawing, join, path_data, text_width
from bongsu.reports.world import Lines, load_world

if TYPE_CHECKING:
    from bongsu.cases import Assessment

__all__ = [
    "View", "draw_base", "draw_scale_bar", "finite", "graticule_step", "inset_view", "label_graticule", "main_view",
]  # fmt: skip

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A projection laid onto a frame of the picture."""

    projection: AzimuthalEquidistant
    per_km: float  # picture units per km
    x: float  # where the projection's centre lies in the picture
    y: float
    frame: Frame
    unit: float  # 1.0 in a picture 1600 wide

    def place(self, points_km: Points) -> Points:
        """Picture coordinates of points in km east and north."""
        return np.stack([self.x + self.per_km * points_km[:, 0], self.y - self.per_km * points_km[:, 1]], axis=1)

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Picture coordinates of one point."""
        east, north = self.projection.forward(latitude, longitude)
        return self.x + self.per_km * float(east), self.y - self.per_km * float(north)

    def ring(self, ring_deg: Iterable[tuple[float, float]] | Points) -> list[Points]:
        """A ring in picture coordinates, cut to a little more than the frame."""
        parts = project_ring(self.projection, np.asarray(list(ring_deg), dtype=float))
        margin = self.frame.grown(12.0 * self.unit)
        return [cut for cut in (clip_ring(self.place(part), margin) for part in parts) if len(cut) > 2]

    def line(self, line_deg: Iterable[tuple[float, float]] | Points) -> list[Points]:
        """A line in picture coordinates, its parts near the frame."""
        parts = project_line(self.projection, np.asarray(list(line_deg), dtype=float))
        return [cut for part in parts for cut in clip_line(self.place(part), self.frame)]


def finite(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(lat, lon) for lat, lon in points if np.isfinite(lat) and np.isfinite(lon) and abs(lat) <= 90.0]


def _subject(assessment: Assessment) -> list[tuple[float, float]]:
    """The points that the main view must hold: areas, site, falls, places, a notice's lines, a horizon, else what there is."""
    points: list[tuple[float, float]] = []
    for area in assessment.areas:
        points += area.ring
    for point in assessment.points:
        if point.kind in ("site", "fall", "place", "drop", "own"):
            points.append((point.latitude_deg, point.longitude_deg))
            if point.radius_km > 0:
                ring = circle(point.latitude_deg, point.longitude_deg, point.radius_km, points=8)
                points += list(zip(*(axis.tolist() for axis in ring), strict=True))
    points += [pair for track in assessment.tracks if track.kind in ("line", "horizon") for pair in track.points]
    for region in assessment.regions:  # the outermost outline may be very long: the 90 % one is to be seen
        kept = [ring for share, ring in region.outlines if share <= 0.9] or [ring for _, ring in region.outlines]
        points += [pair for ring in kept[-1:] for pair in ring]
    if not finite(points):
        points = [(point.latitude_deg, point.longitude_deg) for point in assessment.points]
    if not finite(points):
        points = [pair for track in assessment.tracks for pair in track.points]
    return finite(points)


def main_view(assessment: Assessment, frame: Frame, unit: float) -> View:
    """The view that holds the subject, centred on it."""
    subject = np.array(_subject(assessment) or [(0.0, 0.0)])
    latitude, longitude = mean_direction(subject[:, 0], subject[:, 1])
    for _ in range(4):
        projection = AzimuthalEquidistant(latitude_deg=latitude, longitude_deg=longitude)
        east, north = projection.forward(subject[:, 0], subject[:, 1])
        middle = (float(east.max() + east.min()) / 2.0, float(north.max() + north.min()) / 2.0)
        if max(float(np.ptp(east)), float(np.ptp(north))) > 0.9 * RIM_KM:
            break  # most of a hemisphere: recentring would chase its own distortion
        to_lat, to_lon = projection.inverse(*middle)
        latitude, longitude = float(to_lat), float(to_lon)
    projection = AzimuthalEquidistant(latitude_deg=latitude, longitude_deg=longitude)
    east, north = projection.forward(subject[:, 0], subject[:, 1])
    half_wide = max(600.0, float(np.abs(east).max()) * 1.16)
    half_high = max(600.0, float(np.abs(north).max()) * 1.16)
    per_km = min(frame.width / 2.0 / half_wide, frame.height / 2.0 / half_high)
    per_km = max(per_km, min(frame.width, frame.height) / 2.0 / (RIM_KM * 1.02))
    return View(
        projection=projection,
        per_km=per_km,
        x=(frame.left + frame.right) / 2.0,
        y=(frame.top + frame.bottom) / 2.0,
        frame=frame,
        unit=unit,
    )


def inset_view(main: View, assessment: Assessment, frame: Frame, unit: float) -> View:
    """The whole Earth, or as much as holds every point, about the same centre as the main view."""
    farthest = 9_000.0
    for point in assessment.points:
        east, north = main.projection.forward(point.latitude_deg, point.longitude_deg)
        farthest = max(farthest, float(np.hypot(east, north)) * 1.08)
    radius = min(farthest, RIM_KM)
    half = min(frame.width, frame.height) / 2.0
    return View(
        projection=main.projection,
        per_km=half / radius,
        x=(frame.left + frame.right) / 2.0,
        y=(frame.top + frame.bottom) / 2.0,
        frame=frame,
        unit=unit,
    )


def _pieces(lines: Lines, view: View, tolerance: float, *, closed: bool) -> str:
    """Path data of all land outlines or borders that reach the frame."""
    east, north = view.projection.forward(lines.latitude_deg, lines.longitude_deg)
    points = view.place(np.stack([east, north], axis=1))
    margin = view.frame.grown(6.0 * view.unit)
    begin = lines.start[:-1]
    low, high = np.minimum.reduceat(points, begin), np.maximum.reduceat(points, begin)
    far = np.maximum.reduceat(np.hypot(east, north), begin) > 0.8 * RIM_KM
    reaches = (
        (high[:, 0] >= margin.left)
        & (low[:, 0] <= margin.right)
        & (high[:, 1] >= margin.top)
        & (low[:, 1] <= margin.bottom)
    )
    large = np.max(high - low, axis=1) >= 1.6 * view.unit
    out = []
    for i in np.flatnonzero((reaches & large) | far):
        span = slice(int(lines.start[i]), int(lines.start[i + 1]))
        if far[i]:
            given = np.stack([lines.latitude_deg[span], lines.longitude_deg[span]], axis=1)
            parts = view.ring(given) if closed else view.line(given)
        elif closed:
            parts = [clip_ring(points[span], margin)]
        else:
            parts = clip_line(points[span], margin)
        out += [path_data(simplify(part, tolerance), closed=closed) for part in parts if len(part) > 1]
    return join(out)


def graticule_step(view: View) -> int:
    """Degrees between lines, so that five to ten cross the frame."""
    span = max(view.frame.width, view.frame.height) / view.per_km / 111.2
    return next((step for step in (1, 2, 5, 10, 15, 30) if span / step <= 10.0), 30)


def _graticule(view: View, step: int) -> tuple[str, list[tuple[str, Points]]]:
    """Path data of the graticule, and its lines by name for labelling."""
    named: list[tuple[str, Points]] = []
    out = []
    fine = np.linspace(-90.0, 90.0, 91)
    for longitude in range(-180, 180, step):
        stop = 90.0 if longitude % 90 == 0 else 90.0 - step
        line = np.stack([np.clip(fine, -stop, stop), np.full(fine.shape, float(longitude))], axis=1)
        name = f"{abs(longitude)}°" + ("" if longitude in (0, -180) else "E" if longitude > 0 else "W")
        named += [(name, part) for part in view.line(line)]
    around = np.linspace(-180.0, 180.0, 181)
    for latitude in range(-90 + step, 90, step):
        line = np.stack([np.full(around.shape, float(latitude)), around], axis=1)
        name = f"{abs(latitude)}°" + ("" if latitude == 0 else "N" if latitude > 0 else "S")
        named += [(name, part) for part in view.line(line)]
    for _, part in named:
        out.append(path_data(simplify(part, 0.15 * view.unit)))
    return join(out), named


def draw_base(drawing: Drawing, view: View, clip: str, *, step: int, borders: bool = True) -> list[tuple[str, Points]]:
    """Sea, graticule, land and borders inside a clipping shape; returns the graticule's lines."""
    world, u = load_world(), view.unit
    rim = view.per_km * RIM_KM
    if rim < np.hypot(view.frame.width, view.frame.height):
        drawing.element(
            "circle", "sea", cx=round(view.x, 1), cy=round(view.y, 1), r=round(rim, 1), clip_path=f"url(#{clip})"
        )
    else:
        drawing.element(
            "rect",
            "sea",
            x=view.frame.left,
            y=view.frame.top,
            width=view.frame.width,
            height=view.frame.height,
            clip_path=f"url(#{clip})",
        )
    lines, named = _graticule(view, step)
    land = _pieces(world.land, view, 0.45 * u, closed=True)
    drawing.raw(f'<g clip-path="url(#{clip})" stroke-linejoin="round">')
    drawing.element("path", "grid", d=lines, stroke_width=1.2 * u)
    drawing.element("path", "land", d=land, fill_rule="evenodd", stroke_width=1.1 * u)
    if borders:
        border = _pieces(world.border, view, 0.45 * u, closed=False)
        drawing.element("path", "border", d=border, stroke_width=1.3 * u, stroke_dasharray=f"{5 * u:g} {2.5 * u:g}")
    drawing.raw("</g>")
    return named


def _crossing(line: Points, axis: int, value: float) -> list[float]:
    """Where a line crosses a vertical (axis 0) or horizontal (axis 1) edge: the other coordinate."""
    a, b = line[:-1], line[1:]
    hit = np.flatnonzero((a[:, axis] - value) * (b[:, axis] - value) < 0.0)
    share = (value - a[hit, axis]) / (b[hit, axis] - a[hit, axis])
    other = 1 - axis
    return [float(number) for number in a[hit, other] + share * (b[hit, other] - a[hit, other])]


def label_graticule(drawing: Drawing, view: View, named: Sequence[tuple[str, Points]], obstacles: Obstacles) -> None:
    """Degrees of parallels along the left edge and of meridians along the bottom one, where there is room."""
    u, size = view.unit, 16.0 * view.unit
    frame = view.frame
    for name, line in named:
        parallel = name[-1] in "NS" or name == "0°"
        where = _crossing(line, 0, frame.left) if parallel else _crossing(line, 1, frame.bottom)
        for spot in where[:1]:
            width = text_width(name, size)
            if parallel:
                box = (frame.left + 7 * u, spot - size * 1.15, frame.left + 7 * u + width, spot - 1 * u)
            else:
                box = (spot + 5 * u, frame.bottom - size - 7 * u, spot + 5 * u + width, frame.bottom - 5 * u)
            row = np.array([box])
            if frame.holds(row[0, [0, 2]], row[0, [1, 3]]).all() and obstacles.cost(row)[0] == 0.0:
                drawing.text(box[0], box[3] - 2 * u, name, size=size, name="label-soft", halo=3 * u)
                obstacles.add(*box, 3.0)


def draw_scale_bar(drawing: Drawing, view: View, obstacles: Obstacles) -> None:
    """A bar of a round length, true at the centre and along every direction from it, and a north mark."""
    u, frame = view.unit, view.frame
    most = frame.width * 0.24 / view.per_km
    length = max(
        (digit * 10.0**power for power in range(5) for digit in (1, 2, 5) if digit * 10.0**power <= most), default=1.0
    )
    size, long = 17.0 * u, length * view.per_km
    words = f"{length:,.0f} km"
    wide = max(long, text_width(words, size)) + 92 * u
    left, top = frame.left + 16 * u, frame.top + 16 * u
    drawing.element("rect", "box", x=left, y=top, width=wide, height=62 * u, rx=6 * u, opacity=0.86)
    obstacles.add(left, top, left + wide, top + 62 * u, 9.0)
    x, y = left + 70 * u, top + 44 * u
    drawing.element(
        "path", "axis", d=f"M{x:.1f} {y - 7 * u:.1f}v{7 * u:.1f}h{long:.1f}v{-7 * u:.1f}", stroke_width=2 * u
    )
    drawing.text(x, top + 27 * u, words, size=size)
    nx, ny = left + 32 * u, top + 10 * u
    arrow = f"M{nx:.1f} {ny:.1f}l{8 * u:.1f} {24 * u:.1f}l{-8 * u:.1f} {-6 * u:.1f}l{-8 * u:.1f} {6 * u:.1f}z"
    drawing.element("path", "ink", d=arrow)
    drawing.text(nx, top + 53 * u, "N", size=16 * u, bold=True, anchor="middle")
