"""Shipped vehicle files, ``vehicles/*.toml``: public figures as ranges, each with its mark and source.

They are read by :func:`bongsu.ascent.parse_vehicle`, as a user's own file is. The vehicle of May 2024 has none: no figure
of it was found.
"""

from __future__ import annotations

from importlib import resources

from bongsu.errors import InputError

__all__ = ["kept_fit_text", "vehicle_ids", "vehicle_text"]


def vehicle_ids() -> tuple[str, ...]:
    """Ids of the shipped vehicles, in order."""
    folder = resources.files("bongsu.reference").joinpath("vehicles")
    return tuple(sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")))


def kept_fit_text(vehicle_id: str, flight_id: str) -> str | None:
    """The shipped fit of a vehicle to one of its flights (``fits/*.json``, by ``scripts/fit_vehicles``); None without one."""
    folder = resources.files("bongsu.reference").joinpath("fits")
    for item in folder.iterdir():
        if item.name == f"{vehicle_id}.{flight_id}.json":
            return item.read_text("utf-8")
    return None


def vehicle_text(id: str) -> str:
    """The file of a shipped vehicle.

    Raises
    ------
    InputError
        When there is none of that id.
    """
    if id not in vehicle_ids():
        raise InputError(f"no shipped vehicle {id!r}", advice=f"there are {', '.join(vehicle_ids())}")
    return resources.files("bongsu.reference").joinpath("vehicles", f"{id}.toml").read_text("utf-8")
