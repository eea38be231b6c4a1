"""A launcher as public figures describe it: each a range with its mark, and drawn from as a whole set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.earth import Estimate, constants
from bongsu.errors import InputError, Problem
from bongsu.provenance import Source

__all__ = [
    "MARKS",
    "Craft",
    "CraftStage",
    "Figure",
    "Stage",
    "Throttle",
    "Vehicle",
    "craft_at",
    "draw_craft",
    "nominal_craft",
]

Array = NDArray[np.float64]

MARKS = {
    "S": "sourced: the page is given",
    "D": "arithmetic from sourced figures",
    "F": "fitted: 5-95 % of a forward model that meets the public facts",
    "P": "prior: our assumption, no source found",
}
_SEA_LEVEL_PA = 101_325.0  # US Standard Atmosphere 1976, table 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a vehicle: its range, why it is believed (a key of :data:`MARKS`), and who gave it.

    ``prior`` is what was assumed before the vehicle's flights were looked at: a fit starts from it, because a range that
    was fitted to a flight would count that flight twice.
    """

    estimate: Estimate
    mark: str
    sources: tuple[str, ...] = ()
    note: str = ""
    prior: Estimate | None = None

    @property
    def middle(self) -> float:
        """The value, else the middle of the range."""
        value = self.estimate.value
        return 0.5 * (self.estimate.low + self.estimate.high) if value is None else value

    def before_flight(self) -> Figure:
        """The figure as it was believed before any flight: its prior where it has one."""
        return self if self.prior is None else replace(self, estimate=self.prior, mark="P", prior=None)

    def draw(self, count: int, rng: np.random.Generator) -> Array:
        """Draws, shape (count,): even over a sourced range; fitted and assumed ranges are the 5-95 % of a normal one.

        A value beside its range makes two half normals, and nothing is drawn past twice the range's reach.
        """
        low, high = self.estimate.low, self.estimate.high
        if low == high:
            return np.full(count, self.middle)
        if self.mark in ("S", "D"):
            return rng.uniform(low, high, count)
        return self.at(rng.standard_normal(count))

    def at(self, deviations: Array) -> Array:
        """Values at standard deviations (n,) from the middle; the range reaches 1.645 of them to either side."""
        side = np.where(deviations < 0.0, self.middle - self.estimate.low, self.estimate.high - self.middle)
        return np.asarray(self.middle + np.clip(deviations / 1.6449, -2.0, 2.0) * side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Throttle:
    """Share of full thrust from a time after the stage's ignition until the next step. [s]

    Numbers in a vehicle; in a craft also arrays (n,), for flights that differ.
    """

    after_s: Any
    share: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage. ``inert_kg`` is what falls: structure and what is left in the tanks.

    ``sea_level_share`` is thrust at the sea over thrust in vacuum. ``ignition_delay`` runs from the separation before
    (for the first stage, from lift-off), ``separation_delay`` from the end of thrust. ``burns`` are shares of the
    propellant with the coast before each, for stages that start again; ``acceleration_limit`` throttles late.
    """

    name: str
    thrust_vacuum_n: Figure
    specific_impulse_s: Figure
    propellant_kg: Figure
    inert_kg: Figure
    sea_level_share: Figure
    ignition_delay_s: Figure
    separation_delay_s: Figure
    diameter_m: Figure
    length_m: Figure
    acceleration_limit_m_s2: Figure | None = None
    throttle: tuple[Throttle, ...] = ()
    burns: tuple[tuple[float, float], ...] = ((0.0, 1.0),)  # (coast before [s], share of the propellant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """A space launch vehicle. ``fairing_s`` counts from lift-off; ``drag`` multiplies the shape by Mach number."""

    id: str
    name: str
    summary: str = ""
    stages: tuple[Stage, ...]
    payload_kg: Figure
    fairing_kg: Figure
    fairing_s: Figure
    drag: Figure
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        problems = _problems(self)
        if problems:
            first = problems[0]
            raise InputError(
                f"vehicle {self.id!r} cannot fly: {first.where}: {first.what}",
                advice=first.advice,
                problems=tuple(problems),
            )

    def figures(self) -> list[tuple[str, Figure]]:
        """Every figure with the name of its field, stage by stage (``stage 1 inert_kg``)."""
        found = [(name, getattr(self, name)) for name in ("payload_kg", "fairing_kg", "fairing_s", "drag")]
        for stage in self.stages:
            for field in fields(stage):
                value = getattr(stage, field.name)
                if isinstance(value, Figure):
                    found.append((f"stage {stage.name} {field.name}", value))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class CraftStage:
    """One stage of drawn vehicles: every figure an array (n,), or (1,) where it is the same for all."""

    name: str
    thrust_n: Array
    specific_impulse_s: Array
    propellant_kg: Array
    inert_kg: Array
    pressure_area_m2: Array
    ignition_delay_s: Array
    separation_delay_s: Array
    diameter_m: Array
    length_m: Array
    acceleration_limit_m_s2: Array
    throttle: tuple[Throttle, ...] = ()
    burns: tuple[tuple[float, float], ...] = ((0.0, 1.0),)

    @property
    def flow_kg_s(self) -> Array:
        """Propellant used per second at full thrust. [kg/s]"""
        return np.asarray(self.thrust_n / (self.specific_impulse_s * constants.STANDARD_GRAVITY_M_S2))

    @property
    def full_mass_kg(self) -> Array:
        """With its propellant. [kg]"""
        return np.asarray(self.propellant_kg + self.inert_kg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Craft:
    """Vehicles drawn from the ranges of one: ``count`` of them, side by side."""

    count: int
    stages: tuple[CraftStage, ...]
    payload_kg: Array
    fairing_kg: Array
    fairing_s: Array
    drag: Array

    def lift_off_kg(self) -> Array:
        """Mass at lift-off, (n,) or (1,). [kg]"""
        total = self.payload_kg + self.fairing_kg
        for stage in self.stages:
            total = total + stage.full_mass_kg
        return np.asarray(total)

    def take(self, index: NDArray[np.intp]) -> Craft:
        """Some of the vehicles, or some of them several times."""

        def chosen(value: Any) -> Any:
            if isinstance(value, tuple) and value and isinstance(value[0], Throttle):
                return tuple(Throttle(after_s=chosen(each.after_s), share=chosen(each.share)) for each in value)
            return value[index] if isinstance(value, np.ndarray) and value.shape == (self.count,) else value

        def part(item: Any) -> Any:
            return replace(item, **{field.name: chosen(getattr(item, field.name)) for field in fields(item)})

        stages = tuple(part(stage) for stage in self.stages)
        whole: Craft = part(self)
        return replace(whole, count=len(index), stages=stages)


def nominal_craft(vehicle: Vehicle) -> Craft:
    """The vehicle with the middle of every range: one craft."""
    return _craft(vehicle, 1, lambda figure: np.array([figure.middle]))


def draw_craft(vehicle: Vehicle, count: int, rng: np.random.Generator) -> Craft:
    """Vehicles drawn figure by figure from their ranges.

    Fitted figures hang together, and such draws do not: where a flight of the vehicle is known, draw from its fit
    instead (:func:`bongsu.ascent.fitting.fit_flight`).
    """
    return _craft(vehicle, count, lambda figure: figure.draw(count, rng))


def craft_at(vehicle: Vehicle, deviations: dict[str, Array]) -> Craft:
    """Vehicles with named figures so many standard deviations (n,) from the middle of their prior ranges.

    Names as in :meth:`Vehicle.figures`; the others stay in the middle.
    """
    count = max((len(each) for each in deviations.values()), default=1)
    by_figure = {id(figure): deviations[name] for name, figure in vehicle.figures() if name in deviations}

    def value(figure: Figure) -> Array:
        before = figure.before_flight()
        return before.at(by_figure[id(figure)]) if id(figure) in by_figure else np.array([before.middle])

    return _craft(vehicle, count, value)


def _craft(vehicle: Vehicle, count: int, value: Callable[[Figure], Array]) -> Craft:
    stages = []
    for stage in vehicle.stages:
        thrust, share = value(stage.thrust_vacuum_n), value(stage.sea_level_share)
        limit = stage.acceleration_limit_m_s2
        stages.append(
            CraftStage(
                name=stage.name,
                thrust_n=thrust,
                specific_impulse_s=value(stage.specific_impulse_s),
                propellant_kg=value(stage.propellant_kg),
                inert_kg=value(stage.inert_kg),
                pressure_area_m2=(1.0 - share) * thrust / _SEA_LEVEL_PA,
                ignition_delay_s=value(stage.ignition_delay_s),
                separation_delay_s=value(stage.separation_delay_s),
                diameter_m=value(stage.diameter_m),
                length_m=value(stage.length_m),
                acceleration_limit_m_s2=np.array([np.inf]) if limit is None else value(limit),
                throttle=stage.throttle,
                burns=stage.burns,
            )
        )
    return Craft(
        count=count,
        stages=tuple(stages),
        payload_kg=value(vehicle.payload_kg),
        fairing_kg=value(vehicle.fairing_kg),
        fairing_s=value(vehicle.fairing_s),
        drag=value(vehicle.drag),
    )


# Field: least and greatest that any launcher shows, and what a figure outside them usually is.
_BOUNDS: dict[str, tuple[float, float, str]] = {
    "thrust_vacuum_n": (100.0, 8e7, "thrust in N; 1 tf is 9,806.65 N"),
    "specific_impulse_s": (150.0, 480.0, "specific impulse in s, not m/s"),
    "propellant_kg": (10.0, 4e6, "mass in kg"),
    "inert_kg": (5.0, 4e5, "mass in kg"),
    "sea_level_share": (0.0, 1.0, "thrust at the sea over thrust in vacuum"),
    "ignition_delay_s": (0.0, 7200.0, "seconds"),
    "separation_delay_s": (0.0, 7200.0, "seconds"),
    "diameter_m": (0.2, 15.0, "metres; 1 ft is 0.3048 m"),
    "length_m": (0.3, 120.0, "metres; 1 ft is 0.3048 m"),
    "acceleration_limit_m_s2": (10.0, 150.0, "m/s2"),
    "payload_kg": (0.0, 2e5, "mass in kg"),
    "fairing_kg": (0.0, 2e4, "mass in kg"),
    "fairing_s": (0.0, 7200.0, "seconds from lift-off"),
    "drag": (0.0, 5.0, "a factor near 1"),
}


# Inert mass over propellant: 0.05 is the lightest flown (Falcon 9's and Atlas's first stages), small upper stages reach 0.5.
_LIGHTEST, _HEAVIEST = 0.02, 1.0
_SLIMMEST = 20.0  # length over diameter
# Propellant over the volume of the whole stage: the S-IVB (hydrogen) has 174 kg/m3, solid propellant itself 1,800.
_THINNEST_KG_M3, _DENSEST_KG_M3 = 60.0, 1900.0
_EARLIEST_FAIRING_S = 60.0


def _problems(vehicle: Vehicle) -> list[Problem]:
    """What no launcher can be, each with the physical reason."""
    found = []
    if not vehicle.stages:
        return [Problem(where=vehicle.id, what="it has no stage", advice="describe at least one")]
    for name, figure in vehicle.figures():
        least, most, advice = _BOUNDS[name.rpartition(" ")[2]]
        low, high = figure.estimate.low, figure.estimate.high
        if not (least <= low <= figure.middle <= high <= most):
            what = f"{low:,.6g} to {high:,.6g} (middle {figure.middle:,.6g}); expected {least:,.6g} to {most:,.6g}"
            found.append(Problem(where=name, what=what, advice=advice))
    if found:
        return found
    for number, stage in enumerate(vehicle.stages, start=1):
        found += _stage_problems(stage, f"stage {number}") or _build_problems(stage, f"stage {number}")
    return found or _fairing_problems(vehicle) or _lift_off_problems(vehicle)


def _stage_problems(stage: Stage, where: str) -> list[Problem]:
    found = []
    shares = [share for _, share in stage.burns]
    if not stage.burns or min(shares) <= 0.0 or sum(shares) > 1.0 + 1e-9:
        found.append(
            Problem(
                where=where,
                what=f"burns longer than its propellant lasts: shares {shares} add up to {sum(shares):g}",
                advice="shares of the propellant, together 1 or less",
            )
        )
    if any(not 0.05 <= step.share <= 1.2 or step.after_s < 0.0 for step in stage.throttle):
        found.append(Problem(where=where, what="throttle outside 0.05 to 1.2 of full thrust, or before ignition"))
    if list(stage.throttle) != sorted(stage.throttle, key=lambda step: step.after_s):
        found.append(Problem(where=where, what="throttle steps are not in order of time"))
    burn = stage.propellant_kg.middle * stage.specific_impulse_s.middle * constants.STANDARD_GRAVITY_M_S2
    burn /= stage.thrust_vacuum_n.middle
    if not 3.0 <= burn <= 2000.0:
        found.append(
            Problem(
                where=where,
                what=f"propellant, thrust and specific impulse give a burn of {burn:.4g} s",
                advice="expected 3 to 2,000 s; check the units (t and kg, tf and kN, lb)",
            )
        )
    return found


def _build_problems(stage: Stage, where: str) -> list[Problem]:
    """Shares of structure, shapes and mean densities that no stage has: a mass or a length in another unit."""
    found = []
    propellant, inert = stage.propellant_kg.middle, stage.inert_kg.middle
    if not _LIGHTEST <= inert / propellant <= _HEAVIEST:
        what = f"inert mass {inert:,.4g} kg beside {propellant:,.4g} kg of propellant is {inert / propellant:.2g} of it"
        advice = f"stages flown have {_LIGHTEST:g} to {_HEAVIEST:g}; check t and kg"
        found.append(Problem(where=where, what=what, advice=advice))
    diameter, length = stage.diameter_m.middle, stage.length_m.middle
    if length / diameter > _SLIMMEST:
        what = f"{length:,.3g} m long and {diameter:,.3g} m wide: {length / diameter:.0f} times as long as wide"
        found.append(
            Problem(
                where=where, what=what, advice="no stage is over 20 times; check metres and feet (1 ft is 0.3048 m)"
            )
        )
    density = propellant / (0.25 * np.pi * diameter**2 * length)
    if not _THINNEST_KG_M3 <= density <= _DENSEST_KG_M3:
        what = f"{propellant:,.4g} kg of propellant in {diameter:,.3g} x {length:,.3g} m is {density:,.3g} kg/m3 of the whole stage"
        advice = f"liquid hydrogen stages have about 170, solid ones up to 1,800: expected {_THINNEST_KG_M3:g} to {_DENSEST_KG_M3:,.0f}; check the units (ft, lb, t)"
        found.append(Problem(where=where, what=what, advice=advice))
    return found


def _fairing_problems(vehicle: Vehicle) -> list[Problem]:
    if vehicle.fairing_kg.middle == 0.0 or vehicle.fairing_s.middle >= _EARLIEST_FAIRING_S:
        return []
    return [
        Problem(
            where="vehicle fairing_off",
            what=f"the fairing comes off {vehicle.fairing_s.middle:g} s after lift-off, in dense air",
            advice="seconds from lift-off (are these minutes?); a vehicle without one has fairing = 0",
        )
    ]


def _lift_off_problems(vehicle: Vehicle) -> list[Problem]:
    craft = nominal_craft(vehicle)
    weight = float(craft.lift_off_kg()[0]) * constants.STANDARD_GRAVITY_M_S2
    first = craft.stages[0]
    share = first.throttle[0].share if first.throttle and first.throttle[0].after_s == 0.0 else 1.0
    push = float(share * first.thrust_n[0] - first.pressure_area_m2[0] * _SEA_LEVEL_PA)
    if push > 1.02 * weight:
        return []
    return [
        Problem(
            where="stage 1",
            what=f"thrust at the sea {push / 1e3:,.0f} kN does not lift its weight of {weight / 1e3:,.0f} kN",
            advice="check thrust, masses and their units",
        )
    ]
