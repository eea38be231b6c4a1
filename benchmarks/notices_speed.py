#!/usr/bin/env python3
"""How many warnings are read in a second of one core, and how long hostile texts take.

    python benchmarks/notices_speed.py [ROUNDS]      3 rounds unless given; the best is printed

Warnings: the 1,915 NGA messages of 2018 and the 288 of 2023 of the reference data, with their issue times; without it
the texts quoted in tests/notices. Times are of the processor, not of the clock. Numbers are for reading, never for
passing or failing.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from figures._inputs import REFERENCE_DATA
from figures.notice_geometry import DATA, issued_of, messages, text_of

from bongsu.errors import NoticeError
from bongsu.notices import parse_notice, read_notices

MILLION = 1_000_000
HOSTILE = {
    "corners": "28-39.92N 080-38.33W, ",
    "halves": "28-39.92N ",
    "circles": "WITHIN 5 MILES OF 10-00N 100-00W ",
    "daily hours": "0000Z TO 0100Z DAILY 01 JAN THRU 31 DEC ",
    "number words": "TWENTY FIVE HUNDRED ",
    "dashes": "1-",
    "letters": "A. ",
    "marks": "(A)",
    "page marks": "<a ",
    "headers": "NAVAREA IV 1/23 ",
    "frames": "ZCZC AA00 ",
    "tracks": "OVERDUE X (10-00N 100-00W) TO ",
    "full width": "１０－００Ｎ　１００－００Ｅ ",
    "local dates": "11月22日 ",
    "boxes": "BETWEEN 10-00N 11-00N AND 100-00E 101-00E ",
    "sectors": "10-00N 100-00W BETWEEN 270 DEGREES AND 360 DEGREES ",
}
NOTAM = (
    "(A{:04d}/23 NOTAMN\nQ) RJJJ/QWMLW/IV/BO/W/000/999/3543N12430E025\nA) RJJJ B) 2305301500 C) 2306101500\n{}"
    "E) AREA BOUNDED BY 354400N1243000E 354400N1245400E 345800N1245600E 345800N1243200E)\n"
)
QUOTED = (
    "NAVAREA XII 205/23. 1. HAZARDOUS OPERATIONS 171430Z TO 172330Z APR,\n   ALTERNATE 1430Z TO 2330Z DAILY\n"
    "   18 THRU 21 APR IN AREA WITHIN\n   33 MILES OF 33-15.00N 120-13.00W.\n2. CANCEL THIS MSG 220030Z APR 23.",
)


def texts() -> tuple[str, list[str]]:
    """Where they come from, and the warnings."""
    folder = REFERENCE_DATA / "nga-broadcast-warnings"
    if not folder.is_dir():
        return "a quoted text, no reference data at hand", list(QUOTED) * 500
    found = []
    for record in messages(REFERENCE_DATA / DATA):
        page = record["features"][0]["text_html"]
        found.append(f"{issued_of(page)}\n{record['id']}.\n{text_of(page)}")
    with gzip.open(folder / "broadcast-warn_2023-04.json.gz", "rt") as file:
        found += [f"{each['issueDate']}\n{each['text']}" for each in json.load(file)["broadcast-warn"]]
    return f"{len(found):,} NGA warnings of 2018 and 2023", found


def megabytes() -> Iterator[tuple[str, str]]:
    """Texts of a million characters: one construct again and again, all of them mixed, and valid NOTAMs."""
    for name, unit in HOSTILE.items():
        yield name, (unit * (MILLION // len(unit) + 1))[:MILLION]
    rng = random.Random(1)
    units = list(HOSTILE.values())
    yield "all of these, mixed", "".join(rng.choice(units) for _ in range(MILLION // 8))[:MILLION]
    for name, schedule in (("valid NOTAMs", ""), ("valid NOTAMs, 12 days of hours each", "D) DAILY 0500-1550\n")):
        yield name, "".join(NOTAM.format(number, schedule) for number in range(5_500))[:MILLION]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    began = time.process_time()
    with suppress(NoticeError):  # refused, which is an answer
        work()
    return time.process_time() - began


def main() -> None:
    """Print the rate and the hostile texts' times."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    where, warnings = texts()
    info = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, {model[1] if model else platform.machine()}, {load}; best of {rounds}")

    def read_all() -> None:
        for text in warnings:
            parse_notice(text, year=2018)

    best = min(seconds(read_all) for _ in range(rounds))
    characters = sum(map(len, warnings)) / len(warnings)
    print(f"{where}, {characters:.0f} characters each: {len(warnings) / best:,.0f} a second")
    for name, text in megabytes():
        took = min(seconds(lambda text=text: read_notices(text, year=2023)) for _ in range(rounds))
        print(f"{took:6.2f} s  1 MB of {name}")


if __name__ == "__main__":
    main()
