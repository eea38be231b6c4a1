"""The page opens the files that the engine was given, follows them, and says when the engine is gone."""

from __future__ import annotations

import json
import socket
import threading
import time
from contextlib import contextmanager

import pytest
from looks import EXPECTED_NOISE, PATIENCE_MS, expect, until
from test_live import CASE, NOTICE, NOW, PLACES, rewritten

from bongsu.console import OwnFiles, create_app

pytestmark = pytest.mark.browser


@contextmanager
def engine(port, own=None):
    import uvicorn  # noqa: PLC0415

    app = create_app(lambda: NOW, own)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    app.state.stopping = lambda: server.should_exit
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join(30)
    assert not thread.is_alive(), "a page's connection holds the server open"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def page(browser, hinder):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    page = hinder(context)
    page.set_default_timeout(PATIENCE_MS)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda said: (
            errors.append(said.text) if said.type == "error" and not EXPECTED_NOISE.search(said.text) else None
        ),
    )
    yield page
    context.close()
    assert not errors


def test_named_files_open_and_are_read_again_when_they_change(page, tmp_path):
    for name, text in (("desk.toml", CASE), ("desk.txt", NOTICE), ("desk.csv", PLACES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ring = [[129, 34], [132, 34], [132, 37], [129, 37], [129, 34]]
    fir = {"type": "Feature", "properties": {"name": "MY FIR"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "desk.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [fir]}))
    own = OwnFiles([tmp_path / name for name in ("desk.toml", "desk.txt", "desk.csv", "desk.geojson")])
    with engine(free_port(), own) as address:
        page.goto(address)
        expect(page.locator("h1")).to_contain_text("NURI")
        page.keyboard.press("Escape")
        rewritten(tmp_path / "desk.toml", CASE.replace('title = "', 'title = "My desk: ', 1))
        expect(page.locator("h1")).to_contain_text("My desk")
        page.evaluate("bongsu.set({view: 'watch'})")
        page.wait_for_selector("#sentence")
        until(page, "bongsu.scene().some((item) => item.name === 'Seoul')")
        until(page, "bongsu.scene().some((item) => item.name === 'MY FIR')")
        rewritten(tmp_path / "desk.csv", PLACES + "Kadena,26.36,127.77\n")
        until(page, "bongsu.scene().some((item) => item.name === 'Kadena')")
        rewritten(tmp_path / "desk.txt", "dear diary")
        page.evaluate("bongsu.set({view: 'data'})")
        expect(page.locator("#ownfiles tbody tr")).to_have_count(4)
        expect(page.locator("#ownfiles")).to_contain_text("desk.txt is no case, no element sets")
        page.locator("#ownfiles button", has_text="desk.toml").click()
        expect(page.locator("h1")).to_contain_text("My desk")
        page.goto("about:blank")


def test_the_header_says_when_the_engine_is_gone_and_an_answer_comes_with_it(page):
    port = free_port()
    with engine(port) as address:
        page.goto(f"{address}#case=nuri-2021")
        expect(page.locator("h1")).to_contain_text("NURI")
        assert page.locator("#engine").count() == 0
    expect(page.locator("#engine")).to_contain_text("no engine since")
    page.evaluate("bongsu.set({view: 'sites'})")
    page.wait_for_selector(".state")
    expect(page.locator("#panel")).to_contain_text("The engine does not answer")
    with engine(port):
        expect(page.locator("#engine")).to_have_count(0)
        expect(page.locator("#panel")).not_to_contain_text("The engine does not answer")
        page.goto("about:blank")
