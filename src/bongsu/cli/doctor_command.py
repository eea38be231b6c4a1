"""``bongsu doctor``."""

from __future__ import annotations

import importlib.metadata
import platform
import sys

import click

from bongsu import __version__
from bongsu.cases import bundled_case_names, table_ages
from bongsu.cli.options import at_option, parse_at

_LIBRARIES = ("numpy", "sgp4", "geographiclib", "shapely", "antimeridian", "pydantic", "click", "jinja2", "defusedxml")


@click.command("doctor")
@at_option
def command(at_text: str) -> None:
    """What is installed, how old the bundled tables are, and what would help."""
    at = parse_at(at_text)
    click.echo(f"bongsu {__version__}   Python {platform.python_version()}   {platform.system()} {platform.machine()}")
    for name in _LIBRARIES:
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            click.echo(click.style(f"  ! {name} is not installed", fg="red") + "   pip install " + name)
            continue
        click.echo(f"  = {name} {version}")
    for label, words, good in table_ages(at):
        sign = click.style("=", fg="green") if good else click.style("!", fg="yellow")
        click.echo(f"  {sign} {label}: {words}")
    click.echo(f"  = bundled cases: {', '.join(bundled_case_names())}")
    encoding = (sys.stdout.encoding or "").lower()
    if "utf" not in encoding:
        click.echo(f"  ! the terminal's encoding is {encoding or 'unknown'}: signs may be lost; set PYTHONUTF8=1")
