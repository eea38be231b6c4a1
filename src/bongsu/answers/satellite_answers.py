"""The answer about one satellite: orbit, where it is, its camera's reach, its element sets, its track."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bongsu.answers.answer import Answer, Given
from bongsu.answers.picture_files import picture_files
from bongsu.answers.times import parse_length
from bongsu.answers.writing import clean, json_text
from bongsu.cases import (
    SatelliteAnswer,
    ask_satellite,
    picture_of_satellite,
    satellite_sets_csv,
    satellite_to_json,
)

if TYPE_CHECKING:
    from bongsu.answers.answer import Written

__all__ = ["answer_sat_show"]


def answer_sat_show(
    *, satellite: str, at: datetime, for_: str = "24h", elements: Given | None = None, lang: str = "en"
) -> Answer[SatelliteAnswer]:
    """One satellite, by its number, name or the beginning of its name; ``for_`` is the length of its track, up to 72 h."""
    found = ask_satellite(
        satellite,
        at,
        hours=parse_length(for_).total_seconds() / 3600.0,
        data=elements.read() if elements else None,
        origin=elements.name if elements else "bundled sets",
    )

    def report(drawn: Any) -> Any:
        from bongsu.reports import with_satellite_tables  # noqa: PLC0415 - only for a report

        return with_satellite_tables(drawn, found)

    def track() -> str:
        from bongsu.exchange import track_to_czml  # noqa: PLC0415 - only for this form

        return json_text(track_to_czml(found.track))

    near = picture_files(lambda: picture_of_satellite(found), report, language=lang)
    whole = picture_files(lambda: picture_of_satellite(found, whole=True), report)
    files: dict[str, Callable[[], Written]] = {
        "csv": lambda: clean(satellite_sets_csv(found)),
        "geojson": whole["geojson"],
        "czml": track,
        "kml": whole["kml"],
        **{form: near[form] for form in ("html", "pdf", "svg", "png")},
    }
    return Answer(found=found, body=lambda: satellite_to_json(found), files=files, problems=found.problems)
