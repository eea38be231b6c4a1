"""What a picture could show: ground sample distance of an imager, NIIRS where its camera is documented, object sizes.

NIIRS is given only for cameras whose sharpness and noise are published; for one that nobody knows there is none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth import Estimate
from bongsu.errors import InputError
from bongsu.overflight.imager import Imager

__all__ = [
    "OBJECTS",
    "ObjectSize",
    "ObjectStep",
    "giqe5_niirs",
    "ideal_mtf_nyquist",
    "imager_gsd_m",
    "niirs_at_most",
    "niirs_of",
    "object_ladder",
    "rer_from_mtf_nyquist",
]

_INCH_M = 0.0254  # GIQE counts the ground sample distance in inches
_GIQE_ERROR = 0.3  # standard error of the GIQE fit in NIIRS: Leachtenauer et al. 1997, Applied Optics 36, 8322
_TO_90 = 1.645  # standard errors either side that hold 90 % of a normal distribution
_WAVELENGTH_M = 0.65e-6  # middle of a panchromatic band of 0.45 to 0.85 um
_LARGE_SNR = 1e9  # no noise at all


def imager_gsd_m(
    imager: Imager, range_m: ArrayLike, incidence_deg: ArrayLike
) -> tuple[tuple[NDArray[np.float64], NDArray[np.float64]], tuple[NDArray[np.float64], NDArray[np.float64]]] | None:
    """Ground sample distance across and along the view at a place, as the range the imager's figures allow.

    Parameters
    ----------
    imager : Imager
    range_m, incidence_deg : float or array (n,)
        Satellite to place [m]; at the ground [deg].

    Returns
    -------
    ((across low, across high), (along low, along high)), or None
        [m], NaN at an incidence of 90 deg and beyond. None for a radar (its resolution does not go with range) and where no
        ground sample distance or no height that it belongs to is known.

    Notes
    -----
    A pixel's angle is the nadir figure over its height; flat ground. Leachtenauer and Driggers, Surveillance and
    Reconnaissance Imaging Systems (2001), chapter 4.
    """
    if imager.kind != "optical" or imager.gsd_m is None or imager.altitude_m is None:
        return None
    cosine = np.cos(np.radians(np.asarray(incidence_deg, dtype=float)))
    cosine = np.where(cosine > 0.0, cosine, np.nan)
    distance = np.asarray(range_m, dtype=float)
    along = [np.where(np.isnan(cosine), np.nan, gsd / imager.altitude_m * distance) for gsd in imager.gsd_m]
    return (along[0] / cosine, along[1] / cosine), (along[0], along[1])


def rer_from_mtf_nyquist(mtf_nyquist: float) -> float:
    """Relative edge response of a system whose MTF is a Gaussian that has a value at the Nyquist frequency.

    The difference of the edge response half a pixel either side of the edge; for MTF = exp(-2 (pi s f)^2), f in cycles a
    pixel, it is erf(0.5 / (s sqrt 2)). The Gaussian is our assumption: real ones fall faster at first (RER lower by up to 0.05).

    Raises
    ------
    InputError
        For a value outside 0 to 1.
    """
    if not 0.0 < mtf_nyquist < 1.0:
        raise InputError(f"MTF at Nyquist {mtf_nyquist!r} is outside 0 to 1")
    spread = math.sqrt(-math.log(mtf_nyquist) / (2.0 * math.pi**2 * 0.25))
    return math.erf(0.5 / (math.sqrt(2.0) * spread))


def ideal_mtf_nyquist(aperture_m: float, focal_length_m: float, pixel_m: float) -> float:
    """MTF at Nyquist of a perfect round aperture and a square pixel at 0.65 um: no camera of these sizes does better.

    Diffraction: Goodman, Introduction to Fourier Optics, section 6.3; the pixel's own is 2/pi. Without the central
    obstruction, motion and electronics, which all lower it. 0 where Nyquist lies beyond the aperture's limit.
    """
    share = _WAVELENGTH_M * focal_length_m / aperture_m / (2.0 * pixel_m)
    if share >= 1.0:
        return 0.0
    return 2.0 / math.pi * (math.acos(share) - share * math.sqrt(1.0 - share**2)) * 2.0 / math.pi


def giqe5_niirs(gsd_m: ArrayLike, rer: ArrayLike, snr: ArrayLike) -> NDArray[np.float64]:
    """NIIRS by the General Image Quality Equation, version 5.

    Parameters
    ----------
    gsd_m : float or array
        Geometric mean of the ground sample distances in the image plane and on the ground. [m]
    rer : float or array
        Relative edge response, 0 to 1.
    snr : float or array
        Contrast signal to noise.

    Notes
    -----
    NGA (2015), GIQE 5 for public release: 9.57 - 3.32 lg GSD[in] + 3.32 (1 - exp(-1.9/SNR)) lg RER - 2 (lg RER)^4 - 1.8/SNR.
    Its test case (0.35, 20.8 in, 50) gives 5.02.
    """
    noise, edge = np.asarray(snr, dtype=float), np.log10(np.asarray(rer, dtype=float))
    return np.asarray(
        9.57
        - 3.32 * np.log10(np.asarray(gsd_m, dtype=float) / _INCH_M)
        + 3.32 * (1.0 - np.exp(-1.9 / noise)) * edge
        - 2.0 * edge**4
        - 1.8 / noise
    )


def niirs_of(imager: Imager, range_m: float, incidence_deg: float) -> Estimate | None:
    """NIIRS of a panchromatic picture, with the range of its inputs and of the equation; None for an undocumented camera.

    Needs published ground sample distance and height, MTF at Nyquist and signal to noise. Level 0.9: ends of the inputs,
    and 1.645 standard errors (0.3 each) of the equation beyond them.
    """
    if imager.is_scenario or imager.mtf_nyquist is None or imager.snr is None:
        return None
    weighted = _weighted_gsd_m(imager, range_m, incidence_deg)
    if weighted is None:
        return None
    values = [
        float(giqe5_niirs(gsd, rer_from_mtf_nyquist(mtf), snr))
        for gsd in weighted
        for mtf in imager.mtf_nyquist
        for snr in imager.snr
    ]
    low, high = min(values), max(values)
    margin = _TO_90 * _GIQE_ERROR
    return Estimate(value=(low + high) / 2.0, low=low - margin, high=high + margin, level=0.9, unit="NIIRS")


def niirs_at_most(imager: Imager, range_m: float, incidence_deg: float) -> float | None:
    """NIIRS that a perfect camera of the published aperture, focal length and pixel would reach; None where one is unknown.

    Diffraction and the pixel alone, no noise: what flies is lower by an amount that is not published.
    """
    sizes = (imager.aperture_m, imager.focal_length_m, imager.pixel_m)
    weighted = _weighted_gsd_m(imager, range_m, incidence_deg)
    if imager.is_scenario or None in sizes or weighted is None:
        return None
    mtf = ideal_mtf_nyquist(*(float(size) for size in sizes if size is not None))
    return float(giqe5_niirs(weighted[0], rer_from_mtf_nyquist(mtf), _LARGE_SNR)) if mtf > 0.0 else None


def _weighted_gsd_m(imager: Imager, range_m: float, incidence_deg: float) -> tuple[float, float] | None:
    """GIQE 5's ground sample distance: the geometric mean of image plane and ground, low and high. [m]"""
    both = imager_gsd_m(imager, range_m, incidence_deg)
    if both is None or not math.isfinite(float(both[0][1])):
        return None
    (across_low, across_high), (along_low, along_high) = both
    # On the ground across x along, in the image along x along: the mean of both is along x (across/along)^(1/4).
    return (
        float(along_low * (across_low / along_low) ** 0.25),
        float(along_high * (across_high / along_high) ** 0.25),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectSize:
    """A familiar thing and its size from above, rounded. [m]"""

    name: str
    length_m: float
    width_m: float


OBJECTS = (  # rounded sizes of their kind, for orientation only (our choice)
    ObjectSize(name="frigate", length_m=130.0, width_m=15.0),
    ObjectSize(name="airliner", length_m=40.0, width_m=36.0),
    ObjectSize(name="fighter aircraft", length_m=15.0, width_m=10.0),
    ObjectSize(name="bus or lorry", length_m=12.0, width_m=2.5),
    ObjectSize(name="car", length_m=4.5, width_m=1.8),
    ObjectSize(name="person", length_m=0.5, width_m=0.5),
)
# Pixels across the mean size (square root of length times width) at which half the observers succeed: Johnson (1958), two
# pixels a line pair: detection 1, recognition 4, identification 6.4 pairs.
_JOHNSON = ((12.8, "its type can be told"), (8.0, "what it is can be told"), (2.0, "something is there"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectStep:
    """An object at a ground sample distance: pixels along and across it, and what half the observers would say."""

    object: ObjectSize
    pixels_long: float
    pixels_wide: float
    words: str


def object_ladder(gsd_m: float) -> tuple[ObjectStep, ...]:
    """Familiar objects at a ground sample distance, in words, after Johnson's criteria of 1958.

    For a clear, contrasting object and no noise; a rule of thumb, not a statement on any picture.

    Raises
    ------
    InputError
        For a distance that is not above 0 and up to 1000 m.
    """
    if not 0.0 < gsd_m <= 1000.0:
        raise InputError(f"ground sample distance {gsd_m!r} m is outside 0 to 1000")
    steps = []
    for thing in OBJECTS:
        mean = math.sqrt(thing.length_m * thing.width_m) / gsd_m
        words = next((text for least, text in _JOHNSON if mean >= least), "not to be seen by its shape")
        steps.append(
            ObjectStep(object=thing, pixels_long=thing.length_m / gsd_m, pixels_wide=thing.width_m / gsd_m, words=words)
        )
    return tuple(steps)
