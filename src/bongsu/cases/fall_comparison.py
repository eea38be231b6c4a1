"""Modelled falls held against notified areas and reported falls, whatever they were read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from bongsu.ascent import Footprint
from bongsu.cases import questions
from bongsu.cases.ascents import FailureRun
from bongsu.cases.case import Case, Fall, Launch, Notice
from bongsu.earth import Region, Window, format_utc, geodesic_inverse, region_from_circle
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.notices import ApproximateArea, NotifiedArea
from bongsu.notices import Notice as ParsedNotice
from bongsu.wording import joined, phrase

__all__ = [
    "ComparedArea",
    "areas_of_case",
    "areas_of_notices",
    "compare_falls",
    "compare_with_case",
    "compare_with_notices",
    "launch_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedArea:
    """A notified area to compare with: where, when, and how well it is known (0 km: as published)."""

    label: str
    region: Region
    windows: tuple[Window, ...] = ()
    uncertainty_km: float = 0.0

    @property
    def words(self) -> str:
        """``area A``, and how rough it is."""
        name = phrase("area {label}", label=self.label) if self.label else "the area"
        return (
            phrase("{name} (centre, within {uncertainty_km:g} km)", name=name, uncertainty_km=self.uncertainty_km)
            if self.uncertainty_km
            else name
        )


def launch_of(case: Case, launch_id: str) -> Launch:
    """The launch of that id, the primary one where none is named.

    Raises
    ------
    InputError
        Where the case has no such launch.
    """
    wanted = launch_id or case.case.primary
    launch = next((each for each in case.launch if each.id == wanted), None)
    if launch is None and not launch_id:
        launch = questions.primary_launch(case)
    if launch is None:
        known = joined(", ", (each.id for each in case.launch)) or "none"
        raise InputError(
            phrase("no launch {launch_id!r} in the case", launch_id=launch_id),
            advice=phrase("there are {known}", known=known),
        )
    return launch


def areas_of_case(case: Case, launch: Launch, problems: list[Problem]) -> list[ComparedArea]:
    """Notified areas of a launch: published coordinates where there are any, else centres from distances."""
    named = [each for each in case.notice if launch.id in each.launch]
    loose = [each for each in case.notice if not each.launch] if len(case.launch) == 1 else []
    notices: Sequence[Notice] = named or loose
    windows = tuple(window for each in notices for window in questions.safe_windows(each, problems))
    found = [_compared(area, windows, problems) for area in questions.best_areas(notices, problems)]
    return [each for each in found if each is not None]


def areas_of_notices(notices: Iterable[ParsedNotice], problems: list[Problem]) -> list[ComparedArea]:
    """Areas of notices as read: rings, circles, sectors and bands; one that cannot be drawn is a problem.

    Raises
    ------
    NoDataError
        When there is no area that can be drawn.
    """
    read = list(notices)
    found = []
    for notice in read:
        for number, area in enumerate(notice.areas, start=1):
            each = _compared(area, area.windows or tuple(notice.windows), problems, name=area.label or str(number))
            if each is not None:
                short = notice.id.rsplit(maxsplit=1)[-1] if notice.id and len(read) > 1 else ""
                found.append(
                    ComparedArea(
                        **{**_fields(each), "label": phrase("{short} {label}", short=short, label=each.label).strip()}
                    )
                )
    if not found:
        raise NoDataError(
            "the notice has no area to compare the falls with", advice="bongsu notice parse FILE shows what was read"
        )
    return found


def _fields(area: ComparedArea) -> dict[str, Any]:
    return {name: getattr(area, name) for name in area.__slots__}


def _compared(
    area: NotifiedArea | ApproximateArea, windows: tuple[Window, ...], problems: list[Problem], name: str = ""
) -> ComparedArea | None:
    if isinstance(area, ApproximateArea):
        circle = region_from_circle(area.latitude_deg, area.longitude_deg, area.uncertainty_m)
        return ComparedArea(
            label=area.label, region=circle, windows=windows, uncertainty_km=round(area.uncertainty_m / 1e3, 3)
        )
    try:
        return ComparedArea(label=name or area.label, region=area.region(), windows=area.windows or windows)
    except InputError as error:
        problems.append(
            Problem(where=phrase("area {name}", name=name or area.label), what=str(error), advice=error.advice)
        )
        return None


def compare_with_case(run: FailureRun, case: Case, launch_id: str) -> list[dict[str, Any]]:
    """Reported falls and notified areas of a launch against the footprints; rows of :func:`compare_falls`.

    Raises
    ------
    InputError
        Where the case has no such launch.
    """
    launch = launch_of(case, launch_id)
    problems: list[Problem] = []
    return compare_falls(run, areas_of_case(case, launch, problems), launch.fall)


def compare_with_notices(run: FailureRun, notices: Iterable[ParsedNotice]) -> list[dict[str, Any]]:
    """The areas of a warning or NOTAM against the footprints; rows of :func:`compare_falls`.

    Raises
    ------
    NoDataError
        When there is no area that can be drawn.
    """
    problems: list[Problem] = []
    rows = compare_falls(run, areas_of_notices(notices, problems), ())
    return rows + [{"body": "", "with": each.where, "problem": each.what} for each in problems]


def compare_falls(run: FailureRun, areas: Sequence[ComparedArea], reported: Sequence[Fall]) -> list[dict[str, Any]]:
    """Each footprint against each area and each reported fall.

    Returns
    -------
    list of dict
        ``body``, ``with`` and ``fitted`` (this figure went into the fit, so it is no check); for a reported fall
        ``containment`` (share of the modelled falls nearer the middle) and ``away_km`` from the median where its place
        is known, ``early_s`` (time reported less the middle of the modelled ones) and ``in_time`` (within those of 99
        %) where its time is; for an area ``share_inside`` of the falls, ``share_of_flights``, ``median_inside``,
        ``away_km`` from the median to its nearest edge, 0 inside, and ``in_window``: whether every time of the 99 %
        interval lies within one of its windows (None where it has none).
    """
    rows: list[dict[str, Any]] = []
    for body in run.footprints:
        if not body.areas:
            continue
        rows += [_against_fall(run, body, fall) for fall in reported if fall.latitude is not None or fall.time]
        rows += [_against_area(run, body, area) for area in areas]
    return rows


def _is_this_flight(run: FailureRun) -> bool:
    return abs((run.lift_off - run.known.lift_off).total_seconds()) < 600.0


def _fitted(run: FailureRun, body: Footprint, what: tuple[str, ...]) -> bool:
    return any(each.of == body.label and each.what in what for each in run.known.stated.figures)


def _against_fall(run: FailureRun, body: Footprint, fall: Fall) -> dict[str, Any]:
    row: dict[str, Any] = {"body": body.label, "with": phrase("reported fall: {label}", label=fall.label)}
    row["fitted"] = _is_this_flight(run) and _fitted(run, body, ("fall time", "fall distance", "fall azimuth"))
    if fall.latitude is not None and fall.longitude is not None:
        away = geodesic_inverse(*body.median, fall.latitude, fall.longitude)[0]
        row |= {
            "containment": round(body.containment(fall.latitude, fall.longitude), 3),
            "away_km": round(away / 1e3, 1),
            "within_km": fall.uncertainty_km,
        }
    if fall.time is not None:
        since = (fall.time - run.lift_off).total_seconds()
        low, high = body.areas[-1].surface_s
        row |= {
            "reported": format_utc(fall.time.astimezone(UTC)),
            "early_s": round(since - float(np.median(body.fall.time_s))),
            "in_time": bool(low - 30.0 <= since <= high + 30.0),  # a time to the minute is good to half of one
        }
    return row


def _against_area(run: FailureRun, body: Footprint, area: ComparedArea) -> dict[str, Any]:
    inside = area.region.contains(body.fall.latitude_deg, body.fall.longitude_deg)
    share = float(np.mean(inside))
    whole = body.areas[-1]
    return {
        "body": body.label,
        "with": phrase("notified {words}", words=area.words),
        "area": area.label,
        "fitted": _fitted(run, body, ("fall distance", "fall azimuth")),
        "share_inside": round(share, 3),
        "share_of_flights": round(share * body.share, 3),
        "median_inside": bool(area.region.contains(*body.median)),
        "away_km": round(area.region.distance_m(*body.median) / 1e3, 1),
        "in_window": _in_window(run.lift_off, (whole.start_s, whole.end_s), area.windows),
    }


def _in_window(lift_off: datetime, span_s: tuple[float, float], windows: Sequence[Window]) -> bool | None:
    if not windows:
        return None
    first, last = (lift_off + timedelta(seconds=each) for each in span_s)
    return any(window.contains(first) and window.contains(last) for window in windows)
