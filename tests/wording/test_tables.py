"""Every template in three languages with the same values, and every sentence of the answers covered."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from bongsu.assessment import VERDICTS, Finding
from bongsu.cases import answer_in, ask_pasted, assess, bundled_case, bundled_case_names, bundled_text, site_from_text
from bongsu.errors import BongsuError, InputError
from bongsu.wording import LANGUAGES, names_of, read_tables, render

AT = datetime(2026, 11, 25, tzinfo=UTC)
OTHERS = LANGUAGES[1:]
TEXTS = ("question", "statement", "label", "brief", "mark", "verdict", "method", "check_by_hand", "say", "do_not_say")
# Words that Korean and Japanese write in Latin letters too: units, codes, names of programs and files, formulas.
LATIN = re.compile(r"[A-Za-z]{4,}")
MAY_STAY = re.compile(
    r"\{[^{}]*\}|\(?bongsu serve\)?|interactive|bongsu [a-z -]*|\.html|\.json|-f json|--[a-z-]+|(?<![A-Za-z])(?:RKRR|FILE|CASE|LAT|LON|NAVAREAs?|HYDROPAC|NOTAM|GCAT|HTML|Bongsu|Natural Earth|SGP4"
    r"|FIRs?|WGS|CC-BY|asin|acos|sqrt|theta|docs/[\w./]+|docs\.un\.org|attempt_counts\.toml|\[\[?[a-z_.]+\]?\]|\"mine\.toml\"|kind = \"unknown\"|kind와 stage를|kindとstageを|file = |flight check|legal|Brouwer|PRST"
    r"|Seoul|KSLV|IMO|ICAO|GeoJSON|JSON|FeatureCollection|(?:Multi)?(?:Point|Polygon)|LineString|EPSG|name,latitude,longitude|ogr2ogr -\S+ (?:GeoJSON|0\.01) out\.geojson|apogee 6,248\.5 km, range 1,090 km, time 67\.5 min|Cape Canaveral)(?![A-Za-z])"
)  # fmt: skip


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def all_entries() -> list[tuple[str, str, str, str]]:
    return [
        (table, language, english, text)
        for table, languages in read_tables().items()
        for language in OTHERS
        for english, text in languages[language].items()
    ]


def test_every_template_is_there_with_the_same_values():
    faults = []
    for table, language, english, text in all_entries():
        try:
            given, wanted = names_in(text), names_in(english)
        except ValueError as error:
            faults.append(f"{table}, {language}: {english!r}: {error}")
            continue
        plural = set(re.findall(r"[a-z]\{(s|s_2)\}", english))  # an English plural ending
        if given != wanted - plural:
            faults.append(f"{table}, {language}: {english!r} has {sorted(wanted)}, {text!r} has {sorted(given)}")
    assert not faults, "\n".join(faults)


def test_no_template_stands_in_two_tables():
    found: dict[str, str] = {}
    for name, table in read_tables().items():
        for english in table["ko"]:
            assert english not in found, f"{english!r} stands in {found[english]} and {name}"
            found[english] = name


def test_no_english_is_left_over():
    faults = [
        f"{table}, {language}: {text!r}"
        for table, language, english, text in all_entries()
        if LATIN.search(MAY_STAY.sub("", text)) and english != text
    ]
    assert not faults, "\n".join(faults)


def test_korean_is_in_hangul_and_japanese_in_its_own_letters():
    for table, language, english, text in all_entries():
        strange = "[가-힣]" if language == "ja" else "[ぁ-んァ-ヶ]"
        assert not re.search(strange, text), f"{table}, {language}: {english!r}: {text!r}"


def test_every_verdict_has_its_word():
    for language in OTHERS:
        assert not set(VERDICTS) - set(names_of(language))


def texts_of(finding: Finding) -> Iterator[str]:
    yield from (getattr(finding, name) for name in TEXTS)
    yield from finding.caveats
    yield from finding.would_change
    yield from (item.what for item in finding.evidence)


@cache
def bundled():
    return {
        name: assess(bundled_case(name), at=AT, text=bundled_text(name), called=name) for name in bundled_case_names()
    }


@cache
def corpus():
    """The pasted texts of ``tests/cases/test_pasted.py``."""
    path = Path(__file__).resolve().parents[1] / "cases" / "test_pasted.py"
    spec = importlib.util.spec_from_file_location("pasted_texts", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def uncovered(texts: Iterator[str], language: str) -> list[str]:
    return sorted({missing for text in texts if text for missing in render(text, language).missing})


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", bundled_case_names())
def test_a_bundled_case_is_covered(name, language):
    answer = bundled()[name]
    head = answer.case.case
    texts = [head.title, head.summary, *answer.summary, *answer.unknown, *answer.since, *answer.say, *answer.do_not_say]
    texts += [text for finding in answer.findings for text in texts_of(finding)]
    assert not uncovered(iter(texts), language)


@pytest.mark.parametrize("language", OTHERS)
def test_pasted_texts_are_covered(language):
    site = site_from_text("28.5,-80.55")
    texts = []
    for text, kind in corpus().KINDS:
        for place in (None, site) if kind == "notice" else (None,):
            pasted, answer = ask_pasted(text, at=corpus().AT, site=place)
            texts += [pasted.words, *answer.summary]
            texts += [each for finding in answer.findings for each in texts_of(finding)]
            texts += [each for problem in answer.problems for each in (problem.what, problem.advice)]
    assert not uncovered(iter(texts), language)


@pytest.mark.parametrize("language", OTHERS)
def test_refusals_of_pasted_texts_are_covered(language):
    texts = []
    for text in corpus().NONE_OF_THEM.values():
        with pytest.raises(InputError) as caught:
            ask_pasted(text, at=corpus().AT)
        texts += [str(caught.value), caught.value.advice]
    assert not uncovered(iter(texts), language)


@pytest.mark.parametrize("language", OTHERS)
def test_the_errors_met_most_are_covered(language):
    asked = [
        "58400 35.1,129.1 2023-11-25T10:01:10",
        "58400 35.1,129.1 2020-11-25T10:01:10Z",
        "6,248.5 km, 1,090 km, 67.5 min, 5 min",
        "<html><title>Log in</title></html>",
    ]
    texts = []
    for text in asked:
        with pytest.raises(BongsuError) as caught:
            ask_pasted(text, at=AT)
        texts += [str(caught.value), getattr(caught.value, "advice", "")]
    for place in ("91,0", "nowhere"):
        with pytest.raises(BongsuError) as caught:
            site_from_text(place)
        texts += [str(caught.value), getattr(caught.value, "advice", "")]
    left = uncovered(iter(texts), language)
    assert not left


@pytest.mark.parametrize("language", OTHERS)
def test_an_answer_in_the_language_says_the_same(language):
    """Numbers, signs, verdicts and order are those of the English answer."""
    for answer in bundled().values():
        said = answer_in(answer, language)
        assert [item.id for item in said.findings] == [item.id for item in answer.findings]
        for one, other in zip(answer.findings, said.findings, strict=True):
            assert (one.verdict, one.sign, one.estimates, one.sources) == (
                other.verdict, other.sign, other.estimates, other.sources
            )  # fmt: skip
            assert set(re.findall(r"\d+\.\d+", one.statement)) == set(re.findall(r"\d+\.\d+", other.statement)), one.id
            assert not re.search(r"\{|\}|\ue000|\ue001", other.statement)
