"""The map of an assessment as one SVG picture that stays honest when cut out of its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from bongsu.reports.labels import Label, Obstacles, draw_labels
from bongsu.reports.map_marks import DASHES, DISTANCES_ONLY, KINDS, TRACK_WIDTH, draw_content, draw_symbol, group_marks
from bongsu.reports.map_view import (
    View,
    draw_base,
    draw_scale_bar,
    finite,
    graticule_step,
    inset_view,
    label_graticule,
    main_view,
)
from bongsu.reports.moments import day_text
from bongsu.reports.projection import Frame, mean_direction
from bongsu.reports.sources import cited
from bongsu.reports.spoken import spoken_in, t
from bongsu.reports.svg import Drawing, clean, fit, markup, path_data, text_width, wrap
from bongsu.wording import joined, phrase

if TYPE_CHECKING:
    from bongsu.cases import Assessment

__all__ = ["has_map", "map_description", "map_svg"]

NO_OPINION = "Borders are drawn as Natural Earth has them; no opinion on any of them is expressed."


def has_map(assessment: Assessment) -> bool:
    """Whether the assessment has anything to put on a map."""
    return bool(assessment.points or assessment.areas or assessment.tracks or assessment.regions)


def _draw_legend(drawing: Drawing, assessment: Assessment, frame: Frame, u: float) -> float:
    """What the marks mean, for those in use; returns where it ends."""
    size, row = 18.5 * u, (29 if assessment.regions else 33) * u  # regions add lines
    y = frame.top + 20 * u
    drawing.text(frame.left, y, t("Legend"), size=20 * u, bold=True)
    y += row
    x = frame.left + 18 * u
    text_x, room = frame.left + 54 * u, frame.width - 54 * u
    soft = any(area.approximate for area in assessment.areas)
    if assessment.areas:
        if soft:
            drawing.element("circle", "area", cx=x, cy=y - 6 * u, r=13 * u, fill_opacity=0.34, stroke_width=1.4 * u,
                            stroke_dasharray=f"{3 * u:g} {5 * u:g}")  # fmt: skip
            why = dict.fromkeys(area.remark or t(DISTANCES_ONLY) for area in assessment.areas if area.approximate)
            drawing.text(text_x, y, t("notified area, approximate:"), size=size)
            drawing.text(text_x, y + row * 0.74, fit(t(joined("; ", why)), size, room), size=size)
            y += row * 1.74
        if any(not area.approximate for area in assessment.areas):
            drawing.element("rect", "area", x=x - 13 * u, y=y - 16 * u, width=26 * u, height=20 * u, fill_opacity=0.28,
                            stroke_width=2 * u)  # fmt: skip
            drawing.text(text_x, y, t("notified area, as published"), size=size)
            y += row
    if assessment.regions:
        y = _region_legend(drawing, assessment, x, text_x, y, room, u)
    for kind, dash in DASHES.items():
        if any(track.kind == kind for track in assessment.tracks):
            scaled = " ".join(f"{float(part) * u:g}" for part in dash.split()) if dash else None
            drawing.element("path", kind, d=f"M{x - 18 * u:.1f} {y - 6 * u:.1f}h{44 * u:.1f}", stroke_dasharray=scaled,
                            stroke_width=TRACK_WIDTH[kind] * u, stroke_linecap="round" if dash else None)  # fmt: skip
            drawing.text(text_x, y, t(KINDS[kind]), size=size)
            y += row
    for kind in ("site", "control", "fall", "claim", "place", "drop", "own", "satellite"):
        if any(point.kind == kind for point in assessment.points):
            drawing.raw(draw_symbol(kind, x, y - 6 * u, u))
            drawing.text(text_x, y, fit(t(KINDS[kind]), size, room), size=size)
            y += row
    if any(point.radius_km > 0 for point in assessment.points):
        drawing.element("circle", "spread", cx=x, cy=y - 6 * u, r=11 * u, stroke_width=1.6 * u,
                        stroke_dasharray=f"{2 * u:g} {4 * u:g}")  # fmt: skip
        drawing.text(text_x, y, fit(t("how uncertain a place is"), size, room), size=size)
        y += row
    return y


def _region_legend(
    drawing: Drawing, assessment: Assessment, x: float, text_x: float, y: float, room: float, u: float
) -> float:
    """What the outlines of impact regions hold; returns where it ends."""
    size, row = 18.5 * u, 29 * u
    drawing.element("ellipse", "region-line", cx=x, cy=y - 6 * u, rx=21 * u, ry=14 * u, stroke_width=1.6 * u,
                    stroke_dasharray=f"{2 * u:g} {4 * u:g}")  # fmt: skip
    drawing.element("ellipse", "region-line", cx=x, cy=y - 6 * u, rx=16 * u, ry=10 * u, stroke_width=2.6 * u)
    drawing.element(
        "ellipse", "region", cx=x, cy=y - 6 * u, rx=9 * u, ry=5.5 * u, fill_opacity=0.3, stroke_width=1.2 * u
    )
    shares = [f"{share:.0%}" for share, _ in assessment.regions[0].outlines if share in (0.5, 0.9, 0.99)]
    drawing.text(text_x, y, fit(t("impact region, as modelled:"), size, room), size=size)
    held = t(phrase("{shares} of the falls inside", shares=", ".join(shares)))
    drawing.text(text_x, y + row * 0.74, fit(held, size, room), size=size)
    return y + row * 1.74


def _notes_height(notes: Sequence[str], frame: Frame, u: float) -> float:
    """What :func:`_draw_notes` would need."""
    rows = sum(len(wrap(note, 18.5 * u, frame.width, lines=4)) for note in notes)
    return (rows * 25 + len(notes) * 5 + 18) * u


def _draw_notes(drawing: Drawing, notes: Sequence[str], frame: Frame, y: float, end: float, u: float) -> float:
    """Lines under the legend, wrapped; returns where they end."""
    size, row = 18.5 * u, 25 * u
    for index, note in enumerate(notes):
        y += 14 * u if index <= 1 else 5 * u
        for line in wrap(note, size, frame.width, lines=4):
            if y + row > end:
                return y
            y += row
            drawing.text(frame.left, y - 6 * u, line, size=20 * u if index == 0 else size, bold=index == 0)
    return y


def _draw_inset(drawing: Drawing, main: View, assessment: Assessment, frame: Frame, u: float) -> None:
    """The wider view: every place, the whole first orbit, and a box around the main view."""
    side = min(frame.width, frame.height)
    middle = (frame.left + frame.right) / 2.0
    square = Frame(left=middle - side / 2, top=frame.top, right=middle + side / 2, bottom=frame.top + side)
    view = inset_view(main, assessment, square, u)
    clip = f"{drawing.prefix}-disc"
    radius = side / 2.0
    disc = markup("circle", "clip", cx=round(view.x, 1), cy=round(view.y, 1), r=round(radius, 1))
    drawing.raw(f'<clipPath id="{clip}">{disc}</clipPath><g class="inset">')
    draw_base(drawing, view, clip, step=30, borders=False)
    corners = main.frame
    box = np.array([
        [corners.left, corners.top], [corners.right, corners.top], [corners.right, corners.bottom],
        [corners.left, corners.bottom], [corners.left, corners.top],
    ])  # fmt: skip
    inside = (box - [main.x, main.y]) / main.per_km * view.per_km + [view.x, view.y]
    obstacles = Obstacles()
    drawing.raw(f'<g clip-path="url(#{clip})">')
    for track in assessment.tracks:
        if track.kind in ("orbit", "pass", "track"):
            for part in view.line(finite(track.points)):
                obstacles.add_line(part, 3 * u, 1.0)
                drawing.element("path", track.kind, d=path_data(part), stroke_width=2.2 * u,
                                stroke_dasharray=f"{2 * u:g} {5 * u:g}", stroke_linecap="round")  # fmt: skip
    drawing.element("path", "frame", d=path_data(inside), stroke_width=2 * u)
    obstacles.add_line(inside, 2 * u, 1.0)
    marks: list[tuple[str, str, float, float]] = []
    for point in assessment.points:
        if not (np.isfinite(point.latitude_deg) and np.isfinite(point.longitude_deg)):
            continue
        x, y = view.at(point.latitude_deg, point.longitude_deg)
        if not bool(main.frame.holds(*main.at(point.latitude_deg, point.longitude_deg))):
            drawing.raw(draw_symbol(point.kind, x, y, u * 0.85))
            obstacles.add(x - 9 * u, y - 9 * u, x + 9 * u, y + 9 * u, 6.0)
            marks.append((point.kind, point.label, x, y))
        elif point.kind == "site":
            drawing.raw(draw_symbol("site", x, y, u * 0.6))
            obstacles.add(x - 8 * u, y - 8 * u, x + 8 * u, y + 8 * u, 6.0)
    drawing.raw("</g>")
    drawing.element(
        "circle", "frame", cx=round(view.x, 1), cy=round(view.y, 1), r=round(radius, 1), stroke_width=1.5 * u
    )
    boundary = view.place(np.stack([np.sin(np.linspace(0, 6.2832, 200)), np.cos(np.linspace(0, 6.2832, 200))], axis=1))
    scaled = (boundary - [view.x, view.y]) / view.per_km * radius + [view.x, view.y]
    obstacles.add_line(scaled, 2 * u, 0.5)
    draw_labels(
        drawing,
        [
            Label(
                lines=tuple(wrap(t(joined(", ", dict.fromkeys(name for name, _, _ in group))), 17 * u, side * 0.62, lines=3)),
                anchors=tuple(spot[1:] for spot in group),
                name="label-claim",
                size=17 * u,
                gap=13 * u,
            )
            for _, group in group_marks(marks, 26 * u)
        ],
        obstacles,
        Frame(left=frame.left - 6 * u, top=square.top, right=frame.right + 6 * u, bottom=square.bottom),
    )  # fmt: skip
    drawing.raw("</g>")


def _heading(assessment: Assessment) -> str:
    return assessment.case.case.title or assessment.case.case.name


def _stamp(assessment: Assessment) -> str:
    made = phrase("assessed {day} · Bongsu {version}", day=day_text(assessment.at, "D M Y"), version=assessment.version)
    hashed = phrase(" · input {sha256}", sha256=assessment.sha256[:12]) if assessment.sha256 else ""
    return t(made) + t(hashed)


def _credit(assessment: Assessment, view: View) -> str:
    """The line that goes with the picture wherever it goes."""
    publishers = list(dict.fromkeys(clean(entry.publisher) for entry in cited(assessment)))
    named = joined("; ", publishers[:5])
    if len(publishers) > 5:
        named = phrase("{named} and {count} more", named=named, count=len(publishers) - 5)
    lat, lon = view.projection.latitude_deg, view.projection.longitude_deg
    centre = f"{abs(lat):.1f}°{'N' if lat >= 0 else 'S'} {abs(lon):.1f}°{'E' if lon >= 0 else 'W'}"
    parts = [phrase("Sources: {named}.", named=named)] if publishers else []
    parts += [phrase("Coasts: Natural Earth, public domain. Azimuthal equidistant about {centre}.", centre=centre)]
    return " ".join(t(part) for part in (*parts, NO_OPINION, "Public sources only; not an official warning."))


def _spread(uncertainty_km: float) -> str:
    return phrase(", ±{distance:.0f} km", distance=uncertainty_km) if uncertainty_km > 0.0 else ""


def map_description(assessment: Assessment) -> str:
    """The map in words: what is drawn, for those who cannot see it."""

    def spot(latitude: float, longitude: float) -> str:
        return (
            f"{abs(latitude):.1f}°{'N' if latitude >= 0 else 'S'} {abs(longitude):.1f}°{'E' if longitude >= 0 else 'W'}"
        )

    parts = []
    for area in assessment.areas:
        ring = finite(area.ring)
        where = spot(*mean_direction(*np.array(ring).T)) if ring else "place unknown"
        rough = phrase(
            " (approximate: {why}{spread})", why=area.remark or DISTANCES_ONLY, spread=_spread(area.uncertainty_km)
        )
        said = phrase("notified area {label} about {where}", label=area.label, where=where)
        parts.append(said + (rough if area.approximate else ""))
    parts += [
        phrase("impact region of {label}, {times}", label=region.label, times=region.times)
        for region in assessment.regions
    ]
    for point in assessment.points:
        kind = KINDS.get(point.kind, point.kind)
        ring_text = phrase(", within {radius:.0f} km", radius=point.radius_km) if point.radius_km > 0 else ""
        where = joined("", (spot(point.latitude_deg, point.longitude_deg), ring_text))
        parts.append(phrase("{kind} {label} at {where}", kind=kind, label=point.label, where=where))
    parts += [
        phrase("{kind} ({label})", kind=KINDS.get(track.kind, "track"), label=track.label)
        for track in assessment.tracks
    ]
    if not parts:
        return t("Map without any marked place.")
    return t(phrase("Map showing {parts}.", parts=joined("; ", parts)))


def map_svg(
    assessment: Assessment,
    *,
    width: float = 1600,
    height: float | None = None,
    prefix: str = "map",
    notes: Sequence[str] = (),
    language: str | None = None,
) -> str:
    """The map of an assessment: an SVG document with legend, scale, sources and date inside the picture.

    Parameters
    ----------
    assessment : Assessment
        Its ``areas``, ``tracks`` and ``points`` are drawn, each as one ``<g>`` of class area, track or point.
    width, height : float
        Size of the picture in its own units; text keeps its share of the width. Below 1000 wide the
        legend and the wider view stand under the map, for a narrow screen. The height follows unless given.
    prefix : str
        Start of the picture's identifiers; differs between pictures on one page.
    notes : sequence of str
        Lines under the legend, the first in bold; as many as there is room for. Those of the extra ``map_notes`` else.

    language : str, optional
        One of :data:`bongsu.wording.LANGUAGES`: the answer is put in it. Else the answer is drawn as it is.

    Notes
    -----
    Azimuthal equidistant about the areas, site, falls and planned tracks: distances from the centre are
    true to 0.6 per cent (sphere). Every place is also in the wider view. Coasts: Natural Earth 1:50 million.
    """
    if language is not None:
        from bongsu.cases import answer_in  # noqa: PLC0415 - the room is loaded when there is an assessment

        with spoken_in(language):
            said = [t(note) for note in notes]
            return map_svg(answer_in(assessment, language), width=width, height=height, prefix=prefix, notes=said)
    notes = notes or assessment.extras.get("map_notes", ())
    narrow = width < 1000
    u = width / (720.0 if narrow else 1600.0)
    edge = 18 * u
    heading = wrap(_heading(assessment), 29 * u, width - 2 * edge, lines=2) if narrow else [_heading(assessment)]
    head = (56 + 36 * len(heading) if narrow else 60) * u
    lower = 420 * u if narrow else 0.0
    body = 560 * u if narrow else 850 * u
    guess = main_view(assessment, Frame(left=0.0, top=0.0, right=width, bottom=body), u)
    credit = wrap(_credit(assessment, guess), 15.5 * u, width - 2 * edge, lines=8)
    foot = (22 * len(credit) + 20) * u
    if height is None:
        height = head + foot + lower + (760 if narrow else 900) * u
    end = max(height - foot - lower, head + 100 * u)  # of the main view; a picture too low for it overflows below
    if narrow:
        frame = Frame(left=edge, top=head, right=width - edge, bottom=end)
        legend = Frame(left=edge, top=end + 14 * u, right=edge + 330 * u, bottom=end + lower)
        inset = Frame(left=edge + 345 * u, top=end + 46 * u, right=width - edge, bottom=end + lower - 16 * u)
    else:
        side = width - 432 * u
        frame = Frame(left=edge, top=head, right=side, bottom=end)
        legend = Frame(left=side + 22 * u, top=head, right=width - edge, bottom=end)
        inset = Frame(left=side + 22 * u, top=end - 392 * u, right=width - edge, bottom=end)
    view = main_view(assessment, frame, u)
    drawing = Drawing(
        width,
        height,
        title=t(phrase("Map: {heading}", heading=_heading(assessment))),
        description=map_description(assessment),
        prefix=prefix,
    )
    drawing.element("rect", "page", x=0, y=0, width=width, height=height)
    _draw_head(drawing, heading, _stamp(assessment), width, edge, u)
    _draw_main(drawing, view, assessment, u)
    below = _draw_legend(drawing, assessment, legend, u)
    # where parts fall must stand whole: it goes before the wider view
    whole = narrow or (assessment.regions and below + _notes_height(notes, legend, u) > inset.top - 60 * u)
    below = _draw_notes(drawing, notes, legend, below, legend.bottom if whole else inset.top - 60 * u, u) + 52 * u
    if narrow or below <= inset.top:
        drawing.text(inset.left, inset.top - 18 * u, t("The wider view"), size=20 * u, bold=True)
        _draw_inset(drawing, view, assessment, inset, u)
    for row, line in enumerate(credit):
        drawing.text(edge, height - foot + (26 + 22 * row) * u, line, size=15.5 * u, name="soft")
    return drawing.render()


def _draw_main(drawing: Drawing, view: View, assessment: Assessment, u: float) -> None:
    """The main view with everything in it."""
    frame, clip = view.frame, f"{drawing.prefix}-frame"
    sides: dict[str, Any] = {"x": frame.left, "y": frame.top, "width": frame.width, "height": frame.height}
    drawing.raw(f'<clipPath id="{clip}">{markup("rect", "clip", **sides)}</clipPath>')
    named = draw_base(drawing, view, clip, step=graticule_step(view))
    obstacles = Obstacles()
    labels = draw_content(drawing, view, assessment, clip, obstacles)
    draw_scale_bar(drawing, view, obstacles)
    draw_labels(drawing, labels, obstacles, frame)
    label_graticule(drawing, view, named, obstacles)
    drawing.element("rect", "frame", **sides, stroke_width=1.5 * u)


def _draw_head(drawing: Drawing, heading: list[str], stamp: str, width: float, edge: float, u: float) -> None:
    """Title, and the date of assessment, inside the picture: beside each other where the picture is wide."""
    size = 17 * u
    if width < 1000:
        for row, line in enumerate(heading):
            drawing.text(edge, (39 + 36 * row) * u, line, size=27 * u, bold=True)
        drawing.text(edge, (36 * len(heading) + 32) * u, stamp, size=size, name="soft")
        return
    room = width - 2 * edge - text_width(stamp, size) - 20 * u
    drawing.text(edge, 39 * u, fit(heading[0], 27 * u, room, bold=True), size=27 * u, bold=True)
    drawing.text(width - edge, 38 * u, stamp, size=size, name="soft", anchor="end")
