"""Files that every answer with a map has: the report, the map, its shapes, its times. By the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bongsu.cli.terminal import dump_json

__all__ = ["PICTURE_WORDS", "form_of", "picture_file"]

_FORMS = {
    ".html": "html", ".pdf": "pdf", ".svg": "svg", ".png": "png", ".kml": "kml", ".geojson": "geojson", ".czml": "czml",
    ".ics": "ics", ".json": "json", ".jsonl": "jsonl", ".csv": "csv",
}  # fmt: skip
PICTURE_WORDS = ".html or .pdf (report), .svg or .png (map)"


def form_of(name: str, form: str) -> str:
    """The form in which a file is written: by its ending, unless another form than ``table`` was asked for."""
    return _FORMS.get(Path(name).suffix.lower(), "table") if form == "table" else form


def picture_file(form: str, picture: Callable[[], Any], report: Callable[[Any], Any]) -> str | bytes | None:
    """A report, a map or shapes of an answer; None for a form that is none of these.

    Parameters
    ----------
    form : str
        ``html``, ``pdf``, ``svg``, ``png``, ``kml``, ``geojson``, ``czml`` or ``ics``.
    picture : callable
        Gives the assessment that is drawn; called only where it is needed.
    report : callable
        Adds to it the tables of its report.

    Raises
    ------
    InputError
        A PDF without WeasyPrint or Pango.
    """
    if form in ("html", "pdf", "svg", "png"):
        from bongsu.reports import map_png, map_svg, report_html, report_pdf  # noqa: PLC0415 - heavy, only when asked

        answer = picture()
        if form in ("html", "pdf"):
            return report_html(report(answer)) if form == "html" else report_pdf(report(answer))
        drawing = map_svg(answer)
        return drawing if form == "svg" else map_png(drawing)
    if form not in ("kml", "geojson", "czml", "ics"):
        return None
    from bongsu.exchange import (  # noqa: PLC0415 - heavy, only when asked
        assessment_to_czml,
        assessment_to_geojson,
        assessment_to_icalendar,
        assessment_to_kml,
    )

    answer = picture()
    if form in ("geojson", "czml"):
        return dump_json(assessment_to_geojson(answer) if form == "geojson" else assessment_to_czml(answer)) + "\n"
    return assessment_to_kml(answer) if form == "kml" else assessment_to_icalendar(answer)
