"""Telemetry as a screen would show it, of flights of the shipped Falcon 9 that this program flew itself."""

from __future__ import annotations

from functools import cache

import numpy as np

from bongsu.ascent import LaunchPad, parse_vehicle
from bongsu.ascent.flight import fly
from bongsu.ascent.telemetry_dials import TelemetryDials
from bongsu.ascent.telemetry_fit import shown
from bongsu.ascent.telemetry_start import FirstLook
from bongsu.reference import vehicle_text

CAPE = LaunchPad(latitude_deg=28.46, longitude_deg=-80.54)
TRUTH = {
    "stage 1 thrust": 7.62e6,
    "stage 1 throttle share": 0.78,
    "stage 1 acceleration limit": 36.0,
    "stage 1 end of thrust": 158.6,
    "pitch at 1/3": 68.0,
    "pitch at 2/3": 40.5,
    "pitch at cut-off": 28.0,
    "stage 2 thrust": 9.35e5,
    "stage 2 tangent start": 0.47,
    "stage 2 tangent middle": 0.33,
    "stage 2 tangent end": -0.03,
    "stage 2 end of thrust": 531.4,
    "stage 1 throttle start": 47.0,
}


@cache
def falcon():
    """The shipped vehicle."""
    return parse_vehicle(vehicle_text("falcon-9"))


@cache
def flown(azimuth_deg: float = 90.0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Times every second to 545 s, speed [m/s] and altitude [m] of the true flight."""
    look = FirstLook(
        cut_off_s=158.6, ignition_s=169.3, end_s=531.4, pitch_deg=(68.0, 40.5, 28.0), tangents=None,
        acceleration_m_s2=7.9, step=None, clock_s=0.0, last_s=545.0,
    )  # fmt: skip
    dials = TelemetryDials(falcon(), look, azimuth_deg, predict=False)
    row = dials.held | {name: np.array([value]) for name, value in TRUTH.items()}
    time = np.arange(0.0, 546.0)
    flight = fly(dials.craft(row, 1), dials.steering(row), CAPE, marks_s=tuple(np.arange(5.0, 530.0, 5.0)))
    speed, altitude = shown(flight, time, np.zeros(1), CAPE)
    return time, speed[:, 0], altitude[:, 0]


def as_csv(time, speed, altitude, *, head: str = "time,speed,altitude") -> str:
    """Rounded as a screen rounds: whole m/s, a tenth of a km."""
    rows = [f"{t:g},{round(v)},{h / 1e3:.1f}" for t, v, h in zip(time, speed, altitude, strict=True)]
    return "\n".join([head, *rows]) + "\n"
