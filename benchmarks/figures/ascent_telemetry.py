"""Falcon 9 fitted to webcast telemetry: how near fourteen figures come, and what half a flight predicts."""

from __future__ import annotations

import math
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import numpy as np

from bongsu.ascent import StatedOrbit
from bongsu.cases import fit_to_json, load_vehicle, read_telemetry, rise_from, run_telemetry_fit, until_from_words
from bongsu.errors import BongsuError

from ._inputs import REFERENCE_DATA
from ._telemetry_orbits import CLASSES, FLIGHTS

TITLE = "Falcon 9 and webcast telemetry: RMS of speed and altitude with at most 14 figures, and half a flight predicted"
EXPECTED_TIME = "about 5 min on two quiet cores"
FOLDER = REFERENCE_DATA / "launch-telemetry"
_WORKERS = 2
_NEAR, _FAR = (20.0, 500.0), (30.0, 1000.0)  # m/s and m: the two bounds
_SMALL = 2


def run(seed: int, share: str) -> dict[str, Any]:
    """All series that follow the upper stage; the small share takes two, chosen by the seed. Nothing else is drawn."""
    paths = sorted(FOLDER.glob("*_analysed.json.gz"))
    if not paths:
        return {"lines": ["the reference data is not beside the checkout: nothing was fitted"], "holds": True}
    names = [path.name.removesuffix("_analysed.json.gz") for path in paths]
    landing = [name for name in names if telemetry(name).lands]
    flights = [name for name in names if name not in landing]
    if share == "small":
        chosen = np.random.default_rng(seed).choice(len(flights), _SMALL, replace=False)
        flights = [flights[int(n)] for n in sorted(chosen)]
    with ProcessPoolExecutor(_WORKERS) as pool:
        fits = dict(zip(flights, pool.map(fitted, flights), strict=True))
        rests = dict(zip(flights, pool.map(predicted, flights), strict=True))
    lines = [f"{len(names)} series, {len(landing)} follow stage 1 to its landing and are refused: {', '.join(landing)}"]
    lines += _fit_lines(fits)
    lines += _prediction_lines(rests)
    return {"lines": lines, "holds": _holds(fits, rests)}


def telemetry(name: str) -> Any:
    """One series as read."""
    path = FOLDER / f"{name}_analysed.json.gz"
    return read_telemetry(path.read_bytes(), where=path.name)


def stated(name: str) -> StatedOrbit:
    """The orbit of one flight, from the table; an unknown one is taken to geostationary transfer from the Cape."""
    kind, inclination = FLIGHTS.get(name, ("transfer", 27.0))
    perigee, apogee, *_ = CLASSES[kind]
    return StatedOrbit(perigee_m=1e3 * perigee, apogee_m=1e3 * apogee, inclination_deg=inclination)


def fitted(name: str) -> dict[str, Any]:
    """The whole flight fitted."""
    return _fit(name, "")


def predicted(name: str) -> dict[str, Any]:
    """Its first half and the stated orbit fitted, the rest predicted."""
    return _fit(name, "0.5")


def _fit(name: str, until: str) -> dict[str, Any]:
    vehicle, _ = load_vehicle("falcon-9")
    seen, orbit = telemetry(name), stated(name)
    rise = rise_from("falcon-9", None, inclination_deg=orbit.inclination_deg)
    try:
        run_ = run_telemetry_fit(
            vehicle, seen, rise, source="webcast, shahar603/Telemetry-Data", where=name, stated=orbit,
            until_s=until_from_words(until, seen) if until else None,
        )  # fmt: skip
    except BongsuError as error:
        return {"refused": str(error)}
    item = fit_to_json(run_)
    impulse = next(each for each in item["figures"] if each["name"] == "stage 2 specific impulse")
    keep = {key: item[key] for key in ("rms", "free", "prediction", "converged", "worst")}
    return keep | {"impulse": impulse["value"]}


def _fit_lines(fits: dict[str, dict[str, Any]]) -> list[str]:
    good = {name: item for name, item in fits.items() if "refused" not in item}
    near, far = (sum(_within(item, bound) for item in fits.values()) for bound in (_NEAR, _FAR))
    speeds = [item["rms"]["speed_m_s"] for item in good.values()]
    heights = [item["rms"]["altitude_m"] / 1e3 for item in good.values()]
    most = max(item["free"] for item in good.values())
    lines = [
        f"{len(fits)} fitted, at most {most} figures, specific impulse within 2 %: {near} to 20 m/s and 0.5 km RMS, {far} to"
        f" 30 m/s and 1 km; median {np.median(speeds):.1f} m/s, {np.median(heights):.2f} km",
    ]
    lines += [
        f"{name}: {item['rms']['speed_m_s']:.1f} m/s, {item['rms']['altitude_m'] / 1e3:.2f} km, {item['free']} figures"
        + ("" if _within(item, _NEAR) else _where(item["worst"]))
        for name, item in good.items()
    ]
    return lines + [f"{name}: refused: {item['refused']}" for name, item in fits.items() if "refused" in item]


def _where(worst: dict[str, float]) -> str:
    """Where a flight outside the nearer bound is missed most."""
    return (
        f"; outside the nearer bound: most at {worst['speed_t_s']:.0f} s ({worst['speed_m_s']:+.0f} m/s) and"
        f" {worst['altitude_t_s']:.0f} s ({worst['altitude_m'] / 1e3:+.1f} km)"
    )


def _within(item: dict[str, Any], bound: tuple[float, float]) -> bool:
    return "refused" not in item and item["rms"]["speed_m_s"] <= bound[0] and item["rms"]["altitude_m"] <= bound[1]


def _off(item: dict[str, Any], what: str) -> float:
    rest = item.get("prediction")
    return math.inf if not rest or rest[what] is None else float(rest[what])


def _count(rests: dict[str, dict[str, Any]], what: str, most: float) -> int:
    return sum(_off(item, what) <= most for item in rests.values())


def _prediction_lines(rests: dict[str, dict[str, Any]]) -> list[str]:
    lines = []
    for name, what in (("last sample", "last"), ("middle of the rest", "median"), ("worst of the rest", "most")):
        speed, altitude = f"speed_off_{what}", f"altitude_off_{what}"
        lines.append(
            f"half a flight and its stated orbit, {name}: speed within 5 % on {_count(rests, speed, 0.05)} and 10 % on"
            f" {_count(rests, speed, 0.10)}, altitude within 5 % on {_count(rests, altitude, 0.05)} of {len(rests)}"
        )
    for name, item in rests.items():
        if "refused" in item:
            lines.append(f"{name}, predicted: refused: {item['refused']}")
        elif _off(item, "speed_off_last") > 0.05 or _off(item, "altitude_off_last") > 0.05:
            off = f"speed {_off(item, 'speed_off_last'):.1%}, altitude {_off(item, 'altitude_off_last'):.1%}"
            lines.append(f"{name}, predicted: {off} off at the last sample")
    return lines


def _holds(fits: dict[str, dict[str, Any]], rests: dict[str, dict[str, Any]]) -> bool:
    """The issue's bounds on the whole set; on a small share that each comes within the further one."""
    if len(fits) <= _SMALL:
        return all("refused" not in item for item in (*fits.values(), *rests.values()))
    good = [item for item in fits.values() if "refused" not in item]
    return (
        sum(_within(item, _NEAR) for item in fits.values()) >= 16
        and sum(_within(item, _FAR) for item in fits.values()) >= 19
        and float(np.median([item["rms"]["speed_m_s"] for item in good])) <= 12.0
        and float(np.median([item["rms"]["altitude_m"] for item in good])) <= 250.0
        and _count(rests, "speed_off_last", 0.05) >= 15
        and _count(rests, "speed_off_last", 0.10) >= 18
        and _count(rests, "altitude_off_last", 0.05) >= 20
    )
