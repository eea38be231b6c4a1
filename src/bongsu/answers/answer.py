"""What every command takes and gives: texts as the faces hold them, and an answer in each of its forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Generic, TypeVar

from bongsu.answers.writing import json_text
from bongsu.errors import InputError, Problem, UseError
from bongsu.rawtext import decode_text, refuse_html, refuse_json

__all__ = ["Answer", "CaseGiven", "Given", "Progress", "Written", "given_text", "is_case_text"]

Written = str | bytes
Progress = Callable[[str, int, int], None]  # what is being done, so many steps, of so many
Found = TypeVar("Found")

_CASE = re.compile(r"^[ \t]{0,8}\[case\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Given:
    """A text that someone gave: a file, standard input or part of a request; read when it is needed.

    ``name`` is what messages call it. ``read`` gives the bytes, and raises InputError where there are none.
    ``beside`` reads files that a case file names; without it there are none to be read.
    """

    name: str
    read: Callable[[], bytes]
    beside: Callable[[str], bytes] | None = None

    def words(self) -> str:
        """The text, whatever its character set."""
        return decode_text(self.read(), where=self.name)

    def notice_words(self) -> str:
        """The text of a notice; a page of HTML or JSON that came instead is refused."""
        text = self.words()
        refuse_html(text, self.name)
        refuse_json(text, self.name)
        return text

    @property
    def short_name(self) -> str:
        """The name without its folders."""
        return PurePath(self.name).name


CaseGiven = str | Given  # the name of a bundled case, or the text of a case file


def given_text(name: str, text: str) -> Given:
    """A text at hand.

    Raises
    ------
    InputError
        When it is read and holds nothing.
    """

    def read() -> bytes:
        raw = text.encode(errors="surrogatepass")
        if not raw.strip():
            raise InputError(f"{name} is empty", advice="give the text itself")
        return raw

    return Given(name, read)


def is_case_text(given: Given, text: str) -> bool:
    """Whether it is a case file, by its ending or its first table."""
    return given.name.endswith(".toml") or _CASE.search(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[Found]):
    """What a command answers.

    ``found`` is what a table or a page is made of; ``body`` makes the JSON envelope where the command has one; ``files``
    makes each other form that programs read; ``problems`` were met with single items.
    """

    found: Found
    body: Callable[[], dict[str, Any]] | None = None
    files: Mapping[str, Callable[[], Written]]
    problems: Sequence[Problem] = ()

    def file(self, form: str) -> Written:
        """The answer in a form.

        Raises
        ------
        UseError
            When the answer has no such form.
        """
        if form == "json" and self.body is not None:
            return json_text(self.body())
        if form not in self.files:
            known = ", ".join([*(["json"] if self.body is not None else []), *self.files])
            raise UseError(f"there is no form {form[:20]!r} of this answer", advice=f"there are {known}")
        return self.files[form]()
