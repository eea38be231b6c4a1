"""Arcs between corners, edges along a coast, and corners that are lettered or numbered."""

import json

import pytest
from pytest import approx

from bongsu.earth import geodesic_inverse
from bongsu.notices import format_notice, notice_to_json, parse_notam, parse_notice

MILE = 1852.0
BEFORE = "NAVAREA X 50/24\nFIRING 010000Z TO 020000Z JUN IN AREA BOUNDED BY "
CORNERS = ((-34.0, 151.5), (-34.0, 152.0), (-34 - 1 / 3, 152.0), (-34 - 1 / 3, 151.5))


def area_of(text):
    (notice,) = parse_notice(BEFORE + text, year=2024)
    return notice, notice.areas


def apart_m(one, two):
    return float(geodesic_inverse(*one, *two)[0])


@pytest.mark.parametrize(
    "text",
    [
        "34-00S 151-30E, 34-00S 152-00E, THENCE CLOCKWISE ALONG ARC OF CIRCLE RADIUS 10 NAUTICAL MILES CENTRED ON "
        "34-10S 152-00E TO 34-20S 152-00E, 34-20S 151-30E.",
        "34-00S 151-30E, 34-00S 152-00E THEN ALONG THE CLOCKWISE ARC OF A CIRCLE OF RADIUS TEN MILES CENTERED AT "
        "34-10S 152-00E TO 34-20S 152-00E, THENCE TO 34-20S 151-30E.",
        "34-00S 151-30E, ARC OF CIRCLE RADIUS 10 MILES CENTERED ON 34-10S 152-00E FROM 34-00S 152-00E CLOCKWISE TO "
        "34-20S 152-00E, 34-20S 151-30E.",
        "34-00S 151-30E, 34-00S 152-00E, 34-20S 152-00E ALONG CLOCKWISE ARC RADIUS 10 NM CENTERED ON 34-10S 152-00E, "
        "34-20S 151-30E.",
    ],
)
def test_an_arc_to_the_east(text):
    """A semicircle of 10 miles bulging east: every point of it is a radius from the centre, and the corners stay."""
    notice, (area,) = area_of(text)
    assert [approx(vertex) for vertex in CORNERS] == list(area.vertices)
    (arc,) = area.arcs
    assert (arc.after, arc.clockwise, arc.radius_m) == (1, True, approx(10 * MILE))
    centre = (-34 - 1 / 6, 152.0)
    assert arc.centre == approx(centre)
    first, last = arc.centre_span
    assert notice.raw[first:last].split() == ["34-10S", "152-00E"]
    ring = area.region_ring
    points = [place for place in ring if place not in area.vertices]
    assert len(points) > 80 and max(longitude for _, longitude in ring) > 152.19
    assert all(
        abs(apart_m(centre, point) - 10 * MILE) < 60.0 for point in points
    )  # ten minutes of latitude are 10 NM within 50 m
    assert area.confidence == 1.0 and notice.points == ()
    item = json.loads(json.dumps(notice_to_json(notice)))["areas"][0]
    assert item["arcs"][0]["after_vertex"] == 1 and len(item["geometry"]["coordinates"][0]) == len(ring) + 1
    again = format_notice(notice)
    assert format_notice(parse_notice(again)[0]) == again and "THENCE CLOCKWISE ALONG ARC" in again.replace(
        "\n   ", " "
    )


def test_the_other_way_round_cuts_into_the_box():
    text = (
        "34-00S 151-30E, 34-00S 152-00E, THENCE COUNTER-CLOCKWISE ALONG ARC OF CIRCLE RADIUS 10 MILES CENTRED ON "
        "34-10S 152-00E TO 34-20S 152-00E, 34-20S 151-30E."
    )
    _, (area,) = area_of(text)
    assert not area.arcs[0].clockwise and max(longitude for _, longitude in area.region_ring) == approx(152.0, abs=0.01)


def test_a_way_that_is_not_said_lowers_the_confidence():
    text = "34-00S 151-30E, 34-00S 152-00E, THENCE ALONG ARC OF CIRCLE CENTRED ON 34-10S 151-54E TO 34-20S 152-00E, 34-20S 151-30E."
    notice, (area,) = area_of(text)
    assert area.confidence == 0.8 and "which way" in area.note and area.arcs[0].clockwise
    assert any("which way" in problem.what for problem in notice.problems)


def test_an_arc_that_does_not_fit_is_left_out():
    text = (
        "34-00S 151-30E, 34-00S 152-00E, THENCE CLOCKWISE ALONG ARC OF CIRCLE RADIUS 30 MILES CENTRED ON 34-10S 152-00E TO "
        "34-20S 152-00E, 34-20S 151-30E."
    )
    notice, areas = area_of(text)
    assert areas == () and any("radius is 30.0 NM" in problem.what for problem in notice.problems)
    assert len(notice.points) == 4


def test_an_arc_without_corners_is_said():
    (notice,) = parse_notice("NAVAREA X 5/24\nEXERCISE ALONG ARC OF CIRCLE RADIUS 5 MILES CENTRED ON 34-10S 152-00E.")
    assert notice.areas == () and any(
        "ARC" in problem.what and "not drawn" in problem.what for problem in notice.problems
    )


def test_an_arc_in_a_notam():
    (notam,) = parse_notam(
        "(A0001/24 NOTAMN\nQ) YMMM/QWMLW/IV/BO/W/000/999/3410S15148E025\nA) YMMM B) 2406010000 C) 2406020000\nE) DANGER AREA "
        "BOUNDED BY 340000S1513000E 340000S1520000E THENCE CLOCKWISE ALONG ARC OF CIRCLE RADIUS 10NM CENTRED ON 341000S1520000E "
        "TO 342000S1520000E 342000S1513000E\nF) SFC G) UNL)"
    )
    (area,) = notam.areas
    assert (
        [approx(vertex) for vertex in CORNERS] == list(area.vertices) and area.arcs[0].clockwise and notam.points == ()
    )
    first, last = area.arcs[0].centre_span
    assert notam.raw[first:last] == "341000S1520000E"
    assert max(longitude for _, longitude in area.region_ring) > 152.19


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "17-00N 083-00E, 17-00N 084-00E, 16-30N 084-00E, 16-30N 082-30E THENCE ALONG THE COAST TO 17-00N 083-00E.",
            "COAST",
        ),
        (
            "17-00N 083-00E, 17-00N 084-00E, 16-30N 084-00E, 16-30N 082-30E AND THENCE ALONG THE COASTLINE.",
            "closed along COASTLINE",
        ),
    ],
)
def test_an_edge_along_the_coast_is_drawn_straight_and_noted(text, note):
    notice, (area,) = area_of(text)
    assert len(area.vertices) == 4 and note in area.note and area.confidence == 0.8
    assert any("straight" in problem.what for problem in notice.problems)


@pytest.mark.parametrize(
    "marks",
    [
        "A. {} B. {} C. {} D. {}",
        "(A) {}\n(B) {}\n(C) {}\n(D) {}",
        "\n1. {}\n2. {}\n3. {}\n4. {}",
        "(1) {} (2) {} (3) {} (4) {}",
    ],
)
def test_marks_of_corners_are_no_areas(marks):
    places = ("33-10S 017-40E", "33-10S 018-00E", "33-30S 018-00E", "33-30S 017-40E")
    notice, (area,) = area_of(marks.format(*places))
    assert (len(area.vertices), area.label, notice.points) == (4, "", ())


def test_entries_within_entries():
    (notice,) = parse_notice(
        "NAVAREA IV 300/24\n1. HAZARDOUS OPERATIONS:\nA. ROCKET LAUNCHING 010000Z TO 010400Z JUN IN AREAS BOUND BY:\n"
        "(1) 28-00N 080-00W, 28-00N 079-00W, 27-30N 079-00W, 27-30N 080-00W.\n"
        "(2) 26-00N 075-00W, 26-00N 074-00W, 25-30N 074-00W, 25-30N 075-00W.\n"
        "B.(1) ALTERNATE LAUNCHING 020000Z TO 020400Z JUN IN AREA BOUND BY\n28-30N 080-00W, 28-30N 079-00W, 28-10N 079-00W.\n"
        "2. CANCEL THIS MSG 020500Z JUN 24."
    )
    assert [(area.label, len(area.vertices), len(area.windows)) for area in notice.areas] == [
        ("A(1)", 4, 1),
        ("A(2)", 4, 1),
        ("B", 3, 1),
    ]
    assert notice.areas[0].windows == notice.areas[1].windows != notice.areas[2].windows
