"""``bongsu cite``."""

from __future__ import annotations

import click

from bongsu.answers import answer_cite
from bongsu.cli.options import at_option, case_or_file, format_option, parse_at
from bongsu.cli.terminal import echo


@click.command("cite")
@click.argument("case_name", metavar="[CASE|FILE]", required=False)
@at_option
@format_option("table", "json")
def command(case_name: str | None, at_text: str, form: str) -> None:
    """How to cite Bongsu, and a case's sources with their grades."""
    answer = answer_cite(case=case_or_file(case_name) if case_name else None, at=parse_at(at_text))
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    item = answer.found
    echo(item["software"])
    if item["case"] is not None:
        case = item["case"]
        echo(f'Case "{case["title"]}", compiled {case["compiled"] or "no date given"}.')
        for source in case["sources"]:
            of = f", passing on {source['of']}" if source["of"] else ""
            date = f" ({source['published']})" if source["published"] else ""
            words = f"{source['publisher']}{of}{date}. {source['title']} {source['address']}"
            echo(f"  [{source['grade']}] {source['id']}: {words}".rstrip())
    echo("Data and methods:")
    for line in item["data"]:
        echo(f"  {line}")
