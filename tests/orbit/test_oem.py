"""OEM in KVN and XML: states against a known orbit and Skyfield's frames; every fault with its line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from pytest import approx
from skyfield.api import load
from skyfield.sgp4lib import TEME

from bongsu.earth import Window, eme2000_to_teme, from_datetime64, time_grid, to_datetime64
from bongsu.errors import ElementSetError
from bongsu.orbit import Ephemeris, looks_like_oem, parse_oem, parse_tle, propagate
from bongsu.overflight import Reach, Site, find_access, find_passes

SET = parse_tle(
    """\
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
"""
)[0][0]
START = datetime(2024, 6, 6, 6, tzinfo=UTC)
META = """\
META_START
OBJECT_NAME = MALLIGYONG-1
OBJECT_ID = 2023-179A
CENTER_NAME = EARTH
REF_FRAME = {frame}
TIME_SYSTEM = {system}
START_TIME = {first}
STOP_TIME = {last}
INTERPOLATION = {interpolation}
INTERPOLATION_DEGREE = {degree}
META_STOP
"""


def circle(moments: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A circular orbit of 6,880 km at 97 deg: positions [m], and velocities that are their exact slopes [m/s]."""
    radius, rate, tilt = 6.88e6, (3.986004418e14 / 6.88e6**3) ** 0.5, np.radians(97.0)
    angle = (moments - to_datetime64(START)) / np.timedelta64(1, "s") * rate
    one, two = np.array([1.0, 0.0, 0.0]), np.array([0.0, np.cos(tilt), np.sin(tilt)])
    cosine, sine = np.cos(angle)[:, None], np.sin(angle)[:, None]
    return radius * (cosine * one + sine * two), radius * rate * (cosine * two - sine * one)


def by_sgp4(moments: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    states = propagate(SET, moments)
    return states.position_m, states.velocity_m_s


def message(
    hours=3.0, step_s=60.0, frame="TEME", system="UTC", offset_s=0.0, interpolation="HERMITE", degree=7, orbit=circle
) -> str:
    """An OEM of a known orbit; ``offset_s`` is the time system minus UTC."""
    grid = time_grid(to_datetime64(START), to_datetime64(START + timedelta(hours=hours)), step_s)
    positions, velocities = orbit(grid)
    texts = [str(moment + np.timedelta64(round(offset_s * 1e6), "us")) for moment in grid]
    rows = [
        f"{text} " + " ".join(f"{value:.9f}" for value in (*position / 1e3, *velocity / 1e3))
        for text, position, velocity in zip(texts, positions, velocities, strict=True)
    ]
    meta = META.format(
        frame=frame, system=system, first=texts[0], last=texts[-1], interpolation=interpolation, degree=degree
    )
    head = "CCSDS_OEM_VERS = 2.0\nCREATION_DATE = 2024-06-06T00:00:00\nORIGINATOR = TEST\n\n"
    return head + meta + "COMMENT states of a test\n" + "\n".join(rows) + "\n"


def xml(text: str) -> str:
    """The same message as XML."""
    lines = text.splitlines()
    meta = [line.split(" = ") for line in lines[lines.index("META_START") + 1 : lines.index("META_STOP")]]
    states = [line.split() for line in lines[lines.index("META_STOP") + 2 :]]
    names = ("EPOCH", "X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT")
    body = "\n".join(
        "<stateVector>" + "".join(f"<{n}>{v}</{n}>" for n, v in zip(names, row, strict=True)) + "</stateVector>"
        for row in states
    )
    fields = "".join(f"<{name}>{value}</{name}>" for name, value in meta)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oem id="CCSDS_OEM_VERS" version="2.0"><header>'
        "<CREATION_DATE>2024-06-06T00:00:00</CREATION_DATE><ORIGINATOR>TEST</ORIGINATOR></header><body><segment>"
        f"<metadata>{fields}</metadata><data>\n{body}\n</data></segment></body></oem>"
    )


def between(ephemeris: Ephemeris, hours: float) -> float:
    """Greatest distance from the orbit at moments between the states. [m]"""
    moments = to_datetime64(START) + (np.linspace(0.01, hours * 3600 - 0.01, 997) * 1e6).astype("timedelta64[us]")
    found, (position, velocity) = ephemeris.states(moments), circle(moments)
    assert not found.error.any()
    assert np.abs(found.velocity_m_s - velocity).max() < 0.02
    return float(np.linalg.norm(found.position_m - position, axis=1).max())


@pytest.mark.parametrize(
    ("form", "options", "limit_m"),
    [
        ("kvn", {}, 0.01), ("xml", {}, 0.01), ("kvn", {"interpolation": "LAGRANGE", "degree": 9}, 0.01),
        ("kvn", {"step_s": 180.0}, 1.0), ("kvn", {"interpolation": "LINEAR", "degree": 1, "step_s": 1.0, "hours": 0.2}, 1.2),
    ],
)  # fmt: skip
def test_states_between_states_are_those_of_the_orbit(form, options, limit_m):
    """Nodes are printed to the micrometre; the limits are the polynomials' own errors in low orbit."""
    text = message(**options)
    (ephemeris,) = parse_oem(xml(text) if form == "xml" else text)
    assert (ephemeris.name, ephemeris.designator, ephemeris.frame) == ("MALLIGYONG-1", "2023-179A", "TEME")
    assert between(ephemeris, options.get("hours", 3.0)) < limit_m


@pytest.mark.parametrize(("system", "offset"), [("TAI", 37.0), ("TT", 69.184), ("GPS", 18.0)])
def test_other_time_systems_become_utc(system, offset):
    """IERS: TAI-UTC is 37 s in 2024; TT is TAI + 32.184 s, GPS TAI - 19 s."""
    (ephemeris,) = parse_oem(message(system=system, offset_s=offset))
    assert between(ephemeris, 3.0) < 0.01


def test_eme2000_becomes_teme_as_skyfield_turns_it():
    """Skyfield turns from ICRS with the precession of 2000 and its full nutation: equal within 2 m at 7,000 km."""
    scale = load.timescale(builtin=True)
    for year in (1995, 2009, 2026):
        rotation = TEME.rotation_at(scale.utc(year, 11, 25, 1, 1, 10))
        moment = np.array([f"{year}-11-25T01:01:10"], dtype="datetime64[us]")
        for vector in np.eye(3) * 7.0e6:
            assert np.linalg.norm(rotation @ vector - eme2000_to_teme(vector[None], moment)[0]) < 2.0


def test_passes_and_accesses_of_an_ephemeris_are_those_of_its_orbit():
    site = Site(latitude_deg=35.1, longitude_deg=129.1)
    (ephemeris,) = parse_oem(message(hours=24.0, orbit=by_sgp4))
    window = Window(start=START, end=START + timedelta(hours=24))
    one, other = (find_passes([item], [site], window, min_elevation_deg=5.0) for item in (SET, ephemeris))
    assert len(one) == len(other) > 2
    assert np.abs(one.rise - other.rise).max() < np.timedelta64(5, "ms")  # SGP4's velocity is not quite its slope
    assert np.isnan(other.timing_s).all()
    reach = Reach(max_off_nadir_deg=60.0)
    assert len(find_access(one, [reach])) == len(find_access(other, [reach])) > 0


def test_outside_its_span_an_ephemeris_gives_no_state():
    (ephemeris,) = parse_oem(message())
    states = ephemeris.states([START - timedelta(seconds=1), START + timedelta(hours=4)])
    assert states.error.tolist() == [9, 9] and np.isnan(states.position_m).all()
    window = Window(start=START - timedelta(hours=1), end=START + timedelta(hours=12))
    sites = [Site(latitude_deg=0.0, longitude_deg=float(degrees)) for degrees in range(-180, 180, 20)]
    table = find_passes([ephemeris], sites, window, min_elevation_deg=0.0)
    assert "outside the ephemeris" in table.failed[0]
    assert all(row.set <= from_datetime64(ephemeris.stop) for row in table.rows())


def test_covariances_are_read_over_and_said():
    text = message() + "COVARIANCE_START\nEPOCH = 2024-06-06T06:00:00\n1.0\n0 1.0\nCOVARIANCE_STOP\n"
    (ephemeris,) = parse_oem(text)
    assert "1 covariance" in ephemeris.notes[0].what


def edited(old: str, new: str) -> str:
    text = message()
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (edited("CENTER_NAME = EARTH", "CENTER_NAME = MOON"), "line 8.*MOON"),
        (edited("REF_FRAME = TEME", "REF_FRAME = RTN"), "line 9.*RTN"),
        (edited("TIME_SYSTEM = UTC", "TIME_SYSTEM = MET"), "line 10.*MET"),
        (edited("OBJECT_ID = 2023-179A\n", ""), "OBJECT_ID"),
        (edited("INTERPOLATION_DEGREE = 7", "INTERPOLATION_DEGREE = seven"), "line 14.*seven"),
        (edited("ORIGINATOR = TEST", "ORIGINATER = TEST"), "line 3.*ORIGINATER"),
        (edited("2024-06-06T06:01:00", "2024-06-06T06:00:00"), "line 18.*does not come after"),
        (edited("2024-06-06T06:01:00.000000", "2024-13-06T06:01:00"), "line 18.*no day"),
        (edited("META_STOP", "META_STOPPED"), "line 15.*META_STOPPED"),
        ("CCSDS_OEM_VERS = 2.0\n", "no segment"),
        (xml(message())[:900], "not XML"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><oem>&b;</oem>', "document type or entities"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(text, words):
    with pytest.raises(ElementSetError, match=words):
        parse_oem(text)


def test_metres_taken_for_kilometres_are_met():
    lines = message().splitlines()
    words = lines[16].split()
    lines[16] = " ".join([words[0], *(str(float(value) * 1000.0) for value in words[1:])])
    with pytest.raises(ElementSetError, match=r"line 17.*Earth's centre") as caught:
        parse_oem("\n".join(lines))
    assert "metres" in caught.value.advice


def test_nan_is_no_state():
    lines = message().splitlines()
    lines[16] = lines[16].split()[0] + " nan 0 0 0 0 0"
    with pytest.raises(ElementSetError, match="line 17: component 1"):
        parse_oem("\n".join(lines))


def test_what_an_oem_looks_like():
    assert looks_like_oem(message()) and looks_like_oem(xml(message()).encode())
    assert not looks_like_oem(b"1 58400U 23179A   24158.19566690") and not looks_like_oem("<omm>")


def test_a_leap_second_and_a_day_of_year_are_read():
    text = edited("2024-06-06T06:00:00.000000", "2024-158T06:00:00.000000")
    text = text.replace("2024-06-06T06:00:00.000000", "2024-158T06:00:00.000000")
    (ephemeris,) = parse_oem(text)
    assert from_datetime64(ephemeris.segments[0].time[0]) == START
    assert float(np.linalg.norm(ephemeris.segments[0].position_m[0])) == approx(6.88e6, rel=0.01)
