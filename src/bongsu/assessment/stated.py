"""Figures as people write them, read as the interval that their rounding allows.

``6,248.5`` says less than ``6,248.50`` and more than ``6,200``; ``~30`` says less than ``30``. A check
that must hold at the most favourable reading needs that interval. The rules, in the unit written:

========================  =========================================================================
``6,248.5``               half a unit of the last place: 6,248.45 to 6,248.55
``1,090``  ``2,000``      trailing zeros may be rounding: ± 5, ± 50; never more than ± 50
``67.5 min``  ``30 min``  whole minutes are ± 0.5 also where they end in 0; hours likewise
``4,015 s``  ``4,050 s``  half a unit of the last place, trailing zero as rounding, never more than ± 5
``37-39``                 from the first to the last, each end widened by its own rounding
``~2,000 km``             "about", "approximately": ± 5 % or twice the rounding, whichever is more
``~30 min``  ``~71 min``  "about": twice the rounding; ± 2.5 min where the minutes end in 0 or 5
``>6000``  ``6,000+``     at least that; no upper bound (``inf``)
``<6000``                 at most that; lower bound 0
========================  =========================================================================

The decimal sign is the point and the thousands sign the comma, in groups of three. ``1.090`` before km
is refused, because half of the world reads it as one thousand and ninety.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from bongsu.errors import InputError
from bongsu.wording import joined, phrase

__all__ = ["FlightFigures", "StatedFigure", "looks_like_flight_figures", "parse_flight_text", "parse_stated"]

MAX_TEXT = 2000  # characters; a set of flight figures is one or two lines

_UNITS = {  # unit word -> (quantity, factor to km or min)
    "km": ("length", 1.0),
    "kms": ("length", 1.0),
    "kilometer": ("length", 1.0),
    "kilometers": ("length", 1.0),
    "kilometre": ("length", 1.0),
    "kilometres": ("length", 1.0),
    "キロメートル": ("length", 1.0),
    "キロ": ("length", 1.0),
    "킬로미터": ("length", 1.0),
    "킬로": ("length", 1.0),
    "m": ("length", 0.001),
    "metres": ("length", 0.001),
    "meters": ("length", 0.001),
    "mi": ("length", 1.609344),  # international mile, exact (1959)
    "mile": ("length", 1.609344),
    "miles": ("length", 1.609344),
    "nm": ("length", 1.852),  # nautical mile, exact (1929)
    "nmi": ("length", 1.852),
    "min": ("time", 1.0),
    "mins": ("time", 1.0),
    "minute": ("time", 1.0),
    "minutes": ("time", 1.0),
    "분": ("time", 1.0),
    "分": ("time", 1.0),
    "分間": ("time", 1.0),
    "s": ("time", 1.0 / 60.0),
    "sec": ("time", 1.0 / 60.0),
    "secs": ("time", 1.0 / 60.0),
    "second": ("time", 1.0 / 60.0),
    "seconds": ("time", 1.0 / 60.0),
    "초": ("time", 1.0 / 60.0),
    "秒": ("time", 1.0 / 60.0),
    "秒間": ("time", 1.0 / 60.0),
    "h": ("time", 60.0),
    "hr": ("time", 60.0),
    "hrs": ("time", 60.0),
    "hour": ("time", 60.0),
    "hours": ("time", 60.0),
    "시간": ("time", 60.0),
    "時間": ("time", 60.0),
}
_LABELS = {
    "apogee": "apogee",
    "altitude": "apogee",
    "height": "apogee",
    "최고고도": "apogee",
    "정점고도": "apogee",
    "고도": "apogee",
    "最高高度": "apogee",
    "高度": "apogee",
    "ground range": "range",
    "downrange": "range",
    "range": "range",
    "distance": "range",
    "비행거리": "range",
    "사거리": "range",
    "거리": "range",
    "飛翔距離": "range",
    "飛行距離": "range",
    "距離": "range",
    "flight time": "time",
    "time of flight": "time",
    "time": "time",
    "duration": "time",
    "비행시간": "time",
    "飛翔時間": "time",
    "飛行時間": "time",
}
_ABOUT = ("approximately", "approx.", "approx", "roughly", "around", "about", "nearly", "some", "circa", "ca.", "c.")
_AT_LEAST = ("more than", "at least", "greater than", "in excess of", "exceeding", "over", "above")
_AT_MOST = ("less than", "at most", "up to", "under", "below")
_AT_LEAST_AFTER = ("or more", "이상", "以上", "超")
_AT_MOST_AFTER = ("or less", "이하", "以下", "未満", "미만")
_FILLERS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "for",
        "in",
        "is",
        "it",
        "its",
        "of",
        "the",
        "to",
        "up",
        "was",
        "with",
        "covered",
        "flew",
        "flying",
        "flight",
        "max",
        "maximum",
        "missile",
        "peak",
        "reached",
        "total",
        "traveled",
        "travelled",
    ]
)
_FILLERS_EAST = frozenset(["는", "은", "이", "가", "를", "을", "は", "が", "を", "で", "の", "と"])

_NUMBER = r"\d[\d.,]*\d|\d"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_QUALIFIED = re.compile(
    phrase(
        "(?P<before>(?:(?:[~≈≃∼><≥≤]|약|約|(?<![a-z])(?:{any})(?![a-z]))\\s*)*)\n   "
        " (?P<first>{number})(?![\\d.,]*e[\\d+-])\n   "
        " (?:\\s*(?:[-–—~〜∼]|\\bto\\b)\\s*(?P<last>{number}))?\n    (?P<plus>\\s*\\+)?",
        any=_any(_ABOUT + _AT_LEAST + _AT_MOST),
        number=_NUMBER,
    ),
    re.VERBOSE,
)
_AFTER = re.compile(rf"\s*(?:{_any(_AT_LEAST_AFTER + _AT_MOST_AFTER)})")
_UNIT = re.compile(phrase("\\s*(?P<unit>{any})(?![a-z])", any=_any(tuple(_UNITS))))
_LABEL = re.compile(phrase("(?<![a-z])(?P<label>{any})(?![a-z])", any=_any(tuple(_LABELS))))
_WORD = re.compile(r"[^\s,;:=/()、。・]+")
_SEPARATOR = re.compile(r"[,;/、。\n]|\.(?=\s|$)|(?<![a-z])and(?![a-z])")


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A reported figure as written, and the interval it stands for.

    ``text`` is what was written; ``low`` and ``high`` hold the true figure with certainty if the writer
    rounded as people do (level 1.0), ``high`` is ``inf`` for a lower bound; ``value`` is the figure itself,
    the middle of a range, or the number of a bound. All in ``unit`` (``km`` or ``min``).
    """

    text: str
    low: float
    high: float
    value: float
    unit: str

    @property
    def is_open(self) -> bool:
        """Whether the figure is only a lower bound."""
        return math.isinf(self.high)

    def __str__(self) -> str:
        return (
            self.text
            if re.search(rf"[\d+]\s*(?:{_any(tuple(_UNITS))})", self.text.lower())
            else phrase("{text} {unit}", text=self.text, unit=self.unit)
        )


class FlightFigures(NamedTuple):
    """What one party says of one flight: km, km, and min where a time is given."""

    apogee: StatedFigure
    ground_range: StatedFigure
    flight_time: StatedFigure | None


def parse_stated(text: str, unit: str, *, where: str = "figure") -> StatedFigure:
    """Read one reported figure as written.

    Parameters
    ----------
    text : str
        Such as ``6,248.5``, ``37-39``, ``~30``, ``>6000``, ``6,000+``; it may carry a unit of its own
        (``4,015 s``, ``53 min 49 s``), which is then converted.
    unit : str
        ``km`` or ``min``: the unit of the answer, and of the text where it carries none.
    where : str
        Name of the figure, for the message of an error.

    Raises
    ------
    InputError
        When the text is no figure, is zero or negative, mixes the signs of thousands and decimals, or
        carries a unit of another quantity.
    """
    if unit not in ("km", "min"):
        raise InputError(phrase("{where}: unit {unit!r} is neither km nor min", where=where, unit=unit))
    plain = _plain(text, where)
    if not plain.strip():
        raise InputError(
            phrase("{where}: no figure given", where=where), advice='write it as "6,248.5", "37-39", "~30" or ">6000"'
        )
    found = _figure_at(plain, _skip_space(plain, 0), where, unit)
    if found is None or plain[found[1] :].strip():
        rest = plain.strip() if found is None else plain[found[1] :].strip()
        raise InputError(
            phrase("{where}: {rest!r} is not a figure in {unit}", where=where, rest=rest[:60], unit=unit),
            advice='write it as "6,248.5", "37-39", "~30" or ">6000"',
        )
    figure = found[0]
    if figure.unit != unit:
        raise InputError(
            phrase(
                "{where}: {text!r} is in {unit}, expected a figure in {unit_2}",
                where=where,
                text=text.strip()[:60],
                unit=figure.unit,
                unit_2=unit,
            )
        )
    return StatedFigure(text.strip(), figure.low, figure.high, figure.value, unit)


def parse_flight_text(text: str) -> FlightFigures:
    """Read apogee, ground range and flight time from one line of text.

    Figures carry their units (km, m, mi, NM; min, s, h, and the Korean and Japanese signs). With labels
    (``apogee``, ``altitude``, ``range``, ``distance``, ``time``, 고도, 거리, 高度, 距離 ...) they come in any
    order; without labels the first distance is the **apogee** and the second the **ground range**.

    Raises
    ------
    InputError
        Naming the words that could not be read, the figure that is missing, or the one given twice.
    """
    tokens, unread = _tokens(text)
    if unread:
        words = joined(", ", (repr(word[:40]) for word in unread[:5]))
        raise InputError(
            phrase("flight figures: cannot read {words}", words=words),
            advice='write "apogee 6,248.5 km, range 1,090 km, time 67.5 min"',
        )
    slots = _assign(tokens)
    for name in ("apogee", "range"):
        if name not in slots:
            raise InputError(
                phrase("flight figures: no {name} with a unit in {text!r}", name=name, text=text.strip()[:80]),
                advice='write "apogee 6,248.5 km, range 1,090 km, time 67.5 min"',
            )
    return FlightFigures(slots["apogee"], slots["range"], slots.get("time"))


def looks_like_flight_figures(text: str) -> bool:
    """Whether a pasted text is probably a set of flight figures: short, with two lengths or a label and a length."""
    if len(text) > 500:
        return False
    try:
        tokens, unread = _tokens(text)
    except InputError:
        return False
    lengths = sum(1 for token in tokens if isinstance(token, StatedFigure) and token.unit == "km")
    figures = sum(1 for token in tokens if isinstance(token, StatedFigure))
    labels = {token for token in tokens if token in ("apogee", "range")}
    return len(unread) <= figures and (lengths >= 2 or (lengths == 1 and bool(labels)))


def _plain(text: str, where: str) -> str:
    """Lower case, full-width signs made plain, within the length that is read."""
    if len(text) > MAX_TEXT:
        raise InputError(
            phrase(
                "{where}: {count} characters, at most {max_text} are read",
                where=where,
                count=len(text),
                max_text=MAX_TEXT,
            )
        )
    return unicodedata.normalize("NFKC", text).lower()


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _figure_at(text: str, position: int, where: str, default: str = "") -> tuple[StatedFigure, int] | None:
    """The figure that starts here, in km or min, and where it ends; None where none starts."""
    parts: list[StatedFigure] = []
    end = position
    quantity = ""
    factors: list[float] = []
    while True:
        start = _skip_space(text, end) if parts else end
        match = _QUALIFIED.match(text, start)
        if match is None:
            break
        stop = match.end()
        unit = _UNIT.match(text, stop)
        after = _AFTER.match(text, unit.end() if unit else stop)
        if unit is None and not default:
            break
        kind, factor = _UNITS[unit["unit"]] if unit else (("length" if default == "km" else "time"), 1.0)
        if parts and (kind != "time" or quantity != "time" or unit is None or factor >= factors[-1]):
            break
        stop = after.end() if after else unit.end() if unit else stop
        if unit and (plus := re.compile(r"\s*\+").match(text, stop)):
            stop = plus.end()
            after = plus
        low, high, value = _interval(match, text[after.start() : stop] if after else "", kind, factor, where)
        name = "km" if kind == "length" else "min"
        parts.append(StatedFigure(text[start:stop], low * factor, high * factor, value * factor, name))
        quantity, factors, end = kind, [*factors, factor], stop
        if kind != "time" or unit is None:
            break
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0], end
    return _compound(parts, text[position:end].strip()), end


def _compound(parts: list[StatedFigure], written: str) -> StatedFigure:
    """``53 min 49 s``: the sum, with the rounding of its last part."""
    last = parts[-1]
    whole = sum(part.value for part in parts[:-1])
    return StatedFigure(written, whole + last.low, whole + last.high, whole + last.value, last.unit)


def _interval(match: re.Match[str], after: str, kind: str, factor: float, where: str) -> tuple[float, float, float]:
    """Low, high and value in the unit written."""
    before = match["before"]
    first = _number(match["first"], kind, factor, where)
    last = _number(match["last"], kind, factor, where) if match["last"] else first
    if last < first:
        raise InputError(phrase("{where}: {match!r} runs downwards", where=where, match=match[0].strip()[:60]))
    rounding_first = _half_unit(match["first"], kind, factor)
    rounding_last = _half_unit(match["last"], kind, factor) if match["last"] else rounding_first
    if re.search(r"[~≈≃∼약約]", before) or re.search(_any(_ABOUT), before):
        rounding_first = _about(rounding_first, first, kind, factor)
        rounding_last = _about(rounding_last, last, kind, factor)
        low, high = first - rounding_first, last + rounding_last
        bound_low, bound_high = low, high
    else:
        low, high = first - rounding_first, last + rounding_last
        bound_low, bound_high = first, last
    value = (first + last) / 2.0
    at_least = bool(re.search(r"[>≥]", before) or re.search(_any(_AT_LEAST), before) or match["plus"])
    at_least = at_least or after.strip() in _AT_LEAST_AFTER or after.strip() == "+"
    at_most = bool(re.search(r"[<≤]", before) or re.search(_any(_AT_MOST), before)) or after.strip() in _AT_MOST_AFTER
    if at_least and at_most:
        raise InputError(
            phrase("{where}: {match!r} is both a lower and an upper bound", where=where, match=match[0].strip()[:60])
        )
    if at_least:
        return max(bound_low, 0.0), math.inf, first
    if at_most:
        return 0.0, bound_high, last
    return max(low, 0.0), high, value


def _about(rounding: float, value: float, kind: str, factor: float) -> float:
    """Half-width of a figure that its writer calls approximate, in the unit written."""
    if kind == "length":
        return max(2.0 * rounding, 0.05 * value)
    return max(2.0 * rounding, 2.5) if factor == 1.0 and value % 5.0 == 0.0 else 2.0 * rounding


def _number(text: str, kind: str, factor: float, where: str) -> float:
    """The number, refusing what another country would read as another number."""
    advice = "write thousands with a comma and decimals with a point, as 1,090.5"
    if not re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", text):
        raise InputError(phrase("{where}: {text!r} is not a number", where=where, text=text[:40]), advice=advice)
    if kind == "length" and factor >= 1.0 and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text):
        raise InputError(
            phrase(
                "{where}: {text!r} may mean {text_2} or {text_3:.2f}",
                where=where,
                text=text[:40],
                text_2=text.replace(".", ","),
                text_3=float(text),
            ),
            advice="write thousands with a comma or without a sign, decimals with one or two places",
        )
    value = float(text.replace(",", ""))
    if not 0.0 < value < 1e8:
        raise InputError(
            phrase("{where}: {text!r} lies outside 0 to 100,000,000", where=where, text=text[:40]),
            advice="give a figure above zero",
        )
    return value


def _half_unit(text: str, kind: str, factor: float) -> float:
    """Half a unit of the last place that counts, in the unit written."""
    digits = text.replace(",", "")
    if "." in digits:
        return float(0.5 * 10.0 ** -len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    if kind == "time":
        return 5.0 if factor < 0.5 and zeros else 0.5
    return float(min(0.5 * 10.0**zeros, 50.0 if factor >= 1.0 else 50_000.0))


Token = StatedFigure | str


def _tokens(text: str) -> tuple[list[Token], list[str]]:
    """Figures, labels (``apogee``, ``range``, ``time``) and separators (``,``), and the words not read."""
    plain = _plain(text, "flight figures")
    tokens: list[Token] = []
    unread: list[str] = []
    position = 0
    while (position := _skip_ignored(plain, position)) < len(plain):
        if separator := _SEPARATOR.match(plain, position):
            tokens.append(",")
            position = separator.end()
        elif label := _LABEL.match(plain, position):
            tokens.append(_LABELS[re.sub(r"\s+", " ", label["label"])])
            position = label.end()
        elif found := _figure_at(plain, position, "flight figures"):
            tokens.append(found[0])
            position = found[1]
        else:
            position = _word_at(plain, position, unread)
    return tokens, unread


def _skip_ignored(text: str, position: int) -> int:
    while position < len(text) and (text[position] in " \t\r:=()・" or text[position].isspace()):
        if text[position] == "\n":
            break
        position += 1
    return position


def _word_at(text: str, position: int, unread: list[str]) -> int:
    """Pass over one word, noting it unless it is a filler."""
    if text[position] in _FILLERS_EAST:
        return position + 1
    match = _WORD.match(text, position)
    word = match[0] if match else text[position]
    if word.rstrip(".") not in _FILLERS and word not in _FILLERS:
        unread.append(word)
    return position + len(word)


def _assign(tokens: list[Token]) -> dict[str, StatedFigure]:
    """Which figure is which: labels first, then order."""
    slots: dict[str, StatedFigure] = {}
    loose: list[StatedFigure] = []
    for clause in _clauses(tokens):
        labels = [token for token in clause if isinstance(token, str)]
        figures = [token for token in clause if isinstance(token, StatedFigure)]
        alternate = all(isinstance(one, str) != isinstance(two, str) for one, two in pairwise(clause))
        if labels and len(labels) == len(figures) and alternate:
            for label, figure in zip(labels, figures, strict=True):
                _put(slots, label, figure)
        elif labels:
            _pair(slots, loose, clause)
        else:
            loose.extend(figures)
    for figure in loose:
        if figure.unit == "min":
            _put(slots, "time", figure)
        else:
            empty = [name for name in ("apogee", "range") if name not in slots]
            _put(slots, empty[0] if empty else "range", figure)
    return slots


def _clauses(tokens: list[Token]) -> list[list[Token]]:
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        if token == ",":
            clauses.append([])
        else:
            clauses[-1].append(token)
    return clauses


def _pair(slots: dict[str, StatedFigure], loose: list[StatedFigure], clause: list[Token]) -> None:
    """A label takes the figure of its quantity that follows it; what no label takes stays loose."""
    waiting = ""
    for token in clause:
        if isinstance(token, str):
            if waiting:
                raise InputError(
                    phrase("flight figures: {waiting!r} has no figure", waiting=waiting),
                    advice="give a number and a unit after it",
                )
            waiting = token
        elif waiting and (waiting == "time") == (token.unit == "min"):
            _put(slots, waiting, token)
            waiting = ""
        else:
            loose.append(token)
    if waiting:
        raise InputError(
            phrase("flight figures: {waiting!r} has no figure", waiting=waiting),
            advice="give a number and a unit after it",
        )


def _put(slots: dict[str, StatedFigure], name: str, figure: StatedFigure) -> None:
    if (name == "time") != (figure.unit == "min"):
        raise InputError(
            phrase("flight figures: {text!r} cannot be the {name}", text=figure.text, name=name),
            advice="check the unit",
        )
    if name in slots:
        raise InputError(
            phrase(
                "flight figures: two figures for the {name}, {text!r} and {text_2!r}",
                name=name,
                text=slots[name].text,
                text_2=figure.text,
            ),
            advice="give one party's figures at a time",
        )
    slots[name] = figure
