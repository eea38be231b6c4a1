"""The addresses of the Watch, Sites and Satellite views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Literal

from fastapi import FastAPI
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, Field

from bongsu.console.commands import satellite_command
from bongsu.console.orbiting import ask_of_page, satellite_answer
from bongsu.console.said import with_words
from bongsu.console.view_files import MEDIA, PlanForm, SatelliteForm, WatchForm, satellite_file
from bongsu.console.watching import (
    MAX_ELEMENTS,
    KeptPlans,
    PlanAsked,
    plan_answer,
    plan_file,
    watch_answer,
    watch_czml,
    watch_file,
)

__all__ = ["add_watch_routes", "file_reply"]

_TEXT = 4_000_000  # characters of a list of places or of notices


Language = Literal["en", "ko", "ja"]


class PlanQuestion(BaseModel):
    """Which satellites over which places; none of the first takes every imager of the element sets."""

    satellites: list[str] = Field(default=[], max_length=20_000)
    purpose: Literal["imaging", "optical", "radar", "any"] = "imaging"
    sites: list[str] = Field(
        default=[], max_length=20_000, description="[NAME=]LAT,LON[,HEIGHT] or names of bundled places"
    )
    places: str = Field(default="", max_length=_TEXT, description="A file of places: CSV with a header, or GeoJSON")
    elements: str = Field(
        default="", max_length=MAX_ELEMENTS, description="Element sets: TLE, OMM or OEM; bundled ones else"
    )
    elements_name: str = Field(default="", max_length=300, description="What that file is called, for the command")
    places_name: str = Field(default="", max_length=300, description="What the file of places is called")
    at: datetime | None = Field(default=None, description="Start of the span; now, or the demonstration's moment, else")
    hours: float = Field(default=48.0, description="Length of the span, up to 744")
    min_sun_deg: float = Field(default=10.0, ge=0.0, le=60.0)


class WatchQuestion(PlanQuestion):
    """The same, and pasted notices."""

    notices: str = Field(default="", max_length=_TEXT)


class PlanFileQuestion(PlanQuestion):
    """The same, the least level that is written, and the language of a report or map."""

    level: Literal["WARN", "watch", "night"] = "watch"
    lang: Language = Field(default="en", description="Of a report or map")


class WatchFileQuestion(WatchQuestion, PlanFileQuestion):
    """Both."""


class SatelliteQuestion(BaseModel):
    """Which satellite, and when."""

    satellite: str = Field(default="", max_length=60, description="Number or name; the first of the element sets else")
    at: datetime | None = Field(default=None, description="Now else; where no set serves it, the newest set's epoch")
    hours: float = Field(default=24.0, description="Of the track, up to 72")
    elements: str = Field(default="", max_length=MAX_ELEMENTS)
    elements_name: str = Field(default="", max_length=300, description="What that file is called, for the command")
    lang: Language = Field(default="en", description="Of a report or map")


Answer = Callable[[Any], dict[str, Any]]


def add_watch_routes(
    app: FastAPI,
    now: Callable[[], datetime],
    checked: Callable[[datetime | None], datetime],
    streamed: Callable[[Answer], Iterator[str]],
) -> None:
    """Add them to an application; ``checked`` refuses times without a zone, ``streamed`` gives server-sent events."""
    kept = KeptPlans()

    def asked(question: PlanQuestion) -> PlanAsked:
        return PlanAsked(
            satellites=tuple(question.satellites),
            purpose=question.purpose,
            places=tuple(question.sites),
            places_file=question.places,
            elements=question.elements,
            elements_name=question.elements_name,
            places_name=question.places_name,
            at=None if question.at is None else checked(question.at),
            hours=question.hours,
            min_sun_deg=question.min_sun_deg,
        )

    def events(answer: Answer) -> StreamingResponse:
        return StreamingResponse(
            streamed(answer), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    @app.post("/api/plan")
    def post_plan(question: PlanQuestion) -> dict[str, Any]:
        """Exposures of places to imagers, as columns."""
        return with_words(plan_answer(kept, asked(question), now()))

    @app.post("/api/plan/stream")
    def post_plan_stream(question: PlanQuestion) -> StreamingResponse:
        """The same as server-sent events: ``progress``, then ``answer`` or ``error``; closing ends the work."""
        wanted = asked(question)
        return events(lambda step: plan_answer(kept, wanted, now(), step))

    @app.post("/api/plan/export/{form}")
    def post_plan_export(form: PlanForm, question: PlanFileQuestion) -> Response:
        """A file of a plan, as ``bongsu warn plan`` and ``bongsu warn calendar`` write it."""
        return file_reply(
            "bongsu-warn", form, plan_file(kept, asked(question), form, question.level, now(), language=question.lang)
        )

    @app.post("/api/watch")
    def post_watch(question: WatchQuestion) -> dict[str, Any]:
        """Notices in force, what comes next, and the exposures of the places."""
        return with_words(watch_answer(kept, asked(question), question.notices, now()))

    @app.post("/api/watch/stream")
    def post_watch_stream(question: WatchQuestion) -> StreamingResponse:
        """The same as server-sent events."""
        wanted = asked(question)
        return events(lambda step: watch_answer(kept, wanted, question.notices, now(), step))

    @app.post("/api/watch/export/{form}")
    def post_watch_export(form: WatchForm, question: WatchFileQuestion) -> Response:
        """A report, the map or its shapes of Watch: the plan's, with the notices in force."""
        content = watch_file(
            kept, asked(question), question.notices, form, question.level, now(), language=question.lang
        )
        return file_reply("bongsu-watch", form, content)

    @app.post("/api/watch/czml")
    def post_watch_czml(question: WatchFileQuestion) -> list[dict[str, Any]]:
        """The notices' areas in their windows, the places and the exposures down to a level, for a globe."""
        return watch_czml(kept, asked(question), question.notices, question.level, now())

    @app.post("/api/satellite")
    def post_satellite(question: SatelliteQuestion) -> dict[str, Any]:
        """Orbit, track, reach and element sets of one satellite."""
        at = None if question.at is None else checked(question.at)
        body = satellite_answer(question.satellite, at=at, now=now(), hours=question.hours, elements=question.elements)
        moment = datetime.fromisoformat(body["generated"])
        return with_words({**body, "command": command_of(question, body["items"][0]["norad_id"], at or moment)})

    @app.post("/api/satellite/export/{form}")
    def post_satellite_export(form: SatelliteForm, question: SatelliteQuestion) -> Response:
        """A file of one satellite, as ``bongsu sat show`` writes it."""
        at = None if question.at is None else checked(question.at)
        answer = ask_of_page(question.satellite, at=at, now=now(), hours=question.hours, elements=question.elements)
        number = answer.item["norad_id"]
        content = satellite_file(form, answer, command=command_of(question, number, answer.at), language=question.lang)
        return file_reply(f"bongsu-{number}", form, content)

    def command_of(question: SatelliteQuestion, number: int, at: datetime) -> str:
        named = question.elements_name if question.elements.strip() else None
        return satellite_command(number, at=at, hours=question.hours, elements=named)


def file_reply(name: str, form: str, content: str | bytes) -> Response:
    """A file to be kept."""
    kept = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(content, media_type=MEDIA[form], headers=kept)
