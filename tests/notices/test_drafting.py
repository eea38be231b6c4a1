"""Outgoing texts: they read back as what they were written from, and what may not be sent is refused."""

from __future__ import annotations

import gzip
import html
import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bongsu.earth import Window
from bongsu.errors import InputError
from bongsu.notices import Notice, NotifiedArea, draft_notams, draft_warning, parse_notam, parse_notice, read_notices
from bongsu.notices.drafting import same_shapes

AT = datetime(2026, 3, 8, 12, tzinfo=UTC)
TEXT = """NAVAREA IV 207/26(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 100304Z TO 100636Z MAR, ALTERNATE
   0304Z TO 0636Z DAILY 11 THRU 16 MAR IN AREAS BOUND BY
   A. 29-01.00N 075-00.00W, 29-21.00N 073-51.00W, 29-20.00N 072-05.00W, 28-29.00N 072-05.00W.
   B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W, 28-40.00N 071-21.00W.
2. CANCEL THIS MSG 160736Z MAR 26.
"""
NOTAM = """(A0001/26 NOTAMN
Q) RKRR/QWMLW/IV/NBO/W/000/999/3543N12430E060
A) RKRR B) 2603101500 C) 2603201700
D) 1500-1700
E) ROCKET LAUNCH {more}
F) SFC G) UNL)
"""


def source(text=TEXT):
    return read_notices(text, year=2026)


def warning(text=TEXT, **more):
    return draft_warning(source(text), **({"series": "NAVAREA XI", "number": "123/26", "at": AT} | more))


def test_an_outgoing_warning():
    """The published self-cancel of 207/26, 160736Z MAR 26, is one hour after its last window."""
    lines = warning(cancels=["120/26", "HYDROPAC 7/26"]).message.splitlines()
    assert lines[:2] == ["081200Z MAR 26", "NAVAREA XI 123/26."]
    assert "0304Z TO 0636Z DAILY 10 THRU 16 MAR" in " ".join(" ".join(lines).split())
    assert lines[-2:] == ["2. CANCEL NAVAREA XI 120/26, HYDROPAC 7/26.", "3. CANCEL THIS MSG 160736Z MAR 26."]
    assert max(len(line) for line in lines) <= 50


def test_a_draft_is_framed_and_the_frame_is_not_read():
    draft = warning()
    assert draft.text.startswith("*** DRAFT - NOT TO BE SENT")
    assert "Released by" in draft.text and "NAVAREA IV 207/26" in draft.text
    assert draft.message.rstrip() in draft.text
    assert "Released" not in draft.message and "DRAFT" not in draft.message


def test_without_a_number_nothing_can_pass_for_one():
    draft = warning(number="")
    assert "NAVAREA XI [NUMBER NOT YET ASSIGNED]." in draft.message
    assert parse_notice(draft.message, year=2026)[0].id == ""
    assert "no number yet" in draft.checks[0]
    bare = draft_notams(source(), fir="KZMA", at=AT)
    assert "NUMBER NOT YET ASSIGNED" in bare.message and parse_notam(bare.message)[0].id == ""


def test_seconds_and_single_areas():
    draft = warning(seconds=True, labels=["b"])
    assert "27-51-00N 073-56-00W" in draft.message and "29-01" not in draft.message
    assert "IN AREA BOUND" in " ".join(draft.message.split())


def test_areas_with_windows_of_their_own():
    text = """NAVAREA XII 656/19. 1. SPACECRAFT RE-ENTRY IN AREAS BOUND BY
    A. 221223Z TO 221312Z DEC: 08-10.42N 126-49.22W, 14-39.10N 122-02.28W, 16-43.41N 124-59.39W, 10-12.18N 129-44.25W.
    B. 222012Z TO 222258Z DEC: 49-18.12N 145-12.23W, 47-02.48N 133-53.14W, 48-44.00N 132-43.20W, 51-35.22N 144-23.29W.
    """
    at = datetime(2019, 12, 20, tzinfo=UTC)
    notices = read_notices(text, year=2019)
    message = draft_warning(notices, series="navarea twelve", number="700/19", at=at).message
    (again,) = parse_notice(message)
    assert (again.id, again.kind) == ("NAVAREA XII 700/19", "re-entry")
    assert [len(area.windows) for area in again.areas] == [1, 1]
    assert message.rstrip().endswith("CANCEL THIS MSG 222358Z DEC 19.")


def test_notams():
    draft = draft_notams(source(), fir="kzma", number="A0123/26", replaces="A0100/26", at=AT)
    (again,) = parse_notam(draft.message)
    assert (again.id, again.action, again.refers_to) == ("A0123/26", "R", "A0100/26")
    assert (again.qualifier.fir, again.qualifier.code, again.kind) == ("KZMA", "QWMLW", "space launch")
    assert [len(area.vertices) for area in again.areas] == [4, 3]
    assert len(again.windows) == 7 and again.schedule == "DAILY 0304-0636"
    for area in again.areas:
        assert not area.approximate


def test_the_circle_of_the_q_line_holds_every_corner():
    from bongsu.earth import geodesic_inverse  # noqa: PLC0415

    q = parse_notam(draft_notams(source(), fir="KZMA", number="A0001/26", at=AT).message)[0].qualifier
    farthest = max(
        geodesic_inverse(q.latitude_deg, q.longitude_deg, *corner)[0]
        for area in source()[0].areas
        for corner in area.vertices
    )
    assert farthest <= q.radius_nm * 1852.0 <= farthest + 3704.0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"at": datetime(2026, 3, 16, 7, tzinfo=UTC)}, "every window is over: the last ended 2026-03-16T06:36:00Z"),
        ({"number": "soon"}, "number 'soon' is not one"),
        ({"number": "123"}, "write it as 123/26"),
        ({"series": "NAVAREA XXII"}, "series 'NAVAREA XXII' is not one"),
        ({"cancels": ["the last"]}, "number 'the last' is not one"),
        ({"labels": ["C"]}, "there is no area C"),
        ({"text": TEXT.replace("HAZARDOUS OPERATIONS, ROCKET LAUNCHING", "CABLE LAYING")}, "what kind of warning"),
        ({"text": "HYDROPAC 1/26. ROCKET LAUNCHING IN AREA BOUND BY 29-01N 075-00W, 29-21N 073-51W, 29-20N 072-05W."},
         "has no window"),
        ({"text": "HYDROPAC 1/26. ROCKET LAUNCHING."}, "no area, line or place was read"),
        ({"text": NOTAM.format(more="")}, "only the circle of a Q line"),
    ],
)  # fmt: skip
def test_what_is_refused(change, words):
    with pytest.raises(InputError) as error:
        warning(**change)
    assert words in f"{error.value} {error.value.advice}"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"fir": "KOREA"}, "not four letters"),
        ({"number": "123/26"}, "write A0123/26"),
        ({"replaces": "yesterday's"}, "write A0123/26"),
    ],
)
def test_what_is_no_notam(change, words):
    with pytest.raises(InputError) as error:
        draft_notams(source(), **({"fir": "RKRR", "at": AT} | change))
    assert words in f"{error.value} {error.value.advice}"


def test_what_the_signer_must_check():
    text = TEXT.replace("28-37.00N", "28-37.00")  # a letter left out
    draft = warning(text, labels=["A"])
    assert any("not understood" in check for check in draft.checks)
    half = warning(at=datetime(2026, 3, 12, tzinfo=UTC))
    assert any("2 of" not in check and "windows are already over" in check for check in half.checks)


latitudes = st.integers(-7500, 7500).map(lambda n: n / 100.0)
longitudes = st.integers(-17800, 17800).map(lambda n: n / 100.0)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(latitudes, longitudes, st.floats(0.05, 1.5), st.floats(0.05, 1.5)), min_size=1, max_size=4),
    st.datetimes(datetime(2020, 1, 2), datetime(2039, 12, 30)),
    st.integers(5, 1400),
    st.integers(1, 20),
    st.booleans(),
    st.sampled_from(["space launch", "re-entry", "missile test", "hazardous operations"]),
)
def test_any_draft_reads_back(boxes, start, minutes, days, seconds, kind):
    start = start.replace(second=0, microsecond=0, tzinfo=UTC)
    windows = tuple(
        Window(start=start + timedelta(days=n), end=start + timedelta(days=n, minutes=minutes)) for n in range(days)
    )
    areas = tuple(
        NotifiedArea(
            label=chr(65 + n),
            windows=windows,
            text_span=(n, n),
            vertices=((lat, lon), (lat, lon + wide), (lat + high, lon + wide), (lat + high, lon)),
        )
        for n, (lat, lon, wide, high) in enumerate(boxes)
    )
    notice = Notice(
        raw="", id="", series="", publisher="", issued=None, areas=areas, windows=windows, cancels=(), expires=None,
        kind=kind, problems=(),
    )  # fmt: skip
    at = start - timedelta(days=1)
    draft = draft_warning([notice], series="HYDROPAC", number="5/26", at=at, seconds=seconds)
    (again,) = parse_notice(draft.message, issued=at)
    assert same_shapes(again.shapes, areas)
    assert again.expires == windows[-1].end + timedelta(hours=1)


def reference_texts(folder):
    """Year and text of NGA's messages of 2018 and 2023."""
    for line in gzip.decompress((folder / "navwarn_2018_text_geometry.jsonl.gz").read_bytes()).decode().splitlines():
        text = html.unescape(re.sub(r"<br\s*/?>", "\n", json.loads(line)["features"][0]["text_html"]))
        yield 2018, re.sub(r"<[^>]+>", "", text)
    body = json.loads(gzip.decompress((folder / "broadcast-warn_2023-04.json.gz").read_bytes()))
    for row in body if isinstance(body, list) else next(iter(body.values())):
        yield 2023, f"{row.get('issueDate', '')}\n{row['text']}"


@pytest.fixture(scope="module")
def published(reference_data):
    texts = list(reference_texts(reference_data / "nga-broadcast-warnings"))
    return [notice for year, text in texts for notice in parse_notice(text, year=year)]


@pytest.mark.reference
def test_the_habit_of_the_self_cancel(published):
    """Of hazardous operations with windows and a cancel time, 83 % cancel one hour after the last window."""
    waits = [
        (each.expires - max(window.end for window in each.windows)).total_seconds() / 60.0
        for each in published
        if re.search("HAZARDOUS OPERATIONS|GUNNERY|ROCKET|MISSILE|FIRING", each.raw)
        and each.expires
        and each.windows
        and all(window.end for window in each.windows)
    ]
    assert len(waits) > 500
    assert sum(wait == 60.0 for wait in waits) / len(waits) > 0.8


@pytest.mark.reference
@pytest.mark.parametrize("seconds", [False, True])
def test_every_published_warning_is_drafted_and_read_back(published, seconds):
    """Those with shapes and closed windows, over 800: draft_warning refuses what does not read back."""
    drafted = 0
    for each in published:
        windows = [window for shape in each.shapes for window in shape.windows or each.windows]
        if not windows or not all(window.start and window.end for window in windows):
            continue
        kind = each.kind if each.kind not in {"other", "undetermined"} else "hazardous operations"
        at = min(window.start for window in windows) - timedelta(days=1)
        draft_warning([each], series="NAVAREA XI", number="1/18", at=at, kind=kind, seconds=seconds)
        drafted += 1
    assert drafted > 800
