"""The figures that a fit to telemetry may free, at most fourteen, and the craft and programme that they make.

A burn ends at a time here, and the propellant follows: telemetry shows when the thrust ended, not what was in the tanks.
Masses at lift-off and at upper ignition stay in the middle of the vehicle's ranges, because only thrust over mass shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.steering import StagePitch, Steering
from bongsu.ascent.telemetry_start import FirstLook
from bongsu.ascent.vehicle import Craft, CraftStage, Throttle, Vehicle, nominal_craft
from bongsu.earth import constants

__all__ = ["MOST_FREE", "Dial", "TelemetryDials", "propellant_used_kg"]

Array = NDArray[np.float64]
MOST_FREE = 14
_VERTICAL_S = 8.0
_BUCKET_STEPS = 3
_SEA_LEVEL_PA = 101_325.0  # US Standard Atmosphere 1976, table 2
_IMPULSE_SHARE = 0.02  # of the published specific impulse: the most by which a fit may leave it
_WIDE = 1e3  # a prior that does not pull


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """One figure: where it starts, its bounds, the step of its derivative, and its prior's middle and standard error."""

    name: str
    unit: str
    start: float
    low: float
    high: float
    step: float
    middle: float
    error: float


class TelemetryDials:
    """Values (p, k) of the free figures to craft and programmes of k flights; the other figures stay as they are."""

    def __init__(self, vehicle: Vehicle, look: FirstLook, azimuth_deg: float, *, predict: bool) -> None:
        self.nominal, self.azimuth_deg = nominal_craft(vehicle), azimuth_deg
        self.upper_kg = float(
            self.nominal.stages[1].full_mass_kg[0] + self.nominal.payload_kg[0] + self.nominal.fairing_kg[0]
        )
        self.coast_s, self.ignition_s = look.ignition_s - look.cut_off_s, look.ignition_s
        two = self.nominal.stages[1]
        self.upper_burn_s = float(two.propellant_kg[0] / two.flow_kg_s[0])
        throttle = self.nominal.stages[0].throttle
        self.bucket_s = float(throttle[2].after_s - throttle[1].after_s) if len(throttle) == _BUCKET_STEPS else 0.0
        every = {dial.name: dial for dial in _dials(vehicle, look, self.nominal, self.upper_kg, predict)}
        self.held = {name: np.array([dial.start]) for name, dial in every.items()}
        chosen = _chosen(look, self.bucket_s > 0.0, predict)
        self.free = tuple(every[name] for name in chosen)
        self.doubtful = tuple(dial for name, dial in every.items() if name not in chosen and name in _DOUBTFUL)

    @property
    def names(self) -> tuple[str, ...]:
        """Of the free figures."""
        return tuple(dial.name for dial in self.free)

    def row(self, values: Array, extra: Mapping[str, Array] | None = None) -> dict[str, Array]:
        """Every figure by name, (k,) or (1,), from values (p, k) of the free ones."""
        return self.held | dict(zip(self.names, values, strict=True)) | dict(extra or {})

    def steering(self, row: Mapping[str, Array]) -> Steering:
        """The programmes."""
        start, middle, end = (row[f"stage 2 tangent {where}"] for where in ("start", "middle", "end"))
        return Steering(
            azimuth_deg=self.azimuth_deg,
            kick_deg=0.0,
            vertical_s=_VERTICAL_S,
            curve_deg=(row["pitch at 1/3"], row["pitch at 2/3"], row["pitch at cut-off"]),
            curve_end_s=row["stage 1 end of thrust"],
            upper=(
                StagePitch(
                    pitch_start_deg=np.degrees(np.arctan(start)),
                    pitch_end_deg=np.degrees(np.arctan(end)),
                    tangent_bend=middle - 0.5 * (start + end),
                ),
            ),
        )

    def craft(self, row: Mapping[str, Array], count: int) -> Craft:
        """The vehicles of k flights."""
        one, two = self.nominal.stages
        upper = self.upper_kg * row["mass at upper ignition"]
        lift_off = (self.upper_kg + float(one.full_mass_kg[0])) * row["mass at lift-off"]
        first = _with_thrust(one, row["stage 1 thrust"], row["stage 1 specific impulse"])
        first = replace(
            first,
            throttle=_bucket(one, row, self.bucket_s),
            acceleration_limit_m_s2=row["stage 1 acceleration limit"],
        )
        used = propellant_used_kg(first, lift_off, row["stage 1 end of thrust"] - one.ignition_delay_s)
        first = replace(first, propellant_kg=used, inert_kg=lift_off - upper - used)
        second = _with_thrust(two, row["stage 2 thrust"], row["stage 2 specific impulse"])
        steps = (Throttle(after_s=row["stage 2 throttle step"], share=row["stage 2 throttle share"]),)
        second = replace(second, throttle=steps)
        ignition = row["stage 1 end of thrust"] + self.coast_s
        fairing = (self.nominal.fairing_s - ignition, self.nominal.fairing_kg)
        used = propellant_used_kg(second, upper, row["stage 2 end of thrust"] - ignition, dropped=fairing)
        left = upper - self.nominal.payload_kg - self.nominal.fairing_kg
        second = replace(second, propellant_kg=used, inert_kg=left - used)
        return replace(
            self.nominal,
            count=count,
            stages=(first, second),
            drag=row["drag"],
        )

    def pulls(self, values: Array) -> list[Array]:
        """What the priors of the free figures say, in standard errors; rows (k,)."""
        return [(value - dial.middle) / dial.error for dial, value in zip(self.free, values, strict=True)]


# Beside the free figures: how much the data say of these is worked out, and told.
_DOUBTFUL = (
    "stage 1 specific impulse",
    "stage 2 specific impulse",
    "mass at lift-off",
    "mass at upper ignition",
    "drag",
)


def _chosen(look: FirstLook, bucket: bool, predict: bool) -> list[str]:
    """Names of the free figures: always eleven, then what the telemetry shows, then what sharpens most; 14 at most."""
    names = [
        "stage 1 thrust", "stage 1 acceleration limit", "stage 1 end of thrust", "pitch at 1/3", "pitch at 2/3",
        "pitch at cut-off", "stage 2 thrust", "stage 2 tangent start", "stage 2 tangent middle", "stage 2 tangent end",
    ]  # fmt: skip
    names += ["stage 1 throttle share"] if bucket else []
    if look.end_s is not None or predict:
        names.append("stage 2 end of thrust")
    if look.step is not None and not predict:
        names += ["stage 2 throttle step", "stage 2 throttle share"]
    if look.clock_s:
        names.append("clock")
    more = ["stage 1 throttle start"] if bucket else []
    more += [] if predict else ["stage 2 specific impulse", "stage 1 first share"]
    return [*names, *more][:MOST_FREE]


def _dials(vehicle: Vehicle, look: FirstLook, nominal: Craft, upper_kg: float, predict: bool) -> list[Dial]:
    """Every dial, with what the telemetry showed as its start and the vehicle's ranges as its prior."""
    one, two = vehicle.stages
    burn = float(nominal.stages[1].propellant_kg[0] / nominal.stages[1].flow_kg_s[0])
    unseen = look.ignition_s + burn if predict else max(look.ignition_s + burn, look.last_s + 2.0)
    end = look.end_s if look.end_s is not None else unseen
    middle_thrust = two.thrust_vacuum_n.before_flight()
    thrust = upper_kg * look.acceleration_m_s2 if look.acceleration_m_s2 else middle_thrust.middle
    first, middle, last = look.tangents or (0.5, 0.3, 0.0)
    throttle = one.throttle if len(one.throttle) == _BUCKET_STEPS else ()
    share, begin = (throttle[1].share, throttle[1].after_s) if throttle else (1.0, 1e4)
    limit = float(nominal.stages[0].acceleration_limit_m_s2[0])
    step_at, step_share = look.step if look.step and not predict else (1e5, 1.0)
    rows: list[tuple[str, str, float, float, float, float, float, float]] = [
        _figure("stage 1 thrust", "N", one.thrust_vacuum_n.before_flight().middle, vehicle, 0, 0.15, 5e3),
        ("stage 1 first share", "1", 1.0, 0.7, 1.2, 0.005, 1.0, 0.05),
        ("stage 1 throttle share", "1", share, 0.5, 1.1, 0.01, share, 0.2),
        ("stage 1 throttle start", "s", begin, 15.0, 95.0, 0.3, begin, 15.0),
        ("stage 1 acceleration limit", "m/s2", min(limit, 60.0), 20.0, 60.0, 0.1, min(limit, 60.0), 12.0),
        ("stage 1 end of thrust", "s", look.cut_off_s + look.clock_s, look.cut_off_s - 20.0, look.cut_off_s + 30.0, 0.2, look.cut_off_s, _WIDE),
        ("pitch at 1/3", "deg", look.pitch_deg[0], 30.0, 90.0, 0.1, look.pitch_deg[0], _WIDE),
        ("pitch at 2/3", "deg", look.pitch_deg[1], 5.0, 89.0, 0.1, look.pitch_deg[1], _WIDE),
        ("pitch at cut-off", "deg", look.pitch_deg[2], -10.0, 80.0, 0.1, look.pitch_deg[2], _WIDE),
        ("stage 2 thrust", "N", thrust, 0.7 * thrust, 1.4 * thrust, 1e3, middle_thrust.middle, 0.15 * middle_thrust.middle),
        ("stage 2 throttle step", "s", step_at, 10.0, 1e5, 0.3, step_at, _WIDE),
        ("stage 2 throttle share", "1", step_share, 0.4, 1.4, 0.01, step_share, 0.5),
        ("stage 2 end of thrust", "s", end + look.clock_s, look.ignition_s + 30.0, end + 400.0, 0.3, end, 60.0 if predict else _WIDE),
        ("stage 2 tangent start", "1", first, -1.0, 4.0, 0.005, first, _WIDE),
        ("stage 2 tangent middle", "1", middle, -1.0, 3.0, 0.005, middle, _WIDE),
        ("stage 2 tangent end", "1", last, -2.0, 2.0, 0.005, last, _WIDE),
        ("clock", "s", look.clock_s, -30.0, 30.0, 0.05, look.clock_s, 10.0),
        ("mass at lift-off", "1", 1.0, 0.9, 1.1, 0.002, 1.0, 0.03),
        ("mass at upper ignition", "1", 1.0, 0.9, 1.1, 0.002, 1.0, 0.05),
        ("drag", "1", float(nominal.drag[0]), 0.0, 5.0, 0.05, float(nominal.drag[0]), max(vehicle.drag.estimate.half_width / 1.6449, 0.05)),
    ]  # fmt: skip
    for number, stage in enumerate(vehicle.stages, start=1):
        middle = stage.specific_impulse_s.before_flight().middle
        rows.append(
            (f"stage {number} specific impulse", "s", middle, (1 - _IMPULSE_SHARE) * middle, (1 + _IMPULSE_SHARE) * middle, 0.3, middle, 0.5 * _IMPULSE_SHARE * middle)
        )  # fmt: skip
    return [
        Dial(name=name, unit=unit, start=start, low=low, high=high, step=step, middle=middle, error=error)
        for name, unit, start, low, high, step, middle, error in rows
    ]


def _figure(
    name: str, unit: str, start: float, vehicle: Vehicle, stage: int, aside: float, step: float
) -> tuple[str, str, float, float, float, float, float, float]:
    """A thrust within its published range and a good way beside it."""
    figure = vehicle.stages[stage].thrust_vacuum_n.before_flight()
    low, high = figure.estimate.low, figure.estimate.high
    error = max(0.5 * (high - low), 0.03 * figure.middle)
    return (name, unit, start, (1.0 - aside) * low, (1.0 + aside) * high, step, figure.middle, error)


def _with_thrust(stage: CraftStage, thrust: Array, impulse: Array) -> CraftStage:
    """The stage with another thrust; its sea-level share stays."""
    return replace(
        stage,
        thrust_n=thrust,
        specific_impulse_s=impulse,
        pressure_area_m2=stage.pressure_area_m2 * thrust / stage.thrust_n,
    )


def _bucket(stage: CraftStage, row: Mapping[str, Array], length_s: float) -> tuple[Throttle, ...]:
    """The first stage's throttle: a first share, the bucket, full thrust."""
    if length_s <= 0.0:
        return stage.throttle
    begin = row["stage 1 throttle start"]
    return (
        Throttle(after_s=0.0, share=row["stage 1 first share"]),
        Throttle(after_s=begin, share=row["stage 1 throttle share"]),
        Throttle(after_s=begin + length_s, share=1.0),
    )


def propellant_used_kg(
    stage: CraftStage, mass_kg: Array, burn_s: Array, *, dropped: tuple[Array, Array] | None = None
) -> Array:
    """Propellant that a stage uses in so many seconds from ignition, (n,). [kg]

    Parameters
    ----------
    stage : CraftStage
        Thrust, specific impulse, limit and throttle.
    mass_kg : array (n,)
        Of everything, at ignition.
    burn_s : array (n,)
        How long it burns.
    dropped : (time, mass), optional
        What leaves by itself: seconds after ignition, and its mass.
    """
    exhaust = stage.specific_impulse_s * constants.STANDARD_GRAVITY_M_S2
    steps = [(np.asarray(step.after_s, dtype=float), np.asarray(step.share, dtype=float)) for step in stage.throttle]
    whole = np.broadcast_arrays(mass_kg, burn_s, stage.thrust_n, exhaust, stage.acceleration_limit_m_s2, *(x for step in steps for x in step))  # fmt: skip
    mass, burn, thrust, exhaust, limit = (np.array(each, dtype=float) for each in whole[:5])
    now, used = np.zeros_like(mass), np.zeros_like(mass)
    drop_at, drop_kg = (
        (np.broadcast_to(each, mass.shape) for each in dropped) if dropped else (mass * np.inf, mass * 0.0)
    )
    hanging = np.ones(mass.shape, dtype=bool)
    cuts = np.sort(
        np.stack([*(np.broadcast_to(after, mass.shape) for after, _ in steps), drop_at, mass * np.inf]), axis=0
    )
    for cut in cuts:
        gone = hanging & (drop_at <= now + 1e-9)
        mass, hanging = mass - np.where(gone, drop_kg, 0.0), hanging & ~gone
        share = np.ones_like(mass)
        for after, each in steps:
            share = np.where(now + 1e-6 >= after, each, share)
        length = np.clip(np.minimum(cut, burn) - now, 0.0, None)
        flow = share * thrust / exhaust
        with np.errstate(invalid="ignore"):
            free = np.minimum(length, np.maximum(mass - share * thrust / limit, 0.0) / flow)
        held = np.where(length > free, (mass - free * flow) * -np.expm1(-limit / exhaust * (length - free)), 0.0) if np.isfinite(limit).all() else 0.0  # fmt: skip
        mass, used, now = mass - free * flow - held, used + free * flow + held, now + length
    return np.asarray(used)
