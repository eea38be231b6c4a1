"""How ``bongsu claim coverage`` is said: one sentence, then who, when and at what angle."""

from __future__ import annotations

import shutil
import textwrap

from bongsu.answers import COVERAGE_CAVEAT, Coverage, apart_words
from bongsu.cases import ASSUMED_WORDS, LEVELS
from bongsu.cli.columns import laid_out
from bongsu.cli.terminal import paint

__all__ = ["coverage_text"]

_HEADS = ("FROM CLAIM", "BEST UTC", "SATELLITE", "OWNER", "OFF-NADIR", "GSD m", "SUN", "REACH")
_LEFT = (0, 1, 2, 3, 7)
_SHOWN = 24


def coverage_text(found: Coverage) -> str:
    """The answer for a terminal."""
    rows = found.rows
    width = max(60, shutil.get_terminal_size((110, 30)).columns)
    lines = textwrap.wrap(found.statement, width)
    table = [
        [
            apart_words(row["from_claim_s"]),
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
    foot = [COVERAGE_CAVEAT]
    if any(row["reach"] == "assumed" for row in rows):
        foot.insert(0, f"* {ASSUMED_WORDS['assumed']}.")
    return "\n".join([*lines, "", *(paint(part, "dim") for line in foot for part in textwrap.wrap(line, width))])
