"""Do an apogee, a ground range and a flight time fit one flight?

A body that coasts from the ground to an apogee and back to the ground a given distance away needs a
time that gravity fixes. Thrust on the way up and drag on the way down only add to it. A reported time
that is shorter than that free flight, with every figure's rounding taken at its most favourable, cannot
be right together with the reported apogee and range. How long the powered climb takes besides is told by generic
powered flights; a time more than 3 min off theirs is flagged, though the arc alone would allow it.

The calculation runs from reported figures to whether they fit each other, and in no other direction.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.finding import Finding
from bongsu.assessment.flight_by_hand import arc_by_hand, minutes_words
from bongsu.assessment.free_flight import (
    directions_of,
    free_flight_time_s,
    launch_elevation_deg,
)
from bongsu.assessment.powered_time import TIME_LIMIT_MIN, PoweredTime, powered_time
from bongsu.assessment.stated import StatedFigure, parse_stated
from bongsu.assessment.unit_slips import out_of_range_advice, unit_slip
from bongsu.earth import Estimate
from bongsu.errors import InputError
from bongsu.provenance import Evidence
from bongsu.wording import joined, phrase

__all__ = ["FlightReport", "check_flight", "flight_report", "validate_reports", "words_of_report"]

MODEL_ALLOWANCE_MIN = 0.1  # oblate gravity is up to 0.03 min (tests, J2 integration); height of the ends is less
LONGER_LIMIT_MIN = 10.0  # no rocket burns and climbs this much longer than it would have coasted
AZIMUTH_TOLERANCE_DEG = 5.0  # a published bearing is a direction on a map, not a measurement
LEAST_ELEVATION_DEG = 15.0  # a flatter arc than this is flown in the air, where lift carries
LEAST_ELEVATION_LOW_DEG = 25.0  # the same for a flight that hardly leaves the air at all
LOW_APOGEE_KM = 120.0  # below this drag and lift act on the whole flight
LIMITS = {"apogee": 50_000.0, "range": 15_000.0, "time": 1440.0}  # km, km, min: beyond, the model is not tested

METHOD = (
    "free-flight time on a Kepler arc over the rotating WGS 84 ellipsoid; time of generic powered flights, version 2"
)
REFERENCE = (
    "Bate, Mueller & White (1971), Fundamentals of Astrodynamics, ch. 6; "
    "Wheelon (1959), Free flight of a ballistic missile, ARS Journal 29; "
    "Forden (2007), GUI_Missile_Flyout, Science & Global Security 15 (gravity turn)"
)

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlightReport:
    """What one reporting party says of one flight. ``apogee`` and ``ground_range`` in km, ``flight_time`` in min."""

    party: str
    apogee: StatedFigure
    ground_range: StatedFigure
    flight_time: StatedFigure | None = None
    sources: tuple[str, ...] = ()


def flight_report(
    party: str,
    apogee_km: str | float,
    ground_range_km: str | float,
    flight_time_min: str | float = "",
    *,
    sources: Sequence[str] = (),
) -> FlightReport:
    """One party's report from figures as written; an empty time means that none was given.

    A number is read as its shortest text, so that 1090.0 is "1090": write text where its places count.

    Raises
    ------
    InputError
        When a figure cannot be read.
    """
    apogee, ground_range, time = (
        str(value).strip() if isinstance(value, str) else str(value).removesuffix(".0")
        for value in (apogee_km, ground_range_km, flight_time_min)
    )
    return FlightReport(
        party=party,
        apogee=parse_stated(apogee, "km", where=phrase("{party}, apogee", party=party)),
        ground_range=parse_stated(ground_range, "km", where=phrase("{party}, ground range", party=party)),
        flight_time=parse_stated(time, "min", where=phrase("{party}, flight time", party=party)) if time else None,
        sources=tuple(sources),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """One party's figures held against the arc, in minutes; ``reason`` says why nothing could be held."""

    report: FlightReport
    verdict: str
    reason: str = ""
    arc: tuple[float, float] = (math.nan, math.nan)
    arc_value: float | None = None
    refused: bool = False
    powered: PoweredTime | None = None

    @property
    def margin(self) -> tuple[float, float]:
        """Reported minus arc, least and most."""
        time = self.report.flight_time
        return (math.nan, math.nan) if time is None else (time.low - self.arc[1], time.high - self.arc[0])

    @property
    def margin_value(self) -> float | None:
        time = self.report.flight_time
        return None if time is None or self.arc_value is None else time.value - self.arc_value

    @property
    def too_long(self) -> bool:
        return self.margin[0] > LONGER_LIMIT_MIN


def check_flight(
    reports: Sequence[FlightReport],
    *,
    id: str,
    name: str = "",
    kind: str = "ballistic",
    latitude_deg: float | None = None,
    longitude_deg: float | None = None,
    azimuth_deg: float | None = None,
    azimuth_tolerance_deg: float = AZIMUTH_TOLERANCE_DEG,
) -> Finding:
    """Whether each party's apogee, ground range and flight time can belong to one ballistic flight.

    Parameters
    ----------
    reports : sequence of FlightReport
        One per reporting party.
    id, name : str
        The finding's id is ``flight:<id>``; ``name`` is how the flight is called in sentences.
    kind : str
        ``ballistic``, ``glide`` or ``unknown``; a glider is refused.
    latitude_deg, longitude_deg, azimuth_deg : float or None
        Launch point and bearing as reported; what is not given is taken over all its values. The longitude
        has no effect. [deg]
    azimuth_tolerance_deg : float
        How far the flight may have differed from the bearing. [deg]

    Returns
    -------
    Finding
        ``cannot both be right`` when a time is shorter than the free flight, or more than 10 minutes longer,
        with every rounding at its most favourable; ``agree``; or ``undetermined`` with the reason, one of them a
        time that the arc allows but that is more than 3 min off that of powered flights. Estimates ``arc_min``,
        ``reported_min`` and ``margin_min`` (level 1.0), ``powered_time_min`` (level 0.8) and ``time_off_min`` (reported
        minus the median of those, level 1.0) belong to the party named in ``details["estimates_of"]``, and are left
        out where a figure is only a bound; ``details["parties"]`` holds the same for every party, null where there
        is no bound.

    Raises
    ------
    InputError
        When no report is given, a figure lies outside what the model was tested for, or the place is not
        on Earth.
    """
    validate_reports(reports, kind, latitude_deg, longitude_deg, azimuth_deg)
    directions = directions_of(latitude_deg, azimuth_deg, tolerance_deg=azimuth_tolerance_deg)
    known = latitude_deg is not None and azimuth_deg is not None
    place = (latitude_deg, azimuth_deg)
    answers = [_with_climb(_answer(report, kind, directions, known), place) for report in reports]
    order = {"cannot both be right": 0, "agree": 1, "undetermined": 2}
    chief = min(answers, key=lambda one: (order[one.verdict], one.refused, one.report.flight_time is None))
    comparison = _compare(reports)
    title = name or id
    return Finding(
        id=f"flight:{id}",
        topic="flight",
        question=phrase(
            "Can the reported apogee, ground range and flight time of {title} belong to one ballistic flight?",
            title=title,
        ),
        verdict=chief.verdict,
        statement=_statement(answers, chief, comparison),
        label=title,
        brief=_brief(chief),
        sign={"cannot both be right": "≠", "agree": "=", "undetermined": "?"}[chief.verdict],
        mark="refused" if chief.refused else chief.verdict,
        estimates=_estimates(chief),
        evidence=tuple(Evidence(what=words_of_report(report), sources=report.sources) for report in reports),
        sources=tuple(dict.fromkeys(source for report in reports for source in report.sources)),
        method=METHOD,
        reference=REFERENCE,
        caveats=_caveats(answers, chief, known),
        would_change=_would_change(chief, known),
        check_by_hand="" if chief.refused else _by_hand_of(chief.report),
        say=_say(chief),
        do_not_say=_do_not_say(chief),
        details={
            "estimates_of": chief.report.party,
            "parties": [_party_json(answer) for answer in answers],
            "between_parties": comparison,
            "launch": {"latitude_deg": latitude_deg, "longitude_deg": longitude_deg, "azimuth_deg": azimuth_deg},
            "kind": kind,
        },
    )


def validate_reports(
    reports: Sequence[FlightReport],
    kind: str,
    latitude_deg: float | None,
    longitude_deg: float | None,
    azimuth_deg: float | None,
) -> None:
    """Refuse reports and places that no flight on Earth can have.

    Raises
    ------
    InputError
        Naming the figure, and the unit it may have been meant in.
    """
    if not reports:
        raise InputError("flight: no report given", advice="give at least one party's apogee and ground range")
    if kind not in ("ballistic", "glide", "unknown"):
        raise InputError(phrase("flight: kind {kind!r} is not ballistic, glide or unknown", kind=kind))
    for value, low, high, what in (
        (latitude_deg, -90.0, 90.0, "latitude"),
        (longitude_deg, -180.0, 360.0, "longitude"),
        (azimuth_deg, 0.0, 360.0, "azimuth"),
    ):
        if value is not None and not low <= value <= high:
            raise InputError(
                phrase(
                    "flight: launch {what} {value} lies outside {low:g} to {high:g} deg",
                    what=what,
                    value=value,
                    low=low,
                    high=high,
                )
            )
    for report in reports:
        figures = (("apogee", report.apogee), ("range", report.ground_range), ("time", report.flight_time))
        for what, figure in figures:
            if figure is not None and not 0.0 < figure.value <= LIMITS[what]:
                raise InputError(
                    phrase(
                        "{party}, {what}: {figure} lies outside 0 to {limits:,.0f} {unit}",
                        party=report.party,
                        what=what,
                        figure=figure,
                        limits=LIMITS[what],
                        unit=figure.unit,
                    ),
                    advice=out_of_range_advice(figure.value, figure.unit, LIMITS[what]),
                )


def _answer(report: FlightReport, kind: str, directions: tuple[Array, Array], known: bool) -> _Answer:
    """Hold one party's figures against the arc."""
    reason = _refusal(report, kind)
    if reason:
        return _Answer(report=report, verdict="undetermined", reason=reason, refused=True)
    times = _arc_minutes(report, directions)
    if not np.isfinite(times).any():
        reason = "no ballistic arc short of half the Earth's circumference has these figures"
        return _Answer(report=report, verdict="undetermined", reason=reason, refused=True)
    by_direction = times.min(axis=1)  # NaN where a direction leaves the model for some reading of the figures
    low = float(np.nanmin(times))
    is_open = report.apogee.is_open or report.ground_range.is_open
    high = math.inf if is_open else float(np.nanmax(times))
    value = float(times[0, 0]) if known and not is_open and math.isfinite(times[0, 0]) else None
    if report.flight_time is None:
        reason = "no flight time is given"
        return _Answer(report=report, verdict="undetermined", reason=reason, arc=(low, high), arc_value=value)
    longest = report.flight_time.high + MODEL_ALLOWANCE_MIN
    needed = low if known or not np.isfinite(by_direction).any() else float(np.nanmax(by_direction))
    if longest < low or report.flight_time.low - high > LONGER_LIMIT_MIN:
        verdict = "cannot both be right"
    elif longest < needed:
        verdict, reason = "undetermined", "the time is long enough for some directions of launch and not for others"
    else:
        verdict = "agree"
    return _Answer(
        report=report,
        verdict=verdict,
        reason=reason,
        arc=(low, high),
        arc_value=value,
    )


def _with_climb(answer: _Answer, place: tuple[float | None, float | None]) -> _Answer:
    """The same with the time of powered flights; a time far off theirs leaves open what the arc alone would allow."""
    report = answer.report
    if answer.refused or report.flight_time is None or report.apogee.low <= 0.0:
        return answer
    powered = powered_time(report, *place)
    if powered is None or not powered.conflict or answer.verdict != "agree":
        return replace(answer, powered=powered)
    return replace(answer, powered=powered, verdict="undetermined", reason=powered.conflict_words())


def _refusal(report: FlightReport, kind: str) -> str:
    """Why no ballistic arc may be held against these figures; empty where one may."""
    if kind == "glide":
        return "the vehicle is reported to glide: lift carries it, and no ballistic arc says how long it flies"
    if report.apogee.is_open:
        return ""
    elevation = float(launch_elevation_deg(report.apogee.value * 1e3, report.ground_range.value * 1e3))
    if elevation < LEAST_ELEVATION_DEG:
        return phrase(
            "the apogee is too low for a ballistic arc over that range (under {least_elevation_deg:.0f} deg at launch)",
            least_elevation_deg=LEAST_ELEVATION_DEG,
        )
    if report.apogee.value < LOW_APOGEE_KM and elevation < LEAST_ELEVATION_LOW_DEG:
        return phrase(
            "so flat a flight below {low_apogee_km:.0f} km is flown in the air, where lift and drag set the time",
            low_apogee_km=LOW_APOGEE_KM,
        )
    return ""


def _arc_minutes(report: FlightReport, directions: tuple[Array, Array]) -> Array:
    """Free-flight minutes, directions down and readings of the figures across, the figures as written first."""
    apogee, ground_range = report.apogee, report.ground_range
    heights = [apogee.value, max(apogee.low, 1.0), *([] if apogee.is_open else [apogee.high])]
    far = LIMITS["range"] if ground_range.is_open else ground_range.high
    ranges = [ground_range.value, *np.linspace(ground_range.low, far, 21 if ground_range.is_open else 5)]
    grid = np.meshgrid(np.array(heights) * 1e3, np.array(ranges) * 1e3, indexing="ij")
    latitude, azimuth = directions
    seconds = free_flight_time_s(
        grid[0].ravel(), grid[1].ravel(), latitude_deg=latitude[:, None], azimuth_deg=azimuth[:, None]
    )
    return seconds / 60.0


def _compare(reports: Sequence[FlightReport]) -> list[dict[str, Any]]:
    """Whether the parties' figures meet one another within their rounding, pair by pair."""
    pairs = []
    for index, one in enumerate(reports):
        for two in reports[index + 1 :]:
            figures = {
                "apogee": (one.apogee, two.apogee),
                "ground range": (one.ground_range, two.ground_range),
                "flight time": (one.flight_time, two.flight_time),
            }
            meets = {
                what: first.low <= second.high + 1e-9 and second.low <= first.high + 1e-9
                for what, (first, second) in figures.items()
                if first is not None and second is not None
            }
            pairs.append({"parties": [one.party, two.party], "meet": meets})
    return pairs


# ── the words ────────────────────────────────────────────────────────────────────────────────────────


def words_of_report(report: FlightReport) -> str:
    """One party's figures as written, in a line."""
    time = phrase(", time {flight_time}", flight_time=report.flight_time) if report.flight_time else ", no time"
    return phrase(
        "{party}: apogee {apogee}, range {ground_range}{time}",
        party=report.party,
        apogee=report.apogee,
        ground_range=report.ground_range,
        time=time,
    )


def _time_words(time: StatedFigure) -> str:
    """The time as written, in minutes beside it where it was written otherwise."""
    return str(time) if "min" in str(time) else phrase("{time} ({value:.1f} min)", time=time, value=time.value)


def _clause(answer: _Answer) -> str:
    """What one party's figures come to, as a clause."""
    report = answer.report
    if answer.refused:
        return phrase(
            "{party}: not held against a ballistic arc, because {reason}", party=report.party, reason=answer.reason
        )
    arc = minutes_words(*answer.arc)
    if report.flight_time is None:
        return phrase("{party}: no flight time given (free flight alone takes {arc})", party=report.party, arc=arc)
    time = _time_words(report.flight_time)
    if answer.verdict == "cannot both be right":
        much = "more than 10 min longer than" if answer.too_long else "shorter than"
        return phrase(
            "{party}: a flight time of {time} is {much} the free flight of {arc} that an apogee of"
            " {apogee} and a range of {ground_range} need, so they cannot all be"
            " right{climb_words}{slip_words}",
            party=report.party,
            time=time,
            much=much,
            arc=arc,
            apogee=report.apogee,
            ground_range=report.ground_range,
            climb_words=_climb_words(answer),
            slip_words=_slip_words(report),
        )
    if answer.verdict == "undetermined":
        slip = _slip_words(report) if answer.powered is not None and answer.powered.conflict else ""
        return phrase(
            "{party}: a flight time of {time} against a free flight of {arc} is open: {reason}{slip}",
            party=report.party,
            time=time,
            arc=arc,
            reason=answer.reason,
            slip=slip,
        )
    climb = answer.powered
    beside = (
        phrase(", with powered climb about {middle:.1f} min", middle=climb.middle)
        if climb is not None and not climb.at_least
        else ""
    )
    return phrase(
        "{party}: a flight time of {time} agrees with the apogee and range given (free flight {arc}{beside})",
        party=report.party,
        time=time,
        arc=arc,
        beside=beside,
    )


def _climb_words(answer: _Answer) -> str:
    """How far the time is off that of flights with a powered climb."""
    climb = answer.powered
    if climb is None or climb.off is None or climb.at_least:
        return ""
    return phrase(
        "; with its powered climb such a flight takes about {middle:.1f} min, so the time is {off:.1f} min too {off_2}",
        middle=climb.middle,
        off=abs(climb.off[1]),
        off_2="short" if climb.off[1] < 0.0 else "long",
    )


def _slip_words(report: FlightReport) -> str:
    """The slip of a unit that would reconcile the figures."""
    if report.flight_time is None:
        return ""
    slip = unit_slip(report.apogee.value, report.ground_range.value, report.flight_time.value)
    return phrase("; they would fit one flight if {slip}", slip=slip) if slip else ""


def _statement(answers: Sequence[_Answer], chief: _Answer, comparison: Sequence[Mapping[str, Any]]) -> str:
    ordered = [chief, *(answer for answer in answers if answer is not chief)]
    if all(answer.refused and answer.reason == chief.reason for answer in answers):
        parties = joined(" and ", (answer.report.party for answer in answers))
        clauses = [
            phrase(
                "{parties}: not held against a ballistic arc, because {reason}", parties=parties, reason=chief.reason
            )
        ]
    else:
        clauses = [_clause(answer) for answer in ordered]
    for pair in comparison:
        apart = [what for what, meets in pair["meet"].items() if not meets]
        if apart:
            listed = joined(" and ", [joined(", ", apart[:-1]), apart[-1]] if len(apart) > 1 else apart)
            clauses.append(
                phrase(
                    "{parties} differ in {listed} beyond rounding",
                    parties=joined(" and ", pair["parties"]),
                    listed=listed,
                )
            )
    return joined("; ", clauses) + "."


def _brief(answer: _Answer) -> str:
    if answer.refused:
        return "not a ballistic arc"
    time = answer.report.flight_time
    arc = phrase("free flight {minutes}", minutes=minutes_words(*answer.arc))
    return (
        phrase("{time_words} stated, {arc}", time_words=_time_words(time), arc=arc)
        if time
        else phrase("no time stated, {arc}", arc=arc)
    )


def _bounded(value: float | None, low: float, high: float) -> Estimate | None:
    if not (math.isfinite(low) and math.isfinite(high)):
        return None
    return Estimate(value=value, low=low, high=high, level=1.0, unit="min")


def _estimates(answer: _Answer) -> dict[str, Estimate]:
    if answer.refused:
        return {}
    time = answer.report.flight_time
    found: dict[str, Estimate | None] = {"arc_min": _bounded(answer.arc_value, *answer.arc)}
    if time is not None:
        found["reported_min"] = _bounded(time.value, time.low, time.high)
        found["margin_min"] = _bounded(answer.margin_value, *answer.margin)
    if answer.powered is not None and not answer.powered.at_least:
        found |= answer.powered.estimates()
    return {name: estimate for name, estimate in found.items() if estimate is not None}


def _party_json(answer: _Answer) -> dict[str, Any]:
    """One party's answer as plain JSON values; null where a side has no bound."""

    def interval(low: float, high: float, value: float | None) -> dict[str, float | None]:
        return {
            "value": value,
            "low": low if math.isfinite(low) else None,
            "high": high if math.isfinite(high) else None,
        }

    report, time = answer.report, answer.report.flight_time
    return {
        "party": report.party,
        "verdict": answer.verdict,
        "reason": answer.reason,
        "refused": answer.refused,
        "apogee": str(report.apogee),
        "ground_range": str(report.ground_range),
        "flight_time": str(time) if time else None,
        "arc_min": None if answer.refused else interval(*answer.arc, answer.arc_value),
        "margin_min": None if answer.refused or time is None else interval(*answer.margin, answer.margin_value),
        "powered_min": answer.powered.minutes_json() if answer.powered else None,
        "off_min": answer.powered.off_json() if answer.powered else None,
        "sources": list(report.sources),
    }


def _caveats(answers: Sequence[_Answer], chief: _Answer, known: bool) -> tuple[str, ...]:
    if chief.refused:
        return ("No number is given: a ballistic arc says nothing of a flight carried by lift.",)
    caveats = [
        "Engine thrust on the way up and drag on the way down lengthen the flight; neither shortens it below the arc.",
        "Reported figures are taken as rounded the way they are written, at the reading most favourable to them.",
        "The check says which figures exclude each other, not which one is wrong, nor what was flown.",
    ]
    if not known:
        caveats.append("Launch point or bearing is not given: the free flight is a range over all of them.")
    if chief.powered is not None:
        caveats.append(
            phrase(
                "The time with powered climb is that of generic boosts, not of this missile; accepted"
                " tests lie within 1.5 min of it, and only {time_limit_min:.0f} min or more are flagged.",
                time_limit_min=TIME_LIMIT_MIN,
            )
        )
    if any(answer.report.apogee.is_open or answer.report.ground_range.is_open for answer in answers):
        caveats.append("A figure given as a lower bound can only show a time to be too short, never too long.")
    return tuple(caveats)


def _would_change(chief: _Answer, known: bool) -> tuple[str, ...]:
    if chief.refused:
        return ("A source that gives the flight as ballistic, with another apogee.",)
    changes = []
    if chief.report.flight_time is None:
        changes.append("A reported flight time.")
    if not known:
        changes.append("The launch point and the bearing of the flight.")
    if chief.verdict == "cannot both be right":
        changes.append("A correction by the reporting party of its time, apogee or range.")
    return tuple(changes)


def _say(chief: _Answer) -> str:
    party = chief.report.party
    if chief.verdict == "cannot both be right":
        return phrase(
            "The flight time, apogee and range given by {party} exclude each other: at least one of them is wrong.",
            party=party,
        )
    if chief.verdict == "agree":
        return phrase("The figures given by {party} can belong to one ballistic flight.", party=party)
    return phrase(
        "The figures given by {party} cannot be checked by flight time: {reason}.", party=party, reason=chief.reason
    )


def _do_not_say(chief: _Answer) -> str:
    if chief.verdict == "cannot both be right":
        return "That the test was faked, that another missile flew, or which of the figures is the wrong one."
    if chief.verdict == "agree":
        return "That the figures are confirmed or true: other flights fit them as well."
    return "That the figures are wrong, or that they are right."


def _by_hand_of(report: FlightReport) -> str:
    stated = _time_words(report.flight_time) if report.flight_time else ""
    return arc_by_hand(report.apogee.value, report.ground_range.value, stated)
