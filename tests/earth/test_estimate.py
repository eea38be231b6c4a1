"""Estimates: a value with its range."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.earth import Estimate, estimate_from_samples
from bongsu.errors import InputError

finite = st.floats(-1e7, 1e7)


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (1.02, 11.4, "deg", "1-11 deg"),
        (0.0, 300.0, "km", "0-300 km"),
        (96.97, 97.86, "deg", "97.0-97.9 deg"),
        (-4.2, 8.9, "s", "-4 to 9 s"),
        (-0.3, 8.9, "s", "0 to 9 s"),
        (12.0, 12.0, "km", "12.0 km"),
        (5.00, 5.01, "m", "5.000-5.010 m"),
        (3.2, 12.0, "", "3-12"),
    ],
)
def test_printed_no_finer_than_known(low, high, unit, text):
    """One figure of the width: 0.9 wide gives tenths, 10 wide gives units."""
    assert str(Estimate(value=None, low=low, high=high, unit=unit)) == text


def test_without_unit():
    assert Estimate(value=5.0, low=1.0, high=11.0, unit="deg").format(unit=False) == "1-11"


@given(finite, st.floats(1e-4, 29.0))
def test_last_digit_is_between_a_thirtieth_and_a_third_of_the_width(low, width):
    """So the width itself is read to about one figure; over 30 units wide whole units are kept."""
    estimate = Estimate(value=None, low=low, high=low + width)
    width = estimate.high - estimate.low
    step = 10.0 ** -estimate.digits()
    assert width / 30.01 < step <= max(width / 2.999, 1e-6)


@given(finite, finite)
def test_half_width(a, b):
    estimate = Estimate(value=None, low=min(a, b), high=max(a, b))
    assert estimate.half_width == approx(abs(a - b) / 2)


@pytest.mark.parametrize(("low", "high"), [(2.0, 1.0), (math.nan, 1.0), (1.0, math.nan)])
def test_an_upside_down_or_unknown_interval_is_refused(low, high):
    with pytest.raises(InputError, match=r"estimate's low .* is above its high"):
        Estimate(value=None, low=low, high=high)


def test_quantiles_of_a_known_sample():
    """0 to 100 in steps of one: the median is 50, and 5 % lie under 5 and over 95."""
    estimate = estimate_from_samples(np.random.default_rng(1).permutation(np.arange(101.0)), unit="s")
    assert (estimate.low, estimate.value, estimate.high) == (approx(5), approx(50), approx(95))
    assert (estimate.level, estimate.unit) == (0.9, "s")
    half = estimate_from_samples(np.arange(101.0), level=0.5)
    assert (half.low, half.high, half.level) == (approx(25), approx(75), 0.5)


def test_normal_sample_covers_what_it_says():
    """90 % of a normal distribution lie within 1.6449 standard deviations (tables); 20,000 draws: 3 % at 5 sigma."""
    sample = np.random.default_rng(2).normal(3.0, 2.0, 20_000)
    estimate = estimate_from_samples(sample)
    assert estimate.value == approx(3.0, abs=0.09)
    assert estimate.low == approx(3.0 - 2 * 1.6449, abs=0.15)
    assert estimate.high == approx(3.0 + 2 * 1.6449, abs=0.15)


def test_missing_values_are_left_out():
    estimate = estimate_from_samples([np.nan, 1.0, np.inf, 3.0, np.nan])
    assert estimate.value == 2.0
    with pytest.raises(InputError, match="no finite sample"):
        estimate_from_samples([np.nan, np.inf])
    with pytest.raises(InputError, match="no finite sample"):
        estimate_from_samples([])


@given(st.lists(finite, min_size=1, max_size=50), st.floats(0.01, 0.99))
def test_the_median_lies_within(values, level):
    estimate = estimate_from_samples(values, level=level)
    assert min(values) <= estimate.low <= estimate.value <= estimate.high <= max(values)
