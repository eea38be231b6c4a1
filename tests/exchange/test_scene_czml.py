"""An assessment and a satellite's way as CZML."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest

from bongsu.cases import assess, bundled_case, bundled_text, ground_track, satellite_view, span_of
from bongsu.earth import geodesic_inverse
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


def test_the_reach_of_a_camera_is_a_plane_of_view_and_its_edges():
    """The edges lie where a limit of the off-nadir angle meets a sphere (law of sines), to 2 per cent."""
    window = span_of(datetime(2024, 6, 3, tzinfo=UTC), timedelta(minutes=20))
    track = ground_track(58400, window, step_s=60.0, with_reach=True)
    limits = track["reach"]["limits"]
    document, *packets = track_to_czml(track)
    assert len(packets) == 1 + 3 * sum(len(limit["bands"]) for limit in limits)
    assert len({packet["id"] for packet in packets}) == len(packets)
    named = {packet["id"] for packet in packets}
    for packet in packets:
        for reference in packet.get("polygon", {}).get("positions", {}).get("references", ()):
            assert reference.split("#")[0] in named
    stated = satellite_view(58400, datetime(2024, 6, 3, tzinfo=UTC))["reach"]
    for limit in limits:
        off = math.radians(stated[limit["name"]]["off_nadir_deg"])
        for left, right in limit["bands"]:
            for n, (latitude, longitude) in enumerate(zip(track["latitude_deg"], track["longitude_deg"], strict=True)):
                ratio = 1.0 + track["height_m"][n] / 6.371e6
                arc_m = 6.371e6 * (math.asin(ratio * math.sin(off)) - off)
                out = [
                    geodesic_inverse(latitude, longitude, edge["latitude_deg"][n], edge["longitude_deg"][n])[0]
                    for edge in (left, right)
                ]
                assert out == pytest.approx([arc_m, arc_m], rel=0.02)
    assert document["clock"]["interval"] == "2024-06-03T00:00:00Z/2024-06-03T00:20:00Z"


def test_a_satellite_without_a_known_camera_has_no_reach():
    assert len(track_to_czml({**TRACK, "reach": None})) == 2
