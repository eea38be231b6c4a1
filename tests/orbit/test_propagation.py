"""SGP4: the published verification states, published positions, decay, and times that have no answer."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from importlib.resources import files

import numpy as np
import pytest
from pytest import approx
from sgp4.api import WGS84, Satrec

from bongsu.earth import bundled_orientation, fixed_to_geodetic, to_datetime64, to_fixed
from bongsu.errors import InputError
from bongsu.orbit import (
    SGP4_ERRORS,
    ElementSet,
    decay_time,
    mean_semi_major_axis_m,
    node_rate_deg_day,
    parse_tle,
    perigee_apogee_km,
    propagate,
    propagate_many,
    read_element_sets,
)
from bongsu.orbit.propagation import satrec_of

SET_24158 = """\
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
"""
SET_24159 = """\
1 58400U 23179A   24159.97159215  .00006581  00000+0  30025-3 0  9991
2 58400  97.4051  46.9797 0001572 158.6830 201.4471 15.20948569 30329
"""
SET_24164 = """\
1 58400U 23179A   24164.24788005  .00007135  00000+0  32465-3 0  9998
2 58400  97.4040  51.1823 0001996 152.6365 207.4976 15.21013721 30973
"""
KWANGMYONGSONG_4 = """\
1 41332U 16009A   22125.21808161  .00030905  00000+0  73442-3 0  9997
2 41332  97.2450 200.8790 0019764 121.8738 238.4436 15.41408035349170
"""


def one(text: str) -> ElementSet:
    (element_set,), _ = parse_tle(text, strict=False)
    return element_set


def days_after(element_set: ElementSet, days) -> np.ndarray:
    return to_datetime64(element_set.epoch) + np.rint(np.atleast_1d(days) * 86_400e6).astype("timedelta64[us]")


def radius_km(trajectory) -> np.ndarray:
    return np.linalg.norm(trajectory.position_m, axis=1) / 1000.0


def verification() -> list[tuple[ElementSet, np.ndarray]]:
    """The 33 sets and their published rows: minutes, position [km], velocity [km/s]."""
    sets, _ = parse_tle(files("sgp4").joinpath("SGP4-VER.TLE").read_text(), strict=False)
    blocks: list[list[list[float]]] = []
    for line in files("sgp4").joinpath("tcppver.out").read_text().splitlines():
        words = line.split()
        if words[-1] == "xx":
            blocks.append([])
        else:
            blocks[-1].append([float(word) for word in words[:7]])
    return list(zip(sets, map(np.array, blocks), strict=True))


def test_the_published_verification_states():
    """AIAA 2006-6753 (SGP4-VER.TLE, tcppver.out): 33 sets; 666 states within 1 mm.

    Times here are whole microseconds: 7.9 km/s moves 0.008 mm in the half of one. The 667th row belongs to set 33334,
    which is there to raise an error: its line repeats 33333's position and is no state.
    """
    compared, refused = 0, []
    for element_set, rows in verification():
        trajectory = propagate(element_set, [element_set.epoch + timedelta(minutes=m) for m in rows[:, 0]])
        good = trajectory.error == 0
        refused += [
            (element_set.norad_id, float(m), int(c))
            for m, c in zip(rows[~good, 0], trajectory.error[~good], strict=True)
        ]
        away_km = np.abs(trajectory.position_m[good] / 1000.0 - rows[good, 1:4])
        assert away_km.max(initial=0.0) < 1e-6, element_set.norad_id
        assert np.abs(trajectory.velocity_m_s[good] / 1000.0 - rows[good, 4:7]).max(initial=0.0) < 1e-8
        compared += int(good.sum())
    assert compared == 666
    assert refused == [(33334, 0.0, 3)]


@pytest.mark.parametrize(
    ("number", "last_good", "code", "words"),
    [
        (22312, 474.2, 1, "eccentricity outside 0 to 1"),
        (28872, 50.0, 6, "decayed"),
        (29141, 420.0, 6, "decayed"),
        (33333, 20.0, 4, "semi-latus rectum below zero"),
    ],
)
def test_where_verification_runs_end(number, last_good, code, words):
    """SGP4-VER.TLE: 28872 "lost in 50 minutes", 29141 "lost in under 420 min", 33333 "check error code 4".

    The published rows end there. SGP4 answers again at the next apogees of 28872 and 33333, after its own error: an
    object that has come down stays down, so that every later time has an error here, be it asked alone or with others.
    """
    element_set = next(item for item, _ in verification() if item.norad_id == number)
    minutes = np.arange(0.0, 6 * 1440.0, 1.0)
    codes = propagate(element_set, days_after(element_set, minutes / 1440.0)).error
    first = int(np.argmax(codes != 0))
    assert last_good < minutes[first] <= last_good + 20
    assert codes[first] == code
    assert words in SGP4_ERRORS[code]
    assert codes[first:].all()
    for minute in (first - 1, first + 30, first + 200):
        assert bool(propagate(element_set, days_after(element_set, minute / 1440.0)).error[0]) == (minute >= first)


def test_an_orbit_that_was_never_one():
    """SGP4-VER.TLE, 33334: a mean motion of 0.00001 rev/day, no state at any time (perturbed
    eccentricity out of range at its epoch, code 3)."""
    element_set = next(item for item, _ in verification() if item.norad_id == 33334)
    trajectory = propagate(element_set, days_after(element_set, [0.0, 0.5, 1.0]))
    assert trajectory.error[0] == 3
    assert trajectory.error.all()
    assert np.isnan(trajectory.position_m).all()


def test_malligyong_1_over_texas():
    """facts.md 5d: set 24158 at 2024-06-07 05:01:07 is at 31.452 N 100.606 W, 506.2 km: a published puzzle's answer.

    0.01 deg is a kilometre, 0.15 s of flight: the puzzle's time is to the second.
    """
    trajectory = propagate(one(SET_24158), [datetime(2024, 6, 7, 5, 1, 7, tzinfo=UTC)])
    latitude, longitude, height = fixed_to_geodetic(to_fixed(trajectory, bundled_orientation()).position_m)
    assert float(latitude[0]) == approx(31.452, abs=0.01)
    assert float(longitude[0]) == approx(-100.606, abs=0.01)
    assert float(height[0]) / 1000 == approx(506.2, abs=0.5)
    assert trajectory.label == "58400"
    assert trajectory.frame == "TEME"


def test_times_may_be_datetimes_or_arrays():
    element_set = one(SET_24158)
    moment = datetime(2024, 6, 7, 5, 1, 7, tzinfo=UTC)
    by_datetime = propagate(element_set, [moment])
    by_array = propagate(element_set, np.array(["2024-06-07T05:01:07"], dtype="datetime64[s]"))
    assert np.array_equal(by_datetime.position_m, by_array.position_m)
    with pytest.raises(InputError, match="expected datetime64 or aware datetimes"):
        propagate(element_set, [2_460_000.5])
    with pytest.raises(InputError, match="no time zone"):
        propagate(element_set, [datetime(2024, 6, 7)])


def test_the_epoch_is_kept_to_the_microsecond():
    """Asked at its epoch an element set answers as at tsince 0; one float of Julian date would be 20 us, 0.15 m, off."""
    for text in (SET_24158, SET_24159, KWANGMYONGSONG_4):
        element_set = one(text)
        _, position, _ = Satrec.twoline2rv(*text.splitlines()).sgp4_tsince(0.0)
        assert propagate(element_set, [element_set.epoch]).position_m[0] / 1000 == approx(np.array(position), abs=2e-6)


def test_backwards_it_meets_the_earlier_set():
    """Set 24164 run back 4.3 days meets 24159: both lie after the raise of 6-7 June 2024 (facts.md 5a).

    Drag of 3e-4 known to a few per cent leaves some kilometres along track, and less than one across.
    """
    earlier, later = one(SET_24159), one(SET_24164)
    here = propagate(earlier, [earlier.epoch])
    back = propagate(later, [earlier.epoch])
    along = here.velocity_m_s[0] / np.linalg.norm(here.velocity_m_s[0])
    apart = back.position_m[0] - here.position_m[0]
    assert abs(apart @ along) < 8_000
    assert np.linalg.norm(apart - (apart @ along) * along) < 1_000


def test_there_and_back_is_the_same_orbit():
    """Each orbit before the epoch lies higher than each as long after it where there is drag (mean axis at the node)."""
    element_set = one(KWANGMYONGSONG_4)
    axis = []
    for day in (-100, -50, 0, 50, 100):
        states = propagate(element_set, days_after(element_set, day + np.arange(0, 0.0649, 0.0005)))
        axis.append(radius_km(states).mean())
    assert np.all(np.diff(axis) < 0)


def test_kwangmyongsong_4_has_no_answer_past_its_decay():
    """facts.md section 1: 41332 decayed on 2023-06-30. From its set of 2022-05-05 SGP4 itself decays in 2024 and then,
    asked for June 2024 or 2030, reports error 6 at some times and nonsense without an error at others.
    """
    element_set = one(KWANGMYONGSONG_4)
    end = decay_time(element_set)
    assert end is not None
    assert datetime(2023, 1, 1, tzinfo=UTC) < end < datetime(2024, 6, 1, tzinfo=UTC)
    times = np.concatenate(
        [
            np.arange("2024-06-01", "2025-06-01", 7, dtype="datetime64[h]"),
            np.arange("2030-01-01", "2031-01-01", 7, dtype="datetime64[h]"),
        ]
    )
    trajectory = propagate(element_set, times)
    assert set(np.unique(trajectory.error)) <= {4, 6, 7}
    assert 7 in trajectory.error
    assert np.isnan(trajectory.position_m).all()
    assert np.isnan(trajectory.velocity_m_s).all()


def test_what_sgp4_itself_says_of_2024_is_nonsense():
    """The trap that the test above guards against, seen in the library itself: no error, and no such orbit."""
    satrec = Satrec.twoline2rv(*KWANGMYONGSONG_4.splitlines())
    day = np.arange(2460462.5, 2463000.5, 3.1)  # June 2024 to 2031
    error, position, _ = satrec.sgp4_array(day, np.zeros_like(day))
    nonsense = (error == 0) & (np.linalg.norm(position, axis=1) > 6378.137 + 460.0)
    assert nonsense.any()


@pytest.mark.parametrize("first_day", [-4000, -2500, -1500, -700])
def test_far_before_its_epoch_there_is_no_answer(first_day):
    """Backwards SGP4's drag polynomial turns round as well: 41332 would stand at 45 million km in 2014, without an error.

    The satellite was launched on 2016-02-07 (day -2279 of this set) into 462 x 499 km (facts.md section 1).
    """
    element_set = one(KWANGMYONGSONG_4)
    trajectory = propagate(element_set, days_after(element_set, first_day + np.arange(0, 100, 0.37)))
    assert set(np.unique(trajectory.error)) == {8}
    assert np.isnan(trajectory.position_m).all()


def test_every_state_given_before_its_epoch_is_an_orbit():
    """From the turn of the polynomial to the epoch heights stay between those of launch and of the epoch."""
    element_set = one(KWANGMYONGSONG_4)
    trajectory = propagate(element_set, days_after(element_set, np.arange(-4000, 0, 0.37)))
    good = trajectory.error == 0
    heights = radius_km(trajectory)[good] - 6378.137
    assert good.sum() > 365 / 0.37  # a year back is answered
    assert good[-1]
    assert not np.any(np.diff(good.astype(int)) < 0)  # once it answers it answers on
    assert heights.min() > 400
    assert heights.max() < 530


def test_a_negative_drag_term_has_no_answer_far_ahead():
    """With the sign of drag reversed (sets after a raise print it) the same turn lies ahead instead of behind."""
    given = one(KWANGMYONGSONG_4)
    mirrored = ElementSet(
        norad_id=41332,
        designator="",
        name="mirrored",
        epoch=given.epoch,
        inclination_deg=given.inclination_deg,
        node_deg=given.node_deg,
        eccentricity=given.eccentricity,
        perigee_argument_deg=given.perigee_argument_deg,
        mean_anomaly_deg=given.mean_anomaly_deg,
        mean_motion_rev_day=given.mean_motion_rev_day,
        bstar=-given.bstar,
    )
    trajectory = propagate(mirrored, days_after(mirrored, np.arange(0, 4000, 1.7)))
    assert trajectory.error[0] == 0
    assert trajectory.error[-1] == 8
    assert radius_km(trajectory)[trajectory.error == 0].max() < 6378.137 + 530
    assert decay_time(mirrored) is None


@pytest.mark.reference
def test_no_nonsense_after_the_end_of_61_decayed_objects(reference_data):
    """The last public sets of 61 objects that came down in summer 2026, asked for five years.

    Any state given lies between the ground and 40 km over the set's apogee (short-period terms are 10 to 20 km), and
    none follows an error. Objects near their end may get states for a day below 80 km, as the verification set does.
    """
    body = gzip.decompress((reference_data / "tle-histories-2026" / "decayed.tle.gz").read_bytes())
    last: dict[int, ElementSet] = {}
    for element_set in read_element_sets(body, strict=False).sets:
        if element_set.norad_id not in last or element_set.epoch > last[element_set.norad_id].epoch:
            last[element_set.norad_id] = element_set
    assert len(last) > 30
    days = np.concatenate([np.arange(0, 10, 0.02), np.arange(10, 400, 0.5), np.arange(400, 1800, 5)])
    for element_set in last.values():
        trajectory = propagate(element_set, days_after(element_set, days))
        good = trajectory.error == 0
        radius = radius_km(trajectory)[good]
        _, apogee = perigee_apogee_km(element_set)
        assert radius.max() < 6378.137 + apogee + 40, element_set.norad_id
        assert radius.min() > 6378.137, element_set.norad_id
        ended = np.flatnonzero(~good)
        assert ended.size, element_set.norad_id  # with the drag they had, none can last five years
        assert not good[ended[0] :].any(), element_set.norad_id
        assert decay_time(element_set) is not None


def test_no_decay_within_ten_years_where_drag_is_slight():
    """Vanguard 1 (set of the verification, 650 x 3,860 km) is still up, 68 years after launch."""
    vanguard = next(item for item, _ in verification() if item.norad_id == 5)
    assert decay_time(vanguard) is None


def test_gravity_models():
    """Same elements with WGS 84 constants: what the library itself gives with them, some kilometres off in a day."""
    element_set = one(SET_24158)
    times = days_after(element_set, np.arange(0, 1, 0.05))
    usual = propagate(element_set, times)
    other = propagate(element_set, times, gravity="WGS84")
    satrec = Satrec.twoline2rv(*SET_24158.splitlines(), WGS84)
    for index in (0, 7, 19):
        _, position, _ = satrec.sgp4_tsince(1440.0 * 0.05 * index)
        assert other.position_m[index] / 1000 == approx(np.array(position), abs=1e-5)
    apart = np.linalg.norm(usual.position_m - other.position_m, axis=1)
    assert 10 < apart.max() < 5_000
    with pytest.raises(InputError) as caught:
        propagate(element_set, times, gravity="EGM96")
    assert str(caught.value) == "unknown gravity model 'EGM96'; known: WGS72, WGS84"


def test_many_at_once_are_as_one_at_a_time():
    sets = [one(SET_24158), one(SET_24159), one(SET_24164)]
    times = days_after(sets[0], np.arange(0, 3, 0.11))
    position, velocity, error = propagate_many(sets, times)
    assert position.shape == (3, times.size, 3)
    assert not error.any()
    for index, element_set in enumerate(sets):
        single = propagate(element_set, times)
        assert np.array_equal(position[index], single.position_m)
        assert np.array_equal(velocity[index], single.velocity_m_s)


def test_catalogue_numbers_longer_than_the_library_holds():
    """Six-digit numbers came into use in 2026; the model does not know the number."""
    short = one(SET_24158)
    long = ElementSet(
        norad_id=271_828,
        designator="",
        name="",
        epoch=short.epoch,
        inclination_deg=short.inclination_deg,
        node_deg=short.node_deg,
        eccentricity=short.eccentricity,
        perigee_argument_deg=short.perigee_argument_deg,
        mean_anomaly_deg=short.mean_anomaly_deg,
        mean_motion_rev_day=short.mean_motion_rev_day,
        bstar=short.bstar,
        mean_motion_dot=short.mean_motion_dot,
    )
    times = days_after(short, [0.0, 0.5])
    assert propagate(long, times).label == "271828"
    assert np.array_equal(propagate(long, times).position_m, propagate(short, times).position_m)


def test_mean_axis_and_heights():
    """facts.md 5a: 24158 has a mean axis of 6875.80 km, 24159 6878.08 km; section 1: 41332's first set 462.1 x 498.8 km."""
    assert mean_semi_major_axis_m(one(SET_24158)) / 1000 == approx(6875.80, abs=0.006)
    assert mean_semi_major_axis_m(one(SET_24159)) / 1000 == approx(6878.08, abs=0.006)
    first = one(
        "1 41332U 16009A   16038.21829896 -.00000079  00000-0  00000+0 0  9998\n"
        "2 41332  97.5278  86.6115 0026697 338.3404 145.2384 15.27435642    23\n"
    )
    assert perigee_apogee_km(first) == (approx(462.1, abs=0.1), approx(498.8, abs=0.1))
    assert perigee_apogee_km(one(KWANGMYONGSONG_4)) == (approx(425.4, abs=0.3), approx(452.4, abs=0.3))


def test_node_rate_is_that_of_the_sun_for_a_sun_synchronous_orbit():
    """360 deg in a tropical year are 0.98565 deg a day; Malligyong-1's 97.405 deg at 497 km are 0.2 % off it.

    Its node moved from 45.2326 to 51.1823 deg between the sets of 6 and 12 June 2024.
    """
    earlier, later = one(SET_24158), one(SET_24164)
    measured = (later.node_deg - earlier.node_deg) / -later.age_days(earlier.epoch)
    assert node_rate_deg_day(earlier) == approx(0.98565, abs=0.005)
    assert node_rate_deg_day(earlier) == approx(measured, abs=0.002)


def test_codes_are_named_in_words():
    """The library's codes 1 to 6 (sgp4.api documentation) and two of ours; each is a sentence a reader can use."""
    assert sorted(SGP4_ERRORS) == list(range(9))
    assert "decayed" in SGP4_ERRORS[6]
    assert "80 km" in SGP4_ERRORS[7]
    assert all(SGP4_ERRORS.values())


def test_the_library_is_given_what_the_lines_say():
    """Every constant the library derives from the two lines itself is the one derived from our values."""
    for text in (SET_24158, SET_24159, KWANGMYONGSONG_4):
        ours, theirs = satrec_of(one(text)), Satrec.twoline2rv(*text.splitlines())
        for name in ("no_kozai", "ecco", "inclo", "nodeo", "argpo", "mo", "bstar", "ndot", "nddot", "a", "nodedot"):
            assert getattr(ours, name) == approx(getattr(theirs, name), rel=1e-12, abs=1e-15), name
        assert ours.jdsatepoch == theirs.jdsatepoch
        assert ours.jdsatepochF == approx(theirs.jdsatepochF, abs=1e-11)
