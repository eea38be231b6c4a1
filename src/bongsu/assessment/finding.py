"""Findings: answers with their evidence, method, caveats and a formula to check by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bongsu.earth import Estimate
from bongsu.provenance import Evidence
from bongsu.wording import joined, phrase

__all__ = ["VERDICTS", "Finding", "finding_to_json"]

VERDICTS = {
    "possible": "the satellite could have seen the place then; no statement that it did",
    "impossible": "the place was below the satellite's horizon or in the dark, whatever the uncertainty",
    "agree": "the figures meet each other within their uncertainty",
    "cannot both be right": "the figures exclude each other whatever their uncertainty",
    "not as announced": "it came outside the window or area that a warning named",
    "undetermined": "the data at hand cannot tell",
    "reported": "what sources say, set side by side; nothing computed from it",
    "computed": "a quantity with its range; no yes or no asked",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One answer.

    ``id`` is stable (``claim:kadena``); ``topic`` groups findings on the screen (``notice``, ``launch``,
    ``stages``, ``orbit``, ``plane``, ``claim``, ``flight``, ``words``, ``unknown``). ``verdict`` is a key
    of :data:`VERDICTS`. ``statement`` is one plain sentence with its numbers as ranges. ``label`` and
    ``brief`` are the short name and short text for one line of the screen; ``mark`` is the word that
    ends that line and ``sign`` one of ``=`` fits, ``≠`` does not, ``!`` look here, ``?`` cannot tell.
    ``details`` holds plain JSON values that a face may tabulate.
    """

    id: str
    topic: str
    question: str
    verdict: str
    statement: str
    label: str
    brief: str
    sign: str = "="
    mark: str = ""
    estimates: Mapping[str, Estimate] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[str, ...] = ()
    method: str = ""
    reference: str = ""
    experimental: bool = False
    caveats: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    check_by_hand: str = ""
    say: str = ""
    do_not_say: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(
                phrase(
                    "unknown verdict {verdict!r}; known: {verdicts}",
                    verdict=self.verdict,
                    verdicts=joined(", ", VERDICTS),
                )
            )


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """The finding as plain JSON values, with the field names that others rely on (design, section 4)."""
    return {
        "id": finding.id,
        "topic": finding.topic,
        "question": finding.question,
        "verdict": finding.verdict,
        "statement": finding.statement,
        "estimates": {
            name: {
                "value": estimate.value,
                "low": estimate.low,
                "high": estimate.high if math.isfinite(estimate.high) else None,  # None: a lower bound
                "level": estimate.level,
                "unit": estimate.unit,
            }
            for name, estimate in finding.estimates.items()
        },
        "evidence": [
            {"what": item.what, "sources": list(item.sources), "sha256": item.sha256, "age_days": item.age_days}
            for item in finding.evidence
        ],
        "sources": list(finding.sources),
        "method": finding.method,
        "reference": finding.reference,
        "experimental": finding.experimental,
        "caveats": list(finding.caveats),
        "would_change": list(finding.would_change),
        "check_by_hand": finding.check_by_hand,
        "say": finding.say,
        "do_not_say": finding.do_not_say,
        "label": finding.label,
        "brief": finding.brief,
        "sign": finding.sign,
        "mark": finding.mark,
        "details": dict(finding.details),
    }
