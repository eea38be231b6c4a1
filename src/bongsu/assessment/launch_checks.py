"""A launch against its notice: windows, falls, azimuths, and the plane that was reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from bongsu.assessment.fall_checks import approximate, utc
from bongsu.assessment.finding import Finding
from bongsu.earth import (
    Estimate,
    Window,
    format_utc,
)
from bongsu.errors import ModelError
from bongsu.notices import (
    ApproximateArea,
    AreaAzimuth,
    NotifiedArea,
    implied_orbits,
    inclination_deg,
    launch_azimuth_deg,
)
from bongsu.overflight import Site
from bongsu.provenance import Evidence
from bongsu.wording import joined, phrase

__all__ = ["check_lift_off", "check_notice_orbit"]


def check_lift_off(
    launch_id: str,
    label: str,
    lift_off: Sequence[tuple[str, datetime, float, tuple[str, ...]]],
    windows: Sequence[Window],
    notice_sources: tuple[str, ...],
) -> Finding | None:
    """Whether a launch came within its notified windows, for each reporting party.

    Parameters
    ----------
    lift_off : sequence of (party, time, precision in s, source ids)
    windows : sequence of Window
        As notified, UTC.

    Returns
    -------
    Finding or None
        Id ``launch:<id>``; None where no time is known; ``undetermined`` where no window is. Estimate ``minutes_into_window``:
        negative before the nearest window opens.
    """
    if not lift_off:
        return None
    if not windows:
        return _lift_off_alone(launch_id, label, lift_off)
    minutes, words = [], []
    for party, moment, _, _ in lift_off:
        into, word = _into_window(moment, windows)
        minutes.append(into)
        words.append((party, moment, into, word))
    party, moment, into, word = words[0]
    inside = all(item[3] == "inside" for item in words)
    outside = all(item[3] != "inside" for item in words)
    verdict = "agree" if inside else "not as announced" if outside else "undetermined"
    others = _others(lift_off)
    size = (
        phrase("{into} min", into=int(abs(into)))
        if 1.0 <= abs(into) < 600
        else phrase("{into:.0f} s", into=abs(into) * 60.0)
        if abs(into) < 1.0
        else phrase("{into:.1f} h", into=abs(into) / 60)
    )
    place = {
        "before": phrase("{size} BEFORE the window", size=size),
        "after": phrase("{size} after the window", size=size),
        "inside": phrase("{size} into it", size=size),
    }
    clock = _clock(moment, lift_off[0][2])
    brief = phrase("{utc:%d %b} {clock}, {place}", utc=utc(moment), clock=clock, place=place[word]) + (
        phrase(" ({others})", others=others) if others else ""
    )
    spread = max(item[2] for item in lift_off) / 60.0
    statement = {
        "before": phrase("{label} lifted off {size} before the notified window opened", label=label, size=size),
        "after": phrase("{label} lifted off {size} after the notified window closed", label=label, size=size),
        "inside": phrase(
            "{label} lifted off within its notified window, {size} after it opened", label=label, size=size
        ),
    }[word]
    return Finding(
        id=f"launch:{launch_id}",
        topic="launch",
        question="Did the launch come within the notified window?",
        verdict=verdict,
        statement=phrase(
            "{statement} ({party}: {utc:%Y-%m-%d} {clock} UTC{others}).",
            statement=statement,
            party=party,
            utc=utc(moment),
            clock=clock,
            others="; " + others if others else "",
        ),
        label="launch",
        brief=brief,
        sign="=" if inside else "!",
        mark="in window" if inside else ("early" if word == "before" else "late"),
        estimates={
            "minutes_into_window": Estimate(
                value=into, low=min(minutes) - spread, high=max(minutes) + spread, level=1.0, unit="min"
            )
        },
        sources=tuple(dict.fromkeys([*notice_sources, *(s for *_, ids in lift_off for s in ids)])),
        evidence=(
            Evidence(what="notified window", sources=notice_sources),
            *(Evidence(what=phrase("lift-off by {p}", p=p), sources=ids) for p, _, _, ids in lift_off),
        ),
        method="Reported lift-off minus the start of the nearest notified window.",
        caveats=() if len(lift_off) > 1 else ("One party's time only.",),
        check_by_hand=phrase(
            "{moment} against windows {window_words}",
            moment=format_utc(moment)[11:19],
            window_words=_window_words(windows),
        ),
        say=statement,
        do_not_say="why" if word != "inside" else "that the notice was complete",
        details={"into_window_min": round(into, 1), "word": word},
    )


def _lift_off_alone(
    launch_id: str, label: str, lift_off: Sequence[tuple[str, datetime, float, tuple[str, ...]]]
) -> Finding:
    party, moment, precision_s, _ = lift_off[0]
    others, clock = _others(lift_off), _clock(moment, precision_s)
    return Finding(
        id=f"launch:{launch_id}",
        topic="launch",
        question="Did the launch come within the notified window?",
        verdict="undetermined",
        statement=phrase(
            "{label} lifted off on {utc:%Y-%m-%d} at {clock} UTC ({party}{others}); no notified window is known.",
            label=label,
            utc=utc(moment),
            clock=clock,
            party=party,
            others="; " + others if others else "",
        ),
        label="launch",
        brief=phrase("{utc:%d %b} {clock}", utc=utc(moment), clock=clock)
        + (phrase(" ({others})", others=others) if others else "")
        + "; no notified window known",
        sign="?",
        mark="no window",
        sources=tuple(dict.fromkeys(s for *_, ids in lift_off for s in ids)),
        evidence=tuple(Evidence(what=phrase("lift-off by {p}", p=p), sources=ids) for p, _, _, ids in lift_off),
        method="As reported.",
        would_change=("The text of the warning: bongsu case add CASE --notice FILE",),
        say="lifted off then",
        do_not_say="that it was or was not announced",
    )


def _clock(moment: datetime, precision_s: float) -> str:
    """Hours and minutes, and the seconds where they are known."""
    return f"{utc(moment):%H:%M:%S}" if precision_s < 30.0 else f"{utc(moment):%H:%M}"


def _others(lift_off: Sequence[tuple[str, datetime, float, tuple[str, ...]]]) -> str:
    """What the other parties have: their times where they differ, their names where they agree."""
    _, first, precision_s, _ = lift_off[0]
    same = [p for p, moment, near, _ in lift_off[1:] if abs((moment - first).total_seconds()) <= max(near, precision_s)]
    parts = [
        phrase("{p} has {clock}", p=p, clock=_clock(moment, near))
        for p, moment, near, _ in lift_off[1:]
        if p not in same
    ]
    return joined("; ", ([phrase("{same} the same", same=joined(", ", same))] if same else []) + parts)


def _window_words(windows: Sequence[Window]) -> str:
    shown = [
        phrase(
            "{start} to {end}",
            start=format_utc(w.start) if w.start else "open",
            end=format_utc(w.end) if w.end else "open",
        )
        for w in windows[:2]
    ]
    return joined("; ", shown) + (phrase(" and {count} more", count=len(windows) - 2) if len(windows) > 2 else "")


def _into_window(moment: datetime, windows: Sequence[Window]) -> tuple[float, str]:
    """Minutes after the opening of the window it lies in, or from the nearest window's near edge."""
    best: tuple[float, str] | None = None
    for window in windows:
        if window.contains(moment):
            start = window.start or moment
            return (moment - start).total_seconds() / 60.0, "inside"
        if window.start and moment < window.start:
            gap, word = -(window.start - moment).total_seconds() / 60.0, "before"
        else:
            assert window.end is not None
            gap, word = (moment - window.end).total_seconds() / 60.0, "after"
        if best is None or abs(gap) < abs(best[0]):
            best = gap, word
    assert best is not None
    return best


def check_notice_orbit(
    launch_id: str,
    site: Site,
    areas: Sequence[NotifiedArea | ApproximateArea],
    inclination: Estimate,
    altitude_m: float,
    *,
    reached: bool,
    sources: tuple[str, ...] = (),
) -> tuple[Finding, list[AreaAzimuth]] | None:
    """Whether a straight flight through the notified areas reaches the stated orbit.

    Parameters
    ----------
    inclination : Estimate
        Stated. [deg]
    altitude_m : float
        Of the orbit, taken as circular. [m]
    reached : bool
        Whether the orbit was reached (else it was claimed or aimed for).

    Returns
    -------
    (Finding, azimuths) or None
        Id ``notice-orbit:<id>``. None where no areas are known. Estimates: ``azimuth_needed_deg``
        (Earth-relative), ``azimuth_inertial_deg``, per area ``azimuth_<label>_deg`` and
        ``inclination_<label>_deg`` of a straight flight there.
    """
    if not areas or inclination.value is None:
        return None
    azimuths = implied_orbits(site.latitude_deg, site.longitude_deg, areas, altitude_m=altitude_m)
    mean = float(np.degrees(np.arctan2(*_mean_direction([item.azimuth.value or 0.0 for item in azimuths]))))
    southbound = bool(np.cos(np.radians(mean)) < 0.0)
    needed = _azimuth_range(site, inclination, altitude_m, southbound, earth_relative=True)
    inertial = _azimuth_range(site, inclination, altitude_m, southbound, earth_relative=False)
    if needed is None or inertial is None:
        return _unreachable(launch_id, site, inclination, sources), azimuths
    estimates = {"azimuth_needed_deg": needed, "azimuth_inertial_deg": inertial, "inclination_deg": inclination}
    for item in azimuths:
        estimates[f"azimuth_{item.label}_deg"] = item.azimuth
        estimates[f"inclination_{item.label}_deg"] = item.inclination
        if item.leg_azimuth is not None:
            estimates[f"leg_to_{item.label}_deg"] = item.leg_azimuth
    last = azimuths[-1]
    onward = _onward(areas, azimuths, altitude_m)
    if onward is not None:
        estimates["inclination_onward_deg"] = onward
    fits = [_overlap(item.azimuth, needed) for item in azimuths]
    straight = all(fits)
    listed = joined(", ", (f"{item.azimuth.value:.0f}" for item in azimuths))
    verdict = "agree" if straight else "cannot both be right"
    claim = "was reached" if reached else "was stated"
    needed_text, inertial_text = f"{needed.value:.1f}", f"{inertial.value:.1f}"
    statement = phrase(
        "An orbit of {value:g} deg needs a launch azimuth of {needed_text} deg over the ground"
        " ({inertial_text} inertial); the notified areas lie at {listed} deg,",
        value=inclination.value,
        needed_text=needed_text,
        inertial_text=inertial_text,
        listed=listed,
    )
    if straight:
        statement += " which a straight flight fits."
    else:
        statement += (
            phrase(
                " and a straight flight to the last of them gives {inclination}", inclination=last.inclination.format()
            )
            + (phrase(" (flying on along the last leg {onward})", onward=onward.format()) if onward else "")
            + phrase(
                ", not the {value:g} deg that {claim}: both are right only if a dog-leg is flown.",
                value=inclination.value,
                claim=claim,
            )
        )
    return (
        Finding(
            id=f"notice-orbit:{launch_id}",
            topic="notice-orbit",
            question="Do the notified areas fit the stated orbit?",
            verdict=verdict,
            statement=statement,
            label="notice and orbit",
            brief=(
                phrase(
                    "{value:g} deg needs launch azimuth {needed_text} ({inertial_text} inertial); areas lie"
                    " at {listed}; ",
                    value=inclination.value,
                    needed_text=needed_text,
                    inertial_text=inertial_text,
                    listed=listed,
                )
                + (
                    "a straight flight fits"
                    if straight
                    else phrase("flown straight they give {between}", between=_between(last.inclination, onward))
                )
            ),
            sign="=" if straight else "≠",
            mark="straight" if straight else "not straight",
            estimates=estimates,
            sources=sources,
            evidence=(Evidence(what="notified areas and stated orbit", sources=sources),),
            method=(
                "Azimuth from inclination and geocentric latitude, Earth's rotation taken off the eastward speed;"
                " geodesic azimuths from the pad to each area; inclination of a straight flight at each."
            ),
            reference="Vallado 2013, section 6.4; Karney 2013",
            caveats=(
                "A straight flight into a circular orbit: steering losses and coasts are left out.",
                *(("The areas are known only by published distances.",) if approximate(areas) else ()),
            ),
            would_change=("The coordinates of the notified areas.",) if approximate(areas) else (),
            check_by_hand=_azimuth_by_hand(site, inclination.value, altitude_m, needed.value or 0.0),
            say="flown straight, the areas and the orbit do not fit each other"
            if not straight
            else "the areas fit a straight flight into the stated orbit",
            do_not_say="that the notice was false" if not straight else "that the launch was peaceful",
            details={
                "areas": [
                    {
                        "label": item.label,
                        "distance_km": round(item.distance_m / 1e3, 0),
                        "azimuth_deg": round(item.azimuth.value or 0.0, 1),
                        "inclination_deg": round(item.inclination.value or 0.0, 1),
                    }
                    for item in azimuths
                ]
            },
        ),
        azimuths,
    )


def _onward(
    areas: Sequence[NotifiedArea | ApproximateArea], azimuths: Sequence[AreaAzimuth], altitude_m: float
) -> Estimate | None:
    """Inclination of a flight that goes on along the leg between the last two areas."""
    if len(areas) < 2 or azimuths[-1].leg_azimuth is None:
        return None
    before, leg = areas[-2], azimuths[-1].leg_azimuth
    latitude = before.latitude_deg if isinstance(before, ApproximateArea) else before.region().centroid[0]
    values = [
        inclination_deg(value, latitude, altitude_m, earth_relative=True)
        for value in (leg.value or leg.low, leg.low, leg.high)
    ]
    return Estimate(value=values[0], low=min(values), high=max(values), level=1.0, unit="deg")


def _between(one: Estimate, other: Estimate | None) -> str:
    low = min(one.low, other.low) if other else one.low
    high = max(one.high, other.high) if other else one.high
    return Estimate(value=None, low=low, high=high, level=1.0, unit="deg").format()


def _mean_direction(azimuths: Sequence[float]) -> tuple[float, float]:
    angles = np.radians(azimuths)
    return float(np.sin(angles).mean()), float(np.cos(angles).mean())


def _overlap(azimuth: Estimate, needed: Estimate) -> bool:
    return any(azimuth.low <= needed.high + turn and needed.low + turn <= azimuth.high for turn in (-360.0, 0.0, 360.0))


def _azimuth_range(
    site: Site, inclination: Estimate, altitude_m: float, southbound: bool, *, earth_relative: bool
) -> Estimate | None:
    values = []
    for value in (inclination.value, inclination.low, inclination.high):
        try:
            values.append(
                launch_azimuth_deg(
                    float(value or 0.0),
                    site.latitude_deg,
                    altitude_m,
                    southbound=southbound,
                    earth_relative=earth_relative,
                )
            )
        except ModelError:
            return None
    return Estimate(value=values[0], low=min(values), high=max(values), level=inclination.level, unit="deg")


def _unreachable(launch_id: str, site: Site, inclination: Estimate, sources: tuple[str, ...]) -> Finding:
    text = phrase(
        "An orbit of {inclination} does not pass over latitude {latitude_deg:.1f}: the launch must turn.",
        inclination=inclination.format(),
        latitude_deg=site.latitude_deg,
    )
    return Finding(
        id=f"notice-orbit:{launch_id}",
        topic="notice-orbit",
        question="Do the notified areas fit the stated orbit?",
        verdict="cannot both be right",
        statement=text,
        label="notice and orbit",
        brief=text,
        sign="≠",
        mark="not straight",
        estimates={"inclination_deg": inclination},
        sources=sources,
        method="cos i = cos(latitude) sin(azimuth) has no solution.",
        reference="Vallado 2013, section 6.4",
    )


def _azimuth_by_hand(site: Site, inclination_deg: float, altitude_m: float, answer: float) -> str:
    speed = np.sqrt(398600.4418 / (6378.137 + altitude_m / 1e3))
    sine = np.cos(np.radians(inclination_deg)) / np.cos(np.radians(site.latitude_deg))
    ground = 0.4651 * np.cos(np.radians(site.latitude_deg))
    return phrase(
        "sin(b) = cos i / cos(latitude) = cos {inclination_deg:g} / cos {latitude_deg:.2f} ="
        " {sine:.4f}; v = sqrt(398600 / {altitude_m:.0f}) = {speed:.3f} km/s; east over the"
        " ground {speed:.3f} x {sine:.4f} - {ground:.3f} = {speed_2:.3f}, north {speed_3:.3f}"
        " km/s: azimuth about {answer:.0f} deg",
        inclination_deg=inclination_deg,
        latitude_deg=site.latitude_deg,
        sine=sine,
        altitude_m=6378.137 + altitude_m / 1000.0,
        speed=speed,
        ground=ground,
        speed_2=speed * sine - ground,
        speed_3=speed * np.sqrt(1 - sine**2),
        answer=answer,
    )
