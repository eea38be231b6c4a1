"""``bongsu claim``."""

from __future__ import annotations

import click

from bongsu.answers import answer_claim_check, answer_claim_coverage
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import at_option, case_or_file, format_option, given_file, parse_at
from bongsu.cli.screen import finding_line, finding_text
from bongsu.cli.terminal import echo


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
    answer = answer_claim_check(
        satellite=satellite,
        site=site,
        time=moment,
        kind=kind,
        imager=imager or "",
        elements=given_file(elements) if elements else None,
        case=case_or_file(case_name) if case_name else None,
        at=parse_at(at_text),
    )
    echo_problems(answer.problems)
    found = answer.found
    if form == "json":
        echo(str(answer.file("json")), nl=False)
    elif verbose:
        echo(finding_text(found.finding, found.answer.case.sources))
    else:
        echo(finding_line(found.finding))


@command.command("coverage")
@click.argument("site")
@click.argument("moment", metavar="TIME")
@click.option(
    "--within", default="24h", show_default=True, metavar="LENGTH", help="How far from the time, to either side."
)
@click.option(
    "--without", "left_out", multiple=True, metavar="SATELLITE", help="The claim's own satellite; repeatable."
)
@click.option("--elements", metavar="FILE", help="Catalogue (TLE or OMM) of about that day.")
@click.option("--satcat", metavar="FILE", help="Satellite catalogue (CelesTrak CSV or JSON) for owners.")
@click.option("--tolerant", is_flag=True, help="Accept element sets with wrong checksums and the like.")
@at_option
@format_option("table", "json")
def coverage(
    site: str,
    moment: str,
    within: str,
    left_out: tuple[str, ...],
    elements: str | None,
    satcat: str | None,
    tolerant: bool,
    at_text: str,
    form: str,
) -> None:
    """Which other imaging satellites could have seen SITE within a day of TIME: where independent pictures may exist.

    \b
    bongsu claim coverage busan 2026-07-01T10:01:10+09:00 --elements active.tle --without malligyong-1
    """
    from bongsu.cli.coverage_answer import coverage_text  # noqa: PLC0415 - only for this question
    from bongsu.cli.satellite_options import steps_on_terminal  # noqa: PLC0415

    with steps_on_terminal("other satellites") as progress:
        answer = answer_claim_coverage(
            site=site,
            time=moment,
            within=within,
            without=left_out,
            elements=given_file(elements) if elements else None,
            satcat=given_file(satcat) if satcat else None,
            tolerant=tolerant,
            at=parse_at(at_text),
            progress=progress,
        )
    if form == "json":
        echo(str(answer.file("json")), nl=False)
    else:
        echo_problems(answer.problems, limit=5)
        echo(coverage_text(answer.found))
