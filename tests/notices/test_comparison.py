"""What changed between two notices: known shifts, shares by hand, and the December 2012 extension."""

from __future__ import annotations

import json
import math
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bongsu.errors import InputError
from bongsu.notices import area_change_to_json, compare_notices, parse_notice

MAY = """HYDROPAC 1779/23.
ROCKET LAUNCHING 1500Z TO 1700Z DAILY 30 MAY THRU 10 JUN 23 IN AREAS BOUND BY:
A. 36-16.00N 123-08.00E, 36-16.00N 123-52.00E, 35-54.00N 123-52.00E, 35-54.00N 123-08.00E.
B. 33-40.00N 122-58.00E, 33-40.00N 123-28.00E, 33-10.00N 123-28.00E, 33-10.00N 122-58.00E.
"""


def one_area(corners, when="301500Z TO 301600Z MAY 23", number="1/23"):
    """Notices of a warning with one area."""
    return parse_notice(f"HYDROPAC {number}.\nROCKET LAUNCHING {when} IN AREA BOUND BY {corners}.")


def test_the_same_areas_as_may():
    """facts.md 2a, launch 8: the areas of August 2023 were "exactly" those of May."""
    august = MAY.replace("30 MAY THRU 10 JUN", "23 AUG THRU 30 AUG").replace("1779", "2700")
    changes, problems = compare_notices(parse_notice(MAY), parse_notice(august))
    assert [(change.label, change.verdict) for change in changes] == [("A", "same"), ("B", "same")]
    assert all(change.shared == approx(1.0) and change.centre_distance_m < 0.1 for change in changes)
    assert [len(changes[0].windows.removed), len(changes[0].windows.added)] == [12, 8]
    assert not problems


def test_a_shift_of_ten_minutes_of_longitude():
    """On the equator 10' are 18,553 m (a 10' pi / 10800) and half a box 20' wide; a third of both together."""
    first = one_area("00-10.00N 120-00.00E, 00-10.00N 120-20.00E, 00-10.00S 120-20.00E, 00-10.00S 120-00.00E")
    second = one_area("00-10.00N 120-10.00E, 00-10.00N 120-30.00E, 00-10.00S 120-30.00E, 00-10.00S 120-10.00E")
    ((change,), _) = compare_notices(first, second)
    assert change.verdict == "overlaps"
    assert change.centre_distance_m == approx(6378137.0 * math.radians(10 / 60), rel=1e-4)
    assert change.bearing_deg == approx(90.0, abs=0.01)
    assert change.shared == approx(1 / 3, abs=1e-3)
    assert change.corner_shift_m == approx(18553.0, rel=5e-3)


def test_an_area_inside_another_is_not_the_same():
    """A quarter in one corner: share 1/4; the far corner lies a diagonal of 10' off: 18,553 m by 18,428 m."""
    first = one_area("00-10.00N 120-00.00E, 00-10.00N 120-20.00E, 00-10.00S 120-20.00E, 00-10.00S 120-00.00E")
    second = one_area("00-10.00N 120-00.00E, 00-10.00N 120-10.00E, 00-00.00N 120-10.00E, 00-00.00N 120-00.00E")
    ((change,), _) = compare_notices(first, second)
    assert (change.verdict, change.shared) == ("overlaps", approx(0.25, abs=1e-3))
    assert change.corner_shift_m == approx(math.hypot(18553.0, 18428.0), rel=1e-3)


def test_across_the_180th_meridian():
    first = one_area("10-00N 179-30E, 10-00N 179-30W, 09-00N 179-30W, 09-00N 179-30E")
    second = one_area("10-00N 179-30E, 10-00N 179-30W, 09-00N 179-30W, 09-00N 179-30E", number="2/23")
    ((change,), _) = compare_notices(first, second)
    assert (change.verdict, change.shared) == ("same", approx(1.0))


def test_areas_without_a_pair():
    other = MAY.replace(
        "B. 33-40.00N 122-58.00E, 33-40.00N 123-28.00E, 33-10.00N 123-28.00E, 33-10.00N 122-58.00E.\n", ""
    )
    changes, _ = compare_notices(parse_notice(MAY), parse_notice(other))
    assert [change.verdict for change in changes] == ["same", "only in the first"]
    changes, _ = compare_notices(parse_notice(other), parse_notice(MAY))
    assert [change.verdict for change in changes] == ["same", "only in the second"]
    assert json.dumps([area_change_to_json(change) for change in changes], allow_nan=False)


def test_far_areas_are_elsewhere():
    first = one_area("36-16N 123-08E, 36-16N 123-52E, 35-54N 123-52E, 35-54N 123-08E")
    second = one_area("36-16S 056-52W, 36-16S 056-08W, 35-54S 056-08W, 35-54S 056-52W")
    ((change,), _) = compare_notices(first, second)
    assert (change.verdict, change.shared) == ("elsewhere", 0.0)
    assert change.centre_distance_m > 19_000_000.0


def test_an_extension_keeps_the_old_windows():
    """facts.md 2a, launch 5: 10-22 December 2012, 22:00-03:00, extended on 10 December to the 29th."""
    box = "35-44-06N 124-30-30E, 35-44-07N 124-54-23E, 34-58-43N 124-56-11E, 34-58-36N 124-32-32E"
    first = one_area(box, "2200Z TO 0300Z DAILY 10 THRU 22 DEC 12")
    second = one_area(box, "2200Z TO 0300Z DAILY 10 THRU 29 DEC 12", number="2/12")
    ((change,), _) = compare_notices(first, second)
    assert (len(change.windows.kept), len(change.windows.removed), len(change.windows.added)) == (13, 0, 7)


def test_a_window_that_slips_by_a_steady_amount():
    """facts.md 2b, NROL-71: 04:19 on 8 December 2018, 04:06 on the 9th: a day less 13 minutes."""
    box = "36-16N 123-08W, 36-16N 123-52W, 35-54N 123-52W, 35-54N 123-08W"
    first = one_area(box, "080419Z TO 080619Z DEC 18")
    second = one_area(box, "090406Z TO 090606Z DEC 18", number="2/18")
    ((change,), _) = compare_notices(first, second)
    assert change.windows.shift == timedelta(days=1, minutes=-13)
    longer = one_area(box, "090406Z TO 090706Z DEC 18", number="3/18")
    assert compare_notices(first, longer)[0][0].windows.shift is None


def test_nothing_to_compare():
    with pytest.raises(InputError, match="neither notice has an area"):
        compare_notices(parse_notice("HYDROPAC 1/23. LIGHT OUT."), [])


@given(st.floats(-80, 80), st.floats(-180, 179), st.floats(0.05, 3.0), st.floats(0.05, 3.0))
def test_a_notice_against_itself(latitude, longitude, height, width):
    """Whatever the box and place, it is the same."""
    ring = [
        (latitude, longitude),
        (latitude, longitude + width),
        (latitude + height, longitude + width),
        (latitude + height, longitude),
    ]
    words = ", ".join(f"{abs(a):.4f}{'N' if a >= 0 else 'S'} {abs(b):.4f}{'E' if b >= 0 else 'W'}"
                      for a, b in ((a, (b + 180) % 360 - 180) for a, b in ring))  # fmt: skip
    read = one_area(words)
    if read[0].areas:
        changes, _ = compare_notices(read, read)
        assert [change.verdict for change in changes] == ["same"] * len(changes)
        assert all(change.shared == approx(1.0, abs=1e-6) for change in changes)
