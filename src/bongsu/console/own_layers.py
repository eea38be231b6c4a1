"""What the console lays over its map: the shipped FIRs, and the reader's own FIRs, routes and ports, as they are told of.

The files are read by the reader of ``bongsu notice whom --own``, so that what is drawn is what is held against a notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bongsu.answers import Given, given_text
from bongsu.cases import parties_with
from bongsu.errors import BongsuError, InputError, Problem
from bongsu.exchange import drawn_of, read_own_map
from bongsu.wording import phrase

__all__ = ["MAX_FILES", "MAX_OWN", "layers_of", "own_given"]

MAX_OWN = 4_000_000  # characters of one file, as of other texts
MAX_FILES = 12
MOST_CORNERS = 200_000  # of all that is drawn, cut to pieces of a degree: some 10 ms of a frame when the map is turned
_SHOWN_PROBLEMS = 20  # of one file

Part = dict[str, Any]
_IDS = {"FIR": "fir", "route": "route", "port": "port", "position": "port"}


def own_given(files: Sequence[tuple[str, str]]) -> list[Given]:
    """The files as an answering function takes them: each name and text."""
    return [given_text(name, text) for name, text in files]


def layers_of(files: Sequence[tuple[str, str]]) -> Part:
    """``items`` to draw, and ``files``: what each holds, or why it cannot be used; one bad file loses only itself.

    An item has ``id``, ``kind`` (FIR, route, port, position), ``name``, ``who``, ``source``, ``note``, ``file`` (its number,
    None of what is shipped), ``geometry`` and ``at``, where its name belongs.
    """
    told: list[Part] = []
    own: list[tuple[Any, int]] = []
    corners = 0
    for number, (name, text) in enumerate(files):
        try:
            found, problems = read_own_map(
                given_text(name, text).words(), where=name, speed_m_s=(1.0, 1.0), legs="rhumb"
            )
            drawn = [(each, drawn_of(each)) for each in found]
            size = sum(shape["corners"] for _, shape in drawn)
            if corners + size > MOST_CORNERS:
                raise InputError(
                    phrase(
                        "{name}: {size} corners as drawn; the map has room for {room}",
                        name=name,
                        size=f"{size:,}",
                        room=f"{MOST_CORNERS - corners:,}",
                    ),
                    advice="simplify it: ogr2ogr -simplify 0.01 out.geojson FILE",
                )
        except BongsuError as error:
            told.append({"name": name, "error": str(error), "advice": getattr(error, "advice", "")})
            continue
        corners += size
        own += [(pair, number) for pair in drawn]
        told.append({"name": name, **_counted([each for each, _ in drawn]), "problems": _said(problems)})
    return {"items": list(_items(own)), "files": told}


def _counted(found: Sequence[Any]) -> Part:
    kinds = [_kind(each) for each in found]
    return {
        "firs": kinds.count("FIR"),
        "routes": kinds.count("route"),
        "ports": len([k for k in kinds if _IDS[k] == "port"]),
    }


def _said(problems: Sequence[Problem]) -> list[Part]:
    shown = [{"where": each.where, "what": each.what, "advice": each.advice} for each in problems[:_SHOWN_PROBLEMS]]
    more = len(problems) - len(shown)
    return (
        [*shown, {"where": phrase("{more} more", more=more), "what": "left out", "advice": ""}] if more > 0 else shown
    )


def _kind(each: Any) -> str:
    return "route" if hasattr(each, "places") else str(each.kind)


def _items(own: Sequence[tuple[tuple[Any, Part], int]]) -> Iterator[Part]:
    """What is shipped and not replaced, then what is own; ids are unlike each other and stay while names do."""
    shipped = [
        each
        for each in parties_with([each for (each, _), _ in own if not hasattr(each, "places")])
        if each.kind == "FIR"
    ]
    theirs = {id(each) for (each, _), _ in own}
    all_of_them = [(each, drawn_of(each), None) for each in shipped if id(each) not in theirs]
    seen: dict[str, int] = {}
    for each, shape, number in [*all_of_them, *((each, shape, number) for (each, shape), number in own)]:
        kind = _kind(each)
        key = f"{_IDS[kind]}:{each.name}"
        seen[key] = seen.get(key, 0) + 1
        yield {
            "id": key if seen[key] == 1 else f"{key} ({seen[key]})",
            "kind": kind,
            "name": each.name,
            "who": getattr(each, "who", ""),
            "source": getattr(each, "source", ""),
            "note": getattr(each, "note", ""),
            "file": number,
            "geometry": shape["geometry"],
            "at": shape["at"],
        }
