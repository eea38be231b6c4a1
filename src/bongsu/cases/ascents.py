"""Ascents of known vehicles: fitted to a stated flight, flown, failed, and written as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from bongsu.ascent import (
    CONTAINMENTS,
    NO_WIND,
    Failure,
    Fall,
    FallArea,
    FlightFit,
    Footprint,
    KeptFit,
    KnownFlight,
    LaunchPad,
    Sets,
    State,
    Vehicle,
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
from bongsu.earth import Trajectory, fixed_to_geodetic, format_utc, geodesic_inverse, region_from_circle
from bongsu.errors import InputError
from bongsu.reference import kept_fit_text, vehicle_ids, vehicle_text

if TYPE_CHECKING:
    from bongsu.cases.case import Case  # a fall without a case needs no pydantic

__all__ = [
    "ASCENT_LIMITS",
    "AscentRun",
    "FailureRun",
    "ascent_to_json",
    "compare_with_case",
    "compile_ascent",
    "failure_from_words",
    "failure_to_json",
    "fall_items",
    "find_flight",
    "known_vehicle_ids",
    "load_vehicle",
    "run_ascent",
    "run_failure",
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


def known_vehicle_ids() -> tuple[str, ...]:
    """Ids of the shipped vehicles."""
    return vehicle_ids()


def load_vehicle(name: str, text: str | None = None) -> tuple[Vehicle, tuple[KnownFlight, ...]]:
    """A shipped vehicle by its id, or one from the text of a file, with its known flights.

    Raises
    ------
    InputError
        Where the file cannot be read, or there is no such vehicle.
    """
    body = vehicle_text(name) if text is None else text
    vehicle = parse_vehicle(body, where=name)
    return vehicle, parse_flights(body, vehicle, where=name)


def find_flight(vehicle: Vehicle, flights: tuple[KnownFlight, ...], id: str = "") -> KnownFlight:
    """The flight of that id, or the only or first one.

    Raises
    ------
    InputError
        Where the vehicle has no known flight, or none of that id: without one nothing tells how it flew.
    """
    if not flights:
        raise InputError(
            f"{vehicle.name} has no known flight in its file, so nothing tells how it flew",
            advice="add a [[flight]] with the orbit that was reached or announced, and its source",
        )
    for each in flights:
        if not id or each.id == id:
            return each
    raise InputError(
        f"no flight {id!r} of {vehicle.name}", advice=f"there are {', '.join(each.id for each in flights)}"
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
    kept = parse_kept_fit(text, where=f"shipped fit of {vehicle.id} to {known.id}")
    return kept if kept.holds(vehicle, known) else None


def _sets(
    vehicle: Vehicle, known: KnownFlight, flights: int, rng: np.random.Generator, engine: str, progress: Progress
) -> Sets:
    """Whole sets: the shipped ones, else drawn from a fit made now."""
    kept = _kept(vehicle, known)
    if kept is not None:
        return kept.whole_sets(vehicle, known)
    progress("fitting the vehicle and its programme to the stated flight")
    fit = fit_known(vehicle, known, engine=engine)
    progress("drawing whole sets of vehicle and programme")
    return fit.draw(min(_MOST_SETS, flights), rng)


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


def run_failure(
    vehicle: Vehicle,
    known: KnownFlight,
    failure: Failure,
    *,
    flights: int = 2000,
    seed: int = 0,
    lift_off: datetime | None = None,
    still_air: bool = False,
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
        raise InputError(f"{flights} flights; {_FEWEST_FLIGHTS} to {_MOST_FLIGHTS:,}")
    engine = "bulk" if use_bulk(engine, flights) else "small"
    rng = np.random.default_rng(seed)
    sets = _sets(vehicle, known, flights, rng, engine, progress)
    progress(f"flying {flights:,} flights")
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


def compare_with_case(run: FailureRun, case: Case, launch_id: str) -> list[dict[str, Any]]:
    """Reported falls and notified areas of a launch against the footprints.

    Parameters
    ----------
    run : FailureRun
        What was modelled.
    case : Case
        Where falls and areas stand.
    launch_id : str
        Which launch of the case.

    Returns
    -------
    list of dict
        For each footprint and each reported fall with a place: ``containment`` (share of the modelled falls nearer the
        middle) and ``away_km`` from the median. For each area known by its centre: ``share_inside`` of the falls.

    Raises
    ------
    InputError
        Where the case has no such launch.
    """
    launch = next((each for each in case.launch if each.id == launch_id), None)
    if launch is None:
        known = ", ".join(each.id for each in case.launch) or "none"
        raise InputError(f"no launch {launch_id!r} in the case", advice=f"there are {known}")
    rows: list[dict[str, Any]] = []
    for body in run.footprints:
        for fall in launch.fall:
            if body.areas and fall.latitude is not None and fall.longitude is not None:
                away = geodesic_inverse(*body.median, fall.latitude, fall.longitude)[0]
                rows.append(
                    {
                        "body": body.label,
                        "with": f"reported fall: {fall.label}",
                        "containment": round(body.containment(fall.latitude, fall.longitude), 3),
                        "away_km": round(away / 1e3, 1),
                        "within_km": fall.uncertainty_km,
                    }
                )
        for area in (each for notice in case.notice if launch_id in notice.launch for each in notice.approximate):
            if body.areas:
                circle = region_from_circle(area.latitude, area.longitude, 1e3 * area.uncertainty_km)
                inside = circle.contains(body.fall.latitude_deg, body.fall.longitude_deg)
                rows.append(
                    {
                        "body": body.label,
                        "with": f"notified area {area.label} (centre, within {area.uncertainty_km:g} km)",
                        "share_inside": round(float(np.mean(inside)), 3),
                        "away_km": round(geodesic_inverse(*body.median, area.latitude, area.longitude)[0] / 1e3, 1),
                    }
                )
    return rows


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


def ascent_to_json(run: AscentRun, *, every_s: float = 5.0) -> dict[str, Any]:
    """One item: ``events``, ``trajectory`` (every 5 s), ``orbit``, ``falls``, ``trace``, ``stated`` and ``figures``."""
    fit, flight = run.fit, run.fit.flight
    parts = dropped_parts(flight)
    falls = falls_of_parts(flight, parts, drag=fit.fall_drag())
    orbit = orbit_of(flight.events[-1])
    seconds = (run.trajectory.time - run.trajectory.time[0]) / np.timedelta64(1, "s")
    latitude, longitude, height = fixed_to_geodetic(run.trajectory.position_m)
    speed = np.linalg.norm(run.trajectory.velocity_m_s, axis=1)
    shown = [n for n, second in enumerate(seconds) if second % every_s == 0.0 or n == len(seconds) - 1]
    return {
        "vehicle": run.vehicle.id,
        "flight": run.known.id,
        "name": f"{run.vehicle.name}, {run.known.name}",
        "lift_off": format_utc(run.lift_off),
        "converged": fit.converged,
        "orbit": {
            "perigee_km": round(float(orbit.perigee_m[0]) / 1e3, 1),
            "apogee_km": round(float(orbit.apogee_m[0]) / 1e3, 1),
            "inclination_deg": round(float(orbit.inclination_deg[0]), 2),
        },
        "events": [_event(each, run.lift_off) for each in flight.events],
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
        "trajectory": [
            {
                "t_s": round(float(seconds[n]), 3),
                "latitude": round(float(latitude[n]), 5),
                "longitude": round(float(longitude[n]), 5),
                "height_m": round(float(height[n]), 1),
                "ground_speed_m_s": round(float(speed[n]), 2),
            }
            for n in shown
        ],
        "trace": _trace(run),
        "stated": [
            {"what": name, "flown_less_stated": round(miss, 4), "error": error, "fitted": True}
            for name, (miss, error) in fit.misses.items()
        ],
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


def fall_items(run: FailureRun) -> list[dict[str, Any]]:
    """Falls as the design names them: one item for each body and containment."""
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
                    "start": _at(run.lift_off, area.start_s),
                    "end": _at(run.lift_off, area.end_s),
                    "surface_start": _at(run.lift_off, area.surface_s[0]),
                    "surface_end": _at(run.lift_off, area.surface_s[1]),
                    "levels": _levels(body, area, run.lift_off),
                    "semi_major_km": round(area.major_m / 1e3, 1),
                    "semi_minor_km": round(area.minor_m / 1e3, 1),
                    "median_latitude": round(body.median[0], 3),
                    "median_longitude": round(body.median[1], 3),
                    "share_of_flights": round(body.share, 4),
                }
            )
    return items


def _levels(body: Footprint, area: FallArea, lift_off: datetime) -> list[dict[str, Any]]:
    return [
        {"flight_level": round(level / 30.48), "start": _at(lift_off, low), "end": _at(lift_off, high)}
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
        "flights": [{"id": each.id, "name": each.name, "lift_off": format_utc(each.lift_off)} for each in flights],
        "sources": [
            {"id": each.id, "publisher": each.publisher, "address": each.address, "of": each.of, "grade": each.grade}
            for each in vehicle.sources
        ],
    }
