"""``bongsu notice whom``: who must be told of a notice's areas."""

from __future__ import annotations

import re
import shutil
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bongsu.cases import (
    bundled_case,
    bundled_case_names,
    bundled_text,
    parse_case,
    shipped_parties,
    subject_of_case,
    subject_of_text,
    who_is_told,
    whom_to_json,
)
from bongsu.cli.envelope import echo_json, echo_problems, envelope
from bongsu.cli.notice_options import called, read_notice_file, wording_of, wording_options, year_option
from bongsu.cli.options import at_option, format_option, parse_at, parse_moment, read_words
from bongsu.cli.terminal import dump_json, echo, paint
from bongsu.errors import InputError

if TYPE_CHECKING:
    from bongsu.cases import Subject

_MILE_M = 1852.0
_SPEEDS = {"sea": (8.0, 24.0), "air": (400.0, 520.0)}  # knots, slow and fast ships and airliners: our choice
_CASE = re.compile(r"^\[case\]", re.MULTILINE)
_RANGE = re.compile(r"\s*(\d{1,4}(?:\.\d{1,3})?)\s*(?:(?:-|to)\s*(\d{1,4}(?:\.\d{1,3})?)\s*)?")


@click.command("whom")
@click.argument("file", metavar="FILE|-|CASE")
@click.option(
    "--firs", metavar="FILE", help="Flight information regions (GeoJSON polygons) instead of the few shipped."
)
@click.option("--ports", metavar="FILE", help="Ports: GeoJSON points, or CSV with name,latitude,longitude.")
@click.option("--routes", metavar="FILE", help="Your routes (GeoJSON lines) and positions (points).")
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
    bongsu notice whom malligyong-1
    """
    at = parse_at(at_text)
    subject = _subject(file, launch, year or at.year)
    parties = shipped_parties()
    problems = []
    from bongsu.exchange import read_parties, read_routes, told_to_geojson  # noqa: PLC0415 - only when asked
    from bongsu.reports import told_rows, told_sentence  # noqa: PLC0415

    if firs:
        own, found = read_parties(read_words(firs), kind="FIR", where=firs)
        parties = [each for each in parties if each.kind != "FIR"] + own
        problems += found
    if ports:
        own, found = read_parties(read_words(ports), kind="port", where=ports)
        parties += own
        problems += found
    ways: list[Any] = []
    speed = _speed(speed_kn, audience)
    if routes:
        given, found = read_routes(
            read_words(routes),
            where=routes,
            speed_m_s=speed,
            legs="great circle" if audience == "air" else "rhumb",
            departs=_departs(depart),
        )
        problems += found
        ways = [each for each in given if hasattr(each, "places")]
        parties += [each for each in given if not hasattr(each, "places")]
    told = who_is_told(subject, parties, ways, at=at, margin_m=within_nm * _MILE_M, speed_m_s=speed)
    problems = [*told.problems, *problems]
    wording = wording_of(audience, zone)
    if form == "json":
        body = envelope(
            "whom",
            whom_to_json(told),
            at=at,
            inputs=[subject.input],
            problems=problems,
            statement=told_sentence(told, wording=wording),
            advice=list(told.advice),
            caveats=list(told.caveats),
            margin_m=told.margin_m,
        )
        echo_json(body)
        return
    if form == "geojson":
        echo(dump_json(told_to_geojson(told, at=at)))
    else:
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
    echo_problems(problems)


def _subject(file: str, launch: str, year: int) -> Subject:
    if file in bundled_case_names():
        return subject_of_case(bundled_case(file), text=bundled_text(file), launch=launch)
    path = Path(file)
    if file != "-" and not path.exists():
        raise InputError(
            f'no bundled case and no file is called "{file}"',
            advice=f"bundled: {', '.join(bundled_case_names())}; or give a file, or - to paste",
        )
    text = read_notice_file(file)
    if file != "-" and (path.suffix == ".toml" or _CASE.search(text) is not None):
        case = parse_case(text, where=path.name)
        return subject_of_case(case, text=text, launch=launch)
    if launch:
        raise InputError(f"--launch {launch} belongs to a case, and {called(file)} is a notice", advice="leave it out")
    from bongsu.cases import read_notice_text  # noqa: PLC0415 - with the rest of reading

    return subject_of_text(read_notice_text(text, where=called(file), year=year))


def _speed(text: str | None, audience: str | None) -> tuple[float, float]:
    """Least and greatest speed. [m/s]"""
    slow, fast = _SPEEDS["air" if audience == "air" else "sea"]
    if text is not None:
        found = _RANGE.fullmatch(text)
        slow, fast = (float(found[1]), float(found[2] or found[1])) if found else (0.0, 0.0)
        if not 0.0 < slow <= fast <= 2000.0:
            raise InputError(f"--speed-kn {text[:30]!r} is no speed", advice="write --speed-kn 14 or --speed-kn 10-18")
    return slow * _MILE_M / 3600.0, fast * _MILE_M / 3600.0


def _departs(text: str | None) -> datetime | None:
    return parse_moment(text, "--depart").astimezone(UTC) if text else None
