"""Search elements made from an earlier launch, against the element sets of the launch they are for.

Pairs of launches of one vehicle from one site into one kind of orbit. The earlier one's set is turned to the later one's
lift-off (``bongsu sat proxy``), carried to the epoch of a set of the later launch by its own drift of the node, and held
against that. Only sets from the first 30 days are used. Lift-off times: GCAT launch log; Launch Library of 2026-05-07.

- Kwangmyongsong-3 unit 2 to Kwangmyongsong-4: first sets, hours after launch; also along the track.
- Jason-3 to Sentinel-6A (Falcon 9, Vandenberg); Sentinel-3A to 3B (Rokot, Plesetsk): sets from the second week, when both
  have manoeuvred, so only the plane counts.
- Starlink of April and May 2026: two groups, each launch from the one before it in its group whose set is of nearly the
  same age (5 days at most); median node of a launch's satellites. They raise themselves at their own pace meanwhile.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import numpy as np

from bongsu.earth import bundled_orientation, to_datetime64
from bongsu.orbit import ElementSet, node_rate_deg_day, propagate, read_element_sets, search_elements

from ._inputs import REFERENCE_DATA

TITLE = "Search elements by proxy: node of the later launch within the stated band in at least 85 % of pairs"
EXPECTED_TIME = "about 5 s"
LEAST_HELD = 0.85
KWANGMYONGSONG = """\
1 39026U 12072A   12347.09611576 -.00000066  00000-0  00000+0 0    21
2 39026 097.4047 036.0317 0067405 176.3492 277.5861 15.08261084    19
1 41332U 16009A   16038.21829896 -.00000079  00000-0  00000+0 0  9998
2 41332  97.5278  86.6115 0026697 338.3404 145.2384 15.27435642    23
"""  # nagix/nk-missile-tests, first element sets
BENCHMARK = "tle-manoeuvre-benchmark"
PAIRS = (
    ("Jason-3", "2016-01-17T18:42:18", "Sentinel-6A", "2020-11-21T17:17:08"),
    ("Sentinel-3A", "2016-02-16T17:57:45", "Sentinel-3B", "2018-04-25T17:57:51"),
)
STARLINK = "catalogue-snapshots/starlink_supplemental_2026-05-07.tle.gz"
SATCAT = "catalogue-snapshots/satcat_active_2026-08-22.json.gz"
LIBRARY = "launch-library/previous-launches_2026-05-07.json.gz"
AGE_APART_DAY = 5.0


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One pair: the node's difference and its band [deg], days since launch, and the difference along track [s]."""

    name: str
    node_deg: float
    band_deg: float
    days: float
    inclination_deg: float
    along_s: float | None
    along_band_s: float


def compare(
    name: str, old: ElementSet, launched: datetime, new: ElementSet, launch: datetime, *, along: bool = False
) -> Compared:
    """An old set turned to a new launch, against a set of that."""
    made = search_elements(old, launched, launch, orientation=bundled_orientation())
    moved = made.element_set
    days = (new.epoch - launch).total_seconds() / 86_400.0
    node = moved.node_deg + node_rate_deg_day(moved) * moved.age_days(new.epoch)
    seconds = None
    if along:
        here = propagate(moved, [to_datetime64(new.epoch)])
        there = propagate(new, [to_datetime64(new.epoch)])
        velocity = there.velocity_m_s[0]
        seconds = float((here.position_m[0] - there.position_m[0]) @ velocity / (velocity @ velocity))
    return Compared(
        name=name,
        node_deg=(node - new.node_deg + 180.0) % 360.0 - 180.0,
        band_deg=made.plane_deg,
        days=days,
        inclination_deg=old.inclination_deg - new.inclination_deg,
        along_s=seconds,
        along_band_s=made.along_track_s + made.along_track_s_day * abs(moved.age_days(new.epoch)),
    )


def kwangmyongsong() -> Compared:
    """The only pair with sets from the first hours."""
    old, new = read_element_sets(KWANGMYONGSONG, strict=False).sets
    return compare(
        "Kwangmyongsong-3 unit 2 to Kwangmyongsong-4",
        old,
        datetime(2012, 12, 12, 0, 49, 46, tzinfo=UTC),
        new,
        datetime(2016, 2, 7, 0, 29, 30, tzinfo=UTC),
        along=True,
    )


def benchmark(name: str) -> ElementSet:
    """The first set of a history."""
    data = gzip.decompress((REFERENCE_DATA / BENCHMARK / f"{name}.tle.gz").read_bytes())
    return min(read_element_sets(data, strict=False).sets, key=lambda item: item.epoch)


def starlink() -> list[Compared]:
    """Launches of one group after another."""
    launches = starlink_launches()
    sets: dict[str, list[ElementSet]] = defaultdict(list)
    data = gzip.decompress((REFERENCE_DATA / STARLINK).read_bytes())
    for item in read_element_sets(data, strict=False).sets:
        if item.designator[:8] in launches:
            sets[item.designator[:8]].append(item)
    groups: dict[str, list[str]] = defaultdict(list)
    for tag in sorted(sets):
        groups[launches[tag][1]].append(tag)
    found = []
    for group, tags in sorted(groups.items()):
        for older, newer in pairwise(tags):
            old, new = middle(sets[older]), middle(sets[newer])
            ages = [
                (each.epoch - launches[tag][0]).total_seconds() / 86_400.0 for each, tag in ((old, older), (new, newer))
            ]
            if max(ages) <= 30.0 and abs(ages[0] - ages[1]) <= AGE_APART_DAY:
                found.append(
                    compare(f"Starlink {group}: {older} to {newer}", old, launches[older][0], new, launches[newer][0])
                )
    return found


def starlink_launches() -> dict[str, tuple[datetime, str]]:
    """Lift-off and group by designator: one launch a day from a coast."""
    library = json.loads(gzip.decompress((REFERENCE_DATA / LIBRARY).read_bytes()))["results"]
    found = {}
    for row in json.loads(gzip.decompress((REFERENCE_DATA / SATCAT).read_bytes())):
        if row["ld"] < "2026-03-30" or not row["n"].startswith("STARLINK") or row["i"][:8] in found:
            continue
        west = row["ls"] == "AFWTR"
        for each in library:
            if (
                "Starlink" in each["name"]
                and each["net"][:10] == row["ld"]
                and (float(each["pad"]["longitude"]) < -100.0) == west
            ):
                group = each["name"].split("Group ")[-1].split("-")[0]
                found[row["i"][:8]] = (datetime.fromisoformat(each["net"].replace("Z", "+00:00")), group)
    return found


def middle(sets: list[ElementSet]) -> ElementSet:
    """The set whose node is the median of a launch's, all carried to one time."""
    nodes = [item.node_deg + node_rate_deg_day(item) * item.age_days(sets[0].epoch) for item in sets]
    turned = (np.array(nodes) - nodes[0] + 180.0) % 360.0 - 180.0
    return sets[int(np.argsort(turned)[len(sets) // 2])]


def run(seed: int, share: str) -> dict[str, Any]:
    """Every pair; there is nothing random. Without reference data the North Korean pair alone."""
    found = [kwangmyongsong()]
    if (REFERENCE_DATA / STARLINK).exists():
        for first, launched, second, launch in PAIRS:
            times = [datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (launched, launch)]
            found.append(compare(f"{first} to {second}", benchmark(first), times[0], benchmark(second), times[1]))
        found += starlink()
    lines = []
    for each in found:
        along = "" if each.along_s is None else f"; along track {each.along_s:+.0f} s, band {each.along_band_s:.0f} s"
        lines.append(
            f"{each.name}, {each.days:.1f} days after launch: node {each.node_deg:+.2f} deg, band {each.band_deg:.2f}"
            f" ({'held' if abs(each.node_deg) <= each.band_deg else 'MISSED'}); inclination"
            f" {each.inclination_deg:+.2f} deg{along}"
        )
    held = sum(abs(each.node_deg) <= each.band_deg for each in found)
    timed = all(abs(each.along_s) <= each.along_band_s for each in found if each.along_s is not None)
    sizes = [abs(each.node_deg) for each in found]
    lines.insert(
        0,
        f"{held} of {len(found)} nodes within the band; median {np.median(sizes):.2f} deg, largest {max(sizes):.2f} deg",
    )
    return {"lines": lines, "holds": held / len(found) >= LEAST_HELD and timed}
