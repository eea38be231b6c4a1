"""CZML as the CZML guide of the CesiumJS wiki has it. Checked once with the models of czml3 4.0.0."""

from __future__ import annotations

import json
from dataclasses import replace

from pytest import approx
from samples import AT, antimeridian, galaxy, open_ended

from bongsu.exchange import notices_to_czml


def test_the_document_packet_comes_first():
    document, *packets = notices_to_czml(galaxy(), at=AT)
    assert (document["id"], document["version"]) == ("document", "1.0")
    assert document["clock"]["interval"] == "2022-11-12T16:06:00Z/2022-11-18T18:54:00Z"
    assert [packet["id"] for packet in packets] == ["NAVAREA IV 1177/22 A", "NAVAREA IV 1177/22 B"]


def test_availability_is_every_window():
    _, area, _ = notices_to_czml(galaxy(), at=AT)
    assert len(area["availability"]) == 7
    assert area["availability"][1] == "2022-11-13T16:06:00Z/2022-11-13T18:54:00Z"
    degrees = area["polygon"]["positions"]["cartographicDegrees"]
    assert len(degrees) == 12
    assert [-80.6388333, 28.6653333, 0.0] in [degrees[i : i + 3] for i in (0, 3, 6, 9)]


def test_an_open_end_reaches_the_last_date_of_cesium():
    """Cesium.Iso8601.MAXIMUM_VALUE is 9999-12-31T24:00:00Z."""
    _, packet = notices_to_czml(open_ended(), at=AT)
    assert packet["availability"] == "2023-05-30T15:00:00Z/9999-12-31T24:00:00Z"


def test_a_globe_needs_no_cut():
    packets = notices_to_czml(antimeridian(), at=AT)
    assert len(packets) == 3
    longitudes = packets[1]["polygon"]["positions"]["cartographicDegrees"][::3]
    assert sorted(abs(each) for each in longitudes) == approx([179.0] * 4)
    assert json.dumps(packets, allow_nan=False)


def test_markup_of_a_notice_stays_text():
    (notice,) = open_ended()
    (_, packet) = notices_to_czml([replace(notice, kind="<script>")], at=AT)
    assert "<script>" not in packet["description"]
