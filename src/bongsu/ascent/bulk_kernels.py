"""Flights and falls compiled: blocks of 32 side by side, each by its own steps, from its start to its end.

The equations are those of :mod:`bongsu.ascent.forces` and :mod:`bongsu.ascent.steering`, the steps those of
:mod:`bongsu.ascent.runge_kutta`, in the same order, so that both engines take the same steps and differ by rounding. No
flight knows of another: a place that falls free is given to the next flight, and nobody waits.

Arranged so that LLVM turns the loops over a block into vector instructions: no branch and no library call in them, one
array ``w`` with rows at constant offsets. The air is looked up in a loop of its own; between two heights it follows an
exponential of less than 0.03, taken by its series. Tables by height and Mach number are sums of bends, ``bend *
max(x - corner, 0)``, so that nothing is searched. Tables and physical constants come in as arguments: the compiler's file
cache would not see a changed global.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

from bongsu.ascent.runge_kutta import CURVE, ERROR, STAGES, TIMES

__all__ = ["ALONG", "COLUMNS", "KICK", "NOT_FINITE", "NO_THRUST", "PROGRAMME", "TOO_MANY", "probe", "travel_all"]

BLOCK = 32
FINE, NOT_FINITE, TOO_MANY = 0, 1, 2  # what became of a flight
NO_THRUST, KICK, PROGRAMME, ALONG = 0, 1, 2, 3  # kinds of direction; ALONG: a kick that no flight is in any more
# A flight's own figures: burn, drag, wind, then the direction (kick and turn, or a programme).
COLUMNS = 17
START, MASS, THRUST, FLOW, PRESSURE_AREA, DRAG_AREA, EAST_DRAW, NORTH_DRAW = range(8)
VERTICAL, KICK_TIME, LEAN, COS_AZIMUTH, SIN_AZIMUTH, LEANING = range(8, 14)
BURN_START, BURN_LENGTH, NORMAL, TANGENT, TANGENT_END, YAW, YAW_END = 8, 9, 10, 13, 14, 15, 16
# What holds for all flights of a call: `mode` (switches), `constants` and `control`.
LIMITED, BLUNT, DIRECTION, WINDY = range(4)
OMEGA, EQUATOR, E2, GM, J2, J3, J4, AIR_LOWEST, AIR_STEP, AIR_TOP = range(10)
TOLERANCE, SPEED_SHARE, SAFETY, SLOWEST, FASTEST, LARGEST, FIRST = range(7)
# Rows of a block, each BLOCK long.
(
    R_TIME, R_END, R_WIDTH, R_GROWN, R_ABOVE, R_RATIO, R_ACCEPT, R_MOMENT, R_HEIGHT, R_PLACE, R_PART,
    R_DENSITY, R_DENSITY_STEP, R_PRESSURE, R_PRESSURE_STEP, R_SOUND, R_MASS, R_EAST, R_NORTH, R_SPREAD,
    R_TX, R_TY, R_TZ, R_SPEED, R_MACH, R_AREA, R_SINE, R_COSINE, R_AX, R_AY, R_AZ,
) = range(0, 31 * BLOCK, BLOCK)  # fmt: skip
R_STATE, R_NEW, R_STAGE, R_OWN = 31 * BLOCK, 37 * BLOCK, 43 * BLOCK, 85 * BLOCK
ROWS = 85 + COLUMNS
STAGE = 6 * BLOCK  # from one stage's rows to the next

_EXACT: dict[str, Any] = {"error_model": "numpy", "fastmath": {"contract"}}
_INLINE: dict[str, Any] = {**_EXACT, "forceinline": True}
_KERNEL: dict[str, Any] = {**_EXACT, "cache": True, "nogil": True}


@njit(**_INLINE)
def _height(x, y, z, equator, e2):  # type: ignore[no-untyped-def]
    """Above the ellipsoid, along the geocentric radius."""
    across = x * x + y * y
    square = across + z * z
    shape = (1.0 - e2) / (1.0 - e2 * across / square)
    return math.sqrt(square) - equator * math.sqrt(shape)


@njit(**_INLINE)
def _small_exp(x):  # type: ignore[no-untyped-def]
    """Exponential by its series: error under 1e-16 for |x| < 0.03."""
    return 1.0 + x * (1.0 + x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x * (1 / 5040)))))))


@njit(**_INLINE)
def _axes(x, y, z, height, equator, e2):  # type: ignore[no-untyped-def]
    """Up (geodetic), north and east; east has no third part."""
    above = max(height, 0.0)
    uz = z * ((equator + above) / (equator * (1.0 - e2) + above))
    inverse = 1.0 / math.sqrt(x * x + y * y + uz * uz)
    ux, uy, uz = x * inverse, y * inverse, uz * inverse
    across = 1.0 / max(math.sqrt(x * x + y * y), 1e-6)
    ex, ey = -y * across, x * across
    return ux, uy, uz, -uz * ey, uz * ex, ux * ey - uy * ex, ex, ey


@njit(**_INLINE)
def _gravity(w, constants):  # type: ignore[no-untyped-def]
    """Acceleration by zonal gravity as in ``bongsu.earth.gravity``; height, and the place in the table of the air."""
    equator, e2, gm = constants[EQUATOR], constants[E2], constants[GM]
    j2, j3, j4 = constants[J2], constants[J3], constants[J4]
    lowest, per_step, last = constants[AIR_LOWEST], 1.0 / constants[AIR_STEP], constants[AIR_TOP]
    last = (last - lowest) * per_step
    for j in range(BLOCK):
        x, y, z = w[R_NEW + j], w[R_NEW + BLOCK + j], w[R_NEW + 2 * BLOCK + j]
        square = x * x + y * y + z * z
        inverse = 1.0 / math.sqrt(square)
        pull = gm * inverse / square
        sine = z * inverse
        s2 = sine * sine
        k = equator * inverse
        k2 = k * k
        a2, a3, a4 = j2 * k2, j3 * k2 * k, j4 * k2 * k2
        radial = (
            1.0
            - a2 * (7.5 * s2 - 1.5)
            - a3 * sine * (17.5 * s2 - 7.5)
            - a4 * (s2 * (39.375 * s2 - 26.25) + 1.875)
        )  # fmt: skip
        axial = 3.0 * a2 * sine + a3 * (7.5 * s2 - 1.5) + a4 * sine * (17.5 * s2 - 7.5)
        scale = -pull * radial
        w[R_AX + j] = scale * x
        w[R_AY + j] = scale * y
        w[R_AZ + j] = scale * z - pull / inverse * axial
        height = _height(x, y, z, equator, e2)
        w[R_HEIGHT + j] = height
        place = (height - lowest) * per_step
        place = place if place > 0.0 else 0.0
        w[R_PLACE + j] = place if place < last else last


@njit(**_INLINE)
def _air(w, air):  # type: ignore[no-untyped-def]
    """The rows of the table of the air; one loop by itself, for it cannot be vectorised."""
    for j in range(BLOCK):
        n = int(w[R_PLACE + j])
        w[R_PART + j] = w[R_PLACE + j] - n
        w[R_DENSITY + j], w[R_DENSITY_STEP + j] = air[n, 0], air[n, 1]
        w[R_PRESSURE + j], w[R_PRESSURE_STEP + j] = air[n, 2], air[n, 3]
        w[R_SOUND + j] = air[n, 4] + w[R_PART + j] * air[n, 5]


@njit(**_INLINE)
def _mass(w, limited):  # type: ignore[no-untyped-def]
    if limited:
        for j in range(BLOCK):
            mass = w[R_OWN + MASS * BLOCK + j]
            since = w[R_MOMENT + j] - w[R_OWN + START * BLOCK + j]
            w[R_MASS + j] = mass * math.exp(-w[R_OWN + FLOW * BLOCK + j] / mass * since)
    else:
        for j in range(BLOCK):
            since = w[R_MOMENT + j] - w[R_OWN + START * BLOCK + j]
            w[R_MASS + j] = w[R_OWN + MASS * BLOCK + j] - w[R_OWN + FLOW * BLOCK + j] * since


@njit(**_INLINE)
def _through_air(w, constants, windy, wind):  # type: ignore[no-untyped-def]
    """Velocity against the moving air."""
    equator, e2, omega = constants[EQUATOR], constants[E2], constants[OMEGA]
    for j in range(BLOCK):
        w[R_TX + j] = w[R_NEW + 3 * BLOCK + j] + omega * w[R_NEW + BLOCK + j]
        w[R_TY + j] = w[R_NEW + 4 * BLOCK + j] - omega * w[R_NEW + j]
        w[R_TZ + j] = w[R_NEW + 5 * BLOCK + j]
    if windy:
        for j in range(BLOCK):
            w[R_EAST + j], w[R_NORTH + j], w[R_SPREAD + j] = 0.0, 0.0, 0.0
        for k in range(len(wind)):
            corner, bend_east, bend_north, bend_spread = wind[k, 0], wind[k, 1], wind[k, 2], wind[k, 3]
            for j in range(BLOCK):
                over = w[R_HEIGHT + j] - corner
                over = over if over > 0.0 else 0.0
                w[R_EAST + j] += bend_east * over
                w[R_NORTH + j] += bend_north * over
                w[R_SPREAD + j] += bend_spread * over
        first_east, first_north, first_spread = wind[0, 4], wind[0, 5], wind[0, 6]
        for j in range(BLOCK):
            x, y, z = w[R_NEW + j], w[R_NEW + BLOCK + j], w[R_NEW + 2 * BLOCK + j]
            _, _, _, nx, ny, nz, ex, ey = _axes(x, y, z, w[R_HEIGHT + j], equator, e2)
            spread = first_spread + w[R_SPREAD + j]
            east = first_east + w[R_EAST + j] + spread * w[R_OWN + EAST_DRAW * BLOCK + j]
            north = first_north + w[R_NORTH + j] + spread * w[R_OWN + NORTH_DRAW * BLOCK + j]
            w[R_TX + j] -= east * ex + north * nx
            w[R_TY + j] -= east * ey + north * ny
            w[R_TZ + j] -= north * nz


@njit(**_INLINE)
def _drag(w, blunt, shape, top):  # type: ignore[no-untyped-def]
    for j in range(BLOCK):
        tx, ty, tz = w[R_TX + j], w[R_TY + j], w[R_TZ + j]
        w[R_SPEED + j] = math.sqrt(tx * tx + ty * ty + tz * tz)
        w[R_AREA + j] = 1.0
    if not blunt:
        for j in range(BLOCK):
            w[R_MACH + j] = w[R_SPEED + j] / w[R_SOUND + j]
            w[R_AREA + j] = shape[0, 2]
        for k in range(len(shape)):
            corner, bend = shape[k, 0], shape[k, 1]
            for j in range(BLOCK):
                over = w[R_MACH + j] - corner
                w[R_AREA + j] += bend * (over if over > 0.0 else 0.0)
    for j in range(BLOCK):
        density = w[R_DENSITY + j] * _small_exp(w[R_PART + j] * w[R_DENSITY_STEP + j])
        density = density if w[R_HEIGHT + j] <= top else 0.0
        area = w[R_OWN + DRAG_AREA * BLOCK + j] * w[R_AREA + j]
        drag = -0.5 * density * area * w[R_SPEED + j] / w[R_MASS + j]
        w[R_AX + j] += drag * w[R_TX + j]
        w[R_AY + j] += drag * w[R_TY + j]
        w[R_AZ + j] += drag * w[R_TZ + j]


@njit(**_INLINE)
def _push(w, j, limited, top):  # type: ignore[no-untyped-def]
    """Thrust less back pressure, over mass."""
    mass = w[R_MASS + j]
    push = w[R_OWN + THRUST * BLOCK + j]
    if limited:
        push = push * (mass / w[R_OWN + MASS * BLOCK + j])
    pressure = w[R_PRESSURE + j] * _small_exp(w[R_PART + j] * w[R_PRESSURE_STEP + j])
    pressure = pressure if w[R_HEIGHT + j] <= top else 0.0
    push = push - w[R_OWN + PRESSURE_AREA * BLOCK + j] * pressure
    return (push if push > 0.0 else 0.0) / mass


@njit(**_INLINE)
def _first_stage(w, limited, constants, kicking):  # type: ignore[no-untyped-def]
    """Thrust of the first stage: leaning over where a flight is still in its kick, else along the way through the air."""
    equator, e2, omega, top = constants[EQUATOR], constants[E2], constants[OMEGA], constants[AIR_TOP]
    if kicking:
        for j in range(BLOCK):
            kick = max(w[R_OWN + KICK_TIME * BLOCK + j], 1e-9)
            share = (w[R_MOMENT + j] - w[R_OWN + VERTICAL * BLOCK + j]) / kick
            lean = w[R_OWN + LEAN * BLOCK + j] * min(max(share, 0.0), 1.0)
            w[R_SINE + j], w[R_COSINE + j] = math.sin(lean), math.cos(lean)
    for j in range(BLOCK):
        x, y, z = w[R_NEW + j], w[R_NEW + BLOCK + j], w[R_NEW + 2 * BLOCK + j]
        dx, dy = w[R_NEW + 3 * BLOCK + j] + omega * y, w[R_NEW + 4 * BLOCK + j] - omega * x
        dz = w[R_NEW + 5 * BLOCK + j]
        speed = math.sqrt(dx * dx + dy * dy + dz * dz)
        inverse = 1.0 / (speed if speed > 1e-9 else 1e-9)
        dx, dy, dz = dx * inverse, dy * inverse, dz * inverse
        if kicking:
            ux, uy, uz, nx, ny, nz, ex, ey = _axes(x, y, z, w[R_HEIGHT + j], equator, e2)
            up, side = w[R_COSINE + j], w[R_SINE + j]
            north = side * w[R_OWN + COS_AZIMUTH * BLOCK + j]
            east = side * w[R_OWN + SIN_AZIMUTH * BLOCK + j]
            leaning = w[R_OWN + LEANING * BLOCK + j] > 0.0
            dx = up * ux + north * nx + east * ex if leaning else dx
            dy = up * uy + north * ny + east * ey if leaning else dy
            dz = up * uz + north * nz if leaning else dz
        push = _push(w, j, limited, top)
        w[R_AX + j] += push * dx
        w[R_AY + j] += push * dy
        w[R_AZ + j] += push * dz


@njit(**_INLINE)
def _upper_stage(w, limited, top):  # type: ignore[no-untyped-def]
    """Thrust of an upper stage: a tangent that runs linearly, in the plane flown at ignition turned by a yaw."""
    for j in range(BLOCK):
        share = (w[R_MOMENT + j] - w[R_OWN + BURN_START * BLOCK + j]) / w[R_OWN + BURN_LENGTH * BLOCK + j]
        w[R_SPEED + j] = min(max(share, 0.0), 1.0)
    turned = False
    for j in range(BLOCK):
        first, last = w[R_OWN + YAW * BLOCK + j], w[R_OWN + YAW_END * BLOCK + j]
        turned = turned or first != 0.0 or last != 0.0
        w[R_SINE + j] = first + w[R_SPEED + j] * (last - first)
        w[R_COSINE + j] = 1.0
    if turned:
        for j in range(BLOCK):
            yaw = w[R_SINE + j]
            w[R_SINE + j], w[R_COSINE + j] = math.sin(yaw), math.cos(yaw)
    for j in range(BLOCK):
        x, y, z = w[R_NEW + j], w[R_NEW + BLOCK + j], w[R_NEW + 2 * BLOCK + j]
        first, last = w[R_OWN + TANGENT * BLOCK + j], w[R_OWN + TANGENT_END * BLOCK + j]
        tangent = first + w[R_SPEED + j] * (last - first)
        inverse = 1.0 / math.sqrt(x * x + y * y + z * z)
        ux, uy, uz = x * inverse, y * inverse, z * inverse
        hx, hy = w[R_OWN + NORMAL * BLOCK + j], w[R_OWN + (NORMAL + 1) * BLOCK + j]
        hz = w[R_OWN + (NORMAL + 2) * BLOCK + j]
        ax, ay, az = hy * uz - hz * uy, hz * ux - hx * uz, hx * uy - hy * ux
        inverse = 1.0 / math.sqrt(ax * ax + ay * ay + az * az)
        ax, ay, az = ax * inverse, ay * inverse, az * inverse
        ahead, side = w[R_COSINE + j], w[R_SINE + j]
        push = _push(w, j, limited, top) / math.sqrt(1.0 + tangent * tangent)
        w[R_AX + j] += push * (ahead * ax + side * (ay * uz - az * uy) + tangent * ux)
        w[R_AY + j] += push * (ahead * ay + side * (az * ux - ax * uz) + tangent * uy)
        w[R_AZ + j] += push * (ahead * az + side * (ax * uy - ay * ux) + tangent * uz)


@njit(**_EXACT)
def _rates(w, mode, constants, air, shape, wind):  # type: ignore[no-untyped-def]
    """Accelerations of the states in R_NEW at the times in R_MOMENT, into R_AX and the rows after it."""
    top = constants[AIR_TOP]
    _gravity(w, constants)
    _air(w, air)
    _mass(w, mode[LIMITED])
    _through_air(w, constants, mode[WINDY], wind)
    _drag(w, mode[BLUNT], shape, top)
    if mode[DIRECTION] == KICK or mode[DIRECTION] == ALONG:
        _first_stage(w, mode[LIMITED], constants, mode[DIRECTION] == KICK)
    elif mode[DIRECTION] == PROGRAMME:
        _upper_stage(w, mode[LIMITED], top)


def _sum_of_stages(row: tuple[float, ...]) -> Any:
    """A compiled sum of stages, weighted by a row of the pair."""
    a0, a1, a2, a3, a4, a5, a6 = (float(row[n]) if n < len(row) else 0.0 for n in range(7))

    @njit(**_INLINE)
    def total(w, place):  # type: ignore[no-untyped-def]
        return (
            a0 * w[R_STAGE + place]
            + a1 * w[R_STAGE + STAGE + place]
            + a2 * w[R_STAGE + 2 * STAGE + place]
            + a3 * w[R_STAGE + 3 * STAGE + place]
            + a4 * w[R_STAGE + 4 * STAGE + place]
            + a5 * w[R_STAGE + 5 * STAGE + place]
            + a6 * w[R_STAGE + 6 * STAGE + place]
        )

    return total


def _stage(number: int) -> tuple[Any, Any]:
    """A compiled stage: the state and time it is taken at, and where its rates are kept."""
    total = _sum_of_stages(STAGES[number])
    moment = float(TIMES[number])
    own = R_STAGE + number * STAGE

    @njit(**_INLINE)
    def before(w):  # type: ignore[no-untyped-def]
        for j in range(BLOCK):
            width = w[R_WIDTH + j]
            w[R_MOMENT + j] = w[R_TIME + j] + moment * width
            w[R_NEW + j] = w[R_STATE + j] + width * total(w, j)
            w[R_NEW + BLOCK + j] = w[R_STATE + BLOCK + j] + width * total(w, BLOCK + j)
            w[R_NEW + 2 * BLOCK + j] = w[R_STATE + 2 * BLOCK + j] + width * total(w, 2 * BLOCK + j)
            w[R_NEW + 3 * BLOCK + j] = w[R_STATE + 3 * BLOCK + j] + width * total(w, 3 * BLOCK + j)
            w[R_NEW + 4 * BLOCK + j] = w[R_STATE + 4 * BLOCK + j] + width * total(w, 4 * BLOCK + j)
            w[R_NEW + 5 * BLOCK + j] = w[R_STATE + 5 * BLOCK + j] + width * total(w, 5 * BLOCK + j)

    @njit(**_INLINE)
    def after(w):  # type: ignore[no-untyped-def]
        for place in range(3 * BLOCK):
            w[own + place] = w[R_NEW + 3 * BLOCK + place]
            w[own + 3 * BLOCK + place] = w[R_AX + place]

    return before, after


(_b1, _a1), (_b2, _a2), (_b3, _a3), (_b4, _a4), (_b5, _a5), (_b6, _a6) = (_stage(number) for number in range(1, 7))
_error = _sum_of_stages(ERROR)
_last_of_curve = _sum_of_stages(CURVE)


@njit(**_EXACT)
def _try_step(w, mode, constants, air, shape, wind, speed_share, tolerance):  # type: ignore[no-untyped-def]
    """One step of the whole block, as wide as R_WIDTH says: the state after it in R_NEW, error over tolerance in R_RATIO."""
    _b1(w)
    _rates(w, mode, constants, air, shape, wind)
    _a1(w)
    _b2(w)
    _rates(w, mode, constants, air, shape, wind)
    _a2(w)
    _b3(w)
    _rates(w, mode, constants, air, shape, wind)
    _a3(w)
    _b4(w)
    _rates(w, mode, constants, air, shape, wind)
    _a4(w)
    _b5(w)
    _rates(w, mode, constants, air, shape, wind)
    _a5(w)
    _b6(w)
    _rates(w, mode, constants, air, shape, wind)
    _a6(w)
    for j in range(BLOCK):
        e0, e1, e2 = abs(_error(w, j)), abs(_error(w, BLOCK + j)), abs(_error(w, 2 * BLOCK + j))
        e3, e4, e5 = abs(_error(w, 3 * BLOCK + j)), abs(_error(w, 4 * BLOCK + j)), abs(_error(w, 5 * BLOCK + j))
        place = e0 if e0 > e1 else e1
        place = place if place > e2 else e2
        speed = e3 if e3 > e4 else e4
        speed = (speed if speed > e5 else e5) / speed_share
        most = place if place > speed else speed
        total = e0 + e1 + e2 + e3 + e4 + e5  # not finite where one of them is not
        w[R_RATIO + j] = w[R_WIDTH + j] * (most if total - total == 0.0 else total - total) / tolerance


@njit(**_INLINE)
def _keep_accepted(w):  # type: ignore[no-untyped-def]
    """States and first rates of the next step, where R_ACCEPT says so."""
    for row in range(0, STAGE, BLOCK):
        for j in range(BLOCK):
            good = w[R_ACCEPT + j] > 0.0
            w[R_STATE + row + j] = w[R_NEW + row + j] if good else w[R_STATE + row + j]
            w[R_STAGE + row + j] = w[R_STAGE + 6 * STAGE + row + j] if good else w[R_STAGE + row + j]


@njit(**_EXACT)
def _bend(w, j, curve):  # type: ignore[no-untyped-def]
    """Coefficients of the curve of one flight's step."""
    width = w[R_WIDTH + j]
    for axis in range(6):
        place = axis * BLOCK + j
        rise = w[R_NEW + place] - w[R_STATE + place]
        bend = width * w[R_STAGE + place] - rise
        curve[0, axis], curve[1, axis], curve[2, axis] = w[R_STATE + place], rise, bend
        curve[3, axis] = rise - width * w[R_STAGE + 6 * STAGE + place] - bend
        curve[4, axis] = width * _last_of_curve(w, place)


@njit(**_INLINE)
def _on_curve(curve, share, axis):  # type: ignore[no-untyped-def]
    inner = curve[3, axis] + (1.0 - share) * curve[4, axis]
    return curve[0, axis] + share * (curve[1, axis] + (1.0 - share) * (curve[2, axis] + share * inner))


@njit(**_EXACT)
def _share_of(level, curve, before, after, equator, e2):  # type: ignore[no-untyped-def]
    """Where on its curve a flight comes down through a level: the Illinois rule, which keeps both sides."""
    low, high, over, under, share, side = 0.0, 1.0, before - level, after - level, 1.0, 0
    for _ in range(60):
        if under == over or high - low < 1e-14:
            break
        share = high - under * (high - low) / (under - over)
        x, y, z = _on_curve(curve, share, 0), _on_curve(curve, share, 1), _on_curve(curve, share, 2)
        found = _height(x, y, z, equator, e2) - level
        if abs(found) < 1e-8:
            break
        if found > 0.0:
            low, over = share, found
            under = 0.5 * under if side == 1 else under
            side = 1
        else:
            high, under = share, found
            over = 0.5 * over if side == -1 else over
            side = -1
    return share


@njit(**_EXACT)
def _levels_passed(w, j, flight, levels, curve, equator, e2, level_time, level_state):  # type: ignore[no-untyped-def]
    """Note when and where a step comes down through levels; ``curve`` is filled where it is needed."""
    before, after = w[R_ABOVE + j], w[R_HEIGHT + j]
    bent = False  # whether the curve is there
    for k in range(len(levels)):
        if before > levels[k] and after <= levels[k]:
            if not bent:
                _bend(w, j, curve)
                bent = True
            share = _share_of(levels[k], curve, before, after, equator, e2)
            level_time[flight, k] = w[R_TIME + j] + share * w[R_WIDTH + j]
            for axis in range(6):
                level_state[flight, k, axis] = _on_curve(curve, share, axis)


@njit(**_EXACT)
def _next_flight(flight, starts, ends, states, to_ground, equator, e2, out_time, out_state, stopped):  # type: ignore[no-untyped-def]
    """The next flight that has somewhere to fly to; those before it are answered with their start."""
    while flight < len(starts):
        known = math.isfinite(starts[flight])
        out_time[flight] = starts[flight]
        for axis in range(6):
            out_state[flight, axis] = states[flight, axis]
            known = known and math.isfinite(states[flight, axis])
        if known and to_ground and _height(states[flight, 0], states[flight, 1], states[flight, 2], equator, e2) < -1.0:
            stopped[flight] = True
        elif known and ends[flight] > starts[flight]:
            break
        flight += 1
    return flight


@njit(**_EXACT)
def _board(w, j, time, end, state, own, first_step, equator, e2):  # type: ignore[no-untyped-def]
    """A flight takes a place of the block."""
    w[R_TIME + j], w[R_END + j], w[R_GROWN + j] = time, end, first_step
    for axis in range(6):
        w[R_STATE + axis * BLOCK + j] = state[axis]
    for column in range(COLUMNS):
        w[R_OWN + column * BLOCK + j] = own[column]
    w[R_ABOVE + j] = _height(state[0], state[1], state[2], equator, e2)


@njit(**_EXACT)
def _first_rates(w, fresh, mode, constants, air, shape, wind):  # type: ignore[no-untyped-def]
    """Rates at the states of flights that have just come."""
    for j in range(BLOCK):
        w[R_MOMENT + j] = w[R_TIME + j]
        for axis in range(6):
            w[R_NEW + axis * BLOCK + j] = w[R_STATE + axis * BLOCK + j]
    _rates(w, mode, constants, air, shape, wind)
    for j in range(BLOCK):
        if fresh[j]:
            fresh[j] = False
            for axis in range(3):
                w[R_STAGE + axis * BLOCK + j] = w[R_NEW + (axis + 3) * BLOCK + j]
                w[R_STAGE + (axis + 3) * BLOCK + j] = w[R_AX + axis * BLOCK + j]


@njit(**_INLINE)
def _landing_width(w, j, equator, e2):  # type: ignore[no-untyped-def]
    """The width with which a step ends on the ellipsoid, from the height at which it ended and the rate of descent."""
    x = w[R_NEW + j] + 1e-3 * w[R_NEW + 3 * BLOCK + j]
    y = w[R_NEW + BLOCK + j] + 1e-3 * w[R_NEW + 4 * BLOCK + j]
    z = w[R_NEW + 2 * BLOCK + j] + 1e-3 * w[R_NEW + 5 * BLOCK + j]
    sink = (_height(x, y, z, equator, e2) - w[R_HEIGHT + j]) / 1e-3
    return w[R_WIDTH + j] - (w[R_HEIGHT + j] / sink if abs(sink) > 1e-3 else 0.0)


@njit(**_EXACT)
def _judge(  # type: ignore[no-untyped-def]
    w, j, flight, control, to_ground, levels, curve, landing, equator, e2, stopped, level_time, level_state, code
):
    """What a step was worth to one flight: R_ACCEPT where it counts, the next width; whether the flight has ended."""
    ratio, width = w[R_RATIO + j], w[R_WIDTH + j]
    if landing[j] > 0:
        if landing[j] < 3:
            w[R_WIDTH + j] = _landing_width(w, j, equator, e2)
            landing[j] += 1
            return False
        w[R_TIME + j] += width
        w[R_ACCEPT + j] = 1.0
        stopped[flight] = True
        return True
    if not math.isfinite(ratio):
        code[flight] = NOT_FINITE
        return True
    last = w[R_GROWN + j] >= (w[R_END + j] - w[R_TIME + j]) * (1.0 - 1e-12)
    good = ratio <= 1.0
    if not (good and last):
        factor = control[SAFETY] * max(ratio, 1e-10) ** -0.2
        grown = width * min(max(factor, control[SLOWEST]), control[FASTEST])
        w[R_GROWN + j] = min(grown, control[LARGEST])
    if not good:
        return False
    if to_ground:
        before, after = w[R_ABOVE + j], w[R_HEIGHT + j]
        _levels_passed(w, j, flight, levels, curve, equator, e2, level_time, level_state)
        if before > 0.0 and after <= 0.0:  # a shorter step from the same start, twice corrected
            _bend(w, j, curve)
            w[R_WIDTH + j] = width * _share_of(0.0, curve, before, after, equator, e2)
            landing[j] = 1
            return False
        w[R_ABOVE + j] = after
    w[R_TIME + j] = w[R_END + j] if last else w[R_TIME + j] + width
    w[R_ACCEPT + j] = 1.0
    return last


@njit(**_KERNEL)
def probe():  # type: ignore[no-untyped-def]
    """Compiled in a moment: where the cache has not even this, all is compiled anew."""
    return BLOCK


@njit(**_KERNEL)
def travel_all(  # type: ignore[no-untyped-def]
    starts, ends, states, owns, mode, constants, air, shape, wind, control, most_steps, to_ground, levels,
    out_time, out_state, stopped, level_time, level_state, code,
):  # fmt: skip
    """Every flight from its start to its end, or with ``to_ground`` until it comes down to the ellipsoid.

    ``starts``, ``ends`` (n,); ``states`` (n, 6); ``owns`` (n, COLUMNS). Answers into the arrays from ``out_time`` on;
    ``level_time`` (n, k) and ``level_state`` (n, k, 6) come filled with NaN, ``stopped`` and ``code`` with 0.
    """
    equator, e2, first_step = constants[EQUATOR], constants[E2], min(control[FIRST], control[LARGEST])
    w, curve = np.zeros(ROWS * BLOCK), np.zeros((5, 6))
    passenger, fresh = np.full(BLOCK, -1), np.zeros(BLOCK, dtype=np.bool_)
    tries, landing = np.zeros(BLOCK, dtype=np.int64), np.zeros(BLOCK, dtype=np.int64)
    for j in range(BLOCK):  # an empty place is flown too, and never read
        w[R_STATE + j], w[R_STATE + 4 * BLOCK + j] = 7e6, 7e3
        w[R_OWN + MASS * BLOCK + j], w[R_OWN + BURN_LENGTH * BLOCK + j] = 1.0, 1.0
        w[R_OWN + (NORMAL + 2) * BLOCK + j] = 1.0
    waiting, flying = 0, 0
    while True:
        arrived = False
        for j in range(BLOCK):
            if passenger[j] < 0 and waiting < len(starts):
                flight = _next_flight(
                    waiting, starts, ends, states, to_ground, equator, e2, out_time, out_state, stopped
                )
                waiting = flight + 1
                if flight < len(starts):
                    _board(w, j, starts[flight], ends[flight], states[flight], owns[flight], first_step, equator, e2)
                    passenger[j], fresh[j], tries[j], landing[j] = flight, True, 0, 0
                    arrived = True
                    flying += 1
        if flying == 0:
            break
        if arrived:
            _first_rates(w, fresh, mode, constants, air, shape, wind)
        for j in range(BLOCK):
            w[R_ACCEPT + j] = 0.0
            if landing[j] == 0:
                w[R_WIDTH + j] = min(w[R_GROWN + j], w[R_END + j] - w[R_TIME + j]) if passenger[j] >= 0 else 0.0
        _try_step(w, mode, constants, air, shape, wind, control[SPEED_SHARE], control[TOLERANCE])
        for j in range(BLOCK):
            flight = passenger[j]
            if flight < 0:
                continue
            tries[j] += 1
            done = _judge(
                w, j, flight, control, to_ground, levels, curve, landing, equator, e2, stopped, level_time, level_state, code
            )  # fmt: skip
            if not done and tries[j] >= most_steps:
                code[flight], done = TOO_MANY, True
            if done:
                out_time[flight] = w[R_TIME + j]
                row = R_NEW if w[R_ACCEPT + j] > 0.0 else R_STATE
                for axis in range(6):
                    out_state[flight, axis] = w[row + axis * BLOCK + j]
                passenger[j] = -1
                flying -= 1
        _keep_accepted(w)
