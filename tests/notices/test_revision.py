"""What a later notice does to an earlier one: the North Korean revisions, extensions and repeats (facts, section 2a)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bongsu.earth import Window
from bongsu.notices import compare_notices, describe_revision, name_revision, read_notices, windows_of

JST = timezone(timedelta(hours=9))


def daily(first: tuple[int, int, int], last: tuple[int, int, int], start: str, hours: float) -> list[Window]:
    """One window a day, both days included; ``start`` as HH:MM UTC."""
    day, stop = datetime(*first, tzinfo=UTC), datetime(*last, tzinfo=UTC)
    hour, minute = map(int, start.split(":"))
    found = []
    while day <= stop:
        opening = day + timedelta(hours=hour, minutes=minute)
        found.append(Window(start=opening, end=opening + timedelta(hours=hours)))
        day += timedelta(days=1)
    return found


def whole(first: tuple[int, int, int], last: tuple[int, int, int]) -> list[Window]:
    """From midnight to midnight in Japan."""
    return [Window(start=datetime(*first, tzinfo=JST), end=datetime(*last, tzinfo=JST))]


DEC_2012 = daily((2012, 12, 9), (2012, 12, 21), "22:00", 5)
FEB_2016 = daily((2016, 2, 7), (2016, 2, 24), "22:30", 5)
MAY_2023 = whole((2023, 5, 31), (2023, 6, 11))
AUG_2023 = whole((2023, 8, 24), (2023, 8, 31))
NOV_2023 = whole((2023, 11, 22), (2023, 12, 1))


def test_december_2012_was_extended_by_a_week():
    named = name_revision(DEC_2012, daily((2012, 12, 9), (2012, 12, 28), "22:00", 5), same_areas=True)
    assert named.word == "extension"
    assert named.ends_later == timedelta(days=7)
    assert named.statement == "the same areas and windows, and later ones: opens as before, ends 7 d later"


def test_february_2016_was_revised():
    named = name_revision(FEB_2016, daily((2016, 2, 6), (2016, 2, 13), "22:30", 5), same_areas=True)
    assert named.word == "revision"
    assert named.opens_later == timedelta(days=-1)
    assert named.statement == "the same areas in other windows: opens 1 d earlier, ends 11 d earlier"


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [(MAY_2023, AUG_2023, "74 d"), (AUG_2023, NOV_2023, "83 d")],
    ids=["august", "november"],
)
def test_2023_was_repeated(first, second, days):
    named = name_revision(first, second, same_areas=True)
    assert named.word == "repeat"
    assert named.statement == f"the same areas; its windows open {days} after the earlier ended"


@pytest.mark.parametrize(
    ("second", "options", "word"),
    [
        (MAY_2023, {}, "restatement"),
        (whole((2023, 5, 31), (2023, 6, 14)), {}, "extension"),
        (whole((2023, 5, 31), (2023, 6, 4)), {}, "revision"),
        (AUG_2023, {"cancels": True}, "revision"),
        (AUG_2023, {"same_areas": False}, "change of areas"),
        ([], {}, "no relation"),
        ([Window(start=None, end=None)], {}, "revision"),
    ],
)
def test_every_word(second, options, word):
    assert name_revision(MAY_2023, second, **{"same_areas": True, **options}).word == word


def test_fewer_windows_are_a_shortening():
    assert name_revision(DEC_2012, DEC_2012[:4], same_areas=True).word == "shortening"


BOX = "35-44-06N 124-30-30E, 35-44-07N 124-54-23E, 34-58-43N 124-56-11E, 34-58-36N 124-32-32E"


def notice(number: str, window: str, area: str = BOX, end: str = "") -> list:
    return read_notices(
        f"NAVAREA XI {number}.\n1. ROCKET LAUNCHING {window} IN AREA BOUND BY\n {area}.\n{end}", year=2012
    )


@pytest.mark.parametrize(
    ("later", "word"),
    [
        (notice("12-0901", "092200Z DEC TO 290300Z DEC"), "extension"),
        (notice("12-0902", "092200Z DEC TO 220300Z DEC"), "restatement"),
        (notice("12-0903", "092200Z DEC TO 220300Z DEC", BOX.replace("124-30-30E", "124-00-30E")), "change of areas"),
        (notice("12-0904", "092200Z DEC TO 220300Z DEC", BOX.replace("E", "W")), "no relation"),
    ],
)
def test_described_from_texts(later, word):
    first = notice("12-0900", "092200Z DEC TO 220300Z DEC")
    changes, problems = compare_notices(first, later)
    assert not problems
    assert describe_revision(first, later, changes).word == word


def test_windows_of_the_whole_notice_stand_in():
    (read,) = read_notices("NAVAREA XI 12-0900.\n1. ROCKET LAUNCHING 092200Z TO 100300Z DEC.", year=2012)
    assert windows_of([read]) == read.windows
