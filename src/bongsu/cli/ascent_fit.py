"""``bongsu ascent fit``: the answer of a fit to telemetry, or to a known flight's stated figures, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bongsu.cli.columns import laid_out
from bongsu.cli.screen import width_of_terminal
from bongsu.cli.terminal import one_line, paint
from bongsu.errors import Problem

__all__ = ["known_table", "telemetry_table"]

_SCALES = {"N": (1e-3, "kN")}


def telemetry_table(item: dict[str, Any], problems: Sequence[Problem]) -> str:
    """A fit to telemetry: what was taken, its figures, how near it comes and what the data do not tell."""
    rms = item["rms"]
    lines = [
        paint(one_line(f"{item['name']} fitted to {item['file']}"), "bold"),
        f"  source: {one_line(item['source'])}",
        f"  taken: {'; '.join(item['taken'])}; {item['rise']['why']} ({item['rise']['azimuth_deg']:.0f} deg)",
        *(f"  found: {one_line(each.what)}" for each in problems),
        f"  {item['free']} figures fitted to {item['readings']:,} readings: RMS speed {rms['speed_m_s']:.1f} m/s,"
        f" altitude {rms['altitude_m'] / 1e3:.2f} km"
        + ("" if item["converged"] else "; the search did not come to rest"),
    ]
    rows = []
    for each in item["figures"]:
        scale, unit = _SCALES.get(each["unit"], (1.0, each["unit"] if each["unit"] != "1" else ""))
        value, low, high = (f"{scale * each[key]:,.5g}" for key in ("value", "low", "high"))
        told = "yes" if each["determined"] else "NO"
        partner = f"{each['stands_in_for']} ({each['correlation']:+.2f})" if abs(each["correlation"]) >= 0.7 else ""
        rows.append([each["name"], low, value, high, unit, "fitted" if each["free"] else "held", told, partner])
    heads = ["FIGURE", "LOW", "VALUE", "HIGH", "UNIT", "", "TOLD", "HANGS TOGETHER WITH"]
    table, _ = laid_out(heads, rows, width=width_of_terminal(), left=(0, 4, 5, 6, 7), lose=(7, 5))
    lines += [*table, "  Ranges hold 90 %. TOLD: the data leave under half of what was assumed before."]
    if item["orbit"] is not None:
        orbit = item["orbit"]
        lines.append(f"  orbit at the end of thrust: {orbit['perigee_km']:.0f} x {orbit['apogee_km']:.0f} km")
    if item["prediction"] is not None:
        lines += _prediction_lines(item["prediction"])
    return "\n".join([*lines, *(f"  {one_line(words)}" for words in item["said"])])


def _prediction_lines(rest: dict[str, Any]) -> list[str]:
    def shares(name: str) -> str:
        return (
            f"{rest[f'{name}_off_last']:.1%} off at the last sample, {rest[f'{name}_off_median']:.1%} in the middle,"
            f" {rest[f'{name}_off_most']:.1%} at most"
        )

    lines = [f"  predicted from {rest['until_s']:.0f} s to {rest['last_s']:.0f} s: speed {shares('speed')}"]
    told = (
        f"altitude {shares('altitude')}" if rest["altitude_told"] else "altitude cannot be told without a stated orbit"
    )
    return [*lines, f"    {told}"]


def known_table(item: dict[str, Any], figures: list[dict[str, Any]]) -> str:
    """A fit to stated figures: the figures found, and how each stated one is met."""
    rows = [[each["name"], f"{each['value']:,.5g}", f"{each['error']:,.3g}"] for each in figures]
    table, _ = laid_out(["FIGURE (SI, deg)", "VALUE", "STANDARD ERROR"], rows, width=width_of_terminal(), left=(0,))
    lines = [
        paint(f"{item['name']}: fitted to its stated figures", "bold"),
        *table,
        "  Stated figures (flown less stated; these are no check):",
    ]
    lines += [
        f"    {row['what']:<38}{row['flown_less_stated']:>+12,.1f}  of +-{row['error']:,.6g}"
        + ("" if abs(row["flown_less_stated"]) <= 3 * row["error"] else "   NOT MET")
        for row in item["stated"]
    ]
    return "\n".join(lines)
