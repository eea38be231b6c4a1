"""``bongsu flight range`` and what it shares with ``flight check``."""

from __future__ import annotations

import json

import pytest
from geographiclib.geodesic import Geodesic


def test_a_distance_beside_what_others_published(bongsu):
    out = bongsu("flight", "range", "--test", "2017-07-04", columns=80).out
    assert "about 6," in out
    assert "David Wright, UCS" in out
    assert "published, meets it" in out
    assert "not of a missile" in out
    assert all(len(line) <= 80 for line in out.splitlines())


def test_figures_as_people_hold_them(bongsu):
    ran = bongsu(
        "flight", "range", "2,802 km, 933 km, 37-39 min", "--site", "39.872,125.269", "--azimuth", "86", "-f", "json"
    )
    (item,) = json.loads(ran.out)["items"]
    assert (item["id"], item["verdict"]) == ("range:asked", "computed")
    distance = item["estimates"]["distance_km"]
    assert (distance["level"], distance["unit"]) == (0.8, "km")
    assert distance["low"] < 6_700 < distance["high"]
    assert item["experimental"] is True
    assert item["details"]["launch"]["azimuth_deg"] == 86.0


def test_a_lower_bound(bongsu):
    ran = bongsu("flight", "range", "6,045 km, 1,000.2 km, 4,151 s", "-f", "json")
    distance = json.loads(ran.out)["items"][0]["estimates"]["distance_km"]
    assert (distance["value"], distance["low"], distance["high"]) == (None, 12000.0, None)


def test_a_glider_is_refused_with_the_reason(bongsu):
    out = bongsu("flight", "range", "101 km, 600-650 km").out
    assert out.startswith("? refused")
    assert "depressed or glided" in out


def test_a_circle_for_scale(bongsu):
    """The line lies at the distance from the launch point (Karney's geodesics), and is no area."""
    answer = json.loads(bongsu("flight", "range", "--test", "2017-05-14", "-f", "geojson").out)
    point, *circles = answer["features"]
    assert [circle["properties"]["kind"] for circle in circles] == ["low", "median", "high"]
    assert "scale only" in answer["credit"]
    longitude, latitude = point["geometry"]["coordinates"]
    for circle in circles:
        geometry = circle["geometry"]
        assert geometry["type"] in ("LineString", "MultiLineString")
        assert "scale only" in circle["properties"]["remark"]
        lines = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
        for there, north in lines[0][1:-1:20]:
            metres = Geodesic.WGS84.Inverse(latitude, longitude, north, there)["s12"]
            assert metres / 1e3 == pytest.approx(circle["properties"]["radius_km"], rel=1e-3)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("2,802 km, 933 km", "--test", "2017-07-04"), "give nothing beside it"),
        (("2,802 km, 933 km", "-f", "geojson"), "a circle needs the launch point"),
        ((), "give the figures"),
    ],
)
def test_wrong_use(bongsu, args, words):
    ran = bongsu("flight", "range", *args)
    assert ran.code == 2
    assert words in ran.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--test", "2023-11-21"), "is a launch, not a missile test"),
        (("--test", "1999-01-01"), "nothing in the record"),
        (("nan km, 933 km",), "flight figures"),
        (("--apogee-km", "-5", "--range-km", "933"), "apogee"),
        (("--apogee-km", "20,500,000", "--range-km", "933"), "in feet it would be"),
        (("--apogee-km", "2802", "--range-km", "933", "--time-min", "2,280"), "in seconds it would be 38.0 min"),
        (("--test", "2024-04-02", "-f", "geojson"), ""),
    ],
)
def test_bad_input(bongsu, args, words):
    ran = bongsu("flight", "range", *args)
    assert ran.code in (2, 3)
    assert words in ran.err


def test_check_of_a_recorded_flight_says_how_far_off_the_time_is(bongsu):
    out = " ".join(bongsu("flight", "check", "--test", "2022-03-24").out.split())
    assert out.startswith("≠ cannot both be right")
    assert "3.6 min too short" in out


def test_the_case_answers_both(bongsu):
    out = bongsu("assess", "hwasong-2022-03-24", columns=80).out
    assert "at least 12,000 km" in out
    assert "lower bound" in out
    explained = bongsu("explain", "range:flight", "--case", "hwasong-2022-03-24").out
    assert "published, meets it" in explained
