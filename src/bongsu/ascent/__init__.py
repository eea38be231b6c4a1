"""A launcher's flight, forwards only: what a described vehicle does, and where its parts come down."""

from bongsu.ascent.fitting import FlightFit, fit_flight
from bongsu.ascent.flight import Flight, LaunchPad, State, coast, fly, inertial_to_fixed
from bongsu.ascent.forces import NO_WIND, Wind
from bongsu.ascent.impact import (
    FALL_LEVELS_M,
    Fall,
    fall,
    if_thrust_ended,
    tumbling_coefficient_kg_m2,
    vacuum_impact,
)
from bongsu.ascent.parts import FAIRING_KG_M2, FALL_DRAG, dropped_parts, fall_of_part
from bongsu.ascent.stated import Orbit, Stated, StatedFlight, orbit_of
from bongsu.ascent.steering import StagePitch, Steering
from bongsu.ascent.timeline import timeline
from bongsu.ascent.vehicle import (
    MARKS,
    Craft,
    CraftStage,
    Figure,
    Stage,
    Throttle,
    Vehicle,
    craft_at,
    draw_craft,
    nominal_craft,
)
from bongsu.ascent.vehicle_file import parse_vehicle

__all__ = [
    "FAIRING_KG_M2",
    "FALL_DRAG",
    "FALL_LEVELS_M",
    "MARKS",
    "NO_WIND",
    "Craft",
    "CraftStage",
    "Fall",
    "Figure",
    "Flight",
    "FlightFit",
    "LaunchPad",
    "Orbit",
    "Stage",
    "StagePitch",
    "State",
    "Stated",
    "StatedFlight",
    "Steering",
    "Throttle",
    "Vehicle",
    "Wind",
    "coast",
    "craft_at",
    "draw_craft",
    "dropped_parts",
    "fall",
    "fall_of_part",
    "fit_flight",
    "fly",
    "if_thrust_ended",
    "inertial_to_fixed",
    "nominal_craft",
    "orbit_of",
    "parse_vehicle",
    "timeline",
    "tumbling_coefficient_kg_m2",
    "vacuum_impact",
]
