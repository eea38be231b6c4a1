"""The answer to a case on a terminal: thirty lines that say what follows, and what does not."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

import click

from bongsu.cases import Assessment

__all__ = ["finding_line", "finding_text", "screen"]

Finding = Any  # a value of the assessment room, passed through unread by type
_COLOURS = {"=": "green", "≠": "red", "!": "yellow", "?": "yellow"}
_MARK_WIDTH = 15
_ORDER = ("notice", "launch", "stages", "orbit", "notice-orbit", "plane", "elements")


def width_of_terminal() -> int:
    """Columns to write in: at most 100, at least 60."""
    return max(60, min(100, shutil.get_terminal_size((100, 30)).columns))


def finding_line(finding: Finding, *, caveats: int = 2) -> str:
    """Sign, verdict and statement of one finding, with its first caveats."""
    columns = width_of_terminal()
    lines = [_marked(finding.sign, finding.verdict if finding.verdict != "reported" else finding.mark)]
    lines += _wrap(finding.statement, columns, "  ")
    if finding.topic == "flight" and finding.details.get("parties"):
        lines += ["", *_flight(finding, columns)]
    lines += [row for text in finding.caveats[:caveats] for row in _wrap(text, columns, "  ")]
    return "\n".join(lines)


def _marked(sign: str, mark: str) -> str:
    return click.style(f"{sign} {mark}", fg=_COLOURS.get(sign), bold=True)


def screen(answer: Assessment, *, verbose: int = 0, took_s: float | None = None, bundled: bool = False) -> str:
    """The whole screen as text.

    ``took_s`` is how long the answer took (left out where output must be the same each time).
    """
    columns = width_of_terminal()
    head = answer.case.case.title or answer.case.case.name
    state = ["bundled case"] if bundled else []
    state += ["offline"] + ([f"{took_s:.1f} s"] if took_s is not None else []) + ["UTC"]
    right = " · ".join(state)
    lines = [click.style(head, bold=True) + (" " * max(2, columns - len(head) - len(right)) + right)]
    lines += _wrap(" ".join(answer.summary), columns)
    lines.append("")
    main = [item for item in answer.findings if item.topic in _ORDER and _on_screen(answer, item)]
    main.sort(key=lambda item: (_ORDER.index(item.topic), not _is_primary(answer, item)))
    for finding in main:
        lines += _row(finding, columns)
        if verbose:
            lines += _more(finding, columns)
    for finding in (item for item in answer.findings if item.topic == "flight"):
        lines += _flight(finding, columns)
        if verbose:
            lines += _more(finding, columns)
    claims = [item for item in answer.findings if item.topic == "claim"]
    if claims:
        lines += ["", *_claims(answer, claims, columns, verbose)]
    words = [item for item in answer.findings if item.topic == "words"]
    for finding in words:
        lines += _row(finding, columns)
        if verbose:
            lines += _more(finding, columns)
    lines += _foot(answer, columns)
    return "\n".join(lines)


def _on_screen(answer: Assessment, finding: Finding) -> bool:
    """Of the launches beside the main one, only a fall that was compared is worth a line."""
    launches = {launch.id for launch in answer.case.launch}
    _, _, key = finding.id.partition(":")
    if key not in launches or len(launches) == 1:
        return True
    return _is_primary(answer, finding) or (finding.topic == "stages" and bool(finding.estimates))


def _is_primary(answer: Assessment, finding: Finding) -> bool:
    primary = answer.case.case.primary or next((x.id for x in answer.case.launch if x.outcome == "orbit"), "")
    return bool(finding.id.partition(":")[2] == primary)


def _minutes(value: dict[str, Any] | None, digits: int = 1) -> str:
    """A range of minutes from a party's details: the value where there is one, else its bound."""
    if value is None:
        return "-"
    if value["value"] is not None:
        return f"{value['value']:+.{digits}f}" if digits == 2 else f"{value['value']:.{digits}f}"
    if value["low"] is not None:
        return f">{value['low']:.{digits}f}"
    return f"<{value['high']:.{digits}f}" if value["high"] is not None else "-"


def _flight(finding: Finding, columns: int) -> list[str]:
    """Each party's figures of one flight against the free flight they need."""
    parties = finding.details.get("parties") or []
    if not parties:
        return _row(finding, columns)
    lines = _wrap(finding.label, columns, "  ")
    head = (
        f"  {'REPORTED BY':<26} {'APOGEE':>10} {'RANGE':>8} {'TIME':>9} {'FREE FLIGHT':>12} {'LEFT OVER':>10}  FIGURES"
    )
    lines.append(click.style(head, bold=True))
    signs = {"agree": "=", "cannot both be right": "≠"}
    words = {"agree": "agree", "cannot both be right": "cannot be right", "undetermined": "undetermined"}
    for party in parties:
        verdict = party["verdict"]
        word = "refused" if party["refused"] else words.get(verdict, verdict)
        lines.append(
            f"  {party['party'][:26]:<26} {party['apogee']:>10} {party['ground_range']:>8} {party['flight_time'] or '-':>9}"
            f" {_minutes(party['arc_min']) + ' min' if party['arc_min'] else '-':>12} {_minutes(party['margin_min']):>10}  "
            + _marked(signs.get(verdict, "?"), word)
        )
    lines += _wrap(
        "FREE FLIGHT: the arc from the ground to that apogee and back, over the turning Earth; a real flight takes longer"
        " by its powered climb (2 to 5 min), never less.",
        columns,
        "  ",
    )
    return lines


def _wrap(text: str, columns: int, indent: str = "") -> list[str]:
    return textwrap.wrap(text, columns, initial_indent=indent, subsequent_indent=indent) or [""]


def _row(finding: Finding, columns: int) -> list[str]:
    """Label, text, sign and word: the word stands at the right edge of the last line."""
    label_width = 12
    mark = f"{finding.sign} {finding.mark}"
    room = columns - 2 - label_width - max(_MARK_WIDTH, len(mark)) - 2
    label = textwrap.wrap(finding.label, label_width - 1) or [""]
    text = textwrap.wrap(finding.brief, room) or [""]
    count = max(len(label), len(text))
    label += [""] * (count - len(label))
    text += [""] * (count - len(text))
    out = [f"  {left:<{label_width}}{right}" for left, right in zip(label, text, strict=True)]
    out[-1] = f"{out[-1]:<{2 + label_width + room + 2}}" + _marked(finding.sign, finding.mark)
    return [line.rstrip() for line in out]


def _more(finding: Finding, columns: int) -> list[str]:
    lines = []
    if finding.sources:
        lines += _wrap("sources: " + ", ".join(finding.sources), columns, " " * 14)
    if finding.method:
        lines += _wrap("method: " + finding.method, columns, " " * 14)
    return [click.style(line, dim=True) for line in lines]


def _zone(answer: Assessment) -> timezone:
    text = answer.case.case.zone
    sign = -1 if text.startswith("-") else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[4:6])))


def _stated(finding: Finding, zone: timezone) -> tuple[str, str]:
    details = finding.details
    start = datetime.fromisoformat(details["utc"])
    local = start.astimezone(zone)
    second = local.second or details["kind"] == "instant"
    stated = f"{local.day:2d} {local:%b %H:%M:%S}" if second else f"{local.day:2d} {local:%b %H:%M}"
    if details.get("utc_end"):
        end = datetime.fromisoformat(details["utc_end"]).astimezone(zone)
        if local.second or end.second:
            stated += " +"
        else:
            stated += f"-{end:%H:%M}"
    moment = datetime.fromisoformat(details["passed"]) if details.get("passed") else start
    clock = f"{moment.day:2d} {moment:%H:%M:%S}" if details["kind"] == "instant" else f"{moment.day:2d} {moment:%H:%M}"
    return stated, clock


def _claims(answer: Assessment, claims: Sequence[Finding], columns: int, verbose: int) -> list[str]:
    zone = _zone(answer)
    offset = answer.case.case.zone
    short = "UTC" if offset == "+00:00" else "UTC" + offset[0] + offset[1:3].lstrip("0") + offset[3:].replace(":00", "")
    wide = columns >= 80
    place_width = min(24, max(18, *(len(item.label) for item in claims)))
    stated_head = f"{'STATED, ' + short:<20}" if wide else ""
    head = f"  {'CLAIMED TO BE SEEN':<{place_width}}  {stated_head}{'UTC':<12} {'MISS s':>6} {'OFF-NADIR':>9} {'SUN':>4}  OVERFLIGHT"
    lines = [click.style(head, bold=True)]
    for finding in claims:
        stated, clock = _stated(finding, zone)
        gap = finding.estimates.get("closest_difference_s")
        miss = "-" if gap is None or finding.details["kind"] != "instant" else f"{abs(gap.value or 0.0):.0f}"
        aside = finding.estimates.get("off_nadir_deg")
        sun = finding.estimates.get("sun_elevation_deg")
        lines.append(
            f"  {finding.label[:place_width]:<{place_width}}  {f'{stated:<20}' if wide else ''}{clock:<12}"
            f" {miss:>6} {aside.format(unit=False) if aside else '-':>9} {f'{sun.value:.0f}' if sun else '-':>4}  "
            + _marked(finding.sign, finding.mark)
        )
        if verbose:
            lines += _wrap(finding.statement, columns, " " * 4)
            lines += _more(finding, columns)
    lines += _wrap(_claims_note(answer, claims), columns, "  ")
    return lines


def _claims_note(answer: Assessment, claims: Sequence[Finding]) -> str:
    timed = [item for item in claims if "closest_difference_s" in item.estimates and item.details["kind"] == "instant"]
    parts = []
    if timed:
        kinds = {item.details.get("orbit_kind") for item in timed}
        if kinds == {"elements"}:
            parts.append("MISS: closest approach against the time stated, by an element set.")
        else:
            parts.append("MISS: against an orbit fitted without that claim.")
        chances = [item.estimates["chance_match"].value for item in timed if "chance_match" in item.estimates]
        widths = [max(item.estimates["closest_difference_s"].half_width, 1.0) for item in timed]
        usual = sorted(value for value in chances if value)
        if usual:
            middle = usual[len(usual) // 2]
            width = sorted(widths)[len(widths) // 2]
            parts.append(
                f"A random time comes within {width:.0f} s of a daylight pass about once in {_round(1.0 / middle):,}."
            )
    public = next((item for item in answer.case.remark if item.topic == "public"), None)
    if public is not None:
        parts.append(public.text)
    return " ".join(parts)


def _round(value: float) -> int:
    """To one figure, as a chance deserves."""
    digits = len(str(int(value))) - 1
    return round(int(value), -digits) if digits > 0 else int(value)


def _foot(answer: Assessment, columns: int) -> list[str]:
    lines = [""]

    def add(label: str, text: str) -> None:
        wrapped = textwrap.wrap(text, columns - 14) or [""]
        lines.append(f"  {label:<12}{wrapped[0]}")
        lines.extend(" " * 14 + line for line in wrapped[1:])

    if answer.unknown:
        add("not known", "; ".join(answer.unknown))
    if answer.since:
        add("since", "; ".join(answer.since))
    if answer.next_commands:
        add("next", "    ".join(answer.next_commands[:3]))
    return lines if len(lines) > 1 else []


def finding_text(finding: Finding, sources: dict[str, Any] | None = None) -> str:
    """One finding whole, for ``bongsu explain``."""
    columns = width_of_terminal()
    lines = [
        click.style(finding.question, bold=True),
        _marked(finding.sign, finding.verdict) + ("   experimental method" if finding.experimental else ""),
        "",
        *_wrap(finding.statement, columns),
    ]

    def block(title: str, rows: Sequence[str]) -> None:
        if rows:
            lines.extend(["", click.style(title, bold=True)])
            for row in rows:
                lines.extend(_wrap(row, columns, "  "))

    block(
        "Figures (value, low to high, at which level)",
        [
            f"{name:<30} {'' if item.value is None else f'{item.value:.6g}':>10}   {item.format():<18} {item.level:.0%}"
            for name, item in finding.estimates.items()
        ],
    )
    block("Method", [finding.method, *([f"Reference: {finding.reference}"] if finding.reference else [])])
    block("Check it by hand", [finding.check_by_hand] if finding.check_by_hand else [])
    block("It does not show", list(finding.caveats))
    block("What would change it", list(finding.would_change))
    if finding.say:
        block("Say / do not say", [f"say: {finding.say}", f"do not say: {finding.do_not_say}"])
    evidence = []
    for item in finding.evidence:
        age = f", {item.age_days:.1f} d away" if item.age_days is not None else ""
        digest = f", sha256 {item.sha256[:12]}" if item.sha256 else ""
        evidence.append(f"{item.what}{age}{digest}" + (f" [{', '.join(item.sources)}]" if item.sources else ""))
    block("Evidence", evidence)
    known = sources or {}
    block(
        "Sources",
        [
            f"{key}: {known[key].publisher}, {known[key].address} (grade {known[key].grade}"
            + (f", passing on {known[key].of}" if known[key].of else "")
            + ")"
            for key in finding.sources
            if key in known
        ],
    )
    contact = finding.details.get("next_contact")
    if contact:
        block(
            "Next contact with the control centre",
            [f"{contact['start']} to {contact['end']}, closest {contact['closest']}"],
        )
    return "\n".join(lines)
