"""``bongsu doctor``."""

from __future__ import annotations

import importlib.metadata
import platform
import sys

import click

from bongsu import __version__
from bongsu.cases import bulk_installed, bundled_case_names, table_ages
from bongsu.cli.options import at_option, parse_at
from bongsu.cli.terminal import echo, paint
from bongsu.errors import InputError

_LIBRARIES = ("numpy", "sgp4", "geographiclib", "shapely", "antimeridian", "pydantic", "click", "jinja2", "defusedxml")


@click.command("doctor")
@click.option("--warm", is_flag=True, help="Compile the bulk engine now, so that no question waits for it.")
@at_option
def command(warm: bool, at_text: str) -> None:
    """What is installed, how old the bundled tables are, and what would help."""
    at = parse_at(at_text)
    echo(f"bongsu {__version__}   Python {platform.python_version()}   {platform.system()} {platform.machine()}")
    for name in _LIBRARIES:
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            echo(paint(f"  ! {name} is not installed", "red") + "   pip install " + name)
            continue
        echo(f"  = {name} {version}")
    if bulk_installed():
        echo(f"  = numba {importlib.metadata.version('numba')}: the bulk engine")
    else:
        echo(
            "  - numba is not installed: large overflight searches and many flights are slow without it   pip install '.[bulk]'"
        )
    for label, words, good in table_ages(at):
        sign = paint("=", "green") if good else paint("!", "yellow")
        echo(f"  {sign} {label}: {words}")
    echo(f"  = bundled cases: {', '.join(bundled_case_names())}")
    encoding = (sys.stdout.encoding or "").lower()
    if "utf" not in encoding:
        echo(f"  ! the terminal's encoding is {encoding or 'unknown'}: signs may be lost; set PYTHONUTF8=1")
    if warm:
        _warm()


def _warm() -> None:
    if not bulk_installed():
        raise InputError("the bulk engine is not installed", advice="in the checkout: pip install '.[bulk]'")
    from bongsu.cli.ascent_command import warm_flights  # noqa: PLC0415 - only where it is asked for
    from bongsu.cli.catalogue_passes import warm_bulk  # noqa: PLC0415

    echo(f"  = the bulk engine is compiled and ready ({warm_bulk() + warm_flights():.1f} s)")
