"""Places on the ground: what is accepted, how it is kept and read."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.errors import SiteError
from bongsu.overflight import Site, parse_site


@pytest.mark.parametrize(
    ("text", "latitude", "longitude", "height"),
    [
        ("35.10,129.10", 35.10, 129.10, 0.0),
        ("35.10 129.10", 35.10, 129.10, 0.0),
        ("  35.10 ,  129.10  ", 35.10, 129.10, 0.0),
        ("21.35,-157.95", 21.35, -157.95, 0.0),
        ("-90,0", -90.0, 0.0, 0.0),
        ("+37.567,+126.978,38", 37.567, 126.978, 38.0),
        ("37.567 126.978 -12.5", 37.567, 126.978, -12.5),
    ],
)
def test_decimal_degrees_latitude_first(text, latitude, longitude, height):
    """Places of facts.md 5b, north and east positive."""
    site = parse_site(text, name="here")
    assert (site.latitude_deg, site.longitude_deg, site.height_m) == (approx(latitude), approx(longitude), height)
    assert site.name == site.label == "here"


@pytest.mark.parametrize(
    "text",
    ["", "Seoul", "35.10", "35,10,129,10,5", "35.10N 129.10E", "35.10;129.10", "35..1,129", "1e1,20", "nan,nan", "-,-"],
)
def test_what_is_no_place_is_refused(text):
    with pytest.raises(SiteError) as caught:
        parse_site(text)
    assert str(caught.value) == f"{text[:60]!r} is not a place"
    assert "decimal degrees" in caught.value.advice


def test_longitude_first_is_noticed_where_it_can_be():
    """129.10 is no latitude."""
    with pytest.raises(SiteError) as caught:
        parse_site("129.10,35.10")
    assert str(caught.value) == "latitude 129.1 is outside -90 to 90"
    assert caught.value.advice == "latitude comes first"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"latitude_deg": math.nan}, "latitude nan is outside -90 to 90"),
        ({"latitude_deg": 90.001}, "latitude 90.001 is outside -90 to 90"),
        ({"longitude_deg": math.inf}, "longitude inf is outside -180 to 180"),
        ({"longitude_deg": 361.0}, "longitude 361.0 is outside -180 to 180"),
        ({"height_m": 2e5}, "height 200000.0 m is outside -1000 to 100000"),
        ({"height_m": math.nan}, "height nan m is outside -1000 to 100000"),
    ],
)
def test_a_place_off_the_earth_is_refused(values, message):
    with pytest.raises(SiteError) as caught:
        Site(**({"latitude_deg": 0.0, "longitude_deg": 0.0} | values))
    assert str(caught.value) == message


@given(st.floats(-90, 90), st.floats(-360, 360))
def test_longitude_is_kept_in_one_turn(latitude, longitude):
    site = Site(latitude_deg=latitude, longitude_deg=longitude)
    assert -180.0 <= site.longitude_deg < 180.0
    assert math.remainder(site.longitude_deg - longitude, 360.0) == approx(0.0, abs=1e-12)


def test_longitudes_at_the_edge_and_within_keep_their_last_digit():
    assert Site(latitude_deg=0.0, longitude_deg=math.nextafter(-180.0, -200.0)).longitude_deg == -180.0
    assert Site(latitude_deg=0.0, longitude_deg=180.0).longitude_deg == -180.0
    assert Site(latitude_deg=0.0, longitude_deg=127.77).longitude_deg == 127.77


def test_a_place_without_a_name_is_called_by_its_position():
    assert Site(latitude_deg=35.1, longitude_deg=190.0).label == "35.100,-170.000"


@given(st.floats(-90, 90).map(lambda x: round(x, 6)), st.floats(-180, 179.999999).map(lambda x: round(x, 6)))
def test_written_and_read_back(latitude, longitude):
    site = parse_site(f"{latitude:.6f},{longitude:.6f}")
    assert site.latitude_deg == approx(latitude, abs=1e-9)
    assert site.longitude_deg == approx(longitude, abs=1e-9)
