"""``bongsu cite``."""

from __future__ import annotations

from pathlib import Path

import click

from bongsu import __version__
from bongsu.cases import bundled_case, bundled_case_names, parse_case
from bongsu.cli.options import at_option, parse_at, read_words
from bongsu.cli.terminal import echo

_DATA = (
    "Earth orientation: IERS Bulletins A and B (finals2000A), by astropy-iers-data.",
    "Element sets: 18th Space Defense Squadron, by CelesTrak (celestrak.org).",
    "Coastlines and borders: Natural Earth (public domain), by world-atlas. No opinion on boundaries.",
    "SGP4: Vallado, Crawford, Hujsak and Kelso, AIAA 2006-6753, by the sgp4 library (B. Rhodes).",
    "Geodesics: C. F. F. Karney, J. Geodesy 87, 43 (2013), by geographiclib.",
)


@click.command("cite")
@click.argument("case_name", metavar="[CASE|FILE]", required=False)
@at_option
def command(case_name: str | None, at_text: str) -> None:
    """How to cite Bongsu, and a case's sources with their grades."""
    at = parse_at(at_text)
    case = None
    if case_name:
        bundled = case_name in bundled_case_names()
        case = bundled_case(case_name) if bundled else parse_case(read_words(case_name), where=Path(case_name).name)
    echo(f"Bongsu {__version__}, open software (Apache-2.0), used {at:%Y-%m-%d}. See CITATION.cff.")
    if case is not None:
        echo(f'Case "{case.case.title or case.case.name}", compiled {case.case.compiled or "no date given"}.')
        for key, source in case.sources.items():
            of = f", passing on {source.of}" if source.of else ""
            date = f" ({source.published})" if source.published else ""
            echo(f"  [{source.grade}] {key}: {source.publisher}{of}{date}. {source.title} {source.address}".rstrip())
    echo("Data and methods:")
    for line in _DATA:
        echo(f"  {line}")
