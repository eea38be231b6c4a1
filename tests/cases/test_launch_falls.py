"""A launch of a case is flown as its launcher is known to fly, and what is not known is not flown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bongsu.cases import Case, FittedFlights, ask_falls, bundled_case, fly_launch, launch_falls_to_json, parse_case
from bongsu.errors import InputError, NoDataError
from bongsu.exchange import launch_falls_to_geojson

AT = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.fixture(scope="module")
def fits():
    return FittedFlights()


@pytest.fixture(scope="module")
def flown(fits):
    case, _ = nuri_with_area()
    return fly_launch(case, case.launch[0], flights=400, fits=fits)


def nuri_with_area():
    """The bundled case of Nuri with an area about where its first stage falls, and one far off."""
    base = bundled_case("nuri-2021").model_dump(mode="json", exclude_defaults=True)
    base["notice"] = [
        {
            "id": "warning",
            "publisher": "a test",
            "issued": "2021-10-20",
            "launch": ["flight-1"],
            "text": "NAVAREA XI 1/21. HAZARDOUS OPERATIONS 0700Z TO 0900Z 21 OCT IN AREAS BOUND BY:\n"
            "A. 32-00N 127-15E, 32-00N 128-15E, 30-30N 128-15E, 30-30N 127-15E.\n"
            "B. 05-00N 100-00E, 05-00N 101-00E, 04-00N 101-00E, 04-00N 100-00E.",
        }
    ]

    return Case.model_validate(base), base


def test_the_track_and_the_parts_join(flown):
    item = launch_falls_to_json(flown)
    track = item["track"]
    assert track[0]["height_m"] == pytest.approx(0.0, abs=50.0)
    cut = next(row for row in item["events"] if row["label"] == "stopped")
    assert track[-1]["t_s"] == pytest.approx(cut["t_s"], abs=0.01)  # 46 s before the third stage's planned end
    assert {path["label"] for path in item["paths"]} == {"stage 1", "stage 2", "fairing", "stage 3"}
    for path in item["paths"]:
        times = [row["t_s"] for row in path["points"]]
        assert times == sorted(times)
        assert path["points"][-1]["height_m"] == 0
        start = path["points"][0]
        near = min(track, key=lambda row: abs(row["t_s"] - start["t_s"]))
        assert start["height_m"] == pytest.approx(near["height_m"], abs=12e3)  # 5 s at 2 km/s


def test_every_region_has_its_interval(flown):
    regions = launch_falls_to_json(flown)["regions"]
    assert len(regions) == 4 * 4
    for row in regions:
        assert row["start"] <= row["surface_start"] <= row["surface_end"] <= row["end"]
        assert row["geometry"]["type"] in {"Polygon", "MultiPolygon"}


def test_doubt_about_lift_off_widens_the_interval(flown):
    """KARI's time of this flight is good to the minute, so every interval is wider by half of one at either end."""
    item = launch_falls_to_json(flown)
    assert (item["lift_off_earlier_s"], item["lift_off_later_s"]) == (30.0, 30.0)
    body = flown.run.footprints[0]
    span = datetime.fromisoformat(item["regions"][0]["end"]) - datetime.fromisoformat(item["regions"][0]["start"])
    assert span.total_seconds() == pytest.approx(body.areas[0].end_s - body.areas[0].start_s + 60.0, abs=1.5)


def test_published_polygons_are_compared(flown):
    rows = launch_falls_to_json(flown)["compared"]
    mine = next(row for row in rows if row["body"] == "stage 1" and row["area"] == "A")
    assert mine["share_inside"] > 0.8
    assert mine["median_inside"]
    assert mine["in_window"]
    other = next(row for row in rows if row["body"] == "stage 1" and row["area"] == "B")
    assert other["share_inside"] == 0.0
    assert other["away_km"] > 3000.0


def test_a_fall_after_the_window_is_said(fits):
    _, base = nuri_with_area()
    base["notice"][0]["text"] = base["notice"][0]["text"].replace("0700Z TO 0900Z", "0700Z TO 0807Z")

    rows = ask_falls(Case.model_validate(base), flights=200)["compared"]
    assert not next(row for row in rows if row["body"] == "stage 1" and row["area"] == "A")["in_window"]


def test_geojson_holds_track_paths_regions_and_areas(flown):
    features = launch_falls_to_geojson(launch_falls_to_json(flown), at=AT)["features"]
    kinds = [each["properties"]["kind"] for each in features]
    assert kinds.count("trajectory") == 1
    assert kinds.count("path") == 4
    assert kinds.count("fall") == 16
    assert kinds.count("area") == 2
    track = features[0]
    assert len(track["properties"]["times"]) == len(track["geometry"]["coordinates"])
    assert all(each["properties"]["start"] for each in features if each["properties"]["kind"] == "fall")


def test_a_stage_that_failed_at_an_unknown_time_is_left_open(fits):
    case, base = nuri_with_area()
    base["launch"][0]["cause"] = {"kind": "unknown", "stage": "3", "source": ["gcat"]}

    case = Case.model_validate(base)
    falls = fly_launch(case, case.launch[0], flights=200, fits=fits)
    assert [each.label for each in falls.run.footprints] == ["stage 1", "stage 2", "fairing"]
    assert launch_falls_to_json(falls)["failure"]["nothing_said_from_stage"] == "3"


def test_the_launcher_of_may_2024_is_not_flown():
    case = bundled_case("malligyong-1")
    with pytest.raises(NoDataError, match="no figures of 'new launcher of May 2024' are known"):
        ask_falls(case, "flight-2024")


def test_a_failure_without_its_cause_is_not_flown():
    base = bundled_case("nuri-2021").model_dump(mode="json", exclude_defaults=True)
    del base["launch"][0]["cause"]

    with pytest.raises(NoDataError, match="does not say of what"):
        ask_falls(Case.model_validate(base))


def test_another_pad_is_another_way():
    base = bundled_case("nuri-2021").model_dump(mode="json", exclude_defaults=True)
    base["site"][0]["latitude"] += 5.0

    with pytest.raises(NoDataError, match="km away from Naro"):
        ask_falls(Case.model_validate(base))


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ('kind = "no ignition"', "of which stage"),
        ('kind = "burst"', "when\\? a burst needs after_s"),
        ('kind = "early cut"\nstage = "3"\nafter_s = [60, 40]', "no time or range of times"),
        ('kind = "melted"', "Input should be|expected|melted"),
    ],
)
def test_a_cause_that_cannot_be_flown_is_refused(cause, words):
    text = f'[case]\nname = "x"\n[[site]]\nid = "s"\nname = "s"\nlatitude = 1\nlongitude = 2\n[[launch]]\nid = "a"\nsite = "s"\n[launch.cause]\n{cause}\n'
    with pytest.raises(InputError, match=words):
        parse_case(text, where="x.toml")


def test_the_finding_says_areas_from_when_until_when(flown):
    from bongsu.cases.fall_finding import fall_finding  # noqa: PLC0415

    finding = fall_finding(flown)
    assert finding.id == "fall:flight-1"
    assert finding.verdict == "computed"  # nothing was reported of this flight's falls
    area = finding.details["areas"][0]
    assert set(area["parts"]) == {"stage 1"}
    assert area["start"] < "2021-10-21T08:07" < area["end"] < "2021-10-21T08:14"
    assert "area A from 08:0" in finding.brief
    assert "clear after" in finding.brief
    assert "No part in area B" in finding.statement
    assert finding.estimates["stage_1_distance_km"].low < 360 < finding.estimates["stage_1_distance_km"].high
    assert "seed" in finding.method
    assert finding.check_by_hand


def test_a_report_far_off_and_one_inside(fits):
    """The same flight against a fall reported where it is modelled, and against one reported 1,000 km away."""
    from bongsu.cases.fall_finding import fall_finding  # noqa: PLC0415

    verdicts = {}
    for name, latitude in (("inside", 31.2), ("far", 22.0)):
        _, base = nuri_with_area()
        base["launch"][0]["fall"] = [
            {"label": "first stage", "party": "a test", "latitude": latitude, "longitude": 127.7, "uncertainty_km": 10}
        ]
        base["launch"][0]["cause"] = {"kind": "unknown", "stage": "2", "source": ["gcat"]}
        case = Case.model_validate(base)
        verdicts[name] = fall_finding(fly_launch(case, case.launch[0], flights=200, fits=fits)).verdict
    assert verdicts == {"inside": "agree", "far": "cannot both be right"}


def test_a_launch_that_is_not_flown_has_a_finding_too():
    from bongsu.cases import assess  # noqa: PLC0415

    base = bundled_case("malligyong-1").model_dump(mode="json", exclude_defaults=True)
    base["launch"] = [each for each in base["launch"] if each["id"] == "flight-2024"]
    base["case"]["primary"] = "flight-2024"
    base["notice"] = base["claim"] = base["elements"] = base["satellite"] = []
    answer = assess(Case.model_validate(base), at=AT, falls=200)
    finding = next(each for each in answer.findings if each.id == "fall:flight-2024")
    assert finding.verdict == "undetermined"
    assert "no figures of 'new launcher of May 2024' are known" in finding.statement
    assert finding.would_change


def test_pictures_hold_regions_times_areas_and_sources(flown):
    from bongsu.reports import fall_map_svg  # noqa: PLC0415

    picture = fall_map_svg(flown.run, at=AT, areas=flown.areas, notes=["a line"])
    assert picture.count('class="region"') == 4
    for words in ("stage 1", "08:0", "Area A", "Nuri (KSLV-II)", "News1", "not an official warning", "a line"):
        assert words.lower() in picture.lower()
