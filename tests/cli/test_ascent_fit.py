"""``bongsu ascent fit``: what it refuses, and one flight of the shared telemetry through the whole command."""

from __future__ import annotations

import csv
import io
import json

import pytest

HALF_MINUTE = "time,speed,altitude\n" + "\n".join(f"{t},{3 * t},{0.0015 * t * t:.4f}" for t in range(30))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fit", "falcon-9", "--telemetry", "-"], "only a sourced flight is fitted"),
        (["fit", "falcon-9", "--telemetry", "-", "--source", " "], "only a sourced flight is fitted"),
        (["fit", "falcon-9", "--telemetry", "-", "--source", "x"], "too few for up to 14 unknowns"),
        (["fit", "falcon-9", "--telemetry", "-", "--source", "x", "--orbit", "60,900"], "perigee of 60 km is none"),
        (["fit", "falcon-9", "--telemetry", "no-such-file.csv", "--source", "x"], "no-such-file.csv"),
        (["fit", "falcon-9"], "--telemetry is missing"),
        (["fit", "nuri", "--until", "0.5"], "--until goes with telemetry"),
        (["fit", "nuri", "-f", "csv"], "only for telemetry"),
        (["simulate", "falcon-9"], "has no known flight"),
    ],
)
def test_refusals_say_why(bongsu, words, said):
    ran = bongsu("ascent", *words, stdin=HALF_MINUTE)
    assert ran.code == 3
    assert said in " ".join(ran.err.split())
    assert ran.out == ""


def test_simulate_without_a_known_flight_offers_the_fit(bongsu):
    assert "ascent fit falcon-9 --telemetry" in " ".join(bongsu("ascent", "simulate", "falcon-9").err.split())


@pytest.mark.reference
def test_a_shared_flight_is_fitted(bongsu, reference_data, tmp_path):
    """SES-10: the issue asks 20 m/s and 0.5 km; the plot, the residuals and the words stand beside."""
    file = reference_data / "launch-telemetry" / "SES_10_analysed.json.gz"
    names = [str(tmp_path / f"fit{ending}") for ending in (".json", ".csv", ".svg", ".txt")]
    outputs = [word for name in names for word in ("-o", name)]
    words = ("--orbit", "165,165,27", "--source", "webcast", *outputs)
    assert bongsu("ascent", "fit", "falcon-9", "--telemetry", str(file), *words).code == 0
    item = json.loads((tmp_path / "fit.json").read_text())["items"][0]
    assert item["rms"]["speed_m_s"] <= 20.0
    assert item["rms"]["altitude_m"] <= 500.0
    assert item["free"] <= 14
    rows = list(csv.DictReader(io.StringIO((tmp_path / "fit.csv").read_text())))
    square = sum(float(row["speed_off_m_s"]) ** 2 for row in rows) / len(rows)
    assert square**0.5 == pytest.approx(item["rms"]["speed_m_s"], abs=0.05)
    assert (tmp_path / "fit.svg").read_text().startswith("<svg")
    assert "specific impulse is not identified" in (tmp_path / "fit.txt").read_text()


@pytest.mark.reference
def test_a_screen_that_lands_is_refused(bongsu, reference_data):
    file = reference_data / "launch-telemetry" / "ZUMA_analysed.json.gz"
    ran = bongsu("ascent", "fit", "falcon-9", "--telemetry", str(file), "--source", "webcast")
    assert ran.code == 3
    assert "follows stage 1 to its landing" in " ".join(ran.err.split())
