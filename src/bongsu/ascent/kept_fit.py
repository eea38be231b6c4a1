"""A fit that was made before, and the whole sets drawn from it: text to value and back, and whether it still holds.

A fit and its sets follow from the vehicle, its flight and this room's equations alone, so they need not be worked out in
every run. The fingerprint is made of all three; with another one a kept fit says nothing.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.fitting import FlightFit, Sets, fit_at, fit_flight, sets_at
from bongsu.ascent.flight_file import KnownFlight
from bongsu.ascent.vehicle import Figure, Vehicle
from bongsu.errors import InputError

__all__ = ["EQUATIONS", "KeptFit", "fingerprint", "fit_known", "format_kept_fit", "parse_kept_fit"]

Array = NDArray[np.float64]
EQUATIONS = 1  # raise it where equations, priors or the fit change, and run scripts/fit_vehicles
_SCHEMA = "bongsu/kept-fit/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFit:
    """What a fit found: the free figures ``names`` and their ``values`` (p,), the derivatives ``jacobian`` (m, p), and of
    ``sets`` (p, k) the share of draws ``kept``; ``seed`` is that of the draws.
    """

    vehicle: str
    flight: str
    fingerprint: str
    seed: int
    names: tuple[str, ...]
    values: Array
    jacobian: Array
    sets: Array
    kept: float

    def holds(self, vehicle: Vehicle, known: KnownFlight) -> bool:
        """Whether it was made of this vehicle and flight, by today's equations."""
        return self.fingerprint == fingerprint(vehicle, known)

    def fit(self, vehicle: Vehicle, known: KnownFlight, *, engine: str = "auto") -> FlightFit:
        """The fit, its most likely flight flown anew."""
        return fit_at(
            vehicle,
            known.pad,
            known.stated,
            known.start,
            self.values,
            self.jacobian,
            turns=known.turns,
            azimuth_error_deg=known.azimuth_error_deg,
            engine=engine,
        )

    def whole_sets(self, vehicle: Vehicle, known: KnownFlight) -> Sets:
        """The sets, as :meth:`~bongsu.ascent.fitting.FlightFit.draw` gave them."""
        return sets_at(
            vehicle,
            known.start,
            self.sets,
            self.kept,
            turns=known.turns,
            azimuth_error_deg=known.azimuth_error_deg,
        )


def fit_known(vehicle: Vehicle, known: KnownFlight, *, engine: str = "auto") -> FlightFit:
    """The vehicle fitted to its known flight."""
    return fit_flight(
        vehicle,
        known.pad,
        known.stated,
        known.start,
        turns=known.turns,
        azimuth_error_deg=known.azimuth_error_deg,
        engine=engine,
    )


def fingerprint(vehicle: Vehicle, known: KnownFlight) -> str:
    """SHA-256 of everything that a fit depends on: figures, flight and equations; not of names, notes and sources."""
    stages = [
        (stage.name, stage.throttle, stage.burns, *(_range(getattr(stage, field.name)) for field in fields(stage)))
        for stage in vehicle.stages
    ]
    whole = [_range(each) for each in (vehicle.payload_kg, vehicle.fairing_kg, vehicle.fairing_s, vehicle.drag)]
    stated = [(each.what, each.value, each.error, each.of, each.time_s) for each in known.stated.figures]
    told = (known.stated.perigee_m, known.stated.apogee_m, stated, _plain(known.pad), _plain(known.start), known.turns)
    everything = (EQUATIONS, vehicle.id, known.id, stages, whole, told, known.azimuth_error_deg)
    return hashlib.sha256(repr(everything).encode()).hexdigest()


def _range(value: object) -> object:
    """What a draw of a figure depends on; None for what is no figure."""
    if not isinstance(value, Figure):
        return None
    ranges = [(each.value, each.low, each.high) for each in (value.estimate, value.prior) if each is not None]
    return (value.mark, *ranges)


def _plain(value: Any) -> object:
    """The fields of a value that are not as they are by default, so that a new field changes no fingerprint."""
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    if not is_dataclass(value):
        return value
    given = [(field.name, getattr(value, field.name), field.default) for field in fields(value)]
    return tuple((name, _plain(found)) for name, found, usual in given if usual is MISSING or found != usual)


def format_kept_fit(fit: FlightFit, known: KnownFlight, *, sets: Array, kept: float, seed: int) -> str:
    """A fit and the sets (p, k) drawn from it, as text with one set to a line."""
    head = {
        "schema": _SCHEMA,
        "vehicle": fit.vehicle.id,
        "flight": known.id,
        "fingerprint": fingerprint(fit.vehicle, known),
        "seed": seed,
        "kept": round(kept, 6),
        "names": list(fit.names),
    }
    lines = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in head.items()]
    lines.append(f'"values": {json.dumps([round(float(value), 9) for value in fit.values])}')
    for name, table in (("jacobian", fit.jacobian), ("sets", sets.T)):
        rows = ",\n".join(json.dumps([float(f"{value:.7g}") for value in row]) for row in table.tolist())
        lines.append(f'"{name}": [\n{rows}\n]')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def parse_kept_fit(text: str, *, where: str = "kept fit") -> KeptFit:
    """The fit in such a text.

    Raises
    ------
    InputError
        Where it is none.
    """
    try:
        row = json.loads(text)
        if row["schema"] != _SCHEMA:
            raise ValueError(f"schema {row['schema']!r}")
        found = KeptFit(
            vehicle=str(row["vehicle"]),
            flight=str(row["flight"]),
            fingerprint=str(row["fingerprint"]),
            seed=int(row["seed"]),
            names=tuple(str(name) for name in row["names"]),
            values=np.array(row["values"], dtype=float),
            jacobian=np.array(row["jacobian"], dtype=float),
            sets=np.ascontiguousarray(np.array(row["sets"], dtype=float).T),
            kept=float(row["kept"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise InputError(f"{where} is no kept fit: {fault}", advice="make it anew: scripts/fit_vehicles") from fault
    width = len(found.names)
    shapes = (found.values.shape, found.jacobian.shape[1:], found.sets.shape[:1])
    if shapes != ((width,), (width,), (width,)) or not all(
        np.isfinite(each).all() for each in (found.values, found.jacobian, found.sets)
    ):
        raise InputError(f"{where}: {width} names, and figures of other lengths {shapes}, or not finite")
    return found
