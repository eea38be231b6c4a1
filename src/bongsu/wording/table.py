"""The tables of templates, and a phrase in another language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bongsu.wording.phrase import Phrase, filled, plain

__all__ = ["LANGUAGES", "Rendered", "names_of", "read_tables", "render", "runs"]

LANGUAGES = ("en", "ko", "ja")
_FROM, _TO = "\ue000", "\ue001"  # around words that stay as they are (private use area: no text of ours has them)
_MARKS = str.maketrans("", "", _FROM + _TO)
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_UNITS = {"km", "min", "deg", "UTC", "NM"}  # a figure as a party wrote it needs no other language
_EITHER = re.compile(r"(.?\ue001?)((?:은\(는\))|(?:이\(가\))|(?:을\(를\))|(?:과\(와\))|(?:\(으\)로))")
_CLOSED = {"은(는)": ("은", "는"), "이(가)": ("이", "가"), "을(를)": ("을", "를"), "과(와)": ("과", "와")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """Text in a language, and the templates or texts of it that the tables do not have (shown in English)."""

    text: str
    missing: tuple[str, ...] = ()


@cache
def read_tables() -> dict[str, dict[str, dict[str, str]]]:
    """For each table (``findings``, ``labels``, ...) and language but English: English template to template.

    A file holds ``"English" = ["Korean", "Japanese"]``.
    """
    folder = files("bongsu.wording") / "tables"
    tables: dict[str, dict[str, dict[str, str]]] = {}
    for path in sorted(folder.iterdir(), key=lambda item: item.name):
        if path.name.endswith(".toml"):
            held = tomllib.loads(path.read_text(encoding="utf-8"))
            tables[path.name.removesuffix(".toml")] = {
                language: {english: others[place] for english, others in held.items()}
                for place, language in enumerate(LANGUAGES[1:])
            }
    return tables


@cache
def _merged(language: str) -> dict[str, str]:
    return {english: text for table in read_tables().values() for english, text in table[language].items()}


def names_of(language: str) -> dict[str, str]:
    """English template to template, of every table."""
    return dict(_merged(language)) if language != "en" else {}


def render(text: str, language: str) -> Rendered:
    """A text in a language.

    A phrase is made again from its template and values; plain text is looked up as it stands. What the tables do not
    have stays English and is named in ``missing``; values that are names stay as they are.
    """
    marked, missing = _marked(text, language)
    return Rendered(text=marked.translate(_MARKS), missing=missing)


def runs(text: str, language: str) -> list[tuple[str, bool]]:
    """The text in pieces: (piece, whether it stayed in English), for a page that marks languages."""
    marked, _ = _marked(text, language)
    out: list[tuple[str, bool]] = []
    for place, piece in enumerate(re.split(f"[{_FROM}{_TO}]", marked)):
        if piece:
            out.append((piece, place % 2 == 1))
    return out


def _marked(text: str, language: str) -> tuple[str, tuple[str, ...]]:
    if language == "en":
        return plain(text).translate(_MARKS), ()
    missing: list[str] = []
    shown = _said(text, _merged(language), missing, whole=True)
    return (_particles(shown) if language == "ko" else shown), tuple(dict.fromkeys(missing))


def _said(text: str, table: dict[str, str], missing: list[str], *, whole: bool = False) -> str:
    """``whole``: the text is a sentence of ours, not a value in one, and should be in the table."""
    if not isinstance(text, Phrase):
        return _plain_said(text, table, missing, whole=whole)
    if text.shape == "join":
        between = table.get(text.template, text.template)
        return between.join(_said(item, table, missing, whole=whole) for item in text.values.values())
    if text.shape:
        inner = _said(text.values["0"], table, missing, whole=whole)
        return inner.rstrip(".。") if text.shape == "open" else inner
    template = table.get(text.template)
    if template is None and not _LETTERS.search(" ".join(_literals(text.template))):
        template = text.template  # signs and places only
    if template is None:
        missing.append(text.template)
        return f"{_FROM}{plain(text).translate(_MARKS)}{_TO}"
    values = {}
    for name, value in text.values.items():
        quoted = f"{{{name}!r}}"
        if quoted in template:  # words of the input, quoted as they are
            values[name], template = f"{_FROM}{value!r}{_TO}", template.replace(quoted, f"{{{name}}}")
        else:
            values[name] = _said(value, table, missing) if isinstance(value, str) else value
    return filled(template, values)


def _plain_said(text: str, table: dict[str, str], missing: list[str], *, whole: bool) -> str:
    found = table.get(text)
    if found is not None:
        return found
    if not set(_LETTERS.findall(text)) - _UNITS:
        return text.translate(_MARKS)
    if whole:
        missing.append(text)
    return f"{_FROM}{text.translate(_MARKS)}{_TO}"


def _literals(template: str) -> Iterator[str]:
    """What stands between the places of a template."""
    return (part for part in re.split(r"\{[^{}]*\}", template) if part)


def _particles(text: str) -> str:
    """Korean particles after the sound before them: a template has both forms, as ``은(는)``."""

    def chosen(found: re.Match[str]) -> str:
        before, both = found.group(1), found.group(2)
        closed = _ends_closed(before[:1])
        if closed is None:
            return found.group()
        if both == "(으)로":
            return before + ("으로" if closed and before[:1] not in "178" and _final(before[:1]) != _RIEUL else "로")
        return before + _CLOSED[both][0 if closed else 1]

    return _EITHER.sub(chosen, text)


_RIEUL = 8  # place of ㄹ among the finals of a Hangul syllable


def _final(letter: str) -> int:
    return (ord(letter) - 0xAC00) % 28 if "가" <= letter <= "힣" else -1


def _ends_closed(letter: str) -> bool | None:
    """Whether a letter or figure ends in a consonant when read in Korean; None where that is not known."""
    if "가" <= letter <= "힣":
        return _final(letter) > 0
    if letter and letter in "013678":
        return True
    if letter and letter in "2459":
        return False
    return None
