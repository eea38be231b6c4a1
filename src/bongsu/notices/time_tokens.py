"""Words and figures of times: date-time groups, hours, days, months (misspelt ones too), weekdays, joining words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["MONTHS", "WEEKDAYS", "Token", "clock_minutes", "month_number", "tokens_of"]

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_FULL_MONTHS = {
    **{"JANUARY": 1, "FEBRUARY": 2, "MARCH": 3, "APRIL": 4, "JUNE": 6, "JULY": 7, "AUGUST": 8},
    **{"SEPT": 9, "SEPTEMBER": 9, "OCTOBER": 10, "NOVEMBER": 11, "DECEMBER": 12},
}
_SPANISH_MONTHS = {  # as the coordinators of NAVAREA III, VI, XV and XVI write them
    **{"ENE": 1, "ABR": 4, "AGO": 8, "DIC": 12, "SET": 9, "ENERO": 1, "FEBRERO": 2, "MARZO": 3, "ABRIL": 4},
    **{"MAYO": 5, "JUNIO": 6, "JULIO": 7, "AGOSTO": 8, "SEPTIEMBRE": 9, "OCTUBRE": 10, "NOVIEMBRE": 11},
    **{"DICIEMBRE": 12},
}
_TOKEN = re.compile(
    r"(?P<zero>(?<!\w)T0(?!\w))|(?P<word>[A-Z]+)|(?P<group>(?<![\w.-])\d{6}(?: ?Z| ?UTC)?(?!\w))|(?P<clock>(?<![\w.-])\d{4} ?(?:Z|UTC)(?!\w))"
    r"|(?P<number>(?<![\w.])\d{1,4}(?!\w))|(?P<join>[,;&+])|(?P<dash>-)|(?P<other>#+|[^\s])"
)
_DAY_NAMES = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
WEEKDAYS = {name: index for index, day in enumerate(_DAY_NAMES) for name in (day, day + "S", day[:3])}
_KINDS = {
    **dict.fromkeys(("TO", "THRU", "THROUGH", "TILL", "AL"), "to"),
    **dict.fromkeys(("AND", "ALTERNATE", "ALTERNATIVE", "ALTERNATES", "OR", "Y"), "join"),
    **dict.fromkeys(("UNTIL", "HASTA"), "until"),
    **dict.fromkeys(("SUNRISE", "SUNSET", "DAWN", "DUSK", "DAYLIGHT"), "sun"),
    **dict.fromkeys(("EXCEPT", "EXCLUDING", "EXCLUDED", "EXCEPTO"), "except"),
    **dict.fromkeys(
        ("DAILY", "FROM", "ON", "COMMENCING", "EACH", "DAY", "EVERY", "BETWEEN", "DATES", "DIARIAMENTE", "EL"), "filler"
    ),
    **{name: "weekday" for name in WEEKDAYS if name not in {"SUN", "MON", "SAT", "WED"}},
}
_NOT_MONTHS = frozenset(
    {"DAY", "DAYS", "MAX", "NM", "SEA", "OFF", "RUN", "SUN", "MAP", "FAR", "MAN", "BAY", "SET", "PER", "TWO", "ONE"}
)
_NUMBERED = {**dict(zip(MONTHS, range(1, 13), strict=True)), **_FULL_MONTHS}
_ALL_MONTHS = _NUMBERED | {name: month for name, month in _SPANISH_MONTHS.items() if name != "SET"}


@dataclass(slots=True)
class Token:
    """One word or figure: its kind, its words at ``text[start:end]``, and its number where it has one."""

    kind: str
    text: str
    start: int
    end: int
    value: int = 0


def month_number(word: str) -> int | None:
    """Month of an English or Spanish name or its three letters, None for another word."""
    return _ALL_MONTHS.get(word)


def tokens_of(text: str, context: Sequence[int]) -> list[Token]:
    """Tokens with their meaning; words that stand for months, well or badly spelt, are numbered."""
    tokens: list[Token] = []
    before, known, doubtful = "", set(context), False
    for match in _TOKEN.finditer(text):
        kind, word, value = match.lastgroup or "other", match.group(), 0
        if kind == "word":
            kind = _KINDS.get(word, "word")
            if kind == "word" and (month := _ALL_MONTHS.get(word)) is not None:
                kind, value = "month", month
                known.add(month)
            elif kind == "weekday":
                value = WEEKDAYS[word]
            elif kind == "word" and before in {"day", "group"} and word not in _NOT_MONTHS and _near_months(word):
                kind, doubtful = "misspelt", True
            elif kind == "word" and before == "word":
                continue  # prose; one word of it is enough to part what stands around it
        elif kind in {"dash", "zero"}:
            kind = "to"
        elif kind == "number":
            value = int(word)
            after_month = before in {"month", "misspelt"}
            kind = (
                "year" if len(word) == 4 and 1990 <= value <= 2100 else
                "maybe year" if after_month and len(word) == 2 else
                "day" if len(word) <= 2 and 1 <= value <= 31 else "other"
            )  # fmt: skip
            doubtful = doubtful or kind == "maybe year"
        tokens.append(Token(kind, word, match.start(), match.end(), value))
        before = kind
    return _decided(tokens, known, context) if doubtful else tokens


def _decided(tokens: list[Token], known: set[int], context: Sequence[int]) -> list[Token]:
    """Misspelt months and two-figure years, by what else is said."""
    for index, token in enumerate(tokens):
        if token.kind == "misspelt":
            token.value = _meant_month(_near_months(token.text), known, context)
        elif token.kind == "maybe year":  # "30 APR 23", but "14 APR 15 APR"
            following = tokens[index + 1].kind if index + 1 < len(tokens) else "end"
            token.kind = "day" if following in {"month", "misspelt"} and token.value <= 31 else "year"
            token.value += 0 if token.kind == "day" else 2000 if token.value < 70 else 1900
    return tokens


@lru_cache(maxsize=4096)
def _near_months(word: str) -> tuple[int, ...]:
    """Months one wrong, missing, doubled or swapped letter away."""
    if not 2 <= len(word) <= 10:
        return ()
    return tuple(sorted({month for name, month in _NUMBERED.items() if _one_slip(word, name)}))


def _meant_month(near: Sequence[int], known: set[int], context: Sequence[int]) -> int:
    """Of several months near a word, the one named elsewhere or at most two after the message's; else 0."""
    for allowed in (set(near), known, {(month + step - 1) % 12 + 1 for month in context[:1] for step in range(3)}):
        sure = [month for month in near if month in allowed]
        if len(sure) == 1:
            return sure[0]
    return 0


def _one_slip(word: str, name: str) -> bool:
    if len(word) == len(name):
        wrong = [index for index in range(len(name)) if word[index] != name[index]]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return word[wrong[0]] == name[wrong[1]] and word[wrong[1]] == name[wrong[0]]
        return len(wrong) == 1
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    if len(longer) != len(shorter) + 1 or len(shorter) < 3:
        return False
    return any(longer[:cut] + longer[cut + 1 :] == shorter for cut in range(len(longer)))


def clock_minutes(text: str) -> int | None:
    """Minutes of ``HHMM``, 2400 included."""
    hour, minute = int(text[:2]), int(text[2:4])
    return hour * 60 + minute if minute < 60 and (hour < 24 or (hour == 24 and minute == 0)) else None
