"""Nuri, first flight of 2021: its plan, and its own early end."""

from __future__ import annotations

from typing import Any

import numpy as np

from bongsu.ascent import (
    fly,
    orbit_of,
)
from bongsu.earth import constants

from ._ascents import fitted, known

TITLE = "Nuri 2021: heights of the plan, circular speed at engine stop, and the third stage cut 46 s early"
EXPECTED_TIME = "about 5 s"


def run(seed: int, share: str) -> dict[str, Any]:
    """Heights of the plan, circular speed, and the flight's own early end; nothing is drawn."""
    del seed, share
    vehicle, flight = known("nuri")
    fit = fitted(vehicle, flight)
    marks = fly(fit.craft, fit.steering, flight.pad, marks_s=(127.0, 233.0, 274.0)).marks
    height = [float(mark.geodetic()[2][0]) / 1e3 for mark in marks]
    end = fit.flight.events[-1]
    radius = float(np.linalg.norm(end.state[:3]))
    top = radius / 1e3 - constants.WGS84_EQUATORIAL_RADIUS_M / 1e3
    speed = float(end.inertial_speed_m_s()[0]) - float(np.sqrt(constants.EARTH_GM_M3_S2 / radius))
    cut = fly(fit.craft, fit.steering, flight.pad, until=float(end.time[0]) - 46.0)
    orbit = orbit_of(cut.events[-1])
    apogee, perigee = float(orbit.apogee_m[0]) / 1e3, float(orbit.perigee_m[0]) / 1e3
    lines = [
        f"Nuri: {height[0]:.1f} km at 127 s (plan 59), {height[1]:.1f} at 233 s (191), {height[2]:.1f} at 274 s (258);"
        f" these were fitted, within the vehicle's public ranges",
        f"Nuri: {top:.1f} km and {speed:+.1f} m/s of circular speed at engine stop, T+{float(end.time[0]):.0f} s",
        f"Nuri cut 46 s early (not fitted): apogee {apogee:.0f} km, perigee {perigee:.0f} km, so no orbit",
    ]
    holds = (
        abs(height[0] - 59) <= 5
        and abs(height[1] - 191) <= 10
        and abs(height[2] - 258) <= 10
        and abs(top - 700) <= 10
        and abs(speed) <= 30
        and 690 <= apogee <= 800
        and perigee < 0
    )
    return {"lines": lines, "holds": holds}
