"""Workloads of the overflight benchmark, and where their passes truly lie.

Workloads are drawn from a seed alone. With the seed 20240705 they are those of the project's first study of peers, so
that its figures can be compared. The truth is SGP4 (the ``sgp4`` library, C++) every 10 s and halving on its own
states below a millisecond: no interpolation anywhere. Only NumPy and ``sgp4`` are needed.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from sgp4.api import Satrec

SEED = 20240705
START_JD = 2460496.5  # 2024-07-05 00:00 UTC
START_YEAR, START_DAY = 24, 187
LIMIT_DEG = 10.0
_GM_KM3_S2 = 398600.4418
_RADIUS_KM, _FLATTENING = 6378.137, 1.0 / 298.257223563  # WGS 84

# Share, inclination [deg], mean motion [rev/day], eccentricity, log10 of B*: shares after the public catalogue of 2024-07.
CATALOGUE = (
    (0.20, (53.0, 53.25), (15.04, 15.30), (1e-4, 2e-4), (-4.5, -3.3)),
    (0.06, (42.9, 43.1), (15.2, 15.45), (1e-4, 2e-4), (-4.5, -3.3)),
    (0.28, (96.5, 99.5), (14.2, 15.35), (2e-4, 1e-2), (-5.0, -3.0)),
    (0.10, (82.0, 91.0), (12.9, 14.9), (5e-4, 2e-2), (-4.5, -3.0)),
    (0.13, (62.0, 75.0), (13.2, 15.2), (5e-4, 3e-2), (-4.5, -3.0)),
    (0.05, (28.0, 52.0), (13.0, 15.6), (5e-4, 5e-2), (-4.5, -3.0)),
    (0.03, (20.0, 35.0), (8.0, 12.5), (5e-2, 3e-1), (-4.5, -3.0)),
    (0.06, (0.01, 15.0), (0.995, 1.010), (1e-4, 2e-3), (-9, -8)),  # geosynchronous, 24 h resonance
    (0.03, (54.0, 65.5), (1.70, 2.13), (5e-4, 2e-2), (-9, -8)),  # navigation
    (0.02, (62.5, 64.5), (2.003, 2.008), (0.60, 0.72), (-5, -4)),  # Molniya, 12 h resonance
    (0.04, (4.0, 30.0), (2.2, 4.5), (0.55, 0.73), (-4.5, -3.5)),  # transfer
)
IMAGING = (
    (0.70, (97.2, 98.6), (14.6, 15.3), (1e-4, 2e-3), (-4.5, -3.5)),
    (0.20, (42.0, 66.0), (14.9, 15.4), (1e-4, 2e-3), (-4.5, -3.5)),
    (0.10, (63.3, 63.5), (13.4, 13.5), (1e-3, 1e-2), (-4.5, -3.5)),
)
Lines = tuple[str, str]
Place = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class Work:
    """Satellites (pairs of element lines), places (latitude, longitude [deg], height [m]) and days from START_JD."""

    name: str
    satellites: list[Lines]
    places: list[Place]
    days: int


def _checked(line: str) -> str:
    return line + str(sum(int(c) if c.isdigit() else c == "-" for c in line) % 10)


def _power(value: float) -> str:
    """A drag term as lines carry it: sign, five digits after the point, exponent."""
    exponent = math.floor(math.log10(value)) + 1
    digits = round(value / 10**exponent * 1e5)
    if digits >= 100_000:
        digits, exponent = digits // 10, exponent + 1
    return f" {digits:05d}{'-' if exponent < 0 else '+'}{abs(exponent)}"


def element_lines(count: int, seed: int, kinds: tuple = CATALOGUE) -> list[Lines]:
    """Random element sets of the given kinds, epochs within a day before the start, perigee above 250 km."""
    rng = np.random.default_rng(seed)
    share = np.array([kind[0] for kind in kinds])
    chosen = rng.choice(len(kinds), count, p=share / share.sum())
    pairs = []
    for number, which in enumerate(chosen, start=10_000):
        _, inclination, motion, eccentricity, drag = kinds[which]
        n = rng.uniform(*motion)
        axis_km = (_GM_KM3_S2 / (n * 2 * math.pi / 86400) ** 2) ** (1 / 3)
        e = math.exp(rng.uniform(math.log(eccentricity[0]), math.log(eccentricity[1])))
        e = min(e, max(1e-5, 1 - (_RADIUS_KM + 250) / axis_km))
        day = START_DAY - rng.uniform(0.05, 1.0)
        tilt, node, perigee, anomaly = (rng.uniform(*span) for span in (inclination, (0, 360), (0, 360), (0, 360)))
        bstar = 10 ** rng.uniform(*drag)
        first = f"1 {number:05d}U 24001A   {START_YEAR:02d}{day:012.8f}  .00001000  00000+0 {_power(bstar)} 0  999"
        second = (
            f"2 {number:05d} {tilt:8.4f} {node:8.4f} {round(e * 1e7):07d} {perigee:8.4f} {anomaly:8.4f} {n:11.8f}    1"
        )
        pairs.append((_checked(first), _checked(second)))
    return pairs


def places(count: int, seed: int) -> list[Place]:
    """Pyongyang first; two of five around Korea, the others over the globe."""
    rng = np.random.default_rng(seed)
    found = [(39.04, 125.76, 30.0)]
    while len(found) < count:
        if len(found) % 5 < 2:
            found.append((rng.uniform(33, 43), rng.uniform(124, 132), rng.uniform(0, 500)))
        else:
            latitude = math.degrees(math.asin(rng.uniform(-0.98, 0.98)))
            found.append((latitude, rng.uniform(-180, 180), rng.uniform(0, 500)))
    return found[:count]


def work_of(name: str, seed: int = SEED) -> Work:
    """A: 10,000 catalogue sets (for propagation). B1 to B4: passes, from one pair to 1000 mixed x 100 places x 1 day."""
    made = {
        "A": lambda: (element_lines(10_000, seed), [], 1),
        "B1": lambda: (element_lines(1, seed + 2, IMAGING[:1]), places(1, seed + 1), 10),
        "B2": lambda: (element_lines(1, seed + 2, IMAGING[:1]), places(100, seed + 1), 7),
        "B3": lambda: (element_lines(100, seed + 3, IMAGING), places(100, seed + 1), 3),
        "B4": lambda: (element_lines(1000, seed + 4), places(100, seed + 1), 1),
    }
    satellites, sites, days = made[name]()
    return Work(name=name, satellites=satellites, places=sites, days=days)


def part_of(work: Work, count: int) -> Work:
    """The same with the first satellites only."""
    return Work(name=work.name, satellites=work.satellites[:count], places=work.places, days=work.days)


def _place_vectors(sites: list[Place]) -> tuple[np.ndarray, np.ndarray]:
    """Earth-fixed positions [km] and normals of the ellipsoid, (m, 3) each."""
    latitude, longitude, height = np.array(sites).T
    phi, lam = np.radians(latitude), np.radians(longitude)
    e2 = _FLATTENING * (2.0 - _FLATTENING)
    radius = _RADIUS_KM / np.sqrt(1.0 - e2 * np.sin(phi) ** 2)
    normal = np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=1)
    position = normal * (radius + height / 1000.0)[:, None]
    position[:, 2] -= e2 * radius * np.sin(phi)
    return position, normal


class Truth:
    """A satellite's Earth-fixed place from SGP4 itself, and f: height over the limit's cone at a place. [km]"""

    def __init__(self, lines: Lines, orientation: Callable[[np.ndarray], tuple[np.ndarray, np.ndarray, np.ndarray]]):
        self.satrec, self.orientation = Satrec.twoline2rv(*lines), orientation

    def fixed_km(self, seconds: np.ndarray) -> np.ndarray:
        """Position (n, 3): TEME by sidereal time of 1982 at UT1 and polar motion (AIAA 2006-6753, appendix C)."""
        day = seconds / 86400.0
        _, position, _ = self.satrec.sgp4_array(np.full(seconds.size, START_JD), day)
        x, y, ut1 = self.orientation(seconds)
        fraction = day + ut1 / 86400.0
        century = (START_JD - 2451545.0 + fraction) / 36525.0
        sidereal = 67310.54841 + century * (8640184.812866 + century * (0.093104 - century * 6.2e-6))
        theta = 2 * np.pi * np.mod(sidereal / 86400.0 + np.mod(START_JD - 2451545.0, 1.0) + np.mod(fraction, 1.0), 1.0)
        c, s = np.cos(theta), np.sin(theta)
        p, q, r = position.T
        p, q = c * p + s * q, c * q - s * p
        return np.stack([p + x * r, q - y * r, r + y * q - x * p], axis=1)

    def over(self, seconds: np.ndarray, origin: np.ndarray, normal: np.ndarray, sine: float) -> np.ndarray:
        """f for each time and the place in the same row of ``origin`` and ``normal`` (or one place for all)."""
        offset = self.fixed_km(seconds) - origin
        return np.einsum("...j,...j->...", offset, normal) - sine * np.linalg.norm(offset, axis=-1)


def true_passes(work: Work, orientation: Callable, progress: Callable[[int], None] = lambda _: None) -> np.ndarray:
    """Rows of satellite, place, rise [s], set [s], ordered; cut by the span."""
    origin, normal = _place_vectors(work.places)
    grid = np.arange(0.0, work.days * 86400.0 + 5.0, 10.0)
    sine = math.sin(math.radians(LIMIT_DEG))
    rows = [
        _of_satellite(Truth(lines, orientation), index, grid, origin, normal, sine, progress)
        for index, lines in enumerate(work.satellites)
    ]
    found = np.concatenate(rows)
    return found[np.lexsort((found[:, 2], found[:, 1], found[:, 0]))]


def _of_satellite(truth, index, grid, origin, normal, sine, progress) -> np.ndarray:
    fixed = truth.fixed_km(grid)
    values = np.empty((len(origin), grid.size))
    for place in range(len(origin)):
        offset = fixed - origin[place]
        values[place] = offset @ normal[place] - sine * np.sqrt(np.einsum("ij,ij->i", offset, offset))
    # A pass or a gap between two samples: highs and lows within 5 km of the limit are looked at closely.
    place, k = np.nonzero(_turning(values))
    k = k + 1
    peak = _extremes(truth, grid[k], values[place, k] <= 0.0, origin[place], normal[place], sine)
    inside = truth.over(peak, origin[place], normal[place], sine)
    flips = (inside > 0.0) != (values[place, k] > 0.0)
    sites, low, high = [], [], []
    at, step = np.nonzero((values[:, 1:] > 0.0) != (values[:, :-1] > 0.0))
    sites.append(at), low.append(grid[step]), high.append(grid[step + 1])
    for left, right in ((grid[k] - 10.0, peak), (peak, grid[k] + 10.0)):
        sites.append(place[flips]), low.append(left[flips]), high.append(right[flips])
    roots = _halved(truth, *(np.concatenate(part) for part in (low, high, sites)), origin, normal, sine)
    progress(index + 1)
    return _paired(index, roots, np.concatenate(sites), values[:, 0] > 0.0, values[:, -1] > 0.0, grid[-1])


def _turning(values: np.ndarray) -> np.ndarray:
    left, middle, right = values[:, :-2], values[:, 1:-1], values[:, 2:]
    high = (middle > left) & (middle >= right) & (middle <= 0.0) & (middle > -5.0)
    low = (middle < left) & (middle <= right) & (middle > 0.0) & (middle < 5.0)
    return high | low


def _extremes(truth, middle, want_high, origin, normal, sine) -> np.ndarray:
    """Times of the highs (or lows) within 10 s of ``middle``, by the golden section."""
    low, high = middle - 10.0, middle + 10.0
    sign = np.where(want_high, 1.0, -1.0)
    for _ in range(40 if middle.size else 0):
        one, two = low + (high - low) * 0.381966, low + (high - low) * 0.618034
        better = sign * truth.over(one, origin, normal, sine) > sign * truth.over(two, origin, normal, sine)
        low, high = np.where(better, low, one), np.where(better, two, high)
    return (low + high) / 2.0


def _halved(truth, low, high, site, origin, normal, sine) -> np.ndarray:
    if low.size == 0:
        return low
    up = truth.over(low, origin[site], normal[site], sine) > 0.0
    for _ in range(17):  # 10 s to 0.08 ms
        middle = (low + high) / 2.0
        same = (truth.over(middle, origin[site], normal[site], sine) > 0.0) == up
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    return (low + high) / 2.0


def _paired(index, roots, site, up_first, up_last, end) -> np.ndarray:
    rows = []
    for place in np.unique(np.concatenate([site, np.flatnonzero(up_first), np.flatnonzero(up_last)])):
        mine = np.sort(roots[site == place])
        edges = [0.0] * bool(up_first[place]) + mine.tolist() + [end] * bool(up_last[place])
        rows += [(index, place, *pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
    return np.array(rows, dtype=float).reshape(-1, 4)


def compare(found: np.ndarray, truth: np.ndarray, end_s: float) -> dict[str, float]:
    """Passes missed and extra, and how far rises and sets are off; cut ends are not counted."""
    pair_found, pair_truth = ((rows[:, 0] * 1e6 + rows[:, 1]).astype(np.int64) for rows in (found, truth))
    missed = extra = 0
    errors: list[np.ndarray] = []
    for pair in np.union1d(pair_found, pair_truth):
        ours = found[np.searchsorted(pair_found, pair) : np.searchsorted(pair_found, pair, "right"), 2:]
        theirs = truth[np.searchsorted(pair_truth, pair) : np.searchsorted(pair_truth, pair, "right"), 2:]
        if len(ours) == len(theirs) and np.all((ours[:, 0] < theirs[:, 1] + 1) & (ours[:, 1] > theirs[:, 0] - 1)):
            errors.append(_errors(ours, theirs, end_s))
            continue
        hit = (ours[:, None, 0] < theirs[None, :, 1] + 1) & (ours[:, None, 1] > theirs[None, :, 0] - 1)
        missed += int((~hit.any(axis=0)).sum()) + int(np.maximum(hit.sum(axis=1) - 1, 0).sum())
        extra += int((~hit.any(axis=1)).sum()) + int(np.maximum(hit.sum(axis=0) - 1, 0).sum())
        for i, j in zip(*np.nonzero(hit), strict=True):
            errors.append(_errors(ours[i : i + 1], theirs[j : j + 1], end_s))
    off = np.concatenate(errors) if errors else np.zeros(1)
    quantiles = {"median_s": 0.5, "p99_s": 0.99, "max_s": 1.0}
    return {
        "true": len(truth), "found": len(found), "missed": missed, "extra": extra,
        **{name: float(np.quantile(off, share)) for name, share in quantiles.items()},
    }  # fmt: skip


def _errors(ours: np.ndarray, theirs: np.ndarray, end_s: float) -> np.ndarray:
    rise, fall = np.abs(ours[:, 0] - theirs[:, 0]), np.abs(ours[:, 1] - theirs[:, 1])
    return np.concatenate(
        [rise[(ours[:, 0] > 0) & (theirs[:, 0] > 0)], fall[(ours[:, 1] < end_s) & (theirs[:, 1] < end_s)]]
    )
