"""Past North Korean notices: what is known of each, what is wanted, and whether a text that was filed fits.

One table, ``reference/launches.toml``, says when and by whom; corners come from its words, approximate areas from the
bundled case that treats the launch. None of these texts was found, so every entry says which command files one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import cache
from typing import Any

from bongsu.cases.case_file import bundled_case
from bongsu.cases.notice_texts import (
    NoticeText,
    compare_notice_texts,
    read_notice_text,
    revision_item,
    revision_of_texts,
)
from bongsu.earth import Region, Window, format_utc, geodesic_inverse, untangle_ring
from bongsu.errors import InputError, Problem
from bongsu.notices import ApproximateArea, NotifiedArea, Revision, find_positions, name_revision, windows_of
from bongsu.rawtext import decode_text
from bongsu.reference import Launch, LaunchNotice, launch_sources, launches

__all__ = ["ArchivedNotice", "FiledText", "archive_items", "archived_notice", "archived_notices", "check_filed"]

_CORNER_M = 50_000.0  # from a box's corner to its centre: the first-stage boxes of 2012 measure 30 x 80 to 36 x 84 km
_FAR_CORNER_M = 250_000.0  # the second-stage box of April 2012 measures 100 x 470 km
_PART = re.compile(r"(stage [12]|fairing)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedNotice:
    """One past notice.

    ``exact`` are areas of which every corner was published; ``approximate`` those known by a centre or one corner;
    ``in_words`` what the sources say besides. ``before`` is the id of the notice that it follows up, and ``revision``
    what it does to it by its windows, where its areas are reported to be the same.
    """

    id: str
    launch: Launch
    said: LaunchNotice
    windows: tuple[Window, ...]
    exact: tuple[tuple[str, Region], ...]
    approximate: tuple[ApproximateArea, ...]
    before: str
    revision: Revision | None

    @property
    def areas_known(self) -> str:
        """How well its areas are known: ``exactly`` (some of them), ``approximately`` or ``in words``."""
        return "exactly" if self.exact else "approximately" if self.approximate else "in words"

    @property
    def command(self) -> str:
        """What files its text."""
        return f"bongsu notice archive add {self.id} FILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledText:
    """A text that was filed for an entry: its bytes as they came, by whom it was published, when it was filed."""

    id: str
    raw: bytes
    publisher: str = ""
    filed: str = ""

    @property
    def sha256(self) -> str:
        """Of the bytes."""
        return hashlib.sha256(self.raw).hexdigest()


@cache
def archived_notices() -> tuple[ArchivedNotice, ...]:
    """Every entry, in order of its window."""
    entries: dict[str, ArchivedNotice] = {}
    for launch in launches():
        for place, said in enumerate(launch.notices):
            entries[said.id] = _entry(launch, said, place, entries)
    return tuple(entries.values())


def archived_notice(name: str) -> ArchivedNotice:
    """The entry of that id.

    Raises
    ------
    InputError
        When there is none.
    """
    known = {entry.id: entry for entry in archived_notices()}
    if name.strip().lower() in known:
        return known[name.strip().lower()]
    near = get_close_matches(name.strip().lower()[:60], known, n=1, cutoff=0.7)
    raise InputError(
        f"the archive has no notice {name.strip()[:60]!r}",
        advice=(f"did you mean {near[0]}? " if near else "") + "bongsu notice archive lists them",
    )


def check_filed(entry: ArchivedNotice, text: NoticeText) -> tuple[str, list[str]]:
    """Whether a text fits what is known of an entry: ``fits``, ``does not fit`` or ``undetermined``, and why.

    Areas are compared by their centres, against the uncertainty of what was published and their own size; windows by
    what the table says.
    """
    rows, good, bad = [], 0, 0
    read = [area for notice in text.notices for area in notice.areas]
    regions = [(area.label, region) for area in read for region in [_region(area)] if region is not None]
    for label, known, room_m in _known_places(entry):
        if not regions:
            break
        away, nearest = min((float(geodesic_inverse(*known, *region.centroid)[0]), name) for name, region in regions)
        fits = away <= room_m
        good, bad = good + fits, bad + (not fits)
        rows.append(
            f"{label}: nearest is {'area ' + nearest if nearest else 'an area'}, centres {away / 1000.0:.0f} km apart,"
            f" known to {room_m / 1000.0:.0f} km: {'fits' if fits else 'does not fit'}"
        )
    windows = windows_of(text.notices)
    if windows:
        fits = _same_span(entry.windows, windows)
        good, bad = good + fits, bad + (not fits)
        spans = [
            " to ".join(format_utc(each) if each else "open" for each in _ends(w)) for w in (windows, entry.windows)
        ]
        rows.append(f"windows: {spans[0]}" + (": fit" if fits else f", known {spans[1]}: do not fit"))
    rows += ["no area was read"] * (not regions) + ["no window was read"] * (not windows)
    return ("does not fit" if bad else "fits" if good else "undetermined"), rows


def archive_items(
    filed: Sequence[FiledText] = (),
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Every entry for JSON and for the table, with the texts filed for it and whether they fit."""
    problems: list[Problem] = []
    items = []
    sources = launch_sources()
    read: dict[str, NoticeText] = {}
    for entry in archived_notices():
        texts = [_filed_item(entry, each, read, problems) for each in filed if each.id == entry.id]
        filled = any(each["verdict"] != "does not fit" for each in texts)
        items.append(
            {
                "id": entry.id,
                "launch_number": entry.launch.number,
                "launch": entry.launch.id,
                "name": entry.launch.name,
                "publisher": entry.said.party,
                "numbers": list(entry.said.numbers),
                "issued": entry.said.issued,
                "windows": [
                    {"start": format_utc(w.start), "end": format_utc(w.end)} for w in entry.windows if w.start and w.end
                ],
                "daily": entry.said.daily,
                "areas_known": "text filed" if filled else entry.areas_known,
                "exact": [
                    {"label": label, "corners": len(region.corners), "geometry": region.to_geojson()}
                    for label, region in entry.exact
                ],
                "approximate": [
                    {
                        "label": area.label,
                        "latitude_deg": area.latitude_deg,
                        "longitude_deg": area.longitude_deg,
                        "uncertainty_m": area.uncertainty_m,
                    }
                    for area in entry.approximate
                ],
                "in_words": entry.said.areas,
                "remark": entry.said.remark,
                "follows": entry.before or None,
                "revision": None
                if entry.revision is None
                else {"word": entry.revision.word, "statement": entry.revision.statement},
                "measured": _measured(entry, read),
                "text": "filed" if filled else "wanted",
                "command": entry.command,
                "texts": texts,
                "sources": {
                    name: {
                        "publisher": sources[name].publisher,
                        "address": sources[name].address,
                        "grade": sources[name].grade,
                    }
                    for name in entry.said.sources
                },
            }
        )
    return items, problems


def _measured(entry: ArchivedNotice, read: Mapping[str, NoticeText]) -> dict[str, Any] | None:
    """What the filed text does to that of the notice before it; None unless both are filed and have areas."""
    if entry.id not in read or entry.before not in read:
        return None
    try:
        changes, _, _ = compare_notice_texts(read[entry.before], read[entry.id])
    except InputError:
        return None
    return revision_item(revision_of_texts(read[entry.before], read[entry.id], changes))


def _filed_item(
    entry: ArchivedNotice, filed: FiledText, read: dict[str, NoticeText], problems: list[Problem]
) -> dict[str, Any]:
    where = f"{entry.id}, text {filed.sha256[:12]}"
    verdict, rows, numbers = "undetermined", ["nothing of a notice was read"], []
    try:
        text = read_notice_text(decode_text(filed.raw, where=where), where=where, year=entry.said.start.year)
        verdict, rows = check_filed(entry, text)
        if verdict == "fits":
            read.setdefault(entry.id, text)
        numbers = [notice.id for notice in text.notices if notice.id]
    except InputError as error:
        problems.append(Problem(where=where, what=str(error).removeprefix(f"{where}: "), advice=error.advice))
    return {
        "sha256": filed.sha256,
        "publisher": filed.publisher,
        "filed": filed.filed,
        "numbers": numbers,
        "verdict": verdict,
        "compared": rows,
    }


def _entry(launch: Launch, said: LaunchNotice, place: int, entries: dict[str, ArchivedNotice]) -> ArchivedNotice:
    windows = _windows(said)
    before = entries.get(said.areas_of)
    exact, approximate = _areas(said)
    if not exact and not approximate:
        approximate = _from_case(launch, place)
    if not exact and not approximate and before is not None:
        exact, approximate = before.exact, before.approximate
    return ArchivedNotice(
        id=said.id,
        launch=launch,
        said=said,
        windows=windows,
        exact=exact,
        approximate=approximate,
        before=before.id if before else "",
        revision=name_revision(before.windows, windows, same_areas=True) if before else None,
    )


def _windows(said: LaunchNotice) -> tuple[Window, ...]:
    """Its one window, or one a day where it names a daily slot."""
    if not said.daily:
        return (Window(start=said.start, end=said.end),)
    opens, closes = (timedelta(hours=int(part[:2]), minutes=int(part[3:])) for part in said.daily.split("-"))
    length = (closes - opens) % timedelta(days=1)
    found, start = [], said.start
    while start < said.end:
        found.append(Window(start=start, end=min(start + length, said.end)))
        start += timedelta(days=1)
    return tuple(found)


def _areas(said: LaunchNotice) -> tuple[tuple[tuple[str, Region], ...], tuple[ApproximateArea, ...]]:
    """Areas whose corners stand in the words of the table: four make a ring, one is a corner only."""
    parts = _PART.split(said.areas)
    exact, approximate = [], []
    for label, words in zip(parts[1::2], parts[2::2], strict=True):
        places = [(each.latitude_deg, each.longitude_deg) for each in find_positions(words)[0]]
        if len(places) >= 3:
            exact.append((label, Region.from_ring(untangle_ring(places)[0])))
        elif len(places) == 1:
            room = _FAR_CORNER_M if label == "stage 2" else _CORNER_M
            approximate.append(
                ApproximateArea(label=label, latitude_deg=places[0][0], longitude_deg=places[0][1], uncertainty_m=room)
            )
    return tuple(exact), tuple(approximate)


def _from_case(launch: Launch, place: int) -> tuple[ApproximateArea, ...]:
    """Approximate areas of the bundled case that treats the launch."""
    if not launch.case:
        return ()
    notices = [each for each in bundled_case(launch.case).notice if launch.case_launch in each.launch]
    if place >= len(notices):
        return ()
    return tuple(
        ApproximateArea(
            label=area.label,
            latitude_deg=area.latitude,
            longitude_deg=area.longitude,
            uncertainty_m=area.uncertainty_km * 1000.0,
        )
        for area in notices[place].approximate
    )


def _known_places(entry: ArchivedNotice) -> list[tuple[str, tuple[float, float], float]]:
    """Label, centre, and how far off the centre of the true area may be. [m]"""
    exact = [(label, region.centroid, 1000.0) for label, region in entry.exact]
    return exact + [
        (area.label, (area.latitude_deg, area.longitude_deg), area.uncertainty_m) for area in entry.approximate
    ]


def _region(area: NotifiedArea) -> Region | None:
    try:
        return area.region()
    except InputError:
        return None


def _ends(windows: Sequence[Window]) -> tuple[datetime | None, datetime | None]:
    """First opening and last end."""
    return windows[0].start, max((each.end for each in windows if each.end), default=None)


def _same_span(one: Sequence[Window], two: Sequence[Window]) -> bool:
    """The same first opening and last end to a minute."""
    pairs = zip(_ends(one), _ends(two), strict=True)
    return all(a is not None and b is not None and abs((a - b).total_seconds()) <= 60.0 for a, b in pairs)
