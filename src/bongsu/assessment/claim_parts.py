"""What judging a claim is made of: the question, the view an orbit gives, and words every verdict shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.orbit_basis import OrbitBasis
from bongsu.earth import (
    EarthOrientation,
    Estimate,
    Window,
    constants,
    estimate_from_samples,
    format_utc,
    sun_azimuth_elevation_deg,
    to_datetime64,
)
from bongsu.errors import InputError
from bongsu.orbit import ElementSet, OrbitSample
from bongsu.overflight import Pass, Site, find_passes, gsd_m, look_angles, site_axes
from bongsu.provenance import Evidence
from bongsu.wording import joined, phrase

__all__ = [
    "DARK_DEG",
    "REFERENCE",
    "SIDE_LOOK_DEG",
    "SIGNS",
    "ClaimQuestion",
    "View",
    "caveats_of",
    "common_details",
    "elevations",
    "evidence_of",
    "exact",
    "geometry",
    "gsd_scenarios",
    "hand_formula",
    "light",
    "middle_member",
    "middle_of",
    "off_nadir_at",
    "question_words",
    "stated",
    "verdict_of",
    "view_of",
]

DARK_DEG = -6.0  # civil twilight ends: no daylight picture below this (Explanatory Supplement, section 9.331)
SIDE_LOOK_DEG = 45.0  # how far a camera is taken to look aside when counting chance passes (our choice, stated)
REFERENCE = "SGP4: AIAA 2006-6753; leave-one-out: Stone 1974, J. R. Stat. Soc. B 36, 111"
CONTACT_DEG = 5.0  # elevation from which a ground station is taken to hear a satellite (our choice, stated)
Vector = NDArray[np.float64]
SIGNS = {"possible": "=", "impossible": "≠", "undetermined": "?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuestion:
    """One claim as it is asked: who says what was seen, where and when.

    ``moment`` for a claim timed to an instant, else ``interval``. ``said`` is when it was published, as
    far as known. ``imager`` is ``optical`` (needs light), ``radar`` or ``unknown``. ``nadir_gsd_m`` are
    scenarios of the camera. ``public_from`` is when element sets of the object were public.
    """

    id: str
    who: str
    label: str
    kind: str  # "imaged" or "received"
    sites: tuple[Site, ...]
    moment: datetime | None = None
    interval: Window | None = None
    precision_s: float = 0.5
    said: datetime | None = None
    imager: str = "unknown"
    nadir_gsd_m: tuple[float, ...] = ()
    control: Site | None = None
    public_from: datetime | None = None
    sources: tuple[str, ...] = ()
    second_hand: str = ""
    remark: str = ""


@dataclass(slots=True, kw_only=True)
class View:
    """What one orbit sample gives at one site near a moment: arrays over members."""

    offset_s: Vector  # closest approach minus the moment
    scatter_s: Vector
    angles: Mapping[str, Vector]  # at closest approach
    ground_range_m: Vector
    northbound: bool


def middle_of(interval: Window | None) -> datetime:
    if interval is None or interval.start is None or interval.end is None:
        raise InputError("a claim needs a time, or a start and an end")
    return interval.start + (interval.end - interval.start) / 2


def question_words(question: ClaimQuestion) -> str:
    places = joined(" and ", (site.label for site in question.sites[:2])) + (
        " and others" if len(question.sites) > 2 else ""
    )
    when = "at the time given" if question.who == "you" else phrase("when {who} says", who=question.who)
    if question.kind == "received":
        return phrase("Could a picture of {places} have been received {when}?", places=places, when=when)
    return phrase("Could the satellite have seen {places} {when}?", places=places, when=when)


def view_of(sample: OrbitSample, site: Site, moment: datetime, orientation: EarthOrientation) -> View:
    offset, position = sample.closest(site.latitude_deg, site.longitude_deg, moment, orientation)
    good = np.isfinite(offset)
    filled = np.where(good[:, None], position, np.array([7.0e6, 0.0, 0.0]))
    angles = {name: np.where(good, value, np.nan) for name, value in look_angles(site, filled).items()}
    distance = _ground_range_m(filled, site)
    before = sample.closest(site.latitude_deg + 0.01, site.longitude_deg, moment, orientation)[0]
    return View(
        offset_s=offset,
        scatter_s=sample.scatter_s,
        angles=angles,
        ground_range_m=np.where(good, distance, np.nan),
        northbound=bool(np.nanmedian(before - offset) > 0.0) if good.any() else False,
    )


def _ground_range_m(position_m: Vector, site: Site) -> Vector:
    """Distance over the ground from under the satellite to the site, on a sphere: within 0.5 %. [m]"""
    here, _ = site_axes(site)
    cosine = position_m @ here / (np.linalg.norm(position_m, axis=1) * np.linalg.norm(here))
    return np.asarray(np.arccos(np.clip(cosine, -1.0, 1.0)) * constants.EARTH_MEAN_RADIUS_M, dtype=float)


def elevations(sample: OrbitSample, site: Site, times: NDArray[np.datetime64], orientation: EarthOrientation) -> Vector:
    """Elevation of every member at every time, shape (m, n). [deg]"""
    position, _ = sample.fixed_states(times, orientation)
    flat = look_angles(site, position.reshape(-1, 3))["elevation_deg"]
    return np.asarray(flat.reshape(position.shape[:2]), dtype=float)


def off_nadir_at(sample: OrbitSample, site: Site, moment: datetime, orientation: EarthOrientation) -> Vector:
    """Angle at every member between straight down and the site at a moment; NaN below the horizon. [deg]"""
    position, _ = sample.fixed_states(np.array([to_datetime64(moment)]), orientation)
    return look_angles(site, position[:, 0, :])["off_nadir_deg"]


def light(question: ClaimQuestion, site: Site, moment: datetime, orientation: EarthOrientation) -> tuple[float, float]:
    azimuth, elevation = sun_azimuth_elevation_deg(
        site.latitude_deg, site.longitude_deg, [to_datetime64(moment)], orientation
    )
    return float(azimuth[0]), float(elevation[0])


def verdict_of(visible: Vector, sun_deg: float, imager: str) -> tuple[str, str]:
    """Verdict and its reason from the share of members in view and the Sun."""
    share = float(np.mean(visible > 0.0))
    if share == 0.0:
        return "impossible", "below the horizon"
    if imager == "optical" and sun_deg < DARK_DEG:
        return "impossible", "in the dark"
    if share < 0.95:
        return "undetermined", phrase("in view for {share:.0%} of the orbits that fit", share=share)
    if imager == "optical" and sun_deg < 0.0:
        return "undetermined", "in twilight"
    return "possible", "in view, in daylight" if sun_deg >= 0.0 else "in view"


def exact(value: float, width: float, unit: str) -> Estimate:
    return Estimate(value=value, low=value - width, high=value + width, level=1.0, unit=unit)


def geometry(view: View) -> dict[str, Estimate]:
    return {
        "off_nadir_deg": estimate_from_samples(view.angles["off_nadir_deg"], unit="deg"),
        "incidence_deg": estimate_from_samples(view.angles["incidence_deg"], unit="deg"),
        "elevation_deg": estimate_from_samples(view.angles["elevation_deg"], unit="deg"),
        "ground_range_m": estimate_from_samples(view.ground_range_m, unit="m"),
    }


def gsd_scenarios(question: ClaimQuestion, view: View) -> dict[str, list[float]]:
    """Across and along, at the median geometry, for each nadir scenario. [m]"""
    distance, height, elevation = (
        float(np.nanmedian(view.angles[name])) for name in ("range_m", "altitude_m", "elevation_deg")
    )
    out = {}
    for nadir in question.nadir_gsd_m:
        across, along = gsd_m(nadir, distance, height, elevation)
        out[f"{nadir:g}"] = [round(float(across), 2), round(float(along), 2)]
    return out


def middle_member(sample: OrbitSample, site: Site, moment: datetime, orientation: EarthOrientation) -> ElementSet:
    """The member that comes closest to the site, near a moment, at the median time of all."""
    offset, _ = sample.closest(site.latitude_deg, site.longitude_deg, moment, orientation)
    if not np.isfinite(offset).any():
        return sample.members[len(sample.members) // 2]
    return sample.members[int(np.nanargmin(np.abs(offset - np.nanmedian(offset))))]


def _contact(
    question: ClaimQuestion, basis: OrbitBasis, moment: datetime, orientation: EarthOrientation
) -> Pass | None:
    """The first pass over the control centre that ends after the moment, within a day."""
    if question.control is None:
        return None
    middle = middle_member(basis.sample, question.control, moment, orientation)
    window = Window(start=moment - timedelta(minutes=20), end=moment + timedelta(days=1))
    table = find_passes([middle], [question.control], window, min_elevation_deg=CONTACT_DEG, orientation=orientation)
    return next((item for item in table.rows() if item.set > moment), None)


def stated(question: ClaimQuestion) -> dict[str, Any]:
    moment = question.moment
    details: dict[str, Any] = {
        "claim": question.id,
        "who": question.who,
        "place": question.label,
        "kind": "received" if question.kind == "received" else ("instant" if moment else "interval"),
        "latitude": question.sites[0].latitude_deg,
        "longitude": question.sites[0].longitude_deg,
        "sites": [
            {"name": site.label, "latitude": site.latitude_deg, "longitude": site.longitude_deg}
            for site in question.sites
        ],
        "second_hand": question.second_hand,
        "note": question.remark,
    }
    if moment is not None:
        details["stated"] = moment.isoformat()
        details["utc"] = format_utc(moment)
    elif question.interval is not None and question.interval.start and question.interval.end:
        details["utc"] = format_utc(question.interval.start)
        details["utc_end"] = format_utc(question.interval.end)
    return details


def common_details(
    question: ClaimQuestion, basis: OrbitBasis, moment: datetime, orientation: EarthOrientation
) -> dict[str, Any]:
    """Details and caveats every overflight claim shares: contact, publicity."""
    details: dict[str, Any] = {
        "orbit": basis.words,
        "orbit_kind": basis.kind,
        "orbit_age_days": round(basis.age_days, 2),
    }
    contact = _contact(question, basis, moment, orientation)
    if contact is not None:
        details["next_contact"] = {
            "start": format_utc(contact.rise),
            "closest": format_utc(contact.closest),
            "end": format_utc(contact.set),
            "before_publication": None if question.said is None else bool(contact.rise < question.said),
        }
    if question.public_from is not None:
        reference = question.said or moment
        details["elements_public"] = bool(question.public_from <= reference)
    return details


def caveats_of(question: ClaimQuestion, details: Mapping[str, Any], basis: OrbitBasis, verdict: str) -> tuple[str, ...]:
    caveats = []
    if verdict == "impossible":
        caveats.append("Only this time and place are excluded: an error in either would look the same.")
    else:
        caveats.append("A pass shows that the orbit was known, not that a picture was taken.")
        if details.get("elements_public"):
            caveats.append("Element sets were public by then: anyone could have computed this time.")
        contact = details.get("next_contact")
        if contact and contact["before_publication"] is True:
            caveats.append(
                phrase(
                    "The satellite next stood {contact_deg:g} deg over the control centre's horizon at"
                    " {start}, before publication.",
                    contact_deg=CONTACT_DEG,
                    start=contact["start"],
                )
            )
        elif contact and contact["before_publication"] is False:
            caveats.append(
                phrase(
                    "The satellite did not come over the control centre before publication ({start}).",
                    start=contact["start"],
                )
            )
    if basis.gap_s:
        caveats.append(
            phrase(
                "A manoeuvre lies between the element sets before and after: they differ by {gap_s:.0f}"
                " s, and the range holds both.",
                gap_s=abs(basis.gap_s),
            )
        )
    if basis.kind == "claims":
        caveats.append(
            "Times fix where along its orbit the satellite was; the plane comes from " + basis.sample.plane_origin + "."
        )
    if basis.kind == "words":
        caveats.append("The plane is known only from the claims themselves, so off-nadir is hardly known.")
    if question.second_hand:
        caveats.append(
            phrase(
                "Second-hand: the words of {second_hand} as passed on by the source.", second_hand=question.second_hand
            )
        )
    if question.imager == "unknown":
        caveats.append("The kind of camera is not known, so light was not used for the verdict.")
    return tuple(caveats)


def evidence_of(question: ClaimQuestion, basis: OrbitBasis) -> tuple[Evidence, ...]:
    return (
        Evidence(what="the claim as published", sources=question.sources),
        Evidence(what=basis.words, age_days=abs(basis.age_days)),
    )


def hand_formula(estimates: Mapping[str, Estimate], basis: OrbitBasis) -> str:
    """Period from the height, and the size of a one-second step along track."""
    height = float(np.median(basis.sample.altitude_km))
    axis = 6378.137 + height
    period = 2.0 * np.pi * np.sqrt(axis**3 / 398600.4418)
    del estimates
    return phrase(
        "T = 2 pi sqrt(a^3 / GM) = 2 pi sqrt({axis:.1f}^3 / 398600.44) = {period:.0f} s; ground"
        " track {pi:.2f} km per second, so 10 s are {pi_2:.0f} km along it",
        axis=axis,
        period=period,
        pi=2 * np.pi * 6371.0 / period,
        pi_2=20 * np.pi * 6371.0 / period,
    )
