"""``bongsu serve``."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from bongsu.cli.options import at_option, parse_at
from bongsu.cli.terminal import echo
from bongsu.errors import InputError


@click.command("serve")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILES]...")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="An address of this machine.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "open_browser", is_flag=True, help="Open the page in the browser.")
@at_option
def command(files: tuple[Path, ...], host: str, port: int, open_browser: bool, at_text: str) -> None:
    """The console in a browser: the same answers, with a map. This machine only; nothing uses the network.

    FILES are your own: a case, element sets, notices, places. The page opens them, and reads them again when they change.
    """
    at = None if at_text.strip().lower() == "now" else parse_at(at_text)
    try:
        from bongsu.console import OwnFiles, create_app, loopback_address, serve  # noqa: PLC0415 - an extra, and heavy
    except ModuleNotFoundError as missing:
        raise InputError(
            f"the console needs {missing.name}, which is not installed",
            advice='in the checkout: pip install ".[serve]"',
        ) from None
    address = loopback_address(host)
    shown = f"[{address}]" if ":" in address else address

    def ready() -> None:
        echo(f"Bongsu console: http://{shown}:{port}/   (this machine only; Ctrl-C ends it)")
        sys.stdout.flush()
        if open_browser:
            click.launch(f"http://{shown}:{port}/")

    own = OwnFiles(files)
    serve(create_app(lambda: at or datetime.now(UTC), own), address, port, ready=ready)
