"""Warning lists in other people's formats, read back: icalendar (BSD), shapely for rings, the rules of CZML."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import shapely

sys.path.insert(0, str(Path(__file__).parents[1] / "cases"))
from imager_samples import DATA, WINDOW

from bongsu.cases import Filters, choose_satellites, places_from_sites, plan_warnings
from bongsu.exchange import exposures_to_czml, exposures_to_geojson, exposures_to_icalendar

AT = datetime(2026, 7, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def plan():
    chosen, _ = choose_satellites(DATA, WINDOW, Filters(), origin="made.tle")
    return plan_warnings(places_from_sites(("Busan; base, 1=35.10,129.10", "Ross=-77.5,180.0")), chosen, WINDOW)


def events(text):
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors
    return calendar.walk("VEVENT")


def test_every_exposure_is_an_event_with_its_margin(plan):
    text = exposures_to_icalendar(plan, plan.exposures, at=AT, leads=[timedelta(minutes=30), timedelta(hours=2)])
    found = events(text)
    assert len(found) == len(plan.exposures) > 10
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    for event, item in zip(found, plan.exposures, strict=True):
        assert str(event["uid"]) == f"{item.id}@bongsu"
        assert event.decoded("dtstart") <= item.start and event.decoded("dtend") >= item.end
        assert item.start - event.decoded("dtstart") <= timedelta(seconds=item.timing_s + 2)
        alarms = event.walk("VALARM")
        assert [alarm.decoded("trigger") for alarm in alarms] == [timedelta(minutes=-30), timedelta(hours=-2)]
        assert "others may see it" in str(event["description"])
    assert len({str(event["uid"]) for event in found}) == len(found)


def test_a_calendar_made_later_has_the_same_events(plan):
    one, other = (exposures_to_icalendar(plan, plan.exposures, at=at) for at in (AT, AT + timedelta(days=1)))
    assert [str(event["uid"]) for event in events(one)] == [str(event["uid"]) for event in events(other)]


def test_swaths_are_valid_rings_that_hold_their_place(plan):
    body = exposures_to_geojson(plan, plan.exposures, at=AT)
    sites = [f for f in body["features"] if f["properties"]["role"] == "site"]
    swaths = [f for f in body["features"] if f["properties"]["role"] == "swath"]
    assert len(sites) == 2 and len(swaths) == len(plan.exposures)
    drawn = [f for f in swaths if f["geometry"]]
    assert len(drawn) > 0.9 * len(swaths)
    for feature in drawn:
        shape = shapely.geometry.shape(feature["geometry"])
        assert all(part.is_valid and part.exterior.is_ccw for part in shape.geoms)
        west, south, east, north = shape.bounds
        assert -180.0 <= west <= east <= 180.0 and -90.0 <= south <= north <= 90.0
        if feature["properties"]["site"].startswith("Busan") and feature["properties"]["kind"] == "radar":
            assert shape.buffer(0.02).contains(shapely.Point(129.10, 35.10))


def test_czml_has_a_clock_and_each_satellite_while_it_matters(plan):
    packets = exposures_to_czml(plan, plan.exposures, at=AT)
    assert packets[0]["id"] == "document" and packets[0]["version"] == "1.0"
    identifiers = [packet["id"] for packet in packets]
    assert len(set(identifiers)) == len(identifiers) == 1 + 2 + len(plan.exposures)
    for packet, item in zip(packets[3:], plan.exposures, strict=True):
        samples = packet["position"]["cartesian"]
        assert len(samples) % 4 == 0 and len(samples) >= 8
        for index in range(0, len(samples), 4):
            radius = sum(value**2 for value in samples[index + 1 : index + 4]) ** 0.5
            assert 6.7e6 < radius < 7.3e6
        begin, end = packet["availability"].split("/")
        assert datetime.fromisoformat(begin) <= item.start and datetime.fromisoformat(end) >= item.end
        assert packet["polyline"]["positions"]["references"][1].removesuffix("#position") in identifiers


def test_nothing_to_show_is_still_a_document(plan):
    assert events(exposures_to_icalendar(plan, (), at=AT)) == []
    assert len(exposures_to_czml(plan, (), at=AT)) == 3
    assert len(exposures_to_geojson(plan, (), at=AT)["features"]) == 2
