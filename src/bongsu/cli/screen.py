"""The answer to a case on a terminal: thirty lines that say what follows, and what does not."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from bongsu.cli.attempt_text import attempt_lines
from bongsu.cli.columns import laid_out
from bongsu.cli.terminal import clean, one_line, paint
from bongsu.cli.wide import cut, left_of, right_of, width, wrapped
from bongsu.wording import Voice, phrase

if TYPE_CHECKING:
    from bongsu.cases import Assessment

__all__ = ["finding_line", "finding_text", "screen", "spoken_in", "t"]

Finding = Any  # a value of the assessment room, passed through unread by type
_COLOURS = {"=": "green", "≠": "red", "!": "yellow", "?": "yellow"}
_MARK_WIDTH = 15
_ORDER = ("notice", "told", "launch", "stages", "fall", "orbit", "notice-orbit", "plane", "attempt", "elements")


_VOICE = Voice("the terminal")  # the answer itself comes from ``answer_in``
spoken_in, t = _VOICE.spoken_in, _VOICE.t


def width_of_terminal() -> int:
    """Columns to write in: at most 100, at least 60."""
    return max(60, min(100, shutil.get_terminal_size((100, 30)).columns))


def finding_line(finding: Finding, *, caveats: int = 2) -> str:
    """Sign, verdict and statement of one finding, with its first caveats; what would help where it cannot tell."""
    columns = width_of_terminal()
    lines = [_marked(finding.sign, _word(finding))]
    lines += _wrap(finding.statement, columns, "  ")
    if finding.topic == "flight" and finding.details.get("parties"):
        lines += ["", *_flight(finding, columns)]
    lines += _distances(finding, columns)
    if finding.topic == "attempt":
        lines += ["", *attempt_lines(finding.details, columns, say=t), ""]
    lines += [row for text in finding.caveats[:caveats] for row in _wrap(text, columns, "  ")]
    if finding.verdict == "undetermined":
        lines += [
            row
            for text in finding.would_change[:1]
            for row in _wrap(t(phrase("What would help: {text}", text=text)), columns, "  ")
        ]
    return "\n".join(lines)


def _word(finding: Finding) -> str:
    """The verdict; where that asks no yes or no, the word that ends the finding's line on the screen."""
    verdict: str = finding.verdict
    telling = verdict in ("possible", "impossible", "agree", "cannot both be right") or not finding.mark
    return t(verdict) if telling else str(finding.mark)


def _marked(sign: str, mark: str) -> str:
    return paint(f"{sign} {mark}", *([_COLOURS[sign]] if sign in _COLOURS else []), "bold")


def screen(answer: Assessment, *, verbose: int = 0, took_s: float | None = None, bundled: bool = False) -> str:
    """The whole screen as text.

    ``took_s`` is how long the answer took (left out where output must be the same each time).
    """
    columns = width_of_terminal()
    head = clean(one_line(answer.case.case.title or answer.case.case.name))
    state = [t("bundled case")] if bundled else []
    state += [t("offline")] + ([f"{took_s:.1f} s"] if took_s is not None else []) + ["UTC"]
    right = " · ".join(state)
    if width(head) + 2 + width(right) <= columns:
        lines = [paint(head, "bold") + " " * (columns - width(head) - width(right)) + right]
    else:
        lines = [*(paint(row, "bold") for row in _wrap(head, columns)), right_of(right, columns)]
    lines += _wrap(" ".join(answer.summary), columns)
    lines.append("")
    shown = [item for item in answer.findings if item.topic in _ORDER and _on_screen(answer, item)]
    main = [item for item in shown if item.details.get("of") != "flight"]
    main.sort(key=lambda item: (_ORDER.index(item.topic), not _is_primary(answer, item)))
    for finding in main:
        lines += _row(finding, columns)
        if verbose:
            lines += _more(finding, columns, answer)
    for finding in (item for item in answer.findings if item.topic == "flight"):
        lines += _flight(finding, columns)
        if verbose:
            lines += _more(finding, columns, answer)
    beside = [item for item in answer.findings if item.topic == "range"]
    for finding in [*beside, *(item for item in shown if item not in main)]:
        lines += [*([""] if finding in beside else []), *_row(finding, columns)]
        if verbose:
            lines += _more(finding, columns, answer)
    claims = [item for item in answer.findings if item.topic == "claim"]
    if claims:
        lines += [*([""] if main else []), *_claims(answer, claims, columns, verbose)]
    words = [item for item in answer.findings if item.topic == "words"]
    for finding in words:
        lines += _row(finding, columns)
        if verbose:
            lines += _more(finding, columns, answer)
    foot = _foot(answer, columns)
    return "\n".join(lines + foot[not lines[-1] :])


def _on_screen(answer: Assessment, finding: Finding) -> bool:
    """Of the launches beside the main one, only a fall that was compared is worth a line."""
    launches = {launch.id for launch in answer.case.launch}
    _, _, key = finding.id.partition(":")
    if key not in launches or len(launches) == 1:
        return True
    return (
        _is_primary(answer, finding)
        or finding.topic == "fall"
        or (finding.topic == "stages" and bool(finding.estimates))
    )


def _is_primary(answer: Assessment, finding: Finding) -> bool:
    launches = answer.case.launch
    reached = [launch.id for launch in launches if launch.outcome == "orbit"]
    last = (reached or [launch.id for launch in launches] or [""])[-1]
    return bool(finding.id.partition(":")[2] == (answer.case.case.primary or last))


def _minutes(value: dict[str, Any] | None) -> str:
    """Minutes from a party's details: the figure, the range where there is no one figure, or the bound."""
    if value is None:
        return "-"
    low, high = value["low"], value["high"]
    if value["value"] is not None:
        return f"{value['value']:.1f}"
    if low is not None and high is not None:
        return f"{low:.1f} to {high:.1f}" if low < 0.0 else f"{low:.1f}-{high:.1f}"
    return f">{low:.1f}" if low is not None else f"<{high:.1f}" if high is not None else "-"


def _flight(finding: Finding, columns: int) -> list[str]:
    """Each party's figures of one flight against the free flight they need."""
    parties = finding.details.get("parties") or []
    if not parties:
        return _row(finding, columns)
    signs = {"agree": "=", "cannot both be right": "≠"}
    words = {"agree": "agree", "cannot both be right": "cannot be right", "undetermined": "undetermined"}
    rows = []
    for party in parties:
        verdict = party["verdict"]
        word = t("refused" if party["refused"] else words.get(verdict, verdict))
        rows.append(
            [
                cut(one_line(party["party"]), 26),
                party["apogee"],
                party["ground_range"],
                party["flight_time"] or "-",
                f"{_minutes(party['arc_min'])} {t('min')}" if party["arc_min"] else "-",
                _minutes(party["off_min"]),
                _marked(signs.get(verdict, "?"), word),
            ]
        )
    heads = ["REPORTED BY", "APOGEE", "RANGE", "TIME", "FREE FLIGHT", "OFF", "FIGURES"]
    table, lost = laid_out([t(head) for head in heads], rows, width=columns, left=(0,), lose=(5, 4, 2))
    lines = [*_wrap(finding.label, columns, "  "), *table]
    if t("FREE FLIGHT") in lost:
        return lines
    lines += _wrap(
        t(
            "FREE FLIGHT: the arc from the ground to that apogee and back, over the turning Earth; a real flight takes longer"
            " by its powered climb, never less. OFF: minutes that the time differs from flights with such a climb; accepted"
            " tests differ by 1.5 at most."
        ),
        columns,
        "  ",
    )
    return lines


def _distances(finding: Finding, columns: int) -> list[str]:
    """What each party's figures come to as a distance, and what others published; nothing for other findings."""
    if finding.topic != "range" or finding.verdict != "computed":
        return []
    rows = []
    for party in finding.details["parties"]:
        far, source = party["distance_km"], t(phrase("from {party}", party=party["party"]))
        if far is None:
            rows.append([source, "-", "", t("refused")])
        elif far["value"] is None:
            rows.append([source, f">={far['low']:,.0f}", "", t("lower bound")])
        else:
            low, middle, high = (f"{round(far[name], -1):,.0f}" for name in ("low", "value", "high"))
            rows.append([source, middle, f"{low}-{high}", t("computed")])
    words = {True: "published, meets it", False: "published, does not", None: "published"}
    for other in finding.details["published"]:
        rows.append([other["party"], other["distance"].removesuffix(" km"), "", t(words[other["meets"]])])
    rows = [[cut(one_line(row[0]), 36), *row[1:]] for row in rows]
    heads = [t("STANDARD TRAJECTORY"), "km", "80 %", ""]
    return ["", *laid_out(heads, rows, width=columns, left=(0, 3), lose=(3, 2))[0], ""]


def _wrap(text: str, columns: int, indent: str = "") -> list[str]:
    return wrapped(text, columns, indent=indent) or [""]


def _row(finding: Finding, columns: int) -> list[str]:
    """Label, text, sign and word: the word stands at the right edge of the last line."""
    label_width = 12
    mark = f"{finding.sign} {finding.mark}"
    room = columns - 2 - label_width - max(_MARK_WIDTH, width(mark)) - 2
    label = wrapped(finding.label, label_width - 1) or [""]
    text = wrapped(finding.brief, room) or [""]
    count = max(len(label), len(text))
    label += [""] * (count - len(label))
    text += [""] * (count - len(text))
    out = [f"  {left_of(left, label_width)}{right}" for left, right in zip(label, text, strict=True)]
    out[-1] = left_of(out[-1], 2 + label_width + room + 2) + _marked(finding.sign, finding.mark)
    return [line.rstrip() for line in out]


def _more(finding: Finding, columns: int, answer: Assessment) -> list[str]:
    lines = []
    known = answer.case.sources
    if finding.sources:
        graded = [f"{key} ({known[key].grade})" if key in known else key for key in finding.sources]
        lines += _wrap(t("sources: ") + ", ".join(graded), columns, " " * 14)
    if finding.method:
        lines += _wrap(t("method: ") + finding.method, columns, " " * 14)
    added = attempt_lines(finding.details, columns, say=t) if finding.topic == "attempt" else []
    return [*(paint(line, "dim") for line in lines), *added]


def _zone(answer: Assessment) -> timezone:
    text = answer.case.case.zone
    sign = -1 if text.startswith("-") else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[4:6])))


def _stated(finding: Finding, zone: timezone) -> tuple[str, str]:
    details = finding.details
    start = datetime.fromisoformat(details["utc"])
    local = start.astimezone(zone)
    second = local.second or details["kind"] == "instant"
    day = f"{local.day:2d} {local:%b}" if _VOICE.language_now() == "en" else f"{local:%m-%d}"
    stated = f"{day} {local:%H:%M:%S}" if second else f"{day} {local:%H:%M}"
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
    rows, more = [], []
    for finding in claims:
        stated, clock = _stated(finding, zone)
        gap = finding.estimates.get("closest_difference_s")
        aside = finding.estimates.get("off_nadir_deg")
        sun = finding.estimates.get("sun_elevation_deg")
        rows.append(
            [
                cut(one_line(finding.label), 24),
                stated,
                clock,
                "-" if gap is None or finding.details["kind"] != "instant" else f"{abs(gap.value or 0.0):.0f}",
                t(aside.format(unit=False)) if aside else "-",
                f"{sun.value:.0f}" if sun else "-",
                _marked(finding.sign, finding.mark),
            ]
        )
        more.append([*_wrap(finding.statement, columns, " " * 4), *_more(finding, columns, answer)] if verbose else [])
    heads = [
        t("CLAIMED TO BE SEEN"), t(phrase("STATED, {zone}", zone=short)), "UTC",
        *(t(head) for head in ("MISS s", "OFF-NADIR", "SUN", "OVERFLIGHT")),
    ]  # fmt: skip
    table, _ = laid_out(heads, rows, width=columns, left=(0, 1, 2), lose=(1, 5, 4))
    lines = [table[0]]
    for row, under in zip(table[1:], more, strict=True):
        lines += [row, *under]
    note = _claims_note(answer, claims)
    return [*lines, *(_wrap(note, columns, "  ") if note else [])]


def _claims_note(answer: Assessment, claims: Sequence[Finding]) -> str:
    timed = [item for item in claims if "closest_difference_s" in item.estimates and item.details["kind"] == "instant"]
    parts = []
    if timed:
        kinds = {item.details.get("orbit_kind") for item in timed}
        if kinds == {"elements"}:
            parts.append(t("MISS: closest approach against the time stated, by an element set."))
        else:
            parts.append(t("MISS: against an orbit fitted without that claim."))
        chances = [item.estimates["chance_match"].value for item in timed if "chance_match" in item.estimates]
        widths = [max(item.estimates["closest_difference_s"].half_width, 1.0) for item in timed]
        usual = sorted(value for value in chances if value)
        if usual:
            middle = usual[len(usual) // 2]
            near = sorted(widths)[len(widths) // 2]
            parts.append(
                t(
                    phrase(
                        "A random time comes within {width:.0f} s of a daylight pass about once in {times:,}.",
                        width=near,
                        times=_round(1.0 / middle),
                    )
                )
            )
    public = next((item for item in answer.case.remark if item.topic == "public"), None)
    if public is not None:
        parts.append(t(public.text))
    return " ".join(parts)


def _round(value: float) -> int:
    """To one figure, as a chance deserves."""
    digits = len(str(int(value))) - 1
    return round(int(value), -digits) if digits > 0 else int(value)


def _foot(answer: Assessment, columns: int) -> list[str]:
    lines = [""]

    def add(label: str, text: str) -> None:
        rows = wrapped(text, columns - 14) or [""]
        lines.append(f"  {left_of(t(label), 12)}{rows[0]}")
        lines.extend(" " * 14 + line for line in rows[1:])

    if answer.unknown:
        add("not known", "; ".join(answer.unknown))
    if answer.since:
        add("since", "; ".join(answer.since))
    if answer.next_commands:
        lines += _commands(answer.next_commands[:3], columns)
    return lines if len(lines) > 1 else []


def _commands(commands: Sequence[str], columns: int) -> list[str]:
    """Commands to copy: as many on a line as it holds, and none cut in two."""
    rows: list[str] = []
    for command in commands:
        if rows and 14 + len(rows[-1]) + 4 + len(command) <= columns:
            rows[-1] += "    " + command
        else:
            rows.append(command)
    return [f"  {left_of(t('next') if n == 0 else '', 12)}{row}" for n, row in enumerate(rows)]


def finding_text(finding: Finding, sources: dict[str, Any] | None = None, *, case: str = "") -> str:
    """One finding whole, for ``bongsu explain``; ``case`` names the case it belongs to."""
    columns = width_of_terminal()
    verdict = t(finding.verdict)
    verdict += f": {finding.mark}" if finding.mark not in ("", finding.verdict, verdict) else ""
    lines = [
        *([paint(f"{case}, {finding.id}", "dim")] if case else []),
        paint(finding.question, "bold"),
        _marked(finding.sign, verdict) + ("   " + t("experimental method") if finding.experimental else ""),
        "",
        *_wrap(finding.statement, columns),
        *_distances(finding, columns)[:-1],
    ]

    def block(title: str, rows: Sequence[str]) -> None:
        if rows:
            lines.extend(["", paint(t(title), "bold")])
            for row in rows:
                lines.extend(part for line in row.splitlines() for part in _wrap(line, columns, "  "))

    block(
        "Figures (value, low to high, at which level)",
        [
            f"{name:<30} {'' if item.value is None else f'{item.value:.6g}':>10}   {item.format():<18} {item.level:.0%}"
            for name, item in finding.estimates.items()
        ],
    )
    if finding.topic == "attempt":
        lines += [
            "",
            paint(t("What each feature adds"), "bold"),
            *attempt_lines(finding.details, columns, whole=True, say=t),
        ]
    block("Method", [finding.method, *([t("Reference: ") + finding.reference] if finding.reference else [])])
    block("Check it by hand", [finding.check_by_hand] if finding.check_by_hand else [])
    block("It does not show", list(finding.caveats))
    block("What would change it", list(finding.would_change))
    if finding.say:
        block("Say / do not say", [t("say: ") + finding.say, t("do not say: ") + finding.do_not_say])
    evidence = []
    for item in finding.evidence:
        age = t(phrase(", {age:.1f} d away", age=item.age_days)) if item.age_days is not None else ""
        digest = f", sha256 {item.sha256[:12]}" if item.sha256 else ""
        evidence.append(f"{item.what}{age}{digest}" + (f" [{', '.join(item.sources)}]" if item.sources else ""))
    block("Evidence", evidence)
    known = sources or {}
    block(
        "Sources",
        [
            f"{key}: {known[key].publisher}{', ' if known[key].address else ''}{known[key].address} (grade {known[key].grade}"
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
