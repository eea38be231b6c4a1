"""Orbit planes: carried through time by secular drift, and the plane a direct ascent would reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import EarthOrientation, constants, sidereal_time_rad, to_datetime64
from bongsu.errors import ModelError
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.propagation import mean_semi_major_axis_m, node_rate_deg_day
from bongsu.orbit.wgs72 import WGS72_GM_KM3_S2, WGS72_J2, WGS72_RADIUS_KM
from bongsu.wording import phrase

__all__ = ["Plane", "carry_plane", "direct_ascent_node_deg", "inclination_rate_deg_day", "mean_motion_rev_day"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plane:
    """An orbit plane at a moment, known as a sample.

    ``node_deg`` (right ascension of the ascending node, TEME) and ``inclination_deg`` have shape (m,);
    ``origin`` says in words where the plane comes from.
    """

    epoch: datetime
    node_deg: NDArray[np.float64]
    inclination_deg: NDArray[np.float64]
    origin: str


def mean_motion_rev_day(semi_major_axis_m: float, inclination_deg: float = 0.0, eccentricity: float = 0.0) -> float:
    """Kozai mean motion, as element sets print it, of a Brouwer mean semi-major axis [m]. [rev/day]

    Inverse of SGP4's recovery to first order in J2 (AIAA 2006-6753): in low orbit within 2e-6 of it at
    inclinations of 40 to 140 deg, 5e-6 over the equator.
    """
    axis_km = semi_major_axis_m / 1000.0
    brouwer = np.sqrt(WGS72_GM_KM3_S2 / axis_km**3) * 86400.0 / (2.0 * np.pi)
    cosine = np.cos(np.radians(inclination_deg))
    delta = 0.75 * WGS72_J2 * (WGS72_RADIUS_KM / axis_km) ** 2 * (3.0 * cosine**2 - 1.0)
    return float(brouwer * (1.0 + delta / (1.0 - eccentricity**2) ** 1.5))


def inclination_rate_deg_day(element_sets: tuple[ElementSet, ...]) -> tuple[float, float]:
    """Drift of the inclination over a history of element sets, and its standard deviation. [deg/day]

    Slopes between sets at least 60 days apart; with fewer than two such pairs 0 and 1.5e-4, the size
    that Sun and Moon give a sun-synchronous orbit.
    """
    ordered = sorted(element_sets, key=lambda item: item.epoch)
    slopes, last = [], None
    for element_set in ordered:
        if last is None:
            last = element_set
        elif element_set.age_days(last.epoch) <= -60.0:
            slopes.append((element_set.inclination_deg - last.inclination_deg) / -element_set.age_days(last.epoch))
            last = element_set
    if len(slopes) < 2:
        return 0.0, 1.5e-4
    return float(np.mean(slopes)), max(2.0 * float(np.std(slopes, ddof=1)), 3e-5)


def carry_plane(
    element_set: ElementSet,
    to: datetime,
    *,
    semi_major_axis_m: tuple[float, float],
    inclination_rate: tuple[float, float] = (0.0, 1.5e-4),
    rng: np.random.Generator,
    members: int = 200,
) -> Plane:
    """The plane of an element set at another time, by SGP4's secular drift of the node.

    Parameters
    ----------
    element_set : ElementSet
        Whose plane is carried.
    to : datetime
        Where to, before or after the epoch.
    semi_major_axis_m : (float, float)
        Mean semi-major axis at ``to`` and its standard deviation. [m] Between the two times it is taken
        as a straight line, give or take 1 km for raises and uneven drag.
    inclination_rate : (float, float)
        Drift of the inclination and its standard deviation. [deg/day]
    rng : numpy Generator
        Draws the sample.
    members : int
        Size of the sample.

    Notes
    -----
    The drift goes with a^-3.5 cos i; over 200 days 1 km of a is 0.1 deg of node and 0.01 deg of i is
    0.26 deg near 97.4 deg and 500 km. The epoch node itself is taken as good to 0.02 deg.
    """
    days = -element_set.age_days(to)  # from `to` to the epoch
    axis_then = rng.normal(semi_major_axis_m[0], semi_major_axis_m[1], members)
    axis_mean = (axis_then + mean_semi_major_axis_m(element_set)) / 2.0 + rng.normal(0.0, 1000.0, members)
    rate_i = rng.normal(inclination_rate[0], inclination_rate[1], members)
    inclination_then = element_set.inclination_deg - rate_i * days
    inclination_mean = (inclination_then + element_set.inclination_deg) / 2.0
    # One SGP4 rate, scaled: J2's share goes with a^-3.5 cos i, and the rest is 0.1 %.
    rate = node_rate_deg_day(element_set)
    rates = (
        rate
        * (axis_mean / mean_semi_major_axis_m(element_set)) ** -3.5
        * np.cos(np.radians(inclination_mean))
        / np.cos(np.radians(element_set.inclination_deg))
    )
    node = np.mod(element_set.node_deg - rates * days + rng.normal(0.0, 0.02, members), 360.0)
    return Plane(
        epoch=to,
        node_deg=node,
        inclination_deg=inclination_then,
        origin=phrase(
            "element set of {epoch:%Y-%m-%d} carried {days:.0f} days back"
            if days > 0
            else "element set of {epoch:%Y-%m-%d} carried {days:.0f} days on",
            epoch=element_set.epoch,
            days=abs(days),
        ),
    )


def direct_ascent_node_deg(
    latitude_deg: float,
    longitude_deg: float,
    inclination_deg: float,
    at: datetime,
    *,
    southbound: bool,
    orientation: EarthOrientation,
) -> float:
    """Node of the plane through a site at a moment: what a launch without a dog-leg reaches. [deg]

    Spherical astronomy with the geocentric latitude (0.19 deg under the geodetic at 45 deg).

    Raises
    ------
    ModelError
        When the inclination cannot pass over the site.
    """
    latitude = np.arctan((1.0 - constants.WGS84_ECCENTRICITY_SQUARED) * np.tan(np.radians(latitude_deg)))
    ratio = np.tan(latitude) / np.tan(np.radians(inclination_deg))
    if not abs(ratio) <= 1.0:
        raise ModelError(
            f"an orbit of {inclination_deg:g} deg never passes over latitude {latitude_deg:g}: the launch must turn"
        )
    right_ascension = np.degrees(sidereal_time_rad([to_datetime64(at)], orientation)[0]) + longitude_deg
    along = np.degrees(np.arcsin(ratio))
    return float(np.mod(right_ascension - (180.0 - along if southbound else along), 360.0))
