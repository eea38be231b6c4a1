"""Two-line element sets.

Sets quoted here are public: those of 58400, 41332 and 39026 as printed in public histories and in
``nagix/nk-missile-tests``; every value expected was read off the columns by the published description
(space-track.org/documentation; AIAA 2006-6753), or is what another program (sgp4 by Brandon Rhodes) reads.
"""

from __future__ import annotations

import gzip
import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sgp4.api import Satrec

from bongsu.errors import ElementSetError
from bongsu.orbit import ElementSet, format_tle, parse_tle

LINE_1 = "1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999"
LINE_2 = "2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052"
PAIR = f"{LINE_1}\n{LINE_2}\n"
MALLIGYONG_1 = """\
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
1 58400U 23179A   24159.97159215  .00006581  00000+0  30025-3 0  9991
2 58400  97.4051  46.9797 0001572 158.6830 201.4471 15.20948569 30329
1 58400U 23179A   24164.24788005  .00007135  00000+0  32465-3 0  9998
2 58400  97.4040  51.1823 0001996 152.6365 207.4976 15.21013721 30973
1 58400U 23179A   24189.90245992  .00005957  00000-0  26900-3 0  9999
2 58400  97.4012  76.4000 0003640 108.4471 251.7161 15.21338773 34872
1 58400U 23179A   25094.55850553  .00009368  00000+0  41469-3 0  9997
2 58400  97.3654 341.9641 0002762 242.7651 117.3304 15.21867784 76039
1 58400U 23179A   25175.60410168  .00002479  00000+0  10942-3 0  9995
2 58400  97.3555  61.3089 0003848 353.2595   6.8589 15.22668528 88361
1 58400U 23179A   25275.53598775  .00009658  00000+0  40717-3 0  9998
2 58400  97.3379 159.0831 0004084   5.2578 354.8701 15.23514062103570
1 58400U 23179A   26078.31760625  .00002918  00000+0  13041-3 0  9993
2 58400  97.3149 322.3697 0008335 356.8389   3.2793 15.22074556129086
1 58400U 23179A   26116.64146913  .00003694  00000+0  16304-3 0  9997
2 58400  97.3091 359.6357 0007728 198.3444 161.7515 15.22338942134916
1 58400U 23179A   26185.97809597  .00004231  00000+0  18409-3 0  9999
2 58400  97.2992  67.0225 0007506 337.9436  22.1477 15.22750963145465
"""
KWANGMYONGSONG_4_FIRST = """\
1 41332U 16009A   16038.21829896 -.00000079  00000-0  00000+0 0  9998
2 41332  97.5278  86.6115 0026697 338.3404 145.2384 15.27435642    23
"""
KWANGMYONGSONG_4_LATE = """\
1 41332U 16009A   22125.21808161  .00030905  00000+0  73442-3 0  9997
2 41332  97.2450 200.8790 0019764 121.8738 238.4436 15.41408035349170
"""
KWANGMYONGSONG_3_2_FIRST = """\
1 39026U 12072A   12347.09611576 -.00000066  00000-0  00000+0 0    21
2 39026 097.4047 036.0317 0067405 176.3492 277.5861 15.08261084    19
"""
OR_TOLERANT = "or accept it with --tolerant (in Python strict=False)"
SEE_SOURCE = "compare it with the source"


def put(line: str, column: int, text: str) -> str:
    """``line`` with ``text`` from ``column`` (1-based) on."""
    return line[: column - 1] + text + line[column - 1 + len(text) :]


def summed(line: str) -> str:
    """``line`` with the right checksum: digits count themselves, minus signs 1, modulo 10."""
    total = sum(int(c) if c.isdigit() else c == "-" for c in line[:68])
    return line[:68] + str(total % 10)


def problems_of(text: str, *, strict: bool = True) -> list[tuple[str, str, str]]:
    """Place, finding and advice of each problem of a text without any good set."""
    sets, problems = parse_tle(text, strict=strict)
    assert sets == []
    return [(problem.where, problem.what, problem.advice) for problem in problems]


def notes_of(text: str) -> list[tuple[str, str]]:
    """Place and finding of each departure of the one set that the tolerant reading accepts."""
    (element_set,), problems = parse_tle(text, strict=False)
    assert problems == []
    assert [note.advice for note in element_set.notes] == [""] * len(element_set.notes)
    return [(note.where, note.what) for note in element_set.notes]


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_field_of_a_set():
    (element_set,), problems = parse_tle(f"MALLIGYONG-1\n{PAIR}", origin="catalogue of 2024-06-06")
    assert problems == []
    assert element_set == ElementSet(
        norad_id=58400,
        designator="2023-179A",
        name="MALLIGYONG-1",
        epoch=datetime(2024, 6, 6, 4, 41, 45, 620160, tzinfo=UTC),  # day 158 and 0.19566690 x 86400 s = 16905.62016 s
        inclination_deg=97.4052,
        node_deg=45.2326,
        eccentricity=0.0002221,
        perigee_argument_deg=305.1745,
        mean_anomaly_deg=54.9283,
        mean_motion_rev_day=15.21704003,
        bstar=0.41535e-4,
        mean_motion_dot=0.00000871,
        mean_motion_ddot=0.0,
        classification="U",
        element_number=999,
        revolution=3005,
        ephemeris_type=0,
        origin="catalogue of 2024-06-06",
    )


def test_negative_and_exponent_fields():
    """AIAA 2006-6753, verification set 16925 (SL-6 R/B), of which only the fields of line 1 matter here."""
    line_1 = "1 16925U 86065D   06151.67415771  .02550794 -30915-6  18784-3 0  4486"
    line_2 = "2 16925  62.0906 295.0239 5596327 245.1593  47.9690  4.88511875148616"
    (element_set,), _ = parse_tle(f"{line_1}\n{line_2}")
    assert (element_set.mean_motion_dot, element_set.mean_motion_ddot) == (0.02550794, -0.30915e-6)
    assert (element_set.bstar, element_set.eccentricity, element_set.revolution) == (0.18784e-3, 0.5596327, 14861)
    assert element_set.designator == "1986-065D"


@pytest.mark.parametrize(("written", "year"), [("57", 1957), ("99", 1999), ("00", 2000), ("56", 2056)])
def test_two_digit_years(written, year):
    (element_set,), _ = parse_tle(f"{summed(put(LINE_1, 19, written))}\n{LINE_2}")
    assert element_set.epoch.year == year


@pytest.mark.parametrize(
    ("day", "epoch"),
    [
        ("001.00000000", datetime(2024, 1, 1, tzinfo=UTC)),
        ("001.00000001", datetime(2024, 1, 1, 0, 0, 0, 864, tzinfo=UTC)),
        ("060.50000000", datetime(2024, 2, 29, 12, tzinfo=UTC)),
        ("366.99999999", datetime(2024, 12, 31, 23, 59, 59, 999136, tzinfo=UTC)),
    ],
)
def test_epoch_is_exact_to_the_microsecond(day, epoch):
    (element_set,), problems = parse_tle(f"{summed(put(LINE_1, 21, day))}\n{LINE_2}")
    assert (element_set.epoch, problems) == (epoch, [])


def test_blank_classification_designator_and_ephemeris_type():
    """AIAA 2006-6753, verification set 11801: no designator, no ephemeris type, element number 1."""
    line_1 = "1 11801U          80230.29629788  .01431103  00000-0  14311-1      13"
    line_2 = "2 11801  46.7916 230.4354 7318036  47.4722  10.4117  2.28537848    13"
    (element_set,), problems = parse_tle(f"{put(line_1, 8, ' ')}\n{line_2}")
    assert problems == []
    assert (element_set.designator, element_set.classification) == ("", "U")
    assert (element_set.ephemeris_type, element_set.element_number, element_set.revolution) == (0, 1, 1)


@pytest.mark.parametrize(
    ("written", "number"),
    [("00005", 5), ("    5", 5), ("99999", 99_999), ("A0000", 100_000), ("A0080", 100_080), ("H9999", 179_999),
     ("J0000", 180_000), ("N9999", 229_999), ("P0000", 230_000), ("Z9999", 339_999)],
)  # fmt: skip
def test_catalogue_numbers_and_alpha_5(written, number):
    """Alpha-5 examples of space-track.org/documentation: A0000 is 100000, J2931 182931, Z9999 339999."""
    text = f"{summed(put(LINE_1, 3, written))}\n{summed(put(LINE_2, 3, written))}"
    (element_set,), problems = parse_tle(text)
    assert (element_set.norad_id, problems) == (number, [])
    assert format_tle(element_set).split("\n")[1][2:7] == (written.strip().rjust(5, "0"))


# ── layout ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_names_comments_blanks_and_line_ends(end):
    lines = ["# from a friend", "", "0 MALLIGYONG-1   ", LINE_1 + "   ", "", LINE_2, "#", *PAIR.split("\n"),
             "KMS-4", *KWANGMYONGSONG_4_LATE.split("\n")]  # fmt: skip
    sets, problems = parse_tle("\ufeff" + end.join(lines))
    assert problems == []
    assert [(s.name, s.norad_id) for s in sets] == [("MALLIGYONG-1", 58400), ("", 58400), ("KMS-4", 41332)]


def test_a_name_that_begins_like_an_element_line():
    sets, problems = parse_tle(f"1 KUNS-PF\n{PAIR}2 COSMOS 2251 DEB\n{PAIR}")
    assert ([s.name for s in sets], problems) == (["1 KUNS-PF", "2 COSMOS 2251 DEB"], [])


def test_a_bad_set_loses_only_itself():
    sets, problems = parse_tle(f"A\n{PAIR}B\n{put(LINE_1, 69, '3')}\n{LINE_2}\nC\n{PAIR}")
    assert [s.name for s in sets] == ["A", "C"]
    assert [p.where for p in problems] == ["line 5, column 69"]


def test_prose_around_a_set_is_reported_and_costs_nothing():
    sets, problems = parse_tle(f"Dear all,\nhere it is:\nMALLIGYONG-1\n{PAIR}Regards\n")
    advice = "put # before comments; element lines begin with '1 ' or '2 ' and a catalogue number"
    assert [s.name for s in sets] == ["MALLIGYONG-1"]
    assert [(p.where, p.what, p.advice) for p in problems] == [
        ("lines 1-2", "'Dear all,' is neither an element line nor the name before one", advice),
        ("line 6", "'Regards' is neither an element line nor the name before one", advice),
    ]


def test_a_mix_of_good_broken_and_stray_lines_keeps_its_order():
    sets, problems = parse_tle(f"{LINE_2}\n{LINE_1}\n{PAIR}{LINE_1}")
    assert len(sets) == 1
    assert [p.where for p in problems] == ["line 1, columns 1-69", "line 2, columns 1-69", "line 5, columns 1-69"]


# ── what only the strict reading refuses ─────────────────────────────────────────────────────────────────────────────


def test_the_first_set_of_39026_has_leading_zeros():
    assert problems_of(KWANGMYONGSONG_3_2_FIRST) == [
        ("line 2, columns 9-16", "inclination '097.4047' has a leading zero", f"write ' 97.4047', {OR_TOLERANT}"),
        (
            "line 2, columns 18-25",
            "right ascension of the node '036.0317' has a leading zero",
            f"write ' 36.0317', {OR_TOLERANT}",
        ),
    ]
    assert notes_of(KWANGMYONGSONG_3_2_FIRST) == [
        ("line 2, columns 9-16", "inclination '097.4047' has a leading zero"),
        ("line 2, columns 18-25", "right ascension of the node '036.0317' has a leading zero"),
    ]
    (element_set,), _ = parse_tle(KWANGMYONGSONG_3_2_FIRST, strict=False)
    assert (element_set.inclination_deg, element_set.node_deg, element_set.element_number) == (97.4047, 36.0317, 2)


def test_the_first_set_of_41332_keeps_to_the_form():
    """Its columns and both checksums (8 and 3, summed by hand) are as published today: nothing to refuse."""
    (element_set,), problems = parse_tle(KWANGMYONGSONG_4_FIRST)
    assert problems == []
    assert (element_set.mean_motion_dot, element_set.bstar, element_set.revolution) == (-0.00000079, 0.0, 2)


@pytest.mark.parametrize(
    ("line_1", "line_2", "where", "what", "advice"),
    [
        (
            put(LINE_1, 69, "8"), LINE_2, "line 1, column 69", "checksum is '8', columns 1-68 give 9",
            f"a character of the line is wrong; copy it again, {OR_TOLERANT}",
        ),
        (
            LINE_1, LINE_2[:68], "line 2, column 69", "the checksum is missing, columns 1-68 give 2",
            f"correct it, {OR_TOLERANT}",
        ),
        (
            put(LINE_1, 34, "+"), LINE_2, "line 1, columns 34-43",
            "first derivative of the mean motion '+.00000871' has an explicit plus sign",
            f"write ' .00000871', {OR_TOLERANT}",
        ),
        (
            put(LINE_1, 54, "+"), LINE_2, "line 1, columns 54-61", "BSTAR '+41535-4' has an explicit plus sign",
            f"write ' 41535-4', {OR_TOLERANT}",
        ),
        (
            LINE_1 + "     0.00      4320.0", LINE_2, "line 1, columns 70-90",
            "text after the checksum: '0.00      4320.0'", f"correct it, {OR_TOLERANT}",
        ),
        (
            "  " + LINE_1, LINE_2, "line 1, columns 1-2",
            "the line is indented by 2; its columns are counted from the first digit", f"correct it, {OR_TOLERANT}",
        ),
        (
            LINE_1.replace(" ", "\u00a0", 1), LINE_2, "line 1, column 2", "character U+00A0 stands for ' '",
            f"correct it, {OR_TOLERANT}",
        ),
        (
            put(LINE_1, 45, " 00000\u22120"), LINE_2, "line 1, column 51", "character U+2212 stands for '-'",
            f"correct it, {OR_TOLERANT}",
        ),
        (
            summed(put(LINE_1, 54, " " * 8)), LINE_2, "line 1, columns 54-61", "BSTAR is blank",
            f"correct it, {OR_TOLERANT}",
        ),
        (
            summed(put(LINE_1, 10, "179A    ")), LINE_2, "line 1, columns 10-17",
            "international designator '179A    ' is not in the published form", f"correct it, {OR_TOLERANT}",
        ),
        (
            summed(put(LINE_1, 19, "23366")), LINE_2, "line 1, columns 21-32",
            "epoch day '366.19566690' is outside 1 to 365, the days of 2023", SEE_SOURCE,
        ),
        (
            LINE_1, summed(put(LINE_2, 53, "05.21704003")), "line 2, columns 53-63",
            "mean motion '05.21704003' has a leading zero", f"write ' 5.21704003', {OR_TOLERANT}",
        ),
    ],
)  # fmt: skip
def test_a_departure_is_refused_strictly_and_noted_tolerantly(line_1, line_2, where, what, advice):
    text = f"{line_1}\n{line_2}"
    assert problems_of(text) == [(where, what, advice)]
    assert notes_of(text) == [(where, what)]


def test_a_departure_changes_no_value():
    """Every departure at once gives the values of the published form."""
    line_1 = put(put(put(LINE_1, 34, "+"), 45, "+"), 54, "+")[:68]
    line_2 = put(LINE_2, 18, "045.2326")[:68]
    (departed,), _ = parse_tle(f"  {line_1}\n{line_2}", strict=False)
    (published,), _ = parse_tle(PAIR)
    assert len(departed.notes) == 7
    assert {name: getattr(departed, name) for name in ElementSet.__slots__ if name != "notes"} == {
        name: getattr(published, name) for name in ElementSet.__slots__ if name != "notes"
    }


# ── what no reading accepts ──────────────────────────────────────────────────────────────────────────────────────────

FATAL = [
    (
        f"{LINE_1}\n{summed(put(LINE_2, 7, '1'))}", "line 2, columns 3-7",
        "catalogue number '58401' differs from '58400' in line 1", "these two lines are no set; copy both of one set",
    ),
    (
        f"{LINE_1}\n{LINE_2[:51]}", "line 2, columns 52-69", "line 2 of the set ends after column 51 of 69",
        "copy the whole line; text copied from a page may have lost its double blanks",
    ),
    (
        LINE_1, "line 1, columns 1-69", "line 1 of '58400' has no line 2 after it", "copy both lines of the set",
    ),
    (
        f"MALLIGYONG-1\n{LINE_2}", "line 2, columns 1-69", "line 2 of '58400' has no line 1 before it",
        "copy both lines of the set",
    ),
    (
        f"{LINE_1} {LINE_2}", "line 1, columns 1-139", "line 1 of '58400' has no line 2 after it",
        "break the line before column 71",
    ),
    (
        f"{LINE_1}\n{put(LINE_2, 10, '5l.6416')}", "line 2, columns 9-16",
        "inclination ' 5l.6416' is not a number: column 11 holds the letter 'l'", "write the digit 1 there",
    ),
    (
        f"{LINE_1}\n{put(LINE_2, 27, '0O02221')}", "line 2, columns 27-33",
        "eccentricity '0O02221' is not a number: column 28 holds the letter 'O'", "write the digit 0 there",
    ),
    (
        f"{put(LINE_1, 21, 'I58')}\n{LINE_2}", "line 1, columns 21-32",
        "epoch day 'I58.19566690' is not a number: column 21 holds the letter 'I'", "write the digit 1 there",
    ),
    (
        f"{put(LINE_1, 7, 'O')}\n{LINE_2}", "line 1, columns 3-7",
        "catalogue number '5840O' is not a number: column 7 holds the letter 'O'", "write the digit 0 there",
    ),
    (
        f"{put(LINE_1, 3, 'a')}\n{LINE_2}", "line 1, columns 3-7", "catalogue number 'a8400' is not a number",
        f"{SEE_SOURCE}, column by column",
    ),
    (
        f"{put(LINE_1, 3, 'O')}\n{LINE_2}", "line 1, columns 3-7",
        "catalogue number 'O8400' is not a number: Alpha-5 has no letter O", "write the digit 0, or the right letter",
    ),
    (
        f"{summed(put(LINE_1, 21, '000'))}\n{LINE_2}", "line 1, columns 21-32",
        "epoch day '000.19566690' is outside 1 to 366, the days of 2024", SEE_SOURCE,
    ),
    (
        f"{summed(put(LINE_1, 21, '367'))}\n{LINE_2}", "line 1, columns 21-32",
        "epoch day '367.19566690' is outside 1 to 366, the days of 2024", SEE_SOURCE,
    ),
    (
        f"{LINE_1}\n{summed(put(LINE_2, 9, '197.4052'))}", "line 2, columns 9-16",
        "inclination '197.4052' is outside 0 to 180 deg", SEE_SOURCE,
    ),
    (
        f"{LINE_1}\n{summed(put(LINE_2, 44, '361.0000'))}", "line 2, columns 44-51",
        "mean anomaly '361.0000' is outside 0 to 360 deg", SEE_SOURCE,
    ),
    (
        f"{LINE_1}\n{summed(put(LINE_2, 53, '25.21704003'))}", "line 2, columns 53-63",
        "mean motion '25.21704003' is outside 1e-08 to 20 rev/day", SEE_SOURCE,
    ),
    (
        f"{LINE_1}\n{summed(put(LINE_2, 53, ' 0.00000000'))}", "line 2, columns 53-63",
        "mean motion ' 0.00000000' is outside 1e-08 to 20 rev/day", SEE_SOURCE,
    ),
    (
        f"{LINE_1}\n{LINE_2[:16]}{LINE_2[17:]}0", "line 2, columns 18-25",
        "right ascension of the node '45.2326 ' is not a number", f"{SEE_SOURCE}, column by column",
    ),
    (
        f"{put(LINE_1, 18, 'x')}\n{LINE_2}", "line 1, column 18",
        "'x' stands where a blank belongs, before the epoch year",
        "the line is shifted from here on or before; count its columns",
    ),
    (
        f"{summed(put(LINE_1, 63, '4'))}\n{LINE_2}", "line 1, column 63",
        "ephemeris type 4 is SGP4-XP, another theory than SGP4", "fetch the SGP4 elements of this object",
    ),
    (
        f"{LINE_1}\n{put(LINE_2, 35, '٣')}", "line 2, columns 35-42", "argument of perigee '٣05.1745' is not a number",
        f"{SEE_SOURCE}, column by column",
    ),
]  # fmt: skip


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(("text", "where", "what", "advice"), FATAL)
def test_an_unreadable_set_is_refused_in_both_readings(text, where, what, advice, strict):
    assert (where, what, advice) in problems_of(text, strict=strict)


def test_every_fault_of_a_set_is_reported_in_the_order_of_its_columns():
    line_1 = put(put(LINE_1, 34, "+"), 69, "0")
    line_2 = put(put(put(LINE_2, 3, "58401"), 18, "045.2326"), 44, "362.0000")
    found = [where for where, _, _ in problems_of(f"{line_1}\n{line_2}")]
    assert found == [
        "line 1, columns 34-43", "line 1, column 69", "line 2, columns 3-7", "line 2, columns 18-25",
        "line 2, columns 44-51", "line 2, column 69",
    ]  # fmt: skip
    costly = [where for where, _, _ in problems_of(f"{line_1}\n{line_2}", strict=False)]
    assert costly == ["line 2, columns 3-7", "line 2, columns 44-51"]


@given(st.integers(0, 137), st.sampled_from("0123456789 -+.AOlx\t\u00a0"))
def test_no_changed_character_changes_the_orbit_unseen(at, character):
    """The checksum cannot tell blank, plus, point, letter and zero apart; there the columns must."""
    lines = LINE_1 + LINE_2
    changed = lines[:at] + character + lines[at + 1 :]
    sets, problems = parse_tle(f"{changed[:69]}\n{changed[69:]}")
    assert bool(sets) != bool(problems)
    (original,), _ = parse_tle(PAIR)
    orbit = [name for name in ElementSet.__slots__ if name not in ("classification", "designator")]
    for element_set in sets:
        assert [getattr(element_set, name) for name in orbit] == [getattr(original, name) for name in orbit]


@given(st.text())
def test_any_text_is_answered_without_an_error(text):
    sets, problems = parse_tle(text)
    assert sets == []
    assert bool(problems) == any(line.strip() and not line.strip().startswith("#") for line in _lines(text))


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


# ── only ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_reads_the_objects_asked_for():
    text = (
        f"A\n{PAIR}{put(LINE_1, 21, 'xxx')}\n{LINE_2}\n{KWANGMYONGSONG_4_LATE}{LINE_1.replace('58400', '58401')}\nstray"
    )
    sets, problems = parse_tle(text, only={41332})
    assert ([s.norad_id for s in sets], problems) == ([41332], [])
    sets, problems = parse_tle(text, only=[58400])
    assert [s.norad_id for s in sets] == [58400]
    assert [p.where for p in problems] == ["line 4, columns 21-32"]
    assert parse_tle(text, only=[1, 400_000]) == ([], [])


@pytest.mark.parametrize(("written", "number"), [("A0080", 100_080), ("    5", 5), ("00005", 5)])
def test_only_knows_every_way_to_write_a_number(written, number):
    text = f"{summed(put(LINE_1, 3, written))}\n{summed(put(LINE_2, 3, written))}"
    assert [s.norad_id for s in parse_tle(text, only={number})[0]] == [number]


def test_only_reports_a_misprinted_number_of_the_object():
    sets, problems = parse_tle(f"{put(LINE_1, 7, 'O')}\n{put(LINE_2, 7, 'O')}\n{PAIR}", only={58400})
    assert len(sets) == 1
    assert [p.where for p in problems] == ["line 1, columns 3-7", "line 2, columns 3-7"]


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def current_zero(text: str) -> str:
    """Both ways of writing a zero second derivative, `` 00000-0`` and `` 00000+0``, as the second; sums set right."""
    lines = [line.replace(" 00000-0 ", " 00000+0 ") for line in text.strip().split("\n")]
    return "\n".join(summed(line) if line[:2] in ("1 ", "2 ") else line for line in lines)


@pytest.mark.parametrize("text", [MALLIGYONG_1, KWANGMYONGSONG_4_FIRST, KWANGMYONGSONG_4_LATE])
def test_real_sets_are_written_as_they_were(text):
    sets, problems = parse_tle(text)
    assert problems == []
    assert len(sets) == text.count("\n") // 2
    assert "\n".join(format_tle(element_set) for element_set in sets) == current_zero(text)


def test_name_on_a_line_before():
    (element_set,), _ = parse_tle(f"MALLIGYONG-1\n{PAIR}")
    assert format_tle(element_set).split("\n")[0] == "MALLIGYONG-1"
    assert format_tle(element_set, name=False) == current_zero(PAIR)


def a_set(**changes: object) -> ElementSet:
    (element_set,), _ = parse_tle(PAIR)
    values = {name: getattr(element_set, name) for name in ElementSet.__slots__} | changes
    return ElementSet(**values)


@pytest.mark.parametrize("name", ["# 1", "0 ZERO", "1 58400 LIKE A LINE", "two\nlines"])
def test_a_name_that_could_be_taken_for_something_else(name):
    element_set = a_set(name=name)
    (back,), problems = parse_tle(format_tle(element_set))
    assert (back.name, problems) == (name.replace("\n", "").removeprefix("0 "), [])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"norad_id": 340_000}, "catalogue number 340000 is above 339999, the largest a TLE can hold"),
        ({"norad_id": 270_000_000}, "catalogue number 270000000 is above 339999, the largest a TLE can hold"),
        ({"epoch": datetime(2057, 1, 1, tzinfo=UTC)},
         "epoch 2057-01-01T00:00:00+00:00 of object 58400 is outside 1957 to 2056, the years of a TLE"),
        ({"eccentricity": 0.99999999}, "eccentricity 1.0000000 of object 58400 does not fit the 7 columns of a TLE"),
        ({"element_number": 10_000}, "element set number 10000 of object 58400 does not fit the 4 columns of a TLE"),
        ({"ephemeris_type": 10}, "ephemeris type 10 of object 58400 does not fit the 1 columns of a TLE"),
        ({"mean_motion_dot": 1.5},
         "first derivative of the mean motion 1.50000000 of object 58400 does not fit the 9 columns of a TLE"),
        ({"bstar": 1e9}, "BSTAR 10000+10 of object 58400 does not fit the 8 columns of a TLE"),
        ({"bstar": math.inf}, "BSTAR inf of object 58400 does not fit the 8 columns of a TLE"),
        ({"classification": "US"}, "classification 'US' of object 58400 does not fit the 1 columns of a TLE"),
    ],
)  # fmt: skip
def test_what_a_tle_cannot_hold(change, message):
    with pytest.raises(ElementSetError) as caught:
        format_tle(a_set(**change))
    assert (str(caught.value), caught.value.advice) == (message, "write the set as OMM")


@pytest.mark.parametrize(
    ("change", "line", "columns", "written"),
    [
        ({"node_deg": 359.99996}, 1, (18, 25), "  0.0000"),
        ({"node_deg": -0.5}, 1, (18, 25), "359.5000"),
        ({"bstar": -1e-10}, 0, (54, 61), "-10000-9"),
        ({"bstar": 1.234e-12}, 0, (54, 61), " 00123-9"),
        ({"bstar": 0.999996}, 0, (54, 61), " 10000+1"),
        ({"bstar": -0.0}, 0, (54, 61), " 00000+0"),
        ({"mean_motion_dot": -0.00000066}, 0, (34, 43), "-.00000066"),
        ({"revolution": 103_570}, 1, (64, 68), " 3570"),
        ({"designator": ""}, 0, (10, 17), "        "),
        ({"designator": "TBA - TO BE ASSIGNED"}, 0, (10, 17), "        "),
        ({"designator": "2023-179ABC"}, 0, (10, 17), "23179ABC"),
        ({"epoch": datetime(2023, 12, 31, 23, 59, 59, 999_900, tzinfo=UTC)}, 0, (19, 32), "24001.00000000"),
        ({"epoch": datetime(2024, 1, 1, 0, 0, 0, 431, tzinfo=UTC)}, 0, (19, 32), "24001.00000000"),
        ({"epoch": datetime(2024, 1, 1, 0, 0, 0, 432, tzinfo=UTC)}, 0, (19, 32), "24001.00000001"),
        ({"norad_id": 5}, 0, (3, 7), "00005"),
        ({"norad_id": 182_931}, 0, (3, 7), "J2931"),
    ],
)  # fmt: skip
def test_columns_of_single_values(change, line, columns, written):
    text = format_tle(a_set(**change)).split("\n")[line]
    assert text[columns[0] - 1 : columns[1]] == written
    assert text == summed(text)


ANGLE = st.integers(0, 3_599_999).map(lambda value: value / 1e4)
EXPONENT = st.tuples(st.integers(-99_999, 99_999), st.integers(-9, 9)).map(lambda v: float(f"{v[0]}e{v[1] - 5}"))
SETS = st.builds(
    ElementSet,
    norad_id=st.integers(0, 339_999),
    designator=st.from_regex(r"(19[6-9][0-9]|20[0-4][0-9])-[0-9]{3}[A-Z]{1,3}", fullmatch=True) | st.just(""),
    name=st.from_regex(r"[A-Z]([A-Z0-9() -]{0,20}[A-Z0-9)])?", fullmatch=True) | st.just(""),
    epoch=st.integers(0, 100 * 36_524 * 10**6).map(
        lambda tick: datetime(1957, 1, 1, tzinfo=UTC) + timedelta(microseconds=tick * 864)
    ),
    inclination_deg=st.integers(0, 1_800_000).map(lambda value: value / 1e4),
    node_deg=ANGLE,
    eccentricity=st.integers(0, 9_999_999).map(lambda value: value / 1e7),
    perigee_argument_deg=ANGLE,
    mean_anomaly_deg=ANGLE,
    mean_motion_rev_day=st.integers(1, 2_000_000_000).map(lambda value: value / 1e8),
    bstar=EXPONENT,
    mean_motion_dot=st.integers(-99_999_999, 99_999_999).map(lambda value: value / 1e8),
    mean_motion_ddot=EXPONENT,
    classification=st.sampled_from("UCS"),
    element_number=st.integers(0, 9999),
    revolution=st.integers(0, 99_999),
    ephemeris_type=st.sampled_from([0, 1, 2, 3, 5]),
)


@given(SETS)
def test_value_to_text_to_value(element_set):
    text = format_tle(element_set)
    sets, problems = parse_tle(text)
    assert (sets, problems) == ([element_set], [])
    assert format_tle(sets[0]) == text
    tolerant, _ = parse_tle(text, strict=False)
    assert tolerant == sets


@given(SETS)
def test_the_careful_reading_agrees_with_the_quick_one(element_set):
    """A line with a missing checksum takes the way that explains; its values must be the same."""
    lines = format_tle(element_set, name=False).split("\n")
    (careful,), _ = parse_tle(
        "\n".join(line[:68].rstrip() if line[67] != " " else line for line in lines), strict=False
    )
    (quick,), _ = parse_tle("\n".join(lines))
    for name in ElementSet.__slots__:
        if name != "notes":
            assert getattr(careful, name) == getattr(quick, name)


# ── reference data ───────────────────────────────────────────────────────────────────────────────────────────────────


def assert_as_sgp4(element_set: ElementSet, line_1: str, line_2: str) -> None:
    """Values as ``Satrec.twoline2rv`` reads them; its radians turned back cost a few units in the last place."""
    other = Satrec.twoline2rv(line_1, line_2)
    degrees = 180.0 / math.pi
    per_day = 1440.0 / (2.0 * math.pi)
    assert element_set.norad_id == other.satnum
    assert element_set.eccentricity == other.ecco
    assert element_set.bstar == pytest.approx(other.bstar, rel=1e-15, abs=0)
    for ours, theirs in (
        (element_set.inclination_deg, other.inclo * degrees),
        (element_set.node_deg, other.nodeo * degrees),
        (element_set.perigee_argument_deg, other.argpo * degrees),
        (element_set.mean_anomaly_deg, other.mo * degrees),
        (element_set.mean_motion_rev_day, other.no_kozai * per_day),
        (element_set.mean_motion_dot, other.ndot * per_day * 1440.0),
        (element_set.mean_motion_ddot, other.nddot * per_day * 1440.0**2),
    ):
        assert ours == pytest.approx(theirs, rel=1e-13, abs=1e-18)
    assert (element_set.element_number, element_set.revolution) == (other.elnum, other.revnum)
    julian = datetime(2000, 1, 1, 12, tzinfo=UTC) + timedelta(days=other.jdsatepoch - 2451545.0)
    assert abs(element_set.epoch - julian - timedelta(days=other.jdsatepochF)) <= timedelta(microseconds=1)


@pytest.mark.reference
def test_a_whole_catalogue_as_sgp4_reads_it(reference_data):
    """CelesTrak GROUP=active of 2026-07-08: 15932 named sets, all good; each compared with ``Satrec``."""
    text = gzip.decompress((reference_data / "catalogue-snapshots/active_2026-07-08.tle.gz").read_bytes()).decode()
    sets, problems = parse_tle(text)
    lines = [line for line in text.splitlines() if line.strip()]
    assert problems == []
    assert len(sets) == len(lines) // 3 == 15932
    for index, element_set in enumerate(sets):
        name, line_1, line_2 = lines[3 * index : 3 * index + 3]
        assert element_set.name == name.strip()
        assert_as_sgp4(element_set, line_1, line_2)


@pytest.mark.reference
@pytest.mark.parametrize("snapshot", ["active_2021-08-07", "active_2026-06-02", "debris_2026-08-22"])
def test_published_catalogues_are_written_as_they_were(reference_data, snapshot):
    text = gzip.decompress((reference_data / f"catalogue-snapshots/{snapshot}.tle.gz").read_bytes()).decode()
    sets, problems = parse_tle(text)
    written = "\n".join(format_tle(element_set) for element_set in sets)
    published = "\n".join(line.rstrip() for line in text.splitlines())
    assert problems == []
    differing = [
        (ours, theirs)
        for ours, theirs in zip(written.split("\n"), current_zero(published).split("\n"), strict=True)
        if ours != theirs
    ]
    assert differing == []


@pytest.mark.reference
def test_verification_sets_of_aiaa_2006_6753(reference_data):
    """33 sets with propagation limits behind column 69: refused strictly, all read tolerantly."""
    text = (reference_data / "sgp4-verification/SGP4-VER.TLE").read_text()
    sets, problems = parse_tle(text)
    assert sets == []
    assert sum(problem.what.startswith("text after the checksum") for problem in problems) == 33
    sets, problems = parse_tle(text, strict=False)
    lines = [line for line in text.splitlines() if line[:2] in ("1 ", "2 ")]
    assert (len(sets), problems) == (33, [])
    for index, element_set in enumerate(sets):
        assert_as_sgp4(element_set, lines[2 * index][:69], lines[2 * index + 1][:69])


@pytest.mark.reference
def test_tough_sets(reference_data):
    """121 sets without checksums, most with plus signs and leading zeros (CelesTrak, fundamentals-of-astrodynamics)."""
    text = (reference_data / "sgp4-verification/tough.tle").read_text()
    sets, problems = parse_tle(text)
    assert sets == []
    missing = [problem.where for problem in problems if problem.what.startswith("the checksum is missing")]
    assert missing == [f"line {number}, column 69" for number in range(1, 243)]
    plus = [problem for problem in problems if problem.what.endswith("has an explicit plus sign")]
    assert len(plus) == sum(line[33:61].count(" +") + (line[33] == "+") for line in text.splitlines() if line[0] == "1")
    sets, problems = parse_tle(text, strict=False)
    assert (len(sets), problems) == (121, [])
    lines = text.splitlines()
    for index, element_set in enumerate(sets):
        assert_as_sgp4(element_set, lines[2 * index], lines[2 * index + 1])


@pytest.mark.reference
def test_the_histories_of_north_korean_satellites(reference_data):
    """336 + 11 + 8 sets. Three of 2017, with the plus signs and zeros of then, are for the tolerant reading."""
    found = {}
    for name in ("malligyong1_58400_to_2026-07-10", "kms-4_41332", "kms-3-2_39026"):
        text = (reference_data / f"malligyong1-tle/{name}.tle").read_text()
        strict, tolerant = parse_tle(text)[0], parse_tle(text, strict=False)
        assert tolerant[1] == []
        found[name] = (len(strict), len(tolerant[0]))
    assert found == {
        "malligyong1_58400_to_2026-07-10": (336, 336), "kms-4_41332": (10, 11), "kms-3-2_39026": (6, 8),
    }  # fmt: skip


@pytest.mark.reference
def test_a_real_alpha_5_set(reference_data):
    (element_set,), problems = parse_tle((reference_data / "catalogue-snapshots/extra_alpha5_sample.tle").read_text())
    assert problems == []
    assert (element_set.norad_id, element_set.designator, element_set.name) == (
        100_080,
        "2026-164A",
        "AAGAMAN OBJECT A",
    )
