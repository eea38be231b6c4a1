"""The plane reached against the plane of a direct ascent: the dog-leg, measured."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from bongsu.assessment.finding import Finding
from bongsu.earth import (
    EarthOrientation,
    Estimate,
    constants,
    estimate_from_samples,
    node_mean_solar_time_h,
    sidereal_time_rad,
    to_datetime64,
)
from bongsu.errors import ModelError
from bongsu.orbit import Plane, direct_ascent_node_deg
from bongsu.overflight import Site
from bongsu.provenance import Evidence
from bongsu.wording import phrase

__all__ = ["check_plane"]


def check_plane(
    launch_id: str,
    label: str,
    site: Site,
    plane: Plane,
    lift_off: datetime,
    insertion: datetime | None,
    inclination: Estimate,
    *,
    southbound: bool,
    orientation: EarthOrientation,
    sources: tuple[str, ...] = (),
) -> Finding | None:
    """The plane reached against the plane of a direct ascent: the dog-leg, measured.

    Parameters
    ----------
    plane : Plane
        Carried to the time of insertion (or lift-off).
    insertion : datetime, optional
        The pad lies in a direct ascent's plane at lift-off by one convention, at insertion by the other;
        both are tried and the range holds them.
    inclination : Estimate
        Of the orbit reached. [deg]

    Returns
    -------
    Finding or None
        Id ``plane:<id>``. Estimates: ``node_deg``, ``node_mean_time_h``, ``east_of_direct_deg`` (node,
        positive east). None where the inclination cannot pass over the pad.
    """
    differences = []
    try:
        for moment in [lift_off] + ([insertion] if insertion else []):
            for value in (inclination.low, inclination.value or inclination.low, inclination.high):
                direct = direct_ascent_node_deg(
                    site.latitude_deg, site.longitude_deg, value, moment, southbound=southbound, orientation=orientation
                )
                differences.append((plane.node_deg - direct + 180.0) % 360.0 - 180.0)
    except ModelError:
        return None
    pooled = np.concatenate(differences)
    east = Estimate(
        value=float(np.median(pooled)),
        low=min(float(np.quantile(d, 0.05)) for d in differences),
        high=max(float(np.quantile(d, 0.95)) for d in differences),
        unit="deg",
    )
    node = estimate_from_samples(_unwrapped(plane.node_deg), unit="deg")
    hours = node_mean_solar_time_h(plane.node_deg, [to_datetime64(plane.epoch)] * plane.node_deg.size, orientation)
    local = estimate_from_samples(_unwrapped(hours * 15.0) / 15.0, unit="h")
    turned = east.low > 0.5 or east.high < -0.5
    side = "east" if (east.value or 0.0) >= 0.0 else "west"
    size = east if side == "east" else Estimate(value=-(east.value or 0.0), low=-east.high, high=-east.low, unit="deg")
    minutes = max(1.0, local.half_width * 60.0)
    minute = round((local.value or 0.0) * 60.0) % 1440
    clock = f"{minute // 60:02d}:{minute % 60:02d}"
    statement = phrase(
        "The plane of {label} crosses the equator northbound at {clock} local mean time (give or"
        " take {minutes:.0f} min; {origin}), {size} {side} of what a direct ascent from"
        " {label_2} at that minute reaches",
        label=label,
        clock=clock,
        minutes=minutes,
        origin=plane.origin,
        size=size.format(),
        side=side,
        label_2=site.label,
    ) + (": the upper stages turned (a dog-leg)." if turned else ": no dog-leg is seen.")
    return Finding(
        id=f"plane:{launch_id}",
        topic="plane",
        question="Was the orbit plane reached directly, or by a dog-leg?",
        verdict="computed",
        statement=statement,
        label="plane",
        brief=(
            phrase(
                "node {clock} ± {minutes:.0f} min local mean time ({origin}), {size} {side} of a direct ascent",
                clock=clock,
                minutes=minutes,
                origin=plane.origin,
                size=size.format(),
                side=side,
            )
        ),
        sign="=" if turned else "?",
        mark="dog-leg" if turned else "direct",
        estimates={"node_deg": node, "node_mean_time_h": local, "east_of_direct_deg": east},
        sources=sources,
        evidence=(Evidence(what=plane.origin, sources=sources),),
        method=(
            "Node carried by SGP4's secular drift with a and i between the two times as ranges; direct-ascent node from"
            " pad, inclination and time, the pad in the plane at lift-off and at insertion. Local time by the mean Sun."
        ),
        reference="AIAA 2006-6753; Vallado 2013, sections 6.4 and 9.6",
        caveats=(
            "Between the launch and the element set a and i are known only at the ends.",
            "The apparent Sun would give a local time up to 16 min different.",
        ),
        would_change=("An element set from the first days after launch.",),
        check_by_hand=(
            _direct_by_hand(site, lift_off, inclination, southbound, orientation)
            + phrase(
                "; carried node {node}; 1 deg of node is 4 min of launch time: {size} would be a launch"
                " {low:.0f} to {high:.0f} min {side}",
                node=node.format(),
                size=size.format(),
                low=4 * size.low,
                high=4 * size.high,
                side="later" if side == "east" else "earlier",
            )
        ),
        say="the plane lies aside of a direct ascent's: the flight turned"
        if turned
        else "the plane fits a direct ascent",
        do_not_say="which stage turned",
    )


def _direct_by_hand(
    site: Site, moment: datetime, inclination: Estimate, southbound: bool, orientation: EarthOrientation
) -> str:
    """The node of a direct ascent at one moment, with the numbers put in."""
    value = inclination.value or inclination.low
    sidereal = float(np.degrees(sidereal_time_rad([to_datetime64(moment)], orientation)[0]))
    pad = (sidereal + site.longitude_deg) % 360.0
    geocentric = np.arctan((1.0 - constants.WGS84_ECCENTRICITY_SQUARED) * np.tan(np.radians(site.latitude_deg)))
    along = float(np.degrees(np.arcsin(np.tan(geocentric) / np.tan(np.radians(value)))))
    node = (pad - (180.0 - along if southbound else along)) % 360.0
    turn = "- 180 + " if southbound else "- "
    return phrase(
        "pad at lift-off: sidereal time {sidereal:.2f} + longitude {longitude_deg:.2f} ="
        " {pad:.2f} deg; direct node {pad:.2f} {turn}asin(tan {np:.2f} / tan {value:g}) ="
        " {node:.1f} deg",
        sidereal=sidereal,
        longitude_deg=site.longitude_deg,
        pad=pad,
        turn=turn,
        np=np.degrees(geocentric),
        value=value,
        node=node,
    )


def _unwrapped(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Angles brought together around their mean, so that a sample may straddle 360."""
    centre = np.degrees(np.angle(np.exp(1j * np.radians(degrees)).mean())) % 360.0
    return np.asarray(centre + (degrees - centre + 180.0) % 360.0 - 180.0, dtype=float)
