"""Ascents for the console: the vehicle of a case's launch flown as planned or to a failure, worked out once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from bongsu.cases import (
    ascent_to_json,
    bundled_case,
    bundled_case_names,
    compare_with_case,
    envelope,
    failure_from_words,
    failure_to_json,
    fall_items,
    find_flight,
    known_vehicle_ids,
    load_vehicle,
    run_ascent,
    run_failure,
)
from bongsu.errors import BongsuError, InputError
from bongsu.exchange import ascent_to_geojson
from bongsu.wording import phrase

__all__ = ["FAILURE_KINDS", "AscentDesk", "flown_by"]

FAILURE_KINDS = ("none", "no-ignition", "early-cut", "thrust-loss", "burst", "no-separation")
SEED = 20231121  # as `bongsu ascent fail` draws unless told otherwise
MOST_FLIGHTS = 2000  # of one question; more belongs to the command line
_KEPT = 24  # answers kept

Said = Callable[[str, int, int], None]


@cache
def _vehicles() -> tuple[tuple[str, str, tuple[str, ...], tuple[tuple[str, str, datetime], ...]], ...]:
    """Shipped vehicles: id, name, stages, known flights."""
    rows = []
    for name in known_vehicle_ids():
        vehicle, flights = load_vehicle(name)
        known = tuple((each.id, each.name, each.lift_off) for each in flights)
        rows.append((vehicle.id, vehicle.name, tuple(stage.name for stage in vehicle.stages), known))
    return tuple(rows)


def flown_by(vehicle: str, lift_off: datetime | None) -> dict[str, Any] | None:
    """The shipped vehicle of a launch, which known flight of it stands in, and the lift-off; None where there is none.

    ``own`` says whether the known flight is this very launch: else its programme was fitted to another flight.
    """
    for id, name, stages, flights in _vehicles():
        short = vehicle.strip().lower()
        if not flights or not short or not (name.lower() == short or name.lower().startswith(f"{short} ")):
            continue
        day = timedelta(days=1)
        same = next((each for each in flights if lift_off is not None and abs(each[2] - lift_off) < day), None)
        flight = same or flights[0]
        moment = lift_off or flight[2]
        return {
            "vehicle": id,
            "name": name,
            "stages": list(stages),
            "flight": flight[0],
            "flight_name": flight[1],
            "own": same is not None,
            "lift_off": moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "failures": list(FAILURE_KINDS),
        }
    return None


class AscentDesk:
    """Ascents and falls, each worked out once while it is among the last asked."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Future[dict[str, Any]]] = {}
        self._lock = threading.Lock()

    def ascent(
        self, *, vehicle: str, flight: str, lift_off: datetime | None, at: datetime, say: Said
    ) -> dict[str, Any]:
        """The flight as planned: ``answer`` is the envelope of ``ascent simulate``, ``scene`` its GeoJSON.

        Raises
        ------
        InputError
            When there is no such vehicle or flight.
        """

        def work() -> dict[str, Any]:
            described, flights = _loaded(vehicle)
            known = find_flight(described, flights, flight)
            run = run_ascent(described, known, lift_off=lift_off, progress=lambda words: say(words, 0, 0))
            return ascent_to_json(run)

        item = self._once(("ascent", vehicle, flight, lift_off), work)
        command = phrase("bongsu ascent simulate {vehicle}", vehicle=vehicle) + _options(flight, lift_off)
        return {
            "answer": envelope("ascent", [item], at=at),
            "scene": ascent_to_geojson(item, [], at=at),
            "command": command,
        }

    def falls(
        self,
        *,
        vehicle: str,
        flight: str,
        lift_off: datetime | None,
        failure: str,
        stage: str,
        after: tuple[float, float],
        flights: int,
        case: str,
        launch: str,
        at: datetime,
        say: Said,
    ) -> dict[str, Any]:
        """Where and when parts come down: ``answer`` is the envelope of ``ascent fail``, ``scene`` its GeoJSON.

        Raises
        ------
        InputError
            When vehicle, flight, failure or stage are not known, or more flights are asked than a console answers.
        """
        if failure not in FAILURE_KINDS:
            raise InputError(
                phrase("no failure {failure!r}", failure=failure[:40]),
                advice=phrase("one of {failure_kinds}", failure_kinds=", ".join(FAILURE_KINDS)),
            )
        if flights > MOST_FLIGHTS:
            raise InputError(
                phrase(
                    "{flights} flights; the console flies {most_flights}", flights=flights, most_flights=MOST_FLIGHTS
                ),
                advice="use bongsu ascent fail",
            )
        stage = stage if failure not in ("none", "burst") else ""

        def work() -> dict[str, Any]:
            described, known_flights = _loaded(vehicle)
            known = find_flight(described, known_flights, flight)
            event = failure_from_words(failure, stage, after, 0.5)
            run = run_failure(
                described, known, event, flights=flights, seed=SEED, lift_off=lift_off,
                progress=lambda words: say(words, 0, 0),
            )  # fmt: skip
            head = failure_to_json(run)
            if case in bundled_case_names() and launch:
                head["compared"] = _compared(run, case, launch)
            return {"falls": fall_items(run), "run": head}

        key = ("falls", vehicle, flight, lift_off, failure, stage, after, flights, case, launch)
        found = self._once(key, work)
        command = phrase(
            "bongsu ascent fail {vehicle} --flights {flights}", vehicle=vehicle, flights=flights
        ) + _options(flight, lift_off)
        if failure != "none":
            command += phrase(" --failure {failure}", failure=failure) + (
                phrase(" --stage {stage}", stage=stage) if stage else ""
            )
            command += (
                phrase(" --after {after:g},{after_2:g}", after=after[0], after_2=after[1])
                if after != (0.0, 0.0)
                else ""
            )
        if "compared" in found["run"]:
            command += phrase(" --compare {case} --launch {launch}", case=case, launch=launch)
        return {
            "answer": envelope("ascent-falls", found["falls"], at=at, run=found["run"]),
            "scene": ascent_to_geojson(None, found["falls"], at=at),
            "command": command,
        }

    def _once(self, key: Hashable, work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """An answer from those kept, or worked out; whoever asks meanwhile waits for the same one."""
        with self._lock:
            mine = key not in self._kept
            waiting = self._kept.setdefault(key, Future())
            while len(self._kept) > _KEPT:
                self._kept.pop(next(each for each in self._kept if each != key))
        if not mine:
            try:
                return waiting.result()
            except BongsuError:
                raise
            except Exception:  # whoever worked it out went away: asked again here
                return work()
        try:
            found = work()
        except BaseException as error:
            with self._lock:
                self._kept.pop(key, None)
            waiting.set_exception(error)
            raise
        waiting.set_result(found)
        return found


def _loaded(name: str) -> Any:
    if name not in known_vehicle_ids():
        raise InputError(
            phrase("no vehicle {name!r}", name=name[:60]),
            advice=phrase("shipped: {known_vehicle_ids}", known_vehicle_ids=", ".join(known_vehicle_ids())),
        )
    return load_vehicle(name)


def _options(flight: str, lift_off: datetime | None) -> str:
    when = phrase(" --lift-off {lift_off:%Y-%m-%dT%H:%M:%SZ}", lift_off=lift_off.astimezone(UTC)) if lift_off else ""
    return (phrase(" --flight {flight}", flight=flight) if flight else "") + when


def _compared(run: Any, case: str, launch: str) -> list[dict[str, Any]]:
    """Reported falls and notified areas against the falls; none where the case has no such launch."""
    try:
        return compare_with_case(run, bundled_case(case), launch)
    except InputError:
        return []
