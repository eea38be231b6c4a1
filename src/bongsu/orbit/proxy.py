"""Search elements for a launch to come, from the element set of an earlier one of the same kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from bongsu.earth import EarthOrientation, Window, format_utc, sidereal_time_rad, to_datetime64
from bongsu.errors import InputError, NoDataError
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.propagation import decay_time, perigee_apogee_km
from bongsu.wording import phrase

__all__ = ["SEARCH_NUMBERS", "SearchElements", "search_elements", "search_sets"]

SEARCH_NUMBERS = (
    79_001  # the first number given, in the range that observers use for search elements (as 79802 in 2012)
)
_OLDEST_DAY = 30.0  # of the set after its launch: later it has manoeuvred or decayed away from the ascent
_LONGEST_WINDOW = timedelta(hours=24)  # a longer one sweeps every plane
_FARTHEST_DAY = 3653.0  # between the two launches: the vehicle is another by then
_LOWEST_KM = 120.0
# Half widths that held 90 % in `scripts/figures sat-proxy`: launches of one vehicle from one site into one kind of orbit.
_PLANE_DEG = 1.0
_PLANE_DEG_DAY = 0.05  # per day between launch and the epoch of the old set
_ALONG_S = 120.0
_ALONG_S_DAY = 1200.0  # the period differs by about a per cent from launch to launch


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchElements:
    """An element set for a launch that has not been tracked, and how far off it may be.

    ``launch`` is the lift-off assumed; ``since_launch`` from it to the epoch. ``plane_deg`` is half the width of the band
    in the node, ``along_track_s`` in time along the orbit at the epoch, ``along_track_s_day`` how much that grows a day:
    90 % for a launch of the same vehicle, site, azimuth and flight plan at exactly ``launch``.
    """

    element_set: ElementSet
    launch: datetime
    since_launch: timedelta
    plane_deg: float
    along_track_s: float
    along_track_s_day: float


def search_elements(
    element_set: ElementSet,
    launched: datetime,
    launch: datetime,
    *,
    orientation: EarthOrientation,
    number: int = SEARCH_NUMBERS,
) -> SearchElements:
    """Turn an element set of one launch into one for another lift-off time.

    Parameters
    ----------
    element_set : ElementSet
        Of an object of the earlier launch, from its first 30 days; the sooner the better.
    launched : datetime
        Lift-off of the earlier launch.
    launch : datetime
        Lift-off to look for.
    orientation : EarthOrientation
        For sidereal time.
    number : int
        Catalogue number to write; it is nobody's.

    Returns
    -------
    SearchElements
        The same orbit at the same time since lift-off, its node moved by the difference in sidereal time, so that it
        passes every place on Earth at the same time since lift-off.

    Raises
    ------
    InputError
        The set is not of that launch (its epoch lies before it, or its designator names another year), or the times
        make no sense.
    NoDataError
        The set is too old for this, or the orbit does not last until then.

    Notes
    -----
    T. Molczan, SeeSat-L, June 2002; M. Langbroek, "TLE from Proxy", sattrackcam.blogspot.com, 19 November 2017.
    Exact but for precession of the equinoxes (0.014 deg a year) and the Moon's and Sun's pull.
    """
    since = element_set.epoch - launched
    _refuse(element_set, launched, launch, since)
    turn = float(
        np.degrees(
            sidereal_time_rad([to_datetime64(launch)], orientation)[0]
            - sidereal_time_rad([to_datetime64(launched)], orientation)[0]
        )
    )
    days = since.total_seconds() / 86_400.0
    moved = replace(
        element_set,
        norad_id=number,
        designator="",
        name=f"SEARCH {launch:%Y-%m-%d %H:%M:%S}Z",
        epoch=launch + since,
        node_deg=round(element_set.node_deg + turn, 4) % 360.0,  # as fine as a TLE writes it
        element_number=0,
        notes=(),
        origin=f"proxy: {element_set.designator or element_set.norad_id} of {format_utc(launched)}",
    )
    if launch == launched:  # nothing to look for: the set itself
        moved = replace(moved, node_deg=element_set.node_deg)
    return SearchElements(
        element_set=moved,
        launch=launch,
        since_launch=since,
        plane_deg=_PLANE_DEG + _PLANE_DEG_DAY * days,
        along_track_s=_ALONG_S + _ALONG_S_DAY * days,
        along_track_s_day=_ALONG_S_DAY,
    )


def search_sets(
    element_set: ElementSet, launched: datetime, window: Window, *, orientation: EarthOrientation, count: int = 3
) -> tuple[SearchElements, ...]:
    """Search elements for a launch window: for its start, its end and evenly between; one where it is a moment.

    Raises
    ------
    InputError, NoDataError
        As :func:`search_elements`; also for a window that is open or longer than 24 h.
    """
    if window.start is None or window.end is None:
        raise InputError("the launch window has no start or no end", advice="give both, as T1..T2")
    length = window.end - window.start
    if length > _LONGEST_WINDOW:
        raise InputError(
            phrase(
                "the launch window is {length:.0f} h long: over a day every plane is possible",
                length=length.total_seconds() / 3600.0,
            ),
            advice="ask for one day's window at a time",
        )
    moments: Sequence[datetime] = [window.start]
    if length > timedelta(0):
        moments = [window.start + length * index / (count - 1) for index in range(count)]
    return tuple(
        search_elements(element_set, launched, moment, orientation=orientation, number=SEARCH_NUMBERS + index)
        for index, moment in enumerate(moments)
    )


def _refuse(element_set: ElementSet, launched: datetime, launch: datetime, since: timedelta) -> None:
    named = element_set.designator or str(element_set.norad_id)
    days = since.total_seconds() / 86_400.0
    if days < 0.0:
        raise InputError(
            phrase(
                "the set of {named} has its epoch ({epoch}) before the launch at {launched}: it is not of that launch",
                named=named,
                epoch=format_utc(element_set.epoch),
                launched=format_utc(launched),
            ),
            advice="give the lift-off of the launch that the element set belongs to",
        )
    year = element_set.designator[:4]
    if year.isdigit() and abs(int(year) - launched.year) > (1 if launched.month in (1, 12) else 0):
        raise InputError(
            phrase(
                "{named} was launched in {year}, not at {launched}",
                named=named,
                year=year,
                launched=format_utc(launched),
            ),
            advice="give the lift-off of the launch that the element set belongs to",
        )
    if days > _OLDEST_DAY:
        raise NoDataError(
            phrase(
                "the set of {named} is from {days:.0f} days after its launch: it no longer shows where the ascent led",
                named=named,
                days=days,
            ),
            advice=phrase(
                "give an element set from the first days, at most {oldest_day:.0f} after lift-off",
                oldest_day=_OLDEST_DAY,
            ),
        )
    if launch < launched:
        raise InputError("the launch to look for lies before the one that the element set is of")
    if (launch - launched).total_seconds() / 86_400.0 > _FARTHEST_DAY:
        raise InputError("more than ten years lie between the two launches", advice="use a nearer launch as proxy")
    perigee, _ = perigee_apogee_km(element_set)
    gone = decay_time(element_set, within_days=3.0)
    if perigee < _LOWEST_KM or gone is not None:
        raise NoDataError(
            phrase(
                "the orbit of {named} (perigee {perigee:.0f} km) does not last three days: no use for a search",
                named=named,
                perigee=perigee,
            ),
            advice="give the set of an object that stayed up",
        )
