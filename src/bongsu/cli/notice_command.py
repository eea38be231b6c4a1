"""``bongsu notice``."""

from __future__ import annotations

import json
from typing import Any

import click

from bongsu.cases import finding_json, parse_notices, site_from_text
from bongsu.cli.envelope import echo_problems, envelope
from bongsu.cli.options import at_option, format_option, parse_at, read_words
from bongsu.cli.screen import finding_text


@click.group("notice")
def command() -> None:
    """What a launch warning says and implies."""


@command.command("parse")
@click.argument("file", metavar="FILE|-")
@click.option("--year", type=click.IntRange(1950, 2199), help="Year of the warning, where its text has none.")
@at_option
@format_option("table", "json", "geojson")
def parse(file: str, year: int | None, at_text: str, form: str) -> None:
    """Areas and windows of the warning(s) in FILE, and what was not understood."""
    at = parse_at(at_text)
    items, _, problems = parse_notices(read_words(file), year=year or at.year)
    if form == "json":
        _echo(envelope("notice", items, at=at, problems=problems))
        return
    if form == "geojson":
        features = [
            {
                "type": "Feature",
                "geometry": area["geometry"],
                "properties": {"notice": item["id"], "label": area["label"], "windows": area["windows"]},
            }
            for item in items
            for area in item["areas"]
        ]
        _echo({"type": "FeatureCollection", "features": features})
        return
    echo_problems(problems)
    for item in items:
        click.echo(
            click.style(f"{item['id'] or 'warning'}  {item['kind']}", bold=True) + f"  issued {item['issued'] or '?'}"
        )
        for area in item["areas"]:
            click.echo(f"  {area['label'] or '-':<3} {_corners(area['geometry'])} corners, text {area['text_span']}")
            for window in area["windows"][:8]:
                click.echo(f"      {window['start'] or 'open'} .. {window['end'] or 'open'}")
            if len(area["windows"]) > 8:
                click.echo(f"      and {len(area['windows']) - 8} more windows")
        if not item["areas"]:
            click.echo("  no area read")


def _corners(geometry: dict[str, Any]) -> int:
    rings = geometry["coordinates"]
    ring = rings[0][0] if geometry["type"] == "MultiPolygon" else rings[0]
    return len(ring) - 1


@command.command("imply")
@click.argument("file", metavar="FILE|-")
@click.option("--site", required=True, metavar="LAT,LON", help="Launch site, or the name of a bundled one.")
@click.option("--year", type=click.IntRange(1950, 2199), help="Year of the warning, where its text has none.")
@at_option
@format_option("table", "json")
def imply(file: str, site: str, year: int | None, at_text: str, form: str) -> None:
    """Azimuth from the launch site to each area, and the inclination of a straight flight there.

    Dog-legs and coasts with weights are not built yet: this is the thin answer.
    """
    at = parse_at(at_text)
    _, findings, problems = parse_notices(read_words(file), year=year or at.year, site=site_from_text(site))
    wanted = [item for item in findings if item.id.startswith("implies:")]
    if form == "json":
        _echo(envelope("imply", [finding_json(item) for item in wanted], at=at, problems=problems))
        return
    echo_problems(problems)
    for finding in wanted:
        click.echo(finding_text(finding))
    if not wanted:
        click.echo("no area was read, so nothing is implied", err=True)


def _echo(body: dict[str, Any]) -> None:
    click.echo(json.dumps(body, indent=2, ensure_ascii=False, allow_nan=False))
