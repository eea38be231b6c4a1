"""Whole catalogues: which satellites of a file are asked about, and which element set of each serves the time."""

from __future__ import annotations

import contextlib
import csv
import io
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bongsu.cases.bundled_sets import bundled_satellites
from bongsu.cases.imaging import entry_for
from bongsu.cases.overhead import manoeuvre_gap, refuse_unusable, sets_for
from bongsu.earth import Region, Window, bundled_orientation, to_datetime64
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.orbit import (
    ElementSet,
    Ephemeris,
    drop_shared_epochs,
    looks_like_oem,
    parse_oem,
    perigee_apogee_km,
    read_element_sets,
    select_element_set,
)
from bongsu.overflight import sub_satellite_point
from bongsu.rawtext import decode_text
from bongsu.reference import ImagerEntry
from bongsu.wording import phrase

__all__ = [
    "ORBIT_CLASSES",
    "PURPOSES",
    "Chosen",
    "Filters",
    "Listing",
    "bundled_element_sets",
    "choose_satellites",
    "chosen_row",
    "orbit_class",
    "read_listing",
]

PURPOSES = ("imaging", "optical", "radar", "any")
ORBIT_CLASSES = {  # heights of mean elements; bounds of common use (our choice)
    "leo": "apogee under 2,000 km",
    "sso": "low, and its node turns with the Sun to 0.05 deg a day",
    "meo": "between low and synchronous",
    "geo": "one turn a day to 0.1, eccentricity under 0.1",
    "heo": "eccentricity of 0.25 or more",
}
_SUN_RATE_DEG_DAY = 360.0 / 365.2422
_LOW_APOGEE_KM = 2000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a user's satellite catalogue (SATCAT) says of an object."""

    owner: str = ""
    name: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which satellites of a file are asked about; an empty filter lets everything through. Words are compared without case."""

    numbers: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    purpose: str = "imaging"
    over: Region | None = None

    def __post_init__(self) -> None:
        if self.purpose not in PURPOSES:
            raise InputError(
                phrase("purpose {purpose!r} is none of {purposes}", purpose=self.purpose, purposes=", ".join(PURPOSES))
            )
        for name in self.classes:
            if name not in ORBIT_CLASSES:
                raise InputError(
                    phrase(
                        "orbit class {name!r} is none of {orbit_classes}",
                        name=name,
                        orbit_classes=", ".join(ORBIT_CLASSES),
                    )
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One satellite that is asked about: its set or ephemeris, its imager if the table has one, owner, age and warnings."""

    item: ElementSet | Ephemeris
    entry: ImagerEntry | None
    owner: str
    country: str
    age_days: float | None
    jump: str = ""  # "a manoeuvre lies between ...", where the history shows one
    jump_s: float = 0.0
    notes: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """Catalogue name, else the imager's, else the number."""
        return self.item.name or (self.entry.name if self.entry else "") or str(self.item.norad_id)


def orbit_class(item: ElementSet) -> str:
    """One of :data:`ORBIT_CLASSES`; ``sso`` is told apart from other low orbits."""
    _, apogee = perigee_apogee_km(item)
    if item.eccentricity >= 0.25:
        return "heo"
    if apogee < _LOW_APOGEE_KM:
        from bongsu.orbit import node_rate_deg_day  # noqa: PLC0415 - only where it is asked

        return "sso" if abs(node_rate_deg_day(item) - _SUN_RATE_DEG_DAY) < 0.05 else "leo"
    near_synchronous = abs(item.mean_motion_rev_day - 1.0027) < 0.1 and item.eccentricity < 0.1
    return "geo" if near_synchronous else "meo"


def read_listing(data: bytes | str, *, where: str) -> dict[int, Listing]:
    """Owner, name and purpose by catalogue number, from a satellite catalogue in CSV or JSON.

    Fields as CelesTrak publishes them (``NORAD_CAT_ID, OBJECT_NAME, OWNER``) or short (``c, n, o``); a ``PURPOSE`` column is
    read where there is one.

    Raises
    ------
    InputError
        When it is neither, or no row has a number.
    """
    text = data if isinstance(data, str) else decode_text(data, where=where)
    try:
        if text.lstrip()[:1] in "[{":
            body = json.loads(text)
            rows = body if isinstance(body, list) else body.get("items", [])
        else:
            rows = list(csv.DictReader(io.StringIO(text)))
    except (ValueError, csv.Error, RecursionError) as error:
        raise InputError(
            phrase("{where}: neither JSON nor CSV: {error}", where=where, error=str(error)[:80]),
            advice="give CelesTrak's SATCAT file",
        ) from None
    found = {}
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, dict):
            continue
        low = {str(key).strip().lower(): value for key, value in row.items() if key}
        number = str(low.get("norad_cat_id", low.get("norad_id", low.get("c", "")))).strip()
        if number.isdigit() and len(number) <= 9:
            found[int(number)] = Listing(
                owner=str(low.get("owner", low.get("o", "")) or "")[:40],
                name=str(low.get("object_name", low.get("n", "")) or "")[:60],
                purpose=str(low.get("purpose", "") or "")[:60],
            )
    if not found:
        raise InputError(
            phrase("{where} names no catalogue number", where=where), advice="it needs a column NORAD_CAT_ID"
        )
    return found


def choose_satellites(
    data: bytes | None,
    window: Window,
    filters: Filters,
    *,
    origin: str,
    listing: dict[int, Listing] | None = None,
    bundled: Sequence[ElementSet] = (),
    strict: bool = True,
) -> tuple[list[Chosen], list[Problem]]:
    """Satellites of a file of element sets (TLE, OMM) or ephemerides (OEM) that pass the filters, each with its best set.

    Parameters
    ----------
    data : bytes or None
        The file; None takes ``bundled``.
    window : Window
        Both ends given: sets are chosen for its middle.
    filters : Filters
    origin : str
        File name, for messages.
    listing : dict, optional
        From :func:`read_listing`; its owner and purpose stand beside the imager table's.

    Returns
    -------
    (chosen, problems) : tuple of lists
        In the order of catalogue numbers. A satellite that has decayed, or whose sets are too old for the window, is a
        problem and not chosen.

    Raises
    ------
    NoDataError
        When no satellite of the file passes the filters.
    """
    assert window.start is not None and window.end is not None
    middle = window.start + (window.end - window.start) / 2
    if data is not None and looks_like_oem(data):
        items = parse_oem(
            data, norad_id=next(iter(filters.numbers)) if len(filters.numbers) == 1 else None, origin=origin
        )
        return [_of_ephemeris(item) for item in items], [note for item in items for note in item.notes]
    problems: list[Problem] = []
    histories = _histories(data, origin, bundled, filters, problems, strict=strict)
    chosen, passed = [], 0
    for number in sorted(histories):
        sets = histories[number]
        one = _about(sets[-1], listing or {}, filters)
        if one is None:
            continue
        passed += 1
        best = select_element_set(sets, middle)
        try:
            refuse_unusable(best, window)
        except NoDataError as error:
            problems.append(
                Problem(where=f"{sets[-1].name or number} ({number})", what=str(error), advice=error.advice)
            )
            continue
        if filters.over is not None and not _is_over(best, filters.over, window.start):
            continue
        gap_s, words = manoeuvre_gap(best, sets, window) if len(sets) > 1 else (0.0, "")
        entry, owner, country = one
        chosen.append(
            Chosen(
                item=best, entry=entry, owner=owner, country=country, age_days=best.age_days(middle),
                jump=words, jump_s=gap_s,
            )
        )  # fmt: skip
    if not chosen and filters.over is None:
        raise _nothing(origin, passed, problems, filters)
    return chosen, problems


def _nothing(origin: str, passed: int, problems: list[Problem], filters: Filters) -> NoDataError:
    if passed:
        return NoDataError(
            phrase(
                "{passed} satellites of {origin} pass the filters, but none has a set that serves the time: {what}",
                passed=passed,
                origin=origin,
                what=problems[-1].what,
            ),
            advice=problems[-1].advice or "give newer sets",
        )
    words = "no satellite of the imager table" if filters.purpose != "any" else "no satellite"
    return NoDataError(
        phrase("{origin}: {words} passes the filters", origin=origin, words=words),
        advice="list imagers: bongsu imager list; or widen the filters (--purpose any)",
    )


def _of_ephemeris(item: Ephemeris) -> Chosen:
    entry = entry_for(item.norad_id, item.name)
    return Chosen(
        item=item,
        entry=entry,
        owner=entry.owner if entry else "",
        country=entry.country if entry else "",
        age_days=None,
        notes=("ephemeris: its own accuracy is not stated",),
    )


def _histories(
    data: bytes | None,
    origin: str,
    bundled: Sequence[ElementSet],
    filters: Filters,
    problems: list[Problem],
    *,
    strict: bool,
) -> dict[int, list[ElementSet]]:
    """All sets by object, oldest first."""
    sets: Sequence[ElementSet] = bundled
    if data is not None:
        file = read_element_sets(data, origin=origin, strict=strict, only=filters.numbers or None)
        problems.extend(file.problems)
        sets = file.sets
    kept, repeated = drop_shared_epochs(sets)
    problems.extend(repeated if data is None else ())
    histories: dict[int, list[ElementSet]] = defaultdict(list)
    for item in kept:
        if not filters.numbers or item.norad_id in filters.numbers:
            histories[item.norad_id].append(item)
    for each in histories.values():
        each.sort(key=lambda item: item.epoch)
    return histories


def _about(
    item: ElementSet, listing: dict[int, Listing], filters: Filters
) -> tuple[ImagerEntry | None, str, str] | None:
    """Imager, owner and country of an object that passes the filters, else None."""
    listed = listing.get(item.norad_id, Listing())
    name = (item.name or listed.name).upper()
    entry = entry_for(item.norad_id, name)
    owner, country = (entry.owner, entry.country) if entry else (listed.owner, "")
    words = " ".join((owner, country, listed.owner)).lower()
    passes = (
        (
            not filters.names
            or any(part.upper() in name or (entry and part.lower() in entry.id) for part in filters.names)
        )
        and (not filters.owners or any(part.lower() in words for part in filters.owners))
        and (not filters.classes or _in_class(item, filters.classes))
        and _serves(item, entry, listed, filters)
    )
    return (entry, owner, country) if passes else None


def _in_class(item: ElementSet, classes: tuple[str, ...]) -> bool:
    kind = orbit_class(item)
    return kind in classes or (kind == "sso" and "leo" in classes)


def _serves(item: ElementSet, entry: ImagerEntry | None, listed: Listing, filters: Filters) -> bool:
    """Whether the purpose asked for is the object's; an object asked for by number always counts."""
    if filters.purpose == "any" or item.norad_id in filters.numbers:
        return True
    if entry is None:
        return filters.purpose == "imaging" and "imag" in listed.purpose.lower()
    return not entry.retired and filters.purpose in ("imaging", entry.kind)


def _is_over(item: ElementSet, region: Region, moment: datetime) -> bool:
    place = sub_satellite_point(item, to_datetime64(moment), bundled_orientation())
    return place is not None and bool(region.contains(place[0], place[1]))


def bundled_element_sets() -> tuple[ElementSet, ...]:
    """Element sets of every satellite of the bundled cases."""
    sets: list[ElementSet] = []
    for number in sorted(set(bundled_satellites().values())):
        with contextlib.suppress(NoDataError):
            sets += sets_for(number, None, "the bundled sets")[0]
    return tuple(sets)


def chosen_row(one: Chosen) -> dict[str, Any]:
    """A chosen satellite as plain JSON values."""
    epoch = one.item.epoch if isinstance(one.item, ElementSet) else None
    return {
        "norad_id": one.item.norad_id,
        "name": one.name,
        "owner": one.owner,
        "country": one.country,
        "imager": one.entry.id if one.entry else None,
        "kind": one.entry.kind if one.entry else None,
        "epoch": epoch.strftime("%Y-%m-%dT%H:%M:%SZ") if epoch else None,
        "age_days": None if one.age_days is None else round(one.age_days, 3),
        "jump": one.jump,
    }
