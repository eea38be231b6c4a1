"""Files that every answer with a map has: the report, the map, its shapes, its times."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bongsu.answers.writing import json_text

if TYPE_CHECKING:
    from bongsu.answers.answer import Written

__all__ = ["picture_files"]


def picture_files(
    picture: Callable[[], Any], report: Callable[[Any], Any], *, language: str = "en"
) -> Mapping[str, Callable[[], Written]]:
    """Writers by form: ``geojson``, ``czml``, ``kml``, ``ics``, ``html``, ``pdf``, ``svg`` and ``png``.

    Parameters
    ----------
    picture : callable
        Gives the assessment that is drawn; called only where it is needed.
    report : callable
        Adds to it the tables of its report.
    language : str
        Of the report and the map.
    """

    def exchanged(name: str) -> Any:
        from bongsu import exchange  # noqa: PLC0415 - heavy, only when asked

        return getattr(exchange, f"assessment_to_{name}")(picture())

    def reported(name: str) -> Any:
        from bongsu import reports  # noqa: PLC0415 - heavy, only when asked

        return getattr(reports, f"report_{name}")(report(picture()), language=language)

    def drawn(as_png: bool) -> Written:
        from bongsu.reports import map_png, map_svg  # noqa: PLC0415 - heavy, only when asked

        drawing = map_svg(picture(), language=language)
        return map_png(drawing) if as_png else drawing

    return {
        "geojson": lambda: json_text(exchanged("geojson")),
        "czml": lambda: json_text(exchanged("czml")),
        "kml": lambda: str(exchanged("kml")),
        "ics": lambda: str(exchanged("icalendar")),
        "html": lambda: str(reported("html")),
        "pdf": lambda: bytes(reported("pdf")),
        "svg": lambda: drawn(as_png=False),
        "png": lambda: drawn(as_png=True),
    }
