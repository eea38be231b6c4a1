"""Was an orbital launch attempted? Every known flight of North Korea judged by a table that was counted without it.

Flights, kinds and rules: _attempts.py. Each flight is left out twice: by itself, and with all flights of its year, which
is harder, because a state does one thing in much the same way for a year. The rows of the shipped table that North
Korean flights fill are counted again each time; judged rows and foreign counts stay.

- Counts: by the kind with the largest share, and by the answer given (a kind is named only where the low end of its
  share reaches a half). Lofted against standard is a definition wherever apogee and range are known: the score that
  says something is orbital launch against the rest, and other against ballistic.
- Log score: mean natural logarithm of the share given to the true kind (nearer 0 is better), against the base rate, the
  kinds as often as counted without that flight. Reliability: shares given against how often it was so.
- Without the warning: the same flights as if nothing were known of warnings, since that tests gave none is our reading.
- Foreign warnings: the held-out third of the labelled NGA messages with areas, by their areas and lead alone (their
  words made the labels), space launch, missile test or other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from bongsu.assessment import AttemptAnswer, attempt_answer
from bongsu.reference import FLIGHT_KINDS, AttemptTable, attempt_table

from ._attempts import Item, attempts, counted, later_tests, reached, tests, warnings
from ._inputs import REFERENCE_DATA
from .notice_kinds import wilson

TITLE = "Kinds of North Korean flights, each judged without it: orbital launch against the rest, calibration, log score"
EXPECTED_TIME = "about 15 s"
OURS = {"warning": False, "words": False, "place": False, "figures": True}  # feature: counted by type and year
BINS = (0.0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.0001)
ORBITAL = FLIGHT_KINDS[0]
NAMED_FROM = 0.5


@dataclass(frozen=True)
class Judged:
    """One flight with the answer of a table that does not hold it."""

    item: Item
    answer: AttemptAnswer
    base: tuple[float, ...]

    @property
    def true(self) -> int:
        """Row of its kind."""
        return FLIGHT_KINDS.index(self.item.kinds[0])

    @property
    def best(self) -> int:
        """Row of the largest share, with equal priors."""
        return int(np.argmax([each.value or 0.0 for each in self.answer.equal]))

    @property
    def named(self) -> bool:
        """Whether the answer names that kind."""
        return self.answer.equal[self.best].low >= NAMED_FROM


def without(items: Sequence[Item], table: AttemptTable) -> AttemptTable:
    """The table with North Korea's rows counted on these flights only."""
    rockets = [item for item in items if item.kinds == (ORBITAL,)]
    features = []
    for feature in table.features:
        if feature.id in OURS:
            chosen = rockets if feature.id == "words" else items
            rows = counted(chosen, feature.id, len(feature.categories), by_cluster=OURS[feature.id])
            features.append(replace(feature, counts=tuple(tuple(row) for row in rows)))
        elif feature.id == "object":
            features.append(replace(feature, counts=(tuple(reached(rockets)), *feature.counts[1:])))
        else:
            features.append(feature)
    days = tuple(len({item.name[:10] for item in items if kind in item.kinds}) for kind in FLIGHT_KINDS)
    quiet = len({item.year for item in items if item.kinds != (ORBITAL,)})
    return AttemptTable(features=tuple(features), days=days, quiet_years=quiet, held_out=table.held_out)


def judged(
    items: Sequence[Item], counted_on: Sequence[Item], *, year: bool, seed: int, silent: bool = False
) -> list[Judged]:
    """Every flight by a table counted without it, or without its year; ``silent`` forgets all warnings."""
    table, found = attempt_table(), []
    tables: dict[tuple[Any, ...], AttemptTable] = {}
    for item in items:
        key = (item.year,) if year else (item.name, item.kinds)
        if key not in tables:
            kept = [
                each
                for each in counted_on
                if (each.year if year else (each.name, each.kinds)) != (item.year if year else key)
            ]
            tables[key] = without(kept, table)
        facts = item.facts
        if silent:
            facts = replace(facts, warned=None, notice_words="", area_centres=(), area_names=(), lead_days=None)
        answer = attempt_answer(facts, table=tables[key], seed=seed)
        found.append(Judged(item, answer, answer.counted_prior))
    return found


def score(found: Sequence[Judged], title: str) -> list[str]:
    """Confusion, orbital against the rest, log scores."""
    right = sum(each.best == each.true for each in found)
    named = [each for each in found if each.named]
    good = sum(each.best == each.true for each in named)
    low, high = wilson(right, len(found))
    lines = [
        f"{title}: largest share is the kind {right} of {len(found)} ({low:.2f} to {high:.2f}); a kind named {len(named)}"
        f" times, {good} rightly",
        "  kind \\ largest share (orbital, lofted, standard, other; cannot tell of these):",
    ]
    for row, kind in enumerate(FLIGHT_KINDS):
        mine = [each for each in found if each.true == row]
        counts = Counter(each.best for each in mine)
        unsure = sum(not each.named for each in mine)
        lines.append(f"  {kind}: {' '.join(str(counts[k]) for k in range(4))}; {unsure}")
    missed = sum(each.true == 0 and each.best != 0 for each in found)
    false = sum(each.true != 0 and each.best == 0 for each in found)
    wrongly = sum(each.true == 0 and each.named and each.best != 0 for each in found)
    wrongly += sum(each.true != 0 and each.named and each.best == 0 for each in found)
    lines.append(
        f"  orbital against the rest: {missed} attempts and {false} others on the wrong side, {wrongly} of them named"
    )
    equal, counts, base, binary, binary_base = log_scores(found)
    lines.append(
        f"  log score: equal priors {equal:.3f}, counted priors {counts:.3f}, base rate {base:.3f}; orbital or not, counted"
        f" priors {binary:.3f}, base rate {binary_base:.3f}"
    )
    return lines


def log_scores(found: Sequence[Judged]) -> tuple[float, float, float, float, float]:
    """Mean log score of four kinds (equal priors, counted priors, base rate), and of orbital or not (counted, base)."""

    def mean(values: list[float]) -> float:
        return float(np.mean(np.log(np.maximum(values, 1e-12))))

    def side(shares: Sequence[float], each: Judged) -> float:
        return shares[0] if each.true == 0 else 1.0 - shares[0]

    return (
        mean([each.answer.equal[each.true].value or 0.0 for each in found]),
        mean([each.answer.counted[each.true].value or 0.0 for each in found]),
        mean([each.base[each.true] for each in found]),
        mean([side([k.value or 0.0 for k in each.answer.counted], each) for each in found]),
        mean([side(each.base, each) for each in found]),
    )


def reliability(found: Sequence[Judged]) -> list[str]:
    """Shares given to any kind, counted priors, against how often that kind was the true one."""
    pairs = [(share.value or 0.0, each.true == row) for each in found for row, share in enumerate(each.answer.counted)]
    lines = ["reliability, counted priors (share given, mean, how often true):"]
    for low, high in pairwise(BINS):
        chosen = [pair for pair in pairs if low <= pair[0] < high]
        if chosen:
            given = float(np.mean([share for share, _ in chosen]))
            hits = sum(true for _, true in chosen)
            lines.append(
                f"  {low:.2f} to {min(high, 1.0):.2f}: {given:.2f}, {hits} of {len(chosen)} = {hits / len(chosen):.2f}"
            )
    return lines


def errors(found: Sequence[Judged]) -> list[str]:
    """Each flight whose largest share is another kind, with the features that moved it."""
    lines = []
    for each in found:
        if each.best != each.true:
            shares = ", ".join(f"{share.value:.2f}" for share in each.answer.equal)
            seen = "; ".join(f"{one.feature.name}: {one.seen}" for one in each.answer.contributions)
            word = "named" if each.named else "cannot tell"
            lines.append(
                f"  {each.item.name}: {FLIGHT_KINDS[each.true]} given {shares}, {word}; {seen or 'nothing known'}"
            )
    return lines


def abroad(seed: int) -> tuple[list[str], bool]:
    """Held-out foreign warnings by areas and lead: three kinds, against the frequencies of the training part."""
    kinds = ("space launch", "missile test", "other")

    def row(item: Item) -> int:
        return 0 if item.kinds == (ORBITAL,) else 1 if len(item.kinds) == 2 else 2

    train, held = warnings("train"), warnings("test")
    base = np.array([sum(row(item) == k for item in train) for k in range(3)], float)
    base /= base.sum()
    table = Counter()
    logs, base_logs = [], []
    for item in held:
        shares = np.array([share.value or 0.0 for share in attempt_answer(item.facts, seed=seed).equal])
        likelihood = np.array([shares[0], shares[1:3].mean(), shares[3]])  # equal priors: shares are likelihoods
        posterior = likelihood * base / (likelihood * base).sum()
        table[row(item), int(np.argmax(likelihood))] += 1
        logs.append(math.log(posterior[row(item)]))
        base_logs.append(math.log(base[row(item)]))
    lines = [f"held-out foreign warnings by areas and lead, {len(held)} with areas (answer: {', '.join(kinds)}):"]
    lines += [f"  {kind}: {' '.join(str(table[k, j]) for j in range(3))}" for k, kind in enumerate(kinds)]
    ours, theirs = float(np.mean(logs)), float(np.mean(base_logs))
    lines.append(f"  log score, frequencies of the training part as prior: {ours:.3f}, base rate {theirs:.3f}")
    return lines, ours > theirs


def run(seed: int, share: str) -> dict[str, Any]:
    """The figure. Holds where the log scores beat the base rates and no flight is named on the wrong side of orbital."""
    if not REFERENCE_DATA.exists():
        return {"lines": ["the reference data is not beside the checkout: nothing compared"], "holds": True}
    counted_on = [*attempts(), *tests()[0]]
    items = [*counted_on, *(item for item in later_tests() if item.name > "2023-07")]
    if share == "small":
        items = [*items[:10], *items[10 :: len(items) // 15]]
    found = judged(items, counted_on, year=False, seed=seed)
    lines = score(found, f"left out by itself, {len(items)} flights")
    harder = judged(items, counted_on, year=True, seed=seed)
    lines += score(harder, "left out with its year")
    if share != "small":
        lines += reliability(harder)
        lines += score(judged(items, counted_on, year=True, seed=seed, silent=True), "with its year, no warning known")
    lines += ["with its year, largest share is another kind:", *(errors(harder) or ["  none"])]
    foreign, better = abroad(seed)
    lines += foreign
    wrongly = [each for each in harder if each.named and (each.best == 0) != (each.true == 0)]
    _, counts, base, binary, binary_base = log_scores(harder)
    return {"lines": lines, "holds": counts > base and binary > binary_base and not wrongly and better}
