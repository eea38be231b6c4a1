"""Least squares with ranges: Levenberg and Marquardt's method, every trial of a round worked at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Solution", "solve"]

Array = NDArray[np.float64]
_SHORTER = 0.4  # of a step: a second trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """Values (p,), residuals (m,), their derivatives (m, p), and whether it came to rest."""

    values: Array
    residuals: Array
    jacobian: Array
    converged: bool
    rounds: int


def solve(
    residuals: Callable[[Array], Array],
    start: Array,
    *,
    low: Array,
    high: Array,
    step: Array,
    rounds: int = 30,
    rest: float = 2e-4,
    least: float = 1e-12,
    careful: bool = False,
) -> Solution:
    """Values with the least sum of squared residuals, inside bounds.

    Parameters
    ----------
    residuals : function
        Of values (p, k), k trials at once, to residuals (m, k), each in units of its own standard error.
    start, low, high, step : array (p,)
        First values, bounds, and the steps of the derivatives.
    rounds : int
        At most.
    rest, least : float
        It has come to rest when the sum of squares falls by less than this share, and this much.
    careful : bool
        For many figures with corners between them: what leans on a bound is held there for the round, shorter steps are
        tried too, and only three quiet rounds in a row are rest.

    Notes
    -----
    Marquardt (1963), J. SIAM 11, 431, scaled by the diagonal; five dampings are tried at once.
    """
    value = np.clip(start, low, high)
    damping = 1e-2
    now = residuals(value[:, None])[:, 0]
    jacobian = np.zeros((len(now), len(value)))
    quiet, patience = 0, 3 if careful else 1
    for count in range(1, rounds + 1):
        signs = np.where(value + step > high, -1.0, 1.0)
        trials = value[:, None] + np.diag(step * signs)
        jacobian = (residuals(trials) - now[:, None]) / (step * signs)
        jacobian = np.nan_to_num(jacobian)
        normal, slope = jacobian.T @ jacobian, jacobian.T @ now
        dampings = damping * 10.0 ** np.arange(-2.0, 3.0)
        free = np.flatnonzero(~(careful & (((value <= low) & (slope > 0.0)) | ((value >= high) & (slope < 0.0)))))
        tried = _tried(value, normal, slope, dampings, free, low, high)
        if careful:
            tried = np.concatenate([tried, value[:, None] + _SHORTER * (tried - value[:, None])], axis=1)
        found = residuals(tried)
        cost = np.where(np.isfinite(found).all(axis=0), np.sum(found**2, axis=0), np.inf)
        best = int(np.argmin(cost))
        before = float(now @ now)
        if not cost[best] < before:
            quiet += 1
            if damping > 1e8 or (careful and quiet >= patience):
                return Solution(values=value, residuals=now, jacobian=jacobian, converged=True, rounds=count)
            damping *= 1e3
            continue
        value, now = tried[:, best], found[:, best]
        damping = float(np.clip(dampings[best % len(dampings)], 1e-9, 1e9))
        quiet = quiet + 1 if before - cost[best] < rest * before + least else 0
        if quiet >= patience:
            return Solution(values=value, residuals=now, jacobian=jacobian, converged=True, rounds=count)
    return Solution(values=value, residuals=now, jacobian=jacobian, converged=False, rounds=rounds)


def _tried(
    value: Array,
    normal: Array,
    slope: Array,
    dampings: Array,
    free: NDArray[np.intp],
    low: Array,
    high: Array,
) -> Array:
    """One trial (p, k) for each damping; figures that are not free stay."""
    scale = np.diag(normal) + 1e-12
    inner = normal[np.ix_(free, free)]
    tried = np.repeat(value[:, None], len(dampings), axis=1)
    for place, each in enumerate(dampings):
        tried[free, place] -= np.linalg.solve(inner + each * np.diag(scale[free]), slope[free])
    return np.asarray(np.clip(tried, low[:, None], high[:, None]))
