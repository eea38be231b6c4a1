"""What an answer needs to be shown in Korean and Japanese: its own texts, said in those languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bongsu.reports import figure_name
from bongsu.wording import words_of

__all__ = ["with_words"]


def with_words(body: dict[str, Any]) -> dict[str, Any]:
    """The answer or error with ``said``: for each language but English, every text of it that can be said there.

    The English stays where it stands; ``said`` maps it to the text, or to pieces [text, whether it stays English].
    Names of figures, which stand in an answer as keys, are among them by their words.
    """
    return {**body, "said": words_of(body, [figure_name(key) for key in dict.fromkeys(_figures(body))])}


def _figures(value: Any) -> Iterator[str]:
    """Keys of ``estimates``, wherever they stand."""
    if isinstance(value, Mapping):
        held = value.get("estimates")
        if isinstance(held, Mapping):
            yield from held
        for item in value.values():
            yield from _figures(item)
    elif (
        isinstance(value, Sequence) and not isinstance(value, str | bytes) and value and not isinstance(value[0], float)
    ):
        for item in value:
            yield from _figures(item)
