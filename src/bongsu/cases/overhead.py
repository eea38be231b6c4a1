"""Who is overhead: passes from a number, a name or a file, without a case's schema.

The fast path of ``bongsu passes``: it reads element sets and answers; nothing else is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from difflib import get_close_matches
from hashlib import sha256
from importlib import import_module
from typing import Any

import numpy as np

from bongsu.cases.bundled_sets import (
    bundled_elements,
    bundled_places,
    bundled_satellite,
    bundled_satellites,
    bundled_texts,
)
from bongsu.earth import Window, bundled_orientation, fixed_to_geodetic, format_utc, is_sunlit, teme_to_fixed
from bongsu.errors import InputError, NoDataError, Problem, SiteError
from bongsu.orbit import (
    MAX_TIMING_S,
    ElementSet,
    Ephemeris,
    decay_time,
    drop_shared_epochs,
    propagate,
    read_element_sets,
    select_element_set,
    timing_error_s,
    timing_gap_s,
)
from bongsu.overflight import PassTable, Site, find_passes, gsd_m, parse_site
from bongsu.wording import phrase

__all__ = [
    "PassAnswer",
    "find_norad_id",
    "ground_track",
    "manoeuvre_gap",
    "passes_over",
    "passes_to_json",
    "refuse_unusable",
    "sets_for",
    "site_from_text",
    "span_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassAnswer:
    """Passes with what they rest on: the element set used, its age, notes, and the camera scenarios."""

    table: PassTable
    element_sets: tuple[ElementSet | Ephemeris, ...]
    age_days: tuple[float | None, ...]
    sha256: str
    origin: str
    nadir_gsd_m: tuple[float, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    gsd_basis: str = "scenarios"  # or where else the nadir figures come from


def find_norad_id(text: str) -> int:
    """Catalogue number from a number or the name of a bundled satellite or case.

    Raises
    ------
    InputError
        When the name is unknown; says which are near.
    """
    stripped = text.strip()
    if stripped.isdigit() and len(stripped) <= 9:
        return int(stripped)
    names = bundled_satellites()
    if stripped.lower() in names:
        return names[stripped.lower()]
    near = get_close_matches(stripped.lower(), names, n=1)
    hint = (
        phrase("did you mean {near} ({names})?", near=near[0], names=names[near[0]])
        if near
        else phrase("bundled: {sorted}", sorted=", ".join(sorted(names)))
    )
    raise InputError(
        phrase('no satellite "{stripped}" is known by that name', stripped=stripped[:40]),
        advice=phrase("{hint}; or give its number", hint=hint.rstrip(".")),
    )


def site_from_text(text: str) -> Site:
    """A place from ``latitude,longitude[,height]``, or the id or name of a place in a bundled case or of a launch site.

    Raises
    ------
    SiteError
        When it is neither.
    """
    wanted = text.strip().lower()
    if not wanted or any(character.isdigit() for character in wanted):
        return parse_site(text)
    known = {}
    for place in bundled_places():
        known[place["name"].lower()] = known[place["id"].lower()] = place
    if wanted in known:
        place = known[wanted]
        return Site(latitude_deg=place["latitude"], longitude_deg=place["longitude"], name=place["name"])
    from bongsu.reference import launch_sites  # noqa: PLC0415 - only for a name that no case has

    pads = {name.lower(): pad for pad in launch_sites() for name in (pad.id, pad.name)}
    if wanted in pads:
        pad = pads[wanted]
        return Site(latitude_deg=pad.latitude_deg, longitude_deg=pad.longitude_deg, name=pad.name)
    near = get_close_matches(wanted, [*known, *pads], n=1)
    hint = phrase("did you mean {near}? Or write", near=near[0]) if near else "write"
    raise SiteError(
        phrase("{text!r} is no place in the bundled cases and no launch site known here", text=text.strip()[:60]),
        advice=phrase("{hint} latitude,longitude in decimal degrees, as 35.10,129.10", hint=hint),
    )


def sets_for(
    norad_id: int, data: bytes | None, origin: str, *, strict: bool = True
) -> tuple[tuple[ElementSet, ...], str, tuple[Problem, ...]]:
    """Element sets of one object from a file's bytes, else from the bundled cases; and their hash.

    Raises
    ------
    NoDataError
        When there is none.
    """
    if data is not None:
        found = read_element_sets(data, origin=origin, strict=strict, only={norad_id})
        if not found.sets:
            raise NoDataError(
                phrase("{origin} holds no element set of object {norad_id}", origin=origin, norad_id=norad_id),
                advice="check the number, or give another file with --elements",
            )
        return found.sets, found.sha256, found.problems
    texts = [text for _, text in bundled_elements(norad_id)]
    if not texts:
        raise NoDataError(
            phrase("no element set of object {norad_id} is bundled", norad_id=norad_id),
            advice="give a TLE or OMM file with --elements FILE",
        )
    files = [
        read_element_sets(
            text, origin=phrase("bundled sets of {norad_id}", norad_id=norad_id), strict=False, only={norad_id}
        )
        for text in texts
    ]
    digest = sha256("\n".join(texts).encode()).hexdigest()
    sets = tuple(item for file in files for item in file.sets)
    return sets, digest, tuple(problem for file in files for problem in file.problems)


def passes_over(
    norad_id: int,
    site: Site,
    window: Window,
    *,
    data: bytes | None = None,
    origin: str = "bundled",
    from_claims: str = "",
    min_elevation_deg: float = 10.0,
    nadir_gsd_m: Sequence[float] = (),
    strict: bool = True,
) -> PassAnswer:
    """Passes of one satellite over one site, by the element set that serves the time best.

    ``from_claims`` names a bundled case whose timed claims give the orbit instead.

    Raises
    ------
    InputError
        Bad element text, window or limit.
    NoDataError
        No set, a decayed object, or a set so old that the times would be off by more than
        :data:`bongsu.orbit.MAX_TIMING_S`.
    """
    assert window.start is not None and window.end is not None
    middle = window.start + (window.end - window.start) / 2
    half_width_s: float | None = None
    problems: tuple[Problem, ...] = ()
    if data is not None and import_module("bongsu.orbit").looks_like_oem(data):
        return _ephemeris_passes(norad_id, site, window, data, origin, min_elevation_deg, tuple(nadir_gsd_m))
    if from_claims:
        orbit = import_module("bongsu.cases.claim_orbit").orbit_from_claims(from_claims, norad_id, site, middle)
        chosen, half_width_s, digest = orbit.element_set, orbit.half_width_s, orbit.sha256
        notes, origin = [orbit.words], phrase("timed claims of {from_claims}", from_claims=from_claims)
    else:
        chosen, sets, digest, problems = _serving(norad_id, window, data, origin, strict=strict)
        notes = _notes(chosen, window)
        gap_s, words = manoeuvre_gap(chosen, sets, window)
        if words:
            half_width_s, notes = gap_s, [*notes, words]
    known = bundled_satellite(norad_id)
    scenarios = tuple(nadir_gsd_m) or tuple(known.get("nadir_gsd_m", ()))
    basis = "scenarios"
    if not scenarios:
        scenarios, basis = _table_gsd(chosen), "imager table, at this height"
    if not chosen.name and known.get("name"):
        chosen = replace(chosen, name=str(known["name"]))
    table = find_passes([chosen], [site], window, min_elevation_deg=min_elevation_deg)
    if half_width_s is not None:
        table = table.with_timing(half_width_s)
    notes += [phrase("cut short: {reason}", reason=reason) for reason in table.failed.values()]
    if not np.all(bundled_orientation().covers(np.array([_naive(window.start), _naive(window.end)]))):
        notes.append("outside the bundled Earth-orientation table: UT1-UTC taken as 0 (up to 0.9 s)")
    return PassAnswer(
        table=table,
        element_sets=(chosen,),
        age_days=(chosen.age_days(middle),),
        sha256=digest,
        origin=origin,
        nadir_gsd_m=scenarios,
        notes=tuple(notes),
        problems=problems,
        gsd_basis=basis,
    )


def _serving(
    norad_id: int, window: Window, data: bytes | None, origin: str, *, strict: bool
) -> tuple[ElementSet, Sequence[ElementSet], str, tuple[Problem, ...]]:
    """The set that serves a window best, all sets, their hash, and what was odd; refused when it cannot serve."""
    assert window.start is not None and window.end is not None
    sets, digest, problems = sets_for(norad_id, data, origin, strict=strict)
    sets, repeated = drop_shared_epochs(sets)
    chosen = select_element_set(sets, window.start + (window.end - window.start) / 2)
    refuse_unusable(chosen, window, _claims_help(norad_id, sets, window) if data is None else "")
    return chosen, sets, digest, (*problems, *repeated, *chosen.notes)


def ground_track(
    norad_id: int,
    window: Window,
    *,
    step_s: float,
    data: bytes | None = None,
    origin: str = "bundled sets",
    with_reach: bool = False,
) -> dict[str, Any]:
    """Where a satellite is over a window, by the element set that serves it best.

    Parameters
    ----------
    norad_id : int
    window : Window
        Closed.
    step_s : float
        Between places. [s]
    data : bytes, optional
        Element sets; bundled ones else.
    with_reach : bool
        Also what its camera can be turned to: ``reach``, as :func:`bongsu.cases.reach_edges` gives it.

    Returns
    -------
    dict
        ``norad_id, name, epoch, age_days`` (at the start), ``timing_s`` (along track, at the end), ``sha256``, and
        lists of one length: ``time`` (s from ``start``), ``latitude_deg, longitude_deg, height_m, sunlit``. A time at
        which the model gives nothing is left out.

    Raises
    ------
    NoDataError
        As :func:`passes_over`.
    """
    assert window.start is not None and window.end is not None
    chosen, _, digest, _ = _serving(norad_id, window, data, origin, strict=False)
    seconds = np.arange(0.0, (window.end - window.start).total_seconds() + step_s / 2.0, step_s)
    times = _naive(window.start) + np.round(seconds * 1e6).astype("timedelta64[us]")
    states = propagate(chosen, times)
    held = states.error == 0
    teme, seconds, times = states.position_m[held], seconds[held], times[held]
    position, velocity = teme_to_fixed(teme, states.velocity_m_s[held], times, bundled_orientation())
    latitude, longitude, height = fixed_to_geodetic(position)
    more: dict[str, Any] = {}
    if with_reach:
        more["reach"] = import_module("bongsu.cases.camera_ground").reach_edges(chosen, position, velocity)
    name = chosen.name or str(bundled_satellite(norad_id).get("name") or norad_id)
    return {
        "norad_id": norad_id,
        "name": name,
        "start": format_utc(window.start),
        "epoch": format_utc(chosen.epoch),
        "age_days": round(chosen.age_days(window.start), 3),
        "timing_s": round(float(timing_error_s(chosen, window.end)[0]), 1),
        "sha256": digest,
        "time": np.round(seconds, 3).tolist(),
        "latitude_deg": np.round(latitude, 4).tolist(),
        "longitude_deg": np.round(longitude, 4).tolist(),
        "height_m": np.round(height, 0).tolist(),
        "sunlit": is_sunlit(teme, times).tolist(),
        **more,
    }


def _ephemeris_passes(
    norad_id: int,
    site: Site,
    window: Window,
    data: bytes,
    origin: str,
    min_elevation_deg: float,
    nadir_gsd_m: tuple[float, ...],
) -> PassAnswer:
    """Passes from an ephemeris (OEM), which carries no catalogue number: that asked for is taken to be its object's."""
    found = import_module("bongsu.orbit").parse_oem(data, norad_id=norad_id, origin=origin)
    if len(found) > 1:
        names = ", ".join(item.name for item in found[:5])
        raise InputError(
            phrase("{origin} holds {count} objects ({names})", origin=origin, count=len(found), names=names),
            advice="give a file of one object",
        )
    (ephemeris,) = found
    table = find_passes([ephemeris], [site], window, min_elevation_deg=min_elevation_deg)
    begin, end = (str(moment)[:16].replace("T", " ") for moment in (ephemeris.start, ephemeris.stop))
    return PassAnswer(
        table=table,
        element_sets=(ephemeris,),
        age_days=(None,),
        sha256=sha256(data).hexdigest(),
        origin=origin,
        nadir_gsd_m=nadir_gsd_m,
        notes=(
            phrase(
                "ephemeris of {name}, {begin} to {end} UTC: taken as {norad_id}; its own accuracy is not stated",
                name=ephemeris.name,
                begin=begin,
                end=end,
                norad_id=norad_id,
            ),
            *(phrase("cut short: {reason}", reason=reason) for reason in table.failed.values()),
        ),
        problems=ephemeris.notes,
    )


def _table_gsd(chosen: ElementSet) -> tuple[float, ...]:
    """Nadir figures of the imager table at this satellite's height, where it has the number; the table is not read else."""
    if not import_module("bongsu.reference").may_have_imager(chosen.norad_id):
        return ()
    imaging = import_module("bongsu.cases.imaging")
    entry = imaging.entry_for(chosen.norad_id, chosen.name)
    if entry is None:
        return ()
    height = imaging.mean_height_m(chosen)
    imager = imaging.imager_of(entry, height)
    if imager.kind != "optical" or imager.gsd_m is None or imager.altitude_m is None:
        return ()
    return tuple(sorted({round(gsd * height / imager.altitude_m, 3) for gsd in imager.gsd_m}))


def _naive(moment: datetime) -> np.datetime64:
    return np.datetime64(moment.replace(tzinfo=None), "us")


def _claims_help(norad_id: int, sets: Sequence[ElementSet], window: Window) -> str:
    """For a time before the first bundled set: a case's timed claims may give the orbit."""
    assert window.start is not None
    if window.start > min(item.epoch for item in sets):
        return ""
    names = [
        name
        for name, text in bundled_texts().items()
        if phrase("norad_id = {norad_id}\n", norad_id=norad_id) in text and "[[claim]]" in text
    ]
    return phrase(", or use the orbit fitted to timed claims: --from-claims {names}", names=names[0]) if names else ""


def refuse_unusable(chosen: ElementSet, window: Window, more: str = "") -> None:
    """Refuse a set past decay, or so old that times would be off by more than :data:`bongsu.orbit.MAX_TIMING_S`.

    Raises
    ------
    NoDataError
        Says by how much, and what would help.
    """
    assert window.start is not None and window.end is not None
    gone = decay_time(chosen, within_days=max(1.0, chosen.age_days(window.end)))
    if gone is not None and gone <= window.start:
        raise NoDataError(
            phrase(
                "object {norad_id} has decayed by its own element set of {epoch:%Y-%m-%d}: down about"
                " {gone:%Y-%m-%d}, asked for {start:%Y-%m-%d}",
                norad_id=chosen.norad_id,
                epoch=chosen.epoch,
                gone=gone,
                start=window.start,
            ),
            advice="give a newer element set if it is still in orbit",
        )
    worst = max(float(timing_error_s(chosen, moment)[0]) for moment in (window.start, window.end))
    if worst > MAX_TIMING_S:
        age = chosen.age_days(window.start)
        relation = "old" if age > 0 else "in the future"
        off = phrase("{worst:.0f} min", worst=worst / 60.0) if worst < 3600.0 else "an hour or more"
        raise NoDataError(
            phrase(
                "the nearest element set of {norad_id} is {age:.0f} days {relation} ({epoch}): pass"
                " times would be off by some {off}",
                norad_id=chosen.norad_id,
                age=abs(age),
                relation=relation,
                epoch=format_utc(chosen.epoch),
                off=off,
            ),
            advice=phrase(
                "give {age} sets with --elements FILE, or ask with --at {epoch:%Y-%m-%d}T12:00Z{more}",
                age="newer" if age > 0 else "older",
                epoch=chosen.epoch,
                more=more,
            ),
        )


def _notes(chosen: ElementSet, window: Window) -> list[str]:
    """What a reader must know of the element set: its age, an epoch after the span."""
    assert window.start is not None
    notes = []
    age = chosen.age_days(window.start)
    if age < -1.0:
        notes.append(phrase("the element set's epoch lies {age:.1f} days after the start: carried backwards", age=-age))
    if abs(age) > 7.0:
        worst = float(timing_error_s(chosen, window.end or window.start)[0])
        notes.append(
            phrase(
                "old element set ({age:.0f} d): times good to ±{worst:.0f} s if no manoeuvre was made since",
                age=age,
                worst=worst,
            )
        )
    return notes


def manoeuvre_gap(chosen: ElementSet, sets: Sequence[ElementSet], window: Window) -> tuple[float, str]:
    """How far the set on the other side of the window's middle disagrees, where that shows a manoeuvre. [s]"""
    assert window.start is not None and window.end is not None
    middle = window.start + (window.end - window.start) / 2
    across = [item for item in sets if (item.age_days(middle) < 0) != (chosen.age_days(middle) < 0)]
    if not across:
        return 0.0, ""
    other = min(across, key=lambda item: abs(item.age_days(middle)))
    error = float(timing_error_s(chosen, middle)[0] + timing_error_s(other, middle)[0])
    gap = timing_gap_s(other, chosen, middle)
    if error > MAX_TIMING_S or not abs(gap) > 2.0 * error:
        return 0.0, ""
    return abs(gap), (
        phrase(
            "the set of {epoch:%Y-%m-%d %H:%M} differs by {gap:.0f} s along track: a manoeuvre lies"
            " between it and that of {epoch_2:%Y-%m-%d %H:%M}, so times near it are good only to that",
            epoch=other.epoch,
            gap=abs(gap),
            epoch_2=chosen.epoch,
        )
    )


def passes_to_json(answer: PassAnswer) -> list[dict[str, Any]]:
    """Passes as plain JSON values with the fields of design section 4."""
    rows = []
    for item in answer.table.rows():
        row: dict[str, Any] = {
            "norad_id": item.norad_id,
            "site": item.site,
            "rise": format_utc(item.rise, digits=3),
            "culmination": format_utc(item.culmination, digits=3),
            "closest": format_utc(item.closest, digits=3),
            "set": format_utc(item.set, digits=3),
            "max_elevation_deg": round(item.max_elevation_deg, 3),
            "off_nadir_deg": round(item.off_nadir_deg, 3),
            "incidence_deg": round(item.incidence_deg, 3),
            "azimuth_deg": round(item.azimuth_deg, 2),
            "range_m": round(item.range_m, 0),
            "sun_elevation_deg": round(item.sun_elevation_deg, 2),
            "gsd_across_m": None,
            "gsd_along_m": None,
            "timing_s": round(item.timing_s, 2) if np.isfinite(item.timing_s) else None,
            "sunlit": item.sunlit,
            "northbound": item.northbound,
            "open_start": item.open_start,
            "open_end": item.open_end,
        }
        if answer.nadir_gsd_m:
            pairs = [gsd_m(g, item.range_m, item.altitude_m, 90.0 - item.incidence_deg) for g in answer.nadir_gsd_m]
            for name, column in (("gsd_across_m", 0), ("gsd_along_m", 1)):
                values = sorted(round(float(pair[column]), 2) for pair in pairs)
                row[name] = {
                    "value": values[len(values) // 2],
                    "low": values[0],
                    "high": values[-1],
                    "level": 1.0,
                    "unit": "m",
                }
        rows.append(row)
    return rows


def span_of(start: datetime, length: timedelta) -> Window:
    """The window of a length from a start."""
    return Window(start=start, end=start + length)
