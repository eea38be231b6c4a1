"""SGP4: element set to trajectory, with its errors kept and no answer past decay.

The model is AIAA 2006-6753 through the ``sgp4`` library. SGP4 itself returns nonsense without an
error long after an object has come down, so decay is looked for between the epoch and every time
asked; and long before the epoch, where its drag polynomial turns round, so it is asked only up to there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sgp4.api import WGS72, WGS84, Satrec, SatrecArray

from bongsu.earth import Trajectory, julian_date, to_datetime64
from bongsu.errors import InputError
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.wgs72 import WGS72_RADIUS_KM
from bongsu.wording import phrase

__all__ = [
    "SGP4_ERRORS",
    "as_times",
    "decay_time",
    "mean_semi_major_axis_m",
    "node_rate_deg_day",
    "perigee_apogee_km",
    "propagate",
    "propagate_many",
    "satrec_of",
    "use_bulk",
]

SGP4_ERRORS = {
    0: "no error",
    1: "mean eccentricity outside 0 to 1, or mean semi-major axis under 0.95 Earth radii",
    2: "mean motion below zero",
    3: "perturbed eccentricity outside 0 to 1",
    4: "semi-latus rectum below zero",
    5: "epoch elements are sub-orbital",
    6: "satellite has decayed",
    7: "past decay: mean perigee had sunk below 80 km more than a day before this time",
    8: "too far from the epoch: SGP4's drag polynomial has turned round before this time is reached",
}

_GRAVITY = {"WGS72": WGS72, "WGS84": WGS84}
_SGP4_EPOCH_ZERO_JD = 2433281.5  # 1949-12-31 00:00 UT, AIAA 2006-6753
_PERIGEE_FLOOR_KM = 80.0  # below this an object does not stay in orbit (methods.md: final phase ends at 80 km)
_GRACE_MIN = 1440.0  # SGP4's mean perigee is no better known than this near decay (our choice)
_BULK_FROM_STATES = 2_000_000  # a second of the library's work; loading numba takes half of one (our choice)
_HEIGHT_RADIUS_KM = 6378.137  # heights of mean elements are counted above this radius (WGS 84)


def satrec_of(element_set: ElementSet, *, gravity: str = "WGS72") -> Satrec:
    """The ``sgp4`` library's own object for an element set.

    Raises
    ------
    InputError
        When the gravity model is unknown (``WGS72``, which element sets are made with, or ``WGS84``).
    """
    if gravity not in _GRAVITY:
        raise InputError(
            phrase(
                "unknown gravity model {gravity!r}; known: {gravity_2}", gravity=gravity, gravity_2=", ".join(_GRAVITY)
            )
        )
    satrec = Satrec()
    day, fraction = julian_date(to_datetime64(element_set.epoch))
    revolution = 2.0 * np.pi / 1440.0  # rev/day to rad/min
    satrec.sgp4init(
        _GRAVITY[gravity],
        "i",
        element_set.norad_id % 100_000,  # the library's field is shorter than a catalogue number; unused by the model
        float(day + fraction) - _SGP4_EPOCH_ZERO_JD,
        element_set.bstar,
        element_set.mean_motion_dot * revolution / 1440.0,
        element_set.mean_motion_ddot * revolution / 1440.0**2,
        element_set.eccentricity,
        np.radians(element_set.perigee_argument_deg),
        np.radians(element_set.inclination_deg),
        np.radians(element_set.mean_anomaly_deg),
        element_set.mean_motion_rev_day * revolution,
        np.radians(element_set.node_deg),
    )
    # sgp4init sets the epoch from one float; the split keeps it to the microsecond.
    satrec.jdsatepoch, satrec.jdsatepochF = float(day), float(fraction)
    return satrec


def _down(satrec: Satrec, minutes: float) -> bool:
    """Whether SGP4 itself reports an error at that time, or its mean perigee is under the floor."""
    code, _, _ = satrec.sgp4_tsince(minutes)
    perigee_km: float = satrec.am * WGS72_RADIUS_KM * (1.0 - satrec.em) - _HEIGHT_RADIUS_KM
    return code != 0 or perigee_km < _PERIGEE_FLOOR_KM


def _decay_minutes(satrec: Satrec, limit: float) -> float:
    """Time after the epoch [min] from which SGP4 is not to be asked; infinite if none by ``limit``.

    That is its own first error, or a day after its mean perigee sank under the floor: within that day
    the published verification states of decaying objects still hold, up to the first error.
    """
    if limit <= 0.0 or satrec.bstar <= 0.0:
        return np.inf
    # Dense near the epoch, sparser later: an object may be near decay at the epoch already.
    last = 0.0
    for minutes in np.geomspace(1.0, max(limit, 2.0), 300).tolist():
        if _down(satrec, minutes):
            early, late = last, minutes
            while late - early > 1.0:
                middle = (early + late) / 2.0
                early, late = (early, middle) if _down(satrec, middle) else (middle, late)
            # An object that has come down by SGP4's own word does not rise again at its next apogee.
            after = late + np.arange(0.0, _GRACE_MIN + 1.0)
            epoch = np.full(after.size, satrec.jdsatepoch)
            code, _, _ = satrec.sgp4_array(epoch, satrec.jdsatepochF + after / 1440.0)
            return float(after[np.argmax(code != 0)] if code.any() else after[-1])
        last = minutes
    return np.inf


def _turn_minutes(satrec: Satrec, limit: float) -> float:
    """Time [min] towards ``limit`` after which SGP4 is not to be asked against its drag; infinite if none.

    Backwards (or forwards where the drag term is negative) the mean axis rises with the square of a polynomial
    of fourth order in time, and where that turns round it falls: found to 3 % of the time from the epoch.
    """
    if satrec.method != "n" or not limit * satrec.bstar < 0.0:
        return float(np.copysign(np.inf, limit))
    last, axis = 0.0, satrec.a
    for minutes in np.copysign(np.geomspace(1.0, max(abs(limit), 2.0), 300), limit).tolist():
        code, _, _ = satrec.sgp4_tsince(minutes)
        if code != 0 or satrec.am < axis * (1.0 - 1e-9):  # rounding is far less, 7 mm is not seen
            return float(last) if last else float(np.copysign(np.inf, limit))
        last, axis = minutes, satrec.am
    return float(np.copysign(np.inf, limit))


def decay_time(element_set: ElementSet, *, within_days: float = 3650.0) -> datetime | None:
    """When SGP4's own drag brings the mean perigee under 80 km, or None within ``within_days``.

    This bounds where SGP4 may be asked at all. It is no re-entry forecast: it holds the drag term of
    one element set constant, which is off by tens of per cent over weeks.
    """
    minutes = _decay_minutes(satrec_of(element_set), within_days * 1440.0)
    return None if not np.isfinite(minutes) else element_set.epoch + timedelta(minutes=minutes)


def propagate(element_set: ElementSet, times: ArrayLike, *, gravity: str = "WGS72") -> Trajectory:
    """States of one object in TEME.

    Parameters
    ----------
    element_set : ElementSet
    times : array (n,) of datetime64, or a sequence of aware datetimes
        UTC.
    gravity : str
        ``WGS72`` (what element sets are made with) or ``WGS84``.

    Returns
    -------
    Trajectory
        Frame TEME; [m], [m/s]. Where SGP4 reports an error, or the time lies past decay or so far back
        that SGP4 gives nonsense, the state is NaN and ``error`` holds the code (:data:`SGP4_ERRORS`).
    """
    moments = as_times(times)
    satrec = satrec_of(element_set, gravity=gravity)
    day, fraction = julian_date(moments)
    error, position, velocity = satrec.sgp4_array(np.ascontiguousarray(day), np.ascontiguousarray(fraction))
    minutes = ((day - satrec.jdsatepoch) + (fraction - satrec.jdsatepochF)) * 1440.0
    gone = minutes > _decay_minutes(satrec, float(minutes.max(initial=0.0)))
    code = error.astype(np.uint8)
    code[gone & (code == 0)] = 7
    for limit in (float(minutes.min(initial=0.0)), float(minutes.max(initial=0.0))):
        code[minutes / _turn_minutes(satrec, limit) > 1.0] = 8
    position, velocity = position * 1000.0, velocity * 1000.0
    position[code != 0] = np.nan
    velocity[code != 0] = np.nan
    return Trajectory(
        time=moments,
        position_m=position,
        velocity_m_s=velocity,
        frame="TEME",
        error=code,
        label=element_set.name or str(element_set.norad_id),
    )


def propagate_many(
    element_sets: Sequence[ElementSet], times: ArrayLike, *, engine: str = "auto", threads: int = 1
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.uint8]]:
    """Positions and velocities of many objects in TEME.

    Parameters
    ----------
    element_sets : sequence of ElementSet
        Of m objects.
    times : array (n,) of datetime64, or a sequence of aware datetimes
        UTC.
    engine : str
        ``small`` (the ``sgp4`` library), ``bulk`` (compiled; needs the extra ``bulk``), or ``auto``: bulk for two
        million states and more where it is installed. Both agree within 1 mm.
    threads : int
        For the bulk engine.

    Returns
    -------
    (position, velocity, code)
        [m], [m/s], shape (m, n, 3), NaN where SGP4 gives an error; its codes, shape (m, n). Decay between the epoch and
        the times is not looked for.

    Raises
    ------
    InputError
        Unknown engine, or the bulk engine where it is not installed.
    """
    moments = as_times(times)
    if use_bulk(engine, len(element_sets) * moments.size >= _BULK_FROM_STATES):
        bulk = import_module("bongsu.orbit.bulk")
        states: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.uint8]] = bulk.propagate_prepared(
            bulk.prepare_sets(element_sets), moments, threads=threads
        )
        return states
    day, fraction = julian_date(moments)
    records = SatrecArray([satrec_of(element_set) for element_set in element_sets])
    error, position, velocity = records.sgp4(np.ascontiguousarray(day), np.ascontiguousarray(fraction))
    position[error != 0], velocity[error != 0] = np.nan, np.nan
    return position * 1000.0, velocity * 1000.0, error.astype(np.uint8)


def use_bulk(engine: str, large: bool) -> bool:
    """Whether the bulk engine is to answer: asked for, or a large question and installed.

    Raises
    ------
    InputError
        Unknown engine, or the bulk engine where it is not installed.
    """
    if engine not in ("auto", "small", "bulk"):
        raise InputError(phrase("unknown engine {engine!r}", engine=engine), advice="use auto, small or bulk")
    if engine == "small" or (engine == "auto" and not large):
        return False
    installed = find_spec("numba") is not None
    if engine == "bulk" and not installed:
        raise InputError("the bulk engine is not installed", advice="in the checkout: pip install '.[bulk]'")
    return installed


def as_times(times: ArrayLike) -> NDArray[np.datetime64]:
    """UTC times as ``datetime64[us]``, shape (n,)."""
    values = np.atleast_1d(np.asarray(times))
    if values.dtype == object:
        return np.array([to_datetime64(moment) for moment in values], dtype="datetime64[us]")
    if values.dtype.kind != "M":
        raise InputError(phrase("times have type {dtype}; expected datetime64 or aware datetimes", dtype=values.dtype))
    return values.astype("datetime64[us]")


def mean_semi_major_axis_m(element_set: ElementSet) -> float:
    """Brouwer mean semi-major axis as SGP4 recovers it from the published mean motion. [m]"""
    return float(satrec_of(element_set).a) * WGS72_RADIUS_KM * 1000.0


def perigee_apogee_km(element_set: ElementSet) -> tuple[float, float]:
    """Mean perigee and apogee heights above 6378.137 km. [km]"""
    semi_major = mean_semi_major_axis_m(element_set) / 1000.0
    return (
        semi_major * (1.0 - element_set.eccentricity) - _HEIGHT_RADIUS_KM,
        semi_major * (1.0 + element_set.eccentricity) - _HEIGHT_RADIUS_KM,
    )


def node_rate_deg_day(element_set: ElementSet) -> float:
    """Secular drift of the ascending node by SGP4 (J2, J2 squared and J4). [deg/day]"""
    return float(np.degrees(satrec_of(element_set).nodedot) * 1440.0)
