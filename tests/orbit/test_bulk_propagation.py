"""The bulk engine against the ``sgp4`` library (AIAA 2006-6753 in C++) and the published verification states."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib.resources import files

import numpy as np
import pytest
from sgp4.api import SatrecArray

from bongsu.earth import julian_date, to_datetime64
from bongsu.errors import InputError
from bongsu.orbit import ElementSet, parse_tle, prepare_sets, propagate_many, propagate_prepared, states_at, use_bulk
from bongsu.orbit.propagation import satrec_of

EPOCH = datetime(2024, 7, 5, tzinfo=UTC)
TENTH_OF_A_MILLIMETRE = 1e-4
DAY = np.datetime64("2024-07-05", "us") + np.arange(0, 1440, 7) * np.timedelta64(60, "s")


def element_set(number: int, **values: float) -> ElementSet:
    given = {
        "inclination_deg": 63.4,
        "node_deg": 40.0,
        "eccentricity": 0.001,
        "perigee_argument_deg": 270.0,
        "mean_anomaly_deg": 10.0,
        "mean_motion_rev_day": 15.0,
        "bstar": 1e-4,
    } | values
    return ElementSet(norad_id=number, designator="", name="", epoch=EPOCH, **given)


def mixed(rng: np.random.Generator, count: int) -> list[ElementSet]:
    """Orbits of every branch: no eccentricity, equatorial, both resonances, Lyddane's limit, low perigees, much drag."""
    sets = []
    for number in range(count):
        motion = float(rng.choice([rng.uniform(0.2, 16.5), rng.uniform(0.9, 1.1), rng.uniform(1.95, 2.1), 6.39, 6.41]))
        axis_km = (398600.8 / (motion * 2 * np.pi / 86400) ** 2) ** (1 / 3)
        highest = max(0.0, 1.0 - 6450.0 / axis_km)
        shapes = [0.0, 1e-7, 1e-5, 1e-4, rng.uniform(0, 0.02), rng.uniform(0, 0.9), highest]
        tilts = [0.0, 1e-7, 1e-4, rng.uniform(0, 1), rng.uniform(0, 15), 11.459, 11.46, 90.0, rng.uniform(0, 179)]
        sets.append(
            element_set(
                number,
                inclination_deg=float(rng.choice(tilts)),
                node_deg=rng.uniform(0, 360),
                eccentricity=min(float(rng.choice(shapes)), highest),
                perigee_argument_deg=rng.uniform(0, 360),
                mean_anomaly_deg=rng.uniform(0, 360),
                mean_motion_rev_day=motion,
                bstar=float(rng.choice([0.0, 1e-5, 1e-4, 1e-3, 1e-2, -1e-3])),
            )
        )
    return sets


def by_library(sets, times) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    error, position, velocity = SatrecArray([satrec_of(item) for item in sets]).sgp4(*julian_date(times))
    return position * 1000.0, velocity * 1000.0, error


@pytest.mark.parametrize("days", [0.0, -40.0, 300.0])
def test_every_kind_of_orbit_as_the_library(days):
    """600 sets of all kinds near their epoch, before and long after it: 1 cm, and the very same codes."""
    sets = mixed(np.random.default_rng(20240705), 600)
    times = DAY + np.timedelta64(int(days * 86_400_000_000), "us")
    position, velocity, code = propagate_prepared(prepare_sets(sets), times)
    expected, speed, error = by_library(sets, times)
    np.testing.assert_array_equal(code, error)
    good = error == 0
    assert good.sum() > 80_000
    assert np.abs(position[good] - expected[good]).max() < (TENTH_OF_A_MILLIMETRE if days == 0.0 else 0.01)
    assert np.abs(velocity[good] - speed[good]).max() < 1e-4
    assert np.isnan(position[~good]).all()


def test_errors_are_the_librarys():
    """Codes 1, 3, 4 and 6 all occur: decay, eccentricity out of range, an orbit that was never one."""
    text = files("sgp4").joinpath("SGP4-VER.TLE").read_text()
    sets = [item for item in parse_tle(text, strict=False)[0] if item.norad_id in (22312, 28872, 29141, 33333, 33334)]
    sets += [element_set(1, bstar=0.1, mean_motion_rev_day=16.2), element_set(2, eccentricity=0.97)]
    seen = set()
    for item in sets:
        times = to_datetime64(item.epoch) + np.arange(0, 6000, 3) * np.timedelta64(60, "s")
        _, _, code = propagate_prepared(prepare_sets([item]), times)
        _, _, error = by_library([item], times)
        np.testing.assert_array_equal(code, error)
        seen |= set(code.ravel().tolist())
    assert seen >= {0, 1, 3, 4, 6}


def test_the_published_verification_states():
    """AIAA 2006-6753, all 666 states of tcppver.out: under a millimetre, resonant and lunar-solar cases included."""
    text = files("sgp4").joinpath("SGP4-VER.TLE").read_text()
    sets, _ = parse_tle(text, strict=False)
    blocks: list[list[list[float]]] = []
    for line in files("sgp4").joinpath("tcppver.out").read_text().splitlines():
        words = line.split()
        if words[-1] == "xx":
            blocks.append([])
        else:
            blocks[-1].append([float(word) for word in words[:7]])
    prepared, compared = prepare_sets(sets), 0
    for index, rows in enumerate(map(np.array, blocks)):
        states, code = states_at(prepared, index, to_datetime64(sets[index].epoch), rows[:, 0] * 60.0)
        good = code == 0
        assert np.abs(states[:3, good].T - rows[good, 1:4] * 1000.0).max(initial=0.0) < 1e-3
        assert np.abs(states[3:, good].T - rows[good, 4:7] * 1000.0).max(initial=0.0) < 1e-5
        compared += int(good.sum())
    assert compared == 666


def test_small_and_bulk_are_one_function():
    sets = mixed(np.random.default_rng(7), 40)
    small = propagate_many(sets, DAY, engine="small")
    bulk = propagate_many(sets, DAY, engine="bulk", threads=2)
    np.testing.assert_array_equal(small[2], bulk[2])
    np.testing.assert_allclose(bulk[0], small[0], atol=1e-3)
    np.testing.assert_allclose(bulk[1], small[1], atol=1e-6)


def test_threads_blocks_and_buffers_change_nothing():
    """Any number of threads, times in any order or number, an output used again, velocities left out: the same states."""
    prepared = prepare_sets(mixed(np.random.default_rng(9), 70))
    position, velocity, code = propagate_prepared(prepared, DAY)
    reports = []
    again = propagate_prepared(
        prepared,
        DAY[::-1],
        out=(np.empty_like(position), np.empty_like(velocity), np.empty_like(code)),
        threads=3,
        progress=lambda done, total: reports.append((done, total)),
    )
    np.testing.assert_allclose(again[0][:, ::-1], position, atol=1e-6, equal_nan=True)
    assert reports[-1] == (70, 70)
    short = propagate_prepared(prepared, DAY[:3], velocities=False)
    np.testing.assert_allclose(short[0], position[:, :3], atol=1e-6, equal_nan=True)
    assert short[1].size == 0


def test_no_satellite_and_no_time():
    assert propagate_prepared(prepare_sets([]), DAY)[0].shape == (0, DAY.size, 3)
    assert propagate_prepared(prepare_sets([element_set(1)]), DAY[:0])[0].shape == (1, 0, 3)


def test_a_wrong_buffer_and_a_wrong_engine_are_refused():
    prepared = prepare_sets([element_set(1)])
    position, velocity, code = propagate_prepared(prepared, DAY)
    with pytest.raises(InputError, match="out has shapes"):
        propagate_prepared(prepared, DAY[:5], out=(position, velocity, code))
    with pytest.raises(InputError, match="unknown engine"):
        use_bulk("fast", large=True)


def test_sets_to_a_microsecond_of_their_epoch():
    """Split Julian dates: a state asked a microsecond later has moved by 7.6 mm, not by the 0.3 m of one float."""
    prepared = prepare_sets([element_set(1, mean_motion_rev_day=15.5)])
    times = to_datetime64(EPOCH + timedelta(days=3)) + np.arange(3) * np.timedelta64(1, "us")
    position, velocity, _ = propagate_prepared(prepared, times)
    moved = np.linalg.norm(np.diff(position[0], axis=0), axis=1)
    np.testing.assert_allclose(moved, np.linalg.norm(velocity[0, 0]) * 1e-6, atol=1e-4)
