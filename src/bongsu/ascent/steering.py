"""Pitch and heading programmes: which way a launcher thrusts.

First stage: up, then a kick of a few degrees in the launch azimuth, then along the way through the air (no incidence);
or, where a flight's telemetry shows how it pitched, along a smooth curve of the pitch over time.
Upper stages: the tangent of the pitch above the local (geocentric) horizontal runs linearly from ignition to the end of
the burn, and the heading is that of the plane flown at ignition turned by a yaw, which makes a dog-leg: a thrust that
keeps its direction while the velocity turns towards it. Linear tangent: Lawden (1963), *Optimal Trajectories for Space
Navigation*.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.ascent.forces import local_axes, relative_velocity, take

__all__ = [
    "CURVE_SHARES",
    "BentProgramme",
    "KickAndTurn",
    "PitchCurve",
    "Programme",
    "StagePitch",
    "Steering",
    "first_direction",
    "upper_direction",
]

Array = NDArray[np.float64]
CURVE_SHARES = (1 / 3, 2 / 3, 1.0)  # of the time from the end of the vertical rise to the curve's end


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePitch:
    """Programme of one upper stage: pitch above the horizontal and yaw at its two ends. [deg]

    Yaw is counted to the right of the plane flown at ignition. With ``tangent_bend`` the tangent of the pitch is a
    parabola: so much above the straight line in the middle of the burn.
    """

    pitch_start_deg: ArrayLike
    pitch_end_deg: ArrayLike
    yaw_start_deg: ArrayLike = 0.0
    yaw_end_deg: ArrayLike = 0.0
    tangent_bend: ArrayLike | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Steering:
    """The whole programme. Numbers, or arrays (n,) for flights that differ.

    ``azimuth_deg`` of the kick, clockwise from north; ``vertical_s`` and ``kick_s``: how long it rises straight and how
    long it leans over by ``kick_deg``; ``upper``: one :class:`StagePitch` for each stage after the first. With
    ``curve_deg``, pitches above the horizontal at a third, two thirds and the end of the time from the vertical rise to
    ``curve_end_s``, the first stage follows a cubic through them instead of the kick.
    """

    azimuth_deg: ArrayLike
    kick_deg: ArrayLike
    vertical_s: ArrayLike = 8.0
    kick_s: ArrayLike = 12.0
    upper: tuple[StagePitch, ...] = ()
    curve_deg: tuple[ArrayLike, ArrayLike, ArrayLike] | None = None
    curve_end_s: ArrayLike = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KickAndTurn:
    """Direction of the first stage: ``leaning`` until the end of the kick, then along the way through the air."""

    azimuth_deg: Array
    kick_deg: Array
    vertical_s: Array
    kick_s: Array
    leaning: NDArray[np.bool_]

    @classmethod
    def of(cls, steering: Steering) -> KickAndTurn:
        """At its beginning."""
        names = ("azimuth_deg", "kick_deg", "vertical_s", "kick_s")
        figures = {name: np.atleast_1d(np.asarray(getattr(steering, name), dtype=float)) for name in names}
        return cls(**figures, leaning=np.ones(1, dtype=bool))

    def during(self, end: Array) -> KickAndTurn:
        """For stretches that end at times (n,), none of which goes on past the end of its kick."""
        return replace(self, leaning=end <= self.vertical_s + self.kick_s + 1e-9)

    def take(self, index: NDArray[np.intp]) -> KickAndTurn:
        """The same for some of the flights."""
        return replace(self, **{name: take(getattr(self, name), index) for name in self.__slots__})

    def at(self, time: Array, state: Array) -> Array:
        """Unit vector of thrust, (3, n)."""
        along = relative_velocity(state)
        along /= np.maximum(np.sqrt(np.sum(along * along, axis=0)), 1e-9)
        if not self.leaning.any():
            return along
        up, north, east = local_axes(state[:3])
        share = (time - self.vertical_s) / np.maximum(self.kick_s, 1e-9)
        lean = np.radians(self.kick_deg) * np.clip(share, 0.0, 1.0)
        azimuth = np.radians(self.azimuth_deg)
        kicked = np.cos(lean) * up + np.sin(lean) * (np.cos(azimuth) * north + np.sin(azimuth) * east)
        return np.where(self.leaning, kicked, along)


@dataclass(frozen=True, slots=True, kw_only=True)
class PitchCurve:
    """Direction of a first stage whose pitch over time is known: a cubic from straight up through three pitches.

    In the launch azimuth throughout. After ``end_s`` the last pitch is held. ``kick_s`` is zero: there is no kick.
    """

    azimuth_deg: Array
    vertical_s: Array
    kick_s: Array
    end_s: Array
    first_deg: Array
    second_deg: Array
    third_deg: Array

    @classmethod
    def of(cls, steering: Steering) -> PitchCurve:
        assert steering.curve_deg is not None
        values = (steering.azimuth_deg, steering.vertical_s, 0.0, steering.curve_end_s, *steering.curve_deg)
        arrays = (np.atleast_1d(np.asarray(value, dtype=float)) for value in values)
        return cls(**dict(zip(cls.__slots__, arrays, strict=True)))

    def take(self, index: NDArray[np.intp]) -> PitchCurve:
        """The same for some of the flights."""
        return replace(self, **{name: take(getattr(self, name), index) for name in self.__slots__})

    def during(self, end: Array) -> PitchCurve:
        """The same throughout; ``end`` (n,) does not matter to it."""
        del end
        return self

    def pitch_deg(self, time: Array) -> Array:
        """Above the local horizontal at times (n,). [deg]"""
        s: Any = np.clip((time - self.vertical_s) / np.maximum(self.end_s - self.vertical_s, 1e-3), 0.0, 1.0)
        a, b, c = CURVE_SHARES
        straight = (s - a) * (s - b) * (s - c) / (-a * b * c)
        first = s * (s - b) * (s - c) / (a * (a - b) * (a - c))
        second = s * (s - a) * (s - c) / (b * (b - a) * (b - c))
        third = s * (s - a) * (s - b) / (c * (c - a) * (c - b))
        return np.asarray(90.0 * straight + self.first_deg * first + self.second_deg * second + self.third_deg * third)

    def at(self, time: Array, state: Array) -> Array:
        """Unit vector of thrust, (3, n)."""
        pitch, azimuth = np.radians(self.pitch_deg(time)), np.radians(self.azimuth_deg)
        up, north, east = local_axes(state[:3])
        return np.asarray(np.sin(pitch) * up + np.cos(pitch) * (np.cos(azimuth) * north + np.sin(azimuth) * east))


def first_direction(steering: Steering) -> KickAndTurn | PitchCurve:
    """The first stage's direction: a kick and the way through the air, or a curve of the pitch."""
    return KickAndTurn.of(steering) if steering.curve_deg is None else PitchCurve.of(steering)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Direction of an upper stage over one burn, from ``start`` for ``length``. [s], tangents, [rad]

    ``normal`` (3, n) is that of the plane flown at ignition.
    """

    start: Array
    length: Array
    normal: Array
    tangent_start: Array
    tangent_end: Array
    yaw_start: Array
    yaw_end: Array

    @classmethod
    def of(cls, pitch: StagePitch, start: Array, length: Array, ignition: Array) -> Programme:
        """From the stage's programme and the states (6, n) at ignition."""
        angles = [
            np.radians(np.atleast_1d(np.asarray(value, dtype=float)))
            for value in (pitch.pitch_start_deg, pitch.pitch_end_deg, pitch.yaw_start_deg, pitch.yaw_end_deg)
        ]
        return cls(
            start=start,
            length=np.maximum(length, 1e-6),
            normal=_cross(ignition[:3], ignition[3:]),
            tangent_start=np.tan(angles[0]),
            tangent_end=np.tan(angles[1]),
            yaw_start=angles[2],
            yaw_end=angles[3],
        )

    def take(self, index: NDArray[np.intp]) -> Programme:
        """The same for some of the flights."""
        return replace(self, **{name: take(getattr(self, name), index) for name in self.__slots__})

    def at(self, time: Array, state: Array) -> Array:
        """Unit vector of thrust, (3, n)."""
        share: Any = np.clip((time - self.start) / self.length, 0.0, 1.0)
        tangent = self.tangent_start + share * (self.tangent_end - self.tangent_start)
        return self.turned(tangent, share, state)

    def turned(self, tangent: Array, share: Array, state: Array) -> Array:
        """Unit vector (3, n) at a tangent of the pitch and a share of the burn, (n,) each."""
        yaw = self.yaw_start + share * (self.yaw_end - self.yaw_start)
        up = _unit(state[:3])
        along = _unit(_cross(self.normal, up))
        result = np.cos(yaw) * along + np.sin(yaw) * _cross(along, up) + tangent * up
        return np.asarray(result / np.sqrt(1.0 + tangent * tangent))


@dataclass(frozen=True, slots=True, kw_only=True)
class BentProgramme:
    """A programme whose tangent of the pitch is a parabola: ``bend`` above the straight line in the middle."""

    straight: Programme
    bend: Array

    def take(self, index: NDArray[np.intp]) -> BentProgramme:
        """The same for some of the flights."""
        return BentProgramme(straight=self.straight.take(index), bend=take(self.bend, index))

    def at(self, time: Array, state: Array) -> Array:
        """Unit vector of thrust, (3, n)."""
        line = self.straight
        share: Any = np.clip((time - line.start) / line.length, 0.0, 1.0)
        tangent = line.tangent_start + share * (line.tangent_end - line.tangent_start)
        return line.turned(tangent + 4.0 * self.bend * share * (1.0 - share), share, state)


def upper_direction(pitch: StagePitch, start: Array, length: Array, ignition: Array) -> Programme | BentProgramme:
    """An upper stage's direction over one burn, from the states (6, n) at ignition."""
    straight = Programme.of(pitch, start, length, ignition)
    if pitch.tangent_bend is None:
        return straight
    return BentProgramme(straight=straight, bend=np.atleast_1d(np.asarray(pitch.tangent_bend, dtype=float)))


def _cross(a: Array, b: Array) -> Array:
    return np.stack([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])


def _unit(a: Array) -> Array:
    return np.asarray(a / np.sqrt(np.sum(a * a, axis=0)))
