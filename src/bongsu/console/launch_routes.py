"""The part of the interface that the Launch view asks besides ``/api/assess``: what is announced, ascents, falls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Literal

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from bongsu.console.announced import announced_by_case, announced_by_case_text, announced_by_text
from bongsu.console.answers import MAX_TEXT
from bongsu.console.ascents import AscentDesk
from bongsu.console.names import all_names
from bongsu.console.own_layers import MAX_FILES, MAX_OWN, layers_of, own_given
from bongsu.console.said import with_words

__all__ = ["add_launch_routes"]

_CASE = re.compile(r"^[ \t]{0,8}\[case\]", re.MULTILINE)

AskedAt = Callable[[datetime | None], datetime]
Streamed = Callable[[Callable[[Callable[[str, int, int], None]], dict[str, Any]]], Iterator[str]]


class OwnMap(BaseModel):
    """One map of the reader's own."""

    name: str = Field(default="own map", min_length=1, max_length=300, description="What the file is called")
    text: str = Field(max_length=MAX_OWN, description="GeoJSON, or of ports CSV")


class LayersQuestion(BaseModel):
    """The reader's own maps."""

    own: list[OwnMap] = Field(default=[], max_length=MAX_FILES, description="Own maps as of notice whom --own")


class AnnouncedQuestion(LayersQuestion):
    """Which case or pasted text, and which launch of it."""

    case: str = Field(default="", max_length=200, description="Name of a bundled case")
    text: str = Field(default="", max_length=MAX_TEXT, description="Or pasted notices, or the text of a case file")
    site: str = Field(default="", max_length=200, description="Launch site of pasted notices: LAT,LON or a name")
    launch: str = Field(default="", max_length=100, description="Which launch of a case; its primary one else")
    only: list[Literal["events", "implied", "told"]] = Field(
        default=[], max_length=3, description="The parts that are wanted; all else"
    )
    at: datetime | None = Field(default=None, description="When it is asked; now else")


class AscentQuestion(BaseModel):
    """Which vehicle on which of its known flights, and when it lifts off."""

    vehicle: str = Field(max_length=100, description="Id of a shipped vehicle")
    flight: str = Field(default="", max_length=100, description="Which known flight; the first else")
    lift_off: datetime | None = Field(default=None, description="Another time of lift-off")
    at: datetime | None = Field(default=None, description="When it is asked; now else")


class FallQuestion(AscentQuestion):
    """What goes wrong: kinds, stages and times as of ``bongsu ascent fail``."""

    failure: str = Field(default="none", max_length=40, description="What goes wrong")
    stage: str = Field(default="", max_length=40, description="The stage it befalls")
    after: tuple[float, float] = Field(default=(0.0, 0.0), description="When, first and last second")
    flights: int = Field(default=500, ge=200, description="How many are flown, up to 2,000")
    case: str = Field(default="", max_length=200, description="Bundled case to compare with")
    launch: str = Field(default="", max_length=100, description="Which launch of that case")


def add_launch_routes(app: FastAPI, asked_at: AskedAt, streamed: Streamed) -> None:
    """Add the routes; ``asked_at`` checks a time or gives now, ``streamed`` makes server-sent events of an answer."""
    desk = AscentDesk()

    def moment(given: datetime | None) -> datetime | None:
        return None if given is None else asked_at(given)

    @app.post("/api/announced")
    def post_announced(question: AnnouncedQuestion) -> dict[str, Any]:
        """What the notices announce: ``parts`` are ``events``, ``implied`` and ``told``, each with its command."""
        asked: dict[str, Any] = {
            "at": asked_at(question.at),
            "own": own_given([(each.name, each.text) for each in question.own]),
            "only": question.only,
        }
        if question.text.strip() and _CASE.search(question.text):
            return with_words(announced_by_case_text(question.text, launch=question.launch, **asked))
        if question.text.strip():
            return with_words(announced_by_text(question.text, site=question.site, **asked))
        return with_words(announced_by_case(question.case, launch=question.launch, **asked))

    @app.post("/api/layers")
    def post_layers(question: LayersQuestion) -> dict[str, Any]:
        """What lies over the map: shipped FIRs, and own FIRs, routes and ports as ``notice whom --own`` reads them."""
        return with_words(layers_of([(each.name, each.text) for each in question.own]))

    def ascent(question: AscentQuestion, say: Any) -> dict[str, Any]:
        return desk.ascent(
            vehicle=question.vehicle, flight=question.flight, lift_off=moment(question.lift_off),
            at=asked_at(question.at), say=say,
        )  # fmt: skip

    def falls(question: FallQuestion, say: Any) -> dict[str, Any]:
        return desk.falls(
            vehicle=question.vehicle, flight=question.flight, lift_off=moment(question.lift_off),
            failure=question.failure, stage=question.stage, after=question.after, flights=question.flights,
            case=question.case, launch=question.launch, at=asked_at(question.at), say=say,
        )  # fmt: skip

    @app.post("/api/ascent/stream")
    def post_ascent(question: AscentQuestion) -> StreamingResponse:
        """A flight as planned, as server-sent events ``progress``, then ``answer`` or ``error``."""
        asked_at(question.at)
        return _events(streamed(lambda say: ascent(question, say)))

    @app.post("/api/falls/stream")
    def post_falls(question: FallQuestion) -> StreamingResponse:
        """Where and when parts come down, the same way."""
        asked_at(question.at)
        return _events(streamed(lambda say: falls(question, say)))

    @app.get("/api/names")
    def get_names() -> dict[str, Any]:
        """Everything that has a name here: cases, launches, satellites, sites, notices, for the search box."""
        return with_words(all_names())


def _events(lines: Iterator[str]) -> StreamingResponse:
    return StreamingResponse(lines, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
