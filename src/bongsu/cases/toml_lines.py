"""Where a key stands in TOML source: tomllib gives values, a reader of faults needs lines.

The scanner walks the text once without recursion. It reads tables, arrays of tables, dotted and
quoted keys, inline tables, arrays, comments and the four kinds of string, and never fails: on text
that is no TOML it gives the lines it could find (``tomllib`` then says what is wrong).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

__all__ = ["MAX_DEPTH", "KeyPath", "TomlLines", "locate", "scan"]

KeyPath = tuple[str | int, ...]
_Open = tuple[KeyPath, int | None]

MAX_DEPTH = 64  # tables and arrays inside one another; a case file needs 5

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BARE = re.compile(r"[A-Za-z0-9_-]++")
_STRING = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|""?(?!"))*+"{3,5}'
    r"|'''(?:[^']++|''?(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
)
_SCALAR = re.compile(r"[^,\[\]{}#\n]++")


@dataclass(frozen=True, slots=True, kw_only=True)
class TomlLines:
    """Lines by key path, counted from 1. ``too_deep`` is the line where nesting passed the limit."""

    lines: dict[KeyPath, int]
    too_deep: int | None = None

    def nearest(self, path: KeyPath) -> int | None:
        """Line of ``path``, or of the closest thing around it that stands in the text.

        An index 0 may stand for a single table or value that was read as a list of one.
        """
        for length in range(len(path), 0, -1):
            head = path[:length]
            for candidate in (head, tuple(part for part in head if part != 0 or not isinstance(part, int))):
                if candidate in self.lines:
                    return self.lines[candidate]
        return None


def locate(text: str, path: KeyPath) -> int | None:
    """Line, from 1, where the key or array element at ``path`` stands in TOML ``text``; None if it does not.

    ``path`` is as ``("claim", 3, "time")``, indices from 0. An element of an array of tables stands
    at its header, another array element at its own first character.
    """
    return scan(text).lines.get(path)


def scan(text: str, *, max_depth: int = MAX_DEPTH) -> TomlLines:
    """All lines of ``text`` in one pass; stops where nesting passes ``max_depth``."""
    scanner = _Scanner(text, max_depth)
    try:
        scanner.document()
    except _TooDeep:
        return TomlLines(lines=scanner.lines, too_deep=scanner.line())
    return TomlLines(lines=scanner.lines)


class _TooDeep(Exception):
    """Nesting passed the limit."""


class _NotToml(Exception):
    """No TOML here; the scanner goes on with the next line."""


class _Scanner:
    """Position in the text, and what was found up to it."""

    def __init__(self, text: str, max_depth: int) -> None:
        self.text = text
        self.max_depth = max_depth
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self._lengths: dict[KeyPath, int] = {}  # arrays of tables
        self._counted_to = 0
        self._line = 1

    def line(self) -> int:
        """Line of the present position; positions only grow."""
        self._line += self.text.count("\n", self._counted_to, self.at)
        self._counted_to = max(self._counted_to, self.at)
        return self._line

    def document(self) -> None:
        """Tables and key-value pairs up to the end of the text."""
        prefix: KeyPath = ()
        while self._skip_blank():
            if self.text[self.at] == "[":
                array = self.text.startswith("[[", self.at)
                line = self.line()
                self.at += 2 if array else 1
                prefix = self._enter(self._key(), array, line)
                self._skip_line()
                continue
            line = self.line()
            key = self._key()
            try:
                if not key or not self._take("="):
                    raise _NotToml
                self._value(self._record(prefix, key, line))
            except _NotToml:
                self._skip_line()

    def _skip_blank(self) -> bool:
        """Past white space and comments; False at the end of the text."""
        found = _BLANK.match(self.text, self.at)
        if found:
            self.at = found.end()
        return self.at < len(self.text)

    def _skip_line(self) -> None:
        end = self.text.find("\n", self.at)
        self.at = len(self.text) if end < 0 else end + 1

    def _take(self, sign: str) -> bool:
        """Past ``sign`` if it comes next on this line."""
        while self.at < len(self.text) and self.text[self.at] in " \t":
            self.at += 1
        if self.text.startswith(sign, self.at):
            self.at += len(sign)
            return True
        return False

    def _key(self) -> tuple[str, ...]:
        """A bare, quoted or dotted key; empty when none stands here."""
        parts: list[str] = []
        while True:
            self._take("")
            if found := _BARE.match(self.text, self.at):
                parts.append(found.group())
            elif found := _STRING.match(self.text, self.at):
                parts.append(_unquoted(found.group()))
            else:
                return tuple(parts)
            self.at = found.end()
            if len(parts) > self.max_depth:
                raise _TooDeep
            if not self._take("."):
                return tuple(parts)

    def _enter(self, key: tuple[str, ...], array: bool, line: int) -> KeyPath:
        """The path that a table header opens; implied tables get its line too."""
        path: KeyPath = ()
        for number, part in enumerate(key, start=1):
            path = (*path, part)
            if number == len(key):
                break
            self.lines.setdefault(path, line)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        if not array:
            self.lines[path] = line
            return path
        index = self._lengths.get(path, 0)
        self._lengths[path] = index + 1
        self.lines.setdefault(path, line)
        self.lines[(*path, index)] = line
        return (*path, index)

    def _record(self, prefix: KeyPath, key: tuple[str, ...], line: int) -> KeyPath:
        path = prefix
        for part in key:
            path = (*path, part)
            self.lines.setdefault(path, line)
        return path

    def _value(self, path: KeyPath) -> None:
        """One value with everything inside it; ``open_`` holds (path, next index or None for a table)."""
        open_: list[_Open] = []
        inner: KeyPath | None = path
        while inner is not None:
            sign = self._sign()
            if sign in "[{":
                self.at += 1
                open_.append((inner, 0 if sign == "[" else None))
                if len(open_) > self.max_depth:
                    raise _TooDeep
                inner = self._item(open_)
            else:
                found = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
                if not found:
                    raise _NotToml
                self.at = found.end()
                inner = self._after(open_)

    def _sign(self) -> str:
        """The next sign that is no white space or comment."""
        if not self._skip_blank():
            raise _NotToml
        return self.text[self.at]

    def _item(self, open_: list[_Open]) -> KeyPath | None:
        """Behind an opening bracket or comma: the path of the next item, None when the value has ended."""
        if self._sign() in "]}":
            return self._after(open_)
        around, index = open_[-1]
        line = self.line()
        if index is not None:
            open_[-1] = (around, index + 1)
            self.lines[(*around, index)] = line
            return (*around, index)
        key = self._key()
        if not key or not self._take("="):
            raise _NotToml
        return self._record(around, key, line)

    def _after(self, open_: list[_Open]) -> KeyPath | None:
        """Behind an item: as :meth:`_item` behind the comma, or past the closing brackets."""
        while open_:
            sign = self._sign()
            self.at += 1
            if sign == ",":
                return self._item(open_)
            if sign not in "]}":
                raise _NotToml
            open_.pop()
        return None


def _unquoted(text: str) -> str:
    """The key that a quoted key names."""
    try:
        return str(tomllib.loads(f"k = {text}")["k"])
    except tomllib.TOMLDecodeError:
        return text[1:-1]
