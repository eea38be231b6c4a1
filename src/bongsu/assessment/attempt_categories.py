"""Features of a flight as categories: which of the table's rows a reading of the facts speaks of.

Every function gives weights over a feature's categories (see ``attempt_counts.toml``), in their order. A fact that is
known gives 1 for its category; one known to be any of several gives 1 for each; a figure whose rounding reaches over a
boundary is shared out between both sides.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

import numpy as np

from bongsu.assessment.flight_figures import FlightReport
from bongsu.assessment.free_flight import SPHERE_RADIUS_M, free_flight_interval_s, launch_elevation_deg
from bongsu.assessment.stated import StatedFigure
from bongsu.earth import constants, geodesic_inverse
from bongsu.errors import InputError
from bongsu.notices import inclination_deg
from bongsu.reference import launch_sites
from bongsu.wording import phrase

__all__ = [
    "Weights",
    "arc_speed_m_s",
    "at_launch_site",
    "burn_out_weights",
    "direction_weights",
    "figure_weights",
    "layout_weights",
    "lead_weights",
    "place_weights",
    "stage_weights",
    "time_weights",
    "word_weights",
]

Weights = tuple[float, ...]

FAR_KM = 400.0  # drop zones of stages lie further apart, firing areas of one exercise closer (our choice)
IN_LINE = 0.15  # areas this share of their span off the line through the outermost two are in line (our choice)
MAX_AREAS = 60  # more are no launch; the work grows with the square
SITE_M = 40_000.0  # the pads of 2023 lie some km from the old ones
POLAR_DEG = (70.0, 110.0)  # inclinations of polar and sun-synchronous orbits
LEAST_DEG = 10.0  # an inclination within this of the site's latitude is the launch to the east
ORBIT_M = 500_000.0  # of the circular orbit that a direction is turned into
FLAT_DEG, STEEP_DEG = -12.0, 15.0  # from the elevation of least energy: below drawn out, above lofted (our choice)
LOW_KM, HIGH_KM = 100.0, 1000.0
LONGER_MIN = 8.0  # powered climb took 2 to 5 min in accepted tests (docs/methods/flight-figures.md)
LEVEL_DEG, CLIMB_DEG, FAST = 15.0, 60.0, 0.6
_READINGS = 5  # of a figure's rounding, each way
_TEXT = 20_000  # characters looked at
_SATELLITE = (
    "SATELLITE", "SPACE LAUNCH", "SPACE VEHICLE", "SPACECRAFT", "ORBITAL LAUNCH", "위성", "衛星", "우주발사체",
)  # fmt: skip
_DEBRIS = ("RE-ENTRY", "REENTRY", "RE-ENTER", "DEORBIT", "DE-ORBIT", "SPLASHDOWN", "SPACE DEBRIS", "ROCKET DEBRIS")
_STAGE = ("STAGE", "FAIRING", "BOOSTER", "페어링", "단 로켓", "フェアリング", "段目")
_ROCKET, _MISSILE = ("ROCKET", "로켓", "ロケット", "발사체"), ("MISSILE", "미사일", "ミサイル")


def word_weights(text: str) -> Weights:
    """What the words of a warning say it is for: satellite or space launch, rocket, missile, debris or re-entry, else."""
    words = text[:_TEXT].upper()

    def says(signs: Sequence[str]) -> bool:
        return any(sign in words for sign in signs)

    if says(_DEBRIS) and "LAUNCH" not in words:
        return (0.0, 0.0, 0.0, 1.0, 0.0)
    if says(_SATELLITE) and "SATELLITE NAVIGATION" not in words:
        return (1.0, 0.0, 0.0, 0.0, 0.0)
    if says(_MISSILE):
        return (0.0, 0.0, 1.0, 0.0, 0.0)
    if says(_ROCKET):
        return (0.0, 1.0, 0.0, 0.0, 0.0)
    return (0.0, 0.0, 0.0, 0.0, 1.0)


def stage_weights(names: Sequence[str]) -> Weights:
    """Whether an area is named for a stage or a fairing: named, not named."""
    named = any(sign in name[:_TEXT].upper() for name in names for sign in _STAGE)
    return (1.0, 0.0) if named else (0.0, 1.0)


def layout_weights(centres: Sequence[tuple[float, float]]) -> Weights:
    """How the centres of notified areas lie: one, several close together, far apart in line, far apart and not.

    Raises
    ------
    InputError
        With no area, or more than 60.
    """
    if not 0 < len(centres) <= MAX_AREAS:
        raise InputError(
            phrase("notice: {count} areas; 1 to {max_areas} can be compared", count=len(centres), max_areas=MAX_AREAS)
        )
    if len(centres) == 1:
        return (1.0, 0.0, 0.0, 0.0)
    pairs = [(a, b) for n, a in enumerate(centres) for b in centres[n + 1 :]]
    spans = [float(geodesic_inverse(*a, *b)[0]) / 1e3 for a, b in pairs]
    span = max(spans)
    if span < FAR_KM:
        return (0.0, 1.0, 0.0, 0.0)
    first, last = pairs[spans.index(span)]
    ahead = float(geodesic_inverse(*first, *last)[1])
    off = 0.0
    for place in centres:
        distance, azimuth, _ = geodesic_inverse(*first, *place)
        arc = math.sin(float(distance) / SPHERE_RADIUS_M) * math.sin(math.radians(float(azimuth) - ahead))
        off = max(off, abs(SPHERE_RADIUS_M * math.asin(arc)) / 1e3)
    return (0.0, 0.0, 1.0, 0.0) if off <= IN_LINE * span else (0.0, 0.0, 0.0, 1.0)


def lead_weights(days: float) -> Weights:
    """How long before its first window a warning was issued: under a day, 1 to 3 days, longer."""
    return (1.0, 0.0, 0.0) if days < 1.0 else (0.0, 1.0, 0.0) if days < 3.0 else (0.0, 0.0, 1.0)


def at_launch_site(latitude_deg: float, longitude_deg: float) -> str:
    """Name of the satellite launch site within 40 km, empty where there is none."""
    for site in launch_sites():
        if abs(site.latitude_deg - latitude_deg) < 1.0:
            away = geodesic_inverse(site.latitude_deg, site.longitude_deg, latitude_deg, longitude_deg)[0]
            if float(away) <= SITE_M:
                return site.name
    return ""


def direction_weights(latitude_deg: float, azimuth_deg: tuple[float, float]) -> Weights:
    """Orbits that a straight flight leads to: polar or sun-synchronous, eastward at the least inclination, others.

    ``azimuth_deg`` is low and high, over the ground; the range is shared out in equal steps.
    """
    found = [0.0, 0.0, 0.0]
    for azimuth in np.linspace(*azimuth_deg, 9):
        reached = inclination_deg(float(azimuth) % 360.0, latitude_deg, ORBIT_M, earth_relative=True)
        polar = POLAR_DEG[0] <= reached <= POLAR_DEG[1]
        found[0 if polar else 1 if reached <= abs(latitude_deg) + LEAST_DEG else 2] += 1.0 / 9.0
    return tuple(found)


def place_weights(
    place: tuple[float, float] | None, azimuth_deg: tuple[float, float] | None, *, latitude_deg: float
) -> Weights:
    """Place and direction together: at a satellite launch site or elsewhere, each with the three directions.

    What is not given is left open. ``latitude_deg`` turns a direction into an orbit where the place is not given.
    """
    direction = direction_weights(latitude_deg, azimuth_deg) if azimuth_deg else (1.0, 1.0, 1.0)
    at_site = [1.0, 1.0] if place is None else [1.0, 0.0] if at_launch_site(*place) else [0.0, 1.0]
    return tuple(here * way for here, way in product(at_site, direction))


def arc_speed_m_s(apogee_m: float, ground_range_m: float) -> float:
    """Speed at the ground of the ballistic arc with that apogee and range, over a sphere that does not turn. [m/s]

    The burn-out speed of a burn that took no time at the ground; a real one is passed higher and slower. Vis-viva.
    """
    sagitta = 2.0 * SPHERE_RADIUS_M * math.sin(ground_range_m / (4.0 * SPHERE_RADIUS_M)) ** 2
    eccentricity = apogee_m / (apogee_m + sagitta)
    axis = (SPHERE_RADIUS_M + apogee_m) / (1.0 + eccentricity)
    return math.sqrt(constants.EARTH_GM_M3_S2 * (2.0 / SPHERE_RADIUS_M - 1.0 / axis))


def figure_weights(reports: Sequence[FlightReport]) -> Weights:
    """Shape and height of the arc with the reported apogee and range: drawn out, near least energy, lofted; by height.

    Parties that disagree share the weight: they speak of one flight, so their words are averaged, never multiplied.
    """
    found = np.zeros(9)
    for report in reports:
        readings = list(product(_readings(report.apogee), _readings(report.ground_range)))
        for apogee, ground_range in readings:
            elevation = float(launch_elevation_deg(apogee * 1e3, ground_range * 1e3))
            from_least = elevation - (45.0 - math.degrees(ground_range * 1e3 / (4.0 * SPHERE_RADIUS_M)))
            shape = 0 if from_least < FLAT_DEG else 1 if from_least < STEEP_DEG else 2
            height = 0 if apogee <= LOW_KM else 1 if apogee <= HIGH_KM else 2
            found[3 * shape + height] += 1.0 / (len(readings) * len(reports))
    return tuple(float(value) for value in found)


def time_weights(reports: Sequence[FlightReport]) -> Weights | None:
    """Reported time against the free flight: as a burn and climb lengthen it, or longer. None where no time tells.

    A time shorter than the free flight contradicts its own apogee and range: it says nothing of the kind of flight.
    """
    found = []
    for report in reports:
        if report.flight_time is None or report.apogee.is_open or report.ground_range.is_open:
            continue
        low, high = free_flight_interval_s(report.apogee.value * 1e3, report.ground_range.value * 1e3)
        if not math.isfinite(low) or report.flight_time.high < low / 60.0:
            continue
        longer = report.flight_time.low > high / 60.0 + LONGER_MIN
        found.append((0.0, 1.0) if longer else (1.0, 0.0))
    return tuple(float(value) for value in np.mean(found, axis=0)) if found else None


def burn_out_weights(height_m: float, speed_m_s: float | None, angle_deg: float | None) -> Weights:
    """Burn-out: level at 60 % of circular speed or more, level and slower, climbing to 60 deg, steeper.

    What is not given is left open.
    """
    fast = None
    if speed_m_s is not None:
        circular = math.sqrt(constants.EARTH_GM_M3_S2 / (constants.EARTH_MEAN_RADIUS_M + height_m))
        fast = speed_m_s >= FAST * circular
    level = (1.0 if fast in (True, None) else 0.0, 1.0 if fast in (False, None) else 0.0)
    if angle_deg is None:
        return (*level, 1.0, 1.0)
    if abs(angle_deg) <= LEVEL_DEG:
        return (*level, 0.0, 0.0)
    return (0.0, 0.0, 1.0, 0.0) if angle_deg <= CLIMB_DEG else (0.0, 0.0, 0.0, 1.0)


def _readings(figure: StatedFigure) -> list[float]:
    """Values that a figure as written allows, evenly; a lower bound is read up to twice itself."""
    low = max(figure.low, 1e-3)
    high = 2.0 * figure.value if figure.is_open else figure.high
    return [float(value) for value in np.linspace(low, max(high, low), _READINGS)]
