"""Orbit mean-elements messages in their four forms.

Values expected: Brandon Rhodes's sample files (``sgp4-verification/sample_omm.*``), the OMM of 58400 of 2026-07-10 as
CelesTrak published it in CSV, and the meaning of each field in CCSDS 502.0-B-3, section 4.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sgp4 import omm as sgp4_omm
from sgp4.api import Satrec

from bongsu.errors import ElementSetError
from bongsu.orbit import ElementSet, format_omm, parse_omm

FORMS = ("json", "csv", "xml", "kvn")
HEADER = (
    "OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,"
    "EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,ELEMENT_SET_NO,REV_AT_EPOCH,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT"
)
ROW = (
    "MALLIGYONG-1,2023-179A,2026-07-10T07:13:07.451616,15.22776275,.00069828,97.2993,72.1946,316.6351,43.4336,0,U,58400,"
    "999,14627,.84425395E-4,.1904E-4,0"
)
MALLIGYONG_1 = ElementSet(
    norad_id=58400,
    designator="2023-179A",
    name="MALLIGYONG-1",
    epoch=datetime(2026, 7, 10, 7, 13, 7, 451616, tzinfo=UTC),
    inclination_deg=97.2993,
    node_deg=72.1946,
    eccentricity=0.00069828,
    perigee_argument_deg=316.6351,
    mean_anomaly_deg=43.4336,
    mean_motion_rev_day=15.22776275,
    bstar=0.84425395e-4,
    mean_motion_dot=0.1904e-4,
    mean_motion_ddot=0.0,
    classification="U",
    element_number=999,
    revolution=14627,
    ephemeris_type=0,
)
FIELDS: dict[str, object] = dict(zip(HEADER.split(","), ROW.split(","), strict=True))
SEE_SOURCE = "compare it with the source"
NEEDED = [
    "MEAN_MOTION", "ECCENTRICITY", "INCLINATION", "RA_OF_ASC_NODE", "ARG_OF_PERICENTER", "MEAN_ANOMALY",
    "NORAD_CAT_ID", "BSTAR",
]  # fmt: skip


def problems_of(text: str) -> list[tuple[str, str, str]]:
    """Place, finding and advice of each problem of a text without any good record."""
    sets, problems = parse_omm(text)
    assert sets == []
    return [(problem.where, problem.what, problem.advice) for problem in problems]


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(ElementSetError) as caught:
        parse_omm(text)
    return str(caught.value), caught.value.advice


def as_json(**changes: object) -> str:
    """One record; a value of None leaves the field out."""
    return json.dumps({name: value for name, value in (FIELDS | changes).items() if value is not None})


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────

NUMBERS = {name: value for name, value in FIELDS.items() if name not in ("OBJECT_NAME", "OBJECT_ID", "EPOCH")}
KVN = """CCSDS_OMM_VERS = 3.0
COMMENT made by hand
CREATION_DATE = 2026-07-10T12:00:00
ORIGINATOR = 18 SDS

OBJECT_NAME = MALLIGYONG-1
OBJECT_ID = 2023-179A
CENTER_NAME = EARTH
REF_FRAME = TEME
TIME_SYSTEM = UTC
MEAN_ELEMENT_THEORY = SGP/SGP4
EPOCH = 2026-191T07:13:07.451616Z
MEAN_MOTION = 15.22776275 [rev/day]
ECCENTRICITY = .00069828
INCLINATION = 97.2993 [deg]
RA_OF_ASC_NODE = 72.1946 [deg]
ARG_OF_PERICENTER = 316.6351 [deg]
MEAN_ANOMALY = 43.4336 [deg]
EPHEMERIS_TYPE = 0
CLASSIFICATION_TYPE = U
NORAD_CAT_ID = 58400
ELEMENT_SET_NO = 999
REV_AT_EPOCH = 14627
BSTAR = .84425395E-4 [1/ER]
MEAN_MOTION_DOT = .1904E-4 [rev/day**2]
MEAN_MOTION_DDOT = 0 [rev/day**3]
USER_DEFINED_NOTE = anything
"""
XML = (
    '<?xml version="1.0" encoding="UTF-16"?>\n<n:ndm xmlns:n="urn:ccsds:schema:ndmxml"><omm id="CCSDS_OMM_VERS" '
    'version="3.0"><header/><body><segment><metadata><OBJECT_NAME>MALLIGYONG-1</OBJECT_NAME><OBJECT_ID>2023-179A'
    "</OBJECT_ID><MEAN_ELEMENT_THEORY>SGP4</MEAN_ELEMENT_THEORY></metadata><data><meanElements><EPOCH>"
    "2026-07-10T07:13:07.451616</EPOCH>"
    + "".join(
        f"<{name}{' units=' + chr(34) + 'deg' + chr(34) if name in ('INCLINATION', 'MEAN_ANOMALY') else ''}>{value}"
        f"</{name}>"
        for name, value in NUMBERS.items()
    )
    + "</meanElements></data></segment></body></omm></n:ndm>"
)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\n{ROW}\n",
        f"\ufeff{HEADER.lower()}\r\n\r\n{ROW}\r\n",
        f"{HEADER}\n{ROW}\n".replace(",", ";"),
        ",".join(f'"{name}"' for name in HEADER.split(",")) + "\n" + ",".join(f'"{cell}"' for cell in ROW.split(",")),
        as_json(),
        f"[{as_json()}]",
        json.dumps([FIELDS | {name: float(str(FIELDS[name])) for name in NEEDED if name != "NORAD_CAT_ID"}
                    | {"NORAD_CAT_ID": 58400, "ELEMENT_SET_NO": 999, "REV_AT_EPOCH": 14627, "SOMETHING_ELSE": [1]}]),
        KVN,
        XML,
    ],
    ids=["csv", "csv-lower-crlf", "csv-semicolon", "csv-quoted", "json", "json-list", "json-numbers", "kvn", "xml"],
)  # fmt: skip
def test_every_form_gives_the_same_set(text):
    assert parse_omm(text) == ([MALLIGYONG_1], [])


def test_fields_that_may_be_absent():
    absent = ("OBJECT_NAME", "OBJECT_ID", "EPHEMERIS_TYPE", "CLASSIFICATION_TYPE", "ELEMENT_SET_NO", "REV_AT_EPOCH",
              "MEAN_MOTION_DOT", "MEAN_MOTION_DDOT")  # fmt: skip
    (element_set,), problems = parse_omm(as_json(**dict.fromkeys(absent)))
    assert problems == []
    assert (element_set.name, element_set.designator, element_set.classification) == ("", "", "U")
    assert (element_set.element_number, element_set.revolution, element_set.mean_motion_dot) == (0, 0, 0.0)
    assert parse_omm(as_json(OBJECT_NAME="", ELEMENT_SET_NO="")) == parse_omm(
        as_json(OBJECT_NAME=None, ELEMENT_SET_NO=0)
    )


@pytest.mark.parametrize("number", [5, 100_080, 270_000_001, 999_999_999])
@pytest.mark.parametrize("form", FORMS)
def test_catalogue_numbers_of_up_to_nine_digits(form, number):
    (element_set,), _ = parse_omm(as_json(NORAD_CAT_ID=number))
    assert element_set.norad_id == number
    assert parse_omm(format_omm([element_set], form))[0] == [element_set]


@pytest.mark.parametrize(
    ("written", "epoch"),
    [
        ("2026-07-10T07:13:07", datetime(2026, 7, 10, 7, 13, 7, tzinfo=UTC)),
        ("2026-07-10 07:13:07.5Z", datetime(2026, 7, 10, 7, 13, 7, 500_000, tzinfo=UTC)),
        ("2024-366T00:00:00.000001", datetime(2024, 12, 31, 0, 0, 0, 1, tzinfo=UTC)),
        ("2026-07-10T07:13:07.4516164", datetime(2026, 7, 10, 7, 13, 7, 451_616, tzinfo=UTC)),
        ("2025-12-31T23:59:59.9999995", datetime(2026, 1, 1, tzinfo=UTC)),
    ],
)
def test_ways_to_write_an_epoch(written, epoch):
    (element_set,), _ = parse_omm(as_json(EPOCH=written))
    assert element_set.epoch == epoch


def test_a_name_keeps_its_brackets_in_kvn():
    (element_set,), _ = parse_omm(KVN.replace("= MALLIGYONG-1", "= GLONASS 751 [+]"))
    assert element_set.name == "GLONASS 751 [+]"


# ── problems of one record ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("field", [*NEEDED, "EPOCH"])
@pytest.mark.parametrize("absent", [None, ""])
def test_a_missing_field_is_named(field, absent):
    advice = "give the mean motion in rev/day" if field == "MEAN_MOTION" else "an SGP4 element set needs it"
    assert problems_of(as_json(**{field: absent})) == [(f"record 1, {field}", "is missing", advice)]


ONLY_TEME = "only SGP4 mean elements of Earth satellites, in TEME and UTC, can be used"


@pytest.mark.parametrize(
    ("field", "value", "what", "advice"),
    [
        ("MEAN_ELEMENT_THEORY", "SGP4-XP", "'SGP4-XP' is not SGP4", ONLY_TEME),
        ("MEAN_ELEMENT_THEORY", "DSST", "'DSST' is not SGP4", ONLY_TEME),
        ("CENTER_NAME", "MARS", "'MARS' is not EARTH", ONLY_TEME),
        ("REF_FRAME", "GCRF", "'GCRF' is not TEME", ONLY_TEME),
        ("TIME_SYSTEM", "TAI", "'TAI' is not UTC", ONLY_TEME),
        ("EPHEMERIS_TYPE", "4", "4 is SGP4-XP, another theory than SGP4", "fetch the SGP4 elements of this object"),
        ("INCLINATION", "180.1", "'180.1' is outside 0 to 180 deg", SEE_SOURCE),
        ("INCLINATION", -0.1, "-0.1 is outside 0 to 180 deg", SEE_SOURCE),
        ("ECCENTRICITY", "1.0", "'1.0' is outside 0 to 0.999999999", SEE_SOURCE),
        ("MEAN_MOTION", 0, "0 is outside 1e-08 to 20 rev/day", SEE_SOURCE),
        ("MEAN_MOTION", "20.5", "'20.5' is outside 1e-08 to 20 rev/day", SEE_SOURCE),
        ("RA_OF_ASC_NODE", "361", "'361' is outside -360 to 360 deg", SEE_SOURCE),
        ("BSTAR", "1e10", "'1e10' is outside -1e+09 to 1e+09 1/ER", SEE_SOURCE),
        ("MEAN_ANOMALY", "4O.1", "'4O.1' is not a number", SEE_SOURCE),
        ("MEAN_ANOMALY", "1_0", "'1_0' is not a number", SEE_SOURCE),
        ("MEAN_ANOMALY", "nan", "'nan' is not a number", SEE_SOURCE),
        ("MEAN_ANOMALY", "٣", "'٣' is not a number", SEE_SOURCE),
        ("MEAN_ANOMALY", True, "True is not a number", SEE_SOURCE),
        ("MEAN_ANOMALY", [1], "[1] is not a number", SEE_SOURCE),
        ("NORAD_CAT_ID", "A0080", "'A0080' is not a whole number", SEE_SOURCE),
        ("NORAD_CAT_ID", 58400.0, "58400.0 is not a whole number", SEE_SOURCE),
        ("NORAD_CAT_ID", "1000000000", "'1000000000' is outside 0 to 999999999", SEE_SOURCE),
        ("NORAD_CAT_ID", -1, "-1 is outside 0 to 999999999", SEE_SOURCE),
        ("OBJECT_NAME", {"a": 1}, "{'a': 1} is not a text of at most 256 characters", SEE_SOURCE),
        ("EPOCH", "2026-13-01T00:00:00", "'2026-13-01T00:00:00' is not a UTC time", None),
        ("EPOCH", "2026-366T00:00:00", "'2026-366T00:00:00' is not a UTC time", None),
        ("EPOCH", "2026-000T00:00:00", "'2026-000T00:00:00' is not a UTC time", None),
        ("EPOCH", "2026-07-10T07:13:07+09:00", "'2026-07-10T07:13:07+09:00' is not a UTC time", None),
        ("EPOCH", "9999-12-31T23:59:59.9999999", "'9999-12-31T23:59:59.9999999' is not a UTC time", None),
        ("EPOCH", 26191.3, "26191.3 is not a UTC time", None),
    ],
)
def test_a_wrong_value_is_named(field, value, what, advice):
    advice = "write it as 2026-07-10T07:13:07.451616" if advice is None else advice
    assert problems_of(as_json(**{field: value})) == [(f"record 1, {field}", what, advice)]


def test_a_bad_record_loses_only_itself_and_is_counted_or_placed():
    good, bad = as_json(), as_json(INCLINATION="197")
    what = "'197' is outside 0 to 180 deg"
    sets, problems = parse_omm(f"[{good},{bad},7,{good}]")
    assert (len(sets), [(p.where, p.what) for p in problems]) == (
        2, [("record 2, INCLINATION", what), ("record 3", "7 is not an object")],
    )  # fmt: skip
    bad_row = ROW.replace("97.2993", "197")
    sets, problems = parse_omm(f"{HEADER}\n{ROW}\n{bad_row}\n{ROW},\n{ROW}\n")
    assert (len(sets), [(p.where, p.what) for p in problems]) == (
        2, [("line 3, INCLINATION", what), ("line 4", "18 cells under a header of 17")],
    )  # fmt: skip
    bad_kvn = KVN.replace("97.2993", "197").replace("ORIGINATOR = 18 SDS", "nonsense")
    sets, problems = parse_omm(KVN + bad_kvn)
    line = KVN.count("\n")
    assert (len(sets), [(p.where, p.what) for p in problems]) == (
        1,
        [
            (f"line {line + 4}", "'nonsense' is not of the form KEYWORD = value"),
            (f"line {line + 15}, INCLINATION", what),
        ],
    )  # fmt: skip
    bad_xml = XML.replace("97.2993", "197").partition("<omm")[2]
    sets, problems = parse_omm(XML.replace("</n:ndm>", "") + "<omm" + bad_xml)
    assert (len(sets), [(p.where, p.what) for p in problems]) == (1, [("record 2, INCLINATION", what)])


def test_a_field_given_twice():
    found = ("INCLINATION", "given twice", "keep the right one")
    text = as_json().replace('"INCLINATION"', '"INCLINATION": 97, "INCLINATION"')
    assert problems_of(text) == [(f"record 1, {found[0]}", *found[1:])]
    text = XML.replace("<ECCENTRICITY>", "<INCLINATION>97</INCLINATION><ECCENTRICITY>")
    assert problems_of(text) == [(f"record 1, {found[0]}", *found[1:])]
    text = KVN.replace("INCLINATION", "INCLINATION = 97\nINCLINATION")
    assert problems_of(text) == [(f"line 16, {found[0]}", *found[1:])]
    doubled = f"{HEADER},INCLINATION\n{ROW},97"
    assert refusal(doubled) == ("line 1: the header names INCLINATION twice", "keep the right column")


def test_other_units_are_refused():
    wrong = ("unit 'rad' is not deg", "convert the value")
    assert problems_of(KVN.replace("97.2993 [deg]", "1.698 [rad]")) == [("line 15, INCLINATION", *wrong)]
    assert problems_of(XML.replace('MEAN_ANOMALY units="deg"', 'MEAN_ANOMALY units="rad"')) == [
        ("record 1, MEAN_ANOMALY", *wrong)
    ]
    assert problems_of(KVN.replace("= .00069828", "= .00069828 [km]"))[0][1] == "unit 'km' is not expected: it has none"


def test_a_field_missing_from_a_csv_header_is_said_once():
    header, row = HEADER.rpartition(",BSTAR")[0], ",".join(ROW.split(",")[:14])
    assert problems_of(f"{header}\n{row}\n{row}") == [
        ("line 1, BSTAR", "is missing from the header", "every set needs it")
    ]
    assert parse_omm(f"{header}\n{row}", only={58400})[1] != []


def test_json_of_something_else():
    assert problems_of('{"error": "You must be logged in to complete this action"}') == [
        ("record 1", "no field of an OMM; its fields are 'error'", "save the OMM data itself")
    ]
    assert parse_omm("[]") == ([], [])


# ── texts that are no OMM, and hostile ones ──────────────────────────────────────────────────────────────────────────

WHOLE = "save the reply again, whole"
ONE_LIST = "an OMM in JSON is one object, or a list of objects"


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        (
            "No GP data found", "the text begins 'No GP data found' and is no OMM in JSON, CSV, XML or KVN",
            "an OMM begins with '[', '{', '<', 'CCSDS_OMM_VERS =' or a CSV header with NORAD_CAT_ID",
        ),
        ('[{"A": 1},\n {"B": ', "line 2, column 8: not JSON: Expecting value", WHOLE),
        ("[" * 100_000, "the JSON is nested too deeply to be an OMM", ONE_LIST),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "the JSON is nested too deeply to be an OMM", ONE_LIST),
        (
            '[{"NORAD_CAT_ID": 1},\n{"BSTAR": NaN}]', "line 2: NaN is no number in JSON",
            "give the value, or drop the record",
        ),
        ('{"BSTAR": -Infinity}', "line 1: -Infinity is no number in JSON", "give the value, or drop the record"),
        ("<a>" * 1_000_000, "XML is nested deeper than 32 levels: no OMM", SEE_SOURCE),
        ("<rss><channel/></rss>", "the XML is <rss> without any <omm>", "save the OMM data itself"),
        ("\n<ndm><omm></ndm>", "line 2, column 13: not XML: mismatched tag", WHOLE),
        (
            '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><ndm>&b;</ndm>',
            "the XML declares a document type, which an OMM never does", "do not trust this file",
        ),
        (
            '<!DOCTYPE a SYSTEM "file:///etc/hostname"><ndm/>',
            "the XML declares a document type, which an OMM never does", "do not trust this file",
        ),
        (
            f'{HEADER}\n"{"x" * 200_000}', "line 2: not CSV: field larger than field limit (131072)", WHOLE,
        ),
    ],
)  # fmt: skip
def test_a_text_without_records_is_refused(text, message, advice):
    assert refusal(text) == (message, advice)


@pytest.mark.parametrize("digits", ["1" * 1_000_000, "1." + "1" * 1_000_000, "1e" + "1" * 1_000_000])
def test_a_number_of_a_million_digits_costs_its_record_only(digits):
    bad = as_json().replace('"15.22776275"', digits)
    text = f"[{as_json()},{bad}]"
    sets, problems = parse_omm(text)
    assert sets == [MALLIGYONG_1]
    shown = repr(digits)[:57] + "..."
    assert [(p.where, p.what) for p in problems] == [("record 2, MEAN_MOTION", f"{shown} is not a number")]
    row = ROW.replace("15.22776275", digits[:100_000])
    assert [p.what for p in parse_omm(f"{HEADER}\n{row}")[1]] == [f"{shown} is not a number"]


# ── only, writing ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", FORMS)
def test_only_reads_the_objects_asked_for(form):
    others = parse_omm(f"[{as_json(NORAD_CAT_ID=5)},{as_json(NORAD_CAT_ID=270000001)},{as_json()}]")[0]
    text = format_omm(others, form)
    assert [s.norad_id for s in parse_omm(text, only={58400, 5})[0]] == [5, 58400]
    assert parse_omm(text, only=[7]) == ([], [])
    broken = text.replace("97.2993", "197.2993")
    assert len(parse_omm(broken, only={5})[1]) == 1
    assert len(parse_omm(broken)[1]) == 3


def test_only_finds_a_number_with_zeros_before_it():
    assert len(parse_omm(as_json(NORAD_CAT_ID="00005"), only={5})[0]) == 1


@pytest.mark.parametrize("form", FORMS)
def test_every_form_names_its_fields_as_published(form):
    text = format_omm([MALLIGYONG_1], form)
    assert all(name in text for name in HEADER.split(","))
    assert ("MEAN_ELEMENT_THEORY" in text) == (form in ("xml", "kvn"))


def test_csv_as_celestrak_writes_it():
    assert format_omm([MALLIGYONG_1], "csv").split("\n")[0] == HEADER


def test_sgp4_reads_what_is_written():
    """The OMM readers of sgp4 by Brandon Rhodes."""
    for form, reader in (("csv", sgp4_omm.parse_csv), ("xml", sgp4_omm.parse_xml)):
        fields = next(iter(reader(io.StringIO(format_omm([MALLIGYONG_1], form)))))
        satellite = Satrec()
        sgp4_omm.initialize(satellite, fields)
        assert (satellite.satnum, satellite.ecco, satellite.bstar) == (58400, 0.00069828, 0.84425395e-4)
        start = datetime(2000, 1, 1, 12, tzinfo=UTC) + timedelta(days=satellite.jdsatepoch - 2451545.0)
        epoch = start + timedelta(days=satellite.jdsatepochF)
        assert abs(epoch - MALLIGYONG_1.epoch) <= timedelta(microseconds=1)


def test_header_of_a_message():
    created = datetime(2026, 7, 10, 21, tzinfo=UTC)
    text = format_omm([MALLIGYONG_1], "kvn", created=created, originator="BONGSU")
    assert text.split("\n")[:3] == [
        "CCSDS_OMM_VERS = 2.0", "CREATION_DATE = 2026-07-10T21:00:00.000000", "ORIGINATOR = BONGSU",
    ]  # fmt: skip
    assert parse_omm(text) == ([MALLIGYONG_1], [])


def test_nothing_to_write():
    assert [parse_omm(format_omm([], form)) for form in ("json", "csv")] == [([], [])] * 2
    with pytest.raises(ElementSetError, match=r"^no element set to write as KVN$"):
        format_omm([], "kvn")
    with pytest.raises(ElementSetError, match=r"^form 'yaml' is none of json, csv, xml, kvn$"):
        format_omm([], "yaml")


FINITE = st.floats(-360, 360, allow_nan=False)
NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=20)
SETS = st.builds(
    ElementSet,
    norad_id=st.integers(0, 999_999_999),
    designator=NAMES,
    name=NAMES,
    epoch=st.datetimes(datetime(1957, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
    inclination_deg=st.floats(0, 180),
    node_deg=FINITE,
    eccentricity=st.floats(0, 0.999999999),
    perigee_argument_deg=FINITE,
    mean_anomaly_deg=FINITE,
    mean_motion_rev_day=st.floats(1e-8, 20),
    bstar=st.floats(-1, 1),
    mean_motion_dot=st.floats(-1, 1),
    mean_motion_ddot=st.floats(-1, 1),
    classification=st.sampled_from("UCS"),
    element_number=st.integers(0, 9999),
    revolution=st.integers(0, 10**6),
    ephemeris_type=st.sampled_from([0, 2]),
)


@pytest.mark.parametrize("form", FORMS)
@given(sets=st.lists(SETS, min_size=1, max_size=3))
def test_value_to_text_to_value(form, sets):
    text = format_omm(sets, form)
    assert parse_omm(text) == (sets, [])
    assert format_omm(parse_omm(text)[0], form) == text


@given(st.text())
def test_any_text_is_answered_or_refused(text):
    for candidate in (text, "[" + text, "<" + text, "CCSDS_OMM_VERS =" + text, HEADER + "\n" + text):
        try:
            sets, _ = parse_omm(candidate)
        except ElementSetError as error:
            assert str(error)
        else:
            assert sets == []


# ── reference data ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.reference
@pytest.mark.parametrize(
    ("form", "epoch", "bstar", "revolution"),
    [
        ("csv", datetime(2020, 10, 13, 4, 52, 48, 472_320, tzinfo=UTC), -0.22483e-4, 21814),
        ("xml", datetime(2020, 10, 13, 4, 52, 48, 472_320, tzinfo=UTC), -0.22483e-4, 21814),
        ("json", datetime(2025, 2, 14, 14, 36, 48, 662_784, tzinfo=UTC), 0.00035436, 39027),
    ],
)
def test_samples_of_vanguard_1(reference_data, form, epoch, bstar, revolution):
    (element_set,), problems = parse_omm((reference_data / f"sgp4-verification/sample_omm.{form}").read_text())
    assert problems == []
    assert (element_set.name, element_set.designator, element_set.norad_id) == ("VANGUARD 1", "1958-002B", 5)
    assert (element_set.epoch, element_set.bstar, element_set.revolution) == (epoch, bstar, revolution)


@pytest.mark.reference
def test_a_whole_catalogue_in_csv(reference_data):
    """CelesTrak GP of 2026-07-12: every record as the csv module gives it, and again through each other form."""
    text = gzip.decompress((reference_data / "catalogue-snapshots/gp_omm_2026-07-12.csv.gz").read_bytes()).decode()
    sets, problems = parse_omm(text)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (len(sets), problems) == (len(rows), [])
    for element_set, row in zip(sets, rows, strict=True):
        assert (element_set.name, element_set.designator) == (row["OBJECT_NAME"], row["OBJECT_ID"])
        assert element_set.norad_id == int(row["NORAD_CAT_ID"])
        assert element_set.epoch == datetime.fromisoformat(row["EPOCH"]).replace(tzinfo=UTC)
        assert element_set.mean_motion_rev_day == float(row["MEAN_MOTION"])
        assert element_set.node_deg == float(row["RA_OF_ASC_NODE"])
        assert element_set.bstar == float(row["BSTAR"])
    assert MALLIGYONG_1 in sets
    for form in FORMS:
        assert parse_omm(format_omm(sets[::50], form)) == (sets[::50], [])
