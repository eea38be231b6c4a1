"""Ephemerides: states of one object at listed times, interpolated between them as their maker says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth import Trajectory
from bongsu.errors import InputError, Problem
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.propagation import SGP4_ERRORS, as_times, propagate

__all__ = ["STATE_ERRORS", "Ephemeris", "EphemerisSegment", "states_of"]

OUTSIDE_EPHEMERIS = 9
STATE_ERRORS = SGP4_ERRORS | {OUTSIDE_EPHEMERIS: "outside the ephemeris"}
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EphemerisSegment:
    """States between which one interpolation holds: ``time`` (n,) UTC ``datetime64[us]``, increasing.

    ``position_m`` and ``velocity_m_s`` have shape (n, 3); ``start`` and ``stop`` bound the usable span. ``degree`` is
    that of the polynomial: Lagrange takes degree + 1 states, Hermite half as many, since it uses the velocities too.
    """

    time: NDArray[np.datetime64]
    position_m: Vector
    velocity_m_s: Vector
    start: np.datetime64
    stop: np.datetime64
    interpolation: Literal["hermite", "lagrange"] = "hermite"
    degree: int = 7

    def __post_init__(self) -> None:
        n = self.time.size
        if n < 2 or self.position_m.shape != (n, 3) or self.velocity_m_s.shape != (n, 3):
            raise InputError(
                f"ephemeris segment has {n} times; expected at least 2, with positions and velocities (n, 3)"
            )
        if not np.all(np.diff(self.time) > np.timedelta64(0, "us")):
            raise InputError("times of an ephemeris segment do not increase")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ephemeris:
    """States of one object, in one frame (``TEME`` or ``ITRS``), over one or more segments in order of time."""

    norad_id: int
    designator: str
    name: str
    frame: str
    segments: tuple[EphemerisSegment, ...]
    origin: str = ""
    notes: tuple[Problem, ...] = field(default=())

    @property
    def start(self) -> np.datetime64:
        """First usable moment."""
        return min(segment.start for segment in self.segments)

    @property
    def stop(self) -> np.datetime64:
        """Last usable moment."""
        return max(segment.stop for segment in self.segments)

    def states(self, times: ArrayLike) -> Trajectory:
        """States at UTC times of shape (n,); outside every usable span NaN with code 9. Where segments overlap the later one is used."""
        moments = as_times(times)
        position, velocity = np.full((moments.size, 3), np.nan), np.full((moments.size, 3), np.nan)
        error = np.full(moments.size, OUTSIDE_EPHEMERIS, dtype=np.uint8)
        for segment in self.segments:
            inside = (moments >= segment.start) & (moments <= segment.stop)
            if inside.any():
                position[inside], velocity[inside] = _interpolated(segment, moments[inside])
                error[inside] = 0
        label = self.name or str(self.norad_id)
        return Trajectory(
            time=moments, position_m=position, velocity_m_s=velocity, frame=self.frame, error=error, label=label
        )


def states_of(item: ElementSet | Ephemeris, times: ArrayLike) -> Trajectory:
    """States of an element set by SGP4, or of an ephemeris by interpolation, at UTC times of shape (n,)."""
    return item.states(times) if isinstance(item, Ephemeris) else propagate(item, times)


def _interpolated(segment: EphemerisSegment, moments: NDArray[np.datetime64]) -> tuple[Vector, Vector]:
    nodes = segment.degree + 1 if segment.interpolation == "lagrange" else (segment.degree + 1) // 2
    nodes = min(max(nodes, 2), segment.time.size)
    seconds = (segment.time - segment.time[0]) / np.timedelta64(1, "s")
    at = (moments - segment.time[0]) / np.timedelta64(1, "s")
    # The nodes stand around the moment as evenly as the ends allow.
    after = np.searchsorted(seconds, at, side="right")
    first = np.clip(after - nodes // 2, 0, seconds.size - nodes)
    index = first[:, None] + np.arange(nodes)
    x = seconds[index] - at[:, None]  # shape (m, nodes), the moment at zero
    if segment.interpolation == "lagrange":
        weight = _lagrange_weights(x)
        return (
            np.einsum("mn,mnk->mk", weight, segment.position_m[index]),
            np.einsum("mn,mnk->mk", weight, segment.velocity_m_s[index]),
        )
    return _hermite(x, segment.position_m[index], segment.velocity_m_s[index])


def _lagrange_weights(x: Vector) -> Vector:
    """Weights at zero of the polynomial through nodes x, shape (m, n)."""
    weight = np.ones_like(x)
    for i in range(x.shape[1]):
        for j in range(x.shape[1]):
            if i != j:
                weight[:, i] *= -x[:, j] / (x[:, i] - x[:, j])
    return weight


def _hermite(x: Vector, position: Vector, velocity: Vector) -> tuple[Vector, Vector]:
    """Value and slope at zero of the polynomial through positions and velocities at nodes x, by divided differences."""
    m, n = x.shape
    z = np.repeat(x, 2, axis=1)
    table = np.repeat(position, 2, axis=1)
    coefficient = [table[:, 0].copy()]
    for order in range(1, 2 * n):
        width = z[:, order:] - z[:, :-order]
        rise = table[:, 1:] - table[:, :-1]
        if order == 1:
            repeated = np.arange(2 * n - 1) % 2 == 0
            quotient = np.empty_like(rise)
            quotient[:, repeated] = velocity
            quotient[:, ~repeated] = rise[:, ~repeated] / width[:, ~repeated, None]
        else:
            quotient = rise / width[:, :, None]
        table = quotient
        coefficient.append(table[:, 0].copy())
    value, slope = coefficient[-1], np.zeros((m, 3))
    for order in range(2 * n - 2, -1, -1):
        step = -z[:, order, None]
        slope = value + step * slope
        value = coefficient[order] + step * value
    return value, slope
