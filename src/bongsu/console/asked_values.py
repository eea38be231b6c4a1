"""A request's body as the values of a command: read strictly, refused in words that name the part."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bongsu.answers import Command, Given, Parameter, given_text, parse_at
from bongsu.errors import InputError, UseError

__all__ = ["MAX_WORD", "MAX_WORDS", "read_body", "schema_of", "values_of"]

MAX_WORD = 500  # characters of anything that is no text
MAX_WORDS = 20_000  # entries of a list of words
MAX_TEXTS = 400  # texts of one question
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")  # of a bundled case or vehicle, or a catalogue number


def read_body(raw: bytes) -> dict[str, Any]:
    """The members of a JSON object; an empty body is an empty object.

    Raises
    ------
    InputError
        When it is no such thing.
    """
    if not raw.strip():
        return {}

    def refuse(word: str) -> None:
        raise InputError(f"the body holds {word}, which is no JSON", advice="leave the member out")

    try:
        body = json.loads(raw, parse_constant=refuse)
    except InputError:
        raise
    except (ValueError, RecursionError) as error:
        raise InputError(f"the body is no JSON: {str(error)[:120]}", advice='send an object: {"at": "now"}') from None
    if not isinstance(body, dict):
        raise InputError("the body is no JSON object", advice='send an object: {"at": "now"}')
    return body


def values_of(command: Command, body: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Values by keyword of the answering function; what is null or empty counts as not given.

    Raises
    ------
    InputError
        A member that the command does not have, or one of a wrong sort or out of its bounds.
    UseError
        One that is missing, or two that stand for the same.
    """
    known = {parameter.name: parameter for parameter in command.parameters}
    for name in body:
        if name not in known:
            raise InputError(f"{name[:60]!r} is no member of {command.name}", advice=f"there are {', '.join(known)}")
    values: dict[str, Any] = {}
    for name, parameter in known.items():
        given = body.get(name)
        if given is None or given in ("", []):
            if parameter.required:
                raise UseError(f"{name} is missing: {parameter.words[0].lower()}{parameter.words[1:]}")
            if parameter.keyword not in values and parameter.default not in (None, ""):
                values[parameter.keyword] = parameter.default
            continue
        if parameter.argument and parameter.keyword in values:
            raise UseError(f"give {parameter.keyword} or {name}, not both")
        values[parameter.keyword] = _READ[parameter.sort](parameter, given)
    values["at"] = parse_at(values["at"], now)
    return values


def _word(parameter: Parameter, given: Any, name: str = "") -> str:
    name = name or parameter.name
    if isinstance(given, int | float) and not isinstance(given, bool):
        given = str(given)
    if not isinstance(given, str):
        raise InputError(f"{name} is not text but {_sort(given)}", advice=parameter.words)
    if len(given) > MAX_WORD:
        raise InputError(f"{name} has {len(given):,} characters; {MAX_WORD} are read", advice=parameter.words)
    return given


def _words(parameter: Parameter, given: Any) -> list[str]:
    items = given if isinstance(given, list) else [given]
    if len(items) > MAX_WORDS:
        raise InputError(f"{parameter.name} has {len(items):,} entries; {MAX_WORDS:,} are read", advice="ask in parts")
    return [_word(parameter, item, f"{parameter.name}[{index}]") for index, item in enumerate(items)]


def _number(parameter: Parameter, given: Any) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
        raise InputError(f"{parameter.name} is not a number but {_sort(given)}", advice=parameter.words)
    low = -math.inf if parameter.least is None else parameter.least
    high = math.inf if parameter.most is None else parameter.most
    if not low <= given <= high:
        raise InputError(f"{parameter.name} {given:.6g} lies outside {low:g} to {high:g}", advice=parameter.words)
    return float(given)


def _whole(parameter: Parameter, given: Any) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or abs(given) >= 2**63:
        raise InputError(f"{parameter.name} is not a whole number but {_sort(given)}", advice=parameter.words)
    _number(parameter, given)
    return int(given)


def _flag(parameter: Parameter, given: Any) -> bool:
    if not isinstance(given, bool):
        raise InputError(f"{parameter.name} is not true or false but {_sort(given)}", advice=parameter.words)
    return given


def _choice(parameter: Parameter, given: Any) -> str:
    if given not in parameter.choices:
        raise InputError(
            f"{parameter.name} {str(given)[:40]!r} is none of {', '.join(parameter.choices)}", advice=parameter.words
        )
    return str(given)


def _choices(parameter: Parameter, given: Any) -> list[str]:
    return [_choice(parameter, item) for item in (given if isinstance(given, list) else [given])]


def _text(parameter: Parameter, given: Any, name: str = "") -> Given:
    name = name or parameter.name
    if not isinstance(given, str):
        raise InputError(f"{name} is not text but {_sort(given)}", advice=parameter.words)
    if len(given) > parameter.largest:
        raise InputError(
            f"{name} has {len(given):,} characters; {parameter.largest:,} are read", advice="use the command line"
        )
    return given_text(name, given)


def _texts(parameter: Parameter, given: Any) -> list[Given]:
    items = given if isinstance(given, list) else [given]
    if len(items) > MAX_TEXTS:
        raise InputError(f"{parameter.name} has {len(items)} texts; {MAX_TEXTS} are read", advice="ask in parts")
    names = [parameter.name if len(items) == 1 else f"{parameter.name} {index}" for index in range(1, len(items) + 1)]
    return [_named_text(parameter, item, name) for item, name in zip(items, names, strict=True)]


def _named_text(parameter: Parameter, given: Any, name: str) -> Given:
    """A text, or an object of a text and what it is called."""
    if not isinstance(given, dict):
        return _text(parameter, given, name)
    called = _word(parameter, given.get("name", name), f"the name of {name}")
    if unknown := set(given) - {"name", "text"}:
        raise InputError(f"{name} has {sorted(unknown)[0][:60]!r}", advice="it has name and text")
    return _text(parameter, given.get("text"), called or name)


def _reference(parameter: Parameter, given: Any) -> str | Given:
    """A name, where it can be one; a text else."""
    if isinstance(given, int) and not isinstance(given, bool):
        given = str(given)
    if isinstance(given, str) and _NAME.fullmatch(given.strip()):
        return given.strip()
    return _text(parameter, given)


def _sort(given: Any) -> str:
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, int | float):
        return str(given)[:40]
    return "text" if isinstance(given, str) else "a list" if isinstance(given, list) else "an object"


_READ: dict[str, Callable[[Parameter, Any], Any]] = {
    "word": _word, "words": _words, "number": _number, "whole": _whole, "flag": _flag, "choice": _choice,
    "choices": _choices, "text": _text, "texts": _texts, "reference": _reference,
}  # fmt: skip


def schema_of(parameter: Parameter) -> dict[str, Any]:
    """A parameter in JSON Schema."""
    text = {"type": "string", "maxLength": parameter.largest}
    word = {"type": "string", "maxLength": MAX_WORD}
    named = {"type": "object", "properties": {"name": word, "text": text}, "required": ["text"]}
    one_text = {"anyOf": [text, named]}
    choice = {"type": "string", "enum": list(parameter.choices)}
    sorts: dict[str, dict[str, Any]] = {
        "word": word,
        "words": {"anyOf": [word, {"type": "array", "items": word, "maxItems": MAX_WORDS}]},
        "number": {"type": "number"},
        "whole": {"type": "integer"},
        "flag": {"type": "boolean"},
        "choice": choice,
        "choices": {"type": "array", "items": choice},
        "text": text,
        "texts": {"anyOf": [text, named, {"type": "array", "items": one_text, "maxItems": MAX_TEXTS}]},
        "reference": text,
    }
    schema = sorts[parameter.sort]
    bounds = {"minimum": parameter.least, "maximum": parameter.most}
    schema = {**schema, **{key: value for key, value in bounds.items() if value is not None}}
    if parameter.default not in (None, "", ()):
        schema["default"] = parameter.default
    return {**schema, "description": parameter.words}
