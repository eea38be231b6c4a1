"""What SGP4 and SDP4 keep of each element set, for a whole catalogue at once: arrays, one row an object.

AIAA 2006-6753 (sgp4init, initl, dscom, dsinit), WGS 72, "improved" mode as in the ``sgp4`` library. Names are those
of the report, in lower case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import julian_date
from bongsu.orbit.bulk_kernels import COLUMNS, NAMES
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.wgs72 import WGS72_GM_KM3_S2, WGS72_J2, WGS72_RADIUS_KM

__all__ = ["Coefficients", "coefficients_of", "kernel_constants"]

Vector = NDArray[np.float64]
Terms = dict[str, Vector]

_J3, _J4 = -0.00000253881, -0.00000165597  # WGS 72, AIAA 2006-6753, appendix B
_J3OJ2 = _J3 / WGS72_J2
_XKE = 60.0 / np.sqrt(WGS72_RADIUS_KM**3 / WGS72_GM_KM3_S2)  # AIAA 2006-6753, getgravconst
_ZNS, _ZES = 1.19459e-5, 0.01675  # Sun's mean motion [rad/min] and eccentricity (AIAA 2006-6753, dpper)
_ZNL, _ZEL = 1.5835218e-4, 0.05490  # Moon's (AIAA 2006-6753, dpper)
_RPTIM = 4.37526908801129966e-3  # Earth's rotation, rad/min (AIAA 2006-6753, dspace)
_SGP4_EPOCH_ZERO_JD = 2433281.5  # 1949-12-31 00:00 UT, AIAA 2006-6753
_DEEP_PERIOD_MIN = 225.0  # from this period on, SDP4 (Spacetrack Report #3)
_SIMPLE_BELOW_KM = 220.0  # perigee under which the drag terms are cut short (Spacetrack Report #3)
_TWO_PI = 2.0 * np.pi


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coefficients:
    """Coefficients of m objects, ready for the kernels.

    ``table`` has shape (m, columns of the kernels), ``epoch`` (m, 2) is the split Julian date. ``bounds_min`` (m,) is
    how far from the epoch the kernels' polynomials hold [min]; 0 where they do not at all, and the ``sgp4`` library
    is to be asked instead.
    """

    table: Vector
    epoch: Vector
    bounds_min: Vector

    def __len__(self) -> int:
        return int(self.table.shape[0])


@cache
def kernel_constants() -> Vector:
    """Radius [m], speed unit [m/s], J2, J3/J2, and the third bodies' and Earth's rates, in the kernels' order."""
    speed_m_s = WGS72_RADIUS_KM * 1000.0 * _XKE / 60.0
    return np.array([WGS72_RADIUS_KM * 1000.0, speed_m_s, WGS72_J2, _J3OJ2, _ZNS, _ZES, _ZNL, _ZEL, _RPTIM])


def coefficients_of(element_sets: Sequence[ElementSet]) -> Coefficients:
    """Everything of the element sets that does not depend on time."""
    given = np.array(
        [
            (
                item.inclination_deg,
                item.node_deg,
                item.eccentricity,
                item.perigee_argument_deg,
                item.mean_anomaly_deg,
                item.mean_motion_rev_day,
                item.bstar,
            )
            for item in element_sets
        ],
        dtype=float,
    ).reshape(-1, 7)
    epochs = np.array([item.epoch.replace(tzinfo=None) for item in element_sets], dtype="datetime64[us]")
    day, fraction = julian_date(epochs)
    with np.errstate(all="ignore"):  # what has no orbit gives NaN here and is marked by its bounds
        terms = _near_earth(given)
        _deep_space(terms, (day + fraction) - _SGP4_EPOCH_ZERO_JD)
        bounds = _bounds_min(terms)
    table = np.zeros((len(element_sets), len(NAMES)))
    for name, column in COLUMNS.items():
        table[:, column] = terms[name]
    return Coefficients(table=table, epoch=np.stack([day, fraction], axis=1), bounds_min=bounds)


def _near_earth(given: Vector) -> Terms:
    """Secular and drag terms (sgp4init without its deep-space part)."""
    inclo, nodeo, argpo, mo = (np.radians(given[:, column]) for column in (0, 1, 3, 4))
    ecco, bstar = given[:, 2], given[:, 6]
    no_kozai = given[:, 5] * (_TWO_PI / 1440.0)
    cosio, sinio = np.cos(inclo), np.sin(inclo)
    cosio2 = cosio * cosio
    omeosq = 1.0 - ecco * ecco
    rteosq = np.sqrt(omeosq)
    ak = (_XKE / no_kozai) ** (2.0 / 3.0)
    d1 = 0.75 * WGS72_J2 * (3.0 * cosio2 - 1.0) / (rteosq * omeosq)
    delta = d1 / (ak * ak)
    adel = ak * (1.0 - delta * delta - delta * (1.0 / 3.0 + 134.0 * delta * delta / 81.0))
    no = no_kozai / (1.0 + d1 / (adel * adel))
    ao = (_XKE / no) ** (2.0 / 3.0)
    terms: Terms = {
        "mo": mo, "argpo": argpo, "nodeo": nodeo, "inclo": inclo, "ecco": ecco, "cosi": cosio, "sini": sinio,
        "no": no, "a0": ao, "bstar": bstar, "omeosq": omeosq, "rteosq": rteosq, "cosio2": cosio2,
    }  # fmt: skip
    terms |= _secular(terms)
    terms |= _drag(terms)
    return terms


def _secular(t: Terms) -> Terms:
    """Rates by J2, J2 squared and J4, and the long-period coefficients."""
    cosio, cosio2, no = t["cosi"], t["cosio2"], t["no"]
    cosio4 = cosio2 * cosio2
    con42 = 1.0 - 5.0 * cosio2
    con41 = -con42 - cosio2 - cosio2
    pinvsq = 1.0 / (t["a0"] * t["omeosq"]) ** 2
    temp1 = 1.5 * WGS72_J2 * pinvsq * no
    temp2 = 0.5 * temp1 * WGS72_J2 * pinvsq
    temp3 = -0.46875 * _J4 * pinvsq * pinvsq * no
    xhdot1 = -temp1 * cosio
    below = np.where(np.abs(cosio + 1.0) > 1.5e-12, 1.0 + cosio, 1.5e-12)
    return {
        "con41": con41,
        "xhdot1": xhdot1,
        "mdot": no
        + 0.5 * temp1 * t["rteosq"] * con41
        + 0.0625 * temp2 * t["rteosq"] * (13.0 - 78.0 * cosio2 + 137.0 * cosio4),
        "argpdot": -0.5 * temp1 * con42
        + 0.0625 * temp2 * (7.0 - 114.0 * cosio2 + 395.0 * cosio4)
        + temp3 * (3.0 - 36.0 * cosio2 + 49.0 * cosio4),
        "nodedot": xhdot1 + (0.5 * temp2 * (4.0 - 19.0 * cosio2) + 2.0 * temp3 * (3.0 - 7.0 * cosio2)) * cosio,
        "xlc": -0.25 * _J3OJ2 * t["sini"] * (3.0 + 5.0 * cosio) / below,
        "ayc": -0.5 * _J3OJ2 * t["sini"],
    }


def _drag(t: Terms) -> Terms:
    """Atmospheric terms: the power-law density of the report, cut short for low perigees and deep space."""
    ao, ecco, no, bstar = t["a0"], t["ecco"], t["no"], t["bstar"]
    perigee_km = (ao * (1.0 - ecco) - 1.0) * WGS72_RADIUS_KM
    s4_km = np.where(perigee_km < 98.0, 20.0, np.where(perigee_km < 156.0, perigee_km - 78.0, 78.0))
    qzms24 = ((120.0 - s4_km) / WGS72_RADIUS_KM) ** 4
    s4 = s4_km / WGS72_RADIUS_KM + 1.0
    tsi = 1.0 / (ao - s4)
    eta = ao * ecco * tsi
    etasq, eeta = eta * eta, ecco * eta
    psisq = np.abs(1.0 - etasq)
    coef = qzms24 * tsi**4
    coef1 = coef / psisq**3.5
    x1mth2 = 1.0 - t["cosio2"]
    cc2 = coef1 * no * (
        ao * (1.0 + 1.5 * etasq + eeta * (4.0 + etasq))
        + 0.375 * WGS72_J2 * tsi / psisq * t["con41"] * (8.0 + 3.0 * etasq * (8.0 + etasq))
    )  # fmt: skip
    cc1 = bstar * cc2
    eccentric = ecco > 1.0e-4
    cc3 = np.where(eccentric, -2.0 * coef * tsi * _J3OJ2 * no * t["sini"] / np.where(eccentric, ecco, 1.0), 0.0)
    cc4 = 2.0 * no * coef1 * ao * t["omeosq"] * (
        eta * (2.0 + 0.5 * etasq)
        + ecco * (0.5 + 2.0 * etasq)
        - WGS72_J2 * tsi / (ao * psisq) * (
            -3.0 * t["con41"] * (1.0 - 2.0 * eeta + etasq * (1.5 - 0.5 * eeta))
            + 0.75 * x1mth2 * (2.0 * etasq - eeta * (1.0 + etasq)) * np.cos(2.0 * t["argpo"])
        )
    )  # fmt: skip
    cc5 = 2.0 * coef1 * ao * t["omeosq"] * (1.0 + 2.75 * (etasq + eeta) + eeta * etasq)
    deep = _TWO_PI / no >= _DEEP_PERIOD_MIN
    whole = np.where((perigee_km < _SIMPLE_BELOW_KM) | deep, 0.0, 1.0)
    cc1sq = cc1 * cc1
    d2 = 4.0 * ao * tsi * cc1sq
    temp = d2 * tsi * cc1 / 3.0
    d3 = (17.0 * ao + s4) * temp
    d4 = 0.5 * temp * ao * tsi * (221.0 * ao + 31.0 * s4) * cc1
    xmc = np.where(eccentric, -(2.0 / 3.0) * coef * bstar / np.where(eccentric, eeta, 1.0), 0.0)
    return {
        "kind": np.where(deep, 1.0, 0.0),
        "cc1": cc1,
        "bcc4": bstar * cc4,
        "bcc5": whole * bstar * cc5,
        "nodecf": 3.5 * t["omeosq"] * t["xhdot1"] * cc1,
        "omg": whole * bstar * cc3 * np.cos(t["argpo"]),
        "xmc": whole * xmc,
        "eta": eta,
        "delmo": (1.0 + eta * np.cos(t["mo"])) ** 3,
        "smao": np.sin(t["mo"]),
        "d2": whole * d2,
        "d3": whole * d3,
        "d4": whole * d4,
        "t2": 1.5 * cc1,
        "t3": whole * (d2 + 2.0 * cc1sq),
        "t4": whole * 0.25 * (3.0 * d3 + cc1 * (12.0 * d2 + 10.0 * cc1sq)),
        "t5": whole * 0.2 * (3.0 * d4 + 12.0 * cc1 * d3 + 6.0 * d2 * d2 + 15.0 * cc1sq * (2.0 * d2 + cc1sq)),
    }


_DEEP_NAMES = tuple(name for name in NAMES if COLUMNS[name] >= COLUMNS["dedt"])


def _deep_space(terms: Terms, epoch: Vector) -> None:
    """Add the deep-space terms (zero near Earth). ``epoch`` is days from 1949-12-31."""
    size = epoch.size
    index = np.flatnonzero(terms["kind"] > 0.0)
    for name in _DEEP_NAMES:
        terms[name] = np.zeros(size)
    if index.size == 0:
        return
    own = {name: values[index] for name, values in terms.items()}
    own["gsto"] = _sidereal_time(epoch[index] + _SGP4_EPOCH_ZERO_JD)
    sun, moon = _third_bodies(own, epoch[index] + 18261.5)
    _secular_of_bodies(own, sun, moon)
    _resonances(own)
    for name in ("kind", *_DEEP_NAMES):
        terms[name][index] = own[name]


def _sidereal_time(jd: Vector) -> Vector:
    """Greenwich sidereal time as SGP4 takes it at its epoch. [rad]"""
    tut1 = (jd - 2451545.0) / 36525.0
    seconds = (
        -6.2e-6 * tut1**3 + 0.093104 * tut1**2 + (876600.0 * 3600 + 8640184.812866) * tut1 + 67310.54841
    )  # AIAA 2006-6753, gstime
    return np.asarray(np.mod(np.radians(seconds) / 240.0, _TWO_PI), dtype=float)


def _third_bodies(t: Terms, day: Vector) -> tuple[Terms, Terms]:
    """Sun's and Moon's coefficients (dscom); the periodic ones go into ``t``. ``day`` counts from 1900-01-00."""
    xnodce = np.mod(4.5236020 - 9.2422029e-4 * day, _TWO_PI)
    stem, ctem = np.sin(xnodce), np.cos(xnodce)
    zcosil = 0.91375164 - 0.03568096 * ctem
    zsinil = np.sqrt(1.0 - zcosil * zcosil)
    zsinhl = 0.089683511 * stem / zsinil
    zcoshl = np.sqrt(1.0 - zsinhl * zsinhl)
    gam = 5.8351514 + 0.0019443680 * day
    zx = np.arctan2(0.39785416 * stem / zsinil, zcoshl * ctem + 0.91744867 * zsinhl * stem)
    zx = gam + zx - xnodce
    snodm, cnodm = np.sin(t["nodeo"]), np.cos(t["nodeo"])
    t["zmol"] = np.mod(4.7199672 + 0.22997150 * day - gam, _TWO_PI)
    t["zmos"] = np.mod(6.2565837 + 0.017201977 * day, _TWO_PI)
    sun = _body(t, (0.1945905, -0.98088458), (0.91744867, 0.39785416), (cnodm, snodm), 2.9864797e-6)
    node = (zcoshl * cnodm + zsinhl * snodm, snodm * zcoshl - cnodm * zsinhl)
    moon = _body(t, (np.cos(zx), np.sin(zx)), (zcosil, zsinil), node, 4.7968065e-7)
    for body, names, eccentricity in (
        (sun, ("se2", "se3", "si2", "si3", "sl2", "sl3", "sl4", "sgh2", "sgh3", "sgh4", "sh2", "sh3"), _ZES),
        (moon, ("ee2", "e3", "xi2", "xi3", "xl2", "xl3", "xl4", "xgh2", "xgh3", "xgh4", "xh2", "xh3"), _ZEL),
    ):
        b = body
        values = (
            2.0 * b["s1"] * b["s6"],
            2.0 * b["s1"] * b["s7"],
            2.0 * b["s2"] * b["z12"],
            2.0 * b["s2"] * (b["z13"] - b["z11"]),
            -2.0 * b["s3"] * b["z2"],
            -2.0 * b["s3"] * (b["z3"] - b["z1"]),
            -2.0 * b["s3"] * (-21.0 - 9.0 * t["ecco"] ** 2) * eccentricity,
            2.0 * b["s4"] * b["z32"],
            2.0 * b["s4"] * (b["z33"] - b["z31"]),
            -18.0 * b["s4"] * eccentricity,
            -2.0 * b["s2"] * b["z22"],
            -2.0 * b["s2"] * (b["z23"] - b["z21"]),
        )
        t.update(zip(names, values, strict=True))
    return sun, moon


def _body(t: Terms, perigee: Any, inclination: Any, node: Any, strength: float) -> Terms:
    """One third body's coefficients from cosine and sine of its perigee, inclination and node (dscom)."""
    (zcosg, zsing), (zcosi, zsini), (zcosh, zsinh) = perigee, inclination, node
    cosim, sinim, emsq = t["cosi"], t["sini"], t["ecco"] ** 2
    cosomm, sinomm, betasq = np.cos(t["argpo"]), np.sin(t["argpo"]), t["omeosq"]
    a1, a3 = zcosg * zcosh + zsing * zcosi * zsinh, -zsing * zcosh + zcosg * zcosi * zsinh
    a7, a8 = -zcosg * zsinh + zsing * zcosi * zcosh, zsing * zsini
    a9, a10 = zsing * zsinh + zcosg * zcosi * zcosh, zcosg * zsini
    a2, a4 = cosim * a7 + sinim * a8, cosim * a9 + sinim * a10
    a5, a6 = -sinim * a7 + cosim * a8, -sinim * a9 + cosim * a10
    x1, x2 = a1 * cosomm + a2 * sinomm, a3 * cosomm + a4 * sinomm
    x3, x4 = -a1 * sinomm + a2 * cosomm, -a3 * sinomm + a4 * cosomm
    x5, x6, x7, x8 = a5 * sinomm, a6 * sinomm, a5 * cosomm, a6 * cosomm
    z31, z32 = 12.0 * x1 * x1 - 3.0 * x3 * x3, 24.0 * x1 * x2 - 6.0 * x3 * x4
    z33 = 12.0 * x2 * x2 - 3.0 * x4 * x4
    z1 = 3.0 * (a1 * a1 + a2 * a2) + z31 * emsq
    z2 = 6.0 * (a1 * a3 + a2 * a4) + z32 * emsq
    z3 = 3.0 * (a3 * a3 + a4 * a4) + z33 * emsq
    s3 = strength / t["no"]
    s4 = s3 * t["rteosq"]
    return {
        "z31": z31,
        "z32": z32,
        "z33": z33,
        "z11": -6.0 * a1 * a5 + emsq * (-24.0 * x1 * x7 - 6.0 * x3 * x5),
        "z12": -6.0 * (a1 * a6 + a3 * a5) + emsq * (-24.0 * (x2 * x7 + x1 * x8) - 6.0 * (x3 * x6 + x4 * x5)),
        "z13": -6.0 * a3 * a6 + emsq * (-24.0 * x2 * x8 - 6.0 * x4 * x6),
        "z21": 6.0 * a2 * a5 + emsq * (24.0 * x1 * x5 - 6.0 * x3 * x7),
        "z22": 6.0 * (a4 * a5 + a2 * a6) + emsq * (24.0 * (x2 * x5 + x1 * x6) - 6.0 * (x4 * x7 + x3 * x8)),
        "z23": 6.0 * a4 * a6 + emsq * (24.0 * x2 * x6 - 6.0 * x4 * x8),
        "z1": z1 + z1 + betasq * z31,
        "z2": z2 + z2 + betasq * z32,
        "z3": z3 + z3 + betasq * z33,
        "s1": -15.0 * t["ecco"] * s4,
        "s2": -0.5 * s3 / t["rteosq"],
        "s3": s3,
        "s4": s4,
        "s5": x1 * x3 + x2 * x4,
        "s6": x2 * x3 + x1 * x4,
        "s7": x2 * x4 - x1 * x3,
    }


def _secular_of_bodies(t: Terms, sun: Terms, moon: Terms) -> None:
    """Secular rates by Sun and Moon (dsinit, first part)."""
    emsq, sinim, cosim = t["ecco"] ** 2, t["sini"], t["cosi"]
    t["dedt"] = sun["s1"] * _ZNS * sun["s5"] + moon["s1"] * _ZNL * moon["s5"]
    t["didt"] = sun["s2"] * _ZNS * (sun["z11"] + sun["z13"]) + moon["s2"] * _ZNL * (moon["z11"] + moon["z13"])
    t["dmdt"] = -_ZNS * sun["s3"] * (sun["z1"] + sun["z3"] - 14.0 - 6.0 * emsq) - _ZNL * moon["s3"] * (
        moon["z1"] + moon["z3"] - 14.0 - 6.0 * emsq
    )
    sghs = sun["s4"] * _ZNS * (sun["z31"] + sun["z33"] - 6.0)
    sghl = moon["s4"] * _ZNL * (moon["z31"] + moon["z33"] - 6.0)
    shs = -_ZNS * sun["s2"] * (sun["z21"] + sun["z23"])
    shl = -_ZNL * moon["s2"] * (moon["z21"] + moon["z23"])
    flat = (t["inclo"] < 5.2359877e-2) | (t["inclo"] > np.pi - 5.2359877e-2)
    sine = np.where(sinim != 0.0, sinim, 1.0)
    shs, shl = np.where(flat, 0.0, shs) / sine, np.where(flat, 0.0, shl) / sine
    t["domdt"] = sghs - cosim * shs + sghl - np.where(sinim != 0.0, cosim * shl, 0.0)
    t["dnodt"] = shs + np.where(sinim != 0.0, shl, 0.0)


def _resonances(t: Terms) -> None:
    """Which objects are resonant with Earth's turning, and their terms (dsinit, second part)."""
    no, ecco = t["no"], t["ecco"]
    day = (no > 0.0034906585) & (no < 0.0052359877)
    half = (no >= 8.26e-3) & (no <= 9.24e-3) & (ecco >= 0.5)
    t["kind"] = np.where(half, 3.0, np.where(day, 2.0, 1.0))
    aonv = (no / _XKE) ** (2.0 / 3.0)
    theta = np.mod(t["gsto"], _TWO_PI)
    for name, values in {**_one_day(t, aonv), **_half_day(t, aonv)}.items():
        t[name] = np.where(day if name.startswith("del") else half, values, 0.0)
    long_day = np.mod(t["mo"] + t["nodeo"] + t["argpo"] - theta, _TWO_PI)
    long_half = np.mod(t["mo"] + 2.0 * t["nodeo"] - 2.0 * theta, _TWO_PI)
    t["xlamo"] = np.where(half, long_half, np.where(day, long_day, 0.0))
    rate = t["mdot"] + t["dmdt"] - no
    t["xfact"] = np.where(
        half,
        rate + 2.0 * (t["nodedot"] + t["dnodt"] - _RPTIM),
        rate + t["argpdot"] + t["nodedot"] - _RPTIM + t["domdt"] + t["dnodt"],
    )


def _one_day(t: Terms, aonv: Vector) -> Terms:
    """Synchronous resonance."""
    emsq, cosim, sinim, no = t["ecco"] ** 2, t["cosi"], t["sini"], t["no"]
    g200 = 1.0 + emsq * (-2.5 + 0.8125 * emsq)
    g310 = 1.0 + 2.0 * emsq
    g300 = 1.0 + emsq * (-6.0 + 6.60937 * emsq)
    f220 = 0.75 * (1.0 + cosim) ** 2
    f311 = 0.9375 * sinim * sinim * (1.0 + 3.0 * cosim) - 0.75 * (1.0 + cosim)
    f330 = 1.875 * (1.0 + cosim) ** 3
    scale = 3.0 * no * no * aonv * aonv
    return {
        "del1": scale * f311 * g310 * 2.1460748e-6 * aonv,
        "del2": 2.0 * scale * f220 * g200 * 1.7891679e-6,
        "del3": 3.0 * scale * f330 * g300 * 2.2123015e-7 * aonv,
    }


def _half_day(t: Terms, aonv: Vector) -> Terms:
    """Resonance of eccentric orbits of half a day (eccentricity 0.5 and more)."""
    e, cosim, sinim = t["ecco"], t["cosi"], t["sini"]
    c2, s2 = cosim * cosim, sinim * sinim

    def poly(*c: float) -> Vector:
        return np.asarray(np.polynomial.polynomial.polyval(e, c), dtype=float)

    round_, mid = e <= 0.65, e < 0.7
    g201 = -0.306 - (e - 0.64) * 0.440
    g211 = np.where(round_, poly(3.616, -13.2470, 16.2900), poly(-72.099, 331.819, -508.738, 266.724))
    g310 = np.where(round_, poly(-19.302, 117.3900, -228.4190, 156.5910), poly(-346.844, 1582.851, -2415.925, 1246.113))
    g322 = np.where(
        round_, poly(-18.9068, 109.7927, -214.6334, 146.5816), poly(-342.585, 1554.908, -2366.899, 1215.972)
    )
    g410 = np.where(
        round_, poly(-41.122, 242.6940, -471.0940, 313.9530), poly(-1052.797, 4758.686, -7193.992, 3651.957)
    )
    g422 = np.where(
        round_, poly(-146.407, 841.8800, -1629.014, 1083.4350), poly(-3581.690, 16178.110, -24462.770, 12422.520)
    )
    g520 = np.where(
        round_,
        poly(-532.114, 3017.977, -5740.032, 3708.2760),
        np.where(e > 0.715, poly(-5149.66, 29936.92, -54087.36, 31324.56), poly(1464.74, -4664.75, 3763.64)),
    )
    g533 = np.where(
        mid, poly(-919.22770, 4988.6100, -9064.7700, 5542.21), poly(-37995.780, 161616.52, -229838.20, 109377.94)
    )
    g521 = np.where(
        mid, poly(-822.71072, 4568.6173, -8491.4146, 5337.524), poly(-51752.104, 218913.95, -309468.16, 146349.42)
    )
    g532 = np.where(
        mid, poly(-853.66600, 4690.2500, -8624.7700, 5341.4), poly(-40023.880, 170470.89, -242699.48, 115605.82)
    )
    f220 = 0.75 * (1.0 + 2.0 * cosim + c2)
    f321 = 1.875 * sinim * (1.0 - 2.0 * cosim - 3.0 * c2)
    f322 = -1.875 * sinim * (1.0 + 2.0 * cosim - 3.0 * c2)
    f522 = 9.84375 * sinim * (s2 * (1.0 - 2.0 * cosim - 5.0 * c2) + 0.33333333 * (-2.0 + 4.0 * cosim + 6.0 * c2))
    f523 = sinim * (4.92187512 * s2 * (-2.0 - 4.0 * cosim + 10.0 * c2) + 6.56250012 * (1.0 + 2.0 * cosim - 3.0 * c2))
    f542 = 29.53125 * sinim * (2.0 - 8.0 * cosim + c2 * (-12.0 + 8.0 * cosim + 10.0 * c2))
    f543 = 29.53125 * sinim * (-2.0 - 8.0 * cosim + c2 * (12.0 + 8.0 * cosim - 10.0 * c2))
    # Roots of the tesseral harmonics' strengths (AIAA 2006-6753, dsinit), each with its power of the axis.
    scale2 = 3.0 * t["no"] ** 2 * aonv * aonv
    scale3, scale4 = scale2 * aonv * 3.7393792e-7, 2.0 * scale2 * aonv**2 * 7.3636953e-9
    scale5, scale54 = scale2 * aonv**3 * 1.1428639e-7, 2.0 * scale2 * aonv**3 * 2.1765803e-9
    scale2 = scale2 * 1.7891679e-6
    return {
        "d2201": scale2 * f220 * g201,
        "d2211": scale2 * 1.5 * s2 * g211,
        "d3210": scale3 * f321 * g310,
        "d3222": scale3 * f322 * g322,
        "d4410": scale4 * 35.0 * s2 * f220 * g410,
        "d4422": scale4 * 39.3750 * s2 * s2 * g422,
        "d5220": scale5 * f522 * g520,
        "d5232": scale5 * f523 * g532,
        "d5421": scale54 * f542 * g521,
        "d5433": scale54 * f543 * g533,
    }


def _bounds_min(t: Terms) -> Vector:
    """How far from the epoch the kernels' polynomials hold: small angles under 0.7 rad, phases under a million.

    0 for orbits that go through the Earth's core or are no ellipses, and for deep orbits within a degree of 180 deg of
    inclination, where SDP4 divides by the sine and its last digits decide; the library answers for those.
    """
    spread = np.abs(t["xmc"]) * ((1.0 + np.abs(t["eta"])) ** 3 + np.abs(t["delmo"]))
    drag = np.where(spread < 0.5, (0.7 - spread) / np.maximum(np.abs(t["omg"]), 1e-12), 0.0)
    fastest = np.maximum(np.abs(t["mdot"]), 1e-3)
    bound = np.minimum(drag, 8e5 / fastest)
    perigee = t["a0"] * (1.0 - t["ecco"])
    sound = (perigee > 0.5) & (t["ecco"] < 0.99) & np.isfinite(bound) & (t["no"] > 1e-5)
    backward = (t["kind"] > 0.0) & (t["inclo"] > np.radians(179.0))
    return np.where(sound & ~backward, bound, 0.0)
