"""Which orbits a launch's areas imply: hypotheses with weights, and the distribution of the inclination.

Each hypothesis says how the flight runs through the areas. Its weight is how often such flights are expected, times how
well the areas fit it, over all inclinations as often as launches of the site reached them (Bayes' rule). Experimental:
the shares below are judgements, checked against flights by ``scripts/figures implied-orbits``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.ascent_areas import AscentArea, Leg, ascent_areas, leg_between
from bongsu.assessment.ascent_track import burnout_speed_m_s, fall_offset_deg, turn_cost_m_s
from bongsu.assessment.inclination_prior import GRID_DEG, HALF_STEP_DEG, inclination_prior
from bongsu.earth import Estimate
from bongsu.errors import InputError
from bongsu.notices import ApproximateArea, NotifiedArea, inclination_deg, launch_azimuths_deg
from bongsu.wording import joined, phrase

__all__ = ["ImpliedOrbits", "OrbitHypothesis", "implied_distribution"]

_MOST_AREAS = (
    24  # of one launch; ways of flying are weighed for each pair of areas, 40 took 16 s of a processor (our choice)
)
_ALTITUDE_M = 500_000.0  # 200 or 800 km change an inclination by less than 0.2 deg
_STEER_DEG = 1.5  # of a leg: steering, a stage's own place of burn-out, wind
_FREE_DEG = 120.0  # a leg of which a hypothesis says nothing may point anywhere in so wide a sector
_TURN_SCALE_M_S = 500.0  # turns get rarer by e with every so much extra speed
_COAST_ABOVE_DEG = 5.0  # a plane change towards the equator is for transfer orbits: from no more above the latitude
_COAST_SCALE_DEG = 1.5  # a plane change out of the parking orbit gets rarer by e with so much
_SHARES = {"direct": 0.60, "dog-leg": 0.15, "onward": 0.15, "coast": 0.06, "other": 0.04, "two turns": 0.3}
_SHARES_TURNING = {"direct": 0.25, "dog-leg": 0.35, "onward": 0.30, "coast": 0.06, "other": 0.04, "two turns": 0.5}
# "two turns" is the part of turning flights that turned before, too.
# Sites whose flights are known to turn, since land lies in the way: latitude, longitude, why.
_TURNING_SITES = (
    (39.66, 124.71, "Sohae: China to the west, Taiwan and the Philippines to the south"),
    (30.40, 130.97, "Tanegashima: islands to the south and east; HYDROPAC 2146/18 turns by 62 deg"),
    (31.25, 131.08, "Uchinoura: as Tanegashima"),
    (34.43, 127.54, "Naro: Japan to the south-east"),
    (13.72, 80.23, "Sriharikota: Sri Lanka to the south; HYDROPAC 3310/18 turns by 41 deg"),
)
_NEAR_DEG = 0.7
_LEAST_WEIGHT = 0.001  # hypotheses with less are not told
_LEAST_OUTCOME = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class OrbitHypothesis:
    """One way of flying through the areas.

    ``kind`` is ``direct``, ``dog-leg``, ``onward`` (a turn after the last area), ``coast`` (a plane change after a
    coast) or ``other`` (the areas are not of a straight or turning ascent). ``inclination`` is its own 90 % range,
    ``extra_speed_m_s`` what it costs beyond a flight without a turn, ``turn_deg`` the change of heading. ``start`` is
    the place whose plane the orbit keeps, or the two between which it begins.
    """

    kind: str
    words: str
    weight: float
    inclination: Estimate
    southbound: float  # share of the weight
    turn_deg: Estimate | None
    extra_speed_m_s: Estimate | None
    start: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ImpliedOrbits:
    """What areas imply: the launch azimuth, hypotheses by weight, the inclination as a set and a density.

    ``intervals`` hold ``level`` of the probability in the least measure of degrees: (low, high, probability) each, the
    ends included, to 0.1 deg.
    ``outcomes`` are the hypotheses cut by those intervals, by weight: one way of flying into one kind of orbit, with its own
    turn and cost. ``density`` is per 0.1 deg over ``GRID_DEG``. ``left_out`` are areas not used, with the reason.
    """

    azimuth: Estimate
    legs: tuple[Leg, ...]
    hypotheses: tuple[OrbitHypothesis, ...]
    outcomes: tuple[OrbitHypothesis, ...]
    intervals: tuple[tuple[float, float, float], ...]
    level: float
    density: NDArray[np.float64]
    left_out: tuple[tuple[str, str], ...]
    turning_site: str

    @property
    def width_deg(self) -> float:
        """Measure of the set."""
        return sum(high - low + 2.0 * HALF_STEP_DEG for low, high, _ in self.intervals)

    def holds(self, inclination_deg: float) -> bool:
        """Whether an inclination lies in the set."""
        return any(low - HALF_STEP_DEG <= inclination_deg <= high + HALF_STEP_DEG for low, high, _ in self.intervals)

    def probability(self, low: float, high: float) -> float:
        """Of an inclination between two. [deg]"""
        return float(self.density[(low <= GRID_DEG) & (high >= GRID_DEG)].sum())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Branch:
    """A hypothesis before weighing: evidence over (direction, inclination), and how to tell of it."""

    kind: str
    words: str
    share: float
    evidence: NDArray[np.float64]  # shape (2, n): northbound, southbound
    turn_deg: NDArray[np.float64] | None
    from_m_s: tuple[float, float] | None  # speed at the turn, low and high
    start: tuple[tuple[float, float], ...]


def implied_distribution(
    site_latitude_deg: float,
    site_longitude_deg: float,
    areas: Sequence[NotifiedArea | ApproximateArea],
    *,
    year: int,
    level: float = 0.9,
    left_out: tuple[tuple[str, str], ...] = (),
) -> ImpliedOrbits:
    """Weigh the ways of flying through a launch's areas, and the inclinations they lead to.

    Parameters
    ----------
    site_latitude_deg, site_longitude_deg : float
        The launch site. [deg]
    areas : sequence of NotifiedArea or ApproximateArea
        Drop zones of the launch; re-entry areas of an upper stage do not belong here.
    year : int
        Of the notice: only launches of periods before it count.
    level : float
        Probability of the set of inclinations.
    left_out : (label, reason) pairs
        Areas that the caller left out already, to be told with the others.

    Raises
    ------
    InputError
        When no area is of use for the direction, or there are more than one launch has.
    """
    if len(areas) > _MOST_AREAS:
        raise InputError(
            f"{len(areas):,} areas are more than one launch has: at most {_MOST_AREAS} are weighed together",
            advice="give the areas of one launch",
        )
    used, left = ascent_areas(site_latitude_deg, site_longitude_deg, areas)
    if not used:
        reasons = (
            joined(
                "; ",
                (
                    phrase("area {label}: {why}", label=label or "(no letter)", why=why)
                    for label, why in (*left_out, *left)
                ),
            )
            or "none given"
        )
        raise InputError(
            phrase("no area says where the flight goes ({reasons})", reasons=reasons),
            advice="add the drop zones of the later stages",
        )
    site = (site_latitude_deg, site_longitude_deg)
    legs = [leg_between(site, used[0]), *(leg_between(a, b) for a, b in pairwise(used))]
    from_pad = [leg_between(site, area) for area in used]
    turning = next((why for lat, lon, why in _TURNING_SITES if _near(site, lat, lon)), "")
    shares = _SHARES_TURNING if turning else _SHARES
    prior = inclination_prior(*site, year)
    branches = [
        _direct(site, from_pad, shares["direct"]),
        *_dog_legs(used, from_pad, shares["dog-leg"], shares["two turns"]),
        _onward(site, used, legs, from_pad, shares["onward"], shares["two turns"]),
        _coast(site, from_pad, shares["coast"]),
        _other(site, len(used), shares["other"]),
    ]
    joint = np.array([branch.share * branch.evidence * prior / 2.0 for branch in branches])
    joint /= joint.sum()
    density = joint.sum(axis=(0, 1))
    intervals = _least_set(density, level)
    pairs = list(zip(branches, joint, strict=True))
    hypotheses = [_told(branch, part) for branch, part in pairs if part.sum() >= _LEAST_WEIGHT]
    outcomes = [
        _told(branch, cut)
        for branch, part in pairs
        for cut in (np.where((low <= GRID_DEG) & (high >= GRID_DEG), part, 0.0) for low, high, _ in intervals)
        if cut.sum() >= _LEAST_OUTCOME
    ]
    return ImpliedOrbits(
        azimuth=_azimuth(from_pad[0]),
        legs=tuple(legs),
        hypotheses=tuple(sorted(hypotheses, key=lambda item: -item.weight)),
        outcomes=tuple(sorted(outcomes, key=lambda item: -item.weight)),
        intervals=intervals,
        level=level,
        density=density,
        left_out=(*left_out, *left),
        turning_site=turning,
    )


def _near(site: tuple[float, float], latitude: float, longitude: float) -> bool:
    return abs(site[0] - latitude) < _NEAR_DEG and abs(site[1] - longitude) < _NEAR_DEG


def _headings(latitude: float) -> NDArray[np.float64]:
    """Heading over the ground for every inclination of the grid, northbound and southbound; NaN where none."""
    return np.array(
        [
            launch_azimuths_deg(GRID_DEG, latitude, _ALTITUDE_M, southbound=southbound, earth_relative=True)
            for southbound in (False, True)
        ]
    )


def _fit(leg: Leg, heading: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """Density of a leg's azimuth for headings, those of every inclination unless given.

    The flight lies somewhere across the area, evenly, and steers as far off as ``_STEER_DEG`` says.
    """
    heading = _headings(leg.latitude_deg) if heading is None else heading
    seen = heading + np.array([fall_offset_deg(leg.latitude_deg, row, leg.distance_m) for row in heading])
    off = np.abs((seen - leg.azimuth_deg + 180.0) % 360.0 - 180.0)
    half = leg.half_width_deg
    inside = _normal((off + half) / _STEER_DEG) - _normal((off - half) / _STEER_DEG)
    return np.nan_to_num(inside / (2.0 * half), nan=0.0)


def _normal(value: NDArray[np.float64]) -> NDArray[np.float64]:
    """Cumulative normal distribution."""
    steps, shares = _normal_table()
    return np.asarray(np.interp(value, steps, shares), dtype=float)


@cache
def _normal_table() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    steps = np.linspace(-8.0, 8.0, 3201)
    return steps, np.array([0.5 * (1.0 + math.erf(each / math.sqrt(2.0))) for each in steps])


def _direct(site: tuple[float, float], from_pad: Sequence[Leg], share: float) -> _Branch:
    return _Branch(
        kind="direct",
        words="a straight flight from the pad through every area",
        share=share,
        evidence=np.prod([_fit(leg) for leg in from_pad], axis=0),
        turn_deg=None,
        from_m_s=None,
        start=(site,),
    )


def _before_turn(from_pad: Sequence[Leg], used: Sequence[AscentArea], two_turns: float) -> float:
    """Density of the areas up to a turn, whatever the heading at the pad: in one line, or with one turn more."""
    straight = _one_line(from_pad)
    if len(from_pad) < 2:
        return straight
    bent = [
        _one_line(from_pad[: index + 1]) * _one_line([leg_between(used[index], area) for area in used[index + 1 :]])
        for index in range(len(used) - 1)
    ]
    return (1.0 - two_turns) * straight + two_turns * float(np.mean(bent)) / _FREE_DEG


def _one_line(legs: Sequence[Leg]) -> float:
    """Density of legs from one place, over all headings from it."""
    headings = np.arange(0.0, 360.0, 0.25)[None, :]
    return float(np.prod([_fit(leg, headings) for leg in legs], axis=0).sum() * 0.25)


def _dog_legs(used: Sequence[AscentArea], from_pad: Sequence[Leg], share: float, two_turns: float) -> list[_Branch]:
    """A turn near each area but the last, and a straight flight from there on."""
    found = []
    for index in range(len(used) - 1):
        place = used[index]
        onwards = [leg_between(place, area) for area in used[index + 1 :]]
        heading = _headings(place.latitude_deg)
        turn = _turn(heading, from_pad[index])
        speed = float(burnout_speed_m_s(place.distance_m))
        rare = _rarity(turn, speed)
        evidence = (
            np.prod([_fit(leg) for leg in onwards], axis=0)
            * rare
            * _before_turn(from_pad[: index + 1], used[: index + 1], two_turns)
        )
        found.append(
            _Branch(
                kind="dog-leg",
                words=phrase("a turn near area {label}, then straight", label=place.label or index + 1),
                share=share / (len(used) - 1),
                evidence=evidence,
                turn_deg=turn,
                from_m_s=(0.8 * speed, 1.2 * speed),
                start=((place.latitude_deg, place.longitude_deg),),
            )
        )
    return found


def _onward(
    site: tuple[float, float],
    used: Sequence[AscentArea],
    legs: Sequence[Leg],
    from_pad: Sequence[Leg],
    share: float,
    two_turns: float,
) -> _Branch:
    """A turn after the last stage that the areas show."""
    last, before = used[-1], (used[-2] if len(used) > 1 else None)
    here = legs[-1]
    middle = (here.latitude_deg + last.latitude_deg) / 2.0
    turn = _turn(_headings(middle), here)
    speeds = [float(burnout_speed_m_s(area.distance_m)) for area in used[-2:]]
    speed = float(np.mean(speeds))
    return _Branch(
        kind="onward",
        words=phrase("a turn after the stage that falls in area {label}", label=last.label or len(used)),
        share=share,
        evidence=_rarity(turn, speed) * _before_turn(from_pad, used, two_turns),
        turn_deg=turn,
        from_m_s=(min(0.8 * speed, *speeds), max(1.2 * speed, *speeds)),
        start=(
            (before.latitude_deg, before.longitude_deg) if before else site,
            (last.latitude_deg, last.longitude_deg),
        ),
    )


def _coast(site: tuple[float, float], from_pad: Sequence[Leg], share: float) -> _Branch:
    """A straight flight into a parking orbit, and a plane change towards the equator after a coast."""
    straight = np.prod([_fit(leg) for leg in from_pad], axis=0)
    steps = np.arange(0.0, 12.05, 0.1)
    falling = np.exp(-steps / _COAST_SCALE_DEG)
    falling /= falling.sum()
    evidence = np.array([np.correlate(np.pad(row, (0, steps.size - 1)), falling, mode="valid") for row in straight])
    evidence[:, abs(site[0]) + _COAST_ABOVE_DEG < GRID_DEG] = 0.0
    parking = np.array([_peak(row) for row in straight])
    turn = np.abs(parking[:, None] - GRID_DEG[None, :])
    return _Branch(
        kind="coast",
        words="a straight flight into a parking orbit, a coast, then a plane change towards the equator",
        share=share,
        evidence=evidence,
        turn_deg=turn,
        from_m_s=None,
        start=(site,),
    )


def _other(site: tuple[float, float], count: int, share: float) -> _Branch:
    return _Branch(
        kind="other",
        words="something the areas do not show, as launches of the site went",
        share=share,
        evidence=np.full((2, GRID_DEG.size), (1.0 / 360.0) / _FREE_DEG ** (count - 1)),
        turn_deg=None,
        from_m_s=None,
        start=(site,),
    )


def _turn(heading: NDArray[np.float64], leg: Leg) -> NDArray[np.float64]:
    """Change from a leg's own heading to each heading. [deg]"""
    flown = leg.azimuth_deg - float(fall_offset_deg(leg.latitude_deg, leg.azimuth_deg, leg.distance_m)[0])
    return np.asarray((heading - flown + 180.0) % 360.0 - 180.0, dtype=float)


def _rarity(turn: NDArray[np.float64], speed_m_s: float) -> NDArray[np.float64]:
    """Density of a turn: the dearer, the rarer; 0 where the orbit cannot be reached. [1/deg]"""
    every = np.arange(-180.0, 180.0, 0.5)
    total = float(np.exp(-turn_cost_m_s(every, speed_m_s) / _TURN_SCALE_M_S).sum() * 0.5)
    return np.nan_to_num(np.exp(-turn_cost_m_s(turn, speed_m_s) / _TURN_SCALE_M_S) / total, nan=0.0)


def _peak(row: NDArray[np.float64]) -> float:
    return float(GRID_DEG[int(np.argmax(row))])


def _told(branch: _Branch, part: NDArray[np.float64]) -> OrbitHypothesis:
    """A branch with its weight, its range of inclination and what it costs."""
    weight = float(part.sum())
    over = part.sum(axis=0)
    inclination = _range(GRID_DEG, over, "deg")
    turn = cost = None
    if branch.turn_deg is not None and weight > 0.0:
        shown = np.nan_to_num(np.abs(branch.turn_deg), nan=0.0)
        turn = _range(shown.ravel(), part.ravel(), "deg")
        if branch.kind == "coast":
            cost = _coast_cost(turn)
        elif branch.from_m_s is not None:
            cost = Estimate(
                value=float(turn_cost_m_s(turn.value or 0.0, sum(branch.from_m_s) / 2.0)),
                low=float(turn_cost_m_s(turn.low, branch.from_m_s[0])),
                high=float(turn_cost_m_s(turn.high, branch.from_m_s[1])),
                unit="m/s",
            )
    return OrbitHypothesis(
        kind=branch.kind,
        words=branch.words,
        weight=weight,
        inclination=inclination,
        southbound=float(part[1].sum() / weight) if weight > 0.0 else 0.5,
        turn_deg=turn,
        extra_speed_m_s=cost,
        start=branch.start,
    )


def _coast_cost(turn: Estimate) -> Estimate:
    """Of a plane change while an upper stage speeds from a parking orbit into a transfer orbit (10.2 km/s)."""
    values = [float(turn_cost_m_s(each, 7_780.0, 10_200.0)) for each in (turn.value or 0.0, turn.low, turn.high)]
    return Estimate(value=values[0], low=values[1], high=values[2], unit="m/s")


def _range(values: NDArray[np.float64], weights: NDArray[np.float64], unit: str) -> Estimate:
    """Median and central 90 % of weighted values."""
    if not weights.sum() > 0.0:
        return Estimate(value=None, low=float(values.min()), high=float(values.max()), unit=unit)
    order = np.argsort(values)
    share = np.cumsum(weights[order]) / weights.sum()
    low, middle, high = (float(values[order][int(np.searchsorted(share, each))]) for each in (0.05, 0.5, 0.949999))
    return Estimate(value=middle, low=low, high=high, unit=unit)


def _least_set(density: NDArray[np.float64], level: float) -> tuple[tuple[float, float, float], ...]:
    """The intervals of least measure that hold a level; gaps of up to 0.4 deg are closed."""
    order = np.argsort(-density)
    count = int(np.searchsorted(np.cumsum(density[order]), level)) + 1
    chosen = np.sort(order[:count])
    runs: list[list[int]] = []
    for index in chosen:
        if runs and index - runs[-1][1] <= 4:
            runs[-1][1] = int(index)
        else:
            runs.append([int(index), int(index)])
    return tuple(
        (float(GRID_DEG[low]), float(GRID_DEG[high]), float(density[low : high + 1].sum())) for low, high in runs
    )


def _azimuth(leg: Leg) -> Estimate:
    """Launch azimuth over the ground, the turning Earth taken off the place of the fall."""
    offset = float(fall_offset_deg(leg.latitude_deg, leg.azimuth_deg, leg.distance_m)[0])
    half = math.hypot(leg.half_width_deg, 1.645 * _STEER_DEG)
    value = leg.azimuth_deg - offset
    return Estimate(value=value, low=value - half, high=value + half, unit="deg")


def straight_inclination(azimuth: Estimate, latitude_deg: float) -> Estimate:
    """Inclination of a straight flight along a range of launch azimuths."""
    values = [
        inclination_deg(each, latitude_deg, _ALTITUDE_M, earth_relative=True)
        for each in [azimuth.value or azimuth.low, *np.linspace(azimuth.low, azimuth.high, 61).tolist()]
    ]
    return Estimate(value=values[0], low=min(values), high=max(values), level=azimuth.level, unit="deg")
