"""The US Standard Atmosphere 1976: density, pressure and the speed of sound from the sea to 1,000 km.

Up to 86 km the standard's seven layers in closed form. Above, where the air is no longer mixed, its temperature in
closed form, and its density and pressure from the entries of its Table I, joined by a cubic through their logarithms
(within 1.5 % of the entries left out, in tests). Above 1,000 km there is no air. Source: NOAA, NASA, USAF (1976),
*U.S. Standard Atmosphere, 1976*, NOAA-S/T 76-1562.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["AIR_LOWEST_M", "AIR_STEP_M", "Air", "air_at", "air_table", "standard_atmosphere"]

Array = NDArray[np.float64]

# Table 4 of the standard: base of each layer [geopotential m] and lapse rate [K/m]; 86 km is 84,852 m.
_BASE_M = np.array([0.0, 11_000.0, 20_000.0, 32_000.0, 47_000.0, 51_000.0, 71_000.0])
_LAPSE_K_M = np.array([-6.5e-3, 0.0, 1.0e-3, 2.8e-3, 0.0, -2.8e-3, -2.0e-3])
_SEA_LEVEL_K = 288.15  # table 2
_SEA_LEVEL_PA = 101_325.0  # table 2
_RADIUS_M = 6_356_766.0  # table 2: radius that goes with the standard gravity at 45 deg
_GM_OVER_R_K_M = 9.80665 * 28.9644e-3 / 8.31432  # g0 M0 / R*, table 2
_GAS_J_KG_K = 8.31432 / 28.9644e-3  # R* / M0, table 2
_GAMMA = 1.4  # table 2
_MIXED_TOP_M = 86_000.0
_TOP_M = 1_000_000.0
# Table I, geometric height [km], pressure [Pa], density [kg/m3].
_UPPER = np.array([
    (86, 3.7338e-1, 6.958e-06), (90, 1.8359e-1, 3.416e-06), (95, 7.5966e-2, 1.393e-06), (100, 3.2011e-2, 5.604e-07),
    (110, 7.1042e-3, 9.708e-08), (115, 4.0096e-3, 4.289e-08), (120, 2.5382e-3, 2.222e-08), (130, 1.2505e-3, 8.152e-09),
    (140, 7.2028e-4, 3.831e-09), (150, 4.5422e-4, 2.076e-09), (160, 3.0395e-4, 1.233e-09), (180, 1.5271e-4, 5.194e-10),
    (200, 8.4736e-5, 2.541e-10), (250, 2.4767e-5, 6.073e-11), (300, 8.7704e-6, 1.916e-11), (400, 1.4518e-6, 2.803e-12),
    (500, 3.0236e-7, 5.215e-13), (600, 8.2130e-8, 1.137e-13), (700, 3.1908e-8, 3.070e-14), (800, 1.7036e-8, 1.136e-14),
    (900, 1.0873e-8, 5.759e-15), (1000, 7.5138e-9, 3.561e-15),
])  # fmt: skip
AIR_STEP_M = 100.0  # of the table for bulk work
AIR_LOWEST_M = -1_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Air:
    """The air at heights of shape (n,): SI units. ``sound_m_s`` is the 86 km value above 86 km, as in the standard.

    ``temperature_k`` is the molecular-scale one below 86 km (within 0.05 % of the kinetic) and the kinetic one above.
    """

    density_kg_m3: Array
    pressure_pa: Array
    sound_m_s: Array
    temperature_k: Array


def standard_atmosphere(height_m: ArrayLike) -> Air:
    """The standard at geometric heights.

    Parameters
    ----------
    height_m : float or array (n,)
        Above the ellipsoid, -1,000 m and up; below, as at -1,000 m. [m]

    Returns
    -------
    Air
        Density and pressure are 0 above 1,000 km, and NaN where the height is.
    """
    height = np.maximum(np.atleast_1d(np.asarray(height_m, dtype=float)), AIR_LOWEST_M)
    density, pressure, molecular = _mixed(np.minimum(height, _MIXED_TOP_M))
    temperature = np.where(height < _MIXED_TOP_M, molecular, _upper_temperature_k(height))
    above = height > _MIXED_TOP_M
    if above.any():
        kilometres = np.clip(height, _MIXED_TOP_M, _TOP_M) / 1e3
        pressure = np.where(above, np.exp(_cubic(kilometres, 1)), pressure)
        density = np.where(above, np.exp(_cubic(kilometres, 2)), density)
    gone = height > _TOP_M
    return Air(
        density_kg_m3=np.where(gone, 0.0, density),
        pressure_pa=np.where(gone, 0.0, pressure),
        sound_m_s=np.sqrt(_GAMMA * _GAS_J_KG_K * molecular),
        temperature_k=temperature,
    )


def _mixed(height: Array) -> tuple[Array, Array, Array]:
    """Density, pressure and molecular-scale temperature up to 86 km: equations 33a, 33b and 42."""
    geopotential = _RADIUS_M * height / (_RADIUS_M + height)
    layer = np.clip(np.searchsorted(_BASE_M, geopotential, side="right") - 1, 0, len(_BASE_M) - 1)
    base_k, base_pa = _layer_bases()
    rise, lapse = geopotential - _BASE_M[layer], _LAPSE_K_M[layer]
    temperature = base_k[layer] + lapse * rise
    safe = np.where(lapse == 0.0, 1.0, lapse)
    power = (base_k[layer] / temperature) ** (_GM_OVER_R_K_M / safe)
    pressure = base_pa[layer] * np.where(lapse == 0.0, np.exp(-_GM_OVER_R_K_M * rise / base_k[layer]), power)
    return pressure / (_GAS_J_KG_K * temperature), pressure, temperature


@cache
def _layer_bases() -> tuple[Array, Array]:
    """Temperature and pressure at the base of each layer."""
    kelvin, pascal = [_SEA_LEVEL_K], [_SEA_LEVEL_PA]
    for n, rise in enumerate(np.diff(_BASE_M)):
        lapse = _LAPSE_K_M[n]
        kelvin.append(kelvin[-1] + lapse * rise)
        falls = np.exp(-_GM_OVER_R_K_M * rise / kelvin[n])
        pascal.append(pascal[-1] * (falls if lapse == 0.0 else (kelvin[n] / kelvin[-1]) ** (_GM_OVER_R_K_M / lapse)))
    return np.array(kelvin), np.array(pascal)


def _upper_temperature_k(height: Array) -> Array:
    """Kinetic temperature above 86 km: equations 25 to 31 of the standard."""
    z = height / 1e3
    ellipse = 263.1905 - 76.3232 * np.sqrt(np.maximum(1.0 - ((z - 91.0) / -19.9429) ** 2, 0.0))
    reduced = (z - 120.0) * (6356.766 + 120.0) / (6356.766 + z)
    warm = 1000.0 - 640.0 * np.exp(-0.01875 * reduced)
    return np.asarray(
        np.where(
            z <= 91.0, 186.8673, np.where(z <= 110.0, ellipse, np.where(z <= 120.0, 240.0 + 12.0 * (z - 110.0), warm))
        )
    )


def _cubic(kilometres: Array, column: int) -> Array:
    """Logarithm of a column of Table I between its entries: cubic Hermite, slopes of the parabola through three."""
    x, y = _UPPER[:, 0], np.log(_UPPER[:, column])
    slopes = np.gradient(y, x, edge_order=2)
    n = np.clip(np.searchsorted(x, kilometres, side="right") - 1, 0, len(x) - 2)
    width = x[n + 1] - x[n]
    s = (kilometres - x[n]) / width
    ends = y[n] * (1 + 2 * s) * (1 - s) ** 2 + y[n + 1] * s**2 * (3 - 2 * s)
    return np.asarray(ends + width * (slopes[n] * s * (1 - s) ** 2 - slopes[n + 1] * s**2 * (1 - s)))


@cache
def air_table() -> tuple[Array, Array]:
    """The standard at every 100 m from -1,000 m to 1,000 km, for :func:`air_at`.

    Returns
    -------
    values, steps : array (3, m)
        Logarithms of density and pressure, and the speed of sound; and their differences to the next height.
    """
    height = np.arange(AIR_LOWEST_M, _TOP_M + AIR_STEP_M / 2, AIR_STEP_M)
    air = standard_atmosphere(height)
    values = np.stack([np.log(air.density_kg_m3), np.log(air.pressure_pa), air.sound_m_s])
    return values, np.diff(values, axis=1, append=values[:, -1:])


def air_at(height_m: Array) -> tuple[Array, Array, Array]:
    """Density [kg/m3], pressure [Pa] and speed of sound [m/s] at heights (n,): the standard, for bulk work.

    Linear in the logarithm between heights 100 m apart: density and pressure within 1e-5 of
    :func:`standard_atmosphere`, within 5e-4 in the 100 m around the edge of a layer.
    """
    values, steps = air_table()
    place = (height_m - AIR_LOWEST_M) / AIR_STEP_M
    place = np.minimum(np.maximum(place, 0.0), values.shape[1] - 1.0)
    n = np.nan_to_num(place).astype(np.intp)
    part = place - n
    present = height_m <= _TOP_M
    density = np.exp(values[0][n] + part * steps[0][n]) * present
    pressure = np.exp(values[1][n] + part * steps[1][n]) * present
    return density, pressure, values[2][n] + part * steps[2][n]
