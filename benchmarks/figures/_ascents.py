"""What the figures of known launches share."""

from __future__ import annotations

from bongsu.ascent import FlightFit, KnownFlight, Vehicle, fit_flight, parse_flights, parse_vehicle
from bongsu.reference import vehicle_text


def known(id: str, flight: str = "") -> tuple[Vehicle, KnownFlight]:
    """A shipped vehicle and its flight of that id, the first unless one is named."""
    vehicle = parse_vehicle(vehicle_text(id))
    return vehicle, next(each for each in parse_flights(vehicle_text(id), vehicle) if flight in ("", each.id))


def fitted(vehicle: Vehicle, flight: KnownFlight) -> FlightFit:
    """The fit as the command makes it."""
    return fit_flight(
        vehicle, flight.pad, flight.stated, flight.start, turns=flight.turns, azimuth_error_deg=flight.azimuth_error_deg
    )
