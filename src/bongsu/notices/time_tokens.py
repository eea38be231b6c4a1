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
_FRENCH_MONTHS = {  # NAVAREA II's coastal warnings (AVURNAV); accents are left out in capitals
    **{"JANVIER": 1, "FEVRIER": 2, "MARS": 3, "AVRIL": 4, "MAI": 5, "JUIN": 6, "JUILLET": 7, "AOUT": 8},
    **{"SEPTEMBRE": 9, "OCTOBRE": 10, "NOVEMBRE": 11, "DECEMBRE": 12},
}
_TOKEN = re.compile(
    r"(?P<zero>(?<!\w)T0(?!\w))|(?P<word>[A-Z]+)|(?P<group>(?<![\w.-])\d{6}(?: ?Z| ?UTC)?(?!\w))|(?P<clock>(?:(?<![\w.-])|(?<=\d{4}-))\d{4} ?(?:Z|UTC|GMT)(?!\w))"
    r"|(?P<hour>(?<![\w.-])\d\d[H:]\d\d(?!\w))|(?P<number>(?<![\w.])(?:\d{1,4}(?!\w)|\d{1,2}(?=(?:ST|ND|RD|TH)\b)))|(?P<join>[,;&+])|(?P<dash>-)|(?P<other>#+|[^\s])"
)
_DAY_NAMES = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
WEEKDAYS = {name: index for index, day in enumerate(_DAY_NAMES) for name in (day, day + "S", day[:3])}
_KINDS = {
    **dict.fromkeys(("TO", "THRU", "THROUGH", "TILL", "AL", "AU"), "to"),
    **dict.fromkeys(("AND", "ALTERNATE", "ALTERNATIVE", "ALTERNATES", "OR", "Y", "ET"), "join"),
    **dict.fromkeys(("UNTIL", "HASTA", "JUSQU"), "until"),
    **dict.fromkeys(("SUNRISE", "SUNSET", "DAWN", "DUSK", "DAYLIGHT"), "sun"),
    **dict.fromkeys(("EXCEPT", "EXCLUDING", "EXCLUDED", "EXCEPTO"), "except"),
    **dict.fromkeys(
        ("DAILY", "FROM", "ON", "COMMENCING", "EACH", "DAY", "EVERY", "DATES", "DIARIAMENTE", "DESDE", "DU", "LE"),
        "filler",
    ),
    **dict.fromkeys(("BETWEEN", "ENTRE"), "between"),
    **{name: "weekday" for name in WEEKDAYS if name not in {"SUN", "MON", "SAT", "WED"}},
}
_NOT_MONTHS = frozenset(
    {"DAY", "DAYS", "MAX", "NM", "SEA", "OFF", "RUN", "SUN", "MAP", "FAR", "MAN", "BAY", "SET", "PER", "TWO", "ONE"}
)
_NUMBERED = {**dict(zip(MONTHS, range(1, 13), strict=True)), **_FULL_MONTHS}
_ORDINALS = frozenset({"ST", "ND", "RD", "TH"})
_PASSED_OVER = frozenset({"DE", "DEL", "EL", "LA", "LAS", "LOS", "OF", "HRS", "HORAS", "HOURS"})
_ALL_MONTHS = _NUMBERED | _FRENCH_MONTHS | {name: month for name, month in _SPANISH_MONTHS.items() if name != "SET"}


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
    before, known, doubtful, bare = "", set(context), False, False
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
            elif kind == "word" and (word in _PASSED_OVER or (before == "day" and word in _ORDINALS)):
                continue
            elif kind in {"between", "until"} or word == "A":
                bare = True
            elif kind == "word" and before == "word":
                continue  # prose; one word of it is enough to part what stands around it
        elif kind in {"dash", "zero"}:
            kind = "to"
        elif kind == "hour":
            kind, word, bare = "four", word[:2] + word[3:], True
        elif kind == "number":
            value = int(word)
            after_month = before in {"month", "misspelt"}
            kind = (
                "year" if len(word) == 4 and 1990 <= value <= 2100 else
                "maybe year" if after_month and len(word) == 2 else
                "day" if len(word) <= 2 and 1 <= value <= 31 else
                "four" if len(word) == 4 else "other"
            )  # fmt: skip
            bare = bare or len(word) == 4
            doubtful = doubtful or kind == "maybe year"
        tokens.append(Token(kind, word, match.start(), match.end(), value))
        before = kind
    if bare:
        _tell_hours(tokens)
    return _decided(tokens, known, context) if doubtful else tokens


def _tell_hours(tokens: list[Token]) -> None:
    """Hours whose zone stands behind the second, or the word: ``FROM 0700 TO 1600 UTC``, ``BETWEEN 0900 AND 1800 UTC``.

    Figures without any zone stay figures: they may be local.
    """
    for index, token in enumerate(tokens):
        if token.kind == "between":
            _between(tokens, index)
        elif token.text == "A" and _is_four(tokens, index - 1) and _is_four(tokens, index + 1):
            token.kind = "to"  # Spanish and French, between hours
        elif token.kind == "until" and token.text == "HASTA" and index and tokens[index - 1].kind in _TIMES:
            token.kind = "to"
    zoned = False
    for index in range(len(tokens) - 1, -1, -1):
        token, following = tokens[index], tokens[index + 1].kind if index + 1 < len(tokens) else "end"
        if _is_four(tokens, index):
            zoned = token.kind == "clock" or (index + 1 < len(tokens) and tokens[index + 1].text in _ZONES)
            zoned = zoned or (following == "to" and _is_four(tokens, index + 2) and tokens[index + 2].kind == "clock")
            if zoned and token.kind != "clock" and clock_minutes(token.text) is not None:
                token.kind = "clock"
                if index + 1 < len(tokens) and tokens[index + 1].text in _ZONES:
                    tokens[index + 1].kind = "zone"
    tokens[:] = [token for token in tokens if token.kind != "zone"]


_TIMES = frozenset({"clock", "four", "year", "group", "day", "month"})
_ZONES = frozenset({"UTC", "Z", "GMT", "TU"})


def _is_four(tokens: list[Token], index: int) -> bool:
    return 0 <= index < len(tokens) and tokens[index].kind in {"clock", "four", "year"} and len(tokens[index].text) >= 4


def _between(tokens: list[Token], index: int) -> None:
    """``BETWEEN 2300 UTC 22 MAY AND 0530 UTC 23 MAY``: its AND is a TO; the word itself says nothing more."""
    tokens[index].kind = "filler"
    for ahead in range(index + 1, min(index + 6, len(tokens) - 1)):
        if tokens[ahead].kind == "join":
            if tokens[ahead].text in {"AND", "Y", "ET"} and tokens[ahead + 1].kind in _TIMES and ahead > index + 1:
                tokens[ahead].kind = "to"
            return
        if tokens[ahead].kind not in _TIMES:
            return


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
