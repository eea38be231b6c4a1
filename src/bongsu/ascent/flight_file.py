"""Known flights of a vehicle, from the ``[[flight]]`` parts of its file.

Each has its pad, the orbit that was reached or announced, what else was stated of it, with sources, and where the
search for its programme begins.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bongsu.ascent.flight import LaunchPad
from bongsu.ascent.stated import Stated, StatedFlight
from bongsu.ascent.stated_checks import check_stated
from bongsu.ascent.steering import StagePitch, Steering
from bongsu.ascent.vehicle import Vehicle
from bongsu.errors import InputError

__all__ = ["KnownFlight", "parse_flights"]

_UNITS = {"m": 1.0, "km": 1e3, "s": 1.0, "min": 60.0, "deg": 1.0}
_FLIGHT = {
    "id", "name", "lift_off", "latitude", "longitude", "perigee_km", "apogee_km", "azimuth", "azimuth_error", "kick",
    "vertical", "kick_time", "pitch", "yaw", "turns", "source", "stated", "note", "pad",
}  # fmt: skip
_STATED = {"what", "of", "value", "error", "unit", "at", "source", "note"}
_MOST_STATED = 40
_ORDER = "latitude before longitude, south and west negative; perigee before apogee, heights above 6378.137 km"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFlight:
    """One flight of a vehicle. ``turns`` numbers the upper stages (1 is the second stage) that turned the plane."""

    id: str
    name: str
    lift_off: datetime
    pad: LaunchPad
    stated: StatedFlight
    start: Steering
    turns: tuple[int, ...] = ()
    azimuth_error_deg: float = 0.0
    note: str = ""
    afloat: bool = False  # from a ship or a platform


def parse_flights(text: str, vehicle: Vehicle, *, where: str = "vehicle file") -> tuple[KnownFlight, ...]:
    """The known flights in the text of a vehicle file that :func:`~bongsu.ascent.vehicle_file.parse_vehicle` has read.

    Raises
    ------
    InputError
        Naming the flight and the field.
    """
    rows = tomllib.loads(text).get("flight", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{where}: flight is no list of tables", advice="write [[flight]]")
    found = []
    for number, row in enumerate(rows, start=1):
        place = f"{where}: flight {row.get('id', number)}"
        try:
            found.append(_flight(row, vehicle, place))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            if isinstance(error, InputError):
                if str(error).startswith(where):
                    raise
                raise InputError(f"{place}: {error}", advice=error.advice or _ORDER, problems=error.problems) from None
            what = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
            raise InputError(f"{place}: {what}", advice="see a shipped vehicle: bongsu ascent show nuri") from None
    return tuple(found)


def _flight(row: dict[str, Any], vehicle: Vehicle, where: str) -> KnownFlight:
    _refuse_unknown(row, _FLIGHT, where)
    lift_off = row["lift_off"]
    if not isinstance(lift_off, datetime) or lift_off.tzinfo is None:
        raise InputError(f"{where}: lift_off {lift_off!r} is no time with a zone", advice="2021-10-21T08:00:00Z")
    upper = len(vehicle.stages) - 1
    pitch, yaw = row["pitch"], row.get("yaw", [0.0] * upper)
    if len(pitch) != upper or len(yaw) != upper:
        raise InputError(f"{where}: pitch and yaw need one entry for each of {upper} upper stages")
    names = [stage.name for stage in vehicle.stages]
    turns = tuple(names.index(name) for name in row.get("turns", []))
    if 0 in turns:
        raise InputError(f"{where}: the first stage does not turn by a yaw", advice="give its azimuth")
    known = {source.id for source in vehicle.sources}
    stated = row.get("stated", [])
    if row.get("pad", "land") not in ("land", "sea"):
        raise InputError(f"{where}: pad {row['pad']!r}", advice='"land", or "sea" for a ship or a platform')
    if len(stated) > _MOST_STATED:
        raise InputError(f"{where}: {len(stated)} stated figures; {_MOST_STATED} at most")
    found = KnownFlight(
        id=str(row["id"]),
        name=str(row["name"]),
        lift_off=lift_off.astimezone(UTC),
        pad=LaunchPad(latitude_deg=_finite(row["latitude"]), longitude_deg=_finite(row["longitude"])),
        stated=StatedFlight(
            perigee_m=1e3 * _finite(row["perigee_km"]),
            apogee_m=1e3 * _finite(row["apogee_km"]),
            figures=tuple(_stated(each, known, f"{where}, stated {n}") for n, each in enumerate(stated, start=1)),
            sources=_sources(row, known, where),
        ),
        start=Steering(
            azimuth_deg=_finite(row["azimuth"]),
            kick_deg=_finite(row["kick"]),
            vertical_s=_finite(row.get("vertical", 8.0)),
            kick_s=_finite(row.get("kick_time", 12.0)),
            upper=tuple(
                StagePitch(
                    pitch_start_deg=_finite(first),
                    pitch_end_deg=_finite(last),
                    yaw_start_deg=_finite(turn),
                    yaw_end_deg=_finite(turn),
                )
                for (first, last), turn in zip(pitch, yaw, strict=True)
            ),
        ),
        turns=turns,
        azimuth_error_deg=_finite(row.get("azimuth_error", 0.0)),
        note=str(row.get("note", "")),
        afloat=row.get("pad", "land") == "sea",
    )
    problems = check_stated(vehicle, found.pad, found.stated)
    if problems:
        first = problems[0]
        raise InputError(f"{where}: {first.where}: {first.what}", advice=first.advice, problems=tuple(problems))
    return found


def _stated(row: dict[str, Any], known: set[str], where: str) -> Stated:
    _refuse_unknown(row, _STATED, where)
    unit = row["unit"]
    if unit not in _UNITS:
        raise InputError(
            f"{where}: unit {unit!r}", advice=f"expected {', '.join(_UNITS)}; 1 NM is 1.852 km, 1,000 ft 0.3048 km"
        )
    return Stated(
        what=str(row["what"]),
        of=str(row.get("of", "")),
        value=_finite(row["value"]) * _UNITS[unit],
        error=_finite(row["error"]) * _UNITS[unit],
        time_s=_finite(row.get("at", 0.0)),
        sources=_sources(row, known, where),
    )


def _finite(value: Any) -> float:
    """A number that is one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise ValueError(f"{str(value)[:40]!r} is no finite number")
    return float(value)


def _sources(row: dict[str, Any], known: set[str], where: str) -> tuple[str, ...]:
    given = row.get("source", [])
    if not isinstance(given, list) or not given or not set(given) <= known:
        what = f"source {given!r} is not listed" if given else "no source: only what somebody stated is fitted"
        raise InputError(f"{where}: {what}", advice="add a [[source]] of that id, and name it")
    return tuple(given)


def _refuse_unknown(row: dict[str, Any], allowed: set[str], where: str) -> None:
    wrong = sorted(set(row) - allowed)
    if wrong:
        raise InputError(f"{where}: unknown fields {', '.join(wrong)}", advice=f"expected {', '.join(sorted(allowed))}")
