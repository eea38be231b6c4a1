"""Options that several commands share, and how their text becomes values."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import click

from bongsu.cli.terminal import echo
from bongsu.errors import InputError

__all__ = [
    "at_option",
    "file_reader",
    "format_option",
    "output_option",
    "parse_at",
    "parse_length",
    "parse_moment",
    "read_bytes",
    "read_words",
    "refuse_unwritable",
    "write_new",
    "written_whole",
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
            default=lambda: _format_wanted(choices),
            show_default=choices[0],
            help="Form of the answer.",
        )(function)

    return wrap


def _format_wanted(choices: tuple[str, ...]) -> str:
    """The form named by ``BONGSU_FORMAT``, where it is set; the first of the choices else."""
    wanted = os.environ.get("BONGSU_FORMAT", "")
    if wanted and wanted not in choices:
        raise click.UsageError(f"BONGSU_FORMAT is {wanted!r}, and this command writes {', '.join(choices)}: use -f")
    return wanted or choices[0]


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
        When it is none of these, has no zone, or lies outside the years 1958 to 2199.
    """
    stripped = text.strip()
    now = datetime.now(tz=UTC)
    if stripped.lower() == "now":
        return now
    if stripped[:1] in "+-" and stripped[1:2].isdigit():
        sign = -1 if stripped[0] == "-" else 1
        return now + sign * parse_length(stripped[1:])
    return parse_moment(stripped, "--at").astimezone(UTC)


def parse_moment(text: str, where: str) -> datetime:
    """An ISO time with its zone, which it keeps.

    Raises
    ------
    InputError
        When it is no time, has no zone, or lies outside the years 1958 to 2199.
    """
    stripped = text.strip()
    try:
        moment = datetime.fromisoformat(stripped)
    except ValueError:
        raise InputError(
            f"{where} {stripped[:40]!r} is not a time",
            advice="write 2023-11-25T10:01:10+09:00 or 2023-11-25T01:01:10Z"
            + (", now, +48h or -2d" if where == "--at" else ""),
        ) from None
    if moment.tzinfo is None:
        raise InputError(f"{where} {stripped!r} has no time zone", advice="add Z for UTC or an offset such as +09:00")
    if not 1957 < moment.year < 2200:
        raise InputError(f"{where} {stripped!r} lies outside the years 1958 to 2199", advice="check the year")
    return moment


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
    advice = "nothing was read; check the command that made it"
    if name == "-":
        if sys.stdin.isatty():
            echo("paste the text, then press Ctrl-D:", err=True)
            advice = "paste the text before pressing Ctrl-D"
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
        raise InputError(f"{name} is empty", advice=advice)
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


def file_reader(folder: Path) -> Callable[[str], bytes]:
    """Reads files that a case names, from its own folder only."""

    def read(name: str) -> bytes:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise InputError(f"{name} lies outside the case's folder", advice="copy it beside the case file")
        return read_bytes(str(path))

    return read


def refuse_unwritable(names: Sequence[str], *, force: bool) -> None:
    """Before any work: refuse names that :func:`write_new` would refuse, so that all are written or none.

    Raises
    ------
    InputError
        When one exists, is a folder, or lies in a folder that does not exist or may not be written to.
    """
    for name in names:
        path = Path(name)
        if path.is_dir():
            raise InputError(f"{name} is a folder", advice="name a file in it")
        if path.exists() and not force:
            raise InputError(f"{name} exists already", advice="choose another name, or add --force")
        if not path.parent.is_dir():
            raise InputError(f"{name}: there is no folder {path.parent}", advice="make the folder, or check the path")
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise InputError(f"{name}: the folder {path.parent} may not be written to", advice="choose another folder")


@contextmanager
def written_whole(name: str) -> Iterator[IO[str]]:
    """A text file that stands under its name only once all of it is written; nothing is left when the writing fails."""
    path = Path(name)
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(path)
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}", advice="check the folder and its rights") from None
    finally:
        part.unlink(missing_ok=True)


def write_new(name: str, data: str | bytes, *, force: bool) -> None:
    """Write a file whole or not at all; never over an existing one without ``force``.

    Raises
    ------
    InputError
        When it exists, or cannot be written.
    """
    refuse_unwritable([name], force=force)
    path = Path(name)
    raw = data.encode() if isinstance(data, str) else data
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(raw)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"{name}: {error.strerror or error}", advice="check the folder and its rights") from None
