"""Reported falls of a launch against its notified areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from bongsu.assessment.finding import Finding
from bongsu.earth import Estimate, format_utc, geodesic_inverse
from bongsu.notices import ApproximateArea, NotifiedArea
from bongsu.overflight import Site
from bongsu.provenance import Evidence
from bongsu.wording import capital, joined, phrase

__all__ = ["ReportedFall", "approximate", "check_falls", "utc", "worst_verdict"]


def worst_verdict(verdicts: Sequence[str]) -> str:
    """The verdict of several checks together: one failure fails, one unknown leaves it open."""
    for verdict in ("not as announced", "undetermined"):
        if verdict in verdicts:
            return verdict
    return "agree"


def utc(moment: datetime) -> datetime:
    """The moment in UTC, to the millisecond."""
    return datetime.fromisoformat(format_utc(moment, digits=3))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFall:
    """A reported fall: where it lies if known, or only in words which notified area it fell in."""

    label: str
    party: str
    time: datetime | None = None
    latitude_deg: float | None = None
    longitude_deg: float | None = None
    uncertainty_m: float = 0.0
    area: str = ""  # a label, or "outside"
    sources: tuple[str, ...] = ()


def check_falls(
    launch_id: str,
    falls: Sequence[ReportedFall],
    areas: Sequence[NotifiedArea | ApproximateArea],
    site: Site | None,
    *,
    label: str = "stages",
) -> Finding | None:
    """Reported falls against the notified areas.

    A fall with a position is compared by geometry, within both uncertainties; one known only in words
    is set down as reported. Id ``stages:<id>``; None where no fall is reported. Estimates per fall with a
    position and a site: distance [km] and azimuth [deg] from the site.
    """
    if not falls:
        return None
    parts, verdicts, briefs, hands = [], [], [], []
    estimates: dict[str, Estimate] = {}
    for fall in falls:
        when = f"~{utc(fall.time):%H:%M} " if fall.time else ""
        if fall.latitude_deg is not None and fall.longitude_deg is not None:
            word, fits = _fits(fall, areas, site)
            if site is not None:
                distance, azimuth, _ = geodesic_inverse(
                    site.latitude_deg, site.longitude_deg, fall.latitude_deg, fall.longitude_deg
                )
                off = float(np.degrees(np.arctan2(fall.uncertainty_m, distance)))
                key = fall.label.replace(" ", "_")
                estimates[f"{key}_distance_km"] = Estimate(
                    value=distance / 1e3,
                    low=(distance - fall.uncertainty_m) / 1e3,
                    high=(distance + fall.uncertainty_m) / 1e3,
                    unit="km",
                )
                estimates[f"{key}_azimuth_deg"] = Estimate(
                    value=azimuth, low=azimuth - off, high=azimuth + off, unit="deg"
                )
                briefs.append(
                    phrase(
                        "{label}: fell {distance:.0f} km, azimuth {azimuth:.0f} from the pad; {word}",
                        label=fall.label,
                        distance=distance / 1000.0,
                        azimuth=azimuth,
                        word=word,
                    )
                )
                hands.append(
                    phrase(
                        "{label}: north {distance:.0f} km and east {distance_2:.0f} km of the pad",
                        label=fall.label,
                        distance=distance / 1000.0 * np.cos(np.radians(azimuth)),
                        distance_2=distance / 1000.0 * np.sin(np.radians(azimuth)),
                    )
                )
            where = (
                phrase(
                    "{distance:.0f} km from the pad at azimuth {azimuth:.0f} deg; ",
                    distance=distance / 1000.0,
                    azimuth=azimuth,
                )
                if site is not None
                else ""
            )
            parts.append(
                phrase("{label}: fell {when}{where}{word}", label=fall.label, when=when, where=where, word=word)
            )
            verdicts.append("agree" if fits else "not as announced" if fits is False else "undetermined")
        else:
            outside = fall.area == "outside"
            word = (
                "outside the notified areas"
                if outside
                else phrase("inside area {area}", area=fall.area)
                if fall.area
                else "place unknown"
            )
            word = "inside its notified area" if fall.area == "inside" else word
            parts.append(
                phrase("{label}: fell {when}{word} ({party})", label=fall.label, when=when, word=word, party=fall.party)
            )
            briefs.append(
                phrase(
                    "{label} {briefs}{when}{word}",
                    label=fall.label,
                    briefs="fell " if not briefs else "",
                    when=when,
                    word="outside" if outside else word,
                )
            )
            verdicts.append("not as announced" if outside else "agree" if fall.area else "undetermined")
    verdict = worst_verdict(verdicts)
    sign, mark = {
        "agree": ("=", "fits"),
        "not as announced": ("!", "outside"),
        "undetermined": ("?", "unknown"),
    }[verdict]
    geometry = bool(estimates)
    statement = joined("; ", parts)
    return Finding(
        id=f"stages:{launch_id}",
        topic="stages",
        question="Did the stages fall in the notified areas?",
        verdict=verdict,
        statement=capital(statement) + ".",
        label=label,
        brief=joined("; ", briefs),
        sign=sign,
        mark=mark,
        estimates=estimates,
        sources=tuple(dict.fromkeys(s for fall in falls for s in fall.sources)),
        evidence=tuple(
            Evidence(
                what=phrase("fall of {label} by {party}", label=fall.label, party=fall.party), sources=fall.sources
            )
            for fall in falls
        ),
        method="Distance of the reported fall from each notified area, both uncertainties allowed."
        if geometry
        else "As reported; no position was published, so nothing was computed.",
        reference="Karney 2013, J. Geodesy 87, 43" if geometry else "",
        caveats=(
            "Reported falls are rounded; none was surveyed in public.",
            *(("The areas are known only by published distances.",) if approximate(areas) else ()),
        ),
        would_change=("The coordinates of the notified areas.",) if approximate(areas) else (),
        check_by_hand=joined("; ", hands),
        say="fell where the report says",
        do_not_say="that the area was violated on purpose",
    )


def approximate(areas: Sequence[NotifiedArea | ApproximateArea]) -> bool:
    """Whether any of the areas is known only by published distances."""
    return any(isinstance(area, ApproximateArea) for area in areas)


def _fits(
    fall: ReportedFall, areas: Sequence[NotifiedArea | ApproximateArea], site: Site | None
) -> tuple[str, bool | None]:
    """Words and yes, no, or None for cannot tell: does a position lie in a notified area?"""
    assert fall.latitude_deg is not None and fall.longitude_deg is not None
    nearest: tuple[float, str, bool, str] | None = None
    for area in areas:
        if isinstance(area, ApproximateArea):
            centre = (area.latitude_deg, area.longitude_deg)
            distance, _, _ = geodesic_inverse(fall.latitude_deg, fall.longitude_deg, *centre)
            inside = distance <= area.uncertainty_m + fall.uncertainty_m
            size = f" ±{area.uncertainty_m / 1e3:.0f}"
        else:
            centre, size = area.region().centroid, ""
            distance = area.region().distance_m(fall.latitude_deg, fall.longitude_deg)
            inside = distance <= fall.uncertainty_m
        words = ""
        if site is not None:
            away, azimuth, _ = geodesic_inverse(site.latitude_deg, site.longitude_deg, *centre)
            words = phrase(
                " at {away:.0f}{size} km, azimuth {azimuth:.0f}", away=away / 1000.0, size=size, azimuth=azimuth
            )
        if nearest is None or distance < nearest[0]:
            nearest = (distance, area.label, inside, words)
    if nearest is None:
        return "no area is known", None
    distance, label, inside, words = nearest
    if inside:
        return phrase("fits area {label}{words}", label=label, words=words), True
    return phrase(
        "{distance:.0f} km from area {label}{words}", distance=distance / 1000.0, label=label, words=words
    ), False
