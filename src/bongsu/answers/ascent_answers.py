"""Answers about launchers to orbit: flown forwards, failed, fitted; where and when their parts fall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bongsu.answers.answer import Answer, CaseGiven, Given, Progress, is_case_text
from bongsu.answers.bounds import UNBOUNDED, Bounds
from bongsu.answers.times import parse_moment
from bongsu.answers.writing import json_text
from bongsu.cases import (
    ascent_to_json,
    compile_ascent,
    envelope,
    failure_from_words,
    failure_to_json,
    fall_items,
    find_flight,
    fit_to_json,
    known_vehicle_ids,
    load_vehicle,
    orbit_from_words,
    read_telemetry,
    residuals_csv,
    rise_from,
    run_ascent,
    run_failure,
    run_telemetry_fit,
    until_from_words,
    vehicle_file,
    vehicle_to_json,
)
from bongsu.errors import InputError, Problem

if TYPE_CHECKING:
    from bongsu.answers.answer import Written

__all__ = [
    "Falls",
    "Fitted",
    "Shown",
    "answer_ascent_fail",
    "answer_ascent_fit",
    "answer_ascent_list",
    "answer_ascent_show",
    "answer_ascent_simulate",
    "compared_words",
]

_NEAR_KM = 200.0  # areas further from a part's median fall than this belong to another part
VehicleGiven = str | Given  # a shipped vehicle's name, or the text of a vehicle file
Said = Callable[[str], None]


def _said(progress: Progress | None) -> Said:
    """What a run says while it works, as steps without a count."""
    return (lambda words: None) if progress is None else (lambda words: progress(words, 0, 0))


def _loaded(given: VehicleGiven) -> Any:
    if isinstance(given, Given):
        return load_vehicle(given.name, given.words())
    if given not in known_vehicle_ids():
        unknown = "; of the vehicle of May 2024 no figure is known" if "2024" in given else ""
        raise InputError(
            f"no vehicle {given[:60]!r}", advice=f"shipped: {', '.join(known_vehicle_ids())}; or name a file{unknown}"
        )
    return load_vehicle(given)


def _moment(lift_off: str) -> datetime | None:
    return parse_moment(lift_off, "--lift-off") if lift_off else None


# -- list, show ------------------------------------------------------------------------------------


def answer_ascent_list(*, at: datetime) -> Answer[list[dict[str, Any]]]:
    """Shipped vehicles and their known flights."""
    items = [vehicle_to_json(*load_vehicle(name)) for name in known_vehicle_ids()]
    return Answer(found=items, body=lambda: envelope("ascent-vehicles", items, at=at), files={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A vehicle as plain values."""

    item: dict[str, Any]


def answer_ascent_show(*, vehicle: VehicleGiven, at: datetime) -> Answer[Shown]:
    """Every figure of a vehicle with its range, its mark and its sources; as toml the file to begin one's own from."""
    item = vehicle_to_json(*_loaded(vehicle))

    def file() -> str:
        return vehicle.words() if isinstance(vehicle, Given) else vehicle_file(vehicle)

    return Answer(found=Shown(item=item), body=lambda: envelope("ascent-vehicle", [item], at=at), files={"toml": file})


# -- simulate --------------------------------------------------------------------------------------


def answer_ascent_simulate(
    *,
    vehicle: VehicleGiven,
    at: datetime,
    flight: str = "",
    lift_off: str = "",
    progress: Progress | None = None,
) -> Answer[dict[str, Any]]:
    """A vehicle fitted to the stated orbit of a flight of its, and flown."""
    moment = _moment(lift_off)
    described, flights = _loaded(vehicle)
    run = run_ascent(described, find_flight(described, flights, flight), lift_off=moment, progress=_said(progress))
    item = ascent_to_json(run)

    def picture() -> str:
        from bongsu.reports import ascent_map_svg  # noqa: PLC0415 - heavy, only when asked

        return ascent_map_svg(run, at=at)

    def ways() -> tuple[dict[str, Any], list[dict[str, Any]]]:
        from bongsu.cases import ascent_paths  # noqa: PLC0415 - only for a globe

        return item, ascent_paths(run)

    return Answer(
        found=item,
        body=lambda: envelope("ascent", [item], at=at),
        files=_files(item, [], ways, picture, at),
    )


def _files(
    flight: dict[str, Any] | None,
    falls: list[dict[str, Any]],
    ways: Callable[[], tuple[dict[str, Any], list[dict[str, Any]]]],
    picture: Callable[[], str],
    at: datetime,
) -> dict[str, Callable[[], Written]]:
    """A flight or its falls as shapes and as a picture; ``ways`` gives the flight and the ways down, for a globe."""

    def shapes(form: str) -> str:
        from bongsu.exchange import ascent_to_czml, ascent_to_geojson, ascent_to_kml  # noqa: PLC0415 - when asked

        if form == "kml":
            return ascent_to_kml(flight, falls, at=at)
        if form == "czml":
            way, paths = ways()
            return json_text(ascent_to_czml(way, falls, lift_off=way["lift_off"], paths=paths))
        return json_text(ascent_to_geojson(flight, falls, at=at))

    def pixels() -> bytes:
        from bongsu.reports import map_png  # noqa: PLC0415 - heavy, only when asked

        return map_png(picture())

    return {
        "geojson": lambda: shapes("geojson"),
        "kml": lambda: shapes("kml"),
        "czml": lambda: shapes("czml"),
        "svg": picture,
        "png": pixels,
    }


# -- fail ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Falls:
    """What falls where and when, how it was flown, and what it was compared with."""

    head: dict[str, Any]
    items: list[dict[str, Any]]


def answer_ascent_fail(
    *,
    vehicle: VehicleGiven,
    at: datetime,
    failure: str = "none",
    stage: str = "",
    after: str = "0",
    share: float = 0.5,
    flights: int = 2000,
    seed: int = 20231121,
    compare: CaseGiven | None = None,
    launch: str = "",
    still_air: bool = False,
    flight: str = "",
    lift_off: str = "",
    bounds: Bounds = UNBOUNDED,
    progress: Progress | None = None,
    warm: Callable[[int], object] | None = None,
) -> Answer[Falls]:
    """Where and when parts of a vehicle come down: as planned, or after a failure.

    ``warm`` makes the engine of so many flights ready, and may say so.
    """
    bounds.check_flights(flights)
    moment = _moment(lift_off)
    described, known_flights = _loaded(vehicle)
    known = find_flight(described, known_flights, flight)
    problems: list[Problem] = []
    areas, told = _compared_with(compare, launch, problems) if compare else ([], None)
    event = failure_from_words(failure, stage, _times(after), share)
    if warm is None:
        compile_ascent(flights, lambda name, part, compiling: None)
    else:
        warm(flights)
    run = run_failure(
        described,
        known,
        event,
        flights=flights,
        seed=seed,
        lift_off=moment,
        still_air=still_air,
        progress=_said(progress),
        flown=lambda done, whole: None if progress is None else progress(f"{whole:,} flights", done, whole),
    )
    falls, head = fall_items(run), failure_to_json(run)
    if compare:
        from bongsu.cases import compare_falls  # noqa: PLC0415 - a fall without a case needs no schema

        head["compared"] = compare_falls(run, areas, told.fall if told else ())

    def picture() -> str:
        from bongsu.reports import fall_map_svg  # noqa: PLC0415 - heavy, only when asked

        said = [each.strip() for each in compared_words(head.get("compared", []))]
        return fall_map_svg(run, at=at, areas=areas, launch=told, notes=said)

    def ways() -> tuple[dict[str, Any], list[dict[str, Any]]]:
        from bongsu.cases import failure_way  # noqa: PLC0415 - only for a globe

        way = failure_way(run)
        return way, way["paths"]

    return Answer(
        found=Falls(head=head, items=falls),
        body=lambda: envelope("ascent-falls", falls, at=at, run=head),
        files=_files(None, falls, ways, picture, at),
        problems=problems,
    )


def _compared_with(given: CaseGiven, launch_id: str, problems: list[Problem]) -> tuple[list[Any], Any]:
    """Areas to compare with, and the launch whose reported falls are; of a case, or of the text of a notice."""
    from bongsu.answers.case_answers import given_case  # noqa: PLC0415 - a fall without a case needs no schema
    from bongsu.cases import (  # noqa: PLC0415
        areas_of_case,
        areas_of_notices,
        case_from_text,
        launch_of,
        read_notice_text,
    )

    if isinstance(given, Given):
        text = given.words()
        if not is_case_text(given, text):
            read = read_notice_text(text, where=given.name)
            problems += read.problems
            return areas_of_notices(read.notices, problems), None
        case = case_from_text(text, where=given.name)
    else:
        case = given_case(given).case
    launch = launch_of(case, launch_id)
    return areas_of_case(case, launch, problems), launch


def _times(text: str) -> tuple[float, float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) not in (1, 2):
        raise InputError(f"--after {text[:30]!r} is no time in seconds or range of them", advice="write 46 or 80,120")
    return numbers[0], numbers[-1]


def compared_words(rows: list[dict[str, Any]]) -> list[str]:
    """What was notified and reported, in words; another part's area, far away, is left to -f json."""
    lines = []
    for row in rows:
        if "problem" in row:
            lines.append(f"  {row['with']} is left out: {row['problem']}")
            continue
        if "share_inside" in row:
            if row["share_inside"] == 0.0 and row["away_km"] > _NEAR_KM:
                continue
            if row["share_inside"] == 0.0:
                said = f"no, none of the falls; {row['away_km']:.0f} km from the median place"
            else:
                where = (
                    "the median place too" if row["median_inside"] else f"the median place {row['away_km']:.0f} km off"
                )
                said = f"{'yes' if row['share_inside'] >= 0.5 else 'in part'}, {row['share_inside']:.0%} of the falls; {where}"
            if row["in_window"] is False:
                said += "; NOT WITHIN ITS WINDOW"
            said = f"inside {row['with'].removeprefix('notified ')}: {said}"
        else:
            said = f"against {row['with']}: {_reported(row)}"
        lines.append(f"  {row['body']} {said}" + (" (fitted: no check)" if row["fitted"] else ""))
    if rows and not lines:
        lines.append(f"  No notified area has a fall inside or lies within {_NEAR_KM:g} km of a part's median place.")
    return lines


def _reported(row: dict[str, Any]) -> str:
    parts = []
    if "containment" in row:
        inside = (
            f"inside the {row['containment']:.0%} region"
            if row["containment"] < 0.999
            else "outside every fall modelled"
        )
        parts.append(f"{inside}; {row['away_km']:.0f} km from the median place")
    if "early_s" in row:
        less = row["early_s"]
        parts.append(
            f"{abs(less)} s {'after' if less >= 0 else 'before'} the median fall"
            + ("" if row["in_time"] else ", outside the 99 % interval")
        )
    return "; ".join(parts)


# -- fit -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A fit as plain values; ``figures`` where it is of stated figures, and not of telemetry."""

    item: dict[str, Any]
    figures: list[dict[str, Any]] | None


def answer_ascent_fit(
    *,
    vehicle: VehicleGiven,
    at: datetime,
    telemetry: Given | None = None,
    orbit: str = "",
    source: str = "",
    until: str = "",
    pad: str = "",
    azimuth: float | None = None,
    flight: str = "",
    progress: Progress | None = None,
) -> Answer[Fitted]:
    """Unknown figures of a vehicle and its programme, from telemetry of a launch to orbit or from stated figures."""
    described, flights = _loaded(vehicle)
    say = _said(progress)
    if telemetry is None:
        _refuse_without_telemetry(orbit, until, pad, azimuth, flights)
        return _fit_known(described, find_flight(described, flights, flight), at, say)
    if not source.strip():
        raise InputError(
            "--source is missing: only a sourced flight is fitted",
            advice='say who showed it: --source "webcast of ..."',
        )
    stated = orbit_from_words(orbit) if orbit else None
    data = read_telemetry(telemetry.read(), where=telemetry.short_name)
    rise = rise_from(
        vehicle.name if isinstance(vehicle, Given) else vehicle,
        vehicle.words() if isinstance(vehicle, Given) else None,
        pad=pad,
        azimuth_deg=azimuth,
        inclination_deg=None if stated is None else stated.inclination_deg,
    )
    seconds = until_from_words(until, data) if until else None
    say(f"fitting {described.name} to {len(data.time_s):,} samples")
    run = run_telemetry_fit(
        described, data, rise, source=source.strip(), where=telemetry.short_name, stated=stated, until_s=seconds
    )
    item = fit_to_json(run)

    def picture() -> str:
        from bongsu.reports import telemetry_svg  # noqa: PLC0415 - only when asked

        return telemetry_svg(item)

    return Answer(
        found=Fitted(item=item, figures=None),
        body=lambda: envelope("ascent-fit", [item], at=at, problems=data.problems),
        files={"csv": lambda: residuals_csv(item), "svg": picture},
        problems=data.problems,
    )


def _refuse_without_telemetry(orbit: str, until: str, pad: str, azimuth: float | None, flights: Any) -> None:
    """Parts that are for telemetry only, and vehicles without a known flight."""
    given = [name for name, value in (("--orbit", orbit), ("--until", until), ("--pad", pad)) if value]
    given += ["--azimuth"] if azimuth is not None else []
    if given or not flights:
        what = f"{given[0]} goes with telemetry" if given else "the vehicle has no known flight in its file"
        raise InputError(
            f"{what}, and --telemetry is missing", advice='give --telemetry FILE --source "..." (time, speed, altitude)'
        )


def _fit_known(described: Any, known: Any, at: datetime, say: Said) -> Answer[Fitted]:
    """The fit to a known flight's stated figures, as simulate makes it."""
    run = run_ascent(described, known, progress=say)
    item = ascent_to_json(run)
    figures = [{"name": name, "value": value, "error": error} for name, (value, error) in run.fit.figures().items()]
    kept = {key: item[key] for key in ("vehicle", "flight", "name", "converged", "orbit", "stated")}
    item = kept | {"figures": figures}

    def none() -> str:
        raise InputError("residuals by time are there only for telemetry", advice="use -f table or json")

    return Answer(
        found=Fitted(item=item, figures=figures),
        body=lambda: envelope("ascent-fit", [item], at=at),
        files={"csv": none, "svg": none},
    )
