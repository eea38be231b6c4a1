"""Search elements from an earlier launch."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from pytest import approx

from bongsu.earth import Window, bundled_orientation, to_datetime64, to_fixed
from bongsu.errors import InputError, NoDataError
from bongsu.orbit import (
    format_omm,
    format_tle,
    node_rate_deg_day,
    parse_tle,
    propagate,
    read_element_sets,
    search_elements,
    search_sets,
)

TABLE = bundled_orientation()
# First element sets, nagix/nk-missile-tests; lift-off times: KCNA, and 00:29-00:30 by several parties
SETS, _ = parse_tle(
    """\
1 39026U 12072A   12347.09611576 -.00000066  00000-0  00000+0 0    21
2 39026 097.4047 036.0317 0067405 176.3492 277.5861 15.08261084    19
1 41332U 16009A   16038.21829896 -.00000079  00000-0  00000+0 0  9998
2 41332  97.5278  86.6115 0026697 338.3404 145.2384 15.27435642    23
""",
    strict=False,
)
OLD, NEW = SETS
LAUNCHED = datetime(2012, 12, 12, 0, 49, 46, tzinfo=UTC)
LAUNCH = datetime(2016, 2, 7, 0, 29, 30, tzinfo=UTC)


def test_the_same_time_gives_the_same_set():
    made = search_elements(OLD, LAUNCHED, LAUNCHED, orientation=TABLE).element_set
    for field in ("epoch", "inclination_deg", "node_deg", "eccentricity", "perigee_argument_deg", "mean_anomaly_deg"):
        assert getattr(made, field) == getattr(OLD, field), field
    assert made.mean_motion_rev_day == OLD.mean_motion_rev_day


@pytest.mark.parametrize("launch", [LAUNCH, LAUNCHED + timedelta(days=1), datetime(2013, 6, 1, 17, tzinfo=UTC)])
def test_each_place_is_passed_at_the_same_time_since_lift_off(launch):
    """What the method is: the Earth-fixed path is that of the old launch, within a second of sidereal time."""
    made = search_elements(OLD, LAUNCHED, launch, orientation=TABLE).element_set
    after = [timedelta(minutes=m) for m in (60, 90, 200, 1000)]
    paths = []
    for element_set, start in ((OLD, LAUNCHED), (made, launch)):
        trajectory = propagate(element_set, [to_datetime64(start + each) for each in after])
        paths.append(to_fixed(trajectory, TABLE).position_m)
    assert np.abs(paths[0] - paths[1]).max() < 200.0  # the node is written to 1e-4 deg: 12 m; polar motion the rest


def test_kwangmyongsong_4_is_found_by_its_predecessor():
    """The plane of 2016 to 0.1 deg and the place along it within the stated band, five hours after launch."""
    made = search_elements(OLD, LAUNCHED, LAUNCH, orientation=TABLE)
    moved = made.element_set
    node = moved.node_deg + node_rate_deg_day(moved) * moved.age_days(NEW.epoch)
    assert node == approx(NEW.node_deg, abs=0.1)
    here, there = (propagate(each, [to_datetime64(NEW.epoch)]) for each in (moved, NEW))
    velocity = there.velocity_m_s[0]
    along_s = float((here.position_m[0] - there.position_m[0]) @ velocity / (velocity @ velocity))
    assert abs(along_s) <= made.along_track_s + made.along_track_s_day * moved.age_days(NEW.epoch)
    assert abs(along_s) > 60.0  # so the band is no ornament


def test_a_window_gives_three_sets_that_turn_with_the_earth():
    window = Window(start=LAUNCH, end=LAUNCH + timedelta(hours=4))
    found = search_sets(OLD, LAUNCHED, window, orientation=TABLE)
    assert [item.launch - LAUNCH for item in found] == [timedelta(0), timedelta(hours=2), timedelta(hours=4)]
    turned = (found[2].element_set.node_deg - found[0].element_set.node_deg) % 360.0
    assert turned == approx(4 * 15.041, abs=0.01)
    assert len({item.element_set.norad_id for item in found}) == 3
    assert len(search_sets(OLD, LAUNCHED, Window(start=LAUNCH, end=LAUNCH), orientation=TABLE)) == 1


def test_texts_read_back():
    found = [
        item.element_set for item in search_sets(OLD, LAUNCHED, Window(start=LAUNCH, end=LAUNCH), orientation=TABLE)
    ]
    (tle,) = read_element_sets("\n".join(map(format_tle, found))).sets
    (omm,) = read_element_sets(format_omm(found)).sets
    assert tle.name == "SEARCH 2016-02-07 00:29:30Z"
    assert tle.node_deg == approx(found[0].node_deg, abs=1e-4)
    assert omm.node_deg == found[0].node_deg and omm.epoch == found[0].epoch


@pytest.mark.parametrize(
    ("element_set", "launched", "launch", "error", "words"),
    [
        (OLD, LAUNCHED + timedelta(days=1), LAUNCH, InputError, "before the launch"),
        (replace(OLD, epoch=datetime(2016, 2, 8, tzinfo=UTC)), LAUNCH, LAUNCH, InputError, "launched in 2012"),
        (replace(OLD, epoch=LAUNCHED + timedelta(days=31)), LAUNCHED, LAUNCH, NoDataError, "31 days after"),
        (OLD, LAUNCHED, LAUNCHED - timedelta(days=1), InputError, "before the one"),
        (OLD, LAUNCHED, LAUNCHED + timedelta(days=4000), InputError, "ten years"),
        (replace(OLD, mean_motion_rev_day=16.55, eccentricity=0.003), LAUNCHED, LAUNCH, NoDataError, "does not last"),
    ],
)
def test_refusals(element_set, launched, launch, error, words):
    with pytest.raises(error, match=words):
        search_elements(element_set, launched, launch, orientation=TABLE)


def test_windows_that_say_nothing_are_refused():
    with pytest.raises(InputError, match="over a day"):
        search_sets(OLD, LAUNCHED, Window(start=LAUNCH, end=LAUNCH + timedelta(hours=25)), orientation=TABLE)
    with pytest.raises(InputError, match="no start or no end"):
        search_sets(OLD, LAUNCHED, Window(start=LAUNCH, end=None), orientation=TABLE)
