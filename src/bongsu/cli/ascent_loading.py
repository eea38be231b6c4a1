"""What the commands under ``bongsu ascent`` share: the vehicle asked for, and words while it works."""

from __future__ import annotations

from pathlib import Path

from bongsu.answers import Given
from bongsu.cases import known_vehicle_ids
from bongsu.cli.options import given_file
from bongsu.cli.terminal import echo, paint, show_bar

__all__ = ["say", "vehicle_given"]


def vehicle_given(name: str) -> str | Given:
    """A shipped vehicle's name as it is, else a file; a name that is neither is left to the answer to refuse."""
    if name in known_vehicle_ids() or (name != "-" and not Path(name).exists()):
        return name
    return given_file(name)


def say(words: str, done: int, steps: int) -> None:
    """Words once, then a bar while there are steps."""
    if steps:
        show_bar(done / steps, f"{done:,} of {words}")
    else:
        echo(paint(f"{words} ...", "dim"), err=True)
