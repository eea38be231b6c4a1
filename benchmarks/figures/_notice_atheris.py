"""The notice readers under atheris: run as a process of its own, because libFuzzer ends the one it runs in."""

from __future__ import annotations

import atexit
import sys
import time


def main() -> None:
    """Read libFuzzer's options from the command line and run."""
    import atheris  # noqa: PLC0415 - an extra

    with atheris.instrument_imports(include=["bongsu.notices", "bongsu.rawtext"]):
        from figures._notice_target import read  # noqa: PLC0415

    slowest: list[tuple[float, bytes]] = [(0.0, b"")]
    count = 0

    def one(data: bytes) -> None:
        nonlocal count
        count += 1
        began = time.process_time()
        read(data if count % 16 == 0 else data.decode("utf-8", "replace"), thorough=count % 16 == 1)
        took = time.process_time() - began
        if took > slowest[0][0]:
            slowest[0] = took, data

    atexit.register(lambda: print(f"SLOWEST {slowest[0][0]:.3f} {slowest[0][1]!r}", flush=True))
    atheris.Setup([sys.argv[0], *sys.argv[1:]], one)
    atheris.Fuzz()
