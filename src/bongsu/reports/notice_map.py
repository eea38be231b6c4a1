"""A picture of notices alone, ready to post: areas, lines, places, windows, source and date inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bongsu import __version__
from bongsu.cases import Assessment, Case, MapArea, MapPoint, MapTrack, TimelineMark
from bongsu.earth import Window, format_utc, route_points, wrap_longitude_deg
from bongsu.errors import InputError, NoDataError
from bongsu.notices import NotamArea, Notice
from bongsu.reports.notice_words import Wording, windows_in_words
from bongsu.reports.svg_map import map_svg

__all__ = ["notice_map_svg", "with_notice_shapes"]

_PIECE_M = 50_000.0  # of a line


def notice_map_svg(
    notices: Sequence[Notice], *, at: datetime, sha256: str = "", wording: Wording | None = None, width: float = 1600
) -> str:
    """The areas, lines and places of notices on a map, as :func:`bongsu.reports.map_svg` draws a case's.

    Parameters
    ----------
    notices : sequence of Notice
        As read.
    at : datetime
        The date in the picture.
    sha256 : str
        Of the text they were read from; its first figures stand in the picture.
    wording : Wording, optional
        How times are put in the heading.
    width : float
        Of the picture.

    Raises
    ------
    NoDataError
        When no notice has a shape that can be drawn.
    """
    areas, lines, places = _areas(notices), _lines(notices), _places(notices)
    if not (areas or lines or places):
        raise NoDataError(
            "no area, line or place was read, so there is nothing to draw", advice="bongsu notice parse FILE says why"
        )
    head = {"name": "notice", "title": _title(notices, len(areas), len(lines), len(places))}
    case = Case.model_validate({"case": head, "source": [_source(index, each) for index, each in enumerate(notices)]})
    answer = Assessment(
        case=case,
        at=at,
        version=__version__,
        sha256=sha256,
        summary=(),
        findings=(),
        areas=tuple(areas),
        tracks=tuple(lines),
        points=tuple(places),
    )
    return map_svg(answer, width=width, notes=_notes(notices, wording or Wording()))


def with_notice_shapes(answer: Assessment, notices: Sequence[Notice]) -> Assessment:
    """The answer to pasted notices with their areas, lines, places and windows, so that its report has map and timeline."""
    marks = []
    for notice in notices:
        windows = dict.fromkeys([*notice.windows, *(window for shape in notice.shapes for window in shape.windows)])
        marks += [
            TimelineMark(label=_short(notice.id) or "window", kind="window", start=window.start, end=window.end)
            for window in windows
            if window.start and window.end
        ]
    said = [finding.statement for finding in answer.findings if finding.topic == "notice"]
    more = [f"And {len(said) - 3} more notices."] if len(said) > 3 else []
    return replace(
        answer,
        summary=answer.summary or (*said[:3], *more, "This is what is announced, not what will be flown."),
        extras={"question": "What do the notices announce, and what do they imply?", **answer.extras},
        areas=tuple(_areas(notices)),
        tracks=tuple(_lines(notices)),
        points=tuple(_places(notices)),
        timeline=tuple(marks),
    )


def _areas(notices: Sequence[Notice]) -> list[MapArea]:
    drawn: list[MapArea] = []
    for notice in notices:
        for number, area in enumerate(notice.areas, start=1):
            try:
                area.region()
            except InputError:
                continue
            name = _name(notices, notice, area.label or (str(number) if len(notice.areas) > 1 else ""))
            rough = isinstance(area, NotamArea) and area.approximate
            remark = "circle of the Q line only" if rough else ""
            drawn.append(MapArea(label=name, ring=area.region_ring, approximate=rough, remark=remark))
    return drawn


def _name(notices: Sequence[Notice], notice: Notice, label: str) -> str:
    """A label, with the notice's number where there are several or no label."""
    return f"{_short(notice.id)} {label}".strip() if len(notices) > 1 or not label else label


def _numbered(what: str, notices: Sequence[Notice], notice: Notice, labels: Sequence[str]) -> list[str]:
    """``Line A``, ``Place 2``; with the notice's number where there are several notices."""
    names = [label or (str(number) if len(labels) > 1 else "") for number, label in enumerate(labels, start=1)]
    before = f"{_short(notice.id)} " if len(notices) > 1 and notice.id else ""
    return [f"{before}{what} {name}".strip() for name in names]


def _lines(notices: Sequence[Notice]) -> list[MapTrack]:
    """Lines of notices in short pieces: straight on a chart, so bent on this map."""
    tracks: list[MapTrack] = []
    for notice in notices:
        names = _numbered("Line", notices, notice, [line.label for line in notice.lines])
        for name, line in zip(names, notice.lines, strict=True):
            try:
                latitude, longitude, _ = route_points(line.vertices, piece_m=_PIECE_M)
            except InputError:
                continue
            points = zip(latitude.tolist(), wrap_longitude_deg(longitude).tolist(), strict=True)
            tracks.append(MapTrack(label=name, kind="line", points=tuple(points)))
    return tracks


def _places(notices: Sequence[Notice]) -> list[MapPoint]:
    places: list[MapPoint] = []
    for notice in notices:
        names = _numbered("Place", notices, notice, [point.label for point in notice.points])
        places += [
            MapPoint(label=name, kind="place", latitude_deg=point.latitude_deg, longitude_deg=point.longitude_deg)
            for name, point in zip(names, notice.points, strict=True)
        ]
    return places


def _short(name: str) -> str:
    """The number of a notice without its series."""
    return name.rsplit(maxsplit=1)[-1] if name else ""


def _title(notices: Sequence[Notice], areas: int, lines: int, places: int) -> str:
    first = notices[0]
    name = first.id or "Notice"
    if len(notices) > 1:
        name = f"{name} and {len(notices) - 1} more"
    kind = next((f", {each.kind}" for each in notices if each.kind not in {"other", "undetermined"}), "")
    counts = ((areas, "area" if lines or places else "notified area"), (lines, "line"), (places, "place"))
    said = ", ".join(f"{count} {what}{'s' if count != 1 else ''}" for count, what in counts if count)
    return f"{name}{kind}: {said}"


def _notes(notices: Sequence[Notice], wording: Wording) -> list[str]:
    """When each is in force, by area where they differ, and between which limits."""
    notes = ["In force"]
    for notice in notices:
        name = f"{_short(notice.id)}: " if len(notices) > 1 else ""
        by_windows: dict[tuple[Window, ...], list[str]] = {}
        for shape in notice.shapes:
            by_windows.setdefault(shape.windows or notice.windows, []).append(shape.label)
        for windows, labels in by_windows.items():
            which = f"{', '.join(labels)}: " if len(by_windows) > 1 and all(labels) else ""
            notes.append(f"{name}{which}{windows_in_words(windows, wording)}")
        if wording.limits(notice):
            notes.append(f"{name}from {wording.limits(notice)}")
    return notes


def _source(index: int, notice: Notice) -> dict[str, str]:
    issued = f", issued {format_utc(notice.issued)[:16].replace('T', ' ')} UTC" if notice.issued else ""
    publisher = ", ".join(filter(None, [notice.publisher, notice.id])) or "notice as given"
    return {"id": f"notice-{index + 1}", "publisher": f"{publisher}{issued}", "grade": "A"}
