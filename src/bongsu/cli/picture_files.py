"""The form of a file by its ending, for answers that write many."""

from __future__ import annotations

from pathlib import Path

__all__ = ["PICTURE_WORDS", "form_of"]

_FORMS = {
    ".html": "html", ".pdf": "pdf", ".svg": "svg", ".png": "png", ".kml": "kml", ".geojson": "geojson", ".czml": "czml",
    ".ics": "ics", ".json": "json", ".jsonl": "jsonl", ".csv": "csv",
}  # fmt: skip
PICTURE_WORDS = ".html or .pdf (report), .svg or .png (map)"


def form_of(name: str, form: str) -> str:
    """The form in which a file is written: by its ending, unless another form than ``table`` was asked for."""
    return _FORMS.get(Path(name).suffix.lower(), "table") if form == "table" else form
