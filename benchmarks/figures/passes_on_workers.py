"""One catalogue question by ``bongsu passes all``, alone and with ``--on local --workers 2``: the same bytes, and how long.

Whole processes, starting of the workers included, kernels compiled before. Satellites and places of workload B4 of
``benchmarks/overflight_work.py``, drawn from the seed.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import overflight_work as ow

TITLE = "A catalogue question alone and on 2 local workers: the same bytes"
EXPECTED_TIME = "about 1 min on a free processor; a small share 20 s"
PROGRAM = "from bongsu.cli import main\nif __name__ == '__main__':\n    main()\n"
SIZE = {"full": (1000, 7), "small": (100, 3)}  # satellites, days


def asked(folder: Path, days: int, name: str, *words: str) -> tuple[float, float]:
    """Wall and processor seconds of one run, its workers included."""
    command = [sys.executable, "run.py", "passes", "all", "@places.csv", "--elements", "sets.tle"]
    command += ["--at", "2024-07-05T00:00Z", "--for", f"{days}d", "--max-off-nadir", "45", "-o", name, *words]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, used


def run(seed: int, share: str) -> dict[str, Any]:
    """Both ways twice, alternating; the better of each."""
    work = ow.work_of("B4", seed)
    count, days = SIZE[share]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "run.py").write_text(PROGRAM)
        (folder / "sets.tle").write_text("\n".join("\n".join(pair) for pair in work.satellites[:count]) + "\n")
        rows = [f"p{n},{a},{b},{c}" for n, (a, b, c) in enumerate(work.places)]
        (folder / "places.csv").write_text("name,latitude,longitude,height_m\n" + "\n".join(rows) + "\n")
        asked(folder, 1, "warm.csv")
        alone, shared = [], []
        for _ in range(2):
            (folder / "alone.csv").unlink(missing_ok=True)
            (folder / "shared.csv").unlink(missing_ok=True)
            alone.append(asked(folder, days, "alone.csv"))
            shared.append(asked(folder, days, "shared.csv", "--on", "local", "--workers", "2"))
        first, second = ((folder / f"{which}.csv").read_bytes() for which in ("alone", "shared"))
    same, found = first == second, len(first.splitlines()) - 1
    load = os.getloadavg()[0]
    lines = [
        f"{count:,} satellites x {len(work.places)} places x {days} d, off-nadir to 45 deg: {found:,} passes;"
        f" {'the same bytes' if same else 'DIFFERENT BYTES'} (SHA-256 {hashlib.sha256(first).hexdigest()[:12]})",
        f"alone {min(alone)[0]:.1f} s, {min(alone)[1]:.1f} s of a processor; on 2 local workers {min(shared)[0]:.1f} s,"
        f" {min(shared)[1]:.1f} s of processors; load at the end {load:.1f} on {os.cpu_count()} processors",
    ]
    return {"lines": lines, "holds": same}
