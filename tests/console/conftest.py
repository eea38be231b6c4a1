"""A console that answers as of one moment, and a browser that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from bongsu.console import create_app

NOW = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-3d-apis",
]  # fmt: skip
PATIENCE_MS = 120_000  # a busy machine may need long; nothing here is about time
# BONGSU_LATE_MS=300: every frame and every answer comes so much later, as on a busy machine. It finds the tests that assert
# at once what the page draws with its next frame; BONGSU_SLOW=4 throttles the page's processor by that factor.
LATE_MS = int(os.environ.get("BONGSU_LATE_MS", "0"))
SLOW = float(os.environ.get("BONGSU_SLOW", "1"))
LATER = """(() => {
  const [frame, ask] = [requestAnimationFrame.bind(window), fetch.bind(window)];
  window.requestAnimationFrame = (then) => frame(() => setTimeout(() => then(performance.now()), LATE));
  window.fetch = (...given) => new Promise((done) => setTimeout(done, LATE)).then(() => ask(...given));
})()"""


@pytest.fixture(scope="session")
def console() -> Iterator[TestClient]:
    with TestClient(create_app(lambda: NOW), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    import uvicorn  # noqa: PLC0415

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(lambda: NOW), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def play() -> Iterator[Any]:
    """Playwright, begun once: a second one in the same process does not start."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as begun:
        yield begun


@pytest.fixture(scope="session")
def browser(play) -> Iterator[Any]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "no Chromium: install the Debian package chromium"
    chromium = play.chromium.launch(executable_path=program, args=FLAGS)
    yield chromium
    chromium.close()


def hindered(context: Any) -> Any:
    """A page of the context, as slow as the environment asks for."""
    page = context.new_page()
    if LATE_MS:
        page.add_init_script(LATER.replace("LATE", str(LATE_MS)))
    if SLOW != 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    return page


@pytest.fixture
def hinder() -> Callable[[Any], Any]:
    """:func:`hindered`, for tests that open their own context."""
    return hindered


@pytest.fixture
def visit(browser, address) -> Iterator[Any]:
    """Opens a page; afterwards nothing may have been asked of another machine, and no error have been raised."""
    contexts, asked, errors = [], [], []

    def opened(fragment: str = "", *, width: int = 1280, height: int = 800, **more: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="en-US", **more)
        contexts.append(context)
        page = hindered(context)
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(address + fragment)
        page.wait_for_selector("html[data-ready]")
        page.wait_for_selector("#sentence")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert not errors
