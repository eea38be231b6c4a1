"""What reaches a terminal: our own colours, and nobody else's control characters.

Text of cases, element sets and warnings comes from strangers. A control character in it could move the
cursor, retitle the window or hide a line, so everything printed goes through :func:`echo`, which shows such
characters as ``\\u001b`` instead of sending them. Our own colours are therefore private marks until then.
"""

from __future__ import annotations

import os
import re
import sys

import click

from bongsu.answers import clean, dump_json

__all__ = ["clean", "dump_json", "echo", "echo_file", "one_line", "paint", "plain", "show_bar"]

_STYLES = ("bold", "dim", "red", "green", "yellow")
_MARK = 0xF0000  # a plane for private use: mark, text, _END
_END = chr(_MARK + 0xFFF)
_PAINTED = re.compile(f"[{chr(_MARK)}-{chr(_MARK + 2 ** len(_STYLES) - 1)}][^{_END}]*{_END}")


def one_line(text: str) -> str:
    """Text whose line ends and runs of blanks are single blanks, so that it cannot pass for a line of ours."""
    return " ".join(text.split())


def paint(text: str, *styles: str) -> str:
    """Text that :func:`echo` shows in these of bold, dim, red, green and yellow, where the terminal has them."""
    chosen = sum(1 << _STYLES.index(style) for style in styles)
    return f"{chr(_MARK + chosen)}{text.replace(_END, '')}{_END}" if chosen else text


def plain(text: str) -> str:
    """Text for a file: control characters shown, no colours."""
    return _PAINTED.sub(lambda found: found.group()[1:-1], clean(text))


def echo(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print to standard output or standard error; colours on a terminal, or as NO_COLOR and FORCE_COLOR say."""
    colour = False if os.environ.get("NO_COLOR") else True if os.environ.get("FORCE_COLOR") else None
    click.echo(_PAINTED.sub(_coloured, clean(text)), err=err, nl=nl, color=colour)


def echo_file(text: str) -> None:
    """A file's own characters on standard output, whatever ends its lines: iCalendar wants CR and LF (RFC 5545, 3.1).

    Only for what a writer of ours made: nothing is shown as an escape, and nothing is coloured.
    """
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
        return
    binary.write(text.encode())
    binary.flush()


def show_bar(share: float, words: str) -> None:
    """A bar on standard error, where that is a terminal; overwritten by the next, ended at 100 %."""
    if sys.stderr.isatty():
        filled = round(share * 24)
        end = "\n" if share >= 1.0 else ""
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (24 - filled)}] {share:4.0%}  {words:<48.48}{end}")
        sys.stderr.flush()


def _coloured(found: re.Match[str]) -> str:
    text = found.group()
    chosen = {style for bit, style in enumerate(_STYLES) if (ord(text[0]) - _MARK) >> bit & 1}
    colour = next((style for style in ("red", "green", "yellow") if style in chosen), None)
    return click.style(text[1:-1], fg=colour, bold="bold" in chosen or None, dim="dim" in chosen or None)
