"""Whether an orbital launch was attempted, as rows of the report: the share of each kind, and what each feature adds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bongsu.assessment import share_words
from bongsu.earth import Estimate
from bongsu.reports.spoken import t
from bongsu.reports.svg import Drawing
from bongsu.wording import phrase

if TYPE_CHECKING:
    from bongsu.assessment import Finding

__all__ = ["AttemptRow", "ShareRow", "attempt_rows", "share_rows"]

_WIDTH, _HEIGHT = 132.0, 20.0
_EDGE = 3.0  # of a bar's room, left and right
_REACH = 3.0  # log10 at either end of a bar's room: a factor of 1,000
_NEITHER = 0.1  # log10: less is neither for nor against, as on the terminal


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRow:
    """One line: the feature, what was seen, its factor in words, which way it speaks, and the bar as SVG."""

    feature: str
    seen: str
    factor: str
    side: str
    mark: str
    bar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """One kind of flight: its share in words with all kinds alike beforehand, the same as a bar, and as often as counted."""

    kind: str
    share: str
    counted: str
    bar: str


def share_rows(finding: Finding) -> list[ShareRow]:
    """The four kinds in their order; none for other findings, or where no feature was known."""
    if finding.topic != "attempt" or not finding.details.get("contributions"):
        return []
    return [
        _share_row(kind, shares, f"{finding.id}-kind-{n}")
        for n, (kind, shares) in enumerate(finding.details["posterior"].items())
    ]


def _share_row(kind: str, shares: dict[str, Any], key: str) -> ShareRow:
    equal, counted = (Estimate(**shares[prior], level=0.9, unit="") for prior in ("equal_prior", "counted_prior"))
    words = share_words(equal)
    drawing = Drawing(
        _WIDTH,
        _HEIGHT,
        title=t(phrase("{kind}: {share}", kind=kind, share=words)),
        description=t("From 0 to 1."),
        prefix=_prefix(key),
    )
    room = _WIDTH - 2 * _EDGE
    drawing.element("rect", "band", x=_EDGE, y=5, width=room, height=10)
    drawing.element("rect", "bar", x=_EDGE, y=5, width=max((equal.value or 0.0) * room, 1.0), height=10)
    low, high = (_EDGE + end * room for end in (equal.low, equal.high))
    ends = f"M{low:.1f} {_HEIGHT / 2:.1f}H{high:.1f}M{low:.1f} 6V14M{high:.1f} 6V14"
    drawing.element("path", "spread", d=ends, stroke_width=1.5)
    return ShareRow(kind=kind, share=words, counted=share_words(counted), bar=drawing.render())


def attempt_rows(finding: Finding) -> list[AttemptRow]:
    """Rows of a finding on an attempt, weightiest first; none for other findings."""
    if finding.topic != "attempt":
        return []
    found = list(finding.details.get("contributions") or ())
    found.sort(key=lambda each: -abs(each["log10_factor"]["value"]))
    return [_row(each, f"{finding.id}-{n}") for n, each in enumerate(found)]


def _row(each: dict[str, Any], key: str) -> AttemptRow:
    factor = each["log10_factor"]
    value = float(factor["value"])
    side = "neither" if abs(value) < _NEITHER else "for" if value > 0.0 else "against"
    return AttemptRow(
        feature=each["feature"],
        seen=each["seen"],
        factor=each["words"],
        side=side,
        mark=each["mark"],
        bar=_bar(each, side, _prefix(key)),
    )


def _prefix(key: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in key)


def _bar(each: dict[str, Any], side: str, prefix: str) -> str:
    """A bar from the middle (a factor of 1) to the factor, to the right for and to the left against; its interval as a line."""
    factor = each["log10_factor"]
    label = t(phrase("{feature}: {words}, {side}", feature=each["feature"], words=each["words"], side=side))
    said = t("Middle line: a factor of 1.")
    drawing = Drawing(_WIDTH, _HEIGHT, title=label, description=said, prefix=prefix)
    low, value, high = (_x(float(factor[name])) for name in ("low", "value", "high"))
    middle = _x(0.0)
    drawing.element("path", "axis", d=f"M{middle:.1f} 1V{_HEIGHT - 1:.1f}", stroke_width=1.2)
    name = "arrow-notified" if side == "against" else "bar"
    drawing.element("rect", name, x=min(middle, value), y=5, width=max(abs(value - middle), 1.5), height=10, rx=1.5)
    drawing.element("path", "spread", d=f"M{low:.1f} {_HEIGHT / 2:.1f}H{high:.1f}", stroke_width=1.5)
    return drawing.render()


def _x(log10: float) -> float:
    """Picture coordinate; what reaches further than a factor of 1,000 ends at the edge."""
    share = max(-1.0, min(1.0, log10 / _REACH)) if math.isfinite(log10) else 0.0
    return _WIDTH / 2.0 + share * (_WIDTH / 2.0 - _EDGE)
