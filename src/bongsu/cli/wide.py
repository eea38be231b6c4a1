"""Text by the columns it takes on a terminal: Korean and Japanese letters take two."""

from __future__ import annotations

import textwrap
import unicodedata

__all__ = ["cut", "left_of", "right_of", "width", "wrapped"]

_STAYS_BEFORE = "、。，．：；）」』】〕〉》”’％°!?),.:;]}"  # never first on a line (JIS X 4051, kinsoku)


def width(text: str) -> int:
    """Columns of a text without control characters (Unicode UAX 11: wide and full-width letters take two)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def cut(text: str, columns: int) -> str:
    """As much of the text as the columns hold."""
    if width(text) <= columns:
        return text
    taken, at = 0, 0
    for at, letter in enumerate(text):  # noqa: B007 - `at` is used after the loop
        taken += width(letter)
        if taken > columns:
            break
    return text[:at]


def left_of(text: str, columns: int) -> str:
    """The text at the left of its room."""
    return text + " " * max(columns - width(text), 0)


def right_of(text: str, columns: int) -> str:
    """The text at the right of its room."""
    return " " * max(columns - width(text), 0) + text


def wrapped(text: str, columns: int, *, indent: str = "") -> list[str]:
    """Lines of the text, each with the indent; Latin text breaks at blanks, Korean too, Japanese anywhere it may."""
    if all(width(letter) == 1 for letter in text):
        return textwrap.wrap(text, columns, initial_indent=indent, subsequent_indent=indent)
    lines, line = [], ""
    for piece in _pieces(text):
        if line and len(indent) + width(line + piece.rstrip()) > columns:
            lines.append(indent + line.rstrip())
            line = ""
        line = (line + piece).lstrip() if not line else line + piece
        while len(indent) + width(line.rstrip()) > columns:  # a word wider than the room
            head = cut(line, columns - len(indent))
            lines.append(indent + head)
            line = line[len(head) :]
    return [*lines, indent + line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """Text in pieces between which a line may end."""
    pieces: list[str] = []
    for letter in " ".join(text.split()):
        alone = _stands_alone(letter)
        if pieces and (
            letter in _STAYS_BEFORE
            or letter == " "
            or not (alone or pieces[-1].endswith(" ") or _stands_alone(pieces[-1][-1]))
        ):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _stands_alone(letter: str) -> bool:
    """Kanji and kana: a line may end beside them. Hangul keeps its words together, as Korean is set."""
    return width(letter) == 2 and not ("가" <= letter <= "힣") and letter not in "（「『【〔〈《"
