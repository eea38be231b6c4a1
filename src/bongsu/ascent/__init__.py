"""A launcher's flight, forwards only: what a described vehicle does, and where its parts come down."""

from bongsu.ascent.engine import BULK_FROM_FLIGHTS, compile_flights, use_bulk
from bongsu.ascent.failure import FAILURES, PIECES, Body, Failure, Piece, falling_bodies
from bongsu.ascent.fitting import FlightFit, Sets, fit_flight
from bongsu.ascent.flight import Flight, LaunchPad, State, coast, fly, inertial_to_fixed
from bongsu.ascent.flight_file import KnownFlight, parse_flights
from bongsu.ascent.footprint import (
    CONTAINMENTS,
    Dispersion,
    FallArea,
    Footprint,
    disperse,
    fall_area,
    fallen_bodies,
    footprint,
    footprints,
    random_wind,
)
from bongsu.ascent.forces import NO_WIND, Wind
from bongsu.ascent.impact import (
    FALL_LEVELS_M,
    Fall,
    fall,
    if_thrust_ended,
    tumbling_coefficient_kg_m2,
    vacuum_impact,
)
from bongsu.ascent.kept_fit import KeptFit, fingerprint, fit_known, format_kept_fit, parse_kept_fit
from bongsu.ascent.pads import FilePad, parse_pads
from bongsu.ascent.parts import FAIRING_KG_M2, FALL_DRAG_MIDDLE, dropped_parts, fall_drag, falls_of_parts
from bongsu.ascent.stated import Orbit, Stated, StatedFlight, orbit_of
from bongsu.ascent.stated_checks import check_failure, check_stated
from bongsu.ascent.steering import StagePitch, Steering
from bongsu.ascent.telemetry import Telemetry, parse_telemetry
from bongsu.ascent.telemetry_fit import FittedFigure, StatedOrbit, TelemetryFit, fit_telemetry
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
    "BULK_FROM_FLIGHTS",
    "CONTAINMENTS",
    "FAILURES",
    "FAIRING_KG_M2",
    "FALL_DRAG_MIDDLE",
    "FALL_LEVELS_M",
    "MARKS",
    "NO_WIND",
    "PIECES",
    "Body",
    "Craft",
    "CraftStage",
    "Dispersion",
    "Failure",
    "Fall",
    "FallArea",
    "Figure",
    "FilePad",
    "FittedFigure",
    "Flight",
    "FlightFit",
    "Footprint",
    "KeptFit",
    "KnownFlight",
    "LaunchPad",
    "Orbit",
    "Piece",
    "Sets",
    "Stage",
    "StagePitch",
    "State",
    "Stated",
    "StatedFlight",
    "StatedOrbit",
    "Steering",
    "Telemetry",
    "TelemetryFit",
    "Throttle",
    "Vehicle",
    "Wind",
    "check_failure",
    "check_stated",
    "coast",
    "compile_flights",
    "craft_at",
    "disperse",
    "draw_craft",
    "dropped_parts",
    "fall",
    "fall_area",
    "fall_drag",
    "fallen_bodies",
    "falling_bodies",
    "falls_of_parts",
    "fingerprint",
    "fit_flight",
    "fit_known",
    "fit_telemetry",
    "fly",
    "footprint",
    "footprints",
    "format_kept_fit",
    "if_thrust_ended",
    "inertial_to_fixed",
    "nominal_craft",
    "orbit_of",
    "parse_flights",
    "parse_kept_fit",
    "parse_pads",
    "parse_telemetry",
    "parse_vehicle",
    "random_wind",
    "timeline",
    "tumbling_coefficient_kg_m2",
    "use_bulk",
    "vacuum_impact",
]
