"""Warning lists as plain JSON values and flat rows, and questions that are asked of them in one line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from bongsu.cases.imaging import estimate_json
from bongsu.cases.json_envelope import envelope
from bongsu.cases.satellite_choice import Chosen, Filters, Listing, choose_satellites, chosen_row
from bongsu.cases.site_list import Place
from bongsu.cases.warning_list import Exposure, Manoeuvre, SitePlan, WarningPlan, plan_warnings
from bongsu.earth import Estimate, Window, format_utc
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.overflight import Revisit, Site
from bongsu.rawtext import decode_text

__all__ = [
    "SAY_OF_GAPS",
    "coverage_of_claim",
    "exposure_row",
    "exposures_csv",
    "latitude_profile",
    "read_manoeuvres",
    "revisit_row",
    "satellite_rows",
    "site_row",
    "warnings_to_json",
]

_FLAT = (
    "id", "level", "why", "site", "norad_id", "satellite", "owner", "country", "kind", "start", "best", "end", "open_start",
    "open_end", "off_nadir_deg", "incidence_deg", "side", "range_m", "sun_elevation_deg", "gsd_across_m_low",
    "gsd_across_m_high", "gsd_along_m_low", "gsd_along_m_high", "niirs_low", "niirs_high", "niirs_at_most", "timing_s",
    "reach", "scenario", "share", "age_days", "notes",
)  # fmt: skip

SAY_OF_GAPS = "Outside these intervals no imager of this list has the place in reach; others may see it. A pass in reach is not a picture."


def exposure_row(item: Exposure, plan: WarningPlan) -> dict[str, Any]:
    """One exposure as plain JSON values; angles in degrees, lengths in metres, times in UTC."""
    chosen, imager = plan.satellites[item.satellite], plan.imagers[item.satellite]
    return {
        "id": item.id,
        "level": item.level,
        "why": item.why,
        "site": item.place,
        "norad_id": chosen.item.norad_id,
        "satellite": chosen.name,
        "owner": chosen.owner,
        "country": chosen.country,
        "imager": chosen.entry.id if chosen.entry else None,
        "kind": imager.kind,
        "start": format_utc(item.start, digits=3),
        "best": format_utc(item.best, digits=3),
        "end": format_utc(item.end, digits=3),
        "open_start": item.open_start,
        "open_end": item.open_end,
        "off_nadir_deg": round(item.off_nadir_deg, 2),
        "incidence_deg": round(item.incidence_deg, 2),
        "side": item.side,
        "range_m": round(item.range_m),
        "sun_elevation_deg": round(item.sun_elevation_deg, 1),
        "gsd_across_m": _length(item.gsd_across_m),
        "gsd_along_m": _length(item.gsd_along_m),
        "niirs": None if item.niirs is None else estimate_json(item.niirs),
        "niirs_at_most": None if item.niirs_at_most is None else round(item.niirs_at_most, 1),
        "timing_s": None if item.timing_s is None else round(item.timing_s, 1),
        "reach": item.reach,
        "scenario": imager.is_scenario,
        "share": round(item.share, 3),
        "age_days": None if chosen.age_days is None else round(chosen.age_days, 2),
        "notes": list(item.notes),
    }


def _length(estimate: Estimate | None) -> dict[str, Any] | None:
    if estimate is None:
        return None
    value = None if estimate.value is None else round(estimate.value, 2)
    return {"value": value, "low": round(estimate.low, 2), "high": round(estimate.high, 2), "level": 1.0, "unit": "m"}


def revisit_row(found: Revisit) -> dict[str, Any]:
    """Gaps in hours; null where there are fewer than two exposures."""

    def hours(seconds: float) -> float | None:
        return round(seconds / 3600.0, 3) if np.isfinite(seconds) else None

    return {
        "exposures": found.exposures,
        "mean_gap_h": hours(found.mean_gap_s),
        "p50_gap_h": hours(found.p50_gap_s),
        "p90_gap_h": hours(found.p90_gap_s),
        "p95_gap_h": hours(found.p95_gap_s),
        "max_gap_h": hours(found.max_gap_s),
        "max_is_open": found.max_is_open,
        "seen_share": round(found.seen_share, 5),
    }


def site_row(one: SitePlan, plan: WarningPlan) -> dict[str, Any]:
    """One place as plain JSON values: counts, gaps, next exposure and the stretches with and without a known imager."""
    latitude, longitude = one.place.centre
    levels = [item.level for item in one.exposures]
    return {
        "site": one.place.name,
        "latitude": round(latitude, 6),
        "longitude": round(longitude, 6),
        "area": one.place.region is not None,
        "counts": {level: levels.count(level) for level in ("WARN", "watch", "night")},
        "next": None if one.next is None else exposure_row(one.next, plan),
        "revisit": revisit_row(one.revisit),
        "revisit_warn": revisit_row(one.revisit_warn),
        "intervals": [
            {"start": format_utc(start), "end": format_utc(end), "known_imager": seen}
            for start, end, seen in one.intervals
        ],
        "say": SAY_OF_GAPS,
        "exposures": [exposure_row(item, plan) for item in one.exposures],
    }


def latitude_profile(
    satellites: Sequence[Chosen],
    window: Window,
    *,
    step_deg: float = 15.0,
    longitudes: int = 4,
    min_sun_deg: float = 10.0,
    progress: Callable[[int, int], None] | None = None,
) -> list[dict[str, Any]]:
    """Revisit by latitude: places on the equator and every ``step_deg`` to 75 deg, at evenly spaced longitudes.

    Raises
    ------
    InputError
        As :func:`bongsu.cases.plan_warnings`, or a step that is not 1 to 45 deg.
    """
    if not 1.0 <= step_deg <= 45.0:
        raise InputError(f"step {step_deg!r} deg is outside 1 to 45")
    latitudes = [float(value) for value in np.arange(-75.0, 75.0 + 1e-9, step_deg)]
    turns = [-180.0 + 360.0 * index / longitudes for index in range(longitudes)]
    places = [
        Place(name=f"{lat:g},{lon:g}", sites=(Site(latitude_deg=lat, longitude_deg=lon),))
        for lat in latitudes
        for lon in turns
    ]
    plan = plan_warnings(places, satellites, window, min_sun_deg=min_sun_deg, progress=progress)
    rows = []
    for index, latitude in enumerate(latitudes):
        found = [one.revisit for one in plan.plans[index * longitudes : (index + 1) * longitudes]]
        means = [one.mean_gap_s for one in found if np.isfinite(one.mean_gap_s)]
        rows.append(
            {
                "latitude": latitude,
                "places": longitudes,
                "exposures_a_day": round(sum(one.exposures for one in found) / longitudes / _days(window), 2),
                "mean_gap_h": round(float(np.mean(means)) / 3600.0, 2) if means else None,
                "max_gap_h": round(max(one.max_gap_s for one in found) / 3600.0, 2),
            }
        )
    return rows


def _days(window: Window) -> float:
    assert window.duration is not None
    return window.duration.total_seconds() / 86400.0


def read_manoeuvres(data: bytes | str, *, where: str) -> list[Manoeuvre]:
    """Known manoeuvres from CSV with ``norad_id,start`` (and what else), or JSON rows with those fields.

    Raises
    ------
    InputError
        Where a row has no number or no time with a zone.
    """
    text = data if isinstance(data, str) else decode_text(data, where=where)
    try:
        if text.lstrip()[:1] in "[{":
            body = json.loads(text)
            rows = body if isinstance(body, list) else body.get("items", [])
        else:
            rows = list(csv.DictReader(io.StringIO(text)))
    except (ValueError, csv.Error, RecursionError) as error:
        raise InputError(f"{where}: neither JSON nor CSV: {str(error)[:80]}") from None
    found = []
    for number, row in enumerate(rows, start=1):
        try:
            start = datetime.fromisoformat(str(row["start"]).strip())
            norad = int(str(row["norad_id"]).strip())
        except (KeyError, TypeError, ValueError):
            raise InputError(
                f"{where}, row {number}: no norad_id and start that can be read",
                advice="write norad_id,start as 58400,2024-06-07T12:00Z",
            ) from None
        if start.tzinfo is None:
            raise InputError(f"{where}, row {number}: start {row['start']!r} has no time zone", advice="add Z for UTC")
        found.append(Manoeuvre(norad_id=norad, start=start.astimezone(UTC)))
    return found


def coverage_of_claim(
    place: Place,
    moment: datetime,
    data: bytes | None,
    *,
    origin: str,
    within: timedelta = timedelta(hours=24),
    leave_out: frozenset[int] = frozenset(),
    listing: dict[int, Listing] | None = None,
    min_sun_deg: float = 10.0,
    strict: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[WarningPlan, list[Problem]]:
    """Which other imagers of the table had a place in reach within a time of a claim.

    Parameters
    ----------
    place : Place
    moment : datetime
        Of the claim.
    data : bytes or None
        Element sets near that time.
    leave_out : frozenset of int
        Catalogue numbers not counted: the satellite of the claim itself.

    Raises
    ------
    InputError, NoDataError
        As :func:`bongsu.cases.choose_satellites` and :func:`bongsu.cases.plan_warnings`; no element file.
    """
    if data is None:
        raise NoDataError(
            "no element sets of other satellites are bundled",
            advice="give a catalogue of about that day with --elements FILE (TLE or OMM)",
        )
    window = Window(start=moment - within, end=moment + within)
    chosen, problems = choose_satellites(data, window, Filters(), origin=origin, listing=listing, strict=strict)
    others = [one for one in chosen if one.item.norad_id not in leave_out]
    if not others:
        raise NoDataError(f"{origin} holds no imager of the table but the claim's own", advice="give a whole catalogue")
    return plan_warnings([place], others, window, min_sun_deg=min_sun_deg, progress=progress), problems


def satellite_rows(plan: WarningPlan) -> list[dict[str, Any]]:
    """The satellites that were asked about, as plain JSON values."""
    return [chosen_row(one) for one in plan.satellites]


def exposures_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows of :func:`exposure_row` as CSV with a header; ranges as two columns."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _FLAT, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        flat = {key: "" if value is None else value for key, value in row.items()}
        for name in ("gsd_across_m", "gsd_along_m", "niirs"):
            for end in ("low", "high"):
                flat[f"{name}_{end}"] = (row[name] or {}).get(end, "")
        writer.writerow({**flat, "notes": "; ".join(row["notes"])})
    return out.getvalue()


def warnings_to_json(
    plan: WarningPlan,
    shown: Sequence[Exposure],
    problems: Sequence[Problem],
    *,
    at: datetime,
    by_place: bool,
    profile: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """The envelope of ``bongsu warn list``, or of ``bongsu warn plan`` where it is asked by place."""
    rows = [exposure_row(item, plan) for item in shown]
    items = rows
    if by_place:
        kept = {row["id"] for row in rows}
        whole = [site_row(one, plan) for one in plan.plans]
        items = [{**item, "exposures": [row for row in item["exposures"] if row["id"] in kept]} for item in whole]
    return envelope(
        "warn-plan" if by_place else "warn-list",
        items,
        at=at,
        inputs=_inputs(plan),
        problems=problems,
        say=SAY_OF_GAPS,
        min_sun_deg=plan.min_sun_deg,
        **({"by_latitude": list(profile)} if profile else {}),
    )


def _inputs(plan: WarningPlan) -> list[dict[str, Any]]:
    return [
        {
            "id": str(row["norad_id"]),
            "source": getattr(one.item, "origin", ""),
            "sha256": "",
            "age_days": row["age_days"],
            "name": row["name"],
            "imager": row["imager"],
            "epoch": row["epoch"],
        }
        for row, one in zip(satellite_rows(plan), plan.satellites, strict=True)
    ]
