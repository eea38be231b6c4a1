"""The bulk search over random orbits and places: nothing missed, nothing extra, and the same whatever cuts the question."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from sgp4.api import Satrec

from bongsu.earth import Window, bundled_orientation, geodetic_to_fixed, teme_to_fixed, to_datetime64
from bongsu.errors import InputError
from bongsu.orbit import ElementSet, format_tle, parse_tle
from bongsu.overflight import PassTable, Site, find_passes

START = datetime(2024, 7, 5, tzinfo=UTC)
DAY_S = 86_400
# Mean motion [rev/day] and inclination [deg] from and to, perigee from and to [km]; circular orbits have one height.
KINDS = (
    ("low", 14.6, 15.6, 42.0, 98.6, None),
    ("low and eccentric", 8.0, 13.5, 20.0, 75.0, (300.0, 900.0)),
    ("navigation", 1.7, 2.2, 54.0, 65.0, None),
    ("Molniya", 2.003, 2.008, 62.5, 64.5, (400.0, 1500.0)),
    ("transfer", 2.2, 4.5, 4.0, 30.0, (250.0, 500.0)),
    ("synchronous", 0.995, 1.01, 0.01, 15.0, None),
)


def satellites(rng: np.random.Generator, each: int) -> list[ElementSet]:
    """Some of every kind, as the two lines carry them."""
    sets = []
    for number in range(each * len(KINDS)):
        _, slow, fast, flat, steep, perigee = KINDS[number % len(KINDS)]
        motion = rng.uniform(slow, fast)
        axis_km = (398600.8 / (motion * 2 * np.pi / DAY_S) ** 2) ** (1 / 3)
        eccentricity = rng.uniform(1e-4, 2e-3) if perigee is None else 1 - (6378.0 + rng.uniform(*perigee)) / axis_km
        item = ElementSet(
            norad_id=90_000 + number,
            designator="",
            name="",
            epoch=START - timedelta(minutes=float(rng.integers(30, 1400))),
            inclination_deg=rng.uniform(flat, steep),
            node_deg=rng.uniform(0, 360),
            eccentricity=eccentricity,
            perigee_argument_deg=rng.uniform(0, 360),
            mean_anomaly_deg=rng.uniform(0, 360),
            mean_motion_rev_day=motion,
            bstar=1e-5,
        )
        sets.append(parse_tle(format_tle(item, name=False), strict=False)[0][0])
    return sets


def places(rng: np.random.Generator, count: int) -> list[Site]:
    return [
        Site(
            latitude_deg=float(np.degrees(np.arcsin(rng.uniform(-1, 1)))),
            longitude_deg=rng.uniform(-180, 180),
            height_m=rng.uniform(0, 3000),
        )
        for _ in range(count)
    ]


def height_over_limit(element_set: ElementSet, seconds: np.ndarray, sites: list[Site], limit: float) -> np.ndarray:
    """The elevation less the limit [deg], shape (sites, n), by the library's states every time: no curve, no search."""
    times = to_datetime64(START) + np.rint(seconds * 1e6).astype("timedelta64[us]")
    satrec = Satrec.twoline2rv(*format_tle(element_set, name=False).splitlines())
    error, position, velocity = satrec.sgp4_array(np.full(seconds.size, 2460496.5), seconds / DAY_S)
    assert not error.any()
    fixed, _ = teme_to_fixed(position * 1000.0, velocity * 1000.0, times, bundled_orientation())
    rows = []
    for site in sites:
        phi, lam = np.radians(site.latitude_deg), np.radians(site.longitude_deg)
        up = np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
        offset = fixed - geodetic_to_fixed(site.latitude_deg, site.longitude_deg, site.height_m).reshape(3)
        rows.append(np.degrees(np.arcsin(offset @ up / np.linalg.norm(offset, axis=1))) - limit)
    return np.array(rows)


def dense(element_set: ElementSet, sites: list[Site], limit: float) -> list[list[tuple[float, float]]]:
    """Passes over every site from a sample every 5 s, each root halved down to a millisecond on true states."""
    grid = np.arange(0.0, DAY_S + 1.0, 5.0)
    value = height_over_limit(element_set, grid, sites, limit)
    result = []
    for site, row in zip(sites, value, strict=True):
        above = row > 0.0
        change = np.flatnonzero(above[1:] != above[:-1])
        low, high = grid[change].copy(), grid[change + 1].copy()
        for _ in range(13 if change.size else 0):
            middle = (low + high) / 2.0
            order = np.argsort(middle)
            up = np.empty(middle.size, dtype=bool)
            up[order] = height_over_limit(element_set, middle[order], [site], limit)[0] > 0.0
            low = np.where(up == above[change], middle, low)
            high = np.where(up == above[change], high, middle)
        edges = np.concatenate([[0.0] * bool(above[0]), (low + high) / 2.0, [float(DAY_S)] * bool(above[-1])])
        result.append(list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)))
    return result


def spans(table: PassTable) -> np.ndarray:
    """Satellite, site, rise and set [s] of every row, ordered."""
    second = np.timedelta64(1_000_000, "us")
    start = to_datetime64(START)
    rows = np.stack([table.satellite, table.site, (table.rise - start) / second, (table.set - start) / second], axis=1)
    return rows[np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))]


@pytest.mark.parametrize("limit", [0.0, 10.0, 60.0])
def test_none_missed_and_none_extra_on_mixed_orbits(limit):
    """18 satellites of six kinds over 12 places for a day; times within 5 ms, a bisection's last digit and slow crossings."""
    rng = np.random.default_rng(20240705)
    sets, sites = satellites(rng, 3), places(rng, 12)
    table = find_passes(
        sets, sites, Window(start=START, end=START + timedelta(days=1)), min_elevation_deg=limit, engine="bulk"
    )
    expected = [
        (index, place, rise, fall)
        for index, item in enumerate(sets)
        for place, passes in enumerate(dense(item, sites, limit))
        for rise, fall in passes
    ]
    found = spans(table)
    assert len(found) == len(expected)
    assert len(found) > {0.0: 500, 10.0: 400, 60.0: 60}[limit]
    np.testing.assert_array_equal(found[:, :2], np.array(expected)[:, :2])
    np.testing.assert_allclose(found[:, 2:], np.array(expected)[:, 2:], atol=5e-3)


def test_small_and_bulk_agree():
    """The same passes; rises and sets within a millisecond."""
    rng = np.random.default_rng(3)
    sets, sites = satellites(rng, 2), places(rng, 6)
    window = Window(start=START, end=START + timedelta(days=1))
    small, bulk = (find_passes(sets, sites, window, engine=engine) for engine in ("small", "bulk"))
    one, other = spans(small), spans(bulk)
    np.testing.assert_array_equal(one[:, :2], other[:, :2])
    np.testing.assert_allclose(one[:, 2:], other[:, 2:], atol=1e-3)
    np.testing.assert_allclose(np.sort(small.max_elevation_deg), np.sort(bulk.max_elevation_deg), atol=1e-3)
    assert small.failed == bulk.failed == {}


def test_whatever_cuts_the_question_gives_the_same_passes():
    """Halves of a span joined, satellites or sites alone, several threads: the same rises and sets to a microsecond."""
    rng = np.random.default_rng(5)
    sets, sites = satellites(rng, 4), places(rng, 5)
    noon = START + timedelta(hours=12)
    whole = find_passes(sets, sites, Window(start=START, end=START + timedelta(days=1)), engine="bulk")
    halves = [
        find_passes(sets, sites, Window(start=start, end=start + timedelta(hours=12)), engine="bulk")
        for start in (START, noon)
    ]
    first, second = halves[0].select(~halves[0].open_end), halves[1].select(~halves[1].open_start)
    across = spans(whole)[(spans(whole)[:, 2] < 43_200.0) & (spans(whole)[:, 3] > 43_200.0)]
    joined = np.concatenate([spans(first), spans(second), across])
    joined = joined[np.lexsort((joined[:, 2], joined[:, 1], joined[:, 0]))]
    np.testing.assert_allclose(joined, spans(whole), atol=1e-4)
    assert halves[0].open_end.sum() == halves[1].open_start.sum() == len(across) > 0
    threaded = find_passes(sets, sites, Window(start=START, end=START + timedelta(days=1)), engine="bulk", threads=3)
    np.testing.assert_array_equal(spans(threaded), spans(whole))
    window = Window(start=START, end=START + timedelta(days=1))
    alone = find_passes(sets[7:8], sites[2:3], window, engine="bulk")
    mine = spans(whole)[(spans(whole)[:, 0] == 7) & (spans(whole)[:, 1] == 2)]
    np.testing.assert_allclose(spans(alone)[:, 2:], mine[:, 2:], atol=1e-5)


def test_each_pass_lies_in_its_span_and_culminates_in_it():
    rng = np.random.default_rng(11)
    table = find_passes(
        satellites(rng, 3), places(rng, 10), Window(start=START, end=START + timedelta(days=1)), engine="bulk"
    )
    assert np.all(np.diff(table.rise) >= np.timedelta64(0, "us"))
    for moment in (table.culmination, table.closest):
        assert np.all((table.rise <= moment) & (moment <= table.set))
    assert table.max_elevation_deg.min() >= 10.0 - 1e-6
    assert np.all(90.0 - table.incidence_deg <= table.max_elevation_deg + 1e-3)


def test_details_of_some_rows_are_those_of_all():
    rng = np.random.default_rng(13)
    table = find_passes(
        satellites(rng, 1), places(rng, 4), Window(start=START, end=START + timedelta(days=1)), engine="bulk"
    )
    high = table.max_elevation_deg > 40.0
    part = table.select(high)
    assert 0 < len(part) < len(table)
    np.testing.assert_array_equal(part.closest, table.closest[high])
    np.testing.assert_allclose(part.off_nadir_deg, table.off_nadir_deg[high], atol=1e-9)
    assert set(part.with_timing(3.0).timing_s) == {3.0}
    assert part.row(0).range_m == part.range_m[0]


def test_progress_is_told_and_a_wrong_engine_refused():
    rng = np.random.default_rng(17)
    sets, sites, reports = satellites(rng, 4), places(rng, 2), []
    window = Window(start=START, end=START + timedelta(hours=2))
    find_passes(sets, sites, window, engine="bulk", progress=lambda done, total: reports.append((done, total)))
    assert reports[-1] == (24, 24)
    with pytest.raises(InputError, match="unknown engine"):
        find_passes(sets, sites, window, engine="quick")
