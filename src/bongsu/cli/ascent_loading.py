"""What the commands under ``bongsu ascent`` share: the vehicle asked for, and words while it works."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bongsu.cases import known_vehicle_ids, load_vehicle
from bongsu.cli.options import read_words
from bongsu.cli.terminal import echo, paint
from bongsu.errors import InputError


def loaded(name: str) -> Any:
    if name in known_vehicle_ids():
        return load_vehicle(name)
    if name != "-" and not Path(name).exists():
        unknown = "; of the vehicle of May 2024 no figure is known" if "2024" in name else ""
        raise InputError(
            f"no vehicle {name!r}", advice=f"shipped: {', '.join(known_vehicle_ids())}; or name a file{unknown}"
        )
    return load_vehicle(name, read_words(name))


def say(words: str) -> None:
    echo(paint(f"{words} ...", "dim"), err=True)
