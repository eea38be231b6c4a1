"""A near-circular orbit from timed places: who was overhead where, and when.

A place seen straight below at a stated time fixes where the satellite was along its orbit, and little
else: the phase u of the place in the orbit plane rises by the same rate between all such times. A
plane is taken from elsewhere, or scanned; for each plane the phases are fitted by a straight line in
time, which gives the mean motion. The answer is a sample of element sets, so that everything that
works on element sets works on it, with its uncertainty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import (
    EarthOrientation,
    between_states,
    constants,
    fixed_to_teme,
    geodetic_to_fixed,
    teme_to_fixed,
    to_datetime64,
)
from bongsu.errors import ModelError, NoDataError
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.plane import Plane, mean_motion_rev_day
from bongsu.orbit.propagation import mean_semi_major_axis_m, node_rate_deg_day, propagate_many
from bongsu.orbit.sun_synchronous import sun_synchronous_inclination_deg
from bongsu.orbit.timing import timing_error_s
from bongsu.orbit.wgs72 import WGS72_GM_KM3_S2, WGS72_J2, WGS72_RADIUS_KM
from bongsu.wording import phrase

__all__ = [
    "OrbitSample",
    "TimedPlace",
    "find_planes",
    "fit_orbit",
    "sample_element_set",
]

_PRIOR_SIGMA_S = (
    4.0  # a circular model's own error: twice the eccentricity (0.0014) over the mean motion, plus rounding
)
_PRIOR_WEIGHT = 1.0  # worth of the prior scatter, in claims; more makes the range too narrow for worse times
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedPlace:
    """A place and the moment at which a satellite is said to have been closest to it (UTC)."""

    id: str
    latitude_deg: float
    longitude_deg: float
    time: datetime


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrbitSample:
    """An orbit known as a sample of element sets.

    ``scatter_s`` has shape (m,): the standard deviation of stated times about each member, itself
    uncertain. ``residual_s`` are the mean differences, fitted closest approach minus stated time, of
    the places used (in-sample: no test of them). ``altitude_km`` is above 6378.137 km.
    """

    members: tuple[ElementSet, ...]
    scatter_s: Vector
    residual_s: dict[str, float]
    used: tuple[str, ...]
    plane_origin: str
    altitude_km: Vector
    mean_motion_rev_day: Vector
    span: tuple[datetime, datetime]

    def fixed_states(self, times: NDArray[np.datetime64], orientation: EarthOrientation) -> tuple[Vector, Vector]:
        """Earth-fixed positions [m] and velocities [m/s] of every member, shape (m, n, 3)."""
        position, velocity, _ = propagate_many(self.members, times)
        shape = position.shape
        many = np.tile(times, shape[0])
        fixed, moving = teme_to_fixed(position.reshape(-1, 3), velocity.reshape(-1, 3), many, orientation)
        return fixed.reshape(shape), moving.reshape(shape)

    def closest(
        self, latitude_deg: float, longitude_deg: float, near: datetime, orientation: EarthOrientation
    ) -> tuple[Vector, Vector]:
        """Closest approach nearest to a moment.

        Returns
        -------
        (offset_s, position_m) : arrays (m,) and (m, 3)
            Seconds after ``near`` and the Earth-fixed position then; NaN where a member has no closest
            approach within an hour of it.
        """
        site = geodetic_to_fixed(latitude_deg, longitude_deg, 0.0).reshape(3)
        offsets = np.arange(-3600.0, 3600.1, 30.0)
        times = to_datetime64(near) + np.rint(offsets * 1e6).astype("timedelta64[us]")
        position, velocity = self.fixed_states(times, orientation)
        difference = position - site
        rate = np.einsum("mnk,mnk->mn", difference, velocity)
        distance = np.linalg.norm(difference, axis=2)
        turn = (rate[:, :-1] < 0.0) & (rate[:, 1:] >= 0.0) & (distance[:, :-1] < 1.2e7)
        m = len(self.members)
        offset, where = np.full(m, np.nan), np.full((m, 3), np.nan)
        middle = np.abs(offsets[:-1] + 15.0)
        pick = np.argmin(np.where(turn, middle, np.inf), axis=1)
        has = turn[np.arange(m), pick]
        rows, cols = np.flatnonzero(has), pick[has]
        # The root of the range rate by the chord, then by Newton on the cubic between the two grid points.
        f0, f1 = rate[rows, cols], rate[rows, cols + 1]
        share = -f0 / (f1 - f0)
        ends = (position[rows, cols], position[rows, cols + 1], velocity[rows, cols], velocity[rows, cols + 1])
        for _ in range(3):
            point, moving = between_states(*ends, share, 30.0)
            gap = point - site
            value = np.einsum("ij,ij->i", gap, moving)
            slope = np.einsum("ij,ij->i", moving, moving) - 8.2 * np.einsum("ij,ij->i", gap, _unit(point))
            share = share - value / slope / 30.0
        point, _ = between_states(*ends, share, 30.0)
        offset[rows] = offsets[cols] + share * 30.0
        where[rows] = point
        return offset, where


def _unit(vectors: Vector) -> Vector:
    unit: Vector = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    return unit


def _reference_time(places: Sequence[TimedPlace]) -> datetime:
    times = sorted(place.time for place in places)
    middle = times[0] + (times[-1] - times[0]) / 2
    return middle.replace(microsecond=0)


def _site_directions(places: Sequence[TimedPlace], orientation: EarthOrientation) -> Vector:
    """Unit vectors to the places in TEME at their times, shape (k, 3)."""
    times = np.array([to_datetime64(place.time) for place in places])
    fixed = geodetic_to_fixed(
        np.array([place.latitude_deg for place in places]),
        np.array([place.longitude_deg for place in places]),
        np.zeros(len(places)),
    )
    return _unit(fixed_to_teme(np.atleast_2d(fixed), times, orientation))


def _phases(
    directions: Vector, days: Vector, node_deg: Vector, inclination_deg: Vector, node_rate: float
) -> tuple[Vector, Vector]:
    """Argument of latitude of each place in each plane, and its angle off the plane: (p, k) each. [rad]"""
    node = np.radians(node_deg[:, None] + node_rate * days[None, :])
    tilt = np.radians(inclination_deg)[:, None]
    toward = np.stack([np.cos(node), np.sin(node), np.zeros_like(node)], axis=-1)
    normal = np.stack(
        [np.sin(tilt) * np.sin(node), -np.sin(tilt) * np.cos(node), np.cos(tilt) * np.ones_like(node)], axis=-1
    )
    ahead = np.cross(normal, toward)
    u = np.arctan2(np.einsum("pkc,kc->pk", ahead, directions), np.einsum("pkc,kc->pk", toward, directions))
    return u, np.arcsin(np.clip(np.einsum("pkc,kc->pk", normal, directions), -1.0, 1.0))


def _scan_rate(u: Vector, days: Vector, rates: Vector) -> tuple[Vector, Vector]:
    """Best rate of a phase line through wrapped phases, and the scatter [rad] it leaves: (p,) each."""
    best_rate, best = np.zeros(u.shape[0]), np.full(u.shape[0], np.inf)
    for start in range(0, rates.size, 512):
        block = rates[start : start + 512]
        turn = np.exp(1j * (u[:, None, :] - 2.0 * np.pi * block[None, :, None] * days[None, None, :]))
        length = np.abs(turn.mean(axis=2))
        scatter = np.sqrt(np.maximum(-2.0 * np.log(np.clip(length, 1e-12, 1.0)), 0.0))
        index = scatter.argmin(axis=1)
        value = scatter[np.arange(u.shape[0]), index]
        better = value < best
        best_rate = np.where(better, block[index], best_rate)
        best = np.where(better, value, best)
    return best_rate, best


def find_planes(
    places: Sequence[TimedPlace],
    *,
    orientation: EarthOrientation,
    max_off_nadir_deg: float = 45.0,
    altitude_km: tuple[float, float] = (350.0, 800.0),
    max_scatter_s: float = 60.0,
    node_step_deg: float = 0.25,
) -> Plane:
    """Every sun-synchronous plane from which all places could be seen at their times, and in step.

    Parameters
    ----------
    places : sequence of TimedPlace
        At least four: three unknowns (plane, phase, period) and one to spare.
    max_off_nadir_deg : float
        How far to the side a camera is taken to look. [deg] It alone bounds the plane across track.
    altitude_km : (float, float)
        Circular heights tried. [km]
    max_scatter_s : float
        Planes whose phase line leaves more than this are dropped. [s]

    Returns
    -------
    Plane
        One member per plane found, evenly spaced in node; not weighted.

    Raises
    ------
    NoDataError
        Fewer than four places.
    ModelError
        When no plane serves all places: some claim disagrees with the others.
    """
    if len(places) < 4:
        raise NoDataError(
            f"{len(places)} timed places do not fix an orbit",
            advice="four or more claims timed to the second are needed",
        )
    epoch = _reference_time(places)
    days = np.array([(place.time - epoch).total_seconds() / 86400.0 for place in places])
    directions = _site_directions(places, orientation)
    middle = sum(altitude_km) / 2.0
    nodes = np.arange(0.0, 360.0, node_step_deg)
    tilt = np.full(nodes.size, sun_synchronous_inclination_deg(middle * 1000.0))
    u, off = _phases(directions, days, nodes, tilt, 360.0 / constants.TROPICAL_YEAR_DAY)
    reach = _side_reach_rad(np.array(altitude_km[1]), max_off_nadir_deg)
    possible = np.all(np.abs(off) <= reach, axis=1)
    if not possible.any():
        raise ModelError(
            "no sun-synchronous plane has all the places within"
            f" {max_off_nadir_deg:g} deg off-nadir at their times: at least one claim disagrees with the others"
        )
    rate, scatter = _scan_rate(u[possible], days, _rates(days, altitude_km, float(tilt[0])))
    seconds = scatter / (2.0 * np.pi) * 86400.0 / rate
    good = seconds <= max_scatter_s
    if not good.any():
        raise ModelError(
            f"no period brings the places in step: the best plane leaves {float(seconds.min()):.0f} s of scatter"
        )
    # The period gives the height, and the height how far aside the places may lie.
    height_km = (WGS72_GM_KM3_S2 / (rate * 2.0 * np.pi / 86400.0) ** 2) ** (1.0 / 3.0) - WGS72_RADIUS_KM
    good &= np.all(np.abs(off[possible]) <= _side_reach_rad(height_km, max_off_nadir_deg)[:, None], axis=1)
    if not good.any():
        raise ModelError(
            f"the orbit in step with the places does not have them all within {max_off_nadir_deg:g} deg off-nadir:"
            " at least one claim disagrees with the others"
        )
    node = nodes[possible][good]
    inclination = np.array([sun_synchronous_inclination_deg(height * 1000.0) for height in height_km[good]])
    return Plane(epoch=epoch, node_deg=node, inclination_deg=inclination, origin="the timed places alone")


def _side_reach_rad(altitude_km: Vector, off_nadir_deg: float) -> Vector:
    """Ground angle from under the satellite that a side-look reaches, at most to the horizon. [rad]"""
    ratio = (WGS72_RADIUS_KM + altitude_km) / WGS72_RADIUS_KM
    sine = ratio * np.sin(np.radians(off_nadir_deg))
    aside = np.arcsin(np.minimum(sine, 1.0)) - np.radians(off_nadir_deg)
    return np.asarray(np.where(sine < 1.0, aside, np.arccos(1.0 / ratio)), dtype=float)


def _rates(days: Vector, altitude_km: tuple[float, float], inclination_deg: float) -> Vector:
    """Nodal rates [rev/day] to try: steps that move the phase by under 4 deg over the span."""
    slow, fast = (
        mean_motion_rev_day((WGS72_RADIUS_KM + height) * 1000.0, inclination_deg)
        for height in (altitude_km[1], altitude_km[0])
    )
    span = max(float(np.ptp(days)), 0.05)
    return np.arange(slow * 0.998, fast * 1.002, 0.01 / span)


def fit_orbit(
    places: Sequence[TimedPlace],
    plane: Plane,
    *,
    orientation: EarthOrientation,
    rng: np.random.Generator,
    altitude_km: tuple[float, float] = (350.0, 800.0),
    eccentricity: float = 0.0014,
    bstar: tuple[float, float] = (5e-5, 5e-4),
    norad_id: int = 0,
    name: str = "",
) -> OrbitSample:
    """Fit phase and mean motion to timed places in a given plane.

    Parameters
    ----------
    places : sequence of TimedPlace
        Three or more.
    plane : Plane
        Its sample is kept: one member of the answer for each of its members.
    rng : numpy Generator
    altitude_km : (float, float)
        Heights tried for the period. [km]
    eccentricity : float
        Perigee stands anywhere: its direction is drawn, so that the model's own 2 e / n of timing
        enters the range.
    bstar : (float, float)
        Drag term, drawn evenly in its logarithm. [1/Earth radius]

    Returns
    -------
    OrbitSample
        Members are draws that carry the plane's, the fit's and the scatter's uncertainty.

    Raises
    ------
    NoDataError
        Too few places.
    ModelError
        When no period in the range brings the places in step.

    Notes
    -----
    Gauss-Newton through SGP4 on the time of closest approach. The scatter has a scaled inverse
    chi-square distribution: places minus two, and a prior worth one place at 4 s, the error that a
    circular model makes by itself.
    """
    if len(places) < 3:
        raise NoDataError(
            f"{len(places)} timed places do not fix a period", advice="three or more claims timed to the second"
        )
    epoch = _reference_time(places)
    days = np.array([(place.time - epoch).total_seconds() / 86400.0 for place in places])
    count = plane.node_deg.size
    draw = _Draw(plane, epoch, eccentricity, bstar, rng, norad_id, name)
    phase, motion = _first_guess(places, draw, days, orientation, altitude_km)
    design = np.stack([np.ones_like(days), days], axis=1)  # seconds per (phase [rad], motion [rev/day])
    residual = np.zeros((count, days.size))
    for _ in range(6):
        residual = _residuals(places, draw.members(phase, motion), orientation)
        per_rad = 86400.0 / (2.0 * np.pi * motion)
        jacobian = -design[None, :, :] * np.stack([per_rad, per_rad * 2.0 * np.pi], axis=1)[:, None, :]
        normal = np.einsum("mki,mkj->mij", jacobian, jacobian)
        right = -np.einsum("mki,mk->mi", jacobian, residual)
        step = np.linalg.solve(normal, right[:, :, None])[:, :, 0]
        phase, motion = phase + step[:, 0], motion + step[:, 1]
        if not np.all(np.isfinite(motion)) or motion.min() < 1.0 or motion.max() > 17.0:
            raise ModelError("the timed places are not in step with one orbit: the fit ran away")
        if np.abs(step[:, 0]).max() < 1e-7:
            break
    residual = _residuals(places, draw.members(phase, motion), orientation)
    if not np.all(np.isfinite(residual)) or np.abs(residual).max() > 3600.0:
        raise ModelError("the fit to the timed places did not converge")
    free = days.size - 2
    total = (residual**2).sum(axis=1) + _PRIOR_WEIGHT * _PRIOR_SIGMA_S**2
    scatter = np.sqrt(total / rng.chisquare(free + _PRIOR_WEIGHT, count))
    covariance = np.linalg.inv(normal)
    shift = np.einsum("mij,mj->mi", np.linalg.cholesky(covariance), rng.normal(size=(count, 2))) * scatter[:, None]
    phase, motion = phase + shift[:, 0], motion + shift[:, 1]
    axis_km = _axis_km(motion, draw.inclination)
    return OrbitSample(
        members=draw.members(phase, motion),
        scatter_s=scatter,
        residual_s={place.id: float(value) for place, value in zip(places, residual.mean(axis=0), strict=True)},
        used=tuple(place.id for place in places),
        plane_origin=plane.origin,
        altitude_km=axis_km - 6378.137,
        mean_motion_rev_day=motion,
        span=(min(place.time for place in places), max(place.time for place in places)),
    )


def _axis_km(motion: Vector, inclination_deg: Vector) -> Vector:
    """Brouwer semi-major axis [km] of a Kozai mean motion [rev/day]: inverse of ``mean_motion_rev_day``."""
    axis = (WGS72_GM_KM3_S2 / (motion * 2.0 * np.pi / 86400.0) ** 2) ** (1.0 / 3.0)
    for _ in range(3):
        delta = 0.75 * WGS72_J2 * (WGS72_RADIUS_KM / axis) ** 2 * (3.0 * np.cos(np.radians(inclination_deg)) ** 2 - 1)
        axis = (WGS72_GM_KM3_S2 / (motion / (1.0 + delta) * 2.0 * np.pi / 86400.0) ** 2) ** (1.0 / 3.0)
    return np.asarray(axis, dtype=float)


class _Draw:
    """What is drawn once per member and held through the fit: plane, perigee direction, drag."""

    def __init__(
        self,
        plane: Plane,
        epoch: datetime,
        eccentricity: float,
        bstar: tuple[float, float],
        rng: np.random.Generator,
        norad_id: int,
        name: str,
    ) -> None:
        count = plane.node_deg.size
        self.epoch, self.norad_id, self.name, self.eccentricity = epoch, norad_id, name, eccentricity
        self.inclination = plane.inclination_deg
        self.perigee = rng.uniform(0.0, 360.0, count)
        self.bstar = np.exp(rng.uniform(np.log(bstar[0]), np.log(bstar[1]), count))
        days = (epoch - plane.epoch).total_seconds() / 86400.0
        self.node = plane.node_deg
        if abs(days) > 0.0:
            sample = self.members(np.zeros(count), np.full(count, 15.2))[0]
            self.node = plane.node_deg + node_rate_deg_day(sample) * days

    def members(self, phase: Vector, motion: Vector) -> tuple[ElementSet, ...]:
        """Element sets with argument of latitude ``phase`` [rad] and mean motion [rev/day] at the epoch."""
        # From argument of latitude to mean anomaly, first order in eccentricity.
        true = np.degrees(phase) - self.perigee
        mean = true - np.degrees(2.0 * self.eccentricity * np.sin(np.radians(true)))
        return tuple(
            ElementSet(
                norad_id=self.norad_id,
                designator="",
                name=self.name,
                epoch=self.epoch,
                inclination_deg=float(i),
                node_deg=float(node % 360.0),
                eccentricity=self.eccentricity,
                perigee_argument_deg=float(w),
                mean_anomaly_deg=float(m % 360.0),
                mean_motion_rev_day=float(n),
                bstar=float(b),
            )
            for i, node, w, m, n, b in zip(
                self.inclination, self.node, self.perigee, mean, motion, self.bstar, strict=True
            )
        )


def _first_guess(
    places: Sequence[TimedPlace],
    draw: _Draw,
    days: Vector,
    orientation: EarthOrientation,
    altitude_km: tuple[float, float],
) -> tuple[Vector, Vector]:
    """Phase [rad] at the reference time and mean motion [rev/day] of every member."""
    directions = _site_directions(places, orientation)
    rate_deg_day = node_rate_deg_day(draw.members(np.zeros(draw.node.size), np.full(draw.node.size, 15.2))[0])
    u, _ = _phases(directions, days, draw.node, draw.inclination, rate_deg_day)
    rate, _ = _scan_rate(u, days, _rates(days, altitude_km, float(draw.inclination.mean())))
    turn = np.exp(1j * (u - 2.0 * np.pi * rate[:, None] * days[None, :]))
    # SGP4's argument of latitude runs at the nodal rate: mean motion plus perigee drift, under 0.1 %.
    # Half a per cent of the first guess is mended by the fit, since the residuals are whole orbits apart.
    phase = np.angle(turn.mean(axis=1))
    motion = rate - _perigee_drift_rev_day(rate, draw.inclination)
    return phase, motion


def _perigee_drift_rev_day(rate: Vector, inclination_deg: Vector) -> Vector:
    """What J2 adds to the nodal rate beyond the Kozai mean motion, circular orbit. [rev/day]"""
    axis = (WGS72_GM_KM3_S2 / (rate * 2.0 * np.pi / 86400.0) ** 2) ** (1.0 / 3.0)
    cosine = np.cos(np.radians(inclination_deg))
    return 0.75 * WGS72_J2 * (WGS72_RADIUS_KM / axis) ** 2 * (5.0 * cosine**2 - 1.0) * rate


def _residuals(places: Sequence[TimedPlace], members: tuple[ElementSet, ...], orientation: EarthOrientation) -> Vector:
    """Closest approach minus stated time of every member at every place, shape (m, k). [s]

    Two states 20 s either side give the root of the range rate by the secant: exact within
    milliseconds where the difference is seconds, and good enough to converge from minutes.
    """
    half = timedelta(seconds=20)
    times = np.array([to_datetime64(moment) for place in places for moment in (place.time - half, place.time + half)])
    position, velocity, _ = propagate_many(members, times)
    shape = position.shape
    fixed, moving = teme_to_fixed(
        position.reshape(-1, 3), velocity.reshape(-1, 3), np.tile(times, shape[0]), orientation
    )
    site = geodetic_to_fixed(
        np.array([place.latitude_deg for place in places]),
        np.array([place.longitude_deg for place in places]),
        np.zeros(len(places)),
    )
    gap = fixed.reshape(shape) - np.repeat(np.atleast_2d(site), 2, axis=0)[None]
    rate = np.einsum("mnk,mnk->mn", gap, moving.reshape(shape)).reshape(shape[0], -1, 2)
    before, after = rate[:, :, 0], rate[:, :, 1]
    return np.asarray(-20.0 - before * 40.0 / (after - before), dtype=float)


def sample_element_set(
    element_set: ElementSet,
    at: datetime,
    *,
    rng: np.random.Generator,
    members: int = 200,
    gap_s: float = 0.0,
) -> OrbitSample:
    """One element set as a sample: its phase is spread by the timing error of its age at a moment.

    ``gap_s`` is how far another set leads it then (:func:`bongsu.orbit.timing_gap_s`): where a manoeuvre
    lies between the two the truth is anywhere from the one to the other. The plane is spread by 0.02 deg of node and inclination, the size that successive sets differ by.
    """
    half_width_s = float(timing_error_s(element_set, at)[0])
    shift_s = rng.normal(0.0, half_width_s / 1.645, members) + rng.uniform(0.0, 1.0, members) * gap_s
    degrees = shift_s * element_set.mean_motion_rev_day * 360.0 / 86400.0
    node, tilt = rng.normal(0.0, 0.02, (2, members))
    sets = tuple(
        replace(
            element_set,
            mean_anomaly_deg=float((element_set.mean_anomaly_deg + d) % 360.0),
            node_deg=float((element_set.node_deg + n) % 360.0),
            inclination_deg=float(abs(element_set.inclination_deg + i)),
        )
        for d, n, i in zip(degrees, node, tilt, strict=True)
    )
    axis_km = mean_semi_major_axis_m(element_set) / 1000.0
    return OrbitSample(
        members=sets,
        scatter_s=np.zeros(members),
        residual_s={},
        used=(),
        plane_origin=phrase("element set of {epoch:%Y-%m-%d}", epoch=element_set.epoch),
        altitude_km=np.full(members, axis_km - 6378.137),
        mean_motion_rev_day=np.full(members, element_set.mean_motion_rev_day),
        span=(element_set.epoch, element_set.epoch),
    )
