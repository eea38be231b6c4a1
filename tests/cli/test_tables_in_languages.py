"""Tables of passes, warnings and a satellite in Korean and Japanese: every word of ours said, and in line."""

from __future__ import annotations

import re
from typing import Any

import pytest
from click.testing import CliRunner

from bongsu.cli.app import cli as command
from bongsu.cli.wide import width
from bongsu.wording import render

ASKED = {
    "passes": ["passes", "58400", "35.10,129.10", "--at", "2024-06-07T00:00Z", "--for", "2d", "--gsd", "1,3"],
    "list": ["warn", "list", "Seoul", "Busan", "--sat", "58400", "--at", "2024-06-03T00:00Z", "--for", "3d", "--level", "night"],
    "plan": ["warn", "plan", "Seoul", "Busan", "--sat", "58400", "--at", "2024-06-03T00:00Z", "--for", "3d", "--by-latitude"],
    "satellite": ["sat", "show", "58400", "--at", "2026-07-10T07:13Z"],
    "none": ["warn", "list", "Seoul", "--sat", "58400", "--at", "2024-06-03T02:00Z", "--for", "1h"],
}  # fmt: skip
# What Korean and Japanese write in Latin letters too: units, signs, options, owners, names of cases.
LATIN = re.compile(r"(?<![A-Za-z])(UTC|GSD|NATA|csv|malligyong)(?![A-Za-z])")


def asked(words: list[str], language: str, columns: int = 130) -> str:
    # BONGSU_LANG is what --lang defaults to
    found = CliRunner().invoke(command, words, env={"BONGSU_LANG": language, "COLUMNS": str(columns)})
    assert found.exit_code == 0, found.output
    return found.stdout


@pytest.mark.parametrize("language", ["ko", "ja"])
@pytest.mark.parametrize("name", ASKED)
def test_nothing_stays_english(monkeypatch, name, language):
    missing: dict[str, None] = {}

    def told(text: str, code: str) -> Any:
        found = render(text, code)
        missing.update(dict.fromkeys(found.missing))
        return found

    monkeypatch.setattr("bongsu.wording.voice.render", told)
    text = asked(ASKED[name], language)
    assert not missing
    assert not re.findall("[A-Za-z]{3,}", LATIN.sub("", text))


@pytest.mark.parametrize("language", ["ko", "ja"])
@pytest.mark.parametrize("columns", [80, 130])
@pytest.mark.parametrize("name", ASKED)
def test_lines_fit_the_terminal(name, language, columns):
    lines = asked(ASKED[name], language, columns).splitlines()
    assert max(width(line) for line in lines) <= columns


def test_the_numbers_are_those_of_the_english_table():
    def figures(text: str) -> list[str]:
        return re.findall(r"\d\d:\d\d:\d\d", text)

    english = asked(ASKED["passes"], "en")
    assert "RISE UTC" in english
    assert figures(english) == figures(asked(ASKED["passes"], "ko")) == figures(asked(ASKED["passes"], "ja"))
