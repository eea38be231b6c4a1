"""The search for passes over many sites, compiled: one satellite at a time, all sites at once.

A satellite's Earth-fixed path is given at nodes; between two nodes (a *piece*) it is the cubic Hermite curve. For a site
at P with normal N the satellite at r stands above the limit where f = d.N - s |d| > 0, with d = r - P and s the sine
of the limit. Nothing is missed because every step rests on a bound:

- a piece lies within a cap on the sphere; a site outside the cap widened by the greatest angle at which the satellite
  can stand at the limit does not see it in that piece;
- |f''| <= M = (1 + s) A + s V^2 / D on a piece, with A, V, D bounds of acceleration, speed and least range; so f keeps
  its sign between a and b if both values are farther from zero than M (b - a)^2 / 8, and has exactly one root if the
  signs differ and the two slopes add to more than M (b - a). Otherwise the piece is halved;
- where the curve's own error could decide, the piece is given back as doubtful, for the caller to refine.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

__all__ = [
    "PATH_ROWS",
    "approach",
    "hand_over",
    "moments_of",
    "node_times",
    "polish",
    "polish_again",
    "prepare_path",
    "scan",
]

PATH_ROWS = 9  # cap x, y, z, its cosine; speed, acceleration, least radius; hopeless below; error
_DEPTH = 14  # halvings of a piece
_GROUP = 8  # pieces whose common cap is tried first

_EXACT: dict[str, Any] = {"error_model": "numpy", "fastmath": {"contract"}}
_INLINE: dict[str, Any] = {**_EXACT, "forceinline": True}
_KERNEL: dict[str, Any] = {**_EXACT, "cache": True, "nogil": True}


@njit(**_KERNEL)
def node_times(end_s, motion_rad_s, eccentricity, anomaly, per_turn, longest_s, out):  # type: ignore[no-untyped-def]
    """Times of nodes from 0 to ``end_s``, evenly spaced in eccentric anomaly: close at perigee, wide at apogee.

    ``anomaly`` is the mean anomaly at 0. Gives the number of nodes, or 0 where ``out`` is too short.
    """
    step = 2.0 * math.pi / per_turn
    e = anomaly
    for _ in range(30):
        e -= (e - eccentricity * math.sin(e) - anomaly) / (1.0 - eccentricity * math.cos(e))
    out[0] = 0.0
    count, t = 1, 0.0
    while t < end_s:
        e += step
        after = (e - eccentricity * math.sin(e) - anomaly) / motion_rad_s
        if after - t > longest_s:
            pieces = math.ceil((after - t) / longest_s)
            e -= step * (1.0 - 1.0 / pieces)
            after = (e - eccentricity * math.sin(e) - anomaly) / motion_rad_s
        if count >= out.shape[0]:
            return 0
        if after <= t + 1e-3:
            continue
        t = min(after, end_s)
        out[count] = t
        count += 1
    if count == 1:  # a window of no length is an instant
        out[1] = 0.0
        count = 2
    if count > 2 and out[count - 1] - out[count - 2] < 1e-3:
        out[count - 2] = out[count - 1]
        count -= 1
    return count


@njit(**_KERNEL)
def prepare_path(times, q, s, cos_low, sin_low, site_low, site_high, gm, spin, path):  # type: ignore[no-untyped-def]
    """What every piece between two nodes is bounded by, into the rows of ``path`` (PATH_ROWS, nodes).

    ``q`` (6, n) is the Earth-fixed path; ``cos_low``, ``sin_low`` belong to the limit less the greatest angle between
    a site's normal and its direction; ``site_low`` and ``site_high`` bound the sites' distances from the centre.
    """
    for k in range(times.shape[0] - 1):
        h = times[k + 1] - times[k]
        x0, y0, z0, x1, y1, z1 = q[0, k], q[1, k], q[2, k], q[0, k + 1], q[1, k + 1], q[2, k + 1]
        r0, r1 = math.sqrt(x0 * x0 + y0 * y0 + z0 * z0), math.sqrt(x1 * x1 + y1 * y1 + z1 * z1)
        v0 = math.sqrt(q[3, k] * q[3, k] + q[4, k] * q[4, k] + q[5, k] * q[5, k])
        v1 = math.sqrt(q[3, k + 1] * q[3, k + 1] + q[4, k + 1] * q[4, k + 1] + q[5, k + 1] * q[5, k + 1])
        low = min(r0, r1)
        fast = max(v0, v1)
        # Acceleration in the turning frame; 5 % cover the oblateness and what changes within the piece.
        a = 1.05 * (gm / (low * low) + 2.0 * spin * fast + spin * spin * max(r0, r1))
        bulge = a * h * h * 0.125
        low, high = max(low - bulge, 1.0), max(r0, r1) + bulge
        a = 1.05 * (gm / (low * low) + 2.0 * spin * fast + spin * spin * high)
        fast = fast + 0.5 * a * h
        nearest = max(low - site_high, 1.0e4)
        i0, i1 = 1.0 / r0, 1.0 / r1
        cx, cy, cz = x0 * i0 + x1 * i1, y0 * i0 + y1 * i1, z0 * i0 + z1 * i1
        half = 0.25 * (cx * cx + cy * cy + cz * cz)  # (1 + cos of the angle between the nodes) / 2
        length = math.sqrt(max(4.0 * half, 1e-12))
        cos_half, sin_half = math.sqrt(min(half, 1.0)), math.sqrt(max(1.0 - half, 0.0))
        ratio = min(site_low * cos_low / high, 1.0)
        other = math.sqrt(max(1.0 - ratio * ratio, 0.0))
        cos_view = ratio * cos_low + other * sin_low
        sin_view = other * cos_low - ratio * sin_low
        aside = (2.0 * spin * fast + spin * spin * high) * h * h * 0.125 / low  # off the great circle
        path[0, k], path[1, k], path[2, k] = cx / length, cy / length, cz / length
        path[3, k] = cos_view * cos_half - sin_view * sin_half - aside - 1e-6
        path[4, k], path[5, k], path[6, k] = fast, a, low
        path[7, k] = ((1.0 + s) * a + s * fast * fast / nearest) * h * h * 0.125
        # Hermite: h^4 / 384 of the fourth derivative; for motion at angular rate w that is w^2 times the acceleration.
        rate = math.sqrt(gm / (low * low * low)) + spin
        path[8, k] = (1.0 + s) * 4.0 * a * rate * rate * h * h * h * h / 384.0


@njit(**_INLINE)
def _height(q, k, place, j, s):  # type: ignore[no-untyped-def]
    """f and the range at a node."""
    x, y, z = q[0, k] - place[j, 0], q[1, k] - place[j, 1], q[2, k] - place[j, 2]
    d = math.sqrt(x * x + y * y + z * z)
    return x * place[j, 3] + y * place[j, 4] + z * place[j, 5] - s * d, d


@njit(**_INLINE)
def _slopes(q, k, place, j, s):  # type: ignore[no-untyped-def]
    """The slope of f, and the climb (rate of the elevation's sine, times the cube of the range), at a node."""
    x, y, z = q[0, k] - place[j, 0], q[1, k] - place[j, 1], q[2, k] - place[j, 2]
    u, v, w = q[3, k], q[4, k], q[5, k]
    up = x * place[j, 3] + y * place[j, 4] + z * place[j, 5]
    rise = u * place[j, 3] + v * place[j, 4] + w * place[j, 5]
    dd = x * x + y * y + z * z
    dv = x * u + y * v + z * w
    return rise - s * dv / math.sqrt(dd), rise * dd - up * dv


@njit(**_INLINE)
def _between(q, k, h, u, place, j, s):  # type: ignore[no-untyped-def]
    """f, its slope, the climb and the sine of the elevation at the share ``u`` of piece ``k``."""
    a, b = (1 + 2 * u) * (1 - u) * (1 - u), u * (1 - u) * (1 - u) * h
    c, d = u * u * (3 - 2 * u), u * u * (u - 1) * h
    e, f, g = 6 * u * (u - 1) / h, 3 * u * u - 4 * u + 1, 3 * u * u - 2 * u
    x = a * q[0, k] + b * q[3, k] + c * q[0, k + 1] + d * q[3, k + 1] - place[j, 0]
    y = a * q[1, k] + b * q[4, k] + c * q[1, k + 1] + d * q[4, k + 1] - place[j, 1]
    z = a * q[2, k] + b * q[5, k] + c * q[2, k + 1] + d * q[5, k + 1] - place[j, 2]
    p = e * (q[0, k] - q[0, k + 1]) + f * q[3, k] + g * q[3, k + 1]
    r = e * (q[1, k] - q[1, k + 1]) + f * q[4, k] + g * q[4, k + 1]
    t = e * (q[2, k] - q[2, k + 1]) + f * q[5, k] + g * q[5, k + 1]
    up = x * place[j, 3] + y * place[j, 4] + z * place[j, 5]
    rise = p * place[j, 3] + r * place[j, 4] + t * place[j, 5]
    dd = x * x + y * y + z * z
    dv = x * p + y * r + z * t
    length = math.sqrt(dd)
    return up - s * length, rise - s * dv / length, rise * dd - up * dv, up / length


@njit(**_INLINE)
def _cubic_root(fa, ga, fb, gb, w):  # type: ignore[no-untyped-def]
    """Share at which the cubic through two values of opposite sign and two slopes is 0; good to some milliseconds."""
    p, r = ga * w, gb * w
    c2, c3 = 3.0 * (fb - fa) - 2.0 * p - r, 2.0 * (fa - fb) + p + r
    u = fa / (fa - fb)
    for _ in range(4):
        slope = p + u * (2.0 * c2 + 3.0 * c3 * u)
        u -= (fa + u * (p + u * (c2 + u * c3))) / (slope if slope != 0.0 else 1.0)
        u = min(max(u, 0.0), 1.0)
    return u


@njit(**_KERNEL)
def _top(q, k, h, a, b, place, j, s):  # type: ignore[no-untyped-def]
    """Share and sine of elevation where the climb ends between ``a`` (climbing) and ``b`` (sinking), to some 20 ms."""
    _, _, ca, _ = _between(q, k, h, a, place, j, s)
    _, _, cb, _ = _between(q, k, h, b, place, j, s)
    kept = 0
    u, best = b, -2.0
    for _ in range(60):
        before = u
        u = a - ca * (b - a) / (cb - ca) if cb != ca else 0.5 * (a + b)
        _, _, c, best = _between(q, k, h, u, place, j, s)
        if c > 0.0:
            a, ca = u, c
            cb = 0.5 * cb if kept == 1 else cb
            kept = 1
        else:
            b, cb = u, c
            ca = 0.5 * ca if kept == -1 else ca
            kept = -1
        if abs(u - before) * h < 0.2 or (b - a) * h < 0.02:
            break
    return u, best


@njit(**_KERNEL)
def _crossings(q, k, h, f0, g0, f1, g1, d0, d1, path, place, j, s, stack, roots):  # type: ignore[no-untyped-def]
    """Every root of f in a piece, in order, as shares; their number, or -1 - number where some place stays doubtful."""
    fast, a, low = path[4, k], path[5, k], path[6, k]
    radius = math.sqrt(place[j, 0] ** 2 + place[j, 1] ** 2 + place[j, 2] ** 2)
    nearest = max(0.5 * (d0 + d1 - fast * h), low - radius, 1.0e4)
    bound = (1.0 + s) * a + s * fast * fast / nearest
    error = path[8, k]
    count, doubt, depth = 0, False, 0
    stack[0, 0], stack[0, 1], stack[0, 2], stack[0, 3] = 1.0, f1, g1, 0.0
    ua, fa, ga = 0.0, f0, g0
    while depth >= 0:
        ub, fb, gb, level = stack[depth, 0], stack[depth, 1], stack[depth, 2], stack[depth, 3]
        w = (ub - ua) * h
        slope = ga + gb
        one_way = abs(slope) > bound * w
        if (fa > 0.0) == (fb > 0.0):
            split = not one_way and min(abs(fa), abs(fb)) < bound * w * w * 0.125 + error
            if split and level >= _DEPTH:
                split, doubt = False, True
        else:
            split = not (one_way and (slope > 0.0) == (fb > 0.0))
            if split and level >= _DEPTH:
                split, doubt = False, True
            if not split:
                if count < roots.shape[0]:
                    roots[count] = ua + (ub - ua) * _cubic_root(fa, ga, fb, gb, w)
                    count += 1
                else:
                    doubt = True
        if split:
            um = 0.5 * (ua + ub)
            fm, gm, _, _ = _between(q, k, h, um, place, j, s)
            stack[depth, 3] = level + 1.0
            depth += 1
            stack[depth, 0], stack[depth, 1], stack[depth, 2], stack[depth, 3] = um, fm, gm, level + 1.0
        else:
            ua, fa, ga = ub, fb, gb
            depth -= 1
    return -1 - count if doubt else count


@njit(**_KERNEL)
def _near_group(path, begin, end, direction, near):  # type: ignore[no-untyped-def]
    """Sites within the one cap that holds the caps of some pieces; their number."""
    middle = (begin + end) // 2
    cx, cy, cz = path[0, middle], path[1, middle], path[2, middle]
    off, widest = 1.0, 1.0
    for k in range(begin, end):
        off = min(off, cx * path[0, k] + cy * path[1, k] + cz * path[2, k])
        widest = min(widest, path[3, k])
    angle = math.acos(max(min(off, 1.0), -1.0)) + math.acos(max(min(widest, 1.0), -1.0))
    limit = math.cos(angle) - 1e-9 if angle < math.pi else -2.0
    found = 0
    for j in range(direction.shape[1]):
        near[found] = j
        found += 1 if cx * direction[0, j] + cy * direction[1, j] + cz * direction[2, j] > limit else 0
    return found


@njit(**_KERNEL)
def scan(times, q, path, direction, place, s, rows, doubtful, scratch, stack, roots):  # type: ignore[no-untyped-def] # noqa: PLR0915
    """Passes of one satellite over all sites.

    ``direction`` (3, m) and ``place`` (m, 6: position, normal) are the sites. Rows of the result: site, rise,
    culmination, set [s], then 1 where open at the start, 2 at the end, 3 at both. ``doubtful`` (n, 2) takes site and
    piece where the curve's error may decide. Gives the two numbers of rows; where one is greater than there is room
    for, the rest is left out and the caller asks again.

    ``scratch`` has a row per site: last node looked at, f and range there; whether it is up, the pass's rise, best time,
    best sine of elevation, open mark.
    """
    sites = place.shape[0]
    near, chosen = np.empty(sites + 1, dtype=np.int64), np.empty(sites + 1, dtype=np.int64)
    for j in range(sites):
        scratch[j, 0] = -1.0
        scratch[j, 3] = 0.0
    count, doubts, nearby = 0, 0, 0
    last = times.shape[0] - 2
    for k in range(last + 1):
        if k % _GROUP == 0:
            nearby = _near_group(path, k, min(k + _GROUP, last + 1), direction, near)
        cx, cy, cz, limit = path[0, k], path[1, k], path[2, k], path[3, k]
        found = 0
        for index in range(nearby):
            j = near[index]
            chosen[found] = j
            found += 1 if cx * direction[0, j] + cy * direction[1, j] + cz * direction[2, j] > limit else 0
        if found == 0:
            continue
        h = times[k + 1] - times[k]
        hopeless = path[7, k] + path[8, k]
        hopeless_rate = 4.0 * path[7, k] / (h * h)  # half the bound of f''
        for index in range(found):
            j = chosen[index]
            own = scratch[j]
            if own[0] == k:
                f0, d0 = own[1], own[2]
            else:
                f0, d0 = _height(q, k, place, j, s)
                own[3] = 0.0
            f1, d1 = _height(q, k + 1, place, j, s)
            own[0], own[1], own[2] = k + 1, f1, d1
            if f0 < -hopeless and f1 < -hopeless:
                continue
            if k == 0 and f0 > 0.0:
                own[3], own[4], own[5], own[6], own[7] = 1.0, times[0], times[0], -2.0, 1.0
            g0, c0 = _slopes(q, k, place, j, s)
            g1, c1 = _slopes(q, k + 1, place, j, s)
            crossings = 0
            slope = g0 + g1
            plain = (f0 > 0.0) != (f1 > 0.0) and abs(slope) > 2.0 * hopeless_rate * h and (slope > 0.0) == (f1 > 0.0)
            if plain:
                roots[0] = _cubic_root(f0, g0, f1, g1, h)
                crossings = 1
            elif f0 < hopeless or f1 < hopeless:
                crossings = _crossings(q, k, h, f0, g0, f1, g1, d0, d1, path, place, j, s, stack, roots)
                if crossings < 0:
                    if doubts < doubtful.shape[0]:
                        doubtful[doubts, 0], doubtful[doubts, 1] = j, k
                    doubts += 1
                    crossings = -1 - crossings
            if crossings == 0:
                if own[3] > 0.0 and c0 > 0.0 and c1 <= 0.0:
                    _note_top(q, times, k, h, 0.0, 1.0, place, j, s, own)
            else:
                count = _pieces_of(q, times, k, h, c0, c1, crossings, roots, place, j, s, own, rows, count)
            if k == last and own[3] > 0.0:
                count = _close(rows, count, own, j, times[last + 1], 2.0)
    return count, doubts


@njit(**_KERNEL)
def _note_top(q, times, k, h, begin, end, place, j, s, own):  # type: ignore[no-untyped-def]
    """Keep the top between two shares of a piece if it is the highest of its pass."""
    u, height = _top(q, k, h, begin, end, place, j, s)
    if height > own[6]:
        own[5], own[6] = times[k] + u * h, height


@njit(**_KERNEL)
def _pieces_of(q, times, k, h, c0, c1, crossings, roots, place, j, s, own, rows, count):  # type: ignore[no-untyped-def]
    """Open and close passes at the roots of one piece, with the tops between them."""
    begin, climbing = 0.0, c0 > 0.0
    for c in range(crossings + 1):
        end = roots[c] if c < crossings else 1.0
        climb = c1
        if c < crossings:
            _, _, climb, _ = _between(q, k, h, end, place, j, s)
        if own[3] > 0.0 and climbing and climb <= 0.0:
            _note_top(q, times, k, h, begin, end, place, j, s, own)
        if c == crossings:
            break
        t = times[k] + end * h
        if own[3] > 0.0:
            count = _close(rows, count, own, j, t, 0.0)
        else:
            own[3], own[4], own[5], own[6], own[7] = 1.0, t, t, -2.0, 0.0
        begin, climbing = end, climb > 0.0
    return count


@njit(**_INLINE)
def _close(rows, count, own, j, t, mark):  # type: ignore[no-untyped-def]
    """Write the pass that is open over site ``j`` and ends at ``t``; without a top inside its culmination is NaN."""
    if count < rows.shape[0]:
        rows[count, 0], rows[count, 1], rows[count, 2], rows[count, 3] = j, own[4], own[5], t
        rows[count, 4] = own[7] + mark
        if own[6] == -2.0:
            rows[count, 2] = np.nan
    own[3] = 0.0
    return count + 1


@njit(**_KERNEL)
def moments_of(rows, seconds):  # type: ignore[no-untyped-def]
    """The times of all rises, then all sets, then all tops, into ``seconds`` (3 n,); a pass without a top takes its rise."""
    n = rows.shape[0]
    for i in range(n):
        seconds[i], seconds[n + i] = rows[i, 1], rows[i, 3]
        seconds[2 * n + i] = rows[i, 2] if rows[i, 2] == rows[i, 2] else rows[i, 1]


@njit(**_INLINE)
def _newton(t, q, k, place, j, s, bound, end_s):  # type: ignore[no-untyped-def]
    """A step of Newton's method on f at a true state; the time after it, and what it leaves at most. [s]"""
    f, _ = _height(q, k, place, j, s)
    g, _ = _slopes(q, k, place, j, s)
    d = -f / g if g != 0.0 else 0.0
    d = min(max(d, -30.0), 30.0)
    left = bound * d * d / (2.0 * abs(g)) if g != 0.0 else 1.0
    return min(max(t + d, 0.0), end_s), left


@njit(**_INLINE)
def _sine(q, k, place, j):  # type: ignore[no-untyped-def]
    """Sine of the elevation at a true state."""
    x, y, z = q[0, k] - place[j, 0], q[1, k] - place[j, 1], q[2, k] - place[j, 2]
    return (x * place[j, 3] + y * place[j, 4] + z * place[j, 5]) / math.sqrt(x * x + y * y + z * z)


@njit(**_INLINE)
def _true_top(q, k, place, j, gm, spin):  # type: ignore[no-untyped-def]
    """A step of Newton's method on the climb at a true state [s], and the sine of the elevation after it."""
    rx, ry, rz, u, v, w = q[0, k], q[1, k], q[2, k], q[3, k], q[4, k], q[5, k]
    x, y, z = rx - place[j, 0], ry - place[j, 1], rz - place[j, 2]
    rr = rx * rx + ry * ry + rz * rz
    pull = -gm / (rr * math.sqrt(rr))
    ax = pull * rx + 2.0 * spin * v + spin * spin * rx
    ay = pull * ry - 2.0 * spin * u + spin * spin * ry
    az = pull * rz
    up = x * place[j, 3] + y * place[j, 4] + z * place[j, 5]
    rise = u * place[j, 3] + v * place[j, 4] + w * place[j, 5]
    dd, dv = x * x + y * y + z * z, x * u + y * v + z * w
    c = rise * dd - up * dv
    bend = (
        (ax * place[j, 3] + ay * place[j, 4] + az * place[j, 5]) * dd
        + rise * dv
        - up * (u * u + v * v + w * w + x * ax + y * ay + z * az)
    )
    d = -c / bend if bend < 0.0 else 0.0
    d = min(max(d, -1.0), 1.0)
    length = math.sqrt(dd)
    return d, up / length + 0.5 * d * c / (dd * length)


@njit(**_KERNEL)
def polish(rows, seconds, q, place, s, bound, end_s, gm, spin, left, elevation):  # type: ignore[no-untyped-def]
    """One step towards true states ``q`` (6, 3 n) at ``seconds`` (:func:`moments_of`), in place.

    ``left`` (2 n,) takes what may be left at each rise and set [s], ``elevation`` (n,) the greatest [rad]. A pass cut by
    the span, or one without a top inside, may be highest at an end. Gives the number of those left by more than 0.1 ms.
    """
    n = rows.shape[0]
    again = 0
    for i in range(n):
        j, mark = int(rows[i, 0]), int(rows[i, 4])
        left[i], left[n + i] = 0.0, 0.0
        if mark & 1 == 0:
            seconds[i], left[i] = _newton(seconds[i], q, i, place, j, s, bound, end_s)
        if mark & 2 == 0:
            seconds[n + i], left[n + i] = _newton(seconds[n + i], q, n + i, place, j, s, bound, end_s)
        again += (1 if left[i] > 1e-4 else 0) + (1 if left[n + i] > 1e-4 else 0)
        topped = rows[i, 2] == rows[i, 2]
        best = -2.0
        if topped:
            step, best = _true_top(q, 2 * n + i, place, j, gm, spin)
            seconds[2 * n + i] += step
        for end in range(2):
            if mark & (end + 1) or not topped:
                height = _sine(q, end * n + i, place, j)
                if height > best:
                    best, seconds[2 * n + i] = height, seconds[end * n + i]
        elevation[i] = math.asin(min(max(best, -1.0), 1.0))
    return again


@njit(**_KERNEL)
def polish_again(seconds, which, rows, q, place, s, bound, end_s, left):  # type: ignore[no-untyped-def]
    """A further step for some rises and sets (``which``, indices of ``seconds``); the number of those left by 0.1 ms."""
    n = rows.shape[0]
    again = 0
    for i in range(which.shape[0]):
        k = which[i]
        j = int(rows[k % n, 0])
        seconds[k], left[k] = _newton(seconds[k], q, i, place, j, s, bound, end_s)
        again += 1 if left[k] > 1e-4 else 0
    return again


@njit(**_KERNEL)
def hand_over(rows, seconds, elevation, micro, site, mark, degrees):  # type: ignore[no-untyped-def]
    """Passes as columns: ``micro`` (3, n) whole microseconds of rise, culmination and set, site, open marks, degrees."""
    n = rows.shape[0]
    for i in range(n):
        rise, end = seconds[i], seconds[n + i]
        end = max(rise, end)
        top = min(max(seconds[2 * n + i], rise), end)
        micro[0, i] = np.int64(math.floor(rise * 1e6 + 0.5))
        micro[1, i] = np.int64(math.floor(top * 1e6 + 0.5))
        micro[2, i] = np.int64(math.floor(end * 1e6 + 0.5))
        site[i], mark[i] = int(rows[i, 0]), int(rows[i, 4])
        degrees[i] = elevation[i] * (180.0 / math.pi)


@njit(**_KERNEL)
def approach(seconds, low, high, site_of, q, place, gm, spin):  # type: ignore[no-untyped-def]
    """A step of Newton's method towards the least range at true states, ``seconds`` (m,) in place, kept in [low, high].

    Gives the longest step. [s]
    """
    longest = 0.0
    for i in range(seconds.shape[0]):
        j = site_of[i]
        rx, ry, rz, u, v, w = q[0, i], q[1, i], q[2, i], q[3, i], q[4, i], q[5, i]
        x, y, z = rx - place[j, 0], ry - place[j, 1], rz - place[j, 2]
        rr = rx * rx + ry * ry + rz * rz
        pull = -gm / (rr * math.sqrt(rr))
        ax = pull * rx + 2.0 * spin * v + spin * spin * rx
        ay = pull * ry - 2.0 * spin * u + spin * spin * ry
        dv = x * u + y * v + z * w
        bend = u * u + v * v + w * w + x * ax + y * ay + z * pull * rz
        d = -dv / bend if bend > 0.0 else (-120.0 if dv > 0.0 else 120.0)
        d = min(max(d, -120.0), 120.0)
        after = min(max(seconds[i] + d, low[i]), high[i])
        longest = max(longest, abs(after - seconds[i]))
        seconds[i] = after
    return longest
