"""One satellite as a face shows it: its orbit now, what its camera reaches, and its element sets one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bongsu.assessment import Finding
from bongsu.cases.bundled_sets import bundled_elements, bundled_satellite, bundled_satellites
from bongsu.cases.imaging import entry_for, imager_of, imager_row, mean_height_m
from bongsu.cases.overhead import manoeuvre_gap, refuse_unusable, sets_for, span_of
from bongsu.earth import Estimate, format_utc
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.orbit import (
    ElementSet,
    drop_shared_epochs,
    mean_semi_major_axis_m,
    perigee_apogee_km,
    read_element_sets,
    select_element_set,
    timing_error_s,
)
from bongsu.overflight import Reach
from bongsu.provenance import Evidence
from bongsu.wording import phrase

__all__ = ["newest_epoch", "objects_of", "satellite_view", "satellites_named", "too_old"]

_EQUATORIAL_KM = 6378.137  # heights of mean elements are counted from it (design, section 5)
OLD_DAYS = 3.0  # from when an age is called old (the console's rule)


def objects_of(data: bytes | None, *, origin: str) -> list[tuple[int, str]]:
    """Objects of a file of element sets as (number, name), by number; the bundled satellites where there is no file."""
    if data is None:
        return sorted(
            (number, bundled_satellite(number).get("name") or name) for name, number in bundled_satellites().items()
        )
    names: dict[int, str] = {}
    for item in read_element_sets(data, origin=origin, strict=False).sets:
        names[item.norad_id] = item.name or names.get(item.norad_id, "")
    return sorted(names.items())


def satellites_named(text: str, objects: Sequence[tuple[int, str]], *, origin: str) -> set[int]:
    """Catalogue numbers meant by a number, a name or the beginning of names.

    Raises
    ------
    InputError
        When nobody is called so.
    """
    stripped = text.strip()
    if stripped.isdigit() and len(stripped) <= 9:
        return {int(stripped)}
    wanted = stripped.lower()
    bundled = bundled_satellites()
    exact = {number for number, name in objects if name.lower() == wanted}
    if not exact and wanted in bundled and bundled[wanted] in {number for number, _ in objects}:
        return {bundled[wanted]}
    found = exact or {number for number, name in objects if wanted and name.lower().startswith(wanted)}
    if not found:
        raise InputError(
            phrase('{origin}: no satellite is called "{stripped}"', origin=origin, stripped=stripped[:40]),
            advice="give its catalogue number, or its name as it stands there",
        )
    return found


def newest_epoch(norad_id: int, data: bytes | None, *, origin: str) -> datetime:
    """Epoch of the newest element set of an object.

    Raises
    ------
    NoDataError
        When there is none.
    """
    sets, _, _ = sets_for(norad_id, data, origin, strict=False)
    return max(item.epoch for item in sets)


def satellite_view(
    norad_id: int, at: datetime, *, data: bytes | None = None, origin: str = "bundled sets"
) -> dict[str, Any]:
    """What is known of one satellite at a moment.

    Parameters
    ----------
    norad_id : int
    at : datetime
        Aware.
    data : bytes, optional
        Element sets (TLE or OMM); bundled ones else.

    Returns
    -------
    dict
        ``norad_id, name, designator, old``, ``finding`` (the orbit), ``elements`` (the set in use), ``sets`` (all, oldest
        first, with heights of mean elements over 6378.137 km, period, age at the moment), ``reach`` (what the camera can be
        turned to, and whether the angle is published), ``imager`` (its row of the table), ``jump`` (words on a manoeuvre
        between two sets), ``sha256`` and ``problems``.

    Raises
    ------
    NoDataError
        No set, a decayed object, or sets too old for the moment.
    """
    sets, digest, odd = sets_for(norad_id, data, origin, strict=False)
    kept, repeated = drop_shared_epochs(sets)
    ordered = sorted(kept, key=lambda item: item.epoch)
    chosen = select_element_set(ordered, at)
    window = span_of(at, timedelta(minutes=1))
    refuse_unusable(chosen, window)
    _, jump = manoeuvre_gap(chosen, ordered, window) if len(ordered) > 1 else (0.0, "")
    name = chosen.name or str(bundled_satellite(norad_id).get("name") or norad_id)
    age = chosen.age_days(at)
    rows = [_set_row(item, at) for item in ordered]
    if data is None:
        _name_cases(rows, norad_id)
    return {
        "norad_id": norad_id,
        "name": name,
        "designator": chosen.designator,
        "old": abs(age) > OLD_DAYS,
        "finding": _orbit(chosen, name, at, digest, origin, jump),
        "elements": next(row for row, item in zip(rows, ordered, strict=True) if item is chosen),
        "sets": rows,
        "reach": _reach(chosen),
        "imager": _imager(chosen),
        "jump": jump,
        "sha256": digest,
        "problems": [_problem_json(each) for each in (*odd, *repeated, *chosen.notes)],
    }


def _problem_json(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "what": problem.what, "advice": problem.advice}


def _set_row(item: ElementSet, at: datetime) -> dict[str, Any]:
    perigee, apogee = perigee_apogee_km(item)
    return {
        "epoch": format_utc(item.epoch),
        "age_days": round(item.age_days(at), 3),
        "source": item.origin,
        "perigee_km": round(perigee, 2),
        "apogee_km": round(apogee, 2),
        "mean_height_km": round(mean_semi_major_axis_m(item) / 1000.0 - _EQUATORIAL_KM, 3),
        "period_min": round(1440.0 / item.mean_motion_rev_day, 4),
        "inclination_deg": item.inclination_deg,
        "eccentricity": item.eccentricity,
        "node_deg": item.node_deg,
        "bstar": item.bstar,
    }


def _name_cases(rows: Sequence[dict[str, Any]], norad_id: int) -> None:
    """The case that carries a bundled set stands as its source."""
    of_epoch: dict[str, str] = {}
    for case, text in bundled_elements(norad_id):
        for item in read_element_sets(text, origin=case, strict=False, only={norad_id}).sets:
            of_epoch.setdefault(format_utc(item.epoch), phrase("bundled case {case}", case=case))
    for row in rows:
        row["source"] = of_epoch.get(row["epoch"], row["source"])


def _orbit(item: ElementSet, name: str, at: datetime, digest: str, origin: str, jump: str) -> Finding:
    perigee, apogee = perigee_apogee_km(item)
    age = item.age_days(at)
    late = float(timing_error_s(item, at)[0])
    when = phrase("{age:.1f} d {age_2}", age=abs(age), age_2="old" if age >= -0.05 else "later than the moment asked")
    period = 1440.0 / item.mean_motion_rev_day
    return Finding(
        id=f"orbit:{item.norad_id}",
        topic="orbit",
        question=phrase("Which orbit does {name} have at {at:%Y-%m-%d %H:%M} UTC?", name=name, at=at),
        verdict="computed",
        statement=phrase(
            "{name}, {perigee:.0f} x {apogee:.0f} km (mean elements), {inclination_deg:.2f} deg,"
            " element set {when}; where it is along its track is known to {late:.1f} s.",
            name=name,
            perigee=perigee,
            apogee=apogee,
            inclination_deg=item.inclination_deg,
            when=when,
            late=late,
        ),
        label="orbit",
        brief=phrase("{perigee:.0f} x {apogee:.0f} km", perigee=perigee, apogee=apogee),
        estimates={
            "height_km": Estimate(value=None, low=perigee, high=apogee, level=1.0, unit="km"),
            "period_min": Estimate(value=period, low=period, high=period, level=1.0, unit="min"),
            "inclination_deg": Estimate(
                value=item.inclination_deg, low=item.inclination_deg, high=item.inclination_deg, level=1.0, unit="deg"
            ),
            "along_track_s": Estimate(value=0.0, low=-late, high=late, level=0.9, unit="s"),
        },
        evidence=(
            Evidence(
                what=phrase("element set of {epoch:%Y-%m-%d %H:%M} UTC, {origin}", epoch=item.epoch, origin=origin),
                sha256=digest,
                age_days=age,
            ),
        ),
        method="Heights of mean (Brouwer) elements over 6378.137 km; position by SGP4; along-track error by the age of the set.",
        reference="Hoots and Roehrich 1980, Spacetrack Report 3; Vallado et al. 2006, AIAA 2006-6753; docs/methods/overflight.md",
        caveats=(
            "Mean elements: the true height swings about these by some 10 km within a revolution.",
            *((jump,) if jump else ()),
            "A manoeuvre since the epoch would not show.",
        ),
        would_change=("a newer element set",),
        check_by_hand=phrase(
            "a = (mu T^2 / 4 pi^2)^(1/3) with T = {period:.3f} min and mu = 398600.4418 km3/s2 gives"
            " a - 6378.137 km = {height_by_hand:.0f} km, between perigee and apogee.",
            period=period,
            height_by_hand=_height_by_hand(period),
        ),
    )


def _height_by_hand(period_min: float) -> float:
    """Kepler's third law; mu of WGS 84. [km]"""
    return (
        float((398600.4418 * (period_min * 60.0) ** 2 / (4.0 * 3.141592653589793**2)) ** (1.0 / 3.0)) - _EQUATORIAL_KM
    )


def _imager(item: ElementSet) -> dict[str, Any] | None:
    entry = entry_for(item.norad_id, item.name)
    return None if entry is None else imager_row(entry)


def _reach(item: ElementSet) -> dict[str, Any] | None:
    """Limits across the track as the warning lists use them, at this height; None without an entry in the table."""
    entry = entry_for(item.norad_id, item.name)
    if entry is None:
        return None
    imager = imager_of(entry, mean_height_m(item))
    return {
        "kind": imager.kind,
        "basis": "published" if imager.reach_known else "assumed",
        "sure": _limits(imager.sure),
        "possible": _limits(imager.possible),
    }


def _limits(reach: Reach) -> dict[str, Any]:
    return {
        "off_nadir_deg": reach.max_off_nadir_deg,
        "incidence_deg": None if reach.incidence_deg is None else list(reach.incidence_deg),
        "side": reach.side,
    }


def too_old(norad_id: int, at: datetime, data: bytes | None = None, origin: str = "bundled sets") -> bool:
    """Whether no set of an object serves a moment."""
    sets, _, _ = sets_for(norad_id, data, origin, strict=False)
    try:
        refuse_unusable(select_element_set(sets, at), span_of(at, timedelta(minutes=1)))
    except NoDataError:
        return True
    return False
