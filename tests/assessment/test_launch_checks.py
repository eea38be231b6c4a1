"""A launch against its notice: windows, falls, azimuths and the plane that was reached.

Expected values are the fact sheet's: sections 2a (areas), 3 (what analysts concluded) and 10 (acceptance checks).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bongsu.assessment import Finding, ReportedFall, check_falls, check_lift_off, check_notice_orbit
from bongsu.cases import assess, bundled_case
from bongsu.earth import Estimate, Window
from bongsu.notices import ApproximateArea, parse_notice
from bongsu.overflight import Site

AT = datetime(2026, 11, 25, tzinfo=UTC)
SOHAE = Site(latitude_deg=39.6596, longitude_deg=124.7057, name="Sohae")
A = ApproximateArea(label="A", latitude_deg=36.1, longitude_deg=123.5, uncertainty_m=25_000.0)
B = ApproximateArea(label="B", latitude_deg=33.4, longitude_deg=123.2, uncertainty_m=25_000.0)
C = ApproximateArea(label="C", latitude_deg=12.5, longitude_deg=128.9, uncertainty_m=150_000.0)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def exactly(value: float, half: float = 0.005) -> Estimate:
    return Estimate(value=value, low=value - half, high=value + half, level=1.0, unit="deg")


@pytest.fixture(scope="module")
def malligyong() -> dict[str, Finding]:
    case = bundled_case("malligyong-1").model_copy(update={"claim": []})  # the claims have their own tests
    return {item.id: item for item in assess(case, at=AT).findings}


@pytest.fixture(scope="module")
def kwangmyongsong() -> dict[str, Finding]:
    return {item.id: item for item in assess(bundled_case("kwangmyongsong-3"), at=AT).findings}


# -- windows ----------------------------------------------------------------------------------------

NOVEMBER = Window(start=moment("2023-11-21T15:00:00"), end=moment("2023-11-30T15:00:00"))


def lift_off(when: datetime, *windows: Window, precision_s: float = 0.5, more: tuple = ()) -> Finding:
    finding = check_lift_off("x", "X", [("KCNA", when, precision_s, ("s",)), *more], windows, ("n",))
    assert finding is not None
    return finding


def test_77_minutes_before_the_window():
    """Section 8: 1 h 17 min before it opened."""
    finding = lift_off(moment("2023-11-21T13:42:28"), NOVEMBER)
    assert (finding.mark, finding.sign, finding.verdict) == ("early", "!", "not as announced")
    assert finding.estimates["minutes_into_window"].value == pytest.approx(-77.53, abs=0.01)
    assert "77 min BEFORE the window" in finding.brief
    assert finding.sources == ("n", "s")


@pytest.mark.parametrize(
    ("when", "mark", "minutes", "words"),
    [
        ("2023-11-21T15:00:00", "in window", 0.0, "0 s into it"),  # the opening belongs to the window
        ("2023-11-21T15:00:30", "in window", 0.5, "30 s into it"),
        ("2023-11-22T00:00:00", "in window", 540.0, "540 min into it"),
        ("2023-11-30T14:59:59", "in window", 12959.98, "216.0 h into it"),
        ("2023-11-30T16:00:00", "late", 60.0, "60 min after the window"),
        ("2023-12-10T15:00:00", "late", 14400.0, "240.0 h after the window"),
        ("2023-11-21T14:59:59", "early", -1 / 60.0, "1 s BEFORE the window"),
        ("2023-10-21T15:00:00", "early", -44640.0, "744.0 h BEFORE the window"),  # a month
    ],
)
def test_early_inside_late(when, mark, minutes, words):
    finding = lift_off(moment(when), NOVEMBER)
    assert finding.mark == mark
    assert finding.estimates["minutes_into_window"].value == pytest.approx(minutes, abs=0.01)
    assert words in finding.brief


def test_daily_slots():
    """April 2012: 22:00 to 03:00 on five days; between two slots a launch is out of the window."""
    start = moment("2012-04-11T22:00:00")
    slots = [Window(start=start + timedelta(days=k), end=start + timedelta(days=k, hours=5)) for k in range(5)]
    inside = lift_off(moment("2012-04-12T22:38:55"), *slots)
    assert inside.mark == "in window"
    assert inside.estimates["minutes_into_window"].value == pytest.approx(38.9, abs=0.1)
    between = lift_off(moment("2012-04-13T12:00:00"), *slots)
    assert between.verdict == "not as announced"
    assert between.estimates["minutes_into_window"].value == pytest.approx(540.0)  # nine hours after the last
    assert lift_off(moment("2012-04-13T20:00:00"), *slots).mark == "early"  # two hours before the next is nearer


def test_across_midnight_and_new_year():
    window = Window(start=moment("2023-12-31T23:00:00"), end=moment("2024-01-01T02:00:00"))
    assert lift_off(moment("2024-01-01T00:30:00"), window).mark == "in window"
    assert lift_off(moment("2024-01-01T02:00:01"), window).mark == "late"


def test_parties_that_disagree_about_the_window():
    opening = moment("2023-11-21T15:00:00")
    more = (("GCAT", opening + timedelta(seconds=30), 0.5, ("g",)),)
    finding = lift_off(opening - timedelta(seconds=20), NOVEMBER, more=more)
    assert finding.verdict == "undetermined"
    assert "GCAT has 15:00:30" in finding.brief
    assert finding.estimates["minutes_into_window"].low < 0.0 < finding.estimates["minutes_into_window"].high


def test_parties_that_agree_are_named_once():
    more = (("GCAT", moment("2021-10-21T08:00:00"), 0.5, ()),)
    finding = lift_off(moment("2021-10-21T08:00:00"), precision_s=30.0, more=more)
    assert finding.brief == "21 Oct 08:00 (GCAT the same); no notified window known"  # no second that nobody said
    assert finding.verdict == "undetermined"
    assert "bongsu case add" in finding.would_change[0]


def test_open_windows():
    """A window that is open to one side: until further notice."""
    assert lift_off(moment("2030-01-01T00:00:00"), Window(start=NOVEMBER.start, end=None)).mark == "in window"
    assert lift_off(moment("2020-01-01T00:00:00"), Window(start=NOVEMBER.start, end=None)).mark == "early"
    assert lift_off(moment("2030-01-01T00:00:00"), Window(start=None, end=NOVEMBER.end)).mark == "late"


def test_no_time_known():
    assert check_lift_off("x", "X", [], [NOVEMBER], ()) is None


# -- falls ------------------------------------------------------------------------------------------


def fall(latitude: float, longitude: float, uncertainty_km: float = 20.0) -> ReportedFall:
    return ReportedFall(
        label="second stage",
        party="JCS",
        latitude_deg=latitude,
        longitude_deg=longitude,
        uncertainty_m=uncertainty_km * 1000.0,
    )


def test_31_may_fits_area_a(malligyong):
    """Section 3: 402 km, azimuth 192 from Sohae; area A at 409 km, azimuth 195."""
    finding = malligyong["stages:flight-1"]
    assert finding.verdict == "agree"
    assert finding.estimates["second_stage,_unlit_distance_km"].value == pytest.approx(402, abs=1)
    assert finding.estimates["second_stage,_unlit_azimuth_deg"].value == pytest.approx(192, abs=0.3)
    assert "fits area A at 409 ±25 km, azimuth 195" in finding.brief


@pytest.mark.parametrize(
    ("longitude", "uncertainty_km", "verdict"),
    [
        (123.5, 20.0, "agree"),  # at the centre
        (123.99, 20.0, "agree"),  # 44 km off: within 25 + 20
        (124.01, 20.0, "not as announced"),  # 46 km off: beyond both
        (124.01, 25.0, "agree"),  # with its own uncertainty as large, within
        (123.76, 0.1, "agree"),  # 23 km
        (123.79, 0.1, "not as announced"),  # 26 km
    ],
)
def test_both_uncertainties_count(longitude, uncertainty_km, verdict):
    finding = check_falls("x", [fall(36.1, longitude, uncertainty_km)], [A], SOHAE)
    assert finding is not None
    assert finding.verdict == verdict
    assert ("fits area A" in finding.statement) == (verdict == "agree")


def test_the_nearest_area_is_named():
    finding = check_falls("x", [fall(33.5, 123.3)], [A, B, C], SOHAE)
    assert finding is not None and "fits area B" in finding.statement
    finding = check_falls("x", [fall(30.0, 123.0)], [A, B, C], SOHAE)
    assert finding is not None and "km from area B" in finding.statement


def test_falls_against_published_corners():
    """An area with corners, across the 180th meridian: inside, at its edge, outside."""
    text = (
        "NAVAREA XII 1/24.\nHAZARDOUS OPERATIONS 010000Z TO 010600Z JAN 24 IN AREA BOUND BY\n"
        "10-00.00N 179-00.00E, 10-00.00N 179-00.00W, 12-00.00N 179-00.00W, 12-00.00N 179-00.00E.\n"
    )
    areas = parse_notice(text, year=2024)[0].areas
    assert len(areas) == 1
    for longitude, uncertainty_km, verdict in [
        (180.0, 0.1, "agree"),
        (-179.5, 0.1, "agree"),
        (178.9, 20.0, "agree"),  # 11 km outside
        (178.9, 5.0, "not as announced"),
        (0.0, 20.0, "not as announced"),
    ]:
        finding = check_falls("x", [fall(11.0, longitude, uncertainty_km)], areas, SOHAE)
        assert finding is not None and finding.verdict == verdict, longitude


def test_falls_known_only_in_words(malligyong):
    finding = malligyong["stages:flight-3"]
    assert finding.verdict == "not as announced"  # the first stage fell outside
    assert finding.mark == "outside"
    assert "nothing was computed" in finding.method
    assert not finding.estimates
    assert "fell ~13:50 outside" in finding.brief and "~13:57 inside area C" in finding.brief


def test_a_fall_that_nobody_placed():
    finding = check_falls("x", [ReportedFall(label="piece", party="MoD")], [A], SOHAE)
    assert finding is not None
    assert (finding.verdict, finding.sign) == ("undetermined", "?")
    assert check_falls("x", [], [A], SOHAE) is None
    finding = check_falls("x", [fall(36.1, 123.5)], [], SOHAE)
    assert finding is not None and finding.verdict == "undetermined"


def test_april_2012_fell_short(kwangmyongsong):
    """Section 1: the first stage fell 165 km west of Seoul, far short of the notified 460 km."""
    finding = kwangmyongsong["stages:flight-1"]
    assert finding.verdict == "not as announced"
    assert finding.estimates["first_stage_distance_km"].value == pytest.approx(237, abs=2)


# -- notice against orbit ---------------------------------------------------------------------------


def test_azimuth_needed_from_sohae():
    """Sections 3 and 10: 97.42 deg at 500 km needs 192.3 over the turning Earth, 189.7 inertial.

    189.6 to 189.7 is Weeden's first figure, which left the Earth's rotation out.
    """
    answer = check_notice_orbit("x", SOHAE, [A, B, C], exactly(97.42), 500_000.0, reached=True)
    assert answer is not None
    finding, azimuths = answer
    assert finding.estimates["azimuth_needed_deg"].value == pytest.approx(192.3, abs=0.3)
    assert finding.estimates["azimuth_inertial_deg"].value == pytest.approx(189.7, abs=0.1)
    assert [item.label for item in azimuths] == ["A", "B", "C"]


def test_areas_of_2023(malligyong):
    """Section 3: to A 409 km azimuth 195, to B 706 km 191, to C 3,005 km 171, leg B to C 165; 73 deg flown straight."""
    finding = malligyong["notice-orbit:flight-3"]
    expected = {"A": (409, 195), "B": (706, 191), "C": (3005, 171)}
    for area in finding.details["areas"]:
        distance, azimuth = expected[area["label"]]
        assert area["distance_km"] == pytest.approx(distance, abs=max(2, 0.02 * distance))
        assert area["azimuth_deg"] == pytest.approx(azimuth, abs=0.6)
    assert finding.estimates["leg_to_C_deg"].value == pytest.approx(165, abs=0.6)
    onward = finding.estimates["inclination_onward_deg"]
    assert onward.low <= 73.0 <= onward.high  # McDowell's 73 deg
    assert finding.verdict == "cannot both be right"
    assert "only if a dog-leg is flown" in finding.statement


def test_april_2012_cannot_both_be_right(kwangmyongsong):
    """Section 3: the areas point almost due south (88 to 90 deg straight), the orbit stated was 97.4."""
    finding = kwangmyongsong["notice-orbit:flight-1"]
    assert finding.verdict == "cannot both be right"
    assert "only if a dog-leg is flown" in finding.statement
    values = [item["inclination_deg"] for item in finding.details["areas"]]
    assert all(86.0 < value < 91.5 for value in values)
    assert finding.estimates["azimuth_needed_deg"].value == pytest.approx(192.3, abs=0.5)


def test_areas_on_the_needed_azimuth_agree():
    on_the_way = [
        ApproximateArea(label="1", latitude_deg=36.14, longitude_deg=123.75, uncertainty_m=40_000.0),
        ApproximateArea(label="2", latitude_deg=31.7, longitude_deg=122.67, uncertainty_m=60_000.0),
    ]
    answer = check_notice_orbit("x", SOHAE, on_the_way, exactly(97.42), 500_000.0, reached=False)
    assert answer is not None
    assert answer[0].verdict == "agree"
    assert answer[0].mark == "straight"


def test_an_orbit_that_never_passes_over_the_pad():
    answer = check_notice_orbit("x", SOHAE, [A], exactly(20.0), 500_000.0, reached=True)
    assert answer is not None
    assert answer[0].verdict == "cannot both be right"
    assert "does not pass over latitude 39.7" in answer[0].statement
    assert check_notice_orbit("x", SOHAE, [], exactly(97.4), 500_000.0, reached=True) is None


# -- plane ------------------------------------------------------------------------------------------


def test_the_plane_lies_east_of_a_direct_ascent(malligyong):
    """Section 3 and the issue: mean local time of the node 10.0 h, 3 to 6 deg of node east of a direct ascent."""
    finding = malligyong["plane:flight-3"]
    east = finding.estimates["east_of_direct_deg"]
    assert 3.0 <= east.value <= 6.0
    assert 2.0 <= east.low < east.value < east.high <= 7.0
    assert finding.estimates["node_mean_time_h"].value == pytest.approx(10.0, abs=0.1)
    assert finding.mark == "dog-leg"
    assert "10:0" in finding.brief and "local mean time" in finding.brief
    assert "apparent Sun would give" in " ".join(finding.caveats)


def test_who_has_no_plane(kwangmyongsong):
    assert not [name for name in kwangmyongsong if name.startswith("plane:")]
