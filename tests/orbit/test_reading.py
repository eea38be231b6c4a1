"""Reading element sets of any form, and choosing one.

Sets of 58400 as printed in public histories of CelesTrak data; hashes by ``sha256sum``.
"""

from __future__ import annotations

import gzip
import hashlib
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.errors import ElementSetError, InputError, NoDataError
from bongsu.orbit import (
    ElementSet,
    drop_shared_epochs,
    format_omm,
    format_tle,
    looks_like_element_sets,
    parse_tle,
    read_element_sets,
    select_element_set,
)

JUNE_6 = """\
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
"""
JUNE_7 = """\
1 58400U 23179A   24159.97159215  .00006581  00000+0  30025-3 0  9991
2 58400  97.4051  46.9797 0001572 158.6830 201.4471 15.20948569 30329
"""
OLD_FORM = """\
1 39026U 12072A   12347.09611576 -.00000066  00000-0  00000+0 0    21
2 39026 097.4047 036.0317 0067405 176.3492 277.5861 15.08261084    19
"""
(SET_6,), _ = parse_tle(JUNE_6)
(SET_7,), _ = parse_tle(JUNE_7)
NAMED_FIELDS = "a TLE has lines that begin with '1 ' and '2 ' and a catalogue number; an OMM has named fields"


def changed(element_set: ElementSet, **changes: object) -> ElementSet:
    return ElementSet(**{name: getattr(element_set, name) for name in ElementSet.__slots__} | changes)


def refusal(data: bytes | str, **options: object) -> ElementSetError:
    with pytest.raises(ElementSetError) as caught:
        read_element_sets(data, **options)
    return caught.value


# ── forms ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (JUNE_6 + JUNE_7, "tle"),
        *((format_omm([SET_6, SET_7], form), f"omm-{form}") for form in ("json", "csv", "xml", "kvn")),
    ],
    ids=["tle", "json", "csv", "xml", "kvn"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_the_form_is_found(text, form, encoding):
    raw = text.encode(encoding)
    found = read_element_sets(raw)
    assert (found.sets, found.problems, found.form) == ((SET_6, SET_7), (), form)
    assert found.sha256 == hashlib.sha256(raw).hexdigest()


def test_text_is_hashed_in_utf_8_and_the_origin_kept():
    found = read_element_sets(JUNE_6, origin="mail of 2024-06-06")
    assert found.sha256 == "d7609d15d5e5999a2d1c2b1c387e1c48732083eb9d52053868d147b8eefc4fad"
    assert found.sets[0].origin == "mail of 2024-06-06"


def test_strict_and_tolerant():
    found = read_element_sets(JUNE_6 + OLD_FORM)
    assert ([s.norad_id for s in found.sets], [p.where for p in found.problems]) == (
        [58400], ["line 4, columns 9-16", "line 4, columns 18-25"],
    )  # fmt: skip
    found = read_element_sets(JUNE_6 + OLD_FORM, strict=False)
    assert ([s.norad_id for s in found.sets], found.problems) == ([58400, 39026], ())
    assert [note.where for note in found.sets[1].notes] == ["line 4, columns 9-16", "line 4, columns 18-25"]


def test_only_may_find_nothing():
    for text in (JUNE_6 + OLD_FORM, format_omm([SET_6])):
        assert read_element_sets(text, only={58400}).sets == (SET_6,)
        assert (read_element_sets(text, only={5}).sets, read_element_sets(text, only={5}).problems) == ((), ())


@pytest.mark.parametrize(
    ("data", "message", "advice"),
    [
        (b"", "gp.txt is empty", "check that the download or copy completed"),
        ("", "gp.txt is empty", "check that the download or copy completed"),
        (" \n", "gp.txt holds only blanks", "check that the download or copy completed"),
        (
            "<!doctype html><title>404 Not Found</title>",
            "gp.txt: this is an HTML page, its title is '404 Not Found', instead of data",
            "the server sent a page, often an error or a login form; save the data itself",
        ),
        ("No GP data found\n", "gp.txt holds no element set; it begins 'No GP data found'", NAMED_FIELDS),
        (
            "[case]\nname = 'x'\n", "gp.txt holds no element set; it begins \"[case] name = 'x'\"", NAMED_FIELDS,
        ),
        (
            "In April 2012 the third stage was lost, and 1 or 2 pieces fell into the sea; nobody saw more of it.",
            "gp.txt holds no element set; it begins 'In April 2012 the third stage was lost, and 1 or 2 pieces...'",
            NAMED_FIELDS,
        ),
        (b"\x1f\x8b\x08\x00", "gp.txt is gzip data, not text", "unpack it with gunzip"),
        (b"1 58400U\x00", "gp.txt holds 1 NUL byte, the first at byte 8, so it is not text",
         "give the data as plain text in UTF-8"),
        ('{"NORAD_CAT_ID": ', "gp.txt: line 1, column 18: not JSON: Expecting value", "save the reply again, whole"),
        (
            '{"error": "You must be logged in"}',
            "gp.txt: no element set can be read: record 1: no field of an OMM; its fields are 'error'",
            "save the OMM data itself",
        ),
    ],
)  # fmt: skip
def test_what_holds_no_element_sets(data, message, advice):
    error = refusal(data, origin="gp.txt")
    assert (str(error), error.advice) == (message, advice)


def test_a_file_of_bad_sets_lists_every_problem():
    error = refusal(OLD_FORM * 2)
    assert str(error) == (
        "the input: no element set can be read: line 2, columns 9-16: inclination '097.4047' has a leading zero; "
        "line 2, columns 18-25: right ascension of the node '036.0317' has a leading zero; "
        "line 4, columns 9-16: inclination '097.4047' has a leading zero; and 1 more"
    )
    assert [problem.where for problem in error.problems] == [
        "line 2, columns 9-16", "line 2, columns 18-25", "line 4, columns 9-16", "line 4, columns 18-25",
    ]  # fmt: skip
    assert error.advice == "write ' 97.4047', or accept it with --tolerant (in Python strict=False)"


@given(st.binary())
def test_any_bytes_are_answered_or_refused(raw):
    assert str(refusal(raw))


@pytest.mark.parametrize("text", [JUNE_6, f"see:\r\n  {JUNE_6}", OLD_FORM, JUNE_6.replace("58400", "5840O"),
                                  *(format_omm([SET_6], form) for form in ("json", "csv", "xml", "kvn"))])  # fmt: skip
def test_text_that_looks_like_element_sets(text):
    assert looks_like_element_sets(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "HYDROPAC 1779/23(97).\nNORTH PACIFIC.\n1. HAZARDOUS OPERATIONS 301500Z MAY TO 101500Z JUN", "[1, 2]", "{}",
        "<html></html>", "6,248.5 km, 1,090 km, 67.5 min", "1 2 3\n2 3 4", "[case]\nname = 'x'",
    ],
)  # fmt: skip
def test_text_that_does_not(text):
    assert not looks_like_element_sets(text)


# ── sets that share an epoch ─────────────────────────────────────────────────────────────────────────────────────────


def test_of_two_sets_with_one_epoch_the_later_number_is_kept():
    older = changed(SET_6, element_number=998, node_deg=45.2327)
    kept, problems = drop_shared_epochs([SET_7, SET_6, older])
    assert kept == (SET_7, SET_6)
    assert [(p.where, p.what, p.advice) for p in problems] == [
        (
            "object 58400, epoch 2024-06-06T04:41:45.620160+00:00",
            "two sets with different elements share this epoch; number 998 was dropped",
            "kept is number 999; compare both with the source if it matters",
        )
    ]


def test_of_equal_numbers_the_later_in_the_file_is_kept():
    other = changed(SET_6, bstar=0.0)
    kept, problems = drop_shared_epochs([SET_6, other])
    assert kept == (other,)
    assert problems[0].advice == "kept is number 999, the later; compare both with the source if it matters"
    found = read_element_sets(format_tle(SET_6) + "\n" + format_tle(other))
    assert (found.sets, len(found.problems)) == ((other,), 1)


def test_a_repetition_is_dropped_in_silence():
    renamed = changed(SET_6, name="MALLIGYONG-1")
    assert drop_shared_epochs([SET_6, SET_7, renamed, SET_6]) == ((SET_7, SET_6), ())


def test_epochs_are_shared_up_to_1e_8_of_a_day():
    near = changed(SET_6, epoch=SET_6.epoch + timedelta(microseconds=864), node_deg=45.0)
    apart = changed(SET_6, epoch=SET_6.epoch + timedelta(microseconds=865), node_deg=45.0)
    elsewhere = changed(SET_6, norad_id=58401)
    assert drop_shared_epochs([SET_6, near])[0] == (near,)
    assert drop_shared_epochs([SET_6, apart, elsewhere]) == ((SET_6, apart, elsewhere), ())


def test_a_row_of_near_epochs_is_cut_where_it_grows_too_long():
    sets = [changed(SET_6, epoch=SET_6.epoch + timedelta(microseconds=864 * step)) for step in range(4)]
    assert drop_shared_epochs(sets) == ((sets[1], sets[3]), ())


def test_three_sets_with_one_epoch():
    sets = [changed(SET_6, element_number=number, node_deg=float(number)) for number in (12, 14, 13)]
    kept, problems = drop_shared_epochs(sets)
    assert kept == (sets[1],)
    assert [p.what.split("; ")[1] for p in problems] == ["number 12 was dropped", "number 13 was dropped"]


# ── choice ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_set_with_the_least_timing_error_is_chosen():
    """Either side of the moment: a set half a day after it beats one that is weeks old."""
    for sets in ([SET_6, SET_7], [SET_7, SET_6]):
        assert select_element_set(sets, SET_7.epoch - timedelta(seconds=1)) == SET_7
        assert select_element_set(sets, SET_6.epoch + timedelta(hours=2)) == SET_6
        assert select_element_set(sets, SET_6.epoch - timedelta(days=1)) == SET_6
        slow = [changed(SET_6, mean_motion_dot=1e-6), changed(SET_7, mean_motion_dot=1e-6)]
        assert select_element_set(slow, SET_7.epoch + timedelta(days=900)) == slow[1]


def test_of_one_epoch_the_greatest_number_is_chosen():
    later = changed(SET_6, element_number=1000)
    for sets in ([SET_6, later], [later, SET_6]):
        assert select_element_set(sets, SET_6.epoch) == later
        assert select_element_set(sets, SET_6.epoch - timedelta(days=1)) == later


def test_any_zone_will_do():
    korean = timezone(timedelta(hours=9))
    assert select_element_set([SET_6, SET_7], datetime(2024, 6, 8, 8, 19, 6, tzinfo=korean)) == SET_7
    assert select_element_set([SET_6, SET_7], datetime(2024, 6, 6, 15, 0, 0, tzinfo=korean)) == SET_6


def test_what_cannot_be_chosen_from():
    with pytest.raises(NoDataError, match=r"^no element set to choose from$"):
        select_element_set([], datetime(2024, 6, 6, tzinfo=UTC))
    with pytest.raises(InputError, match=r"^sets of 2 objects \(58400, 58401\) where those of one are needed$"):
        select_element_set([SET_6, changed(SET_6, norad_id=58401)], SET_6.epoch)
    with pytest.raises(InputError, match=r"^time 2024-06-06T00:00:00 has no time zone$"):
        select_element_set([SET_6], datetime(2024, 6, 6))


# ── reference data ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.reference
def test_histories_hold_sets_that_share_an_epoch(reference_data):
    """97 objects gathered from 302 mirrored files: 225 pairs one unit of the last digit of the epoch apart."""
    raw = gzip.decompress((reference_data / "tle-histories-2026/imaging_satellites.tle.gz").read_bytes())
    parsed, _ = parse_tle(raw.decode())
    found = read_element_sets(raw)
    assert len(parsed) == 18_084
    assert len(parsed) - len(found.sets) == 225
    assert 0 < len(found.problems) < 225
    assert all("share this epoch; number 999 was dropped" in problem.what for problem in found.problems)
    assert set(found.sets) <= set(parsed)


@pytest.mark.reference
def test_a_history_that_repeats_its_sets(reference_data):
    """QZS-2 in 2025: 343 sets, 250 different epochs (``cut -c19-32 | sort -u``), 15 of them one unit from another."""
    raw = (reference_data / "qzs2-manoeuvres/QZS2_TLE.txt").read_bytes()
    found = read_element_sets(raw)
    assert len(found.sets) == 235
