"""Claims of November 2023 timed to the second, each by an orbit fitted without it.

The left-out time is compared with the closest approach and its 90 % range. The same is done without any claim of the
same pass, and with other seeds of the sample.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bongsu.cases import assess, bundled_case

TITLE = "Claims of November 2023 timed to the second, each predicted without itself: within 20 s, 90 % range in 5 of 6"
EXPECTED_TIME = "about 20 s; a small share 4 s"


def run(seed: int, share: str) -> dict[str, Any]:
    """Differences with one seed (small share) or five."""
    lines, worst, least_held, count = [], 0.0, 99, 0
    case = bundled_case("malligyong-1")
    at = datetime(2026, 11, 25, tzinfo=UTC)
    for k in range(1 if share == "small" else 5):
        answer = assess(case, at=at, seed=seed + k)
        timed = [
            item
            for item in answer.findings
            if item.topic == "claim" and item.details["kind"] == "instant" and "closest_difference_s" in item.estimates
        ]
        gaps = {item.id.partition(":")[2]: item.estimates["closest_difference_s"] for item in timed}
        strict = {
            item.id.partition(":")[2]: item.estimates["closest_difference_pass_out_s"]
            for item in timed
            if "closest_difference_pass_out_s" in item.estimates
        }
        held = sum(gap.low <= 0.0 <= gap.high for gap in gaps.values())
        worst = max(worst, *(abs(gap.value or 0.0) for gap in gaps.values()))
        least_held, count = min(least_held, held), len(gaps)
        if k == 0:
            lines += [
                f"{name}: {gap.value:+.1f} s ({gap.low:+.1f} to {gap.high:+.1f})"
                + (f"; without its pass {strict[name].value:+.1f} s" if name in strict else "")
                for name, gap in gaps.items()
            ]
    lines.append(
        f"largest difference {worst:.1f} s; 90 % range holds the stated time in {least_held} of {count} or more"
    )
    return {"lines": lines, "holds": worst <= 20.0 and least_held >= count - 1}
