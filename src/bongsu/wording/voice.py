"""The language that something is being written in: said once around it, used by every word inside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bongsu.wording.table import render

__all__ = ["Voice"]


class Voice:
    """One face's language; the terminal and the reports have one each, for a file may be in another than the screen.

    Parameters
    ----------
    of : str
        What it is the language of, for debuggers.
    """

    def __init__(self, of: str) -> None:
        self._language: ContextVar[str] = ContextVar(f"language of {of}", default="en")

    @contextmanager
    def spoken_in(self, language: str) -> Iterator[None]:
        """What is written inside is in this language, a code as ``ko``."""
        token = self._language.set(language)
        try:
            yield
        finally:
            self._language.reset(token)

    def language_now(self) -> str:
        """The code of the language of what is being written."""
        return self._language.get()

    def t(self, text: str) -> str:
        """A text of the face's own in that language."""
        return render(text, self._language.get()).text
