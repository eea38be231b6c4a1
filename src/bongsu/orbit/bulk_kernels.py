"""SGP4 and SDP4 over many times, compiled: the arithmetic of the bulk engine, and nothing else.

The equations are those of AIAA 2006-6753 (Vallado, Crawford, Hujsak and Kelso, "Revisiting Spacetrack Report #3")
and of Spacetrack Report #3, arranged so that LLVM turns every loop over time into vector instructions: no branch, no
library call, times in blocks that stay in the first cache. What sets this file apart from the report:

- sine, cosine and arc tangent are polynomials here (a call would end the vector loop);
- Kepler's equation is solved for a whole block until its last member has converged, sine and cosine carried along;
- the resonance integrator's steps of 720 minutes are tabulated once a satellite, so that each time needs only its
  own step's Taylor terms;
- Lyddane's change of node is the angle of (ph, sin i + pinc cos i), to which the report's terms reduce.

Physical constants come in as arguments: the compiler's file cache would not see a changed global.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

__all__ = ["ASK_THE_LIBRARY", "BLOCK", "COLUMNS", "NAMES", "states_of", "states_of_many"]

ASK_THE_LIBRARY = 255  # a code of ours for states outside what the polynomials hold for
BLOCK = 128  # times in one block: 21 rows of them are 21 KB, within a first-level cache of 32 KB
TWO_PI = 2.0 * math.pi
PER_TURN = 1.0 / TWO_PI
STEP_MIN = 720.0  # step of the resonance integrator (AIAA 2006-6753, dspace)

NAMES = (
    "kind", "mo", "mdot", "argpo", "argpdot", "nodeo", "nodedot", "nodecf", "cc1", "bcc4", "t2", "omg", "xmc", "eta",
    "delmo", "d2", "d3", "d4", "bcc5", "smao", "t3", "t4", "t5", "no", "a0", "ecco", "ayc", "xlc", "cosi", "sini",
    "inclo", "dedt", "didt", "dmdt", "dnodt", "domdt", "gsto", "zmos", "zmol",
    "se2", "se3", "si2", "si3", "sl2", "sl3", "sl4", "sgh2", "sgh3", "sgh4", "sh2", "sh3",
    "ee2", "e3", "xi2", "xi3", "xl2", "xl3", "xl4", "xgh2", "xgh3", "xgh4", "xh2", "xh3",
    "xfact", "xlamo", "del1", "del2", "del3",
    "d2201", "d2211", "d3210", "d3222", "d4410", "d4422", "d5220", "d5232", "d5421", "d5433",
)  # fmt: skip
COLUMNS = {name: index for index, name in enumerate(NAMES)}
(
    KIND, MO, MDOT, ARGPO, ARGPDOT, NODEO, NODEDOT, NODECF, CC1, BCC4, T2, OMG, XMC, ETA,
    DELMO, D2, D3, D4, BCC5, SMAO, T3, T4, T5, NO, A0, ECCO, AYC, XLC, COSI, SINI,
    INCLO, DEDT, DIDT, DMDT, DNODT, DOMDT, GSTO, ZMOS, ZMOL,
    SE2, SE3, SI2, SI3, SL2, SL3, SL4, SGH2, SGH3, SGH4, SH2, SH3,
    EE2, E3, XI2, XI3, XL2, XL3, XL4, XGH2, XGH3, XGH4, XH2, XH3,
    XFACT, XLAMO, DEL1, DEL2, DEL3,
    D2201, D2211, D3210, D3222, D4410, D4422, D5220, D5232, D5421, D5433,
) = range(len(NAMES))  # fmt: skip
# kind: 0 near Earth; 1 deep space; 2 deep space, resonant with one day; 3 with half a day.

# Rows of a block's scratch, each BLOCK long, one base pointer: fewer overlap checks, so the loops vectorise.
R_T, R_U, R_AX, R_AY, R_AM, R_NODE, R_CODE, R_SINI, R_COSI, R_E, R_S, R_C, R_XL, R_NM, R_Y = (
    BLOCK * row for row in range(15)
)
R_OUT = 15 * BLOCK
ROWS = 21

# Without numba's check for division by zero and with fused multiply-add, or nothing vectorises.
_EXACT: dict[str, Any] = {"error_model": "numpy", "fastmath": {"contract"}}
_INLINE: dict[str, Any] = {**_EXACT, "forceinline": True}
_KERNEL: dict[str, Any] = {**_EXACT, "cache": True, "nogil": True}


@njit(**_INLINE)
def sincos(x):  # type: ignore[no-untyped-def]
    """Sine and cosine, error under 3e-16 for |x| < 1e6: Cody and Waite's reduction, minimax polynomials of fdlibm."""
    k = np.floor(x * 0.6366197723675814 + 0.5)
    r = x - k * 1.5707963267341256
    r = r - k * 6.077100506303966e-11
    r = r - k * 2.0222662487959506e-21
    z = r * r
    s = r + r * z * (
        -1.66666666666666324348e-01
        + z * (8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * (
            2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10))))
    )  # fmt: skip
    c = 1.0 - 0.5 * z + z * z * (
        4.16666666666666019037e-02
        + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05 + z * (
            -2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11))))
    )  # fmt: skip
    half = k * 0.5
    odd = (half - np.floor(half)) != 0.0
    quarter = k * 0.25
    turn = quarter - np.floor(quarter)  # 0, 1/4, 1/2 or 3/4
    sine = c if odd else s
    cosine = s if odd else c
    sine = -sine if turn >= 0.5 else sine
    cosine = -cosine if (turn == 0.25 or turn == 0.5) else cosine  # noqa: PLR1714 - a set does not compile
    return sine, cosine


@njit(**_INLINE)
def small_sincos(x):  # type: ignore[no-untyped-def]
    """Sine and cosine by Taylor's series, error under 3e-14 for |x| < 0.8."""
    z = x * x
    sine = x * (1 - z * (1 / 6 - z * (1 / 120 - z * (1 / 5040 - z * (1 / 362880 - z * (1 / 39916800
        - z * (1 / 6227020800)))))))  # fmt: skip
    cosine = 1 - z * (0.5 - z * (1 / 24 - z * (1 / 720 - z * (1 / 40320 - z * (1 / 3628800 - z * (1 / 479001600
        - z * (1 / 87178291200)))))))  # fmt: skip
    return sine, cosine


@njit(**_INLINE)
def arctan2(y, x):  # type: ignore[no-untyped-def]
    """Angle of (x, y) in (-pi, pi], error under 4e-16: the rational approximation of Cephes (Moshier), atan.c."""
    ax, ay = abs(x), abs(y)
    small, large = min(ax, ay), max(ax, ay)
    q = small / (large if large > 0.0 else 1.0)
    far = q > 0.66
    v = (q - 1.0) / (q + 1.0) if far else q
    z = v * v
    p = (((-8.750608600031904122785e-1 * z - 1.615753718733365076637e1) * z - 7.500855792314704667340e1) * z
         - 1.228866684490136173410e2) * z - 6.485021904942025371773e1  # fmt: skip
    d = ((((z + 2.485846490142306297962e1) * z + 1.650270098316988542046e2) * z + 4.328810604912902668951e2) * z
         + 4.853903996359136964868e2) * z + 1.945506571482613964425e2  # fmt: skip
    a = v + v * (z * p / d)
    a = a + 0.25 * math.pi if far else a
    a = 0.5 * math.pi - a if ay > ax else a
    a = math.pi - a if x < 0.0 else a
    return -a if y < 0.0 else a


@njit(**_KERNEL)
def near_means(c, w):  # type: ignore[no-untyped-def]
    """Near Earth: drag and secular terms of one satellite's block, down to what Kepler's equation needs."""
    for j in range(BLOCK):
        t = w[R_T + j]
        xm = c[MO] + c[MDOT] * t
        s, co = sincos(xm)
        g = 1.0 + c[ETA] * co
        dm = c[OMG] * t + c[XMC] * (g * g * g - c[DELMO])
        argp = c[ARGPO] + c[ARGPDOT] * t - dm
        sd, cd = small_sincos(dm)
        tempa = 1.0 - t * (c[CC1] + t * (c[D2] + t * (c[D3] + t * c[D4])))
        em = c[ECCO] - (c[BCC4] * t + c[BCC5] * (s * cd + co * sd - c[SMAO]))
        code = 1.0 if (em >= 1.0 or em < -0.001) else 0.0
        em = max(em, 1e-6)
        mm = xm + dm + c[NO] * (t * t * (c[T2] + t * (c[T3] + t * (c[T4] + t * c[T5]))))
        am = c[A0] * tempa * tempa
        sa, ca = sincos(argp)
        ax = em * ca
        tp = 1.0 / (am * (1.0 - em * em))
        w[R_AX + j] = ax
        w[R_AY + j] = em * sa + tp * c[AYC]
        u = mm + argp + tp * c[XLC] * ax
        w[R_U + j] = u - TWO_PI * np.floor(u * PER_TURN)
        w[R_AM + j] = am
        w[R_NODE + j] = c[NODEO] + t * (c[NODEDOT] + t * c[NODECF])
        w[R_CODE + j] = code
        w[R_SINI + j] = c[SINI]
        w[R_COSI + j] = c[COSI]


@njit(**_INLINE)
def _third_body(z0, rate, eccentricity, t):  # type: ignore[no-untyped-def]
    """The three functions of a third body's place that the periodic terms are made of (AIAA 2006-6753, dpper)."""
    zm = z0 + rate * t
    s, _ = sincos(zm)
    s, c = sincos(zm + 2.0 * eccentricity * s)
    return s, 0.5 * s * s - 0.25, -0.5 * s * c


@njit(**_KERNEL)
def deep_means(c, w, j3oj2, zns, zes, znl, zel, rptim):  # type: ignore[no-untyped-def] # noqa: PLR0915
    """Deep space: secular, resonant and lunar-solar terms of one block, down to what Kepler's equation needs.

    Rows R_XL and R_NM hold the resonance's longitude (or the mean anomaly) and its mean motion over that of the epoch,
    R_Y the latter to the power of -2/3.
    """
    kind = c[KIND]
    of_theta = 1.0 if kind == 2.0 else (2.0 if kind == 3.0 else 0.0)
    of_node = of_theta
    of_argp = 1.0 if kind == 2.0 else 0.0
    for j in range(BLOCK):
        t = w[R_T + j]
        argp = c[ARGPO] + (c[ARGPDOT] + c[DOMDT]) * t
        node = c[NODEO] + (c[NODEDOT] + c[DNODT]) * t + c[NODECF] * t * t
        tempa = 1.0 - c[CC1] * t
        mm = w[R_XL + j] + of_theta * (c[GSTO] + t * rptim) - of_node * node - of_argp * argp + c[NO] * c[T2] * t * t
        am = c[A0] * w[R_Y + j] * tempa * tempa
        em = c[ECCO] + (c[DEDT] - c[BCC4]) * t
        code = 1.0 if (em >= 1.0 or em < -0.001) else 0.0
        code = 2.0 if w[R_NM + j] <= 0.0 else code
        em = max(em, 1e-6)
        turns = node * PER_TURN
        whole = np.floor(abs(turns))
        node = node - TWO_PI * (whole if turns >= 0.0 else -whole)  # as C's fmod: Lyddane's term sees its value
        s, f2, f3 = _third_body(c[ZMOS], zns, zes, t)
        m, g2, g3 = _third_body(c[ZMOL], znl, zel, t)
        pe = c[SE2] * f2 + c[SE3] * f3 + c[EE2] * g2 + c[E3] * g3
        pinc = c[SI2] * f2 + c[SI3] * f3 + c[XI2] * g2 + c[XI3] * g3
        pl = c[SL2] * f2 + c[SL3] * f3 + c[SL4] * s + c[XL2] * g2 + c[XL3] * g3 + c[XL4] * m
        pgh = c[SGH2] * f2 + c[SGH3] * f3 + c[SGH4] * s + c[XGH2] * g2 + c[XGH3] * g3 + c[XGH4] * m
        ph = c[SH2] * f2 + c[SH3] * f3 + c[XH2] * g2 + c[XH3] * g3
        inc = c[INCLO] + c[DIDT] * t + pinc
        ep = em + pe
        si, ci = sincos(inc)
        low = inc < 0.2  # rad; Lyddane's modification below
        turn = arctan2(ph, si + pinc * ci)
        plain = ph / (si if si != 0.0 else 1.0)
        dn = turn if low else plain
        argp = argp + pgh - ci * dn - (pinc * si * node if low else 0.0)
        node = node + dn
        under = inc < 0.0
        si = -si if under else si
        node = node + math.pi if under else node
        argp = argp - math.pi if under else argp
        code = 3.0 if (code == 0.0 and (ep < 0.0 or ep > 1.0)) else code
        below = 1.0 + ci
        below = below if abs(below) > 1.5e-12 else 1.5e-12
        sa, ca = sincos(argp)
        ax = ep * ca
        tp = 1.0 / (am * (1.0 - ep * ep))
        w[R_AX + j] = ax
        w[R_AY + j] = ep * sa + tp * (-0.5 * j3oj2 * si)
        u = mm + pl + argp + tp * (-0.25 * j3oj2 * si * (3.0 + 5.0 * ci) / below) * ax
        w[R_U + j] = u - TWO_PI * np.floor(u * PER_TURN)
        w[R_AM + j] = am
        w[R_NODE + j] = node
        w[R_CODE + j] = code
        w[R_SINI + j] = si
        w[R_COSI + j] = ci


@njit(**_KERNEL)
def solve_kepler(w):  # type: ignore[no-untyped-def]
    """Kepler's equation with the long-period terms in it, for a block, to 1e-12 rad or 20 steps of Newton's method."""
    for j in range(BLOCK):
        s, c = sincos(w[R_U + j])
        w[R_E + j] = w[R_U + j]
        w[R_S + j] = s
        w[R_C + j] = c
    for _ in range(20):
        open_ = 0
        for j in range(BLOCK):
            e, s, c, ax, ay = w[R_E + j], w[R_S + j], w[R_C + j], w[R_AX + j], w[R_AY + j]
            d = (w[R_U + j] - ay * c + ax * s - e) / (1.0 - c * ax - s * ay)
            d = min(max(d, -0.75), 0.75)
            sd, cd = small_sincos(d)
            w[R_E + j] = e + d
            w[R_S + j] = s * cd + c * sd
            w[R_C + j] = c * cd - s * sd
            open_ += 1 if abs(d) > 1e-7 else 0  # its square is below rounding after one step more
        if open_ == 0:
            break


@njit(**_KERNEL)
def short_periods(w, radius_m, speed_m_s, j2):  # type: ignore[no-untyped-def]
    """Short-period terms and orientation: position [m] and velocity [m/s] of a block into its last six rows."""
    for j in range(BLOCK):
        ax, ay, s, c, am = w[R_AX + j], w[R_AY + j], w[R_S + j], w[R_C + j], w[R_AM + j]
        sini, cosi = w[R_SINI + j], w[R_COSI + j]
        x2 = cosi * cosi
        con41, x1m, x7 = 3.0 * x2 - 1.0, 1.0 - x2, 7.0 * x2 - 1.0
        ec, es = ax * c + ay * s, ax * s - ay * c
        el2 = ax * ax + ay * ay
        pl = am * (1.0 - el2)
        rl = am * (1.0 - ec)
        irl = 1.0 / rl
        ram = math.sqrt(am)
        beta = math.sqrt(1.0 - el2)
        rdot, rvdot = ram * es * irl, ram * beta * irl
        f = am * irl
        q = es / (1.0 + beta)
        su, cu = f * (s - ay - ax * q), f * (c - ax + ay * q)
        s2, c2 = 2.0 * cu * su, 1.0 - 2.0 * su * su
        ip = 1.0 / pl
        t1 = 0.5 * j2 * ip
        t2 = t1 * ip
        mr = rl * (1.0 - 1.5 * t2 * beta * con41) + 0.5 * t1 * x1m * c2
        a, b = small_sincos(-0.25 * t2 * x7 * s2)
        ss, cs = su * b + cu * a, cu * b - su * a
        sn, cn = sincos(w[R_NODE + j] + 1.5 * t2 * cosi * s2)
        a, b = small_sincos(1.5 * t2 * cosi * sini * c2)
        sinx, cosx = sini * b + cosi * a, cosi * b - sini * a
        n = 1.0 / (am * ram)
        mv = (rdot - n * t1 * x1m * s2) * speed_m_s
        rv = (rvdot + n * t1 * (x1m * c2 + 1.5 * con41)) * speed_m_s
        mx, my = -sn * cosx, cn * cosx
        ux, uy, uz = mx * ss + cn * cs, my * ss + sn * cs, sinx * ss
        vx, vy, vz = mx * cs - cn * ss, my * cs - sn * ss, sinx * cs
        code = w[R_CODE + j]
        code = 4.0 if (code == 0.0 and pl < 0.0) else code
        code = 6.0 if (code == 0.0 and mr < 1.0) else code
        # Through the Earth's core or far beyond the Moon the small angles are none: not for us.
        odd = (pl < 0.3 or am > 100.0) and (code == 0.0 or code == 6.0)  # noqa: PLR1714
        w[R_CODE + j] = 255.0 if odd else code
        r = mr * radius_m
        w[R_OUT + j] = r * ux
        w[R_OUT + BLOCK + j] = r * uy
        w[R_OUT + 2 * BLOCK + j] = r * uz
        w[R_OUT + 3 * BLOCK + j] = mv * ux + rv * vx
        w[R_OUT + 4 * BLOCK + j] = mv * uy + rv * vy
        w[R_OUT + 5 * BLOCK + j] = mv * uz + rv * vz


@njit(**_KERNEL)
def _resonance_rates(c, xli, xni, atime):  # type: ignore[no-untyped-def]
    """Rates of the resonance's longitude and mean motion at one step of its integrator (AIAA 2006-6753, dspace)."""
    g22, g32, g44, g52, g54 = 5.7686396, 0.95240898, 1.8014998, 1.0508330, 4.4108898
    if c[KIND] == 2.0:
        a, b, d = xli - 0.13130908, 2.0 * (xli - 2.8843198), 3.0 * (xli - 0.37448087)
        slow = c[DEL1] * math.sin(a) + c[DEL2] * math.sin(b) + c[DEL3] * math.sin(d)
        fast = c[DEL1] * math.cos(a) + 2.0 * c[DEL2] * math.cos(b) + 3.0 * c[DEL3] * math.cos(d)
    else:
        om = c[ARGPO] + c[ARGPDOT] * atime
        amplitude = (c[D2201], c[D2211], c[D3210], c[D3222], c[D5220], c[D5232], c[D4410], c[D4422], c[D5421], c[D5433])
        angle = (
            2 * om + xli - g22, xli - g22, om + xli - g32, -om + xli - g32, om + xli - g52, -om + xli - g52,
            2 * om + 2 * xli - g44, 2 * xli - g44, om + 2 * xli - g54, -om + 2 * xli - g54,
        )  # fmt: skip
        slow, fast = 0.0, 0.0
        for k in range(10):
            slow += amplitude[k] * math.sin(angle[k])
            fast += (2.0 if k >= 6 else 1.0) * amplitude[k] * math.cos(angle[k])
    rate = xni + c[XFACT]
    return rate, slow, fast * rate


@njit(**_KERNEL)
def resonance_steps(c, first, last):  # type: ignore[no-untyped-def]
    """The integrator's steps ``first`` to ``last`` of 720 min from the epoch: longitude, motion and three rates."""
    table = np.empty((last - first + 1, 5))
    for way in (1, -1):
        xli, xni, step, k = c[XLAMO], c[NO], way * STEP_MIN, 0
        end = last if way > 0 else first
        while k * way <= end * way:
            rate, slow, fast = _resonance_rates(c, xli, xni, k * STEP_MIN)
            if first <= k <= last:
                table[k - first, 0], table[k - first, 1] = xli, xni
                table[k - first, 2], table[k - first, 3], table[k - first, 4] = rate, slow, fast
            xli += rate * step + slow * (0.5 * STEP_MIN * STEP_MIN)
            xni += slow * step + fast * (0.5 * STEP_MIN * STEP_MIN)
            k += way
    return table


@njit(**_KERNEL)
def block_states(c, w, constants, steps, first):  # type: ignore[no-untyped-def]
    """States of one satellite at the times in row R_T; ``steps`` is its resonance table from step ``first``."""
    if c[KIND] == 0.0:
        near_means(c, w)
    else:
        for j in range(BLOCK):
            t = w[R_T + j]
            if c[KIND] == 1.0:
                w[R_XL + j] = c[MO] + (c[MDOT] + c[DMDT]) * t
                w[R_NM + j] = 1.0
                w[R_Y + j] = 1.0
            else:
                k = int(t / STEP_MIN)  # towards zero
                dt = t - k * STEP_MIN
                k -= first
                w[R_XL + j] = steps[k, 0] + dt * (steps[k, 2] + 0.5 * dt * steps[k, 3])
                ratio = (steps[k, 1] + dt * (steps[k, 3] + 0.5 * dt * steps[k, 4])) / c[NO]
                w[R_NM + j] = ratio
                w[R_Y + j] = ratio ** (-2.0 / 3.0)
        deep_means(c, w, constants[3], constants[4], constants[5], constants[6], constants[7], constants[8])
    solve_kepler(w)
    short_periods(w, constants[0], constants[1], constants[2])


@njit(**_KERNEL)
def _steps_for(c, minutes):  # type: ignore[no-untyped-def]
    """The resonance table that these times need, and its first step; one empty row where there is no resonance."""
    if c[KIND] < 2.0:
        return np.zeros((1, 5)), 0
    low, high = minutes[0], minutes[0]
    for t in minutes:
        low, high = min(low, t), max(high, t)
    first, last = int(low / STEP_MIN), int(high / STEP_MIN)
    return resonance_steps(c, first, last), first


@njit(**_KERNEL)
def states_of(c, constants, minutes, states, code):  # type: ignore[no-untyped-def]
    """States of one satellite at minutes from its epoch: rows of ``states`` (6, n) [m, m/s], SGP4's codes (n,)."""
    n = minutes.shape[0]
    if n == 0:
        return
    steps, first = _steps_for(c, minutes)
    w = np.empty(ROWS * BLOCK)
    for begin in range(0, n, BLOCK):
        m = min(BLOCK, n - begin)
        for j in range(BLOCK):
            w[R_T + j] = minutes[begin + min(j, m - 1)]
        block_states(c, w, constants, steps, first)
        for row in range(6):
            for j in range(m):
                states[row, begin + j] = w[R_OUT + row * BLOCK + j]
        for j in range(m):
            code[begin + j] = np.uint8(w[R_CODE + j])


@njit(**_KERNEL)
def fixed_states_of(c, constants, offset_min, seconds, turning, day_s, states, code):  # type: ignore[no-untyped-def]
    """Earth-fixed states of one satellite at ``seconds``; ``offset_min`` is the time from its epoch to second 0.

    ``turning`` has a row a day: sidereal time [rad], its rate [rad/s], polar motion x, y [rad] and their rates, Earth's
    rotation [rad/s] (:func:`bongsu.earth.turning_table`); ``day_s`` is how far second 0 lies in the first of them.
    """
    n = seconds.shape[0]
    if n == 0:
        return
    minutes = np.empty(n)
    for i in range(n):
        minutes[i] = offset_min + seconds[i] / 60.0
    steps, first = _steps_for(c, minutes)
    w = np.empty(ROWS * BLOCK)
    spin = turning[0, 6]
    for begin in range(0, n, BLOCK):
        m = min(BLOCK, n - begin)
        for j in range(BLOCK):
            w[R_T + j] = minutes[begin + min(j, m - 1)]
        block_states(c, w, constants, steps, first)
        for j in range(BLOCK):
            second = seconds[begin + min(j, m - 1)] + day_s
            row = min(max(int(second / 86400.0), 0), turning.shape[0] - 1)
            second -= row * 86400.0
            w[R_U + j] = turning[row, 0] + turning[row, 1] * second
            w[R_AX + j] = turning[row, 2] + turning[row, 4] * second
            w[R_AY + j] = turning[row, 3] + turning[row, 5] * second
        _turn(w, spin)
        for row in range(6):
            for j in range(m):
                states[row, begin + j] = w[R_OUT + row * BLOCK + j]
        for j in range(m):
            code[begin + j] = np.uint8(w[R_CODE + j])


@njit(**_KERNEL)
def _turn(w, spin):  # type: ignore[no-untyped-def]
    """A block's states from TEME to the Earth-fixed frame, as ``earth.teme_to_fixed`` does it."""
    for j in range(BLOCK):
        s, c = sincos(w[R_U + j])
        px, py = w[R_AX + j], w[R_AY + j]
        x, y, z = w[R_OUT + j], w[R_OUT + BLOCK + j], w[R_OUT + 2 * BLOCK + j]
        u, v, t = w[R_OUT + 3 * BLOCK + j], w[R_OUT + 4 * BLOCK + j], w[R_OUT + 5 * BLOCK + j]
        x, y = c * x + s * y, c * y - s * x
        u, v = c * u + s * v + spin * y, c * v - s * u - spin * x
        w[R_OUT + j] = x + px * z
        w[R_OUT + BLOCK + j] = y - py * z
        w[R_OUT + 2 * BLOCK + j] = z + py * y - px * x
        w[R_OUT + 3 * BLOCK + j] = u + px * t
        w[R_OUT + 4 * BLOCK + j] = v - py * t
        w[R_OUT + 5 * BLOCK + j] = t + py * v - px * u


@njit(**_KERNEL)
def states_of_many(coefficients, epoch, constants, day, fraction, position, velocity, code):  # type: ignore[no-untyped-def]
    """States of satellites at common times, given as split Julian dates.

    ``coefficients`` (m, columns), ``epoch`` (m, 2); ``position`` and ``velocity`` (m, n, 3), ``code`` (m, n). A
    ``velocity`` of length 0 is not wanted. Where SGP4 gives an error the state is NaN.
    """
    n = day.shape[0]
    minutes = np.empty(n)
    w = np.empty(ROWS * BLOCK)
    for i in range(coefficients.shape[0]):
        c = coefficients[i]
        for j in range(n):
            minutes[j] = ((day[j] - epoch[i, 0]) + (fraction[j] - epoch[i, 1])) * 1440.0
        steps, first = _steps_for(c, minutes)
        for begin in range(0, n, BLOCK):
            m = min(BLOCK, n - begin)
            for j in range(BLOCK):
                w[R_T + j] = minutes[begin + min(j, m - 1)]
            block_states(c, w, constants, steps, first)
            _hand_over(w, i, begin, m, position, velocity, code)


@njit(**_KERNEL)
def _hand_over(w, i, begin, m, position, velocity, code):  # type: ignore[no-untyped-def]
    """A block's states from rows into the output, NaN where there is an error."""
    bad = 0
    for j in range(m):
        bad += 1 if w[R_CODE + j] != 0.0 else 0
        code[i, begin + j] = np.uint8(w[R_CODE + j])
    if bad:
        for j in range(m):
            if w[R_CODE + j] != 0.0:
                for row in range(6):
                    w[R_OUT + row * BLOCK + j] = np.nan
    p = position[i]
    for j in range(m):
        p[begin + j, 0] = w[R_OUT + j]
        p[begin + j, 1] = w[R_OUT + BLOCK + j]
        p[begin + j, 2] = w[R_OUT + 2 * BLOCK + j]
    if velocity.shape[0]:
        v = velocity[i]
        for j in range(m):
            v[begin + j, 0] = w[R_OUT + 3 * BLOCK + j]
            v[begin + j, 1] = w[R_OUT + 4 * BLOCK + j]
            v[begin + j, 2] = w[R_OUT + 5 * BLOCK + j]
