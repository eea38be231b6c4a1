"""Notices in force, the next warning pass, plans in parts and as columns, one satellite whole."""

from __future__ import annotations

import csv
import io
import math
from datetime import UTC, datetime, timedelta

import pytest

from bongsu.cases import (
    LEVELS,
    Filters,
    archived_in_force,
    bundled_element_sets,
    choose_satellites,
    exposure_row,
    exposures_csv,
    newest_epoch,
    next_warning,
    objects_of,
    pasted_notices,
    places_apart,
    places_from_sites,
    plan_columns,
    plan_in_parts,
    plan_warnings,
    read_notice_text,
    satellite_view,
    satellites_named,
    span_of,
    too_old,
    warnings_to_json,
)
from bongsu.errors import InputError, NoDataError

AT = datetime(2024, 6, 7, tzinfo=UTC)
# facts.md section 2b, as published.
NOTICE = """NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 121606Z TO 121854Z NOV IN AREAS BOUND BY:
A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W.
2. CANCEL THIS MSG 181954Z NOV 22."""


@pytest.fixture(scope="module")
def asked():
    places = places_from_sites(("Seoul", "Kadena", "36.95,-76.33", "Busan", "0,0"))
    window = span_of(AT, timedelta(hours=72))
    satellites, _ = choose_satellites(None, window, Filters(), origin="bundled", bundled=bundled_element_sets())
    return places, satellites, window


@pytest.fixture(scope="module")
def plan(asked):
    return plan_warnings(*asked)


@pytest.mark.parametrize(
    ("moment", "ids"),
    [
        # Windows and days of issue as reference/launches.toml gives them from the press.
        ("2024-06-03T14:59Z", ["kp-2024-05"]),
        ("2024-06-03T15:00Z", []),
        ("2023-11-25T00:00Z", ["kp-2023-11"]),
        ("2023-11-19T00:00Z", []),  # not yet issued
        ("2012-12-10T00:00Z", ["kp-2012-12"]),
        ("2012-12-11T12:00Z", ["kp-2012-12-extension"]),  # the extension of 10 December stands for both
        ("2016-02-05T00:00Z", ["kp-2016-02"]),  # before its revision
    ],
)
def test_the_archive_as_it_was_known_then(moment, ids):
    assert [notice.id for notice in archived_in_force(datetime.fromisoformat(moment))] == ids


def test_a_notice_in_force_need_not_be_open():
    (notice,) = archived_in_force(datetime(2012, 12, 13, 12, tzinfo=UTC))
    assert not notice.is_open and notice.state == "in force"
    following = notice.next_window(datetime(2012, 12, 13, 12, tzinfo=UTC))
    assert following.start == datetime(2012, 12, 13, 22, tzinfo=UTC)
    (label, geometry, approximate), *_ = notice.areas
    assert (label, geometry["type"], approximate) == ("stage 1", "Polygon", False)
    assert notice.to_json(AT)["next_window"] is None  # all over by 2024


def test_pasted_notices_keep_their_state():
    text = read_notice_text(NOTICE, where="pasted", year=2022)
    states = {}
    for when in ("2022-11-12T17:00Z", "2022-11-13T00:00Z", "2022-11-19T00:00Z"):
        (notice,), _ = pasted_notices([text], datetime.fromisoformat(when))
        states[when[8:10]] = (notice.state, notice.is_open)
    assert states == {"12": ("in force", True), "13": ("in force", False), "19": ("expired", False)}


def test_the_next_warning_is_the_first_of_the_list(plan):
    finding, exposure = next_warning(plan, AT)
    warn = [item for item in plan.exposures if item.level == "WARN"]
    assert exposure is warn[0] and finding.verdict == "possible"
    estimate = finding.estimates["time_until_best_min"]
    assert estimate.low < (exposure.best - AT) / timedelta(minutes=1) < estimate.high
    assert finding.details["exposure"] == exposure.id
    later, second = next_warning(plan, exposure.end)
    assert second is warn[1] and later.statement != finding.statement


def test_by_hand_the_incidence_comes_out(plan):
    """The law of sines on a sphere agrees with the ellipsoid's within half a degree (style.md, section 3)."""
    finding, exposure = next_warning(plan, AT)
    said = float(finding.check_by_hand.split("incidence of")[1].split("deg")[0])
    assert said == pytest.approx(exposure.incidence_deg, abs=0.5)


def test_no_warning_is_undetermined_and_not_safe(asked):
    places, satellites, _ = asked
    empty = plan_warnings(places[:1], satellites, span_of(AT, timedelta(minutes=10)))
    finding, exposure = next_warning(empty, AT)
    assert (finding.verdict, exposure) == ("undetermined", None)
    assert "others may see it" in " ".join(finding.caveats)


def test_a_plan_in_parts_is_the_plan(asked, plan, monkeypatch):
    from bongsu.cases import warning_columns  # noqa: PLC0415

    monkeypatch.setitem(warning_columns._PART_PAIR_DAYS, "auto", 3.0)
    told = []
    parts = plan_in_parts(*asked, progress=lambda done, steps: told.append((done, steps)))
    assert [(item.id, item.level, item.why) for item in parts.exposures] == [
        (item.id, item.level, item.why) for item in plan.exposures
    ]
    for one, other in zip(parts.exposures, plan.exposures, strict=True):
        assert abs(one.start - other.start) < timedelta(milliseconds=1)  # array lengths change the last digits
        assert one.off_nadir_deg == pytest.approx(other.off_nadir_deg, abs=1e-6)
    assert [each.place for each in parts.plans] == [each.place for each in plan.plans]
    assert told == [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5)]


def test_work_ends_where_progress_says_so(asked):
    class Gone(Exception):
        pass

    def gone(done, steps):
        raise Gone

    with pytest.raises(Gone):
        plan_in_parts(*asked, progress=gone)


def test_columns_hold_the_rows(plan):
    screen = plan_columns(plan, plan.exposures)
    columns = screen["columns"]
    assert {len(column) for column in columns.values()} == {len(plan.exposures)}
    for number, row in enumerate(exposure_row(item, plan) for item in plan.exposures):
        begin = datetime.fromisoformat(screen["start"]) + timedelta(seconds=columns["start"][number])
        assert abs(begin - datetime.fromisoformat(row["start"])) < timedelta(seconds=0.06)
        assert screen["places"][columns["place"][number]]["name"] == row["site"]
        assert screen["levels"][columns["level"][number]]["word"] == row["level"]
        assert screen["words"][columns["why"][number]] == row["why"]
        assert columns["off_nadir_deg"][number] == pytest.approx(row["off_nadir_deg"], abs=0.06)
    assert sum(sum(place["counts"]) for place in screen["places"]) == len(plan.exposures)
    assert [level["word"] for level in screen["levels"]] == list(LEVELS)


def test_csv_has_a_row_for_each_exposure(plan):
    rows = list(csv.DictReader(io.StringIO(exposures_csv([exposure_row(item, plan) for item in plan.exposures]))))
    assert [row["id"] for row in rows] == [item.id for item in plan.exposures]
    body = warnings_to_json(plan, plan.exposures, [], at=AT, by_place=True)
    assert sum(len(item["exposures"]) for item in body["items"]) == len(rows)


def test_two_places_of_one_name_stay_two():
    places = places_apart(places_from_sites(("base=1,2", "base=3,4")))
    assert [place.name for place in places] == ["base", "base (2)"]


def test_one_satellite_whole():
    view = satellite_view(58400, AT)
    chosen = view["elements"]
    assert chosen["epoch"] == "2024-06-06T04:41:46Z" and not view["old"]
    assert len(view["sets"]) == 11 and view["sets"] == sorted(view["sets"], key=lambda row: row["epoch"])
    # Kepler's third law by hand, mu of WGS 84; mean elements and two-body differ by the oblateness, a few kilometres.
    semi_major = (398600.4418 * (chosen["period_min"] * 60.0) ** 2 / (4 * math.pi**2)) ** (1 / 3) - 6378.137
    assert semi_major == pytest.approx(chosen["mean_height_km"], abs=5.0)
    assert view["reach"]["basis"] == "assumed" and view["reach"]["sure"]["off_nadir_deg"] == 30.0
    assert {row["source"] for row in view["sets"]} == {"bundled case malligyong-1"}


def test_a_satellite_too_old_is_refused():
    late = datetime(2026, 11, 25, tzinfo=UTC)
    assert too_old(58400, late) and not too_old(58400, newest_epoch(58400, None, origin="bundled"))
    with pytest.raises(NoDataError, match="days old"):
        satellite_view(58400, late)


def test_names_and_beginnings_of_names():
    objects = [(1, "GAOFEN 3"), (2, "GAOFEN 3 02"), (3, "NOAA 20")]
    assert satellites_named("gaofen 3", objects, origin="file") == {1}
    assert satellites_named("GAOFEN", objects, origin="file") == {1, 2}
    assert satellites_named("58400", objects, origin="file") == {58400}
    assert objects_of(None, origin="bundled") == [(58400, "MALLIGYONG-1")]
    with pytest.raises(InputError, match='no satellite is called "nobody"'):
        satellites_named("nobody", objects, origin="file")
