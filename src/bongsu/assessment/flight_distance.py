"""The distance that a reported flight's boost would give on a standard trajectory, as a Finding.

Reported apogee, ground range and time go in, with launch point and bearing where they are known. A distance with its
interval comes out, or a lower bound, or the reason why there is neither. No place is an input and none is an answer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.finding import Finding
from bongsu.assessment.flight_figures import FlightReport, validate_reports, words_of_report
from bongsu.assessment.lofted import (
    HALF_EARTH_M,
    ILL_CONDITIONED_M,
    equal_speed_distance_m,
    ground_speed_m_s,
    standard_apogee_m,
    standard_distances_m,
)
from bongsu.assessment.powered_time import PoweredTime, boosts_of, powered_time, time_weights
from bongsu.assessment.stated import StatedFigure
from bongsu.earth import Estimate
from bongsu.provenance import Evidence
from bongsu.wording import capital, joined, phrase

__all__ = ["LEVEL", "PublishedDistance", "estimate_distance"]

LEVEL = 0.8
LEAST_APOGEE_KM = (
    40.0  # below, most of the flight is in air that a ballistic arc leaves out (US Standard Atmosphere 1976)
)
DEPRESSED_SHARE = 0.75  # of the apogee of the arc that needs the least speed: below, lift or the air takes part

METHOD = "generic powered flights fitted to the report and flown on a standard trajectory, version 1"
REFERENCE = (
    "Forden (2007), GUI_Missile_Flyout, Science & Global Security 15, 133-146 (gravity turn); "
    "Bate, Mueller & White (1971), Fundamentals of Astrodynamics, ch. 6"
)
NOT_CAPABILITY = (
    "It is the distance of this flight's speed, not of a missile: a flight that did not spend all it had, or steered its "
    "energy away, says too little; a lighter payload than would be carried says too much."
)

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDistance:
    """One party's estimate of the same distance, in km, as written."""

    party: str
    distance: StatedFigure
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """One party's figures and what they come to. Kilometres, minutes; ``reason`` says why there is no distance."""

    report: FlightReport
    reason: str = ""
    low: float = math.nan
    middle: float = math.nan
    high: float = math.nan
    bearing: Estimate | None = None
    speed: Estimate | None = None
    height: Estimate | None = None
    time: PoweredTime | None = None

    @property
    def is_bound(self) -> bool:
        """Whether only a lower bound is given."""
        figures = self.report
        return figures.apogee.is_open or figures.ground_range.is_open or self.middle > ILL_CONDITIONED_M / 1e3

    @property
    def bound(self) -> float:
        """The lower bound: 90 % of the flights reach it; none is claimed beyond where the method holds. [km]"""
        return min(self.low, ILL_CONDITIONED_M / 1e3)

    @property
    def conflict(self) -> bool:
        """Whether the time given does not belong to the apogee and range given."""
        return self.time is not None and self.time.conflict


def estimate_distance(
    reports: Sequence[FlightReport],
    *,
    id: str,
    name: str = "",
    kind: str = "ballistic",
    latitude_deg: float | None = None,
    longitude_deg: float | None = None,
    azimuth_deg: float | None = None,
    published: Sequence[PublishedDistance] = (),
    remark: str = "",
) -> Finding:
    """The distance that the same boost would give on a standard trajectory, or a lower bound, or why neither.

    Parameters
    ----------
    reports : sequence of FlightReport
        One per reporting party. The first whose figures can be used is the answer; the others stand in ``details``.
    id, name : str
        The finding's id is ``range:<id>``; ``name`` is how the flight is called in sentences.
    kind : str
        ``ballistic``, ``glide`` or ``unknown``; a glider is refused.
    latitude_deg, longitude_deg, azimuth_deg : float or None
        Launch point, and direction there of the geodesic to the point of fall, clockwise from true north, +- 5 deg.
        What is not given is taken over all its values. The longitude has no effect on the distance. [deg]
    published : sequence of PublishedDistance
        Estimates of others, put beside the answer; they do not enter it.
    remark : str
        What is known of this flight that bears on the answer; stands first among the caveats.

    Returns
    -------
    Finding
        ``computed`` with ``distance_km`` (level 0.8: median and interval over an Earth that does not turn), or above
        12,000 km with a lower bound (level 0.9, no value, infinite ``high``); ``undetermined`` with the reason for
        gliders, depressed flights and figures that no generic boost can fly. Beside it ``burn_out_speed_m_s``,
        ``burn_out_height_km``, ``powered_time_min``, ``time_off_min`` and, with launch point and bearing,
        ``same_bearing_km`` over the turning Earth.

    Raises
    ------
    InputError
        When no report is given, a figure lies outside what the model was tested for, or the place is not on Earth.
    """
    validate_reports(reports, kind, latitude_deg, longitude_deg, azimuth_deg)
    answers = [_answer(report, kind, latitude_deg, azimuth_deg) for report in reports]
    chief = min(answers, key=lambda one: (bool(one.reason), one.conflict, one.is_bound))
    title = name or id
    evidence = (
        *(Evidence(what=words_of_report(report), sources=report.sources) for report in reports),
        *(
            Evidence(
                what=phrase("{party}: {km_words} (not used)", party=one.party, km_words=_km_words(one.distance)),
                sources=one.sources,
            )
            for one in published
        ),
    )
    return Finding(
        id=f"range:{id}",
        topic="range",
        question=phrase("How far would the speed of {title} carry on a standard trajectory?", title=title),
        verdict="undetermined" if chief.reason else "computed",
        statement=_statement(answers, chief),
        label="distance",
        brief=_brief(chief, published),
        sign="?" if chief.reason else "!" if chief.conflict else "=",
        mark="refused"
        if chief.reason
        else "check time"
        if chief.conflict
        else "lower bound"
        if chief.is_bound
        else "computed",
        estimates=_estimates(chief),
        evidence=evidence,
        sources=tuple(dict.fromkeys(s for item in evidence for s in item.sources)),
        method=METHOD,
        reference=REFERENCE,
        experimental=True,
        caveats=_caveats(chief, remark, latitude_deg is not None and azimuth_deg is not None),
        would_change=_would_change(chief),
        check_by_hand="" if chief.reason else _by_hand(chief.report),
        say=_say(chief),
        do_not_say="What lies within that distance, or what the missile could carry there; no place follows from it.",
        details={
            "estimates_of": chief.report.party,
            "lower_bound": not chief.reason and chief.is_bound,
            "parties": [_party_json(one) for one in answers],
            "published": [_published_json(one, chief) for one in published],
            "launch": {"latitude_deg": latitude_deg, "longitude_deg": longitude_deg, "azimuth_deg": azimuth_deg},
            "kind": kind,
        },
    )


def _answer(report: FlightReport, kind: str, latitude_deg: float | None, azimuth_deg: float | None) -> _Answer:
    """Fly the generic boosts for one party's figures."""
    reason = _refusal(report, kind)
    if reason:
        return _Answer(report=report, reason=reason)
    fit = boosts_of(report, latitude_deg, azimuth_deg)
    time = powered_time(report, latitude_deg, azimuth_deg)
    if time is None:
        return _Answer(report=report, reason="no generic powered flight short of half the Earth has these figures")
    weights = time_weights(fit.flights.time_s / 60.0, report.flight_time) if not time.conflict else None
    low, middle, high = _quantiles(standard_distances_m(fit) / 1e3, weights)
    bearing = None
    if latitude_deg is not None and azimuth_deg is not None and middle <= ILL_CONDITIONED_M / 1e3:
        turned = _quantiles(standard_distances_m(fit, turning=True) / 1e3, weights)
        if turned[1] <= ILL_CONDITIONED_M / 1e3:
            bearing = _spread(turned, "km")
    return _Answer(
        report=report,
        low=low,
        middle=middle,
        high=high,
        bearing=bearing,
        speed=_spread(_quantiles(fit.flights.burn_out_speed_m_s, weights), "m/s"),
        height=_spread(_quantiles(fit.flights.burn_out_height_m / 1e3, weights), "km"),
        time=time,
    )


def _refusal(report: FlightReport, kind: str) -> str:
    """Why these figures tell no speed; empty where they do."""
    apogee, ground_range = report.apogee, report.ground_range
    if kind == "glide":
        return "the vehicle is reported to glide: lift carries it, and its apogee tells no speed"
    if apogee.low <= 0.0:
        return "the apogee is given only as an upper bound"
    if apogee.value < LEAST_APOGEE_KM:
        return phrase(
            "an apogee of {apogee} keeps the flight in the air, where drag and lift decide how far it goes",
            apogee=apogee,
        )
    standard = standard_apogee_m(ground_range.value * 1e3) / 1e3
    if apogee.value < DEPRESSED_SHARE * standard:
        return phrase(
            "an apogee of {apogee} is far below the {thousands} km of an undepressed arc over"
            " {ground_range}: the flight was depressed or glided, and its apogee tells no speed",
            apogee=apogee,
            thousands=_thousands(standard),
            ground_range=ground_range,
        )
    return ""


def _quantiles(values: Array, weights: Array | None) -> tuple[float, float, float]:
    """10, 50 and 90 % of weighted values."""
    order = np.argsort(values)
    share = np.ones(len(values)) if weights is None else weights[order]
    middle = np.cumsum(share) - 0.5 * share
    low, half, high = np.interp([0.1, 0.5, 0.9], middle / share.sum(), values[order]).tolist()
    return low, half, high


def _spread(values: tuple[float, float, float], unit: str) -> Estimate:
    return Estimate(value=values[1], low=values[0], high=values[2], level=LEVEL, unit=unit)


def _estimates(answer: _Answer) -> dict[str, Estimate]:
    if answer.reason:
        return {}
    if answer.is_bound:
        distance = Estimate(value=None, low=_rounded(answer.bound, 100.0), high=math.inf, level=0.9, unit="km")
    else:
        distance = _spread((answer.low, answer.middle, answer.high), "km")
    found = {
        "distance_km": distance,
        "same_bearing_km": answer.bearing,
        "burn_out_speed_m_s": answer.speed,
        "burn_out_height_km": answer.height,
        **(answer.time.estimates() if answer.time else {}),
    }
    return {name: estimate for name, estimate in found.items() if estimate is not None}


# ── the words ────────────────────────────────────────────────────────────────────────────────────────


def _rounded(value: float, step: float) -> float:
    """Down to a multiple of a step."""
    return math.floor(value / step + 1e-9) * step


def _thousands(value: float) -> str:
    """To three figures, as such a distance is known."""
    step = 10.0 ** max(0, math.floor(math.log10(max(value, 1.0))) - 2)
    return f"{round(value / step) * step:,.0f}"


def _distance_words(answer: _Answer) -> str:
    if answer.is_bound:
        return phrase("at least {rounded:,.0f} km", rounded=_rounded(answer.bound, 100.0))
    width = 100.0 * (answer.high - answer.low) / (2.0 * answer.middle)
    return phrase(
        "about {thousands} km (80 %: {thousands_2} to {thousands_3} km, +-{width:.0f} %)",
        thousands=_thousands(answer.middle),
        thousands_2=_thousands(answer.low),
        thousands_3=_thousands(answer.high),
        width=width,
    )


def _km_words(figure: StatedFigure) -> str:
    return str(figure) if figure.text[-1:].isalpha() else phrase("{text} km", text=figure.text)


def _statement(answers: Sequence[_Answer], chief: _Answer) -> str:
    report = chief.report
    if chief.reason:
        parties = joined(" and ", (one.report.party for one in answers if one.reason == chief.reason))
        return phrase("{parties}: no distance, because {reason}.", parties=parties, reason=chief.reason)
    clauses = [
        phrase(
            "{party}: the boost that gives an apogee of {apogee} and a range of {ground_range} would"
            " carry {distance_words} on a standard trajectory, over an Earth that does not turn",
            party=report.party,
            apogee=report.apogee,
            ground_range=report.ground_range,
            distance_words=_distance_words(chief),
        )
    ]
    if chief.is_bound and not (report.apogee.is_open or report.ground_range.is_open):
        clauses.append(
            "beyond 12,000 km a hundredth of the speed is more than 1,000 km, so only a lower bound is given"
        )
    if chief.bearing is not None:
        clauses.append(
            phrase(
                "on the bearing flown over the turning Earth it would be {thousands} km",
                thousands=_thousands(chief.bearing.value or 0.0),
            )
        )
    if chief.conflict and chief.time is not None:
        clauses.append(phrase("but {time}", time=chief.time.conflict_words()))
    return joined("; ", clauses) + "."


def _brief(answer: _Answer, published: Sequence[PublishedDistance]) -> str:
    if answer.reason:
        return (
            "no distance: not a ballistic flight"
            if "air" in answer.reason or "glide" in answer.reason
            else answer.reason
        )
    beside = (
        phrase("; published {published}", published=joined(", ", (_km_words(one.distance) for one in published)))
        if published
        else ""
    )
    return phrase(
        "{distance_words} at that speed{beside}; no place", distance_words=_distance_words(answer), beside=beside
    )


def _published_json(one: PublishedDistance, chief: _Answer) -> dict[str, object]:
    inside: bool | None = None
    if not chief.reason:
        low, high = (chief.bound, math.inf) if chief.is_bound else (chief.low, chief.high)
        inside = one.distance.low <= high and low <= one.distance.high
    return {"party": one.party, "distance": _km_words(one.distance), "meets": inside, "sources": list(one.sources)}


def _party_json(answer: _Answer) -> dict[str, object]:
    """One party's answer as plain JSON values."""
    report = answer.report
    return {
        "party": report.party,
        "apogee": str(report.apogee),
        "ground_range": str(report.ground_range),
        "flight_time": str(report.flight_time) if report.flight_time else None,
        "refused": bool(answer.reason),
        "reason": answer.reason,
        "distance_km": None
        if answer.reason
        else {"value": None, "low": _rounded(answer.bound, 100.0), "high": None}
        if answer.is_bound
        else {"value": answer.middle, "low": answer.low, "high": answer.high},
        "powered_min": answer.time.minutes_json() if answer.time else None,
        "off_min": answer.time.off_json() if answer.time else None,
        "sources": list(report.sources),
    }


def _caveats(answer: _Answer, remark: str, known: bool) -> tuple[str, ...]:
    if answer.reason:
        return ("No number is given: lift, air or a flat path hides the speed at which the engines stopped.",)
    caveats = [*([remark] if remark else []), NOT_CAPABILITY]
    if answer.time is not None and answer.conflict:
        caveats.insert(
            0,
            phrase("{time}; one of the figures is wrong.", time=capital(answer.time.conflict_words())),
        )
    caveats.append(
        "The distance is a mean over bearings, as published estimates give it: eastward flights go farther over the "
        "turning Earth, westward ones less."
    )
    if answer.is_bound:
        caveats.append("Published figures above 12,000 km are themselves rounded lower bounds; none confirms another.")
    if not known:
        caveats.append("Launch point or bearing is not given: the flight is taken over all of them.")
    if answer.time is not None and answer.time.reported is None:
        caveats.append("No flight time is given: nothing shows whether apogee and range belong together.")
    return tuple(caveats)


def _would_change(answer: _Answer) -> tuple[str, ...]:
    if answer.reason:
        return ("A source that gives the flight as ballistic, with another apogee or range.",)
    changes = ["A measured speed or height at the end of the burn.", "What the flight carried, against what it would."]
    if answer.report.flight_time is None:
        changes.insert(0, "A reported flight time.")
    return tuple(changes)


def _say(answer: _Answer) -> str:
    if answer.reason:
        return phrase(
            "The figures given by {party} tell no standard distance: {reason}.",
            party=answer.report.party,
            reason=answer.reason,
        )
    return phrase(
        "The speed reached in the flight as {party} reports it would carry the same load"
        " {distance_words} on a standard trajectory.",
        party=answer.report.party,
        distance_words=_distance_words(answer),
    )


def _by_hand(report: FlightReport) -> str:
    """The baseline that a pocket calculator gives, and what it leaves out."""
    h, s = report.apogee.value, report.ground_range.value
    v = ground_speed_m_s(h * 1e3, s * 1e3) / 1e3
    q = v**2 * 6371.0 / 398600.4418  # km3/s2, WGS 84
    far = equal_speed_distance_m(h * 1e3, s * 1e3) / 1e3
    last = (
        phrase(
            "equal-speed distance  s' = 2 R asin(Q/(2 - Q)) = 2*6371*asin({q:.5f}/(2 - {q:.5f})) = {far:.0f} km",
            q=q,
            far=far,
        )
        if math.isfinite(far)
        else phrase(
            "Q = {q:.5f} is 1 or more: a throw from the ground at that speed goes into orbit"
            " ({half_earth_m:,.0f} km and on)",
            q=q,
            half_earth_m=HALF_EARTH_M / 1000.0,
        )
    )
    return phrase(
        "A throw from the ground, R = 6371 km, GM = 398600.4 km^3/s^2, apogee H = {h:g} km,"
        " range s = {s:g} km:\nspeed of that arc at the ground  v = {v:.4f} km/s  (flight check"
        " gives e and a: v^2 = GM (2/R - 1/a))\nenergy  Q = v^2 R/GM = {v:.4f}^2*6371/398600.4 ="
        " {q:.5f}\n{last}\nA rocket's figure lies above it, from 3 % for short flights to 30 %:"
        " straight up, thrust holds the weight for longer and ends higher than on a flat path.",
        h=h,
        s=s,
        v=v,
        q=q,
        last=last,
    )
