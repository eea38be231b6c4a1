"""Bodies in flight, and the shipped Nuri, for the tests of this room."""

from __future__ import annotations

import numpy as np

from bongsu.ascent import LaunchPad, StagePitch, State, Steering, nominal_craft, parse_vehicle
from bongsu.earth import constants, geodetic_to_fixed
from bongsu.reference import vehicle_text

NARO = LaunchPad(latitude_deg=34.4318, longitude_deg=127.5363)
PROGRAMME = Steering(
    azimuth_deg=170.0,
    kick_deg=2.0,
    upper=(StagePitch(pitch_start_deg=40.0, pitch_end_deg=30.0), StagePitch(pitch_start_deg=25.0, pitch_end_deg=-10.0)),
)


def nuri():
    """The shipped vehicle."""
    return parse_vehicle(vehicle_text("nuri"))


def nuri_craft():
    """The shipped vehicle with the middle of every range."""
    return nominal_craft(nuri())


def thrown(count: int, seed: int) -> State:
    """Bodies thrown from 50 to 300 km at 0.5 to 6.5 km/s over the ground, in any direction but steeply down."""
    rng = np.random.default_rng(seed)
    latitude, longitude = np.radians(rng.uniform(-80, 80, count)), np.radians(rng.uniform(-180, 180, count))
    position = geodetic_to_fixed(np.degrees(latitude), np.degrees(longitude), rng.uniform(50e3, 300e3, count)).T
    up = np.stack([np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)])
    east = np.stack([-np.sin(longitude), np.cos(longitude), np.zeros(count)])
    north = np.cross(up.T, east.T).T
    azimuth, climb = rng.uniform(0, 2 * np.pi, count), np.radians(rng.uniform(-20, 80, count))
    level = np.cos(azimuth) * north + np.sin(azimuth) * east
    velocity = rng.uniform(500, 6500, count) * (np.sin(climb) * up + np.cos(climb) * level)
    velocity += constants.EARTH_ROTATION_RAD_S * np.stack([-position[1], position[0], np.zeros(count)])
    return State(
        label="thrown", time=np.zeros(count), state=np.concatenate([position, velocity]), mass_kg=np.ones(count)
    )
