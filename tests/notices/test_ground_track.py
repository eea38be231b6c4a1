"""Which directions from a site pass over an area, and when; against passes that were flown or published."""

from __future__ import annotations

import numpy as np
import pytest
from pytest import approx

from bongsu.notices.ground_track import (
    AZIMUTHS,
    LaunchOrigin,
    fit_circle_m,
    fit_track,
    nearest_origins,
    unit_vector,
)

SOHAE = LaunchOrigin(name="Sohae", latitude_deg=39.6596, longitude_deg=124.7057)
MAHIA = LaunchOrigin(name="Mahia", latitude_deg=-39.2609, longitude_deg=177.8655)
# Centres published for 2023 (facts, section 2a)
A, B, C = unit_vector(36.1, 123.5), unit_vector(33.4, 123.2), unit_vector(12.5, 128.9)


def azimuths(fits: np.ndarray) -> np.ndarray:
    return np.flatnonzero(fits) * 360 // AZIMUTHS


def test_the_areas_of_2023_fit_one_by_one_and_not_on_one_straight_track():
    """Azimuths over the ground 195, 191 and 171 deg (facts, section 3): a dog-leg of 24 deg is more than is allowed."""
    reach = np.array([30_000.0])
    for centre, azimuth in ((A, 195), (B, 191), (C, 171)):
        found = azimuths(fit_track(SOHAE, centre[None, :], reach).fits)
        assert found.min() <= azimuth <= found.max()
    assert not fit_track(SOHAE, np.stack([A, C]), np.full(2, 30_000.0)).fits.any()


def test_flight_time_grows_with_distance():
    """Stage 2 of 21 November 2023 fell about 14.5 min after lift-off, some 3,000 km away (facts, section 1)."""
    track = fit_track(SOHAE, np.stack([B, C]), np.array([30_000.0, 150_000.0]))
    near, far = np.nanmin(track.after_s, axis=1) / 60.0
    assert near < far
    assert far == approx(10.5, abs=2.0)  # the orbit is faster than a stage that falls


def test_the_far_side_is_reached_after_half_a_revolution():
    antipode = unit_vector(-39.6596, 124.7057 - 180.0 - 11.0)  # Earth turns 11 deg in 44 min
    track = fit_track(SOHAE, antipode[None, :], np.array([50_000.0]))
    assert track.fits.all()  # every great circle from a place meets at its antipode
    assert np.nanmin(track.after_s) / 60.0 == approx(48.0, abs=2.0)


def test_an_area_at_the_site_fits_every_direction():
    here = unit_vector(SOHAE.latitude_deg, SOHAE.longitude_deg)
    assert fit_track(SOHAE, here[None, :], np.array([20_000.0])).fits.all()


def test_no_area_is_no_evidence_against():
    assert fit_track(SOHAE, np.empty((0, 3)), np.empty(0)).fits.all()


@pytest.mark.parametrize("latitude", [-89.9, 0.0, 89.9])
def test_the_poles_do_not_fail(latitude):
    pole = LaunchOrigin(name="pole", latitude_deg=latitude, longitude_deg=0.0)
    assert np.isfinite(fit_track(pole, A[None, :], np.array([10_000.0])).after_s).any()


def test_places_on_the_equator_lie_on_one_circle():
    places = np.stack([unit_vector(0.0, longitude) for longitude in (0.0, 10.0, 25.0)])
    off, length = fit_circle_m(places, np.zeros(3))
    assert off == approx(0.0, abs=1.0)
    assert length == approx(25.0 * 111_195.0, rel=1e-3)
    off, _ = fit_circle_m(np.stack([*places, unit_vector(5.0, 12.0)]), np.zeros(4))
    assert off > 100_000.0


def test_an_area_at_a_pad_names_the_site_alone():
    there = np.stack([unit_vector(-39.3, 177.9), unit_vector(-46.0, 178.7)])
    reaches = np.array([20_000.0, 100_000.0])
    assert nearest_origins([SOHAE, MAHIA], there, reaches, 1_500_000.0) == (1,)
    assert nearest_origins([SOHAE, MAHIA], there[1:], reaches[1:], 1_500_000.0) == (1,)
    assert nearest_origins([SOHAE, MAHIA], there, reaches, 20_000_000.0) == (1,)
    assert nearest_origins([SOHAE, MAHIA], there[1:], reaches[1:], 20_000_000.0) == (0, 1)
    assert nearest_origins([], there, reaches, 1.0) == ()
