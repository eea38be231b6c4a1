"""What stands on a map: notified areas, tracks and points, and the labels they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bongsu.reports.labels import Label, Obstacles
from bongsu.reports.map_view import View, finite
from bongsu.reports.projection import circle, mean_direction, simplify
from bongsu.reports.spoken import t
from bongsu.reports.svg import Drawing, fit, join, markup, path_data, wrap
from bongsu.wording import joined, phrase

if TYPE_CHECKING:
    from bongsu.cases import Assessment, MapArea, MapPoint, MapRegion, MapTrack

__all__ = [
    "APPROXIMATE",
    "DASHES",
    "DISTANCES_ONLY",
    "KINDS",
    "TRACK_WIDTH",
    "draw_content",
    "draw_symbol",
    "group_marks",
]

Points = NDArray[np.float64]

DISTANCES_ONLY = "published distances only"  # why an area is approximate, where its remark does not say
APPROXIMATE = f"approximate: {DISTANCES_ONLY}"
KINDS = {
    "site": "launch site",
    "control": "control centre",
    "fall": "reported fall",
    "claim": "place claimed to be seen",
    "direct": "direct ascent",
    "notified": "track the areas suggest",
    "orbit": "first orbit",
    "ascent": "flight as modelled",
    "path": "way of a falling part",
    "line": "line in the notice",
    "place": "place in the notice",
    "drop": "fall of a part, as modelled",
    "own": "place asked about",
    "satellite": "the satellite",
    "pass": "ground track of a pass",
    "track": "ground track",
    "horizon": "where it stands on the horizon",
}
DASHES = {
    "direct": None, "notified": "12 7", "orbit": "2 6", "ascent": None, "path": "7 5", "line": "16 6 2 6", "pass": None,
    "track": None, "horizon": "3 6",
}  # fmt: skip
TRACK_WIDTH = {
    "direct": 3.4, "notified": 3.4, "orbit": 2.8, "ascent": 5.0, "path": 2.2, "line": 3.0, "pass": 2.4, "track": 2.8,
    "horizon": 2.4,
}  # fmt: skip
_WITH_ARROW = ("direct", "notified", "orbit", "ascent", "pass", "track")  # a cable or a limit has no direction


def _draw_area(drawing: Drawing, view: View, area: MapArea, number: int) -> tuple[Points, float] | None:
    """One notified area; returns its middle in the picture and its reach, or None out of sight."""
    u = view.unit
    ring = finite(area.ring)
    if len(ring) < 3:
        middle = mean_direction(*np.array(ring).T) if ring else None
        if middle is None:
            return None
        axes = circle(*middle, max(area.uncertainty_km, 10.0))
        ring = list(zip(*(axis.tolist() for axis in axes), strict=True))
    parts = view.ring(ring)
    words = phrase("Area {label}", label=area.label)
    if area.approximate:
        words += phrase(", approximate: {why}", why=area.remark or DISTANCES_ONLY)
    words += phrase(", ±{distance:.0f} km", distance=area.uncertainty_km) if area.uncertainty_km > 0 else ""
    words += joined("; ", ("", area.remark)) if area.remark and not area.approximate else ""
    inner = drawing.title(t(words))
    data = join(path_data(simplify(part, 0.1 * u), closed=True) for part in parts)
    found = None
    if parts:
        outline = parts[0]
        middle_xy = _middle(parts)
        reach = float(np.max(np.hypot(*(outline - middle_xy).T)))
        found = (middle_xy, reach)
        if area.approximate:
            key = f"{drawing.prefix}-soft-{number}"
            stops = "".join(
                markup("stop", "stop", offset=offset, stop_opacity=opacity)
                for offset, opacity in ((0.0, 0.62), (0.55, 0.42), (1.0, 0.06))
            )
            inner += (
                f'<radialGradient id="{key}" gradientUnits="userSpaceOnUse" cx="{middle_xy[0]:.1f}"'
                f' cy="{middle_xy[1]:.1f}" r="{max(reach, 0.1):.1f}">{stops}</radialGradient>'
            )
            inner += markup(
                "path", "area-soft", d=data, fill=f"url(#{key})", stroke_width=1.4 * u,
                stroke_dasharray=f"{3 * u:g} {5 * u:g}", stroke_opacity=0.75, fill_rule="evenodd",
            )  # fmt: skip
        else:
            inner += markup("path", "area", d=data, fill_opacity=0.28, stroke_width=2 * u, fill_rule="evenodd")
    drawing.raw(f'<g class="area" data-approximate="{"yes" if area.approximate else "no"}">{inner}</g>')
    return found


def _middle(parts: list[Points]) -> Points:
    """Where a shape is named: the middle of its outline's box, or where that is not inside it, a place that is."""
    outline = parts[0]
    middle: Points = (outline.min(axis=0) + outline.max(axis=0)) / 2.0
    import shapely  # noqa: PLC0415 - 0.1 s to import

    shape = shapely.make_valid(shapely.Polygon(outline))
    for part in parts[1:]:  # the even-odd rule
        shape = shape.symmetric_difference(shapely.make_valid(shapely.Polygon(part)))
    if shape.is_empty or shape.contains(shapely.Point(middle)):
        return middle
    inner = shapely.maximum_inscribed_circle(shape, tolerance=max(float(np.ptp(outline)) / 100.0, 0.1)).coords[0]
    return np.array(inner)


def _draw_region(drawing: Drawing, view: View, region: MapRegion) -> tuple[Points, float] | None:
    """One impact region: the least outline filled, the greatest thin; returns its middle in the picture and its reach."""
    u = view.unit
    held = ", ".join(f"{share:.0%}" for share, _ in region.outlines)
    words = phrase(
        "Impact region of {label}, as modelled ({shares} of the falls), {times}",
        label=region.label, shares=held, times=region.times,
    )  # fmt: skip
    inner = drawing.title(t(words))
    found = None
    for number, (share, ring) in enumerate(region.outlines):
        parts = view.ring(finite(ring))
        data = join(path_data(simplify(part, 0.1 * u), closed=True) for part in parts)
        if not data or (share not in (0.5, 0.9, 0.99) and 0 < number < len(region.outlines) - 1):
            continue
        if number == 0:
            inner += markup("path", "region", d=data, fill_opacity=0.3, stroke_width=1.2 * u)
        else:
            last = number == len(region.outlines) - 1
            dash = f"{2 * u:g} {4 * u:g}" if last else None
            inner += markup(
                "path", "region-line", d=data, stroke_width=(1.6 if last else 2.6) * u, stroke_dasharray=dash
            )
        if parts and (number == 0 or found is None):
            middle = (parts[0].min(axis=0) + parts[0].max(axis=0)) / 2.0
            found = (middle, float(np.max(np.hypot(*(parts[0] - middle).T))))
    drawing.raw(f'<g class="region">{inner}</g>')
    return found


def _region_label(view: View, region: MapRegion, found: tuple[Points, float]) -> Label:
    """Name and interval of a region."""
    u, (x, y) = view.unit, found[0]
    name = region.label.split(" (")[0]
    return Label(
        lines=(fit(name, 20 * u, 260 * u), region.times), anchors=((float(x), float(y)),), name="label-region", size=20 * u,
        bold=True, rank=2, gap=min(found[1], 60 * u) + 8 * u,
    )  # fmt: skip


def _draw_track(drawing: Drawing, view: View, track: MapTrack) -> list[Points]:
    """One ground track with an arrow at its visible end; returns its parts in the picture."""
    u = view.unit
    kind = track.kind if track.kind in DASHES else "orbit"
    parts = view.line(finite(track.points))
    data = join(path_data(simplify(part, 0.15 * u)) for part in parts)
    dash = DASHES[kind]
    scaled = " ".join(f"{float(number) * u:g}" for number in dash.split()) if dash else None
    inner = drawing.title(t(phrase("{kind}: {label}", kind=KINDS[kind], label=track.label)))
    width = TRACK_WIDTH[kind] * u
    if data:
        inner += markup("path", "casing", d=data, stroke_width=width + 3 * u, stroke_opacity=0.55)
        inner += markup(
            "path", kind, d=data, stroke_width=width, stroke_dasharray=scaled, stroke_linecap="round" if dash else None
        )
        inner += _arrow(view, parts, kind) if kind in _WITH_ARROW else ""
    drawing.raw(f'<g class="track" data-kind="{kind}">{inner}</g>')
    return parts


def _arrow(view: View, parts: list[Points], kind: str) -> str:
    """An arrow head where a track is last seen inside the frame."""
    u = view.unit
    inner = view.frame.grown(-14 * u)
    for part in reversed(parts):
        seen = np.flatnonzero(inner.holds(part[:, 0], part[:, 1]))
        seen = seen[seen > 0]
        if not seen.size:
            continue
        tip, before = part[seen[-1]], part[max(0, seen[-1] - 2)]
        along = (tip - before) / max(float(np.hypot(*(tip - before))), 1e-9)
        across = np.array([-along[1], along[0]])
        corners = np.array(
            [tip + along * 12 * u, tip - along * 5 * u + across * 8 * u, tip - along * 5 * u - across * 8 * u]
        )
        return markup("path", f"arrow-{kind}", d=path_data(corners, closed=True))
    return ""


def draw_symbol(kind: str, x: float, y: float, u: float) -> str:
    """A mark by shape, so that it reads without colour: triangle, square, cross, diamond or disc."""
    if kind == "site":
        d = f"M{x:.1f} {y - 13 * u:.1f}l{12 * u:.1f} {21 * u:.1f}h{-24 * u:.1f}z"
        return markup("path", "site", d=d, stroke_width=2 * u)
    if kind == "control":
        s = 7 * u
        return markup(
            "rect", "control", x=round(x - s, 1), y=round(y - s, 1), width=2 * s, height=2 * s, stroke_width=2.6 * u
        )
    if kind == "fall":
        r = 8.5 * u
        d = f"M{x - r:.1f} {y - r:.1f}l{2 * r:.1f} {2 * r:.1f}m0 {-2 * r:.1f}l{-2 * r:.1f} {2 * r:.1f}"
        return markup("path", "fall-case", d=d, stroke_width=8 * u) + markup("path", "fall", d=d, stroke_width=4 * u)
    if kind == "drop":
        r = 10.0 * u
        d = f"M{x - r:.1f} {y:.1f}h{2 * r:.1f}M{x:.1f} {y - r:.1f}v{2 * r:.1f}"
        return markup("path", "fall-case", d=d, stroke_width=8 * u) + markup("path", "drop", d=d, stroke_width=4 * u)
    if kind == "place":
        r = 9.5 * u
        d = f"M{x:.1f} {y - r:.1f}l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}z"
        return markup("path", "place", d=d, stroke_width=2.6 * u)
    return _round_mark(kind, x, y, u)


def _round_mark(kind: str, x: float, y: float, u: float) -> str:
    """A disc; of a satellite a ring about one."""
    if kind == "satellite":
        ring = markup("circle", "control", cx=round(x, 1), cy=round(y, 1), r=10.5 * u, stroke_width=2.6 * u)
        return ring + markup("circle", "site", cx=round(x, 1), cy=round(y, 1), r=5.0 * u, stroke_width=0.0)
    return markup("circle", "claim", cx=round(x, 1), cy=round(y, 1), r=7.5 * u, stroke_width=2.2 * u)


def _draw_point(drawing: Drawing, view: View, point: MapPoint) -> tuple[float, float] | None:
    """One point with its uncertainty; returns where it stands, or None out of sight."""
    u = view.unit
    kind = (
        point.kind
        if point.kind in ("site", "control", "fall", "claim", "place", "drop", "own", "satellite")
        else "claim"
    )
    words = phrase("{kind}: {label}", kind=KINDS[kind], label=point.label)
    inner = drawing.title(t(words + (joined("; ", ("", point.remark)) if point.remark else "")))
    seen = None
    if np.isfinite(point.latitude_deg) and np.isfinite(point.longitude_deg):
        x, y = view.at(point.latitude_deg, point.longitude_deg)
        if bool(view.frame.holds(x, y)):
            seen = (x, y)
            if point.radius_km > 0:
                ring = circle(point.latitude_deg, point.longitude_deg, point.radius_km)
                parts = view.ring(np.stack(ring, axis=1))
                data = join(path_data(part, closed=True) for part in parts)
                dash = f"{2 * u:g} {4 * u:g}"
                inner += markup("path", "spread", d=data, stroke_width=1.6 * u, stroke_dasharray=dash)
            inner += draw_symbol(kind, x, y, u)
    drawing.raw(f'<g class="point" data-kind="{kind}">{inner}</g>')
    return seen


def draw_content(drawing: Drawing, view: View, assessment: Assessment, clip: str, obstacles: Obstacles) -> list[Label]:
    """Areas, tracks and points; fills the obstacles and returns the labels they ask for."""
    u = view.unit
    labels: list[Label] = []
    drawing.raw(f'<g clip-path="url(#{clip})">')
    for track in assessment.tracks:
        parts = _draw_track(drawing, view, track)
        for part in parts:
            obstacles.add_line(part, 4 * u, 1.1, step=9 * u)
        anchors = _track_anchors(parts, view)
        if anchors and track.kind != "path":  # its region is named
            kind = track.kind if track.kind in DASHES else "orbit"
            labels.append(
                Label(
                    lines=tuple(wrap(track.label, 18 * u, 250 * u, lines=2)),
                    anchors=anchors,
                    name=f"label-{kind}",
                    size=18 * u,
                    gap=10 * u,
                    rank=4,
                )
            )
    for number, area in enumerate(assessment.areas):
        found = _draw_area(drawing, view, area, number)
        if found is None or not bool(view.frame.holds(*found[0])):
            continue
        (x, y), reach = found
        obstacles.add(x - reach * 0.7, y - reach * 0.7, x + reach * 0.7, y + reach * 0.7, 0.35)
        lines = [t(phrase("Area {label}", label=fit(area.label, 22 * u, 180 * u)))]
        if area.approximate:
            off = phrase(", ±{distance:.0f} km", distance=area.uncertainty_km) if area.uncertainty_km else ""
            lines.append(t(joined("", ("approximate", off))))
        labels.append(
            Label(lines=tuple(lines), anchors=((x, y),), name="label-area", size=22 * u, bold=True, rank=2,
                  gap=min(reach, 150 * u) + 8 * u, subdued=True)
        )  # fmt: skip
    for region in assessment.regions:
        spot_of = _draw_region(drawing, view, region)
        if spot_of is not None and bool(view.frame.holds(*spot_of[0])):
            (x, y), reach = spot_of
            obstacles.add(x - reach * 0.7, y - reach * 0.7, x + reach * 0.7, y + reach * 0.7, 0.35)
            labels.append(_region_label(view, region, spot_of))
    seen: list[tuple[str, str, float, float]] = []
    for point in sorted(assessment.points, key=lambda item: item.kind != "claim"):
        spot = _draw_point(drawing, view, point)
        if spot is not None:
            obstacles.add(spot[0] - 11 * u, spot[1] - 13 * u, spot[0] + 11 * u, spot[1] + 11 * u, 6.0)
            seen.append((point.kind, point.label, *spot))
    drawing.raw("</g>")
    return labels + [_point_label(kind, group, u) for kind, group in group_marks(seen, 30 * u)]


def group_marks(
    marks: list[tuple[str, str, float, float]], reach: float
) -> list[tuple[str, list[tuple[str, float, float]]]]:
    """Marks of one kind that crowd, each within ``reach`` of another of its group, to be named by one label.

    Only claims and a notice's places are grouped: sites and falls keep labels of their own unless they share one spot.
    """
    groups: list[tuple[str, list[tuple[str, float, float]]]] = []
    for kind, name, x, y in marks:
        limit = reach if kind in ("claim", "place", "own") else reach * 0.2
        near = [g for g in groups if g[0] == kind and any(np.hypot(x - a, y - b) <= limit for _, a, b in g[1])]
        merged = [(name, x, y)]
        for group in near:
            merged = group[1] + merged
            groups.remove(group)
        groups.append((kind, merged))
    return groups


def _point_label(kind: str, group: list[tuple[str, float, float]], u: float) -> Label:
    """The label of the points that share a spot."""
    size = 22 * u if kind == "site" else 17.5 * u
    lines = tuple(wrap(t(joined(", ", dict.fromkeys(label for label, _, _ in group))), size, 270 * u, lines=4))
    return Label(
        lines=lines,
        anchors=tuple(spot[1:] for spot in group),
        size=size,
        bold=kind == "site",
        gap=15 * u,
        name="label-claim" if kind in ("claim", "own") else "label",
        rank={"site": 1, "fall": 3, "control": 5}.get(kind, 6 + len(group)),
    )


def _track_anchors(parts: list[Points], view: View) -> tuple[tuple[float, float], ...]:
    """Places along a track where its name may stand, the middle of the lower half first."""
    inside = [part[view.frame.grown(-30 * view.unit).holds(part[:, 0], part[:, 1])] for part in parts]
    points = max(inside, key=len, default=np.empty((0, 2)))
    if len(points) < 2:
        return ()
    spots = [points[int(share * (len(points) - 1))] for share in (0.62, 0.74, 0.5, 0.86, 0.4, 0.96, 0.3, 0.2)]
    return tuple((float(x), float(y)) for x, y in spots)
