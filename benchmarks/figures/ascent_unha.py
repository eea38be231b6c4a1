"""Unha-3 of 2016: falls as fitted, and each predicted without itself; the box of December 2012 from its orbit alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from bongsu.ascent import (
    Failure,
    disperse,
    falling_bodies,
    falls_of_parts,
    fly,
    footprints,
    random_wind,
)
from bongsu.earth import Region, geodesic_inverse, geodesic_points

from ._ascents import fitted, known

TITLE = "Unha-3 2016: falls, insertion and oxidiser as fitted; each fall left out and predicted; December 2012 unfitted"
EXPECTED_TIME = "about 4 min; small share (nothing left out, no December) 10 s"
# Stage 1 of December 2012, judged and never used: the corners notified (allthingsnuclear.org, December 2012; re-ordered), and
# where its parts were raised, 152 km W of Byeonsan, 448 km from Sohae at 179 deg (hankookilbo.com 201212231143282545).
BOX = ((35.7350, 124.5083), (35.7353, 124.9064), (34.9786, 124.9364), (34.9767, 124.5422))
RAISED_KM, RAISED_DEG = 448.0, 179.0


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
    if share == "full":
        more, met = december(rng)
        lines += more
        holds &= met
    return {"lines": lines, "holds": bool(holds)}


def december(rng: np.random.Generator) -> tuple[list[str], bool]:
    """Stage 1 of December 2012, from the orbit, the time of insertion and the direction of the April areas alone."""
    vehicle, flight = known("unha-3", "2012-12-12")
    pad = (flight.pad.latitude_deg, flight.pad.longitude_deg)
    sets = fitted(vehicle, flight).draw(250, rng)
    craft, steering, drag = disperse(sets, 2000, rng)
    wind = random_wind(2000, rng)
    _, bodies = falling_bodies(craft, steering, flight.pad, Failure(), rng, drag=drag, wind=wind)
    print_ = footprints([each for each in bodies if each.label == "stage 1"], wind=wind)[0]
    box = Region.from_ring(BOX)
    inside = float(np.mean(box.contains(print_.fall.latitude_deg, print_.fall.longitude_deg)))
    whole = max(print_.containment(*corner) for corner in BOX)
    latitude, longitude = geodesic_points(*pad, RAISED_DEG, RAISED_KM * 1e3, 2)
    raised = print_.containment(float(latitude[-1]), float(longitude[-1]))
    distance = geodesic_inverse(
        np.full(print_.count, pad[0]),
        np.full(print_.count, pad[1]),
        print_.fall.latitude_deg,
        print_.fall.longitude_deg,
    )[0]
    low, middle, high = np.quantile(distance / 1e3, [0.05, 0.5, 0.95])
    centre = geodesic_inverse(*pad, *box.centroid)
    return [
        f"Unha-3, December 2012, stage 1 from the orbit and T+567 s alone: 90 % of falls at {low:.0f} to {high:.0f} km, median"
        f" {middle:.0f}; the notified box (centre {centre[0] / 1e3:.0f} km at {centre[1]:.1f} deg, {box.area_km2:,.0f} km2) lies"
        f" whole inside the {whole:.0%} region, {inside:.0%} of the falls in it; parts were raised at {RAISED_KM:.0f} km, inside"
        f" the {raised:.0%} region. The region is wide because no fall of this flight is fitted"
    ], whole <= 0.9 and raised <= 0.9
