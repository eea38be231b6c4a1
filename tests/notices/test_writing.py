"""Value to text and back: shapes, windows and whole warnings."""

import gzip
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import Window
from bongsu.notices import (
    NotifiedArea,
    NotifiedLine,
    format_notice,
    format_shape,
    format_window,
    parse_notice,
    read_notices,
)

latitudes = st.integers(-8000 * 60, 8000 * 60).map(lambda n: n / 6000.0)
longitudes = st.integers(-17900 * 60, 17900 * 60).map(lambda n: n / 6000.0)
places = st.tuples(latitudes, longitudes)
radii = st.one_of(st.integers(1, 9000).map(lambda n: n * 0.01 * 1852.0), st.integers(1, 100_000).map(float))


def area(**fields):
    return NotifiedArea(**({"label": "", "windows": (), "text_span": (0, 0), "vertices": ()} | fields))


def read(text):
    (notice,) = parse_notice(text)
    return notice


@given(places, radii)
def test_circles(centre, radius):
    words = format_shape(area(kind="circle", vertices=(centre,), radius_m=radius))
    (again,) = read(words).areas
    assert again.vertices == (approx(centre, abs=1e-9),) and again.radius_m == approx(radius, abs=0.01)
    assert format_shape(again) == words


@given(places, radii, st.integers(0, 360), st.integers(0, 360))
def test_sectors(centre, radius, first, second):
    if first != second:
        words = format_shape(area(kind="sector", vertices=(centre,), radius_m=radius, bearings_deg=(first, second)))
        (again,) = read(words).areas
        assert (again.kind, again.bearings_deg) == ("sector", (first, second))
        assert format_shape(again) == words


@given(st.lists(places, min_size=2, max_size=6, unique=True), radii)
def test_lines_and_bands(vertices, width):
    line = NotifiedLine(label="", vertices=tuple(vertices), windows=(), text_span=(0, 0))
    (again,) = read(format_shape(line)).lines
    assert [place for vertex in again.vertices for place in vertex] == approx(
        [x for v in vertices for x in v], abs=1e-9
    )
    band = area(kind="band", vertices=tuple(vertices), radius_m=width)
    (strip,) = read(format_shape(band)).areas
    assert (strip.kind, format_shape(strip)) == ("band", format_shape(band))


@given(st.datetimes(datetime(2001, 1, 1), datetime(2060, 1, 1)), st.integers(1, 10_000))
def test_windows(start, minutes):
    start = start.replace(second=0, microsecond=0, tzinfo=UTC)
    window = Window(start=start, end=start + timedelta(minutes=minutes))
    assert read(f"GUNNERY {format_window(window)} IN AREA").windows == (window,)


def test_a_navtex_message_reads_back():
    """Known by its frame alone; "NAVTEX AA00." would be no header."""
    (notice,) = parse_notice("ZCZC AA00\n241129Z JAN 23\nIN 10-00.00N 020-00.00E\nNNNN")
    written = format_notice(notice)
    (again,) = parse_notice(written)
    assert (
        (again.id, again.issued)
        == (notice.id, notice.issued)
        == ("NAVTEX AA00", datetime(2023, 1, 24, 11, 29, tzinfo=UTC))
    )
    assert format_notice(again) == written


def test_a_number_without_a_year_reads_back():
    """Found by scripts/figures notice-fuzz: "NAVAREA IV 7423.//" was no header, because it does not end its line."""
    (notice,) = parse_notice("NAVAREA IV 7423\n")
    written = format_notice(notice)
    (again,) = parse_notice(written)
    assert (again.id, format_notice(again)) == ("NAVAREA IV 7423", written)


def test_a_warning_reads_back():
    (notice,) = parse_notice(
        "072239Z NOV 22\nNAVAREA IV 1177/22(11,26).\n1. HAZARDOUS OPERATIONS 1607Z TO 1854Z DAILY 14 THRU 16 NOV:\n"
        "A. IN AREA BETWEEN 24-29S 23-49S AND 043-27W 042-44W.\nB. IN AREA WITHIN NINE MILES OF 10-00N 050-00W.\n"
        "2. CANCEL NAVAREA IV 1165/22.\n3. CANCEL THIS MSG 181954Z NOV 22.\n"
    )
    text = format_notice(notice)
    (again,) = parse_notice(text)
    assert (again.id, again.issued, again.expires, again.cancels) == (
        notice.id, notice.issued, notice.expires, notice.cancels,
    )  # fmt: skip
    assert [(a.label, a.kind, a.windows) for a in again.areas] == [(a.label, a.kind, a.windows) for a in notice.areas]
    assert again.areas[0].vertices == notice.areas[0].vertices and again.areas[0].along_parallels
    assert format_notice(again) == text
    assert max(map(len, text.splitlines())) <= 56


@pytest.mark.reference
def test_every_broadcast_of_april_2023_reads_back(reference_data):
    with gzip.open(reference_data / "nga-broadcast-warnings" / "broadcast-warn_2023-04.json.gz") as file:
        messages = json.load(file)["broadcast-warn"]
    for message in messages:
        for notice in parse_notice(f"{message['issueDate']}\nHYDROPAC 1/23.\n{message['text']}"):
            text = format_notice(notice)
            (again,) = parse_notice(text)
            assert format_notice(again) == text
            assert (again.windows, again.expires) == (notice.windows, notice.expires)
            assert [type(shape) for shape in again.shapes] == [type(shape) for shape in notice.shapes]


@pytest.mark.parametrize(
    "text",
    [
        "NAVAREA XVI\nDATE:JUL 08 2026 TIME 0500 UTC\nNRO:377\nIN FORCE",
        "DATE: JUL 12 2026 TIME 1700 UTC\nIN AREA BOUND BY 18-40.20N 095-05.80W, 18-32.20N 094-42.50W, 18-43.80N 094-47.00W.",
    ],
)
def test_a_warning_without_a_number_is_written_as_it_reads_back(text):
    """Found by scripts/figures notice-fuzz: an issue time above no number was written and not read."""
    (notice,) = read_notices(text, year=2026)
    written = format_notice(notice)
    (again,) = read_notices(written, year=2026)
    assert format_notice(again) == written


UNSTABLE = [  # found by the figure notice-fuzz among ten million texts
    "NAVTEX 449/69(33).\n0860N05436E C) PERM 2233Z TO 0887Z DAILY 14 THRU 04 JAN",
    "151129Z FEB\nNAVTEX 591/75(99).\n68-52.71S 145-47.53E, 65-36.98S 149-03.267E, 65-36.98S 149-03.27E IN AREAS BOUND BY:",
    "NAVAREA III 1931/1815Z TO 0507Z  26 THRU 02 SEP0299Z TO 0307Z DAILY EXCEPT )4 APR 12 AND 11 JAN",
    "NAVAREA IV 14/84(70).\n38-33.51N 052-24.51E 1887Z TO 0852Z DAILY 24 AND 21 AUG 0675Z TO 0359Z DAILY 17 , 22 FEB",
    "211456Z AUG 99\nHYDROPAC 37/49(73).\n 54-11.58S 157-16.91W ALONG TRACKLINE JOINING 50-54.18S 153-59.51W, 50-54.18S 153-59.51W",
    "2379Z TO 0170Z  06 AND 22 NOV24-44.69S 086-14.40W, 24-44.69S 085-36.88W, 24-07.182S 085-36.88W, 24-07.18S  B. 08",
]


@pytest.mark.parametrize("text", UNSTABLE)
def test_what_is_written_is_read_back_to_the_same_words(text):
    for notice in read_notices(text, year=2023):
        once = format_notice(notice)
        assert [format_notice(each) for each in read_notices(once, year=2023)] == [once]


def test_a_line_of_one_place_said_twice_is_that_place_with_a_complaint():
    (notice,) = read_notices(
        "HYDROPAC 37/23.\n1. ALONG TRACKLINE JOINING 50-54.18S 153-59.51W, 50-54.18S 153-59.51W.", year=2023
    )
    assert not notice.lines and len(notice.points) == 1
    assert any("line has 1 different place; at least 2" in each.what for each in notice.problems)


def test_neighbours_nineteen_metres_apart_stay_two():
    """38-18.611S and 38-18.61S are two corners; to 0.01 minute they would be read as one."""
    (notice,) = read_notices("1. AREA BOUND BY 38-18.611S 076-31.06E, 38-18.61S 076-31.06E, 39-00S 077-00E.", year=2023)
    (again,) = read_notices(format_notice(notice), year=2023)
    assert len(notice.areas[0].vertices) == len(again.areas[0].vertices) == 3


def test_a_year_that_two_digits_cannot_say_has_four():
    """70 is read as 1970, so January 2070 is written in full."""
    (notice,) = read_notices("NAVAREA IV 449/69.\n1. ROCKETS 140000Z DEC 2069 TO 050000Z JAN 2070.", year=2069)
    assert "2070." in format_notice(notice)
    assert read_notices(format_notice(notice), year=2069)[0].windows == notice.windows
