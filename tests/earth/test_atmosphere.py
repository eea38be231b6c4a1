"""Against the printed tables of the US Standard Atmosphere 1976 (NOAA-S/T 76-1562, Table I)."""

from __future__ import annotations

import numpy as np
import pytest

from bongsu.earth import air_at, standard_atmosphere

# Geometric height [km], temperature [K], pressure [Pa], density [kg/m3].
TABLE_1 = [
    (0, 288.150, 1.01325e5, 1.2250e0),
    (1, 281.651, 8.9876e4, 1.1117e0),
    (5, 255.676, 5.4048e4, 7.3643e-1),
    (10, 223.252, 2.6499e4, 4.1351e-1),
    (15, 216.650, 1.2111e4, 1.9476e-1),
    (20, 216.650, 5.5293e3, 8.8910e-2),
    (30, 226.509, 1.1970e3, 1.8410e-2),
    (40, 250.350, 2.8714e2, 3.9957e-3),
    (50, 270.650, 7.9779e1, 1.0269e-3),
    (60, 247.021, 2.1958e1, 3.0968e-4),
    (70, 219.585, 5.2209e0, 8.2829e-5),
    (80, 198.639, 1.0525e0, 1.8458e-5),
]


@pytest.mark.parametrize(("height_km", "temperature", "pressure", "density"), TABLE_1)
def test_printed_values_below_86_km(height_km, temperature, pressure, density):
    air = standard_atmosphere(height_km * 1e3)
    assert air.temperature_k[0] == pytest.approx(temperature, abs=6e-4)
    assert air.pressure_pa[0] == pytest.approx(pressure, rel=1e-4)  # five figures are printed
    assert air.density_kg_m3[0] == pytest.approx(density, rel=1e-4)


def test_speed_of_sound_at_the_sea_and_at_20_km():
    assert standard_atmosphere([0.0, 20_000.0]).sound_m_s == pytest.approx([340.294, 295.069], abs=1e-3)


# Entries of Table I above 86 km that the module does not hold, so that they test what lies between its own.
@pytest.mark.parametrize(("height_km", "density"), [(86.5, 6.366e-6), (125, 1.291e-8), (170, 7.815e-10), (175, 6.339e-10), (350, 7.014e-12), (450, 1.184e-12), (550, 2.384e-13)])  # fmt: skip
def test_entries_left_out_above_86_km(height_km, density):
    assert standard_atmosphere(height_km * 1e3).density_kg_m3[0] == pytest.approx(density, rel=0.015)


@pytest.mark.parametrize(("height_km", "temperature"), [(86, 186.87), (100, 195.08), (110, 240.0), (115, 300.0), (120, 360.0), (150, 634.39), (200, 854.56), (300, 976.01), (500, 999.24)])  # fmt: skip
def test_kinetic_temperature_above_86_km(height_km, temperature):
    assert standard_atmosphere(height_km * 1e3).temperature_k[0] == pytest.approx(temperature, abs=0.01)


def test_bulk_table_is_the_standard():
    height = np.random.default_rng(7).uniform(-900.0, 990e3, 20_000)
    density, pressure, sound = air_at(height)
    air = standard_atmosphere(height)
    for bulk, exact in ((density, air.density_kg_m3), (pressure, air.pressure_pa)):
        off = np.abs(bulk / exact - 1.0)
        assert np.quantile(off, 0.99) < 1e-5  # the rest lies within 100 m of the edge of a layer
        assert off.max() < 5e-4
    assert np.max(np.abs(sound - air.sound_m_s)) < 0.1


def test_no_air_above_1000_km_and_nothing_from_nan():
    density, pressure, _ = air_at(np.array([1_000_001.0, 35_786_000.0]))
    assert not density.any() and not pressure.any()
    assert np.isnan(standard_atmosphere(np.nan).density_kg_m3[0])
