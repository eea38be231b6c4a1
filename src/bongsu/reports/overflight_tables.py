"""Tables of the reports on satellites over places: from the same rows as the JSON answers, so with the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bongsu.cases import (
    ASSUMED_WORDS,
    LEVELS,
    Assessment,
    Exposure,
    PassAnswer,
    SatelliteAnswer,
    WarningPlan,
    WatchedNotice,
    exposure_row,
    satellite_rows,
    site_row,
)
from bongsu.earth import format_utc
from bongsu.reports.report_table import Cell, Column, Marked, ReportTable, cut_table
from bongsu.wording import joined, phrase

__all__ = ["with_pass_tables", "with_plan_tables", "with_satellite_tables"]

_MOST_MARKS = 30  # rows of a timeline
_TONES = {"WARN": "against", "watch": "look", "night": "open"}
_STATES = {
    "in force": Marked(sign="▲", word="in force", tone="against"),
    "not yet issued": Marked(sign="◆", word="not yet issued", tone="look"),
    "expired": Marked(sign="○", word="expired", tone="open"),
    "cancelled": Marked(sign="×", word="cancelled", tone="open"),
}
_OLD_DAYS = 3.0  # from when an age is called old (the console's rule)
_EXPOSURE_COLUMNS = (
    Column(name="Start", unit="UTC"), Column(name="Best", unit="UTC"), Column(name="End", unit="UTC"),
    Column(name="Place"), Column(name="Satellite"), Column(name="Off-nadir", unit="deg", number=True),
    Column(name="Incidence", unit="deg", number=True), Column(name="GSD", unit="m × m", number=True),
    Column(name="Sun", unit="deg", number=True), Column(name="Timing", unit="± s", number=True), Column(name="Level"),
)  # fmt: skip
_PASS_COLUMNS = (
    Column(name="Rise", unit="UTC"), Column(name="Closest", unit="UTC"), Column(name="Set", unit="UTC"),
    Column(name="Place"), Column(name="Satellite"), Column(name="Max. elevation", unit="deg", number=True),
    Column(name="Off-nadir", unit="deg", number=True), Column(name="Incidence", unit="deg", number=True),
    Column(name="Range", unit="km", number=True), Column(name="GSD", unit="m × m", number=True),
    Column(name="Sun", unit="deg", number=True), Column(name="Timing", unit="± s", number=True), Column(name="Light"),
)  # fmt: skip


def with_plan_tables(
    answer: Assessment,
    plan: WarningPlan,
    shown: Sequence[Exposure],
    *,
    notices: Sequence[WatchedNotice] | None = None,
    command: str = "",
) -> Assessment:
    """The picture of a plan with its tables: notices, exposures, places with their gaps, satellites with their ages.

    Parameters
    ----------
    answer : Assessment
        As of :func:`bongsu.cases.picture_of_plan`.
    plan : WarningPlan
    shown : sequence of Exposure
        Those of the plan that are told of.
    notices : sequence of WatchedNotice, optional
        Notices in force.
    command : str
        That gives the same answer.
    """
    rows = [exposure_row(item, plan) for item in shown]
    tables = [] if notices is None else [_notice_table(notices, answer.at)]
    tables += [_exposure_table(rows), _place_table(plan), _satellite_table(plan)]
    question = "When do imaging satellites that are known have these places within reach?"
    if notices is not None:
        question = joined(" ", ("Which notices are in force?", question))
    return _tabled(answer, tables, question, plan.window.start, plan.window.end, command)


def with_pass_tables(
    answer: Assessment,
    answers: Sequence[tuple[PassAnswer, Any, Sequence[dict[str, Any]]]],
    *,
    start: datetime,
    end: datetime,
    command: str = "",
) -> Assessment:
    """The picture of passes with its tables; ``answers`` as of :func:`bongsu.cases.picture_of_passes`."""
    names = {found.element_sets[0].norad_id: found.element_sets[0].name for found, _, _ in answers}
    rows = sorted((row for _, _, found in answers for row in found), key=lambda row: str(row["rise"]))
    scenarios = dict.fromkeys(
        phrase(
            "GSD for a camera of {nadir} m at nadir ({basis}).",
            nadir=", ".join(f"{value:g}" for value in found.nadir_gsd_m), basis=found.gsd_basis,
        )
        for found, _, _ in answers
        if found.nadir_gsd_m
    )  # fmt: skip
    table = cut_table(
        "passes",
        "Passes",
        "Closest: of least range, to which the angles belong. < and >: cut by the span.",
        _PASS_COLUMNS,
        (_pass_cells(row, names) for row in rows),
        notes=tuple(scenarios),
    )
    sets: dict[int, tuple[Cell, ...]] = {}
    for found, _, _ in answers:
        one = found.element_sets[0]
        epoch = getattr(one, "epoch", None)
        words = format_utc(epoch)[:16].replace("T", " ") if epoch is not None else "ephemeris"
        sets[one.norad_id] = (
            one.name or str(one.norad_id), str(one.norad_id), words, *_age(found.age_days[0]), found.origin, found.sha256[:12],
        )  # fmt: skip
    ages = cut_table(
        "sets",
        "What it rests on",
        "Age: of the element set at the middle of the span.",
        (*_SET_HEAD, Column(name="Source", wide=True), Column(name="sha256")),
        sets.values(),
    )
    return _tabled(answer, [table, ages], "When is the satellite over the place?", start, end, command)


def with_satellite_tables(answer: Assessment, satellite: SatelliteAnswer, *, command: str = "") -> Assessment:
    """The picture of a satellite with its tables: orbit, reach, element sets."""
    item = satellite.item
    tables = [_facts_table(item), _sets_table(item)]
    question = phrase("Which orbit does {satellite} have, and where is it?", satellite=item["name"])
    return _tabled(answer, tables, question, satellite.at, satellite.at, command)


_SET_HEAD = (
    Column(name="Satellite"), Column(name="Number"), Column(name="Epoch", unit="UTC"), Column(name="Age", unit="days", number=True),
    Column(name=""),
)  # fmt: skip


def _tabled(
    answer: Assessment,
    tables: Sequence[ReportTable],
    question: str,
    start: datetime | None,
    end: datetime | None,
    command: str,
) -> Assessment:
    kept, left = answer.timeline[:_MOST_MARKS], len(answer.timeline) - _MOST_MARKS
    unknown = list(answer.unknown)
    if left > 0:
        unknown.append(
            phrase("The timeline shows the first {shown} of {all}.", shown=_MOST_MARKS, all=len(answer.timeline))
        )
    facts = []
    if start is not None and end is not None and end > start:
        facts.append(("Span", phrase("{start} to {end} UTC", start=_spoken(start), end=_spoken(end))))
    shown = [table for table in tables if table.rows]
    extras = {**answer.extras, "question": question, "tables": shown, "facts": facts, "dated": "Computed as of"}
    return replace(
        answer,
        timeline=kept,
        unknown=tuple(unknown),
        extras=extras,
        next_commands=tuple(command.splitlines()[:4]) or answer.next_commands,
    )


def _spoken(moment: datetime) -> str:
    return phrase("{moment:%-d %b %Y %H:%M}", moment=moment)


def _notice_table(notices: Sequence[WatchedNotice], at: datetime) -> ReportTable:
    columns = (
        Column(name="Notice"),
        Column(name="State"),
        Column(name="Window", unit="UTC"),
        Column(name="Areas known", wide=True),
    )
    rows = []
    for notice in notices:
        following = notice.next_window(at)
        ends = ["…" if end is None else _short(format_utc(end)) for end in ((following.start, following.end) if following else ())]  # fmt: skip
        state = _STATES.get(notice.state, Marked(sign="?", word=notice.state, tone="look"))
        rows.append((notice.name, state, joined(" to ", ends) or "–", notice.areas_known))
    caption = "Of the bundled archive and of what was pasted; nobody tells this page of new ones. Window: open now, or the next."
    return cut_table("notices", "Notices", caption, columns, rows)


def _exposure_table(rows: Sequence[dict[str, Any]]) -> ReportTable:
    meanings = joined(
        "; ",
        (
            phrase("{sign} {level}: {means}", sign=sign, level=word, means=means)
            for word, (sign, means) in LEVELS.items()
        ),
    )
    notes = []
    if any(row["reach"] == "assumed" for row in rows):
        notes.append(phrase("* {text}.", text=ASSUMED_WORDS["assumed"]))
    noted = list(dict.fromkeys(note for row in rows for note in row["notes"]))
    notes += [phrase("† {text}.", text=joined("; ", noted[:4]))] if noted else []
    return cut_table(
        "exposures",
        "Within reach",
        phrase(
            "{meanings}. Angles are those at the best moment, of least off-nadir. < and >: cut by the span.",
            meanings=meanings,
        ),
        _EXPOSURE_COLUMNS,
        (_exposure_cells(row) for row in rows),
        notes=notes,
    )


def _exposure_cells(row: dict[str, Any]) -> tuple[Cell, ...]:
    marks = ("" if row["reach"] == "published" else " *") + (" †" if row["notes"] else "")
    level = Marked(sign=LEVELS[row["level"]][0], word=joined("", (row["level"], marks)), tone=_TONES[row["level"]])
    gsd = f"{_range(row['gsd_across_m'])} × {_range(row['gsd_along_m'])}" if row["gsd_across_m"] else ""
    return (
        f"{_day_clock(row['start'])}{' <' if row['open_start'] else ''}",
        row["best"][11:19],
        f"{row['end'][11:19]}{' >' if row['open_end'] else ''}",
        row["site"],
        row["satellite"],
        f"{row['off_nadir_deg']:.1f} {row['side'][0].upper()}",
        f"{row['incidence_deg']:.1f}",
        gsd or ("radar" if row["kind"] == "radar" else "–"),
        f"{row['sun_elevation_deg']:+.0f}",
        "–" if row["timing_s"] is None else f"{row['timing_s']:.1f}",
        level,
    )


def _pass_cells(row: dict[str, Any], names: dict[int, str]) -> tuple[Cell, ...]:
    lit = row["sun_elevation_deg"] > 0.0
    light = Marked(sign="☀" if lit else "☾", word="day" if lit else "night", tone="look" if lit else "open")
    gsd = f"{_range(row['gsd_across_m'])} × {_range(row['gsd_along_m'])}" if row["gsd_across_m"] else "–"
    return (
        f"{_day_clock(row['rise'])}{' <' if row['open_start'] else ''}",
        row["closest"][11:19],
        f"{row['set'][11:19]}{' >' if row['open_end'] else ''}",
        row["site"],
        names.get(row["norad_id"]) or str(row["norad_id"]),
        f"{row['max_elevation_deg']:.1f}",
        f"{row['off_nadir_deg']:.1f}",
        f"{row['incidence_deg']:.1f}",
        f"{row['range_m'] / 1000.0:.0f}",
        gsd if row["incidence_deg"] <= 75.0 else "grazing",
        f"{row['sun_elevation_deg']:+.0f}",
        "–" if row["timing_s"] is None else f"{row['timing_s']:.1f}",
        light,
    )


def _place_table(plan: WarningPlan) -> ReportTable:
    columns = (
        Column(name="Place"), Column(name="Latitude", unit="deg", number=True), Column(name="Longitude", unit="deg", number=True),
        *(Column(name=joined(" ", (sign, word)), number=True) for word, (sign, _) in LEVELS.items()), Column(name="Next", unit="UTC"),
        Column(name="Mean gap", unit="h", number=True), Column(name="Longest gap", unit="h", number=True),
    )  # fmt: skip
    rows = []
    for one in plan.plans:
        row = site_row(one, plan)
        gaps, first = row["revisit"], row["next"]
        rows.append(
            (
                row["site"],
                f"{row['latitude']:.3f}",
                f"{row['longitude']:.3f}",
                *(str(row["counts"][word]) for word in LEVELS),
                _day_clock(first["start"])[:-3] if first else "–",
                _hours(gaps["mean_gap_h"]),
                (">" if gaps["max_is_open"] else "") + _hours(gaps["max_gap_h"]),
            )
        )
    caption = "Gaps between WARN and watch together; > more than: the longest reaches the end of the span."
    return cut_table("places", "Places", caption, columns, rows)


def _satellite_table(plan: WarningPlan) -> ReportTable:
    rows = []
    for row, one in zip(satellite_rows(plan), plan.satellites, strict=True):
        epoch = row["epoch"][:16].replace("T", " ") if row["epoch"] else "ephemeris"
        owner = joined(", ", (part for part in (row["owner"], row["country"]) if part))
        rows.append((row["name"], str(row["norad_id"]), epoch, *_age(row["age_days"]), owner or "–", getattr(one.item, "origin", "")))  # fmt: skip
    caption = "Age: of the element set in use, against the middle of the span."
    return cut_table(
        "sets",
        "What it rests on",
        caption,
        (*_SET_HEAD, Column(name="Owner"), Column(name="Source", wide=True)),
        rows,
        most=200,
    )


def _age(days: float | None) -> tuple[Cell, Cell]:
    """An age and what to think of it; a set from after the moment counts as far as one from before."""
    if days is None:
        return "–", ""
    words = f"{abs(days):.1f}"
    if days < -0.05:
        words = phrase("{days} later", days=words)
    return words, Marked(sign="!", word="old", tone="look") if abs(days) > _OLD_DAYS else ""


def _facts_table(item: dict[str, Any]) -> ReportTable:
    used, here, reach = item["elements"], item["here"], item["reach"]
    rows: list[tuple[Cell, ...]] = [
        (
            "Perigee × apogee",
            f"{used['perigee_km']:.0f} × {used['apogee_km']:.0f} km",
            "mean elements, over 6378.137 km",
        ),
        (
            "Inclination",
            f"{used['inclination_deg']:.3f}°",
            phrase("eccentricity {value:.6f}", value=used["eccentricity"]),
        ),
        ("Period", phrase("{period:.3f} min", period=used["period_min"]), ""),
        ("Element set", _spaced(used["epoch"]), _age_of_set(used)),
    ]
    if here is not None:
        place = f"{here['latitude_deg']:.2f}, {here['longitude_deg']:.2f}"
        light = "sunlit" if here["sunlit"] else "in the Earth’s shadow"
        height = here["height_m"] / 1000.0
        rows.append(
            (
                "Where it is then",
                place,
                phrase("{height:.0f} km over the ellipsoid, {light}", height=height, light=light),
            )
        )
    if reach is not None:
        known = ASSUMED_WORDS["assumed"] if reach["basis"] == "assumed" else "as published"
        rows.append(("Camera's sure reach", _limit(reach["sure"]), known))
        rows.append(("Farther reach", _limit(reach["possible"]), item["imager"]["name"] if item["imager"] else ""))
    columns = (Column(name="What"), Column(name="Figure"), Column(name="Remark", wide=True))
    return cut_table("facts", "Orbit and camera", "At the moment asked.", columns, rows)


def _sets_table(item: dict[str, Any]) -> ReportTable:
    columns = (
        Column(name="Epoch", unit="UTC"), Column(name="Age", unit="days", number=True), Column(name="Perigee", unit="km", number=True),
        Column(name="Apogee", unit="km", number=True), Column(name="Inclination", unit="deg", number=True),
        Column(name="Period", unit="min", number=True), Column(name="Flags"), Column(name="Source", wide=True),
    )  # fmt: skip
    rows = [
        (
            _spaced(row["epoch"]),
            f"{row['age_days']:.1f}".replace("-0.0", "0.0"),
            f"{row['perigee_km']:.1f}",
            f"{row['apogee_km']:.1f}",
            f"{row['inclination_deg']:.3f}",
            f"{row['period_min']:.3f}",
            joined(", ", row["flags"]) or "–",
            row["source"],
        )
        for row in reversed(item["sets"])
    ]
    return cut_table(
        "sets", "Element sets, newest first", "Mean elements. Age against the moment asked.", columns, rows
    )


def _age_of_set(used: dict[str, Any]) -> str:
    template = "{days:.1f} d old; {source}" if used["age_days"] >= 0 else "{days:.1f} d later; {source}"
    return phrase(template, days=abs(used["age_days"]), source=used["source"])


def _limit(limits: dict[str, Any]) -> str:
    if limits["incidence_deg"]:
        low, high = limits["incidence_deg"]
        return phrase("{low:.0f} to {high:.0f}° incidence", low=low, high=high)
    return phrase("{angle:.1f}° off-nadir", angle=limits["off_nadir_deg"])


def _range(value: dict[str, Any] | None) -> str:
    if value is None:
        return "–"
    low, high = (f"{value[end]:.1f}" if value[end] >= 1.0 else f"{value[end]:.2f}" for end in ("low", "high"))
    return low if low == high else f"{low}–{high}"


def _hours(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _day_clock(text: str) -> str:
    """``2024-06-03T01:41:12.123Z`` as ``06-03 01:41:12``."""
    return f"{text[5:10]} {text[11:19]}"


def _short(text: str) -> str:
    return f"{text[5:10]} {text[11:16]}"


def _spaced(text: str) -> str:
    return f"{text[:16].replace('T', ' ')} UTC"
