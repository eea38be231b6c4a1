"""What burns when: the stretches of a flight, with exact ends.

Thrust, flow and throttle fix the mass as a function of time alone, so every end of a burn is known before the flight:
it is where the propellant runs out, and no clock enters. The acceleration limit holds thrust over mass, without back
pressure and drag (both small where it acts).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.forces import Burn
from bongsu.ascent.vehicle import Craft, CraftStage
from bongsu.earth import constants
from bongsu.wording import phrase

__all__ = ["Stretch", "timeline"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One stretch of flights: start and end (n,), the burn (or coast, without thrust), and what happens at its start.

    ``burn_start`` and ``burn_length`` span the whole burn that it is part of, for the pitch programme.
    """

    stage: int  # 0 is the first
    thrusting: bool
    start: Array
    end: Array
    burn: Burn
    diameter_m: Array
    events: tuple[str, ...] = ()  # at its start
    burn_start: Array
    burn_length: Array


class _Builder:
    """Adds stretch after stretch and keeps time and mass."""

    def __init__(self, craft: Craft) -> None:
        self.craft = craft
        self.zero = np.zeros(craft.count)
        self.time: Array = self.zero.copy()
        self.mass: Array = self.zero + craft.lift_off_kg()
        self.fairing_on: NDArray[np.bool_] = np.ones(craft.count, dtype=bool)
        self.stretches: list[Stretch] = []
        self.pending: list[str] = ["lift-off"]

    def add(self, stage: int, length: Array, burn: Burn, *, thrusting: bool) -> None:
        length = np.maximum(self.zero + length, 0.0)
        end = self.time + length
        self.stretches.append(
            Stretch(
                stage=stage,
                thrusting=thrusting,
                start=self.time,
                end=end,
                burn=burn,
                diameter_m=np.asarray(self.craft.stages[stage].diameter_m),
                events=tuple(self.pending),
                burn_start=self.time,
                burn_length=length,
            )
        )
        self.pending = []
        self.mass = burn.mass_at(end)
        self.time = end

    def drop_fairing(self) -> None:
        """Take the fairing off where its time has come."""
        now = self.fairing_on & (self.craft.fairing_s <= self.time + 1e-9)
        if now.any():
            self.mass = self.mass - np.where(now, self.craft.fairing_kg, 0.0)
            self.fairing_on = self.fairing_on & ~now
            if now.all():
                self.pending.append("fairing off")

    def coast(self, stage: int, length: Array) -> None:
        """Without thrust for a time, in two parts where the fairing comes off between."""
        end = self.time + length
        for cut in (np.clip(self.zero + self.craft.fairing_s, self.time, end), end):
            self.drop_fairing()
            burn = Burn(
                start=self.time, mass_kg=self.mass, thrust_n=self.zero, flow_kg_s=self.zero, pressure_area_m2=self.zero
            )
            if np.any(cut > self.time) or self.pending:
                self.add(stage, cut - self.time, burn, thrusting=False)

    def burn(self, number: int, stage: CraftStage, propellant: Array) -> None:
        """One burn of a stage, by throttle steps, until ``propellant`` (n,) is used."""
        ignition, first = self.time, len(self.stretches)
        left = self.zero + propellant
        begins = bool(stage.throttle) and bool(np.all(np.asarray(stage.throttle[0].after_s) == 0.0))
        steps = stage.throttle[1:] if begins else stage.throttle
        first_share = stage.throttle[0].share if begins else 1.0
        share_of = np.stack([self.zero + first_share, *(self.zero + step.share for step in steps)])
        after = np.stack([self.zero + step.after_s for step in steps]) if steps else np.zeros((0, self.craft.count))
        marks = [ignition + each for each in after] + [self.zero + self.craft.fairing_s]
        every = np.arange(self.craft.count)
        for cut in [*np.sort(np.maximum(marks, ignition), axis=0), np.full(self.craft.count, np.inf)]:
            self.drop_fairing()
            share = share_of[np.sum(after <= self.time - ignition + 1e-6, axis=0), every]
            left = self._part(number, stage, cut, share, left)
        length = self.time - ignition
        self.stretches[first:] = [
            replace(each, burn_start=ignition, burn_length=length) for each in self.stretches[first:]
        ]

    def _part(self, number: int, stage: CraftStage, cut: Array, share: Array, left: Array) -> Array:
        """Free thrust until the cut, the limit or the end of the propellant; then limited, until the cut or the end."""
        free_flow, thrust = share * stage.flow_kg_s, share * stage.thrust_n
        limit = stage.acceleration_limit_m_s2
        with np.errstate(invalid="ignore"):
            to_limit = np.maximum(self.mass - thrust / limit, 0.0) / free_flow
        length = np.minimum(np.minimum(np.maximum(cut - self.time, 0.0), to_limit), left / free_flow)
        burn = Burn(
            start=self.time, mass_kg=self.mass, thrust_n=self.zero + thrust, flow_kg_s=self.zero + free_flow,
            pressure_area_m2=self.zero + share * stage.pressure_area_m2,
        )  # fmt: skip
        left = np.maximum(left - length * free_flow, 0.0)
        if np.any(length > 0.0) or self.pending:
            self.add(number, length, burn, thrusting=True)
        if np.isinf(limit).all():
            return left
        rate = limit / (stage.specific_impulse_s * constants.STANDARD_GRAVITY_M_S2)
        with np.errstate(invalid="ignore", divide="ignore"):
            to_empty = np.log(self.mass / np.maximum(self.mass - left, 1e-9)) / rate
        length = np.where(left > 0.0, np.minimum(np.maximum(cut - self.time, 0.0), to_empty), 0.0)
        if not np.any(length > 0.0):
            return left
        held = Burn(
            start=self.time, mass_kg=self.mass, thrust_n=limit * self.mass, flow_kg_s=rate * self.mass,
            pressure_area_m2=self.zero + share * stage.pressure_area_m2 * limit * self.mass / thrust, limited=True,
        )  # fmt: skip
        before = self.mass
        self.add(number, length, held, thrusting=True)
        return np.maximum(left - (before - self.mass), 0.0)


def timeline(craft: Craft) -> tuple[Stretch, ...]:
    """Every stretch from lift-off to the last end of thrust, in order.

    Events stand at the start of a stretch; a last stretch of no length carries the end of thrust.
    """
    build = _Builder(craft)
    for number, stage in enumerate(craft.stages):
        build.coast(number, build.zero + stage.ignition_delay_s)
        for turn, (coast_s, share) in enumerate(stage.burns):
            if coast_s:
                build.coast(number, build.zero + coast_s)
            lit = "stage {stage} burn {turn}" if turn else "stage {stage} ignition"
            build.pending.append(phrase(lit, stage=stage.name, turn=turn + 1))
            build.burn(number, stage, share * stage.propellant_kg)
            build.pending.append(phrase("stage {stage} end of thrust", stage=stage.name))
        if number + 1 < len(craft.stages):
            build.coast(number, build.zero + stage.separation_delay_s)
            unused = stage.propellant_kg * (1.0 - min(sum(share for _, share in stage.burns), 1.0))
            build.mass = build.mass - stage.inert_kg - unused
            build.pending.append(phrase("stage {stage} separation", stage=stage.name))
    last = len(craft.stages) - 1
    build.coast(last, build.zero)
    return tuple(build.stretches)
