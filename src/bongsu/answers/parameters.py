"""Parameters of commands as data: name, sort, bounds and words, the same for every face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any, Literal

from bongsu.answers.answer import Answer

__all__ = ["Command", "Parameter", "Sort"]

# A word is short; a text is the content of a file, a reference a name or such a text, and texts are several texts.
Sort = Literal["word", "words", "number", "whole", "flag", "choice", "choices", "text", "texts", "reference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that a command is told.

    ``name`` is that of the command line's option with ``_`` for ``-``, or of what its argument holds. ``argument`` names the
    keyword of the answering function where it is another. ``largest`` bounds the characters of a text.
    """

    name: str
    words: str
    sort: Sort = "word"
    default: Any = None
    required: bool = False
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    largest: int = 4_000_000
    argument: str = ""

    @property
    def keyword(self) -> str:
        """The keyword of the answering function."""
        return self.argument or (f"{self.name}_" if self.name in ("for", "class") else self.name)

    def needed(self, words: str = "") -> Parameter:
        """The same, but it must be given."""
        return replace(self, required=True, words=words or self.words)

    def but(self, **changes: Any) -> Parameter:
        """The same with changes."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command that answers: its words on the command line, what it is told, and the forms it gives.

    ``forms`` are as on the command line (``-f`` and the endings of ``-o``) without the table; the first is given unless one
    is asked for. ``answer`` is the function's module and name in this room. ``arguments`` says for each argument of the
    command line which parameters hold it. ``example`` is a question whose answer is quick and offline.
    """

    name: str
    summary: str
    gives: str
    answer: str
    parameters: tuple[Parameter, ...]
    forms: tuple[str, ...] = ("json",)
    arguments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: tuple[str, ...] = ()  # of `bounds` and `progress`, what the function takes
    example: Mapping[str, Any] = field(default_factory=dict)
    asked: bool = False  # the parameters are fields of WarnAsked

    @property
    def path(self) -> str:
        """``notice parse`` is ``notice/parse``."""
        return self.name.replace(" ", "/")

    @property
    def long(self) -> bool:
        """Whether it says how far it is, and can be ended meanwhile."""
        return "progress" in self.fixed

    def ask(self, values: Mapping[str, Any], **fixed: Any) -> Answer[Any]:
        """The answer; ``values`` by keyword, ``fixed`` of which only what the function takes is passed on."""
        module, _, name = self.answer.partition(".")
        room = import_module(f"bongsu.answers.{module}")
        given = {key: value for key, value in fixed.items() if key in self.fixed}
        if self.asked:
            known = set(room.WarnAsked.__dataclass_fields__)
            question = room.WarnAsked(**{key: value for key, value in values.items() if key in known})
            rest = {key: value for key, value in values.items() if key not in known}
            answer = getattr(room, name)(question, **rest, **given)
        else:
            answer = getattr(room, name)(**values, **given)
        assert isinstance(answer, Answer)
        return answer
