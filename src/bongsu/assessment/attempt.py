"""Was an orbital launch attempted? Likelihoods of four kinds of flight over the features at hand.

Each feature is a small table of counts (``attempt_counts.toml``). A row of it is a Dirichlet distribution: what was
counted, what we judged where nothing could be counted, and half a count for every category (Jeffreys). Drawing the rows
many times carries into the answer how little there is to count. Method and limits: docs/methods/attempt.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.attempt_categories import (
    Weights,
    burn_out_weights,
    figure_weights,
    layout_weights,
    lead_weights,
    place_weights,
    stage_weights,
    time_weights,
    word_weights,
)
from bongsu.assessment.flight_figures import LIMITS, FlightReport
from bongsu.earth import Estimate
from bongsu.errors import InputError
from bongsu.reference import FLIGHT_KINDS, AttemptFeature, AttemptTable, attempt_table
from bongsu.wording import joined, phrase

__all__ = [
    "NORTH_KOREA",
    "AttemptAnswer",
    "AttemptFacts",
    "BurnOut",
    "Contribution",
    "attempt_answer",
    "read_attempt",
    "row_counts",
]

NORTH_KOREA = "North Korea"
DRAWS = 2000
HALF_COUNT = 0.5  # for each category: Jeffreys' prior
LEAST_WEIGHT = 0.5  # of every family of features but the weightiest, which may say again what others said
_LEVEL = 0.9
_SMALLEST = 1e-12  # of a drawn probability: keeps logarithms finite
_NOTICE = "notice"
_LONGEST_LEAD_DAYS = 400.0
_FASTEST_M_S = 12_000.0  # above escape speed: a unit mistake
_HIGHEST_M = 50_000_000.0

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class BurnOut:
    """State when the last engine stopped, as reported. ``angle_deg`` above the local horizontal. [m, m/s, deg]"""

    height_m: float
    speed_m_s: float | None = None
    angle_deg: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptFacts:
    """What is known of one flight or warning. None, or nothing, means not known: it then contributes nothing.

    ``state`` is ``North Korea``, another state's name, or empty; ``place`` is latitude and longitude of the launch point
    [deg]; ``azimuth_deg`` low and high, over the ground. ``warned``: a warning was issued beforehand, or a source says
    that none was. ``failed``: its engines did not finish their work, so that height and distance show no
    arc of its own, and that nothing came into orbit is no surprise. ``notice_words`` are those of the warning, ``area_centres`` places in degrees, ``area_names`` how the
    areas are called, ``lead_days`` from the first issue to the first window. ``catalogued``: an object of it is in a
    catalogue of objects in orbit, or a source says that there is none.
    """

    state: str = ""
    place: tuple[float, float] | None = None
    azimuth_deg: tuple[float, float] | None = None
    warned: bool | None = None
    notice_words: str = ""
    area_centres: tuple[tuple[float, float], ...] = ()
    area_names: tuple[str, ...] = ()
    lead_days: float | None = None
    reports: tuple[FlightReport, ...] = ()
    glides: bool | None = None
    failed: bool = False
    burn_out: BurnOut | None = None
    catalogued: bool | None = None
    sources: Mapping[str, tuple[str, ...]] | None = None  # by family of features


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one feature adds. ``factor`` is the base-10 logarithm of how many times likelier an orbital launch makes it
    than the mean of the other three kinds; ``by_kind`` the probability of what was seen under each kind.
    """

    feature: AttemptFeature
    seen: str
    factor: Estimate
    by_kind: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptAnswer:
    """Posterior shares of :data:`FLIGHT_KINDS` under two stated priors, and without any (``factor``, base 10)."""

    contributions: tuple[Contribution, ...]
    missing: tuple[tuple[str, str], ...]  # name of the feature, why it says nothing
    families: Mapping[str, Estimate]  # log10 factor of each family together
    factor: Estimate
    equal: tuple[Estimate, ...]
    counted: tuple[Estimate, ...]
    counted_prior: tuple[float, ...]


def row_counts(feature: AttemptFeature, row: int) -> Array:
    """Parameters of the Dirichlet distribution of one kind's row."""
    return np.asarray(np.array(feature.counts[row]) + np.array(feature.judged[row]) + HALF_COUNT, dtype=float)


def attempt_answer(
    facts: AttemptFacts, *, table: AttemptTable | None = None, seed: int = 20231121, draws: int = DRAWS
) -> AttemptAnswer:
    """How likely each kind of flight makes what is known.

    Parameters
    ----------
    facts : AttemptFacts
    table : AttemptTable, optional
        The shipped one unless given.
    seed, draws : int
        Of the draws of the tables' rows.

    Raises
    ------
    InputError
        When a figure is not finite or impossible, with what to check.
    """
    _check(facts)
    table = table or attempt_table()
    readings, missing = _readings(facts)
    rng = np.random.default_rng([seed, 5])
    logs: dict[str, Array] = {}
    contributions = []
    for feature in table.features:
        name = feature.name
        if feature.id not in readings:
            missing.setdefault(name, "not known")
            continue
        if feature.states not in ("", facts.state) and not (feature.states == "others" and facts.state):
            missing[name] = "not counted for this state" if facts.state else "the state is not known"
            continue
        if feature.states == "others" and facts.state == NORTH_KOREA:
            continue
        weights, seen = readings[feature.id]
        drawn = np.stack([rng.dirichlet(row_counts(feature, row), draws) for row in range(4)]) @ np.array(weights)
        missing.pop(name, None)
        log = np.log10(np.maximum(drawn, _SMALLEST))
        logs[feature.family] = logs.get(feature.family, 0.0) + log
        contributions.append(_contribution(feature, weights, seen, log))
    if _NOTICE in logs:
        logs[_NOTICE] = _with_deception(logs[_NOTICE], table, rng)
    total = _joined(logs, rng, draws)
    prior = np.array(table.days, float) + HALF_COUNT
    return AttemptAnswer(
        contributions=tuple(contributions),
        missing=tuple(missing.items()),
        families={family: _interval(_factor(log), "log10") for family, log in logs.items()},
        factor=_interval(_factor(total), "log10"),
        equal=_shares(total, np.full(4, 0.25)),
        counted=_shares(total, prior / prior.sum()),
        counted_prior=tuple(float(value) for value in prior / prior.sum()),
    )


def read_attempt(facts: AttemptFacts) -> dict[str, Weights]:
    """Weights over the categories of every feature that the facts speak of, by the feature's id.

    Raises
    ------
    InputError
        As :func:`attempt_answer`.
    """
    _check(facts)
    return {feature: weights for feature, (weights, _) in _readings(facts)[0].items()}


def _check(facts: AttemptFacts) -> None:
    """Refuse what cannot be: NaN, angles and figures outside their range."""
    burn = facts.burn_out
    limits: list[tuple[str, float | None, float, float, str]] = [
        ("latitude", facts.place[0] if facts.place else None, -90.0, 90.0, "deg"),
        ("longitude", facts.place[1] if facts.place else None, -180.0, 360.0, "deg"),
        ("lead time", facts.lead_days, -_LONGEST_LEAD_DAYS, _LONGEST_LEAD_DAYS, "days"),
        ("burn-out height", burn.height_m if burn else None, 0.0, _HIGHEST_M, "m"),
        ("burn-out speed", burn.speed_m_s if burn else None, 0.0, _FASTEST_M_S, "m/s"),
        ("burn-out angle", burn.angle_deg if burn else None, -90.0, 90.0, "deg"),
        *((phrase("azimuth {end}", end=end), value, -360.0, 720.0, "deg") for end, value in zip("12", facts.azimuth_deg or (), strict=False)),
        *((phrase("area {n}, latitude", n=n + 1), place[0], -90.0, 90.0, "deg") for n, place in enumerate(facts.area_centres)),
        *((phrase("area {n}, longitude", n=n + 1), place[1], -360.0, 360.0, "deg") for n, place in enumerate(facts.area_centres)),
    ]  # fmt: skip
    for report in facts.reports:
        for what, figure in (
            ("apogee", report.apogee),
            ("range", report.ground_range),
            ("time", report.flight_time),
        ):
            if figure is not None:
                limits.append((f"{report.party}, {what}", figure.value, 1e-9, LIMITS[what], figure.unit))
    for what, given, low, high, unit in limits:
        if given is not None and not low <= given <= high:
            raise InputError(
                phrase(
                    "attempt: {what} {given} lies outside {low:g} to {high:,.0f} {unit}",
                    what=what,
                    given=given,
                    low=low,
                    high=high,
                    unit=unit,
                ),
                advice="check the unit, and leave out what is not known",
            )
    if facts.azimuth_deg and facts.azimuth_deg[1] < facts.azimuth_deg[0]:
        raise InputError(
            phrase(
                "attempt: azimuth from {azimuth_deg} to {azimuth_deg_2} deg runs backwards",
                azimuth_deg=facts.azimuth_deg[0],
                azimuth_deg_2=facts.azimuth_deg[1],
            )
        )


def _readings(facts: AttemptFacts) -> tuple[dict[str, tuple[Weights, str]], dict[str, str]]:
    """Weights over categories and words by feature, and why others say nothing (by the feature's name)."""
    found: dict[str, tuple[Weights, str]] = {}
    missing: dict[str, str] = {}
    if facts.warned is not None:
        found["warning"] = ((1.0, 0.0), "warned") if facts.warned else ((0.0, 1.0), "none, a source says")
    if facts.notice_words.strip():
        found["words"] = _told(word_weights(facts.notice_words), _WORDS)
    if "words" in found and found["words"][1] == _DEBRIS:
        missing.update(dict.fromkeys(_BY_AREAS, "areas of debris and re-entries lie far apart too"))
    elif facts.area_centres:
        found["layout"] = _told(layout_weights(facts.area_centres), _LAYOUT)
        found["stages"] = _told(stage_weights(facts.area_names), ("named", "none named"))
    if facts.lead_days is not None:
        found["lead"] = (lead_weights(facts.lead_days), phrase("{lead_days:.1f} days", lead_days=facts.lead_days))
    if facts.place is not None and facts.azimuth_deg is not None:
        found["place"] = _told(place_weights(facts.place, facts.azimuth_deg, latitude_deg=facts.place[0]), _PLACE)
    elif facts.place is not None:
        weights = place_weights(facts.place, None, latitude_deg=facts.place[0])
        found["place"] = (weights, "a launch site" if weights[0] else "no launch site")
    elif facts.azimuth_deg is not None:
        missing[_PLACE_NAME] = "a direction without the launch point is no orbit"
    _flight(facts, found, missing)
    if facts.glides:
        found["glide"] = ((1.0, 0.0), "reported to glide")
    if facts.failed and facts.catalogued is False:
        missing["object in orbit"] = "it failed in flight, whatever it was: that nothing reached orbit tells nothing"
    elif facts.catalogued is not None:
        for key in ("object", "object-others"):
            found[key] = ((1.0, 0.0), "catalogued in orbit") if facts.catalogued else ((0.0, 1.0), "none in orbit")
    return found, missing


def _flight(facts: AttemptFacts, found: dict[str, tuple[Weights, str]], missing: dict[str, str]) -> None:
    """Burn-out, or the arc with its time: they measure one flight, so only one of the two is used."""
    if facts.failed and facts.reports:
        missing["apogee and range"] = "it failed in powered flight: what fell shows no arc"
        return
    if facts.burn_out is not None:
        burn = facts.burn_out
        weights = burn_out_weights(burn.height_m, burn.speed_m_s, burn.angle_deg)
        found["burn-out"] = _told(weights, _BURN_OUT)
        if facts.reports:
            missing["apogee and range"] = "the burn-out state already says it"
        return
    if facts.glides:
        if facts.reports:
            missing["apogee and range"] = "the flight is reported to glide: no arc fits it"
        return
    if facts.reports:
        found["figures"] = _told(figure_weights(facts.reports), _FIGURES)
        timed = time_weights(facts.reports)
        if timed is not None:
            found["time"] = _told(timed, ("as free flight and burn", "much longer"))
        elif any(report.flight_time is not None for report in facts.reports):
            missing["flight time"] = "no time given fits its own apogee and range, or they are bounds"


_DEBRIS = "debris or re-entry"
_BY_AREAS = ("how the areas lie", "stage or fairing named")
_WORDS = ("satellite, space launch", "rocket", "missile", _DEBRIS, "none of these")
_LAYOUT = ("one area", "several, close together", "far apart, in line", "far apart, not in line")
_PLACE_NAME = "place and direction"
_WAYS = ("poleward", "eastward", "another way")
_PLACE = (
    *(phrase("launch site, {way}", way=way) for way in _WAYS),
    *(phrase("elsewhere, {way}", way=way) for way in _WAYS),
)
_FIGURES = tuple(
    f"{shape}, {height}"
    for shape in ("drawn out", "near least energy", "lofted")
    for height in ("to 100 km", "100-1,000 km", "over 1,000 km")
)
_BURN_OUT = ("level and fast", "level and slow", "climbing", "climbing steeply")


def _told(weights: Weights, names: Sequence[str]) -> tuple[Weights, str]:
    """Weights with the names of the categories they speak of, the weightiest first."""
    order = sorted(range(len(names)), key=lambda k: -weights[k])
    return weights, joined(" or ", (names[k] for k in order[:2] if weights[k] >= 0.5 * weights[order[0]]))


def _with_deception(log: Array, table: AttemptTable, rng: np.random.Generator) -> Array:
    """A warning is the launching state's own claim: a ballistic test may be announced just as a launch would be.

    How often is drawn from the years in which it was not seen; it bounds all that a warning can say, however many
    features of it agree.
    """
    share = np.log10(rng.beta(HALF_COUNT, table.quiet_years + HALF_COUNT, log.shape[1]))
    out = log.copy()
    for row in (1, 2):
        out[row] = np.logaddexp(log[row] * math.log(10.0), (share + log[0]) * math.log(10.0)) / math.log(10.0)
    return out


def _joined(logs: Mapping[str, Array], rng: np.random.Generator, draws: int) -> Array:
    """Families multiplied: the weightiest whole, every other to a power drawn between a half and one."""
    power = rng.uniform(LEAST_WEIGHT, 1.0, draws)
    total = np.zeros((4, draws))
    if not logs:
        return total
    weightiest = max(logs, key=lambda family: float(np.ptp(logs[family].mean(axis=1))))
    for family, log in logs.items():
        total = total + (log if family == weightiest else power * log)
    return total


def _factor(log: Array) -> Array:
    """Orbital launch against the mean of the other three kinds, base 10."""
    others = np.log10(np.mean(10.0 ** (log[1:] - log[1:].max(axis=0)), axis=0)) + log[1:].max(axis=0)
    return np.asarray(log[0] - others)


def _shares(log: Array, prior: Array) -> tuple[Estimate, ...]:
    """Posterior shares: their mean over the draws, and the interval that holds them."""
    parts = prior[:, None] * 10.0 ** (log - log.max(axis=0))
    shares = parts / parts.sum(axis=0)
    tail = 100.0 * (1.0 - _LEVEL) / 2.0
    low, high = np.percentile(shares, [tail, 100.0 - tail], axis=1)
    mean = shares.mean(axis=1)
    return tuple(
        Estimate(value=float(v), low=float(min(a, v)), high=float(max(b, v)), level=_LEVEL, unit="")
        for v, a, b in zip(mean, low, high, strict=True)
    )


def _interval(values: Array, unit: str) -> Estimate:
    tail = 100.0 * (1.0 - _LEVEL) / 2.0
    low, middle, high = np.percentile(values, [tail, 50.0, 100.0 - tail])
    return Estimate(value=float(middle), low=float(low), high=float(high), level=_LEVEL, unit=unit)


def _contribution(feature: AttemptFeature, weights: Weights, seen: str, log: Array) -> Contribution:
    rows = [row_counts(feature, row) for row in range(4)]
    return Contribution(
        feature=feature,
        seen=seen,
        factor=_interval(_factor(log), "log10"),
        by_kind=tuple(float(row @ np.array(weights) / row.sum()) for row in rows),
    )


assert len(FLIGHT_KINDS) == 4  # rows of every table
