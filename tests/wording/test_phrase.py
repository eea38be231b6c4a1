"""A phrase is its English text, and knows how it was made."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date, datetime

import pytest

from bongsu.earth import Estimate
from bongsu.errors import InputError
from bongsu.wording import Phrase, capital, joined, open_ended, phrase, phrase_to_json, render, runs, said_in, words_of


def test_its_text_is_the_english_one():
    made = phrase("{into} min", into=77)
    assert made == "77 min"
    assert json.dumps({"size": made}) == '{"size": "77 min"}'
    assert render(made, "en").text == "77 min"
    assert render(made, "ko").text == "77분"
    assert render(made, "ja").text == "77分"


def test_values_are_said_too_and_names_stay():
    made = phrase("{p} has {clock}", p="Japan Ministry of Defense", clock="21:28")
    assert render(made, "ja").text == "防衛省は21:28"
    unknown = phrase("{p} has {clock}", p="Nobody's Office", clock="21:28")
    assert render(unknown, "ja").text == "Nobody's Officeは21:28"
    assert runs(unknown, "ja") == [("Nobody's Office", True), ("は21:28", False)]
    assert not render(unknown, "ja").missing


def test_words_of_the_input_are_quoted_as_they_are():
    made = phrase("the case has no launch {launch!r}", launch="두 번째\n")
    assert made == "the case has no launch '두 번째\\n'"
    assert runs(made, "ko")[1] == ("'두 번째\\n'", True)


def test_joining_raising_and_opening_keep_it():
    both = joined("; ", [phrase("{into} min", into=1), phrase("{into} min", into=2)])
    assert both == "1 min; 2 min"
    assert render(both + ".", "ja").text == "1分；2分。"
    assert render("x" + both, "ja").text == "x1分；2分"
    assert capital(phrase("areas {labels}", labels="A")) == "Areas A"
    assert render(capital(phrase("areas {labels}", labels="A")), "ko").text == "구역 A"
    ended = phrase("{into} min", into=3) + "."
    assert open_ended(ended) == "3 min"
    assert render(open_ended(ended), "ja").text == "3分"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))])
def test_copies_keep_it(again):
    made = again(phrase("{into} min", into=4))
    assert isinstance(made, Phrase)
    assert render(made, "ko").text == "4분"


def test_an_error_keeps_it():
    error = InputError(phrase("{into} min", into=5))
    assert render(str(error), "ko").text == "5분"
    assert render(phrase("but {time}", time=error), "ko").text == "다만 5분"


def test_dates_are_written_as_each_language_does():
    made = phrase("{moment:%-d %b %Y}", moment=datetime(2023, 11, 5))
    assert made == "5 Nov 2023"
    assert render(made, "ko").text == "2023년 11월 5일"
    assert phrase("{day:%d %b}", day=date(2023, 11, 5)) == "05 Nov"


def test_an_estimate_has_its_unit_in_the_language():
    aside = Estimate(value=None, low=10.0, high=16.0, unit="deg")
    assert aside.format() == "10-16 deg"
    assert render(aside.format(), "ko").text == "10-16°"
    below = Estimate(value=None, low=-3.0, high=4.0, unit="s")
    assert below.format() == "-3 to 4 s"
    assert render(below.format(), "ja").text == "-3～4秒"
    assert Estimate(value=None, low=12000.0, high=float("inf"), unit="km").format() == ">= 12000 km"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Busan", "부산이"),  # ends in a consonant
        ("KCNA", "조선중앙통신이"),
        ("Kadena", "가데나가"),  # ends in a vowel
        ("A-3", "A-3이"),  # 삼
        ("A-2", "A-2가"),  # 이
        ("Xyz", "Xyz이(가)"),  # how it is read is not known
    ],
)
def test_korean_particles_follow_the_sound(name, said):
    made = phrase("had {place} in view{light} at {when}", place=name, light="", when="01:00")
    assert said in render(made, "ko").text


def test_what_the_tables_lack_is_named_and_stays_english():
    made = phrase("no such sentence {into}", into=5)
    assert render(made, "ko").text == "no such sentence 5"
    assert render(made, "ko").missing == ("no such sentence {into}",)
    assert runs(made, "ko") == [("no such sentence 5", True)]


def test_a_page_gets_the_words_of_an_answer():
    body = {"a": [phrase("{into} min", into=1)], "b": {"c": "possible"}, "d": "no such sentence", "e": [1.0, 2.0]}
    words = words_of(body)
    assert words["ko"] == {"1 min": "1분", "possible": "가능"}
    assert words["ja"]["possible"] == "可能"
    mixed = words_of([phrase("{p} has {clock}", p="Nobody's Office", clock="21:28")])["ja"]
    assert mixed == {"Nobody's Office has 21:28": [["Nobody's Office", True], ["は21:28", False]]}


def test_json_carries_template_and_values():
    made = phrase("{size} into it", size=phrase("{into} min", into=38))
    assert phrase_to_json(made) == {
        "template": "{size} into it",
        "values": {"size": {"template": "{into} min", "values": {"into": 38}}},
    }
    assert said_in([made], "ko")["38 min into it"]["text"] == "시작 38분 뒤"


def test_private_marks_in_foreign_text_do_no_harm():
    made = phrase("{p} has {clock}", p="\ue000evil\ue001", clock="21:28")
    assert render(made, "ko").text == "evil 21:28"
    assert [stays for _, stays in runs(made, "ko")] == [True, False]
