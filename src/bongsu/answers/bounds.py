"""How much one question may ask of a machine that others use too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bongsu.errors import InputError

__all__ = ["SHARED", "UNBOUNDED", "Bounds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The most of each kind of work; None is no bound of ours."""

    span: timedelta | None = None
    pair_days: float | None = None  # satellites x points x days of a search over many
    flights: int | None = None  # of one ascent

    def check_span(self, span: timedelta) -> None:
        """Refuse a longer span of time."""
        if self.span is not None and span > self.span:
            raise InputError(
                f"{span.total_seconds() / 86400.0:g} days is not a span answered here",
                advice=f"ask for up to {self.span.total_seconds() / 86400.0:g} days, or use the command line",
            )

    def check_pair_days(self, satellites: int, points: int, span: timedelta) -> None:
        """Refuse a larger search."""
        days = span.total_seconds() / 86400.0
        found = satellites * points * days
        if self.pair_days is not None and found > self.pair_days:
            raise InputError(
                f"{satellites:,} satellites x {points:,} points x {days:g} days is {found:,.0f} satellite-site-days;"
                f" answered are {self.pair_days:,.0f}",
                advice="ask for less time, fewer places or satellites, or use the command line",
            )

    def check_flights(self, flights: int) -> None:
        """Refuse more flights."""
        if self.flights is not None and flights > self.flights:
            raise InputError(
                f"{flights:,} flights; answered are {self.flights:,}", advice="fly fewer, or use the command line"
            )


UNBOUNDED = Bounds()
# 200,000 satellite-site-days are some 20 minutes on one core; the command line takes what one has patience for.
SHARED = Bounds(span=timedelta(days=31), pair_days=200_000.0, flights=2000)
