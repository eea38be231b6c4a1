"""NOTAMs: the reference texts against what they say and against the launches they announced; forms; hostile text."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import geodesic_inverse
from bongsu.errors import NoticeError
from bongsu.notices import (
    any_notice_to_json,
    format_notam,
    looks_like_notam,
    looks_like_notice,
    parse_notam,
    parse_notice,
    read_notices,
)

HEAD = "(A0001/23 NOTAM{action}\nQ) RKRR/QWMLW/IV/NBO/W/{q}\nA) RKRR B) 2305301500 C) {end}\n"


def notam(text="ROCKET LAUNCH", *, d="", q="000/999/", end="2306101500", action="N", tail=")"):
    """One NOTAM with this item E, read."""
    schedule = f"D) {d}\n" if d else ""
    body = HEAD.format(q=q, end=end, action=action) + f"{schedule}E) {text}{tail}"
    (only,) = parse_notam(body)
    return only


def moments(value):
    """Windows as ``mmddHHMM`` pairs."""
    return [(f"{each.start:%m%d%H%M}", f"{each.end:%m%d%H%M}") for each in value.windows]


def degrees(text):
    """``1230N 08240E`` by the rule of three, for expected values."""
    latitude, longitude = text.split()
    north = int(latitude[:2]) + int(latitude[2:4]) / 60
    east = int(longitude[:3]) + int(longitude[3:5]) / 60
    return approx((-north if latitude.endswith("S") else north, east), abs=1e-9)


# -- reference texts --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def launch_notams(reference_data):
    folder = reference_data / "notam-launch"
    return {path.stem: path.read_text(encoding="utf-8", errors="replace") for path in folder.glob("*.txt")}


@pytest.mark.reference
@pytest.mark.parametrize(
    ("name", "zones", "corner"),
    [
        ("notam-gslv-f10", "1 2 3 4", "1205N 08450E"),
        ("notam-gslv-m1", "1 2 3 4", "1230N 08240E"),
        ("notam-pslv-c47", "1 2 3 4 5 6 7", "1310N 08025E"),
    ],
)
def test_indian_danger_zones(launch_notams, name, zones, corner):
    """Zones as the texts number them; zone 1 is 10 NM around the pad at 134312N 0801348E."""
    (read,) = parse_notam(launch_notams[name])
    assert [area.label for area in read.areas] == zones.split()
    assert read.kind == "space launch"
    pad = read.areas[0]
    assert (pad.kind, pad.radius_m) == ("circle", 18520.0)
    assert pad.vertices == (approx((13.72, 80.23), abs=1e-9),)
    assert [len(area.vertices) for area in read.areas[1:]] == [4] * (len(read.areas) - 1)
    assert read.areas[1].vertices[0] == degrees(corner)
    assert not any(area.approximate for area in read.areas)
    for area in read.areas:
        assert read.raw[slice(*area.vertex_spans[0])].split()[0][0].isdigit()


@pytest.mark.reference
def test_the_farthest_zone_of_pslv_c47(launch_notams):
    """DNG ZONE 7 as written."""
    (read,) = parse_notam(launch_notams["notam-pslv-c47"])
    written = ("2955S 07345E", "3035S 07620E", "4005S 07350E", "3925S 07115E")
    assert list(read.areas[6].vertices) == [degrees(corner) for corner in written]
    assert any("part 1 of 3" in problem.what for problem in read.problems)
    assert read.areas[1].repaired.startswith("4 figures of longitude, its leading zero left out: read as 08025")


@pytest.mark.reference
@pytest.mark.parametrize(
    ("name", "launch", "count"), [("notam-gslv-m1", "2019-042", 15), ("notam-pslv-c47", "2019-081", 30)]
)
def test_windows_hold_the_launches_they_announced(launch_notams, reference_data, name, launch, count):
    """Lift-off by J. McDowell's launch log (planet4589.org/space/gcat), in the reference data."""
    log = gzip.decompress((reference_data / "gcat" / "launchlog_2024-12.tsv.gz").read_bytes()).decode()
    row = next(line for line in log.splitlines() if line.startswith(launch)).split("\t")
    lift_off = datetime.strptime(row[1].strip()[:16], "%Y %b %d %H%M").replace(tzinfo=UTC)
    (read,) = parse_notam(launch_notams[name])
    assert len(read.windows) == count
    assert sum(window.contains(lift_off) for window in read.windows) == 1


@pytest.mark.reference
def test_form_of_notice_services(launch_notams):
    """``0945-1345, 05 MAR 09:45 2020 UNTIL 03 APR 13:45 2020. CREATED: 24 FEB 11:13 2020``: 30 days."""
    (read,) = parse_notam(launch_notams["notam-gslv-f10"])
    assert (read.id, read.schedule, len(read.windows)) == ("A0508/20", "0945-1345", 30)
    assert read.windows[0].start == datetime(2020, 3, 5, 9, 45, tzinfo=UTC)
    assert read.windows[-1].end == datetime(2020, 4, 3, 13, 45, tzinfo=UTC) == read.expires
    assert read.issued == datetime(2020, 2, 24, 11, 13, tzinfo=UTC)


@pytest.mark.reference
def test_tokyo_fir_aerospace_activity(launch_notams):
    (read,) = parse_notam(launch_notams["china_rjjj_2025"])
    assert (read.id, read.locations, read.qualifier.fir) == ("P3539/25", ("RJJJ",), "RJJJ")
    assert (read.lower.words, read.upper.words, read.upper.item) == ("SFC", "UNL", "G")
    corners = ("2307N 12506E", "2324N 12411E", "2309N 12405E", "2251N 12501E")
    assert list(read.areas[0].vertices) == [degrees(corner) for corner in corners]
    for corner in read.areas[0].vertices:  # Q line 2306N12435E029: all of it within 29 NM, rounded
        assert geodesic_inverse(*corner, 23 + 6 / 60, 124 + 35 / 60)[0] < 30.0 * 1852.0
    assert any("TO BE DETERMINED" in problem.what for problem in read.problems)


@pytest.fixture(scope="module")
def samples(launch_notams):
    return parse_notam(launch_notams["pynotam_icao_samples"])


@pytest.mark.reference
def test_every_sample_is_found_with_its_items(samples, launch_notams):
    """186 by SOURCE.md; heads by their word NOTAM."""
    text = launch_notams["pynotam_icao_samples"]
    assert len(samples) == len(re.findall(r" NOTAM[NRC]\b", text)) == 186
    assert [each.action for each in samples].count("R") == text.count("NOTAMR")
    assert all(each.qualifier and each.start and each.locations and each.text for each in samples)
    assert sum(each.end_kind == "PERM" for each in samples) == text.count("C) PERM")
    assert sum(each.end_kind == "EST" for each in samples) == text.count("EST\nE)")


@pytest.mark.reference
def test_schedules_begin_at_b_and_end_at_c(samples):
    """By the rule of OPADD 2.3.14, B is the start of the first period and C the end of the last: an outside check."""
    timed = [each for each in samples if each.schedule and each.end]
    assert len(timed) == 39
    for each in timed:
        assert not any(problem.where == "item D" for problem in each.problems), each.id
        assert (each.windows[0].start, each.windows[-1].end) == (each.start, each.end), each.id


@pytest.mark.reference
def test_balloon_circles_lie_in_their_q_circle(samples):
    """Circles of item E against the Q line, rounded to a minute and a mile by the office that wrote it."""
    checked, misprinted = 0, []
    for each in samples:
        q = each.qualifier
        if len(each.areas) == 1 and not each.areas[0].approximate:
            distance, _, _ = geodesic_inverse(*each.areas[0].vertices[0], q.latitude_deg, q.longitude_deg)
            inside = distance + each.areas[0].radius_m < (q.radius_nm + 1.0) * 1852.0
            said = any("from the centre of the Q line" in problem.what for problem in each.problems)
            assert inside != said, each.id
            checked += inside
            misprinted += [each.id] if said else []
    assert checked >= 20
    assert misprinted == ["C2041/15"]  # Q 3122N03514E, but PSN 321206N0351606E: 50 NM apart in the source


@pytest.mark.reference
def test_lists_of_cranes_and_stands_are_points(samples):
    by_id = {each.id: each for each in samples}
    stands = by_id["A0120/15"]
    assert len(stands.points) == 22
    assert [area.approximate for area in stands.areas] == [True]
    assert len(by_id["C1761/15"].areas) == 6
    assert len(by_id["C1775/15"].areas) == 2


@pytest.mark.reference
def test_samples_survive_being_written_and_read_again(samples):
    for each in samples:
        (again,) = parse_notam(format_notam(each))
        for name in ("id", "action", "refers_to", "qualifier", "start", "end", "end_kind", "windows", "lower", "upper"):
            assert getattr(again, name) == getattr(each, name), (each.id, name)
        assert [area.vertices for area in again.areas] == [area.vertices for area in each.areas]
        assert format_notam(again) == format_notam(each)


# -- positions --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "latitude", "longitude"),
    [
        ("3543N12430E", 35 + 43 / 60, 124.5),
        ("354412N1243030E", 35 + 44 / 60 + 12 / 3600, 124 + 30 / 60 + 30 / 3600),
        ("N354412 E1243030", 35 + 44 / 60 + 12 / 3600, 124 + 30 / 60 + 30 / 3600),
        ("N354412E1243030", 35 + 44 / 60 + 12 / 3600, 124 + 30 / 60 + 30 / 3600),
        ("134312.00N 0801348.00E", 13.72, 80.23),
        ("N315957.84 E0345348.73", 31 + 59 / 60 + 57.84 / 3600, 34 + 53 / 60 + 48.73 / 3600),
        ("3544.2N 12430.5E", 35 + 44.2 / 60, 124 + 30.5 / 60),
        ("35-44-12N 124-30-30E", 35 + 44 / 60 + 12 / 3600, 124 + 30 / 60 + 30 / 3600),
        ("35-44.2N/124-30.5E", 35 + 44.2 / 60, 124 + 30.5 / 60),
        ("35.7366N 124.5083E", 35.7366, 124.5083),
        ("N35.7366 E124.5083", 35.7366, 124.5083),
        ("0300S08100W", -3.0, -81.0),
        ("0000N18000E", 0.0, -180.0),
    ],
)
def test_forms_of_positions(written, latitude, longitude):
    area = notam(f"AREA WI 5NM RADIUS CENTERED ON {written}").areas[0]
    assert area.kind == "circle"
    assert area.vertices[0] == approx((latitude, longitude), abs=1e-9)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("9143N12430E", "beyond 90 degrees"),
        ("3573N12430E", "60 or more minutes"),
        ("3543N19930E", "beyond 180 degrees"),
        ("3543N", "half a position"),
    ],
)
def test_positions_that_are_none(written, words):
    read = notam(f"AREA BOUNDED BY {written}-3643N12430E-3643N12530E-3543N12530E", q="000/999/3600N12500E060")
    assert any(words in problem.what and written[:5] in problem.what for problem in read.problems)
    assert not [area for area in read.areas if not area.approximate and len(area.vertices) == 4]


# -- areas ------------------------------------------------------------------------------------------

RING = "3543N12430E-3643N12430E-3643N12530E-3543N12530E"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"AREA BOUNDED BY {RING}", [""]),
        (f"AREA BOUNDED BY {RING}-3543N12430E", [""]),
        (f"AREA A: {RING}\nAREA B: {RING.replace('N124', 'N126')}", ["A", "B"]),
        (f"THE FLW AREAS CLOSED:\n1. {RING}\n2. {RING.replace('N124', 'N126')}", ["1", "2"]),
        (f"IMPACT AREA OF FIRST STAGE: {RING}. IMPACT AREA OF FAIRING: {RING}", ["stage 1", "fairing"]),
        (f"DANGER ZONE 1 {RING} DANGER ZONE 2 CIRCLE RADIUS 10NM CENTRED 3743N12430E", ["1", "2"]),
        (f"AREA(A) {RING} AREA(B) {RING}", ["A", "B"]),
        (f"DANGER AREA 'A': {RING}", ["A"]),
        (f"A TEMPO DANGER AREA A FEW NM WIDE {RING}", [""]),
        (f"CRANES ON PSNS {RING}", []),
        ("AREA WI 10NM EITHER SIDE OF LINE 3543N12430E-3643N12430E", [""]),
        ("PSN 331330N0353616E RADIUS 500MTR UP TO FL020", [""]),
    ],
)
def test_areas_and_their_labels(text, labels):
    assert [area.label for area in notam(text).areas] == labels


def test_crossing_corners_are_put_in_order():
    """The order of the notice of December 2012 (facts.md 2a), as a NOTAM."""
    read = notam("AREA 354406N1243030E 354407N1245423E 345836N1243232E 345843N1245611E")
    assert "re-ordered" in read.areas[0].repaired
    assert read.areas[0].region().area_km2 == approx(36 * 84, rel=0.02)  # facts.md 3: box 36 x 84 km


def test_an_arc_is_left_out_with_its_words():
    read = notam(f"AREA BOUNDED BY 3443N12430E THEN CLOCKWISE ALONG ARC OF 10NM TO {RING}")
    assert not read.areas
    assert any("arc" in problem.what for problem in read.problems)


def test_an_edge_along_a_border_is_drawn_straight_and_said():
    read = notam(f"AREA BOUNDED BY 3443N12430E THEN ALONG FIR BDRY TO {RING}")
    assert len(read.areas[0].vertices) == 5
    assert any("drawn straight" in problem.what for problem in read.problems)


def test_the_q_circle_stands_in_only_without_other_geometry():
    """ICAO Doc 8126: centre and radius in NM around all that the NOTAM touches."""
    read = notam("ROCKET LAUNCH", q="000/999/3543N12430E060")
    (area,) = read.areas
    assert (area.kind, area.approximate, area.radius_m) == ("circle", True, 60 * 1852.0)
    assert any_notice_to_json(read)["areas"][0]["approximate"] is True
    assert notam("ROCKET LAUNCH", q="000/999/3543N12430E999").areas == ()  # 999: the whole FIR
    assert [each.approximate for each in notam(f"AREA {RING}", q="000/999/3543N12430E060").areas] == [False]


# -- items ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("", [("05301500", "06101500")]),
        ("1500-1700", [(f"{day}1500", f"{day}1700") for day in ("0530", "0531", *(f"06{n:02d}" for n in range(1, 10)))]),
        ("DAILY 2200-0300", [("05302200", "05310300"), ("05312200", "06010300")]),
        ("31 1500-1700, 02 0100-0200", [("05311500", "05311700"), ("06020100", "06020200")]),
        ("MAY 31 JUN 02 1500-1700", [("05311500", "05311700"), ("06021500", "06021700")]),
        ("JUN 01-03 05 0600-0700", [(f"06{n}0600", f"06{n}0700") for n in ("01", "02", "03", "05")]),
        ("BTN 2100-2200 ON 31 MAY AND BTN 0830-1000 ON 01-02 JUN",
         [("05312100", "05312200"), ("06010830", "06011000"), ("06020830", "06021000")]),
        ("01 1600-03 0800", [("06011600", "06030800")]),
        ("MAY 31 1600-JUN 01 0800", [("05311600", "06010800")]),
        ("MON 2200-TUE 0600", [("06052200", "06060600")]),
        ("SAT SUN 0100-0200", [("06030100", "06030200"), ("06040100", "06040200"), ("06100100", "06100200")]),
        ("MAY 31-JUN 01 H24", [("05310000", "06010000"), ("06010000", "06020000")]),
        ("JUN 01-04 0100-0200 EXC SAT SUN", [("06010100", "06010200"), ("06020100", "06020200")]),
    ],
)  # fmt: skip
def test_schedules(schedule, expected):
    """30 May 2023 was a Tuesday. B and C are 30 May 15:00 and 10 June 15:00."""
    read = notam(d=schedule)
    assert moments(read)[: len(expected)] == expected
    if schedule and not schedule.startswith(("DAILY", "1500")):
        assert len(read.windows) == len(expected)
    assert not any(problem.where == "item D" for problem in read.problems)


@pytest.mark.parametrize(
    "schedule", ["SR-SS", "SR MINUS30-SS PLUS30", "HJ", "MON-FRI 2575-2600", "AS PER AIP", "45 0100"]
)
def test_schedules_not_understood_are_never_narrowed(schedule):
    read = notam(d=schedule)
    assert moments(read) == [("05301500", "06101500")]
    assert any(problem.where == "item D" and "not understood" in problem.what for problem in read.problems)


def test_holidays_stay_in_and_are_said():
    read = notam(d="JUN 05-09 0100-0200 EXC HOL")
    assert len(read.windows) == 5
    assert any("'HOL' not applied" in problem.what for problem in read.problems)


def test_ends_estimated_permanent_and_wrong():
    assert notam(end="2306101500EST").end_kind == "EST"
    permanent = notam(end="PERM")
    assert (permanent.end_kind, permanent.expires, permanent.windows[0].end) == ("PERM", None, None)
    backwards = notam(end="2205301500")
    assert any("before the start" in problem.what for problem in backwards.problems)
    assert notam(end="2313101500").windows[0].end is None  # no thirteenth month
    assert notam(end="2306102400").end == datetime(2023, 6, 11, tzinfo=UTC)


def test_replacing_and_cancelling():
    """ICAO Annex 15: NOTAMR and NOTAMC name the one they replace or cancel; a cancellation has no item C."""
    replacing = parse_notam(
        "(A0002/23 NOTAMR A0001/23\nQ) RKRR/QWMLW/IV/NBO/W/000/999/\nA) RKRR B) 2305301500 C) 2306101500 E) X)"
    )
    assert (replacing[0].action, replacing[0].cancels, replacing[0].refers_to) == ("R", ("A0001/23",), "A0001/23")
    (cancelling,) = parse_notam(
        "(A0003/23 NOTAMC A0002/23\nQ) RKRR/QWMXX/IV/NBO/W/000/999/\nA) RKRR B) 2306010000\nE) NOTAM CANCELLED.)"
    )
    assert (cancelling.action, cancelling.cancels, cancelling.problems) == ("C", ("A0002/23",), ())


@pytest.mark.parametrize(
    ("limits", "lower", "upper", "altitude_m"),
    [
        ("F) SFC G) UNL", "SFC", "UNL", None),
        ("F) GND G) FL430", "SFC", "FL430", 43000 * 0.3048),
        ("F) FL100 G) FL195", "FL100", "FL195", 19500 * 0.3048),
        ("F) SFC G) 3000FT AGL", "SFC", "3,000 ft AGL", 914.4),
        ("F) 500FT AMSL G) 5000M AMSL", "500 ft AMSL", "16,404 ft AMSL", 5000.0),
        ("F) GND G) 12 200 m (40 000 ft) MSL.", "SFC", "40,026 ft AMSL", 12200.0),
    ],
)
def test_vertical_limits(limits, lower, upper, altitude_m):
    read = notam(f"ROCKET LAUNCH\n{limits}", q="000/100/")
    assert (read.lower.words, read.upper.words, read.upper.item) == (lower, upper, "G")
    assert read.upper.altitude_m == (None if altitude_m is None else approx(altitude_m))
    assert read.text == "ROCKET LAUNCH"


def test_levels_of_the_q_line_stand_in():
    read = notam(q="000/245/")
    assert (read.lower.words, read.upper.words, read.upper.item) == ("SFC", "FL245", "Q")
    assert notam("CLSD FM GND UP TO 548M 1,800FT AMSL").upper.words == "1,798 ft AMSL"


def test_lists_inside_item_e_are_no_items():
    read = notam("1. A) FIRST B) SECOND C) THIRD F) NOT A LIMIT G) NOR THIS\nF) SFC G) FL100")
    assert read.text.endswith("G) NOR THIS")
    assert read.upper.words == "FL100"


def test_unread_times_of_the_text_are_said():
    read = notam(f"AREA A: {RING} 0100-0200 UTC")
    assert any("'0100-0200 UTC'" in problem.what for problem in read.problems)


# -- one reader for all -----------------------------------------------------------------------------

WARNING = """HYDROPAC 1/23.
ROCKET LAUNCH 301500Z TO 301600Z MAY 23
36-16.00N 123-08.00E, 36-16.00N 123-52.00E, 35-54.00N 123-52.00E.
"""


def test_warnings_and_notams_in_one_text():
    both = HEAD.format(q="000/999/", end="2306101500", action="N") + f"E) AREA {RING})\n"
    read = read_notices(f"{WARNING}\n{both}\n{WARNING.replace('1/23', '2/23')}{both}")
    assert [each.id for each in read] == ["HYDROPAC 1/23", "A0001/23", "HYDROPAC 2/23", "A0001/23"]
    assert all(len(each.areas) == 1 for each in read)
    assert [each.id for each in read_notices(both + WARNING)] == ["A0001/23", "HYDROPAC 1/23"]
    assert read_notices(WARNING) == parse_notice(WARNING)


def test_what_looks_like_a_notam():
    assert looks_like_notam(HEAD.format(q="000/999/", end="PERM", action="N"))
    assert looks_like_notam("Q) RJJJ/QXXXX/IV/NBO/E/000/999/2306N12435E029\nA) RJJJ B) 2509050000 C) 2509102359")
    assert not looks_like_notam(WARNING)
    assert not looks_like_notam("The NOTAM office is closed.")
    assert looks_like_notice(WARNING)


def test_a_notam_without_its_number():
    (read,) = read_notices("Q) RKRR/QWMLW/IV/NBO/W/000/999/\nA) RKRR B) 2305301500 C) 2306101500\nE) AREA " + RING)
    assert (read.id, len(read.areas), len(read.windows)) == ("", 1, 1)
    (again,) = parse_notam(format_notam(read))
    assert (again.id, again.areas[0].vertices, again.windows) == ("", read.areas[0].vertices, read.windows)


def test_refusals():
    for text, words in [("  ", "is empty"), ("A" * 8_000_001, "at most 8,000,000")]:
        with pytest.raises(NoticeError, match=words):
            parse_notam(text)
    with pytest.raises(NoticeError, match="no time zone"):
        parse_notam("A0001/23 NOTAMN", issued=datetime(2023, 1, 1))


# -- hostile text -----------------------------------------------------------------------------------

LONG = HEAD.format(q="000/999/1000N08000E010", end="2412310000", action="N")


@pytest.mark.parametrize(
    "part",
    ["A", "1", " ", "N", "1205N08450E ", "1205N08450E-1206N08451E-1300N08500E-THE ", "WI 5NM ", "(", "12-05-03N ",
     "AREA 1: 1205N08450E-1305N08550E-1205N08550E-1305N08450E ", "CIRCLE RADIUS 5NM CENTRED 1205N08450E ",
     "5NM EITHER SIDE OF LINE 1205N08450E-1305N08550E X ", "F) SFC G) UNL ", "A. 1205N08450E ", "100 000 000 M ",
     "AREA 1: 1205N08450E-120501N0845001E-120502N0845002E XX ", "1205N08450E ALONG THE COAST "],
)  # fmt: skip
def test_a_megabyte_of_anything_is_answered(part):
    """Whatever a megabyte repeats, it is read to an end and kept (its speed: benchmarks/notices_speed.py)."""
    text = LONG + "E) AREA " + part * (1_000_000 // len(part))
    (read,) = parse_notam(text)
    assert read.raw == text


def test_many_long_schedules_are_cut_short():
    text = (LONG + "D) 0000-0001 0002-0003 0004-0005\nE) X)\n") * 5000
    read = parse_notam(text)
    assert any("too many windows" in problem.what for problem in read[-1].problems)


@given(st.text(alphabet="NSEW0123456789-., \n()ABCDEFGQ/RUMZ", max_size=400))
def test_any_text_gives_notams_or_a_refusal(text):
    if text.strip():
        read = parse_notam(LONG + text)
        assert "".join(each.raw for each in read) == LONG + text
        for each in read:
            assert all(
                window.start is None or window.end is None or window.start <= window.end for window in each.windows
            )
            any_notice_to_json(each)


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2068, 1, 1)),
    st.integers(0, 60),
    st.text(alphabet="MONTUESAT JANFEB0123456789-,DAILY", max_size=40),
)
def test_any_schedule_stays_between_b_and_c(start, days, schedule):
    start = start.replace(second=0, microsecond=0)
    end = start + timedelta(days=days)
    (read,) = parse_notam(f"(A0001/23 NOTAMN\nA) RKRR B) {start:%y%m%d%H%M} C) {end:%y%m%d%H%M}\nD) {schedule}\nE) X)")
    assert read.windows
    assert all(read.start <= window.start <= window.end <= read.end for window in read.windows)
