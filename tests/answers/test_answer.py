"""Answers in their forms, texts read when they are needed, bounds, and times as people write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bongsu.answers import (
    SHARED,
    UNBOUNDED,
    Answer,
    Given,
    answer_case_check,
    answer_case_list,
    given_text,
    parse_at,
)
from bongsu.errors import InputError, UseError

NOW = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)


def test_a_form_is_made_when_it_is_asked_for_and_no_other():
    made = []

    def text(form: str) -> str:
        made.append(form)
        return form

    answer = Answer(
        found=None, body=lambda: {"a": "\x1b é"}, files={"csv": lambda: text("csv"), "kml": lambda: text("kml")}
    )
    assert answer.file("kml") == "kml" and made == ["kml"]
    assert answer.file("json") == '{\n  "a": "\\u001b é"\n}\n'
    with pytest.raises(UseError, match="no form 'pdf'") as told:
        answer.file("pdf")
    assert told.value.advice == "there are json, csv, kml"


def test_a_text_is_read_when_it_is_needed():
    read = []

    def once() -> bytes:
        read.append(1)
        return b'[case]\nname = "mine"\n'

    given = Given("folder/mine.toml", once)
    assert not read and given.short_name == "mine.toml"
    assert answer_case_check(case=given, at=NOW).found.case.case.name == "mine"
    assert read == [1]
    with pytest.raises(InputError, match="elements is empty"):
        given_text("elements", " \n").read()


def test_what_is_asked_of_a_shared_machine_is_bounded():
    UNBOUNDED.check_span(timedelta(days=3000))
    UNBOUNDED.check_flights(10**6)
    SHARED.check_pair_days(1000, 6, timedelta(days=31))
    for check in (
        lambda: SHARED.check_span(timedelta(days=32)),
        lambda: SHARED.check_flights(2001),
        lambda: SHARED.check_pair_days(1000, 7, timedelta(days=31)),
    ):
        with pytest.raises(InputError, match="answered") as told:
            check()
        assert "command line" in told.value.advice


def test_times_are_read_as_people_write_them():
    assert parse_at("now", NOW) == NOW
    assert parse_at("+48h", NOW) - NOW == timedelta(days=2)
    assert parse_at("-2d", NOW) - NOW == timedelta(days=-2)
    assert parse_at("2026-11-25T09:30+09:00", NOW) == NOW
    with pytest.raises(InputError, match="no time zone"):
        parse_at("2026-11-25T09:30", NOW)


def test_the_same_question_gives_the_same_bytes():
    assert answer_case_list(at=NOW).file("json") == answer_case_list(at=NOW).file("json")
