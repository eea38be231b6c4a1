"""Stated figures and failures that no flight can have: units mistaken, figures that exclude each other.

Each is refused before anything is fitted or flown, with the physical reason. Bounds are wide: they catch minutes given
as seconds, not an unusual flight.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bongsu.ascent.failure import Failure
from bongsu.ascent.flight import LaunchPad
from bongsu.ascent.stated import Stated, StatedFlight
from bongsu.ascent.timeline import timeline
from bongsu.ascent.vehicle import Vehicle, nominal_craft
from bongsu.earth import constants
from bongsu.errors import InputError, Problem

__all__ = ["check_failure", "check_stated"]

_MOST_ACCELERATION_M_S2 = 60.0  # mean, from lift-off: no launcher keeps six times gravity
_APART = 5.0  # standard errors: two figures of one thing further apart exclude each other
_SLOWEST, _FASTEST = 2.5, 0.4  # an event's stated time over that of the described vehicle
_HALF_WAY_M = 20_037_508.0  # half the equator: nothing lies further away
_LOWEST_FALL_M_S = 3_000.0  # a part comes down from its height no faster than this, on average


def check_stated(vehicle: Vehicle, pad: LaunchPad, stated: StatedFlight) -> list[Problem]:
    """What cannot be true of one flight of a vehicle, each with its reason.

    Parameters
    ----------
    vehicle : Vehicle
        As described: the middle of its ranges says when events are to be expected.
    pad : LaunchPad
        Where from.
    stated : StatedFlight
        What was stated of it.
    """
    times = _event_times(vehicle)
    found: list[Problem] = []
    for each in stated.figures:
        found += _impossible(each, times, pad, stated)
    return found + list(_exclusive(stated.figures))


def _event_times(vehicle: Vehicle) -> dict[str, float]:
    stretches = timeline(nominal_craft(vehicle))
    return {event: float(each.start[0]) for each in stretches for event in each.events}


def _impossible(each: Stated, times: dict[str, float], pad: LaunchPad, stated: StatedFlight) -> Iterator[Problem]:
    minutes = f'are these minutes? write unit = "min"; now {each.value:g} s'
    if each.what == "height":
        yield from _height(each, stated)
    elif each.what == "event time":
        if each.of not in times:
            yield Problem(where=each.name, what=f"no event {each.of!r}", advice=f"there are {', '.join(times)}")
        elif not _FASTEST * times[each.of] - 10.0 <= each.value <= _SLOWEST * times[each.of] + 60.0:
            what = f"stated at {each.value:,.4g} s; the vehicle as described is there at {times[each.of]:,.0f} s"
            yield Problem(
                where=each.name, what=what, advice=minutes if each.value < times[each.of] else "check its unit"
            )
    elif each.what == "fall time":
        leaves = times.get(f"{each.of} separation", 0.0)
        if each.value < _FASTEST * leaves:
            what = f"down at {each.value:,.4g} s, before it is dropped (about {leaves:,.0f} s)"
            yield Problem(where=each.name, what=what, advice=minutes)
        elif each.value > 6.0 * 3600.0:
            yield Problem(
                where=each.name,
                what=f"down after {each.value / 3600:,.1f} h",
                advice="it would be in orbit; check its unit",
            )
    elif each.what == "fall distance" and not 0.0 <= each.value <= _HALF_WAY_M:
        what = f"{each.value / 1e3:,.0f} km from the pad; nothing on Earth is further than 20,038 km"
        yield Problem(where=each.name, what=what, advice='check its unit: "m" or "km" (1 NM is 1.852 km)')
    elif each.what == "inclination":
        yield from _inclination(each, pad)
    elif each.what in ("fall azimuth", "heading") and not -360.0 <= each.value <= 360.0:
        yield Problem(
            where=each.name, what=f"{each.value:g} deg is no direction", advice="0 to 360, clockwise from north"
        )


def _height(each: Stated, stated: StatedFlight) -> Iterator[Problem]:
    if each.time_s <= 0.0:
        yield Problem(where=each.name, what="a height at no time after lift-off", advice="at = seconds from lift-off")
        return
    needed = 2.0 * each.value / each.time_s**2
    if needed > _MOST_ACCELERATION_M_S2:
        what = f"{each.value / 1e3:,.4g} km at {each.time_s:g} s needs {needed:,.0f} m/s2 all the way"
        yield Problem(
            where=each.name,
            what=what,
            advice="at is in seconds (are these minutes?), the height in its unit (1,000 ft is 0.3048 km)",
        )
    if stated.apogee_m is not None and each.value - 5.0 * each.error > stated.apogee_m + 100e3:
        what = f"{each.value / 1e3:,.0f} km is above the stated apogee of {stated.apogee_m / 1e3:,.0f} km"
        yield Problem(where=each.name, what=what, advice="one of the two is wrong, or its unit")
    if each.value < -500.0:
        yield Problem(where=each.name, what=f"{each.value:,.0f} m lies under the ground")


def _inclination(each: Stated, pad: LaunchPad) -> Iterator[Problem]:
    if not 0.0 <= each.value <= 180.0:
        yield Problem(where=each.name, what=f"{each.value:g} deg is no inclination", advice="0 to 180 deg")


def _exclusive(figures: tuple[Stated, ...]) -> Iterator[Problem]:
    """Two figures of one thing, further apart than their errors allow."""
    first: dict[str, Stated] = {}
    for each in figures:
        before = first.setdefault(each.name, each)
        gap, error = abs(each.value - before.value), float(np.hypot(each.error, before.error))
        if gap > _APART * error:
            yield Problem(
                where=each.name,
                what=f"{before.value:,.6g} and {each.value:,.6g} exclude each other with errors of {before.error:g} and {each.error:g}",
                advice="keep one, or give the errors that make both possible",
            )


def check_failure(vehicle: Vehicle, failure: Failure) -> None:
    """Refuse a failure that comes when there is nothing to fail.

    Parameters
    ----------
    vehicle : Vehicle
        The middle of its ranges says how long it burns.
    failure : Failure
        What goes wrong, and when.

    Raises
    ------
    InputError
        For a stage that the vehicle has not, a burst after the end of the flight, or a cut or loss longer than the burn.
    """
    if failure.kind == "none":
        return
    times = _event_times(vehicle)
    names = [stage.name for stage in vehicle.stages]
    if failure.kind == "burst":
        end = max(times.values())
        if failure.at_s[0] > end:
            raise InputError(
                f"a burst {failure.at_s[0]:,.0f} s after lift-off: {vehicle.name} has ended its flight at {end:,.0f} s",
                advice="the time counts in seconds from lift-off",
            )
        return
    if failure.stage not in names:
        raise InputError(f"{vehicle.name} has no stage {failure.stage!r}", advice=f"it has {', '.join(names)}")
    if failure.kind == "no ignition" and failure.stage == names[0]:
        raise InputError(
            "the first stage that does not light leaves the vehicle on the pad", advice="name one above it"
        )
    if failure.kind == "no separation" and failure.stage == names[-1]:
        raise InputError(f"stage {failure.stage} is the last: it does not separate", advice="name one below it")
    if failure.kind in ("early cut", "thrust loss"):
        stage = vehicle.stages[names.index(failure.stage)]
        burn = stage.propellant_kg.middle * stage.specific_impulse_s.middle * constants.STANDARD_GRAVITY_M_S2
        burn /= stage.thrust_vacuum_n.middle
        if failure.at_s[1] > burn:
            where = "before its planned end" if failure.kind == "early cut" else "after ignition"
            raise InputError(
                f"stage {failure.stage} burns {burn:,.0f} s; {failure.at_s[1]:,.0f} s {where} is outside that",
                advice="seconds; for a stage that never lights: no ignition",
            )
