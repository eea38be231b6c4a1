"""``bongsu explain``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bongsu.cases import (
    assess,
    bundled_case,
    bundled_case_names,
    bundled_name_of,
    bundled_text,
    finding_json,
    parse_case,
)
from bongsu.cli.envelope import envelope
from bongsu.cli.options import at_option, format_option, parse_at, read_words
from bongsu.cli.screen import finding_text
from bongsu.errors import InputError


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
    for name in [case_name] if case_name else bundled_name_of(finding_id):
        if name in bundled_case_names():
            case, text = bundled_case(name), bundled_text(name)
        else:
            text = read_words(name)
            case = parse_case(text, where=Path(name).name)
        kind, _, key = finding_id.partition(":")
        only = key if kind == "claim" and any(item.id == key for item in case.claim) else ""
        if kind == "claim" and not only:
            seen += [f"claim:{item.id}" for item in case.claim]
            continue
        answer = assess(case, at=at, text=text, only=only)
        found = next((item for item in answer.findings if item.id == finding_id), None)
        if found is not None:
            if form == "json":
                click.echo(
                    json.dumps(
                        envelope("explain", [finding_json(found)], at=at), indent=2, ensure_ascii=False, allow_nan=False
                    )
                )
            else:
                click.echo(finding_text(found, answer.case.sources))
            return
        seen += [item.id for item in answer.findings]
    known = ", ".join(dict.fromkeys(seen)) or "none"
    raise InputError(f'no finding is called "{finding_id}"', advice=f"findings there are: {known[:400]}")
