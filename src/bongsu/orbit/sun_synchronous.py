"""Orbits whose plane turns with the mean Sun."""

from __future__ import annotations

import math

from bongsu.earth import constants
from bongsu.errors import InputError, ModelError

__all__ = ["sun_synchronous_inclination_deg"]


def sun_synchronous_inclination_deg(altitude_m: float) -> float:
    """Inclination at which a circular orbit's plane turns with the mean Sun.

    Parameters
    ----------
    altitude_m : float
        Over the equatorial radius. [m]

    Returns
    -------
    float
        [deg]

    Raises
    ------
    InputError
        When the altitude is not above 0.
    ModelError
        Above about 5,974 km, where no such orbit exists.

    Notes
    -----
    J2 only, first order: ``node rate = -3/2 n J2 (a/r)^2 cos i`` (Vallado 2013, equation 9-37) set
    equal to one turn in a tropical year; higher harmonics change it by about 0.01 deg.
    """
    if not 0.0 < altitude_m < 1e9:
        raise InputError(f"orbit altitude {altitude_m} m; expected above 0")
    radius = constants.WGS84_EQUATORIAL_RADIUS_M + altitude_m
    rate = 2.0 * math.pi / (constants.TROPICAL_YEAR_DAY * 86400.0)
    mean_motion = math.sqrt(constants.EARTH_GM_M3_S2 / radius**3)
    cosine = -rate / (1.5 * mean_motion * constants.EARTH_J2 * (constants.WGS84_EQUATORIAL_RADIUS_M / radius) ** 2)
    if cosine < -1.0:
        raise ModelError(
            f"no sun-synchronous circular orbit at {altitude_m / 1e3:,.0f} km; the limit is about 5,974 km"
        )
    return math.degrees(math.acos(cosine))
