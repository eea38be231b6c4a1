"""What is no notice: pages, wrong encodings, cut and mixed texts, other languages, bytes of anything."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.errors import BongsuError, InputError
from bongsu.notices import any_notice_to_json, format_notice, parse_notice, read_notices
from bongsu.rawtext import decode_text

WARNING = (
    "061011Z DEC 23\nNAVAREA XII 841/23(19).\n1. HAZARDOUS OPERATIONS 1430Z TO 1730Z DAILY\n   11 THRU 16 DEC IN AREAS BOUND BY:\n"
    "A. 24-40.00N 164-32.00W, 24-52.00N 164-43.00W,\n   24-38.00N 165-07.00W, 24-26.00N 164-57.00W.\n"
    "2. CANCEL THIS MSG 161830Z DEC 23.//\n"
)
KOREAN = "항행경보 23-481\n11월 22일 00:00 ~ 12월 1일 00:00 북위 35도 44분 동경 124도 30분"
JAPANESE = "日本航行警報 23-1234\n2023年11月22日00時00分から12月1日00時00分まで 北緯35度44分 東経124度30分"
PAGE = (
    "<!DOCTYPE html><html><head><title>Broadcast Warnings</title><script>var a = {n: 1, w: '10-00N'};</script></head>"
    f"<body><table><tr><td><b>{WARNING.replace(chr(10), '<br>' + chr(10))}</b></td></tr></table><p>&copy; 2023 &nbsp; 12-34</p></body></html>"
)


def test_a_page_gives_its_warning():
    """Marks of the page are passed over; the copied area is that of the text."""
    (notice,) = read_notices(PAGE)
    (plain,) = read_notices(WARNING)
    assert notice.id == plain.id and [area.vertices for area in notice.areas] == [area.vertices for area in plain.areas]
    assert [area.windows for area in notice.areas] == [area.windows for area in plain.areas]


@pytest.mark.parametrize("text", [KOREAN, JAPANESE])
@pytest.mark.parametrize(
    "encoding", ["euc-kr", "shift_jis", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8", "utf-8-sig"]
)
def test_an_encoding_that_is_not_said(text, encoding):
    """UTF-8, UTF-16 and UTF-32 are known; EUC-KR and Shift-JIS are refused with advice, never read as other letters."""
    raw = text.encode(encoding, errors="ignore")
    if encoding in {"euc-kr", "shift_jis"}:
        native = (encoding == "euc-kr") == (text == KOREAN)
        try:
            decoded = decode_text(raw, where="page.txt")
        except InputError as error:
            assert "page.txt" in str(error) and error.advice
        else:
            assert not native and decoded.isprintable() is False
        return
    (notice,) = read_notices(decode_text(raw, where="page.txt"))
    assert len(notice.points) == 1 and len(notice.windows) == 1


def cut_off(text):
    return any(problem.where == "end of the text" for problem in read_notices(text)[-1].problems)


def test_a_text_that_stops_in_a_list_of_positions_says_so():
    """A ring of three of four corners looks like an area; wherever it stops between corners, the reader is told."""
    first, last = WARNING.index("24-52.00N"), WARNING.index("\n2. CANCEL")
    whole = {WARNING.index(corner) + len(corner) for corner in ("164-43.00W", "165-07.00W", "164-57.00W")}
    silent = {end for end in range(first, last) if not cut_off(WARNING[:end])}
    assert whole <= silent  # there it could have ended
    within = {end for end in silent - whole if WARNING[end - 1] != "."}
    assert not within, sorted(WARNING[end - 12 : end] for end in within)


@pytest.mark.parametrize("text", [WARNING, KOREAN, JAPANESE, WARNING + WARNING, WARNING.replace("//", "")])
def test_a_whole_text_is_not_called_cut(text):
    assert not cut_off(text)


def test_latin_1_without_saying_so():
    """Degree signs and Spanish letters of one byte each."""
    text = "NAVAREA VI 12/24\nEJERCICIOS EN LA BAHÍA DE SAMBOROMBÓN, RADIO 5 MILLAS DE 38°50'S 061°50'W. AÑO"
    (notice,) = read_notices(decode_text(text.encode("latin-1"), where="x"))
    assert len(notice.areas) + len(notice.points) == 1


def test_utf_8_read_as_latin_1_loses_no_figure():
    text = "NAVAREA IV 1/23. IN 28°39.9'N 080°38.3'W".encode().decode("latin-1")
    (notice,) = read_notices(text)
    assert notice.raw == text
    found = [*notice.points, *notice.problems]
    assert found, "the position is neither read nor reported"


@pytest.mark.parametrize("cut", range(0, len(WARNING), 7))
def test_a_text_cut_anywhere(cut):
    """Cut off at the end: fewer corners or a report, never another corner."""
    part = WARNING[:cut]
    if not part.strip():
        return
    corners = {vertex for area in parse_notice(WARNING)[0].areas for vertex in area.vertices}
    for notice in read_notices(part, year=2023):
        assert {vertex for area in notice.areas for vertex in area.vertices} <= corners


@pytest.mark.parametrize(
    "text",
    [
        "Уважаемые судоводители! Стрельбы с 10 по 14 октября в районе 47-10С 153-20В.",
        "AVISO A LOS NAVEGANTES: SE RECOMIENDA PRECAUCIÓN EN LAS PROXIMIDADES DE LA COSTA.",
        "AVIS AUX NAVIGATEURS : ZONE INTERDITE JUSQU'AU 14 JUIN. CENTRE 43°05'N 006°02'E RAYON 2 M.",
        "注意：实弹射击。禁止驶入。",
        "Lorem ipsum dolor sit amet, consectetur 12-34 adipiscing elit 2023.",
        '{"broadcast-warn": [{"msgYear": 2023, "text": "28-39.92N 080-38.33W", "issueDate": "061011Z DEC 2023"}]}',
        "number,lat,lon\n1,28.6653,-80.6388\n2,27.85,-73.93\n",
        "Traceback (most recent call last):\n  File 'x.py', line 12, in <module>\nValueError: 28-39\n",
        "0" * 500, "A" * 500, "\x00\x01\x02", "\ufeff", "((((((", "10-00N " * 3, "\u2028\u2029\u0085",
    ],
)  # fmt: skip
def test_texts_of_other_kinds(text):
    """Read, or refused with a reason; nothing is made up where no position stands."""
    try:
        notices = read_notices(text, year=2023)
    except BongsuError as error:
        assert str(error)
        return
    for notice in notices:
        any_notice_to_json(notice)
        assert not notice.areas or "RAYON" in text


@given(st.binary(max_size=400), st.sampled_from(["utf-8", "utf-16-le", "latin-1", "euc-kr", "shift_jis"]))
def test_bytes_of_anything(raw, encoding):
    """As a file, or decoded by somebody else's guess."""
    for make in (lambda: decode_text(raw, where="x"), lambda: raw.decode(encoding, errors="replace")):
        try:
            text = make()
            for notice in read_notices(text, year=2023):
                any_notice_to_json(notice)
        except BongsuError as error:
            assert str(error)


@given(st.integers(0, 2**32))
def test_a_bent_warning_writes_and_reads_the_same(seed):
    """Text, value, text: what is written of any warning is read back and written the same."""
    rng = random.Random(seed)
    text = WARNING
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text))
        text = (
            text[:at]
            + rng.choice(["", " ", "\n", "N", "7", ".", "-", "Z", "B. ", "AND ", "33-10N 120-00W "])
            + text[at + rng.randint(0, 2) :]
        )
    for notice in parse_notice(text, year=2023):
        written = format_notice(notice)
        if written.strip("/\n"):
            (again,) = parse_notice(written, year=2023)
            assert format_notice(again) == written
