"""Searches of a part that a worker loads by name: one dies once in the middle, one fails at one part."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bongsu.cases import catalogue_part_search


def dies_once(flag: str, at: int, question: Any) -> Callable[[range], Any]:
    """The real search; whoever first begins the part at ``at`` is killed."""
    find = catalogue_part_search(question)

    def work(part: range) -> Any:
        if part.start == at and not Path(flag).exists():
            Path(flag).write_text(str(os.getpid()))
            os.kill(os.getpid(), signal.SIGKILL)
        return find(part)

    return work


def fails_at(at: int, question: Any) -> Callable[[range], Any]:
    """The real search, but for one part."""
    find = catalogue_part_search(question)

    def work(part: range) -> Any:
        if part.start == at:
            raise MemoryError("no room")
        return find(part)

    return work
