"""How often a place is seen: gaps between exposures, over a span and by latitude."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bongsu.errors import InputError

__all__ = ["Revisit", "merge_intervals", "revisit_of"]

Times = NDArray[np.datetime64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """Gaps between exposures of one place within a span. [s]

    ``exposures`` counts merged exposures. ``mean_gap_s`` and the percentiles are of the gaps between two exposures, NaN where
    there are fewer than two. ``max_gap_s`` counts the pieces before the first and after the last as well, and
    ``max_is_open`` says that the longest is such a piece: it may be longer. ``seen_share`` is the share of the span.
    """

    exposures: int
    mean_gap_s: float
    p50_gap_s: float
    p90_gap_s: float
    p95_gap_s: float
    max_gap_s: float
    max_is_open: bool
    seen_share: float


def merge_intervals(start: Times, end: Times, *, within: Iterable[np.datetime64] = ()) -> tuple[Times, Times]:
    """Intervals that overlap or touch made one, in order; ``within`` (two moments) cuts them to a span."""
    start, end = np.asarray(start, "datetime64[us]"), np.asarray(end, "datetime64[us]")
    edges = tuple(within)
    if edges:
        inside = (end >= edges[0]) & (start <= edges[1])
        start, end = np.maximum(start[inside], edges[0]), np.minimum(end[inside], edges[1])
    if start.size == 0:
        return start, end
    order = np.argsort(start, kind="stable")
    start, end = start[order], np.maximum.accumulate(end[order])
    first = np.concatenate([[True], start[1:] > end[:-1]])
    last = np.concatenate([first[1:], [True]])
    return start[first], end[last]


def revisit_of(start: Times, end: Times, span: Sequence[np.datetime64]) -> Revisit:
    """Gaps of one place.

    Parameters
    ----------
    start, end : arrays (n,) of datetime64
        Exposures, in any order, overlapping or not.
    span : two datetime64
        First and last moment looked at.

    Raises
    ------
    InputError
        When the span has no length.
    """
    if len(span) != 2 or not span[1] > span[0]:
        raise InputError("a revisit needs a span with a length")
    begin, finish = merge_intervals(start, end, within=span)
    second = np.timedelta64(1, "s")
    length = float((span[1] - span[0]) / second)
    if begin.size == 0:
        nan = float("nan")
        return Revisit(
            exposures=0, mean_gap_s=nan, p50_gap_s=nan, p90_gap_s=nan, p95_gap_s=nan, max_gap_s=length,
            max_is_open=True, seen_share=0.0,
        )  # fmt: skip
    closed = (begin[1:] - finish[:-1]) / second
    edges = [float((begin[0] - span[0]) / second), float((span[1] - finish[-1]) / second)]
    longest = max([*edges, *closed.tolist()])
    gaps = closed if closed.size else np.array([np.nan])
    p50, p90, p95 = (float(value) for value in np.quantile(gaps, [0.5, 0.9, 0.95]))
    return Revisit(
        exposures=int(begin.size),
        mean_gap_s=float(gaps.mean()),
        p50_gap_s=p50,
        p90_gap_s=p90,
        p95_gap_s=p95,
        max_gap_s=longest,
        max_is_open=longest in edges,
        seen_share=float(((finish - begin) / second).sum() / length),
    )
