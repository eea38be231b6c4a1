"""A vehicle and its programme fitted to stated figures of Nuri's first flight."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from ascent_samples import NARO, PROGRAMME, nuri

from bongsu.ascent import Stated, StatedFlight, fit_flight, fly, orbit_of
from bongsu.errors import InputError

KARI = ("KARI's plan, nchankookinnews.com ncd=4673",)
PLAN = ((127.0, 59e3), (233.0, 191e3), (274.0, 258e3))


@cache
def fitted():
    """To the plan of the first flight: heights, and 700 km; inclination as sun-synchronous at 700 km (our assumption)."""
    heights = tuple(Stated(what="height", time_s=time, value=height, error=1500.0) for time, height in PLAN)
    stated = StatedFlight(
        perigee_m=700e3,
        apogee_m=700e3,
        figures=(*heights, Stated(what="inclination", value=98.2, error=0.1)),
        sources=KARI,
    )
    return fit_flight(nuri(), NARO, stated, PROGRAMME, turns=(2,))


def test_nuri_flies_its_plan_within_its_public_figures():
    """Facts, section 10, check 8, and the issue: 59 +- 5, 191 +- 10, 258 +- 10, 700 +- 10 km, 30 m/s of circular speed."""
    fit = fitted()
    assert fit.converged
    marks = fly(fit.craft, fit.steering, NARO, marks_s=tuple(time for time, _ in PLAN)).marks
    height = [float(mark.geodetic()[2][0]) for mark in marks]
    assert height == pytest.approx([59e3, 191e3, 258e3], abs=5e3)
    end = fit.flight.events[-1]
    radius = float(np.linalg.norm(end.state[:3]))
    assert radius - 6378137.0 == pytest.approx(700e3, abs=10e3)
    assert float(end.inertial_speed_m_s()[0]) == pytest.approx(np.sqrt(3.986004418e14 / radius), abs=30.0)
    assert np.all(np.abs(fit.values[-len(fit.names) + 6 :]) < 3.0)


def test_cut_46_s_early_nuri_reaches_700_km_but_no_orbit():
    fit = fitted()
    cut = fly(fit.craft, fit.steering, NARO, until=float(fit.flight.events[-1].time[0]) - 46.0)
    orbit = orbit_of(cut.events[-1])
    assert 690e3 < float(orbit.apogee_m[0]) < 800e3
    assert float(orbit.perigee_m[0]) < 0.0


def test_drawn_sets_keep_what_hangs_together():
    """Sets from the fit stay far nearer to the plan than figures drawn one by one."""
    fit = fitted()
    sets = fit.draw(300, np.random.default_rng(2))
    assert sets.kept > 0.8
    height = fly(sets.craft, sets.steering, NARO, marks_s=(274.0,), tolerance_m=0.1).marks[0].geodetic()[2]
    assert np.median(height) == pytest.approx(258e3, abs=6e3)
    assert np.std(height) < 6e3
    assert all(each.shape == (sets.craft.count,) and np.all(each > 0.0) for each in sets.fall_drag.values())


def test_a_fit_needs_a_source():
    with pytest.raises(InputError, match="no source"):
        StatedFlight(perigee_m=500e3, apogee_m=500e3, sources=())


def test_a_fit_needs_enough_figures():
    stated = StatedFlight(figures=(Stated(what="height", time_s=100.0, value=40e3, error=1e3),), sources=KARI)
    with pytest.raises(InputError, match="needs an orbit"):
        fit_flight(nuri(), NARO, stated, PROGRAMME)


def test_contradictory_figures_do_not_converge():
    stated = StatedFlight(
        perigee_m=700e3,
        apogee_m=700e3,
        figures=(Stated(what="height", time_s=127.0, value=250e3, error=500.0),),
        sources=("made up",),
    )
    assert not fit_flight(nuri(), NARO, stated, PROGRAMME, turns=(2,), rounds=12).converged


def test_stated_figures_must_be_figures():
    with pytest.raises(InputError, match="no stated figure"):
        StatedFlight(figures=(Stated(what="height", value=np.nan, error=1.0, time_s=1.0),), sources=KARI)
    with pytest.raises(InputError, match="is no orbit"):
        StatedFlight(perigee_m=900e3, apogee_m=700e3, sources=KARI)
