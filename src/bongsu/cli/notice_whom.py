"""``bongsu notice whom``: who must be told of a notice's areas."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

import click

from bongsu.answers import answer_notice_whom
from bongsu.cli.envelope import echo_problems
from bongsu.cli.notice_options import wording_options, year_option
from bongsu.cli.options import at_option, case_or_file, format_option, given_file, parse_at
from bongsu.cli.terminal import echo, paint

if TYPE_CHECKING:
    from bongsu.cases import Told
    from bongsu.reports import Wording


@click.command("whom")
@click.argument("file", metavar="FILE|-|CASE")
@click.option(
    "--firs", metavar="FILE", help="Flight information regions (GeoJSON polygons) instead of the few shipped."
)
@click.option("--ports", metavar="FILE", help="Ports: GeoJSON points, or CSV with name,latitude,longitude.")
@click.option("--routes", metavar="FILE", help="Your routes (GeoJSON lines) and positions (points).")
@click.option(
    "--own",
    multiple=True,
    metavar="FILE",
    help="Your own map, beside what is shipped: GeoJSON areas are FIRs, lines routes, points ports; repeatable.",
)
@click.option("--speed-kn", metavar="KN|SLOW-FAST", help="Speed on routes [8-24 at sea, 400-520 with --for air].")
@click.option(
    "--depart", metavar="TIME", help="When routes start: ISO time with zone; a feature's own 'departs' goes before."
)
@click.option(
    "--within-nm",
    default=100.0,
    show_default=True,
    type=click.FloatRange(0.0, 1000.0),
    help="List who is this near, too.",
)
@click.option("--launch", default="", metavar="ID", help="Which launch of a case.")
@year_option
@wording_options
@at_option
@format_option("table", "json", "geojson")
def command(
    file: str,
    firs: str | None,
    ports: str | None,
    routes: str | None,
    own: tuple[str, ...],
    speed_kn: str | None,
    depart: str | None,
    within_nm: float,
    launch: str,
    year: int | None,
    audience: str | None,
    zone: str,
    at_text: str,
    form: str,
) -> None:
    """Who must be told: NAVAREA coordinators, FIRs, coasts within 200 NM, ports, your routes and positions.

    FILE is a warning or NOTAM (- for standard input), a case file or a bundled case. Routes are rhumb lines, with
    --for air great circles.

    \b
    bongsu notice whom warning.txt --routes routes.geojson --speed-kn 14 --for sea
    bongsu notice whom malligyong-1 --own my-map.geojson
    """
    answer = answer_notice_whom(
        case=case_or_file(file),
        firs=given_file(firs) if firs else None,
        ports=given_file(ports) if ports else None,
        routes=given_file(routes) if routes else None,
        own=[given_file(name) for name in own],
        speed_kn=speed_kn or "",
        depart=depart or "",
        within_nm=within_nm,
        launch=launch,
        year=year,
        for_=audience or "",
        tz=zone,
        at=parse_at(at_text),
    )
    if form in ("json", "geojson"):
        echo(str(answer.file(form)), nl=False)
    if form == "json":
        return
    if form == "table":
        _show(answer.found.told, answer.found.wording)
    echo_problems(answer.problems)


def _show(told: Told, wording: Wording) -> None:
    from bongsu.reports import told_rows, told_sentence  # noqa: PLC0415 - only when asked

    width = max(60, min(110, shutil.get_terminal_size((100, 30)).columns))
    echo(paint("\n".join(textwrap.wrap(told_sentence(told, wording=wording), width)), "bold"))
    for style, text in told_rows(told, wording=wording):
        if style == "head":
            echo()
            echo(paint(text, "bold"))
            continue
        mark = "- " if style == "note" else ""
        if style == "row" and len(text) + 2 <= width:
            echo(f"  {text}")
            continue
        indent = len(text) - len(text.lstrip())
        for number, line in enumerate(textwrap.wrap(text.strip(), width - 4 - indent)):
            echo(f"  {' ' * indent}{(mark if number == 0 else '  ') if mark or number else ''}{line}")
