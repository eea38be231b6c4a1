"""Figures that exclude each other, and the mistake of unit that would reconcile them."""

from __future__ import annotations

import numpy as np

from bongsu.assessment.free_flight import spherical_arc_time_s
from bongsu.wording import phrase

__all__ = ["out_of_range_advice", "unit_slip"]

# One length or time taken for another: (what the numbers would be, factor on the lengths, factor on the time)
SLIPS = (
    ("the time is in seconds", 1.0, 1.0 / 60.0),
    ("the time is in minutes, not seconds", 1.0, 60.0),
    ("apogee and range are in nautical miles", 1.852, 1.0),  # exact (1929)
    ("apogee and range are in miles", 1.609344, 1.0),  # exact (1959)
    ("apogee and range are in kilometres, not nautical miles", 1.0 / 1.852, 1.0),
    ("apogee and range are in kilometres, not miles", 1.0 / 1.609344, 1.0),
)
LEAST_OVER_MIN, MOST_OVER_MIN = -0.2, 5.0  # reported minus arc of accepted tests, with rotation (docs, table)
_LENGTHS = (("feet", 0.0003048), ("metres", 0.001))  # [km]; the foot exact (1959)


def unit_slip(apogee_km: float, ground_range_km: float, time_min: float) -> str:
    """The first slip of a unit under which three figures fit one flight; empty where none does.

    Only a hint: several slips may reconcile the same figures, and a fault need not be a slip.
    """
    for words, length, time in SLIPS:
        arc = float(spherical_arc_time_s(apogee_km * length * 1e3, ground_range_km * length * 1e3)) / 60.0
        if np.isfinite(arc) and LEAST_OVER_MIN <= time_min * time - arc <= min(MOST_OVER_MIN, 0.3 * arc):
            return words
    return ""


def out_of_range_advice(value: float, unit: str, limit: float) -> str:
    """What a figure beyond its limit may have been meant as."""
    if unit == "min" and value / 60.0 <= limit:
        return phrase(
            "in seconds it would be {value:.1f} min: write '{value_2:g} s'", value=value / 60.0, value_2=value
        )
    if unit == "km":
        for name, factor in _LENGTHS:
            if value * factor <= limit / 5.0:
                return phrase(
                    "in {name} it would be {value:,.1f} km; write the unit, or check the signs",
                    name=name,
                    value=value * factor,
                )
    return "check the unit and the signs of thousands and decimals"
