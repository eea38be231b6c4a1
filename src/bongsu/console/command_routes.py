"""The commands of the command line as addresses: ``notice parse`` is ``POST /api/notice/parse``.

The body holds the same parameters, texts in place of files. ``/api/notice/parse/kml`` gives another form, and
``/api/warn/plan/stream`` of a command that works long its progress. What a command is told and gives stands in
``bongsu.answers.COMMANDS``; nothing of it is repeated here, and a command's part of the library is loaded when it is asked.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import anyio
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool

from bongsu.answers import COMMANDS, SHARED, Answer, Command, Given, Written
from bongsu.console.asked_values import read_body, values_of
from bongsu.console.said import with_words
from bongsu.errors import BongsuError

__all__ = [
    "MAX_BODY",
    "MEDIA",
    "PAGE_ADDRESSES",
    "Gone",
    "add_command_routes",
    "error_body",
    "error_status",
    "fault_body",
]

MAX_BODY = 48_000_000  # bytes of a request
MEDIA = {
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "kml": "application/vnd.google-earth.kml+xml",
    "czml": "application/json",
    "ics": "text/calendar; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "page": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "tle": "text/plain; charset=utf-8",
    "omm": "application/json",
    "toml": "application/toml",
    "text": "text/plain; charset=utf-8",
    "sentence": "text/plain; charset=utf-8",
}
_ENDINGS = {"page": "page.html", "sentence": "txt", "text": "txt", "omm": "omm.json"}
# Addresses that a page has: its question or its answer holds more than the command's, which is at .../json.
PAGE_ADDRESSES = ("assess", "assess/stream", "passes")

Step = Callable[[str, int, int], None]
Streamed = Callable[[Callable[[Step], dict[str, Any]]], Iterator[str]]


class Gone(Exception):
    """The reader has gone, so the work stops."""


def error_status(error: BongsuError) -> int:
    """422 is the caller's, 409 is missing or old data, or the model's limits."""
    return 422 if isinstance(error, ValueError) else 409


def error_body(error: BongsuError) -> dict[str, Any]:
    """An error in the words of the command line."""
    return with_words(
        {
            "error": str(error),
            "advice": getattr(error, "advice", ""),
            "problems": [
                {"where": p.where, "what": p.what, "advice": p.advice} for p in getattr(error, "problems", ())
            ],
        }
    )


def fault_body(error: Exception) -> dict[str, Any]:
    """A fault of ours, said as such."""
    words = f"fault in Bongsu: {type(error).__name__}: {error}"
    return {"error": words, "advice": "report it with the input", "problems": []}


def add_command_routes(app: FastAPI, now: Callable[[], datetime], streamed: Streamed) -> None:
    """Add them all; ``streamed`` makes server-sent events of an answer."""
    for command in COMMANDS:
        endpoint = _endpoint(command, now, streamed)
        if command.path not in PAGE_ADDRESSES:
            app.add_route(f"/api/{command.path}", endpoint, methods=["POST"], include_in_schema=False)
        app.add_route(f"/api/{command.path}/{{form}}", endpoint, methods=["POST"], include_in_schema=False)


class _Refusal(Exception):
    """A request that no command sees: status, words, advice."""

    def __init__(self, status: int, words: str, advice: str) -> None:
        super().__init__(words)
        self.reply = JSONResponse({"error": words, "advice": advice, "problems": []}, status)


def _endpoint(command: Command, now: Callable[[], datetime], streamed: Streamed) -> Callable[[Request], Any]:
    async def asked(request: Request) -> Response:
        try:
            form = _form_of(command, request)
            raw = await _raw(request)
            moment = now()
            values = await run_in_threadpool(lambda: values_of(command, read_body(raw), moment))
            if form == "stream":
                return _events(command, values, streamed)
            content = await _worked(request, command, values, form)
        except _Refusal as refusal:
            return refusal.reply
        except Gone:
            return Response(status_code=204)  # nobody reads it
        except BongsuError:
            raise
        except Exception as error:
            return JSONResponse(fault_body(error), 500)
        return Response(content, media_type=MEDIA[form], headers=_named(command, values, form))

    return asked


def _form_of(command: Command, request: Request) -> str:
    form = str(request.path_params.get("form", command.forms[0]))
    if form not in command.forms and not (form == "stream" and streams(command)):
        raise _Refusal(404, f"{command.name} has no form {form[:20]!r}", f"there are {', '.join(command.forms)}")
    if request.headers.get("content-type", "application/json").partition(";")[0].strip() != "application/json":
        raise _Refusal(415, "the body is not sent as JSON", "send it with Content-Type: application/json")
    return form


def _events(command: Command, values: dict[str, Any], streamed: Streamed) -> Response:
    def answer(step: Step) -> dict[str, Any]:
        found = command.ask(values, bounds=SHARED, progress=step)
        assert found.body is not None
        return found.body()

    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(streamed(answer), media_type="text/event-stream", headers=headers)


def streams(command: Command) -> bool:
    """Whether there is an address that tells of its progress."""
    return command.long and "json" in command.forms and f"{command.path}/stream" not in PAGE_ADDRESSES


async def _raw(request: Request) -> bytes:
    held = bytearray()
    async for part in request.stream():
        held += part
        if len(held) > MAX_BODY:
            raise _Refusal(413, f"the request is over {MAX_BODY // 1_000_000} MB", "use the command line")
    return bytes(held)


async def _worked(request: Request, command: Command, values: dict[str, Any], form: str) -> Written:
    """The answer in its form, worked out in a thread; of a long command the work ends soon after its reader has gone."""
    gone = threading.Event()

    def step(what: str, done: int, steps: int) -> None:
        if gone.is_set():
            raise Gone

    def work() -> Written:
        answer = command.ask(values, bounds=SHARED, progress=step)
        return _page(answer, values, step) if form == "page" else answer.file(form)

    if not command.long:
        return await run_in_threadpool(work)

    async def watch() -> None:
        # Not `is_disconnected`: it looks only at what has come already, which a middleware in between hides.
        while (await request.receive())["type"] != "http.disconnect":
            pass
        gone.set()

    try:
        async with anyio.create_task_group() as group:
            group.start_soon(watch)
            content = await run_in_threadpool(work)
            group.cancel_scope.cancel()
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from None
    return content


def _page(answer: Answer[Any], values: dict[str, Any], step: Step) -> str:
    """The console and this one answer in one file."""
    from bongsu.console.page_file import static_page  # noqa: PLC0415 - large, only when asked

    found, case = answer.found, values.get("case", "")
    called, text = ("pasted", found.text) if isinstance(case, Given) else (case, "")
    return static_page(found.shaped(), called=called, text=text, at=values["at"], site=values.get("site", ""), say=step)


def _named(command: Command, values: dict[str, Any], form: str) -> dict[str, str]:
    """A name for the file; JSON is read, not kept."""
    if form == "json":
        return {}
    case = values.get("case") if command.name == "assess" else None
    name = "pasted" if isinstance(case, Given) else case or command.name.replace(" ", "-")
    return {"Content-Disposition": f'attachment; filename="bongsu-{name}.{_ENDINGS.get(form, form)}"'}
