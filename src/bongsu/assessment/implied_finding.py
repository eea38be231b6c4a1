"""What a notice implies, as one finding: azimuth, hypotheses with weight and cost, inclination, node."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from bongsu.assessment.ascent_track import CIRCULAR_SPEED_M_S
from bongsu.assessment.finding import Finding
from bongsu.assessment.implied_orbit import ImpliedOrbits, OrbitHypothesis, straight_inclination
from bongsu.earth import (
    EarthOrientation,
    Estimate,
    Window,
    constants,
    format_utc,
    node_mean_solar_time_h,
    to_datetime64,
)
from bongsu.errors import ModelError
from bongsu.orbit import PlanarWindow, direct_ascent_node_deg, inclination_of_drift_deg
from bongsu.overflight import Site
from bongsu.provenance import Evidence
from bongsu.wording import joined, open_ended, phrase

__all__ = ["LaunchSpan", "add_ways", "drift_finding", "family_name", "implied_finding", "launch_span"]

_TURNED_AFTER = timedelta(minutes=5)  # a turn is over by then, give or take 5 min (1.25 deg of node)
_PERIOD_MIN = 94.6  # at 500 km
_HEIGHTS_KM = ((250.0, 250.0), (400.0, 400.0), (600.0, 600.0))  # for the inclination of a drifting window
_FAMILIES = (
    ("space station", 51.2, 52.2),
    ("53 deg", 52.2, 54.0),
    ("Molniya", 62.0, 65.5),
    ("near-polar", 80.5, 85.0),
    ("polar", 85.0, 93.0),
    ("sun-synchronous", 96.0, 100.5),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchSpan:
    """When the flight may rise: from ``start`` to ``end`` on one day; ``open_all_day`` where no plane follows from it."""

    start: datetime
    end: datetime
    open_all_day: bool = False


def launch_span(windows: Sequence[Window], launched: datetime | None = None) -> LaunchSpan | None:
    """The lift-off where it is known, else the first window; None without either."""
    if launched is not None:
        return LaunchSpan(start=launched, end=launched)
    bounded = sorted((each.start, each.end) for each in windows if each.start is not None and each.end is not None)
    if not bounded:
        return None
    start, end = bounded[0]
    return LaunchSpan(start=start, end=end, open_all_day=end - start >= timedelta(hours=23))


def family_name(low: float, high: float, latitude_deg: float) -> str:
    """What orbits between two inclinations are called: most of the interval decides; "" where nothing fits."""
    middle = (low + high) / 2.0
    if middle <= abs(latitude_deg) + 2.5:
        return "due east and transfer"
    return next((name for name, first, last in _FAMILIES if first <= middle <= last), "")


def implied_finding(
    notice_id: str,
    site: Site,
    implied: ImpliedOrbits,
    span: LaunchSpan | None,
    *,
    orientation: EarthOrientation,
    planar: PlanarWindow | None = None,
    approximate: bool = False,
    counted: bool = True,
    sources: tuple[str, ...] = (),
) -> Finding:
    """Set down what :func:`implied_distribution` found. Id ``implies:<notice>``.

    Estimates: ``azimuth_deg`` over the ground at the pad; ``straight_inclination_deg`` of a flight along it;
    ``node_rate_deg_day`` where the window drifts. ``details``: ``intervals`` (low, high, probability, family),
    ``hypotheses`` and, cut by those intervals, ``outcomes`` (kind, words, weight, inclination_deg, direction, turn_deg,
    extra_speed_m_s, node_deg, node_mean_time_h, equator_longitude_deg), ``width_deg``, ``left_out``.
    """
    hypotheses = [_told(each, span, orientation) for each in implied.hypotheses]
    outcomes = [_told(each, span, orientation) for each in implied.outcomes]
    intervals = [
        {
            "low": round(low, 2),
            "high": round(high, 2),
            "probability": round(share, 3),
            "family": family_name(low, high, site.latitude_deg),
        }
        for low, high, share in implied.intervals
    ]
    best, first = implied.hypotheses[0], max(implied.intervals, key=lambda each: each[2])
    straight = straight_inclination(implied.azimuth, site.latitude_deg)
    family = family_name(first[0], first[1], site.latitude_deg)
    estimates = {"azimuth_deg": implied.azimuth, "straight_inclination_deg": straight}
    if planar is not None:
        estimates["node_rate_deg_day"] = planar.node_rate
    statement = (
        phrase(
            "From {label} the flight leaves at azimuth {azimuth} deg over the ground, likeliest by"
            " {words} ({weight:.0%}); with {level:.0%} probability the inclination is {set_words},"
            " likeliest {between} deg",
            label=site.label,
            azimuth=implied.azimuth.format(unit=False),
            words=best.words,
            weight=hypotheses[0]["weight"],
            level=implied.level,
            set_words=_set_words(implied),
            between=_between(first[0], first[1], "{low} to {high}"),
        )
        + (phrase(" ({family}, {first:.0%})", family=family, first=first[2]) if family else f" ({first[2]:.0%})")
        + (phrase("; {drift_words}", drift_words=_drift_words(planar)) if planar is not None else ".")
    )
    return Finding(
        id=f"implies:{notice_id}",
        topic="notice-orbit",
        question=phrase(
            "Which orbits do the areas of {name} imply, for a launch from {label}?",
            name="the notice" if notice_id == "pasted" else notice_id,
            label=site.label,
        ),
        verdict="computed",
        statement=statement,
        label="implies",
        brief=phrase(
            "{set_words} (90 %); {kind} {weight:.0%}",
            set_words=_set_words(implied),
            kind=best.kind,
            weight=hypotheses[0]["weight"],
        ),
        sign="=" if best.kind == "direct" else "?",
        mark=best.kind,
        estimates=estimates,
        sources=sources,
        evidence=(
            Evidence(what="areas of the notice", sources=sources),
            Evidence(what="counts of launches by site and inclination: GCAT (CC-BY) and the public catalogue"),
        ),
        method=(
            "Ways of flying through the areas, weighed by how often such flights are expected, how well the areas fit"
            " and how often launches reached each inclination (Bayes' rule); stages fall while the Earth turns; extra"
            " speed by the shortest way between two velocities."
        ),
        reference="Vallado 2013, section 6.4; Bate, Mueller and White 1971, section 6.2",
        experimental=True,
        caveats=(
            "The shares of straight and turning flights are judgements, checked against some twenty flights.",
            "Areas are padded, and the flight lies anywhere across them.",
            *(() if counted else ("No launch from this site is counted: all sites' launches stand in.",)),
            *(
                (phrase("Flights from here turn: {turning_site}.", turning_site=implied.turning_site),)
                if implied.turning_site
                else ()
            ),
            *(("The areas are known only by published distances.",) if approximate else ()),
            *(
                phrase("Area {label} left out: {why}.", label=label or "(no letter)", why=why)
                for label, why in implied.left_out
            ),
        ),
        would_change=_would_change(span, approximate),
        check_by_hand=_by_hand(implied, site),
        say="the areas fit these orbits, the likelier ones first",
        do_not_say="which orbit is meant",
        details={
            "intervals": intervals,
            "width_deg": round(implied.width_deg, 1),
            "hypotheses": hypotheses,
            "outcomes": outcomes,
            "areas": [
                {
                    "label": leg.label,
                    "leg_km": round(leg.distance_m / 1e3),
                    "azimuth_deg": round(leg.azimuth_deg, 1),
                    "half_width_deg": round(leg.half_width_deg, 1),
                }
                for leg in implied.legs
            ],
            "left_out": [{"area": label, "why": why} for label, why in implied.left_out],
            "span": None if span is None else {"start": format_utc(span.start), "end": format_utc(span.end)},
            "drift": None if planar is None else _drift(planar),
        },
    )


def add_ways(
    finding: Finding,
    implied: ImpliedOrbits,
    stated: Estimate,
    span: LaunchSpan | None,
    *,
    orientation: EarthOrientation,
) -> Finding:
    """A finding about notice and stated orbit, with the ways of flying into that orbit and what they cost.

    ``details`` gains ``intervals`` and ``hypotheses`` as of :func:`implied_finding`, and ``ways``: its outcomes that hold the
    stated inclination. The statement gains one sentence.
    """
    value = stated.value if stated.value is not None else (stated.low + stated.high) / 2.0
    ways = [
        _told(each, span, orientation)
        for each in implied.outcomes
        if each.inclination.low - 0.5 <= value <= each.inclination.high + 0.5 and each.kind != "other"
    ]
    share = implied.probability(value - 1.0, value + 1.0)
    words = phrase(
        "; weighed with how launches went before, orbits within 1 deg of {value:g} deg have"
        " {share} ({implied} the {level:.0%} set)",
        value=value,
        share=_share(share),
        implied="in" if implied.holds(value) else "outside",
        level=implied.level,
    )
    if ways:
        cost = ways[0]["extra_speed_m_s"]
        words += phrase(", the likeliest way there being {words}", words=ways[0]["words"])
        words += (
            phrase(", at {low:.0f} to {high:.0f} m/s of extra speed", low=cost["low"], high=cost["high"])
            if cost
            else ", at no extra speed"
        )
    return replace(
        finding,
        statement=open_ended(finding.statement) + words + ".",
        experimental=True,
        caveats=(*finding.caveats, "The shares of straight and turning flights are judgements (experimental)."),
        details={
            **finding.details,
            "intervals": [{"low": low, "high": high, "probability": round(p, 3)} for low, high, p in implied.intervals],
            "hypotheses": [_told(each, span, orientation) for each in implied.hypotheses],
            "ways": ways,
        },
    )


def drift_finding(planar: PlanarWindow, count: int) -> Finding:
    """What launch times that slip say by themselves. Id ``drift``; estimates ``slip_min_day``, ``node_rate_deg_day``."""
    rate, slip = planar.node_rate.value or 0.0, planar.slip.value or 0.0
    return Finding(
        id="drift",
        topic="notice-orbit",
        question="Which drift of the plane, and so which inclination, do the launch times imply?",
        verdict="computed",
        statement=f"T{_drift_words(planar)[1:]}",
        label="drift",
        brief=phrase("node {rate:+.2f} deg/day", rate=rate),
        sign="=",
        mark="drift",
        estimates={"slip_min_day": planar.slip, "node_rate_deg_day": planar.node_rate},
        evidence=(Evidence(what=phrase("{count} launch times", count=count)),),
        method=(
            "Straight line through the times over the passes of the site under the plane, counted from two neighbouring"
            " days; inclination by the drift of J2 at a supposed height."
        ),
        reference="T. Molczan, SeeSat-L, 15 January 2019; Vallado 2013, section 9.6",
        caveats=(
            "Only a window that waits for a plane says this; one set by light or a ground station slips as well.",
            "The inclination goes with the height supposed: the drift alone gives the two together.",
        ),
        would_change=("More launch times.", "The inclination from the areas: with the drift it gives the height."),
        check_by_hand=(
            phrase(
                "{slip:+.2f} min/day: 360 x (1.0027379 - 1440 / (1440 {slip_2} {slip_3:.2f})) = {rate:+.2f} deg/day",
                slip=slip,
                slip_2="+" if slip >= 0 else "-",
                slip_3=abs(slip),
                rate=rate,
            )
        ),
        say="the launch waits for a plane that drifts so",
        do_not_say="what is in that plane",
        details={"drift": _drift(planar), "days": list(planar.days), "residual_s": round(planar.residual_s)},
    )


def _share(value: float) -> str:
    return f"{value:.0%}" if value >= 0.005 else "under 1%"


def _told(each: OrbitHypothesis, span: LaunchSpan | None, orientation: EarthOrientation) -> dict[str, Any]:
    """One hypothesis as plain values, with its node where a time is known."""
    southbound = each.southbound >= 0.5
    node = hours = None
    if span is not None and not span.open_all_day and each.kind not in ("other", "coast"):
        node, hours = _nodes(each, span, southbound, orientation)
    crossing = None if each.kind in ("other", "coast") else _crossing(each, southbound)
    return {
        "kind": each.kind,
        "words": each.words,
        "weight": round(each.weight, 3),
        "inclination_deg": _json(each.inclination, 1),
        "direction": "southbound" if southbound else "northbound",
        "turn_deg": _json(each.turn_deg, 0),
        "extra_speed_m_s": _json(each.extra_speed_m_s, 0),
        "node_deg": _json(node, 1),
        "node_mean_time_h": _json(hours, 2),
        "equator_longitude_deg": _json(crossing, 1),
    }


def _nodes(
    each: OrbitHypothesis, span: LaunchSpan, southbound: bool, orientation: EarthOrientation
) -> tuple[Estimate | None, Estimate | None]:
    """Right ascension and mean local time of the ascending node, over the window and the places where it may begin."""
    nodes, hours = [], []
    for latitude, longitude in each.start:
        for moment in (span.start, span.end):
            at = moment if len(each.start) == 1 and each.kind == "direct" else moment + _TURNED_AFTER
            for value in (each.inclination.low, each.inclination.value or 0.0, each.inclination.high):
                try:
                    node = direct_ascent_node_deg(
                        latitude, longitude, value, at, southbound=southbound, orientation=orientation
                    )
                except ModelError:
                    continue
                nodes.append(node)
                hours.append(float(node_mean_solar_time_h(node, [to_datetime64(at)], orientation)[0]))
    return _circle(nodes, 360.0, "deg"), _circle(hours, 24.0, "h")


def _crossing(each: OrbitHypothesis, southbound: bool) -> Estimate | None:
    """Longitude of the first southbound pass of the equator, the Earth turning meanwhile."""
    found = []
    for latitude, longitude in each.start:
        for value in (each.inclination.low, each.inclination.value or 0.0, each.inclination.high):
            ratio, share = _tangents(latitude, value)
            if abs(ratio) > 1.0 or abs(share) > 1.0:
                continue
            along = math.degrees(math.asin(share))  # from the ascending node, northbound
            angle = along if southbound else 180.0 - along
            east = math.degrees(math.asin(ratio))
            turned = angle / 360.0 * _PERIOD_MIN * 60.0 * math.degrees(constants.EARTH_ROTATION_RAD_S)
            found.append((longitude + (east if southbound else 180.0 - east) - turned) % 360.0)
    spread = _circle(found, 360.0, "deg")
    if spread is None or spread.value is None:
        return None
    shift = -360.0 if spread.value >= 180.0 else 0.0
    return Estimate(value=spread.value + shift, low=spread.low + shift, high=spread.high + shift, unit="deg")


def _tangents(latitude: float, inclination: float) -> tuple[float, float]:
    geocentric = math.atan((1.0 - constants.WGS84_ECCENTRICITY_SQUARED) * math.tan(math.radians(latitude)))
    sine = math.sin(math.radians(inclination))
    if sine < 1e-6:
        return 2.0, 2.0
    return math.tan(geocentric) / math.tan(math.radians(inclination)), math.sin(geocentric) / sine


def _circle(values: Sequence[float], turn: float, unit: str) -> Estimate | None:
    """Middle and span of values on a circle; None where there are none or they go all round."""
    if not values:
        return None
    angles = np.asarray(values) * 2.0 * np.pi / turn
    centre = float(np.angle(np.exp(1j * angles).sum())) % (2.0 * np.pi) * turn / (2.0 * np.pi)
    off = (np.asarray(values) - centre + turn / 2.0) % turn - turn / 2.0
    if float(off.max() - off.min()) > 0.8 * turn:
        return None
    return Estimate(value=centre, low=centre + float(off.min()), high=centre + float(off.max()), unit=unit)


def _json(estimate: Estimate | None, digits: int) -> dict[str, Any] | None:
    if estimate is None:
        return None
    value = None if estimate.value is None else round(estimate.value, digits)
    return {
        "value": value,
        "low": round(estimate.low, digits),
        "high": round(estimate.high, digits),
        "level": estimate.level,
        "unit": estimate.unit,
    }


def _number(value: float) -> str:
    return f"{value:.1f}"


def _between(low: float, high: float, template: str = "{low}-{high}") -> str:
    """``28.3-28.8``; one number where the two are written alike."""
    if _number(low) == _number(high):
        return _number(low)
    return phrase(template, low=_number(low), high=_number(high))


def _set_words(implied: ImpliedOrbits) -> str:
    """The set in words, the likeliest four intervals in order of inclination."""
    chosen = sorted(sorted(implied.intervals, key=lambda each: -each[2])[:4])
    words = joined(" or ", (_between(low, high) for low, high, _ in chosen))
    rest = len(implied.intervals) - len(chosen)
    return phrase("{words} deg", words=words) + (
        phrase(" or {rest} smaller intervals", rest=rest) if rest > 1 else " or a smaller interval" if rest else ""
    )


def _drift(planar: PlanarWindow) -> dict[str, Any]:
    rows = []
    for perigee, apogee in _HEIGHTS_KM:
        try:
            values = [
                inclination_of_drift_deg(rate, perigee * 1e3, apogee * 1e3)
                for rate in (planar.node_rate.value or 0.0, planar.node_rate.low, planar.node_rate.high)
            ]
        except ModelError:
            continue
        rows.append(
            {
                "height_km": perigee,
                "inclination_deg": round(values[0], 1),
                "low": round(min(values), 1),
                "high": round(max(values), 1),
            }
        )
    return {
        "slip_min_day": _json(planar.slip, 2),
        "node_rate_deg_day": _json(planar.node_rate, 3),
        "inclinations": rows,
    }


def _drift_words(planar: PlanarWindow) -> str:
    rows = _drift(planar)["inclinations"]
    words = joined(
        ", ",
        (
            phrase(
                "{inclination_deg:.1f} deg at {height_km:.0f} km",
                inclination_deg=row["inclination_deg"],
                height_km=row["height_km"],
            )
            for row in rows
        ),
    )
    slip = planar.slip.value or 0.0
    return phrase(
        "the window moves {slip:.1f} min {slip_2} each day: if it waits for a plane, the node"
        " drifts by {value:.2f} deg/day ({node_rate})",
        slip=abs(slip),
        slip_2="earlier" if slip < 0 else "later",
        value=planar.node_rate.value or 0.0,
        node_rate=planar.node_rate.format(unit=False),
    ) + (phrase(", which is an inclination of {words}.", words=words) if words else ", which no low orbit does.")


def _would_change(span: LaunchSpan | None, approximate: bool) -> tuple[str, ...]:
    return (
        *(("The coordinates of the notified areas.",) if approximate else ()),
        *(("The launch window: it gives the node.",) if span is None or span.open_all_day else ()),
        "The area of a later stage, or of an upper stage's re-entry.",
        "Windows of other days: one that slips steadily gives the drift of the plane, and so the inclination.",
    )


def _by_hand(implied: ImpliedOrbits, site: Site) -> str:
    azimuth = implied.azimuth.value or implied.azimuth.low
    speed = CIRCULAR_SPEED_M_S / 1e3
    phi = math.radians(site.latitude_deg)
    ground = 0.4651 * math.cos(phi)
    east, north = speed * math.sin(math.radians(azimuth)) + ground, speed * math.cos(math.radians(azimuth))
    value = math.degrees(math.acos(math.cos(phi) * east / math.hypot(east, north)))
    return phrase(
        "straight at azimuth {azimuth:.0f}: east {speed:.2f} x sin {azimuth:.0f} + {ground:.2f}"
        " = {east:.2f}, north {north:.2f} km/s; cos i = cos {latitude_deg:.1f} x {east:.2f} /"
        " {math:.2f}: i about {value:.0f} deg",
        azimuth=azimuth % 360.0,
        speed=speed,
        ground=ground,
        east=east,
        north=north,
        latitude_deg=site.latitude_deg,
        math=math.hypot(east, north),
        value=value,
    )
