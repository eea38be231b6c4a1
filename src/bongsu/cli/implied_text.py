"""What a notice implies, on a terminal: a table of hypotheses, one of inclinations, and what would change them."""

from __future__ import annotations

import textwrap
from typing import Any

from bongsu.cli.columns import laid_out
from bongsu.cli.screen import finding_line, width_of_terminal
from bongsu.cli.terminal import one_line, paint

__all__ = ["implied_text"]

Finding = Any  # a value of the assessment room, passed through unread by type
_SHOWN_OUTCOMES = 8
_SHOWN = 6  # intervals by probability; the rest is counted


def implied_text(finding: Finding) -> str:
    """Statement, hypotheses, inclinations, drift of the window, caveats, what would change it, one formula."""
    width = width_of_terminal()
    if "hypotheses" not in finding.details:
        drift = finding.details.get("drift")
        hand = _wrap(f"Check by hand: {finding.check_by_hand}", width) if finding.check_by_hand else []
        return "\n".join([finding_line(finding), *(_drift(drift) if drift else []), *hand])
    lines = [paint(one_line(finding.question), "bold")]
    lines += _wrap(finding.statement, width)
    lines += ["", *_hypotheses(finding.details, width)]
    lines += ["", *_intervals(finding.details, width)]
    drift = finding.details.get("drift")
    if drift:
        lines += ["", *_drift(drift)]
    lines.append("")
    lines += [row for text in finding.caveats for row in _wrap(text, width)]
    lines += _wrap(f"What would change it: {' '.join(finding.would_change)}", width)
    lines += _wrap(f"Check by hand: {finding.check_by_hand}", width)
    lines += _wrap(f"Say: {finding.say}. Do not say: {finding.do_not_say}. Experimental.", width)
    return "\n".join(lines)


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(one_line(text), width=width, initial_indent="  ", subsequent_indent="  ")


def _hypotheses(details: dict[str, Any], width: int) -> list[str]:
    """Ways of flying with their letters, and under them each way into each kind of orbit."""
    ways, rows = details["hypotheses"], details["outcomes"]
    letters = {row["words"]: chr(ord("A") + index) for index, row in enumerate(ways[:26])}
    lines = [paint("  HOW IT FLIES", "bold")]
    for row in ways:
        share = f"{row['weight']:.0%}" if row["weight"] >= 0.005 else "<1%"
        lines += _wrap(f"{letters.get(row['words'], '-')} {share:>4}  {row['words']}", width)
    heads = ["WAY", "WEIGHT", "INCLINATION", "TURN", "EXTRA SPEED", "NODE", "LOCAL TIME", "EQUATOR AT"]
    cells = [
        [
            letters.get(row["words"], "-"),
            f"{row['weight']:.0%}",
            _range(row["inclination_deg"], 1, "°"),
            _range(row["turn_deg"], 0, "°"),
            _range(row["extra_speed_m_s"], 0, " m/s"),
            _range(row["node_deg"], 0, "°", wrap=360.0),
            _clock(row["node_mean_time_h"]),
            _longitude(row["equator_longitude_deg"]),
        ]
        for row in rows[:_SHOWN_OUTCOMES]
    ]
    kept = [n for n in range(len(heads)) if n < 3 or any(row[n] != "-" for row in cells)]
    heads, cells = [heads[n] for n in kept], [[row[n] for n in kept] for row in cells]
    table, lost = laid_out(heads, cells, width=width, left=(0,), lose=tuple(range(len(heads) - 1, 3, -1)))
    lines += ["", *table]
    if "EQUATOR AT" in heads and "EQUATOR AT" not in lost:
        note = "EQUATOR AT: the first southbound crossing."
        if "NODE" in heads:
            note += " NODE and its mean LOCAL TIME: ascending, for the span of lift-off given."
        lines += _wrap(note, width)
    return lines


def _intervals(details: dict[str, Any], width: int) -> list[str]:
    rows = sorted(details["intervals"], key=lambda row: -row["probability"])
    cells = [[_range(row, 1, "°"), f"{row['probability']:.0%}", row["family"] or "-"] for row in rows[:_SHOWN]]
    table, _ = laid_out(["INCLINATION", "PROBABILITY", "FAMILY"], cells, width=width, left=(0, 2))
    rest = sum(row["probability"] for row in rows[_SHOWN:])
    more = f"; {len(rows) - _SHOWN} more hold {rest:.0%}" if len(rows) > _SHOWN else ""
    return [*table, f"  the 90 % set, {details['width_deg']:.1f}° wide in all{more}"]


def _drift(drift: dict[str, Any]) -> list[str]:
    slip, rate = drift["slip_min_day"], drift["node_rate_deg_day"]
    lines = [
        f"  Window moves {slip['value']:+.2f} min/day ({slip['low']:.2f} to {slip['high']:.2f}): a plane that drifts by"
        f" {rate['value']:+.2f} deg/day ({rate['low']:.2f} to {rate['high']:.2f})"
    ]
    lines += [
        f"    at {row['height_km']:.0f} km: {row['inclination_deg']:.1f}° ({row['low']:.1f}-{row['high']:.1f}°)"
        for row in drift["inclinations"]
    ]
    return lines


def _range(value: dict[str, Any] | None, digits: int, unit: str, *, wrap: float = 0.0) -> str:
    if value is None:
        return "-"
    low, high = value["low"], value["high"]
    if wrap:
        low, high = low % wrap, high % wrap
    first, last = f"{low:.{digits}f}", f"{high:.{digits}f}"
    return f"{first}{unit}" if first == last else f"{first}-{last}{unit}"


def _clock(value: dict[str, Any] | None) -> str:
    if value is None:
        return "-"
    texts = []
    for hours in (value["low"], value["high"]):
        minute = round(hours * 60.0) % 1440
        texts.append(f"{minute // 60:02d}:{minute % 60:02d}")
    return texts[0] if texts[0] == texts[1] else f"{texts[0]}-{texts[1]}"


def _longitude(value: dict[str, Any] | None) -> str:
    if value is None:
        return "-"
    texts = []
    for degrees in (value["low"], value["high"]):
        turned = (degrees + 180.0) % 360.0 - 180.0
        texts.append(f"{abs(turned):.0f}{'E' if turned >= 0.0 else 'W'}")
    return texts[0] if texts[0] == texts[1] else f"{texts[0]}-{texts[1]}"
