"""``bongsu sat``."""

from __future__ import annotations

import textwrap
from datetime import datetime

import click

from bongsu.cases import find_search_elements, search_to_json, search_to_omm, search_to_tle
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_json, echo_problems, envelope
from bongsu.cli.options import at_option, format_option, parse_at, parse_moment, read_bytes
from bongsu.cli.sat_show import show
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import echo, paint

_ASSUMES = (
    "It assumes the same vehicle, site, azimuth and flight plan, lift-off at exactly that time, and nothing else: an object"
    " is found, or not, by watching."
)


@click.group("sat")
def command() -> None:
    """Satellites and their element sets: one whole; search elements for a launch to come."""


command.add_command(show)


@command.command("proxy")
@click.argument("elements", metavar="FILE|-|NUMBER")
@click.option("--launched", "launched_text", required=True, metavar="TIME", help="Lift-off that the elements are of.")
@click.option("--new", "new_text", required=True, metavar="T1[..T2]", help="Lift-off or window to look for.")
@click.option(
    "--object", "norad_id", type=click.IntRange(1, 999_999_999), help="Which object, where FILE holds several."
)
@at_option
@format_option("table", "tle", "omm", "json")
def proxy(elements: str, launched_text: str, new_text: str, norad_id: int | None, at_text: str, form: str) -> None:
    """Search elements for a new launch, from the element set of an earlier one of the same kind.

    The orbit is kept; its node turns with the Earth from the old lift-off to the new, so that it passes every place at the
    same time since lift-off. Three sets span a window. The band is wide: see the answer.

    \b
    bongsu sat proxy 39026 --launched 2012-12-12T00:49:46Z --new 2016-02-07T00:29:30Z
    bongsu sat proxy old.tle --launched 2026-04-11T05:04:19Z --new 2026-04-15T04:00Z..2026-04-15T08:00Z -f tle
    """
    at = parse_at(at_text)
    launched = parse_moment(launched_text, "--launched")
    start, end = _span(new_text)
    bundled = elements.isdigit()
    where = "standard input" if elements == "-" else elements
    found, problems, digest = find_search_elements(
        int(elements) if bundled else read_bytes(elements), launched, start, end, where=where, norad_id=norad_id
    )
    rows = search_to_json(found)
    if form == "json":
        given = {"id": where, "source": "bundled" if bundled else "as given", "sha256": digest, "age_days": None}
        echo_json(envelope("sat-proxy", rows, at=at, inputs=[given], problems=problems, assumes=_ASSUMES))
        return
    if form == "table":
        _show(rows)
    else:
        echo(search_to_tle(found) if form == "tle" else search_to_omm(found), nl=False)
        for row in rows:
            echo(paint("note: ", "yellow") + f"{row['launch']}: {_band(row)}", err=True)
        echo(paint("note: ", "yellow") + _ASSUMES, err=True)
    echo_problems(problems)


def _span(text: str) -> tuple[datetime, datetime]:
    """``T1`` or ``T1..T2``."""
    first, dots, second = text.partition("..")
    start = parse_moment(first, "--new")
    return start, parse_moment(second, "--new") if dots else start


def _band(row: dict[str, object]) -> str:
    along = (
        "anywhere along the orbit"
        if row["whole_orbit"]
        else f"±{row['along_track_s']} s along track at the epoch, ±{row['along_track_s_day']} s more each day"
    )
    return f"node ±{row['plane_deg']}°, {along} (90 %)"


def _show(rows: list[dict[str, object]]) -> None:
    cells = [
        [
            str(row["norad_id"]),
            str(row["launch"]),
            f"{row['since_launch_h']:.1f} h",
            f"{row['perigee_km']:.0f} x {row['apogee_km']:.0f} km",
            f"{row['inclination_deg']:.2f}°",
            f"{row['node_deg']:.1f} ±{row['plane_deg']}°",
        ]
        for row in rows
    ]
    table, _ = laid_out(
        ["SET", "LIFT-OFF ASSUMED", "EPOCH", "ORBIT", "INCLINATION", "NODE"],
        cells,
        width=width_of_terminal(),
        left=(0, 1),
        lose=(2, 3),
    )
    for line in table:
        echo(line)
    echo("")
    for row in rows:
        for line in str(row["tle"]).splitlines():
            echo(f"  {line}")
    echo("")
    words = f"Band: {_band(rows[0])}. {_ASSUMES}"
    for line in textwrap.wrap(words, width=width_of_terminal(), initial_indent="  ", subsequent_indent="  "):
        echo(line)
