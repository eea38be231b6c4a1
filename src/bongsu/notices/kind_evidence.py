"""What in a warning speaks for one kind or another: words, places of its areas, shape of its windows.

``DECLARED`` has every piece of evidence with the weights declared for it; :mod:`bongsu.notices.kind_weights` those
fitted around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bongsu.earth import Window
from bongsu.notices.kind_geometry import where_areas_lie
from bongsu.notices.kind_words import EAST_ASIAN, VOCABULARY, Evidence, named_kinds, other_subject
from bongsu.notices.notice import KINDS, NotifiedArea

__all__ = ["DECLARED", "Evidence", "find_evidence"]

_L, _R, _M, _G, _D, _O, _U = KINDS  # space launch, re-entry, missile test, gunnery, debris, other, undetermined

_OTHER_SIGNS: dict[str, dict[str, float]] = {
    "any warning": {_O: 3.0},
    "hazardous operations, and which": {_U: 0.5, _L: 0.5, _R: 0.5, _M: 0.5, _D: 0.5, _G: 0.3},
    "first named: space launch": {_L: 2.0},
    "first named: re-entry": {_R: 2.0},
    "first named: missile test": {_M: 2.0},
    "first named: gunnery": {_G: 2.0},
    "first named: debris": {_D: 2.0},
    "another subject": {_O: 4.0},
    "areas or times without a word": {_O: -3.0, _U: 2.0},
    "NOTAM code of firing": {_O: -3.0, _U: 3.0, _G: 1.5, _M: 1.5, _L: 0.5},
    "no upper limit": {_L: 0.7, _M: 0.5, _R: 0.5},
    "at a launch site": {_L: 2.0},
    "at a research rocket range": {_L: 1.0},
    "at a missile range": {_M: 1.0, _U: 0.3},
    "missile waters": {_M: 1.0, _U: 1.0, _L: -1.0},
    "small areas far apart around a missile range": {_M: 6.0, _U: -2.0, _L: -1.0},
    "westward from a launch site": {_M: 4.0, _U: -2.0, _L: -3.0},
    "one area at a launch site and one beyond": {_L: 1.5},
    "in line with a launch site": {_L: 1.5},
    "a long side towards a launch site": {_L: 0.7},
    "areas far apart": {_L: 0.7, _R: 0.7, _M: 0.7, _D: 0.5, _G: -1.0, _U: -0.7},
    "far from every launch site and range": {_R: 0.7, _D: 0.7, _L: 0.3, _G: -1.0, _U: -0.5},
    "a vast area": {_D: 1.5, _R: 0.7, _L: 0.3, _G: -1.5, _U: -0.7},
    "one circle": {_G: 0.5, _U: 0.3, _L: -1.0, _R: -1.0, _D: -1.0},
    "windows of up to 1.6 h": {_R: 0.7, _L: 0.5, _D: 0.3, _G: -0.3, _U: -0.3},
    "windows of up to 5.5 h": {_L: 0.7, _R: 0.5, _D: 0.3},
    "windows of a working day": {_G: 0.3, _M: 0.3, _U: 0.3, _L: -1.0, _R: -0.5, _D: -0.3},
    "windows of days": {_U: 0.3, _M: 0.3, _L: -0.5, _R: -0.7},
    "alternate times": {_L: 0.7, _R: 0.3},
    "an alternate area": {_R: 3.0},
    "each area its own times": {_L: 0.5, _R: 0.5, _D: 0.3},
}
DECLARED: dict[str, dict[str, float]] = {
    **{each.name: each.weights for each in (*EAST_ASIAN, *VOCABULARY)},
    **_OTHER_SIGNS,
}
_ALTERNATE_AREA = re.compile(r"\b[B-H][.)]\s{1,12}ALTERNATE\b")
_ALTERNATE = re.compile(r"\bALTERNATE?\b|\bALT\b")


def find_evidence(
    plain: str,
    start: int,
    areas: Sequence[NotifiedArea],
    windows: Sequence[Window],
    *,
    code: str = "",
    unlimited: bool = False,
) -> list[Evidence]:
    """All evidence in a warning.

    Parameters
    ----------
    plain : str
        Its plain text (:func:`~bongsu.notices.position_text.plain_text`); the header ends at ``start``.
    areas, windows
        As read from it.
    code : str, optional
        Of a NOTAM's Q line.
    unlimited : bool, optional
        Whether a NOTAM's upper limit is "unlimited" or above FL600.

    Returns
    -------
    list of Evidence
        Words in the order found, then what areas and windows show.
    """
    found = list(named_kinds(plain, start))
    named = bool(found)
    first = next((each.span[0] for each in found if each.name.startswith("first named")), len(plain))
    subject = other_subject(plain, start, first)
    if subject is not None:
        found.append(subject)
    if code.startswith("QWM"):  # ICAO Doc 8126: missile, gun or rocket firing
        found.append(Evidence("NOTAM code of firing", f"code {code}", (0, 0)))
    if unlimited:
        found.append(Evidence("no upper limit", "no upper limit", (0, 0)))
    if not named:
        if subject is not None or code or not (areas or windows):
            return found
        where = areas[0].text_span if areas else (start, len(plain))
        found.append(Evidence("areas or times without a word", "areas or times, no word of what for", where))
        if not areas or not windows:
            return found
    if areas:
        found += where_areas_lie(areas)
    return found + list(_times(plain, start, areas, windows))


def _times(plain: str, start: int, areas: Sequence[NotifiedArea], windows: Sequence[Window]) -> Iterator[Evidence]:
    """How long and how often."""
    hours = [(each.end - each.start).total_seconds() / 3600.0 for each in windows if each.start and each.end]
    spans = [span for area in areas for span in area.window_spans[:1]]
    where = spans[0] if spans else (0, 0)
    if hours:
        middle = sorted(hours)[len(hours) // 2]
        words = f"windows of {middle:.1f} h" if middle < 48.0 else f"windows of {middle / 24.0:.0f} days"
        if middle <= 1.6:
            yield Evidence("windows of up to 1.6 h", words, where)
        if middle <= 5.5:
            yield Evidence("windows of up to 5.5 h", words, where)
        elif middle <= 20.0:
            yield Evidence("windows of a working day", words, where)
        else:
            yield Evidence("windows of days", words, where)
    alternate = _ALTERNATE_AREA.search(plain, start) if "ALTERNATE" in plain else None
    if alternate is not None:
        yield Evidence("an alternate area", "an alternate area", alternate.span())
    elif "ALT" in plain and (match := _ALTERNATE.search(plain, start)) is not None:
        yield Evidence("alternate times", "alternate times", match.span())
    if len({area.windows for area in areas if area.windows}) > 1 and spans:
        yield Evidence("each area its own times", "each area its own times", spans[-1])
