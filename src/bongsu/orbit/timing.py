"""How far off a predicted time may be, from the age of its element set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth import to_datetime64
from bongsu.errors import InputError, NoDataError
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.propagation import propagate
from bongsu.wording import phrase

__all__ = ["MAX_TIMING_S", "select_element_set", "timing_error_s", "timing_gap_s"]

MAX_TIMING_S = 300.0  # beyond this a low pass of 10 minutes is not predicted any more: refuse (our choice)
_AT_EPOCH_S = 0.15  # scripts/figures element-age
_DRAG_SHARE = 0.25  # scripts/figures element-age: 0.16 to 0.20 for 58400, 0.27 to 0.39 for the worst of others
_FLOOR_S_DAY2 = 0.01  # ten satellites at 780-1340 km: 95 % within 0.6 s at 7 days


def timing_error_s(element_set: ElementSet, at: datetime | ArrayLike) -> NDArray[np.float64]:
    """Half width of the 90 % range of a predicted pass time. [s]

    Parameters
    ----------
    element_set : ElementSet
    at : datetime, or array (n,) of datetime64 (UTC)

    Notes
    -----
    Along-track error grows with the square of the age, as drag is not known better than a share of
    itself: 0.15 s + (0.01 + 0.25 x 86400 |n'| / n) x age^2, where n' is the set's own drag rate
    [rev/day^2] and n its mean motion. The share was set on later sets of the same object
    (``scripts/figures element-age``); it knows nothing of manoeuvres.
    """
    if isinstance(at, datetime):
        age = np.array([element_set.age_days(at)])
    else:
        epoch = np.datetime64(element_set.epoch.replace(tzinfo=None), "us")
        age = (np.asarray(at, dtype="datetime64[us]") - epoch) / np.timedelta64(86_400_000_000, "us")
    drag = abs(2.0 * element_set.mean_motion_dot) * 86400.0 / max(element_set.mean_motion_rev_day, 0.1)
    return _AT_EPOCH_S + (_FLOOR_S_DAY2 + _DRAG_SHARE * drag) * np.asarray(age, dtype=float) ** 2


def timing_gap_s(one: ElementSet, other: ElementSet, at: datetime) -> float:
    """By how much two element sets of one object disagree along track at a moment. [s]

    Positive where ``one`` is ahead. Between a set before and a set after a moment a gap far beyond their
    timing errors means that a manoeuvre lies between them. NaN where a set gives no state then.
    """
    states = [propagate(item, [to_datetime64(at)]) for item in (one, other)]
    velocity = states[1].velocity_m_s[0]
    ahead = states[0].position_m[0] - states[1].position_m[0]
    return float(ahead @ velocity / (velocity @ velocity))


def select_element_set(sets: Sequence[ElementSet], at: datetime) -> ElementSet:
    """The set to use for a moment: the one whose age leaves the least timing error then.

    Parameters
    ----------
    sets : sequence of ElementSet
        Of one object, in any order.
    at : datetime
        Aware moment.

    Returns
    -------
    ElementSet
        Of equals the one with the greatest element number. Its age is ``age_days(at)``: a set may be too old to use,
        and a manoeuvre may lie between it and ``at`` (:func:`timing_gap_s`); that is for the caller to judge.

    Raises
    ------
    NoDataError
        No sets.
    InputError
        Sets of several objects, or a moment without time zone.
    """
    if at.tzinfo is None:
        raise InputError(phrase("time {at} has no time zone", at=at.isoformat()), advice="give it in UTC")
    if not sets:
        raise NoDataError("no element set to choose from", advice="give a file that holds sets of this object")
    numbers = sorted({element_set.norad_id for element_set in sets})
    if len(numbers) > 1:
        raise InputError(
            phrase(
                "sets of {count} objects ({map}) where those of one are needed",
                count=len(numbers),
                map=", ".join(map(str, numbers[:5])),
            ),
            advice="choose the object by its catalogue number first",
        )
    return min(sets, key=lambda item: (float(timing_error_s(item, at)[0]), -item.element_number))
