"""KML: well formed, escaped, windows as time spans. Checked once against the OGC schema with fastkml 1.4.0."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from pytest import approx
from samples import AT, antimeridian, galaxy, open_ended

from bongsu.exchange import notices_to_kml

KML = "{http://www.opengis.net/kml/2.2}"


def read(notices):
    """The document, parsed."""
    return ET.fromstring(notices_to_kml(notices, at=AT).encode())


@pytest.mark.parametrize("make", [galaxy, antimeridian, open_ended])
def test_rings_are_closed_and_longitude_comes_first(make):
    """OGC 07-147r2, 10.8: longitude, latitude, altitude; a LinearRing ends where it began."""
    for element in read(make()).iter(f"{KML}coordinates"):
        places = [tuple(float(part) for part in place.split(",")) for place in element.text.split()]
        assert places[0] == places[-1]
        assert all(abs(longitude) <= 180 and abs(latitude) <= 90 and up == 0 for longitude, latitude, up in places)


def test_every_window_has_its_span():
    """Two areas of seven windows each."""
    root = read(galaxy())
    begins = [element.text for element in root.iter(f"{KML}begin")]
    assert len(begins) == 14
    assert begins[0] == "2022-11-12T16:06:00Z"
    first = next(root.iter(f"{KML}coordinates")).text.split()
    assert any(tuple(map(float, place.split(","))) == approx((-80.6388333, 28.6653333, 0)) for place in first)


def test_markup_of_the_text_stays_text():
    text = notices_to_kml(open_ended(), at=AT)
    assert "<b>" not in text
    root = ET.fromstring(text.encode())
    spans = list(root.iter(f"{KML}TimeSpan"))
    assert [child.tag for child in spans[0]] == [f"{KML}begin"]
    assert "approximate" in "".join(element.text or "" for element in root.iter(f"{KML}description"))


def test_an_area_over_180_is_two_polygons():
    assert len(list(read(antimeridian()).iter(f"{KML}MultiGeometry"))) == 1


def test_forbidden_characters_are_left_out():
    """XML 1.0, section 2.2."""
    (notice,) = open_ended()
    text = notices_to_kml([replace(notice, id="A\x00\x1b\ud800<1>")], at=AT)
    assert "A&lt;1&gt;" in text
    ET.fromstring(text.encode())
