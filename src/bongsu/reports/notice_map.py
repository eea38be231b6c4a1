"""A picture of notices alone, ready to post: areas, windows, source and date inside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bongsu import __version__
from bongsu.cases import Assessment, Case, MapArea
from bongsu.earth import Window, format_utc
from bongsu.errors import InputError, NoDataError
from bongsu.notices import NotamArea, Notice
from bongsu.reports.notice_words import Wording, windows_in_words
from bongsu.reports.svg_map import map_svg

__all__ = ["notice_map_svg"]


def notice_map_svg(
    notices: Sequence[Notice], *, at: datetime, sha256: str = "", wording: Wording | None = None, width: float = 1600
) -> str:
    """The areas of notices on a map, as :func:`bongsu.reports.map_svg` draws a case's.

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
        When no notice has an area that can be drawn.
    """
    areas = _areas(notices)
    if not areas:
        raise NoDataError("no area was read, so there is nothing to draw", advice="bongsu notice parse FILE says why")
    head = {"name": "notice", "title": _title(notices, len(areas))}
    case = Case.model_validate({"case": head, "source": [_source(index, each) for index, each in enumerate(notices)]})
    answer = Assessment(
        case=case, at=at, version=__version__, sha256=sha256, summary=(), findings=(), areas=tuple(areas)
    )
    return map_svg(answer, width=width, notes=_notes(notices, wording or Wording()))


def _areas(notices: Sequence[Notice]) -> list[MapArea]:
    drawn: list[MapArea] = []
    for notice in notices:
        for number, area in enumerate(notice.areas, start=1):
            try:
                area.region()
            except InputError:
                continue
            label = area.label or (str(number) if len(notice.areas) > 1 else "")
            name = f"{_short(notice.id)} {label}".strip() if len(notices) > 1 or not label else label
            rough = isinstance(area, NotamArea) and area.approximate
            remark = "circle of the Q line only" if rough else ""
            drawn.append(MapArea(label=name, ring=area.region_ring, approximate=rough, remark=remark))
    return drawn


def _short(name: str) -> str:
    """The number of a notice without its series."""
    return name.rsplit(maxsplit=1)[-1] if name else ""


def _title(notices: Sequence[Notice], count: int) -> str:
    first = notices[0]
    name = first.id or "Notice"
    if len(notices) > 1:
        name = f"{name} and {len(notices) - 1} more"
    kind = next((f", {each.kind}" for each in notices if each.kind not in {"other", "undetermined"}), "")
    return f"{name}{kind}: {count} notified area{'s' if count != 1 else ''}"


def _notes(notices: Sequence[Notice], wording: Wording) -> list[str]:
    """When each is in force, by area where they differ, and between which limits."""
    notes = ["In force"]
    for notice in notices:
        name = f"{_short(notice.id)}: " if len(notices) > 1 else ""
        by_windows: dict[tuple[Window, ...], list[str]] = {}
        for area in notice.areas:
            by_windows.setdefault(area.windows or notice.windows, []).append(area.label)
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
