"""A warning plan as columns for a screen: one list a field, so that a hundred thousand exposures stay small; and in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from bongsu.cases.catalogue import bulk_installed
from bongsu.cases.satellite_choice import Chosen, chosen_row
from bongsu.cases.site_list import Place
from bongsu.cases.warning_json import exposure_row, revisit_row
from bongsu.cases.warning_list import LEVELS, Exposure, Manoeuvre, SitePlan, WarningPlan, plan_warnings
from bongsu.earth import Estimate, Window, format_utc
from bongsu.errors import Problem

__all__ = ["plan_columns", "plan_in_parts"]

# Satellite-site-days between two words of progress, by engine: some ten seconds of one core (our choice).
_PART_PAIR_DAYS = {"auto": 1000.0, "bulk": 8000.0}
_BULK_FROM_PAIR_DAYS = 1000.0  # a plan of this size is some ten seconds without the bulk engine (our choice)


def plan_in_parts(
    places: Sequence[Place],
    satellites: Sequence[Chosen],
    window: Window,
    *,
    min_sun_deg: float = 10.0,
    manoeuvres: Iterable[Manoeuvre] = (),
    progress: Callable[[int, int], None] | None = None,
) -> WarningPlan:
    """:func:`bongsu.cases.plan_warnings`, places a few at a time, so that progress is told often and work can be ended.

    Parameters
    ----------
    progress : callable, optional
        Called with places done and their number before each part; an exception of it ends the work.

    Returns
    -------
    WarningPlan
        The same as in one piece; a problem that every part had stands once.
    """
    assert window.start is not None and window.end is not None
    days = max((window.end - window.start).total_seconds() / 86400.0, 1e-3)
    pair_days = len(satellites) * sum(len(place.sites) for place in places) * days
    engine = "bulk" if pair_days >= _BULK_FROM_PAIR_DAYS and bulk_installed() else "auto"
    room = max(1, int(_PART_PAIR_DAYS[engine] / (max(1, len(satellites)) * days)))
    known = tuple(manoeuvres)
    plans: list[SitePlan] = []
    problems: list[Problem] = []
    whole: WarningPlan | None = None
    for part in _parts(places, room):
        if progress is not None:
            progress(len(plans), len(places))
        whole = plan_warnings(part, satellites, window, min_sun_deg=min_sun_deg, manoeuvres=known, engine=engine)
        plans += whole.plans
        problems += [each for each in whole.problems if each not in problems]
    if whole is None:
        return plan_warnings(places, satellites, window, min_sun_deg=min_sun_deg)  # refuses, in its own words
    return WarningPlan(
        window=window,
        min_sun_deg=min_sun_deg,
        satellites=whole.satellites,
        imagers=whole.imagers,
        plans=tuple(plans),
        problems=tuple(problems),
    )


def _parts(places: Sequence[Place], room: int) -> Iterable[Sequence[Place]]:
    """Runs of places with no more than ``room`` points, one place at least."""
    part: list[Place] = []
    points = 0
    for place in places:
        if part and points + len(place.sites) > room:
            yield part
            part, points = [], 0
        part.append(place)
        points += len(place.sites)
    if part:
        yield part


def plan_columns(plan: WarningPlan, exposures: Sequence[Exposure]) -> dict[str, Any]:
    """Places, satellites and exposures of a plan for a screen.

    Parameters
    ----------
    plan : WarningPlan
    exposures : sequence of Exposure
        Those to give, of ``plan``.

    Returns
    -------
    dict
        ``levels`` (word, sign, meaning), ``places``, ``satellites``, ``words`` and ``columns``: lists of one length, where
        ``place, satellite, level, why`` are indices into those, ``start, best, end`` are seconds from the span's start,
        ``open`` is 1 for a cut start plus 2 for a cut end, and the rest are as in ``bongsu warn list -f json``.
    """
    assert plan.window.start is not None
    start = plan.window.start
    index = {one.place.name: number for number, one in enumerate(plan.plans)}
    ranks = {word: number for number, word in enumerate(LEVELS)}
    words: dict[str, int] = {}

    def word(text: str) -> int:
        return words.setdefault(text, len(words))

    def seconds(moment: datetime) -> float:
        return round((moment - start).total_seconds(), 1)

    columns: dict[str, list[Any]] = {
        "id": [item.id for item in exposures],
        "place": [index[item.place] for item in exposures],
        "satellite": [item.satellite for item in exposures],
        "level": [ranks[item.level] for item in exposures],
        "why": [word(item.why) for item in exposures],
        "notes": [[word(note) for note in item.notes] for item in exposures],
        "start": [seconds(item.start) for item in exposures],
        "best": [seconds(item.best) for item in exposures],
        "end": [seconds(item.end) for item in exposures],
        "open": [int(item.open_start) + 2 * int(item.open_end) for item in exposures],
        "off_nadir_deg": [round(item.off_nadir_deg, 1) for item in exposures],
        "incidence_deg": [round(item.incidence_deg, 1) for item in exposures],
        "range_m": [round(item.range_m) for item in exposures],
        "sun_elevation_deg": [round(item.sun_elevation_deg, 1) for item in exposures],
        "gsd_across_m": [_pair(item.gsd_across_m) for item in exposures],
        "gsd_along_m": [_pair(item.gsd_along_m) for item in exposures],
        "timing_s": [None if item.timing_s is None else round(item.timing_s, 1) for item in exposures],
        "assumed": [int(item.reach == "assumed") for item in exposures],
        "right": [int(item.side == "right") for item in exposures],
    }
    return {
        "start": format_utc(start),
        "end": None if plan.window.end is None else format_utc(plan.window.end),
        "levels": [{"word": name, "sign": sign, "means": means} for name, (sign, means) in LEVELS.items()],
        "places": [_place_row(one, plan) for one in plan.plans],
        "satellites": [
            {**chosen_row(one), "source": getattr(one.item, "origin", ""), "kind": imager.kind}
            for one, imager in zip(plan.satellites, plan.imagers, strict=True)
        ],
        "words": list(words),
        "columns": columns,
    }


def _pair(estimate: Estimate | None) -> list[float] | None:
    return None if estimate is None else [round(estimate.low, 2), round(estimate.high, 2)]


def _place_row(one: SitePlan, plan: WarningPlan) -> dict[str, Any]:
    latitude, longitude = one.place.centre
    levels = [item.level for item in one.exposures]
    return {
        "name": one.place.name,
        "latitude": round(latitude, 5),
        "longitude": round(longitude, 5),
        "area": None if one.place.region is None else one.place.region.to_geojson(),
        "counts": [levels.count(word) for word in LEVELS],
        "next": None if one.next is None else exposure_row(one.next, plan)["start"],
        "revisit": revisit_row(one.revisit),
    }
