"""Reading telemetry: units, faults of the screen, and what is refused."""

from __future__ import annotations

import json

import numpy as np
import pytest
from telemetry_samples import as_csv, flown

from bongsu.ascent import parse_telemetry
from bongsu.errors import InputError


def test_a_screen_s_csv_is_read_and_says_its_units():
    time, speed, altitude = flown()
    found = parse_telemetry(as_csv(time, speed, altitude))
    assert len(found.time_s) == 546
    assert found.speed_m_s[-1] == round(speed[-1])
    assert found.altitude_m[200] == pytest.approx(altitude[200], abs=51.0)
    assert "altitude in km" in found.taken
    assert not found.lands
    assert found.problems == ()


@pytest.mark.parametrize(
    ("head", "per_m_s", "per_m"),
    [
        ("time_s,speed_km_h,altitude_m", 3.6, 1.0),
        ("Time [s],Velocity [ft/s],Altitude [ft]", 1 / 0.3048, 1 / 0.3048),
        ("t,velocity_mph,height_kft", 1 / 0.44704, 1 / 304.8),
        ("time,velocity,altitude", 3.6, 1e-3),
        ("time,velocity,altitude", 3.6, 1.0),
        ("time,velocity,altitude", 1.0, 1.0),
    ],
)
def test_units_are_read_from_names_or_from_how_they_fit(head, per_m_s, per_m):
    """1 ft is 0.3048 m, 1 mile 1609.344 m: exact by definition."""
    time, speed, altitude = flown()
    rows = [f"{t:g},{v * per_m_s:.4f},{h * per_m:.4f}" for t, v, h in zip(time, speed, altitude, strict=True)]
    found = parse_telemetry("\n".join([head, *rows]))
    assert found.speed_m_s[300] == pytest.approx(speed[300], rel=1e-4)
    assert found.altitude_m[300] == pytest.approx(altitude[300], rel=1e-4)


def test_arrays_and_objects_are_read_alike():
    time, speed, altitude = flown()
    arrays = {
        "time": list(time),
        "velocity": list(speed),
        "altitude": list(altitude / 1e3),
        "acceleration": [0.0] * 546,
    }
    rows = [{"time": t, "velocity": v, "altitude": h / 1e3} for t, v, h in zip(time, speed, altitude, strict=True)]
    lines = "\n".join(json.dumps(row) for row in rows)
    one, other, third = (parse_telemetry(text) for text in (json.dumps(arrays), json.dumps(rows), lines))
    assert np.array_equal(one.speed_m_s, other.speed_m_s)
    assert np.array_equal(one.altitude_m, third.altitude_m)


def test_faults_of_the_screen_are_left_out_and_said():
    time, speed, altitude = (each.copy() for each in flown())
    speed[300] = 9_999.0
    altitude[120] = 0.0
    speed[400:412], altitude[400:412] = speed[400], altitude[400]
    keep = np.r_[0:440, 460:546]
    text = as_csv(time[keep], speed[keep], altitude[keep]).replace("\n90,", "\nnan,", 1)
    found = parse_telemetry(text)
    said = " / ".join(each.what for each in found.problems)
    assert "1 readings of speed left out as outliers, the first at 300 s" in said
    assert "1 readings of altitude left out as outliers, the first at 120 s" in said
    assert "screen stood still" in said
    assert "no sample for 21 s from 439 s" in said
    assert "1 samples without a number left out" in said
    where = np.flatnonzero(found.time_s == 300.0)[0]
    assert np.isnan(found.speed_m_s[where])
    assert np.isfinite(found.altitude_m[where])


def test_thirty_frames_a_second_become_one():
    time, speed, altitude = flown()
    many = np.arange(0.0, 545.0, 1 / 30)
    rows = [f"{t:.3f},{v:.1f},{h:.2f}" for t, v, h in zip(many, np.interp(many, time, speed), np.interp(many, time, altitude) / 1e3, strict=True)]  # fmt: skip
    found = parse_telemetry("\n".join(["time,speed,altitude", *rows]))
    assert 540 <= len(found.time_s) <= 547
    assert found.speed_m_s[300] == pytest.approx(np.interp(found.time_s[300], time, speed), abs=2.0)


def test_a_screen_that_follows_the_first_stage_down_is_known():
    time, speed, altitude = (each.copy() for each in flown())
    speed[300:] = np.linspace(speed[300], 90.0, 246)
    altitude[300:] = np.linspace(altitude[300], 500.0, 246)
    assert parse_telemetry(as_csv(time, speed, altitude)).lands


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("time,speed\n1,2\n", "no column of altitude"),
        ("", "0 lines; 1 to"),
        ("time,speed,altitude\n", "no sample holds a time"),
        ("time,speed,altitude\na,b,c\n", "no sample holds a time"),
        ("{", "not JSON"),
        ("[1, 2]", "JSON holds a list"),
        ('{"time": [1], "speed": [1, 2], "altitude": [3]}', "have 1, 2, 1 values"),
        ("time,speed_furlong,altitude\n0,0,0\n", "unknown unit 'furlong'"),
        (
            "time,speed,altitude\n" + "\n".join(f"{t},{3 * t},{t * t / 2000}" for t in range(40)),
            "too few for up to 14 unknowns",
        ),
    ],
)
def test_what_is_no_telemetry_is_refused(text, said):
    with pytest.raises(InputError, match=said):
        parse_telemetry(text)


def test_wrong_units_are_refused_with_the_reason():
    """Altitude in feet under a name that says kilometres; times in minutes given as seconds."""
    time, speed, altitude = flown()
    rows = [f"{t:g},{v:.1f},{h / 0.3048:.1f}" for t, v, h in zip(time, speed, altitude, strict=True)]
    with pytest.raises(InputError, match="do not fit each other"):
        parse_telemetry("\n".join(["time_s,speed_m_s,altitude_km", *rows]))
    rows = [f"{t / 60:g},{v:.1f},{h / 1e3:.1f}" for t, v, h in zip(time, speed, altitude, strict=True)]
    with pytest.raises(InputError, match=r"do not fit each other|too few"):
        parse_telemetry("\n".join(["time,speed_m_s,altitude_km", *rows]))


def test_times_in_disorder_and_a_missing_rise_are_refused():
    time, speed, altitude = flown()
    with pytest.raises(InputError, match="do not come after"):
        parse_telemetry(as_csv(time[::-1], speed[::-1], altitude[::-1]))
    with pytest.raises(InputError, match="the rise is not in the data"):
        parse_telemetry(as_csv(time[200:], speed[200:], altitude[200:]))
