"""Options that several commands share, and how their text becomes values."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import click

from bongsu.answers import Given, parse_length, parse_moment
from bongsu.answers import parse_at as read_at
from bongsu.cli.terminal import echo
from bongsu.errors import InputError
from bongsu.wording import LANGUAGES

__all__ = [
    "at_option",
    "case_or_file",
    "file_reader",
    "format_option",
    "given_file",
    "language_option",
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


def language_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--lang``: the language of answers for people; data keep English beside it."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default=_language_wanted,
        show_default="en",
        help="Of the answer; ko and ja are not yet checked by a native reader.",
    )(function)


def _language_wanted() -> str:
    """The language named by ``BONGSU_LANG``, where it is set; English else."""
    wanted = os.environ.get("BONGSU_LANG", "") or "en"
    if wanted not in LANGUAGES:
        raise click.UsageError(f"BONGSU_LANG is {wanted!r}, and answers come in {', '.join(LANGUAGES)}")
    return wanted


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
    return read_at(text, datetime.now(tz=UTC))


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


def given_file(name: str) -> Given:
    """A file, or standard input for ``-``, that is read when it is needed."""
    if name == "-":
        return Given("standard input", lambda: read_bytes("-"))
    return Given(name, lambda: read_bytes(name), file_reader(Path(name).parent))


def case_or_file(name: str) -> str | Given:
    """The name of a bundled case as it is; else a file, or standard input for ``-``.

    Raises
    ------
    InputError
        When there is neither.
    """
    from bongsu.cases import bundled_case_names  # noqa: PLC0415 - not every command has cases

    if name in bundled_case_names():
        return name
    if name != "-" and not Path(name).exists():
        raise InputError(
            f'no bundled case and no file is called "{name}"',
            advice=f"bundled: {', '.join(bundled_case_names())}; or give a file, or - to paste",
        )
    return given_file(name)


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
