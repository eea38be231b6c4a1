"""Answers out of shipped tables: the record, imagers, what is installed; and search elements for a launch to come."""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bongsu import __version__
from bongsu.answers.answer import Answer, Given
from bongsu.answers.times import parse_moment
from bongsu.answers.writing import csv_text
from bongsu.cases import (
    bulk_installed,
    bundled_case_names,
    entry_named,
    envelope,
    find_search_elements,
    imager_row,
    imager_rows,
    ladder_rows,
    record_entry,
    record_rows,
    search_to_json,
    search_to_omm,
    search_to_tle,
    table_ages,
)
from bongsu.errors import InputError, Problem, UseError

if TYPE_CHECKING:
    from bongsu.answers.answer import Written

__all__ = [
    "PROXY_ASSUMES",
    "answer_doctor",
    "answer_imager_list",
    "answer_imager_show",
    "answer_record_list",
    "answer_record_show",
    "answer_sat_proxy",
    "record_minutes",
    "record_moment",
]

PROXY_ASSUMES = (
    "It assumes the same vehicle, site, azimuth and flight plan, lift-off at exactly that time, and nothing else: an object"
    " is found, or not, by watching."
)
_LIBRARIES = ("numpy", "sgp4", "geographiclib", "shapely", "antimeridian", "pydantic", "click", "jinja2", "defusedxml")
_RECORD_FIELDS = (
    "id", "kind", "date", "name", "vehicle", "payload", "site", "outcome", "lift_offs", "lift_offs_differ",
    "flight", "apogee_km", "ground_range_km", "flight_time", "party", "sources",
)  # fmt: skip


# -- record ----------------------------------------------------------------------------------------


def answer_record_list(*, at: datetime, kind: str = "") -> Answer[list[dict[str, Any]]]:
    """One row per launch and per missile test."""
    rows = record_rows(kind)
    return Answer(
        found=rows,
        body=lambda: envelope("record", rows, at=at),
        files={"csv": lambda: csv_text(_record_lines(rows), _RECORD_FIELDS)},
    )


def answer_record_show(*, id: str, at: datetime) -> Answer[dict[str, Any]]:
    """All that is recorded of one launch or test, by date, name or catalogue number."""
    entry = record_entry(id)
    return Answer(found=entry, body=lambda: envelope("record-entry", [entry], at=at), files={})


def _record_lines(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line per launch; one per party's report of a test."""
    for row in rows:
        if row["kind"] == "launch":
            marked = {True: " ({})", False: ""}
            times = "; ".join(
                f"{time['party']} {record_moment(time)}{marked[bool(time['mark'])].format(time['mark'])}"
                for time in row["lift_offs"]
            )
            named = dict.fromkeys(name for time in row["lift_offs"] for name in time["sources"])
            yield {**row, "lift_offs": times, "sources": " ".join(named)}
        for report in row.get("reported", ()):
            yield {
                **row, **report, "flight_time": record_minutes(report), "sources": " ".join(report["sources"])
            }  # fmt: skip


def record_moment(time: dict[str, Any]) -> str:
    """Time as UTC to the precision it was given with."""
    text: str = time["time"].rstrip("Z").replace("T", " ")
    return text[: len("2023-11-21 13:42")] if time["precision_s"] >= 30 else text[: len("2023-11-21 13:42:28")]


def record_minutes(report: dict[str, Any]) -> str:
    """Flight time as written, with its unit."""
    written: str = report["flight_time_min"]
    return f"{written} min" if written and written[-1].isdigit() else written


# -- imager ----------------------------------------------------------------------------------------


def answer_imager_list(*, at: datetime, kind: str = "") -> Answer[list[dict[str, Any]]]:
    """One row for each imager of the table."""
    rows = [row for row in imager_rows() if kind in ("", row["kind"])]
    return Answer(found=rows, body=lambda: envelope("imagers", rows, at=at), files={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Imager:
    """An imager, what its pixels could show, and the size that a picture is drawn with."""

    row: dict[str, Any]
    ladders: list[dict[str, Any]]
    drawn_m: float | None


def answer_imager_show(*, id: str, at: datetime, gsd: float | None = None) -> Answer[Imager]:
    """All that is known of one imager, what its pixels could show, and a schematic picture."""
    row = imager_row(entry_named(id))
    sizes = [gsd] if gsd is not None else _sizes(row)
    ladders = [{"gsd_m": size, "objects": ladder_rows(size)} for size in sizes]
    drawn = sizes[len(sizes) // 2] if sizes else None

    def picture() -> str:
        from bongsu.reports import pixel_grid_svg  # noqa: PLC0415 - only for pictures

        if drawn is None:
            raise InputError(
                f"no ground sample distance is known of {row['name']}", advice="give one with --gsd METRES"
            )
        title = row["name"] + (", a scenario" if row["scenario"] else "")
        return pixel_grid_svg(drawn, title=title, source="imagers.toml, docs/reference/imagers.md")

    def pixels() -> bytes:
        from bongsu.reports import map_png  # noqa: PLC0415 - only for pictures

        return map_png(picture())

    files: dict[str, Callable[[], Written]] = {"svg": picture, "png": pixels}
    return Answer(
        found=Imager(row=row, ladders=ladders, drawn_m=drawn),
        body=lambda: envelope("imager", [{**row, "ladder": ladders}], at=at),
        files=files,
    )


def _sizes(row: dict[str, Any]) -> list[float]:
    """Nadir figures of the table; 1, 3 and 5 m for the camera that nobody knows."""
    if row["scenario"]:
        return [1.0, 3.0, 5.0]
    found = next((item for item in row["figures"] if item["what"] == "nadir_gsd_m"), None)
    return [] if found is None else sorted({found["low"], found["high"]})


# -- sat proxy -------------------------------------------------------------------------------------


def answer_sat_proxy(
    *, elements: str | Given, launched: str, new: str, at: datetime, object: int | None = None
) -> Answer[list[dict[str, Any]]]:
    """Search elements for a new launch, from the element set of an earlier one of the same kind.

    ``elements`` is the catalogue number of an object with a bundled set, or a text with its set. ``new`` is a lift-off, or
    a window as ``T1..T2``.
    """
    start, end = _span(new)
    if isinstance(elements, Given):
        where, source = elements.name, "as given"
        asked: int | bytes = elements.read()
    elif elements.strip().isdigit() and len(elements.strip()) <= 9:
        where, source, asked = elements.strip(), "bundled", int(elements)
    else:
        raise UseError(
            f"{elements[:40]!r} is no catalogue number", advice="give a number such as 39026, or a TLE or OMM"
        )
    found, problems, digest = find_search_elements(
        asked, parse_moment(launched, "--launched"), start, end, where=where, norad_id=object
    )
    rows = search_to_json(found)

    def body() -> dict[str, Any]:
        given = {"id": where, "source": source, "sha256": digest, "age_days": None}
        return envelope("sat-proxy", rows, at=at, inputs=[given], problems=problems, assumes=PROXY_ASSUMES)

    files: dict[str, Callable[[], Written]] = {"tle": lambda: search_to_tle(found), "omm": lambda: search_to_omm(found)}
    return Answer(found=rows, body=body, files=files, problems=problems)


def _span(text: str) -> tuple[datetime, datetime]:
    """``T1`` or ``T1..T2``."""
    first, dots, second = text.partition("..")
    start = parse_moment(first, "--new")
    return start, parse_moment(second, "--new") if dots else start


# -- doctor ----------------------------------------------------------------------------------------


def answer_doctor(*, at: datetime) -> Answer[dict[str, Any]]:
    """What is installed, how old the bundled tables are, and what would help."""
    item: dict[str, Any] = {
        "version": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "libraries": [{"name": name, "version": _version(name)} for name in _LIBRARIES],
        "bulk": _version("numba") if bulk_installed() else None,
        "tables": [{"label": label, "words": words, "good": good} for label, words, good in table_ages(at)],
        "cases": list(bundled_case_names()),
    }
    problems = [
        Problem(where=each["name"], what="is not installed", advice=f"pip install {each['name']}")
        for each in item["libraries"]
        if each["version"] is None
    ]
    return Answer(
        found=item, body=lambda: envelope("doctor", [item], at=at, problems=problems), files={}, problems=problems
    )


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
