"""Passes as values and as columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import from_datetime64
from bongsu.orbit import ElementSet, Ephemeris
from bongsu.overflight.site import Site

__all__ = ["DETAILS", "Pass", "PassTable", "columns_of", "no_passes", "table_of_columns"]

Vector = NDArray[np.float64]
Columns = dict[str, NDArray[Any]]

DETAILS = (
    "closest", "azimuth_deg", "range_m", "altitude_m", "off_nadir_deg", "incidence_deg", "sun_elevation_deg",
    "sun_azimuth_deg", "sunlit", "northbound", "timing_s",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """One stretch of time in which a satellite stands above a site's horizon limit.

    Times are UTC. ``open_start`` and ``open_end`` mark a pass cut by the span asked: ``rise`` or ``set``
    is then the span's edge. ``culmination`` is the highest moment, ``closest`` that of least range; the
    angles, range and altitude are those at ``closest``. ``timing_s`` is the half width of the 90 % range
    of the times. ``northbound`` says which way the satellite goes at ``closest``.
    """

    norad_id: int
    site: str
    rise: datetime
    culmination: datetime
    closest: datetime
    set: datetime
    open_start: bool
    open_end: bool
    max_elevation_deg: float
    azimuth_deg: float
    range_m: float
    altitude_m: float
    off_nadir_deg: float
    incidence_deg: float
    sun_elevation_deg: float
    sun_azimuth_deg: float
    sunlit: bool
    northbound: bool
    timing_s: float


def _detail(name: str) -> Any:
    def column(table: PassTable) -> NDArray[Any]:
        if callable(table.details):
            object.__setattr__(table, "details", table.details(table))
        return table.details[name]  # type: ignore[index]

    return property(column, doc=f"``{name}`` of :class:`Pass`, shape (n,).")


@dataclass(frozen=True, kw_only=True, eq=False)
class PassTable:
    """Passes as columns, shape (n,) each, ordered by rise: times ``datetime64[us]`` UTC, indices integer.

    ``satellite`` and ``site`` index ``element_sets`` and ``sites``. ``failed`` maps the index of an element
    set that could not be propagated over the whole span to the reason; its passes until then are kept.

    What belongs to the closest approach (``closest`` to ``timing_s``, see :class:`Pass`) is in ``details``: columns, or
    the function of the table that computes them when one is first asked for. A big search leaves it at that.
    """

    element_sets: tuple[ElementSet | Ephemeris, ...]
    sites: tuple[Site, ...]
    failed: dict[int, str]
    satellite: NDArray[np.int64]
    site: NDArray[np.int64]
    rise: NDArray[np.datetime64]
    culmination: NDArray[np.datetime64]
    set: NDArray[np.datetime64]
    open_start: NDArray[np.bool_]
    open_end: NDArray[np.bool_]
    max_elevation_deg: Vector
    details: Columns | Callable[[PassTable], Columns]

    closest = _detail("closest")
    azimuth_deg = _detail("azimuth_deg")
    range_m = _detail("range_m")
    altitude_m = _detail("altitude_m")
    off_nadir_deg = _detail("off_nadir_deg")
    incidence_deg = _detail("incidence_deg")
    sun_elevation_deg = _detail("sun_elevation_deg")
    sun_azimuth_deg = _detail("sun_azimuth_deg")
    sunlit = _detail("sunlit")
    northbound = _detail("northbound")
    timing_s = _detail("timing_s")

    def __len__(self) -> int:
        return int(self.rise.size)

    def select(self, rows: NDArray[Any]) -> PassTable:
        """The table of some rows, by a mask or by indices; details not yet computed are computed for these rows only."""
        details = self.details
        return replace(
            self,
            satellite=self.satellite[rows],
            site=self.site[rows],
            rise=self.rise[rows],
            culmination=self.culmination[rows],
            set=self.set[rows],
            open_start=self.open_start[rows],
            open_end=self.open_end[rows],
            max_elevation_deg=self.max_elevation_deg[rows],
            details=details if callable(details) else {name: column[rows] for name, column in details.items()},
        )

    def with_timing(self, timing_s: float) -> PassTable:
        """The same passes with another half width of the 90 % range of their times. [s]"""
        columns = {name: getattr(self, name) for name in DETAILS}
        return replace(self, details={**columns, "timing_s": np.full(len(self), timing_s)})

    def row(self, index: int) -> Pass:
        """One pass as a value."""
        columns: dict[str, Any] = {}
        for item in fields(Pass):
            if item.name not in ("norad_id", "site"):
                value = getattr(self, item.name)[index]
                columns[item.name] = from_datetime64(value) if isinstance(value, np.datetime64) else value.item()
        return Pass(
            norad_id=self.element_sets[int(self.satellite[index])].norad_id,
            site=self.sites[int(self.site[index])].label,
            **columns,
        )

    def rows(self) -> list[Pass]:
        """All passes as values, ordered by rise."""
        return [self.row(index) for index in range(len(self))]


_OWN = ("satellite", "site", "rise", "culmination", "set", "open_start", "open_end", "max_elevation_deg")


def columns_of(table: PassTable) -> Columns:
    """Every column of a table by name, details included: what has to travel where satellites and sites are known."""
    return {name: getattr(table, name) for name in (*_OWN, *DETAILS)}


def table_of_columns(
    columns: Columns, element_sets: Sequence[ElementSet | Ephemeris], sites: Sequence[Site], failed: dict[int, str]
) -> PassTable:
    """The table that :func:`columns_of` was given."""
    return PassTable(
        element_sets=tuple(element_sets),
        sites=tuple(sites),
        failed=failed,
        details={name: columns[name] for name in DETAILS},
        **{name: columns[name] for name in _OWN},
    )


def no_passes(
    element_sets: Sequence[ElementSet | Ephemeris], sites: Sequence[Site], failed: dict[int, str]
) -> PassTable:
    """A table without a row."""
    times, flags, numbers = np.empty(0, dtype="datetime64[us]"), np.empty(0, dtype=bool), np.empty(0)
    kinds: Columns = {"closest": times, "sunlit": flags, "northbound": flags}
    return PassTable(
        element_sets=tuple(element_sets),
        sites=tuple(sites),
        failed=failed,
        satellite=np.empty(0, dtype=np.int64),
        site=np.empty(0, dtype=np.int64),
        rise=times,
        culmination=times,
        set=times,
        open_start=flags,
        open_end=flags,
        max_elevation_deg=numbers,
        details={name: kinds.get(name, numbers) for name in DETAILS},
    )
