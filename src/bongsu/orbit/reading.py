"""Element sets out of any file: which form it has, what it holds, which set to use."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Literal

from bongsu.errors import ElementSetError, InputError, Problem
from bongsu.orbit.elements import ElementSet
from bongsu.orbit.tle import parse_tle
from bongsu.rawtext import decode_text, refuse_html
from bongsu.wording import phrase

__all__ = ["ElementSetFile", "drop_shared_epochs", "looks_like_element_sets", "read_element_sets"]

ElementSetForm = Literal["tle", "omm-json", "omm-csv", "omm-xml", "omm-kvn"]

_EPOCH_TICK = timedelta(microseconds=864)  # 1e-8 day, the last digit of a TLE epoch
_TLE_LINE = re.compile(r"^[^\S\r\n]*[12][^\S\r\n][ 0-9A-Za-z][ 0-9OoIl]{3}[0-9OoIl]", re.MULTILINE)
_OMM_NAME = re.compile(r"NORAD_CAT_ID|MEAN_MOTION|CCSDS_OMM_VERS|<(?:\w+:)?omm\b")
_LISTED_PROBLEMS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementSetFile:
    """What one file of element sets held."""

    sets: tuple[ElementSet, ...]  # in the order of the file
    problems: tuple[Problem, ...]  # every fault, each with its place
    form: ElementSetForm
    sha256: str  # of the bytes as given; of the UTF-8 form where text was given


def read_element_sets(
    data: bytes | str, *, origin: str = "", strict: bool = True, only: Collection[int] | None = None
) -> ElementSetFile:
    """Read element sets in whatever form they come: TLE, or OMM in JSON, CSV, XML or KVN.

    Parameters
    ----------
    data : bytes or str
        A whole file, reply or pasted text.
    origin : str
        File name or address, kept in each set and used in messages.
    strict : bool
        For TLE: True refuses departures from the published form, False accepts those that leave the values clear
        (see :func:`bongsu.orbit.tle.parse_tle`). OMM is always read strictly.
    only : collection of int, optional
        Catalogue numbers to read; the rest of the file is passed over, with its faults.

    Returns
    -------
    ElementSetFile
        Sets that share an epoch are reduced to one (see :func:`drop_shared_epochs`). With ``only`` it may be empty.

    Raises
    ------
    ElementSetError
        Empty or binary data, an HTML page, text without element sets, or a file in which every set is bad:
        ``problems`` then lists all faults.
    """
    where = origin or "the input"
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    text = _text(raw, where)
    form = _omm_form(text)
    problems: list[Problem]
    if form is not None:
        try:
            sets, problems = import_module("bongsu.orbit.omm").parse_omm(text, origin=origin, only=only)
        except ElementSetError as error:
            raise ElementSetError(f"{where}: {error}", advice=error.advice, problems=error.problems) from None
    elif _TLE_LINE.search(text):
        sets, problems = parse_tle(text, strict=strict, origin=origin, only=only)
    else:
        raise ElementSetError(
            phrase("{where} holds no element set; it begins {beginning}", where=where, beginning=_beginning(text)),
            advice="a TLE has lines that begin with '1 ' and '2 ' and a catalogue number; an OMM has named fields",
        )
    if problems and not sets:
        raise _all_bad(where, tuple(problems))
    kept, shared = drop_shared_epochs(sets)
    return ElementSetFile(
        sets=kept,
        problems=(*problems, *shared),
        form="tle" if form is None else _OMM_FORMS[form],
        sha256=hashlib.sha256(raw).hexdigest(),
    )


_OMM_FORMS: dict[str, ElementSetForm] = {"json": "omm-json", "csv": "omm-csv", "xml": "omm-xml", "kvn": "omm-kvn"}


def _text(raw: bytes, where: str) -> str:
    try:
        text = decode_text(raw, where=where)
        refuse_html(text, where)
    except InputError as error:
        raise ElementSetError(str(error), advice=error.advice) from None
    return text


def _beginning(text: str) -> str:
    words = " ".join(text.lstrip()[:400].split())
    return repr(words if len(words) <= 60 else words[:57] + "...")


def _all_bad(where: str, problems: tuple[Problem, ...]) -> ElementSetError:
    listed = "; ".join(f"{problem.where}: {problem.what}" for problem in problems[:_LISTED_PROBLEMS])
    more = f"; and {len(problems) - _LISTED_PROBLEMS} more" if len(problems) > _LISTED_PROBLEMS else ""
    return ElementSetError(
        phrase("{where}: no element set can be read: {listed}{more}", where=where, listed=listed, more=more),
        advice=problems[0].advice,
        problems=problems,
    )


def looks_like_element_sets(text: str) -> bool:
    """Whether pasted text is worth giving to :func:`read_element_sets`: it holds an element line or OMM field names."""
    form = _omm_form(text)
    if form in ("json", "xml"):
        return _OMM_NAME.search(text) is not None
    return form is not None or _TLE_LINE.search(text) is not None


def _omm_form(text: str) -> str | None:
    """The form of an OMM text; the OMM room is loaded only where the text does not begin as a TLE."""
    if _TLE_LINE.match(text.lstrip()[:70]):
        return None
    form: str | None = import_module("bongsu.orbit.omm").omm_form(text)
    return form


def drop_shared_epochs(sets: Iterable[ElementSet]) -> tuple[tuple[ElementSet, ...], tuple[Problem, ...]]:
    """Keep one set where several of an object share an epoch to 1e-8 day.

    Parameters
    ----------
    sets : iterable of ElementSet
        Of any number of objects, in any order.

    Returns
    -------
    kept : tuple of ElementSet
        In the order given. Of sets that differ, the one with the greater element number, and the later one of equals.
    problems : tuple of Problem
        One for each set dropped whose elements differ; repetitions of the same elements are dropped without one.

    Notes
    -----
    Epochs up to and including 1e-8 day (864 us, 7 m along a low orbit) apart count as one: histories gathered from
    several mirrors hold each set twice, rounded by two ways, one unit of the last digit apart.
    """
    given = list(sets)
    by_object: dict[int, list[int]] = defaultdict(list)
    for index, element_set in enumerate(given):
        by_object[element_set.norad_id].append(index)
    dropped: set[int] = set()
    problems: list[Problem] = []
    for indices in by_object.values():
        indices.sort(key=lambda index: (given[index].epoch, index))
        best, start = indices[0], given[indices[0]].epoch
        for index in indices[1:]:
            if given[index].epoch - start > _EPOCH_TICK:
                best, start = index, given[index].epoch
                continue
            worse = best if given[index].element_number >= given[best].element_number else index
            best = index if worse == best else best
            dropped.add(worse)
            if _elements(given[worse]) != _elements(given[best]):
                problems.append(_shared_epoch(given[worse], given[best]))
    return tuple(element_set for index, element_set in enumerate(given) if index not in dropped), tuple(problems)


def _elements(element_set: ElementSet) -> tuple[float, ...]:
    return (
        element_set.inclination_deg,
        element_set.node_deg,
        element_set.eccentricity,
        element_set.perigee_argument_deg,
        element_set.mean_anomaly_deg,
        element_set.mean_motion_rev_day,
        element_set.bstar,
    )


def _shared_epoch(dropped: ElementSet, kept: ElementSet) -> Problem:
    which = f"number {kept.element_number}" + (", the later" if kept.element_number == dropped.element_number else "")
    return Problem(
        where=phrase("object {norad_id}, epoch {epoch}", norad_id=dropped.norad_id, epoch=dropped.epoch.isoformat()),
        what=phrase(
            "two sets with different elements share this epoch; number {element_number} was dropped",
            element_number=dropped.element_number,
        ),
        advice=phrase("kept is {which}; compare both with the source if it matters", which=which),
    )
