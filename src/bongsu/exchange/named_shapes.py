"""What every format needs of a notice: its shapes with names of their own, and the credit that goes along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bongsu.earth import Window, format_utc
from bongsu.notices import Notam, NotamArea, Notice, NotifiedArea, NotifiedLine, NotifiedPoint, any_notice_to_json

__all__ = ["CREDIT", "NamedShape", "closed_windows", "limit_words", "named_shapes", "window_words"]

CREDIT = "Read by Bongsu from the notice's public text. Not an official warning: the authority's own text decides."


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedShape:
    """An area, line or point of a notice.

    ``key`` is unique among all shapes given; ``name`` is for people (``NAVAREA IV 1177/22 A``). ``geometry`` is
    GeoJSON, None where the shape cannot be drawn; ``item`` is its entry in the notice's JSON.
    """

    key: str
    name: str
    notice: Notice
    shape: NotifiedArea | NotifiedLine | NotifiedPoint
    geometry: dict[str, Any] | None
    item: dict[str, Any]

    @property
    def windows(self) -> tuple[Window, ...]:
        """The shape's windows, else all of the notice's."""
        return self.shape.windows or self.notice.windows

    @property
    def approximate(self) -> bool:
        """Whether the area is only the circle of a NOTAM's Q line."""
        return isinstance(self.shape, NotamArea) and self.shape.approximate


def named_shapes(notices: Sequence[Notice]) -> list[NamedShape]:
    """Shapes of notices in order: areas, lines and points of each."""
    found: list[NamedShape] = []
    used: dict[str, int] = {}
    for number, notice in enumerate(notices, start=1):
        title = notice.id or f"notice {number}"
        body = any_notice_to_json(notice)
        several = len(notice.areas) + len(notice.lines) + len(notice.points) > 1
        groups: dict[str, Sequence[NotifiedArea | NotifiedLine | NotifiedPoint]] = {
            "areas": notice.areas,
            "lines": notice.lines,
            "points": notice.points,
        }
        for kind, shapes in groups.items():
            for index, (shape, item) in enumerate(zip(shapes, body[kind], strict=True), start=1):
                label = shape.label or (f"{kind[:-1]} {index}" if several else "")
                key = f"{title} {label}".strip()
                used[key] = used.get(key, 0) + 1
                if used[key] > 1:
                    key = f"{key} #{used[key]}"
                found.append(
                    NamedShape(key=key, name=key, notice=notice, shape=shape, geometry=item["geometry"], item=item)
                )
    return found


def limit_words(notice: Notice) -> str:
    """``SFC to FL200`` of a NOTAM, "" where nothing is known."""
    if not isinstance(notice, Notam) or not (notice.lower or notice.upper):
        return ""
    return " to ".join(limit.words if limit else "?" for limit in (notice.lower, notice.upper))


def window_words(window: Window) -> str:
    """``2022-11-12T16:06:00Z to 2022-11-12T18:54:00Z``; an open end is said."""
    start = format_utc(window.start) if window.start else "open"
    return f"{start} to {format_utc(window.end) if window.end else 'further notice'}"


def closed_windows(windows: Iterable[Window]) -> list[Window]:
    """Windows in order of their starts, open starts first."""
    return sorted(windows, key=lambda each: (each.start is not None, each.start, each.end is None, each.end))
