"""Shipped fits: of the vehicle and flight that are shipped, by today's equations, and nothing else is taken for them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bongsu.ascent import fingerprint, parse_flights, parse_kept_fit, parse_vehicle
from bongsu.ascent.fitting import fit_at
from bongsu.earth import Estimate
from bongsu.errors import InputError
from bongsu.reference import kept_fit_text, vehicle_ids, vehicle_text

KNOWN = [
    (vehicle, flight)
    for name in vehicle_ids()
    for vehicle in [parse_vehicle(vehicle_text(name))]
    for flight in parse_flights(vehicle_text(name), vehicle)
]
IDS = [f"{vehicle.id}.{flight.id}" for vehicle, flight in KNOWN]


def shipped(vehicle, flight):
    text = kept_fit_text(vehicle.id, flight.id)
    assert text is not None, "run scripts/fit_vehicles"
    return parse_kept_fit(text)


@pytest.mark.parametrize(("vehicle", "flight"), KNOWN, ids=IDS)
def test_a_shipped_fit_is_of_what_is_shipped(vehicle, flight):
    assert shipped(vehicle, flight).holds(vehicle, flight), "stale: run scripts/fit_vehicles"


@pytest.mark.parametrize(("vehicle", "flight"), KNOWN, ids=IDS)
def test_a_shipped_fit_still_is_the_best_by_todays_equations(vehicle, flight):
    """No figure can be moved by a tenth of its error and the whole be better: else the equations have changed."""
    kept = shipped(vehicle, flight)
    fit = kept.fit(vehicle, flight)
    assert fit.names == kept.names
    assert fit.converged
    errors = np.sqrt(np.diag(fit.covariance))
    aside = 0.1 * np.diag(errors)
    trials = kept.values[:, None] + np.concatenate([np.zeros((len(errors), 1)), aside, -aside], axis=1)
    inside = np.clip(trials, fit.dials.low[:, None], fit.dials.high[:, None])
    cost = np.sum(fit.residuals(inside) ** 2, axis=0)
    assert np.nanmin(cost) >= cost[0] - 0.1


@pytest.mark.parametrize(("vehicle", "flight"), KNOWN, ids=IDS)
def test_shipped_sets_meet_the_stated_figures_within_their_errors(vehicle, flight):
    """The spread of each stated figure over the sets is that of its error, and its mean is met."""
    kept = shipped(vehicle, flight)
    fit = kept.fit(vehicle, flight)
    some = kept.sets[:, :: max(1, kept.sets.shape[1] // 40)]
    stated = fit.residuals(some)[: len(fit.misses)]
    assert np.isfinite(stated).all()
    assert np.abs(np.mean(stated, axis=1)).max() < 1.5
    assert np.sqrt(np.mean(stated**2)) < 2.0
    assert kept.whole_sets(vehicle, flight).craft.count == kept.sets.shape[1] >= 100


def test_the_fingerprint_follows_figures_and_flight_but_no_words():
    vehicle, flight = KNOWN[0]
    usual = fingerprint(vehicle, flight)
    assert fingerprint(replace(vehicle, summary="other words"), replace(flight, note="other words")) == usual
    heavier = replace(vehicle.payload_kg, estimate=Estimate(value=101.0, low=100.0, high=102.0, level=0.9, unit="kg"))
    assert fingerprint(replace(vehicle, payload_kg=heavier), flight) != usual
    assert fingerprint(vehicle, replace(flight, azimuth_error_deg=0.123)) != usual
    stated = replace(flight.stated, figures=flight.stated.figures[1:])
    assert fingerprint(vehicle, replace(flight, stated=stated)) != usual


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("{", "[", "no kept fit"),
        ("bongsu/kept-fit/1", "bongsu/kept-fit/9", "schema"),
        ('"seed"', '"sed"', "seed"),
        ('"values": [', '"values": [1.0, ', "other lengths"),
        ('"values": [', '"values": [NaN, ', "other lengths"),
    ],
)
def test_a_broken_text_is_refused(before, after, word):
    vehicle, flight = KNOWN[0]
    with pytest.raises(InputError, match=word):
        parse_kept_fit(kept_fit_text(vehicle.id, flight.id).replace(before, after, 1))


def test_values_of_another_vehicle_are_refused():
    vehicle, flight = KNOWN[0]
    with pytest.raises(InputError, match="values"):
        fit_at(vehicle, flight.pad, flight.stated, flight.start, np.zeros(3), np.zeros((5, 3)))


def test_there_is_none_of_an_unknown_flight():
    assert kept_fit_text("nuri", "1999-01-01") is None
