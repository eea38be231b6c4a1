"""Telemetry of one flight as a webcast shows it: time, speed over the turning Earth, altitude, perhaps down-range.

Read from CSV with named columns or JSON arrays. Faults of such data are found and said: values held while the screen
stood still, outliers, gaps, units that do not fit each other, a screen that follows the first stage back to its landing.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.errors import InputError, Problem

__all__ = ["Telemetry", "parse_telemetry"]

Array = NDArray[np.float64]
_MOST_ROWS = 200_000
_FEWEST = 60  # samples: four times the figures that a fit may free
_SHORTEST_S = 120.0
_LONGEST_S = 3_600.0
_LATEST_START_S = 60.0
_HELD_S = 4.0  # speed and altitude both unchanged for so long, and then a jump: the screen stood still
_HELD_JUMP_M_S = 12.0
_GAP_S = 5.0
_OUTLIER_M_S, _OUTLIER_M = 60.0, 3_000.0  # from the middle of the neighbours: more than any stage gains between samples
_FASTEST_M_S, _HIGHEST_M = 13_000.0, 3e6

_NAMES: dict[str, tuple[str, ...]] = {
    "time": ("time", "t", "met", "elapsed", "seconds"),
    "speed": ("speed", "velocity", "v", "vel"),
    "altitude": ("altitude", "alt", "height", "h"),
    "downrange": ("downrange_distance", "downrange", "range", "down_range"),
}
_UNITS: dict[str, dict[str, float]] = {
    "time": {"s": 1.0, "sec": 1.0, "seconds": 1.0, "ms": 1e-3, "min": 60.0},
    "speed": {
        "m_s": 1.0, "mps": 1.0, "ms": 1.0, "m_per_s": 1.0, "km_h": 1 / 3.6, "kmh": 1 / 3.6, "kph": 1 / 3.6, "km_s": 1e3, "kms": 1e3,
        "ft_s": 0.3048, "fps": 0.3048, "mph": 0.44704, "kn": 1852.0 / 3600.0,
    },
    "altitude": {"m": 1.0, "km": 1e3, "ft": 0.3048, "kft": 304.8, "mi": 1609.344, "nmi": 1852.0, "nm": 1852.0},
}  # fmt: skip
_UNITS["downrange"] = _UNITS["altitude"]
_BARE: dict[str, tuple[str, ...]] = {"speed": ("m_s", "km_h"), "altitude": ("km", "m")}  # tried where no unit is said
_SAID = {"m_s": "m/s", "km_h": "km/h", "mps": "m/s", "ms": "m/s", "kmh": "km/h", "kph": "km/h", "fps": "ft/s", "ft_s": "ft/s"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Telemetry:
    """One flight's samples, cleaned: times (n,) from lift-off as the screen counts, speed and altitude.

    Speed is relative to the turning Earth. NaN in one column where only that reading was dropped. ``taken`` says what
    each column was taken for; ``problems`` what was found and left out. ``lands`` where the screen follows the first
    stage to its landing.
    """

    time_s: Array
    speed_m_s: Array
    altitude_m: Array
    downrange_m: Array | None = None
    taken: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    lands: bool = False

    @property
    def count(self) -> int:
        """Samples of speed and altitude together."""
        return int(np.isfinite(self.speed_m_s).sum() + np.isfinite(self.altitude_m).sum())

    def until(self, time_s: float) -> Telemetry:
        """The samples up to a time."""
        chosen = self.time_s <= time_s
        downrange = None if self.downrange_m is None else self.downrange_m[chosen]
        return Telemetry(
            time_s=self.time_s[chosen], speed_m_s=self.speed_m_s[chosen], altitude_m=self.altitude_m[chosen],
            downrange_m=downrange, taken=self.taken, problems=self.problems, lands=self.lands,
        )  # fmt: skip


def parse_telemetry(text: str, *, where: str = "telemetry") -> Telemetry:
    """Telemetry from the text of a CSV or JSON file.

    Parameters
    ----------
    text : str
        CSV with a header, or JSON: arrays by name, or a list of objects. Names: ``time``, ``speed`` or ``velocity``,
        ``altitude`` or ``height``, ``downrange`` if there; a unit may follow (``speed_km_h``, ``altitude [ft]``). Others
        are left out. Without a unit: seconds; m/s or km/h and km or m by which of them fit each other in the rise.
    where : str
        Names the file in messages.

    Raises
    ------
    InputError
        No such columns, too few samples, times that run back, units that cannot be (altitude must be gained by speed),
        or a flight whose first minute is missing.
    """
    columns = _columns(text, where)
    problems: list[Problem] = []
    time, time_unit = _column(columns, "time", where)
    speed, speed_unit = _column(columns, "speed", where)
    altitude, altitude_unit = _column(columns, "altitude", where)
    time = time * _UNITS["time"][time_unit or "s"]
    time, (speed, altitude, *more), problems = _in_order(time, [speed, altitude, *_downrange(columns)], where)
    speed_unit, altitude_unit = _units(time, speed, altitude, speed_unit, altitude_unit, where)
    speed, altitude = speed * _UNITS["speed"][speed_unit], altitude * _UNITS["altitude"][altitude_unit]
    time, (speed, altitude, *more) = _once_a_second(time, [speed, altitude, *more], problems, where)
    speed, altitude = _held(time, speed, altitude, problems, where)
    speed = _without_outliers(speed, _OUTLIER_M_S, "speed", "m/s", time, problems, where)
    altitude = _without_outliers(altitude, _OUTLIER_M, "altitude", "m", time, problems, where)
    keep = np.isfinite(speed) | np.isfinite(altitude)
    time, speed, altitude = time[keep], speed[keep], altitude[keep]
    _refuse_scant(time, speed, altitude, where)
    for start, length in _gaps(time):
        problems.append(Problem(where=where, what=f"no sample for {length:.0f} s from {start:.0f} s"))
    downrange = more[0][keep] * _UNITS["altitude"][_column(columns, "downrange", where)[1] or "km"] if more else None
    said = (f"time in {_say(time_unit or 's')}", f"speed in {_say(speed_unit)} over the turning Earth", f"altitude in {_say(altitude_unit)}")  # fmt: skip
    return Telemetry(
        time_s=time, speed_m_s=speed, altitude_m=altitude, downrange_m=downrange, taken=said,
        problems=tuple(problems), lands=_lands(speed, altitude),
    )  # fmt: skip


def _say(unit: str) -> str:
    return _SAID.get(unit, unit)


def _columns(text: str, where: str) -> dict[str, list[Any]]:
    """Columns by name, from JSON or CSV."""
    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] in ("{", "["):
        return _from_json(start, where)
    try:
        rows = list(csv.reader(io.StringIO(start), delimiter=_delimiter(start)))
    except csv.Error as error:
        raise InputError(f"{where}: not CSV: {error}", advice="a header line and numbers") from None
    if not rows or len(rows) - 1 > _MOST_ROWS:
        raise InputError(f"{where}: {max(len(rows) - 1, 0):,} lines; 1 to {_MOST_ROWS:,} expected")
    head = [name.strip() for name in rows[0]]
    body = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    return {name: [row[n] if n < len(row) else "" for row in body] for n, name in enumerate(head)}


def _delimiter(text: str) -> str:
    line = text.split("\n", 1)[0][:2000]
    return max(",;\t", key=line.count)


def _from_json(text: str, where: str) -> dict[str, list[Any]]:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError) as error:
        rows = _json_lines(text)
        if rows is None:
            raise InputError(f"{where}: not JSON: {error}", advice="arrays by name, or a list of objects") from None
        body = rows
    if isinstance(body, list) and all(isinstance(row, dict) for row in body):
        names = list(dict.fromkeys(name for row in body[:50] for name in row))
        body = {name: [row.get(name) for row in body] for name in names[:60]}
    if not isinstance(body, dict):
        raise InputError(f"{where}: JSON holds a {type(body).__name__}", advice="arrays by name, or a list of objects")
    found = {str(name): value for name, value in body.items() if isinstance(value, list)}
    if any(len(value) > _MOST_ROWS for value in found.values()):
        raise InputError(f"{where}: over {_MOST_ROWS:,} samples")
    return found


def _json_lines(text: str) -> list[Any] | None:
    try:
        return [json.loads(line) for line in text.splitlines()[: _MOST_ROWS + 1] if line.strip()]
    except (ValueError, RecursionError):
        return None


def _column(columns: dict[str, list[Any]], kind: str, where: str) -> tuple[Array, str]:
    """The numbers of one kind and the unit that its name says, if any."""
    for wanted in _NAMES[kind]:
        for name, values in columns.items():
            plain = re.sub(r"[^a-z0-9]+", "_", name.lower()[:60]).strip("_")
            if plain == wanted:
                return _numbers(values), ""
            if plain.startswith(wanted + "_"):
                unit = plain[len(wanted) + 1 :]
                if unit in _UNITS[kind]:
                    return _numbers(values), unit
                if len(wanted) > 1 and "_" not in unit and len(unit) <= 7 and unit not in ("x", "y", "z"):
                    advice = f"expected {', '.join(_UNITS[kind])}"
                    raise InputError(f"{where}: column {name[:40]!r} has an unknown unit {unit!r}", advice=advice)
    raise InputError(
        f"{where}: no column of {kind}; there are {', '.join(list(columns)[:8]) or 'none'}"[:300],
        advice=f"name it {' or '.join(_NAMES[kind][:2])}",
    )


def _downrange(columns: dict[str, list[Any]]) -> list[Array]:
    try:
        return [_column(columns, "downrange", "")[0]]
    except InputError:
        return []


def _numbers(values: Iterable[Any]) -> Array:
    """Numbers; NaN for what is none."""

    def one(value: Any) -> float:
        if isinstance(value, bool) or value is None:
            return math.nan
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            return math.nan
        return number if abs(number) < 1e12 else math.nan

    return np.array([one(value) for value in values])


def _in_order(time: Array, others: list[Array], where: str) -> tuple[Array, list[Array], list[Problem]]:
    """Samples whose time is a number and later than the last; refuses columns of other lengths and times in disorder."""
    problems: list[Problem] = []
    if any(len(each) != len(time) for each in others[:2]):
        lengths = ", ".join(str(len(each)) for each in (time, *others[:2]))
        raise InputError(f"{where}: time, speed and altitude have {lengths} values", advice="one of each per sample")
    others = [each for each in others if len(each) == len(time)]
    good = np.isfinite(time) & (np.isfinite(others[0]) | np.isfinite(others[1]))
    empty = int(len(time) - good.sum())
    if empty:
        problems.append(Problem(where=where, what=f"{empty} samples without a number left out"))
    time, others = time[good], [each[good] for each in others]
    if len(time) == 0:
        raise InputError(f"{where}: no sample holds a time with a speed or an altitude")
    later = np.concatenate([[True], time[1:] > np.maximum.accumulate(time)[:-1]])
    back = int(np.sum(~later))
    if back > max(3, 0.05 * len(time)) and np.any(np.diff(time) < 0.0):
        raise InputError(
            f"{where}: {back} of {len(time)} times do not come after the one before", advice="sort by time"
        )
    if back:
        problems.append(Problem(where=where, what=f"{back} samples at times already given left out"))
    return time[later], [each[later] for each in others], problems


def _units(
    time: Array, speed: Array, altitude: Array, speed_unit: str, altitude_unit: str, where: str
) -> tuple[str, str]:
    """Units that fit each other: in the rise straight up, altitude is gained by the speed and nothing else."""
    speeds = (speed_unit,) if speed_unit else _BARE["speed"]
    altitudes = (altitude_unit,) if altitude_unit else _BARE["altitude"]
    tried = []
    for one in speeds:
        for other in altitudes:
            share, gain = _rise(time, speed * _UNITS["speed"][one], altitude * _UNITS["altitude"][other])
            likely = 0.75 <= share <= 1.3 and 0.5 <= gain <= 25.0
            tried.append(
                (not likely, abs(math.log(max(share, 1e-9))) if math.isfinite(share) else 99.0, one, other, share)
            )
    tried.sort()
    unlikely, _, one, other, share = tried[0]
    if not math.isfinite(share):
        raise InputError(
            f"{where}: the rise is not in the data (first sample at {time[0]:.0f} s)",
            advice="a fit needs speed and altitude from the first minute on",
        )
    if unlikely:
        raise InputError(
            f"{where}: speed and altitude do not fit each other: in the first minute altitude grows by"
            f" {share:.3g} of what the speed in {_say(one)} gives (altitude in {_say(other)})",
            advice="name the units: speed_m_s or speed_km_h, altitude_km, altitude_m or altitude_ft; time in seconds",
        )
    return one, other


def _rise(time: Array, speed_m_s: Array, altitude_m: Array) -> tuple[float, float]:
    """Altitude gained over what speed gives, and gain of speed [m/s2], below 4 km; NaN where the rise is not there."""
    known = np.isfinite(speed_m_s) & np.isfinite(altitude_m)
    t, v, h = time[known], speed_m_s[known], altitude_m[known]
    first = np.flatnonzero((t > _LATEST_START_S + 30.0) | (t > t[0] + 40.0)) if len(t) else np.zeros(0, dtype=int)
    end = int(first[0]) if len(first) else len(t)
    if end < 5 or t[0] > _LATEST_START_S:
        return math.nan, math.nan
    t, v, h = t[:end], v[:end], h[:end]
    way = np.sum(0.5 * (v[1:] + v[:-1]) * np.diff(t))
    gain = (np.median(v[-3:]) - np.median(v[:3])) / max(t[-2] - t[1], 1e-6)
    return float((np.median(h[-3:]) - np.median(h[:3])) / max(way, 1e-9)), float(gain)


def _once_a_second(time: Array, others: list[Array], problems: list[Problem], where: str) -> tuple[Array, list[Array]]:
    """Samples more often than every 0.8 s, in the middle of each second; others as they are."""
    if len(time) < 3 or float(np.median(np.diff(time))) >= 0.8:
        return time, others
    bins = np.round(time).astype(int)
    edges = np.flatnonzero(np.diff(bins)) + 1
    groups = np.split(np.arange(len(time)), edges)
    problems.append(Problem(where=where, what=f"{len(time):,} samples brought to {len(groups):,}, one a second"))

    def middle(values: Array) -> Array:
        kept = [values[group][np.isfinite(values[group])] for group in groups]
        return np.array([float(np.median(each)) if len(each) else math.nan for each in kept])

    return middle(time), [middle(each) for each in others]


def _held(time: Array, speed: Array, altitude: Array, problems: list[Problem], where: str) -> tuple[Array, Array]:
    """Readings of a screen that stood still, as NaN: both unchanged for seconds, and then a jump."""
    speed, altitude = speed.copy(), altitude.copy()
    same = (np.diff(speed) == 0.0) & (np.diff(altitude) == 0.0)
    dropped = 0
    place = 0
    while place < len(same):
        if not same[place]:
            place += 1
            continue
        end = place
        while end < len(same) and same[end]:
            end += 1
        jumps = end + 1 < len(speed) and abs(speed[end + 1] - speed[end]) > _HELD_JUMP_M_S
        if time[end] - time[place] >= _HELD_S and jumps:
            speed[place + 1 : end + 1] = np.nan
            altitude[place + 1 : end + 1] = np.nan
            dropped += end - place
        place = end + 1
    if dropped:
        problems.append(Problem(where=where, what=f"{dropped} samples left out: the screen stood still, then jumped"))
    return speed, altitude


def _without_outliers(
    values: Array, least: float, name: str, unit: str, time: Array, problems: list[Problem], where: str
) -> Array:
    """The readings, NaN where one stands apart from the middle of the nine around it."""
    known = np.flatnonzero(np.isfinite(values))
    if len(known) < 11:
        return values
    series = values[known]
    spread = np.lib.stride_tricks.sliding_window_view(np.pad(series, 4, mode="reflect", reflect_type="odd"), 9)
    middle = np.median(spread, axis=1)
    far = np.median(np.abs(spread - middle[:, None]), axis=1)
    wrong = np.abs(series - middle) > np.maximum(least, 6.0 * far)
    if not wrong.any():
        return values
    result = values.copy()
    result[known[wrong]] = np.nan
    first = time[known[wrong]][0]
    what = f"{int(wrong.sum())} readings of {name} left out as outliers, the first at {first:.0f} s"
    problems.append(Problem(where=where, what=f"{what} (over {least:g} {unit} from their neighbours)"))
    return result


def _refuse_scant(time: Array, speed: Array, altitude: Array, where: str) -> None:
    known = min(int(np.isfinite(speed).sum()), int(np.isfinite(altitude).sum()))
    if known < _FEWEST or time[-1] - time[0] < _SHORTEST_S:
        raise InputError(
            f"{where}: {known} samples over {time[-1] - time[0] if len(time) else 0.0:.0f} s are too few for up to 14 unknowns",
            advice=f"{_FEWEST} samples over {_SHORTEST_S:g} s at least; a fit with fewer data than unknowns tells nothing",
        )
    if time[0] > _LATEST_START_S or time[-1] > _LONGEST_S:
        raise InputError(
            f"{where}: samples from {time[0]:.0f} to {time[-1]:.0f} s; the ascent's first minute is needed, and no more than an hour",
            advice="times count in seconds from lift-off",
        )
    fastest, highest = float(np.nanmax(speed)), float(np.nanmax(altitude))
    if fastest > _FASTEST_M_S or highest > _HIGHEST_M or float(np.nanmin(speed)) < -50.0:
        raise InputError(
            f"{where}: up to {fastest:,.0f} m/s and {highest / 1e3:,.0f} km is no ascent to orbit",
            advice="check the units",
        )


def _gaps(time: Array) -> list[tuple[float, float]]:
    wide = np.flatnonzero(np.diff(time) > max(_GAP_S, 3.0 * float(np.median(np.diff(time)))))
    return [(float(time[n]), float(time[n + 1] - time[n])) for n in wide[:20]]


def _lands(speed: Array, altitude: Array) -> bool:
    """Whether it ends slow and far below its highest: the screen followed the first stage down."""
    v, h = speed[np.isfinite(speed)], altitude[np.isfinite(altitude)]
    return bool(np.median(h[-5:]) < 0.7 * np.max(h) and np.median(v[-5:]) < 0.9 * np.max(v))
