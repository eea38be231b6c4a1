"""Inputs that several figures share: element sets and sites, chosen at random from a seed."""

from __future__ import annotations

import gzip
import math
import os
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np

from bongsu.orbit import ElementSet, format_tle
from bongsu.overflight import Site

CHECKOUT = Path(__file__).resolve().parents[2]
REFERENCE_DATA = Path(os.environ.get("BONGSU_REFERENCE_DATA", CHECKOUT.parent / "shared" / "data"))
SNAPSHOT = "catalogue-snapshots/active_2026-06-30.tle.gz"

# Of twenty satellites: (how many, what, mean motion from and to [rev/day], eccentricity from and to)
KINDS = (
    (13, "low orbits", 11.25, 16.0, 0.0, 0.05),
    (2, "navigation orbits", 1.7, 6.0, 0.0, 0.05),
    (3, "elongated orbits", 1.0, 11.0, 0.2, 0.8),
    (2, "geosynchronous orbits", 0.98, 1.02, 0.0, 0.05),
)
_GM_KM3_S2 = 398600.8  # WGS 72, the constant of SGP4 (AIAA 2006-6753, appendix B)
_RADIUS_KM = 6378.135  # WGS 72


def satellites(rng: np.random.Generator) -> tuple[str, list[tuple[str, str]]]:
    """Where they come from, and twenty mixed element sets as pairs of TLE lines."""
    path = REFERENCE_DATA / SNAPSHOT
    if path.exists():
        pairs = _catalogue(path)
        orbit = [(float(second[52:63]), float("0." + second[26:33])) for _, second in pairs]
        chosen: list[tuple[str, str]] = []
        for count, _, slow, fast, round_, long in KINDS:
            fitting = [i for i, (n, e) in enumerate(orbit) if slow <= n <= fast and round_ <= e <= long]
            chosen += [pairs[i] for i in rng.choice(fitting, count, replace=False)]
        return f"public catalogue of 2026-06-30 ({len(pairs):,} objects)", chosen
    return "synthetic sets, no catalogue at hand", _synthetic(rng)


def _catalogue(path: Path) -> list[tuple[str, str]]:
    lines = gzip.decompress(path.read_bytes()).decode("ascii", "replace").splitlines()
    return [
        (first[:69], second[:69])
        for first, second in pairwise(lines)
        if first.startswith("1 ") and second.startswith("2 ")
    ]


def _synthetic(rng: np.random.Generator) -> list[tuple[str, str]]:
    epoch = datetime(2026, 6, 30, tzinfo=UTC)
    pairs = []
    for count, _, slow, fast, round_, long in KINDS:
        for _ in range(count):
            mean_motion = rng.uniform(max(slow, 1.0), min(fast, 15.3))
            semi_major = (_GM_KM3_S2 / (mean_motion * 2 * math.pi / 86400.0) ** 2) ** (1 / 3)
            highest = 1.0 - (_RADIUS_KM + 300.0) / semi_major  # keeps the perigee above 300 km
            element_set = ElementSet(
                norad_id=90000 + len(pairs),
                designator="2026-001A",
                name="",
                epoch=epoch - timedelta(minutes=int(rng.integers(0, 1440))),
                inclination_deg=float(rng.choice([53.0, 63.4, 82.5, 97.5, rng.uniform(0, 99)])),
                node_deg=rng.uniform(0, 360),
                eccentricity=max(1e-4, min(rng.uniform(round_, long), highest)),
                perigee_argument_deg=rng.uniform(0, 360),
                mean_anomaly_deg=rng.uniform(0, 360),
                mean_motion_rev_day=mean_motion,
                bstar=1e-5,
            )
            first, second = format_tle(element_set, name=False).splitlines()
            pairs.append((first, second))
    return pairs


def sites(rng: np.random.Generator, count: int) -> list[Site]:
    """Places: two of five around Korea, the others anywhere, evenly over the sphere."""
    places = []
    for index in range(count):
        if index % 5 < 2:
            latitude, longitude = rng.uniform(33, 43), rng.uniform(124, 132)
        else:
            latitude, longitude = math.degrees(math.asin(rng.uniform(-1, 1))), rng.uniform(-180, 180)
        places.append(
            Site(latitude_deg=latitude, longitude_deg=longitude, height_m=rng.uniform(0, 500), name=f"site {index}")
        )
    return places
