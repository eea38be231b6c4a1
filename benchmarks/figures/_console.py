"""A console of its own and a browser to look at it, for the figures about the page."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync", "--disable-quic",
         "--disable-component-update", "--disable-3d-apis", "--enable-precise-memory-info"]  # fmt: skip
AT = "2026-11-25T00:00Z"
PASSES = "#view=sites&over=Seoul;Kadena;36.95,-76.33&from=2024-06-07T00:00Z"


@contextlib.contextmanager
def console(port: int | None = None) -> Iterator[str]:
    """The address of a console that answers as of ``AT``; it is ended afterwards."""
    if port is None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
    call = [sys.executable, "-c", "from bongsu.cli import main; main()", "serve", "--port", str(port), "--at", AT]
    server = subprocess.Popen(call, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        server.stdout.readline()
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(20)


@contextlib.contextmanager
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright, without a GPU."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise SystemExit("no Chromium: install the Debian package chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()
