"""Fits of a vehicle to telemetry of a launch: from words and files to the answer as plain values."""

from __future__ import annotations

import csv
import gzip
import io
import math
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent import (
    FittedFigure,
    LaunchPad,
    StatedOrbit,
    Telemetry,
    TelemetryFit,
    Vehicle,
    fit_telemetry,
    orbit_of,
    parse_pads,
    parse_telemetry,
)
from bongsu.errors import InputError, ModelError
from bongsu.notices import launch_azimuth_deg
from bongsu.reference import vehicle_text
from bongsu.wording import phrase

__all__ = [
    "RiseFrom",
    "TelemetryRun",
    "fit_to_json",
    "orbit_from_words",
    "read_telemetry",
    "residuals_csv",
    "rise_from",
    "run_telemetry_fit",
    "until_from_words",
]

_MOST_BYTES = 60_000_000
_GZIP = b"\x1f\x8b"
_GOOD_M_S, _GOOD_M = 30.0, 1_000.0  # beyond either, no flight of the vehicle is said to show the telemetry
_ORBIT_HEIGHT_M = 200e3  # for the azimuth where no orbit is stated; 100 km more turn it by under 0.1 deg


@dataclass(frozen=True, slots=True, kw_only=True)
class RiseFrom:
    """Where a flight rises from, in which direction, and why that was taken."""

    pad: LaunchPad
    azimuth_deg: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TelemetryRun:
    """One fit with what it was asked."""

    fit: TelemetryFit
    rise: RiseFrom
    source: str
    where: str


def read_telemetry(raw: bytes, *, where: str) -> Telemetry:
    """Telemetry from the bytes of a CSV or JSON file, also packed with gzip.

    Raises
    ------
    InputError
        Not text, over 60 MB unpacked, or as :func:`~bongsu.ascent.parse_telemetry`.
    """
    if raw[:2] == _GZIP:
        try:
            with gzip.open(io.BytesIO(raw)) as file:
                raw = file.read(_MOST_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(
                phrase("{where}: broken gzip file: {error}", where=where, error=error), advice="fetch it again"
            ) from None
    if len(raw) > _MOST_BYTES:
        raise InputError(
            phrase(
                "{where} is over {most_bytes} MB; telemetry of one ascent is far smaller",
                where=where,
                most_bytes=_MOST_BYTES // 1000000,
            )
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(
            phrase("{where} is not text", where=where), advice="CSV or JSON with time, speed and altitude"
        ) from None
    return parse_telemetry(text, where=where)


def orbit_from_words(words: str) -> StatedOrbit:
    """``165,190`` or ``165,190,28.5``: perigee and apogee in km, and the inclination.

    Raises
    ------
    InputError
        Where it is no such thing, or no orbit.
    """
    numbers = _numbers(words)
    if len(numbers) not in (2, 3):
        raise InputError(
            phrase("--orbit {words!r} is no orbit", words=words[:40]),
            advice="write perigee,apogee,inclination in km and deg: 165,190,28.5",
        )
    inclination = numbers[2] if len(numbers) == 3 else None
    if max(numbers[:2]) >= 1e6:
        raise InputError(
            phrase("--orbit {words!r} is too high for one: in km, not m", words=words[:40]), advice="165,190,28.5"
        )
    return StatedOrbit(perigee_m=1e3 * numbers[0], apogee_m=1e3 * numbers[1], inclination_deg=inclination)


def until_from_words(words: str, telemetry: Telemetry) -> float:
    """``0.5`` or ``50%`` of the time that the telemetry spans, or seconds from lift-off.

    Raises
    ------
    InputError
        Where it is neither, or leaves nothing to predict.
    """
    share = words.strip().endswith("%")
    numbers = _numbers(words.strip().removesuffix("%"))
    if len(numbers) != 1 or not numbers[0] > 0.0:
        raise InputError(
            phrase("--until {words!r} is neither a share nor seconds", words=words[:30]), advice="write 0.5, 50% or 260"
        )
    last = float(telemetry.time_s[-1])
    value = numbers[0] / 100.0 if share else numbers[0]
    seconds = value * last if share or value < 1.0 else value
    if not seconds < last:
        raise InputError(
            phrase(
                "--until {seconds:.0f} s leaves nothing to predict: the telemetry ends at {last:.0f} s",
                seconds=seconds,
                last=last,
            )
        )
    return seconds


def rise_from(
    vehicle_name: str,
    body: str | None,
    *,
    pad: str = "",
    azimuth_deg: float | None = None,
    inclination_deg: float | None = None,
) -> RiseFrom:
    """Pad and azimuth from what was said, or from the vehicle's file and the inclination.

    Parameters
    ----------
    vehicle_name : str
        Of a shipped vehicle, or of the file.
    body : str, optional
        Text of a vehicle file of the user's own.
    pad : str
        ``latitude,longitude`` or the id of a pad in the file.
    azimuth_deg, inclination_deg : float, optional
        As stated.

    Raises
    ------
    InputError
        Unknown pad, none in the file, or an inclination out of reach from it.
    """
    known = parse_pads(vehicle_text(vehicle_name) if body is None else body, where=vehicle_name)
    place, southbound, words = _pad(known, pad, inclination_deg)
    if azimuth_deg is not None:
        if not 0.0 <= azimuth_deg < 360.0:
            raise InputError(
                phrase("--azimuth {azimuth_deg:g}; expected 0 to 360, clockwise from north", azimuth_deg=azimuth_deg)
            )
        return RiseFrom(pad=place, azimuth_deg=azimuth_deg, words=phrase("{words}, azimuth as given", words=words))
    if inclination_deg is None:
        return RiseFrom(
            pad=place, azimuth_deg=90.0, words=phrase("{words}, due east (no inclination stated)", words=words)
        )
    try:
        azimuth = launch_azimuth_deg(
            inclination_deg, place.latitude_deg, _ORBIT_HEIGHT_M, southbound=southbound, earth_relative=True
        )
    except ModelError:
        if inclination_deg > 90.0:
            raise
        return RiseFrom(
            pad=place,
            azimuth_deg=90.0,
            words=phrase(
                "{words}, due east (a straight flight reaches no less than its latitude; stated"
                " {inclination_deg:g} deg)",
                words=words,
                inclination_deg=inclination_deg,
            ),
        )
    return RiseFrom(
        pad=place,
        azimuth_deg=azimuth,
        words=phrase("{words}, straight into {inclination_deg:g} deg", words=words, inclination_deg=inclination_deg),
    )


def _pad(known: Any, pad: str, inclination_deg: float | None) -> tuple[LaunchPad, bool, str]:
    """The pad, whether it goes south from there, and how it was found."""
    if pad:
        for each in known:
            if each.id == pad:
                return each.pad, each.southbound, phrase("pad {id}", id=each.id)
        numbers = _numbers(pad)
        if len(numbers) != 2:
            names = ", ".join(each.id for each in known) or "none"
            raise InputError(
                phrase("--pad {pad!r} is unknown", pad=pad[:40]),
                advice=phrase("latitude,longitude, or one of: {names}", names=names),
            )
        polar = inclination_deg is not None and inclination_deg > 60.0
        return (
            LaunchPad(latitude_deg=numbers[0], longitude_deg=numbers[1]),
            polar,
            phrase("pad {numbers:g}, {numbers_2:g}", numbers=numbers[0], numbers_2=numbers[1]),
        )
    if not known:
        raise InputError(
            "the vehicle's file names no pad", advice="give --pad LATITUDE,LONGITUDE, or add a [[pad]] to the file"
        )
    for each in known:
        if inclination_deg is not None and each.serves(inclination_deg):
            return each.pad, each.southbound, phrase("pad {id} (by the inclination)", id=each.id)
    return known[0].pad, known[0].southbound, phrase("pad {id} (the file's first)", id=known[0].id)


def _numbers(words: str) -> list[float]:
    try:
        found = [float(part) for part in words.split(",")][:5]
    except ValueError:
        return []
    return found if all(math.isfinite(each) for each in found) else []


def run_telemetry_fit(
    vehicle: Vehicle,
    telemetry: Telemetry,
    rise: RiseFrom,
    *,
    source: str,
    where: str,
    stated: StatedOrbit | None = None,
    until_s: float | None = None,
) -> TelemetryRun:
    """Fit, with the source named; see :func:`~bongsu.ascent.fit_telemetry`."""
    fit = fit_telemetry(
        vehicle,
        rise.pad,
        telemetry,
        azimuth_deg=rise.azimuth_deg,
        sources=(source,),
        stated=stated,
        until_s=until_s,
    )
    return TelemetryRun(fit=fit, rise=rise, source=source, where=where)


def _tells_altitude(fit: TelemetryFit) -> bool:
    """Whether the altitude after the samples fitted is told: by an orbit stated, or because all was fitted."""
    return fit.until_s is None or fit.stated is not None


def fit_to_json(run: TelemetryRun) -> dict[str, Any]:
    """One item: ``figures``, ``rms``, ``prediction``, ``orbit``, ``events``, ``residuals`` and ``said``, in plain words."""
    fit = run.fit
    speed, altitude = fit.rms()
    item: dict[str, Any] = {
        "vehicle": fit.vehicle.id,
        "name": fit.vehicle.name,
        "source": run.source,
        "file": run.where,
        "taken": list(fit.telemetry.taken),
        "rise": {
            "latitude": round(fit.pad.latitude_deg, 4),
            "longitude": round(fit.pad.longitude_deg, 4),
            "azimuth_deg": round(run.rise.azimuth_deg, 2),
            "why": run.rise.words,
        },
        "stated_orbit": _stated(fit.stated),
        "free": fit.free_count,
        "readings": fit.telemetry.count if fit.until_s is None else fit.telemetry.until(fit.until_s).count,
        "converged": fit.converged,
        "reproduced": speed <= _GOOD_M_S and altitude <= _GOOD_M,
        "rms": {"speed_m_s": round(speed, 2), "altitude_m": round(altitude, 1)},
        "worst": _worst(fit),
        "correlation_s": round(fit.correlation_s, 1),
        "figures": [_figure(each) for each in fit.figures],
        "events": _events(fit),
        "orbit": _orbit(fit),
        "prediction": _prediction(fit),
        "residuals": _residuals(fit),
    }
    known = fit.telemetry.downrange_m
    if known is not None:
        off = (fit.downrange_m - known)[fit.used]
        item["downrange_rms_m"] = round(float(np.sqrt(np.nanmean(off**2))), 1) if np.isfinite(off).any() else None
    item["said"] = _said(item, fit)
    return item


def _worst(fit: TelemetryFit) -> dict[str, Any]:
    """Where the fitted part is missed most: that is where to look for what the model has not."""
    found: dict[str, Any] = {}
    for name, flown, shown in (
        ("speed_m_s", fit.speed_m_s, fit.telemetry.speed_m_s),
        ("altitude_m", fit.altitude_m, fit.telemetry.altitude_m),
    ):
        off = np.where(fit.used, flown - shown, np.nan)
        place = int(np.nanargmax(np.abs(off)))
        found |= {name: round(float(off[place]), 1), f"{name.split('_')[0]}_t_s": float(fit.telemetry.time_s[place])}
    return found


def _stated(stated: StatedOrbit | None) -> dict[str, Any] | None:
    if stated is None:
        return None
    return {
        "perigee_km": stated.perigee_m / 1e3,
        "apogee_km": stated.apogee_m / 1e3,
        "inclination_deg": stated.inclination_deg,
    }


def _figure(figure: FittedFigure) -> dict[str, Any]:
    estimate = figure.estimate
    return {
        "name": figure.name,
        "value": _four(estimate.value),
        "low": _four(estimate.low),
        "high": _four(estimate.high),
        "level": estimate.level,
        "unit": estimate.unit,
        "free": figure.free,
        "determined": figure.determined,
        "prior_left": round(figure.left, 3),
        "stands_in_for": figure.partner,
        "correlation": round(figure.correlation, 3),
    }


def _four(value: float | None) -> float | None:
    """To five figures."""
    return None if value is None else float(f"{value:.5g}")


def _events(fit: TelemetryFit) -> list[dict[str, Any]]:
    last = float(fit.telemetry.time_s[-1])
    rows = []
    for event in fit.flight.events:
        time = float(event.time[0])
        if event.label == "stage 2 end of thrust" and fit.orbit is None:
            continue
        if time > last + 1.0 and not _tells_altitude(fit):
            continue
        rows.append(
            {
                "label": event.label,
                "t_s": round(time, 1),
                "speed_m_s": round(float(event.relative_speed_m_s()[0]), 1),
                "altitude_m": round(float(event.geodetic()[2][0])),
                "climb_angle_deg": round(float(event.climb_angle_deg()[0]), 2),
            }
        )
    return rows


def _orbit(fit: TelemetryFit) -> dict[str, Any] | None:
    """At the end of thrust, where the telemetry shows it or an orbit was stated."""
    if fit.orbit is None:
        return None
    orbit = orbit_of(fit.flight.events[-1])
    return {
        "perigee_km": round(float(orbit.perigee_m[0]) / 1e3, 1),
        "apogee_km": round(float(orbit.apogee_m[0]) / 1e3, 1),
        "fitted": fit.look.end_s is not None,
    }


def _prediction(fit: TelemetryFit) -> dict[str, Any] | None:
    """How far the rest of the telemetry is from what the first part gave, in shares of what was shown."""
    if fit.until_s is None:
        return None
    rest = ~fit.used
    speed, altitude = fit.telemetry.speed_m_s[rest], fit.telemetry.altitude_m[rest]
    off_speed = np.abs(fit.speed_m_s[rest] - speed) / np.maximum(speed, 1.0)
    told = _tells_altitude(fit)
    off_altitude = np.abs(fit.altitude_m[rest] - altitude) / np.maximum(altitude, 1.0)
    return {
        "until_s": round(fit.until_s, 1),
        "last_s": float(fit.telemetry.time_s[-1]),
        "speed_off_last": _last(off_speed),
        "speed_off_median": _middle(off_speed),
        "speed_off_most": _most(off_speed),
        "altitude_told": told,
        "altitude_off_last": _last(off_altitude) if told else None,
        "altitude_off_median": _middle(off_altitude) if told else None,
        "altitude_off_most": _most(off_altitude) if told else None,
    }


def _last(off: NDArray[np.float64]) -> float | None:
    known = off[np.isfinite(off)]
    return round(float(known[-1]), 4) if len(known) else None


def _middle(off: NDArray[np.float64]) -> float | None:
    return round(float(np.nanmedian(off)), 4) if np.isfinite(off).any() else None


def _most(off: NDArray[np.float64]) -> float | None:
    return round(float(np.nanmax(off)), 4) if np.isfinite(off).any() else None


def _residuals(fit: TelemetryFit) -> list[dict[str, Any]]:
    """Sample by sample: shown, flown, and flown less shown; None where it cannot be told."""
    told = _tells_altitude(fit)

    def tidy(value: float, digits: int) -> float | None:
        return round(float(value), digits) if math.isfinite(value) else None

    rows = []
    for n, time in enumerate(fit.telemetry.time_s):
        flown = float(fit.altitude_m[n]) if fit.used[n] or told else math.nan
        shown_speed, shown_altitude = float(fit.telemetry.speed_m_s[n]), float(fit.telemetry.altitude_m[n])
        rows.append(
            {
                "t_s": round(float(time), 3),
                "fitted": bool(fit.used[n]),
                "speed_m_s": tidy(shown_speed, 2),
                "flown_speed_m_s": tidy(float(fit.speed_m_s[n]), 2),
                "speed_off_m_s": tidy(float(fit.speed_m_s[n]) - shown_speed, 2),
                "altitude_m": tidy(shown_altitude, 1),
                "flown_altitude_m": tidy(flown, 1),
                "altitude_off_m": tidy(flown - shown_altitude, 1),
            }
        )
    return rows


def residuals_csv(item: dict[str, Any]) -> str:
    """The residuals as CSV, a line for each sample; empty where a value is not told."""
    file = io.StringIO()
    writer = csv.DictWriter(file, fieldnames=list(item["residuals"][0]), lineterminator="\n")
    writer.writeheader()
    for row in item["residuals"]:
        writer.writerow({key: "" if value is None else value for key, value in row.items()})
    return file.getvalue()


def _said(item: dict[str, Any], fit: TelemetryFit) -> list[str]:
    """What the fit shows and what it does not, in plain words."""
    words = []
    if not item["reproduced"]:
        rms = item["rms"]
        words.append(
            phrase(
                "No flight of this vehicle with {free} figures shows this telemetry: RMS {speed_m_s:.0f}"
                " m/s and {altitude_m:.1f} km. Engine steps, boosters or a clock that jumps are not in"
                " the model.",
                free=item["free"],
                speed_m_s=rms["speed_m_s"],
                altitude_m=rms["altitude_m"] / 1000.0,
            )
        )
    untold = [each["name"] for each in item["figures"] if not each["determined"]]
    if untold:
        words.append(
            phrase("The data do not tell: {untold} (over half of the prior's width is left).", untold=", ".join(untold))
        )
    pairs = [
        each
        for each in item["figures"]
        if each["free"] and abs(each["correlation"]) >= 0.9 and "mass" in each["stands_in_for"]
    ]
    if pairs:
        names = ", ".join(
            phrase(
                "{name} and {stands_in_for} ({correlation:+.2f})",
                name=each["name"],
                stands_in_for=each["stands_in_for"],
                correlation=each["correlation"],
            )
            for each in pairs
        )
        words.append(phrase("These stand in for one another, only their ratio shows: {names}.", names=names))
    words.append(
        "A small residual proves nothing about the vehicle: specific impulse is not identified by speed and altitude."
    )
    if fit.until_s is not None and fit.stated is None:
        words.append(
            phrase(
                "Without a stated orbit altitude after {until_s:.0f} s cannot be told, and is not given;"
                " speed is the vehicle's, flown on as before.",
                until_s=fit.until_s,
            )
        )
    if fit.stated is not None and fit.stated.apogee_m > 2e6 and fit.until_s is not None:
        words.append(
            "The stated orbit is a transfer orbit; the first burn often ends in a parking orbit: state that one."
        )
    if abs(fit.look.clock_s) > 0.0:
        late = "late: the first sample is already fast" if fit.look.clock_s > 0.0 else "early: it stands at first"
        words.append(phrase("The screen's clock runs {late}; its offset was fitted.", late=late))
    return words
