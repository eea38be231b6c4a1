"""The areas of a launch in the order flown, as legs with their width across."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth import Region, constants, geodesic_inverse, region_from_circle
from bongsu.errors import InputError
from bongsu.notices import ApproximateArea, Notice, NotifiedArea
from bongsu.wording import phrase

__all__ = ["AscentArea", "Leg", "areas_of_ascent", "ascent_areas", "leg_between"]

_RADIUS_M = constants.EARTH_MEAN_RADIUS_M
_LAUNCH_AREA_M = 150_000.0  # an area that ends nearer the pad says little of the direction
_TOO_FAR_M = 12_000_000.0  # no stage of an ascent falls so far off
_PARAGRAPH = re.compile(r"(?:^|\n)\s{0,20}\d{1,2}\.\s")
_LATER = re.compile(r"SPACE DEBRIS|RE-?ENTRY")
_SAME_M = 30_000.0  # two areas with centres this near are one, given twice


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AscentArea:
    """One area that a flight's stages are said to fall in; ``region`` is its outline, the centre in degrees."""

    label: str
    region: Region
    latitude_deg: float
    longitude_deg: float
    distance_m: float  # of the centre from the site


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """From one place to an area: distance [m], the middle of the azimuths it spans and half of that span [deg]."""

    label: str
    latitude_deg: float  # of the place it starts at
    longitude_deg: float
    distance_m: float
    azimuth_deg: float
    half_width_deg: float


def ascent_areas(
    latitude_deg: float, longitude_deg: float, areas: Sequence[NotifiedArea | ApproximateArea]
) -> tuple[tuple[AscentArea, ...], tuple[tuple[str, str], ...]]:
    """Areas of use for the direction of flight, nearest first, and those left out with the reason.

    Left out: areas that hold the site or end within 150 km of it, where others remain; areas beyond 12,000 km; an area
    given a second time; an area that cannot be drawn.
    """
    found: list[AscentArea] = []
    near: list[AscentArea] = []
    left: list[tuple[str, str]] = []
    for area in areas:
        try:
            region, centre = _drawn(area)
        except InputError as error:
            left.append((area.label, phrase("cannot be drawn: {error}", error=error)))
            continue
        distance = float(geodesic_inverse(latitude_deg, longitude_deg, *centre)[0])
        cosine = _unit(*region.boundary) @ _unit(latitude_deg, longitude_deg)
        farthest = float(np.arccos(np.clip(cosine, -1.0, 1.0)).max()) * _RADIUS_M
        here = AscentArea(
            label=area.label, region=region, latitude_deg=centre[0], longitude_deg=centre[1], distance_m=distance
        )
        if distance > _TOO_FAR_M:
            left.append(
                (
                    area.label,
                    phrase("{distance:,.0f} km off: too far for a stage of the ascent", distance=distance / 1000.0),
                )
            )
        elif farthest < _LAUNCH_AREA_M or region.contains(latitude_deg, longitude_deg):
            near.append(here)
        elif any(_apart(here, other) < _SAME_M for other in found):
            left.append((area.label, "the same as another area"))
        else:
            found.append(here)
    if found:
        left += [(each.label, "around the site: says little of the direction") for each in near]
    else:
        found = [each for each in near if not each.region.contains(latitude_deg, longitude_deg)]
        left += [(each.label, "holds the site") for each in near if each not in found]
    return tuple(sorted(found, key=lambda each: each.distance_m)), tuple(left)


def leg_between(start: tuple[float, float] | AscentArea, area: AscentArea) -> Leg:
    """From the site, or from the centre of the area before, to an area.

    The span of azimuths takes in both areas' widths, each as seen along the line between the centres.
    """
    latitude, longitude = start if isinstance(start, tuple) else (start.latitude_deg, start.longitude_deg)
    distance, towards, _ = (
        float(each) for each in geodesic_inverse(latitude, longitude, area.latitude_deg, area.longitude_deg)
    )
    low, high = _across_m(area, towards, latitude, longitude)
    middle, half = np.arctan2((low + high) / 2.0, distance), np.arctan2((high - low) / 2.0, distance)
    if isinstance(start, AscentArea):
        before = _across_m(start, towards, latitude, longitude)
        half = np.hypot(half, np.arctan2((before[1] - before[0]) / 2.0, distance))
    return Leg(
        label=area.label,
        latitude_deg=latitude,
        longitude_deg=longitude,
        distance_m=distance,
        azimuth_deg=towards + float(np.degrees(middle)),
        half_width_deg=max(0.1, float(np.degrees(half))),
    )


def _across_m(area: AscentArea, direction_deg: float, latitude: float, longitude: float) -> tuple[float, float]:
    """How far a region reaches left (negative) and right of a line from a place in a direction. [m]

    On a sphere: widths to 0.5 %.
    """
    start = _unit(latitude, longitude)
    phi, lam = np.radians(latitude), np.radians(longitude)
    east = np.array([-np.sin(lam), np.cos(lam), 0.0])
    north = np.array([-np.sin(phi) * np.cos(lam), -np.sin(phi) * np.sin(lam), np.cos(phi)])
    way = np.radians(direction_deg)
    right = np.cross(np.sin(way) * east + np.cos(way) * north, start)
    across = np.arcsin(np.clip(_unit(*area.region.boundary) @ right, -1.0, 1.0)) * _RADIUS_M
    return float(across.min()), float(across.max())


def _unit(latitude: ArrayLike, longitude: ArrayLike) -> NDArray[np.float64]:
    """Direction from Earth's centre, shape (..., 3)."""
    phi, lam = np.radians(np.asarray(latitude, dtype=float)), np.radians(np.asarray(longitude, dtype=float))
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=-1)


def _drawn(area: NotifiedArea | ApproximateArea) -> tuple[Region, tuple[float, float]]:
    if isinstance(area, ApproximateArea):
        centre = (area.latitude_deg, area.longitude_deg)
        return region_from_circle(*centre, area.uncertainty_m), centre
    region = area.region()
    return region, region.centroid


def _apart(one: AscentArea, other: AscentArea) -> float:
    return float(geodesic_inverse(one.latitude_deg, one.longitude_deg, other.latitude_deg, other.longitude_deg)[0])


def areas_of_ascent(notice: Notice) -> tuple[tuple[NotifiedArea, ...], tuple[tuple[str, str], ...]]:
    """Areas of a warning without those whose own words speak of space debris or re-entry, and these with the reason.

    A warning tells in numbered paragraphs or lettered entries what falls where; a paragraph that speaks of rockets as well
    is read entry by entry.
    """
    kept, left = [], []
    for area in notice.areas:
        begin = area.text_span[0]
        start = max((each.end() for each in _PARAGRAPH.finditer(notice.raw, 0, begin + 1)), default=0)
        words = notice.raw[start : area.text_span[1]]
        if "ROCKET" in words:
            words = notice.raw[max(start, begin - 40) : area.text_span[1]]
        if _LATER.search(words):
            left.append((area.label, "space debris or re-entry: an upper stage's, after the ascent"))
        else:
            kept.append(area)
    return tuple(kept), tuple(left)
