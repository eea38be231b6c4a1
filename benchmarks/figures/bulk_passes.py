"""Passes of the bulk search beside SGP4's own: every 10 s by the library, halved below a millisecond on its states.

Two workloads of ``benchmarks/overflight_work.py``, drawn from the seed: 100 imaging-type satellites x 100 places x 3
days, and 1,000 mixed ones (deep space included) x 100 places x 1 day.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from bongsu.earth import Window, bundled_orientation
from bongsu.orbit import parse_tle
from bongsu.overflight import Site, find_passes

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import overflight_work as ow

TITLE = "Passes above 10 degrees by the bulk search: none missed, none extra, p99 within 2 ms, all within 0.1 s"
EXPECTED_TIME = "about 1 min on a free processor; a small share 5 s"
START = np.datetime64("2024-07-05", "us")
SHARE = {"B3": 4, "B4": 40}  # satellites of a small share


def orientation(seconds: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Polar motion [rad] and UT1-UTC [s] of the bundled table."""
    return bundled_orientation().at(START + np.rint(seconds * 1e6).astype("timedelta64[us]"))


def found_rows(work: ow.Work) -> np.ndarray:
    """Satellite, place, rise and set [s] of every pass, ordered."""
    sets = parse_tle("\n".join("\n".join(pair) for pair in work.satellites))[0]
    sites = [Site(latitude_deg=a, longitude_deg=b, height_m=c) for a, b, c in work.places]
    start = datetime(2024, 7, 5, tzinfo=UTC)
    window = Window(start=start, end=start + timedelta(days=work.days))
    table = find_passes(sets, sites, window, min_elevation_deg=ow.LIMIT_DEG, engine="bulk")
    second = np.timedelta64(1_000_000, "us")
    rows = np.stack([table.satellite, table.site, (table.rise - START) / second, (table.set - START) / second], axis=1)
    return rows[np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))].astype(float)


def run(seed: int, share: str) -> dict[str, Any]:
    """Compare both workloads."""
    lines, holds = [], True
    for name in ("B3", "B4"):
        work = ow.work_of(name, seed)
        if share == "small":
            work = ow.part_of(work, SHARE[name])
        result = ow.compare(found_rows(work), ow.true_passes(work, orientation), work.days * 86400.0)
        holds &= result["missed"] == 0 and result["extra"] == 0 and result["max_s"] <= 0.1 and result["p99_s"] <= 0.002
        lines.append(
            f"{len(work.satellites):,} satellites x {len(work.places)} places x {work.days} d: {result['true']:,} passes,"
            f" missed {result['missed']}, extra {result['extra']}; rise and set off by {result['median_s'] * 1e3:.3f} ms"
            f" (median), {result['p99_s'] * 1e3:.3f} ms (99 %), {result['max_s'] * 1e3:.3f} ms (most)"
        )
    return {"lines": lines, "holds": holds}
