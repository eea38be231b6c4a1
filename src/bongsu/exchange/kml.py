"""Notices as KML 2.2 (OGC 07-147r2), for Google Earth and what else reads it.

Each shape is a placemark whose description lists its windows. A folder beside it, off at first, holds the shape
once for each window with a TimeSpan, for the time slider. Everything from the notice is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from bongsu.earth import Window, format_utc
from bongsu.exchange.named_shapes import CREDIT, NamedShape, closed_windows, limit_words, named_shapes, window_words
from bongsu.notices import Notice

__all__ = ["kml_geometry", "kml_text", "notices_to_kml"]

_MOST_SPANS = 200  # windows of one shape that get a placemark of their own
_STYLES = (  # aabbggrr: orange, and grey for what is approximate
    '<Style id="area"><LineStyle><color>ff1a66e6</color><width>2</width></LineStyle>'
    "<PolyStyle><color>331a66e6</color></PolyStyle></Style>"
    '<Style id="approximate"><LineStyle><color>ff888888</color><width>1</width></LineStyle>'
    "<PolyStyle><color>22888888</color></PolyStyle></Style>"
)


def notices_to_kml(notices: Sequence[Notice], *, at: datetime) -> str:
    """A KML document; ``at`` is when it is made.

    Longitude, latitude, 0; outlines follow the ground. Shapes cut at 180 degrees are MultiGeometry. A shape that
    cannot be drawn is a placemark without geometry. Windows beyond the 200th are listed, not drawn.
    """
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
        f"<name>Notices</name><description>{kml_text(f'Made {format_utc(at)}. {CREDIT}')}</description>{_STYLES}",
    ]
    for shape in named_shapes(notices):
        parts += _placemarks(shape)
    return "\n".join([*parts, "</Document></kml>", ""])


def _placemarks(shape: NamedShape) -> Iterator[str]:
    notice, windows = shape.notice, closed_windows(shape.windows)
    lines = [
        f"{notice.kind_words}; issued {format_utc(notice.issued) if notice.issued else 'at an unknown time'}",
        *([f"from {limit_words(notice)}"] if limit_words(notice) else []),
        *(["approximate: the circle of the Q line"] if shape.approximate else []),
        *([f"repaired: {shape.shape.repaired}"] if shape.shape.repaired else []),
        *(window_words(window) for window in windows),
        CREDIT,
    ]
    style = "approximate" if shape.approximate else "area"
    geometry = kml_geometry(shape.geometry)
    single = _time_span(windows[0]) if len(windows) == 1 else ""
    yield (
        f"<Placemark><name>{kml_text(shape.name)}</name><description>{kml_text(chr(10).join(lines))}</description>"
        f"{single}<styleUrl>#{style}</styleUrl>{geometry}</Placemark>"
    )
    if len(windows) > 1:
        yield f"<Folder><name>{kml_text(f'{shape.name}: windows')}</name><visibility>0</visibility>"
        for window in windows[:_MOST_SPANS]:
            yield (
                f"<Placemark><name>{kml_text(f'{shape.name}, {window_words(window)}')}</name><visibility>0</visibility>"
                f"{_time_span(window)}<styleUrl>#{style}</styleUrl>{geometry}</Placemark>"
            )
        yield "</Folder>"


def kml_text(words: str) -> str:
    """Words fit for XML 1.0: escaped, and without the characters it forbids."""
    return escape("".join(letter for letter in words if letter in "\t\n\r" or _allowed(ord(letter))))


def _allowed(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def _time_span(window: Window) -> str:
    begin = f"<begin>{format_utc(window.start)}</begin>" if window.start else ""
    end = f"<end>{format_utc(window.end)}</end>" if window.end else ""
    return f"<TimeSpan>{begin}{end}</TimeSpan>" if begin or end else ""


def kml_geometry(geometry: dict[str, Any] | None) -> str:
    """KML of a GeoJSON geometry."""
    if geometry is None:
        return ""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind.startswith("Multi"):
        single = kind.removeprefix("Multi")
        inner = "".join(kml_geometry({"type": single, "coordinates": part}) for part in coordinates)
        return f"<MultiGeometry>{inner}</MultiGeometry>"
    if kind == "Polygon":
        outer, *holes = (
            f"<LinearRing><coordinates>{_coordinates(ring)}</coordinates></LinearRing>" for ring in coordinates
        )
        inside = "".join(f"<innerBoundaryIs>{hole}</innerBoundaryIs>" for hole in holes)
        return f"<Polygon><tessellate>1</tessellate><outerBoundaryIs>{outer}</outerBoundaryIs>{inside}</Polygon>"
    if kind == "LineString":
        return (
            f"<LineString><tessellate>1</tessellate><coordinates>{_coordinates(coordinates)}</coordinates></LineString>"
        )
    return f"<Point><coordinates>{_coordinates([coordinates])}</coordinates></Point>"


def _coordinates(places: Sequence[Sequence[float]]) -> str:
    return " ".join(f"{place[0]:.7f},{place[1]:.7f},0" for place in places)
