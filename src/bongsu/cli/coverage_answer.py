"""How ``bongsu claim coverage`` is said: one sentence, then who, when and at what angle."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bongsu.cases import ASSUMED_WORDS, LEVELS, WarningPlan, exposure_row
from bongsu.cli.columns import laid_out
from bongsu.cli.envelope import envelope
from bongsu.cli.terminal import paint
from bongsu.errors import Problem

__all__ = ["coverage_json", "coverage_text"]

_HEADS = ("FROM CLAIM", "BEST UTC", "SATELLITE", "OWNER", "OFF-NADIR", "GSD m", "SUN", "REACH")
_LEFT = (0, 1, 2, 3, 7)
_SHOWN = 24
_CAVEAT = (
    "Had it in reach: geometry and light only. Cloud, orders and other work of the satellite are not known, so that a picture"
    " may exist, not that one does. Satellites outside the table are not counted."
)


def _rows(plan: WarningPlan, moment: datetime) -> list[dict[str, Any]]:
    """Exposures that could have given a picture (no dark ones), the nearest in time first."""
    rows = []
    for item in plan.exposures:
        if item.level != "night":
            apart = (item.best - moment).total_seconds()
            rows.append({**exposure_row(item, plan), "from_claim_s": round(apart, 1)})
    return sorted(rows, key=lambda row: abs(row["from_claim_s"]))


def _statement(plan: WarningPlan, rows: Sequence[dict[str, Any]], within: str) -> str:
    place = plan.plans[0].place.name
    names = {row["satellite"] for row in rows}
    sure = {row["satellite"] for row in rows if row["level"] == "WARN"}
    asked = len(plan.satellites)
    if not rows:
        return (
            f"None of {asked} other imaging satellites of the table had {place} in reach within {within} of the time."
        )
    return (
        f"{len(names)} of {asked} other imaging satellites of the table had {place} in reach within {within} of the time,"
        f" {len(sure)} of them well within it; the nearest {_apart(rows[0]['from_claim_s'])}."
    )


def _apart(seconds: float) -> str:
    text = str(timedelta(seconds=round(abs(seconds))))
    return f"{text} {'before' if seconds < 0 else 'after'}"


def coverage_json(plan: WarningPlan, moment: datetime, at: datetime, problems: Sequence[Problem]) -> dict[str, Any]:
    """The answer in the shared envelope; items carry ``from_claim_s``, seconds after the stated time."""
    rows = _rows(plan, moment)
    assert plan.window.duration is not None
    within = f"{plan.window.duration.total_seconds() / 7200.0:g} h"
    return envelope(
        "claim-coverage", rows, at=at, problems=problems, statement=_statement(plan, rows, within),
        asked=len(plan.satellites), caveats=[_CAVEAT],
    )  # fmt: skip


def coverage_text(plan: WarningPlan, moment: datetime, within: str) -> str:
    """The answer for a terminal."""
    rows = _rows(plan, moment)
    width = max(60, shutil.get_terminal_size((110, 30)).columns)
    lines = textwrap.wrap(_statement(plan, rows, within), width)
    table = [
        [
            _apart(row["from_claim_s"]),
            f"{row['best'][5:10]} {row['best'][11:19]}",
            row["satellite"][:22],
            (row["country"] or row["owner"])[:16],
            f"{row['off_nadir_deg']:.0f} {row['side'][0].upper()}",
            "radar" if row["kind"] == "radar" else f"{row['gsd_across_m']['high']:.2g}" if row["gsd_across_m"] else "-",
            f"{row['sun_elevation_deg']:+.0f}",
            f"{LEVELS[row['level']][0]} {row['why']}" + ("" if row["reach"] == "published" else "*"),
        ]
        for row in rows[:_SHOWN]
    ]
    if table:
        shown, _ = laid_out(_HEADS, table, width=width, left=_LEFT, lose=(3, 5, 6), indent=0)
        lines += ["", *shown]
    if len(rows) > _SHOWN:
        lines.append(f"and {len(rows) - _SHOWN} more (-f json has all)")
    foot = [_CAVEAT]
    if any(row["reach"] == "assumed" for row in rows):
        foot.insert(0, f"* {ASSUMED_WORDS['assumed']}.")
    return "\n".join([*lines, "", *(paint(part, "dim") for line in foot for part in textwrap.wrap(line, width))])
