"""Warnings of 2018 and 2023 joined to events, against launches of the GCAT log.

Input: 1,916 warnings of June to October 2018 and 288 of April 2023 (NGA; see their SOURCE.md), with the authority line.
Labels (``LABELS``): the messages of each launch, by this rule and then read one by one:

- GCAT's lift-off lies in a window of the message, or up to 3.5 hours before one ends (stages and upper stages come
  down later); and its authority line, its area near the site or its words are of that launch;
- or the message is cancelled by such a one, or gives the same areas for an earlier day of the same launch (``EARLIER``);
- flights without a launch in GCAT's log (an Electron attempt, a Russian flight that is not orbital, two returns from
  orbit, sounding rockets) were labelled by reading; the figure names every label that does not follow from the rule.

Scored are all pairs with a labelled message in them: two of one group are a true pair, every other pair is not. The
weights of the join were set by hand with these messages in view, so this is a fit, not a test; what is withheld of the
two sets is the test.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import time
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any

import numpy as np

from bongsu.notices import LaunchOrigin, Notice, join_notices, parse_notice, windows_of
from bongsu.reference import launch_site_names, launch_sites

from ._inputs import REFERENCE_DATA
from .notice_geometry import issued_of, text_of

TITLE = "Warnings of 2018 and 2023 joined to events, against the launches of the GCAT log: pairs right and missed"
EXPECTED_TIME = "about 20 s; a small share 10 s"
SET_2018 = "nga-broadcast-warnings/navwarn_2018_text_geometry.jsonl.gz"
SET_2023 = "nga-broadcast-warnings/broadcast-warn_2023-04.json.gz"
GCAT = "gcat/launchlog_2024-12.tsv.gz"
LEAST_PRECISION = 0.95
LEAST_RECALL = 0.75
AFTER = timedelta(hours=3.5)

# GCAT launch tag (or our own name): the messages that announce it. Where a launch has one message, it may join no other.
LABELS: dict[str, tuple[str, ...]] = {
    "2018-049": ("NAVAREA IV 440/18",),
    "2018-052": ("HYDROPAC 2146/18",),
    "2018-053": ("HYDROPAC 2192/18",),
    "2018-055": ("NAVAREA IV 510/18",),
    "2018-060": ("HYDROPAC 2639/18", "NAVAREA XII 288/18"),
    "2018-061": ("NAVAREA XII 282/18", "HYDROPAC 2590/18", "HYDROLANT 2314/18", "HYDROPAC 2637/18"),
    "2018-064": ("NAVAREA IV 605/18", "NAVAREA IV 612/18"),
    "2018-065": ("NAVAREA IV 626/18", "NAVAREA IV 648/18"),
    "2018-066": ("HYDROPAC 2998/18", "HYDROARC 187/18"),
    "2018-069": ("NAVAREA IV 677/18", "NAVAREA IV 745/18"),
    "2018-070": ("NAVAREA XII 380/18", "HYDROPAC 3304/18"),
    "2018-071": ("HYDROPAC 3308/18", "HYDROPAC 3310/18"),
    "2018-073": (
        "HYDROPAC 3259/18", "HYDROPAC 3403/18", "HYDROPAC 3418/18", "HYDROPAC 3427/18", "HYDROPAC 3435/18",
    ),
    "2018-074": ("HYDROLANT 2977/18",),
    "2018-076": ("NAVAREA XII 416/18", "NAVAREA XII 417/18"),
    "2023-053": ("HYDROLANT 752/23",),
    "2023-F05": ("NAVAREA XII 191/23",),
    "Electron, attempt of June 2018": ("HYDROPAC 2262/18", "HYDROPAC 2263/18"),
    "Plesetsk, 25 August 2018": ("HYDROARC 198/18", "HYDROARC 200/18"),
    "Dragon CRS-15, return": ("NAVAREA XII 305/18", "NAVAREA XII 306/18"),
    "Cygnus OA-9, end": ("HYDROPAC 2704/18", "HYDROPAC 2707/18"),
    "sounding rockets from Thumba, 20 June 2018": ("HYDROPAC 2231/18",),
    "sounding rockets from Thumba, 18 July 2018": ("HYDROPAC 2566/18",),
    "sounding rockets from Thumba, 8 August 2018": ("HYDROPAC 2818/18",),
    "sounding rockets from Thumba, 8 October 2018": ("HYDROPAC 3631/18",),
    "Wallops, 21 June 2018": ("NAVAREA IV 479/18",),
}  # fmt: skip
EARLIER = {  # messages of an earlier day of a launch: the same areas, cancelled or lapsed
    "NAVAREA IV 605/18", "NAVAREA IV 677/18", "HYDROPAC 3259/18", "HYDROPAC 3403/18", "HYDROPAC 3418/18",
}  # fmt: skip


def warnings() -> tuple[list[Notice], list[Notice]]:
    """Those of 2018 and of 2023, their authority line behind the text as NGA's page prints it."""
    first: list[Notice] = []
    for line in gzip.decompress((REFERENCE_DATA / SET_2018).read_bytes()).decode().splitlines():
        record = json.loads(line)
        page = record["features"][0]["text_html"]
        authority = re.search(r"Authority:(.*?)<br>", page)
        text = f"{issued_of(page)}\n{record['id']}.\n{text_of(page)}"
        first += parse_notice(text + (f"\nAuthority: {authority[1].strip()}" if authority else ""), year=2018)
    areas = {"4": "NAVAREA IV", "12": "NAVAREA XII", "A": "HYDROLANT", "P": "HYDROPAC", "C": "HYDROARC"}
    second: list[Notice] = []
    for record in json.loads(gzip.decompress((REFERENCE_DATA / SET_2023).read_bytes()))["broadcast-warn"]:
        head = f"{areas[record['navArea']]} {record['msgNumber']}/{record['msgYear'] % 100:02d}"
        text = f"{record['issueDate']}\n{head}.\n{record['text']}\nAuthority: {record['authority']}"
        second += parse_notice(text, year=record["msgYear"])
    return first, second


def lift_offs() -> dict[str, datetime]:
    """By launch tag, to the minute. UTC."""
    found: dict[str, datetime] = {}
    for line in gzip.decompress((REFERENCE_DATA / GCAT).read_bytes()).decode().splitlines():
        cells = line.split("\t")
        moment = re.match(r"(\d{4} \w{3}) +(\d+) (\d{4})", cells[1]) if len(cells) > 2 else None
        if moment:
            day = f"{moment[1]} {int(moment[2]):02d} {moment[3]}"
            found.setdefault(cells[0].strip(), datetime.strptime(day, "%Y %b %d %H%M").replace(tzinfo=UTC))
    return found


def by_rule(tag: str, notice: Notice, moment: datetime) -> bool:
    """Whether the lift-off lies in a window of the message or less than 3.5 hours before one ends."""
    return any(
        window.start is not None and window.end is not None and window.start - AFTER <= moment <= window.end
        for window in windows_of([notice])
    )


def run(seed: int, share: str) -> dict[str, Any]:
    """Join both sets and count pairs; a small share leaves out four fifths of the unlabelled messages."""
    if not (REFERENCE_DATA / SET_2018).exists():
        return {"lines": ["the reference data is not beside the checkout: nothing joined"], "holds": True}
    rng = np.random.default_rng(seed)
    label = {number: tag for tag, numbers in LABELS.items() for number in numbers}
    sets = [
        [notice for notice in notices if share == "full" or notice.id in label or rng.random() < 0.2]
        for notices in warnings()
    ]
    names = launch_site_names()
    sites = [
        LaunchOrigin(
            name=site.name,
            latitude_deg=site.latitude_deg,
            longitude_deg=site.longitude_deg,
            names=names.get(site.id, ()),
        )
        for site in launch_sites()
    ]
    groups: list[set[str]] = []
    took = []
    for notices in sets:
        began = time.process_time()
        groups += [{notice.id for notice in event.notices} for event in join_notices(notices, sites=sites)]
        took.append(f"{len(notices):,} in {time.process_time() - began:.2f} s")
    result = score(groups, label)
    absent = set(label) - {notice.id for each in sets for notice in each}
    events = [tag for tag, numbers in LABELS.items() if set(numbers) in _meeting(groups, numbers)]
    confirmed, read = confirm([notice for each in sets for notice in each], label)
    lines = [
        f"{sum(map(len, sets)):,} messages; {len(label)} labelled in {len(LABELS)} launches and others,"
        f" {len(result['true'])} true pairs; joined, of processor time: {', '.join(took)}",
        f"labels that the rule confirms from GCAT's lift-off: {confirmed}; by reading: {', '.join(read)}",
        f"pairs found: {_share(len(result['found']), len(result['true']))}; over launches drawn again"
        f" {_drawn_again(result['by_tag'], rng)}",
        f"pairs joined that are right: {_share(len(result['found']), len(result['joined']))}",
        f"launches with exactly their messages: {_share(len(events), len(LABELS))}",
        *(f"  missed: {one} + {two} ({label[one]})" for one, two in sorted(result["true"] - result["found"])),
        *(f"  wrong: {one} + {two}" for one, two in sorted(result["joined"] - result["found"])),
        *(f"  not in the set: {number}" for number in sorted(absent)),
        f"besides, {sum(len(g) > 1 and not g & set(label) for g in groups)} events of several unlabelled messages"
        " (gunnery, surveys, ranges), which were not judged",
    ]
    recall, precision = (
        len(result["found"]) / len(result["true"]), len(result["found"]) / max(len(result["joined"]), 1)
    )  # fmt: skip
    return {"lines": lines, "holds": precision >= LEAST_PRECISION and recall >= LEAST_RECALL and not absent}


def score(groups: list[set[str]], label: dict[str, str]) -> dict[str, Any]:
    """Pairs that are true, joined, and both; only those with a labelled message."""
    joined = {
        (min(pair), max(pair))
        for group in groups
        for pair in combinations(sorted(group), 2)
        if pair[0] in label or pair[1] in label
    }
    true = {
        (min(pair), max(pair))
        for numbers in LABELS.values()
        for pair in combinations(sorted(numbers), 2)
    }  # fmt: skip
    by_tag = {
        tag: [(min(p), max(p)) in joined for p in combinations(sorted(numbers), 2)] for tag, numbers in LABELS.items()
    }
    return {"joined": joined, "true": true, "found": joined & true, "by_tag": by_tag}


def confirm(notices: list[Notice], label: dict[str, str]) -> tuple[int, list[str]]:
    """How many labels follow from GCAT's lift-off and the windows, and which rest on reading."""
    moments, count, read = lift_offs(), 0, []
    for notice in notices:
        tag = label.get(notice.id)
        if tag is None:
            continue
        if tag in moments and by_rule(tag, notice, moments[tag]):
            count += 1
        else:
            read.append(notice.id + (" (an earlier day)" if notice.id in EARLIER else ""))
    return count, read


def _meeting(groups: list[set[str]], numbers: tuple[str, ...]) -> list[set[str]]:
    return [group for group in groups if group & set(numbers)]


def _share(count: int, total: int) -> str:
    """``26 of 28 (93 %, 77 to 98 %)``: the 95 % interval of Wilson (1927)."""
    if not total:
        return "none"
    z, p = 1.959964, count / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    return f"{count} of {total} ({p:.0%}, {max(middle - half, 0.0):.0%} to {min(middle + half, 1.0):.0%})"


def _drawn_again(by_tag: dict[str, list[bool]], rng: np.random.Generator) -> str:
    """The 95 % interval of the share found, launches drawn with replacement: pairs of one launch are not independent."""
    several = [hits for hits in by_tag.values() if hits]
    shares = []
    for _ in range(2000):
        drawn = [hit for index in rng.integers(0, len(several), len(several)) for hit in several[index]]
        shares.append(sum(drawn) / len(drawn))
    low, high = np.quantile(shares, [0.025, 0.975])
    return f"{low:.0%} to {high:.0%}"
