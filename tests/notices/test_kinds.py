"""What kind of warning it is: published texts, look-alikes, reasons with spans, the table of weights, the labels."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path

import published_notices as published
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.notices import KINDS, notice_to_json, parse_notam, parse_notice, read_notices
from bongsu.notices.kind_evidence import DECLARED
from bongsu.notices.kind_weights import WEIGHTS
from bongsu.notices.kinds import kind_probabilities

LABELS = Path(__file__).parent / "labels" / "notice_kinds.csv"
# NAVAREA XII 656/2019 as published (satobs.org/seesat/Aug-2021/0031.html): no heading, no word of what
STARLINER_BARE = (
    "NAVAREA XII 656/2019(17,83). A. 221223Z TO 221312Z DEC: 08-10.42N 126-49.22W, 14-39.10N 122-02.28W, "
    "16-43.41N 124-59.39W, 10-12.18N 129-44.25W. B. ALTERNATE 222012Z TO 222258Z DEC: 49-18.12N 145-12.23W, "
    "47-02.48N 133-53.14W, 48-44.00N 132-43.20W, 51-35.22N 144-23.29W"
)
SQUARE = "IN AREA BOUND BY 10-00N 100-00E, 11-00N 100-00E, 11-00N 101-00E, 10-00N 101-00E."


def kind_of(text, year=2023):
    (notice,) = read_notices(text, year=year)
    return notice.kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NAVAREA IV 1177/22(11,26).\n072239Z NOV 22\n" + published.GALAXY, "space launch"),
        (published.FTG_12, "missile test"),
        (published.ANDOYA, "space launch"),
        (published.CANAVERAL, "space launch"),
        (published.STARLINER, "re-entry"),
        (STARLINER_BARE, "re-entry"),
        (published.NROL_108, "undetermined"),  # coordinates cut, no word: too thin
    ],
)
def test_published_texts(text, kind):
    """facts.md 2b: what each warning was for, as its sources say."""
    assert kind_of(text) == kind


def test_the_japan_coast_guards_heading():
    """JCG, May 2023 (news.mt.co.kr 2023053108113662342)."""
    assert kind_of(f"NAVAREA XI 1/23. SATELLITE ROCKET LAUNCHING 301500Z MAY TO 101500Z JUN {SQUARE}") == "space launch"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("HAZARDOUS OPERATIONS, ROCKET LAUNCHING", "space launch"),
        ("SATELLITE RE-ENTRY", "re-entry"),  # NAVAREA XII 305/18
        ("PROGRESS SPACECRAFT DE-ORBIT", "re-entry"),
        ("HAZARDOUS OPERATIONS, SPACE DEBRIS", "debris"),  # HYDROPAC 1264/23
        ("SPENT STAGE FALLING", "debris"),
        ("GUNNERY AND MISSILE OPERATIONS", "missile test"),
        ("MISSILE OPERATIONS", "missile test"),
        ("GUNNERY EXERCISES", "gunnery"),
        ("TORPEDO EXERCISES", "gunnery"),
        ("LANZAMIENTO DE COHETE", "space launch"),
        ("EJERCICIOS DE TIRO", "gunnery"),
        ("HAZARDOUS OPERATIONS", "undetermined"),
        ("CABLE OPERATIONS BY C/S RELIANCE", "other"),
        # words that only sound alike
        ("GUNNERY EXERCISES AT PACIFIC MISSILE RANGE FACILITY", "gunnery"),
        ("GUNNERY AND ROCKET OPERATIONS", "gunnery"),
        ("SURVEY OPERATIONS BY M/V RED ROCKET", "other"),
        ("UNDERWATER OPERATIONS BY M/V SPACE EXPLORER", "other"),
        ("RED ROCKET PARACHUTE FLARES SIGHTED", "other"),
        ("DEBRIS FROM VESSEL ADRIFT", "other"),  # HYDROPAC 2999/18
        ("UNEXPLODED ORDNANCE", "other"),
        ("LIFEBOAT LAUNCHING TRIALS BY M/V ASIA", "other"),
        ("SATELLITE NAVIGATION UNRELIABLE, BUOY UNLIT", "other"),
    ],
)
def test_words(words, kind):
    assert kind_of(f"HYDROPAC 1/23. 1. {words} 011200Z TO 011600Z MAY {SQUARE}") == kind


@pytest.mark.parametrize(
    "text",
    [
        "NAVAREA XII 14/23. CANCEL NAVAREA XII 13/23.",
        "HYDROPAC 14/23. CANCEL HYDROPAC 13/23, 12/23 AND THIS MSG.",
        "HYDROLANT 12/23. S/V MISSILE OVERDUE. LAST KNOWN POSITION 28-00N 080-00W AT 011200Z MAY.",
        "HYDROLANT 13/23. FLIGHT OF M/V SATELLITE STAR REPORTED ADRIFT IN 28-00N 080-00W.",
    ],
)
def test_other(text):
    assert kind_of(text) == "other"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("人工衛星ロケット打上げ", "space launch"),
        ("北朝鮮の人工衛星打上げに伴う落下物", "space launch"),
        ("射撃訓練", "gunnery"),
        ("ミサイル発射", "missile test"),
        ("宇宙物体の落下", "debris"),
        ("人工衛星の再突入", "re-entry"),
        ("북한 위성 발사, 잔해물 낙하 위험구역", "space launch"),
        ("위성운반로켓 발사", "space launch"),
        ("해상사격훈련", "gunnery"),
        ("탄도미사일 발사", "missile test"),
        ("우주물체 재진입", "re-entry"),
    ],
)
def test_korean_and_japanese(words, kind):
    """Texts of our own making: originals were not at hand (docs/limits.md)."""
    assert (
        kind_of(
            f"{words}\n2023年11月22日00時00分から12月1日00時00分まで\n36-04N 123-32E, 35-30N 123-22E, 35-30N 123-45E"
        )
        == kind
    )


def test_areas_tell_where_words_do_not():
    """The same words, "HAZARDOUS OPERATIONS": only areas and times make the difference."""
    words = "NAVAREA XII 1/23. HAZARDOUS OPERATIONS 1430Z TO 1730Z DAILY 11 THRU 16 DEC. "
    far_apart = published.FTG_12[published.FTG_12.index("A. 24-40") :]
    first_alone = far_apart[: far_apart.index("B. ")]
    assert kind_of(words + far_apart) == "missile test"
    assert kind_of(words + first_alone) == "undetermined"


def test_westward_from_a_launch_site_is_no_launch():
    """Against Earth's rotation: as for NAVAREA XII 845/23, an interceptor from Vandenberg."""
    site = "A. 35-01N 121-13W, 35-01N 120-29W, 34-45N 120-29W, 34-44N 121-13W. "
    west = "B. 34-58N 128-56W, 35-07N 123-56W, 34-28N 123-56W, 34-10N 128-56W."
    south = "B. 28-35N 121-56W, 29-07N 120-56W, 26-28N 120-36W, 26-10N 121-56W."
    head = "NAVAREA XII 1/23. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 1400Z TO 1805Z DAILY 11 THRU 16 DEC. "
    names = {
        where: {each.name for each in parse_notice(head + site + where, year=2023)[0].kind_reasons}
        for where in (west, south)
    }
    assert "westward from a launch site" in names[west] - names[south]
    assert "one area at a launch site and one beyond" in names[south] - names[west]
    assert kind_of(head + site + south) == "space launch" != kind_of(head + site + west)


def test_reasons_show_their_words():
    (notice,) = parse_notice("NAVAREA IV 1177/22(11,26).\n072239Z NOV 22\n" + published.GALAXY)
    shown = {each.name: notice.raw[slice(*each.text_span)] for each in notice.kind_reasons}
    assert shown["ROCKET LAUNCHING"] == "ROCKET LAUNCHING"
    assert shown["hazardous operations, and which"] == "HAZARDOUS OPERATIONS"
    assert shown["at a launch site"].startswith("28-39.92N") and shown["alternate times"] == "ALTERNATE"
    found = {each.name: each.found for each in notice.kind_reasons}
    assert "Cape Canaveral" in found["at a launch site"]
    weights = [abs(each.weight) for each in notice.kind_reasons]
    assert weights == sorted(weights, reverse=True)


def test_json_gives_kind_probability_and_reasons():
    (notice,) = parse_notice(published.FTG_12)
    item = json.loads(json.dumps(notice_to_json(notice)))
    assert item["kind"] == "missile test" and 0.5 < item["kind_probability"] < 1.0
    assert list(item["kind_probabilities"]) == list(KINDS)
    assert sum(item["kind_probabilities"].values()) == approx(1.0, abs=0.005)
    assert all(each.keys() == {"name", "found", "kind", "weight", "text_span"} for each in item["kind_reasons"])
    (thin,) = parse_notice("HYDROPAC 1/23. HAZARDOUS OPERATIONS 011200Z TO 011600Z MAY " + SQUARE)
    assert (notice_to_json(thin)["kind"], notice_to_json(thin)["kind_probability"]) == ("undetermined", None)


@pytest.mark.parametrize(
    ("words", "code", "kind"),
    [
        ("ROCKET LAUNCH WILL TAKE PLACE FROM SHAR RANGE", "QWMLW", "space launch"),
        ("DUE TO AN AEROSPACE FLIGHT ACTIVITY THE FLIGHT SAFETY MAY BE AFFECTED", "QXXXX", "space launch"),  # P3539/25
        ("GUN FIRING", "QWMLW", "gunnery"),
        ("TEMPORARY DANGER AREA", "QWMLW", "undetermined"),
        ("RWY 09/27 CLOSED", "QMRLC", "other"),
    ],
)
def test_notams(words, code, kind):
    text = (
        f"A0001/23 NOTAMN\nQ) VOMF/{code}/IV/BO/W/000/999/1330N08030E050\nA) VOMF B) 2305011200 C) 2305011400\n"
        f"E) {words} WITHIN 1330N08030E 1400N08030E 1400N08100E 1330N08100E\nF) SFC G) UNL"
    )
    (notam,) = parse_notam(text)
    assert notam.kind == kind


@pytest.mark.reference
def test_reference_notams(reference_data):
    """Indian and Chinese launches; none of 186 ordinary NOTAMs is taken for a flight."""
    folder = reference_data / "notam-launch"
    for name in ("notam-gslv-f10", "notam-gslv-m1", "notam-pslv-c47", "china_rjjj_2025"):
        assert {each.kind for each in read_notices((folder / f"{name}.txt").read_text())} == {"space launch"}, name
    ordinary = parse_notam((folder / "pynotam_icao_samples.txt").read_text())
    assert Counter(each.kind for each in ordinary) == {"other": 186}


# -- the table and the labels -----------------------------------------------------------------------


def test_the_table_has_a_weight_for_every_declared_one():
    """`scripts/fit_notice_kinds` writes it; evidence added without fitting shows here."""
    assert {name: set(row) for name, row in WEIGHTS.items()} == {name: set(row) for name, row in DECLARED.items()}
    assert all(set(row) <= set(KINDS) for row in WEIGHTS.values())


def test_probabilities_are_the_softmax_of_the_weights():
    """By hand: e^w / (e^w + ...), from the weights of the two pieces of evidence and of any warning."""
    names = ("a missile", "windows of days")
    sums = [sum(WEIGHTS[name].get(kind, 0.0) for name in ("any warning", *names)) for kind in KINDS]
    expected = [2.718281828459045**each for each in sums]
    assert kind_probabilities(names) == approx([each / sum(expected) for each in expected])
    assert KINDS[kind_probabilities(()).index(max(kind_probabilities(())))] == "other"


def test_labels_follow_their_rules():
    """docs/methods/notice-kinds.md: how many, the split by hash, no label without a reason."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["set"], row["id"]) for row in rows}) == len(rows) >= 300
    assert Counter(row["stratum"] for row in rows) == {"spoken": 96, "weapons": 60, "hazardous": 90, "rest": 90}
    assert {row["kind"] for row in rows} | {"undetermined"} == {*KINDS, "cannot tell"}
    for row in rows:
        digest = hashlib.sha256(f"{row['set']} {row['id']}".encode()).hexdigest()
        assert row["part"] == ("test" if int(digest[:8], 16) % 3 == 0 else "train"), row["id"]
        assert row["note"]


# -- hostile texts ----------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(
    ["ROCKET", "LAUNCHING", "MISSILE", "DEBRIS", "M/V", "RE-", "ENTRY", "HAZARDOUS", "OPERATIONS", "A.", "ALTERNATE", "위성",
     "10-00N 100-00E", "90-00N 000-00E", "90-00S 180-00W", "WITHIN 5 MILES OF", "011200Z TO 011400Z MAY", ",", "\n", "落下"]
), max_size=40))  # fmt: skip
def test_any_mixture_gets_a_kind(words):
    for notice in parse_notice(" ".join(["HYDROPAC 1/23.", *words]), year=2023):
        assert notice.kind in KINDS and (notice.kind_probability is None) == (notice.kind == "undetermined")
        assert all(0 <= a <= b <= len(notice.raw) for a, b in (each.text_span for each in notice.kind_reasons))


@pytest.mark.parametrize(
    "word", ["ROCKET ", "M/V ", "DEBRIS FROM A ", "GUNNERY AND ", "RE ENT", "위성 ", "HAZARDOUS OP "]
)
def test_a_word_without_end_counts_once(word):
    (notice,) = parse_notice("HYDROPAC 1/23. " + word * 20_000, year=2023)
    assert len({each.name for each in notice.kind_reasons}) == len(notice.kind_reasons)
