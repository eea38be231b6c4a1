"""Intervals of time by pair of satellite and site, and what they make together: all of them, any, none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.errors import InputError

__all__ = ["IntervalTable", "all_of", "any_of", "none_of"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IntervalTable:
    """Intervals as columns, shape (n,) each, ordered by satellite, site and start; those of a pair do not touch.

    ``satellite`` and ``site`` are indices, ``start`` and ``end`` UTC, ``datetime64[us]``.
    """

    satellite: NDArray[np.int64]
    site: NDArray[np.int64]
    start: NDArray[np.datetime64]
    end: NDArray[np.datetime64]

    def __len__(self) -> int:
        return int(self.start.size)

    @property
    def length_s(self) -> NDArray[np.float64]:
        """Length of each interval. [s]"""
        return np.asarray((self.end - self.start) / np.timedelta64(1_000_000, "us"), dtype=float)


def all_of(*tables: IntervalTable) -> IntervalTable:
    """When, for each pair, all the tables hold; touching ends make no interval."""
    return _covered(tables, len(tables))


def any_of(*tables: IntervalTable) -> IntervalTable:
    """When, for each pair, at least one of the tables holds; touching intervals become one."""
    return _covered(tables, 1)


def none_of(
    *tables: IntervalTable, start: np.datetime64, end: np.datetime64, satellites: int, sites: int
) -> IntervalTable:
    """When, between ``start`` and ``end``, none of the tables holds, for every pair of so many satellites and sites."""
    satellite, site = (part.ravel() for part in np.indices((satellites, sites)))
    whole = IntervalTable(
        satellite=satellite,
        site=site,
        start=np.full(satellite.size, start, dtype="datetime64[us]"),
        end=np.full(satellite.size, end, dtype="datetime64[us]"),
    )
    taken = any_of(*tables) if tables else _rows(whole, np.zeros(0, dtype=np.int64))
    # Where the whole holds and what is taken does not: the latter counts against it.
    return _swept([(whole, 1), (taken, -1)], 1)


def _covered(tables: tuple[IntervalTable, ...], least: int) -> IntervalTable:
    if not tables:
        raise InputError("no table of intervals to combine")
    return _swept([(table, 1) for table in tables], least)


def _rows(table: IntervalTable, rows: NDArray[Any]) -> IntervalTable:
    return IntervalTable(
        satellite=table.satellite[rows], site=table.site[rows], start=table.start[rows], end=table.end[rows]
    )


def _swept(weighted: list[tuple[IntervalTable, int]], least: int) -> IntervalTable:
    """Where the weights of the intervals that hold add up to ``least`` or more."""
    parts = [(table, weight) for table, weight in weighted if len(table)]
    if not parts:
        return _rows(weighted[0][0], np.zeros(0, dtype=np.int64))
    site_count = max(int(table.site.max()) for table, _ in parts) + 1
    pair = np.concatenate([np.tile(table.satellite * site_count + table.site, 2) for table, _ in parts])
    time = np.concatenate([np.concatenate([table.start, table.end]) for table, _ in parts]).astype("datetime64[us]")
    change = np.concatenate([np.repeat([weight, -weight], len(table)) for table, weight in parts])
    order = np.lexsort((time, pair))
    pair, time, change = pair[order], time[order], change[order]
    # Events of one pair at one moment count together.
    last = np.ones(pair.size, dtype=bool)
    last[:-1] = (pair[1:] != pair[:-1]) | (time[1:] != time[:-1])
    level = np.cumsum(change)[last]
    pair, time = pair[last], time[last]
    inside = level >= least
    before = np.concatenate([[False], inside[:-1]])
    begin, end = np.flatnonzero(inside & ~before), np.flatnonzero(~inside & before)
    return IntervalTable(
        satellite=pair[begin] // site_count, site=pair[begin] % site_count, start=time[begin], end=time[end]
    )
