"""Functions of parts that a worker loads by name: they fail, die or wait, and leave a file for each try."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4


def tries(folder: Path) -> dict[int, int]:
    """How often each part was begun."""
    counts: dict[int, int] = {}
    for path in folder.glob("*-*"):
        begin = int(path.name.split("-")[0])
        counts[begin] = counts.get(begin, 0) + 1
    return counts


def _begin(folder: Path, part: range) -> None:
    (folder / f"{part.start}-{uuid4().hex}").touch()


def squares(folder: str) -> Callable[[range], list[int]]:
    """Squares of a part's members."""

    def work(part: range) -> list[int]:
        _begin(Path(folder), part)
        return [n * n for n in part]

    return work


def fails_at_4(folder: str) -> Callable[[range], list[int]]:
    """The same, but the part that begins with 4 raises."""

    def work(part: range) -> list[int]:
        _begin(Path(folder), part)
        if part.start == 4:
            raise ValueError("four is no good")
        return [n * n for n in part]

    return work


def dies_at_4(folder: str) -> Callable[[range], list[int]]:
    """The same, but whoever computes the part that begins with 4 is killed."""

    def work(part: range) -> list[int]:
        _begin(Path(folder), part)
        if part.start == 4:
            os.kill(os.getpid(), signal.SIGKILL)
        return [n * n for n in part]

    return work


def first_waits(folder: str) -> Callable[[range], list[int]]:
    """The first part waits for eleven others, then half a second more, and says how many were begun by then."""

    def work(part: range) -> list[int]:
        _begin(Path(folder), part)
        if part.start == 0:
            until = time.monotonic() + 60.0
            while len(tries(Path(folder))) < 12 and time.monotonic() < until:
                time.sleep(0.02)
            time.sleep(0.5)
            return [len(tries(Path(folder)))]
        return [n * n for n in part]

    return work
