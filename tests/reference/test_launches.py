"""The bundled record of launches against the public facts it was written from, and against arithmetic."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from importlib import resources
from math import pi

import pytest
from click.testing import CliRunner
from geographiclib.geodesic import Geodesic
from pytest import approx

from bongsu.cases import bundled_case, record_entry, record_rows
from bongsu.cli.record_command import command
from bongsu.errors import InputError
from bongsu.orbit import parse_tle, perigee_apogee_km
from bongsu.provenance import GRADES
from bongsu.reference import launch_sources, launches, missile_tests
from bongsu.reference.launches import Launch, ReportedTime

BY_ID = {item.id: item for item in launches()}


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def lift_offs(launch_id):
    return {time.party: time.time.astimezone(UTC) for time in BY_ID[launch_id].lift_offs if not time.mark}


def parts(item):
    """Every value of a launch that a source gave."""
    for field in fields(item):
        value = getattr(item, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part):
                yield part


# Expected: GCAT launch log, copy of 2024-12-20 (planet4589.org/space/gcat), which lists orbital attempts only.
GCAT = {
    "1998-08-31": "1998-08-31T03:07", "2009-04-05": "2009-04-05T02:30", "2012-04-12": "2012-04-12T22:38:55",
    "2012-12-12": "2012-12-12T00:49:46", "2016-02-07": "2016-02-07T00:30", "2023-05-30": "2023-05-30T21:27",
    "2023-08-23": "2023-08-23T18:50", "2023-11-21": "2023-11-21T13:42:58", "2024-05-27": "2024-05-27T13:44",
}  # fmt: skip


def test_ten_north_korean_attempts_of_which_three_reached_orbit():
    north = [item for item in launches() if item.country == "North Korea"]
    assert [item.number for item in north] == list(range(1, 11))
    assert [item.id for item in north if item.outcome == "orbit"] == ["2012-12-12", "2016-02-07", "2023-11-21"]
    assert {item.outcome for item in launches()} == {"orbit", "failed"}


def test_ids_are_unique_over_launches_and_tests_and_are_the_utc_day():
    ids = [item.id for item in (*launches(), *missile_tests())]
    assert len(set(ids)) == len(ids)
    for item in launches():
        assert item.id == item.date
        assert {time.time.astimezone(UTC).date().isoformat() for time in item.lift_offs} == {item.date}
    assert [item.date for item in launches()] == sorted(item.date for item in launches())


def test_the_loader_gives_values_not_tables():
    for item in launches():
        assert isinstance(item, Launch)
        assert item.lift_offs and all(isinstance(time, ReportedTime) for time in item.lift_offs)
        for time in (*item.lift_offs, *item.insertions):
            assert time.time.tzinfo is not None and time.precision_s in (0.5, 30, 60)
        for notice in item.notices:
            assert notice.start.tzinfo is not None and notice.start < notice.end
    with pytest.raises(AttributeError):
        launches()[0].date = "1999-01-01"


def test_every_value_has_a_source_that_exists_and_every_source_is_used():
    sources, used = launch_sources(), set()
    for item in launches():
        for part in (item, *parts(item)):
            assert part.sources, (item.id, part)
            used |= set(part.sources)
    assert used == set(sources)
    assert all(source.grade in GRADES and source.publisher for source in sources.values())
    assert all(source.address or source.title for source in sources.values())
    assert not [name for name, source in sources.items() if source.grade == "M"], "find the source before it ships"


def test_no_source_stands_twice():
    text = resources.files("bongsu.reference").joinpath("launches.toml").read_text("utf-8")
    assert len(tomllib.loads(text)["source"]) == len(launch_sources())


@pytest.mark.parametrize("launch_id", GCAT)
def test_lift_off_by_gcat(launch_id):
    assert lift_offs(launch_id)["GCAT"] == utc(GCAT[launch_id])


@pytest.mark.parametrize(
    ("launch_id", "party", "time"),
    [
        ("1998-08-31", "KCNA", "1998-08-31T03:07"),  # fas.org/news/dprk/1998/dprk-980904a.htm
        ("2009-04-05", "KCNA", "2009-04-05T02:20"),  # aviationnewsreleases.com; cns.miis.edu
        ("2009-04-05", "Japan Ministry of Defense", "2009-04-05T02:30"),  # japantimes.co.jp 2009/04/06
        ("2012-04-12", "North Korean state television", "2012-04-12T22:38:55"),
        ("2012-04-12", "NORAD", "2012-04-12T22:39"),  # sat-nd.com: the minute only
        ("2012-12-12", "KCNA", "2012-12-12T00:49:46"),  # korean.people.com.cn
        ("2012-12-12", "South Korea", "2012-12-12T00:51"),  # khnews.kheraldm.com
        ("2016-02-07", "US Strategic Command", "2016-02-07T00:29"),  # satnews.com
        ("2016-02-07", "North Korean state television", "2016-02-07T00:30"),
        ("2023-05-30", "Japan Ministry of Defense", "2023-05-30T21:28"),
        ("2023-05-30", "ROK Joint Chiefs of Staff", "2023-05-30T21:29"),
        ("2023-08-23", "Japan Ministry of Defense", "2023-08-23T18:51"),
        ("2023-11-21", "KCNA", "2023-11-21T13:42:28"),  # journal-neo.su/2023/12/21
        ("2024-05-27", "ROK Joint Chiefs of Staff", "2024-05-27T13:44"),  # chosun.com 2024/05/28
    ],
)
def test_lift_off_by_party(launch_id, party, time):
    assert lift_offs(launch_id)[party] == utc(time)


def test_times_that_disagree_both_stand_and_are_said_to():
    november = lift_offs("2023-11-21")
    assert (november["GCAT"] - november["KCNA"]).total_seconds() == 30
    differ = {row["id"] for row in record_rows("launch") if row["lift_offs_differ"]}
    assert differ == {"2009-04-05", "2012-12-12", "2023-05-30", "2023-11-21"}


def test_insertion_is_705_s_after_kcnas_lift_off():
    (insertion,) = BY_ID["2023-11-21"].insertions
    assert (insertion.time.astimezone(UTC) - lift_offs("2023-11-21")["KCNA"]).total_seconds() == 705


def test_announced_first_stage_of_1998_fits_its_distance_in_one_rendering_only():
    """KCNA, 4 September 1998: 253 km and 1,646 km from the site, flown at 86 deg. FAS prints 132-40 E, others 139-40 E."""
    item = BY_ID["1998-08-31"]
    for fall in item.falls:
        if fall.latitude_deg is None:
            continue
        line = Geodesic.WGS84.Inverse(
            item.site.latitude_deg, item.site.longitude_deg, fall.latitude_deg, fall.longitude_deg
        )
        distance, stated = line["s12"] / 1000.0, float(fall.distance_km.replace(",", ""))
        if "inconsistent" in fall.mark:
            assert distance == approx(843, abs=5)
        else:
            assert distance == approx(stated, abs=1.5)  # points are given to a minute of arc: 1.4 km here
        if fall.label == "second stage":
            assert line["azi1"] == approx(86, abs=0.5)
    assert [fall.mark != "" for fall in item.falls[:2]] == [False, True]


@pytest.mark.parametrize(("launch_id", "norad_id"), [("2012-12-12", 39026), ("2016-02-07", 41332)])
def test_computed_orbit_is_that_of_the_first_element_set(launch_id, norad_id):
    """Heights of SGP4's Brouwer mean elements; the next test has what catalogues print."""
    item = BY_ID[launch_id]
    (found,), problems = parse_tle(item.element_sets[0].tle, strict=False)
    assert not problems
    assert found.norad_id == norad_id == item.objects[0].norad_id
    assert found.designator == item.objects[0].designator
    (computed,) = (orbit for orbit in item.orbits if orbit.kind == "computed")
    assert perigee_apogee_km(found) == approx((float(computed.perigee_km), float(computed.apogee_km)), abs=0.1)
    assert found.inclination_deg == float(computed.inclination_deg)
    age = (found.epoch - item.lift_offs[0].time).total_seconds()
    assert 0 < age < 86400


def test_a_catalogue_reads_the_mean_motion_by_keplers_law_three_kilometres_higher():
    item = BY_ID["2016-02-07"]
    (found,), _ = parse_tle(item.element_sets[0].tle, strict=False)
    axis_km = (398600.4418 / (found.mean_motion_rev_day * 2 * pi / 86400) ** 2) ** (1 / 3)
    kepler = [axis_km * (1 + sign * found.eccentricity) - 6378.137 for sign in (-1, 1)]
    (catalogued,) = (orbit for orbit in item.orbits if orbit.kind == "catalogued")
    assert kepler == approx([float(catalogued.perigee_km), float(catalogued.apogee_km)], abs=0.5)
    assert (sum(kepler) - sum(perigee_apogee_km(found))) / 2 == approx(3.0, abs=0.1)


def test_a_strict_reader_names_the_leading_zeros():
    sets, problems = parse_tle(BY_ID["2012-12-12"].element_sets[0].tle)
    assert not sets
    assert [problem.where for problem in problems] == ["line 2, columns 9-16", "line 2, columns 18-25"]
    assert len(parse_tle(BY_ID["2016-02-07"].element_sets[0].tle)[0]) == 1


def test_decay_dates_as_published():
    """nk-missile-tests data/satellite.en.json; NK News of 30 September 2023 has the first still in orbit."""
    first, second = BY_ID["2012-12-12"].decays
    assert (first.date, second.date) == ("2023-09-13", "not before 2023-09-30")
    assert first.mark
    assert {decay.date for decay in BY_ID["2016-02-07"].decays} == {"2023-06-30"}


@pytest.mark.parametrize(
    ("launch_id", "opens", "closes", "hours"),
    [
        ("2009-04-05", "2009-04-04T02:00", "2009-04-08T07:00", 24.3),
        ("2012-04-12", "2012-04-11T22:00", "2012-04-16T03:00", 24.6),
        ("2016-02-07", "2016-02-06T22:30", "2016-02-14T03:30", 2.0),
        ("2023-05-30", "2023-05-30T15:00", "2023-06-10T15:00", 6.5),
        ("2023-08-23", "2023-08-23T15:00", "2023-08-30T15:00", 3.8),
        ("2023-11-21", "2023-11-21T15:00", "2023-11-30T15:00", -1.3),
        ("2024-05-27", "2024-05-26T15:00", "2024-06-03T15:00", 22.7),
    ],
)
def test_last_notice_and_how_long_it_had_been_open(launch_id, opens, closes, hours):
    notice = BY_ID[launch_id].notices[-1]
    assert (notice.start.astimezone(UTC), notice.end.astimezone(UTC)) == (utc(opens), utc(closes))
    assert record_entry(launch_id)["notices"][-1]["lift_off_after_opening_h"] == approx(hours, abs=0.06)


def test_a_daily_slot_is_the_clock_time_at_which_its_window_opens_and_closes():
    for notice in (notice for item in launches() for notice in item.notices if notice.daily):
        ends = (notice.start.astimezone(UTC), notice.end.astimezone(UTC))
        assert notice.daily == "-".join(f"{end:%H:%M}" for end in ends)


def test_the_bundled_cases_tell_the_same():
    """A case's lift-offs lie within rounding of those the record has of the same launch."""
    met = 0
    for item in launches():
        if not item.case:
            continue
        case_launch = next(launch for launch in bundled_case(item.case).launch if launch.id == item.case_launch)
        assert case_launch.outcome == item.outcome
        for told in case_launch.lift_off:
            gaps = [abs((told.time - time.time).total_seconds()) - time.precision_s for time in item.lift_offs]
            assert min(gaps) <= told.precision_s, (item.id, told.party)
            met += 1
    assert met >= 10


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2023-11-21", "2023-11-21"), ("2012-04-13", "2012-04-12"), ("39026", "2012-12-12"), ("2016-009A", "2016-02-07"),
        ("malligyong-1", "2023-11-21"), ("2022-03-24", "2022-03-24"),
    ],
)  # fmt: skip
def test_an_entry_goes_by_several_names(name, found):
    assert record_entry(name)["id"] == found


def test_an_unknown_entry_or_kind_is_refused_with_help():
    with pytest.raises(InputError, match="nothing in the record is called '2023-11-20'") as caught:
        record_entry("2023-11-20")
    assert "bongsu record list" in str(caught.value.advice)
    with pytest.raises(InputError, match="no kind 'treaty'"):
        record_rows("treaty")


def test_an_entry_holds_every_source_it_names():
    for row in record_rows():
        entry = record_entry(row["id"])
        named = {
            name
            for key in ("lift_offs", "falls", "reported")
            for part in entry.get(key, ())
            for name in part["sources"]
        }
        assert named <= set(entry["sources"])


def test_claims_come_from_the_case_that_is_about_the_launch():
    assert [claim["id"] for claim in record_entry("58400")["claims"]] == [
        claim.id for claim in bundled_case("malligyong-1").claim
    ]
    assert record_entry("2023-05-30")["claims"] == []


def run(*words):
    done = CliRunner().invoke(command, list(words), env={"COLUMNS": "100", "NO_COLOR": "1"})
    assert done.exit_code == 0, done.output
    return done.stdout


def test_list_is_one_line_each_within_a_hundred_columns():
    lines = run("list").splitlines()
    assert max(len(line) for line in lines) <= 100
    for row in record_rows():
        assert sum(line.startswith(row["id"]) for line in lines) == 1
    november = next(line for line in lines if line.startswith("2023-11-21"))
    assert "≠ 13:42:28 KCNA, 13:42:58 GCAT" in november and "orbit" in november


def test_list_as_json_and_csv():
    at = ("--at", "2026-11-23T00:00Z")
    body = json.loads(run("list", "--kind", "test", "-f", "json", *at))
    assert (body["schema"], body["generated"]) == ("bongsu/record/1", "2026-11-23T00:00:00Z")
    assert [row["id"] for row in body["items"]] == [item.id for item in missile_tests()]
    rows = list(csv.DictReader(io.StringIO(run("list", "-f", "csv"))))
    assert {row["id"] for row in rows} == {row["id"] for row in record_rows()}
    assert all(row["sources"] for row in rows)


@pytest.mark.parametrize("row", record_rows(), ids=lambda row: row["id"])
def test_show_says_all_of_it_with_grades(row):
    text = run("show", row["id"])
    assert all(len(line) <= 100 or "://" in line for line in text.splitlines())
    entry = json.loads(run("show", row["id"], "-f", "json", "--at", "2026-11-23T00:00Z"))["items"][0]
    said = " ".join(text.split())
    for name, source in entry["sources"].items():
        assert f"{source['grade']} {name}" in said
    for part in (*entry.get("lift_offs", ()), *entry.get("reported", ()), *entry.get("falls", ())):
        assert part["party"] in said
        assert part.get("mark", "") in said
