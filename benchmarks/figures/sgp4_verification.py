"""The published SGP4 verification states, through Bongsu's own reading and propagation.

Element sets and expected states: Vallado, Crawford, Hujsak and Kelso, "Revisiting Spacetrack Report #3",
AIAA 2006-6753, as the package ``sgp4`` carries them (SGP4-VER.TLE, tcppver.out). Of its 667 rows one is no state: set
33334 is there to raise error 2, and its row repeats set 33333's; the other 666 are compared.
"""

from __future__ import annotations

from datetime import timedelta
from importlib.resources import files
from typing import Any

import numpy as np

from bongsu.orbit import ElementSet, parse_tle, propagate

TITLE = "Differences from the 666 published SGP4 verification states (AIAA 2006-6753)"
EXPECTED_TIME = "about 1 s"
POSITION_KM = 1e-6  # a millimetre; the states are printed to 1e-8 km, times here are whole microseconds
VELOCITY_KM_S = 1e-8  # printed to 1e-9 km/s
ERROR_ROWS = [(33334, 0.0)]  # "try and check error code 2", SGP4-VER.TLE


def published_states() -> list[tuple[int, np.ndarray]]:
    """Catalogue number and rows of (minutes from epoch, position [km], velocity [km/s]), in the file's order."""
    blocks: list[tuple[int, list[list[float]]]] = []
    for line in files("sgp4").joinpath("tcppver.out").read_text().splitlines():
        words = line.split()
        if words[-1] == "xx":
            blocks.append((int(words[0]), []))
        else:
            blocks[-1][1].append([float(word) for word in words[:7]])
    return [(number, np.array(rows)) for number, rows in blocks]


def published_sets() -> list[ElementSet]:
    """The element sets, read as old text: span and step stand after column 69 of line 2."""
    text = files("sgp4").joinpath("SGP4-VER.TLE").read_text()
    sets, _ = parse_tle(text, strict=False, origin="SGP4-VER.TLE")
    return sets


def run(seed: int, share: str) -> dict[str, Any]:
    """Compare every state; the whole takes a second, so the share is always all of it."""
    del seed, share
    unread, refused, compared, farthest, fastest = [], [], 0, 0.0, 0.0
    sets = published_sets()
    states = published_states()
    by_number: dict[int, list[ElementSet]] = {}
    for element_set in sets:
        by_number.setdefault(element_set.norad_id, []).append(element_set)
    for number, rows in states:
        if not by_number.get(number):
            unread.append(number)
            continue
        element_set = by_number[number].pop(0)
        times = [element_set.epoch + timedelta(minutes=minutes) for minutes in rows[:, 0]]
        trajectory = propagate(element_set, times)
        good = trajectory.error == 0
        refused += [(number, float(minutes)) for minutes in rows[~good, 0]]
        compared += int(good.sum())
        if good.any():
            away = np.linalg.norm(trajectory.position_m[good] / 1000.0 - rows[good, 1:4], axis=1)
            off = np.linalg.norm(trajectory.velocity_m_s[good] / 1000.0 - rows[good, 4:7], axis=1)
            farthest, fastest = max(farthest, float(away.max())), max(fastest, float(off.max()))
    total = sum(len(rows) for _, rows in states)
    holds = refused == ERROR_ROWS and not unread and farthest <= POSITION_KM and fastest <= VELOCITY_KM_S
    lines = [
        f"{compared} of {total} rows compared, {len(states)} element sets; no state, as meant, for {ERROR_ROWS}",
        f"largest difference {farthest:.1e} km, {fastest:.1e} km/s (holds up to {POSITION_KM:g} and {VELOCITY_KM_S:g})",
    ]
    if unread:
        lines.append(f"element sets not read: {unread}")
    if refused != ERROR_ROWS:
        lines.append(f"no state for: {refused[:12]}")
    return {"lines": lines, "holds": holds}
