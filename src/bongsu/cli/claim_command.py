"""``bongsu claim``."""

from __future__ import annotations

import re
from pathlib import Path

import click

from bongsu.cases import (
    Case,
    ask_claim,
    bundled_case,
    bundled_case_names,
    find_norad_id,
    finding_json,
    parse_case,
    site_from_text,
)
from bongsu.cli.envelope import echo_json, echo_problems, envelope
from bongsu.cli.options import at_option, format_option, parse_at, parse_moment, read_words
from bongsu.cli.screen import finding_line, finding_text
from bongsu.cli.terminal import echo

_TO_THE_SECOND = re.compile(r"[T ]\d\d:?\d\d:?\d\d")


@click.group("claim")
def command() -> None:
    """Was "photographed X at T" possible?"""


@command.command("check")
@click.argument("satellite")
@click.argument("site")
@click.argument("moment", metavar="TIME")
@click.option("--kind", type=click.Choice(["imaged", "received"]), default="imaged", show_default=True)
@click.option("--imager", type=click.Choice(["optical", "radar", "unknown"]), help="Optical needs daylight.")
@click.option("--elements", metavar="FILE", help="TLE or OMM file with sets near the time.")
@click.option("--case", "case_name", metavar="CASE|FILE", help="Case whose element sets and claims are used.")
@click.option("-v", "--verbose", is_flag=True, help="The whole finding: evidence, method, caveats, formula.")
@at_option
@format_option("table", "json")
def check(
    satellite: str,
    site: str,
    moment: str,
    kind: str,
    imager: str | None,
    elements: str | None,
    case_name: str | None,
    verbose: bool,
    at_text: str,
    form: str,
) -> None:
    """Could SATELLITE see SITE at TIME? Geometry and light only, by an orbit that does not use the claim.

    \b
    bongsu claim check 58400 38.897,-77.036 2023-11-27T23:36:25+09:00
    bongsu claim check malligyong-1 busan 2023-11-25T10:01:10+09:00 -v
    """
    at = parse_at(at_text)
    stated = parse_moment(moment, "time")
    answer = ask_claim(
        find_norad_id(satellite),
        site_from_text(site),
        stated,
        at=at,
        kind=kind,
        imager=imager or "",
        base=_base(case_name),
        elements=read_words(elements) if elements else "",
        seconds=_TO_THE_SECOND.search(moment) is not None,
    )
    echo_problems(answer.problems)
    finding = answer.findings[0]
    if form == "json":
        inputs = [{"id": i.id, "source": i.source, "sha256": i.sha256, "age_days": i.age_days} for i in answer.inputs]
        echo_json(envelope("claim", [finding_json(finding)], at=at, inputs=inputs, problems=answer.problems))
    elif verbose:
        echo(finding_text(finding, answer.case.sources))
    else:
        echo(finding_line(finding))


def _base(name: str | None) -> Case | None:
    if name is None:
        return None
    if name in bundled_case_names():
        return bundled_case(name)
    return parse_case(read_words(name), where=Path(name).name)
