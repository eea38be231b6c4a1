"""A whole answer in Korean or Japanese, for faces that show one language at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bongsu.assessment import Finding
from bongsu.cases.answer import Assessment
from bongsu.errors import Problem
from bongsu.wording import Phrase, render

__all__ = ["answer_in", "finding_in", "problems_in"]

_TEXTS = ("question", "statement", "label", "brief", "mark", "method", "check_by_hand", "say", "do_not_say")
_LISTS = ("caveats", "would_change")
# Of a finding's details, what faces show; everything else there is read by name.
SHOWN = {
    "party",
    "place",
    "feature",
    "seen",
    "words",
    "why",
    "apogee",
    "ground_range",
    "flight_time",
    "distance",
    "note",
    "advice",
}


def answer_in(answer: Assessment, language: str) -> Assessment:
    """The answer with its texts in the language; names and quoted words stay as they are. Verdicts stay keys."""
    if language == "en":
        return answer
    head = answer.case.case
    return replace(
        answer,
        case=answer.case.model_copy(update={"case": head.model_copy(update=_head(head.title, head.summary, language))}),
        summary=_all(answer.summary, language),
        findings=tuple(finding_in(item, language) for item in answer.findings),
        unknown=_all(answer.unknown, language),
        since=_all(answer.since, language),
        say=_all(answer.say, language),
        do_not_say=_all(answer.do_not_say, language),
        points=tuple(
            replace(item, label=_one(item.label, language), remark=_one(item.remark, language))
            for item in answer.points
        ),
        areas=tuple(
            replace(item, label=_one(item.label, language), remark=_one(item.remark, language)) for item in answer.areas
        ),
        tracks=tuple(replace(item, label=_one(item.label, language)) for item in answer.tracks),
        regions=tuple(
            replace(item, label=_one(item.label, language), times=_one(item.times, language)) for item in answer.regions
        ),
        timeline=tuple(replace(item, label=_one(item.label, language)) for item in answer.timeline),
        problems=problems_in(answer.problems, language),
        extras=_extras(answer.extras, language),
    )


def _extras(extras: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What faces add that is drawn into the map; a report says the rest of it itself."""
    notes = extras.get("map_notes")
    return {**extras, **({"map_notes": _all(tuple(notes), language)} if notes else {})}


def finding_in(finding: Finding, language: str) -> Finding:
    """One finding, the same way."""
    if language == "en":
        return finding
    changed: dict[str, Any] = {name: _one(getattr(finding, name), language) for name in _TEXTS}
    changed |= {name: _all(getattr(finding, name), language) for name in _LISTS}
    return replace(
        finding,
        **changed,
        evidence=tuple(replace(item, what=_one(item.what, language)) for item in finding.evidence),
        details=_details(finding.details, language, ""),
    )


def problems_in(problems: Sequence[Problem], language: str) -> tuple[Problem, ...]:
    """What is wrong with an input, the same way."""
    return tuple(
        Problem(where=_one(item.where, language), what=_one(item.what, language), advice=_one(item.advice, language))
        for item in problems
    )


def _head(title: str | None, summary: str | None, language: str) -> dict[str, Any]:
    return {"title": title and _one(title, language), "summary": summary and _one(summary, language)}


def _one(text: str, language: str) -> str:
    return render(text, language).text


def _all(texts: tuple[str, ...], language: str) -> tuple[str, ...]:
    return tuple(_one(text, language) for text in texts)


def _details(value: Any, language: str, key: str) -> Any:
    if isinstance(value, str):
        return _one(value, language) if key in SHOWN or isinstance(value, Phrase) else value
    if isinstance(value, Mapping):
        return {name: _details(item, language, name) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_details(item, language, key) for item in value)
    return value
