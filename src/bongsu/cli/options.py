"""Options that several commands share, and how their text becomes values."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from bongsu.errors import InputError

__all__ = [
    "at_option",
    "format_option",
    "output_option",
    "parse_at",
    "parse_length",
    "read_bytes",
    "read_words",
    "write_new",
]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
MAX_BYTES = 400_000_000
_LENGTH = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*(s|m|min|h|d|w)\s*$")
_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400, "w": 604800}


def at_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--at``: when the question is asked."""
    return click.option(
        "--at", "at_text", default="now", metavar="TIME", help="When it is asked: ISO time with zone, now, +48h or -2d."
    )(function)


def format_option(*choices: str) -> Decorator:
    """``-f``: how data are written; the same default always."""

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        return click.option(
            "-f",
            "--format",
            "form",
            type=click.Choice(choices),
            default=lambda: (
                os.environ.get("BONGSU_FORMAT", choices[0]) if "BONGSU_FORMAT" in os.environ else choices[0]
            ),
            show_default=choices[0],
            help="Form of the answer.",
        )(function)

    return wrap


def output_option(words: str) -> Decorator:
    """``-o`` and ``--force``."""

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        function = click.option("--force", is_flag=True, help="Write over an existing file.")(function)
        return click.option("-o", "--output", "outputs", multiple=True, metavar="FILE", help=words)(function)

    return wrap


def parse_at(text: str) -> datetime:
    """``now``, ``+48h``, ``-2d`` or an ISO time with its zone, as UTC.

    Raises
    ------
    InputError
        When it is none of these, or has no zone.
    """
    stripped = text.strip()
    now = datetime.now(tz=UTC)
    if stripped == "now":
        return now
    if stripped[:1] in "+-" and stripped[1:2].isdigit():
        sign = -1 if stripped[0] == "-" else 1
        return now + sign * parse_length(stripped[1:])
    try:
        moment = datetime.fromisoformat(stripped)
    except ValueError:
        raise InputError(
            f"--at {stripped[:40]!r} is not a time",
            advice="write 2023-11-25T10:00+09:00, 2023-11-25T01:00Z, now or +48h",
        ) from None
    if moment.tzinfo is None:
        raise InputError(f"--at {stripped!r} has no time zone", advice="add Z for UTC or an offset such as +09:00")
    return moment.astimezone(UTC)


def parse_length(text: str) -> timedelta:
    """``90min``, ``48h``, ``3d`` or ``1w``.

    Raises
    ------
    InputError
        When it is no such length, or over ten years.
    """
    found = _LENGTH.match(text)
    if not found:
        raise InputError(f"{text[:30]!r} is not a length of time", advice="write 90min, 48h, 3d or 1w")
    seconds = float(found.group(1)) * _UNITS[found.group(2)]
    if not 0.0 < seconds <= 3653 * 86400:
        raise InputError(f"length {text.strip()!r} is outside 0 to 10 years")
    return timedelta(seconds=seconds)


def read_bytes(name: str) -> bytes:
    """A file's bytes, or those of standard input for ``-``.

    Raises
    ------
    InputError
        No such file, a folder, unreadable, empty or over 400 MB.
    """
    if name == "-":
        if sys.stdin.isatty():
            click.echo("paste the text, then press Ctrl-D:", err=True)
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        name = "standard input"
    else:
        path = Path(name)
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise InputError(f"{name}: {error.strerror or error}", advice="check the path") from None
    if len(data) > MAX_BYTES:
        raise InputError(f"{name} is over {MAX_BYTES // 1_000_000} MB", advice="split it, or cut out what is needed")
    if not data.strip():
        raise InputError(f"{name} is empty", advice="nothing was read; check the command that made it")
    return data


def read_words(name: str) -> str:
    """Text of a file or of standard input, whatever its character set.

    Raises
    ------
    InputError
        As :func:`read_bytes`, or no text at all.
    """
    from bongsu.rawtext import decode_text  # noqa: PLC0415 - only where text is read

    return decode_text(read_bytes(name), where="standard input" if name == "-" else name)


def write_new(name: str, data: str | bytes, *, force: bool) -> None:
    """Write a file whole or not at all; never over an existing one without ``force``.

    Raises
    ------
    InputError
        When it exists, or cannot be written.
    """
    path = Path(name)
    if path.exists() and not force:
        raise InputError(f"{name} exists already", advice="choose another name, or add --force")
    raw = data.encode() if isinstance(data, str) else data
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(raw)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"{name}: {error.strerror or error}", advice="check the folder and its rights") from None
