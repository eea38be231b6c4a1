"""What the page shows of the engine's words beside the findings, in Korean and Japanese: nothing of ours stays English."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from bongsu.cases import ask_pasted, assess, bundled_case, bundled_case_names, bundled_text, site_from_text
from bongsu.console.ascents import FAILURE_KINDS, AscentDesk, flown_by
from bongsu.console.names import all_names
from bongsu.console.orbiting import satellite_answer
from bongsu.console.said import with_words
from bongsu.console.watching import KeptPlans, PlanAsked, watch_answer
from bongsu.reports import figure_name
from bongsu.wording import LANGUAGES, render, runs

NOW = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
OTHERS = LANGUAGES[1:]
LATIN = re.compile(r"[A-Za-z]{4,}")
TIME = re.compile(r"\d{4}-\d\d-\d\d(T|$)")
STATIC = files("bongsu.console") / "static"


def texts_at(value: Any, keys: set[str]) -> Iterator[str]:
    """Texts under these keys, wherever they stand."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in keys and isinstance(item, str):
                yield item
            elif key in keys and isinstance(item, list):
                yield from (each for each in item if isinstance(each, str))
            yield from texts_at(item, keys)
    elif isinstance(value, list):
        for item in value:
            yield from texts_at(item, keys)


def uncovered(texts: Iterator[str], language: str) -> list[str]:
    return sorted({missing for text in texts if text for missing in render(text, language).missing})


@cache
def flights() -> tuple[dict[str, Any], ...]:
    """Every case's launch that a shipped vehicle flies: as planned, and the first of each case in every failure."""
    desk, found = AscentDesk(), []
    for name in bundled_case_names():
        case = bundled_case(name)
        flown = [(item, flown_by(item.vehicle, min((each.time for each in item.lift_off), default=None)))
                 for item in case.launch]  # fmt: skip
        for n, (item, by) in enumerate(each for each in flown if each[1]):
            lift_off = datetime.fromisoformat(by["lift_off"])
            asked = {"vehicle": by["vehicle"], "flight": by["flight"], "lift_off": lift_off, "at": NOW}
            found.append(desk.ascent(**asked, say=print))
            for kind in FAILURE_KINDS if n == 0 else FAILURE_KINDS[:1]:
                stage = by["stages"][-1 if kind == "no-ignition" else 0]
                found.append(
                    desk.falls(**asked, failure=kind, stage=stage, after=(50.0, 60.0) if kind in FAILURE_KINDS[2:5] else (0.0, 0.0),
                               flights=200, case=name, launch=item.id, say=print)
                )  # fmt: skip
    return tuple(found)


@pytest.mark.parametrize("language", OTHERS)
def test_flights_and_falls_are_covered(language):
    shown = {"label", "what", "caveats", "body", "with", "name"}
    texts = [text for answer in flights() for text in texts_at(answer["answer"], shown)]
    assert len(set(texts)) > 30
    assert not uncovered(iter(texts), language)
    left = {text: render(text, language).text for text in texts if LATIN.search(render(text, language).text)}
    assert not {text for text in left if not text.startswith(("Nuri", "area"))}


@pytest.mark.parametrize("language", OTHERS)
def test_search_cards_are_covered(language):
    items = [item for item in all_names()["items"] if "card" in item]
    assert {item["kind"] for item in items} == {"launch", "notice", "test"}
    texts = [text for item in items for label, words in item["card"] for text in (label, words)]
    left = uncovered((text for text in texts if not TIME.match(text)), language)
    assert not left


def every_figure() -> Iterator[str]:
    """Keys of the figures that findings carry."""
    path = Path(__file__).resolve().parents[1] / "cases" / "test_pasted.py"
    spec = importlib.util.spec_from_file_location("pasted_texts", path)
    assert spec is not None and spec.loader is not None
    pasted = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pasted)
    answers = [
        assess(bundled_case(name), at=NOW, text=bundled_text(name), called=name) for name in bundled_case_names()
    ]
    site = site_from_text("28.5,-80.55")
    answers += [ask_pasted(text, at=NOW, site=site if kind == "notice" else None)[1] for text, kind in pasted.KINDS]
    for answer in answers:
        for finding in answer.findings:
            yield from finding.estimates


def test_every_figure_has_a_name():
    own = {
        language: json.loads((STATIC / "i18n" / f"{language}.json").read_text(encoding="utf-8")) for language in OTHERS
    }
    keys = sorted(set(every_figure()))
    assert "azimuth_A_deg" in keys
    for language in OTHERS:
        rest = [key for key in keys if f"estimate.{key}" not in own[language]]
        left = [key for key in rest if any(stays and LATIN.search(piece) for piece, stays in runs(figure_name(key), language))
                or render(figure_name(key), language).missing]  # fmt: skip
        assert not left
    said = with_words({"estimates": {"azimuth_stage 1_deg": {}, "arc_min": {}}})["said"]
    assert said["ko"] == {"azimuth stage 1": "방위각(1단)", "arc": "자유비행 시간"}


@pytest.mark.parametrize("language", OTHERS)
def test_watch_and_satellite_are_covered(language):
    asked = PlanAsked(satellites=("58400",), hours=24.0)
    watch = watch_answer(KeptPlans(), asked, "", NOW)
    orbit = satellite_answer("", at=None, now=NOW, hours=2.0, elements="")
    shown = {"question", "statement", "caveats", "method", "would_change", "check_by_hand", "areas_known", "in_words", "what",
             "advice", "jump", "scenario"}  # fmt: skip
    texts = [*texts_at(watch["finding"], shown), *texts_at(watch["items"], shown), *texts_at(orbit, shown - {"what"})]
    assert len(set(texts)) > 15
    assert not uncovered(iter(texts), language)


def test_the_page_itself_holds_no_english_sentence():
    """Words stand in static/i18n: none of the page's own modules has a sentence."""
    sentence = re.compile(r'["`][^"`\n]*?\b[a-z]{3,}(?: [a-z]{2,}){3,}[^"`\n]*["`]')
    found = []
    for path in sorted((STATIC / "app").iterdir(), key=lambda item: item.name):
        if path.name.endswith(".js"):
            code = re.sub(r"/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            found += [f"{path.name}: {each}" for each in sentence.findall(code)]
    assert not found, "\n".join(found)
