"""An orbit from words alone: from timed place claims and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.finding import Finding
from bongsu.earth import (
    EarthOrientation,
    Estimate,
    estimate_from_samples,
    format_utc,
    node_mean_solar_time_h,
    to_datetime64,
)
from bongsu.errors import BongsuError, ModelError, NoDataError
from bongsu.orbit import OrbitSample, Plane, TimedPlace, find_planes, fit_orbit, sun_synchronous_inclination_deg
from bongsu.overflight import Site, look_angles
from bongsu.provenance import Evidence
from bongsu.wording import joined, phrase

__all__ = ["orbit_from_words", "sample_from_words"]

MIN_PLACES = 4
IN_STEP_S = (15.0, 60.0)  # strictly: three times a circular model's own error and rounding; loosely: to the minute
OWN_ERROR_S = 4.0  # of a circular model: twice the eccentricity over the mean motion, plus rounding
LEAST_MEMBERS = 20  # fewer say nothing of a range


def sample_from_words(
    places: Sequence[TimedPlace],
    *,
    orientation: EarthOrientation,
    rng: np.random.Generator,
    norad_id: int = 0,
    name: str = "",
    max_off_nadir_deg: float = 45.0,
    members: int = 200,
) -> tuple[OrbitSample, tuple[str, ...]]:
    """Orbit sample from timed places alone, and the ids of claims that disagree with the rest.

    Where no orbit serves all places, each in turn, then each pair, is left out; the smallest set whose
    removal leaves an orbit is said to disagree, the best fit deciding among sets of one size.

    Raises
    ------
    NoDataError
        Fewer than four places.
    ModelError
        When no orbit is found even without two of them, or when it cannot be said which claim disagrees.
    """
    plane, dropped = _planes_without(places, orientation, max_off_nadir_deg, rng)
    kept = [place for place in places if place.id not in dropped]
    pick = rng.integers(0, plane.node_deg.size, members)
    step = 0.25  # the scan's own step: spread evenly within it
    drawn = replace(
        plane,
        node_deg=plane.node_deg[pick] + rng.uniform(-step / 2, step / 2, members),
        inclination_deg=plane.inclination_deg[pick] + rng.normal(0.0, 0.1, members),
    )
    sample = fit_orbit(kept, drawn, orientation=orientation, rng=rng, norad_id=norad_id, name=name)
    # The scan took the inclination of the middle of its heights; the period found says the height, and so the other.
    tilt = sun_synchronous_inclination_deg(1000.0 * float(np.median(sample.altitude_km)))
    drawn = replace(drawn, inclination_deg=drawn.inclination_deg + (tilt - float(np.mean(plane.inclination_deg))))
    sample = fit_orbit(kept, drawn, orientation=orientation, rng=rng, norad_id=norad_id, name=name)
    return _within_reach(sample, kept, orientation, max_off_nadir_deg), dropped


def _within_reach(
    sample: OrbitSample, places: Sequence[TimedPlace], orientation: EarthOrientation, max_off_nadir_deg: float
) -> OrbitSample:
    """The members from which every place lay within the side-look: the scan's own bound is that of the greatest height."""
    good = np.ones(len(sample.members), dtype=bool)
    for place in places:
        site = Site(latitude_deg=place.latitude_deg, longitude_deg=place.longitude_deg)
        _, position = sample.closest(place.latitude_deg, place.longitude_deg, place.time, orientation)
        good &= look_angles(site, position)["off_nadir_deg"] <= max_off_nadir_deg
    if good.sum() < LEAST_MEMBERS:
        return sample
    return replace(
        sample,
        members=tuple(member for member, keep in zip(sample.members, good, strict=True) if keep),
        scatter_s=sample.scatter_s[good],
        altitude_km=sample.altitude_km[good],
        mean_motion_rev_day=sample.mean_motion_rev_day[good],
    )


def _planes_without(
    places: Sequence[TimedPlace], orientation: EarthOrientation, max_off_nadir_deg: float, rng: np.random.Generator
) -> tuple[Plane, tuple[str, ...]]:
    """Planes that serve the places, and the fewest places that had to be left out for it.

    In step is first taken strictly, then loosely, so that one wrong time among good ones is found, and claims that
    are all rounded still give an orbit. Of equally few places left out those go without which the rest fits best.
    """
    if len(places) < MIN_PLACES:
        raise NoDataError(
            phrase("{count} timed claims do not fix an orbit", count=len(places)),
            advice="four or more claims timed to the second",
        )
    names = [place.id for place in places]
    for limit_s in IN_STEP_S:
        for size in (0, 1, 2):
            if size == 2 and len(places) < MIN_PLACES + 2:
                continue
            found: list[tuple[float, Plane, tuple[str, ...]]] = []
            for dropped in combinations(names, size):
                kept = [place for place in places if place.id not in dropped]
                if len(kept) < MIN_PLACES:
                    continue
                try:
                    plane = find_planes(
                        kept, orientation=orientation, max_off_nadir_deg=max_off_nadir_deg, max_scatter_s=limit_s
                    )
                    found.append((_misfit_s(kept, plane, orientation, rng), plane, dropped))
                except BongsuError:  # no plane, or a fit that runs away
                    continue
            if found:
                return _best(found)
    raise ModelError("no sun-synchronous orbit brings the timed claims in step, even without two of them")


def _misfit_s(
    places: Sequence[TimedPlace], plane: Plane, orientation: EarthOrientation, rng: np.random.Generator
) -> float:
    """Root mean square of what a fit in a few of the planes leaves. [s]"""
    pick = np.unique(np.linspace(0, plane.node_deg.size - 1, 5).round().astype(int))
    few = replace(plane, node_deg=plane.node_deg[pick], inclination_deg=plane.inclination_deg[pick])
    left = fit_orbit(places, few, orientation=orientation, rng=rng).residual_s
    return float(np.sqrt(np.mean(np.square(list(left.values())))))


def _best(found: Sequence[tuple[float, Plane, tuple[str, ...]]]) -> tuple[Plane, tuple[str, ...]]:
    """The set left out after which the rest fits best; refused where another is as good."""
    ranked = sorted(found, key=lambda item: item[0])
    misfit, plane, dropped = ranked[0]
    rivals = [item for item in ranked[1:] if item[0] < 2.0 * misfit + OWN_ERROR_S]
    if rivals:
        names = joined("; ", (joined(" and ", item[2]) for item in [ranked[0], *rivals][:4]))
        raise ModelError(
            phrase("some claim disagrees with the rest, and the times alone do not say which ({names})", names=names)
        )
    return plane, dropped


def orbit_from_words(
    places: Sequence[TimedPlace],
    *,
    orientation: EarthOrientation,
    rng: np.random.Generator,
    name: str,
    predict: Sequence[Site] = (),
    sources: tuple[str, ...] = (),
    max_off_nadir_deg: float = 45.0,
) -> Finding:
    """What timed claims by themselves say of the orbit, and how little across track.

    Parameters
    ----------
    places : sequence of TimedPlace
        Claims timed to an instant.
    predict : sequence of Site
        Places for which the next closest approaches after the last claim are predicted.
    max_off_nadir_deg : float
        How far aside the camera is taken to look; it alone bounds the plane. [deg]

    Returns
    -------
    Finding
        Id ``words-orbit``, marked experimental. Estimates: ``altitude_km``, ``period_min``, ``node_deg``,
        ``node_mean_time_h``, ``inclination_deg``, ``off_nadir_first_deg`` (how little is known across
        track, at the first claim).
    """
    try:
        sample, dropped = sample_from_words(
            places, orientation=orientation, rng=rng, name=name, max_off_nadir_deg=max_off_nadir_deg
        )
    except BongsuError as error:
        return Finding(
            id="words-orbit",
            topic="words",
            question="What orbit do the timed claims give by themselves?",
            verdict="undetermined",
            statement=phrase("The timed claims give no orbit by themselves: {error}.", error=error),
            label="words alone",
            brief=str(error),
            sign="?",
            mark="undetermined",
            sources=sources,
            experimental=True,
            method="Scan of sun-synchronous planes and periods (docs/methods/claims.md).",
        )
    node = np.array([member.node_deg for member in sample.members])
    centre = np.degrees(np.angle(np.exp(1j * np.radians(node)).mean())) % 360.0
    node = centre + (node - centre + 180.0) % 360.0 - 180.0
    epoch = sample.members[0].epoch
    hours = node_mean_solar_time_h(node, [to_datetime64(epoch)] * node.size, orientation)
    first = next(place for place in places if place.id not in dropped)
    _, position = sample.closest(first.latitude_deg, first.longitude_deg, first.time, orientation)
    aside = look_angles(Site(latitude_deg=first.latitude_deg, longitude_deg=first.longitude_deg), position)
    estimates = {
        "altitude_km": estimate_from_samples(sample.altitude_km, unit="km"),
        "period_min": estimate_from_samples(1440.0 / sample.mean_motion_rev_day, unit="min"),
        "node_deg": _full_range(node, "deg"),
        "node_mean_time_h": _full_range(hours, "h"),
        "inclination_deg": estimate_from_samples([m.inclination_deg for m in sample.members], unit="deg"),
        "off_nadir_first_deg": _full_range(aside["off_nadir_deg"], "deg"),
    }
    predictions = []
    after = max(place.time for place in places)
    for site in predict:
        offset, _ = sample.closest(site.latitude_deg, site.longitude_deg, after + timedelta(hours=12), orientation)
        if np.isfinite(offset).mean() > 0.5:
            gap = estimate_from_samples(offset, unit="s")
            moment = after + timedelta(hours=12, seconds=gap.value or 0.0)
            predictions.append(
                {"site": site.label, "closest": format_utc(moment), "plus_minus_s": round(gap.half_width, 0)}
            )
    disagree = joined(", ", dropped)
    kept = len(places) - len(dropped)
    height, node_range = estimates["altitude_km"], estimates["node_deg"]
    width = node_range.high - node_range.low
    axis_km = 6378.137 + (height.value or 0.0)
    kepler_min = 2.0 * np.pi * np.sqrt(axis_km**3 / 398600.4418) / 60.0
    worst = max((abs(v) for v in sample.residual_s.values()), default=0.0)
    statement = phrase(
        "{kept} timed claims and nothing else give a near-circular sun-synchronous orbit at"
        " {height}, its times in step within {worst:.0f} s, but leave {width:.0f} deg of node"
        " open across track (off-nadir at {id} anywhere from {off_nadir_first_deg})",
        kept=kept,
        height=height.format(),
        worst=worst,
        width=width,
        id=first.id,
        off_nadir_first_deg=estimates["off_nadir_first_deg"].format(),
    ) + (
        phrase("; these claims disagree with the rest: {disagree}.", disagree=disagree)
        if dropped
        else "; no claim disagrees."
    )
    return Finding(
        id="words-orbit",
        topic="words",
        question="What orbit do the timed claims give by themselves?",
        verdict="computed",
        statement=statement,
        label="words alone",
        brief=(
            phrase(
                "{kept} times: {height}, in step within {worst:.0f} s; node open by {width:.0f} deg",
                kept=kept,
                height=height.format(),
                worst=worst,
                width=width,
            )
            + (phrase("; disagree: {disagree}", disagree=disagree) if dropped else "")
        ),
        sign="!" if dropped else "=",
        mark="disagree" if dropped else "in step",
        estimates=estimates,
        evidence=(Evidence(what=phrase("{count} timed claims", count=len(places)), sources=sources),),
        sources=sources,
        method=(
            "Scan of sun-synchronous planes from which every place is within the side-look at its time; a straight line"
            " of phase against time gives the period; Gauss-Newton through SGP4 refines it. No element set is used."
        ),
        reference="own method; phase folding as in Stellingwerf 1978, ApJ 224, 953",
        experimental=True,
        caveats=(
            phrase(
                "The plane is bounded only by a side-look of {max_off_nadir_deg:g} deg, which is assumed.",
                max_off_nadir_deg=max_off_nadir_deg,
            ),
            "Fitted to the claims, so it is no test of them; each claim's own finding leaves it out.",
            "Sun-synchronous and circular are assumed, not found.",
        ),
        would_change=("One element set, or one claim with an off-nadir angle.",),
        check_by_hand=(
            phrase(
                "a = 6378.1 + {value:.0f} km: T = 2 pi sqrt(a^3 / 398600) = {kepler_min:.2f} min; the"
                " Earth's flattening makes it {value_2:.2f} min from node to node as SGP4 counts it;"
                " differences between the claims' times, less the change of phase between the places,"
                " are whole multiples of it",
                value=height.value,
                kepler_min=kepler_min,
                value_2=estimates["period_min"].value,
            )
        ),
        say="the times given are in step with one orbit",
        do_not_say="that the times were measured by the satellite",
        details={
            "residual_s": {key: round(value, 1) for key, value in sample.residual_s.items()},
            "disagree": list(dropped),
            "predictions": predictions,
        },
    )


def _full_range(values: NDArray[np.float64], unit: str) -> Estimate:
    """Median and whole span: an evenly spread quantity has no central interval worth naming."""
    finite = values[np.isfinite(values)]
    return Estimate(
        value=float(np.median(finite)), low=float(finite.min()), high=float(finite.max()), level=1.0, unit=unit
    )
