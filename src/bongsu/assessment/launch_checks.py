"""A launch against its notice: windows, falls, azimuths, and the plane that was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from bongsu.assessment.finding import Finding
from bongsu.earth import (
    Estimate,
    Window,
    format_utc,
    geodesic_inverse,
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

__all__ = ["ReportedFall", "check_falls", "check_lift_off", "check_notice_orbit", "worst_verdict"]


def worst_verdict(verdicts: Sequence[str]) -> str:
    """The verdict of several checks together: one failure fails, one unknown leaves it open."""
    for verdict in ("not as announced", "undetermined"):
        if verdict in verdicts:
            return verdict
    return "agree"


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
        f"{int(abs(into))} min"
        if 1.0 <= abs(into) < 600
        else f"{abs(into) * 60.0:.0f} s"
        if abs(into) < 1.0
        else f"{abs(into) / 60:.1f} h"
    )
    place = {"before": f"{size} BEFORE the window", "after": f"{size} after the window", "inside": f"{size} into it"}
    clock = _clock(moment, lift_off[0][2])
    brief = f"{_utc(moment):%d %b} {clock}, {place[word]}" + (f" ({others})" if others else "")
    spread = max(item[2] for item in lift_off) / 60.0
    statement = {
        "before": f"{label} lifted off {size} before the notified window opened",
        "after": f"{label} lifted off {size} after the notified window closed",
        "inside": f"{label} lifted off within its notified window, {size} after it opened",
    }[word]
    return Finding(
        id=f"launch:{launch_id}",
        topic="launch",
        question="Did the launch come within the notified window?",
        verdict=verdict,
        statement=f"{statement} ({party}: {_utc(moment):%Y-%m-%d} {clock} UTC{'; ' + others if others else ''}).",
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
            *(Evidence(what=f"lift-off by {p}", sources=ids) for p, _, _, ids in lift_off),
        ),
        method="Reported lift-off minus the start of the nearest notified window.",
        caveats=() if len(lift_off) > 1 else ("One party's time only.",),
        check_by_hand=f"{format_utc(moment)[11:19]} against windows {_window_words(windows)}",
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
        statement=f"{label} lifted off on {_utc(moment):%Y-%m-%d} at {clock} UTC"
        f" ({party}{'; ' + others if others else ''}); no notified window is known.",
        label="launch",
        brief=f"{_utc(moment):%d %b} {clock}" + (f" ({others})" if others else "") + "; no notified window known",
        sign="?",
        mark="no window",
        sources=tuple(dict.fromkeys(s for *_, ids in lift_off for s in ids)),
        evidence=tuple(Evidence(what=f"lift-off by {p}", sources=ids) for p, _, _, ids in lift_off),
        method="As reported.",
        would_change=("The text of the warning: bongsu case add CASE --notice FILE",),
        say="lifted off then",
        do_not_say="that it was or was not announced",
    )


def _clock(moment: datetime, precision_s: float) -> str:
    """Hours and minutes, and the seconds where they are known."""
    return f"{_utc(moment):%H:%M:%S}" if precision_s < 30.0 else f"{_utc(moment):%H:%M}"


def _others(lift_off: Sequence[tuple[str, datetime, float, tuple[str, ...]]]) -> str:
    """What the other parties have: their times where they differ, their names where they agree."""
    _, first, precision_s, _ = lift_off[0]
    same = [p for p, moment, near, _ in lift_off[1:] if abs((moment - first).total_seconds()) <= max(near, precision_s)]
    parts = [f"{p} has {_clock(moment, near)}" for p, moment, near, _ in lift_off[1:] if p not in same]
    return "; ".join(([f"{', '.join(same)} the same"] if same else []) + parts)


def _utc(moment: datetime) -> datetime:
    return datetime.fromisoformat(format_utc(moment, digits=3))


def _window_words(windows: Sequence[Window]) -> str:
    shown = [
        f"{format_utc(w.start) if w.start else 'open'} to {format_utc(w.end) if w.end else 'open'}" for w in windows[:2]
    ]
    return "; ".join(shown) + (f" and {len(windows) - 2} more" if len(windows) > 2 else "")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFall:
    """A reported fall: where it lies if known, or only in words which notified area it fell in."""

    label: str
    party: str
    time: datetime | None = None
    latitude_deg: float | None = None
    longitude_deg: float | None = None
    uncertainty_m: float = 0.0
    area: str = ""  # a label, or "outside"
    sources: tuple[str, ...] = ()


def check_falls(
    launch_id: str,
    falls: Sequence[ReportedFall],
    areas: Sequence[NotifiedArea | ApproximateArea],
    site: Site | None,
    *,
    label: str = "stages",
) -> Finding | None:
    """Reported falls against the notified areas.

    A fall with a position is compared by geometry, within both uncertainties; one known only in words
    is set down as reported. Id ``stages:<id>``; None where no fall is reported. Estimates per fall with a
    position and a site: distance [km] and azimuth [deg] from the site.
    """
    if not falls:
        return None
    parts, verdicts, briefs, hands = [], [], [], []
    estimates: dict[str, Estimate] = {}
    for fall in falls:
        when = f"~{_utc(fall.time):%H:%M} " if fall.time else ""
        if fall.latitude_deg is not None and fall.longitude_deg is not None:
            word, fits = _fits(fall, areas, site)
            if site is not None:
                distance, azimuth, _ = geodesic_inverse(
                    site.latitude_deg, site.longitude_deg, fall.latitude_deg, fall.longitude_deg
                )
                off = float(np.degrees(np.arctan2(fall.uncertainty_m, distance)))
                key = fall.label.replace(" ", "_")
                estimates[f"{key}_distance_km"] = Estimate(
                    value=distance / 1e3,
                    low=(distance - fall.uncertainty_m) / 1e3,
                    high=(distance + fall.uncertainty_m) / 1e3,
                    unit="km",
                )
                estimates[f"{key}_azimuth_deg"] = Estimate(
                    value=azimuth, low=azimuth - off, high=azimuth + off, unit="deg"
                )
                briefs.append(f"{fall.label}: fell {distance / 1e3:.0f} km, azimuth {azimuth:.0f} from the pad; {word}")
                hands.append(
                    f"{fall.label}: north {distance / 1e3 * np.cos(np.radians(azimuth)):.0f} km and east"
                    f" {distance / 1e3 * np.sin(np.radians(azimuth)):.0f} km of the pad"
                )
            where = f"{distance / 1e3:.0f} km from the pad at azimuth {azimuth:.0f} deg; " if site is not None else ""
            parts.append(f"{fall.label}: fell {when}{where}{word}")
            verdicts.append("agree" if fits else "not as announced" if fits is False else "undetermined")
        else:
            outside = fall.area == "outside"
            word = (
                "outside the notified areas"
                if outside
                else f"inside area {fall.area}"
                if fall.area
                else "place unknown"
            )
            word = "inside its notified area" if fall.area == "inside" else word
            parts.append(f"{fall.label}: fell {when}{word} ({fall.party})")
            briefs.append(
                f"{fall.label} {'fell ' if not briefs else ''}{when}{word.replace(' the notified areas', '')}"
            )
            verdicts.append("not as announced" if outside else "agree" if fall.area else "undetermined")
    verdict = worst_verdict(verdicts)
    sign, mark = {
        "agree": ("=", "fits"),
        "not as announced": ("!", "outside"),
        "undetermined": ("?", "unknown"),
    }[verdict]
    geometry = bool(estimates)
    statement = "; ".join(parts)
    return Finding(
        id=f"stages:{launch_id}",
        topic="stages",
        question="Did the stages fall in the notified areas?",
        verdict=verdict,
        statement=f"{statement[:1].upper()}{statement[1:]}.",
        label=label,
        brief="; ".join(briefs),
        sign=sign,
        mark=mark,
        estimates=estimates,
        sources=tuple(dict.fromkeys(s for fall in falls for s in fall.sources)),
        evidence=tuple(Evidence(what=f"fall of {fall.label} by {fall.party}", sources=fall.sources) for fall in falls),
        method="Distance of the reported fall from each notified area, both uncertainties allowed."
        if geometry
        else "As reported; no position was published, so nothing was computed.",
        reference="Karney 2013, J. Geodesy 87, 43" if geometry else "",
        caveats=(
            "Reported falls are rounded; none was surveyed in public.",
            *(("The areas are known only by published distances.",) if _approximate(areas) else ()),
        ),
        would_change=("The coordinates of the notified areas.",) if _approximate(areas) else (),
        check_by_hand="; ".join(hands),
        say="fell where the report says",
        do_not_say="that the area was violated on purpose",
    )


def _approximate(areas: Sequence[NotifiedArea | ApproximateArea]) -> bool:
    return any(isinstance(area, ApproximateArea) for area in areas)


def _fits(
    fall: ReportedFall, areas: Sequence[NotifiedArea | ApproximateArea], site: Site | None
) -> tuple[str, bool | None]:
    """Words and yes, no, or None for cannot tell: does a position lie in a notified area?"""
    assert fall.latitude_deg is not None and fall.longitude_deg is not None
    nearest: tuple[float, str, bool, str] | None = None
    for area in areas:
        if isinstance(area, ApproximateArea):
            centre = (area.latitude_deg, area.longitude_deg)
            distance, _, _ = geodesic_inverse(fall.latitude_deg, fall.longitude_deg, *centre)
            inside = distance <= area.uncertainty_m + fall.uncertainty_m
            size = f" ±{area.uncertainty_m / 1e3:.0f}"
        else:
            centre, size = area.region().centroid, ""
            distance = area.region().distance_m(fall.latitude_deg, fall.longitude_deg)
            inside = distance <= fall.uncertainty_m
        words = ""
        if site is not None:
            away, azimuth, _ = geodesic_inverse(site.latitude_deg, site.longitude_deg, *centre)
            words = f" at {away / 1e3:.0f}{size} km, azimuth {azimuth:.0f}"
        if nearest is None or distance < nearest[0]:
            nearest = (distance, area.label, inside, words)
    if nearest is None:
        return "no area is known", None
    distance, label, inside, words = nearest
    if inside:
        return f"fits area {label}{words}", True
    return f"{distance / 1e3:.0f} km from area {label}{words}", False


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
    listed = ", ".join(f"{item.azimuth.value:.0f}" for item in azimuths)
    verdict = "agree" if straight else "cannot both be right"
    claim = "was reached" if reached else "was stated"
    needed_text, inertial_text = f"{needed.value:.1f}", f"{inertial.value:.1f}"
    statement = (
        f"An orbit of {inclination.value:g} deg needs a launch azimuth of {needed_text} deg over the ground"
        f" ({inertial_text} inertial); the notified areas lie at {listed} deg,"
    )
    if straight:
        statement += " which a straight flight fits."
    else:
        statement += (
            f" and a straight flight to the last of them gives {last.inclination.format()}"
            + (f" (flying on along the last leg {onward.format()})" if onward else "")
            + f", not the {inclination.value:g} deg that {claim}: both are right only if a dog-leg is flown."
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
                f"{inclination.value:g} deg needs launch azimuth {needed_text} ({inertial_text} inertial); areas lie at"
                f" {listed}; "
                + (
                    "a straight flight fits"
                    if straight
                    else f"flown straight they give {_between(last.inclination, onward)}"
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
                *(("The areas are known only by published distances.",) if _approximate(areas) else ()),
            ),
            would_change=("The coordinates of the notified areas.",) if _approximate(areas) else (),
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
    text = (
        f"An orbit of {inclination.format()} does not pass over latitude {site.latitude_deg:.1f}: the launch must turn."
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
    return (
        f"sin(b) = cos i / cos(latitude) = cos {inclination_deg:g} / cos {site.latitude_deg:.2f} = {sine:.4f};"
        f" v = sqrt(398600 / {6378.137 + altitude_m / 1e3:.0f}) = {speed:.3f} km/s; east over the ground"
        f" {speed:.3f} x {sine:.4f} - {ground:.3f} = {speed * sine - ground:.3f}, north"
        f" {speed * np.sqrt(1 - sine**2):.3f} km/s: azimuth about {answer:.0f} deg"
    )
