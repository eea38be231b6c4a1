"""Picture quality against published figures and pyBSM's answers, recorded in tests/authorities."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytest import approx

from bongsu.errors import InputError
from bongsu.overflight import (
    Imager,
    Reach,
    giqe5_niirs,
    gsd_m,
    ideal_mtf_nyquist,
    imager_gsd_m,
    niirs_at_most,
    niirs_of,
    object_ladder,
    rer_from_mtf_nyquist,
)

PYBSM = json.loads((Path(__file__).parents[1] / "authorities" / "pybsm_giqe5.json").read_text())
DOCUMENTED = Imager(
    name="documented", kind="optical", sure=Reach(), possible=Reach(), reach_known=True, gsd_m=(0.7, 0.7), altitude_m=694e3,
    mtf_nyquist=(0.09, 0.2), snr=(90.0, 90.0),
)  # fmt: skip


def test_the_published_case_of_giqe_5():
    """NGA 2015, figure 1: RER 0.35, 20.8 in, SNR 50 is NIIRS 5; the equation gives 5.02."""
    assert float(giqe5_niirs(20.8 * 0.0254, 0.35, 50.0)) == approx(5.02, abs=0.005)


@pytest.mark.parametrize("row", PYBSM["giqe5"])
def test_giqe_5_agrees_with_pybsm(row):
    weighted = row["image_plane_gsd_m"] / math.sin(math.radians(row["elevation_deg"])) ** 0.25
    assert weighted == approx(row["weighted_gsd_m"], rel=1e-12)
    assert float(giqe5_niirs(weighted, row["rer"], row["snr"])) == approx(row["niirs"], abs=1e-9)


@pytest.mark.parametrize("row", PYBSM["rer"])
def test_edge_response_of_a_gaussian_agrees_with_pybsm(row):
    """pyBSM integrates the MTF in steps of 1e-4: equal to its step."""
    assert rer_from_mtf_nyquist(row["mtf_nyquist"]) == approx(row["rer"], abs=2e-6)


def test_niirs_of_a_documented_camera_is_a_range_about_pybsm_s_figure():
    found = niirs_of(DOCUMENTED, 694e3, 0.0)
    assert found is not None
    low = float(giqe5_niirs(0.7, rer_from_mtf_nyquist(0.09), 90.0))
    high = float(giqe5_niirs(0.7, rer_from_mtf_nyquist(0.2), 90.0))
    assert (found.low, found.high) == (approx(low - 1.645 * 0.3), approx(high + 1.645 * 0.3))
    assert found.low < 4.74 < found.high  # pyBSM, second case: RER 0.526


def test_niirs_falls_off_to_the_side():
    straight, aside = niirs_of(DOCUMENTED, 694e3, 0.0), niirs_of(DOCUMENTED, 900e3, 45.0)
    assert straight and aside and aside.high < straight.high


@pytest.mark.parametrize("without", ["mtf_nyquist", "snr", "gsd_m"])
def test_no_niirs_for_a_camera_that_nobody_knows(without):
    assert niirs_of(replace(DOCUMENTED, **{without: None}), 694e3, 0.0) is None
    assert niirs_of(replace(DOCUMENTED, is_scenario=True), 694e3, 0.0) is None
    assert niirs_at_most(DOCUMENTED, 694e3, 0.0) is None  # no aperture


def test_a_perfect_camera_bounds_a_real_one():
    """Goodman: at half the cut-off the MTF of a round aperture is 0.391; the pixel's at Nyquist is 2/pi."""
    pixel, focal = 8e-6, 10.0
    aperture = 0.65e-6 * focal / (2.0 * pixel) * 2.0  # Nyquist at half the cut-off
    assert ideal_mtf_nyquist(aperture, focal, pixel) == approx(0.391 * 2 / math.pi, abs=0.001)
    assert ideal_mtf_nyquist(0.01, focal, pixel) == 0.0


def test_ground_sample_distance_is_that_of_the_passes():
    across, along = gsd_m(0.7, 900e3, 694e3, 40.0)
    (low, high), (narrow, _) = imager_gsd_m(DOCUMENTED, 900e3, 50.0)
    assert low == high == approx(float(across)) and narrow == approx(float(along))


def test_no_ground_sample_distance_at_the_horizon_or_for_a_radar():
    (low, _), _ = imager_gsd_m(DOCUMENTED, 2500e3, 90.5)
    assert np.isnan(low)
    assert imager_gsd_m(replace(DOCUMENTED, kind="radar"), 700e3, 30.0) is None
    assert imager_gsd_m(replace(DOCUMENTED, gsd_m=None), 700e3, 30.0) is None


def test_the_ladder_descends():
    """A smaller pixel never says less of an object; at 20 m no lorry is seen, at 0.3 m its type is told."""
    order = ["not to be seen by its shape", "something is there", "what it is can be told", "its type can be told"]
    for coarse, fine in ((20.0, 5.0), (5.0, 1.0), (1.0, 0.3)):
        for one, other in zip(object_ladder(coarse), object_ladder(fine), strict=True):
            assert order.index(one.words) <= order.index(other.words)
    words = {step.object.name: step.words for step in object_ladder(20.0)}
    assert words["bus or lorry"] == order[0] and words["frigate"] == order[1]


@pytest.mark.parametrize("bad", [0.0, -1.0, float("nan"), 1e9])
def test_a_pixel_of_no_size_is_refused(bad):
    with pytest.raises(InputError):
        object_ladder(bad)


@pytest.mark.parametrize("bad", [0.0, 1.0, float("nan")])
def test_an_mtf_that_is_none_is_refused(bad):
    with pytest.raises(InputError):
        rer_from_mtf_nyquist(bad)
