"""The bundled record: it parses, every value has its source, and it says what the fact sheets say."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime

import pytest
from geographiclib.geodesic import Geodesic
from pydantic import BaseModel

from bongsu.cases.bundled_sets import bundled_elements, bundled_satellites, bundled_texts
from bongsu.cases.case import Case
from bongsu.cases.case_file import bundled_case, bundled_case_names, bundled_text
from bongsu.errors import CaseError

NAMES = ("hwasong-2022-03-24", "kwangmyongsong-3", "malligyong-1", "nuri-2021")


@pytest.fixture(scope="module")
def malligyong() -> Case:
    return bundled_case("malligyong-1")


def test_names():
    assert bundled_case_names() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_case_parses_and_is_named_as_its_file(name):
    case = bundled_case(name)
    assert case.case.name == name
    assert case.case.title
    assert case.case.zone == "+09:00"
    assert len(bundled_text(name)) < 40_000


def test_unknown_name():
    with pytest.raises(CaseError, match="no bundled case is called 'maligyong'") as caught:
        bundled_text("maligyong")
    assert caught.value.advice.startswith("did you mean malligyong-1? bundled: ")
    with pytest.raises(CaseError):
        bundled_text("../template")


def with_source(part, path=()):
    """Every table that can hold a source and is no source itself."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if name == "source" and info.annotation == list[str]:
            yield path, part
        for n, item in enumerate(value if isinstance(value, list) else []):
            if isinstance(item, BaseModel):
                yield from with_source(item, (*path, name, n))


@pytest.mark.parametrize("name", NAMES)
def test_every_value_names_a_source_and_every_source_is_used(name):
    case = bundled_case(name)
    used = set()
    for path, part in with_source(case):
        used |= set(part.source)
        if path[0] != "remark" or part.topic != "unknown":
            assert part.source, path
    assert used == set(case.sources)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_can_be_found_or_says_why_not(name):
    for source in bundled_case(name).source:
        if source.grade in "MX" or source.address:
            assert source.publisher
        else:
            assert "not kept" in source.title or source.id == "tle-2024", source.id


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_long_enough_to_be_a_copy(name):
    case = bundled_case(name)
    for remark in case.remark:
        assert len(remark.text) < 300


# Fact sheet of the project, section 5b: stated in Korean time, here in UTC. The last three from the
# reports of 28 and 30 November 2023 (SBS N1007440410, Seoul Shinmun 20231130500016).
CLAIMS_UTC = {
    "guam-received": ("2023-11-22T00:21:00", None),
    "seoul-pass": ("2023-11-24T01:15:00", "2023-11-24T01:27:00"),
    "pearl-harbor": ("2023-11-24T20:13:22", None),
    "busan-six": ("2023-11-25T00:59:40", "2023-11-25T01:02:10"),
    "carl-vinson": ("2023-11-25T01:01:10", None),
    "guam": ("2023-11-27T00:17:07", None),
    "norfolk": ("2023-11-27T14:35:53", None),
    "white-house": ("2023-11-27T14:36:25", None),
    "kadena": ("2023-11-29T01:16:42", None),
}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_claims_in_utc(malligyong):
    assert {claim.id for claim in malligyong.claim} == set(CLAIMS_UTC)
    for claim in malligyong.claim:
        start, end = CLAIMS_UTC[claim.id]
        assert (claim.time or claim.start) == utc(start), claim.id
        assert claim.end == (utc(end) if end else None), claim.id
        assert str((claim.time or claim.start).tzinfo) == "UTC+09:00"


def test_places_of_the_claims(malligyong):
    """Fact sheet, section 5b: coordinates used."""
    expected = {
        "andersen": (13.584, 144.930),
        "busan": (35.10, 129.10),
        "pearl-harbor": (21.35, -157.95),
        "norfolk": (36.95, -76.33),
        "pentagon": (38.871, -77.056),
        "kadena": (26.35, 127.77),
        "pyongyang-control": (39.0425, 125.7100),
        "sohae": (39.6596, 124.7057),
    }
    places = malligyong.places
    assert {name: (places[name].latitude, places[name].longitude) for name in expected} == expected


def test_launches_in_utc(malligyong):
    """Fact sheet, section 1, rows 7 to 10."""
    times = {
        (launch.id, time.party): f"{time.time.astimezone(UTC):%Y-%m-%d %H:%M:%S}"
        for launch in malligyong.launch
        for time in launch.lift_off
    }
    assert times["flight-1", "KCNA"] == "2023-05-30 21:27:00"
    assert times["flight-1", "ROK Joint Chiefs of Staff"] == "2023-05-30 21:29:00"
    assert times["flight-2", "Japan Ministry of Defense"] == "2023-08-23 18:51:00"
    assert times["flight-3", "KCNA"] == "2023-11-21 13:42:28"
    assert times["flight-3", "GCAT"] == "2023-11-21 13:42:58"
    assert times["flight-2024", "press reports"] == "2024-05-27 13:43:00"
    launch = next(launch for launch in malligyong.launch if launch.id == "flight-3")
    assert (launch.insertion[0].time - launch.lift_off[0].time).total_seconds() == 705
    assert launch.orbit[0].perigee_km == 493


def test_november_lift_off_came_77_minutes_before_the_window(malligyong):
    window = next(notice for notice in malligyong.notice if notice.id == "notice-nov-2023")
    launch = next(launch for launch in malligyong.launch if launch.id == "flight-3")
    assert window.start == utc("2023-11-21T15:00:00")
    assert window.end == utc("2023-11-30T15:00:00")
    assert (window.start - launch.lift_off[0].time).total_seconds() // 60 == 77


def test_areas_lie_where_the_distances_put_them(malligyong):
    """Fact sheet, section 3: Sohae to A 409 km azimuth 195; to B 706 km, 191; to C about 3,005 km, 171."""
    pad = malligyong.places["sohae"]
    expected = {"A": (409, 195, 25), "B": (706, 191, 25), "C": (3005, 171, 150)}
    for notice in malligyong.notice:
        for area in notice.approximate:
            line = Geodesic.WGS84.Inverse(pad.latitude, pad.longitude, area.latitude, area.longitude)
            distance, azimuth, uncertainty = expected[area.label]
            assert line["s12"] / 1000 == pytest.approx(distance, abs=uncertainty)
            assert line["azi1"] % 360 == pytest.approx(azimuth, abs=1)
            assert area.uncertainty_km == uncertainty


def test_fall_of_31_may(malligyong):
    """Fact sheet, section 1, row 7: 402 km, azimuth 192 from Sohae; 200 km west of Eocheongdo."""
    pad = malligyong.places["sohae"]
    fall = malligyong.launch[0].fall[0]
    line = Geodesic.WGS84.Inverse(pad.latitude, pad.longitude, fall.latitude, fall.longitude)
    assert line["s12"] / 1000 == pytest.approx(402, abs=1)
    assert line["azi1"] % 360 == pytest.approx(192, abs=0.2)
    island = Geodesic.WGS84.Inverse(36.117, 125.983, fall.latitude, fall.longitude)
    assert island["s12"] / 1000 == pytest.approx(200, abs=2)


def test_fall_of_april_2012_is_165_km_west_of_seoul():
    fall = bundled_case("kwangmyongsong-3").launch[0].fall[0]
    line = Geodesic.WGS84.Inverse(37.567, 126.978, fall.latitude, fall.longitude)
    assert line["s12"] / 1000 == pytest.approx(165, abs=1)
    assert line["azi1"] % 360 == pytest.approx(270, abs=1)


def test_notice_of_april_2012():
    """Fact sheet, section 2a: 22:00 to 03:00 UTC daily, 12 to 16 April in Korea."""
    notice = bundled_case("kwangmyongsong-3").notice[0]
    assert notice.daily
    assert (notice.start, notice.end) == (utc("2012-04-11T22:00:00"), utc("2012-04-16T03:00:00"))


def test_two_reports_that_differ():
    """Fact sheet, section 6, row 12."""
    flight = bundled_case("hwasong-2022-03-24").observation[0]
    assert [(r.apogee_km, r.ground_range_km, r.flight_time_min) for r in flight.reported] == [
        ("6248.5", "1090", "67.5"),
        (">6000", "1080", "71"),
        ("6200", "1080", ""),
    ]
    assert (flight.latitude, flight.longitude, flight.azimuth_deg) == (39.2, 125.673, 72)


def test_nuri_lift_off():
    case = bundled_case("nuri-2021")
    assert {time.time.astimezone(UTC) for time in case.launch[0].lift_off} == {utc("2021-10-21T08:00:00")}
    assert case.launch[0].outcome == "failed"


def checksum(line: str) -> int:
    return sum(int(sign) if sign.isdigit() else sign == "-" for sign in line[:68]) % 10


def test_element_sets_are_whole():
    """Fact sheet, section 5d: ten two-line sets, checksums right, and one OMM row."""
    texts = [text for _, text in bundled_elements(58400)]
    lines = "\n".join(text for text in texts if text.startswith("1 ")).splitlines()
    assert len(lines) == 20
    assert [text.count("\n") for text in texts if "EPOCH" in text] == [2]
    assert all(len(line) == 69 and checksum(line) == int(line[68]) for line in lines)
    assert {name for name, _ in bundled_elements(58400)} == {"malligyong-1"}
    assert bundled_elements(25544) == []


def test_satellites_by_name():
    assert bundled_satellites() == {"malligyong-1": 58400}


def test_fast_reading_equals_full_reading():
    """The fast reader cuts the text at table headers; both ways must see the same."""
    for name, text in bundled_texts().items():
        data = tomllib.loads(text)
        sets = [(entry.get("tle") or entry.get("omm", "")).strip() for entry in data.get("elements", [])]
        fast = [text.strip() for case, text in bundled_elements(58400) if case == name]
        assert fast == sets
