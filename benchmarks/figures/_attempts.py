"""Flights and warnings whose kind is known, as facts: what the table of attempts counts, and what scores it.

North Korea's launches are those of the shipped record (launches.toml); its tests those of nk-missile-tests to June 2023,
and of the shipped table of tests after that, one item for each day, missile and pair of figures. Kinds:

- orbital launch: the ten attempts of the record.
- other: missiles that pull up or glide, by the type that the data set gives (missiles.json), never by their figures.
- lofted or standard ballistic test: all other types, and flights of unknown type that are no drawn-out arc, by the
  shape of their arc. That is a definition: a figure that tells these two apart by apogee and range proves nothing.
- left out: tests that failed in flight, whose figures are of what fell; flights without both figures for the shape, drawn-out arcs of unknown type, and in counts of direction the
  bearing 90 of rows without figures, which is a placeholder.

Nothing in the data set tells of a warning before a missile test; that none was given is our reading of it.
Foreign warnings: the labelled NGA messages of the figure notice-kinds that have areas; messages that repeat the areas of
another share its weight.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from bongsu.assessment import AttemptFacts, FlightReport, flight_report, read_attempt
from bongsu.assessment.attempt_categories import figure_weights
from bongsu.errors import BongsuError, InputError
from bongsu.notices import ApproximateArea, Notice
from bongsu.reference import FLIGHT_KINDS, launches, missile_tests

from ._inputs import REFERENCE_DATA
from .implied_orbits import NORTH_KOREAN
from .notice_kinds import Labelled, labelled

TESTS = "nk-missile-tests/tests_1984_2023H1.csv"
ORBITAL, LOFTED, STANDARD, OTHER = FLIGHT_KINDS
STATE = "North Korea"
PLACEHOLDER_DEG = 90.0
# Directions flown, over the ground: KCNA 1998 and the data set's bearings; for 2024 the areas reported west of Korea and
# east of Luzon, as in 2023, without coordinates.
AZIMUTHS = {
    "1998-08-31": (85.0, 86.0), "2006-07-04": (92.0, 92.0), "2009-04-05": (93.0, 93.0), "2012-04-12": (181.0, 181.0),
    "2012-12-12": (181.0, 181.0), "2016-02-07": (181.0, 181.0), "2023-05-30": (190.0, 192.0),
    "2023-08-23": (190.0, 195.0), "2023-11-21": (190.0, 195.0), "2024-05-27": (185.0, 195.0),
}  # fmt: skip
# Apogee and distance as reported of attempts, where both are given (nk-missile-tests; height of April 2012 by Japan).
FIGURES = {
    "2006-07-04": ("40", "500"), "2012-04-12": ("120", "237"), "2012-12-12": ("581", "2600"), "2016-02-07": ("502", "2500"),
}  # fmt: skip
KINDS_OF_WARNINGS = {
    "space launch": (ORBITAL,),
    "missile test": (LOFTED, STANDARD),
    "gunnery": (OTHER,),
    "debris": (OTHER,),
    "re-entry": (OTHER,),
    "other": (OTHER,),
}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One flight or warning: its kind (two for a foreign missile warning, whose shape is not known), cluster and facts.

    Items of one kind and cluster share the weight of one.
    """

    name: str
    kinds: tuple[str, ...]
    year: int
    cluster: str
    facts: AttemptFacts


def attempts() -> list[Item]:
    """North Korea's attempts at an orbit, all that the record holds."""
    drawn = {name[:10]: areas for name, _, _, areas, *_ in NORTH_KOREAN}
    found = []
    for launch in launches():
        if launch.country != STATE:
            continue
        notice = launch.notices[0] if launch.notices else None
        areas = drawn.get(launch.id, ()) if notice else ()
        figures = FIGURES.get(launch.id)
        facts = AttemptFacts(
            state=STATE,
            place=(launch.site.latitude_deg, launch.site.longitude_deg),
            azimuth_deg=AZIMUTHS[launch.id],
            warned=notice is not None,
            # Every one of them was announced as a satellite's (launches.toml); the Japanese heading of 2023 says so.
            notice_words="SATELLITE" if notice else "",
            area_centres=tuple(_centre(area) for area in areas),
            area_names=tuple(area.label for area in areas),
            lead_days=_lead(notice.issued, notice.start) if notice else None,
            reports=(flight_report("reported", *figures),) if figures else (),
            failed=launch.outcome == "failed",
            catalogued=launch.outcome == "orbit",
        )
        found.append(
            Item(name=f"{launch.id} {launch.vehicle}", kinds=(ORBITAL,), year=int(launch.id[:4]), cluster=launch.id[:4], facts=facts)
        )  # fmt: skip
    return found


def _centre(area: Any) -> tuple[float, float]:
    if isinstance(area, ApproximateArea):
        return area.latitude_deg, area.longitude_deg
    latitude, longitude = area.region().centroid
    return float(latitude), float(longitude)


def _lead(issued: str, start: datetime) -> float:
    """Days from the issue, taken at the middle of a day that is known only as a day, to the window."""
    moment = datetime.fromisoformat(issued)
    moment = moment.replace(tzinfo=moment.tzinfo or UTC) + (timedelta(hours=12) if len(issued) == 10 else timedelta(0))
    return (start - moment).total_seconds() / 86400.0


def tests(folder: Path = REFERENCE_DATA) -> tuple[list[Item], dict[str, int]]:
    """Missile tests to June 2023, and how many rows were left out for which reason."""
    types = json.loads((folder / "nk-missile-tests" / "missiles.json").read_text("utf-8"))
    types = types.get("missiles", types)
    places = json.loads((folder / "nk-missile-tests" / "facilities.json").read_text("utf-8"))
    places = places.get("facilities", places)
    left: dict[str, int] = defaultdict(int)
    found: dict[tuple[str, ...], Item] = {}
    with (folder / TESTS).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind, why, reports = _kind(row, types)
            if kind is None:
                left[why] += 1
                continue
            facts = AttemptFacts(
                state=STATE,
                place=_place(row, places),
                azimuth_deg=_bearing(row),
                warned=False,
                reports=reports,
            )
            key = (row["date"], row["missile"], row["apogee"], row["distance"], row["facility"], kind)
            found.setdefault(
                key,
                Item(
                    name=f"{row['date']} {row['missile']} {row['apogee']}/{row['distance']} km",
                    kinds=(kind,), year=int(row["date"][:4]), cluster=f"{row['date'][:4]} {row['missile']}", facts=facts,
                ),
            )  # fmt: skip
    return list(found.values()), dict(left)


def _kind(row: dict[str, str], types: dict[str, Any]) -> tuple[str | None, str, tuple[FlightReport, ...]]:
    missile = types.get(row["missile"], {})
    try:
        reports = (flight_report("as compiled", row["apogee"], row["distance"]),)
    except InputError:
        reports = ()
    shape = int(np.argmax(np.reshape(figure_weights(reports), (3, 3)).sum(axis=1)))
    why = ""
    if missile.get("type") == "SLV" or row["missile"] == "taepodong-1":
        why = "a space launcher: stands in the record"
    elif row["outcome"] == "failure":
        why = "failed in flight: what fell shows no arc"
    elif missile.get("maneuver") or row["glide"]:
        return OTHER, "", reports
    elif not reports:
        why = "no apogee and range: the shape of the arc is not known"
    elif shape == 0 and row["missile"] == "unknown":
        why = "a drawn-out arc of unknown type"
    return (None, why, ()) if why else (LOFTED if shape == 2 else STANDARD, "", reports)


def _place(row: dict[str, str], places: dict[str, Any]) -> tuple[float, float] | None:
    place = places.get(row["facility"])
    return None if place is None or row["facility"] == "unknown" else (float(place["lat"]), float(place["lon"]))


def _bearing(row: dict[str, str]) -> tuple[float, float] | None:
    try:
        bearing = float(row["bearing"])
        float(row["distance"])
    except ValueError:
        return None
    return None if bearing == PLACEHOLDER_DEG else (bearing, bearing)


def later_tests() -> list[Item]:
    """Tests of the shipped table after June 2023, and reported flight times of those before, which the set has not."""
    found = []
    for test in missile_tests():
        reports = []
        for each in test.reported:
            try:
                reports.append(flight_report(each.party, each.apogee_km, each.ground_range_km, each.flight_time_min))
            except InputError:
                continue
        shape = int(np.argmax(np.reshape(figure_weights(reports), (3, 3)).sum(axis=1)))
        kind = OTHER if test.kind == "glide" else (STANDARD, STANDARD, LOFTED)[shape]
        place = (
            None if test.latitude_deg is None or test.longitude_deg is None else (test.latitude_deg, test.longitude_deg)
        )
        facts = AttemptFacts(
            state=STATE,
            place=place,
            azimuth_deg=None if test.azimuth_deg is None else (test.azimuth_deg, test.azimuth_deg),
            warned=False,
            reports=tuple(reports),
            glides=test.kind == "glide" or None,
        )
        found.append(Item(name=f"{test.date} {test.name}", kinds=(kind,), year=int(test.date[:4]), cluster=test.date[:4], facts=facts))  # fmt: skip
    return found


def warnings(part: str) -> list[Item]:
    """Foreign warnings with areas, of one part (train or test) of the labelled messages; kinds by their labels."""
    found = []
    for case in labelled():
        kinds = KINDS_OF_WARNINGS.get(case.label)
        if case.part == part and kinds is not None:
            facts = _of_notice(case)
            if facts is not None:
                year = 2018 if case.notice.issued is None else case.notice.issued.year
                first = facts.area_centres[0]
                cluster = f"{len(facts.area_centres)} {first[0]:.0f} {first[1]:.0f}"
                found.append(
                    Item(name=f"{case.id} ({case.label})", kinds=kinds, year=year, cluster=cluster, facts=facts)
                )
    return found


def _of_notice(case: Labelled) -> AttemptFacts | None:
    """Layout, names and lead of a warning; its words made its label, so they are left out."""
    notice: Notice = case.notice
    centres = []
    for area in notice.areas:
        try:
            centres.append(_centre(area))
        except BongsuError:
            continue
    if not centres:
        return None
    windows = [window.start for area in notice.areas for window in area.windows if window.start]
    windows = windows or [window.start for window in notice.windows if window.start]
    lead = (min(windows) - notice.issued).total_seconds() / 86400.0 if windows and notice.issued else None
    return AttemptFacts(
        area_centres=tuple(centres),
        area_names=(notice.raw,),
        lead_days=lead if lead is not None and abs(lead) < 100.0 else None,
    )


@lru_cache(maxsize=4096)
def reading(facts: AttemptFacts) -> dict[str, tuple[float, ...]]:
    """What the facts say of each feature, read once."""
    return read_attempt(facts)


def reached(rockets: Iterable[Item]) -> list[float]:
    """Attempts by year: that left an object in orbit, that did not."""
    years: dict[int, list[bool]] = defaultdict(list)
    for item in rockets:
        years[item.year].append(item.facts.catalogued is True)
    share = sum(sum(each) / len(each) for each in years.values())
    return [round(share, 2), round(len(years) - share, 2)]


def counted(items: Iterable[Item], feature: str, width: int, *, by_cluster: bool) -> list[list[float]]:
    """Rows of counts of one feature: each kind's clusters (or years), each of weight one, shared out by category."""
    shared: dict[tuple[str, str], list[Sequence[float]]] = defaultdict(list)
    for item in items:
        seen = reading(item.facts).get(feature)
        if seen is None or sum(seen) > 1.001:  # left open: nothing to count
            continue
        for kind in item.kinds:
            shared[kind, item.cluster if by_cluster else str(item.year)].append(seen)
    rows = np.zeros((len(FLIGHT_KINDS), width))
    for (kind, _), seen_there in shared.items():
        rows[FLIGHT_KINDS.index(kind)] += np.mean(seen_there, axis=0)
    return [[round(float(value), 2) for value in row] for row in rows]
