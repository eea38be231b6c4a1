"""Places that tell kinds of flights apart: launch sites at or near the sea, rocket ranges, missile ranges.

Positions: Jonathan McDowell, General Catalog of Artificial Space Objects, launch sites of 27 November 2024
(planet4589.org/space/gcat, CC-BY), rounded to 0.01 deg; its names in brackets. What a place is used for: the same list.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "LAUNCH",
    "MISSILE",
    "NAVAL",
    "PLACES",
    "PLACE_MATRIX",
    "PLACE_VECTORS",
    "SOUNDING",
    "Vector",
    "unit_vector",
]

LAUNCH = "launch site"
SOUNDING = "research rocket range"
MISSILE = "missile range"
NAVAL = "missile waters"  # where submarines and ships fire

PLACES: tuple[tuple[str, str, float, float], ...] = (  # name, use, latitude and longitude [deg]
    ("Cape Canaveral", LAUNCH, 28.46, -80.54),  # CCSFS
    ("Vandenberg", LAUNCH, 34.63, -120.61),  # VSFBS
    ("Wallops Island", LAUNCH, 37.83, -75.48),  # MARS, WI
    ("Kodiak", LAUNCH, 57.44, -152.34),  # KLC
    ("Starbase", LAUNCH, 26.00, -97.15),  # STB
    ("Kourou", LAUNCH, 5.23, -52.75),  # CSG
    ("Alcantara", LAUNCH, -2.32, -44.37),  # ALCA
    ("Tanegashima", LAUNCH, 30.40, 130.97),  # TNSC
    ("Uchinoura", LAUNCH, 31.25, 131.08),  # USC
    ("Kii", LAUNCH, 33.54, 135.89),  # KII
    ("Naro", LAUNCH, 34.43, 127.54),  # NARO
    ("Sohae", LAUNCH, 39.66, 124.71),  # SOHAE
    ("Tonghae", LAUNCH, 40.85, 129.67),  # TONGH
    ("Wenchang", LAUNCH, 19.61, 110.95),  # WEN
    ("Sriharikota", LAUNCH, 13.62, 80.30),  # SDSC
    ("Palmachim", LAUNCH, 31.90, 34.70),  # PALB
    ("Mahia", LAUNCH, -39.26, 177.87),  # MAHIA
    ("Andoya", SOUNDING, 69.29, 16.02),  # AND
    ("Thumba", SOUNDING, 8.53, 76.87),  # TERLS
    ("Barreira do Inferno", SOUNDING, -5.87, -35.38),  # CLBI
    ("Point Mugu", MISSILE, 34.12, -119.12),  # PM
    ("San Nicolas Island", MISSILE, 33.25, -119.50),  # SNI
    ("Barking Sands", MISSILE, 22.06, -159.78),  # KAU
    ("Kwajalein", MISSILE, 8.99, 167.72),  # KMR
    ("Chandipur", MISSILE, 21.30, 86.60),  # CHAN
    ("South Uist", MISSILE, 57.33, -7.33),  # SUIST
    ("Ile du Levant", MISSILE, 43.05, 6.47),  # CEM
    ("Biscarrosse", MISSILE, 44.45, -1.25),  # CEL
    ("Sonmiani", MISSILE, 25.20, 66.75),  # SOM
    ("Sinop", MISSILE, 42.03, 35.19),  # SINOP
    ("Barents Sea", NAVAL, 70.0, 34.0),  # BLA, to 0.5 deg
    ("White Sea", NAVAL, 65.5, 38.0),  # BELA, to 1 deg
    ("Sea of Okhotsk", NAVAL, 57.0, 148.0),  # OMLA, to 2 deg
)


Vector = tuple[float, float, float]


def unit_vector(latitude_deg: float, longitude_deg: float) -> Vector:
    """A place as a unit vector on a sphere; distances hold within 0.6 %."""
    latitude, longitude = math.radians(latitude_deg), math.radians(longitude_deg)
    level = math.cos(latitude)
    return level * math.cos(longitude), level * math.sin(longitude), math.sin(latitude)


PLACE_VECTORS: tuple[Vector, ...] = tuple(unit_vector(latitude, longitude) for _, _, latitude, longitude in PLACES)
PLACE_MATRIX: NDArray[np.float64] = np.array(PLACE_VECTORS).T  # (3, places)
