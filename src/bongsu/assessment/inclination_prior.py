"""How often launches of a site reached each inclination, before anything is known of this one."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import geodesic_inverse
from bongsu.reference import LaunchHistory, launch_histories

__all__ = ["GRID_DEG", "HALF_STEP_DEG", "history_at", "inclination_prior"]

GRID_DEG: NDArray[np.float64] = np.round(np.arange(0.0, 180.05, 0.1), 1)
HALF_STEP_DEG = 0.05
_SAME_SITE_M = 100_000.0
_MEMORY_YEAR = 8.0  # what a site did long ago counts less
_OWN_AFTER = 4.0  # weighted launches after which a site's own history outweighs all sites'
_ANYTHING = 0.03  # left for what no launch has done
_SPREAD_DEG = 0.3  # of the kernel, over the 0.5 deg steps of the table
_DUE_EAST_DEG = 2.0  # an inclination within this of the site's latitude is the due-east launch
_TRANSFER_DEG = (-3.0, 1.0)  # of the site's latitude, where a transfer orbit of it is not known better


def history_at(latitude_deg: float, longitude_deg: float) -> LaunchHistory | None:
    """The counted site within 100 km of a place, or None."""
    best, found = _SAME_SITE_M, None
    for history in launch_histories():
        if abs(history.latitude_deg - latitude_deg) < 1.0:
            distance = float(
                geodesic_inverse(latitude_deg, longitude_deg, history.latitude_deg, history.longitude_deg)[0]
            )
            if distance < best:
                best, found = distance, history
    return found


def inclination_prior(latitude_deg: float, longitude_deg: float, year: int) -> NDArray[np.float64]:
    """Density over :data:`GRID_DEG`, summing to 1, from launches of the periods that ended before a year.

    The site's own counts and those of all sites, mixed: the fewer it has, the more the others weigh. All sites'
    due-east launches are moved to this site's latitude.
    """
    history = history_at(latitude_deg, longitude_deg)
    own = _counts(history, year) if history else np.zeros_like(GRID_DEG)
    everyone = _everyone(year, round(abs(latitude_deg), 1))
    weight = float(own.sum())
    mixed = own + _OWN_AFTER * everyone
    density = _smooth(mixed) / (weight + _OWN_AFTER)
    flat = np.where(GRID_DEG <= 110.0, 1.0, 0.05)
    return np.asarray((1.0 - _ANYTHING) * density / density.sum() + _ANYTHING * flat / flat.sum(), dtype=float)


@cache
def _everyone(year: int, latitude_deg: float) -> NDArray[np.float64]:
    """All sites' launches that this latitude allows, due-east ones moved to it; sums to 1."""
    total, east = np.zeros_like(GRID_DEG), 0.0
    for history in launch_histories():
        counts = _counts(history, year)
        due = np.abs(GRID_DEG - abs(history.latitude_deg)) < _DUE_EAST_DEG
        due |= abs(history.latitude_deg) > GRID_DEG
        east += float(counts[due].sum())
        total += np.where(due, 0.0, counts)
    reach = (latitude_deg <= GRID_DEG) & (180.0 - latitude_deg >= GRID_DEG)
    total = np.where(reach, total, 0.0)
    total += east * _box(latitude_deg + _TRANSFER_DEG[0], latitude_deg + _TRANSFER_DEG[1])
    if not total.sum() > 0.0:  # before the first period ended: nothing is known
        total = reach.astype(float)
    return np.asarray(total / total.sum(), dtype=float)


def _counts(history: LaunchHistory, year: int) -> NDArray[np.float64]:
    """Weighted launches over the grid: recent periods weigh more; unknown transfer orbits where known ones lie."""
    found, unknown = np.zeros_like(GRID_DEG), 0.0
    for each in history.counts:
        if each.until_year >= year:
            continue
        weight = each.launches * float(np.exp(-(year - 1 - each.until_year) / _MEMORY_YEAR))
        if each.inclination_deg is None:
            unknown += weight
        else:
            found[round(each.inclination_deg * 10.0)] += weight
    if unknown:
        latitude = abs(history.latitude_deg)
        low = np.where(latitude + _TRANSFER_DEG[1] >= GRID_DEG, found, 0.0)
        shape = low / low.sum() if low.sum() >= 1.0 else _box(latitude + _TRANSFER_DEG[0], latitude + _TRANSFER_DEG[1])
        found += unknown * shape
    return found


def _box(low: float, high: float) -> NDArray[np.float64]:
    inside = ((max(0.0, low) <= GRID_DEG) & (max(1.0, high) >= GRID_DEG)).astype(float)
    return np.asarray(inside / inside.sum(), dtype=float)


def _smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Over the steps of the table (a box of 0.5 deg) and a normal spread."""
    offsets = np.arange(-20, 21) * 0.1
    kernel = np.exp(-0.5 * (offsets / _SPREAD_DEG) ** 2)
    wide = np.convolve(kernel, np.ones(5), mode="full")
    return np.asarray(np.convolve(values, wide / wide.sum(), mode="same"), dtype=float)
