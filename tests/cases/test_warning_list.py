"""Warning lists: levels, gaps, filters, lists of places; and what a user gets wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from imager_samples import CATALOGUE, DATA, EPOCH, TEXT, WINDOW, made
from pytest import approx

from bongsu.cases import (
    Filters,
    Manoeuvre,
    choose_satellites,
    coverage_of_claim,
    exposure_row,
    latitude_profile,
    orbit_class,
    places_from_sites,
    plan_warnings,
    read_listing,
    read_manoeuvres,
    read_places,
    site_row,
    week_cells,
)
from bongsu.earth import Window, region_from_circle
from bongsu.errors import InputError, NoDataError, SiteError
from bongsu.orbit import format_tle

BUSAN = places_from_sites(("Busan=35.10,129.10",))


def chosen(data=DATA, **filters):
    return choose_satellites(data, WINDOW, Filters(**filters), origin="made.tle")[0]


def names(found):
    return [one.item.name for one in found]


@pytest.fixture(scope="module")
def plan():
    return plan_warnings(places_from_sites(("Busan=35.10,129.10", "Rothera=-67.57,-68.13")), chosen(), WINDOW)


def test_only_imagers_of_the_table_are_asked():
    assert names(chosen()) == ["PLEIADES 1A", "LANDSAT 8", "SENTINEL-1A", "WORLDVIEW-3", "ICEYE-X40"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"purpose": "radar"}, ["SENTINEL-1A", "ICEYE-X40"]),
        ({"owners": ("france",)}, ["PLEIADES 1A"]),
        ({"names": ("view",)}, ["WORLDVIEW-3"]),
        ({"purpose": "any", "classes": ("meo",)}, ["HIGH ONE"]),
        ({"numbers": frozenset({40053})}, ["SPOT 7"]),
        ({"classes": ("sso",), "purpose": "optical"}, ["PLEIADES 1A", "LANDSAT 8", "WORLDVIEW-3"]),
    ],
)
def test_filters(filters, expected):
    assert names(chosen(**filters)) == expected


def test_orbit_classes():
    assert orbit_class(made(1, "A", 500.0, 97.4, 0.0)) == "sso"
    assert orbit_class(made(1, "B", 500.0, 51.0, 0.0)) == "leo"
    assert orbit_class(made(1, "C", 35_786.0, 0.1, 0.0)) == "geo"
    assert orbit_class(made(1, "D", 20_000.0, 63.0, 0.0, eccentricity=0.7)) == "heo"


def test_over_an_area_now():
    found = chosen(purpose="any", over=region_from_circle(0.0, 0.0, 8_900_000.0))
    rest = chosen(purpose="any", over=region_from_circle(0.0, 179.0, 8_900_000.0))
    assert (found and rest and not set(names(found)) & set(names(rest))) or set(names(found)) != set(names(rest))


def test_every_level_is_what_it_says(plan):
    assert {item.level for item in plan.exposures} == {"WARN", "watch", "night"}
    for item in plan.exposures:
        imager = plan.imagers[item.satellite]
        if item.level == "WARN":
            assert imager.kind == "radar" or item.sun_elevation_deg > plan.min_sun_deg - 0.5
            if imager.kind == "optical":
                assert item.off_nadir_deg <= imager.sure.max_off_nadir_deg
        if item.level == "night":
            assert imager.kind == "optical" and item.sun_elevation_deg < 0.5
        if imager.kind == "radar" and imager.sure.side != "both":
            assert item.side == imager.sure.side
        assert item.start <= item.best <= item.end


def test_each_pass_has_one_level(plan):
    for one in plan.plans:
        times = sorted((item.satellite, item.best) for item in one.exposures)
        for (satellite, first), (other, second) in pairwise(times):
            assert satellite != other or second - first > timedelta(minutes=30)


def test_intervals_tile_the_span_and_say_what_they_know(plan):
    for one in plan.plans:
        pieces = one.intervals
        assert pieces[0][0] == WINDOW.start and pieces[-1][1] == WINDOW.end
        assert all(first[1] == second[0] for first, second in pairwise(pieces))
        row = site_row(one, plan)
        assert "others may see it" in row["say"]
        seen = sum((end - start).total_seconds() for start, end, known in pieces if known)
        assert row["revisit"]["seen_share"] == approx(seen / 86_400.0, abs=1e-5)


def test_another_place_changes_nothing_here(plan):
    alone = plan_warnings(BUSAN, chosen(), WINDOW)
    assert [exposure_row(e, alone) for e in alone.plans[0].exposures] == [
        exposure_row(e, plan) for e in plan.plans[0].exposures
    ]


def test_identifiers_outlive_a_newer_set():
    """Sets that put every satellite 0.05 deg, some 0.8 s, farther along give the same identifiers."""
    one = plan_warnings(BUSAN, chosen(), WINDOW)
    moved = "".join(
        format_tle(replace(item, mean_anomaly_deg=item.mean_anomaly_deg + 0.05)) + "\n" for item in CATALOGUE
    )
    other = plan_warnings(BUSAN, chosen(moved.encode()), WINDOW)
    assert [item.best for item in one.exposures] != [item.best for item in other.exposures]
    assert {item.id for item in one.exposures} == {item.id for item in other.exposures}
    assert len({item.id for item in one.exposures}) == len(one.exposures)


def test_a_known_manoeuvre_after_the_epoch_is_on_every_later_line():
    when = EPOCH + timedelta(hours=12)
    found = plan_warnings(BUSAN, chosen(), WINDOW, manoeuvres=[Manoeuvre(norad_id=38012, start=when)])
    mine = [item for item in found.exposures if found.satellites[item.satellite].item.norad_id == 38012]
    assert mine
    for item in mine:
        assert bool(item.notes) == (item.best >= when)
        assert not item.notes or "epoch before the manoeuvre of 2026-07-01 12:00" in item.notes[0]


def test_a_jump_in_the_history_is_on_the_line():
    later = made(38012, "PLEIADES 1A", 705.0, 98.2, 256.0)
    text = TEXT + format_tle(replace(later, epoch=EPOCH + timedelta(days=1))) + "\n"
    found = plan_warnings(BUSAN, chosen(text.encode(), names=("PLEIADES",)), WINDOW)
    assert any("history jumps" in note for item in found.exposures for note in item.notes)


def test_an_area_is_reached_before_its_centre():
    circle = region_from_circle(35.1, 129.1, 200_000.0)
    body = {"type": "Feature", "properties": {"name": "strait"}, "geometry": circle.to_geojson()}
    areas, problems = read_places(json.dumps(body), where="area.json")
    assert not problems and areas[0].region is not None and len(areas[0].sites) > 100
    sets = chosen(names=("WORLDVIEW",))
    area, point = plan_warnings(areas, sets, WINDOW), plan_warnings(BUSAN, sets, WINDOW)
    assert point.exposures and len(area.exposures) >= len(point.exposures)
    for item in point.exposures:
        assert any(
            other.start <= item.start and other.end >= item.end and 0.0 < other.share <= 1.0 for other in area.exposures
        )


def test_week_cells_hold_the_strongest_level(plan):
    cells = week_cells(plan.plans[0], EPOCH, 1, 24)
    for item in plan.plans[0].exposures:
        hour = int((item.start - EPOCH) / timedelta(hours=1))
        assert cells[0][hour] in ("WARN", item.level) or item.level == "night"
    assert sum(bool(word) for word in cells[0]) < 24


def test_gsd_and_niirs_stand_where_they_are_known(plan):
    rows = [exposure_row(item, plan) for item in plan.exposures]
    assert all(row["niirs"] for row in rows if row["imager"] == "pleiades")
    assert not any(row["niirs"] for row in rows if row["imager"] != "pleiades")
    for row in rows:
        assert (row["gsd_across_m"] is None) == (row["kind"] == "radar")
        if row["gsd_across_m"]:
            assert row["gsd_across_m"]["low"] >= row["gsd_along_m"]["low"] > 0.0


def test_coverage_leaves_out_the_claim_s_own_satellite():
    moment = EPOCH + timedelta(hours=12)
    found, _ = coverage_of_claim(
        BUSAN[0], moment, DATA, origin="made.tle", within=timedelta(hours=12), leave_out=frozenset({40115})
    )
    assert 40115 not in {one.item.norad_id for one in found.satellites} and len(found.satellites) == 4
    with pytest.raises(NoDataError, match="no element sets"):
        coverage_of_claim(BUSAN[0], moment, None, origin="")


def test_polar_latitudes_are_seen_more_often():
    rows = latitude_profile(chosen(), WINDOW, step_deg=37.5, longitudes=2)
    by_latitude = {row["latitude"]: row["exposures_a_day"] for row in rows}
    assert by_latitude[75.0] > by_latitude[0.0]


def test_what_is_not_known_to_be_an_imager_is_only_watched():
    found = plan_warnings(BUSAN, chosen(names=("ISS",), purpose="any"), WINDOW)
    assert found.exposures and {item.level for item in found.exposures} <= {"watch", "night"}
    assert {item.why for item in found.exposures} == {"not known to be an imager"}
    assert not any(exposure_row(item, found)["gsd_across_m"] for item in found.exposures)


# What a user gets wrong.


def test_longitude_before_latitude_is_met():
    found, problems = read_places("name,latitude,longitude\nBusan,129.10,35.10\nGuam,13.6,144.9\n", where="p.csv")
    assert [place.name for place in found] == ["Guam"]
    assert "line 2" in problems[0].where and "latitude comes first" in str(problems[0])


def test_a_header_that_names_nothing_is_refused():
    with pytest.raises(SiteError, match="line 1") as caught:
        read_places("Busan,35.1,129.1\n", where="p.csv")
    assert "name,latitude,longitude" in caught.value.advice


def test_an_old_catalogue_is_refused_with_its_age():
    old = Window(start=EPOCH + timedelta(days=400), end=EPOCH + timedelta(days=401))
    with pytest.raises(NoDataError, match="400 days old"):
        choose_satellites(
            format_tle(replace(CATALOGUE[0], mean_motion_dot=4e-5)).encode(),
            old,
            Filters(names=("PLEIADES",)),
            origin="made.tle",
        )


def test_a_time_without_a_zone_in_a_list_of_manoeuvres_is_refused():
    with pytest.raises(InputError, match="no time zone"):
        read_manoeuvres("norad_id,start\n38012,2026-07-01T12:00\n", where="m.csv")
    assert read_manoeuvres("norad_id,start\n38012,2026-07-01T12:00Z\n", where="m.csv")[0].start == datetime(
        2026, 7, 1, 12, tzinfo=UTC
    )


def test_names_that_stand_twice_are_numbered():
    found, _ = read_places("name;lat;lon\nA;1;2\nA;3;4\n", where="p.csv")
    assert [place.name for place in found] == ["A", "A (2)"]


# Hostile input.


def test_a_hundred_thousand_places_are_refused_before_any_work():
    text = "name,latitude,longitude\n" + "x,10,10\n" * 100_000
    with pytest.raises(SiteError, match="more than 20,000 places"):
        read_places(text, where="p.csv")
    body = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]}}] * 100_000,
    }
    with pytest.raises(SiteError, match="more than 20,000 places"):
        read_places(json.dumps(body), where="p.json")


def test_too_many_satellite_site_days_are_refused_before_any_work():
    many = BUSAN * 20_000
    with pytest.raises(InputError, match="satellite-site-days"):
        plan_warnings(many, chosen(), Window(start=EPOCH, end=EPOCH + timedelta(days=3650)))


@pytest.mark.parametrize("value", ["nan", "inf", "1e999", "", "x" * 5000, "3५"])
def test_coordinates_that_are_none_are_listed(value):
    found, problems = read_places(f"latitude,longitude\n{value},10\n1,2\n", where="p.csv")
    assert len(found) == 1 and len(problems) in (1,)


@pytest.mark.parametrize(
    "text",
    [
        "{", '{"type": "FeatureCollection", "features": 3}', "[" * 100_000, "\x00\x01\x02" * 20,
        '{"type": "Feature", "geometry": {"type": "Point", "coordinates": [NaN, 1]}}',
        '{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 1], [1, 0]]]}}',
        '{"type": "Feature", "geometry": {"type": "Point", "coordinates": "12"}}',
    ],
)  # fmt: skip
def test_files_that_are_no_places_are_refused(text):
    with pytest.raises(InputError):
        read_places(text, where="p.json")


@pytest.mark.parametrize("sun", [float("nan"), -1.0, 90.0])
def test_a_sun_limit_that_is_none_is_refused(sun):
    with pytest.raises(InputError):
        plan_warnings(BUSAN, chosen(), WINDOW, min_sun_deg=sun)


def test_a_listing_gives_owner_and_purpose():
    listing = read_listing('[{"c": 25544, "n": "ISS (ZARYA)", "o": "ISS"}, {"c": "x"}]', where="s.json")
    assert listing[25544].owner == "ISS" and len(listing) == 1
    csv = "NORAD_CAT_ID,OBJECT_NAME,OWNER,PURPOSE\n25544,ISS,ISS,imaging\n"
    found, _ = choose_satellites(
        DATA, WINDOW, Filters(owners=("iss",)), origin="made.tle", listing=read_listing(csv, where="s.csv")
    )
    assert names(found) == ["ISS (ZARYA)"]
    with pytest.raises(InputError):
        read_listing("a,b\n1,2\n", where="s.csv")
