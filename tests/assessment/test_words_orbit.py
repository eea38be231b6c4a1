"""An orbit from words alone: six timed claims, no element set, and one claim that lies."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from bongsu.assessment import Finding, orbit_from_words, sample_from_words
from bongsu.earth import Window, bundled_orientation
from bongsu.errors import ModelError, NoDataError
from bongsu.orbit import TimedPlace
from bongsu.overflight import Site, find_passes


def claim(name: str, latitude: float, longitude: float, when: str) -> TimedPlace:
    return TimedPlace(
        id=name, latitude_deg=latitude, longitude_deg=longitude, time=datetime.fromisoformat(when).replace(tzinfo=UTC)
    )


# Fact sheet, section 5b: places and times, in UTC.
SIX = (
    claim("pearl-harbor", 21.35, -157.95, "2023-11-24T20:13:22"),
    claim("carl-vinson", 35.10, 129.10, "2023-11-25T01:01:10"),
    claim("guam", 13.584, 144.930, "2023-11-27T00:17:07"),
    claim("norfolk", 36.95, -76.33, "2023-11-27T14:35:53"),
    claim("white-house", 38.871, -77.056, "2023-11-27T14:36:25"),
    claim("kadena", 26.35, 127.77, "2023-11-29T01:16:42"),
)
SEOUL = Site(latitude_deg=37.567, longitude_deg=126.978, name="Seoul")


def words(places: tuple[TimedPlace, ...], **more: object) -> Finding:
    return orbit_from_words(
        places, orientation=bundled_orientation(), rng=np.random.default_rng(1), name="MALLIGYONG-1", **more
    )


def moved(name: str, seconds: float) -> tuple[TimedPlace, ...]:
    """The six, one of them told at another time."""
    return tuple(replace(p, time=p.time + timedelta(seconds=seconds)) if p.id == name else p for p in SIX)


@pytest.fixture(scope="module")
def six() -> Finding:
    return words(SIX, predict=[SEOUL])


def test_height_and_period(six):
    """The catalogue has 493 x 512 km, 502.5 by Kepler's law; SGP4's own mean axis lies some 3 km lower."""
    height = six.estimates["altitude_km"]
    assert height.value == pytest.approx(499.5, abs=1.0)
    assert height.high - height.low < 1.0
    assert six.estimates["period_min"].value == pytest.approx(94.66, abs=0.02)
    assert f"{six.estimates['period_min'].value:.2f} min" in six.check_by_hand


def test_plane_is_open_across_track_but_holds_the_truth(six):
    """The set of June 2024 carried back: node 213.9 deg on 25 November, inclination 97.40, local mean time 10.0 h."""
    node = six.estimates["node_deg"]
    assert node.low <= 213.9 <= node.high
    assert 4.0 < node.high - node.low < 20.0
    assert six.estimates["node_mean_time_h"].low < 10.0 < six.estimates["node_mean_time_h"].high
    tilt = six.estimates["inclination_deg"]
    assert tilt.low <= 97.405 <= tilt.high
    aside = six.estimates["off_nadir_first_deg"]
    assert aside.low < 20.0 and 40.0 < aside.high <= 45.0  # as far as the side-look assumed, and no further


def test_in_step(six):
    assert six.verdict == "computed"
    assert six.mark == "in step" and six.sign == "="
    assert max(abs(value) for value in six.details["residual_s"].values()) < 12.0
    assert six.details["disagree"] == []
    assert six.statement.endswith("no claim disagrees.")


def test_it_is_marked_for_what_it_is(six):
    assert six.experimental
    assert any("no test of them" in text for text in six.caveats)
    assert any("assumed, not found" in text for text in six.caveats)
    assert "No element set is used" in six.method


def test_it_predicts_passes_that_trackers_listed():
    """OrbTrack, 24 November 2023: Seoul at 10:15, 21:47 and 23:20 Korean time, within a minute (chosunonline.com).

    From words alone the plane is loose, so the rise of each member is asked: the listed time lies among them.
    """
    sample, _ = sample_from_words(SIX, orientation=bundled_orientation(), rng=np.random.default_rng(1))
    window = Window(start=datetime(2023, 11, 24, tzinfo=UTC), end=datetime(2023, 11, 24, 15, tzinfo=UTC))
    members = sample.members[::8]
    rises = [row.rise for row in find_passes(members, [SEOUL], window, min_elevation_deg=0.0).rows()]
    for listed in ("01:15", "12:47", "14:20"):
        hour, minute = map(int, listed.split(":"))
        when = datetime(2023, 11, 24, hour, minute, 30, tzinfo=UTC)
        near = [(rise - when).total_seconds() for rise in rises if abs((rise - when).total_seconds()) < 300.0]
        assert len(near) >= len(members) * 0.8, listed
        assert min(near) < 60.0 and max(near) > -60.0, listed


def test_a_prediction_has_its_range(six):
    [prediction] = six.details["predictions"]
    assert prediction["site"] == "Seoul"
    assert 1.0 <= prediction["plus_minus_s"] < 120.0


@pytest.mark.parametrize("seconds", [300.0, -43200.0])
@pytest.mark.parametrize("name", [place.id for place in SIX])
def test_the_claim_that_disagrees_is_named_and_no_other(name, seconds):
    finding = words(moved(name, seconds))
    assert finding.details["disagree"] == [name]
    assert finding.mark == "disagree" and finding.sign == "!"
    assert f"these claims disagree with the rest: {name}." in finding.statement
    assert finding.estimates["altitude_km"].value == pytest.approx(499.5, abs=1.0)
    assert name not in finding.details["residual_s"]


def test_a_minute_is_seen_too():
    assert words(moved("guam", 60.0)).details["disagree"] == ["guam"]


def test_where_it_cannot_be_said_which_disagrees():
    """Pearl Harbor and Busan stand alone at the start: one of them a minute off, and either could be."""
    finding = words(moved("pearl-harbor", 60.0))
    assert finding.verdict == "undetermined"
    assert "do not say which (pearl-harbor; carl-vinson)" in finding.statement


def test_two_claims_that_disagree():
    places = tuple(
        replace(p, time=p.time + timedelta(seconds={"guam": 900.0, "kadena": -1800.0}.get(p.id, 0.0))) for p in SIX
    )
    finding = words(places)
    assert finding.verdict == "undetermined" or set(finding.details["disagree"]) == {"guam", "kadena"}


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_too_few(count):
    finding = words(SIX[:count])
    assert finding.verdict == "undetermined"
    assert f"{count} timed claims do not fix an orbit" in finding.statement
    assert finding.sign == "?"
    with pytest.raises(NoDataError):
        sample_from_words(SIX[:count], orientation=bundled_orientation(), rng=np.random.default_rng(1))


def test_four_are_enough():
    finding = words(SIX[:4])
    assert finding.verdict == "computed"
    assert finding.estimates["altitude_km"].value == pytest.approx(499.5, abs=2.0)


def test_claims_of_no_orbit():
    """Six places at random times: no orbit is made up for them."""
    rng = np.random.default_rng(5)
    places = tuple(
        TimedPlace(
            id=f"p{k}",
            latitude_deg=float(rng.uniform(-60, 60)),
            longitude_deg=float(rng.uniform(-180, 180)),
            time=datetime(2023, 11, 24, tzinfo=UTC) + timedelta(days=float(rng.uniform(0, 5))),
        )
        for k in range(6)
    )
    finding = words(places)
    assert finding.verdict == "undetermined"
    with pytest.raises(ModelError):
        sample_from_words(places, orientation=bundled_orientation(), rng=np.random.default_rng(1))


def test_members_keep_the_stated_times():
    """Every member of the sample passes each place near the time that was stated."""
    table = bundled_orientation()
    sample, dropped = sample_from_words(SIX, orientation=table, rng=np.random.default_rng(1))
    assert dropped == ()
    assert len(sample.members) >= 20
    for place in SIX:
        offset, _ = sample.closest(place.latitude_deg, place.longitude_deg, place.time, table)
        assert np.isfinite(offset).all()
        assert abs(np.median(offset)) < 12.0
        assert np.abs(offset).max() < 60.0
