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
from bongsu.cli.options import (
    at_option,
    format_option,
    parse_at,
    parse_length,
    parse_moment,
    read_bytes,
    read_words,
)
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
    from bongsu.cases import coverage_of_claim, places_from_sites, read_listing  # noqa: PLC0415
    from bongsu.cli.coverage_answer import coverage_json, coverage_text  # noqa: PLC0415 - only for this question
    from bongsu.cli.satellite_options import progress_on_terminal  # noqa: PLC0415

    at = parse_at(at_text)
    stated = parse_moment(moment, "time")
    length = parse_length(within)
    with progress_on_terminal("other satellites") as progress:
        plan, problems = coverage_of_claim(
            places_from_sites((site,))[0],
            stated,
            read_bytes(elements) if elements else None,
            origin=elements or "",
            within=length,
            leave_out=frozenset(find_norad_id(text) for text in left_out),
            listing=read_listing(read_bytes(satcat), where=satcat) if satcat else None,
            strict=not tolerant,
            progress=progress,
        )
    problems = [*problems, *plan.problems]
    if form == "json":
        echo_json(coverage_json(plan, stated, at, problems))
    else:
        echo_problems(problems, limit=5)
        echo(coverage_text(plan, stated, within))


def _base(name: str | None) -> Case | None:
    if name is None:
        return None
    if name in bundled_case_names():
        return bundled_case(name)
    return parse_case(read_words(name), where=Path(name).name)
