"""What a camera or radar can be turned to: limits of a picture, known or assumed, kept apart.

An imager has two reaches. The *sure* one is what its operator states; the *possible* one is as far as the figures allow
at all. Where nothing is published both are scenarios and say so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from bongsu.earth import constants
from bongsu.errors import InputError

__all__ = ["SIDES", "Imager", "Reach", "horizon_off_nadir_deg", "off_nadir_for_ground_range_deg"]

SIDES = ("left", "right", "both")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Limits within which a picture can be taken. A line of sight is always asked for besides.

    ``max_off_nadir_deg`` is at the satellite, ``incidence_deg`` (least, greatest) at the ground. ``side`` is where a radar looks,
    seen in the direction of flight. ``max_squint_deg`` is how far from the plane across the track the view may lie.
    ``min_sun_deg`` is the Sun's elevation at the site. None leaves a limit out.

    Raises
    ------
    InputError
        For a limit that is not finite, out of its range, or an empty band.
    """

    max_off_nadir_deg: float | None = None
    incidence_deg: tuple[float, float] | None = None
    side: Literal["left", "right", "both"] = "both"
    max_squint_deg: float | None = None
    min_sun_deg: float | None = None

    def __post_init__(self) -> None:
        bounds = {"max_off_nadir_deg": (0.0, 90.0), "max_squint_deg": (0.0, 90.0), "min_sun_deg": (-90.0, 90.0)}
        for name, (low, high) in bounds.items():
            value = getattr(self, name)
            if value is not None and not low <= value <= high:  # NaN fails too
                raise InputError(f"{name} {value!r} is outside {low:g} to {high:g}")
        if self.side not in SIDES:
            raise InputError(f"side {self.side!r} is none of {', '.join(SIDES)}")
        if self.incidence_deg is not None and not 0.0 <= self.incidence_deg[0] < self.incidence_deg[1] <= 90.0:
            raise InputError(
                f"incidence band {self.incidence_deg[0]!r} to {self.incidence_deg[1]!r} deg is not a band within 0 to 90",
                advice="give the smaller angle first; 0 is straight down",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Imager:
    """One imaging satellite's camera or radar, for the geometry.

    ``gsd_m`` is the range of ground sample distance straight down from ``altitude_m`` (None where unknown: scenarios
    may stand in its place, and ``is_scenario`` says so). ``reach_known`` tells whether the sure reach is published.
    ``swath_m`` is the width at nadir. ``mtf_nyquist`` and ``snr`` are set only where published: without them no NIIRS.
    """

    name: str
    kind: Literal["optical", "radar"]
    sure: Reach
    possible: Reach
    reach_known: bool
    gsd_m: tuple[float, float] | None = None
    altitude_m: float | None = None
    swath_m: float | None = None
    aperture_m: float | None = None
    focal_length_m: float | None = None
    pixel_m: float | None = None
    mtf_nyquist: tuple[float, float] | None = None
    snr: tuple[float, float] | None = None
    is_scenario: bool = False


def horizon_off_nadir_deg(altitude_m: float) -> float:
    """Off-nadir angle at which the view grazes a sphere of Earth's mean radius. [deg]"""
    return math.degrees(math.asin(constants.EARTH_MEAN_RADIUS_M / (constants.EARTH_MEAN_RADIUS_M + altitude_m)))


def off_nadir_for_ground_range_deg(ground_range_m: float, altitude_m: float) -> float:
    """Off-nadir angle of a place at a distance from the sub-satellite point. [deg]

    On a sphere of Earth's mean radius; the inverse of the triangle Earth's centre, satellite, place.
    """
    arc = ground_range_m / constants.EARTH_MEAN_RADIUS_M
    height = 1.0 + altitude_m / constants.EARTH_MEAN_RADIUS_M
    return math.degrees(math.atan2(math.sin(arc), height - math.cos(arc)))
