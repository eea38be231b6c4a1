"""``bongsu imager``."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from bongsu.answers import answer_imager_list, answer_imager_show
from bongsu.cli.columns import laid_out
from bongsu.cli.options import at_option, format_option, output_option, parse_at, refuse_unwritable, write_new
from bongsu.cli.terminal import echo, paint
from bongsu.errors import InputError

_HEADS = ("ID", "NAME", "KIND", "OWNER", "GSD m", "OFF-NADIR deg", "INCIDENCE deg", "REACH")
_LEFT = (0, 1, 2, 3, 7)
_LOSE = (3, 1)
_UNITS = {"altitude_m": (1e-3, "km"), "swath_m": (1e-3, "km"), "pixel_m": (1e6, "µm")}  # as people say them


@click.group("imager")
def command() -> None:
    """What is published of imaging satellites' cameras and radars."""


@command.command("list")
@click.option("--kind", type=click.Choice(["optical", "radar"]), help="Only one kind.")
@at_option
@format_option("table", "json")
def list_imagers(kind: str | None, at_text: str, form: str) -> None:
    """One line for each imager of the table."""
    answer = answer_imager_list(kind=kind or "", at=parse_at(at_text))
    if form == "json":
        echo(str(answer.file("json")), nl=False)
        return
    rows = answer.found
    width = shutil.get_terminal_size((130, 30)).columns
    lines, _ = laid_out(_HEADS, [_cells(row) for row in rows], width=width, left=_LEFT, lose=_LOSE, indent=0)
    foot = (
        "assumed: nothing published was found, 30 deg taken and up to 45 as possible (radars 25 to 45, and 15 to 60)."
        " Sources: bongsu imager show ID"
    )
    echo("\n".join([*lines, *textwrap.wrap(foot, max(60, width))]))


@command.command("show")
@click.argument("name", metavar="ID|NUMBER")
@click.option("--gsd", type=float, metavar="M", help="Pixel size for the ladder and the picture; the table's else.")
@at_option
@format_option("table", "json")
@output_option("Schematic pixel grid as .svg or .png.")
def show(name: str, gsd: float | None, at_text: str, form: str, outputs: tuple[str, ...], force: bool) -> None:
    """All that is known of one imager, what its pixels could show, and a schematic picture.

    \b
    bongsu imager show pleiades
    bongsu imager show malligyong-1 --gsd 3 -o grid.png
    """
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    for path in outputs:
        if Path(path).suffix.lower() not in (".svg", ".png"):
            raise InputError(f"{path} ends in neither .svg nor .png", advice="name the picture grid.svg or grid.png")
    answer = answer_imager_show(id=name, gsd=gsd, at=at)
    found = answer.found
    if form == "json":
        echo(str(answer.file("json")), nl=False)
    elif not outputs:
        echo("\n".join(_text(found.row, found.ladders)))
    for path in outputs:
        write_new(path, answer.file(Path(path).suffix.lower().removeprefix(".")), force=force)
        echo(f"wrote {path} (schematic, {found.drawn_m:g} m)", err=True)


def _span(low: float | None, high: float | None, form: str = "g") -> str:
    if low is None or high is None:
        return "-"
    return f"{low:{form}}" if low == high else f"{low:{form}}-{high:{form}}"


def _measure(item: dict[str, Any]) -> str:
    scale, unit = _UNITS.get(item["what"], (1.0, item["unit"]))
    return f"{_span(item['low'] * scale, item['high'] * scale)} {unit}".rstrip()


def _cells(row: dict[str, Any]) -> list[str]:
    gsd = next((item for item in row["figures"] if item["what"] == "nadir_gsd_m"), None)
    angle, band = row["off_nadir_deg"], row["incidence_deg"]
    reach = row["reach"] + (" (scenario)" if row["scenario"] else "") + (", retired" if row["retired"] else "")
    return [
        row["id"],
        row["name"][:34],
        row["kind"],
        row["owner"].split(",")[0][:22],
        _span(gsd["low"], gsd["high"]) if gsd else "-",
        _span(angle[0], angle[1], ".0f") if angle else "-",
        f"{_span(band[1][0], band[0][0], '.0f')} to {_span(band[0][1], band[1][1], '.0f')}" if band else "-",
        reach,
    ]


def _text(row: dict[str, Any], ladders: Sequence[dict[str, Any]]) -> list[str]:
    width = max(60, shutil.get_terminal_size((110, 30)).columns)
    numbers = ", ".join(str(number) for number in row["norad_ids"]) or ", ".join(f"{n}..." for n in row["name_begins"])
    lines = [
        paint(row["name"], "bold") + f"   {row['kind']}, {row['owner']}, {row['country']}   {numbers}",
        f"bands: {row['bands']}; pointing: {row['pointing']}" + (f", {row['side']} side" if row["side"] else ""),
    ]
    lines += [f"{word}: {row[word]}" for word in ("scenario", "retired", "remark") if row[word]]
    figures = [
        [
            item["what"].rsplit("_", 1)[0].replace("_", " ") if item["unit"] else item["what"].replace("_", " "),
            _measure(item),
            ", ".join(item["sources"]) + (f"; {item['mark']}" if item["mark"] else ""),
        ]
        for item in row["figures"]
    ]
    table, _ = laid_out(("FIGURE", "VALUE", "SOURCE AND MARK"), figures, width=10_000, left=(0, 1, 2))
    lines += [
        "",
        *(part for line in table for part in textwrap.wrap(line, width, subsequent_indent=" " * 6, initial_indent="")),
    ]
    lines += [f"  mode: {mode['name']}, {mode['resolution']}, swath {mode['swath']}" for mode in row["modes"]]
    if row["niirs_nadir"]:
        found = row["niirs_nadir"]
        lines.append(f"  NIIRS straight down {found['low']:.1f}-{found['high']:.1f} (GIQE 5, 90 %), panchromatic")
    elif row["niirs_at_most"] is not None:
        lines.append(
            f"  NIIRS straight down at most {row['niirs_at_most']:.1f}: a perfect camera of these sizes; no sharpness is published"
        )
    elif row["kind"] == "optical":
        lines.append("  NIIRS: none; sharpness and noise of this camera are not published")
    for ladder in ladders:
        lines += [
            "",
            paint(f"PIXELS OF {ladder['gsd_m']:g} m", "bold") + "  (half of observers, clear view: Johnson 1958)",
        ]
        for step in ladder["objects"]:
            size = f"{step['length_m']:g} x {step['width_m']:g} m"
            count = f"{step['pixels_long']:g} x {step['pixels_wide']:g} pixels"
            lines.append(f"  {step['object']:<17}{size:<14}{count:<22}{step['words']}")
    lines += ["", paint("SOURCES", "bold")]
    for source in row["sources"]:
        text = f"  {source['id']} [{source['grade']}] {source['publisher']}" + (
            f" {source['address']}" if source["address"] else ""
        )
        lines += textwrap.wrap(text, width, subsequent_indent="      ", break_long_words=False, break_on_hyphens=False)
    return lines
