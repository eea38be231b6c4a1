"""Access: when, within the passes, an imager has a place within its limits.

Works on any table of passes, from the small path or the bulk one. Each satellite is propagated once on the grid of the
passes; between grid points its path is the cubic Hermite curve (under a metre off in low orbit). Every limit is a margin
in degrees that is positive inside; the smallest of them decides. The margins are looked at every 20 s and at the closest
approach (where a side-looking radar's view crosses the plane across the track), and between two looks as often as a bound on their
rate asks, so that an access shorter than a step is found. A pass begins at the horizon or above, so a line of sight is always there:
an off-nadir cone alone would also hold the far side of the Earth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import (
    EarthOrientation,
    bundled_orientation,
    fixed_to_geodetic,
    sun_azimuth_elevation_deg,
)
from bongsu.errors import InputError
from bongsu.overflight.curve import Curve, Vector, curve_of, roots
from bongsu.overflight.geometry import site_axes
from bongsu.overflight.imager import Reach
from bongsu.overflight.pass_table import PassTable

__all__ = ["AccessTable", "find_access", "view_of"]

_STEP_S = 20.0
_SHORTEST_S = 0.1  # an access or a gap shorter than this may be passed over
_SPEED_ROOM = 1.05  # a speed changes by less than this within 20 s
_LEAST_RANGE_M = 80e3  # nothing in orbit is nearer
_FREE = 90.0  # margin of a limit that is not set


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AccessTable:
    """Accesses as columns, shape (n,), ordered by start: times ``datetime64[us]`` UTC.

    ``pass_index`` is the row of ``passes``; ``best`` the moment of the least off-nadir angle within the access, and
    the angles, range and height are those at ``best``. ``open_start`` and ``open_end`` mark an access cut by the span.
    ``right`` says on which side of the track the place lies, seen in the direction of flight.
    """

    passes: PassTable
    pass_index: NDArray[np.int64]
    satellite: NDArray[np.int64]
    site: NDArray[np.int64]
    start: NDArray[np.datetime64]
    end: NDArray[np.datetime64]
    best: NDArray[np.datetime64]
    open_start: NDArray[np.bool_]
    open_end: NDArray[np.bool_]
    off_nadir_deg: Vector
    incidence_deg: Vector
    range_m: Vector
    altitude_m: Vector
    sun_elevation_deg: Vector
    right: NDArray[np.bool_]

    def __len__(self) -> int:
        return int(self.start.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The site of every pass of one satellite, as arrays (n, 3) and (n,)."""

    origin: Vector
    up: Vector
    latitude: Vector
    longitude: Vector

    @classmethod
    def of(cls, table: PassTable, rows: NDArray[np.int64]) -> _Places:
        known = {place: site_axes(table.sites[place]) for place in np.unique(table.site[rows]).tolist()}
        sites = [table.sites[place] for place in table.site[rows].tolist()]
        return cls(
            origin=np.array([known[place][0] for place in table.site[rows].tolist()]).reshape(-1, 3),
            up=np.array([known[place][1][2] for place in table.site[rows].tolist()]).reshape(-1, 3),
            latitude=np.array([site.latitude_deg for site in sites]),
            longitude=np.array([site.longitude_deg for site in sites]),
        )

    def pick(self, index: NDArray[np.int64]) -> _Places:
        return _Places(
            origin=self.origin[index],
            up=self.up[index],
            latitude=self.latitude[index],
            longitude=self.longitude[index],
        )


def view_of(position: Vector, velocity: Vector, origin: Vector, up: Vector) -> dict[str, Vector]:
    """How satellites and places see each other, row by row.

    Parameters
    ----------
    position, velocity : array (n, 3)
        Satellite, Earth-fixed. [m], [m/s]
    origin, up : array (n, 3)
        Place, Earth-fixed [m], and its unit vector along the ellipsoid's normal.

    Returns
    -------
    dict of arrays (n,)
        ``elevation_deg``, ``off_nadir_deg`` (from the ellipsoid's normal under the satellite), ``incidence_deg``,
        ``range_m``, ``altitude_m``; ``squint_deg``, the angle between the view and the plane across the track, positive
        ahead; ``right_m``, how far right of the track's plane the place lies. All geometric, without refraction.
    """
    offset = origin - position  # from the satellite to the place
    distance = np.linalg.norm(offset, axis=1)
    latitude, longitude, altitude = fixed_to_geodetic(position)
    latitude, longitude = np.radians(latitude), np.radians(longitude)
    down = -np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )
    speed = np.linalg.norm(velocity, axis=1)
    right = np.cross(down, velocity)
    right /= np.linalg.norm(right, axis=1)[:, None]
    elevation = -np.degrees(np.arcsin(np.clip(_dot(offset, up) / distance, -1.0, 1.0)))
    return {
        "elevation_deg": elevation,
        "off_nadir_deg": np.degrees(np.arccos(np.clip(_dot(offset, down) / distance, -1.0, 1.0))),
        "incidence_deg": 90.0 - elevation,
        "range_m": distance,
        "altitude_m": altitude,
        "squint_deg": np.degrees(np.arcsin(np.clip(_dot(offset, velocity) / (distance * speed), -1.0, 1.0))),
        "right_m": _dot(offset, right),
    }


def _dot(one: Vector, other: Vector) -> Vector:
    """Inner products of rows."""
    return np.asarray(np.einsum("ij,ij->i", one, other), dtype=float)


class _Margin:
    """The smallest margin of one satellite's limits, as a function of time and pass."""

    def __init__(self, curve: Curve, reach: Reach, places: _Places, table: EarthOrientation) -> None:
        self.curve, self.reach, self.places, self.table = curve, reach, places, table

    def at(self, seconds: Vector, index: NDArray[np.int64]) -> Vector:
        """Margin [deg] at times, each for the pass of that index; positive inside every limit."""
        place, reach = self.places.pick(index), self.reach
        position, velocity = self.curve.at(seconds)
        view = view_of(position, velocity, place.origin, place.up)
        margin = np.full(seconds.size, _FREE)
        if reach.max_off_nadir_deg is not None:
            margin = np.minimum(margin, reach.max_off_nadir_deg - view["off_nadir_deg"])
        if reach.incidence_deg is not None:
            low, high = reach.incidence_deg
            margin = np.minimum(margin, np.minimum(view["incidence_deg"] - low, high - view["incidence_deg"]))
        if reach.max_squint_deg is not None:
            margin = np.minimum(margin, reach.max_squint_deg - np.abs(view["squint_deg"]))
        if reach.side != "both":
            across = np.degrees(np.arcsin(np.clip(view["right_m"] / view["range_m"], -1.0, 1.0)))
            margin = np.minimum(margin, across if reach.side == "right" else -across)
        if reach.min_sun_deg is not None:
            moment = self.curve.moment(seconds)
            sun = sun_azimuth_elevation_deg(place.latitude, place.longitude, moment, self.table)[1]
            margin = np.minimum(margin, sun - reach.min_sun_deg)
        return np.asarray(margin, dtype=float)

    def fastest(self, low: Vector, high: Vector, index: NDArray[np.int64]) -> Vector:
        """A bound on how fast any angle of the view changes between two times. [deg/s]

        The view turns no faster than speed over range, the directions down and forwards no faster than twice the speed
        over the radius (twice: orbits are not circles); the Sun at a site moves 0.005 deg/s.
        """
        origin = self.places.origin[index]
        (position, velocity), (later, _) = self.curve.at(low), self.curve.at(high)
        speed = np.linalg.norm(velocity, axis=1) * _SPEED_ROOM
        reach = np.linalg.norm(position - origin, axis=1) + np.linalg.norm(later - origin, axis=1)
        least = np.maximum((reach - speed * (high - low)) / 2.0, _LEAST_RANGE_M)
        radius = np.minimum(np.linalg.norm(position, axis=1), np.linalg.norm(later, axis=1))
        return np.asarray(np.degrees(speed / least + 2.0 * speed / radius) + 0.005, dtype=float)


def find_access(
    passes: PassTable, reaches: Sequence[Reach | None], *, orientation: EarthOrientation | None = None
) -> AccessTable:
    """Stretches of the passes in which each satellite's limits hold.

    Parameters
    ----------
    passes : PassTable
        From :func:`bongsu.overflight.find_passes`, with any horizon limit.
    reaches : sequence of Reach or None
        One for each of ``passes.element_sets``; None leaves that satellite out.
    orientation : EarthOrientation, optional
        The bundled snapshot unless given.

    Returns
    -------
    AccessTable
        Ordered by start. A limit met at the pass's open end keeps the access open there.

    Raises
    ------
    InputError
        When the number of reaches is not that of the satellites.

    Notes
    -----
    Against the same limits tested every second, no access is missed and ends differ by less than a second
    (tests/overflight/test_imager_access.py).
    """
    if len(reaches) != len(passes.element_sets):
        raise InputError(f"{len(reaches)} reaches for {len(passes.element_sets)} satellites; give one each, or None")
    table = orientation or bundled_orientation()
    parts = []
    for satellite, reach in enumerate(reaches):
        rows = np.flatnonzero(passes.satellite == satellite)
        if reach is None or rows.size == 0:
            continue
        curve = curve_of(passes.element_sets[satellite], passes.rise[rows].min(), passes.set[rows].max(), table)
        margin = _Margin(curve, reach, _Places.of(passes, rows), table)
        parts.append(_access_of(passes, rows, margin))
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]} if parts else _no_columns()
    order = np.lexsort((columns["satellite"], columns["start"]))
    return AccessTable(passes=passes, **{name: column[order] for name, column in columns.items()})


def _no_columns() -> dict[str, NDArray[Any]]:
    kinds: dict[str, str] = {
        **dict.fromkeys(("pass_index", "satellite", "site"), "int64"),
        **dict.fromkeys(("start", "end", "best"), "datetime64[us]"),
        **dict.fromkeys(("open_start", "open_end", "right"), "bool"),
        **dict.fromkeys(("off_nadir_deg", "incidence_deg", "range_m", "altitude_m", "sun_elevation_deg"), "float64"),
    }
    return {name: np.empty(0, dtype=kind) for name, kind in kinds.items()}


def _nodes(rise: Vector, closest: Vector, fall: Vector) -> tuple[Vector, NDArray[np.int64]]:
    """Times at which every pass is looked at, pass after pass in order of time, and the pass of each."""
    counts = np.maximum(2, np.ceil((fall - rise) / _STEP_S).astype(np.int64) + 1)
    owner = np.repeat(np.arange(rise.size), counts)
    place = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    even = rise[owner] + (fall - rise)[owner] * (place / (counts - 1)[owner])
    seconds = np.concatenate([even, closest])
    owner = np.concatenate([owner, np.arange(rise.size)])
    order = np.lexsort((seconds, owner))
    return seconds[order], owner[order]


def _access_of(passes: PassTable, rows: NDArray[np.int64], margin: _Margin) -> dict[str, NDArray[Any]]:
    """Accesses of one satellite over all its passes, as columns."""
    rise, closest, fall = (margin.curve.seconds_of(getattr(passes, name)[rows]) for name in ("rise", "closest", "set"))
    seconds, owner = _nodes(rise, closest, fall)
    value = margin.at(seconds, owner)
    seconds, owner, value = _refined(seconds, owner, value, margin)
    inside = value > 0.0
    same = owner[1:] == owner[:-1]
    change = np.flatnonzero(same & (inside[1:] != inside[:-1]))
    crossing = roots(lambda at: margin.at(at, owner[change]), seconds[change], seconds[change + 1])
    first = np.flatnonzero(inside & np.concatenate([[True], ~same]))
    last = np.flatnonzero(inside & np.concatenate([~same, [True]]))
    entering = inside[change + 1]
    start = np.concatenate([crossing[entering], seconds[first]])
    start_owner = np.concatenate([owner[change[entering]], owner[first]])
    end = np.concatenate([crossing[~entering], seconds[last]])
    end_owner = np.concatenate([owner[change[~entering]], owner[last]])
    start_order, end_order = np.lexsort((start, start_owner)), np.lexsort((end, end_owner))
    who = start_owner[start_order]
    return _columns(passes, rows, margin, who, start[start_order], end[end_order], closest)


def _refined(
    seconds: Vector, owner: NDArray[np.int64], value: Vector, margin: _Margin
) -> tuple[Vector, NDArray[np.int64], Vector]:
    """The nodes, with more between those where the margin may cross zero twice unseen.

    Between two nodes of one sign, dt apart, a function that changes by at most L a second stays of that sign where the
    sum of its two sizes is over L dt. Elsewhere a node is put in the middle, and again, down to a tenth of a second.
    """
    left = np.flatnonzero(owner[1:] == owner[:-1])
    low, high = seconds[left], seconds[left + 1]
    ends = np.abs(value[left]), np.abs(value[left + 1])
    alike = (value[left] > 0.0) == (value[left + 1] > 0.0)
    rate = margin.fastest(low, high, owner[left])
    open_ = np.flatnonzero(alike & (ends[0] + ends[1] < rate * (high - low)) & (high - low > _SHORTEST_S))
    found = [(seconds, owner, value)]
    low, high, rate, who = low[open_], high[open_], rate[open_], owner[left][open_]
    one, other = value[left][open_], value[left + 1][open_]
    while low.size:
        middle = (low + high) / 2.0
        between = margin.at(middle, who)
        found.append((middle, who, between))
        low, high = np.concatenate([low, middle]), np.concatenate([middle, high])
        one, other = np.concatenate([one, between]), np.concatenate([between, other])
        rate, who = np.tile(rate, 2), np.tile(who, 2)
        again = ((one > 0.0) == (other > 0.0)) & (np.abs(one) + np.abs(other) < rate * (high - low))
        again &= high - low > _SHORTEST_S
        low, high, rate, who, one, other = (part[again] for part in (low, high, rate, who, one, other))
    seconds, owner, value = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.lexsort((seconds, owner))
    return seconds[order], owner[order], value[order]


def _columns(
    passes: PassTable,
    rows: NDArray[np.int64],
    margin: _Margin,
    who: NDArray[np.int64],
    start: Vector,
    end: Vector,
    closest: Vector,
) -> dict[str, NDArray[Any]]:
    best = np.clip(closest[who], start, end)  # off-nadir is least at the closest approach, to a second
    position, velocity = margin.curve.at(best)
    place = margin.places.pick(who)
    view = view_of(position, velocity, place.origin, place.up)
    moment = margin.curve.moment
    when = moment(best)
    sun = sun_azimuth_elevation_deg(place.latitude, place.longitude, when, margin.table)[1] if who.size else best
    row = rows[who]
    begin, finish = moment(start), moment(end)
    return {
        "pass_index": row,
        "satellite": passes.satellite[row],
        "site": passes.site[row],
        "start": begin,
        "end": finish,
        "best": when,
        "open_start": passes.open_start[row] & (begin <= passes.rise[row]),
        "open_end": passes.open_end[row] & (finish >= passes.set[row]),
        "off_nadir_deg": view["off_nadir_deg"],
        "incidence_deg": view["incidence_deg"],
        "range_m": view["range_m"],
        "altitude_m": view["altitude_m"],
        "sun_elevation_deg": np.asarray(sun, dtype=float),
        "right": view["right_m"] > 0.0,
    }
