#!/usr/bin/env python3
"""Dispersed flights: Bongsu, SciPy on the same equations, and RocketPy, in one run.

    python benchmarks/ascent.py --peers VENV              Bongsu, SciPy, and the RocketPy that VENV holds
    python benchmarks/ascent.py --peers VENV --install    make VENV first and install RocketPy, pinned
    python benchmarks/ascent.py                           Bongsu and SciPy
    options: --seed N   --flights 10000   --record

Two works. **rocket**: a sounding rocket of round figures (below), flown to the ground with the tables of air and drag, a
wind of its own for each flight, and dispersed thrust, mass, direction; every library flies it, RocketPy with its six
degrees of freedom and its own model of Earth. **nuri**: as `bongsu ascent fail nuri`: three stages from whole sets, two
stages and the fairing falling to the ellipsoid through flight levels.

SciPy solves Bongsu's own equations, stretch by stretch, with the right-hand side compiled (`solve_ivp`, DOP853); its
falls do not time flight levels. Every library runs in a process of its own with one processor's time counted (CPU seconds
of all threads). Accuracy: each impact of Bongsu and of SciPy against Bongsu at a tolerance of 1e-6 m.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
RECORD = HERE.parent / "docs" / "figures.md"
PINNED = ("rocketpy==1.13.0",)
# The rocket: round figures of a sounding rocket. [kg], [N], [s], [m]; drag on the frontal area times the shape by Mach
# number of bongsu.ascent.forces, which RocketPy gets as its table.
FULL_KG, PROPELLANT_KG, THRUST_N, IMPULSE_S, DIAMETER_M, LENGTH_M = 300.0, 180.0, 15_000.0, 220.0, 0.35, 5.5
LATITUDE, LONGITUDE, AZIMUTH_DEG, LEAN_DEG, RAIL_M = 34.4318, 127.5363, 170.0, 5.0, 10.0
BURN_S = PROPELLANT_KG * 9.80665 * IMPULSE_S / THRUST_N
SPREAD = {"thrust": 0.01, "mass": 0.01, "lean": 0.1, "azimuth": 1.0}  # shares; shares; share; degrees
WIND_HEIGHT_M = [0.0, 3e3, 7e3, 11e3, 16e3, 22e3, 35e3, 60e3, 100e3]
WIND_M_S = [2.0, 4.0, 8.0, 12.0, 7.0, 5.0, 9.0, 15.0, 20.0]


def draws(count: int, seed: int) -> dict[str, np.ndarray]:
    """What differs from flight to flight, standard normal: the same in every library."""
    rng = np.random.default_rng(seed)
    return {name: rng.standard_normal(count) for name in (*SPREAD, "east", "north")}


def cpu_of(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """Result, CPU seconds of all threads, wall seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    found = work()
    return found, time.process_time() - cpu, time.perf_counter() - wall


# ── Bongsu, and SciPy on its equations ───────────────────────────────────────────────────────────────────────────────


def rocket_flights(count: int, seed: int, drawn: int) -> Callable[[str, float | None], Any]:
    """The sounding rocket: a function of engine and tolerance to the falls of the first ``count`` of ``drawn`` flights."""
    from bongsu.ascent import Craft, CraftStage, LaunchPad, Steering, Wind, fall, fly  # noqa: PLC0415
    from bongsu.ascent.forces import drag_shape  # noqa: PLC0415

    draw = {name: values[:count] for name, values in draws(drawn, seed).items()}
    one, zero = np.ones(1), np.zeros(1)
    stage = CraftStage(
        name="1", thrust_n=THRUST_N * (1 + SPREAD["thrust"] * draw["thrust"]), specific_impulse_s=IMPULSE_S * one,
        propellant_kg=PROPELLANT_KG * one, inert_kg=(FULL_KG - PROPELLANT_KG) * (1 + SPREAD["mass"] * draw["mass"]),
        pressure_area_m2=zero, ignition_delay_s=zero, separation_delay_s=zero, diameter_m=DIAMETER_M * one,
        length_m=LENGTH_M * one, acceleration_limit_m_s2=np.inf * one,
    )  # fmt: skip
    craft = Craft(count=count, stages=(stage,), payload_kg=zero, fairing_kg=zero, fairing_s=1e9 * one, drag=one)
    steering = Steering(
        azimuth_deg=AZIMUTH_DEG + SPREAD["azimuth"] * draw["azimuth"],
        kick_deg=LEAN_DEG * (1 + SPREAD["lean"] * draw["lean"]), vertical_s=0.5, kick_s=0.5,
    )  # fmt: skip
    calm = np.zeros(len(WIND_M_S))
    wind = Wind(
        height_m=np.array(WIND_HEIGHT_M), east_m_s=calm, north_m_s=calm, spread_m_s=np.array(WIND_M_S),
        east_draw=draw["east"], north_draw=draw["north"],
    )  # fmt: skip
    pad = LaunchPad(latitude_deg=LATITUDE, longitude_deg=LONGITUDE)
    coefficient = stage.inert_kg / (float(drag_shape(np.array([2.0]))[0]) * 0.25 * np.pi * DIAMETER_M**2)

    def run(engine: str, tolerance_m: float | None = None) -> Any:
        flight = fly(craft, steering, pad, wind=wind, tolerance_m=tolerance_m or 0.02, engine=engine)
        end = flight.events[-1]
        return fall(end, coefficient, wind=wind, levels_m=(), tolerance_m=tolerance_m or 1.0, engine=engine)

    return run


def nuri_flights(count: int, seed: int, drawn: int) -> Callable[[str, float | None], Any]:
    """Nuri: a function of engine and tolerance to the falls of the first ``count`` of ``drawn`` flights."""
    from bongsu.ascent import (  # noqa: PLC0415
        Failure,
        disperse,
        fallen_bodies,
        falling_bodies,
        parse_flights,
        parse_kept_fit,
        parse_vehicle,
        random_wind,
    )
    from bongsu.ascent.impact import joined_falls  # noqa: PLC0415
    from bongsu.reference import kept_fit_text, vehicle_text  # noqa: PLC0415

    vehicle = parse_vehicle(vehicle_text("nuri"))
    known = parse_flights(vehicle_text("nuri"), vehicle)[0]
    text = kept_fit_text(vehicle.id, known.id)
    assert text is not None
    rng = np.random.default_rng(seed)
    craft, steering, drag = disperse(parse_kept_fit(text).whole_sets(vehicle, known), drawn, rng)
    wind = random_wind(drawn, rng)
    some = np.arange(count)
    if count < drawn:
        from dataclasses import replace  # noqa: PLC0415

        from bongsu.ascent.forces import take  # noqa: PLC0415

        craft, wind, drag = craft.take(some), wind.take(some), {part: row[some] for part, row in drag.items()}
        upper = tuple(
            replace(each, **{name: take(getattr(each, name), some) for name in each.__slots__})
            for each in steering.upper
        )
        names = ("azimuth_deg", "kick_deg", "vertical_s", "kick_s")
        steering = replace(steering, upper=upper, **{name: take(getattr(steering, name), some) for name in names})

    def run(engine: str, tolerance_m: float | None = None) -> Any:
        named = {} if tolerance_m is None else {"tolerance_m": tolerance_m}
        draws_of_failure = np.random.default_rng(1)
        _, bodies = falling_bodies(
            craft, steering, known.pad, Failure(), draws_of_failure, drag=drag, wind=wind, engine=engine, **named
        )
        return joined_falls(fallen_bodies(bodies, wind=wind, engine=engine, **named))

    return run


WORKS = {"rocket": rocket_flights, "nuri": nuri_flights}


def scipy_travel(rtol: float) -> Any:
    """A stand-in for ``bongsu.ascent.engine.travel``: each flight by ``solve_ivp`` with the compiled right-hand side."""
    from numba import njit  # noqa: PLC0415
    from scipy.integrate import solve_ivp  # noqa: PLC0415

    from bongsu.ascent import bulk  # noqa: PLC0415
    from bongsu.ascent import bulk_kernels as kernels  # noqa: PLC0415
    from bongsu.ascent.runge_kutta import Arrival  # noqa: PLC0415

    block, rates = kernels.BLOCK, kernels._rates
    r_new, r_moment, r_ax, r_own = kernels.R_NEW, kernels.R_MOMENT, kernels.R_AX, kernels.R_OWN

    @njit(error_model="numpy")
    def right_hand_side(time, state, own, w, mode, constants, air, shape, wind, out):  # type: ignore[no-untyped-def]
        for j in range(block):
            w[r_moment + j] = time
            for axis in range(6):
                w[r_new + axis * block + j] = state[axis]
            for column in range(len(own)):
                w[r_own + column * block + j] = own[column]
        rates(w, mode, constants, air, shape, wind)
        for axis in range(3):
            out[axis] = state[axis + 3]
            out[axis + 3] = w[r_ax + axis * block]

    def travel(forces, start, state, end, *, to_ground=False, levels=(), **_: Any):  # type: ignore[no-untyped-def]
        from bongsu.ascent.forces import height_m  # noqa: PLC0415

        count = state.shape[1]
        start, end = np.broadcast_to(start, (count,)), np.broadcast_to(end, (count,))
        owns = bulk._own_figures(forces, count)
        tables = (
            bulk._mode(forces),
            bulk._constants(forces),
            bulk._air(),
            bulk._drag_table(),
            bulk._wind_table(forces.wind),
        )
        w, out = np.zeros(kernels.ROWS * block), np.zeros(6)

        def height(_: float, y: np.ndarray, *__: Any) -> float:
            return float(height_m(y[:3, None])[0])

        height.terminal, height.direction = True, -1  # type: ignore[attr-defined]
        time_of, state_of, stopped = (
            np.array(start, dtype=float),
            np.array(state, dtype=float),
            np.zeros(count, dtype=bool),
        )
        for flight in range(count):
            if not (np.isfinite(state[:, flight]).all() and end[flight] > start[flight]):
                continue

            def rhs(t: float, y: np.ndarray, own: np.ndarray = owns[flight]) -> np.ndarray:
                right_hand_side(t, y, own, w, *tables, out)
                return out.copy()

            found = solve_ivp(
                rhs, (start[flight], end[flight]), state[:, flight], method="DOP853", rtol=rtol, atol=1e-4,
                events=height if to_ground else None,
            )  # fmt: skip
            time_of[flight], state_of[:, flight] = found.t[-1], found.y[:, -1]
            stopped[flight] = found.status == 1
        nothing = np.full((len(levels), count), np.nan)
        return Arrival(
            time=time_of, state=state_of, stopped=stopped, level_time=nothing,
            level_state=np.full((len(levels), 6, count), np.nan),
        )  # fmt: skip

    return travel


def by_scipy(work: str, seed: int, drawn: int) -> dict[str, Any]:
    """SciPy on the first flights, tolerances as loose as 5 m allow."""
    from unittest.mock import patch  # noqa: PLC0415

    import scipy  # noqa: PLC0415

    from bongsu.ascent import bulk  # noqa: PLC0415

    count = 10
    run = WORKS[work](count, seed, drawn)
    converged = run("bulk", 1e-6)
    with patch.object(bulk, "is_covered", return_value=True):
        travel = scipy_travel(1e-9)
        with patch("bongsu.ascent.flight.travel", travel), patch("bongsu.ascent.impact.travel", travel):
            run("small", None)  # compiles the right-hand side
            falls, cpu, wall = cpu_of(lambda: run("small", None))
    return {"version": scipy.__version__, "flights": count, "cpu_s": cpu, "wall_s": wall, **off(falls, converged)}


def off(falls: Any, converged: Any) -> dict[str, float]:
    """Distances of impacts from those of a converged run. [m]"""
    from bongsu.earth import geodesic_inverse  # noqa: PLC0415

    known = np.isfinite(converged.latitude_deg)
    assert np.array_equal(known, np.isfinite(falls.latitude_deg))
    places = (falls.latitude_deg, falls.longitude_deg, converged.latitude_deg, converged.longitude_deg)
    away = geodesic_inverse(*(each[known] for each in places))[0]
    return {
        "falls": int(known.sum()),
        "off_median_m": float(np.median(away)),
        "off_p99_m": float(np.quantile(away, 0.99)),
        "off_max_m": float(away.max()),
    }


def by_bongsu(work: str, seed: int, drawn: int) -> dict[str, Any]:
    """The bulk engine on all flights, the small one on a tenth of them."""
    from bongsu import __version__  # noqa: PLC0415
    from bongsu.ascent import compile_flights  # noqa: PLC0415

    _, first, _ = cpu_of(lambda: compile_flights(lambda *_: None))
    run = WORKS[work](drawn, seed, drawn)
    runs = [cpu_of(lambda: run("bulk", None)) for _ in range(3)]
    falls, cpu, wall = min(runs, key=lambda each: each[1])
    part = max(drawn // 10, 1)
    _, small, _ = cpu_of(lambda: WORKS[work](part, seed, drawn)("small", None))
    return {
        "version": __version__, "flights": drawn, "cpu_s": cpu, "wall_s": wall, "first_call_cpu_s": first,
        "small_cpu_s": small * drawn / part, "mean_time_s": float(np.nanmean(falls.time_s)), **off(falls, run("bulk", 1e-6)),
    }  # fmt: skip


# ── RocketPy, in an environment of its own ───────────────────────────────────────────────────────────────────────────


def by_rocketpy(work: str, seed: int, drawn: int) -> dict[str, Any]:
    """Ten flights of the rocket to the ground; models are built outside the time that counts."""
    from importlib.metadata import version  # noqa: PLC0415

    from rocketpy import Environment, Flight, GenericMotor, Rocket  # noqa: PLC0415

    assert work == "rocket"
    count, draw = 10, draws(drawn, seed)
    # bongsu.ascent.forces, DRAG_MACH and DRAG_SHAPE
    mach = [0.0, 0.6, 0.8, 0.95, 1.05, 1.2, 1.5, 2.0, 3.0, 4.0, 5.0, 8.0, 30.0]
    drag = [0.15, 0.15, 0.18, 0.28, 0.38, 0.41, 0.36, 0.29, 0.21, 0.18, 0.16, 0.15, 0.15]
    table = [list(pair) for pair in zip(mach, drag, strict=True)]
    models = []
    for n in range(count):
        sky = Environment(latitude=LATITUDE, longitude=LONGITUDE, elevation=0, max_expected_height=150_000)
        winds = [
            [[h, v * float(draw[way][n])] for h, v in zip(WIND_HEIGHT_M, WIND_M_S, strict=True)]
            for way in ("east", "north")
        ]
        sky.set_atmospheric_model(type="custom_atmosphere", wind_u=winds[0], wind_v=winds[1])
        dry = (FULL_KG - PROPELLANT_KG) * (1 + SPREAD["mass"] * float(draw["mass"][n]))
        thrust = THRUST_N * (1 + SPREAD["thrust"] * float(draw["thrust"][n]))
        burn = BURN_S * THRUST_N / thrust
        motor = GenericMotor(
            thrust_source=[[0, thrust], [burn, thrust]], burn_time=burn, chamber_radius=0.15, chamber_height=2.5,
            chamber_position=1.3, propellant_initial_mass=PROPELLANT_KG, nozzle_radius=0.1, dry_mass=40.0,
            center_of_dry_mass_position=1.3, dry_inertia=(25.0, 25.0, 0.5), nozzle_position=0.0,
        )  # fmt: skip
        rocket = Rocket(
            radius=DIAMETER_M / 2, mass=dry - 40.0, inertia=(300.0, 300.0, 2.0), power_off_drag=table, power_on_drag=table,
            center_of_mass_without_motor=3.4, coordinate_system_orientation="tail_to_nose",
        )  # fmt: skip
        rocket.add_motor(motor, position=0.0)
        rocket.set_rail_buttons(upper_button_position=3.0, lower_button_position=0.5)
        rocket.add_nose(length=1.0, kind="von karman", position=LENGTH_M)
        rocket.add_trapezoidal_fins(n=4, root_chord=0.6, tip_chord=0.3, span=0.4, position=0.6)
        lean = LEAN_DEG * (1 + SPREAD["lean"] * float(draw["lean"][n]))
        heading = AZIMUTH_DEG + SPREAD["azimuth"] * float(draw["azimuth"][n])
        models.append((sky, rocket, lean, heading))

    def fly(model: tuple[Any, Any, float, float]) -> Any:
        sky, rocket, lean, heading = model
        return Flight(
            rocket=rocket, environment=sky, rail_length=RAIL_M, inclination=90.0 - lean, heading=heading,
            terminate_on_apogee=False, max_time=1200, verbose=False,
        )  # fmt: skip

    fly(models[0])
    flights, cpu, wall = cpu_of(lambda: [fly(model) for model in models])
    return {
        "version": version("rocketpy"), "flights": count, "cpu_s": cpu, "wall_s": wall,
        "mean_time_s": float(np.mean([each.t_final for each in flights])),
        "apogee_km": float(np.mean([each.apogee for each in flights])) / 1e3,
        "steps": int(np.mean([len(each.solution) for each in flights])),
    }  # fmt: skip


# ── The run ──────────────────────────────────────────────────────────────────────────────────────────────────────────

LIBRARIES = {"bongsu": by_bongsu, "scipy": by_scipy, "rocketpy": by_rocketpy}


def run(python: str, library: str, work: str, given: argparse.Namespace) -> dict[str, Any] | None:
    """One library on one work in a process of its own; None where it fails, with the reason on standard error."""
    command = [python, str(HERE / "ascent.py"), "--only", library, "--work", work]
    command += ["--seed", str(given.seed), "--flights", str(given.flights)]
    environment = dict(os.environ)
    if library == "rocketpy":
        environment.pop("PYTHONPATH", None)
    print(f"  {work}, {library} ...", file=sys.stderr, flush=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        print(f"  {library} {work}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}", file=sys.stderr)
        return None
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def lines_of(work: str, found: dict[str, dict[str, Any] | None], flights: int) -> list[str]:
    """The table of one work, and the ratios under it."""
    lines = [
        f"**{work}**",
        "",
        "| library | flights | CPU s | wall s | CPU s a flight | impacts off a converged run, m: median, 99 %, most |",
    ]
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for library, row in found.items():
        if row is None:
            lines.append(f"| {library} | failed | | | | |")
            continue
        away = (
            f"{row['off_median_m']:.2g}, {row['off_p99_m']:.2g}, {row['off_max_m']:.2g} ({row['falls']:,} falls)"
            if "off_max_m" in row
            else "another model"
        )
        each = row["cpu_s"] / row["flights"]
        lines.append(
            f"| {library} {row['version']} | {row['flights']:,} | {row['cpu_s']:.3g} | {row['wall_s']:.3g} | {each:.2g} | {away} |"
        )
    own = found["bongsu"]
    lines.append("")
    if own is None:
        return lines
    lines.append(
        f"Bongsu's small engine (NumPy), scaled from a tenth: {own['small_cpu_s']:.3g} s, {own['small_cpu_s'] / own['cpu_s']:.3g} times"
        f" the bulk engine's. First call in a fresh process: {own['first_call_cpu_s']:.2g} s."
    )
    for library, row in found.items():
        if row is not None and library != "bongsu":
            ratio = row["cpu_s"] / row["flights"] / (own["cpu_s"] / own["flights"])
            lines.append(f"A flight takes {library} {ratio:,.0f} times as long as Bongsu.")
    peer = found.get("rocketpy")
    if peer is not None:
        ten = peer["cpu_s"] * 10 / peer["flights"]
        lines.append(
            f"{flights:,} flights by Bongsu: {own['cpu_s']:.3g} s; ten by RocketPy: {ten:.3g} s (ratio {own['cpu_s'] / ten:.2g});"
            f" flown {own['mean_time_s']:.0f} s and {peer['mean_time_s']:.0f} s on average, RocketPy's apogee {peer['apogee_km']:.0f} km."
        )
    return [*lines, ""]


def conditions(given: argparse.Namespace) -> list[str]:
    """What the numbers hold for."""
    model = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    commit = subprocess.run(
        ["git", "-C", str(HERE), "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    return [
        f"Commit {commit}, seed {given.seed}; {os.cpu_count()} x {model[0].split(':')[1].strip() if model else platform.machine()};"
        f" Python {platform.python_version()}, NumPy {np.__version__}; load {os.getloadavg()[0]:.1f} at the end. CPU seconds are of"
        " all threads; on a loaded machine compare them, not wall seconds.",
        "",
    ]


def main() -> None:
    """Read the command line, run, print, record."""
    parser = argparse.ArgumentParser(prog="benchmarks/ascent.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--peers", type=Path, help="environment that holds RocketPy")
    parser.add_argument("--install", action="store_true", help="make that environment first")
    parser.add_argument("--seed", type=int, default=20231121)
    parser.add_argument("--flights", type=int, default=10_000)
    parser.add_argument("--record", action="store_true", help="append to docs/figures.md")
    parser.add_argument("--only", choices=LIBRARIES, help=argparse.SUPPRESS)
    parser.add_argument("--work", default="rocket,nuri")
    given = parser.parse_args()
    if given.only:
        print(json.dumps(LIBRARIES[given.only](given.work, given.seed, given.flights)))
        return
    if given.install:
        subprocess.run([sys.executable, "-m", "venv", str(given.peers)], check=True)
        subprocess.run([str(given.peers / "bin" / "python"), "-m", "pip", "install", "--quiet", *PINNED], check=True)
    lines: list[str] = []
    for work in given.work.split(","):
        found = {library: run(sys.executable, library, work, given) for library in ("bongsu", "scipy")}
        if given.peers and work == "rocket":
            found["rocketpy"] = run(str(given.peers / "bin" / "python"), "rocketpy", work, given)
        lines += lines_of(work, found, given.flights)
    lines = [*conditions(given), *lines]
    print("\n".join(lines))
    if given.record:
        with RECORD.open("a", encoding="utf-8") as file:
            file.write(f"\n## benchmarks/ascent.py, {datetime.now(UTC):%Y-%m-%d %H:%M}Z\n\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
