"""Where the shared telemetry's flights went: orbit at the first cut-off by class, inclination, and who said so.

Facts only, from announcements and reports of the launches, never from the telemetry itself. Most flights to geostationary
transfer announced no parking orbit and are given that of their class; marks as in vehicle files (S sourced, D arithmetic
from S, P assumed).
"""

from __future__ import annotations

# class: perigee [km], apogee [km], mark, source
CLASSES: dict[str, tuple[float, float, str, str]] = {
    "transfer": (165, 165, "S", "satprnews.com 2021/01/21, SES-9: parking orbit reached at an altitude of 165 km"),
    "dragon": (204, 357, "D", "satobs.org seesat Dec-2019/0020: estimated elements before the launch of CRS-19"),
    "iridium": (180, 625, "P", "no figure found for the first cut-off; satellites were released near 625 km"),
    "grace-fo": (483, 505, "S", "der-orion.com launch-log/2018/1543: first cut-off, 89 deg"),
    "paz": (514, 514, "S", "aee.gob.es, PAZ: 514 km"),
    "sso-a": (575, 575, "S", "spaceflightnow.com 2018/12/03: 575 km, sun-synchronous"),
    "orbcomm": (
        614,
        657,
        "S",
        "UCS Satellite Database 2023-05-01, ORBCOMM OG2 FM-108; direct to the satellites' orbit",
    ),
}
# flight: class, inclination [deg]: those of transfer flights (P) lie at the Cape's latitude or just under it
FLIGHTS: dict[str, tuple[str, float]] = {
    "GPS_III_SV01": ("transfer", 55.0),  # GPS interface: planes at 55 deg
    "Iridium_NEXT_1": ("iridium", 86.4),  # marketresearchreports.biz news/16125: 86.4 deg
    "Iridium_NEXT_6": ("grace-fo", 89.0),
    "Iridium_NEXT_7": ("iridium", 86.4),
    "Orbcomm_OG2": ("orbcomm", 47.0),
    "Paz": ("paz", 97.4),  # techgenyz.com, 97.4 deg
    "SSO_A": ("sso-a", 97.7),  # sun-synchronous at 575 km
    "SpaceX_CRS_9": ("dragon", 51.6),
    "SpaceX_CRS_13": ("dragon", 51.6),
    "SpaceX_CRS_14": ("dragon", 51.6),
}
