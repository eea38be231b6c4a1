"""Vehicle files: TOML to a Vehicle, every fault with the field it stands in.

A figure is written ``{ low = 1571, value = 1640, high = 1687, unit = "kN", mark = "F", source = ["id"] }``; ``value`` alone
for a figure without a range. ``prior = [low, high]`` keeps what was assumed before a fit, in the same unit.
"""

from __future__ import annotations

import tomllib
from typing import Any

from bongsu.ascent.vehicle import MARKS, Figure, Stage, Throttle, Vehicle
from bongsu.earth import Estimate, constants
from bongsu.errors import InputError, Problem
from bongsu.provenance import GRADES, Source

__all__ = ["parse_vehicle"]

_MOST_BYTES = 200_000
_MOST_STAGES = 6
_UNITS: dict[str, dict[str, float]] = {
    "force": {"N": 1.0, "kN": 1e3, "tf": 1e3 * constants.STANDARD_GRAVITY_M_S2},
    "mass": {"kg": 1.0, "t": 1e3},
    "time": {"s": 1.0},
    "length": {"m": 1.0},
    "acceleration": {"m/s2": 1.0},
    "share": {"1": 1.0},
}
_IMPERIAL = {
    "lb": "; 1 lb is 0.45359237 kg", "lbs": "; 1 lb is 0.45359237 kg", "lbf": "; 1 lbf is 4.4482216 N", "ft": "; 1 ft is 0.3048 m",
    "min": "; 1 min is 60 s", "kgf": "; 1 kgf is 9.80665 N", "m/s": "; effective exhaust speed over 9.80665 is specific impulse in s",
}  # fmt: skip
_VEHICLE = {"payload": ("payload_kg", "mass"), "fairing": ("fairing_kg", "mass"), "fairing_off": ("fairing_s", "time"), "drag": ("drag", "share")}  # fmt: skip
_STAGE = {
    "thrust_vacuum": ("thrust_vacuum_n", "force"),
    "specific_impulse_vacuum": ("specific_impulse_s", "time"),
    "propellant": ("propellant_kg", "mass"),
    "inert": ("inert_kg", "mass"),
    "sea_level_share": ("sea_level_share", "share"),
    "ignition_delay": ("ignition_delay_s", "time"),
    "separation_delay": ("separation_delay_s", "time"),
    "diameter": ("diameter_m", "length"),
    "length": ("length_m", "length"),
    "acceleration_limit": ("acceleration_limit_m_s2", "acceleration"),
}
_OPTIONAL = {"acceleration_limit"}


def parse_vehicle(text: str, *, where: str = "vehicle file") -> Vehicle:
    """A vehicle from the text of its file.

    Parameters
    ----------
    text : str
        TOML: ``[vehicle]`` id, name, summary and its figures; ``[[stage]]`` in order; ``[[source]]``; ``[[flight]]`` are
        left to :func:`~bongsu.ascent.flight_file.parse_flights`.
    where : str
        Names the file in messages.

    Raises
    ------
    InputError
        With every fault: unknown or missing fields, numbers that are none, units, marks and sources that are not
        listed, and what no launcher can be.
    """
    if len(text) > _MOST_BYTES:
        raise InputError(f"{where} is over {_MOST_BYTES // 1000} kB; a vehicle file is a page or two")
    try:
        body = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{where}: not TOML: {error}") from None
    reader = _Reader(where)
    sources = [source for row in reader.tables(body, "source") if (source := reader.source(row))]
    reader.known = {source.id for source in sources}
    head = body.get("vehicle")
    if not isinstance(head, dict):
        raise InputError(f"{where}: there is no [vehicle]", advice="see `bongsu ascent show nuri`")
    for name in sorted(set(body) - {"vehicle", "stage", "source", "flight", "pad"}):
        reader.fault(
            name, f"unknown part {name!r}", "expected [vehicle], [[stage]], [[flight]], [[pad]] and [[source]]"
        )
    values: dict[str, Any] = reader.figures(head, _VEHICLE, "vehicle", {"id", "name", "summary"})
    rows = reader.tables(body, "stage")
    if not 1 <= len(rows) <= _MOST_STAGES:
        reader.fault("stage", f"{len(rows)} stages", f"expected 1 to {_MOST_STAGES}")
    stages = [reader.stage(row, number) for number, row in enumerate(rows[:_MOST_STAGES], start=1)]
    id_, name, summary = (reader.words(head, key, "vehicle") for key in ("id", "name", "summary"))
    if reader.problems:
        first = reader.problems[0]
        raise InputError(f"{where}: {first.where}: {first.what}", advice=first.advice, problems=tuple(reader.problems))
    whole = tuple(Stage(**each) for each in stages)
    return Vehicle(id=id_, name=name, summary=summary, stages=whole, sources=tuple(sources), **values)


class _Reader:
    """Reads tables and notes every fault."""

    def __init__(self, where: str) -> None:
        self.file, self.problems = where, list[Problem]()
        self.known: set[str] = set()

    def fault(self, where: str, what: str, advice: str = "") -> None:
        self.problems.append(Problem(where=where, what=what, advice=advice))

    def tables(self, body: dict[str, Any], name: str) -> list[dict[str, Any]]:
        rows = body.get(name, [])
        if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
            return rows
        self.fault(name, f"{name} is no list of tables", f"write [[{name}]]")
        return []

    def words(self, row: dict[str, Any], key: str, where: str) -> str:
        value = row.get(key, "")
        if not isinstance(value, str) or (not value and key in ("id", "name")):
            self.fault(f"{where} {key}", f"{value!r} is no text", "write it in quotes")
            return ""
        return value

    def source(self, row: dict[str, Any]) -> Source | None:
        allowed = {"id", "publisher", "address", "title", "published", "retrieved", "grade", "of"}
        wrong = sorted(set(row) - allowed) or [key for key in row if not isinstance(row[key], str)]
        if wrong or not row.get("id") or not row.get("publisher"):
            self.fault(
                f"source {row.get('id', '?')}", f"unknown or missing fields {wrong}", "id, publisher, address, grade"
            )
            return None
        if row.get("grade", "B") not in GRADES:
            self.fault(f"source {row['id']}", f"grade {row['grade']!r}", f"expected {', '.join(GRADES)}")
            return None
        return Source(**row)

    def figures(
        self, row: dict[str, Any], known: dict[str, tuple[str, str]], where: str, others: set[str]
    ) -> dict[str, Any]:
        found = {}
        for name in sorted(set(row) - set(known) - others):
            self.fault(f"{where} {name}", f"unknown field {name!r}", f"expected {', '.join(sorted(known))}")
        for name, (field, kind) in known.items():
            if name in row:
                found[field] = self.figure(row[name], kind, f"{where} {name}")
            elif name not in _OPTIONAL:
                self.fault(f"{where} {name}", "missing", "give a range, marked P where it is assumed")
        return found

    def figure(self, value: Any, kind: str, where: str) -> Figure | None:
        """One figure, or None with its fault noted."""
        if not isinstance(value, dict):
            self.fault(where, f"{value!r} is no figure", 'write { low = 1, high = 2, unit = "kg", mark = "P" }')
            return None
        before = len(self.problems)
        numbers = self.numbers(value, where)
        unit, mark, given = value.get("unit", "1"), value.get("mark", ""), value.get("source", [])
        if unit not in _UNITS[kind]:
            what = f"unit {unit!r} is not one of {kind}" if "unit" in value else f"no unit; this is a {kind}"
            self.fault(where, what, f"expected {', '.join(_UNITS[kind])}{_IMPERIAL.get(str(unit), '')}")
        if mark not in MARKS:
            self.fault(where, f"mark {mark!r}", f"expected {', '.join(MARKS)}")
        if not isinstance(given, list) or not all(each in self.known for each in given):
            self.fault(where, f"source {given!r} is not listed", "add a [[source]] of that id")
        elif mark == "S" and not given:
            self.fault(where, "marked sourced, without a source", "name it, or mark it P")
        prior = value.get("prior")
        if prior is not None:
            ends = self.pairs([prior], f"{where} prior")
            prior = None
            if ends and ends[0][0] <= ends[0][1]:
                scale = _UNITS[kind].get(unit, 1.0)
                prior = Estimate(value=None, low=ends[0][0] * scale, high=ends[0][1] * scale)
        if len(self.problems) > before:
            return None
        low, middle, high = (None if each is None else each * _UNITS[kind][unit] for each in numbers)
        assert low is not None and high is not None
        estimate = Estimate(value=middle, low=low, high=high, level=0.9)
        return Figure(estimate=estimate, mark=mark, sources=tuple(given), note=str(value.get("note", "")), prior=prior)

    def numbers(self, row: dict[str, Any], where: str) -> tuple[float | None, float | None, float | None]:
        """Low, value and high of a figure."""
        wrong = sorted(set(row) - {"low", "value", "high", "unit", "mark", "source", "note", "prior"})
        if wrong:
            self.fault(where, f"unknown fields {wrong}", "low, value, high, unit, mark, source, note")
        found = [row.get(key) for key in ("low", "value", "high")]
        if any(each is not None and (type(each) not in (int, float) or not abs(each) < 1e12) for each in found):
            self.fault(where, f"{found} holds what is no finite number")
            return None, None, None
        low, middle, high = (None if each is None else float(each) for each in found)
        low, high = middle if low is None else low, middle if high is None else high
        if low is None or high is None:
            self.fault(where, "neither a value nor a range", "low and high, or value")
        elif not low <= (low if middle is None else middle) <= high:
            self.fault(where, f"{found} is not in order", "low, value, high")
        return low, middle, high

    def stage(self, row: dict[str, Any], number: int) -> dict[str, Any]:
        where = f"stage {number}"
        found = self.figures(row, _STAGE, where, {"name", "throttle", "burns"})
        found["name"] = self.words(row, "name", where) or str(number)
        found["throttle"] = tuple(
            Throttle(after_s=a, share=b) for a, b in self.pairs(row.get("throttle", []), f"{where} throttle")
        )
        if "burns" in row:
            found["burns"] = tuple(self.pairs(row["burns"], f"{where} burns"))
        return found

    def pairs(self, value: Any, where: str) -> list[tuple[float, float]]:
        good = isinstance(value, list) and len(value) <= 20
        found = []
        for pair in value if good else []:
            if not (isinstance(pair, list) and len(pair) == 2 and all(type(x) in (int, float) for x in pair)):
                good = False
                break
            found.append((float(pair[0]), float(pair[1])))
        if not good or not all(abs(x) < 1e6 for pair in found for x in pair):
            self.fault(where, f"{str(value)[:60]} is no list of pairs", "[[seconds, share], ...], 20 at most")
            return []
        return found
