"""Korean and Japanese pages: full-width figures, words for degrees, local dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.notices import find_positions, parse_notice
from bongsu.notices.local_text import local_times
from bongsu.notices.position_text import plain_text
from bongsu.notices.time_text import YearAnchor

PLACE = (36 + 4.5 / 60, 124.5)


@pytest.mark.parametrize(
    "text",
    [
        "北緯36度04分30秒 東経124度30分00秒",
        "北緯36度04分30秒、東経124度30分00秒",
        "북위 36도 04분 30초, 동경 124도 30분",
        "북위 36도04.5분 동경124도30분",
        "３６－０４．５Ｎ　１２４－３０．０Ｅ",
        "36°04′30″N 124°30′00″E",
    ],
)
def test_positions(text):
    (position,), problems = find_positions(text)
    assert position.place == approx(PLACE) and problems == []
    assert text[position.start : position.end] == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [  # JCG and KHOA, November 2023: 22 Nov 00:00 to 1 Dec 00:00 JST is 21 Nov 15:00 to 30 Nov 15:00 UTC (facts.md 2a)
        ("2023年11月22日00時00分から12月1日00時00分まで", ["1121.1500-1130.1500"]),
        ("2023年11月22日０時から12月1日０時", ["1121.1500-1130.1500"]),
        ("11월 22일 00:00 ~ 12월 1일 00:00 (KST)", ["1121.1500-1130.1500"]),
        ("11월 22일 오전 9시부터 11월 22일 오후 3시 30분", ["1122.0000-1122.0630"]),
        ("11月22日 世界時 00:00~06:00", ["1122.0000-1122.0600"]),
        ("11月22日 07:00~12:00", ["1121.2200-1122.0300"]),
        ("12月10日~12日 毎日 07:00~12:00", ["1209.2200-1210.0300", "1210.2200-1211.0300", "1211.2200-1212.0300"]),
        ("2023. 11. 22. 22:00 ~ 11월 23일 02:00", ["1122.1300-1122.1700"]),
        ("11月22日", ["1121.1500-1122.1500"]),
    ],
)
def test_dates(text, expected):
    times = local_times(plain_text(text), YearAnchor(year=2023))
    assert [f"{w.start:%m%d.%H%M}-{w.end:%m%d.%H%M}" for w in times.windows] == expected


def test_a_page_of_the_japan_coast_guard():
    (notice,) = parse_notice(
        "日本航行警報 23-5104\n人工衛星ロケット打上げ\n2023年11月22日00時00分から12月1日00時00分まで(日本時間)\n下記の地点で囲まれる区域\n"
        "北緯36度04分30秒 東経124度30分00秒\n北緯35度04分30秒 東経124度30分00秒\n北緯35度04分30秒 東経123度30分00秒"
    )
    assert (notice.id, notice.publisher) == ("Japan Navigational Warning 23-5104", "Japan Coast Guard")
    assert notice.areas[0].vertices[0] == approx(PLACE)
    assert notice.areas[0].windows == notice.windows and len(notice.windows) == 1
    assert any("nine hours ahead" in problem.what for problem in notice.problems)


def test_a_page_of_the_korean_office():
    (notice,) = parse_notice(
        "항행경보 제23-632호\n11월 22일 00:00 ~ 12월 1일 00:00\n북위 36도 04분 30초, 동경 124도 30분", year=2023
    )
    assert (notice.id, len(notice.points), len(notice.windows)) == ("Korea Navigational Warning 23-632", 1, 1)


def test_impossible_dates_are_said():
    times = local_times("11月31日から12月1日", YearAnchor(year=2023))
    assert times.windows == () and "times not read" in times.problems[0].what


@given(st.text(alphabet="0123456789月日年時分월일년시분~:. から부터毎日매일北緯東経度도북위동경", max_size=120))
def test_any_page_is_read(text):
    if text.strip():
        parse_notice(text, year=2023)
