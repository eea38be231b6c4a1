"""What is said on the command line of a fit to telemetry, and where a flight is taken to rise."""

from __future__ import annotations

import gzip

import pytest

from bongsu.cases import orbit_from_words, read_telemetry, rise_from, until_from_words
from bongsu.errors import BongsuError, InputError

CSV = "time,speed,altitude\n" + "\n".join(f"{t},{3 * t + 0.02 * t * t:.1f},{0.0015 * t * t:.3f}" for t in range(300))
OTHERS = """[[pad]]
id = "north"
latitude = 40.0
longitude = 100.0
inclinations = [40, 70]
[[pad]]
id = "south"
latitude = 10.0
longitude = 100.0
inclinations = [70, 120]
southbound = true
"""


def test_gzip_and_plain_bytes_are_read_alike():
    plain = read_telemetry(CSV.encode(), where="x.csv")
    packed = read_telemetry(gzip.compress(CSV.encode()), where="x.csv.gz")
    assert (plain.speed_m_s == packed.speed_m_s).all()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\x1f\x8bnonsense", "broken gzip"),
        (gzip.compress(CSV.encode())[:200], "broken gzip"),
        (b"\xff\xfe\x00\x81", "is not text"),
        (gzip.compress(b" " * 60_000_010), "over 60 MB"),
    ],
)
def test_broken_files_are_refused(raw, said):
    with pytest.raises(InputError, match=said):
        read_telemetry(raw, where="x")


def test_orbits_in_words():
    orbit = orbit_from_words("165,190,28.5")
    assert (orbit.perigee_m, orbit.apogee_m, orbit.inclination_deg) == (165e3, 190e3, 28.5)
    assert orbit_from_words("514, 514").inclination_deg is None
    for words in ("165", "a,b", "nan,200", "165000000,190000000", "165,190,200", "50,190", "300,200"):
        with pytest.raises(InputError):
            orbit_from_words(words)


def test_until_is_a_share_or_seconds():
    telemetry = read_telemetry(CSV.encode(), where="x.csv")
    assert until_from_words("0.5", telemetry) == pytest.approx(149.5)
    assert until_from_words("50%", telemetry) == pytest.approx(149.5)
    assert until_from_words("200", telemetry) == 200.0
    for words in ("", "half", "-3", "1000", "100%", "nan"):
        with pytest.raises(InputError):
            until_from_words(words, telemetry)


def test_a_flight_rises_where_its_inclination_is_flown_from():
    """By hand: sin b = cos i / cos 34.45 deg; 383 m/s of rotation off 7,784 m/s: 191.7 and, for 51.6 deg, 42.7 deg."""
    polar = rise_from("falcon-9", None, inclination_deg=97.4)
    assert polar.pad.latitude_deg == pytest.approx(34.63)
    assert polar.azimuth_deg == pytest.approx(191.7, abs=0.3)
    station = rise_from("falcon-9", None, inclination_deg=51.6)
    assert station.pad.latitude_deg == pytest.approx(28.46)
    assert station.azimuth_deg == pytest.approx(42.7, abs=0.3)
    assert rise_from("falcon-9", None, inclination_deg=27.0).azimuth_deg == 90.0
    assert rise_from("falcon-9", None).azimuth_deg == 90.0
    assert rise_from("mine", OTHERS, inclination_deg=97.0).pad.latitude_deg == 10.0
    assert rise_from("mine", OTHERS, pad="north", azimuth_deg=12.0).azimuth_deg == 12.0
    assert rise_from("mine", "", pad="5,-52").pad.longitude_deg == -52.0


@pytest.mark.parametrize("how", [{}, {"pad": "nowhere"}, {"pad": "95,10"}, {"pad": "5,-52", "azimuth_deg": 400.0}])
def test_a_pad_that_is_none_is_refused(how):
    with pytest.raises(BongsuError):
        rise_from("mine", "", **how)


@pytest.mark.parametrize("row", ["id = 3", 'id = "a"\nlatitude = 1\nlongitude = 2', 'id = "a"\ncolour = 1'])
def test_a_pad_in_a_file_is_checked(row):
    with pytest.raises(InputError, match="pad"):
        rise_from("mine", f"[[pad]]\n{row}\n")
