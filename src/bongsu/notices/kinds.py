"""What kind of warning it is: evidence weighed by a small table, with the reasons.

The table (:mod:`bongsu.notices.kind_weights`) says for each piece of evidence how far it moves the log-odds of each
kind. Sums become probabilities (softmax). Method, labels and measured precision: docs/methods/notice-kinds.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bongsu.earth import Window
from bongsu.notices.kind_evidence import Evidence, find_evidence
from bongsu.notices.kind_weights import WEIGHTS
from bongsu.notices.notice import KINDS, KindReason, NotifiedArea

__all__ = ["KindJudgement", "judge_kind", "kind_probabilities"]

_LEAST = 0.5  # a kind less probable than all others together is not named
_EVERY = "any warning"
_MOST_MOVED = {name: max(row.items(), key=lambda item: abs(item[1])) for name, row in WEIGHTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class KindJudgement:
    """Kind, its probability (None where undetermined), those of all ``KINDS``, and the reasons, weightiest first."""

    kind: str
    probability: float | None
    probabilities: tuple[float, ...]
    reasons: tuple[KindReason, ...]


def judge_kind(
    plain: str,
    start: int,
    areas: Sequence[NotifiedArea],
    windows: Sequence[Window],
    *,
    code: str = "",
    unlimited: bool = False,
) -> KindJudgement:
    """The kind of a warning, as far as its text tells.

    Arguments as of :func:`~bongsu.notices.kind_evidence.find_evidence`. "undetermined" where that is the most probable
    answer, or where no kind reaches 0.5. Probabilities are fitted on NGA's warnings, weighted as they occur there.
    """
    evidence = find_evidence(plain, start, areas, windows, code=code, unlimited=unlimited)
    probabilities = kind_probabilities(tuple(each.name for each in evidence))
    best = max(range(len(KINDS)), key=probabilities.__getitem__)
    thin = KINDS[best] == "undetermined" or probabilities[best] < _LEAST
    reasons = [_reason(each) for each in evidence]
    reasons.sort(key=lambda each: -abs(each.weight))
    return KindJudgement(
        kind="undetermined" if thin else KINDS[best],
        probability=None if thin else probabilities[best],
        probabilities=probabilities,
        reasons=tuple(reasons),
    )


@lru_cache(maxsize=1024)  # most warnings hold one of a few combinations
def kind_probabilities(names: tuple[str, ...]) -> tuple[float, ...]:
    """Probability of each of ``KINDS`` from the names of the evidence found."""
    sums = dict.fromkeys(KINDS, 0.0)
    for name in (_EVERY, *names):
        for kind, weight in WEIGHTS[name].items():
            sums[kind] += weight
    most = max(sums.values())
    parts = [math.exp(each - most) for each in sums.values()]
    whole = sum(parts)
    return tuple(each / whole for each in parts)


def _reason(evidence: Evidence) -> KindReason:
    kind, weight = _MOST_MOVED[evidence.name]
    return KindReason(name=evidence.name, found=evidence.found, text_span=evidence.span, kind=kind, weight=weight)
