"""Access: when, within its passes, a satellite and a site fulfil limits of angle, range and light."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import (
    EarthOrientation,
    Trajectory,
    bundled_orientation,
    fixed_to_teme,
    is_sunlit,
    sun_azimuth_elevation_deg,
    to_fixed,
)
from bongsu.errors import InputError
from bongsu.orbit import Ephemeris, propagate_many, use_bulk
from bongsu.overflight.geometry import look_angles_from, site_axes
from bongsu.overflight.intervals import IntervalTable, any_of
from bongsu.overflight.pass_table import PassTable
from bongsu.wording import phrase

__all__ = ["AccessLimits", "accesses_of"]

Vector = NDArray[np.float64]
Positions = Callable[[PassTable, EarthOrientation, NDArray[np.int64], NDArray[Any]], Vector]

_BULK_FROM = 2000  # passes: some seconds of the small path (our choice)
_BLOCK = 20_000  # passes looked at together: a million moments, some 200 MB
_SAMPLES = 48  # of a pass, evenly; its closest approach, culmination and ends besides
_HALVINGS = 24  # a 48th of a day down to 0.1 ms
_RANGES = {
    "off_nadir_deg": (0.0, 90.0),
    "incidence_deg": (0.0, 90.0),
    "range_m": (0.0, np.inf),
    "sun_elevation_deg": (-90.0, 90.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLimits:
    """What must hold at every moment of an access; pairs are least and greatest, ``None`` is no limit.

    ``mask`` gives, for the index of a site, its horizon: azimuths [deg], ascending from 0 to under 360, and the
    elevation under which nothing is seen there [deg]; straight lines between, closed round the circle. Line of sight is
    always included, since an access lies within a pass.
    """

    off_nadir_deg: tuple[float, float] | None = None
    incidence_deg: tuple[float, float] | None = None
    range_m: tuple[float, float] | None = None
    sun_elevation_deg: tuple[float, float] | None = None  # at the site
    sunlit: bool | None = None  # the satellite
    mask: Mapping[int, tuple[Sequence[float], Sequence[float]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, (low, high) in _RANGES.items():
            pair = getattr(self, name)
            if pair is not None and not low <= pair[0] < pair[1] <= high:
                raise InputError(
                    phrase(
                        "{name} {pair:g} to {pair_2:g} is no range within {low:g} to {high:g}",
                        name=name,
                        pair=pair[0],
                        pair_2=pair[1],
                        low=low,
                        high=high,
                    )
                )
        for site, (azimuth, elevation) in self.mask.items():
            turned = np.asarray(azimuth, dtype=float)
            fits = turned.ndim == 1 and turned.size > 0 and turned.size == len(elevation)
            if not (fits and np.all(np.diff(turned) > 0.0) and turned[0] >= 0.0 and turned[-1] < 360.0):
                raise InputError(
                    phrase(
                        "mask of site {site}: azimuths must ascend from 0 to under 360, one elevation each", site=site
                    ),
                    advice="write ([0, 90, 180, 270], [5, 12, 5, 5])",
                )


def accesses_of(
    passes: PassTable,
    limits: AccessLimits,
    *,
    orientation: EarthOrientation | None = None,
    engine: str = "auto",
) -> IntervalTable:
    """The parts of passes in which every limit is met.

    Parameters
    ----------
    passes : PassTable
        Of :func:`find_passes`, whose elevation limit holds as well.
    limits : AccessLimits
    orientation : EarthOrientation, optional
        The bundled snapshot unless given.
    engine : str
        For states: ``small``, ``bulk``, or ``auto`` as :func:`find_passes` (bulk from 2,000 passes).

    Returns
    -------
    IntervalTable
        Ends within a millisecond. Combine tables with :func:`all_of`, :func:`any_of` and :func:`none_of`.

    Notes
    -----
    Each pass is looked at 48 times, at its closest approach and at its culmination; every change is halved down on true
    states. So no part that holds the closest approach is missed, be it ever so short (off-nadir angle and range are least
    there); others may be if they are shorter than a 48th of their pass, as behind a narrow notch of a mask.
    """
    table = orientation or bundled_orientation()
    plain = not any(isinstance(item, Ephemeris) for item in passes.element_sets)
    fixed_m = _bulk_positions if use_bulk(engine, len(passes) >= _BULK_FROM) and plain else _small_positions
    blocks = [np.arange(begin, min(begin + _BLOCK, len(passes))) for begin in range(0, len(passes), _BLOCK)]
    found = [_accesses(passes.select(rows), limits, table, fixed_m) for rows in blocks]
    return any_of(*found) if found else any_of(_NOTHING)


def _accesses(
    passes: PassTable, limits: AccessLimits, orientation: EarthOrientation, fixed_m: Positions
) -> IntervalTable:
    share = np.linspace(0.0, 1.0, _SAMPLES)[:, None]
    length = (passes.set - passes.rise).astype(np.int64)
    grid = passes.rise + np.rint(share * length).astype("timedelta64[us]")
    times = np.sort(np.concatenate([grid, passes.closest[None], passes.culmination[None]]), axis=0)  # (samples, n)

    def held(row: NDArray[Any], time: NDArray[Any]) -> NDArray[np.bool_]:
        position = fixed_m(passes, orientation, passes.satellite[row], time)
        return _held(passes, limits, orientation, row, time, position)

    row = np.broadcast_to(np.arange(len(passes)), times.shape)
    look = held(row.ravel(), times.ravel()).reshape(times.shape)
    step, which = np.nonzero(look[1:] != look[:-1])
    low, high, rising = times[step, which], times[step + 1, which], look[step + 1, which]
    for _ in range(_HALVINGS if which.size else 0):
        middle = low + (high - low) // 2
        same = held(which, middle) != rising
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    starts = (
        np.concatenate([np.flatnonzero(look[0]), which[rising]]),
        np.concatenate([times[0, look[0]], high[rising]]),
    )
    ends = (
        np.concatenate([which[~rising], np.flatnonzero(look[-1])]),
        np.concatenate([low[~rising], times[-1, look[-1]]]),
    )
    begin, end = np.lexsort(starts[::-1]), np.lexsort(ends[::-1])
    rows = starts[0][begin]
    return IntervalTable(
        satellite=passes.satellite[rows], site=passes.site[rows], start=starts[1][begin], end=ends[1][end]
    )


def _held(
    passes: PassTable,
    limits: AccessLimits,
    orientation: EarthOrientation,
    row: NDArray[Any],
    time: NDArray[Any],
    position: Vector,
) -> NDArray[np.bool_]:
    """Whether every limit is met in pass ``row`` at ``time``."""
    site = passes.site[row]
    axes = [site_axes(item) for item in passes.sites]
    origin, turned = np.array([item[0] for item in axes])[site], np.array([item[1] for item in axes])[site]
    angles = look_angles_from(origin, turned, position)
    held = np.ones(row.size, dtype=bool)
    for name in ("off_nadir_deg", "incidence_deg", "range_m"):
        pair = getattr(limits, name)
        if pair is not None:
            held &= (angles[name] >= pair[0]) & (angles[name] <= pair[1])
    if limits.sun_elevation_deg is not None:
        place = np.array([(item.latitude_deg, item.longitude_deg) for item in passes.sites])[site]
        _, height = sun_azimuth_elevation_deg(place[:, 0], place[:, 1], time, orientation)
        held &= (height >= limits.sun_elevation_deg[0]) & (height <= limits.sun_elevation_deg[1])
    if limits.sunlit is not None:
        held &= is_sunlit(fixed_to_teme(position, time, orientation), time) == limits.sunlit
    for index, (azimuth, elevation) in limits.mask.items():
        mine = site == index
        least = np.interp(angles["azimuth_deg"][mine], azimuth, elevation, period=360.0)
        held[mine] &= angles["elevation_deg"][mine] >= least
    return held


def _by_satellite(satellite: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The rows of each satellite."""
    order = np.argsort(satellite, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(satellite[order])) + 1)


def _small_positions(
    passes: PassTable, orientation: EarthOrientation, satellite: NDArray[np.int64], time: NDArray[Any]
) -> Vector:
    """Earth-fixed positions (k, 3) of satellites at times of their passes. [m]"""
    position = np.empty((time.size, 3))
    for rows in _by_satellite(satellite):
        moments = time[rows]
        item = passes.element_sets[int(satellite[rows[0]])]
        if isinstance(item, Ephemeris):
            path = item.states(moments)
        else:
            place, speed, code = propagate_many([item], moments, engine="small")
            path = Trajectory(time=moments, position_m=place[0], velocity_m_s=speed[0], frame="TEME", error=code[0])
        position[rows] = to_fixed(path, orientation).position_m
    return position


def _bulk_positions(
    passes: PassTable, orientation: EarthOrientation, satellite: NDArray[np.int64], time: NDArray[Any]
) -> Vector:
    """The same, compiled."""
    orbit = import_module("bongsu.orbit")
    start = time.min()
    clock = orbit.fixed_clock(start, time.max(), orientation)
    seconds = (time - start) / np.timedelta64(1_000_000, "us")
    position = np.empty((time.size, 3))
    for rows in _by_satellite(satellite):
        prepared = orbit.prepare_sets([passes.element_sets[int(satellite[rows[0]])]])
        states, _ = orbit.fixed_states_at(prepared, 0, clock, seconds[rows])
        position[rows] = states[:3].T
    return position


_NOTHING = IntervalTable(
    satellite=np.empty(0, dtype=np.int64),
    site=np.empty(0, dtype=np.int64),
    start=np.empty(0, dtype="datetime64[us]"),
    end=np.empty(0, dtype="datetime64[us]"),
)
