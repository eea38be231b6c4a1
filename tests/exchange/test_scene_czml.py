"""An assessment and a satellite's way as CZML."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bongsu.cases import assess, bundled_case, bundled_text
from bongsu.exchange import assessment_to_czml, assessment_to_geojson, track_to_czml

AT = datetime(2024, 6, 7, tzinfo=UTC)
TRACK = {
    "norad_id": 58400, "name": "M <1>", "start": "2024-06-07T00:00:00Z", "epoch": "2024-06-06T20:00:00Z", "age_days": 0.17,
    "timing_s": 1.5, "sha256": "", "time": [0.0, 60.0], "latitude_deg": [1.0, 4.7], "longitude_deg": [179.9, -179.2],
    "height_m": [500_100.0, 500_900.0], "sunlit": [True, True],
}  # fmt: skip


@pytest.fixture(scope="module")
def answer():
    return assess(bundled_case("malligyong-1"), at=AT, text=bundled_text("malligyong-1"), called="malligyong-1")


def test_every_shape_of_the_map_is_there_once(answer):
    document, *packets = assessment_to_czml(answer)
    assert document["id"] == "document" and document["version"] == "1.0"
    assert len({packet["id"] for packet in packets}) == len(packets)
    names = {packet["name"] for packet in packets}
    drawable = [f for f in assessment_to_geojson(answer)["features"] if f["geometry"] is not None]
    assert {feature["properties"]["name"] for feature in drawable} <= names
    assert all({"polygon", "polyline", "point"} & set(packet) for packet in packets)


def test_the_clock_spans_the_timeline(answer):
    document = assessment_to_czml(answer)[0]
    start, end = document["clock"]["interval"].split("/")
    marks = [moment for mark in answer.timeline for moment in (mark.start, mark.end) if moment]
    assert datetime.fromisoformat(start) == min(marks).replace(microsecond=0)
    assert datetime.fromisoformat(end) == max(marks).replace(microsecond=0)


def test_a_satellite_is_at_its_height_with_its_age_in_words():
    document, satellite = track_to_czml(TRACK)
    assert document["clock"]["interval"] == "2024-06-07T00:00:00Z/2024-06-07T00:01:00Z"
    assert satellite["position"]["cartographicDegrees"] == [0.0, 179.9, 1.0, 500100.0, 60.0, -179.2, 4.7, 500900.0]
    assert "0.2 days old" in satellite["description"]
    assert satellite["name"] == "M <1>"  # a name is text in CZML; only descriptions are HTML


def test_a_track_without_places_gives_the_document_alone():
    empty = {**TRACK, "time": [], "latitude_deg": [], "longitude_deg": [], "height_m": [], "sunlit": []}
    assert [packet["id"] for packet in track_to_czml(empty)] == ["document"]
