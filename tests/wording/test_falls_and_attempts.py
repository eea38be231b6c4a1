"""The findings on modelled falls (``assess --falls``) and on attempts whole, with what maps and tables show of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest

from bongsu.cases import Assessment, assess, bundled_case, bundled_case_names, bundled_text
from bongsu.cases.languages import SHOWN
from bongsu.wording import LANGUAGES, Phrase, render

OTHERS = LANGUAGES[1:]
AT = datetime(2026, 11, 25, tzinfo=UTC)
TEXTS = ("question", "statement", "label", "brief", "mark", "verdict", "method", "check_by_hand", "say", "do_not_say")


@cache
def flown(name: str) -> Assessment:
    """The answer with the falls of each launch that a described vehicle flies."""
    return assess(bundled_case(name), at=AT, text=bundled_text(name), called=name, falls=200)


def details(value: Any, key: str = "") -> Iterator[str]:
    """Texts of a finding's details that faces show."""
    if isinstance(value, str):
        if key in SHOWN or isinstance(value, Phrase):
            yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from details(item, name)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from details(item, key)


def texts_of(answer: Assessment, topic: str) -> list[str]:
    found = []
    for finding in (item for item in answer.findings if item.topic == topic):
        found += [getattr(finding, name) for name in TEXTS]
        found += [*finding.caveats, *finding.would_change, *(item.what for item in finding.evidence)]
        found += details(finding.details)
    return found


def uncovered(texts: list[str], language: str) -> list[str]:
    return sorted({missing for text in texts if text for missing in render(text, language).missing})


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", bundled_case_names())
def test_falls_are_covered(name, language):
    answer = flown(name)
    texts = texts_of(answer, "fall")
    if name != "hwasong-2022-03-24":  # a missile, of which no figures are known
        assert any("fall" in text for text in texts)
    texts += [text for region in answer.regions for text in (region.label, region.times)]
    texts += [text for point in answer.points for text in (point.label, point.remark)]
    texts += [track.label for track in answer.tracks]
    texts += [text for area in answer.areas for text in (area.remark,)]
    texts += [mark.label for mark in answer.timeline]
    assert not uncovered(texts, language)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", bundled_case_names())
def test_attempts_are_covered_with_every_feature(name, language):
    texts = texts_of(flown(name), "attempt")
    assert any(isinstance(text, Phrase) for text in texts)
    assert not uncovered(texts, language)


@pytest.mark.parametrize("name", bundled_case_names())
def test_a_kind_has_the_same_word_everywhere(name):
    """Shares of the answer and of its table are of the same four kinds, each said."""
    kinds = {
        kind for item in flown(name).findings if item.topic == "attempt" for kind in item.details.get("posterior", ())
    }
    for language in OTHERS:
        assert len({render(kind, language).text for kind in kinds}) == len(kinds)
        assert not uncovered(sorted(kinds), language)
