"""What the schema cannot see: references, doubled ids, and the order of times within one case.

The checks read the plain data of a file, so they run beside the schema and a faulty file gets every
fault in one go; what the schema refuses anyway is passed over here.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bongsu.cases.toml_lines import KeyPath
from bongsu.wording import phrase

__all__ = ["Fault", "cross_check"]

Fault = tuple[KeyPath, str, str]  # where, what, advice

_IDENTIFIED = ("source", "site", "notice", "launch", "vehicle", "observation", "claim")


def cross_check(data: dict[str, Any]) -> list[Fault]:
    """Every fault between the parts of a case, as path, what was found and advice."""
    return [
        *_doubled(data),
        *_references(data),
        *_source_references(data, data, ()),
        *_orbits(data),
        *_files(data),
        *_after_lift_off(data),
        *_after_decay(data),
    ]


def _rows(data: dict[str, Any], table: str) -> list[tuple[int, dict[str, Any]]]:
    rows = data.get(table, [])
    return [(n, row) for n, row in enumerate(rows) if isinstance(row, dict)] if isinstance(rows, list) else []


def _texts(value: Any) -> list[tuple[int, str]]:
    return [(n, item) for n, item in enumerate(value) if isinstance(item, str)] if isinstance(value, list) else []


def _ids(data: dict[str, Any], table: str) -> list[str]:
    return [row["id"] for _, row in _rows(data, table) if isinstance(row.get("id"), str)]


def _time(value: Any) -> datetime | None:
    """An aware time in UTC; None where the schema complains already."""
    try:
        moment = datetime.fromisoformat(value.strip()) if isinstance(value, str) else value
        return moment.astimezone(UTC) if isinstance(moment, datetime) and moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def _doubled(data: dict[str, Any]) -> Iterator[Fault]:
    for table, key in (*((table, "id") for table in _IDENTIFIED), ("satellite", "norad_id")):
        first: dict[Any, int] = {}
        for n, row in _rows(data, table):
            value = row.get(key)
            if not isinstance(value, str | int):
                continue
            if value in first:
                yield (
                    (table, n, key),
                    phrase(
                        "{value!r} is the {key} of {table}[{first}] too",
                        value=value,
                        key=key,
                        table=table,
                        first=first[value] + 1,
                    ),
                    "give each its own",
                )
            first.setdefault(value, n)


def _references(data: dict[str, Any]) -> Iterator[Fault]:
    for n, row in _rows(data, "launch"):
        yield from _missing(data, "site", ("launch", n, "site"), row.get("site"))
    for n, row in _rows(data, "satellite"):
        yield from _missing(data, "site", ("satellite", n, "control"), row.get("control") or None)
    for table, key, target in (("claim", "site", "site"), ("notice", "launch", "launch")):
        for n, row in _rows(data, table):
            for k, name in _texts(row.get(key)):
                yield from _missing(data, target, (table, n, key, k), name)
    head = data.get("case")
    if isinstance(head, dict):
        yield from _missing(data, "launch", ("case", "primary"), head.get("primary") or None)


def _missing(data: dict[str, Any], target: str, path: KeyPath, name: Any) -> Iterator[Fault]:
    known = _ids(data, target)
    if not isinstance(name, str) or name in known:
        return
    near = difflib.get_close_matches(name, known, n=1) if len(known) < 1000 else []
    advice = (
        phrase("did you mean {near!r}?", near=near[0])
        if near
        else phrase("add [[{target}]] with that id", target=target)
    )
    yield path, phrase("no [[{target}]] has the id {name!r}", target=target, name=name[:60]), advice


def _source_references(data: dict[str, Any], part: Any, path: KeyPath) -> Iterator[Fault]:
    """``source`` in every table but the list of sources itself, however deep."""
    if isinstance(part, list):
        for n, item in enumerate(part):
            yield from _source_references(data, item, (*path, n))
    elif isinstance(part, dict):
        for key, value in part.items():
            if key != "source":
                yield from _source_references(data, value, (*path, key))
            elif path:
                for n, name in _texts([value] if isinstance(value, str) else value):
                    yield from _missing(data, "source", (*path, key, n), name)


def _orbits(data: dict[str, Any]) -> Iterator[Fault]:
    for n, launch in _rows(data, "launch"):
        for k, orbit in _rows(launch, "orbit"):
            perigee, apogee = orbit.get("perigee_km"), orbit.get("apogee_km")
            if isinstance(perigee, int | float) and isinstance(apogee, int | float) and perigee > apogee:
                what = phrase(
                    "the perigee, {perigee:g} km, is above the apogee, {apogee:g} km", perigee=perigee, apogee=apogee
                )
                yield ("launch", n, "orbit", k, "perigee_km"), what, "exchange them"


def _files(data: dict[str, Any]) -> Iterator[Fault]:
    for table in ("elements", "vehicle"):
        for n, row in _rows(data, table):
            name = row.get("file")
            if isinstance(name, str) and (name.startswith(("/", "~")) or ".." in name or ":" in name or "\\" in name):
                advice = "name a file in the case's folder, with / between folders"
                yield (
                    (table, n, "file"),
                    phrase("{name!r} may lie outside the folder of the case", name=name[:60]),
                    advice,
                )


def _lift_off(launch: dict[str, Any]) -> datetime | None:
    """The earliest lift-off that any party gives."""
    times = [_time(row.get("time")) for _, row in _rows(launch, "lift_off")]
    return min((time for time in times if time), default=None)


def _case_satellite(data: dict[str, Any]) -> Any:
    satellites = _rows(data, "satellite")
    return satellites[0][1].get("norad_id") if satellites else None


def _claim_times(data: dict[str, Any]) -> Iterator[tuple[KeyPath, Any, datetime]]:
    """Each time of each claim with its path and the catalogue number it is about."""
    default = _case_satellite(data)
    for n, claim in _rows(data, "claim"):
        for key in ("time", "start", "end"):
            moment = _time(claim.get(key))
            if moment:
                yield ("claim", n, key), claim.get("norad_id", default), moment


def _after_lift_off(data: dict[str, Any]) -> Iterator[Fault]:
    launched: dict[Any, tuple[str, datetime]] = {}
    for n, launch in _rows(data, "launch"):
        start = _lift_off(launch)
        if start is None:
            continue
        if launch.get("norad_id") is not None:
            launched.setdefault(launch["norad_id"], (str(launch.get("id")), start))
        for table in ("insertion", "fall"):
            for k, row in _rows(launch, table):
                moment = _time(row.get("time"))
                if moment and moment < start:
                    what = phrase("{utc} is before the lift-off at {utc_2}", utc=_utc(moment), utc_2=_utc(start))
                    yield ("launch", n, table, k, "time"), what, "check zone and date"
    for path, norad_id, moment in _claim_times(data):
        if norad_id in launched and moment < launched[norad_id][1]:
            name, start = launched[norad_id]
            what = phrase(
                "{utc} is before the lift-off of {norad_id} at {utc_2} (launch {name})",
                utc=_utc(moment),
                norad_id=norad_id,
                utc_2=_utc(start),
                name=name,
            )
            yield path, what, "check the zone: the date in UTC may be the day before"


def _after_decay(data: dict[str, Any]) -> Iterator[Fault]:
    ends = {}
    for _, satellite in _rows(data, "satellite"):
        end = _end_of(satellite.get("decayed"))
        if end:
            ends[satellite.get("norad_id")] = (end, str(satellite["decayed"]))
    for path, norad_id, moment in _claim_times(data):
        if norad_id in ends and moment >= ends[norad_id][0]:
            what = phrase(
                "{utc} is after {norad_id} decayed, {ends}", utc=_utc(moment), norad_id=norad_id, ends=ends[norad_id][1]
            )
            yield path, what, "check both dates"


def _end_of(value: Any) -> datetime | None:
    """The first moment that is surely after a date of any precision, in UTC."""
    try:
        if isinstance(value, datetime) or (isinstance(value, str) and len(value) > 10):
            return _time(value)
        parts = [int(part) for part in str(value).split("-")] if value else []
        if len(parts) == 3:
            after = date(*parts) + timedelta(days=1)
        elif len(parts) == 2:
            after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        elif len(parts) == 1:
            after = date(parts[0] + 1, 1, 1)
        else:
            return None
        return datetime(after.year, after.month, after.day, tzinfo=UTC)
    except (ValueError, OverflowError, TypeError):
        return None
