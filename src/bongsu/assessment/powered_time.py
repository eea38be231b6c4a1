"""How long a flight with that apogee and range takes with its powered climb, against the time reported."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.lofted import BoostFit, Spread, fit_boosts
from bongsu.assessment.powered_flight import COUNT
from bongsu.assessment.stated import StatedFigure
from bongsu.earth import Estimate
from bongsu.wording import phrase

__all__ = ["TIME_LIMIT_MIN", "PoweredTime", "boosts_of", "powered_time", "time_weights"]

TIME_LIMIT_MIN = 3.0  # accepted tests lie within 1.5 min of the model's median (docs, table); twice that does not fit
TIME_SPREAD_MIN = 0.75  # how well a time narrows the boosts: air on the way down, coasts, what "flight time" counts (P)
BEARING_TOLERANCE_DEG = 5.0  # a published bearing is a direction on a map, not a measurement
LEAST_BOOSTS = 0.25  # share of the generic boosts that must be able to fly the figures

Array = NDArray[np.float64]


class Figures(Protocol):
    """Reported apogee and ground range [km] and time [min], as of ``FlightReport``."""

    @property
    def apogee(self) -> StatedFigure: ...
    @property
    def ground_range(self) -> StatedFigure: ...
    @property
    def flight_time(self) -> StatedFigure | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PoweredTime:
    """Minutes from lift-off to fall by generic powered flights: 10, 50 and 90 %; the time reported, if any."""

    low: float
    middle: float
    high: float
    reported: StatedFigure | None
    at_least: bool  # the apogee or range is only a lower bound

    @property
    def off(self) -> tuple[float, float, float] | None:
        """Reported minus median: least, as written and most, by the rounding of the time. [min]"""
        time = self.reported
        return None if time is None else (time.low - self.middle, time.value - self.middle, time.high - self.middle)

    @property
    def short(self) -> bool:
        """Whether the time is too short by more than the limit, its rounding at its most favourable."""
        return self.off is not None and self.off[2] < -TIME_LIMIT_MIN

    @property
    def long(self) -> bool:
        """The same for too long; never where apogee or range is only a lower bound."""
        return self.off is not None and self.off[0] > TIME_LIMIT_MIN and not self.at_least

    @property
    def conflict(self) -> bool:
        """Whether the time does not belong to the apogee and range."""
        return self.short or self.long

    def conflict_words(self) -> str:
        """What does not fit, as a clause."""
        if self.off is None or self.reported is None:
            return ""
        much = abs(self.off[1])
        return phrase(
            "the time given, {minutes_as_written}, is {much:.1f} min {short} than the {middle:.1f}"
            " min that powered flights with that apogee and range take",
            minutes_as_written=_minutes_as_written(self.reported),
            much=much,
            short="shorter" if self.short else "longer",
            middle=self.middle,
        )

    def estimates(self) -> dict[str, Estimate]:
        """``powered_time_min`` (level 0.8) and ``time_off_min`` (level 1.0: rounding only)."""
        found = {
            "powered_time_min": Estimate(value=self.middle, low=self.low, high=self.high, level=0.8, unit="min"),
        }
        if self.off is not None and not self.at_least and math.isfinite(self.off[2]):
            found["time_off_min"] = Estimate(
                value=self.off[1], low=self.off[0], high=self.off[2], level=1.0, unit="min"
            )
        return found

    def minutes_json(self) -> dict[str, float | None]:
        """The time for JSON; no upper end where the apogee or range is only a lower bound."""
        if self.at_least:
            return {"value": None, "low": self.low, "high": None}
        return {"value": self.middle, "low": self.low, "high": self.high}

    def off_json(self) -> dict[str, float | None] | None:
        """Reported minus model for JSON; null where a side has no bound."""
        if self.off is None:
            return None
        ends = [value if math.isfinite(value) else None for value in self.off]
        if self.at_least:
            return {"value": None, "low": None, "high": ends[2]}
        return {"value": ends[1], "low": ends[0], "high": ends[2]}


def boosts_of(report: Figures, latitude_deg: float | None, azimuth_deg: float | None) -> BoostFit:
    """Generic boosts that fly one party's figures; see :func:`~bongsu.assessment.lofted.fit_boosts`."""
    apogee, ground_range = (_metres(figure) for figure in (report.apogee, report.ground_range))
    latitude = (0.0, 80.0) if latitude_deg is None else (latitude_deg, latitude_deg)
    azimuth = (
        (0.0, 360.0)
        if azimuth_deg is None
        else (azimuth_deg - BEARING_TOLERANCE_DEG, azimuth_deg + BEARING_TOLERANCE_DEG)
    )
    return fit_boosts(Spread(apogee, ground_range, latitude, azimuth))


def powered_time(report: Figures, latitude_deg: float | None, azimuth_deg: float | None) -> PoweredTime | None:
    """How long generic powered flights take for one party's apogee and range; None where too few can fly them."""
    fit = boosts_of(report, latitude_deg, azimuth_deg)
    if fit.count < LEAST_BOOSTS * COUNT:
        return None
    low, middle, high = np.quantile(fit.flights.time_s / 60.0, [0.1, 0.5, 0.9]).tolist()
    return PoweredTime(
        low=low,
        middle=middle,
        high=high,
        reported=report.flight_time,
        at_least=report.apogee.is_open or report.ground_range.is_open,
    )


def time_weights(minutes: Array, reported: StatedFigure | None) -> Array | None:
    """How well each boost's time (n,) meets the time reported, its rounding free; None where none is given."""
    if reported is None:
        return None
    beyond = np.maximum(0.0, np.maximum(reported.low - minutes, minutes - reported.high))
    return np.asarray(np.exp(-0.5 * (beyond / TIME_SPREAD_MIN) ** 2))


def _metres(figure: StatedFigure) -> tuple[float, float]:
    """The span of a figure; a lower bound stands for itself, an upper bound for its upper half."""
    low = max(figure.low, 0.5 * figure.value, 0.5)
    return low * 1e3, (figure.value if figure.is_open else figure.high) * 1e3


def _minutes_as_written(time: StatedFigure) -> str:
    return str(time) if "min" in str(time) else phrase("{time} ({value:.1f} min)", time=time, value=time.value)
