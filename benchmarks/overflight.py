#!/usr/bin/env python3
"""Propagation and overflight search: Bongsu and its peers on the same workloads, in one run.

    python benchmarks/overflight.py --peers VENV              Bongsu and the peers that VENV holds
    python benchmarks/overflight.py --peers VENV --install    make VENV first and install the peers, pinned
    python benchmarks/overflight.py                           Bongsu alone
    options: --seed N   --work A,A+,B1,B2,B3,B4   --threads 1,2   --truth FOLDER   --record   --whole-peers

Every library runs in a process of its own, one after another. Slow peers run on the first satellites of a workload and
are scaled by their number (said in the table). Found passes are compared with SGP4's own (see overflight_work). With
one thread ratios are of CPU seconds, with several of wall seconds. --record appends the table to docs/figures.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import overflight_work as ow

HERE = Path(__file__).resolve().parent
RECORD = HERE.parent / "docs" / "figures.md"
PINNED = ("numpy==2.4.6", "sgp4==2.27", "brahe==1.8.0", "skyfield==1.55", "astroz==0.17.0", "astropy-iers-data")
PEERS = {"A": ("astroz", "sgp4"), "A+": ("astroz", "sgp4"), "B": ("brahe", "skyfield")}
PARTS = {  # the first satellites that a slow peer gets
    ("brahe", "B3"): 4, ("brahe", "B4"): 10, ("skyfield", "B3"): 2, ("skyfield", "B4"): 3, ("sgp4", "A"): 1000,
    ("sgp4", "A+"): 1000,
}  # fmt: skip
WORDS = {
    "A": "10,000 sets x 1,440 min, positions",
    "A+": "10,000 sets x 1,440 min, positions and velocities",
    "B1": "1 satellite x 1 place x 10 d",
    "B2": "1 satellite x 100 places x 7 d",
    "B3": "100 satellites x 100 places x 3 d",
    "B4": "1,000 mixed satellites x 100 places x 1 d",
}


def orientation(seconds: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Polar motion [rad] and UT1-UTC [s] from Bongsu's bundled table; what turns states with it is written out anew."""
    from bongsu.earth import bundled_orientation  # noqa: PLC0415

    start = np.datetime64("2024-07-05", "us")
    return bundled_orientation().at(start + np.rint(seconds * 1e6).astype("timedelta64[us]"))


def truth_of(name: str, seed: int, folder: Path | None) -> np.ndarray:
    """The passes of a workload, from the folder where they are kept if there."""
    kept = folder / f"{name}-{seed}.npy" if folder else None
    if kept and kept.exists():
        return np.load(kept)
    work = ow.work_of(name, seed)
    print(f"  the truth of {name}: SGP4 every 10 s, {len(work.satellites)} satellites ...", file=sys.stderr, flush=True)
    rows = ow.true_passes(work, orientation)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.save(kept, rows)
    return rows


def run(python: str, library: str, name: str, seed: int, threads: int, part: int, rows: Path, cache: str) -> Any:
    """One library on one workload; None where it fails, with the reason on standard error."""
    command = [python, str(HERE / "overflight_run.py"), library, name, "--seed", str(seed), "--threads", str(threads)]
    command += ["--part", str(part), "--rows", str(rows)]
    environment = {**os.environ, "NUMBA_CACHE_DIR": cache}
    if library != "bongsu":
        environment.pop("PYTHONPATH", None)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        print(f"  {library} {name}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}", file=sys.stderr)
        return None
    return json.loads(done.stdout.strip().splitlines()[-1])


def install(venv: Path) -> None:
    """Make an environment and install the peers in it."""
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    subprocess.run([str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", *PINNED], check=True)


def line_of(library: str, name: str, threads: int, figures: dict[str, Any], found: dict[str, float] | None) -> str:
    """A row of the table."""
    scale = figures["whole"] / figures["satellites"]
    cpu, wall = figures["cpu_s"] * scale, figures["wall_s"] * scale
    part = "" if scale == 1 else f"{figures['satellites']} of {figures['whole']}, scaled"
    if name.startswith("A"):
        rate = figures["whole"] * 1440 / (cpu if threads == 1 else wall) / 1e6
        quality = f"{rate:.1f} M/s"
        if "off_max_m" in figures:
            quality += (
                f"; off median {figures['off_median_m'] * 1000:.2g} mm, most {figures['off_max_m'] * 1000:.2g} mm"
            )
    elif found:
        quality = (
            f"missed {found['missed']}, extra {found['extra']} of {found['true']:,}; off median"
            f" {found['median_s'] * 1000:.2g} ms, p99 {found['p99_s'] * 1000:.2g} ms, most {found['max_s'] * 1000:.3g} ms"
        )
    else:
        quality = ""
    return (
        f"| {library} {figures['version']} | {threads} | {cpu:.4g} | {wall:.4g} | {figures.get('ratio', '')} |"
        f" {quality} | {part} |"
    )


def work_lines(name: str, given: argparse.Namespace, scratch: Path, cold: dict[str, float]) -> list[str]:
    """The table of one workload."""
    lines = [f"**{name}**: {WORDS[name]}", "", "| library | threads | CPU s | wall s | ratio | result | part |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- |")
    truth = None if name.startswith("A") else truth_of(name, given.seed, given.truth)
    peers = PEERS.get(name, PEERS["B"]) if given.peers else ()
    for threads in given.threads:
        own: dict[str, Any] = {}
        for library in ("bongsu", *peers):
            python = sys.executable if library == "bongsu" else str(given.peers / "bin" / "python")
            part = 0 if given.whole_peers else PARTS.get((library, name), 0)
            rows = scratch / "rows.npy"
            print(f"  {name} {library}, {threads} thread(s) ...", file=sys.stderr, flush=True)
            figures = run(python, library, name, given.seed, threads, part, rows, str(scratch / "numba"))
            if figures is None:
                lines.append(f"| {library} | {threads} | failed | | | | |")
                continue
            found = None
            if truth is not None:
                satellites = figures["satellites"]
                found = ow.compare(np.load(rows), truth[truth[:, 0] < satellites], ow.work_of(name).days * 86400.0)
            if library == "bongsu":
                own = figures
                cold[name] = figures.get("first_call_cpu_s", 0.0)
            elif own:
                measure = "cpu_s" if threads == 1 else "wall_s"
                scale = figures["whole"] / figures["satellites"]
                figures["ratio"] = f"{figures[measure] * scale / own[measure]:.3g} x Bongsu's"
            lines.append(line_of(library, name, threads, figures, found))
    return [*lines, ""]


def conditions(given: argparse.Namespace, cold: dict[str, float]) -> list[str]:
    """What the numbers hold for."""
    model = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    versions = f"Python {platform.python_version()}, NumPy {np.__version__}"
    commit = subprocess.run(
        ["git", "-C", str(HERE), "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    first = ", ".join(f"{name} {seconds:.2g} s" for name, seconds in cold.items())
    return [
        f"Commit {commit}, seed {given.seed}; {os.cpu_count()} x {model[0].split(':')[1].strip() if model else platform.machine()};"
        f" {versions}; load {os.getloadavg()[0]:.1f} at the end.",
        f"First call in a fresh process, CPU (the first of a run compiles, the others load the kernels): {first}.",
    ]


def main() -> None:
    """Read the command line, run, print, record."""
    parser = argparse.ArgumentParser(prog="benchmarks/overflight.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--peers", type=Path, help="environment that holds the peers")
    parser.add_argument("--install", action="store_true", help="make that environment first")
    parser.add_argument("--seed", type=int, default=ow.SEED)
    parser.add_argument("--work", default="A,A+,B1,B2,B3,B4")
    parser.add_argument("--threads", default="1")
    parser.add_argument("--truth", type=Path, help="folder in which true passes are kept")
    parser.add_argument("--whole-peers", action="store_true", help="slow peers on every satellite too (an hour)")
    parser.add_argument("--record", action="store_true", help="append to docs/figures.md")
    given = parser.parse_args()
    given.threads = [int(part) for part in given.threads.split(",")]
    if given.install:
        install(given.peers)
    cold: dict[str, float] = {}
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        for name in given.work.split(","):
            lines += work_lines(name, given, Path(scratch), cold)
    lines = [*conditions(given, cold), "", *lines]
    print("\n".join(lines))
    if given.record:
        with RECORD.open("a", encoding="utf-8") as file:
            file.write(
                f"\n## benchmarks/overflight.py, {datetime.now(UTC):%Y-%m-%d %H:%M}Z\n\n" + "\n".join(lines) + "\n"
            )


if __name__ == "__main__":
    main()
