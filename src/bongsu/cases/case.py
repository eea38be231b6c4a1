"""The case: everything known of one episode, as values that stand side by side.

These models are the schema of a case file (``bongsu case check``). They hold what was said and by
whom, never an answer. Field names are those of the file. Times keep the zone the source used.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bongsu.provenance import Source
from bongsu.wording import phrase

__all__ = [
    "Area",
    "Case",
    "CaseHead",
    "Cause",
    "Claim",
    "ClaimedOrbit",
    "Elements",
    "Fall",
    "Launch",
    "Notice",
    "Observation",
    "PartyTime",
    "Place",
    "PublishedEstimate",
    "Remark",
    "ReportedBurnOut",
    "ReportedFlight",
    "Satellite",
    "SourceEntry",
    "StatedFigure",
    "Vehicle",
    "VehicleFigure",
]


def _shown(value: Any) -> str:
    """A value for a message: as the file writes it, short."""
    text = value.isoformat() if hasattr(value, "isoformat") else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _aware(value: Any) -> datetime:
    """A time with its zone from a TOML date-time or ISO text; refuses one without zone."""
    if isinstance(value, datetime):
        moment = value
    elif isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            raise ValueError(
                phrase("{shown} is not a time; write it as 2023-11-25T10:01:10+09:00", shown=_shown(value))
            ) from None
    else:
        raise ValueError(phrase("{shown} is not a time; write it as 2023-11-25T10:01:10+09:00", shown=_shown(value)))
    if moment.tzinfo is None:
        raise ValueError(
            phrase("{shown} has no time zone; add Z for UTC or an offset such as +09:00", shown=_shown(value))
        )
    if not 1900 < moment.year < 2200:
        raise ValueError(phrase("{shown} lies outside the years 1901 to 2199", shown=_shown(value)))
    return moment


def _date_text(value: Any) -> str:
    """A date known to the year, month, day or better, kept as text at the precision it has."""
    text = value.isoformat() if hasattr(value, "isoformat") else str(value).strip()
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2})([T ].+)?)?)?", text)
    try:
        if not found:
            raise ValueError
        year, month, day, clock = found.groups()
        date(int(year), int(month or 1), int(day or 1))
        if clock:
            datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            phrase("{shown} is not a date; write 2023, 2023-11, 2023-11-25 or a full time", shown=_shown(text))
        ) from None
    return text


def _figure_text(value: Any) -> str:
    """A reported figure, kept as written because its rounding is part of what it says.

    "6,000+" is another way to write ">6000" and is kept as the latter.
    """
    fault = phrase(
        '{shown} is not a figure; write 6248.5, "1,090", "37-39", "~30", ">6000" or "6,000+"', shown=_shown(value)
    )
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(fault)
    text = str(value).strip().replace(",", "")
    if re.fullmatch(r"\d+(\.\d+)?\s*\+", text):
        text = f">{text[:-1].strip()}"
    if not re.fullmatch(r"[~<>]?\s*\d+(\.\d+)?(\s*-\s*\d+(\.\d+)?)?", text, re.ASCII):
        raise ValueError(fault)
    return text


AwareTime = Annotated[datetime, BeforeValidator(_aware)]
DateText = Annotated[str, BeforeValidator(_date_text)]
StatedFigure = Annotated[str, BeforeValidator(_figure_text)]
Latitude = Annotated[float, Field(ge=-90.0, le=90.0)]
Longitude = Annotated[float, Field(ge=-180.0, le=180.0)]
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
Zone = Annotated[str, Field(pattern=r"^[+-](0\d|1[0-4]):[0-5]\d$")]
SourceIds = Annotated[
    list[str], BeforeValidator(lambda v: [v] if isinstance(v, str) else v), Field(default_factory=list)
]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False)


class CaseHead(_Part):
    """``[case]``: what the episode is called and what it is about."""

    name: Identifier
    title: str = ""
    summary: str = ""
    compiled: DateText = ""  # when the record was last checked
    zone: Zone = "+00:00"  # offset in which the case's claims were stated, for the screen
    primary: str = ""  # id of the launch the case is about


class SourceEntry(_Part):
    """``[[source]]``: see :class:`bongsu.provenance.Source`."""

    id: Identifier
    publisher: str
    address: str = ""
    title: str = ""
    published: DateText = ""
    retrieved: DateText = ""
    grade: Literal["A", "B", "C", "M", "X"] = "B"
    of: str = ""

    def value(self) -> Source:
        """The same as a :class:`~bongsu.provenance.Source`."""
        return Source(**self.model_dump())


class Place(_Part):
    """``[[site]]``: a named place; ``role`` is launch, control, port, base, city or other."""

    id: Identifier
    name: str
    latitude: Latitude
    longitude: Longitude
    height_m: float = 0.0
    role: Literal["launch", "control", "base", "port", "city", "other"] = "other"
    source: SourceIds


class PartyTime(_Part):
    """One party's time of an event; ``precision_s`` is half the rounding of the figure."""

    party: str
    time: AwareTime
    precision_s: float = Field(default=0.5, ge=0.0)
    source: SourceIds


class Area(_Part):
    """A notified area known only by published distances: a centre and how far off it may be."""

    label: str
    latitude: Latitude
    longitude: Longitude
    uncertainty_km: float = Field(gt=0.0)
    stage: str = ""
    remark: str = ""
    source: SourceIds


class Notice(_Part):
    """``[[notice]]``: a warning. Raw ``text`` as published, or ``approximate`` areas, or only windows."""

    id: Identifier
    publisher: str
    issued: DateText = ""
    launch: list[str] = Field(default_factory=list)  # ids of the launches it announced
    series: str = ""
    heading: str = ""  # the words under which it was published or announced, where the text was not found
    text: str = ""
    approximate: list[Area] = Field(default_factory=list)
    start: AwareTime | None = None
    end: AwareTime | None = None
    daily: bool = False  # start and end give the daily slot of the first and last day
    remark: str = ""
    source: SourceIds

    @model_validator(mode="after")
    def _ordered(self) -> Notice:
        if self.start and self.end and self.end < self.start:
            raise ValueError("end comes before start")
        return self


class Fall(_Part):
    """A reported fall of a stage or debris; where it lies, if a source says so."""

    label: str
    party: str
    time: AwareTime | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    uncertainty_km: float | None = Field(default=None, gt=0.0)
    area: str = ""  # label of the notified area it fell in, or "outside"
    remark: str = ""
    source: SourceIds


class ClaimedOrbit(_Part):
    """An orbit as stated: heights above 6378.137 km."""

    party: str
    perigee_km: float = Field(gt=0.0)
    apogee_km: float = Field(gt=0.0)
    inclination_deg: float = Field(ge=0.0, le=180.0)
    reached: bool = True  # False: what was announced or aimed for by the owner's own words
    source: SourceIds


class ReportedBurnOut(_Part):
    """One party's words of the state when the last engine stopped; ``angle_deg`` above the local horizontal."""

    party: str
    height_km: float = Field(ge=0.0, le=50_000.0)
    speed_km_s: float | None = Field(default=None, ge=0.0, le=12.0)
    angle_deg: float | None = Field(default=None, ge=-90.0, le=90.0)
    source: SourceIds


class Cause(_Part):
    """``[launch.cause]``: what failed, in terms that can be flown; ``failure`` says it in words.

    ``kind`` is one of those of ``bongsu ascent fail``, or ``unknown`` where only the stage is known: then nothing is
    said of where it and what stood above it fell. ``after_s`` is a time or a range: before the planned end of thrust
    (early cut), after ignition (thrust loss), from lift-off (burst).
    """

    kind: Literal["no ignition", "early cut", "thrust loss", "burst", "no separation", "unknown"]
    stage: str = ""
    after_s: list[float] = Field(default_factory=list, max_length=2)
    share: float = Field(default=0.5, gt=0.0, lt=1.0)
    remark: str = ""
    source: SourceIds

    @model_validator(mode="after")
    def _whole(self) -> Cause:
        if self.kind != "burst" and not self.stage:
            raise ValueError(phrase("{kind} of which stage? give stage", kind=self.kind))
        if self.kind in ("burst", "early cut", "thrust loss") and not self.after_s:
            raise ValueError(phrase("when? a {kind} needs after_s = [seconds] or [earliest, latest]", kind=self.kind))
        if self.after_s != sorted(self.after_s) or any(value < 0.0 for value in self.after_s):
            raise ValueError(
                phrase(
                    "after_s {after_s} is no time or range of times in seconds, the earlier first", after_s=self.after_s
                )
            )
        return self


class Launch(_Part):
    """``[[launch]]``: one attempt, with each party's lift-off time."""

    id: Identifier
    site: str
    vehicle: str = ""
    payload: str = ""
    norad_id: int | None = None
    outcome: Literal["orbit", "failed", "unknown"] = "unknown"
    failure: str = ""
    warned: bool | None = None  # false: a source says that no warning was given beforehand
    cause: Cause | None = None
    lift_off: list[PartyTime] = Field(default_factory=list)
    insertion: list[PartyTime] = Field(default_factory=list)
    fall: list[Fall] = Field(default_factory=list)
    orbit: list[ClaimedOrbit] = Field(default_factory=list)
    burn_out: list[ReportedBurnOut] = Field(default_factory=list)
    remark: str = ""
    source: SourceIds


class VehicleFigure(_Part):
    """One figure of a launcher as a range with its mark (S sourced, D derived, F fitted, P prior)."""

    name: str
    low: float
    high: float
    unit: str
    mark: Literal["S", "D", "F", "P"] = "S"
    source: SourceIds


class Vehicle(_Part):
    """``[[vehicle]]``: a space launch vehicle's public figures, as ranges; ``file`` is its vehicle file beside the case."""

    id: Identifier
    name: str
    file: str = ""
    figure: list[VehicleFigure] = Field(default_factory=list)
    source: SourceIds


class Satellite(_Part):
    """``[[satellite]]``: the object the claims are about; the camera only as sourced ranges."""

    norad_id: int = Field(ge=1, le=999_999_999)
    name: str
    designator: str = ""
    imager: Literal["optical", "radar", "unknown"] = "unknown"
    nadir_gsd_m: list[float] = Field(default_factory=list)  # scenarios, not a specification
    control: str = ""  # site id of the control centre
    decayed: DateText = ""
    remark: str = ""
    source: SourceIds


class Elements(_Part):
    """``[[elements]]``: element sets inline (``tle`` or ``omm``) or by ``file`` beside the case."""

    tle: str = ""
    omm: str = ""
    file: str = ""
    public_from: DateText = ""
    source: SourceIds

    @model_validator(mode="after")
    def _one(self) -> Elements:
        if sum(bool(value) for value in (self.tle, self.omm, self.file)) != 1:
            raise ValueError("give exactly one of tle, omm and file")
        return self


class ReportedFlight(_Part):
    """One party's figures of a flight, each kept as written because its rounding counts."""

    party: str
    apogee_km: StatedFigure
    ground_range_km: StatedFigure
    flight_time_min: StatedFigure = ""
    source: SourceIds

    @model_validator(mode="before")
    @classmethod
    def _no_empty_time(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("flight_time_min") == "":
            data = {key: value for key, value in data.items() if key != "flight_time_min"}
        return data


class PublishedEstimate(_Part):
    """What one party said the flight would reach on a standard trajectory, as written; nothing is computed from it."""

    party: str
    distance_km: StatedFigure
    source: SourceIds


class Observation(_Part):
    """``[[observation]]``: a missile flight known by reported apogee, ground range and time."""

    id: Identifier
    name: str
    date: DateText
    kind: Literal["ballistic", "glide"] = "ballistic"
    latitude: Latitude | None = None  # of the launch point
    longitude: Longitude | None = None
    azimuth_deg: float | None = Field(default=None, ge=0.0, lt=360.0)
    warned: bool | None = None  # false: a source says that no warning was given beforehand
    reported: list[ReportedFlight] = Field(min_length=1)
    estimate: list[PublishedEstimate] = Field(default_factory=list)
    burn_out: list[ReportedBurnOut] = Field(default_factory=list)
    remark: str = ""
    source: SourceIds


class Claim(_Part):
    """``[[claim]]``: who says what was seen or received, where and when."""

    id: Identifier
    who: str
    said: DateText = ""
    kind: Literal["imaged", "received"] = "imaged"
    label: str = ""
    norad_id: int | None = None  # the case's satellite unless said
    site: list[str] = Field(default_factory=list)  # site ids; several where one interval covers them
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    time: AwareTime | None = None
    precision_s: float = Field(default=0.5, ge=0.0)
    start: AwareTime | None = None
    end: AwareTime | None = None
    remark: str = ""
    source: SourceIds

    @model_validator(mode="before")
    @classmethod
    def _one_site_as_text(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("site"), str):
            data = {**data, "site": [data["site"]]}
        return data

    @model_validator(mode="after")
    def _complete(self) -> Claim:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        if bool(self.site) == (self.latitude is not None):
            raise ValueError("give either site or latitude and longitude")
        if self.time is None and (self.start is None or self.end is None):
            raise ValueError("give time, or start and end")
        if self.time is not None and (self.start or self.end):
            raise ValueError("give time, or start and end, not both")
        if self.start and self.end and self.end < self.start:
            raise ValueError("end comes before start")
        return self


class Remark(_Part):
    """``[[remark]]``: one plain line the case wants shown, such as what is not known."""

    topic: Literal["unknown", "context", "orbit", "public"]
    text: str
    date: DateText = ""
    source: SourceIds


class Case(_Part):
    """One episode. All parts are optional but the name."""

    case: CaseHead
    source: list[SourceEntry] = Field(default_factory=list)
    site: list[Place] = Field(default_factory=list)
    notice: list[Notice] = Field(default_factory=list)
    launch: list[Launch] = Field(default_factory=list)
    vehicle: list[Vehicle] = Field(default_factory=list)
    satellite: list[Satellite] = Field(default_factory=list)
    elements: list[Elements] = Field(default_factory=list)
    observation: list[Observation] = Field(default_factory=list)
    claim: list[Claim] = Field(default_factory=list)
    remark: list[Remark] = Field(default_factory=list)

    @property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {entry.id: entry.value() for entry in self.source}

    @property
    def places(self) -> dict[str, Place]:
        """Sites by id."""
        return {place.id: place for place in self.site}
