"""Ascents and falls as CZML: the vehicle on its way, the parts on theirs, and the ground where they come down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import cos, dist, radians, sin
from typing import Any
from xml.sax.saxutils import escape

from bongsu.earth import constants, format_utc
from bongsu.exchange.ascents import ASCENT_CREDIT, fall_name, fall_words, rings_of
from bongsu.exchange.czml_parts import dot, ground_polygon, head, label, solid

__all__ = ["ascent_to_czml"]

_RED, _BLUE, _SAND, _WHITE = (222, 70, 52), (72, 146, 214), (236, 182, 96), (240, 244, 248)
_BEFORE, _AFTER = timedelta(seconds=60), timedelta(seconds=120)  # of the clock, around the flight
_FILLED = 0.9  # the one region that is filled: fills upon each other hide the coast
_NEAR_S = 15.0  # of events nearer to each other one alone has a label
_ROOM = 25.0  # an event has its label from up to so many times the distance to the next place with one
_FARTHEST_M = 1.2e7
_TOLD_S = 1.0  # between heights told by the vehicle's label
_FLIGHT_RATE = 10  # seconds of the flight in a second


def ascent_to_czml(
    flight: dict[str, Any] | None,
    falls: Sequence[dict[str, Any]],
    *,
    lift_off: str,
    paths: Sequence[dict[str, Any]] = (),
) -> list[dict[str, Any]]:
    """CZML packets of a flight and of what falls.

    Parameters
    ----------
    flight : dict or None
        As :func:`bongsu.cases.ascent_to_json` or :func:`bongsu.cases.failure_way` gives it.
    falls : sequence of dict
        As :func:`bongsu.cases.fall_items` gives them.
    lift_off : str
        ISO 8601, UTC.
    paths : sequence of dict
        Ways down, as :func:`bongsu.cases.ascent_paths` gives them.

    Returns
    -------
    list of dict
        ``document`` with a clock from a minute before lift-off to two after the last fall; ``way``: the whole way at its height, with a
        wall down to the ground; ``vehicle`` while it flies, its label T+ and height; ``event N``; for each body ``arc
        LABEL`` and, while it falls, ``body LABEL``; ``planned LABEL`` where it comes down; ``fall N.M``: a ring of a region,
        available while something may be in the air above it. Positions are Earth-fixed degrees and metres above WGS 84.
    """
    zero = datetime.fromisoformat(lift_off)
    last = max([zero, *_ends(zero, flight, falls, paths)])
    name = flight["name"] if flight is not None else "Where parts come down"
    whole = f"{format_utc(zero - _BEFORE)}/{format_utc(last + _AFTER)}"
    document = head(name, zero - _BEFORE, last + _AFTER, credit=ASCENT_CREDIT, multiplier=_FLIGHT_RATE, now=zero)
    return [
        document,
        *(_flight(flight, zero, whole) if flight is not None else ()),
        *(packet for path in paths for packet in _falling(path, zero, whole)),
        *(packet for number, item in enumerate(falls, start=1) for packet in _region(item, number)),
    ]


def _ends(
    zero: datetime, flight: dict[str, Any] | None, falls: Sequence[dict[str, Any]], paths: Sequence[dict[str, Any]]
) -> Iterator[datetime]:
    rows = [*flight["trajectory"][-1:], *flight["falls"]] if flight is not None else []
    rows += [point for path in paths for point in path["points"][-1:]]
    yield from (zero + timedelta(seconds=row["t_s"]) for row in rows)
    yield from (datetime.fromisoformat(item["end"]) for item in falls if item["end"])


def _flight(flight: dict[str, Any], zero: datetime, whole: str) -> Iterator[dict[str, Any]]:
    rows = flight["trajectory"]
    places = _places(rows)
    if len(rows) > 1:
        yield {
            "id": "way",
            "name": flight["name"],
            "description": escape(f"From lift-off to the end of thrust, as computed. {ASCENT_CREDIT}"),
            "availability": whole,
            "polyline": {"positions": {"cartographicDegrees": places}, "arcType": "NONE", "width": 3, "material": solid(_BLUE, 255)},
            "wall": {"positions": {"cartographicDegrees": places}, "material": solid(_BLUE, 46)},
        }  # fmt: skip
        yield {
            "id": "vehicle",
            "name": f"{flight['name']}, in flight",
            "description": ASCENT_CREDIT,
            "availability": f"{format_utc(zero)}/{_after(zero, rows[-1]['t_s'])}",
            "position": _samples(rows, zero, degree=5),
            "point": dot(_BLUE, 11),
            "label": label(_told(rows, zero), at="above"),
        }
    seen = _seen_up_to(flight)
    for number, row in enumerate(flight["events"], start=1):
        packet = _spot(f"event {number}", f"{row['label']}, {t_plus(row['t_s'])}", row, whole)
        packet["point"] = dot(_WHITE, 6)
        if number in seen:
            words = f"{t_plus(row['t_s'])} {row['label']}"
            packet["label"] = label(words, up_to_m=seen[number], at="left" if row is flight["events"][-1] else "right")
        yield packet
    for number, row in enumerate(flight["falls"]):
        name, short = (f"{row['label']} {word}{t_plus(row['t_s'])}" for word in ("comes down, ", ""))
        packet = _spot(f"planned {row['label']}", name, row, whole)
        yield packet | {
            "point": dot(_RED, 9),
            "label": label(short, up_to_m=_FARTHEST_M, at=("below", "above")[number % 2]),
        }


def _labelled(events: Sequence[dict[str, Any]]) -> set[int]:
    """Numbers of the events with a label: of those within seconds of each other the separation, else the first."""
    groups: list[list[tuple[int, dict[str, Any]]]] = []
    for number, row in enumerate(events, start=1):
        if groups and row["t_s"] - groups[-1][0][1]["t_s"] < _NEAR_S:
            groups[-1].append((number, row))
        else:
            groups.append([(number, row)])
    return {next((n for n, row in group if "separation" in row["label"]), group[0][0]) for group in groups}


def _seen_up_to(flight: dict[str, Any]) -> dict[int, float]:
    """How far away the label of each labelled event is still shown, so that labels do not lie on each other. [m]"""
    events = flight["events"]
    numbers = [number for number in sorted(_labelled(events)) if events[number - 1]["t_s"] > 0.0]  # the site has a name
    places = {number: _fixed(events[number - 1]) for number in numbers}
    others = [_fixed(row) for row in (*flight["trajectory"][:1], *flight["falls"])]
    return {
        number: min(
            _FARTHEST_M,
            _ROOM * min(dist(place, each) for each in (*others, *(p for n, p in places.items() if n != number))),
        )
        for number, place in places.items()
        if others or len(places) > 1
    }


def _fixed(row: dict[str, Any]) -> tuple[float, float, float]:
    """About where a row is, on a sphere, Earth-fixed. [m]"""
    radius = constants.EARTH_MEAN_RADIUS_M + row.get("height_m", 0.0)
    latitude, longitude = radians(row["latitude"]), radians(row["longitude"])
    return (
        radius * cos(latitude) * cos(longitude),
        radius * cos(latitude) * sin(longitude),
        radius * sin(latitude),
    )


def _falling(path: dict[str, Any], zero: datetime, whole: str) -> Iterator[dict[str, Any]]:
    rows, name = path["points"], path["label"]
    if len(rows) < 2:
        return
    words = escape(
        f"Without air up to its highest point, with air on the way down; the middle of its drag. {ASCENT_CREDIT}"
    )
    yield {
        "id": f"arc {name}",
        "name": f"{name} falls",
        "description": words,
        "availability": whole,
        "polyline": {
            "positions": {"cartographicDegrees": _places(rows)},
            "arcType": "NONE",
            "width": 2,
            "material": {"polylineDash": {"color": {"rgba": [*_SAND, 255]}, "dashLength": 12}},
        },
    }
    yield {
        "id": f"body {name}",
        "name": f"{name}, falling",
        "description": words,
        "availability": f"{_after(zero, rows[0]['t_s'])}/{_after(zero, rows[-1]['t_s'])}",
        "position": _samples(rows, zero, degree=1),
        "point": dot(_SAND, 8),
        "label": label(name, up_to_m=_FARTHEST_M / 6, at="below"),
    }


def _region(item: dict[str, Any], number: int) -> Iterator[dict[str, Any]]:
    strength = 80 if item["probability"] == _FILLED else 0
    for part, ring in enumerate(rings_of(item["geometry"]), start=1):
        packet: dict[str, Any] = {
            "id": f"fall {number}.{part}",
            "name": fall_name(item),
            "description": escape(fall_words(item)),
            "polygon": ground_polygon([value for x, y in ring for value in (x, y, 0.0)], _RED, strength),
        }
        if item["start"] and item["end"]:
            packet["availability"] = f"{item['start']}/{item['end']}"
        yield packet


def t_plus(seconds: float) -> str:
    """T+02:07, as the Launch view writes it; hours from one hour on."""
    whole = round(abs(seconds))
    hours = f"{whole // 3600}:" if whole >= 3600 else ""
    return f"T{'-' if seconds < 0 else '+'}{hours}{whole % 3600 // 60:02d}:{whole % 60:02d}"


def _told(rows: Sequence[dict[str, Any]], zero: datetime) -> list[dict[str, Any]]:
    """What the vehicle's label says at each second: T+ and height, between two rows in a straight line."""
    words = []
    at, after = 0.0, 0
    while at < rows[-1]["t_s"]:
        while rows[after]["t_s"] <= at:
            after += 1
        a, b = rows[max(after - 1, 0)], rows[after]
        share = (at - a["t_s"]) / (b["t_s"] - a["t_s"]) if after else 0.0
        height = a["height_m"] + share * (b["height_m"] - a["height_m"])
        until = min(at + _TOLD_S, rows[-1]["t_s"])
        words.append(
            {"interval": f"{_after(zero, at)}/{_after(zero, until)}", "string": f"{t_plus(at)}  {height / 1e3:.0f} km"}
        )
        at += _TOLD_S
    return words  # fmt: skip


def _samples(rows: Sequence[dict[str, Any]], zero: datetime, *, degree: int) -> dict[str, Any]:
    numbers = [row[key] for row in rows for key in ("t_s", "longitude", "latitude", "height_m")]
    method = "LAGRANGE" if degree > 1 else "LINEAR"
    return {
        "epoch": format_utc(zero),
        "cartographicDegrees": numbers,
        "interpolationAlgorithm": method,
        "interpolationDegree": degree,
    }


def _spot(identity: str, name: str, row: dict[str, Any], whole: str) -> dict[str, Any]:
    place = [row["longitude"], row["latitude"], row.get("height_m", 0.0)]
    time = f"{row['time']}. " if row.get("time") else ""
    return {
        "id": identity,
        "name": name,
        "description": escape(f"{time}{ASCENT_CREDIT}"),
        "availability": whole,
        "position": {"cartographicDegrees": place},
    }


def _places(rows: Sequence[dict[str, Any]]) -> list[float]:
    return [row[key] for row in rows for key in ("longitude", "latitude", "height_m")]


def _after(zero: datetime, seconds: float) -> str:
    return format_utc(zero + timedelta(seconds=seconds), digits=3)
