"""Passes of every object of a file over many places: the path of ``bongsu passes all``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np

from bongsu.earth import Window, format_utc
from bongsu.errors import NoDataError, Problem, SiteError
from bongsu.orbit import MAX_TIMING_S, ElementSet, read_element_sets, select_element_set, timing_error_s
from bongsu.overflight import (
    PassLimits,
    PassTable,
    Site,
    columns_of,
    parse_site,
    parse_sites,
    part_search,
    parts_of_catalogue,
    passes_in_parts,
    table_of_columns,
)
from bongsu.rawtext import decode_text
from bongsu.wording import phrase

__all__ = [
    "CATALOGUE_COLUMNS",
    "CatalogueQuestion",
    "bulk_installed",
    "catalogue_part_search",
    "catalogue_parts",
    "catalogue_question",
    "catalogue_rows",
    "catalogue_table",
    "catalogue_tables",
    "compile_bulk",
]

CATALOGUE_COLUMNS = (
    "norad_id", "name", "site", "rise", "culmination", "closest", "set", "max_elevation_deg", "off_nadir_deg",
    "incidence_deg", "azimuth_deg", "range_m", "sun_elevation_deg", "timing_s", "sunlit", "northbound", "open_start",
    "open_end",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueQuestion:
    """What is asked: one set per object, the places, and what was left out and why."""

    element_sets: tuple[ElementSet, ...]
    sites: tuple[Site, ...]
    window: Window
    min_elevation_deg: float
    limits: PassLimits
    sha256: str
    origin: str
    problems: tuple[Problem, ...]


def catalogue_question(
    data: bytes,
    origin: str,
    places: str | bytes,
    window: Window,
    *,
    places_origin: str = "",
    min_elevation_deg: float = 10.0,
    max_off_nadir_deg: float | None = None,
    daylight: bool = False,
    strict: bool = True,
    only: Collection[int] | None = None,
) -> CatalogueQuestion:
    """Read a file of element sets and a table of places, and choose for each object the set that serves the time best.

    Parameters
    ----------
    data : bytes
        TLE or OMM in any form, of any number of objects.
    places : str or bytes
        One place as text, or a table of places (:func:`bongsu.overflight.parse_sites`) as bytes.
    only : collection of int, optional
        Catalogue numbers; all objects unless given.

    Raises
    ------
    ElementSetError, SiteError, InputError
        As the readers.
    NoDataError
        When no object is left: every set is too old for the time asked.
    """
    assert window.start is not None and window.end is not None
    problems: list[Problem] = []
    if isinstance(places, bytes):
        sites, faults = parse_sites(decode_text(places, where=places_origin), origin=places_origin)
        problems += faults
    else:
        sites = [parse_site(places)]
    if not sites:
        raise SiteError("no place to look from")
    found = read_element_sets(data, origin=origin, strict=strict, only=only)
    problems += found.problems
    by_object: dict[int, list[ElementSet]] = defaultdict(list)
    for item in found.sets:
        by_object[item.norad_id].append(item)
    middle = window.start + (window.end - window.start) / 2
    chosen = []
    for number, sets in by_object.items():
        best = sets[0] if len(sets) == 1 else select_element_set(sets, middle)
        worst = max(float(timing_error_s(best, moment)[0]) for moment in (window.start, window.end))
        if worst > MAX_TIMING_S:
            age = best.age_days(middle)
            problems.append(
                Problem(
                    where=phrase("object {number}", number=number),
                    what=phrase(
                        "its nearest set ({epoch}) is {age:.0f} days {age_2}: times would be off by {worst:,.0f} min",
                        epoch=format_utc(best.epoch),
                        age=abs(age),
                        age_2="old" if age > 0 else "in the future",
                        worst=worst / 60.0,
                    ),
                    advice="give a set from nearer the time asked",
                )
            )
            continue
        chosen.append(best)
    if not chosen:
        raise NoDataError(
            phrase(
                "{origin}: no set of {count} objects serves {start:%Y-%m-%d}",
                origin=origin,
                count=len(by_object),
                start=window.start,
            ),
            advice=problems[-1].what if problems else "give another file with --elements",
        )
    return CatalogueQuestion(
        element_sets=tuple(chosen),
        sites=tuple(sites),
        window=window,
        min_elevation_deg=min_elevation_deg,
        limits=PassLimits(max_off_nadir_deg=max_off_nadir_deg, min_sun_elevation_deg=0.0 if daylight else None),
        sha256=found.sha256,
        origin=origin,
        problems=tuple(problems),
    )


def catalogue_tables(
    question: CatalogueQuestion, *, threads: int = 1, progress: Callable[[int, int], None] | None = None
) -> Iterator[PassTable]:
    """The passes, a table for some satellites at a time; memory stays bounded."""
    yield from passes_in_parts(
        question.element_sets,
        question.sites,
        question.window,
        min_elevation_deg=question.min_elevation_deg,
        limits=question.limits,
        threads=threads,
        progress=progress,
    )


PartFound = tuple[dict[str, Any], dict[int, str]]  # columns of a PassTable, and its `failed`


def catalogue_parts(question: CatalogueQuestion) -> list[range]:
    """The parts whose tables :func:`catalogue_tables` gives, as indices of the question's element sets."""
    return parts_of_catalogue(
        question.element_sets, question.sites, question.window, min_elevation_deg=question.min_elevation_deg
    )


def catalogue_part_search(question: CatalogueQuestion) -> Callable[[range], PartFound]:
    """The search of one part, a pure function that any machine may call; its answer does not repeat the question."""
    search = part_search(
        question.element_sets,
        question.sites,
        question.window,
        min_elevation_deg=question.min_elevation_deg,
        limits=question.limits,
    )

    def find(part: range) -> PartFound:
        table = search(part)
        return columns_of(table), table.failed

    return find


def catalogue_table(question: CatalogueQuestion, found: PartFound) -> PassTable:
    """What :func:`catalogue_part_search` found, as the table that :func:`catalogue_tables` gives."""
    columns, failed = found
    return table_of_columns(columns, question.element_sets, question.sites, failed)


def catalogue_rows(question: CatalogueQuestion, table: PassTable) -> Iterator[tuple[Any, ...]]:
    """Rows of a table as plain values, in the order of CATALOGUE_COLUMNS."""
    if not len(table):
        return iter(())
    names = [(item.norad_id, item.name) for item in question.element_sets]
    own = [names[index] for index in table.satellite.tolist()]
    labels = [site.label for site in question.sites]

    def moment(column: Any) -> list[str]:
        half = np.timedelta64(500, "us")  # to the nearest millisecond, as the single question prints it
        return [f"{text}Z" for text in np.datetime_as_string(column + half, unit="ms").tolist()]

    def rounded(column: Any, digits: int) -> list[float]:
        return np.round(column, digits).tolist()  # type: ignore[no-any-return]

    return zip(
        [number for number, _ in own],
        [name for _, name in own],
        [labels[index] for index in table.site.tolist()],
        moment(table.rise),
        moment(table.culmination),
        moment(table.closest),
        moment(table.set),
        rounded(table.max_elevation_deg, 3),
        rounded(table.off_nadir_deg, 3),
        rounded(table.incidence_deg, 3),
        rounded(table.azimuth_deg, 2),
        rounded(table.range_m, 0),
        rounded(table.sun_elevation_deg, 2),
        rounded(table.timing_s, 2),
        table.sunlit.tolist(),
        table.northbound.tolist(),
        table.open_start.tolist(),
        table.open_end.tolist(),
        strict=True,
    )


def bulk_installed() -> bool:
    """Whether the extra ``bulk`` is installed."""
    return find_spec("numba") is not None


def compile_bulk(report: Callable[[str, float, bool], None]) -> None:
    """Compile the bulk engine, or load it; ``report`` is told what comes next, the share done, and whether it compiles."""
    from bongsu.overflight import compile_search  # noqa: PLC0415 - loads numba

    compile_search(report)
