"""The bundled cases answer as they did: text word for word, numbers within what machines differ by.

The kept answers stand in ``tests/golden``; ``python tests/golden/update.py`` writes them again.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def load() -> ModuleType:
    """``tests/golden/update.py``: the tests compare as it writes."""
    spec = importlib.util.spec_from_file_location("golden_update", GOLDEN / "update.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


golden = load()


@cache
def now(name: str, form: str) -> str:
    return golden.answer(name, form)


@pytest.mark.parametrize("name", golden.CASES)
def test_screen(name):
    kept = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert golden.same_text(kept, now(name, "table")), f"{now(name, 'table')}\nis not what was kept:\n{kept}"


@pytest.mark.parametrize("name", golden.CASES)
def test_json(name):
    kept = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    found = list(golden.differences(kept, golden.normalised(json.loads(now(name, "json")))))
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize("name", golden.CASES)
def test_the_same_question_gives_the_same_bytes(name):
    assert golden.answer(name, "json") == now(name, "json")


@pytest.mark.parametrize("name", golden.CASES)
def test_the_screen_fits_its_page(name):
    lines = now(name, "table").splitlines()
    assert max(map(len, lines)) <= 100
    assert len(lines) <= 36  # first-screen: thirty lines, and what wraps


def test_the_comparison_sees_what_matters():
    assert golden.same_text("closest came 9 s after (+1 to +17 s)", "closest came 10 s after (+1 to +18 s)")
    assert golden.same_text("once in 9,000.", "once in 10,000.")
    assert golden.same_text("at 2023-11-29T01:15:59Z", "at 2023-11-29T01:16:00Z")
    assert not golden.same_text("closest came 9 s after", "closest came 9 s before")
    assert not golden.same_text("closest came 9 s after", "closest came 11 s after")
    assert not golden.same_text("498.99-499.23 km", "498.99-499.25 km")
    assert not golden.same_text("at 2023-11-29T01:15:42Z", "at 2023-11-29T01:15:44Z")
    assert not golden.same_text("3 m", "3 m.")
    assert not list(golden.differences({"a": [1.0, None, True]}, {"a": [1.0 + 1e-6, None, True]}))
    for other in ({"a": [1.001]}, {"a": [1.0, 2.0]}, {"b": [1.0]}, {"a": ["1"]}, {"a": [None]}):
        assert list(golden.differences({"a": [1.0]}, other)), other
