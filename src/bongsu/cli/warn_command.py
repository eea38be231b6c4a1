"""``bongsu warn``."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import click

from bongsu.answers import (
    Answer,
    Warned,
    answer_warn_calendar,
    answer_warn_list,
    answer_warn_plan,
    parse_length,
)
from bongsu.cases import ASSUMED_WORDS, LEVELS, SAY_OF_GAPS, exposure_row, site_row, week_cells
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import echo_problems
from bongsu.cli.options import (
    at_option,
    format_option,
    language_option,
    output_option,
    parse_at,
    refuse_unwritable,
    write_new,
)
from bongsu.cli.picture_files import PICTURE_WORDS, form_of
from bongsu.cli.satellite_options import asked_of, place_options, satellite_options, steps_on_terminal
from bongsu.cli.screen import spoken_in, t
from bongsu.cli.terminal import clean, echo, echo_file, paint, plain
from bongsu.cli.wide import cut, left_of, width, wrapped
from bongsu.wording import joined, phrase

_STYLE = {"WARN": ("red", "bold"), "watch": ("yellow",), "night": ("dim",)}
_OUTPUTS = f"Write {PICTURE_WORDS}, .json, .jsonl, .csv, .geojson, .czml, .kml or .ics instead; may be repeated."
_LIST_HEADS = (
    "START UTC", "BEST", "END", "SITE", "SATELLITE", "OWNER", "OFF-NADIR", "INCID", "GSD across x along m", "SUN", "±s", "LEVEL",
    "WHY",
)  # fmt: skip
_LIST_LEFT = (0, 1, 2, 3, 4, 5, 11, 12)
_LIST_LOSE = (2, 7, 5, 8, 10, 9, 12, 1, 6, 3)
_PLAN_HEADS = ("SITE", "WARN", "watch", "night", "NEXT UTC", "BY", "LEVEL", "MEAN GAP h", "90 % h", "LONGEST h")
_PLAN_LEFT = (0, 4, 5, 6)
_PLAN_LOSE = (8, 3, 5, 7, 6, 9, 2)
_WEEK_MOST = 40  # places in a week view
_SECONDS_A_PAIR_DAY = 0.007  # one core, measured with 110 satellites x 5 places x 3 days
_SHORT_DAYS = 14  # a week view of more days says nothing


@click.group("warn")
def command() -> None:
    """When imaging satellites have places in reach: list, plan, calendar."""


def _shared(function: Any) -> Any:
    for option in (
        click.option(
            "--sun",
            "min_sun",
            default=10.0,
            show_default=True,
            metavar="DEG",
            help="Sun from which light is usual, 0 to 60.",
        ),
        click.option(
            "--level", type=click.Choice(list(LEVELS)), default="watch", show_default=True, help="Least level shown."
        ),
        at_option,
        satellite_options,
        place_options,
    ):
        function = option(function)
    return function


@command.command("list")
@_shared
@click.option(
    "--for", "length", default="1d", show_default=True, metavar="LENGTH", help="How long: 90min, 48h, 3d, 1w."
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many lines of the table.")
@language_option
@format_option("table", "json", "jsonl", "csv", "geojson", "czml", "kml")
@output_option(_OUTPUTS)
def list_exposures(
    at_text: str,
    length: str,
    limit: int | None,
    language: str,
    form: str,
    outputs: tuple[str, ...],
    force: bool,
    **options: Any,
) -> None:
    """One line for each time that an imaging satellite has a SITE in reach.

    \b
    bongsu warn list 35.10,129.10 --elements active.tle --for 1d
    bongsu warn list busan --elements active.tle --owner china --purpose radar
    """
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    with _search(length) as (progress, announce):
        answer = answer_warn_list(asked_of(options, at, length, language), progress=progress, announce=announce)
    found = answer.found
    with spoken_in(language):
        _put(answer, form, outputs, force, lambda: _list_table(found.plan, found.shown, limit))


@command.command("plan")
@_shared
@click.option(
    "--for", "length", default="7d", show_default=True, metavar="LENGTH", help="How long: 90min, 48h, 3d, 1w."
)
@click.option("--by-latitude", is_flag=True, help="Also how often places at other latitudes are seen.")
@language_option
@format_option("table", "json", "jsonl", "csv", "geojson", "czml", "kml")
@output_option(_OUTPUTS)
def plan_command(
    at_text: str,
    length: str,
    by_latitude: bool,
    language: str,
    form: str,
    outputs: tuple[str, ...],
    force: bool,
    **options: Any,
) -> None:
    """For each SITE: the next exposure, gaps, and a view of the week.

    \b
    bongsu warn plan --sites places.csv --elements active.tle
    bongsu warn plan base=35.10,129.10 --elements active.tle --for 3d -f json
    """
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    with _search(length) as (progress, announce):
        asked = asked_of(options, at, length, language)
        answer = answer_warn_plan(asked, by_latitude=by_latitude, progress=progress, announce=announce)
    found = answer.found
    with spoken_in(language):
        _put(answer, form, outputs, force, lambda: _plan_table(found.plan, found.profile))


@command.command("calendar")
@_shared
@click.option(
    "--for", "length", default="7d", show_default=True, metavar="LENGTH", help="How long: 90min, 48h, 3d, 1w."
)
@click.option(
    "--lead", "leads", multiple=True, metavar="LENGTH", help="Reminder before the start, as 30min; repeatable."
)
@output_option("Write the calendar to this file; standard output else.")
def calendar(
    at_text: str, length: str, leads: tuple[str, ...], outputs: tuple[str, ...], force: bool, **options: Any
) -> None:
    """An iCalendar file of exposures. Written again later it replaces its own events.

    \b
    bongsu warn calendar --sites places.csv --elements active.tle --lead 30min -o warn.ics
    """
    at = parse_at(at_text)
    refuse_unwritable(outputs, force=force)
    with _search(length) as (progress, announce):
        asked = asked_of(options, at, length)
        answer = answer_warn_calendar(asked, lead=leads, progress=progress, announce=announce)
    plan, shown = answer.found.plan, answer.found.shown
    echo_problems(answer.problems)
    text = str(answer.file("ics"))
    for name in outputs:
        write_new(name, text, force=force)
        echo(
            f"wrote {name} ({len(shown)} events, {len(plan.plans)} places x {len(plan.satellites)} satellites)",
            err=True,
        )
    if not outputs:
        echo_file(text)


@contextmanager
def _search(length: str) -> Iterator[tuple[Callable[[str, int, int], None], Callable[[int, int, int], None]]]:
    """A bar while it works, and words before it works long."""

    def announce(satellites: int, places: int, points: int) -> None:
        days = parse_length(length).total_seconds() / 86400.0
        seconds = satellites * points * days * _SECONDS_A_PAIR_DAY
        if seconds > 20.0:
            echo(f"{satellites} satellites x {points} points x {length}: about {seconds / 60.0:.0f} min", err=True)

    with steps_on_terminal("satellites x places") as progress:
        yield progress, announce


def _put(answer: Answer[Warned], form: str, outputs: tuple[str, ...], force: bool, table: Callable[[], str]) -> None:
    """Write the answer in its form, to files or to the screen."""
    if form != "json":
        echo_problems(answer.problems, limit=5)

    def written(kind: str) -> str | bytes:
        return table() + "\n" if kind == "table" else answer.file(kind)

    for name in outputs:
        own = form_of(name, form)
        text = written(own)
        write_new(name, text if own == "ics" or isinstance(text, bytes) else plain(text), force=force)
        echo(f"wrote {name} ({len(answer.found.shown)} exposures)", err=True)
    if not outputs:
        echo(str(written(form)), nl=False)


def _width() -> int:
    return shutil.get_terminal_size((130, 30)).columns


def _range(value: dict[str, Any] | None) -> str:
    if value is None:
        return "-"
    low, high = (f"{value[end]:.1f}" if value[end] >= 1.0 else f"{value[end]:.2f}" for end in ("low", "high"))
    return low if low == high else f"{low}-{high}"


def _cells(row: dict[str, Any]) -> list[str]:
    left, right = ("<" if row["open_start"] else ""), (">" if row["open_end"] else "")
    gsd = t("radar") if row["kind"] == "radar" else "-"
    if row["gsd_across_m"]:
        gsd = f"{_range(row['gsd_across_m'])} x {_range(row['gsd_along_m'])}"
    marks = ("" if row["reach"] == "published" else "*") + ("†" if row["notes"] else "")
    return [
        f"{row['start'][5:10]} {row['start'][11:19]}{left}",
        row["best"][11:19],
        f"{row['end'][11:19]}{right}",
        _short(row["site"], 24),
        _short(row["satellite"], 22),
        _short(row["owner"].split(",")[0], 16),
        f"{row['off_nadir_deg']:.0f} {row['side'][0].upper()}",
        f"{row['incidence_deg']:.0f}",
        gsd,
        f"{row['sun_elevation_deg']:+.0f}",
        "-"
        if row["timing_s"] is None
        else f"{row['timing_s']:.0f}"
        if row["timing_s"] >= 10
        else f"{row['timing_s']:.1f}",
        f"{LEVELS[row['level']][0]} {t(row['level'])}{marks}",
        t(row["why"]),
    ]


def _short(name: str, columns: int) -> str:
    """As much of a name as stands in so many columns."""
    return cut(t(name), columns)


def _coloured(line: str, word: str) -> str:
    """The line with its level in colour; sign and word stand there anyway."""
    said = f"{LEVELS[word][0]} {t(word)}"
    before, found, after = line.partition(said)
    return before + paint(found, *_STYLE[word]) + after if found else line


def _list_table(plan: Any, shown: Sequence[Any], limit: int | None) -> str:
    rows = [exposure_row(item, plan) for item in shown]
    some = rows if limit is None else rows[:limit]
    lines, lost = laid_out(
        [t(head) for head in _LIST_HEADS],
        [_cells(row) for row in some],
        width=_width(),
        left=_LIST_LEFT,
        lose=_LIST_LOSE,
        indent=0,
    )
    lines = [lines[0], *(_coloured(line, row["level"]) for line, row in zip(lines[1:], some, strict=True))]
    if not rows:
        lines = [t("no imager of this list has these places in reach in this span")]
    foot = []
    if rows and lost:
        foot.append(phrase("no room for {columns} (-f csv has all)", columns=joined(", ", lost)))
    if len(some) < len(rows):
        foot.append(phrase("{count} more (--limit)", count=len(rows) - len(some)))
    foot += _summary(plan, rows)
    return "\n".join([*lines, *_wrapped(foot)])


def _summary(plan: Any, rows: Sequence[dict[str, Any]]) -> list[str]:
    counts = {word: sum(row["level"] == word for row in rows) for word in LEVELS}
    owners: dict[str, int] = {}
    for row in rows:
        name = row["country"] or row["owner"] or "owner not known"
        owners[name] = owners.get(name, 0) + 1
    ranked = sorted(owners.items(), key=lambda pair: (-pair[1], pair[0]))
    said = joined(", ", (phrase("{n} {level}", n=n, level=word) for word, n in counts.items() if n)) or "none"
    asked, over = _count(len(plan.satellites), "satellite"), _count(len(plan.plans), "place")
    foot = [phrase("{satellites} asked, {places}: {counts}.", satellites=asked, places=over, counts=said)]
    if ranked:
        by = joined(", ", (phrase("{name} {count}", name=name, count=count) for name, count in ranked[:12]))
        foot.append(phrase("By country: {countries}.", countries=by))
    if any(row["reach"] == "assumed" for row in rows):
        foot.append(phrase("* {text}.", text=ASSUMED_WORDS["assumed"]))
    noted = sorted({note for row in rows for note in row["notes"]})
    if noted:
        foot.append(phrase("† {text}.", text=joined("; ", noted[:4])))
    foot.append(SAY_OF_GAPS)
    return foot


def _count(number: int, thing: str) -> str:
    return phrase("{count} {noun}", count=number, noun=thing + ("" if number == 1 else "s"))


def _wrapped(lines: Sequence[str]) -> list[str]:
    return [row for line in lines for row in wrapped(t(line), max(60, _width()))]


def _plan_table(plan: Any, profile: Sequence[dict[str, Any]]) -> str:
    rows = [site_row(one, plan) for one in plan.plans]
    lines, lost = laid_out(
        [t(head) for head in _PLAN_HEADS],
        [_plan_cells(row) for row in rows],
        width=_width(),
        left=_PLAN_LEFT,
        lose=_PLAN_LOSE,
        indent=0,
    )
    out = [*lines, *([t(phrase("no room for {columns}", columns=joined(", ", lost)))] if lost else []), *_week(plan)]
    if profile:
        out += _profile(profile)
    every = [row for one in rows for row in one["exposures"]]
    foot = [
        "Gaps between WARN and watch together; < more than: the longest reaches the end of the span.",
        *_summary(plan, every),
    ]
    return "\n".join([*out, "", *_wrapped(foot)])


def _plan_cells(row: dict[str, Any]) -> list[str]:
    gaps, first = row["revisit"], row["next"]

    def hours(value: float | None) -> str:
        return "-" if value is None else f"{value:.1f}"

    return [
        _short(row["site"], 28),
        *(str(row["counts"][word]) for word in LEVELS),
        f"{first['start'][5:10]} {first['start'][11:16]}" if first else "-",
        _short(first["satellite"], 20) if first else "-",
        f"{LEVELS[first['level']][0]} {t(first['level'])}" if first else "-",
        hours(gaps["mean_gap_h"]),
        hours(gaps["p90_gap_h"]),
        (">" if gaps["max_is_open"] else "") + hours(gaps["max_gap_h"]),
    ]


def _week(plan: Any) -> list[str]:
    """The span as cells: hours of days for one place, parts of days for several."""
    start = plan.window.start
    days = -(-round((plan.window.end - start).total_seconds()) // 86400)
    if days > _SHORT_DAYS:
        return []
    single = len(plan.plans) == 1
    slots = 24 if single else 8 if days <= 7 and 30 + 9 * days <= _width() else 4
    if single:
        head = phrase("EVERY HOUR, from {start:%m-%d %H:%M} UTC", start=start)
    else:
        head = phrase("EVERY {hours} HOURS, from {start:%m-%d %H:%M} UTC", hours=24 // slots, start=start)
    lines = ["", paint(t(head), "bold")]
    shown = plan.plans[:_WEEK_MOST]
    names = [clean(t(one.place.name)) for one in shown]
    size = max(10, *(min(24, width(name)) for name in names))
    if single:
        cells = week_cells(plan.plans[0], start, days, slots)
        for day, row in enumerate(cells):
            lines.append(f"{start + timedelta(days=day):%a %m-%d}".ljust(12) + "".join(_cell(word) for word in row))
    else:
        head = " ".join(f"{start + timedelta(days=day):%m-%d}".ljust(slots) for day in range(days))
        lines.append(" " * (size + 2) + head)
        for one, name in zip(shown, names, strict=True):
            marks = " ".join("".join(_cell(word) for word in part) for part in week_cells(one, start, days, slots))
            lines.append(left_of(cut(name, size), size + 2) + marks)
        if len(plan.plans) > _WEEK_MOST:
            lines.append(t(phrase("and {count} more places (-f json has all)", count=len(plan.plans) - _WEEK_MOST)))
    key = "  ".join(f"{sign} {t(word)}" for word, (sign, _) in LEVELS.items())
    return [*lines, f"{key}  · {t('no imager of this list in reach')}"]


def _cell(word: str) -> str:
    return paint(LEVELS[word][0], *_STYLE[word]) if word else "·"


def _profile(profile: Sequence[dict[str, Any]]) -> list[str]:
    lines = ["", paint(t("BY LATITUDE   EXPOSURES A DAY   MEAN GAP h   LONGEST h"), "bold")]
    for row in reversed(profile):
        mean = "-" if row["mean_gap_h"] is None else f"{row['mean_gap_h']:.1f}"
        side = "N" if row["latitude"] > 0 else "S" if row["latitude"] < 0 else " "
        lines.append(
            f"{abs(row['latitude']):6.0f} {side}{row['exposures_a_day']:21.1f}{mean:>13}{row['max_gap_h']:12.1f}"
        )
    return lines
