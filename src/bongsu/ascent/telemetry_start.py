"""What the accelerations in telemetry show by themselves: where a fit begins.

Speed and altitude give the climb, the climb and its change give thrust over mass and its pitch (a point mass over a
turning sphere, without air). Burn-outs are the steepest falls of the acceleration. A throttle step of an upper stage is
a jump of mass over thrust, which else falls by one over the exhaust velocity at every thrust.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.steering import CURVE_SHARES
from bongsu.ascent.telemetry import Telemetry
from bongsu.ascent.vehicle import Craft
from bongsu.earth import constants
from bongsu.errors import InputError

__all__ = ["FirstLook", "look_at"]

Array = NDArray[np.float64]
_GM, _OMEGA = constants.EARTH_GM_M3_S2, constants.EARTH_ROTATION_RAD_S
_RADIUS_M = constants.WGS84_EQUATORIAL_RADIUS_M
_REACH_S = 4  # a burn-out: acceleration so long before and after
_FALL_M_S2 = 8.0  # least fall of acceleration that ends an upper stage's burn
_STEP = 0.05  # least change of thrust taken for a throttle step
_STEP_GAIN = 0.35  # share of the scatter that the step must explain
_GAIN_M_S2 = 4.0  # gain of speed after lift-off, usual for launchers
_LATE_M_S = 10.0  # speed at the first sample from which the clock is taken to run late
_MOVING_M_S, _STOOD_S = 4.0, 3.0  # a launcher shows 4 m/s a second or two after lift-off


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """Times [s], pitches [deg], tangents of the pitch, thrust over mass [m/s2] as the telemetry shows them.

    ``end_s`` is None where the upper stage still burns at the last sample; ``step`` is (seconds after ignition, share)
    or None; ``acceleration_m_s2`` at upper ignition None where too little of it is seen. ``clock_s`` is added to the
    screen's time.
    """

    cut_off_s: float
    ignition_s: float
    end_s: float | None
    pitch_deg: tuple[float, float, float]
    tangents: tuple[float, float, float] | None
    acceleration_m_s2: float | None
    step: tuple[float, float] | None
    clock_s: float
    last_s: float  # time of the last sample


def look_at(telemetry: Telemetry, craft: Craft, latitude_deg: float, azimuth_deg: float) -> FirstLook:
    """The first look at telemetry of a craft of two stages.

    Raises
    ------
    InputError
        Where it ends before the first stage's thrust does.
    """
    first, upper = craft.stages
    speed_known, altitude_known = (np.isfinite(each) for each in (telemetry.speed_m_s, telemetry.altitude_m))
    start = float(np.ceil(telemetry.time_s[0]))
    t = np.arange(start, np.floor(telemetry.time_s[-1]) + 0.5)
    v = np.interp(t, telemetry.time_s[speed_known], telemetry.speed_m_s[speed_known])
    h = np.interp(t, telemetry.time_s[altitude_known], telemetry.altitude_m[altitude_known])
    gain = _smooth(v, 3, 1, 1)
    burn = float(first.propellant_kg[0] / first.flow_kg_s[0])
    cut = _cut_off(t, gain, burn)
    coast = float(first.separation_delay_s[0] + upper.ignition_delay_s[0])
    ignition = cut + coast
    end = _end(t, v, gain, ignition, float(upper.propellant_kg[0] / upper.flow_kg_s[0]))
    turning = _OMEGA * _RADIUS_M * np.cos(np.radians(latitude_deg)) * np.sin(np.radians(azimuth_deg))
    up, along = _thrust(v, h, float(turning))
    last = t[-1] if end is None else end
    size, inside = np.hypot(up, along), (t > ignition + 15.0) & (t < last - 14.0)
    exhaust = float(upper.specific_impulse_s[0]) * constants.STANDARD_GRAVITY_M_S2
    limit = 0.95 * float(upper.acceleration_limit_m_s2[0])
    acceleration, step = _upper_thrust(t[inside] - ignition, size[inside], exhaust, limit)
    return FirstLook(
        cut_off_s=cut,
        ignition_s=ignition,
        end_s=end,
        pitch_deg=_first_pitches(t, np.degrees(np.arctan2(up, along)), cut),
        tangents=_tangents((t[inside] - ignition) / (last - ignition), (up / np.maximum(along, 0.1))[inside]),
        acceleration_m_s2=acceleration,
        step=step,
        last_s=float(t[-1]),
        clock_s=_clock(t, v),
    )


def _clock(t: Array, v: Array) -> float:
    """What to add to the screen's time, where it plainly runs late (already fast) or early (still standing); else 0."""
    if v[0] - _GAIN_M_S2 * t[0] > _LATE_M_S:
        return float(v[0]) / _GAIN_M_S2 - float(t[0])
    moving = np.flatnonzero(v > _MOVING_M_S)
    stood = float(t[moving[0]]) - _MOVING_M_S / _GAIN_M_S2 if len(moving) else 0.0
    return -stood if v[0] < 1.0 and stood > _STOOD_S else 0.0


def _smooth(values: Array, half: int, order: int, derivative: int) -> Array:
    """Values (n,) or a derivative of theirs by a polynomial through 2 half + 1 neighbours (Savitzky & Golay 1964)."""
    half = min(half, (len(values) - 1) // 2)
    place = np.arange(-half, half + 1.0)
    weights = np.linalg.pinv(np.vander(place, order + 1, increasing=True))[derivative] * (
        2.0 if derivative == 2 else 1.0
    )
    inner = np.convolve(values, weights[::-1], mode="valid")
    return np.pad(inner, half, mode="edge")


def _cut_off(t: Array, gain: Array, burn_s: float) -> float:
    """Where the acceleration falls most, about the time at which the first stage should be spent."""
    fall = np.full(len(t), np.inf)
    fall[_REACH_S:-_REACH_S] = gain[2 * _REACH_S :] - gain[: -2 * _REACH_S]
    fall[(t < 0.7 * burn_s) | (t > 1.45 * burn_s)] = np.inf
    best = int(np.argmin(fall))
    if not fall[best] < -_FALL_M_S2 or t[-1] < t[best] + 20.0:
        raise InputError(
            f"no end of the first stage's thrust is seen in the telemetry (samples to {t[-1]:.0f} s, expected near {burn_s:.0f} s)",
            advice="give more of the flight, or another vehicle: the acceleration must be seen to fall",
        )
    return float(t[best])


def _end(t: Array, v: Array, gain: Array, ignition: float, burn_s: float) -> float | None:
    """Where the upper stage's thrust ends, or None where it still burns at the last sample."""
    late = np.flatnonzero(t[_REACH_S:-_REACH_S] > ignition + 0.35 * burn_s) + _REACH_S
    if len(late) < _REACH_S:
        return None
    fall = gain[late + _REACH_S] - gain[late - _REACH_S]
    best = int(np.argmin(fall))
    if fall[best] < -_FALL_M_S2:
        return float(t[late[best]])
    if v[-1] - v[-3] < 0.5 * (v[-8] - v[-10]):
        return float(t[-1] - _REACH_S)
    return None


def _thrust(v: Array, h: Array, turning: float) -> tuple[Array, Array]:
    """Thrust over mass upwards and along the ground, (n,): what gravity and the curved way do not explain."""
    rise, bend = _smooth(h, 12, 3, 1), _smooth(h, 20, 3, 2)
    level = np.sqrt(np.maximum(v * v - rise * rise, 0.0))
    radius, inertial = _RADIUS_M + h, level + turning
    up = bend + _GM / radius**2 - inertial**2 / radius
    along = _smooth(level, 12, 2, 1) + rise * inertial / radius
    return up, along


def _first_pitches(t: Array, pitch: Array, cut: float) -> tuple[float, float, float]:
    """Pitches at a third, two thirds and the end of the first stage: the cubic from straight up that fits best."""
    begin = 8.0
    inside = (t > 25.0) & (t < cut - 15.0)
    s = (t[inside] - begin) / (cut - begin)
    a, b, c = CURVE_SHARES
    straight = 90.0 * (s - a) * (s - b) * (s - c) / (-a * b * c)
    shapes = [
        s * (s - b) * (s - c) / (a * (a - b) * (a - c)),
        s * (s - a) * (s - c) / (b * (b - a) * (b - c)),
        s * (s - a) * (s - b) / (c * (c - a) * (c - b)),
    ]
    found = np.linalg.lstsq(np.stack(shapes, axis=1), pitch[inside] - straight, rcond=None)[0]
    one, two, three = np.clip(found, (35.0, 15.0, 5.0), (88.0, 85.0, 70.0))
    return float(one), float(two), float(three)


def _tangents(share: Array, tangent: Array) -> tuple[float, float, float] | None:
    """Tangent of the pitch at ignition, in the middle and at the end of the burn; None from too little of it."""
    if len(share) < 60 or share[-1] < 0.8:
        return None
    shapes = [2.0 * (share - 0.5) * (share - 1.0), -4.0 * share * (share - 1.0), 2.0 * share * (share - 0.5)]
    first, middle, last = np.linalg.lstsq(np.stack(shapes, axis=1), tangent, rcond=None)[0]
    return float(np.clip(first, -0.5, 2.8)), float(np.clip(middle, -0.5, 1.8)), float(np.clip(last, -0.9, 1.5))


def _upper_thrust(
    since: Array, size: Array, exhaust: float, limit: float
) -> tuple[float | None, tuple[float, float] | None]:
    """Thrust over mass at ignition, and a throttle step where mass over thrust jumps."""
    good = (size < limit) & (size > 2.0)
    since, size = since[good], size[good]
    if len(since) < 20:
        return None, None
    level = 1.0 / size + since / exhaust
    middle = float(np.median(level))
    late = np.flatnonzero(since > 45.0)
    rest, when = level[late], since[late]
    if len(rest) < 60:
        return 1.0 / middle, None
    scatter = float(np.sum(np.abs(rest - np.median(rest))))
    best, found = scatter, None
    for place in range(25, len(rest) - 25, 3):
        one, other = float(np.median(rest[:place])), float(np.median(rest[place:]))
        left = float(np.sum(np.abs(rest[:place] - one)) + np.sum(np.abs(rest[place:] - other)))
        if left < best:
            best, found = left, (float(when[place]), one, other)
    if found is not None and scatter - best > _STEP_GAIN * scatter:
        after, one, other = found
        share = (one - after / exhaust) / (other - after / exhaust)
        if abs(share - 1.0) > _STEP and 0.4 < share < 1.3:
            return 1.0 / one, (after, float(share))
    return 1.0 / float(np.median(level[:60])), None
