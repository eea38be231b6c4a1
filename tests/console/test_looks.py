"""The page in a pairwise choice of its languages, themes, widths, states and views (all: scripts/figures console-looks)."""

from __future__ import annotations

import itertools

import pytest
from looks import FACTORS, Looker, pairwise

CHOSEN = pairwise(FACTORS)


@pytest.fixture(scope="module")
def looker(browser, address):
    return Looker(browser, address)


def test_the_choice_holds_every_pair():
    held = {
        (a, row[a], b, row[b]) for row in CHOSEN for a, b in itertools.combinations(FACTORS, 2)
    }  # fmt: skip
    wanted = {(a, x, b, y) for a, b in itertools.combinations(FACTORS, 2) for x in FACTORS[a] for y in FACTORS[b]}
    assert held == wanted
    assert len(CHOSEN) <= 1.6 * len(FACTORS["view"]) * len(FACTORS["state"])


@pytest.mark.browser
@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: "-".join(str(value) for value in row.values()))
def test_look(looker, row):
    assert looker.look(**row) == []
