"""The bulk engine's states beside those of the ``sgp4`` library: a synthetic catalogue, and the real one where it is at hand."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sgp4.api import Satrec, SatrecArray

from bongsu.earth import julian_date
from bongsu.orbit import ElementSet, parse_tle, prepare_sets, propagate_prepared, read_element_sets
from bongsu.orbit.propagation import satrec_of
from figures._inputs import REFERENCE_DATA, SNAPSHOT

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import overflight_work as ow

TITLE = "States of the bulk engine beside the sgp4 library: within 10 mm, and the very same error codes"
EXPECTED_TIME = "about 30 s on a free processor; a small share 2 s"
MOST_M = 0.01


def line_of(words: str, sets: list[ElementSet], times: np.ndarray) -> tuple[str, bool]:
    """Compare every state of every set, some sets at a time."""
    day, fraction = (np.ascontiguousarray(part) for part in julian_date(times))
    most, fastest, states, errors, different = 0.0, 0.0, 0, 0, 0
    for begin in range(0, len(sets), 500):
        part = sets[begin : begin + 500]
        position, velocity, code = propagate_prepared(prepare_sets(part), times)
        records: list[Satrec] = [satrec_of(item) for item in part]
        error, true, speed = SatrecArray(records).sgp4(day, fraction)
        good = error == 0
        most = max(most, float(np.linalg.norm(position - true * 1000.0, axis=2)[good].max(initial=0.0)))
        fastest = max(fastest, float(np.linalg.norm(velocity - speed * 1000.0, axis=2)[good].max(initial=0.0)))
        states, errors = states + int(good.sum()), errors + int((~good).sum())
        different += int((code != error).sum())
    words = (
        f"{words}: {states:,} states, off by {most * 1000:.4f} mm and {fastest * 1e6:.3f} um/s at most;"
        f" {errors:,} error codes, {different} of all codes different"
    )
    return words, most <= MOST_M and different == 0


def run(seed: int, share: str) -> dict[str, Any]:
    """Both catalogues over a day."""
    rng = np.random.default_rng(seed)
    count, minutes = (10_000, 1) if share == "full" else (500, 10)
    synthetic = parse_tle("\n".join("\n".join(pair) for pair in ow.element_lines(count, seed)))[0]
    start = np.datetime64("2024-07-05", "us")
    step = np.timedelta64(60_000_000, "us")
    results = [
        line_of(
            f"{count:,} synthetic sets, every {minutes} min of a day",
            synthetic,
            start + np.arange(0, 1440, minutes) * step,
        )
    ]
    path = REFERENCE_DATA / SNAPSHOT
    if path.exists():
        sets = list(read_element_sets(gzip.decompress(path.read_bytes()), strict=False).sets)
        chosen = [sets[index] for index in rng.permutation(len(sets))[: len(sets) if share == "full" else 500]]
        for words, first in (("", "2026-06-30"), (" a week later", "2026-07-07")):
            results.append(
                line_of(
                    f"{len(chosen):,} sets of the public catalogue of 2026-06-30, every 30 min of a day{words}",
                    chosen,
                    np.datetime64(first, "us") + np.arange(0, 1440, 30) * step,
                )
            )
    return {"lines": [words for words, _ in results], "holds": all(holds for _, holds in results)}
