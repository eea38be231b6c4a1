"""Accesses of cameras and radars beside the same limits tested every second by another route.

The other route shares the SGP4 library and the Sun with Bongsu: sidereal time is Skyfield's, the ellipsoid, the angles and the side
are written out here. Polar motion and UT1-UTC are left out of both, so that only the search is compared. Limits are drawn
at random: off-nadir cones up to past the horizon, incidence bands to one side or both, with and without squint and Sun.
Side and squint are asked of low orbits only: at the apogee of a long orbit the speed over the ground nearly vanishes, and SGP4's
velocity there differs from the slope of its position by metres a second, so that "ahead" means nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
from sgp4.api import Satrec
from skyfield.sgp4lib import theta_GMST1982

from bongsu.earth import (
    EarthOrientation,
    Window,
    bundled_orientation,
    julian_date,
    sun_azimuth_elevation_deg,
    to_datetime64,
)
from bongsu.orbit import parse_tle
from bongsu.overflight import Reach, Site, find_access, find_passes
from figures._inputs import satellites, sites

TITLE = "Access intervals beside the limits tested every second: none missed, none extra, ends within 1 s"
EXPECTED_TIME = "3 to 8 min; a small share 10 to 30 s"
SPAN_S = 86_400
REACHES = 8
LOW_REV_DAY = 11.25  # under 2,000 km
CREEP_DEG = 0.003  # SGP4's velocity is no exact slope of its position, by up to 0.05 m/s and more in long orbits
E2, A_KM = 0.0066943799901413165, 6378.137


def no_orientation() -> EarthOrientation:
    """UT1 = UTC and no polar motion, as on the other route."""
    table = bundled_orientation()
    zeros = np.zeros_like(table.mjd)
    return replace(table, x_arcsec=zeros, y_arcsec=zeros, ut1_minus_tai_s=np.full(zeros.size, -37.0))


def random_reaches(rng: np.random.Generator) -> list[Reach]:
    """Limits of every kind."""
    found = [Reach(max_off_nadir_deg=float(rng.uniform(2.0, 60.0))), Reach(max_off_nadir_deg=89.0)]
    while len(found) < REACHES:
        low = float(rng.uniform(10.0, 40.0))
        side: Any = rng.choice(["left", "right", "both"])
        squint = None if rng.random() < 0.3 else float(rng.uniform(0.3, 10.0))
        band = None if rng.random() < 0.3 else (low, low + float(rng.uniform(2.0, 30.0)))
        sun = float(rng.uniform(0.0, 30.0)) if rng.random() < 0.5 else None
        cone = float(rng.uniform(5.0, 60.0)) if band is None or rng.random() < 0.2 else None
        found.append(
            Reach(incidence_deg=band, max_off_nadir_deg=cone, side=side, max_squint_deg=squint, min_sun_deg=sun)
        )
    return found


def _for_orbit(reach: Reach, mean_motion_rev_day: float) -> Reach:
    """The reach, without side and squint for orbits that are not low."""
    low = mean_motion_rev_day > LOW_REV_DAY
    kept = reach if low else replace(reach, side="both", max_squint_deg=None)
    return kept if kept.incidence_deg or kept.max_off_nadir_deg else replace(kept, max_off_nadir_deg=30.0)


def fixed_km(satrec: Satrec, moments: np.ndarray) -> np.ndarray:
    """Earth-fixed positions by the library and Skyfield's sidereal time, shape (n, 3); NaN where SGP4 fails."""
    day, fraction = julian_date(moments)
    error, position, _ = satrec.sgp4_array(np.ascontiguousarray(day), np.ascontiguousarray(fraction))
    position[error != 0] = np.nan
    theta, _ = theta_GMST1982(day, fraction)
    x, y, z = position.T
    return np.stack([np.cos(theta) * x + np.sin(theta) * y, np.cos(theta) * y - np.sin(theta) * x, z], axis=1)


def normals(position: np.ndarray) -> np.ndarray:
    """The ellipsoid's normal under points, by iterating the latitude."""
    p = np.hypot(position[:, 0], position[:, 1])
    phi = np.arctan2(position[:, 2], p * (1 - E2))
    for _ in range(8):
        phi = np.arctan2(position[:, 2] + E2 * A_KM / np.sqrt(1 - E2 * np.sin(phi) ** 2) * np.sin(phi), p)
    lam = np.arctan2(position[:, 1], position[:, 0])
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=1)


def angles(position: np.ndarray, velocity: np.ndarray, normal: np.ndarray, site: Site) -> dict[str, np.ndarray]:
    """Elevation, off-nadir, squint [deg] and the side, at every second."""
    phi, lam = np.radians(site.latitude_deg), np.radians(site.longitude_deg)
    n = A_KM / np.sqrt(1 - E2 * np.sin(phi) ** 2)
    up = np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
    view = (n + site.height_m / 1000.0) * up - np.array([0.0, 0.0, E2 * n * np.sin(phi)]) - position
    view /= np.linalg.norm(view, axis=1)[:, None]
    ahead = np.einsum("ij,ij->i", velocity, view) / np.linalg.norm(velocity, axis=1)
    right = np.cross(velocity, normal)
    across = np.einsum("ij,ij->i", right, view) / np.linalg.norm(right, axis=1)
    return {
        "elevation": np.degrees(np.arcsin(np.clip(-view @ up, -1.0, 1.0))),
        "off_nadir": np.degrees(np.arccos(np.clip(np.einsum("ij,ij->i", -normal, view), -1.0, 1.0))),
        "squint": np.degrees(np.arcsin(np.clip(ahead, -1.0, 1.0))),
        "right": np.degrees(np.arcsin(np.clip(across, -1.0, 1.0))),
    }


def margin(seen: dict[str, np.ndarray], sun: np.ndarray, reach: Reach) -> np.ndarray:
    """How far inside the tightest limit every second lies; negative outside. [deg]"""
    least: np.ndarray = seen["elevation"].copy()
    if reach.max_off_nadir_deg is not None:
        least = np.minimum(least, reach.max_off_nadir_deg - seen["off_nadir"])
    if reach.incidence_deg is not None:
        incidence = 90.0 - seen["elevation"]
        least = np.minimum(least, np.minimum(incidence - reach.incidence_deg[0], reach.incidence_deg[1] - incidence))
    if reach.max_squint_deg is not None:
        least = np.minimum(least, reach.max_squint_deg - np.abs(seen["squint"]))
    if reach.side != "both":
        least = np.minimum(least, seen["right"] if reach.side == "right" else -seen["right"])
    if reach.min_sun_deg is not None:
        least = np.minimum(least, sun - reach.min_sun_deg)
    return least


def stretches(ok: np.ndarray) -> list[tuple[int, int]]:
    """First and last second of every run."""
    edge = np.flatnonzero(np.diff(np.concatenate([[0], ok.astype(int), [0]])))
    return list(zip(edge[::2].tolist(), (edge[1::2] - 1).tolist(), strict=True))


def compare(
    mine: list[tuple[float, float]], least: np.ndarray
) -> tuple[int, int, int, list[float], list[tuple[float, float]]]:
    """Runs of seconds inside, those without one of ours, ours of a second and more without one of theirs; ends [s].

    The ends are how far ours lie outside the first and last second inside; the last list is of ends that are more than a second from there,
    with the margin at ours. Where a view creeps along its limit, thousandths of a degree are many seconds.
    """
    scanned, missed, apart, slow = stretches(least > 0.0), 0, [], []
    grid = np.arange(least.size)
    for first, last in scanned:
        near = [(a, b) for a, b in mine if a <= last and b >= first]
        if len(near) != 1:
            missed += 1
            continue
        for ours, outside in ((near[0][0], first - near[0][0]), (near[0][1], near[0][1] - last)):
            if -0.01 <= outside <= 1.01:
                apart.append(outside)
            else:
                slow.append((outside, float(np.interp(ours, grid, least))))
    extra = sum(1 for a, b in mine if b - a >= 1.0 and not any(first <= b and last >= a for first, last in scanned))
    return len(scanned), missed, extra, apart, slow


def run(seed: int, share: str) -> dict[str, Any]:
    """Compare all accesses of a day that begins at random within two days after the newest epoch."""
    rng = np.random.default_rng(seed)
    origin, pairs = satellites(rng)
    places = sites(rng, 20)
    if share == "small":
        pairs, places = pairs[::5], places[::5]
    sets, problems = parse_tle("\n".join(line for pair in pairs for line in pair), strict=False)
    if len(sets) != len(pairs):
        return {"lines": [f"{len(problems)} element sets not read: {problems[:3]}"], "holds": False}
    begin = max(item.epoch for item in sets).replace(microsecond=0) + timedelta(seconds=int(rng.integers(0, 172_800)))
    start, table = to_datetime64(begin), no_orientation()
    window = Window(start=begin, end=begin + timedelta(seconds=SPAN_S))
    passes = find_passes(sets, places, window, min_elevation_deg=0.0, orientation=table)
    reaches = random_reaches(rng)
    asked = [[_for_orbit(reach, item.mean_motion_rev_day) for item in sets] for reach in reaches]
    ours = [find_access(passes, each, orientation=table) for each in asked]
    moments = start + np.arange(SPAN_S + 1).astype("timedelta64[s]")
    half = np.timedelta64(500_000, "us")
    total, missed, extra, apart, worst = 0, 0, 0, [], []
    slow: list[tuple[float, float]] = []
    over: list[tuple[Any, ...]] = []
    suns = [sun_azimuth_elevation_deg(site.latitude_deg, site.longitude_deg, moments, table)[1] for site in places]
    for number, (first, second) in enumerate(pairs):
        satrec = Satrec.twoline2rv(first, second)
        position = fixed_km(satrec, moments)
        velocity = fixed_km(satrec, moments + half) - fixed_km(satrec, moments - half)
        normal = normals(position)
        for place, site in enumerate(places):
            seen = angles(position, velocity, normal, site)
            for index in range(len(reaches)):
                access = ours[index]
                rows = np.flatnonzero((access.satellite == number) & (access.site == place))
                seconds = [(getattr(access, end)[rows] - start) / np.timedelta64(1, "s") for end in ("start", "end")]
                mine = list(zip(*(end.tolist() for end in seconds), strict=True))
                count, lost, more, ends, crept = compare(mine, margin(seen, suns[place], asked[index][number]))
                total, missed, extra = total + count, missed + lost, extra + more
                apart += ends
                slow += [row for row in crept if abs(row[1]) <= CREEP_DEG]
                over += [(sets[number].norad_id, place, index, *row) for row in crept if abs(row[1]) > CREEP_DEG]
                if lost or more:
                    worst.append((sets[number].norad_id, place, index))
    lines = [
        f"{total:,} accesses of {len(pairs)} satellites over {len(places)} sites by {len(reaches)} limits in 24 h from"
        f" {begin:%Y-%m-%dT%H:%M:%SZ}; {origin}",
        f"missed {missed}, extra {extra}" + (f": {worst[:8]}" if worst else ""),
        f"ends: {len(apart):,} within the second that holds the crossing",
        f"slow crossings: {len(slow)} ends up to {max((abs(row[0]) for row in slow), default=0.0):.1f} s away, all within"
        f" {CREEP_DEG} deg of the limit by the other route",
        *([f"over: {over[:8]}"] if over else []),
    ]
    return {"lines": lines, "holds": missed == 0 and extra == 0 and not over and total > 0}
