"""Everything that has a name here, for the search box: cases, launches, satellites, sites, notices, the record."""

from __future__ import annotations

from functools import cache
from typing import Any

from bongsu.cases import (
    archive_items,
    bundled_case,
    bundled_case_names,
    bundled_places,
    bundled_satellites,
    record_rows,
)
from bongsu.wording import joined, phrase

__all__ = ["all_names"]


@cache
def all_names() -> dict[str, Any]:
    """``items``: each ``name``, other names ``also``, ``kind``, and where it leads.

    ``case`` and ``launch`` lead to the Launch view, ``satellite`` to Satellite, ``place`` to Sites; ``card`` is a list
    of (label, words) about what has no view of its own, with ``command``, which prints all of it.
    """
    items: list[dict[str, Any]] = []
    for name in bundled_case_names():
        items += _of_case(name)
    for name, number in sorted(bundled_satellites().items()):
        items.append({"name": name, "also": [str(number)], "kind": "satellite", "satellite": str(number)})
    seen: set[tuple[str, float, float]] = set()
    for place in bundled_places():
        key = (place["name"], place["latitude"], place["longitude"])
        if key not in seen:
            seen.add(key)
            items.append({"name": place["name"], "also": [place["id"]], "kind": "site", "place": place["name"]})
    items += [_record_item(row) for row in record_rows()]
    items += [_notice_item(row) for row in archive_items()[0]]
    return {"items": items}


def _of_case(name: str) -> list[dict[str, Any]]:
    """A case, its launches, satellites and notices."""
    case = bundled_case(name)
    items: list[dict[str, Any]] = [
        {"name": case.case.title or name, "also": [name], "kind": "case", "case": name, "launch": ""}
    ]
    for launch in case.launch:
        when = min((item.time for item in launch.lift_off), default=None)
        label = joined(", ", filter(None, [launch.payload or launch.id, f"{when:%Y-%m-%d}" if when else ""]))
        also = [f"{name} {launch.id}", launch.vehicle]  # a catalogue number is the object's name, not the launch's
        items.append({"name": label, "also": also, "kind": "launch", "case": name, "launch": launch.id})
    for satellite in case.satellite:
        also = [str(satellite.norad_id), *([satellite.designator] if satellite.designator else [])]
        items.append({"name": satellite.name, "also": also, "kind": "satellite", "satellite": str(satellite.norad_id)})
    for notice in case.notice:
        also = [notice.series] if notice.series else []
        of = notice.launch[0] if notice.launch else ""
        items.append({"name": notice.id, "also": also, "kind": "notice", "case": name, "launch": of})
    return items


def _record_item(row: dict[str, Any]) -> dict[str, Any]:
    """A launch or missile test of the record."""
    said = [(item["party"], item["time"]) for item in row.get("lift_offs", [])]
    card = [
        ("date", row["date"]),
        *((key, row[key]) for key in ("country", "site", "vehicle", "payload", "outcome") if row.get(key)),
        *((phrase("lift-off, {party}", party=party), time) for party, time in said),
    ]
    return {
        "name": joined(", ", (row["name"], row["date"])),
        "also": [row["id"], row["date"]],
        "kind": "launch" if row["kind"] == "launch" else "test",
        "card": card,
        "case": row.get("case", ""),
        "command": phrase("bongsu record show {id}", id=row["id"]),
    }


def _notice_item(row: dict[str, Any]) -> dict[str, Any]:
    """A past notice: what is known of it."""
    windows = row["windows"]
    span = f"{windows[0]['start']} – {windows[-1]['end']}" if windows else ""
    card = [
        ("launch", row["name"]), ("publisher", row["publisher"]), ("issued", row["issued"] or ""),
        ("windows", span), ("areas known", row["areas_known"]), ("said", row["in_words"]), ("remark", row["remark"]),
    ]  # fmt: skip
    return {
        "name": row["id"],
        "also": [*row["numbers"], f"{row['name']} {row['publisher']}"],
        "kind": "notice",
        "card": [(label, words) for label, words in card if words],
        "case": "",
        "command": phrase("bongsu notice show {id}", id=row["id"]),
    }
