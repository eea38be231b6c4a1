"""Parameters that several commands share, and the questions of their examples."""

from __future__ import annotations

from bongsu.answers.parameters import Parameter
from bongsu.wording import LANGUAGES

__all__ = [
    "AT",
    "BUNDLED",
    "CASE",
    "CASE_TEXT",
    "ELEMENTS",
    "FIGURES",
    "FLIGHT",
    "FOR",
    "LANG",
    "LAUNCH",
    "LENGTH",
    "LIFT_OFF",
    "MANY",
    "MARCH",
    "NOTICE",
    "NOTICE_TEXT",
    "OVER",
    "SATCAT",
    "SATELLITE",
    "SETS",
    "SITE",
    "TEXTS",
    "TIME",
    "TOLERANT",
    "TZ",
    "VEHICLE",
    "WARN",
    "WHEN",
    "YEAR",
]

MANY = 16_000_000  # characters of element sets: the public catalogue as OMM in JSON

LANG = Parameter(
    name="lang", sort="choice", default="en", choices=LANGUAGES, words="Of a report and its map; data stay English"
)
AT = Parameter(
    name="at", default="now", words="When it is asked: ISO 8601 with a zone, now, +48h or -2d; ages are counted to it"
)
CASE = Parameter(name="case", sort="reference", words="Name of a bundled case, or the text of a case file")
BUNDLED = Parameter(name="case", default="", words="Name of a bundled case")
CASE_TEXT = Parameter(name="text", sort="text", argument="case", words="Or the text of a case file")
NOTICE_TEXT = CASE_TEXT.but(words="Or the text of a warning, of a NOTAM or of a case file")
TEXTS = Parameter(
    name="text", sort="texts", required=True, words="Text of warnings or NOTAMs; several as a list of texts"
)
YEAR = Parameter(name="year", sort="whole", least=1950, most=2199, words="Year of the warning, where its text has none")
FOR = Parameter(
    name="for", sort="choice", choices=("sea", "air", "press"), default="",
    words="Whose units: NM and decimal minutes, flight levels, or km and local time",
)  # fmt: skip
TZ = Parameter(name="tz", default="", words="Local time besides UTC: Asia/Seoul or +09:00")
LAUNCH = Parameter(name="launch", default="", words="Which launch of a case, by its id")
SATELLITE = Parameter(name="satellite", required=True, words="Catalogue number or a bundled name")
SITE = Parameter(name="site", default="", words="LAT,LON[,HEIGHT] in degrees and metres, or a name of a bundled place")
TIME = Parameter(name="time", required=True, words="The time stated: ISO 8601 with its zone")
ELEMENTS = Parameter(
    name="elements", sort="text", largest=MANY, words="Element sets as text: TLE, OMM or OEM; the bundled ones else"
)
SATCAT = Parameter(
    name="satcat", sort="text", largest=MANY, words="Satellite catalogue (CelesTrak CSV or JSON) for owners, as text"
)
TOLERANT = Parameter(
    name="tolerant",
    sort="flag",
    default=False,
    words="Accept element sets with wrong checksums and the like, and say so",
)
LENGTH = Parameter(name="for", default="3d", words="How long: 90min, 48h, 3d, 1w; 31 days at most here")
VEHICLE = Parameter(
    name="vehicle", sort="reference", required=True, words="A shipped vehicle's id, or the text of a vehicle file"
)
FLIGHT = Parameter(name="flight", default="", words="Which known flight, by its id; the first unless given")
LIFT_OFF = Parameter(name="lift_off", default="", words="Another time of lift-off: ISO 8601 with its zone")

FIGURES = (
    Parameter(name="figures", default="", words='The figures in one text: "6,248.5 km, 1,090 km, 67.5 min"'),
    Parameter(name="apogee_km", default="", words="Apogee as reported, as text, for rounding counts"),
    Parameter(name="range_km", default="", words="Ground range flown, as reported"),
    Parameter(name="time_min", default="", words="Flight time, as reported"),
    Parameter(name="party", default="the report", words="Who reports it"),
    SITE.but(words="Launch point, if known: LAT,LON"),
    Parameter(
        name="azimuth", sort="number", least=0.0, most=360.0, words="Direction flown, degrees clockwise from true north"
    ),
    Parameter(
        name="kind", sort="choice", choices=("ballistic", "glide", "unknown"), default="unknown", words="Sort of flight"
    ),
    Parameter(name="test", default="", words="A flight of the record instead, by its id (record/list)"),
    AT,
)
WARN = (
    Parameter(name="places", sort="words", default=(), words="[NAME=]LAT,LON[,HEIGHT] or names of bundled places"),
    Parameter(name="sites", sort="text", words="Places as text: CSV (name,latitude,longitude) or GeoJSON"),
    ELEMENTS,
    Parameter(name="sat", sort="words", default=(), words="Satellites: numbers or bundled names"),
    Parameter(name="name", sort="words", default=(), words="Parts of names"),
    Parameter(name="owner", sort="words", default=(), words="Owners or countries"),
    Parameter(
        name="class", sort="choices", choices=("leo", "sso", "meo", "geo", "heo"), default=(), words="Orbit classes"
    ),
    Parameter(
        name="purpose", sort="choice", choices=("imaging", "optical", "radar", "any"), default="imaging",
        words="Imagers of the table, of one kind, or any object",
    ),
    Parameter(name="over", sort="text", words="GeoJSON area: only satellites above it at the start"),
    SATCAT,
    Parameter(name="manoeuvres", sort="text", words="Known manoeuvres: CSV or JSON with norad_id, start"),
    TOLERANT,
    Parameter(
        name="sun", sort="number", default=10.0, least=0.0, most=60.0, words="Sun from which light is usual, degrees"
    ),
    Parameter(
        name="level", sort="choice", choices=("WARN", "watch", "night"), default="watch", words="Least level given"
    ),
    AT,
)  # fmt: skip
NOTICE = (
    "NAVAREA IV 207/26(11,26).\nWESTERN NORTH ATLANTIC.\nFLORIDA.\n1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING\n"
    "100304Z TO 100636Z MAR, ALTERNATE 0304Z TO 0636Z DAILY 11 THRU 16 MAR\nIN AREA BOUND BY\n"
    "29-01.00N 075-00.00W, 29-21.00N 073-51.00W,\n29-20.00N 072-05.00W, 28-29.00N 072-05.00W.\n"
    "2. CANCEL THIS MSG 160736Z MAR 26."
)  # NGA NAVAREA IV 207/26, as published
WHEN = {"at": "2026-03-09T00:00:00Z"}
MARCH = {"text": NOTICE, **WHEN}
OVER = {"places": ["busan"], "at": "2024-06-07T00:00:00Z"}
SETS = (
    "1 58400U 23179A   26185.97809597  .00004231  00000+0  18409-3 0  9999\n"
    "2 58400  97.2992  67.0225 0007506 337.9436  22.1477 15.22750963145465\n"
)  # set 26185 of object 58400, as CelesTrak published it
