"""What each feature adds to the answer whether an orbital launch was attempted, as a small table on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bongsu.cli.columns import laid_out
from bongsu.cli.terminal import one_line
from bongsu.cli.wide import cut, wrapped
from bongsu.wording import phrase

__all__ = ["attempt_lines"]

_STEP = 0.25  # log10 of one sign of a bar: a factor of 1.8
_MOST = 10
_NEITHER = 0.1  # log10: less is neither for nor against


def attempt_lines(
    details: Mapping[str, Any], columns: int, *, whole: bool = False, say: Callable[[str], str] = str
) -> list[str]:
    """A row for each feature, weightiest first; ``whole`` adds what is not known, the priors and where figures are from;
    ``say`` gives our own words in the language wanted.
    """
    found = sorted(details.get("contributions") or (), key=lambda item: -abs(item["log10_factor"]["value"]))
    rows = [
        [
            one_line(each["feature"]),
            cut(one_line(each["seen"]), 40),
            each["words"],
            _bar(each["log10_factor"]["value"], say),
        ]
        for each in found
    ]
    lines = []
    if rows:
        heads = ["FEATURE", "SEEN", "ORBITAL LAUNCH (90 %)", "AGAINST - FOR +"]
        table, _ = laid_out([say(head) for head in heads], rows, width=columns, left=(0, 1, 2, 3), lose=(1, 3))
        lines += table
        lines += _wrapped(
            say(
                "ORBITAL LAUNCH: how many times as likely what was seen is under an orbital launch as under the mean of the"
                " other three kinds; below 1 it speaks against one."
            ),
            columns,
        )
    return [*lines, *_grounds(details, found, columns, say)] if whole else lines


def _grounds(
    details: Mapping[str, Any], found: Sequence[Mapping[str, Any]], columns: int, say: Callable[[str], str]
) -> list[str]:
    lines = []
    missing = details.get("missing") or ()
    if missing:
        lines += _wrapped(
            say("Adding nothing: ") + "; ".join(f"{each['feature']} ({each['why']})" for each in missing) + ".", columns
        )
    prior = ", ".join(f"{say(kind)} {share:.2f}" for kind, share in (details.get("counted_prior") or {}).items())
    if found and prior:
        lines += _wrapped(
            say(phrase("Priors: all four kinds alike; or as often as counted, by days: {prior}.", prior=prior)), columns
        )
    if found:
        lines += ["", "  " + say("Where the figures are from:")]
    for each in found:
        sources = ", ".join(each["sources"])
        unit = "" if each["unit"] == "judged" else f", in {each['unit']}"
        lines += _wrapped(f"{each['feature']}: {each['mark']}{unit} ({sources}). {each['note']}", columns, "    ")
    return lines


def _wrapped(text: str, columns: int, indent: str = "  ") -> list[str]:
    if text.isascii():
        return textwrap.wrap(text, columns, initial_indent="  ", subsequent_indent=indent)
    return wrapped(text, columns, indent="  ")


def _bar(log10: float, say: Callable[[str], str]) -> str:
    """``+++`` for, ``--`` against, one sign for each factor of 1.8."""
    if abs(log10) < _NEITHER:
        return say("neither")
    count = min(max(round(abs(log10) / _STEP), 1), _MOST)
    return f"{'+' * count} {say('for')}" if log10 > 0.0 else f"{'-' * count} {say('against')}"
