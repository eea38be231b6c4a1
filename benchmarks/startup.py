#!/usr/bin/env python3
"""How long the first answer takes: whole processes, from start to exit.

    python benchmarks/startup.py [ROUNDS]        9 rounds unless given

Each command runs once per round, the commands one after another within a round, so that a busy moment of the machine
meets all of them; the best of the rounds is printed. The first round warms the file cache and is left out. Numbers are
for reading, never for passing or failing.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

BONGSU = str(Path(sys.executable).with_name("bongsu"))
SPAN = ("2024-06-07T00:00Z", "58400", "35.10,129.10")

# The same question by Skyfield: one set, one site, one day. The set is made up (a sun-synchronous orbit at 500 km).
SKYFIELD = """
from skyfield.api import EarthSatellite, load, wgs84
scale = load.timescale(builtin=True)
satellite = EarthSatellite(
    "1 90000U 26001A   24159.00000000  .00001000  00000+0  10000-3 0  9993",
    "2 90000  97.4000 210.0000 0010000  90.0000 270.0000 15.20000000    12", None, scale)
site = wgs84.latlon(35.10, 129.10)
times, events = satellite.find_events(site, scale.utc(2024, 6, 7), scale.utc(2024, 6, 8), altitude_degrees=10.0)
for when, event in zip(times.utc_iso(), events):
    print(when, ("rise", "culmination", "set")[event])
"""


def commands() -> dict[str, list[str]]:
    """What is timed: name and command."""
    at, satellite, site = SPAN
    timed = {
        "import numpy, sgp4.api": [sys.executable, "-c", "import numpy, sgp4.api"],
        "bongsu --help": [BONGSU, "--help"],
        f"bongsu passes {satellite} {site} --for 1d": [BONGSU, "passes", satellite, site, "--for", "1d", "--at", at],
    }
    if importlib.util.find_spec("skyfield"):
        timed["the same by skyfield"] = [sys.executable, "-c", SKYFIELD]
    return timed


def once(command: list[str]) -> tuple[float, str]:
    """Wall time [s] of one run, and what went wrong, if anything."""
    began = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    except OSError as error:
        return 0.0, str(error)
    took = time.perf_counter() - began
    return took, "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["it failed"])[-1]


def conditions() -> str:
    """What the numbers hold for."""
    names = ("bongsu", "numpy", "sgp4", "click", "skyfield")
    versions = [f"{name} {importlib.metadata.version(name)}" for name in names if importlib.util.find_spec(name)]
    info = Path("/proc/cpuinfo")
    models = [line for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    processor = models[0].split(":", 1)[1].strip() if models else platform.machine()
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"Python {platform.python_version()}, {', '.join(versions)}\n{os.cpu_count()} x {processor}, {load}"


def main() -> None:
    """Time everything and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    timed, best, failed = commands(), {}, {}
    for number in range(rounds + 1):
        for name, command in timed.items():
            if name in failed:
                continue
            took, error = once(command)
            if error:
                failed[name] = error
            elif number:
                best[name] = min(took, best.get(name, took))
    base = best.get("import numpy, sgp4.api")
    print(f"best of {rounds}, interleaved, whole process\n{conditions()}\n")
    print(f"{'seconds':>8} {'ratio':>6}")
    for name in timed:
        if name in failed:
            print(f"{'-':>8} {'-':>6}  {name}   (not timed: {failed[name]})")
        else:
            ratio = f"{best[name] / base:.2f}" if base else "-"
            print(f"{best[name]:8.3f} {ratio:>6}  {name}")


if __name__ == "__main__":
    main()
