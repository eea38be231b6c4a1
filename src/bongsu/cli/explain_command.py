"""``bongsu explain``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

import click

from bongsu.cases import (
    Assessment,
    Case,
    assess,
    bundled_case,
    bundled_case_names,
    bundled_name_of,
    bundled_text,
    finding_json,
    parse_case,
)
from bongsu.cli.envelope import echo_json, envelope
from bongsu.cli.options import at_option, file_reader, format_option, parse_at, read_words
from bongsu.cli.screen import finding_text
from bongsu.cli.terminal import echo
from bongsu.errors import InputError, Problem

Finding = Any  # a value of the assessment room, passed through unread by type


@click.command("explain")
@click.argument("finding_id", metavar="ID")
@click.option(
    "--case", "case_name", metavar="CASE|FILE", help="The case it belongs to; found among the bundled ones else."
)
@at_option
@format_option("table", "json")
def command(finding_id: str, case_name: str | None, at_text: str, form: str) -> None:
    """One finding whole, worked out again from the case: evidence, method, caveats, formula.

    \b
    bongsu explain claim:kadena
    bongsu explain flight:flight --case hwasong-2022-03-24
    """
    at = parse_at(at_text)
    seen: list[str] = []
    problems: list[Problem] = []
    answers: list[tuple[str, Assessment, Finding]] = []
    kind, _, key = finding_id.partition(":")
    names = [case_name] if case_name else bundled_name_of(finding_id)
    if kind == "fall" and len(names) > 1:
        _refuse_many(finding_id, names)  # before each is flown
    for name in names:
        case, text, reader = _case(name)
        claims = [item.id for item in case.claim]
        if kind == "claim" and key not in claims:
            seen += [f"claim:{item}" for item in claims]
            continue
        # One claim alone is asked for by itself, for that is faster.
        answer = assess(
            case,
            at=at,
            text=text,
            read_file=reader,
            only=key if kind == "claim" else "",
            falls=1000 if kind == "fall" else 0,
        )
        seen += [item.id for item in answer.findings]
        problems += answer.problems
        answers += [(name, answer, item) for item in answer.findings if item.id == finding_id]
    if not answers:
        fault = next((item for item in problems if item.where == f"claim {key}"), None)
        if fault is not None:
            raise InputError(f"{finding_id}: {fault.what}", advice=fault.advice)
        near = get_close_matches(finding_id, seen, n=1)
        known = list(dict.fromkeys(seen))
        listed = ", ".join(known[:24]) + (f" and {len(known) - 24} more" if len(known) > 24 else "")
        raise InputError(
            f'no finding is called "{finding_id}"',
            advice=(f"did you mean {near[0]}? " if near else "") + f"findings there are: {listed or 'none'}",
        )
    if len(answers) > 1:
        _refuse_many(finding_id, [name for name, _, _ in answers])
    name, answer, found = answers[0]
    if form == "json":
        inputs = [{"id": i.id, "source": i.source, "sha256": i.sha256, "age_days": i.age_days} for i in answer.inputs]
        echo_json(envelope("explain", [finding_json(found)], at=at, inputs=inputs, case=name))
    else:
        echo(finding_text(found, answer.case.sources, case=name))


def _refuse_many(finding_id: str, names: Sequence[str]) -> NoReturn:
    raise InputError(
        f'{len(names)} bundled cases have a finding "{finding_id}": {", ".join(names)}',
        advice=f"say which: bongsu explain {finding_id} --case {names[0]}",
    )


def _case(name: str) -> tuple[Case, str, Callable[[str], bytes] | None]:
    """A bundled case or one from a file, its text, and what reads the files it names."""
    if name in bundled_case_names():
        return bundled_case(name), bundled_text(name), None
    text = read_words(name)
    return parse_case(text, where=Path(name).name), text, file_reader(Path(name).parent)
