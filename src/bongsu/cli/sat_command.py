"""``bongsu sat``."""

from __future__ import annotations

import textwrap

import click

from bongsu.answers import PROXY_ASSUMES, answer_sat_proxy
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import at_option, format_option, given_file, parse_at
from bongsu.cli.sat_show import show
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import echo, paint


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
    given = elements if elements.isdigit() else given_file(elements)
    answer = answer_sat_proxy(
        elements=given, launched=launched_text, new=new_text, object=norad_id, at=parse_at(at_text)
    )
    rows = answer.found
    if form == "table":
        _show(rows)
    else:
        echo(str(answer.file(form)), nl=False)
    if form in ("tle", "omm"):
        for row in rows:
            echo(paint("note: ", "yellow") + f"{row['launch']}: {_band(row)}", err=True)
        echo(paint("note: ", "yellow") + PROXY_ASSUMES, err=True)
    if form != "json":
        echo_problems(answer.problems)


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
    words = f"Band: {_band(rows[0])}. {PROXY_ASSUMES}"
    for line in textwrap.wrap(words, width=width_of_terminal(), initial_indent="  ", subsequent_indent="  "):
        echo(line)
