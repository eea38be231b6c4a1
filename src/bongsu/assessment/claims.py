"""Claims about overflight: was it possible?

Geometry, time and light only. A pass is not a picture: no verdict here says that one was taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.claim_parts import (
    REFERENCE,
    SIDE_LOOK_DEG,
    SIGNS,
    ClaimQuestion,
    caveats_of,
    common_details,
    elevations,
    evidence_of,
    exact,
    geometry,
    gsd_scenarios,
    hand_formula,
    light,
    middle_of,
    off_nadir_at,
    question_words,
    stated,
    verdict_of,
    view_of,
)
from bongsu.assessment.claim_spans import over_interval, received
from bongsu.assessment.finding import Finding
from bongsu.assessment.orbit_basis import Knowledge, OrbitBasis, orbit_basis, same_claim
from bongsu.earth import (
    EarthOrientation,
    Estimate,
    Window,
    estimate_from_samples,
    format_utc,
    to_datetime64,
)
from bongsu.errors import BongsuError, InputError, NoDataError
from bongsu.overflight import Site, find_passes
from bongsu.provenance import Evidence
from bongsu.wording import capital, joined, phrase

__all__ = ["judge_claim"]

_SEEN = {"in view": "", "in view, in daylight": ", in daylight"}  # what follows "in view of the place"

_SEEN = {"in view": "", "in view, in daylight": ", in daylight"}  # what follows "in view of the place"

Vector = NDArray[np.float64]


def judge_claim(
    question: ClaimQuestion,
    knowledge: Knowledge,
    *,
    orientation: EarthOrientation,
    rng: np.random.Generator,
) -> Finding:
    """Hold one claim against an orbit that did not use it.

    Parameters
    ----------
    question : ClaimQuestion
    knowledge : Knowledge
        Element sets and timed claims of the satellite.
    orientation : EarthOrientation
    rng : numpy Generator
        Draws the orbit's sample; the same seed gives the same answer.

    Returns
    -------
    Finding
        Id ``claim:<id>``; verdict ``possible``, ``impossible`` or ``undetermined``.

    Raises
    ------
    InputError
        When the claim lies before the satellite's launch: the satellite was on the ground.
    """
    moment = question.moment or middle_of(question.interval)
    if knowledge.launched is not None and moment < knowledge.launched:
        raise InputError(
            phrase(
                "{moment} is before the launch of {name} ({launched})",
                moment=format_utc(moment),
                name=knowledge.name,
                launched=format_utc(knowledge.launched),
            ),
            advice="check the date and the time zone of the claim",
        )
    if knowledge.decayed is not None and moment > knowledge.decayed:
        return _decayed(question, knowledge, moment)
    site = question.sites[0]
    try:
        basis = orbit_basis(
            knowledge,
            moment,
            claim_id=question.id,
            at=(site.latitude_deg, site.longitude_deg),
            orientation=orientation,
            rng=rng,
        )
    except BongsuError as error:
        return _no_orbit(question, knowledge, error)
    if question.kind == "received":
        return received(question, knowledge, basis, orientation)
    if question.moment is None:
        return over_interval(question, knowledge, basis, orientation)
    return _at_instant(question, knowledge, basis, orientation, rng)


def _decayed(question: ClaimQuestion, knowledge: Knowledge, moment: datetime) -> Finding:
    assert knowledge.decayed is not None
    down = f"{knowledge.decayed - timedelta(seconds=1):%d %b %Y}"
    return Finding(
        id=f"claim:{question.id}",
        topic="claim",
        question=question_words(question),
        verdict="impossible",
        statement=phrase(
            "{name} had left orbit by {down}, so it was not there on {moment:%d %b %Y}.",
            name=knowledge.name,
            down=down,
            moment=moment,
        ),
        label=question.label,
        brief=phrase("decayed by {down}", down=down),
        sign=SIGNS["impossible"],
        mark="impossible",
        evidence=(Evidence(what="the claim as published", sources=question.sources), Evidence(what="date of decay")),
        sources=question.sources,
        method="The claim's time against the date of decay that the case gives.",
        caveats=("Only this time is excluded: an error in it would look the same.",),
        check_by_hand=phrase(
            "{moment} is after {decayed}", moment=format_utc(moment), decayed=format_utc(knowledge.decayed)
        ),
        say="had left orbit before the time stated",
        do_not_say="that it never saw the place",
        details=stated(question),
    )


def _no_orbit(question: ClaimQuestion, knowledge: Knowledge, error: BongsuError) -> Finding:
    advice = getattr(error, "advice", "")
    return Finding(
        id=f"claim:{question.id}",
        topic="claim",
        question=question_words(question),
        verdict="undetermined",
        statement=(
            phrase(
                "No orbit of {name} is known for the time of the claim about {label}: {error}.",
                name=knowledge.name or phrase("object {norad_id}", norad_id=knowledge.norad_id),
                label=question.label,
                error=error,
            )
        ),
        label=question.label,
        brief=str(error),
        sign="?",
        mark="undetermined",
        evidence=(Evidence(what="the claim as published", sources=question.sources),),
        sources=question.sources,
        method="An element set whose age lets it predict within 30 s, or a fit to three other timed claims, was sought.",
        would_change=(capital(advice) + ".",) if advice else (),
        say="no public orbit reaches this time, so the claim cannot be tested",
        do_not_say="anything about whether the satellite was there",
        details=stated(question),
    )


def _chance(
    question: ClaimQuestion,
    basis: OrbitBasis,
    site: Site,
    moment: datetime,
    width_s: float,
    orientation: EarthOrientation,
) -> Estimate:
    """Chance that a random time comes as close to a usable pass as this orbit can tell, over 20 days."""
    middle = basis.sample.members[len(basis.sample.members) // 2]
    window = Window(start=moment - timedelta(days=10), end=moment + timedelta(days=10))
    table = find_passes([middle], [site], window, min_elevation_deg=10.0, orientation=orientation)
    usable = table.off_nadir_deg <= SIDE_LOOK_DEG
    if question.imager == "optical":
        usable &= table.sun_elevation_deg > 0.0
    count = float(np.count_nonzero(usable))
    share = 2.0 * width_s / (20.0 * 86400.0)
    spread = 1.645 * np.sqrt(max(count, 1.0))
    return Estimate(
        value=count * share, low=float(max(count - spread, 0.0)) * share, high=float(count + spread) * share, unit=""
    )


def _at_instant(
    question: ClaimQuestion,
    knowledge: Knowledge,
    basis: OrbitBasis,
    orientation: EarthOrientation,
    rng: np.random.Generator,
) -> Finding:
    moment, site = question.moment, question.sites[0]
    assert moment is not None
    view = view_of(basis.sample, site, moment, orientation)
    sun_azimuth, sun_elevation = light(question, site, moment, orientation)
    slack = max(question.precision_s, 0.5)
    times = to_datetime64(moment) + np.rint(np.array([-slack, 0.0, slack]) * 1e6).astype("timedelta64[us]")
    elevation = elevations(basis.sample, site, times, orientation).max(axis=1)
    verdict, reason = verdict_of(elevation, sun_elevation, question.imager)
    details = {**stated(question), **common_details(question, basis, moment, orientation)}
    name = knowledge.name or phrase("object {norad_id}", norad_id=knowledge.norad_id)
    estimates = {
        "elevation_at_time_deg": estimate_from_samples(elevation, unit="deg"),
        "sun_elevation_deg": exact(sun_elevation, 0.1, "deg"),
    }
    when = phrase(
        "{moment} UTC on {moment_2:%d %b %Y}", moment=format_utc(moment)[11:19], moment_2=moment.astimezone(UTC)
    )
    sees = verdict != "impossible" or reason == "in the dark"
    gap: Estimate | None = None
    if np.isfinite(view.offset_s).mean() > 0.5:
        noise = rng.normal(0.0, 1.0, view.offset_s.size) * view.scatter_s
        rounding = rng.uniform(-question.precision_s, question.precision_s, view.offset_s.size)
        gap = estimate_from_samples(view.offset_s + noise + rounding, unit="s")
        gap = Estimate(value=float(np.nanmedian(view.offset_s)), low=gap.low, high=gap.high, level=0.9, unit="s")
        estimates["closest_difference_s"] = gap
        if sees or float(np.nanmedian(view.angles["elevation_deg"])) > 0.0:
            estimates.update(geometry(view))
            then = off_nadir_at(basis.sample, site, moment, orientation)
            if np.isfinite(then).any():
                estimates["off_nadir_at_time_deg"] = estimate_from_samples(then, unit="deg")
            details["gsd_m"] = gsd_scenarios(question, view)
            details["northbound"] = view.northbound
            if basis.kind != "elements":
                _pass_out(question, knowledge, details, estimates, orientation, rng)
        width = max(gap.half_width, abs(gap.value or 0.0), 1.0)
        estimates["chance_match"] = _chance(question, basis, site, moment, width, orientation)
    details.update(
        miss_s=None if gap is None else round(float(gap.value or 0.0), 1),
        sigma_s=None if gap is None else round(gap.half_width * 2.0 / 1.645, 1),
        sun_azimuth_deg=round(sun_azimuth, 1),
        reason=reason,
    )
    statement = _instant_words(name, site.label, when, verdict, reason, estimates, sun_elevation, basis)
    return Finding(
        id=f"claim:{question.id}",
        topic="claim",
        question=question_words(question),
        verdict=verdict,
        statement=statement,
        label=question.label,
        brief=reason,
        sign=SIGNS[verdict],
        mark=verdict,
        estimates=estimates,
        evidence=evidence_of(question, basis),
        sources=question.sources,
        method=phrase(
            "Closest approach and elevation by an orbit that did not use this claim: {words}.", words=basis.words
        ),
        reference=REFERENCE,
        experimental=basis.kind == "words",
        caveats=caveats_of(question, details, basis, verdict),
        would_change=("An element set from within a few days of the claim.",) if basis.kind != "elements" else (),
        check_by_hand=hand_formula(estimates, basis),
        say=_say(site.label, when, verdict, reason, gap),
        do_not_say="photographed it, confirmed, locked on" if verdict == "possible" else "that it never saw the place",
        details=details,
    )


def _pass_out(
    question: ClaimQuestion,
    knowledge: Knowledge,
    details: dict[str, Any],
    estimates: dict[str, Estimate],
    orientation: EarthOrientation,
    rng: np.random.Generator,
) -> None:
    """The stricter test: also without other claims of the same pass, where there are such."""
    moment, site = question.moment, question.sites[0]
    assert moment is not None
    near = [
        place
        for place in knowledge.timed
        if place.id != question.id
        and not same_claim(place, moment, site.latitude_deg, site.longitude_deg)
        and abs((place.time - moment).total_seconds()) < 1200.0
    ]
    if not near:
        return
    try:
        strict = orbit_basis(
            knowledge,
            moment,
            claim_id=question.id,
            at=(site.latitude_deg, site.longitude_deg),
            leave_out_pass=True,
            orientation=orientation,
            rng=rng,
        )
    except NoDataError:
        return
    offset = strict.sample.closest(site.latitude_deg, site.longitude_deg, moment, orientation)[0]
    estimates["closest_difference_pass_out_s"] = estimate_from_samples(offset, unit="s")
    details["same_pass"] = [place.id for place in near]


def _say(place: str, when: str, verdict: str, reason: str, gap: Estimate | None) -> str:
    """What may be published, in the claim's own terms."""
    if verdict == "impossible":
        return phrase("could not have seen {place} at {when}", place=place, when=when)
    if verdict == "undetermined":
        return "the claim cannot be told from public data"
    light = ", in daylight" if "daylight" in reason else ""
    if gap is None or gap.value is None:
        return phrase("had {place} in view{light} at {when}", place=place, light=light, when=when)
    return phrase(
        "had {place} in view{light}, closest within {value:.0f} s of the time stated",
        place=place,
        light=light,
        value=max(1.0, np.ceil(abs(gap.value))),
    )


def _instant_words(
    name: str,
    place: str,
    when: str,
    verdict: str,
    reason: str,
    estimates: Mapping[str, Estimate],
    sun_elevation: float,
    basis: OrbitBasis,
) -> str:
    if verdict == "impossible":
        if reason == "in the dark":
            return phrase(
                "At {when} {place} lay in the dark, the Sun {sun_elevation:.0f} deg below its horizon:"
                " no daylight picture.",
                when=when,
                place=place,
                sun_elevation=-sun_elevation,
            )
        below = estimates["elevation_at_time_deg"]
        ends = dict.fromkeys((f"{-below.high:.0f}", f"{-below.low:.0f}"))
        return phrase(
            "At {when} {name} stood {ends} deg below the horizon of {place}: it could not see it.",
            when=when,
            name=name,
            ends=joined(" to ", ends),
            place=place,
        )
    sun = (
        phrase("the Sun {sun_elevation:.0f} deg up", sun_elevation=sun_elevation)
        if sun_elevation >= 0.0
        else phrase("the Sun {sun_elevation:.0f} deg down", sun_elevation=-sun_elevation)
    )
    seen = _SEEN.get(reason)
    text = phrase(
        "At {when} {name} was in view of {place}{seen}, {sun}",
        when=when,
        name=name,
        place=place,
        seen=phrase(", {reason}", reason=reason) if seen is None else seen,
        sun=sun,
    )
    gap = estimates.get("closest_difference_s")
    if gap is None or gap.value is None:
        return text + "."
    size = abs(gap.value)
    offset = (
        phrase("{size:.0f} s {value} the time stated", size=size, value="after" if gap.value >= 0.0 else "before")
        if size >= 0.5
        else "just then"
    )
    source = "by an orbit fitted without this claim" if basis.kind != "elements" else "by its element set"
    text += phrase(
        "; closest approach came {offset} ({low:+.0f} to {high:+.0f} s), {source}",
        offset=offset,
        low=gap.low,
        high=gap.high,
        source=source,
    )
    if basis.gap_s:
        text += phrase(
            " (the set on the other side of that time differs by {gap_s:.0f} s: a manoeuvre lies between)",
            gap_s=abs(basis.gap_s),
        )
    aside, then = estimates.get("off_nadir_deg"), estimates.get("off_nadir_at_time_deg")
    if aside is not None:
        text += phrase(", the place {aside} off its nadir", aside=aside.format())
        if then is not None and then.low > aside.high + 5.0:
            text += phrase(" (at the time stated {then})", then=then.format())
    return text + "."
