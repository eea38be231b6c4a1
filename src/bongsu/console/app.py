"""The console's web application: pages from this package, answers as JSON, nothing from anywhere else."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, Field
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from bongsu import __version__
from bongsu.console.answers import (
    MAX_TEXT,
    KeptAnswers,
    Progress,
    answer_case,
    answer_text,
    case_list,
    pass_answers,
    pass_table,
    status,
    track,
)
from bongsu.console.command_routes import Gone, add_command_routes, error_body, error_status, fault_body
from bongsu.console.commands import passes_commands
from bongsu.console.description import OPENAPI, describe, listing
from bongsu.console.headers import SecurityHeaders
from bongsu.console.launch_routes import add_launch_routes
from bongsu.console.live import add_live_routes
from bongsu.console.own_files import OwnFiles
from bongsu.console.said import with_words
from bongsu.console.view_files import PassForm, pass_file
from bongsu.console.watch_routes import add_watch_routes, file_reply
from bongsu.console.watching import MAX_ELEMENTS
from bongsu.errors import BongsuError, InputError
from bongsu.exchange import track_to_czml
from bongsu.wording import phrase

__all__ = ["create_app"]

FIRST_CASE = "malligyong-1"
_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]  # another name for this machine is a rebinding attack


class Question(BaseModel):
    """What is asked: a bundled case by name, or pasted text."""

    case: str = Field(default="", max_length=200, description="Name of a bundled case")
    text: str = Field(default="", max_length=MAX_TEXT, description="Or pasted text")
    site: str = Field(default="", max_length=200, description="Launch site of a pasted notice: LAT,LON or a name")
    at: datetime | None = Field(default=None, description="When the question is asked; now else")


class PassQuestion(BaseModel):
    """Which satellites over which sites, and when."""

    satellites: list[str] = Field(max_length=400)
    sites: list[str] = Field(max_length=400)
    at: datetime | None = None
    hours: float = 72.0
    min_elevation_deg: float = Field(default=10.0, ge=0.0, le=90.0)
    elements: str = Field(default="", max_length=MAX_ELEMENTS)
    elements_name: str = Field(default="", max_length=300, description="What that file is called, for the command")
    from_claims: str = Field(default="", max_length=200)
    lang: Literal["en", "ko", "ja"] = Field(default="en", description="Of a report or map")


class TrackQuestion(BaseModel):
    """Where one satellite is."""

    satellite: str = Field(max_length=60, description="Catalogue number or bundled name")
    at: datetime | None = Field(default=None, description="Start of the track; now else")
    hours: float = Field(default=3.0, description="Its length, up to 72")
    step_s: float = Field(default=30.0, description="Between points, 1 to 600 seconds; 20,000 points at most")
    elements: str = Field(default="", max_length=MAX_ELEMENTS, description="Element sets as text; bundled ones else")
    reach: bool = Field(default=False, description="Of CZML: with what the camera can be turned to")


def create_app(clock: Callable[[], datetime], own: OwnFiles | None = None) -> FastAPI:
    """The application.

    Parameters
    ----------
    clock : callable
        Gives the time that a question without one is asked at; aware.
    own : OwnFiles, optional
        Files that the page opens by itself.
    """

    def now() -> datetime:
        """The whole second: what is asked at it is asked again by the same command."""
        return clock().replace(microsecond=0)

    app = FastAPI(
        title="Bongsu console",
        version=__version__,
        description="The same answers as the command line. Times are UTC. Nothing here asks another machine.",
        docs_url=None,
        redoc_url=None,
        openapi_url=OPENAPI,
    )
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS)
    app.add_middleware(SecurityHeaders)
    app.exception_handler(BongsuError)(_say_error)
    app.exception_handler(RequestValidationError)(_say_invalid)
    pages = files("bongsu.console") / "static"
    kept = KeptAnswers(now)
    threading.Thread(target=kept.case, args=(FIRST_CASE,), daemon=True).start()  # on screen first, so ready first

    @app.get("/", include_in_schema=False)
    def page() -> Response:
        return FileResponse(str(pages / "index.html"), media_type="text/html; charset=utf-8")

    def asked_at(given: datetime | None) -> datetime:
        if given is None:
            return now()
        if given.tzinfo is None:
            raise InputError(
                phrase("the time {given} has no zone", given=given.isoformat()), advice="add Z or an offset as +09:00"
            )
        if not 1957 <= given.year < 2200:
            raise InputError(
                phrase("the year {year} lies outside 1957 to 2199", year=given.year), advice="check the time"
            )
        return given.astimezone(UTC)

    def answered(question: Question, progress: Progress | None) -> dict[str, Any]:
        if question.text.strip():
            return answer_text(question.text, at=asked_at(question.at), site=question.site)
        if question.case and question.at is None:
            return kept.case(question.case, progress)
        if question.case:
            return answer_case(question.case, at=asked_at(question.at), progress=progress)
        raise InputError("nothing was asked", advice="name a bundled case, or paste a text")

    @app.get("/api/status")
    def get_status() -> dict[str, Any]:
        """Version, ages of the bundled tables, bundled cases."""
        return with_words({**status(now()), "case_heads": case_list()})

    @app.post("/api/assess")
    def post_assess(question: Question) -> dict[str, Any]:
        """Everything that follows from a case or a pasted text, with what the map draws."""
        return with_words(answered(question, None))

    @app.post("/api/assess/stream")
    def post_assess_stream(question: Question) -> StreamingResponse:
        """The same as server-sent events: ``progress`` while it works, then ``answer`` or ``error``.

        Closing the connection ends the work at its next step.
        """
        asked_at(question.at)
        return StreamingResponse(_streamed(lambda step: answered(question, step)), media_type="text/event-stream",
                                 headers={"Cache-Control": "no-store"})  # fmt: skip

    _add_pass_routes(app, asked_at)

    def tracked(question: TrackQuestion, *, with_reach: bool) -> dict[str, Any]:
        return track(
            question.satellite, at=asked_at(question.at), hours=question.hours, step_s=question.step_s,
            elements=question.elements, with_reach=with_reach,
        )  # fmt: skip

    @app.post("/api/track")
    def post_track(question: TrackQuestion) -> dict[str, Any]:
        """Where a satellite is, for the map."""
        return tracked(question, with_reach=False)

    @app.post("/api/track/czml")
    def post_track_czml(question: TrackQuestion) -> list[dict[str, Any]]:
        """The same with its height over the ground, for a globe: CZML."""
        return track_to_czml(tracked(question, with_reach=question.reach))

    add_watch_routes(app, now, asked_at, _streamed)
    add_launch_routes(app, asked_at, _streamed)
    add_command_routes(app, now, _streamed)
    add_live_routes(app, now, own or OwnFiles())

    @app.get("/api", include_in_schema=False)
    def get_listing() -> Response:
        return HTMLResponse(listing())

    @app.api_route("/api/{rest:path}", methods=["GET", "POST"], include_in_schema=False)
    def nothing(rest: str) -> Response:
        words = f"there is nothing at /api/{rest[:100]}, or it is asked another way"
        return JSONResponse({"error": words, "advice": "GET /api lists what there is", "problems": []}, 404)

    app.mount("/", StaticFiles(directory=str(pages)), name="static")
    return app


def _add_pass_routes(app: FastAPI, asked_at: Callable[[datetime | None], datetime]) -> None:
    """Passes of many satellites over many sites, and their files."""

    @app.post("/api/passes")
    def post_passes(question: PassQuestion) -> dict[str, Any]:
        """Passes of satellites over sites, as ``bongsu passes -f json``."""
        return with_words(pass_table(
            question.satellites, question.sites, at=asked_at(question.at), hours=question.hours,
            min_elevation_deg=question.min_elevation_deg, elements=question.elements, from_claims=question.from_claims,
            elements_name=question.elements_name,
        ))  # fmt: skip

    @app.post("/api/passes/export/{form}")
    def post_passes_export(form: PassForm, question: PassQuestion) -> Response:
        """A file of passes, as ``bongsu passes`` writes it."""
        at = asked_at(question.at)
        asked: dict[str, Any] = {
            "hours": question.hours, "min_elevation_deg": question.min_elevation_deg, "from_claims": question.from_claims,
        }  # fmt: skip
        pairs, problems = pass_answers(question.satellites, question.sites, at=at, elements=question.elements, **asked)
        command = passes_commands(
            [(answer.element_sets[0].norad_id, written) for answer, written, _ in pairs], at=at,
            elements=question.elements_name if question.elements.strip() else None, **asked,
        )  # fmt: skip
        answers = [(answer, answer.table.sites[0], rows) for answer, _, rows in pairs]
        content = pass_file(
            form, answers, problems, at=at, hours=question.hours, command=command, language=question.lang
        )
        return file_reply("bongsu-passes", form, content)


async def _say_error(_: Request, error: Exception) -> JSONResponse:
    """An error in the words of the command line; 422 is the caller's, 409 is missing or old data."""
    assert isinstance(error, BongsuError)
    return JSONResponse(error_body(error), error_status(error))


async def _say_invalid(_: Request, error: Exception) -> JSONResponse:
    """A body of another shape than described, in the same form as every error."""
    assert isinstance(error, RequestValidationError)
    found = [(".".join(str(part) for part in each["loc"][1:]) or "the body", each["msg"]) for each in error.errors()]
    problems = [{"where": where, "what": what, "advice": ""} for where, what in found[:20]]
    words = "; ".join(f"{where}: {what}" for where, what in found[:3])
    return JSONResponse({"error": words, "advice": f"GET {OPENAPI} describes it", "problems": problems}, 422)


def _streamed(answer: Callable[[Progress], dict[str, Any]]) -> Iterator[str]:
    """Server-sent events of one answer, worked out in a thread of its own."""
    events: queue.Queue[tuple[str, Any]] = queue.Queue()
    gone = threading.Event()

    def progress(what: str, done: int, steps: int) -> None:
        if gone.is_set():
            raise Gone
        events.put(("progress", with_words({"what": what, "done": done, "steps": steps})))

    def work() -> None:
        try:
            events.put(("answer", with_words(answer(progress))))
        except Gone:
            pass
        except BongsuError as error:
            events.put(("error", error_body(error)))
        except Exception as error:
            events.put(("error", fault_body(error)))

    threading.Thread(target=work, daemon=True).start()
    try:
        while True:
            kind, body = events.get()
            yield phrase("event: {kind}\ndata: {json}\n\n", kind=kind, json=json.dumps(body, ensure_ascii=False))
            if kind != "progress":
                return
    finally:
        gone.set()
