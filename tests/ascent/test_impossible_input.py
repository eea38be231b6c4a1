"""Impossible vehicles, mistaken units and figures that exclude each other are refused with the physical reason."""

from __future__ import annotations

import pytest

from bongsu.ascent import Failure, check_failure, check_stated, parse_flights, parse_vehicle
from bongsu.cases import known_vehicle_ids, load_vehicle
from bongsu.errors import InputError
from bongsu.notices import off_shore_m
from bongsu.reference import vehicle_text

TEXT = vehicle_text("nuri")
LAST = '[[flight.stated]]\nwhat = "inclination"'


def stated(lines: str) -> tuple[str, str]:
    """A further stated figure before the last one."""
    return LAST, f'[[flight.stated]]\n{lines}\nsource = ["nchankook"]\n\n{LAST}'


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        # masses
        ("inert = { low = 16, value = 17.0, high = 18,", "inert = { low = -18, value = -17.0, high = -16,", "stage 1 inert_kg: -18,000 to"),
        ("low = 126, value = 127.8, high = 130, unit = \"t\"", "low = 126e3, value = 127.8e3, high = 130e3, unit = \"t\"", "expected 10 to"),
        ("low = 126, value = 127.8, high = 130, unit = \"t\"", "low = 126, value = 127.8, high = 130, unit = \"kg\"", "a burn of 0.127 s"),
        ("high = 18, unit = \"t\"", "high = 18, unit = \"kg\"", "inert mass 17 kg beside"),
        # thrust
        ("low = 2900, value = 2942, high = 2980", "low = 296, value = 300, high = 304", "does not lift its weight"),
        # lengths in feet
        ("diameter = { value = 3.5, unit = \"m\"", "diameter = { value = 11.5, unit = \"m\"", "53.5 kg/m3 of the whole stage"),
        ("length = { low = 21, value = 23, high = 24", "length = { low = 69, value = 75, high = 79", "21 times as long as wide"),
        ("diameter = { value = 3.5, unit = \"m\"", "diameter = { value = 11.5, unit = \"ft\"", "unit 'ft' is not one of length"),
        ("diameter = { value = 3.5, unit = \"m\"", "diameter = { value = 3.5", "no unit; this is a length"),
        # minutes for seconds
        ("fairing_off = { value = 233, low = 231, high = 235", "fairing_off = { value = 3.9, low = 3.8, high = 4.0", "in dense air"),
    ],
)  # fmt: skip
def test_impossible_vehicles(old, new, words):
    assert old in TEXT
    with pytest.raises(InputError, match=words) as error:
        parse_vehicle(TEXT.replace(old, new, 1))
    assert error.value.advice


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("at = 233", "at = 3.9"), "191 km at 3.9 s needs 25,115 m/s2"),
        (("value = 191\nerror = 1.5\nunit = \"km\"", "value = 103\nerror = 1.5\nunit = \"NM\""), "unit 'NM'"),
        (("value = 258\nerror = 1.5", "value = 846\nerror = 1.5"), "above the stated apogee of 700 km"),
        (stated('what = "height"\nat = 127\nvalue = 80\nerror = 1.5\nunit = "km"'), "59,000 and 80,000 exclude each other"),
        (stated('what = "event time"\nof = "stage 3 end of thrust"\nvalue = 13.5\nerror = 0.1\nunit = "s"'), "the vehicle as described is there at 807 s"),
        (stated('what = "event time"\nof = "MECO"\nvalue = 127\nerror = 1\nunit = "s"'), "no event 'MECO'"),
        (stated('what = "fall time"\nof = "stage 2"\nvalue = 17\nerror = 1\nunit = "s"'), "before it is dropped \\(about 282 s\\)"),
        (stated('what = "fall time"\nof = "stage 2"\nvalue = 1020\nerror = 1\nunit = "min"'), "down after 17.0 h"),
        (stated('what = "fall distance"\nof = "stage 2"\nvalue = 2770000\nerror = 10\nunit = "km"'), "nothing on Earth is further"),
        (stated('what = "fall azimuth"\nof = "stage 2"\nvalue = 1700\nerror = 1\nunit = "deg"'), "is no direction"),
        (("value = 98.2\nerror = 0.1", "value = 982\nerror = 0.1"), "982 deg is no inclination"),
        (("perigee_km = 700", "perigee_km = 900"), "flight 2021-10-21: perigee 900 km, apogee 700 km is no orbit"),
        (("latitude = 34.4318\nlongitude = 127.5363", "latitude = 127.5363\nlongitude = 34.4318"), "flight 2021-10-21: launch pad 127.5363"),
        (("source = [\"nchankook\"]\nnote = \"flown", "note = \"flown"), "no source: only what somebody stated"),
        (("azimuth = 170", "pad = \"ship\"\nazimuth = 170"), "pad 'ship'"),
        (("azimuth = 170", "aim_point = [1, 2]\nazimuth = 170"), "unknown fields aim_point"),
    ],
)  # fmt: skip
def test_impossible_flights(change, words):
    old, new = change
    assert old in TEXT
    vehicle = parse_vehicle(TEXT)
    with pytest.raises(InputError, match=words) as error:
        parse_flights(TEXT.replace(old, new, 1), vehicle, where="mine.toml")
    assert error.value.advice
    assert str(error.value).startswith("mine.toml")


def test_every_impossible_figure_is_named():
    text = TEXT.replace("at = 233", "at = 3.9").replace("value = 98.2\nerror", "value = 982\nerror")
    with pytest.raises(InputError) as error:
        parse_flights(text, parse_vehicle(TEXT))
    assert [each.where for each in error.value.problems] == ["height at 3.9 s", "inclination"]


@pytest.mark.parametrize("id", known_vehicle_ids())
def test_shipped_vehicles_and_flights_pass(id):
    vehicle, flights = load_vehicle(id)
    for flight in flights:
        assert check_stated(vehicle, flight.pad, flight.stated) == []
        assert off_shore_m(flight.pad.latitude_deg, flight.pad.longitude_deg) < 20_000.0


def test_a_pad_in_the_sea_is_refused_unless_the_file_says_so():
    west = TEXT.replace("longitude = 127.5363", "longitude = -127.5363")
    with pytest.raises(InputError, match="lies in the sea, 555 km from the nearest coast") as error:
        load_vehicle("mine.toml", west)
    assert 'pad = "sea"' in error.value.advice
    _, (flight,) = load_vehicle("mine.toml", west.replace("azimuth = 170", 'pad = "sea"\nazimuth = 170'))
    assert flight.afloat


def test_a_platform_on_land_is_a_contradiction():
    inland = TEXT.replace("latitude = 34.4318", "latitude = 36.5").replace(
        "azimuth = 170", 'pad = "sea"\nazimuth = 170'
    )
    with pytest.raises(InputError, match="lies on land"):
        load_vehicle("mine.toml", inland)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "burst", "at_s": (5000.0, 5000.0)}, "has ended its flight at 807 s"),
        ({"kind": "early cut", "stage": "3", "at_s": (900.0, 900.0)}, "stage 3 burns 521 s"),
        ({"kind": "thrust loss", "stage": "2", "at_s": (10.0, 500.0)}, "stage 2 burns 151 s"),
        ({"kind": "no ignition", "stage": "second"}, "has no stage 'second'"),
        ({"kind": "no ignition", "stage": "1"}, "leaves the vehicle on the pad"),
        ({"kind": "no separation", "stage": "3"}, "is the last"),
    ],
)
def test_failures_when_there_is_nothing_to_fail(given, words):
    with pytest.raises(InputError, match=words):
        check_failure(parse_vehicle(TEXT), Failure(**given))
