"""The imager table put to work: which imager a satellite carries, as the geometry needs it, and as rows for people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Any

from bongsu.errors import InputError
from bongsu.orbit import ElementSet, Ephemeris, mean_semi_major_axis_m
from bongsu.overflight import (
    Imager,
    Reach,
    find_swaths,
    niirs_at_most,
    niirs_of,
    object_ladder,
    off_nadir_for_ground_range_deg,
)
from bongsu.reference import FIGURES, ImagerEntry, imager_sources, imagers
from bongsu.wording import phrase

__all__ = [
    "ASSUMED_WORDS",
    "entry_for",
    "entry_named",
    "find_swaths",
    "imager_of",
    "imager_row",
    "imager_rows",
    "ladder_rows",
    "mean_height_m",
    "unknown_imager",
]

_ASSUMED_OFF_NADIR_DEG = (30.0, 45.0)  # where nothing is published: methods.md (g), default cases
_ASSUMED_INCIDENCE_DEG = ((25.0, 45.0), (15.0, 60.0))  # the same for radars: within and around the published bands
_RADAR_SQUINT_DEG = 2.0  # a radar looks square across its track; spotlights a little more (our choice)
_FIXED_SQUINT_DEG = 1.0  # a line scanner that does not turn (our choice)
_USUAL_HEIGHT_M = 500e3  # of an ephemeris, whose height is not looked up
_MEAN_EQUATORIAL_M = 6371e3
ASSUMED_WORDS = {
    "published": "the operator states the angle",
    "assumed": "no angle is published: 30 deg taken, and up to 45 as possible (radars 25 to 45, and 15 to 60, at the ground)",
}


def mean_height_m(item: ElementSet | Ephemeris) -> float:
    """Mean height of an orbit over a sphere of Earth's mean radius. [m]"""
    return _USUAL_HEIGHT_M if isinstance(item, Ephemeris) else mean_semi_major_axis_m(item) - _MEAN_EQUATORIAL_M


@cache
def _by_number() -> dict[int, ImagerEntry]:
    return {number: entry for entry in imagers() for number in entry.norad}


@cache
def _by_name() -> tuple[tuple[str, ImagerEntry], ...]:
    return tuple((start.upper(), entry) for entry in imagers() for start in entry.names)


def entry_for(norad_id: int, name: str = "") -> ImagerEntry | None:
    """The table's entry of a satellite, by its catalogue number or the beginning of its catalogue name."""
    found = _by_number().get(norad_id)
    if found is None and name:
        upper = name.upper()
        found = next((entry for start, entry in _by_name() if upper.startswith(start)), None)
    return found


def entry_named(text: str) -> ImagerEntry:
    """An entry by its id, its name or a catalogue number.

    Raises
    ------
    InputError
        When there is none; says which is near.
    """
    wanted = text.strip().lower()
    known = {entry.id: entry for entry in imagers()} | {entry.name.lower(): entry for entry in imagers()}
    if wanted.isdigit() and len(wanted) <= 9 and int(wanted) in _by_number():
        return _by_number()[int(wanted)]
    if wanted in known:
        return known[wanted]
    near = get_close_matches(wanted, known, n=1, cutoff=0.5)
    hint = phrase("did you mean {id}? ", id=known[near[0]].id) if near else ""
    raise InputError(
        phrase("no imager {text!r} in the table", text=text.strip()[:40]),
        advice=phrase("{hint}list them: bongsu imager list", hint=hint),
    )


def imager_of(entry: ImagerEntry, height_m: float) -> Imager:
    """An entry as the geometry needs it.

    Parameters
    ----------
    entry : ImagerEntry
    height_m : float
        Of the satellite now: stands in where the height of the nadir figure is not published. [m]
    """
    sure, possible, known = _reach(entry, height_m)
    gsd = entry.figure("nadir_gsd_m")
    height = entry.figure("altitude_m")
    return Imager(
        name=entry.name,
        kind="radar" if entry.kind == "radar" else "optical",
        sure=sure,
        possible=possible,
        reach_known=known,
        gsd_m=(gsd.low, gsd.high) if gsd else None,
        altitude_m=(height.low + height.high) / 2.0 if height else height_m,
        swath_m=_low(entry, "swath_m"),
        aperture_m=_low(entry, "aperture_m"),
        focal_length_m=_low(entry, "focal_length_m"),
        pixel_m=_low(entry, "pixel_m"),
        mtf_nyquist=_pair(entry, "mtf_nyquist"),
        snr=_pair(entry, "snr"),
        is_scenario=bool(entry.scenario),
    )


def unknown_imager(name: str) -> Imager:
    """An imager of which nothing is known, as a scenario: optical, 30 deg, possibly 45."""
    inner, outer = _ASSUMED_OFF_NADIR_DEG
    return Imager(
        name=name,
        kind="optical",
        sure=Reach(max_off_nadir_deg=inner),
        possible=Reach(max_off_nadir_deg=outer),
        reach_known=False,
        is_scenario=True,
    )


def with_sun(reach: Reach, imager: Imager, least_deg: float | None) -> Reach:
    """The reach with the Sun's least elevation, which a radar does not need."""
    return reach if imager.kind == "radar" or least_deg is None else replace(reach, min_sun_deg=least_deg)


def _low(entry: ImagerEntry, what: str) -> float | None:
    found = entry.figure(what)
    return found.low if found else None


def _pair(entry: ImagerEntry, what: str) -> tuple[float, float] | None:
    found = entry.figure(what)
    return (found.low, found.high) if found else None


def _reach(entry: ImagerEntry, height_m: float) -> tuple[Reach, Reach, bool]:
    if entry.kind == "radar":
        near, far = entry.figure("incidence_min_deg"), entry.figure("incidence_max_deg")
        inner, outer = _ASSUMED_INCIDENCE_DEG
        if near is not None and far is not None:
            inner, outer = (near.high, far.low), (near.low, far.high)
        known = near is not None and far is not None
        side: Any = entry.side or "both"
        bands = [Reach(incidence_deg=band, side=side, max_squint_deg=_RADAR_SQUINT_DEG) for band in (inner, outer)]
        return bands[0], bands[1], known
    swath = entry.figure("swath_m")
    if entry.pointing == "fixed" and swath is not None:
        limits = [off_nadir_for_ground_range_deg(width / 2.0, height_m) for width in (swath.low, swath.high)]
        fixed = [Reach(max_off_nadir_deg=limit, max_squint_deg=_FIXED_SQUINT_DEG) for limit in limits]
        return fixed[0], fixed[1], True
    angle = entry.figure("max_off_nadir_deg")
    low, high = (angle.low, angle.high) if angle else _ASSUMED_OFF_NADIR_DEG
    known = angle is not None and not entry.scenario
    return Reach(max_off_nadir_deg=low), Reach(max_off_nadir_deg=high), known


def imager_rows(entries: Iterable[ImagerEntry] | None = None) -> list[dict[str, Any]]:
    """Entries as plain JSON values, every figure with its unit, sources and mark."""
    return [imager_row(entry) for entry in (imagers() if entries is None else entries)]


def imager_row(entry: ImagerEntry) -> dict[str, Any]:
    """One entry as plain JSON values, with the reach that the warning lists use and NIIRS straight down where it is documented."""
    height = entry.figure("altitude_m")
    imager = imager_of(entry, height.low if height else _USUAL_HEIGHT_M)
    guessed = entry.pointing == "fixed" and height is None  # the angle of half a swath needs a height
    sources = imager_sources()
    named = sorted({*entry.sources, *(name for item in entry.figures for name in item.sources)})
    niirs = niirs_of(imager, imager.altitude_m or _USUAL_HEIGHT_M, 0.0)
    most = niirs_at_most(imager, imager.altitude_m or _USUAL_HEIGHT_M, 0.0)
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "owner": entry.owner,
        "country": entry.country,
        "norad_ids": list(entry.norad),
        "name_begins": list(entry.names),
        "bands": entry.bands,
        "pointing": entry.pointing,
        "side": entry.side or None,
        "figures": [
            {
                "what": item.what,
                "low": item.low,
                "high": item.high,
                "unit": FIGURES[item.what][0],
                "sources": list(item.sources),
                "mark": item.mark,
            }
            for item in entry.figures
        ],
        "modes": [{"name": mode.name, "resolution": mode.resolution, "swath": mode.swath} for mode in entry.modes],
        "reach": "published" if imager.reach_known else "assumed",
        "off_nadir_deg": [imager.sure.max_off_nadir_deg, imager.possible.max_off_nadir_deg]
        if imager.kind == "optical" and not guessed
        else None,
        "incidence_deg": [list(imager.sure.incidence_deg or ()), list(imager.possible.incidence_deg or ())]
        if imager.kind == "radar"
        else None,
        "niirs_nadir": None if niirs is None else estimate_json(niirs),
        "niirs_at_most": None if most is None else round(most, 1),
        "scenario": entry.scenario,
        "retired": entry.retired,
        "remark": entry.remark,
        "sources": [
            {
                "id": name,
                "publisher": sources[name].publisher,
                "address": sources[name].address,
                "grade": sources[name].grade,
            }
            for name in named
        ],
    }


def estimate_json(estimate: Any) -> dict[str, Any]:
    """An Estimate as plain JSON values, rounded to a tenth."""
    return {
        "value": None if estimate.value is None else round(estimate.value, 1),
        "low": round(estimate.low, 1),
        "high": round(estimate.high, 1),
        "level": estimate.level,
        "unit": estimate.unit,
    }


def ladder_rows(gsd_m: float) -> list[dict[str, Any]]:
    """Familiar objects at a ground sample distance as plain JSON values.

    Raises
    ------
    InputError
        For a distance that is not above 0 and up to 1000 m.
    """
    return [
        {
            "object": step.object.name,
            "length_m": step.object.length_m,
            "width_m": step.object.width_m,
            "pixels_long": round(step.pixels_long, 1),
            "pixels_wide": round(step.pixels_wide, 1),
            "words": step.words,
        }
        for step in object_ladder(gsd_m)
    ]
