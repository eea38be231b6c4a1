"""Texts to try the notice readers with: written by a small grammar, cut from real ones, and bent out of shape."""

from __future__ import annotations

import gzip
import json
import random
from functools import lru_cache

from ._inputs import REFERENCE_DATA
from .notice_geometry import DATA, issued_of, messages, text_of

LONGEST = (
    240  # characters; short texts give more of them a second, and long ones are tried by benchmarks/notices_speed.py
)
_LONGEST_SLICE = 120
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC", "SEB", "ENE", "AGO")
_SERIES = ("NAVAREA IV", "NAVAREA XI", "NAVAREA III", "HYDROPAC", "HYDROLANT", "HYDROARC", "NAVAREA TWELVE", "NAVTEX")
_WORDS = (
    *("IN AREA BOUND BY", "IN AREAS BOUND BY:", "WITHIN 5 MILES OF", "WITHIN NINE MILES OF", "AREA BETWEEN"),
    *("ALONG TRACKLINE JOINING", "EITHER SIDE OF TRACKLINE JOINING", "BETWEEN 270 DEGREES AND 360 DEGREES"),
    *("ARC OF CIRCLE RADIUS 5 MILES CENTERED ON", "CLOCKWISE", "COUNTERCLOCKWISE", "THENCE ALONG THE COAST TO"),
    *("DAILY", "ALTERNATE", "THRU", "UNTIL", "EXCEPT SUNDAYS", "SUNRISE TO SUNSET", "MONDAY TO FRIDAY", "AND", "TO"),
    *("CANCEL THIS MSG", "CANCEL NAVAREA IV 1/23", "IN FORCE AS OF", "HAZARDOUS OPERATIONS", "ROCKET LAUNCHING"),
    *("1.", "2.", "3.", "A.", "B.", "C.", "(1)", "(A)", "A.(1)", "//", "NNNN", "ZCZC AA00", "\n", "\n\n", ":", ";", ","),
    *("LIMITADA POR", "DENTRO DE UN RADIO DE 5 MILLAS DE", "CANCELAR ESTE MENSAJE", "HASTA", "ENTRE", "LAT", "LONG"),
    *("D) DAILY 0500-1550", "D) SR-SS", "E) AREA", "F) SFC G) UNL", "C) PERM", "C) UFN", "RADIUS 12NM", "EXC HOL"),
    *("OVERDUE", "LAST KNOWN POSITION", "FROM SEAWARD", "RADIUS", "NM", "M", "KM", "10 MILE WIDE BAND", "JOINING"),
    *("11月22日00時00分から12月1日00時00分まで", "북위 35도 44분 동경 124도 30분", "南緯", "11월 22일 00:00 ~ 24:00"),
    *("&deg;", "<br>", "</p>", "°", "'", '"', "С", "Ю", "В", "З", "\u0415", "\u00a0", "\ufeff", "\0", "\u2028", "１２－３０Ｎ"),
)  # fmt: skip
_SPLINTERS = "0123456789NSEWZTO-.,:;/()[]°'\"ABCXIV \n\t\r<>&#~+"


def length(rng: random.Random) -> int:
    """How long a text may be: most are short, so that there are many."""
    return rng.choice((40, 60, 60, 80, 80, 100, 120, LONGEST))


def written(rng: random.Random) -> str:
    """A text of the grammar: a header or none, then words, places and times as notices string them together."""
    parts: list[str] = []
    kind = rng.random()
    if kind < 0.4:
        parts.append(
            f"{_group(rng)}\n{rng.choice(_SERIES)} {rng.randint(1, 2000)}/{rng.randint(0, 99):02d}({rng.randint(1, 99)}).\n"
        )
    elif kind < 0.65:
        parts.append(_notam(rng))
    about = (rng.randint(1, 85), rng.randint(1, 175)) if rng.random() < 0.9 else None  # else all over the world: slow
    for _ in range(rng.choice((1, 2, 2, 3, 3, 4, 7))):
        pick = rng.randrange(7)
        parts.append(_place(rng, about) if pick < 2 else (_places, _group, _hours, _word, _word)[pick - 2](rng))
    return " ".join(parts)[:LONGEST]


def _word(rng: random.Random) -> str:
    return rng.choice(_WORDS)


def _place(rng: random.Random, about: tuple[int, int] | None = None) -> str:
    lat, lon = rng.randint(0, 90 + rng.randint(0, 3)), rng.randint(0, 180 + rng.randint(0, 5))
    north, east = rng.choice("NNS"), rng.choice("EEW")
    if about:
        lat, lon, north, east = about[0] + rng.randint(-1, 1), about[1] + rng.randint(-1, 1), "N", "E"
    minute, other, second = rng.randint(0, 60), rng.randint(0, 60), rng.randint(0, 60)
    return rng.choice(
        (
            f"{lat:02d}-{minute:02d}.{second:02d}{north} {lon:03d}-{other:02d}.{second:02d}{east}",
            f"{lat:02d}-{minute:02d}{north} {lon:03d}-{other:02d}{east}",
            f"{lat:02d}-{minute:02d}-{second:02d}{north} {lon:03d}-{other:02d}-{second:02d}{east}",
            f"{lat:02d}{minute:02d}{north}{lon:03d}{other:02d}{east}",
            f"{lat:02d}{minute:02d}{second:02d}{north}{lon:03d}{other:02d}{second:02d}{east}",
            f"{lat:02d}°{minute:02d}'{second:02d}\"{north} {lon:03d}°{other:02d}'{east}",
            f"{lat:02d}-{minute:02d}{north} {lat:02d}-{other:02d}{north} AND {lon:03d}-{minute:02d}{east} {lon:03d}-{other:02d}{east}",
            f"{lat}.{minute:02d}, {lon}.{other:02d}",
        )
    )


def _places(rng: random.Random) -> str:
    """A ring of small extent, often a sound one."""
    lat, lon, size = rng.uniform(-80, 80), rng.uniform(-179, 179), rng.uniform(0.1, 3)
    corners = ((-1, -1), (-1, 1), (1, 1), (1, -1))
    if rng.random() < 0.1:
        corners = ((-1, -1), (1, 1), (-1, 1), (1, -1))
    return ", ".join(_pair(lat + size * up, lon + size * right) for up, right in corners)


def _pair(lat: float, lon: float) -> str:
    lat, lon = max(-90.0, min(90.0, lat)), max(-180.0, min(180.0, lon))
    return (
        f"{int(abs(lat)):02d}-{abs(lat) % 1 * 59.99:05.2f}{'NS'[lat < 0]}"
        f" {int(abs(lon)):03d}-{abs(lon) % 1 * 59.99:05.2f}{'EW'[lon < 0]}"
    )


def _group(rng: random.Random) -> str:
    return f"{rng.randint(0, 32):02d}{rng.randint(0, 24):02d}{rng.randint(0, 61):02d}Z {rng.choice(_MONTHS)} {rng.choice(('23', '2023', '', '99'))}".strip()


def _hours(rng: random.Random) -> str:
    first, last = rng.randint(0, 2400), rng.randint(0, 2400)
    days = rng.choice(("DAILY", "", "DAILY EXCEPT 14 APR", "AND 0100Z TO 0200Z"))
    return f"{first:04d}Z TO {last:04d}Z {days} {rng.randint(1, 31):02d} {rng.choice(('THRU', 'AND', 'TO', ','))} {rng.randint(1, 31):02d} {rng.choice(_MONTHS)}"


def _notam(rng: random.Random) -> str:
    start, schedule = (
        rng.randint(1, 28),
        rng.choice(("", "D) DAILY 0500-1550\n", "D) MON-FRI SR-SS\n", "D) JUN 01-03 05 0600-0700\n")),
    )
    return (
        f"(A{rng.randint(0, 9999):04d}/23 NOTAM{rng.choice('NRC')} {rng.choice(('', 'A0001/23'))}\n"
        f"Q) RJJJ/QWMLW/IV/BO/W/000/999/3543N12430E{rng.choice(('025', '999', ''))}\n"
        f"A) RJJJ B) 2305{start:02d}1500 C) 2306{start:02d}1500{rng.choice(('', 'EST'))}\n{schedule}E) "
    )


@lru_cache(maxsize=1)
def real() -> tuple[str, ...]:
    """Warnings and NOTAMs of the reference data; none where they are not beside the checkout."""
    folder = REFERENCE_DATA / "nga-broadcast-warnings"
    if not folder.is_dir():
        return ()
    found = [
        f"{issued_of(page)}\n{record['id']}.\n{text_of(page)}"
        for record in messages(REFERENCE_DATA / DATA)
        for page in (record["features"][0]["text_html"],)
    ]
    with gzip.open(folder / "broadcast-warn_2023-04.json.gz", "rt") as file:
        found += [each["text"] for each in json.load(file)["broadcast-warn"]]
    for path in (
        *sorted((folder / "samples_2026").glob("*.txt")),
        *sorted((REFERENCE_DATA / "notam-launch").glob("*.txt")),
    ):
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [text[start : start + 2 * LONGEST] for start in range(0, min(len(text), 200_000), 2 * LONGEST)]
    return tuple(found)


def sliced(rng: random.Random, texts: tuple[str, ...]) -> str:
    """A piece of a real text, from its beginning as often as not."""
    text = rng.choice(texts)
    start = 0 if rng.random() < 0.5 else rng.randrange(max(1, len(text)))
    return text[start : start + length(rng)]


def bent(rng: random.Random, text: str, other: str) -> str:
    """A text with one to four changes: cut, doubled, swapped, spliced, or with words and signs put in."""
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        to = min(len(text), at + rng.randint(1, 40))
        change = rng.randrange(10)
        if change == 0:
            text = text[:at] + text[to:]
        elif change == 1:
            text = text[:to] + text[at:to] * rng.randint(1, 3) + text[to:]
        elif change == 2:
            text = text[to:] + text[:at]
        elif change == 3:
            text = text[:at] + other[rng.randrange(len(other) + 1) :][:_LONGEST_SLICE] + text[to:]
        elif change in {4, 5}:
            text = f"{text[:at]} {rng.choice(_WORDS)} {text[at:]}"
        elif change in {6, 7}:
            text = text[:at] + rng.choice(_SPLINTERS) + text[at + rng.randint(0, 1) :]
        elif change == 8:
            text = text[:at] + chr(rng.choice((rng.randrange(32, 1200), rng.randrange(0x3000, 0xD7A4)))) + text[at:]
        else:
            text = text[:at] + rng.choice((_place, _group, _hours))(rng) + text[to:]
    return text[:LONGEST]


def as_bytes(rng: random.Random, text: str) -> bytes:
    """The text in an encoding that may not be said, with some bytes broken."""
    encoding = rng.choice(
        ("utf-8", "utf-16", "utf-16-le", "latin-1", "cp1252", "euc-kr", "shift_jis", "utf-8-sig", "utf-32")
    )
    raw = bytearray(text.encode(encoding, errors="replace"))
    for _ in range(rng.randint(0, 3)):
        if raw:
            raw[rng.randrange(len(raw))] = rng.randrange(256)
    return bytes(raw)
