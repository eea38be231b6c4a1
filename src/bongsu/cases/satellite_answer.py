"""One satellite as every face answers it: orbit, where it is, its track, its camera's reach, its element sets."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bongsu.assessment import Finding
from bongsu.cases.answering import finding_json
from bongsu.cases.json_envelope import envelope
from bongsu.cases.one_satellite import (
    OLD_DAYS,
    newest_epoch,
    objects_of,
    satellite_view,
    satellites_named,
    too_old,
)
from bongsu.cases.overhead import ground_track, span_of
from bongsu.errors import InputError, Problem

__all__ = ["SatelliteAnswer", "ask_satellite", "satellite_sets_csv", "satellite_to_json"]

MOST_HOURS = 72.0  # of a track
_BEFORE = timedelta(minutes=100)  # of the track before the moment asked: about one revolution of a low orbit
_MOST_OBJECTS = 20_000  # named to a page for its search
_FINE_HOURS = 48.0  # up to here the track has a place every 30 s, every 60 s else
_SET_FIELDS = (
    "norad_id", "epoch", "age_days", "perigee_km", "apogee_km", "mean_height_km", "period_min", "inclination_deg",
    "eccentricity", "node_deg", "bstar", "flags", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SatelliteAnswer:
    """What is known of one satellite at a moment.

    ``item`` is that of :func:`bongsu.cases.satellite_view` with ``here`` (where it is at ``at``) and, of each element set,
    ``flags``; ``track`` is as of :func:`bongsu.cases.ground_track`; ``objects`` are number and name of everything in the
    file; ``demo`` says that no set served the time and the newest one's epoch was taken.
    """

    at: datetime
    item: dict[str, Any]
    finding: Finding
    track: dict[str, Any]
    origin: str
    objects: tuple[tuple[int, str], ...]
    problems: tuple[Problem, ...]
    demo: bool = False


def ask_satellite(
    satellite: str,
    at: datetime | None,
    *,
    now: datetime | None = None,
    hours: float = 24.0,
    data: bytes | None = None,
    origin: str = "bundled sets",
) -> SatelliteAnswer:
    """What is known of one satellite.

    Parameters
    ----------
    satellite : str
        Catalogue number, name, or the beginning of one name; the first of the file where it is empty.
    at : datetime or None
        Aware. Without one it is asked at ``now`` or, where no set serves that, at the newest set's epoch (``demo``).
    now : datetime, optional
        Needed where ``at`` is None.
    hours : float
        Of the track from ``at`` on, up to 72; 100 minutes before are given too.
    data : bytes, optional
        Element sets (TLE or OMM); bundled ones else.
    origin : str
        What those are called.

    Raises
    ------
    InputError
        A name that is nobody's, or several satellites'; a span that is none.
    NoDataError
        As :func:`bongsu.cases.satellite_view`.
    """
    if not 0.0 < hours <= MOST_HOURS:
        raise InputError(f"a track of {hours:g} hours is none", advice=f"ask for up to {MOST_HOURS:g} hours")
    objects = objects_of(data, origin=origin)
    norad_id = _one_of(satellite, objects, origin)
    demo = False
    if at is None:
        assert now is not None
        demo = too_old(norad_id, now, data, origin)
        at = newest_epoch(norad_id, data, origin=origin).replace(second=0, microsecond=0) if demo else now
    item = satellite_view(norad_id, at, data=data, origin=origin)
    finding = item.pop("finding")
    problems = tuple(Problem(**each) for each in item.pop("problems"))
    step_s = 30.0 if hours <= _FINE_HOURS else 60.0
    window = span_of(at - _BEFORE, _BEFORE + timedelta(hours=hours))
    track = ground_track(norad_id, window, step_s=step_s, data=data, origin=origin)
    item = {
        **item,
        "here": _here(track),
        "sets": [{**row, "flags": _flags(row, item["elements"])} for row in item["sets"]],
    }
    return SatelliteAnswer(
        at=at, item=item, finding=finding, track=track, origin=origin, objects=tuple(objects), problems=problems, demo=demo
    )  # fmt: skip


def _one_of(text: str, objects: list[tuple[int, str]], origin: str) -> int:
    if not text.strip() and objects:
        return objects[0][0]
    found = satellites_named(text, objects, origin=origin)
    if len(found) > 1:
        some = ", ".join(f"{name} ({number})" for number, name in objects if number in found)
        raise InputError(f"{len(found)} satellites are called so: {some[:300]}", advice="give the number")
    return found.pop()


def _here(track: dict[str, Any]) -> dict[str, Any] | None:
    """The place of the track at the moment asked; None where the model gives nothing then."""
    wanted = _BEFORE.total_seconds()
    index = next((n for n, seconds in enumerate(track["time"]) if abs(seconds - wanted) < 1e-3), None)
    if index is None:
        return None
    return {name: track[name][index] for name in ("latitude_deg", "longitude_deg", "height_m", "sunlit")}


def _flags(row: dict[str, Any], used: dict[str, Any]) -> list[str]:
    """What to know of an element set: whether it is the one in use, old at the moment asked, or of a later epoch."""
    flags = ["in use"] if row["epoch"] == used["epoch"] else []
    if row["age_days"] < -0.05:  # an hour: less is no age
        flags.append("later than asked")
    return flags + (["old"] if abs(row["age_days"]) > OLD_DAYS else [])


def satellite_to_json(answer: SatelliteAnswer, *, with_objects: bool = False) -> dict[str, Any]:
    """The envelope ``satellite``: one item, the ``finding`` of its orbit, its ``track``.

    ``with_objects`` adds ``objects``, number and name of everything in the file, for a page's search.
    """
    item = answer.item
    given = {
        "id": str(item["norad_id"]),
        "name": item["name"],
        "source": item["elements"]["source"] or answer.origin,
        "sha256": item["sha256"],
        "age_days": item["elements"]["age_days"],
    }
    more: dict[str, Any] = {}
    if with_objects:
        more["objects"] = [{"norad_id": number, "name": name} for number, name in answer.objects[:_MOST_OBJECTS]]
    return envelope(
        "satellite",
        [item],
        at=answer.at,
        inputs=[given],
        problems=answer.problems,
        demo=answer.demo,
        finding=finding_json(answer.finding),
        track=answer.track,
        **more,
    )


def satellite_sets_csv(answer: SatelliteAnswer) -> str:
    """The element sets as CSV with a header, oldest first."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _SET_FIELDS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for row in answer.item["sets"]:
        writer.writerow({**row, "norad_id": answer.item["norad_id"], "flags": "; ".join(row["flags"])})
    return out.getvalue()
