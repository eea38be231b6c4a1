"""One event from several notices: joined by number, window, site and track; never by chance alone."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bongsu.errors import InputError
from bongsu.notices import LaunchOrigin, Notice, join_notices, notice_state, read_notices

SITES = [
    LaunchOrigin(name="Sohae", latitude_deg=39.6596, longitude_deg=124.7057),
    LaunchOrigin(name="Vandenberg", latitude_deg=34.63, longitude_deg=-120.61, names=("WESTERN RANGE",)),
    LaunchOrigin(name="Kourou", latitude_deg=5.2333, longitude_deg=-52.7517, names=("FRENCH GUIANA",)),
    LaunchOrigin(name="Cape Canaveral", latitude_deg=28.46, longitude_deg=-80.54, names=("EASTERN RANGE",)),
]

# Corners made for these tests about the centres that were published (facts, section 2a); the texts of 2023 were not found.
A = "36-20N 123-20E, 36-20N 123-40E, 35-50N 123-40E, 35-50N 123-20E"
B = "33-40N 123-00E, 33-40N 123-25E, 33-10N 123-25E, 33-10N 123-00E"
C = "13-30N 128-20E, 13-30N 129-30E, 11-30N 129-30E, 11-30N 128-20E"
HYDROPAC = f"""291830Z MAY 23
HYDROPAC 1779/23(91,92).
YELLOW SEA. EAST CHINA SEA. PHILIPPINE SEA.
1. HAZARDOUS OPERATIONS, SATELLITE ROCKET LAUNCHING 301500Z MAY TO 101500Z JUN IN AREAS BOUND BY:
A. {A}.
B. {B}.
C. {C}.
2. CANCEL THIS MSG 101600Z JUN 23.
"""
JAPAN = f"""NAVAREA XI 23-0360.
290015Z MAY 23
SATELLITE ROCKET LAUNCHING 301500Z MAY TO 101500Z JUN IN AREAS BOUND BY:
A. {A}.
B. {B}.
C. {C.replace("13-30N 128-20E", "13-42N 128-20E")}.
"""
KOREA = f"""NAVAREA XI 23-0361.
290120Z MAY 23
ROCKET LAUNCHING 301500Z MAY TO 101500Z JUN IN AREAS BOUND BY:
A. {A}.
B. {B}.
"""
REPEATED = HYDROPAC.replace("1779/23", "2710/23").replace("291830Z MAY", "220200Z AUG").replace(
    "301500Z MAY TO 101500Z JUN", "231500Z TO 301500Z AUG"
).replace("101600Z JUN", "301600Z AUG")  # fmt: skip
GUNNERY = """NAVAREA IV 500/23.
1. GUNNERY EXERCISES 301200Z MAY TO 311200Z MAY IN AREA BOUND BY
 20-00N 060-00W, 20-30N 060-00W, 20-30N 061-00W, 20-00N 061-00W.
"""
GALAXY = """NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 121606Z TO 121854Z NOV, ALTERNATE 131606Z TO 131854Z NOV
 IN AREA BOUND BY 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
2. CANCEL NAVAREA IV 1165/22.
3. CANCEL THIS MSG 181954Z NOV 22.
"""
GALAXY_BEFORE = """NAVAREA IV 1165/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 081606Z TO 081854Z NOV
 IN AREA BOUND BY 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
2. CANCEL THIS MSG 081954Z NOV 22.
"""


def read(*texts: str, year: int = 2023) -> list[Notice]:
    return [notice for text in texts for notice in read_notices(text, year=year)]


def groups(notices: list[Notice]) -> list[set[str]]:
    return [{notice.id for notice in event.notices} for event in join_notices(notices, sites=SITES)]


def test_three_publishers_of_one_launch_are_one_event():
    (gunnery, event) = join_notices(read(HYDROPAC, GUNNERY, JAPAN, KOREA), sites=SITES)
    assert [notice.id for notice in event.notices] == ["NAVAREA XI 23-0360", "NAVAREA XI 23-0361", "HYDROPAC 1779/23"]
    assert (event.certainty, event.kind) == ("probably one event", "space launch")
    assert event.probability > 0.98
    assert len(gunnery.members) == 1
    assert (gunnery.certainty, gunnery.probability) == ("one notice", 1.0)


def test_an_area_of_several_publishers_stands_once_and_a_difference_is_said():
    event = join_notices(read(HYDROPAC, JAPAN, KOREA), sites=SITES)[0]
    by_sources = {entry.sources: entry for entry in event.areas}
    assert set(by_sources) == {
        (("NAVAREA XI 23-0360", "A"), ("NAVAREA XI 23-0361", "A"), ("HYDROPAC 1779/23", "A")),
        (("NAVAREA XI 23-0360", "B"), ("NAVAREA XI 23-0361", "B"), ("HYDROPAC 1779/23", "B")),
        (("NAVAREA XI 23-0360", "C"),),
        (("HYDROPAC 1779/23", "C"),),
    }
    (words,) = by_sources[(("HYDROPAC 1779/23", "C"),)].differences
    assert words.startswith("differs from NAVAREA XI 23-0360 C: 9")
    assert "corners up to 22.1 km apart" in words  # 12 minutes of latitude
    assert len(event.windows) == 1


def test_the_next_launch_is_another_event_and_said_to_repeat():
    notices = read(HYDROPAC, JAPAN, REPEATED)
    first, second = join_notices(notices, sites=SITES)
    assert [len(first.members), len(second.members)] == [2, 1]
    ((earlier, named),) = second.repeats
    assert notices[earlier].id == "HYDROPAC 1779/23"
    assert named.word == "repeat"
    assert not first.repeats


def test_a_cancel_line_joins_and_says_the_state():
    notices = read(GALAXY, GALAXY_BEFORE, year=2022)
    (event,) = join_notices(notices)
    assert event.cancelled == {1: 0}
    (link,) = event.links
    assert link.reasons[0].statement == "NAVAREA IV 1177/22 cancels NAVAREA IV 1165/22"
    assert link.revision is not None
    assert link.revision.word == "revision"
    before, after = datetime(2022, 11, 11, tzinfo=UTC), datetime(2022, 12, 1, tzinfo=UTC)
    assert event.state(before) == "in force"
    assert event.member_state(1, before) == "cancelled"
    assert event.state(after) == "expired"
    assert [entry.sources for entry in event.areas] == [(("NAVAREA IV 1177/22", ""),)]


@pytest.mark.reference
def test_the_two_messages_of_december_2023_may_be_one_event(reference_data):
    """Read by Langbroek as one missile defence test (facts, section 2b); the misprint is repaired, not lost."""
    path = reference_data / "nga-broadcast-warnings/samples_2026/navarea_xii_missile_defence_test_2023-12.txt"
    (event,) = join_notices(read(path.read_text()), sites=SITES)
    assert [notice.id for notice in event.notices] == ["NAVAREA XII 841/23", "NAVAREA XII 845/23"]
    assert event.certainty == "may be one event"
    assert any("ground track" in reason.statement for link in event.links for reason in link.reasons)
    assert any("120-29" in problem.what for notice in event.notices for problem in notice.problems)


JAPANESE_PAGE = """日本航行警報 23-5104
人工衛星ロケット打上げ
2023年5月31日00時00分から6月11日00時00分まで(日本時間)
下記の地点で囲まれる区域
北緯36度20分 東経123度20分
北緯36度20分 東経123度40分
北緯35度50分 東経123度40分
北緯35度50分 東経123度20分
"""
NOTAM = """Z0296/23 NOTAMN
Q) RKRR/QWMLW/IV/BO/W/000/999/3605N12330E020
A) RKRR B) 2305301500 C) 2306101500
E) ROCKET LAUNCHING. DANGER AREA BOUNDED BY 3620N12320E 3620N12340E 3550N12340E 3550N12320E
F) SFC G) UNL
"""


def test_a_japanese_page_and_a_notam_join_the_same_event():
    """The window of May 2023 in Japanese time, in UTC and as items B and C; one area of them, with all who give it."""
    (event,) = join_notices(read(HYDROPAC, JAPANESE_PAGE, NOTAM), sites=SITES)
    assert {notice.id for notice in event.notices} == {
        "HYDROPAC 1779/23", "Japan Navigational Warning 23-5104", "Z0296/23",
    }  # fmt: skip
    assert sorted(len(area.sources) for area in event.areas) == [1, 1, 3]
    assert len(event.windows) == 1


IRIDIUM = """201400Z JUL 18
NAVAREA XII 900/18.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 251107Z TO 251307Z JUL IN AREA BOUND BY
 32-36N 120-32W, 32-54N 119-54W, 28-47N 119-06W, 28-44N 120-35W.
Authority: WESTERN RANGE 191839Z JUL 18.
"""
GALILEO = """201500Z JUL 18
HYDROPAC 2639/18.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 251107Z TO 251307Z JUL IN AREA BOUND BY
 14-06S 096-26W, 00-53N 086-51W, 00-09S 085-11W, 15-10S 094-45W.
Authority: FRENCH GUIANA 181315Z JUL 18.
"""


def test_two_launches_of_one_quarter_of_an_hour_stay_apart():
    """25 July 2018: Galileo rose from Kourou and Iridium from Vandenberg within 15 minutes; here in one window."""
    assert len(join_notices(read(IRIDIUM, GALILEO, year=2018), sites=SITES)) == 2


def test_the_order_given_does_not_matter():
    notices = read(HYDROPAC, GUNNERY, JAPAN, KOREA, REPEATED)
    expected = groups(notices)
    rng = random.Random(20231121)
    for _ in range(5):
        rng.shuffle(notices)
        assert groups(notices) == expected


def test_nothing_joins_nothing():
    assert join_notices([]) == []
    words = Notice(
        raw="x", id="", series="", publisher="", issued=None, areas=(), windows=(), cancels=(), expires=None,
        kind="other", problems=(),
    )  # fmt: skip
    first, second = join_notices([words, words])
    assert first.state(datetime(2023, 1, 1, tzinfo=UTC)) == "undetermined"
    assert len(second.members) == 1


@pytest.mark.parametrize(
    ("at", "state"),
    [("2023-05-29T00:00", "not yet issued"), ("2023-05-30T00:00", "in force"), ("2023-06-10T16:00", "expired")],
)
def test_state_of_one(at, state):
    """In force from receipt, not from the opening of its window (one launch of eight came before it)."""
    (notice,) = read(HYDROPAC)
    assert notice_state(notice, datetime.fromisoformat(at).replace(tzinfo=UTC)) == state


def test_too_many_at_once_are_refused():
    (notice,) = read(GUNNERY)
    with pytest.raises(InputError, match="20,001 notices at once; at most 20,000"):
        join_notices([notice] * 20_001)
    hostile = read(*(HYDROPAC.replace("1779", str(n)).replace("36-20N", "36-21N") for n in range(100, 130)))
    with pytest.raises(InputError, match="pairs of notices share time"):
        join_notices(hostile * 40)


def test_many_notices_of_many_areas_end_soon():
    """59 areas against 59, 190 times: compared in full as long as the budget lasts, then by their corners."""
    rows = "\n".join(
        f"{n}. {n % 50 + 10}-00N 100-00E, {n % 50 + 10}-30N 100-00E, {n % 50 + 10}-30N 100-30E." for n in range(1, 60)
    )
    text = "HYDROPAC {}/23.\n1. HAZARDOUS OPERATIONS 301500Z MAY TO 311500Z MAY IN AREAS BOUND BY:\n" + rows
    events = join_notices(read(*(text.format(number) for number in range(1, 21))), sites=SITES)
    assert sum(len(event.members) for event in events) == 20


def test_a_chain_and_a_ring_of_cancels_end_soon():
    """600 notices of which each cancels the one before and the one after: one event, put in some order."""
    texts = (f"HYDROPAC {n}/23.\nCANCEL HYDROPAC {n - 1}/23, {n + 1}/23.\n" for n in range(2, 602))
    (event,) = join_notices(read(*texts))
    assert sorted(event.members) == list(range(600))
    assert event.state(datetime(2023, 6, 1, tzinfo=UTC)) in {"cancelled", "undetermined"}


@given(st.lists(st.sampled_from([HYDROPAC, JAPAN, KOREA, GUNNERY, GALAXY, REPEATED, IRIDIUM]), max_size=6))
@settings(max_examples=15)
def test_every_notice_is_in_exactly_one_event(texts):
    notices = read(*texts)
    members = [member for event in join_notices(notices, sites=SITES) for member in event.members]
    assert sorted(members) == list(range(len(notices)))
