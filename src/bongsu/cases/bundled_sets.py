"""Element sets of the bundled cases, fast: the plain TOML reader only, no schema.

``bongsu passes malligyong-1`` needs one thing of a case, within a first answer of a tenth of a second,
so this module imports neither pydantic nor another module of Bongsu.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

__all__ = ["bundled_elements", "bundled_places", "bundled_satellite", "bundled_satellites", "bundled_texts"]

_HEADER = re.compile(r"^\[\[?\s*([A-Za-z_]+)[^\n]*\n", re.MULTILINE)
_WANTED = ("case", "satellite", "elements", "site")


@cache
def bundled_texts() -> dict[str, str]:
    """TOML text of every bundled case by name, which is the file's."""
    folder = Path(__file__).parent / "bundled"
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}


def bundled_elements(norad_id: int) -> list[tuple[str, str]]:
    """Element sets of an object from the bundled cases: two-line sets and OMM texts that name it.

    Parameters
    ----------
    norad_id : int
        Catalogue number.

    Returns
    -------
    list of (case name, text)
        Text is the lines of one or more two-line sets, or one OMM text, as in the case.
    """
    found = []
    for name, whole in bundled_texts().items():
        if not (str(norad_id) in whole or norad_id >= 100_000):  # reading a case costs more than looking into it
            continue
        for entry in _parts(name).get("elements", []):
            text = _sets_of(entry.get("tle", ""), norad_id)
            if text:
                found.append((name, text))
            if str(norad_id) in entry.get("omm", ""):
                found.append((name, entry["omm"]))
    return found


def bundled_satellites() -> dict[str, int]:
    """Catalogue numbers by name in lower case: a satellite's own, and the case's where it has one satellite."""
    found: dict[str, int] = {}
    for name in bundled_texts():
        satellites = _parts(name).get("satellite", [])
        found.update({satellite["name"].lower(): satellite["norad_id"] for satellite in satellites})
        if len(satellites) == 1:
            found[name] = satellites[0]["norad_id"]
    return found


def bundled_satellite(norad_id: int) -> dict[str, Any]:
    """The ``[[satellite]]`` table of an object from the bundled cases, empty where there is none."""
    for name, whole in bundled_texts().items():
        for satellite in _parts(name).get("satellite", []) if str(norad_id) in whole else []:
            if satellite.get("norad_id") == norad_id:
                return dict(satellite)
    return {}


def bundled_places() -> list[dict[str, Any]]:
    """The ``[[site]]`` tables of every bundled case."""
    return [place for name in bundled_texts() for place in _parts(name).get("site", [])]


@cache
def _parts(name: str) -> dict[str, Any]:
    """The few tables wanted here, without reading the rest.

    Cut at lines that begin a table, which holds for the bundled files: none has such a line inside
    a text (a test reads them both ways).
    """
    text = bundled_texts()[name]
    starts = [(found.start(), found.group(1)) for found in _HEADER.finditer(text)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return tomllib.loads("".join(text[at:end] for (at, part), end in zip(starts, ends, strict=True) if part in _WANTED))


def _sets_of(text: str, norad_id: int) -> str:
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join(
        f"{one}\n{two}"
        for one, two in pairwise(lines)
        if one.startswith("1 ") and two.startswith("2 ") and _number(one[2:7]) == norad_id
    )


def _number(field: str) -> int:
    """The catalogue number of a TLE field, with Alpha-5 (A is 10, I and O are left out)."""
    if field[:1].isalpha():
        return "ABCDEFGHJKLMNPQRSTUVWXYZ".find(field[0].upper()) * 10_000 + 100_000 + int(field[1:])
    return int(field)
