"""Distances and times of reported missile flights, against what others published and what was flown."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from typing import Any

import numpy as np

from bongsu.assessment import PublishedDistance, check_flight, estimate_distance, flight_report, parse_stated
from bongsu.assessment.lofted import standard_apogee_m
from bongsu.reference import MissileTest, missile_tests

from ._inputs import REFERENCE_DATA

TITLE = "Standard distances of reported flights against independent estimates, and their times with powered climb"
EXPECTED_TIME = "about 30 s; small share 10 s"

INDEPENDENT = {"Savelsberg and Kiessling, 38 North", "CSIS", "Jane's", "David Wright, UCS", "Marco Langbroek"}
FLOWN = ("2017-08-29", "2017-09-15")  # on normal arcs: their own range is the truth, on their bearing
REFUSED_REPORT = ("2022-03-24", "North Korean state media")
SHARE = 25  # rows of the compiled table in a small share


def run(seed: int, share: str) -> dict[str, Any]:
    """Every flight of the record; rows of the compiled table, all or a drawn share."""
    distances, holds_distances = _distances()
    times, holds_times = _times()
    table, holds_table = _table(np.random.default_rng(seed), share)
    return {"lines": [*distances, *times, *table], "holds": holds_distances and holds_times and holds_table}


def _place(test: MissileTest) -> dict[str, Any]:
    return {
        "id": test.id,
        "kind": test.kind,
        "latitude_deg": test.latitude_deg,
        "longitude_deg": test.longitude_deg,
        "azimuth_deg": test.azimuth_deg,
    }


def _reports(test: MissileTest) -> list[Any]:
    return [flight_report(one.party, one.apogee_km, one.ground_range_km, one.flight_time_min) for one in test.reported]


def _distances() -> tuple[list[str], bool]:
    """Medians and intervals against the published figures."""
    lines, off, widths, inside = [], [], [], []
    for test in missile_tests():
        published = [
            PublishedDistance(party=one.party, distance=parse_stated(one.distance_km, "km")) for one in test.estimates
        ]
        finding = estimate_distance(_reports(test), published=published, **_place(test))
        distance = finding.estimates.get("distance_km")
        beside = ", ".join(f"{one.distance.text} ({one.party})" for one in published) or "none"
        if distance is None:
            lines.append(f"{test.id}: refused; published: {beside}")
            continue
        if distance.value is None:
            lines.append(f"{test.id}: {distance.format()}; published: {beside}")
            continue
        half = distance.half_width / distance.value
        lines.append(
            f"{test.id}: {distance.value:,.0f} km ({distance.low:,.0f} to {distance.high:,.0f}, +-{100 * half:.0f} %);"
            f" published: {beside}"
        )
        for one in published:
            if one.party in INDEPENDENT and not one.distance.is_open:
                off.append(distance.value / one.distance.value - 1.0)
                widths.append(half)
                inside.append(one.distance.low <= distance.high and distance.low <= one.distance.high)
        if test.id in FLOWN and "same_bearing_km" in finding.estimates:
            flown = parse_stated(test.reported[0].ground_range_km, "km").value
            same = finding.estimates["same_bearing_km"].value or 0.0
            lines.append(f"{test.id}: on its own bearing {same:,.0f} km; it flew {flown:,.0f} km")
    lines.insert(
        0,
        f"below 12,000 km: medians {100 * min(off):+.1f} to {100 * max(off):+.1f} % of {len(off)} independent estimates "
        f"(limit 8 %), {sum(inside)} of them inside the 80 % interval, which is +-{100 * min(widths):.0f} to "
        f"+-{100 * max(widths):.0f} % wide (5 to 15)",
    )
    holds = max(abs(x) for x in off) <= 0.08 and all(inside) and min(widths) >= 0.05 and max(widths) <= 0.15
    return lines, holds


def _times() -> tuple[list[str], bool]:
    """Reported minus modelled time, as written and with its rounding free."""
    written, free, refused = [], [], 0.0
    for test in missile_tests():
        finding = check_flight(_reports(test), **_place(test))
        for party in finding.details["parties"]:
            off = party["off_min"]
            if off is None or off["value"] is None:
                continue
            if (test.id, party["party"]) == REFUSED_REPORT:
                refused = off["high"]
                continue
            written.append((off["value"], f"{test.id} {party['party'].split(',')[0].split(';')[0]}"))
            free.append(max(0.0, off["low"], -off["high"]))
    worst = max(written, key=lambda item: abs(item[0]))
    lines = [
        f"times of {len(written)} accepted reports: off by {max(free):.2f} min at most with their rounding free (limit 1.5); "
        f"as written {np.median([abs(x) for x, _ in written]):.2f} as a median, {worst[0]:+.2f} at most ({worst[1]})",
        f"state media, 24 March 2022: off by {refused:+.2f} min at its most favourable rounding (limit 3)",
    ]
    return lines, max(free) <= 1.5 and refused < -3.0


def _table(rng: np.random.Generator, share: str) -> tuple[list[str], bool]:
    """The compiled table: no exception, gliders and depressed flights refused, short flights near what they flew."""
    path = REFERENCE_DATA / "nk-missile-tests" / "tests_1984_2023H1.csv"
    if not path.exists():
        return ["compiled table not at hand: not run"], True
    places = json.loads((path.parent / "facilities.json").read_text("utf-8"))["facilities"]
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if _is_number(row["apogee"]) and _is_number(row["distance"])]
    if share == "small":
        rows = [rows[k] for k in rng.choice(len(rows), SHARE, replace=False)]
    counts: Counter[str] = Counter()
    ratios, wrong = [], []
    for row in rows:
        apogee, flown = float(row["apogee"]), float(row["distance"])
        finding = estimate_distance(
            [flight_report("table", row["apogee"], row["distance"])],
            id=row["date"],
            kind="glide" if row["glide"] else "unknown",
            latitude_deg=places[row["facility"]]["lat"] if row["facility"] in places else None,
            azimuth_deg=float(row["bearing"]) if row["bearing"].isdigit() else None,
        )
        counts[finding.mark] += 1
        flat = bool(row["glide"]) or apogee < 40.0 or apogee < 0.75 * standard_apogee_m(flown * 1e3) / 1e3
        if (finding.mark == "refused") != flat:
            wrong.append(f"{row['date']} {row['missile']}")
        distance = finding.estimates.get("distance_km")
        if distance is not None and distance.value is not None and apogee < 0.35 * flown < 350.0:
            ratios.append(distance.value / flown)
    near = f"{min(ratios):.2f} to {max(ratios):.2f}" if ratios else "none"
    said = ", ".join(f"{number} {mark}" for mark, number in counts.most_common())
    line = (
        f"compiled table, {len(rows)} rows with apogee and distance: {said}; no exception; of {len(ratios)} flights to "
        f"1,000 km on normal arcs the distance is {near} of what they flew"
    )
    return [line, *([f"refused or not against the rule: {', '.join(wrong)}"] if wrong else [])], not wrong


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.]+", text))
