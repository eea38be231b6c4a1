"""The answer to a case: its findings, and what a face needs to draw them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bongsu.assessment import Finding
from bongsu.cases.case import Case
from bongsu.errors import Problem

__all__ = ["Assessment", "InputRecord", "MapArea", "MapPoint", "MapRegion", "MapTrack", "TimelineMark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRecord:
    """One input of the assessment: what, from where, its hash, its age in days at the time asked.

    ``nearest_days`` only of element sets of a past episode: from the set nearest its times to these; negative where that set
    is the later, 0 within the episode.
    """

    id: str
    source: str
    sha256: str = ""
    age_days: float | None = None
    nearest_days: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPoint:
    """A place on the map. ``radius_km`` draws its uncertainty.

    ``kind``: site, fall, claim, control, place (of a notice), own (asked about) or satellite.
    """

    label: str
    kind: str
    latitude_deg: float
    longitude_deg: float
    radius_km: float = 0.0
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapArea:
    """A notified area. Rings are (latitude, longitude) pairs; ``approximate`` is drawn soft and says so."""

    label: str
    ring: tuple[tuple[float, float], ...]
    approximate: bool = False
    uncertainty_km: float = 0.0
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRegion:
    """Where a part comes down: outlines (share of the modelled falls inside, ring) from the least share to the greatest.

    ``times`` is the interval in words.
    """

    label: str
    outlines: tuple[tuple[float, tuple[tuple[float, float], ...]], ...]
    times: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTrack:
    """A ground track of (latitude, longitude) pairs.

    ``kind``: direct, notified, orbit, ascent or path (as modelled, of a falling part), line (of a notice), pass,
    track or horizon (of a satellite).
    """

    label: str
    kind: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMark:
    """A moment (``end`` None) or an interval on the timeline.

    ``kind``: notice, window, launch, fall, insertion, claim, exposure or pass.
    """

    label: str
    kind: str
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything that follows from one case at one time.

    ``summary`` is two to four short sentences, the last of which says what is not shown. ``unknown``,
    ``since`` are plain lines for the foot of the screen; ``next_commands`` are commands to try.
    ``zone`` is the offset the claims were stated in, as text (``+09:00``).
    """

    case: Case
    at: datetime
    version: str
    sha256: str
    summary: tuple[str, ...]
    findings: tuple[Finding, ...]
    unknown: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    next_commands: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    do_not_say: tuple[str, ...] = ()
    points: tuple[MapPoint, ...] = ()
    areas: tuple[MapArea, ...] = ()
    regions: tuple[MapRegion, ...] = ()
    tracks: tuple[MapTrack, ...] = ()
    timeline: tuple[TimelineMark, ...] = ()
    inputs: tuple[InputRecord, ...] = ()
    problems: tuple[Problem, ...] = ()
    extras: dict[str, Any] = field(default_factory=dict)
