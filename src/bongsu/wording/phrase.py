"""A sentence with the template and the values it was made of. The text itself is the English one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from string import Formatter
from typing import Any

__all__ = ["Phrase", "capital", "filled", "joined", "open_ended", "phrase", "plain"]

_DATE_PART = re.compile(r"%-?[A-Za-z]")


class Phrase(str):
    """English text that remembers how it was made.

    ``template`` is the English template and the key of the tables; ``values`` are what stands in its places: numbers,
    times, names, other phrases. A join (``shape`` is ``join``) has its separator as template and its items as values
    ``0, 1, ...``; a sentence with its first letter raised (``capital``) or without its full stop (``open``) has that
    phrase as value ``0``.
    Taken apart (sliced, replaced, split) it is plain text again and is shown in English.
    """

    template: str
    values: Mapping[str, Any]
    shape: str

    def __new__(
        cls, english: str, template: str | None = None, values: Mapping[str, Any] | None = None, shape: str = ""
    ) -> Phrase:
        """Text made elsewhere: use :func:`phrase`, :func:`joined` or :func:`capital`."""
        made = super().__new__(cls, english)
        made.template, made.values, made.shape = english if template is None else template, values or {}, shape
        return made

    def __str__(self) -> str:
        return self  # so that str(error) still knows its phrase

    def __add__(self, other: str) -> str:
        return joined("", (self, other))

    def __radd__(self, other: str) -> str:
        return joined("", (other, self))


def phrase(template: str, /, **values: Any) -> str:
    """The template filled in, in English: ``phrase("{name} fell {distance:.0f} km away", name=..., distance=...)``."""
    held = {name: _value(value) for name, value in values.items()}
    english = filled(template, held) if "%-" in template else template.format(**held)
    return Phrase(english, template, held)


def _value(value: Any) -> Any:
    """Numbers, times and text as they are; an error or another value by its words."""
    if isinstance(value, str | int | float | date) or value is None:
        return value
    own_format = "__format__" in vars(type(value))
    return value if own_format else str(value)


def plain(text: str) -> str:
    """The English alone, without what it was made of."""
    return str.__str__(text)


def joined(separator: str, items: Iterable[str]) -> str:
    """``separator.join(items)`` that remembers its items."""
    held = list(items)
    return Phrase(separator.join(held), separator, {str(place): item for place, item in enumerate(held)}, "join")


def capital(text: str) -> str:
    """The text with its first letter raised, where a language has capitals."""
    return Phrase(text[:1].upper() + text[1:], "", {"0": text}, "capital")


def open_ended(text: str) -> str:
    """A sentence without its full stop, for more to follow."""
    return Phrase(text.rstrip("."), "", {"0": text}, "open")


class _Filler(Formatter):
    """As ``str.format``; days and months of dates may be written without their zero (``%-d``) on every system."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, date) and "%" in format_spec:
            return _DATE_PART.sub(lambda found: _date_part(value, found.group()), format_spec)
        return format(value, format_spec)


def _date_part(value: date, part: str) -> str:
    if part[1] == "-":
        text = value.strftime("%" + part[2:])
        return text.lstrip("0") or "0"
    return value.strftime(part)


_FILLER = _Filler()


def filled(template: str, values: Mapping[str, Any]) -> str:
    """The template with its values."""
    return _FILLER.vformat(template, (), values)
