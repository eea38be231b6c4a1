"""How far a reported flight's speed would carry on a standard trajectory: asked in words, of a case, of the record."""

from __future__ import annotations

from collections.abc import Sequence

from bongsu.assessment import (
    Finding,
    FlightReport,
    PublishedDistance,
    check_flight,
    estimate_distance,
    flight_report,
    parse_stated,
)
from bongsu.cases.case import Observation
from bongsu.cases.pasted import flight_in_words
from bongsu.cases.record import record_entry
from bongsu.errors import InputError
from bongsu.overflight import Site
from bongsu.reference import MissileTest, missile_tests
from bongsu.wording import phrase

__all__ = ["ask_range", "ask_recorded_flight", "ask_recorded_range", "distance_of_observation"]


def ask_range(
    reports: Sequence[tuple[str, ...]],
    *,
    kind: str = "unknown",
    site: Site | None = None,
    azimuth_deg: float | None = None,
) -> Finding:
    """How far the speed of a reported flight would carry on a standard trajectory, or why that cannot be told.

    Reports are written as for :func:`~bongsu.cases.ask_flight`. A distance, never a place.
    """
    return estimate_distance(
        [flight_in_words(*item) if len(item) == 2 else flight_report(*item) for item in reports],
        id="asked",
        name="the flight",
        kind=kind,
        latitude_deg=site.latitude_deg if site else None,
        longitude_deg=site.longitude_deg if site else None,
        azimuth_deg=azimuth_deg,
    )


def ask_recorded_range(name: str) -> Finding:
    """The same for a flight of the record, beside what others published of it.

    Raises
    ------
    InputError
        When the record has no such flight, or a launch goes by that name.
    """
    test = _recorded(name)
    return estimate_distance(
        _reports(test),
        id=test.id,
        name=test.name,
        kind=test.kind,
        latitude_deg=test.latitude_deg,
        longitude_deg=test.longitude_deg,
        azimuth_deg=test.azimuth_deg,
        published=[_published(one.party, one.distance_km, one.sources) for one in test.estimates],
        remark=test.remark,
    )


def ask_recorded_flight(name: str) -> Finding:
    """Whether the figures of a flight of the record agree; errors as :func:`ask_recorded_range`."""
    test = _recorded(name)
    return check_flight(
        _reports(test),
        id=test.id,
        name=test.name,
        kind=test.kind,
        latitude_deg=test.latitude_deg,
        longitude_deg=test.longitude_deg,
        azimuth_deg=test.azimuth_deg,
    )


def distance_of_observation(observation: Observation, reports: Sequence[FlightReport]) -> Finding:
    """The distance of a case's observation."""
    return estimate_distance(
        reports,
        id=observation.id,
        name=observation.name,
        kind=observation.kind,
        latitude_deg=observation.latitude,
        longitude_deg=observation.longitude,
        azimuth_deg=observation.azimuth_deg,
        published=[_published(one.party, one.distance_km, tuple(one.source)) for one in observation.estimate],
    )


def _recorded(name: str) -> MissileTest:
    found = record_entry(name)
    if found["kind"] != "test":
        raise InputError(
            phrase("{name!r} is a launch, not a missile test", name=name.strip()[:40]),
            advice="bongsu record list --kind test shows the flights",
        )
    return next(test for test in missile_tests() if test.id == found["id"])


def _reports(test: MissileTest) -> list[FlightReport]:
    return [
        flight_report(one.party, one.apogee_km, one.ground_range_km, one.flight_time_min, sources=one.sources)
        for one in test.reported
    ]


def _published(party: str, distance_km: str, sources: tuple[str, ...]) -> PublishedDistance:
    return PublishedDistance(
        party=party,
        distance=parse_stated(distance_km, "km", where=phrase("{party}, distance", party=party)),
        sources=sources,
    )
