"""Earth's gravity with its zonal harmonics J2, J3 and J4.

The potential is that of a body with an axis: ``U = GM/r (1 - sum Jn (R/r)^n Pn(z/r))``. It does not change as the
Earth turns, so energy and the axial part of the angular momentum are constant in free flight.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bongsu.earth.constants import EARTH_GM_M3_S2, EARTH_J2, EARTH_J3, EARTH_J4, WGS84_EQUATORIAL_RADIUS_M

__all__ = ["POINT_MASS", "ZONAL", "gravity_m_s2", "gravity_potential_m2_s2"]

Array = NDArray[np.float64]
ZONAL = (EARTH_J2, EARTH_J3, EARTH_J4)
POINT_MASS = (0.0, 0.0, 0.0)


def gravity_m_s2(position_m: Array, zonal: tuple[float, float, float] = ZONAL) -> Array:
    """Acceleration by gravity alone, without the turning of the frame.

    Parameters
    ----------
    position_m : array (3, n)
        From Earth's centre, z to the north pole; any frame with that axis. Components first, for bulk work. [m]
    zonal : tuple of 3
        J2, J3, J4; :data:`POINT_MASS` leaves them out.

    Returns
    -------
    array (3, n)
        [m/s2] Left out: tesseral terms (under 3e-5 of it), Moon, Sun.

    Notes
    -----
    Gradient of the potential above; with ``(n+1) Pn + s Pn' = P'(n+1)`` it needs Legendre derivatives only.
    """
    x, y, z = position_m
    square = x * x + y * y + z * z
    inverse = 1.0 / np.sqrt(square)
    pull = EARTH_GM_M3_S2 * inverse / square
    if zonal == POINT_MASS:
        return np.asarray(-pull * position_m)
    j2, j3, j4 = zonal
    sine = z * inverse
    s2 = sine * sine
    k = WGS84_EQUATORIAL_RADIUS_M * inverse
    k2 = k * k
    a2, a3, a4 = j2 * k2, j3 * k2 * k, j4 * k2 * k2
    radial = (
        1.0
        - a2 * (7.5 * s2 - 1.5)
        - a3 * sine * (17.5 * s2 - 7.5)
        - a4 * (s2 * (39.375 * s2 - 26.25) + 1.875)
    )  # fmt: skip
    axial = 3.0 * a2 * sine + a3 * (7.5 * s2 - 1.5) + a4 * sine * (17.5 * s2 - 7.5)
    result = -(pull * radial) * position_m
    result[2] -= pull / inverse * axial
    return np.asarray(result)


def gravity_potential_m2_s2(position_m: Array, zonal: tuple[float, float, float] = ZONAL) -> Array:
    """The potential itself, positive, shape (n,) for positions (3, n). [m2/s2]"""
    radius = np.sqrt(np.sum(position_m * position_m, axis=0))
    s, k = position_m[2] / radius, WGS84_EQUATORIAL_RADIUS_M / radius
    j2, j3, j4 = zonal
    legendre2 = 0.5 * (3.0 * s**2 - 1.0)
    legendre3 = 0.5 * s * (5.0 * s**2 - 3.0)
    legendre4 = (35.0 * s**4 - 30.0 * s**2 + 3.0) / 8.0
    series = 1.0 - j2 * k**2 * legendre2 - j3 * k**3 * legendre3 - j4 * k**4 * legendre4
    return np.asarray(EARTH_GM_M3_S2 / radius * series)
