"""One satellite: its orbit, its track, its camera's reach, its element sets. What the Satellite view asks for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bongsu.cases import (
    envelope,
    finding_json,
    ground_track,
    newest_epoch,
    objects_of,
    satellite_view,
    satellites_named,
    span_of,
    too_old,
)
from bongsu.errors import InputError, Problem
from bongsu.wording import phrase

__all__ = ["satellite_answer"]

MAX_HOURS = 72.0
_BEFORE = timedelta(minutes=100)  # of the track before the moment asked: about one revolution of a low orbit
_MOST_OBJECTS = 20_000  # named to the page for its search


def satellite_answer(
    satellite: str, *, at: datetime | None, now: datetime, hours: float = 24.0, elements: str = ""
) -> dict[str, Any]:
    """What the Satellite view shows: the envelope ``satellite`` with the one item of :func:`bongsu.cases.satellite_view`.

    Besides it has ``finding``, ``track`` (as ``/api/track``), ``objects`` (number and name of everything in the file) and
    ``demo``: asked without a time, and when no set serves ``now``, the answer is as of the newest set, and says so.

    Raises
    ------
    InputError
        A name that is nobody's, or several satellites'; a span that is none.
    NoDataError
        As :func:`bongsu.cases.satellite_view`.
    """
    if not 0.0 < hours <= MAX_HOURS:
        raise InputError(
            phrase("{hours:g} hours is not a span the console answers", hours=hours),
            advice=phrase("ask for up to {max_hours:g} hours", max_hours=MAX_HOURS),
        )
    data = elements.encode() if elements.strip() else None
    origin = "your element sets" if data is not None else "bundled sets"
    objects = objects_of(data, origin=origin)
    norad_id = _one_of(satellite, objects, origin)
    demo = False
    if at is None:
        demo = too_old(norad_id, now, data, origin)
        at = newest_epoch(norad_id, data, origin=origin).replace(second=0, microsecond=0) if demo else now
    view = satellite_view(norad_id, at, data=data, origin=origin)
    step_s = 30.0 if hours <= 48.0 else 60.0
    window = span_of(at - _BEFORE, _BEFORE + timedelta(hours=hours))
    track = ground_track(norad_id, window, step_s=step_s, data=data, origin=origin)
    finding = view.pop("finding")
    problems = [Problem(**each) for each in view.pop("problems")]
    return envelope(
        "satellite",
        [view],
        at=at,
        inputs=[
            {
                "id": str(norad_id), "name": view["name"], "source": view["elements"]["source"] or origin,
                "sha256": view["sha256"], "age_days": view["elements"]["age_days"],
            }
        ],
        problems=problems,
        demo=demo,
        finding=finding_json(finding),
        track=track,
        objects=[{"norad_id": number, "name": name} for number, name in objects[:_MOST_OBJECTS]],
    )  # fmt: skip


def _one_of(text: str, objects: list[tuple[int, str]], origin: str) -> int:
    if not text.strip() and objects:
        return objects[0][0]
    found = satellites_named(text, objects, origin=origin)
    if len(found) > 1:
        some = ", ".join(f"{name} ({number})" for number, name in objects if number in found)
        raise InputError(
            phrase("{count} satellites are called so: {some}", count=len(found), some=some[:300]),
            advice="give the number",
        )
    return found.pop()
