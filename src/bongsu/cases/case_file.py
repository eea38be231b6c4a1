"""Case files: TOML text to :class:`~bongsu.cases.case.Case`, every fault named with its line.

A fault reads ``malligyong-1.toml, line 42, claim[3].time: 2023-11-25T10:01 has no time zone (add Z for
UTC or an offset such as +09:00)``. Elements of a list are counted from 1: ``claim[3]`` is the third
``[[claim]]``. All faults are found in one run, so a file is mended in one go.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from bongsu.cases.bundled_sets import bundled_elements, bundled_satellites, bundled_texts
from bongsu.cases.case import Case
from bongsu.cases.case_checks import cross_check
from bongsu.cases.toml_lines import MAX_DEPTH, KeyPath, TomlLines, scan
from bongsu.errors import CaseError, InputError, Problem
from bongsu.rawtext import decode_text
from bongsu.wording import phrase

__all__ = [
    "MAX_BYTES",
    "append_notice",
    "bundled_case",
    "bundled_case_names",
    "bundled_elements",
    "bundled_satellites",
    "bundled_text",
    "case_template",
    "parse_case",
    "read_case",
]

MAX_BYTES = 20_000_000  # a case is a text for people; the bundled ones have some 20 kB

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


# ---------------------------------------------------------------------------------------------------
# reading


def read_case(raw: bytes, where: str = "case") -> Case:
    """A case from the bytes of a file, at most 20 MB of text in any common encoding.

    Raises
    ------
    CaseError
        As :func:`parse_case`, and for bytes that are no text or too many.
    """
    _refuse_large(len(raw), where)
    try:
        text = decode_text(raw, where=where)
    except InputError as fault:
        raise CaseError(str(fault), advice=fault.advice, problems=(_whole(where, fault),)) from fault
    return parse_case(text, where=where)


def _whole(where: str, fault: InputError) -> Problem:
    return Problem(
        where=where, what=str(fault).removeprefix(f"{where}: ").removeprefix(f"{where} "), advice=fault.advice
    )


def parse_case(text: str, *, where: str = "case") -> Case:
    """A case from TOML text.

    Parameters
    ----------
    text : str
        The case file. ``[launch]`` and the other lists of tables may be given as one table, and a
        list of texts as one text.
    where : str
        What messages call it, usually the file's name.

    Raises
    ------
    CaseError
        Its ``problems`` hold every fault, in the order of the text.
    """
    _refuse_large(len(text), where)
    text = text.removeprefix("\ufeff")
    found = scan(text)
    if found.too_deep is not None:
        what = phrase("tables or arrays stand more than {max_depth} deep inside one another", max_depth=MAX_DEPTH)
        raise _error(
            where,
            [
                Problem(
                    where=phrase("{where}, line {too_deep}", where=where, too_deep=found.too_deep),
                    what=what,
                    advice="a case needs 5",
                )
            ],
        )
    data = _loads(text, where)
    data = _lists_of_one(data, Case)
    faults: list[tuple[KeyPath, str, str]] = []
    case = None
    try:
        case = Case.model_validate(data, strict=True)
    except ValidationError as error:
        faults = [_plain(item) for item in error.errors(include_url=False)]
    faults += cross_check(data)
    if case is None or faults:
        raise _error(where, _placed(faults, found, where))
    return case


def _refuse_large(size: int, where: str) -> None:
    if size > MAX_BYTES:
        what = phrase(
            "{size:.1f} MB are more than the {max_bytes:.0f} MB a case may have",
            size=size / 1000000.0,
            max_bytes=MAX_BYTES / 1000000.0,
        )
        raise _error(where, [Problem(where=where, what=what, advice="keep element-set histories in files beside it")])


def _loads(text: str, where: str) -> dict[str, Any]:
    """``tomllib.loads``, its faults with line, column and the line itself."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        problem = Problem(where=where, what="tables or arrays are nested too deep", advice="a case needs 5 levels")
    except ValueError as fault:  # TOMLDecodeError, and int() for a figure of thousands of digits
        problem = _syntax(str(fault), text, where)
    raise _error(where, [problem]) from None


def _syntax(message: str, text: str, where: str) -> Problem:
    at = _AT.search(message)
    what = message[: at.start()] if at else message
    what = phrase("not TOML: {what}{what_2}", what=what[:1].lower(), what_2=what[1:160])
    if at is None:
        return Problem(where=where, what=what)
    lines = text.split("\n")
    line, column = (int(at[1]), int(at[2])) if at[1] else (len(lines), len(lines[-1]) + 1)
    shown = "".join(sign if sign.isprintable() else "?" for sign in lines[line - 1].strip())
    advice = (
        phrase("the line reads: {shown}", shown=shown[:80]) if shown else "the text ends inside a value or table header"
    )
    return Problem(
        where=phrase("{where}, line {line}, column {column}", where=where, line=line, column=column),
        what=what,
        advice=advice,
    )


def _error(where: str, problems: Sequence[Problem]) -> CaseError:
    first = problems[0]
    rest = phrase(" (and {count} more)", count=len(problems) - 1) if len(problems) > 1 else ""
    return CaseError(
        f"{first}{rest}",
        advice=phrase("bongsu case check {where} lists every fault", where=where),
        problems=tuple(problems),
    )


def _placed(faults: Iterable[tuple[KeyPath, str, str]], lines: TomlLines, where: str) -> list[Problem]:
    """Faults as Problems in the order of the text, each once."""
    placed: dict[Problem, int] = {}
    for path, what, advice in faults:
        line = lines.nearest(path)
        spot = ", ".join(
            part for part in (where, phrase("line {line}", line=line) if line else "", _dotted(path)) if part
        )
        placed.setdefault(Problem(where=spot, what=what, advice=advice), line or 0)
    return sorted(placed, key=lambda problem: placed[problem])


def _dotted(path: KeyPath) -> str:
    """``claim[3].time``; elements counted from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part[:60]}"
    return text.removeprefix(".")


# ---------------------------------------------------------------------------------------------------
# the schema, for lists of one and for words


@cache
def _fields(model: type[BaseModel]) -> dict[str, tuple[type[BaseModel] | None, bool]]:
    """Per field: the model of its tables, if it holds tables; whether it is a list."""
    return {name: _kind(info.annotation) for name, info in model.model_fields.items()}


def _kind(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    if get_origin(annotation) is list:
        return _kind(get_args(annotation)[0])[0], True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    for part in get_args(annotation):
        model, is_list = _kind(part)
        if model or is_list:
            return model, is_list
    return None, False


def _lists_of_one(data: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """The same data, where a single table, text or number stands for a list of one."""
    read = {}
    for name, value in data.items():
        inner, is_list = _fields(model).get(name, (None, False))
        if is_list and (isinstance(value, dict) if inner else isinstance(value, str | int | float)):
            value = [value]  # noqa: PLW2901
        if inner and isinstance(value, list):
            value = [_lists_of_one(item, inner) if isinstance(item, dict) else item for item in value]  # noqa: PLW2901
        elif inner and isinstance(value, dict):
            value = _lists_of_one(value, inner)  # noqa: PLW2901
        read[name] = value
    return read


def _model_at(path: KeyPath) -> type[BaseModel]:
    """The model of the table that ``path`` lies in."""
    model: type[BaseModel] = Case
    for part in path:
        if isinstance(part, str):
            inner = _fields(model).get(part, (None, False))[0]
            if inner is None:
                break
            model = inner
    return model


_TYPES = {
    "string": "text in quotes",
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "list": "a list",
    "model": "a table",
    "dict": "a table",
}
_IDENTIFIER_ADVICE = "use letters without accents, digits, '.', '_' and '-', and begin with a letter or digit"
_BOUNDS = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}


def _plain(item: Any) -> tuple[KeyPath, str, str]:
    """One pydantic error as path, what and advice, in words for the author of a file."""
    path: KeyPath = tuple(item["loc"])
    kind, found, context = item["type"], item.get("input"), item.get("ctx", {})
    stem, _, ending = kind.rpartition("_")
    if kind == "extra_forbidden":
        what, advice = _unknown(path)
    elif kind == "missing":
        what, advice = _missing(path)
    elif kind == "literal_error":
        what, advice = _unknown_word(found, re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    elif ending in ("type", "parsing") and stem in _TYPES:
        what = phrase(
            "{shown} is {name_of}, where {types} is expected",
            shown=_shown(found),
            name_of=_name_of(found),
            types=_TYPES[stem],
        )
        advice = "write it without quotes" if isinstance(found, str) and stem in ("float", "int") else ""
    elif kind == "value_error":
        what, _, advice = str(context.get("error", item["msg"])).rpartition("; ")
        what, advice = (what, advice) if what else (advice, "")
    else:
        what, advice = _out_of_bounds(path, kind, found, context, item["msg"])
    return path, what, advice


def _out_of_bounds(path: KeyPath, kind: str, found: Any, context: dict[str, Any], message: str) -> tuple[str, str]:
    if kind == "string_pattern_mismatch":
        zone = path[-1] == "zone"
        what, advice = ("no offset from UTC", 'write "+09:00"') if zone else ("no identifier", _IDENTIFIER_ADVICE)
        return phrase("{shown} is {what}", shown=_shown(found), what=what), advice
    if kind == "string_too_long":
        return phrase("{shown} is too long", shown=_shown(found)), phrase(
            "at most {context} characters", context=context.get("max_length")
        )
    if kind == "too_short":
        return "the list is empty", phrase("it needs at least {context}", context=context.get("min_length"))
    if kind == "finite_number":
        return phrase("{shown} is no finite number", shown=_shown(found)), ""
    for key, words in _BOUNDS.items():
        if key in context:
            return phrase("{shown} is out of range", shown=_shown(found)), phrase(
                "it must be {words} {context:g}", words=words, context=context[key]
            )
    return f"{_shown(found)}: {message}", ""


def _missing(path: KeyPath) -> tuple[str, str]:
    if path == ("case",):
        return "the table [case] is missing", 'begin with [case] and name = "my-case"'
    inner, _ = _fields(_model_at(path[:-1])).get(str(path[-1]), (None, False))
    table = ".".join(str(part) for part in path if isinstance(part, str))
    return phrase("{path} is missing", path=path[-1]), phrase("add [[{table}]]", table=table) if inner else phrase(
        "add a line {path} = ...", path=path[-1]
    )


def _unknown_word(found: Any, choices: list[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(str(found)[:60].lower(), choices, n=1)
    advice = (phrase("did you mean {near!r}? ", near=near[0]) if near else "") + phrase(
        "choose one of {choices}", choices=", ".join(choices)
    )
    return phrase("{shown} is not one of the words known here", shown=_shown(found)), advice


def _unknown(path: KeyPath) -> tuple[str, str]:
    """An unknown field or table: its name, the nearest known one, all known ones."""
    name, around = str(path[-1])[:60], _model_at(path[:-1])
    known = tuple(_fields(around))
    thing = "table" if around is Case else "field"
    near = _nearest(name, known)
    advice = phrase("did you mean {near}? ", near=near) if near else ""
    return phrase("unknown {thing} {name}", thing=thing, name=name), phrase(
        "{advice}known here: {known}", advice=advice, known=", ".join(known)
    )


@cache
def _nearest(name: str, known: tuple[str, ...]) -> str:
    return next(iter(difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)), "")


def _shown(value: Any) -> str:
    """A value as the file would write it, short; containers by their kind only (they may be huge)."""
    if isinstance(value, dict | list):
        return phrase("this {isinstance}", isinstance="table" if isinstance(value, dict) else "list")
    if isinstance(value, bool):
        return str(value).lower()
    text = value.isoformat() if hasattr(value, "isoformat") else repr(value[:60] if isinstance(value, str) else value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _name_of(value: Any) -> str:
    names = ((bool, "true or false"), (str, "text"), (int, "a whole number"), (float, "a number"), (dict, "a table"))
    for kind, name in (*names, (list, "a list")):
        if isinstance(value, kind):
            return name
    return "a date or time"


# ---------------------------------------------------------------------------------------------------
# the bundled record


def bundled_case_names() -> tuple[str, ...]:
    """Names of the cases that come with Bongsu, sorted."""
    return tuple(sorted(bundled_texts()))


def bundled_text(name: str) -> str:
    """The TOML text of a bundled case.

    Raises
    ------
    CaseError
        When no bundled case has that name.
    """
    texts = bundled_texts()
    if name not in texts:
        near = difflib.get_close_matches(name.lower()[:80], texts, n=1)
        advice = (phrase("did you mean {near}? ", near=near[0]) if near else "") + phrase(
            "bundled: {sorted}", sorted=", ".join(sorted(texts))
        )
        raise CaseError(phrase("no bundled case is called {shown}", shown=_shown(name)), advice=advice)
    return texts[name]


def bundled_case(name: str) -> Case:
    """A bundled case, read anew; CaseError when no bundled case has that name."""
    return parse_case(bundled_text(name), where=phrase("{name}.toml", name=name))


# ---------------------------------------------------------------------------------------------------
# writing


def case_template(name: str, title: str = "") -> str:
    """A commented case file to begin with; it parses as it stands.

    Every part but ``[case]`` is commented out with ``#:``; removing those two signs gives lines that
    parse as well.

    Raises
    ------
    CaseError
        When ``name`` cannot name a case.
    """
    if not _SAFE_NAME.fullmatch(name):
        raise CaseError(phrase("{shown} cannot name a case", shown=_shown(name)), advice=_IDENTIFIER_ADVICE)
    text = (Path(__file__).parent / "template.toml").read_text(encoding="utf-8")
    return text.replace('"my-case"', f'"{name}"').replace('"Title in one line"', _quoted(title or name))


def append_notice(
    case_text: str,
    notice_text: str,
    publisher: str,
    issued: str = "",
    *,
    launch: Sequence[str] = (),
    source: Sequence[str] = (),
) -> str:
    """The case text with one more ``[[notice]]`` behind it, everything before kept byte for byte.

    Parameters
    ----------
    notice_text : str
        The warning as published. White space around it is not part of it.
    publisher : str
        Who published it.
    issued : str
        Date or time at the precision known, empty when unknown.
    launch, source : sequences of str
        Ids of launches it announced and of sources that hold it; they must be in the case.

    Returns
    -------
    str
        A case text that parses. The notice's id is ``added-1``, or the next free number.

    Raises
    ------
    CaseError
        When the case text has faults, with or without the notice.
    """
    case = parse_case(case_text)
    taken = {notice.id for notice in case.notice}
    number = next(n for n in range(1, len(taken) + 2) if f"added-{n}" not in taken)
    lines = [
        "[[notice]]",
        phrase('id = "added-{number}"', number=number),
        phrase("publisher = {quoted}", quoted=_quoted(publisher)),
    ]
    if issued:
        lines.append(phrase("issued = {quoted}", quoted=_quoted(issued)))
    for key, values in (("launch", launch), ("source", source)):
        if values:
            lines.append(f"{key} = [{', '.join(_quoted(value) for value in values)}]")
    lines.append(phrase("text = {quoted_block}", quoted_block=_quoted_block(notice_text.strip())))
    gap = "" if not case_text else "\n" if case_text.endswith("\n") else "\n\n"
    longer = f"{case_text}{gap}" + "\n".join(lines) + "\n"
    try:
        added = parse_case(longer).notice[-1]
    except CaseError as fault:
        if "notice" in tomllib.loads(case_text) and "overwrite" in str(fault):
            advice = "write its notices as [[notice]] tables"
            raise CaseError("the case gives its notices in another form than [[notice]]", advice=advice) from None
        raise
    if added.text != notice_text.strip():
        raise CaseError("the notice's text cannot be kept unchanged", advice="add it by hand")
    return longer


def _quoted(text: str) -> str:
    """A TOML basic string."""
    return f'"{_escaped(text, keep="")}"'


def _quoted_block(text: str) -> str:
    """A multi-line TOML string: literal where the text allows, so that it reads as published."""
    literal = "'''" not in text and not text.endswith("'") and all(_plain_sign(sign) or sign == "\n" for sign in text)
    if literal:
        return f"'''\n{text}'''"
    return f'"""\n{_escaped(text, keep=chr(10))}"""'


def _escaped(text: str, *, keep: str) -> str:
    return "".join(
        f"\\{sign}" if sign in '\\"' else sign if _plain_sign(sign) or sign in keep else f"\\u{ord(sign):04X}"
        for sign in text
    )


def _plain_sign(sign: str) -> bool:
    """Whether TOML lets the sign stand as it is (controls must be escaped, surrogates cannot be)."""
    if "\ud800" <= sign <= "\udfff":
        raise CaseError("the text holds half of a character pair", advice="read it again with its right encoding")
    return sign == "\t" or (sign >= " " and sign != "\x7f")
