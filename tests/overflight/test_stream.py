"""Passes part by part, limits at the closest approach, tables of places, and questions that are too large."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from bongsu.earth import Window, bundled_orientation
from bongsu.errors import InputError, SiteError
from bongsu.orbit import ElementSet, parse_tle
from bongsu.overflight import PassLimits, PassTable, Site, find_passes, parse_sites, passes_in_parts, within_limits

START = datetime(2024, 7, 5, tzinfo=UTC)
DAY = Window(start=START, end=START + timedelta(days=1))
SITES = [Site(latitude_deg=39.0, longitude_deg=125.8), Site(latitude_deg=-20.0, longitude_deg=30.0, height_m=900.0)]
KWANGMYONGSONG_4 = """\
1 41332U 16009A   22125.21808161  .00030905  00000+0  73442-3 0  9997
2 41332  97.2450 200.8790 0019764 121.8738 238.4436 15.41408035349170
"""
ENGINES = ["small", "bulk"]


def sets() -> list[ElementSet]:
    """Eight low orbits, one of half a day, one geosynchronous, and one that came down in 2023."""
    rng = np.random.default_rng(4)
    shapes = [(15.2, 0.001, 97.4)] * 8 + [(2.006, 0.7, 63.4), (1.0027, 0.0003, 0.1)]
    made = [
        ElementSet(
            norad_id=number,
            designator="",
            name=f"object {number}",
            epoch=START - timedelta(hours=3),
            inclination_deg=tilt,
            node_deg=rng.uniform(0, 360),
            eccentricity=eccentricity,
            perigee_argument_deg=270.0,
            mean_anomaly_deg=rng.uniform(0, 360),
            mean_motion_rev_day=motion,
            bstar=1e-5,
        )
        for number, (motion, eccentricity, tilt) in enumerate(shapes, start=1)
    ]
    return [*made[:4], parse_tle(KWANGMYONGSONG_4)[0][0], *made[4:]]


def keys(table: PassTable) -> list[tuple]:
    rows = zip(table.satellite.tolist(), table.site.tolist(), table.rise.tolist(), table.set.tolist(), strict=True)
    return sorted(rows)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("threads", [1, 3])
def test_parts_hold_what_the_whole_holds(engine, threads, monkeypatch):
    monkeypatch.setattr("bongsu.overflight.stream._ROWS_IN_PART", 40.0)  # two satellites a part
    reports = []
    parts = list(
        passes_in_parts(
            sets(),
            SITES,
            DAY,
            engine=engine,
            threads=threads,
            progress=lambda done, total: reports.append((done, total)),
        )
    )
    assert len(parts) == 6
    whole = find_passes(sets(), SITES, DAY, engine=engine)
    assert sorted(key for part in parts for key in keys(part)) == keys(whole)
    assert (
        {index: reason for part in parts for index, reason in part.failed.items()}.keys() == whole.failed.keys() == {4}
    )
    assert reports[-1] == (11, 11)
    assert [part.row(0).norad_id for part in parts if len(part)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "limits",
    [
        PassLimits(max_off_nadir_deg=30.0),
        PassLimits(max_off_nadir_deg=6.0),
        PassLimits(min_sun_elevation_deg=0.0, max_off_nadir_deg=45.0),
        PassLimits(max_sun_elevation_deg=-6.0),
        PassLimits(sunlit=False),
        PassLimits(max_range_m=1_200_000.0),
    ],
)
def test_limits_keep_what_a_look_at_every_row_keeps(engine, limits):
    """The quick looks at elevation and Sun throw away nothing that the columns would keep."""
    table = find_passes(sets(), SITES, DAY, engine=engine)
    keep = np.ones(len(table), dtype=bool)
    for name, low, high in (
        ("off_nadir_deg", None, limits.max_off_nadir_deg),
        ("sun_elevation_deg", limits.min_sun_elevation_deg, limits.max_sun_elevation_deg),
        ("range_m", None, limits.max_range_m),
    ):
        column = getattr(table, name)
        keep &= (column >= (-np.inf if low is None else low)) & (column <= (np.inf if high is None else high))
    if limits.sunlit is not None:
        keep &= table.sunlit == limits.sunlit
    found = within_limits(find_passes(sets(), SITES, DAY, engine=engine), limits, bundled_orientation())
    assert keys(found) == keys(table.select(keep))
    assert len(found) < len(table)


def test_nothing_but_decayed_objects_is_an_empty_part_with_its_reason():
    (gone,), _ = parse_tle(KWANGMYONGSONG_4)
    for engine in ENGINES:
        (part,) = passes_in_parts([gone], SITES, DAY, engine=engine)
        assert len(part) == 0
        assert part.failed[0].startswith("41332: ")


def test_what_is_too_large_is_refused_before_work():
    day = timedelta(days=3000)
    decade = Window(start=START, end=START + day)
    with pytest.raises(
        InputError, match=r"1,000 sites over 3,000 days may give 24,000,000 passes of a single satellite"
    ):
        next(passes_in_parts(sets(), SITES * 500, decade))
    with pytest.raises(InputError, match=r"would take some \d+ hours of a processor"):
        next(passes_in_parts(sets()[:1] * 40_000, SITES * 300, Window(start=START, end=START + timedelta(days=900))))
    with pytest.raises(InputError, match="more than a table in memory should hold"):
        find_passes(sets()[:1] * 3000, SITES * 400, Window(start=START, end=START + timedelta(days=10)))
    with pytest.raises(InputError, match="off-nadir limit 0 deg is outside 0 to 90"):
        PassLimits(max_off_nadir_deg=0.0)
    with pytest.raises(InputError, match="a window with both ends"):
        next(passes_in_parts(sets(), SITES, Window(start=START, end=None)))
    with pytest.raises(InputError, match="at least one element set"):
        next(passes_in_parts([], SITES, DAY))


def test_a_table_of_places_loses_only_its_bad_lines():
    text = (
        "name, latitude, longitude, height_m\n"
        "Seoul, 37.57, 126.98, 38\n"
        "nowhere, 97.0, 126.98, 0\n"
        "words, north, east, 0\n"
        "again, 37.57, 126.98, 38\n"
        "hole, nan, 10, 0\n"
        "Busan, 35.10, 129.10,\n"
    )
    sites, problems = parse_sites(text, origin="places.csv")
    assert [site.name for site in sites] == ["Seoul", "Busan"]
    assert sites[0].height_m == 38.0
    assert [problem.where for problem in problems] == [f"places.csv, line {line}" for line in (3, 4, 5, 6)]
    assert "latitude 97.0 is outside -90 to 90" in problems[0].what
    assert "'north', 'east', '0' are not numbers" in problems[1].what
    assert problems[2].what == "the same place as line 2"


def test_a_table_without_places_is_refused():
    with pytest.raises(SiteError, match="has no column latitude and longitude; its first line has lat, lon"):
        parse_sites("lat,lon\n1,2\n")
    with pytest.raises(SiteError, match="holds no place that can be read") as caught:
        parse_sites("latitude,longitude\nx,y\n")
    assert len(caught.value.problems) == 1
