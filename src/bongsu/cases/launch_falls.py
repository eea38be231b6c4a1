"""What flew, what failed, and where and until when its parts fall: a launch of a case, flown by the ascent room.

The launcher is flown as on the known flight of its file that lies nearest in time, until what the case says failed.
Forwards only: nothing here looks for a place, and a launcher of which no figures are known is not flown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent import Body, Failure, Flight, KnownFlight, State, Vehicle, coast, fall, falling_bodies
from bongsu.cases.ascents import (
    ASCENT_LIMITS,
    AscentRun,
    FailureRun,
    FittedFlight,
    event_rows,
    failure_to_json,
    fall_items,
    fit_and_draw,
    known_vehicle_ids,
    load_vehicle,
    run_failure,
    track_rows,
)
from bongsu.cases.case import Case, Launch
from bongsu.cases.fall_comparison import ComparedArea, areas_of_case, compare_falls, launch_of
from bongsu.earth import Trajectory, constants, format_utc, geodesic_inverse
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.wording import joined, phrase

__all__ = [
    "FittedFlights",
    "LaunchFalls",
    "ascent_paths",
    "ask_falls",
    "failure_way",
    "falls_of_run",
    "fly_launch",
    "launch_falls_to_json",
    "path_rows",
    "track_of_flight",
]

Array = NDArray[np.float64]
Progress = Callable[[str], None]
SEED = 20231121
_FLIGHTS = 1000
_PAD_M = 50_000.0  # a pad further from the one a vehicle is known to have flown from is another way
_SETS = 250
_STEPS_UP, _STEPS_DOWN = 12, 24  # of the path of a falling part


def _quiet(_: str) -> None:
    """Say nothing."""


@dataclass(slots=True)
class FittedFlights:
    """Fits made so far: several launches of a case are flown with one."""

    made: dict[tuple[str, str], FittedFlight] = field(default_factory=dict)

    def of(self, vehicle: Vehicle, known: KnownFlight, seed: int, progress: Progress) -> FittedFlight:
        """The fit of a vehicle to a flight, made when first asked for."""
        key = (vehicle.id, known.id)
        if key not in self.made:
            self.made[key] = fit_and_draw(vehicle, known, _SETS, np.random.default_rng(seed), progress=progress)
        return self.made[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchFalls:
    """A launch as flown: many flights to what failed, and the most likely one with the paths of its parts.

    ``only_below`` names the stage above which nothing is said; "" where all is. ``lift_off_s`` is how much earlier (0
    or less) and later the reporting parties have lift-off. ``paths`` are (t, latitude, longitude, height) rows, (n, 4).
    """

    case: Case
    launch: Launch
    run: FailureRun
    flight: Flight
    paths: dict[str, Array]
    areas: tuple[ComparedArea, ...]
    only_below: str = ""
    lift_off_s: tuple[float, float] = (0.0, 0.0)
    problems: tuple[Problem, ...] = ()


def fly_launch(
    case: Case,
    launch: Launch,
    *,
    flights: int = _FLIGHTS,
    seed: int = SEED,
    fits: FittedFlights | None = None,
    read_file: Callable[[str], bytes] | None = None,
    progress: Progress = _quiet,
) -> LaunchFalls:
    """Fly a launch of a case as its launcher is known to fly, until what failed.

    Parameters
    ----------
    case, launch
        The launch says when, from where, with what, and by ``[launch.cause]`` what failed.
    flights : int
        How many are flown.
    seed : int
        Of the random draws.
    fits : FittedFlights, optional
        Fits made before, of which those for this launcher are used.
    read_file : callable, optional
        Gives the bytes of a vehicle file that the case names.

    Raises
    ------
    NoDataError
        Where the launcher has no figures, no lift-off is known, the outcome is a failure of unknown cause, or it left
        from another pad than those the launcher is known by.
    InputError
        Where the vehicle file cannot be read.
    """
    vehicle, known = _vehicle_and_flight(case, launch, read_file)
    failure, only_below = _failure(launch)
    base = launch.lift_off[0]
    fitted = (fits or FittedFlights()).of(vehicle, known, seed, progress)
    run = run_failure(
        vehicle, known, failure, flights=flights, seed=seed, lift_off=base.time, fitted=fitted, progress=progress
    )
    if only_below:
        kept = tuple(each for each in run.footprints if _is_below(vehicle, each.label, only_below))
        run = replace(run, footprints=kept)
    flight, paths = falls_of_run(run)
    problems: list[Problem] = []
    offsets = [(each.time - base.time).total_seconds() for each in launch.lift_off]
    near = [each.precision_s for each in launch.lift_off]
    return LaunchFalls(
        case=case,
        launch=launch,
        run=run,
        flight=flight,
        paths=paths,
        areas=tuple(areas_of_case(case, launch, problems)),
        only_below=only_below,
        lift_off_s=(
            min(off - width for off, width in zip(offsets, near, strict=True)),
            max(off + width for off, width in zip(offsets, near, strict=True)),
        ),
        problems=tuple(problems),
    )


def _vehicle_and_flight(
    case: Case, launch: Launch, read_file: Callable[[str], bytes] | None
) -> tuple[Vehicle, KnownFlight]:
    entry = next((each for each in case.vehicle if launch.vehicle in (each.id, each.name)), None)
    shipped = launch.vehicle.strip().casefold().replace(" ", "-")
    if entry is not None and entry.file:
        if read_file is None:
            raise NoDataError(
                phrase("vehicle file {file!r} is not at hand", file=entry.file), advice="run from the case's folder"
            )
        try:
            text = read_file(entry.file).decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(phrase("vehicle file {file!r}: {error}", file=entry.file, error=error)) from None
        vehicle, flights = load_vehicle(entry.file, text)
    elif shipped in known_vehicle_ids():
        vehicle, flights = load_vehicle(shipped)
    else:
        what = f"{launch.vehicle!r}" if launch.vehicle else "the launcher"
        raise NoDataError(
            phrase("no figures of {what} are known, so nothing of it is flown", what=what),
            advice=phrase(
                'describe it in a vehicle file and name it: [[vehicle]] file = "mine.toml"; shipped:'
                " {known_vehicle_ids}",
                known_vehicle_ids=joined(", ", known_vehicle_ids()),
            ),
        )
    if not launch.lift_off:
        raise NoDataError("no time of lift-off is known", advice="add [[launch.lift_off]]")
    if not flights:
        raise NoDataError(
            phrase("{name} has no known flight in its file", name=vehicle.name),
            advice="add a [[flight]] with its source",
        )
    known = min(flights, key=lambda each: abs(each.lift_off - launch.lift_off[0].time))
    place = case.places.get(launch.site)
    if place is not None:
        away = geodesic_inverse(place.latitude, place.longitude, known.pad.latitude_deg, known.pad.longitude_deg)[0]
        if away > _PAD_M:
            raise NoDataError(
                phrase(
                    "{name} is known by a flight from a pad {away:,.0f} km away from {name_2}",
                    name=vehicle.name,
                    away=away / 1000.0,
                    name_2=place.name,
                ),
                advice="add a [[flight]] from this pad to a vehicle file of your own",
            )
    return vehicle, known


def _failure(launch: Launch) -> tuple[Failure, str]:
    """What is flown, and the stage above which nothing is said."""
    cause = launch.cause
    if cause is None:
        if launch.outcome == "failed":
            raise NoDataError(
                "the launch failed, and the case does not say of what in terms that can be flown",
                advice='add [launch.cause] with kind and stage; kind = "unknown" where only the stage is known',
            )
        return Failure(), ""
    if cause.kind == "unknown":
        return Failure(), cause.stage
    times = (cause.after_s[0], cause.after_s[-1]) if cause.after_s else (0.0, 0.0)
    return Failure(kind=cause.kind, stage=cause.stage, at_s=times, share=cause.share), ""


def _is_below(vehicle: Vehicle, label: str, stage: str) -> bool:
    """Whether a part was dropped before a stage came to its turn."""
    names = [each.name for each in vehicle.stages]
    if stage not in names:
        raise InputError(
            phrase("{name} has no stage {stage!r}", name=vehicle.name, stage=stage),
            advice=phrase("it has {names}", names=joined(", ", names)),
        )
    if label == "fairing":
        before = sum(
            (each.ignition_delay_s.middle + _burn_s(each) for each in vehicle.stages[: names.index(stage)]), 0.0
        )
        return vehicle.fairing_s.middle < before
    return label.removeprefix("stage ") in names[: names.index(stage)]


def _burn_s(stage: Any) -> float:
    return float(
        stage.propellant_kg.middle
        * stage.specific_impulse_s.middle
        * constants.STANDARD_GRAVITY_M_S2
        / stage.thrust_vacuum_n.middle
    )


class _Middle:
    """Stands in for a source of random numbers: the middle of whatever is drawn."""

    def standard_normal(self, size: Any = None) -> Array:
        return np.zeros(size)

    def uniform(self, low: Any, high: Any, size: Any = None) -> Array:
        return np.full(size, 0.5 * (low + high))


def falls_of_run(run: FailureRun) -> tuple[Flight, dict[str, Array]]:
    """The most likely flight of a run until its failure, and the path of each body: (t, latitude, longitude, height)."""
    fit, middle = run.fitted.fit(), cast(np.random.Generator, _Middle())
    flight, bodies = falling_bodies(
        fit.craft, fit.steering, fit.pad, run.failure, middle, drag=fit.fall_drag(), tolerance_m=0.01
    )
    wanted = {each.label for each in run.footprints}
    return flight, {body.label: _path(body) for body in bodies if body.label in wanted}


def track_of_flight(run: AscentRun) -> tuple[Trajectory, dict[str, Array]]:
    """The way of a fitted flight, and the path of each part that it drops: (t, latitude, longitude, height)."""
    fit, middle = run.fit, cast(np.random.Generator, _Middle())
    _, bodies = falling_bodies(fit.craft, fit.steering, fit.pad, Failure(), middle, drag=fit.fall_drag())
    return run.trajectory, {body.label: _path(body) for body in bodies}


def _path(body: Body) -> Array:
    """The way of one body to the surface: without air while it rises, with air on the way down."""
    start = body.state
    seconds = np.linspace(0.0, _rise_s(start), _STEPS_UP)
    rising = coast(
        State(
            label="rise",
            time=np.repeat(start.time, _STEPS_UP),
            state=np.repeat(start.state, _STEPS_UP, axis=1),
            mass_kg=np.repeat(start.mass_kg, _STEPS_UP),
        ),
        seconds,
        tolerance_m=1.0,
    )
    up = np.stack([rising.time, *rising.geodetic()], axis=1)
    levels = tuple(float(each) for each in np.geomspace(0.98 * max(up[-1, 3], 2000.0), 500.0, _STEPS_DOWN))
    fallen = fall(start, body.coefficient_kg_m2, levels_m=levels, tolerance_m=2.0)
    down = [fallen.level_time_s, fallen.level_latitude_deg, fallen.level_longitude_deg, np.array(levels)[:, None]]
    end = [fallen.time_s, fallen.latitude_deg, fallen.longitude_deg, np.zeros(1)]
    whole = np.concatenate([up, np.concatenate(down, axis=1), np.stack(end, axis=1)])
    whole = whole[np.isfinite(whole).all(axis=1)]
    return np.asarray(whole[np.argsort(whole[:, 0], kind="stable")])


def _rise_s(state: State) -> float:
    """Time to the highest point without air, of one body: Kepler's equation. 0 where it falls already. [s]"""
    position, velocity = state.state[:3, 0], state.state[3:, 0]
    gm, radius = constants.EARTH_GM_M3_S2, float(np.linalg.norm(position))
    rise = float(position @ velocity)
    axis = 1.0 / (2.0 / radius - float(velocity @ velocity) / gm)
    if rise <= 0.0 or axis <= 0.0:
        return 0.0
    cosine, sine = 1.0 - radius / axis, rise / np.sqrt(gm * axis)  # e cos E and e sin E (Bate, Mueller & White, ch. 4)
    return float(np.sqrt(axis**3 / gm) * (np.pi - np.arctan2(sine, cosine) + sine))


def ask_falls(
    case: Case,
    launch: str = "",
    *,
    flights: int = _FLIGHTS,
    seed: int = SEED,
    read_file: Callable[[str], bytes] | None = None,
    progress: Progress = _quiet,
) -> dict[str, Any]:
    """A launch of a case as plain values: track, height profile, regions with times, areas and reports compared.

    The primary launch unless ``launch`` names one; see :func:`launch_falls_to_json` and, for maps,
    :func:`bongsu.exchange.launch_falls_to_geojson`.

    Raises
    ------
    NoDataError, InputError
        As :func:`fly_launch`.
    """
    chosen = launch_of(case, launch)
    return launch_falls_to_json(
        fly_launch(case, chosen, flights=flights, seed=seed, read_file=read_file, progress=progress)
    )


def launch_falls_to_json(falls: LaunchFalls) -> dict[str, Any]:
    """One item for faces.

    Returns
    -------
    dict
        ``launch, vehicle, flight, title, lift_off, failure, flights, sets, seed``; ``events``; ``track``: the most likely
        flight, rows of ``t_s, time, latitude, longitude, height_m, ground_speed_m_s``; ``paths``: for each body the same
        rows, without speed, from where it left the track to the surface; ``regions``: items of :func:`fall_items`;
        ``bodies``; ``areas``: notified, with ``geometry, approximate, uncertainty_km, windows``; ``reported``: falls;
        ``compared``: rows of :func:`compare_falls`; ``fitted``: figures that went into the fit and so are no check;
        ``caveats``.
    """
    run = falls.run
    track = track_rows(falls.flight.trajectory(run.lift_off, label=run.vehicle.name))
    head = failure_to_json(run)
    return {
        "launch": falls.launch.id,
        "title": phrase("{name}, {payload}", name=run.vehicle.name, payload=falls.launch.payload or falls.launch.id),
        **{key: head[key] for key in ("vehicle", "flight", "lift_off", "flights", "sets", "sets_kept", "seed")},
        "flown_as": run.known.name,
        "failure": {
            **head["failure"],
            "words": falls.launch.failure,
            "nothing_said_from_stage": falls.only_below or None,
        },
        "lift_off_earlier_s": round(-falls.lift_off_s[0], 1),
        "lift_off_later_s": round(falls.lift_off_s[1], 1),
        "events": event_rows(falls.flight, run.lift_off),
        "track": [{**row, "time": _time(run.lift_off, row["t_s"])} for row in track],
        "paths": path_rows(falls.paths, run.lift_off),
        "regions": fall_items(run, lift_off_s=falls.lift_off_s),
        "bodies": head["bodies"],
        "areas": [
            {
                "label": each.label,
                "geometry": each.region.to_geojson(),
                "approximate": bool(each.uncertainty_km),
                "uncertainty_km": each.uncertainty_km,
                "windows": [
                    {"start": format_utc(w.start) if w.start else None, "end": format_utc(w.end) if w.end else None}
                    for w in each.windows
                ],
            }
            for each in falls.areas
        ],
        "reported": [
            {
                "label": each.label,
                "party": each.party,
                "time": format_utc(each.time) if each.time else None,
                "latitude": each.latitude,
                "longitude": each.longitude,
                "uncertainty_km": each.uncertainty_km,
                "area": each.area,
            }
            for each in falls.launch.fall
        ],
        "compared": compare_falls(run, falls.areas, falls.launch.fall),
        "fitted": [each.name for each in run.known.stated.figures],
        "caveats": list(ASCENT_LIMITS),
    }


def path_rows(paths: dict[str, Array], lift_off: datetime) -> list[dict[str, Any]]:
    """Ways of bodies as plain values: ``label`` and ``points``, rows of ``t_s, time, latitude, longitude, height_m``."""
    return [
        {
            "label": label,
            "points": [
                {
                    "t_s": round(float(t), 1),
                    "time": _time(lift_off, float(t)),
                    "latitude": round(float(latitude), 4),
                    "longitude": round(float(longitude), 4),
                    "height_m": round(float(height)),
                }
                for t, latitude, longitude, height in path
            ],
        }
        for label, path in paths.items()
    ]


def ascent_paths(run: AscentRun) -> list[dict[str, Any]]:
    """The way down of each part that a fitted flight drops, as :func:`path_rows`."""
    return path_rows(track_of_flight(run)[1], run.lift_off)


def failure_way(run: FailureRun) -> dict[str, Any]:
    """The most likely flight of a run until its failure, and the way down of each body.

    Returns
    -------
    dict
        ``name, lift_off, events, trajectory`` and ``falls`` as :func:`bongsu.cases.ascent_to_json` has them, and ``paths``
        as :func:`path_rows`.
    """
    flight, paths = falls_of_run(run)
    rows = path_rows(paths, run.lift_off)
    trajectory = flight.trajectory(run.lift_off, step_s=1.0, label=run.vehicle.name)
    return {
        "name": f"{run.vehicle.name}, {run.known.name}",
        "lift_off": format_utc(run.lift_off),
        "events": event_rows(flight, run.lift_off),
        "trajectory": track_rows(trajectory),
        "falls": [
            {key: each["points"][-1][key] for key in ("t_s", "time", "latitude", "longitude")}
            | {"label": each["label"]}
            for each in rows
            if each["points"]
        ],
        "paths": rows,
    }


def _time(lift_off: datetime, seconds: float) -> str:
    return format_utc((lift_off + timedelta(seconds=round(seconds))).astimezone(UTC))
