"""The bundled record for the faces: launches and missile tests, what each party said, and who published it.

Nothing is decided here. Whether lift-off times differ is arithmetic on them and on how they were rounded.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import UTC, datetime
from difflib import get_close_matches
from importlib import import_module
from typing import Any

from bongsu.earth import format_utc
from bongsu.errors import InputError
from bongsu.provenance import Source
from bongsu.reference import Launch, MissileTest, launch_sources, launches, missile_test_sources, missile_tests

__all__ = ["RECORD_KINDS", "record_entry", "record_rows"]

RECORD_KINDS = ("launch", "test")
_PARTS = (
    "lift_offs", "insertions", "notices", "orbits", "falls", "statements", "objects", "decays", "element_sets",
)  # fmt: skip


def record_rows(kind: str = "") -> list[dict[str, Any]]:
    """One row per launch or missile test, in order of date; launches first. Plain values for JSON.

    Parameters
    ----------
    kind : str
        One of :data:`RECORD_KINDS`, or empty for all.

    Raises
    ------
    InputError
        When the kind is unknown.
    """
    if kind and kind not in RECORD_KINDS:
        raise InputError(f"the record has no kind {kind[:40]!r}", advice=f"one of: {', '.join(RECORD_KINDS)}")
    rows = [_launch_row(item) for item in launches()] if kind in ("", "launch") else []
    return rows + ([_test_row(item) for item in missile_tests()] if kind in ("", "test") else [])


def record_entry(name: str) -> dict[str, Any]:
    """Everything on one launch or test with its sources; by id, local date, name, catalogue number or designator.

    Raises
    ------
    InputError
        When nothing, or more than one, goes by that name.
    """
    key = name.strip().lower()
    known: dict[str, list[Launch | MissileTest]] = {}
    items: list[Launch | MissileTest] = [*launches(), *missile_tests()]
    for item in items:
        for alias in _names(item):
            known.setdefault(alias, []).append(item)
    found = known.get(key, [])
    exact = [item for item in found if item.id == key]
    if not found:
        near = get_close_matches(key, known, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise InputError(
            f"nothing in the record is called {name.strip()[:40]!r}", advice=f"{hint}bongsu record list shows the ids"
        )
    if len(found) > 1 and len(exact) != 1:
        raise InputError(
            f"{name.strip()!r} names {len(found)} entries",
            advice=f"say which: {', '.join(item.id for item in found)}",
        )
    item = (exact or found)[0]
    return _launch_entry(item) if isinstance(item, Launch) else _test_entry(item)


def _names(item: Launch | MissileTest) -> set[str]:
    names = {item.id, item.name}
    if isinstance(item, Launch):
        names |= {item.local_date, *({item.payload} if item.outcome == "orbit" else ())}
        names |= {text for thing in item.objects for text in (str(thing.norad_id), thing.designator, thing.name)}
    return {name.lower() for name in names if name}


def _launch_row(item: Launch) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": "launch",
        "date": item.date,
        "local_date": item.local_date,
        "name": item.name,
        "country": item.country,
        "site": item.site.name,
        "vehicle": item.vehicle,
        "payload": item.payload,
        "outcome": item.outcome,
        "lift_offs": [_plain(said) for said in item.lift_offs],
        "lift_offs_differ": _differ(item),
        "case": item.case,
    }


def _test_row(item: MissileTest) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": "test",
        "date": item.date,
        "name": item.name,
        "flight": item.kind,
        "place": item.place,
        "reported": [_plain(report) for report in item.reported],
    }


def _differ(item: Launch) -> bool:
    """Whether no one moment lies within all unmarked lift-off times, each rounded or cut to its step."""
    times = [(said.time.timestamp(), said.precision_s) for said in item.lift_offs if not said.mark]
    return max(at - half for at, half in times) > min(at + 2.0 * half for at, half in times)


def _launch_entry(item: Launch) -> dict[str, Any]:
    parts = {name: [_plain(part) for part in getattr(item, name)] for name in _PARTS}
    first = min((said.time for said in item.lift_offs if not said.mark), default=None)
    for row, notice in zip(parts["notices"], item.notices, strict=True):
        row["lift_off_after_opening_h"] = (
            None if first is None else round((first - notice.start).total_seconds() / 3600.0, 2)
        )
    return {
        **_launch_row(item),
        "number": item.number,
        "latitude_deg": item.site.latitude_deg,
        "longitude_deg": item.site.longitude_deg,
        **parts,
        "claims": _claims(item),
        "sources": _sources(item, launch_sources()),
    }


def _test_entry(item: MissileTest) -> dict[str, Any]:
    return {
        **_test_row(item),
        "latitude_deg": item.latitude_deg,
        "longitude_deg": item.longitude_deg,
        "azimuth_deg": item.azimuth_deg,
        "remark": item.remark,
        "estimates": [_plain(one) for one in item.estimates],
        "sources": _sources(item, missile_test_sources()),
    }


def _claims(item: Launch) -> list[dict[str, Any]]:
    """What is claimed of the satellite in the bundled case, where the case is about this launch."""
    if not item.case:
        return []
    case = import_module("bongsu.cases.case_file").bundled_case(item.case)
    if case.case.primary != item.case_launch:
        return []
    return [
        {
            "id": claim.id,
            "party": claim.who,
            "kind": claim.kind,
            "label": claim.label,
            "start": format_utc(claim.time or claim.start),
            "end": format_utc(claim.time or claim.end),
        }
        for claim in case.claim
    ]


def _plain(value: Any) -> dict[str, Any]:
    """A value of the tables for JSON: times as UTC beside the zone they were given in."""
    row: dict[str, Any] = {}
    for name, part in asdict(value).items():
        if isinstance(part, datetime):
            row[name] = format_utc(part.astimezone(UTC))
            row[f"{name}_as_given"] = part.isoformat()
        else:
            row[name] = list(part) if isinstance(part, tuple) else part
    return row


def _sources(item: Launch | MissileTest, table: dict[str, Source]) -> dict[str, dict[str, str]]:
    """The sources that the values of an entry name, in order of first use."""
    used = dict.fromkeys(item.sources)
    for field in fields(item):
        value = getattr(item, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            used.update(dict.fromkeys(getattr(part, "sources", ())))
    return {name: {key: text for key, text in asdict(table[name]).items() if key != "id"} for name in used}
