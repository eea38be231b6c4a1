"""Accesses within passes beside a look every second, and intervals combined beside sets of seconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.earth import (
    Window,
    bundled_orientation,
    is_sunlit,
    sun_azimuth_elevation_deg,
    to_datetime64,
    to_fixed,
)
from bongsu.errors import InputError
from bongsu.orbit import ElementSet, propagate
from bongsu.overflight import (
    AccessLimits,
    IntervalTable,
    Site,
    accesses_of,
    all_of,
    any_of,
    find_passes,
    look_angles,
    none_of,
)

START = datetime(2024, 7, 5, tzinfo=UTC)
DAY = Window(start=START, end=START + timedelta(days=1))
SITES = [Site(latitude_deg=39.0, longitude_deg=125.8), Site(latitude_deg=-5.0, longitude_deg=20.0, height_m=900.0)]
SECOND = np.timedelta64(1_000_000, "us")
MASK = {0: ([0.0, 90.0, 180.0, 270.0], [10.0, 35.0, 12.0, 20.0])}


def satellite(number: int, **values: float) -> ElementSet:
    given_values = {
        "inclination_deg": 97.4,
        "node_deg": 30.0 * number,
        "eccentricity": 0.001,
        "perigee_argument_deg": 270.0,
        "mean_anomaly_deg": 40.0 * number,
        "mean_motion_rev_day": 15.2,
        "bstar": 1e-5,
    } | values
    return ElementSet(norad_id=number, designator="", name="", epoch=START - timedelta(hours=3), **given_values)


SETS = [
    satellite(1),
    satellite(2),
    satellite(3),
    satellite(4, mean_motion_rev_day=2.006, eccentricity=0.7, inclination_deg=63.4),
]
LIMITS = {
    "off-nadir": AccessLimits(off_nadir_deg=(0.0, 40.0)),
    "side-looking": AccessLimits(incidence_deg=(20.0, 45.0)),
    "near": AccessLimits(range_m=(0.0, 1_000_000.0)),
    "day": AccessLimits(sun_elevation_deg=(0.0, 90.0)),
    "twilight": AccessLimits(sun_elevation_deg=(-18.0, -6.0), sunlit=True),
    "dark": AccessLimits(sunlit=False),
    "mask": AccessLimits(mask=MASK),
    "several": AccessLimits(off_nadir_deg=(0.0, 50.0), sun_elevation_deg=(10.0, 90.0), mask=MASK),
}


def looked_at(element_set: ElementSet, index: int, limits: AccessLimits) -> list[tuple[float, float]]:
    """First and last second of every stretch in which the limits and 10 deg of elevation hold, by a look every second."""
    times = to_datetime64(START) + np.arange(86_401) * SECOND
    path = propagate(element_set, times)
    site = SITES[index]
    fixed = to_fixed(path, bundled_orientation()).position_m
    angles = look_angles(site, fixed)
    held = angles["elevation_deg"] > 10.0
    for name in ("off_nadir_deg", "incidence_deg", "range_m"):
        if getattr(limits, name) is not None:
            low, high = getattr(limits, name)
            held &= (angles[name] >= low) & (angles[name] <= high)
    if limits.sun_elevation_deg is not None:
        _, sun = sun_azimuth_elevation_deg(site.latitude_deg, site.longitude_deg, times, bundled_orientation())
        held &= (sun >= limits.sun_elevation_deg[0]) & (sun <= limits.sun_elevation_deg[1])
    if limits.sunlit is not None:
        held &= is_sunlit(path.position_m, times) == limits.sunlit
    if index in limits.mask:
        azimuth, elevation = limits.mask[index]
        held &= angles["elevation_deg"] >= np.interp(angles["azimuth_deg"], azimuth, elevation, period=360.0)
    change = np.flatnonzero(np.diff(np.concatenate([[False], held, [False]]).astype(int)))
    return list(zip(change[::2].tolist(), (change[1::2] - 1).tolist(), strict=True))


@pytest.mark.parametrize("name", LIMITS)
def test_accesses_are_what_a_look_every_second_sees(name):
    passes = find_passes(SETS, SITES, DAY)
    table = accesses_of(passes, LIMITS[name])
    total = 0
    for number, item in enumerate(SETS):
        for index in range(len(SITES)):
            mine = (table.satellite == number) & (table.site == index)
            start = (table.start[mine] - to_datetime64(START)) / SECOND
            end = (table.end[mine] - to_datetime64(START)) / SECOND
            expected = [pair for pair in looked_at(item, index, LIMITS[name]) if pair[1] > pair[0]]
            long = end - start > 2.0
            assert long.sum() == len([pair for pair in expected if pair[1] - pair[0] >= 2]), (name, number, index)
            for a, b in expected:
                near = np.abs(start - a) + np.abs(end - b)
                assert near.min() < 2.0, (name, number, index)
            total += len(expected)
    assert total >= 2


def test_the_bulk_engine_and_blocks_of_passes_give_the_same(monkeypatch):
    passes, limits = find_passes(SETS, SITES, DAY), LIMITS["several"]
    usual = accesses_of(passes, limits)
    monkeypatch.setattr("bongsu.overflight.access._BLOCK", 7)
    other = accesses_of(passes, limits, engine="bulk")
    assert len(usual) == len(other) > 3
    for name in ("start", "end"):
        assert np.abs((getattr(usual, name) - getattr(other, name)) / SECOND).max() < 1e-3


def test_a_limit_met_only_for_an_instant_at_the_closest_approach_is_found():
    passes = find_passes(SETS[:1], SITES[:1], DAY)
    for row in range(len(passes)):
        least = float(passes.off_nadir_deg[row])
        one = passes.select(np.array([row]))
        assert len(accesses_of(one, AccessLimits(off_nadir_deg=(0.0, least + 1e-4)))) <= 1
        (length,) = accesses_of(one, AccessLimits(off_nadir_deg=(0.0, least + 0.02))).length_s
        assert 0.0 < length < 30.0


def intervals(*spans: tuple[int, int, int]) -> IntervalTable:
    """Pair, start and end in seconds, as the union of what is given."""
    pair, start, end = np.array(spans, dtype=np.int64).reshape(-1, 3).T
    base = to_datetime64(START)
    return any_of(
        IntervalTable(satellite=pair // 2, site=pair % 2, start=base + start * SECOND, end=base + end * SECOND)
    )


def seconds(table: IntervalTable) -> set[tuple[int, int]]:
    """Every half-open second that a table covers."""
    base = to_datetime64(START)
    found = set()
    for k in range(len(table)):
        pair = int(table.satellite[k] * 2 + table.site[k])
        first, last = (int((moment - base) / SECOND) for moment in (table.start[k], table.end[k]))
        found |= {(pair, second) for second in range(first, last)}
    return found


SPANS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 30), st.integers(1, 12)).map(lambda v: (v[0], v[1], v[1] + v[2])),
    max_size=8,
)


@given(SPANS, SPANS, SPANS)
def test_all_any_and_none_are_those_of_sets(one, two, three):
    tables = [intervals(*spans) for spans in (one, two, three)]
    parts = [seconds(table) for table in tables]
    base = to_datetime64(START)
    everything = {(pair, second) for pair in range(4) for second in range(50)}
    both, either = all_of(*tables), any_of(*tables)
    neither = none_of(*tables, start=base, end=base + 50 * SECOND, satellites=2, sites=2)
    assert seconds(both) == parts[0] & parts[1] & parts[2]
    assert seconds(either) == parts[0] | parts[1] | parts[2]
    assert seconds(neither) == everything - seconds(either)
    for table in (both, either, neither):
        assert np.all(table.end > table.start)
        same = (np.diff(table.satellite) == 0) & (np.diff(table.site) == 0)
        assert np.all(table.start[1:][same] > table.end[:-1][same])


def test_passes_and_their_gaps_fill_the_day():
    passes = find_passes(SETS, SITES, DAY)
    seen = accesses_of(passes, AccessLimits())
    assert seen.length_s.sum() == pytest.approx(float(((passes.set - passes.rise) / SECOND).sum()), abs=1e-3)
    unseen = none_of(seen, start=to_datetime64(START), end=to_datetime64(DAY.end), satellites=4, sites=2)
    assert (seen.length_s.sum() + unseen.length_s.sum()) == pytest.approx(8 * 86_400.0, abs=1e-3)
    assert len(accesses_of(passes.select(np.zeros(len(passes), dtype=bool)), AccessLimits())) == 0


def test_limits_that_are_none_are_refused():
    with pytest.raises(InputError, match="off_nadir_deg 50 to 20 is no range within 0 to 90"):
        AccessLimits(off_nadir_deg=(50.0, 20.0))
    with pytest.raises(InputError, match="mask of site 3: azimuths must ascend"):
        AccessLimits(mask={3: ([0.0, 0.0], [1.0, 2.0])})
    with pytest.raises(InputError, match="no table"):
        all_of()
