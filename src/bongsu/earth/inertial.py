"""From the mean equator and equinox of J2000 (EME2000) to SGP4's frame (TEME).

Precession of Lieske et al. (1977, A&A 58, 1; IAU 1976) and the 25 largest terms of Wahr's nutation (IAU 1980; Explanatory
Supplement 1992, table 3.222.1): the pair that the sidereal time of 1982 belongs to. What is left out (the other terms, the
observed pole offsets and the frame bias of ICRF and GCRF) is up to 0.1 arc seconds: 4 m in low orbit.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth.timescale import tt_julian_date

__all__ = ["eme2000_to_teme", "tod_to_teme"]

_ARCSEC = np.pi / (180.0 * 3600.0)
# Multiples of l, l', F, D, node; longitude and its rate per century, obliquity and its rate [0.0001 arc seconds].
_NUTATION = np.array(
    [
        (0, 0, 0, 0, 1, -171996, -174.2, 92025, 8.9), (0, 0, 2, -2, 2, -13187, -1.6, 5736, -3.1),
        (0, 0, 2, 0, 2, -2274, -0.2, 977, -0.5), (0, 0, 0, 0, 2, 2062, 0.2, -895, 0.5),
        (0, 1, 0, 0, 0, 1426, -3.4, 54, -0.1), (1, 0, 0, 0, 0, 712, 0.1, -7, 0),
        (0, 1, 2, -2, 2, -517, 1.2, 224, -0.6), (0, 0, 2, 0, 1, -386, -0.4, 200, 0),
        (1, 0, 2, 0, 2, -301, 0, 129, -0.1), (0, -1, 2, -2, 2, 217, -0.5, -95, 0.3),
        (1, 0, 0, -2, 0, -158, 0, -1, 0), (0, 0, 2, -2, 1, 129, 0.1, -70, 0),
        (-1, 0, 2, 0, 2, 123, 0, -53, 0), (1, 0, 0, 0, 1, 63, 0.1, -33, 0),
        (0, 0, 0, 2, 0, 63, 0, -2, 0), (-1, 0, 2, 2, 2, -59, 0, 26, 0),
        (-1, 0, 0, 0, 1, -58, -0.1, 32, 0), (1, 0, 2, 0, 1, -51, 0, 27, 0),
        (2, 0, 0, -2, 0, 48, 0, 1, 0), (-2, 0, 2, 0, 1, 46, 0, -24, 0),
        (0, 0, 2, 2, 2, -38, 0, 16, 0), (2, 0, 2, 0, 2, -31, 0, 13, 0),
        (2, 0, 0, 0, 0, 29, 0, -1, 0), (1, 0, 2, -2, 2, 29, 0, -12, 0), (0, 0, 2, 0, 0, 26, 0, -1, 0),
    ],
    dtype=float,
)  # fmt: skip
# Fundamental arguments: degrees at J2000 and per century (Explanatory Supplement 1992, 3.222-6).
_ARGUMENTS = np.array(
    [
        (134.96298139, 1325 * 360 + 198.8673981), (357.52772333, 99 * 360 + 359.0503400),
        (93.27191028, 1342 * 360 + 82.0175381), (297.85036306, 1236 * 360 + 307.1114800),
        (125.04452222, -(5 * 360 + 134.1362608)),
    ]
)  # fmt: skip


def _centuries(time: ArrayLike) -> NDArray[np.float64]:
    return np.asarray((tt_julian_date(np.atleast_1d(np.asarray(time, "datetime64[us]"))) - 2451545.0) / 36525.0)


def _nutation(century: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Nutation in longitude and obliquity, and the mean obliquity. [rad], shape (n,) each."""
    arguments = np.radians(_ARGUMENTS[:, :1] + _ARGUMENTS[:, 1:] * century)
    phase = _NUTATION[:, :5] @ arguments
    longitude = ((_NUTATION[:, 5:6] + _NUTATION[:, 6:7] * century) * np.sin(phase)).sum(axis=0)
    obliquity = ((_NUTATION[:, 7:8] + _NUTATION[:, 8:9] * century) * np.cos(phase)).sum(axis=0)
    mean = (84381.448 + century * (-46.8150 + century * (-0.00059 + century * 0.001813))) * _ARCSEC
    return longitude * 1e-4 * _ARCSEC, obliquity * 1e-4 * _ARCSEC, mean


def _turn(vectors: NDArray[np.float64], axis: int, angle: NDArray[np.float64]) -> NDArray[np.float64]:
    """Vectors, shape (n, 3), in axes turned by an angle about one of them."""
    one, two = (axis + 1) % 3, (axis + 2) % 3
    cosine, sine = np.cos(angle), np.sin(angle)
    out = vectors.copy()
    out[:, one] = cosine * vectors[:, one] + sine * vectors[:, two]
    out[:, two] = cosine * vectors[:, two] - sine * vectors[:, one]
    return out


def eme2000_to_teme(vectors: NDArray[np.float64], time: ArrayLike) -> NDArray[np.float64]:
    """Vectors of shape (n, 3) in EME2000, turned into TEME at UTC times of shape (n,)."""
    t = _centuries(time)
    zeta = (2306.2181 + t * (0.30188 + t * 0.017998)) * t * _ARCSEC
    z = (2306.2181 + t * (1.09468 + t * 0.018203)) * t * _ARCSEC
    theta = (2004.3109 + t * (-0.42665 - t * 0.041833)) * t * _ARCSEC
    mean_of_date = _turn(_turn(_turn(vectors, 2, -zeta), 1, theta), 2, -z)
    longitude, obliquity, mean = _nutation(t)
    true_of_date = _turn(_turn(_turn(mean_of_date, 0, mean), 2, -longitude), 0, -(mean + obliquity))
    return tod_to_teme(true_of_date, time)


def tod_to_teme(vectors: NDArray[np.float64], time: ArrayLike) -> NDArray[np.float64]:
    """Vectors of shape (n, 3) on true equator and equinox of date, turned into TEME at UTC times of shape (n,)."""
    longitude, _, mean = _nutation(_centuries(time))
    return _turn(vectors, 2, longitude * np.cos(mean))
