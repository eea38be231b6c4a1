"""Shapes of warnings: circles, sectors, bands, boxes, lines, tracks of voyages, points; texts of NGA's broadcasts of 2018."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import Region, geodesic_inverse
from bongsu.errors import InputError, NoticeError
from bongsu.notices import NotifiedLine, notice_to_json, parse_notice
from bongsu.notices.shapes import box_ring, line_geojson, ordered_ring

MILE = 1852.0


def only(text, **more):
    (notice,) = parse_notice(
        f"HYDROPAC 1/18. 1. HAZARDOUS OPERATIONS 0330Z TO 1030Z DAILY 04 THRU 06 OCT {text}", **more
    )
    return notice


def kinds(notice):
    return [(shape.kind if hasattr(shape, "kind") else type(shape).__name__, shape.label) for shape in notice.shapes]


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("IN AREA WITHIN TEN MILES OF 13-41N 080-14E", 10 * MILE),
        ("IN AREA WITHIN 64 MILES OF 13-41N 080-14E", 64 * MILE),
        ("IN AREA WITHIN .5 MILES OF 13-41N 080-14E", 0.5 * MILE),  # NAVAREA IV 471/17
        ("IN AREA WITHIN 0.15 MILES OF 13-41N 080-14E", 0.15 * MILE),  # HYDROPAC 1048/18
        ("IN AREA WITHIN 1000 METERS OF 13-41N 080-14E", 1000.0),  # HYDROLANT 2381/18
        ("IN AREA WITHIN 35\n      MILES OF 13-41N 080-14E", 35 * MILE),  # cut between figure and unit
        ("IN AREA WITHIN A RADIUS OF 5 NM OF 13-41N 080-14E", 5 * MILE),
        ("IN AREA 5 NM RADIUS CENTRED ON 13-41N 080-14E", 5 * MILE),
        ("AT 13-41N 080-14E, RADIUS 3 KM", 3000.0),
        ("AT 13-41N 080-14E 5 NM RADIUS", 5 * MILE),
        ("DENTRO DE 12 MILLAS DE 13-41N 080-14E", 12 * MILE),
    ],
)
def test_circles(text, metres):
    (area,) = only(text).areas
    assert (area.kind, area.radius_m) == ("circle", approx(metres))
    assert area.vertices == (approx((13 + 41 / 60, 80 + 14 / 60)),)
    distance, _, _ = geodesic_inverse(*area.vertices[0], *area.region_ring[7])
    assert distance == approx(metres, rel=1e-9)


def test_sectors_with_their_own_radius():
    """HYDROPAC 3609/18: a circle and two sectors under letters; bearings from the centre, clockwise."""
    notice = only(
        "IN AREAS WITHIN: A. TEN MILES OF 13-41N 080-14E. B. 45 MILES OF 13-41N 080-14E BETWEEN 080 DEGREES AND "
        "120 DEGREES. C. 12 MILES OF 22-28.75N 069-04.05E BETWEEN 300 DEGREES AND\n 020 DEGREES."
    )
    assert kinds(notice) == [("circle", "A"), ("sector", "B"), ("sector", "C")]
    _, east, over_north = notice.areas
    assert (east.bearings_deg, east.radius_m) == ((80.0, 120.0), approx(45 * MILE))
    assert east.region().contains(13.5, 80.7) and not east.region().contains(13.68, 80.0)
    assert over_north.region().contains(22.6, 69.0) and not over_north.region().contains(22.4, 69.07)
    assert len(notice.windows) == 3 and over_north.windows == notice.windows


def test_bearings_from_seaward_are_turned_round():
    (area,) = only("IN AREA WITHIN 5 MILES OF 10-00N 100-00E BETWEEN 090 AND 180 DEGREES FROM SEAWARD").areas
    assert area.bearings_deg == (270.0, 0.0)


@pytest.mark.parametrize(
    "words",
    [
        "WITHIN 40 MILES OF TRACKLINE BETWEEN",  # HYDROPAC 3605/18
        "WITHIN 40 MILES WITHIN TRACKLINE JOINING",  # HYDROPAC 2875/18
        "WITHIN 40 MILES EITHER SIDE OF TRACKLINE JOINING",
        "40 MILES ON EITHER SIDE OF LINE JOINING",
        "80 MILES WIDE BAND ALONG LINE JOINING",
    ],
)
def test_bands(words):
    (area,) = only(f"IN AREA {words} 19-07.39N 085-35.94E AND 18-33.61N 084-53.74E.").areas
    assert (area.kind, area.radius_m, len(area.vertices)) == ("band", approx(40 * MILE), 2)
    assert area.region().contains(18.84, 85.25) and not area.region().contains(20.0, 85.25)


def test_box_between_parallels():
    """HYDROPAC 3310/18; the corners are the four stated, the drawing follows the parallels."""
    (area,) = only("C. IN AREA BETWEEN 30-30S 50-00S AND 130-00W 160-00W.").areas
    assert area.vertices == ((-30.5, -130.0), (-30.5, -160.0), (-50.0, -160.0), (-50.0, -130.0))
    assert len(area.region_ring) == 4 + 2 * 29
    assert not area.region().contains(-50.3, -145.0)
    for text in (
        "BETWEEN 09-35N AND 08-25N AND 083-20E AND 082-45E",
        "BETWEEN LATITUDES 09-35N 08-25N AND LONGITUDES 083-20E 082-45E",
    ):
        assert len(only(f"IN AREA {text}.").areas) == 1


def test_lines_are_no_areas():
    """HYDROLANT 2667/18 and the ice bulletins: tracklines keep their own times and letters."""
    (notice,) = parse_notice(
        "HYDROLANT 2667/18. 1. UNDERWATER OPERATIONS IN PROGRESS UNTIL 210759Z AUG:\n A. ALONG TRACKLINE BETWEEN\n"
        " 35-25.5N 002-48.6W AND 36-18.7N 003-01.9W.\n B. WITHIN AREA BOUND BY 35-10N 003-00W, 35-20N 003-00W, "
        "35-15N 003-10W.\n2. 210800Z TO 220759Z AUG ALONG TRACKLINES JOINING: A. 35-54.2N 003-29.7W, 35-46.3N 003-34.4W,"
        " 35-40N 003-30W.\n3. CANCEL THIS MSG 230001Z AUG 18."
    )
    assert kinds(notice) == [("NotifiedLine", "A"), ("area", "B"), ("NotifiedLine", "A")]
    first, second = notice.lines
    assert (len(first.vertices), len(second.vertices)) == (2, 3)
    assert [f"{w.start:%d.%H%M}-{w.end:%d.%H%M}" for w in second.windows] == ["21.0800-22.0759"]
    assert notice.raw[slice(*second.vertex_spans[0])] == "35-54.2N 003-29.7W"
    assert notice.raw[slice(*second.window_spans[0])] == "210800Z TO 220759Z AUG"
    assert second.windows[0] in notice.windows


def test_area_between_two_places_is_a_line_and_said():
    """HYDROPAC 2775/18: "IN AREA BETWEEN 03-34.30S 143-41.38E AND 08-37.26S 151-20.18E"."""
    notice = only("IN AREA BETWEEN 03-34.30S 143-41.38E AND 08-37.26S 151-20.18E.")
    assert notice.areas == () and "only the line" in notice.lines[0].note
    assert any("only the line" in problem.what for problem in notice.problems)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("OVERDUE EXUMA (23-32.0N 075-50.0W) TO KEY LARGO (25-06.4N 080-25.8W). VESSELS REQUESTED", [23, 25]),
        ("OVERDUE SANTA BARBARA 34-25N 119-42W)TO HAWAII (18-55N 154-48W).", [34, 18]),  # HYDROPAC 2890/18
        ("OVERDUE ST. KITTS (17-18.0N 62-44.0W) AND RETURN. LAST KNOWN POSITION IN 16-59.5N 062-22.9W", [17, 16]),
        ("OVERDUE LISBON (38-46N 09-09W) TO NASSAU (25-04N 077-20W). LAST KNOWN POSITION IN 28-56N 068-56W", [38, 28, 25]),
        ("FISHING GEAR ABANDONED BETWEEN 51-29N 007-10W AND 50-16N 007-35W.", [51, 50]),  # HYDROLANT 1975/18
        ("DISTRESS SIGNAL RECEIVED IN VICINITY OF 03-25.2N 090-03.0W AND 02-32.8N 086-13.2W.", [3, 2]),
    ],
)  # fmt: skip
def test_voyages(text, order):
    (notice,) = parse_notice(f"HYDROLANT 1/18. {text}")
    (line,) = notice.lines
    assert [int(latitude) for latitude, _ in line.vertices] == order
    assert notice.areas == () and notice.points == ()


@pytest.mark.parametrize(
    "text",
    [
        "LIGHTS UNLIT: A. 10-00N 020-00E. B. 11-00N 021-00E. C. 12-00N 022-00E.",
        "BUOY 10-00N 020-00E ADRIFT. WRECK IN 11-00N 021-00E. ROCK AWASH IN 12-00N 022-00E.",
        "LAST KNOWN POSITION IN 10-00N 020-00E AT 141200Z JUL. BUOY 11-00N 021-00E. LIGHT 12-00N 022-00E.",
    ],
)
def test_places_alone_are_points(text):
    (notice,) = parse_notice(f"HYDROLANT 1/18. {text}")
    assert (notice.areas, notice.lines, len(notice.points)) == ((), (), 3)


def test_what_follows_the_sentence_is_not_a_corner():
    notice = only("IN AREA BOUND BY 10-00N 020-00E, 11-00N 021-00E, 10-30N 019-00E. REPORTS TO SHIP IN 12-00N 022-00E.")
    assert len(notice.areas[0].vertices) == 3 and len(notice.points) == 1


def test_repairs_lower_the_confidence():
    """NAVAREA XII 337/18: "33-25N 119 30W" among hyphens."""
    notice = only("IN AREA BOUND BY 33-50N 120-00W, 33-50N 119-30W, 33-25N 119 30W, 33-25N 120-00W.")
    (area,) = notice.areas
    assert "a blank stands for a hyphen" in area.repaired and area.confidence == 0.8
    assert only("IN AREA BOUND BY 33-50N 120-00W, 33-50N 119-30W, 33-25N 119-30W.").areas[0].confidence == 1.0


def test_json_of_every_kind():
    notice = only(
        "A. IN AREA WITHIN 10 MILES OF 13-41N 080-14E. B. ALONG TRACKLINE JOINING 10-00N 179-00E, 11-00N 179-00W. "
        "C. IN 12-00N 022-00E. D. IN AREA WITHIN 10 MILES OF 13-41N 080-14E BETWEEN 010 DEGREES AND 050 DEGREES."
    )
    item = notice_to_json(notice)
    assert [area["shape"] for area in item["areas"]] == ["circle", "sector"]
    assert item["areas"][1]["bearings_deg"] == [10.0, 50.0] and item["areas"][0]["radius_m"] == approx(18520)
    assert item["lines"][0]["geometry"]["type"] == "MultiLineString"
    assert item["lines"][0]["vertices"][0]["text_span"] == list(notice.lines[0].vertex_spans[0])
    assert item["points"][0]["geometry"] == {"type": "Point", "coordinates": [22.0, 12.0]}


def test_line_geojson_is_cut_at_180():
    assert line_geojson([(10.0, 179.0), (11.0, -179.0)])["coordinates"] == [
        [[179.0, 10.0], [180.0, 10.5]],
        [[-180.0, 10.5], [-179.0, 11.0]],
    ]
    with pytest.raises(InputError, match="one place"):
        line_geojson([(1.0, 2.0)])


def test_box_ring_takes_the_short_way():
    ring = box_ring([(10.0, 179.0), (10.0, -178.0), (12.0, -178.0), (12.0, 179.0)])
    assert ring[:4] == ((10.0, 179.0), (10.0, -180.0), (10.0, -179.0), (10.0, -178.0))


corner = st.tuples(st.floats(-80, 80).map(lambda x: round(x, 2)), st.floats(-20, 20).map(lambda x: round(x, 2)))


@given(st.lists(corner, min_size=3, max_size=7))
def test_rings_taken_quickly_are_those_the_region_takes(corners):
    """A ring that plain numbers pass is a Region, with the same corners."""
    try:
        ring, reordered = ordered_ring(tuple(corners), untangle=False)
    except InputError:
        return
    assert not reordered
    assert Region.from_ring(ring).area_km2 > 0.0


UNITS = (
    "IN AREA BOUND BY ", "10-00N 100-00E, ", "WITHIN 5 MILES OF ", "TRACKLINE JOINING ", "BETWEEN ", "AND ", "TO ", "A. ",
    "1. ", "OVERDUE PORT (", ") ", "270 DEGREES ", "LAST KNOWN POSITION IN ", "RADIUS 5 NM ", "0330Z TO 1030Z ", "DAILY ",
    "04 THRU 06 OCT ", "EXCEPT SUNDAYS ", "EITHER SIDE OF ", "10-00N 11-00N AND 100-00E 101-00E ", ". ", "\n", "97-00N ",
    "NAVAREA IV 1/23 ", "CANCEL NAVAREA IV 2/23 AND THIS MSG ", "11月22日 ", "북위 36도 04분 동경 124도 30분 ", "<b>", "&deg;",
    "12345", "ZCZC AB12 ", "IN FORCE AS OF 041421Z NOV ", "2025:0001, 0002 ",
)  # fmt: skip


@given(st.lists(st.sampled_from(UNITS), max_size=40))
def test_any_mixture_of_phrases_is_read_or_refused(parts):
    text = "".join(parts)
    try:
        notices = parse_notice(text, year=2023)
    except NoticeError:
        assert not text.strip()
        return
    for notice in notices:
        for shape in notice.shapes:
            start, end = shape.text_span
            assert 0 <= start < end <= len(notice.raw)
            if isinstance(shape, NotifiedLine):
                assert len(shape.vertices) >= 2
        notice_to_json(notice)
