"""``bongsu notice imply`` and ``bongsu sat proxy``: what they print, and in which forms."""

from __future__ import annotations

import pytest
from pytest import approx

from bongsu.orbit import read_element_sets

AT = ("--at", "2026-11-25T00:00Z")
# NAVAREA IV 510/18 in our words and rounded: two areas north-east of the Cape, a window that moves 24.5 min a day earlier
STATION = """NAVAREA IV 510/18.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 290933Z TO 291014Z JUN,
   ALTERNATE 300911Z TO 300951Z JUN AND 010844Z TO 010925Z JUL IN AREAS BOUND BY:
   A. 28-36N 080-38W, 29-06N 080-11W, 29-04N 080-07W, 28-34N 080-28W.
   B. 32-32N 076-30W, 34-53N 073-42W, 34-45N 073-26W, 32-22N 076-19W.
2. CANCEL THIS MSG 011025Z JUL 18.
"""
GUNNERY = """HYDROPAC 2442/18.
1. HAZARDOUS OPERATIONS 072100Z TO 080900Z JUL IN AREA WITHIN 25 MILES OF 31-14N 144-26E.
"""
MISSILE = """061011Z DEC 23
NAVAREA XII 841/23(19).
1. HAZARDOUS OPERATIONS 1430Z TO 1730Z DAILY 11 THRU 16 DEC IN AREAS BOUND BY:
A. 24-40.00N 164-32.00W, 24-52.00N 164-43.00W, 24-38.00N 165-07.00W, 24-26.00N 164-57.00W.
B. 27-13.00N 158-33.00W, 27-34.00N 158-49.00W, 27-07.00N 159-45.00W, 26-44.00N 159-30.00W.
"""
TRANSFER = """040658Z MAR 26
NAVAREA IV 207/26(11,26).
HAZARDOUS OPERATIONS, ROCKET LAUNCHING 100304Z TO 100636Z MAR IN AREA BOUND BY
A. 29-01.00N 075-00.00W, 29-21.00N 073-51.00W, 29-20.00N 072-05.00W, 28-29.00N 072-05.00W.
"""
PROXY = ("sat", "proxy", "39026", "--launched", "2012-12-12T00:49:46Z", "--new")


def test_a_flight_to_the_station(bongsu, write):
    """The site told from the areas; one straight way; the inclination; the drift of the plane that the window waits for."""
    ran = bongsu("notice", "imply", write("x.txt", STATION), "--year", "2018", *AT)
    assert ran.code == 0
    assert "for a launch from Cape Canaveral" in ran.out
    assert "a straight flight from the pad through every area" in ran.out
    assert "space station" in ran.out
    assert "Window moves -24.50 min/day" in ran.out
    assert "What would change it" in ran.out and "Check by hand" in ran.out


def test_its_json(bongsu, write):
    (item,) = bongsu("notice", "imply", write("x.txt", STATION), "--year", "2018", *AT, "-f", "json").json["items"]
    assert item["id"] == "implies:NAVAREA IV 510/18" and item["experimental"] is True
    details = item["details"]
    assert any(row["low"] <= 51.6 <= row["high"] for row in details["intervals"])
    assert sum(row["weight"] for row in details["hypotheses"]) == approx(1.0, abs=0.01)
    first = details["outcomes"][0]
    assert first["kind"] == "direct" and first["direction"] == "northbound" and first["extra_speed_m_s"] is None
    assert details["left_out"][0]["area"] == "A"
    assert details["drift"]["node_rate_deg_day"]["low"] < -5.0 < details["drift"]["node_rate_deg_day"]["high"]


def test_the_node_comes_from_the_lift_off(bongsu, write):
    """A lift-off in place of a 41 min window: the node to within 10 deg."""
    name = write("x.txt", STATION)
    ran = bongsu("notice", "imply", name, "--year", "2018", "--launched", "2018-06-29T09:42:42Z", *AT, "-f", "json")
    node = ran.json["items"][0]["details"]["outcomes"][0]["node_deg"]
    assert node["high"] - node["low"] < 10.0


def test_launch_times_give_the_drift_of_a_plane(bongsu):
    """NROL-71, first, second and last time (SeeSat-L, 15 January 2019): -2.27 deg/day."""
    times = [f"--time={text}" for text in ("2018-12-08T04:19Z", "2018-12-09T04:06Z", "2019-01-19T19:05Z")]
    (item,) = bongsu("notice", "imply", *times, *AT, "-f", "json").json["items"]
    assert item["id"] == "drift"
    assert item["estimates"]["node_rate_deg_day"]["value"] == approx(-2.27, abs=0.01)
    assert "deg/day" in bongsu("notice", "imply", *times, *AT).out
    assert bongsu("notice", "imply", times[0], *AT).code == 3
    assert bongsu("notice", "imply", *AT).code == 2


def test_a_case_by_name(bongsu):
    items = bongsu("notice", "imply", "malligyong-1", *AT, "-f", "json").json["items"]
    assert [item["id"] for item in items] == ["implies:flight-1", "implies:flight-2", "implies:flight-3"]
    assert all(item["details"]["hypotheses"] for item in items)


def test_a_notice_far_from_any_pad_asks_for_the_site(bongsu, write):
    ran = bongsu("notice", "imply", write("x.txt", GUNNERY), "--year", "2018", *AT)
    assert ran.code == 3 and "--site" in ran.err


@pytest.mark.parametrize("form", ["tle", "omm"])
def test_search_elements_read_back(bongsu, form):
    ran = bongsu(*PROXY, "2016-02-07T00:29:30Z..2016-02-07T03:30Z", "-f", form, *AT)
    assert ran.code == 0
    sets = read_element_sets(ran.out).sets
    assert [item.norad_id for item in sets] == [79001, 79002, 79003]
    assert sets[0].node_deg == approx(86.4158, abs=1e-3)
    assert "note:" in ran.err and "±" in ran.err


def test_search_elements_as_a_table(bongsu):
    out = bongsu(*PROXY, "2016-02-07T00:29:30Z", *AT).out
    assert "2016-02-07T00:29:30Z" in out and "Band: node ±" in out
    assert "same vehicle, site, azimuth" in out.replace("\n", " ").replace("  ", " ")


def test_a_file_of_several_objects_needs_a_choice(bongsu, write):
    text = """\
1 39026U 12072A   12347.09611576 -.00000066  00000-0  00000+0 0    21
2 39026 097.4047 036.0317 0067405 176.3492 277.5861 15.08261084    19
1 41332U 16009A   16038.21829896 -.00000079  00000-0  00000+0 0  9998
2 41332  97.5278  86.6115 0026697 338.3404 145.2384 15.27435642    23
"""
    args = ("sat", "proxy", write("x.tle", text), "--launched", "2016-02-07T00:29:30Z", "--new", "2017-02-07T00:00Z")
    ran = bongsu(*args, *AT)
    assert ran.code == 3 and "--object" in ran.err
    assert bongsu(*args, "--object", "41332", *AT).code == 0


def test_a_launch_site_by_its_name(bongsu, write):
    ran = bongsu("notice", "imply", write("x.txt", STATION), "--year", "2018", "--site", "cape canaveral", *AT)
    assert ran.code == 0 and "areas of NAVAREA IV 510/18 imply, for a launch from Cape Canaveral?" in ran.out
    ran = bongsu("notice", "imply", write("x.txt", STATION), "--site", "Kuru", *AT)
    assert ran.code == 3 and "did you mean kourou" in ran.err


def test_a_warning_of_another_kind_is_said_before_any_orbit(bongsu, write):
    """NAVAREA XII 841/23: a missile test; without a site the reason says so, with one the statement does."""
    name = write("x.txt", MISSILE)
    assert "it reads as missile test" in bongsu("notice", "imply", name, *AT).err
    (item,) = bongsu("notice", "imply", name, "--site", "22.03,-159.78", *AT, "-f", "json").json["items"]
    assert item["statement"].startswith("The warning reads as missile test") and "only if" in item["caveats"][0]


def test_one_number_where_an_interval_has_no_width(bongsu, write):
    """NAVAREA IV 207/26: an equatorial orbit after a coast is 0.0 deg, not 0.0-0.0."""
    out = bongsu("notice", "imply", write("x.txt", TRANSFER), "--site", "canaveral", *AT).out
    assert "0.0-0.0" not in out and "inclination is 0.0 or" in " ".join(out.split())
