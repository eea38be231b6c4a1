"""Azimuths and inclinations that fit a launch's areas.

Closed forms for a straight flight into a circular orbit; a dog-leg, a steering loss or an elliptic
orbit is outside them. Answers are for comparison with what was announced, not a trajectory.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import Estimate, Region, constants, geodesic_inverse, region_from_circle
from bongsu.errors import InputError, ModelError
from bongsu.notices.notice import NotifiedArea
from bongsu.wording import phrase

__all__ = [
    "ApproximateArea",
    "AreaAzimuth",
    "implied_orbits",
    "inclination_deg",
    "launch_azimuth_deg",
    "launch_azimuths_deg",
]

_LONGEST_LEG_DEG = 175.0  # beyond, a shortest line's direction is not stable


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproximateArea:
    """An area known only by a centre and how far off it may be, as where only distances were published."""

    label: str
    latitude_deg: float
    longitude_deg: float
    uncertainty_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaAzimuth:
    """How one area lies from the launch site, and the orbit a straight flight there leads to.

    ``distance_m`` is geodesic to the area's centre; ``nearest_m`` and ``farthest_m`` to its boundary
    (nearest is 0 where the site lies inside). ``azimuth`` at the site, from true north: its low and
    high may lie below 0 or above 360 so that they stay beside the value; where the site lies inside,
    any direction (value +-180). ``inclination`` is of a circular orbit, Earth's rotation included.
    ``leg_azimuth`` is the direction at the centre of the area before, None for the first.
    """

    label: str
    distance_m: float
    nearest_m: float
    farthest_m: float
    azimuth: Estimate
    inclination: Estimate
    leg_azimuth: Estimate | None


def launch_azimuth_deg(
    orbit_inclination_deg: float,
    latitude_deg: float,
    altitude_m: float,
    *,
    southbound: bool,
    earth_relative: bool,
) -> float:
    """Direction of a straight flight from a site into a circular orbit of given inclination.

    Parameters
    ----------
    orbit_inclination_deg : float
        0 to 180. [deg]
    latitude_deg : float
        Of the site, geodetic; the geocentric latitude is taken from it, since the plane of an orbit
        goes through Earth's centre. Leaving that out shifts the result by up to 0.1 deg. [deg]
    altitude_m : float
        Of the orbit, over the equatorial radius; sets the speed. [m]
    southbound : bool
        Which of the two directions.
    earth_relative : bool
        True: over the ground, as an observer or a drop zone shows it. False: inertial.

    Returns
    -------
    float
        Clockwise from true north, [0, 360). [deg]

    Raises
    ------
    InputError
        When an angle or the altitude is out of range.
    ModelError
        When the orbit does not pass over the latitude: it needs a dog-leg or a plane change.

    Notes
    -----
    Spherical: ``cos i = cos(phi) sin(beta)`` (Vallado 2013, section 6.4); then the ground's
    ``omega R cos(phi)`` is taken off the eastward speed, R being Earth's radius at the site.
    """
    if not 0.0 <= orbit_inclination_deg <= 180.0:
        raise InputError(
            phrase(
                "inclination {orbit_inclination_deg} deg; expected 0 to 180",
                orbit_inclination_deg=orbit_inclination_deg,
            )
        )
    found = float(
        launch_azimuths_deg(
            np.array([orbit_inclination_deg]),
            latitude_deg,
            altitude_m,
            southbound=southbound,
            earth_relative=earth_relative,
        )[0]
    )
    if math.isnan(found):
        least = abs(math.degrees(_site(latitude_deg)[0]))
        raise ModelError(
            phrase(
                "an orbit of {orbit_inclination_deg} deg does not pass over latitude {latitude_deg} deg:"
                " a direct launch reaches {least:.2f} to {least_2:.2f} deg",
                orbit_inclination_deg=orbit_inclination_deg,
                latitude_deg=latitude_deg,
                least=least,
                least_2=180.0 - least,
            )
        )
    return found


def launch_azimuths_deg(
    orbit_inclination_deg: NDArray[np.float64],
    latitude_deg: float,
    altitude_m: float,
    *,
    southbound: bool,
    earth_relative: bool,
) -> NDArray[np.float64]:
    """As :func:`launch_azimuth_deg` for inclinations of shape (n,); NaN where the orbit does not pass over the site."""
    geocentric, ground_m_s = _site(latitude_deg)
    speed = _circular_speed_m_s(altitude_m)
    sine = np.cos(np.radians(np.asarray(orbit_inclination_deg, dtype=float))) / math.cos(geocentric)
    sine = np.where(np.abs(sine) <= 1.0, sine, np.nan)
    east, north = speed * sine, speed * np.sqrt(1.0 - sine * sine) * (-1.0 if southbound else 1.0)
    turned = np.degrees(np.arctan2(east - (ground_m_s if earth_relative else 0.0), north)) % 360.0
    return np.asarray(turned, dtype=float)


def inclination_deg(azimuth_deg: float, latitude_deg: float, altitude_m: float, *, earth_relative: bool) -> float:
    """Inclination of the circular orbit that a straight flight from a site leads to.

    Parameters
    ----------
    azimuth_deg : float
        Direction of flight, clockwise from true north. [deg]
    latitude_deg : float
        Of the site, geodetic; see :func:`launch_azimuth_deg`, whose inverse this is. [deg]
    altitude_m : float
        Of the orbit; sets the speed. [m]
    earth_relative : bool
        Whether the azimuth is over the ground (True) or inertial (False).

    Returns
    -------
    float
        0 to 180. [deg]

    Raises
    ------
    InputError
        When an angle or the altitude is out of range.
    """
    if not math.isfinite(azimuth_deg):
        raise InputError(phrase("azimuth {azimuth_deg} is not finite", azimuth_deg=azimuth_deg))
    geocentric, ground_m_s = _site(latitude_deg)
    speed = _circular_speed_m_s(altitude_m)
    east_share, north_share = math.sin(math.radians(azimuth_deg)), math.cos(math.radians(azimuth_deg))
    east = speed * east_share
    if earth_relative:
        relative = math.sqrt(speed**2 - (ground_m_s * north_share) ** 2) - ground_m_s * east_share
        east = relative * east_share + ground_m_s
    return math.degrees(math.acos(max(-1.0, min(1.0, math.cos(geocentric) * east / speed))))


def implied_orbits(
    site_latitude_deg: float,
    site_longitude_deg: float,
    areas: Iterable[NotifiedArea | ApproximateArea],
    *,
    altitude_m: float = 500_000.0,
) -> list[AreaAzimuth]:
    """How areas lie from a site, in order, and the inclinations of straight flights to them.

    Parameters
    ----------
    site_latitude_deg, site_longitude_deg : float
        The launch site. [deg]
    areas : sequence of NotifiedArea or ApproximateArea
        In the order flown. The range of a notified area is what its boundary spans (level 1); of an
        approximate one, what the circle of its uncertainty spans.
    altitude_m : float
        Of the orbit supposed; 200 or 800 km change an inclination by less than 0.2 deg. [m]

    Returns
    -------
    list of AreaAzimuth
        One for each area.

    Raises
    ------
    InputError
        When the site or an area is not on Earth.
    ModelError
        When an area lies so close to the site's antipode that a direction means nothing.
    """
    found: list[AreaAzimuth] = []
    before: Region | None = None
    for area in areas:
        region = _region(area)
        latitude, longitude = _centre(area, region)
        distance, towards, _ = geodesic_inverse(site_latitude_deg, site_longitude_deg, latitude, longitude)
        if distance > math.radians(_LONGEST_LEG_DEG) * constants.WGS84_EQUATORIAL_RADIUS_M:
            raise ModelError(
                phrase(
                    "area {label!r} lies {distance:,.0f} km off, near the site's antipode",
                    label=area.label,
                    distance=distance / 1000.0,
                )
            )
        edge_distance, edge_azimuth, _ = geodesic_inverse(site_latitude_deg, site_longitude_deg, *region.boundary)
        inside = region.contains(site_latitude_deg, site_longitude_deg)
        azimuth = _span(towards, edge_azimuth, inside=inside)
        found.append(
            AreaAzimuth(
                label=area.label,
                distance_m=distance,
                nearest_m=0.0 if inside else float(np.min(edge_distance)),
                farthest_m=float(np.max(edge_distance)),
                azimuth=azimuth,
                inclination=_inclination(azimuth, site_latitude_deg, altitude_m),
                leg_azimuth=None if before is None else _leg(before, region),
            )
        )
        before = region
    return found


def _site(latitude_deg: float) -> tuple[float, float]:
    """Geocentric latitude [rad] and the ground's eastward speed [m/s]."""
    if not abs(latitude_deg) < 90.0:
        raise InputError(
            phrase("site latitude {latitude_deg} deg; expected between -90 and 90", latitude_deg=latitude_deg)
        )
    phi = math.radians(latitude_deg)
    across = (
        constants.WGS84_EQUATORIAL_RADIUS_M
        * math.cos(phi)
        / math.sqrt(1 - constants.WGS84_ECCENTRICITY_SQUARED * math.sin(phi) ** 2)
    )
    return math.atan(
        (1.0 - constants.WGS84_ECCENTRICITY_SQUARED) * math.tan(phi)
    ), constants.EARTH_ROTATION_RAD_S * across


def _circular_speed_m_s(altitude_m: float) -> float:
    if not 0.0 < altitude_m < 1e9:
        raise InputError(phrase("orbit altitude {altitude_m} m; expected above 0", altitude_m=altitude_m))
    return math.sqrt(constants.EARTH_GM_M3_S2 / (constants.WGS84_EQUATORIAL_RADIUS_M + altitude_m))


def _region(area: NotifiedArea | ApproximateArea) -> Region:
    if isinstance(area, NotifiedArea):
        return Region.from_ring(area.region_ring)
    return region_from_circle(area.latitude_deg, area.longitude_deg, area.uncertainty_m)


def _centre(area: NotifiedArea | ApproximateArea, region: Region) -> tuple[float, float]:
    return region.centroid if isinstance(area, NotifiedArea) else (area.latitude_deg, area.longitude_deg)


def _span(value_deg: float, others_deg: NDArray[np.float64], *, inside: bool) -> Estimate:
    """An azimuth with the range of others around it."""
    off = (np.asarray(others_deg) - value_deg + 180.0) % 360.0 - 180.0
    low, high = (-180.0, 180.0) if inside else (min(0.0, float(off.min())), max(0.0, float(off.max())))
    return Estimate(value=value_deg, low=value_deg + low, high=value_deg + high, level=1.0, unit="deg")


def _inclination(azimuth: Estimate, latitude_deg: float, altitude_m: float) -> Estimate:
    assert azimuth.value is not None
    values = [
        inclination_deg(each, latitude_deg, altitude_m, earth_relative=True)
        for each in [azimuth.value, *np.linspace(azimuth.low, azimuth.high, 181).tolist()]
    ]
    return Estimate(value=values[0], low=min(values), high=max(values), level=1.0, unit="deg")


def _leg(before: Region, region: Region) -> Estimate:
    """Direction from one area to the next; the range joins any boundary point with any other."""
    _, towards, _ = geodesic_inverse(*before.centroid, *region.centroid)
    start, end = (_sparse(each) for each in (before, region))
    _, azimuth, _ = geodesic_inverse(start[0][:, None], start[1][:, None], end[0], end[1])
    overlap = bool(np.any(before.contains(*region.boundary)) or np.any(region.contains(*before.boundary)))
    return _span(towards, azimuth, inside=overlap)


def _sparse(region: Region) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """At most 24 corners of a region."""
    corners = np.array(region.corners)
    kept = corners[np.unique(np.linspace(0, len(corners) - 1, 24).astype(int))]
    return kept[:, 0], kept[:, 1]
