"""Element sets: mean elements of one object at one epoch, whatever text they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bongsu.errors import ElementSetError, Problem
from bongsu.wording import phrase

__all__ = ["ElementSet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementSet:
    """SGP4 mean elements (TEME, Kozai mean motion) of one object at one epoch.

    ``epoch`` is UTC to the microsecond (a TLE resolves 864 us, an OMM 1 us). Angles are
    degrees, mean motion is revolutions per day, its derivatives rev/day^2 /2 and rev/day^3 /6 as
    published, ``bstar`` is per Earth radius. ``notes`` are departures of the text from its standard that were accepted.
    """

    norad_id: int
    designator: str  # international designator as 2023-179A, empty when unknown
    name: str
    epoch: datetime
    inclination_deg: float
    node_deg: float  # right ascension of the ascending node
    eccentricity: float
    perigee_argument_deg: float
    mean_anomaly_deg: float
    mean_motion_rev_day: float
    bstar: float = 0.0
    mean_motion_dot: float = 0.0
    mean_motion_ddot: float = 0.0
    classification: str = "U"
    element_number: int = 0
    revolution: int = 0
    ephemeris_type: int = 0
    origin: str = ""  # where the text came from, for evidence
    notes: tuple[Problem, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.epoch.tzinfo is None:
            raise ElementSetError(
                phrase(
                    "epoch {epoch} of {norad_id} has no time zone", epoch=self.epoch.isoformat(), norad_id=self.norad_id
                )
            )
        object.__setattr__(self, "epoch", self.epoch.astimezone(UTC))
        if not 0 <= self.norad_id <= 999_999_999:
            raise ElementSetError(
                phrase("catalogue number {norad_id} is outside 0 to 999999999", norad_id=self.norad_id),
                advice="catalogue numbers have up to nine digits",
            )
        bounds = {
            "inclination_deg": (0.0, 180.0),
            "node_deg": (-360.0, 360.0),
            "eccentricity": (0.0, 0.999999999),
            "perigee_argument_deg": (-360.0, 360.0),
            "mean_anomaly_deg": (-360.0, 360.0),
            "mean_motion_rev_day": (0.0, 20.0),
        }
        for name, (low, high) in bounds.items():
            value = getattr(self, name)
            if not low <= value <= high:
                raise ElementSetError(
                    phrase(
                        "{name} {value!r} of object {norad_id} is outside {low:g} to {high:g}",
                        name=name,
                        value=value,
                        norad_id=self.norad_id,
                        low=low,
                        high=high,
                    )
                )

    def age_days(self, at: datetime) -> float:
        """Days from the epoch to ``at``; negative when the epoch lies after it."""
        return (at - self.epoch).total_seconds() / 86400.0
