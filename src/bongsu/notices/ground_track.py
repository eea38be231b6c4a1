"""Which launch azimuths from a site put an area under the ground track, and after what flight time.

A circular orbit 200 km high leaves from the site in some direction; Earth turns below it. An area fits a direction where
the track passes it within its own half width and the room for a dog-leg. One free number (the azimuth) explains all
areas of one launch; that few directions fit two far areas by chance is what makes this evidence. No launcher, no target:
the direction is read from areas that an authority has published.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import constants

__all__ = ["LaunchOrigin", "TrackFit", "fit_circle_m", "fit_track", "nearest_origins", "unit_vector"]

AZIMUTHS = 180  # directions tried, 2 deg apart: half the dog-leg that is allowed
_MOST_REVOLUTIONS = 1.75  # upper stages are brought down within the first two
_STEP_DEG = 2.0  # of the track
_ORBIT_M = (
    constants.EARTH_MEAN_RADIUS_M + 200_000.0
)  # the usual height of a parking orbit; 1 % in height is 1.5 % in time
_PERIOD_S = 2.0 * math.pi * math.sqrt(_ORBIT_M**3 / constants.EARTH_GM_M3_S2)
_CLIMB_S = 240.0  # how much longer the powered climb takes than the same arc in orbit: 2 to 6 min for public profiles
_DIRECT_M = 2_000_000.0  # an area this near lies in the climb, not a revolution later
_AT_SITE_M = 20_000.0  # from a pad to the edge of the area at it; the catalogue gives one place for a whole range
_SITE_AREA_M = 150_000.0  # half width of an area that can be said to lie at a site
_ROOM_M = 60_000.0  # areas lie beside the track by their own choice
_DOG_LEG_RAD = math.radians(4.0)  # yaw steering and dog-legs of public ascents; more is no evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchOrigin:
    """A place that launches start from, on WGS 84. [deg] ``names`` are words by which an authority line means it."""

    name: str
    latitude_deg: float
    longitude_deg: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrackFit:
    """Directions from one site that pass over all areas of one notice.

    ``after_s`` has shape (areas, AZIMUTHS): flight time to the first passage near an area, NaN where none; ``latest_s``
    to the last within 1.75 revolutions. [s]
    Inertial azimuths, 0 to 358 deg in steps of 2.
    """

    after_s: NDArray[np.float64]
    latest_s: NDArray[np.float64]

    @cached_property
    def fits(self) -> NDArray[np.bool_]:
        """Directions under which every area lies, shape (AZIMUTHS,)."""
        fits: NDArray[np.bool_] = np.all(np.isfinite(self.after_s), axis=0)
        return fits


def unit_vector(latitude_deg: float, longitude_deg: float) -> NDArray[np.float64]:
    """Direction from Earth's centre, (3,), on the sphere."""
    phi, lam = math.radians(latitude_deg), math.radians(longitude_deg)
    return np.array([math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)])


def fit_track(origin: LaunchOrigin, centres: NDArray[np.float64], reaches_m: NDArray[np.float64]) -> TrackFit:
    """Directions from a site whose ground track meets areas.

    Parameters
    ----------
    origin : LaunchOrigin
        The site.
    centres : array (n, 3)
        Unit vectors of the areas' centres, Earth-fixed.
    reaches_m : array (n,)
        Half width of each. [m]

    Returns
    -------
    TrackFit
        Of the first 1.75 revolutions.

    Notes
    -----
    Sphere and circle: within some 100 km for the first revolution of a low orbit, which the room allowed covers;
    transfer orbits are right only up to their injection.
    """
    angle = np.radians(np.arange(0.0, _MOST_REVOLUTIONS * 360.0, _STEP_DEG))
    after = angle / (2.0 * math.pi) * _PERIOD_S
    start = unit_vector(origin.latitude_deg, origin.longitude_deg)
    east = np.array([-math.sin(math.radians(origin.longitude_deg)), math.cos(math.radians(origin.longitude_deg)), 0.0])
    north = np.cross(start, east)
    first, last = (np.full((len(centres), AZIMUTHS), np.nan) for _ in range(2))
    for place, (centre, reach) in enumerate(zip(centres, reaches_m, strict=True)):
        for index, columns in _passages(centre, float(reach), angle, after, (start, east, north)):
            last[place, columns] = np.fmax(last[place, columns], after[index] + _CLIMB_S)
            first[place, columns] = np.fmin(first[place, columns], after[index] + _CLIMB_S)
    return TrackFit(after_s=first, latest_s=last)


def _passages(
    centre: NDArray[np.float64],
    reach_m: float,
    angle: NDArray[np.float64],
    after: NDArray[np.float64],
    frame: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]],
) -> Iterator[tuple[int, NDArray[np.int_]]]:
    """Steps of the track at which the area is passed, and the azimuths (columns) that pass it there."""
    start, east, north = frame
    turned = (
        constants.EARTH_ROTATION_RAD_S * after
    )  # by when the area has been carried east in the frame of the lift-off
    x = centre[0] * np.cos(turned) - centre[1] * np.sin(turned)
    y = centre[0] * np.sin(turned) + centre[1] * np.cos(turned)
    place = np.stack([x, y, np.full_like(x, centre[2])], axis=-1)
    far = np.arccos(np.clip(place @ start, -1.0, 1.0))
    toward = np.degrees(np.arctan2(place @ east, place @ north))
    along = np.mod(angle, 2.0 * math.pi)
    beyond = along > math.pi  # the far half of the great circle: seen from the site it lies the other way
    along, toward = np.where(beyond, 2.0 * math.pi - along, along), np.where(beyond, toward + 180.0, toward)
    reach = (reach_m + _ROOM_M) / constants.EARTH_MEAN_RADIUS_M
    near = np.abs(far - along) <= reach + math.radians(_STEP_DEG) / 2.0
    if far[0] * constants.EARTH_MEAN_RADIUS_M < _DIRECT_M:
        near &= angle < math.pi
    for index in np.flatnonzero(near):
        across = math.sin(float(far[index]))
        half = (
            180.0 if across <= math.sin(min(reach, math.pi / 2)) else math.degrees(math.asin(math.sin(reach) / across))
        )
        half += math.degrees(_DOG_LEG_RAD)
        centre_bin, bins = float(toward[index]) * AZIMUTHS / 360.0, half * AZIMUTHS / 360.0
        yield int(index), np.arange(math.ceil(centre_bin - bins), math.floor(centre_bin + bins) + 1) % AZIMUTHS


def fit_circle_m(centres: NDArray[np.float64], reaches_m: NDArray[np.float64]) -> tuple[float, float]:
    """How far areas lie from the best great circle through them all, and how far they stretch along it.

    Parameters
    ----------
    centres : array (n, 3)
        Unit vectors, three or more.
    reaches_m : array (n,)
        Half width of each, taken off its distance. [m]

    Returns
    -------
    off_m, length_m : float
        The worst distance and the greatest distance between two centres. [m]

    Notes
    -----
    The circle's pole is the direction of least variance of the centres (Fisher, Lewis and Embleton 1987, section 3.2.2).
    """
    _, _, axes = np.linalg.svd(centres)
    pole = axes[-1]
    off = np.abs(np.arcsin(np.clip(centres @ pole, -1.0, 1.0))) * constants.EARTH_MEAN_RADIUS_M - reaches_m
    length = np.arccos(np.clip(np.min(centres @ centres.T), -1.0, 1.0)) * constants.EARTH_MEAN_RADIUS_M
    return float(max(np.max(off), 0.0)), float(length)


def nearest_origins(
    origins: Sequence[LaunchOrigin], centres: NDArray[np.float64], reaches_m: NDArray[np.float64], limit_m: float
) -> tuple[int, ...]:
    """Indices of the sites that areas lie at, within 20 km of the half width; else of those within ``limit_m``."""
    if not len(centres) or not origins:
        return ()
    places = np.stack([unit_vector(each.latitude_deg, each.longitude_deg) for each in origins])
    away = np.arccos(np.clip(places @ centres.T, -1.0, 1.0)) * constants.EARTH_MEAN_RADIUS_M
    at_site = np.any((away <= reaches_m[None, :] + _AT_SITE_M) & (reaches_m[None, :] < _SITE_AREA_M), axis=1)
    chosen = at_site if at_site.any() else np.min(away, axis=1) <= limit_m
    return tuple(int(index) for index in np.flatnonzero(chosen))
