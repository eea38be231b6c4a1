"""A small catalogue for tests: invented orbits under catalogue numbers that the imager table knows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bongsu.earth import Window
from bongsu.orbit import ElementSet, format_tle, mean_motion_rev_day, parse_tle

EPOCH = datetime(2026, 7, 1, tzinfo=UTC)
WINDOW = Window(start=EPOCH, end=EPOCH + timedelta(days=1))


def made(number: int, name: str, height_km: float, inclination: float, node: float, **more: float) -> ElementSet:
    values = {"mean_motion_rev_day": mean_motion_rev_day((6378.137 + height_km) * 1000.0, inclination), **more}
    made_up = ElementSet(
        norad_id=number, designator="", name=name, epoch=EPOCH, inclination_deg=inclination, node_deg=node,
        eccentricity=more.pop("eccentricity", 0.0005), perigee_argument_deg=90.0, mean_anomaly_deg=20.0, bstar=1e-5,
        **{key: value for key, value in values.items() if key != "eccentricity"},
    )  # fmt: skip
    return parse_tle(format_tle(made_up), strict=False)[0][0]


CATALOGUE = (
    made(38012, "PLEIADES 1A", 695.0, 98.2, 255.0),
    made(40115, "WORLDVIEW-3", 617.0, 97.9, 310.0),
    made(39634, "SENTINEL-1A", 693.0, 98.2, 190.0),
    made(60549, "ICEYE-X40", 570.0, 97.7, 60.0),
    made(39084, "LANDSAT 8", 705.0, 98.2, 245.0),
    made(40053, "SPOT 7", 694.0, 98.2, 250.0),  # retired: never asked unless by number
    made(25544, "ISS (ZARYA)", 420.0, 51.6, 80.0),  # no imager of the table
    made(44444, "HIGH ONE", 20_200.0, 55.0, 10.0),
)
TEXT = "".join(format_tle(item) + "\n" for item in CATALOGUE)
DATA = TEXT.encode()
