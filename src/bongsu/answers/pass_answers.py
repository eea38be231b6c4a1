"""Answers about passes: satellites over sites one by one, or every object of a file over a table of places."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Any

from bongsu.answers.answer import Answer, Given, Progress
from bongsu.answers.bounds import UNBOUNDED, Bounds
from bongsu.answers.picture_files import picture_files
from bongsu.answers.times import parse_length
from bongsu.answers.writing import clean, csv_text, json_lines, json_text
from bongsu.cases import (
    CATALOGUE_COLUMNS,
    catalogue_question,
    catalogue_rows,
    catalogue_tables,
    envelope,
    find_norad_id,
    passes_over,
    passes_to_json,
    site_from_text,
    span_of,
)
from bongsu.errors import InputError, Problem, UseError

__all__ = [
    "CatalogueShort",
    "Passes",
    "answer_passes",
    "ask_catalogue",
    "pass_rows_csv",
    "write_catalogue",
]

_JSON_ROWS = 200_000
# Fields of a pass as a table: those of the JSON, but a range is two of them.
_FIELDS = (
    "norad_id", "site", "rise", "culmination", "closest", "set", "max_elevation_deg", "off_nadir_deg", "incidence_deg",
    "azimuth_deg", "range_m", "sun_elevation_deg", "timing_s", "sunlit", "northbound", "open_start", "open_end",
    "gsd_across_m_low", "gsd_across_m_high", "gsd_along_m_low", "gsd_along_m_high",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """Rows of passes, and how they were found; None of a whole file, which has its rows in parts."""

    rows: list[dict[str, Any]]
    answer: Any = None


def answer_passes(
    *,
    satellite: str,
    site: str = "",
    at: datetime,
    for_: str = "3d",
    min_elevation: float = 10.0,
    elements: Given | None = None,
    sites: Given | None = None,
    from_claims: str = "",
    tolerant: bool = False,
    gsd: str = "",
    max_off_nadir: float | None = None,
    daylight: bool = False,
    lang: str = "en",
    bounds: Bounds = UNBOUNDED,
    progress: Progress | None = None,
) -> Answer[Passes]:
    """When a satellite is over a site, and what it could see.

    ``satellite`` may be ``all`` (every object of ``elements``), and ``sites`` a table of places instead of a site.
    """
    if bool(site) == (sites is not None):
        raise UseError("name a site, or give a table of sites", advice="for example 35.10,129.10 or busan")
    length = parse_length(for_)
    bounds.check_span(length)
    if satellite.strip().lower() == "all" or sites is not None:
        if gsd or from_claims:
            raise InputError(
                f"{'--gsd' if gsd else '--from-claims'} is for one satellite over one place",
                advice="leave it out, or ask for one",
            )
        return _whole_file(
            satellite, site or sites, at=at, for_=for_, min_elevation=min_elevation, elements=elements,
            tolerant=tolerant, max_off_nadir=max_off_nadir, daylight=daylight, bounds=bounds, progress=progress,
        )  # fmt: skip
    answer = passes_over(
        find_norad_id(satellite),
        site_from_text(site),
        span_of(at, length),
        data=elements.read() if elements else None,
        origin=elements.name if elements else "bundled sets",
        from_claims=from_claims,
        min_elevation_deg=min_elevation,
        nadir_gsd_m=_scenarios(gsd),
        strict=not tolerant,
    )
    rows = passes_to_json(answer)
    if daylight:
        rows = [row for row in rows if row["sun_elevation_deg"] > 0.0]
    if max_off_nadir is not None:
        rows = [row for row in rows if row["off_nadir_deg"] <= max_off_nadir]

    def body() -> dict[str, Any]:
        inputs = [
            {
                "id": str(item.norad_id),
                "source": answer.origin,
                "sha256": answer.sha256,
                "age_days": None if age is None else round(age, 3),
            }
            for item, age in zip(answer.element_sets, answer.age_days, strict=True)
        ]
        return envelope("passes", rows, at=at, inputs=inputs, problems=answer.problems, notes=list(answer.notes))

    pairs = [(answer, answer.table.sites[0], rows)]
    hours = length.total_seconds() / 3600.0

    def report(drawn: Any) -> Any:
        from bongsu.reports import with_pass_tables  # noqa: PLC0415 - only for a report

        return with_pass_tables(drawn, pairs, start=at, end=at + length)

    def picture() -> Any:
        from bongsu.cases import picture_of_passes  # noqa: PLC0415 - not on the fast path

        return picture_of_passes(pairs, at=at, hours=hours, problems=answer.problems)

    return Answer(
        found=Passes(rows=rows, answer=answer),
        body=body,
        files={
            "jsonl": lambda: json_lines(rows),
            "csv": lambda: pass_rows_csv(rows),
            **picture_files(picture, report, language=lang),
        },
        problems=answer.problems,
    )


def _scenarios(text: str) -> tuple[float, ...]:
    if not text:
        return ()
    try:
        values = tuple(float(part) for part in text.split(","))
    except ValueError:
        raise InputError(f"--gsd {text[:40]!r} is not a list of metres", advice="write --gsd 1,3,5") from None
    if not all(0.0 < value < 10_000.0 for value in values):
        raise InputError(f"--gsd {text[:40]!r} has a value outside 0 to 10000 m")
    return values


def pass_rows_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Passes as a table."""
    flat = [
        {
            **{key: value for key, value in row.items() if not key.startswith("gsd_")},
            **{
                f"{key}_{end}": (row[key] or {}).get(end, "")
                for key in ("gsd_across_m", "gsd_along_m")
                for end in ("low", "high")
            },
        }
        for row in rows
    ]
    return csv_text(flat, _FIELDS)


# -- every object of a file ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CatalogueShort:
    """What the answer lacks: satellites cut short, by index, and parts that no worker could compute."""

    cut: dict[int, str] = field(default_factory=dict)
    lost: list[tuple[range, str]] = field(default_factory=list)

    @property
    def missing(self) -> int:
        """Satellites without an answer."""
        return sum(len(part) for part, _ in self.lost)

    def problems(self, question: Any) -> list[Problem]:
        """Both, as the notes of an answer."""
        cut = [
            Problem(where=f"object {reason.split(':')[0]}", what=f"cut short: {reason.split(': ', 1)[-1]}")
            for reason in self.cut.values()
        ]
        lost = []
        for part, reason in self.lost:
            numbers = ", ".join(str(question.element_sets[index].norad_id) for index in part)
            lost.append(
                Problem(
                    where=f"{len(part):,} objects",
                    what=f"not answered: {reason}. They are {numbers}",
                    advice="ask for them again without --on to see the fault",
                )
            )
        return [*cut, *lost]


def ask_catalogue(
    satellite: str,
    site: str | Given,
    *,
    at: datetime,
    for_: str,
    min_elevation: float,
    elements: Given | None,
    tolerant: bool,
    max_off_nadir: float | None,
    daylight: bool,
) -> Any:
    """The question of a whole file: which sets, which places, which span.

    Raises
    ------
    InputError
        When there is no file of element sets, or a part cannot be read.
    """
    if elements is None:
        raise InputError(
            "a whole catalogue needs a file of element sets",
            advice="add --elements FILE (TLE or OMM; - for standard input)",
        )
    return catalogue_question(
        elements.read(),
        elements.name,
        site.read() if isinstance(site, Given) else site,
        span_of(at, parse_length(for_)),
        places_origin=site.name if isinstance(site, Given) else "",
        min_elevation_deg=min_elevation,
        max_off_nadir_deg=max_off_nadir,
        daylight=daylight,
        strict=not tolerant,
        only=None if satellite.strip().lower() == "all" else {find_norad_id(satellite)},
    )


def _whole_file(
    satellite: str, site: str | Given | None, *, at: datetime, bounds: Bounds, progress: Progress | None, **asked: Any
) -> Answer[Passes]:
    """The same search as ``bongsu passes all``, in this process, whole."""
    assert site is not None
    question = ask_catalogue(satellite, site, at=at, **asked)
    sets, places = len(question.element_sets), len(question.sites)
    bounds.check_pair_days(sets, places, parse_length(asked["for_"]))
    short = CatalogueShort()
    tables = []

    def step(done: int, total: int) -> None:
        if progress is not None:
            progress(f"{sets:,} satellites over {places:,} places", done, total)

    for table in catalogue_tables(question, threads=1, progress=step):
        short.cut.update(table.failed)
        tables.append(table)

    def written(form: str) -> str:
        stream = io.StringIO()
        write_catalogue(form, question, iter(tables), stream, at, short)
        return stream.getvalue()

    def body() -> dict[str, Any]:
        return _catalogue_body(question, iter(tables), at, short)

    return Answer(
        found=Passes(rows=[]),
        body=body,
        files={"jsonl": lambda: written("jsonl"), "csv": lambda: written("csv")},
        problems=[*question.problems, *short.problems(question)],
    )


def write_catalogue(
    form: str, question: Any, parts: Iterator[Any], stream: IO[str], at: datetime, short: CatalogueShort
) -> None:
    """Write the passes of a whole file as csv, jsonl or json, the first two part by part as they come in."""
    if form == "json":
        stream.write(json_text(_catalogue_body(question, parts, at, short)))
        return
    if form == "csv":
        stream.write(csv_text((), CATALOGUE_COLUMNS))
    for table in parts:
        if form == "csv":
            out = io.StringIO()
            csv.writer(out, lineterminator="\n").writerows(catalogue_rows(question, table))
            stream.write(clean(out.getvalue()))
        else:
            stream.write(json_lines(_as_items(question, table)))


def _as_items(question: Any, table: Any) -> Iterator[dict[str, Any]]:
    return (dict(zip(CATALOGUE_COLUMNS, row, strict=True)) for row in catalogue_rows(question, table))


def _catalogue_body(question: Any, parts: Iterator[Any], at: datetime, short: CatalogueShort) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    for table in parts:
        rows += _as_items(question, table)
        if len(rows) > _JSON_ROWS:
            raise InputError(
                f"more than {_JSON_ROWS:,} passes do not go into one JSON document", advice="use -f jsonl or -f csv"
            )
    inputs = [{"id": "elements", "source": question.origin, "sha256": question.sha256, "age_days": None}]
    problems = [*question.problems, *short.problems(question)]
    return envelope("passes", rows, at=at, inputs=inputs, problems=problems)
