"""What the page is told without asking: that the engine is there, and which of one's own files has changed."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any

import anyio
from fastapi import FastAPI
from starlette.responses import StreamingResponse

from bongsu import __version__
from bongsu.console.own_files import OwnFile, OwnFiles

__all__ = ["add_live_routes", "live_events"]

LOOK_S = 1.0  # between looks at the files
BEAT_S = 15.0  # between signs of life; a page that hears none for three of them says so


def add_live_routes(app: FastAPI, now: Callable[[], datetime], own: OwnFiles) -> None:
    """Add the routes. ``app.state.stopping`` may be set to what tells that the server is to end."""
    app.state.stopping = lambda: False

    @app.get("/api/own")
    def get_own() -> dict[str, Any]:
        """The files named to ``bongsu serve``, without their text."""
        return {"files": [each.head() for each in own.look()]}

    @app.get("/api/own/{number}")
    def get_own_text(number: int) -> dict[str, Any]:
        """One of them as last read, with its text."""
        found = own.text(number)
        return {**found.head(), "text": found.text}

    @app.get("/api/live")
    async def get_live() -> StreamingResponse:
        """Server-sent events without end: ``hello``, ``file`` when one has changed, ``beat`` every 15 seconds."""
        events = live_events(now, own, lambda: bool(app.state.stopping()))
        return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def live_events(now: Callable[[], datetime], own: OwnFiles, stopping: Callable[[], bool]) -> AsyncIterator[str]:
    """The events as they are sent, until ``stopping`` is true.

    Parameters
    ----------
    now : callable
        The engine's clock.
    own : OwnFiles
    stopping : callable
    """
    files = await anyio.to_thread.run_sync(own.look)
    told = {each.number: _stamp(each) for each in files}
    yield _event("hello", {"version": __version__, "at": _iso(now()), "files": [each.head() for each in files]})
    quiet = 0.0
    while not stopping():
        await anyio.sleep(LOOK_S)
        quiet += LOOK_S
        for each in await anyio.to_thread.run_sync(own.look):
            if told[each.number] != _stamp(each):
                told[each.number] = _stamp(each)
                quiet = 0.0
                yield _event("file", each.head())
        if quiet >= BEAT_S:
            quiet = 0.0
            yield _event("beat", {"at": _iso(now())})


def _stamp(file: OwnFile) -> tuple[int, str]:
    return file.reading, file.problem


def _iso(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
