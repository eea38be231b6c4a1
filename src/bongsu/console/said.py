"""What an answer needs to be shown in Korean and Japanese: its own texts, said in those languages."""

from __future__ import annotations

from typing import Any

from bongsu.wording import words_of

__all__ = ["with_words"]


def with_words(body: dict[str, Any]) -> dict[str, Any]:
    """The answer or error with ``said``: for each language but English, every text of it that can be said there.

    The English stays where it stands; ``said`` maps it to the text, or to pieces [text, whether it stays English].
    """
    return {**body, "said": words_of(body)}
