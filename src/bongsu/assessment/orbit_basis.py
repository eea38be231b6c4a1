"""Which orbit may judge a claim: one that did not use it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from bongsu.earth import EarthOrientation, constants, geodesic_inverse
from bongsu.errors import BongsuError, NoDataError
from bongsu.orbit import (
    ElementSet,
    OrbitSample,
    Plane,
    TimedPlace,
    carry_plane,
    find_planes,
    fit_orbit,
    inclination_rate_deg_day,
    mean_semi_major_axis_m,
    sample_element_set,
    select_element_set,
    timing_error_s,
    timing_gap_s,
)
from bongsu.wording import joined, phrase

__all__ = ["Knowledge", "OrbitBasis", "mean_axis_m", "orbit_basis", "same_claim"]

_USABLE_TIMING_S = 30.0  # an element set older than this much timing error gives way to a fit (our choice)
_FIT_REACH = timedelta(days=12)  # a fit is asked no further outside its claims than this (our choice)
_IN_STEP_S = 15.0  # root mean square; three times a circular model's own error and rounding
_LEAST_AFTER_ONE = 3  # claims that must be left when one is left out: two unknowns and one to spare
_CARRY_LIMIT_DAYS = 500.0  # a plane carried further than this is not used (our choice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known of one satellite's orbit, before any claim is judged.

    ``heights_km`` is a published perigee and apogee with its time, as catalogues print them: Kepler's law
    on the Kozai mean motion. ``timed`` are the claims timed to an instant.
    """

    norad_id: int
    name: str
    element_sets: tuple[ElementSet, ...] = ()
    timed: tuple[TimedPlace, ...] = ()
    heights_km: tuple[float, float] | None = None
    launched: datetime | None = None
    decayed: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrbitBasis:
    """An orbit to judge one claim by, and in words what it rests on."""

    sample: OrbitSample
    kind: str  # "elements", "claims" (plane from elsewhere) or "words" (claims alone)
    words: str
    age_days: float
    gap_s: float = 0.0  # how far the element sets before and after disagree, where a manoeuvre lies between


def same_claim(place: TimedPlace, moment: datetime, latitude_deg: float, longitude_deg: float) -> bool:
    if abs((place.time - moment).total_seconds()) > 60.0:
        return False
    distance, _, _ = geodesic_inverse(place.latitude_deg, place.longitude_deg, latitude_deg, longitude_deg)
    return bool(distance < 100_000.0)


def orbit_basis(
    knowledge: Knowledge,
    moment: datetime,
    *,
    claim_id: str = "",
    at: tuple[float, float] | None = None,
    leave_out_pass: bool = False,
    orientation: EarthOrientation,
    rng: np.random.Generator,
    members: int = 200,
) -> OrbitBasis:
    """An orbit for a moment that rests on nothing said by the claim in question.

    An element set is taken where its age lets it predict within 30 s. Else an orbit is fitted to the
    other timed claims, its plane carried from the nearest element set; else, with no element set at all,
    to the other claims alone.

    Parameters
    ----------
    knowledge : Knowledge
    moment : datetime
        What the orbit is wanted for.
    claim_id : str
        The claim to leave out.
    at : (latitude, longitude), optional
        Place of the claim: any timed claim within 60 s and 100 km of it is the same claim and left out.
    leave_out_pass : bool
        Leave out every claim within 20 minutes too, so that nothing from the same pass is used.

    Raises
    ------
    NoDataError
        When nothing known reaches this moment; says what would help.
    """
    if knowledge.decayed and moment > knowledge.decayed:
        raise NoDataError(
            phrase(
                "{name} decayed on {decayed:%Y-%m-%d}: it was not in orbit then",
                name=knowledge.name,
                decayed=knowledge.decayed,
            )
        )
    best = select_element_set(knowledge.element_sets, moment) if knowledge.element_sets else None
    if best is not None and timing_error_s(best, moment)[0] <= _USABLE_TIMING_S:
        return _by_elements(knowledge.element_sets, best, moment, rng, members)
    nearest = min(knowledge.element_sets, key=lambda item: abs(item.age_days(moment)), default=None)
    others = [
        place
        for place in knowledge.timed
        if place.id != claim_id
        and not (at is not None and same_claim(place, moment, *at))
        and not (leave_out_pass and abs(place.time - moment) < timedelta(minutes=20))
        and abs(place.time - moment) < timedelta(days=30)
    ]
    if len(others) < 3:
        raise NoDataError(
            _why_not(nearest, moment, len(others)),
            advice="give element sets within a few weeks of the claim, or three other claims timed to the second",
        )
    first, last = min(place.time for place in others), max(place.time for place in others)
    if moment < first - _FIT_REACH or moment > last + _FIT_REACH:
        raise NoDataError(
            phrase(
                "the orbit fitted to timed claims holds from {first:%Y-%m-%d} to {last:%Y-%m-%d}, not on"
                " {moment:%Y-%m-%d}",
                first=first,
                last=last,
                moment=moment,
            ),
            advice="give element sets within a few weeks of the claim",
        )
    return _fitted(knowledge, others, nearest, moment, orientation, rng, members)


def _by_elements(
    element_sets: Sequence[ElementSet],
    nearest: ElementSet,
    moment: datetime,
    rng: np.random.Generator,
    members: int,
) -> OrbitBasis:
    """The nearest set; where the one on the other side of the moment disagrees with it, both bound the time."""
    age = nearest.age_days(moment)
    side = "after" if age < 0 else "before"
    words = phrase(
        "element set of {epoch:%Y-%m-%d %H:%M} UTC, {age:.1f} days {side}", epoch=nearest.epoch, age=abs(age), side=side
    )
    across = [item for item in element_sets if (item.age_days(moment) < 0) != (age < 0)]
    gap = 0.0
    if across:
        other = min(across, key=lambda item: abs(item.age_days(moment)))
        error = float(timing_error_s(nearest, moment)[0] + timing_error_s(other, moment)[0])
        if error <= 2.0 * _USABLE_TIMING_S:
            found = timing_gap_s(other, nearest, moment)
            if abs(found) > 2.0 * error:
                gap = found
                words += phrase(
                    "; that of {epoch:%Y-%m-%d %H:%M} differs by {gap:.0f} s: a manoeuvre lies between",
                    epoch=other.epoch,
                    gap=abs(gap),
                )
    return OrbitBasis(
        sample=sample_element_set(nearest, moment, rng=rng, members=members, gap_s=gap),
        kind="elements",
        words=words,
        age_days=age,
        gap_s=gap,
    )


def _why_not(nearest: ElementSet | None, moment: datetime, others: int) -> str:
    count = (
        phrase("{others} other claim{s}", others=others, s="" if others == 1 else "s") if others else "no other claim"
    )
    few = phrase(
        "{count} timed to the second {others} within 30 days", count=count, others="lie" if others > 1 else "lies"
    )
    if nearest is None:
        return phrase("no element set is known, and {few}", few=few)
    error = float(timing_error_s(nearest, moment)[0])
    size = (
        phrase("{error:.0f} s", error=error)
        if error < 600.0
        else phrase("{error:.0f} min", error=error / 60.0)
        if error < 3600.0
        else "an hour or more"
    )
    return phrase(
        "the nearest element set is {nearest:.0f} days off (its times by {size}), and {few}",
        nearest=abs(nearest.age_days(moment)),
        size=size,
        few=few,
    )


def _fitted(
    knowledge: Knowledge,
    others: Sequence[TimedPlace],
    nearest: ElementSet | None,
    moment: datetime,
    orientation: EarthOrientation,
    rng: np.random.Generator,
    members: int,
) -> OrbitBasis:
    middle = min(place.time for place in others) + (max(p.time for p in others) - min(p.time for p in others)) / 2
    if nearest is not None and abs(nearest.age_days(middle)) <= _CARRY_LIMIT_DAYS:
        plane = carry_plane(
            nearest,
            middle,
            semi_major_axis_m=mean_axis_m(knowledge.heights_km, nearest),
            inclination_rate=inclination_rate_deg_day(knowledge.element_sets),
            rng=rng,
            members=members,
        )
        kind = "claims"
    else:
        try:
            found = find_planes(others, orientation=orientation)
        except BongsuError as error:
            raise NoDataError(phrase("the other timed claims fix no orbit: {error}", error=error)) from error
        pick = rng.integers(0, found.node_deg.size, members)
        plane = replace(found, node_deg=found.node_deg[pick], inclination_deg=found.inclination_deg[pick])
        kind = "words"
    fitted, dropped = _in_step(others, plane, knowledge, orientation, rng)
    kept = [place.id for place in others if place.id not in dropped]
    left_out = (
        phrase("; left out, for it disagrees with these: {dropped}", dropped=joined(", ", dropped)) if dropped else ""
    )
    return OrbitBasis(
        sample=fitted,
        kind=kind,
        words=phrase(
            "near-circular orbit fitted to {count} timed claims ({kept}{left_out}); plane: {origin}",
            count=len(kept),
            kept=joined(", ", kept),
            left_out=left_out,
            origin=plane.origin,
        ),
        age_days=(moment - middle).total_seconds() / 86400.0,
    )


def _in_step(
    others: Sequence[TimedPlace],
    plane: Plane,
    knowledge: Knowledge,
    orientation: EarthOrientation,
    rng: np.random.Generator,
) -> tuple[OrbitSample, tuple[str, ...]]:
    """A fit to the other claims; where one alone keeps them from being in step, to all but that one.

    Else a single false time would spoil the orbit that all the others are judged by.
    """

    def fit(places: Sequence[TimedPlace], within: Plane) -> OrbitSample:
        return fit_orbit(
            places, within, orientation=orientation, rng=rng, norad_id=knowledge.norad_id, name=knowledge.name
        )

    whole: OrbitSample | None = None
    with suppress(BongsuError):  # a fit to times that no orbit keeps runs away
        whole = fit(others, plane)
    if whole is not None and (_misfit_s(whole) <= _IN_STEP_S or len(others) < _LEAST_AFTER_ONE + 1):
        return whole, ()
    few = replace(plane, node_deg=plane.node_deg[:9], inclination_deg=plane.inclination_deg[:9])
    trials = []
    for place in others if len(others) > _LEAST_AFTER_ONE else ():
        rest = [item for item in others if item.id != place.id]
        with suppress(BongsuError):
            trials.append((_misfit_s(fit(rest, few)), place.id))
    trials.sort()
    clear = len(trials) == 1 or (len(trials) > 1 and trials[1][0] > 2.0 * trials[0][0] + 4.0)
    if trials and trials[0][0] <= _IN_STEP_S and clear:
        dropped = trials[0][1]
        return fit([item for item in others if item.id != dropped], plane), (dropped,)
    if whole is None:
        raise NoDataError("the other timed claims are not in step with one orbit", advice="check their times and zones")
    return whole, ()


def _misfit_s(sample: OrbitSample) -> float:
    return float(np.sqrt(np.mean(np.square(list(sample.residual_s.values())))))


def mean_axis_m(heights_km: tuple[float, float] | None, nearest: ElementSet) -> tuple[float, float]:
    """Mean semi-major axis, as SGP4 counts it, from catalogue heights, and its standard deviation. [m]

    Catalogues turn the printed (Kozai) mean motion into heights by Kepler's law alone; SGP4's mean axis is
    lower by the J2 term, the same amount for an element set of the same orbit. Without heights the
    element set's own axis is taken, good to 5 km.
    """
    if heights_km is None:
        return mean_semi_major_axis_m(nearest), 5000.0
    kepler_m = (constants.EARTH_GM_M3_S2 / (nearest.mean_motion_rev_day * 2.0 * np.pi / 86400.0) ** 2) ** (1.0 / 3.0)
    offset = kepler_m - mean_semi_major_axis_m(nearest)
    return constants.WGS84_EQUATORIAL_RADIUS_M + 500.0 * sum(heights_km) - offset, 1500.0
