"""The free flight of a reported arc: its minutes in words, and as a sum to check by hand."""

from __future__ import annotations

import math

from bongsu.earth import constants
from bongsu.wording import phrase

__all__ = ["arc_by_hand", "minutes_words"]


def arc_by_hand(apogee_km: float, ground_range_km: float, time_words: str) -> str:
    """The formula without rotation, with the numbers put in; each line can be typed into a calculator.

    ``time_words`` is the time as stated; may be empty.
    """
    h, s = apogee_km, ground_range_km
    r, gm = 6371.0, constants.EARTH_GM_M3_S2 / 1e9
    theta = s / (2.0 * r)
    e = h / (h + r - r * math.cos(theta))
    a = (r + h) / (1.0 + e)
    anomaly = math.acos((1.0 - r / a) / e)
    t = 2.0 * math.sqrt(a**3 / gm) * (math.pi - anomaly + e * math.sin(anomaly)) / 60.0
    stated = phrase("\nStated: {time_words}.", time_words=time_words) if time_words else ""
    return phrase(
        "Without the Earth's rotation, R = 6371 km, GM = {gm:.1f} km^3/s^2, apogee H = {h:g} km,"
        " range s = {s:g} km:\nhalf angle  theta = s/(2R) = {s:g}/(2*6371) = {theta:.6f}"
        " rad\neccentricity  e = H/(H + R - R cos theta) = {h:g}/({h:g} + 6371 -"
        " 6371*cos({theta:.6f})) = {value:.6f}\nsemi-major axis  a = (R + H)/(1 + e) = (6371 +"
        " {h:g})/(1 + {value:.6f}) = {a:.2f} km\neccentric anomaly  E = acos((1 - R/a)/e) ="
        " acos((1 - 6371/{a:.2f})/{value:.6f}) = {anomaly:.5f} rad\nKepler  t = 2 sqrt(a^3/GM)"
        " (pi - E + e sin E)/60 = 2*sqrt({a:.2f}^3/{gm:.1f})*(pi - {anomaly:.5f} +"
        " {value:.6f}*sin({anomaly:.5f}))/60 = {t:.2f} min\nAn eastward flight takes longer over"
        " the turning Earth, because the point of fall moves away.{stated}",
        gm=gm,
        h=h,
        s=s,
        theta=theta,
        value=e,
        a=a,
        anomaly=anomaly,
        t=t,
        stated=stated,
    )


def minutes_words(low: float, high: float) -> str:
    """A range of minutes for a sentence."""
    if math.isinf(high):
        return phrase("at least {low:.1f} min", low=low)
    if math.isinf(low):
        return phrase("at most {high:.1f} min", high=high)
    return (
        phrase("{low:.1f} min", low=low)
        if f"{low:.1f}" == f"{high:.1f}"
        else phrase("{low:.1f} to {high:.1f} min", low=low, high=high)
    )
