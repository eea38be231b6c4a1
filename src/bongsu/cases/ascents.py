"""Ascents of known vehicles: fitted to a stated flight, flown, failed, and written as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import numpy as np

from bongsu.ascent import (
    CONTAINMENTS,
    NO_WIND,
    Failure,
    Fall,
    FallArea,
    Flight,
    FlightFit,
    Footprint,
    KeptFit,
    KnownFlight,
    LaunchPad,
    Sets,
    State,
    Vehicle,
    check_failure,
    compile_flights,
    disperse,
    dropped_parts,
    fallen_bodies,
    falling_bodies,
    falls_of_parts,
    fit_known,
    footprint,
    if_thrust_ended,
    orbit_of,
    parse_flights,
    parse_kept_fit,
    parse_vehicle,
    random_wind,
    use_bulk,
)
from bongsu.earth import Trajectory, fixed_to_geodetic, format_utc
from bongsu.errors import InputError
from bongsu.reference import kept_fit_text, vehicle_ids, vehicle_text
from bongsu.wording import joined, phrase

__all__ = [
    "ASCENT_LIMITS",
    "AscentRun",
    "FailureRun",
    "FittedFlight",
    "ascent_to_json",
    "compile_ascent",
    "event_rows",
    "failure_from_words",
    "failure_to_json",
    "fall_items",
    "find_flight",
    "fit_and_draw",
    "known_vehicle_ids",
    "load_vehicle",
    "run_ascent",
    "run_failure",
    "track_rows",
    "vehicle_file",
    "vehicle_to_json",
]

ASCENT_LIMITS = (
    "Computed from public figures that are ranges; not measured. Three degrees of freedom, no closed-loop steering.",
    "A fit shows that the figures can belong together, not that the vehicle is so.",
    "Not an official warning.",
)
_MOST_FLIGHTS = 200_000
_MOST_SETS = 250
_FEWEST_FLIGHTS = 200
_BLOCK = 2500  # flights worked at once
_COASTAL_M = 20_000.0  # coasts are known to 8 km, and small islands are missing

Progress = Callable[[str], None]


def _quiet(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AscentRun:
    """One flight as fitted and flown: its trajectory, the falls of its parts and the trace of falls."""

    vehicle: Vehicle
    known: KnownFlight
    lift_off: datetime
    fit: FlightFit
    trajectory: Trajectory
    stopped_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedFlight:
    """A vehicle fitted to one of its known flights, and whole sets drawn from the fit: for any number of runs."""

    vehicle: Vehicle
    known: KnownFlight
    sets: Sets
    make_fit: Callable[[], FlightFit]

    def fit(self) -> FlightFit:
        """The fit itself; a shipped one is flown when it is asked for."""
        return self.make_fit()


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRun:
    """Many flights to a failure, and the footprint of every body."""

    vehicle: Vehicle
    known: KnownFlight
    lift_off: datetime
    failure: Failure
    flights: int
    sets: int
    kept: float
    seed: int
    footprints: tuple[Footprint, ...]
    fitted: FittedFlight


def known_vehicle_ids() -> tuple[str, ...]:
    """Ids of the shipped vehicles."""
    return vehicle_ids()


def vehicle_file(name: str) -> str:
    """The file of a shipped vehicle as it stands, to begin one's own from.

    Raises
    ------
    InputError
        Where there is no such vehicle.
    """
    return vehicle_text(name)


def load_vehicle(name: str, text: str | None = None) -> tuple[Vehicle, tuple[KnownFlight, ...]]:
    """A shipped vehicle by its id, or one from the text of a file, with its known flights.

    Raises
    ------
    InputError
        Where the file cannot be read, or there is no such vehicle.
    """
    body = vehicle_text(name) if text is None else text
    vehicle = parse_vehicle(body, where=name)
    flights = parse_flights(body, vehicle, where=name)
    if text is not None:  # the pads of shipped ones stand on land: a test holds it
        for each in flights:
            _check_pad(each, name)
    return vehicle, flights


def _check_pad(known: KnownFlight, where: str) -> None:
    """A launch pad stands on land, unless the file says that it floats.

    Raises
    ------
    InputError
        For a pad in the sea, or one that is said to be in the sea and is not.
    """
    from bongsu.notices import off_shore_m  # noqa: PLC0415 - shipped pads need no coasts

    pad = known.pad
    out = off_shore_m(pad.latitude_deg, pad.longitude_deg)
    place = phrase(
        "{where}: flight {id}: {latitude_deg:g}, {longitude_deg:g}",
        where=where,
        id=known.id,
        latitude_deg=pad.latitude_deg,
        longitude_deg=pad.longitude_deg,
    )
    if out > _COASTAL_M and not known.afloat:
        raise InputError(
            phrase("{place} lies in the sea, {out:,.0f} km from the nearest coast", place=place, out=out / 1000.0),
            advice='check the order and signs (south and west are negative); from a ship or platform: pad = "sea"',
        )
    if known.afloat and out == 0.0:
        raise InputError(
            phrase('{place} lies on land; the file says pad = "sea"', place=place), advice="one of the two is wrong"
        )


def find_flight(vehicle: Vehicle, flights: tuple[KnownFlight, ...], id: str = "") -> KnownFlight:
    """The flight of that id, or the only or first one.

    Raises
    ------
    InputError
        Where the vehicle has no known flight, or none of that id: without one nothing tells how it flew.
    """
    if not flights:
        raise InputError(
            phrase("{name} has no known flight in its file, so nothing tells how it flew", name=vehicle.name),
            advice=phrase(
                "add a [[flight]] with the orbit that was reached or announced, and its source; or fit"
                " it to telemetry: bongsu ascent fit {id} --telemetry FILE --source ...",
                id=vehicle.id,
            ),
        )
    for each in flights:
        if not id or each.id == id:
            return each
    raise InputError(
        phrase("no flight {id!r} of {name}", id=id, name=vehicle.name),
        advice=phrase("there are {flights}", flights=", ".join(each.id for each in flights)),
    )


def failure_from_words(kind: str, stage: str, at_s: tuple[float, float], share: float) -> Failure:
    """A failure from its words: kinds may be written with hyphens."""
    return Failure(kind=kind.replace("-", " "), stage=stage, at_s=at_s, share=share)


def compile_ascent(flights: int, report: Callable[[str, float, bool], None]) -> bool:
    """Compile the bulk engine of flights, or load it, where so many flights would use it; whether they do."""
    if not use_bulk("auto", flights):
        return False
    compile_flights(report)
    return True


def _kept(vehicle: Vehicle, known: KnownFlight) -> KeptFit | None:
    """The shipped fit, where there is one of exactly this vehicle and flight by today's equations."""
    text = kept_fit_text(vehicle.id, known.id)
    if text is None:
        return None
    kept = parse_kept_fit(text, where=phrase("shipped fit of {id} to {id_2}", id=vehicle.id, id_2=known.id))
    return kept if kept.holds(vehicle, known) else None


def run_ascent(
    vehicle: Vehicle, known: KnownFlight, *, lift_off: datetime | None = None, progress: Progress = _quiet
) -> AscentRun:
    """Fit the vehicle to its known flight, unless a shipped fit holds, and fly the most likely set."""
    kept = _kept(vehicle, known)
    if kept is None:
        progress("fitting the vehicle and its programme to the stated flight")
    fit = fit_known(vehicle, known) if kept is None else kept.fit(vehicle, known)
    moment = lift_off or known.lift_off
    trajectory = fit.flight.trajectory(moment, step_s=1.0, label=f"{vehicle.name}, {known.name}")
    return AscentRun(vehicle=vehicle, known=known, lift_off=moment, fit=fit, trajectory=trajectory)


def fit_and_draw(
    vehicle: Vehicle,
    known: KnownFlight,
    count: int,
    rng: np.random.Generator,
    *,
    engine: str = "auto",
    progress: Progress = _quiet,
) -> FittedFlight:
    """A vehicle fitted to its known flight, with whole sets: the shipped ones, else drawn now for ``count`` flights."""
    kept = _kept(vehicle, known)
    if kept is not None:
        sets = kept.whole_sets(vehicle, known)
        return FittedFlight(vehicle=vehicle, known=known, sets=sets, make_fit=partial(kept.fit, vehicle, known))
    progress("fitting the vehicle and its programme to the stated flight")
    fit = fit_known(vehicle, known, engine=engine)
    progress("drawing whole sets of vehicle and programme")
    sets = fit.draw(min(_MOST_SETS, count), rng)
    return FittedFlight(vehicle=vehicle, known=known, sets=sets, make_fit=lambda: fit)


def run_failure(
    vehicle: Vehicle,
    known: KnownFlight,
    failure: Failure,
    *,
    flights: int = 2000,
    seed: int = 0,
    lift_off: datetime | None = None,
    still_air: bool = False,
    fitted: FittedFlight | None = None,
    engine: str = "auto",
    progress: Progress = _quiet,
    flown: Callable[[int, int], None] = lambda _done, _all: None,
) -> FailureRun:
    """Take whole sets, fly each many times with its own deviations and wind until the failure, and let fall.

    Parameters
    ----------
    vehicle, known
        Where a shipped fit is of exactly these, its sets are taken, the same in every run; else both are fitted and
        drawn now.
    seed : int
        Of the flights' own deviations, winds and moments; and of the sets, where they are drawn now.
    engine : str
        ``small``, ``bulk`` or ``auto``, as in :func:`bongsu.ascent.fly`.
    progress : function
        Told in words what comes next.
    flown : function
        Told how many flights are done, and of how many, after every 2,500.

    Raises
    ------
    InputError
        For fewer than 200 or more than 200,000 flights; unknown engine, or one that is not installed.
    """
    if not _FEWEST_FLIGHTS <= flights <= _MOST_FLIGHTS:
        raise InputError(
            phrase(
                "{flights} flights; {fewest_flights} to {most_flights:,}",
                flights=flights,
                fewest_flights=_FEWEST_FLIGHTS,
                most_flights=_MOST_FLIGHTS,
            )
        )
    check_failure(vehicle, failure)
    engine = "bulk" if use_bulk(engine, flights) else "small"
    rng = np.random.default_rng(seed)
    if fitted is None:
        fitted = fit_and_draw(vehicle, known, flights, rng, engine=engine, progress=progress)
    sets = fitted.sets
    progress(phrase("flying {flights:,} flights", flights=flights))
    prints = _flown(known.pad, sets, failure, flights, rng, still_air, engine, flown)
    return FailureRun(
        vehicle=vehicle,
        known=known,
        lift_off=lift_off or known.lift_off,
        failure=failure,
        flights=flights,
        sets=sets.craft.count,
        kept=sets.kept,
        seed=seed,
        footprints=tuple(prints),
        fitted=fitted,
    )


def _flown(
    pad: LaunchPad,
    sets: Sets,
    failure: Failure,
    flights: int,
    rng: np.random.Generator,
    still_air: bool,
    engine: str,
    flown: Callable[[int, int], None],
) -> list[Footprint]:
    """Block after block of flights; then all falls of each body together."""
    falls: dict[tuple[str, str], list[Fall]] = {}
    for first in range(0, flights, _BLOCK):
        count = min(_BLOCK, flights - first)
        craft, steering, drag = disperse(sets, count, rng)
        wind = NO_WIND if still_air else random_wind(count, rng)
        _, bodies = falling_bodies(craft, steering, pad, failure, rng, drag=drag, wind=wind, engine=engine)
        for body, fallen in zip(bodies, fallen_bodies(bodies, wind=wind, engine=engine), strict=True):
            falls.setdefault((body.label, body.stage), []).append(fallen)
        flown(first + count, flights)
    return [footprint(label, stage, each, flights) for (label, stage), each in falls.items()]


def _at(lift_off: datetime, seconds: float) -> str | None:
    if not np.isfinite(seconds):
        return None
    return format_utc((lift_off + timedelta(seconds=round(float(seconds)))).astimezone(UTC))


def _event(state: State, lift_off: datetime) -> dict[str, Any]:
    latitude, longitude, height = state.geodetic()
    return {
        "label": state.label,
        "time": _at(lift_off, float(state.time[0])),
        "t_s": round(float(state.time[0]), 2),
        "latitude": round(float(latitude[0]), 4),
        "longitude": round(float(longitude[0]), 4),
        "height_m": round(float(height[0])),
        "ground_speed_m_s": round(float(state.relative_speed_m_s()[0]), 1),
        "inertial_speed_m_s": round(float(state.inertial_speed_m_s()[0]), 1),
        "climb_angle_deg": round(float(state.climb_angle_deg()[0]), 2),
        "heading_deg": round(float(state.heading_deg()[0]), 1) if float(state.relative_speed_m_s()[0]) > 1.0 else None,
        "mass_kg": round(float(state.mass_kg[0])),
    }


def event_rows(flight: Flight, lift_off: datetime) -> list[dict[str, Any]]:
    """The events of a single flight: time, place, height, speeds, climb, heading and mass."""
    return [_event(each, lift_off) for each in flight.events]


def track_rows(trajectory: Trajectory, *, every_s: float = 5.0) -> list[dict[str, Any]]:
    """A trajectory that starts at lift-off, every so many seconds and at its end: time, place, height and speed."""
    seconds = (trajectory.time - trajectory.time[0]) / np.timedelta64(1, "s")
    latitude, longitude, height = fixed_to_geodetic(trajectory.position_m)
    speed = np.linalg.norm(trajectory.velocity_m_s, axis=1)
    shown = [n for n, second in enumerate(seconds) if second % every_s == 0.0 or n == len(seconds) - 1]
    return [
        {
            "t_s": round(float(seconds[n]), 3),
            "latitude": round(float(latitude[n]), 5),
            "longitude": round(float(longitude[n]), 5),
            "height_m": round(float(height[n]), 1),
            "ground_speed_m_s": round(float(speed[n]), 2),
        }
        for n in shown
    ]


def ascent_to_json(run: AscentRun, *, every_s: float = 5.0) -> dict[str, Any]:
    """One item: ``events``, ``trajectory`` (every 5 s), ``orbit``, ``falls``, ``trace``, ``stated`` and ``figures``."""
    fit, flight = run.fit, run.fit.flight
    parts = dropped_parts(flight)
    falls = falls_of_parts(flight, parts, drag=fit.fall_drag())
    orbit = orbit_of(flight.events[-1])
    programme = [name for name in fit.names if "_deg" in name]
    return {
        "vehicle": run.vehicle.id,
        "flight": run.known.id,
        "name": joined(", ", (run.vehicle.name, run.known.name)),
        "lift_off": format_utc(run.lift_off),
        "converged": fit.converged,
        "orbit": {
            "perigee_km": round(float(orbit.perigee_m[0]) / 1e3, 1),
            "apogee_km": round(float(orbit.apogee_m[0]) / 1e3, 1),
            "inclination_deg": round(float(orbit.inclination_deg[0]), 2),
        },
        "events": event_rows(flight, run.lift_off),
        "falls": [
            {
                "label": part,
                "latitude": round(float(fallen.latitude_deg[0]), 3),
                "longitude": round(float(fallen.longitude_deg[0]), 3),
                "time": _at(run.lift_off, float(fallen.time_s[0])),
                "t_s": round(float(fallen.time_s[0]), 1),
            }
            for part, fallen in falls.items()
            if np.isfinite(fallen.time_s[0])
        ],
        "trajectory": track_rows(run.trajectory, every_s=every_s),
        "trace": _trace(run),
        "stated": [
            {"what": name, "flown_less_stated": round(miss, 4), "error": error, "fitted": True}
            for name, (miss, error) in fit.misses.items()
        ],
        "free": {
            "stated": len(fit.misses),
            "programme": len(programme),
            "vehicle": len(fit.names) - len(programme),
        },
        "figures": {name: {"value": value, "error": error} for name, (value, error) in fit.figures().items()},
        "caveats": list(ASCENT_LIMITS),
    }


def _trace(run: AscentRun) -> list[dict[str, Any]]:
    """Where the remains would fall if thrust ended, every 10 s, without air and with it."""
    times, vacuum, air = if_thrust_ended(run.fit.flight, every_s=10.0)
    rows = []
    for n, second in enumerate(times):
        if np.isfinite(air.time_s[n]):
            rows.append(
                {
                    "t_s": round(float(second), 1),
                    "latitude": round(float(air.latitude_deg[n]), 3),
                    "longitude": round(float(air.longitude_deg[n]), 3),
                    "fall_t_s": round(float(air.time_s[n]), 1),
                    "vacuum_latitude": _finite(vacuum[0][n]),
                    "vacuum_longitude": _finite(vacuum[1][n]),
                }
            )
    return rows


def _finite(value: Any) -> float | None:
    return round(float(value), 3) if np.isfinite(value) else None


def fall_items(run: FailureRun, *, lift_off_s: tuple[float, float] = (0.0, 0.0)) -> list[dict[str, Any]]:
    """Falls as the design names them: one item for each body and containment.

    ``lift_off_s`` widens every interval by how much earlier (0 or less) and later lift-off may have been. [s]
    """
    earliest, latest = (run.lift_off + timedelta(seconds=each) for each in lift_off_s)
    items = []
    for body in run.footprints:
        for area in body.areas:
            items.append(
                {
                    "label": body.label,
                    "stage": body.stage,
                    "probability": area.probability,
                    "geometry": area.region.to_geojson(),
                    "area_km2": round(area.region.area_km2, 1),
                    "start": _at(earliest, area.start_s),
                    "end": _at(latest, area.end_s),
                    "surface_start": _at(earliest, area.surface_s[0]),
                    "surface_end": _at(latest, area.surface_s[1]),
                    "levels": _levels(body, area, earliest, latest),
                    "semi_major_km": round(area.major_m / 1e3, 1),
                    "semi_minor_km": round(area.minor_m / 1e3, 1),
                    "median_latitude": round(body.median[0], 3),
                    "median_longitude": round(body.median[1], 3),
                    "share_of_flights": round(body.share, 4),
                }
            )
    return items


def _levels(body: Footprint, area: FallArea, earliest: datetime, latest: datetime) -> list[dict[str, Any]]:
    return [
        {"flight_level": round(level / 30.48), "start": _at(earliest, low), "end": _at(latest, high)}
        for level, (low, high) in zip(body.fall.levels_m, area.level_s, strict=True)
    ]


def failure_to_json(run: FailureRun) -> dict[str, Any]:
    """What was run, beside :func:`fall_items`."""
    return {
        "vehicle": run.vehicle.id,
        "flight": run.known.id,
        "lift_off": format_utc(run.lift_off),
        "failure": {"kind": run.failure.kind, "stage": run.failure.stage, "at_s": list(run.failure.at_s)},
        "flights": run.flights,
        "sets": run.sets,
        "sets_kept": round(run.kept, 3),
        "seed": run.seed,
        "containments": list(CONTAINMENTS),
        "bodies": [
            {"label": body.label, "share_of_flights": round(body.share, 4), "falls": body.count}
            for body in run.footprints
        ],
        "caveats": list(ASCENT_LIMITS),
    }


def vehicle_to_json(vehicle: Vehicle, flights: tuple[KnownFlight, ...]) -> dict[str, Any]:
    """Every figure with its range, mark and sources, and the known flights."""
    return {
        "id": vehicle.id,
        "name": vehicle.name,
        "summary": vehicle.summary,
        "figures": [
            {
                "name": name,
                "low": figure.estimate.low,
                "value": figure.middle,
                "high": figure.estimate.high,
                "mark": figure.mark,
                "sources": list(figure.sources),
                "note": figure.note,
            }
            for name, figure in vehicle.figures()
        ],
        "flights": [
            {
                "id": each.id,
                "name": each.name,
                "lift_off": format_utc(each.lift_off),
                "sources": list(each.stated.sources),
                "stated": [
                    {"what": row.name, "value": row.value, "error": row.error, "sources": list(row.sources)}
                    for row in each.stated.figures
                ],
                "note": each.note,
            }
            for each in flights
        ],
        "sources": [
            {"id": each.id, "publisher": each.publisher, "address": each.address, "of": each.of, "grade": each.grade}
            for each in vehicle.sources
        ],
    }
