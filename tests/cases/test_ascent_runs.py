"""Runs of shipped vehicles take shipped sets; anything else is fitted; progress is told; both engines answer alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bongsu.ascent import Failure
from bongsu.cases import ascents, compile_ascent, find_flight, load_vehicle, run_ascent, run_failure
from bongsu.earth import geodesic_inverse


class Fitted(Exception):
    """Stands for a fit that was begun."""


@pytest.fixture
def nuri():
    vehicle, flights = load_vehicle("nuri")
    return vehicle, find_flight(vehicle, flights)


@pytest.fixture
def no_fit(monkeypatch):
    def begun(*_, **__):
        raise Fitted

    monkeypatch.setattr(ascents, "fit_known", begun)


def test_a_shipped_vehicle_is_not_fitted_again(nuri, no_fit):
    words, done = [], []
    run = run_failure(*nuri, Failure(), flights=200, progress=words.append, flown=lambda *each: done.append(each))
    assert words == ["flying 200 flights"] and done == [(200, 200)]
    assert run.sets == 249 and [body.label for body in run.footprints] == ["stage 1", "stage 2", "fairing"]
    assert run_ascent(*nuri).fit.converged


def test_another_figure_or_statement_is_fitted(nuri, no_fit):
    vehicle, known = nuri
    heavier = replace(vehicle.payload_kg, estimate=replace(vehicle.payload_kg.estimate, high=2000.0))
    for odd in ((replace(vehicle, payload_kg=heavier), known), (vehicle, replace(known, azimuth_error_deg=0.7))):
        with pytest.raises(Fitted):
            run_failure(*odd, Failure(), flights=200)
        with pytest.raises(Fitted):
            run_ascent(*odd)


def test_both_engines_give_the_same_falls(nuri):
    small, bulk = (run_failure(*nuri, Failure(), flights=200, seed=4, engine=engine) for engine in ("small", "bulk"))
    for one, other in zip(small.footprints, bulk.footprints, strict=True):
        assert one.label == other.label and one.count == other.count
        assert geodesic_inverse(*one.median, *other.median)[0] < 20.0
        assert np.abs(one.fall.time_s - other.fall.time_s).max() < 0.2
        for a, b in zip(one.areas, other.areas, strict=True):
            assert a.major_m == pytest.approx(b.major_m, rel=1e-3)
            assert a.end_s == pytest.approx(b.end_s, abs=0.1)


def test_the_engine_is_made_ready_only_where_it_will_fly():
    told = []
    assert not compile_ascent(200, lambda *each: told.append(each)) and told == []
    assert compile_ascent(10_000, lambda *each: told.append(each))
    assert told[0][1] < told[-1][1] == 1.0
