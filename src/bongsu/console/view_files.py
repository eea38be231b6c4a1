"""Files of the Watch, Sites and Satellite views: by the writers that the command line has, each form by its ending."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Literal

from bongsu.cases import (
    Assessment,
    PassAnswer,
    SatelliteAnswer,
    WatchedNotice,
    picture_of_passes,
    picture_of_plan,
    picture_of_satellite,
    satellite_sets_csv,
    satellite_to_json,
)
from bongsu.errors import Problem
from bongsu.exchange import (
    assessment_to_czml,
    assessment_to_geojson,
    assessment_to_icalendar,
    assessment_to_kml,
    track_to_czml,
)
from bongsu.reports import (
    map_png,
    map_svg,
    report_html,
    report_pdf,
    with_pass_tables,
    with_plan_tables,
    with_satellite_tables,
)

__all__ = ["MEDIA", "PassForm", "PlanForm", "SatelliteForm", "WatchForm", "pass_file", "plan_picture", "satellite_file"]

PlanForm = Literal["json", "csv", "geojson", "czml", "ics", "kml", "html", "pdf", "svg", "png"]
WatchForm = Literal["kml", "geojson", "html", "pdf", "svg", "png"]
PassForm = Literal["csv", "geojson", "czml", "kml", "ics", "html", "pdf", "svg", "png"]
SatelliteForm = Literal["json", "csv", "geojson", "czml", "kml", "html", "pdf", "svg", "png"]
MEDIA = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "czml": "application/json",
    "ics": "text/calendar; charset=utf-8",
    "kml": "application/vnd.google-earth.kml+xml",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
}

Draw = Callable[[], Assessment]


def _written(form: str, picture: Draw, report: Draw, language: str) -> str | bytes:
    """A form that every picture has; ``report`` is the same with its tables. Reports and maps come in the language."""
    writers: dict[str, Callable[[], str | bytes]] = {
        "html": lambda: report_html(report(), language=language),
        "pdf": lambda: report_pdf(report(), language=language),
        "svg": lambda: map_svg(picture(), language=language),
        "png": lambda: map_png(map_svg(picture(), language=language)),
        "kml": lambda: assessment_to_kml(picture()),
        "geojson": lambda: json.dumps(assessment_to_geojson(picture()), ensure_ascii=False),
        "czml": lambda: json.dumps(assessment_to_czml(picture()), ensure_ascii=False),
        "ics": lambda: assessment_to_icalendar(picture()),
    }
    return writers[form]()


def plan_picture(
    form: str,
    made: Any,
    shown: Sequence[Any],
    *,
    notices: Sequence[WatchedNotice] | None = None,
    more: Assessment | None = None,
    problems: Sequence[Problem],
    command: str,
    language: str = "en",
) -> str | bytes:
    """A report, the map or its shapes of a plan, with the notices of Watch where they are given.

    Parameters
    ----------
    form : str
    made : Planned
    shown : sequence of Exposure
    notices : sequence of WatchedNotice, optional
    more : Assessment, optional
        Areas, lines, places and windows of pasted notices.
    problems : sequence of Problem
    command : str
        That gives the same answer.
    language : str
        Of the report and the map.
    """
    drawn = picture_of_plan(
        made.plan, shown, at=made.at, problems=problems, sha256=made.sha256, notices=notices
    )  # fmt: skip
    if more is not None:
        drawn = replace(
            drawn,
            areas=(*drawn.areas, *more.areas),
            tracks=(*drawn.tracks, *more.tracks),
            points=(*drawn.points, *more.points),
        )
    return _written(
        form,
        lambda: drawn,
        lambda: with_plan_tables(drawn, made.plan, shown, notices=notices, command=command),
        language,
    )


def pass_file(
    form: str,
    answers: Sequence[tuple[PassAnswer, Any, Sequence[dict[str, Any]]]],
    problems: Sequence[Problem],
    *,
    at: datetime,
    hours: float,
    command: str,
    language: str = "en",
) -> str | bytes:
    """A file of passes, as ``bongsu passes`` writes it of one pair."""
    if form == "csv":
        from bongsu.answers import pass_rows_csv  # noqa: PLC0415 - a server that is only started loads no answer

        return pass_rows_csv(sorted((row for _, _, rows in answers for row in rows), key=lambda row: str(row["rise"])))
    drawn = picture_of_passes(answers, at=at, hours=hours, problems=problems)
    end = at + timedelta(hours=hours)
    return _written(
        form, lambda: drawn, lambda: with_pass_tables(drawn, answers, start=at, end=end, command=command), language
    )


def satellite_file(form: str, answer: SatelliteAnswer, *, command: str, language: str = "en") -> str | bytes:
    """A file of one satellite, as ``bongsu sat show`` writes it."""
    if form == "json":
        return json.dumps(satellite_to_json(answer), ensure_ascii=False)
    if form == "csv":
        return satellite_sets_csv(answer)
    if form == "czml":
        return json.dumps(track_to_czml(answer.track), ensure_ascii=False)
    drawn = picture_of_satellite(answer, whole=form in ("geojson", "kml"))
    return _written(form, lambda: drawn, lambda: with_satellite_tables(drawn, answer, command=command), language)
