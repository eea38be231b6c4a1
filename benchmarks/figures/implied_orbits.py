"""Whether the inclination that a launch reached lies in the 90 % set that its notice implied beforehand.

Triples of notice, launch and orbit, built by rule; every message that a launch falls into the window of is listed, with
the reason where it is not counted.

- Notice: an NGA message of 2018, 2022 or 2023 that speaks of ROCKET LAUNCHING, or of hazardous operations with an area
  within 100 km of a launch pad; Indian launch NOTAMs. Areas whose own paragraph speaks of SPACE DEBRIS are an upper
  stage's and are left out. Gunnery is no launch.
- Launch: of the GCAT log, lifted off between 150 min before a window opens (far stages fall later) and its end, from a
  pad within 1,500 km of the nearest area, or within 5,000 km where the window is no longer than 6 h. Where an area lies
  around a pad, only launches from there; of several launches that from the nearest pad, the others are listed. A notice
  that another one cancels for the launch's is of the same launch.
- Orbit: the station's for a visit to a space station (GCAT type V); else the first payload of the launch in the catalogue
  copies that is not geosynchronous, or in the UCS database of 2023; for a transfer orbit what a launch report gives.
  For a geosynchronous payload with none of these the due-east rule, counted apart: its parking orbit has the site's
  latitude as inclination. Where the spacecraft left the Earth, or nothing is known, the triple is listed and not counted.
- North Korean notices: the areas as published (facts of the bundled cases, sources there). Reached orbits are counted;
  orbits that were only stated, of failed launches, are listed apart.

Each triple is judged with the counts of launches of periods that ended before its year. Halves by hash of the launch are
reported apart. Shares and scales are judgements, set with the North Korean cases in sight and changed once, after a first
run of thirteen triples that all held (the share of flights that turn twice); none was fitted. So the last lines repeat the
count with each of them halved and doubled.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from bongsu.assessment import ImpliedOrbits, areas_of_ascent, implied_distribution, implied_orbit
from bongsu.assessment.inclination_prior import inclination_prior
from bongsu.earth import Window, geodesic_inverse
from bongsu.errors import BongsuError
from bongsu.notices import ApproximateArea, NotifiedArea, read_notices
from bongsu.orbit import read_element_sets

from ._inputs import REFERENCE_DATA
from .notice_geometry import issued_of, text_of

TITLE = (
    "Inclination reached against the 90 % set implied by the notice: at least 85 % held, median width at most 15 deg"
)
EXPECTED_TIME = "about 30 s"
LEAST_HELD = 0.85
WIDEST_MEDIAN_DEG = 15.0
LEAST_TRIPLES = 20
NGA_2018 = "nga-broadcast-warnings/navwarn_2018_text_geometry.jsonl.gz"
NGA_2023 = "nga-broadcast-warnings/broadcast-warn_2023-04.json.gz"
NGA_2022 = "nga-broadcast-warnings/navwarnMockData.json"
UCS = "ucs-satellites/UCS-Satellite-Database_2023-05-01.csv.gz"
NOTAMS = ("notam-launch/notam-pslv-c47.txt", "notam-launch/notam-gslv-m1.txt", "notam-launch/notam-gslv-f10.txt")
SETS = ("active_2021-08-07.tle.gz", "active_2025-10-04.tle.gz", "active_2026-06-02.tle.gz")
STATIONS = {"CN": 41.5, "": 51.6}  # inclinations of the stations visited since 2018: Tiangong, ISS
MONTHS = {
    name: index + 1
    for index, name in enumerate(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
}

# Transfer orbits that launch reports give: designator, inclination, where.
TRANSFERS = {
    "2018-069": (27.0, "260 x 18,066 km, der-orion.com/launch-log/2018/1567-telstar-18v-startet-mit-spacex"),
    "2018-074": (6.0, "250 x 35,720 km, der-orion.com/launch-log/2018/1572-jubilaeumsflug-fuer-ariane-5"),
}
LEAD = timedelta(minutes=150)
DUE_EAST = "geosynchronous now; due-east rule"
SOHAE = (39.6596, 124.7057)
TONGHAE = (40.85, 129.6667)


def circle(label: str, latitude: float, longitude: float, km: float) -> ApproximateArea:
    """An area known by a centre."""
    return ApproximateArea(label=label, latitude_deg=latitude, longitude_deg=longitude, uncertainty_m=km * 1000.0)


def ring(label: str, *corners: tuple[float, float]) -> NotifiedArea:
    """An area by its corners."""
    return NotifiedArea(label=label, vertices=corners, windows=(), text_span=(0, 0))


# Sources: the bundled cases malligyong-1 and kwangmyongsong-3 and the record (launches.toml); corners of 2012-12 from
# allthingsnuclear.org; of 2016 one corner of each area is published, taken as a circle around it; stage 2 of 2012-12 lay
# "136 km east of the Philippines", as that of April.
_OF_2023 = (circle("A", 36.1, 123.5, 25.0), circle("B", 33.4, 123.2, 25.0), circle("C", 12.5, 128.9, 150.0))
NORTH_KOREAN: tuple[tuple[str, int, tuple[float, float], tuple[Any, ...], float, bool, str], ...] = (
    (
        "1998-08-31 Kwangmyongsong-1", 1998, TONGHAE,
        (circle("1", 40.85, 132.67, 30.0), circle("2", 40.22, 149.12, 60.0)), 41.0, False, "stated; never in orbit",
    ),
    (
        "2012-04-12 Kwangmyongsong-3", 2012, SOHAE,
        (circle("1", 35.5, 124.8, 40.0), circle("2", 17.3, 124.2, 200.0)),
        97.4, False, "stated; failed in its first stage",
    ),
    (
        "2012-12-12 Kwangmyongsong-3 unit 2", 2012, SOHAE,
        (
            ring("1", (35.735, 124.508), (35.735, 124.906), (34.979, 124.936), (34.977, 124.542)),
            circle("fairing", 33.3, 125.3, 30.0), circle("2", 17.3, 124.2, 200.0),
        ),
        97.4, True, "element set of 39026",
    ),
    (
        "2016-02-07 Kwangmyongsong-4", 2016, SOHAE,
        (circle("1", 36.07, 124.5, 40.0), circle("fairing", 33.27, 124.18, 40.0), circle("2", 19.73, 123.88, 100.0)),
        97.5, True, "element set of 41332",
    ),
    ("2023-05-30 Malligyong-1", 2023, SOHAE, _OF_2023, 97.4, False, "wanted; failed in its second stage"),
    ("2023-08-23 Malligyong-1", 2023, SOHAE, _OF_2023, 97.4, False, "wanted; failed in its third stage"),
    ("2023-11-21 Malligyong-1", 2023, SOHAE, _OF_2023, 97.4, True, "element sets of 58400"),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Launch:
    """One launch of the log."""

    tag: str
    name: str
    time: datetime
    site: str
    place: tuple[float, float]
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message that may be a launch's: its name, words and what was read of it."""

    name: str
    text: str
    areas: tuple[tuple[NotifiedArea, tuple[Window, ...]], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Triple:
    """A notice with its launch, the orbit reached and what was implied; ``why`` says where that is from or is not."""

    notice: str
    launch: str
    reached: float | None
    implied: ImpliedOrbits | None
    counted: bool
    why: str
    place: tuple[float, float] = (0.0, 0.0)
    areas: tuple[Any, ...] = ()
    year: int = 0


def messages() -> Iterator[Message]:
    """Messages that speak of rockets or hazardous operations."""
    seen = set()
    found: list[tuple[str, str, int, str]] = []
    for line in gzip.decompress((REFERENCE_DATA / NGA_2018).read_bytes()).decode().splitlines():
        record = json.loads(line)
        for feature in record["features"]:
            text = text_of(feature["text_html"])
            if (record["id"], text) not in seen:
                seen.add((record["id"], text))
                found.append((record["id"], text, 2018, issued_of(feature["text_html"])))
    for record in json.loads(gzip.decompress((REFERENCE_DATA / NGA_2023).read_bytes()))["broadcast-warn"]:
        found.append((f"{record['navArea']} {record['msgNumber']}/{record['msgYear']}", record["text"], 2023, ""))
    for record in json.loads((REFERENCE_DATA / NGA_2022).read_text())["broadcast-warn"]:
        if record["msgYear"] == 2022:
            found.append((f"{record['navArea']} {record['msgNumber']}/2022", record["text"], 2022, ""))
    for name in NOTAMS:
        text = (REFERENCE_DATA / name).read_text(encoding="utf-8", errors="replace").replace("?", " ")
        found.append((Path(name).stem, text, 2019, ""))
    for name, text, year, _ in found:
        if not re.search(r"ROCKET LAUNCH|HAZARDOUS OP", text) or "GUNNERY" in text:
            continue
        try:
            notices = read_notices(text, year=year)
        except BongsuError:
            continue
        areas = [(area, area.windows or notice.windows) for notice in notices for area in areas_of_ascent(notice)[0]]
        if areas:
            yield Message(name=name, text=text, areas=tuple(areas))


def launches() -> list[Launch]:
    """Launches with a time, of sites with a place."""
    places = {}
    for row in rows_of("gcat/sites_2024-11.tsv.gz"):
        try:
            places[row["Site"]] = (float(row["Latitude"]), float(row["Longitude"]))
        except (ValueError, KeyError):
            continue
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in rows_of("gcat/launchlog_2024-12.tsv.gz"):
        grouped.setdefault(row["Launch_Tag"], []).append(row)
    found = []
    for tag, pieces in grouped.items():
        words = pieces[0]["Launch_Date"].replace("?", "").split()
        if (
            len(words) == 4
            and words[0] in {"2018", "2019", "2020", "2022", "2023"}
            and pieces[0]["Launch_Site"] in places
        ):
            clock, _, second = words[3].partition(":")
            time = datetime(
                int(words[0]),
                MONTHS[words[1]],
                int(words[2]),
                int(clock[:2]),
                int(clock[2:]),
                int(second or 0),
                tzinfo=UTC,
            )
            found.append(
                Launch(
                    tag=tag,
                    name=pieces[0]["Name"],
                    time=time,
                    site=pieces[0]["Launch_Site"],
                    place=places[pieces[0]["Launch_Site"]],
                    rows=tuple(pieces),
                )
            )
    return found


def rows_of(name: str) -> list[dict[str, str]]:
    """A GCAT table."""
    text = gzip.decompress((REFERENCE_DATA / name).read_bytes()).decode("utf-8", "replace")
    lines = [line for index, line in enumerate(text.splitlines()) if index == 0 or not line.startswith("#")]
    lines[0] = lines[0].lstrip("#")
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [{(key or "").strip(): (value or "").strip() for key, value in row.items() if key} for row in rows]


def catalogue() -> dict[str, tuple[float, float]]:
    """Inclination and mean motion by designator, from the oldest copy that has it."""
    found: dict[str, tuple[float, float]] = {}
    for name in SETS:
        data = gzip.decompress((REFERENCE_DATA / "catalogue-snapshots" / name).read_bytes())
        for item in read_element_sets(data, strict=False).sets:
            found.setdefault(item.designator, (item.inclination_deg, item.mean_motion_rev_day))
    for row in json.loads(
        gzip.decompress((REFERENCE_DATA / "catalogue-snapshots/satcat_active_2026-08-22.json.gz").read_bytes())
    ):
        if row.get("inc") and row.get("p"):
            found.setdefault(row["i"], (float(row["inc"]), 1440.0 / float(row["p"])))
    text = gzip.decompress((REFERENCE_DATA / UCS).read_bytes()).decode("utf-8-sig", "replace")
    for row in csv.DictReader(text.splitlines()):
        try:
            inclination, period = (float(row[name]) for name in ("Inclination (degrees)", "Period (minutes)"))
        except (ValueError, KeyError, TypeError):
            continue  # a row with its cells shifted, or a period over 1,000 min: high orbits, which the copies have
        if row["Class of Orbit"] == "LEO" and 0.0 <= inclination <= 180.0 and 80.0 < period < 225.0:
            found.setdefault(row["COSPAR Number"], (inclination, 1440.0 / period))
    return found


def reached_of(launch: Launch, known: dict[str, tuple[float, float]]) -> tuple[float | None, str]:
    """The inclination a launch reached, and where that is from or why it is not known."""
    here = [known[row["Piece"]] for row in launch.rows if row["Piece"] in known]
    low = [each for each in here if not 0.9 < each[1] < 1.1]
    found: tuple[float | None, str] = (None, "no object in the catalogue copies")
    if "-F" in launch.tag:
        found = None, "failed"
    elif any("V" in row["Type"][1:] for row in launch.rows):
        found = STATIONS["CN" if launch.rows[0]["LVState"] == "CN" else ""], "the station's orbit"
    elif launch.tag in TRANSFERS:
        found = TRANSFERS[launch.tag]
    elif low:
        found = low[0][0], "catalogue"
    elif any("D" in row["Type"][1:] for row in launch.rows):
        found = None, "left the Earth; no parking orbit known"
    elif here:
        found = abs(launch.place[0]), DUE_EAST
    return found


def near_enough(message: Message, launch: Launch) -> float | None:
    """Distance from a launch's pad to the nearest area of a message whose window it falls into, None where it does not."""
    hits = []
    for area, windows in message.areas:
        for window in windows:
            if window.start and window.end and window.start - LEAD <= launch.time <= window.end:
                try:
                    distance, nearest = distances(launch.place, area)
                except BongsuError:
                    continue
                hits.append((distance, nearest, (window.end - window.start).total_seconds() / 3600.0))
                break
    rocket = "ROCKET" in message.text
    fitting = [
        distance
        for distance, nearest, hours in hits
        if (rocket and (distance < 1.5e6 or (distance < 5e6 and hours <= 6.0))) or nearest < 1e5
    ]
    return min(fitting) if fitting else None


def around_a_pad(message: Message, log: list[Launch]) -> set[tuple[float, float]]:
    """Pads that an area of a message lies around, its centre within 25 km."""
    pads = {launch.place for launch in log}
    centres = []
    for area, _ in message.areas:
        try:
            centres.append(area.region().centroid)
        except BongsuError:
            continue
    return {
        pad for pad in pads if any(abs(pad[0] - c[0]) < 0.3 and geodesic_inverse(*pad, *c)[0] < 25e3 for c in centres)
    }


def launches_of(message: Message, log: list[Launch]) -> list[Launch]:
    """Launches that fall into a message's windows, that from the nearest pad first."""
    pads = around_a_pad(message, log)
    found = [
        (distance, launch)
        for launch in log
        if (not pads or launch.place in pads) and (distance := near_enough(message, launch)) is not None
    ]
    return [launch for _, launch in sorted(found, key=lambda each: each[0])]


def distances(place: tuple[float, float], area: NotifiedArea) -> tuple[float, float]:
    """From a place to an area's centre and to its nearest edge."""
    region = area.region()
    edge = geodesic_inverse(*place, *region.boundary)[0]
    return float(geodesic_inverse(*place, *region.centroid)[0]), float(np.min(edge))


def triples() -> tuple[list[Triple], list[str]]:
    """Every triple, and messages about rockets that no launch of the log fell into."""
    known, log = catalogue(), launches()
    every = list(messages())
    owned: dict[int, list[Launch]] = {index: launches_of(message, log) for index, message in enumerate(every)}
    by_name = {message.name: owned[index] for index, message in enumerate(every) if owned[index]}
    found, alone = [], []
    for index, message in enumerate(every):
        own, by = owned[index], ""
        if not own:
            canceller = next(
                (other.name for other in every if f"CANCEL {message.name}." in other.text and other.name in by_name), ""
            )
            own, by = by_name.get(canceller, [])[:1], f"; cancelled by {canceller}"
        if not own and "ROCKET" in message.text:
            alone.append(message.name)
        for rank, launch in enumerate(own):
            found.append(judged(message, launch, known, by if not owned[index] else "", rank))
    for name, year, site, areas, reached, counted, why in NORTH_KOREAN:
        implied = implied_distribution(*site, areas, year=year)
        found.append(
            Triple(
                notice=f"for {name}",
                launch=name,
                reached=reached,
                implied=implied,
                counted=counted,
                why=why,
                place=site,
                areas=areas,
                year=year,
            )
        )
    unique = {(each.notice, each.launch, each.implied.width_deg if each.implied else 0.0): each for each in found}
    return list(unique.values()), sorted(set(alone))


def judged(message: Message, launch: Launch, known: dict[str, tuple[float, float]], by: str, rank: int) -> Triple:
    """One message with one launch."""
    reached, why = reached_of(launch, known)
    implied = None
    try:
        implied = implied_distribution(*launch.place, [area for area, _ in message.areas], year=launch.time.year)
    except BongsuError as error:
        why = f"{why}; {error}"
    if rank:
        why += "; a launch from a nearer pad fits too"
    return Triple(
        notice=message.name,
        launch=f"{launch.tag} {launch.name} ({launch.site})",
        reached=reached,
        implied=implied,
        counted=reached is not None and implied is not None and rank == 0,
        why=why + by,
        place=launch.place,
        areas=tuple(area for area, _ in message.areas),
        year=launch.time.year,
    )


def by_other_constants(counted: list[Triple]) -> Iterator[str]:
    """The count again with each judged constant halved and doubled."""
    for name, words in (
        ("_STEER_DEG", "scatter of a leg"),
        ("_TURN_SCALE_M_S", "scale of turns"),
        ("_COAST_SCALE_DEG", "scale of plane changes"),
    ):
        usual = getattr(implied_orbit, name)
        for factor in (0.5, 2.0):
            setattr(implied_orbit, name, usual * factor)
            try:
                yield f"{words} {usual * factor:g} for {usual:g}: {again(counted)}"
            finally:
                setattr(implied_orbit, name, usual)
    for table in ("_SHARES", "_SHARES_TURNING"):
        usual_shares = dict(getattr(implied_orbit, table))
        for factor in (0.5, 2.0):
            setattr(implied_orbit, table, {**usual_shares, "direct": usual_shares["direct"] * factor})
            try:
                yield f"share of straight flights times {factor:g} ({table.strip('_').lower()}): {again(counted)}"
            finally:
                setattr(implied_orbit, table, usual_shares)


def by_counts_alone(counted: list[Triple]) -> str:
    """What the counts of launches hold without a look at the areas: what the areas add to."""
    held, widths = 0, []
    for each in counted:
        chosen = implied_orbit._least_set(inclination_prior(*each.place, each.year), 0.9)
        held += any(low - 0.05 <= (each.reached or -1.0) <= high + 0.05 for low, high, _ in chosen)
        widths.append(sum(high - low + 0.1 for low, high, _ in chosen))
    return f"counts of launches alone, without the areas: {held} of {len(counted)} held, width median {np.median(widths):.1f} deg"


def again(counted: list[Triple]) -> str:
    """How many are held now, and the median width."""
    found = [(each, implied_distribution(*each.place, each.areas, year=each.year)) for each in counted]
    held = sum(implied.holds(each.reached) for each, implied in found if each.reached is not None)
    width = float(np.median([implied.width_deg for _, implied in found]))
    return f"{held} of {len(found)} held, width median {width:.1f} deg"


def half_of(triple: Triple) -> str:
    """``tune`` or ``test``, by the launch: notices of one launch stay together."""
    digest = hashlib.sha256(triple.launch.encode()).digest()
    return "tune" if digest[0] % 2 == 0 else "test"


def wilson(hits: int, count: int) -> tuple[float, float]:
    """90 % interval of a share (Wilson 1927)."""
    z = 1.645
    centre = (hits + z * z / 2.0) / (count + z * z)
    half = z * math.sqrt(hits * (count - hits) / count + z * z / 4.0) / (count + z * z)
    return centre - half, centre + half


def told(triple: Triple) -> str:
    """One line of a triple."""
    if triple.implied is None:
        return f"  {triple.notice} -> {triple.launch}: not judged, {triple.why}"
    sets = ", ".join(f"{low:.1f}-{high:.1f}" for low, high, _ in triple.implied.intervals)
    verdict = "not counted" if triple.reached is None else "held" if triple.implied.holds(triple.reached) else "MISSED"
    if triple.reached is not None and not triple.counted:
        verdict += ", not counted"
    value = "?" if triple.reached is None else f"{triple.reached:.1f}"
    return (
        f"  {triple.notice} -> {triple.launch}: reached {value} ({triple.why}); set {sets}"
        f" (width {triple.implied.width_deg:.1f}); {verdict}; {half_of(triple)}"
    )


def summary(name: str, group: list[Triple]) -> str:
    """Coverage with its interval, and the median width."""
    if not group:
        return f"{name}: none"
    hits = sum(each.implied.holds(each.reached) for each in group if each.implied and each.reached is not None)
    low, high = wilson(hits, len(group))
    widths = [each.implied.width_deg for each in group if each.implied]
    return (
        f"{name}: {hits} of {len(group)} held ({hits / len(group):.0%}, 90 % interval {low:.0%}-{high:.0%});"
        f" width median {np.median(widths):.1f}, largest {max(widths):.1f} deg"
    )


def run(seed: int, share: str) -> dict[str, Any]:
    """All triples; there is nothing random, so the seed changes nothing. Without reference data the North Korean ones."""
    if (REFERENCE_DATA / NGA_2018).exists():
        found, alone = triples()
    else:
        found, alone = [], []
        for name, year, site, areas, reached, counted, why in NORTH_KOREAN:
            implied = implied_distribution(*site, areas, year=year)
            found.append(Triple(notice=name, launch=name, reached=reached, implied=implied, counted=counted, why=why))
    counted = [each for each in found if each.counted]
    seen = [each for each in counted if DUE_EAST not in each.why]
    stated = [each for each in found if not each.counted and each.notice.startswith("for ")]
    by_launch = {each.launch: each for each in reversed(counted)}
    lines = [
        summary("all counted", counted),
        summary("orbit known", seen),
        summary("by the due-east rule", [each for each in counted if DUE_EAST in each.why]),
        summary("all counted, one notice per launch", list(by_launch.values())),
        *(summary(f"half {name}", [each for each in counted if half_of(each) == name]) for name in ("tune", "test")),
        summary("orbits only stated, of failed North Korean launches", stated),
        *(told(each) for each in found),
        f"messages about rockets without a launch of the log: {len(alone)}: {', '.join(alone)}",
    ]
    hits = sum(each.implied.holds(each.reached) for each in counted if each.implied and each.reached is not None)
    width = float(np.median([each.implied.width_deg for each in counted if each.implied]))
    if not alone:
        lines.append(
            "no reference data at hand: the North Korean notices only, so the width is not held against its limit"
        )
        return {"lines": lines, "holds": hits / len(counted) >= LEAST_HELD}
    if share == "full":
        lines += [by_counts_alone(counted), *by_other_constants(counted)]
    enough = len(counted) >= LEAST_TRIPLES
    if not enough:
        lines.append(f"only {len(counted)} triples could be counted, {LEAST_TRIPLES} were wanted")
    return {"lines": lines, "holds": hits / len(counted) >= LEAST_HELD and width <= WIDEST_MEDIAN_DEG and enough}
