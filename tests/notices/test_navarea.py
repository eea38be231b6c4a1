"""Whole warnings: the texts of facts.md 2b, quoted as published, and the reference broadcasts."""

import gzip
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from published_notices import (
    ANDOYA,
    CANAVERAL,
    DECEMBER_2012,
    FTG_12,
    GALAXY,
    NROL_108,
    STARLINER,
    VANDENBERG,
)
from pytest import approx

from bongsu.errors import NoticeError
from bongsu.notices import find_positions, looks_like_notice, notice_to_json, parse_notice


def deg(degrees, minutes, seconds=0.0):
    return degrees + minutes / 60 + seconds / 3600


def spans(windows):
    return [f"{w.start:%y%m%d.%H%M}-{w.end:%y%m%d.%H%M}" for w in windows]


def test_galaxy_31_32():
    """NAVAREA IV 1177/22 (ngageoint Marlin iOS tests): a header, two areas, seven windows, two cancel lines."""
    (notice,) = parse_notice("NAVAREA IV 1177/22(11,26).\n072239Z NOV 22\n" + GALAXY)
    assert (notice.id, notice.series, notice.kind) == ("NAVAREA IV 1177/22", "NAVAREA IV", "space launch")
    assert notice.publisher == "NGA (United States)"
    assert notice.issued == datetime(2022, 11, 7, 22, 39, tzinfo=UTC)
    assert notice.expires == datetime(2022, 11, 18, 19, 54, tzinfo=UTC)
    assert notice.cancels == ("NAVAREA IV 1165/22",)
    expected = ["221112.1606-221112.1854", "221113.1606-221113.1854"]
    expected += [f"2211{day}.1607-2211{day}.1854" for day in range(14, 19)]
    assert spans(notice.windows) == expected
    assert [(area.label, spans(area.windows), area.repaired) for area in notice.areas] == [
        ("A", expected, ""),
        ("B", expected, ""),
    ]
    assert np_ring(notice.areas[0]) == approx(
        flat([(28, 39.92, -80, 38.33), (28, 40, -79, 44), (28, 28, -79, 40), (28, 29.97, -80, 32.29)]), abs=1e-4
    )
    assert np_ring(notice.areas[1]) == approx(
        flat(
            [(27, 51, -73, 56), (28, 37, -73, 55), (28, 40, -71, 21), (28, 13, -69, 58), (27, 31, -69, 58), (27, 21, -71, 43)]
        ),
        abs=1e-4,
    )  # fmt: skip
    assert notice.problems == ()


def np_ring(area):
    return [figure for corner in area.region_ring for figure in corner]


def flat(corners):
    """Degrees and minutes of corners in a row; the sign of a longitude stands at its degrees."""
    return [
        figure
        for d1, m1, d2, m2 in corners
        for figure in (deg(d1, m1), -deg(-d2, m2) if d2 < 0 else deg(d2, m2))
    ]  # fmt: skip


def test_spans_are_the_words_of_the_area():
    (notice,) = parse_notice(GALAXY, year=2022)
    words = [notice.raw[slice(*area.text_span)] for area in notice.areas]
    assert words[0].startswith("28-39.92N") and words[0].endswith("080-32.29W")
    assert words[1].startswith("27-51.00N") and words[1].endswith("071-43.00W")


def test_ftg_12():
    """NAVAREA XII 841/23 (sattrackcam.blogspot.com/2023): daily windows, areas at the margin."""
    (notice,) = parse_notice(FTG_12)
    assert (notice.id, notice.kind) == ("NAVAREA XII 841/23", "missile test")
    assert notice.issued == datetime(2023, 12, 6, 10, 11, tzinfo=UTC)
    assert spans(notice.windows) == [f"2312{day}.1430-2312{day}.1730" for day in range(11, 17)]
    assert np_ring(notice.areas[0]) == approx(
        flat([(24, 40, -164, 32), (24, 52, -164, 43), (24, 38, -165, 7), (24, 26, -164, 57)]), abs=1e-4
    )
    assert np_ring(notice.areas[1]) == approx(
        flat([(27, 13, -158, 33), (27, 34, -158, 49), (27, 7, -159, 45), (26, 44, -159, 30)]), abs=1e-4
    )


def test_andoya_over_midnight():
    """HYDROARC 34/26: 1930Z to 0100Z, the last window ends an hour before the cancel time of the 16th."""
    (notice,) = parse_notice(ANDOYA)
    assert (notice.id, notice.series, notice.issued) == ("HYDROARC 34/26", "HYDROARC", None)
    assert spans(notice.windows) == [f"2603{day:02d}.1930-2603{day + 1:02d}.0100" for day in range(6, 16)]
    assert [len(area.region_ring) for area in notice.areas] == [5, 4]
    assert np_ring(notice.areas[0]) == approx(
        flat([(71, 1, 11, 54), (69, 45, 14, 19), (70, 10, 16, 21), (70, 40, 16, 53), (71, 21, 16, 5)]), abs=1e-4
    )
    assert np_ring(notice.areas[1]) == approx(
        flat([(69, 24, 15, 47), (69, 16, 15, 56), (69, 17, 16, 6), (69, 25, 16, 5)]), abs=1e-4
    )
    assert notice.expires == datetime(2026, 3, 16, 2, 0, tzinfo=UTC)


def test_canaveral_due_east():
    """NAVAREA IV 207/26."""
    (notice,) = parse_notice(CANAVERAL)
    assert notice.issued == datetime(2026, 3, 4, 6, 58, tzinfo=UTC)
    assert spans(notice.windows) == ["260310.0304-260310.0636"] + [f"2603{d}.0304-2603{d}.0636" for d in range(11, 17)]
    assert np_ring(notice.areas[0]) == approx(
        flat([(29, 1, -75, 0), (29, 21, -73, 51), (29, 20, -72, 5), (28, 29, -72, 5)]), abs=1e-4
    )


def test_starliner_re_entry():
    """NAVAREA XII 656/2019: each area has its own time; a re-entry, not a launch."""
    (notice,) = parse_notice(STARLINER)
    assert (notice.id, notice.kind) == ("NAVAREA XII 656/19", "re-entry")
    assert [(area.label, spans(area.windows)) for area in notice.areas] == [
        ("A", ["191222.1223-191222.1312"]),
        ("B", ["191222.2012-191222.2258"]),
    ]
    assert np_ring(notice.areas[0]) == approx(
        flat([(8, 10.42, -126, 49.22), (14, 39.10, -122, 2.28), (16, 43.41, -124, 59.39), (10, 12.18, -129, 44.25)]),
        abs=1e-4,
    )
    assert np_ring(notice.areas[1]) == approx(
        flat([(49, 18.12, -145, 12.23), (47, 2.48, -133, 53.14), (48, 44, -132, 43.2), (51, 35.22, -144, 23.29)]),
        abs=1e-4,
    )


def test_windows_without_area():
    """NAVAREA IV 1201/20, coordinates cut: the windows stay with the notice."""
    (notice,) = parse_notice(NROL_108)
    assert notice.areas == ()
    assert spans(notice.windows) == ["201217.1355-201217.1752", "201218.1355-201218.1752"]


def test_crossing_box_of_december_2012_is_re_ordered_and_said():
    """facts.md 2a: bare coordinates, the vertex order crosses."""
    (notice,) = parse_notice(DECEMBER_2012)
    (area,) = notice.areas
    assert (notice.id, area.label, area.windows) == ("", "", ())
    expected = [(deg(35, 44, 6), deg(124, 30, 30)), (deg(35, 44, 7), deg(124, 54, 23)),
                (deg(34, 58, 43), deg(124, 56, 11)), (deg(34, 58, 36), deg(124, 32, 32))]  # fmt: skip
    assert np_ring(area) == approx([figure for corner in expected for figure in corner], abs=1e-9)
    assert "re-ordered" in area.repaired
    assert any("crossed" in problem.what and "re-ordered" in problem.what for problem in notice.problems)


def test_days_above_and_hours_in_each_area_with_a_misprint():
    """NAVAREA XII 845/23: the misprinted corner of area A is repaired and said."""
    (notice,) = parse_notice(VANDENBERG)
    first, second = notice.areas
    assert spans(first.windows) == [f"2312{day}.1400-2312{day}.1805" for day in range(11, 17)]
    assert spans(second.windows) == [f"2312{day}.1400-2312{day}.1753" for day in range(11, 17)]
    assert first.region_ring[2] == approx((34.75, -deg(120, 29)), abs=1e-4)
    assert "behind the letter" in first.repaired and second.repaired == ""
    assert any("120-29W.00" in problem.what for problem in notice.problems)


def test_warnings_run_together_are_parted():
    """facts.md 2b, traps seen: several warnings in one record; a cancel line names others and is no header."""
    text = f"HYDROLANT 237/26(24).\nDNC 01.\nBUOY 10-00N 050-00W ADRIFT.\n{CANAVERAL}\n{FTG_12}{VANDENBERG}"
    notices = parse_notice(text)
    assert [notice.id for notice in notices] == [
        "HYDROLANT 237/26", "NAVAREA IV 207/26", "NAVAREA XII 841/23", "NAVAREA XII 845/23",
    ]  # fmt: skip
    assert "".join(notice.raw for notice in notices) == text
    assert [len(notice.areas) for notice in notices] == [0, 1, 2, 2]
    assert notices[3].issued == datetime(2023, 12, 7, 8, 7, tzinfo=UTC)
    assert notices[0].expires is None


def test_one_line_form_gives_the_same():
    """Dumps of NGA put a whole message on one line."""
    flat_text = " ".join(VANDENBERG.split())
    (one,), (other,) = parse_notice(flat_text), parse_notice(VANDENBERG)
    assert [(a.label, a.region_ring, a.windows) for a in one.areas] == [
        (a.label, a.region_ring, a.windows) for a in other.areas
    ]
    assert (one.issued, one.expires) == (other.issued, other.expires)


def test_circle():
    """NAVAREA XII 205/23: "IN AREA WITHIN 33 MILES OF 33-15.00N 120-13.00W" (nautical miles)."""
    (notice,) = parse_notice(
        "NAVAREA XII 205/23. 1. HAZARDOUS OPERATIONS 171430Z TO 172330Z APR,\n   ALTERNATE 1430Z TO 2330Z DAILY\n"
        "   18 THRU 21 APR IN AREA WITHIN\n   33 MILES OF 33-15.00N 120-13.00W.\n2. CANCEL THIS MSG 220030Z APR 23."
    )
    (area,) = notice.areas
    assert area.region().centroid == approx((33.25, -deg(120, 13)), abs=1e-4)
    assert area.region().area_km2 == approx(3.14159 * (33 * 1.852) ** 2, rel=1e-3)
    assert spans(notice.windows)[0] == "230417.1430-230417.2330" and len(notice.windows) == 5


def test_circles_share_a_phrase():
    """HYDROPAC 1201/23: "IN AREAS WITHIN THREE MILES OF: A. ... B. ..."; 2300Z to 1355Z runs over midnight."""
    (notice,) = parse_notice(
        "HYDROPAC 1201/23(81).\n1. HAZARDOUS OPERATIONS 2300Z TO 1355Z DAILY\n   17 THRU 19 APR IN AREAS WITHIN THREE MILES OF:\n"
        "   A. 13-26.00N 145-08.00E.\n   B. 13-42.00N 144-36.00E.\n2. CANCEL THIS MSG 201455Z APR 23."
    )
    assert [area.label for area in notice.areas] == ["A", "B"]
    assert notice.areas[1].region().centroid == approx((13.7, 144.6), abs=1e-4)
    assert spans(notice.windows)[-1] == "230419.2300-230420.1355"


def test_strip_along_a_line():
    """HYDROPAC 2232/18: "IN AREA WITHIN 40 MILES OF TRACKLINE JOINING ..."."""
    (notice,) = parse_notice(
        "HYDROPAC 2232/18. 1. HAZARDOUS OPERATIONS 190130Z TO 190830Z JUN IN AREA WITHIN 40 MILES OF TRACKLINE JOINING "
        "19-07.39N 085-35.94E AND 18-33.61N 084-53.74E."
    )
    (area,) = notice.areas
    assert area.region().contains(18.84, 85.25)
    assert area.region().area_km2 == approx(2 * 74.08 * 97.0 + 3.14159 * 74.08**2, rel=0.01)


def test_paragraphs_without_letters_are_numbered():
    """NAVAREA XII 416/18: the launch and the space debris, each with its own times."""
    (notice,) = parse_notice(
        "NAVAREA XII 416/18.\n1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING\n   070151Z TO 070306Z OCT IN AREA BOUND BY\n"
        "   33-03N 121-07W, 32-37N 120-35W, 31-46N 121-00W.\n2. HAZARDOUS OPERATIONS, SPACE DEBRIS\n"
        "   070407Z TO 070422Z OCT IN AREA BOUND BY\n   00-52S 152-42W, 00-20S 155-10W, 07-06N 158-07W.\n"
        "3. CANCEL THIS MSG 100522Z OCT 18.//"
    )
    assert [(area.label, spans(area.windows)) for area in notice.areas] == [
        ("1", ["181007.0151-181007.0306"]),
        ("2", ["181007.0407-181007.0422"]),
    ]
    assert notice.kind == "space launch"


def test_cancel_lists_and_a_message_that_cancels_itself():
    """NAVAREA XII 287/26: "CANCEL NAVAREA XII 270/26 AND THIS MSG, OPERATIONS COMPLETED."."""
    (notice,) = parse_notice(
        "231812Z APR 26 NAVAREA XII 287/26. NORTH PACIFIC. CANCEL NAVAREA XII 270/26 AND THIS MSG."
    )
    assert (notice.cancels, notice.expires) == (("NAVAREA XII 270/26",), None)
    (several,) = parse_notice("HYDROPAC 9/23. CANCEL HYDROPAC 1/23, 2/23 AND HYDROLANT 3/23.")
    assert several.cancels == ("HYDROPAC 1/23", "HYDROPAC 2/23", "HYDROLANT 3/23")


def test_japanese_numbering():
    (notice,) = parse_notice("NAVAREA XI 23-0393. AREA BOUND BY 36-04N 124-30E, 36-00N 124-40E, 35-50N 124-30E.")
    assert (notice.id, notice.publisher) == ("NAVAREA XI 23-0393", "Japan Coast Guard")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("IN AREA BOUND BY 10-00N 020-00E, 11-00N 021-00E.", "2 positions bound no area"),
        ("IN AREA BOUND BY 10-00N 020-00E, 11-00N 021-00E, 97-00N 020-00E, 10-30N 019-00E.", "cannot be read"),
        ("IN AREA BOUND BY 10-00N 020-00E, 11-00N 021-00E, 10-3X 020-00, 10-30N 019-00E.", "was not understood"),
        ("IN AREA WITHIN 20 MILES OF 33-41N 008-03W BETWEEN 270 DEGREES AND 400 DEGREES.", "bearings of its sector"),
        ("IN AREA WITHIN 20 MILES OF AREA BOUND BY 33-41N 008-03W, 34-00N 008-00W, 34-00N 009-00W.", "not understood"),
        ("IN AREA BOUND BY 00-00N 000-00E, 00-00N 120-00E, 00-00N 120-00W.", "9,000 km"),
    ],
)  # fmt: skip
def test_areas_that_cannot_be_drawn_are_left_out_and_said(body, words):
    (notice,) = parse_notice(f"NAVAREA IV 1/23. 1. HAZARDOUS OPERATIONS 121606Z TO 121854Z NOV {body}")
    assert notice.areas == ()
    assert any(words in problem.what for problem in notice.problems)
    assert spans(notice.windows) == ["231112.1606-231112.1854"]


def test_bare_lists_of_positions_give_areas_without_letters():
    text = "First:\n10.00N 20.00E, 10.00N 21.00E, 11.00N 20.50E\n\nSecond, from the map:\n-5.00, 30.00; -5.00, 31.00"
    (notice,) = parse_notice(text)
    assert [(area.label, len(area.region_ring)) for area in notice.areas] == [("", 3)]
    (decimal,) = parse_notice("36.10, 123.50\n36.10, 123.90\n35.60, 123.90\n35.60, 123.50")
    assert decimal.areas[0].region_ring == ((36.1, 123.5), (36.1, 123.9), (35.6, 123.9), (35.6, 123.5))


def test_year_is_needed_only_where_a_day_is_named():
    """Without areas the text is refused; places are given all the same, and the missing year is said."""
    with pytest.raises(NoticeError, match="year"):
        parse_notice("121606Z TO 121854Z NOV")
    (placed,) = parse_notice("121606Z TO 121854Z NOV IN AREA BOUND BY 10-00N 020-00E, 11-00N 021-00E, 10-30N 019-00E.")
    assert len(placed.areas) == 1 and placed.windows == ()
    assert any("year is not in the text" in problem.what for problem in placed.problems)
    assert spans(parse_notice("121606Z TO 121854Z NOV", year=2022)[0].windows) == ["221112.1606-221112.1854"]
    issued = datetime(2022, 12, 28, tzinfo=UTC)
    assert spans(parse_notice("051606Z TO 051854Z JAN", issued=issued)[0].windows) == ["230105.1606-230105.1854"]


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_empty_text_is_refused(text):
    with pytest.raises(NoticeError, match="empty"):
        parse_notice(text)


def test_time_without_zone_is_refused():
    with pytest.raises(NoticeError, match="no time zone"):
        parse_notice(GALAXY, issued=datetime(2022, 11, 7))


def test_too_much_text_is_refused_or_cut_and_said():
    with pytest.raises(NoticeError, match="at most 8,000,000"):
        parse_notice("A" * 8_000_001)
    (notice,) = parse_notice("NAVAREA IV 1/23. " + "X " * 600_000)
    assert any("only the first 200,000 characters" in problem.what for problem in notice.problems)


@pytest.mark.parametrize(
    "text",
    [
        "AREA BOUND BY " + "28-39.92N 080-38.33W, " * 100_000,
        "28-39.92N " * 100_000,
        "WITHIN 5 MILES OF 10-00N 100-00W " * 2_000,
        "NAVAREA IV 1/23. " + "0000Z TO 0100Z DAILY 01 JAN THRU 31 DEC " * 50_000,
        "WITHIN " + "TWENTY FIVE HUNDRED " * 50_000,
        "1-" * 400_000,
        "A. " * 300_000,
        "CANCEL NAVAREA IV " + "1/22, " * 200_000,
    ],
    ids=["corners", "halves", "circles", "daily", "words", "dashes", "letters", "cancels"],
)
def test_hostile_text_ends_with_bounded_answers(text):
    (notice,) = parse_notice(text, year=2023)
    assert len(notice.areas) <= 3_000 and len(notice.windows) <= 2_000 and len(notice.problems) <= 201
    assert notice.problems or notice.windows or notice.cancels


def test_json_has_the_agreed_shape():
    """design.md 4, `notice parse`."""
    (notice,) = parse_notice("NAVAREA IV 1177/22(11,26).\n072239Z NOV 22\n" + GALAXY)
    item = json.loads(json.dumps(notice_to_json(notice)))
    assert {"id", "series", "kind", "kind_probability", "issued", "areas", "cancels", "cancelled_by", "expires",
            "problems"} <= item.keys()  # fmt: skip
    assert (item["issued"], item["expires"]) == ("2022-11-07T22:39:00Z", "2022-11-18T19:54:00Z")
    area = item["areas"][0]
    assert area.keys() >= {"label", "geometry", "windows", "text_span"}
    assert area["geometry"]["type"] == "Polygon"
    assert [-80.6388333, 28.6653333] in area["geometry"]["coordinates"][0]
    assert area["windows"][0] == {"start": "2022-11-12T16:06:00Z", "end": "2022-11-12T18:54:00Z"}


def test_what_looks_like_a_warning():
    assert all(map(looks_like_notice, [GALAXY, FTG_12, ANDOYA, STARLINER, NROL_108, DECEMBER_2012]))
    assert not looks_like_notice("1 58400U 23179A   23329.50000000  .00000000  00000-0  00000-0 0  9990")
    assert not looks_like_notice("6,248.5 km, 1,090 km, 67.5 min")
    assert not looks_like_notice("38.897,-77.036 2023-11-27T23:36:25+09:00")
    assert not looks_like_notice("")


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text):
    try:
        notices = parse_notice(text, year=2023)
    except NoticeError:
        assert not text.strip()
    else:
        assert "".join(notice.raw for notice in notices) in text


@given(st.integers(0, len(GALAXY)), st.integers(0, len(GALAXY)))
def test_any_cut_of_a_warning_is_read(start, end):
    """Whatever part was pasted, corners that are reported stand in it."""
    part = GALAXY[min(start, end) : max(start, end)]
    if part.strip():
        corners = {(p.latitude_deg, p.longitude_deg) for p in find_positions(part)[0]}
        for notice in parse_notice(part, year=2022):
            assert all(set(area.region_ring) <= corners for area in notice.areas)


def _broadcasts(folder: Path):
    with gzip.open(folder / "nga-broadcast-warnings" / "broadcast-warn_2023-04.json.gz") as file:
        return json.load(file)["broadcast-warn"]


@pytest.mark.reference
def test_every_broadcast_of_april_2023_is_read(reference_data):
    """288 NGA messages: all read; every one that bounds an area gives one (figures of this reader: 129 areas in 93)."""
    messages = _broadcasts(reference_data)
    areas = with_areas = 0
    for message in messages:
        issued = datetime.strptime(message["issueDate"], "%d%H%MZ %b %Y").replace(tzinfo=UTC)
        (notice,) = parse_notice(message["text"], year=message["msgYear"], issued=issued)
        json.dumps(notice_to_json(notice))
        areas += len(notice.areas)
        with_areas += bool(notice.areas)
        if re.search(r"BOUND(ED)?\s+BY", message["text"]):
            assert notice.areas, message["text"]
    assert (len(messages), areas, with_areas) == (288, 129, 93)


@pytest.mark.reference
@pytest.mark.parametrize(
    "name", ["nga_navarea_iv_full_dump.txt", "nga_navarea_iv_real.txt", "nga_navarea_xii_sample.txt"]
)
def test_dumps_of_2026_are_parted(reference_data, name):
    """Every warning of a dump once, although its header is said twice; none takes its neighbour's cancel time."""
    text = (reference_data / "nga-broadcast-warnings" / "samples_2026" / name).read_text()
    notices = parse_notice(text)
    ids = [notice.id for notice in notices]
    assert len(set(ids)) == len(ids) >= 6
    for notice in notices:
        if notice.issued is not None and notice.expires is not None:
            assert notice.issued < notice.expires
