"""What was stated of a flight that was announced or flown, and how far a modelled flight is from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.flight import Flight, LaunchPad, State
from bongsu.ascent.impact import Fall
from bongsu.earth import constants, geodesic_inverse
from bongsu.errors import InputError
from bongsu.wording import phrase

__all__ = ["Orbit", "Stated", "StatedFlight", "misses", "orbit_of"]

Array = NDArray[np.float64]
_NEAR_CIRCULAR_M = 120_000.0  # apogee less perigee below which insertion may be anywhere on the orbit
_INSERTION = {"insertion height": 3_000.0, "insertion speed": 4.0, "insertion climb angle": 0.1}  # [m], [m/s], [deg]


@dataclass(frozen=True, slots=True, kw_only=True)
class Orbit:
    """Osculating orbits of states (n,): heights above 6378.137 km. [m], [deg]"""

    perigee_m: Array
    apogee_m: Array
    inclination_deg: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One figure of a flight as stated: value with its standard error, SI units.

    ``what`` is one of: ``height`` (at ``time_s``), ``event time`` (of the event ``of``), ``fall time``, ``fall distance``
    and ``fall azimuth`` from the pad (of the part ``of``: ``stage 1``, ``fairing``), ``heading`` over the ground (at the event ``of``) and
    ``inclination`` in degrees.
    """

    what: str
    value: float
    error: float
    of: str = ""
    time_s: float = 0.0
    sources: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """``height at 127 s``, ``fall time of stage 1``."""
        if self.what == "height":
            return phrase("height at {time:g} s", time=self.time_s)
        return phrase("{what} of {part}", what=self.what, part=self.of) if self.of else self.what


_KINDS = {"height", "event time", "fall time", "fall distance", "fall azimuth", "heading", "inclination"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFlight:
    """The stated orbit of one flight (None where it reached none) and its other figures, with their sources."""

    perigee_m: float | None = None
    apogee_m: float | None = None
    figures: tuple[Stated, ...] = ()
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            raise InputError(
                "the stated flight has no source",
                advice="only a flight that was announced or flown is fitted: name who stated it",
            )
        if (self.perigee_m is None) != (self.apogee_m is None):
            raise InputError("perigee and apogee are needed together")
        perigee, apogee = self.perigee_m or 0.0, self.apogee_m or 0.0
        if not -6e6 < perigee <= apogee < 5e8:
            raise InputError(f"perigee {perigee / 1e3:g} km, apogee {apogee / 1e3:g} km is no orbit")
        for each in self.figures:
            if each.what not in _KINDS or not each.error > 0.0 or not np.isfinite(each.value):
                raise InputError(f"{each.name}: {each.value} with error {each.error} is no stated figure")

    @property
    def marks_s(self) -> tuple[float, ...]:
        """Times at which heights were stated. [s]"""
        return tuple(sorted({each.time_s for each in self.figures if each.what == "height"}))

    def parts(self) -> tuple[str, ...]:
        """Parts whose fall was stated."""
        return tuple(sorted({each.of for each in self.figures if each.what.startswith("fall")}))


def orbit_of(state: State) -> Orbit:
    """The osculating orbit of each flight at a state; where it is unbound, apogee is infinite."""
    r, v = state.state[:3], state.state[3:]
    radius, square = np.linalg.norm(r, axis=0), np.sum(v * v, axis=0)
    energy = 0.5 * square - constants.EARTH_GM_M3_S2 / radius
    spin = np.cross(r.T, v.T).T
    length = np.linalg.norm(spin, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        semi_major = -constants.EARTH_GM_M3_S2 / (2.0 * energy)
        e = np.sqrt(np.maximum(1.0 - length**2 / (constants.EARTH_GM_M3_S2 * semi_major), 0.0))
        apogee = np.where(energy < 0.0, semi_major * (1.0 + e), np.inf)
    inclination = np.degrees(np.arccos(np.clip(spin[2] / length, -1.0, 1.0)))
    equator = constants.WGS84_EQUATORIAL_RADIUS_M
    return Orbit(perigee_m=semi_major * (1.0 - e) - equator, apogee_m=apogee - equator, inclination_deg=inclination)


def misses(
    flight: Flight, falls: dict[str, Fall], stated: StatedFlight, pad: LaunchPad
) -> dict[str, tuple[Array, float]]:
    """Each stated figure: flown less stated (n,), and its standard error.

    Parameters
    ----------
    flight : Flight
        Flown with ``stated.marks_s``.
    falls : dict
        Falls of ``stated.parts()``.
    """
    end = flight.events[-1]
    rows: dict[str, tuple[Array, float]] = {}
    if stated.perigee_m is not None and stated.apogee_m is not None:
        equator = constants.WGS84_EQUATORIAL_RADIUS_M
        semi_major = 0.5 * (stated.perigee_m + stated.apogee_m) + equator
        radius = np.linalg.norm(end.state[:3], axis=0)
        near = stated.apogee_m - stated.perigee_m < _NEAR_CIRCULAR_M
        insertion = semi_major if near else stated.perigee_m + equator  # anywhere, or at perigee
        speed = np.sqrt(constants.EARTH_GM_M3_S2 * np.maximum(2.0 / radius - 1.0 / semi_major, 1e-9))
        off = (radius - insertion, end.inertial_speed_m_s() - speed, end.climb_angle_deg())
        rows = {name: (value, _INSERTION[name]) for name, value in zip(_INSERTION, off, strict=True)}
    for each in stated.figures:
        rows[each.name] = (_flown(each, flight, falls, pad) - each.value, each.error)
    return rows


def _flown(each: Stated, flight: Flight, falls: dict[str, Fall], pad: LaunchPad) -> Array:
    """A stated figure as it was flown, (n,)."""
    if each.what == "height":
        return next(mark for mark in flight.marks if mark.label == f"{each.time_s:g} s").geodetic()[2]
    if each.what == "event time":
        return flight.event(each.of).time
    if each.what == "inclination":
        return orbit_of(flight.events[-1]).inclination_deg
    if each.what == "heading":
        return _turned(flight.event(each.of).heading_deg(), each.value)
    part = falls[each.of]
    if each.what == "fall time":
        return part.time_s
    line = geodesic_inverse(pad.latitude_deg, pad.longitude_deg, part.latitude_deg, part.longitude_deg)
    return np.asarray(line[0]) if each.what == "fall distance" else _turned(line[1], each.value)


def _turned(azimuth_deg: Array, about_deg: float) -> Array:
    """The azimuth within half a turn of another. [deg]"""
    return np.asarray((azimuth_deg - about_deg + 180.0) % 360.0 - 180.0 + about_deg)
