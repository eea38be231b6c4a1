"""Notices in words, for sea, air and press, and as a picture."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bongsu.earth import Window
from bongsu.errors import InputError, NoDataError
from bongsu.notices import parse_notice, read_notices
from bongsu.reports import Wording, map_png, notice_map_svg, notice_rows, notice_sentence, windows_in_words

AT = datetime(2026, 11, 25, tzinfo=UTC)
SEOUL = timezone(timedelta(hours=9))
NOTAM = """(A0001/23 NOTAMN
Q) RKRR/QWMLW/IV/NBO/W/000/999/3543N12430E060
A) RKRR B) 2305301500 C) 2306101700
D) 1500-1700
E) ROCKET LAUNCH. DANGER AREA BOUNDED BY 3500N12400E-3600N12400E-3600N12500E-3500N12500E
F) SFC G) FL200)
"""


def test_what_each_reader_gets():
    """One corner, the centre, a limit and the times in each reader's units, worked out by hand."""
    (notice,) = read_notices(NOTAM)
    rows = {
        audience: "\n".join(notice_rows(notice, wording=Wording(audience, SEOUL)))
        for audience in ("sea", "air", "press")
    }
    assert "35-00.00N 124-00.00E" in rows["sea"]
    assert "301500Z MAY 23 (31 May 00:00 UTC+9)" in rows["sea"]
    assert "350000N1240000E" in rows["air"]
    assert "2305301500" in rows["air"]
    assert "SFC to FL200" in rows["air"]
    assert "35.0°N 124.0°E" in rows["press"]
    assert "31 May 2023, 00:00 to 31 May 2023, 02:00 UTC+9" in rows["press"]
    assert "the surface to 6.1 km" in rows["press"]  # 20,000 ft
    assert "km²" in rows["press"] and "sq NM" in rows["sea"]


def test_the_sentence():
    (notice,) = read_notices(NOTAM)
    assert notice_sentence(notice) == (
        "A0001/23 (space launch): 1 area (centre 35-30N 124-30E), 15:00 to 17:00 UTC daily, 30 May 2023 to 10 Jun 2023, "
        "SFC to FL200. Not an official warning."
    )
    for language, mark, hours in (
        ("ko", "[초안: 원어민 검토 필요]", "매일 15:00~17:00 UTC"),
        ("ja", "[草案：", "毎日15:00～17:00 UTC"),
    ):
        sentence = notice_sentence(notice, wording=Wording(language=language))
        assert sentence.startswith(mark)
        assert hours in sentence


def test_an_approximate_area_says_so():
    (notice,) = read_notices(
        NOTAM.replace("DANGER AREA BOUNDED BY 3500N12400E-3600N12400E-3600N12500E-3500N12500E", "")
    )
    assert "approximate: the circle of the Q line" in notice_sentence(notice)
    assert "approximate: circle of 60 NM" in "\n".join(notice_rows(notice))
    assert "circle of the Q line only" in notice_map_svg([notice], at=AT)


def test_windows_that_touch_are_one():
    day = [Window(start=AT + timedelta(days=n), end=AT + timedelta(days=n + 1)) for n in range(3)]
    assert windows_in_words(day, Wording()) == "25 Nov 2026, 00:00 to 28 Nov 2026, 00:00 UTC"
    assert windows_in_words([Window(start=AT, end=None)], Wording()) == "25 Nov 2026, 00:00 UTC to open"
    assert windows_in_words([], Wording()) == "no window read"


def test_the_picture_holds_source_date_and_windows():
    (notice,) = read_notices(NOTAM)
    svg = notice_map_svg([notice], at=AT, sha256="0123456789abcdef" * 4)
    for words in ("A0001/23, space launch: 1 notified area", "25 Nov 2026", "NOTAM office, RKRR", "0123456789ab",
                  "15:00 to 17:00 UTC daily", "not an official warning"):  # fmt: skip
        assert words in svg
    assert map_png(svg).startswith(b"\x89PNG")


def test_refusals():
    (empty,) = read_notices("HYDROPAC 1/23. LIGHT OUT.")
    with pytest.raises(NoDataError, match="nothing to draw"):
        notice_map_svg([empty], at=AT)
    with pytest.raises(InputError, match="language 'xx'; expected en, ko, ja"):
        Wording(language="xx")
    with pytest.raises(InputError, match="audience 'land'"):
        Wording("land")


OTHERS = """HYDROPAC 900/25.
1. CABLE OPERATIONS 10 THRU 22 DEC ALONG TRACKLINE JOINING
   35-44.10N 179-30.50E, 34-44.12N 179-05.62W.
2. WRECK IN 34-10.00N 179-10.00E.
"""


def test_lines_and_places_in_the_table():
    """1 degree south and 84 minutes east at 35 N: 60 and 69 NM, 91 along the leg."""
    (notice,) = read_notices(OTHERS)
    rows = notice_rows(notice)
    assert "  -   line of 2 places, 91 NM" in rows
    assert "      35-44.10N 179-30.50E" in rows
    assert "  -   place 34-10.00N 179-10.00E" in rows
    assert "  no area read" in rows


def test_lines_and_places_in_the_sentence():
    (notice,) = read_notices(OTHERS)
    assert ": 1 line, 1 place, 10 Dec 2025" in notice_sentence(notice)
    assert "선 1개, 지점 1곳" in notice_sentence(notice, wording=Wording(language="ko"))
    assert "線1本、地点1か所" in notice_sentence(notice, wording=Wording(language="ja"))


def test_lines_and_places_in_the_picture():
    (notice,) = read_notices(OTHERS)
    svg = notice_map_svg([notice], at=AT)
    assert svg.count('data-kind="line"') == 1
    assert svg.count('data-kind="place"') == 1
    for words in ("HYDROPAC 900/25: 1 line, 1 place", "line in the notice", "place in the notice",
                  ">Line<", ">Place<"):  # fmt: skip
        assert words in svg
    assert "arrow-line" not in svg  # a cable has no direction
    assert map_png(svg).startswith(b"\x89PNG")


def test_the_kind_comes_with_probability_and_reasons():
    """NAVAREA IV 207/26 (facts.md 2b) has no word of what; its times alone are too thin."""
    head = "NAVAREA IV 207/26, 040658Z MAR 26. 100304Z TO 100636Z MAR, ALTERNATE 0304Z TO 0636Z DAILY 11 THRU 16 MAR. "
    area = "A. 29-01.00N 075-00.00W, 29-21.00N 073-51.00W, 29-20.00N 072-05.00W, 28-29.00N 072-05.00W."
    (launch,), (thin,) = read_notices(head + area), read_notices(head)
    first, because, *_ = notice_rows(launch)
    assert f"space launch (probability {launch.kind_probability:.2f})" in first
    assert because.startswith("  because: ") and "km from Cape Canaveral" in because and "alternate times" in because
    assert "kind undetermined" in notice_rows(thin)[0] and "probability" not in notice_rows(thin)[0]
    assert "(space launch)" in notice_sentence(launch) and "(kind undetermined)" in notice_sentence(thin)


def test_shared_windows_say_so_and_the_cancel_time_is_told():
    text = "NAVAREA IV 1/26.\nROCKET LAUNCHING 100304Z TO 100636Z MAR IN AREAS BOUND BY:\n"
    text += "A. 29-01N 075-00W, 29-21N 073-51W, 29-20N 072-05W.\nB. 27-01N 075-00W, 27-21N 073-51W, 27-20N 072-05W.\n"
    (notice,) = parse_notice(text + "2. CANCEL THIS MSG 160736Z MAR 26.")
    rows = notice_rows(notice)
    assert rows.index("  windows, the same for all of these:") == len(rows) - 3
    assert rows[-1] == "  cancels itself 16 Mar 2026, 07:36 UTC"
