"""Where a vehicle rises from, by the inclination it goes to: the ``[[pad]]`` parts of its file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from bongsu.ascent.flight import LaunchPad
from bongsu.errors import InputError

__all__ = ["FilePad", "parse_pads"]

_FIELDS = {"id", "latitude", "longitude", "inclinations", "southbound", "source"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePad:
    """One pad of a vehicle: its place, the inclinations flown from there [deg], and which way."""

    id: str
    pad: LaunchPad
    inclinations: tuple[float, float]
    southbound: bool

    def serves(self, inclination_deg: float) -> bool:
        """Whether launches to the inclination rise here."""
        return self.inclinations[0] <= inclination_deg <= self.inclinations[1]


def parse_pads(text: str, *, where: str = "vehicle file") -> tuple[FilePad, ...]:
    """The pads in the text of a vehicle file that :func:`~bongsu.ascent.vehicle_file.parse_vehicle` has read.

    Raises
    ------
    InputError
        Naming the pad and the field.
    """
    rows = tomllib.loads(text).get("pad", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{where}: pad is no list of tables", advice="write [[pad]]")
    return tuple(_pad(row, f"{where}: pad {row.get('id', number)}") for number, row in enumerate(rows, start=1))


def _pad(row: dict[str, Any], where: str) -> FilePad:
    wrong = sorted(set(row) - _FIELDS)
    if wrong:
        raise InputError(f"{where}: unknown fields {', '.join(wrong)}", advice=f"expected {', '.join(sorted(_FIELDS))}")
    numbers = [row.get("latitude"), row.get("longitude"), *_pair(row.get("inclinations"))]
    if not isinstance(row.get("id"), str) or not all(type(each) in (int, float) for each in numbers):
        raise InputError(f"{where}: id, latitude, longitude and inclinations = [low, high] are needed")
    latitude, longitude, low, high = (float(each) for each in numbers)
    if not 0.0 <= low <= high <= 180.0:
        raise InputError(f"{where}: inclinations {low:g} to {high:g}; expected 0 to 180, low first")
    return FilePad(
        id=row["id"],
        pad=LaunchPad(latitude_deg=latitude, longitude_deg=longitude),
        inclinations=(low, high),
        southbound=bool(row.get("southbound", False)),
    )


def _pair(value: Any) -> list[Any]:
    return value if isinstance(value, list) and len(value) == 2 else [None, None]
