"""What a whole catalogue over many places costs: processor seconds and memory at three sizes of each factor.

The public catalogue where it is at hand, else synthetic sets; a day, the Sun up and at most 30 deg off nadir at the
closest approach, one thread.
"""

from __future__ import annotations

import gzip
import resource
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from bongsu.earth import Window
from bongsu.orbit import ElementSet, parse_tle, read_element_sets
from bongsu.overflight import PassLimits, Site, passes_in_parts
from figures._inputs import REFERENCE_DATA, SNAPSHOT

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import overflight_work as ow

TITLE = "Cost of a catalogue over many places for a day, in daylight and within 30 deg of nadir: linear, below 2 GB"
EXPECTED_TIME = "about 2 min on a free processor; a small share 15 s"
MOST_MEMORY_MB = 2000.0
PICTURE = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "catalogue-cost.svg"


def element_sets(seed: int) -> tuple[str, datetime, list[ElementSet]]:
    """Where they come from, the day to ask for, and the sets in a random order."""
    path = REFERENCE_DATA / SNAPSHOT
    if path.exists():
        words, day = "public catalogue of 2026-06-30", datetime(2026, 6, 30, tzinfo=UTC)
        sets = list(read_element_sets(gzip.decompress(path.read_bytes()), strict=False).sets)
    else:
        words, day = "synthetic sets, no catalogue at hand", datetime(2024, 7, 5, tzinfo=UTC)
        sets = parse_tle("\n".join("\n".join(pair) for pair in ow.element_lines(16_000, seed)))[0]
    order = np.random.default_rng(seed).permutation(len(sets))
    return words, day, [sets[index] for index in order]


def cost(sets: list[ElementSet], sites: list[Site], day: datetime) -> tuple[float, int]:
    """Processor seconds and passes."""
    began, count = time.process_time(), 0
    limits = PassLimits(max_off_nadir_deg=30.0, min_sun_elevation_deg=0.0)
    for table in passes_in_parts(
        sets, sites, Window(start=day, end=day + timedelta(days=1)), limits=limits, engine="bulk"
    ):
        count += len(table)
    return time.process_time() - began, count


def plot(costs: dict[tuple[int, int], float]) -> str:
    """Processor seconds over millions of pairs, as SVG: satellites halved twice, places halved twice, and a straight line."""
    most_pairs, most_s = max(a * b for a, b in costs), max(costs.values())
    most = most_s * 1.1

    def at(pairs: float, seconds: float) -> tuple[float, float]:
        return 60 + 400 * pairs / most_pairs / 1.05, 250 - 220 * seconds / most

    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" font-family="sans-serif" font-size="12" fill="#16202a">',
        "<title>Cost of a catalogue over many places</title>",
        '<rect width="480" height="300" fill="#ffffff"/><path d="M60 20V250H460" fill="none" stroke="#4b5966"/>',
        '<path d="M{:.1f} {:.1f}L{:.1f} {:.1f}" stroke="#c3ccd4"/>'.format(*at(0, 0), *at(most_pairs, most_s)),
    ]
    for part in (0.25, 0.5, 1.0):
        (x, _), (_, y) = at(most_pairs * part, 0), at(0, most_s * part)
        out.append(f'<text x="{x:.1f}" y="266" text-anchor="middle">{most_pairs * part / 1e6:.2f}</text>')
        out.append(f'<text x="54" y="{y + 4:.1f}" text-anchor="end">{most_s * part:.0f}</text>')
    whole = max(costs)
    for (satellites, places), seconds in costs.items():
        x, y = at(satellites * places, seconds)
        if places != whole[1]:
            out.append(f'<path d="M{x:.1f} {y - 7:.1f}l7 12h-14z" fill="#a3341a"/>')
        else:
            out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#0b4f94"/>')
    out += [
        '<text x="260" y="288" text-anchor="middle">millions of satellite and place pairs, one day</text>',
        '<text x="66" y="16">processor seconds, one thread; grey: in proportion</text>',
        '<circle cx="300" cy="222" r="5" fill="#0b4f94"/><text x="312" y="226">fewer satellites</text>',
        '<path d="M300 233l7 12h-14z" fill="#a3341a"/><text x="312" y="244">fewer places</text></svg>',
    ]
    return "\n".join(out) + "\n"


def run(seed: int, share: str) -> dict[str, Any]:
    """Three sizes of each factor; the passes of two halves must be those of the whole."""
    words, day, sets = element_sets(seed)
    sites = [Site(latitude_deg=a, longitude_deg=b, height_m=c) for a, b, c in ow.places(500, seed + 1)]
    whole = len(sets) if share == "full" else 600
    cost(sets[:5], sites[:2], day)  # compiles
    lines, found = [f"{words}: {len(sets):,} objects, {len(sites)} places"], {}
    costs: dict[tuple[int, int], float] = {}
    for satellites, places in ((whole, 500), (whole // 2, 500), (whole // 4, 500), (whole, 250), (whole, 125)):
        seconds, found[satellites, places] = cost(sets[:satellites], sites[:places], day)
        costs[satellites, places] = seconds
        lines.append(
            f"{satellites:,} x {places}: {seconds:.2f} s of a processor, {seconds / satellites / places * 1e6:.2f} us a pair,"
            f" {found[satellites, places]:,} passes"
        )
    if share == "full":
        PICTURE.write_text(plot(costs), encoding="utf-8")
    _, rest = cost(sets[whole // 2 : whole], sites, day)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0
    adds_up = found[whole // 2, 500] + rest == found[whole, 500]
    lines.append(f"two halves of the satellites add up: {adds_up}; at most {memory:.0f} MB of memory")
    return {"lines": lines, "holds": adds_up and memory < MOST_MEMORY_MB}
