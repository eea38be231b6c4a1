"""``bongsu explain``."""

from __future__ import annotations

import click

from bongsu.answers import answer_explain
from bongsu.cases import finding_in
from bongsu.cli.options import at_option, case_or_file, format_option, language_option, parse_at
from bongsu.cli.screen import finding_text, spoken_in
from bongsu.cli.terminal import echo


@click.command("explain")
@click.argument("finding_id", metavar="ID")
@click.option(
    "--case", "case_name", metavar="CASE|FILE", help="The case it belongs to; found among the bundled ones else."
)
@at_option
@format_option("table", "json")
@language_option
def command(finding_id: str, case_name: str | None, at_text: str, form: str, language: str) -> None:
    """One finding whole, worked out again from the case: evidence, method, caveats, formula.

    \b
    bongsu explain claim:kadena
    bongsu explain flight:flight --case hwasong-2022-03-24
    """
    at = parse_at(at_text)
    answer = answer_explain(id=finding_id, case=case_or_file(case_name) if case_name else None, at=at)
    if form == "json":
        echo(str(answer.file("json")), nl=False)
    else:
        found = answer.found
        with spoken_in(language):
            echo(finding_text(finding_in(found.finding, language), found.answer.case.sources, case=found.case))
