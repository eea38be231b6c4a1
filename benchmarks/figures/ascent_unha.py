"""Unha-3 of 2016: falls as fitted, and each predicted without itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from bongsu.ascent import (
    falls_of_parts,
    fly,
)
from bongsu.earth import geodesic_inverse

from ._ascents import fitted, known

TITLE = "Unha-3 2016: falls, insertion and oxidiser as fitted; each fall left out and predicted"
EXPECTED_TIME = "about 3 min; small share (nothing left out) 10 s"


def run(seed: int, share: str) -> dict[str, Any]:
    """Falls of 2016: all fitted, then each left out and predicted."""
    vehicle, flight = known("unha-3")
    whole = fitted(vehicle, flight)
    falls = falls_of_parts(whole.flight, ("stage 1", "fairing", "stage 2"), drag=whole.fall_drag())
    pad = (flight.pad.latitude_deg, flight.pad.longitude_deg)
    stated = {each.of: each for each in flight.stated.figures if each.what == "fall distance"}
    reached = {
        part: float(geodesic_inverse(*pad, float(each.latitude_deg[0]), float(each.longitude_deg[0]))[0]) / 1e3
        for part, each in falls.items()
    }
    propellant, error = whole.figures()["stage 1 propellant_kg"]
    oxidiser = [propellant * ratio / (1.0 + ratio) / 1e3 for ratio in (3.0, 3.55)]
    end = float(whole.flight.events[-1].time[0])
    lines = [
        f"Unha-3 2016, all fitted: {', '.join(f'{part} {km:.0f} km ({stated[part].value / 1e3:.0f})' for part, km in reached.items())};"
        f" insertion T+{end:.0f} s",
        f"Unha-3: oxidiser of stage 1 {oxidiser[0]:.1f} to {oxidiser[1]:.1f} t (+-{error * 0.77 / 1e3:.1f}) against 48 t from the"
        f" tank that was raised, not fitted",
    ]
    limits = {"stage 1": 20.0, "fairing": 40.0, "stage 2": 120.0}
    holds = all(abs(reached[part] - stated[part].value / 1e3) <= limit for part, limit in limits.items())
    holds &= 569 <= end <= 586 and all(abs(each / 48.0 - 1.0) <= 0.1 for each in oxidiser)
    rng = np.random.default_rng(seed)
    for part, each in stated.items() if share == "full" else ():
        kept = tuple(
            other for other in flight.stated.figures if not (other.of == part and other.what.startswith("fall"))
        )
        less = replace(flight, stated=replace(flight.stated, figures=kept))
        sets = fitted(vehicle, less).draw(250, rng)
        flown = fly(sets.craft, sets.steering, flight.pad, tolerance_m=0.05)
        fallen = falls_of_parts(flown, (part,), drag=sets.fall_drag, levels_m=(), tolerance_m=5.0)[part]
        distance = geodesic_inverse(*pad, fallen.latitude_deg, fallen.longitude_deg)[0] / 1e3
        low, middle, high = np.nanquantile(distance, [0.05, 0.5, 0.95])
        inside = low <= each.value / 1e3 <= high
        holds &= bool(inside)
        lines.append(
            f"Unha-3, {part} left out: 90 % of falls at {low:.0f} to {high:.0f} km, median {middle:.0f};"
            f" reported {each.value / 1e3:.0f}: {'inside' if inside else 'OUTSIDE'}"
        )
    return {"lines": lines, "holds": holds}
