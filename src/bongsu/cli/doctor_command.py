"""``bongsu doctor``."""

from __future__ import annotations

import sys
from typing import Any

import click

from bongsu.answers import answer_doctor
from bongsu.cases import bulk_installed
from bongsu.cli.options import at_option, format_option, parse_at
from bongsu.cli.terminal import echo, paint
from bongsu.errors import InputError


@click.command("doctor")
@click.option("--warm", is_flag=True, help="Compile the bulk engine now, so that no question waits for it.")
@at_option
@format_option("table", "json")
def command(warm: bool, at_text: str, form: str) -> None:
    """What is installed, how old the bundled tables are, and what would help."""
    answer = answer_doctor(at=parse_at(at_text))
    if form == "json":
        echo(str(answer.file("json")), nl=False)
    else:
        _show(answer.found)
    if warm:
        _warm(err=form == "json")


def _show(item: dict[str, Any]) -> None:
    echo(f"bongsu {item['version']}   Python {item['python']}   {item['system']}")
    for each in item["libraries"]:
        if each["version"] is None:
            echo(paint(f"  ! {each['name']} is not installed", "red") + "   pip install " + each["name"])
        else:
            echo(f"  = {each['name']} {each['version']}")
    if item["bulk"]:
        echo(f"  = numba {item['bulk']}: the bulk engine")
    else:
        echo(
            "  - numba is not installed: large overflight searches and many flights are slow without it   pip install '.[bulk]'"
        )
    for table in item["tables"]:
        sign = paint("=", "green") if table["good"] else paint("!", "yellow")
        echo(f"  {sign} {table['label']}: {table['words']}")
    echo(f"  = bundled cases: {', '.join(item['cases'])}")
    encoding = (sys.stdout.encoding or "").lower()
    if "utf" not in encoding:
        echo(f"  ! the terminal's encoding is {encoding or 'unknown'}: signs may be lost; set PYTHONUTF8=1")


def _warm(*, err: bool) -> None:
    if not bulk_installed():
        raise InputError("the bulk engine is not installed", advice="in the checkout: pip install '.[bulk]'")
    from bongsu.cli.ascent_command import warm_flights  # noqa: PLC0415 - only where it is asked for
    from bongsu.cli.catalogue_passes import warm_bulk  # noqa: PLC0415

    echo(f"  = the bulk engine is compiled and ready ({warm_bulk() + warm_flights():.1f} s)", err=err)
