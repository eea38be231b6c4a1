"""A value with its range, printed no finer than it is known."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bongsu.errors import InputError
from bongsu.wording import phrase

__all__ = ["Estimate", "estimate_from_samples"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value, the interval that holds it at ``level``, and its unit.

    ``value`` is the best single figure and may be None where only a range is known. ``level`` is the
    probability of the interval (0.9 unless said); 1.0 marks bounds that hold with certainty of the
    stated inputs, such as rounding. ``high`` is infinite where only a lower bound is known. ``unit`` is the
    unit's usual sign: ``km``, ``deg``, ``s``.
    """

    value: float | None
    low: float
    high: float
    level: float = 0.9
    unit: str = ""

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise InputError(f"estimate's low {self.low} is above its high {self.high}")

    @property
    def half_width(self) -> float:
        """Half the width of the interval, in the unit."""
        return (self.high - self.low) / 2.0

    def digits(self) -> int:
        """Decimals worth printing: the interval's width to about one figure."""
        width = self.high - self.low
        if width <= 0.0 or not math.isfinite(width):
            return 1
        return max(0, min(6, -math.floor(math.log10(width / 3.0))))

    def format(self, *, unit: bool = True) -> str:
        """Text such as ``1-11 deg``: the range, rounded to its width; ``>= 12000 km`` where it has no upper end."""
        if math.isinf(self.high):
            return self._with_unit(f">= {self.low:.0f}") if unit else f">= {self.low:.0f}"
        digits = self.digits()
        low, high = f"{self.low:.{digits}f}", f"{self.high:.{digits}f}"
        low, high = (text.replace("-0", "0") if float(text) == 0 else text for text in (low, high))
        if low == high:
            text = low
        else:
            text = phrase("{low} to {high}", low=low, high=high) if self.low < 0 else f"{low}-{high}"
        return self._with_unit(text) if unit else text

    def _with_unit(self, text: str) -> str:
        return phrase("{text} {unit}", text=text, unit=self.unit) if self.unit else text

    def __str__(self) -> str:
        return self.format()


def estimate_from_samples(samples: ArrayLike, *, level: float = 0.9, unit: str = "") -> Estimate:
    """Median and central interval of a sample.

    Parameters
    ----------
    samples : array (n,)
        Values in ``unit``; NaN are left out.
    level : float
        Probability of the interval, 0 to 1.

    Raises
    ------
    InputError
        When no finite sample is left.
    """
    values = np.asarray(samples, dtype=float)
    values = values[np.isfinite(values)]
    if values.size == 0:
        raise InputError("no finite sample to estimate from")
    tail = (1.0 - level) / 2.0
    low, middle, high = np.quantile(values, [tail, 0.5, 1.0 - tail])
    return Estimate(value=float(middle), low=float(low), high=float(high), level=level, unit=unit)
