"""Whole answers in another language: every text in a value, or the words that a page needs for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bongsu.wording.phrase import Phrase, plain
from bongsu.wording.table import LANGUAGES, names_of, render, runs

__all__ = ["phrase_to_json", "said_in", "words_of"]


def said_in(value: Any, language: str) -> dict[str, Any]:
    """For every English text in the value that can be said in the language: its text, template and values."""
    found = {}
    for text in dict.fromkeys(_texts(value)):
        if isinstance(text, Phrase) or text in names_of(language):
            said = render(text, language)
            if not said.missing:
                made = phrase_to_json(text)
                found[plain(text)] = {"text": said.text, **(made if isinstance(made, dict) else {"template": made})}
    return found


def words_of(*values: Any) -> dict[str, dict[str, Any]]:
    """For each language but English: every English text in the values that can be said in it, and how.

    A text with pieces that stay English is a list of [piece, whether it is English]. What is not here is shown as it is.
    """
    found = dict.fromkeys(text for value in values for text in _texts(value))
    out: dict[str, dict[str, Any]] = {}
    for language in LANGUAGES[1:]:
        table, words = names_of(language), {}
        for text in found:
            if not isinstance(text, Phrase) and text not in table:
                continue
            if render(text, language).missing:
                continue
            pieces = runs(text, language)
            words[plain(text)] = (
                [list(piece) for piece in pieces]
                if any(english for _, english in pieces)
                else "".join(piece for piece, _ in pieces)
            )
        out[language] = words
    return out


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Phrase):
        yield value
        if value.shape == "join":  # a page may show the items one by one
            yield from (item for item in value.values.values() if isinstance(item, str))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        if len(value) == 2 and all(isinstance(item, float) for item in value):
            return  # a position
        for item in value:
            yield from _texts(item)


def phrase_to_json(text: str) -> Any:
    """Template and values as plain JSON values; plain text as it is."""
    if not isinstance(text, Phrase):
        return plain(text)
    body: dict[str, Any] = {"template": text.template}
    if text.shape:
        body["shape"] = text.shape
    if text.values:
        body["values"] = {name: _plain(value) for name, value in text.values.items()}
    return body


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return phrase_to_json(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int) else float(value)
