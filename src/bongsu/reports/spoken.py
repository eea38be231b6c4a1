"""The language of a page or picture while it is written. An answer's own texts come in it already (``answer_in``)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bongsu.wording import render

__all__ = ["language_now", "spoken_in", "t"]

_LANGUAGE: ContextVar[str] = ContextVar("language of the report", default="en")


@contextmanager
def spoken_in(language: str) -> Iterator[None]:
    """What is written inside is in this language."""
    token = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(token)


def language_now() -> str:
    """The language of what is being written."""
    return _LANGUAGE.get()


def t(text: str) -> str:
    """A text of the report's or the picture's own in that language."""
    return render(text, _LANGUAGE.get()).text
