"""Claims without an instant: over an interval, and of a picture received."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np

from bongsu.assessment.claim_parts import (
    REFERENCE,
    SIGNS,
    ClaimQuestion,
    View,
    caveats_of,
    common_details,
    elevations,
    evidence_of,
    exact,
    geometry,
    gsd_scenarios,
    hand_formula,
    light,
    middle_member,
    middle_of,
    question_words,
    stated,
    verdict_of,
    view_of,
)
from bongsu.assessment.finding import Finding
from bongsu.assessment.orbit_basis import Knowledge, OrbitBasis
from bongsu.earth import (
    EarthOrientation,
    Estimate,
    Window,
    estimate_from_samples,
    format_utc,
    to_datetime64,
)
from bongsu.overflight import Pass, Site, find_passes
from bongsu.wording import joined, phrase

__all__ = ["over_interval", "received"]


def over_interval(
    question: ClaimQuestion, knowledge: Knowledge, basis: OrbitBasis, orientation: EarthOrientation
) -> Finding:
    interval = question.interval
    assert interval is not None and interval.start is not None and interval.end is not None
    middle = middle_of(interval)
    half = (interval.end - interval.start).total_seconds() / 2.0
    steps = np.linspace(-half, half, int(min(max(half / 5.0, 2), 240)) + 1)
    times = to_datetime64(middle) + np.rint(steps * 1e6).astype("timedelta64[us]")
    results, differences, suns, off_nadir, incidence, ranges = [], [], [], [], [], []
    best_view: View | None = None
    for site in question.sites:
        elevation = elevations(basis.sample, site, times, orientation).max(axis=1)
        azimuth, sun = light(question, site, middle, orientation)
        verdict, reason = verdict_of(elevation, sun, question.imager)
        view = view_of(basis.sample, site, middle, orientation)
        offset = float(np.nanmedian(view.offset_s)) if np.isfinite(view.offset_s).any() else np.nan
        difference = 0.0 if abs(offset) <= half else (abs(offset) - half) * float(np.sign(offset))
        results.append((site, verdict, reason))
        differences.append(difference)
        suns.append((azimuth, sun))
        seen = np.isfinite(view.angles["off_nadir_deg"])
        off_nadir.append(view.angles["off_nadir_deg"])
        incidence.append(np.where(seen, view.angles["incidence_deg"], np.nan))
        ranges.append(np.where(seen, view.ground_range_m, np.nan))
        best_view = best_view or view
    assert best_view is not None
    verdicts = {verdict for _, verdict, _ in results}
    verdict = verdicts.pop() if len(verdicts) == 1 else "undetermined"
    finite = [abs(value) for value in differences if np.isfinite(value)]
    held = sum(value == 0.0 for value in differences)
    name = knowledge.name or phrase("object {norad_id}", norad_id=knowledge.norad_id)
    details = {**stated(question), **common_details(question, basis, middle, orientation)}
    rise, fall = _whole_pass(question.sites[0], basis, middle, orientation)
    whole = rise is not None and fall is not None and _matches_pass(interval, rise, fall)
    estimates = {
        "sun_elevation_deg": Estimate(
            value=suns[0][1],
            low=min(s for _, s in suns) - 0.1,
            high=max(s for _, s in suns) + 0.1,
            level=1.0,
            unit="deg",
        ),
    }
    aside = np.concatenate(off_nadir)
    if np.isfinite(aside).any():  # else no place came into view at all
        estimates["off_nadir_deg"] = estimate_from_samples(aside, unit="deg")
        estimates["incidence_deg"] = estimate_from_samples(np.concatenate(incidence), unit="deg")
        estimates["ground_range_m"] = estimate_from_samples(np.concatenate(ranges), unit="m")
    if finite:
        spread = float(np.nanstd(best_view.offset_s))
        value = max(finite)
        estimates["closest_difference_s"] = Estimate(
            value=value, low=max(0.0, value - 1.645 * spread), high=value + (1.645 * spread if value else 0.0), unit="s"
        )
    details.update(
        miss_s=None,
        sun_azimuth_deg=round(suns[0][0], 1),
        gsd_m=gsd_scenarios(question, best_view) if "off_nadir_deg" in estimates else {},
        held=held,
        of=len(question.sites),
        whole_pass=whole,
        per_site=[{"site": site.label, "verdict": v, "reason": r} for site, v, r in results],
    )
    if rise is not None and fall is not None:
        details["pass"] = [format_utc(rise), format_utc(fall)]
    span = phrase(
        "{start} to {end} UTC on {start_2:%d %b %Y}",
        start=format_utc(interval.start)[11:19],
        end=format_utc(interval.end)[11:19],
        start_2=interval.start,
    )
    statement = phrase("From {span} {name} ", span=span, name=name) + _interval_words(
        question, verdict, results, held, estimates
    )
    if whole and verdict != "impossible":
        statement += phrase(
            "; the interval is the whole pass over {label}, horizon to horizon ({rise} to {fall}), not an imaging time",
            label=question.sites[0].label,
            rise=format_utc(rise or middle)[11:19],
            fall=format_utc(fall or middle)[11:19],
        )
    return Finding(
        id=f"claim:{question.id}",
        topic="claim",
        question=question_words(question),
        verdict=verdict,
        statement=statement + ".",
        label=question.label,
        brief="whole pass" if whole else results[0][2],
        sign=SIGNS[verdict],
        mark="whole pass" if whole and verdict == "possible" else verdict,
        estimates=estimates,
        evidence=evidence_of(question, basis),
        sources=question.sources,
        method=phrase(
            "Elevation every few seconds of the interval, and closest approach, by: {words}.", words=basis.words
        ),
        reference=REFERENCE,
        experimental=basis.kind == "words",
        caveats=caveats_of(question, details, basis, verdict),
        check_by_hand=hand_formula(estimates, basis),
        say=phrase("passed over {label} within the interval stated", label=question.label)
        if verdict == "possible"
        else phrase("could not have seen {label} within the interval stated", label=question.label)
        if verdict == "impossible"
        else "could have seen some of the places named within the interval stated, not all",
        do_not_say="photographed all the places named" if verdict != "impossible" else "that it never saw the places",
        details=details,
    )


def _interval_words(
    question: ClaimQuestion,
    verdict: str,
    results: Sequence[tuple[Site, str, str]],
    held: int,
    estimates: Mapping[str, Estimate],
) -> str:
    """What the satellite did within the interval."""
    if verdict == "impossible":
        why = joined(", ", dict.fromkeys(reason for _, _, reason in results))
        return phrase("could not have seen {label}: {why}", label=question.label, why=why)
    seen = sum(verdict == "possible" for _, verdict, _ in results)
    text = phrase(
        "was in view of {seen} of {count} place{s} named, and passed closest to {held} of them within the interval",
        seen=seen,
        count=len(results),
        s="s" if len(results) > 1 else "",
        held=held,
    )
    if "off_nadir_deg" in estimates:
        sun = estimates["sun_elevation_deg"].value or 0.0
        text += phrase(
            "; they lay {off_nadir_deg} off its nadir, the Sun {sun:.0f} deg up",
            off_nadir_deg=estimates["off_nadir_deg"].format(),
            sun=sun,
        )
    return text


def _whole_pass(
    site: Site, basis: OrbitBasis, middle: datetime, orientation: EarthOrientation
) -> tuple[datetime | None, datetime | None]:
    member = middle_member(basis.sample, site, middle, orientation)
    window = Window(start=middle - timedelta(minutes=30), end=middle + timedelta(minutes=30))
    rows = find_passes([member], [site], window, min_elevation_deg=0.0, orientation=orientation).rows()
    near = [item for item in rows if item.rise <= middle <= item.set]
    return (near[0].rise, near[0].set) if near else (None, None)


def _matches_pass(interval: Window, rise: datetime, fall: datetime) -> bool:
    """Whether an interval is a whole pass: both ends within a minute and a half of rise and set."""
    assert interval.start is not None and interval.end is not None
    slack = timedelta(seconds=90)
    return abs(interval.start - rise) < slack and abs(interval.end - fall) < slack


def received(
    question: ClaimQuestion, knowledge: Knowledge, basis: OrbitBasis, orientation: EarthOrientation
) -> Finding:
    moment = question.moment or middle_of(question.interval)
    member = middle_member(basis.sample, question.sites[0], moment, orientation)
    start = moment - timedelta(days=1)
    window = Window(start=max(start, knowledge.launched) if knowledge.launched else start, end=moment)
    kind = "daylight pass" if question.imager == "optical" else "pass"
    name = knowledge.name or phrase("object {norad_id}", norad_id=knowledge.norad_id)
    usable: list[tuple[Pass, Site]] = []
    for site in question.sites:
        for item in find_passes([member], [site], window, min_elevation_deg=5.0, orientation=orientation).rows():
            if question.imager != "optical" or item.sun_elevation_deg > 0.0:
                usable.append((item, site))
    details = {**stated(question), **common_details(question, basis, moment, orientation)}
    if not usable:
        verdict, reason = "impossible", phrase("no {kind} over the place in the day before", kind=kind)
        latest = None
    else:
        latest, site = max(usable, key=lambda pair: pair[0].closest)
        verdict, reason = "possible", phrase("a {kind} came before", kind=kind)
    estimates: dict[str, Estimate] = {}
    statement = phrase(
        "In the 24 hours before {moment} {name} made no {kind} over {label}",
        moment=format_utc(moment),
        name=name,
        kind=kind,
        label=question.label,
    )
    if latest is not None:
        view = view_of(basis.sample, site, latest.closest, orientation)
        estimates = geometry(view)
        estimates["sun_elevation_deg"] = exact(latest.sun_elevation_deg, 0.1, "deg")
        spread = float(np.nanstd(view.offset_s)) * 1.645
        ago = (moment - latest.closest).total_seconds()
        estimates["seconds_since_pass_s"] = Estimate(value=ago, low=ago - spread, high=ago + spread, unit="s")
        details.update(
            passed=format_utc(latest.closest),
            gsd_m=gsd_scenarios(question, view),
            sun_azimuth_deg=round(latest.sun_azimuth_deg, 1),
            miss_s=None,
        )
        statement = phrase(
            "{name} had passed over {label} at {closest} UTC (give or take {spread:.0f} s), {value}"
            " before the picture is said to have been received, {off_nadir_deg} off nadir, the Sun"
            " {sun_elevation_deg:.0f} deg up",
            name=name,
            label=site.label,
            closest=format_utc(latest.closest)[11:19],
            spread=max(spread, 1.0),
            value=phrase("{ago:.1f} minutes", ago=ago / 60.0)
            if ago < 7200.0
            else phrase("{ago:.1f} hours", ago=ago / 3600.0),
            off_nadir_deg=estimates["off_nadir_deg"].format(),
            sun_elevation_deg=latest.sun_elevation_deg,
        )
        if question.control is not None:
            passes = find_passes(
                [member],
                [question.control],
                Window(start=latest.closest, end=moment + timedelta(minutes=30)),
                min_elevation_deg=0.0,
                orientation=orientation,
            ).rows()
            contact = next((item for item in passes if item.rise <= moment <= item.set), None)
            if contact is not None:
                statement += phrase(
                    "; at the time stated it was above the horizon of {label} ({rise} to {set}, closest {closest})",
                    label=question.control.label,
                    rise=format_utc(contact.rise)[11:19],
                    set=format_utc(contact.set)[11:19],
                    closest=format_utc(contact.closest)[11:19],
                )
                details["contact"] = [format_utc(contact.rise), format_utc(contact.set)]
                reason = phrase("a {kind}, then contact", kind=kind)
    return Finding(
        id=f"claim:{question.id}",
        topic="claim",
        question=question_words(question),
        verdict=verdict,
        statement=statement + ".",
        label=question.label,
        brief=reason,
        sign=SIGNS[verdict],
        mark=verdict,
        estimates=estimates,
        evidence=evidence_of(question, basis),
        sources=question.sources,
        method=phrase(
            "Passes over the place in the day before, and over the control centre, by: {words}.", words=basis.words
        ),
        reference=REFERENCE,
        experimental=basis.kind == "words",
        caveats=caveats_of(question, details, basis, verdict),
        check_by_hand=hand_formula(estimates, basis),
        say=phrase(
            "had passed over the place{imager} before the time of receipt",
            imager=", in daylight," if question.imager == "optical" else "",
        )
        if verdict == "possible"
        else phrase("had made no {kind} over the place in the day before the time of receipt", kind=kind),
        do_not_say="that a picture was received" if verdict == "possible" else "that it never saw the place",
        details=details,
    )
